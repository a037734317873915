#include "plt-rules.h"

#include <string.h>

struct _PltRules
{
  PltReferential *table; /* (nullable) */
  const char *agreement; /* of the facts */
  GStringChunk *sources;
};

PltRules *
plt_rules_new (const PltFacts *facts)
{
  PltRules *self = g_new0 (PltRules, 1);

  self->table = plt_referential_open (facts, "temps-de-travail");
  self->agreement = facts->production.agreement;
  self->sources = g_string_chunk_new (256);
  return self;
}

void
plt_rules_free (PltRules *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->table, plt_referential_free);
  g_string_chunk_free (self->sources);
  g_free (self);
}

/**
 * plt_rules_get:
 * @self: the rules of a production
 * @agreement: (nullable): a column of the referential, %NULL for the production's own
 * @code: a rule
 * @source: (out) (optional) (nullable): where it is written, with the agreement; lives as long as
 * @self
 *
 * Returns: an integer in the unit of the rule, PLT_UNKNOWN when it is missing or not a number
 */
gint64
plt_rules_get (const PltRules *self, const char *agreement, const char *code, const char **source)
{
  const char *wanted = agreement != NULL ? agreement : self->agreement;
  gint64 value;

  if (source != NULL)
    *source = NULL;
  for (guint i = 0; self->table != NULL && i < plt_referential_n_rows (self->table); i++)
    {
      const char *text;

      if (strcmp (plt_referential_get (self->table, i, "code"), code) != 0
          || strcmp (plt_referential_get (self->table, i, "convention"), wanted) != 0)
        continue;
      text = plt_referential_get (self->table, i, "valeur");
      if (!g_ascii_string_to_signed (text, 10, G_MININT32, G_MAXINT32, &value, NULL))
        return PLT_UNKNOWN;
      if (source != NULL)
        {
          gboolean idcc = g_ascii_isdigit (wanted[0]);
          g_autofree char *full
              = g_strdup_printf ("%s%s%s%s", idcc ? "IDCC " : "", idcc ? wanted : "",
                                 idcc ? ", " : "", plt_referential_get (self->table, i, "source"));

          *source = g_string_chunk_insert_const (self->sources, full);
        }
      return value;
    }
  return PLT_UNKNOWN;
}
