/* The rétroplanning from facts: counted by hand, Monday 7 June 2027 to Friday 30 July 2027. */
#include <string.h>

#include "plt-test-retro.h"

enum
{
  SHOOT = 10,
  EDIT,
  MIX,
  MASTER,
  PROMO,
};

/* Shoot 7 to 11 June; edit 10 days, mix 5, master 2; delivery on Friday 30 July. */
static PltFacts *
usual (const char *delivery)
{
  PltFacts *facts
      = retro_facts (delivery, "2027-06-07,2027-06-08,2027-06-09,2027-06-10,2027-06-11");
  PltTaskFacts *shoot = retro_task (facts, SHOOT, "Tournage", -1);

  shoot->phase = "tournage";
  shoot->anchor = "tournage";
  retro_task (facts, EDIT, "Montage", 10);
  retro_task (facts, MIX, "Mixage", 5);
  retro_task (facts, MASTER, "PAD", 2);
  retro_link (facts, SHOOT, EDIT, "fin-debut", 0);
  retro_link (facts, EDIT, MIX, "fin-debut", 0);
  retro_link (facts, MIX, MASTER, "fin-debut", 0);
  return facts;
}

static void
assert_dates (const PltRetro *retro, gint64 task, const char *expected)
{
  g_autofree char *dates = retro_dates (retro, task);

  g_assert_cmpstr (dates, ==, expected);
}

/* Backwards: PAD 29-30 July, mix 22-28, edit 8-21. The edit can begin on 14 June: from there to
 * 8 July there are 18 working days. */
static void
test_backwards (void)
{
  g_autoptr (PltFacts) facts = usual ("2027-07-30");
  g_autoptr (PltRetro) retro = retro_on (facts, "");
  g_autofree char *head = plt_retro_head_text (retro);
  g_autofree char *chain = plt_retro_chain_text (retro);

  assert_dates (retro, SHOOT, "2027-06-07..2027-06-11");
  assert_dates (retro, MASTER, "2027-07-29..2027-07-30");
  assert_dates (retro, MIX, "2027-07-22..2027-07-28");
  assert_dates (retro, EDIT, "2027-07-08..2027-07-21");
  g_assert_cmpint (plt_retro_find (retro, EDIT)->dates.slack, ==, 18);
  g_assert_cmpint (plt_retro_find (retro, EDIT)->dates.early_start, ==, retro_day ("2027-06-14"));
  g_assert_false (plt_retro_find (retro, EDIT)->dates.critical);
  g_assert_true (plt_retro_find (retro, SHOOT)->is_held);
  g_assert_cmpint (retro->head.margin, ==, 18);
  g_assert_cmpint (retro->head.missing, ==, 0);
  g_assert_cmpint (retro->head.reached, ==, retro_day ("2027-07-06"));
  g_assert_nonnull (strstr (head, "18 working days"));
  g_assert_nonnull (strstr (chain, "Montage → Mixage → PAD"));
  g_assert_cmpuint (retro->issues->len, ==, 0);
}

/* A delivery on 2 July: 17 working days are needed from 14 June on, to 6 July: 2 are missing. */
static void
test_missing (void)
{
  g_autoptr (PltFacts) facts = usual ("2027-07-02");
  g_autoptr (PltRetro) retro = retro_on (facts, "");
  g_autofree char *head = plt_retro_head_text (retro);
  g_autofree char *chain = plt_retro_chain_text (retro);

  g_assert_cmpint (retro->head.missing, ==, 2);
  g_assert_cmpint (retro->head.margin, ==, 0);
  g_assert_nonnull (strstr (head, "2 working days are missing"));
  g_assert_nonnull (strstr (chain, "Montage → Mixage → PAD"));
  g_assert_true (retro_has_issue (retro, "retro.slack", "2 days are missing"));
}

/* Locked from Monday 12 July, A needs 23 July: 6 working days after the delivery of the 15th, 14
 * July being off. Told once, of the delivery, not of the end of the plan too. */
static void
test_missing_once (void)
{
  g_autoptr (PltFacts) facts = retro_facts ("2027-07-15", "");
  g_autoptr (PltRetro) retro = NULL;
  PltTaskFacts *first = retro_task (facts, 21, "A", 5);
  guint n = 0;

  first->locked = TRUE;
  first->start_date = retro_day ("2027-07-12");
  first->end_date = retro_day ("2027-07-16");
  retro_task (facts, 22, "B", 3);
  retro_task (facts, 23, "D", 2);
  retro_link (facts, 21, 22, "fin-debut", 0);
  retro_link (facts, 22, 23, "fin-debut", 0);
  retro = retro_on (facts, "");
  g_assert_cmpint (plt_retro_find (retro, 23)->dates.finish, ==, retro_day ("2027-07-23"));
  for (guint i = 0; i < retro->issues->len; i++)
    n += strcmp (((const PltIssue *) retro->issues->pdata[i])->rule, "retro.slack") == 0;
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (retro_has_issue (retro, "retro.slack", "6 days are missing"));
  g_assert_true (retro_has_issue (retro, "retro.slack", "shorten “B”"));
}

/* Rows: the phases in the order of the work, the engine's delivery at the end of the post. */
static void
test_rows (void)
{
  static const struct
  {
    PltRetroKind kind;
    guint depth, n_below;
  } expected[] = {
    { PLT_RETRO_PHASE, 0, 1 }, { PLT_RETRO_TASK, 1, 0 },      { PLT_RETRO_PHASE, 0, 5 },
    { PLT_RETRO_TASK, 1, 0 },  { PLT_RETRO_GROUP, 1, 2 },     { PLT_RETRO_TASK, 2, 0 },
    { PLT_RETRO_TASK, 2, 0 },  { PLT_RETRO_MILESTONE, 1, 0 },
  };
  g_autoptr (PltFacts) facts = usual ("2027-07-30");
  g_autoptr (PltRetro) retro = NULL;

  retro_task (facts, 30, "Image", -1);
  for (guint i = 0; i < facts->tasks.n; i++)
    if (facts->tasks.items[i].id == EDIT || facts->tasks.items[i].id == MASTER)
      facts->tasks.items[i].parent = 30;
  retro = retro_on (facts, "");
  g_assert_cmpuint (retro->rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const PltRetroRow *row = &g_array_index (retro->rows, PltRetroRow, i);

      g_assert_cmpint (row->kind, ==, expected[i].kind);
      g_assert_cmpuint (row->depth, ==, expected[i].depth);
      g_assert_cmpuint (row->n_below, ==, expected[i].n_below);
    }
  for (guint i = 0; i < retro->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (retro->rows, PltRetroRow, i);

      if (row->kind != PLT_RETRO_GROUP)
        continue;
      g_assert_cmpuint (row->n_below, ==, 2);
      g_assert_cmpint (row->dates.start, ==, retro_day ("2027-07-08"));
      g_assert_cmpint (row->dates.finish, ==, retro_day ("2027-07-30"));
      g_assert_cmpuint (row->depth, ==, 1);
    }
  g_assert_cmpint (g_array_index (retro->rows, PltRetroRow, 0).kind, ==, PLT_RETRO_PHASE);
  g_assert_cmpstr (g_array_index (retro->rows, PltRetroRow, 0).name, ==, "tournage");
}

/* The edit in rooms closed from 28 June to 9 July: early it is 14 to 25 June, late 24 June to 21
 * July: 8 of its days, though the delivery, reached on 6 July, has 18. Eight days more of edit keep
 * it, nine miss it. */
static void
close_rooms (PltFacts *facts)
{
  PltTaskCalendarFacts *rooms = PLT_FACTS_ADD (facts->task_calendars, PltTaskCalendarFacts, 1);
  PltClosingFacts *closing = PLT_FACTS_ADD (facts->closings, PltClosingFacts, 1);

  rooms->name = "Salles";
  rooms->weekdays = rooms->note = "";
  closing->task_calendar = 1;
  closing->name = "Été";
  closing->note = "";
  closing->from_date = retro_day ("2027-06-28");
  closing->to_date = retro_day ("2027-07-09");
}

static void
test_margin (void)
{
  static const struct
  {
    gint64 days;
    int margin, missing;
  } cases[] = { { 10, 8, 0 }, { 17, 1, 0 }, { 18, 0, 0 }, { 19, 0, 1 }, { 21, 0, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = usual ("2027-07-30");
      g_autoptr (PltRetro) retro = NULL;

      close_rooms (facts);
      facts->tasks.items[1].calendar = 1;
      facts->tasks.items[1].duration_days = cases[i].days;
      retro = retro_on (facts, "");
      g_assert_cmpint (retro->head.margin, ==, cases[i].margin);
      g_assert_cmpint (retro->head.missing, ==, cases[i].missing);
    }
}

/* An edit that lasts 14 calendar days, from Saturday 12 to Friday 25 June: late it ends on
 * Wednesday 21 July, 26 days on. Of these 18 are working days. */
static void
test_margin_calendar (void)
{
  g_autoptr (PltFacts) facts = usual ("2027-07-30");
  g_autoptr (PltRetro) retro = NULL;

  facts->tasks.items[1].duration_days = 14;
  facts->tasks.items[1].duration_unit = "calendaires";
  retro = retro_on (facts, "");
  g_assert_cmpint (plt_retro_find (retro, EDIT)->dates.slack, ==, 26);
  g_assert_cmpint (retro->head.margin, ==, 18);
}

/* A recce put on a Monday, three weeks before the shoot that it leads to, is not critical; what
 * ends on the eve of the shoot is, and what is done never is. */
static void
test_critical (void)
{
  g_autoptr (PltFacts) facts = usual ("2027-07-30");
  g_autoptr (PltRetro) retro = NULL, later = NULL;
  PltTaskFacts *task = retro_task (facts, PROMO, "Repérages", 5);

  task->placing = "debut-le";
  task->placing_date = retro_day ("2027-05-10");
  retro_link (facts, PROMO, SHOOT, "fin-debut", 0);
  retro = retro_on (facts, "2027-05-01");
  assert_dates (retro, PROMO, "2027-05-10..2027-05-14");
  g_assert_cmpint (plt_retro_find (retro, PROMO)->dates.slack, ==, 15);
  g_assert_false (plt_retro_find (retro, PROMO)->dates.critical);
  g_assert_true (plt_retro_find (retro, PROMO)->is_held);
  later = retro_on (facts, "2027-08-15");
  for (guint i = 0; i < later->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (later->rows, PltRetroRow, i);

      g_assert_false (row->state == PLT_RETRO_DONE && row->dates.critical);
    }
  task = &facts->tasks.items[facts->tasks.n - 1];
  task->placing_date = retro_day ("2027-05-31");
  g_clear_pointer (&retro, plt_retro_free);
  retro = retro_on (facts, "2027-05-01");
  assert_dates (retro, PROMO, "2027-05-31..2027-06-04");
  g_assert_true (plt_retro_find (retro, PROMO)->dates.critical);
}

static guint
count_registers (const PltRetro *retro, const char *table, PltDate date, PltRetroState state)
{
  guint n = 0;

  for (guint i = 0; i < retro->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (retro->rows, PltRetroRow, i);

      n += row->kind == PLT_RETRO_REGISTER && strcmp (row->ref.table, table) == 0
           && row->dates.finish == date && row->state == state;
    }
  return n;
}

/* Call sheets, instalments, permits, deliverables, dates of roles: each from its register. */
static void
test_registers (void)
{
  g_autoptr (PltFacts) facts = usual ("2027-07-30");
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltRetro) retro = NULL;
  const PltRetroOptions options = { .today = retro_day ("2027-06-08"), .with_registers = TRUE };
  PltSheetFacts *sheet = PLT_FACTS_ADD (facts->sheets, PltSheetFacts, 1);
  PltInstalmentFacts *money = PLT_FACTS_ADD (facts->instalments, PltInstalmentFacts, 1);
  PltElementFacts *element = PLT_FACTS_ADD (facts->elements, PltElementFacts, 1);
  PltEventFacts *event = PLT_FACTS_ADD (facts->events, PltEventFacts, 1);

  sheet->day = 3; /* 9 June */
  sheet->number = 3;
  sheet->sent_date = PLT_DATE_NONE;
  money->label = "Signature";
  money->date = retro_day ("2027-06-01");
  money->paid_date = money->invoice_date = PLT_DATE_NONE;
  element->name = "Fusil";
  element->permit = "demandee";
  element->permit_from = retro_day ("2027-06-09");
  element->description = "";
  event->kind = "essayage";
  event->text = "Costumes";
  event->note = "";
  event->element = 1;
  event->date = retro_day ("2027-06-02");
  facts->tasks.items[3].deliverable = "DCP";
  retro = plt_retro_new (facts, plan, &options);
  g_assert_cmpuint (
      count_registers (retro, "call_sheet", retro_day ("2027-06-08"), PLT_RETRO_TO_COME), ==, 1);
  g_assert_cmpuint (count_registers (retro, "instalment", retro_day ("2027-06-01"), PLT_RETRO_LATE),
                    ==, 1);
  g_assert_cmpuint (count_registers (retro, "element", retro_day ("2027-06-09"), PLT_RETRO_TO_COME),
                    ==, 1);
  g_assert_cmpuint (count_registers (retro, "event", retro_day ("2027-06-02"), PLT_RETRO_DONE), ==,
                    1);
  g_assert_cmpuint (count_registers (retro, "task", retro_day ("2027-07-30"), PLT_RETRO_TO_COME),
                    ==, 1);
}

/* The first date of an instalment among the registers, whatever its state. */
static PltDate
instalment_date (const PltFacts *facts)
{
  const PltRetroOptions options = { .today = PLT_DATE_NONE, .with_registers = TRUE };
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltRetro) retro = plt_retro_new (facts, plan, &options);

  for (guint i = 0; i < retro->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (retro->rows, PltRetroRow, i);

      if (row->kind == PLT_RETRO_REGISTER && strcmp (row->ref.table, "instalment") == 0)
        return row->dates.start;
    }
  return PLT_DATE_NONE;
}

/* An instalment without a date of its own is due when what it waits for is there, and moves with
 * it: the shoot, the delivery, a task; so many days later. */
static void
test_instalments (void)
{
  g_autoptr (PltFacts) facts = usual ("2027-07-30");
  PltInstalmentFacts *money = PLT_FACTS_ADD (facts->instalments, PltInstalmentFacts, 1);

  money->label = "Deuxième versement";
  money->event = "";
  money->date = money->paid_date = money->invoice_date = PLT_DATE_NONE;
  money->offset_days = PLT_UNKNOWN;
  g_assert_cmpint (instalment_date (facts), ==, PLT_DATE_NONE);
  money->event = "premier-jour";
  g_assert_cmpint (instalment_date (facts), ==, retro_day ("2027-06-07"));
  money->event = "livraison";
  g_assert_cmpint (instalment_date (facts), ==, retro_day ("2027-07-30"));
  money->offset_days = -30;
  g_assert_cmpint (instalment_date (facts), ==, retro_day ("2027-06-30"));
  facts->production.delivery_date = retro_day ("2027-08-06");
  g_assert_cmpint (instalment_date (facts), ==, retro_day ("2027-07-07"));
  money->offset_days = 30; /* when all is over: the treasury plan has it */
  g_assert_cmpint (instalment_date (facts), ==, PLT_DATE_NONE);
  money->task = facts->tasks.items[3].id; /* it is the delivery's: on the day the plan puts it */
  money->offset_days = PLT_UNKNOWN;
  g_assert_cmpint (instalment_date (facts), ==, retro_day ("2027-08-06"));
  money->date = retro_day ("2027-09-01");
  g_assert_cmpint (instalment_date (facts), ==, retro_day ("2027-09-01"));
  money->invoice_date = retro_day ("2027-09-03");
  g_assert_cmpint (instalment_date (facts), ==, retro_day ("2027-09-03"));
  money->paid_date = retro_day ("2027-09-10");
  g_assert_cmpint (instalment_date (facts), ==, retro_day ("2027-09-10"));
}

/* A plan de travail without a day: what is to follow it stands like the rest, and one finding says
 * so of all of them. */
static void
test_no_shoot (void)
{
  g_autoptr (PltFacts) facts = retro_facts ("2027-07-30", "");
  g_autoptr (PltFacts) shot = retro_facts ("2027-07-30", "2027-06-07,2027-06-08");
  g_autoptr (PltRetro) retro = NULL, after = NULL;

  for (guint i = 0; i < 2; i++)
    {
      PltFacts *one = i == 0 ? facts : shot;

      retro_task (one, SHOOT, "Tournage", 2)->anchor = "tournage";
      retro_task (one, EDIT, "Fin de tournage", 0)->anchor = "fin-tournage";
      retro_link (one, SHOOT, EDIT, "fin-debut", 0);
    }
  retro = retro_on (facts, "2027-05-03");
  after = retro_on (shot, "2027-05-03");
  g_assert_true (retro_has_issue (retro, "retro.no-shoot", "“Tournage”, “Fin de tournage” follow"));
  g_assert_false (retro_has_issue (after, "retro.no-shoot", "Tournage"));
}

/* No delivery, no shooting day, no typed date: the tasks are rows all the same, without dates, and
 * each is a finding that says what to do. */
static void
test_adrift (void)
{
  g_autoptr (PltFacts) facts = retro_facts ("", "");
  g_autoptr (PltRetro) retro = NULL;

  retro_task (facts, EDIT, "Montage", 10);
  retro_task (facts, MIX, "Mixage", 1);
  retro_link (facts, EDIT, MIX, "fin-debut", 0);
  retro = retro_on (facts, "2027-06-07");
  g_assert_nonnull (plt_retro_find (retro, EDIT));
  g_assert_nonnull (plt_retro_find (retro, MIX));
  for (guint i = 0; i < retro->rows->len; i++)
    g_assert_false (g_array_index (retro->rows, PltRetroRow, i).is_dated);
  g_assert_true (retro_has_issue (retro, "retro.no-date", "Montage"));
  g_assert_cmpuint (retro->head.n_late, ==, 0);
  g_assert_cmpint (retro->head.start, ==, PLT_DATE_NONE);
}

/* Mixage (5 days) before the PAD of Friday 2027-06-25: it begins on Monday 21 at the latest. On the
 * Monday after, five working days are gone; begun, it is behind no more. */
static void
test_behind (void)
{
  static const struct
  {
    const char *today;
    int behind;
  } cases[] = { { "", 0 },           { "2027-06-21", 0 }, { "2027-06-22", 1 },
                { "2027-06-28", 5 }, { "2027-06-26", 5 }, { "2027-01-04", 0 } };
  g_autoptr (PltFacts) facts = retro_facts ("2027-06-25", "");
  PltTaskFacts *task = retro_task (facts, 1, "Mixage", 5);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltRetro) retro = retro_on (facts, cases[i].today);
      g_autofree char *head = plt_retro_head_text (retro);

      g_test_message ("%s", cases[i].today);
      g_assert_cmpint (retro->head.behind, ==, cases[i].behind);
      g_assert_cmpint (retro_has_issue (retro, "retro.behind", "02/07/2027"), ==,
                       cases[i].behind == 5);
      g_assert_cmpint (strstr (head, "from today") != NULL, ==, cases[i].behind > 0);
    }
  task->real_start_date = retro_day ("2027-06-24");
  {
    g_autoptr (PltRetro) retro = retro_on (facts, "2027-06-28");

    g_assert_cmpint (retro->head.behind, ==, 0);
  }
}

/* Écriture is held from 14 to 18 June, Montage takes three days after it and has to be done on the
 * 16th: it is Montage that is late, by five days, and not the PAD of the 25th. */
static void
test_head_names (void)
{
  g_autoptr (PltFacts) facts = retro_facts ("2027-06-25", "");
  PltTaskFacts *task = retro_task (facts, 1, "Écriture", 5);

  task->start_date = retro_day ("2027-06-14");
  task->locked = TRUE;
  retro_task (facts, 2, "Montage", 3)->deadline_date = retro_day ("2027-06-16");
  retro_link (facts, 1, 2, "fin-debut", 0);
  {
    g_autoptr (PltRetro) retro = retro_on (facts, "");
    g_autofree char *head = plt_retro_head_text (retro);

    g_assert_cmpint (retro->head.missing, ==, 5);
    g_assert_nonnull (strstr (head, "5 working days are missing for “Montage”"));
  }
}

/* What the shooting days hold is moved in the plan de travail, not unlocked. */
static void
test_anchored_ways (void)
{
  g_autoptr (PltFacts) facts = retro_facts ("2027-06-25", "2027-06-14,2027-06-15");
  PltTaskFacts *shoot = retro_task (facts, 1, "Tournage", 2);

  shoot->phase = "tournage";
  shoot->anchor = "tournage";
  retro_task (facts, 2, "Montage", 20);
  retro_link (facts, 1, 2, "fin-debut", 0);
  {
    g_autoptr (PltRetro) retro = retro_on (facts, "");

    g_assert_cmpint (retro->head.missing, >, 0);
    g_assert_true (retro_has_issue (retro, "retro.slack", "move the shooting days"));
    g_assert_false (retro_has_issue (retro, "retro.slack", "unlock"));
  }
}

/* A festival opens and delivers nothing to a channel: no PAD. */
static void
test_head_of_a_festival (void)
{
  static const struct
  {
    const char *kind, *first;
  } cases[] = {
    { "long-metrage", "PAD " },  { "captation", "PAD " },      { "flux", "PAD " },
    { "festival", "Ready on " }, { "spectacle", "Ready on " }, { "tournee", "Ready on " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = usual ("2027-07-30");
      g_autoptr (PltRetro) retro = NULL;
      g_autofree char *head = NULL;

      facts->production.kind = cases[i].kind;
      retro = retro_on (facts, "");
      head = plt_retro_head_text (retro);
      g_assert_true (g_str_has_prefix (head, cases[i].first));
      g_assert_nonnull (strstr (head, "18 working days"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/retro/backwards", test_backwards);
  g_test_add_func ("/retro/missing", test_missing);
  g_test_add_func ("/retro/missing-once", test_missing_once);
  g_test_add_func ("/retro/rows", test_rows);
  g_test_add_func ("/retro/margin", test_margin);
  g_test_add_func ("/retro/margin-calendar", test_margin_calendar);
  g_test_add_func ("/retro/critical", test_critical);
  g_test_add_func ("/retro/registers", test_registers);
  g_test_add_func ("/retro/instalments", test_instalments);
  g_test_add_func ("/retro/no-shoot", test_no_shoot);
  g_test_add_func ("/retro/adrift", test_adrift);
  g_test_add_func ("/retro/behind", test_behind);
  g_test_add_func ("/retro/head-names", test_head_names);
  g_test_add_func ("/retro/head-of-a-festival", test_head_of_a_festival);
  g_test_add_func ("/retro/anchored-ways", test_anchored_ways);
  return g_test_run ();
}
