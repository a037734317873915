/* PltCallsheetForm: one feuille de service to be filled in, in the order of the paper: state,
 * hours, day, emergencies, calls, needs, transport and meals, safety.
 *
 * The PAT moves every hour that was not typed; typed hours carry a pencil. A sheet that was sent is
 * locked: everything can be read, nothing changed.
 *
 * Signal: focused (const PltRef *): the user went to that field or cell. */
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
void plt_callsheet_form_refresh (PltCallsheetForm *self); /* state, issues, sizes */
/* Goes to a field of call_sheet, a cell of call or call_note. FALSE when it is not on this sheet.
 */
gboolean plt_callsheet_form_go_to (PltCallsheetForm *self, PltRef ref);

PltGrid *plt_callsheet_form_get_calls (PltCallsheetForm *self);
GtkWidget *plt_callsheet_form_get_pat (PltCallsheetForm *self);      /* the entry */
const char *plt_callsheet_form_get_message (PltCallsheetForm *self); /* of the PAT; "" when well */

G_END_DECLS
