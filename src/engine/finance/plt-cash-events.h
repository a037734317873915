/* The dates that money hangs on. Pure.
 *
 * Events: signature (the date of the source), debut-preparation (first task of that phase),
 * premier-jour and fin-tournage (plan de travail), fin-montage (end of the last task of
 * postproduction whose name holds "montage"), livraison and acceptation (delivery of the
 * production). */
#pragma once

#include "plt-plan.h"

G_BEGIN_DECLS

PltDate
plt_cash_event_date (const PltFacts *facts, const PltPlan *plan, const char *event, PltDate own);
/* First start (or last end) of the tasks of a phase whose name holds that word (nullable). */
PltDate
plt_cash_task_bound (const PltFacts *facts, const char *phase, const char *word, gboolean end);

G_END_DECLS
