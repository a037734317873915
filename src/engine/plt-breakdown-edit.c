/* The edits of the dépouillement, as batches. */
#include "plt-breakdown.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-breakdown-writer.h"
#include "plt-error.h"
#include "plt-text.h"

#define MAX_QUANTITY 100000

/* ---- elements ---- */

/* "Dockers x12", "Dockers × 12": the name is cut, the quantity read; PLT_UNKNOWN without one. */
static char *
split_quantity (const char *text, gint64 *quantity)
{
  char *name = plt_text_squeeze (text);
  char *end = name + strlen (name);
  char *digits = end;
  char *sign;
  gsize length = 0;

  *quantity = PLT_UNKNOWN;
  while (digits > name && g_ascii_isdigit (digits[-1]))
    digits--;
  if (digits == end || end - digits > 5)
    return name;
  sign = digits;
  while (sign > name && sign[-1] == ' ')
    sign--;
  if (sign > name && (sign[-1] == 'x' || sign[-1] == '*'))
    length = 1;
  else if (sign - name >= 2 && memcmp (sign - 2, "×", 2) == 0)
    length = 2;
  sign -= length;
  if (length == 0 || sign == name || sign[-1] != ' ')
    return name; /* "Boeing 747" is a name */
  *quantity = g_ascii_strtoll (digits, NULL, 10);
  sign[-1] = '\0';
  return name;
}

gboolean
plt_breakdown_add_element (const PltFacts *facts,
                           gint64 sequence,
                           gint64 category,
                           const char *text,
                           PltBatch *batch,
                           GError **error)
{
  gint64 quantity;
  g_autofree char *name = split_quantity (text, &quantity);
  g_autoptr (PltBreakdownWriter) writer = NULL;
  const PltElementFacts *element;
  gint64 id;

  g_return_val_if_fail (facts != NULL && batch != NULL, FALSE);

  if (*name == '\0')
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID, _ ("Type the name of an element."));
      return FALSE;
    }
  if (quantity != PLT_UNKNOWN && (quantity < 1 || quantity > MAX_QUANTITY))
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("The quantity of “%s” has to be between 1 and %d."), name, MAX_QUANTITY);
      return FALSE;
    }
  writer = plt_breakdown_writer_new (facts, batch);
  id = plt_breakdown_writer_find (writer, category, name, FALSE);
  if (id != 0 && plt_breakdown_writer_occurs (writer, sequence, id))
    {
      element = PLT_FACTS_FIND (facts->elements, PltElementFacts, id);
      g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                   _ ("“%s” is in this sequence already; change its quantity instead."),
                   element != NULL ? element->name : name);
      return FALSE;
    }
  if (id == 0)
    id = plt_breakdown_writer_make (writer, category, name);
  plt_breakdown_writer_add (writer, sequence, id, quantity);
  return TRUE;
}

/* What is known of one occurrence while several become one. */
typedef struct
{
  gint64 id;
  gint64 quantity;
  const char *costume;
  const char *note;
} Kept;

static void
complete (Kept *kept, const PltOccurrenceFacts *other, PltBatch *batch)
{
  gboolean quantity = kept->quantity == PLT_UNKNOWN && other->quantity != PLT_UNKNOWN;
  gboolean costume = *kept->costume == '\0' && *other->costume != '\0';
  gboolean note = *kept->note == '\0' && *other->note != '\0';

  if (!quantity && !costume && !note)
    return;
  plt_batch_update (batch, "sequence_element", kept->id);
  if (quantity)
    plt_batch_set_integer (batch, "quantity", kept->quantity = other->quantity);
  if (costume)
    plt_batch_set_text (batch, "costume", kept->costume = other->costume);
  if (note)
    plt_batch_set_text (batch, "note", kept->note = other->note);
}

static Kept *
kept_new (const PltOccurrenceFacts *occurrence)
{
  Kept *kept = g_new (Kept, 1);

  *kept = (Kept){ occurrence->id, occurrence->quantity, occurrence->costume, occurrence->note };
  return kept;
}

static gboolean
is_in (gint64 id, const gint64 *ids, guint n)
{
  for (guint i = 0; i < n; i++)
    if (ids[i] == id)
      return TRUE;
  return FALSE;
}

static void
merge_occurrences (
    const PltFacts *facts, gint64 keep, const gint64 *others, guint n_others, PltBatch *batch)
{
  g_autoptr (GHashTable) kept = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < facts->occurrences.n; i++)
    if (facts->occurrences.items[i].element == keep)
      g_hash_table_insert (kept, PLT_ID_TO_POINTER (facts->occurrences.items[i].sequence),
                           kept_new (&facts->occurrences.items[i]));
  for (guint i = 0; i < facts->occurrences.n; i++)
    {
      const PltOccurrenceFacts *other = &facts->occurrences.items[i];
      Kept *there;

      if (!is_in (other->element, others, n_others))
        continue;
      there = g_hash_table_lookup (kept, PLT_ID_TO_POINTER (other->sequence));
      if (there != NULL)
        {
          complete (there, other, batch);
          plt_batch_delete (batch, "sequence_element", other->id);
          continue;
        }
      plt_batch_update (batch, "sequence_element", other->id);
      plt_batch_set_integer (batch, "element", keep);
      g_hash_table_insert (kept, PLT_ID_TO_POINTER (other->sequence), kept_new (other));
    }
}

void
plt_breakdown_merge_elements (
    const PltFacts *facts, gint64 keep, const gint64 *others, guint n_others, PltBatch *batch)
{
  g_return_if_fail (facts != NULL && batch != NULL && !is_in (keep, others, n_others));

  merge_occurrences (facts, keep, others, n_others, batch);
  for (guint i = 0; i < facts->engagements.n; i++)
    if (is_in (facts->engagements.items[i].role, others, n_others))
      {
        plt_batch_update (batch, "engagement", facts->engagements.items[i].id);
        plt_batch_set_integer (batch, "role", keep);
      }
  for (guint i = 0; i < facts->lines.n; i++)
    if (is_in (facts->lines.items[i].role, others, n_others))
      {
        plt_batch_update (batch, "budget_line", facts->lines.items[i].id);
        plt_batch_set_integer (batch, "role", keep);
      }
  for (guint i = 0; i < facts->calls.n; i++)
    if (is_in (facts->calls.items[i].role, others, n_others))
      {
        plt_batch_update (batch, "call", facts->calls.items[i].id);
        plt_batch_set_integer (batch, "role", keep);
      }
  for (guint i = 0; i < n_others; i++)
    plt_batch_delete (batch, "element", others[i]);
}

/* ---- numbers ---- */

static gboolean
is_taken (const PltFacts *facts, const char *number, const gint64 *but, guint n_but)
{
  for (guint i = 0; i < facts->sequences.n; i++)
    if (!is_in (facts->sequences.items[i].id, but, n_but)
        && plt_text_compare (facts->sequences.items[i].number, number) == 0)
      return TRUE;
  return FALSE;
}

/* The figures at the head of "12A" and nothing else; 0 without any. */
static gint64
leading_figure (const char *number)
{
  gint64 value = 0;

  for (; g_ascii_isdigit (*number) && value < 100000000; number++)
    value = value * 10 + (*number - '0');
  return value;
}

static char *
next_whole_number (const PltFacts *facts, guint nth)
{
  gint64 highest = 0;

  for (guint i = 0; i < facts->sequences.n; i++)
    highest = MAX (highest, leading_figure (facts->sequences.items[i].number));
  return g_strdup_printf ("%" G_GINT64_FORMAT, highest + 1 + nth);
}

char *
plt_breakdown_number_after (const PltFacts *facts, gint64 before, guint nth)
{
  const PltSequenceFacts *sequence = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, before);
  const PltSequenceFacts *last
      = facts->sequences.n > 0 ? &facts->sequences.items[facts->sequences.n - 1] : NULL;
  gint64 figure = sequence != NULL ? leading_figure (sequence->number) : 0;
  guint left = nth;

  if (last == NULL || sequence == last)
    return next_whole_number (facts, nth);
  for (char letter = 'A'; letter <= 'Z'; letter++)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT "%c", figure, letter);

      if (!is_taken (facts, number, NULL, 0) && left-- == 0)
        return g_steal_pointer (&number);
    }
  return next_whole_number (facts, nth);
}

gboolean
plt_breakdown_renumber (const PltFacts *facts,
                        const gint64 *sequences,
                        guint n_sequences,
                        gint64 first,
                        PltBatch *batch,
                        GError **error)
{
  g_return_val_if_fail (facts != NULL && batch != NULL, FALSE);

  if (facts->production.numbers_locked)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                   _ ("The numbers are locked: the script has been handed out. Unlock them in the "
                      "menu of the view, or put 12A in between."));
      return FALSE;
    }
  for (guint i = 0; i < n_sequences; i++)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, first + (gint64) i);
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, sequences[i]);

      if (is_taken (facts, number, sequences, n_sequences))
        {
          g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                       _ ("Another sequence has the number %s already; begin with another number, "
                          "or select that sequence too."),
                       number);
          return FALSE;
        }
      if (sequence == NULL || strcmp (sequence->number, number) == 0)
        continue;
      plt_batch_update (batch, "sequence", sequence->id);
      plt_batch_set_text (batch, "number", number);
    }
  return TRUE;
}
