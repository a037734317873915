/* Bringing an older file up to the present schema.
 *
 * For writing: the steps are rehearsed on a copy in memory, to the last check; then the file is
 * copied beside itself as NAME.vN.bak; then each step runs in its own transaction together with its
 * user_version. A step that fails has therefore failed before the file was touched. For reading,
 * the copy in memory is all there is. */
#pragma once

#include "plt-schema.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): a copy of the whole database in memory */
PltDb *plt_db_copy_to_memory (PltDb *db, GError **error);
/* (transfer full) (nullable): the same from bytes that plt_db_serialize() gave */
PltDb *plt_db_open_bytes (const guint8 *bytes, gsize n, GError **error);
/* Runs all steps after `from`, then checks references and integrity. query_only must be off. */
gboolean plt_migrate (PltSchema *schema, PltDb *db, int from, GError **error);
/* The same on a file, with rehearsal and backup. `backup` (out) (optional): its path */
gboolean plt_migrate_file (
    PltSchema *schema, PltDb *db, const char *path, int from, char **backup, GError **error);
/* Copies the database of `db` to `path`, whole and durably. */
gboolean plt_db_copy_to_file (PltDb *db, const char *path, gboolean replace, GError **error);
/* As NAME.TAG.bak beside `path`, or NAME.TAG-2.bak ... when that is taken; never replaces. */
gboolean
plt_db_back_up (PltDb *db, const char *path, const char *tag, char **backup, GError **error);
/* quick: quick_check instead of integrity_check. PLT_ERROR_DAMAGED with the first fault. */
gboolean plt_db_check (PltDb *db, gboolean quick, GError **error);

G_END_DECLS
