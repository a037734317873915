/* The roles of a PltShootProblem: what they are paid, when they can be had, what minors may do.
 *
 * How a role is paid, from the firmest engagement for it: `hold` says which days are due, and where
 * it is empty the unit of pay does: days worked for a day or a fee, whole weeks for a week, once
 * for a lump sum. Contributions of its profile come on top. Without an engagement that says a rate:
 * the line of the role in the current devis; without that: the weight "role-jour".
 *
 * A minor is a role of a category of children, or one played by somebody under sixteen on the first
 * day of the plan. How long it may play: as its permit says, else the practice of the commissions
 * for its age (referential "temps-de-travail", agreement "mineurs"), 6 to 11 years when the age is
 * not known. Source: Code du travail L3162-1, L3163-1, L3164-6, R7124-30-1. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-plan-optimise-private.h"

#define CHILD_AGE 16
#define MAX_PAY G_GINT64_CONSTANT (10000000000)

static gboolean
is (const char *text, const char *value)
{
  return text != NULL && strcmp (text, value) == 0;
}

/* ---- which ---- */

static gboolean
has_limits (const PltOptimiserMaker *make, const PltElementFacts *element)
{
  return plt_availability_is_limited (make->self->availability, PLT_AVAILABILITY_ELEMENT,
                                      element->id)
         || is (element->permit, "refusee") || is (element->permit, "accordee");
}

typedef struct
{
  const PltElementFacts *element;
  gboolean role;
  guint n, rank;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a, *two = b;

  if (one->role != two->role)
    return one->role ? -1 : 1;
  if (one->n != two->n)
    return one->n > two->n ? -1 : 1;
  return one->rank < two->rank ? -1 : one->rank > two->rank;
}

/* Roles, and whatever else has dates of its own: the most frequent ones when there are too many. */
void
plt_optimiser_collect_roles (PltOptimiserMaker *make)
{
  const PltFacts *facts = make->self->facts;
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < facts->elements.n; i++)
    {
      const PltElementFacts *element = &facts->elements.items[i];
      Candidate one = { element, plt_category_is_role (facts, element->category), 0, i };

      if (!one.role && !has_limits (make, element))
        continue;
      for (guint q = 0; q < make->strips->len; q++)
        one.n += plt_facts_find_occurrence (
                     facts, g_array_index (make->strips, PltOptimiserStrip, q).sequence->id,
                     element->id)
                 != NULL;
      if (one.n > 0)
        g_array_append_val (list, one);
    }
  g_array_sort (list, compare_candidates);
  if (list->len > PLT_SHOOT_MAX_ROLES)
    g_ptr_array_add (make->self->notes,
                     g_strdup_printf (_ ("There are %u roles and elements with dates: the %d most "
                                         "frequent ones count."),
                                      list->len, PLT_SHOOT_MAX_ROLES));
  for (guint i = 0; i < MIN (list->len, PLT_SHOOT_MAX_ROLES); i++)
    g_ptr_array_add (make->roles, (gpointer) g_array_index (list, Candidate, i).element);
}

/* ---- pay ---- */

static int
firmness (const PltEngagementFacts *engagement)
{
  static const char *const order[] = { "envisage", "option", "confirme", "signe" };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (is (engagement->status, order[i]))
      return (int) i;
  return 0;
}

static const PltEngagementFacts *
engagement_of (const PltFacts *facts, gint64 role)
{
  const PltEngagementFacts *best = NULL;

  for (guint i = 0; i < facts->engagements.n; i++)
    {
      const PltEngagementFacts *one = &facts->engagements.items[i];

      if (one->role == role && (best == NULL || firmness (one) > firmness (best)))
        best = one;
    }
  return best;
}

/* (nullable): the line of the current devis that pays the role */
static const PltLineFacts *
line_of (const PltFacts *facts, gint64 role)
{
  for (guint i = 0; i < facts->lines.n; i++)
    {
      const PltLineFacts *line = &facts->lines.items[i];

      if (line->role == role && line->budget == facts->production.budget
          && line->rate_cents != PLT_UNKNOWN && line->rate_cents > 0)
        return line;
    }
  return NULL;
}

static gint64
with_contributions (const PltFacts *facts, gint64 amount, gint64 profile)
{
  const PltProfileFacts *row = PLT_FACTS_FIND (facts->profiles, PltProfileFacts, profile);
  PltMoney more = 0;

  if (row != NULL && row->employer_e6 != PLT_UNKNOWN)
    plt_money_apply_rate (amount, row->employer_e6, PLT_RATE_ONE, PLT_ROUND_HALF_UP, &more);
  return CLAMP (amount + more, 0, MAX_PAY);
}

/* @unit: of an engagement or of a line: "jour", "semaine", "cachet", "forfait" */
static PltShootPay
rule_of (const char *hold, const char *unit)
{
  if (is (hold, "attente"))
    return PLT_SHOOT_PAY_SPAN;
  if (is (hold, "interruption"))
    return PLT_SHOOT_PAY_DROP;
  if (is (hold, "semaine")
      || (!is (hold, "jours") && !is (hold, "forfait") && is (unit, "semaine")))
    return PLT_SHOOT_PAY_WEEKLY;
  if (is (hold, "forfait") || (!is (hold, "jours") && is (unit, "forfait")))
    return PLT_SHOOT_PAY_FLAT;
  return PLT_SHOOT_PAY_DAYS;
}

static void
pay_role (const PltOptimiserMaker *make,
          PltShootRole *role,
          const PltElementFacts *element,
          const PltEngagementFacts *engagement)
{
  const PltFacts *facts = make->self->facts;
  const PltLineFacts *line = line_of (facts, element->id);
  gint64 week = CLAMP (plt_optimiser_weight (make, "semaine-cachets"), 1, 7);
  gint64 rate = plt_optimiser_weight (make, "role-jour"), profile = 0;
  const char *unit = "jour", *hold = engagement != NULL ? engagement->hold : NULL;

  if (engagement != NULL && engagement->rate_cents != PLT_UNKNOWN)
    {
      rate = engagement->rate_cents;
      unit = engagement->unit;
      profile = engagement->profile;
    }
  else if (line != NULL)
    {
      rate = line->rate_cents;
      unit = line->unit;
      profile = line->profile;
    }
  role->rule = rule_of (hold, unit);
  role->pay = with_contributions (facts, MIN (rate, MAX_PAY), profile);
  if (is (unit, "semaine") && role->rule != PLT_SHOOT_PAY_FLAT)
    role->pay = (role->pay + week / 2) / week; /* half up */
  role->weekly_minimum = (gint) week;
  role->drop_after = (gint) CLAMP (engagement != NULL && engagement->drop_after > 0
                                       ? engagement->drop_after
                                       : plt_optimiser_weight (make, "interruption-jours"),
                                   0, 999);
  role->drop_price = role->pay * MIN (plt_optimiser_weight (make, "interruption-cachets"), 10);
  role->wait = plt_optimiser_weight (make, "attente");
  if (engagement != NULL && engagement->guaranteed_days > 0)
    role->guaranteed = (gint) MIN (engagement->guaranteed_days, 999);
}

/* ---- minors ---- */

static gint
age_on (PltDate born, PltDate date)
{
  int year, month, day, then, then_month, then_day;

  plt_date_to_ymd (born, &year, &month, &day);
  plt_date_to_ymd (date, &then, &then_month, &then_day);
  return then - year - (then_month < month || (then_month == month && then_day < day));
}

static PltDate
first_date (const PltOptimiserMaker *make)
{
  for (guint d = 0; d < make->days->len; d++)
    if (g_array_index (make->days, PltOptimiserDay, d).dated)
      return g_array_index (make->days, PltOptimiserDay, d).row->date;
  return PLT_DATE_NONE;
}

/* The youngest of those who may play it; -1 when no age is known. */
static gint
age_of (const PltOptimiserMaker *make, gint64 role, PltDate date)
{
  guint n = 0;
  const gint64 *players = plt_availability_players (make->self->availability, role, &n);
  gint age = -1;

  for (guint i = 0; i < n && date != PLT_DATE_NONE; i++)
    {
      const PltPersonFacts *person
          = PLT_FACTS_FIND (make->self->facts->people, PltPersonFacts, players[i]);

      if (person == NULL || person->birth_date == PLT_DATE_NONE || person->birth_date >= date)
        continue;
      if (age < 0 || age_on (person->birth_date, date) < age)
        age = age_on (person->birth_date, date);
    }
  return age;
}

/* Minutes a day that commissions grant; 0 when the referential does not say. */
static gint
practice (const PltOptimiserMaker *make, gint age, gboolean holiday)
{
  static const struct
  {
    gint until;
    const char *school, *holiday;
  } rows[] = {
    { 3, "enfant-0-2-jour", "enfant-0-2-jour" },
    { 6, "enfant-3-5-jour", "enfant-3-5-jour" },
    { 12, "enfant-6-11-jour-scolaire", "enfant-6-11-jour-vacances" },
    { CHILD_AGE + 1, "enfant-12-16-jour-scolaire", "enfant-12-16-jour-vacances" },
  };
  guint i = 0;
  gint64 minutes;

  while (i + 1 < G_N_ELEMENTS (rows) && age >= rows[i].until)
    i++;
  minutes
      = plt_rules_get (make->rules, "mineurs", holiday ? rows[i].holiday : rows[i].school, NULL);
  return minutes > 0 && minutes < 1440 ? (gint) minutes : 0;
}

static void
limit_child (PltOptimiserMaker *make,
             PltShootRole *role,
             const PltElementFacts *element,
             const PltEngagementFacts *engagement)
{
  const PltCategoryFacts *category
      = PLT_FACTS_FIND (make->self->facts->categories, PltCategoryFacts, element->category);
  const PltRule *off = plt_rules_find (make->rules, "mineurs", "ferie");
  gint age = age_of (make, element->id, first_date (make));

  if (!plt_category_is_role (make->self->facts, element->category)
      || (age < 0 ? category == NULL || !is (category->hazard, "enfant") : age >= CHILD_AGE))
    return;
  role->child = TRUE;
  if (engagement != NULL && engagement->child_minutes > 0)
    role->child_minutes = (gint) MIN (engagement->child_minutes, 1440);
  else
    {
      role->child_minutes = practice (make, age < 0 ? 6 : age, FALSE);
      role->child_minutes_holiday = practice (make, age < 0 ? 6 : age, TRUE);
    }
  role->child_night = engagement != NULL && engagement->child_until_minutes > 20 * 60;
  if (age < 0)
    g_ptr_array_add (make->self->notes,
                     g_strdup_printf (_ ("The age of %s is not known: the hours of a child of 6 to "
                                         "11 are counted. Type the date of birth."),
                                      element->name));
  for (guint d = 0; off != NULL && is (off->text, "interdit") && d < make->days->len; d++)
    {
      const PltOptimiserDay *day = &g_array_index (make->days, PltOptimiserDay, d);

      if (day->dated
          && plt_calendar_holiday (make->calendar, day->row->date,
                                   plt_calendar_territory (make->calendar), FALSE)
                 != NULL)
        role->available &= ~PLT_SHOOT_BIT (d);
    }
}

void
plt_optimiser_fill_roles (PltOptimiserMaker *make)
{
  for (guint r = 0; r < make->roles->len; r++)
    {
      const PltElementFacts *element = make->roles->pdata[r];
      const PltEngagementFacts *engagement = engagement_of (make->self->facts, element->id);
      PltShootRole *role = &make->self->problem->roles[r];

      for (guint d = 0; d < make->days->len; d++)
        {
          const PltOptimiserDay *day = &g_array_index (make->days, PltOptimiserDay, d);

          if (plt_optimiser_is_away (make, PLT_AVAILABILITY_ELEMENT, element->id, d)
              || (day->dated
                  && plt_optimiser_is_forbidden (element->permit, element->permit_from,
                                                 element->permit_to, day->row->date)))
            role->available &= ~PLT_SHOOT_BIT (d);
        }
      if (!plt_category_is_role (make->self->facts, element->category))
        continue;
      pay_role (make, role, element, engagement);
      limit_child (make, role, element, engagement);
    }
}
