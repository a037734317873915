/* The merge: which elements are in which séquence when text goes from one to another.
 *
 * Nothing is taken from where it was: an element that went with its passage is added where it is
 * now, with its quantity, costume and note; what was noted on the old séquence stays there. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-rows.h"
#include "plt-script-plan-private.h"
#include "plt-text.h"

/* ---- occurrences ---- */

static char *
occurrence_key (gint64 sequence, gint64 element)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT, sequence, element);
}

static void
index_occurrences (PltScriptPlan *self)
{
  self->opened = g_hash_table_new (NULL, NULL);
  self->occurrences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->facts->occurrences.n; i++)
    {
      const PltOccurrenceFacts *occurrence = &self->facts->occurrences.items[i];

      g_hash_table_insert (self->occurrences,
                           occurrence_key (occurrence->sequence, occurrence->element),
                           (gpointer) occurrence);
    }
}

gboolean
plt_plan_occurs (const PltScriptPlan *self, gint64 sequence, gint64 element)
{
  g_autofree char *key = occurrence_key (sequence, element);

  return g_hash_table_contains (self->occurrences, key);
}

const PltOccurrenceFacts *
plt_plan_find_occurrence (const PltScriptPlan *self, gint64 sequence, gint64 element)
{
  g_autofree char *key = occurrence_key (sequence, element);

  return g_hash_table_lookup (self->occurrences, key);
}

/* A box that somebody confirmed empty is not empty any more. */
static void
open_box (PltScriptPlan *self, gint64 sequence, gint64 category)
{
  for (guint i = 0; i < self->facts->boxes.n; i++)
    {
      const PltBoxFacts *box = &self->facts->boxes.items[i];

      if (box->sequence == sequence && box->category == category
          && g_hash_table_add (self->opened, (gpointer) box))
        plt_batch_delete (self->batch, "sequence_category", box->id);
    }
}

void
plt_plan_add_occurrence (PltScriptPlan *self, gint64 sequence, gint64 element, gint64 category)
{
  open_box (self, sequence, category);
  plt_batch_insert (self->batch, "sequence_element");
  plt_batch_set_integer (self->batch, "sequence", sequence);
  plt_batch_set_integer (self->batch, "element", element);
  plt_batch_set_text (self->batch, "origin", "scenario");
  g_hash_table_insert (self->occurrences, occurrence_key (sequence, element), NULL);
  self->counts->occurrences++;
}

/* The row of `occurrence` again, in another séquence, unless the element is there. */
static gboolean
copy_occurrence (PltScriptPlan *self,
                 const PltOccurrenceFacts *occurrence,
                 gint64 sequence,
                 GError **error)
{
  const PltTable *table = plt_table_find ("sequence_element");
  const PltElementFacts *element
      = PLT_FACTS_FIND (self->facts->elements, PltElementFacts, occurrence->element);
  guint n = plt_table_n_columns (table);
  g_autofree PltValue *values = NULL;
  g_autoptr (GError) cause = NULL;

  if (element == NULL || plt_plan_occurs (self, sequence, occurrence->element))
    return TRUE;
  values = g_new0 (PltValue, n);
  if (plt_rows_read (self->store, table, occurrence->id, values, &cause))
    {
      plt_plan_add_occurrence (self, sequence, occurrence->element, element->category);
      for (guint i = 0; i < n; i++)
        if (strcmp (table->columns[i].id, "sequence") != 0)
          plt_batch_set_value (self->batch, table->columns[i].id, &values[i]);
    }
  for (guint i = 0; i < n; i++)
    plt_value_clear (&values[i]);
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

gboolean
plt_plan_carry_occurrence (
    PltScriptPlan *self, gint64 from, gint64 sequence, gint64 element, GError **error)
{
  const PltOccurrenceFacts *occurrence = plt_plan_find_occurrence (self, from, element);
  const PltElementFacts *facts;

  if (from == sequence || plt_plan_occurs (self, sequence, element))
    return TRUE;
  if (occurrence != NULL)
    return copy_occurrence (self, occurrence, sequence, error);
  facts = PLT_FACTS_FIND (self->facts->elements, PltElementFacts, element);
  if (facts != NULL)
    plt_plan_add_occurrence (self, sequence, element, facts->category);
  return TRUE;
}

/* ---- elements by name ---- */

static char *
element_key (gint64 category, const char *name)
{
  g_autofree char *folded = plt_text_fold (name);

  return g_strdup_printf ("%" G_GINT64_FORMAT "|%s", category, folded);
}

gint64
plt_plan_find_element (const PltScriptPlan *self, gint64 category, const char *name)
{
  g_autofree char *key = element_key (category, name);
  const gint64 *found = g_hash_table_lookup (self->elements, key);

  return found != NULL ? *found : 0;
}

void
plt_plan_remember_element (PltScriptPlan *self, gint64 category, const char *name, gint64 element)
{
  gint64 *value = g_new (gint64, 1);

  *value = element;
  g_hash_table_insert (self->elements, element_key (category, name), value);
}

static void
index_elements (PltScriptPlan *self)
{
  self->elements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < self->facts->elements.n; i++)
    {
      const PltElementFacts *element = &self->facts->elements.items[i];

      plt_plan_remember_element (self, element->category, element->name, element->id);
    }
}

/* ---- words ---- */

/* " il pose la lanterne ": folded words with one space around each. */
static void
append_words (GString *out, const char *text)
{
  g_autofree char *folded = plt_text_fold (text);

  if (out->len == 0)
    g_string_append_c (out, ' ');
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar sign = g_utf8_get_char (p);

      if (g_unichar_isalnum (sign))
        g_string_append_unichar (out, sign);
      else if (out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  if (out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');
}

static char *
words_of_scene (const PltScript *script, const PltScene *scene)
{
  GString *out = g_string_new (NULL);

  for (guint i = scene->first; i < scene->first + scene->n_paragraphs; i++)
    {
      const PltParagraph *paragraph = g_ptr_array_index (script->paragraphs, i);

      append_words (out, paragraph->text);
    }
  return g_string_free (out, FALSE);
}

/* Whether the text names the element, in the singular or the plural. */
static gboolean
names (const char *words, const char *name)
{
  g_autoptr (GString) wanted = g_string_new (NULL);

  append_words (wanted, name);
  if (wanted->len < 3)
    return FALSE;
  if (strstr (words, wanted->str) != NULL)
    return TRUE;
  wanted->str[wanted->len - 1] = 's';
  g_string_append_c (wanted, ' ');
  return strstr (words, wanted->str) != NULL;
}

/* ---- what goes along ---- */

/* What the part of a séquence names of the elements of the whole. */
static gboolean
share_with_part (PltScriptPlan *self, const PltPlanRow *part, GError **error)
{
  const PltPlanRow *whole = plt_plan_row (self, (guint) part->part_of);
  g_autofree char *words = words_of_scene (self->script, plt_plan_new_scene (self, part));
  guint before = self->counts->occurrences;

  for (guint i = 0; i < self->facts->occurrences.n; i++)
    {
      const PltOccurrenceFacts *occurrence = &self->facts->occurrences.items[i];
      const PltElementFacts *element;

      if (occurrence->sequence != whole->id)
        continue;
      element = PLT_FACTS_FIND (self->facts->elements, PltElementFacts, occurrence->element);
      if (element != NULL && names (words, element->name)
          && !copy_occurrence (self, occurrence, part->id, error))
        return FALSE;
    }
  if (self->counts->occurrences > before)
    plt_script_add_remark (
        self->remarks, PLT_REMARK_GUESSED, plt_plan_new_scene (self, part)->line,
        plt_plan_new_scene (self, part)->heading,
        _ ("Sequence %s was a part of sequence %s: the elements that its text names "
           "came along."),
        part->number, whole->number);
  return TRUE;
}

/* Everything of a séquence whose text is in another one now. */
static gboolean
give_to_joined (PltScriptPlan *self, const PltPlanRow *row, GError **error)
{
  const PltPlanRow *kept = plt_plan_row (self, (guint) row->joined_into);

  for (guint i = 0; i < self->facts->occurrences.n; i++)
    if (self->facts->occurrences.items[i].sequence == row->id
        && !copy_occurrence (self, &self->facts->occurrences.items[i], kept->id, error))
      return FALSE;
  plt_script_add_remark (
      self->remarks, PLT_REMARK_GUESSED, plt_plan_new_scene (self, kept)->line, row->number,
      _ ("The text of sequence %s is in sequence %s now: its elements were added "
         "there; its days and notes stay with it."),
      row->number, kept->number);
  return TRUE;
}

gboolean
plt_plan_write_elements (PltScriptPlan *self, GError **error)
{
  index_occurrences (self);
  index_elements (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltPlanRow *row = plt_plan_row (self, i);

      if (row->part_of >= 0 && !share_with_part (self, row, error))
        return FALSE;
      if (row->joined_into >= 0 && !give_to_joined (self, row, error))
        return FALSE;
    }
  return TRUE;
}
