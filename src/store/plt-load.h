/* Rows to engine structs, in one pass. */
#pragma once

#include "plt-facts.h"
#include "plt-store.h"

G_BEGIN_DECLS

PltFacts *plt_facts_load (PltStore *store, GError **error);
/* Only the colours of the effects: all else is empty. */
PltFacts *plt_facts_load_colors (PltStore *store, GError **error);

/**
 * plt_facts_load_text:
 * @version: a row of script_version; 0 for the current one of the production
 *
 * Fills `blocks` and `tags` of @facts with the text of that version and its tagged words, in the
 * order of the text; what was there is replaced.
 *
 * Returns: FALSE with an error; a version that is not there has no text
 */
gboolean plt_facts_load_text (PltFacts *facts, PltStore *store, gint64 version, GError **error);

G_END_DECLS
