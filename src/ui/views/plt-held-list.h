/* PltHeldList: a list that keeps alive the records it has handed out, for as long as they are in
 * it.
 *
 * A query model holds ids only, and makes a record when it is asked for one. A grid borrows records
 * and has to be told when one of them changes: so somebody must hold those it shows. */
#pragma once

#include "plt-query-model.h"

G_BEGIN_DECLS

#define PLT_TYPE_HELD_LIST (plt_held_list_get_type ())
G_DECLARE_FINAL_TYPE (PltHeldList, plt_held_list, PLT, HELD_LIST, GObject)

GListModel *plt_held_list_new (PltQueryModel *rows); /* (transfer full) */

G_END_DECLS
