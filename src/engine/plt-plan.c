#include "plt-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-batch.h"
#include "plt-error.h"
#include "plt-calendar.h"

static void
day_plan_free (gpointer data)
{
  PltDayPlan *day = data;

  g_ptr_array_unref (day->strips);
  g_free (day);
}

static void
presence_free (gpointer data)
{
  PltPresence *presence = data;

  g_free (presence->worked);
  g_free (presence);
}

/**
 * plt_sequence_seconds:
 * @sequence: a séquence
 *
 * Returns: screen length in seconds: the préminutage, else the automatic estimate, else PLT_UNKNOWN
 */
gint64
plt_sequence_seconds (const PltSequenceFacts *sequence)
{
  return sequence->premin_seconds != PLT_UNKNOWN ? sequence->premin_seconds
                                                 : sequence->estimate_seconds;
}

static gint64
known (gint64 value)
{
  return value == PLT_UNKNOWN ? 0 : value;
}

/**
 * plt_strip_minutes:
 * @strip: a strip
 * @sequence: (nullable): its séquence, %NULL for a banner
 *
 * Returns: minutes of shooting: its own, else those of its séquence, else PLT_UNKNOWN
 */
gint64
plt_strip_minutes (const PltStripFacts *strip, const PltSequenceFacts *sequence)
{
  if (strip->minutes != PLT_UNKNOWN || sequence == NULL)
    return strip->minutes;
  return sequence->shooting_minutes;
}

/**
 * plt_plan_find_day:
 * @self: a plan
 * @name: "J2", a date as people write it, or the id of a shooting day
 *
 * Returns: (transfer none) (nullable): the day, else PLT_ERROR_NOT_FOUND, or PLT_ERROR_INVALID
 * where @name is none of the three
 */
const PltDayPlan *
plt_plan_find_day (const PltPlan *self, const char *name, GError **error)
{
  PltDate date = PLT_DATE_NONE;
  guint64 number = 0;
  gint64 id = 0;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  if (!((name[0] == 'J' || name[0] == 'j')
        && g_ascii_string_to_unsigned (name + 1, 10, 1, 9999, &number, NULL))
      && !g_ascii_string_to_signed (name, 10, 1, G_MAXINT64, &id, NULL)
      && !plt_date_parse (name, &date, error))
    return NULL;
  for (guint i = 0; i < self->days->len; i++)
    {
      const PltDayPlan *day = self->days->pdata[i];

      if ((number != 0 && day->number == number) || (id != 0 && day->day->id == id)
          || (date != PLT_DATE_NONE && day->day->date == date))
        return day;
    }
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("The plan has no day “%s”. Give a number such as J2, a date, or the id of a "
                  "shooting day."),
               name);
  return NULL;
}

static gboolean
is_shooting (const PltDayFacts *day)
{
  return strcmp (day->kind, "tournage") == 0 || strcmp (day->kind, "reserve") == 0;
}

/* Adds the strips of the day up. */
static void
sum_day (const PltFacts *facts, PltDayPlan *day, gint64 day_minutes)
{
  g_autoptr (GHashTable) sets = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) counted = g_hash_table_new (g_direct_hash, g_direct_equal);
  const PltLocationFacts *here = NULL;

  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltStripFacts *strip = day->strips->pdata[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);
      gint64 minutes = plt_strip_minutes (strip, sequence);
      const PltLocationFacts *there;
      PltEffectClass effect;

      day->minutes += known (minutes);
      if (sequence == NULL)
        continue;

      if (minutes == PLT_UNKNOWN)
        day->n_unknown++;
      if (g_hash_table_add (counted, (gpointer) sequence))
        {
          day->n_sequences++;
          day->eighths += known (sequence->eighths);
          day->seconds += known (plt_sequence_seconds (sequence));
        }
      if (sequence->set != 0)
        g_hash_table_add (sets, PLT_ID_TO_POINTER (sequence->set));
      there = plt_facts_location_of (facts, sequence);
      if (there != NULL && here != NULL && there != here)
        day->n_moves++;
      if (there != NULL)
        here = there;
      effect = plt_effect_class (sequence->int_ext, sequence->effect);
      day->night = day->night || effect == PLT_EFFECT_EXT_NIGHT;
    }
  day->n_sets = g_hash_table_size (sets);
  day->night
      = day->night || (day->day->end_minutes != PLT_UNKNOWN && day->day->end_minutes > 24 * 60);
  day->overlong = day_minutes != PLT_UNKNOWN && day_minutes > 0 && day->minutes > day_minutes;
}

/* J1, J2 ... by position; a second unit shares the number of the first one on that date. */
static void
number_days (PltPlan *self)
{
  g_autoptr (GHashTable) firsts = g_hash_table_new (NULL, NULL); /* date -> index + 1 */

  for (guint i = 0; i < self->days->len; i++)
    {
      const PltDayFacts *day = ((const PltDayPlan *) self->days->pdata[i])->day;

      if (is_shooting (day) && day->unit <= 1 && day->date != PLT_DATE_NONE
          && !g_hash_table_contains (firsts, GINT_TO_POINTER (day->date)))
        g_hash_table_insert (firsts, GINT_TO_POINTER (day->date), GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < self->days->len; i++)
    {
      PltDayPlan *day = self->days->pdata[i];
      guint first
          = day->day->unit > 1 && day->day->date != PLT_DATE_NONE
                ? GPOINTER_TO_UINT (g_hash_table_lookup (firsts, GINT_TO_POINTER (day->day->date)))
                : 0;

      if (!is_shooting (day->day))
        continue;
      if (first != 0)
        {
          day->beside = (int) first - 1;
          self->n_beside++;
        }
      else
        day->number = ++self->n_shooting_days;
    }
  for (guint i = 0; i < self->days->len; i++)
    {
      PltDayPlan *day = self->days->pdata[i];

      if (day->beside >= 0)
        day->number = ((const PltDayPlan *) self->days->pdata[day->beside])->number;
    }
}

static void
collect_days (PltPlan *self)
{
  const PltFacts *facts = self->facts;
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < facts->days.n; i++)
    {
      PltDayPlan *day;

      if (facts->days.items[i].schedule != self->schedule->id)
        continue;
      day = g_new0 (PltDayPlan, 1);
      day->day = &facts->days.items[i];
      day->strips = g_ptr_array_new ();
      day->beside = -1;
      g_ptr_array_add (self->days, day);
      g_hash_table_insert (by_id, PLT_ID_TO_POINTER (day->day->id), day);
    }
  number_days (self);

  for (guint i = 0; i < facts->strips.n; i++)
    {
      const PltStripFacts *strip = &facts->strips.items[i];
      PltDayPlan *day = g_hash_table_lookup (by_id, PLT_ID_TO_POINTER (strip->day));

      if (strip->schedule == self->schedule->id && day != NULL)
        g_ptr_array_add (day->strips, (gpointer) strip);
    }

  for (guint i = 0; i < self->days->len; i++)
    {
      PltDayPlan *day = self->days->pdata[i];

      sum_day (facts, day, self->schedule->day_minutes);
      self->n_nights += day->night;
      self->n_moves += day->n_moves;
      self->minutes += day->minutes;
    }
}

/* Séquences the plan holds, for the totals and the pool. */
static void
collect_sequences (PltPlan *self)
{
  g_autoptr (GHashTable) placed = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < self->days->len; i++)
    {
      const PltDayPlan *day = self->days->pdata[i];

      for (guint j = 0; j < day->strips->len; j++)
        g_hash_table_add (
            placed, PLT_ID_TO_POINTER (((const PltStripFacts *) day->strips->pdata[j])->sequence));
    }

  for (guint i = 0; i < self->facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &self->facts->sequences.items[i];

      if (g_hash_table_contains (placed, PLT_ID_TO_POINTER (sequence->id)))
        {
          self->n_sequences++;
          self->eighths += known (sequence->eighths);
          self->seconds += known (plt_sequence_seconds (sequence));
        }
      else if (strcmp (sequence->status, "supprimee") != 0
               && strcmp (sequence->status, "tournee") != 0)
        g_ptr_array_add (self->unplaced, (gpointer) sequence);
    }
}

static int
compare_presences (gconstpointer a, gconstpointer b)
{
  const PltPresence *one = *(const PltPresence *const *) a;
  const PltPresence *two = *(const PltPresence *const *) b;
  gboolean role_one = strcmp (one->category->family, "roles") == 0;
  gboolean role_two = strcmp (two->category->family, "roles") == 0;

  if (role_one != role_two)
    return role_one ? -1 : 1;
  if (one->category != two->category)
    return one->category < two->category ? -1 : 1;
  if (one->element->number != two->element->number)
    {
      /* Roles without a number come last. */
      gint64 x = one->element->number == PLT_UNKNOWN ? G_MAXINT64 : one->element->number;
      gint64 y = two->element->number == PLT_UNKNOWN ? G_MAXINT64 : two->element->number;

      return x < y ? -1 : 1;
    }
  return one->element < two->element ? -1 : one->element > two->element;
}

static PltPresence *
ensure_presence (PltPlan *self, gint64 element)
{
  PltPresence *presence = g_hash_table_lookup (self->presence_index, PLT_ID_TO_POINTER (element));
  const PltElementFacts *facts;

  if (presence != NULL)
    return presence;
  facts = PLT_FACTS_FIND (self->facts->elements, PltElementFacts, element);
  if (facts == NULL)
    return NULL;
  presence = g_new0 (PltPresence, 1);
  presence->element = facts;
  presence->category = PLT_FACTS_FIND (self->facts->categories, PltCategoryFacts, facts->category);
  presence->worked = g_new0 (guint8, MAX (self->days->len, 1));
  presence->first = presence->last = -1;
  g_ptr_array_add (self->presences, presence);
  g_hash_table_insert (self->presence_index, PLT_ID_TO_POINTER (element), presence);
  return presence;
}

/* A shooting day on which nobody of either unit needs the element. */
static gboolean
is_waiting_day (const PltPlan *self, const PltPresence *presence, int index)
{
  const PltDayPlan *day = self->days->pdata[index];

  if (day->number == 0 || day->beside >= 0)
    return FALSE;
  for (guint i = 0; self->n_beside > 0 && i < self->days->len; i++)
    if (((const PltDayPlan *) self->days->pdata[i])->beside == index && presence->worked[i] != 0)
      return FALSE;
  return TRUE;
}

static void
finish_presence (const PltPlan *self, PltPresence *presence)
{
  for (guint i = 0; i < self->days->len; i++)
    {
      const PltDayPlan *day = self->days->pdata[i];

      if (day->number == 0)
        presence->worked[i] = 0;
      if (presence->worked[i] == 0)
        continue;
      if (presence->first < 0)
        presence->first = (int) i;
      presence->last = (int) i;
      /* both units on one date are one day */
      presence->n_worked += day->beside < 0 || presence->worked[day->beside] == 0;
    }
  for (int i = presence->first; presence->first >= 0 && i <= presence->last; i++)
    presence->n_held += presence->worked[i] == 0 && is_waiting_day (self, presence, i);
}

static void
collect_presences (PltPlan *self)
{
  const PltFacts *facts = self->facts;
  g_autoptr (GHashTable) days_of
      = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->days->len; i++)
    {
      const PltDayPlan *day = self->days->pdata[i];

      for (guint j = 0; j < day->strips->len; j++)
        {
          gpointer key
              = PLT_ID_TO_POINTER (((const PltStripFacts *) day->strips->pdata[j])->sequence);
          GArray *days = g_hash_table_lookup (days_of, key);

          if (days == NULL)
            {
              days = g_array_new (FALSE, FALSE, sizeof (guint));
              g_hash_table_insert (days_of, key, days);
            }
          g_array_append_val (days, i);
        }
    }

  for (guint i = 0; i < facts->occurrences.n; i++)
    {
      const PltOccurrenceFacts *occurrence = &facts->occurrences.items[i];
      PltPresence *presence = ensure_presence (self, occurrence->element);
      const GArray *days = g_hash_table_lookup (days_of, PLT_ID_TO_POINTER (occurrence->sequence));

      if (presence == NULL)
        continue;
      presence->n_sequences++;
      for (guint j = 0; days != NULL && j < days->len; j++)
        {
          guint8 *worked = &presence->worked[g_array_index (days, guint, j)];

          if (*worked < G_MAXUINT8)
            (*worked)++;
        }
    }
  for (guint i = 0; i < self->presences->len; i++)
    finish_presence (self, self->presences->pdata[i]);
  g_ptr_array_sort (self->presences, compare_presences);
}

/**
 * plt_plan_new:
 * @facts: the production; must outlive the plan
 * @schedule: a version of the plan de travail, 0 for the current one
 *
 * Returns: (transfer full): the plan, without days when there is no such version
 */
PltPlan *
plt_plan_new (const PltFacts *facts, gint64 schedule)
{
  PltPlan *self = g_new0 (PltPlan, 1);

  self->facts = facts;
  self->schedule = PLT_FACTS_FIND (facts->schedules, PltScheduleFacts,
                                   schedule != 0 ? schedule : facts->production.schedule);
  self->days = g_ptr_array_new_with_free_func (day_plan_free);
  self->presences = g_ptr_array_new_with_free_func (presence_free);
  self->unplaced = g_ptr_array_new ();
  self->presence_index = g_hash_table_new (g_direct_hash, g_direct_equal);
  if (self->schedule != NULL)
    collect_days (self);
  collect_sequences (self);
  collect_presences (self);
  return self;
}

void
plt_plan_free (PltPlan *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->days);
  g_ptr_array_unref (self->presences);
  g_ptr_array_unref (self->unplaced);
  g_hash_table_unref (self->presence_index);
  g_free (self);
}

const PltPresence *
plt_plan_presence (const PltPlan *self, gint64 element)
{
  return g_hash_table_lookup (self->presence_index, PLT_ID_TO_POINTER (element));
}

static void
add_seconds (const PltSequenceFacts *sequence, gint64 *total)
{
  gint64 seconds = sequence != NULL ? plt_sequence_seconds (sequence) : PLT_UNKNOWN;

  if (seconds != PLT_UNKNOWN)
    *total += seconds;
}

/**
 * plt_plan_progress:
 * @day: index of a day of the plan
 * @done: (out): screen seconds of the days up to it
 * @left: (out): of the later ones, and of the séquences still to place
 *
 * A séquence counts once, on its first day; one without a length counts nothing.
 */
void
plt_plan_progress (const PltPlan *self, guint day, gint64 *done, gint64 *left)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);

  *done = *left = 0;
  for (guint i = 0; i < self->days->len; i++)
    {
      const PltDayPlan *plan = self->days->pdata[i];

      for (guint j = 0; j < plan->strips->len; j++)
        {
          const PltStripFacts *strip = plan->strips->pdata[j];

          if (strip->sequence != 0 && g_hash_table_add (seen, PLT_ID_TO_POINTER (strip->sequence)))
            add_seconds (PLT_FACTS_FIND (self->facts->sequences, PltSequenceFacts, strip->sequence),
                         i <= day ? done : left);
        }
    }
  for (guint i = 0; i < self->unplaced->len; i++)
    add_seconds (self->unplaced->pdata[i], left);
}

PltDate
plt_plan_first_date (const PltPlan *self)
{
  PltDate first = PLT_DATE_NONE;

  for (guint i = 0; i < self->days->len; i++)
    {
      const PltDayPlan *day = self->days->pdata[i];

      if (day->number > 0 && day->day->date != PLT_DATE_NONE
          && (first == PLT_DATE_NONE || day->day->date < first))
        first = day->day->date;
    }
  return first != PLT_DATE_NONE ? first : self->facts->production.start_date;
}

PltDate
plt_plan_last_date (const PltPlan *self)
{
  PltDate last = PLT_DATE_NONE;

  for (guint i = 0; i < self->days->len; i++)
    {
      const PltDayPlan *day = self->days->pdata[i];

      if (day->number > 0 && day->day->date != PLT_DATE_NONE)
        last = MAX (last, day->day->date);
    }
  return last;
}

/**
 * plt_plan_fill_pool:
 * @facts: the production
 * @schedule: a version of the plan de travail
 * @batch: where to add
 *
 * Adds a strip without a day for every séquence to shoot that the version does not hold yet.
 */
void
plt_plan_fill_pool (const PltFacts *facts, gint64 schedule, PltBatch *batch)
{
  g_autoptr (GHashTable) held = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < facts->strips.n; i++)
    if (facts->strips.items[i].schedule == schedule)
      g_hash_table_add (held, PLT_ID_TO_POINTER (facts->strips.items[i].sequence));
  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];

      if (g_hash_table_contains (held, PLT_ID_TO_POINTER (sequence->id))
          || strcmp (sequence->status, "supprimee") == 0)
        continue;
      plt_batch_insert (batch, "strip");
      plt_batch_set_integer (batch, "schedule", schedule);
      plt_batch_set_text (batch, "kind", "sequence");
      plt_batch_set_integer (batch, "sequence", sequence->id);
    }
}

/**
 * plt_plan_add_days:
 * @facts: the production
 * @schedule: a version of the plan de travail
 * @first: date to begin at
 * @n: number of shooting days to add
 * @rest_days: weekdays without shooting, bit 1 for Monday to bit 7 for Sunday
 * @batch: where to add
 *
 * Rest days, public holidays, local days off and closings on the way are left out.
 */
void
plt_plan_add_days (const PltFacts *facts,
                   gint64 schedule,
                   PltDate first,
                   guint n,
                   guint rest_days,
                   PltBatch *batch)
{
  g_autoptr (PltCalendar) calendar = NULL;

  g_return_if_fail (first != PLT_DATE_NONE);
  g_return_if_fail ((rest_days & 0xfe) != 0xfe);

  calendar = plt_calendar_new (facts);
  for (PltDate date = first; n > 0; date++)
    {
      if ((rest_days & (1u << plt_date_weekday (date))) != 0
          || !plt_calendar_is_open (calendar, date))
        continue;
      plt_batch_insert (batch, "shooting_day");
      plt_batch_set_integer (batch, "schedule", schedule);
      plt_batch_set_date (batch, "date", date);
      plt_batch_set_text (batch, "kind", "tournage");
      n--;
    }
}
