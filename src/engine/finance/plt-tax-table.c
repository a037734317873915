#include "plt-tax-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"

typedef struct
{
  const char *code, *regime, *genre;
  PltDate from;
  gint64 at; /* of a band: where it begins; PLT_UNKNOWN for what has none */
  PltTaxParam param;
} Row;

struct _PltTaxTable
{
  PltReferential *rates, *bands;
  GArray *rows; /* Row: those in force */
};

static const char *const regimes[] = { "cic", "cia", "c2i" };

const char *
plt_tax_regime_id (PltTaxRegime regime)
{
  return regimes[regime];
}

gboolean
plt_tax_regime_from_id (const char *id, PltTaxRegime *regime)
{
  for (guint i = 0; i < G_N_ELEMENTS (regimes); i++)
    if (strcmp (regimes[i], id) == 0)
      {
        *regime = (PltTaxRegime) i;
        return TRUE;
      }
  return FALSE;
}

static gint64
read_value (const PltReferential *table, guint row)
{
  const char *text = plt_referential_get (table, row, "valeur");
  gint64 value;

  if (strcmp (plt_referential_get (table, row, "unite"), "date") == 0)
    {
      PltDate date = plt_date_from_iso (text);

      return date != PLT_DATE_NONE ? date : PLT_UNKNOWN;
    }
  return g_ascii_string_to_signed (text, 10, 0, G_MAXINT64 / 1000000, &value, NULL) ? value
                                                                                    : PLT_UNKNOWN;
}

static void
read_rows (PltTaxTable *self, const PltReferential *table, gboolean bands, PltDate date)
{
  for (guint i = 0; i < plt_referential_n_rows (table); i++)
    {
      PltDate to = plt_date_from_iso (plt_referential_get (table, i, "valable_au"));
      Row row = { .code = plt_referential_get (table, i, "code"),
                  .regime = plt_referential_get (table, i, "regime"),
                  .genre = plt_referential_get (table, i, "genre"),
                  .from = plt_date_from_iso (plt_referential_get (table, i, "valable_du")),
                  .at = PLT_UNKNOWN };

      if ((date != PLT_DATE_NONE && row.from != PLT_DATE_NONE && date < row.from)
          || (to != PLT_DATE_NONE && (date == PLT_DATE_NONE || date > to)))
        continue;
      if (bands
          && !g_ascii_string_to_signed (plt_referential_get (table, i, "de"), 10, 0, G_MAXINT64,
                                        &row.at, NULL))
        continue;
      row.param.value = read_value (table, i);
      row.param.label = plt_referential_get (table, i, "libelle");
      row.param.source = plt_referential_get (table, i, "source");
      row.param.sure = strcmp (plt_referential_get (table, i, "marque"), "source") == 0;
      g_array_append_val (self->rows, row);
    }
}

static PltReferential *
open_table (const PltFacts *facts, const char *name, GError **error)
{
  static const char *const columns[] = { "code", "regime", "genre", "valeur", "unite" };
  g_autoptr (PltReferential) table = plt_referential_open (facts, name);

  if (table == NULL)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("The parameters of the tax credit “%s” are missing from the reference data. "
                      "Open the production for writing once to complete it."),
                   name);
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (!plt_referential_has_column (table, columns[i]))
      {
        g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                     _ ("The reference data “%s” has no column “%s”. Put it back as it was."), name,
                     columns[i]);
        return NULL;
      }
  return g_steal_pointer (&table);
}

PltTaxTable *
plt_tax_table_new (const PltFacts *facts, PltDate date, GError **error)
{
  g_autoptr (PltReferential) rates = open_table (facts, PLT_TAX_TABLE_RATES, error);
  g_autoptr (PltReferential) bands
      = rates != NULL ? open_table (facts, PLT_TAX_TABLE_BANDS, error) : NULL;
  PltTaxTable *self;

  if (bands == NULL)
    return NULL;
  self = g_new0 (PltTaxTable, 1);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->rates = g_steal_pointer (&rates);
  self->bands = g_steal_pointer (&bands);
  read_rows (self, self->rates, FALSE, date);
  read_rows (self, self->bands, TRUE, date);
  return self;
}

void
plt_tax_table_free (PltTaxTable *self)
{
  plt_referential_free (self->rates);
  plt_referential_free (self->bands);
  g_array_unref (self->rows);
  g_free (self);
}

/* How well a row fits: 0 not at all. */
static guint
fit (const Row *row, const char *regime, const char *genre, const char *code)
{
  if (strcmp (row->code, code) != 0 || (*row->regime != '\0' && strcmp (row->regime, regime) != 0)
      || (*row->genre != '\0' && strcmp (row->genre, genre) != 0))
    return 0;
  return 1 + (*row->regime != '\0' ? 1 : 0) + (*row->genre != '\0' ? 2 : 0);
}

const PltTaxParam *
plt_tax_table_find (const PltTaxTable *self,
                    PltTaxRegime regime,
                    const char *genre,
                    const char *code)
{
  const Row *best = NULL;
  guint best_fit = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      guint fits = row->at == PLT_UNKNOWN ? fit (row, regimes[regime], genre, code) : 0;

      if (fits > best_fit || (fits > 0 && fits == best_fit && row->from > best->from))
        {
          best = row;
          best_fit = fits;
        }
    }
  return best != NULL ? &best->param : NULL;
}

const PltTaxParam *
plt_tax_table_band (
    const PltTaxTable *self, PltTaxRegime regime, const char *genre, const char *code, gint64 at)
{
  const Row *best = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      if (row->at != PLT_UNKNOWN && row->at <= at && fit (row, regimes[regime], genre, code) > 0
          && (best == NULL || row->from > best->from
              || (row->from == best->from && row->at > best->at)))
        best = row;
    }
  return best != NULL ? &best->param : NULL;
}

PltMoney
plt_tax_table_progressive (const PltTaxTable *self,
                           PltTaxRegime regime,
                           const char *code,
                           PltMoney amount,
                           const PltTaxParam **param)
{
  PltMoney total = 0;

  *param = plt_tax_table_band (self, regime, "", code, 0);
  if (*param == NULL)
    return PLT_UNKNOWN;
  for (gint64 from = 0; from < amount;)
    {
      const PltTaxParam *band = plt_tax_table_band (self, regime, "", code, from);
      gint64 to = amount;
      PltMoney part = 0;

      for (guint i = 0; i < self->rows->len; i++)
        {
          const Row *row = &g_array_index (self->rows, Row, i);

          if (row->at != PLT_UNKNOWN && row->at > from && row->at < to
              && fit (row, regimes[regime], "", code) > 0)
            to = row->at;
        }
      if (band->value == PLT_UNKNOWN
          || !plt_money_apply_rate (to - from, band->value, PLT_RATE_ONE, PLT_ROUND_DOWN, &part)
          || !plt_money_add (total, part, &total))
        return PLT_UNKNOWN;
      from = to;
    }
  return total;
}
