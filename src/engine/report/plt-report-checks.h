/* What the reports, cards, incidents and the conformity grid leave open or do not allow. */
#pragma once

#include "plt-issue.h"
#include "plt-report.h"

G_BEGIN_DECLS

/* @today: PLT_DATE_NONE: nothing is late. */
void plt_check_report_days (const PltReportBook *book, PltDate today, GPtrArray *issues);
void plt_check_cards (const PltReportBook *book, GPtrArray *issues);
void plt_check_incidents (const PltFacts *facts, PltDate today, GPtrArray *issues);
void plt_check_conformity (const PltReportBook *book, GPtrArray *issues);
/* The last day on which an accident of that date may be declared: 48 hours, Sundays and public
 * holidays left out. Code de la sécurité sociale R441-3. */
PltDate plt_accident_deadline (const PltFacts *facts, PltDate date);

G_END_DECLS
