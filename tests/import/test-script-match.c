/* Which scene is which: matching two drafts, and who is in a scene. */
#include <string.h>

#include "plt-fountain.h"
#include "plt-script-match.h"
#include "plt-script-roles.h"

/* ---- matching ---- */

static char *
match (const char *old_text, const char *new_text)
{
  g_autoptr (PltScript) old_script = plt_fountain_read (old_text, strlen (old_text));
  g_autoptr (PltScript) new_script = plt_fountain_read (new_text, strlen (new_text));
  g_autoptr (GArray) old_sketches = plt_scene_sketches_of (old_script);
  g_autoptr (GArray) new_sketches = plt_scene_sketches_of (new_script);
  g_autofree gint *matches = plt_script_match (old_sketches, new_sketches);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < new_script->scenes->len; i++)
    g_string_append_printf (out, "%s%d", i > 0 ? " " : "", matches[i]);
  return g_string_free (out, FALSE);
}

#define CAT "Le chat dort longtemps contre la fenêtre ouverte.\n\n"
#define RAIN "Une pluie froide tombe sur les toits de zinc.\n\n"
#define DOG "Trois chiens aboient derrière cette porte fermée.\n\n"
#define SEA "Personne ne regarde jamais vraiment la marée haute.\n\n"

static void
test_match (void)
{
  static const struct
  {
    const char *old_text, *new_text, *matches;
  } cases[] = {
    /* the same */
    { "1. INT. A - JOUR\n\n" CAT "2. INT. B - JOUR\n\n" RAIN,
      "1. INT. A - JOUR\n\n" CAT "2. INT. B - JOUR\n\n" RAIN, "0 1" },
    /* one inserted, one cut */
    { "INT. A - JOUR\n\n" CAT "INT. B - JOUR\n\n" RAIN,
      "INT. C - JOUR\n\n" DOG "INT. B - JOUR\n\n" RAIN, "-1 1" },
    /* moved */
    { "INT. A - JOUR\n\n" CAT "INT. B - JOUR\n\n" RAIN,
      "INT. B - JOUR\n\n" RAIN "INT. A - JOUR\n\n" CAT, "1 0" },
    /* two with one heading, changed places */
    { "INT. A - JOUR\n\n" CAT "INT. A - JOUR\n\n" RAIN,
      "INT. A - JOUR\n\n" RAIN "INT. A - JOUR\n\n" CAT, "1 0" },
    /* two with one heading and no text stay where they are */
    { "INT. A - JOUR\n\nINT. A - JOUR\n", "INT. A - JOUR\n\nINT. A - JOUR\n", "0 1" },
    /* renumbered from 2 on */
    { "1. INT. A - JOUR\n\n" CAT "2. INT. B - JOUR\n\n" RAIN "3. INT. C - JOUR\n\n" DOG,
      "1. INT. A - JOUR\n\n" CAT "2. INT. Z - JOUR\n\n" SEA "3. INT. B - JOUR\n\n" RAIN
      "4. INT. C - JOUR\n\n" DOG,
      "0 -1 1 2" },
    /* the set and the light changed, the text did not */
    { "INT. A - JOUR\n\n" CAT, "EXT. B - NUIT\n\n" CAT, "0" },
    /* everything changed but the number */
    { "7Bis INT. A - JOUR\n\n" CAT, "7BIS EXT. B - NUIT\n\n" DOG, "0" },
    /* everything changed but the heading, and no other claims it */
    { "INT. A - JOUR\n\n" CAT, "INT. A - JOUR\n\n" DOG, "0" },
    /* everything changed, no number */
    { "INT. A - JOUR\n\n" CAT, "EXT. B - NUIT\n\n" DOG, "-1" },
    { "INT. A - JOUR\n", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *matches = match (cases[i].old_text, cases[i].new_text);

      g_test_message ("%s", cases[i].new_text);
      g_assert_cmpstr (matches, ==, cases[i].matches);
    }
}

static void
test_likeness (void)
{
  g_autoptr (GArray) sketches = plt_scene_sketches_new ();
  static const char *const texts[]
      = { "chien chats lions tigre", "CHIEN, chats : ours gris", "", "a b c" };
  PltSceneSketch *s;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      plt_scene_sketches_add (sketches, "", "");
      s = &g_array_index (sketches, PltSceneSketch, i);
      plt_scene_sketch_add_text (s, texts[i]);
      plt_scene_sketch_close (s);
    }
  s = &g_array_index (sketches, PltSceneSketch, 0);
  g_assert_cmpuint (plt_scene_likeness (s, s), ==, 1000);
  g_assert_cmpuint (plt_scene_likeness (s, s + 1), ==, 500); /* 2 of 4 and 4 */
  g_assert_cmpuint (plt_scene_likeness (s, s + 2), ==, 0);
  g_assert_cmpuint (plt_scene_likeness (s + 2, s + 3), ==,
                    1000); /* words of one letter do not count */
}

/* Each old scene at most once, whatever the drafts. */
static void
test_match_property (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GArray) old_sketches = plt_scene_sketches_new ();
      g_autoptr (GArray) new_sketches = plt_scene_sketches_new ();
      GArray *both[] = { old_sketches, new_sketches };
      g_autofree gint *matches = NULL;
      g_autofree guint8 *used = NULL;

      for (guint side = 0; side < 2; side++)
        for (int i = g_test_rand_int_range (0, 20); i > 0; i--)
          {
            g_autofree char *number = g_strdup_printf ("%d", g_test_rand_int_range (0, 9));
            g_autofree char *heading = g_strdup_printf ("%d", g_test_rand_int_range (0, 5));
            PltSceneSketch *sketch;

            plt_scene_sketches_add (both[side], g_test_rand_bit () ? number : "",
                                    g_test_rand_bit () ? heading : "");
            sketch = &g_array_index (both[side], PltSceneSketch, both[side]->len - 1);
            for (int w = g_test_rand_int_range (0, 6); w > 0; w--)
              {
                g_autofree char *word = g_strdup_printf ("mots%d ", g_test_rand_int_range (0, 8));

                plt_scene_sketch_add_text (sketch, word);
              }
            plt_scene_sketch_close (sketch);
          }
      matches = plt_script_match (old_sketches, new_sketches);
      used = g_malloc0 (old_sketches->len + 1);
      for (guint i = 0; i < new_sketches->len; i++)
        if (matches[i] >= 0)
          {
            g_assert_cmpint (matches[i], <, (gint) old_sketches->len);
            g_assert_false (used[matches[i]]);
            used[matches[i]] = TRUE;
          }
    }
}

/* ---- presence ---- */

static char *
presence (const char *text, const char *const *names)
{
  g_autoptr (PltScript) script = plt_fountain_read (text, strlen (text));
  g_autoptr (PltRoleNames) roles = plt_role_names_new ();
  g_autoptr (GPtrArray) scenes = NULL;
  GString *out = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    g_assert_cmpuint (plt_role_names_add (roles, names[i]), ==, i);
  scenes = plt_role_presence (roles, script);
  for (guint i = 0; i < scenes->len; i++)
    {
      const GArray *scene = g_ptr_array_index (scenes, i);

      if (i > 0)
        g_string_append (out, " | ");
      for (guint k = 0; k < scene->len; k++)
        g_string_append_printf (out, "%s%s", k > 0 ? ", " : "",
                                names[g_array_index (scene, guint, k)]);
    }
  return g_string_free (out, FALSE);
}

static void
test_presence (void)
{
  static const char *const names[]
      = { "NORA", "JEUNE NORA", "ÉLODIE", "L’HOMME AU CHIEN", "HOMME 2", "A", "M. DUPONT", NULL };
  static const struct
  {
    const char *action, *roles;
  } cases[] = {
    { "NORA entre.", "NORA" },
    { "Nora entre, et nora sort.", "" },
    { "NORAH entre.", "" },
    { "La JEUNE NORA rit.", "JEUNE NORA" },
    { "La JEUNE NORA rit de NORA.", "JEUNE NORA, NORA" },
    { "ELODIE, puis ÉLODIE et NORA, NORA.", "ÉLODIE, NORA" },
    { "L'HOMME AU CHIEN et l’HOMME 2.", "L’HOMME AU CHIEN, HOMME 2" },
    { "HOMME 3 et un HOMME.", "" },
    { "A BANG ! A.", "" },
    { "M. DUPONT, M.DUPONT", "M. DUPONT" },
    { "UN CRI DANS LA NUIT", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("INT. X - JOUR\n\n!", cases[i].action, "\n", NULL);
      g_autofree char *roles = presence (text, names);

      g_assert_cmpstr (roles, ==, cases[i].roles);
    }
}

static void
test_presence_cues (void)
{
  static const char *const names[] = { "NORA", "MILO", "LE MAIRE", NULL };
  g_autofree char *roles
      = presence ("NORA (V.O.)\nAvant.\n\nINT. A - JOUR\n\nMILO (off)\nOui.\n\n"
                  "INT. B - JOUR\n\nNORA ET MILO\nOui.\n\nNORA\nOui.\n\n"
                  "INT. C - JOUR\n\nNORA / LE MAIRE\nOui.\n\nNORA ET PAUL\nNon.\n\n"
                  "INT. D - JOUR\n",
                  names);

  g_assert_cmpstr (roles, ==, "NORA, MILO | NORA, MILO | NORA, LE MAIRE | ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/script-match/match", test_match);
  g_test_add_func ("/script-match/likeness", test_likeness);
  g_test_add_func ("/script-match/property", test_match_property);
  g_test_add_func ("/script-match/presence", test_presence);
  g_test_add_func ("/script-match/presence-cues", test_presence_cues);
  return g_test_run ();
}
