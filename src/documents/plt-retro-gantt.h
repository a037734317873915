/* A rétroplanning as the bars of a PltGantt, for the paper and for the window: what both show of a
 * row, of the links between rows, and of the days on which nobody works. Texts are the caller's. */
#pragma once

#include "plt-gantt.h"
#include "plt-retro.h"

G_BEGIN_DECLS

/* Depth, phase, dates, slack, baseline, deadline and what is said by signs. */
void plt_retro_gantt_bar (PltGanttRow *row, const PltRetroRow *from);
/* Links of the file between rows that are shown: `places` are rows of the gantt by task of the
 * network, -1 for one that is not there. */
void plt_retro_gantt_links (PltGantt *gantt, const PltRetro *retro, const gint *places);
/* Days off of the rows whose task has a calendar of its own. */
void plt_retro_gantt_calendars (PltGantt *gantt, const PltRetro *retro, const gint *places);
/* The delivery that the production asks for, when the plan cannot keep it: a copy of it as a day
 * that is missed. */
void plt_retro_gantt_due (PltGantt *gantt, const PltRetro *retro);
/* Holidays, local days off, and closings that are for all calendars. */
void plt_retro_gantt_days_off (PltGantt *gantt, const PltFacts *facts);

G_END_DECLS
