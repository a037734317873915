/* PltDevisModel: what is being typed, and what it would make of every total. A devis of its own is
 * parsed once when the typing begins; each keystroke then sets one cell of it and computes again.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-devis-private.h"
#include "plt-number.h"

void
plt_devis_forget_trial (PltDevisModel *self)
{
  self->trying = FALSE;
  g_clear_pointer (&self->wrong, g_free);
  g_clear_pointer (&self->trial, plt_budget_free);
}

const PltBudget *
plt_devis_model_get_figures (PltDevisModel *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_MODEL (self), NULL);

  return self->trying ? self->trial : plt_session_get_budget (self->session);
}

const PltFigures *
plt_devis_model_get_scale (PltDevisModel *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_MODEL (self), NULL);

  return &self->scale;
}

gboolean
plt_devis_model_is_trying (PltDevisModel *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_MODEL (self), FALSE);

  return self->trying;
}

const char *
plt_devis_model_get_try_error (PltDevisModel *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_MODEL (self), NULL);

  return self->wrong;
}

/* The text as the engine reads it in a cell: an amount as plain euros, in parentheses where a plain
 * number would be looked for elsewhere. */
static char *
to_formula (guint column, const char *text)
{
  const char *plain = text + strspn (text, " =");
  g_autofree char *number = NULL;
  gint64 value;

  if (column == PLT_DEVIS_COLUMN_RATE && plt_money_parse (plain, &value, NULL))
    number = plt_number_format_plain (value, 2);
  else if (plt_number_parse (plain, 6, &value, NULL))
    number = plt_number_format_plain (value, 6);
  else if (*plain == '\0' && column == PLT_DEVIS_COLUMN_TIMES)
    number = g_strdup ("1");
  if (number == NULL)
    return g_strdup (plain);
  return column == PLT_DEVIS_COLUMN_RATE || column == PLT_DEVIS_COLUMN_TIMES
             ? g_strdup_printf ("(%s)", number)
             : g_steal_pointer (&number);
}

static gboolean
try_cell (PltDevisModel *self, gint64 line, guint column, const char *text, GError **error)
{
  const PltRef cell = { "budget_line", line, plt_devis_formula_id (column) };
  g_autofree char *formula = to_formula (column, text);
  const PltBudgetLine *result;

  if (!plt_budget_try (self->trial, cell, formula, error))
    return FALSE;
  result = plt_budget_find_line (self->trial, line);
  if (result->error == NULL || g_strcmp0 (result->error_column, plt_devis_column_id (column)) != 0)
    return TRUE;
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID, result->error);
  return FALSE;
}

static void
stop (PltDevisModel *self)
{
  if (!self->trying)
    return;
  self->trying = FALSE;
  plt_devis_rebuild (self);
}

static gboolean
begin (PltDevisModel *self, gint64 line, guint column, const char *text, GError **error)
{
  if (self->trial == NULL)
    self->trial = plt_budget_new (plt_session_get_facts (self->session), self->budget,
                                  plt_session_get_plan (self->session));
  if (!try_cell (self, line, column, text, error))
    return FALSE;
  self->trying = TRUE;
  plt_devis_rebuild (self);
  return TRUE;
}

gboolean
plt_devis_model_try (PltDevisModel *self, guint at, guint column, const char *text, GError **error)
{
  const PltDevisRow *row;
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (PLT_IS_DEVIS_MODEL (self), FALSE);

  row = plt_devis_model_get_row (self, at);
  g_clear_pointer (&self->wrong, g_free);
  if (text == NULL || row == NULL || row->kind != PLT_DEVIS_LINE
      || !plt_devis_column_has_formulas (column))
    stop (self);
  else if (!begin (self, row->line->line->id, column, text, &problem))
    {
      self->wrong = g_strdup (problem->message);
      stop (self);
    }
  g_signal_emit_by_name (self, "tried");
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

gboolean
plt_devis_try_text (PltGridModel *model, guint row, guint column, const char *text, GError **error)
{
  return plt_devis_model_try (PLT_DEVIS_MODEL (model), row, column, text, error);
}
