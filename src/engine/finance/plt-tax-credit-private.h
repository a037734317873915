/* What the count and the conditions of the law share. */
#pragma once

#include "plt-tax-credit.h"

G_BEGIN_DECLS

typedef struct
{
  const PltTaxTable *table;
  const PltTaxCase *on;
  PltTaxCredit *credit;
  PltMoney budget; /* the French part */
} PltTaxCount;

/* Centimes up to which anything is counted: sums of a few stay far from 64 bits. */
#define PLT_TAX_MOST (G_GINT64_CONSTANT (1000000000000) * 100)

const PltTaxParam *plt_tax_count_param (const PltTaxCount *self, const char *code); /* (nullable) */
void plt_tax_count_issue (PltTaxCount *self,
                          const char *rule,
                          PltSeverity severity,
                          const PltTaxParam *param,
                          const char *format,
                          ...) G_GNUC_PRINTF (5, 6);
PltMoney plt_tax_rate (PltMoney amount, gint64 rate_e6);           /* down to the centime */
PltMoney plt_tax_per_minute (PltMoney amount, gint64 seconds);     /* amount of one minute, down */
PltMoney plt_tax_over_minutes (PltMoney a_minute, gint64 seconds); /* down */
/* Conditions of the law on the work: sets `refused`, and issues. */
void plt_tax_count_conditions (PltTaxCount *self);

G_END_DECLS
