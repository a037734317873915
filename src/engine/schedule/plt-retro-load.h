/* Who has how much to do in a rétroplanning: people of "task_person" with their part of the time,
 * then teams. A person who has more than a day of work on one day is overloaded; how many people a
 * team has is not known, so that a team only has its sum. */
#pragma once

#include "plt-retro.h"

G_BEGIN_DECLS

#define PLT_RETRO_LOAD_MOST_WEEKS 520

/**
 * PltRetroLoad:
 * @resources: (element-type PltNetworkResource): people, then teams; `id` is the person's row
 * @assignments: (element-type PltNetworkAssignment)
 * @n_people: of the resources
 * @loads: (element-type PltNetworkLoad)
 * @overloads: (element-type PltNetworkOverload): of people and teams
 * @first: Monday of the first week, PLT_DATE_NONE without any work
 * @n_weeks: up to the last one
 */
typedef struct
{
  const PltRetro *retro;
  GArray *resources, *assignments;
  guint n_people;
  GPtrArray *loads, *overloads;
  PltDate first;
  guint n_weeks;
  GPtrArray *names;  /* owned */
  GHashTable *known; /* "p12" or "tRégie" -> index + 1 */
} PltRetroLoad;

/* (transfer full): borrows from the rétroplanning */
PltRetroLoad *plt_retro_load_new (const PltRetro *retro);
void plt_retro_load_free (PltRetroLoad *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltRetroLoad, plt_retro_load_free)
/* Tenths of a day in a period, both days included, and whether a day of it has more than a day of
 * work; of the week from that Monday. */
gint64 plt_retro_load_sum (const PltNetworkLoad *load, PltDate from, PltDate to, gboolean *over);
gint64 plt_retro_load_week (const PltNetworkLoad *load, PltDate monday, gboolean *over);

G_END_DECLS
