/* Final Draft for production: tags on words, notes by their place, revisions, beats, boards. */
#include <string.h>

#include "plt-error.h"
#include "plt-fdx.h"
#include "script-dump.h"

#define HEADING                                                                                    \
  "<Paragraph Number=\"1\" Type=\"Scene Heading\"><Text>INT. A - JOUR</Text></Paragraph>"
#define P(type, text) "<Paragraph Type=\"" type "\"><Text>" text "</Text></Paragraph>"
#define DATA                                                                                       \
  "<TagData><TagCategories>"                                                                       \
  "<TagCategory Color=\"#0\" Id=\"c1\" Name=\"Props\" Number=\"1\" Style=\"Bold\"/>"               \
  "<TagCategory Id=\"c2\" Name=\"Véhicules\" Number=\"2\"/></TagCategories>"                      \
  "<TagDefinitions>"                                                                               \
  "<TagDefinition CatId=\"c1\" Id=\"d1\" Label=\"LANTERNE\" Number=\"1\"/>"                        \
  "<TagDefinition CatId=\"c2\" Id=\"d2\" Label=\"CAMION\" Number=\"2\"/>"                          \
  "<TagDefinition CatId=\"none\" Id=\"d3\" Label=\"ÉCHELLE\" Number=\"3\"/></TagDefinitions>"     \
  "<Tags><Tag Number=\"1\"><DefId>d1</DefId></Tag><Tag Number=\"2\"><DefId> d2 </DefId></Tag>"     \
  "<Tag Number=\"3\"><DefId>d1</DefId><DefId>d3</DefId></Tag>"                                     \
  "<Tag Number=\"4\"><DefId>nowhere</DefId></Tag></Tags></TagData>"

static PltScript *
read_file (const char *content, const char *after)
{
  g_autofree char *file
      = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                         "<FinalDraft Version=\"5\"><Content>%s</Content>%s</FinalDraft>",
                         content, after);
  g_autoptr (GError) error = NULL;
  PltScript *script = plt_fdx_read (file, strlen (file), "essai.fdx", &error);

  g_assert_no_error (error);
  plt_test_script_is_sound (script);
  return script;
}

static void
test_tags (void)
{
  static const struct
  {
    const char *paragraph;
    const char *tags; /* passage=category:name, one a line */
  } cases[] = {
    { "<Text>Une </Text><Text TagNumber=\"1\">lanterne</Text><Text> brûle.</Text>",
      "lanterne=Props:LANTERNE" },
    /* letters beyond ASCII before it, and spaces at its ends */
    { "<Text>Été, près de l’</Text><Text TagNumber=\"2\"> énorme camion </Text><Text>.</Text>",
      "énorme camion=Véhicules:CAMION" },
    /* cut by a change of style, joined again */
    { "<Text TagNumber=\"1\">la vieille </Text><Text Style=\"Italic\" "
      "TagNumber=\"1\">lanterne</Text>",
      "la vieille lanterne=Props:LANTERNE" },
    /* two passages of one tag */
    { "<Text TagNumber=\"1\">lanterne</Text><Text> ou </Text><Text TagNumber=\"1\">lampe</Text>",
      "lanterne=Props:LANTERNE\nlampe=Props:LANTERNE" },
    /* several numbers, several definitions, a category that is not named */
    { "<Text TagNumber=\"1,2\">tout</Text>", "tout=Props:LANTERNE\ntout=Véhicules:CAMION" },
    { "<Text TagNumber=\"3\">tout</Text>", "tout=Props:LANTERNE\ntout=:ÉCHELLE" },
    /* spaces before the paragraph, accents apart */
    { "<Text>  \n Cafe\314\201, </Text><Text TagNumber=\"1\">e\314\201clat</Text>",
      "éclat=Props:LANTERNE" },
    { "<Text TagNumber=\"1\" Style=\"Bold+AllCaps\">lanterne</Text>", "LANTERNE=Props:LANTERNE" },
    /* nothing to mark, nothing defined */
    { "<Text TagNumber=\"1\"></Text><Text>Rien.</Text>", "" },
    { "<Text TagNumber=\"1\">  </Text><Text>Rien.</Text>", "" },
    { "<Text TagNumber=\"4\">quatre</Text><Text TagNumber=\"99\">neuf</Text>", "" },
    { "<Text TagNumber=\"\">a</Text><Text TagNumber=\",,\">b</Text>", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body = g_strconcat (HEADING "<Paragraph Type=\"Action\">",
                                           cases[i].paragraph, "</Paragraph>", NULL);
      g_autoptr (PltScript) script = read_file (body, DATA);
      g_autoptr (GString) got = g_string_new (NULL);

      for (guint t = 0; t < script->tags->len; t++)
        {
          const PltScriptTag *tag = g_ptr_array_index (script->tags, t);
          const PltParagraph *paragraph = g_ptr_array_index (script->paragraphs, tag->paragraph);
          g_autofree char *words
              = g_utf8_substring (paragraph->text, tag->start, tag->start + tag->length);

          g_string_append_printf (got, "%s%s=%s:%s", t > 0 ? "\n" : "", words, tag->category,
                                  tag->name);
        }
      g_assert_cmpstr (got->str, ==, cases[i].tags);
    }
}

/* The number in the margin stands before the text of a heading; the title page, which comes last in
 * the file and first in the script, moves nothing. */
static void
test_tag_places (void)
{
  g_autoptr (PltScript) script
      = read_file ("<Paragraph Number=\"12A\" Type=\"Scene Heading\"><Text>EXT. </Text>"
                   "<Text TagNumber=\"2\">CAMION</Text><Text> - NUIT</Text></Paragraph>",
                   DATA "<TitlePage><Content>" P ("General", "La Route")
                       P ("General", "Un film") "</Content></TitlePage>");
  const PltScriptTag *tag = g_ptr_array_index (script->tags, 0);

  g_assert_cmpuint (script->tags->len, ==, 1);
  g_assert_cmpuint (tag->paragraph, ==, 2);
  g_assert_cmpuint (tag->start, ==, strlen ("12A. EXT. "));
  g_assert_cmpuint (tag->length, ==, 6);
}

static void
test_undefined_tag (void)
{
  g_autoptr (PltScript) script
      = read_file (HEADING "<Paragraph Type=\"Action\"><Text TagNumber=\"7\">deux bols</Text>"
                           "</Paragraph>",
                   "");

  g_assert_cmpuint (script->tags->len, ==, 0);
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_KEPT, "“deux bols” carries a tag"));
}

/* ---- notes ---- */

/* Ranges count paragraphs in UTF-16 units, each with one for its end, blocks as two. */
static void
test_note_places (void)
{
  /* starts: 0 heading (13), 14 "Un 🎬 plan." (11: two units for the sign), 26 the dialogue, 29 */
  static const char body[] = HEADING P (
      "Action",
      "Un \360\237\216\254 plan.") "<Paragraph Type=\"General\"><DualDialogue>" P ("Character", "A")
      P ("Dialogue", "Oui.") P ("Character", "B")
          P ("Dialogue", "Non.") "</DualDialogue></Paragraph>" P (
              "Action",
              "Fin.") "<Paragraph Number=\"2\" Type=\"Scene Heading\"><Text>EXT. B - NUIT</Text>"
                      "</Paragraph>" P ("Action", "Mer.");
  static const struct
  {
    const char *range, *dump;
  } cases[] = {
    { "0,3", "H 1. INT. A - JOUR\nN note\nA Un 🎬 plan." },
    { "13,14", "H 1. INT. A - JOUR\nN note\nA Un 🎬 plan." },
    { "14,20", "A Un 🎬 plan.\nN note\nC= A" },
    { "20,14", "A Un 🎬 plan.\nN note\nC= A" },
    { "24,24", "A Un 🎬 plan.\nN note\nC= A" },
    { "26,27", "D= Non.\nN note\nA Fin." },
    { "29,30", "A Fin.\nN note\nH 2. EXT. B - NUIT" },
    { "34,40", "H 2. EXT. B - NUIT\nN note\nA Mer." },
    { "48,50", "A Mer.\nN note" },
    { "99999999999999999999,1000000000000", "A Mer.\nN note" },
    { "abc", "A Mer.\nN note" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *notes = g_strdup_printf (
          "<ScriptNotes><ScriptNote Id=\"1\" Range=\"%s\" WriterName=\"X\"><Paragraph>"
          "<Text>note</Text></Paragraph></ScriptNote></ScriptNotes>",
          cases[i].range);
      g_autoptr (PltScript) script = read_file (body, notes);
      g_autofree char *dump = plt_test_script_dump (script);

      if (strstr (dump, cases[i].dump) == NULL)
        g_error ("%s: “%s” is not in “%s”", cases[i].range, cases[i].dump, dump);
    }
}

/* Notes in any order, several beside one paragraph. */
static void
test_many_notes (void)
{
  g_autoptr (PltScript) script = read_file (
      HEADING P ("Action", "Un.") P ("Action", "Deux."),
      "<ScriptNotes><ScriptNote Range=\"18,19\"><Paragraph><Text>c</Text></Paragraph></ScriptNote>"
      "<ScriptNote Range=\"0,1\"><Paragraph><Text>a</Text></Paragraph>"
      "<Paragraph><Text>b</Text></Paragraph></ScriptNote></ScriptNotes>");
  g_autofree char *dump = plt_test_script_dump (script);

  g_assert_cmpstr (dump, ==, "H 1. INT. A - JOUR\nN a\nN b\nA Un.\nA Deux.\nN c");
}

/* A note that points nowhere stands on the last page: of a script whose title page the file keeps
 * behind it, and of one that has nothing else. */
static void
test_lost_note (void)
{
  static const char note[] = "<ScriptNotes><ScriptNote Range=\"900,901\"><Paragraph><Text>x</Text>"
                             "</Paragraph></ScriptNote></ScriptNotes>";
  g_autofree char *titled
      = g_strconcat (note,
                     "<TitlePage><Content><Paragraph><Text>LA PASSE</Text></Paragraph></Content>"
                     "</TitlePage>",
                     NULL);
  const char *const bodies[] = { HEADING P ("Action", "Un."), "" };
  const char *const rests[] = { titled, note };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (PltScript) script = read_file (bodies[i], rests[i]);
      const PltParagraph *last
          = g_ptr_array_index (script->paragraphs, script->paragraphs->len - 1);

      plt_test_script_is_sound (script);
      g_assert_cmpint (last->kind, ==, PLT_PARAGRAPH_NOTE);
      g_assert_cmpuint (last->page, ==, 1);
    }
}

/* ---- beside the script ---- */

static void
test_beside (void)
{
  g_autoptr (PltScript) script = read_file (
      "<Paragraph Type=\"Scene Heading\"><SceneProperties Length=\"4/8\" Page=\"12A\" Number=\"7\" "
      "Title=\"La fuite\"><Summary><Paragraph><Text>Elle part.</Text></Paragraph></Summary>"
      "<SceneArcBeats><CharacterArcBeat Name=\"NORA\"><Paragraph><Text>Elle ose.</Text></Paragraph>"
      "</CharacterArcBeat><CharacterArcBeat Name=\"ODILE\"/></SceneArcBeats></SceneProperties>"
      "<Text>INT. A - JOUR</Text></Paragraph>"
      "<Paragraph Type=\"Action\" StartsNewPage=\"Yes\"><Text RevisionID=\"2\">Neuf.</Text>"
      "<Text RevisionID=\"0\"> Vieux.</Text></Paragraph>" P ("Outline 2 (Parties)", "Deux")
          P ("End of Act", "FIN"),
      "<Outline><Content>" P (
          "Action", "Un plan du film") "</Content></Outline>"
                                       "<LockedPages><LockedPage Number=\"1\"/><LockedPage "
                                       "Number=\"2\"/></LockedPages>"
                                       "<HeaderAndFooter><Header><Paragraph><Text>.</Text></"
                                       "Paragraph></Header></HeaderAndFooter>");
  const PltScene *scene = g_ptr_array_index (script->scenes, 0);
  g_autofree char *dump = plt_test_script_dump (script);

  g_assert_cmpstr (dump, ==,
                   "H 7. INT. A - JOUR\nY La fuite\nY Elle part.\nN NORA\302\240: Elle ose.\nB\n"
                   "A Neuf. Vieux.\nS Deux\nS FIN");
  g_assert_cmpstr (scene->synopsis, ==, "La fuite\nElle part.");
  g_assert_cmpstr (scene->number, ==, "7");
  g_assert_cmpuint (scene->page, ==, 12);
  g_assert_cmpuint (scene->eighths, ==, 4);
  g_assert_cmpuint (((PltParagraph *) g_ptr_array_index (script->paragraphs, 6))->depth, ==, 2);
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_KEPT, "1 passage"));
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_KEPT, "locked"));
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_DROPPED, "Un plan du film"));
  g_assert_false (plt_test_script_has_remark (script, PLT_REMARK_DROPPED, "Headers"));
}

static void
test_omitted (void)
{
  static const char *const words[]
      = { "OMITTED", "Omitted", "OMISE", "OMIS", "Supprimée", "SCÈNE OMISE", "(OMITTED)", "OMIT" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *body = g_strdup_printf (
          "<Paragraph Number=\"21A\" Type=\"Scene Heading\"><Text>%s</Text><OmittedScene>"
          "<Paragraph Type=\"Scene Heading\"><SceneProperties Length=\"2/8\" Page=\"9\"/>"
          "<Text TagNumber=\"1\">EXT. COUR - SOIR</Text></Paragraph></OmittedScene></Paragraph>",
          words[i]);
      g_autoptr (PltScript) script = read_file (body, DATA);
      const PltScene *scene = g_ptr_array_index (script->scenes, 0);

      g_assert_cmpuint (script->scenes->len, ==, 1);
      g_assert_cmpstr (scene->number, ==, "21A");
      g_assert_cmpstr (scene->heading, ==, words[i]);
      g_assert_cmpstr (scene->int_ext, ==, "");
      g_assert_cmpstr (scene->effect, ==, "");
      g_assert_cmpstr (scene->set, ==, "");
      g_assert_cmpuint (scene->eighths, ==, 1);
      g_assert_cmpuint (script->tags->len, ==, 0);
    }
}

static void
test_french_types (void)
{
  g_autoptr (PltScript) script = read_file (
      P ("En-tête de scène", "INT. A - JOUR") P ("Plan", "Gros plan") P ("Personnage", "NORA")
          P ("Parenthèses", "(bas)") P ("Dialogue", "Oui.") P ("Transition", "NOIR.")
              P ("Centré", "FIN") P ("Liste des personnages", "Nora"),
      "");
  g_autofree char *dump = plt_test_script_dump (script);

  g_assert_cmpstr (dump, ==,
                   "H INT. A - JOUR\nA Gros plan\nC NORA\nP (bas)\nD Oui.\nT NOIR.\nE FIN\nA Nora");
}

/* ---- hostile ---- */

/* Many tags on one long paragraph, each with many definitions, and all with one id. */
static void
test_hostile (void)
{
  g_autoptr (GString) body = g_string_new (HEADING "<Paragraph Type=\"Action\">");
  g_autoptr (GString) data = g_string_new ("<TagData><TagCategories/><TagDefinitions>");
  g_autoptr (PltScript) script = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (body, "<Text TagNumber=\"%u,1,2,%u\">é%u</Text><Text> </Text>", i,
                            i % 7, i);
  g_string_append (body, "</Paragraph>");
  for (guint i = 0; i < 5000; i++)
    g_string_append (data, "<TagDefinition CatId=\"c\" Id=\"d\" Label=\"X\"/>");
  g_string_append (data, "</TagDefinitions><Tags><Tag Number=\"1\">");
  for (guint i = 0; i < 5000; i++)
    g_string_append (data, "<DefId>d</DefId>");
  g_string_append (data, "</Tag><Tag Number=\"1\"><DefId>d</DefId></Tag></Tags></TagData>");
  script = read_file (body->str, data->str);
  g_assert_cmpuint (script->tags->len, <=, 20000 * 2 * 8);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fdx-tags/tags", test_tags);
  g_test_add_func ("/fdx-tags/places", test_tag_places);
  g_test_add_func ("/fdx-tags/undefined", test_undefined_tag);
  g_test_add_func ("/fdx-tags/note-places", test_note_places);
  g_test_add_func ("/fdx-tags/many-notes", test_many_notes);
  g_test_add_func ("/fdx-tags/beside", test_beside);
  g_test_add_func ("/fdx-tags/omitted", test_omitted);
  g_test_add_func ("/fdx-tags/french-types", test_french_types);
  g_test_add_func ("/fdx-tags/lost-note", test_lost_note);
  g_test_add_func ("/fdx-tags/hostile", test_hostile);
  return g_test_run ();
}
