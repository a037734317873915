/* The merge, second part: décors, and what each séquence says. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-script-match.h"
#include "plt-script-plan-private.h"
#include "plt-sequence-number.h"
#include "plt-text.h"
#include "plt-time.h"

#define MOST_QUOTED 120 /* signs of a synopsis in a remark */

/* ---- sets ---- */

static char *
set_key (gint64 parent, const char *name)
{
  g_autofree char *folded = plt_text_fold (name);

  return g_strdup_printf ("%" G_GINT64_FORMAT "|%s", parent, folded);
}

static void
remember_set (PltScriptPlan *self, gint64 id, gint64 parent, const char *name)
{
  gint64 *value = g_new (gint64, 1);

  *value = id;
  g_hash_table_insert (self->sets, set_key (parent, name), value);
}

/* The set of that name, made when there is none. 0 for no name. */
static gint64
find_set (PltScriptPlan *self, gint64 parent, const char *name)
{
  g_autofree char *key = NULL;
  const gint64 *found;
  gint64 handle;

  if (name[0] == '\0')
    return 0;
  key = set_key (parent, name);
  found = g_hash_table_lookup (self->sets, key);
  if (found != NULL)
    return *found;
  handle = plt_batch_insert (self->batch, "set");
  plt_batch_set_text (self->batch, "name", name);
  if (parent != 0)
    plt_batch_set_integer (self->batch, "parent", parent);
  remember_set (self, handle, parent, name);
  self->counts->sets++;
  return handle;
}

static const char *
set_name (const PltScriptPlan *self, gint64 id)
{
  const PltSetFacts *set = PLT_FACTS_FIND (self->facts->sets, PltSetFacts, id);

  return set != NULL ? set->name : "";
}

/* ---- three sides ---- */

typedef enum
{
  KEEP,   /* the production is right, or nothing changed */
  FOLLOW, /* the draft is right */
} Merge;

static gboolean
same (const char *a, const char *b)
{
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  if (strcmp (a, b) == 0)
    return TRUE;
  one = plt_text_fold (a);
  two = plt_text_fold (b);
  return strcmp (one, two) == 0;
}

/* `base`: of the last version; `ours`: in the production; `theirs`: in the draft. */
static Merge
merge (PltScriptPlan *self,
       const PltPlanRow *row,
       const char *what,
       const char *base,
       const char *ours,
       const char *theirs)
{
  const PltScene *scene = plt_plan_new_scene (self, row);
  g_autofree char *draft = NULL;
  g_autofree char *kept = NULL;

  if (same (base, theirs) && !(base[0] == '\0' && ours[0] == '\0' && theirs[0] != '\0'))
    return KEEP;
  if (same (ours, theirs))
    return KEEP;
  if (same (ours, base) || ours[0] == '\0')
    return FOLLOW;
  draft = plt_text_shorten (theirs, MOST_QUOTED);
  kept = plt_text_shorten (ours, MOST_QUOTED);
  plt_script_add_remark (self->remarks, PLT_REMARK_KEPT, scene->line, theirs,
                         _ ("Sequence %s, %s: the script says “%s”, the production keeps “%s”."),
                         row->number, what, draft, kept);
  return KEEP;
}

/* ---- séquences ---- */

static void
set_set (PltScriptPlan *self, const char *column, gint64 set)
{
  if (set == 0)
    plt_batch_set_null (self->batch, column);
  else
    plt_batch_set_integer (self->batch, column, set);
}

static gint64
estimate_of (const PltScriptPlan *self, const PltScene *scene)
{
  return self->options->estimate (self->options->estimate_params, scene->dialogue_words,
                                  scene->action_words, scene->cues, scene->eighths);
}

static void
set_estimate (const PltScriptPlan *self, const PltScene *scene)
{
  gint64 seconds = estimate_of (self, scene);

  if (seconds != PLT_UNKNOWN)
    plt_batch_set_integer (self->batch, "estimate_seconds", seconds);
  else
    plt_batch_set_null (self->batch, "estimate_seconds");
}

static void
write_new (PltScriptPlan *self, PltPlanRow *row, gint64 position)
{
  const PltScene *scene = plt_plan_new_scene (self, row);
  gint64 set = find_set (self, 0, scene->set);
  gint64 sub_set = set != 0 ? find_set (self, set, scene->sub_set) : 0;
  g_autofree char *episode = plt_sequence_number_episode (row->number);

  row->id = plt_batch_insert (self->batch, "sequence");
  plt_batch_set_integer (self->batch, "position", position);
  plt_batch_set_text (self->batch, "number", row->number);
  plt_batch_set_text (self->batch, "int_ext", scene->int_ext);
  plt_batch_set_text (self->batch, "effect", scene->effect);
  if (set != 0)
    plt_batch_set_integer (self->batch, "set", set);
  if (sub_set != 0)
    plt_batch_set_integer (self->batch, "sub_set", sub_set);
  if (scene->synopsis[0] != '\0')
    plt_batch_set_text (self->batch, "synopsis", scene->synopsis);
  if (scene->story_day[0] != '\0')
    plt_batch_set_text (self->batch, "story_day", scene->story_day);
  if (scene->shooting > 0)
    plt_batch_set_integer (self->batch, "shooting_minutes", scene->shooting);
  plt_batch_set_integer (self->batch, "eighths", scene->eighths);
  if (scene->page > 0)
    plt_batch_set_integer (self->batch, "page", scene->page);
  plt_batch_set_text (self->batch, "episode", episode);
  if (self->options->estimate != NULL)
    set_estimate (self, scene);
  if (plt_scene_is_omitted (scene))
    plt_batch_set_text (self->batch, "status", "supprimee");
  else if (!self->first && !self->in_place)
    plt_batch_set_text (self->batch, "status", "ajoutee");
}

/* What is to be changed in a row that is there; gathered first, since sets are rows of their own.
 */
typedef struct
{
  gboolean number, int_ext, effect, set, sub_set, synopsis, eighths, estimate, page, episode,
      position;
  gint64 set_id, sub_set_id;
  const char *status; /* (nullable) */
} Changes;

static void
merge_set (PltScriptPlan *self, const PltPlanRow *row, const PltScene *old, Changes *changes)
{
  const PltScene *scene = plt_plan_new_scene (self, row);
  const PltSequenceFacts *facts = row->facts;
  const char *old_set = old != NULL ? old->set : "";
  const char *old_sub_set = old != NULL ? old->sub_set : "";

  changes->set_id = facts->set;
  if (merge (self, row, _ ("set"), old_set, set_name (self, facts->set), scene->set) == FOLLOW)
    {
      changes->set = TRUE;
      changes->set_id = find_set (self, 0, scene->set);
    }
  /* A sous-décor is of its décor: it follows when the décor does. */
  if (changes->set
      || merge (self, row, _ ("part of set"), old_sub_set, set_name (self, facts->sub_set),
                scene->sub_set)
             == FOLLOW)
    {
      changes->sub_set = TRUE;
      changes->sub_set_id
          = changes->set_id != 0 ? find_set (self, changes->set_id, scene->sub_set) : 0;
    }
}

/* "" for a length that is not known, so that merge() sees it as empty. */
static char *
length_text (gint64 eighths)
{
  return eighths == PLT_UNKNOWN || eighths == 0 ? g_strdup ("") : plt_eighths_format (eighths);
}

static void
merge_fields (PltScriptPlan *self, const PltPlanRow *row, Changes *changes)
{
  const PltScene *scene = plt_plan_new_scene (self, row);
  const PltScene *old = plt_plan_old_scene (self, row);
  const PltSequenceFacts *facts = row->facts;
  g_autofree char *base = length_text (old != NULL ? old->eighths : 0);
  g_autofree char *ours = length_text (facts->eighths);
  g_autofree char *theirs = length_text (scene->eighths);

  changes->int_ext
      = merge (self, row, _ ("I/E"), old ? old->int_ext : "", facts->int_ext, scene->int_ext)
        == FOLLOW;
  changes->effect
      = merge (self, row, _ ("effect"), old ? old->effect : "", facts->effect, scene->effect)
        == FOLLOW;
  changes->synopsis = merge (self, row, _ ("synopsis"), old ? old->synopsis : "", facts->synopsis,
                             scene->synopsis)
                      == FOLLOW;
  changes->eighths = merge (self, row, _ ("length"), base, ours, theirs) == FOLLOW;
  merge_set (self, row, old, changes);
}

static gboolean
is_waiting (const char *status)
{
  return status[0] == '\0' || strcmp (status, "a-tourner") == 0 || strcmp (status, "ajoutee") == 0
         || strcmp (status, "reportee") == 0;
}

/* Cut, or back again. A séquence that was shot stays shot. */
static void
merge_status (PltScriptPlan *self, PltPlanRow *row, Changes *changes)
{
  const PltScene *scene = plt_plan_new_scene (self, row);
  const PltScene *old = plt_plan_old_scene (self, row);
  gboolean is_in = scene != NULL && !plt_scene_is_omitted (scene);
  gboolean was_in = old != NULL && !plt_scene_is_omitted (old);
  const char *status = row->facts->status;

  if (is_in && !was_in && !self->first && strcmp (status, "supprimee") == 0)
    changes->status = "a-tourner";
  else if (!is_in && was_in && is_waiting (status))
    changes->status = "supprimee";
  else if (!is_in && was_in && strcmp (status, "supprimee") != 0)
    plt_script_add_remark (self->remarks, PLT_REMARK_KEPT, scene != NULL ? scene->line : 0,
                           row->number,
                           _ ("Sequence %s is no longer in the script, and was shot: its status "
                              "stays as it is."),
                           row->number);
  row->restored = is_in && changes->status != NULL;
  row->cut = !is_in && was_in;
}

static void
write_text_if (PltScriptPlan *self, gboolean changed, const char *column, const char *text)
{
  if (changed)
    plt_batch_set_text (self->batch, column, text);
}

static void
write_changes (PltScriptPlan *self, const PltPlanRow *row, const Changes *changes, gint64 position)
{
  const PltScene *scene = plt_plan_new_scene (self, row);

  if (!(changes->number || changes->int_ext || changes->effect || changes->set || changes->sub_set
        || changes->synopsis || changes->eighths || changes->estimate || changes->page
        || changes->episode || changes->position || changes->status != NULL))
    return;
  plt_batch_update (self->batch, "sequence", row->id);
  write_text_if (self, changes->number, "number", row->number);
  if (changes->position)
    plt_batch_set_integer (self->batch, "position", position);
  if (changes->set)
    set_set (self, "set", changes->set_id);
  if (changes->sub_set)
    set_set (self, "sub_set", changes->sub_set_id);
  if (changes->status != NULL)
    plt_batch_set_text (self->batch, "status", changes->status);
  if (scene == NULL)
    return;
  write_text_if (self, changes->int_ext, "int_ext", scene->int_ext);
  write_text_if (self, changes->effect, "effect", scene->effect);
  write_text_if (self, changes->synopsis, "synopsis", scene->synopsis);
  if (changes->eighths)
    plt_batch_set_integer (self->batch, "eighths", scene->eighths);
  if (changes->estimate)
    set_estimate (self, scene);
  if (changes->page && scene->page > 0)
    plt_batch_set_integer (self->batch, "page", scene->page);
  else if (changes->page)
    plt_batch_set_null (self->batch, "page");
  if (changes->episode)
    {
      g_autofree char *episode = plt_sequence_number_episode (row->number);

      plt_batch_set_text (self->batch, "episode", episode);
    }
}

/* The page is where the script has it; an episode that somebody typed stays. */
static void
merge_place (PltScriptPlan *self, const PltPlanRow *row, Changes *changes)
{
  const PltScene *scene = plt_plan_new_scene (self, row);
  g_autofree char *episode = plt_sequence_number_episode (row->number);

  changes->page = (gint64) scene->page != (row->facts->page == PLT_UNKNOWN ? 0 : row->facts->page);
  changes->episode = row->facts->episode[0] == '\0' && episode[0] != '\0';
}

/* Whether two scenes say the same, heading without its number and text. */
static gboolean
same_text (const PltScript *a, const PltScene *one, const PltScript *b, const PltScene *two)
{
  if (one->n_paragraphs != two->n_paragraphs || strcmp (one->heading, two->heading) != 0)
    return FALSE;
  for (guint i = 1; i < one->n_paragraphs; i++)
    {
      const PltParagraph *left = g_ptr_array_index (a->paragraphs, one->first + i);
      const PltParagraph *right = g_ptr_array_index (b->paragraphs, two->first + i);

      if (left->kind != right->kind || strcmp (left->text, right->text) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
write_existing (PltScriptPlan *self, PltPlanRow *row, gint64 position)
{
  const PltScene *scene = plt_plan_new_scene (self, row);
  const PltScene *old = plt_plan_old_scene (self, row);
  Changes changes = { FALSE };

  changes.number = strcmp (row->number, row->facts->number) != 0;
  changes.position = position != row->facts->position;
  merge_status (self, row, &changes);
  if (scene != NULL && !plt_scene_is_omitted (scene))
    {
      merge_fields (self, row, &changes);
      merge_place (self, row, &changes);
      changes.estimate = self->options->estimate != NULL
                         && estimate_of (self, scene) != row->facts->estimate_seconds;
    }
  row->rewritten = scene != NULL
                   && !(old != NULL && same_text (self->stored->script, old, self->script, scene));
  write_changes (self, row, &changes, position);
}

/* In the order they will stand. Positions grow by one and are written only where they must move. */
void
plt_plan_write_sequences (PltScriptPlan *self)
{
  gint64 last = 0;

  for (guint i = 0; i < self->facts->sets.n; i++)
    {
      const PltSetFacts *set = &self->facts->sets.items[i];

      remember_set (self, set->id, set->parent, set->name);
    }
  for (guint i = 0; i < self->order->len; i++)
    {
      PltPlanRow *row = plt_plan_row (self, g_array_index (self->order, guint, i));
      gint64 position = last + 1;

      if (row->facts != NULL && row->facts->position != PLT_UNKNOWN && row->facts->position > last)
        position = row->facts->position;
      if (row->facts == NULL)
        write_new (self, row, position);
      else
        write_existing (self, row, position);
      last = position;
    }
}
