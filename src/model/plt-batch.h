/* PltBatch: a list of row edits to be made as one command.
 *
 * What an engine or a reader wants written, as data: the store applies it (plt_store_apply()), a
 * dry run prints it, a test reads it. A row inserted by the batch is named by a negative handle,
 * which later edits of the same batch may use wherever a row id is expected. */
#pragma once

#include "plt-date.h"
#include "plt-table.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_EDIT_INSERT,
  PLT_EDIT_UPDATE,
  PLT_EDIT_DELETE,
} PltEditKind;

typedef struct
{
  const PltColumn *column;
  PltValue value; /* of a reference: a row id, or a negative handle */
} PltEditValue;

typedef struct
{
  PltEditKind kind;
  const PltTable *table;
  gint64 id;      /* the handle (negative) of an insert; a row id or a handle otherwise */
  GArray *values; /* of PltEditValue */
} PltEdit;

typedef struct _PltBatch PltBatch;

PltBatch *plt_batch_new (void);
void plt_batch_free (PltBatch *self);
gint64 plt_batch_insert (PltBatch *self,
                         const char *table); /* returns the handle; following sets go to it */
void plt_batch_update (PltBatch *self, const char *table, gint64 id); /* following sets go to it */
void plt_batch_delete (PltBatch *self, const char *table, gint64 id);
void plt_batch_set_text (PltBatch *self, const char *column, const char *text);
void plt_batch_set_integer (PltBatch *self, const char *column, gint64 value);
void plt_batch_set_known (PltBatch *self, const char *column, gint64 value);
void plt_batch_set_date (PltBatch *self, const char *column, PltDate date);
void plt_batch_set_null (PltBatch *self, const char *column);
void plt_batch_set_value (PltBatch *self, const char *column, const PltValue *value);
guint plt_batch_get_n_edits (const PltBatch *self);
const PltEdit *plt_batch_get_edit (const PltBatch *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltBatch, plt_batch_free)

G_END_DECLS
