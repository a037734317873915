/* Values of the law and of the agreements, from the referential "temps-de-travail". */
#pragma once

#include "plt-referential.h"

G_BEGIN_DECLS

typedef struct _PltRules PltRules;

PltRules *plt_rules_new (const PltFacts *facts); /* of the production's agreement */
void plt_rules_free (PltRules *self);
/* The value of `code` for the agreement ("3097"), or for `agreement` when given ("mineurs").
 * PLT_UNKNOWN when the referential does not have it. `source` (out) (nullable): borrowed from the
 * rules. */
gint64
plt_rules_get (const PltRules *self, const char *agreement, const char *code, const char **source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltRules, plt_rules_free)

G_END_DECLS
