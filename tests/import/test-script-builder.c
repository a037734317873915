/* What readers share: names in cues, lengths, what belongs to which scene. */
#include <string.h>

#include "plt-script-builder.h"
#include "script-dump.h"

static void
test_cue_names (void)
{
  static const struct
  {
    const char *cue, *name;
  } cases[] = {
    { "NORA", "NORA" },
    { "  NORA  ", "NORA" },
    { "NORA (voix off)", "NORA" },
    { "NORA (V.O.)(SUITE)", "NORA" },
    { "NORA ^", "NORA" },
    { "NORA (OFF) ^", "NORA" },
    { "NORA, OFF", "NORA" },
    { "NORA, voix off", "NORA" },
    { "NORA V.O.", "NORA" },
    { "NORA :", "NORA" },
    { "LE COFF", "LE COFF" },
    { "GEOFF", "GEOFF" },
    { "OFF", "OFF" },
    { "JEAN  PAUL", "JEAN PAUL" },
    { "NORA\302\240", "NORA" }, /* of a text that was pasted from the web */
    { "JEAN\302\240PAUL (off)", "JEAN PAUL" },
    { "L’HOMME N° 2", "L’HOMME N° 2" },
    { "(voix)", "(voix)" },
    { "", "" },
    { ":", ":" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = plt_script_cue_name (cases[i].cue, -1);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
add (PltScriptBuilder *builder, PltParagraphKind kind, const char *text)
{
  plt_script_builder_add (builder, kind, 1, text, strlen (text));
}

static PltScene *
add_heading (PltScriptBuilder *builder, const char *text)
{
  PltHeading heading = { NULL };
  PltScene *scene;

  plt_heading_parse (text, -1, TRUE, &heading);
  scene = plt_script_builder_add_heading (builder, 1, text, strlen (text), &heading,
                                          PLT_HEADING_SURE);
  plt_heading_clear (&heading);
  return scene;
}

/* Words have a letter or a figure; brackets are neither spoken nor played. */
static void
test_words (void)
{
  g_autoptr (PltScriptBuilder) builder = plt_script_builder_new ("essai");
  PltScene *scene = add_heading (builder, "INT. CAVE - NUIT");

  add (builder, PLT_PARAGRAPH_ACTION, "Il entre – deux pas…  et\nsort. 3 h 20 !");
  plt_script_builder_add_cue (builder, 1, "NORA", 4, FALSE);
  add (builder, PLT_PARAGRAPH_PARENTHETICAL, "(très bas)");
  add (builder, PLT_PARAGRAPH_DIALOGUE, "Qu’est-ce que c’est ? – Rien.");
  add (builder, PLT_PARAGRAPH_LYRIC, "La mer");
  add (builder, PLT_PARAGRAPH_NOTE, "une note ne compte pas");
  add (builder, PLT_PARAGRAPH_TRANSITION, "COUPE SUR :");
  g_assert_cmpuint (scene->action_words, ==, 9);
  g_assert_cmpuint (scene->dialogue_words, ==, 6);
  g_assert_cmpuint (scene->cues, ==, 1);
  plt_script_free (plt_script_builder_finish (builder));
}

/* Notes, synopses and sections take no room; a length that the file gives is kept and counts. */
static void
test_lengths (void)
{
  g_autoptr (PltScriptBuilder) builder = plt_script_builder_new ("essai");
  g_autoptr (PltScript) script = NULL;
  PltScene *scene;

  add_heading (builder, "INT. A - JOUR");
  for (guint i = 0; i < 200; i++)
    {
      add (builder, PLT_PARAGRAPH_NOTE, "note");
      add (builder, PLT_PARAGRAPH_SYNOPSIS, "résumé");
    }
  add_heading (builder, "INT. B - JOUR");
  plt_script_builder_set_eighths (builder, 20);
  add (builder, PLT_PARAGRAPH_ACTION, "Un mot.");
  script = plt_script_builder_finish (builder);
  plt_test_script_is_sound (script);
  scene = g_ptr_array_index (script->scenes, 0);
  g_assert_cmpuint (scene->eighths, ==, 1);
  scene = g_ptr_array_index (script->scenes, 1);
  g_assert_cmpuint (scene->eighths, ==, 20);
  g_assert_cmpuint (script->pages, ==, 1); /* of what it holds, whatever the file says of lengths */
}

/* The sum of the lengths is the length of the whole, within half an eighth a scene and the white at
 * the foot of pages. */
static void
test_sum (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (PltScriptBuilder) builder = plt_script_builder_new ("essai");
      g_autoptr (PltScript) script = NULL;
      gint sum = 0;

      for (int scenes = g_test_rand_int_range (1, 40); scenes > 0; scenes--)
        {
          add_heading (builder, "INT. A - JOUR");
          for (int lines = g_test_rand_int_range (4, 60); lines > 0; lines--)
            add (builder, PLT_PARAGRAPH_ACTION, "Quelques mots.");
        }
      script = plt_script_builder_finish (builder);
      plt_test_script_is_sound (script);
      for (guint i = 0; i < script->scenes->len; i++)
        sum += (gint) ((PltScene *) g_ptr_array_index (script->scenes, i))->eighths;
      g_assert_cmpint (ABS (sum - (gint) script->pages * 8), <=,
                       (gint) (script->scenes->len / 2 + script->pages + 8));
    }
}

/* ---- pages ---- */

/* What each letter adds: H heading, A action of one line, a digit n action of n lines, C a name,
 * = a name beside, D a line of dialogue, L six lines of it, P a bracket, N a note, B a page break,
 * T a line of the title page. */
static void
add_letter (PltScriptBuilder *builder, char letter)
{
  g_autoptr (GString) lines = g_string_new ("Un mot.");
  guint n = letter == 'L' ? 6 : g_ascii_isdigit (letter) ? (guint) (letter - '0') : 1;

  for (guint i = 1; i < n; i++)
    g_string_append (lines, "\nUn mot.");
  switch (letter)
    {
    case 'H':
      add_heading (builder, "INT. A - JOUR");
      break;
    case 'C':
    case '=':
      plt_script_builder_add_cue (builder, 1, "NORA", 4, letter == '=');
      break;
    case 'D':
    case 'L':
      add (builder, PLT_PARAGRAPH_DIALOGUE, lines->str);
      break;
    case 'P':
      add (builder, PLT_PARAGRAPH_PARENTHETICAL, "(bas)");
      break;
    case 'N':
      add (builder, PLT_PARAGRAPH_NOTE, "note");
      break;
    case 'B':
      add (builder, PLT_PARAGRAPH_PAGE_BREAK, "");
      break;
    case 'T':
      add (builder, PLT_PARAGRAPH_TITLE, "LA PASSE");
      break;
    default:
      add (builder, PLT_PARAGRAPH_ACTION, lines->str);
      break;
    }
}

static void
test_pages (void)
{
  /* After H and 26 A, 53 lines of the 55 are used: H 1, then 2 each. */
#define FULL "HAAAAAAAAAAAAAAAAAAAAAAAAAA"
  static const struct
  {
    const char *what, *letters, *pages;
    guint n;
  } cases[] = {
    { "one line more fits with its space", FULL "A", "1", 1 },
    { "and no further", FULL "AA", "12", 2 },
    { "a heading does not stand alone at the foot", FULL "HA", "22", 2 },
    { "nor alone before a page break, which it meets anyway", FULL "HBA", "112", 2 },
    { "a name is not parted from its speech", FULL "CD", "22", 2 },
    { "nor from its brackets", "HAAAAAAAAAAAAAAAAAAAAAAAAACPPD", "2222", 2 },
    { "where both have room they stay", "HAAAAAAAAAAAAAAAAAAAAAAAAACD", "11", 1 },
    { "three lines are not cut", "HAAAAAAAAAAAAAAAAAAAAAAAAA3", "1", 1 },
    { "so they go over whole", FULL "3", "2", 2 },
    { "four are, two and two", "HAAAAAAAAAAAAAAAAAAAAAAAAA41", "12", 2 },
    { "a speech too, and it takes two lines more", "HAAAAAAAAAAAAAAAAAAAAAAAACLA", "112", 2 },
    { "a page break is obeyed, once on an empty page", "HABBAHA", "1112222", 2 },
    { "and makes no page at the end", "HAB", "1", 1 },
    { "notes are where they stand and take no room", FULL "NNNNA", "1", 1 },
    { "two that speak together begin at one line", "HAAAAAAAAAAAAAAAAAAAAAAAACLC=DA", NULL, 2 },
  };
#undef FULL

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltScriptBuilder) builder = plt_script_builder_new ("essai");
      g_autoptr (PltScript) script = NULL;
      gsize n = cases[i].pages != NULL ? strlen (cases[i].pages) : 0;

      g_test_message ("%s", cases[i].what);
      for (const char *p = cases[i].letters; *p != '\0'; p++)
        add_letter (builder, *p);
      script = plt_script_builder_finish (builder);
      plt_test_script_is_sound (script);
      g_assert_cmpuint (script->pages, ==, cases[i].n);
      for (gsize k = 0; k < n; k++)
        {
          const PltParagraph *paragraph
              = g_ptr_array_index (script->paragraphs, script->paragraphs->len - n + k);

          g_assert_cmpuint (paragraph->page, ==, (guint) (cases[i].pages[k] - '0'));
        }
    }
}

/* No page holds more than it can: whatever stands between two paragraphs of a page fits on it. */
static void
test_pages_hold (void)
{
  static const char letters[] = "HHAAAAAA24679CDCLCPDCPLCD=DNB";

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (PltScriptBuilder) builder = plt_script_builder_new ("essai");
      g_autoptr (PltScript) script = NULL;
      guint page = 0, lines = 0;

      add_letter (builder, 'T');
      for (int n = g_test_rand_int_range (1, 300); n > 0; n--)
        add_letter (builder, letters[g_test_rand_int_range (0, sizeof letters - 1)]);
      script = plt_script_builder_finish (builder);
      plt_test_script_is_sound (script);
      for (guint i = 0; i < script->paragraphs->len; i++)
        {
          const PltParagraph *paragraph = g_ptr_array_index (script->paragraphs, i);

          if (paragraph->page != page)
            {
              g_assert_cmpuint (paragraph->page, ==, page + 1);
              lines = 0;
            }
          page = paragraph->page;
          if (paragraph->kind == PLT_PARAGRAPH_TITLE || paragraph->kind == PLT_PARAGRAPH_NOTE
              || paragraph->kind == PLT_PARAGRAPH_PAGE_BREAK)
            continue;
          g_assert_cmpuint (lines, <=, PLT_PAGE_LINES); /* the first has no space above */
          lines += paragraph->dual ? 0
                                   : 1
                                         + (paragraph->kind != PLT_PARAGRAPH_DIALOGUE
                                            && paragraph->kind != PLT_PARAGRAPH_PARENTHETICAL);
        }
    }
}

static void
test_given_pages (void)
{
  static const char *const pages[] = { "0", "1", "1", "3", "3", "5", "5" };
  g_autoptr (PltScriptBuilder) builder = plt_script_builder_new ("essai");
  g_autoptr (PltScriptBuilder) other = plt_script_builder_new ("essai");
  g_autoptr (PltScript) script = NULL;
  g_autoptr (PltScript) laid = NULL;

  add_letter (builder, 'T');
  plt_script_builder_set_page (builder, 1);
  add_letter (builder, 'H');
  add_letter (builder, 'A');
  plt_script_builder_set_page (builder, 3);
  add_letter (builder, 'H');
  plt_script_builder_set_page (builder, 2); /* never back */
  add_letter (builder, 'A');
  plt_script_builder_set_page (builder, 5);
  add_letter (builder, 'A');
  add_letter (builder, 'A');
  plt_script_builder_set_page (builder, 6); /* where the last goes on */
  script = plt_script_builder_finish (builder);
  plt_test_script_is_sound (script);
  g_assert_cmpuint (script->pages, ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    g_assert_cmpuint (((PltParagraph *) script->paragraphs->pdata[i])->page, ==,
                      (guint) g_ascii_strtoull (pages[i], NULL, 10));

  /* The pages of headings alone: what follows is counted on from there, absurd ones are not
   * believed. */
  add_letter (other, 'H');
  plt_script_builder_set_heading_page (other, 4);
  for (guint i = 0; i < 30; i++)
    add_letter (other, 'A');
  add_letter (other, 'H');
  plt_script_builder_set_heading_page (other, G_MAXUINT);
  add_letter (other, 'H');
  plt_script_builder_set_heading_page (other, 2);
  add_letter (other, 'H');
  plt_script_builder_set_heading_page (other, 7);
  laid = plt_script_builder_finish (other);
  plt_test_script_is_sound (laid);
  g_assert_cmpuint (((PltScene *) laid->scenes->pdata[0])->page, ==, 4);
  g_assert_cmpuint (((PltParagraph *) laid->paragraphs->pdata[30])->page, ==, 5);
  g_assert_cmpuint (((PltScene *) laid->scenes->pdata[1])->page, ==, 5);
  g_assert_cmpuint (((PltScene *) laid->scenes->pdata[2])->page, ==, 5);
  g_assert_cmpuint (((PltScene *) laid->scenes->pdata[3])->page, ==, 7);
  g_assert_cmpuint (laid->pages, ==, 7);
}

static void
test_compose (void)
{
  g_autofree char *apart = plt_script_compose (g_strdup ("E\314\201te\314\201"));
  g_autofree char *plain = plt_script_compose (g_strdup ("Été"));

  g_assert_cmpstr (apart, ==, "Été");
  g_assert_cmpstr (plain, ==, "Été");
}

static void
test_title_lines (void)
{
  static const struct
  {
    const char *lines, *title, *author;
  } cases[] = {
    { "LA|PASSE||Un scénario de|Maëlle", "LA PASSE", "Maëlle" },
    { "LA PASSE|écrit par|A. et B.", "LA PASSE", "A. et B." },
    { "LA PASSE||version 3||12 mai", "LA PASSE", "" },
    { "||LA PASSE", "LA PASSE", "" },
    { "BIG|Written by|", "BIG", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltScriptBuilder) builder = plt_script_builder_new ("essai");
      g_auto (GStrv) lines = g_strsplit (cases[i].lines, "|", -1);
      PltScript *script = plt_script_builder_get_script (builder);

      for (guint k = 0; lines[k] != NULL; k++)
        plt_script_builder_add_title_line (builder, k + 1, lines[k], strlen (lines[k]));
      g_assert_cmpstr (script->title, ==, cases[i].title);
      g_assert_cmpstr (script->author, ==, cases[i].author);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/script-builder/cue-names", test_cue_names);
  g_test_add_func ("/script-builder/words", test_words);
  g_test_add_func ("/script-builder/lengths", test_lengths);
  g_test_add_func ("/script-builder/sum", test_sum);
  g_test_add_func ("/script-builder/pages", test_pages);
  g_test_add_func ("/script-builder/pages-hold", test_pages_hold);
  g_test_add_func ("/script-builder/given-pages", test_given_pages);
  g_test_add_func ("/script-builder/compose", test_compose);
  g_test_add_func ("/script-builder/title-lines", test_title_lines);
  return g_test_run ();
}
