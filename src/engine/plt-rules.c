#include "plt-rules.h"

#include <stdio.h>
#include <string.h>

struct _PltRules
{
  PltReferential *table; /* (nullable) */
  const char *agreement; /* of the facts */
  PltRule *rules;        /* one a row */
  GHashTable *index;     /* "3097/repos-quotidien" -> PltRule */
  GStringChunk *strings;
};

static const char *
key_of (char *buffer, gsize size, const char *agreement, const char *code)
{
  g_snprintf (buffer, size, "%s/%s", agreement, code);
  return buffer;
}

static void
read_row (PltRules *self, guint row, PltRule *rule)
{
  const char *agreement = plt_referential_get (self->table, row, "convention");
  const char *source = plt_referential_get (self->table, row, "source");
  gboolean idcc = g_ascii_isdigit (agreement[0]);
  gboolean code = (*source == 'L' || *source == 'R') && g_ascii_isdigit (source[1]);
  char key[128], full[512];

  rule->text = plt_referential_get (self->table, row, "valeur");
  rule->label = plt_referential_get (self->table, row, "libelle");
  rule->sure = strcmp (plt_referential_get (self->table, row, "marque"), "source") == 0
               && strcmp (plt_referential_get (self->table, row, "confiance"), "B") != 0;
  if (!g_ascii_string_to_signed (rule->text, 10, G_MININT32, G_MAXINT32, &rule->value, NULL))
    rule->value = PLT_UNKNOWN;
  if (idcc)
    {
      int n = (int) strcspn (agreement, "-");

      /* "3097-artistes" is a part of 3097 */
      g_snprintf (full, sizeof full, "IDCC %.*s%s%s, %s", n, agreement,
                  agreement[n] != '\0' ? " " : "", agreement[n] != '\0' ? agreement + n + 1 : "",
                  source);
    }
  else
    g_snprintf (full, sizeof full, "%s%s", code ? "Code du travail " : "", source);
  rule->source = g_string_chunk_insert_const (self->strings, full);
  key_of (key, sizeof key, agreement, plt_referential_get (self->table, row, "code"));
  if (!g_hash_table_contains (self->index, key))
    g_hash_table_insert (self->index, g_string_chunk_insert (self->strings, key), rule);
}

PltRules *
plt_rules_new (const PltFacts *facts)
{
  PltRules *self = g_new0 (PltRules, 1);

  self->table = plt_referential_open (facts, "temps-de-travail");
  self->agreement = facts->production.agreement != NULL ? facts->production.agreement : "";
  self->strings = g_string_chunk_new (4096);
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  if (self->table != NULL)
    {
      guint n = plt_referential_n_rows (self->table);

      self->rules = g_new0 (PltRule, MAX (n, 1));
      for (guint i = 0; i < n; i++)
        read_row (self, i, &self->rules[i]);
    }
  return self;
}

void
plt_rules_free (PltRules *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->table, plt_referential_free);
  g_hash_table_unref (self->index);
  g_string_chunk_free (self->strings);
  g_free (self->rules);
  g_free (self);
}

/**
 * plt_rules_find:
 * @self: the rules of a production
 * @agreement: (nullable): a column of the referential, %NULL for the production's own
 * @code: a rule
 *
 * Returns: (transfer none) (nullable): the rule
 */
const PltRule *
plt_rules_find (const PltRules *self, const char *agreement, const char *code)
{
  char key[128];

  return g_hash_table_lookup (
      self->index, key_of (key, sizeof key, agreement != NULL ? agreement : self->agreement, code));
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
  const PltRule *rule = plt_rules_find (self, agreement, code);
  gint64 value = rule != NULL ? rule->value : PLT_UNKNOWN;

  if (source != NULL)
    *source = value != PLT_UNKNOWN ? rule->source : NULL;
  return value;
}

/**
 * plt_rule_interval:
 * @rule: (nullable): a rule whose value is "HH:MM-HH:MM"
 * @from: (out): minutes of the day
 * @to: (out): minutes, above @from
 *
 * Returns: whether it is one
 */
gboolean
plt_rule_interval (const PltRule *rule, gint64 *from, gint64 *to)
{
  int a, b, c, d;

  if (rule == NULL || sscanf (rule->text, "%d:%d-%d:%d", &a, &b, &c, &d) != 4)
    return FALSE;
  *from = a * 60 + b;
  *to = c * 60 + d;
  if (*to <= *from)
    *to += 24 * 60;
  return TRUE;
}
