/* A screenplay into a production, and another draft of it over what people did meanwhile. */
#include <string.h>

#include "plt-fountain.h"
#include "plt-rows.h"
#include "plt-load.h"
#include "plt-script-batch.h"
#include "plt-script-read.h"
#include "plt-script-stored.h"
#include "plt-test-store.h"
#include "script-dump.h"

static gint64
estimate (gconstpointer params, guint dialogue_words, guint action_words, guint cues, guint eighths)
{
  return eighths * 60 + cues;
}

static PltImportCounts
import_script (PltStore *store, const PltScript *script)
{
  const PltScriptImportOptions options
      = { "essai.fountain", plt_date_from_ymd (2026, 3, 4), estimate, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (PltImportPlan) plan = plt_script_plan_import (store, script, &options, &error);

  g_assert_no_error (error);
  plt_store_apply (store, "Import", NULL, plan->batch, NULL, &error);
  g_assert_no_error (error);
  return plan->counts;
}

static PltImportCounts
import_text (PltStore *store, const char *text)
{
  g_autoptr (PltScript) script = plt_fountain_read (text, strlen (text));

  return import_script (store, script);
}

static PltImportCounts
import_fixture (PltStore *store, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "scripts", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script = plt_script_read (path, &error);

  g_assert_no_error (error);
  return import_script (store, script);
}

#define assert_rows(store, table, column, expected)                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *rows_ = plt_test_rows ((store), (table), (column));                           \
    g_assert_cmpstr (rows_, ==, (expected));                                                       \
  }                                                                                                \
  G_STMT_END

static void
set_cell (PltStore *store, const char *number, const char *column, const char *text)
{
  g_autoptr (GError) error = NULL;

  plt_store_set (store, "sequence", plt_test_find (store, "sequence", number), column, text,
                 &error);
  g_assert_no_error (error);
}

static void
assert_cell (PltStore *store, const char *number, const char *column, const char *expected)
{
  g_autofree char *cell
      = plt_test_cell (store, "sequence", plt_test_find (store, "sequence", number), column);

  g_assert_cmpstr (cell, ==, expected);
}

/* "1:ANSEL 1:ODILE" in the order of séquences, then of roles. */
static char *
occurrences (PltStore *store)
{
  const PltTable *table = plt_table_find ("sequence_element");
  g_autoptr (GArray) ids = plt_rows_ids (store, table, NULL, 0, NULL, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *sequence = plt_test_cell (store, table->id, id, "sequence");
      g_autofree char *element = plt_test_cell (store, table->id, id, "element");

      g_string_append_printf (out, "%s%s:%s", i > 0 ? " " : "", sequence, element);
    }
  return g_string_free (out, FALSE);
}

static void
assert_occurrences (PltStore *store, const char *expected)
{
  g_autofree char *found = occurrences (store);

  g_assert_cmpstr (found, ==, expected);
}

static gint64
find_occurrence (PltStore *store, const char *sequence, const char *element)
{
  const PltTable *table = plt_table_find ("sequence_element");
  const PltFilter filters[]
      = { { "sequence", plt_value_integer (plt_test_find (store, "sequence", sequence)) },
          { "element", plt_value_integer (plt_test_find (store, "element", element)) } };
  g_autoptr (GArray) ids = plt_rows_ids (store, table, filters, 2, NULL, NULL);

  g_assert_cmpuint (ids->len, ==, 1);
  return g_array_index (ids, gint64, 0);
}

static gboolean
has_remark (PltStore *store, const char *part)
{
  g_autofree char *remarks = plt_test_rows (store, "script_remark", "message");

  return strstr (remarks, part) != NULL;
}

/* ---- first import ---- */

static void
test_first (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autofree char *before = plt_store_checksum (store);
  PltImportCounts counts = import_fixture (store, "phare-v1.fountain");

  g_assert_cmpuint (counts.sequences, ==, 4);
  g_assert_cmpuint (counts.added, ==, 4);
  g_assert_cmpuint (counts.changed + counts.unchanged + counts.cut, ==, 0);
  g_assert_cmpuint (counts.sets, ==, 5); /* PHARE, CUISINE, JETÉE, ESCALIER, BUREAU DU PORT */
  g_assert_cmpuint (counts.roles, ==, 4);
  g_assert_cmpuint (counts.occurrences, ==, 6);
  assert_rows (store, "sequence", "number", "1|2|3|4");
  assert_rows (store, "sequence", "int_ext", "INT|EXT|INT|INT");
  assert_rows (store, "sequence", "effect", "JOUR|NUIT|NUIT|MATIN");
  assert_rows (store, "sequence", "set", "PHARE|JETÉE|PHARE|BUREAU DU PORT");
  assert_rows (store, "sequence", "sub_set", "CUISINE||ESCALIER|");
  assert_rows (store, "sequence", "status", "a-tourner|a-tourner|a-tourner|a-tourner");
  assert_cell (store, "1", "synopsis", "Ansel prépare le café pour deux.");
  assert_cell (store, "1", "eighths", "1/8"); /* 10 lines of 55: 1,45 eighths */
  assert_cell (store, "1", "estimate_seconds", "1:02");
  /* ANSEL, ODILE and the COMMISSAIRE speak twice each, in the order they first do. */
  assert_rows (store, "element", "name", "ANSEL|ODILE|COMMISSAIRE|MARIN");
  assert_rows (store, "element", "number", "1|2|3|4");
  assert_occurrences (store, "1:ANSEL 1:ODILE 2:MARIN 3:ANSEL 4:ODILE 4:COMMISSAIRE");
  assert_rows (store, "script_version", "source_name", "essai.fountain");
  assert_rows (store, "script_version", "format", "fountain");
  assert_rows (store, "production", "script_version", "1 Le Feu de Roscanvel");
  assert_rows (store, "production", "author", "Judicaël Morvan");
  plt_assert_undo_redo (store, before);
}

/* The paragraphs are kept, each with its séquence. */
static void
test_blocks (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();

  import_text (store, "INT. CAVE - NUIT\n\nUne goutte tombe.\n\nLÉA\n(bas)\nChut.\n");
  assert_rows (store, "script_block", "kind", "heading|action|character|parenthetical|dialogue");
  assert_rows (store, "script_block", "text", "INT. CAVE - NUIT|Une goutte tombe.|LÉA|(bas)|Chut.");
  assert_rows (store, "script_block", "sequence", "1|1|1|1|1");
  assert_rows (store, "script_block", "line", "1|3|5|6|7");
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text, *numbers;
  } cases[] = {
    { "INT. A - JOUR\n\nINT. B - JOUR\n\nINT. C - JOUR\n", "1|2|3" },
    { "INT. A - JOUR #4#\n\nINT. B - JOUR #7Bis#\n\nINT. C - JOUR\n", "4|7Bis|8" },
    { "INT. A - JOUR #1#\n\nINT. B - JOUR #1#\n\nINT. C - JOUR #1#\n", "1|1A|1B" },
    { "12A INT. A - JOUR\n\n12A INT. B - JOUR\n\n12B INT. C - JOUR\n", "12A|12B|12C" },
    { "1. INT. A - JOUR\n\n2 OMISE\n\n3. INT. C - JOUR\n", "1|2|3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltStore) store = plt_test_store_new ();

      import_text (store, cases[i].text);
      assert_rows (store, "sequence", "number", cases[i].numbers);
      g_assert_cmpint (has_remark (store, "Two sequences have the number"), ==, i == 2 || i == 3);
    }
}

static void
test_omitted (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();

  import_text (store, "1. INT. A - JOUR\n\n2 OMISE\n\n3. INT. C - JOUR\n");
  assert_rows (store, "sequence", "status", "a-tourner|supprimee|a-tourner");
}

/* Décors are found again whatever their case and accents, sous-décors below their décor. */
static void
test_sets (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  PltImportCounts counts;

  PLT_TEST_INSERT (store, "set", "name", "Café du Port");
  counts = import_text (store, "INT. CAFÉ DU PORT / SALLE - JOUR\n\n"
                               "INT. CAFE DU PORT, RÉSERVE - NUIT\n\n"
                               "INT. GARE / SALLE - NUIT\n");
  g_assert_cmpuint (counts.sets, ==, 4);
  assert_rows (store, "sequence", "set", "Café du Port|Café du Port|GARE");
  assert_rows (store, "sequence", "sub_set", "SALLE|RÉSERVE|SALLE");
}

static void
test_roles (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  gint64 category = PLT_TEST_INSERT (store, "element_category", "code", "RO", "name", "Rôles",
                                     "family", "roles");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, category);

  PLT_TEST_INSERT (store, "element", "category", id, "number", "7", "name", "Élodie");
  import_text (store,
               "INT. A - JOUR\n\n"
               "NORA\nOui.\n\nNORA (au téléphone)\nNon.\n\nÉLODIE\nBon.\n\nNORA ET ÉLODIE\nAh !\n\n"
               "INT. B - JOUR\n\n"
               "La JEUNE NORA regarde ELODIE. Nora n’est pas là.\n\n"
               "JEUNE NORA\nMaman ?\n");
  assert_rows (store, "element_category", "code", "RO");
  assert_rows (store, "element", "name", "Élodie|NORA|JEUNE NORA");
  assert_rows (store, "element", "number", "7|8|9");
  assert_occurrences (store, "1:Élodie 1:NORA 2:Élodie 2:JEUNE NORA");
  g_assert_true (has_remark (store, "several roles"));
}

/* ---- another draft ---- */

static void
test_draft (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autofree char *before = NULL;
  PltImportCounts counts;

  import_fixture (store, "phare-v1.fountain");
  before = plt_store_checksum (store);
  counts = import_fixture (store, "phare-v2.fountain");
  g_assert_cmpuint (counts.sequences, ==, 4);
  g_assert_cmpuint (counts.unchanged, ==, 2);
  g_assert_cmpuint (counts.changed, ==, 1);
  g_assert_cmpuint (counts.added, ==, 1);
  g_assert_cmpuint (counts.cut, ==, 1);
  assert_rows (store, "sequence", "number", "1|1A|2|3|4");
  assert_rows (store, "sequence", "effect", "SOIR|JOUR|NUIT|NUIT|MATIN");
  assert_rows (store, "sequence", "status", "a-tourner|ajoutee|supprimee|a-tourner|a-tourner");
  assert_rows (store, "element", "name", "ANSEL|ODILE|COMMISSAIRE|MARIN|LISON");
  assert_occurrences (store, "1:ANSEL 1:ODILE 1A:LISON 2:MARIN 3:ANSEL 4:ODILE 4:COMMISSAIRE");
  assert_rows (store, "script_version", "number", "1|2");
  plt_assert_undo_redo (store, before);
}

static void
test_same_again (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  PltImportCounts counts;

  import_fixture (store, "phare-v1.fountain");
  counts = import_fixture (store, "phare-v1.fountain");
  g_assert_cmpuint (counts.unchanged, ==, 4);
  g_assert_cmpuint (counts.changed + counts.added + counts.cut, ==, 0);
  g_assert_cmpuint (counts.sets + counts.roles + counts.occurrences, ==, 0);
  assert_rows (store, "sequence", "number", "1|2|3|4");
}

/* What people typed stands against the new draft. */
static void
test_kept (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();

  import_fixture (store, "phare-v1.fountain");
  set_cell (store, "1", "effect", "AUBE");
  set_cell (store, "1", "synopsis", "Deux bols, une chaise.");
  set_cell (store, "3", "eighths", "1 4/8");
  set_cell (store, "4", "note", "Bureau trouvé à Brest.");
  set_cell (store, "2", "story_day", "N1");
  import_fixture (store, "phare-v2.fountain");
  assert_cell (store, "1", "effect", "AUBE");
  assert_cell (store, "1", "synopsis", "Deux bols, une chaise.");
  assert_cell (store, "3", "eighths", "1 4/8");
  assert_cell (store, "4", "note", "Bureau trouvé à Brest.");
  assert_cell (store, "2", "story_day", "N1");
  g_assert_true (has_remark (store, "the script says “SOIR”, the production keeps “AUBE”"));
}

/* A synopsis of many lines and one of 3000 signs are told of on one line that the table takes. */
static void
test_kept_long (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autofree char *x = g_strnfill (3000, 'x');
  g_autofree char *draft
      = g_strdup_printf ("INT. A - JOUR\n\n= Deux.\n\nIl.\n\nEXT. B - NUIT\n\n= %s\n\nElle.\n", x);

  import_text (store, "INT. A - JOUR\n\n= Un.\n\nIl.\n\nEXT. B - NUIT\n\n= Un.\n\nElle.\n");
  set_cell (store, "1", "synopsis", "Ce qui est\nécrit ici.");
  set_cell (store, "2", "synopsis", "Gardé.");
  import_text (store, draft);
  g_assert_true (has_remark (store, "“Deux.”, the production keeps “Ce qui est écrit ici.”"));
  g_assert_true (has_remark (store, "x…”, the production keeps “Gardé.”"));
}

/* A décor renamed here stays renamed when the script does not change it. */
static void
test_renamed_set (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autoptr (GError) error = NULL;

  import_fixture (store, "phare-v1.fountain");
  plt_store_set (store, "set", plt_test_find (store, "set", "JETÉE"), "name", "MÔLE DU NORD",
                 &error);
  g_assert_no_error (error);
  import_fixture (store, "phare-v1.fountain");
  assert_rows (store, "sequence", "set", "PHARE|MÔLE DU NORD|PHARE|BUREAU DU PORT");
}

/* An occurrence taken out by hand is not put back; one that carries a costume is not taken out. */
static void
test_kept_occurrences (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autoptr (GError) error = NULL;
  const char *text = "1. INT. A - JOUR\n\nNORA\nOui.\n\nMILO\nNon.\n\nLÉA\nAh.\n";

  import_text (store, text);
  assert_occurrences (store, "1:NORA 1:MILO 1:LÉA");
  plt_store_delete (store, "sequence_element", find_occurrence (store, "1", "MILO"), &error);
  g_assert_no_error (error);
  plt_store_set (store, "sequence_element", find_occurrence (store, "1", "NORA"), "costume", "2B",
                 &error);
  g_assert_no_error (error);
  import_text (store, text);
  assert_occurrences (store, "1:NORA 1:LÉA");
  import_text (store, "1. INT. A - JOUR\n\nMILO\nNon.\n");
  assert_occurrences (store, "1:NORA");
  g_assert_true (has_remark (store, "NORA is no longer in sequence 1"));
}

/* A séquence that was shot and cut keeps its status; a cut one that comes back is to be shot. */
static void
test_status (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();

  import_fixture (store, "phare-v1.fountain");
  set_cell (store, "2", "status", "tournee");
  import_fixture (store, "phare-v2.fountain");
  assert_cell (store, "2", "status", "tournee");
  g_assert_true (has_remark (store, "was shot"));
  import_fixture (store, "phare-v1.fountain");
  assert_cell (store, "2", "status", "tournee");
  assert_cell (store, "1A", "status", "supprimee");
  import_fixture (store, "phare-v2.fountain");
  assert_cell (store, "1A", "status", "a-tourner");
}

/* Without numbers in the script, séquences are known by heading and text and keep their number. */
static void
test_unnumbered (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  PltImportCounts counts;

  import_text (store, "INT. A - JOUR\n\nLe chat dort sur la table du salon.\n\n"
                      "INT. B - JOUR\n\nLa pluie tombe sur le toit de zinc.\n\n"
                      "INT. A - JOUR\n\nLe chien aboie derrière la porte fermée.\n");
  counts = import_text (store, "EXT. Z - NUIT\n\nRien.\n\n"
                               "INT. A - JOUR\n\nLe chien aboie derrière la porte fermée.\n\n"
                               "INT. A - JOUR\n\nLe chat dort sur la table du salon.\n\n"
                               "INT. C - NUIT\n\nLa pluie tombe sur le toit de zinc, encore.\n\n"
                               "EXT. Y - JOUR\n\nTout.\n");
  g_assert_cmpuint (counts.unchanged, ==, 1);
  g_assert_cmpuint (counts.moved, ==, 1);
  g_assert_cmpuint (counts.changed, ==, 1);
  g_assert_cmpuint (counts.added, ==, 2);
  assert_rows (store, "sequence", "number", "A3|3|1|2|4");
  assert_rows (store, "sequence", "set", "Z|A|A|C|Y");
}

/* The script numbers itself anew: rows follow, the cut one gives its number up. */
static void
test_renumbered (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();

  import_text (store, "1. INT. A - JOUR\n\nLe chat dort sur la table.\n\n"
                      "2. INT. B - JOUR\n\nLa pluie tombe sur le toit.\n\n"
                      "3. INT. C - JOUR\n\nLe chien aboie à la porte.\n");
  set_cell (store, "3", "note", "chien dressé");
  import_text (store, "1. INT. A - JOUR\n\nLe chat dort sur la table.\n\n"
                      "2. INT. C - JOUR\n\nLe chien aboie à la porte.\n");
  assert_rows (store, "sequence", "number", "1|2 (anc.)|2");
  assert_cell (store, "2", "note", "chien dressé");
  assert_cell (store, "2 (anc.)", "status", "supprimee");
  g_assert_true (has_remark (store, "gives the number 2 to another"));
}

/* A number changed by hand stays. */
static void
test_renumbered_here (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();

  import_fixture (store, "phare-v1.fountain");
  set_cell (store, "3", "number", "2Bis");
  import_fixture (store, "phare-v1.fountain");
  assert_rows (store, "sequence", "number", "1|2|2Bis|4");
}

/* Séquences typed by hand before the script came: the script fills what is empty. */
static void
test_typed_before (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  PltImportCounts counts;

  PLT_TEST_INSERT (store, "sequence", "number", "2", "effect", "SOIR", "note", "grue");
  PLT_TEST_INSERT (store, "sequence", "number", "99", "note", "plan de coupe");
  counts = import_fixture (store, "phare-v1.fountain");
  g_assert_cmpuint (counts.added, ==, 3);
  g_assert_cmpuint (counts.cut, ==, 0);
  assert_cell (store, "2", "effect", "SOIR");
  assert_cell (store, "2", "set", "JETÉE");
  assert_cell (store, "2", "note", "grue");
  assert_cell (store, "99", "status", "a-tourner");
  assert_rows (store, "sequence", "number", "1|2|3|4|99");
}

/* The length that Final Draft gives is the third side of the merge: it follows the next draft,
 * unless somebody changed it here. */
static void
test_given_lengths (void)
{
  static const char *const fdx
      = "<FinalDraft><Content>"
        "<Paragraph Type=\"Scene Heading\" Number=\"1\"><SceneProperties Length=\"%s\"/>"
        "<Text>INT. A - JOUR</Text></Paragraph>"
        "<Paragraph Type=\"Scene Heading\" Number=\"2\"><SceneProperties Length=\"%s\"/>"
        "<Text>INT. B - JOUR</Text></Paragraph></Content></FinalDraft>";
  g_autoptr (PltStore) store = plt_test_store_new ();
  static const char *const lengths[] = { "3/8", "1 2/8" };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GString) file = g_string_new (fdx);
      g_autoptr (PltScript) script = NULL;

      g_string_replace (file, "%s", lengths[i], 0);
      script = plt_script_read_bytes (file->str, file->len, "essai.fdx", NULL);
      import_script (store, script);
      if (i == 0)
        set_cell (store, "2", "eighths", "7/8");
    }
  assert_cell (store, "1", "eighths", "1 2/8");
  assert_cell (store, "2", "eighths", "7/8");
}

/* A version read back is the script that was imported. */
static void
test_stored (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("PLATEAU_DATADIR"), "examples", "la-passe.fountain", NULL);
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script = plt_script_read (path, &error);
  g_autoptr (PltFacts) facts = plt_facts_new ();
  g_autoptr (PltStoredScript) stored = NULL;
  g_autoptr (GArray) sequences = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_no_error (error);
  import_script (store, script);
  plt_facts_load_text (facts, store, 1, &error);
  g_assert_no_error (error);
  stored = plt_stored_script_new (facts);
  plt_test_script_is_sound (stored->script);
  before = plt_test_script_dump (script);
  after = plt_test_script_dump (stored->script);
  g_assert_cmpstr (before, ==, after);
  sequences = plt_rows_ids (store, plt_table_find ("sequence"), NULL, 0, NULL, NULL);
  g_assert_cmpuint (sequences->len, ==, script->scenes->len);
  for (guint i = 0; i < sequences->len; i++)
    {
      const PltScene *one = g_ptr_array_index (script->scenes, i);
      const PltScene *two = g_ptr_array_index (stored->script->scenes, i);

      g_assert_cmpint (g_array_index (sequences, gint64, i), ==,
                       g_array_index (stored->sequences, gint64, i));
      g_assert_cmpstr (one->number, ==, two->number);
      g_assert_cmpstr (one->set, ==, two->set);
      g_assert_cmpstr (one->synopsis, ==, two->synopsis);
      g_assert_cmpuint (one->eighths, ==, two->eighths);
      g_assert_cmpuint (one->cues, ==, two->cues);
    }
}

/* ---- any drafts ---- */

static char *
random_draft (GRand *rand)
{
  static const char *const sets[] = { "CAVE", "GRENIER", "PORT / QUAI", "PORT / CRIÉE", "ROUTE" };
  static const char *const effects[] = { "JOUR", "NUIT", "AUBE" };
  static const char *const names[] = { "NORA", "MILO", "LE CAPITAINE", "ÉLODIE" };
  GString *text = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (rand, 1, 12);

  for (guint i = 0; i < n; i++)
    {
      if (g_rand_boolean (rand))
        g_string_append_printf (text, "%d. ", g_rand_int_range (rand, 1, 15));
      g_string_append_printf (text, "INT. %s - %s\n\n",
                              sets[g_rand_int_range (rand, 0, G_N_ELEMENTS (sets))],
                              effects[g_rand_int_range (rand, 0, G_N_ELEMENTS (effects))]);
      for (int k = g_rand_int_range (rand, 0, 4); k > 0; k--)
        g_string_append_printf (text, "%s\nPhrase %d, mot %d.\n\n",
                                names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))],
                                g_rand_int_range (rand, 0, 9), g_rand_int_range (rand, 0, 9));
    }
  return g_string_free (text, FALSE);
}

static gboolean
has_double (PltStore *store)
{
  g_autofree char *numbers = plt_test_rows (store, "sequence", "number");
  g_auto (GStrv) parts = g_strsplit (numbers, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) parts + i + 1, parts[i]))
      return TRUE;
  return FALSE;
}

/* Whatever drafts follow one another: numbers are never double, nothing typed is lost, every
 * séquence is either in the script or cut, and each import can be undone. */
static void
test_random_drafts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);

  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (PltStore) store = plt_test_store_new ();
      guint noted = 0;

      for (guint draft = 0; draft < 5; draft++)
        {
          g_autofree char *text = random_draft (rand);
          g_autofree char *before = plt_store_checksum (store);
          g_autofree char *notes = NULL;
          PltImportCounts counts = import_text (store, text);
          g_autoptr (GArray) ids = NULL;

          g_assert_cmpuint (counts.sequences, ==,
                            counts.unchanged + counts.changed + counts.moved + counts.added
                                + counts.split + counts.joined + counts.restored);
          g_assert_false (has_double (store));
          plt_assert_undo_redo (store, before);
          notes = plt_test_rows (store, "sequence", "note");
          for (guint i = 0; i < noted; i++)
            {
              g_autofree char *note = g_strdup_printf ("<%u>", i);

              g_assert_nonnull (strstr (notes, note));
            }
          ids = plt_rows_ids (store, plt_table_find ("sequence"), NULL, 0, NULL, NULL);
          for (guint i = 0; i < ids->len; i += 3)
            {
              g_autofree char *old
                  = plt_test_cell (store, "sequence", g_array_index (ids, gint64, i), "note");
              g_autofree char *note = g_strdup_printf ("%s<%u>", old, noted++);

              plt_store_set (store, "sequence", g_array_index (ids, gint64, i), "note", note, NULL);
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/script-batch/first", test_first);
  g_test_add_func ("/script-batch/blocks", test_blocks);
  g_test_add_func ("/script-batch/numbers", test_numbers);
  g_test_add_func ("/script-batch/omitted", test_omitted);
  g_test_add_func ("/script-batch/sets", test_sets);
  g_test_add_func ("/script-batch/roles", test_roles);
  g_test_add_func ("/script-batch/draft", test_draft);
  g_test_add_func ("/script-batch/same-again", test_same_again);
  g_test_add_func ("/script-batch/kept", test_kept);
  g_test_add_func ("/script-batch/kept-long", test_kept_long);
  g_test_add_func ("/script-batch/renamed-set", test_renamed_set);
  g_test_add_func ("/script-batch/kept-occurrences", test_kept_occurrences);
  g_test_add_func ("/script-batch/status", test_status);
  g_test_add_func ("/script-batch/unnumbered", test_unnumbered);
  g_test_add_func ("/script-batch/renumbered", test_renumbered);
  g_test_add_func ("/script-batch/renumbered-here", test_renumbered_here);
  g_test_add_func ("/script-batch/typed-before", test_typed_before);
  g_test_add_func ("/script-batch/given-lengths", test_given_lengths);
  g_test_add_func ("/script-batch/stored", test_stored);
  g_test_add_func ("/script-batch/random-drafts", test_random_drafts);
  return g_test_run ();
}
