#include "plt-story.h"

#include <string.h>

#include "plt-breakdown-writer.h"
#include "plt-breakdown.h"
#include "plt-text.h"

/* ---- days ---- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return plt_text_compare (*(const char *const *) a, *(const char *const *) b);
}

/* Two spellings of a day are one: "J1", "j 1". */
static char *
day_key (const char *name)
{
  g_autofree char *folded = plt_text_fold (name);
  GString *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (key, *p);
  return g_string_free (key, FALSE);
}

GPtrArray *
plt_story_days (const PltFacts *facts)
{
  GPtrArray *days = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < facts->story_days.n; i++)
    if (g_hash_table_add (seen, day_key (facts->story_days.items[i].name)))
      g_ptr_array_add (days, (gpointer) facts->story_days.items[i].name);
  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];

      if (*sequence->story_day != '\0' && !plt_sequence_is_cut (sequence)
          && g_hash_table_add (seen, day_key (sequence->story_day)))
        g_ptr_array_add (others, (gpointer) sequence->story_day);
    }
  g_ptr_array_sort (others, compare_names);
  g_ptr_array_extend (days, others, NULL, NULL);
  return days;
}

const PltStoryDayFacts *
plt_story_day_find (const PltFacts *facts, const char *day)
{
  g_autofree char *key = day_key (day);

  for (guint i = 0; i < facts->story_days.n; i++)
    {
      g_autofree char *other = day_key (facts->story_days.items[i].name);

      if (strcmp (key, other) == 0)
        return &facts->story_days.items[i];
    }
  return NULL;
}

GPtrArray *
plt_story_sequences (const PltFacts *facts, const char *day)
{
  GPtrArray *result = g_ptr_array_new ();
  g_autofree char *key = day_key (day);

  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];
      g_autofree char *other = day_key (sequence->story_day);

      if (!plt_sequence_is_cut (sequence) && strcmp (key, other) == 0)
        g_ptr_array_add (result, (gpointer) sequence);
    }
  return result;
}

typedef struct
{
  guint day;
  const PltSequenceFacts *sequence;
} Dated;

static int
compare_dated (gconstpointer a, gconstpointer b)
{
  const Dated *x = a, *y = b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return x->sequence < y->sequence ? -1 : x->sequence > y->sequence;
}

GPtrArray *
plt_story_order (const PltFacts *facts)
{
  GPtrArray *result = g_ptr_array_new ();
  g_autoptr (GPtrArray) days = plt_story_days (facts);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) dated = g_array_new (FALSE, FALSE, sizeof (Dated));

  for (guint i = 0; i < days->len; i++)
    g_hash_table_insert (places, day_key (days->pdata[i]), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];
      g_autofree char *key = day_key (sequence->story_day);
      Dated row = { GPOINTER_TO_UINT (g_hash_table_lookup (places, key)), sequence };

      if (plt_sequence_is_cut (sequence))
        continue;
      if (row.day == 0)
        row.day = days->len + 1;
      g_array_append_val (dated, row);
    }
  g_array_sort (dated, compare_dated);
  for (guint i = 0; i < dated->len; i++)
    g_ptr_array_add (result, (gpointer) g_array_index (dated, Dated, i).sequence);
  return result;
}

guint
plt_story_list_days (const PltFacts *facts, PltBatch *batch)
{
  g_autoptr (GPtrArray) days = plt_story_days (facts);
  gint64 position = 0;
  guint n = 0;

  for (guint i = 0; i < facts->story_days.n; i++)
    position = MAX (position, facts->story_days.items[i].position);
  for (guint i = 0; i < days->len; i++)
    if (plt_story_day_find (facts, days->pdata[i]) == NULL)
      {
        plt_batch_insert (batch, "story_day");
        plt_batch_set_integer (batch, "position", position += 1024);
        plt_batch_set_text (batch, "name", days->pdata[i]);
        n++;
      }
  return n;
}

/* ---- costumes ---- */

char **
plt_story_costume_numbers (const char *costume)
{
  g_auto (GStrv) parts = g_strsplit_set (costume, ",;/+", -1);
  GPtrArray *numbers = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *number = plt_text_squeeze (parts[i]);

      if (*number != '\0')
        g_ptr_array_add (numbers, g_steal_pointer (&number));
    }
  g_ptr_array_add (numbers, NULL);
  return (char **) g_ptr_array_free (numbers, FALSE);
}

static gboolean
same_day (const PltSequenceFacts *a, const PltSequenceFacts *b)
{
  g_autofree char *one = day_key (a->story_day);
  g_autofree char *other = day_key (b->story_day);

  return *one != '\0' && strcmp (one, other) == 0;
}

/* The nearest of the same day that has one, the earlier of two. */
static const char *
suggest (const GArray *notes, guint at)
{
  const PltCostumeNote *note = &g_array_index (notes, PltCostumeNote, at);

  for (guint away = 1; away < notes->len; away++)
    for (gint side = -1; side <= 1; side += 2)
      {
        gint64 place = (gint64) at + side * (gint64) away;
        const PltCostumeNote *other;

        if (place < 0 || place >= (gint64) notes->len)
          continue;
        other = &g_array_index (notes, PltCostumeNote, place);
        if (*other->costume != '\0' && same_day (note->sequence, other->sequence))
          return other->costume;
      }
  return "";
}

GArray *
plt_story_costumes (const PltFacts *facts, const GPtrArray *order, gint64 role)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (PltCostumeNote));

  for (guint i = 0; i < order->len; i++)
    {
      const PltSequenceFacts *sequence = order->pdata[i];
      PltCostumeNote note
          = { sequence, plt_facts_find_occurrence (facts, sequence->id, role), "", "" };

      if (note.occurrence == NULL)
        continue;
      note.costume = note.occurrence->costume;
      g_array_append_val (notes, note);
    }
  for (guint i = 0; i < notes->len; i++)
    if (*g_array_index (notes, PltCostumeNote, i).costume == '\0')
      g_array_index (notes, PltCostumeNote, i).suggestion = suggest (notes, i);
  return notes;
}

guint
plt_story_apply_costumes (const PltFacts *facts, gint64 role, PltBatch *batch)
{
  g_autoptr (GPtrArray) order = plt_story_order (facts);
  guint n = 0;

  for (guint i = 0; i < facts->elements.n; i++)
    {
      const PltElementFacts *element = &facts->elements.items[i];
      g_autoptr (GArray) notes = NULL;

      if (role != 0 ? element->id != role : !plt_category_is_role (facts, element->category))
        continue;
      notes = plt_story_costumes (facts, order, element->id);
      for (guint j = 0; j < notes->len; j++)
        {
          const PltCostumeNote *note = &g_array_index (notes, PltCostumeNote, j);

          if (*note->suggestion == '\0')
            continue;
          plt_batch_update (batch, "sequence_element", note->occurrence->id);
          plt_batch_set_text (batch, "costume", note->suggestion);
          n++;
        }
    }
  return n;
}
