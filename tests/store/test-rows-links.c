/* A link between tasks, or a task put into a group, by which tasks would wait for each other is
 * refused with the path, whoever writes it; nothing of the command stays. */
#include "plt-error.h"
#include "plt-rows.h"
#include "plt-test-store.h"

/* Tournage → Montage → Mixage, and a group without a part. */
static const char *const lines[] = {
  "tournage: task | name = Tournage",
  "montage: task | name = Montage",
  "mixage: task | name = Mixage",
  "post: task | name = Postproduction",
  "un: task_link | task = @montage | predecessor = @tournage",
  "deux: task_link | task = @mixage | predecessor = @montage | kind = debut-debut",
  NULL,
};

static gboolean
link_them (PltStore *store, const char *from, const char *to, GError **error)
{
  g_autofree char *first
      = g_strdup_printf ("#%" G_GINT64_FORMAT, plt_test_find (store, "task", from));
  g_autofree char *second
      = g_strdup_printf ("#%" G_GINT64_FORMAT, plt_test_find (store, "task", to));

  return plt_store_insert (store, "task_link", error, "task", second, "predecessor", first, NULL)
         != 0;
}

static void
assert_refused (GError **error, const char *path)
{
  g_assert_error (*error, PLT_ERROR, PLT_ERROR_CONFLICT);
  g_test_message ("%s", (*error)->message);
  g_assert_nonnull (strstr ((*error)->message, path));
  g_clear_error (error);
}

static void
test_links (void)
{
  g_autoptr (PltStore) store = plt_test_store_lines (lines);
  g_autofree char *before = plt_store_checksum (store), *after = NULL;
  guint steps = plt_test_n_steps (store);
  GError *error = NULL;

  g_assert_false (link_them (store, "Mixage", "Tournage", &error));
  assert_refused (&error, "Tournage → Montage → Mixage → Tournage.");
  g_assert_false (link_them (store, "Mixage", "Montage", &error));
  assert_refused (&error, "Montage → Mixage → Montage.");
  g_assert_false (link_them (store, "Tournage", "Tournage", &error));
  assert_refused (&error, ": Tournage → Tournage.");
  after = plt_store_checksum (store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (plt_test_n_steps (store), ==, steps);
  /* the same once more the right way round, which no circle forbids */
  g_assert_true (link_them (store, "Tournage", "Mixage", &error));
  g_assert_no_error (error);
}

/* A link that is there turned round, and one of two that a batch turns round together. */
static void
test_turned (void)
{
  g_autoptr (PltStore) store = plt_test_store_lines (lines);
  const PltTable *table = plt_table_find ("task_link");
  gint64 tournage = plt_test_find (store, "task", "Tournage");
  gint64 montage = plt_test_find (store, "task", "Montage");
  gint64 mixage = plt_test_find (store, "task", "Mixage");
  g_autoptr (PltBatch) one = plt_batch_new (), all = plt_batch_new ();
  g_autoptr (GArray) ids = plt_rows_ids (store, table, NULL, 0, "id", NULL);
  GError *error = NULL;

  plt_batch_update (one, "task_link", g_array_index (ids, gint64, 1));
  plt_batch_set_integer (one, "predecessor", mixage);
  plt_batch_set_integer (one, "task", tournage);
  g_assert_true (plt_store_apply (store, "essai", NULL, one, NULL, &error));
  g_assert_true (plt_store_undo (store, &error));
  /* Montage → Tournage and Mixage → Montage: on the way there is a circle, at the end there is
   * none */
  plt_batch_insert (all, "task_link");
  plt_batch_set_integer (all, "predecessor", mixage);
  plt_batch_set_integer (all, "task", montage);
  plt_batch_delete (all, "task_link", g_array_index (ids, gint64, 1));
  plt_batch_update (all, "task_link", g_array_index (ids, gint64, 0));
  plt_batch_set_integer (all, "predecessor", montage);
  plt_batch_set_integer (all, "task", tournage);
  g_assert_true (plt_store_apply (store, "essai", NULL, all, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (link_them (store, "Tournage", "Mixage", &error));
  assert_refused (&error, "Mixage → Montage → Tournage → Mixage");
}

/* A group waits for what each of its tasks waits for, and ends with the last of them. */
static void
test_groups (void)
{
  g_autoptr (PltStore) store = plt_test_store_lines (lines);
  gint64 post = plt_test_find (store, "task", "Postproduction");
  g_autofree char *group = g_strdup_printf ("#%" G_GINT64_FORMAT, post);
  gint64 montage = plt_test_find (store, "task", "Montage");
  gint64 tournage = plt_test_find (store, "task", "Tournage");
  GError *error = NULL;

  g_assert_true (plt_store_set (store, "task", montage, "parent", group, &error));
  g_assert_false (link_them (store, "Postproduction", "Montage", &error));
  assert_refused (&error, "Montage → Postproduction → Montage");
  g_assert_false (link_them (store, "Postproduction", "Tournage", &error));
  assert_refused (&error, "Tournage → Montage → Postproduction → Tournage");
  g_assert_true (link_them (store, "Tournage", "Postproduction", &error));
  g_assert_false (plt_store_set (store, "task", tournage, "parent", group, &error));
  assert_refused (&error, "“Tournage” cannot be part of that task");
  /* once the link is gone it can */
  g_assert_true (plt_store_undo (store, &error));
  g_assert_true (plt_store_set (store, "task", tournage, "parent", group, &error));
  g_assert_no_error (error);
}

/* Undo leads back to what was there, and what was allowed then is refused again. */
static void
test_undo (void)
{
  g_autoptr (PltStore) store = plt_test_store_lines (lines);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = plt_rows_ids (store, plt_table_find ("task_link"), NULL, 0, "id", NULL);
  GError *error = NULL;

  g_assert_true (link_them (store, "Mixage", "Postproduction", &error));
  plt_batch_delete (batch, "task_link", g_array_index (ids, gint64, 0));
  g_assert_true (plt_store_apply (store, "essai", NULL, batch, NULL, &error));
  g_assert_true (link_them (store, "Postproduction", "Tournage", &error));
  g_assert_true (plt_store_undo (store, &error));
  g_assert_true (plt_store_undo (store, &error));
  g_assert_false (link_them (store, "Postproduction", "Tournage", &error));
  assert_refused (&error, "Tournage → Montage → Mixage → Postproduction → Tournage");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rows-links/links", test_links);
  g_test_add_func ("/rows-links/turned", test_turned);
  g_test_add_func ("/rows-links/groups", test_groups);
  g_test_add_func ("/rows-links/undo", test_undo);
  return g_test_run ();
}
