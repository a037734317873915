/* The merge, last part: what is told of it, one entry a séquence. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-script-match.h"
#include "plt-script-plan-private.h"

/* ---- which ones moved ---- */

/* The fewest that can be said to have moved: those outside of a longest run of séquences of the
 * draft that stand in their old order. */
void
plt_plan_find_moved (PltScriptPlan *self)
{
  guint n = self->script->scenes->len;
  g_autofree gint *tails = g_new (gint, n + 1);  /* by length of the run: its last scene */
  g_autofree gint *before = g_new (gint, n + 1); /* by scene: the one before it in its run */
  guint longest = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = longest;

      before[i] = -1;
      if (plt_plan_row (self, (guint) self->row_of[i])->facts == NULL)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (self->row_of[tails[middle]] < self->row_of[i])
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? tails[low - 1] : -1;
      tails[low] = (gint) i;
      longest = MAX (longest, low + 1);
      plt_plan_row (self, (guint) self->row_of[i])->moved = TRUE;
    }
  for (gint i = longest > 0 ? tails[longest - 1] : -1; i >= 0; i = before[i])
    plt_plan_row (self, (guint) self->row_of[i])->moved = FALSE;
}

/* ---- entries ---- */

static PltImportChange
change_of (const PltPlanRow *row, const GArray *parts, const GArray *joined)
{
  if (row->cut)
    return PLT_IMPORT_CUT;
  if (row->facts == NULL)
    return PLT_IMPORT_ADDED;
  if (row->restored)
    return PLT_IMPORT_RESTORED;
  if (joined != NULL)
    return PLT_IMPORT_JOINED;
  if (parts != NULL)
    return PLT_IMPORT_SPLIT;
  if (row->moved)
    return PLT_IMPORT_MOVED;
  return row->rewritten ? PLT_IMPORT_CHANGED : PLT_IMPORT_UNCHANGED;
}

/* `before`: (nullable): the number of the séquence before it. */
static char *
tell_moved (const PltImportEntry *entry, const char *before)
{
  if (before == NULL)
    return g_strdup_printf (_ ("Sequence %s now comes first."), entry->number);
  if (entry->rewritten)
    return g_strdup_printf (_ ("Sequence %s now follows %s, and its text changed."), entry->number,
                            before);
  return g_strdup_printf (_ ("Sequence %s now follows %s."), entry->number, before);
}

static char *
tell_changed (const PltImportEntry *entry)
{
  if (entry->old_heading[0] == '\0' || strcmp (entry->old_heading, entry->heading) == 0)
    return g_strdup_printf (_ ("The text of sequence %s changed."), entry->number);
  return g_strdup_printf (_ ("The heading of sequence %s was “%s”."), entry->number,
                          entry->old_heading);
}

static char *
tell_cut (const PltScriptPlan *self, const PltImportEntry *entry, const PltPlanRow *row)
{
  if (row->joined_into >= 0)
    return g_strdup_printf (_ ("The text of sequence %s is now in sequence %s."), entry->number,
                            plt_plan_row (self, (guint) row->joined_into)->number);
  if (entry->scene >= 0)
    return g_strdup_printf (_ ("The script omits sequence %s."), entry->number);
  return g_strdup_printf (_ ("Sequence %s is no longer in the script."), entry->number);
}

/* "12A, 12B" */
static char *
list_numbers (const PltScriptPlan *self, const GArray *rows)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "",
                            plt_plan_row (self, g_array_index (rows, guint, i))->number);
  return g_string_free (out, FALSE);
}

/* `before`: (nullable): the number of the séquence before it; `others`: (nullable): rows */
static char *
tell (const PltScriptPlan *self,
      const PltImportEntry *entry,
      const PltPlanRow *row,
      const GArray *others,
      const char *before)
{
  g_autofree char *numbers = list_numbers (self, others);

  switch (entry->change)
    {
    case PLT_IMPORT_CHANGED:
      return tell_changed (entry);
    case PLT_IMPORT_MOVED:
      return tell_moved (entry, before);
    case PLT_IMPORT_ADDED:
      return row->part_of >= 0
                 ? g_strdup_printf (_ ("Sequence %s was a part of sequence %s."), entry->number,
                                    plt_plan_row (self, (guint) row->part_of)->facts->number)
                 : g_strdup_printf (_ ("Sequence %s is new."), entry->number);
    case PLT_IMPORT_CUT:
      return tell_cut (self, entry, row);
    case PLT_IMPORT_RESTORED:
      return g_strdup_printf (_ ("Sequence %s is in the script again."), entry->number);
    case PLT_IMPORT_SPLIT:
      return g_strdup_printf (_ ("Sequence %s was parted: the rest of its text is in %s."),
                              entry->number, numbers);
    case PLT_IMPORT_JOINED:
      return g_strdup_printf (_ ("Sequence %s now has the text of %s as well."), entry->number,
                              numbers);
    case PLT_IMPORT_UNCHANGED:
    default:
      return entry->renumbered ? g_strdup_printf (_ ("Sequence %s becomes %s; its text stays."),
                                                  entry->old_number, entry->number)
                               : g_strdup_printf (_ ("Sequence %s is as it was."), entry->number);
    }
}

static void
count (PltImportCounts *counts, const PltImportEntry *entry)
{
  guint *by_change[PLT_IMPORT_N_CHANGES] = {
    [PLT_IMPORT_UNCHANGED] = &counts->unchanged,
    [PLT_IMPORT_CHANGED] = &counts->changed,
    [PLT_IMPORT_MOVED] = &counts->moved,
    [PLT_IMPORT_ADDED] = &counts->added,
    [PLT_IMPORT_CUT] = &counts->cut,
    [PLT_IMPORT_SPLIT] = &counts->split,
    [PLT_IMPORT_JOINED] = &counts->joined,
    [PLT_IMPORT_RESTORED] = &counts->restored,
  };

  (*by_change[entry->change])++;
  counts->renumbered += entry->renumbered ? 1 : 0;
}

/* By row: the parts that went from it, and those that came into it. */
typedef struct
{
  GArray **parts, **joined; /* guint: rows; NULL where there is none */
} Others;

static void
add_other (GArray **lists, gint row, guint other)
{
  if (lists[row] == NULL)
    lists[row] = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (lists[row], other);
}

static void
find_others (const PltScriptPlan *self, Others *others)
{
  others->parts = g_new0 (GArray *, self->rows->len + 1);
  others->joined = g_new0 (GArray *, self->rows->len + 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltPlanRow *row = plt_plan_row (self, i);

      if (row->part_of >= 0)
        add_other (others->parts, row->part_of, i);
      if (row->joined_into >= 0)
        add_other (others->joined, row->joined_into, i);
    }
}

static void
clear_others (const PltScriptPlan *self, Others *others)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_clear_pointer (&others->parts[i], g_array_unref);
      g_clear_pointer (&others->joined[i], g_array_unref);
    }
  g_free (others->parts);
  g_free (others->joined);
}

/* Rows that are there by id, new ones by scene. */
static GArray *
identify (const PltScriptPlan *self, const GArray *rows, PltImportChange change)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < rows->len; i++)
    {
      const PltPlanRow *row = plt_plan_row (self, g_array_index (rows, guint, i));
      gint64 id = change == PLT_IMPORT_SPLIT ? row->new_scene : row->facts->id;

      g_array_append_val (ids, id);
    }
  return ids;
}

static guint
likeness_of (const PltScriptPlan *self, guint index)
{
  const PltPlanRow *row = plt_plan_row (self, index);

  if (row->facts == NULL || row->new_scene < 0)
    return 0;
  if (!row->rewritten)
    return 1000;
  return plt_scene_likeness (&g_array_index (self->old_sketches, PltSceneSketch, index),
                             &g_array_index (self->new_sketches, PltSceneSketch, row->new_scene));
}

static void
write_entry (PltScriptPlan *self, guint index, const Others *all_others, const char *before)
{
  const PltPlanRow *row = plt_plan_row (self, index);
  const PltScene *old = plt_plan_old_scene (self, row);
  const PltScene *scene = plt_plan_new_scene (self, row);
  gint partner = row->part_of >= 0 ? row->part_of : row->joined_into;
  PltImportEntry *entry = g_new0 (PltImportEntry, 1);
  const GArray *others;

  entry->change = change_of (row, all_others->parts[index], all_others->joined[index]);
  others = entry->change == PLT_IMPORT_JOINED  ? all_others->joined[index]
           : entry->change == PLT_IMPORT_SPLIT ? all_others->parts[index]
                                               : NULL;
  entry->moved = row->moved;
  entry->rewritten = row->rewritten;
  entry->sequence = row->facts != NULL ? row->facts->id : 0;
  entry->old_number = g_strdup (row->facts != NULL ? row->facts->number : "");
  entry->old_heading = g_strdup (old != NULL ? old->heading : "");
  entry->scene = row->new_scene;
  entry->number = g_strdup (row->number);
  entry->heading = g_strdup (scene != NULL ? scene->heading : "");
  entry->renumbered = row->facts != NULL && strcmp (row->number, row->facts->number) != 0;
  entry->likeness = likeness_of (self, index);
  entry->partner = partner >= 0 ? plt_plan_row (self, (guint) partner)->id : 0;
  entry->others = others != NULL ? identify (self, others, entry->change) : NULL;
  entry->message = tell (self, entry, row, others, before);
  count (self->counts, entry);
  g_ptr_array_add (self->result->entries, entry);
}

/* Whether the draft is the last version to the letter. */
static gboolean
is_same_text (const PltScriptPlan *self)
{
  const GPtrArray *old, *new = self->script->paragraphs;

  if (self->stored == NULL)
    return FALSE;
  old = self->stored->script->paragraphs;
  if (old->len != new->len)
    return FALSE;
  for (guint i = 0; i < new->len; i++)
    {
      const PltParagraph *one = old->pdata[i];
      const PltParagraph *two = new->pdata[i];

      if (one->kind != two->kind || strcmp (one->text, two->text) != 0)
        return FALSE;
    }
  return TRUE;
}

void
plt_plan_write_entries (PltScriptPlan *self)
{
  const PltImportCounts *counts = self->counts;
  const char *before = NULL;
  Others others;

  find_others (self, &others);
  for (guint i = 0; i < self->order->len; i++)
    {
      guint index = g_array_index (self->order, guint, i);
      const PltPlanRow *row = plt_plan_row (self, index);

      if (row->new_scene < 0 && !row->cut)
        continue;
      write_entry (self, index, &others, before);
      if (row->new_scene >= 0)
        before = row->number;
    }
  clear_others (self, &others);
  self->result->is_first = self->first;
  self->result->is_same = is_same_text (self) && counts->unchanged == self->script->scenes->len
                          && counts->cut + counts->renumbered + counts->sets + counts->roles == 0
                          && counts->elements + counts->occurrences + self->given_tags == 0;
}
