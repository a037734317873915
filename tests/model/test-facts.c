/* plt-facts.h: lists with their index, and the small readings. */
#include "plt-facts.h"

static void
test_new (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();

  g_assert_cmpstr (facts->production.title, ==, "");
  g_assert_cmpstr (facts->production.note, ==, "");
  g_assert_cmpint (facts->production.target_seconds, ==, PLT_UNKNOWN);
  g_assert_cmpint (facts->production.start_date, ==, PLT_DATE_NONE);
  g_assert_cmpuint (facts->sets.n, ==, 0);
  g_assert_null (PLT_FACTS_FIND (facts->sets, PltSetFacts, 1));
}

static void
test_lists (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();

  for (gint64 i = 0; i < 1000; i++)
    {
      PltSequenceFacts *sequence
          = PLT_FACTS_ADD (facts->sequences, PltSequenceFacts, (i * 7 + 1) << 20);

      g_assert_cmpint (sequence->set, ==, 0);
      g_assert_null (sequence->number);
      sequence->position = i;
    }
  g_assert_cmpuint (facts->sequences.n, ==, 1000);
  for (gint64 i = 0; i < 1000; i++)
    {
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, (i * 7 + 1) << 20);

      g_assert_true (sequence == &facts->sequences.items[i]);
      g_assert_cmpint (sequence->position, ==, i);
    }
  g_assert_null (PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, 0));
  g_assert_null (PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, 3));
  g_assert_null (PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, -1));
}

static void
add_set (PltFacts *facts, gint64 id, const char *name, gint64 parent, gint64 location)
{
  PltSetFacts *set = PLT_FACTS_ADD (facts->sets, PltSetFacts, id);

  set->name = name;
  set->parent = parent;
  set->location = location;
  set->note = "";
}

static PltFacts *
make_places (void)
{
  PltFacts *facts = plt_facts_new ();

  PLT_FACTS_ADD (facts->locations, PltLocationFacts, 10)->name = "Douarnenez";
  PLT_FACTS_ADD (facts->locations, PltLocationFacts, 11)->name = "Brest";
  PLT_FACTS_ADD (facts->locations, PltLocationFacts, 12)->name = "Studio";
  add_set (facts, 1, "CAFÉ DU PORT", 0, 10);
  add_set (facts, 2, "ARRIÈRE-SALLE", 1, 12);
  add_set (facts, 3, "TERRASSE", 1, 0);
  add_set (facts, 4, "NULLE PART", 0, 0);
  add_set (facts, 5, "CERCLE", 6, 0);
  add_set (facts, 6, "CERCLE", 5, 0);
  return facts;
}

static void
test_location (void)
{
  static const struct
  {
    gint64 location, set, sub_set, expected;
  } cases[] = {
    { 11, 1, 2, 11 },                                  /* its own */
    { 0, 1, 2, 12 },                                   /* its sub-set's */
    { 0, 1, 3, 10 },                                   /* the sub-set has none: its set's */
    { 0, 1, 0, 10 },  { 0, 3, 0, 10 },                 /* of what it is part of */
    { 0, 4, 0, 0 },   { 0, 0, 0, 0 },  { 0, 5, 6, 0 }, /* a circle ends */
    { 99, 1, 0, 10 },
  };
  g_autoptr (PltFacts) facts = make_places ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltSequenceFacts sequence
          = { .location = cases[i].location, .set = cases[i].set, .sub_set = cases[i].sub_set };
      const PltLocationFacts *location = plt_facts_location_of (facts, &sequence);

      g_assert_cmpint (location != NULL ? location->id : 0, ==, cases[i].expected);
    }
}

static void
test_set_name (void)
{
  static const struct
  {
    gint64 set, sub_set;
    const char *expected;
  } cases[] = {
    { 1, 2, "CAFÉ DU PORT / ARRIÈRE-SALLE" },
    { 1, 0, "CAFÉ DU PORT" },
    { 0, 2, "ARRIÈRE-SALLE" },
    { 0, 0, "" },
    { 99, 0, "" },
  };
  g_autoptr (PltFacts) facts = make_places ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltSequenceFacts sequence = { .set = cases[i].set, .sub_set = cases[i].sub_set };
      g_autofree char *name = plt_facts_set_name (facts, &sequence);

      g_assert_cmpstr (name, ==, cases[i].expected);
    }
}

static void
test_person_name (void)
{
  static const char *const cases[][3] = {
    { "Nora", "Le Guen", "Nora Le Guen" },
    { "", "Le Guen", "Le Guen" },
    { "Nora", "", "Nora" },
    { "", "", "" },
  };
  g_autofree char *nobody = plt_facts_person_name (NULL);

  g_assert_cmpstr (nobody, ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltPersonFacts person = { .first_name = cases[i][0], .last_name = cases[i][1] };
      g_autofree char *name = plt_facts_person_name (&person);

      g_assert_cmpstr (name, ==, cases[i][2]);
    }
}

static void
test_effects (void)
{
  static const struct
  {
    const char *int_ext, *effect, *code;
    PltEffectClass colour;
  } cases[] = {
    { "INT", "JOUR", "I/J", PLT_EFFECT_INT_DAY },
    { "EXT", "JOUR", "E/J", PLT_EFFECT_EXT_DAY },
    { "INT", "NUIT", "I/N", PLT_EFFECT_INT_NIGHT },
    { "EXT", "NUIT", "E/N", PLT_EFFECT_EXT_NIGHT },
    { "INT/EXT", "JOUR", "I-E/J", PLT_EFFECT_EXT_DAY },
    { "INT/EXT", "NUIT", "I-E/N", PLT_EFFECT_EXT_NIGHT },
    { "INT", "AUBE", "I/A", PLT_EFFECT_DAWN },
    { "EXT", "CRÉPUSCULE", "E/C", PLT_EFFECT_DUSK },
    { "EXT", "crepuscule", "E/C", PLT_EFFECT_DUSK },
    { "EXT", "Entre  chien et loup", "E/C", PLT_EFFECT_DUSK },
    { "INT", "MATIN", "I/M", PLT_EFFECT_INT_DAY },
    { "INT", "SOIR", "I/S", PLT_EFFECT_INT_NIGHT },
    { "EXT", "MIDI", "E/J", PLT_EFFECT_EXT_DAY },
    { "EXT", "APRÈS-MIDI", "E/J", PLT_EFFECT_EXT_DAY },
    { "EXT", "FIN DE JOURNÉE", "E/J", PLT_EFFECT_EXT_DAY },
    { "EXT", "NUIT AMÉRICAINE", "E/NA", PLT_EFFECT_EXT_DAY },
    { "INT", "NIGHT", "I/N", PLT_EFFECT_INT_NIGHT },
    { "INT", "", "I", PLT_EFFECT_NONE },
    { "EXT", "PLUS TARD", "E", PLT_EFFECT_NONE },
    { "INT/EXT", "", "I-E", PLT_EFFECT_NONE },
    { "", "JOUR", "J", PLT_EFFECT_NONE },
    { "", "AUBE", "A", PLT_EFFECT_DAWN },
    { "", "", "", PLT_EFFECT_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s", cases[i].int_ext, cases[i].effect);
      g_assert_cmpstr (plt_effect_code (cases[i].int_ext, cases[i].effect), ==, cases[i].code);
      g_assert_cmpint (plt_effect_class (cases[i].int_ext, cases[i].effect), ==, cases[i].colour);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/new", test_new);
  g_test_add_func ("/facts/lists", test_lists);
  g_test_add_func ("/facts/location", test_location);
  g_test_add_func ("/facts/set-name", test_set_name);
  g_test_add_func ("/facts/person-name", test_person_name);
  g_test_add_func ("/facts/effects", test_effects);
  return g_test_run ();
}
