/* The catalogue of financeurs: who gives what, to which works, when, for which documents. Pure.
 *
 * From the referentials "financeurs", "financeurs-criteres" and "financeurs-pieces", which come
 * with the program and are lent to the facts (plt_funding_catalogue_lend()): a catalogue is of
 * today, not of the day a production was made. What was not read is empty, never zero or guessed;
 * a scheme, a criterion or a document not read in a text is not `sure`. Strings are French and live
 * as long as the catalogue. */
#pragma once

#include "plt-facts.h"
#include "plt-referential.h"

G_BEGIN_DECLS

/**
 * PltCriterion: one condition of a scheme
 * @rank: its number in the scheme, from 1
 * @test: what is looked at: "type", "duree-min", "departements" ...; "a-dire": only the producer
 *        knows
 * @mandatory: else it weighs only
 */
typedef struct
{
  guint rank;
  const char *test, *value, *title;
  gboolean mandatory, sure;
} PltCriterion;

/**
 * PltSchemeDocument: one document of the file to give in
 * @source: "" when it is usual practice
 */
typedef struct
{
  const char *title, *source;
  gboolean mandatory, sure;
} PltSchemeDocument;

/**
 * PltScheme:
 * @group, @line, @nature, @ownership: of the funding_source it becomes (its kind is @nature)
 * @kinds: ids of production.kind by "|"
 * @least, @most: centimes, %PLT_UNKNOWN
 * @calendar: (array): days of each year, "03-15"
 * @calendar_sure: read as the days of every year, not of one year that is over
 * @vat_e6: %PLT_UNKNOWN
 * @confidence: A, A', B: read; C, D: to verify
 * @sure: read in the text @source names
 */
typedef struct
{
  const char *code, *title, *who, *group, *line, *nature, *ownership, *kinds, *purpose, *amount,
      *calendar_text, *obligations, *source, *address, *confidence;
  PltMoney least, most;
  GStrv calendar;
  gboolean calendar_sure;
  gint64 vat_e6;
  PltDate checked;
  gboolean sure;
  GArray *criteria;  /* PltCriterion */
  GArray *documents; /* PltSchemeDocument, in the order they are asked for */
} PltScheme;

typedef struct
{
  GPtrArray *schemes; /* PltScheme, in the order of the referential */
  PltReferential *table, *criteria, *documents;
  GHashTable *index;
} PltFundingCatalogue;

extern const char *const plt_funding_referentials[]; /* NULL-terminated */

void plt_funding_catalogue_lend (PltFacts *facts); /* those that the production keeps stay */
/* Returns: (transfer full): empty when the facts have none */
PltFundingCatalogue *plt_funding_catalogue_new (const PltFacts *facts);
void plt_funding_catalogue_free (PltFundingCatalogue *self);
/* (nullable) */
const PltScheme *plt_funding_catalogue_find (const PltFundingCatalogue *self, const char *code);
gboolean plt_scheme_is_for (const PltScheme *scheme, const char *kind); /* of that production */
/* The first day of its calendar from `today` on, today included; %PLT_DATE_NONE without a calendar
 * or a today. 29 February is the 28th in other years. */
PltDate plt_scheme_next_deadline (const PltScheme *scheme, PltDate today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltFundingCatalogue, plt_funding_catalogue_free)

G_END_DECLS
