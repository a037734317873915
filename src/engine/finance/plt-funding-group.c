#include "plt-funding-group.h"

#include <string.h>

PltFundingGroup
plt_funding_group (const PltReferential *groups, const char *id)
{
  PltFundingGroup group = { .title = id, .source = "", .unsure = TRUE };
  int found = groups != NULL ? plt_referential_find (groups, "groupe", id) : -1;
  const char *counted;

  if (found < 0)
    return group;
  counted = plt_referential_get (groups, (guint) found, "public");
  group.title = plt_referential_get (groups, (guint) found, "libelle");
  group.source = plt_referential_get (groups, (guint) found, "source");
  group.counted = strcmp (counted, "oui") == 0;
  group.unsure = *counted == '\0';
  group.deducted = strcmp (plt_referential_get (groups, (guint) found, "deduit"), "oui") == 0;
  group.sure = strcmp (plt_referential_get (groups, (guint) found, "marque"), "source") == 0;
  return group;
}

static const char *
find (const char *const (*pairs)[2], gsize n, const char *key)
{
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (pairs[i][0], key) == 0)
      return pairs[i][1];
  return NULL;
}

const char *
plt_funding_line_title (const char *line)
{
  static const char *const titles[][2] = {
    { "producteur-delegue", "Producteur délégué" },
    { "coproducteur-francais", "Coproducteur français" },
    { "coproducteur-etranger", "Coproducteur étranger" },
    { "soutien-automatique", "Soutien automatique" },
    { "soutien-selectif", "Aide sélective" },
    { "region", "Région" },
    { "collectivite", "Autre collectivité territoriale" },
    { "television-gratuite", "Télévision gratuite" },
    { "television-payante", "Télévision payante" },
    { "plateforme", "Plateforme" },
    { "salles", "Distribution en salles" },
    { "video", "Vidéo et VOD à l’acte" },
    { "ventes-internationales", "Ventes internationales" },
    { "europe", "Fonds européen" },
    { "fondation", "Fondation, société d’auteurs" },
    { "participatif", "Financement participatif" },
    { "mecenat", "Mécénat, partenariat, placement" },
    { "industrie-technique", "Industrie technique" },
  };

  return find (titles, G_N_ELEMENTS (titles), line);
}

const char *
plt_funding_country_title (const char *country)
{
  static const char *const titles[][2] = {
    { "FR", "France" },
    { "BE", "Belgique" },
    { "CH", "Suisse" },
    { "LU", "Luxembourg" },
    { "DE", "Allemagne" },
    { "ES", "Espagne" },
    { "IT", "Italie" },
    { "PT", "Portugal" },
    { "CA", "Canada" },
    { "NL", "Pays-Bas" },
    { "GB", "Royaume-Uni" },
    { "IE", "Irlande" },
    { "AT", "Autriche" },
    { "DK", "Danemark" },
    { "SE", "Suède" },
    { "NO", "Norvège" },
    { "FI", "Finlande" },
    { "PL", "Pologne" },
    { "RO", "Roumanie" },
    { "GR", "Grèce" },
    { "MA", "Maroc" },
    { "TN", "Tunisie" },
    { "SN", "Sénégal" },
    { "US", "États-Unis" },
    { "", "Étranger, pays à préciser" },
  };
  const char *title = find (titles, G_N_ELEMENTS (titles), country);

  return title != NULL ? title : country;
}

gboolean
plt_funding_is_line (const PltFundingFacts *source, const char *line)
{
  return g_strcmp0 (source->line, line) == 0;
}

static gboolean
has_no_line (const PltFundingFacts *source)
{
  return source->line == NULL || *source->line == '\0';
}

PltFunderFamily
plt_funding_family (const PltFundingFacts *source)
{
  static const struct
  {
    const char *line, *group;
    PltFunderFamily family;
  } families[] = {
    { "producteur-delegue", "apports-producteurs", PLT_FUNDER_PRODUCER },
    { "coproducteur-francais", NULL, PLT_FUNDER_PRODUCER },
    { "coproducteur-etranger", NULL, PLT_FUNDER_FOREIGN_PRODUCER },
    { "television-gratuite", "diffuseurs", PLT_FUNDER_BROADCASTER },
    { "television-payante", NULL, PLT_FUNDER_BROADCASTER },
    { "plateforme", NULL, PLT_FUNDER_BROADCASTER },
    { "salles", "distributeurs", PLT_FUNDER_DISTRIBUTOR },
    { "video", NULL, PLT_FUNDER_DISTRIBUTOR },
    { "ventes-internationales", NULL, PLT_FUNDER_DISTRIBUTOR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (has_no_line (source) ? g_strcmp0 (source->group, families[i].group) == 0
                             : plt_funding_is_line (source, families[i].line))
      return families[i].family;
  return PLT_FUNDER_OTHER;
}

const char *
plt_funding_country (const PltFundingFacts *source)
{
  gboolean none = source->country == NULL || *source->country == '\0'
                  || g_ascii_strcasecmp (source->country, "FR") == 0;

  if (!none)
    return source->country;
  return plt_funding_is_line (source, "coproducteur-etranger")
                 || (has_no_line (source) && g_strcmp0 (source->group, "etranger") == 0)
             ? ""
             : "FR";
}

gboolean
plt_funding_is_assigned (const PltFacts *facts)
{
  for (guint i = 0; i < facts->funding.n; i++)
    if (facts->funding.items[i].is_assigned)
      return TRUE;
  return FALSE;
}

PltFundingGroup
plt_funding_nature (const PltReferential *groups,
                    const PltFacts *facts,
                    const PltFundingFacts *source)
{
  PltFundingGroup nature = plt_funding_group (groups, source->group);
  gboolean subsidy
      = source->kind == NULL || *source->kind == '\0' || strcmp (source->kind, "subvention") == 0;
  gboolean local = plt_funding_is_line (source, "region")
                   || plt_funding_is_line (source, "collectivite")
                   || g_strcmp0 (source->group, "regions") == 0;

  if (g_strcmp0 (source->ownership, "public") == 0 || g_strcmp0 (source->ownership, "prive") == 0)
    {
      nature.counted = strcmp (source->ownership, "public") == 0;
      nature.unsure = FALSE;
      nature.sure = TRUE;
    }
  else if (g_strcmp0 (source->ownership, "a-decider") == 0
           || (local && g_strcmp0 (source->kind, "part-coproduction") == 0))
    {
      nature.counted = FALSE;
      nature.unsure = TRUE;
    }
  if (plt_funding_is_assigned (facts))
    nature.deducted = source->is_assigned;
  nature.deducted
      = nature.deducted && nature.counted && subsidy && strcmp (source->nature, "numeraire") == 0;
  return nature;
}
