/* Publication on a real file: what is written, that it is one step, and that it stays as it is. */
#include "plt-plan-publish.h"

#include "plt-load.h"
#include "plt-plan-version.h"
#include "plt-rows.h"
#include "plt-test-papers.h"

static PltFacts *
load (PltStore *store)
{
  PltFacts *facts = plt_facts_load (store, NULL);

  g_assert_nonnull (facts);
  return facts;
}

static PltPublication
first_of_march (void)
{
  return (PltPublication){ .date = plt_date_from_ymd (2026, 3, 1),
                           .author = "Paul Le Guen",
                           .reason = "Première diffusion" };
}

/* The id of the version. */
static gint64
publish (PltStore *store, const PltPublication *publication)
{
  g_autoptr (PltFacts) facts = load (store);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  gint64 handle = plt_plan_publish (facts, facts->production.schedule, publication, batch, &error);

  g_assert_no_error (error);
  g_assert_cmpint (handle, <, 0);
  plt_store_apply (store, "Publish", NULL, batch, &ids, &error);
  g_assert_no_error (error);
  return g_array_index (ids, gint64, -handle - 1);
}

static void
test_first (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autofree char *before = plt_store_checksum (store);
  PltPublication publication = first_of_march ();
  gint64 id = publish (store, &publication);
  g_autoptr (PltFacts) facts = load (store);
  const PltScheduleFacts *published = PLT_FACTS_FIND (facts->schedules, PltScheduleFacts, id);
  const PltScheduleFacts *working
      = PLT_FACTS_FIND (facts->schedules, PltScheduleFacts, facts->production.schedule);
  g_autoptr (PltPlanCompare) compare = plt_plan_compare_new (facts, id, working->id, 0);

  g_assert_cmpint (published->version, ==, 2); /* the working plan's number */
  g_assert_cmpstr (published->status, ==, "publiee");
  g_assert_cmpint (published->published_date, ==, publication.date);
  g_assert_cmpstr (published->author, ==, "Paul Le Guen");
  g_assert_cmpstr (published->reason, ==, "Première diffusion");
  g_assert_cmpint (published->replaces, ==, 0);
  g_assert_cmpint (working->version, ==, 3);
  g_assert_false (plt_schedule_is_frozen (facts, working->id));
  g_assert_true (plt_schedule_is_frozen (facts, id));
  g_assert_cmpuint (facts->changes.n, ==, 0);
  for (guint i = 0; i < compare->changes->len; i++)
    g_assert_cmpint (((const PltPlanChange *) compare->changes->pdata[i])->state, ==,
                     PLT_PLAN_SAME);
  for (guint i = 0; i < PLT_N_FIGURES; i++)
    g_assert_cmpint (compare->figures[0].values[i], ==, compare->figures[1].values[i]);
  g_assert_cmpuint (plt_test_n_steps (store), ==, 1);
  plt_assert_undo_redo (store, before);
}

/* Séquences 1 and 3 change days: two rows, one with a reason of its own. */
static void
test_second (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  PltPublication publication = first_of_march ();
  g_autoptr (GHashTable) reasons = g_hash_table_new (NULL, NULL);
  gint64 first = publish (store, &publication);
  gint64 one = plt_test_find (store, "sequence", "1");
  gint64 second;
  g_autoptr (PltFacts) facts = load (store);
  g_autoptr (PltFacts) after = NULL;
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *day
      = g_strdup_printf ("%" G_GINT64_FORMAT, ((const PltDayPlan *) plan->days->pdata[1])->day->id);
  guint n = 0;

  for (guint i = 0; i < facts->strips.n; i++)
    {
      const PltStripFacts *strip = &facts->strips.items[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);

      if (strip->schedule == facts->production.schedule && sequence != NULL
          && (g_str_equal (sequence->number, "1") || g_str_equal (sequence->number, "3")))
        {
          plt_store_set (store, "strip", strip->id, "day", day, &error);
          g_assert_no_error (error);
          n++;
        }
    }
  g_assert_cmpuint (n, ==, 2);
  g_hash_table_insert (reasons, PLT_ID_TO_POINTER (one), (gpointer) "Marée");
  publication.reasons = reasons;
  publication.reason = "Quai libre le soir";
  publication.date++;
  second = publish (store, &publication);
  after = load (store);
  g_assert_cmpint (PLT_FACTS_FIND (after->schedules, PltScheduleFacts, second)->replaces, ==,
                   first);
  g_assert_cmpint (PLT_FACTS_FIND (after->schedules, PltScheduleFacts, second)->version, ==, 3);
  g_assert_cmpuint (after->changes.n, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const PltChangeFacts *change = &after->changes.items[i];

      g_assert_cmpint (change->schedule, ==, second);
      g_assert_cmpstr (change->from_text, ==, "J1 lun. 5 oct.");
      g_assert_cmpstr (change->to_text, ==, "J2 mar. 6 oct.");
      g_assert_cmpstr (change->reason, ==,
                       change->sequence == one ? "Marée" : "Quai libre le soir");
      g_assert_cmpstr (change->author, ==, "Paul Le Guen");
    }
}

static void
assert_frozen (PltStore *store, gboolean done, GError **error)
{
  g_assert_false (done);
  plt_assert_says (*error, PLT_ERROR_CONFLICT, "is published and cannot be changed");
  g_clear_error (error);
}

/* Whatever way a change comes, it is refused with the sentence; the working plan is free. */
static void
test_read_only (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  PltPublication publication = first_of_march ();
  gint64 id = publish (store, &publication);
  g_autofree char *version = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *before = plt_store_checksum (store);
  g_autofree char *after = NULL;
  g_autoptr (PltFacts) facts = load (store);
  g_autoptr (GError) error = NULL;
  gint64 day = 0, strip = 0, free_strip = 0;

  for (guint i = 0; i < facts->days.n; i++)
    if (facts->days.items[i].schedule == id)
      day = facts->days.items[i].id;
  for (guint i = 0; i < facts->strips.n; i++)
    *(facts->strips.items[i].schedule == id ? &strip : &free_strip) = facts->strips.items[i].id;
  assert_frozen (store, plt_store_set (store, "strip", strip, "part", "1/3", &error), &error);
  assert_frozen (store, plt_store_set (store, "shooting_day", day, "note", "Pluie", &error),
                 &error);
  assert_frozen (store, plt_store_delete (store, "strip", strip, &error), &error);
  assert_frozen (store, plt_store_delete (store, "shooting_day", day, &error), &error);
  assert_frozen (store, plt_store_delete (store, "schedule", id, &error), &error);
  assert_frozen (store, plt_store_move (store, "shooting_day", day, 0, &error), &error);
  assert_frozen (store, plt_store_set (store, "schedule", id, "version", "9", &error), &error);
  assert_frozen (store, plt_store_set (store, "schedule", id, "status", "brouillon", &error),
                 &error);
  assert_frozen (store, plt_store_set (store, "strip", free_strip, "schedule", version, &error),
                 &error);
  assert_frozen (store,
                 plt_store_insert (store, "shooting_day", &error, "schedule", version, NULL) != 0,
                 &error);
  after = plt_store_checksum (store);
  g_assert_cmpstr (before, ==, after);

  g_assert_true (plt_store_set (store, "schedule", id, "note", "Envoyé à tous", &error));
  g_assert_true (plt_store_set (store, "strip", free_strip, "part", "1/3", &error));
  g_assert_no_error (error);
}

/* A status that was only typed can be taken back, and a séquence that goes takes its strips. */
static void
test_ways_out (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (GError) error = NULL;
  gint64 working = plt_test_find (store, "schedule", "Plan de travail");
  PltPublication publication = first_of_march ();

  g_assert_true (plt_store_set (store, "schedule", working, "status", "publiee", &error));
  assert_frozen (store, plt_store_set (store, "schedule", working, "name", "Autre", &error),
                 &error);
  g_assert_true (plt_store_set (store, "schedule", working, "status", "brouillon", &error));
  publish (store, &publication);
  g_assert_true (
      plt_store_delete (store, "sequence", plt_test_find (store, "sequence", "1"), &error));
  g_assert_no_error (error);
}

static void
assert_refused (const PltFacts *facts, const PltPublication *publication, const char *part)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (plt_plan_publish (facts, facts->production.schedule, publication, batch, &error),
                   ==, 0);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, part));
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 0);
}

static void
test_refusals (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (PltStore) empty = plt_test_store_new ();
  PltPublication publication = first_of_march ();
  g_autoptr (PltFacts) nothing = load (empty);
  g_autoptr (PltFacts) facts = NULL;
  gint64 id;

  assert_refused (nothing, &publication, "Add shooting days first");
  id = publish (store, &publication);
  facts = load (store);
  publication.number = 2;
  assert_refused (facts, &publication, "Version 2 is published already");
  publication.number = 10000;
  assert_refused (facts, &publication, "between 1 and 9999");
  publication.number = 0;
  publication.date = PLT_DATE_NONE;
  assert_refused (facts, &publication, "date of publication");
  facts->production.schedule = id;
  publication = first_of_march ();
  assert_refused (facts, &publication, "is published already");
  g_assert_cmpint (plt_plan_next_number (facts, id), ==, 4);
}

/* A copy is a draft of its own, and only what nobody stands on may go. */
static void
test_copy (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  PltPublication publication = first_of_march ();
  gint64 id = publish (store, &publication);
  g_autoptr (PltFacts) facts = load (store);
  g_autoptr (PltFacts) after = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *current = plt_plan_keep_reason (facts, facts->production.schedule);
  g_autofree char *published = plt_plan_keep_reason (facts, id);
  gint64 handle = plt_plan_copy (facts, id, batch);
  gint64 copy;

  g_assert_true (plt_store_apply (store, "Copy", NULL, batch, &ids, &error));
  g_assert_no_error (error);
  copy = g_array_index (ids, gint64, -handle - 1);
  after = load (store);
  g_assert_cmpint (PLT_FACTS_FIND (after->schedules, PltScheduleFacts, copy)->version, ==, 4);
  g_assert_false (plt_schedule_is_frozen (after, copy));
  g_assert_nonnull (current);
  g_assert_nonnull (published);
  g_assert_null (plt_plan_keep_reason (after, copy));
  g_assert_cmpint (plt_plan_copy (after, 999, batch), ==, 0);
  g_assert_true (plt_store_delete (store, "schedule", copy, &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-publish/first", test_first);
  g_test_add_func ("/plan-publish/second", test_second);
  g_test_add_func ("/plan-publish/read-only", test_read_only);
  g_test_add_func ("/plan-publish/ways-out", test_ways_out);
  g_test_add_func ("/plan-publish/refusals", test_refusals);
  g_test_add_func ("/plan-publish/copy", test_copy);
  return g_test_run ();
}
