/* Inserting, changing, deleting and moving rows; each change is undone and redone. */
#include <string.h>

#include "plt-rows.h"
#include "plt-test-store.h"

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
test_insert (PltTestFixture *self, gconstpointer data)
{
  gint64 day = PLT_TEST_INSERT (self->store, "shooting_day", "date", "14/05/2026");
  g_autofree char *label = plt_store_undo_label (self->store);

  plt_assert_cell (self->store, "shooting_day", day, "schedule", "Plan 1"); /* the current one */
  plt_assert_cell (self->store, "shooting_day", day, "kind", "tournage");
  plt_assert_cell (self->store, "shooting_day", day, "start_minutes", "9h00");
  plt_assert_cell (self->store, "shooting_day", day, "meal_minutes", "13h00");
  plt_assert_cell (self->store, "shooting_day", day, "locked", "non");
  plt_assert_cell (self->store, "shooting_day", day, "position", "3072");
  plt_assert_rows (self->store, "shooting_day", "date", "12/05/2026|13/05/2026|14/05/2026");
  g_assert_cmpstr (label, ==, "Add a shooting day");
  plt_assert_undo_redo (self->store, self->before);
}

/* What a row belongs to follows from what it refers to. */
static void
test_insert_completes (PltTestFixture *self, gconstpointer data)
{
  gint64 line = PLT_TEST_INSERT (self->store, "budget_line", "account", "3 · Interprétation",
                                 "label", "Doublure");
  gint64 sequence
      = PLT_TEST_INSERT (self->store, "sequence", "number", "5", "sub_set", "arrière-salle");
  gint64 strip = PLT_TEST_INSERT (self->store, "strip", "day", "mer. 13 mai", "sequence", "=5");

  plt_assert_cell (self->store, "budget_line", line, "budget", "Devis 1");
  plt_assert_cell (self->store, "sequence", sequence, "set", "CAFÉ");
  plt_assert_cell (self->store, "strip", strip, "schedule", "Plan 1");
  plt_assert_cell (self->store, "strip", strip, "position", "2048");
  plt_assert_rows (self->store, "strip", "sequence", "4|1||2|3A|5");
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
test_insert_refused (PltTestFixture *self, gconstpointer data)
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
      plt_assert_says (error, refused_inserts[i].code, refused_inserts[i].part);
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
test_set_refused (PltTestFixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused_updates); i++)
    {
      gint64 id = plt_test_find (self->store, refused_updates[i].table, refused_updates[i].row);
      g_autoptr (GError) error = NULL;
      g_autofree char *now = NULL;

      g_assert_false (plt_store_set (self->store, refused_updates[i].table, id,
                                     refused_updates[i].column, refused_updates[i].text, &error));
      plt_assert_says (error, refused_updates[i].code, refused_updates[i].part);
      now = plt_store_checksum (self->store);
      g_assert_cmpstr (now, ==, self->before);
    }
}

/* A second plan, so that rows of one can be led to the other. */
static void
test_agreement (PltTestFixture *self, gconstpointer data)
{
  gint64 other = PLT_TEST_INSERT (self->store, "schedule", "name", "Plan 2", "version", "2");
  gint64 day
      = PLT_TEST_INSERT (self->store, "shooting_day", "schedule", "Plan 2", "date", "01/06/2026");
  gint64 strip = plt_test_find (self->store, "strip", "4");
  gint64 first_day = plt_test_find (self->store, "shooting_day", "mar. 12 mai");
  PltValue to_day = plt_value_integer (day);
  PltValue to_plan = plt_value_integer (other);
  g_autoptr (GError) error = NULL;

  g_assert_false (plt_store_set_value (self->store, "strip", strip, "day", &to_day, &error));
  plt_assert_says (error, PLT_ERROR_INVALID,
                   "“lun. 1er juin” does not belong to the schedule “Plan 1”");
  g_clear_error (&error);
  g_assert_false (
      plt_store_set_value (self->store, "shooting_day", first_day, "schedule", &to_plan, &error));
  plt_assert_says (error, PLT_ERROR_CONFLICT, "3 strips stand on it");
  g_clear_error (&error);
  g_assert_true (plt_store_set_value (self->store, "strip", strip, "schedule", &to_plan, &error));
  g_assert_true (plt_store_set_value (self->store, "strip", strip, "day", &to_day, &error));
  g_assert_no_error (error);
}

static void
test_set (PltTestFixture *self, gconstpointer data)
{
  gint64 id = plt_test_find (self->store, "sequence", "2");
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  g_assert_true (plt_store_set (self->store, "sequence", id, "synopsis", "Yann lit.", &error));
  g_assert_no_error (error);
  label = plt_store_undo_label (self->store);
  g_assert_cmpstr (label, ==, "Change Synopsis of sequence 2");
  plt_assert_undo_redo (self->store, self->before);
}

static void
test_set_merges (PltTestFixture *self, gconstpointer data)
{
  gint64 one = plt_test_find (self->store, "sequence", "1");
  gint64 two = plt_test_find (self->store, "sequence", "2");
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
      g_assert_cmpuint (plt_test_n_steps (self->store), ==, edits[i].steps);
    }
  for (guint i = 0; i < 4; i++)
    g_assert_true (plt_store_undo (self->store, NULL));
  {
    g_autofree char *now = plt_store_checksum (self->store);

    g_assert_cmpstr (now, ==, self->before);
  }
}

static void
test_set_nothing (PltTestFixture *self, gconstpointer data)
{
  gint64 id = plt_test_find (self->store, "sequence", "1");
  PltValue empty = PLT_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_store_set (self->store, "sequence", id, "set", "café", &error));
  g_assert_true (plt_store_set (self->store, "sequence", id, "eighths", "10/8", &error));
  g_assert_true (plt_store_set_value (self->store, "sequence", id, "note", &empty, &error));
  g_assert_no_error (error);
  g_assert_false (plt_store_can_undo (self->store));
  g_assert_false (plt_store_set (self->store, "sequence", 999, "note", "x", &error));
  plt_assert_says (error, PLT_ERROR_NOT_FOUND, "no sequence with the row number 999");
}

/* A strip that is put on another day goes to the end there. */
static void
test_scope_follows (PltTestFixture *self, gconstpointer data)
{
  gint64 strip = plt_test_find (self->store, "strip", "1");
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_store_set (self->store, "strip", strip, "day", "mer. 13 mai", &error));
  g_assert_no_error (error);
  plt_assert_rows (self->store, "strip", "sequence", "4||2|3A|1");
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
test_delete (PltTestFixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (delete_cases); i++)
    {
      gint64 id = plt_test_find (self->store, delete_cases[i].table, delete_cases[i].row);
      g_autoptr (GError) error = NULL;
      gboolean done = plt_store_delete (self->store, delete_cases[i].table, id, &error);
      g_autofree char *now = NULL;
      g_autoptr (GPtrArray) faults = NULL;

      if (delete_cases[i].refusal != NULL)
        {
          g_assert_false (done);
          plt_assert_says (error, PLT_ERROR_CONFLICT, delete_cases[i].refusal);
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
test_delete_clears (PltTestFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 sequence = plt_test_find (self->store, "sequence", "4");
  gint64 day = plt_test_find (self->store, "shooting_day", "mer. 13 mai");
  g_autofree char *label = NULL;

  g_assert_true (plt_store_delete (self->store, "location",
                                   plt_test_find (self->store, "location", "Studio des Plomarc'h"),
                                   &error));
  plt_assert_cell (self->store, "sequence", sequence, "location", "");
  plt_assert_cell (self->store, "set", plt_test_find (self->store, "set", "CHAMBRE"), "location",
                   "");
  g_assert_true (plt_store_delete (self->store, "shooting_day", day, &error));
  plt_assert_cell (self->store, "strip", plt_test_find (self->store, "strip", "3A"), "day", "");
  label = plt_store_undo_label (self->store);
  g_assert_cmpstr (label, ==, "Delete shooting day mer. 13 mai");
  g_assert_false (plt_store_delete (self->store, "shooting_day", day, &error));
  plt_assert_says (error, PLT_ERROR_NOT_FOUND, "no shooting day with the row number");
}

/* Three are named, the others counted. */
static void
test_delete_names (PltTestFixture *self, gconstpointer data)
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
test_delete_schedule (PltTestFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  g_assert_true (plt_store_delete (self->store, "call_sheet",
                                   plt_test_find (self->store, "call_sheet", "1 · 1"), &error));
  before = plt_store_checksum (self->store);
  g_assert_true (plt_store_delete (self->store, "schedule",
                                   plt_test_find (self->store, "schedule", "Plan 1"), &error));
  g_assert_no_error (error);
  assert_counts (self->store, "schedule=0 shooting_day=0 strip=0 sequence=4");
  plt_assert_cell (self->store, "production", 1, "schedule", "");
  faults = plt_store_verify (self->store);
  g_assert_cmpuint (faults->len, ==, 0);
  plt_assert_undo_redo (self->store, before);
}

/* ---- move ---- */

static void
test_move (PltTestFixture *self, gconstpointer data)
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
      guint steps = plt_test_n_steps (self->store);
      g_autofree char *before = plt_store_checksum (self->store);

      g_assert_true (plt_store_move (self->store, "sequence",
                                     plt_test_find (self->store, "sequence", cases[i].row),
                                     cases[i].index, &error));
      g_assert_no_error (error);
      plt_assert_rows (self->store, "sequence", "number", cases[i].expected);
      g_assert_cmpuint (plt_test_n_steps (self->store), ==, steps + (cases[i].writes ? 1 : 0));
      if (cases[i].writes)
        plt_assert_undo_redo (self->store, before);
    }
  g_assert_false (plt_store_move (self->store, "person", 1, 0, &error));
  plt_assert_says (error, PLT_ERROR_INVALID, "cannot be moved by hand");
  g_clear_error (&error);
  g_assert_false (plt_store_move (self->store, "sequence", 999, 0, &error));
  plt_assert_says (error, PLT_ERROR_NOT_FOUND, "999");
}

/* A move stays inside its scope. */
static void
test_move_in_scope (PltTestFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      plt_store_move (self->store, "strip", plt_test_find (self->store, "strip", "2"), 0, &error));
  plt_assert_rows (self->store, "strip", "sequence", "4|2|1||3A");
  g_assert_true (
      plt_store_move (self->store, "strip", plt_test_find (self->store, "strip", "2"), 9, &error));
  plt_assert_rows (self->store, "strip", "sequence", "4|1||2|3A");
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/rows-write/scope", test_scope);
  PLT_TEST ("/store/rows-write/insert", test_insert);
  PLT_TEST ("/store/rows-write/insert-completes", test_insert_completes);
  PLT_TEST ("/store/rows-write/insert-refused", test_insert_refused);
  PLT_TEST ("/store/rows-write/set-refused", test_set_refused);
  PLT_TEST ("/store/rows-write/agreement", test_agreement);
  PLT_TEST ("/store/rows-write/set", test_set);
  PLT_TEST ("/store/rows-write/set-merges", test_set_merges);
  PLT_TEST ("/store/rows-write/set-nothing", test_set_nothing);
  PLT_TEST ("/store/rows-write/scope-follows", test_scope_follows);
  PLT_TEST ("/store/rows-write/delete", test_delete);
  PLT_TEST ("/store/rows-write/delete-clears", test_delete_clears);
  PLT_TEST ("/store/rows-write/delete-names", test_delete_names);
  g_test_add_func ("/store/rows-write/deletions-possible", test_deletions_possible);
  PLT_TEST ("/store/rows-write/delete-schedule", test_delete_schedule);
  PLT_TEST ("/store/rows-write/move", test_move);
  PLT_TEST ("/store/rows-write/move-in-scope", test_move_in_scope);
  g_test_add_func ("/store/rows-write/move-random", test_move_random);
  return g_test_run ();
}
