/* PltCallsheetForm: one feuille de service to be filled in, in the order of the paper.
 *
 * Blocks that are empty are folded and open with "＋". The PAT moves every hour that was not typed;
 * a typed hour carries a pin. What a check says of a field stands below it; what a correction
 * changed is marked, with what the version that was sent said. A sheet that was sent is locked: all
 * can be read, and only its distribution changes.
 *
 * Signals:
 *   focused (const PltRef *)   the user went to that field or cell
 *   typing (PltRecord *, const PltColumn *, const char *)   at each keystroke; NULL: it ended */
#pragma once

#include <gtk/gtk.h>

#include "plt-grid.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_CALLSHEET_FORM (plt_callsheet_form_get_type ())
G_DECLARE_FINAL_TYPE (PltCallsheetForm, plt_callsheet_form, PLT, CALLSHEET_FORM, GtkWidget)

GtkWidget *plt_callsheet_form_new (PltSession *session);
void plt_callsheet_form_show (PltCallsheetForm *self, gint64 sheet); /* 0: none */
gint64 plt_callsheet_form_get_sheet (PltCallsheetForm *self);
void plt_callsheet_form_refresh (PltCallsheetForm *self); /* state, issues, marks, sizes */
/* Goes to a field of call_sheet, a cell of its tables; opens the block it is in. FALSE when it is
 * not on this sheet. */
gboolean plt_callsheet_form_go_to (PltCallsheetForm *self, PltRef ref);
/* Where the user is now, a reference to nothing when nowhere. */
PltRef plt_callsheet_form_get_place (PltCallsheetForm *self);
/* Writes what is typed and not yet written. FALSE when something of it was refused: it stays as it
 * was typed, with the focus. */
gboolean plt_callsheet_form_commit (PltCallsheetForm *self);
/* Opens or folds a block by its id (plt-callsheet-blocks.h). */
void plt_callsheet_form_open_block (PltCallsheetForm *self, const char *block, gboolean open);
void plt_callsheet_form_enter_block (PltCallsheetForm *self, const char *block); /* and go there */
gboolean plt_callsheet_form_is_open (PltCallsheetForm *self, const char *block);
/* To the next or the block before, from where the focus is. */
gboolean plt_callsheet_form_step (PltCallsheetForm *self, int by);

/* (nullable): the table of a block, NULL while it is folded */
PltGrid *plt_callsheet_form_get_grid (PltCallsheetForm *self, const char *block);
/* (nullable): the editor of a field, NULL while its block is folded */
GtkWidget *plt_callsheet_form_get_editor (PltCallsheetForm *self, const char *column);
/* What is wrong with what was typed there; "" when well. */
const char *plt_callsheet_form_get_message (PltCallsheetForm *self, const char *column);

G_END_DECLS
