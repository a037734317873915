/* plt-batch.h: edits as data. */
#include "plt-batch.h"
#include "plt-facts.h"

static const PltEditValue *
get_value (const PltEdit *edit, guint index)
{
  g_assert_cmpuint (index, <, edit->values->len);
  return &g_array_index (edit->values, PltEditValue, index);
}

static void
test_edits (void)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_auto (PltValue) value = plt_value_text ("INT");
  gint64 set, sequence;
  const PltEdit *edit;

  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 0);
  set = plt_batch_insert (batch, "set");
  plt_batch_set_text (batch, "name", "CAFÉ DU PORT");
  sequence = plt_batch_insert (batch, "sequence");
  plt_batch_set_text (batch, "number", "12A");
  plt_batch_set_integer (batch, "set", set);
  plt_batch_set_value (batch, "int_ext", &value);
  plt_batch_set_text (batch, "effect", NULL);
  plt_batch_update (batch, "set", set);
  plt_batch_set_text (batch, "note", "à repérer");
  plt_batch_update (batch, "location", 4);
  plt_batch_delete (batch, "strip", 9);

  g_assert_cmpint (set, ==, -1);
  g_assert_cmpint (sequence, ==, -2);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 5);

  edit = plt_batch_get_edit (batch, 0);
  g_assert_cmpint (edit->kind, ==, PLT_EDIT_INSERT);
  g_assert_true (edit->table == plt_table_find ("set"));
  g_assert_cmpint (edit->id, ==, -1);
  g_assert_cmpuint (edit->values->len, ==, 1);
  g_assert_true (get_value (edit, 0)->column == plt_table_column (edit->table, "name"));
  g_assert_cmpstr (get_value (edit, 0)->value.text, ==, "CAFÉ DU PORT");

  edit = plt_batch_get_edit (batch, 1);
  g_assert_cmpint (edit->id, ==, -2);
  g_assert_cmpuint (edit->values->len, ==, 4);
  g_assert_cmpint (get_value (edit, 1)->value.integer, ==, -1);
  g_assert_cmpstr (get_value (edit, 2)->value.text, ==, "INT");
  g_assert_cmpstr (get_value (edit, 3)->value.text, ==, "");

  edit = plt_batch_get_edit (batch, 2);
  g_assert_cmpint (edit->kind, ==, PLT_EDIT_UPDATE);
  g_assert_cmpint (edit->id, ==, -1);
  edit = plt_batch_get_edit (batch, 3);
  g_assert_cmpint (edit->id, ==, 4);
  g_assert_cmpuint (edit->values->len, ==, 0);
  edit = plt_batch_get_edit (batch, 4);
  g_assert_cmpint (edit->kind, ==, PLT_EDIT_DELETE);
  g_assert_true (edit->table == plt_table_find ("strip"));
  g_assert_cmpint (edit->id, ==, 9);
}

static void
test_same_column_twice (void)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltEdit *edit;

  plt_batch_insert (batch, "set");
  plt_batch_set_text (batch, "name", "BAR");
  plt_batch_set_integer (batch, "location", 3);
  plt_batch_set_text (batch, "name", "CAFÉ");
  plt_batch_set_null (batch, "location");
  edit = plt_batch_get_edit (batch, 0);
  g_assert_cmpuint (edit->values->len, ==, 2);
  g_assert_cmpstr (get_value (edit, 0)->value.text, ==, "CAFÉ");
  g_assert_cmpint (get_value (edit, 1)->value.kind, ==, PLT_VALUE_NULL);
}

/* Empty is what the column calls empty. */
static void
test_null (void)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltEdit *edit;

  plt_batch_update (batch, "budget_line", 5);
  plt_batch_set_null (batch, "label");
  plt_batch_set_null (batch, "abroad");
  plt_batch_set_null (batch, "rate_cents");
  plt_batch_set_null (batch, "payment_date");
  edit = plt_batch_get_edit (batch, 0);
  g_assert_cmpint (get_value (edit, 0)->value.kind, ==, PLT_VALUE_TEXT);
  g_assert_cmpstr (get_value (edit, 0)->value.text, ==, "");
  g_assert_cmpint (get_value (edit, 1)->value.kind, ==, PLT_VALUE_INTEGER);
  g_assert_cmpint (get_value (edit, 1)->value.integer, ==, 0);
  g_assert_cmpint (get_value (edit, 2)->value.kind, ==, PLT_VALUE_NULL);
  g_assert_cmpint (get_value (edit, 3)->value.kind, ==, PLT_VALUE_TEXT);
}

/* What is not known, and a date that is none, empty their columns. */
static void
test_known (void)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltEdit *edit;

  plt_batch_update (batch, "budget_line", 5);
  plt_batch_set_known (batch, "rate_cents", 0);
  plt_batch_set_known (batch, "abroad", PLT_UNKNOWN);
  plt_batch_set_date (batch, "payment_date", plt_date_from_ymd (2027, 3, 9));
  edit = plt_batch_get_edit (batch, 0);
  g_assert_cmpint (get_value (edit, 0)->value.kind, ==, PLT_VALUE_INTEGER);
  g_assert_cmpint (get_value (edit, 0)->value.integer, ==, 0);
  g_assert_cmpint (get_value (edit, 1)->value.integer, ==, 0);
  g_assert_cmpstr (get_value (edit, 2)->value.text, ==, "2027-03-09");
  plt_batch_set_known (batch, "rate_cents", PLT_UNKNOWN);
  plt_batch_set_date (batch, "payment_date", PLT_DATE_NONE);
  g_assert_cmpuint (edit->values->len, ==, 3);
  g_assert_cmpint (get_value (edit, 0)->value.kind, ==, PLT_VALUE_NULL);
  g_assert_cmpint (get_value (edit, 2)->value.kind, ==, PLT_VALUE_TEXT);
  g_assert_cmpstr (get_value (edit, 2)->value.text, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/batch/edits", test_edits);
  g_test_add_func ("/batch/same-column-twice", test_same_column_twice);
  g_test_add_func ("/batch/null", test_null);
  g_test_add_func ("/batch/known", test_known);
  return g_test_run ();
}
