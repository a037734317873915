/* The territories of French law that a film may be shot in: which holidays, which legal time.
 *
 * Postcodes: the first figures are those of the department; 97133 and 97150 stayed with two islands
 * that were communes of Guadeloupe until 2007. */
#pragma once

#include "plt-facts.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_TERRITORY_METROPOLE,
  PLT_TERRITORY_ALSACE_MOSELLE,
  PLT_TERRITORY_GUADELOUPE,
  PLT_TERRITORY_MARTINIQUE,
  PLT_TERRITORY_GUYANE,
  PLT_TERRITORY_REUNION,
  PLT_TERRITORY_MAYOTTE,
  PLT_TERRITORY_SAINT_MARTIN,
  PLT_TERRITORY_SAINT_BARTHELEMY,
  PLT_TERRITORY_ABROAD, /* national holidays, legal time not known */
  PLT_N_TERRITORIES
} PltTerritory;

PltTerritory plt_territory_parse (const char *id,
                                  PltTerritory otherwise); /* an id of production.territory */
/* That of a French postcode ("67000"), `otherwise` where it is none. */
PltTerritory plt_territory_of_postcode (const char *postcode, PltTerritory otherwise);
const char *plt_territory_id (PltTerritory territory); /* static */

/* Of a place: typed for it, else of its postcode, else of the production. Of none: the
 * production's. */
PltTerritory plt_territory_of_place (const PltFacts *facts,
                                     const PltLocationFacts *place); /* (nullable) place */
/* Minutes of the legal time of the territory ahead of UTC on that date, at that minute of it, which
 * may be past 24:00: an hour, two in summer, in Europe (the clock changes at 3:00 on the last
 * Sundays of March and October), and the whole year the same overseas. FALSE abroad: not known.
 * Source: décret 78-855 du 9 août 1978, décret 2017-292 du 6 mars 2017. */
gboolean plt_territory_offset (PltTerritory territory, PltDate date, gint64 minutes, int *offset);

G_END_DECLS
