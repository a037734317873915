/* PltHoursView: the hours of the shoot: a day typed in a grid, the week of the team with its pay,
 * the statement of one person, overtime against the devis, and the register of all rows. Its
 * figures are the engine's (plt-hours.h); beside the grid stands why. */
#pragma once

#include "plt-grid.h"
#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_HOURS_VIEW (plt_hours_view_get_type ())
G_DECLARE_FINAL_TYPE (PltHoursView, plt_hours_view, PLT, HOURS_VIEW, PltView)

/* `page`: "day", "week", "person", "overtime" */
PltGrid *plt_hours_view_get_grid (PltHoursView *self, const char *page);
/* The day or the week that is shown. */
void plt_hours_view_show_date (PltHoursView *self, PltDate date);
PltDate plt_hours_view_get_date (PltHoursView *self);
/* What the side pane says of the row with the cursor. */
const char *plt_hours_view_get_why (PltHoursView *self);

G_END_DECLS
