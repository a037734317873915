/* The parameters of the tax credits at one date, from the referentials "credit-impot-taux" and
 * "credit-impot-tranches": rates, ceilings, floors, limits of items, each with its source and
 * whether it was read there. Pure.
 *
 * A row of the regime and of the genre wins over a general one; among those, the one that begins
 * last. A row without a value was not read: it is found, and its value is PLT_UNKNOWN. Amounts are
 * centimes, rates millionths, lengths minutes, dates PltDate. Strings live as long as the table. */
#pragma once

#include "plt-referential.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_TAX_CIC, /* cinema */
  PLT_TAX_CIA, /* audiovisual */
  PLT_TAX_C2I, /* executive production of a foreign work */
} PltTaxRegime;

#define PLT_TAX_TABLE_RATES "credit-impot-taux"
#define PLT_TAX_TABLE_BANDS "credit-impot-tranches"

const char *plt_tax_regime_id (PltTaxRegime regime); /* "cic", "cia", "c2i": static */
gboolean plt_tax_regime_from_id (const char *id, PltTaxRegime *regime);

/**
 * PltTaxParam:
 * @value: %PLT_UNKNOWN when it was not read
 * @label: what it is, in French
 * @source: where it is written
 * @sure: read there; else to verify
 */
typedef struct
{
  gint64 value;
  const char *label, *source;
  gboolean sure;
} PltTaxParam;

typedef struct _PltTaxTable PltTaxTable;

/**
 * plt_tax_table_new:
 * @date: of the spend; %PLT_DATE_NONE for what is in force last
 *
 * Returns: (transfer full): %NULL with PLT_ERROR_NOT_FOUND when the production keeps no such
 *   referential, PLT_ERROR_INVALID when a column is missing
 */
PltTaxTable *plt_tax_table_new (const PltFacts *facts, PltDate date, GError **error);
void plt_tax_table_free (PltTaxTable *self);

/* (nullable): @genre "" for what no genre changes */
const PltTaxParam *plt_tax_table_find (const PltTaxTable *self,
                                       PltTaxRegime regime,
                                       const char *genre,
                                       const char *code);
/* (nullable): of the band that holds @at */
const PltTaxParam *plt_tax_table_band (
    const PltTaxTable *self, PltTaxRegime regime, const char *genre, const char *code, gint64 at);
/* Each band of @amount at its own rate, rounded down once a band; PLT_UNKNOWN without bands.
 * @param: (out) (nullable): the first band, for its source */
PltMoney plt_tax_table_progressive (const PltTaxTable *self,
                                    PltTaxRegime regime,
                                    const char *code,
                                    PltMoney amount,
                                    const PltTaxParam **param);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltTaxTable, plt_tax_table_free)

G_END_DECLS
