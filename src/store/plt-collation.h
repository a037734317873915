/* French text in queries: the function plt_text_key() of a connection.
 *
 * SQLite alone compares bytes: É after Z, 10 before 2. Queries of this folder order text by
 * plt_text_key("column"), a BLOB whose bytes order as plt_text_compare() does. It is made once for
 * each row, where a collation would be asked at each comparison. The schema may not name it, so
 * that any SQLite can still read the file. */
#pragma once

#include "plt-db.h"

G_BEGIN_DECLS

/* Part of opening a connection: before it, a query that orders text fails. */
void plt_db_register_text (PltDb *self);

G_END_DECLS
