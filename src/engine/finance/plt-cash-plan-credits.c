/* The credits of a treasury plan, day by day, and its balances. */
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "plt-cash-plan-private.h"

typedef __int128 Wide;

/* A credit while it is drawn and repaid. */
typedef struct
{
  PltCreditFacts facts; /* as the scenario has it */
  PltRef ref;
  PltCashCredit result;
  gboolean signed_;          /* its source is */
  PltMoney *receipts, *real; /* (nullable): by day: of its source; of movements that name it */
  PltMoney remaining, drawn;
  PltDate start; /* PLT_DATE_NONE until it begins */
  Wide drawn_days, undrawn_days;
  guint rows[3]; /* drawing, interest, repayment */
} Credit;

typedef struct
{
  PltCashBuilder *all;
  PltDate first;
  guint n;
  PltMoney *net; /* by day, without credits */
  GArray *credits;
  PltMoney *changes; /* of what is drawn, that day, by credit */
  PltMoney balance;
} Days;

static gint64
known (gint64 value)
{
  return value == PLT_UNKNOWN ? 0 : CLAMP (value, 0, 100 * PLT_RATE_ONE);
}

/* ---- which credits ---- */

static gboolean
is_wanted (const PltCashBuilder *self, PltCreditFacts *credit)
{
  gboolean wanted = credit->is_used;

  for (guint i = 0; i < self->n_changes; i++)
    {
      const PltScenarioChangeFacts *change = &self->changes[i];

      if (!plt_cash_is_change (change, "credit") || change->credit_line != credit->id)
        continue;
      wanted = TRUE;
      if (change->amount_cents != PLT_UNKNOWN)
        credit->limit_cents = change->amount_cents;
      if (change->date != PLT_DATE_NONE)
        credit->from_date = change->date;
    }
  return wanted;
}

static void
add_credit (Days *self, const PltCreditFacts *facts, gboolean own)
{
  const PltFacts *all = self->all->facts;
  const PltFundingFacts *source
      = PLT_FACTS_FIND (all->funding, PltFundingFacts, facts->funding_source);
  Credit credit = { .facts = *facts, .start = PLT_DATE_NONE };

  if (own)
    credit.ref = (PltRef){ "credit_line", facts->id, NULL };
  credit.facts.limit_cents = CLAMP (facts->limit_cents, 0, PLT_CASH_MOST / 4);
  credit.result
      = (PltCashCredit){ .credit
                         = own ? PLT_FACTS_FIND (all->credits, PltCreditFacts, facts->id) : NULL,
                         .source = source,
                         .label = g_strdup (facts->name),
                         .limit = credit.facts.limit_cents,
                         .first = PLT_DATE_NONE,
                         .last = PLT_DATE_NONE };
  credit.signed_ = source == NULL || strcmp (source->status, "confirme") == 0
                   || strcmp (source->status, "acquis") == 0;
  for (guint i = 0; i < G_N_ELEMENTS (credit.rows); i++)
    credit.rows[i] = PLT_CASH_NO_ROW;
  g_array_append_val (self->credits, credit);
}

/* What credits of the production ask for, for one that has no rate of its own. */
static gint64
usual_interest (const PltCashBuilder *self)
{
  gint64 interest = self->defaults->interest_e6;

  for (guint i = 0; i < self->facts->credits.n; i++)
    interest = MAX (interest, self->facts->credits.items[i].interest_e6);
  return interest;
}

static void
add_made_up (Days *self, const PltScenarioChangeFacts *change)
{
  const PltFundingFacts *source
      = PLT_FACTS_FIND (self->all->facts->funding, PltFundingFacts, change->funding_source);
  const char *given = change->label != NULL && *change->label != '\0' ? change->label : NULL;
  g_autofree char *label
      = g_strdup_printf ("%s · %s", _ ("Bridging credit"), source != NULL ? source->name : "");
  PltCreditFacts facts = { .name = given != NULL    ? given
                                   : source != NULL ? label
                                                    : _ ("Bridging credit"),
                           .bank = "",
                           .funding_source = source != NULL ? source->id : 0,
                           .limit_cents = change->amount_cents,
                           .mobilised_e6 = self->all->defaults->mobilised_e6,
                           .interest_e6 = usual_interest (self->all),
                           .undrawn_e6 = PLT_UNKNOWN,
                           .entry_e6 = PLT_UNKNOWN,
                           .entry_cents = PLT_UNKNOWN,
                           .guaranteed_e6 = PLT_UNKNOWN,
                           .guarantee_e6 = PLT_UNKNOWN,
                           .year_days = "360",
                           .from_date = change->date,
                           .to_date = PLT_DATE_NONE };

  if (change->amount_cents != PLT_UNKNOWN)
    add_credit (self, &facts, FALSE);
}

static int
compare_interest (gconstpointer a, gconstpointer b)
{
  const gint64 one = known (((const Credit *) a)->facts.interest_e6);
  const gint64 two = known (((const Credit *) b)->facts.interest_e6);

  return one < two ? -1 : one > two;
}

static void
list_credits (Days *self)
{
  const PltFacts *facts = self->all->facts;

  for (guint i = 0; i < facts->credits.n; i++)
    {
      PltCreditFacts credit = facts->credits.items[i];

      if (is_wanted (self->all, &credit) && credit.limit_cents != PLT_UNKNOWN)
        add_credit (self, &credit, TRUE);
    }
  for (guint i = 0; i < self->all->n_changes; i++)
    if (plt_cash_is_change (&self->all->changes[i], "credit")
        && self->all->changes[i].credit_line == 0)
      add_made_up (self, &self->all->changes[i]);
  g_array_sort (self->credits, compare_interest); /* stable */
}

/* ---- what the days are made of ---- */

/* The row of that kind that is about that, or none. */
static guint
find_row (const Days *self, PltCashRowKind kind, PltRef ref)
{
  const GPtrArray *rows = self->all->result->rows;

  for (guint i = 0; ref.table != NULL && i < rows->len; i++)
    {
      const PltCashPlanRow *row = rows->pdata[i];

      if (row->kind == kind && row->ref.table != NULL && row->ref.id == ref.id)
        return i;
    }
  return PLT_CASH_NO_ROW;
}

/* Receipts of the sources of credits, and movements that name a credit. */
static void
watch_rows (Days *self)
{
  for (guint c = 0; c < self->credits->len; c++)
    {
      Credit *credit = &g_array_index (self->credits, Credit, c);
      const PltFundingFacts *source = credit->result.source;
      const guint received = source != NULL
                                 ? find_row (self, PLT_CASH_ROW_SOURCE,
                                             (PltRef){ "funding_source", source->id, NULL })
                                 : PLT_CASH_NO_ROW;
      const guint drawn = find_row (self, PLT_CASH_ROW_DRAWING, credit->ref);
      const guint repaid = find_row (self, PLT_CASH_ROW_REPAYMENT, credit->ref);

      credit->receipts = g_new0 (PltMoney, self->n);
      credit->real = g_new0 (PltMoney, self->n);
      for (guint i = 0; i < self->all->n_moves; i++)
        {
          const PltCashMove *move = &self->all->moves[i];

          if (move->row == received)
            {
              credit->receipts[move->date - self->first] += move->amount;
              credit->remaining += move->amount;
            }
          else if (move->row == drawn || move->row == repaid)
            credit->real[move->date - self->first] += move->amount;
        }
    }
}

static gboolean
is_credit_row (const PltCashPlanRow *row)
{
  return row->kind == PLT_CASH_ROW_DRAWING || row->kind == PLT_CASH_ROW_REPAYMENT;
}

/* First and last day, and what each brings; @named: what movements that name a credit bring. */
static void
fill_days (Days *self, PltMoney **named)
{
  const PltCashBuilder *all = self->all;
  PltDate first = all->floor, last = all->floor;
  gboolean any = FALSE;

  for (guint i = 0; i < all->n_moves; i++)
    {
      const PltDate date = all->moves[i].date;

      first = first == PLT_DATE_NONE ? date : MIN (first, date);
      last = MAX (last, date);
    }
  self->first = first;
  all->result->first = first;
  all->result->last = last;
  self->n = first != PLT_DATE_NONE ? (guint) (plt_cash_month_end (last) - first) + 1 : 0;
  self->net = g_new0 (PltMoney, MAX (1, self->n));
  for (guint i = 0; i < all->result->rows->len; i++)
    any = any || is_credit_row (all->result->rows->pdata[i]);
  *named = any ? g_new0 (PltMoney, MAX (1, self->n)) : NULL;
  for (guint i = 0; i < all->n_moves; i++)
    {
      const PltCashMove *move = &all->moves[i];

      if (any && is_credit_row (all->result->rows->pdata[move->row]))
        (*named)[move->date - first] += move->amount;
      else
        self->net[move->date - first] += move->amount;
    }
}

/* ---- a day of a credit ---- */

static gboolean
put (Days *self, Credit *credit, guint which, PltDate date, PltMoney amount)
{
  static const PltCashRowKind kinds[]
      = { PLT_CASH_ROW_DRAWING, PLT_CASH_ROW_INTEREST, PLT_CASH_ROW_REPAYMENT };
  PltCashMove move = { .date = date,
                       .amount = amount,
                       .ref = credit->ref,
                       .state = credit->signed_ ? PLT_CASH_SIGNED : PLT_CASH_PLANNED,
                       .event = -1 };

  if (amount == 0)
    return TRUE;
  if (credit->rows[which] == PLT_CASH_NO_ROW)
    credit->rows[which] = find_row (self, kinds[which], credit->ref);
  if (credit->rows[which] == PLT_CASH_NO_ROW)
    credit->rows[which]
        = plt_cash_row (self->all, kinds[which], credit->result.label, credit->ref, which == 0);
  move.row = credit->rows[which];
  if (!plt_cash_move (self->all, &move))
    return FALSE;
  self->balance += amount;
  return TRUE;
}

static gboolean
is_open (const Credit *credit, PltDate date)
{
  return (credit->facts.from_date == PLT_DATE_NONE || date >= credit->facts.from_date)
         && (credit->facts.to_date == PLT_DATE_NONE || date < credit->facts.to_date);
}

static PltMoney
capacity (const Credit *credit, PltDate date)
{
  PltMoney most = credit->facts.limit_cents, part;

  if (!is_open (credit, date))
    return 0;
  if (credit->result.source == NULL)
    return most;
  if (credit->facts.mobilised_e6 != PLT_UNKNOWN
      && plt_money_apply_rate (MAX (0, credit->remaining),
                               CLAMP (credit->facts.mobilised_e6, 0, PLT_RATE_ONE), PLT_RATE_ONE,
                               PLT_ROUND_DOWN, &part))
    return MIN (most, part);
  return MIN (most, MAX (0, credit->remaining));
}

/* What it must give back that day. */
static PltMoney
to_repay (const Days *self, const Credit *credit, guint day)
{
  const PltDate date = self->first + (PltDate) day;
  PltMoney amount = 0;

  if (credit->drawn <= 0)
    return 0;
  if (credit->result.source != NULL)
    amount = MIN (credit->drawn, MAX (0, credit->receipts[day]));
  else
    amount = CLAMP (self->balance, 0, credit->drawn);
  return MAX (amount, credit->drawn - capacity (credit, date));
}

/* The entry fee, once, when it begins. */
static PltMoney
begin (Days *self, Credit *credit, PltDate date)
{
  PltMoney fee = 0;

  if (credit->start != PLT_DATE_NONE)
    return 0;
  credit->start = date;
  plt_money_apply_rate (credit->facts.limit_cents, known (credit->facts.entry_e6), PLT_RATE_ONE,
                        PLT_ROUND_HALF_UP, &fee);
  if (credit->facts.entry_cents != PLT_UNKNOWN)
    plt_cash_sum (&fee, credit->facts.entry_cents);
  if (fee > 0 && put (self, credit, 1, date, -fee))
    plt_cash_sum (&credit->result.fees, fee);
  return fee;
}

static PltMoney
of_a_year (Wide amount_days, gint64 rate_e6, gint64 year)
{
  const Wide scale = (Wide) PLT_RATE_ONE * year;
  const Wide amount = (amount_days * rate_e6 + scale / 2) / scale;

  return (PltMoney) MIN (amount, (Wide) PLT_CASH_MOST);
}

/* What the days of a month cost, at its end. */
static void
pay_costs (Days *self, Credit *credit, PltDate date)
{
  const gint64 year = strcmp (credit->facts.year_days, "365") == 0 ? 365 : 360;
  Wide guaranteed
      = credit->drawn_days
        + credit->undrawn_days * self->all->defaults->guarantee_undrawn_e6 / PLT_RATE_ONE;
  PltMoney interest = of_a_year (credit->drawn_days, known (credit->facts.interest_e6), year);
  PltMoney undrawn = of_a_year (credit->undrawn_days, known (credit->facts.undrawn_e6), year);
  PltMoney guarantee;

  guaranteed = guaranteed * MIN (known (credit->facts.guaranteed_e6), PLT_RATE_ONE) / PLT_RATE_ONE;
  guarantee = of_a_year (guaranteed, known (credit->facts.guarantee_e6), year);
  credit->drawn_days = credit->undrawn_days = 0;
  if (interest + undrawn + guarantee == 0
      || !put (self, credit, 1, date, -(interest + undrawn + guarantee)))
    return;
  plt_cash_sum (&credit->result.interest, interest);
  plt_cash_sum (&credit->result.fees, undrawn);
  plt_cash_sum (&credit->result.guarantee, guarantee);
}

static void
count_day (Credit *credit, PltDate date)
{
  PltCashCredit *result = &credit->result;
  const gboolean lasts
      = is_open (credit, date)
        && (credit->result.source != NULL ? credit->remaining > 0
                                          : credit->facts.to_date != PLT_DATE_NONE);

  if (credit->drawn > 0)
    {
      result->first = result->first == PLT_DATE_NONE ? date : result->first;
      result->last = PLT_DATE_NONE;
      result->drawn_max = MAX (result->drawn_max, credit->drawn);
      credit->drawn_days += credit->drawn;
    }
  else if (result->first != PLT_DATE_NONE && result->last == PLT_DATE_NONE)
    result->last = date;
  if (credit->start != PLT_DATE_NONE && (credit->drawn > 0 || lasts))
    credit->undrawn_days += MAX (0, credit->facts.limit_cents - credit->drawn);
}

/* ---- days ---- */

static void
repay (Days *self, Credit *credit, guint day, PltMoney *change)
{
  PltMoney back;

  credit->remaining -= credit->receipts[day];
  credit->drawn += credit->real[day];
  back = to_repay (self, credit, day);
  credit->drawn -= back;
  self->balance -= back;
  *change = -back;
}

static void
draw (Days *self, Credit *credit, PltDate date, PltMoney *change)
{
  PltMoney amount = MIN (-self->balance, capacity (credit, date) - credit->drawn);

  if (self->balance >= 0 || amount <= 0)
    return;
  if (credit->start == PLT_DATE_NONE)
    {
      begin (self, credit, date);
      amount = MIN (-self->balance, capacity (credit, date) - credit->drawn);
    }
  credit->drawn += amount;
  self->balance += amount;
  *change += amount;
}

/* Drawn and repaid on one day: only the difference moves. */
static void
settle (Days *self, Credit *credit, PltDate date, PltMoney change)
{
  if (change == 0)
    return;
  self->balance -= change;
  if (!put (self, credit, change > 0 ? 0 : 2, date, change))
    credit->drawn -= change;
}

static void
pass_day (Days *self, guint day, gboolean month_ends)
{
  const PltDate date = self->first + (PltDate) day;
  PltMoney *changes = self->changes;
  const guint n = self->credits->len;

#define CREDIT(i) (&g_array_index (self->credits, Credit, i))
  for (guint i = 0; i < n; i++)
    repay (self, CREDIT (i), day, &changes[i]);
  for (guint i = 0; i < n; i++)
    {
      if (day == 0 && CREDIT (i)->facts.from_date != PLT_DATE_NONE
          && CREDIT (i)->facts.from_date < date)
        {
          if (self->all->floor != PLT_DATE_NONE)
            CREDIT (i)->start = CREDIT (i)->facts.from_date; /* its fee is in the opening */
          else
            begin (self, CREDIT (i), date);
        }
      if (CREDIT (i)->facts.from_date == date
          || (CREDIT (i)->drawn > 0 && CREDIT (i)->start == PLT_DATE_NONE))
        begin (self, CREDIT (i), date);
      if (month_ends)
        pay_costs (self, CREDIT (i), date);
    }
  for (guint i = 0; i < n; i++)
    draw (self, CREDIT (i), date, &changes[i]);
  for (guint i = 0; i < n; i++)
    {
      settle (self, CREDIT (i), date, changes[i]);
      count_day (CREDIT (i), date);
    }
#undef CREDIT
}

static void
run (Days *self, const PltMoney *named)
{
  PltCashPlan *plan = self->all->result;
  PltDate month_end = self->n > 0 ? plt_cash_month_end (self->first) : 0;
  PltMoney bare = plan->opening;

  self->balance = plan->opening;
  for (guint day = 0; day < self->n; day++)
    {
      const PltDate date = self->first + (PltDate) day;

      bare += self->net[day];
      self->balance += self->net[day] + (named != NULL ? named[day] : 0);
      if (self->credits->len > 0)
        pass_day (self, day, date == month_end);
      plan->bare[day] = bare;
      plan->days[day] = self->balance;
      for (guint i = 0; i < self->credits->len; i++)
        plan->drawn[day] += g_array_index (self->credits, Credit, i).drawn;
      if (date == month_end)
        month_end = plt_cash_month_end (date + 1);
    }
}

static void
give_results (Days *self)
{
  PltCashPlan *plan = self->all->result;

  for (guint i = 0; i < self->credits->len; i++)
    {
      Credit *credit = &g_array_index (self->credits, Credit, i);
      PltCashCredit *result = &credit->result;

      result->outstanding = MAX (0, credit->drawn);
      plt_cash_sum (&result->cost, result->interest);
      plt_cash_sum (&result->cost, result->fees);
      plt_cash_sum (&result->cost, result->guarantee);
      g_array_append_val (plan->credits, *result);
      if (result->outstanding > 0)
        {
          g_autofree char *amount = plt_money_format (result->outstanding);

          plt_issues_add (self->all->result->issues, "cash.credit-left", PLT_SEVERITY_WARNING,
                          credit->ref, NULL,
                          _ ("“%s” is not repaid at the end of the treasury plan: %s are left."),
                          result->label, amount);
        }
      g_free (credit->receipts);
      g_free (credit->real);
    }
}

void
plt_cash_credits (PltCashBuilder *self)
{
  PltCashPlan *plan = self->result;
  Days days = { .all = self, .credits = g_array_new (FALSE, FALSE, sizeof (Credit)) };
  g_autofree PltMoney *named = NULL;

  fill_days (&days, &named);
  plan->days = g_new0 (PltMoney, MAX (1, days.n));
  plan->bare = g_new0 (PltMoney, MAX (1, days.n));
  plan->drawn = g_new0 (PltMoney, MAX (1, days.n));
  list_credits (&days);
  watch_rows (&days);
  days.changes = g_new0 (PltMoney, MAX (1, days.credits->len));
  run (&days, named);
  give_results (&days);
  for (guint i = 0; i < self->n_moves; i++)
    plan->last = MAX (plan->last, self->moves[i].date);
  plan->n_days = plan->first != PLT_DATE_NONE ? (guint) (plan->last - plan->first) + 1 : 0;
  g_array_unref (days.credits);
  g_free (days.changes);
  g_free (days.net);
}
