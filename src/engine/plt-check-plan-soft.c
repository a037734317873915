/* What can be done and had better not: séquences on no day, days that are too long or out of order,
 * a night before a day, company moves, heavy days, the pace of the whole, the first day, exteriors
 * without a cover set, guaranteed days. The marks are those of "reperes-plan"; without one its
 * check says nothing. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-check-plan-private.h"
#include "plt-plan-marks.h"
#include "plt-time.h"

/* Days without a cover set that are told one by one. */
#define FEW 3

/* Sums over the shooting days that hold séquences. */
typedef struct
{
  guint n;
  gint64 minutes, eighths, seconds;
} Sums;

static void
check_pool (PltPlanCheck *self)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  const PltSequenceFacts *first;
  g_autofree char *list = NULL;

  if (self->plan->n_shooting_days == 0 || self->plan->unplaced->len == 0)
    return;
  first = self->plan->unplaced->pdata[0];
  for (guint i = 0; i < self->plan->unplaced->len; i++)
    g_ptr_array_add (
        numbers, (gpointer) ((const PltSequenceFacts *) self->plan->unplaced->pdata[i])->number);
  list = plt_check_join ((const char *const *) numbers->pdata, numbers->len);
  g_ptr_array_add (self->issues,
                   plt_issue_new ("plan.unplaced", PLT_SEVERITY_WARNING,
                                  (PltRef){ "sequence", first->id, NULL }, NULL,
                                  ngettext ("%d sequence is on no shooting day: %s. Place it.",
                                            "%d sequences are on no shooting day: %s. Place them.",
                                            numbers->len),
                                  (int) numbers->len, list));
}

static PltRef
ref_of_day (const PltCheckDay *day, const char *column)
{
  return (PltRef){ "shooting_day", day->plan->day->id, column };
}

static void
check_length (PltPlanCheck *self, PltCheckDay *day)
{
  g_autofree char *length = NULL;

  if (!day->plan->overlong)
    return;
  length = plt_duration_format (day->plan->minutes);
  g_ptr_array_add (self->issues,
                   plt_issue_new ("plan.day-too-long", PLT_SEVERITY_WARNING, ref_of_day (day, NULL),
                                  NULL,
                                  _ ("%s holds %s of shooting, more than the day of the plan. Move "
                                     "a strip to another day."),
                                  plt_check_day_name (day), length));
}

/* The days of a unit follow one another in time: no two on one date, none before the last. */
static void
check_order (PltPlanCheck *self)
{
  g_autoptr (GHashTable) latest = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < self->n_days; i++)
    {
      PltCheckDay *day = &self->days[i], *before;
      gpointer unit = GINT_TO_POINTER ((int) day->unit);

      if (!day->shooting || day->date == PLT_DATE_NONE)
        continue;
      before = g_hash_table_lookup (latest, unit);
      if (before == NULL || day->date > before->date)
        g_hash_table_insert (latest, unit, day);
      else
        g_ptr_array_add (self->issues,
                         plt_issue_new ("plan.date-order", PLT_SEVERITY_WARNING,
                                        ref_of_day (day, "date"), NULL,
                                        _ ("%s stands after %s and is not later. Correct its date, "
                                           "or move the day."),
                                        plt_check_day_name (day), plt_check_day_name (before)));
    }
}

/* ---- one day after another, one place after another ---- */

/* The morning: who begins later changes from nights to a mixed day, not to days. */
#define NOON (12 * 60)

/* A night of work: it ends after midnight, or nothing is known but its effects. */
static gboolean
is_night (const PltCheckDay *day)
{
  return day->hours ? day->end > PLT_MINUTES_PER_DAY : day->plan->night;
}

static void
check_nights (PltPlanCheck *self)
{
  gint64 free_days = plt_plan_marks_get (self->marks, "nuit-jour-libre", NULL);

  if (free_days == PLT_UNKNOWN)
    return;
  for (guint i = 0; i < self->n_units; i++)
    for (guint j = 1; j < self->units[i].n_days; j++)
      {
        PltCheckDay *before = &self->days[self->units[i].days[j - 1]];
        PltCheckDay *day = &self->days[self->units[i].days[j]];

        if (!is_night (before) || is_night (day) || (day->hours && day->start >= NOON)
            || day->date - before->date - 1 >= free_days)
          continue;
        g_ptr_array_add (self->issues,
                         plt_issue_new ("plan.night-to-day", PLT_SEVERITY_WARNING,
                                        ref_of_day (day, "start_minutes"), NULL,
                                        _ ("%s is a day after the night of %s. Leave a free day "
                                           "between, or put the nights together."),
                                        plt_check_day_name (day), plt_check_day_name (before)));
      }
}

static void
check_moves (PltPlanCheck *self, PltCheckDay *day)
{
  gint64 most = plt_plan_marks_get (self->marks, "demenagements-max", NULL);

  if (most == PLT_UNKNOWN || day->plan->n_moves <= most)
    return;
  g_ptr_array_add (
      self->issues,
      plt_issue_new ("plan.moves", PLT_SEVERITY_WARNING, ref_of_day (day, NULL), NULL,
                     ngettext ("%s has %u company move. Put the sequences of a location together.",
                               "%s has %u company moves. Put the sequences of a location together.",
                               day->plan->n_moves),
                     plt_check_day_name (day), day->plan->n_moves));
}

/* ---- how much a day ---- */

static Sums
sum_days (const PltPlanCheck *self)
{
  Sums sums = { 0 };

  for (guint i = 0; i < self->n_days; i++)
    {
      const PltDayPlan *day = self->days[i].plan;

      if (!self->days[i].shooting || day->n_sequences == 0)
        continue;
      sums.n++;
      sums.minutes += day->minutes;
      sums.eighths += day->eighths;
      sums.seconds += day->seconds;
    }
  return sums;
}

/* value > share × total / n, in integers */
static gboolean
is_above (gint64 value, gint64 share_e3, gint64 total, guint n)
{
  return total > 0 && value > 0 && value * 1000 * n > share_e3 * total;
}

static void
tell_heavy (
    PltPlanCheck *self, PltCheckDay *day, const char *rule, const char *load, const char *average)
{
  g_ptr_array_add (self->issues,
                   plt_issue_new (rule, PLT_SEVERITY_WARNING, ref_of_day (day, NULL), NULL,
                                  /* Translators: a day, what it holds, what a day holds: "D3
                                     (Tue. 5 Apr.) holds 9 2/8 pages" */
                                  _ ("%s holds %s, far above the average of the plan (%s). Move a "
                                     "sequence to a lighter day."),
                                  plt_check_day_name (day), load, average));
}

/* One finding a day: minutes of film, else pages, else shooting time. */
static void
check_load (PltPlanCheck *self, PltCheckDay *day, const Sums *sums, gint64 heavy)
{
  const PltDayPlan *plan = day->plan;
  g_autofree char *is = NULL;
  g_autofree char *usual = NULL;
  g_autofree char *load = NULL;

  if (is_above (plan->seconds, heavy, sums->seconds, sums->n))
    {
      is = plt_seconds_format (plan->seconds);
      usual = plt_seconds_format (sums->seconds / sums->n);
      load = g_strdup_printf (_ ("%s of film"), is);
      tell_heavy (self, day, "plan.film-minutes", load, usual);
    }
  else if (is_above (plan->eighths, heavy, sums->eighths, sums->n))
    {
      is = plt_eighths_format (plan->eighths);
      usual = plt_eighths_format (sums->eighths / sums->n);
      load = g_strdup_printf (_ ("%s pages"), is);
      tell_heavy (self, day, "plan.heavy-day", load, usual);
    }
  else if (!plan->overlong && is_above (plan->minutes, heavy, sums->minutes, sums->n))
    {
      is = plt_duration_format (plan->minutes);
      usual = plt_duration_format (sums->minutes / sums->n);
      load = g_strdup_printf (_ ("%s of shooting"), is);
      tell_heavy (self, day, "plan.heavy-day", load, usual);
    }
}

/* Minutes of film a day against what productions of that kind do. */
static void
check_pace (PltPlanCheck *self, const Sums *sums)
{
  const char *source;
  gint64 least = plt_plan_marks_get (self->marks, "rythme-min", NULL);
  gint64 most = plt_plan_marks_get (self->marks, "rythme-max", &source);
  gint64 pace = sums->seconds / sums->n;
  PltRef ref = { "schedule", self->plan->schedule->id, NULL };
  g_autofree char *is = plt_seconds_format (pace);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (least == PLT_UNKNOWN || most == PLT_UNKNOWN || pace == 0 || (pace >= least && pace <= most))
    return;
  from = plt_seconds_format (least);
  to = plt_seconds_format (most);
  if (pace > most)
    g_ptr_array_add (
        self->issues,
        plt_issue_new ("plan.pace", PLT_SEVERITY_WARNING, ref, source,
                       _ ("The plan shoots %s of film a day; a production of this kind "
                          "shoots %s to %s. Add days, or check the timing."),
                       is, from, to));
  else
    g_ptr_array_add (
        self->issues,
        plt_issue_new ("plan.pace", PLT_SEVERITY_INFO, ref, source,
                       _ ("The plan shoots %s of film a day; a production of this kind "
                          "shoots %s to %s. Fewer days may do."),
                       is, from, to));
}

/* The first day of the shoot is light, and without what is hard to play. */
static void
check_first_day (PltPlanCheck *self, const Sums *sums)
{
  gint64 share = plt_plan_marks_get (self->marks, "premier-jour-e3", NULL);
  PltCheckDay *day = NULL;

  for (guint i = 0; i < self->n_days && day == NULL; i++)
    if (self->days[i].shooting && self->days[i].plan->n_sequences > 0)
      day = &self->days[i];
  if (share == PLT_UNKNOWN || day == NULL)
    return;
  if (is_above (day->plan->minutes, share, sums->minutes, sums->n))
    {
      g_autofree char *is = plt_duration_format (day->plan->minutes);
      g_autofree char *usual = plt_duration_format (sums->minutes / sums->n);

      g_ptr_array_add (self->issues,
                       plt_issue_new ("plan.first-day-heavy", PLT_SEVERITY_INFO,
                                      ref_of_day (day, NULL), NULL,
                                      _ ("The first day holds %s of shooting; a day of the plan "
                                         "holds %s. Begin with a lighter one."),
                                      is, usual));
    }
  for (guint i = 0; i < day->n_strips; i++)
    if (day->strips[i].sequence != NULL
        && (strstr (day->strips[i].sequence->hazards, "intimite") != NULL
            || strstr (day->strips[i].sequence->hazards, "nudite") != NULL
            || strstr (day->strips[i].sequence->hazards, "cascade") != NULL))
      g_ptr_array_add (self->issues,
                       plt_issue_new ("plan.first-day-delicate", PLT_SEVERITY_WARNING,
                                      (PltRef){ "strip", day->strips[i].strip->id, NULL }, NULL,
                                      _ ("Sequence %s is delicate and is shot on the first day. "
                                         "Give the team time to know one another."),
                                      day->strips[i].sequence->number));
}

/* ---- cover sets ---- */

/* For each set, and each set it is part of, the last day that something is shot in it; what is not
 * placed is after them all. */
static GHashTable *
last_days_of_sets (const PltPlanCheck *self)
{
  GHashTable *last = g_hash_table_new (g_direct_hash, g_direct_equal);
  const guint pool = self->plan->unplaced->len > 0 ? self->n_days : 0;

  for (guint i = 0; i < self->n_days; i++)
    for (guint j = 0; self->days[i].shooting && j < self->days[i].n_strips; j++)
      {
        const PltSequenceFacts *sequence = self->days[i].strips[j].sequence;

        if (sequence == NULL || strcmp (sequence->status, "tournee") == 0)
          continue;
        g_hash_table_insert (last, PLT_ID_TO_POINTER (sequence->set), GUINT_TO_POINTER (i + 1));
        g_hash_table_insert (last, PLT_ID_TO_POINTER (sequence->sub_set), GUINT_TO_POINTER (i + 1));
      }
  for (guint i = 0; i < self->plan->unplaced->len; i++)
    {
      const PltSequenceFacts *sequence = self->plan->unplaced->pdata[i];

      g_hash_table_insert (last, PLT_ID_TO_POINTER (sequence->set), GUINT_TO_POINTER (pool + 1));
      g_hash_table_insert (last, PLT_ID_TO_POINTER (sequence->sub_set),
                           GUINT_TO_POINTER (pool + 1));
    }
  return last;
}

static void
check_cover_set (PltPlanCheck *self, guint index, const PltCheckStrip *strip, GHashTable *last)
{
  PltCheckDay *day = &self->days[index];
  const PltSetFacts *cover
      = PLT_FACTS_FIND (self->facts->sets, PltSetFacts, strip->sequence->cover_set);
  PltRef ref = { "strip", strip->strip->id, NULL };
  PltAvailabilityAnswer answer;
  guint last_day;

  if (cover == NULL)
    return;
  last_day = GPOINTER_TO_UINT (g_hash_table_lookup (last, PLT_ID_TO_POINTER (cover->id)));
  if (last_day < index + 1)
    {
      g_ptr_array_add (self->issues,
                       plt_issue_new ("plan.cover-set-used", PLT_SEVERITY_WARNING, ref, NULL,
                                      _ ("The cover set of sequence %s, “%s”, has nothing left to "
                                         "shoot on %s or later. Choose another, or keep a sequence "
                                         "for it."),
                                      strip->sequence->number, cover->name,
                                      plt_check_day_name (day)));
      return;
    }
  answer = plt_availability_ask (self->availability, PLT_AVAILABILITY_SET, cover->id, day->date,
                                 day->hours ? day->start : PLT_UNKNOWN,
                                 day->hours ? day->end : PLT_UNKNOWN);
  if (answer.answer == PLT_AVAILABLE_NO)
    {
      g_autofree char *why = plt_availability_explain (self->facts, answer.row);

      g_ptr_array_add (self->issues,
                       plt_issue_new ("plan.cover-set-unavailable", PLT_SEVERITY_WARNING, ref, NULL,
                                      _ ("The cover set of sequence %s, “%s”, cannot be had on %s: "
                                         "%s."),
                                      strip->sequence->number, cover->name,
                                      plt_check_day_name (day), why));
    }
}

static gboolean
is_outdoors (const PltCheckStrip *strip)
{
  return strip->sequence != NULL && g_str_has_prefix (strip->sequence->int_ext, "EXT")
         && strcmp (strip->sequence->status, "tournee") != 0;
}

/* The exteriors of a day that rain would stop and that have no cover set. */
typedef struct
{
  PltCheckDay *day;
  gint64 strip; /* the first */
  GPtrArray *numbers;
} Bare;

static void
bare_free (gpointer data)
{
  Bare *bare = data;

  g_ptr_array_unref (bare->numbers);
  g_free (bare);
}

static void
check_weather (PltPlanCheck *self, guint index, GHashTable *last, GPtrArray *found)
{
  PltCheckDay *day = &self->days[index];
  Bare *bare = NULL;

  for (guint i = 0; i < day->n_strips; i++)
    {
      const PltCheckStrip *strip = &day->strips[i];

      if (!is_outdoors (strip))
        continue;
      if (strip->sequence->cover_set != 0)
        {
          check_cover_set (self, index, strip, last);
          continue;
        }
      if (bare == NULL)
        {
          bare = g_new (Bare, 1);
          *bare = (Bare){ day, strip->strip->id, g_ptr_array_new () };
          g_ptr_array_add (found, bare);
        }
      g_ptr_array_add (bare->numbers, (gpointer) strip->sequence->number);
    }
}

static void
tell_bare (PltPlanCheck *self, PltRef ref, PltCheckDay *day, const GPtrArray *numbers, guint n_days)
{
  g_autofree char *list = plt_check_join ((const char *const *) numbers->pdata, numbers->len);

  if (n_days == 1)
    g_ptr_array_add (self->issues,
                     plt_issue_new ("plan.no-cover-set", PLT_SEVERITY_INFO, ref, NULL,
                                    _ ("%s has exteriors without a cover set (%s). Choose where to "
                                       "shoot if the weather forbids them."),
                                    plt_check_day_name (day), list));
  else
    g_ptr_array_add (self->issues,
                     plt_issue_new ("plan.no-cover-set", PLT_SEVERITY_INFO, ref, NULL,
                                    _ ("%u days have exteriors without a cover set (%s). Choose "
                                       "where to shoot if the weather forbids them."),
                                    n_days, list));
}

/* A finding a day while they are few; a plan that never thought of it is told once. */
static void
tell_weather (PltPlanCheck *self, const GPtrArray *found)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < found->len; i++)
    {
      const Bare *bare = found->pdata[i];

      if (found->len <= FEW)
        tell_bare (self, (PltRef){ "strip", bare->strip, NULL }, bare->day, bare->numbers, 1);
      for (guint j = 0; j < bare->numbers->len; j++)
        g_ptr_array_add (all, bare->numbers->pdata[j]);
    }
  if (found->len > FEW)
    tell_bare (self, (PltRef){ "strip", ((const Bare *) found->pdata[0])->strip, NULL }, NULL, all,
               found->len);
}

/* ---- contracts ---- */

/* Days that the contract pays: worked, and waited where waiting is paid. */
static void
check_guaranteed (PltPlanCheck *self, const PltCheckRole *role)
{
  const PltEngagementFacts *contract = role->engagement;
  const PltPresence *presence = plt_plan_presence (self->plan, role->element->id);
  PltRef ref = { "engagement", contract != NULL ? contract->id : 0, "guaranteed_days" };
  gint64 n = 0;

  if (contract == NULL || presence == NULL || contract->guaranteed_days == PLT_UNKNOWN
      || contract->guaranteed_days == 0 || presence->n_worked == 0)
    return;
  for (guint i = 0; i < self->n_days; i++)
    n += role->work[i].n > 0;
  if (g_strcmp0 (contract->hold, "attente") == 0)
    n += presence->n_held;
  if (n < contract->guaranteed_days)
    g_ptr_array_add (
        self->issues,
        plt_issue_new (
            "plan.guaranteed-unused", PLT_SEVERITY_WARNING, ref, NULL,
            _ ("Guaranteed days, %s: %d, in the plan: %d. The others are paid for nothing."),
            role->element->name, (int) contract->guaranteed_days, (int) n));
  else if (n > contract->guaranteed_days)
    g_ptr_array_add (
        self->issues,
        plt_issue_new ("plan.guaranteed-exceeded", PLT_SEVERITY_INFO, ref, NULL,
                       _ ("Guaranteed days, %s: %d, in the plan: %d. The others are paid on top."),
                       role->element->name, (int) contract->guaranteed_days, (int) n));
}

void
plt_check_plan_soft (PltPlanCheck *self)
{
  g_autoptr (GHashTable) last = last_days_of_sets (self);
  gint64 heavy = plt_plan_marks_get (self->marks, "lourd-e3", NULL);
  gint64 enough = plt_plan_marks_get (self->marks, "moyenne-jours-min", NULL);
  Sums sums = sum_days (self);
  gboolean average = enough != PLT_UNKNOWN && sums.n >= MAX (enough, 1);
  g_autoptr (GPtrArray) bare = g_ptr_array_new_with_free_func (bare_free);

  check_pool (self);
  for (guint i = 0; i < self->n_days; i++)
    if (self->days[i].shooting)
      {
        check_length (self, &self->days[i]);
        check_moves (self, &self->days[i]);
        if (average && heavy != PLT_UNKNOWN)
          check_load (self, &self->days[i], &sums, heavy);
        check_weather (self, i, last, bare);
      }
  tell_weather (self, bare);
  check_order (self);
  check_nights (self);
  if (average)
    {
      check_pace (self, &sums);
      check_first_day (self, &sums);
    }
  for (guint i = 0; i < self->n_roles; i++)
    check_guaranteed (self, &self->roles[i]);
}
