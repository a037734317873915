/* Day out of days by hand. A film of four elements, each alone in the séquence of its id, so that a
 * pattern of days says where it plays. */
#include "plt-presence.h"

#include <string.h>

#define MONDAY plt_date_from_ymd (2026, 10, 5)

enum
{
  NORA = 1, /* role 1, played by INES */
  MILO,     /* role 2, nobody yet */
  DOG,
  ROPE, /* an accessory */
  INES = 1,
};

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

static void
add_element (PltFacts *facts, gint64 id, gint64 category, gint64 number, const char *name)
{
  PltElementFacts *element = PLT_FACTS_ADD (facts->elements, PltElementFacts, id);
  PltSequenceFacts *sequence = PLT_FACTS_ADD (facts->sequences, PltSequenceFacts, id);
  PltOccurrenceFacts *occurrence = PLT_FACTS_ADD (facts->occurrences, PltOccurrenceFacts, id);

  element->category = category;
  element->number = number;
  element->name = name;
  sequence->number = name;
  sequence->int_ext = sequence->effect = "";
  sequence->status = "a-tourner";
  sequence->eighths = sequence->premin_seconds = sequence->estimate_seconds = PLT_UNKNOWN;
  sequence->shooting_minutes = PLT_UNKNOWN;
  occurrence->sequence = occurrence->element = id;
  occurrence->quantity = PLT_UNKNOWN;
}

static void
add_day (PltFacts *facts, char kind, PltDate date)
{
  static const char kinds[][2][10]
      = { { "t", "tournage" }, { "r", "repos" },   { "f", "ferie" },    { "v", "voyage" },
          { "l", "relache" },  { "w", "reserve" }, { "2", "tournage" }, { "n", "tournage" } };
  PltDayFacts *day = PLT_FACTS_ADD (facts->days, PltDayFacts, (gint64) facts->days.n + 1);

  day->schedule = 1;
  day->position = day->id;
  day->date = date;
  day->unit = kind == '2' ? 2 : 1;
  day->start_minutes = kind == 'n' ? 1140 : 540;
  day->end_minutes = kind == 'n' ? 1680 : 1140; /* a night ends at 4 in the morning */
  day->note = "";
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i][0][0] == kind)
      day->kind = kinds[i][1];
  g_assert_nonnull (day->kind);
}

/* Days of those kinds from a Monday on, one a date ('2' stands on the date before it); a space is a
 * date that the plan does not have. */
static PltFacts *
new_film (const char *days, gboolean dated)
{
  static const char *const families[] = { "roles", "animaux", "autres" };
  PltFacts *facts = plt_facts_new ();
  PltScheduleFacts *schedule = PLT_FACTS_ADD (facts->schedules, PltScheduleFacts, 1);
  PltDate date = MONDAY - 1;

  facts->production.schedule = 1;
  schedule->day_minutes = PLT_UNKNOWN;
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      PltCategoryFacts *category = PLT_FACTS_ADD (facts->categories, PltCategoryFacts, i + 1);

      category->code = category->name = category->family = families[i];
    }
  add_element (facts, NORA, 1, 1, "NORA");
  add_element (facts, MILO, 1, 2, "MILO");
  add_element (facts, DOG, 2, PLT_UNKNOWN, "Chien");
  add_element (facts, ROPE, 3, PLT_UNKNOWN, "Corde");
  for (; *days != '\0'; days++)
    {
      if (*days != '2')
        date++;
      if (*days != ' ')
        add_day (facts, *days, dated ? date : PLT_DATE_NONE);
    }
  return facts;
}

/* A strip with the element on each day where the pattern has an x. */
static void
plays (PltFacts *facts, gint64 element, const char *pattern)
{
  for (guint i = 0; pattern[i] != '\0'; i++)
    {
      PltStripFacts *strip;

      if (pattern[i] != 'x')
        continue;
      strip = PLT_FACTS_ADD (facts->strips, PltStripFacts, (gint64) facts->strips.n + 1);
      strip->schedule = 1;
      strip->day = i + 1;
      strip->kind = "sequence";
      strip->text = strip->part = strip->shot = "";
      strip->sequence = element;
      strip->minutes = PLT_UNKNOWN;
    }
}

static PltEngagementFacts *
engage (PltFacts *facts, gint64 element, const char *hold, const char *unit, gint64 drop_after)
{
  PltEngagementFacts *engagement
      = PLT_FACTS_ADD (facts->engagements, PltEngagementFacts, (gint64) facts->engagements.n + 1);

  engagement->person = INES;
  engagement->role = element;
  engagement->hold = hold;
  engagement->unit = unit;
  engagement->drop_after = drop_after;
  engagement->guaranteed_days = PLT_UNKNOWN;
  return engagement;
}

static void
add_event (PltFacts *facts, PltDate date, const char *kind, gint64 element, gint64 person)
{
  PltEventFacts *event = PLT_FACTS_ADD (facts->events, PltEventFacts, (gint64) facts->events.n + 1);

  event->date = date;
  event->kind = kind;
  event->element = element;
  event->person = person;
  event->text = event->note = "";
}

static void
type (PltFacts *facts, gint64 day, gint64 element, const char *meaning)
{
  PltTypedPresenceFacts *typed
      = PLT_FACTS_ADD (facts->presences, PltTypedPresenceFacts, (gint64) facts->presences.n + 1);

  typed->day = day;
  typed->element = element;
  typed->meaning = meaning;
  typed->note = "";
}

/* "T A . T": the row as the letters have it, a dot where nothing is said. */
static char *
tell (const PltPresenceTable *table, gint64 element, const PltLetters *letters, gboolean codes)
{
  const PltPresenceRow *row = plt_presence_table_find (table, element);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (row);
  for (guint i = 0; i < table->columns->len; i++)
    {
      g_autofree char *cell = plt_presence_cell_text (&row->cells[i], letters, codes);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", *cell != '\0' ? cell : ".");
    }
  return g_string_free (text, FALSE);
}

#define assert_row(facts, element, french, codes)                                                  \
  assert_row_at (__LINE__, (facts), (element), (french), (codes))

static void
assert_row_at (
    int line, const PltFacts *facts, gint64 element, const char *french, const char *codes)
{
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltLetters) letters = shipped_letters (facts);
  g_autoptr (PltPresenceTable) table = plt_presence_table_new (plan, letters);
  g_autofree char *one = tell (table, element, letters, FALSE);
  g_autofree char *two = tell (table, element, letters, TRUE);

  if (strcmp (one, french) != 0 || (codes != NULL && strcmp (two, codes) != 0))
    g_error ("line %d: “%s” / “%s” is not “%s” / “%s”", line, one, two, french, codes);
}

/* ---- the rules of an engagement ---- */

static void
test_rules (void)
{
  static const struct
  {
    const char *hold, *unit;
    gint64 drop_after;
    const char *days, *plays, *french, *codes;
    guint worked, waiting, paid, span;
    gboolean costly;
  } cases[] = {
    /* paid by the day: free in between, nothing before and after */
    { "jours", "jour", 0, "ttttt", ".x..x", ". T L L T", ". SW . . WF", 2, 0, 2, 4, FALSE },
    { "", "cachet", 0, "ttttt", "x...x", "T L L L T", "SW . . . WF", 2, 0, 2, 5, TRUE },
    { "attente", "jour", 0, "ttttt", "x...x", "T A A A T", "SW H H H WF", 2, 3, 5, 5, TRUE },
    { "forfait", "jour", 0, "tttt", "x..x", "T A A T", "SW H H WF", 2, 2, 4, 4, FALSE },
    { "", "forfait", 0, "ttt", "x.x", "T A T", "SW H WF", 2, 1, 3, 3, FALSE },
    /* one day is first and last */
    { "attente", "jour", 0, "ttt", ".x.", ". T .", ". SWF .", 1, 0, 1, 1, FALSE },
    /* rest days and holidays are no waiting; a break is a break, a journey is one */
    { "attente", "", 0, "ttrfvltt", "x......x", "T A . . V / A T", "SW H . . TR / H WF", 2, 2, 5, 4,
      FALSE },
    { "jours", "", 0, "tvlt", "x..x", "T . / T", "SW . / WF", 2, 0, 2, 2, FALSE },
    /* a day in reserve holds too */
    { "attente", "", 0, "twt", "x.x", "T A T", "SW H WF", 2, 1, 3, 3, FALSE },
    /* three idle days release, two do not; the rest day in between counts for nothing */
    { "interruption", "", 2, "tttttttt", "x...xx..", "T I I I RP T . .", "SWD . . . PW WF . .", 3,
      0, 3, 6, FALSE },
    { "interruption", "", 2, "ttrttt", "x...xx", "T A . A T T", "SW H . H W WF", 3, 2, 5, 5,
      FALSE },
    { "interruption", "", 2, "tttttttttt", "xx...x...x", "T T I I I RP I I I RP",
      "SW WD . . . PWD . . . PWF", 4, 0, 4, 10, TRUE },
    { "interruption", "", PLT_UNKNOWN, "ttttt", "x...x", "T A A A T", "SW H H H WF", 2, 3, 5, 5,
      TRUE },
    /* Monday to Friday, Monday to Friday, and a week without work in between */
    { "semaine", "", 0, "ttttt  ttttt  ttttt", ".x........x....", ". T A A A L L L L L T . . . .",
      NULL, 2, 3, 5, 10, TRUE },
    { "", "semaine", 0, "ttttt", "x.x..", "T A T . .", NULL, 2, 1, 3, 3, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = new_film (cases[i].days, TRUE);
      g_autoptr (PltPlan) plan = NULL;
      g_autoptr (PltLetters) letters = shipped_letters (facts);
      g_autoptr (PltPresenceTable) table = NULL;
      const PltPresenceRow *row;

      g_test_message ("case %u: %s %s", i, cases[i].hold, cases[i].plays);
      plays (facts, NORA, cases[i].plays);
      engage (facts, NORA, cases[i].hold, cases[i].unit, cases[i].drop_after);
      assert_row (facts, NORA, cases[i].french, cases[i].codes);
      plan = plt_plan_new (facts, 0);
      table = plt_presence_table_new (plan, letters);
      row = plt_presence_table_find (table, NORA);
      g_assert_cmpuint (row->n_worked, ==, cases[i].worked);
      g_assert_cmpuint (row->n_waiting, ==, cases[i].waiting);
      g_assert_cmpuint (row->n_paid, ==, cases[i].paid);
      g_assert_cmpuint (row->n_span, ==, cases[i].span);
      g_assert_cmpint (row->costly, ==, cases[i].costly);
    }
}

/* Nobody engaged: a role waits, an animal is free; an accessory has no row. */
static void
test_elements (void)
{
  g_autoptr (PltFacts) facts = new_film ("ttt", TRUE);
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltLetters) letters = shipped_letters (facts);
  g_autoptr (PltPresenceTable) table = NULL;

  plays (facts, MILO, "x.x");
  plays (facts, DOG, "x.x");
  plays (facts, ROPE, "xxx");
  assert_row (facts, MILO, "T A T", "SW H WF");
  assert_row (facts, DOG, "T . T", "SW . WF");
  assert_row (facts, NORA, ". . .", ". . ."); /* in the film, not in the plan */
  plan = plt_plan_new (facts, 0);
  table = plt_presence_table_new (plan, letters);
  g_assert_null (plt_presence_table_find (table, ROPE));
  g_assert_cmpuint (table->rows->len, ==, 3);
  g_assert_true (((PltPresenceRow *) table->rows->pdata[0])->element->id == NORA);
  g_assert_true (((PltPresenceRow *) table->rows->pdata[1])->element->id == MILO);
  g_assert_cmpuint (((PltPresenceColumn *) table->columns->pdata[0])->n_roles, ==, 1);
  g_assert_cmpuint (((PltPresenceColumn *) table->columns->pdata[1])->n_roles, ==, 0);
}

/* Two units on a date are one day: no waiting in one while working in the other, nor twice. */
static void
test_second_unit (void)
{
  g_autoptr (PltFacts) facts = new_film ("t2t2t2", TRUE);
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltLetters) letters = shipped_letters (facts);
  g_autoptr (PltPresenceTable) table = NULL;
  const PltPresenceRow *row;

  plays (facts, MILO, "x..xx.");
  plays (facts, NORA, "xx..xx");
  assert_row (facts, MILO, "T . . T T .", "SW . . W WF .");
  assert_row (facts, NORA, "T T A . T T", "SW W H . W WF");
  plan = plt_plan_new (facts, 0);
  table = plt_presence_table_new (plan, letters);
  row = plt_presence_table_find (table, NORA);
  g_assert_cmpuint (row->n_worked, ==, 2);
  g_assert_cmpuint (row->n_waiting, ==, 1);
  g_assert_cmpuint (row->n_span, ==, 3);
  row = plt_presence_table_find (table, MILO);
  g_assert_cmpuint (row->n_worked, ==, 3);
  g_assert_cmpuint (row->n_waiting, ==, 0);
}

/* A second unit at the end of the list stands at its date all the same. */
static void
test_order_of_dates (void)
{
  g_autoptr (PltFacts) facts = new_film ("ttt", TRUE);

  add_day (facts, '2', MONDAY);
  plays (facts, MILO, "...x"); /* unit 2 on the Monday */
  plays (facts, MILO, "..x");
  assert_row (facts, MILO, ". T A T", ". SW H WF");
}

/* Without dates each day of the plan is one day, and weeks cannot be told apart. */
static void
test_no_dates (void)
{
  g_autoptr (PltFacts) facts = new_film ("ttrt", FALSE);
  g_autoptr (PltFacts) nothing = new_film ("", TRUE);

  plays (facts, NORA, "x..x");
  engage (facts, NORA, "semaine", "", 0);
  assert_row (facts, NORA, "T A . T", "SW H . WF");
  assert_row (nothing, NORA, "", "");
}

/* A séquence cut in two counts on both days; a night that ends in the morning is one day. */
static void
test_split_and_night (void)
{
  g_autoptr (PltFacts) facts = new_film ("tnt", TRUE);
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltLetters) letters = shipped_letters (facts);
  g_autoptr (PltPresenceTable) table = NULL;
  const PltPresenceRow *row;

  plays (facts, NORA, "xx.");
  plays (facts, NORA, ".x."); /* a second strip on the night */
  facts->strips.items[0].part = "1/2";
  facts->strips.items[1].part = "2/2";
  assert_row (facts, NORA, "T T .", "SW WF .");
  plan = plt_plan_new (facts, 0);
  table = plt_presence_table_new (plan, letters);
  row = plt_presence_table_find (table, NORA);
  g_assert_cmpuint (row->n_worked, ==, 2);
  g_assert_cmpuint (row->cells[1].n_strips, ==, 2);
}

/* ---- events ---- */

static void
test_events (void)
{
  g_autoptr (PltFacts) facts = new_film ("ttt", TRUE);
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltLetters) letters = shipped_letters (facts);
  g_autoptr (PltPresenceTable) table = NULL;
  const PltPresenceRow *row;
  const PltPresenceColumn *column;

  plays (facts, NORA, "x.x");
  plays (facts, MILO, "xx.");
  engage (facts, NORA, "attente", "", 0);
  add_event (facts, MONDAY - 10, "essayage", NORA, 0);
  add_event (facts, MONDAY - 3, "lecture", 0, INES);    /* of the person: of the role */
  add_event (facts, MONDAY + 1, "repetition", NORA, 0); /* in place of waiting */
  add_event (facts, MONDAY, "essai", NORA, 0);          /* work comes first, the event is told */
  add_event (facts, MONDAY + 20, "postsynchro", NORA, 0);
  add_event (facts, MONDAY + 4, "reperage", NORA, 0); /* says nothing of a role */
  add_event (facts, MONDAY + 5, "essayage", 0, 0);    /* nobody's */
  assert_row (facts, NORA, "E R T R T PS", "FT R SW R WF ADR");
  assert_row (facts, MILO, ". . T T . .", ". . SW WF . .");
  plan = plt_plan_new (facts, 0);
  table = plt_presence_table_new (plan, letters);
  row = plt_presence_table_find (table, NORA);
  column = table->columns->pdata[0];
  g_assert_cmpint (column->date, ==, MONDAY - 10);
  g_assert_null (column->day);
  g_assert_cmpint (column->index, ==, -1);
  g_assert_true ((row->cells[2].flags & PLT_PRESENCE_EVENT) != 0);
  g_assert_cmpuint (row->n_fitting, ==, 1);
  g_assert_cmpuint (row->n_rehearsal, ==, 2);
  g_assert_cmpuint (row->n_dubbing, ==, 1);
  g_assert_cmpuint (row->n_worked, ==, 2);
  g_assert_cmpuint (row->n_waiting, ==, 0);
  g_assert_cmpuint (row->n_paid, ==, 6);
  g_assert_cmpuint (row->n_span, ==, 3);
  g_assert_cmpint (row->first, ==, 2);
  g_assert_cmpint (row->last, ==, 4);
}

/* An event in a long gap stays, and the idle days are those around it. */
static void
test_event_in_gap (void)
{
  g_autoptr (PltFacts) facts = new_film ("tttttt", TRUE);

  plays (facts, NORA, "x....x");
  engage (facts, NORA, "interruption", "", 2);
  add_event (facts, MONDAY + 2, "essayage", NORA, 0);
  assert_row (facts, NORA, "T I E I I RP", "SWD . FT . . PWF");
}

/* Dates of events find their place among days of which some have none. */
static void
test_events_among_undated (void)
{
  g_autoptr (PltFacts) facts = new_film ("tttt", TRUE);

  facts->days.items[1].date = PLT_DATE_NONE;
  plays (facts, NORA, "x..x");
  add_event (facts, MONDAY + 1, "essayage", NORA, 0);
  assert_row (facts, NORA, "T A E A T", "SW H FT H WF");
}

/* ---- what is typed ---- */

static void
test_typed (void)
{
  g_autoptr (PltFacts) facts = new_film ("ttttt", TRUE);
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltLetters) letters = shipped_letters (facts);
  g_autoptr (PltPresenceTable) table = NULL;
  const PltPresenceRow *row;

  plays (facts, NORA, "x..x.");
  type (facts, 2, NORA, "libre");   /* where she would wait */
  type (facts, 4, NORA, "voyage");  /* where she would work */
  type (facts, 5, NORA, "tourne");  /* without a strip */
  type (facts, 1, DOG, "attente");  /* alone: no day of work at all */
  type (facts, 99, NORA, "tourne"); /* of another plan */
  type (facts, 3, NORA, "sottise"); /* a file from elsewhere */
  assert_row (facts, NORA, "T L A V T", "SW . H TR WF");
  assert_row (facts, DOG, "A . . . .", "H . . . .");
  plan = plt_plan_new (facts, 0);
  table = plt_presence_table_new (plan, letters);
  row = plt_presence_table_find (table, NORA);
  g_assert_cmpuint (row->cells[1].derived, ==, PLT_MEANING_WAITS);
  g_assert_cmpuint (row->cells[3].derived, ==, PLT_MEANING_SHOOTS);
  g_assert_cmpuint (row->cells[4].derived, ==, PLT_MEANING_NONE);
  g_assert_cmpint (row->cells[4].typed, ==, 3);
  g_assert_true ((row->cells[0].flags & PLT_PRESENCE_TYPED) == 0);
  g_assert_cmpuint (row->n_worked, ==, 2);
  g_assert_cmpuint (row->n_travel, ==, 1);
  g_assert_cmpuint (row->n_free, ==, 1);
  g_assert_cmpint (row->last, ==, 4);
  row = plt_presence_table_find (table, DOG);
  g_assert_cmpint (row->first, ==, -1);
  g_assert_cmpuint (row->n_span, ==, 0);
  g_assert_false (row->costly);
}

static void
test_guaranteed (void)
{
  g_autoptr (PltFacts) facts = new_film ("tt", TRUE);
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltLetters) letters = shipped_letters (facts);
  g_autoptr (PltPresenceTable) table = NULL;

  plays (facts, NORA, "x.");
  plays (facts, MILO, "x.");
  engage (facts, NORA, "jours", "", 0)->guaranteed_days = 4;
  plan = plt_plan_new (facts, 0);
  table = plt_presence_table_new (plan, letters);
  g_assert_cmpint (plt_presence_table_find (table, NORA)->n_guaranteed, ==, 4);
  g_assert_cmpint (plt_presence_table_find (table, MILO)->n_guaranteed, ==, PLT_UNKNOWN);
}

/* ---- letters ---- */

static void
test_letters (void)
{
  static const struct
  {
    const char *typed;
    int meaning; /* -1: refused */
  } cases[] = {
    { "T", PLT_MEANING_SHOOTS },
    { "t", PLT_MEANING_SHOOTS },
    { " x ", PLT_MEANING_SHOOTS },
    { "SWF", PLT_MEANING_SHOOTS },
    { "wd", PLT_MEANING_SHOOTS },
    { "A", PLT_MEANING_WAITS },
    { "h", PLT_MEANING_WAITS },
    { "attente", PLT_MEANING_WAITS },
    { "Répétition", PLT_MEANING_REHEARSAL },
    { "repetition", PLT_MEANING_REHEARSAL },
    { "R", PLT_MEANING_REHEARSAL },
    { "TR", PLT_MEANING_TRAVEL },
    { "ps", PLT_MEANING_DUBBING },
    { "PW", PLT_MEANING_CALLED_BACK },
    { "/", PLT_MEANING_DAY_OFF },
    { "D", PLT_MEANING_RELEASED },
    { "", PLT_MEANING_NONE },
    { "  ", PLT_MEANING_NONE },
    { "Z", -1 },
    { "TT", -1 },
  };
  g_autoptr (PltFacts) facts = new_film ("t", TRUE);
  g_autoptr (PltLetters) letters = shipped_letters (facts);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltMeaning meaning = PLT_N_MEANINGS;
      gboolean ok = plt_letters_parse (letters, cases[i].typed, &meaning);

      g_test_message ("“%s”", cases[i].typed);
      g_assert_cmpint (ok, ==, cases[i].meaning >= 0);
      if (ok)
        g_assert_cmpint ((int) meaning, ==, cases[i].meaning);
    }
  for (guint i = 1; i < PLT_N_MEANINGS; i++)
    {
      PltMeaning meaning = PLT_MEANING_NONE;
      const char *letter = plt_letters_get (letters, (PltMeaning) i, FALSE);

      g_assert_cmpuint (plt_meaning_find (plt_meaning_id ((PltMeaning) i)), ==, i);
      g_assert_cmpstr (letter, !=, plt_meaning_id ((PltMeaning) i)); /* the file has them all */
      g_assert_true (plt_letters_parse (letters, letter, &meaning)); /* each its own */
      g_assert_cmpuint (meaning, ==, i);
    }
}

/* The production's letters come before those of the file; without the file the ids stand. */
static void
test_own_letters (void)
{
  g_autoptr (PltFacts) facts = new_film ("ttt", TRUE);
  PltPresenceCodeFacts *code = PLT_FACTS_ADD (facts->presence_codes, PltPresenceCodeFacts, 1);
  g_autoptr (PltLetters) bare = NULL;
  PltMeaning meaning;

  code->meaning = "attente";
  code->letter = "att.";
  code->international = "";
  plays (facts, NORA, "x.x");
  assert_row (facts, NORA, "T att. T", "SW H WF");
  bare = plt_letters_new (facts, NULL);
  g_assert_cmpstr (plt_letters_get (bare, PLT_MEANING_WAITS, FALSE), ==, "att.");
  g_assert_cmpstr (plt_letters_get (bare, PLT_MEANING_SHOOTS, FALSE), ==, "tourne");
  g_assert_false (plt_letters_is_paid (bare, PLT_MEANING_SHOOTS));
  g_assert_true (plt_letters_parse (bare, "ATT.", &meaning));
  g_assert_cmpuint (meaning, ==, PLT_MEANING_WAITS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/presence/rules", test_rules);
  g_test_add_func ("/presence/elements", test_elements);
  g_test_add_func ("/presence/second-unit", test_second_unit);
  g_test_add_func ("/presence/order-of-dates", test_order_of_dates);
  g_test_add_func ("/presence/no-dates", test_no_dates);
  g_test_add_func ("/presence/split-and-night", test_split_and_night);
  g_test_add_func ("/presence/events", test_events);
  g_test_add_func ("/presence/event-in-gap", test_event_in_gap);
  g_test_add_func ("/presence/events-among-undated", test_events_among_undated);
  g_test_add_func ("/presence/typed", test_typed);
  g_test_add_func ("/presence/guaranteed", test_guaranteed);
  g_test_add_func ("/presence/letters", test_letters);
  g_test_add_func ("/presence/own-letters", test_own_letters);
  return g_test_run ();
}
