/* What the dépouillement still lacks, one finding a field: each names its séquences and is about
 * the first of them. Practice of the trade: a préminutage, a shooting time, a story day and a
 * sentence for every séquence, every box filled or confirmed "néant", extras counted, a measure for
 * every danger. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-breakdown.h"
#include "plt-callsheet.h"
#include "plt-check.h"
#include "plt-progress.h"
#include "plt-text.h"

#define SAFETY "SE"
#define MAX_NAMED 12 /* runs of numbers in one sentence */

/* Whether the next one is the neighbour in the order of the script and of the numbers: 1, 3 and 2
 * of a text that was moved are no run. */
static gboolean
follows (const PltFacts *facts, const GArray *indices, guint i)
{
  guint here = g_array_index (indices, guint, i);
  guint next = g_array_index (indices, guint, i + 1);

  return next == here + 1
         && plt_text_compare (facts->sequences.items[here].number,
                              facts->sequences.items[next].number)
                < 0;
}

/* "1, 3 to 9, 12A": runs of neighbours in the order of the script. */
static char *
name_sequences (const PltFacts *facts, const GArray *indices)
{
  GString *text = g_string_new (NULL);
  guint runs = 0;

  for (guint i = 0, end; i < indices->len; i = end + 1)
    {
      const char *first = facts->sequences.items[g_array_index (indices, guint, i)].number;
      const char *last;

      for (end = i; end + 1 < indices->len && follows (facts, indices, end);)
        end++;
      last = facts->sequences.items[g_array_index (indices, guint, end)].number;
      if (++runs > MAX_NAMED)
        {
          g_string_append (text, ", …");
          break;
        }
      g_string_append (text, i > 0 ? ", " : "");
      if (end > i + 1)
        g_string_append_printf (text, _ ("%s to %s"), first, last);
      else if (end > i)
        g_string_append_printf (text, "%s, %s", first, last);
      else
        g_string_append (text, first);
    }
  return g_string_free (text, FALSE);
}

typedef gboolean (*Lacks) (const PltSequenceFacts *sequence);

static gboolean
lacks_timing (const PltSequenceFacts *sequence)
{
  return sequence->premin_seconds == PLT_UNKNOWN || sequence->premin_seconds == 0;
}

static gboolean
lacks_shooting_time (const PltSequenceFacts *sequence)
{
  return sequence->shooting_minutes == PLT_UNKNOWN || sequence->shooting_minutes == 0;
}

static gboolean
lacks_story_day (const PltSequenceFacts *sequence)
{
  return *sequence->story_day == '\0';
}

static gboolean
lacks_summary (const PltSequenceFacts *sequence)
{
  return *sequence->synopsis == '\0';
}

static const struct
{
  const char *rule, *column;
  Lacks lacks;
  const char *what, *advice;
} fields[] = {
  { "script.no-preminutage", "premin_seconds", lacks_timing, N_ ("Not timed by the scripte"),
    N_ ("The estimate stands in for it in the totals: write the timing.") },
  { "script.no-shooting-time", "shooting_minutes", lacks_shooting_time, N_ ("No shooting time"),
    N_ ("The length of the shooting days is summed from it: write it.") },
  { "script.no-story-day", "story_day", lacks_story_day, N_ ("No story day"),
    N_ ("Costumes and raccords go by it: place them in the chronology.") },
  { "script.no-summary", "synopsis", lacks_summary, N_ ("No summary"),
    N_ ("Tell the action of each in one sentence.") },
};

static void
add_gap (const PltFacts *facts,
         GPtrArray *issues,
         const GArray *lacking,
         const char *rule,
         const char *column,
         const char *what,
         const char *advice)
{
  g_autofree char *names = NULL;

  if (lacking->len == 0)
    return;
  names = name_sequences (facts, lacking);
  g_ptr_array_add (
      issues, plt_issue_new (rule, PLT_SEVERITY_INFO,
                             (PltRef){ "sequence",
                                       facts->sequences.items[g_array_index (lacking, guint, 0)].id,
                                       column },
                             NULL,
                             g_dngettext (GETTEXT_PACKAGE, "%s: %u sequence (%s). %s",
                                          "%s: %u sequences (%s). %s", lacking->len),
                             what, lacking->len, names, advice));
}

static void
check_fields (const PltFacts *facts, GPtrArray *issues)
{
  for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
    {
      g_autoptr (GArray) lacking = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint i = 0; i < facts->sequences.n; i++)
        if (!plt_sequence_is_cut (&facts->sequences.items[i])
            && fields[f].lacks (&facts->sequences.items[i]))
          g_array_append_val (lacking, i);
      add_gap (facts, issues, lacking, fields[f].rule, fields[f].column, _ (fields[f].what),
               _ (fields[f].advice));
    }
}

/* ---- boxes ---- */

static void
check_boxes (const PltFacts *facts, const PltProgress *progress, GPtrArray *issues)
{
  g_autoptr (GArray) lacking = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < facts->sequences.n; i++)
    {
      PltBoxCount count = plt_progress_of_sequence (progress, facts->sequences.items[i].id);

      if (count.filled + count.nothing < count.n)
        g_array_append_val (lacking, i);
    }
  add_gap (facts, issues, lacking, "breakdown.boxes-open", NULL, _ ("Sheet not finished"),
           _ ("Fill each box of the sheet, or confirm “néant”."));
}

/* A danger with a box of safety measures that is empty, or that somebody emptied with "néant". */
static void
check_measures (const PltFacts *facts, const PltProgress *progress, GPtrArray *issues)
{
  gint64 safety = 0;

  for (guint i = 0; i < facts->categories.n; i++)
    if (strcmp (facts->categories.items[i].code, SAFETY) == 0)
      safety = facts->categories.items[i].id;
  for (guint i = 0; safety != 0 && i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];

      if (plt_sequence_is_cut (sequence) || !plt_callsheet_needs_safety (sequence)
          || plt_progress_box (progress, sequence->id, safety) == PLT_BOX_FILLED)
        continue;
      g_ptr_array_add (
          issues, plt_issue_new ("breakdown.no-measure", PLT_SEVERITY_WARNING,
                                 (PltRef){ "sequence", sequence->id, "hazards" }, NULL,
                                 _ ("Sequence %s is marked as dangerous and its Safety box has no "
                                    "measure. Write who and what makes it safe."),
                                 sequence->number));
    }
}

/* ---- extras ---- */

/* Once an element: the séquences in which nobody has counted them. */
static void
check_extras (const PltFacts *facts, const PltElementFacts *element, GPtrArray *issues)
{
  const PltCategoryFacts *category
      = PLT_FACTS_FIND (facts->categories, PltCategoryFacts, element->category);
  g_autoptr (GArray) lacking = NULL;
  g_autofree char *names = NULL;
  PltRef ref = { "sequence_element", 0, "quantity" };

  if (category == NULL || strcmp (category->family, "figuration") != 0)
    return;
  lacking = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];
      guint n;
      const PltOccurrenceFacts *const *there = plt_facts_occurrences_of (facts, sequence->id, &n);

      for (guint j = 0; j < n && !plt_sequence_is_cut (sequence); j++)
        if (there[j]->element == element->id
            && (there[j]->quantity == PLT_UNKNOWN || there[j]->quantity == 0))
          {
            ref.id = ref.id == 0 ? there[j]->id : ref.id;
            g_array_append_val (lacking, i);
          }
    }
  if (lacking->len == 0)
    return;
  names = name_sequences (facts, lacking);
  g_ptr_array_add (issues,
                   plt_issue_new ("breakdown.extras-uncounted", PLT_SEVERITY_INFO, ref, NULL,
                                  g_dngettext (GETTEXT_PACKAGE,
                                               "“%s” is not counted in sequence %s. Write how many "
                                               "they are: totals of extras lack them.",
                                               "“%s” is not counted in sequences %s. Write how "
                                               "many they are: totals of extras lack them.",
                                               lacking->len),
                                  element->name, names));
}

/**
 * plt_check_gaps: fields, boxes, measures and numbers that the dépouillement still lacks.
 */
void
plt_check_gaps (const PltFacts *facts, GPtrArray *issues)
{
  g_autoptr (PltProgress) progress = plt_progress_new (facts);

  check_fields (facts, issues);
  check_boxes (facts, progress, issues);
  check_measures (facts, progress, issues);
  for (guint i = 0; i < facts->elements.n; i++)
    check_extras (facts, &facts->elements.items[i], issues);
}
