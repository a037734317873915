/* The order of the séquences: the wishes of the register, what is destroyed and used again, the end
 * of the story first, what is shot and still planned, what is to shoot again and has no day.
 *
 * Two days compare by their dates when both have one, else by their place in the plan. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-check-plan-private.h"
#include "plt-plan-marks.h"

/* Where a séquence stands in the plan, over all its strips. */
typedef struct
{
  const PltSequenceFacts *sequence;
  guint n;           /* strips on shooting days */
  guint first, last; /* indices of days, in the order of compare() */
  const PltCheckStrip *first_strip, *last_strip;
  int shot_day;                    /* of its last strip that was shot, -1 */
  const PltCheckStrip *open_strip; /* (nullable): the last one that says nothing of what became */
  int open_day;                    /* of that strip, -1 */
} Place;

/* Séquences with fire that are told one by one. */
#define FEW 3

typedef struct
{
  PltPlanCheck *check;
  Place *places; /* one for each séquence of the facts */
} Order;

static int
compare (const PltPlanCheck *self, guint one, guint two)
{
  PltDate a = self->days[one].date, b = self->days[two].date;

  if (a != PLT_DATE_NONE && b != PLT_DATE_NONE)
    return a < b ? -1 : a > b;
  return one < two ? -1 : one > two;
}

static Place *
find_place (const Order *order, gint64 sequence)
{
  const PltSequenceFacts *row
      = PLT_FACTS_FIND (order->check->facts->sequences, PltSequenceFacts, sequence);

  return row != NULL ? &order->places[row - order->check->facts->sequences.items] : NULL;
}

static void
add_strip (const Order *order, guint day, const PltCheckStrip *strip)
{
  Place *place = find_place (order, strip->sequence->id);
  const char *shot = strip->strip->shot != NULL ? strip->strip->shot : "";

  if (place->n == 0 || compare (order->check, day, place->first) < 0)
    {
      place->first = day;
      place->first_strip = strip;
    }
  if (place->n == 0 || compare (order->check, day, place->last) >= 0)
    {
      place->last = day;
      place->last_strip = strip;
    }
  place->n++;
  if (*shot == '\0'
      && (place->open_day < 0 || compare (order->check, day, (guint) place->open_day) >= 0))
    {
      place->open_day = (int) day;
      place->open_strip = strip;
    }
  else if (strcmp (shot, "tournee") == 0
           && (place->shot_day < 0 || compare (order->check, day, (guint) place->shot_day) > 0))
    place->shot_day = (int) day;
}

static void
read_places (Order *order)
{
  PltPlanCheck *self = order->check;

  order->places = g_new0 (Place, MAX (self->facts->sequences.n, 1));
  for (guint i = 0; i < self->facts->sequences.n; i++)
    {
      order->places[i].sequence = &self->facts->sequences.items[i];
      order->places[i].shot_day = order->places[i].open_day = -1;
    }
  for (guint i = 0; i < self->n_days; i++)
    for (guint j = 0; self->days[i].shooting && j < self->days[i].n_strips; j++)
      if (self->days[i].strips[j].sequence != NULL)
        add_strip (order, i, &self->days[i].strips[j]);
}

/* ---- wishes ---- */

/* Whether the two stand as the row wants; calendar days between where both are dated. */
static gboolean
is_kept (const PltPlanCheck *self, const PltOrderFacts *row, const Place *one, const Place *two)
{
  guint first = compare (self, one->first, two->first) <= 0 ? one->first : two->first;
  guint last = compare (self, one->last, two->last) >= 0 ? one->last : two->last;

  if (strcmp (row->kind, "avant") == 0)
    return compare (self, one->last, two->first) <= 0;
  if (strcmp (row->kind, "jour-avant") == 0)
    return compare (self, one->last, two->first) < 0;
  if (strcmp (row->kind, "meme-jour") == 0)
    return compare (self, first, last) == 0;
  if (row->days == PLT_UNKNOWN)
    return TRUE;
  if (self->days[first].date != PLT_DATE_NONE && self->days[last].date != PLT_DATE_NONE)
    return self->days[last].date - self->days[first].date <= row->days;
  return (gint64) last - (gint64) first <= row->days;
}

static char *
tell_wish (const PltOrderFacts *row, const char *one, const char *two)
{
  if (strcmp (row->kind, "avant") == 0)
    return g_strdup_printf (_ ("Sequence %s is to be shot before sequence %s"), one, two);
  if (strcmp (row->kind, "jour-avant") == 0)
    return g_strdup_printf (_ ("Sequence %s is to be shot on a day before sequence %s"), one, two);
  if (strcmp (row->kind, "meme-jour") == 0)
    return g_strdup_printf (_ ("Sequences %s and %s are to be shot on the same day"), one, two);
  return g_strdup_printf (ngettext ("Sequences %s and %s are to be shot within %d day",
                                    "Sequences %s and %s are to be shot within %d days",
                                    (gulong) MAX (row->days, 0)),
                          one, two, (int) MIN (row->days, G_MAXINT));
}

static void
check_wish (const Order *order, const PltOrderFacts *row)
{
  PltPlanCheck *self = order->check;
  const Place *one = find_place (order, row->sequence), *two = find_place (order, row->other);
  g_autofree char *wish = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *where = NULL;

  if (row->sequence == row->other)
    {
      g_ptr_array_add (self->issues,
                       plt_issue_new ("plan.order-empty", PLT_SEVERITY_WARNING,
                                      (PltRef){ "sequence_order", row->id, "other" }, NULL,
                                      _ ("A wish of order names the same sequence twice: choose "
                                         "the other one.")));
      return;
    }
  if (one == NULL || two == NULL || one->n == 0 || two->n == 0 || is_kept (self, row, one, two))
    return;
  wish = tell_wish (row, one->sequence->number, two->sequence->number);
  reason = row->reason != NULL && *row->reason != '\0' ? g_strdup_printf (" (%s)", row->reason)
                                                       : g_strdup ("");
  where = one->last == two->first ? g_strdup_printf (_ ("they are both on %s"),
                                                     plt_check_day_name (&self->days[one->last]))
                                  : g_strdup_printf (_ ("they are on %s and %s"),
                                                     plt_check_day_name (&self->days[one->last]),
                                                     plt_check_day_name (&self->days[two->first]));
  g_ptr_array_add (self->issues,
                   plt_issue_new (row->compulsory ? "plan.order" : "plan.order-wish",
                                  row->compulsory ? PLT_SEVERITY_ERROR : PLT_SEVERITY_WARNING,
                                  (PltRef){ "strip", one->last_strip->strip->id, NULL }, NULL,
                                  _ ("%s%s; %s. Move one of them."), wish, reason, where));
}

static void
tell_fire (const Order *order, const Place *place, const Place *after)
{
  PltPlanCheck *self = order->check;
  const PltSetFacts *set = PLT_FACTS_FIND (self->facts->sets, PltSetFacts, place->sequence->set);

  g_ptr_array_add (
      self->issues,
      plt_issue_new ("plan.fire-last", PLT_SEVERITY_INFO,
                     (PltRef){ "strip", place->last_strip->strip->id, NULL }, NULL,
                     _ ("Sequence %s is marked for fire, and its set “%s” is used again on %s. If "
                        "the set may be damaged, shoot it last."),
                     place->sequence->number, set != NULL ? set->name : "",
                     plt_check_day_name (&self->days[after->last])));
}

/* (element-type Place) */
static void
tell_fires (PltPlanCheck *self, const GPtrArray *found)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  g_autofree char *list = NULL;
  const Place *first = found->pdata[0];

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (numbers, (gpointer) ((const Place *) found->pdata[i])->sequence->number);
  list = plt_check_join ((const char *const *) numbers->pdata, numbers->len);
  g_ptr_array_add (self->issues,
                   plt_issue_new ("plan.fire-last", PLT_SEVERITY_INFO,
                                  (PltRef){ "strip", first->last_strip->strip->id, NULL }, NULL,
                                  _ ("%u sequences are marked for fire, and their sets are used "
                                     "again later (%s). If a set may be damaged, shoot it last."),
                                  found->len, list));
}

/* A set with fire in it is used again on a later day: shoot what destroys last. A finding a
 * séquence while they are few. */
static void
check_destruction (const Order *order)
{
  PltPlanCheck *self = order->check;
  g_autoptr (GHashTable) last = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < self->facts->sequences.n; i++)
    {
      const Place *place = &order->places[i], *before;
      gpointer key = PLT_ID_TO_POINTER (place->sequence->set);

      if (place->n == 0 || place->sequence->set == 0)
        continue;
      before = g_hash_table_lookup (last, key);
      if (before == NULL || compare (self, place->last, before->last) > 0)
        g_hash_table_insert (last, key, (gpointer) place);
    }
  for (guint i = 0; i < self->facts->sequences.n; i++)
    {
      const Place *place = &order->places[i], *after;

      if (place->n == 0 || strstr (place->sequence->hazards, "feu") == NULL)
        continue;
      after = g_hash_table_lookup (last, PLT_ID_TO_POINTER (place->sequence->set));
      if (after != NULL && compare (self, place->last, after->last) < 0)
        g_ptr_array_add (found, (gpointer) place);
    }
  for (guint i = 0; found->len <= FEW && i < found->len; i++)
    {
      const Place *place = found->pdata[i];
      gint64 set = place->sequence->set;

      tell_fire (order, place, g_hash_table_lookup (last, PLT_ID_TO_POINTER (set)));
    }
  if (found->len > FEW)
    tell_fires (self, found);
}

/* The last séquence of the story among the first days. */
static void
check_story (const Order *order)
{
  PltPlanCheck *self = order->check;
  gint64 share = plt_plan_marks_get (self->marks, "dernier-jour-e3", NULL);
  const Place *end = NULL;

  for (guint i = 0; i < self->facts->sequences.n; i++)
    {
      const PltSequenceFacts *row = &self->facts->sequences.items[i];

      if (strcmp (row->status, "supprimee") != 0
          && (end == NULL || row->position >= end->sequence->position))
        end = &order->places[i];
    }
  if (share == PLT_UNKNOWN || end == NULL || end->n == 0
      || self->plan->n_shooting_days * share < 1000
      || (gint64) (self->days[end->first].plan->number) * 1000
             > share * (gint64) self->plan->n_shooting_days)
    return;
  g_ptr_array_add (self->issues,
                   plt_issue_new ("plan.story-end-first", PLT_SEVERITY_INFO,
                                  (PltRef){ "strip", end->first_strip->strip->id, NULL }, NULL,
                                  _ ("Sequence %s ends the story and is shot on %s already. Later, "
                                     "the actors know where they come from."),
                                  end->sequence->number,
                                  plt_check_day_name (&self->days[end->first])));
}

/* ---- during the shoot ---- */

static void
check_state (const Order *order, const Place *place)
{
  PltPlanCheck *self = order->check;
  const char *status = place->sequence->status, *number = place->sequence->number;
  PltRef ref = { "sequence", place->sequence->id, NULL };

  if (place->open_strip != NULL)
    ref = (PltRef){ "strip", place->open_strip->strip->id, NULL };
  if (strcmp (status, "supprimee") == 0 && place->open_strip != NULL)
    g_ptr_array_add (self->issues,
                     plt_issue_new ("plan.dropped-planned", PLT_SEVERITY_WARNING, ref, NULL,
                                    _ ("Sequence %s is dropped and still on %s. Take it off the "
                                       "plan."),
                                    number, plt_check_day_name (&self->days[place->open_day])));
  else if (strcmp (status, "tournee") == 0 && place->open_strip != NULL && place->shot_day >= 0
           && compare (self, (guint) place->open_day, (guint) place->shot_day) > 0)
    g_ptr_array_add (
        self->issues,
        plt_issue_new ("plan.shot-again", PLT_SEVERITY_WARNING, ref, NULL,
                       _ ("Sequence %s was shot on %s and is still on %s. Take it off, "
                          "or mark it as a retake."),
                       number, plt_check_day_name (&self->days[place->shot_day]),
                       plt_check_day_name (&self->days[place->open_day])));
  else if (strcmp (status, "retake") == 0 && place->open_strip == NULL)
    g_ptr_array_add (self->issues,
                     plt_issue_new ("plan.retake-unplaced", PLT_SEVERITY_WARNING, ref, NULL,
                                    _ ("Sequence %s is to be shot again and has no day for it."),
                                    number));
  else if ((strcmp (status, "reportee") == 0 || strcmp (status, "partielle") == 0) && place->n > 0
           && place->open_strip == NULL)
    g_ptr_array_add (self->issues,
                     plt_issue_new ("plan.rest-unplaced", PLT_SEVERITY_WARNING, ref, NULL,
                                    _ ("Sequence %s is not finished and has no day for the rest."),
                                    number));
}

void
plt_check_plan_order (PltPlanCheck *self)
{
  Order order = { self, NULL };

  read_places (&order);
  for (guint i = 0; i < self->facts->orders.n; i++)
    check_wish (&order, &self->facts->orders.items[i]);
  check_destruction (&order);
  check_story (&order);
  for (guint i = 0; i < self->facts->sequences.n; i++)
    check_state (&order, &order.places[i]);
  g_free (order.places);
}
