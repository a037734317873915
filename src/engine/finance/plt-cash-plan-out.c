/* What goes out: the lines of the devis and its percentages. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cash-plan-private.h"

#define MOST_DAYS 36500
/* Up to here a part is counted in 64 bits. */
#define SMALL (G_GINT64_CONSTANT (1) << 40)

/* One line while it is paid. */
typedef struct
{
  PltCashBuilder *all;
  const PltLineFacts *line;
  PltCashTerms terms;
  PltRef ref;
  guint row, contributions_row;
  gint64 vat_e6;
  PltMoney real; /* still to be taken from the forecast */
  PltDate delay; /* days */
  int event;
} Payment;

/* When a line is paid: spread over its phase, or on a day; @exact: terms add nothing to it. */
typedef struct
{
  PltDate date;
  gboolean exact, is_spread;
} When;

static PltMoney
portion (PltMoney amount, gint64 sum, gint64 total)
{
  PltMoney part = 0;

  if (G_LIKELY (amount >= 0 && amount < SMALL && total < (1 << 20)))
    return (amount * sum + total / 2) / total;
  plt_money_apply_rate (amount, sum, total, PLT_ROUND_HALF_UP, &part);
  return part;
}

/* What was paid really goes first. */
static PltMoney
less_real (Payment *self, PltMoney amount)
{
  PltMoney taken;

  if (G_LIKELY (self->real == 0))
    return amount;
  taken = amount >= 0 ? CLAMP (self->real, 0, amount) : CLAMP (self->real, amount, 0);
  self->real -= taken;
  return amount - taken;
}

static void
pay (Payment *self, guint row, PltMoney amount, PltDate date, gint64 vat_e6)
{
  PltCashMove move
      = { .date = date + self->delay, .row = row, .ref = self->ref, .event = self->event };

  amount = less_real (self, amount);
  move.amount = -amount;
  plt_cash_pay (self->all, &self->all->result->payments, &move, vat_e6);
}

static PltDate
due (const PltCashTerms *terms, PltDate date)
{
  date += (PltDate) terms->term_days;
  return terms->end_of_month ? plt_cash_month_end (date) : date;
}

/* Dates of the slots after terms, kept for the next line that has the same. */
static const PltDate *
moved_dates (PltCashSlots *slots, const PltCashTerms *terms, gboolean contributions)
{
  const gint64 key = contributions
                         ? 1 + (gint64) terms->contribution_months * 64 + terms->contribution_day
                         : 1 + terms->term_days * 2 + terms->end_of_month;
  PltDate *moved = slots->moved[contributions];

  if (slots->keys[contributions] == key)
    return moved;
  slots->keys[contributions] = key;
  for (guint i = 0; i < slots->n; i++)
    moved[i] = contributions ? plt_cash_day_of_month (slots->dates[i], terms->contribution_months,
                                                      terms->contribution_day)
                             : due (terms, slots->dates[i]);
  return moved;
}

/* ---- one line ---- */

static void
no_date (Payment *self, PltMoney amount, const char *column)
{
  PltRef ref = { "budget_line", self->line->id, column };

  amount = less_real (self, amount);
  if (amount == 0)
    return;
  plt_cash_undated (self->all, PLT_CASH_ROW_POST, self->line->label, ref, amount);
  plt_issues_add (self->all->result->issues, "cash.no-date", PLT_SEVERITY_WARNING, ref, NULL,
                  _ ("“%s” has no date: its event is not dated. Date the event, or type a date."),
                  self->line->label);
}

/* What of a line is paid to the person, and what goes with the contributions. */
static PltMoney
net_of (const Payment *self, PltMoney amount)
{
  PltMoney net = amount;

  if (self->terms.kind <= PLT_TERMS_AUTHOR && self->terms.net_e6 < PLT_RATE_ONE)
    plt_money_apply_rate (amount, self->terms.net_e6, PLT_RATE_ONE, PLT_ROUND_HALF_UP, &net);
  return net;
}

/* The deposit, and what is left of the amount. */
static PltMoney
pay_deposit (Payment *self, PltMoney amount)
{
  PltMoney part;
  PltDate date;
  int event, kept = self->event;

  if (self->terms.deposit_e6 == 0 || *self->terms.deposit_event == '\0'
      || self->terms.kind != PLT_TERMS_SUPPLIER)
    return amount;
  date = plt_cash_date_of (self->all, self->terms.deposit_event, 0, &event);
  if (date == PLT_DATE_NONE
      || !plt_money_apply_rate (amount, self->terms.deposit_e6, PLT_RATE_ONE, PLT_ROUND_HALF_UP,
                                &part))
    return amount;
  self->event = event;
  pay (self, self->row, part, date + (PltDate) self->terms.deposit_days, self->vat_e6);
  self->event = kept;
  return amount - part;
}

/* Goes out, comes back: it costs nothing. */
static void
pay_caution (Payment *self, PltMoney amount, PltDate from, PltDate to)
{
  PltCashMove move = { .date = from + self->delay,
                       .row = self->row,
                       .amount = -amount,
                       .ref = self->ref,
                       .event = self->event };

  plt_cash_sum (&self->all->result->payments.not_cash, amount);
  plt_cash_move (self->all, &move);
  move.date = due (&self->terms, to);
  move.row = plt_cash_other_row (self->all, TRUE);
  move.amount = amount;
  plt_cash_move (self->all, &move);
}

static void
pay_at (Payment *self, PltMoney amount, PltMoney contributions, PltDate date, gboolean exact)
{
  PltMoney net = net_of (self, amount);

  if (self->terms.kind == PLT_TERMS_CAUTION)
    {
      pay_caution (self, amount, date, date);
      net = amount;
    }
  else
    {
      net = pay_deposit (self, net);
      pay (self, self->row, net,
           !exact && self->terms.kind == PLT_TERMS_SUPPLIER ? due (&self->terms, date) : date,
           self->vat_e6);
      net = net_of (self, amount);
    }
  contributions += amount - net;
  if (contributions != 0)
    pay (self, self->contributions_row, contributions,
         plt_cash_day_of_month (date + self->delay, self->terms.contribution_months,
                                self->terms.contribution_day)
             - self->delay,
         PLT_UNKNOWN);
}

static void
spread_contributions (Payment *self, PltCashSlots *slots, PltMoney amount)
{
  const PltDate *dates = moved_dates (slots, &self->terms, TRUE);
  gint64 total = slots->sums[slots->n - 1];
  PltMoney before = 0;

  for (guint i = 0; i < slots->n; i++)
    {
      PltMoney so_far = portion (amount, slots->sums[i], total);

      pay (self, self->contributions_row, so_far - before, dates[i], PLT_UNKNOWN);
      before = so_far;
    }
}

static void
spread (Payment *self, PltCashSlots *slots, PltMoney amount)
{
  const PltDate *dates = slots->dates;
  gint64 total = slots->sums[slots->n - 1];
  PltMoney before = 0;

  if (self->terms.kind == PLT_TERMS_SUPPLIER)
    dates = moved_dates (slots, &self->terms, FALSE);
  for (guint i = 0; i < slots->n; i++)
    {
      PltMoney so_far = portion (amount, slots->sums[i], total);

      pay (self, self->row, so_far - before, dates[i], self->vat_e6);
      before = so_far;
    }
}

static void
pay_over_phase (Payment *self, PltMoney amount, PltMoney contributions)
{
  PltCashPhase phase = plt_cash_phase (self->line->phase);
  const gboolean weekly = self->terms.kind == PLT_TERMS_AT_ONCE
                          || (self->terms.kind <= PLT_TERMS_AUTHOR && !self->terms.end_of_month);
  PltCashSlots *slots = weekly ? &self->all->weeks[phase] : &self->all->months[phase];
  PltMoney net = net_of (self, amount);

  if (slots->n == 0)
    {
      no_date (self, amount + contributions, "phase");
      return;
    }
  self->event = plt_cash_phase_event (phase);
  if (self->terms.kind == PLT_TERMS_CAUTION)
    pay_caution (self, amount, slots->dates[0], slots->dates[slots->n - 1]);
  else
    spread (self, slots, pay_deposit (self, net));
  contributions += amount - net;
  if (contributions != 0)
    spread_contributions (self, slots, contributions);
}

/* The day a line is paid on, or PLT_DATE_NONE when it is spread (@spread) or not known. */
static PltDate
own_date (Payment *self, gboolean *exact, gboolean *is_spread)
{
  const PltLineFacts *line = self->line;
  PltDate date;

  *is_spread = FALSE;
  *exact = line->payment_date != PLT_DATE_NONE || self->terms.profile == NULL;
  if (line->payment_date != PLT_DATE_NONE)
    date = line->payment_date;
  else if (line->task != 0 || *line->event != '\0')
    date = plt_cash_date_of (self->all, line->event, line->task, &self->event);
  else
    {
      *is_spread = TRUE;
      return PLT_DATE_NONE;
    }
  if (date != PLT_DATE_NONE && line->offset_days != PLT_UNKNOWN)
    date += (PltDate) CLAMP (line->offset_days, -MOST_DAYS, MOST_DAYS);
  return date;
}

/* ---- scenario ---- */

static gboolean
is_under (const PltFacts *facts, gint64 account, gint64 of)
{
  const PltAccountFacts *at = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, account);

  for (guint depth = 0; at != NULL && depth < 10; depth++)
    {
      if (at->id == of)
        return TRUE;
      at = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, at->parent);
    }
  return FALSE;
}

static gboolean
is_about (const PltCashBuilder *self, const PltScenarioChangeFacts *change, const Payment *payment)
{
  const gboolean suppliers = plt_cash_is_change (change, "fournisseurs-decales");

  if (!suppliers && !plt_cash_is_change (change, "paiement-deplace"))
    return FALSE;
  if (suppliers && payment->terms.kind != PLT_TERMS_SUPPLIER)
    return FALSE;
  if (change->budget_line != 0)
    return change->budget_line == payment->line->id;
  if (change->account != 0)
    return is_under (self->facts, payment->line->account, change->account);
  return suppliers;
}

/* What of that amount the change moves: 0 when it moves the line as it is. */
static PltMoney
part_of (const PltScenarioChangeFacts *change, PltMoney amount)
{
  const PltMoney part = change->amount_cents;

  if (change->budget_line == 0 || part == PLT_UNKNOWN || part == 0
      || !plt_cash_is_change (change, "paiement-deplace"))
    return 0;
  return amount >= 0 ? MIN (ABS (part), amount) : MAX (-ABS (part), amount);
}

static gboolean
is_partial (const PltScenarioChangeFacts *change)
{
  return part_of (change, 1) != 0;
}

static void
delay_by (Payment *self, const PltScenarioChangeFacts *change)
{
  if (change->offset_days == PLT_UNKNOWN)
    return;
  self->delay += (PltDate) CLAMP (change->offset_days, -PLT_CASH_HORIZON, PLT_CASH_HORIZON);
  self->delay = CLAMP (self->delay, -PLT_CASH_HORIZON, PLT_CASH_HORIZON);
}

/* Moves the whole line; TRUE when a change gives it a day of its own. */
static gboolean
change_line (Payment *self, PltDate *date)
{
  gboolean own = FALSE;

  for (guint i = 0; i < self->all->n_changes; i++)
    {
      const PltScenarioChangeFacts *change = &self->all->changes[i];

      if (!is_about (self->all, change, self) || is_partial (change))
        continue;
      if (change->date != PLT_DATE_NONE && plt_cash_is_change (change, "paiement-deplace"))
        {
          *date = change->date;
          own = TRUE;
        }
      else
        delay_by (self, change);
    }
  if (own)
    self->delay = 0;
  return own;
}

static gboolean
is_cash (const char *mode)
{
  return strcmp (mode, "nature") != 0 && strcmp (mode, "participation") != 0;
}

static void
pay_when (Payment *self, const When *when, PltMoney amount, PltMoney contributions)
{
  if (when->is_spread)
    pay_over_phase (self, amount, contributions);
  else if (when->date == PLT_DATE_NONE)
    no_date (self, amount + contributions, "event");
  else
    pay_at (self, amount, contributions, when->date, when->exact);
}

/* The parts of a line that are moved, each with its share of the contributions; what is left of
 * both. With @when they are paid. */
static void
move_parts (Payment *self, const When *when, PltMoney *amount, PltMoney *contributions)
{
  for (guint i = 0; i < self->all->n_changes && *amount != 0; i++)
    {
      const PltScenarioChangeFacts *change = &self->all->changes[i];
      const PltDate delay = self->delay;
      PltMoney part, share = 0;

      if (!is_partial (change) || !is_about (self->all, change, self))
        continue;
      part = part_of (change, *amount);
      plt_money_apply_rate (*contributions, ABS (part), ABS (*amount), PLT_ROUND_HALF_UP, &share);
      *amount -= part;
      *contributions -= share;
      if (when == NULL)
        continue;
      if (change->date != PLT_DATE_NONE)
        {
          self->delay = 0;
          pay_when (self, &(When){ change->date, TRUE, FALSE }, part, share);
        }
      else
        {
          delay_by (self, change);
          pay_when (self, when, part, share);
        }
      self->delay = delay;
    }
}

static void
pay_line (Payment *self, const PltBudgetLine *line)
{
  PltMoney amount = line->amount != PLT_UNKNOWN ? line->amount : 0, all;
  PltMoney left = amount, contributions = line->contributions;
  When when;

  if (!plt_money_add (amount, line->contributions, &all) || ABS (all) >= PLT_CASH_MOST)
    {
      self->all->result->incomplete = TRUE;
      return;
    }
  if (!is_cash (line->line->mode) || self->terms.kind == PLT_TERMS_NEVER)
    {
      plt_cash_sum (&self->all->result->payments.not_cash, less_real (self, all));
      return;
    }
  when.date = own_date (self, &when.exact, &when.is_spread);
  if (self->all->n_changes == 0)
    {
      pay_when (self, &when, amount, contributions);
      return;
    }
  if (change_line (self, &when.date))
    {
      when.is_spread = FALSE;
      when.exact = TRUE;
    }
  move_parts (self, NULL, &left, &contributions); /* what is real is of what stays first */
  if (left != 0 || contributions != 0 || amount == 0)
    pay_when (self, &when, left, contributions);
  contributions = line->contributions;
  move_parts (self, &when, &amount, &contributions);
}

/* ---- rows ---- */

static guint
post_row (PltCashBuilder *self, gint64 account)
{
  const PltFacts *facts = self->facts;
  const PltAccountFacts *post = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, account);
  g_autofree char *label = NULL;

  for (guint depth = 0; post != NULL && post->parent != 0 && depth < 9; depth++)
    post = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, post->parent);
  for (guint i = 0; post != NULL && i < self->result->rows->len; i++)
    {
      const PltCashPlanRow *row = self->result->rows->pdata[i];

      if (row->kind == PLT_CASH_ROW_POST && row->ref.id == post->id)
        return i;
    }
  if (post == NULL)
    return plt_cash_other_row (self, FALSE);
  label = g_strdup_printf ("%s %s", post->code, post->name);
  return plt_cash_row (self, PLT_CASH_ROW_POST, label, (PltRef){ "account", post->id, NULL },
                       FALSE);
}

static void
pay_percents (PltCashBuilder *self)
{
  static const PltCashRowKind kinds[PLT_N_PERCENTS]
      = { [PLT_PERCENT_OVERHEADS] = PLT_CASH_ROW_OVERHEADS,
          [PLT_PERCENT_CONTINGENCY] = PLT_CASH_ROW_CONTINGENCY,
          [PLT_PERCENT_PRODUCER] = PLT_CASH_ROW_PERCENTS,
          [PLT_PERCENT_FINANCIAL] = PLT_CASH_ROW_PERCENTS };
  static const char *const labels[PLT_N_PERCENTS]
      = { [PLT_PERCENT_OVERHEADS] = N_ ("Overheads"),
          [PLT_PERCENT_CONTINGENCY] = N_ ("Contingency"),
          [PLT_PERCENT_PRODUCER] = N_ ("Producer"),
          [PLT_PERCENT_FINANCIAL] = N_ ("Financial costs") };
  static const PltLineFacts no_line = { .label = "", .phase = "", .event = "" };

  for (int i = 0; i < PLT_N_PERCENTS; i++)
    {
      const PltBudgetPercent *percent = &self->budget->percents[i];
      PltCashPhase phase
          = i == PLT_PERCENT_CONTINGENCY ? PLT_CASH_PHASE_SHOOT : PLT_CASH_PHASE_WHOLE;
      PltCashSlots *slots = &self->months[phase];
      Payment payment = { .all = self,
                          .line = &no_line,
                          .terms = self->defaults->terms[PLT_TERMS_AT_ONCE],
                          .ref = { "budget", self->budget->budget->id, NULL },
                          .vat_e6 = PLT_UNKNOWN,
                          .event = plt_cash_phase_event (phase) };

      if (percent->amount == 0)
        continue;
      if (!is_cash (percent->mode))
        {
          plt_cash_sum (&self->result->payments.not_cash, percent->amount);
          continue;
        }
      if (slots->n == 0)
        {
          plt_cash_undated (self, kinds[i], _ (labels[i]), payment.ref, percent->amount);
          continue;
        }
      payment.row = plt_cash_row (self, kinds[i], _ (labels[i]), payment.ref, FALSE);
      spread (&payment, slots, percent->amount);
    }
}

/* A term beyond what the law allows is said once for its way of paying. */
static void
check_terms (PltCashBuilder *self)
{
  const PltCashDefaults *defaults = self->defaults;

  for (guint i = 0; i < self->facts->payments.n; i++)
    {
      const PltPaymentFacts *profile = &self->facts->payments.items[i];
      gint64 most
          = profile->end_of_month ? defaults->supplier_most_end_of_month : defaults->supplier_most;

      if (strcmp (profile->kind, "fournisseur") == 0 && most != PLT_UNKNOWN
          && profile->term_days != PLT_UNKNOWN && profile->term_days > most)
        plt_issues_add (self->result->issues, "cash.term-too-long", PLT_SEVERITY_WARNING,
                        (PltRef){ "payment_profile", profile->id, "term_days" },
                        "Code de commerce, art. L. 441-10",
                        _ ("“%s” pays after %d days: the law allows %d. Shorten the term."),
                        profile->name, (int) MIN (profile->term_days, G_MAXINT), (int) most);
    }
}

void
plt_cash_payments (PltCashBuilder *self)
{
  const GPtrArray *lines = self->budget->lines;
  gint64 account = 0;
  guint row = PLT_CASH_NO_ROW, contributions = PLT_CASH_NO_ROW;

  if (self->budget->budget == NULL)
    return;
  self->result->payments.planned = CLAMP (self->budget->total, -PLT_CASH_MOST, PLT_CASH_MOST);
  if (lines->len > 0)
    contributions = plt_cash_row (self, PLT_CASH_ROW_CONTRIBUTIONS, _ ("Social contributions"),
                                  (PltRef){ "budget", self->budget->budget->id, NULL }, FALSE);
  for (guint i = 0; i < lines->len; i++)
    {
      const PltBudgetLine *line = lines->pdata[i];
      Payment payment = { .all = self,
                          .line = line->line,
                          .terms = plt_cash_terms (self->facts, self->defaults, line->line),
                          .ref = { "budget_line", line->line->id, NULL },
                          .contributions_row = contributions,
                          .vat_e6 = line->line->vat_e6,
                          .real = self->line_real != NULL ? self->line_real[i] : 0,
                          .event = -1 };

      if (row == PLT_CASH_NO_ROW || line->line->account != account)
        row = post_row (self, account = line->line->account);
      payment.row = row;
      pay_line (&payment, line);
    }
  pay_percents (self);
  check_terms (self);
  if (self->defaults->missing && lines->len > 0)
    plt_issues_add (self->result->issues, "cash.no-defaults", PLT_SEVERITY_INFO,
                    (PltRef){ "production", self->facts->production.id, NULL }, NULL,
                    _ ("The production keeps no usual terms of payment (“paiements”): lines "
                       "without a way of paying are paid gross and at once."));
}
