/* PltReportDays: the list of the shooting days with the state of their reports.
 *
 * Signal: chosen: the user went to another day. */
#pragma once

#include <gtk/gtk.h>

#include "plt-report.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_REPORT_DAYS (plt_report_days_get_type ())
G_DECLARE_FINAL_TYPE (PltReportDays, plt_report_days, PLT, REPORT_DAYS, GtkWidget)

GtkWidget *plt_report_days_new (void);
/* Fills the list with the days of the book, that one chosen. */
void plt_report_days_show (PltReportDays *self, const PltReportBook *book, guint chosen);
guint plt_report_days_get_chosen (PltReportDays *self);
gboolean plt_report_days_grab_focus (PltReportDays *self);
/* (transfer full): "Missing", "In progress" ... */
char *plt_report_state_text (const PltReportBook *book, const PltReportDay *day, PltDate today);
/* (transfer full): "D2 · tue 13 apr." */
char *plt_report_day_title (const PltReportDay *day);

G_END_DECLS
