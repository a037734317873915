/* The planche of a hand-made plan: who is in which cell, totals, greyed days, second unit. */
#include "plt-planche.h"

#include <string.h>

#include "plt-test-film.h"

#define APRIL(day) plt_date_from_ymd (2027, 4, (day))

static PltDayFacts *
add_day (PltFacts *facts, gint64 id, PltDate date, const char *kind)
{
  PltDayFacts *day = PLT_FACTS_ADD (facts->days, PltDayFacts, id);

  day->schedule = FILM_SCHEDULE;
  day->position = id * 1024;
  day->date = date;
  day->kind = kind;
  day->unit = 1;
  day->start_minutes = day->end_minutes = day->meal_minutes = PLT_UNKNOWN;
  day->note = "";
  return day;
}

static void
add_strip (PltFacts *facts, gint64 id, gint64 day, gint64 sequence, const char *part)
{
  PltStripFacts *strip = PLT_FACTS_ADD (facts->strips, PltStripFacts, id);

  strip->schedule = FILM_SCHEDULE;
  strip->day = day;
  strip->position = id * 1024;
  strip->kind = sequence != 0 ? "sequence" : "repas";
  strip->sequence = sequence;
  strip->text = strip->note = "";
  strip->part = part;
  strip->minutes = PLT_UNKNOWN;
}

/* The film, then: Wednesday 14 off (repos), Friday 16 J3 séquence 2 once more and a meal, Monday 19
 * J4 séquence 3 in two parts and 4, and on the same date a second unit, J5, with séquence 1.
 * Columns: 1, 2 | 3 | repos | 2 | 3, 3, 4 | 1. */
static PltFacts *
plan_film (void)
{
  PltFacts *facts = film_new ();

  add_day (facts, 3, APRIL (14), "repos");
  add_day (facts, 4, APRIL (16), "tournage");
  add_day (facts, 5, APRIL (19), "tournage")->note = "Grue à 10 h";
  add_day (facts, 6, APRIL (19), "tournage")->unit = 2;
  add_strip (facts, 10, 4, 2, "");
  add_strip (facts, 11, 4, 0, "");
  add_strip (facts, 12, 5, 3, "1/2");
  add_strip (facts, 13, 5, 3, "2/2");
  add_strip (facts, 14, 5, 4, "");
  add_strip (facts, 15, 6, 1, "");
  return facts;
}

static PltLetters *
shipped_letters (const PltFacts *facts)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "referentials",
                                                 "lettres-presence.tsv", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  return plt_letters_new (facts, content);
}

typedef struct
{
  PltFacts *facts;
  PltLetters *letters;
  PltPlan *plan;
  PltPlanche *planche;
} Fixture;

static void
setup (Fixture *self, PltPlancheOptions options)
{
  self->facts = plan_film ();
  self->plan = plt_plan_new (self->facts, 0);
  self->letters = shipped_letters (self->facts);
  options.letters = self->letters;
  self->planche = plt_planche_new (self->plan, &options);
}

static void
tear_down (Fixture *self)
{
  plt_planche_free (self->planche);
  plt_plan_free (self->plan);
  plt_letters_free (self->letters);
  plt_facts_free (self->facts);
}

/* The cells of a line as "a|b|c", a cell over several columns once. */
static char *
line (const PltPlanche *planche, PltPlancheLine which)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint c = 0; c < planche->columns->len; c++)
    {
      guint span = plt_planche_span (planche, which, c);
      g_autofree char *cell = NULL;

      if (span == 0)
        continue;
      cell = plt_planche_text (planche, which, c);
      g_string_append_printf (text, "%s%s", c > 0 ? "|" : "", cell);
      if (span > 1)
        g_string_append_printf (text, "*%u", span);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const PltPlancheRow *
row_of (const PltPlanche *planche, PltPlancheBandKind kind, const char *name)
{
  const PltPlancheBand *band = plt_planche_band (planche, kind);

  for (guint i = 0; band != NULL && i < band->rows->len; i++)
    if (strcmp (((PltPlancheRow *) band->rows->pdata[i])->presence->element->name, name) == 0)
      return band->rows->pdata[i];
  return NULL;
}

static char *
marks (const PltPlanche *planche, const PltPlancheRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (row);
  for (guint c = 0; c < planche->columns->len; c++)
    {
      PltPlancheMark mark = plt_planche_mark (planche, row, c);
      g_autofree char *cell = plt_planche_mark_text (row, &mark);

      g_string_append (text, *cell != '\0' ? cell : ".");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_lines (void)
{
  static const struct
  {
    PltPlancheLine line;
    const char *cells;
  } cases[] = {
    { PLT_PLANCHE_WEEK, "S1 · 12 avr. – 18 avr.*5|S2 · 19 avr. – 25 avr.*4" },
    { PLT_PLANCHE_DAY, "J1*2|J2||J3|J4*3|J4" },
    { PLT_PLANCHE_DATE, "lun. 12 avr.*2|mar. 13 avr.||ven. 16 avr.|lun. 19 avr.*3|lun. 19 avr." },
    { PLT_PLANCHE_TYPE, "*2|nuit|||nuit*3|2e équipe" },
    { PLT_PLANCHE_PLACE, "Port ; Maison*2|Port||Maison|Port ; Maison*3|Port" },
    { PLT_PLANCHE_ADDRESS, "*2||||*3|" },
    { PLT_PLANCHE_HOURS, "9h00 – 19h00*2|18h00 – 27h00|||*3|" },
    { PLT_PLANCHE_SET, "QUAI|CUISINE|QUAI|mer. 14 avr. · Repos|CUISINE|QUAI*2|CUISINE|QUAI" },
    { PLT_PLANCHE_EFFECT, "E/J|I/J|E/N||I/J|E/N|E/N|I/J|E/J" },
    { PLT_PLANCHE_NUMBER, "1|2|3||2|3 1/2|3 2/2|4|1" },
    { PLT_PLANCHE_LENGTH, "1:30|0:50|1:00||0:50|1:00|1:00|0:30|1:30" },
    { PLT_PLANCHE_PAGES, "4/8|4/8|4/8||4/8|4/8|4/8|4/8|4/8" },
    { PLT_PLANCHE_SHOTS, "||||||||" },
    { PLT_PLANCHE_TIME, "2 h|1 h|3 h||1 h|3 h|3 h||2 h" },
    { PLT_PLANCHE_NOTE, "*2||||Grue à 10 h*3|" },
  };
  Fixture f;

  setup (&f, (PltPlancheOptions){ .by_day = FALSE });
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cells = line (f.planche, cases[i].line);

      g_assert_cmpstr (cells, ==, cases[i].cells);
    }
  g_assert_true (plt_planche_is_empty (f.planche, PLT_PLANCHE_SHOTS));
  g_assert_false (plt_planche_is_empty (f.planche, PLT_PLANCHE_NOTE));
  g_assert_cmpint (plt_planche_effect (f.planche, 2), ==, PLT_EFFECT_EXT_NIGHT);
  g_assert_cmpint (plt_planche_effect (f.planche, 3), ==, PLT_EFFECT_NONE);
  tear_down (&f);
}

/* Every line covers every column once, whatever the options. */
static void
test_spans (void)
{
  for (guint options = 0; options < 8; options++)
    {
      Fixture f;

      setup (&f, (PltPlancheOptions){ (options & 1) != 0, (options & 2) != 0, (options & 4) != 0,
                                      NULL });
      for (int which = 0; which < PLT_PLANCHE_N_LINES; which++)
        for (guint c = 0; c < f.planche->columns->len;)
          {
            guint span = plt_planche_span (f.planche, (PltPlancheLine) which, c);

            g_assert_cmpuint (span, >, 0);
            for (guint i = 1; i < span; i++)
              g_assert_cmpuint (plt_planche_span (f.planche, (PltPlancheLine) which, c + i), ==, 0);
            c += span;
            g_assert_cmpuint (c, <=, f.planche->columns->len);
          }
      tear_down (&f);
    }
}

/* Nora works on J1 (both séquences), J2, J3, J4 and J5, the last two on one date; Milo waits on J3
 * between J2 and J4. The dog has no letter: an animal does not wait. */
static void
test_marks (void)
{
  static const struct
  {
    PltPlancheBandKind band;
    const char *name, *marks;
    guint worked, waiting, paid;
  } cases[] = {
    { PLT_PLANCHE_ROLES, "NORA", "111.111.1", 4, 0, 4 },
    { PLT_PLANCHE_ROLES, "MILO", "..2.A222.", 2, 1, 3 },
    { PLT_PLANCHE_EXTRAS, "Dockers", "106..6...10", 3, 0, 3 },
    { PLT_PLANCHE_ANIMALS, "Chien", ".......×.", 1, 0, 1 },
  };
  Fixture f;

  setup (&f, (PltPlancheOptions){ .by_day = FALSE });
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PltPlancheRow *row = row_of (f.planche, cases[i].band, cases[i].name);
      g_autofree char *text = marks (f.planche, row);

      g_assert_cmpstr (text, ==, cases[i].marks);
      g_assert_cmpuint (row->worked, ==, cases[i].worked);
      g_assert_cmpuint (row->waiting, ==, cases[i].waiting);
      g_assert_cmpuint (row->paid, ==, cases[i].paid);
    }
  tear_down (&f);
}

/* An engagement says whether waiting is paid, and how many days at least. */
static void
test_paid (void)
{
  static const struct
  {
    const char *hold;
    gint64 guaranteed;
    guint paid;
  } cases[] = {
    { "", PLT_UNKNOWN, 3 },      { "attente", PLT_UNKNOWN, 3 },
    { "jours", PLT_UNKNOWN, 2 }, { "interruption", 0, 2 },
    { "jours", 6, 6 },           { "forfait", 1, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = plan_film ();
      PltEngagementFacts *engagement = PLT_FACTS_ADD (facts->engagements, PltEngagementFacts, 1);
      PltPersonFacts *person = PLT_FACTS_ADD (facts->people, PltPersonFacts, 1);
      g_autoptr (PltLetters) letters = shipped_letters (facts);
      g_autoptr (PltPlan) plan = NULL;
      g_autoptr (PltPlanche) planche = NULL;
      const PltPlancheRow *row;

      person->first_name = "Timéo";
      person->last_name = "Abiven";
      engagement->person = 1;
      engagement->role = FILM_MILO;
      engagement->hold = cases[i].hold;
      engagement->guaranteed_days = cases[i].guaranteed;
      plan = plt_plan_new (facts, 0);
      planche = plt_planche_new (plan, &(PltPlancheOptions){ .letters = letters });
      row = row_of (planche, PLT_PLANCHE_ROLES, "MILO");
      g_assert_cmpuint (row->paid, ==, cases[i].paid);
      g_assert_cmpstr (row->player, ==, "Timéo Abiven");
      g_assert_cmpstr (row->code, ==, "2");
    }
}

/* Thursday 15, Saturday 17 and Sunday 18 have no row in the plan. */
static void
test_days_off (void)
{
  Fixture f;
  g_autofree char *days = NULL;
  g_autofree char *sets = NULL;
  const PltPlancheDay *sunday;

  setup (&f, (PltPlancheOptions){ .days_off = TRUE });
  g_assert_cmpuint (f.planche->columns->len, ==, 9 + 3);
  g_assert_cmpuint (f.planche->days->len, ==, 6 + 3);
  sunday = &g_array_index (f.planche->days, PltPlancheDay, 6);
  g_assert_null (sunday->plan);
  g_assert_true (sunday->off);
  g_assert_cmpint (plt_date_weekday (sunday->date), ==, 7);
  g_assert_cmpuint (sunday->week, ==, 0);
  g_assert_cmpuint (sunday->n, ==, 1);
  days = line (f.planche, PLT_PLANCHE_DAY);
  sets = line (f.planche, PLT_PLANCHE_SET);
  g_assert_cmpstr (days, ==, "J1*2|J2|||J3|||J4*3|J4");
  g_assert_cmpstr (sets, ==,
                   "QUAI|CUISINE|QUAI|mer. 14 avr. · Repos|jeu. 15 avr.|CUISINE|sam. 17 avr.|dim. "
                   "18 avr.|QUAI*2|CUISINE|QUAI");
  for (guint d = 0; d < f.planche->days->len; d++)
    g_assert_true (g_array_index (f.planche->days, PltPlancheDay, d).off
                   == (d == 2 || d == 3 || d == 5 || d == 6));
  tear_down (&f);
}

/* A month between two days is one column, and its weeks are not numbered. */
static void
test_long_gap (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltPlanche) planche = NULL;
  g_autofree char *sets = NULL;
  g_autofree char *weeks = NULL;

  add_day (facts, 3, plt_date_from_ymd (2027, 5, 17), "tournage");
  add_strip (facts, 9, 3, 4, "");
  plan = plt_plan_new (facts, 0);
  planche = plt_planche_new (plan, &(PltPlancheOptions){ .days_off = TRUE });
  sets = line (planche, PLT_PLANCHE_SET);
  weeks = line (planche, PLT_PLANCHE_WEEK);
  g_assert_cmpstr (sets, ==, "QUAI|CUISINE|QUAI|du mer. 14 avr. au dim. 16 mai|CUISINE");
  g_assert_cmpstr (weeks, ==, "S1 · 12 avr. – 18 avr.*4|S2 · 17 mai – 23 mai");
}

/* Columns a day: what its séquences say, each thing once. */
static void
test_by_day (void)
{
  Fixture f;
  g_autofree char *numbers = NULL;
  g_autofree char *effects = NULL;
  g_autofree char *lengths = NULL;
  g_autofree char *milo = NULL;
  g_autofree char *dockers = NULL;

  setup (&f, (PltPlancheOptions){ .by_day = TRUE });
  g_assert_cmpuint (f.planche->columns->len, ==, 6);
  numbers = line (f.planche, PLT_PLANCHE_NUMBER);
  effects = line (f.planche, PLT_PLANCHE_EFFECT);
  lengths = line (f.planche, PLT_PLANCHE_LENGTH);
  milo = marks (f.planche, row_of (f.planche, PLT_PLANCHE_ROLES, "MILO"));
  dockers = marks (f.planche, row_of (f.planche, PLT_PLANCHE_EXTRAS, "Dockers"));
  g_assert_cmpstr (numbers, ==, "1, 2|3||2|3 1/2, 3 2/2, 4|1");
  g_assert_cmpstr (effects, ==, "E/J, I/J|E/N||I/J|E/N, I/J|E/J");
  g_assert_cmpstr (lengths, ==, "2:20|1:00||0:50|1:30|1:30"); /* 3 once on J4 */
  g_assert_cmpstr (milo, ==, ".2.A2.");
  g_assert_cmpstr (dockers, ==, "10..6.10"); /* the most that one séquence asks for */
  g_assert_cmpint (plt_planche_effect (f.planche, 0), ==, PLT_EFFECT_NONE);
  g_assert_cmpint (plt_planche_effect (f.planche, 5), ==, PLT_EFFECT_EXT_DAY);
  g_assert_null (plt_planche_strip (f.planche, 1));
  tear_down (&f);
}

static void
test_totals (void)
{
  Fixture f;
  const PltPlancheBand *roles, *extras;
  g_autofree char *people = NULL;
  g_autofree char *crowd = NULL;
  gint64 seconds = 0;

  setup (&f, (PltPlancheOptions){ .by_day = FALSE });
  roles = plt_planche_band (f.planche, PLT_PLANCHE_ROLES);
  extras = plt_planche_band (f.planche, PLT_PLANCHE_EXTRAS);
  g_assert_null (plt_planche_band (f.planche, PLT_PLANCHE_WEAPONS));
  g_assert_cmpuint (plt_planche_day_count (f.planche, roles, 1), ==, 2);
  g_assert_cmpuint (plt_planche_day_count (f.planche, roles, 2), ==, 0); /* repos */
  g_assert_cmpuint (plt_planche_count (f.planche, roles, 0), ==, 1);
  g_assert_cmpint (plt_planche_day_quantity (f.planche, extras, 0), ==, 10); /* not 16 */
  g_assert_cmpint (plt_planche_day_quantity (f.planche, roles, 4), ==, 2);
  g_assert_cmpint (plt_planche_day_value (f.planche, PLT_PLANCHE_LENGTH, 4), ==, 90);
  g_assert_cmpint (plt_planche_day_value (f.planche, PLT_PLANCHE_TIME, 4), ==, 360);
  g_assert_cmpint (plt_planche_day_value (f.planche, PLT_PLANCHE_LENGTH, 2), ==, PLT_UNKNOWN);
  for (guint d = 0; d < f.planche->days->len; d++)
    {
      const PltPlancheDay *day = &g_array_index (f.planche->days, PltPlancheDay, d);

      if (day->plan->n_sequences > 0)
        g_assert_cmpint (plt_planche_day_value (f.planche, PLT_PLANCHE_LENGTH, d), ==,
                         day->plan->seconds);
      seconds += day->plan->seconds;
    }
  g_assert_cmpint (seconds, >, f.plan->seconds); /* 2, 3 and 1 are shot twice */
  people = plt_planche_band_text (f.planche, roles, 2);
  crowd = plt_planche_band_text (f.planche, extras, 0);
  g_assert_cmpstr (people, ==, "1. NORA ; 2. MILO");
  g_assert_cmpstr (crowd, ==, "10 Dockers");
  tear_down (&f);
}

/* By code, else by family: a category the user made goes where its family says. */
static void
test_bands (void)
{
  static const struct
  {
    const char *code, *family;
    PltPlancheBandKind kind;
  } cases[] = {
    { "RO", "roles", PLT_PLANCHE_ROLES },        { "SI", "figuration", PLT_PLANCHE_SILHOUETTES },
    { "EN", "roles", PLT_PLANCHE_CHILDREN },     { "CA", "cascades", PLT_PLANCHE_STUNTS },
    { "AR", "autres", PLT_PLANCHE_WEAPONS },     { "MC", "autres", PLT_PLANCHE_COSTUMES },
    { "MS", "materiel", PLT_PLANCHE_EQUIPMENT }, { "LU", "materiel", PLT_PLANCHE_CREW },
    { "RE", "autres", PLT_PLANCHE_UNIT },        { "XX", "vehicules", PLT_PLANCHE_VEHICLES },
    { "XX", "materiel", PLT_PLANCHE_EQUIPMENT }, { "XX", "", PLT_PLANCHE_OTHER },
    { "DIV", "autres", PLT_PLANCHE_OTHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltCategoryFacts category = { .code = cases[i].code, .family = cases[i].family };

      g_assert_cmpint (plt_planche_band_of (&category), ==, cases[i].kind);
    }
}

/* What no day needs has a row only when asked for. */
static void
test_unplaced (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltPlanche) planche = plt_planche_new (plan, NULL);
  g_autoptr (PltPlanche) all = plt_planche_new (plan, &(PltPlancheOptions){ .unplaced = TRUE });
  g_autoptr (PltFacts) nothing = plt_facts_new ();
  g_autoptr (PltPlan) no_plan = plt_plan_new (nothing, 0);
  g_autoptr (PltPlanche) empty = plt_planche_new (no_plan, NULL);

  g_assert_null (plt_planche_band (planche, PLT_PLANCHE_ANIMALS));
  g_assert_nonnull (row_of (all, PLT_PLANCHE_ANIMALS, "Chien"));
  g_assert_cmpuint (empty->columns->len, ==, 0);
  g_assert_true (plt_planche_is_empty (empty, PLT_PLANCHE_NUMBER));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planche/lines", test_lines);
  g_test_add_func ("/planche/spans", test_spans);
  g_test_add_func ("/planche/marks", test_marks);
  g_test_add_func ("/planche/paid", test_paid);
  g_test_add_func ("/planche/days-off", test_days_off);
  g_test_add_func ("/planche/long-gap", test_long_gap);
  g_test_add_func ("/planche/by-day", test_by_day);
  g_test_add_func ("/planche/totals", test_totals);
  g_test_add_func ("/planche/bands", test_bands);
  g_test_add_func ("/planche/unplaced", test_unplaced);
  return g_test_run ();
}
