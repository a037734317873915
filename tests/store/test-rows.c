/* Reading, naming, checking and writing rows; each change is also undone and redone. */
#include <string.h>

#include "plt-rows.h"
#include "plt-test-store.h"

typedef struct
{
  PltStore *store;
  char *before; /* checksum */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->store = plt_test_store_sample ();
  self->before = plt_store_checksum (self->store);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->before);
  g_assert_finalize_object (self->store);
}

static void
assert_error (const GError *error, int code, const char *part)
{
  g_assert_error (error, PLT_ERROR, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” is not in “%s”", part, error->message);
}

static void
assert_rows (PltStore *store, const char *table, const char *column, const char *expected)
{
  g_autofree char *rows = plt_test_rows (store, table, column);

  g_assert_cmpstr (rows, ==, expected);
}

static void
assert_cell (
    PltStore *store, const char *table, gint64 id, const char *column, const char *expected)
{
  g_autofree char *cell = plt_test_cell (store, table, id, column);

  g_assert_cmpstr (cell, ==, expected);
}

static gint64
id_of (PltStore *store, const char *table, const char *label)
{
  return plt_test_find (store, table, label);
}

/* ---- reading ---- */

/* The labels of all rows, in the default order of their table. */
static const struct
{
  const char *table;
  const char *labels;
} label_cases[] = {
  { "production", "La Traversée" },
  { "script_version", "1 La Traversée" },
  { "location", "Port du Rosmeur/Studio des Plomarc'h" },
  { "set", "ARRIÈRE-SALLE/CAFÉ/CHAMBRE/QUAI" },
  { "sequence", "1/2/3A/4" },
  { "script_block", "1/2" },
  { "script_remark", "Effect guessed" },
  { "element_category", "RO · Rôles/AC · Accessoires" },
  { "element", "LÉA/YANN/Lettre" },
  { "sequence_element", "1 · LÉA/1 · Lettre/2 · LÉA/2 · YANN/3A · YANN" },
  { "person", "Tom Étienne/Ada Kerviel-Roux" },
  { "contribution_profile", "Artiste" },
  { "contribution_rate", "SS · Sécurité sociale" },
  { "engagement", "Ada Kerviel-Roux · Léa/Tom Étienne · Yann" },
  { "schedule", "Plan 1" },
  { "shooting_day", "mar. 12 mai/mer. 13 mai" },
  { "strip", "4/1/Repas/2/3A" },
  { "budget", "Devis 1" },
  { "budget_global", "jours" },
  { "account", "3 · Interprétation/31 · Rôles" },
  { "budget_line", "Léa/Yann" },
  { "funding_source", "Région/Apport" },
  { "instalment", "Région · Signature/Région · Solde" },
  { "cash_entry", "dim. 1 mars · Premier versement/mer. 20 mai · Cachets" },
  { "call_sheet", "1 · 1" },
  { "call", "LÉA · Ada Kerviel-Roux/Équipe image" },
  { "call_note", "Accessoires" },
  { "task", "Repérages/Autorisations" },
  { "referential", "temps-de-travail" },
};

static void
test_labels (Fixture *self, gconstpointer data)
{
  guint n_tables = 0;

  for (guint i = 0; i < G_N_ELEMENTS (label_cases); i++)
    {
      const PltTable *table = plt_table_find (label_cases[i].table);
      g_autoptr (GArray) ids = plt_rows_ids (self->store, table, NULL, 0, NULL, NULL);
      g_autoptr (GString) labels = g_string_new (NULL);

      for (guint j = 0; j < ids->len; j++)
        {
          g_autofree char *label
              = plt_rows_label (self->store, table, g_array_index (ids, gint64, j));

          g_string_append_printf (labels, "%s%s", j == 0 ? "" : "/", label);
        }
      g_assert_cmpstr (labels->str, ==, label_cases[i].labels);
      g_assert_cmpint (plt_rows_count (self->store, table), ==, ids->len);
    }
  while (plt_tables ()[n_tables] != NULL)
    n_tables++;
  g_assert_cmpuint (n_tables, ==, G_N_ELEMENTS (label_cases));
}

static void
test_label_of_nothing (Fixture *self, gconstpointer data)
{
  gint64 day = PLT_TEST_INSERT (self->store, "shooting_day", "note", "sans date");
  g_autofree char *bare = plt_rows_label (self->store, plt_table_find ("shooting_day"), day);
  g_autofree char *none = plt_rows_label (self->store, plt_table_find ("set"), 999);
  g_autofree char *expected = g_strdup_printf ("shooting day %" G_GINT64_FORMAT, day);

  g_assert_cmpstr (bare, ==, expected);
  g_assert_cmpstr (none, ==, "");
}

/* A label is never older than what it names, also after a rollback and after undo. */
static gboolean
rename_and_fail (PltStore *store, gpointer data, GError **error)
{
  const PltTable *table = plt_table_find ("set");
  gint64 id = *(gint64 *) data;
  g_autofree char *label = NULL;
  PltEditValue value = { plt_table_column (table, "name"), { PLT_VALUE_TEXT, 0, (char *) "BAR" } };

  g_assert_true (plt_rows_update (store, table, id, &value, 1, error));
  label = plt_rows_label (store, table, id);
  g_assert_cmpstr (label, ==, "BAR");
  g_assert_cmpint (plt_rows_find_label (store, table, "bar", NULL), ==, id);
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CANCELLED, "on purpose");
  return FALSE;
}

static void
test_labels_follow (Fixture *self, gconstpointer data)
{
  gint64 id = id_of (self->store, "set", "café");
  PltCommand command = { "Fail", NULL, rename_and_fail, &id };
  g_autoptr (GError) error = NULL;

  g_assert_false (plt_store_run (self->store, &command, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CANCELLED);
  g_assert_cmpint (id_of (self->store, "set", "CAFÉ"), ==, id);
  g_assert_cmpint (plt_rows_find_label (self->store, plt_table_find ("set"), "BAR", NULL), ==, 0);

  g_assert_true (plt_store_set (self->store, "set", id, "name", "BISTROT", NULL));
  g_assert_cmpint (id_of (self->store, "set", "bistrot"), ==, id);
  assert_cell (self->store, "sequence", id_of (self->store, "sequence", "1"), "set", "BISTROT");
  g_assert_true (plt_store_undo (self->store, NULL));
  assert_cell (self->store, "sequence", id_of (self->store, "sequence", "1"), "set", "CAFÉ");
}

static const struct
{
  const char *table;
  const char *order;
  const char *column;
  const char *expected;
} order_cases[] = {
  { "sequence", NULL, "number", "1|2|3A|4" },
  { "sequence", "-number", "number", "4|3A|2|1" },
  { "sequence", "eighths,number", "number", "3A|2|4|1" },
  { "sequence", "set", "number", "1|2|4|3A" },
  { "sequence", "-set,-number", "number", "3A|4|2|1" },
  { "sequence", "location,number", "number", "1|2|3A|4" },
  { "sequence", "-location,number", "number", "4|1|2|3A" },
  { "sequence", "effect,int_ext", "number", "1|2|4|3A" },
  { "sequence", "-id", "number", "4|3A|2|1" },
  { "person", "last_name", "last_name", "Étienne|Kerviel-Roux" },
  { "person", "-last_name", "last_name", "Kerviel-Roux|Étienne" },
  { "person", "drive_minutes", "first_name", "Ada|Tom" },
  { "strip", NULL, "sequence", "4|1||2|3A" },
  { "call", NULL, "group", "comediens|equipe" },
  { "cash_entry", "-date", "date", "20/05/2026|01/03/2026" },
};

static void
test_order (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (order_cases); i++)
    {
      const PltTable *table = plt_table_find (order_cases[i].table);
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ids
          = plt_rows_ids (self->store, table, NULL, 0, order_cases[i].order, &error);
      g_autoptr (GString) rows = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint j = 0; j < ids->len; j++)
        {
          g_autofree char *cell = plt_test_cell (
              self->store, table->id, g_array_index (ids, gint64, j), order_cases[i].column);

          g_string_append_printf (rows, "%s%s", j == 0 ? "" : "|", cell);
        }
      g_assert_cmpstr (rows->str, ==, order_cases[i].expected);
    }
}

/* Text in the order of the trade: numbers as numbers, accents and case last. */
static void
test_order_of_text (void)
{
  static const char *const numbers[]
      = { "12", "2", "10Bis", "12B", "É1", "12A", "e2", "10", "1", "œuvre", "Oeil" };
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  const PltTable *table = plt_table_find ("sequence");

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      plt_batch_insert (batch, "sequence");
      plt_batch_set_text (batch, "number", numbers[i]);
    }
  g_assert_true (plt_store_apply (store, "Add", NULL, batch, NULL, &error));
  ids = plt_rows_ids (store, table, NULL, 0, "number", &error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *label = plt_rows_label (store, table, g_array_index (ids, gint64, i));

      g_string_append_printf (rows, "%s ", label);
    }
  g_assert_cmpstr (rows->str, ==, "1 2 10 10Bis 12 12A 12B É1 e2 Oeil œuvre ");
}

static void
test_filters (Fixture *self, gconstpointer data)
{
  const PltTable *table = plt_table_find ("sequence");
  gint64 cafe = id_of (self->store, "set", "CAFÉ");
  PltFilter filters[] = { { "set", { PLT_VALUE_INTEGER, cafe, NULL } },
                          { "sub_set", { PLT_VALUE_NULL, 0, NULL } },
                          { "effect", { PLT_VALUE_TEXT, 0, (char *) "JOUR" } } };
  PltFilter wrong = { "colour", { PLT_VALUE_NULL, 0, NULL } };
  PltFilter empty = { "story_day", { PLT_VALUE_NULL, 0, NULL } };
  static const guint expected[] = { 4, 2, 1, 1 };
  g_autoptr (GError) error = NULL;

  for (guint n = 0; n <= G_N_ELEMENTS (filters); n++)
    {
      g_autoptr (GArray) ids = plt_rows_ids (self->store, table, filters, n, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (ids->len, ==, expected[n]);
    }
  {
    g_autoptr (GArray) ids = plt_rows_ids (self->store, table, &empty, 1, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (ids->len, ==, 3);
  }
  g_assert_null (plt_rows_ids (self->store, table, &wrong, 1, NULL, &error));
  assert_error (error, PLT_ERROR_NOT_FOUND, "no column “colour”");
  g_clear_error (&error);
  g_assert_null (plt_rows_ids (self->store, table, NULL, 0, "number,size", &error));
  assert_error (error, PLT_ERROR_NOT_FOUND, "no column “size”");
}

static void
test_read (Fixture *self, gconstpointer data)
{
  const PltTable *table = plt_table_find ("set");
  guint n = plt_table_n_columns (table);
  g_autofree PltValue *values = g_new0 (PltValue, n);
  g_autoptr (GError) error = NULL;
  g_autoptr (PltRecord) record = NULL;

  g_assert_false (plt_rows_read (self->store, table, 999, values, &error));
  g_assert_no_error (error);
  record = plt_store_get_record (self->store, "set", id_of (self->store, "set", "ARRIÈRE-SALLE"));
  g_assert_cmpstr (plt_record_get_text (record, "name"), ==, "ARRIÈRE-SALLE");
  g_assert_cmpstr (plt_record_get_label_at (record, 1), ==, "CAFÉ");
  g_assert_cmpstr (plt_record_get_label_at (record, 2), ==, "");
}

/* ---- values as typed ---- */

static const struct
{
  const char *table, *column, *text;
  const char *row; /* label it leads to, "" for empty, NULL for an error */
  int code;
  const char *part;
} parse_cases[] = {
  { "sequence", "set", "CAFÉ", "CAFÉ" },
  { "sequence", "set", "  cafe ", "CAFÉ" },
  { "sequence", "set", "", "" },
  { "sequence", "set", "Café du coin", NULL, PLT_ERROR_NOT_FOUND, "no set called “Café du coin”" },
  { "sequence", "set", "#999", NULL, PLT_ERROR_NOT_FOUND, "row number 999" },
  { "strip", "sequence", "=3a", "3A" },
  { "strip", "sequence", "=1", "1" },
  { "strip", "sequence", "3A", "3A" },
  { "strip", "sequence", "=9", NULL, PLT_ERROR_NOT_FOUND, "no sequence called “9”" },
  { "strip", "sequence", "99", NULL, PLT_ERROR_NOT_FOUND, "row number 99" },
  { "strip", "day", "mar. 12 mai", "mar. 12 mai" },
  { "engagement", "person", "ada kerviel-roux", "Ada Kerviel-Roux" },
  { "element", "category", "ro · roles", "RO · Rôles" },
};

static void
test_parse (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      const PltColumn *column
          = plt_table_column (plt_table_find (parse_cases[i].table), parse_cases[i].column);
      g_auto (PltValue) value = PLT_VALUE_INIT;
      g_autoptr (GError) error = NULL;
      gboolean read
          = plt_store_parse_value (self->store, column, parse_cases[i].text, &value, &error);
      g_autofree char *shown = plt_store_format_value (self->store, column, &value);

      if (parse_cases[i].row == NULL)
        {
          g_assert_false (read);
          assert_error (error, parse_cases[i].code, parse_cases[i].part);
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (read);
      g_assert_cmpstr (shown, ==, parse_cases[i].row);
    }
}

/* A bare number is a row, whatever rows are called; after = it is a name. */
static void
test_parse_numbers (Fixture *self, gconstpointer data)
{
  const PltColumn *column = plt_table_column (plt_table_find ("strip"), "sequence");
  gint64 two = id_of (self->store, "sequence", "2");
  gint64 misleading = PLT_TEST_INSERT (self->store, "sequence", "number", "0");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, two);
  g_autofree char *hash = g_strdup_printf ("#%s", id);
  g_autofree char *name = g_strdup_printf ("=%s", id);
  g_auto (PltValue) value = PLT_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_store_set (self->store, "sequence", two, "number", "2B", &error));
  g_assert_true (plt_store_set (self->store, "sequence", misleading, "number", id, &error));
  g_assert_no_error (error);
  g_assert_true (plt_store_parse_value (self->store, column, id, &value, NULL));
  g_assert_cmpint (value.integer, ==, two);
  g_assert_true (plt_store_parse_value (self->store, column, hash, &value, NULL));
  g_assert_cmpint (value.integer, ==, two);
  g_assert_true (plt_store_parse_value (self->store, column, name, &value, NULL));
  g_assert_cmpint (value.integer, ==, misleading);
}

static void
test_find_label (void)
{
  static const char *const lines[] = { "person | last_name = Martin | first_name = Ada",
                                       "person | last_name = MARTIN | first_name = ADA",
                                       "person | last_name = Petit | first_name = Léo",
                                       "person | last_name = Petit | first_name = Léo", NULL };
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autoptr (PltBatch) batch = plt_test_batch (lines);
  const PltTable *table = plt_table_find ("person");
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_store_apply (store, "Add", NULL, batch, NULL, &error));
  /* Case tells these two apart, and only case. */
  g_assert_cmpint (plt_rows_find_label (store, table, "Ada Martin", NULL), ==, 1);
  g_assert_cmpint (plt_rows_find_label (store, table, "ADA MARTIN", NULL), ==, 2);
  g_assert_cmpint (plt_rows_find_label (store, table, "ada martin", &error), ==, 0);
  assert_error (error, PLT_ERROR_CONFLICT, "Several people are called “ada martin”");
  g_clear_error (&error);
  g_assert_cmpint (plt_rows_find_label (store, table, "Léo Petit", &error), ==, 0);
  assert_error (error, PLT_ERROR_CONFLICT, "#12");
}

/* ---- insert ---- */

static void
test_scope (void)
{
  static const struct
  {
    const char *table;
    const char *scope;
  } cases[] = {
    { "strip", "schedule,day" },
    { "budget_line", "budget,account" },
    { "account", "budget" },
    { "shooting_day", "schedule" },
    { "call", "call_sheet,group" },
    { "instalment", "funding_source" },
    { "sequence", "" },
    { "task", "" },
    { "person", "" },
    { "script_block", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PltColumn *columns[PLT_SCOPE_MAX];
      guint n = plt_table_scope (plt_table_find (cases[i].table), columns);
      g_autoptr (GString) scope = g_string_new (NULL);

      for (guint j = 0; j < n; j++)
        g_string_append_printf (scope, "%s%s", j == 0 ? "" : ",", columns[j]->id);
      g_assert_cmpstr (scope->str, ==, cases[i].scope);
    }
  /* What holds a position is ordered by it last, or it could not be moved. */
  for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
    if ((*table)->position != NULL)
      g_assert_true (g_str_has_suffix ((*table)->order, (*table)->position));
}

static void
test_insert (Fixture *self, gconstpointer data)
{
  gint64 day = PLT_TEST_INSERT (self->store, "shooting_day", "date", "14/05/2026");
  g_autofree char *label = plt_store_undo_label (self->store);

  assert_cell (self->store, "shooting_day", day, "schedule", "Plan 1"); /* the current one */
  assert_cell (self->store, "shooting_day", day, "kind", "tournage");
  assert_cell (self->store, "shooting_day", day, "start_minutes", "9h00");
  assert_cell (self->store, "shooting_day", day, "meal_minutes", "13h00");
  assert_cell (self->store, "shooting_day", day, "locked", "non");
  assert_cell (self->store, "shooting_day", day, "position", "3072");
  assert_rows (self->store, "shooting_day", "date", "12/05/2026|13/05/2026|14/05/2026");
  g_assert_cmpstr (label, ==, "Add a shooting day");
  plt_assert_undo_redo (self->store, self->before);
}

/* What a row belongs to follows from what it refers to. */
static void
test_insert_completes (Fixture *self, gconstpointer data)
{
  gint64 line = PLT_TEST_INSERT (self->store, "budget_line", "account", "3 · Interprétation",
                                 "label", "Doublure");
  gint64 sequence
      = PLT_TEST_INSERT (self->store, "sequence", "number", "5", "sub_set", "arrière-salle");
  gint64 strip = PLT_TEST_INSERT (self->store, "strip", "day", "mer. 13 mai", "sequence", "=5");

  assert_cell (self->store, "budget_line", line, "budget", "Devis 1");
  assert_cell (self->store, "sequence", sequence, "set", "CAFÉ");
  assert_cell (self->store, "strip", strip, "schedule", "Plan 1");
  assert_cell (self->store, "strip", strip, "position", "2048");
  assert_rows (self->store, "strip", "sequence", "4|1||2|3A|5");
}

static const struct
{
  const char *table;
  const char *line; /* columns and texts by '|' */
  int code;
  const char *part;
} refused_inserts[] = {
  { "set", "note|sans nom", PLT_ERROR_INVALID, "“Set” may not be empty" },
  { "set", "name|CAFÉ", PLT_ERROR_CONFLICT, "The set “CAFÉ” (row number" },
  { "set", "name|ARRIÈRE-SALLE|parent|CAFÉ", PLT_ERROR_CONFLICT, "“Part of”, “Set”" },
  { "set", "name|X|parent|MAISON", PLT_ERROR_NOT_FOUND, "no set called “MAISON”" },
  { "set", "nom|X", PLT_ERROR_NOT_FOUND, "no column “nom”" },
  { "decor", "name|X", PLT_ERROR_NOT_FOUND, "no table “decor”" },
  { "sequence", "number|9|sub_set|arrière-salle|set|QUAI", PLT_ERROR_INVALID,
    "“ARRIÈRE-SALLE” does not belong to the set “QUAI”" },
  { "sequence", "number|9|sub_set|QUAI", PLT_ERROR_INVALID, "“QUAI” needs “Set” beside it" },
  { "sequence", "number|9|eighths|beaucoup", PLT_ERROR_INVALID, "“Pages” cannot be “beaucoup”" },
  { "sequence", "number|9|status|perdue", PLT_ERROR_INVALID, "“Status” cannot be “perdue”" },
  { "element_category", "code|RO|name|Autre", PLT_ERROR_CONFLICT, "“Code”" },
  { "sequence_element", "sequence|=1|element|LÉA", PLT_ERROR_CONFLICT, "“1 · LÉA”" },
  { "sequence_element", "sequence|=1", PLT_ERROR_INVALID, "“Element” may not be empty" },
  { "cash_entry", "date|31/02/2026|label|X|amount_cents|1", PLT_ERROR_INVALID, "12/05/2026" },
  { "production", "title|Autre|kind|serie", PLT_ERROR_CONFLICT, "one production" },
};

static void
test_insert_refused (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused_inserts); i++)
    {
      g_auto (GStrv) v = g_strsplit (refused_inserts[i].line, "|", -1);
      guint n = g_strv_length (v);
      g_autoptr (GError) error = NULL;
      g_autofree char *now = NULL;

      g_assert_cmpint (plt_store_insert (self->store, refused_inserts[i].table, &error, v[0], v[1],
                                         n > 2 ? v[2] : NULL, n > 2 ? v[3] : NULL,
                                         n > 4 ? v[4] : NULL, n > 4 ? v[5] : NULL, NULL),
                       ==, 0);
      assert_error (error, refused_inserts[i].code, refused_inserts[i].part);
      now = plt_store_checksum (self->store);
      g_assert_cmpstr (now, ==, self->before);
      g_assert_false (plt_store_can_undo (self->store));
    }
}

/* ---- update ---- */

static const struct
{
  const char *table, *row, *column, *text;
  int code;
  const char *part;
} refused_updates[] = {
  { "set", "CAFÉ", "parent", "CAFÉ", PLT_ERROR_INVALID, "cannot be under itself" },
  { "set", "CAFÉ", "parent", "ARRIÈRE-SALLE", PLT_ERROR_INVALID, "cannot be under itself" },
  { "account", "3 · Interprétation", "parent", "31 · Rôles", PLT_ERROR_INVALID, "under itself" },
  { "set", "ARRIÈRE-SALLE", "parent", "QUAI", PLT_ERROR_CONFLICT, "1 sequence stand" },
  { "set", "ARRIÈRE-SALLE", "parent", "", PLT_ERROR_CONFLICT, "“Part of” of the set" },
  { "set", "QUAI", "name", "CAFÉ", PLT_ERROR_CONFLICT, "exists already" },
  { "sequence", "2", "set", "QUAI", PLT_ERROR_INVALID, "or empty “Part of set” first" },
  { "sequence", "2", "set", "", PLT_ERROR_INVALID, "“ARRIÈRE-SALLE” needs “Set” beside it" },
  { "sequence", "1", "number", "", PLT_ERROR_INVALID, "may not be empty" },
  { "sequence", "1", "estimate_seconds", "80", PLT_ERROR_INVALID, "written by Plateau" },
  { "sequence", "1", "colour", "x", PLT_ERROR_NOT_FOUND, "no column “colour”" },
};

static void
test_set_refused (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused_updates); i++)
    {
      gint64 id = id_of (self->store, refused_updates[i].table, refused_updates[i].row);
      g_autoptr (GError) error = NULL;
      g_autofree char *now = NULL;

      g_assert_false (plt_store_set (self->store, refused_updates[i].table, id,
                                     refused_updates[i].column, refused_updates[i].text, &error));
      assert_error (error, refused_updates[i].code, refused_updates[i].part);
      now = plt_store_checksum (self->store);
      g_assert_cmpstr (now, ==, self->before);
    }
}

/* A second plan, so that rows of one can be led to the other. */
static void
test_agreement (Fixture *self, gconstpointer data)
{
  gint64 other = PLT_TEST_INSERT (self->store, "schedule", "name", "Plan 2", "version", "2");
  gint64 day
      = PLT_TEST_INSERT (self->store, "shooting_day", "schedule", "Plan 2", "date", "01/06/2026");
  gint64 strip = id_of (self->store, "strip", "4");
  gint64 first_day = id_of (self->store, "shooting_day", "mar. 12 mai");
  PltValue to_day = plt_value_integer (day);
  PltValue to_plan = plt_value_integer (other);
  g_autoptr (GError) error = NULL;

  g_assert_false (plt_store_set_value (self->store, "strip", strip, "day", &to_day, &error));
  assert_error (error, PLT_ERROR_INVALID, "“lun. 1 juin” does not belong to the schedule “Plan 1”");
  g_clear_error (&error);
  g_assert_false (
      plt_store_set_value (self->store, "shooting_day", first_day, "schedule", &to_plan, &error));
  assert_error (error, PLT_ERROR_CONFLICT, "3 strips stand on it");
  g_clear_error (&error);
  g_assert_true (plt_store_set_value (self->store, "strip", strip, "schedule", &to_plan, &error));
  g_assert_true (plt_store_set_value (self->store, "strip", strip, "day", &to_day, &error));
  g_assert_no_error (error);
}

static void
test_set (Fixture *self, gconstpointer data)
{
  gint64 id = id_of (self->store, "sequence", "2");
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  g_assert_true (plt_store_set (self->store, "sequence", id, "synopsis", "Yann lit.", &error));
  g_assert_no_error (error);
  label = plt_store_undo_label (self->store);
  g_assert_cmpstr (label, ==, "Change Synopsis of sequence 2");
  plt_assert_undo_redo (self->store, self->before);
}

static guint
n_steps (PltStore *store)
{
  g_autoptr (GPtrArray) history = plt_store_history (store);

  return history->len;
}

static void
test_set_merges (Fixture *self, gconstpointer data)
{
  gint64 one = id_of (self->store, "sequence", "1");
  gint64 two = id_of (self->store, "sequence", "2");
  static const struct
  {
    guint row;
    const char *column, *text;
    guint steps;
  } edits[] = {
    { 1, "note", "a", 1 },  { 1, "note", "ab", 1 },   { 1, "note", "abc", 1 },
    { 1, "shots", "3", 2 }, { 2, "shots", "3", 3 },   { 2, "shots", "4", 3 },
    { 2, "shots", "4", 3 }, /* nothing new: no step, and it does not part what follows */
    { 2, "shots", "5", 3 }, { 1, "note", "abcd", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_assert_true (plt_store_set (self->store, "sequence", edits[i].row == 1 ? one : two,
                                    edits[i].column, edits[i].text, NULL));
      g_assert_cmpuint (n_steps (self->store), ==, edits[i].steps);
    }
  for (guint i = 0; i < 4; i++)
    g_assert_true (plt_store_undo (self->store, NULL));
  {
    g_autofree char *now = plt_store_checksum (self->store);

    g_assert_cmpstr (now, ==, self->before);
  }
}

static void
test_set_nothing (Fixture *self, gconstpointer data)
{
  gint64 id = id_of (self->store, "sequence", "1");
  PltValue empty = PLT_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_store_set (self->store, "sequence", id, "set", "café", &error));
  g_assert_true (plt_store_set (self->store, "sequence", id, "eighths", "10/8", &error));
  g_assert_true (plt_store_set_value (self->store, "sequence", id, "note", &empty, &error));
  g_assert_no_error (error);
  g_assert_false (plt_store_can_undo (self->store));
  g_assert_false (plt_store_set (self->store, "sequence", 999, "note", "x", &error));
  assert_error (error, PLT_ERROR_NOT_FOUND, "no sequence with the row number 999");
}

/* A strip that is put on another day goes to the end there. */
static void
test_scope_follows (Fixture *self, gconstpointer data)
{
  gint64 strip = id_of (self->store, "strip", "1");
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_store_set (self->store, "strip", strip, "day", "mer. 13 mai", &error));
  g_assert_no_error (error);
  assert_rows (self->store, "strip", "sequence", "4||2|3A|1");
  plt_assert_undo_redo (self->store, self->before);
}

/* ---- delete ---- */

static const struct
{
  const char *table, *row;
  const char *refusal; /* NULL when it goes */
  const char *rest;    /* "table=count ..." afterwards */
} delete_cases[] = {
  { "set", "CAFÉ", "The set “CAFÉ” is used by 1 set: ARRIÈRE-SALLE. Give it another set first." },
  { "set", "QUAI", "The set “QUAI” is used by 1 sequence: 3A. Give it another set first." },
  { "element_category", "RO · Rôles", "is used by 2 elements: LÉA, YANN. Give them another" },
  { "shooting_day", "mar. 12 mai", "is used by 1 call sheet: 1 · 1." },
  { "schedule", "Plan 1", "The shooting day “mar. 12 mai” is used by 1 call sheet" },
  { "production", "La Traversée", "cannot be deleted from it" },
  { "location", "Port du Rosmeur", NULL, "location=1 set=4 sequence=4" },
  { "shooting_day", "mer. 13 mai", NULL, "shooting_day=1 strip=5" },
  { "sequence", "1", NULL, "sequence=3 sequence_element=3 strip=4 script_block=2" },
  { "element", "LÉA", NULL, "element=2 sequence_element=3 engagement=2 budget_line=2 call=2" },
  { "person", "Ada Kerviel-Roux", NULL, "person=1 engagement=1 call=2 budget_line=2" },
  { "budget", "Devis 1", NULL, "budget=0 account=0 budget_line=0 budget_global=0 cash_entry=2" },
  { "account", "3 · Interprétation", NULL, "account=0 budget_line=0 cash_entry=2 budget=1" },
  { "funding_source", "Région", NULL, "funding_source=1 instalment=0 cash_entry=2" },
  { "call_sheet", "1 · 1", NULL, "call_sheet=0 call=0 call_note=0 shooting_day=2" },
  { "script_version", "1 La Traversée", NULL, "script_version=0 script_block=0 script_remark=0" },
  { "contribution_profile", "Artiste", NULL, "contribution_rate=0 engagement=2 budget_line=2" },
  { "task", "Repérages", NULL, "task=1" },
};

static void
assert_counts (PltStore *store, const char *counts)
{
  g_auto (GStrv) parts = g_strsplit (counts, " ", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      g_auto (GStrv) pair = g_strsplit (*part, "=", 2);
      gint64 n = plt_rows_count (store, plt_table_find (pair[0]));
      g_autofree char *got = g_strdup_printf ("%s=%" G_GINT64_FORMAT, pair[0], n);

      g_assert_cmpstr (got, ==, *part);
    }
}

static void
test_delete (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (delete_cases); i++)
    {
      gint64 id = id_of (self->store, delete_cases[i].table, delete_cases[i].row);
      g_autoptr (GError) error = NULL;
      gboolean done = plt_store_delete (self->store, delete_cases[i].table, id, &error);
      g_autofree char *now = NULL;
      g_autoptr (GPtrArray) faults = NULL;

      if (delete_cases[i].refusal != NULL)
        {
          g_assert_false (done);
          assert_error (error, PLT_ERROR_CONFLICT, delete_cases[i].refusal);
        }
      else
        {
          g_assert_no_error (error);
          assert_counts (self->store, delete_cases[i].rest);
          plt_assert_undo_redo (self->store, self->before);
          faults = plt_store_verify (self->store);
          g_assert_cmpuint (faults->len, ==, 0);
          g_assert_true (plt_store_undo (self->store, &error));
        }
      now = plt_store_checksum (self->store);
      g_assert_cmpstr (now, ==, self->before);
    }
}

static void
test_delete_clears (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 sequence = id_of (self->store, "sequence", "4");
  gint64 day = id_of (self->store, "shooting_day", "mer. 13 mai");
  g_autofree char *label = NULL;

  g_assert_true (plt_store_delete (
      self->store, "location", id_of (self->store, "location", "Studio des Plomarc'h"), &error));
  assert_cell (self->store, "sequence", sequence, "location", "");
  assert_cell (self->store, "set", id_of (self->store, "set", "CHAMBRE"), "location", "");
  g_assert_true (plt_store_delete (self->store, "shooting_day", day, &error));
  assert_cell (self->store, "strip", id_of (self->store, "strip", "3A"), "day", "");
  label = plt_store_undo_label (self->store);
  g_assert_cmpstr (label, ==, "Delete shooting day mer. 13 mai");
  g_assert_false (plt_store_delete (self->store, "shooting_day", day, &error));
  assert_error (error, PLT_ERROR_NOT_FOUND, "no shooting day with the row number");
}

/* Three are named, the others counted. */
static void
test_delete_names (Fixture *self, gconstpointer data)
{
  static const char *const numbers[] = { "12", "7", "100", "8" };
  gint64 set = PLT_TEST_INSERT (self->store, "set", "name", "MARCHÉ");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    PLT_TEST_INSERT (self->store, "sequence", "number", numbers[i], "set", "MARCHÉ");
  g_assert_false (plt_store_delete (self->store, "set", set, &error));
  g_assert_cmpstr (error->message, ==,
                   "The set “MARCHÉ” is used by 4 sequences: 7, 8, 12…. Give them another set "
                   "first.");
}

/* No descriptor asks for what cannot be done. */
static void
test_deletions_possible (void)
{
  for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
    for (const PltColumn *column = (*table)->columns; column->id != NULL; column++)
      if (column->type == PLT_COLUMN_REFERENCE && column->deletion == PLT_DELETE_CLEARS)
        g_assert_cmpuint (column->flags & PLT_COLUMN_REQUIRED, ==, 0);
}

/* What follows one row and is emptied by another goes once, and comes back once. */
static void
test_delete_schedule (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  g_assert_true (plt_store_delete (self->store, "call_sheet",
                                   id_of (self->store, "call_sheet", "1 · 1"), &error));
  before = plt_store_checksum (self->store);
  g_assert_true (plt_store_delete (self->store, "schedule",
                                   id_of (self->store, "schedule", "Plan 1"), &error));
  g_assert_no_error (error);
  assert_counts (self->store, "schedule=0 shooting_day=0 strip=0 sequence=4");
  assert_cell (self->store, "production", 1, "schedule", "");
  faults = plt_store_verify (self->store);
  g_assert_cmpuint (faults->len, ==, 0);
  plt_assert_undo_redo (self->store, before);
}

/* ---- move ---- */

static void
test_move (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *row;
    guint index;
    const char *expected;
    gboolean writes;
  } cases[] = {
    { "3A", 0, "3A|1|2|4", TRUE },   { "3A", 3, "1|2|4|3A", TRUE }, { "2", 1, "1|2|4|3A", FALSE },
    { "3A", 99, "1|2|4|3A", FALSE }, { "1", 2, "2|4|1|3A", TRUE },  { "1", 1, "2|1|4|3A", TRUE },
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint steps = n_steps (self->store);
      g_autofree char *before = plt_store_checksum (self->store);

      g_assert_true (plt_store_move (self->store, "sequence",
                                     id_of (self->store, "sequence", cases[i].row), cases[i].index,
                                     &error));
      g_assert_no_error (error);
      assert_rows (self->store, "sequence", "number", cases[i].expected);
      g_assert_cmpuint (n_steps (self->store), ==, steps + (cases[i].writes ? 1 : 0));
      if (cases[i].writes)
        plt_assert_undo_redo (self->store, before);
    }
  g_assert_false (plt_store_move (self->store, "person", 1, 0, &error));
  assert_error (error, PLT_ERROR_INVALID, "cannot be moved by hand");
  g_clear_error (&error);
  g_assert_false (plt_store_move (self->store, "sequence", 999, 0, &error));
  assert_error (error, PLT_ERROR_NOT_FOUND, "999");
}

/* A move stays inside its scope. */
static void
test_move_in_scope (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      plt_store_move (self->store, "strip", id_of (self->store, "strip", "2"), 0, &error));
  assert_rows (self->store, "strip", "sequence", "4|2|1||3A");
  g_assert_true (
      plt_store_move (self->store, "strip", id_of (self->store, "strip", "2"), 9, &error));
  assert_rows (self->store, "strip", "sequence", "4|1||2|3A");
}

static guint n_updated;

static void
count_updated_cb (PltStore *store, const PltChanges *changes)
{
  const GArray *ids = plt_changes_updated (changes, "sequence");

  n_updated = ids != NULL ? ids->len : 0;
}

/* Random moves against an array that is moved alike; nearly all of them write one row. */
static void
test_move_random (void)
{
  g_autoptr (PltStore) store = plt_test_store_feature (30, 0);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260512);
  g_autoptr (GArray) model = plt_rows_ids (store, plt_table_find ("sequence"), NULL, 0, NULL, NULL);
  g_autofree char *before = plt_store_checksum (store);
  guint n_renumbered = 0;
  guint n_moves = 400;

  g_signal_connect (store, "changed::*", G_CALLBACK (count_updated_cb), NULL);
  for (guint i = 0; i < n_moves; i++)
    {
      guint from = (guint) g_rand_int_range (rand, 0, (gint32) model->len);
      /* Often to the same place, where the numbers run out. */
      guint to = i % 2 == 0 ? 15 : (guint) g_rand_int_range (rand, 0, (gint32) model->len);
      gint64 id = g_array_index (model, gint64, from);
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ids = NULL;

      n_updated = 0;
      g_assert_true (plt_store_move (store, "sequence", id, to, &error));
      g_assert_no_error (error);
      n_renumbered += n_updated > 1 ? 1 : 0;
      g_array_remove_index (model, from);
      g_array_insert_val (model, to, id);
      ids = plt_rows_ids (store, plt_table_find ("sequence"), NULL, 0, NULL, NULL);
      g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), model->data,
                       model->len * sizeof (gint64));
    }
  g_assert_cmpuint (n_renumbered, >, 0);
  g_assert_cmpuint (n_renumbered, <, n_moves / 8);
  while (plt_store_can_undo (store))
    g_assert_true (plt_store_undo (store, NULL));
  {
    g_autofree char *now = plt_store_checksum (store);

    g_assert_cmpstr (now, ==, before);
  }
}

/* ---- batches ---- */

static void
test_apply (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  gint64 set = plt_batch_insert (batch, "set");
  gint64 part, sequence;

  plt_batch_set_text (batch, "name", "GARE");
  part = plt_batch_insert (batch, "set");
  plt_batch_set_text (batch, "name", "QUAI 2");
  plt_batch_set_integer (batch, "parent", set);
  sequence = plt_batch_insert (batch, "sequence");
  plt_batch_set_text (batch, "number", "5");
  plt_batch_set_integer (batch, "sub_set", part);
  plt_batch_update (batch, "sequence", sequence);
  plt_batch_set_integer (batch, "shots", 4);
  plt_batch_delete (batch, "task", id_of (self->store, "task", "Autorisations"));

  g_assert_true (plt_store_apply (self->store, "Add a station", NULL, batch, &ids, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpint (g_array_index (ids, gint64, 2), ==, id_of (self->store, "sequence", "5"));
  assert_cell (self->store, "sequence", g_array_index (ids, gint64, 2), "set", "GARE");
  assert_cell (self->store, "sequence", g_array_index (ids, gint64, 2), "shots", "4");
  g_assert_cmpuint (n_steps (self->store), ==, 1);
  plt_assert_undo_redo (self->store, self->before);
}

static void
test_apply_refused (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *line;
    int code;
    const char *part;
  } cases[] = {
    { "sequence | number = 6 | set = @cafe", PLT_ERROR_OVERFLOW, NULL }, /* this one is right */
    { "set | name = QUAI", PLT_ERROR_CONFLICT, "Row 2 of 2, new set “QUAI”: The set “QUAI” (row" },
    { "set | note = X", PLT_ERROR_INVALID, "Row 2 of 2, new set: “Set” may not be empty." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *lines[] = { "cafe: set | name = TABAC", cases[i].line, NULL };
      g_autoptr (PltBatch) batch = plt_test_batch (lines);
      g_autoptr (GError) error = NULL;
      g_autofree char *now = NULL;
      gboolean done = plt_store_apply (self->store, "Add", NULL, batch, NULL, &error);

      g_assert_true (done == (cases[i].part == NULL));
      if (done)
        {
          g_assert_true (plt_store_undo (self->store, NULL));
          continue;
        }
      assert_error (error, cases[i].code, cases[i].part);
      now = plt_store_checksum (self->store);
      g_assert_cmpstr (now, ==, self->before);
    }
}

static void
test_apply_update_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBatch) nothing = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  plt_batch_insert (batch, "set");
  plt_batch_set_text (batch, "name", "GARE");
  plt_batch_update (batch, "sequence", id_of (self->store, "sequence", "2"));
  plt_batch_set_text (batch, "number", "");
  g_assert_false (plt_store_apply (self->store, "Change", NULL, batch, &ids, &error));
  assert_error (error, PLT_ERROR_INVALID, "Row 2 of 2, sequence “2”: “No.” may not be empty");
  g_assert_null (ids);
  g_clear_error (&error);

  g_assert_true (plt_store_apply (self->store, "Nothing", NULL, nothing, &ids, &error));
  g_assert_cmpuint (ids->len, ==, 0);
  g_assert_false (plt_store_can_undo (self->store));
}

static void
test_apply_wrong_ids (Fixture *self, gconstpointer data)
{
  static const struct
  {
    PltEditKind kind;
    const char *table;
    gint64 id;
    const char *column;
    gint64 value;
    int code;
    const char *part;
  } cases[] = {
    { PLT_EDIT_UPDATE, "sequence", 999, "shots", 1, PLT_ERROR_NOT_FOUND,
      "no sequence with the row" },
    { PLT_EDIT_DELETE, "sequence", 999, NULL, 0, PLT_ERROR_NOT_FOUND, "row number 999" },
    { PLT_EDIT_UPDATE, "sequence", 1, "set", 999, PLT_ERROR_NOT_FOUND,
      "“Set”: there is no set with the row number 999" },
    { PLT_EDIT_UPDATE, "budget_line", 1, "budget", 999, PLT_ERROR_NOT_FOUND, "no budget with" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (GError) error = NULL;

      if (cases[i].kind == PLT_EDIT_DELETE)
        plt_batch_delete (batch, cases[i].table, cases[i].id);
      else
        {
          plt_batch_update (batch, cases[i].table, cases[i].id);
          plt_batch_set_integer (batch, cases[i].column, cases[i].value);
        }
      g_assert_false (plt_store_apply (self->store, "Change", NULL, batch, NULL, &error));
      assert_error (error, cases[i].code, cases[i].part);
    }
}

/* A line cannot leave the budget of its account. */
static void
test_apply_other_budget (Fixture *self, gconstpointer data)
{
  gint64 other = PLT_TEST_INSERT (self->store, "budget", "name", "Devis 2", "version", "2");
  gint64 line = id_of (self->store, "budget_line", "Léa");
  PltValue value = plt_value_integer (other);
  g_autoptr (GError) error = NULL;

  g_assert_false (plt_store_set_value (self->store, "budget_line", line, "budget", &value, &error));
  assert_error (error, PLT_ERROR_INVALID,
                "The account “31 · Rôles” does not belong to the budget “Devis 2”; choose one that "
                "does.");
}

/* A position that was given does not hide where the order ends. */
static void
test_apply_positions (Fixture *self, gconstpointer data)
{
  static const char *const lines[]
      = { "sequence | number = 5",  "sequence | number = 1B | position = 1500",
          "sequence | number = 6",  "sequence | number = 9 | position = 90000",
          "sequence | number = 10", NULL };
  g_autoptr (PltBatch) batch = plt_test_batch (lines);
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_store_apply (self->store, "Add", NULL, batch, NULL, &error));
  g_assert_no_error (error);
  assert_rows (self->store, "sequence", "number", "1|1B|2|3A|4|5|6|9|10");
}

/* More rows than are checked one by one; the last is refused all the same. */
static void
test_apply_many_unique (Fixture *self, gconstpointer data)
{
  for (guint again = 0; again < 2; again++)
    {
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i <= 200; i++)
        {
          g_autofree char *name = g_strdup_printf ("DÉCOR %u", i == 200 && again == 0 ? 150 : i);

          plt_batch_insert (batch, "set");
          plt_batch_set_text (batch, "name", name);
          /* The name that this one had is free for a later one. */
          if (i == 100)
            {
              plt_batch_update (batch, "set", -51);
              plt_batch_set_text (batch, "name", "AUTRE");
              plt_batch_insert (batch, "set");
              plt_batch_set_text (batch, "name", "DÉCOR 50");
            }
        }
      if (again == 0)
        {
          g_assert_false (plt_store_apply (self->store, "Add", NULL, batch, NULL, &error));
          assert_error (error, PLT_ERROR_CONFLICT, "Row 203 of 203, new set “DÉCOR 150”: The set");
          continue;
        }
      /* What was taken back is not taken. */
      g_assert_true (plt_store_apply (self->store, "Add", NULL, batch, NULL, &error));
      g_assert_no_error (error);
      plt_assert_undo_redo (self->store, self->before);
    }
}

/* A handle that stands for a row further down. */
static void
test_apply_handle_too_early (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  plt_batch_insert (batch, "set");
  plt_batch_set_text (batch, "name", "GARE");
  plt_batch_set_integer (batch, "parent", -2);
  plt_batch_insert (batch, "set");
  plt_batch_set_text (batch, "name", "VILLE");
  g_assert_false (plt_store_apply (self->store, "Add", NULL, batch, NULL, &error));
  assert_error (error, PLT_ERROR_INVALID, "have not added yet");
}

#define TEST(name, function)                                                                       \
  g_test_add ("/store/rows/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("labels", test_labels);
  TEST ("label-of-nothing", test_label_of_nothing);
  TEST ("labels-follow", test_labels_follow);
  TEST ("order", test_order);
  g_test_add_func ("/store/rows/order-of-text", test_order_of_text);
  TEST ("filters", test_filters);
  TEST ("read", test_read);
  TEST ("parse", test_parse);
  TEST ("parse-numbers", test_parse_numbers);
  g_test_add_func ("/store/rows/find-label", test_find_label);
  g_test_add_func ("/store/rows/scope", test_scope);
  TEST ("insert", test_insert);
  TEST ("insert-completes", test_insert_completes);
  TEST ("insert-refused", test_insert_refused);
  TEST ("set", test_set);
  TEST ("set-refused", test_set_refused);
  TEST ("set-merges", test_set_merges);
  TEST ("set-nothing", test_set_nothing);
  TEST ("agreement", test_agreement);
  TEST ("scope-follows", test_scope_follows);
  TEST ("delete", test_delete);
  TEST ("delete-clears", test_delete_clears);
  TEST ("delete-names", test_delete_names);
  TEST ("delete-schedule", test_delete_schedule);
  g_test_add_func ("/store/rows/deletions-possible", test_deletions_possible);
  TEST ("move", test_move);
  TEST ("move-in-scope", test_move_in_scope);
  g_test_add_func ("/store/rows/move-random", test_move_random);
  TEST ("apply", test_apply);
  TEST ("apply-refused", test_apply_refused);
  TEST ("apply-update-refused", test_apply_update_refused);
  TEST ("apply-wrong-ids", test_apply_wrong_ids);
  TEST ("apply-other-budget", test_apply_other_budget);
  TEST ("apply-positions", test_apply_positions);
  TEST ("apply-many-unique", test_apply_many_unique);
  TEST ("apply-handle-too-early", test_apply_handle_too_early);
  return g_test_run ();
}
