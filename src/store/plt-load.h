/* Rows to engine structs, in one pass. */
#pragma once

#include "plt-facts.h"
#include "plt-store.h"

G_BEGIN_DECLS

PltFacts *plt_facts_load (PltStore *store, GError **error);
/**
 * plt_facts_load_changed:
 * @before: facts of the same store, read before @changes
 * @changes: (nullable): what happened since: all of it, %NULL for nothing
 *
 * The same as plt_facts_load(), in the time of what changed: tables without a change are taken over
 * from @before, rows that were updated and stay at their place are read alone. The text of the
 * screenplay (plt_facts_load_text()) is not taken over. What it gives owns its lists and shares the
 * strings with @before; rows must not be added to either.
 *
 * Returns: (transfer full): independent of when @before is freed
 */
PltFacts *plt_facts_load_changed (PltStore *store,
                                  const PltFacts *before,
                                  const PltChanges *changes,
                                  GError **error);
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
