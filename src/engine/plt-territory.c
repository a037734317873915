#include "plt-territory.h"

#include <string.h>

#include "plt-sun.h"

static const char *const territory_ids[PLT_N_TERRITORIES]
    = { "metropole", "alsace-moselle", "guadeloupe",   "martinique",       "guyane",
        "reunion",   "mayotte",        "saint-martin", "saint-barthelemy", "etranger" };

/* First figures of the postcodes, the longest first where one holds the other: two communes of the
 * old Guadeloupe kept theirs. */
static const struct
{
  const char *prefix;
  PltTerritory territory;
} postcodes[] = {
  { "97133", PLT_TERRITORY_SAINT_BARTHELEMY },
  { "97150", PLT_TERRITORY_SAINT_MARTIN },
  { "971", PLT_TERRITORY_GUADELOUPE },
  { "972", PLT_TERRITORY_MARTINIQUE },
  { "973", PLT_TERRITORY_GUYANE },
  { "974", PLT_TERRITORY_REUNION },
  { "976", PLT_TERRITORY_MAYOTTE },
  { "977", PLT_TERRITORY_SAINT_BARTHELEMY },
  { "978", PLT_TERRITORY_SAINT_MARTIN },
  { "97", PLT_TERRITORY_ABROAD },
  { "98", PLT_TERRITORY_ABROAD },
  { "57", PLT_TERRITORY_ALSACE_MOSELLE },
  { "67", PLT_TERRITORY_ALSACE_MOSELLE },
  { "68", PLT_TERRITORY_ALSACE_MOSELLE },
};

/**
 * plt_territory_parse:
 * @id: (nullable): an id of production.territory
 * @otherwise: what nothing, or an unknown one, gives
 *
 * Returns: the territory
 */
PltTerritory
plt_territory_parse (const char *id, PltTerritory otherwise)
{
  for (guint i = 0; id != NULL && i < PLT_N_TERRITORIES; i++)
    if (strcmp (territory_ids[i], id) == 0)
      return (PltTerritory) i;
  return otherwise;
}

PltTerritory
plt_territory_of_postcode (const char *postcode, PltTerritory otherwise)
{
  if (postcode == NULL || strlen (postcode) != 5
      || strspn (postcode, "0123456789") != strlen (postcode))
    return otherwise;
  for (guint i = 0; i < G_N_ELEMENTS (postcodes); i++)
    if (g_str_has_prefix (postcode, postcodes[i].prefix))
      return postcodes[i].territory;
  return PLT_TERRITORY_METROPOLE;
}

const char *
plt_territory_id (PltTerritory territory)
{
  g_return_val_if_fail (territory < PLT_N_TERRITORIES, "");

  return territory_ids[territory];
}

/**
 * plt_territory_of_place:
 * @facts: the production
 * @place: (nullable): a place of it
 *
 * Returns: the territory typed for the place, else that of its postcode, else the production's
 */
PltTerritory
plt_territory_of_place (const PltFacts *facts, const PltLocationFacts *place)
{
  PltTerritory own = plt_territory_parse (facts->production.territory, PLT_TERRITORY_METROPOLE);

  if (place == NULL)
    return own;
  return plt_territory_parse (place->territory, plt_territory_of_postcode (place->postcode, own));
}

gboolean
plt_territory_offset (PltTerritory territory, PltDate date, gint64 minutes, int *offset)
{
  static const int hours[PLT_N_TERRITORIES] = {
    [PLT_TERRITORY_GUADELOUPE] = -4,       [PLT_TERRITORY_MARTINIQUE] = -4,
    [PLT_TERRITORY_SAINT_BARTHELEMY] = -4, [PLT_TERRITORY_SAINT_MARTIN] = -4,
    [PLT_TERRITORY_GUYANE] = -3,           [PLT_TERRITORY_REUNION] = 4,
    [PLT_TERRITORY_MAYOTTE] = 3,
  };

  g_return_val_if_fail (territory < PLT_N_TERRITORIES, FALSE);

  if (territory == PLT_TERRITORY_ABROAD || date == PLT_DATE_NONE)
    return FALSE;
  *offset
      = hours[territory] != 0 ? hours[territory] * 60 : plt_sun_offset_france_at (date, minutes);
  return TRUE;
}
