/* Rooms booked, screenings, and what a screening sends back to work. */
#include <string.h>

#include "plt-error.h"
#include "plt-load.h"
#include "plt-retro-post.h"
#include "plt-test-retro.h"

enum
{
  EDIT = 1,
  SOUND,
  MIX,
  PAD,
};

/* Edit Monday 7 to Friday 18 June 2027, sound 21 to 25, mix 28 June to 2 July, all as early as
 * possible from 7 June; delivery on Friday 30 July. */
static PltFacts *
post (void)
{
  PltFacts *facts = retro_facts ("2027-07-30", "");
  PltParameterFacts *start = PLT_FACTS_ADD (facts->parameters, PltParameterFacts, 1);

  start->name = PLT_RETRO_START;
  start->value = "2027-06-07";
  start = PLT_FACTS_ADD (facts->parameters, PltParameterFacts, 2);
  start->name = PLT_RETRO_DIRECTION;
  start->value = "aval";
  retro_task (facts, EDIT, "Montage", 10)->code = "montage";
  retro_task (facts, SOUND, "Montage son", 5);
  retro_task (facts, MIX, "Mixage", 5)->code = "mixage";
  retro_task (facts, PAD, "PAD", 0)->anchor = "livraison";
  retro_link (facts, EDIT, SOUND, "fin-debut", 0);
  retro_link (facts, SOUND, MIX, "fin-debut", 0);
  retro_link (facts, MIX, PAD, "fin-debut", 0);
  return facts;
}

static PltBookingFacts *
book (PltFacts *facts, const char *room, gint64 task, const char *from, const char *to)
{
  PltBookingFacts *booking
      = PLT_FACTS_ADD (facts->bookings, PltBookingFacts, facts->bookings.n + 1);

  booking->task = task;
  booking->room = room;
  booking->supplier = "Les Salles";
  booking->from_date = retro_day (from);
  booking->to_date = retro_day (to);
  booking->start_minutes = booking->end_minutes = PLT_UNKNOWN;
  booking->status = "confirme";
  booking->cost_cents = PLT_UNKNOWN;
  booking->accessibility = "De plain-pied";
  booking->note = "";
  return booking;
}

static PltScreeningFacts *
screen (PltFacts *facts, gint64 task, const char *date)
{
  PltScreeningFacts *one
      = PLT_FACTS_ADD (facts->screenings, PltScreeningFacts, facts->screenings.n + 1);

  one->task = task;
  one->name = "Projection";
  one->date = retro_day (date);
  one->start_minutes = one->rework_days = PLT_UNKNOWN;
  one->room = one->format = one->version = one->people = one->answer = "";
  one->decided_by = one->note = "";
  one->accessibility = "Boucle magnétique";
  return one;
}

static guint
count (const PltRetro *retro, const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < retro->issues->len; i++)
    n += strcmp (((const PltIssue *) retro->issues->pdata[i])->rule, rule) == 0;
  return n;
}

/* ---- bookings ---- */

/* Two bookings of a room, or of a technician, of 7 to 18 June and others. */
static void
test_twice (void)
{
  static const struct
  {
    const char *room, *supplier, *from, *to, *status;
    gint64 start, end, person;
    guint n_rooms, n_people;
  } cases[] = {
    { "Salle 1", "Les Salles", "2027-06-18", "2027-06-21", "option", -1, -1, 0, 1, 0 },
    { "SALLE 1", "les salles", "2027-06-10", "", "confirme", -1, -1, 9, 1, 0 },
    { "Salle 1", "Les Salles", "2027-06-19", "2027-06-21", "confirme", -1, -1, 7, 0, 0 },
    { "Salle 1", "Les Salles", "2027-06-18", "2027-06-21", "annule", -1, -1, 7, 0, 0 },
    { "Salle 1", "Autre maison", "2027-06-18", "2027-06-21", "confirme", -1, -1, 0, 0, 0 },
    { "Salle 2", "Les Salles", "2027-06-18", "2027-06-21", "confirme", -1, -1, 7, 0, 1 },
    { "Salle 1", "Les Salles", "2027-06-18", "2027-06-18", "confirme", 1080, 1200, 7, 0, 0 },
    { "Salle 1", "Les Salles", "2027-06-18", "2027-06-18", "confirme", 1079, 1200, 7, 1, 1 },
    { "Salle 1", "Les Salles", "2027-06-18", "2027-06-18", "confirme", 1080, -1, 7, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = post ();
      g_autoptr (PltRetro) retro = NULL;
      PltBookingFacts *first = book (facts, "Salle 1", 0, "2027-06-07", "2027-06-18"), *second;

      first->person = 7;
      first->start_minutes = 540;
      first->end_minutes = 1080;
      second = book (facts, cases[i].room, 0, cases[i].from, cases[i].to);
      second->supplier = cases[i].supplier;
      second->status = cases[i].status;
      second->person = cases[i].person;
      second->start_minutes = cases[i].start < 0 ? PLT_UNKNOWN : cases[i].start;
      second->end_minutes = cases[i].end < 0 ? PLT_UNKNOWN : cases[i].end;
      retro = retro_on (facts, "");
      g_assert_cmpuint (count (retro, "retro.room-twice"), ==, cases[i].n_rooms);
      g_assert_cmpuint (count (retro, "retro.technician-twice"), ==, cases[i].n_people);
    }
}

/* Against the edit's 7 to 18 June, asked on 1 June. */
static void
test_booking (void)
{
  static const struct
  {
    const char *from, *to, *status, *access;
    guint outside, option, accessible;
  } cases[] = {
    { "2027-06-07", "2027-06-18", "confirme", "Rampe", 0, 0, 0 },
    { "2027-06-07", "", "confirme", "Rampe", 0, 0, 0 },
    { "2027-06-04", "2027-06-18", "confirme", "Rampe", 1, 0, 0 },
    { "2027-06-07", "2027-06-21", "confirme", "Rampe", 1, 0, 0 },
    { "2027-06-14", "2027-06-18", "option", "Rampe", 0, 1, 0 },
    { "2027-06-15", "2027-06-18", "option", "Rampe", 0, 1, 0 },
    { "2027-06-16", "2027-06-18", "option", "Rampe", 0, 0, 0 },
    { "2027-06-14", "2027-06-18", "a-faire", "Rampe", 0, 1, 0 },
    { "2027-06-14", "2027-06-18", "paye", "", 0, 0, 1 },
    { "2027-06-14", "2027-06-18", "annule", "", 0, 0, 0 },
    { "2027-05-03", "2027-05-07", "option", "", 1, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = post ();
      g_autoptr (PltRetro) retro = NULL;
      PltBookingFacts *booking = book (facts, "Salle 1", EDIT, cases[i].from, cases[i].to);

      booking->status = cases[i].status;
      booking->accessibility = cases[i].access;
      retro = retro_on (facts, "2027-06-01");
      g_assert_cmpuint (count (retro, "retro.booking-outside"), ==, cases[i].outside);
      g_assert_cmpuint (count (retro, "retro.booking-option"), ==, cases[i].option);
      g_assert_cmpuint (count (retro, "retro.accessibility"), ==, cases[i].accessible);
    }
}

/* A room said once to be accessible is so at its other bookings; nothing said is told once. */
static void
test_access_once (void)
{
  g_autoptr (PltFacts) facts = post ();
  g_autoptr (PltRetro) retro = NULL;

  book (facts, "Salle 1", 0, "2027-06-07", "2027-06-08")->accessibility = "";
  book (facts, "Salle 1", 0, "2027-06-09", "2027-06-10");
  book (facts, "Salle 2", 0, "2027-06-07", "2027-06-08")->accessibility = "";
  book (facts, "Salle 2", 0, "2027-06-09", "2027-06-10")->accessibility = "";
  retro = retro_on (facts, "");
  g_assert_cmpuint (count (retro, "retro.accessibility"), ==, 1);
  g_assert_true (retro_has_issue (retro, "retro.accessibility", "Salle 2"));
}

/* ---- screenings ---- */

/* In a room that is booked for the mix on 22 June from 9 to 18 h; the stage is the edit of 7 to 18
 * June. */
static void
test_screening_day (void)
{
  static const struct
  {
    const char *date, *room, *answer;
    gint64 start, booked_for;
    guint early, twice;
  } cases[] = {
    { "2027-06-22", "salle 1", "", 600, MIX, 0, 1 },
    { "2027-06-22", "Salle 1", "", PLT_UNKNOWN, MIX, 0, 1 },
    { "2027-06-22", "Salle 1", "", 1080, MIX, 0, 0 },
    { "2027-06-22", "Salle 1", "", 600, EDIT, 0, 0 },
    { "2027-06-22", "Salle 1", "", 600, 0, 0, 0 },
    { "2027-06-22", "Salle 2", "", 600, MIX, 0, 0 },
    { "2027-06-22", "Salle 1", "accord", 600, MIX, 0, 0 },
    { "2027-06-07", "Salle 1", "", 600, MIX, 0, 0 },
    { "2027-06-04", "Salle 1", "", 600, MIX, 1, 0 },
    { "2027-06-04", "Salle 1", "refus", 600, MIX, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = post ();
      g_autoptr (PltRetro) retro = NULL;
      PltBookingFacts *booking
          = book (facts, "Salle 1", cases[i].booked_for, "2027-06-22", "2027-06-22");
      PltScreeningFacts *one = screen (facts, EDIT, cases[i].date);

      booking->start_minutes = 540;
      booking->end_minutes = 1080;
      one->room = cases[i].room;
      one->answer = cases[i].answer;
      one->start_minutes = cases[i].start;
      retro = retro_on (facts, "");
      g_assert_cmpuint (count (retro, "retro.screening-early"), ==, cases[i].early);
      g_assert_cmpuint (count (retro, "retro.room-twice"), ==, cases[i].twice);
    }
}

/* What the mix needs, against what the room of its booking is said to have. */
static void
test_needs (void)
{
  static const struct
  {
    const char *needs, *has;
    guint n;
    const char *said;
  } cases[] = {
    { "", "Escalier", 0, NULL },
    { "boucle magnétique", "Ascenseur, BOUCLE MAGNETIQUE", 0, NULL },
    { "boucle magnétique", "Ascenseur", 1, "boucle magnétique" },
    { "Ascenseur, boucle magnétique", "Ascenseur", 1, "boucle magnétique" },
    { " ; ascenseur\n,", "Ascenseur", 0, NULL },
    { "boucle magnétique", "", 0, NULL }, /* retro.accessibility says it */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = post ();
      g_autoptr (PltRetro) retro = NULL;

      book (facts, "Salle 1", MIX, "2027-06-28", "2027-07-02")->accessibility = cases[i].has;
      facts->tasks.items[MIX - 1].accessibility = cases[i].needs;
      retro = retro_on (facts, "");
      g_assert_cmpuint (count (retro, "retro.accessibility-missing"), ==, cases[i].n);
      if (cases[i].said != NULL)
        g_assert_true (retro_has_issue (retro, "retro.accessibility-missing", cases[i].said));
    }
}

static void
add_person (PltFacts *facts, gint64 id, const char *name)
{
  PltPersonFacts *person = PLT_FACTS_ADD (facts->people, PltPersonFacts, id);

  person->last_name = name;
  person->first_name = "";
}

static PltTaskPersonFacts *
work_on (PltFacts *facts, gint64 id, gint64 task, gint64 person, gint64 percent)
{
  PltTaskPersonFacts *row = PLT_FACTS_ADD (facts->task_people, PltTaskPersonFacts, id);

  row->task = task;
  row->person = person;
  row->function = "";
  row->share_e6 = percent * (PLT_RATE_ONE / 100);
  return row;
}

static PltAvailabilityFacts *
limit (PltFacts *facts, gint64 person, const char *kind, const char *from, const char *to)
{
  PltAvailabilityFacts *one = PLT_FACTS_ADD (facts->availability, PltAvailabilityFacts, 1);

  one->person = person;
  one->kind = kind;
  one->from_date = retro_day (from);
  one->to_date = retro_day (to);
  one->from_minutes = one->to_minutes = PLT_UNKNOWN;
  one->note = "";
  return one;
}

/* Morvan edits from 7 to 18 June and is booked on 22 June from 9 to 18 h; the edit has a week end
 * on 12 and 13 June. */
static void
test_away (void)
{
  static const struct
  {
    const char *kind, *from, *to, *today;
    gint64 from_minutes;
    guint tasks, bookings;
    const char *said;
  } cases[] = {
    { "indisponible", "2027-06-10", "2027-06-14", "", PLT_UNKNOWN, 1, 0, "3 " },
    { "indisponible", "2027-06-12", "2027-06-13", "", PLT_UNKNOWN, 0, 0, NULL },
    { "indisponible", "2027-06-10", "2027-06-14", "2027-06-14", PLT_UNKNOWN, 1, 0, "14/06/2027" },
    { "indisponible", "2027-06-10", "2027-06-14", "2027-06-15", PLT_UNKNOWN, 0, 0, NULL },
    { "disponible", "2027-06-07", "2027-06-18", "", PLT_UNKNOWN, 0, 1, NULL },
    { "option", "2027-06-01", "2027-06-30", "", PLT_UNKNOWN, 0, 0, NULL },
    { "indisponible", "2027-06-22", "2027-06-22", "", 1020, 0, 1, NULL },
    { "indisponible", "2027-06-22", "2027-06-22", "", 1080, 0, 0, NULL },
    { "indisponible", "2027-06-22", "2027-06-22", "2027-06-23", PLT_UNKNOWN, 0, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = post ();
      g_autoptr (PltRetro) retro = NULL;
      PltBookingFacts *booking = book (facts, "Salle 1", 0, "2027-06-22", "2027-06-22");

      add_person (facts, 7, "Morvan");
      work_on (facts, 1, EDIT, 7, 100);
      booking->person = 7;
      booking->start_minutes = 540;
      booking->end_minutes = 1080;
      limit (facts, 7, cases[i].kind, cases[i].from, cases[i].to)->from_minutes
          = cases[i].from_minutes;
      retro = retro_on (facts, cases[i].today);
      g_assert_cmpuint (count (retro, "retro.person-away"), ==, cases[i].tasks);
      g_assert_cmpuint (count (retro, "retro.technician-away"), ==, cases[i].bookings);
      if (cases[i].said != NULL)
        g_assert_true (retro_has_issue (retro, "retro.person-away", cases[i].said));
    }
}

/* Morvan has sound and mix one after the other; then half of the edit besides a whole other task.
 */
static void
test_overload (void)
{
  g_autoptr (PltFacts) facts = post ();
  g_autoptr (PltRetro) fair = NULL, over = NULL, past = NULL;

  add_person (facts, 7, "Morvan");
  work_on (facts, 1, SOUND, 7, 100);
  work_on (facts, 2, MIX, 7, 100);
  fair = retro_on (facts, "");
  g_assert_cmpuint (count (fair, "retro.overload"), ==, 0);
  retro_task (facts, 10, "Musique", 3);
  retro_link (facts, EDIT, 10, "fin-debut", 0);
  retro_link (facts, 10, PAD, "fin-debut", 0);
  work_on (facts, 3, 10, 7, 50);
  over = retro_on (facts, "");
  g_assert_cmpuint (count (over, "retro.overload"), ==, 1);
  g_assert_true (retro_has_issue (over, "retro.overload", "150"));
  g_assert_true (retro_has_issue (over, "retro.overload", "21/06/2027"));
  g_assert_true (retro_has_issue (over, "retro.overload", "“Musique”"));
  for (guint i = 0; i < over->issues->len; i++)
    {
      const PltIssue *issue = over->issues->pdata[i];

      if (strcmp (issue->rule, "retro.overload") == 0)
        {
          g_assert_cmpstr (issue->ref.table, ==, "task_person");
          g_assert_cmpint (issue->ref.id, ==, 3);
        }
    }
  past = retro_on (facts, "2027-06-24"); /* 21 to 23 June are over */
  g_assert_cmpuint (count (past, "retro.overload"), ==, 0);
}

/* A screening is a milestone of the postproduction, unless one of the plan stands for it. */
static void
test_screening_row (void)
{
  static const struct
  {
    gint64 task;
    const char *date, *answer, *today;
    guint n;
    PltRetroState state;
  } cases[] = {
    { EDIT, "2027-06-15", "", "2027-06-01", 1, PLT_RETRO_TO_COME },
    { EDIT, "2027-06-15", "reserves", "2027-06-01", 1, PLT_RETRO_DONE },
    { EDIT, "2027-06-15", "", "2027-06-16", 1, PLT_RETRO_DONE },
    { EDIT, "", "", "2027-06-16", 0, PLT_RETRO_TO_COME },
    { PAD, "2027-07-02", "", "2027-06-01", 0, PLT_RETRO_TO_COME },
    { PAD, "2027-07-30", "", "2027-06-01", 1, PLT_RETRO_TO_COME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = post ();
      g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
      PltRetroOptions options = { .today = retro_day (cases[i].today), .with_registers = TRUE };
      g_autoptr (PltRetro) retro = NULL;
      guint n = 0;

      screen (facts, cases[i].task, cases[i].date)->answer = cases[i].answer;
      retro = plt_retro_new (facts, plan, &options);
      for (guint r = 0; r < retro->rows->len; r++)
        {
          const PltRetroRow *row = &g_array_index (retro->rows, PltRetroRow, r);

          if (g_strcmp0 (row->ref.table, "screening") != 0)
            continue;
          n++;
          g_assert_cmpint (row->dates.start, ==, retro_day (cases[i].date));
          g_assert_cmpint (row->state, ==, cases[i].state);
        }
      g_assert_cmpuint (n, ==, cases[i].n);
    }
}

static void
test_screenings (void)
{
  g_autoptr (PltFacts) facts = post ();
  g_autoptr (PltRetro) retro = retro_on (facts, ""), shown = NULL;
  PltScreeningFacts *one;

  g_assert_cmpuint (count (retro, "retro.screening-missing"), ==, 2); /* edit, mix */
  one = screen (facts, EDIT, "2027-06-15");
  one->accessibility = "";
  one->reopens = EDIT;
  retro_task (facts, 10, "Écoute", 0)->code = "fin-mixage";
  retro_link (facts, MIX, 10, "fin-debut", 0);
  shown = retro_on (facts, "2027-06-01");
  g_assert_cmpuint (count (shown, "retro.screening-missing"), ==, 0);
  g_assert_cmpuint (count (shown, "retro.accessibility"), ==, 1);
  g_assert_cmpuint (count (shown, "retro.screening-rework"), ==, 1);
}

/* The edit of a captation is seen, when it is agreed to at least; a festival has nothing to show.
 */
static void
test_screenings_by_kind (void)
{
  g_autoptr (PltFacts) facts = post ();
  g_autoptr (PltRetro) film = NULL, captation = NULL, agreed = NULL, festival = NULL;

  facts->production.kind = "captation";
  captation = retro_on (facts, "");
  g_assert_cmpuint (count (captation, "retro.screening-missing"), ==, 1);
  g_assert_true (retro_has_issue (captation, "retro.screening-missing", "Montage"));
  facts->production.kind = "";
  retro_task (facts, 10, "Image arrêtée", 0)->code = "image-arretee";
  retro_link (facts, EDIT, 10, "fin-debut", 0);
  film = retro_on (facts, "");
  g_assert_cmpuint (count (film, "retro.screening-missing"), ==, 2);
  facts->production.kind = "captation";
  agreed = retro_on (facts, "");
  g_assert_cmpuint (count (agreed, "retro.screening-missing"), ==, 0);
  facts->production.kind = "festival";
  festival = retro_on (facts, "");
  g_assert_cmpuint (count (festival, "retro.screening-missing"), ==, 0);
}

/* Seen on Tuesday 22 June, the edit has 3 days to do again: 23 to 25 June. Sound then is 28 June to
 * 2 July, mix 5 to 9; the delivery keeps its date and has 5 days less. */
static void
test_rework (void)
{
  g_autoptr (PltFacts) facts = post ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (PltRetro) retro = NULL;
  g_autoptr (PltRetroRework) rework = NULL;
  g_autofree char *dates = NULL, *sound = NULL, *mix = NULL;
  PltScreeningFacts *one = screen (facts, EDIT, "2027-06-22");

  one->reopens = EDIT;
  one->rework_days = 3;
  retro = retro_on (facts, "");
  rework = plt_retro_rework_new (retro, plan, 1, &error);
  g_assert_no_error (error);
  dates = retro_dates (rework->after, rework->task);
  sound = retro_dates (rework->after, SOUND);
  mix = retro_dates (rework->after, MIX);
  g_assert_cmpstr (dates, ==, "2027-06-23..2027-06-25");
  g_assert_cmpstr (sound, ==, "2027-06-28..2027-07-02");
  g_assert_cmpstr (mix, ==, "2027-07-05..2027-07-09");
  g_assert_cmpuint (rework->moves->len, >=, 2);
  g_assert_cmpint (retro->head.margin - rework->after->head.margin, ==, 5);
  g_assert_false (plt_retro_has_rework (retro->facts, 1));
  g_assert_true (plt_retro_has_rework (rework->facts, 1));
  g_assert_cmpuint (count (rework->after, "retro.screening-rework"), ==, 0);
}

/* Seen on Friday 11 June, in the middle of the edit (7 to 18 June): its 3 days make it end on the
 * 23rd, sound is 24 to 30 June, mix 1 to 7 July; no task comes. On its last day it is over. */
static void
test_longer (void)
{
  static const struct
  {
    const char *seen, *anchor, *edit;
    gboolean is_longer;
  } cases[] = {
    { "2027-06-11", "", "2027-06-07..2027-06-23", TRUE },
    { "2027-06-17", "", "2027-06-07..2027-06-23", TRUE },
    { "2027-06-18", "", "2027-06-07..2027-06-18", FALSE },
    { "2027-06-04", "", "2027-06-07..2027-06-18", FALSE }, /* before it began: something else */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = post ();
      g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
      g_autoptr (PltRetro) retro = NULL;
      g_autoptr (PltRetroRework) rework = NULL;
      g_autofree char *edit = NULL, *mix = NULL;
      PltScreeningFacts *one = screen (facts, EDIT, cases[i].seen);

      one->reopens = EDIT;
      one->rework_days = 3;
      retro = retro_on (facts, "");
      rework = plt_retro_rework_new (retro, plan, 1, NULL);
      g_test_message ("%s", cases[i].seen);
      g_assert_nonnull (rework);
      edit = retro_dates (rework->after, EDIT);
      mix = retro_dates (rework->after, MIX);
      g_assert_cmpint (rework->is_longer, ==, cases[i].is_longer);
      g_assert_cmpstr (edit, ==, cases[i].edit);
      g_assert_cmpuint (rework->facts->tasks.n, ==, facts->tasks.n + (cases[i].is_longer ? 0 : 1));
      g_assert_true (plt_retro_has_rework (rework->facts, 1));
      g_assert_cmpuint (count (rework->after, "retro.screening-rework"), ==, 0);
      if (cases[i].is_longer)
        g_assert_cmpstr (mix, ==, "2027-07-01..2027-07-07");
    }
}

static void
test_refusals (void)
{
  static const struct
  {
    gint64 screening, reopens, days;
    int code;
  } cases[] = {
    { 9, EDIT, 3, PLT_ERROR_NOT_FOUND },
    { 1, 0, 3, PLT_ERROR_INVALID },
    { 1, 77, 3, PLT_ERROR_INVALID },
    { 1, EDIT, 0, PLT_ERROR_INVALID },
    { 1, EDIT, PLT_UNKNOWN, PLT_ERROR_INVALID },
    { 1, EDIT, G_MAXINT64, PLT_ERROR_INVALID },
    { 1, MIX, 3, PLT_ERROR_CONFLICT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = post ();
      g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
      g_autoptr (GError) error = NULL;
      g_autoptr (PltRetro) retro = NULL;
      PltScreeningFacts *one = screen (facts, EDIT, "");

      one->reopens = cases[i].reopens;
      one->rework_days = cases[i].days;
      if (cases[i].reopens == MIX)
        retro_task (facts, 10, "Reprise", 2)->code = "reprise-1";
      retro = retro_on (facts, "");
      g_assert_null (plt_retro_rework_new (retro, plan, cases[i].screening, &error));
      g_assert_error (error, PLT_ERROR, cases[i].code);
    }
}

/* ---- in a file ---- */

static void
apply (PltStore *store, const PltBatch *batch)
{
  g_autoptr (GError) error = NULL;

  plt_store_apply (store, "essai", NULL, batch, NULL, &error);
  g_assert_no_error (error);
}

static void
fill (PltStore *store)
{
  static const char *const names[] = { "Montage", "Mixage", "PAD" };
  g_autoptr (PltBatch) batch = plt_batch_new ();
  gint64 rows[3], person;

  plt_batch_update (batch, "production", 1);
  plt_batch_set_text (batch, "delivery_date", "2027-07-30");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      rows[i] = plt_batch_insert (batch, "task");
      plt_batch_set_text (batch, "name", names[i]);
      plt_batch_set_text (batch, "phase", "postproduction");
      plt_batch_set_integer (batch, "duration_days", 5);
    }
  for (guint i = 0; i < 2; i++)
    {
      plt_batch_insert (batch, "task_link");
      plt_batch_set_integer (batch, "predecessor", rows[i]);
      plt_batch_set_integer (batch, "task", rows[i + 1]);
      plt_batch_set_text (batch, "kind", "fin-debut");
    }
  person = plt_batch_insert (batch, "person");
  plt_batch_set_text (batch, "last_name", "Kervadec");
  plt_batch_insert (batch, "task_person");
  plt_batch_set_integer (batch, "task", rows[0]);
  plt_batch_set_integer (batch, "person", person);
  plt_batch_insert (batch, "screening");
  plt_batch_set_text (batch, "name", "Projection");
  plt_batch_set_integer (batch, "task", rows[0]);
  plt_batch_set_integer (batch, "reopens", rows[0]);
  plt_batch_set_integer (batch, "rework_days", 4);
  apply (store, batch);
}

/* What is said is what is written, in one step. */
static void
test_written (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStore) store = plt_store_new_in_memory (&error);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltFacts) facts = NULL, after = NULL, undone = NULL;
  g_autoptr (PltPlan) plan = NULL, plan_after = NULL;
  g_autoptr (PltRetro) retro = NULL, written = NULL;
  g_autoptr (PltRetroRework) rework = NULL;

  fill (store);
  facts = plt_facts_load (store, &error);
  plan = plt_plan_new (facts, 0);
  retro = plt_retro_new (facts, plan, NULL);
  rework = plt_retro_rework_new (retro, plan, 1, &error);
  g_assert_no_error (error);
  plt_retro_rework_write (rework, batch);
  apply (store, batch);
  after = plt_facts_load (store, &error);
  plan_after = plt_plan_new (after, 0);
  written = plt_retro_new (after, plan_after, NULL);
  g_assert_cmpuint (after->tasks.n, ==, facts->tasks.n + 1);
  g_assert_cmpuint (after->task_links.n, ==, facts->task_links.n + 2);
  g_assert_cmpuint (after->task_people.n, ==, 2);
  g_assert_cmpint (after->tasks.items[facts->tasks.n].duration_days, ==, 4);
  for (guint i = 0; i < after->tasks.n; i++)
    {
      g_assert_cmpint (written->schedule->tasks[i].start, ==,
                       rework->after->schedule->tasks[i].start);
      g_assert_cmpint (written->schedule->tasks[i].finish, ==,
                       rework->after->schedule->tasks[i].finish);
    }
  g_assert_true (plt_store_undo (store, &error));
  undone = plt_facts_load (store, &error);
  g_assert_cmpuint (undone->tasks.n, ==, facts->tasks.n);
  g_assert_cmpuint (undone->task_links.n, ==, facts->task_links.n);
}

/* The same of a stage that gets longer, locked on typed dates. */
static void
test_longer_written (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStore) store = plt_store_new_in_memory (&error);
  g_autoptr (PltBatch) batch = plt_batch_new (), seen = plt_batch_new ();
  g_autoptr (PltFacts) facts = NULL, after = NULL, undone = NULL;
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltRetro) retro = NULL;
  g_autoptr (PltRetroRework) rework = NULL;
  gint64 stage;

  fill (store);
  facts = plt_facts_load (store, &error);
  stage = facts->screenings.items[0].reopens;
  plt_batch_update (seen, "screening", facts->screenings.items[0].id);
  plt_batch_set_text (seen, "date", "2027-07-06");
  plt_batch_update (seen, "task", stage);
  plt_batch_set_text (seen, "start_date", "2027-07-05");
  plt_batch_set_text (seen, "end_date", "2027-07-09");
  plt_batch_set_integer (seen, "locked", 1);
  apply (store, seen);
  g_clear_pointer (&facts, plt_facts_free);
  facts = plt_facts_load (store, &error);
  plan = plt_plan_new (facts, 0);
  retro = plt_retro_new (facts, plan, NULL);
  rework = plt_retro_rework_new (retro, plan, facts->screenings.items[0].id, &error);
  g_assert_no_error (error);
  g_assert_true (rework->is_longer);
  plt_retro_rework_write (rework, batch);
  apply (store, batch);
  after = plt_facts_load (store, &error);
  g_assert_cmpuint (after->tasks.n, ==, facts->tasks.n);
  g_assert_true (plt_retro_has_rework (after, after->screenings.items[0].id));
  for (guint i = 0; i < after->tasks.n; i++)
    if (after->tasks.items[i].id == stage)
      {
        g_assert_cmpint (after->tasks.items[i].duration_days, ==, 9);
        g_assert_cmpint (after->tasks.items[i].end_date, ==, retro_day ("2027-07-15"));
      }
  g_assert_true (plt_store_undo (store, &error));
  undone = plt_facts_load (store, &error);
  g_assert_false (plt_retro_has_rework (undone, undone->screenings.items[0].id));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/retro-post/screening-day", test_screening_day);
  g_test_add_func ("/retro-post/needs", test_needs);
  g_test_add_func ("/retro-post/away", test_away);
  g_test_add_func ("/retro-post/overload", test_overload);
  g_test_add_func ("/retro-post/screening-row", test_screening_row);
  g_test_add_func ("/retro-post/twice", test_twice);
  g_test_add_func ("/retro-post/booking", test_booking);
  g_test_add_func ("/retro-post/access-once", test_access_once);
  g_test_add_func ("/retro-post/screenings", test_screenings);
  g_test_add_func ("/retro-post/screenings-by-kind", test_screenings_by_kind);
  g_test_add_func ("/retro-post/rework", test_rework);
  g_test_add_func ("/retro-post/longer", test_longer);
  g_test_add_func ("/retro-post/longer-written", test_longer_written);
  g_test_add_func ("/retro-post/refusals", test_refusals);
  g_test_add_func ("/retro-post/written", test_written);
  return g_test_run ();
}
