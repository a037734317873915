/* Rows: reading them anywhere, writing them inside a command. All generic, from the descriptors. */
#pragma once

#include "plt-store.h"

G_BEGIN_DECLS

/* ---- reading ---- */

/**
 * PltFilter: one condition of a query, `column` = value, ids and text compared as stored.
 */
typedef struct
{
  const char *column;
  PltValue value;
} PltFilter;

/* (transfer full) (element-type gint64): ids in the default order of the table, or by `order`
 * (nullable, column ids by comma, '-' before one reverses it). Text sorts as plt_text_compare(). */
GArray *plt_rows_ids (PltStore *store,
                      const PltTable *table,
                      const PltFilter *filters,
                      guint n_filters,
                      const char *order,
                      GError **error);
/* values: array of plt_table_n_columns() PltValue, cleared and filled. FALSE without error when no
 * such row. */
gboolean
plt_rows_read (PltStore *store, const PltTable *table, gint64 id, PltValue *values, GError **error);
char *plt_rows_label (PltStore *store,
                      const PltTable *table,
                      gint64 id); /* "" when there is no such row */
gint64 plt_rows_find_label (PltStore *store,
                            const PltTable *table,
                            const char *label,
                            GError **error); /* 0 with an error when none or several */
gint64 plt_rows_count (PltStore *store, const PltTable *table);

/**
 * plt_store_parse_value: reads what a person typed for any column: like plt_column_parse(), and a
 * reference also by the label of its row.
 */
gboolean plt_store_parse_value (
    PltStore *store, const PltColumn *column, const char *text, PltValue *value, GError **error);
char *plt_store_format_value (PltStore *store,
                              const PltColumn *column,
                              const PltValue *value); /* references by label */

/* Full-text search over the SEARCHED columns. (element-type PltRef) best first, at most `limit`. */
GArray *plt_store_search (PltStore *store, const char *text, guint limit);

/* ---- writing: only inside a command ---- */

/* Inserts with initial values for what is not given. A position not given is the end of its scope;
 * a required reference not given is what the other references of the row belong to (the schedule of
 * its day), or else the current version of the production. Returns the new id, 0 with an error. */
gint64 plt_rows_insert (PltStore *store,
                        const PltTable *table,
                        const PltEditValue *values,
                        guint n_values,
                        GError **error);
gboolean plt_rows_update (PltStore *store,
                          const PltTable *table,
                          gint64 id,
                          const PltEditValue *values,
                          guint n_values,
                          GError **error);
/* Puts row `id` at `index` among the rows of its scope, itself not counted; an index beyond the end
 * is the end. */
gboolean
plt_rows_move (PltStore *store, const PltTable *table, gint64 id, guint index, GError **error);
/* Does to the rows that refer to it what their descriptors say; PLT_ERROR_CONFLICT names who still
 * refers. */
gboolean plt_rows_delete (PltStore *store, const PltTable *table, gint64 id, GError **error);

/* The columns whose values a row shares with those it is ordered among: what the order of the table
 * names before its position (a strip: schedule and day). Returns how many; `columns` has room for
 * PLT_SCOPE_MAX. */
#define PLT_SCOPE_MAX 4
guint plt_table_scope (const PltTable *table, const PltColumn **columns);

/* ---- the same as one command each ---- */

gint64 plt_store_insert (PltStore *store,
                         const char *table,
                         GError **error,
                         const char *first_column,
                         ...) G_GNUC_NULL_TERMINATED; /* column, text as typed, ..., NULL */
gboolean plt_store_set (PltStore *store,
                        const char *table,
                        gint64 id,
                        const char *column,
                        const char *text,
                        GError **error); /* text as typed; merges while the same cell is edited */
gboolean plt_store_set_value (PltStore *store,
                              const char *table,
                              gint64 id,
                              const char *column,
                              const PltValue *value,
                              GError **error);
gboolean plt_store_delete (PltStore *store, const char *table, gint64 id, GError **error);
/* plt_rows_move() as a command; nothing is recorded when the row is there already. */
gboolean
plt_store_move (PltStore *store, const char *table, gint64 id, guint index, GError **error);

G_END_DECLS
