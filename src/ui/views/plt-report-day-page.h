/* PltReportDayPage: the rapport de production of a day: its typed fields, its cards and its delays
 * beside the paper that is computed from them; a click on the paper goes to the field. */
#pragma once

#include <gtk/gtk.h>

#include "plt-form.h"
#include "plt-preview.h"
#include "plt-register.h"
#include "plt-report.h"

G_BEGIN_DECLS

#define PLT_TYPE_REPORT_DAY_PAGE (plt_report_day_page_get_type ())
G_DECLARE_FINAL_TYPE (PltReportDayPage, plt_report_day_page, PLT, REPORT_DAY_PAGE, GtkWidget)

GtkWidget *plt_report_day_page_new (PltSession *session);
void plt_report_day_page_show (PltReportDayPage *self, const PltReportDay *day);
/* Goes to that cell: of the report, a card, a delay; FALSE when it is not of this day. */
gboolean plt_report_day_page_select_ref (PltReportDayPage *self, PltRef ref);
PltPreview *plt_report_day_page_get_preview (PltReportDayPage *self);
/* (transfer full): the paper of that day */
PltDocument *plt_report_day_page_get_document (PltReportDayPage *self, GError **error);

G_END_DECLS
