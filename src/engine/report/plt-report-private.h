#pragma once

#include "plt-report.h"

G_BEGIN_DECLS

/* What the film knows of a séquence when a day begins. */
typedef struct
{
  GHashTable *shots; /* names of shots made */
  gint64 counted;    /* seconds */
  gboolean complete;
} PltReportPast;

/* Fills @day->sequences; @past: séquence -> PltReportPast, brought to the end of the day. */
void plt_report_fill_sequences (const PltFacts *facts, PltReportDay *day, GHashTable *past);
/* The hours, planned and real, who was there, cards. */
void plt_report_fill_hours (const PltFacts *facts, const PltPlan *plan, PltReportDay *day);
void plt_report_fill_people (const PltFacts *facts, PltReportDay *day);
PltReportPast *plt_report_past_of (GHashTable *past, gint64 sequence);

G_END_DECLS
