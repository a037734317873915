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
