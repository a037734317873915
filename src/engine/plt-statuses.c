#include "plt-statuses.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"

#define GAP 1024

static const char *const ids[PLT_N_SHOOT_STATUSES] = {
  [PLT_SHOOT_TO_DO] = "a-tourner",    [PLT_SHOOT_PARTLY] = "partielle",
  [PLT_SHOOT_DONE] = "tournee",       [PLT_SHOOT_DROPPED] = "supprimee",
  [PLT_SHOOT_RETAKE] = "retake",      [PLT_SHOOT_ADDED] = "ajoutee",
  [PLT_SHOOT_POSTPONED] = "reportee",
};

const char *
plt_shoot_status_id (PltShootStatus status)
{
  g_return_val_if_fail (status < PLT_N_SHOOT_STATUSES, ids[0]);

  return ids[status];
}

const char *
plt_shoot_status_title (PltShootStatus status)
{
  const PltChoice *choice = plt_column_find_choice (
      plt_table_column (plt_table_find ("sequence"), "status"), plt_shoot_status_id (status));

  return plt_choice_title (choice);
}

static gboolean
is_done (const char *shot)
{
  return g_strcmp0 (shot, "tournee") == 0 || g_strcmp0 (shot, "partielle") == 0;
}

gboolean
plt_strip_is_shot (const PltStripFacts *strip)
{
  return is_done (strip->shot);
}

gboolean
plt_strip_is_retake (const PltStripFacts *strip)
{
  return *strip->part == 'R';
}

/**
 * plt_strip_status:
 * @strip: a strip
 * @sequence: (nullable): its séquence
 *
 * Returns: what became of the strip, else where its séquence stands
 */
PltShootStatus
plt_strip_status (const PltStripFacts *strip, const PltSequenceFacts *sequence)
{
  static const PltShootStatus of_sequence[] = { PLT_SHOOT_DONE, PLT_SHOOT_DROPPED, PLT_SHOOT_RETAKE,
                                                PLT_SHOOT_ADDED, PLT_SHOOT_POSTPONED };

  if (g_strcmp0 (strip->shot, "tournee") == 0)
    return PLT_SHOOT_DONE;
  if (g_strcmp0 (strip->shot, "partielle") == 0)
    return PLT_SHOOT_PARTLY;
  if (g_strcmp0 (strip->shot, "reportee") == 0)
    return PLT_SHOOT_POSTPONED;
  for (guint i = 0; sequence != NULL && i < G_N_ELEMENTS (of_sequence); i++)
    if (strcmp (sequence->status, ids[of_sequence[i]]) == 0)
      return of_sequence[i];
  return PLT_SHOOT_TO_DO;
}

/* ---- changing ---- */

/* A strip of the plan as it will be. */
typedef struct
{
  const PltStripFacts *row; /* NULL for a new one */
  gint64 sequence, minutes;
  const char *shot;
  gboolean pooled, deleted, retake;
} Draft;

typedef struct
{
  const PltFacts *facts;
  gint64 schedule;
  PltBatch *batch;
  GPtrArray *drafts;  /* Draft, of the whole plan, in the order of days and of positions */
  GHashTable *wanted; /* séquence -> status + 1, in the order of the changes */
  GPtrArray *touched; /* séquences */
  gint64 position;    /* last of the pool */
} Work;

/* Takes the sentence. */
static gboolean
refuse (GError **error, char *sentence)
{
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT, sentence);
  g_free (sentence);
  return FALSE;
}

static int
compare_drafts (gconstpointer a, gconstpointer b, gpointer data)
{
  const PltFacts *facts = data;
  const PltStripFacts *one = (*(Draft *const *) a)->row, *two = (*(Draft *const *) b)->row;
  const PltDayFacts *day = PLT_FACTS_FIND (facts->days, PltDayFacts, one->day);
  const PltDayFacts *other = PLT_FACTS_FIND (facts->days, PltDayFacts, two->day);
  gint64 x = day != NULL ? day->position : G_MAXINT64;
  gint64 y = other != NULL ? other->position : G_MAXINT64;

  if (x == y)
    {
      x = one->position;
      y = two->position;
    }
  return x < y ? -1 : x > y;
}

static void
collect (Work *self)
{
  for (guint i = 0; i < self->facts->strips.n; i++)
    {
      const PltStripFacts *row = &self->facts->strips.items[i];
      Draft *draft;

      if (row->schedule != self->schedule)
        continue;
      if (PLT_FACTS_FIND (self->facts->days, PltDayFacts, row->day) == NULL
          && row->position != PLT_UNKNOWN)
        self->position = MAX (self->position, row->position);
      if (row->sequence == 0)
        continue;
      draft = g_new0 (Draft, 1);
      draft->row = row;
      draft->sequence = row->sequence;
      draft->minutes = row->minutes;
      draft->shot = row->shot != NULL ? row->shot : "";
      draft->retake = plt_strip_is_retake (row);
      g_ptr_array_add (self->drafts, draft);
    }
  g_ptr_array_sort_with_data (self->drafts, compare_drafts, (gpointer) self->facts);
}

static Draft *
find_draft (Work *self, gint64 strip)
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = self->drafts->pdata[i];

      if (draft->row != NULL && draft->row->id == strip && !draft->deleted)
        return draft;
    }
  return NULL;
}

static Draft *
add_draft (Work *self, gint64 sequence, gint64 minutes, gboolean retake)
{
  Draft *draft = g_new0 (Draft, 1);

  draft->sequence = sequence;
  draft->minutes = minutes;
  draft->shot = "";
  draft->pooled = TRUE;
  draft->retake = retake;
  g_ptr_array_add (self->drafts, draft);
  return draft;
}

static gboolean
anything_shot (Work *self, gint64 sequence)
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      const Draft *draft = self->drafts->pdata[i];

      if (draft->sequence == sequence && !draft->deleted && is_done (draft->shot))
        return TRUE;
    }
  return FALSE;
}

static gboolean
drop_sequence (Work *self, const PltSequenceFacts *sequence, GError **error)
{
  if (anything_shot (self, sequence->id))
    return refuse (
        error, g_strdup_printf (
                   _ ("Sequence %s has been shot, or a part of it: it cannot be dropped any more. "
                      "Delete the part that is left instead."),
                   sequence->number));
  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = self->drafts->pdata[i];

      if (draft->sequence == sequence->id)
        draft->deleted = TRUE;
    }
  return TRUE;
}

static gboolean
change_one (Work *self,
            const PltStatusChange *change,
            Draft *draft,
            const PltSequenceFacts *sequence,
            GError **error)
{
  gboolean placed = draft != NULL && draft->row->day != 0;

  switch (change->status)
    {
    case PLT_SHOOT_DONE:
    case PLT_SHOOT_PARTLY:
      if (!placed)
        return refuse (error,
                       g_strdup_printf (
                           _ ("Sequence %s is on no day: put it on the day it was shot on first."),
                           sequence->number));
      draft->shot = ids[change->status];
      if (change->status == PLT_SHOOT_PARTLY && change->rest_minutes != PLT_UNKNOWN)
        add_draft (self, sequence->id, change->rest_minutes, draft->retake);
      return TRUE;
    case PLT_SHOOT_POSTPONED:
      if (draft != NULL && is_done (draft->shot))
        return refuse (
            error, g_strdup_printf (
                       _ ("Sequence %s has been shot on that day. Mark it as still to shoot before "
                          "you postpone it."),
                       sequence->number));
      if (draft != NULL)
        {
          draft->shot = "reportee";
          draft->pooled = placed;
        }
      return TRUE;
    case PLT_SHOOT_RETAKE:
      if (draft == NULL || !is_done (draft->shot))
        return refuse (error,
                       g_strdup_printf (
                           _ ("Only what has been shot can be shot again: mark sequence %s as shot "
                              "first."),
                           sequence->number));
      add_draft (self, sequence->id, plt_strip_minutes (draft->row, sequence), TRUE);
      return TRUE;
    case PLT_SHOOT_DROPPED:
      return drop_sequence (self, sequence, error);
    case PLT_SHOOT_ADDED:
      return !anything_shot (self, sequence->id)
             || refuse (
                 error,
                 g_strdup_printf (
                     _ ("Sequence %s has been shot: only what is still to shoot can be marked "
                        "as added."),
                     sequence->number));
    case PLT_SHOOT_TO_DO:
    case PLT_N_SHOOT_STATUSES:
    default:
      if (draft != NULL)
        draft->shot = "";
      return TRUE;
    }
}

/* Where a séquence stands once its strips are what they are. */
static const char *
status_of (Work *self, gint64 sequence)
{
  PltShootStatus wanted
      = GPOINTER_TO_INT (g_hash_table_lookup (self->wanted, PLT_ID_TO_POINTER (sequence))) - 1;
  const char *last = NULL;
  gboolean left = FALSE, retake = FALSE;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      const Draft *draft = self->drafts->pdata[i];

      if (draft->sequence != sequence || draft->deleted)
        continue;
      if (is_done (draft->shot))
        last = draft->shot;
      else if (draft->retake)
        retake = TRUE;
      else
        left = TRUE;
    }
  if (wanted == PLT_SHOOT_DROPPED)
    return ids[PLT_SHOOT_DROPPED];
  if (last == NULL)
    return ids[wanted == PLT_SHOOT_ADDED || wanted == PLT_SHOOT_POSTPONED ? wanted
                                                                          : PLT_SHOOT_TO_DO];
  if (left)
    return ids[PLT_SHOOT_PARTLY];
  return retake ? ids[PLT_SHOOT_RETAKE] : last;
}

/* ---- writing ---- */

/* What stands in `part` of each strip of a séquence: "1/2", retakes "R1"; "" for a single one. */
static char *
part_of (Work *self, const Draft *draft)
{
  guint at = 0, n = 0;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      const Draft *other = self->drafts->pdata[i];

      if (other->sequence != draft->sequence || other->deleted || other->retake != draft->retake)
        continue;
      n++;
      if (other == draft)
        at = n;
    }
  if (draft->retake)
    return g_strdup_printf ("R%u", at);
  return n > 1 ? g_strdup_printf ("%u/%u", at, n) : g_strdup ("");
}

static void
write_old (Work *self, const Draft *draft, const char *part, gboolean renumber)
{
  gboolean shot = g_strcmp0 (draft->row->shot, draft->shot) != 0;
  gboolean parted = renumber && strcmp (draft->row->part, part) != 0;

  if (draft->deleted)
    {
      plt_batch_delete (self->batch, "strip", draft->row->id);
      return;
    }
  if (!shot && !parted && !draft->pooled)
    return;
  plt_batch_update (self->batch, "strip", draft->row->id);
  if (shot)
    plt_batch_set_text (self->batch, "shot", draft->shot);
  if (parted)
    plt_batch_set_text (self->batch, "part", part);
  if (draft->pooled)
    {
      plt_batch_set_null (self->batch, "day");
      plt_batch_set_integer (self->batch, "position", self->position += GAP);
      plt_batch_set_integer (self->batch, "locked", FALSE);
    }
}

static void
write_new (Work *self, const Draft *draft, const char *part)
{
  plt_batch_insert (self->batch, "strip");
  plt_batch_set_integer (self->batch, "schedule", self->schedule);
  plt_batch_set_text (self->batch, "kind", "sequence");
  plt_batch_set_integer (self->batch, "sequence", draft->sequence);
  plt_batch_set_integer (self->batch, "position", self->position += GAP);
  plt_batch_set_text (self->batch, "part", part);
  if (draft->minutes != PLT_UNKNOWN)
    plt_batch_set_integer (self->batch, "minutes", draft->minutes);
}

/* Parts are numbered again only where a strip came or went. */
static void
write_sequence (Work *self, const PltSequenceFacts *sequence)
{
  const char *status = status_of (self, sequence->id);
  gboolean renumber = FALSE;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      const Draft *draft = self->drafts->pdata[i];

      renumber
          = renumber || (draft->sequence == sequence->id && (draft->row == NULL || draft->deleted));
    }
  for (guint i = 0; i < self->drafts->len; i++)
    {
      const Draft *draft = self->drafts->pdata[i];
      g_autofree char *part = NULL;

      if (draft->sequence != sequence->id)
        continue;
      part = part_of (self, draft);
      if (draft->row != NULL)
        write_old (self, draft, part, renumber);
      else
        write_new (self, draft, part);
    }
  if (strcmp (sequence->status, status) == 0)
    return;
  plt_batch_update (self->batch, "sequence", sequence->id);
  plt_batch_set_text (self->batch, "status", status);
}

static gboolean
apply_all (Work *self, const PltStatusChange *changes, guint n_changes, GError **error)
{
  for (guint i = 0; i < n_changes; i++)
    {
      Draft *draft = changes[i].strip != 0 ? find_draft (self, changes[i].strip) : NULL;
      gint64 id = draft != NULL ? draft->sequence : changes[i].sequence;
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (self->facts->sequences, PltSequenceFacts, id);

      if (sequence == NULL)
        continue; /* a banner, or gone with its séquence */
      if (!change_one (self, &changes[i], draft, sequence, error))
        return FALSE;
      if (!g_ptr_array_find (self->touched, sequence, NULL))
        g_ptr_array_add (self->touched, (gpointer) sequence);
      g_hash_table_insert (self->wanted, PLT_ID_TO_POINTER (id),
                           GINT_TO_POINTER ((int) changes[i].status + 1));
    }
  for (guint i = 0; i < self->touched->len; i++)
    write_sequence (self, self->touched->pdata[i]);
  return TRUE;
}

/**
 * plt_statuses_apply:
 * @facts: the production
 * @schedule: a version of the plan de travail
 * @changes: (array length=n_changes): what became of what; banners are passed over
 * @batch: where to add
 *
 * Returns: FALSE with PLT_ERROR_CONFLICT when a change makes no sense
 */
gboolean
plt_statuses_apply (const PltFacts *facts,
                    gint64 schedule,
                    const PltStatusChange *changes,
                    guint n_changes,
                    PltBatch *batch,
                    GError **error)
{
  Work work = { .facts = facts, .schedule = schedule, .batch = batch };
  gboolean done;

  g_return_val_if_fail (facts != NULL && batch != NULL, FALSE);

  work.drafts = g_ptr_array_new_with_free_func (g_free);
  work.wanted = g_hash_table_new (NULL, NULL);
  work.touched = g_ptr_array_new ();
  collect (&work);
  done = apply_all (&work, changes, n_changes, error);
  g_ptr_array_unref (work.drafts);
  g_hash_table_unref (work.wanted);
  g_ptr_array_unref (work.touched);
  return done;
}

/* ---- what is left ---- */

/* Of one séquence: time of its strips, shot and not, retakes apart. */
typedef struct
{
  guint n_left, n_shot, n_partly, n_retakes;
  gint64 left, shot; /* minutes, PLT_UNKNOWN as soon as one is not known */
} Share;

static void
add_time (gint64 *sum, gint64 minutes)
{
  *sum = *sum == PLT_UNKNOWN || minutes == PLT_UNKNOWN ? PLT_UNKNOWN : *sum + minutes;
}

/* `whole` in the proportion of what was shot, rounded down. */
static gint64
part_shot (gint64 whole, const Share *share)
{
  if (whole == PLT_UNKNOWN)
    return 0;
  if (share->n_left == 0)
    return share->n_shot > 0 ? whole : 0;
  if (share->left != PLT_UNKNOWN && share->shot != PLT_UNKNOWN && share->left + share->shot > 0)
    return whole * share->shot / (share->left + share->shot);
  return whole * share->n_shot / (share->n_left + share->n_shot);
}

static void
add_strips (const PltPlan *plan, GHashTable *shares, PltRemaining *remaining)
{
  const PltFacts *facts = plan->facts;

  for (guint i = 0; plan->schedule != NULL && i < facts->strips.n; i++)
    {
      const PltStripFacts *strip = &facts->strips.items[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);
      PltShootStatus status;
      gint64 minutes;
      gboolean shot;
      Share *share;

      if (strip->schedule != plan->schedule->id || sequence == NULL)
        continue;
      status = plt_strip_status (strip, sequence);
      if (status == PLT_SHOOT_DROPPED)
        continue;
      minutes = plt_strip_minutes (strip, sequence);
      shot = status == PLT_SHOOT_DONE || status == PLT_SHOOT_PARTLY;
      *(shot ? &remaining->n_strips_shot : &remaining->n_strips_left) += 1;
      if (minutes != PLT_UNKNOWN)
        *(shot ? &remaining->minutes_shot : &remaining->minutes_left) += minutes;
      else if (!shot)
        remaining->n_unknown++;
      share = g_hash_table_lookup (shares, sequence);
      if (share == NULL)
        {
          share = g_new0 (Share, 1);
          g_hash_table_insert (shares, (gpointer) sequence, share);
        }
      if (plt_strip_is_retake (strip))
        {
          share->n_retakes += !shot;
          continue;
        }
      *(shot ? &share->n_shot : &share->n_left) += 1;
      share->n_partly += status == PLT_SHOOT_PARTLY;
      add_time (shot ? &share->shot : &share->left, minutes);
    }
}

/* A part that was not finished, and nothing that takes it up: all of it is left, we do not know how
 * much was shot. */
static void
settle (Share *share)
{
  if (share->n_left > 0 || share->n_partly == 0 || share->n_partly < share->n_shot)
    return;
  share->n_left = share->n_shot;
  share->left = share->shot;
  share->n_shot = 0;
  share->shot = 0;
}

static void
add_sequence (const PltSequenceFacts *sequence, Share *share, PltRemaining *remaining)
{
  gint64 seconds = plt_sequence_seconds (sequence);
  gint64 shot;

  settle (share);
  if (share->n_left == 0 && share->n_retakes == 0)
    remaining->n_sequences_shot++;
  else
    remaining->n_sequences_left++;
  shot = part_shot (sequence->eighths, share);
  remaining->eighths_shot += shot;
  remaining->eighths_left += sequence->eighths != PLT_UNKNOWN ? sequence->eighths - shot : 0;
  shot = part_shot (seconds, share);
  remaining->seconds_shot += shot;
  remaining->seconds_left += seconds != PLT_UNKNOWN ? seconds - shot : 0;
}

/* Of a séquence that no strip of the plan holds. */
static void
add_unplanned (const PltSequenceFacts *sequence, PltRemaining *remaining)
{
  Share share = { 0 };

  if (strcmp (sequence->status, "tournee") == 0)
    share.n_shot = 1;
  else
    {
      share.n_left = 1;
      remaining->n_strips_left++;
      if (sequence->shooting_minutes != PLT_UNKNOWN)
        remaining->minutes_left += sequence->shooting_minutes;
      else
        remaining->n_unknown++;
    }
  add_sequence (sequence, &share, remaining);
}

static gboolean
is_left (const PltPlan *plan, const PltDayPlan *day)
{
  for (guint i = 0; day->number > 0 && i < day->strips->len; i++)
    {
      const PltStripFacts *strip = day->strips->pdata[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (plan->facts->sequences, PltSequenceFacts, strip->sequence);
      PltShootStatus status = plt_strip_status (strip, sequence);

      if (sequence != NULL && status != PLT_SHOOT_DONE && status != PLT_SHOOT_PARTLY
          && status != PLT_SHOOT_DROPPED)
        return TRUE;
    }
  return FALSE;
}

/**
 * plt_remaining:
 * @plan: a version of the plan de travail
 *
 * Dropped séquences count nowhere.
 *
 * Returns: what was shot and what is left
 */
PltRemaining
plt_remaining (const PltPlan *plan)
{
  g_autoptr (GHashTable) shares = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  const PltFacts *facts = plan->facts;
  PltRemaining remaining = { 0 };

  add_strips (plan, shares, &remaining);
  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];
      Share *share = g_hash_table_lookup (shares, sequence);

      if (strcmp (sequence->status, "supprimee") == 0)
        continue;
      if (share != NULL)
        add_sequence (sequence, share, &remaining);
      else
        add_unplanned (sequence, &remaining);
    }
  for (guint i = 0; i < plan->days->len; i++)
    remaining.n_days_left += is_left (plan, plan->days->pdata[i]);
  return remaining;
}
