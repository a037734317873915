/* Days of a plan de travail: other dates, another order, another unit; each on a real file, undone
 * and done again. */
#include "plt-day-edit.h"
#include "plt-load.h"
#include "plt-test-store.h"

/* Thursday 8 to Wednesday 14 April 2027, with a rest on Sunday and a closing on Tuesday 20. */
static const char *const film[] = {
  "s1: sequence | number = 1",
  "plan: schedule | name = Plan",
  "other: schedule | name = Autre",
  "d1: shooting_day | schedule = @plan | date = 08/04/2027",
  "d2: shooting_day | schedule = @plan | date = 09/04/2027",
  "r: shooting_day | schedule = @plan | date = 11/04/2027 | kind = repos",
  "d3: shooting_day | schedule = @plan | date = 12/04/2027 | start_minutes = 8h00 | note = Mer",
  "d4: shooting_day | schedule = @plan | date = 13/04/2027",
  "d5: shooting_day | schedule = @plan | date = 14/04/2027",
  "o: shooting_day | schedule = @other | date = 08/04/2027",
  "strip | schedule = @plan | day = @d1 | sequence = @s1",
  "strip | schedule = @plan | day = @d3 | kind = repas | text = Cantine",
  "calendar_period | name = Usine | kind = fermeture | from_date = 20/04/2027",
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

/* The n-th day of the plan. */
static gint64
day (Fixture *self, guint n)
{
  for (guint i = 0; i < self->facts->days.n; i++)
    if (self->facts->days.items[i].schedule == self->plan && n-- == 0)
      return self->facts->days.items[i].id;
  g_assert_not_reached ();
}

/* "8 9 11r 12 12/2": day of the month, r for a rest, the unit when it is not the first. */
static char *
dump (Fixture *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->facts->days.n; i++)
    {
      const PltDayFacts *row = &self->facts->days.items[i];
      int year, month, of_month = 0;

      if (row->schedule != self->plan)
        continue;
      if (row->date != PLT_DATE_NONE)
        plt_date_to_ymd (row->date, &year, &month, &of_month);
      g_string_append_printf (text, "%s%d%s", text->len > 0 ? " " : "", of_month,
                              g_str_equal (row->kind, "repos") ? "r" : "");
      if (row->unit > 1)
        g_string_append_printf (text, "/%d", (int) row->unit);
    }
  return g_string_free (text, FALSE);
}

#define assert_days(self, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *is_ = dump (self);                                                            \
    g_assert_cmpstr (is_, ==, expected);                                                           \
  }                                                                                                \
  G_STMT_END

#define WEEKEND (1u << 6 | 1u << 7)

static void
apply (Fixture *self, const PltBatch *batch)
{
  g_autofree char *before = plt_store_checksum (self->store);
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_store_apply (self->store, "days", NULL, batch, NULL, &error));
  g_assert_no_error (error);
  plt_assert_undo_redo (self->store, before);
  read_facts (self);
}

static void
test_unit (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBatch) again = plt_batch_new ();
  gint64 id;

  g_assert_true (plt_days_add_unit (self->facts, day (self, 3), batch, &id, NULL));
  apply (self, batch);
  assert_days (self, "8 9 11r 12 12/2 13 14");
  g_assert_cmpint (self->facts->days.items[4].start_minutes, ==, 480);
  g_assert_true (plt_days_add_unit (self->facts, day (self, 3), again, &id, NULL));
  apply (self, again);
  assert_days (self, "8 9 11r 12 12/2 12/3 13 14");
}

/* The copy takes Thursday 15 after the last one; in the middle it pushes what follows, the Sunday
 * stays a Sunday. */
static void
test_duplicate (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBatch) last = plt_batch_new ();
  g_autoptr (PltBatch) middle = plt_batch_new ();
  guint n_strips = self->facts->strips.n;
  gint64 id;

  g_assert_true (plt_days_duplicate (self->facts, day (self, 5), WEEKEND, last, &id, NULL));
  apply (self, last);
  assert_days (self, "8 9 11r 12 13 14 15");
  g_assert_cmpuint (self->facts->strips.n, ==, n_strips);
  g_assert_true (plt_days_duplicate (self->facts, day (self, 3), WEEKEND, middle, &id, NULL));
  apply (self, middle);
  assert_days (self, "8 9 11r 12 13 14 15 16");
  g_assert_cmpint (self->facts->days.items[4].start_minutes, ==, 480);
  g_assert_cmpstr (self->facts->days.items[4].note, ==, "Mer");
  g_assert_cmpuint (self->facts->strips.n, ==, n_strips + 1);
}

static void
test_rest (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  gint64 id;

  g_assert_true (plt_days_insert_rest (self->facts, day (self, 3), WEEKEND, batch, &id, NULL));
  apply (self, batch);
  assert_days (self, "8 9 11r 12 13r 14 15");
}

/* Friday 9 becomes Monday 12, and so on; with five days more Tuesday 20 is closed. */
static void
test_shift (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBatch) one = plt_batch_new ();
  g_autoptr (PltBatch) back = plt_batch_new ();
  g_autoptr (PltBatch) far = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_days_shift (self->facts, day (self, 1), 1, WEEKEND, one, NULL));
  apply (self, one);
  assert_days (self, "8 11r 12 13 14 15");
  g_assert_false (plt_days_shift (self->facts, day (self, 2), -5, WEEKEND, back, &error));
  plt_assert_says (error, PLT_ERROR_CONFLICT, "room");
  g_assert_true (plt_days_shift (self->facts, day (self, 2), 5, WEEKEND, far, NULL));
  apply (self, far);
  assert_days (self, "8 11r 19 21 22 23");
}

/* One day goes where it is put, a Saturday too; who stands there changes places with it. */
static void
test_move (Fixture *self, gconstpointer data)
{
  static const struct
  {
    guint day;
    int date;
    gboolean following;
    const char *days;
  } cases[] = {
    { 3, 12, FALSE, "8 9 11r 12 13 14" }, /* there already */
    { 3, 17, FALSE, "8 9 11r 13 14 17" }, /* last, on a Saturday */
    { 3, 7, FALSE, "7 8 9 11r 13 14" },   /* first */
    { 0, 14, FALSE, "8 9 11r 12 13 14" }, /* the first and the last change places */
    { 0, 11, FALSE, "8r 9 11 12 13 14" }, /* so does the day of rest */
    { 1, 12, TRUE, "8 11r 12 13 14 15" }, /* one working day later, the Sunday stays */
    { 1, 16, TRUE, "8 11r 16 19 21 22" }, /* the 20th is closed */
    { 3, 10, TRUE, "8 9 10 11r 12 13" },  /* one earlier: the Friday stands for Saturday */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (GError) error = NULL;
      gint64 moved = day (self, cases[i].day);
      PltDate date = plt_date_from_ymd (2027, 4, cases[i].date);

      g_test_message ("case %u", i);
      g_assert_true (
          plt_days_move (self->facts, moved, date, cases[i].following, WEEKEND, batch, &error));
      g_assert_no_error (error);
      g_assert_cmpint (plt_batch_get_n_edits (batch) > 0, ==, i > 0);
      if (i > 0)
        apply (self, batch);
      assert_days (self, cases[i].days);
      g_assert_cmpint (PLT_FACTS_FIND (self->facts->days, PltDayFacts, moved)->date, ==, date);
      if (i > 0)
        g_assert_true (plt_store_undo (self->store, NULL));
      read_facts (self);
    }
}

static void
test_move_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  PltDate locked = plt_date_from_ymd (2027, 4, 13), before = plt_date_from_ymd (2027, 4, 8);

  g_assert_true (plt_store_set (self->store, "shooting_day", day (self, 4), "locked", "1", NULL));
  read_facts (self);
  g_assert_false (plt_days_move (self->facts, day (self, 4), before, FALSE, 0, batch, &error));
  plt_assert_says (error, PLT_ERROR_CONFLICT, "locked");
  g_clear_error (&error);
  g_assert_false (plt_days_move (self->facts, day (self, 3), locked, FALSE, 0, batch, &error));
  g_clear_error (&error);
  g_assert_false (plt_days_move (self->facts, day (self, 3), locked, TRUE, 0, batch, &error));
  g_clear_error (&error);
  /* later days cannot go before earlier ones */
  g_assert_false (plt_days_move (self->facts, day (self, 5), before, TRUE, 0, batch, &error));
  plt_assert_says (error, PLT_ERROR_CONFLICT, "room");
  g_clear_error (&error);
  g_assert_false (plt_days_move (self->facts, 9999, before, TRUE, 0, batch, &error));
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 0);
}

/* A day that has no date gets one; who stood there loses it. */
static void
test_move_undated (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  gint64 moved = day (self, 5);

  g_assert_true (plt_store_set (self->store, "shooting_day", moved, "date", "", NULL));
  read_facts (self);
  g_assert_true (plt_days_move (self->facts, moved, plt_date_from_ymd (2027, 4, 13), TRUE, WEEKEND,
                                batch, NULL));
  apply (self, batch);
  assert_days (self, "8 9 11r 12 0 13");
}

static void
test_add (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBatch) same = plt_batch_new ();

  g_assert_cmpint (plt_days_add (self->facts, self->plan, plt_date_from_ymd (2027, 4, 10), batch),
                   <, 0);
  apply (self, batch);
  assert_days (self, "8 9 10 11r 12 13 14");
  g_assert_cmpstr (self->facts->days.items[2].kind, ==, "tournage");
  g_assert_cmpint (self->facts->days.items[2].start_minutes, ==, 540);
  plt_days_add (self->facts, self->plan, plt_date_from_ymd (2027, 4, 10), same);
  apply (self, same);
  assert_days (self, "8 9 10 10 11r 12 13 14");
}

/* What was shot, and what is locked, keeps its date. */
static void
test_past (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBatch) later = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  for (guint i = 0; i < self->facts->strips.n; i++)
    if (self->facts->strips.items[i].sequence != 0)
      g_assert_true (plt_store_set (self->store, "strip", self->facts->strips.items[i].id, "shot",
                                    "tournee", NULL));
  g_assert_true (plt_store_set (self->store, "shooting_day", day (self, 4), "locked", "1", NULL));
  read_facts (self);
  g_assert_false (plt_days_shift (self->facts, day (self, 0), 1, WEEKEND, batch, &error));
  plt_assert_says (error, PLT_ERROR_CONFLICT, "locked");
  /* the copy of the 12th gives way to the locked 13th */
  g_assert_true (plt_days_insert_rest (self->facts, day (self, 1), 0, later, &id, NULL));
  apply (self, later);
  assert_days (self, "8 9 10r 11r 12 13 14");
}

static void
test_sort (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBatch) none = plt_batch_new ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (plt_days_sort (self->facts, self->plan, none, &error));
  plt_assert_says (error, PLT_ERROR_CONFLICT, "order");
  g_assert_true (
      plt_store_set (self->store, "shooting_day", day (self, 0), "date", "30/04/2027", NULL));
  read_facts (self);
  g_assert_true (plt_days_sort (self->facts, self->plan, batch, NULL));
  apply (self, batch);
  assert_days (self, "9 11r 12 13 14 30");
}

static void
test_calendar (Fixture *self, gconstpointer data)
{
  PltDate friday = plt_date_from_ymd (2027, 4, 9);

  g_assert_true (plt_move_date (self->facts, friday, 1, WEEKEND)
                 == plt_date_from_ymd (2027, 4, 12));
  g_assert_true (plt_move_date (self->facts, friday, 1, 1u << 7)
                 == plt_date_from_ymd (2027, 4, 10));
  g_assert_true (plt_move_date (self->facts, friday, 0, WEEKEND) == friday);
  g_assert_true (plt_move_date (self->facts, friday, -2, WEEKEND)
                 == plt_date_from_ymd (2027, 4, 7));
  g_assert_true (plt_move_date (self->facts, friday, 3, 0xfe) == friday); /* no day at all */
  g_assert_false (plt_is_working_day (self->facts, plt_date_from_ymd (2027, 4, 20), 0));
  g_assert_true (plt_is_working_day (self->facts, plt_date_from_ymd (2027, 4, 21), 0));
  /* Thursday, Friday, Monday to Wednesday */
  g_assert_cmpuint (plt_plan_rest_days (self->facts, self->plan), ==, WEEKEND);
  g_assert_cmpuint (plt_plan_rest_days (self->facts, 0), ==, WEEKEND);
}

static void
test_gone (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_false (plt_days_add_unit (self->facts, 9999, batch, &id, &error));
  plt_assert_says (error, PLT_ERROR_NOT_FOUND, "day");
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/day-edit/unit", test_unit);
  TEST ("/day-edit/duplicate", test_duplicate);
  TEST ("/day-edit/rest", test_rest);
  TEST ("/day-edit/shift", test_shift);
  TEST ("/day-edit/move", test_move);
  TEST ("/day-edit/move-refused", test_move_refused);
  TEST ("/day-edit/move-undated", test_move_undated);
  TEST ("/day-edit/add", test_add);
  TEST ("/day-edit/past", test_past);
  TEST ("/day-edit/sort", test_sort);
  TEST ("/day-edit/calendar", test_calendar);
  TEST ("/day-edit/gone", test_gone);
  return g_test_run ();
}
