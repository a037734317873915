/* A table as a grid: what it shows, and what it asks the owner of the store to do. */
#include "config.h"

#include "plt-error.h"
#include "plt-grid-record-model.h"

typedef struct
{
  const PltTable *table;
  GListStore *records;
  PltGridRecordModel *model;
  GString *log; /* what was asked for and what was signalled */
} Fixture;

static void
set_value (PltValue *values, const PltTable *table, const char *id, PltValue value)
{
  plt_value_take (&values[plt_table_column_index (table, id)], value);
}

static void
fill (PltRecord *record, const char *number, gint64 seconds, const char *set_label)
{
  const PltTable *table = plt_record_get_table (record);
  guint n = plt_table_n_columns (table);
  g_autofree PltValue *values = g_new0 (PltValue, n);
  g_autofree char **labels = g_new0 (char *, n + 1);

  set_value (values, table, "number", plt_value_text (number));
  set_value (values, table, "int_ext", plt_value_text ("INT"));
  set_value (values, table, "effect", plt_value_text ("NUIT"));
  set_value (values, table, "synopsis", plt_value_text ("Elle lit la lettre."));
  if (seconds > 0)
    set_value (values, table, "premin_seconds", plt_value_integer (seconds));
  if (set_label != NULL)
    {
      set_value (values, table, "set", plt_value_integer (7));
      labels[plt_table_column_index (table, "set")] = g_strdup (set_label);
    }
  plt_record_update (record, values, labels);
}

static void
log_rows (Fixture *fixture, guint position, guint removed, guint added)
{
  g_string_append_printf (fixture->log, "rows:%u-%u+%u ", position, removed, added);
}

static void
log_cells (Fixture *fixture)
{
  g_string_append (fixture->log, "cells ");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const numbers[] = { "1", "2", "2Bis", "3" };

  fixture->table = plt_table_find ("sequence");
  fixture->records = g_list_store_new (PLT_TYPE_RECORD);
  fixture->log = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (PltRecord) record = plt_record_new (fixture->table, 100 + i);

      fill (record, numbers[i], i * 40, i == 1 ? "CAFÉ DU PORT" : NULL);
      g_list_store_append (fixture->records, record);
    }
  fixture->model = plt_grid_record_model_new (fixture->table, G_LIST_MODEL (fixture->records),
                                              "number,int_ext,set,synopsis,premin_seconds");
  g_signal_connect_swapped (fixture->model, "rows-changed", G_CALLBACK (log_rows), fixture);
  g_signal_connect_swapped (fixture->model, "cells-changed", G_CALLBACK (log_cells), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->model);
  g_assert_finalize_object (fixture->records);
  g_string_free (fixture->log, TRUE);
}

static void
assert_log (Fixture *fixture, const char *expected)
{
  g_strchomp (fixture->log->str);
  g_assert_cmpstr (fixture->log->str, ==, expected);
  g_string_assign (fixture->log, "");
}

static void
assert_cell (Fixture *fixture, guint row, guint column, const char *text, const char *edit_text)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
  g_autofree char *edit
      = plt_grid_model_get_edit_text (PLT_GRID_MODEL (fixture->model), row, column);

  plt_grid_model_get_cell (PLT_GRID_MODEL (fixture->model), row, column, &cell);
  g_assert_cmpstr (cell.text, ==, text);
  g_assert_cmpstr (edit, ==, edit_text);
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);
  PltGridColumn column;
  gint64 number;
  g_autofree char *sum = NULL;

  g_assert_cmpuint (plt_grid_model_get_n_rows (model), ==, 4);
  g_assert_cmpuint (plt_grid_model_get_n_columns (model), ==, 5);
  g_assert_cmpint (plt_grid_model_get_key (model, 2), ==, 102);
  g_assert_cmpint (plt_grid_model_find_key (model, 103), ==, 3);
  g_assert_cmpint (plt_grid_model_find_key (model, 9), ==, -1);
  assert_cell (fixture, 2, 0, "2Bis", "2Bis");
  assert_cell (fixture, 0, 1, "INT", "INT");
  assert_cell (fixture, 1, 2, "CAFÉ DU PORT", "CAFÉ DU PORT"); /* a reference by its label */
  assert_cell (fixture, 0, 2, "", "");
  assert_cell (fixture, 0, 3, "Elle lit la lettre.", "Elle lit la lettre.");
  assert_cell (fixture, 2, 4, "1:20", "1:20");
  assert_cell (fixture, 0, 4, "", "");

  plt_grid_model_get_column (model, 4, &column);
  g_assert_cmpstr (column.id, ==, "premin_seconds");
  g_assert_cmpint (column.align, ==, PLT_GRID_ALIGN_END);
  g_assert_cmpuint (column.flags & PLT_GRID_COLUMN_NUMBER, !=, 0);
  g_assert_cmpuint (column.flags & PLT_GRID_COLUMN_EDITABLE, ==, 0); /* nobody takes changes */
  g_assert_cmpuint (column.width, >, 0);
  g_assert_cmpstr (column.unit, ==, "seconds");
  g_assert_true (plt_grid_model_get_number (model, 3, 4, &number));
  g_assert_cmpint (number, ==, 120);
  g_assert_false (plt_grid_model_get_number (model, 0, 4, &number));
  g_assert_false (plt_grid_model_get_number (model, 0, 0, &number));
  sum = plt_grid_model_format_number (model, 4, 240);
  g_assert_cmpstr (sum, ==, "4:00");
  g_assert_cmpuint (plt_grid_model_get_abilities (model), ==, PLT_GRID_CAN_NOTHING);
}

/* Every table of the trade makes a grid, with all its columns. */
static void
test_all_tables (void)
{
  for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
    {
      g_autoptr (GListStore) records = g_list_store_new (PLT_TYPE_RECORD);
      g_autoptr (PltRecord) record = plt_record_new (*table, 1);
      g_autoptr (PltGridRecordModel) model = NULL;
      guint n;

      g_list_store_append (records, record);
      model = plt_grid_record_model_new (*table, G_LIST_MODEL (records), NULL);
      n = plt_grid_model_get_n_columns (PLT_GRID_MODEL (model));
      g_assert_cmpuint (n, >, 0);
      for (guint i = 0; i < n; i++)
        {
          g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
          PltGridColumn column;

          plt_grid_model_get_column (PLT_GRID_MODEL (model), i, &column);
          g_assert_cmpstr (column.title, !=, "");
          g_assert_cmpuint (column.width, >, 0);
          plt_grid_model_get_cell (PLT_GRID_MODEL (model), 0, i, &cell);
          g_assert_cmpstr (cell.text, ==, "");
        }
    }
}

/* --- Changes --- */

static gboolean
commit_cb (
    PltRecord *record, const PltColumn *column, const char *text, gpointer data, GError **error)
{
  Fixture *fixture = data;

  if (g_str_equal (text, "refusé"))
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID, "Non.");
      return FALSE;
    }
  g_string_append_printf (fixture->log, "%" G_GINT64_FORMAT ".%s=%s ", plt_record_get_id (record),
                          column->id, text);
  return TRUE;
}

static gboolean
commit_many_cb (
    const PltGridRecordEdit *edits, guint n_edits, guint n_new_rows, gpointer data, GError **error)
{
  Fixture *fixture = data;

  g_string_append_printf (fixture->log, "many+%u: ", n_new_rows);
  for (guint i = 0; i < n_edits; i++)
    {
      if (edits[i].record != NULL)
        commit_cb (edits[i].record, edits[i].column, edits[i].text, data, NULL);
      else
        g_string_append_printf (fixture->log, "new%u.%s=%s ", edits[i].new_row, edits[i].column->id,
                                edits[i].text);
    }
  return TRUE;
}

static void
log_record (Fixture *fixture, const char *word, PltRecord *record)
{
  g_string_append_printf (fixture->log, "%s%s ", word,
                          record != NULL ? plt_record_get_text (record, "number") : "end");
}

static gboolean
insert_cb (PltRecord *before, guint n, gpointer data, GError **error)
{
  g_string_append_printf (((Fixture *) data)->log, "insert%u ", n);
  log_record (data, "before:", before);
  return TRUE;
}

static gboolean
remove_cb (PltRecord *const *records, guint n, gpointer data, GError **error)
{
  for (guint i = 0; i < n; i++)
    log_record (data, "remove:", records[i]);
  return TRUE;
}

static gboolean
move_cb (PltRecord *const *records, guint n, PltRecord *before, gpointer data, GError **error)
{
  for (guint i = 0; i < n; i++)
    log_record (data, "move:", records[i]);
  log_record (data, "before:", before);
  return TRUE;
}

static GStrv
complete_cb (PltRecord *record, const PltColumn *column, gpointer data)
{
  const char *sets[] = { "QUAI", "PHARE", NULL };

  return g_str_equal (column->id, "set") ? g_strdupv ((GStrv) sets) : NULL;
}

static void
sort_cb (const PltColumn *column, PltGridSort direction, gpointer data)
{
  g_string_append_printf (((Fixture *) data)->log, "sort:%s,%d ", column != NULL ? column->id : "-",
                          direction);
}

static void
allow_editing (Fixture *fixture)
{
  const PltGridEditing editing
      = { commit_cb, commit_many_cb, insert_cb, remove_cb, move_cb, complete_cb, sort_cb, fixture };

  plt_grid_record_model_set_editing (fixture->model, &editing);
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);
  const PltGridEdit edits[] = { { 3, 3, "x" }, { 4, 0, "4" }, { 5, 0, "5" } };
  g_autoptr (GError) error = NULL;
  PltGridColumn column;
  guint sorted;

  allow_editing (fixture);
  plt_grid_model_get_column (model, 0, &column);
  g_assert_cmpuint (column.flags & PLT_GRID_COLUMN_EDITABLE, !=, 0);
  g_assert_true (plt_grid_model_is_editable (model, 0, 0));
  g_assert_cmpuint (plt_grid_model_get_abilities (model), ==,
                    PLT_GRID_CAN_INSERT | PLT_GRID_CAN_DELETE | PLT_GRID_CAN_MOVE
                        | PLT_GRID_CAN_SORT);
  assert_log (fixture, "");

  g_assert_true (plt_grid_model_set_text (model, 1, 3, "bonjour", NULL));
  assert_log (fixture, "101.synopsis=bonjour");
  g_assert_false (plt_grid_model_set_text (model, 1, 3, "refusé", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  assert_log (fixture, "");
  g_assert_true (plt_grid_model_set_many (model, edits, 3, 2, NULL));
  assert_log (fixture, "many+2: 103.synopsis=x new0.number=4 new1.number=5");
  g_assert_true (plt_grid_model_insert_rows (model, 2, 3, NULL));
  g_assert_true (plt_grid_model_insert_rows (model, 4, 1, NULL));
  assert_log (fixture, "insert3 before:2Bis insert1 before:end");
  g_assert_true (plt_grid_model_delete_rows (model, 0, 2, NULL));
  assert_log (fixture, "remove:1 remove:2");
  g_assert_true (plt_grid_model_move_rows (model, 0, 1, 3, NULL));
  assert_log (fixture, "move:1 before:3");

  plt_grid_model_sort (model, 4, PLT_GRID_SORT_DESCENDING);
  g_assert_cmpint (plt_grid_model_get_sort (model, &sorted), ==, PLT_GRID_SORT_DESCENDING);
  g_assert_cmpuint (sorted, ==, 4);
  plt_grid_model_sort (model, 4, PLT_GRID_SORT_NONE);
  g_assert_cmpint (plt_grid_model_get_sort (model, &sorted), ==, PLT_GRID_SORT_NONE);
  assert_log (fixture, "sort:premin_seconds,2 sort:-,0");
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);
  g_autoptr (GError) error = NULL;

  g_assert_false (plt_grid_model_is_editable (model, 0, 0));
  g_assert_false (plt_grid_model_set_text (model, 0, 0, "x", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (plt_grid_model_set_many (model, NULL, 0, 1, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (plt_grid_model_insert_rows (model, 0, 1, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (plt_grid_model_delete_rows (model, 0, 1, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (plt_grid_model_move_rows (model, 0, 1, 3, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_READ_ONLY);
}

static void
test_completions (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) choices = NULL, sets = NULL, none = NULL;

  allow_editing (fixture);
  choices = plt_grid_model_get_completions (PLT_GRID_MODEL (fixture->model), 0, 1);
  sets = plt_grid_model_get_completions (PLT_GRID_MODEL (fixture->model), 0, 2);
  none = plt_grid_model_get_completions (PLT_GRID_MODEL (fixture->model), 0, 3);
  g_assert_cmpuint (g_strv_length (choices), ==, 3);
  g_assert_cmpstr (choices[2], ==, "INT/EXT");
  g_assert_cmpstr (sets[0], ==, "QUAI");
  g_assert_null (none);
}

static void
test_toggle (void)
{
  const PltTable *table = plt_table_find ("account");
  g_autoptr (GListStore) records = g_list_store_new (PLT_TYPE_RECORD);
  g_autoptr (PltRecord) record = plt_record_new (table, 5);
  g_autoptr (PltGridRecordModel) model = NULL;
  Fixture fixture = { .log = g_string_new (NULL) };

  g_list_store_append (records, record);
  model = plt_grid_record_model_new (table, G_LIST_MODEL (records), "code,label_verified");
  g_assert_false (plt_grid_model_toggle (PLT_GRID_MODEL (model), 0, 1, NULL)); /* read only */
  fixture.model = model;
  allow_editing (&fixture);
  g_assert_true (plt_grid_model_toggle (PLT_GRID_MODEL (model), 0, 1, NULL));
  g_assert_false (plt_grid_model_toggle (PLT_GRID_MODEL (model), 0, 0, NULL));
  assert_log (&fixture, "5.label_verified=oui");
  g_string_free (fixture.log, TRUE);
}

/* --- Following --- */

static void
run_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_follow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltRecord) record = plt_record_new (fixture->table, 200);
  g_autoptr (PltRecord) first = g_list_model_get_item (G_LIST_MODEL (fixture->records), 0);
  g_autoptr (PltRecord) other = plt_record_new (plt_table_find ("account"), 1);
  g_autofree PltValue *values = g_new0 (PltValue, plt_table_n_columns (plt_table_find ("account")));

  g_list_store_insert (fixture->records, 1, record);
  g_list_store_remove (fixture->records, 4);
  assert_log (fixture, "rows:1-0+1 rows:4-1+0");
  /* A command that changes many columns of many rows repaints once. */
  fill (record, "1Bis", 30, "QUAI");
  fill (first, "1A", 10, "QUAI");
  run_idle ();
  assert_log (fixture, "cells");
  fill (first, "1A", 10, "QUAI"); /* nothing changed */
  run_idle ();
  assert_log (fixture, "");
  set_value (values, plt_table_find ("account"), "code", plt_value_text ("21"));
  plt_record_update (other, values, NULL); /* another table */
  run_idle ();
  assert_log (fixture, "");
  fill (first, "1B", 10, "QUAI"); /* and one that is never repainted leaves nothing behind */
}

/* --- Lists that make their records when asked --- */

#define LAZY_TYPE_LIST (lazy_list_get_type ())
G_DECLARE_FINAL_TYPE (LazyList, lazy_list, LAZY, LIST, GObject)

struct _LazyList
{
  GObject parent;
};

static GType
lazy_get_item_type (GListModel *list)
{
  return PLT_TYPE_RECORD;
}

static guint
lazy_get_n_items (GListModel *list)
{
  return 5000;
}

static gpointer
lazy_get_item (GListModel *list, guint position)
{
  PltRecord *record = plt_record_new (plt_table_find ("sequence"), position);
  g_autofree char *number = g_strdup_printf ("%u", position);

  fill (record, number, 60, NULL);
  return record;
}

static void
lazy_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = lazy_get_item_type;
  iface->get_n_items = lazy_get_n_items;
  iface->get_item = lazy_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LazyList,
                               lazy_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lazy_list_iface_init))

static void
lazy_list_class_init (LazyListClass *klass)
{
}

static void
lazy_list_init (LazyList *self)
{
}

static int
find_cb (gint64 id, gpointer data)
{
  ++*(guint *) data;
  return id < 5000 ? (int) id : -1;
}

static void
test_lazy (void)
{
  g_autoptr (LazyList) list = g_object_new (LAZY_TYPE_LIST, NULL);
  g_autoptr (PltGridRecordModel) model
      = plt_grid_record_model_new (plt_table_find ("sequence"), G_LIST_MODEL (list), "number");
  PltRecord *first = plt_grid_record_model_get_record (model, 0);
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
  guint n_found = 0;

  plt_grid_model_get_cell (PLT_GRID_MODEL (model), 7, 0, &cell);
  /* Borrowed texts and records outlive a screen of others. */
  for (guint row = 10; row < 500; row++)
    g_assert_cmpint (plt_grid_model_get_key (PLT_GRID_MODEL (model), row), ==, row);
  g_assert_cmpstr (cell.text, ==, "7");
  g_assert_cmpstr (plt_record_get_text (first, "number"), ==, "0");
  for (guint row = 500; row < 5000; row++)
    g_assert_cmpint (plt_grid_model_get_key (PLT_GRID_MODEL (model), row), ==, row);

  plt_grid_record_model_set_find (model, find_cb, &n_found);
  g_assert_cmpint (plt_grid_model_find_key (PLT_GRID_MODEL (model), 4321), ==, 4321);
  g_assert_cmpint (plt_grid_model_find_key (PLT_GRID_MODEL (model), 9999), ==, -1);
  g_assert_cmpuint (n_found, ==, 2);
}

static void
decorate_cb (PltRecord *record, const PltColumn *column, PltGridCell *cell, gpointer data)
{
  if (g_str_equal (column->id, "int_ext"))
    cell->fill = PLT_GRID_FILL_INT_NIGHT;
}

static void
destroyed_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
test_decorate (Fixture *fixture, gconstpointer data)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
  gboolean destroyed = FALSE;

  plt_grid_record_model_set_decorate (fixture->model, decorate_cb, &destroyed, destroyed_cb);
  assert_log (fixture, "cells");
  plt_grid_model_get_cell (PLT_GRID_MODEL (fixture->model), 0, 1, &cell);
  g_assert_cmpint (cell.fill, ==, PLT_GRID_FILL_INT_NIGHT);
  g_assert_cmpstr (cell.text, ==, "INT");
  plt_grid_record_model_set_decorate (fixture->model, NULL, NULL, NULL);
  g_assert_true (destroyed);
  assert_log (fixture, "cells");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/grid/record-model/read", test_read);
  g_test_add_func ("/grid/record-model/all-tables", test_all_tables);
  ADD ("/grid/record-model/change", test_change);
  ADD ("/grid/record-model/read-only", test_read_only);
  ADD ("/grid/record-model/completions", test_completions);
  g_test_add_func ("/grid/record-model/toggle", test_toggle);
  ADD ("/grid/record-model/follow", test_follow);
  g_test_add_func ("/grid/record-model/lazy", test_lazy);
  ADD ("/grid/record-model/decorate", test_decorate);
  return g_test_run ();
}
