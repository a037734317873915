/* PltSession: what one window knows of one production.
 *
 * It holds the store, computes on demand what the engines make of its facts, and carries the
 * selection, the current versions and what is being previewed. Views bind to it and to nothing
 * else: they read facts and results here, write through plt_session_apply() or the store, and are
 * told by `changed` when everything has to be read again.
 *
 * What plt_session_get_facts() and its neighbours return belongs to the session and stays valid
 * until the emission of the next `changed` is over: take what you need from it, then ask again.
 * Main thread only.
 *
 * Signals:
 *   changed            a command, an undo or a redo went by
 *   issues-changed     after `changed`, when there was time to look for findings: who only shows
 *                      them waits for it, so that what was typed is seen first
 *   selection-changed  plt_session_select() chose something else
 *   preview-changed    the figures of a drag changed, or the drag ended
 *   open-ref (const PltRef *)                    somebody wants that row to be shown
 *   toast (text, button or NULL, action or NULL) one sentence for the user */
#pragma once

#include <gio/gio.h>

#include "plt-budget.h"
#include "plt-cash-plan.h"
#include "plt-check.h"
#include "plt-hours.h"
#include "plt-plan.h"
#include "plt-progress.h"
#include "plt-proposals.h"
#include "plt-store.h"

G_BEGIN_DECLS

#define PLT_TYPE_SESSION (plt_session_get_type ())
G_DECLARE_FINAL_TYPE (PltSession, plt_session, PLT, SESSION, GObject)

/**
 * PltFigures:
 * @sequences: séquences to shoot
 * @days: shooting days of the plan
 * @seconds: screen length of what is known
 * @budget: total of the devis in centimes, PLT_UNKNOWN when there is none
 *
 * The four figures of the status bar.
 */
typedef struct
{
  guint sequences;
  guint days;
  gint64 seconds;
  PltMoney budget;
} PltFigures;

PltSession *plt_session_new (PltStore *store);
PltStore *plt_session_get_store (PltSession *self);
gboolean plt_session_is_read_only (PltSession *self);

/* ---- what is known and what follows from it; never NULL ---- */

const PltFacts *plt_session_get_facts (PltSession *self);
/* The same facts with the text of the current version and its tags; read when first asked for. */
const PltFacts *plt_session_get_text (PltSession *self);
const PltPlan *plt_session_get_plan (PltSession *self);
const PltBudget *plt_session_get_budget (PltSession *self);
const PltCashPlan *plt_session_get_cash_plan (PltSession *self); /* day by day, without scenario */
const PltHours *plt_session_get_hours (PltSession *self);        /* of the shoot, and their pay */
const PltProgress *plt_session_get_progress (PltSession *self);  /* of the dépouillement */
/* (element-type PltIssue): sorted, gravest first */
const GPtrArray *plt_session_get_issues (PltSession *self);
/* Whether they were looked for since the last change: else asking for them takes its time. */
gboolean plt_session_has_issues (PltSession *self);
/* (element-type PltProposal): what the whole text seems to ask for and nobody answered yet. */
GPtrArray *plt_session_get_proposals (PltSession *self);
/* How many issues concern those tables (comma-separated ids, NULL for all) at @least or worse. */
guint plt_session_count_issues (PltSession *self, const char *tables, PltSeverity least);
/* (nullable): the gravest issue of exactly that cell (column NULL: of the row as a whole) */
const PltIssue *
plt_session_find_issue (PltSession *self, const char *table, gint64 id, const char *column);
PltFigures plt_session_get_figures (PltSession *self);

/* ---- current versions: the production's own unless another one is being looked at ---- */

/* The screenplay the dépouillement belongs to: the production's, else the last one; 0: none. */
gint64 plt_session_get_script_version (PltSession *self);
gint64 plt_session_get_schedule_id (PltSession *self);
gint64 plt_session_get_budget_id (PltSession *self);
void plt_session_look_at_schedule (PltSession *self, gint64 schedule); /* 0: the production's own */
void plt_session_look_at_budget (PltSession *self, gint64 budget);

/* ---- selection ---- */

PltRef plt_session_get_selection (PltSession *self);
void plt_session_select (PltSession *self, const char *table, gint64 id, const char *column);
/* Asks the window to go there, whatever view it is in. */
void plt_session_open_ref (PltSession *self, PltRef ref);

/* ---- what an empty cell amounts to ---- */

/* (transfer full) (nullable): NULL for nothing */
typedef char *(*PltSessionHint) (gpointer data, const char *table, gint64 id, const char *column);
/* Who counts what others leave empty says it in the forms, greyed: the dates of a task that nobody
 * typed. One at a time; NULL takes it away. */
void plt_session_set_hint (PltSession *self, PltSessionHint hint, gpointer data);
char *plt_session_get_hint (PltSession *self, const char *table, gint64 id, const char *column);

/* ---- figures of a drag in progress ---- */

void plt_session_preview (PltSession *self, const PltFigures *figures); /* NULL ends it */
const PltFigures *plt_session_get_preview (PltSession *self);           /* (nullable) */

/* ---- writing and telling ---- */

/* Applies a batch as one command; a refusal is told to the user. */
gboolean plt_session_apply (PltSession *self,
                            const char *label,
                            const char *merge_key,
                            const PltBatch *batch,
                            GArray **new_ids);
/* Deletes rows of one table as one command and offers to undo it. With `error` NULL a refusal is
 * told to the user. */
gboolean plt_session_delete (
    PltSession *self, const char *table, const gint64 *ids, guint n_ids, GError **error);
gboolean plt_session_undo (PltSession *self);
gboolean plt_session_redo (PltSession *self);
void plt_session_toast (PltSession *self, const char *text, const char *button, const char *action);
/* Tells an error and frees it. */
void plt_session_take_error (PltSession *self, GError *error);

/* "short film · 5 shooting days": kind and days, as in the header bar. */
char *plt_session_subtitle (PltSession *self);

G_END_DECLS
