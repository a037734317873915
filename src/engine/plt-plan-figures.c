#include "plt-plan-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plt-time.h"

#define MINUS "\342\210\222"
#define NO_BREAK "\302\240"
#define EARTH_METRES 6371008.8 /* mean radius of the Earth, IUGG */

static const struct
{
  const char *title;
  PltFigureUnit unit;
  int sense;
} descriptions[PLT_N_FIGURES] = {
  [PLT_FIGURE_DAYS] = { N_ ("Shooting days"), PLT_FIGURE_UNIT_COUNT, 1 },
  [PLT_FIGURE_NIGHTS] = { N_ ("Night days"), PLT_FIGURE_UNIT_COUNT, 1 },
  [PLT_FIGURE_OVERLONG] = { N_ ("Days too long"), PLT_FIGURE_UNIT_COUNT, 1 },
  [PLT_FIGURE_SEQUENCES] = { N_ ("Sequences placed"), PLT_FIGURE_UNIT_COUNT, 0 },
  [PLT_FIGURE_UNPLACED] = { N_ ("Sequences to place"), PLT_FIGURE_UNIT_COUNT, 1 },
  [PLT_FIGURE_ROLE_DAYS] = { N_ ("Role-days worked"), PLT_FIGURE_UNIT_COUNT, 1 },
  [PLT_FIGURE_HOLD_DAYS] = { N_ ("Hold days of roles"), PLT_FIGURE_UNIT_COUNT, 1 },
  [PLT_FIGURE_MOVES] = { N_ ("Moves within a day"), PLT_FIGURE_UNIT_COUNT, 1 },
  [PLT_FIGURE_BASES] = { N_ ("Changes of place from day to day"), PLT_FIGURE_UNIT_COUNT, 1 },
  [PLT_FIGURE_RETURNS] = { N_ ("Returns to a set"), PLT_FIGURE_UNIT_COUNT, 1 },
  [PLT_FIGURE_METRES] = { N_ ("Distance between places"), PLT_FIGURE_UNIT_METRES, 1 },
  [PLT_FIGURE_EIGHTHS] = { N_ ("Pages"), PLT_FIGURE_UNIT_EIGHTHS, 0 },
  [PLT_FIGURE_SECONDS] = { N_ ("Screen time"), PLT_FIGURE_UNIT_SECONDS, 0 },
  [PLT_FIGURE_MINUTES] = { N_ ("Shooting time"), PLT_FIGURE_UNIT_MINUTES, 0 },
  [PLT_FIGURE_TOTAL] = { N_ ("Total of the devis"), PLT_FIGURE_UNIT_MONEY, 1 },
};

const char *
plt_figure_title (PltFigure figure)
{
  return descriptions[figure].title;
}

PltFigureUnit
plt_figure_unit (PltFigure figure)
{
  return descriptions[figure].unit;
}

int
plt_figure_sense (PltFigure figure)
{
  return descriptions[figure].sense;
}

/* ---- text ---- */

static char *
format_kilometres (gint64 metres)
{
  gint64 tenths = (metres + 50) / 100;

  return g_strdup_printf ("%" G_GINT64_FORMAT ",%d" NO_BREAK "km", tenths / 10,
                          (int) (tenths % 10));
}

char *
plt_figure_format (PltFigure figure, gint64 value)
{
  if (value == PLT_UNKNOWN)
    return g_strdup ("");
  switch (descriptions[figure].unit)
    {
    case PLT_FIGURE_UNIT_METRES:
      return format_kilometres (value);
    case PLT_FIGURE_UNIT_EIGHTHS:
      return plt_eighths_format (value);
    case PLT_FIGURE_UNIT_SECONDS:
      return plt_seconds_format (value);
    case PLT_FIGURE_UNIT_MINUTES:
      return plt_duration_format (value);
    case PLT_FIGURE_UNIT_MONEY:
      return plt_money_format (value);
    case PLT_FIGURE_UNIT_COUNT:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value);
    }
}

char *
plt_figure_format_change (PltFigure figure, gint64 from, gint64 to)
{
  g_autofree char *text = NULL;

  if (from == PLT_UNKNOWN || to == PLT_UNKNOWN)
    return g_strdup ("");
  if (from == to)
    return g_strdup ("=");
  text = plt_figure_format (figure, ABS (to - from));
  return g_strconcat (to > from ? "+" : MINUS, text, NULL);
}

/* ---- distance ---- */

static double
radians (gint64 e6)
{
  return (double) e6 * 1e-6 * G_PI / 180;
}

gint64
plt_location_distance (const PltLocationFacts *a, const PltLocationFacts *b)
{
  double up, across, h;

  if (a->latitude_e6 == PLT_UNKNOWN || a->longitude_e6 == PLT_UNKNOWN
      || b->latitude_e6 == PLT_UNKNOWN || b->longitude_e6 == PLT_UNKNOWN)
    return PLT_UNKNOWN;
  up = sin (radians (b->latitude_e6 - a->latitude_e6) / 2);
  across = sin (radians (b->longitude_e6 - a->longitude_e6) / 2);
  h = up * up + cos (radians (a->latitude_e6)) * cos (radians (b->latitude_e6)) * across * across;
  return llround (2 * EARTH_METRES * asin (sqrt (MIN (h, 1))));
}

/* ---- places, day after day ---- */

typedef struct
{
  const PltPlan *plan;
  PltPlanFigures *figures;
  gint64 metres;
  guint n_trips, n_located;
} Walk;

static void
travel (Walk *self, const PltLocationFacts *from, const PltLocationFacts *to)
{
  gint64 metres = plt_location_distance (from, to);

  self->n_trips++;
  if (metres == PLT_UNKNOWN)
    self->figures->n_unplaced_trips++;
  else
    self->metres += metres;
}

/* Walks through one day of a unit that stands at `here` (nullable); gives where it ends. */
static const PltLocationFacts *
walk_day (Walk *self, const PltDayPlan *day, const PltLocationFacts *here)
{
  const PltFacts *facts = self->plan->facts;
  gboolean begun = FALSE;

  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltStripFacts *strip = day->strips->pdata[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);
      const PltLocationFacts *there
          = sequence != NULL ? plt_facts_location_of (facts, sequence) : NULL;

      if (there == NULL)
        continue;
      self->n_located++;
      if (here != NULL && here != there)
        {
          travel (self, here, there);
          self->figures->values[PLT_FIGURE_BASES] += !begun;
        }
      here = there;
      begun = TRUE;
    }
  return here;
}

static void
walk (const PltPlan *plan, PltPlanFigures *figures)
{
  Walk self = { plan, figures, 0, 0, 0 };
  g_autoptr (GHashTable) at = g_hash_table_new (NULL, NULL); /* unit -> location */

  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];
      gpointer unit = PLT_ID_TO_POINTER (day->day->unit);

      if (day->number > 0)
        g_hash_table_insert (at, unit,
                             (gpointer) walk_day (&self, day, g_hash_table_lookup (at, unit)));
    }
  figures->values[PLT_FIGURE_METRES] = self.metres;
  if (self.n_located == 0 || (self.n_trips > 0 && figures->n_unplaced_trips == self.n_trips))
    figures->values[PLT_FIGURE_METRES] = PLT_UNKNOWN;
}

/* ---- stays in sets ---- */

/* Days of the same date are one step of the calendar. */
static gint64
count_returns (const PltPlan *plan)
{
  g_autoptr (GHashTable) last = g_hash_table_new (NULL, NULL); /* set -> step */
  PltDate date = PLT_DATE_NONE;
  gint64 step = 0, returns = 0;

  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];

      if (day->n_sequences == 0)
        continue;
      step += date == PLT_DATE_NONE || day->day->date != date;
      date = day->day->date;
      for (guint j = 0; j < day->strips->len; j++)
        {
          const PltStripFacts *strip = day->strips->pdata[j];
          const PltSequenceFacts *sequence
              = PLT_FACTS_FIND (plan->facts->sequences, PltSequenceFacts, strip->sequence);
          gpointer key = sequence != NULL ? PLT_ID_TO_POINTER (sequence->set) : NULL;
          gint64 before = (gint64) g_hash_table_lookup (last, key);

          if (key == NULL)
            continue;
          returns += before != 0 && step > before + 1;
          g_hash_table_insert (last, key, PLT_ID_TO_POINTER (step));
        }
    }
  return returns;
}

/**
 * plt_plan_figures:
 * @plan: a version
 * @budget: (nullable): the devis computed on it
 * @figures: (out): its figures
 */
void
plt_plan_figures (const PltPlan *plan, const PltBudget *budget, PltPlanFigures *figures)
{
  gint64 *values = figures->values;

  *figures = (PltPlanFigures){ { 0 }, 0 };
  values[PLT_FIGURE_DAYS] = plan->n_shooting_days;
  values[PLT_FIGURE_NIGHTS] = plan->n_nights;
  values[PLT_FIGURE_SEQUENCES] = plan->n_sequences;
  values[PLT_FIGURE_UNPLACED] = plan->unplaced->len;
  values[PLT_FIGURE_MOVES] = plan->n_moves;
  values[PLT_FIGURE_RETURNS] = count_returns (plan);
  values[PLT_FIGURE_EIGHTHS] = plan->eighths;
  values[PLT_FIGURE_SECONDS] = plan->seconds;
  values[PLT_FIGURE_MINUTES]
      = plan->minutes > 0 || plan->n_sequences == 0 ? plan->minutes : PLT_UNKNOWN;
  values[PLT_FIGURE_TOTAL] = budget != NULL && budget->budget != NULL ? budget->total : PLT_UNKNOWN;
  for (guint i = 0; i < plan->days->len; i++)
    values[PLT_FIGURE_OVERLONG] += ((const PltDayPlan *) plan->days->pdata[i])->overlong;
  for (guint i = 0; i < plan->presences->len; i++)
    {
      const PltPresence *presence = plan->presences->pdata[i];

      if (presence->category == NULL || strcmp (presence->category->family, "roles") != 0)
        continue;
      values[PLT_FIGURE_ROLE_DAYS] += presence->n_worked;
      values[PLT_FIGURE_HOLD_DAYS] += presence->n_held;
    }
  walk (plan, figures);
}
