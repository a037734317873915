/* Reference data of a production that an older program made. */
#include <glib/gstdio.h>
#include <string.h>

#include "plt-load.h"
#include "plt-production-complete.h"
#include "plt-production-defaults.h"
#include "plt-test-store.h"

static char *
names_of (PltStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltFacts) facts = plt_facts_load (store, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < facts->referentials.n; i++)
    g_string_append_printf (names, " %s ", facts->referentials.items[i].name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
complete (PltStore *store)
{
  g_autoptr (GError) error = NULL;

  plt_production_complete (store, &error);
  g_assert_no_error (error);
}

static guint
n_steps (PltStore *store)
{
  g_autoptr (GPtrArray) history = plt_store_history (store);

  return history->len;
}

/* A production without any gets them all, in one step that can be undone, once. */
static void
test_missing (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;

  complete (store);
  g_assert_cmpuint (n_steps (store), ==, 1);
  names = names_of (store);
  for (guint i = 0; plt_production_kept[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf (" %s ", plt_production_kept[i]);

      if (strstr (names, name) == NULL)
        g_error ("%s is missing from%s", name, names);
    }
  g_assert_null (strstr (names, "minima-2642"));
  complete (store);
  g_assert_cmpuint (n_steps (store), ==, 1);
  g_assert_true (plt_store_undo (store, &error));
  /* a step that could be redone is not lost */
  complete (store);
  g_assert_true (plt_store_can_redo (store));
}

/* A new production lacks nothing. */
static void
test_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("plateau-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "film.plateau", NULL);
  g_autoptr (PltBatch) defaults = plt_production_defaults ("long-metrage", &error);
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (PltBatch) missing = NULL;
  g_autofree char *newer = NULL, *names = NULL;

  g_assert_no_error (error);
  store = plt_store_create (path, "Film", "long-metrage", defaults, &error);
  g_assert_no_error (error);
  facts = plt_facts_load (store, &error);
  g_assert_no_error (error);
  missing = plt_production_complete_defaults (facts);
  g_assert_cmpuint (plt_batch_get_n_edits (missing), ==, 0);
  g_clear_pointer (&missing, plt_batch_free);
  missing = plt_production_newer_referentials (facts, &newer);
  g_assert_cmpuint (plt_batch_get_n_edits (missing), ==, 0);
  g_assert_cmpstr (newer, ==, "");

  /* the other agreement has a scale of its own, which the file takes */
  plt_store_set (store, "production", PLT_PRODUCTION_ROW, "agreement", "2642", &error);
  g_assert_no_error (error);
  complete (store);
  names = names_of (store);
  g_assert_nonnull (strstr (names, " minima-2642 "));
  g_clear_object (&store);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What the user has is never replaced behind his back; on his word it is, when it is older. */
static void
test_kept (void)
{
  static const struct
  {
    const char *version;
    gboolean older;
  } cases[] = { { "1", TRUE }, { "99", FALSE }, { "maison", FALSE }, { "", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltStore) store = plt_test_store_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (PltFacts) facts = NULL;
      g_autoptr (PltBatch) newer = NULL, own = plt_batch_new ();
      g_autofree char *names = NULL;

      plt_batch_insert (own, "referential");
      plt_batch_set_text (own, "name", "jours-feries");
      plt_batch_set_text (own, "version", cases[i].version);
      plt_batch_set_text (own, "content", "code\tlibelle\n");
      g_assert_true (plt_store_apply (store, "Own", NULL, own, NULL, &error));
      complete (store);
      facts = plt_facts_load (store, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < facts->referentials.n; j++)
        if (strcmp (facts->referentials.items[j].name, "jours-feries") == 0)
          g_assert_cmpstr (facts->referentials.items[j].content, ==, "code\tlibelle\n");
      newer = plt_production_newer_referentials (facts, &names);
      g_assert_cmpstr (names, ==, cases[i].older ? "jours-feries" : "");
      g_assert_true (plt_store_apply (store, "Update", NULL, newer, NULL, &error));
      g_clear_pointer (&facts, plt_facts_free);
      facts = plt_facts_load (store, &error);
      for (guint j = 0; j < facts->referentials.n; j++)
        if (strcmp (facts->referentials.items[j].name, "jours-feries") == 0)
          g_assert_true ((strstr (facts->referentials.items[j].content, "saint-martin") != NULL)
                         == cases[i].older);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/production-complete/missing", test_missing);
  g_test_add_func ("/production-complete/new", test_new);
  g_test_add_func ("/production-complete/kept", test_kept);
  return g_test_run ();
}
