#include "plt-tax-file.h"

#include <string.h>

static const struct
{
  const char *id, *title;
} events[] = {
  { "premier-jour", "premier jour de tournage" },
  { "demande", "demande au CNC" },
  { "visa", "visa d’exploitation" },
  { "acceptation", "acceptation par le diffuseur" },
  { "derniere-cloture", "clôture du dernier exercice de dépenses" },
};

static PltDate
date_of (const PltFacts *facts,
         const PltPlan *plan,
         const PltTaxOptions *options,
         PltDate last_closing,
         const char *event)
{
  if (strcmp (event, "premier-jour") == 0)
    return plt_plan_first_date (plan);
  if (strcmp (event, "demande") == 0)
    return options->request;
  if (strcmp (event, "visa") == 0)
    return options->visa;
  if (strcmp (event, "acceptation") == 0)
    return options->acceptance != PLT_DATE_NONE ? options->acceptance
                                                : facts->production.delivery_date;
  if (strcmp (event, "derniere-cloture") == 0)
    return last_closing;
  return PLT_DATE_NONE;
}

static PltDate
add_delay (const PltReferential *table, guint row, PltDate date)
{
  const char *unit = plt_referential_get (table, row, "unite");
  gint64 delay;

  if (date == PLT_DATE_NONE
      || !g_ascii_string_to_signed (plt_referential_get (table, row, "decalage"), 10, -1200, 36500,
                                    &delay, NULL))
    return PLT_DATE_NONE;
  if (strcmp (unit, "mois") == 0)
    return plt_date_add_months (date, (int) MIN (delay, 1200));
  return strcmp (unit, "jour") == 0 ? date + (PltDate) delay : PLT_DATE_NONE;
}

static gboolean
concerns (const PltReferential *table, guint row, PltTaxRegime regime)
{
  g_auto (GStrv) regimes = g_strsplit (plt_referential_get (table, row, "regime"), "|", -1);

  return g_strv_contains ((const char *const *) regimes, plt_tax_regime_id (regime));
}

/**
 * plt_tax_file_new:
 * @facts: the production
 * @plan: its plan de travail
 * @regime: whose application
 *
 * Returns: (transfer full): without items when the production does not keep the referential
 */
PltTaxFile *
plt_tax_file_new (const PltFacts *facts,
                  const PltPlan *plan,
                  PltTaxRegime regime,
                  const PltTaxOptions *options,
                  PltDate last_closing)
{
  PltTaxFile *self = g_new0 (PltTaxFile, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (PltTaxItem));
  self->table = plt_referential_open (facts, PLT_TAX_FILE_TABLE);
  for (guint i = 0; self->table != NULL && i < plt_referential_n_rows (self->table); i++)
    {
      const char *event = plt_referential_get (self->table, i, "evenement");
      PltTaxItem item = { .file = plt_referential_get (self->table, i, "dossier"),
                          .code = plt_referential_get (self->table, i, "code"),
                          .kind = plt_referential_get (self->table, i, "nature"),
                          .title = plt_referential_get (self->table, i, "libelle"),
                          .source = plt_referential_get (self->table, i, "source") };

      if (!concerns (self->table, i, regime))
        continue;
      item.sure = strcmp (plt_referential_get (self->table, i, "marque"), "source") == 0;
      item.due = add_delay (self->table, i, date_of (facts, plan, options, last_closing, event));
      for (guint e = 0; e < G_N_ELEMENTS (events); e++)
        if (strcmp (events[e].id, event) == 0)
          item.event = events[e].title;
      g_array_append_val (self->items, item);
    }
  return self;
}

void
plt_tax_file_free (PltTaxFile *self)
{
  g_array_unref (self->items);
  plt_referential_free (self->table);
  g_free (self);
}

const PltTaxItem *
plt_tax_file_find (const PltTaxFile *self, const char *file, const char *code)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const PltTaxItem *item = &g_array_index (self->items, PltTaxItem, i);

      if (strcmp (item->file, file) == 0 && strcmp (item->code, code) == 0)
        return item;
    }
  return NULL;
}
