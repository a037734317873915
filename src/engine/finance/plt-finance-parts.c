/* The plan divided in several ways: who, public or private, which country, which line, how sure. */
#include <string.h>

#include "plt-finance-private.h"
#include "plt-funding-group.h"
#include "plt-text.h"

static const char *
family_of (const PltFundingGroup *nature, const PltFundingFacts *source, const char **title)
{
  static const struct
  {
    const char *id, *title;
  } families[] = {
    [PLT_FUNDER_PRODUCER] = { "producteurs", "Producteurs français" },
    [PLT_FUNDER_FOREIGN_PRODUCER] = { "etrangers", "Coproducteurs étrangers" },
    [PLT_FUNDER_BROADCASTER] = { "diffuseurs", "Diffuseurs" },
    [PLT_FUNDER_DISTRIBUTOR] = { "distributeurs", "Distributeurs et mandataires" },
    [PLT_FUNDER_OTHER] = { "autres", "Autres" },
  };
  PltFunderFamily family = plt_funding_family (source);

  *title = nature->counted ? "Aides publiques" : families[family].title;
  return nature->counted ? "public" : families[family].id;
}

static const char *
ownership_of (const PltFundingGroup *nature, const char **title)
{
  *title = nature->counted  ? "Argent public"
           : nature->unsure ? "À dire au cas par cas"
                            : "Argent privé";
  return nature->counted ? "public" : nature->unsure ? "a-decider" : "prive";
}

static const char *
line_of (const PltFundingFacts *source, const PltFundingGroup *nature, const char **title)
{
  *title = plt_funding_line_title (source->line);
  if (*title != NULL)
    return source->line;
  *title = nature->title;
  return source->group;
}

static const char *
status_of (const PltFundingFacts *source, const char **title)
{
  static const char *const titles[][2] = { { "espere", "Espéré" },
                                           { "demande", "Demandé" },
                                           { "confirme", "Confirmé par lettre" },
                                           { "acquis", "Acquis" } };

  *title = source->status;
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (titles[i][0], source->status) == 0)
      *title = titles[i][1];
  return source->status;
}

static void
count (GArray *parts, const char *id, const char *title, PltMoney amount)
{
  PltFinancePart part = { id, title, 0, PLT_UNKNOWN, 0 };
  guint at = 0;

  while (at < parts->len && strcmp (g_array_index (parts, PltFinancePart, at).id, id) != 0)
    at++;
  if (at == parts->len)
    g_array_append_val (parts, part);
  g_array_index (parts, PltFinancePart, at).n++;
  plt_money_add (g_array_index (parts, PltFinancePart, at).amount, amount,
                 &g_array_index (parts, PltFinancePart, at).amount);
}

static void
share (GArray *parts, PltMoney total)
{
  g_autofree gint64 *weights = g_new0 (gint64, MAX (1, parts->len));
  g_autofree PltMoney *shares = g_new0 (PltMoney, MAX (1, parts->len));

  for (guint i = 0; i < parts->len; i++)
    weights[i] = MAX (0, g_array_index (parts, PltFinancePart, i).amount);
  if (total <= 0 || !plt_money_share (PLT_RATE_ONE, weights, parts->len, shares))
    return;
  for (guint i = 0; i < parts->len; i++)
    g_array_index (parts, PltFinancePart, i).share_e6 = shares[i];
}

/* Different financiers: two contracts with one channel are one. */
static void
count_funders (PltFinancePlan *plan)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < plan->groups->len; i++)
    {
      const PltFinanceLine *line = &g_array_index (plan->groups, PltFinanceLine, i);

      if (line->source == NULL || line->amount == PLT_UNKNOWN || line->amount <= 0)
        continue;
      if (line->source->funder != NULL && *line->source->funder != '\0')
        g_hash_table_add (seen, plt_text_fold (line->source->funder));
      else
        g_hash_table_add (seen, g_strdup_printf ("#%" G_GINT64_FORMAT, line->source->id));
    }
  plan->n_funders = g_hash_table_size (seen);
}

static void
find_parts (const PltFinancePlan *plan,
            const PltFacts *facts,
            const PltFundingFacts *source,
            const char *ids[PLT_N_PARTITIONS],
            const char *titles[PLT_N_PARTITIONS])
{
  PltFundingGroup nature = plt_funding_nature (plan->table, facts, source);

  ids[PLT_PART_FAMILY] = family_of (&nature, source, &titles[PLT_PART_FAMILY]);
  ids[PLT_PART_OWNERSHIP] = ownership_of (&nature, &titles[PLT_PART_OWNERSHIP]);
  ids[PLT_PART_COUNTRY] = plt_funding_country (source);
  titles[PLT_PART_COUNTRY] = plt_funding_country_title (ids[PLT_PART_COUNTRY]);
  ids[PLT_PART_LINE] = line_of (source, &nature, &titles[PLT_PART_LINE]);
  ids[PLT_PART_STATUS] = status_of (source, &titles[PLT_PART_STATUS]);
}

const char *
plt_finance_part_of (const PltFinancePlan *self,
                     const PltFacts *facts,
                     const PltFundingFacts *source,
                     PltPartition partition)
{
  const char *ids[PLT_N_PARTITIONS], *titles[PLT_N_PARTITIONS];

  find_parts (self, facts, source, ids, titles);
  return ids[partition];
}

void
plt_finance_divide (PltFinanceReading *self)
{
  PltFinancePlan *plan = self->result;

  for (guint i = 0; i < plan->groups->len; i++)
    {
      const PltFinanceLine *line = &g_array_index (plan->groups, PltFinanceLine, i);
      const char *ids[PLT_N_PARTITIONS], *titles[PLT_N_PARTITIONS];

      if (line->source == NULL || line->amount == PLT_UNKNOWN)
        continue;
      find_parts (plan, self->facts, line->source, ids, titles);
      for (guint part = 0; part < PLT_N_PARTITIONS; part++)
        count (plan->parts[part], ids[part], titles[part], line->amount);
    }
  for (guint part = 0; part < PLT_N_PARTITIONS; part++)
    share (plan->parts[part], plan->total);
  count_funders (plan);
}
