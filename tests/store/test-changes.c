/* What a log of row changes comes to. Each case is worked out by hand. */
#include "plt-changes.h"

typedef struct
{
  const char *log;      /* i insert, u update, d delete, with a one-digit id */
  const char *inserted; /* ids */
  const char *updated;
  const char *deleted;
} Case;

static const Case cases[] = {
  { "", "", "", "" },
  { "i1", "1", "", "" },
  { "u1", "", "1", "" },
  { "d1", "", "", "1" },
  { "i1 u1 u1", "1", "", "" },
  { "i1 d1", "", "", "" },
  { "i1 u1 d1", "", "", "" },
  { "i1 d1 i1", "1", "", "" },
  { "u1 d1", "", "", "1" },
  { "d1 i1", "", "1", "" },
  { "d1 i1 d1", "", "", "1" },
  { "d1 i1 u1", "", "1", "" },
  { "u3 i2 d1", "2", "3", "1" },
  { "i9 i4 i7 i1", "1479", "", "" }, /* ascending */
  { "i2 u5 i1 u5 d2 d6", "1", "5", "6" },
};

static void
assert_ids (const GArray *ids, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_string_append_printf (found, "%" G_GINT64_FORMAT, g_array_index (ids, gint64, i));
  g_assert_cmpstr (found->str, ==, expected);
  if (*expected == '\0')
    g_assert_null (ids);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltChanges) changes = plt_changes_new ();
      gboolean any = *cases[i].inserted || *cases[i].updated || *cases[i].deleted;

      g_test_message ("%s", cases[i].log);
      for (const char *p = cases[i].log; *p != '\0'; p += p[2] == ' ' ? 3 : 2)
        plt_changes_log (changes, "sequence",
                         *p == 'i'   ? PLT_CHANGE_INSERTED
                         : *p == 'u' ? PLT_CHANGE_UPDATED
                                     : PLT_CHANGE_DELETED,
                         p[1] - '0');
      plt_changes_finish (changes);
      assert_ids (plt_changes_inserted (changes, "sequence"), cases[i].inserted);
      assert_ids (plt_changes_updated (changes, "sequence"), cases[i].updated);
      assert_ids (plt_changes_deleted (changes, "sequence"), cases[i].deleted);
      g_assert_cmpint (plt_changes_touch (changes, "sequence"), ==, any);
      g_assert_cmpint (plt_changes_is_empty (changes), ==, !any);
      g_assert_false (plt_changes_touch (changes, "set"));
    }
}

static void
test_tables (void)
{
  g_autoptr (PltChanges) changes = plt_changes_new ();

  for (gint64 id = 1; id <= 1000; id++)
    {
      plt_changes_log (changes, "sequence", PLT_CHANGE_INSERTED, id);
      plt_changes_log (changes, "set", PLT_CHANGE_UPDATED, 1001 - id);
      plt_changes_log (changes, "plt_history", PLT_CHANGE_INSERTED, id);
      plt_changes_log (changes, "person", PLT_CHANGE_INSERTED, id);
      plt_changes_log (changes, "person", PLT_CHANGE_DELETED, id);
    }
  plt_changes_finish (changes);
  g_assert_cmpuint (plt_changes_inserted (changes, "sequence")->len, ==, 1000);
  g_assert_cmpuint (plt_changes_updated (changes, "set")->len, ==, 1000);
  g_assert_cmpint (g_array_index (plt_changes_updated (changes, "set"), gint64, 0), ==, 1);
  g_assert_false (plt_changes_touch (changes, "person"));
  g_assert_false (plt_changes_touch (changes, "plt_history"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/changes/cases", test_cases);
  g_test_add_func ("/store/changes/tables", test_tables);
  return g_test_run ();
}
