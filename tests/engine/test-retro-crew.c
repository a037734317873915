/* Who works on a task, typed: how it is read, shown, refused and written, on a file in memory. */
#include <string.h>

#include "plt-error.h"
#include "plt-load.h"
#include "plt-retro-crew.h"
#include "plt-store.h"

typedef struct
{
  PltStore *store;
  gint64 task, other, jeanne, karim;
  PltFacts *facts;
} Fixture;

static void
reload (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->facts, plt_facts_free);
  fixture->facts = plt_facts_load (fixture->store, &error);
  g_assert_no_error (error);
}

static gint64
add_person (PltBatch *batch, const char *first, const char *last)
{
  gint64 handle = plt_batch_insert (batch, "person");

  plt_batch_set_text (batch, "first_name", first);
  plt_batch_set_text (batch, "last_name", last);
  return handle;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  fixture->store = plt_store_new_in_memory (NULL);
  plt_batch_insert (batch, "task");
  plt_batch_set_text (batch, "name", "Montage image");
  plt_batch_insert (batch, "task");
  plt_batch_set_text (batch, "name", "Mixage");
  add_person (batch, "Jeanne", "Perrin");
  add_person (batch, "Karim", "Haddad");
  add_person (batch, "Zoé", "Marchand");
  add_person (batch, "Zoé", "Le Goff");
  plt_store_apply (fixture->store, "essai", NULL, batch, &ids, &error);
  g_assert_no_error (error);
  fixture->task = g_array_index (ids, gint64, 0);
  fixture->other = g_array_index (ids, gint64, 1);
  fixture->jeanne = g_array_index (ids, gint64, 2);
  fixture->karim = g_array_index (ids, gint64, 3);
  reload (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->facts, plt_facts_free);
  g_clear_object (&fixture->store);
}

static guint
type (Fixture *fixture, const char *text)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_retro_put_crew (fixture->facts, fixture->task, text, batch, &error));
  g_assert_no_error (error);
  plt_store_apply (fixture->store, "essai", NULL, batch, NULL, &error);
  g_assert_no_error (error);
  reload (fixture);
  return plt_batch_get_n_edits (batch);
}

static void
assert_shows (Fixture *fixture, const char *expected)
{
  g_autofree char *text = plt_retro_crew_text (fixture->facts, fixture->task);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_reading (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "Jeanne Perrin", "Jeanne Perrin" },
    { "  perrin jeanne ", "Jeanne Perrin" },
    { "JEANNE", "Jeanne Perrin" },
    { "Jeanne Perrin; karim haddad 50%", "Jeanne Perrin, Karim Haddad 50\302\240%" },
    { "Karim 12,5 %", "Karim Haddad 12,5\302\240%" },
    { "zoe le goff", "Zoé Le Goff" },
    { "assistant monteur 50\302\240%, Jeanne", "Jeanne Perrin, assistant monteur 50\302\240%" },
    { ", ;", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (fixture, cases[i][0]);
      if (i == 6) /* who was there stays first */
        g_assert_cmpuint (fixture->facts->task_people.n, ==, 2);
      else
        assert_shows (fixture, cases[i][1]);
      /* what is shown is read again as it is */
      {
        g_autofree char *shown = plt_retro_crew_text (fixture->facts, fixture->task);

        g_assert_cmpuint (type (fixture, shown), ==, 0);
      }
    }
  g_assert_cmpuint (fixture->facts->task_people.n, ==, 0);
}

static void
test_what_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltTaskPersonFacts *row;
  gint64 id;

  plt_batch_insert (batch, "task_person");
  plt_batch_set_integer (batch, "task", fixture->task);
  plt_batch_set_integer (batch, "person", fixture->jeanne);
  plt_batch_set_text (batch, "function", "Monteuse");
  plt_batch_set_integer (batch, "share_e6", PLT_RATE_ONE / 2);
  plt_batch_insert (batch, "task_person");
  plt_batch_set_integer (batch, "task", fixture->other);
  plt_batch_set_integer (batch, "person", fixture->karim);
  plt_store_apply (fixture->store, "essai", NULL, batch, NULL, NULL);
  reload (fixture);
  id = fixture->facts->task_people.items[0].id;
  assert_shows (fixture, "Jeanne Perrin 50\302\240%");

  /* Karim comes, Jeanne takes all her time and keeps her function; nobody moves elsewhere */
  g_assert_cmpuint (type (fixture, "Karim, Jeanne"), ==, 2);
  row = PLT_FACTS_FIND (fixture->facts->task_people, PltTaskPersonFacts, id);
  g_assert_nonnull (row);
  g_assert_cmpstr (row->function, ==, "Monteuse");
  g_assert_cmpint (row->share_e6, ==, PLT_RATE_ONE);
  g_assert_cmpuint (fixture->facts->task_people.n, ==, 3);
  g_assert_cmpuint (type (fixture, "Karim"), ==, 1);
  assert_shows (fixture, "Karim Haddad");
  g_assert_cmpuint (type (fixture, ""), ==, 1);
  g_assert_cmpuint (fixture->facts->task_people.n, ==, 1);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "Zoé", "may be Zoé Le Goff or Zoé Marchand" }, { "Jeanne, Zoé", "write the whole name" },
    { "Jeanne cent %", "the part of the time" },     { "50 %", "the part of the time" },
    { "Jeanne 0 %", "the part of the time" },        { "Jeanne 150 %", "the part of the time" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (
          plt_retro_put_crew (fixture->facts, fixture->task, cases[i][0], batch, &error));
      g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
      if (strstr (error->message, cases[i][1]) == NULL)
        g_error ("%s: “%s”", cases[i][0], error->message);
      g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/retro-crew/reading", Fixture, NULL, set_up, test_reading, tear_down);
  g_test_add ("/retro-crew/what-stays", Fixture, NULL, set_up, test_what_stays, tear_down);
  g_test_add ("/retro-crew/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
