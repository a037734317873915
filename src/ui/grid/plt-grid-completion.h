/* Which of the proposals for a cell match what is being typed. Knows no GTK.
 *
 * A proposal is a word; what stands behind a tab says what it means: it is shown and searched too,
 * but never typed. Case and accents do not count. What begins with the text comes first, then what
 * has a word that begins with it, then what contains it; among equals the order of the proposals
 * stands. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PltGridCompletion PltGridCompletion;

PltGridCompletion *plt_grid_completion_new (const char *const *proposals);
void plt_grid_completion_free (PltGridCompletion *self);
/* (transfer container): the matching proposals, NULL-terminated; all of them for "" */
const char **
plt_grid_completion_match (const PltGridCompletion *self, const char *text, guint limit);
/* The same for the word of a formula in which the caret stands (in bytes), by what stands before
 * it; `start` and `end` (out): what a proposal replaces. */
const char **plt_grid_completion_match_word (const PltGridCompletion *self,
                                             const char *text,
                                             gsize caret,
                                             guint limit,
                                             gsize *start,
                                             gsize *end);
int plt_grid_completion_find (const PltGridCompletion *self,
                              const char *text); /* the same, or -1 */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltGridCompletion, plt_grid_completion_free)

G_END_DECLS
