/* Broken rules in sentences, and what stands against mending them: first what no plan at all could
 * mend, then, for each strip that it concerns, what would be broken on other days. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-plan-optimise-private.h"
#include "plt-time.h"

#define MANY_SEQUENCES 6 /* of which conflicts are told */
#define MANY_OBSTACLES 6 /* of each of them */

/* ---- names ---- */

static const char *
number_of (const PltOptimiser *self, gint sequence)
{
  return sequence >= 0 ? self->strips[sequence].sequence->number : "";
}

static const char *
role_of (const PltOptimiser *self, gint role)
{
  return role >= 0 ? self->roles[role]->name : "";
}

static const char *
site_of (const PltOptimiser *self, gint site)
{
  return site >= 0 && self->sites[site] != NULL ? self->sites[site]->name : _ ("no known place");
}
/* ---- broken rules ---- */

/* "…: not available from 12 to 14 April" when the register says why. */
static char *
with_cause (const PltOptimiser *self,
            char *sentence,
            PltAvailabilityOf what,
            gint64 id,
            const PltShootBreach *breach)
{
  const PltDayFacts *day = breach->day >= 0 ? self->days[breach->day].row : NULL;
  g_autofree char *said = sentence, *cause = NULL;
  PltAvailabilityAnswer answer;

  if (day == NULL || !self->days[breach->day].dated)
    return g_steal_pointer (&said);
  answer = plt_availability_ask (self->availability, what, id, day->date, day->start_minutes,
                                 day->end_minutes);
  if (answer.answer != PLT_AVAILABLE_NO)
    return g_steal_pointer (&said);
  cause = plt_availability_explain (self->facts, answer.row);
  said[strlen (said) - 1] = '\0'; /* its full stop */
  /* Translators: a sentence without its full stop, and the reason */
  return *cause != '\0' ? g_strdup_printf (_ ("%s: %s."), said, cause)
                        : g_strdup_printf ("%s.", said);
}

/* Minutes of the day that count: of the role, when it is about one, or of dawn and dusk. */
static char *
say_minutes (const PltOptimiser *self, const PltShootPlan *plan, const PltShootBreach *breach)
{
  const PltShootProblem *problem = self->problem;
  guint64 sites = 0;
  gint minutes = 0;

  for (guint q = 0; q < problem->n_sequences; q++)
    {
      const PltShootSequence *row = &problem->sequences[q];

      if (plan->day[q] != breach->day || (breach->role >= 0 && !(row->roles >> breach->role & 1))
          || (breach->rule == PLT_SHOOT_RULE_DAWN && row->light != PLT_SHOOT_DAWN))
        continue;
      minutes += row->minutes;
      sites |= G_GUINT64_CONSTANT (1) << row->site;
    }
  if (breach->rule == PLT_SHOOT_RULE_LIMIT)
    minutes += (__builtin_popcountll (sites) - 1) * problem->weights.move_minutes;
  return plt_duration_format (minutes);
}

static char *
say_breach_of_role (const PltOptimiser *self,
                    const PltShootPlan *plan,
                    const PltShootBreach *breach,
                    const char *day)
{
  const PltShootRole *role = &self->problem->roles[breach->role];
  const char *name = role_of (self, breach->role);
  g_autofree char *most = NULL, *minutes = NULL;

  switch (breach->rule)
    {
    case PLT_SHOOT_RULE_TWICE:
      return g_strdup_printf (_ ("%s is needed in two units on %s."), name, day);
    case PLT_SHOOT_RULE_CHILD_MINUTES:
      most = plt_duration_format (self->problem->days[breach->day].holiday
                                          && role->child_minutes_holiday > 0
                                      ? role->child_minutes_holiday
                                      : role->child_minutes);
      minutes = say_minutes (self, plan, breach);
      return g_strdup_printf (_ ("%s, a minor, plays %s on %s, and %s are allowed."), name, minutes,
                              day, most);
    case PLT_SHOOT_RULE_CHILD_NIGHT:
      return g_strdup_printf (_ ("%s, a minor, plays at night on %s."), name, day);
    default:
      return with_cause (self, g_strdup_printf (_ ("%s is not available on %s."), name, day),
                         PLT_AVAILABILITY_ELEMENT, self->roles[breach->role]->id, breach);
    }
}

static char *
say_breach_of_place (const PltOptimiser *self, const PltShootBreach *breach, const char *day)
{
  if (breach->rule == PLT_SHOOT_RULE_SET_CLOSED)
    return with_cause (self,
                       g_strdup_printf (_ ("The set %s is not available on %s."),
                                        plt_optimiser_set_name (self, breach->set), day),
                       PLT_AVAILABILITY_SET,
                       self->sets[breach->set] != NULL ? self->sets[breach->set]->id : 0, breach);
  return with_cause (self,
                     g_strdup_printf (_ ("The location %s cannot be had on %s."),
                                      site_of (self, breach->site), day),
                     PLT_AVAILABILITY_LOCATION,
                     self->sites[breach->site] != NULL ? self->sites[breach->site]->id : 0, breach);
}

static char *
say_breach_of_order (const PltOptimiser *self, const PltShootBreach *breach)
{
  const char *one = number_of (self, breach->sequence), *two = number_of (self, breach->other);

  switch (self->problem->precedences[breach->precedence].order)
    {
    case PLT_SHOOT_SAME_DAY:
      return g_strdup_printf (_ ("Sequences %s and %s must be shot the same day."), one, two);
    case PLT_SHOOT_WITHIN:
      return g_strdup_printf (_ ("Sequences %s and %s must be shot closer to each other."), one,
                              two);
    case PLT_SHOOT_BEFORE:
    case PLT_SHOOT_DAYS_BEFORE:
    default:
      return g_strdup_printf (_ ("Sequence %s must be shot before sequence %s."), one, two);
    }
}

static gboolean
is_away (const PltOptimiser *self, gint sequence, gint day)
{
  const PltDayFacts *row = self->days[day].row;

  return self->days[day].dated
         && plt_availability_ask (self->availability, PLT_AVAILABILITY_SEQUENCE,
                                  self->strips[sequence].sequence->id, row->date,
                                  row->start_minutes, row->end_minutes)
                    .answer
                == PLT_AVAILABLE_NO;
}

char *
plt_optimiser_say_breach (const PltOptimiser *self,
                          const PltShootPlan *plan,
                          const PltShootBreach *breach)
{
  const PltShootWeights *weights = &self->problem->weights;
  const char *number = number_of (self, breach->sequence);
  g_autofree char *day = plt_optimiser_day_name (self, breach->day);
  g_autofree char *time = NULL, *minutes = NULL;

  switch (breach->rule)
    {
    case PLT_SHOOT_RULE_UNPLACED:
      return g_strdup_printf (_ ("Sequence %s is on no shooting day."), number);
    case PLT_SHOOT_RULE_NOT_ALLOWED:
      if (MAX (self->days[breach->day].row->unit, 1) != self->strips[breach->sequence].unit)
        return g_strdup_printf (
            _ ("Sequence %s, of crew unit %d, is on %s, a day of another unit."), number,
            (int) self->strips[breach->sequence].unit, day);
      if (self->problem->sequences[breach->sequence].light == PLT_SHOOT_DAWN
          && !is_away (self, breach->sequence, breach->day))
        return g_strdup_printf (_ ("The hours of %s do not suit the light of sequence %s."), day,
                                number);
      return with_cause (
          self, g_strdup_printf (_ ("Sequence %s cannot be shot on %s."), number, day),
          PLT_AVAILABILITY_SEQUENCE, self->strips[breach->sequence].sequence->id, breach);
    case PLT_SHOOT_RULE_LIGHT:
      return g_strdup_printf (_ ("The hours of %s do not suit the light of sequence %s."), day,
                              number);
    case PLT_SHOOT_RULE_LIMIT:
      time = plt_duration_format (self->problem->days[breach->day].limit);
      minutes = say_minutes (self, plan, breach);
      return g_strdup_printf (_ ("%s holds %s, moves included, and %s are allowed."), day, minutes,
                              time);
    case PLT_SHOOT_RULE_DAWN:
      time = plt_duration_format (weights->dawn_minutes);
      minutes = say_minutes (self, plan, breach);
      return g_strdup_printf (_ ("%s holds %s of dawn and dusk, which last %s."), day, minutes,
                              time);
    case PLT_SHOOT_RULE_REST:
      time = plt_duration_format (weights->rest_minutes);
      return g_strdup_printf (_ ("There are less than %s of rest before %s."), time, day);
    case PLT_SHOOT_RULE_WEEK:
      return g_strdup_printf (_ ("There are more than %d shooting days in the week of %s."),
                              weights->week_days, day);
    case PLT_SHOOT_RULE_SET_CLOSED:
    case PLT_SHOOT_RULE_SITE_CLOSED:
      return say_breach_of_place (self, breach, day);
    case PLT_SHOOT_RULE_ORDER:
      return say_breach_of_order (self, breach);
    case PLT_SHOOT_RULE_ROLE_AWAY:
    case PLT_SHOOT_RULE_TWICE:
    case PLT_SHOOT_RULE_CHILD_MINUTES:
    case PLT_SHOOT_RULE_CHILD_NIGHT:
    case PLT_SHOOT_N_RULES:
    default:
      return say_breach_of_role (self, plan, breach, day);
    }
}

PltRef
plt_optimiser_ref_of (const PltOptimiser *self, const PltShootBreach *breach)
{
  PltRef ref = { "shooting_day", 0, NULL };

  if (breach->sequence >= 0)
    {
      const PltOptimiserStrip *strip = &self->strips[breach->sequence];

      ref.table = strip->row != NULL ? "strip" : "sequence";
      ref.id = strip->row != NULL ? strip->row->id : strip->sequence->id;
    }
  else if (breach->role >= 0)
    {
      ref.table = "element";
      ref.id = self->roles[breach->role]->id;
    }
  else if (breach->site >= 0 && self->sites[breach->site] != NULL)
    {
      ref.table = "location";
      ref.id = self->sites[breach->site]->id;
    }
  else if (breach->set >= 0 && self->sets[breach->set] != NULL)
    {
      ref.table = "set";
      ref.id = self->sets[breach->set]->id;
    }
  else if (breach->day >= 0)
    ref.id = self->days[breach->day].row->id;
  return ref;
}
/* ---- conflicts ---- */

static gboolean
is_of_other_units (const PltOptimiser *self, const PltShootConflict *conflict)
{
  for (guint d = 0; d < self->problem->n_days; d++)
    if ((conflict->days >> d & 1)
        && MAX (self->days[d].row->unit, 1) == self->strips[conflict->sequence].unit)
      return FALSE;
  return TRUE;
}

static char *
name_obstacle (const PltOptimiser *self, const PltShootConflict *conflict)
{
  switch (conflict->rule)
    {
    case PLT_SHOOT_RULE_ROLE_AWAY:
      return g_strdup_printf (_ ("%s is not free"), role_of (self, conflict->role));
    case PLT_SHOOT_RULE_TWICE:
      return g_strdup_printf (_ ("%s is in another unit"), role_of (self, conflict->role));
    case PLT_SHOOT_RULE_CHILD_MINUTES:
      return g_strdup_printf (_ ("%s has the hours of a minor"), role_of (self, conflict->role));
    case PLT_SHOOT_RULE_CHILD_NIGHT:
      return g_strdup_printf (_ ("%s may not play at night"), role_of (self, conflict->role));
    case PLT_SHOOT_RULE_SET_CLOSED:
      return g_strdup_printf (_ ("%s is not free"), plt_optimiser_set_name (self, conflict->set));
    case PLT_SHOOT_RULE_SITE_CLOSED:
      return g_strdup_printf (_ ("%s is not free"), site_of (self, conflict->site));
    case PLT_SHOOT_RULE_LIMIT:
      return g_strdup (_ ("the day would be too long"));
    case PLT_SHOOT_RULE_LIGHT:
      return g_strdup (_ ("the hours do not suit its light"));
    case PLT_SHOOT_RULE_DAWN:
      return g_strdup (_ ("too much dawn and dusk"));
    case PLT_SHOOT_RULE_REST:
      return g_strdup (_ ("too little rest"));
    case PLT_SHOOT_RULE_WEEK:
      return g_strdup (_ ("too many days in the week"));
    case PLT_SHOOT_RULE_ORDER:
      return g_strdup (_ ("a compulsory order"));
    case PLT_SHOOT_RULE_NOT_ALLOWED:
      if (is_of_other_units (self, conflict))
        return g_strdup (_ ("a day of another unit"));
      return g_strdup (self->problem->sequences[conflict->sequence].light == PLT_SHOOT_DAWN
                           ? _ ("the hours do not suit its light")
                           : _ ("it cannot be shot then"));
    case PLT_SHOOT_RULE_UNPLACED:
    case PLT_SHOOT_N_RULES:
    default:
      return g_strdup (_ ("it cannot be shot then"));
    }
}

static guint
count_days (PltShootMask mask)
{
  return (guint) (__builtin_popcountll ((guint64) mask)
                  + __builtin_popcountll ((guint64) (mask >> 64)));
}

static int
compare_conflicts (gconstpointer a, gconstpointer b)
{
  const PltShootConflict *one = a, *two = b;

  if (one->sequence != two->sequence)
    return one->sequence < two->sequence ? -1 : 1;
  if (count_days (one->days) != count_days (two->days))
    return count_days (one->days) > count_days (two->days) ? -1 : 1;
  return (gint) one->rule - (gint) two->rule;
}

/* ---- what no plan could mend ---- */

static void
add_cause (GPtrArray *sentences, char *sentence)
{
  g_ptr_array_add (sentences, sentence);
}

/* A strip that is longer than a day may be; more to shoot than all days hold. */
static void
tell_too_long (const PltOptimiser *self,
               const PltShootPlan *plan,
               const PltShootBreach *breach,
               GPtrArray *sentences)
{
  const PltShootProblem *problem = self->problem;
  gint64 needed = 0, held = 0;

  for (guint d = 0; d < problem->n_days; d++)
    if (problem->days[d].kind != PLT_SHOOT_CLOSED)
      held += problem->days[d].limit > 0 ? problem->days[d].limit : 24 * 60;
  for (guint q = 0; q < problem->n_sequences; q++)
    {
      needed += problem->sequences[q].minutes;
      if (breach->day >= 0 && plan->day[q] == breach->day
          && problem->sequences[q].minutes > problem->days[breach->day].limit)
        add_cause (sentences,
                   g_strdup_printf (_ ("Sequence %s alone is longer than a day may be: cut it over "
                                       "several days."),
                                    number_of (self, (gint) q)));
    }
  if (needed > held)
    {
      g_autofree char *all = plt_duration_format (needed), *most = plt_duration_format (held);

      add_cause (sentences,
                 g_strdup_printf (_ ("All that is to be shot takes %s, and the days of the "
                                     "plan hold %s at most: add days."),
                                  all, most));
    }
}

/* A minor who plays more than all its days allow. */
static void
tell_too_young (const PltOptimiser *self, gint role, GPtrArray *sentences)
{
  const PltShootProblem *problem = self->problem;
  const PltShootRole *row = &problem->roles[role];
  gint64 needed = 0, held = 0;
  guint n = 0;

  for (guint q = 0; q < problem->n_sequences; q++)
    if (problem->sequences[q].roles >> role & 1)
      needed += problem->sequences[q].minutes;
  for (guint d = 0; d < problem->n_days; d++)
    if ((row->available >> d & 1) && problem->days[d].kind != PLT_SHOOT_CLOSED)
      {
        held += problem->days[d].holiday && row->child_minutes_holiday > 0
                    ? row->child_minutes_holiday
                    : row->child_minutes;
        n++;
      }
  if (needed > held)
    {
      g_autofree char *all = plt_duration_format (needed), *most = plt_duration_format (held);

      add_cause (sentences,
                 g_strdup_printf (ngettext ("%s plays %s in all, and the %u day on which a "
                                            "minor can be had allows %s.",
                                            "%s plays %s in all, and the %u days on which "
                                            "a minor can be had allow %s.",
                                            n),
                                  role_of (self, role), all, n, most));
    }
}

/* Taken alone: nothing that is known of the day is against it. */
static gboolean
suits (const PltShootProblem *problem, guint q, guint d)
{
  const PltShootSequence *row = &problem->sequences[q];
  const PltShootDay *day = &problem->days[d];
  gboolean free = (row->allowed & problem->sets[row->set].available) >> d & 1
                  && (day->sites >> row->site & 1) && day->kind != PLT_SHOOT_CLOSED && !day->locked
                  && !(day->kind == PLT_SHOOT_DAY_ONLY && row->light == PLT_SHOOT_NIGHT)
                  && !(day->kind == PLT_SHOOT_NIGHT_ONLY && row->light == PLT_SHOOT_DAY);

  for (guint r = 0; r < problem->n_roles && free; r++)
    if (row->roles >> r & 1)
      free = (problem->roles[r].available >> d & 1)
             && !(problem->roles[r].child && !problem->roles[r].child_night
                  && row->light == PLT_SHOOT_NIGHT);
  return free;
}

static void
tell_no_day (const PltOptimiser *self, gint sequence, GPtrArray *sentences)
{
  for (guint d = 0; d < self->problem->n_days; d++)
    if (suits (self->problem, (guint) sequence, d))
      return;
  add_cause (sentences,
             g_strdup_printf (_ ("No day of the plan suits sequence %s, even taken alone."),
                              number_of (self, sequence)));
}

/* TRUE when the cause is of the whole film: what stands against one strip adds nothing. */
static gboolean
tell_causes (const PltOptimiser *self,
             const PltShootPlan *plan,
             const PltShootBreach *breach,
             const GArray *conflicts,
             GPtrArray *sentences)
{
  gint last = -1;

  if (breach->rule == PLT_SHOOT_RULE_LIMIT || breach->rule == PLT_SHOOT_RULE_UNPLACED)
    tell_too_long (self, plan, breach, sentences);
  if (breach->rule == PLT_SHOOT_RULE_CHILD_MINUTES)
    tell_too_young (self, breach->role, sentences);
  if (sentences->len > 0)
    return TRUE;
  for (guint i = 0; i < conflicts->len && sentences->len < MANY_SEQUENCES; i++)
    {
      gint q = g_array_index (conflicts, PltShootConflict, i).sequence;

      if (q != last)
        tell_no_day (self, q, sentences);
      last = q;
    }
  return FALSE;
}

GPtrArray *
plt_optimiser_say_conflicts (const PltOptimiser *self,
                             const PltShootPlan *plan,
                             const PltShootBreach *breach)
{
  g_autoptr (GArray) conflicts = plt_shoot_conflicts (self->problem, plan, breach);
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  guint n_causes;

  g_array_sort (conflicts, compare_conflicts);
  if (tell_causes (self, plan, breach, conflicts, sentences))
    return sentences;
  n_causes = sentences->len;
  for (guint i = 0, next; i < conflicts->len && sentences->len - n_causes < MANY_SEQUENCES;
       i = next)
    {
      gint q = g_array_index (conflicts, PltShootConflict, i).sequence;
      g_autoptr (GString) text = g_string_new (NULL);

      g_string_printf (text, _ ("Sequence %s elsewhere: "), number_of (self, q));
      for (next = i; next < conflicts->len; next++)
        {
          const PltShootConflict *one = &g_array_index (conflicts, PltShootConflict, next);
          guint n = count_days (one->days);
          g_autofree char *obstacle = NULL;

          if (one->sequence != q)
            break;
          if (next - i >= MANY_OBSTACLES)
            continue;
          obstacle = name_obstacle (self, one);
          g_string_append_printf (text, ngettext ("%s%s (%u day)", "%s%s (%u days)", n),
                                  next > i ? ", " : "", obstacle, n);
        }
      g_string_append_c (text, '.');
      g_ptr_array_add (sentences, g_strdup (text->str));
    }
  if (sentences->len == 0)
    g_ptr_array_add (sentences, g_strdup (_ ("What it concerns is locked, or already shot.")));
  return sentences;
}
