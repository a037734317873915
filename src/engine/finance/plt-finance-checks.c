/* The rules of a plan de financement: what it has to equal, what it may not pass, with the source.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cash.h"
#include "plt-finance-private.h"
#include "plt-text.h"

/* The classes of the referential by kind of production. */
static const struct
{
  const char *kind, *class, *difficult;
} classes[] = {
  { "long-metrage", "film", "film-difficile" },
  { "court-metrage", "court", "court" },
  { "unitaire", "audiovisuel", "audiovisuel-difficile" },
  { "serie", "audiovisuel", "audiovisuel-difficile" },
  { "documentaire", "audiovisuel", "audiovisuel-difficile" },
  { "captation", "audiovisuel", "audiovisuel-difficile" },
};

/* A rule of the referential in force; -1 without. */
static int
find_rule (const PltFinanceReading *self, const char *code, const char *class, gint64 *value)
{
  const PltReferential *rules = self->result->rules;
  PltDate date = plt_plan_first_date (self->plan);

  for (guint i = 0; rules != NULL && i < plt_referential_n_rows (rules); i++)
    {
      const char *of = plt_referential_get (rules, i, "classe");
      PltDate from = plt_date_from_iso (plt_referential_get (rules, i, "valable_du"));
      PltDate to = plt_date_from_iso (plt_referential_get (rules, i, "valable_au"));

      if (strcmp (plt_referential_get (rules, i, "code"), code) == 0
          && (*of == '\0' || strcmp (of, class) == 0)
          && (date == PLT_DATE_NONE || from == PLT_DATE_NONE || date >= from)
          && (to == PLT_DATE_NONE || (date != PLT_DATE_NONE && date <= to))
          && g_ascii_string_to_signed (plt_referential_get (rules, i, "valeur"), 10, 0,
                                       G_MAXINT64 / 1000000, value, NULL))
        return (int) i;
    }
  return -1;
}

static void
add_check (PltFinanceReading *self,
           const char *rule,
           int row,
           const char *label,
           PltCheckUnit unit,
           gint64 have,
           gint64 limit,
           PltCheckState state)
{
  const PltReferential *rules = self->result->rules;
  PltFinanceCheck check = { rule, label, have, limit, unit, state, NULL, TRUE };

  if (row >= 0)
    {
      check.label = plt_referential_get (rules, (guint) row, "libelle");
      check.source = plt_referential_get (rules, (guint) row, "source");
      check.sure = strcmp (plt_referential_get (rules, (guint) row, "marque"), "source") == 0;
    }
  g_array_append_val (self->result->checks, check);
  if (state == PLT_CHECK_BROKEN)
    plt_finance_issue (self->result, rule, PLT_SEVERITY_WARNING,
                       (PltRef){ "production", self->facts->production.id, NULL }, check.source,
                       _ ("A rule of the plan de financement is not held: %s."), check.label);
}

static const char *
class_of (const PltFinanceReading *self, gboolean difficult)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_strcmp0 (self->facts->production.kind, classes[i].kind) == 0)
      return difficult ? classes[i].difficult : classes[i].class;
  return NULL;
}

/* An amount of one hour of the work; PLT_UNKNOWN without its length. */
static PltMoney
per_hour (const PltFinanceReading *self, PltMoney amount)
{
  gint64 seconds = self->facts->production.target_seconds;
  PltMoney hour;

  if (seconds == PLT_UNKNOWN || seconds <= 0 || amount == PLT_UNKNOWN
      || !plt_number_mul_div (amount, 3600, seconds, PLT_ROUND_DOWN, &hour))
    return PLT_UNKNOWN;
  return hour;
}

/* By its cost alone. */
static gboolean
is_low_budget (const PltFinanceReading *self, const char *class)
{
  PltMoney cost = self->result->cost, hour = per_hour (self, cost);
  gint64 most;

  if (cost == PLT_UNKNOWN || cost <= 0)
    return FALSE;
  if (find_rule (self, "petit-budget", class, &most) >= 0 && cost <= most)
    return TRUE;
  return hour != PLT_UNKNOWN && find_rule (self, "petit-budget-heure", class, &most) >= 0
         && hour <= most;
}

static gint64
rate_of_cost (const PltFinanceReading *self, PltMoney amount)
{
  gint64 rate;

  if (self->result->cost == PLT_UNKNOWN || self->result->cost <= 0
      || !plt_number_mul_div (amount, PLT_RATE_ONE, self->result->cost, PLT_ROUND_UP, &rate))
    return PLT_UNKNOWN;
  return rate;
}

static void
check_most (PltFinanceReading *self,
            const char *rule,
            const char *code,
            const char *class,
            PltMoney amount,
            PltMoney unsure)
{
  gint64 limit, have = rate_of_cost (self, amount), with = rate_of_cost (self, amount + unsure);
  int row = find_rule (self, code, class, &limit);
  PltCheckState state = PLT_CHECK_HELD;

  if (row < 0)
    return;
  if (have == PLT_UNKNOWN || self->result->incomplete || (have <= limit && with > limit))
    state = PLT_CHECK_UNKNOWN;
  else if (have > limit)
    state = PLT_CHECK_BROKEN;
  add_check (self, rule, row, NULL, PLT_CHECK_RATE, have, limit, state);
}

/* Public money, by the class of the work. */
static void
check_aid (PltFinanceReading *self)
{
  PltFinancePlan *plan = self->result;
  const char *class = class_of (self, FALSE);
  const char *limits;
  gint64 most;

  if (class == NULL)
    return;
  check_most (self, "finance.aides-cnc", "aides-cnc", class, plan->cnc, 0);
  limits = class;
  if (plan->difficult && g_strcmp0 (self->facts->production.kind, "documentaire") == 0
      && plan->cnc > 0
      && find_rule (self, "petit-budget-heure", "documentaire-difficile", &most) >= 0
      && per_hour (self, plan->cost) != PLT_UNKNOWN && per_hour (self, plan->cost) <= most)
    limits = "documentaire-difficile";
  else if (plan->difficult || is_low_budget (self, class))
    {
      limits = class_of (self, TRUE);
      plan->difficult = TRUE;
    }
  check_most (self, "finance.aides-publiques", "aides-publiques", limits, plan->public_money,
              plan->unsure_money);
}

/* What the automatic aid asks of broadcasters: only where the CNC pays. */
static void
check_broadcasters (PltFinanceReading *self)
{
  PltFinancePlan *plan = self->result;
  const char *class = class_of (self, FALSE);
  PltMoney cash = 0, hour;
  gint64 limit, have;
  int row;

  if (class == NULL || plan->cnc <= 0)
    return;
  row = find_rule (self, "diffuseur-part", class, &limit);
  if (row >= 0
      && (plan->cost == PLT_UNKNOWN || plan->cost <= 0
          || !plt_number_mul_div (plan->broadcasters, PLT_RATE_ONE, plan->cost, PLT_ROUND_DOWN,
                                  &have)))
    have = PLT_UNKNOWN;
  if (row >= 0)
    add_check (self, "finance.diffuseur-part", row, NULL, PLT_CHECK_RATE, have, limit,
               have == PLT_UNKNOWN ? PLT_CHECK_UNKNOWN
               : have >= limit     ? PLT_CHECK_HELD
                                   : PLT_CHECK_BROKEN);
  for (guint i = 0; i < self->facts->funding.n; i++)
    {
      const PltFundingFacts *source = &self->facts->funding.items[i];

      if (strcmp (source->group, "diffuseurs") == 0 && !plt_finance_is_refused (source)
          && strcmp (source->nature, "numeraire") == 0 && source->amount_cents != PLT_UNKNOWN)
        plt_money_add (cash, source->amount_cents, &cash);
    }
  row = find_rule (self, "diffuseur-heure", class, &limit);
  hour = per_hour (self, cash);
  if (row >= 0)
    add_check (self, "finance.diffuseur-heure", row, NULL, PLT_CHECK_MONEY, hour, limit,
               hour == PLT_UNKNOWN ? PLT_CHECK_UNKNOWN
               : hour >= limit     ? PLT_CHECK_HELD
                                   : PLT_CHECK_BROKEN);
}

/* Signed and paid before shooting begins: the last of its dates. */
static PltDate
last_date_of (const PltFinanceReading *self, const PltFundingFacts *source, gboolean *missing)
{
  PltDate last = source->date;

  *missing = last == PLT_DATE_NONE;
  for (guint i = 0; i < self->facts->instalments.n; i++)
    {
      const PltInstalmentFacts *part = &self->facts->instalments.items[i];
      gboolean own = strcmp (part->event, "date") == 0 || part->date != PLT_DATE_NONE;
      PltDate date = part->paid_date;

      if (part->funding_source != source->id)
        continue;
      if (date == PLT_DATE_NONE)
        {
          date = plt_cash_event_date (self->facts, self->plan, own ? "date" : part->event,
                                      own ? part->date : source->date);
          if (date != PLT_DATE_NONE && part->offset_days != PLT_UNKNOWN)
            date += (PltDate) CLAMP (part->offset_days, -36500, 36500);
        }
      *missing = *missing || date == PLT_DATE_NONE;
      last = MAX (last, date);
    }
  return last;
}

static void
check_sofica (PltFinanceReading *self)
{
  PltDate first = plt_plan_first_date (self->plan), last = PLT_DATE_NONE;
  gboolean any = FALSE, unknown = first == PLT_DATE_NONE;
  gint64 limit;
  int row = find_rule (self, "sofica-avant", "", &limit);

  for (guint i = 0; i < self->facts->funding.n; i++)
    {
      const PltFundingFacts *source = &self->facts->funding.items[i];
      gboolean missing;

      if (strcmp (source->group, "sofica") != 0 || plt_finance_is_refused (source))
        continue;
      any = TRUE;
      last = MAX (last, last_date_of (self, source, &missing));
      unknown = unknown || missing;
    }
  if (row < 0 || !any)
    return;
  add_check (
      self, "finance.sofica", row, NULL, PLT_CHECK_DATE, last != PLT_DATE_NONE ? last : PLT_UNKNOWN,
      first != PLT_DATE_NONE ? first - limit : PLT_UNKNOWN,
      first != PLT_DATE_NONE && last != PLT_DATE_NONE && last > first - limit ? PLT_CHECK_BROKEN
      : unknown                                                               ? PLT_CHECK_UNKNOWN
                                                                              : PLT_CHECK_HELD);
}

/* A foreign work with the C2I has neither CIC nor CIA, nor an aid of the CNC. */
static void
check_cumul (PltFinanceReading *self)
{
  guint n_foreign = 0, n_other = 0;

  for (guint i = 0; i < self->facts->funding.n; i++)
    {
      const PltFundingFacts *source = &self->facts->funding.items[i];

      if (strcmp (source->group, "credit-impot") != 0 || plt_finance_is_refused (source))
        continue;
      if (plt_text_contains (source->name, "c2i"))
        n_foreign++;
      else
        n_other++;
    }
  if (n_foreign > 0)
    add_check (self, "finance.cumul", -1,
               "C2I seul : ni CIC, ni CIA, ni aide du CNC à la production pour la même œuvre",
               PLT_CHECK_COUNT, n_foreign + n_other, 1,
               n_other > 0 || self->result->cnc > 0 ? PLT_CHECK_BROKEN : PLT_CHECK_HELD);
}

/* What stands on both sides. */
static void
check_equal (
    PltFinanceReading *self, const char *rule, const char *label, PltMoney have, PltMoney wanted)
{
  if (have == 0 && wanted == 0)
    return;
  add_check (self, rule, -1, label, PLT_CHECK_MONEY, have, wanted,
             wanted == PLT_UNKNOWN || self->result->incomplete ? PLT_CHECK_UNKNOWN
             : have == wanted                                  ? PLT_CHECK_HELD
                                                               : PLT_CHECK_BROKEN);
}

static void
check_instalments (PltFinanceReading *self)
{
  for (guint i = 0; i < self->facts->funding.n; i++)
    {
      const PltFundingFacts *source = &self->facts->funding.items[i];
      PltMoney sum = 0;
      gboolean any = FALSE, unknown = FALSE;

      if (plt_finance_is_refused (source) || source->amount_cents == PLT_UNKNOWN
          || strcmp (source->nature, "numeraire") != 0)
        continue;
      for (guint p = 0; p < self->facts->instalments.n; p++)
        if (self->facts->instalments.items[p].funding_source == source->id)
          {
            PltMoney amount
                = plt_instalment_amount (self->facts, &self->facts->instalments.items[p]);

            any = TRUE;
            unknown = unknown || amount == PLT_UNKNOWN;
            if (amount != PLT_UNKNOWN)
              plt_money_add (sum, amount, &sum);
          }
      /* thirds of a source are rounded to the centime one by one */
      if (any && !unknown && ABS (sum - source->amount_cents) > self->facts->instalments.n)
        plt_finance_issue (self->result, "finance.instalments", PLT_SEVERITY_WARNING,
                           (PltRef){ "funding_source", source->id, "amount_cents" }, NULL,
                           _ ("The instalments of “%s” do not add up to its amount."),
                           source->name);
    }
}

static void
check_sources (PltFinanceReading *self)
{
  const PltFinancePlan *plan = self->result;
  gint64 least;
  int row = find_rule (self, "sources-min", "", &least);

  if (row >= 0)
    add_check (self, "finance.sources", row, NULL, PLT_CHECK_COUNT, plan->n_sources, least,
               plan->n_sources >= least ? PLT_CHECK_HELD : PLT_CHECK_BROKEN);
}

void
plt_finance_check_all (PltFinanceReading *self)
{
  PltFinancePlan *plan = self->result;
  gboolean known = self->budget->budget != NULL;

  if (plan->rules == NULL)
    plt_finance_issue (plan, "finance.no-rules", PLT_SEVERITY_WARNING,
                       (PltRef){ "production", self->facts->production.id, NULL }, NULL,
                       _ ("The rules of the plan de financement are missing from the reference "
                          "data: they were not checked."));
  check_equal (self, "finance.total", "Total du plan égal au coût du devis", plan->total,
               known ? plan->cost : PLT_UNKNOWN);
  check_equal (self, "finance.industrie", "Apports en industrie égaux à ceux du devis",
               plan->in_kind, known ? self->budget->by_mode[PLT_MODE_IN_KIND] : PLT_UNKNOWN);
  check_equal (self, "finance.participation", "Participations égales à celles du devis",
               plan->participation,
               known ? self->budget->by_mode[PLT_MODE_PARTICIPATION] : PLT_UNKNOWN);
  check_aid (self);
  check_broadcasters (self);
  check_sofica (self);
  check_cumul (self);
  check_sources (self);
  check_instalments (self);
}
