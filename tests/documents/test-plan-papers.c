/* Papers of the plan de travail when the plan is not a plain one: days without date or hours,
 * nights past midnight, crowds that nobody counted, days longer than what is left of a page.
 * Expected texts were written by hand. */
#include <string.h>

#include "plt-document-dump.h"
#include "plt-document-kind.h"
#include "plt-document-private.h"
#include "plt-facts.h"
#include "plt-test-paper.h"
#include "plt-test-papers.h"

#define TWO_LINES 84 /* signs of a résumé of the list */

static void
assert_holds (PltStore *store, const char *kind, const char *part, gboolean holds)
{
  g_autoptr (PltDocument) document = plt_test_paper (store, kind, "");
  g_autofree char *text = plt_document_dump (document, PLT_DUMP_PLAIN);

  if ((strstr (text, part) != NULL) != holds)
    g_error ("%s: “%s” is %s in:\n%s", kind, part, holds ? "missing" : "too much", text);
}

static void
set_days (PltStore *store, const char *column, const char *value)
{
  for (gint64 id = 1; id <= 4; id++)
    g_assert_true (plt_store_set (store, "shooting_day", id, column, value, NULL));
}

/* A night ends at 3 in the morning, not at 27. */
static void
test_hours (void)
{
  static const char *const kinds[]
      = { "plan-de-travail", "plan-de-travail-liste", "plan-a-plat", "calendrier" };
  static const struct
  {
    const char *start, *end, *shown;
  } cases[] = {
    { "18h00", "27h00", "18h00 – 3h00" }, { "20h00", "30h30", "20h00 – 6h30" },
    { "9h00", "24h00", "9h00 – 24h00" },  { "25h00", "33h00", "1h00 – 9h00" },
    { "18h00", "", "dès 18h00" },         { "", "27h00", "jusqu’à 3h00" },
  };
  g_autoptr (PltStore) store = plt_test_store_papers ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      plt_store_set (store, "shooting_day", 2, "start_minutes", cases[i].start, NULL);
      plt_store_set (store, "shooting_day", 2, "end_minutes", cases[i].end, NULL);
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          assert_holds (store, kinds[k], cases[i].shown, TRUE);
          assert_holds (store, kinds[k], "27h", FALSE);
        }
    }
  set_days (store, "start_minutes", "");
  set_days (store, "end_minutes", "");
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    assert_holds (store, kinds[k], "dès", FALSE);
}

static gint64
end_of_entry (PltStore *store)
{
  g_autoptr (PltDocument) document = plt_test_paper (store, "calendrier", "");
  const GPtrArray *entries = plt_document_get_calendar (document)->entries;

  for (guint i = 0; i < entries->len; i++)
    if (strcmp (((const PltDocEntry *) entries->pdata[i])->uid, "j2") == 0)
      return ((const PltDocEntry *) entries->pdata[i])->end_minutes;
  g_assert_not_reached ();
}

/* A calendar shows nothing of a day without length: it gets that of the plan. */
static void
test_calendar_end (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();

  g_assert_true (plt_store_set (store, "schedule", 1, "day_minutes", "10 h", NULL));
  g_assert_cmpint (end_of_entry (store), ==, 27 * 60);
  g_assert_true (plt_store_set (store, "shooting_day", 2, "end_minutes", "", NULL));
  g_assert_cmpint (end_of_entry (store), ==, 28 * 60); /* from 18h00 */
  g_assert_true (plt_store_set (store, "shooting_day", 2, "start_minutes", "", NULL));
  g_assert_true (end_of_entry (store) == PLT_UNKNOWN);
}

/* A plan without dates has no weeks. */
static void
test_undated (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();

  assert_holds (store, "plan-de-travail", "3\302\240jours, 1\302\240semaine, 2\302\240nuits", TRUE);
  set_days (store, "date", "");
  assert_holds (store, "plan-de-travail", "3\302\240jours, 2\302\240nuits", TRUE);
  assert_holds (store, "plan-de-travail", "Semaine", FALSE);
  assert_holds (store, "plan-de-travail", "Jour de tournage", TRUE);
  assert_holds (store, "plan-de-travail-liste", "J3  ·  sans date", TRUE);
  g_assert_true (plt_store_set (store, "shooting_day", 1, "date", "2026-10-01", NULL));
  assert_holds (store, "plan-de-travail", "à partir du 01/10/2026", TRUE);
  assert_holds (store, "plan-de-travail", "jeu. 1er oct.", TRUE);
}

/* Twelve and a crowd are at least thirteen. */
static void
test_crowd (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autofree char *category = NULL;
  g_autofree char *crowd = NULL;

  assert_holds (store, "plan-de-travail", "≥", FALSE);
  category = plt_test_cell (store, "element", plt_test_find (store, "element", "Passagers du bac"),
                            "category");
  crowd
      = g_strdup_printf ("%" G_GINT64_FORMAT, PLT_TEST_INSERT (store, "element", "category",
                                                               category, "name", "Foule du quai"));
  PLT_TEST_INSERT (store, "sequence_element", "sequence", "1", "element", crowd);
  assert_holds (store, "plan-de-travail", "≥\302\24013", TRUE);
}

/* A résumé of the list is cut between two words, and says so. */
static void
test_synopsis (void)
{
  static const struct
  {
    const char *synopsis, *shown;
  } cases[] = {
    { "Nora attend.", "Nora attend. " },
    { "Au bout du quai, Nora compte les bateaux, les mouettes et les jours ; le bac n’arrive pas.",
      "les mouettes et les jours ; le bac…" },
    { "Au bout du quai, Nora compte les bateaux, les mouettes et les passagers du bac ; "
      "personne ne descend.",
      "les passagers du bac…" },
  };
  g_autoptr (PltStore) store = plt_test_store_papers ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltDocument) document = NULL;
      const PltDocTable *table;
      gboolean found = FALSE;

      g_assert_true (plt_store_set (store, "sequence", 1, "synopsis", cases[i].synopsis, NULL));
      document = plt_test_paper (store, "plan-de-travail-liste", "");
      table = plt_document_find_table (document, "Liste");
      for (guint r = 0; r < plt_doc_table_get_n_rows (table); r++)
        {
          const PltDocCell *cell = plt_doc_table_get_cell (table, r, 3);
          g_autofree char *text = cell != NULL ? g_strconcat (cell->text, " ", NULL) : NULL;

          if (text == NULL || strstr (text, cases[i].shown) == NULL)
            continue;
          found = TRUE;
          g_assert_cmpint (g_utf8_strlen (cell->text, -1), <=, TWO_LINES);
        }
      if (!found)
        g_error ("no “%s”", cases[i].shown);
    }
}

/* What repeats on each page is what tells the columns apart; the rest stands once. */
static void
test_head (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (PltDocument) document = plt_test_paper (store, "plan-de-travail", "");
  const PltDocTable *table = plt_document_find_table (document, "Planche");

  g_assert_cmpuint (table->header_rows, >, 0);
  g_assert_cmpstr (plt_doc_table_get_cell (table, table->header_rows - 1, 0)->text, ==, "Séquence");
}

/* 4A is shot on two days: 3 2/8 + 2 7/8 + 5/8 make 6 6/8, the film has 6 1/8. */
static void
test_once (void)
{
  static const char *const kinds[] = { "plan-de-travail-liste", "plan-a-plat" };
  g_autoptr (PltStore) store = plt_test_store_papers ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      assert_holds (store, kinds[i], "une seule fois dans le total", TRUE);
      assert_holds (store, kinds[i], "0 déplacement", FALSE);
    }
  g_assert_true (plt_store_delete (store, "strip", 8, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    assert_holds (store, kinds[i], "une seule fois dans le total", FALSE);
}

/* A page of the list begins with a day, never in the middle of one that a page can hold. */
static void
test_whole_days (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (PltDocument) document = NULL;
  const PltDocTable *table;
  gboolean day = FALSE;

  document = plt_test_paper (store, "plan-de-travail-liste", "");
  table = plt_document_find_table (document, "Liste");
  for (guint r = 1; r + 1 < table->rows->len; r++)
    {
      const PltDocRow *row = table->rows->pdata[r], *next = table->rows->pdata[r + 1];
      gboolean last = strcmp (next->style, "row.group") == 0
                      || strcmp (next->style, "row.muted") == 0
                      || strcmp (next->style, "row.grand-total") == 0;

      day = day || strcmp (row->style, "row.group") == 0;
      g_assert_true (row->keep_with_next == !last);
    }
  g_assert_true (day);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-papers/hours", test_hours);
  g_test_add_func ("/plan-papers/calendar-end", test_calendar_end);
  g_test_add_func ("/plan-papers/undated", test_undated);
  g_test_add_func ("/plan-papers/crowd", test_crowd);
  g_test_add_func ("/plan-papers/synopsis", test_synopsis);
  g_test_add_func ("/plan-papers/head", test_head);
  g_test_add_func ("/plan-papers/once", test_once);
  g_test_add_func ("/plan-papers/whole-days", test_whole_days);
  return g_test_run ();
}
