/* The plan de financement in its parts: the table that everything is counted from, and what is
 * annexed to it. */
#pragma once

#include "plt-finance-paper.h"
#include "plt-finance-plan.h"

G_BEGIN_DECLS

#define PLT_FUNDING_SHEET "Plan"

enum
{
  PLT_FUNDING_LINE,
  PLT_FUNDING_NAME,
  PLT_FUNDING_NATURE,
  PLT_FUNDING_SHARE,
  PLT_FUNDING_AMOUNT,
  PLT_FUNDING_ACQUIRED_AT,
  PLT_FUNDING_CONFIRMED_AT,
  PLT_FUNDING_ASKED_AT,
  PLT_FUNDING_HOPED_AT,
  PLT_FUNDING_DATE,
  PLT_FUNDING_FILE,
  PLT_FUNDING_RANK,
  PLT_FUNDING_OWNERSHIP,
  PLT_FUNDING_COUNTRY,
  PLT_FUNDING_RIGHTS,
  PLT_FUNDING_N_COLUMNS,
};

/**
 * PltFundingPaper:
 * @first: row of the first group in the table; @total: that of the total, @cost: of the devis
 */
typedef struct
{
  PltPaperSource source;
  PltFinancePlan *plan;
  guint first, total, cost;
} PltFundingPaper;

/* The line of the plan at that place, and its row in the table. */
const PltFinanceLine *plt_funding_paper_line (const PltFundingPaper *self, guint i);
guint plt_funding_paper_row (const PltFundingPaper *self, guint i);
/* "public", "privé", "à décider" */
const char *plt_funding_paper_ownership (const PltFundingPaper *self,
                                         const PltFundingFacts *source);

void plt_funding_paper_add_shares (const PltFundingPaper *self, PltDocument *document);
void plt_funding_paper_add_checks (const PltFundingPaper *self, PltDocument *document);
void plt_funding_paper_add_instalments (const PltFundingPaper *self, PltDocument *document);
void plt_funding_paper_add_mirrors (const PltFundingPaper *self, PltDocument *document);
void plt_funding_paper_add_refused (const PltFundingPaper *self, PltDocument *document);

G_END_DECLS
