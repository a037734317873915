/* What a task waits for, as it is typed and shown in a table: "12FD+3j;14DD".
 *
 * The number of the task that is waited for, the kind of link (finish to start without one), the
 * days to wait or, below 0, to overlap; several separated by semicolons. It is the notation of MS
 * Project and of those who know it, whose French version writes FD, DD, FF, DF and j for a day
 * (Microsoft, "Successeurs (champ de tâches)": 14FD+3j, checked 2026-11-23) and whose English one
 * FS, SS, FF, SF and d. Both are read whatever the language, and shown in that of the user. Instead
 * of its number a task may have its code or its name. Days are working days: c, jc, jé, cd, ed
 * after the number are calendar days; a week (s, sem, w) is five working days, seven calendar days
 * never meant.
 *
 * Numbers count the tasks and groups in the order of the plan, from 1: they stay when rows are
 * folded, sorted or filtered, and change when tasks come, go or move. */
#pragma once

#include "plt-batch.h"
#include "plt-retro.h"

G_BEGIN_DECLS

/* Of a task or a group; 0 for one that has none. */
guint plt_retro_number (const PltRetro *self, gint64 task);
/* (transfer full): "" without a link */
char *plt_retro_predecessors_text (const PltRetro *self, gint64 task);

/**
 * PltRetroTyped:
 * @task: row, or the handle of one that the batch adds (below 0)
 * @name: of one that is added: those after it may wait for it by its name
 * @text: what is typed; "" takes all links away
 */
typedef struct
{
  gint64 task;
  const char *name, *text;
} PltRetroTyped;

/**
 * plt_retro_put_predecessors:
 * @batch: gets the links that are new, others or gone; untouched when it is refused
 *
 * Everything typed at once is one change: what would close a circle is refused with its path
 * (PLT_ERROR_CONFLICT), what cannot be read with a sentence that says how it is written
 * (PLT_ERROR_INVALID).
 */
gboolean plt_retro_put_predecessors (const PltRetro *self,
                                     const PltRetroTyped *typed,
                                     guint n_typed,
                                     PltBatch *batch,
                                     GError **error);

G_END_DECLS
