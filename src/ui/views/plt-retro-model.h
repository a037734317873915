/* PltRetroModel: the rétroplanning as a table: phases, groups, tasks and milestones in their order,
 * folded and filtered; and the same rows as a PltGantt for the calendar beside it. Knows no widget
 * and computes no date: it shows what the engine made of the session's facts, and each change a
 * person makes is one command.
 *
 * It follows the session's `changed` at once and keeps the place of rows by key.
 *
 * Sorted by a column (plt_grid_model_sort()) it shows the tasks alone, without phases and groups,
 * of those that filter and search leave; what has nothing in that column is last.
 *
 * Signal: shown (): the rows are others, or show something else */
#pragma once

#include "plt-gantt.h"
#include "plt-grid-model.h"
#include "plt-retro-edit.h"
#include "plt-session.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_RETRO_COLUMN_NUMBER,
  PLT_RETRO_COLUMN_CODE,
  PLT_RETRO_COLUMN_NAME,
  PLT_RETRO_COLUMN_DAYS,
  PLT_RETRO_COLUMN_START,
  PLT_RETRO_COLUMN_FINISH,
  PLT_RETRO_COLUMN_AFTER, /* what it waits for: plt-retro-notation.h */
  PLT_RETRO_COLUMN_PEOPLE,
  PLT_RETRO_COLUMN_SLACK,
  PLT_RETRO_COLUMN_TEAM,
  PLT_RETRO_COLUMN_PROGRESS,
  PLT_RETRO_COLUMN_STATE,
  PLT_RETRO_COLUMN_DRIFT,
  PLT_RETRO_COLUMN_PLACING,
  PLT_RETRO_N_COLUMNS,
} PltRetroColumn;

/**
 * PltRetroLine:
 * @key: what stays the same: a task's is its id
 * @row: (nullable): NULL heads the dates of other registers
 */
typedef struct
{
  gint64 key;
  const PltRetroRow *row;
  guint level;
  gboolean expandable, expanded;
} PltRetroLine;

#define PLT_TYPE_RETRO_MODEL (plt_retro_model_get_type ())
G_DECLARE_FINAL_TYPE (PltRetroModel, plt_retro_model, PLT, RETRO_MODEL, GObject)

PltRetroModel *plt_retro_model_new (PltSession *session);
/* Both hold until the session's next `changed` is over. */
const PltRetro *plt_retro_model_get_retro (PltRetroModel *self);
const PltRetroLine *plt_retro_model_get_line (PltRetroModel *self, guint row); /* (nullable) */
const PltTaskFacts *plt_retro_model_get_task (PltRetroModel *self, guint row); /* (nullable) */
int plt_retro_model_find_task (PltRetroModel *self, gint64 task);              /* row, or -1 */
/* Row of a task of the network, -1 for one that is not shown. */
int plt_retro_model_find_index (PltRetroModel *self, guint index);
PltRef plt_retro_model_get_ref (PltRetroModel *self, guint row);
/* (transfer full): as it is shown: "Mixage", "Call sheet: 4" */
char *plt_retro_model_get_name (PltRetroModel *self, guint row);

/* (transfer full): "3 working days", "12 calendar days" */
char *plt_retro_model_days_text (int days, gboolean calendar);
/* (transfer full): dates, length, slack, what holds it, how it stands; a line each */
char *plt_retro_model_describe (PltRetroModel *self, guint row);
/* (transfer full) (nullable): a date of a task that nobody typed, as it is counted: a
 * PltSessionHint, of "start_date" and "end_date" of "task" */
char *plt_retro_model_hint (gpointer model, const char *table, gint64 id, const char *column);
/* (transfer full): lag and weight of the link from one row to another, a line each */
char *plt_retro_model_describe_link (PltRetroModel *self, guint from, guint to);
/* (nullable): the link from one row to another */
const PltTaskLinkFacts *plt_retro_model_find_link (PltRetroModel *self, guint from, guint to);
/* Rows come and go at this moment: what the table chooses meanwhile, nobody chose. */
gboolean plt_retro_model_is_rebuilding (PltRetroModel *self);

/* ---- what is shown ---- */

/* "", "late", "critical", "phase:tournage", "team:Montage", "person:12" */
void plt_retro_model_set_filter (PltRetroModel *self, const char *filter);
const char *plt_retro_model_get_filter (PltRetroModel *self);
void plt_retro_model_set_search (PltRetroModel *self, const char *text);
/* Row of "baseline"; 0 the latest one, below 0 none. */
void plt_retro_model_set_baseline (PltRetroModel *self, gint64 baseline);
void plt_retro_model_expand (PltRetroModel *self, guint row, gboolean expanded);
void plt_retro_model_expand_all (PltRetroModel *self, gboolean expanded);
/* (transfer full): keys of what is folded, "-3,12"; what it gives, set takes; keys that are not
 * there are passed over. */
char *plt_retro_model_get_folded (PltRetroModel *self);
void plt_retro_model_set_folded (PltRetroModel *self, const char *folded);
/* Makes that row visible whatever is folded or filtered. Its row, or -1. */
int plt_retro_model_reveal (PltRetroModel *self, PltRef ref);

/* ---- the calendar ---- */

/* (transfer full) (nullable): the rows as bars; `can` (out) (transfer full): PltTimelineCan by row;
 * `from` and `to` (out): first and last day of all, PLT_DATE_NONE without one */
PltGantt *plt_retro_model_make_gantt (
    PltRetroModel *self, PltDate today, guint8 **can, PltDate *from, PltDate *to);

G_END_DECLS
