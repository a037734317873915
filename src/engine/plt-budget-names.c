/* What the names of a formula mean: globals, figures of the plan, other lines, accounts, roles. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-budget-private.h"
#include "plt-text.h"

#define ONE PLT_BUDGET_ONE

/* ---- figures of the plan ---- */

/* People of the background on a day: the same serve several séquences, each group counts once, at
 * its largest. */
static gint64
background_of_day (const PltFacts *facts, const PltPlan *plan, const PltDayPlan *day)
{
  g_autoptr (GHashTable) most = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer value;
  gint64 total = 0;

  for (guint i = 0; i < day->strips->len; i++)
    {
      guint n;
      const PltOccurrenceFacts *const *there = plt_facts_occurrences_of (
          facts, ((const PltStripFacts *) day->strips->pdata[i])->sequence, &n);

      for (guint j = 0; j < n; j++)
        {
          const PltPresence *presence = plt_plan_presence (plan, there[j]->element);
          gint64 count = there[j]->quantity == PLT_UNKNOWN ? 1 : there[j]->quantity;
          gpointer key = PLT_ID_TO_POINTER (there[j]->element);

          if (presence == NULL || strcmp (presence->category->family, "figuration") != 0)
            continue;
          count = MAX (count, GPOINTER_TO_INT (g_hash_table_lookup (most, key)));
          g_hash_table_insert (most, key, GINT_TO_POINTER ((int) count));
        }
    }
  g_hash_table_iter_init (&iter, most);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    total += GPOINTER_TO_INT (value);
  return total;
}

static gint64
background (PltBudgetModel *model)
{
  gint64 total = 0;

  if (model->background_e6 != PLT_UNKNOWN)
    return model->background_e6;
  for (guint d = 0; d < model->plan->days->len; d++)
    {
      const PltDayPlan *day = model->plan->days->pdata[d];

      total += day->number != 0 ? background_of_day (model->facts, model->plan, day) : 0;
    }
  model->background_e6 = total * ONE;
  return model->background_e6;
}

static guint
count_sets (const PltFacts *facts)
{
  guint n = 0;

  for (guint i = 0; i < facts->sets.n; i++)
    n += facts->sets.items[i].parent == 0;
  return n;
}

static gint64
plan_figure (PltBudgetModel *model, const char *name)
{
  const PltPlan *plan = model->plan;

  if (strcmp (name, "jours_tournage") == 0)
    return plan->n_shooting_days * ONE;
  if (strcmp (name, "semaines_tournage") == 0)
    return (plan->n_shooting_days + 4) / 5 * ONE;
  if (strcmp (name, "nuits") == 0)
    return plan->n_nights * ONE;
  if (strcmp (name, "sequences") == 0)
    return model->facts->sequences.n * ONE;
  if (strcmp (name, "decors") == 0)
    return count_sets (model->facts) * ONE;
  if (strcmp (name, "minutage") == 0)
    return plan->seconds * ONE / 60;
  if (strcmp (name, "pages") == 0)
    return plan->eighths * ONE / 8;
  if (strcmp (name, "figurants") == 0)
    return background (model);
  return PLT_UNKNOWN;
}

/* ---- roles and phases ---- */

const PltPresence *
plt_budget_find_role (PltBudgetModel *model,
                      const PltLineFacts *line,
                      const char *argument,
                      PltNode *node)
{
  if (strcmp (argument, "role") == 0 || *argument == '\0')
    {
      if (line != NULL && line->role != 0)
        {
          node->ref = (PltRef){ "element", line->role, NULL };
          return plt_plan_presence (model->plan, line->role);
        }
      node->error = g_strdup (
          _ ("This line has no role. Choose its role, or write its name: jours(\"NORA\")."));
      return NULL;
    }
  for (guint i = 0; i < model->plan->presences->len; i++)
    {
      const PltPresence *presence = model->plan->presences->pdata[i];

      if (plt_text_compare (presence->element->name, argument) != 0)
        continue;
      node->ref = (PltRef){ "element", presence->element->id, NULL };
      return presence;
    }
  node->error = g_strdup_printf (
      _ ("No element of the script is called “%s”. Correct the name in the formula."), argument);
  return NULL;
}

/* Weeks begun of a phase: of shooting by the plan, of the others by the rétroplanning. */
static gboolean
weeks_of_phase (PltBudgetModel *model, const char *phase, PltNode *node)
{
  const char *wanted = strcmp (phase, "finitions") == 0 ? "postproduction" : phase;
  PltDate first = PLT_DATE_NONE, last = PLT_DATE_NONE;

  if (strcmp (phase, "tournage") == 0)
    {
      node->e6 = (model->plan->n_shooting_days + 4) / 5 * ONE;
      return TRUE;
    }
  if (strcmp (phase, "preparation") != 0 && strcmp (phase, "finitions") != 0)
    return FALSE;
  for (guint i = 0; i < model->facts->tasks.n; i++)
    {
      const PltTaskFacts *task = &model->facts->tasks.items[i];

      if (strcmp (task->phase, wanted) != 0 || task->start_date == PLT_DATE_NONE
          || task->end_date == PLT_DATE_NONE)
        continue;
      first = first == PLT_DATE_NONE ? task->start_date : MIN (first, task->start_date);
      last = last == PLT_DATE_NONE ? task->end_date : MAX (last, task->end_date);
    }
  if (first == PLT_DATE_NONE)
    node->error = g_strdup_printf (_ ("The timeline has no dated task of the phase “%s”. Give one "
                                      "its dates, or write a number."),
                                   phase);
  node->e6 = first != PLT_DATE_NONE ? (last - first) / 7 * ONE + ONE : 0;
  node->ref = (PltRef){ "task", 0, NULL };
  return TRUE;
}

static void
resolve_role (PltBudgetModel *model,
              const PltLineFacts *line,
              const PltFormulaRef *ref,
              PltNode *node)
{
  const PltPresence *presence = plt_budget_find_role (model, line, ref->argument, node);
  gint64 days = 0;

  if (presence != NULL)
    days = strcmp (ref->name, "attente") == 0 ? presence->n_held : presence->n_worked;
  node->e6 = (strcmp (ref->name, "semaines") == 0 ? (days + 4) / 5 : days) * ONE;
}

/* ---- pay scales ---- */

/* The rate of a function in the unit of the line; of its own function without a name. */
static void
resolve_rate (PltBudgetModel *model, const PltLineFacts *line, const char *function, PltNode *node)
{
  g_autoptr (GError) error = NULL;
  PltRateQuery query = { .function = function };
  PltRate rate;

  if (line == NULL)
    {
      node->error = g_strdup (_ ("A rate of the pay scale belongs to a line of the budget. Use it "
                                 "there."));
      return;
    }
  if (function == NULL)
    {
      query.function = line->function;
      query.base = line->scale;
    }
  if (*query.function == '\0')
    {
      node->error = g_strdup (_ ("This line has no function of the pay scale. Choose one, or type "
                                 "its rate."));
      return;
    }
  if (model->rates == NULL)
    model->rates = plt_rates_new (model->facts);
  query.unit = line->unit;
  query.date = model->date;
  if (plt_rates_find (model->rates, &query, &rate, &error) == PLT_RATE_FOUND)
    {
      node->e6 = rate.amount * (ONE / 100);
      node->ref = (PltRef){ "referential", rate.referential, NULL };
      return;
    }
  node->error = g_strdup (error->message);
  node->missing = TRUE;
}

static gboolean
is_rate_name (const char *name)
{
  return strcmp (name, PLT_RATE_NAME) == 0 || strcmp (name, "barème") == 0;
}

/* ---- other cells ---- */

static void
resolve_code (GHashTable *codes, PltNodeKind kind, const char *code, PltNode *node)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (codes, code));

  node->kind = kind;
  node->index = index - 1;
  if (index == 0)
    node->error = g_strdup_printf (
        kind == PLT_NODE_ACCOUNT ? _ ("The budget has no account “%s”. Correct its code.")
                                 : _ ("The budget has no line with the code “%s”. Correct it."),
        code);
}

static void
resolve_call (PltBudgetModel *model,
              const PltLineFacts *line,
              const PltFormulaRef *ref,
              PltNode *node)
{
  static const struct
  {
    const char *name;
    PltNodeKind kind;
  } cells[]
      = { { "ligne", PLT_NODE_LINE }, { "nombre", PLT_NODE_COUNT }, { "duree", PLT_NODE_LENGTH } };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    if (strcmp (ref->name, cells[i].name) == 0)
      {
        resolve_code (model->line_codes, cells[i].kind, ref->argument, node);
        return;
      }
  if (plt_budget_resolve_people (model, line, ref, node))
    return;
  if (is_rate_name (ref->name))
    resolve_rate (model, line, ref->argument, node);
  else if (strcmp (ref->name, "compte") == 0)
    resolve_code (model->account_codes, PLT_NODE_ACCOUNT, ref->argument, node);
  else if (strcmp (ref->name, "semaines") == 0 && weeks_of_phase (model, ref->argument, node))
    return;
  else if (strcmp (ref->name, "jours") == 0 || strcmp (ref->name, "semaines") == 0
           || strcmp (ref->name, "attente") == 0)
    resolve_role (model, line, ref, node);
  else if (strcmp (ref->name, "figurants") == 0)
    {
      g_autoptr (GError) error = NULL;
      const PltDayPlan *day = plt_plan_find_day (model->plan, ref->argument, &error);

      if (day == NULL)
        node->error = g_strdup (error->message);
      else
        node->e6 = background_of_day (model->facts, model->plan, day) * ONE;
    }
  else
    node->error
        = g_strdup_printf (_ ("No function is called “%s”. The functions are jours, semaines, "
                              "attente, payes, preparation, tournage, finitions, tarif, "
                              "majorations, figurants, bareme, ligne, nombre, duree, compte, min, "
                              "max, arrondi, plafond and plancher."),
                           ref->name);
}

void
plt_budget_resolve (PltBudgetModel *model,
                    const PltLineFacts *line,
                    const PltFormulaRef *ref,
                    PltNode *node)
{
  guint global;

  *node = (PltNode){ .kind = PLT_NODE_FIXED };
  if (ref->argument != NULL)
    {
      resolve_call (model, line, ref, node);
      model->with_accounts = model->with_accounts || node->kind == PLT_NODE_ACCOUNT;
    }
  else if (is_rate_name (ref->name))
    resolve_rate (model, line, NULL, node);
  else if ((node->e6 = plan_figure (model, ref->name)) != PLT_UNKNOWN)
    node->ref = (PltRef){ "schedule", model->plan->schedule != NULL ? model->plan->schedule->id : 0,
                          NULL };
  else if ((global = GPOINTER_TO_UINT (g_hash_table_lookup (model->global_names, ref->name))) != 0)
    {
      node->kind = PLT_NODE_GLOBAL;
      node->index = global - 1;
    }
  else
    node->error = g_strdup_printf (_ ("No variable is called “%s”. Add it to the variables of the "
                                      "budget, or correct the name."),
                                   ref->name);
  if (node->error != NULL)
    node->kind = PLT_NODE_WRONG;
}

/* ---- cells ---- */

void
plt_budget_cell_clear (PltCell *cell)
{
  for (guint i = 0; cell->formula != NULL && i < plt_formula_get_n_refs (cell->formula); i++)
    g_free (cell->nodes[i].error);
  g_clear_pointer (&cell->nodes, g_free);
  g_clear_pointer (&cell->formula, plt_formula_free);
  g_clear_pointer (&cell->parse_error, g_free);
}

void
plt_budget_cell_set (PltBudgetModel *model,
                     PltCell *cell,
                     const PltLineFacts *line,
                     const char *text)
{
  g_autoptr (GError) error = NULL;
  guint n;

  if (plt_formula_read_number (text, &cell->number_e6))
    return;
  cell->formula = plt_formula_parse (text, &error);
  if (cell->formula == NULL)
    {
      cell->parse_error = g_strdup (error->message);
      return;
    }
  n = plt_formula_get_n_refs (cell->formula);
  cell->nodes = g_new0 (PltNode, n + 1);
  for (guint i = 0; i < n; i++)
    plt_budget_resolve (model, line, plt_formula_get_ref (cell->formula, i), &cell->nodes[i]);
}
