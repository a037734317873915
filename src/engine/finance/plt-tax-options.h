/* What the facts do not say of a tax credit, as options by name: the command line, a paper and a
 * view write them alike ("genre=documentaire"). Pure. */
#pragma once

#include "plt-facts.h"
#include "plt-issue.h"

G_BEGIN_DECLS

#define PLT_TAX_MAX_YEARS 8

/**
 * PltTaxOptions:
 * @genre: %NULL for that of the kind of production; interned
 * @regime: PltTaxRegime, -1 for that of the kind of production
 * @french: a feature film is in French: 0, 1, or 2 for supposed so
 * @date: of the parameters; %PLT_DATE_NONE for the first shooting day
 * @request: received by the CNC: earlier spend is lost
 * @closing_month: of the exercice
 * @budget: and the amounts below: %PLT_UNKNOWN for those of the production
 * @difficult: PltTaxDifficult
 * @years: shares of the spend that were typed, by the year in which the exercice ends
 */
typedef struct
{
  int regime;
  const char *genre;
  int french;
  PltDate date, request, visa, acceptance;
  int closing_month, closing_day;
  PltMoney budget, eligible, subsidies, aid, vfx_spend;
  gint64 share_e6, seconds, vfx_share_e6, shooting_days;
  int difficult;
  gboolean youth, subsidies_first, count_undecided, skip_conditional, paris_nights, far_transport;
  struct
  {
    int year;
    gint64 share_e6;
  } years[PLT_TAX_MAX_YEARS];
  guint n_years;
} PltTaxOptions;

typedef enum
{
  PLT_TAX_DIFFICULT_AUTO, /* by the cost alone */
  PLT_TAX_DIFFICULT_NO,
  PLT_TAX_DIFFICULT_YES, /* a first or second work, or a difficult one */
} PltTaxDifficult;

void plt_tax_options_init (PltTaxOptions *self);

/**
 * plt_tax_options_from_facts:
 * @issues: (nullable) (element-type PltIssue): gets a "tax-credit.parameter" for each parameter
 *   whose value cannot be
 *
 * All that the production says of its tax credit: its regime (tax_credit), month of closing
 * (fiscal_month, on its last day), language, request and visa dates, French share, class of aid;
 * then the rows of the table "parameter" named like an option, which win. What it does not say is
 * as plt_tax_options_init() leaves it. The command line, the paper and the view begin here.
 */
void plt_tax_options_from_facts (PltTaxOptions *self, const PltFacts *facts, GPtrArray *issues);

/**
 * plt_tax_options_set:
 * @name: genre, langue (francais, autre), date, demande, visa, acceptation (dates), cloture
 * (MM-JJ), ordre (prudent, subventions-d-abord), part-francaise, vfx-part (per cent), subventions,
 * aides, budget, eligible, vfx-depense (euros), minutes, jours-tournage, difficile (auto, oui,
 * non), jeunesse (oui, non), a-decider, conditions (compter, exclure), nuits (region, idf),
 * transport (metropole, hors-metropole), exercices (2026:40,2027:60)
 *
 * Returns: %FALSE with a sentence when there is no such option or value
 */
gboolean
plt_tax_options_set (PltTaxOptions *self, const char *name, const char *value, GError **error);
const char *const *plt_tax_option_names (void); /* ends with NULL */

G_END_DECLS
