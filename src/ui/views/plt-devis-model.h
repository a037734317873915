/* PltDevisModel: the devis that is looked at, as a grid: posts, sub-posts, groups and lines with
 * their totals. Knows no widget and computes no amount: it shows what the engine made of the
 * session's facts, and each change a person makes is one command.
 *
 * It follows the session's `changed` at once, keeps the place of rows by key, and goes on showing a
 * line that has just been emptied until the filter is touched.
 *
 * Signal: tried (): the figures are those of what is being typed, or no longer.
 *
 * Lines can be typed in, and the two rates below the posts. Codes and names of accounts belong to
 * the template and change in the form of the side pane. */
#pragma once

#include "plt-devis-formula.h"
#include "plt-devis-tree.h"
#include "plt-grid-model.h"
#include "plt-session.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_DEVIS_COLUMN_CODE,
  PLT_DEVIS_COLUMN_LABEL,
  PLT_DEVIS_COLUMN_QUANTITY,
  PLT_DEVIS_COLUMN_DURATION,
  PLT_DEVIS_COLUMN_UNIT,
  PLT_DEVIS_COLUMN_TIMES,
  PLT_DEVIS_COLUMN_RATE,
  PLT_DEVIS_COLUMN_TOTAL,
  PLT_DEVIS_COLUMN_PROFILE,
  PLT_DEVIS_COLUMN_CONTRIBUTIONS,
  PLT_DEVIS_COLUMN_PHASE,
  PLT_DEVIS_COLUMN_TAX_CREDIT,
  PLT_DEVIS_COLUMN_NOTE,
  PLT_DEVIS_COLUMN_AMOUNT,
  PLT_DEVIS_COLUMN_PAYEE,
  PLT_DEVIS_COLUMN_FUNCTION,
  PLT_DEVIS_COLUMN_SCALE,
  PLT_DEVIS_COLUMN_ROLE,
  PLT_DEVIS_COLUMN_ABROAD,
  PLT_DEVIS_COLUMN_MODE,
  PLT_DEVIS_COLUMN_VAT,
  PLT_DEVIS_COLUMN_SHARE,
  PLT_DEVIS_COLUMN_DAY,
  PLT_DEVIS_COLUMN_MINUTE,
  PLT_DEVIS_N_COLUMNS,
} PltDevisColumn;

#define PLT_TYPE_DEVIS_MODEL (plt_devis_model_get_type ())
G_DECLARE_FINAL_TYPE (PltDevisModel, plt_devis_model, PLT, DEVIS_MODEL, GObject)

PltDevisModel *plt_devis_model_new (PltSession *session);
const PltDevisRow *plt_devis_model_get_row (PltDevisModel *self, guint row); /* (nullable) */
/* The figures the rows show: the session's, or those of what is being typed. */
const PltBudget *plt_devis_model_get_figures (PltDevisModel *self);
const PltFigures *plt_devis_model_get_scale (PltDevisModel *self); /* days and length */
const char *plt_devis_total_title (PltDevisKind kind);
PltMoney plt_devis_total_amount (const PltBudget *budget, PltDevisKind kind);

/* ---- what is being typed ---- */

/**
 * plt_devis_model_try:
 * @text: (nullable): what is being typed in that cell; %NULL ends it
 *
 * Every total shows what the text would make of it; nothing is written. What cannot be computed
 * leaves the figures as they are stored. Emits `tried`.
 *
 * Returns: FALSE with the sentence the cell would get
 */
gboolean plt_devis_model_try (
    PltDevisModel *self, guint row, guint column, const char *text, GError **error);
gboolean plt_devis_model_is_trying (PltDevisModel *self);
/* (nullable): the sentence of the last try that could not be computed */
const char *plt_devis_model_get_try_error (PltDevisModel *self);

gboolean plt_devis_column_has_formulas (guint column);
/* The cell's formula, and FALSE when it cannot hold one. Belongs to the session. */
gboolean plt_devis_model_get_formula (PltDevisModel *self,
                                      guint row,
                                      guint column,
                                      PltDevisFormula *formula);
/* Where the value of that cell comes from, FALSE when it was typed there. */
gboolean plt_devis_model_get_source (PltDevisModel *self, guint row, guint column, PltRef *ref);
/* What is selected when the cursor stands there; table NULL on a total. */
PltRef plt_devis_model_get_ref (PltDevisModel *self, guint row, guint column);
/* (transfer full): "231-01 · Duration" */
char *plt_devis_model_get_address (PltDevisModel *self, guint row, guint column);

void plt_devis_model_set_hide_empty (PltDevisModel *self, gboolean hide);
gboolean plt_devis_model_get_hide_empty (PltDevisModel *self);
void plt_devis_model_set_search (PltDevisModel *self, const char *text);
void plt_devis_model_expand_all (PltDevisModel *self, gboolean expanded);
/* 1: the posts, 2: sub-posts as well, 3: everything but the lines of the third level. */
void plt_devis_model_expand_to (PltDevisModel *self, guint level);
/* Makes that row visible whatever the filter. Its row, -1 when it is not of this devis; `column`
 * (out) (optional): where the column of the reference is, else unchanged. */
int plt_devis_model_reveal (PltDevisModel *self, PltRef ref, guint *column);

/* ---- commands; each FALSE or 0 with a whole sentence when it is refused ---- */

/* The account the cursor's row belongs to; 0 below the posts. */
gint64 plt_devis_model_get_account (PltDevisModel *self, guint row);
gint64 plt_devis_model_get_budget (PltDevisModel *self); /* 0 when there is none */
/* A line of one's own at the end of an account, or behind the line `after` (0: none). */
gint64 plt_devis_model_add_line (PltDevisModel *self,
                                 gint64 account,
                                 gint64 after,
                                 const char *code,
                                 const char *label,
                                 GError **error);
/* Uses a line that the template proposes: it counts once. */
gboolean plt_devis_model_use_line (PltDevisModel *self, gint64 line, GError **error);
/* Takes up again what those cells followed before a number was typed over it; with `column` not
 * such a cell, all of those of the lines. */
gboolean
plt_devis_model_relink (PltDevisModel *self, guint first, guint n, guint column, GError **error);
gboolean plt_devis_model_is_overridden (PltDevisModel *self, guint row); /* any cell of it */
gint64 plt_devis_model_duplicate (PltDevisModel *self,
                                  guint first,
                                  guint n,
                                  GError **error); /* last new */
gboolean plt_devis_model_delete (PltDevisModel *self, guint first, guint n, GError **error);

G_END_DECLS
