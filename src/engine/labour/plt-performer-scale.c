#include "plt-performer-scale.h"

#include <string.h>

#include "plt-text.h"

static gboolean
is_in_force (const PltReferential *scale, guint row, PltDate date)
{
  PltDate from = plt_date_from_iso (plt_referential_get (scale, row, "valable_du"));
  PltDate to = plt_date_from_iso (plt_referential_get (scale, row, "valable_au"));

  if (date == PLT_DATE_NONE)
    return to == PLT_DATE_NONE;
  return (from == PLT_DATE_NONE || date >= from) && (to == PLT_DATE_NONE || date <= to);
}

static gboolean
is_called (const PltReferential *scale, guint row, const char *employment)
{
  g_autofree char *wanted = NULL;
  g_autofree char *label = NULL;

  if (strcmp (plt_referential_get (scale, row, "emploi"), employment) == 0)
    return TRUE;
  wanted = plt_text_fold (employment);
  label = plt_text_fold (plt_referential_get (scale, row, "libelle"));
  return strcmp (wanted, label) == 0;
}

PltPerformerMinimum
plt_performer_minimum (const PltFacts *facts,
                       const PltReferential *scale,
                       const char *employment,
                       const char *base,
                       PltDate date)
{
  PltPerformerMinimum result = { PLT_UNKNOWN, "", "", FALSE };
  const char *agreement = facts->production.agreement;
  const char *work = g_strcmp0 (facts->production.kind, "court-metrage") == 0 ? "court" : "long";

  for (guint i = 0; scale != NULL && i < plt_referential_n_rows (scale); i++)
    {
      const char *of = plt_referential_get (scale, i, "oeuvre");

      if (g_strcmp0 (agreement, plt_referential_get (scale, i, "convention")) != 0
          || (*of != '\0' && strcmp (of, work) != 0)
          || strcmp (plt_referential_get (scale, i, "base"), base) != 0
          || !is_in_force (scale, i, date) || !is_called (scale, i, employment))
        continue;
      if (!g_ascii_string_to_signed (plt_referential_get (scale, i, "montant_cents"), 10, 1,
                                     G_MAXINT32, &result.cents, NULL))
        continue;
      result.label = plt_referential_get (scale, i, "libelle");
      result.source = plt_referential_get (scale, i, "source");
      result.sure = strcmp (plt_referential_get (scale, i, "marque"), "source") == 0;
      return result;
    }
  return result;
}
