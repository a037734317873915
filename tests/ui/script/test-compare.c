/* Two versions side by side, and a guess of the reader set right from the text. */
#include "plt-dialog.h"
#include "plt-import-dialogs.h"
#include "plt-rows.h"
#include "plt-script-commands.h"
#include "plt-script-compare-page.h"
#include "plt-script-read.h"
#include "plt-script-view.h"
#include "plt-test-store.h"
#include "plt-test-window.h"

static const char first[] = "1. INT. CAFÉ - JOUR\n\nNora attend.\n\n2. EXT. QUAI - NUIT\n\nLe quai "
                            "est vide.\n\n12. LE HANGAR, NUIT\n\nRien.\n";
static const char second[]
    = "1. INT. CAFÉ - JOUR\n\nNora attend Milo.\n\n2. EXT. QUAI - NUIT\n\nLe "
      "quai est vide.\n\n3. EXT. PHARE - NUIT\n\nLa lampe tourne.\n";

static void
import (PltStore *store, const char *text)
{
  g_autoptr (PltScript) script
      = plt_script_read_bytes (text, strlen (text), "quai.fountain", plt_test_error ());

  g_assert_true (plt_import_script_apply (store, script, "quai.fountain", plt_test_error ()));
}

static PltScriptComparePage *
page_of (PltWindow *window)
{
  return PLT_SCRIPT_COMPARE_PAGE (plt_test_find_widget (GTK_WIDGET (plt_window_get_view (window)),
                                                        PLT_TYPE_SCRIPT_COMPARE_PAGE));
}

static void
test_compare (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  PltWindow *window;
  PltScriptComparePage *page;
  gint64 one;

  import (store, first);
  window = plt_test_window_new (store);
  g_assert_true (plt_window_show_view (window, "script", "compare"));
  plt_test_settle ();
  page = page_of (window);
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (page), "nothing to compare with"));

  import (plt_test_window_store (window), second);
  plt_test_settle ();
  /* séquence 1 with its changed line and the heading before it, 3 and 12 whole, not 2 */
  g_assert_cmpuint (plt_script_compare_page_get_n_rows (page), ==, 3 + 3 + 3);
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (page), "1 sequence changed"));
  g_assert_true (plt_script_compare_page_step (page, 1));
  g_assert_true (plt_script_compare_page_step (page, 1));
  plt_script_compare_page_set_all (page, TRUE);
  g_assert_cmpuint (plt_script_compare_page_get_n_rows (page), ==, 3 + 3 + 3 + 3);

  one = plt_test_find (plt_test_window_store (window), "script_version", "1");
  plt_script_compare_page_show (page, one, one);
  plt_script_compare_page_set_all (page, FALSE);
  g_assert_cmpuint (plt_script_compare_page_get_n_rows (page), ==, 0);
  g_assert_false (plt_script_compare_page_step (page, 1));

  plt_test_activate (window, "win.undo"); /* the second version goes while it is looked at */
  plt_test_settle ();
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (page), "nothing to compare with"));
  plt_test_window_close (window);
}

/* "12. LE HANGAR" was taken for a heading: it is action, now and in the next draft. */
static void
test_read_as (void)
{
  g_autoptr (PltStore) made = plt_test_store_new ();
  PltStore *store = NULL;
  const PltTable *sequences = plt_table_find ("sequence");
  PltWindow *window;
  PltSession *session;
  const PltFacts *facts;
  gint64 block = 0;

  import (made, first);
  window = plt_test_window_new (made);
  store = plt_test_window_store (window);
  session = plt_window_get_session (window);
  g_assert_true (plt_window_show_view (window, "script", "text"));
  plt_test_settle ();
  g_assert_cmpint (plt_rows_count (store, sequences), ==, 3);
  facts = plt_session_get_text (session);
  for (guint i = 0; i < facts->blocks.n; i++)
    if (strstr (facts->blocks.items[i].text, "HANGAR") != NULL)
      block = facts->blocks.items[i].id;
  g_assert_true (plt_script_read_as (session, block, PLT_PARAGRAPH_ACTION));
  plt_test_settle ();
  g_assert_cmpint (plt_rows_count (store, sequences), ==, 2);
  g_assert_cmpint (plt_rows_count (store, plt_table_find ("script_correction")), ==, 1);
  plt_test_activate (window, "win.undo");
  g_assert_cmpint (plt_rows_count (store, sequences), ==, 3);
  plt_test_window_close (window);
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
  g_test_add_func ("/script/compare", test_compare);
  g_test_add_func ("/script/read-as", test_read_as);
  return g_test_run ();
}
