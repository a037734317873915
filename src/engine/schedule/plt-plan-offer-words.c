/* What the optimiser has to say of moves, in sentences. Figures are told as "before → after", so
 * that each can be checked on the plan. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-plan-optimise-private.h"

#define MANY_PARTS 6 /* of a reason */
#define MANY_RULES 3 /* mended or broken, of a reason */

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
const char *
plt_optimiser_set_name (const PltOptimiser *self, gint set)
{
  return set >= 0 && self->sets[set] != NULL ? self->sets[set]->name : _ ("no set");
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
        g_string_append (text, _ ("; "));
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
  add_part (parts, ((gint64) two.day_moves - one.day_moves) * self->problem->weights.day_move,
            g_strdup_printf (_ ("company moves in the day %u → %u"), one.day_moves, two.day_moves));
  add_part (
      parts, ((gint64) two.night_moves - one.night_moves) * self->problem->weights.night_move,
      g_strdup_printf (_ ("changes of place overnight %u → %u"), one.night_moves, two.night_moves));
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
                               plt_optimiser_set_name (self, (gint) s)));
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
           const PltShootPlan *plan,
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
      sentence = plt_optimiser_say_breach (self, plan, breach);
      sentence[strlen (sentence) - 1] = '\0'; /* its full stop */
      if (text->len > 0)
        g_string_append (text, _ ("; "));
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
  add_rules (self, TRUE, plan_before, broken, still, text);
  add_rules (self, FALSE, plan_after, still, broken, text);
  add_terms (self, parts, &costs[0], &costs[1], plan_before, plan_after);
  add_roles (self, parts, &costs[0], &costs[1], plan_before, plan_after);
  g_array_sort (parts, compare_parts);
  for (guint i = 0; i < MIN (parts->len, MANY_PARTS); i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      g_autofree char *amount = format_change (part->change);

      g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? _ ("; ") : "", part->text, amount);
    }
  return g_string_free (text, FALSE);
}
