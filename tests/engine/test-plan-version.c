#include "plt-error.h"
#include "plt-plan-version.h"

/* Version 1 published and archived, 2 published, 3 a working plan, and a variant of the same name
 * as another. */
static PltFacts *
make_facts (void)
{
  static const struct
  {
    gint64 id, version, replaces;
    const char *name, *status;
  } rows[] = {
    { 7, 1, 0, "Plan", "archivee" },      { 8, 2, 7, "Plan", "publiee" },
    { 2, 3, 0, "Plan", "brouillon" },     { 3, 8, 0, "Été à la mer", "brouillon" },
    { 4, PLT_UNKNOWN, 0, "Secours", "" },
  };
  PltFacts *facts = plt_facts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PltScheduleFacts *schedule = PLT_FACTS_ADD (facts->schedules, PltScheduleFacts, rows[i].id);

      schedule->version = rows[i].version;
      schedule->replaces = rows[i].replaces;
      schedule->name = rows[i].name;
      schedule->status = rows[i].status;
    }
  facts->production.schedule = 2;
  return facts;
}

static void
test_frozen (void)
{
  static const gint64 frozen[] = { 7, 8 };
  static const gint64 open[] = { 2, 3, 4, 99, 0 };
  g_autoptr (PltFacts) facts = make_facts ();
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (frozen); i++)
    g_assert_true (plt_schedule_is_frozen (facts, frozen[i]));
  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    g_assert_false (plt_schedule_is_frozen (facts, open[i]));
  sentence = plt_schedule_frozen_sentence (PLT_FACTS_FIND (facts->schedules, PltScheduleFacts, 8));
  g_assert_nonnull (g_strstr_len (sentence, -1, "Version 2"));
}

static void
test_find (void)
{
  static const struct
  {
    const char *word;
    PltScheduleWord meaning;
    gint64 id; /* or -1 not found, -2 several */
  } cases[] = {
    { "8", PLT_SCHEDULE_WORD_ID, 8 },
    { "8", PLT_SCHEDULE_WORD_VERSION, 3 },
    { "2", PLT_SCHEDULE_WORD_ID, 2 },
    { "2", PLT_SCHEDULE_WORD_VERSION, 8 },
    { "4", PLT_SCHEDULE_WORD_VERSION, 4 },
    { "1", PLT_SCHEDULE_WORD_ID, -1 },
    { "v2", PLT_SCHEDULE_WORD_ID, 8 },
    { "V3", PLT_SCHEDULE_WORD_VERSION, 2 },
    { "v4", PLT_SCHEDULE_WORD_VERSION, -1 },
    { "#4", PLT_SCHEDULE_WORD_VERSION, 4 },
    { "ete a la mer", PLT_SCHEDULE_WORD_ID, 3 },
    { "plan", PLT_SCHEDULE_WORD_ID, -2 },
    { "vendredi", PLT_SCHEDULE_WORD_ID, -1 },
    { "v", PLT_SCHEDULE_WORD_VERSION, -1 },
    { "", PLT_SCHEDULE_WORD_ID, -1 },
  };
  g_autoptr (PltFacts) facts = make_facts ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      const PltScheduleFacts *found
          = plt_schedule_find (facts, cases[i].word, cases[i].meaning, &error);

      g_test_message ("%s", cases[i].word);
      if (cases[i].id > 0)
        {
          g_assert_no_error (error);
          g_assert_cmpint (found->id, ==, cases[i].id);
          continue;
        }
      g_assert_null (found);
      g_assert_true (g_error_matches (
          error, PLT_ERROR, cases[i].id == -1 ? PLT_ERROR_NOT_FOUND : PLT_ERROR_CONFLICT));
    }
}

static void
test_published (void)
{
  g_autoptr (PltFacts) facts = make_facts ();
  g_autoptr (PltFacts) none = plt_facts_new ();
  const PltScheduleFacts *last = plt_schedule_last_published (facts, 0);

  g_assert_cmpint (last->id, ==, 8);
  g_assert_cmpint (plt_schedule_last_published (facts, 8)->id, ==, 7);
  g_assert_cmpint (plt_schedule_replaced (facts, last)->id, ==, 7);
  g_assert_null (plt_schedule_replaced (facts, &facts->schedules.items[0]));
  g_assert_null (plt_schedule_last_published (none, 0));
  g_assert_cmpint (plt_schedule_number (last), ==, 2);
  g_assert_cmpint (plt_schedule_number (&facts->schedules.items[4]), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-version/frozen", test_frozen);
  g_test_add_func ("/plan-version/find", test_find);
  g_test_add_func ("/plan-version/published", test_published);
  return g_test_run ();
}
