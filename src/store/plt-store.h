/* PltStore: one open production file.
 *
 * The file is the document: an SQLite database (application_id 0x504C5455), journal_mode DELETE,
 * synchronous FULL, foreign keys on, never WAL. There is no Save: every command is durable when it
 * returns. All writes happen inside plt_store_run(); outside it the connection is query_only. Main
 * thread only.
 *
 * Undo: each command leaves one changeset in the file; undo applies it inverted, redo applies it.
 * The history survives closing. A new command drops what could be redone. Commands that follow one
 * another with the same merge key in the same opening are one step.
 *
 * Signals, after a command, an undo or a redo is durable and the records are refreshed:
 *   changed::TABLE  (PltStore *, const PltChanges *)  once for each table concerned
 *   changed::*      (PltStore *, const PltChanges *)  once for the whole
 *   history-changed (PltStore *)
 * GLib calls a handler connected to plain `changed` for each of the first two: connect to one with
 * a detail. A handler may run a command of its own. */
#pragma once

#include <gio/gio.h>

#include "plt-batch.h"
#include "plt-error.h"
#include "plt-record.h"

G_BEGIN_DECLS

#define PLT_TYPE_STORE (plt_store_get_type ())
G_DECLARE_FINAL_TYPE (PltStore, plt_store, PLT, STORE, GObject)

#define PLT_FILE_EXTENSION ".plateau"
#define PLT_APPLICATION_ID 0x504C5455
#define PLT_SCHEMA_VERSION 7

/**
 * PltOpenFlags:
 * @PLT_OPEN_READ: reads only; several may
 * @PLT_OPEN_WRITE: takes the lock of the file; PLT_ERROR_LOCKED when somebody has it,
 * PLT_ERROR_READ_ONLY when the file or its folder cannot be written
 */
typedef enum
{
  PLT_OPEN_READ,
  PLT_OPEN_WRITE,
} PltOpenFlags;

/* Makes a new production file with its one row of `production`; refuses to replace a file.
 * `defaults` (nullable) is applied as part of the creation and is not in the history. */
PltStore *plt_store_create (const char *path,
                            const char *title,
                            const char *kind,
                            const PltBatch *defaults,
                            GError **error);
/* Opens after checking identity, version, schema and soundness; the file is untouched when it is
 * refused. An older file is migrated after a backup copy when opened for writing, in memory when
 * for reading. */
PltStore *plt_store_open (const char *path, PltOpenFlags flags, GError **error);
PltStore *plt_store_new_in_memory (GError **error); /* for tests and for looking at snapshots */
const char *plt_store_get_path (PltStore *self);    /* (nullable): NULL in memory */
gboolean plt_store_is_read_only (PltStore *self);

/* ---- commands ---- */

typedef gboolean (*PltCommandFunc) (PltStore *store, gpointer data, GError **error);

/**
 * PltCommand:
 * @label: translated, for the history and the menu: "Move sequence 12"
 * @merge_key: (nullable): joins with the step before when it has the same key
 * @function: does the writing with the functions of plt-rows.h; FALSE with an error rolls
 * everything back
 * @data: given to @function
 */
typedef struct
{
  const char *label;
  const char *merge_key;
  PltCommandFunc function;
  gpointer data;
} PltCommand;

gboolean plt_store_run (PltStore *self, const PltCommand *command, GError **error);
gboolean plt_store_apply (
    PltStore *self,
    const char *label,
    const char *merge_key,
    const PltBatch *batch,
    GArray **new_ids /* (out) (optional) (element-type gint64): ids by handle, [0] is handle -1 */,
    GError **error);

gboolean plt_store_can_undo (PltStore *self);
gboolean plt_store_can_redo (PltStore *self);
char *plt_store_undo_label (PltStore *self); /* (nullable) (transfer full) */
char *plt_store_redo_label (PltStore *self);
gboolean plt_store_undo (PltStore *self, GError **error);
gboolean plt_store_redo (PltStore *self, GError **error);

typedef struct
{
  gint64 id;
  char *label;
  gint64 time; /* seconds since 1970, UTC */
  gboolean undone;
} PltHistoryEntry;
GPtrArray *plt_store_history (PltStore *self); /* (element-type PltHistoryEntry), oldest first */

/* ---- change sets ---- */

typedef struct _PltChanges PltChanges;
/* (nullable) (element-type gint64): ids of that table; NULL when none */
const GArray *plt_changes_inserted (const PltChanges *self, const char *table);
const GArray *plt_changes_updated (const PltChanges *self, const char *table);
const GArray *plt_changes_deleted (const PltChanges *self, const char *table);
gboolean plt_changes_touch (const PltChanges *self, const char *table);

/* ---- records ---- */

/* (transfer full) (nullable): the one object of that row, the same for everybody */
PltRecord *plt_store_get_record (PltStore *self, const char *table, gint64 id);
/* The production's only row. */
PltRecord *plt_store_get_production (PltStore *self); /* (transfer full) */

/* ---- copies, snapshots, soundness ---- */

gboolean plt_store_save_copy (PltStore *self, const char *path, GError **error);

typedef struct
{
  gint64 id;
  char *name;
  gint64 time;
  gint64 size; /* bytes */
} PltSnapshot;
gboolean plt_store_snapshot_make (PltStore *self, const char *name, GError **error);
GPtrArray *plt_store_snapshots (PltStore *self); /* (element-type PltSnapshot), oldest first */
PltStore *plt_store_snapshot_open (PltStore *self,
                                   const char *name,
                                   GError **error); /* read-only, in memory */
/* One undoable step when the snapshot has the present schema; else, after a backup beside the file
 * whose path goes to `backup` (out) (optional) (nullable). */
gboolean
plt_store_snapshot_restore (PltStore *self, const char *name, char **backup, GError **error);
gboolean plt_store_snapshot_delete (PltStore *self, const char *name, GError **error);

/* Integrity, foreign keys, schema, history; one sentence a fault. (element-type utf8), empty when
 * sound. */
GPtrArray *plt_store_verify (PltStore *self);
/* A number that changes when any undoable row changes, and only then; for tests. */
char *plt_store_checksum (PltStore *self);

G_END_DECLS
