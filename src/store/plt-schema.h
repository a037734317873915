/* What the migrations make of an empty file, version by version, and whether a file is just that.
 *
 * A schema is the gapless list of steps 1, 2, ... The program's own is in its resources; tests make
 * others. What a version looks like is found by running the steps in memory, once, and compared
 * with a file's sqlite_schema as text, blanks outside quotes squeezed: any table, index, view or
 * trigger that is missing, different or too many is found before a row is read. */
#pragma once

#include "plt-db.h"

G_BEGIN_DECLS

typedef struct _PltSchema PltSchema;

/* steps: the SQL of version 1, 2, ...; copied */
PltSchema *plt_schema_new (const char *const *steps, guint n_steps);
void plt_schema_free (PltSchema *self);
PltSchema *plt_schema_get_default (void); /* from the resources; lives for ever */

int plt_schema_get_version (PltSchema *self); /* the newest */
const char *plt_schema_get_step (PltSchema *self, int version);
/* Runs step `version` and sets user_version, in a transaction that the caller has begun. */
gboolean plt_schema_run_step (PltSchema *self, PltDb *db, int version, GError **error);
/* Makes an empty database of that version, application_id too, in the caller's transaction. */
gboolean plt_schema_make (PltSchema *self, PltDb *db, int version, GError **error);
/* (transfer full) (nullable): the first difference in words, NULL when there is none or, with
 * `error` set, when the comparison failed. */
char *plt_schema_compare (PltSchema *self, PltDb *db, int version, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltSchema, plt_schema_free)

G_END_DECLS
