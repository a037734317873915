/* Reading a referential kept by the production: a TSV with '#' lines, a header line and rows. */
#pragma once

#include "plt-facts.h"

G_BEGIN_DECLS

typedef struct _PltReferential PltReferential;

/* (nullable) (transfer full): NULL when the production does not keep it. */
PltReferential *plt_referential_open (const PltFacts *facts, const char *name);
PltReferential *plt_referential_parse (const char *content);
/* The one that comes with the program, for facts that keep none of that name (a file opened only
 * for reading): added to them. FALSE when it does not come with the program. */
gboolean plt_referential_lend (PltFacts *facts, const char *name);
void plt_referential_free (PltReferential *self);
guint plt_referential_n_rows (const PltReferential *self);
gboolean plt_referential_has_column (const PltReferential *self, const char *column);
const char *plt_referential_get (const PltReferential *self,
                                 guint row,
                                 const char *column); /* "" when absent */
int plt_referential_find (const PltReferential *self,
                          const char *column,
                          const char *value); /* row or -1 */
const char *plt_referential_meta (const PltReferential *self,
                                  const char *key); /* "source", "date_effet" ... or "" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltReferential, plt_referential_free)

G_END_DECLS
