/* Headings of every style of French and English scripts, worked out by hand, and lines that are
 * none. */
#include <string.h>

#include "plt-heading.h"

typedef struct
{
  const char *line;
  const char *number, *int_ext, *effect, *set, *sub_set;
} Case;

/* ---- sure: INT, EXT or SÉQUENCE ---- */

static const Case sure[] = {
  /* number, place, effect before the set */
  { "7Bis. INT. FIN DE JOURNEE / VESTIAIRES (suite)", "7Bis", "INT", "FIN DE JOURNÉE", "VESTIAIRES",
    "" },
  { "21. INT. ET EXT. SOIR / CAR DE RAMASSAGE ET ROUTE", "21", "INT/EXT", "SOIR",
    "CAR DE RAMASSAGE ET ROUTE", "" },
  { "12 INT/JOUR – CUISINE", "12", "INT", "JOUR", "CUISINE", "" },
  { "EXT/NUIT - RUE DE LA SOIF", "", "EXT", "NUIT", "RUE DE LA SOIF", "" },
  { "INT. JOUR CUISINE", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. JOUR. CUISINE DU PHARE", "", "INT", "JOUR", "CUISINE DU PHARE", "" },
  { "INTÉRIEUR NUIT - CAVE", "", "INT", "NUIT", "CAVE", "" },
  { "Intérieur jour. La cuisine.", "", "INT", "JOUR", "La cuisine", "" },
  { "5 - EXT. AUBE : JETÉE DU LARGE", "5", "EXT", "AUBE", "JETÉE DU LARGE", "" },
  /* mixed case, commas, effect second */
  { "Scène 8. Int, jour, la cuisine du phare.", "8", "INT", "JOUR", "la cuisine du phare", "" },
  { "Séquence 14 : Ext, nuit, le môle.", "14", "EXT", "NUIT", "le môle", "" },
  /* dash first, spaces missing, typographic apostrophe */
  { "– EXT.COUR D’IMMEUBLE– JOUR", "", "EXT", "JOUR", "COUR D’IMMEUBLE", "" },
  { "— INT.CHAMBRE D’ÉLODIE—NUIT", "", "INT", "NUIT", "CHAMBRE D’ÉLODIE", "" },
  { "INT.CAVE-NUIT", "", "INT", "NUIT", "CAVE", "" },
  { "12.INT.CAVE.NUIT", "12", "INT", "NUIT", "CAVE", "" },
  /* séquence and set only */
  { "Séquence 2 / SALON", "2", "", "", "SALON", "" },
  { "SÉQUENCE 12 BIS", "12 BIS", "", "", "", "" },
  { "SEQ 4 - PONT SUPÉRIEUR", "4", "", "", "PONT SUPÉRIEUR", "" },
  { "SCÈNE 3 / PLACE DU MARCHÉ, TERRASSE", "3", "", "", "PLACE DU MARCHÉ", "TERRASSE" },
  /* number slash, hyphens without spaces */
  { "25/INT-APPARTEMENT MURIEL-MATIN", "25", "INT", "MATIN", "APPARTEMENT MURIEL", "" },
  { "26/EXT-ARRIÈRE-COUR-SOIR", "26", "EXT", "SOIR", "ARRIÈRE-COUR", "" },
  /* number, hyphens, set and sub-set with a comma */
  { "12 - INT. BAR, ARRIÈRE-SALLE - NUIT", "12", "INT", "NUIT", "BAR", "ARRIÈRE-SALLE" },
  { "13 - INT. MAISON GEORGES / cuisine - SOIR", "13", "INT", "SOIR", "MAISON GEORGES", "cuisine" },
  { "14. EXT. PORT - QUAI 4 - NUIT", "14", "EXT", "NUIT", "PORT", "QUAI 4" },
  { "INT. HÔPITAL / COULOIR / CHAMBRE 12 - JOUR", "", "INT", "JOUR", "HÔPITAL",
    "COULOIR / CHAMBRE 12" },
  /* series and additions */
  { "101/12A INT./EXT. VOITURE DE NORA - AUBE", "101/12A", "INT/EXT", "AUBE", "VOITURE DE NORA",
    "" },
  { "SÉQ. 34 BIS - I/N - CAVE", "34 BIS", "INT", "NUIT", "CAVE", "" },
  { "12 E/J PLAGE", "12", "EXT", "JOUR", "PLAGE", "" },
  { "8A. I/E - J - VOITURE", "8A", "INT/EXT", "JOUR", "VOITURE", "" },
  { "N°12 – INT. CAVE – NUIT", "12", "INT", "NUIT", "CAVE", "" },
  { "12E INT. CAVE - NUIT", "12E", "INT", "NUIT", "CAVE", "" },
  { "A12. EXT. CHAMP - JOUR", "A12", "EXT", "JOUR", "CHAMP", "" },
  { "1.12 INT. CAVE - NUIT", "1.12", "INT", "NUIT", "CAVE", "" },
  { "12 INT. CUISINE - JOUR 12", "12", "INT", "JOUR", "CUISINE", "" },
  /* the place after the set, two places, no set */
  { "CUISINE - INT. JOUR", "", "INT", "JOUR", "CUISINE", "" },
  { "JOUR - INT. CUISINE", "", "INT", "JOUR", "CUISINE", "" },
  { "17. APPARTEMENT DE PAUL – INT. NUIT", "17", "INT", "NUIT", "APPARTEMENT DE PAUL", "" },
  { "INT. VOITURE / EXT. ROUTE - JOUR", "", "INT/EXT", "JOUR", "VOITURE", "ROUTE" },
  { "EXT/INT. PHARE - CRÉPUSCULE", "", "INT/EXT", "CRÉPUSCULE", "PHARE", "" },
  { "INT.", "", "INT", "", "", "" },
  /* effects */
  { "EXT. PLAGE – COUCHER DE SOLEIL", "", "EXT", "CRÉPUSCULE", "PLAGE", "" },
  { "EXT. MER - NUIT AMÉRICAINE", "", "EXT", "NUIT AMÉRICAINE", "MER", "" },
  { "INT. CUISINE - JOUR/NUIT", "", "INT", "JOUR/NUIT", "CUISINE", "" },
  { "INT. CUISINE - JOUR 2", "", "INT", "JOUR", "CUISINE", "" },
  { "INT. CUISINE (JOUR)", "", "INT", "JOUR", "CUISINE", "" },
  { "EXT. FERME - LE LENDEMAIN MATIN", "", "EXT", "LE LENDEMAIN MATIN", "FERME", "" },
  { "INT. SALLE DE BAINS - un peu plus tard", "", "INT", "UN PEU PLUS TARD", "SALLE DE BAINS", "" },
  { "INT. BAR - ENTRE CHIEN ET LOUP", "", "INT", "ENTRE CHIEN ET LOUP", "BAR", "" },
  { "EXT. RUE - J", "", "EXT", "JOUR", "RUE", "" },
  { "INT. CAFÉ DU MATIN", "", "INT", "", "CAFÉ DU MATIN", "" },
  { "INT. HÔTEL DE NUIT - JOUR", "", "INT", "JOUR", "HÔTEL DE NUIT", "" },
  { "EXT. JARDIN - FLASH-BACK - JOUR", "", "EXT", "JOUR", "JARDIN", "" },
  { "EXT. JARDIN - JOUR - FLASH-BACK (1944)", "", "EXT", "JOUR", "JARDIN", "" },
  /* English */
  { "INT. HOUSE - DAY", "", "INT", "JOUR", "HOUSE", "" },
  { "int. house - night", "", "INT", "NUIT", "house", "" },
  { "INT HOUSE DAY", "", "INT", "JOUR", "HOUSE", "" },
  { "INT - HOUSE - DAY", "", "INT", "JOUR", "HOUSE", "" },
  { "INT./EXT. HOUSE - DAWN", "", "INT/EXT", "AUBE", "HOUSE", "" },
  { "I/E HOUSE DAY", "", "INT/EXT", "JOUR", "HOUSE", "" },
  { "I./E. HOUSE - SUNSET", "", "INT/EXT", "CRÉPUSCULE", "HOUSE", "" },
  { "EST. HOUSE - EVENING", "", "EXT", "SOIR", "HOUSE", "" },
  { "INT. HOUSE - DAY (1979) #110A#", "110A", "INT", "JOUR", "HOUSE", "" },
  { "INT. HOUSE - DAY #I-1-A#", "I-1-A", "INT", "JOUR", "HOUSE", "" },
  { "INT. TENT - NIGHT - CONTINUOUS", "", "INT", "NUIT", "TENT", "" },
  { "INT. TENT - [THE NEXT] MORNING", "", "INT", "THE NEXT MORNING", "TENT", "" },
  { "EXT. TENT - (PRESENT) DAY", "", "EXT", "JOUR", "TENT", "" },
  { "INT. HALL, ANNA'S BUILDING, A MOMENT LATER", "", "INT", "A MOMENT LATER", "HALL",
    "ANNA'S BUILDING" },
  { "INT. ROOM 412, SAME", "", "INT", "SAME", "ROOM 412", "" },
  { "INT. TRUCK, DRIVING -- MOMENTS LATER", "", "INT", "MOMENTS LATER", "TRUCK", "DRIVING" },
  /* cut, number kept */
  { "12 OMISE", "12", "", "", "", "" },
  { "SÉQ. 13 - OMISE", "13", "", "", "", "" },
};

/* ---- guessed: neither INT nor EXT ---- */

static const Case guessed[] = {
  { "MAISON DE NORA - NUIT", "", "", "NUIT", "MAISON DE NORA", "" },
  { "12. CUISINE, OFFICE - JOUR", "12", "", "JOUR", "CUISINE", "OFFICE" },
  { "Séquence 12 : la cuisine", "12", "", "", "la cuisine", "" },
  { "24 HEURES - NUIT", "", "", "NUIT", "24 HEURES", "" },
};

static const char *const none[] = {
  "",
  "JOUR",
  "NUIT.",
  "Il entre. La cuisine est vide.",
  "Est-ce que tu viens ?",
  "EST DE LA FRANCE",
  "Extérieur du bâtiment, on voit la mer.",
  "Intérieurement, il rit.",
  "INTRO",
  "INTERCUT WITH:",
  "EXTRA LARGE",
  "ESTABLISHING",
  "ÉPISODE 1",
  "3 JOURS PLUS TARD",
  "PLUS TARD - LE LENDEMAIN",
  "MP3",
  "BANG!",
  "CUT TO:",
  "FONDU AU NOIR.",
  "NORA (voix off)",
  "L’HOMME À LA CASQUETTE",
  "Séquence 12. Il pleut sur le port et personne ne sort.",
  "SÉQUENCES 12 À 14",
  "12 hommes en colère - la nuit",
  "- Non, dit-elle.",
  "...",
  "12",
  "#",
};

/* ---- tests ---- */

static void
assert_case (const Case *c, PltHeadingMatch expected)
{
  g_auto (PltHeading) heading = { NULL };
  PltHeadingMatch match = plt_heading_parse (c->line, -1, FALSE, &heading);

  g_test_message ("%s", c->line);
  g_assert_cmpint (match, ==, expected);
  g_assert_cmpstr (heading.number, ==, c->number);
  g_assert_cmpstr (heading.int_ext, ==, c->int_ext);
  g_assert_cmpstr (heading.effect, ==, c->effect);
  g_assert_cmpstr (heading.set, ==, c->set);
  g_assert_cmpstr (heading.sub_set, ==, c->sub_set);
}

static void
test_sure (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sure); i++)
    assert_case (&sure[i], PLT_HEADING_SURE);
}

static void
test_guessed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (guessed); i++)
    assert_case (&guessed[i], PLT_HEADING_GUESSED);
}

static void
test_none (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      PltHeading heading = { NULL };

      g_test_message ("%s", none[i]);
      g_assert_cmpint (plt_heading_parse (none[i], -1, FALSE, &heading), ==, PLT_HEADING_NO);
      g_assert_null (heading.set);
    }
}

/* What the format says is a heading is taken apart whatever it looks like. */
static void
test_forced (void)
{
  static const Case cases[] = {
    { "BACK IN THE KITCHEN", "", "", "", "BACK IN THE KITCHEN", "" },
    { "ANNA, AT THE DOOR,", "", "", "", "ANNA", "AT THE DOOR" },
    { "A YELLOW VAN AND A BUS.", "", "", "", "A YELLOW VAN AND A BUS", "" },
    { "12 HOMMES", "", "", "", "12 HOMMES", "" },
    { "le phare, la nuit", "", "", "NUIT", "le phare", "" },
    { "", "", "", "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (PltHeading) heading = { NULL };

      g_test_message ("%s", cases[i].line);
      g_assert_cmpint (plt_heading_parse (cases[i].line, -1, TRUE, &heading), ==, PLT_HEADING_SURE);
      g_assert_cmpstr (heading.number, ==, cases[i].number);
      g_assert_cmpstr (heading.effect, ==, cases[i].effect);
      g_assert_cmpstr (heading.set, ==, cases[i].set);
      g_assert_cmpstr (heading.sub_set, ==, cases[i].sub_set);
    }
}

static void
test_text (void)
{
  static const struct
  {
    const char *line, *text;
    gboolean omitted;
  } cases[] = {
    { "12. INT. CUISINE – JOUR", "INT. CUISINE – JOUR", FALSE },
    { "INT. CUISINE – JOUR #12#", "INT. CUISINE – JOUR", FALSE },
    { "  – EXT.COUR– JOUR  ", "EXT.COUR– JOUR", FALSE },
    { "Séquence 2 / SALON", "SALON", FALSE },
    { "12 INT. CUISINE - JOUR 12", "INT. CUISINE - JOUR", FALSE },
    { "12 OMISE", "OMISE", TRUE },
    { "14. SUPPRIMÉE", "SUPPRIMÉE", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (PltHeading) heading = { NULL };

      plt_heading_parse (cases[i].line, -1, FALSE, &heading);
      g_assert_cmpstr (heading.text, ==, cases[i].text);
      g_assert_cmpint (heading.omitted, ==, cases[i].omitted);
    }
}

static void
test_effect_alone (void)
{
  static const struct
  {
    const char *line, *effect;
  } cases[] = {
    { "JOUR", "JOUR" },         { "Nuit", "NUIT" },   { " Fin de journée ", "FIN DE JOURNÉE" },
    { "DAY", "JOUR" },          { "JOUR 2", "JOUR" }, { "PLUS TARD", NULL },
    { "Jour de marché", NULL }, { "", NULL },         { "NORA", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *effect = plt_heading_parse_effect (cases[i].line, -1);

      g_assert_cmpstr (effect, ==, cases[i].effect);
    }
}

/* Letters whose accents are apart, as some systems write them. */
static void
test_decomposed (void)
{
  g_auto (PltHeading) heading = { NULL };

  g_assert_cmpint (plt_heading_parse ("INTE\314\201RIEUR - CAFE\314\201 - CRE\314\201PUSCULE", -1,
                                      FALSE, &heading),
                   ==, PLT_HEADING_SURE);
  g_assert_cmpstr (heading.effect, ==, "CRÉPUSCULE");
  g_assert_cmpstr (heading.set, ==, "CAFE\314\201");
}

/* Whatever the signs, nothing is read beyond them, and a long line is no heading. */
static void
test_long (void)
{
  g_autoptr (GString) line = g_string_new ("INT. ");
  PltHeading heading = { NULL };

  for (guint i = 0; i < 5000; i++)
    g_string_append (line, "É ");
  g_assert_cmpint (plt_heading_parse (line->str, -1, FALSE, &heading), ==, PLT_HEADING_NO);
  g_assert_cmpint (plt_heading_parse (line->str, -1, TRUE, &heading), ==, PLT_HEADING_SURE);
  g_assert_cmpstr (heading.int_ext, ==, "INT");
  plt_heading_clear (&heading);
  for (guint i = 0; i < 40; i++)
    {
      const char *cut = "INT. CAFÉ DU PORT, ARRIÈRE-SALLE - CRÉPUSCULE #12A#";

      if (i == 8 || i == 22) /* in the middle of É or È */
        continue;
      g_assert_cmpint (plt_heading_parse (cut, (gssize) i, FALSE, &heading), ==,
                       i < 3 ? PLT_HEADING_NO : PLT_HEADING_SURE);
      plt_heading_clear (&heading);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heading/sure", test_sure);
  g_test_add_func ("/heading/guessed", test_guessed);
  g_test_add_func ("/heading/none", test_none);
  g_test_add_func ("/heading/forced", test_forced);
  g_test_add_func ("/heading/text", test_text);
  g_test_add_func ("/heading/effect-alone", test_effect_alone);
  g_test_add_func ("/heading/decomposed", test_decomposed);
  g_test_add_func ("/heading/long", test_long);
  return g_test_run ();
}
