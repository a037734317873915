/* Another draft over a production that lives: what is told of it, and that nothing is lost. */
#include <string.h>

#include "plt-fountain.h"
#include "plt-rows.h"
#include "plt-script-batch.h"
#include "plt-test-store.h"

#define CAT "Le chat dort longtemps contre la fenêtre ouverte du salon bleu.\n\n"
#define RAIN "Une pluie froide tombe sur les toits de zinc depuis trois heures.\n\n"
#define DOG "Trois chiens aboient derrière cette porte fermée, sans reprendre haleine.\n\n"
#define SEA "Personne ne regarde jamais vraiment monter la grande marée d’automne.\n\n"
#define LAMP "Nora pose la lanterne rouillée près du carnet de bord, puis souffle.\n\n"
#define BOAT "Milo tire la barque verte sur les galets et détache une corde usée.\n\n"

static PltImportPlan *
plan_text (PltStore *store, const char *text)
{
  const PltScriptImportOptions options = { "essai.fountain", plt_date_from_ymd (2026, 3, 4), NULL };
  g_autoptr (PltScript) script = plt_fountain_read (text, strlen (text));
  PltImportPlan *plan = plt_script_plan_import (store, script, &options, plt_test_error ());

  g_assert_nonnull (plan);
  return plan;
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

/* "1 unchanged, 2 cut > 1": number, what happens, partner or others, by number. */
static char *
describe (PltStore *store, const PltImportPlan *plan)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < plan->entries->len; i++)
    {
      const PltImportEntry *entry = g_ptr_array_index (plan->entries, i);

      g_string_append_printf (out, "%s%s %s", i > 0 ? ", " : "", entry->number,
                              plt_import_change_title (entry->change));
      if (entry->partner > 0)
        {
          g_autofree char *number = plt_test_cell (store, "sequence", entry->partner, "number");

          g_string_append_printf (out, " (%s)", number);
        }
      for (guint k = 0; entry->others != NULL && k < entry->others->len; k++)
        g_string_append_printf (out, " +%" G_GINT64_FORMAT,
                                g_array_index (entry->others, gint64, k));
      if (entry->renumbered)
        g_string_append_printf (out, " was %s", entry->old_number);
      g_assert_cmpuint (strlen (entry->message), >, 10);
    }
  return g_string_free (out, FALSE);
}

static void
assert_sums (const PltImportPlan *plan)
{
  const PltImportCounts *counts = &plan->counts;
  guint omitted = 0;

  for (guint i = 0; i < plan->entries->len; i++)
    {
      const PltImportEntry *entry = g_ptr_array_index (plan->entries, i);

      omitted += entry->change == PLT_IMPORT_CUT && entry->scene >= 0 ? 1 : 0;
    }
  g_assert_cmpuint (counts->sequences, ==,
                    counts->unchanged + counts->changed + counts->moved + counts->added
                        + counts->split + counts->joined + counts->restored + omitted);
}

static gboolean
has_remark (const PltImportPlan *plan, const char *part)
{
  for (guint i = 0; i < plan->remarks->len; i++)
    if (strstr (((const PltRemark *) plan->remarks->pdata[i])->message, part) != NULL)
      return TRUE;
  return FALSE;
}

/* ---- each kind of change ---- */

static const char *const first_draft
    = "1. INT. SALON - JOUR\n\n" CAT "2. EXT. TOITS - JOUR\n\n" RAIN
      "3. INT. COULOIR - NUIT\n\n" DOG "4. EXT. GRÈVE - SOIR\n\n" SEA LAMP;

static void
test_kinds (void)
{
  static const struct
  {
    const char *draft, *expected;
  } cases[] = {
    { "1. INT. SALON - JOUR\n\n" CAT "2. EXT. TOITS - JOUR\n\n" RAIN
      "3. INT. COULOIR - NUIT\n\n" DOG "4. EXT. GRÈVE - SOIR\n\n" SEA LAMP,
      "1 unchanged, 2 unchanged, 3 unchanged, 4 unchanged" },
    /* a heading, a text */
    { "1. INT. SALON - SOIR\n\n" CAT "2. EXT. TOITS - JOUR\n\n" RAIN "Il grêle.\n\n"
      "3. INT. COULOIR - NUIT\n\n" DOG "4. EXT. GRÈVE - SOIR\n\n" SEA LAMP,
      "1 changed, 2 changed, 3 unchanged, 4 unchanged" },
    /* one moved: the fewest */
    { "2. EXT. TOITS - JOUR\n\n" RAIN "3. INT. COULOIR - NUIT\n\n" DOG
      "4. EXT. GRÈVE - SOIR\n\n" SEA LAMP "1. INT. SALON - JOUR\n\n" CAT,
      "2 unchanged, 3 unchanged, 4 unchanged, 1 moved" },
    /* one added, one cut */
    { "1. INT. SALON - JOUR\n\n" CAT "1A. EXT. PORT - JOUR\n\n" BOAT
      "3. INT. COULOIR - NUIT\n\n" DOG "4. EXT. GRÈVE - SOIR\n\n" SEA LAMP,
      "1 unchanged, 1A added, 2 cut, 3 unchanged, 4 unchanged" },
    /* one that the script says is cut */
    { "1. INT. SALON - JOUR\n\n" CAT "2 OMISE\n\n3. INT. COULOIR - NUIT\n\n" DOG
      "4. EXT. GRÈVE - SOIR\n\n" SEA LAMP,
      "1 unchanged, 2 cut, 3 unchanged, 4 unchanged" },
    { "1. INT. SALON - JOUR\n\n" CAT "2. OMITTED\n\n2A. EXT. TOITS - JOUR\n\n" RAIN
      "3. INT. COULOIR - NUIT\n\n" DOG "4. EXT. GRÈVE - SOIR\n\n" SEA LAMP,
      "1 unchanged, 2 cut, 2A added (2), 3 unchanged, 4 unchanged" },
    /* one parted */
    { "1. INT. SALON - JOUR\n\n" CAT "2. EXT. TOITS - JOUR\n\n" RAIN
      "3. INT. COULOIR - NUIT\n\n" DOG "4. EXT. GRÈVE - SOIR\n\n" SEA
      "5. INT. CABANE - NUIT\n\n" LAMP,
      "1 unchanged, 2 unchanged, 3 unchanged, 4 split +4, 5 added (4)" },
    /* two joined: the first, or the one whose number the draft has */
    { "1. INT. SALON - JOUR\n\n" CAT RAIN "3. INT. COULOIR - NUIT\n\n" DOG
      "4. EXT. GRÈVE - SOIR\n\n" SEA LAMP,
      "1 joined +2, 2 cut (1), 3 unchanged, 4 unchanged" },
    { "2. EXT. TOITS - JOUR\n\n" CAT RAIN "3. INT. COULOIR - NUIT\n\n" DOG
      "4. EXT. GRÈVE - SOIR\n\n" SEA LAMP,
      "1 cut (2), 2 joined +1, 3 unchanged, 4 unchanged" },
    { "EXT. TOITS - JOUR\n\n" CAT RAIN "INT. COULOIR - NUIT\n\n" DOG
      "EXT. GRÈVE - SOIR\n\n" SEA LAMP,
      "1 joined +2, 2 cut (1), 3 unchanged, 4 unchanged" },
    /* renumbered */
    { "1. EXT. TOITS - JOUR\n\n" RAIN "2. INT. COULOIR - NUIT\n\n" DOG
      "3. EXT. GRÈVE - SOIR\n\n" SEA LAMP,
      "1 (anc.) cut was 1, 1 unchanged was 2, 2 unchanged was 3, 3 unchanged was 4" },
    /* all together */
    { "1. INT. SALON - JOUR\n\n" CAT RAIN "1A. EXT. PORT - JOUR\n\n" BOAT
      "4. EXT. GRÈVE - SOIR\n\n" SEA "4A. INT. CABANE - NUIT\n\n" LAMP
      "3. INT. COULOIR - AUBE\n\n" DOG,
      "1 joined +2, 1A added, 2 cut (1), 4 split +3, 4A added (4), 3 changed" },
    { "", "1 cut, 2 cut, 3 cut, 4 cut" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltStore) store = plt_test_store_new ();
      g_autofree char *before = NULL;
      g_autofree char *found = NULL;
      g_autoptr (PltImportPlan) plan = NULL;

      import_text (store, first_draft);
      before = plt_store_checksum (store);
      plan = plan_text (store, cases[i].draft);
      found = describe (store, plan);
      g_assert_cmpstr (found, ==, cases[i].expected);
      assert_sums (plan);
      g_assert_cmpint (plan->is_same, ==, i == 0);
      g_assert_false (plan->is_first);
      apply (store, plan);
      plt_assert_undo_redo (store, before);
      g_clear_pointer (&plan, plt_import_plan_free);
      /* the same again is the same */
      plan = plan_text (store, cases[i].draft);
      g_assert_true (plan->is_same || i == G_N_ELEMENTS (cases) - 1);
      g_assert_cmpuint (plan->counts.added + plan->counts.cut + plan->counts.moved, ==, 0);
    }
}

/* Back to the first draft: the rows are the same ones, and are to be shot again. */
static void
test_there_and_back (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autoptr (PltImportPlan) plan = NULL;
  g_autofree char *found = NULL;

  import_text (store, first_draft);
  import_text (store, "1. INT. SALON - JOUR\n\n" CAT RAIN "4. EXT. GRÈVE - SOIR\n\n" SEA
                      "4A. INT. CABANE - NUIT\n\n" LAMP);
  plt_assert_rows (store, "sequence", "status", "a-tourner|supprimee|supprimee|a-tourner|ajoutee");
  plan = plan_text (store, first_draft);
  found = describe (store, plan);
  g_assert_cmpstr (found, ==, "1 changed, 2 restored, 3 restored, 4 joined +5, 4A cut (4)");
  apply (store, plan);
  plt_assert_rows (store, "sequence", "number", "1|2|3|4|4A");
  plt_assert_rows (store, "sequence", "status",
                   "a-tourner|a-tourner|a-tourner|a-tourner|supprimee");
  plt_assert_rows (store, "sequence", "set", "SALON|TOITS|COULOIR|GRÈVE|CABANE");
}

/* ---- locked numbers ---- */

static void
test_locked (void)
{
  static const struct
  {
    const char *draft, *numbers;
    const char *remark; /* (nullable) */
  } cases[] = {
    /* the draft counts anew */
    { "1. EXT. PORT - JOUR\n\n" BOAT "2. INT. SALON - JOUR\n\n" CAT "3. EXT. TOITS - JOUR\n\n" RAIN
      "4. INT. COULOIR - NUIT\n\n" DOG "5. EXT. GRÈVE - SOIR\n\n" SEA LAMP,
      "A1|1|2|3|4", "numbers are locked" },
    /* it numbers as we would */
    { "1. INT. SALON - JOUR\n\n" CAT "1A. EXT. PORT - JOUR\n\n" BOAT "2. EXT. TOITS - JOUR\n\n" RAIN
      "3. INT. COULOIR - NUIT\n\n" DOG "4. EXT. GRÈVE - SOIR\n\n" SEA LAMP,
      "1|1A|2|3|4", NULL },
    { "1. INT. SALON - JOUR\n\n" CAT "1Bis. EXT. PORT - JOUR\n\n" BOAT
      "2. EXT. TOITS - JOUR\n\n" RAIN "3. INT. COULOIR - NUIT\n\n" DOG
      "4. EXT. GRÈVE - SOIR\n\n" SEA LAMP,
      "1|1Bis|2|3|4", NULL },
    /* none */
    { "INT. SALON - JOUR\n\n" CAT "EXT. PORT - JOUR\n\n" BOAT "EXT. TOITS - JOUR\n\n" RAIN
      "INT. COULOIR - NUIT\n\n" DOG "EXT. GRÈVE - SOIR\n\n" SEA LAMP "EXT. LANDE - JOUR\n\nRien.\n",
      "1|1A|2|3|4|5", NULL },
    /* the number of one that is cut is never given again */
    { "1. INT. SALON - JOUR\n\n" CAT "2. EXT. PORT - JOUR\n\nUne affiche déchirée claque au "
      "vent.\n\n3. INT. COULOIR - NUIT\n\n" DOG "4. EXT. GRÈVE - SOIR\n\n" SEA LAMP,
      "1|2|3|4", NULL }, /* same number: by number it is the same séquence */
    { "1. INT. SALON - JOUR\n\n" CAT "2. OMISE\n\n2. EXT. PORT - JOUR\n\n" BOAT
      "3. INT. COULOIR - NUIT\n\n" DOG "4. EXT. GRÈVE - SOIR\n\n" SEA LAMP,
      "1|2|2A|3|4", "here it is 2A" },
    /* a number that is free, but not where it stands */
    { "1. INT. SALON - JOUR\n\n" CAT "48. EXT. PORT - JOUR\n\n" BOAT "2. EXT. TOITS - JOUR\n\n" RAIN
      "3. INT. COULOIR - NUIT\n\n" DOG "4. EXT. GRÈVE - SOIR\n\n" SEA LAMP,
      "1|1A|2|3|4", "is 48 in the script" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltStore) store = plt_test_store_new ();
      g_autoptr (PltImportPlan) plan = NULL;

      import_text (store, first_draft);
      plt_store_set (store, "production", 1, "numbers_locked", "oui", plt_test_error ());
      plan = plan_text (store, cases[i].draft);
      g_assert_cmpuint (plan->counts.renumbered, ==, 0);
      apply (store, plan);
      plt_assert_rows (store, "sequence", "number", cases[i].numbers);
      if (cases[i].remark != NULL)
        g_assert_true (has_remark (plan, cases[i].remark));
      else
        g_assert_cmpuint (plan->remarks->len, ==, 0);
    }
}

/* ---- a production that lives ---- */

static gint64
find (PltStore *store, const char *table, const char *label)
{
  return plt_test_find (store, table, label);
}

static char *
id_text (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* Tags the first `words` of the text that is there. */
static gint64
tag (PltStore *store, const char *words, const char *element)
{
  const PltTable *table = plt_table_find ("script_block");
  PltFilter filter
      = { "script_version",
          plt_value_integer (plt_rows_count (store, plt_table_find ("script_version"))) };
  g_autoptr (GArray) ids = plt_rows_ids (store, table, &filter, 1, "position", NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *text = plt_test_cell (store, "script_block", id, "text");
      const char *found = strstr (text, words);
      g_autofree char *block = id_text (id);
      g_autofree char *start = NULL;
      g_autofree char *length = NULL;

      if (found == NULL)
        continue;
      start = id_text (g_utf8_pointer_to_offset (text, found));
      length = id_text (g_utf8_strlen (words, -1));
      return PLT_TEST_INSERT (store, "script_tag", "script_block", block, "element", element,
                              "start", start, "length", length, "text", words, "state", "sure");
    }
  g_assert_not_reached ();
}

static void
breakdown (PltStore *store)
{
  g_autofree char *props
      = id_text (PLT_TEST_INSERT (store, "element_category", "code", "AC", "name", "Accessoires"));
  g_autofree char *arms
      = id_text (PLT_TEST_INSERT (store, "element_category", "code", "AR", "name", "Armes"));

  PLT_TEST_INSERT (store, "element", "category", "1", "name", "NORA", "number", "1"); /* RO */
  PLT_TEST_INSERT (store, "sequence_element", "sequence", "4", "element", "NORA", "costume", "2A");
  PLT_TEST_INSERT (store, "costume", "role", "NORA", "number", "2A", "description", "Ciré");
  PLT_TEST_INSERT (store, "element", "category", props, "name", "Lanterne");
  PLT_TEST_INSERT (store, "element", "category", props, "name", "Carnet");
  PLT_TEST_INSERT (store, "element", "category", props, "name", "Corde");
  PLT_TEST_INSERT (store, "sequence_element", "sequence", "4", "element", "Lanterne", "quantity",
                   "2", "note", "vieillie");
  PLT_TEST_INSERT (store, "sequence_element", "sequence", "4", "element", "Carnet", "costume", "",
                   "origin", "manuel");
  PLT_TEST_INSERT (store, "sequence_element", "sequence", "2", "element", "Corde", "note",
                   "chanvre");
  PLT_TEST_INSERT (store, "sequence_category", "sequence", "3", "category", arms);
  PLT_TEST_INSERT (store, "sequence_category", "sequence", "1", "category", props);
  PLT_TEST_INSERT (store, "raccord", "sequence", "4", "with_sequence", "3", "element", "Lanterne",
                   "description", "allumée");
  PLT_TEST_INSERT (store, "story_day", "name", "J1");
  tag (store, "lanterne rouillée", "Lanterne");
  tag (store, "carnet de bord", "Carnet");
}

static void
schedule (PltStore *store)
{
  g_autofree char *plan = id_text (PLT_TEST_INSERT (store, "schedule", "name", "Plan 1"));
  g_autofree char *day = NULL;
  g_autofree char *sheet = NULL;

  plt_store_set (store, "production", 1, "schedule", plan, plt_test_error ());
  day = id_text (PLT_TEST_INSERT (store, "shooting_day", "schedule", plan, "date", "12/05/2026"));
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *number = id_text (i);

      PLT_TEST_INSERT (store, "strip", "schedule", plan, "day", day, "sequence", number, "minutes",
                       "90");
    }
  sheet = id_text (PLT_TEST_INSERT (store, "call_sheet", "day", day, "number", "1"));
  PLT_TEST_INSERT (store, "call_note", "call_sheet", sheet, "department", "regie", "text",
                   "Café pour quatre.");
  PLT_TEST_INSERT (store, "call", "call_sheet", sheet, "function", "Figurant", "count", "3");
}

static const char *const kept_tables[] = { "strip",
                                           "shooting_day",
                                           "call_sheet",
                                           "call",
                                           "call_note",
                                           "script_tag",
                                           "script_block",
                                           "script_version",
                                           "raccord",
                                           "costume",
                                           "story_day",
                                           "element",
                                           "element_category",
                                           "sequence_element",
                                           "engagement" };

/* Every cell of every row of those tables, by id. */
static GHashTable *
photograph (PltStore *store)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint t = 0; t < G_N_ELEMENTS (kept_tables); t++)
    {
      const PltTable *table = plt_table_find (kept_tables[t]);
      g_autoptr (GArray) ids = plt_rows_ids (store, table, NULL, 0, NULL, NULL);

      for (guint i = 0; i < ids->len; i++)
        {
          gint64 id = g_array_index (ids, gint64, i);
          GString *cells = g_string_new (NULL);

          for (guint c = 0; table->columns[c].id != NULL; c++)
            {
              const PltColumn *column = &table->columns[c];
              g_autofree PltValue *values = g_new0 (PltValue, plt_table_n_columns (table));

              plt_rows_read (store, table, id, values, NULL);
              if (values[c].kind == PLT_VALUE_INTEGER)
                g_string_append_printf (cells, "%s=%" G_GINT64_FORMAT "|", column->id,
                                        values[c].integer);
              else
                g_string_append_printf (cells, "%s=%s|", column->id,
                                        plt_value_get_text (&values[c]));
              for (guint k = 0; k < plt_table_n_columns (table); k++)
                plt_value_clear (&values[k]);
            }
          g_hash_table_insert (rows, g_strdup_printf ("%s %" G_GINT64_FORMAT, table->id, id),
                               g_string_free (cells, FALSE));
        }
    }
  return rows;
}

/* Rows may come; none that was there may go or change. */
static void
assert_all_there (PltStore *store, GHashTable *before)
{
  g_autoptr (GHashTable) now = photograph (store);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_assert_cmpstr (g_hash_table_lookup (now, key), ==, value);
}

static PltStore *
living_production (void)
{
  PltStore *store = plt_test_store_new ();

  import_text (store, first_draft);
  breakdown (store);
  schedule (store);
  plt_store_set (store, "sequence", find (store, "sequence", "2"), "note", "grue",
                 plt_test_error ());
  plt_store_set (store, "sequence", find (store, "sequence", "3"), "story_day", "J1",
                 plt_test_error ());
  plt_store_set (store, "sequence", find (store, "sequence", "3"), "premin_seconds", "1:20",
                 plt_test_error ());
  return store;
}

static void
test_keeps (void)
{
  static const char *const drafts[] = {
    /* all kinds of change in one draft */
    "1. INT. SALON - JOUR\n\n" CAT RAIN "1A. EXT. PORT - JOUR\n\n" BOAT
    "4. EXT. GRÈVE - SOIR\n\n" SEA "4A. INT. CABANE - NUIT\n\n" LAMP
    "3. INT. COULOIR - AUBE\n\n" DOG,
    "",
    "1. OMISE\n\n2. OMISE\n\n3. OMISE\n\n4. OMISE\n",
    "EXT. GRÈVE - SOIR\n\n" LAMP SEA,
  };

  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autoptr (PltStore) store = living_production ();
      g_autofree char *before = plt_store_checksum (store);
      g_autoptr (GHashTable) rows = photograph (store);
      g_autofree char *notes = NULL;

      import_text (store, drafts[i]);
      assert_all_there (store, rows);
      notes = plt_test_rows (store, "sequence", "note");
      g_assert_nonnull (strstr (notes, "grue"));
      plt_assert_undo_redo (store, before);
      g_assert_cmpuint (plt_store_verify (store)->len, ==, 0);
    }
}

/* "Lanterne@4A:sure" of the tags of the present version, in their order. */
static char *
tags_of (PltStore *store)
{
  const PltTable *table = plt_table_find ("script_tag");
  gint64 version = plt_rows_count (store, plt_table_find ("script_version"));
  g_autoptr (GArray) ids = plt_rows_ids (store, table, NULL, 0, NULL, NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree PltValue *values = g_new0 (PltValue, plt_table_n_columns (table));
      g_autofree char *text = plt_test_cell (store, table->id, id, "text");
      g_autofree char *element = plt_test_cell (store, table->id, id, "element");
      g_autofree char *state = NULL;
      g_autofree char *of = NULL;
      g_autofree char *sequence = NULL;
      gint64 block;

      plt_rows_read (store, table, id, values, NULL);
      block = values[plt_table_column_index (table, "script_block")].integer;
      state = g_strdup (plt_value_get_text (&values[plt_table_column_index (table, "state")]));
      for (guint k = 0; k < plt_table_n_columns (table); k++)
        plt_value_clear (&values[k]);
      {
        const PltTable *blocks = plt_table_find ("script_block");
        g_autofree PltValue *cells = g_new0 (PltValue, plt_table_n_columns (blocks));

        plt_rows_read (store, blocks, block, cells, NULL);
        if (cells[plt_table_column_index (blocks, "script_version")].integer == version)
          of = g_strdup ("yes");
        for (guint k = 0; k < plt_table_n_columns (blocks); k++)
          plt_value_clear (&cells[k]);
      }
      if (of == NULL)
        continue;
      sequence = plt_test_cell (store, "script_block", block, "sequence");
      g_string_append_printf (out, "%s%s=%s@%s:%s", out->len > 0 ? " " : "", element, text,
                              sequence, state);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
elements_of (PltStore *store, const char *number)
{
  const PltTable *table = plt_table_find ("sequence_element");
  PltFilter filter = { "sequence", plt_value_integer (find (store, "sequence", number)) };
  g_autoptr (GArray) ids = plt_rows_ids (store, table, &filter, 1, NULL, plt_test_error ());
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *element
          = plt_test_cell (store, table->id, g_array_index (ids, gint64, i), "element");
      g_autofree char *note
          = plt_test_cell (store, table->id, g_array_index (ids, gint64, i), "note");

      g_string_append_printf (out, "%s%s%s%s", i > 0 ? " " : "", element, note[0] ? "/" : "", note);
    }
  return g_string_free (out, FALSE);
}

static void
test_tags (void)
{
  static const struct
  {
    const char *end; /* of the draft, after three séquences as they were */
    const char *tags;
    const char *four, *five; /* elements of 4, of the next one; (nullable) */
    const char *remark;      /* (nullable) */
  } cases[] = {
    { "4. EXT. GRÈVE - SOIR\n\n" SEA LAMP,
      "Lanterne=lanterne rouillée@4:sure Carnet=carnet de bord@4:sure",
      "NORA Carnet Lanterne/vieillie", NULL, NULL },
    /* the paragraph changed */
    { "4. EXT. GRÈVE - SOIR\n\n" SEA
      "Ce soir-là, Nora pose la lanterne rouillée loin du carnet de bord fermé.\n\n",
      "Lanterne=lanterne rouillée@4:sure Carnet=carnet de bord@4:sure",
      "NORA Carnet Lanterne/vieillie", NULL, NULL },
    /* a word of two changed, one gone */
    { "4. EXT. GRÈVE - SOIR\n\n" SEA "Nora pose la lanterne neuve, puis souffle.\n\n",
      "Lanterne=lanterne@4:a-verifier", "NORA Carnet Lanterne/vieillie", NULL,
      "“carnet de bord” is no longer in the text of sequence 4" },
    /* parted: the passage and its element go along, with what was noted */
    { "4. EXT. GRÈVE - SOIR\n\n" SEA "5. INT. CABANE - NUIT\n\n" LAMP,
      "Lanterne=lanterne rouillée@5:sure Carnet=carnet de bord@5:sure",
      "NORA Carnet Lanterne/vieillie", "NORA Carnet Lanterne/vieillie",
      "was a part of sequence 4" },
    /* the paragraph went to a new séquence that is mostly something else */
    { "4. EXT. GRÈVE - SOIR\n\n" SEA "5. INT. CABANE - NUIT\n\n" BOAT BOAT BOAT LAMP,
      "Lanterne=lanterne rouillée@5:sure Carnet=carnet de bord@5:sure",
      "NORA Carnet Lanterne/vieillie", "Carnet Lanterne/vieillie", NULL },
    /* the whole séquence is cut: its elements stay with it, and nothing is said twice */
    { "4. OMISE\n", "", "NORA Carnet Lanterne/vieillie", NULL, NULL },
  };
  const char *const same = "1. INT. SALON - JOUR\n\n" CAT "2. EXT. TOITS - JOUR\n\n" RAIN
                           "3. INT. COULOIR - NUIT\n\n" DOG;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltStore) store = living_production ();
      g_autofree char *text = g_strconcat (same, cases[i].end, NULL);
      g_autofree char *before = tags_of (store);
      g_autofree char *tags = NULL;
      g_autofree char *four = NULL;
      g_autoptr (PltImportPlan) plan = plan_text (store, text);

      g_assert_cmpstr (before, ==, cases[0].tags);
      apply (store, plan);
      tags = tags_of (store);
      four = elements_of (store, "4");
      g_assert_cmpstr (tags, ==, cases[i].tags);
      g_assert_cmpstr (four, ==, cases[i].four);
      if (cases[i].five != NULL)
        {
          g_autofree char *five = elements_of (store, "5");

          g_assert_cmpstr (five, ==, cases[i].five);
        }
      g_assert_cmpint (has_remark (plan, "no longer in the text"), ==, i == 2);
      if (cases[i].remark != NULL)
        g_assert_true (has_remark (plan, cases[i].remark));
      g_assert_cmpuint (plan->counts.tags_kept + plan->counts.tags_unsure + plan->counts.tags_lost,
                        ==, 2);
    }
}

/* Joined: elements go where the text is, and a box that was confirmed empty there is not any more.
 */
static void
test_joined (void)
{
  g_autoptr (PltStore) store = living_production ();
  g_autofree char *one = NULL;

  g_assert_cmpint (plt_rows_count (store, plt_table_find ("sequence_category")), ==, 2);
  import_text (store, "1. INT. SALON - JOUR\n\n" CAT RAIN "3. INT. COULOIR - NUIT\n\n" DOG
                      "4. EXT. GRÈVE - SOIR\n\n" SEA LAMP);
  one = elements_of (store, "1");
  g_assert_cmpstr (one, ==, "Corde/chanvre");
  plt_assert_rows (store, "sequence_category", "sequence", "3");
  plt_assert_rows (store, "sequence", "status", "a-tourner|supprimee|a-tourner|a-tourner");
}

/* Cut and back: its tags come from the last version that had it; what was to be checked stays so.
 */
static void
test_tags_come_back (void)
{
  g_autoptr (PltStore) store = living_production ();
  g_autofree char *tags = NULL;

  plt_store_set (store, "script_tag", 2, "state", "a-verifier", plt_test_error ());
  import_text (store, "1. INT. SALON - JOUR\n\n" CAT "2. EXT. TOITS - JOUR\n\n" RAIN
                      "3. INT. COULOIR - NUIT\n\n" DOG);
  import_text (store, "1. INT. SALON - JOUR\n\n" CAT "2. EXT. TOITS - JOUR\n\n" RAIN);
  import_text (store, first_draft);
  tags = tags_of (store);
  g_assert_cmpstr (tags, ==,
                   "Lanterne=lanterne rouillée@4:sure Carnet=carnet de bord@4:a-verifier");
  plt_assert_rows (store, "sequence", "status", "a-tourner|a-tourner|a-tourner|a-tourner");
}

/* ---- what the file gives ---- */

static PltScript *
given (void)
{
  static const char *const text
      = "101/1. INT. CAVE - NUIT\n\nNORA\nViens.\n\nIl trouve une corde et un chien.\n";
  PltScript *script = plt_fountain_read (text, strlen (text));
  guint last = script->paragraphs->len - 1;

  plt_script_add_tag (script, 14, 5, "Props", "Corde")->paragraph = last;
  plt_script_add_tag (script, 26, 5, "Animals", "CHIEN")->quantity = 3;
  plt_script_add_tag (script, 0, 0, "Cast Members", "Nora");
  plt_script_add_tag (script, 0, 0, "Hovercraft", "Coussin");
  plt_script_add_tag (script, 0, 0, "Accessoires", "Lampe");
  return script;
}

static void
test_given (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  const PltScriptImportOptions options = { "a.fdx", 0, NULL };
  g_autoptr (PltScript) script = given ();
  g_autoptr (PltImportPlan) plan = NULL;
  g_autofree char *elements = NULL;

  PLT_TEST_INSERT (store, "element_category", "code", "AC", "name", "Accessoires");
  PLT_TEST_INSERT (store, "element_category", "code", "AN", "name", "Animaux", "hazard", "animal");
  plan = plt_script_plan_import (store, script, &options, plt_test_error ());
  apply (store, plan);
  plt_assert_rows (store, "element", "name", "Corde|Lampe|CHIEN|NORA|Coussin");
  plt_assert_rows (store, "sequence", "hazards", "animal");
  plt_assert_rows (store, "sequence", "episode", "101");
  plt_assert_rows (store, "sequence", "number", "101/1");
  plt_assert_rows (store, "sequence", "page", "1");
  plt_assert_rows (store, "script_tag", "text", "corde|chien");
  elements = elements_of (store, "101/1");
  g_assert_cmpuint (plan->counts.elements, ==, 4);
  g_assert_cmpuint (plan->counts.roles, ==, 1);
  g_assert_true (has_remark (plan, "“Hovercraft”"));
  g_assert_false (has_remark (plan, "“Props”"));
  plt_import_plan_free (g_steal_pointer (&plan));
  /* again: the same; refused: not again */
  plan = plt_script_plan_import (store, script, &options, plt_test_error ());
  g_assert_true (plan->is_same);
  plt_store_delete (store, "sequence_element", 1, plt_test_error ());
}

static void
test_refused (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  const PltScriptImportOptions options = { "a.fdx", 0, NULL };
  g_autoptr (PltScript) script = given ();
  g_autoptr (PltImportPlan) plan = NULL;
  g_autofree char *props
      = id_text (PLT_TEST_INSERT (store, "element_category", "code", "AC", "name", "Accessoires"));

  PLT_TEST_INSERT (store, "proposal_refusal", "word", "corde", "category", props);
  plan = plt_script_plan_import (store, script, &options, plt_test_error ());
  apply (store, plan);
  plt_assert_rows (store, "script_tag", "text", "chien");
}

/* ---- any edits ---- */

typedef struct
{
  GPtrArray *scenes; /* char *: heading and text */
} Film;

static char *
random_scene (GRand *rand, guint i)
{
  static const char *const words[]
      = { "lampe",   "escalier", "carnet", "fenêtre", "manteau", "bateau",
          "horloge", "filet",    "valise", "corde",   "miroir",  "tempête" };
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "INT. DÉCOR %u - %s\n\n", i % 9, i % 2 ? "JOUR" : "NUIT");
  for (guint p = 0; p < 4; p++)
    {
      g_string_append_printf (out, "Plan %u", i * 10 + p);
      for (guint k = 0; k < 9; k++)
        g_string_append_printf (out, " %s",
                                words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      g_string_append (out, ".\n\n");
    }
  return g_string_free (out, FALSE);
}

static void
edit (GRand *rand, GPtrArray *scenes, guint *next)
{
  for (guint n = 0; n < 6; n++)
    {
      guint i = (guint) g_rand_int_range (rand, 0, (gint) scenes->len);
      char *scene = g_ptr_array_index (scenes, i);
      g_autoptr (GString) text = NULL;

      switch (g_rand_int_range (rand, 0, 5))
        {
        case 0:
          g_ptr_array_insert (scenes, (gint) i, random_scene (rand, (*next)++));
          break;
        case 1:
          if (scenes->len > 5)
            g_ptr_array_remove_index (scenes, i);
          break;
        case 2:
          g_ptr_array_insert (scenes, g_rand_int_range (rand, 0, (gint) scenes->len),
                              g_ptr_array_steal_index (scenes, i));
          break;
        case 3:
          text = g_string_new (scene);
          g_string_append (text, "Une phrase de plus, et une autre encore.\n\n");
          scenes->pdata[i] = g_strdup (text->str);
          g_free (scene);
          break;
        default:
          text = g_string_new (scene);
          g_string_replace (text, "DÉCOR", "LIEU", 1);
          scenes->pdata[i] = g_strdup (text->str);
          g_free (scene);
          break;
        }
    }
}

static char *
film_text (const GPtrArray *scenes)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < scenes->len; i++)
    g_string_append (out, scenes->pdata[i]);
  return g_string_free (out, FALSE);
}

/* One tag in every paragraph of action of the present version, all of one element. */
static void
tag_all (PltStore *store, gint64 element)
{
  const PltTable *table = plt_table_find ("script_block");
  PltFilter filters[]
      = { { "script_version", plt_value_integer (1) }, { "kind", plt_value_text ("action") } };
  g_autoptr (GArray) ids = plt_rows_ids (store, table, filters, 2, "position", plt_test_error ());
  g_autoptr (PltBatch) batch = plt_batch_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      plt_batch_insert (batch, "script_tag");
      plt_batch_set_integer (batch, "script_block", g_array_index (ids, gint64, i));
      plt_batch_set_integer (batch, "element", element);
      plt_batch_set_integer (batch, "start", 0);
      plt_batch_set_integer (batch, "length", 4);
      plt_batch_set_text (batch, "text", "Plan");
      plt_batch_set_text (batch, "state", "sure");
    }
  plt_store_apply (store, "Tag", NULL, batch, NULL, plt_test_error ());
  plt_value_clear (&filters[1].value);
}

/* Whatever the edits: a tag whose paragraph is in the draft is kept, a strip is never lost, and
 * every séquence is in the draft or cut. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);

  for (guint round = 0; round < 10; round++)
    {
      g_autoptr (PltStore) store = plt_test_store_new ();
      g_autoptr (GPtrArray) scenes = g_ptr_array_new_with_free_func (g_free);
      guint next = 0, intact = 0;
      g_autofree char *one = NULL;
      g_autofree char *two = NULL;
      g_autofree char *before = NULL;
      g_autoptr (GHashTable) rows = NULL;
      g_autoptr (PltImportPlan) plan = NULL;
      g_autofree char *category = NULL;
      g_auto (GStrv) lines = NULL;

      while (next < 20)
        g_ptr_array_add (scenes, random_scene (rand, next++));
      one = film_text (scenes);
      import_text (store, one);
      category = id_text (
          PLT_TEST_INSERT (store, "element_category", "code", "AC", "name", "Accessoires"));
      tag_all (store,
               PLT_TEST_INSERT (store, "element", "category", category, "name", "Plan de travail"));
      schedule (store);
      edit (rand, scenes, &next);
      two = film_text (scenes);
      lines = g_strsplit (one, "\n", -1);
      for (guint i = 0; lines[i] != NULL; i++)
        intact += g_str_has_prefix (lines[i], "Plan") && strstr (two, lines[i]) != NULL ? 1 : 0;
      before = plt_store_checksum (store);
      rows = photograph (store);
      plan = plan_text (store, two);
      assert_sums (plan);
      g_assert_cmpuint (plan->counts.tags_kept, >=, intact);
      g_assert_cmpuint (plan->counts.tags_kept + plan->counts.tags_unsure + plan->counts.tags_lost,
                        ==, 80);
      apply (store, plan);
      assert_all_there (store, rows);
      plt_assert_undo_redo (store, before);
      plt_import_plan_free (g_steal_pointer (&plan));
      plan = plan_text (store, two);
      g_assert_true (plan->is_same);
    }
}

/* ---- hostile ---- */

static void
test_many_alike (void)
{
  static const char *const bodies[] = { "", "Une phrase dite par personne.\n\n" };

  for (guint k = 0; k < G_N_ELEMENTS (bodies); k++)
    {
      g_autoptr (PltStore) store = plt_test_store_new ();
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (PltImportPlan) plan = NULL;
      gint64 start;

      for (guint i = 0; i < 10000; i++)
        g_string_append_printf (text, "INT. A - JOUR\n\n%s", bodies[k]);
      import_text (store, text->str);
      start = g_get_monotonic_time ();
      plan = plan_text (store, text->str);
      g_assert_true (plan->is_same);
      g_assert_cmpuint (plan->counts.unchanged, ==, 10000);
      plt_import_plan_free (g_steal_pointer (&plan));
      g_string_append (text, "EXT. B - NUIT\n\nFin.\n");
      g_string_replace (text, "INT. A - JOUR\n\n", "INT. A - JOUR\n\nMot.\n\n", 5000);
      plan = plan_text (store, text->str);
      assert_sums (plan);
      g_assert_cmpuint (plan->counts.added, <=, 5001);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/script-merge/kinds", test_kinds);
  g_test_add_func ("/script-merge/there-and-back", test_there_and_back);
  g_test_add_func ("/script-merge/locked", test_locked);
  g_test_add_func ("/script-merge/keeps", test_keeps);
  g_test_add_func ("/script-merge/tags", test_tags);
  g_test_add_func ("/script-merge/joined", test_joined);
  g_test_add_func ("/script-merge/tags-come-back", test_tags_come_back);
  g_test_add_func ("/script-merge/given", test_given);
  g_test_add_func ("/script-merge/refused", test_refused);
  g_test_add_func ("/script-merge/random", test_random);
  g_test_add_func ("/script-merge/many-alike", test_many_alike);
  return g_test_run ();
}
