/* PltReportView: the scripte's day: rapport horaire, rapport de production, incidents, conformity.
 *
 * The days stand at the left with the state of their reports; the first two pages are of the day
 * that is chosen there. */
#pragma once

#include "plt-conformity-page.h"
#include "plt-report-day-page.h"
#include "plt-report-log-page.h"
#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_REPORT_VIEW (plt_report_view_get_type ())
G_DECLARE_FINAL_TYPE (PltReportView, plt_report_view, PLT, REPORT_VIEW, PltView)

PltReportLogPage *plt_report_view_get_log (PltReportView *self);
PltReportDayPage *plt_report_view_get_day_page (PltReportView *self);
PltConformityPage *plt_report_view_get_conformity (PltReportView *self);
/* The place of the day that is shown among the days of the book. */
guint plt_report_view_get_day (PltReportView *self);
void plt_report_view_show_day (PltReportView *self, guint day);

G_END_DECLS
