/* PltCallsheetDays: the shooting days with the state of their feuille de service: to do, draft,
 * approved, sent; and which of them the plan has left behind.
 *
 * Signals:
 *   chosen (gint64)    another day was chosen by the user
 *   entered ()         Return or a double click: on to the sheet */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_CALLSHEET_DAYS (plt_callsheet_days_get_type ())
G_DECLARE_FINAL_TYPE (PltCallsheetDays, plt_callsheet_days, PLT, CALLSHEET_DAYS, GtkWidget)

GtkWidget *plt_callsheet_days_new (void);
/* Lists them again; `day` is the one to show, or else the one that comes next, or the first. Gives
 * the one that is shown, 0 when there is none. */
gint64 plt_callsheet_days_fill (PltCallsheetDays *self, PltSession *session, gint64 day);
gboolean plt_callsheet_days_show (PltCallsheetDays *self, gint64 day); /* FALSE: not in the list */
gint64 plt_callsheet_days_step (PltCallsheetDays *self, gint64 day, int by); /* 0: no such day */
gboolean plt_callsheet_days_grab (PltCallsheetDays *self);
/* "Draft v1" as the list writes it; "" for a day that is not in it. */
const char *plt_callsheet_days_get_state (PltCallsheetDays *self, gint64 day);

G_END_DECLS
