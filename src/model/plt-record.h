/* PltRecord: one row of one table, with identity.
 *
 * The store hands out one object per row for as long as somebody holds it; after each command it
 * refreshes the values, and the object emits `changed` with the column id as detail, once per
 * column that really changed, and `deleted` when the row is gone (it comes back to life when an
 * undo restores it). Main thread only. Reading a column is an array access. */
#pragma once

#include <gio/gio.h>
#include "plt-table.h"

G_BEGIN_DECLS

#define PLT_TYPE_RECORD (plt_record_get_type ())
G_DECLARE_FINAL_TYPE (PltRecord, plt_record, PLT, RECORD, GObject)

PltRecord *plt_record_new (const PltTable *table, gint64 id);
const PltTable *plt_record_get_table (PltRecord *self);
gint64 plt_record_get_id (PltRecord *self);
gboolean plt_record_is_deleted (PltRecord *self);
const PltValue *plt_record_get (PltRecord *self, const char *column);
const PltValue *plt_record_get_at (PltRecord *self, guint column);
gint64 plt_record_get_integer (PltRecord *self, const char *column, gint64 if_null);
const char *plt_record_get_text (PltRecord *self, const char *column);
const char *plt_record_get_label_at (
    PltRecord *self, guint column); /* of a reference: the label of its row, kept by the store */

/* For the store only. What `values` and `labels` (nullable, nullable entries) hold is moved out, in
 * the order of the columns; the arrays stay the caller's. */
void plt_record_update (PltRecord *self, PltValue *values, char **labels);
void plt_record_set_deleted (PltRecord *self, gboolean deleted);

G_END_DECLS
