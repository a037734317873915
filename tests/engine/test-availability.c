/* Windows of availability against answers worked out by hand. The film's days are Monday 12 and
 * Tuesday 13 April 2027; here only the register is asked. */
#include "plt-availability.h"
#include "plt-test-film.h"

#include <string.h>

#define APRIL(day) plt_date_from_ymd (2027, 4, day)
#define NONE PLT_DATE_NONE
#define ANY PLT_UNKNOWN

enum
{
  PAUL = 1,
  LEA = 2
};

static PltAvailabilityFacts *
add (PltFacts *facts, const char *kind, PltDate from, PltDate to, gint64 start, gint64 end)
{
  PltAvailabilityFacts *row = PLT_FACTS_ADD (facts->availability, PltAvailabilityFacts,
                                             (gint64) facts->availability.n + 1);

  row->kind = kind;
  row->from_date = from;
  row->to_date = to;
  row->from_minutes = start;
  row->to_minutes = end;
  row->note = "";
  return row;
}

static PltEngagementFacts *
engage (PltFacts *facts, gint64 person, gint64 role, const char *status, PltDate from, PltDate to)
{
  PltEngagementFacts *row
      = PLT_FACTS_ADD (facts->engagements, PltEngagementFacts, (gint64) facts->engagements.n + 1);

  row->person = person;
  row->role = role;
  row->status = status;
  row->department = row->function = row->unit = row->hold = row->child_permit = "";
  row->from_date = from;
  row->to_date = to;
  return row;
}

/* One person and up to three windows: what the register says of one date and some hours. */
static const struct
{
  struct
  {
    const char *kind;
    int from, to; /* days of April, 0 for open */
    gint64 start, end;
  } windows[3];
  int date;
  gint64 from, to;
  PltAvailable answer;
  gint64 row, free_from, free_to;
} cases[] = {
  /* nothing is said: yes */
  { { { NULL } }, 12, ANY, ANY, PLT_AVAILABLE_YES, 0, 0, 0 },
  /* away from 12 to 14, both included */
  { { { "indisponible", 12, 14, ANY, ANY } }, 11, ANY, ANY, PLT_AVAILABLE_YES, 0, 0, 0 },
  { { { "indisponible", 12, 14, ANY, ANY } }, 12, ANY, ANY, PLT_AVAILABLE_NO, 1, 0, 0 },
  { { { "indisponible", 12, 14, ANY, ANY } }, 14, 540, 1140, PLT_AVAILABLE_NO, 1, 0, 0 },
  { { { "indisponible", 12, 14, ANY, ANY } }, 15, ANY, ANY, PLT_AVAILABLE_YES, 0, 0, 0 },
  /* open at either end, and at both */
  { { { "indisponible", 12, 0, ANY, ANY } }, 30, ANY, ANY, PLT_AVAILABLE_NO, 1, 0, 0 },
  { { { "indisponible", 0, 12, ANY, ANY } }, 1, ANY, ANY, PLT_AVAILABLE_NO, 1, 0, 0 },
  { { { "indisponible", 0, 12, ANY, ANY } }, 13, ANY, ANY, PLT_AVAILABLE_YES, 0, 0, 0 },
  { { { "indisponible", 0, 0, ANY, ANY } }, 13, ANY, ANY, PLT_AVAILABLE_NO, 1, 0, 0 },
  /* a window that ends before it begins, in days or hours, says nothing */
  { { { "indisponible", 14, 12, ANY, ANY } }, 13, ANY, ANY, PLT_AVAILABLE_YES, 0, 0, 0 },
  { { { "indisponible", 12, 14, 720, 600 } }, 13, ANY, ANY, PLT_AVAILABLE_YES, 0, 0, 0 },
  { { { "disponible", 14, 12, ANY, ANY } }, 13, ANY, ANY, PLT_AVAILABLE_YES, 0, 0, 0 },
  /* only then, and two windows are a union */
  { { { "disponible", 12, 13, ANY, ANY } }, 13, ANY, ANY, PLT_AVAILABLE_YES, 0, 0, 0 },
  { { { "disponible", 12, 13, ANY, ANY } }, 14, ANY, ANY, PLT_AVAILABLE_NO, 1, 0, 0 },
  { { { "disponible", 12, 13, ANY, ANY } }, 1, ANY, ANY, PLT_AVAILABLE_NO, 1, 0, 0 },
  { { { "disponible", 1, 2, ANY, ANY }, { "disponible", 12, 13, ANY, ANY } },
    12,
    ANY,
    ANY,
    PLT_AVAILABLE_YES,
    0,
    0,
    0 },
  { { { "disponible", 1, 2, ANY, ANY }, { "disponible", 12, 13, ANY, ANY } },
    5,
    ANY,
    ANY,
    PLT_AVAILABLE_NO,
    1,
    0,
    0 },
  /* a long window before short ones is still found behind them */
  { { { "indisponible", 1, 30, ANY, ANY },
      { "indisponible", 2, 2, ANY, ANY },
      { "indisponible", 3, 3, ANY, ANY } },
    20,
    ANY,
    ANY,
    PLT_AVAILABLE_NO,
    1,
    0,
    0 },
  /* only then, but not on the 13th of it */
  { { { "disponible", 12, 14, ANY, ANY }, { "indisponible", 13, 13, ANY, ANY } },
    13,
    ANY,
    ANY,
    PLT_AVAILABLE_NO,
    2,
    0,
    0 },
  /* hours: theatre from 18h00 */
  { { { "indisponible", 12, 14, 1080, ANY } }, 12, ANY, ANY, PLT_AVAILABLE_PARTLY, 1, 0, 1080 },
  { { { "indisponible", 12, 14, 1080, ANY } }, 12, 540, 1080, PLT_AVAILABLE_YES, 0, 0, 0 },
  { { { "indisponible", 12, 14, 1080, ANY } }, 12, 540, 1081, PLT_AVAILABLE_PARTLY, 1, 540, 1080 },
  { { { "indisponible", 12, 14, 1080, ANY } }, 12, 1140, 1620, PLT_AVAILABLE_NO, 1, 0, 0 },
  { { { "indisponible", 12, 14, 1080, ANY } }, 15, 1140, 1620, PLT_AVAILABLE_YES, 0, 0, 0 },
  /* in the middle of the day: the longest stretch is named */
  { { { "indisponible", 12, 12, 720, 780 } }, 12, 540, 1140, PLT_AVAILABLE_PARTLY, 1, 780, 1140 },
  /* only from 8h00 to 12h00, and from 14h00 to 20h00 */
  { { { "disponible", 12, 12, 480, 720 }, { "disponible", 12, 12, 840, 1200 } },
    12,
    540,
    1140,
    PLT_AVAILABLE_PARTLY,
    2,
    840,
    1140 },
  { { { "disponible", 12, 12, 480, 720 }, { "disponible", 12, 12, 840, 1200 } },
    12,
    900,
    1140,
    PLT_AVAILABLE_YES,
    0,
    0,
    0 },
  { { { "disponible", 12, 12, 480, 720 }, { "disponible", 12, 12, 720, 1200 } },
    12,
    540,
    1140,
    PLT_AVAILABLE_YES,
    0,
    0,
    0 },
  { { { "disponible", 12, 12, 480, 720 } }, 12, 1140, 1200, PLT_AVAILABLE_NO, 1, 0, 0 },
  /* hours of the day and hours taken away from them leave nothing */
  { { { "disponible", 12, 12, 480, 720 }, { "indisponible", 12, 12, 420, 720 } },
    12,
    ANY,
    ANY,
    PLT_AVAILABLE_NO,
    2,
    0,
    0 },
  /* the night of the 12th is of the 12th, to 27h00 */
  { { { "indisponible", 13, 13, ANY, ANY } }, 12, 1080, 1620, PLT_AVAILABLE_YES, 0, 0, 0 },
  { { { "indisponible", 12, 12, 1500, ANY } },
    12,
    1080,
    1620,
    PLT_AVAILABLE_PARTLY,
    1,
    1080,
    1500 },
  /* to be confirmed; a no is worse, hours that are free leave the option */
  { { { "option", 12, 14, ANY, ANY } }, 13, ANY, ANY, PLT_AVAILABLE_OPTION, 1, 0, 0 },
  { { { "option", 12, 14, ANY, ANY } }, 15, ANY, ANY, PLT_AVAILABLE_YES, 0, 0, 0 },
  { { { "option", 12, 14, 1080, ANY } }, 13, 540, 1080, PLT_AVAILABLE_YES, 0, 0, 0 },
  { { { "option", 12, 14, ANY, ANY }, { "indisponible", 13, 13, ANY, ANY } },
    13,
    ANY,
    ANY,
    PLT_AVAILABLE_NO,
    2,
    0,
    0 },
  { { { "option", 12, 14, ANY, ANY }, { "disponible", 12, 14, 480, 1200 } },
    13,
    540,
    1140,
    PLT_AVAILABLE_OPTION,
    1,
    0,
    0 },
  { { { "option", 12, 14, ANY, ANY }, { "disponible", 12, 14, 480, 720 } },
    13,
    540,
    1140,
    PLT_AVAILABLE_PARTLY,
    2,
    540,
    720 },
  /* one hour without the other: the question is about the day */
  { { { "indisponible", 12, 12, 1200, ANY } }, 12, 540, ANY, PLT_AVAILABLE_PARTLY, 1, 0, 1200 },
};

static void
test_windows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = film_new ();
      g_autoptr (PltAvailability) index = NULL;
      PltAvailabilityAnswer answer;

      for (guint j = 0; j < 3 && cases[i].windows[j].kind != NULL; j++)
        add (facts, cases[i].windows[j].kind,
             cases[i].windows[j].from != 0 ? APRIL (cases[i].windows[j].from) : NONE,
             cases[i].windows[j].to != 0 ? APRIL (cases[i].windows[j].to) : NONE,
             cases[i].windows[j].start, cases[i].windows[j].end)
            ->person
            = PAUL;
      index = plt_availability_new (facts);
      answer = plt_availability_ask (index, PLT_AVAILABILITY_PERSON, PAUL, APRIL (cases[i].date),
                                     cases[i].from, cases[i].to);
      if (answer.answer != cases[i].answer || answer.row.id != cases[i].row
          || answer.from_minutes != cases[i].free_from || answer.to_minutes != cases[i].free_to)
        g_error ("case %u: %d, row %d, free from %d to %d", i, answer.answer, (int) answer.row.id,
                 (int) answer.from_minutes, (int) answer.to_minutes);
      g_assert_true ((answer.row.table == NULL) == (answer.answer == PLT_AVAILABLE_YES));
      /* another person is not concerned, nor is anybody without a date */
      g_assert_cmpint (
          plt_availability_ask (index, PLT_AVAILABILITY_PERSON, LEA, APRIL (12), ANY, ANY).answer,
          ==, PLT_AVAILABLE_YES);
      g_assert_cmpint (
          plt_availability_ask (index, PLT_AVAILABILITY_PERSON, PAUL, NONE, ANY, ANY).answer, ==,
          PLT_AVAILABLE_YES);
    }
}

static PltAvailable
ask (const PltFacts *facts, PltAvailabilityOf what, gint64 id, int day)
{
  g_autoptr (PltAvailability) index = plt_availability_new (facts);
  PltAvailabilityAnswer answer
      = plt_availability_ask (index, what, id, APRIL (day), PLT_UNKNOWN, PLT_UNKNOWN);

  g_assert_true (answer.answer == PLT_AVAILABLE_YES
                 || plt_availability_is_limited (index, what, id));
  return answer.answer;
}

/* A role has the diary of its player, and the dates of that engagement alone. */
static void
test_role (void)
{
  g_autoptr (PltFacts) facts = film_new ();

  add (facts, "indisponible", APRIL (12), APRIL (12), ANY, ANY)->person = PAUL;
  g_assert_cmpint (ask (facts, PLT_AVAILABILITY_ELEMENT, FILM_MILO, 12), ==, PLT_AVAILABLE_YES);
  engage (facts, PAUL, FILM_MILO, "confirme", APRIL (10), APRIL (20));
  engage (facts, PAUL, 0, "confirme", APRIL (1), APRIL (5)); /* and as a driver */
  g_assert_cmpint (ask (facts, PLT_AVAILABILITY_ELEMENT, FILM_MILO, 12), ==, PLT_AVAILABLE_NO);
  g_assert_cmpint (ask (facts, PLT_AVAILABILITY_ELEMENT, FILM_MILO, 13), ==, PLT_AVAILABLE_YES);
  g_assert_cmpint (ask (facts, PLT_AVAILABILITY_ELEMENT, FILM_MILO, 21), ==, PLT_AVAILABLE_NO);
  g_assert_cmpint (ask (facts, PLT_AVAILABILITY_ELEMENT, FILM_MILO, 3), ==, PLT_AVAILABLE_NO);
  g_assert_cmpint (ask (facts, PLT_AVAILABILITY_PERSON, PAUL, 3), ==, PLT_AVAILABLE_YES);
  g_assert_cmpint (ask (facts, PLT_AVAILABILITY_PERSON, PAUL, 8), ==, PLT_AVAILABLE_NO);
  /* a second contract for the same role is a union with the first */
  engage (facts, PAUL, FILM_MILO, "confirme", APRIL (21), NONE);
  g_assert_cmpint (ask (facts, PLT_AVAILABILITY_ELEMENT, FILM_MILO, 30), ==, PLT_AVAILABLE_YES);
  /* the role itself: the beard has to grow */
  add (facts, "indisponible", APRIL (13), APRIL (13), ANY, ANY)->element = FILM_MILO;
  g_assert_cmpint (ask (facts, PLT_AVAILABILITY_ELEMENT, FILM_MILO, 13), ==, PLT_AVAILABLE_NO);
  g_assert_cmpint (ask (facts, PLT_AVAILABILITY_PERSON, PAUL, 13), ==, PLT_AVAILABLE_YES);
}

/* Twins: either will do. Once one is firm, the other no longer counts. */
static void
test_players (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltAvailability) index = NULL;
  PltAvailabilityAnswer answer;
  guint n;

  engage (facts, PAUL, FILM_MILO, "envisage", NONE, NONE);
  engage (facts, LEA, FILM_MILO, "option", NONE, NONE);
  add (facts, "indisponible", APRIL (12), APRIL (13), ANY, ANY)->person = PAUL;
  add (facts, "indisponible", APRIL (13), APRIL (13), 720, ANY)->person = LEA;
  g_assert_cmpint (ask (facts, PLT_AVAILABILITY_ELEMENT, FILM_MILO, 12), ==, PLT_AVAILABLE_YES);
  g_assert_cmpint (ask (facts, PLT_AVAILABILITY_ELEMENT, FILM_MILO, 13), ==, PLT_AVAILABLE_PARTLY);
  index = plt_availability_new (facts);
  g_assert_cmpint (plt_availability_players (index, FILM_MILO, &n)[0], ==, PAUL);
  g_assert_cmpuint (n, ==, 2);
  g_assert_null (plt_availability_players (index, FILM_NORA, &n));
  g_assert_cmpuint (n, ==, 0);

  facts->engagements.items[0].status = "signe";
  g_assert_cmpint (ask (facts, PLT_AVAILABILITY_ELEMENT, FILM_MILO, 12), ==, PLT_AVAILABLE_NO);
  g_clear_pointer (&index, plt_availability_free);
  index = plt_availability_new (facts);
  plt_availability_players (index, FILM_MILO, &n);
  g_assert_cmpuint (n, ==, 1);
  answer = plt_availability_ask (index, PLT_AVAILABILITY_ELEMENT, FILM_MILO, APRIL (12), ANY, ANY);
  g_assert_cmpstr (answer.row.table, ==, "availability");
  g_assert_cmpint (answer.row.id, ==, 1);
}

/* A séquence inherits from its set, the set it is part of, and the place; a set from both. */
static void
test_places (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  PltSetFacts *stairs = PLT_FACTS_ADD (facts->sets, PltSetFacts, 7);

  stairs->name = "QUAI / ESCALIER";
  stairs->note = "";
  stairs->parent = FILM_SET_QUAY;
  facts->sequences.items[0].sub_set = 7;
  add (facts, "indisponible", APRIL (1), APRIL (1), ANY, ANY)->sequence = 1;
  add (facts, "indisponible", APRIL (2), APRIL (2), ANY, ANY)->set = 7;
  add (facts, "indisponible", APRIL (3), APRIL (3), ANY, ANY)->set = FILM_SET_QUAY;
  add (facts, "option", APRIL (4), APRIL (4), ANY, ANY)->location = FILM_PLACE_PORT;
  for (int day = 1; day <= 5; day++)
    {
      static const struct
      {
        PltAvailabilityOf what;
        gint64 id;
        PltAvailable of_day[5];
      } wanted[] = {
        { PLT_AVAILABILITY_SEQUENCE, 1, { 3, 3, 3, 1, 0 } },
        { PLT_AVAILABILITY_SEQUENCE, 3, { 0, 0, 3, 1, 0 } },
        { PLT_AVAILABILITY_SEQUENCE, 2, { 0, 0, 0, 0, 0 } },
        { PLT_AVAILABILITY_SET, 7, { 0, 3, 3, 1, 0 } },
        { PLT_AVAILABILITY_SET, FILM_SET_QUAY, { 0, 0, 3, 1, 0 } },
        { PLT_AVAILABILITY_SET, FILM_SET_KITCHEN, { 0, 0, 0, 0, 0 } },
        { PLT_AVAILABILITY_LOCATION, FILM_PLACE_PORT, { 0, 0, 0, 1, 0 } },
        { PLT_AVAILABILITY_SEQUENCE, 404, { 0, 0, 0, 0, 0 } },
      };

      for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
        if (ask (facts, wanted[i].what, wanted[i].id, day) != wanted[i].of_day[day - 1])
          g_error ("row %u on day %d", i, day);
    }
  /* a séquence shot elsewhere than its set leaves the port alone */
  facts->sequences.items[2].location = FILM_PLACE_HOUSE;
  g_assert_cmpint (ask (facts, PLT_AVAILABILITY_SEQUENCE, 3, 4), ==, PLT_AVAILABLE_YES);
  /* sets that are part of one another, as a damaged file may have them, are no endless loop */
  ((PltSetFacts *) PLT_FACTS_FIND (facts->sets, PltSetFacts, FILM_SET_QUAY))->parent = 7;
  g_assert_cmpint (ask (facts, PLT_AVAILABILITY_SET, 7, 3), ==, PLT_AVAILABLE_NO);
}

static void
test_limited (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltAvailability) index = NULL;

  add (facts, "disponible", NONE, NONE, ANY, ANY)->person = LEA; /* always: no limit */
  engage (facts, LEA, FILM_NORA, "signe", NONE, NONE);
  engage (facts, PAUL, FILM_MILO, "signe", APRIL (10), NONE);
  add (facts, "indisponible", APRIL (14), APRIL (12), ANY, ANY)->set = FILM_SET_QUAY;
  index = plt_availability_new (facts);
  g_assert_false (plt_availability_is_limited (index, PLT_AVAILABILITY_PERSON, LEA));
  g_assert_false (plt_availability_is_limited (index, PLT_AVAILABILITY_ELEMENT, FILM_NORA));
  g_assert_true (plt_availability_is_limited (index, PLT_AVAILABILITY_ELEMENT, FILM_MILO));
  g_assert_false (plt_availability_is_limited (index, PLT_AVAILABILITY_SET, FILM_SET_QUAY));
  g_assert_true (plt_availability_is_empty (&facts->availability.items[1]));
  facts->availability.items[0].person = 0;
  g_assert_true (plt_availability_is_empty (&facts->availability.items[0]));
}

/* However the windows fall: the index says what asking every window in turn says. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);

  for (int round = 0; round < 300; round++)
    {
      g_autoptr (PltFacts) facts = film_new ();
      g_autoptr (PltAvailability) index = NULL;
      int n = g_rand_int_range (rand, 1, 9);

      for (int i = 0; i < n; i++)
        {
          int from = g_rand_int_range (rand, 1, 28), to = g_rand_int_range (rand, from, 29);

          add (facts, g_rand_boolean (rand) ? "indisponible" : "disponible",
               g_rand_int_range (rand, 0, 6) == 0 ? NONE : APRIL (from),
               g_rand_int_range (rand, 0, 6) == 0 ? NONE : APRIL (to), ANY, ANY)
              ->person
              = PAUL;
        }
      index = plt_availability_new (facts);
      for (int day = 1; day <= 30; day++)
        {
          gboolean no = FALSE, only = FALSE, then = FALSE;
          PltAvailabilityAnswer answer
              = plt_availability_ask (index, PLT_AVAILABILITY_PERSON, PAUL, APRIL (day), 540, 1140);

          for (guint i = 0; i < facts->availability.n; i++)
            {
              const PltAvailabilityFacts *row = &facts->availability.items[i];
              gboolean holds = (row->from_date == NONE || row->from_date <= APRIL (day))
                               && (row->to_date == NONE || row->to_date >= APRIL (day));

              if (g_str_equal (row->kind, "disponible"))
                {
                  only = TRUE;
                  then = then || holds;
                }
              else
                no = no || holds;
            }
          g_assert_cmpint (answer.answer, ==,
                           no || (only && !then) ? PLT_AVAILABLE_NO : PLT_AVAILABLE_YES);
        }
    }
}

static void
test_words (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  static const char *const wanted[]
      = { "not available from 12/04/2027 to 13/04/2027, 18h00 to 24h00 – Théâtre",
          "available only until 13/04/2027", "to be confirmed on 13/04/2027",
          "not available from 12/04/2027 on" };

  add (facts, "indisponible", APRIL (12), APRIL (13), 1080, ANY)->note = "Théâtre";
  add (facts, "disponible", NONE, APRIL (13), ANY, ANY);
  add (facts, "option", APRIL (13), APRIL (13), ANY, ANY);
  add (facts, "indisponible", APRIL (12), NONE, ANY, ANY);
  engage (facts, PAUL, FILM_MILO, "signe", APRIL (12), APRIL (13));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *text = plt_availability_explain (
          facts, (PltRef){ "availability", facts->availability.items[i].id, NULL });

      g_assert_cmpstr (text, ==, wanted[i]);
    }
  {
    g_autofree char *text = plt_availability_explain (facts, (PltRef){ "engagement", 1, NULL });
    g_autofree char *nothing = plt_availability_explain (facts, (PltRef){ NULL });

    g_assert_cmpstr (text, ==, "engaged from 12/04/2027 to 13/04/2027");
    g_assert_cmpstr (nothing, ==, "");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/availability/windows", test_windows);
  g_test_add_func ("/availability/role", test_role);
  g_test_add_func ("/availability/players", test_players);
  g_test_add_func ("/availability/places", test_places);
  g_test_add_func ("/availability/limited", test_limited);
  g_test_add_func ("/availability/random", test_random);
  g_test_add_func ("/availability/words", test_words);
  return g_test_run ();
}
