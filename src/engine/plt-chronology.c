#include "plt-chronology.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-text.h"

#define STEP 1024 /* between positions, as the store leaves it */

static void
group_free (gpointer data)
{
  PltStoryGroup *self = data;

  g_ptr_array_unref (self->sequences);
  g_free (self);
}

static void
add_group (GPtrArray *groups, const PltFacts *facts, const char *name)
{
  PltStoryGroup *group = g_new0 (PltStoryGroup, 1);

  group->name = name;
  group->day = *name != '\0' ? plt_story_day_find (facts, name) : NULL;
  group->sequences = plt_story_sequences (facts, name);
  g_ptr_array_add (groups, group);
}

GPtrArray *
plt_chronology_new (const PltFacts *facts)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GPtrArray) days = NULL;

  g_return_val_if_fail (facts != NULL, groups);

  days = plt_story_days (facts);
  add_group (groups, facts, "");
  if (((PltStoryGroup *) g_ptr_array_index (groups, 0))->sequences->len == 0)
    g_ptr_array_remove_index (groups, 0);
  for (guint i = 0; i < days->len; i++)
    add_group (groups, facts, g_ptr_array_index (days, i));
  return groups;
}

/* As plt-story.h reads names: case, accents and spaces apart. */
static char *
name_key (const char *name)
{
  char *key = plt_text_fold (name);
  char *end = key;

  for (const char *p = key; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      *end++ = *p;
  *end = '\0';
  return key;
}

static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *x = name_key (a);
  g_autofree char *y = name_key (b);

  return strcmp (x, y) == 0;
}

/* (nullable): the day of that name, with a row or without. */
static PltStoryGroup *
find_group (GPtrArray *groups, const char *name)
{
  for (guint i = 0; i < groups->len; i++)
    {
      PltStoryGroup *group = g_ptr_array_index (groups, i);

      if (*group->name != '\0' && is_same (group->name, name))
        return group;
    }
  return NULL;
}

static gint64
last_position (const PltFacts *facts)
{
  gint64 last = 0;

  for (guint i = 0; i < facts->story_days.n; i++)
    last = MAX (last, facts->story_days.items[i].position);
  return last;
}

static void
add_day (PltBatch *batch, const char *name, gint64 position)
{
  plt_batch_insert (batch, "story_day");
  plt_batch_set_text (batch, "name", name);
  plt_batch_set_integer (batch, "position", position);
}

void
plt_chronology_place (const PltFacts *facts,
                      const gint64 *sequences,
                      guint n_sequences,
                      const char *name,
                      PltBatch *batch)
{
  g_autofree char *typed = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  const PltStoryGroup *group;
  const char *spelt;

  g_return_if_fail (facts != NULL && name != NULL && batch != NULL);

  typed = plt_text_squeeze (name);
  groups = plt_chronology_new (facts);
  group = find_group (groups, typed);
  spelt = group != NULL ? group->name : typed;
  if (*typed != '\0' && group == NULL)
    {
      guint n = plt_story_list_days (facts, batch);

      add_day (batch, typed, last_position (facts) + ((gint64) n + 1) * STEP);
    }
  for (guint i = 0; i < n_sequences; i++)
    {
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, sequences[i]);

      if (sequence == NULL || strcmp (sequence->story_day, spelt) == 0)
        continue;
      plt_batch_update (batch, "sequence", sequence->id);
      plt_batch_set_text (batch, "story_day", spelt);
    }
}

gboolean
plt_chronology_rename (
    const PltFacts *facts, const char *from, const char *to, PltBatch *batch, GError **error)
{
  g_autofree char *typed = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  const PltStoryGroup *group;
  const PltStoryGroup *there;

  g_return_val_if_fail (facts != NULL && from != NULL && to != NULL && batch != NULL, FALSE);

  typed = plt_text_squeeze (to);
  groups = plt_chronology_new (facts);
  group = find_group (groups, from);
  there = find_group (groups, typed);
  if (*typed == '\0')
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("A day of the story needs a name: J1, N1, FB 1998."));
      return FALSE;
    }
  if (there != NULL && there != group)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                   _ ("There is a day “%s” already; put the sequences on that one instead."),
                   there->name);
      return FALSE;
    }
  if (group == NULL)
    return TRUE;
  if (group->day != NULL && strcmp (group->day->name, typed) != 0)
    {
      plt_batch_update (batch, "story_day", group->day->id);
      plt_batch_set_text (batch, "name", typed);
    }
  for (guint i = 0; i < facts->sequences.n; i++) /* cut ones too */
    if (is_same (facts->sequences.items[i].story_day, from)
        && strcmp (facts->sequences.items[i].story_day, typed) != 0)
      {
        plt_batch_update (batch, "sequence", facts->sequences.items[i].id);
        plt_batch_set_text (batch, "story_day", typed);
      }
  return TRUE;
}

void
plt_chronology_set_moment (const PltFacts *facts,
                           const char *name,
                           const char *moment,
                           PltBatch *batch)
{
  const PltStoryDayFacts *day;

  g_return_if_fail (facts != NULL && name != NULL && moment != NULL && batch != NULL);

  day = plt_story_day_find (facts, name);
  if (day != NULL)
    {
      plt_batch_update (batch, "story_day", day->id);
      plt_batch_set_text (batch, "moment", moment);
      return;
    }
  {
    g_autoptr (GPtrArray) groups = plt_chronology_new (facts);
    gint64 position = last_position (facts);

    for (guint i = 0; i < groups->len; i++)
      {
        const PltStoryGroup *group = g_ptr_array_index (groups, i);

        if (*group->name == '\0' || group->day != NULL)
          continue;
        add_day (batch, group->name, position += STEP);
        if (is_same (group->name, name))
          plt_batch_set_text (batch, "moment", moment);
      }
  }
}

void
plt_chronology_move (const PltFacts *facts, const char *name, guint place, PltBatch *batch)
{
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) order = NULL;
  PltStoryGroup *moved;
  guint before = 0;

  g_return_if_fail (facts != NULL && name != NULL && batch != NULL);

  groups = plt_chronology_new (facts);
  order = g_ptr_array_new ();
  moved = find_group (groups, name);
  if (moved == NULL)
    return;
  for (guint i = 0; i < groups->len; i++)
    {
      PltStoryGroup *group = g_ptr_array_index (groups, i);

      if (*group->name == '\0')
        continue;
      if (before++ == place)
        g_ptr_array_add (order, moved);
      if (group != moved)
        g_ptr_array_add (order, group);
    }
  if (place >= before)
    g_ptr_array_add (order, moved);
  for (guint i = 0; i < order->len; i++)
    {
      const PltStoryGroup *group = g_ptr_array_index (order, i);
      gint64 position = ((gint64) i + 1) * STEP;

      if (group->day == NULL)
        add_day (batch, group->name, position);
      else if (group->day->position != position)
        {
          plt_batch_update (batch, "story_day", group->day->id);
          plt_batch_set_integer (batch, "position", position);
        }
    }
}
