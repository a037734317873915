/* What the lines and their dates share. */
#pragma once

#include "plt-tax-spend.h"

G_BEGIN_DECLS

/* A row of the referential: what a sub-post is, or a contribution that is a tax. */
typedef struct
{
  const char *key, *category, *limit, *employment, *label, *source;
  gsize length; /* of the key */
  gboolean tax, sure;
} PltTaxRule;

typedef struct
{
  const PltFacts *facts;
  const PltPlan *plan;
  const PltBudget *budget;
  const PltTaxTable *parameters;
  const PltTaxOptions *options;
  PltTaxRegime regime;
  PltDate date; /* of the minima and contributions */
  PltTaxSpend *spend;
  GArray *rules;         /* PltTaxRule */
  GHashTable *minima;    /* "figurant/jour" -> PltPerformerMinimum */
  gboolean taxes_unread; /* the contributions hold taxes whose rate is not known */
  GHashTable *taxes;     /* profile id -> rate in millionths of the taxes on wages */
} PltTaxReading;

/* When a line is paid: its event, or its phase. */
void plt_tax_line_dates (const PltTaxReading *self,
                         const PltLineFacts *line,
                         PltDate *from,
                         PltDate *to);
/* The limit of one unit of the line, PLT_UNKNOWN without; sets what it says of it. */
void plt_tax_limit_line (PltTaxReading *self,
                         const char *limit,
                         const char *employment,
                         PltMoney wage,
                         PltMoney contributions,
                         PltTaxExpense *expense);

G_END_DECLS
