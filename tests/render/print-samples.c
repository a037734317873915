/* Writes the sample documents to a folder as PDF: print-samples FOLDER. For looking at them. */
#include "plt-pdf.h"
#include "samples.h"

/* A rétroplanning on larger sheets, and one that takes many. */
static gboolean
write_gantts (const char *folder, GError **error)
{
  static const struct
  {
    const char *name;
    guint n_tasks;
    PltPaper paper;
  } gantts[] = {
    { "gantt-30-a4.pdf", 30, PLT_PAPER_A4 },     { "gantt-150-a4.pdf", 150, PLT_PAPER_A4 },
    { "gantt-150-a1.pdf", 150, PLT_PAPER_A1 },   { "gantt-30-a1.pdf", 30, PLT_PAPER_A1 },
    { "gantt-2000-a1.pdf", 2000, PLT_PAPER_A1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (gantts); i++)
    {
      g_autoptr (PltDocument) doc = sample_gantt_of (gantts[i].n_tasks, gantts[i].paper);
      g_autofree char *path = g_build_filename (folder, gantts[i].name, NULL);
      gint64 start = g_get_monotonic_time ();

      if (!plt_pdf_write (doc, path, error))
        return FALSE;
      g_print ("%s %.0f ms\n", gantts[i].name, (double) (g_get_monotonic_time () - start) / 1000);
    }
  return TRUE;
}

int
main (int argc, char **argv)
{
  if (argc != 2)
    {
      g_printerr ("Usage: print-samples FOLDER\n");
      return 2;
    }
  for (guint i = 0; samples[i].name != NULL; i++)
    {
      g_autoptr (PltDocument) doc = samples[i].build ();
      g_autofree char *name = g_strconcat (samples[i].name, ".pdf", NULL);
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autoptr (GError) error = NULL;
      if (!plt_pdf_write (doc, path, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
    }
  g_autoptr (GError) error = NULL;
  if (!write_gantts (argv[1], &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
