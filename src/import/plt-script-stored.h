/* A screenplay as a production keeps it: the paragraphs of one version, read back. */
#pragma once

#include "plt-script.h"
#include "plt-store.h"

G_BEGIN_DECLS

typedef struct
{
  PltScript *script;
  GArray *sequences; /* gint64: the row of each scene, 0 when it has none */
} PltStoredScript;

/* (transfer full): of that row of script_version; NULL with an error */
PltStoredScript *plt_stored_script_load (PltStore *store, gint64 version, GError **error);
void plt_stored_script_free (PltStoredScript *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltStoredScript, plt_stored_script_free)

G_END_DECLS
