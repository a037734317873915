/* Reading and naming rows, and values as people type them. */
#include <string.h>

#include "plt-rows.h"
#include "plt-test-store.h"

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
  { "script_tag", "Léa/lettre" },
  { "script_correction", "PLUS TARD." },
  { "story_day", "J2 · Le lendemain" },
  { "costume", "LÉA · 1" },
  { "raccord", "Lettre pliée" },
  { "sequence_category", "4 · AC · Accessoires" },
  { "element_link", "YANN · Lettre" },
  { "proposal_refusal", "porte" },
  { "person", "Tom Étienne/Ada Kerviel-Roux" },
  { "contribution_profile", "Artiste" },
  { "contribution_rate", "SS · Sécurité sociale" },
  { "engagement", "Ada Kerviel-Roux · Léa/Tom Étienne · Yann" },
  { "schedule", "Plan 1" },
  { "shooting_day", "mar. 12 mai/mer. 13 mai" },
  { "strip", "4/1/Repas/2/3A" },
  { "availability", "Ada Kerviel-Roux · jeu. 14 mai" },
  { "event", "lun. 11 mai · Fitting · LÉA" },
  { "presence_code", "X · Shoots" },
  { "presence", "LÉA · mer. 13 mai" },
  { "calendar_period", "Vacances de printemps" },
  { "sequence_order", "1 · 2" },
  { "plan_weight", "jour" },
  { "schedule_change", "3A · J2" },
  { "effect_color", "Interior, day" },
  { "budget", "Devis 1" },
  { "budget_global", "jours" },
  { "account", "3 · Interprétation/31 · Rôles" },
  { "budget_line", "Léa/Yann" },
  { "budget_transfer", "mar. 3 mars · 150,00\342\200\257€" },
  { "funding_source", "Région/Apport" },
  { "instalment", "Région · Signature/Région · Solde" },
  { "cash_entry", "dim. 1er mars · Premier versement/mer. 20 mai · Cachets" },
  { "funding_status", "Région · dim. 1er févr. · Confirmed by letter" },
  { "funding_application", "Fonds de soutien" },
  { "application_document", "Fonds de soutien · Devis signé" },
  { "payment_profile", "F30 · Fournisseur à 30 jours" },
  { "credit_line", "Crédit relais" },
  { "bank_entry", "lun. 2 mars · VIR REGION" },
  { "scenario", "Sans la région" },
  { "scenario_change", "Sans la région · The source fails" },
  { "parameter", "credit-impot.ordre" },
  { "insurance", "Assurances de la Baie · TRP 4471" },
  { "call_sheet", "1 · 1" },
  { "call", "LÉA · Ada Kerviel-Roux/Équipe image" },
  { "call_note", "Accessoires" },
  { "task", "Repérages/Autorisations" },
  { "sheet_delivery", "1 · 1 · Ada Kerviel-Roux" },
  { "vehicle", "Minibus · AB-123-CD" },
  { "movement", "dim. 1er mars · 1 · Minibus · AB-123-CD" },
  { "movement_stop", "dim. 1er mars · 1 · Minibus · AB-123-CD · Ada Kerviel-Roux" },
  { "travel", "sam. 28 févr. · Ada Kerviel-Roux · Train" },
  { "day_report", "mar. 12 mai" },
  { "log_entry", "1 · 2 · 3" },
  { "day_delay", "mar. 12 mai · Weather" },
  { "media_card", "A001" },
  { "incident", "dim. 1er mars · Chute d'un projecteur" },
  { "work_hours", "dim. 1er mars · Tom Étienne" },
  { "conformity", "1 · Accessibility" },
  { "task_calendar", "Cinq jours" },
  { "calendar_closing", "Fermeture d'été" },
  { "task_link", "Repérages · Autorisations" },
  { "task_person", "Repérages · Ada Kerviel-Roux · Repéreuse" },
  { "room_booking", "Salle 2 · lun. 2 mars" },
  { "baseline", "Feu vert" },
  { "baseline_task", "Feu vert · Repérages" },
  { "screening", "Premier bout à bout · lun. 1er juin" },
  { "screening_note", "Premier bout à bout · lun. 1er juin · 00:12:03" },
  { "referential", "temps-de-travail" },
};

static void
test_labels (PltTestFixture *self, gconstpointer data)
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
test_label_of_nothing (PltTestFixture *self, gconstpointer data)
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
test_labels_follow (PltTestFixture *self, gconstpointer data)
{
  gint64 id = plt_test_find (self->store, "set", "café");
  PltCommand command = { "Fail", NULL, rename_and_fail, &id };
  g_autoptr (GError) error = NULL;

  g_assert_false (plt_store_run (self->store, &command, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CANCELLED);
  g_assert_cmpint (plt_test_find (self->store, "set", "CAFÉ"), ==, id);
  g_assert_cmpint (plt_rows_find_label (self->store, plt_table_find ("set"), "BAR", NULL), ==, 0);

  g_assert_true (plt_store_set (self->store, "set", id, "name", "BISTROT", NULL));
  g_assert_cmpint (plt_test_find (self->store, "set", "bistrot"), ==, id);
  plt_assert_cell (self->store, "sequence", plt_test_find (self->store, "sequence", "1"), "set",
                   "BISTROT");
  g_assert_true (plt_store_undo (self->store, NULL));
  plt_assert_cell (self->store, "sequence", plt_test_find (self->store, "sequence", "1"), "set",
                   "CAFÉ");
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
test_order (PltTestFixture *self, gconstpointer data)
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
test_filters (PltTestFixture *self, gconstpointer data)
{
  const PltTable *table = plt_table_find ("sequence");
  gint64 cafe = plt_test_find (self->store, "set", "CAFÉ");
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
  plt_assert_says (error, PLT_ERROR_NOT_FOUND, "no column “colour”");
  g_clear_error (&error);
  g_assert_null (plt_rows_ids (self->store, table, NULL, 0, "number,size", &error));
  plt_assert_says (error, PLT_ERROR_NOT_FOUND, "no column “size”");
}

static void
test_read (PltTestFixture *self, gconstpointer data)
{
  const PltTable *table = plt_table_find ("set");
  guint n = plt_table_n_columns (table);
  g_autofree PltValue *values = g_new0 (PltValue, n);
  g_autoptr (GError) error = NULL;
  g_autoptr (PltRecord) record = NULL;

  g_assert_false (plt_rows_read (self->store, table, 999, values, &error));
  g_assert_no_error (error);
  record = plt_store_get_record (self->store, "set",
                                 plt_test_find (self->store, "set", "ARRIÈRE-SALLE"));
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
test_parse (PltTestFixture *self, gconstpointer data)
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
          plt_assert_says (error, parse_cases[i].code, parse_cases[i].part);
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (read);
      g_assert_cmpstr (shown, ==, parse_cases[i].row);
    }
}

/* A bare number is a row, whatever rows are called; after = it is a name. */
static void
test_parse_numbers (PltTestFixture *self, gconstpointer data)
{
  const PltColumn *column = plt_table_column (plt_table_find ("strip"), "sequence");
  gint64 two = plt_test_find (self->store, "sequence", "2");
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
  plt_assert_says (error, PLT_ERROR_CONFLICT, "Several people are called “ada martin”");
  g_clear_error (&error);
  g_assert_cmpint (plt_rows_find_label (store, table, "Léo Petit", &error), ==, 0);
  plt_assert_says (error, PLT_ERROR_CONFLICT, "#12");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  PLT_TEST ("/store/rows/labels", test_labels);
  PLT_TEST ("/store/rows/label-of-nothing", test_label_of_nothing);
  PLT_TEST ("/store/rows/labels-follow", test_labels_follow);
  PLT_TEST ("/store/rows/order", test_order);
  g_test_add_func ("/store/rows/order-of-text", test_order_of_text);
  PLT_TEST ("/store/rows/filters", test_filters);
  PLT_TEST ("/store/rows/read", test_read);
  PLT_TEST ("/store/rows/parse", test_parse);
  PLT_TEST ("/store/rows/parse-numbers", test_parse_numbers);
  g_test_add_func ("/store/rows/find-label", test_find_label);
  return g_test_run ();
}
