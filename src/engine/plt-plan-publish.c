#include "plt-plan-publish.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-plan-version.h"

/* ---- copies ---- */

static gint64
copy_day (const PltDayFacts *day, gint64 schedule, PltBatch *batch)
{
  gint64 handle = plt_batch_insert (batch, "shooting_day");

  plt_batch_set_integer (batch, "schedule", schedule);
  plt_batch_set_known (batch, "position", day->position);
  plt_batch_set_date (batch, "date", day->date);
  plt_batch_set_text (batch, "kind", day->kind);
  plt_batch_set_known (batch, "unit", day->unit);
  plt_batch_set_known (batch, "start_minutes", day->start_minutes);
  plt_batch_set_known (batch, "end_minutes", day->end_minutes);
  plt_batch_set_known (batch, "meal_minutes", day->meal_minutes);
  plt_batch_set_integer (batch, "locked", day->locked);
  plt_batch_set_text (batch, "note", day->note);
  return handle;
}

static void
copy_strip (const PltStripFacts *strip, gint64 schedule, gint64 day, PltBatch *batch)
{
  plt_batch_insert (batch, "strip");
  plt_batch_set_integer (batch, "schedule", schedule);
  if (day != 0)
    plt_batch_set_integer (batch, "day", day);
  plt_batch_set_known (batch, "position", strip->position);
  plt_batch_set_text (batch, "kind", strip->kind);
  if (strip->sequence != 0)
    plt_batch_set_integer (batch, "sequence", strip->sequence);
  plt_batch_set_text (batch, "text", strip->text);
  plt_batch_set_known (batch, "minutes", strip->minutes);
  plt_batch_set_text (batch, "part", strip->part);
  plt_batch_set_text (batch, "shot", strip->shot);
  plt_batch_set_known (batch, "useful_seconds", strip->useful_seconds);
  plt_batch_set_known (batch, "shots_done", strip->shots_done);
  plt_batch_set_integer (batch, "locked", strip->locked);
  plt_batch_set_text (batch, "note", strip->note);
}

/* Days, strips and typed presence of the version `from` for the version `to`. */
static void
copy_content (const PltFacts *facts, gint64 from, gint64 to, PltBatch *batch)
{
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL); /* day id -> handle of its copy */

  for (guint i = 0; i < facts->days.n; i++)
    {
      const PltDayFacts *day = &facts->days.items[i];

      if (day->schedule == from)
        g_hash_table_insert (days, PLT_ID_TO_POINTER (day->id),
                             PLT_ID_TO_POINTER (copy_day (day, to, batch)));
    }
  for (guint i = 0; i < facts->strips.n; i++)
    {
      const PltStripFacts *strip = &facts->strips.items[i];

      if (strip->schedule == from)
        copy_strip (strip, to, (gint64) g_hash_table_lookup (days, PLT_ID_TO_POINTER (strip->day)),
                    batch);
    }
  for (guint i = 0; i < facts->presences.n; i++)
    {
      const PltTypedPresenceFacts *presence = &facts->presences.items[i];
      gint64 day = (gint64) g_hash_table_lookup (days, PLT_ID_TO_POINTER (presence->day));

      if (day == 0)
        continue;
      plt_batch_insert (batch, "presence");
      plt_batch_set_integer (batch, "day", day);
      plt_batch_set_integer (batch, "element", presence->element);
      plt_batch_set_text (batch, "meaning", presence->meaning);
      plt_batch_set_text (batch, "note", presence->note);
    }
}

/* One above all that there are, and above `least`. */
static gint64
free_number (const PltFacts *facts, gint64 least)
{
  gint64 number = least;

  for (guint i = 0; i < facts->schedules.n; i++)
    if (facts->schedules.items[i].version != PLT_UNKNOWN)
      number = MAX (number, facts->schedules.items[i].version);
  return number + 1;
}

static gint64
add_version (const PltScheduleFacts *from, gint64 number, PltBatch *batch)
{
  gint64 handle = plt_batch_insert (batch, "schedule");

  plt_batch_set_text (batch, "name", from->name);
  plt_batch_set_integer (batch, "version", number);
  plt_batch_set_known (batch, "day_minutes", from->day_minutes);
  plt_batch_set_text (batch, "note", from->note);
  return handle;
}

gint64
plt_plan_copy (const PltFacts *facts, gint64 schedule, PltBatch *batch)
{
  const PltScheduleFacts *from = PLT_FACTS_FIND (facts->schedules, PltScheduleFacts, schedule);
  gint64 handle;

  if (from == NULL)
    return 0;
  handle = add_version (from, free_number (facts, 0), batch);
  copy_content (facts, schedule, handle, batch);
  return handle;
}

/* ---- publication ---- */

static gboolean
is_number_taken (const PltFacts *facts, gint64 number, gint64 but)
{
  for (guint i = 0; i < facts->schedules.n; i++)
    if (facts->schedules.items[i].id != but && facts->schedules.items[i].version == number)
      return TRUE;
  return FALSE;
}

gint64
plt_plan_next_number (const PltFacts *facts, gint64 schedule)
{
  const PltScheduleFacts *working = PLT_FACTS_FIND (facts->schedules, PltScheduleFacts, schedule);
  const PltScheduleFacts *last = plt_schedule_last_published (facts, 0);
  gint64 number = working != NULL ? plt_schedule_number (working) : 1;

  if ((last != NULL && number <= plt_schedule_number (last))
      || is_number_taken (facts, number, schedule))
    number = free_number (facts, 0);
  return number;
}

static gboolean
has_shooting_day (const PltFacts *facts, gint64 schedule)
{
  g_autoptr (PltPlan) plan = plt_plan_new (facts, schedule);

  return plan->n_shooting_days > 0;
}

static gboolean
check_publication (const PltFacts *facts,
                   const PltScheduleFacts *working,
                   gint64 number,
                   const PltPublication *publication,
                   GError **error)
{
  const PltScheduleFacts *last = plt_schedule_last_published (facts, 0);

  if (working == NULL || !has_shooting_day (facts, working->id))
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                         _ ("There is no plan to publish yet. Add shooting days first."));
  else if (plt_schedule_is_frozen (facts, working->id))
    g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                 _ ("Version %d is published already. Publish the working schedule, or copy this "
                    "version first."),
                 (int) plt_schedule_number (working));
  else if (publication->date == PLT_DATE_NONE)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                         _ ("Give the date of publication, like 18/11/2026."));
  else if (number < 1 || number > 9999)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                         _ ("The number of a version is between 1 and 9999."));
  else if (last != NULL && number <= plt_schedule_number (last))
    g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                 _ ("Version %d is published already. Give a number above it."),
                 (int) plt_schedule_number (last));
  else if (is_number_taken (facts, number, working->id))
    g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                 _ ("There is a version %d already. Give another number."), (int) number);
  else
    return TRUE;
  return FALSE;
}

static const char *
reason_of (const PltPublication *publication, gint64 sequence)
{
  const char *reason
      = publication->reasons != NULL
            ? g_hash_table_lookup (publication->reasons, PLT_ID_TO_POINTER (sequence))
            : NULL;

  if (reason != NULL && *reason != '\0')
    return reason;
  return publication->reason != NULL ? publication->reason : "";
}

/* What moved since the version that is replaced. */
static void
add_changes (const PltFacts *facts,
             gint64 before,
             gint64 working,
             gint64 published,
             const PltPublication *publication,
             PltBatch *batch)
{
  g_autoptr (PltPlanCompare) compare = plt_plan_compare_new (facts, before, working, 0);

  for (guint i = 0; i < compare->changes->len; i++)
    {
      const PltPlanChange *change = compare->changes->pdata[i];
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      if (!plt_plan_state_is_move (change->state))
        continue;
      from = plt_plan_days_text (change->from);
      to = plt_plan_days_text (change->to);
      plt_batch_insert (batch, "schedule_change");
      plt_batch_set_integer (batch, "schedule", published);
      plt_batch_set_integer (batch, "sequence", change->sequence->id);
      plt_batch_set_text (batch, "number", change->sequence->number);
      plt_batch_set_text (batch, "from_text", from);
      plt_batch_set_text (batch, "to_text", change->state == PLT_PLAN_CUT ? "supprimée" : to);
      plt_batch_set_text (batch, "author", publication->author != NULL ? publication->author : "");
      plt_batch_set_text (batch, "reason", reason_of (publication, change->sequence->id));
    }
}

/**
 * plt_plan_publish:
 * @facts: the production
 * @schedule: a working plan
 * @publication: how
 * @batch: where to add
 * @error: return location
 *
 * The new version is a draft until its content is there: frozen versions take no more rows.
 *
 * Returns: the handle of the published version, 0 with an error
 */
gint64
plt_plan_publish (const PltFacts *facts,
                  gint64 schedule,
                  const PltPublication *publication,
                  PltBatch *batch,
                  GError **error)
{
  const PltScheduleFacts *working = PLT_FACTS_FIND (facts->schedules, PltScheduleFacts, schedule);
  const PltScheduleFacts *before = plt_schedule_last_published (facts, 0);
  gint64 number
      = publication->number != 0 ? publication->number : plt_plan_next_number (facts, schedule);
  gint64 handle;

  if (!check_publication (facts, working, number, publication, error))
    return 0;

  /* The working plan makes way for the number. */
  plt_batch_update (batch, "schedule", schedule);
  plt_batch_set_integer (batch, "version", free_number (facts, number));
  handle = add_version (working, number, batch);
  plt_batch_set_date (batch, "published_date", publication->date);
  if (before != NULL)
    plt_batch_set_integer (batch, "replaces", before->id);
  plt_batch_set_text (batch, "author", publication->author != NULL ? publication->author : "");
  plt_batch_set_text (batch, "reason", publication->reason != NULL ? publication->reason : "");
  copy_content (facts, schedule, handle, batch);
  if (before != NULL)
    add_changes (facts, before->id, schedule, handle, publication, batch);
  plt_batch_update (batch, "schedule", handle);
  plt_batch_set_text (batch, "status", "publiee");
  return handle;
}

/* ---- deleting ---- */

static gboolean
has_call_sheet (const PltFacts *facts, gint64 schedule)
{
  for (guint i = 0; i < facts->sheets.n; i++)
    {
      const PltDayFacts *day
          = PLT_FACTS_FIND (facts->days, PltDayFacts, facts->sheets.items[i].day);

      if (day != NULL && day->schedule == schedule)
        return TRUE;
    }
  return FALSE;
}

char *
plt_plan_keep_reason (const PltFacts *facts, gint64 schedule)
{
  if (schedule == facts->production.schedule)
    return g_strdup (
        _ ("The production follows this schedule. Choose another one to follow first."));
  if (plt_schedule_is_frozen (facts, schedule))
    return g_strdup (_ ("This version was published: it stays, so that one can tell what people "
                        "were given."));
  if (has_call_sheet (facts, schedule))
    return g_strdup (_ ("Call sheets stand on the days of this version. Delete them first."));
  return NULL;
}
