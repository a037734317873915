/* Who is in which room, week by week. */
#include <string.h>

#include "plt-retro-rooms.h"
#include "plt-test-retro.h"

enum
{
  EDIT = 1,
  MIX,
};

/* Edit from Monday 7 to Friday 18 June 2027, mix from 21 to 25. */
static PltFacts *
plan (void)
{
  PltFacts *facts = retro_facts ("2027-07-30", "");
  PltParameterFacts *start = PLT_FACTS_ADD (facts->parameters, PltParameterFacts, 1);

  start->name = PLT_RETRO_START;
  start->value = "2027-06-07";
  start = PLT_FACTS_ADD (facts->parameters, PltParameterFacts, 2);
  start->name = PLT_RETRO_DIRECTION;
  start->value = "aval";
  retro_task (facts, EDIT, "Montage", 10);
  retro_task (facts, MIX, "Mixage", 5);
  retro_link (facts, EDIT, MIX, "fin-debut", 0);
  return facts;
}

static PltBookingFacts *
book (PltFacts *facts,
      const char *room,
      const char *supplier,
      gint64 task,
      const char *from,
      const char *to)
{
  PltBookingFacts *booking
      = PLT_FACTS_ADD (facts->bookings, PltBookingFacts, facts->bookings.n + 1);

  booking->task = task;
  booking->room = room;
  booking->supplier = supplier;
  booking->from_date = retro_day (from);
  booking->to_date = retro_day (to);
  booking->start_minutes = booking->end_minutes = PLT_UNKNOWN;
  booking->status = "confirme";
  booking->cost_cents = PLT_UNKNOWN;
  booking->accessibility = booking->note = "";
  return booking;
}

static PltScreeningFacts *
screen (PltFacts *facts, const char *room, const char *date, gint64 minutes)
{
  PltScreeningFacts *one
      = PLT_FACTS_ADD (facts->screenings, PltScreeningFacts, facts->screenings.n + 1);

  one->name = "Première";
  one->room = room;
  one->date = retro_day (date);
  one->start_minutes = minutes;
  one->rework_days = PLT_UNKNOWN;
  one->format = one->version = one->people = one->answer = "";
  one->decided_by = one->note = one->accessibility = "";
  return one;
}

static void
assert_days (const PltRetroRooms *rooms, guint room, const char *monday, guint n, gboolean marked)
{
  gboolean twice;

  g_assert_cmpuint (plt_retro_rooms_days (rooms, room, retro_day (monday), &twice), ==, n);
  g_assert_cmpint (twice, ==, marked);
}

/* One room however it is written, another of the same name at another supplier's, none that is
 * cancelled or of no day; by name. */
static void
test_rooms (void)
{
  g_autoptr (PltFacts) facts = plan ();
  g_autoptr (PltRetro) retro = NULL;
  g_autoptr (PltRetroRooms) rooms = NULL;

  book (facts, "Salle 2", "Les Forges", EDIT, "2027-06-07", "2027-06-11");
  book (facts, "salle 2", "les forges", MIX, "2027-06-21", "");
  book (facts, "Salle 2", "Ailleurs", MIX, "2027-06-21", "");
  book (facts, "Auditorium", "", MIX, "2027-06-21", "")->status = "annule";
  book (facts, "Studio", "", MIX, "", "");
  book (facts, "", "Les Forges", MIX, "2027-06-21", "");
  screen (facts, "SALLE 2", "2027-06-30", 600); /* the first of that name */
  screen (facts, "Cinéma", "2027-07-01", 600);
  screen (facts, "", "2027-07-02", 600);
  retro = retro_on (facts, "");
  rooms = plt_retro_rooms_new (retro);
  g_assert_cmpuint (rooms->rooms->len, ==, 3);
  g_assert_cmpstr (((PltRetroRoom *) rooms->rooms->pdata[0])->name, ==, "Cinéma");
  g_assert_cmpstr (((PltRetroRoom *) rooms->rooms->pdata[1])->supplier, ==, "Ailleurs");
  g_assert_cmpstr (((PltRetroRoom *) rooms->rooms->pdata[2])->supplier, ==, "Les Forges");
  g_assert_cmpuint (((PltRetroRoom *) rooms->rooms->pdata[2])->uses->len, ==, 3);
  g_assert_cmpuint (rooms->twice->len, ==, 0);
  g_assert_cmpint (rooms->first, ==, retro_day ("2027-06-07"));
  g_assert_cmpint (rooms->last, ==, retro_day ("2027-07-01"));
  assert_days (rooms, 2, "2027-06-07", 5, FALSE);
  assert_days (rooms, 2, "2027-06-14", 0, FALSE);
  assert_days (rooms, 2, "2027-06-21", 1, FALSE);
  assert_days (rooms, 2, "2027-06-28", 1, FALSE);
}

/* Saturdays and Sundays within a booking do not count; its own first and last days do. */
static void
test_week_ends (void)
{
  g_autoptr (PltFacts) facts = plan ();
  g_autoptr (PltRetro) retro = NULL;
  g_autoptr (PltRetroRooms) rooms = NULL;

  book (facts, "A", "", EDIT, "2027-06-09", "2027-06-20");
  book (facts, "B", "", 0, "2027-06-12", "2027-06-14");
  retro = retro_on (facts, "");
  rooms = plt_retro_rooms_new (retro);
  assert_days (rooms, 0, "2027-06-07", 3, FALSE);
  assert_days (rooms, 0, "2027-06-14", 6, FALSE); /* until Sunday 20, not on Saturday 19 */
  assert_days (rooms, 1, "2027-06-07", 1, FALSE); /* from Saturday 12, not on Sunday 13 */
  assert_days (rooms, 1, "2027-06-14", 1, FALSE);
}

/* The same answer as the finding: retro.room-twice. */
static void
test_twice (void)
{
  g_autoptr (PltFacts) facts = plan ();
  g_autoptr (PltRetro) retro = NULL;
  g_autoptr (PltRetroRooms) rooms = NULL;
  g_autoptr (PltRetroWeek) week = NULL;
  g_autofree char *why = NULL, *none = NULL;
  PltBookingFacts *morning, *evening;

  book (facts, "A", "", EDIT, "2027-06-07", "2027-06-16");
  book (facts, "A", "", MIX, "2027-06-15", "2027-06-22");
  morning = book (facts, "B", "", EDIT, "2027-06-07", "2027-06-11");
  evening = book (facts, "B", "", MIX, "2027-06-07", "2027-06-11");
  morning->start_minutes = 540;
  morning->end_minutes = evening->start_minutes = 1080;
  evening->end_minutes = 1320;
  retro = retro_on (facts, "");
  rooms = plt_retro_rooms_new (retro);
  g_assert_true (retro_has_issue (retro, "retro.room-twice", "“A”"));
  g_assert_false (retro_has_issue (retro, "retro.room-twice", "“B”"));
  g_assert_cmpuint (rooms->twice->len, ==, 1);
  assert_days (rooms, 0, "2027-06-07", 5, FALSE);
  assert_days (rooms, 0, "2027-06-14", 5, TRUE);
  assert_days (rooms, 0, "2027-06-21", 2, FALSE);
  assert_days (rooms, 1, "2027-06-07", 5, FALSE);
  week = plt_retro_rooms_week (rooms, 0, retro_day ("2027-06-14"));
  g_assert_cmpuint (week->lines->len, ==, 2);
  g_assert_cmphex (week->twice, ==, 0x06); /* Tuesday 15 and Wednesday 16 */
  g_assert_false (plt_retro_week_is_over (week, 0));
  g_assert_true (plt_retro_week_is_over (week, 1));
  g_assert_cmphex (g_array_index (week->lines, PltRetroWork, 0).days, ==, 0x07);
  g_assert_cmphex (g_array_index (week->lines, PltRetroWork, 1).days, ==, 0x1e);
  why = plt_retro_rooms_why (rooms, 0, retro_day ("2027-06-14"));
  g_assert_nonnull (why);
  g_assert_nonnull (strstr (why, "Montage"));
  g_assert_nonnull (strstr (why, "Mixage"));
  none = plt_retro_rooms_why (rooms, 0, retro_day ("2027-06-07"));
  g_assert_null (none);
}

/* A screening in a room booked for a task is twice, at hours of the booking, and not where the
 * booking may be its own; two screenings are not. */
static void
test_screenings (void)
{
  static const struct
  {
    gint64 task, minutes;
    gboolean twice;
  } cases[] = {
    { EDIT, 600, TRUE },
    { EDIT, PLT_UNKNOWN, TRUE },
    { EDIT, 1080, FALSE },
    { 0, 600, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = plan ();
      g_autoptr (PltRetro) retro = NULL;
      g_autoptr (PltRetroRooms) rooms = NULL;
      PltBookingFacts *booking
          = book (facts, "A", "Les Forges", cases[i].task, "2027-06-07", "2027-06-11");

      booking->start_minutes = 540;
      booking->end_minutes = 1080;
      screen (facts, "a", "2027-06-09", cases[i].minutes);
      screen (facts, "a", "2027-06-09", 1200);
      retro = retro_on (facts, "");
      rooms = plt_retro_rooms_new (retro);
      g_assert_cmpuint (rooms->rooms->len, ==, 1);
      g_assert_cmpint (rooms->twice->len > 0, ==, cases[i].twice);
      g_assert_cmpint (retro_has_issue (retro, "retro.room-twice", "Première"), ==, cases[i].twice);
      assert_days (rooms, 0, "2027-06-07", 5, cases[i].twice);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/retro-rooms/rooms", test_rooms);
  g_test_add_func ("/retro-rooms/week-ends", test_week_ends);
  g_test_add_func ("/retro-rooms/twice", test_twice);
  g_test_add_func ("/retro-rooms/screenings", test_screenings);
  return g_test_run ();
}
