/* The dépouillement: what elements bring, hazards, costumes, raccords, elements that occur
 * nowhere. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-breakdown-writer.h"
#include "plt-breakdown.h"
#include "plt-check.h"
#include "plt-element-links.h"
#include "plt-story.h"
#include "plt-text.h"

#define CHILD "enfant"

static void
check_links (const PltFacts *facts, GPtrArray *issues)
{
  g_autoptr (GArray) missing = plt_links_missing (facts);

  for (guint i = 0; i < missing->len; i++)
    {
      const PltLinkMissing *one = &g_array_index (missing, PltLinkMissing, i);

      g_ptr_array_add (
          issues, plt_issue_new ("breakdown.link-missing", PLT_SEVERITY_WARNING,
                                 (PltRef){ "sequence", one->sequence->id, NULL }, NULL,
                                 _ ("Sequence %s has “%s”, which always brings “%s”, and not that. "
                                    "Add it, or apply the links."),
                                 one->sequence->number, one->element->name, one->brings->name));
    }
}

/* Once a séquence and hazard: permits, insurance and call sheets go by the flags of the séquence.
 */
static void
check_hazards (const PltFacts *facts, const PltSequenceFacts *sequence, GPtrArray *issues)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const PltOccurrenceFacts *const *there = plt_facts_occurrences_of (facts, sequence->id, &n);

  for (guint i = 0; i < n; i++)
    {
      const PltElementFacts *element
          = PLT_FACTS_FIND (facts->elements, PltElementFacts, there[i]->element);
      const PltCategoryFacts *category
          = element != NULL
                ? PLT_FACTS_FIND (facts->categories, PltCategoryFacts, element->category)
                : NULL;
      const PltChoice *hazard;

      if (category == NULL || *category->hazard == '\0'
          || plt_hazards_contain (sequence->hazards, category->hazard)
          || !g_hash_table_add (told, (gpointer) category->hazard))
        continue;
      hazard = plt_column_find_choice (plt_table_column (plt_table_find ("sequence"), "hazards"),
                                       category->hazard);
      g_ptr_array_add (
          issues, plt_issue_new ("breakdown.hazard-missing", PLT_SEVERITY_WARNING,
                                 (PltRef){ "sequence", sequence->id, "hazards" }, NULL,
                                 _ ("Sequence %s has “%s” and is not marked “%s”. Mark it, so "
                                    "that permits and safety follow."),
                                 sequence->number, element->name,
                                 hazard != NULL ? plt_choice_title (hazard) : category->hazard));
    }
}

/* ---- costumes ---- */

static gboolean
is_listed (const PltFacts *facts, gint64 role, const char *number, gboolean *any)
{
  for (guint i = 0; i < facts->costumes.n; i++)
    {
      if (facts->costumes.items[i].role != role)
        continue;
      *any = TRUE;
      if (plt_text_compare (facts->costumes.items[i].number, number) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
check_costume_numbers (const PltFacts *facts,
                       const PltElementFacts *role,
                       const PltCostumeNote *note,
                       GHashTable *told,
                       GPtrArray *issues)
{
  g_auto (GStrv) numbers = plt_story_costume_numbers (note->costume);

  for (guint i = 0; numbers[i] != NULL; i++)
    {
      gboolean any = FALSE;

      if (is_listed (facts, role->id, numbers[i], &any) || !any
          || !g_hash_table_add (told, g_strdup (numbers[i])))
        continue;
      g_ptr_array_add (
          issues,
          plt_issue_new ("breakdown.costume-unknown", PLT_SEVERITY_WARNING,
                         (PltRef){ "sequence_element", note->occurrence->id, "costume" }, NULL,
                         _ ("%s wears costume %s in sequence %s, and has no costume of that "
                            "number. Add it to the costumes, or correct the number."),
                         role->name, numbers[i], note->sequence->number));
    }
}

/* "2" and "2A" are one costume that changes within the day; "2" and "3" are two. */
static gboolean
same_costume (const char *a, const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  return !g_ascii_isdigit (a[n]) && !g_ascii_isdigit (b[n])
         && (n > 0 || (a[n] == '\0' && b[n] == '\0'));
}

static void
check_costumes (const PltFacts *facts,
                const GPtrArray *order,
                const PltElementFacts *role,
                GPtrArray *issues)
{
  g_autoptr (GArray) notes = plt_story_costumes (facts, order, role->id);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const PltCostumeNote *before = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < notes->len; i++)
    any |= *g_array_index (notes, PltCostumeNote, i).costume != '\0';
  for (guint i = 0; any && i < notes->len; i++)
    {
      const PltCostumeNote *note = &g_array_index (notes, PltCostumeNote, i);
      PltRef ref = { "sequence_element", note->occurrence->id, "costume" };

      if (*note->costume == '\0')
        {
          g_ptr_array_add (
              issues,
              *note->suggestion != '\0'
                  ? plt_issue_new ("breakdown.costume-missing", PLT_SEVERITY_WARNING, ref, NULL,
                                   _ ("%s has no costume number in sequence %s. It would be "
                                      "%s, as on the same story day."),
                                   role->name, note->sequence->number, note->suggestion)
                  : plt_issue_new ("breakdown.costume-missing", PLT_SEVERITY_WARNING, ref, NULL,
                                   _ ("%s has no costume number in sequence %s. Write the "
                                      "number of the costume."),
                                   role->name, note->sequence->number));
          continue;
        }
      check_costume_numbers (facts, role, note, told, issues);
      if (before != NULL && *note->sequence->story_day != '\0'
          && plt_text_compare (before->sequence->story_day, note->sequence->story_day) == 0
          && !same_costume (before->costume, note->costume))
        g_ptr_array_add (issues,
                         plt_issue_new ("breakdown.costume-change", PLT_SEVERITY_INFO, ref, NULL,
                                        _ ("%s changes from costume %s to %s within %s, between "
                                           "sequences %s and %s. Check that the change is meant."),
                                        role->name, before->costume, note->costume,
                                        note->sequence->story_day, before->sequence->number,
                                        note->sequence->number));
      before = note;
    }
}

/* ---- raccords and elements ---- */

static void
check_raccords (const PltFacts *facts, GPtrArray *issues)
{
  for (guint i = 0; i < facts->raccords.n; i++)
    {
      const PltRaccordFacts *raccord = &facts->raccords.items[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, raccord->sequence);
      const PltSequenceFacts *with
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, raccord->with_sequence);

      if (sequence == NULL || with == NULL || plt_sequence_is_cut (sequence)
          || !plt_sequence_is_cut (with))
        continue;
      g_ptr_array_add (
          issues,
          plt_issue_new ("breakdown.raccord-cut", PLT_SEVERITY_WARNING,
                         (PltRef){ "raccord", raccord->id, "with_sequence" }, NULL,
                         _ ("Sequence %s has to match sequence %s, which was cut (%s). Choose "
                            "another sequence, or delete the continuity point."),
                         sequence->number, with->number, raccord->description));
    }
}

/* Roles and elements of no séquence; the children of the film. */
static void
check_element (const PltFacts *facts,
               const PltElementFacts *element,
               gboolean occurs,
               GPtrArray *issues)
{
  const PltCategoryFacts *category
      = PLT_FACTS_FIND (facts->categories, PltCategoryFacts, element->category);
  PltRef ref = { "element", element->id, NULL };
  gboolean role = plt_category_is_role (facts, element->category);

  for (guint i = 0; !occurs && i < facts->links.n; i++)
    if (facts->links.items[i].brings == element->id)
      return; /* waits for what brings it */
  if (!occurs)
    g_ptr_array_add (
        issues, plt_issue_new (role ? "breakdown.role-nowhere" : "breakdown.element-nowhere",
                               role ? PLT_SEVERITY_WARNING : PLT_SEVERITY_INFO, ref, NULL,
                               _ ("“%s” is in no sequence. Add it to a sequence, or delete it."),
                               element->name));
  else if (category != NULL && strcmp (category->hazard, CHILD) == 0)
    g_ptr_array_add (
        issues,
        plt_issue_new (
            "breakdown.child", PLT_SEVERITY_INFO, ref, "Code du travail L7124-1, R7124-1 à R7124-5",
            _ ("“%s” is a child. For anyone under 16, ask the prefect for the authorisation "
               "about a month before the commission meets; silence means refusal."),
            element->name));
}

static void
check_elements (const PltFacts *facts, GPtrArray *issues)
{
  g_autoptr (GHashTable) present = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < facts->occurrences.n; i++)
    {
      const PltSequenceFacts *sequence = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts,
                                                         facts->occurrences.items[i].sequence);

      if (sequence != NULL && !plt_sequence_is_cut (sequence))
        g_hash_table_add (present, PLT_ID_TO_POINTER (facts->occurrences.items[i].element));
    }
  for (guint i = 0; i < facts->elements.n; i++)
    check_element (facts, &facts->elements.items[i],
                   g_hash_table_contains (present, PLT_ID_TO_POINTER (facts->elements.items[i].id)),
                   issues);
}

/**
 * plt_check_breakdown: links, hazards, costumes, raccords, elements.
 */
void
plt_check_breakdown (const PltFacts *facts, GPtrArray *issues)
{
  g_autoptr (GPtrArray) order = plt_story_order (facts);

  check_links (facts, issues);
  for (guint i = 0; i < facts->sequences.n; i++)
    if (!plt_sequence_is_cut (&facts->sequences.items[i]))
      check_hazards (facts, &facts->sequences.items[i], issues);
  for (guint i = 0; i < facts->elements.n; i++)
    if (plt_category_is_role (facts, facts->elements.items[i].category))
      check_costumes (facts, order, &facts->elements.items[i], issues);
  check_raccords (facts, issues);
  check_elements (facts, issues);
}
