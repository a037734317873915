/* Plan de trésorerie by month, TTC, dated at payment.
 *
 * In: the instalments of sources that are not refused and not in kind, at the date of their event.
 * Out: the lines of the devis paid in cash, at the date of their event, or spread evenly over the
 * months of their phase; their contributions the month after; overheads over the whole, contingency
 * over the shoot. TVA collected less TVA paid is settled the month after, a credit is carried
 * forward. Real movements of a month are shown beside the forecast, and replace it for an
 * instalment they name. What has no date is in `undated`, never guessed.
 *
 * Events: signature (the date of the source), debut-preparation (first task of that phase),
 * premier-jour and fin-tournage (plan de travail), fin-montage (end of the last task of
 * postproduction whose name holds "montage"), livraison and acceptation (delivery of the
 * production). */
#pragma once

#include "plt-budget.h"
#include "plt-cash-events.h"
#include "plt-instalments.h"

G_BEGIN_DECLS

typedef struct
{
  PltDate start;                  /* first of the month */
  PltMoney in, out, net, balance; /* balance: at the end of the month */
} PltCashMonth;

typedef enum
{
  PLT_CASH_SOURCE, /* a source of financing, labelled with its name */
  PLT_CASH_POST,   /* a post of the devis, labelled with its code and name */
  PLT_CASH_CONTRIBUTIONS,
  PLT_CASH_OVERHEADS,
  PLT_CASH_CONTINGENCY,
  PLT_CASH_ENTRIES, /* movements that no instalment names, in or out */
  PLT_CASH_VAT,
} PltCashKind;

typedef struct
{
  char *label; /* in the language of the user */
  PltCashKind kind;
  PltRef ref;
  gboolean incoming;
  PltMoney *amounts; /* one per month */
  PltMoney total;
} PltCashRow;

typedef struct
{
  GArray *months;     /* PltCashMonth */
  GPtrArray *rows;    /* PltCashRow: receipts by source, payments by post, contributions, TVA */
  GPtrArray *undated; /* PltCashRow without amounts by month, total only */
  PltMoney total_in, total_out;
  int lowest; /* index of the month with the lowest balance, -1 when there is none */
} PltCash;

PltCash *plt_cash_new (const PltFacts *facts, const PltPlan *plan, const PltBudget *budget);
void plt_cash_free (PltCash *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltCash, plt_cash_free)

G_END_DECLS
