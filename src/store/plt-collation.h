/* French text in queries: the collation "plt_text" of a connection.
 *
 * SQLite alone compares bytes: É after Z, 10 before 2. Queries of this folder order text with
 * COLLATE "plt_text", which is plt_text_compare(). The schema never names it, so that any SQLite
 * can still read the file. */
#pragma once

#include "plt-db.h"

G_BEGIN_DECLS

/* Part of opening a connection: before it, a query that orders text fails. */
void plt_db_register_text (PltDb *self);

G_END_DECLS
