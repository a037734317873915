#include "plt-devis-globals.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-devis-formula.h"
#include "plt-devis-tree.h"
#include "plt-error.h"
#include "plt-number.h"
#include "plt-rows.h"

struct _PltDevisGlobals
{
  GObject parent;

  PltSession *session;
  GArray *rows; /* of gint64: ids, in the order of the names */
  guint *uses;  /* one a row */
  PltBudget *trial;
  gboolean trying;
  char *wrong;
};

static void plt_devis_globals_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltDevisGlobals,
                               plt_devis_globals,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_devis_globals_iface_init))

/* ---- names in formulas ---- */

static gboolean
is_letter (gunichar c)
{
  return c == '_' || g_unichar_isalnum (c);
}

static const char *
skip_name (const char *p)
{
  while (*p != '\0' && is_letter (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* The formula with `to` wherever it names the variable `from`, and how often it does. */
static GString *
replace (const char *formula, const char *from, const char *to, guint *n)
{
  GString *text = g_string_new (NULL);
  const char *p = formula;

  *n = 0;
  while (*p != '\0')
    {
      const char *end = skip_name (p);

      if (*p == '"')
        {
          const char *quote = strchr (p + 1, '"');

          end = quote != NULL ? quote + 1 : p + strlen (p);
        }
      else if (end > p && end[strspn (end, " ")] != '(' && strlen (from) == (gsize) (end - p)
               && strncmp (p, from, (gsize) (end - p)) == 0)
        {
          g_string_append (text, to);
          p = end;
          ++*n;
          continue;
        }
      else if (end == p)
        end = g_utf8_next_char (p);
      g_string_append_len (text, p, end - p);
      p = end;
    }
  return text;
}

char *
plt_devis_formula_rename (const char *formula, const char *from, const char *to)
{
  guint n;

  return g_string_free (replace (formula, from, to, &n), FALSE);
}

gboolean
plt_devis_formula_uses (const char *formula, const char *name)
{
  GString *text;
  guint n;

  if (*formula == '\0' || strstr (formula, name) == NULL)
    return FALSE;
  text = replace (formula, name, name, &n);
  g_string_free (text, TRUE);
  return n > 0;
}

/* The formulas of a line and of a variable, with their columns. */
#define LINE_FORMULAS 7
#define GLOBAL_FORMULAS 3
typedef struct
{
  const char *column, *text;
} Formula;

static void
formulas_of_line (const PltLineFacts *line, Formula *out)
{
  const Formula all[LINE_FORMULAS] = { { "quantity", line->quantity },
                                       { "duration", line->duration },
                                       { "times", line->times },
                                       { "rate_formula", line->rate_formula },
                                       { "link_quantity", line->link_quantity },
                                       { "link_duration", line->link_duration },
                                       { "link_rate", line->link_rate } };

  memcpy (out, all, sizeof all);
}

static void
formulas_of_global (const PltGlobalFacts *global, Formula *out)
{
  const Formula all[GLOBAL_FORMULAS]
      = { { "value", global->value }, { "least", global->least }, { "most", global->most } };

  memcpy (out, all, sizeof all);
}

static guint
count_uses (const PltFacts *facts, const PltGlobalFacts *of)
{
  Formula formulas[LINE_FORMULAS];
  guint n = 0;

  for (guint i = 0; i < facts->lines.n; i++)
    {
      if (facts->lines.items[i].budget != of->budget)
        continue;
      formulas_of_line (&facts->lines.items[i], formulas);
      for (guint f = 0; f < 4; f++)
        n += plt_devis_formula_uses (formulas[f].text, of->name) ? 1 : 0;
    }
  for (guint i = 0; i < facts->globals.n; i++)
    {
      if (facts->globals.items[i].budget != of->budget)
        continue;
      formulas_of_global (&facts->globals.items[i], formulas);
      for (guint f = 0; f < GLOBAL_FORMULAS; f++)
        n += plt_devis_formula_uses (formulas[f].text, of->name) ? 1 : 0;
    }
  return n;
}

/* ---- what there is ---- */

static const PltGlobalFacts *
global_at (PltDevisGlobals *self, guint row)
{
  if (row >= self->rows->len)
    return NULL;
  return PLT_FACTS_FIND (plt_session_get_facts (self->session)->globals, PltGlobalFacts,
                         g_array_index (self->rows, gint64, row));
}

gint64
plt_devis_globals_get_id (PltDevisGlobals *self, guint row)
{
  return row < self->rows->len ? g_array_index (self->rows, gint64, row) : 0;
}

int
plt_devis_globals_find (PltDevisGlobals *self, gint64 id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, gint64, i) == id)
      return (int) i;
  return -1;
}

const PltBudget *
plt_devis_globals_get_figures (PltDevisGlobals *self)
{
  return self->trying ? self->trial : plt_session_get_budget (self->session);
}

gboolean
plt_devis_globals_is_trying (PltDevisGlobals *self)
{
  return self->trying;
}

const char *
plt_devis_globals_get_try_error (PltDevisGlobals *self)
{
  return self->wrong;
}

static void
forget_trial (PltDevisGlobals *self)
{
  self->trying = FALSE;
  g_clear_pointer (&self->wrong, g_free);
  g_clear_pointer (&self->trial, plt_budget_free);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  const PltFacts *facts = data;
  const PltGlobalFacts *first
      = PLT_FACTS_FIND (facts->globals, PltGlobalFacts, *(const gint64 *) a);
  const PltGlobalFacts *second
      = PLT_FACTS_FIND (facts->globals, PltGlobalFacts, *(const gint64 *) b);

  return strcmp (first->name, second->name);
}

static void
rebuild (PltDevisGlobals *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const gint64 budget = plt_session_get_budget_id (self->session);
  const guint n_before = self->rows->len;

  forget_trial (self);
  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < facts->globals.n; i++)
    if (facts->globals.items[i].budget == budget)
      g_array_append_val (self->rows, facts->globals.items[i].id);
  g_array_sort_with_data (self->rows, compare_names, (gpointer) facts);
  g_free (self->uses);
  self->uses = g_new0 (guint, self->rows->len + 1);
  for (guint i = 0; i < self->rows->len; i++)
    self->uses[i] = count_uses (facts, global_at (self, i));
  if (n_before != self->rows->len)
    plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, n_before, self->rows->len);
  else
    plt_grid_model_cells_changed (PLT_GRID_MODEL (self), 0, n_before);
}

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_DEVIS_GLOBALS (model)->rows->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return PLT_DEVIS_GLOBAL_N_COLUMNS;
}

#define TO_TYPE PLT_GRID_COLUMN_EDITABLE
#define FORMULA (TO_TYPE | PLT_GRID_COLUMN_WORDS)

/* The columns of the table, NULL for a computed one. */
static const char *const table_columns[PLT_DEVIS_GLOBAL_N_COLUMNS]
    = { "name", "value", NULL, "unit", "label", NULL, "movable", "least", "most" };

static const PltColumn *
table_column (guint at)
{
  return table_columns[at] != NULL
             ? plt_table_column (plt_table_find ("budget_global"), table_columns[at])
             : NULL;
}

static void
get_column (PltGridModel *model, guint at, PltGridColumn *out)
{
  static const PltGridColumn columns[PLT_DEVIS_GLOBAL_N_COLUMNS] = {
    { "name", NULL, N_ ("Used in formulas: letters, digits and _."), 17, 0,
      TO_TYPE | PLT_GRID_COLUMN_FROZEN, NULL },
    { "value", NULL, N_ ("A number or a formula."), 12, PLT_GRID_ALIGN_END, FORMULA, NULL },
    { "result", N_ ("Gives"), NULL, 8, PLT_GRID_ALIGN_END, 0, NULL },
    { "unit", NULL, NULL, 8, 0, TO_TYPE, NULL },
    { "label", NULL, NULL, 24, 0, TO_TYPE, NULL },
    { "uses", N_ ("Used"), N_ ("How many formulas name it."), 6, PLT_GRID_ALIGN_END, 0, NULL },
    { "movable", NULL, N_ ("A simulation may change it to reach a ceiling."), 10,
      PLT_GRID_ALIGN_CENTER, TO_TYPE | PLT_GRID_COLUMN_TOGGLE, NULL },
    { "least", NULL, NULL, 8, PLT_GRID_ALIGN_END, FORMULA, NULL },
    { "most", NULL, NULL, 8, PLT_GRID_ALIGN_END, FORMULA, NULL },
  };

  *out = columns[at];
  out->title
      = columns[at].title != NULL ? _ (columns[at].title) : plt_column_title (table_column (at));
  out->tooltip = columns[at].tooltip != NULL ? _ (columns[at].tooltip) : NULL;
  out->flags |= PLT_GRID_COLUMN_UNSORTED;
  if (plt_session_is_read_only (PLT_DEVIS_GLOBALS (model)->session))
    out->flags &= ~(guint) PLT_GRID_COLUMN_EDITABLE;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return plt_devis_globals_get_id (PLT_DEVIS_GLOBALS (model), row);
}

static PltRef
cell_of (const PltGlobalFacts *global)
{
  return (PltRef){ "budget_global", global->id, "value" };
}

/* What the variable gives, and where its names come from. */
static void
get_result_cell (PltDevisGlobals *self, const PltGlobalFacts *global, PltGridCell *cell)
{
  const PltBudget *budget = plt_devis_globals_get_figures (self);
  const char *wrong;
  gint64 e6;

  if (plt_budget_global (budget, global->id, &e6, &wrong))
    plt_grid_cell_take_text (cell, plt_number_format (e6, 6, 0));
  else
    {
      cell->text = "—";
      cell->flags |= PLT_GRID_CELL_INVALID;
      cell->message = wrong;
    }
}

static void
get_value_cell (PltDevisGlobals *self, const PltGlobalFacts *global, PltGridCell *cell)
{
  const PltDevisFormula formula = { plt_session_get_facts (self->session),
                                    plt_session_get_plan (self->session),
                                    plt_devis_globals_get_figures (self),
                                    NULL,
                                    cell_of (global),
                                    global->value };
  char *source = plt_devis_formula_source (&formula);
  const char *wrong;
  gint64 e6;

  cell->text = global->value;
  if (!plt_budget_global (formula.budget, global->id, &e6, &wrong))
    {
      cell->flags |= PLT_GRID_CELL_INVALID;
      cell->message = wrong;
      g_free (source);
    }
  else if (source != NULL)
    {
      cell->flags |= PLT_GRID_CELL_LINK;
      plt_grid_cell_take_message (cell, source);
    }
}

static void
get_cell (PltGridModel *model, guint at, guint column, PltGridCell *cell)
{
  PltDevisGlobals *self = PLT_DEVIS_GLOBALS (model);
  const PltGlobalFacts *global = global_at (self, at);

  if (global == NULL)
    return;
  switch (column)
    {
    case PLT_DEVIS_GLOBAL_NAME:
      cell->text = global->name;
      cell->flags |= PLT_GRID_CELL_BOLD;
      break;
    case PLT_DEVIS_GLOBAL_VALUE:
      get_value_cell (self, global, cell);
      break;
    case PLT_DEVIS_GLOBAL_RESULT:
      cell->flags |= PLT_GRID_CELL_READONLY;
      get_result_cell (self, global, cell);
      break;
    case PLT_DEVIS_GLOBAL_UNIT:
      cell->text = global->unit;
      break;
    case PLT_DEVIS_GLOBAL_LABEL:
      cell->text = global->label;
      break;
    case PLT_DEVIS_GLOBAL_USES:
      cell->flags |= PLT_GRID_CELL_READONLY | PLT_GRID_CELL_MUTED;
      plt_grid_cell_take_text (cell, g_strdup_printf ("%u", self->uses[at]));
      if (self->uses[at] == 0)
        cell->message = _ ("No formula names it.");
      break;
    case PLT_DEVIS_GLOBAL_MOVABLE:
      cell->text = global->movable ? C_ ("boolean", "Yes") : "";
      break;
    case PLT_DEVIS_GLOBAL_LEAST:
      cell->text = global->least;
      break;
    default:
      cell->text = global->most;
    }
}

static char *
get_edit_text (PltGridModel *model, guint at, guint column)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  get_cell (model, at, column, &cell);
  return g_strdup (cell.text);
}

static GStrv
get_completions (PltGridModel *model, guint at, guint column)
{
  PltDevisGlobals *self = PLT_DEVIS_GLOBALS (model);

  if (column != PLT_DEVIS_GLOBAL_VALUE && column != PLT_DEVIS_GLOBAL_LEAST
      && column != PLT_DEVIS_GLOBAL_MOST)
    return NULL;
  return plt_devis_formula_proposals (plt_session_get_budget (self->session),
                                      plt_session_get_facts (self->session));
}

/* ---- changes ---- */

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID, sentence);
  return FALSE;
}

/* A name a formula can hold, which nothing else has. */
static gboolean
check_name (PltDevisGlobals *self, gint64 id, const char *name, GError **error)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltBudget *budget = plt_session_get_budget (self->session);
  const gint64 of = plt_session_get_budget_id (self->session);
  const PltLineFacts *line = NULL;
  gint64 e6;

  if (*name == '\0' || g_ascii_isdigit (*name) || *skip_name (name) != '\0')
    return refuse (error, _ ("A name has letters, digits and _, and begins with a letter: "
                             "SEM_TOURNAGE."));
  for (guint i = 0; i < facts->globals.n; i++)
    if (facts->globals.items[i].budget == of && facts->globals.items[i].id != id
        && strcmp (facts->globals.items[i].name, name) == 0)
      {
        g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                     _ ("A variable is called “%s” already. Give it another name."), name);
        return FALSE;
      }
  /* What means something before there is such a variable belongs to the plan. */
  for (guint i = 0; i < facts->globals.n; i++)
    if (facts->globals.items[i].budget == of && strcmp (facts->globals.items[i].name, name) == 0)
      return TRUE;
  if (budget->budget == NULL
      || !plt_budget_eval (facts, plt_session_get_plan (self->session), of, line, name, &e6, NULL))
    return TRUE;
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
               _ ("“%s” is a figure of the schedule. Give the variable another name."), name);
  return FALSE;
}

static void
rewrite (PltBatch *batch,
         const char *table,
         gint64 id,
         const Formula *formulas,
         guint n,
         const char *from,
         const char *to)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = NULL;

      if (!plt_devis_formula_uses (formulas[i].text, from))
        continue;
      text = plt_devis_formula_rename (formulas[i].text, from, to);
      if (!begun)
        plt_batch_update (batch, table, id);
      begun = TRUE;
      plt_batch_set_text (batch, formulas[i].column, text);
    }
}

static void
rename_everywhere (PltDevisGlobals *self,
                   PltBatch *batch,
                   const PltGlobalFacts *global,
                   const char *name)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  Formula formulas[LINE_FORMULAS];

  for (guint i = 0; i < facts->lines.n; i++)
    {
      if (facts->lines.items[i].budget != global->budget)
        continue;
      formulas_of_line (&facts->lines.items[i], formulas);
      rewrite (batch, "budget_line", facts->lines.items[i].id, formulas, LINE_FORMULAS,
               global->name, name);
    }
  for (guint i = 0; i < facts->globals.n; i++)
    {
      if (facts->globals.items[i].budget != global->budget)
        continue;
      formulas_of_global (&facts->globals.items[i], formulas);
      rewrite (batch, "budget_global", facts->globals.items[i].id, formulas, GLOBAL_FORMULAS,
               global->name, name);
    }
}

/* The text of a formula cell without the sign of a spreadsheet, its number plain. */
static char *
plain_text (guint column, const char *text)
{
  const char *plain = text;
  gint64 number;

  if (column != PLT_DEVIS_GLOBAL_VALUE && column != PLT_DEVIS_GLOBAL_LEAST
      && column != PLT_DEVIS_GLOBAL_MOST)
    return g_strstrip (g_strdup (text));
  plain += strspn (plain, " =");
  return plt_number_parse (plain, 6, &number, NULL) ? plt_number_format_plain (number, 6)
                                                    : g_strstrip (g_strdup (plain));
}

static gboolean
add_edit (PltDevisGlobals *self, PltBatch *batch, const PltGridEdit *edit, GError **error)
{
  const PltGlobalFacts *global = global_at (self, (guint) edit->row);
  const PltColumn *column = table_column ((guint) edit->column);
  g_autofree char *text = plain_text ((guint) edit->column, edit->text);
  g_auto (PltValue) value = PLT_VALUE_INIT;

  if (column == NULL)
    return plt_grid_model_refuse (error);
  if (edit->column == PLT_DEVIS_GLOBAL_NAME)
    {
      if (!check_name (self, global != NULL ? global->id : 0, text, error))
        return FALSE;
      if (global != NULL && strcmp (global->name, text) != 0)
        rename_everywhere (self, batch, global, text);
    }
  if (!plt_store_parse_value (plt_session_get_store (self->session), column, text, &value, error))
    return FALSE;
  if (global != NULL)
    plt_batch_update (batch, "budget_global", global->id);
  plt_batch_set_value (batch, column->id, &value);
  return TRUE;
}

/* New rows come one after the other, each with the edits that address it. */
static gboolean
add_new_row (PltDevisGlobals *self,
             PltBatch *batch,
             const PltGridEdit *edits,
             guint n_edits,
             int row,
             GError **error)
{
  gboolean named = FALSE;

  plt_batch_insert (batch, "budget_global");
  plt_batch_set_integer (batch, "budget", plt_session_get_budget_id (self->session));
  for (guint i = 0; i < n_edits; i++)
    {
      if (edits[i].row != row)
        continue;
      named = named || edits[i].column == PLT_DEVIS_GLOBAL_NAME;
      if (!add_edit (self, batch, &edits[i], error))
        return FALSE;
    }
  return named || refuse (error, _ ("Give the variable its name first."));
}

static gboolean
set_many (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error)
{
  PltDevisGlobals *self = PLT_DEVIS_GLOBALS (model);
  const int n_rows = (int) self->rows->len;
  g_autoptr (PltBatch) batch = plt_batch_new ();

  if (plt_session_get_budget_id (self->session) == 0)
    return refuse (error, _ ("There is no budget yet."));
  for (guint i = 0; i < n_edits; i++)
    if (edits[i].row < n_rows && !add_edit (self, batch, &edits[i], error))
      return FALSE;
  for (guint i = 0; i < n_new_rows; i++)
    if (!add_new_row (self, batch, edits, n_edits, n_rows + (int) i, error))
      return FALSE;
  return plt_store_apply (plt_session_get_store (self->session),
                          _ ("Change variables of the budget"), NULL, batch, NULL, error);
}

static gboolean
set_text (PltGridModel *model, guint row, guint column, const char *text, GError **error)
{
  const PltGridEdit edit = { (int) row, (int) column, (char *) text };

  return set_many (model, &edit, 1, 0, error);
}

static gboolean
delete_rows (PltGridModel *model, guint first, guint n, GError **error)
{
  PltDevisGlobals *self = PLT_DEVIS_GLOBALS (model);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = first; i < first + n && i < self->rows->len; i++)
    {
      if (self->uses[i] > 0)
        {
          g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                       ngettext ("%u formula uses “%s”. Change it first, or rename the variable.",
                                 "%u formulas use “%s”. Change them first, or rename the variable.",
                                 self->uses[i]),
                       self->uses[i], global_at (self, i)->name);
          return FALSE;
        }
      g_array_append_val (ids, g_array_index (self->rows, gint64, i));
    }
  return ids->len == 0
         || plt_session_delete (self->session, "budget_global", (const gint64 *) (void *) ids->data,
                                ids->len, error);
}

static gboolean
toggle (PltGridModel *model, guint row, guint column, GError **error)
{
  PltDevisGlobals *self = PLT_DEVIS_GLOBALS (model);
  const PltGlobalFacts *global = global_at (self, row);

  if (column != PLT_DEVIS_GLOBAL_MOVABLE || global == NULL)
    return FALSE;
  return set_text (model, row, column, global->movable ? "non" : "oui", error);
}

/* ---- what is being typed ---- */

static gboolean
try_text (PltGridModel *model, guint row, guint column, const char *text, GError **error)
{
  PltDevisGlobals *self = PLT_DEVIS_GLOBALS (model);
  const PltGlobalFacts *global = global_at (self, row);
  g_autoptr (GError) problem = NULL;

  g_clear_pointer (&self->wrong, g_free);
  self->trying = FALSE;
  if (text != NULL && global != NULL && column == PLT_DEVIS_GLOBAL_VALUE)
    {
      g_autofree char *plain = plain_text (column, text);
      const char *wrong = NULL;
      gint64 e6;

      if (self->trial == NULL)
        self->trial = plt_budget_new (plt_session_get_facts (self->session), global->budget,
                                      plt_session_get_plan (self->session));
      if (plt_budget_try (self->trial, cell_of (global), plain, &problem)
          && !plt_budget_global (self->trial, global->id, &e6, &wrong))
        g_set_error_literal (&problem, PLT_ERROR, PLT_ERROR_INVALID, wrong);
      self->trying = problem == NULL;
      self->wrong = problem != NULL ? g_strdup (problem->message) : NULL;
    }
  plt_grid_model_cells_changed (model, 0, self->rows->len);
  g_signal_emit_by_name (self, "tried");
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* ---- the object ---- */

static guint
get_abilities (PltGridModel *model)
{
  return plt_session_is_read_only (PLT_DEVIS_GLOBALS (model)->session)
             ? PLT_GRID_CAN_NOTHING
             : PLT_GRID_CAN_INSERT | PLT_GRID_CAN_DELETE;
}

static void
plt_devis_globals_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_cell = get_cell;
  iface->get_edit_text = get_edit_text;
  iface->get_completions = get_completions;
  iface->set_text = set_text;
  iface->set_many = set_many;
  iface->delete_rows = delete_rows;
  iface->toggle = toggle;
  iface->try_text = try_text;
  iface->get_abilities = get_abilities;
}

static void
plt_devis_globals_finalize (GObject *object)
{
  PltDevisGlobals *self = PLT_DEVIS_GLOBALS (object);

  forget_trial (self);
  g_array_unref (self->rows);
  g_free (self->uses);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_devis_globals_parent_class)->finalize (object);
}

static void
plt_devis_globals_class_init (PltDevisGlobalsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_devis_globals_finalize;
  g_signal_new ("tried", PLT_TYPE_DEVIS_GLOBALS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
plt_devis_globals_init (PltDevisGlobals *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
}

PltDevisGlobals *
plt_devis_globals_new (PltSession *session)
{
  PltDevisGlobals *self = g_object_new (PLT_TYPE_DEVIS_GLOBALS, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  rebuild (self);
  return self;
}
