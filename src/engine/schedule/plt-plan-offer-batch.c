/* A plan of the optimiser as strips on days: for the checks of the plan de travail, and as edits.
 */
#include <string.h>

#include "plt-check.h"
#include "plt-plan-optimise-private.h"

#define STEP 1024 /* between two positions */

/* A strip of a day, or one that comes to it. */
typedef struct
{
  const PltStripFacts *row; /* (nullable) */
  gint q;                   /* of the problem, -1: a banner, or nothing the search knows */
  gint64 day, position;
} Place;

/* It was put off, and has found its day. */
static gboolean
is_placed_again (const PltStripFacts *row, gint64 day)
{
  return row->day == 0 && day != 0 && g_strcmp0 (row->shot, "reportee") == 0;
}

static gint
find_strip (const PltOptimiser *self, const PltStripFacts *row)
{
  for (guint q = 0; q < self->problem->n_sequences; q++)
    if (self->strips[q].row == row)
      return (gint) q;
  return -1;
}

static gboolean
is_night (const PltOptimiser *self, const Place *place)
{
  return place->q >= 0 && self->problem->sequences[place->q].light == PLT_SHOOT_NIGHT;
}

/* What stays there, in its order. */
static GArray *
list_day (const PltOptimiser *self, gint day, const PltShootPlan *plan)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Place));
  const PltFacts *facts = self->facts;

  for (guint i = 0; i < facts->strips.n; i++)
    {
      const PltStripFacts *row = &facts->strips.items[i];
      Place place = { row, -1, row->day, row->position };

      if (row->day != self->days[day].row->id || row->schedule != self->schedule->id)
        continue;
      place.q = find_strip (self, row);
      if (place.q < 0 || plan->day[place.q] == day)
        g_array_append_val (list, place);
    }
  return list;
}

static gint64
rank_of (const PltOptimiser *self, gint q)
{
  const PltOptimiserStrip *strip = &self->strips[q];

  return strip->row != NULL ? strip->row->position : strip->sequence->position;
}

static int
compare_newcomers (gconstpointer a, gconstpointer b, gpointer data)
{
  const PltOptimiser *self = data;
  gint q = *(const gint *) a, p = *(const gint *) b;
  const PltShootSequence *one = &self->problem->sequences[q], *two = &self->problem->sequences[p];
  gboolean night = one->light == PLT_SHOOT_NIGHT;

  if (night != (two->light == PLT_SHOOT_NIGHT))
    return night ? 1 : -1;
  if (one->site != two->site)
    return one->site < two->site ? -1 : 1;
  if (one->set != two->set)
    return one->set < two->set ? -1 : 1;
  if (self->start.day[q] != self->start.day[p])
    return self->start.day[q] < self->start.day[p] ? -1 : 1;
  if (rank_of (self, q) != rank_of (self, p))
    return rank_of (self, q) < rank_of (self, p) ? -1 : 1;
  return q - p;
}

/* Where the strips of night at the end of the day begin. */
static guint
evening_of (const PltOptimiser *self, const GArray *list)
{
  guint evening = list->len;

  for (guint i = list->len; i-- > 0;)
    {
      const Place *place = &g_array_index (list, Place, i);

      if (is_night (self, place))
        evening = i;
      else if (place->q >= 0)
        break;
    }
  return evening;
}

/* After the last one of its set, else of its place, else at the end; by day before the night. */
static void
insert (const PltOptimiser *self, GArray *list, gint q, gint64 day)
{
  const PltShootSequence *row = &self->problem->sequences[q];
  guint evening = evening_of (self, list);
  guint first = row->light == PLT_SHOOT_NIGHT ? evening : 0;
  guint end = row->light == PLT_SHOOT_NIGHT ? list->len : evening;
  guint after_set = 0, after_site = 0;
  Place place = { self->strips[q].row, q, day, 0 };

  for (guint i = first; i < end; i++)
    {
      gint other = g_array_index (list, Place, i).q;

      if (other < 0)
        continue;
      if (self->problem->sequences[other].set == row->set)
        after_set = i + 1;
      if (self->problem->sequences[other].site == row->site)
        after_site = i + 1;
    }
  end = after_set > 0 ? after_set : after_site > 0 ? after_site : end;
  g_array_insert_val (list, end, place);
}

/* The strips of a day as @plan has it; TRUE when the day receives some. */
static gboolean
lay_out (const PltOptimiser *self, gint day, const PltShootPlan *plan, GArray **list)
{
  g_autoptr (GArray) newcomers = g_array_new (FALSE, FALSE, sizeof (gint));

  *list = list_day (self, day, plan);
  for (gint q = 0; q < (gint) self->problem->n_sequences; q++)
    if (plan->day[q] == day && self->start.day[q] != day)
      g_array_append_val (newcomers, q);
  g_array_sort_with_data (newcomers, compare_newcomers, (gpointer) self);
  for (guint i = 0; i < newcomers->len; i++)
    insert (self, *list, g_array_index (newcomers, gint, i), self->days[day].row->id);
  if (newcomers->len == 0)
    return FALSE;
  for (guint i = 0; i < (*list)->len; i++)
    g_array_index (*list, Place, i).position = (gint64) (i + 1) * STEP;
  return TRUE;
}

/* ---- edits ---- */

static void
write_place (const PltOptimiser *self, const Place *place, PltBatch *batch)
{
  if (place->row == NULL)
    {
      plt_batch_insert (batch, "strip");
      plt_batch_set_integer (batch, "schedule", self->schedule->id);
      plt_batch_set_text (batch, "kind", "sequence");
      plt_batch_set_integer (batch, "sequence", self->strips[place->q].sequence->id);
    }
  else if (place->row->day != place->day || place->row->position != place->position)
    plt_batch_update (batch, "strip", place->row->id);
  else
    return;
  if (place->row == NULL || place->row->day != place->day)
    plt_batch_set_integer (batch, "day", place->day);
  if (place->row == NULL || place->row->position != place->position)
    plt_batch_set_integer (batch, "position", place->position);
  if (place->row != NULL && is_placed_again (place->row, place->day))
    plt_batch_set_text (batch, "shot", "");
}

void
plt_optimiser_write (const PltOptimiser *self, const PltShootPlan *plan, PltBatch *batch)
{
  for (gint d = 0; d < (gint) self->problem->n_days; d++)
    {
      g_autoptr (GArray) list = NULL;

      if (!lay_out (self, d, plan, &list))
        continue;
      for (guint i = 0; i < list->len; i++)
        write_place (self, &g_array_index (list, Place, i), batch);
    }
}

/* ---- checks ---- */

static int
compare_strips (gconstpointer a, gconstpointer b)
{
  const PltStripFacts *one = a, *two = b;

  if (one->schedule != two->schedule)
    return one->schedule < two->schedule ? -1 : 1;
  if (one->day != two->day)
    return one->day < two->day ? -1 : 1;
  if (one->position != two->position)
    return one->position < two->position ? -1 : 1;
  return one->id < two->id ? -1 : one->id > two->id;
}

/* The strips of the production, moved; séquences that had none get one with a made up id. */
static GArray *
moved_strips (const PltOptimiser *self, const PltShootPlan *plan)
{
  const PltFacts *facts = self->facts;
  GArray *strips = g_array_new (FALSE, FALSE, sizeof (PltStripFacts));

  g_array_append_vals (strips, facts->strips.items, facts->strips.n);
  for (gint d = 0; d < (gint) self->problem->n_days; d++)
    {
      g_autoptr (GArray) list = NULL;

      lay_out (self, d, plan, &list);
      for (guint i = 0; i < list->len; i++)
        {
          const Place *place = &g_array_index (list, Place, i);
          PltStripFacts strip = { .id = -1 - place->q,
                                  .schedule = self->schedule->id,
                                  .kind = "sequence",
                                  .text = "",
                                  .minutes = PLT_UNKNOWN,
                                  .part = "",
                                  .shot = "",
                                  .note = "" };

          if (place->row != NULL)
            strip = *place->row;
          if (place->row != NULL && is_placed_again (place->row, place->day))
            strip.shot = "";
          if (place->row == NULL)
            strip.sequence = self->strips[place->q].sequence->id;
          strip.day = place->day;
          strip.position = place->position;
          if (place->row != NULL)
            g_array_index (strips, PltStripFacts, place->row - facts->strips.items) = strip;
          else
            g_array_append_val (strips, strip);
        }
    }
  g_array_sort (strips, compare_strips);
  return strips;
}

GPtrArray *
plt_optimiser_check (const PltOptimiser *self, const PltShootPlan *plan, guint *errors)
{
  g_autoptr (GArray) strips = moved_strips (self, plan);
  GPtrArray *issues = plt_issues_new ();
  PltFacts facts = *self->facts; /* shares all but the strips */
  g_autoptr (PltPlan) moved = NULL;

  facts.strips.items = NULL;
  facts.strips.n = 0;
  facts.strips.index = NULL;
  for (guint i = 0; i < strips->len; i++)
    {
      const PltStripFacts *strip = &g_array_index (strips, PltStripFacts, i);

      *PLT_FACTS_ADD (facts.strips, PltStripFacts, strip->id) = *strip;
    }
  moved = plt_plan_new (&facts, self->schedule->id);
  plt_check_plan (&facts, moved, issues);
  plt_issues_sort (issues);
  *errors = 0;
  for (guint i = 0; i < issues->len; i++)
    {
      PltIssue *issue = issues->pdata[i];

      *errors += issue->severity == PLT_SEVERITY_ERROR;
      if (issue->ref.id < 0) /* of a strip that is not there yet */
        issue->ref = (PltRef){ "sequence", self->strips[-1 - issue->ref.id].sequence->id, NULL };
    }
  g_clear_pointer (&moved, plt_plan_free);
  g_clear_pointer (&facts.strips.index, g_hash_table_unref);
  g_free (facts.strips.items);
  return issues;
}
