/* The making of a PltChanges: the log that SQLite's update hook writes and what it comes to.
 *
 * During a command the hook only appends (table, id, what). plt_changes_finish() then says for each
 * row what became of it between the two ends: what was there before follows from the first entry,
 * what is there after from the last, so a row inserted and deleted again has not happened. */
#pragma once

#include "plt-store.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_CHANGE_INSERTED,
  PLT_CHANGE_UPDATED,
  PLT_CHANGE_DELETED,
} PltChangeKind;

PltChanges *plt_changes_new (void);
PltChanges *plt_changes_ref (PltChanges *self);
void plt_changes_unref (PltChanges *self);
/* Ignores tables that the user cannot undo. */
void plt_changes_log (PltChanges *self, const char *table, PltChangeKind kind, gint64 id);
void plt_changes_finish (PltChanges *self);
gboolean plt_changes_is_empty (const PltChanges *self);
const GArray *plt_changes_get (const PltChanges *self, const char *table, PltChangeKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltChanges, plt_changes_unref)

G_END_DECLS
