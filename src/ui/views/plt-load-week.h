/* PltLoadWeek: what one person or team does in one week, as a grid: a row a task, then the rooms
 * booked, dates and absences of the person; a column a day; the sum of each day last, marked where
 * it is more than a day or the person is away. Read only.
 *
 * It shows what plt_load_week_show() was given, as a copy. */
#pragma once

#include "plt-grid-model.h"
#include "plt-retro-week.h"

G_BEGIN_DECLS

#define PLT_TYPE_LOAD_WEEK (plt_load_week_get_type ())
G_DECLARE_FINAL_TYPE (PltLoadWeek, plt_load_week, PLT, LOAD_WEEK, GObject)

PltLoadWeek *plt_load_week_new (void);
/* `week` (nullable): nobody and nothing */
void plt_load_week_show (PltLoadWeek *self, const PltRetroLoad *load, const PltRetroWeek *week);
/* What a row is of, to open it; without a table for the sum. */
PltRef plt_load_week_get_ref (PltLoadWeek *self, guint row);

G_END_DECLS
