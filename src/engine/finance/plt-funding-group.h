/* What the groups of the plan de financement are: public or private money, deducted or not from the
 * base of a tax credit; from the referential "financement-groupes". Pure. */
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

G_END_DECLS
