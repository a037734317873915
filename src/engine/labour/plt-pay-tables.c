/* What pay is read from: parsed once, and kept as long as the production says the same. */
#include <string.h>

#include "plt-pay-private.h"

static PltPayTables *
new_tables (const PltFacts *facts)
{
  PltPayTables *self = g_rc_box_new0 (PltPayTables);

  self->facts = facts;
  self->rules = plt_rules_new (facts);
  self->calendar = plt_calendar_new (facts);
  self->scale_name = g_strconcat ("minima-", facts->production.agreement, NULL);
  self->scale = plt_referential_open (facts, self->scale_name);
  self->functions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

PltPayTables *
plt_pay_tables_new (const PltFacts *facts)
{
  g_return_val_if_fail (facts != NULL, NULL);

  return new_tables (facts);
}

/* ---- of their own ---- */

static const char *
keep (PltFacts *kept, const char *text)
{
  return text != NULL ? g_string_chunk_insert (kept->strings, text) : NULL;
}

/* All that pay reads of a production. */
static PltFacts *
copy_facts (const PltFacts *facts)
{
  PltFacts *kept = plt_facts_new ();

  kept->production.agreement = keep (kept, facts->production.agreement);
  kept->production.kind = keep (kept, facts->production.kind);
  kept->production.territory = keep (kept, facts->production.territory);
  for (guint i = 0; i < facts->referentials.n; i++)
    {
      const PltReferentialFacts *from = &facts->referentials.items[i];
      PltReferentialFacts *to = PLT_FACTS_ADD (kept->referentials, PltReferentialFacts, from->id);

      to->name = keep (kept, from->name);
      to->version = keep (kept, from->version);
      to->content = keep (kept, from->content);
    }
  return kept;
}

PltPayTables *
plt_pay_tables_new_own (const PltFacts *facts)
{
  PltFacts *kept;
  PltPayTables *self;

  g_return_val_if_fail (facts != NULL, NULL);

  kept = copy_facts (facts);
  self = new_tables (kept);
  self->own = kept;
  return self;
}

gboolean
plt_pay_tables_are_of (const PltPayTables *self, const PltFacts *facts)
{
  const PltFacts *of = self->facts;

  if (g_strcmp0 (of->production.agreement, facts->production.agreement) != 0
      || g_strcmp0 (of->production.kind, facts->production.kind) != 0
      || g_strcmp0 (of->production.territory, facts->production.territory) != 0
      || of->referentials.n != facts->referentials.n)
    return FALSE;
  for (guint i = 0; i < facts->referentials.n; i++)
    if (g_strcmp0 (of->referentials.items[i].name, facts->referentials.items[i].name) != 0
        || g_strcmp0 (of->referentials.items[i].content, facts->referentials.items[i].content) != 0)
      return FALSE;
  return TRUE;
}

/* ---- what they say ---- */

gboolean
plt_pay_tables_is_holiday (const PltPayTables *self, PltDate date)
{
  return plt_calendar_holiday (self->calendar, date, plt_calendar_territory (self->calendar), FALSE)
         != NULL;
}

const PltRules *
plt_pay_tables_rules (const PltPayTables *self)
{
  return self->rules;
}

/* ---- their life ---- */

static void
tables_clear (gpointer data)
{
  PltPayTables *self = data;

  plt_rules_free (self->rules);
  plt_calendar_free (self->calendar);
  g_clear_pointer (&self->scale, plt_referential_free);
  g_free (self->scale_name);
  g_hash_table_unref (self->functions);
  g_clear_pointer (&self->own, plt_facts_free);
}

PltPayTables *
plt_pay_tables_ref (PltPayTables *self)
{
  return g_rc_box_acquire (self);
}

void
plt_pay_tables_free (PltPayTables *self)
{
  g_rc_box_release_full (self, tables_clear);
}
