/* What the user says a line is: the script made anew as if its reader had known. */
#include <string.h>

#include "plt-fdx.h"
#include "plt-fountain.h"
#include "plt-script-correct.h"
#include "plt-script-json.h"
#include "script-dump.h"

#define HEADING PLT_PARAGRAPH_HEADING
#define ACTION PLT_PARAGRAPH_ACTION
#define CUE PLT_PARAGRAPH_CHARACTER
#define DIALOGUE PLT_PARAGRAPH_DIALOGUE
#define BRACKET PLT_PARAGRAPH_PARENTHETICAL

static PltScript *
read_fountain (const char *text)
{
  return plt_fountain_read (text, strlen (text));
}

static char *
print_characters (const PltScript *script)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < script->characters->len; i++)
    {
      const PltCharacter *character = g_ptr_array_index (script->characters, i);

      g_string_append_printf (out, "%s%s %u", i > 0 ? "\n" : "", character->name, character->cues);
    }
  return g_string_free (out, FALSE);
}

#define MAX_CORRECTIONS 3

static const struct
{
  const char *what, *text;
  PltScriptCorrection corrections[MAX_CORRECTIONS];
  guint applied;
  const char *dump, *scenes, *characters;
} cases[] = {
  { "a line made heading begins a scene",
    "INT. CAVE - NUIT\n\nIl descend.\n\nSur la jetée\n\nLa mer.",
    { { "Sur la jetée", HEADING } },
    1,
    "H INT. CAVE - NUIT\nA Il descend.\nH Sur la jetée\nA La mer.",
    " INT|CAVE||NUIT 0\n |Sur la jetée|| 0",
    "" },
  { "and is taken apart when it can be",
    "INT. CAVE - NUIT\n\nIl descend.\n\n12 - sur la jetée du port - aube\n\nLa mer.",
    { { "12  - sur la jetée du port - aube ", HEADING } },
    1,
    "H INT. CAVE - NUIT\nA Il descend.\nH 12 - sur la jetée du port - aube\nA La mer.",
    " INT|CAVE||NUIT 0\n12 |sur la jetée du port||AUBE 0",
    "" },
  { "a heading made action joins its scene to the one before",
    "INT. CAVE - NUIT\n\nIl descend.\n\nEXT. MER - JOUR\n\nNORA\nViens.",
    { { "EXT. MER - JOUR", ACTION } },
    1,
    "H INT. CAVE - NUIT\nA Il descend.\nA EXT. MER - JOUR\nC NORA\nD Viens.",
    " INT|CAVE||NUIT 1",
    "NORA 1" },
  { "the first one too: what it held stands before the first scene",
    "INT. CAVE - NUIT\n\nIl descend.\n\nEXT. MER - JOUR\n\nNORA\nViens.",
    { { "INT. CAVE - NUIT", ACTION } },
    1,
    "A INT. CAVE - NUIT\nA Il descend.\nH EXT. MER - JOUR\nC NORA\nD Viens.",
    " EXT|MER||JOUR 1",
    "NORA 1" },
  { "a cue made action turns its speech into action",
    "INT. CAVE - NUIT\n\nLA PORTE\n(lourde)\nElle grince.\n\nNORA\nViens.",
    { { "LA PORTE", ACTION } },
    1,
    "H INT. CAVE - NUIT\nA LA PORTE\nA (lourde)\nA Elle grince.\nC NORA\nD Viens.",
    " INT|CAVE||NUIT 1",
    "NORA 1" },
  { "unless that is corrected itself",
    "INT. CAVE - NUIT\n\nLA PORTE\n(bas)\nViens.",
    { { "LA PORTE", ACTION }, { "(bas)", CUE } },
    2,
    "H INT. CAVE - NUIT\nA LA PORTE\nC (bas)\nD Viens.",
    " INT|CAVE||NUIT 1",
    "(bas) 1" },
  { "an action made cue speaks what stands right below",
    "INT. CAVE - NUIT\n\nLe vieux\n\n(bas)\n\nViens.\n\nIl sort.",
    { { "Le vieux", CUE } },
    1,
    "H INT. CAVE - NUIT\nC Le vieux\nP (bas)\nD Viens.\nA Il sort.",
    " INT|CAVE||NUIT 1",
    "Le vieux 1" },
  { "but no heading, and nothing that is corrected itself",
    "INT. CAVE - NUIT\n\nLe vieux\n\nEXT. MER - JOUR\n\nLe jeune\n\nLa vague.",
    { { "Le vieux", CUE }, { "Le jeune", CUE }, { "La vague.", ACTION } },
    2,
    "H INT. CAVE - NUIT\nC Le vieux\nH EXT. MER - JOUR\nC Le jeune\nA La vague.",
    " INT|CAVE||NUIT 1\n EXT|MER||JOUR 1",
    "Le vieux 1\nLe jeune 1" },
  { "every paragraph that says the same",
    "INT. CAVE - NUIT\n\nLe lendemain matin, la jetée\n\nIl dort.\n\nLe lendemain matin, la "
    "jetée\n\nIl rêve.",
    { { "Le lendemain matin, la jetée", HEADING } },
    2,
    "H INT. CAVE - NUIT\nH Le lendemain matin, la jetée\nA Il dort.\nH Le lendemain matin, la "
    "jetée\nA Il rêve.",
    " INT|CAVE||NUIT 0\n |la jetée||LE LENDEMAIN MATIN 0\n |la jetée||LE LENDEMAIN MATIN 0",
    "" },
  { "case and accents matter",
    "INT. CAVE - NUIT\n\nLe lendemain matin, la jetée\n\nIl dort.",
    { { "le lendemain matin, la jetée", HEADING }, { "Le lendemain matin, la jetee", HEADING } },
    0,
    "H INT. CAVE - NUIT\nA Le lendemain matin, la jetée\nA Il dort.",
    " INT|CAVE||NUIT 0",
    "" },
  { "the later of two holds",
    "INT. CAVE - NUIT\n\nLe lendemain matin, la jetée\n\nIl dort.",
    { { "Le lendemain matin, la jetée", HEADING },
      { "Le lendemain matin, la jetée", PLT_PARAGRAPH_TRANSITION } },
    1,
    "H INT. CAVE - NUIT\nT Le lendemain matin, la jetée\nA Il dort.",
    " INT|CAVE||NUIT 0",
    "" },
  { "a cue that is the end of the speech before",
    "INT. CAVE - NUIT\n\nNORA\nJ’ai crié :\n\nAU SECOURS\nEt personne.",
    { { "AU SECOURS", DIALOGUE } },
    1,
    "H INT. CAVE - NUIT\nC NORA\nD J’ai crié :\nD AU SECOURS\nD Et personne.",
    " INT|CAVE||NUIT 1",
    "NORA 1" },
  { "one of two that speak together",
    "INT. CAVE - NUIT\n\nNORA\nOui.\n\nMILO ^\nNon.\n\nÉLODIE\nSi.",
    { { "ÉLODIE", ACTION } },
    1,
    "H INT. CAVE - NUIT\nC= NORA\nD= Oui.\nC= MILO\nD= Non.\nA ÉLODIE\nA Si.",
    " INT|CAVE||NUIT 2",
    "NORA 1\nMILO 1" },
  { "alone when the other is none",
    "INT. CAVE - NUIT\n\nNORA\nOui.\n\nMILO ^\nNon.",
    { { "MILO", ACTION } },
    1,
    "H INT. CAVE - NUIT\nC NORA\nD Oui.\nA MILO\nA Non.",
    " INT|CAVE||NUIT 1",
    "NORA 1" },
  { "a page break is no correction, nor is an empty text",
    "INT. CAVE - NUIT\n\nIl dort.\n\n===\n\nIl rêve.",
    { { "Il dort.", PLT_PARAGRAPH_PAGE_BREAK }, { " ", HEADING } },
    0,
    "H INT. CAVE - NUIT\nA Il dort.\nB\nA Il rêve.",
    " INT|CAVE||NUIT 0",
    "" },
  { "the light above a group reaches the séquence that was missed",
    "JOUR\n\nSéquence 1 / SALON\n\nIl dort.\n\nSéquence 2 / CAVE\n\nIl descend.\n\n"
    "3 - le grenier de la maison\n\nIl monte.",
    { { "3 - le grenier de la maison", HEADING } },
    1,
    "S JOUR\nH Séquence 1 / SALON\nA Il dort.\nH Séquence 2 / CAVE\nA Il descend.\n"
    "H 3 - le grenier de la maison\nA Il monte.",
    "1 |SALON||JOUR 0\n2 |CAVE||JOUR 0\n3 |le grenier de la maison||JOUR 0",
    "" },
};

static guint
count_corrections (guint i)
{
  guint n = 0;

  while (n < MAX_CORRECTIONS && cases[i].corrections[n].text != NULL)
    n++;
  return n;
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint applied = 99;
      PltScript *read = read_fountain (cases[i].text);
      g_autoptr (PltScript) script
          = plt_script_correct (read, cases[i].corrections, count_corrections (i), &applied);
      g_autofree char *dump = plt_test_script_dump (script);
      g_autofree char *scenes = plt_test_script_scenes (script);
      g_autofree char *characters = print_characters (script);

      g_test_message ("%s", cases[i].what);
      plt_test_script_is_sound (script);
      g_assert_cmpstr (dump, ==, cases[i].dump);
      g_assert_cmpstr (scenes, ==, cases[i].scenes);
      g_assert_cmpstr (characters, ==, cases[i].characters);
      g_assert_cmpuint (applied, ==, cases[i].applied);
      if (applied == 0)
        g_assert_true (script == read);
    }
}

/* ---- laws ---- */

static GPtrArray *
read_fixtures (void)
{
  static const char *const names[] = { "phare-v1.fountain", "phare-v2.fountain", "phare-v1.fdx" };
  GPtrArray *scripts = g_ptr_array_new_with_free_func ((GDestroyNotify) plt_script_free);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path
          = g_test_build_filename (G_TEST_DIST, "fixtures", "scripts", names[i], NULL);
      g_autofree char *text = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      g_ptr_array_add (scripts, g_str_has_suffix (path, ".fdx")
                                    ? plt_fdx_read (text, length, "essai", NULL)
                                    : plt_fountain_read (text, length));
    }
  return scripts;
}

static guint
count_remarks (const PltScript *script, PltRemarkKind kind)
{
  guint n = 0;

  for (guint i = 0; i < script->remarks->len; i++)
    n += ((PltRemark *) g_ptr_array_index (script->remarks, i))->kind == kind ? 1 : 0;
  return n;
}

static void
clear_remarks (PltScript *script)
{
  g_ptr_array_set_size (script->remarks, 0);
}

/* Saying of every paragraph what it is already changes nothing, and settles guesses at most. */
static void
test_same_kind (void)
{
  g_autoptr (GPtrArray) scripts = read_fixtures ();

  for (guint i = 0; i < scripts->len; i++)
    {
      PltScript *script = g_ptr_array_index (scripts, i);
      guint kept = count_remarks (script, PLT_REMARK_KEPT);
      guint dropped = count_remarks (script, PLT_REMARK_DROPPED);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      guint n = 0;

      for (guint p = 0; p < script->paragraphs->len; p++)
        {
          const PltParagraph *paragraph = g_ptr_array_index (script->paragraphs, p);
          g_autofree char *text = g_strdup_printf ("  %s\n", paragraph->text);
          PltScriptCorrection correction = { text, paragraph->kind };

          /* One text may be two things: only what the words alone tell. */
          for (guint q = 0; q < script->paragraphs->len; q++)
            {
              const PltParagraph *other = g_ptr_array_index (script->paragraphs, q);

              if (other->kind != paragraph->kind && strcmp (other->text, paragraph->text) == 0)
                correction.text = "";
            }
          g_assert_true (plt_script_correct (script, &correction, 1, &n) == script);
        }
      g_assert_cmpuint (count_remarks (script, PLT_REMARK_KEPT), ==, kept);
      g_assert_cmpuint (count_remarks (script, PLT_REMARK_DROPPED), ==, dropped);
      clear_remarks (script);
      before = plt_script_to_json (script);
      plt_script_correct (script, NULL, 0, NULL);
      after = plt_script_to_json (script);
      g_assert_cmpstr (before, ==, after);
    }
}

/* A line made something else and back again is the script as it was. */
static void
test_there_and_back (void)
{
  g_autoptr (GPtrArray) fixtures = read_fixtures ();
  guint tried = 0;

  for (guint i = 0; i < fixtures->len; i++)
    {
      PltScript *read = g_ptr_array_index (fixtures, i);
      guint n = read->paragraphs->len;

      for (guint p = 0; p < n; p++)
        {
          g_autoptr (GPtrArray) again = read_fixtures ();
          PltScript *script = g_ptr_array_index (again, i);
          const PltParagraph *paragraph = g_ptr_array_index (read->paragraphs, p);
          PltScriptCorrection there = { paragraph->text, PLT_PARAGRAPH_TRANSITION };
          PltScriptCorrection back = { paragraph->text, paragraph->kind };
          guint applied;
          g_autofree char *before = NULL;
          g_autofree char *after = NULL;

          /* A heading loses what only its reader knew, a cue its speech: these are no round trips,
           * nor is a synopsis, which its scene keeps. */
          if (paragraph->kind != ACTION && paragraph->kind != DIALOGUE
              && paragraph->kind != BRACKET)
            continue;
          clear_remarks (script);
          before = plt_script_to_json (script);
          script = plt_script_correct (script, &there, 1, &applied);
          plt_test_script_is_sound (script);
          if (applied == 1)
            {
              tried++;
              script = plt_script_correct (script, &back, 1, NULL);
              clear_remarks (script);
              after = plt_script_to_json (script);
              g_assert_cmpstr (before, ==, after);
            }
          again->pdata[i] = script;
        }
    }
  g_assert_cmpuint (tried, >, 20);
}

/* Any corrections give a sound script with the same text in the same order. */
static void
test_random (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GPtrArray) scripts = read_fixtures ();
      guint i = (guint) g_test_rand_int_range (0, (gint32) scripts->len);
      g_autoptr (PltScript) script = g_ptr_array_steal_index (scripts, i);
      g_autoptr (GString) before = g_string_new (NULL);
      g_autoptr (GString) after = g_string_new (NULL);
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      PltScriptCorrection corrections[6];

      for (guint p = 0; p < script->paragraphs->len; p++)
        g_string_append (before, ((PltParagraph *) script->paragraphs->pdata[p])->text);
      for (guint k = 0; k < G_N_ELEMENTS (corrections); k++)
        {
          guint p = (guint) g_test_rand_int_range (0, (gint32) script->paragraphs->len);
          PltParagraph *paragraph = g_ptr_array_index (script->paragraphs, p);

          g_ptr_array_add (texts, g_strdup (paragraph->text));
          corrections[k].text = g_ptr_array_index (texts, k);
          corrections[k].kind = (PltParagraphKind) g_test_rand_int_range (0, 14);
        }
      script = plt_script_correct (g_steal_pointer (&script), corrections,
                                   G_N_ELEMENTS (corrections), NULL);
      plt_test_script_is_sound (script);
      for (guint p = 0; p < script->paragraphs->len; p++)
        g_string_append (after, ((PltParagraph *) script->paragraphs->pdata[p])->text);
      g_assert_cmpstr (before->str, ==, after->str);
    }
}

/* ---- what stays ---- */

/* A guess that is confirmed is no guess any more; the other remarks stay. */
static void
test_remarks (void)
{
  static const char text[] = "INT. CAVE - NUIT\n\nÉLODIE\nOui.\n\nELODIE\nNon.\n\n"
                             "LE GRENIER - NUIT\n\nIl monte.";
  static const PltScriptCorrection confirm = { "LE GRENIER - NUIT", HEADING };
  static const PltScriptCorrection refuse = { "LE GRENIER - NUIT", ACTION };
  static const PltScriptCorrection other = { "ELODIE", ACTION };
  const PltScriptCorrection *corrections[] = { &confirm, &refuse };
  g_autoptr (PltScript) roles = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (corrections); i++)
    {
      PltScript *read = read_fountain (text);
      g_autoptr (PltScript) script = NULL;
      guint applied;

      g_assert_true (plt_test_script_has_remark (read, PLT_REMARK_GUESSED, "LE GRENIER"));
      script = plt_script_correct (read, corrections[i], 1, &applied);
      g_assert_cmpuint (applied, ==, 1);
      g_assert_false (plt_test_script_has_remark (script, PLT_REMARK_GUESSED, "LE GRENIER"));
      g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_GUESSED, "ÉLODIE"));
      g_assert_cmpuint (script->scenes->len, ==, i == 0 ? 2 : 1);
    }
  roles = plt_script_correct (read_fountain (text), &other, 1, NULL);
  g_assert_false (plt_test_script_has_remark (roles, PLT_REMARK_GUESSED, "ÉLODIE"));
  g_assert_true (plt_test_script_has_remark (roles, PLT_REMARK_GUESSED, "LE GRENIER"));
}

/* Lengths that the file gives stay, and add up where scenes join; tags keep their passage. */
static void
test_given (void)
{
  static const char fdx[]
      = "<FinalDraft DocumentType=\"Script\"><Content>"
        "<Paragraph Type=\"Scene Heading\"><SceneProperties Length=\"1 3/8\"/>"
        "<Text>INT. CAVE - NUIT</Text></Paragraph>"
        "<Paragraph Type=\"Action\"><Text>Il descend.</Text></Paragraph>"
        "<Paragraph Type=\"Scene Heading\"><SceneProperties Length=\"2/8\" Page=\"7\"/>"
        "<Text>EXT. MER - JOUR</Text></Paragraph>"
        "<Paragraph Type=\"Action\"><Text>La lanterne</Text></Paragraph>"
        "</Content></FinalDraft>";
  static const struct
  {
    PltScriptCorrection correction;
    guint eighths[3];
  } given[] = { { { "La lanterne", CUE }, { 11, 2 } },
                { { "EXT. MER - JOUR", ACTION }, { 13 } },
                { { "Il descend.", HEADING }, { 1, 1, 2 } } };

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      g_autoptr (PltScript) script = plt_fdx_read (fdx, strlen (fdx), "essai", NULL);
      const PltScriptTag *tag;

      plt_script_add_tag (script, 3, 8, "Accessoires", "LANTERNE");
      script = plt_script_correct (g_steal_pointer (&script), &given[i].correction, 1, NULL);
      g_assert_cmpuint (script->tags->len, ==, 1);
      tag = g_ptr_array_index (script->tags, 0);
      g_assert_cmpuint (tag->paragraph, ==, 3);
      g_assert_cmpuint (((PltParagraph *) script->paragraphs->pdata[3])->page, ==, 7);
      g_assert_cmpuint (script->pages, ==, 7);
      for (guint s = 0; s < script->scenes->len; s++)
        g_assert_cmpuint (((PltScene *) script->scenes->pdata[s])->eighths, ==,
                          given[i].eighths[s]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/script-correct/cases", test_cases);
  g_test_add_func ("/script-correct/same-kind", test_same_kind);
  g_test_add_func ("/script-correct/there-and-back", test_there_and_back);
  g_test_add_func ("/script-correct/random", test_random);
  g_test_add_func ("/script-correct/remarks", test_remarks);
  g_test_add_func ("/script-correct/given", test_given);
  return g_test_run ();
}
