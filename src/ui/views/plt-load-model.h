/* PltLoadModel: who has how much to do, week by week: people, then teams, each with its days of
 * work; a week in which a person has more than a day of work on one day is marked. Read only.
 *
 * It shows the rétroplanning of a PltRetroModel and follows it. */
#pragma once

#include "plt-retro-load.h"
#include "plt-retro-model.h"

G_BEGIN_DECLS

#define PLT_TYPE_LOAD_MODEL (plt_load_model_get_type ())
G_DECLARE_FINAL_TYPE (PltLoadModel, plt_load_model, PLT, LOAD_MODEL, GObject)

PltLoadModel *plt_load_model_new (PltRetroModel *plan);
/* The person of a row: 0 for a team and a title. (transfer none): name, "" for a title */
gint64 plt_load_model_get_person (PltLoadModel *self, guint row, const char **name);
/* Column of the week of a day, or the nearest one there is. */
guint plt_load_model_find_week (PltLoadModel *self, PltDate date);
/* What is done in that week by that row: "Montage, Mixage". (transfer full) */
char *plt_load_model_get_tasks (PltLoadModel *self, guint row, guint column);
char *plt_load_model_get_summary (PltLoadModel *self); /* (transfer full): who has too much */

G_END_DECLS
