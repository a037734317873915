#include "plt-devis-formula.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-devis-tree.h"
#include "plt-formula.h"
#include "plt-number.h"

/* From here on only the amounts of lines are proposed, not their numbers and durations as well. */
#define MANY_LINES 2000

/* Names the plan gives, as engine/plt-budget.h lists them, and what they mean. */
static const struct
{
  const char *name, *meaning;
} plan_names[] = {
  { "jours_tournage", N_ ("shooting days of the schedule") },
  { "semaines_tournage", N_ ("shooting weeks begun") },
  { "nuits", N_ ("nights of the schedule") },
  { "sequences", N_ ("number of sequences") },
  { "decors", N_ ("number of sets") },
  { "minutage", N_ ("length in minutes") },
  { "pages", N_ ("pages of the schedule") },
  { "figurants", N_ ("background: people × days") },
  { "semaines(preparation)", N_ ("weeks of preparation in the timeline") },
  { "semaines(tournage)", N_ ("shooting weeks begun") },
  { "semaines(finitions)", N_ ("weeks of finishing in the timeline") },
  { "jours(role)", N_ ("days worked by the role of the line") },
  { "semaines(role)", N_ ("weeks begun of the role of the line") },
  { "attente(role)", N_ ("days the role of the line waits") },
  { "payes(role)", N_ ("days worked and paid waiting of the role of the line") },
  { "essayages(role)", N_ ("days of fittings of the role of the line") },
  { "repetitions(role)", N_ ("days of rehearsal of the role of the line") },
  { "voyages(role)", N_ ("travel days of the role of the line") },
  { "postsynchro(role)", N_ ("days of dubbing of the role of the line") },
  { "preparation(engagement)", N_ ("preparation of the engagement, in the unit of the line") },
  { "tournage(engagement)", N_ ("shooting of the engagement, in the unit of the line") },
  { "finitions(engagement)", N_ ("finishing of the engagement, in the unit of the line") },
  { "bareme", N_ ("minimum of the pay scale for the function of the line") },
  { "tarif(engagement)", N_ ("rate of the engagement of the line") },
  { "majorations(engagement)", N_ ("premiums of the planned hours of the engagement") },
  { "majorations(fonction)", N_ ("premiums of the planned hours of all who have the function") },
  { "bareme(\"", N_ ("rate of the pay scale for another function: bareme(\"Scripte\")") },
  { "min(", N_ ("the smallest: min(a;b)") },
  { "max(", N_ ("the largest: max(a;b)") },
  { "arrondi(", N_ ("to the nearest whole number") },
  { "plafond(", N_ ("up to the next whole number") },
  { "plancher(", N_ ("down to the whole number") },
};

static GArray *
origins_of (const PltDevisFormula *formula)
{
  if (formula->budget == NULL || formula->text == NULL || plt_formula_is_number (formula->text))
    return NULL;
  return plt_budget_origins (formula->budget, formula->cell);
}

gboolean
plt_devis_formula_has_names (const char *text)
{
  g_autoptr (PltFormula) formula = NULL;

  if (plt_formula_is_number (text))
    return FALSE;
  formula = plt_formula_parse (text, NULL);
  return formula != NULL && plt_formula_get_n_refs (formula) > 0;
}

static char *
plan_title (const PltPlan *plan)
{
  g_autofree char *version = NULL;

  if (plan->schedule == NULL)
    return g_strdup (_ ("no schedule"));
  version = g_strdup_printf ("%" G_GINT64_FORMAT,
                             plan->schedule->version == PLT_UNKNOWN ? 1 : plan->schedule->version);
  /* Translators: the name and version of a schedule: "Plan de travail v3" */
  return g_strdup_printf (_ ("%s v%s"), plan->schedule->name, version);
}

static char *
describe_role (const PltFacts *facts,
               const PltPlan *plan,
               const PltBudgetOrigin *origin,
               const char *value)
{
  const PltElementFacts *element
      = PLT_FACTS_FIND (facts->elements, PltElementFacts, origin->ref.id);
  g_autofree char *title = plan_title (plan);

  if (element == NULL)
    return g_strdup_printf ("%s = %s", origin->name, value);
  /* Translators: a number of days, a schedule and a role: "3 d · Plan de travail v1 · role
   * NORA" */
  return g_str_has_prefix (origin->name, "semaines")
             ? g_strdup_printf (_ ("%s wk · %s · role %s"), value, title, element->name)
             : g_strdup_printf (_ ("%s d · %s · role %s"), value, title, element->name);
}

static char *
describe_global (const PltFacts *facts, const PltBudgetOrigin *origin, const char *value)
{
  const PltGlobalFacts *global = PLT_FACTS_FIND (facts->globals, PltGlobalFacts, origin->ref.id);

  if (global == NULL || *global->label == '\0')
    /* Translators: a variable of the budget and its value */
    return g_strdup_printf (_ ("%s = %s · variable"), origin->name, value);
  /* Translators: a variable of the budget, its value and what it means */
  return g_strdup_printf (_ ("%s = %s · variable: %s"), origin->name, value, global->label);
}

char *
plt_devis_origin_describe (const PltFacts *facts,
                           const PltPlan *plan,
                           const PltBudgetOrigin *origin)
{
  g_autofree char *value
      = origin->e6 == PLT_UNKNOWN ? g_strdup ("—") : plt_number_format (origin->e6, 6, 0);
  g_autofree char *title = NULL;

  if (g_strcmp0 (origin->ref.table, "element") == 0)
    return describe_role (facts, plan, origin, value);
  if (g_strcmp0 (origin->ref.table, "budget_global") == 0)
    return describe_global (facts, origin, value);
  if (g_strcmp0 (origin->ref.table, "budget_line") == 0)
    {
      const PltLineFacts *line = PLT_FACTS_FIND (facts->lines, PltLineFacts, origin->ref.id);

      return g_strdup_printf ("%s = %s · %s", origin->name, value, line != NULL ? line->label : "");
    }
  if (g_strcmp0 (origin->ref.table, "account") == 0)
    {
      const PltAccountFacts *account
          = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, origin->ref.id);

      return g_strdup_printf ("%s = %s · %s", origin->name, value,
                              account != NULL ? account->name : "");
    }
  if (g_strcmp0 (origin->ref.table, "schedule") == 0)
    {
      title = plan_title (plan);
      return g_strdup_printf ("%s = %s · %s", origin->name, value, title);
    }
  return g_strdup_printf ("%s = %s", origin->name, value);
}

char *
plt_devis_formula_source (const PltDevisFormula *formula)
{
  g_autoptr (GArray) origins = NULL;
  GString *text;

  g_return_val_if_fail (formula != NULL && formula->text != NULL, NULL);

  origins = origins_of (formula);
  if (origins == NULL || origins->len == 0)
    return NULL;
  text = g_string_new (formula->text);
  for (guint i = 0; i < origins->len; i++)
    {
      g_autofree char *line = plt_devis_origin_describe (
          formula->facts, formula->plan, &g_array_index (origins, PltBudgetOrigin, i));

      g_string_append_printf (text, "\n%s", line);
    }
  return g_string_free (text, FALSE);
}

gboolean
plt_devis_formula_ref (const PltDevisFormula *formula, PltRef *ref)
{
  g_autoptr (GArray) origins = origins_of (formula);

  for (guint i = 0; origins != NULL && i < origins->len; i++)
    {
      const PltBudgetOrigin *origin = &g_array_index (origins, PltBudgetOrigin, i);

      if (origin->ref.table == NULL || origin->ref.id == 0)
        continue;
      *ref = origin->ref;
      return TRUE;
    }
  return FALSE;
}

/* ---- proposals ---- */

static void
propose (GStrvBuilder *list, const char *word, const char *meaning)
{
  g_autofree char *row
      = *meaning != '\0' ? g_strconcat (word, "\t", meaning, NULL) : g_strdup (word);

  g_strv_builder_add (list, row);
}

static void
propose_globals (GStrvBuilder *list, const PltBudget *budget, const PltFacts *facts)
{
  for (guint i = 0; i < facts->globals.n; i++)
    {
      const PltGlobalFacts *global = &facts->globals.items[i];
      g_autofree char *value = NULL;
      g_autofree char *meaning = NULL;
      const char *error;
      gint64 e6;

      if (budget->budget == NULL || global->budget != budget->budget->id)
        continue;
      value = plt_budget_global (budget, global->id, &e6, &error) ? plt_number_format (e6, 6, 0)
                                                                  : g_strdup ("—");
      meaning = *global->label != '\0' ? g_strdup_printf ("%s · %s", value, global->label)
                                       : g_strdup (value);
      propose (list, global->name, meaning);
    }
}

static void
propose_roles (GStrvBuilder *list, const PltFacts *facts)
{
  static const char *const calls[] = { "jours", "semaines", "attente" };

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    for (guint j = 0; j < facts->elements.n; j++)
      if (plt_category_is_role (facts, facts->elements.items[j].category))
        {
          g_autofree char *call
              = g_strdup_printf ("%s(\"%s\")", calls[i], facts->elements.items[j].name);

          propose (list, call, "");
        }
}

static void
propose_codes (GStrvBuilder *list, const PltBudget *budget)
{
  static const char *const calls[] = { "ligne", "nombre", "duree" };

  for (guint i = 0; i < budget->accounts->len; i++)
    {
      const PltBudgetAccount *account = g_ptr_array_index (budget->accounts, i);
      g_autofree char *call = g_strdup_printf ("compte(\"%s\")", account->account->code);

      propose (list, call, account->account->name);
    }
  for (guint c = 0; c < (budget->lines->len < MANY_LINES ? G_N_ELEMENTS (calls) : 1); c++)
    for (guint i = 0; i < budget->lines->len; i++)
      {
        const PltBudgetLine *entry = g_ptr_array_index (budget->lines, i);
        const PltLineFacts *line = entry->line;
        g_autofree char *call = NULL;

        if (*line->code == '\0' || plt_devis_line_is_empty (entry))
          continue;
        call = g_strdup_printf ("%s(\"%s\")", calls[c], line->code);
        propose (list, call, line->label);
      }
}

GStrv
plt_devis_formula_proposals (const PltBudget *budget, const PltFacts *facts)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  propose_globals (list, budget, facts);
  for (guint i = 0; i < G_N_ELEMENTS (plan_names); i++)
    propose (list, plan_names[i].name, _ (plan_names[i].meaning));
  propose_roles (list, facts);
  propose_codes (list, budget);
  return g_strv_builder_end (list);
}
