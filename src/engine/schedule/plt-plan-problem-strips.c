/* The strips of a plan de travail as the séquences of a PltShootProblem: how long, in which light,
 * where, when they may be shot, in which order. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plt-chronology.h"
#include "plt-plan-optimise-private.h"
#include "plt-plan.h"
#include "plt-sun.h"

#define MAX_MINUTES 2880
#define MAX_KM 9999
#define EARTH_KM 6371.0
#define DAY 1440
#define TWILIGHT 60 /* minutes around sunrise and sunset that pass for dawn and dusk */

static gboolean
is (const char *text, const char *value)
{
  return text != NULL && strcmp (text, value) == 0;
}

/* ---- which ---- */

/* Something is still to be shot of it, whatever was. */
static gboolean
is_to_shoot (const PltSequenceFacts *sequence)
{
  return !is (sequence->status, "supprimee") && !is (sequence->status, "tournee");
}

static gboolean
is_shot (const PltStripFacts *row)
{
  return is (row->shot, "tournee") || is (row->shot, "partielle");
}

static gint64
unit_of_strip (const PltFacts *facts, const PltStripFacts *row)
{
  const PltDayFacts *day = PLT_FACTS_FIND (facts->days, PltDayFacts, row->day);

  return day != NULL ? MAX (day->unit, 1) : 1;
}

/* A strip that was put off is to be placed again; what an import left on the day it was to be shot
 * is a memory. One that was shot counts for who worked. */
static gboolean
is_part_of_it (const PltOptimiser *self, const PltStripFacts *row, const PltSequenceFacts *sequence)
{
  if (sequence == NULL || is (sequence->status, "supprimee")
      || (is (row->shot, "reportee") && row->day != 0))
    return FALSE;
  return (is_to_shoot (sequence) && !is_shot (row)) || plt_optimiser_find_day (self, row->day) >= 0;
}

static gint
index_in (GPtrArray *list, gconstpointer item)
{
  guint index;

  if (!g_ptr_array_find (list, item, &index))
    {
      index = list->len;
      g_ptr_array_add (list, (gpointer) item);
    }
  return (gint) index;
}

static const PltSetFacts *
set_of (const PltFacts *facts, const PltSequenceFacts *sequence)
{
  return PLT_FACTS_FIND (facts->sets, PltSetFacts, sequence->set);
}

void
plt_optimiser_collect_strips (PltOptimiserMaker *make)
{
  const PltFacts *facts = make->self->facts;
  g_autoptr (GHashTable) held = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < facts->strips.n; i++)
    {
      const PltStripFacts *row = &facts->strips.items[i];
      PltOptimiserStrip strip = { row, NULL, 1 };

      if (row->schedule != make->self->schedule->id || !is (row->kind, "sequence"))
        continue;
      strip.sequence = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, row->sequence);
      if (!is_part_of_it (make->self, row, strip.sequence))
        continue;
      strip.unit = unit_of_strip (facts, row);
      g_array_append_val (make->strips, strip);
      /* part of it, or a retake, is still to be shot */
      if (!is_shot (row)
          || (is (row->shot, "tournee") && !is (strip.sequence->status, "retake")
              && !is (strip.sequence->status, "partielle")))
        g_hash_table_add (held, (gpointer) strip.sequence);
    }
  for (guint i = 0; i < facts->sequences.n; i++)
    {
      PltOptimiserStrip strip = { NULL, &facts->sequences.items[i], 1 };

      if (is_to_shoot (strip.sequence) && !g_hash_table_contains (held, strip.sequence))
        g_array_append_val (make->strips, strip);
    }
  for (guint i = 0; i < make->strips->len; i++)
    {
      const PltSequenceFacts *sequence
          = g_array_index (make->strips, PltOptimiserStrip, i).sequence;

      index_in (make->sets, set_of (facts, sequence));
      index_in (make->sites, plt_facts_location_of (facts, sequence));
    }
}

/* ---- order ---- */

static void
add_order (PltOptimiserMaker *make, gint a, gint b, PltShootOrder order, gint64 days, gint64 price)
{
  PltShootPrecedence row = { a, b, order, (gint) CLAMP (days, 0, MAX_KM), price };

  if (a != b && make->orders->len < PLT_SHOOT_MAX_PRECEDENCES)
    g_array_append_val (make->orders, row);
}

static void
add_wish (PltOptimiserMaker *make, const PltOrderFacts *wish)
{
  gint64 price = wish->compulsory ? 0 : plt_optimiser_weight (make, "ordre");
  gint64 days = wish->days == PLT_UNKNOWN ? 1 : wish->days;
  PltShootOrder order = PLT_SHOOT_BEFORE;

  if (!wish->compulsory && price == 0)
    return;
  if (is (wish->kind, "jour-avant"))
    order = PLT_SHOOT_DAYS_BEFORE;
  else if (is (wish->kind, "proche"))
    order = PLT_SHOOT_WITHIN;
  else if (is (wish->kind, "meme-jour"))
    order = PLT_SHOOT_SAME_DAY;
  for (guint i = 0; i < make->strips->len; i++)
    for (guint j = 0; j < make->strips->len; j++)
      if (g_array_index (make->strips, PltOptimiserStrip, i).sequence->id == wish->sequence
          && g_array_index (make->strips, PltOptimiserStrip, j).sequence->id == wish->other)
        add_order (make, (gint) i, (gint) j, order, days, price);
}

/* What was shot comes first, then by the words "1/2", "2/2", then as they stand. */
static gboolean
comes_before (const PltStripFacts *one, const PltStripFacts *two)
{
  int order;

  if (one == NULL || two == NULL)
    return one != NULL;
  if (is_shot (one) != is_shot (two))
    return is_shot (one);
  order = g_strcmp0 (one->part, two->part);
  return order < 0 || (order == 0 && one < two);
}

/* The parts of a séquence that was cut stay on days of their own, in their order. */
static void
add_parts (PltOptimiserMaker *make)
{
  gint64 price = plt_optimiser_weight (make, "partie");

  for (guint i = 0; price > 0 && i < make->strips->len; i++)
    for (guint j = 0; j < make->strips->len; j++)
      {
        const PltOptimiserStrip *one = &g_array_index (make->strips, PltOptimiserStrip, i);
        const PltOptimiserStrip *two = &g_array_index (make->strips, PltOptimiserStrip, j);

        if (i != j && one->sequence == two->sequence && comes_before (one->row, two->row))
          add_order (make, (gint) i, (gint) j, PLT_SHOOT_DAYS_BEFORE, 0, price);
      }
}

void
plt_optimiser_collect_orders (PltOptimiserMaker *make)
{
  const PltFacts *facts = make->self->facts;

  for (guint i = 0; i < facts->orders.n; i++)
    add_wish (make, &facts->orders.items[i]);
  add_parts (make);
  if (make->orders->len == PLT_SHOOT_MAX_PRECEDENCES)
    g_ptr_array_add (make->self->notes,
                     g_strdup (_ ("There are more wishes of order than can be weighed: the first "
                                  "thousand count.")));
}

/* ---- places ---- */

static gint
distance (const PltLocationFacts *one, const PltLocationFacts *two, gint64 road_e3)
{
  const double rad = G_PI / 180e6;
  double a, b, c;

  if (one == NULL || two == NULL || one == two || one->latitude_e6 == PLT_UNKNOWN
      || one->longitude_e6 == PLT_UNKNOWN || two->latitude_e6 == PLT_UNKNOWN
      || two->longitude_e6 == PLT_UNKNOWN)
    return 0;
  a = sin ((double) (two->latitude_e6 - one->latitude_e6) * rad / 2);
  b = sin ((double) (two->longitude_e6 - one->longitude_e6) * rad / 2);
  c = a * a + cos ((double) one->latitude_e6 * rad) * cos ((double) two->latitude_e6 * rad) * b * b;
  c = 2 * EARTH_KM * asin (MIN (1.0, sqrt (c))) * (double) road_e3 / 1000;
  return (gint) MIN (c + 0.5, MAX_KM);
}

/* Studios are closed on Sundays and holidays where the agreement says so. */
static gboolean
is_studio_day_off (const PltOptimiserMaker *make, const PltLocationFacts *place, PltDate date)
{
  const PltRule *rule = plt_rules_find (make->rules, NULL, "studio-dimanche-ferie");

  if (place->kind == NULL || !g_str_has_prefix (place->kind, "studio") || rule == NULL
      || !is (rule->text, "interdit"))
    return FALSE;
  return plt_date_weekday (date) == 7
         || plt_calendar_holiday (make->calendar, date,
                                  plt_territory_of_place (make->self->facts, place),
                                  place->good_friday)
                != NULL;
}

static gboolean
is_place_closed (const PltOptimiserMaker *make, const PltLocationFacts *place, guint d)
{
  const PltOptimiserDay *day = &g_array_index (make->days, PltOptimiserDay, d);

  if (place == NULL || !day->dated)
    return FALSE;
  return plt_optimiser_is_forbidden (place->permit, place->permit_from, place->permit_to,
                                     day->row->date)
         || is_studio_day_off (make, place, day->row->date)
         || plt_optimiser_is_away (make, PLT_AVAILABILITY_LOCATION, place->id, d);
}

void
plt_optimiser_fill_places (PltOptimiserMaker *make)
{
  PltShootProblem *problem = make->self->problem;
  gint64 road = plt_optimiser_weight (make, "route");

  problem->km = g_new0 (gint, problem->n_sites * problem->n_sites);
  for (guint i = 0; i < make->sites->len; i++)
    {
      for (guint j = 0; j < i; j++)
        problem->km[i * problem->n_sites + j] = problem->km[j * problem->n_sites + i]
            = distance (make->sites->pdata[i], make->sites->pdata[j], road);
      for (guint d = 0; d < problem->n_days; d++)
        if (is_place_closed (make, make->sites->pdata[i], d))
          problem->days[d].sites &= ~(G_GUINT64_CONSTANT (1) << i);
    }
  for (guint i = 0; i < make->sets->len; i++)
    {
      const PltSetFacts *set = make->sets->pdata[i];

      if (set == NULL)
        continue;
      problem->sets[i].return_price = set->return_cents != PLT_UNKNOWN
                                          ? set->return_cents
                                          : plt_optimiser_weight (make, "retour-decor");
      for (guint d = 0; d < problem->n_days; d++)
        if (plt_optimiser_is_away (make, PLT_AVAILABILITY_SET, set->id, d)
            && (set->location == 0
                || !plt_optimiser_is_away (make, PLT_AVAILABILITY_LOCATION, set->location, d)))
          problem->sets[i].available &= ~PLT_SHOOT_BIT (d);
    }
}

/* ---- each one ---- */

static gint
minutes_of (PltOptimiserMaker *make, const PltOptimiserStrip *strip)
{
  gint64 minutes = strip->row != NULL ? plt_strip_minutes (strip->row, strip->sequence)
                                      : strip->sequence->shooting_minutes;

  if (minutes == PLT_UNKNOWN)
    {
      gint64 eighths = strip->sequence->eighths;

      make->self->n_guessed++;
      minutes = eighths != PLT_UNKNOWN && eighths > 0 && eighths < 1000
                    ? eighths * plt_optimiser_weight (make, "huitieme-minutes")
                    : plt_optimiser_weight (make, "sequence-minutes");
    }
  return (gint) CLAMP (minutes, 0, MAX_MINUTES);
}

static gboolean
is_exterior (const PltSequenceFacts *sequence)
{
  return sequence->int_ext != NULL && g_str_has_prefix (sequence->int_ext, "EXT");
}

static gboolean
overlaps (const PltDayFacts *day, int from, int to)
{
  return day->start_minutes < to && day->end_minutes > from;
}

/* The hours of that day reach the dawn, or the dusk, that the séquence wants in its place. */
static gboolean
reaches_twilight (const PltOptimiserMaker *make,
                  const PltSequenceFacts *sequence,
                  const PltLocationFacts *place,
                  guint d)
{
  const PltOptimiserDay *day = &g_array_index (make->days, PltOptimiserDay, d);
  PltSun sun;

  if (!day->dated || day->row->start_minutes == PLT_UNKNOWN || day->row->end_minutes == PLT_UNKNOWN
      || place == NULL || !plt_sun_of_place (make->self->facts, place, day->row->date, &sun)
      || sun.rise == PLT_SUN_NONE || sun.set == PLT_SUN_NONE || sun.dawn == PLT_SUN_NONE
      || sun.dusk == PLT_SUN_NONE)
    return TRUE;
  if (plt_effect_class (sequence->int_ext, sequence->effect) == PLT_EFFECT_DUSK)
    return overlaps (day->row, sun.set - TWILIGHT, sun.dusk + TWILIGHT);
  return overlaps (day->row, sun.dawn, sun.rise + TWILIGHT)
         || overlaps (day->row, sun.dawn + DAY, sun.rise + DAY + TWILIGHT);
}

/* Days whose hours reach its light; all of them when none does: the hours are still to be chosen.
 */
static PltShootMask
twilight_days (const PltOptimiserMaker *make,
               const PltSequenceFacts *sequence,
               const PltLocationFacts *place)
{
  PltShootMask days = 0;

  for (guint d = 0; d < make->days->len; d++)
    if (reaches_twilight (make, sequence, place, d))
      days |= PLT_SHOOT_BIT (d);
  return days != 0 ? days : PLT_SHOOT_ALL;
}

static PltShootLight
light_of (const PltSequenceFacts *sequence, const PltLocationFacts *place)
{
  switch (plt_effect_class (sequence->int_ext, sequence->effect))
    {
    case PLT_EFFECT_EXT_NIGHT:
      return PLT_SHOOT_NIGHT;
    case PLT_EFFECT_DAWN:
    case PLT_EFFECT_DUSK:
      return is_exterior (sequence) ? PLT_SHOOT_DAWN : PLT_SHOOT_FREE;
    case PLT_EFFECT_EXT_DAY:
      return PLT_SHOOT_DAY;
    case PLT_EFFECT_INT_DAY:
      return place != NULL && place->kind != NULL && g_str_has_prefix (place->kind, "studio")
                 ? PLT_SHOOT_FREE
                 : PLT_SHOOT_DAY;
    case PLT_EFFECT_INT_NIGHT:
    case PLT_EFFECT_NONE:
    default:
      return PLT_SHOOT_FREE;
    }
}

/* Days of its unit on which nothing but its set or its place, which are asked for themselves, is
 * against it. */
static PltShootMask
allowed_days (const PltOptimiserMaker *make,
              const PltOptimiserStrip *strip,
              const PltLocationFacts *place)
{
  const PltSequenceFacts *sequence = strip->sequence;
  PltShootMask days = 0;

  for (guint d = 0; d < make->days->len; d++)
    {
      const PltDayFacts *row = g_array_index (make->days, PltOptimiserDay, d).row;

      if ((make->self->options.other_units || MAX (row->unit, 1) == strip->unit)
          && (!plt_optimiser_is_away (make, PLT_AVAILABILITY_SEQUENCE, sequence->id, d)
              || plt_optimiser_is_away (make, PLT_AVAILABILITY_SET, sequence->set, d)
              || (place != NULL
                  && plt_optimiser_is_away (make, PLT_AVAILABILITY_LOCATION, place->id, d))))
        days |= PLT_SHOOT_BIT (d);
    }
  return days;
}

static void
fill_strip (PltOptimiserMaker *make, guint q)
{
  PltOptimiser *self = make->self;
  const PltOptimiserStrip *strip = &g_array_index (make->strips, PltOptimiserStrip, q);
  const PltSequenceFacts *sequence = strip->sequence;
  const PltLocationFacts *place = plt_facts_location_of (self->facts, sequence);
  PltShootSequence *row = &self->problem->sequences[q];
  gint day = strip->row != NULL ? plt_optimiser_find_day (self, strip->row->day) : -1;
  guint n;

  row->minutes = minutes_of (make, strip);
  row->set = index_in (make->sets, set_of (self->facts, sequence));
  row->site = index_in (make->sites, place);
  row->light = light_of (sequence, place);
  row->allowed = allowed_days (make, strip, place);
  if (row->light == PLT_SHOOT_DAWN)
    row->allowed &= twilight_days (make, sequence, place);
  row->locked = strip->row != NULL && day >= 0
                && (strip->row->locked || is_shot (strip->row) || !is_to_shoot (sequence));
  if (is_exterior (sequence))
    {
      row->exposure = plt_optimiser_weight (make, "meteo");
      if (sequence->cover_set != 0
          && g_ptr_array_find (
              make->sets, PLT_FACTS_FIND (self->facts->sets, PltSetFacts, sequence->cover_set), &n))
        row->cover = (gint) n;
    }
  for (guint r = 0; r < make->roles->len; r++)
    if (plt_facts_find_occurrence (self->facts, sequence->id,
                                   ((const PltElementFacts *) make->roles->pdata[r])->id)
        != NULL)
      row->roles |= PLT_SHOOT_BIT (r);
  self->start.day[q] = (gint16) day;
  if (!row->locked)
    self->problem->reference.day[q] = (gint16) day;
}

/* A séquence of dawn or dusk that is longer than they last, alone, can only be shot in several
 * goes: then the rule is as long as it is. */
static void
allow_long_dawns (PltOptimiserMaker *make)
{
  PltShootProblem *problem = make->self->problem;
  g_autoptr (GString) numbers = g_string_new (NULL);
  gint longest = problem->weights.dawn_minutes;

  for (guint q = 0; longest > 0 && q < problem->n_sequences; q++)
    if (problem->sequences[q].light == PLT_SHOOT_DAWN
        && problem->sequences[q].minutes > problem->weights.dawn_minutes)
      {
        longest = MAX (longest, problem->sequences[q].minutes);
        g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? ", " : "",
                                make->self->strips[q].sequence->number);
      }
  problem->weights.dawn_minutes = longest;
  if (numbers->len > 0)
    g_ptr_array_add (make->self->notes,
                     g_strdup_printf (_ ("Dawn or dusk is too short for %s: shoot it on several "
                                         "days, or type a shorter shooting time."),
                                      numbers->str));
}

static void
tell_if_nothing_moves (const PltOptimiser *self)
{
  const PltShootProblem *problem = self->problem;

  for (guint q = 0; q < problem->n_sequences; q++)
    if (!problem->sequences[q].locked
        && (self->start.day[q] < 0 || !problem->days[self->start.day[q]].locked))
      return;
  g_ptr_array_add (self->notes,
                   g_strdup (_ ("Nothing can move: all strips or their days are locked, "
                                "past or shot.")));
}

/* Early ones like early days, late ones late days. */
static void
wish_for_the_story (PltOptimiserMaker *make)
{
  gint64 price = plt_optimiser_weight (make, "chronologie");
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GHashTable) ranks = g_hash_table_new (g_direct_hash, g_direct_equal);
  gint64 n = 0;

  if (price == 0)
    return;
  groups = plt_chronology_new (make->self->facts);
  for (guint i = 0; i < groups->len; i++)
    {
      const PltStoryGroup *group = groups->pdata[i];

      for (guint j = 0; group->name[0] != '\0' && j < group->sequences->len; j++)
        g_hash_table_insert (ranks, group->sequences->pdata[j], GINT_TO_POINTER ((gint) ++n));
    }
  for (guint q = 0; n > 1 && q < make->strips->len; q++)
    {
      gint64 rank = GPOINTER_TO_INT (
          g_hash_table_lookup (ranks, g_array_index (make->strips, PltOptimiserStrip, q).sequence));

      if (rank > 0)
        make->self->problem->sequences[q].late = price * (n + 1 - 2 * rank) / (n - 1);
    }
}

void
plt_optimiser_fill_strips (PltOptimiserMaker *make)
{
  for (guint q = 0; q < make->strips->len; q++)
    fill_strip (make, q);
  allow_long_dawns (make);
  wish_for_the_story (make);
  tell_if_nothing_moves (make->self);
}
