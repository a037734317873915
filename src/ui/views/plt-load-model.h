/* PltLoadModel: who has how much to do, week by week: people, then rooms, then teams, each with its
 * days of work; a week in which a person has more than a day of work on one day, or work while
 * away, or in which a room is taken twice at once, is marked, by a triangle and by its colour. Read
 * only.
 *
 * It shows the rétroplanning of a PltRetroModel and follows it while it is active: nothing is
 * counted for a page that nobody looks at, and its cells are empty then. */
#pragma once

#include "plt-retro-rooms.h"
#include "plt-retro-model.h"

G_BEGIN_DECLS

#define PLT_LOAD_FIRST_WEEK 2 /* column */

#define PLT_TYPE_LOAD_MODEL (plt_load_model_get_type ())
G_DECLARE_FINAL_TYPE (PltLoadModel, plt_load_model, PLT, LOAD_MODEL, GObject)

PltLoadModel *plt_load_model_new (PltRetroModel *plan); /* not active yet */
void plt_load_model_set_active (PltLoadModel *self, gboolean active);
/* What is shown: "" for a title. (transfer full) */
char *plt_load_model_get_name (PltLoadModel *self, guint row);
/* The booking or screening of a room in the week of that column, else its first one; no table for
 * any other row. */
PltRef plt_load_model_get_use (PltLoadModel *self, guint row, guint column);
/* The person of a row: 0 for a team, a room, a title. (transfer none): name, "" for the latter two
 */
gint64 plt_load_model_get_person (PltLoadModel *self, guint row, const char **name);
/* Column of the week of a day, or the nearest one there is. */
guint plt_load_model_find_week (PltLoadModel *self, PltDate date);
/* Column of the first week in which that row has work; of the first one for a title. */
guint plt_load_model_find_work (PltLoadModel *self, guint row);
/* The next marked week after that cell, row by row and round again; FALSE without one. */
gboolean plt_load_model_find_marked (PltLoadModel *self, guint *row, guint *column);
/* What that row does in the week of that column; NULL for a title. (transfer full) (nullable) */
PltRetroWeek *plt_load_model_get_week (PltLoadModel *self, guint row, guint column);
/* "week 19, from 10 May to 16 May 2027". (transfer full) */
char *plt_load_model_get_week_name (PltLoadModel *self, guint column);
/* Until the next change. (nullable) while it is not active */
const PltRetroLoad *plt_load_model_get_load (PltLoadModel *self);
char *plt_load_model_get_summary (PltLoadModel *self); /* (transfer full): who has too much */

/* One sentence on what is in these figures and what is not. */
const char *plt_load_what_counts (void);

G_END_DECLS
