/* What the optimiser has to say, in sentences. Figures are told as "before → after", so that each
 * can be checked on the plan. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-plan-optimise-private.h"
#include "plt-time.h"

#define MANY_SEQUENCES 6 /* of which conflicts are told */
#define MANY_PARTS 6     /* of a reason */
#define MANY_RULES 3     /* mended or broken, of a reason */

/* ---- names ---- */

char *
plt_optimiser_day_name (const PltOptimiser *self, gint day)
{
  g_autofree char *date = NULL;

  if (day < 0)
    return g_strdup (_ ("not placed"));
  if (self->days[day].row->date != PLT_DATE_NONE)
    date = plt_date_format_short (self->days[day].row->date);
  /* Translators: a shooting day and its date: "D12 (Mon. 12 Apr.)" */
  return date != NULL ? g_strdup_printf (_ ("D%u (%s)"), self->days[day].number, date)
                      : g_strdup_printf (_ ("D%u"), self->days[day].number);
}

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
set_of (const PltOptimiser *self, gint set)
{
  return set >= 0 && self->sets[set] != NULL ? self->sets[set]->name : _ ("no set");
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
  return *cause != '\0' ? g_strdup_printf ("%.*s : %s.", (int) strlen (said) - 1, said, cause)
                        : g_steal_pointer (&said);
}

static char *
say_breach_of_role (const PltOptimiser *self, const PltShootBreach *breach, const char *day)
{
  const PltShootRole *role = &self->problem->roles[breach->role];
  const char *name = role_of (self, breach->role);
  g_autofree char *most = NULL;

  switch (breach->rule)
    {
    case PLT_SHOOT_RULE_TWICE:
      return g_strdup_printf (_ ("%s is needed in two units on %s."), name, day);
    case PLT_SHOOT_RULE_CHILD_MINUTES:
      most = plt_duration_format (self->problem->days[breach->day].holiday
                                          && role->child_minutes_holiday > 0
                                      ? role->child_minutes_holiday
                                      : role->child_minutes);
      return g_strdup_printf (_ ("%s, a minor, plays longer on %s than the %s allowed."), name, day,
                              most);
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
    return with_cause (
        self,
        g_strdup_printf (_ ("The set %s is not available on %s."), set_of (self, breach->set), day),
        PLT_AVAILABILITY_SET, self->sets[breach->set] != NULL ? self->sets[breach->set]->id : 0,
        breach);
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

char *
plt_optimiser_say_breach (const PltOptimiser *self, const PltShootBreach *breach)
{
  const PltShootWeights *weights = &self->problem->weights;
  const char *number = number_of (self, breach->sequence);
  g_autofree char *day = plt_optimiser_day_name (self, breach->day), *time = NULL;

  switch (breach->rule)
    {
    case PLT_SHOOT_RULE_UNPLACED:
      return g_strdup_printf (_ ("Sequence %s is on no shooting day."), number);
    case PLT_SHOOT_RULE_NOT_ALLOWED:
      if (MAX (self->days[breach->day].row->unit, 1) != self->strips[breach->sequence].unit)
        return g_strdup_printf (
            _ ("Sequence %s, of crew unit %d, is on %s, a day of another unit."), number,
            (int) self->strips[breach->sequence].unit, day);
      return with_cause (
          self, g_strdup_printf (_ ("Sequence %s cannot be shot on %s."), number, day),
          PLT_AVAILABILITY_SEQUENCE, self->strips[breach->sequence].sequence->id, breach);
    case PLT_SHOOT_RULE_LIGHT:
      return g_strdup_printf (_ ("The hours of %s do not suit the light of sequence %s."), day,
                              number);
    case PLT_SHOOT_RULE_LIMIT:
      time = plt_duration_format (self->problem->days[breach->day].limit);
      return g_strdup_printf (_ ("%s holds more than the %s allowed."), day, time);
    case PLT_SHOOT_RULE_DAWN:
      time = plt_duration_format (weights->dawn_minutes);
      return g_strdup_printf (_ ("%s holds more than %s of dawn and dusk."), day, time);
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
      return say_breach_of_role (self, breach, day);
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

/* ---- days without work ---- */

/* (transfer full) (nullable): which days the plan empties */
char *
plt_optimiser_say_empty (const PltOptimiser *self, const PltShootPlan *plan)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (gint d = 0; d < (gint) self->problem->n_days; d++)
    {
      gboolean was = FALSE, is = FALSE;
      g_autofree char *name = plt_optimiser_day_name (self, d);

      for (guint q = 0; q < self->problem->n_sequences; q++)
        {
          was = was || self->start.day[q] == d;
          is = is || plan->day[q] == d;
        }
      if (was && !is)
        g_string_append_printf (names, "%s%s", n++ > 0 ? ", " : "", name);
    }
  return n > 0 ? g_strdup_printf (ngettext ("%s is left without work: take it out of the plan, or "
                                            "keep it in reserve.",
                                            "%s are left without work: take them out of the plan, "
                                            "or keep them in reserve.",
                                            n),
                                  names->str)
               : NULL;
}

/* ---- conflicts ---- */

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
    case PLT_SHOOT_RULE_CHILD_NIGHT:
      return g_strdup_printf (_ ("%s has the hours of a minor"), role_of (self, conflict->role));
    case PLT_SHOOT_RULE_SET_CLOSED:
      return g_strdup_printf (_ ("%s is not free"), set_of (self, conflict->set));
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
    case PLT_SHOOT_RULE_UNPLACED:
    case PLT_SHOOT_RULE_NOT_ALLOWED:
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

/* A strip that is longer than a day may be, by itself. */
static void
tell_too_long (const PltOptimiser *self,
               const PltShootPlan *plan,
               const PltShootBreach *breach,
               GPtrArray *sentences)
{
  for (guint q = 0; q < self->problem->n_sequences; q++)
    if (plan->day[q] == breach->day
        && self->problem->sequences[q].minutes > self->problem->days[breach->day].limit)
      g_ptr_array_add (sentences,
                       g_strdup_printf (_ ("Sequence %s alone is longer than a day may be: "
                                           "cut it over several days."),
                                        number_of (self, (gint) q)));
}

GPtrArray *
plt_optimiser_say_conflicts (const PltOptimiser *self,
                             const PltShootPlan *plan,
                             const PltShootBreach *breach)
{
  g_autoptr (GArray) conflicts = plt_shoot_conflicts (self->problem, plan, breach);
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  if (breach->rule == PLT_SHOOT_RULE_LIMIT)
    tell_too_long (self, plan, breach, sentences);
  g_array_sort (conflicts, compare_conflicts);
  for (guint i = 0, next; i < conflicts->len && sentences->len < MANY_SEQUENCES; i = next)
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
          if (next - i >= MANY_PARTS)
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

/* ---- what a move is ---- */

static gboolean
goes_along (const PltOfferStrip *one, const PltOfferStrip *two)
{
  return one->from == two->from && one->to == two->to;
}

static char *
name_row (const PltOptimiser *self, const PltDayFacts *row)
{
  return plt_optimiser_day_name (self, row != NULL ? plt_optimiser_find_day (self, row->id) : -1);
}

/* Those from @first on that go the same way; the set in brackets when it is one. */
static void
say_way (const PltOptimiser *self, const GArray *strips, guint first, GString *text)
{
  const PltOfferStrip *one = &g_array_index (strips, PltOfferStrip, first);
  g_autofree char *from = name_row (self, one->from), *to = name_row (self, one->to);
  g_autoptr (GString) numbers = g_string_new (NULL);
  gboolean one_set = one->sequence->set != 0;
  const PltSetFacts *set = PLT_FACTS_FIND (self->facts->sets, PltSetFacts, one->sequence->set);
  guint n = 0;

  for (guint i = first; i < strips->len; i++)
    {
      const PltOfferStrip *other = &g_array_index (strips, PltOfferStrip, i);

      if (!goes_along (one, other))
        continue;
      g_string_append_printf (numbers, "%s%s", n++ > 0 ? ", " : "", other->sequence->number);
      one_set = one_set && other->sequence->set == one->sequence->set;
    }
  if (one_set && set != NULL)
    g_string_append_printf (numbers, " (%s)", set->name);
  g_string_append_printf (text, ngettext ("sequence %s: %s → %s", "sequences %s: %s → %s", n),
                          numbers->str, from, to);
}

char *
plt_optimiser_say_strips (const PltOptimiser *self, const GArray *strips)
{
  GString *text = g_string_new (NULL);
  gunichar first;
  g_autofree char *rest = NULL;

  for (guint i = 0; i < strips->len; i++)
    {
      gboolean said = FALSE;

      for (guint j = 0; j < i && !said; j++)
        said = goes_along (&g_array_index (strips, PltOfferStrip, j),
                           &g_array_index (strips, PltOfferStrip, i));
      if (said)
        continue;
      if (text->len > 0)
        g_string_append (text, " ; ");
      say_way (self, strips, i, text);
    }
  first = g_unichar_toupper (g_utf8_get_char (text->str));
  rest = g_strdup (g_utf8_next_char (text->str));
  g_string_truncate (text, 0);
  g_string_append_unichar (text, first);
  g_string_append (text, rest);
  return g_string_free (text, FALSE);
}

/* ---- why ---- */

typedef struct
{
  gint64 change; /* centimes, new less old */
  char *text;
} Part;

static void
part_clear (gpointer part)
{
  g_free (((Part *) part)->text);
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  gint64 one = ABS (((const Part *) a)->change), two = ABS (((const Part *) b)->change);

  return (one < two) - (one > two);
}

static void
add_part (GArray *parts, gint64 change, char *text)
{
  Part part = { change, text };

  if (change != 0)
    g_array_append_val (parts, part);
  else
    g_free (text);
}

static void
count_role (
    const PltOptimiser *self, const PltShootPlan *plan, gint role, guint *worked, guint *idle)
{
  PltOfferFigures figures;
  PltShootProblem alone = *self->problem;
  PltShootRole only = self->problem->roles[role];
  g_autofree PltShootSequence *sequences
      = g_memdup2 (alone.sequences, alone.n_sequences * sizeof *alone.sequences);

  for (guint q = 0; q < alone.n_sequences; q++)
    sequences[q].roles = sequences[q].roles >> role & 1;
  alone.sequences = sequences;
  alone.roles = &only;
  alone.n_roles = 1;
  plt_optimiser_count (&alone, plan, plan, &figures);
  *worked = figures.role_days;
  *idle = figures.waiting;
}

static void
add_roles (const PltOptimiser *self,
           GArray *parts,
           const PltShootCost *before,
           const PltShootCost *after,
           const PltShootPlan *plan_before,
           const PltShootPlan *plan_after)
{
  for (guint r = 0; r < self->problem->n_roles; r++)
    {
      gint64 change = after->role[r] - before->role[r];
      guint worked[2], idle[2];

      if (change == 0)
        continue;
      count_role (self, plan_before, (gint) r, &worked[0], &idle[0]);
      count_role (self, plan_after, (gint) r, &worked[1], &idle[1]);
      if (worked[0] != worked[1])
        add_part (
            parts, change,
            g_strdup_printf (_ ("%s, days %u → %u"), self->roles[r]->name, worked[0], worked[1]));
      else
        add_part (parts, change,
                  g_strdup_printf (_ ("%s, days of waiting %u → %u"), self->roles[r]->name, idle[0],
                                   idle[1]));
    }
}

static void
add_terms (const PltOptimiser *self,
           GArray *parts,
           const PltShootCost *before,
           const PltShootCost *after,
           const PltShootPlan *plan_before,
           const PltShootPlan *plan_after)
{
  PltOfferFigures one, two;
  gint64 change[PLT_SHOOT_N_TERMS];

  for (guint t = 0; t < PLT_SHOOT_N_TERMS; t++)
    change[t] = after->term[t] - before->term[t];
  plt_optimiser_count (self->problem, &self->start, plan_before, &one);
  plt_optimiser_count (self->problem, &self->start, plan_after, &two);
  add_part (parts, change[PLT_SHOOT_TERM_DAYS],
            g_strdup_printf (_ ("shooting days %u → %u"), one.days, two.days));
  add_part (parts, change[PLT_SHOOT_TERM_OVERTIME], g_strdup (_ ("time beyond the days")));
  add_part (parts, change[PLT_SHOOT_TERM_MOVES],
            g_strdup_printf (_ ("company moves %u → %u"), one.unit_moves, two.unit_moves));
  add_part (parts, change[PLT_SHOOT_TERM_DISTANCE],
            g_strdup_printf (_ ("kilometres %u → %u"), one.km, two.km));
  add_part (parts, change[PLT_SHOOT_TERM_NIGHTS],
            g_strdup_printf (_ ("nights %u → %u"), one.nights, two.nights));
  add_part (parts, change[PLT_SHOOT_TERM_EXPOSURE], g_strdup (_ ("exteriors without a cover set")));
  add_part (parts, change[PLT_SHOOT_TERM_WISHES], g_strdup (_ ("wishes of order and of waiting")));
  for (guint s = 0; s < self->problem->n_sets; s++)
    add_part (parts, after->set[s] - before->set[s],
              g_strdup_printf (after->set[s] < before->set[s] ? _ ("fewer returns to %s")
                                                              : _ ("more returns to %s"),
                               set_of (self, (gint) s)));
}

static gboolean
is_same_breach (const PltShootBreach *a, const PltShootBreach *b)
{
  return a->rule == b->rule && a->sequence == b->sequence && a->other == b->other
         && a->role == b->role && a->set == b->set && a->site == b->site && a->day == b->day
         && a->precedence == b->precedence;
}

/* Rules of @broken that are not, or less, in @others. */
static void
add_rules (const PltOptimiser *self,
           gboolean mended,
           const GArray *broken,
           const GArray *others,
           GString *text)
{
  guint n = 0;

  for (guint i = 0; i < broken->len && n < MANY_RULES; i++)
    {
      const PltShootBreach *breach = &g_array_index (broken, PltShootBreach, i);
      g_autofree char *sentence = NULL;
      gint64 units = breach->units;

      for (guint j = 0; j < others->len; j++)
        if (is_same_breach (breach, &g_array_index (others, PltShootBreach, j)))
          units -= g_array_index (others, PltShootBreach, j).units;
      if (units <= 0)
        continue;
      n++;
      sentence = plt_optimiser_say_breach (self, breach);
      sentence[strlen (sentence) - 1] = '\0'; /* its full stop */
      if (text->len > 0)
        g_string_append (text, " ; ");
      /* Translators: %s is a broken rule, as a sentence without its full stop */
      g_string_append_printf (text, mended ? _ ("no longer: %s") : _ ("breaks: %s"), sentence);
    }
}

static char *
format_change (gint64 change)
{
  g_autofree char *amount = plt_money_format (ABS (change));

  return g_strdup_printf ("%s%s", change < 0 ? "−" : "+", amount);
}

char *
plt_optimiser_say_change (const PltOptimiser *self,
                          const PltShootPlan *plan_before,
                          const PltShootPlan *plan_after)
{
  g_autofree PltShootCost *costs = g_new (PltShootCost, 2);
  g_autoptr (GArray) broken = g_array_new (FALSE, FALSE, sizeof (PltShootBreach));
  g_autoptr (GArray) still = g_array_new (FALSE, FALSE, sizeof (PltShootBreach));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  GString *text = g_string_new (NULL);

  g_array_set_clear_func (parts, part_clear);
  plt_shoot_cost (self->problem, plan_before, &costs[0], broken);
  plt_shoot_cost (self->problem, plan_after, &costs[1], still);
  add_rules (self, TRUE, broken, still, text);
  add_rules (self, FALSE, still, broken, text);
  add_terms (self, parts, &costs[0], &costs[1], plan_before, plan_after);
  add_roles (self, parts, &costs[0], &costs[1], plan_before, plan_after);
  g_array_sort (parts, compare_parts);
  for (guint i = 0; i < MIN (parts->len, MANY_PARTS); i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      g_autofree char *amount = format_change (part->change);

      g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? " ; " : "", part->text, amount);
    }
  return g_string_free (text, FALSE);
}
