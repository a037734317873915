/* The screenplay as a paper: numbers in the margins, tagged words, parts of it. */
#include <string.h>

#include "plt-document-dump.h"
#include "plt-document-kind.h"
#include "plt-error.h"
#include "plt-fonts.h"
#include "plt-layout.h"
#include "plt-test-paper.h"
#include "plt-test-papers.h"

static PltDocument *
try_build (PltStore *store, const char *kind, const char *name, const char *value, GError **error)
{
  g_autofree char *params = name != NULL ? g_strdup_printf ("%s=%s", name, value) : g_strdup ("");

  return plt_test_paper_try (store, kind, params, error);
}

static char *
dump (PltStore *store, const char *kind, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltDocument) document = try_build (store, kind, name, value, &error);

  g_assert_no_error (error);
  return plt_document_dump (document, PLT_DUMP_STYLES);
}

static char *
row_id (PltStore *store, const char *table, const char *label)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, plt_test_find (store, table, label));
}

/* Tags that lie over each other, that reach beyond a text somebody shortened, and that stand in a
 * heading whose number went to the margin: every sign is written once. */
static void
test_marks (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autofree char *valise = row_id (store, "element", "Valise cabossée");
  g_autofree char *chien = row_id (store, "element", "Chien de la ferme");
  g_autofree char *barque = row_id (store, "element", "Barque de secours");
  g_autofree char *quai = row_id (store, "script_block", "17");
  g_autofree char *grange = row_id (store, "script_block", "14");
  g_autofree char *text = NULL;

  /* "Le bac s’éloigne." */
  PLT_TEST_INSERT (store, "script_tag", "script_block", quai, "element", barque, "start", "3",
                   "length", "12");
  PLT_TEST_INSERT (store, "script_tag", "script_block", quai, "element", valise, "start", "7",
                   "length", "900");
  PLT_TEST_INSERT (store, "script_tag", "script_block", grange, "element", chien, "start", "5",
                   "length", "6");
  text = dump (store, "scenario-annote", NULL, NULL);
  g_assert_nonnull (strstr (text, "Le <run.mark>bac <run.mark-code><run.mark>s’éloign"
                                  "<run.mark-code>VE<run.mark>e.<run.mark-code>"));
  g_assert_nonnull (strstr (text, "EXT. <run.mark>GRANGE<run.mark-code>AN<run.normal> – NUIT"));
  g_clear_pointer (&text, g_free);
  text = dump (store, "scenario", NULL, NULL); /* the plain one shows none */
  g_assert_null (strstr (text, "run.mark"));
  g_assert_nonnull (strstr (text, "Le bac s’éloigne."));
}

static void
test_parts (void)
{
  static const struct
  {
    const char *sequences;
    const char *has, *lacks;
  } cases[] = { { "2", "CABINE", "QUAI" },
                { "4-5", "GRANGE", "CABINE" },
                { "4a", "GRANGE", "CUISINE" },
                { "1 ; 5", "CRÉPUSCULE", "GRANGE" },
                { "6", "SUPPRIMÉE", "CRÉPUSCULE" } };
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dump (store, "scenario", "sequences", cases[i].sequences);

      g_assert_nonnull (strstr (text, cases[i].has));
      g_assert_null (strstr (text, cases[i].lacks));
    }
  g_assert_null (try_build (store, "scenario", "sequences", "5-4", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (try_build (store, "scenario", "version", "99", &error));
  g_assert_nonnull (error);
}

/* Every séquence of the text on a page of its own; a page has one heading. */
static void
test_pages (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PltDocument) document
      = try_build (store, "scenario", "page_par_sequence", "oui", &error);
  g_autoptr (PltLayout) layout = NULL;
  const PltOutlineEntry *outline;
  guint n;

  g_assert_no_error (error);
  layout = plt_layout_new (document, plt_fonts_get ());
  g_assert_cmpuint (plt_layout_get_n_pages (layout), ==, 5);
  outline = plt_layout_get_outline (layout, &n);
  g_assert_cmpuint (n, ==, 6); /* the one that was cut follows the last */
  g_assert_cmpstr (outline[3].text, ==, "4A  EXT. GRANGE – NUIT");
  g_assert_cmpuint (outline[3].page, ==, 3);
}

/* Another version than the current one, and one without text. */
static void
test_versions (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  PLT_TEST_INSERT (store, "script_version", "number", "9", "title", "Vide");
  label = row_id (store, "script_version", "9 Vide");
  text = dump (store, "scenario", "version", label);
  g_assert_nonnull (strstr (text, "Version 9"));
  g_assert_nonnull (strstr (text, "importez un scénario"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/scenario/marks", test_marks);
  g_test_add_func ("/documents/scenario/parts", test_parts);
  g_test_add_func ("/documents/scenario/pages", test_pages);
  g_test_add_func ("/documents/scenario/versions", test_versions);
  return g_test_run ();
}
