/* A PltGridModel in memory, for the tests, the demonstration and the benchmark: texts and numbers,
 * groups that fold, and a log of what the grid asked for. */
#pragma once

#include "plt-grid-model.h"

#define MEMORY_MAX_COLUMNS 32

typedef struct
{
  gint64 key;
  PltGridRowKind kind;
  guint level;
  gboolean expandable;
  gboolean expanded;
  char *texts[MEMORY_MAX_COLUMNS];
  gint64 numbers[MEMORY_MAX_COLUMNS]; /* of number columns, when the text is not "" */
  guint flags[MEMORY_MAX_COLUMNS];    /* PltGridCellFlags */
  PltGridFill fills[MEMORY_MAX_COLUMNS];
  char *messages[MEMORY_MAX_COLUMNS];
} MemoryRow;

#define MEMORY_TYPE_MODEL (memory_model_get_type ())
G_DECLARE_FINAL_TYPE (MemoryModel, memory_model, MEMORY, MODEL, GObject)

/* `columns` is static. Numbers have the unit "money" (centimes), "quantity" (thousandths) or none.
 */
MemoryModel *memory_model_new (const PltGridColumn *columns, guint n_columns, guint abilities);
/* Texts up to NULL; those of number columns are parsed. Shown after memory_model_refresh(). */
MemoryRow *
memory_model_add (MemoryModel *self, PltGridRowKind kind, guint level, ...) G_GNUC_NULL_TERMINATED;
void memory_model_refresh (MemoryModel *self);
void memory_model_set_computed (MemoryModel *self, void (*compute) (MemoryModel *self));
void memory_model_set_proposals (MemoryModel *self, const char *const *proposals);
guint memory_model_get_n_all (MemoryModel *self);
MemoryRow *memory_model_get_row (MemoryModel *self, guint row); /* of the shown ones */
MemoryRow *memory_model_get_any (MemoryModel *self, guint row); /* of all, folded ones as well */
gboolean memory_model_set (
    MemoryModel *self, MemoryRow *row, guint column, const char *text, GError **error);
void memory_model_set_number (MemoryModel *self, MemoryRow *row, guint column, gint64 number);
const char *memory_model_get_text (MemoryModel *self, guint row, guint column);
void memory_model_splice (MemoryModel *self, guint position, guint removed, guint added);
char *memory_model_take_log (MemoryModel *self);
guint memory_model_take_reads (MemoryModel *self); /* cells read since the last time */
