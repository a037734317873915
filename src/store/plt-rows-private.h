/* What the files that read, name, check and write rows share. Private to this folder.
 *
 * A PltTableCache hangs on the store for each table that was used: its SQL texts, and the labels of
 * its rows. The SQL follows from the descriptor and stays. The labels are kept only outside of
 * commands, and forgotten as soon as anything was written on the connection: a command that is
 * rolled back must not leave the names it gave. */
#pragma once

#include "plt-rows.h"
#include "plt-store-private.h"

G_BEGIN_DECLS

/* How deep a label or an order looks through references. */
#define PLT_ROWS_DEPTH 3
/* Between two positions, so that a row can be put between two others by one write. */
#define PLT_ROWS_GAP 1024

/**
 * PltAgreement:
 * @column: a reference of the table
 * @sibling: another reference of the same table
 * @owner: a reference of the table that @column refers to
 *
 * A law between two references: the row that @column refers to must have in @owner what the row
 * itself has in @sibling. A strip's day belongs to the strip's schedule.
 */
typedef struct
{
  const PltColumn *column;
  const PltColumn *sibling;
  const PltColumn *owner;
} PltAgreement;

typedef struct
{
  const PltTable *table;
  guint n_columns;
  char *read_sql;   /* every column of one row */
  char *label_sql;  /* the columns of the label, of one row */
  char *labels_sql; /* id and the columns of the label, of all rows */
  char *insert_sql;
  GArray *label_columns; /* of const PltColumn * */
  GArray *agreements;    /* of PltAgreement */
  GPtrArray *unique;     /* of GArray of guint: column indexes that are unique together */

  GHashTable *labels; /* gint64 -> char *, filled as asked for */
  GHashTable *exact;  /* label -> gint64, 0 when several rows have it; NULL until asked for */
  GHashTable *folded; /* the same by folded label */
  gboolean has_numeric_labels;
} PltTableCache;

PltTableCache *plt_rows_cache (PltStore *store, const PltTable *table);
/* A number that grows with every write on the connection. */
gint64 plt_rows_generation (PltStore *store);

/* One read transaction around many small readings: without it SQLite takes and gives back the lock
 * of the file for each. Nothing may be written before it ends. NULL when one is running already:
 * g_autoptr (PltReading) reading = plt_rows_begin_reading (store); */
typedef struct _PltDb PltReading;
PltReading *plt_rows_begin_reading (PltStore *store);
void plt_rows_end_reading (PltReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltReading, plt_rows_end_reading)

/* ---- SQL from descriptors (plt-rows-sql.c) ---- */

/* SELECT `columns` of the rows that pass `filters` (the table is t0) in the `order` of
 * plt_rows_ids(). FALSE with an error when a filter or the order names no column. */
gboolean plt_rows_build_select (const PltTable *table,
                                const char *columns,
                                const PltFilter *filters,
                                guint n_filters,
                                const char *order,
                                GString *sql,
                                GError **error);
void plt_rows_bind_filters (PltStmt *stmt,
                            const PltTable *table,
                            const PltFilter *filters,
                            guint n_filters);
/* Tables whose rows have a part in the order of `table`, itself not included. */
void plt_rows_order_tables (const PltTable *table, const char *order, GHashTable *tables);

/* ---- descriptors ---- */

guint plt_rows_columns_of (const PltTable *table, const char *list, GArray *columns);
PltValue plt_rows_normal_value (const PltColumn *column, const PltValue *value);
void plt_rows_clear_values (PltValue *values, guint n);
void plt_rows_no_column (const PltTable *table, const char *column, GError **error);
void plt_rows_no_row (const PltTable *table, gint64 id, GError **error);
const PltTable *plt_rows_find_table (const char *id, GError **error);
gboolean plt_rows_exists (PltStore *store, const PltTable *table, gint64 id);
/* "sequence", "sequences", "séquence": translated, as they stand in the middle of a sentence. */
char *plt_rows_noun (const PltTable *table, guint n);
/* "sequence “12”" */
char *plt_rows_describe (PltStore *store, const PltTable *table, gint64 id);

/* ---- names (plt-labels.c) ---- */

/* A label first and a row number only where no label could be meant: for files, where people write
 * names. */
gboolean plt_rows_parse_named (
    PltStore *store, const PltColumn *column, const char *text, PltValue *value, GError **error);
/* What plt_rows_parse_named() reads back to the same row: the label, or "#12" when several rows
 * have it. */
char *plt_rows_unique_label (PltStore *store, const PltTable *table, gint64 id);
/* `tables` receives the tables whose rows have a part in the labels of `table`, itself included. */
void plt_rows_label_tables (const PltTable *table, GHashTable *tables);

/* ---- scopes (plt-rows-write.c) ---- */

/* " WHERE scope IS ? AND ...", and its values from a row. */
void plt_rows_append_scope (GString *sql, const PltColumn **scope, guint n_scope);
void plt_rows_bind_scope (PltStmt *stmt,
                          const PltTable *table,
                          const PltColumn **scope,
                          guint n_scope,
                          const PltValue *values);

/* ---- checks (plt-rows-check.c) ---- */

/* Gives the siblings of an agreement that are missing in `values` what their reference says, and
 * required references the current version of the production. */
void plt_rows_complete (PltStore *store, const PltTable *table, PltValue *values);
/* Checks a row as it would be written; `id` 0 for a new one. Only columns with `changed` are
 * looked at, and the laws they have a part in. */
gboolean plt_rows_check (PltStore *store,
                         const PltTable *table,
                         gint64 id,
                         const PltValue *values,
                         const gboolean *changed,
                         GError **error);

/* ---- published versions of the plan de travail, locked ones of the devis (plt-rows-frozen.c) ----
 */

/* FALSE with one sentence when the row is part of such a version. */
gboolean plt_rows_may_change (PltStore *store, const PltTable *table, gint64 id, GError **error);
/* The same for a row as it would be written; as plt_rows_check(), which asks it. */
gboolean plt_rows_check_frozen (PltStore *store,
                                const PltTable *table,
                                gint64 id,
                                const PltValue *values,
                                const gboolean *changed,
                                GError **error);

/* ---- dates of tasks that follow something (plt-rows-anchor.c) ---- */

/* FALSE with one sentence for dates that would mean nothing; as plt_rows_check(), which asks it. */
gboolean plt_rows_check_anchor (PltStore *store,
                                const PltTable *table,
                                gint64 id,
                                const PltValue *values,
                                const gboolean *changed,
                                GError **error);

/* ---- what became of the sources of financing (plt-rows-history.c) ---- */

/* After a row is written; `before` is what it was. */
void plt_rows_note_status (PltStore *store,
                           const PltTable *table,
                           gint64 id,
                           const PltValue *before,
                           const gboolean *changed);

/* ---- links between tasks (plt-rows-links.c) ---- */

/* After a row is written; `changed` NULL for one that is new. */
void
plt_rows_note_link (PltStore *store, const PltTable *table, gint64 id, const gboolean *changed);

/* ---- memory of a command that writes many rows (plt-rows-memory.c) ---- */

/* After a write that the other functions are told of; `before` is the generation before it. */
void plt_rows_memory_wrote (PltStore *store, gint64 before);
gboolean plt_rows_memory_get_end (PltStore *store,
                                  const PltTable *table,
                                  const PltValue *values,
                                  gint64 *end);
void plt_rows_memory_set_end (PltStore *store,
                              const PltTable *table,
                              const PltValue *values,
                              gint64 end);
void plt_rows_memory_raise_end (PltStore *store,
                                const PltTable *table,
                                const PltValue *values,
                                gint64 position);
void plt_rows_memory_forget_ends (PltStore *store);
gboolean plt_rows_memory_may_be_taken (PltStore *store,
                                       const PltTable *table,
                                       const GArray *columns,
                                       const PltValue *values);
void plt_rows_memory_take (PltStore *store, PltTableCache *cache, const PltValue *values);

/* ---- batches (plt-apply.c) ---- */

typedef struct
{
  const PltBatch *batch;
  GArray *ids;  /* of gint64, by handle */
  guint failed; /* the edit at which it stopped */
} PltBatchRun;

/* Inside a command; the error is that of the edit alone. */
gboolean plt_rows_run_batch (PltStore *store, PltBatchRun *run, GError **error);

G_END_DECLS
