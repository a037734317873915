#include "plt-breakdown.h"

#include <string.h>

#include "plt-number.h"
#include "plt-plan.h"
#include "plt-text.h"

gboolean
plt_facts_has_episodes (const PltFacts *facts)
{
  gboolean found = g_str_equal (facts->production.kind, "serie");

  for (guint i = 0; !found && i < facts->sequences.n; i++)
    found = *facts->sequences.items[i].episode != '\0';
  return found;
}

/**
 * plt_sequence_is_cut:
 *
 * Returns: whether the séquence left the film, and keeps only its number
 */
gboolean
plt_sequence_is_cut (const PltSequenceFacts *sequence)
{
  return strcmp (sequence->status, "supprimee") == 0;
}

void
plt_measure_add (PltMeasure *self, const PltSequenceFacts *sequence)
{
  gint64 seconds = plt_sequence_seconds (sequence);

  self->n++;
  if (sequence->eighths != PLT_UNKNOWN)
    self->eighths += sequence->eighths;
  else
    self->n_unpaged++;
  if (seconds != PLT_UNKNOWN)
    self->seconds += seconds;
  else
    self->n_untimed++;
}

static void
count_elements (const PltFacts *facts, PltBreakdownStats *stats)
{
  g_autoptr (GHashTable) filled = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) roles = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < facts->occurrences.n; i++)
    {
      const PltOccurrenceFacts *occurrence = &facts->occurrences.items[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, occurrence->sequence);
      const PltElementFacts *element
          = PLT_FACTS_FIND (facts->elements, PltElementFacts, occurrence->element);

      if (sequence == NULL || element == NULL || plt_sequence_is_cut (sequence))
        continue;
      g_hash_table_add (filled, PLT_ID_TO_POINTER (sequence->id));
      if (plt_category_is_role (facts, element->category))
        g_hash_table_add (roles, PLT_ID_TO_POINTER (element->id));
    }
  stats->n_with_elements = g_hash_table_size (filled);
  stats->n_roles = g_hash_table_size (roles);
}

/**
 * plt_breakdown_stats:
 * @stats: (out): overwritten
 */
void
plt_breakdown_stats (const PltFacts *facts, PltBreakdownStats *stats)
{
  g_autoptr (GHashTable) sets = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) sub_sets = g_hash_table_new (NULL, NULL);

  memset (stats, 0, sizeof *stats);
  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];
      PltEffectClass effect = plt_effect_class (sequence->int_ext, sequence->effect);

      if (plt_sequence_is_cut (sequence))
        continue;
      plt_measure_add (&stats->total, sequence);
      plt_measure_add (&stats->effects[effect], sequence);
      if (effect == PLT_EFFECT_INT_NIGHT || effect == PLT_EFFECT_EXT_NIGHT)
        plt_measure_add (&stats->night, sequence);
      if (strstr (sequence->int_ext, "EXT") != NULL)
        plt_measure_add (&stats->outside, sequence);
      if (sequence->set != 0)
        g_hash_table_add (sets, PLT_ID_TO_POINTER (sequence->set));
      if (sequence->sub_set != 0)
        g_hash_table_add (sub_sets, PLT_ID_TO_POINTER (sequence->sub_set));
    }
  stats->n_sets = g_hash_table_size (sets);
  stats->n_sub_sets = g_hash_table_size (sub_sets);
  count_elements (facts, stats);
}

/**
 * plt_breakdown_measure_set:
 * @set: a row of the table of décors
 *
 * Returns: its séquences, pages and screen time
 */
PltMeasure
plt_breakdown_measure_set (const PltFacts *facts, gint64 set)
{
  PltMeasure result = { 0 };

  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];

      if ((sequence->set == set || sequence->sub_set == set) && !plt_sequence_is_cut (sequence))
        plt_measure_add (&result, sequence);
    }
  return result;
}

guint
plt_per_mille (gint64 part, gint64 whole)
{
  gint64 result = 0;

  if (whole <= 0 || part <= 0
      || !plt_number_mul_div (part, 1000, whole, PLT_ROUND_HALF_UP, &result))
    return 0;
  return (guint) result;
}

static int
compare_by_position (gconstpointer a, gconstpointer b)
{
  const PltSequenceFacts *x = *(const PltSequenceFacts *const *) a;
  const PltSequenceFacts *y = *(const PltSequenceFacts *const *) b;

  return x < y ? -1 : x > y; /* the facts are in the order of the film */
}

GPtrArray *
plt_breakdown_sequences_of (const PltFacts *facts, gint64 element)
{
  GPtrArray *result = g_ptr_array_new ();

  for (guint i = 0; i < facts->occurrences.n; i++)
    if (facts->occurrences.items[i].element == element)
      {
        const PltSequenceFacts *sequence = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts,
                                                           facts->occurrences.items[i].sequence);

        if (sequence != NULL)
          g_ptr_array_add (result, (gpointer) sequence);
      }
  g_ptr_array_sort (result, compare_by_position);
  return result;
}

static int
compare_roles (gconstpointer a, gconstpointer b)
{
  const PltElementFacts *x = *(const PltElementFacts *const *) a;
  const PltElementFacts *y = *(const PltElementFacts *const *) b;
  gboolean x_numbered = x->number != PLT_UNKNOWN;
  gboolean y_numbered = y->number != PLT_UNKNOWN;

  if (x_numbered != y_numbered)
    return x_numbered ? -1 : 1;
  if (x_numbered && x->number != y->number)
    return x->number < y->number ? -1 : 1;
  return x < y ? -1 : x > y;
}

/* Elements in the order they are read in: numbers first. `data`: the facts. */
static int
compare_occurrences (gconstpointer a, gconstpointer b, gpointer data)
{
  const PltFacts *facts = data;
  const PltOccurrenceFacts *x = *(const PltOccurrenceFacts *const *) a;
  const PltOccurrenceFacts *y = *(const PltOccurrenceFacts *const *) b;
  const PltElementFacts *first = PLT_FACTS_FIND (facts->elements, PltElementFacts, x->element);
  const PltElementFacts *second = PLT_FACTS_FIND (facts->elements, PltElementFacts, y->element);
  gint64 number = first->number != PLT_UNKNOWN ? first->number : G_MAXINT64;
  gint64 other = second->number != PLT_UNKNOWN ? second->number : G_MAXINT64;

  if (number != other)
    return number < other ? -1 : 1;
  return plt_text_compare (first->name, second->name);
}

GPtrArray *
plt_breakdown_elements_of (const PltFacts *facts, gint64 sequence, gint64 category)
{
  GPtrArray *result = g_ptr_array_new ();
  guint n;
  const PltOccurrenceFacts *const *there = plt_facts_occurrences_of (facts, sequence, &n);

  for (guint i = 0; i < n; i++)
    {
      const PltElementFacts *element
          = PLT_FACTS_FIND (facts->elements, PltElementFacts, there[i]->element);

      if (element != NULL && element->category == category)
        g_ptr_array_add (result, (gpointer) there[i]);
    }
  g_ptr_array_sort_with_data (result, compare_occurrences, (gpointer) facts);
  return result;
}

char *
plt_breakdown_role_numbers (const PltFacts *facts, gint64 sequence)
{
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();
  GString *text = g_string_new (NULL);
  guint n;
  const PltOccurrenceFacts *const *there = plt_facts_occurrences_of (facts, sequence, &n);

  for (guint i = 0; i < n; i++)
    {
      const PltElementFacts *element
          = PLT_FACTS_FIND (facts->elements, PltElementFacts, there[i]->element);

      if (element != NULL && plt_category_is_role (facts, element->category))
        g_ptr_array_add (roles, (gpointer) element);
    }
  g_ptr_array_sort (roles, compare_roles);
  for (guint i = 0; i < roles->len; i++)
    {
      const PltElementFacts *role = g_ptr_array_index (roles, i);

      if (i > 0)
        g_string_append (text, ", ");
      if (role->number != PLT_UNKNOWN)
        g_string_append_printf (text, "%" G_GINT64_FORMAT, role->number);
      else
        g_string_append (text, role->name);
    }
  return g_string_free (text, FALSE);
}
