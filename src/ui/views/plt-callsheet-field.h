/* PltCallsheetField: a field of a feuille de service: its title with a pin when its hour was typed
 * and a mark when a correction changed it, the editor, and below it what a check says.
 *
 * Signal: typing (const char *): the text at each keystroke; NULL when the typing ended. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_CALLSHEET_FIELD (plt_callsheet_field_get_type ())
G_DECLARE_FINAL_TYPE (PltCallsheetField, plt_callsheet_field, PLT, CALLSHEET_FIELD, GtkWidget)

GtkWidget *plt_callsheet_field_new (PltSession *session,
                                    PltRecord *record,
                                    const PltColumn *column,
                                    gboolean locked);
void plt_callsheet_field_refresh (PltCallsheetField *self); /* pin, mark, finding */
const PltColumn *plt_callsheet_field_get_column (PltCallsheetField *self);
GtkWidget *plt_callsheet_field_get_editor (PltCallsheetField *self);
const char *plt_callsheet_field_get_message (PltCallsheetField *self); /* what was refused */
/* What a check says, to be put below the row of a field that is too narrow for a sentence. */
GtkWidget *plt_callsheet_field_take_finding (PltCallsheetField *self);
gboolean plt_callsheet_field_commit (PltCallsheetField *self); /* FALSE when it was refused */
void plt_callsheet_field_focus (PltCallsheetField *self);

G_END_DECLS
