#include "plt-element-links.h"

#include "plt-breakdown.h"
#include "plt-breakdown-writer.h"

static gboolean
is_of (const PltLinkFacts *link, gint64 element, gint64 category)
{
  if (link->brings == element)
    return FALSE;
  if (link->element != 0)
    return link->element == element;
  return link->category != 0 && link->category == category;
}

static void
find_missing (const PltFacts *facts, const PltSequenceFacts *sequence, GArray *missing)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  guint n;
  const PltOccurrenceFacts *const *there = plt_facts_occurrences_of (facts, sequence->id, &n);

  for (guint i = 0; i < n; i++)
    {
      const PltElementFacts *element
          = PLT_FACTS_FIND (facts->elements, PltElementFacts, there[i]->element);

      for (guint j = 0; element != NULL && j < facts->links.n; j++)
        {
          const PltLinkFacts *link = &facts->links.items[j];
          PltLinkMissing found = { sequence, element, NULL, link };

          if (!is_of (link, element->id, element->category)
              || plt_facts_find_occurrence (facts, sequence->id, link->brings) != NULL)
            continue;
          found.brings = PLT_FACTS_FIND (facts->elements, PltElementFacts, link->brings);
          if (found.brings != NULL && g_hash_table_add (told, PLT_ID_TO_POINTER (link->brings)))
            g_array_append_val (missing, found);
        }
    }
}

GArray *
plt_links_missing (const PltFacts *facts)
{
  GArray *missing = g_array_new (FALSE, FALSE, sizeof (PltLinkMissing));

  for (guint i = 0; facts->links.n > 0 && i < facts->sequences.n; i++)
    if (!plt_sequence_is_cut (&facts->sequences.items[i]))
      find_missing (facts, &facts->sequences.items[i], missing);
  return missing;
}

guint
plt_links_apply (const PltFacts *facts, gint64 sequence, PltBatch *batch)
{
  g_autoptr (PltBreakdownWriter) writer = plt_breakdown_writer_new (facts, batch);
  guint changed = 0;

  for (guint i = 0; facts->links.n > 0 && i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *here = &facts->sequences.items[i];
      gboolean any = FALSE;
      guint n;
      const PltOccurrenceFacts *const *there = plt_facts_occurrences_of (facts, here->id, &n);

      if ((sequence != 0 && here->id != sequence) || plt_sequence_is_cut (here))
        continue;
      for (guint j = 0; j < n; j++)
        any |= plt_breakdown_writer_bring (writer, here->id, there[j]->element);
      changed += any;
    }
  return changed;
}
