/* The provisional and the definitive application for a tax credit as checklists: documents to join,
 * conditions, and dates that follow the events of the production. Pure.
 *
 * From the referential "credit-impot-dossiers". A date whose event has none, or whose delay was not
 * read, is PLT_DATE_NONE: never guessed. */
#pragma once

#include "plt-plan.h"
#include "plt-tax-options.h"
#include "plt-tax-table.h"

G_BEGIN_DECLS

#define PLT_TAX_FILE_TABLE "credit-impot-dossiers"

/**
 * PltTaxItem:
 * @file: "provisoire", "definitif"
 * @kind: "echeance", "piece", "condition"
 * @title: in French
 * @event: (nullable): that the date follows, in French
 * @due: last day, %PLT_DATE_NONE when it is not known
 */
typedef struct
{
  const char *file, *code, *kind, *title, *event, *source;
  gboolean sure;
  PltDate due;
} PltTaxItem;

typedef struct
{
  GArray *items;         /* PltTaxItem, in the order of the referential */
  PltReferential *table; /* (nullable): the strings are its own */
} PltTaxFile;

/**
 * plt_tax_file_new:
 * @options: dates of the request, of the visa, of the acceptance
 * @last_closing: of the last exercice with spend, or %PLT_DATE_NONE
 */
PltTaxFile *plt_tax_file_new (const PltFacts *facts,
                              const PltPlan *plan,
                              PltTaxRegime regime,
                              const PltTaxOptions *options,
                              PltDate last_closing);
void plt_tax_file_free (PltTaxFile *self);
const PltTaxItem *
plt_tax_file_find (const PltTaxFile *self, const char *file, const char *code); /* (nullable) */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltTaxFile, plt_tax_file_free)

G_END_DECLS
