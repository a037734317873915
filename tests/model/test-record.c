/* plt-record.h: identity, values, and telling only of what changed. */
#include "plt-record.h"

#include <string.h>

typedef struct
{
  GString *log;
  const char *seen; /* the synopsis as it was when told of the number */
} Listener;

static void
changed_cb (PltRecord *record, Listener *listener)
{
  GSignalInvocationHint *hint = g_signal_get_invocation_hint (record);

  g_string_append_printf (listener->log, "%s ", g_quark_to_string (hint->detail));
}

static void
number_changed_cb (PltRecord *record, Listener *listener)
{
  g_string_append (listener->log, "(number) ");
  listener->seen = plt_record_get_text (record, "synopsis");
}

static void
deleted_cb (PltRecord *record, Listener *listener)
{
  g_string_append (listener->log, "deleted ");
}

/* A row of `sequence` as the store would bring it. */
static void
update (PltRecord *record, const char *number, const char *synopsis, gint64 set, const char *label)
{
  const PltTable *table = plt_record_get_table (record);
  guint n = plt_table_n_columns (table);
  g_autofree PltValue *values = g_new0 (PltValue, n);
  g_autofree char **labels = g_new0 (char *, n);

  values[plt_table_column_index (table, "number")] = plt_value_text (number);
  values[plt_table_column_index (table, "synopsis")] = plt_value_text (synopsis);
  if (set > 0)
    values[plt_table_column_index (table, "set")] = plt_value_integer (set);
  labels[plt_table_column_index (table, "set")] = g_strdup (label);
  plt_record_update (record, values, labels);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (values[i].kind, ==, PLT_VALUE_NULL);
      g_assert_null (values[i].text);
      g_assert_null (labels[i]);
    }
}

static void
check_log (Listener *listener, const char *expected)
{
  g_assert_cmpstr (listener->log->str, ==, expected);
  g_string_truncate (listener->log, 0);
}

static void
test_values (void)
{
  const PltTable *table = plt_table_find ("sequence");
  g_autoptr (PltRecord) record = plt_record_new (table, 7);
  guint set = (guint) plt_table_column_index (table, "set");

  g_assert_true (plt_record_get_table (record) == table);
  g_assert_cmpint (plt_record_get_id (record), ==, 7);
  g_assert_false (plt_record_is_deleted (record));
  g_assert_cmpint (plt_record_get (record, "number")->kind, ==, PLT_VALUE_NULL);
  g_assert_cmpstr (plt_record_get_text (record, "number"), ==, "");
  g_assert_cmpint (plt_record_get_integer (record, "set", -1), ==, -1);
  g_assert_cmpstr (plt_record_get_label_at (record, set), ==, "");

  update (record, "12A", "Nora entre.", 3, "CAFÉ DU PORT");
  g_assert_cmpstr (plt_record_get_text (record, "number"), ==, "12A");
  g_assert_cmpint (plt_record_get_integer (record, "number", -1), ==, -1);
  g_assert_cmpint (plt_record_get_integer (record, "set", -1), ==, 3);
  g_assert_cmpstr (plt_record_get_text (record, "set"), ==, "");
  g_assert_true (plt_record_get_at (record, set) == plt_record_get (record, "set"));
  g_assert_cmpstr (plt_record_get_label_at (record, set), ==, "CAFÉ DU PORT");
  g_assert_cmpstr (plt_record_get_label_at (record, 0), ==, "");

  update (record, "12A", "Nora entre.", 0, NULL);
  g_assert_cmpint (plt_record_get_integer (record, "set", -1), ==, -1);
  g_assert_cmpstr (plt_record_get_label_at (record, set), ==, "");
}

static void
test_signals (void)
{
  g_autoptr (PltRecord) record = plt_record_new (plt_table_find ("sequence"), 7);
  Listener listener = { g_string_new (NULL), NULL };

  g_signal_connect (record, "changed", G_CALLBACK (changed_cb), &listener);
  g_signal_connect (record, "changed::number", G_CALLBACK (number_changed_cb), &listener);
  g_signal_connect (record, "deleted", G_CALLBACK (deleted_cb), &listener);

  update (record, "1", "a", 3, "CAFÉ");
  check_log (&listener, "number (number) set synopsis ");
  g_assert_cmpstr (listener.seen, ==, "a"); /* all values are in before anybody is told */
  update (record, "1", "a", 3, "CAFÉ");
  check_log (&listener, "");
  update (record, "1", "b", 3, "CAFÉ");
  check_log (&listener, "synopsis ");
  update (record, "1", "b", 3, "BAR"); /* the set was renamed */
  check_log (&listener, "set ");
  update (record, "2", "b", 4, "BAR");
  check_log (&listener, "number (number) set ");
  update (record, "2", "b", 0, NULL);
  check_log (&listener, "set ");

  plt_record_set_deleted (record, TRUE);
  plt_record_set_deleted (record, TRUE);
  check_log (&listener, "deleted ");
  g_assert_true (plt_record_is_deleted (record));
  g_assert_cmpstr (plt_record_get_text (record, "number"), ==, "2");
  plt_record_set_deleted (record, FALSE);
  g_assert_false (plt_record_is_deleted (record));
  check_log (&listener, "");
  g_string_free (listener.log, TRUE);
}

static void
drop_cb (PltRecord *record, PltRecord **held)
{
  g_clear_object (held);
}

/* Who listens may let go of the record at once. */
static void
test_dropped_while_telling (void)
{
  PltRecord *record = plt_record_new (plt_table_find ("sequence"), 7);
  gpointer weak = record;

  g_object_add_weak_pointer (G_OBJECT (record), &weak);
  g_signal_connect (record, "changed::number", G_CALLBACK (drop_cb), &record);
  update (record, "1", "a", 3, "CAFÉ");
  g_assert_null (record);
  g_assert_null (weak);
}

static void
test_without_labels (void)
{
  const PltTable *table = plt_table_find ("sequence");
  g_autoptr (PltRecord) record = plt_record_new (table, 7);
  g_autofree PltValue *values = g_new0 (PltValue, plt_table_n_columns (table));

  update (record, "1", "a", 3, "CAFÉ");
  values[plt_table_column_index (table, "number")] = plt_value_text ("2");
  plt_record_update (record, values, NULL);
  g_assert_cmpstr (plt_record_get_text (record, "number"), ==, "2");
  g_assert_cmpstr (plt_record_get_label_at (record, (guint) plt_table_column_index (table, "set")),
                   ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/values", test_values);
  g_test_add_func ("/record/signals", test_signals);
  g_test_add_func ("/record/dropped-while-telling", test_dropped_while_telling);
  g_test_add_func ("/record/without-labels", test_without_labels);
  return g_test_run ();
}
