/* bench-pdf READER: whole processes that read a script of 120 pages as PDF: READER (read-script of
 * this folder) may take at most twice the time of `pdftotext -layout`, which makes no scenes of it.
 *
 * Both read the same file, drawn here, and take turns; the medians are compared. Skips (exit status
 * 77) where pdftotext is not installed. */
#include <glib.h>
#include <glib/gstdio.h>

#include "script-sheet.h"

#define PAGES 120
#define RUNS 15
#define LIMIT 2.0

static const PltSheetLayout layout = {
  .name = "typed",
  .font = "monospace",
  .size = 12,
  .leading = 12,
  .width = 595,
  .height = 842,
  .top = 72,
  .bottom = 740,
  .heading = { 106, 432, PLT_SHEET_LEFT, 2 },
  .action = { 106, 432, PLT_SHEET_LEFT, 1 },
  .cue = { 264, 274, PLT_SHEET_LEFT, 1 },
  .bracket = { 221, 180, PLT_SHEET_LEFT, 0 },
  .speech = { 178, 260, PLT_SHEET_LEFT, 0 },
  .transition = { 106, 432, PLT_SHEET_RIGHT, 1 },
  .centered = { 106, 432, PLT_SHEET_CENTER, 1 },
  .left_number = 60,
  .right_number = 550,
  .page_number = 36,
};

/* The film of the tests again and again, until it is as long as a feature. */
static char *
draw_feature (guint *pages)
{
  g_autoptr (GString) script = g_string_new (plt_sheet_script);
  const char *scenes = g_strstr_len (plt_sheet_script, -1, "H 1 ");
  g_autoptr (GBytes) bytes = NULL;
  char *path = NULL;
  g_autoptr (GError) error = NULL;
  int fd;

  for (*pages = 0; *pages < PAGES;)
    {
      g_autoptr (GArray) headings = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint i = 0; i < 10; i++)
        g_string_append_printf (script, "\n%s", scenes);
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = plt_sheet_draw (&layout, script->str, headings);
      *pages = g_array_index (headings, guint, headings->len - 1);
    }
  fd = g_file_open_tmp ("bench-XXXXXX.pdf", &path, &error);
  if (fd < 0
      || !g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                               (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s", error->message);
  g_close (fd, NULL);
  return path;
}

static double
time_of (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  return (double) (g_get_monotonic_time () - start);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double two = *(const double *) b;

  return one < two ? -1 : one > two;
}

int
main (int argc, char **argv)
{
  g_autofree char *theirs = g_find_program_in_path ("pdftotext");
  g_autofree char *path = NULL;
  double ours_times[RUNS], their_times[RUNS], ratio;
  guint pages;

  if (argc < 2)
    return 2;
  if (theirs == NULL)
    {
      g_print ("skipped: pdftotext is not installed\n");
      return 77;
    }
  path = draw_feature (&pages);
  for (guint i = 0; i < RUNS; i++)
    {
      const char *const ours[] = { argv[1], path, NULL };
      const char *const other[] = { theirs, "-layout", path, "-", NULL };

      ours_times[i] = time_of (ours);
      their_times[i] = time_of (other);
    }
  g_unlink (path);
  qsort (ours_times, RUNS, sizeof (double), compare);
  qsort (their_times, RUNS, sizeof (double), compare);
  ratio = ours_times[RUNS / 2] / their_times[RUNS / 2];
  g_print ("pdf: %u pages in %.2f times the time of pdftotext -layout (limit %.0f)\n", pages, ratio,
           LIMIT);
  return ratio <= LIMIT ? 0 : 1;
}
