/* Versions of a call sheet: approved (by whom, when), sent (locked, with a snapshot of what was
 * sent), corrected (a new version that cancels and replaces it), and what changed between two.
 *
 * The snapshot is a text of lines "table TAB key TAB column TAB value": the columns of the sheet
 * that hold something, then those of its calls and of its notes. The key of a call is "role:12" of
 * a role, "person:7" of somebody, else "group:" and the function; of a note it is the department. A
 * second one with the same key has "#2". Tabs and line breaks within a value are escaped. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

/**
 * PltCallChange: what is not the same in two versions
 * @ref: the row of the later version; of the earlier one where the later has none. Its column is
 *   NULL where the whole row came or went
 * @before: (owned): as people read it, "" for nothing
 * @after: (owned): the same
 */
typedef struct
{
  PltRef ref;
  gboolean added, removed;
  char *before, *after;
} PltCallChange;

void plt_call_change_free (PltCallChange *change);

/* A draft is approved; nothing for a sheet that was sent or replaced. */
gboolean plt_call_version_approve (
    const PltFacts *facts, gint64 sheet, const char *who, PltDate date, PltBatch *batch);
/* Marks as sent and keeps the snapshot. FALSE for a sheet that was sent or replaced. */
gboolean plt_call_version_send (
    const PltFacts *facts, gint64 sheet, const char *who, PltDate date, PltBatch *batch);
/* A new version, a draft with all its calls and notes, that replaces a sheet that was sent. Gives
 * its handle; 0 when the sheet was not sent. */
gint64
plt_call_version_correct (const PltFacts *facts, gint64 sheet, const char *reason, PltBatch *batch);
char *plt_call_version_snapshot (const PltFacts *facts, gint64 sheet); /* (transfer full) */
/* (transfer full) (element-type PltCallChange): the sheet first, then its calls and its notes in
 * the order of the later version, then what went. What tells of the versions themselves (status,
 * dates, reason) is not in it. */
GPtrArray *plt_call_version_changes (const PltFacts *facts, gint64 before, gint64 after);

G_END_DECLS
