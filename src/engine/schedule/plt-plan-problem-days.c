/* The days of a plan de travail as the days of a PltShootProblem: dates, capacity, hours, prices.
 *
 * Days without a date get one after the day before them, Saturdays and Sundays left out; nothing
 * that depends on a date is asked of them. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-budget.h"
#include "plt-plan-optimise-private.h"
#include "plt-sun.h"

#define DAY 1440
#define EPOCH 719163 /* of PltDate, as GDate counts */
#define NIGHT_BEGINS (21 * 60)
#define MEAL 60

static gboolean
is_shooting (const PltDayFacts *day)
{
  return strcmp (day->kind, "tournage") == 0 || strcmp (day->kind, "reserve") == 0;
}

static guint
unit_of (const PltDayFacts *day)
{
  return (guint) CLAMP (day->unit, 1, PLT_SHOOT_MAX_UNITS) - 1;
}

typedef struct
{
  PltOptimiserDay day;
  gint date;
  guint position;
} Dated;

static int
compare_dated (gconstpointer a, gconstpointer b)
{
  const Dated *one = a, *two = b;

  if (one->date != two->date)
    return one->date < two->date ? -1 : 1;
  if (unit_of (one->day.row) != unit_of (two->day.row))
    return unit_of (one->day.row) < unit_of (two->day.row) ? -1 : 1;
  return one->position < two->position ? -1 : one->position > two->position;
}

static gint
next_working_day (gint date)
{
  do
    date++;
  while ((date - 1) % 7 >= 5);
  return date;
}

/* Dates as the problem wants them: rising, and strictly so for a unit. */
static void
spread_dates (GArray *dated)
{
  for (guint i = 1; i < dated->len; i++)
    {
      Dated *now = &g_array_index (dated, Dated, i);
      gint least = g_array_index (dated, Dated, i - 1).date;

      for (guint j = 0; j < i; j++)
        if (unit_of (g_array_index (dated, Dated, j).day.row) == unit_of (now->day.row))
          least = MAX (least, g_array_index (dated, Dated, j).date + 1);
      if (now->date < least)
        {
          now->date = least;
          now->day.dated = FALSE;
        }
    }
  g_array_sort (dated, compare_dated);
}

/* Before the working day that a first day without a date gets: what the production says, else so
 * long before the first date of the plan that those which come before it find room. */
static gint
date_before (const PltOptimiserMaker *make)
{
  const PltFacts *facts = make->self->facts;
  gint date = EPOCH + 3; /* a Sunday: the first made up one is a Monday */
  guint n_before = 0;

  if (facts->production.start_date != PLT_DATE_NONE)
    return EPOCH + facts->production.start_date - 1;
  for (guint i = 0; i < facts->days.n; i++)
    {
      const PltDayFacts *row = &facts->days.items[i];

      if (row->schedule != make->self->schedule->id || !is_shooting (row))
        continue;
      if (row->date != PLT_DATE_NONE)
        return MAX (EPOCH + row->date - 2 - 2 * (gint) n_before, 1);
      n_before++;
    }
  return date;
}

void
plt_optimiser_collect_days (PltOptimiserMaker *make)
{
  const PltFacts *facts = make->self->facts;
  g_autoptr (GArray) dated = g_array_new (FALSE, FALSE, sizeof (Dated));
  gint date = date_before (make);
  guint number = 0;

  for (guint i = 0; i < facts->days.n; i++)
    {
      const PltDayFacts *row = &facts->days.items[i];
      Dated day = { { row, 0, row->date != PLT_DATE_NONE }, 0, i };

      if (row->schedule != make->self->schedule->id || !is_shooting (row))
        continue;
      day.day.number = ++number;
      date = day.day.dated ? EPOCH + row->date : next_working_day (date);
      day.date = date;
      g_array_append_val (dated, day);
    }
  g_array_sort (dated, compare_dated);
  spread_dates (dated);
  for (guint i = 0; i < dated->len; i++)
    {
      const Dated *day = &g_array_index (dated, Dated, i);

      g_array_append_val (make->days, day->day);
      g_array_append_val (make->dates, day->date);
    }
}

/* ---- hours ---- */

/* Minutes since midnight at which the night begins: the end of the twilight in the first place
 * whose coordinates are known, else the hour of the agreement for that season. */
static gint64
night_of (const PltOptimiserMaker *make, PltDate date)
{
  const PltFacts *facts = make->self->facts;
  gint64 from, to;
  int month;

  for (guint i = 0; i < make->sites->len; i++)
    {
      PltSun sun;

      if (make->sites->pdata[i] != NULL
          && plt_sun_of_place (facts, make->sites->pdata[i], date, &sun)
          && sun.dusk != PLT_SUN_NONE)
        return sun.dusk;
    }
  plt_date_to_ymd (date, NULL, &month, NULL);
  if (plt_rule_interval (
          plt_rules_find (make->rules, NULL, month >= 4 && month <= 9 ? "nuit-ete" : "nuit-hiver"),
          &from, &to))
    return from;
  return NIGHT_BEGINS;
}

static gboolean
has_hours (const PltDayFacts *row)
{
  return row->start_minutes != PLT_UNKNOWN && row->end_minutes != PLT_UNKNOWN
         && row->start_minutes >= 0 && row->end_minutes > row->start_minutes
         && row->end_minutes <= 2 * DAY;
}

static PltShootDayKind
kind_by_hours (const PltOptimiserMaker *make, const PltOptimiserDay *day)
{
  gint64 night;

  if (!day->dated || !has_hours (day->row))
    return PLT_SHOOT_ANY;
  night = night_of (make, day->row->date);
  if (day->row->start_minutes >= night)
    return PLT_SHOOT_NIGHT_ONLY;
  return day->row->end_minutes > night ? PLT_SHOOT_ANY : PLT_SHOOT_DAY_ONLY;
}

static gboolean
has_night_strips (const PltOptimiserMaker *make)
{
  for (guint i = 0; i < make->strips->len; i++)
    {
      const PltSequenceFacts *sequence
          = g_array_index (make->strips, PltOptimiserStrip, i).sequence;

      if (plt_effect_class (sequence->int_ext, sequence->effect) == PLT_EFFECT_EXT_NIGHT)
        return TRUE;
    }
  return FALSE;
}

/* Night séquences and no day with hours for them: nobody has thought of the hours yet. */
static void
see_whether_hours_are_decided (PltOptimiserMaker *make)
{
  if (!has_night_strips (make))
    return;
  for (guint d = 0; d < make->days->len; d++)
    if (kind_by_hours (make, &g_array_index (make->days, PltOptimiserDay, d)) != PLT_SHOOT_DAY_ONLY)
      return;
  make->nights_open = TRUE;
  g_ptr_array_add (make->self->notes,
                   g_strdup (_ ("No day has hours of night, and there are exteriors by night: any "
                                "day may have one. Give the days their hours once it is chosen.")));
}

/* ---- length and price ---- */

/* Minutes of meals and notes, which are not those of séquences. */
static gint64
banner_minutes (const PltFacts *facts, gint64 day)
{
  gint64 sum = 0;

  for (guint i = 0; i < facts->strips.n; i++)
    {
      const PltStripFacts *strip = &facts->strips.items[i];

      if (strip->day == day && strip->minutes != PLT_UNKNOWN
          && (strcmp (strip->kind, "repas") == 0 || strcmp (strip->kind, "note") == 0))
        sum += strip->minutes;
    }
  return sum;
}

/* What the plan says a day can hold, and no more than its hours less the meal. */
static gint64
capacity_of (const PltOptimiserMaker *make, const PltDayFacts *row)
{
  gint64 minutes = make->self->schedule->day_minutes;

  if (minutes == PLT_UNKNOWN || minutes <= 0)
    minutes = plt_rules_get (make->rules, NULL, "jour-max", NULL);
  if (minutes == PLT_UNKNOWN || minutes <= 0)
    minutes = 8 * 60;
  if (has_hours (row))
    {
      gint64 meal = row->meal_minutes > row->start_minutes && row->meal_minutes < row->end_minutes
                        ? MEAL
                        : 0;

      minutes = MIN (minutes, row->end_minutes - row->start_minutes - meal);
    }
  return CLAMP (minutes - banner_minutes (make->self->facts, row->id), 0, DAY);
}

/* What the devis says more for one day of the plan more; five at once, because some of it goes by
 * weeks. 0 when its formulas do not depend on it. */
static gint64
marginal_price (const PltFacts *facts, const PltPlan *plan, gboolean nights)
{
  g_autoptr (PltBudget) now = plt_budget_new (facts, 0, plan);
  g_autoptr (PltBudget) more = NULL;
  PltPlan longer = *plan;

  if (now->budget == NULL)
    return 0;
  if (nights)
    longer.n_nights += 5;
  else
    longer.n_shooting_days += 5;
  more = plt_budget_new (facts, 0, &longer);
  return more->total > now->total ? (more->total - now->total) / 5 : 0;
}

static void
read_prices (PltOptimiserMaker *make, gint64 *day, gint64 *night)
{
  const PltFacts *facts = make->self->facts;
  g_autoptr (PltPlan) plan = plt_plan_new (facts, make->self->schedule->id);

  *day = marginal_price (facts, plan, FALSE);
  *night = marginal_price (facts, plan, TRUE);
  if (*day == 0)
    {
      *day = plt_optimiser_weight (make, "jour");
      g_ptr_array_add (make->self->notes,
                       g_strdup (_ ("The budget does not say what one shooting day more costs: the "
                                    "weight “jour” stands for it.")));
    }
  if (*night == 0)
    *night = plt_optimiser_weight (make, "nuit");
}

static gboolean
was_shot_on (const PltFacts *facts, gint64 day)
{
  for (guint i = 0; i < facts->strips.n; i++)
    if (facts->strips.items[i].day == day && facts->strips.items[i].shot != NULL
        && facts->strips.items[i].shot[0] != '\0')
      return TRUE;
  return FALSE;
}

static void
fill_day (PltOptimiserMaker *make, guint d, gint64 price, gint64 limit)
{
  PltOptimiser *self = make->self;
  const PltOptimiserDay *from = &g_array_index (make->days, PltOptimiserDay, d);
  PltShootDay *day = &self->problem->days[d];
  PltDate today = self->options.today, date = from->dated ? from->row->date : PLT_DATE_NONE;

  day->date = g_array_index (make->dates, gint, d);
  day->unit = unit_of (from->row);
  day->capacity = (gint) capacity_of (make, from->row);
  day->limit = limit > 0 ? (gint) MIN (limit, DAY) : 0;
  day->price = price;
  if (strcmp (from->row->kind, "reserve") == 0)
    day->price += plt_optimiser_weight (make, "jour-reserve");
  day->locked = from->row->locked || was_shot_on (self->facts, from->row->id)
                || (today != PLT_DATE_NONE && date != PLT_DATE_NONE && date < today);
  day->kind = make->nights_open ? PLT_SHOOT_ANY : kind_by_hours (make, from);
  if (!make->nights_open && from->dated && has_hours (from->row))
    {
      day->begin = (gint) from->row->start_minutes;
      day->end = (gint) from->row->end_minutes;
    }
  if (date == PLT_DATE_NONE)
    return;
  if (plt_calendar_period (make->calendar, date, "fermeture") != NULL)
    day->kind = PLT_SHOOT_CLOSED;
  day->holiday = plt_calendar_period (make->calendar, date, "vacances-scolaires") != NULL;
}

void
plt_optimiser_fill_days (PltOptimiserMaker *make)
{
  PltShootWeights *weights = &make->self->problem->weights;
  gint64 limit = plt_rules_get (make->rules, NULL, "jour-max", NULL);
  gint64 week = plt_rules_get (make->rules, NULL, "jours-consecutifs-max", NULL);
  gint64 rest = plt_rules_get (make->rules, NULL, "repos-quotidien", NULL), price, night;

  see_whether_hours_are_decided (make);
  read_prices (make, &price, &night);
  weights->night_day = night;
  weights->week_days = week > 0 && week < 7 ? (gint) week : 0;
  weights->rest_minutes = rest > 0 && rest < DAY ? (gint) rest : 0;
  for (guint d = 0; d < make->days->len; d++)
    fill_day (make, d, price, limit);
}
