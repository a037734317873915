/* What the papers of the scripte share: the reports of all days, the day that is asked for, French
 * words for what the registers keep as codes. */
#pragma once

#include "plt-paper.h"
#include "plt-report.h"

G_BEGIN_DECLS

#define PLT_REPORT_DAY_PARAM                                                                       \
  {                                                                                                \
    "day", N_ ("Shooting day"), PLT_PARAM_REFERENCE, "shooting_day", NULL, NULL, NULL              \
  }

typedef struct
{
  PltPaperSource source;
  PltReportBook *book;
  const PltReportDay *day; /* NULL when there is none at all */
} PltReportPaper;

/* The day is that of the parameter "day" (row id, "J2", a date), else the last one with a report up
 * to the edition, else the first. */
gboolean plt_report_paper_open (PltReportPaper *self,
                                PltStore *store,
                                const PltParams *params,
                                GError **error);
void plt_report_paper_close (PltReportPaper *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltReportPaper, plt_report_paper_close)

/* With the day in its subtitle. */
PltDocument *
plt_report_paper_new (const PltReportPaper *self, const char *title, PltOrientation orientation);
const char *plt_report_word (const char *code); /* of any choice of these tables, in French */
char *plt_report_minutes (gint64 minutes);      /* "1 h 20", "" when unknown */
char *plt_report_size (gint64 megabytes);       /* "412 Go", "" when unknown */

G_END_DECLS
