/* PltDevisModel: what a person changes, each as one command. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-devis-figures.h"
#include "plt-devis-private.h"
#include "plt-error.h"
#include "plt-number.h"
#include "plt-rates.h"
#include "plt-rows.h"
#include "plt-text.h"

static PltStore *
store_of (PltDevisModel *self)
{
  return plt_session_get_store (self->session);
}

static const PltTable *
line_table (void)
{
  return plt_table_find ("budget_line");
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID, sentence);
  return FALSE;
}

/* ---- cells ---- */

/* "= 2 * SEM_PREPA" without its sign; a number as French spreadsheets write it, plain. */
static char *
read_formula (const char *text)
{
  const char *plain = text + strspn (text, " =");
  gint64 number;

  return plt_number_parse (plain, 6, &number, NULL) ? plt_number_format_plain (number, 6)
                                                    : g_strstrip (g_strdup (plain));
}

/* A number typed over what follows the plan or a variable: the cell remembers what it followed. */
static void
keep_link (PltBatch *batch, const PltLineFacts *line, guint column, const char *text)
{
  const char *before = plt_devis_formula_text (line, column);

  if (plt_devis_link_id (column) != NULL && *plt_devis_link_text (line, column) == '\0'
      && plt_devis_formula_has_names (before) && !plt_devis_formula_has_names (text))
    plt_batch_set_text (batch, plt_devis_link_id (column), before);
}

static gboolean
add_formula (PltDevisModel *self,
             PltBatch *batch,
             const PltLineFacts *line,
             guint column,
             const char *text,
             GError **error)
{
  g_autofree char *formula = read_formula (text);
  g_auto (PltValue) value = PLT_VALUE_INIT;

  if (!plt_store_parse_value (store_of (self), plt_devis_table_column (column), formula, &value,
                              error))
    return FALSE;
  plt_batch_set_value (batch, plt_devis_column_id (column), &value);
  keep_link (batch, line, column, formula);
  return TRUE;
}

/* An amount is the rate; anything else must be a formula that gives one. */
static gboolean
add_rate (PltDevisModel *self,
          PltBatch *batch,
          const PltLineFacts *line,
          const char *text,
          GError **error)
{
  const PltColumn *column = plt_devis_table_column (PLT_DEVIS_COLUMN_RATE);
  g_autofree char *formula = read_formula (text);
  g_auto (PltValue) value = PLT_VALUE_INIT;
  g_autoptr (GError) problem = NULL;
  gint64 e6;

  if (plt_store_parse_value (store_of (self), column, text + strspn (text, " ="), &value, &problem))
    {
      plt_batch_set_value (batch, "rate_cents", &value);
      plt_batch_set_text (batch, "rate_formula", "");
      keep_link (batch, line, PLT_DEVIS_COLUMN_RATE, "");
      return TRUE;
    }
  if (!plt_devis_formula_has_names (formula) && strpbrk (formula, "+*/()") == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (!plt_budget_eval (plt_session_get_facts (self->session), plt_session_get_plan (self->session),
                        self->budget, line, formula, &e6, error))
    return FALSE;
  plt_batch_set_text (batch, "rate_formula", formula);
  return TRUE;
}

static gboolean
add_place (PltBatch *batch, const char *text, GError **error)
{
  g_autofree char *typed = plt_text_fold (text);

  for (int abroad = 0; abroad <= 1; abroad++)
    {
      g_autofree char *title = plt_text_fold (plt_devis_place_title (abroad));

      if (!g_str_equal (typed, title))
        continue;
      plt_batch_set_integer (batch, "abroad", abroad);
      return TRUE;
    }
  return refuse (error, _ ("Write France or Abroad."));
}

/* A function of the pay scale gives a line without a rate that of the scale, which goes on
 * following it. */
static void
follow_scale (PltDevisModel *self, PltBatch *batch, const PltLineFacts *line, const char *function)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltBudget *budget = plt_session_get_budget (self->session);
  const PltRateQuery query = { NULL, function, line->scale, line->unit, budget->budget->date };
  g_autoptr (PltRates) rates = NULL;
  PltRate rate;

  if (*function == '\0' || line->rate_cents != PLT_UNKNOWN || *line->rate_formula != '\0')
    return;
  rates = plt_rates_new (facts);
  if (plt_rates_find (rates, &query, &rate, NULL) == PLT_RATE_FOUND)
    plt_batch_set_text (batch, "rate_formula", PLT_RATE_NAME);
}

static gboolean
add_line_edit (PltDevisModel *self,
               PltBatch *batch,
               const PltLineFacts *line,
               guint at,
               const char *text,
               GError **error)
{
  const PltColumn *column = plt_devis_table_column (at);
  g_auto (PltValue) value = PLT_VALUE_INIT;

  plt_batch_update (batch, "budget_line", line->id);
  if (at == PLT_DEVIS_COLUMN_RATE)
    return add_rate (self, batch, line, text, error);
  if (plt_devis_column_has_formulas (at))
    return add_formula (self, batch, line, at, text, error);
  if (at == PLT_DEVIS_COLUMN_ABROAD)
    return add_place (batch, text, error);
  if (!plt_store_parse_value (store_of (self), column, text, &value, error))
    return FALSE;
  plt_batch_set_value (batch, column->id, &value);
  if (at == PLT_DEVIS_COLUMN_FUNCTION)
    follow_scale (self, batch, line, value.kind == PLT_VALUE_TEXT ? value.text : "");
  return TRUE;
}

static gboolean
add_edit (PltDevisModel *self, PltBatch *batch, const PltGridEdit *edit, GError **error)
{
  const PltDevisRow *row = plt_devis_model_get_row (self, (guint) edit->row);
  const guint at = (guint) edit->column;
  g_auto (PltValue) value = PLT_VALUE_INIT;
  const PltColumn *column;

  if (row == NULL)
    return refuse (error,
                   _ ("There are not enough lines below. Add lines first, or paste higher."));
  if (row->kind == PLT_DEVIS_LINE && plt_devis_table_column (at) != NULL)
    return add_line_edit (self, batch, row->line->line, at, edit->text, error);
  if (plt_devis_budget_column (row, at) == NULL)
    return plt_grid_model_refuse (error);
  column = plt_table_column (plt_table_find ("budget"), plt_devis_budget_column (row, at));
  plt_batch_update (batch, "budget", self->budget);
  if (!plt_store_parse_value (store_of (self), column, edit->text, &value, error))
    return FALSE;
  plt_batch_set_value (batch, column->id, &value);
  return TRUE;
}

gboolean
plt_devis_set_text (PltGridModel *model, guint at, guint column, const char *text, GError **error)
{
  PltDevisModel *self = PLT_DEVIS_MODEL (model);
  const PltGridEdit edit = { (int) at, (int) column, (char *) text };
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;
  const char *title;

  if (!add_edit (self, batch, &edit, error))
    return FALSE;
  title = plt_devis_table_column (column) != NULL
              ? plt_column_title (plt_devis_table_column (column))
              : "";
  /* Translators: %s is the title of a column of the budget */
  label = g_strdup_printf (_ ("Change “%s” in the budget"), title);
  return plt_store_apply (store_of (self), label, NULL, batch, NULL, error);
}

gboolean
plt_devis_set_many (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error)
{
  PltDevisModel *self = PLT_DEVIS_MODEL (model);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = g_strdup_printf (
      ngettext ("Change %u cell of the budget", "Change %u cells of the budget", n_edits), n_edits);

  for (guint i = 0; i < n_edits; i++)
    if (!add_edit (self, batch, &edits[i], error))
      return FALSE;
  return plt_store_apply (store_of (self), label, NULL, batch, NULL, error);
}

/* ---- lines ---- */

/* What a command on lines is given. */
typedef struct
{
  gint64 budget, account;
  gint64 after; /* the new lines stand behind this one, 0: at the end of the account */
  gint64 before;
  guint n;
  const char *code, *label;
  const gint64 *ids;
  gint64 made; /* the last line made */
} Work;

/* (transfer full) (element-type gint64) */
static GArray *
lines_of (PltStore *store, const Work *work, GError **error)
{
  PltFilter filters[2] = { { "budget", plt_value_integer (work->budget) },
                           { "account", plt_value_integer (work->account) } };

  return plt_rows_ids (store, line_table (), filters, 2, "position", error);
}

/* Puts a line behind `after`, before `before`, or at the end of its account. */
static gboolean
place (PltStore *store, const Work *work, gint64 id, gint64 after, gint64 before, GError **error)
{
  g_autoptr (GArray) ids = lines_of (store, work, error);
  guint index = 0;

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      const gint64 other = g_array_index (ids, gint64, i);

      if (before != 0 && other == before)
        break;
      index += other != id ? 1 : 0;
      if (after != 0 && other == after)
        break;
    }
  return plt_rows_move (store, line_table (), id, index, error);
}

static gint64
insert_line (PltStore *store, const Work *work, GError **error)
{
  const PltTable *table = line_table ();
  PltEditValue values[] = {
    { plt_table_column (table, "budget"), plt_value_integer (work->budget) },
    { plt_table_column (table, "account"), plt_value_integer (work->account) },
    { plt_table_column (table, "label"), plt_value_text (work->label) },
    { plt_table_column (table, "code"), plt_value_text (work->code) },
  };
  gint64 id = plt_rows_insert (store, table, values, G_N_ELEMENTS (values), error);

  plt_value_clear (&values[2].value);
  plt_value_clear (&values[3].value);
  return id;
}

static gboolean
insert_lines (PltStore *store, gpointer data, GError **error)
{
  Work *work = data;
  gint64 after = work->after;

  for (guint i = 0; i < work->n; i++)
    {
      work->made = insert_line (store, work, error);
      if (work->made == 0)
        return FALSE;
      if ((after != 0 || work->before != 0)
          && !place (store, work, work->made, after, work->before, error))
        return FALSE;
      if (after != 0)
        after = work->made;
    }
  return TRUE;
}

static gboolean
run (PltDevisModel *self, const char *label, PltCommandFunc function, Work *work, GError **error)
{
  const PltCommand command = { label, NULL, function, work };

  work->budget = self->budget;
  return plt_store_run (store_of (self), &command, error);
}

gint64
plt_devis_model_add_line (PltDevisModel *self,
                          gint64 account,
                          gint64 after,
                          const char *code,
                          const char *label,
                          GError **error)
{
  Work work = { .account = account, .after = after, .n = 1, .code = code, .label = label };
  g_autofree char *name = NULL;

  g_return_val_if_fail (PLT_IS_DEVIS_MODEL (self) && label != NULL, 0);

  if (account == 0)
    {
      refuse (error, _ ("A line belongs to an account: choose one of the nine posts first."));
      return 0;
    }
  name = g_strdup_printf (_ ("Add the line “%s”"), label);
  return run (self, name, insert_lines, &work, error) ? work.made : 0;
}

gboolean
plt_devis_model_use_line (PltDevisModel *self, gint64 line, GError **error)
{
  const PltLineFacts *found;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;

  g_return_val_if_fail (PLT_IS_DEVIS_MODEL (self), FALSE);

  found = PLT_FACTS_FIND (plt_session_get_facts (self->session)->lines, PltLineFacts, line);
  g_return_val_if_fail (found != NULL, FALSE);
  label = g_strdup_printf (_ ("Add the line “%s”"), found->label);
  plt_batch_update (batch, "budget_line", line);
  plt_batch_set_text (batch, "quantity", "1");
  plt_batch_set_text (batch, "duration", "1");
  return plt_store_apply (store_of (self), label, NULL, batch, NULL, error);
}

gboolean
plt_devis_insert_rows (PltGridModel *model, guint at, guint n, GError **error)
{
  PltDevisModel *self = PLT_DEVIS_MODEL (model);
  const PltDevisRow *row = plt_devis_model_get_row (self, at);
  Work work = {
    .account = plt_devis_model_get_account (self, at), .n = n, .code = "", .label = _ ("New line")
  };
  g_autofree char *name = NULL;

  if (work.account == 0)
    return refuse (error, _ ("A line belongs to an account: choose one of the nine posts first."));
  if (row->kind == PLT_DEVIS_LINE)
    work.before = row->line->line->id;
  name = g_strdup_printf (ngettext ("Add %u line", "Add %u lines", n), n);
  return run (self, name, insert_lines, &work, error);
}

/* (transfer full) (element-type gint64): the lines among those rows */
static GArray *
list_lines (PltDevisModel *self, guint first, guint n)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = first; i < first + n; i++)
    {
      const PltDevisRow *row = plt_devis_model_get_row (self, i);

      if (row != NULL && row->kind == PLT_DEVIS_LINE)
        g_array_append_val (ids, row->line->line->id);
    }
  return ids;
}

gboolean
plt_devis_model_delete (PltDevisModel *self, guint first, guint n, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (PLT_IS_DEVIS_MODEL (self), FALSE);

  ids = list_lines (self, first, n);
  if (ids->len == 0)
    return refuse (error, _ ("Only lines are deleted here: accounts and totals stay."));
  return plt_session_delete (self->session, "budget_line", (const gint64 *) (void *) ids->data,
                             ids->len, error);
}

gboolean
plt_devis_delete_rows (PltGridModel *model, guint first, guint n, GError **error)
{
  return plt_devis_model_delete (PLT_DEVIS_MODEL (model), first, n, error);
}

/* ---- links ---- */

gboolean
plt_devis_model_is_overridden (PltDevisModel *self, guint at)
{
  const PltDevisRow *row = plt_devis_model_get_row (self, at);

  return row != NULL && row->kind == PLT_DEVIS_LINE && row->line->overridden;
}

/* Returns: how many cells of the line are given their link back */
static guint
add_relink (PltBatch *batch, const PltLineFacts *line, int only)
{
  static const guint columns[]
      = { PLT_DEVIS_COLUMN_QUANTITY, PLT_DEVIS_COLUMN_DURATION, PLT_DEVIS_COLUMN_RATE };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (!plt_devis_cell_is_overridden (line, columns[i])
          || (only >= 0 && columns[i] != (guint) only))
        continue;
      if (n++ == 0)
        plt_batch_update (batch, "budget_line", line->id);
      plt_batch_set_text (batch, plt_devis_formula_id (columns[i]),
                          plt_devis_link_text (line, columns[i]));
    }
  return n;
}

gboolean
plt_devis_model_relink (PltDevisModel *self, guint first, guint n, guint column, GError **error)
{
  const PltDevisRow *at;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;
  guint n_cells = 0;
  int only = -1;

  g_return_val_if_fail (PLT_IS_DEVIS_MODEL (self), FALSE);

  for (guint i = first; i < first + n; i++)
    {
      at = plt_devis_model_get_row (self, i);
      if (at != NULL && at->kind == PLT_DEVIS_LINE
          && plt_devis_cell_is_overridden (at->line->line, column))
        only = (int) column;
    }
  for (guint i = first; i < first + n; i++)
    {
      at = plt_devis_model_get_row (self, i);
      if (at != NULL && at->kind == PLT_DEVIS_LINE)
        n_cells += add_relink (batch, at->line->line, only);
    }
  if (n_cells == 0)
    return refuse (error, _ ("No link was typed over here."));
  label = g_strdup_printf (ngettext ("Restore %u link", "Restore %u links", n_cells), n_cells);
  return plt_store_apply (store_of (self), label, NULL, batch, NULL, error);
}

/* A copy of a row with all its values, at the end of its account. */
static gint64
copy_line (PltStore *store, gint64 id, GError **error)
{
  const PltTable *table = line_table ();
  guint n = plt_table_n_columns (table);
  g_autofree PltValue *values = g_new0 (PltValue, n);
  g_autofree PltEditValue *edits = g_new0 (PltEditValue, n);
  guint n_edits = 0;
  gint64 made = 0;

  if (plt_rows_read (store, table, id, values, error))
    {
      for (guint i = 0; i < n; i++)
        if (g_strcmp0 (table->columns[i].id, table->position) != 0)
          edits[n_edits++] = (PltEditValue){ &table->columns[i], values[i] };
      made = plt_rows_insert (store, table, edits, n_edits, error);
    }
  for (guint i = 0; i < n; i++)
    plt_value_clear (&values[i]);
  return made;
}

static gboolean
duplicate_lines (PltStore *store, gpointer data, GError **error)
{
  Work *work = data;
  gint64 after = work->after;

  for (guint i = 0; i < work->n; i++)
    {
      work->made = copy_line (store, work->ids[i], error);
      if (work->made == 0 || !place (store, work, work->made, after, 0, error))
        return FALSE;
      after = work->made;
    }
  return TRUE;
}

gint64
plt_devis_model_duplicate (PltDevisModel *self, guint first, guint n, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  const PltFacts *facts;
  g_autofree char *name = NULL;
  Work work = { 0 };

  g_return_val_if_fail (PLT_IS_DEVIS_MODEL (self), 0);

  ids = list_lines (self, first, n);
  facts = plt_session_get_facts (self->session);
  if (ids->len == 0)
    {
      refuse (error, _ ("Choose a line: accounts and totals are not duplicated."));
      return 0;
    }
  work.ids = (const gint64 *) (void *) ids->data;
  work.n = ids->len;
  work.after = g_array_index (ids, gint64, ids->len - 1);
  work.account = PLT_FACTS_FIND (facts->lines, PltLineFacts, work.after)->account;
  for (guint i = 0; i < ids->len; i++)
    if (PLT_FACTS_FIND (facts->lines, PltLineFacts, work.ids[i])->account != work.account)
      {
        refuse (error, _ ("Choose lines of one account to duplicate them together."));
        return 0;
      }
  name = g_strdup_printf (ngettext ("Duplicate %u line", "Duplicate %u lines", ids->len), ids->len);
  return run (self, name, duplicate_lines, &work, error) ? work.made : 0;
}

static gboolean
move_lines (PltStore *store, gpointer data, GError **error)
{
  Work *work = data;
  const PltEditValue account
      = { plt_table_column (line_table (), "account"), plt_value_integer (work->account) };
  gint64 after = work->after;

  for (guint i = 0; i < work->n; i++)
    {
      if (!plt_rows_update (store, line_table (), work->ids[i], &account, 1, error)
          || !place (store, work, work->ids[i], after, work->before, error))
        return FALSE;
      if (after != 0)
        after = work->ids[i];
    }
  return TRUE;
}

/* Lines dropped before a line stand before it, in its account; dropped before an account, they end
 * the one above it, or begin it when it stands open above. */
gboolean
plt_devis_move_rows (PltGridModel *model, guint first, guint n, guint to, GError **error)
{
  PltDevisModel *self = PLT_DEVIS_MODEL (model);
  g_autoptr (GArray) ids = list_lines (self, first, n);
  const PltDevisRow *target = plt_devis_model_get_row (self, to);
  const PltDevisRow *above = to > 0 ? plt_devis_model_get_row (self, to - 1) : NULL;
  const PltDevisRow *moved = plt_devis_model_get_row (self, first);
  g_autofree char *name = NULL;
  Work work = { .ids = (const gint64 *) (void *) ids->data, .n = ids->len };

  if (ids->len != n)
    return refuse (error, _ ("Only lines are moved: accounts stay in the order of the template."));
  if (target != NULL && target->kind == PLT_DEVIS_LINE)
    {
      work.account = target->account->account->id;
      work.before = target->line->line->id;
    }
  else if (above != NULL && above->account != NULL)
    {
      work.account = above->account->account->id;
      /* Moved down over the head of the next account: its first line, not its last. */
      if (above->kind == PLT_DEVIS_LINE)
        work.after = above->line->line->id;
      else if (above->account != moved->account)
        {
          GArray *others = NULL;

          work.budget = self->budget;
          others = lines_of (store_of (self), &work, error);
          if (others == NULL)
            return FALSE;
          work.before = others->len > 0 && to > first ? g_array_index (others, gint64, 0) : 0;
          g_array_unref (others);
        }
    }
  if (work.account == 0)
    return refuse (error, _ ("A line belongs to an account: it cannot stand among the totals."));
  name = g_strdup_printf (ngettext ("Move %u line", "Move %u lines", n), n);
  return run (self, name, move_lines, &work, error);
}
