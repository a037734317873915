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
  g_assert_cmpuint (script->pages, ==, 3); /* 2 4/8, and the first scene's 2 lines */
}

/* The sum of the lengths is the length of the whole, within half an eighth a scene. */
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
                       (gint) script->scenes->len / 2 + 8);
    }
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
  g_test_add_func ("/script-builder/compose", test_compose);
  g_test_add_func ("/script-builder/title-lines", test_title_lines);
  return g_test_run ();
}
