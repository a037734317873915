/* The rules of a plan de financement: what it has to equal, what it may not pass, with the source.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cash-events.h"
#include "plt-finance-private.h"
#include "plt-funding-group.h"

/* The classes of the referential by kind of production, and by aid_class. */
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

static const char *const typed_classes[][2] = {
  { "long-metrage", "film" },
  { "long-metrage-difficile", "film-difficile" },
  { "audiovisuel", "audiovisuel" },
  { "audiovisuel-difficile", "audiovisuel-difficile" },
  { "documentaire-difficile", "documentaire-difficile" },
  { "court-metrage", "court" },
};

int
plt_finance_find_rule (const PltFinanceReading *self,
                       const char *code,
                       const char *class,
                       gint64 *value)
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

char *
plt_finance_format_value (PltCheckUnit unit, gint64 value)
{
  g_autofree char *number = NULL;

  if (value == PLT_UNKNOWN)
    return g_strdup ("—");
  switch (unit)
    {
    case PLT_CHECK_MONEY:
      return plt_money_format (value);
    case PLT_CHECK_RATE:
      number = plt_number_format (value < 0 ? -((50 - value) / 100) : (value + 50) / 100, 2, 0);
      return g_strdup_printf ("%s" PLT_NNBSP "%%", number);
    case PLT_CHECK_DATE:
      return plt_date_format_numeric ((PltDate) value);
    case PLT_CHECK_COUNT:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value);
    }
}

void
plt_finance_add_check (PltFinanceReading *self, int row, PltFinanceCheck check)
{
  const PltReferential *rules = self->result->rules;
  g_autofree char *have = NULL;
  g_autofree char *limit = NULL;

  check.sure = TRUE;
  if (row >= 0)
    {
      if (check.label == NULL)
        check.label = plt_referential_get (rules, (guint) row, "libelle");
      check.source = plt_referential_get (rules, (guint) row, "source");
      check.sure = strcmp (plt_referential_get (rules, (guint) row, "marque"), "source") == 0;
    }
  if (check.ref.table == NULL)
    check.ref = (PltRef){ "production", self->facts->production.id, NULL };
  g_array_append_val (self->result->checks, check);
  if (check.state != PLT_CHECK_BROKEN || check.quiet)
    return;
  have = plt_finance_format_value (check.unit, check.have);
  limit = plt_finance_format_value (check.unit, check.limit);
  plt_issues_add (self->result->issues, check.rule, PLT_SEVERITY_WARNING, check.ref, check.source,
                  /* Translators: a rule in French, what the plan has, what the rule says */
                  _ ("%s: the plan has %s, the rule says %s."), check.label, have, limit);
}

static const char *
class_of (const PltFinanceReading *self, gboolean difficult)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_strcmp0 (self->facts->production.kind, classes[i].kind) == 0)
      return difficult ? classes[i].difficult : classes[i].class;
  return NULL;
}

static const char *
typed_class (const PltFinanceReading *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed_classes); i++)
    if (g_strcmp0 (self->facts->production.aid_class, typed_classes[i][0]) == 0)
      return typed_classes[i][1];
  return NULL;
}

PltMoney
plt_finance_per_hour (const PltFinanceReading *self, PltMoney amount)
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
is_low_budget (const PltFinanceReading *self, const char *class, PltMoney cost)
{
  PltMoney hour = plt_finance_per_hour (self, cost);
  gint64 most;

  if (cost == PLT_UNKNOWN || cost <= 0)
    return FALSE;
  if (plt_finance_find_rule (self, "petit-budget", class, &most) >= 0 && cost <= most)
    return TRUE;
  return hour != PLT_UNKNOWN
         && plt_finance_find_rule (self, "petit-budget-heure", class, &most) >= 0 && hour <= most;
}

/* A creative documentary that is difficult, with selective aid, of a low cost. */
static gboolean
is_documentary (const PltFinanceReading *self, PltMoney cost)
{
  PltMoney hour = plt_finance_per_hour (self, cost);
  gint64 most;

  return self->result->cnc_selective > 0 && hour != PLT_UNKNOWN
         && plt_finance_find_rule (self, "petit-budget-heure", "documentaire-difficile", &most) >= 0
         && hour <= most;
}

/* Whose limits hold at that cost; @class: what the work is without its exceptions. */
static const char *
limits_of (PltFinanceReading *self, const char *class, PltMoney cost)
{
  PltFinancePlan *plan = self->result;
  const char *typed = typed_class (self);
  gboolean difficult = plan->difficult || (typed != NULL && g_str_has_suffix (typed, "difficile"));
  gboolean documentary = typed != NULL
                             ? strcmp (typed, "documentaire-difficile") == 0
                             : g_strcmp0 (self->facts->production.kind, "documentaire") == 0;

  if (difficult && documentary && is_documentary (self, cost))
    return "documentaire-difficile";
  if (difficult || (typed == NULL && is_low_budget (self, class, cost)))
    return strcmp (class, "film") == 0          ? "film-difficile"
           : strcmp (class, "audiovisuel") == 0 ? "audiovisuel-difficile"
                                                : class;
  return class;
}

/* What of a cost is French. */
static PltMoney
french_part (const PltFinanceReading *self, PltMoney cost)
{
  PltMoney part;

  if (cost == PLT_UNKNOWN || cost <= 0
      || !plt_money_apply_rate (cost, self->result->french_share_e6, PLT_RATE_ONE,
                                PLT_ROUND_HALF_UP, &part))
    return PLT_UNKNOWN;
  return part;
}

static gint64
rate_of (PltMoney amount, PltMoney cost, PltRounding rounding)
{
  gint64 rate;

  if (cost == PLT_UNKNOWN || cost <= 0
      || !plt_number_mul_div (amount, PLT_RATE_ONE, cost, rounding, &rate))
    return PLT_UNKNOWN;
  return rate;
}

/* The label of a rule counted again on the final cost. */
static const char *
final_label (const PltFinanceReading *self, int row)
{
  g_autofree char *label = g_strdup_printf (
      "%s (coût définitif)", plt_referential_get (self->result->rules, (guint) row, "libelle"));

  return g_intern_string (label);
}

/* What has no amount yet can only add to what is had: a limit that is passed already is. A devis
 * that is not complete can still grow, and the share shrink. */
static PltCheckState
state_of_most (const PltFinanceReading *self, gint64 have, gint64 with, gint64 limit)
{
  if (have == PLT_UNKNOWN || limit == PLT_UNKNOWN || self->budget->incomplete)
    return PLT_CHECK_UNKNOWN;
  if (have > limit)
    return PLT_CHECK_BROKEN;
  return self->result->incomplete || with > limit ? PLT_CHECK_UNKNOWN : PLT_CHECK_HELD;
}

/* @amount of @cost at most; @unsure may come on top of it. */
static void
check_most (PltFinanceReading *self,
            const char *rule,
            const char *code,
            const char *class,
            PltMoney cost,
            PltMoney amount,
            PltMoney unsure)
{
  gint64 limit, have = rate_of (amount, cost, PLT_ROUND_UP);
  gint64 with = rate_of (amount + unsure, cost, PLT_ROUND_UP);
  int row = plt_finance_find_rule (self, code, class, &limit);

  if (row < 0)
    return;
  plt_finance_add_check (
      self, row,
      (PltFinanceCheck){ .rule = rule,
                         .label
                         = g_str_has_suffix (rule, "-definitif") ? final_label (self, row) : NULL,
                         .have = have,
                         .limit = limit,
                         .unit = PLT_CHECK_RATE,
                         .state = state_of_most (self, have, with, limit),
                         .ref = { "production", self->facts->production.id, "aid_class" } });
}

/* A tax credit may not lift the public money over its own limit, as the table of the credits has
 * it: lower than that of aid for a short film or a documentary. The C2I has none. */
static void
check_credit (
    PltFinanceReading *self, const char *regime, PltMoney cost, PltMoney aid, PltMoney unsure)
{
  PltFinancePlan *plan = self->result;
  g_autoptr (PltReferential) credits = NULL;
  const char *typed = self->facts->production.tax_credit;
  const char *code = plan->difficult ? "intensite-difficile" : "intensite";

  if (typed != NULL && *typed != '\0')
    regime = typed;
  if (plan->tax_credit > 0)
    credits = plt_referential_open (self->facts, "credit-impot-taux");
  for (guint i = 0; credits != NULL && i < plt_referential_n_rows (credits); i++)
    {
      gint64 limit, have = rate_of (aid, cost, PLT_ROUND_UP);
      gint64 with = rate_of (aid + unsure, cost, PLT_ROUND_UP);

      if (strcmp (plt_referential_get (credits, i, "code"), code) != 0
          || strcmp (plt_referential_get (credits, i, "regime"), regime) != 0
          || !g_ascii_string_to_signed (plt_referential_get (credits, i, "valeur"), 10, 0,
                                        PLT_RATE_ONE, &limit, NULL))
        continue;
      plt_finance_add_check (
          self, -1,
          (PltFinanceCheck){ .rule = "finance.credit-impot",
                             .label = "Aides publiques, crédit d’impôt compris, au plus",
                             .have = have,
                             .limit = limit,
                             .unit = PLT_CHECK_RATE,
                             .state = state_of_most (self, have, with, limit),
                             .source = g_intern_string (plt_referential_get (credits, i, "source")),
                             .ref = { "production", self->facts->production.id, "aid_class" } });
      return;
    }
}

/* Public money, by the class of the work, on the devis and again on the final cost. In a
 * coproduction French aid on the French share. */
static void
check_aid (PltFinanceReading *self)
{
  PltFinancePlan *plan = self->result;
  const char *typed = typed_class (self);
  const char *class = typed == NULL                      ? class_of (self, FALSE)
                      : g_str_has_prefix (typed, "film") ? "film"
                      : strcmp (typed, "court") == 0     ? "court"
                                                         : "audiovisuel";
  PltMoney cost = french_part (self, plan->cost), final = french_part (self, plan->final_cost);
  PltMoney aid = plan->public_money, unsure = plan->unsure_money;

  if (class == NULL)
    return;
  if (plan->coproduction)
    {
      aid -= plan->foreign_public;
      unsure -= plan->foreign_unsure;
    }
  plan->class = limits_of (self, class, plan->cost);
  check_most (self, "finance.aides-cnc", "aides-cnc", class, cost, plan->cnc, 0);
  check_most (self, "finance.aides-publiques", "aides-publiques", plan->class, cost, aid, unsure);
  if (plan->public_money > 0 || plan->unsure_money > 0)
    {
      check_most (self, "finance.aides-cnc-definitif", "aides-cnc", class, final, plan->cnc, 0);
      check_most (self, "finance.aides-publiques-definitif", "aides-publiques",
                  limits_of (self, class, plan->final_cost), final, aid, unsure);
    }
  plan->difficult = g_str_has_suffix (plan->class, "difficile");
  check_credit (self, strcmp (class, "audiovisuel") == 0 ? "cia" : "cic", cost, aid, unsure);
}

static PltRef
first_of (const PltFinanceReading *self, PltFunderFamily family, const char *column)
{
  const GArray *groups = self->result->groups;

  for (guint i = 0; i < groups->len; i++)
    {
      const PltFundingFacts *source = g_array_index (groups, PltFinanceLine, i).source;

      if (source != NULL && plt_funding_family (source) == family)
        return (PltRef){ "funding_source", source->id, column };
    }
  return (PltRef){ "funding_source", 0, NULL };
}

static PltCheckState
at_least (gint64 have, gint64 limit)
{
  return have == PLT_UNKNOWN ? PLT_CHECK_UNKNOWN
         : have >= limit     ? PLT_CHECK_HELD
                             : PLT_CHECK_BROKEN;
}

/* What the automatic aid asks of broadcasters: only where the CNC pays it; of the French share. */
static void
check_broadcasters (PltFinanceReading *self)
{
  PltFinancePlan *plan = self->result;
  const char *class = class_of (self, FALSE);
  PltRef ref = first_of (self, PLT_FUNDER_BROADCASTER, "amount_cents");
  gint64 limit, have;
  int row;

  if (class == NULL || plan->cnc_automatic <= 0)
    return;
  row = plt_finance_find_rule (self, "diffuseur-part", class, &limit);
  have = rate_of (plan->broadcasters, french_part (self, plan->cost), PLT_ROUND_DOWN);
  if (row >= 0)
    plt_finance_add_check (self, row,
                           (PltFinanceCheck){ .rule = "finance.diffuseur-part",
                                              .have = have,
                                              .limit = limit,
                                              .unit = PLT_CHECK_RATE,
                                              .state = at_least (have, limit),
                                              .ref = ref });
  row = plt_finance_find_rule (self, "diffuseur-heure", class, &limit);
  have = plt_finance_per_hour (self, plan->broadcasters_cash);
  if (row >= 0)
    plt_finance_add_check (self, row,
                           (PltFinanceCheck){ .rule = "finance.diffuseur-heure",
                                              .have = have,
                                              .limit = limit,
                                              .unit = PLT_CHECK_MONEY,
                                              .state = at_least (have, limit),
                                              .ref = ref });
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

/* Signed, that is acquired, and paid. */
static void
check_sofica (PltFinanceReading *self)
{
  PltDate first = plt_plan_first_date (self->plan), last = PLT_DATE_NONE;
  gboolean any = FALSE, unknown = first == PLT_DATE_NONE;
  gint64 limit;
  int row = plt_finance_find_rule (self, "sofica-avant", "", &limit);
  PltRef ref = { NULL, 0, NULL };

  for (guint i = 0; i < self->facts->funding.n; i++)
    {
      const PltFundingFacts *source = &self->facts->funding.items[i];
      gboolean missing;
      PltDate date;

      if (strcmp (source->group, "sofica") != 0 || plt_funding_is_refused (source))
        continue;
      date = last_date_of (self, source, &missing);
      if (!any || date > last)
        ref = (PltRef){ "funding_source", source->id, "date" };
      any = TRUE;
      last = MAX (last, date);
      unknown = unknown || missing || strcmp (source->status, "acquis") != 0;
    }
  if (row < 0 || !any)
    return;
  plt_finance_add_check (
      self, row,
      (PltFinanceCheck){ .rule = "finance.sofica",
                         .have = last != PLT_DATE_NONE ? last : PLT_UNKNOWN,
                         .limit = first != PLT_DATE_NONE ? first - limit : PLT_UNKNOWN,
                         .unit = PLT_CHECK_DATE,
                         .state
                         = first != PLT_DATE_NONE && last != PLT_DATE_NONE && last > first - limit
                               ? PLT_CHECK_BROKEN
                           : unknown ? PLT_CHECK_UNKNOWN
                                     : PLT_CHECK_HELD,
                         .ref = ref });
}

/* What stands on both sides. */
static void
check_equal (PltFinanceReading *self,
             const char *rule,
             const char *label,
             PltMoney have,
             PltMoney wanted,
             PltRef ref)
{
  PltCheckState state = PLT_CHECK_UNKNOWN;

  if (have == 0 && wanted == 0)
    return;
  if (wanted != PLT_UNKNOWN && !self->result->incomplete)
    state = have == wanted ? PLT_CHECK_HELD : PLT_CHECK_BROKEN;
  else
    state = have > wanted ? state_of_most (self, have, have, wanted) : PLT_CHECK_UNKNOWN;
  plt_finance_add_check (self, -1,
                         (PltFinanceCheck){ .rule = rule,
                                            .label = label,
                                            .have = have,
                                            .limit = wanted,
                                            .unit = PLT_CHECK_MONEY,
                                            .state = state,
                                            .ref = ref,
                                            .quiet = strcmp (rule, "finance.total") == 0 });
}

static void
check_total (PltFinanceReading *self)
{
  PltFinancePlan *plan = self->result;
  gboolean known = self->budget->budget != NULL;
  g_autofree char *gap = plan->gap != PLT_UNKNOWN ? plt_money_format (ABS (plan->gap)) : NULL;

  check_equal (self, "finance.total", "Total du plan égal au coût du devis", plan->total,
               known ? plan->cost : PLT_UNKNOWN, (PltRef){ "funding_source", 0, NULL });
  check_equal (self, "finance.industrie", "Apports en industrie égaux à ceux du devis",
               plan->in_kind, known ? self->budget->by_mode[PLT_MODE_IN_KIND] : PLT_UNKNOWN,
               (PltRef){ "funding_source", 0, "mirror" });
  check_equal (self, "finance.participation", "Participations égales à celles du devis",
               plan->participation,
               known ? self->budget->by_mode[PLT_MODE_PARTICIPATION] : PLT_UNKNOWN,
               (PltRef){ "funding_source", 0, "mirror" });
  if (plan->n_lines > 0 && gap != NULL && plan->gap != 0)
    plt_issues_add (plan->issues, "finance.gap", PLT_SEVERITY_WARNING,
                    (PltRef){ "funding_source", 0, NULL }, NULL,
                    plan->gap > 0 ? _ ("Financing is %s short of the budget.")
                                  : _ ("Financing exceeds the budget by %s."),
                    gap);
}

void
plt_finance_check_all (PltFinanceReading *self)
{
  PltFinancePlan *plan = self->result;

  if (plan->rules == NULL)
    plt_issues_add (plan->issues, "finance.no-rules", PLT_SEVERITY_WARNING,
                    (PltRef){ "production", self->facts->production.id, NULL }, NULL,
                    _ ("The rules of the plan de financement are missing from the reference "
                       "data: they were not checked."));
  check_total (self);
  check_aid (self);
  check_broadcasters (self);
  check_sofica (self);
  plt_finance_check_sources (self);
  plt_finance_check_mirrors (self);
  plt_finance_check_instalments (self);
}
