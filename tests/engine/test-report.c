/* Reports of the shoot: three days worked out by hand with their running totals; what is given back
 * to the plan, undone and done again; what the next line of the log is; the findings. */
#include "plt-check.h"
#include "plt-conformity.h"
#include "plt-error.h"
#include "plt-load.h"
#include "plt-report-checks.h"
#include "plt-report-log.h"
#include "plt-report-return.h"
#include "plt-test-store.h"

/* J1: 1 is complete (3 shots of 3), 2 in part (1 of 2). J2: 3 is complete (4 of 4), 4 is dropped,
 * and 2, which stood on no day any more, is finished. J3 has 5 and no report. */
static const char *const film[] = {
  "s1: sequence | number = 1 | premin_seconds = 1:30 | planned_shots = 3 | shooting_minutes = 120",
  "s2: sequence | number = 2 | premin_seconds = 0:45 | planned_shots = 2 | shooting_minutes = 60",
  "s3: sequence | number = 3 | premin_seconds = 1:00 | planned_shots = 4 | shooting_minutes = 180",
  "s4: sequence | number = 4 | premin_seconds = 0:30 | planned_shots = 1 | shooting_minutes = 30",
  "s5: sequence | number = 5 | premin_seconds = 2:00 | planned_shots = 5 | shooting_minutes = 240",
  "plan: schedule | name = Plan | day_minutes = 8h",
  "d1: shooting_day | schedule = @plan | date = 12/04/2027",
  "d2: shooting_day | schedule = @plan | date = 13/04/2027",
  "d3: shooting_day | schedule = @plan | date = 14/04/2027",
  "strip | schedule = @plan | day = @d1 | sequence = @s1 | useful_seconds = 1:35",
  "strip | schedule = @plan | day = @d1 | sequence = @s2 | useful_seconds = 0:20",
  "strip | schedule = @plan | day = @d2 | sequence = @s3",
  "strip | schedule = @plan | day = @d2 | sequence = @s4",
  "strip | schedule = @plan | day = @d3 | sequence = @s5",
  "call_sheet | day = @d1 | number = 1 | crew_minutes = 8h00 | pat_minutes = 9h00 | end_minutes = "
  "18h30",
  "r1: day_report | date = 12/04/2027 | day = @d1 | author = Ondine Vasseur | crew_minutes = 8h00 "
  "| "
  "pat_minutes = 9h10 | meal_minutes = 12h30 | meal_end_minutes = 13h30 | end_minutes = 19h00",
  "log_entry | day_report = @r1 | start_minutes = 9h30 | kind = prise | sequence = @s1 | shot = 1 "
  "| "
  "take = 1 | take_seconds = 0:35",
  "log_entry | day_report = @r1 | start_minutes = 9h40 | kind = prise | sequence = @s1 | shot = 1 "
  "| "
  "take = 2 | take_seconds = 0:40 | kept = 1 | card = A001",
  "log_entry | day_report = @r1 | start_minutes = 10h20 | kind = prise | sequence = @s1 | shot = 2 "
  "| take = 1 | take_seconds = 0:25 | kept = 1",
  "log_entry | day_report = @r1 | start_minutes = 11h | kind = prise | sequence = @s1 | shot = 3 | "
  "take = 1 | take_seconds = 0:30 | kept = 1",
  "log_entry | day_report = @r1 | start_minutes = 11h10 | kind = prise | sequence = @s1 | shot = 3 "
  "| take = 2 | take_seconds = 0:28 | kept = 1",
  "log_entry | day_report = @r1 | start_minutes = 18h30 | kind = prise | sequence = @s2 | shot = 1 "
  "| take = 1 | take_seconds = 0:20 | kept = 1 | card = A002",
  "day_delay | day_report = @r1 | delay_minutes = 20 | cause = meteo",
  "day_delay | day_report = @r1 | delay_minutes = 15 | cause = technique",
  "media_card | day_report = @r1 | name = A001 | size_mb = 128000 | length_seconds = 32:00 | "
  "backups = 2 | verified = 1",
  "media_card | day_report = @r1 | name = S001 | kind = son | size_mb = 8000 | backups = 1",
  "r2: day_report | date = 13/04/2027 | day = @d2 | crew_minutes = 8h00 | meal_minutes = 12h30 | "
  "end_minutes = 18h00",
  "log_entry | day_report = @r2 | kind = prise | sequence = @s3 | shot = 1 | take = 1 | kept = 1",
  "log_entry | day_report = @r2 | kind = prise | sequence = @s3 | shot = 2 | take = 1 | kept = 1",
  "log_entry | day_report = @r2 | kind = prise | sequence = @s3 | shot = 3 | take = 1 | kept = 1",
  "log_entry | day_report = @r2 | kind = prise | sequence = @s3 | shot = 4A | take = 1 | kept = 1",
  "log_entry | day_report = @r2 | kind = supprimee | sequence = @s4 | remark = plus la nuit",
  "log_entry | day_report = @r2 | start_minutes = 17h00 | kind = prise | sequence = @s2 | shot = 2 "
  "| take = 1 | take_seconds = 0:22 | kept = 1",
  "day_delay | day_report = @r2 | delay_minutes = 30 | cause = meteo",
  NULL
};

typedef struct
{
  PltStore *store;
  PltFacts *facts;
  PltPlan *plan;
  PltReportBook *book;
} Fixture;

static void
read_book (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->book, plt_report_book_free);
  g_clear_pointer (&self->plan, plt_plan_free);
  g_clear_pointer (&self->facts, plt_facts_free);
  self->facts = plt_facts_load (self->store, &error);
  g_assert_no_error (error);
  self->plan = plt_plan_new (self->facts, plt_test_find (self->store, "schedule", "Plan"));
  self->book = plt_report_book_new (self->facts, self->plan);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->store = plt_test_store_lines (film);
  read_book (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->book, plt_report_book_free);
  g_clear_pointer (&self->plan, plt_plan_free);
  g_clear_pointer (&self->facts, plt_facts_free);
  g_object_unref (self->store);
}

static const PltReportDay *
day (Fixture *self, guint number)
{
  g_assert_cmpuint (number, <=, self->book->days->len);
  return self->book->days->pdata[number - 1];
}

static const PltReportSequence *
item (Fixture *self, guint number, const char *sequence)
{
  for (guint i = 0; i < day (self, number)->sequences->len; i++)
    {
      const PltReportSequence *found
          = &g_array_index (day (self, number)->sequences, PltReportSequence, i);

      if (g_str_equal (found->sequence->number, sequence))
        return found;
    }
  return NULL;
}

/* By hand; the same before and after the plan was told. */
static void
assert_figures (Fixture *self)
{
  const PltReportFigures *one = &day (self, 1)->today, *two = &day (self, 2)->today;
  const PltReportFigures *total = &day (self, 3)->total;

  g_assert_cmpuint (self->book->days->len, ==, 3);
  g_assert_cmpuint (one->complete, ==, 1);
  g_assert_cmpuint (one->partly, ==, 1);
  g_assert_cmpuint (one->shots, ==, 4);
  g_assert_cmpuint (one->takes, ==, 6);
  g_assert_cmpuint (one->kept, ==, 5);
  g_assert_cmpint (one->planned_seconds, ==, 90 + 45);
  g_assert_cmpint (one->shot_seconds, ==, 90 + 22); /* half of 45, rounded down */
  g_assert_cmpint (one->kept_seconds, ==, 40 + 25 + 30 + 20);
  g_assert_cmpint (one->useful_seconds, ==, 95 + 20); /* as typed */
  g_assert_cmpint (one->lost_minutes, ==, 35);
  g_assert_cmpint (one->size_mb, ==, 136000);
  g_assert_cmpuint (one->cards, ==, 1);
  g_assert_cmpuint (one->sound_cards, ==, 1);
  g_assert_cmpuint (one->unsafe_cards, ==, 1);
  g_assert_cmpuint (two->complete, ==, 2);
  g_assert_cmpuint (two->partly, ==, 0);
  g_assert_cmpuint (two->dropped, ==, 1);
  g_assert_cmpuint (two->shots, ==, 5);
  g_assert_cmpint (two->shot_seconds, ==, 60 + 23);
  g_assert_cmpint (two->useful_seconds, ==, 0);
  g_assert_cmpint (two->kept_seconds, ==, 22);
  g_assert_cmpuint (two->n_unknown_useful, ==, 2); /* nobody timed séquences 2 and 3 */
  g_assert_cmpuint (two->n_unknown_hours, ==, 1);  /* when did the meal end? */
  g_assert_cmpuint (total->n_days, ==, 2);
  g_assert_cmpuint (total->complete, ==, 3);
  g_assert_cmpuint (total->shots, ==, 9);
  g_assert_cmpuint (total->takes, ==, 11);
  g_assert_cmpint (total->shot_seconds, ==, 195);
  g_assert_cmpint (total->useful_seconds, ==, 115);
  g_assert_cmpint (total->work_minutes, ==, 600);
  g_assert_cmpuint (day (self, 1)->done, ==, 1);
  g_assert_cmpuint (day (self, 1)->dropped, ==, 0);
  g_assert_cmpuint (day (self, 1)->left, ==, 4);
  g_assert_cmpuint (day (self, 2)->done, ==, 3);
  g_assert_cmpuint (day (self, 2)->dropped, ==, 1);
  g_assert_cmpuint (day (self, 2)->left, ==, 1);
}

static void
test_days (Fixture *self, gconstpointer data)
{
  assert_figures (self);
}

static void
test_states (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (item (self, 1, "1")->state, ==, PLT_REPORT_COMPLETE);
  g_assert_cmpint (item (self, 1, "2")->state, ==, PLT_REPORT_PARTLY);
  g_assert_cmpint (item (self, 1, "1")->first_minutes, ==, 9 * 60 + 30);
  g_assert_cmpint (item (self, 1, "1")->last_minutes, ==, 11 * 60 + 10);
  g_assert_cmpint (item (self, 2, "2")->state, ==, PLT_REPORT_COMPLETE);
  g_assert_false (item (self, 2, "2")->planned);
  g_assert_cmpuint (item (self, 2, "2")->shots_before, ==, 1);
  g_assert_cmpint (item (self, 2, "4")->state, ==, PLT_REPORT_DROPPED);
  g_assert_cmpint (item (self, 3, "5")->state, ==, PLT_REPORT_NOT_SHOT);
}

static void
test_hours (Fixture *self, gconstpointer data)
{
  const PltReportDay *one = day (self, 1), *two = day (self, 2);

  g_assert_cmpint (one->pat_late, ==, 10);
  g_assert_cmpint (one->end_late, ==, 30);
  g_assert_cmpint (one->span, ==, 660);
  g_assert_cmpint (one->work, ==, 600);
  g_assert_cmpint (one->over, ==, 120);
  g_assert_cmpint (one->first_shot, ==, 9 * 60 + 30);
  g_assert_cmpint (one->last_shot, ==, 18 * 60 + 30);
  g_assert_cmpint (two->span, ==, 600);
  g_assert_cmpint (two->work, ==, PLT_UNKNOWN);
  g_assert_cmpint (two->pat_late, ==, PLT_UNKNOWN);
  g_assert_cmpint (two->week_work, ==, 600);
  g_assert_cmpuint (two->week_unknown, ==, 1);
}

static void
test_delays (Fixture *self, gconstpointer data)
{
  const GArray *delays = day (self, 2)->delays;

  g_assert_cmpuint (delays->len, ==, 2);
  g_assert_cmpstr (g_array_index (delays, PltReportDelay, 0).cause, ==, "meteo");
  g_assert_cmpint (g_array_index (delays, PltReportDelay, 0).day, ==, 30);
  g_assert_cmpint (g_array_index (delays, PltReportDelay, 0).total, ==, 50);
  g_assert_cmpint (g_array_index (delays, PltReportDelay, 1).day, ==, 0);
  g_assert_cmpint (g_array_index (delays, PltReportDelay, 1).total, ==, 15);
}

/* 120 s are left, 195 were shot in two days: two days more, J3 and the next Monday, since the plan
 * works from Monday to Wednesday. */
static void
test_pace (Fixture *self, gconstpointer data)
{
  PltReportPace pace = plt_report_pace (self->book, day (self, 2));

  g_assert_cmpuint (pace.done, ==, 2);
  g_assert_cmpuint (pace.needed, ==, 2);
  g_assert_cmpuint (pace.planned, ==, 1);
  g_assert_cmpint (pace.end, ==, plt_date_from_ymd (2027, 4, 19));
}

static void
test_sum (Fixture *self, gconstpointer data)
{
  PltReportFigures sum = { 0 };

  for (guint i = 1; i <= 3; i++)
    {
      const PltReportDay *one = day (self, i);

      sum.complete += one->today.complete;
      sum.shots += one->today.shots;
      sum.shot_seconds += one->today.shot_seconds;
      sum.useful_seconds += one->today.useful_seconds;
      sum.lost_minutes += one->today.lost_minutes;
      sum.size_mb += one->today.size_mb;
      g_assert_cmpuint (sum.complete, ==, one->total.complete);
      g_assert_cmpuint (sum.shots, ==, one->total.shots);
      g_assert_cmpint (sum.shot_seconds, ==, one->total.shot_seconds);
      g_assert_cmpint (sum.useful_seconds, ==, one->total.useful_seconds);
      g_assert_cmpint (sum.lost_minutes, ==, one->total.lost_minutes);
      g_assert_cmpint (sum.size_mb, ==, one->total.size_mb);
      g_assert_cmpuint (one->film, ==, one->done + one->dropped + one->left);
    }
}

/* ---- given back ---- */

static guint
give_back (Fixture *self, guint number)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_true (plt_report_give_back (self->book, day (self, number), batch, &error));
  g_assert_no_error (error);
  n = plt_batch_get_n_edits (batch);
  g_assert_true (plt_store_apply (self->store, "Reporter au plan", NULL, batch, NULL, &error));
  g_assert_no_error (error);
  read_book (self);
  return n;
}

static void
test_give_back (Fixture *self, gconstpointer data)
{
  g_autofree char *before = plt_store_checksum (self->store);

  g_assert_false (plt_report_is_given (self->book, day (self, 1)));
  g_assert_cmpuint (give_back (self, 1), >, 0);
  plt_assert_undo_redo (self->store, before);
  read_book (self);
  assert_figures (self);
  plt_assert_rows (self->store, "strip", "shot", "|tournee|partielle|||");
  plt_assert_rows (self->store, "strip", "shots_done", "|3|1|||");
  plt_assert_rows (self->store, "strip", "useful_seconds", "|1:35|0:20|||");
  plt_assert_rows (self->store, "sequence", "status",
                   "tournee|partielle|a-tourner|a-tourner|a-tourner");
  g_assert_true (plt_report_is_given (self->book, day (self, 1)));
  g_assert_cmpuint (give_back (self, 1), ==, 0);
  assert_figures (self);
}

/* Séquence 2 has a strip for its rest in the pool: it comes to J2; 4 loses its own. */
static void
test_give_back_all (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;

  give_back (self, 1);
  before = plt_store_checksum (self->store);
  give_back (self, 2);
  plt_assert_undo_redo (self->store, before);
  read_book (self);
  assert_figures (self);
  plt_assert_rows (self->store, "sequence", "status",
                   "tournee|tournee|tournee|supprimee|a-tourner");
  g_assert_cmpuint (self->facts->strips.n, ==, 5);
  g_assert_cmpuint (give_back (self, 2), ==, 0);
  g_assert_cmpuint (give_back (self, 1), ==, 0);
}

static void
add_report_of_day_3 (Fixture *self, const char *kind)
{
  PLT_TEST_INSERT (self->store, "day_report", "date", "14/04/2027");
  if (kind != NULL)
    PLT_TEST_INSERT (self->store, "log_entry", "day_report", "mer. 14 avr.", "kind", kind,
                     "sequence", "5", "shot", "1", "take", "1", "kept", "1");
  read_book (self);
}

/* 17h00 to 1h30 as the clock shows it, an hour's meal at 22h00: 8 h 30, 7 h 30 of work. */
static void
test_night (Fixture *self, gconstpointer data)
{
  PLT_TEST_INSERT (self->store, "day_report", "date", "14/04/2027", "crew_minutes", "17h00",
                   "meal_minutes", "22h00", "meal_end_minutes", "23h00", "end_minutes", "1h30");
  read_book (self);
  g_assert_cmpint (day (self, 3)->span, ==, 510);
  g_assert_cmpint (day (self, 3)->work, ==, 450);
  g_assert_cmpint (day (self, 3)->end, ==, 1530);
  g_assert_cmpint (day (self, 1)->span, ==, 660); /* 8h00 to 19h00 stays */
}

static void
finish_day_3 (Fixture *self)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  plt_batch_update (batch, "day_report", day (self, 3)->report->id);
  plt_batch_set_text (batch, "status", "termine");
  g_assert_true (plt_store_apply (self->store, "Terminer", NULL, batch, NULL, &error));
  g_assert_no_error (error);
  read_book (self);
}

/* What was not shot goes back to the pool once the day is over, and the report remembers that it
 * stood there. */
static void
test_postponed (Fixture *self, gconstpointer data)
{
  add_report_of_day_3 (self, NULL);
  g_assert_cmpuint (give_back (self, 3), ==, 0); /* it may still be shot */
  g_assert_true (plt_report_is_given (self->book, day (self, 3)));
  finish_day_3 (self);
  g_assert_false (plt_report_is_given (self->book, day (self, 3)));
  give_back (self, 3);
  plt_assert_rows (
      self->store, "log_entry", "kind",
      "prise|prise|prise|prise|prise|prise|prise|prise|prise|prise|supprimee|prise|reportee");
  g_assert_cmpint (item (self, 3, "5")->state, ==, PLT_REPORT_POSTPONED);
  g_assert_true (item (self, 3, "5")->planned);
  g_assert_cmpint (day (self, 3)->today.planned_seconds, ==, 120);
  g_assert_cmpuint (give_back (self, 3), ==, 0);
}

/* Said to be complete: a take is enough, and it may be asked for again. */
static void
test_retake (Fixture *self, gconstpointer data)
{
  add_report_of_day_3 (self, "prise");
  g_assert_cmpint (item (self, 3, "5")->state, ==, PLT_REPORT_PARTLY);
  PLT_TEST_INSERT (self->store, "log_entry", "day_report", "mer. 14 avr.", "kind", "complete",
                   "sequence", "5");
  PLT_TEST_INSERT (self->store, "log_entry", "day_report", "mer. 14 avr.", "kind", "retake",
                   "sequence", "5");
  read_book (self);
  g_assert_cmpint (item (self, 3, "5")->state, ==, PLT_REPORT_COMPLETE);
  g_assert_true (item (self, 3, "5")->again);
  give_back (self, 3);
  plt_assert_rows (self->store, "sequence", "status",
                   "a-tourner|a-tourner|a-tourner|a-tourner|retake");
  plt_assert_rows (self->store, "strip", "part", "R1|||||");
  g_assert_cmpuint (give_back (self, 3), ==, 0);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (plt_report_give_back (self->book, day (self, 3), batch, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
}

/* ---- the next line ---- */

static void
assert_draft (Fixture *self, guint number, PltLogStep step, const char *expected)
{
  g_auto (PltLogDraft) draft = { 0 };
  const PltSequenceFacts *sequence;
  g_autofree char *text = NULL;

  plt_log_propose (self->book, day (self, number), step, &draft);
  sequence = PLT_FACTS_FIND (self->facts->sequences, PltSequenceFacts, draft.sequence);
  text = g_strdup_printf ("%s/%s/%s %s", sequence != NULL ? sequence->number : "-", draft.shot,
                          draft.take, draft.card);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_next (Fixture *self, gconstpointer data)
{
  assert_draft (self, 1, PLT_LOG_NEXT_TAKE, "2/1/2 A002");
  assert_draft (self, 1, PLT_LOG_NEXT_SHOT, "2/2/1 A002");
  assert_draft (self, 1, PLT_LOG_NEXT_SEQUENCE, "2/2/1 A002"); /* nothing else is left */
  assert_draft (self, 2, PLT_LOG_NEXT_TAKE, "2/2/2 ");
  assert_draft (self, 3, PLT_LOG_NEXT_TAKE, "5/1/1 "); /* a day that begins */
}

static void
test_names (void)
{
  static const struct
  {
    const char *name, *next;
  } cases[] = {
    { "", "1" },      { "1", "2" },      { "9", "10" },
    { "4A", "4B" },   { "4Z", "4AA" },   { "4az", "4ba" },
    { "P12", "P13" }, { "12/", "12/2" }, { "2147483647", "2147483647" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *next = plt_log_next_name (cases[i].name);

      g_assert_cmpstr (next, ==, cases[i].next);
    }
}

/* What another séquence goes on with; and the clock after midnight. The first report runs from 9h30
 * to 18h30, the second has 17h00 only. */
static void
test_hour (Fixture *self, gconstpointer data)
{
  static const struct
  {
    guint day;
    gint64 typed, meant;
  } cases[] = {
    { 1, 40, 1440 + 40 },    { 1, 5 * 60 + 59, 1440 + 5 * 60 + 59 },
    { 1, 6 * 60, 6 * 60 },   { 1, 9 * 60 + 45, 9 * 60 + 45 },
    { 1, 25 * 60, 25 * 60 }, { 1, PLT_UNKNOWN, PLT_UNKNOWN },
    { 2, 40, 40 }, /* nobody says that this day went on into the evening */
  };
  static const char *const shots[] = { "4", "3", "4B", "1", "1" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (
        plt_log_hour (self->facts, day (self, cases[i].day)->report->id, cases[i].typed), ==,
        cases[i].meant);
  g_assert_cmpint (plt_log_hour (self->facts, 0, 40), ==, 40);
  for (guint i = 0; i < G_N_ELEMENTS (shots); i++)
    {
      g_autofree char *shot
          = plt_log_shot_of (self->book, day (self, 2), self->facts->sequences.items[i].id);

      g_assert_cmpstr (shot, ==, shots[i]);
    }
}

static void
test_open (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  gint64 report = plt_report_open (self->book, day (self, 3), batch);

  g_assert_cmpint (report, <, 0);
  plt_log_add (self->facts, report, "prise", 540, 0, batch);
  plt_log_add (self->facts, report, "note", 541, 0, batch);
  g_assert_true (plt_store_apply (self->store, "x", NULL, batch, NULL, &error));
  g_assert_no_error (error);
  read_book (self);
  g_assert_cmpint (day (self, 3)->report->day, ==, day (self, 3)->day->day->id);
  g_assert_cmpuint (day (self, 3)->unit, ==, 1);
  g_assert_cmpstr (plt_log_last (self->facts, day (self, 3)->report->id, FALSE)->kind, ==, "note");
  g_assert_cmpstr (plt_log_last (self->facts, day (self, 3)->report->id, TRUE)->kind, ==, "prise");
}

static void
test_find (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_report_find (self->book, "J2", NULL) == day (self, 2));
  g_assert_true (plt_report_find (self->book, "14/04/2027", NULL) == day (self, 3));
  g_assert_null (plt_report_find (self->book, "J9", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
}

/* ---- conformity ---- */

static void
test_conformity (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) rows = plt_conformity_new (self->book);
  const PltConformityRow *one = &g_array_index (rows, PltConformityRow, 0);
  const PltConformityRow *two = &g_array_index (rows, PltConformityRow, 1);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpint (one->useful, ==, 95);
  g_assert_cmpint (one->excess, ==, 5);
  g_assert_cmpint (two->useful, ==, PLT_UNKNOWN); /* one of its two days is */
  g_assert_cmpint (g_array_index (rows, PltConformityRow, 2).useful, ==, PLT_UNKNOWN);
  plt_conformity_set (self->facts, one->sequence->id, PLT_CONFORMITY_ART, "conforme",
                      plt_date_from_ymd (2027, 4, 13), "Ondine", batch);
  g_assert_true (plt_store_apply (self->store, "x", NULL, batch, NULL, &error));
  plt_assert_rows (self->store, "conformity", "state", "conforme");
  read_book (self);
  g_clear_pointer (&batch, plt_batch_free);
  batch = plt_batch_new ();
  plt_conformity_set (self->facts, self->facts->sequences.items[0].id, PLT_CONFORMITY_ART, "",
                      PLT_DATE_NONE, "", batch);
  g_assert_true (plt_store_apply (self->store, "x", NULL, batch, NULL, &error));
  plt_assert_rows (self->store, "conformity", "state", "");
}

/* ---- findings ---- */

static guint
count (Fixture *self, const char *rule, PltDate today)
{
  g_autoptr (GPtrArray) issues = plt_issues_new ();
  guint n = 0;

  plt_check_reports (self->facts, self->plan, today, issues);
  for (guint i = 0; i < issues->len; i++)
    n += g_str_equal (((const PltIssue *) issues->pdata[i])->rule, rule);
  return n;
}

static void
test_findings (Fixture *self, gconstpointer data)
{
  PltDate later = plt_date_from_ymd (2027, 4, 15);

  g_assert_cmpuint (count (self, "report.missing", later), ==, 1); /* J3 */
  g_assert_cmpuint (count (self, "report.missing", PLT_DATE_NONE), ==, 0);
  g_assert_cmpuint (count (self, "report.card-backup", later), ==, 1); /* S001 */
  g_assert_cmpuint (count (self, "report.card-freed", later), ==, 0);
  g_assert_cmpuint (count (self, "report.not-given-back", later), ==, 2);
  g_assert_cmpuint (count (self, "report.not-given-back", PLT_DATE_NONE), ==, 0);
  g_assert_cmpuint (count (self, "report.not-explained", later), ==, 0);
  PLT_TEST_INSERT (self->store, "media_card", "day_report", "lun. 12 avr.", "name", "B001",
                   "backups", "1", "verified", "1", "freed", "1");
  add_report_of_day_3 (self, NULL);
  g_assert_cmpuint (count (self, "report.card-freed", later), ==, 1);
  g_assert_cmpuint (count (self, "report.not-explained", later), ==, 1);
}

static void
test_incidents (Fixture *self, gconstpointer data)
{
  PltDate saturday = plt_date_from_ymd (2027, 4, 17);

  /* Sunday does not count: Monday and Tuesday */
  g_assert_cmpint (plt_accident_deadline (self->facts, saturday), ==,
                   plt_date_from_ymd (2027, 4, 20));
  PLT_TEST_INSERT (self->store, "incident", "date", "17/04/2027", "name", "Chute d’un praticable",
                   "kind", "accident");
  read_book (self);
  g_assert_cmpuint (count (self, "incident.accident-to-declare", saturday), ==, 1);
  g_assert_cmpuint (count (self, "incident.accident-to-declare", PLT_DATE_NONE), ==, 1);
  g_assert_cmpuint (count (self, "incident.accident-late", saturday + 3), ==, 0);
  g_assert_cmpuint (count (self, "incident.accident-late", saturday + 4), ==, 1);
  g_assert_cmpuint (count (self, "incident.nobody-decided", saturday), ==, 1);
  g_assert_cmpuint (count (self, "incident.no-measure", saturday), ==, 1);
}

/* ---- by chance ---- */

#define N_DAYS 4
#define N_SEQUENCES 8

static void
add_line (GPtrArray *lines, char *line)
{
  g_ptr_array_add (lines, line);
}

/* Eight séquences on four days, some twice; each day's log has takes of its own séquences and of
 * others, and says of some what became of them. */
static GPtrArray *
random_film (GRand *rand)
{
  static const char *const said[] = { "complete", "retake", "reportee", "note" };
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  add_line (lines, g_strdup ("plan: schedule | name = Plan | day_minutes = 8h"));
  for (int i = 0; i < N_SEQUENCES; i++)
    add_line (lines,
              g_strdup_printf ("s%d: sequence | number = %d | premin_seconds = 0:%d | "
                               "planned_shots = %d | shooting_minutes = %d",
                               i, i + 1, g_rand_int_range (rand, 10, 60),
                               g_rand_int_range (rand, 1, 5), g_rand_int_range (rand, 20, 200)));
  for (int d = 0; d < N_DAYS; d++)
    add_line (lines, g_strdup_printf ("d%d: shooting_day | schedule = @plan | date = %d/04/2027", d,
                                      12 + d));
  for (int i = 0; i < N_SEQUENCES; i++)
    if (i > 0)
      add_line (lines, g_strdup_printf ("strip | schedule = @plan | day = @d%d | sequence = @s%d",
                                        g_rand_int_range (rand, 0, N_DAYS), i));
  for (int d = 0; d < N_DAYS; d++)
    {
      add_line (lines, g_strdup_printf ("r%d: day_report | date = %d/04/2027 | status = termine", d,
                                        12 + d));
      for (int k = g_rand_int_range (rand, 0, 9); k > 0; k--)
        add_line (lines,
                  g_strdup_printf (
                      "log_entry | day_report = @r%d | kind = prise | sequence = @s%d | "
                      "shot = %d | take = 1 | kept = %d | take_seconds = 0:%d",
                      d, g_rand_int_range (rand, 0, N_SEQUENCES), g_rand_int_range (rand, 1, 4),
                      g_rand_int_range (rand, 0, 2), g_rand_int_range (rand, 10, 59)));
      if (g_rand_boolean (rand))
        add_line (lines,
                  g_strdup_printf ("log_entry | day_report = @r%d | kind = %s | sequence = @s%d", d,
                                   said[g_rand_int_range (rand, 0, 4)],
                                   g_rand_int_range (rand, 0, N_SEQUENCES)));
    }
  g_ptr_array_add (lines, NULL);
  return lines;
}

static void
assert_same (const PltReportFigures *one, const PltReportFigures *other)
{
  g_assert_cmpuint (one->complete, ==, other->complete);
  g_assert_cmpuint (one->shots, ==, other->shots);
  g_assert_cmpuint (one->takes, ==, other->takes);
  g_assert_cmpint (one->shot_seconds, ==, other->shot_seconds);
  g_assert_cmpint (one->kept_seconds, ==, other->kept_seconds);
}

/* Each day in turn: the plan is told once, what was shot stays what it was, and undoing all of it
 * gives back the file. */
static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 8; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GPtrArray) lines = random_film (rand);
      Fixture self = { .store = plt_test_store_lines ((const char *const *) lines->pdata) };
      g_autofree char *before = plt_store_checksum (self.store);
      g_autofree char *after = NULL;
      guint steps = 0;

      read_book (&self);
      for (guint d = 1; d <= N_DAYS; d++)
        {
          PltReportFigures today = day (&self, d)->today, total = day (&self, d)->total;

          steps += give_back (&self, d) > 0;
          g_test_message ("seed %u, day %u", seed, d);
          assert_same (&today, &day (&self, d)->today);
          assert_same (&total, &day (&self, d)->total);
          g_assert_cmpuint (give_back (&self, d), ==, 0);
          g_assert_cmpuint (day (&self, d)->film, ==,
                            day (&self, d)->done + day (&self, d)->dropped + day (&self, d)->left);
        }
      for (; steps > 0; steps--)
        g_assert_true (plt_store_undo (self.store, NULL));
      after = plt_store_checksum (self.store);
      g_assert_cmpstr (before, ==, after);
      tear_down (&self, NULL);
    }
}

#define REPORT_TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  REPORT_TEST ("/report/night", test_night);
  REPORT_TEST ("/report/hour", test_hour);
  REPORT_TEST ("/report/days", test_days);
  REPORT_TEST ("/report/states", test_states);
  REPORT_TEST ("/report/hours", test_hours);
  REPORT_TEST ("/report/delays", test_delays);
  REPORT_TEST ("/report/pace", test_pace);
  REPORT_TEST ("/report/sum", test_sum);
  REPORT_TEST ("/report/give-back", test_give_back);
  REPORT_TEST ("/report/give-back-all", test_give_back_all);
  REPORT_TEST ("/report/postponed", test_postponed);
  REPORT_TEST ("/report/retake", test_retake);
  REPORT_TEST ("/report/refused", test_refused);
  REPORT_TEST ("/report/next", test_next);
  g_test_add_func ("/report/names", test_names);
  REPORT_TEST ("/report/open", test_open);
  REPORT_TEST ("/report/find", test_find);
  REPORT_TEST ("/report/conformity", test_conformity);
  REPORT_TEST ("/report/findings", test_findings);
  REPORT_TEST ("/report/incidents", test_incidents);
  g_test_add_func ("/report/random", test_random);
  return g_test_run ();
}
