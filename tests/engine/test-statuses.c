/* Statuses of the shoot: each change on a real file, undone and done again; what is left counted by
 * hand. */
#include "plt-load.h"
#include "plt-statuses.h"
#include "plt-test-store.h"

/* J1: 1 (2 h, 4/8, 1:30) and 2 (1 h, 4/8); J2: 3 (3 h, 3/8, 1:00), then a meal; 4A (1 h, 2/8) has a
 * strip in the pool, 5 (no time) none; 6 was dropped. */
static const char *const film[] = {
  "s1: sequence | number = 1 | eighths = 4/8 | premin_seconds = 1:30 | shooting_minutes = 120",
  "s2: sequence | number = 2 | eighths = 4/8 | shooting_minutes = 60",
  "s3: sequence | number = 3 | eighths = 3/8 | premin_seconds = 1:00 | shooting_minutes = 180",
  "s4: sequence | number = 4A | eighths = 2/8 | shooting_minutes = 60",
  "s5: sequence | number = 5 | eighths = 1/8",
  "s6: sequence | number = 6 | eighths = 8/8 | status = supprimee",
  "plan: schedule | name = Plan",
  "d1: shooting_day | schedule = @plan | date = 12/04/2027",
  "d2: shooting_day | schedule = @plan | date = 13/04/2027",
  "strip | schedule = @plan | day = @d1 | sequence = @s1",
  "strip | schedule = @plan | day = @d1 | sequence = @s2",
  "strip | schedule = @plan | day = @d2 | sequence = @s3",
  "strip | schedule = @plan | day = @d2 | kind = repas",
  "strip | schedule = @plan | sequence = @s4",
  NULL
};

typedef struct
{
  PltStore *store;
  PltFacts *facts;
  gint64 plan;
} Fixture;

static void
read_facts (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->facts, plt_facts_free);
  self->facts = plt_facts_load (self->store, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->store = plt_test_store_lines (film);
  self->plan = plt_test_find (self->store, "schedule", "Plan");
  read_facts (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->facts, plt_facts_free);
  g_object_unref (self->store);
}

static const PltSequenceFacts *
sequence (Fixture *self, const char *number)
{
  for (guint i = 0; i < self->facts->sequences.n; i++)
    if (g_str_equal (self->facts->sequences.items[i].number, number))
      return &self->facts->sequences.items[i];
  g_assert_not_reached ();
}

/* The n-th strip of a séquence, by id. */
static gint64
strip (Fixture *self, const char *number, guint n)
{
  gint64 found = 0;

  for (guint i = 0; i < self->facts->strips.n; i++)
    if (self->facts->strips.items[i].sequence == sequence (self, number)->id)
      if (n-- == 0)
        found = self->facts->strips.items[i].id;
  g_assert_cmpint (found, !=, 0);
  return found;
}

static gboolean
try_change (Fixture *self, const PltStatusChange *changes, guint n, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  if (!plt_statuses_apply (self->facts, self->plan, changes, n, batch, error))
    return FALSE;
  g_assert_true (plt_store_apply (self->store, "status", NULL, batch, NULL, error));
  read_facts (self);
  return TRUE;
}

static void
change (Fixture *self, gint64 id, PltShootStatus status, gint64 rest)
{
  const PltStatusChange what = { id, 0, status, rest };
  g_autofree char *before = plt_store_checksum (self->store);
  g_autoptr (GError) error = NULL;

  g_assert_true (try_change (self, &what, 1, &error));
  g_assert_no_error (error);
  plt_assert_undo_redo (self->store, before);
}

static void
refuse (Fixture *self, gint64 id, PltShootStatus status, const char *part)
{
  const PltStatusChange what = { id, 0, status, PLT_UNKNOWN };
  g_autoptr (GError) error = NULL;

  g_assert_false (try_change (self, &what, 1, &error));
  plt_assert_says (error, PLT_ERROR_CONFLICT, part);
}

/* "1 tournee: J1 tournee, pool 1/2; ..": the séquence and its strips. */
static char *
dump (Fixture *self, const char *number)
{
  const PltSequenceFacts *found = sequence (self, number);
  GString *text = g_string_new (found->status);
  g_autoptr (PltPlan) plan = plt_plan_new (self->facts, self->plan);

  for (guint i = 0; i < self->facts->strips.n; i++)
    {
      const PltStripFacts *row = &self->facts->strips.items[i];

      if (row->sequence != found->id)
        continue;
      g_string_append (text, "; ");
      for (guint j = 0; row->day != 0 && j < plan->days->len; j++)
        if (((PltDayPlan *) plan->days->pdata[j])->day->id == row->day)
          g_string_append_printf (text, "J%u", j + 1);
      if (row->day == 0)
        g_string_append (text, "pool");
      g_string_append_printf (text, "%s%s%s%s", *row->part != '\0' ? " " : "", row->part,
                              *row->shot != '\0' ? " " : "", row->shot);
      if (row->minutes != PLT_UNKNOWN)
        g_string_append_printf (text, " %d min", (int) row->minutes);
    }
  return g_string_free (text, FALSE);
}

#define assert_sequence(self, number, expected)                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *is_ = dump (self, number);                                                    \
    g_assert_cmpstr (is_, ==, expected);                                                           \
  }                                                                                                \
  G_STMT_END

static void
test_shot (Fixture *self, gconstpointer data)
{
  change (self, strip (self, "1", 0), PLT_SHOOT_DONE, PLT_UNKNOWN);
  assert_sequence (self, "1", "tournee; J1 tournee");
  g_assert_true (plt_strip_is_shot (
      PLT_FACTS_FIND (self->facts->strips, PltStripFacts, strip (self, "1", 0))));
  refuse (self, strip (self, "1", 0), PLT_SHOOT_POSTPONED, "1");
  refuse (self, strip (self, "1", 0), PLT_SHOOT_DROPPED, "1");
  refuse (self, strip (self, "1", 0), PLT_SHOOT_ADDED, "1");
  refuse (self, strip (self, "4A", 0), PLT_SHOOT_DONE, "4A");
  change (self, strip (self, "1", 0), PLT_SHOOT_TO_DO, PLT_UNKNOWN);
  assert_sequence (self, "1", "a-tourner; J1");
}

/* The rest becomes a part of its own in the pool; once it is shot the whole is. */
static void
test_partly (Fixture *self, gconstpointer data)
{
  change (self, strip (self, "3", 0), PLT_SHOOT_PARTLY, 60);
  assert_sequence (self, "3", "partielle; pool 2/2 60 min; J2 1/2 partielle");
  change (self, strip (self, "2", 0), PLT_SHOOT_PARTLY, PLT_UNKNOWN);
  assert_sequence (self, "2", "partielle; J1 partielle");
  {
    g_autoptr (PltBatch) batch = plt_batch_new ();

    plt_batch_update (batch, "strip", strip (self, "3", 0));
    plt_batch_set_integer (batch, "day", self->facts->days.items[0].id);
    g_assert_true (plt_store_apply (self->store, "move", NULL, batch, NULL, NULL));
    read_facts (self);
  }
  /* what was shot last decides: the first half on the second day was not finished */
  for (guint i = 0; i < 2; i++)
    if (*PLT_FACTS_FIND (self->facts->strips, PltStripFacts, strip (self, "3", i))->shot == '\0')
      change (self, strip (self, "3", i), PLT_SHOOT_DONE, PLT_UNKNOWN);
  g_assert_cmpstr (sequence (self, "3")->status, ==, "partielle");
}

static void
test_postponed (Fixture *self, gconstpointer data)
{
  change (self, strip (self, "2", 0), PLT_SHOOT_POSTPONED, PLT_UNKNOWN);
  assert_sequence (self, "2", "reportee; pool reportee");
  change (self, strip (self, "2", 0), PLT_SHOOT_TO_DO, PLT_UNKNOWN);
  assert_sequence (self, "2", "a-tourner; pool");
}

static void
test_retake (Fixture *self, gconstpointer data)
{
  gint64 first = strip (self, "1", 0);

  refuse (self, first, PLT_SHOOT_RETAKE, "1");
  change (self, first, PLT_SHOOT_DONE, PLT_UNKNOWN);
  change (self, first, PLT_SHOOT_RETAKE, PLT_UNKNOWN);
  assert_sequence (self, "1", "retake; pool R1 120 min; J1 tournee");
  change (self, first, PLT_SHOOT_RETAKE, PLT_UNKNOWN);
  assert_sequence (self, "1", "retake; pool R1 120 min; pool R2 120 min; J1 tournee");
}

static void
test_dropped_and_added (Fixture *self, gconstpointer data)
{
  change (self, strip (self, "4A", 0), PLT_SHOOT_DROPPED, PLT_UNKNOWN);
  assert_sequence (self, "4A", "supprimee");
  change (self, strip (self, "2", 0), PLT_SHOOT_ADDED, PLT_UNKNOWN);
  assert_sequence (self, "2", "ajoutee; J1");
  {
    const PltStatusChange back = { 0, sequence (self, "4A")->id, PLT_SHOOT_TO_DO, PLT_UNKNOWN };
    g_autoptr (GError) error = NULL;

    g_assert_true (try_change (self, &back, 1, &error));
    assert_sequence (self, "4A", "a-tourner");
  }
}

/* The end of a day is one command: one shot, one in part, a banner passed over. */
static void
test_day (Fixture *self, gconstpointer data)
{
  const PltStatusChange changes[] = {
    { strip (self, "1", 0), 0, PLT_SHOOT_DONE, PLT_UNKNOWN },
    { strip (self, "2", 0), 0, PLT_SHOOT_PARTLY, 20 },
  };
  guint n_steps = plt_test_n_steps (self->store);
  g_autofree char *before = plt_store_checksum (self->store);
  g_autoptr (GError) error = NULL;

  g_assert_true (try_change (self, changes, G_N_ELEMENTS (changes), &error));
  g_assert_no_error (error);
  plt_assert_undo_redo (self->store, before);
  g_assert_cmpuint (plt_test_n_steps (self->store), ==, n_steps + 1);
  assert_sequence (self, "1", "tournee; J1 tournee");
  assert_sequence (self, "2", "partielle; pool 2/2 20 min; J1 1/2 partielle");
}

static PltRemaining
remaining (Fixture *self)
{
  g_autoptr (PltPlan) plan = plt_plan_new (self->facts, self->plan);

  return plt_remaining (plan);
}

/* 4 + 4 + 3 + 2 + 1 eighths, 150 s, 120 + 60 + 180 + 60 minutes; the dropped one counts nowhere. */
static void
test_remaining (Fixture *self, gconstpointer data)
{
  PltRemaining left = remaining (self);

  g_assert_cmpuint (left.n_strips_left, ==, 5);
  g_assert_cmpuint (left.n_sequences_left, ==, 5);
  g_assert_cmpuint (left.n_unknown, ==, 1);
  g_assert_cmpuint (left.n_days_left, ==, 2);
  g_assert_cmpint (left.minutes_left, ==, 420);
  g_assert_cmpint (left.eighths_left, ==, 14);
  g_assert_cmpint (left.seconds_left, ==, 150);
  g_assert_cmpint (left.eighths_shot, ==, 0);

  change (self, strip (self, "1", 0), PLT_SHOOT_DONE, PLT_UNKNOWN);
  change (self, strip (self, "2", 0), PLT_SHOOT_PARTLY, 20);
  left = remaining (self);
  g_assert_cmpuint (left.n_strips_shot, ==, 2);
  g_assert_cmpuint (left.n_sequences_shot, ==, 1);
  g_assert_cmpuint (left.n_sequences_left, ==, 4);
  g_assert_cmpuint (left.n_days_left, ==, 1);
  g_assert_cmpint (left.minutes_shot, ==, 180);
  g_assert_cmpint (left.minutes_left, ==, 180 + 60 + 20);
  g_assert_cmpint (left.eighths_shot, ==, 4 + 4 * 60 / 80);
  g_assert_cmpint (left.eighths_shot + left.eighths_left, ==, 14);
  g_assert_cmpint (left.seconds_shot, ==, 90);
  g_assert_cmpint (left.seconds_left, ==, 60);

  /* a retake costs time, no page */
  change (self, strip (self, "1", 0), PLT_SHOOT_RETAKE, PLT_UNKNOWN);
  left = remaining (self);
  g_assert_cmpint (left.minutes_left, ==, 180 + 60 + 20 + 120);
  g_assert_cmpint (left.eighths_shot, ==, 4 + 3);
  g_assert_cmpuint (left.n_sequences_shot, ==, 0);

  /* begun, and nothing that takes it up: all of it is left */
  change (self, strip (self, "3", 0), PLT_SHOOT_PARTLY, PLT_UNKNOWN);
  left = remaining (self);
  g_assert_cmpint (left.seconds_left, ==, 60);
}

static void
test_words (void)
{
  for (guint i = 0; i < PLT_N_SHOOT_STATUSES; i++)
    g_assert_cmpstr (plt_shoot_status_title ((PltShootStatus) i), !=,
                     plt_shoot_status_id ((PltShootStatus) i));
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/statuses/shot", test_shot);
  TEST ("/statuses/partly", test_partly);
  TEST ("/statuses/postponed", test_postponed);
  TEST ("/statuses/retake", test_retake);
  TEST ("/statuses/dropped-and-added", test_dropped_and_added);
  TEST ("/statuses/day", test_day);
  TEST ("/statuses/remaining", test_remaining);
  g_test_add_func ("/statuses/words", test_words);
  return g_test_run ();
}
