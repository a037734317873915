/* What a dépouillement lacks, on the small film: séquence 2 is not timed, 4 has no shooting time,
 * none has a day, a summary or a finished sheet. */
#include "plt-check.h"
#include "plt-test-film.h"

#include <string.h>

#define SAFETY 50
#define MEASURE 60

static const PltIssue *
find (const GPtrArray *issues, const char *rule, guint *n)
{
  const PltIssue *first = NULL;

  *n = 0;
  for (guint i = 0; i < issues->len; i++)
    if (g_str_equal (((const PltIssue *) issues->pdata[i])->rule, rule))
      {
        first = first != NULL ? first : issues->pdata[i];
        (*n)++;
      }
  return first;
}

/* The row it is about, and the words of the sentence that are no translation. */
static void
assert_gap (PltFacts *facts, const char *rule, gint64 row, const char *column, const char *named)
{
  g_autoptr (GPtrArray) issues = plt_issues_new ();
  const PltIssue *issue;
  guint n;

  plt_check_gaps (facts, issues);
  issue = find (issues, rule, &n);
  g_assert_cmpuint (n, ==, row != 0 ? 1 : 0);
  if (row == 0)
    return;
  g_assert_cmpint (issue->ref.id, ==, row);
  g_assert_cmpstr (issue->ref.column, ==, column);
  g_assert_nonnull (plt_table_find (issue->ref.table));
  if (column != NULL)
    g_assert_nonnull (plt_table_column (plt_table_find (issue->ref.table), column));
  if (strstr (issue->message, named) == NULL)
    g_error ("%s: “%s” is not in “%s”", rule, named, issue->message);
}

static void
test_fields (void)
{
  g_autoptr (PltFacts) facts = film_new ();

  assert_gap (facts, "script.no-preminutage", 2, "premin_seconds", "(2)");
  assert_gap (facts, "script.no-shooting-time", 4, "shooting_minutes", "(4)");
  assert_gap (facts, "script.no-story-day", 1, "story_day", "4 sequences (1 to 4)");
  assert_gap (facts, "script.no-summary", 1, "synopsis", "4 sequences (1 to 4)");
  facts->sequences.items[1].premin_seconds = 20;
  facts->sequences.items[1].story_day = "J1";
  facts->sequences.items[0].synopsis = "Nora attend.";
  facts->sequences.items[1].synopsis = "Milo arrive.";
  assert_gap (facts, "script.no-preminutage", 0, NULL, NULL);
  assert_gap (facts, "script.no-story-day", 1, "story_day", "(1, 3, 4)");
  assert_gap (facts, "script.no-summary", 3, "synopsis", "(3, 4)");
  /* moved: 1, 3, 2, 4 are no run from 1 to 2 */
  facts->sequences.items[1].number = "3";
  facts->sequences.items[2].number = "2";
  facts->sequences.items[0].synopsis = facts->sequences.items[1].synopsis = "";
  assert_gap (facts, "script.no-summary", 1, "synopsis", "(1, 3, 2, 4)");
  /* what was cut needs nothing */
  facts->sequences.items[3].status = "supprimee";
  assert_gap (facts, "script.no-shooting-time", 0, NULL, NULL);
}

/* A long list ends: twelve runs are named, whatever the length of the film. */
static void
test_many (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (GPtrArray) issues = plt_issues_new ();
  guint n;

  for (gint64 i = 5; i <= 400; i++)
    {
      PltSequenceFacts *sequence = PLT_FACTS_ADD (facts->sequences, PltSequenceFacts, i);
      gint64 id = sequence->id;

      *sequence = facts->sequences.items[0];
      sequence->id = id;
      sequence->synopsis = i % 2 == 0 ? "Nora attend." : "";
    }
  plt_check_gaps (facts, issues);
  g_assert_nonnull (strstr (find (issues, "script.no-summary", &n)->message, ", …). Tell"));
  g_assert_cmpuint (strlen (find (issues, "script.no-summary", &n)->message), <, 140);
}

static void
test_boxes (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  gint64 row = 1;

  assert_gap (facts, "breakdown.boxes-open", 1, NULL, "(1 to 4)");
  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < facts->categories.n; j++)
      {
        PltBoxFacts *box = PLT_FACTS_ADD (facts->boxes, PltBoxFacts, row++);

        box->sequence = facts->sequences.items[i].id;
        box->category = facts->categories.items[j].id;
      }
  assert_gap (facts, "breakdown.boxes-open", 3, NULL, "(3, 4)");
}

static void
test_measures (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  PltCategoryFacts *category;
  PltElementFacts *element;
  PltOccurrenceFacts *occurrence;

  facts->sequences.items[2].hazards = "nuit,feu";
  assert_gap (facts, "breakdown.no-measure", 0, NULL, NULL); /* no such box in this film */
  category = PLT_FACTS_ADD (facts->categories, PltCategoryFacts, SAFETY);
  category->code = "SE";
  category->name = category->department = category->family = category->color = category->hazard
      = "";
  assert_gap (facts, "breakdown.no-measure", 3, "hazards", "3");
  element = PLT_FACTS_ADD (facts->elements, PltElementFacts, MEASURE);
  element->category = SAFETY;
  element->name = "Pompier de service";
  element->description = "";
  occurrence = PLT_FACTS_ADD (facts->occurrences, PltOccurrenceFacts, 90);
  occurrence->sequence = 3;
  occurrence->element = MEASURE;
  occurrence->quantity = 1;
  occurrence->costume = occurrence->note = "";
  assert_gap (facts, "breakdown.no-measure", 0, NULL, NULL);
}

static void
test_extras (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  gint64 first = 0;
  guint n = 0;

  for (guint i = 0; i < facts->occurrences.n; i++)
    facts->occurrences.items[i].quantity
        = facts->occurrences.items[i].element == FILM_CROWD ? 12 : PLT_UNKNOWN;
  assert_gap (facts, "breakdown.extras-uncounted", 0, NULL, NULL);
  for (guint i = 0; i < facts->occurrences.n; i++)
    if (facts->occurrences.items[i].element == FILM_CROWD)
      {
        facts->occurrences.items[i].quantity = PLT_UNKNOWN;
        first = first == 0 ? facts->occurrences.items[i].id : first;
        n++;
      }
  g_assert_cmpuint (n, >, 0);
  assert_gap (facts, "breakdown.extras-uncounted", first, "quantity", "“");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/gaps/fields", test_fields);
  g_test_add_func ("/check/gaps/many", test_many);
  g_test_add_func ("/check/gaps/boxes", test_boxes);
  g_test_add_func ("/check/gaps/measures", test_measures);
  g_test_add_func ("/check/gaps/extras", test_extras);
  return g_test_run ();
}
