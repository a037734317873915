/* Writes every paper of the small production to a folder as PDF, XLSX and text, or of a production
 * file: print-papers FOLDER [FILE]; "finance" for FILE is the production with a whole plan de
 * financement. For looking at them. */
#include "plt-document-dump.h"
#include "plt-document-kind.h"
#include "plt-pdf.h"
#include "plt-test-finance.h"
#include "plt-test-papers.h"
#include "plt-xlsx.h"

static gboolean
print_paper (PltStore *store, const char *folder, const char *kind, const char *day, GError **error)
{
  g_autoptr (PltParams) params = plt_params_new ();
  g_autofree char *base = g_build_filename (folder, kind, NULL);
  g_autofree char *stem = day != NULL ? g_strconcat (base, "-", day, NULL) : g_strdup (base);
  g_autofree char *pdf = g_strconcat (stem, ".pdf", NULL);
  g_autofree char *xlsx = g_strconcat (stem, ".xlsx", NULL);
  g_autofree char *txt = g_strconcat (stem, ".txt", NULL);
  g_autoptr (PltDocument) document = NULL;
  g_autofree char *text = NULL;

  if (!plt_params_set (params, plt_document_kind_find (kind), "date", "2026-10-04", error)
      || (day != NULL
          && !plt_params_set (params, plt_document_kind_find (kind), "day", day, error)))
    return FALSE;
  document = plt_document_build (store, kind, params, error);
  if (document == NULL)
    return FALSE;
  text = plt_document_dump (document, PLT_DUMP_ALL);
  return plt_pdf_write (document, pdf, error) && plt_xlsx_write (document, xlsx, error)
         && g_file_set_contents (txt, text, -1, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (PltStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (argc < 2 || argc > 3)
    {
      g_printerr ("Usage: print-papers FOLDER [FILE]\n");
      return 2;
    }
  if (argc == 3 && g_str_equal (argv[2], "finance"))
    store = plt_test_store_finance ();
  else
    store = argc == 3 ? plt_store_open (argv[2], PLT_OPEN_READ, &error) : plt_test_store_papers ();
  for (guint i = 0; store != NULL && error == NULL && plt_document_kinds ()[i] != NULL; i++)
    print_paper (store, argv[1], plt_document_kinds ()[i]->id, NULL, &error);
  if (error == NULL && store != NULL && plt_document_kind_find ("feuille-de-service") != NULL)
    print_paper (store, argv[1], "feuille-de-service", "J2", &error);
  if (error == NULL)
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
