/* Writing a rétroplanning: each of these fills a batch that is one undoable command, or refuses
 * with a sentence and leaves the batch as it was.
 *
 * What is dragged is locked on its new dates; what moves with it gets its new dates written too,
 * for those that read them elsewhere (treasury, devis). The delivery is not locked: dragging it
 * moves the production's own delivery date. What has another anchor moves with the plan de travail
 * or the production, what is done does not move. */
#pragma once

#include "plt-batch.h"
#include "plt-network-template.h"
#include "plt-retro.h"

G_BEGIN_DECLS

/**
 * PltRetroChange:
 * @task: row; a group takes what is free in it along
 * @start: its new first day, PLT_DATE_NONE to keep it; a closed day is taken for the next open one
 * @days: its new duration, below 0 to keep it
 */
typedef struct
{
  gint64 task;
  PltDate start;
  int days;
} PltRetroChange;

/**
 * PltRetroPreview:
 * @after: the rétroplanning as it would be, without its findings
 * @moves: (element-type PltNetworkMove): what moves or changes its length, by index in the network
 * @facts: what @after borrows from
 * @delivery: the production's new delivery date, PLT_DATE_NONE when it stays
 */
typedef struct
{
  PltRetro *after;
  GArray *moves;
  PltFacts *facts;
  PltTaskFacts *tasks;
  gint64 *changed; /* rows that are changed by it, locked but for the delivery */
  guint n_changed;
  PltDate delivery;
} PltRetroPreview;

/* (transfer full) (nullable): what the changes would move, before the drop. */
PltRetroPreview *plt_retro_preview (const PltRetro *self,
                                    const PltPlan *plan,
                                    const PltRetroChange *changes,
                                    guint n_changes,
                                    GError **error);
void plt_retro_preview_free (PltRetroPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltRetroPreview, plt_retro_preview_free)

/* Writes what the preview says. */
void plt_retro_write_preview (const PltRetroPreview *preview, PltBatch *batch);

/* A link of that kind ("fin-debut"), or the one there is with another kind and lag. One that would
 * close a circle is refused with its path: PLT_ERROR_CONFLICT. */
gboolean plt_retro_link (const PltRetro *self,
                         gint64 from,
                         gint64 to,
                         const char *kind,
                         int lag,
                         const char *unit,
                         PltBatch *batch,
                         GError **error);
/* Takes all links between the two away; FALSE when there is none. */
gboolean
plt_retro_unlink (const PltFacts *facts, gint64 from, gint64 to, PltBatch *batch, GError **error);

/* The kind of template for a kind of production: "spectacle" has none: "". */
const char *plt_retro_template_kind (const char *production_kind);
/* What is usual and not there: rows of the template, by index, that no task has the code or the
 * name of. (transfer full) (element-type guint) */
GArray *plt_retro_missing (const PltFacts *facts, const PltNetworkTemplate *template);
/* Adds what is missing, with its links; tasks that are there keep all they say and get the code.
 * `left_out` (nullable): by row of the template, those that are not wanted: what came after one of
 * them comes after what it came after. Returns how many tasks it adds. */
guint plt_retro_apply_template (const PltFacts *facts,
                                const PltNetworkTemplate *template,
                                const guint8 *left_out,
                                PltBatch *batch);

/* FALSE with a sentence for an empty name, or one that a baseline has: PLT_ERROR_CONFLICT. */
gboolean plt_retro_may_keep (const PltFacts *facts, const char *name, GError **error);
/* Fixes the dates of all tasks under a name. Returns how many. */
guint plt_retro_take_baseline (
    const PltRetro *self, const char *name, PltDate date, const char *author, PltBatch *batch);
/* Done on that day, or not done after all. */
gboolean plt_retro_set_done (const PltRetro *self,
                             gint64 task,
                             gboolean done,
                             PltDate date,
                             PltBatch *batch,
                             GError **error);
/* All dates typed of tasks that are not done and have no anchor, by calendar days. Returns how many
 * tasks it touches. */
guint plt_retro_shift (const PltFacts *facts, int days, PltBatch *batch);

G_END_DECLS
