/* Values of the law and of the agreements, from the referential "temps-de-travail", read once. */
#pragma once

#include "plt-referential.h"

G_BEGIN_DECLS

typedef struct _PltRules PltRules;

/**
 * PltRule:
 * @value: in the unit of the rule; PLT_UNKNOWN when it is not one number (an interval, a word)
 * @text: the value as the referential writes it
 * @label: what it is, in French
 * @source: where it is written, with the agreement: "IDCC 3097, art. 27"
 * @sure: read in the text itself; else usual practice, to verify
 */
typedef struct
{
  gint64 value;
  const char *text, *label, *source;
  gboolean sure;
} PltRule;

PltRules *plt_rules_new (const PltFacts *facts); /* of the production's agreement */
void plt_rules_free (PltRules *self);
/* (nullable): the rule `code` of the agreement ("3097"), or of `agreement` when given ("mineurs",
 * "3097-artistes"); NULL when the referential does not have it. Lives as long as the rules. */
const PltRule *plt_rules_find (const PltRules *self, const char *agreement, const char *code);
/* Its value, PLT_UNKNOWN when there is none. `source` (out) (nullable): as long as the rules. */
gint64
plt_rules_get (const PltRules *self, const char *agreement, const char *code, const char **source);
/* "20:00-06:00" in minutes, the end after the beginning: 1200 and 1800. FALSE where the rule is
 * missing or not an interval. */
gboolean plt_rule_interval (const PltRule *rule, gint64 *from, gint64 *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltRules, plt_rules_free)

G_END_DECLS
