/* PDF: the same bytes, text that can be read back, outline, metadata, structure, failures. */
#include <glib/gstdio.h>
#include <locale.h>
#include <poppler.h>
#include <string.h>
#include <sys/resource.h>
#include <signal.h>
#include <unistd.h>

#include "plt-error.h"
#include "plt-output.h"
#include "plt-pdf.h"
#include "plt-test-document.h"
#include "samples.h"

/* Names of our own: some releases of poppler define these clean-ups, some do not. */
typedef PopplerDocument Pdf;
typedef PopplerPage PdfPage;
typedef PopplerStructureElement PdfElement;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pdf, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfPage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfElement, g_object_unref)

static GBytes *
to_bytes (const PltDocument *doc)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = plt_pdf_to_bytes (doc, &error);
  g_assert_no_error (error);
  return bytes;
}

static PopplerDocument *
read_back (const PltDocument *doc)
{
  g_autoptr (GBytes) bytes = to_bytes (doc);
  g_autoptr (GError) error = NULL;
  PopplerDocument *pdf = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  return pdf;
}

/* Poppler gives back a narrow no-break space as a space, or leaves it out before a percentage. */
static char *
page_text (PopplerDocument *pdf, int i)
{
  g_autoptr (PdfPage) page = poppler_document_get_page (pdf, i);
  g_autofree char *text = poppler_page_get_text (page);
  g_auto (GStrv) parts = g_strsplit (text, "\342\200\257", -1);
  return g_strjoinv (" ", parts);
}

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

static void
test_same_bytes (void)
{
  for (guint i = 0; samples[i].name != NULL; i++)
    {
      g_autoptr (PltDocument) a = samples[i].build ();
      g_autoptr (PltDocument) b = samples[i].build ();
      g_autoptr (GBytes) first = to_bytes (a);
      g_autoptr (GBytes) second = to_bytes (b);
      g_test_message ("%s", samples[i].name);
      g_assert_true (g_bytes_equal (first, second));
    }
}

/* The programs call setlocale(): with a decimal comma the file must be the same one. */
static void
test_french_locale (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  for (guint i = 0; samples[i].name != NULL; i++)
    {
      g_autoptr (PltDocument) doc = samples[i].build ();
      g_autoptr (GBytes) plain = to_bytes (doc);
      if (setlocale (LC_ALL, "fr_FR.UTF-8") == NULL)
        {
          g_test_skip ("fr_FR.UTF-8 is not installed");
          return;
        }
      g_autoptr (GBytes) french = to_bytes (doc);
      setlocale (LC_ALL, before);
      g_test_message ("%s", samples[i].name);
      g_assert_true (g_bytes_equal (plain, french));
    }
}

static gpointer
write_in_thread (gpointer data)
{
  return to_bytes (data);
}

/* Another thread has a font map of its own, and writes the same file. */
static void
test_threads (void)
{
  g_autoptr (PltDocument) doc = sample_call_sheet ();
  g_autoptr (GBytes) here = to_bytes (doc);
  GThread *threads[3];
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("pdf", write_in_thread, doc);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) there = g_thread_join (threads[i]);
      g_assert_true (g_bytes_equal (here, there));
    }
}

static void
test_text (void)
{
  g_autoptr (PltDocument) doc = sample_call_sheet ();
  g_autoptr (Pdf) pdf = read_back (doc);
  g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, 1);
  g_autofree char *text = page_text (pdf, 0);
  static const char *const parts[] = { "Feuille de service n° 3",
                                       "Les Films du Gué",
                                       "Inès Carbonnel",
                                       "Haudecœur",
                                       "Cascade en voiture",
                                       "1 4/8",
                                       "Son : pas de HF",
                                       "page 1/1",
                                       "E/N",
                                       "Aïcha Benmoussa",
                                       "édition du 11/05/2026" };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (text, parts[i]);

  g_autoptr (PltDocument) budget = sample_budget ();
  g_autoptr (Pdf) second = read_back (budget);
  g_autofree char *last = page_text (second, poppler_document_get_n_pages (second) - 1);
  assert_contains (last, "Total hors taxes");
  assert_contains (last, "3 299 061,94");
  assert_contains (last, "Libellé");

  g_autoptr (PltDocument) cash = sample_cash ();
  g_autoptr (Pdf) third = read_back (cash);
  g_autofree char *chart = page_text (third, 0);
  assert_contains (chart, "Point bas");
  assert_contains (chart, "204 800 € · juil.");
}

static void
test_page_size (void)
{
  g_autoptr (PltDocument) doc = sample_planche ();
  g_autoptr (Pdf) pdf = read_back (doc);
  g_autoptr (PdfPage) page = poppler_document_get_page (pdf, 0);
  double width, height;
  poppler_page_get_size (page, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 1190.55, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 841.89, 0.01);
}

static void
test_metadata (void)
{
  g_autoptr (PltDocument) doc = sample_call_sheet ();
  g_autoptr (Pdf) pdf = read_back (doc);
  g_autofree char *title = poppler_document_get_title (pdf);
  g_autofree char *author = poppler_document_get_author (pdf);
  g_autofree char *subject = poppler_document_get_subject (pdf);
  g_autofree char *creator = poppler_document_get_creator (pdf);
  g_assert_cmpstr (title, ==, "Feuille de service n° 3");
  g_assert_cmpstr (author, ==, "Les Films du Gué");
  g_assert_true (g_str_has_prefix (subject, "La Passe · Mardi 12 mai 2026"));
  g_assert_true (g_str_has_prefix (creator, "Plateau "));
  g_autoptr (GDateTime) created = poppler_document_get_creation_date_time (pdf);
  g_autofree char *day = g_date_time_format_iso8601 (created);
  g_assert_true (g_str_has_prefix (day, "2026-05-11"));

  /* Without a date it is still the same every time. */
  g_autoptr (PltDocument) empty = sample_empty ();
  g_autoptr (Pdf) second = read_back (empty);
  g_autoptr (GDateTime) fixed = poppler_document_get_creation_date_time (second);
  g_assert_cmpint (g_date_time_get_year (fixed), ==, 1970);
}

static void
walk_outline (PopplerIndexIter *iter, guint depth, GString *out)
{
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      g_assert_cmpint (action->type, ==, POPPLER_ACTION_GOTO_DEST);
      g_string_append_printf (out, "%u %s (page %d)\n", depth, action->any.title,
                              action->goto_dest.dest->page_num);
      PopplerIndexIter *child = poppler_index_iter_get_child (iter);
      if (child != NULL)
        {
          walk_outline (child, depth + 1, out);
          poppler_index_iter_free (child);
        }
      poppler_action_free (action);
    }
  while (poppler_index_iter_next (iter));
}

static void
test_outline (void)
{
  g_autoptr (PltDocument) doc = sample_document ("Plan");
  plt_document_heading (doc, 1, "Un", NO_REF);
  plt_document_heading (doc, 3, "Trop bas", NO_REF);
  plt_document_heading (doc, 2, "Un deux", NO_REF);
  plt_document_page_break (doc);
  plt_document_heading (doc, 3, "Un deux trois", NO_REF);
  plt_document_heading (doc, 1, "Été", NO_REF);
  g_autoptr (Pdf) pdf = read_back (doc);
  PopplerIndexIter *iter = poppler_index_iter_new (pdf);
  g_assert_nonnull (iter);
  g_autoptr (GString) out = g_string_new (NULL);
  walk_outline (iter, 0, out);
  poppler_index_iter_free (iter);
  g_assert_cmpstr (out->str, ==,
                   "0 Un (page 1)\n"
                   "1 Trop bas (page 1)\n"
                   "1 Un deux (page 1)\n"
                   "2 Un deux trois (page 2)\n"
                   "0 Été (page 2)\n");
}

static void
test_fonts_embedded (void)
{
  g_autoptr (PltDocument) doc = sample_everything ();
  g_autoptr (Pdf) pdf = read_back (doc);
  PopplerFontInfo *info = poppler_font_info_new (pdf);
  PopplerFontsIter *iter = NULL;
  guint n = 0;
  while (poppler_font_info_scan (info, 100, &iter))
    if (iter != NULL)
      {
        do
          {
            g_assert_true (poppler_fonts_iter_is_embedded (iter));
            g_assert_true (poppler_fonts_iter_is_subset (iter));
            n++;
          }
        while (poppler_fonts_iter_next (iter));
        g_clear_pointer (&iter, poppler_fonts_iter_free);
      }
  poppler_font_info_free (info);
  g_assert_cmpuint (n, >, 3);
}

static guint
count_structure (PopplerStructureElementIter *iter, PopplerStructureElementKind kind)
{
  guint n = 0;
  if (iter == NULL)
    return 0;
  do
    {
      g_autoptr (PdfElement) element = poppler_structure_element_iter_get_element (iter);
      n += poppler_structure_element_get_kind (element) == kind;
      PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);
      n += count_structure (child, kind);
      if (child != NULL)
        poppler_structure_element_iter_free (child);
    }
  while (poppler_structure_element_iter_next (iter));
  return n;
}

static guint
structure_of (const PltDocument *doc, PopplerStructureElementKind kind)
{
  g_autoptr (Pdf) pdf = read_back (doc);
  PopplerStructureElementIter *iter = poppler_structure_element_iter_new (pdf);
  guint n = count_structure (iter, kind);
  if (iter != NULL)
    poppler_structure_element_iter_free (iter);
  return n;
}

static void
test_structure (void)
{
  g_autoptr (PltDocument) doc = sample_call_sheet ();
  g_assert_cmpuint (structure_of (doc, POPPLER_STRUCTURE_ELEMENT_DOCUMENT), ==, 1);
  g_assert_cmpuint (structure_of (doc, POPPLER_STRUCTURE_ELEMENT_HEADING_2), ==, 3);
  g_assert_cmpuint (structure_of (doc, POPPLER_STRUCTURE_ELEMENT_TABLE), ==, 2);
  g_assert_cmpuint (structure_of (doc, POPPLER_STRUCTURE_ELEMENT_TABLE_ROW), ==,
                    (1 + 5 + 1) + (1 + 4 + 1));
  g_assert_cmpuint (structure_of (doc, POPPLER_STRUCTURE_ELEMENT_TABLE_HEADING), ==, 7 + 10);

  /* Very long lists: rows only. */
  g_autoptr (PltDocument) list = sample_long_table (2600, 8);
  g_assert_cmpuint (structure_of (list, POPPLER_STRUCTURE_ELEMENT_TABLE_ROW), >, 2600);
  g_assert_cmpuint (structure_of (list, POPPLER_STRUCTURE_ELEMENT_TABLE_DATA), ==, 0);
}

/* Everything hostile, tags and outline at once: the library gets through and the file opens. */
static void
test_hostile (void)
{
  g_autoptr (PltDocument) doc = sample_hostile ();
  g_autoptr (Pdf) pdf = read_back (doc);
  g_assert_cmpint (poppler_document_get_n_pages (pdf), >, 10);
  g_autoptr (PltDocument) other = plt_test_document_new ();
  g_autoptr (Pdf) second = read_back (other);
  g_assert_cmpint (poppler_document_get_n_pages (second), >=, 1);
}

/* ---- files ---- */

static char *
temporary_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("plt-pdf-XXXXXX", &error);
  g_assert_no_error (error);
  return folder;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_write (void)
{
  g_autofree char *folder = temporary_folder ();
  g_autofree char *path = g_build_filename (folder, "Feuille de service n° 3.pdf", NULL);
  g_autoptr (PltDocument) doc = sample_call_sheet ();
  g_autoptr (GError) error = NULL;
  for (int i = 0; i < 2; i++) /* the second time over the first file */
    {
      g_assert_true (plt_pdf_write (doc, path, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (count_files (folder), ==, 1);
    }
  g_autoptr (GBytes) expected = to_bytes (doc);
  g_autofree char *content = NULL;
  gsize length;
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_autoptr (GBytes) written = g_bytes_new_static (content, length);
  g_assert_true (g_bytes_equal (written, expected));
  g_unlink (path);
  g_rmdir (folder);
}

static void
assert_sentence (const GError *error, int code)
{
  g_assert_error (error, PLT_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpuint (strlen (error->message), >, 30);
}

static void
test_no_such_folder (void)
{
  g_autofree char *folder = temporary_folder ();
  g_autofree char *path = g_build_filename (folder, "nulle part", "a.pdf", NULL);
  g_autoptr (PltDocument) doc = sample_empty ();
  g_autoptr (GError) error = NULL;
  g_assert_false (plt_pdf_write (doc, path, &error));
  assert_sentence (error, PLT_ERROR_NOT_FOUND);
  assert_contains (error->message, "a.pdf");

  g_clear_error (&error);
  g_assert_false (plt_pdf_write (doc, folder, &error));
  assert_sentence (error, PLT_ERROR_INVALID);
  g_rmdir (folder);
}

static void
test_read_only_folder (void)
{
  if (geteuid () == 0)
    {
      g_test_skip ("Root may write anywhere.");
      return;
    }
  g_autofree char *folder = temporary_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr (PltDocument) doc = sample_empty ();
  g_autoptr (GError) error = NULL;
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  g_assert_false (plt_pdf_write (doc, path, &error));
  assert_sentence (error, PLT_ERROR_READ_ONLY);
  g_rmdir (folder);
}

/* A limit on the size of files stands for a disk that fills up in the middle: what was there stays,
 * and nothing else is left behind. */
static void
test_no_room (void)
{
  g_autofree char *folder = temporary_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_assert_true (g_file_set_contents (path, "ancien", -1, NULL));
  g_autoptr (PltDocument) doc = sample_call_sheet ();
  g_autoptr (GError) error = NULL;

  struct rlimit before;
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  struct rlimit small = { 2048, before.rlim_max };
  void (*handler) (int) = signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  gboolean written = plt_pdf_write (doc, path, &error);
  setrlimit (RLIMIT_FSIZE, &before);
  signal (SIGXFSZ, handler);

  g_assert_false (written);
  assert_sentence (error, PLT_ERROR_FAILED);
  g_autofree char *content = NULL;
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "ancien");
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_sentences (void)
{
  static const struct
  {
    GFileError from;
    PltError to;
  } cases[] = {
    { G_FILE_ERROR_NOSPC, PLT_ERROR_FULL },         { G_FILE_ERROR_ACCES, PLT_ERROR_READ_ONLY },
    { G_FILE_ERROR_PERM, PLT_ERROR_READ_ONLY },     { G_FILE_ERROR_ROFS, PLT_ERROR_READ_ONLY },
    { G_FILE_ERROR_NOENT, PLT_ERROR_NOT_FOUND },    { G_FILE_ERROR_NOTDIR, PLT_ERROR_NOT_FOUND },
    { G_FILE_ERROR_ISDIR, PLT_ERROR_INVALID },      { G_FILE_ERROR_IO, PLT_ERROR_FAILED },
    { G_FILE_ERROR_NAMETOOLONG, PLT_ERROR_FAILED },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      GError *from = g_error_new_literal (G_FILE_ERROR, (int) cases[i].from, "raison");
      plt_output_take_error (&error, from, "/dossier/devis.pdf");
      assert_sentence (error, (int) cases[i].to);
      assert_contains (error->message, "/dossier/devis.pdf");
    }
  g_autoptr (GError) error = NULL;
  g_assert_true (plt_output_check (CAIRO_STATUS_SUCCESS, &error));
  g_assert_no_error (error);
  g_assert_false (plt_output_check (CAIRO_STATUS_NO_MEMORY, &error));
  assert_sentence (error, PLT_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/render/pdf/french-locale", test_french_locale);
  g_test_add_func ("/render/pdf/threads", test_threads);
  g_test_add_func ("/render/pdf/text", test_text);
  g_test_add_func ("/render/pdf/page-size", test_page_size);
  g_test_add_func ("/render/pdf/metadata", test_metadata);
  g_test_add_func ("/render/pdf/outline", test_outline);
  g_test_add_func ("/render/pdf/fonts-embedded", test_fonts_embedded);
  g_test_add_func ("/render/pdf/structure", test_structure);
  g_test_add_func ("/render/pdf/hostile", test_hostile);
  g_test_add_func ("/render/pdf/write", test_write);
  g_test_add_func ("/render/pdf/no-such-folder", test_no_such_folder);
  g_test_add_func ("/render/pdf/read-only-folder", test_read_only_folder);
  g_test_add_func ("/render/pdf/no-room", test_no_room);
  g_test_add_func ("/render/pdf/sentences", test_sentences);
  return g_test_run ();
}
