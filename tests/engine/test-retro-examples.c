/* Rétroplannings counted by hand on the calendar, with the holidays of the referential as it is
 * installed. In 2026: 1 and 8 May are Fridays, Ascension Thursday 14 May, Monday of Pentecôte 25
 * May. In 2027: Ascension Thursday 6 May, Monday of Pentecôte 17 May; 1 and 8 May are Saturdays. */
#include <string.h>

#include "plt-referential.h"
#include "plt-test-retro.h"

static PltFacts *
film (const char *delivery, const char *territory)
{
  PltFacts *facts = retro_facts (delivery, "");

  facts->production.territory = territory;
  g_assert_true (plt_referential_lend (facts, "jours-feries"));
  return facts;
}

static void
count_from (PltFacts *facts, const char *start)
{
  PltParameterFacts *way = PLT_FACTS_ADD (facts->parameters, PltParameterFacts, 1), *first;

  way->name = PLT_RETRO_DIRECTION;
  way->value = "aval";
  first = PLT_FACTS_ADD (facts->parameters, PltParameterFacts, 2);
  first->name = PLT_RETRO_START;
  first->value = start;
}

static void
assert_dates (const PltFacts *facts, gint64 task, const char *dates)
{
  g_autoptr (PltRetro) retro = retro_on (facts, "");
  g_autofree char *got = retro_dates (retro, task);

  g_assert_cmpstr (got, ==, dates);
}

/* ---- holidays ---- */

/* Tasks of two or three days over a holiday of one territory. */
static void
test_territories (void)
{
  static const struct
  {
    const char *territory, *start;
    int days;
    const char *dates;
  } cases[] = {
    /* Friday 22 Dec. 2028, the 25th a holiday, then Tuesday 26 and Wednesday 27 */
    { "metropole", "2028-12-22", 3, "2028-12-22..2028-12-27" },
    /* the 26th is one too: 22, 27, 28 */
    { "alsace-moselle", "2028-12-22", 3, "2028-12-22..2028-12-28" },
    /* Wednesday 26 May 2027, 27, 28; in Guadeloupe not the 27th: 26, 28, Monday 31 */
    { "metropole", "2027-05-26", 3, "2027-05-26..2027-05-28" },
    { "guadeloupe", "2027-05-26", 3, "2027-05-26..2027-05-31" },
    { "saint-martin", "2026-05-26", 2, "2026-05-26..2026-05-28" },
    /* Thursday 21 May 2026; the 22nd, a weekend and Monday of Pentecôte are off: Tuesday 26 */
    { "martinique", "2026-05-21", 2, "2026-05-21..2026-05-26" },
    { "metropole", "2026-05-21", 2, "2026-05-21..2026-05-22" },
    { "mayotte", "2027-04-26", 2, "2027-04-26..2027-04-28" },
    { "guyane", "2026-06-09", 2, "2026-06-09..2026-06-11" },
    /* Friday 17 Dec. 2027, Monday 20 off: Tuesday 21 */
    { "reunion", "2027-12-17", 2, "2027-12-17..2027-12-21" },
    { "saint-barthelemy", "2026-10-08", 2, "2026-10-08..2026-10-12" },
    /* 30 April 2026, then 1 May and a weekend: Monday 4 */
    { "metropole", "2026-04-30", 2, "2026-04-30..2026-05-04" },
    /* Good Friday 26 March 2027 is worked but in some towns; Monday 29 is not */
    { "metropole", "2027-03-25", 3, "2027-03-25..2027-03-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = film ("", cases[i].territory);

      count_from (facts, cases[i].start);
      retro_task (facts, 1, "Tâche", cases[i].days)->placing = "au-plus-tot";
      g_test_message ("%s %s", cases[i].territory, cases[i].start);
      assert_dates (facts, 1, cases[i].dates);
    }
}

/* ---- forwards, the lags of May 2026 ---- */

/* A, ten days from Monday 27 April: 27-30 (4), not 1 May, 4-7 (8), not 8 May, 11 and 12. */
static void
test_forward (void)
{
  g_autoptr (PltFacts) facts = film ("", "metropole");
  const char *const names[] = { "A", "B", "C", "D", "E", "F" };
  const int days[] = { 10, 5, 3, 1, 4, 0 };

  count_from (facts, "2026-04-27");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    retro_task (facts, i + 1, names[i], days[i]);
  retro_link (facts, 1, 2, "fin-debut", 3)->lag_unit = "calendaires";
  retro_link (facts, 1, 3, "fin-debut", 3);
  retro_link (facts, 2, 4, "debut-debut", 5);
  retro_link (facts, 3, 5, "fin-fin", 2);
  retro_link (facts, 5, 6, "fin-debut", 0);
  assert_dates (facts, 1, "2026-04-27..2026-05-12");
  /* three days of the calendar after Tuesday 12: from Saturday 16, Monday 18 to Friday 22 */
  assert_dates (facts, 2, "2026-05-18..2026-05-22");
  /* three working days after Tuesday 12: 13, 15 (the 14th is Ascension), 18; from 19 to 21 */
  assert_dates (facts, 3, "2026-05-19..2026-05-21");
  /* five working days after Monday 18 began: 18-22; then a weekend and Pentecôte: Tuesday 26 */
  assert_dates (facts, 4, "2026-05-26..2026-05-26");
  /* ends two working days after Thursday 21: Friday 22, Tuesday 26; four days: 20, 21, 22, 26 */
  assert_dates (facts, 5, "2026-05-20..2026-05-26");
  /* a milestone closes the day of what it follows */
  assert_dates (facts, 6, "2026-05-26..2026-05-26");
}

/* ---- two calendars ---- */

/* Rooms work from Monday to Saturday and close from Monday 2 to Friday 13 August 2027. A lag is in
 * days of what waits. */
static void
test_calendars (void)
{
  static const char *const kinds[] = { "debut-debut", "debut-fin", "fin-fin" };
  g_autoptr (PltFacts) facts = film ("", "metropole");
  PltTaskCalendarFacts *rooms = PLT_FACTS_ADD (facts->task_calendars, PltTaskCalendarFacts, 7);
  PltClosingFacts *august = PLT_FACTS_ADD (facts->closings, PltClosingFacts, 1);

  rooms->name = "Salles";
  rooms->weekdays = "lundi,mardi,mercredi,jeudi,vendredi,samedi";
  august->task_calendar = 7;
  august->name = "Août";
  august->from_date = retro_day ("2027-08-02");
  august->to_date = retro_day ("2027-08-13");
  count_from (facts, "2027-07-26");
  retro_task (facts, 1, "Montage", 5);
  retro_task (facts, 2, "Mixage", 4)->calendar = 7;
  retro_task (facts, 3, "Retour du matériel", 2);
  retro_task (facts, 4, "Sous-titres", 2)->calendar = 7;
  retro_task (facts, 5, "Étalonnage", 6)->calendar = 7;
  retro_link (facts, 1, 2, kinds[0], 3);
  retro_link (facts, 2, 3, kinds[1], 0);
  retro_link (facts, 1, 4, kinds[2], -1);
  retro_link (facts, 1, 5, "fin-debut", 1);
  assert_dates (facts, 1, "2027-07-26..2027-07-30");
  /* Monday 26, 27, 28 pass: Thursday 29, 30, Saturday 31; closed to Friday 13: Saturday 14 */
  assert_dates (facts, 2, "2027-07-29..2027-08-14");
  /* ends once the mixing has begun on Thursday 29, at its beginning: 27 and 28 */
  assert_dates (facts, 3, "2027-07-27..2027-07-28");
  /* may end a day of rooms before Friday 30: Wednesday 28 and Thursday 29 */
  assert_dates (facts, 4, "2027-07-28..2027-07-29");
  /* a day of rooms after Friday 30 is Saturday 31: from Saturday 14, Monday 16 to Friday 20 */
  assert_dates (facts, 5, "2027-08-14..2027-08-20");
}

/* ---- backwards from Friday 21 May 2027 ---- */

enum
{
  EDIT = 1,
  MIX,
  MASTERS,
  PAD
};

/* Editing 4 days, two days of the calendar, mixing 5, masters 3, PAD. */
static PltFacts *
post (void)
{
  PltFacts *facts = film ("2027-05-21", "metropole");

  retro_task (facts, EDIT, "Montage", 4);
  retro_task (facts, MIX, "Mixage", 5);
  retro_task (facts, MASTERS, "Masters", 3);
  retro_task (facts, PAD, "PAD", 0)->anchor = "livraison";
  retro_link (facts, EDIT, MIX, "fin-debut", 2)->lag_unit = "calendaires";
  retro_link (facts, MIX, MASTERS, "fin-debut", 0);
  retro_link (facts, MASTERS, PAD, "fin-debut", 0);
  return facts;
}

static PltTaskFacts *
task (PltFacts *facts, gint64 id)
{
  return &facts->tasks.items[id - 1];
}

static void
assert_chain (
    const PltFacts *facts, const char *edit, const char *mix, const char *masters, const char *pad)
{
  g_autofree char *end = g_strdup_printf ("%s..%s", pad, pad);

  assert_dates (facts, EDIT, edit);
  assert_dates (facts, MIX, mix);
  assert_dates (facts, MASTERS, masters);
  assert_dates (facts, PAD, end);
}

static void
assert_margin (const PltFacts *facts, int margin, int missing)
{
  g_autoptr (PltRetro) retro = retro_on (facts, "");

  g_assert_cmpint (retro->head.margin, ==, margin);
  g_assert_cmpint (retro->head.missing, ==, missing);
}

static void
test_backward (void)
{
  g_autoptr (PltFacts) facts = post ();

  /* Masters 19, 20, 21. Mixing 11, 12, 13, 14 and, after Pentecôte, 18. It begins on Tuesday 11:
   * two days before is the end of Saturday 8, so Friday 7; not Ascension: 3, 4, 5, 7. */
  assert_chain (facts, "2027-05-03..2027-05-07", "2027-05-11..2027-05-18", "2027-05-19..2027-05-21",
                "2027-05-21");
  assert_margin (facts, 0, 0);
}

static void
test_deadline (void)
{
  g_autoptr (PltFacts) facts = post ();

  /* By Wednesday 5: 30 April, 3, 4, 5 May. The rest stays as late as it can. */
  task (facts, EDIT)->deadline_date = retro_day ("2027-05-05");
  assert_chain (facts, "2027-04-30..2027-05-05", "2027-05-11..2027-05-18", "2027-05-19..2027-05-21",
                "2027-05-21");
  assert_margin (facts, 0, 0);
}

/* What is done later than the plan wants pushes what follows, as far as the PAD: said, not hidden.
 */
static void
test_done_late (void)
{
  g_autoptr (PltFacts) facts = post ();

  task (facts, EDIT)->real_start_date = retro_day ("2027-04-28");
  task (facts, EDIT)->real_end_date = retro_day ("2027-05-10");
  /* Two days of the calendar after Monday 10: Thursday 13, 14, 18, 19, 20; masters Friday 21, 24,
   * 25; 24 and 25 are two working days beyond the PAD. */
  assert_chain (facts, "2027-04-28..2027-05-10", "2027-05-13..2027-05-20", "2027-05-21..2027-05-25",
                "2027-05-25");
  assert_margin (facts, 0, 2);
}

static void
test_locked (void)
{
  g_autoptr (PltFacts) facts = post ();

  /* Held from Monday 10 to Friday 14: the editing ends two days of the calendar before the 10th,
   * by Friday 7; the masters have Tuesday 18 to spare. */
  task (facts, MIX)->start_date = retro_day ("2027-05-10");
  task (facts, MIX)->end_date = retro_day ("2027-05-14");
  task (facts, MIX)->locked = TRUE;
  assert_chain (facts, "2027-05-03..2027-05-07", "2027-05-10..2027-05-14", "2027-05-19..2027-05-21",
                "2027-05-21");
  assert_margin (facts, 1, 0);
}

static void
test_fixed (void)
{
  g_autoptr (PltFacts) facts = post ();

  /* Begins on Wednesday 12: 12, 13, 14, 18, 19; masters 20, 21, Monday 24: one day is missing. The
   * editing has until Sunday 9: still Friday 7. */
  task (facts, MIX)->placing = "debut-le";
  task (facts, MIX)->placing_date = retro_day ("2027-05-12");
  assert_chain (facts, "2027-05-03..2027-05-07", "2027-05-12..2027-05-19", "2027-05-20..2027-05-24",
                "2027-05-24");
  assert_margin (facts, 0, 1);
}

/* A start leaves room, and what is as early as possible takes it. */
static void
test_start (void)
{
  g_autoptr (PltFacts) facts = post ();
  PltParameterFacts *first = PLT_FACTS_ADD (facts->parameters, PltParameterFacts, 1);

  first->name = PLT_RETRO_START;
  first->value = "2027-04-22";
  /* The editing has seven days before Monday 3 May: 22, 23, 26 to 30 April. The mixing has six: at
   * the earliest it begins on Friday 30 April, two days of the calendar after Tuesday 27; 30, 3, 4,
   * 5, 7, 10 before Tuesday 11. The least is the margin. */
  assert_dates (facts, EDIT, "2027-05-03..2027-05-07");
  assert_margin (facts, 6, 0);
  task (facts, EDIT)->placing = "au-plus-tot";
  assert_dates (facts, EDIT, "2027-04-22..2027-04-27");
  assert_dates (facts, MIX, "2027-05-11..2027-05-18");
}

/* ---- the plan de travail ---- */

/* The shoot lasts what its plan does, whatever length or dates were typed: Monday 1 to Friday 12
 * February 2027, ten days; its slack is counted from there. */
static void
test_shoot (void)
{
  g_autoptr (PltFacts) facts = retro_facts ("2027-03-05", "2027-02-01,2027-02-12");

  facts->production.territory = "metropole";
  g_assert_true (plt_referential_lend (facts, "jours-feries"));
  retro_task (facts, 1, "Tournage", 3)->anchor = "tournage";
  facts->tasks.items[0].start_date = retro_day ("2027-06-01");
  facts->tasks.items[0].end_date = retro_day ("2027-06-03");
  retro_task (facts, 2, "Montage", 10);
  retro_task (facts, 3, "PAD", 0)->anchor = "livraison";
  retro_link (facts, 1, 2, "fin-debut", 0);
  retro_link (facts, 2, 3, "fin-debut", 0);
  assert_dates (facts, 1, "2027-02-01..2027-02-12");
  /* ten days to Friday 5 March: from Monday 22 February; 15 to 19 are five to spare */
  assert_dates (facts, 2, "2027-02-22..2027-03-05");
  assert_margin (facts, 5, 0);
  {
    g_autoptr (PltRetro) retro = retro_on (facts, "");

    g_assert_cmpint (plt_retro_find (retro, 1)->days, ==, 10);
    g_assert_cmpint (plt_retro_find (retro, 1)->dates.slack, ==, 5);
  }
  /* a day of shooting more, a week later: the editing has nothing to spare */
  PLT_FACTS_ADD (facts->days, PltDayFacts, 3)->schedule = 1;
  facts->days.items[2].kind = "tournage";
  facts->days.items[2].note = "";
  facts->days.items[2].date = retro_day ("2027-02-19");
  assert_dates (facts, 1, "2027-02-01..2027-02-19");
  assert_margin (facts, 0, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/retro-examples/territories", test_territories);
  g_test_add_func ("/retro-examples/forward", test_forward);
  g_test_add_func ("/retro-examples/calendars", test_calendars);
  g_test_add_func ("/retro-examples/backward", test_backward);
  g_test_add_func ("/retro-examples/deadline", test_deadline);
  g_test_add_func ("/retro-examples/done-late", test_done_late);
  g_test_add_func ("/retro-examples/locked", test_locked);
  g_test_add_func ("/retro-examples/fixed", test_fixed);
  g_test_add_func ("/retro-examples/start", test_start);
  g_test_add_func ("/retro-examples/shoot", test_shoot);
  return g_test_run ();
}
