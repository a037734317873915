/* The parts of PltStore, for the files that make it up (plt-store*.c, plt-undo.c, plt-records.c,
 * plt-snapshot.c, plt-verify.c). The other files of this folder use plt-store-private.h. */
#pragma once

#include "plt-changes.h"
#include "plt-file.h"
#include "plt-schema.h"
#include "plt-store-private.h"

G_BEGIN_DECLS

#define PLT_HISTORY_MAX_STEPS 5000
#define PLT_HISTORY_MAX_BYTES (G_GINT64_CONSTANT (64) << 20)

/**
 * PltHistory:
 * @done: steps that can be undone
 * @undone: steps that can be redone
 * @bytes: what both take in the file
 * @top: id of the step that the last command of this opening made, 0 when it left none
 * @merge_key: (owned) (nullable): of the last command of this opening, when nothing came after it
 *
 * What each command would otherwise have to ask the file. Only the one who holds the lock writes,
 * so it stays true.
 */
typedef struct
{
  guint done;
  guint undone;
  gint64 bytes;
  gint64 top;
  char *merge_key;
} PltHistory;

struct _PltStore
{
  GObject parent_instance;

  char *path;    /* NULL in memory */
  PltFile *file; /* NULL in memory; opened before `db`, closed after it */
  PltDb *db;
  PltSchema *schema;
  PltChanges *log; /* during a command */
  PltHistory history;
  GHashTable *live; /* PltTable -> (id -> the record, not owned) */
  guint max_steps;  /* PLT_HISTORY_MAX_STEPS; less in tests */
  gboolean read_only;
  gboolean in_command;
};

/* Takes all but the schema. */
PltStore *plt_store_new_taking (PltDb *db, PltSchema *schema, PltFile *file, const char *path);
void plt_store_set_read_only (PltStore *self);

typedef gboolean (*PltWriteFunc) (PltStore *self, gpointer data, GError **error);
/* One transaction: BEGIN IMMEDIATE, `function`, COMMIT, or ROLLBACK on any failure. Records no
 * history and tells nobody. `changes` (out) (optional): what became of the rows. */
gboolean plt_store_write (
    PltStore *self, PltWriteFunc function, gpointer data, PltChanges **changes, GError **error);
/* Refreshes the records, then emits the signals. */
void plt_store_tell (PltStore *self, PltChanges *changes);

/* ---- plt-store-open.c ---- */

PltStore *plt_store_open_with_schema (const char *path,
                                      PltOpenFlags flags,
                                      PltSchema *schema,
                                      GError **error);
/* Identity, version, schema, soundness, one production: of a file before anything is read from it.
 */
gboolean plt_store_check_db (PltDb *db, PltSchema *schema, int *version, GError **error);
/* After that, and once it has the present schema: that rows are numbered as ours are. */
gboolean plt_store_check_ids (PltDb *db, GError **error);
gboolean plt_store_check_production (PltDb *db, GError **error);

/* ---- plt-undo.c ---- */

gboolean plt_history_load (PltStore *self, GError **error);
/* Inside a transaction: adds the changes of a command to the history. `next` is what the history
 * will be once that is committed. */
gboolean plt_history_push (PltStore *self,
                           const PltCommand *command,
                           gconstpointer changes,
                           int size,
                           PltHistory *next,
                           GError **error);

/* ---- plt-changeset.c ---- */

/* Whether these bytes are a changeset of our tables, before SQLite looks at them. */
gboolean plt_changeset_check (gconstpointer bytes, gsize size, GError **error);
/* Inside a transaction. Any conflict is an error. */
gboolean
plt_changeset_apply (PltDb *db, gconstpointer bytes, gsize size, gboolean invert, GError **error);

/* ---- plt-records.c ---- */

void plt_records_refresh (PltStore *self, PltChanges *changes);
void plt_records_forget (PltStore *self);

G_END_DECLS
