/* What a task waits for, typed: how it is read, shown, refused and written, on a file in memory. */
#include <string.h>

#include "plt-error.h"
#include "plt-load.h"
#include "plt-retro-notation.h"
#include "plt-store.h"

/* Names by number: Écriture 1, Casting 2, Repérages 3, "Montage image" 4, "Montage, bis" 5. */
#define N_TASKS 5

typedef struct
{
  PltStore *store;
  gint64 ids[N_TASKS];
  PltFacts *facts;
  PltPlan *plan;
  PltRetro *retro;
} Fixture;

static void
apply (PltStore *store, const PltBatch *batch, GArray **ids)
{
  g_autoptr (GError) error = NULL;

  plt_store_apply (store, "essai", NULL, batch, ids, &error);
  g_assert_no_error (error);
}

static void
drop (Fixture *fixture)
{
  g_clear_pointer (&fixture->retro, plt_retro_free);
  g_clear_pointer (&fixture->plan, plt_plan_free);
  g_clear_pointer (&fixture->facts, plt_facts_free);
}

static void
reload (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  drop (fixture);
  fixture->facts = plt_facts_load (fixture->store, &error);
  g_assert_no_error (error);
  fixture->plan = plt_plan_new (fixture->facts, 0);
  fixture->retro = plt_retro_new (fixture->facts, fixture->plan, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const names[N_TASKS]
      = { "Écriture", "Casting", "Repérages", "Montage image", "Montage, bis" };
  static const char *const phases[N_TASKS]
      = { "developpement", "preparation", "preparation", "postproduction", "postproduction" };
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;

  fixture->store = plt_store_new_in_memory (NULL);
  for (guint i = 0; i < N_TASKS; i++)
    {
      plt_batch_insert (batch, "task");
      plt_batch_set_text (batch, "name", names[i]);
      plt_batch_set_text (batch, "phase", phases[i]);
      plt_batch_set_integer (batch, "duration_days", 5);
      if (i == 3)
        plt_batch_set_text (batch, "code", "montage-image");
    }
  plt_batch_update (batch, "production", 1);
  plt_batch_set_text (batch, "delivery_date", "2028-03-31");
  apply (fixture->store, batch, &ids);
  for (guint i = 0; i < N_TASKS; i++)
    fixture->ids[i] = g_array_index (ids, gint64, i);
  reload (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  drop (fixture);
  g_object_unref (fixture->store);
}

static gboolean
put (Fixture *fixture, guint task, const char *text, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltRetroTyped typed = { fixture->ids[task - 1], NULL, text };

  if (!plt_retro_put_predecessors (fixture->retro, &typed, 1, batch, error))
    {
      g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 0);
      return FALSE;
    }
  if (plt_batch_get_n_edits (batch) > 0)
    apply (fixture->store, batch, NULL);
  reload (fixture);
  return TRUE;
}

static char *
shown (Fixture *fixture, guint task)
{
  return plt_retro_predecessors_text (fixture->retro, fixture->ids[task - 1]);
}

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N_TASKS; i++)
    g_assert_cmpuint (plt_retro_number (fixture->retro, fixture->ids[i]), ==, i + 1);
  g_assert_cmpuint (plt_retro_number (fixture->retro, 4711), ==, 0);
  g_assert_cmpuint (plt_retro_number (fixture->retro, PLT_RETRO_OWN_ID), ==, 0);
}

/* Typed in the fifth task; what is shown can be typed again and changes nothing. */
static void
test_read (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed, *shown;
  } cases[] = {
    { "1", "1" },
    { " 1 ; 2 ", "1;2" },
    { "1,2", "1;2" },
    { "2FD+3j", "2FS+3d" },
    { "2FS+3", "2FS+3d" },
    { "2fd + 3 jours", "2FS+3d" },
    { "2 FD -2 j", "2FS-2d" },
    { "2FD\342\210\2222", "2FS-2d" },
    { "2+1", "2FS+1d" },
    { "3DD", "3SS" },
    { "3ss+1d", "3SS+1d" },
    { "3FF+2", "3FF+2d" },
    { "3DF", "3SF" },
    { "3sf", "3SF" },
    { "2FD+2 sem", "2FS+10d" },
    { "2FD-1s", "2FS-5d" },
    { "2FD+14jc", "2FS+14cd" },
    { "2FD+14 jé", "2FS+14cd" },
    { "2FD+14 j cal.", "2FS+14cd" },
    { "2FD+0j", "2" },
    { "casting", "2" },
    { "Repérages DD+1", "3SS+1d" },
    { "montage-image", "4" },
    { "montage-image FD-2j", "4FS-2d" },
    { "Montage image;1", "1;4" },
    { "4;4FF", "4;4FF" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PltBatch) again = plt_batch_new ();
      g_autofree char *text = NULL;
      PltRetroTyped typed = { fixture->ids[4], NULL, NULL };

      g_test_message ("%s", cases[i].typed);
      put (fixture, 5, "", &error);
      g_assert_no_error (error);
      g_assert_true (put (fixture, 5, cases[i].typed, &error));
      g_assert_no_error (error);
      text = shown (fixture, 5);
      g_assert_cmpstr (text, ==, cases[i].shown);
      typed.text = text;
      g_assert_true (plt_retro_put_predecessors (fixture->retro, &typed, 1, again, &error));
      g_assert_cmpuint (plt_batch_get_n_edits (again), ==, 0);
    }
}

/* A name with a comma is a name; its own task is not meant. */
static void
test_commas (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (put (fixture, 4, "Montage, bis FF", &error));
  text = shown (fixture, 4);
  g_assert_cmpstr (text, ==, "5FF");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed, *part;
  } cases[] = {
    { "9", "no task 9" },
    { "0", "no task 0" },
    { "doublage", "doublage" },
    { "2XX", "2XX" },
    { "2FD+", "2FD+" },
    { "2FD+3 mois", "mois" },
    { "2FD+1,5j", "5j" },
    { "4", "wait for itself" },
    { "2;2", "twice" },
    { "2FD+3%", "2FD+3%" },
    { "'; DROP TABLE", "cannot be read" },
    { "Montage image", "wait for itself" },
    { "99999999999999999999", "" },
  };

  g_assert_true (put (fixture, 4, "3FD+1", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      g_test_message ("%s", cases[i].typed);
      g_assert_false (put (fixture, 4, cases[i].typed, &error));
      g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].part));
      text = shown (fixture, 4);
      g_assert_cmpstr (text, ==, "3FS+1d");
    }
}

/* Refused with its path; a circle is looked for in what would be there, not in what there is. */
static void
test_circles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL, both = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  PltRetroTyped turned[2], closed[2];

  g_assert_true (put (fixture, 2, "1", NULL));
  g_assert_true (put (fixture, 3, "2", NULL));
  g_assert_false (put (fixture, 1, "3", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Écriture → Casting → Repérages → Écriture"));

  closed[0] = (PltRetroTyped){ fixture->ids[3], NULL, "5" };
  closed[1] = (PltRetroTyped){ fixture->ids[4], NULL, "4" };
  g_assert_false (plt_retro_put_predecessors (fixture->retro, closed, 2, batch, &both));
  g_assert_error (both, PLT_ERROR, PLT_ERROR_CONFLICT);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 0);

  /* the other way round at once: what closed the circle goes with it */
  turned[0] = (PltRetroTyped){ fixture->ids[1], NULL, "3" };
  turned[1] = (PltRetroTyped){ fixture->ids[2], NULL, "" };
  g_assert_true (plt_retro_put_predecessors (fixture->retro, turned, 2, batch, NULL));
}

/* What is changed stays the same row, with its note; what is left out goes; undo brings it back. */
static void
test_rows_stay (Fixture *fixture, gconstpointer data)
{
  gint64 kept;
  g_autofree char *before = NULL, *after = NULL;

  g_assert_true (put (fixture, 5, "1;2FF", NULL));
  kept = fixture->facts->task_links.items[0].id;
  before = shown (fixture, 5);
  g_assert_true (put (fixture, 5, "1DD+2", NULL));
  g_assert_cmpuint (fixture->facts->task_links.n, ==, 1);
  g_assert_cmpint (fixture->facts->task_links.items[0].id, ==, kept);
  g_assert_true (plt_store_undo (fixture->store, NULL));
  reload (fixture);
  after = shown (fixture, 5);
  g_assert_cmpstr (after, ==, before);
}

/* Tasks that are added wait for those there are, and for those above them. */
static void
test_added (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL, below = NULL;
  PltRetroTyped typed[2] = { { 0, "Mixage", "4FD+1" }, { 0, "Mastering", "mixage; 1" } };
  g_autofree char *text = NULL;
  gint64 last = 0;

  for (guint i = 0; i < 2; i++)
    {
      typed[i].task = plt_batch_insert (batch, "task");
      plt_batch_set_text (batch, "name", typed[i].name);
      plt_batch_set_text (batch, "phase", "postproduction");
    }
  g_assert_true (plt_retro_put_predecessors (fixture->retro, typed, 2, batch, &error));
  g_assert_no_error (error);
  typed[0].text = "mastering";
  g_assert_false (plt_retro_put_predecessors (fixture->retro, typed, 2, batch, &below));
  apply (fixture->store, batch, NULL);
  reload (fixture);
  for (guint i = 0; i < fixture->facts->tasks.n; i++)
    last = MAX (last, fixture->facts->tasks.items[i].id);
  text = plt_retro_predecessors_text (fixture->retro, last);
  g_assert_cmpstr (text, ==, "1;6");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/retro-notation/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("numbers", test_numbers);
  ADD ("read", test_read);
  ADD ("commas", test_commas);
  ADD ("refused", test_refused);
  ADD ("circles", test_circles);
  ADD ("rows-stay", test_rows_stay);
  ADD ("added", test_added);
  return g_test_run ();
}
