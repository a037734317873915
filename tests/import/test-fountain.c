/* Fountain: the whole syntax, its French habits, and its odd corners. */
#include <string.h>

#include "plt-fountain.h"
#include "script-dump.h"

#define MARKUP ".!@~><#=^*_\\/[]"

typedef struct
{
  const char *text, *dump;
} Case;

static PltScript *
read_sound (const char *text)
{
  PltScript *script = plt_fountain_read (text, strlen (text));

  plt_test_script_is_sound (script);
  plt_test_script_holds (script, text, MARKUP);
  return script;
}

static void
assert_cases (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PltScript) script = read_sound (cases[i].text);
      g_autofree char *dump = plt_test_script_dump (script);

      g_assert_cmpstr (dump, ==, cases[i].dump);
    }
}

static void
test_elements (void)
{
  static const Case cases[] = {
    { "", "" },
    { "\n\n  \n", "" },
    { "Une phrase.", "A Une phrase." },
    { "INT. CAVE - NUIT\n\nIl fait noir.\n", "H INT. CAVE - NUIT\nA Il fait noir." },
    /* headings need a line of their own, and no more */
    { "INT. CAVE - NUIT\nIl fait noir.", "H INT. CAVE - NUIT\nA Il fait noir." },
    { ".DANS LA CAVE\n\n..pas un titre\n\n...ni ceci",
      "H DANS LA CAVE\nA ..pas un titre\nA ...ni ceci" },
    { "**INT. CAVE - NUIT**", "H INT. CAVE - NUIT" },
    /* speeches */
    { "NORA\nBonjour.\nÇa va ?\n\nElle sort.", "C NORA\nD Bonjour. / Ça va ?\nA Elle sort." },
    { "NORA\n(bas)\nViens.\n(plus bas)\nVite.",
      "C NORA\nP (bas)\nD Viens.\nP (plus bas)\nD Vite." },
    { "NORA\n(qui regarde\nla mer)\nViens.", "C NORA\nP (qui regarde / la mer)\nD Viens." },
    { "ÉLODIE (voix off)\nViens.", "C ÉLODIE (voix off)\nD Viens." },
    { "ÉLODIE (V.O.)(SUITE)\nViens.", "C ÉLODIE (V.O.)(SUITE)\nD Viens." },
    { "L’HOMME À LA CASQUETTE\nViens.", "C L’HOMME À LA CASQUETTE\nD Viens." },
    { "M. DUPONT\nBien.", "C M. DUPONT\nD Bien." },
    { "@McAdam\nBien.", "C McAdam\nD Bien." },
    { "R2D2\nBip.", "C R2D2\nD Bip." },
    { "23 (off)\nBip.", "A 23 (off) / Bip." },
    { "NORA\n\nElle sort.", "A NORA\nA Elle sort." },
    { "Nora\nElle sort.", "A Nora / Elle sort." },
    { "éLODIE\nElle sort.", "A éLODIE / Elle sort." },
    { "NORA\nUn.\n  \nDeux.", "C NORA\nD Un. /  / Deux." },
    { "\t\tNORA\n\t(bas)\n  Viens.", "C NORA\nP (bas)\nD Viens." },
    { "NORA\nOui.\n\nMILO ^\nNon.", "C= NORA\nD= Oui.\nC= MILO\nD= Non." },
    { "CHANTEUR\n~La mer\n~qu’on voit", "C CHANTEUR\nL La mer\nL qu’on voit" },
    { "~Danser", "L Danser" },
    /* transitions */
    { "CUT TO:", "T CUT TO:" },
    { "CUT TO: ", "A CUT TO:" },
    { "FONDU AU NOIR.\n\nNOIR.\n\nCOUPE SUR :\n\nCUT.\n\nCUT SUR LA MER\n\nOUVERTURE AU NOIR",
      "T FONDU AU NOIR.\nT NOIR.\nT COUPE SUR :\nT CUT.\nT CUT SUR LA MER\nT OUVERTURE AU NOIR" },
    { "FADE OUT.\n\n> Au blanc\n\n>VOLET", "T FADE OUT.\nT Au blanc\nT VOLET" },
    { "NOIR SUR LA VILLE", "A NOIR SUR LA VILLE" },
    { "> LA PASSE <\n\n>sans espaces<", "E LA PASSE\nE sans espaces" },
    { "> UN <\n> DEUX <", "E UN / DEUX" },
    /* the rest */
    { "# Acte I\n\n## Le port\n\n= Ils arrivent.\n\n===\n\nLa mer.",
      "S Acte I\nS Le port\nY Ils arrivent.\nB\nA La mer." },
    { "!CECI\nEST DE L’ACTION\n\n!INT. PAS UN TITRE",
      "A CECI / EST DE L’ACTION\nA INT. PAS UN TITRE" },
    { "Un.\nDeux.\nTrois.", "A Un. / Deux. / Trois." },
    { "Un.\r\nDeux.\r\n\r\nTrois.\r\n", "A Un. / Deux.\nA Trois." },
    { "Un.\rDeux.\r\rTrois.", "A Un. / Deux.\nA Trois." },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* What French scripts write beside the names, the transitions, and the numbers that are cut. */
static void
test_french (void)
{
  static const Case cases[] = {
    { "L'HOMME AU CHAPEAU (off)\nNon.", "C L'HOMME AU CHAPEAU (off)\nD Non." },
    { "JEAN-LOUP ET MILA\nOui.", "C JEAN-LOUP ET MILA\nD Oui." },
    { "LES ENFANTS (en chœur)\nOh !", "C LES ENFANTS (en chœur)\nD Oh !" },
    { "Dr KOWALSKI (au téléphone)\nAllô.", "C Dr KOWALSKI (au téléphone)\nD Allô." },
    { "Mme. DURAND\nBonjour.", "C Mme. DURAND\nD Bonjour." },
    { "ÉLODIE, off\nViens.", "C ÉLODIE, off\nD Viens." },
    { "ÉLODIE voix off\nViens.", "C ÉLODIE voix off\nD Viens." },
    { "M. PERRIN, hors champ\nViens.", "C M. PERRIN, hors champ\nD Viens." },
    { "Le Dr KOWALSKI\nentre.", "A Le Dr KOWALSKI / entre." },
    { "Il est off\net le sait.", "A Il est off / et le sait." },
    { "Mme Durand\nentre.", "A Mme Durand / entre." },
    { "off\net le reste.", "A off / et le reste." },
    { "CUT À :\n\nNOIR.\n\nVOLET\n\nRETOUR À\n\nRETOUR SUR NORA",
      "T CUT À :\nT NOIR.\nT VOLET\nT RETOUR À\nT RETOUR SUR NORA" },
    { "FONDU AU NOIR.\n\nFONDU ENCHAÎNÉ :\n\nCOUPE FRANCHE À\n\nÉCRAN NOIR",
      "T FONDU AU NOIR.\nT FONDU ENCHAÎNÉ :\nT COUPE FRANCHE À\nT ÉCRAN NOIR" },
    { "NOIRMOUTIER\n\nLE RETOUR\n\nVOLETS CLOS", "A NOIRMOUTIER\nA LE RETOUR\nA VOLETS CLOS" },
    { "#12 INT. CAVE - NUIT\n\n#12 INVENTAIRE\n\n# 13. INT. CAVE - NUIT",
      "H #12 INT. CAVE - NUIT\nS 12 INVENTAIRE\nS 13. INT. CAVE - NUIT" },
    { "12 OMISE\n\n13. Supprimée\n\n14. Supprimée par erreur, revenue.",
      "H 12 OMISE\nH 13. Supprimée\nA 14. Supprimée par erreur, revenue." },
  };
  g_autoptr (PltScript) script = read_sound ("12 OMISE\n\n13. INT. CAVE, FOND - NUIT\n\n"
                                             "14. MÊME DÉCOR - PLUS TARD\n\n"
                                             "15. EXT. MÊME DÉCOR, ENTRÉE - JOUR");
  g_autofree char *scenes = plt_test_script_scenes (script);

  assert_cases (cases, G_N_ELEMENTS (cases));
  g_assert_cmpstr (scenes, ==,
                   "12 ||| 0\n13 INT|CAVE|FOND|NUIT 0\n14 INT|CAVE|FOND|PLUS TARD 0\n"
                   "15 EXT|CAVE|ENTRÉE|JOUR 0");
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_GUESSED, "MÊME DÉCOR"));
}

static void
test_marks (void)
{
  static const Case cases[] = {
    { "*italique* **gras** ***les deux*** _souligné_", "A italique gras les deux souligné" },
    { "**gras et *italique* dedans**", "A gras et italique dedans" },
    { "_**ensemble**_", "A ensemble" },
    { "2 * 3 * 4 et *seul", "A 2 * 3 * 4 et *seul" },
    { "nom_de_fichier et \\*pas gras\\*", "A nom_de_fichier et *pas gras*" },
    { "Il dort. [[vérifier]] Il rêve.", "A Il dort.  Il rêve.\nN vérifier" },
    { "[[Une note\nsur deux lignes]]", "N Une note / sur deux lignes" },
    { "[[Une note\n\nqui s’arrête", "A [[Une note\nA qui s’arrête" },
    { "Avant /* retiré */ après.", "A Avant  après.\nX retiré" },
    { "Avant.\n\n/*\nINT. CAVE - NUIT\n\nRetirée.\n*/\n\nAprès.",
      "A Avant.\nX INT. CAVE - NUIT /  / Retirée.\nA Après." },
    { "[[note]]\nINT. CAVE - NUIT\n\nNoir.", "N note\nH INT. CAVE - NUIT\nA Noir." },
    { "INT. CAVE - NUIT [[où ?]]\n\nNoir.", "H INT. CAVE - NUIT\nN où ?\nA Noir." },
    { "NORA [[sûr ?]]\nOui. [[non]]\nBon.", "C NORA\nN sûr ?\nD Oui. / Bon.\nN non" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* Text below a boneyard that never ends is kept, and the reader says so. */
static void
test_open_boneyard (void)
{
  g_autoptr (PltScript) script
      = read_sound ("INT. A - JOUR\n\n/* jamais fermé\n\nINT. B - JOUR\n\nIci */* et là.\n");
  g_autofree char *dump = plt_test_script_dump (script);

  g_assert_cmpstr (dump, ==,
                   "H INT. A - JOUR\nX jamais fermé /  / INT. B - JOUR /  / Ici\nA * et là.");
  g_clear_pointer (&script, plt_script_free);
  script = read_sound ("INT. A - JOUR\n\n/* jamais fermé\n\nINT. B - JOUR\n");
  g_free (dump);
  dump = plt_test_script_dump (script);
  g_assert_cmpstr (dump, ==, "H INT. A - JOUR\nA /* jamais fermé\nH INT. B - JOUR");
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_KEPT, "never closed"));
}

static void
test_title_page (void)
{
  static const struct
  {
    const char *text, *title, *author, *dump;
  } cases[] = {
    { "Title: La Passe\nAuthor: Maëlle T.\n\nINT. A - JOUR", "La Passe", "Maëlle T.",
      "I Title: La Passe\nI Author: Maëlle T.\nH INT. A - JOUR" },
    { "Title:\n    **LA**\n    _PASSE_\nCredit: Un scénario de\nAuteurs: A. et B.\n\nLa mer.",
      "LA PASSE", "A. et B.",
      "I Title: / LA / PASSE\nI Credit: Un scénario de\nI Auteurs: A. et B.\nA La mer." },
    { "Titre : La Passe\nÉcrit par : Maëlle\nJe ne sais quoi\n\nLa mer.", "La Passe",
      "Maëlle Je ne sais quoi",
      "I Titre : La Passe\nI Écrit par : Maëlle / Je ne sais quoi\nA La mer." },
    { "\n\nTitle: Plus bas\n\nLa mer.", "Plus bas", "", "I Title: Plus bas\nA La mer." },
    { "FADE IN:\n\nLa mer.", "", "", "T FADE IN:\nA La mer." },
    { "Il dit : viens.\nElle vient.", "", "", "A Il dit : viens. / Elle vient." },
    { "Title: A [[provisoire]]\n\nLa mer.", "A", "", "I Title: A\nN provisoire\nA La mer." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltScript) script = read_sound (cases[i].text);
      g_autofree char *dump = plt_test_script_dump (script);

      g_assert_cmpstr (script->title, ==, cases[i].title);
      g_assert_cmpstr (script->author, ==, cases[i].author);
      g_assert_cmpstr (dump, ==, cases[i].dump);
    }
}

/* A heading that no blank line announces is found, with a remark. */
static void
test_unannounced (void)
{
  g_autoptr (PltScript) script = read_sound ("La mer.\nINT. CAVE - NUIT\nNoir.\n\n"
                                             "NORA\nOui.\nEXT. PORT - JOUR\n\n"
                                             "NORA\nJe dis :\nInt. ou ext. ?\n");
  g_autofree char *scenes = plt_test_script_scenes (script);

  g_assert_cmpstr (scenes, ==, " INT|CAVE||NUIT 1\n EXT|PORT||JOUR 1");
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_GUESSED, "no blank line"));
}

/* The effect alone above a group of séquences, blank line below it or not. */
static void
test_group_effect (void)
{
  g_autoptr (PltScript) script = read_sound ("JOUR\n\nSéquence 1 / SALON\n\nLa mer.\n\n"
                                             "Séquence 2 / CUISINE\n\nElle entre.\n\n"
                                             "NUIT\nSéquence 3 / SALON\n\n"
                                             "INT. CAVE - AUBE\n\n"
                                             "Séquence 5 / GRENIER\n");
  g_autofree char *scenes = plt_test_script_scenes (script);
  g_autofree char *dump = plt_test_script_dump (script);

  g_assert_cmpstr (scenes, ==,
                   "1 |SALON||JOUR 0\n2 |CUISINE||JOUR 0\n3 |SALON||NUIT 0\n"
                   " INT|CAVE||AUBE 0\n5 |GRENIER|| 0");
  g_assert_true (g_str_has_prefix (dump, "S JOUR\nH Séquence 1 / SALON\n"));
}

/* EXT/INT is no heading for Fountain; French scripts write it. */
static void
test_outside_first (void)
{
  g_autoptr (PltScript) english
      = read_sound ("INT. A - DAY\n\nEXT/INT. B - DAY\n\nEXT/INT. C\n\nRain.\n");
  g_autoptr (PltScript) french
      = read_sound ("INT. A - JOUR\n\nEXT/INT. B - JOUR\n\nEXT/INT. C\n\nPluie.\n");

  g_assert_cmpuint (english->scenes->len, ==, 1);
  g_assert_true (plt_test_script_has_remark (english, PLT_REMARK_KEPT, "EXT/INT"));
  g_assert_cmpuint (french->scenes->len, ==, 3);
}

static void
test_characters (void)
{
  g_autoptr (PltScript) script = read_sound (
      "INT. A - JOUR\n\nNORA\nUn.\n\nÉLODIE (voix off)\nDeux.\n\nNORA (SUITE)\nTrois.\n\n"
      "ELODIE\nQuatre.\n\nNORA, OFF\nCinq.\n\nNORA  (au   téléphone) ^\nSix.\n");
  const PltCharacter *nora = g_ptr_array_index (script->characters, 0);
  const PltCharacter *elodie = g_ptr_array_index (script->characters, 1);

  g_assert_cmpuint (script->characters->len, ==, 2);
  g_assert_cmpstr (nora->name, ==, "NORA");
  g_assert_cmpuint (nora->cues, ==, 4);
  g_assert_cmpstr (elodie->name, ==, "ÉLODIE");
  g_assert_cmpuint (elodie->cues, ==, 2);
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_GUESSED, "ELODIE"));
}

/* Cues before the first heading are of the first scene; a note of the author is not. */
static void
test_before_first (void)
{
  g_autoptr (PltScript) film
      = read_sound ("NORIA (V.O.)\nIl y avait un port.\n\nINT. A - JOUR\n\nLa mer.\n");
  g_autoptr (PltScript) note
      = read_sound ("SYNOPSIS\nUn port, la nuit.\n\nNote d’intention\n\nCe film est né d’une "
                    "image.\n\nINT. A - JOUR\n\nLa mer.\n");
  const PltScene *scene = g_ptr_array_index (film->scenes, 0);

  g_assert_cmpuint (scene->cues, ==, 1);
  g_assert_cmpuint (scene->dialogue_words, ==, 5);
  g_assert_true (plt_test_script_has_remark (film, PLT_REMARK_GUESSED, "before the first heading"));
  scene = g_ptr_array_index (note->scenes, 0);
  g_assert_cmpuint (scene->action_words, ==, 2);
  g_assert_cmpuint (note->remarks->len, ==, 0);
}

static void
test_synopsis (void)
{
  g_autoptr (PltScript) script
      = read_sound ("= Le film.\n\nINT. A - JOUR\n\n= Un.\n= Deux.\n\nLa mer.\n\n"
                    "# Acte\n\n= De l’acte.\n\nINT. B - JOUR\n");

  g_assert_cmpstr (((PltScene *) g_ptr_array_index (script->scenes, 0))->synopsis, ==,
                   "Un.\nDeux.");
  g_assert_cmpstr (((PltScene *) g_ptr_array_index (script->scenes, 1))->synopsis, ==, "");
}

static guint
eighths_of (const char *text)
{
  g_autoptr (PltScript) script = read_sound (text);

  return ((PltScene *) g_ptr_array_index (script->scenes, 0))->eighths;
}

/* Lines of 60 and 35 signs, 55 a page. By hand: the heading is 1 line and a blank one. */
static void
test_lengths (void)
{
  g_autoptr (GString) action = g_string_new ("INT. A - JOUR\n\n");
  g_autoptr (GString) speech = g_string_new ("INT. A - JOUR\n\nNORA\n");
  g_autoptr (GString) dual = g_string_new ("INT. A - JOUR\n\nNORA\n");

  g_assert_cmpuint (eighths_of ("INT. A - JOUR\n"), ==, 1);
  /* 53 lines of one action and 1 blank with the 2 of the heading: 56 lines, 8,15 eighths. */
  for (guint i = 0; i < 53; i++)
    g_string_append (action, "Un mot, deux mots, trois mots, quatre mots, cinq mots, et un.\n");
  g_assert_cmpuint (eighths_of (action->str), ==, 16); /* 61 signs, two lines each: 109, 15,85 */
  g_string_truncate (action, 15);
  for (guint i = 0; i < 53; i++)
    g_string_append (action, "Un mot, deux mots, trois mots, quatre mots, cinq mots et un.\n");
  g_assert_cmpuint (eighths_of (action->str), ==, 8); /* 60 signs */
  /* 24 words of 7 signs, 4 on a line of 35 (4 × 8 - 1 = 31): 6 lines, 2 + 2 + 6 = 10, 1,45. */
  for (guint i = 0; i < 24; i++)
    g_string_append (speech, "phrases ");
  g_assert_cmpuint (eighths_of (speech->str), ==, 1);
  for (guint i = 0; i < 76; i++)
    g_string_append (speech, "phrases "); /* 100: 25 lines, 29 in all, 4,2 */
  g_assert_cmpuint (eighths_of (speech->str), ==, 4);
  /* Beside it, a speech as long takes no more room. */
  g_string_append (dual, speech->str + strlen ("INT. A - JOUR\n\nNORA\n"));
  g_string_append (dual, "\n\nMILO ^\n");
  g_string_append (dual, speech->str + strlen ("INT. A - JOUR\n\nNORA\n"));
  g_assert_cmpuint (eighths_of (dual->str), ==, 4);
}

static void
test_lines (void)
{
  g_autoptr (PltScript) script
      = read_sound ("Title: X\n\n/* un\ndeux */\n\nINT. A - JOUR\n\n[[n\nm]] fin\n\nNORA\nOui.\n");
  static const guint lines[] = { 1, 3, 6, 8, 9, 11, 12 };

  g_assert_cmpuint (script->paragraphs->len, ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const PltParagraph *paragraph = g_ptr_array_index (script->paragraphs, i);
      g_assert_cmpuint (paragraph->line, ==, lines[i]);
    }
}

/* ---- any text ---- */

static char *
random_text (void)
{
  static const char *const pieces[] = {
    "INT. CAVE - NUIT",
    "12. EXT. PORT / QUAI – JOUR",
    "NORA",
    "ÉLODIE (voix off)",
    "(bas)",
    "Il entre, sort.",
    "FONDU AU NOIR.",
    "CUT TO:",
    "> titre <",
    "> VOLET",
    "# Acte",
    "= résumé",
    "===",
    "~chant",
    "@McX",
    "!ACTION",
    ".LIEU",
    "[[note",
    "]]",
    "[[n]]",
    "/*",
    "*/",
    "/* x */",
    "**gras**",
    "*it",
    "_s_",
    "\\*",
    "MILO ^",
    "JOUR",
    "Séquence 2 / SALON",
    "Title: T",
    "SÉQ. 34 BIS - I/N - CAVE",
    "INT. A - DAY #12A#",
    "12 OMISE",
    "…",
    "((",
    "  ",
    "\t",
    "^",
    "@",
    "#",
    "=",
    "~",
    "!",
    ">",
    "<",
    ".",
    "..",
  };
  static const char *const joints[] = { "\n", "\n\n", "\n", " ", "", "\r\n", "\n  \n", "\r" };
  GString *text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (1, 40); i > 0; i--)
    {
      g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      g_string_append (text, joints[g_test_rand_int_range (0, G_N_ELEMENTS (joints))]);
    }
  return g_string_free (text, FALSE);
}

static void
test_nothing_lost (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = random_text ();
      g_autoptr (PltScript) script = read_sound (text);
    }
}

/* No text costs more than its length: what nests, repeats or never closes. */
static void
test_linear (void)
{
  static const char *const pieces[] = { "[[",
                                        "/*",
                                        "*a ",
                                        "_a ",
                                        "**a* ",
                                        "NORA\n\n",
                                        "(\n",
                                        "\\\\",
                                        "INT. A - JOUR",
                                        "\n",
                                        "[[a]]",
                                        "/*a*/",
                                        "NORA\nA\n\n",
                                        "^\n",
                                        "=\n",
                                        "JOUR\n\nSéquence 2 / A\n\n",
                                        "É\n\n",
                                        "> a <\n" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new ("INT. A - JOUR\n\n");
      gint64 start = g_get_monotonic_time ();

      while (text->len < 400000)
        g_string_append (text, pieces[i]);
      plt_script_free (plt_fountain_read (text->str, text->len));
      if (g_get_monotonic_time () - start > 5 * G_USEC_PER_SEC)
        g_error ("“%s” repeated takes more than 5 s", pieces[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fountain/elements", test_elements);
  g_test_add_func ("/fountain/french", test_french);
  g_test_add_func ("/fountain/marks", test_marks);
  g_test_add_func ("/fountain/open-boneyard", test_open_boneyard);
  g_test_add_func ("/fountain/title-page", test_title_page);
  g_test_add_func ("/fountain/unannounced", test_unannounced);
  g_test_add_func ("/fountain/group-effect", test_group_effect);
  g_test_add_func ("/fountain/outside-first", test_outside_first);
  g_test_add_func ("/fountain/characters", test_characters);
  g_test_add_func ("/fountain/before-first", test_before_first);
  g_test_add_func ("/fountain/synopsis", test_synopsis);
  g_test_add_func ("/fountain/lengths", test_lengths);
  g_test_add_func ("/fountain/lines", test_lines);
  g_test_add_func ("/fountain/nothing-lost", test_nothing_lost);
  g_test_add_func ("/fountain/linear", test_linear);
  return g_test_run ();
}
