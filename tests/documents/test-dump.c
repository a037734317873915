#include <string.h>

#include "plt-document-dump.h"
#include "plt-document-private.h"
#include "plt-test-document.h"
#include "plt-test-golden.h"

static void
test_plain (void)
{
  g_autoptr (PltDocument) document = plt_test_document_new ();
  g_autofree char *text = plt_document_dump (document, PLT_DUMP_PLAIN);
  plt_assert_golden ("documents/dump-plain.txt", text);
}

static void
test_all (void)
{
  g_autoptr (PltDocument) document = plt_test_document_new ();
  g_autofree char *text = plt_document_dump (document, PLT_DUMP_ALL);
  plt_assert_golden ("documents/dump-all.txt", text);
}

/* All lines of a table have the same width, whatever stands in it. */
static void
test_wide_text (void)
{
  static const PltDocColumn columns[] = { { "Libellé" }, { "B" } };
  static const char *const texts[] = {
    "court",
    "un texte assez long pour devoir être coupé, aux espaces, en plusieurs lignes qui restent "
    "lisibles",
    "motsansespacequidepassebienlalargeurpermisedunecolonneetdoitdoncetrecoupeenmilieudemot",
    "deux\nlignes",
    "漢字 e\314\201t\303\251",
    "",
  };
  PltDocInfo info = { .title = "Large" };
  g_autoptr (PltDocument) document = plt_document_new (&info);
  PltDocTable *table = plt_document_table (document, "Large", columns, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, texts[i]);
      plt_doc_table_text (table, "b");
      plt_doc_table_row (table, "row.note");
      plt_doc_cell_span (plt_doc_table_text (table, texts[i]), 2);
    }
  g_autofree char *dump = plt_document_dump (document, PLT_DUMP_PLAIN);
  plt_assert_golden ("documents/dump-wide.txt", dump);

  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  guint n = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (strchr (lines[i], '|') == NULL)
        continue;
      guint width = 0;
      for (const char *p = lines[i]; *p != '\0'; p = g_utf8_next_char (p))
        if (!g_unichar_iszerowidth (g_utf8_get_char (p)))
          width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
      g_assert_cmpuint (width, ==, 1 + 60 + 1 + 2 * 2 + 3);
      n++;
    }
  g_assert_cmpuint (n, >, 12);
}

static void
test_deterministic (void)
{
  g_autoptr (PltDocument) a = plt_test_document_new ();
  g_autoptr (PltDocument) b = plt_test_document_new ();
  g_autofree char *text_a = plt_document_dump (a, PLT_DUMP_ALL);
  g_autofree char *text_b = plt_document_dump (b, PLT_DUMP_ALL);
  g_assert_cmpstr (text_a, ==, text_b);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dump/plain", test_plain);
  g_test_add_func ("/dump/all", test_all);
  g_test_add_func ("/dump/wide-text", test_wide_text);
  g_test_add_func ("/dump/deterministic", test_deterministic);
  return g_test_run ();
}
