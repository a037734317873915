/* PltFinanceTaxLines: the lines of the devis as the tax credit takes them: in full, in part, not,
 * to decide; how much, why, and where that is written. The box of a line is changed here, one cell
 * or many as one command. Knows no widget. */
#pragma once

#include "plt-grid-model.h"
#include "plt-session.h"
#include "plt-tax-estimate.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_TAX_LINE_CODE,
  PLT_TAX_LINE_LABEL,
  PLT_TAX_LINE_BOX,
  PLT_TAX_LINE_STANDING,
  PLT_TAX_LINE_ELIGIBLE,
  PLT_TAX_LINE_PAID,
  PLT_TAX_LINE_AT_STAKE,
  PLT_TAX_LINE_LIMIT,
  PLT_TAX_LINE_CATEGORY,
  PLT_TAX_LINE_REASON,
  PLT_TAX_LINE_SOURCE,
  PLT_TAX_LINE_N_COLUMNS,
} PltTaxLineColumn;

#define PLT_TYPE_FINANCE_TAX_LINES (plt_finance_tax_lines_get_type ())
G_DECLARE_FINAL_TYPE (PltFinanceTaxLines, plt_finance_tax_lines, PLT, FINANCE_TAX_LINES, GObject)

PltFinanceTaxLines *plt_finance_tax_lines_new (PltSession *session);
/* Shows the lines of that estimate, which it does not keep; %NULL for none. */
void plt_finance_tax_lines_fill (PltFinanceTaxLines *self, const PltTaxEstimate *estimate);
/* Only those of a category (nullable: all), of a standing (-1: all). */
void plt_finance_tax_lines_filter (PltFinanceTaxLines *self, const char *category, int standing);
gint64 plt_finance_tax_lines_get_id (PltFinanceTaxLines *self, guint row); /* 0: none */
/* "12 lines · 34 500,00 € of 40 000,00 €" */
char *plt_finance_tax_lines_get_summary (PltFinanceTaxLines *self);

G_END_DECLS
