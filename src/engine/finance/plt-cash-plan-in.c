/* What comes in: the instalments of the sources, and the movements that stand for them. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cash-plan-private.h"
#include "plt-funding-amount.h"
#include "plt-instalments.h"

#define MOST_DAYS 36500

/* A source as the scenario has it. */
typedef struct
{
  gboolean in; /* in the plan: not refused, not failed */
  gboolean cash;
  PltMoney amount, before; /* PLT_UNKNOWN; before the scenario */
  PltMoney given;          /* by its instalments */
  PltCashState state;
  gint64 vat_e6;
} Source;

static PltDate
later (PltDate date, gint64 days)
{
  if (date == PLT_DATE_NONE || days == PLT_UNKNOWN)
    return date;
  return date + (PltDate) CLAMP (days, -MOST_DAYS, MOST_DAYS);
}

/* ---- sources ---- */

static void
change_source (const PltCashBuilder *self, const PltFundingFacts *funding, Source *source)
{
  for (guint i = 0; i < self->n_changes; i++)
    {
      const PltScenarioChangeFacts *change = &self->changes[i];

      if (change->funding_source != funding->id)
        continue;
      if (plt_cash_is_change (change, "source-absente"))
        source->in = FALSE;
      else if (plt_cash_is_change (change, "source-montant") && change->amount_cents != PLT_UNKNOWN)
        source->amount = MAX (0, change->amount_cents);
    }
}

static Source
read_source (PltCashBuilder *self, const PltFundingFacts *funding)
{
  Source source
      = { !plt_funding_is_refused (funding),
          strcmp (funding->nature, "nature") != 0 && strcmp (funding->nature, "participation") != 0,
          plt_funding_amount (self->facts, self->budget, funding),
          0,
          0,
          PLT_CASH_PLANNED,
          self->franchise ? PLT_UNKNOWN : funding->vat_e6 };

  if (strcmp (funding->status, "confirme") == 0 || strcmp (funding->status, "acquis") == 0)
    source.state = PLT_CASH_SIGNED;
  source.before = source.amount;
  if (self->n_changes > 0)
    change_source (self, funding, &source);
  if (!source.in)
    return source;
  if (source.amount == PLT_UNKNOWN)
    self->result->incomplete = TRUE;
  else
    plt_cash_sum (&self->result->receipts.planned, source.amount);
  if (!source.cash && source.amount != PLT_UNKNOWN)
    plt_cash_sum (&self->result->receipts.not_cash, source.amount);
  return source;
}

static guint
source_row (PltCashBuilder *self, const PltFundingFacts *funding)
{
  guint *row = &self->source_rows[funding - self->facts->funding.items];

  if (*row == PLT_CASH_NO_ROW)
    *row = plt_cash_row (self, PLT_CASH_ROW_SOURCE, funding->name,
                         (PltRef){ "funding_source", funding->id, NULL }, TRUE);
  return *row;
}

/* ---- when ---- */

/* What a scenario moves one instalment by. */
static PltDate
moved (const PltCashBuilder *self, const PltInstalmentFacts *instalment, PltDate date)
{
  for (guint i = 0; i < self->n_changes; i++)
    {
      const PltScenarioChangeFacts *change = &self->changes[i];

      if (!plt_cash_is_change (change, "versement-decale"))
        continue;
      if (change->instalment != 0 ? change->instalment != instalment->id
                                  : change->funding_source != instalment->funding_source)
        continue;
      if (date == PLT_DATE_NONE)
        date = change->date;
      else
        date += plt_cash_delta (change, date);
    }
  return date;
}

static PltDate
due_date (PltCashBuilder *self,
          const PltInstalmentFacts *instalment,
          const PltFundingFacts *funding,
          int *event)
{
  PltDate date;

  *event = -1;
  if (instalment->invoice_date != PLT_DATE_NONE)
    date = instalment->invoice_date;
  else if (instalment->date != PLT_DATE_NONE)
    date = instalment->date;
  else if (instalment->task == 0 && strcmp (instalment->event, "signature") == 0)
    date = plt_cash_signature (self, funding, event);
  else
    date = plt_cash_date_of (self, instalment->event, instalment->task, event);
  return later (date, instalment->offset_days);
}

/* ---- instalments ---- */

static char *
name_of (const PltFundingFacts *funding, const PltInstalmentFacts *instalment)
{
  return *instalment->label == '\0' ? g_strdup (funding->name)
                                    : g_strdup_printf ("%s · %s", funding->name, instalment->label);
}

static void
no_date (PltCashBuilder *self,
         const PltFundingFacts *funding,
         const PltInstalmentFacts *instalment,
         PltMoney amount)
{
  g_autofree char *label = name_of (funding, instalment);
  PltRef ref = { "instalment", instalment->id, "event" };

  plt_cash_undated (self, PLT_CASH_ROW_SOURCE, label, ref, amount);
  plt_issues_add (self->result->issues, "cash.no-date", PLT_SEVERITY_WARNING, ref, NULL,
                  _ ("“%s” has no date: its event is not dated. Date the event, or type a date."),
                  label);
}

static void
receive (PltCashBuilder *self,
         const PltFundingFacts *funding,
         const Source *source,
         const PltInstalmentFacts *instalment,
         PltMoney amount,
         PltDate date,
         int event)
{
  PltCashMove move = { .date = date,
                       .amount = amount,
                       .ref = { "instalment", instalment->id, NULL },
                       .state = source->state,
                       .event = event };

  if (amount == 0)
    return;
  if (date == PLT_DATE_NONE)
    {
      no_date (self, funding, instalment, amount);
      return;
    }
  if (instalment->paid_date != PLT_DATE_NONE)
    move.state = PLT_CASH_REAL;
  move.row = source_row (self, funding);
  plt_cash_pay (self, &self->result->receipts, &move, source->vat_e6);
}

/* What is retained comes at the acceptance, unless all of it does. */
static PltMoney
retain (PltCashBuilder *self,
        const PltFundingFacts *funding,
        const Source *source,
        const PltInstalmentFacts *instalment,
        PltMoney amount)
{
  PltDate date;
  PltMoney part;
  int event;

  if (instalment->retention_e6 == PLT_UNKNOWN || instalment->retention_e6 <= 0
      || strcmp (instalment->event, "acceptation") == 0
      || !plt_money_apply_rate (amount, MIN (instalment->retention_e6, PLT_RATE_ONE), PLT_RATE_ONE,
                                PLT_ROUND_HALF_UP, &part))
    return amount;
  date = plt_cash_date_of (self, "acceptation", 0, &event);
  receive (self, funding, source, instalment, part, date, event);
  return amount - part;
}

static void
add_instalment (PltCashBuilder *self,
                const PltFundingFacts *funding,
                Source *source,
                const PltInstalmentFacts *instalment,
                PltMoney amount,
                PltMoney real)
{
  PltDate date = instalment->paid_date;
  int event = -1;

  if (amount == PLT_UNKNOWN)
    {
      self->result->incomplete = TRUE;
      return;
    }
  plt_cash_sum (&source->given, amount);
  if (date != PLT_DATE_NONE && real != 0)
    return; /* what came is all that comes */
  amount -= amount >= 0 ? CLAMP (real, 0, amount) : CLAMP (real, amount, 0);
  if (date == PLT_DATE_NONE)
    {
      date = moved (self, instalment, due_date (self, instalment, funding, &event));
      amount = retain (self, funding, source, instalment, amount);
    }
  receive (self, funding, source, instalment, amount, date, event);
}

/* A movement that names an instalment: what it brings without VAT goes from its forecast. */
static void
add_real (PltCashBuilder *self, const PltCashFacts *entry, const Source *sources, PltMoney *reals)
{
  const PltFacts *facts = self->facts;
  const PltInstalmentFacts *instalment
      = PLT_FACTS_FIND (facts->instalments, PltInstalmentFacts, entry->instalment);
  const PltFundingFacts *funding
      = instalment != NULL
            ? PLT_FACTS_FIND (facts->funding, PltFundingFacts, instalment->funding_source)
            : NULL;
  const Source *source = funding != NULL ? &sources[funding - facts->funding.items] : NULL;
  PltCashMove move
      = { .date = entry->date,
          .amount = entry->amount_cents,
          .ref = { "cash_entry", entry->id, NULL },
          .state = strcmp (entry->kind, "reel") == 0 ? PLT_CASH_REAL : PLT_CASH_PLANNED,
          .event = -1 };
  PltMoney net;

  if (source == NULL)
    return;
  move.vat = entry->vat_cents != PLT_UNKNOWN ? entry->vat_cents
                                             : plt_cash_vat_in (self, move.amount, source->vat_e6);
  if (!plt_money_sub (move.amount, move.vat, &net))
    return;
  plt_cash_sum (&reals[instalment - facts->instalments.items], net);
  move.row = source_row (self, funding);
  if (move.date != PLT_DATE_NONE && move.date < self->floor)
    plt_cash_sum (&self->result->receipts.before, net);
  else if (plt_cash_move (self, &move))
    plt_cash_sum (&self->result->receipts.dated, net);
}

/* What the instalments leave of a source has no date. */
static void
add_rest (PltCashBuilder *self, const PltFundingFacts *funding, const Source *source)
{
  PltRef ref = { "funding_source", funding->id, "amount_cents" };
  g_autofree char *given = NULL;
  g_autofree char *wanted = NULL;

  if (source->amount == PLT_UNKNOWN || source->given == source->amount)
    return;
  if (source->given < source->amount)
    plt_cash_undated (self, PLT_CASH_ROW_SOURCE, funding->name, ref,
                      source->amount - source->given);
  given = plt_money_format (source->given);
  wanted = plt_money_format (source->amount);
  plt_issues_add (self->result->issues, "cash.instalments", PLT_SEVERITY_WARNING, ref, NULL,
                  _ ("The instalments of “%s” add up to %s instead of %s."), funding->name, given,
                  wanted);
}

/* ---- what a scenario brings ---- */

static void
bring (PltCashBuilder *self, const PltScenarioChangeFacts *change)
{
  const gboolean is_source = plt_cash_is_change (change, "source-ajoutee");
  const char *label = change->label != NULL && *change->label != '\0' ? change->label
                      : is_source                                     ? _ ("Source more")
                                                                      : _ ("Money brought in");
  PltCashMove move = { .date = change->date, .amount = change->amount_cents, .event = -1 };
  int event = -1;

  if (change->amount_cents == PLT_UNKNOWN)
    return;
  if (move.date == PLT_DATE_NONE && change->event != NULL && *change->event != '\0')
    move.date
        = later (plt_cash_date_of (self, change->event, change->task, &event), change->offset_days);
  else if (move.date == PLT_DATE_NONE && !is_source)
    move.date = self->floor;
  move.event = event;
  if (change->amount_cents > 0)
    plt_cash_sum (&self->result->receipts.planned, change->amount_cents);
  if (move.date == PLT_DATE_NONE)
    {
      plt_cash_undated (self, PLT_CASH_ROW_SOURCE, label, (PltRef){ NULL, 0, NULL },
                        change->amount_cents);
      return;
    }
  move.row
      = plt_cash_row (self, change->amount_cents < 0 ? PLT_CASH_ROW_OTHER_OUT : PLT_CASH_ROW_SOURCE,
                      label, (PltRef){ NULL, 0, NULL }, change->amount_cents > 0);
  if (change->amount_cents > 0)
    plt_cash_pay (self, &self->result->receipts, &move, PLT_UNKNOWN);
  else
    plt_cash_move (self, &move);
}

void
plt_cash_receipts (PltCashBuilder *self)
{
  const PltFacts *facts = self->facts;
  guint n = facts->funding.n;
  g_autofree Source *sources = g_new0 (Source, MAX (1, n));
  g_autofree PltMoney *given = g_new (PltMoney, MAX (1, n));
  g_autofree PltMoney *before = g_new (PltMoney, MAX (1, n));
  g_autofree PltMoney *reals = g_new0 (PltMoney, MAX (1, facts->instalments.n));
  g_autofree PltMoney *amounts = NULL;

  self->source_rows = g_new (guint, MAX (1, n));
  for (guint i = 0; i < n; i++)
    {
      self->source_rows[i] = PLT_CASH_NO_ROW;
      sources[i] = read_source (self, &facts->funding.items[i]);
      given[i] = sources[i].amount;
      before[i] = sources[i].before;
    }
  for (guint i = 0; i < n; i++)
    if (sources[i].in && sources[i].cash)
      source_row (self, &facts->funding.items[i]);
  for (guint i = 0; i < facts->cash.n; i++)
    if (facts->cash.items[i].instalment != 0 && facts->cash.items[i].amount_cents != PLT_UNKNOWN
        && facts->cash.items[i].date != PLT_DATE_NONE)
      add_real (self, &facts->cash.items[i], sources, reals);
  amounts = plt_instalment_amounts (facts, given, before);
  for (guint i = 0; i < facts->instalments.n; i++)
    {
      const PltInstalmentFacts *instalment = &facts->instalments.items[i];
      const PltFundingFacts *funding
          = PLT_FACTS_FIND (facts->funding, PltFundingFacts, instalment->funding_source);
      Source *source = funding != NULL ? &sources[funding - facts->funding.items] : NULL;

      if (source != NULL && source->in && source->cash)
        add_instalment (self, funding, source, instalment, amounts[i], reals[i]);
    }
  for (guint i = 0; i < n; i++)
    if (sources[i].in && sources[i].cash)
      add_rest (self, &facts->funding.items[i], &sources[i]);
  for (guint i = 0; i < self->n_changes; i++)
    if (plt_cash_is_change (&self->changes[i], "source-ajoutee")
        || plt_cash_is_change (&self->changes[i], "apport"))
      bring (self, &self->changes[i]);
}

/* ---- movements ---- */

static gint64
post_of (const PltFacts *facts, gint64 account)
{
  const PltAccountFacts *post = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, account);

  for (guint depth = 0; post != NULL && post->parent != 0 && depth < 9; depth++)
    post = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, post->parent);
  return post != NULL ? post->id : 0;
}

static guint
find_row (const PltCashBuilder *self, PltCashRowKind kind, gint64 id)
{
  const GPtrArray *rows = self->result->rows;

  for (guint i = 0; i < rows->len; i++)
    if (((const PltCashPlanRow *) rows->pdata[i])->kind == kind
        && ((const PltCashPlanRow *) rows->pdata[i])->ref.id == id)
      return i;
  return PLT_CASH_NO_ROW;
}

gboolean
plt_cash_is_vat_entry (const PltCashFacts *entry)
{
  return entry->reference != NULL && g_ascii_strcasecmp (entry->reference, "TVA") == 0
         && entry->date != PLT_DATE_NONE && entry->amount_cents != PLT_UNKNOWN
         && entry->instalment == 0 && entry->budget_line == 0 && entry->credit_line == 0;
}

guint
plt_cash_vat_row (PltCashBuilder *self, gboolean refund)
{
  const PltCashRowKind kind = refund ? PLT_CASH_ROW_VAT_REFUND : PLT_CASH_ROW_VAT;
  guint row = find_row (self, kind, 0);

  return row != PLT_CASH_NO_ROW
             ? row
             : plt_cash_row (self, kind, refund ? _ ("VAT refunded") : _ ("VAT paid to the State"),
                             (PltRef){ NULL, 0, NULL }, refund);
}

static guint
entry_row (PltCashBuilder *self, const PltCashFacts *entry)
{
  const PltFacts *facts = self->facts;
  const gboolean incoming = entry->amount_cents > 0;
  const PltCreditFacts *credit
      = PLT_FACTS_FIND (facts->credits, PltCreditFacts, entry->credit_line);
  const PltAccountFacts *post
      = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, post_of (facts, entry->account));
  PltCashRowKind kind = incoming ? PLT_CASH_ROW_DRAWING : PLT_CASH_ROW_REPAYMENT;
  g_autofree char *label = NULL;
  guint row;

  if (plt_cash_is_vat_entry (entry))
    return plt_cash_vat_row (self, incoming);
  if (credit == NULL && (post == NULL || incoming))
    return plt_cash_other_row (self, incoming);
  if (credit == NULL)
    kind = PLT_CASH_ROW_POST;
  row = find_row (self, kind, credit != NULL ? credit->id : post->id);
  if (row != PLT_CASH_NO_ROW)
    return row;
  if (credit != NULL)
    return plt_cash_row (self, kind, credit->name, (PltRef){ "credit_line", credit->id, NULL },
                         incoming);
  label = g_strdup_printf ("%s %s", post->code, post->name);
  return plt_cash_row (self, kind, label, (PltRef){ "account", post->id, NULL }, FALSE);
}

/* Line of the devis of this budget, by its place; -1. */
static int
line_at (const PltCashBuilder *self, gint64 line)
{
  const PltBudgetLine *found = line != 0 ? plt_budget_find_line (self->budget, line) : NULL;

  for (guint i = 0; found != NULL && i < self->budget->lines->len; i++)
    if (self->budget->lines->pdata[i] == found)
      return (int) i;
  return -1;
}

static void
name_line (PltCashBuilder *self, int line, PltMoney net)
{
  if (self->line_real == NULL)
    self->line_real = g_new0 (PltMoney, self->budget->lines->len);
  plt_cash_sum (&self->line_real[line], -net);
}

static void
add_entry (PltCashBuilder *self, const PltCashFacts *entry)
{
  int at = line_at (self, entry->budget_line);
  const PltBudgetLine *line
      = at >= 0 ? (const PltBudgetLine *) self->budget->lines->pdata[at] : NULL;
  PltCashFacts shown = *entry;
  PltCashMove move
      = { .date = entry->date,
          .amount = entry->amount_cents,
          .ref = { "cash_entry", entry->id, NULL },
          .state = strcmp (entry->kind, "reel") == 0 ? PLT_CASH_REAL : PLT_CASH_PLANNED,
          .event = -1 };
  PltMoney net;

  if (line != NULL)
    shown.account = line->line->account;
  move.vat = entry->vat_cents != PLT_UNKNOWN ? entry->vat_cents
             : line != NULL && !self->franchise
                 ? plt_cash_vat_in (self, move.amount, line->line->vat_e6)
                 : 0;
  if (!plt_money_sub (move.amount, move.vat, &net))
    return;
  if (self->franchise)
    move.vat = 0;
  if (line != NULL)
    name_line (self, at, net);
  move.row = entry_row (self, &shown);
  if (move.date < self->floor)
    {
      if (line != NULL)
        plt_cash_sum (&self->result->payments.before, -net);
    }
  else if (plt_cash_move (self, &move) && line != NULL)
    plt_cash_sum (&self->result->payments.dated, -net);
}

void
plt_cash_entries (PltCashBuilder *self)
{
  for (guint i = 0; i < self->facts->cash.n; i++)
    {
      const PltCashFacts *entry = &self->facts->cash.items[i];

      if (entry->date == PLT_DATE_NONE || entry->amount_cents == PLT_UNKNOWN)
        continue;
      if (entry->instalment != 0
          && PLT_FACTS_FIND (self->facts->instalments, PltInstalmentFacts, entry->instalment)
                 != NULL)
        continue; /* with the receipts */
      add_entry (self, entry);
    }
}
