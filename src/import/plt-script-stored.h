/* A screenplay as a production keeps it: the paragraphs of one version, read back. */
#pragma once

#include "plt-facts.h"
#include "plt-script.h"

G_BEGIN_DECLS

typedef struct
{
  PltScript *script;
  GArray *sequences; /* gint64: the row of each scene, 0 when it has none */
  GArray *blocks;    /* gint64: the row of each paragraph */
} PltStoredScript;

/* (transfer full): what plt_facts_load_text() read */
PltStoredScript *plt_stored_script_new (const PltFacts *facts);

void plt_stored_script_free (PltStoredScript *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltStoredScript, plt_stored_script_free)

G_END_DECLS
