/* PltReportLogPage: the rapport horaire of a day: its hours, its lines, and the line being typed.
 *
 * Large type, and everything by keyboard: what is typed is in PltLogBar, what was written in a
 * register of the day's lines. */
#pragma once

#include <gtk/gtk.h>

#include "plt-log-bar.h"
#include "plt-register.h"

G_BEGIN_DECLS

#define PLT_TYPE_REPORT_LOG_PAGE (plt_report_log_page_get_type ())
G_DECLARE_FINAL_TYPE (PltReportLogPage, plt_report_log_page, PLT, REPORT_LOG_PAGE, GtkWidget)

GtkWidget *plt_report_log_page_new (PltSession *session);
void plt_report_log_page_show (PltReportLogPage *self,
                               const PltReportBook *book,
                               const PltReportDay *day);
PltLogBar *plt_report_log_page_get_bar (PltReportLogPage *self);
PltRegister *plt_report_log_page_get_register (PltReportLogPage *self);
/* The present hour: in the hour of the day that has the focus, else in the line being typed. */
void plt_report_log_page_stamp (PltReportLogPage *self);
/* From the hours to the lines to the line being typed; FALSE after the last. */
gboolean plt_report_log_page_focus_next_part (PltReportLogPage *self);
const char *plt_report_log_page_get_figures (PltReportLogPage *self);

G_END_DECLS
