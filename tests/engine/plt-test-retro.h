/* Facts of a rétroplanning: a production without strips, tasks and links added one by one. */
#pragma once

#include "plt-retro.h"

G_BEGIN_DECLS

PltDate retro_day (const char *iso);
/* Facts with a delivery ("" for none) and shooting days on the dates, comma-separated. */
PltFacts *retro_facts (const char *delivery, const char *shoot);
/* `days` below 0: not known. The row is to be changed as needed until the next one is added. */
PltTaskFacts *retro_task (PltFacts *facts, gint64 id, const char *name, gint64 days);
PltTaskLinkFacts *
retro_link (PltFacts *facts, gint64 from, gint64 to, const char *kind, gint64 lag);
/* The rétroplanning on a day ("" for none). */
PltRetro *retro_on (const PltFacts *facts, const char *today);
/* "2027-05-10..2027-06-25" */
char *retro_dates (const PltRetro *retro, gint64 task);
gboolean retro_has_issue (const PltRetro *retro, const char *rule, const char *part);

G_END_DECLS
