/* What the user says a line is: for the version that is there, and for the drafts that come. */
#include <string.h>

#include "plt-fountain.h"
#include "plt-rows.h"
#include "plt-script-batch.h"
#include "plt-test-store.h"

static const PltScriptImportOptions options = { "essai.fountain", 0, NULL };

static PltImportPlan *
plan_text (PltStore *store, const char *text)
{
  g_autoptr (PltScript) script = plt_fountain_read (text, strlen (text));

  return plt_script_plan_import (store, script, &options, plt_test_error ());
}

static void
apply (PltStore *store, const PltImportPlan *plan)
{
  g_assert_true (plt_store_apply (store, "Import", NULL, plan->batch, NULL, plt_test_error ()));
}

static void
import_text (PltStore *store, const char *text)
{
  g_autoptr (PltImportPlan) plan = plan_text (store, text);

  apply (store, plan);
}

static gint64
block_of (PltStore *store, const char *text)
{
  PltFilter filters[] = { { "text", plt_value_text (text) } };
  g_autoptr (GArray) ids
      = plt_rows_ids (store, plt_table_find ("script_block"), filters, 1, NULL, plt_test_error ());

  plt_value_clear (&filters[0].value);
  g_assert_cmpuint (ids->len, >, 0);
  return g_array_index (ids, gint64, ids->len - 1);
}

static PltImportPlan *
correct (PltStore *store, const char *text, PltParagraphKind kind)
{
  gint64 block = block_of (store, text);
  PltImportPlan *plan = plt_script_plan_correction (
      store, plt_rows_count (store, plt_table_find ("script_version")), &block, 1, kind, &options,
      plt_test_error ());

  apply (store, plan);
  return plan;
}

static const char *const draft
    = "1. INT. CAVE - NUIT\n\nLéa pose la lampe.\n\nLE GRENIER, PLUS TARD\n\n"
      "Milo ouvre le coffre.\n\n2. EXT. PORT - JOUR\n\nLa mer.\n";

/* A line becomes a heading: a séquence is made, its text goes there with its tag and its element;
 * undone at once; the next draft knows. */
static void
test_heading (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autofree char *before = NULL;
  g_autofree char *ids = NULL;
  g_autofree char *now = NULL;
  g_autofree char *block = NULL;
  g_autofree char *category = NULL;
  g_autoptr (PltImportPlan) plan = NULL;

  import_text (store, draft);
  category
      = g_strdup_printf ("%" G_GINT64_FORMAT, PLT_TEST_INSERT (store, "element_category", "code",
                                                               "AC", "name", "Accessoires"));
  PLT_TEST_INSERT (store, "element", "category", category, "name", "Coffre");
  PLT_TEST_INSERT (store, "sequence_element", "sequence", "1", "element", "Coffre", "note", "bois");
  block = g_strdup_printf ("%" G_GINT64_FORMAT, block_of (store, "Milo ouvre le coffre."));
  PLT_TEST_INSERT (store, "script_tag", "script_block", block, "element", "Coffre", "start", "14",
                   "length", "6", "text", "coffre");
  ids = plt_test_rows (store, "script_block", "position");
  before = plt_store_checksum (store);
  plan = correct (store, "LE GRENIER, PLUS TARD", PLT_PARAGRAPH_HEADING);
  g_assert_cmpuint (plan->counts.added, ==, 1);
  plt_assert_rows (store, "sequence", "number", "1|1A|2");
  plt_assert_rows (store, "sequence", "status", "a-tourner|a-tourner|a-tourner");
  plt_assert_rows (store, "script_block", "sequence", "1|1|1A|1A|2|2");
  plt_assert_rows (store, "script_correction", "kind", "heading");
  plt_assert_rows (store, "script_version", "number", "1");
  now = plt_test_rows (store, "script_block", "position");
  g_assert_cmpstr (ids, ==, now);
  plt_assert_rows (store, "script_tag", "script_block", block);
  plt_assert_rows (store, "sequence_element", "note", "bois|bois");
  plt_assert_undo_redo (store, before);

  plt_import_plan_free (g_steal_pointer (&plan));
  plan = plan_text (store, draft);
  g_assert_cmpuint (plan->script->scenes->len, ==, 3);
  g_assert_true (plan->is_same);
}

/* A heading that is none: its séquence, on which nobody worked, goes; one that was worked on stays,
 * cut. */
static void
test_no_heading (void)
{
  for (guint used = 0; used < 2; used++)
    {
      g_autoptr (PltStore) store = plt_test_store_new ();
      g_autofree char *before = NULL;
      g_autoptr (PltImportPlan) plan = NULL;

      import_text (store, "1. INT. CAVE - NUIT\n\nLéa pose la lampe.\n\nINT. COMME DANS UN RÊVE\n\n"
                          "NORA\nViens.\n\n2. EXT. PORT - JOUR\n\nLa mer.\n");
      plt_assert_rows (store, "sequence", "number", "1|1A|2");
      if (used)
        plt_store_set (store, "sequence", 2, "note", "à voir", plt_test_error ());
      before = plt_store_checksum (store);
      plan = correct (store, "INT. COMME DANS UN RÊVE", PLT_PARAGRAPH_ACTION);
      plt_assert_rows (store, "sequence", "number", used ? "1|1A|2" : "1|2");
      plt_assert_rows (store, "script_block", "sequence", "1|1|1|1|1|2|2");
      plt_assert_rows (store, "script_block", "kind",
                       "heading|action|action|character|dialogue|heading|action");
      plt_assert_rows (store, "sequence_element", "sequence", used ? "1|1A" : "1");
      if (used)
        plt_assert_rows (store, "sequence", "status", "a-tourner|supprimee|a-tourner");
      plt_assert_undo_redo (store, before);
      /* and back */
      plt_import_plan_free (g_steal_pointer (&plan));
      plan = correct (store, "INT. COMME DANS UN RÊVE", PLT_PARAGRAPH_HEADING);
      plt_assert_rows (store, "sequence", "number", "1|1A|2");
      plt_assert_rows (store, "sequence", "status", "a-tourner|a-tourner|a-tourner");
      plt_assert_rows (store, "script_correction", "kind", "heading");
    }
}

/* A cue that is none, and a cue that was missed; what was guessed is settled. */
static void
test_cue (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autoptr (PltImportPlan) plan = NULL;

  import_text (store, "1. INT. CAVE - NUIT\n\nBOUM\nLa porte cède.\n\nNora\n\nOui, viens.\n");
  plt_assert_rows (store, "element", "name", "BOUM");
  plan = correct (store, "BOUM", PLT_PARAGRAPH_ACTION);
  plt_assert_rows (store, "element", "name", "");
  plt_import_plan_free (plan);
  plan = correct (store, "Nora", PLT_PARAGRAPH_CHARACTER);
  plt_assert_rows (store, "script_block", "kind", "heading|action|action|character|dialogue");
  plt_assert_rows (store, "element", "name", "Nora");
  plt_assert_rows (store, "sequence_element", "element", "Nora");
  plt_assert_rows (store, "script_correction", "text", "BOUM|Nora");
}

static void
test_refusals (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autoptr (GError) error = NULL;
  gint64 old_block, unknown = 999;

  import_text (store, draft);
  old_block = block_of (store, "La mer.");
  import_text (store, "1. INT. CAVE - NUIT\n\nLéa.\n");
  g_assert_null (plt_script_plan_correction (store, 1, &old_block, 1, PLT_PARAGRAPH_HEADING,
                                             &options, &error));
  plt_assert_says (error, PLT_ERROR_INVALID, "Only the current version");
  g_clear_error (&error);
  g_assert_null (plt_script_plan_correction (store, 2, &old_block, 1, PLT_PARAGRAPH_HEADING,
                                             &options, &error));
  plt_assert_says (error, PLT_ERROR_NOT_FOUND, "not in the current version");
  g_clear_error (&error);
  g_assert_null (
      plt_script_plan_correction (store, 2, &unknown, 1, PLT_PARAGRAPH_HEADING, &options, &error));
  plt_assert_says (error, PLT_ERROR_NOT_FOUND, "not in the current version");
}

/* No script yet. */
static void
test_empty (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autoptr (GError) error = NULL;
  gint64 block = 1;

  g_assert_null (
      plt_script_plan_correction (store, 0, &block, 1, PLT_PARAGRAPH_HEADING, &options, &error));
  plt_assert_says (error, PLT_ERROR_INVALID, "Only the current version");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/script-correction/heading", test_heading);
  g_test_add_func ("/script-correction/no-heading", test_no_heading);
  g_test_add_func ("/script-correction/cue", test_cue);
  g_test_add_func ("/script-correction/refusals", test_refusals);
  g_test_add_func ("/script-correction/empty", test_empty);
  return g_test_run ();
}
