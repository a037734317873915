/* PltQueryModel: a GListModel of PltRecord that follows the store.
 *
 * After each command that touches its table it runs its query again and splices only what lies
 * between the common prefix and suffix: at most one items-changed a command. Records keep their
 * identity, so selection and scroll survive. */
#pragma once

#include "plt-rows.h"

G_BEGIN_DECLS

#define PLT_TYPE_QUERY_MODEL (plt_query_model_get_type ())
G_DECLARE_FINAL_TYPE (PltQueryModel, plt_query_model, PLT, QUERY_MODEL, GObject)

PltQueryModel *plt_query_model_new (PltStore *store, const char *table);
void plt_query_model_set_filter (PltQueryModel *self,
                                 const char *column,
                                 const PltValue *value); /* value NULL removes it */
void plt_query_model_set_search (PltQueryModel *self,
                                 const char *text); /* shown values that contain it, folded */
void plt_query_model_set_order (PltQueryModel *self, const char *order);
/* Whether a row stays, for what no column says; asked again with plt_query_model_refilter(). */
typedef gboolean (*PltQueryKeep) (gint64 id, gpointer user_data);
void plt_query_model_set_keep (PltQueryModel *self,
                               PltQueryKeep keep,
                               gpointer user_data); /* keep NULL: every row */
void plt_query_model_refilter (PltQueryModel *self);
const PltTable *plt_query_model_get_table (PltQueryModel *self);
gint64 plt_query_model_get_id (PltQueryModel *self, guint position); /* without making the record */
int plt_query_model_find (PltQueryModel *self, gint64 id); /* position, -1 when it is not in it */

G_END_DECLS
