/* Writes the sample documents to a folder as PDF: print-samples FOLDER. For looking at them. */
#include "plt-pdf.h"
#include "samples.h"

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
  return 0;
}
