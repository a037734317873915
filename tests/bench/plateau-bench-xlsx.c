/* plateau-bench devis-xlsx: the workbook of a devis of 10 000 lines with 500 globals: written,
 * every value in it spoilt, opened and calculated by LibreOffice, each cell compared with ours; and
 * how many times longer that takes than computing the devis again does here.
 *
 * LibreOffice's time is that of a run on the devis less that of a run on a workbook of one cell:
 * its start is no calculation. What it needs without calculating, only reading the values and
 * writing them, is told beside it. */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "office.h"
#include "plateau-bench.h"
#include "plt-budget.h"
#include "plt-document-kind.h"
#include "plt-load.h"
#include "plt-test-store.h"
#include "plt-xlsx.h"
#include "xlsx-judge.h"
#include "zip-parts.h"

#define N_LINES 10000
#define N_GLOBALS 500
#define N_SUB_POSTS 70
#define N_RUNS 100
#define LEAST_RATIO 100.0

static void add (GPtrArray *lines, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add (GPtrArray *lines, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (lines, g_strdup_vprintf (format, args));
  va_end (args);
}

/* Half of the globals name the one before. */
static void
add_frame (GPtrArray *lines)
{
  add (lines, "production | title = Dix mille lignes | budget = ^devis");
  add (lines, "tec: contribution_profile | code = tec | name = Technicien"
              " | employer_e6 = 65,35 %% | account = 41");
  add (lines, "art: contribution_profile | code = art | name = Artiste"
              " | employer_e6 = 55,9 %% | account = 42");
  add (lines, "devis: budget | name = Dix mille | version = 1 | overheads_e6 = 7 %%"
              " | contingency_e6 = 10 %% | producer_e6 = 5 %% | producer_account = 21");
  for (guint i = 1; i <= 9; i++)
    add (lines, "p%u: account | budget = @devis | code = %u | name = Poste %u | mark = cnc", i, i,
         i);
  for (guint i = 0; i < N_SUB_POSTS; i++)
    add (lines, "c%u: account | budget = @devis | code = %u | name = Compte %u | parent = @p%u", i,
         (i % 9 + 1) * 10 + 1 + i / 9, i, i % 9 + 1);
  for (guint i = 1; i <= N_GLOBALS; i++)
    if (i % 2 == 0)
      add (lines, "budget_global | budget = @devis | name = G%u | value = G%u * 1,05 + 0,5", i,
           i - 1);
    else
      add (lines, "budget_global | budget = @devis | name = G%u | value = %u,%u", i, i % 40 + 1,
           i % 10);
}

/* Plain numbers, a global, two globals and another line, a rate that is a formula; halves of a
 * centime among them. */
static void
add_line (GPtrArray *lines, guint i)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint one = i % N_GLOBALS + 1, two = i * 7 % N_GLOBALS + 1;

  g_string_append_printf (text,
                          "budget_line | budget = @devis | account = @c%u | code = L%u"
                          " | label = Ligne %u | unit = jour",
                          i % N_SUB_POSTS, i, i);
  if (i % 3 == 2)
    g_string_append_printf (text, " | quantity = (G%u + G%u) / 3", one, two);
  else
    g_string_append (text, " | quantity = 2");
  if (i % 50 == 49)
    g_string_append_printf (text, " | duration = duree(\"L%u\") * 1,5", i - 10);
  else if (i % 3 == 0)
    g_string_append (text, " | duration = 3,5");
  else
    g_string_append_printf (text, " | duration = G%u", one);
  if (i % 7 == 0)
    g_string_append_printf (text, " | rate_formula = arrondi(G%u) * 12,345 + 10 %%", two);
  else
    g_string_append_printf (text, " | rate_cents = %u,%02u", 100 + i, i * 37 % 100);
  if (i % 5 != 4)
    g_string_append_printf (text, " | profile = @%s", i % 2 == 0 ? "tec" : "art");
  if (i % 11 == 0)
    g_string_append (text, " | times = 1,5");
  if (i % 13 == 0)
    g_string_append (text, " | mode = participation");
  g_ptr_array_add (lines, g_string_free (g_steal_pointer (&text), FALSE));
}

static PltStore *
new_store (void)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  add_frame (lines);
  for (guint i = 0; i < N_LINES; i++)
    add_line (lines, i);
  g_ptr_array_add (lines, NULL);
  return plt_test_store_lines ((const char *const *) lines->pdata);
}

static double
milliseconds (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000.0;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, two = *(const double *) b;

  return (one > two) - (one < two);
}

/* The median of many. */
static double
recompute_ms (PltStore *store)
{
  g_autoptr (PltFacts) facts = plt_facts_load (store, NULL);
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBudget) budget = plt_budget_new (facts, 0, plan);
  double times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      plt_budget_recompute (budget);
      times[i] = milliseconds (start);
    }
  qsort (times, N_RUNS, sizeof *times, compare_doubles);
  return times[N_RUNS / 2];
}

static long
memory_kb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

static void
remove_below (const char *path)
{
  GDir *dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR) && !g_file_test (inside, G_FILE_TEST_IS_SYMLINK))
        remove_below (inside);
      else
        g_remove (inside);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (path);
}

/* A workbook of one cell, for how long the program needs to start and to end. */
static double
start_seconds (const char *folder)
{
  static const PltDocColumn column = { .title = "Rien", .id = "rien" };
  PltDocInfo info = { .title = "Rien", .date = 1 };
  g_autoptr (PltDocument) document = plt_document_new (&info);
  g_autofree char *path = g_build_filename (folder, "rien.xlsx", NULL);
  g_autofree char *first = NULL, *second = NULL, *third = NULL;
  double seconds;

  plt_document_table (document, "Rien", &column, 1);
  if (!plt_xlsx_write (document, path, NULL))
    return 0;
  /* the first runs make the profiles */
  first = office_calculate (path, FALSE, NULL);
  second = office_calculate (path, TRUE, NULL);
  third = office_calculate (path, TRUE, &seconds);
  return seconds;
}

/* What LibreOffice finds in a workbook whose values were spoilt; TRUE when it is what we wrote, and
 * took it long enough. */
static gboolean
judge (const char *folder, const char *path, double ours_ms)
{
  g_autofree char *spoilt_path = g_build_filename (folder, "spoilt.xlsx", NULL);
  g_autoptr (GHashTable) ours = zip_parts_read (path);
  g_autoptr (GHashTable) spoilt = zip_parts_read (path);
  g_autoptr (GHashTable) theirs = NULL;
  g_autofree char *calculated = NULL, *read = NULL;
  double start = start_seconds (folder), with, without, ratio;
  guint n_cells, n_formulas, differences;

  xlsx_poison (spoilt);
  zip_parts_write (spoilt, spoilt_path);
  calculated = office_calculate (spoilt_path, TRUE, &with);
  read = office_calculate (spoilt_path, FALSE, &without);
  theirs = zip_parts_read (calculated);
  differences = xlsx_differences (ours, theirs, &n_cells, &n_formulas);
  ratio = (with - start) * 1000.0 / ours_ms;
  g_print ("{\"cells\": %u, \"formulas\": %u, \"differences\": %u, \"office_start_s\": %.3f, "
           "\"office_s\": %.3f, \"office_without_calculating_s\": %.3f, \"recompute_ms\": %.3f, "
           "\"ratio\": %.0f}\n",
           n_cells, n_formulas, differences, start, with, without, ours_ms, ratio);
  return differences == 0 && ratio >= LEAST_RATIO;
}

int
bench_devis_xlsx (int argc, char **argv)
{
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (PltStore) store = new_store ();
  double made = milliseconds (begun);
  double ours_ms = recompute_ms (store);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("plateau-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "devis.xlsx", NULL);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (PltDocument) document = plt_document_build (store, "devis", NULL, &error);
  double built = milliseconds (start);
  gboolean fine;

  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  fine = plt_xlsx_write (document, path, &error);
  g_assert_no_error (error);
  g_print ("{\"lines\": %d, \"globals\": %d, \"store_ms\": %.0f, \"recompute_ms\": %.3f, "
           "\"document_ms\": %.0f, "
           "\"xlsx_ms\": %.0f, \"memory_mb\": %ld}\n",
           N_LINES, N_GLOBALS, made, ours_ms, built, milliseconds (start), memory_kb () / 1024);
  if (office_is_there ())
    fine = judge (folder, path, ours_ms) && fine;
  else
    g_print ("{\"skipped\": \"soffice is not installed\"}\n");
  remove_below (folder);
  return fine ? 0 : 1;
}
