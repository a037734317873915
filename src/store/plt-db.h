/* PltDb, PltStmt: the smallest wrapper around SQLite that the store needs. Private to this folder.
 *
 * Errors become PLT_ERROR_* with whole sentences (plt_db_set_error). A prepared text is cached for
 * the life of the connection, keyed by the text; plt_db_prepare() hands out the cached statement,
 * reset and unbound, so the same text must not be stepped twice at once: nested use of one text
 * takes plt_db_prepare_fresh(). SQL after the first statement is refused. */
#pragma once

#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <glib.h>
#include <sqlite3.h>

#include "plt-error.h"
#include "plt-value.h"

G_BEGIN_DECLS

typedef struct _PltDb PltDb;
typedef sqlite3_stmt PltStmt;

typedef enum
{
  PLT_STEP_ROW,
  PLT_STEP_DONE,
  PLT_STEP_ERROR,
} PltStep;

PltDb *plt_db_open (const char *path,
                    int sqlite_flags,
                    GError **error); /* with our pragmas and limits set */
void plt_db_close (PltDb *self);
sqlite3 *plt_db_handle (PltDb *self);
gboolean
plt_db_exec (PltDb *self, const char *sql, GError **error); /* may hold several statements */
PltStmt *plt_db_prepare (PltDb *self, const char *sql, GError **error); /* cached, borrowed */
PltStmt *plt_db_prepare_fresh (PltDb *self,
                               const char *sql,
                               GError **error); /* caller finalizes: g_autoptr */
PltStep plt_db_step (PltDb *self, PltStmt *stmt, GError **error);
gboolean plt_db_run (PltDb *self, PltStmt *stmt, GError **error); /* steps to the end and resets */
/* While on, nothing can be written. Cheap: prepared statements stay. */
void plt_db_set_query_only (PltDb *self, gboolean query_only);
gboolean plt_db_get_query_only (PltDb *self);
void plt_db_reset_all (PltDb *self); /* ends every reading that was left before its last row */
void plt_stmt_bind_int (PltStmt *stmt, int index, gint64 value);
void plt_stmt_bind_text (PltStmt *stmt, int index, const char *text); /* NULL binds NULL; copies */
void plt_stmt_bind_value (PltStmt *stmt, int index, const PltValue *value);
gint64 plt_stmt_int (PltStmt *stmt, int column, gint64 if_null);
const char *plt_stmt_text (PltStmt *stmt, int column); /* "" when NULL; until the next step */
PltValue plt_stmt_value (PltStmt *stmt, int column);   /* owned */
gint64
plt_db_int (PltDb *self, const char *sql, gint64 if_none); /* first column of the first row */
void plt_db_set_error (PltDb *self, int code, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltDb, plt_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltStmt, sqlite3_finalize)

G_END_DECLS
