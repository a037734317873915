/* What the groups and the sources of the plan de financement are: public or private money, deducted
 * or not from the base of a tax credit; of groups from the referential "financement-groupes". Pure.
 *
 * Of a source its own ownership wins over its group. A region that takes part as a coproducer is to
 * be said case by case until its ownership is typed. */
#pragma once

#include "plt-referential.h"

G_BEGIN_DECLS

#define PLT_FUNDING_GROUPS "financement-groupes"

/**
 * PltFundingGroup:
 * @title: in French, the id when the referential does not know it
 * @counted: public aid
 * @unsure: public or not is to be said case by case
 * @deducted: taken for a subsidy that goes to the eligible spend
 * @source: where it is written; strings live as long as the referential
 * @sure: read there
 */
typedef struct
{
  const char *title, *source;
  gboolean counted, unsure, deducted, sure;
} PltFundingGroup;

/* @groups: (nullable): the referential; without it everything is unsure */
PltFundingGroup plt_funding_group (const PltReferential *groups, const char *id);

/* The same of one source: what of its own columns says otherwise. Deducted: a subsidy in cash that
 * is assigned to eligible spend; while no source of the production is marked so
 * (plt_funding_is_assigned()), what its group is taken for. */
PltFundingGroup plt_funding_nature (const PltReferential *groups,
                                    const PltFacts *facts,
                                    const PltFundingFacts *source);
gboolean plt_funding_is_assigned (const PltFacts *facts); /* one at least is marked */

/* Readings of a source: by its line, by its group where it has none. */
typedef enum
{
  PLT_FUNDER_PRODUCER, /* French */
  PLT_FUNDER_FOREIGN_PRODUCER,
  PLT_FUNDER_BROADCASTER,
  PLT_FUNDER_DISTRIBUTOR,
  PLT_FUNDER_OTHER,
} PltFunderFamily;

PltFunderFamily plt_funding_family (const PltFundingFacts *source);
/* "FR", another code, or "" of a foreign one that does not say which. */
const char *plt_funding_country (const PltFundingFacts *source);
/* In French, as the tables of the CNC say it: "Producteur délégué"; (nullable) */
const char *plt_funding_line_title (const char *line);
/* In French; the code itself of a country that is not known, "Étranger" of "". */
const char *plt_funding_country_title (const char *country);
gboolean plt_funding_is_line (const PltFundingFacts *source, const char *line);

G_END_DECLS
