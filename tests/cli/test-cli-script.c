/* The screenplay and its dépouillement. */
#include "test-cli-private.h"

#include <string.h>

static void
test_script (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "commandes", NULL);

  new_production (self);
  g_file_set_contents (
      path, "# deux lignes\nadd sequence number=1\n\nset sequence 1 synopsis='L’arrivée de Nora'\n",
      -1, NULL);
  g_assert_cmpint (run (self, "run", "@", path, NULL), ==, 0);
  run (self, "list", "@", "sequence", "--columns", "synopsis", NULL);
  g_assert_nonnull (strstr (self->out, "L’arrivée de Nora"));
  g_file_set_contents (path, "add sequence number=2\nadd sequence eighths=x\n", -1, NULL);
  g_assert_cmpint (run (self, "run", "@", path, NULL), ==, 1);
  g_assert_nonnull (strstr (self->err, "2"));
}

static void
test_read (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "s.fountain", NULL);
  g_autofree char *plain = g_build_filename (self->folder, "s.txt", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *script, *first;

  g_file_set_contents (
      path, "Title: Essai\n\n12A. INT. CAFÉ / SALLE - NUIT\n\nNORA (voix off)\nBonsoir.\n", -1,
      NULL);
  g_assert_cmpint (run (self, "read", path, "--format", "json", NULL), ==, 0);
  json_parser_load_from_data (parser, self->out, -1, &error);
  g_assert_no_error (error);
  script = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (script, "title"), ==, "Essai");
  first = json_array_get_object_element (json_object_get_array_member (script, "sequences"), 0);
  g_assert_cmpstr (json_object_get_string_member (first, "number"), ==, "12A");
  g_assert_cmpstr (json_object_get_string_member (first, "int_ext"), ==, "INT");
  g_assert_cmpstr (json_object_get_string_member (first, "effect"), ==, "NUIT");
  g_assert_cmpstr (json_object_get_string_member (first, "set"), ==, "CAFÉ");
  g_assert_cmpstr (json_object_get_string_member (first, "sub_set"), ==, "SALLE");
  g_assert_cmpint (json_object_get_int_member (first, "cues"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (first, "line"), ==, 3);
  g_assert_cmpint (run (self, "read", path, NULL), ==, 0);
  g_file_set_contents (plain, "Une liste de courses.\n", -1, NULL);
  g_assert_cmpint (run (self, "read", plain, NULL), ==, 1);
}

static void
test_import (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "s.fountain", NULL);

  new_production (self);
  g_file_set_contents (
      path, "INT. CAFÉ / SALLE - NUIT\n\nNORA\nBonsoir.\n\nEXT. QUAI - JOUR\n\nLa mer.\n", -1,
      NULL);
  g_assert_cmpint (run (self, "import", "@", path, "--dry-run", NULL), ==, 0);
  run (self, "list", "@", "sequence", "--columns", "number", NULL);
  g_assert_cmpstr (self->out, ==, "id\tnumber\n");
  g_assert_cmpint (run (self, "import", "@", path, NULL), ==, 0);
  run (self, "list", "@", "sequence", "--columns", "number,int_ext,effect,set,sub_set", NULL);
  g_assert_nonnull (strstr (self->out, "\t1\tINT\tNight\tCAFÉ\tSALLE\n"));
  g_assert_nonnull (strstr (self->out, "\t2\tEXT\tDay\tQUAI\t\n"));
  run (self, "list", "@", "element", "--where", "name=NORA", "--columns", "category,number", NULL);
  g_assert_nonnull (strstr (self->out, "RO"));
  g_assert_cmpint (run (self, "undo", "@", NULL), ==, 0);
  run (self, "list", "@", "element", NULL);
  g_assert_null (strstr (self->out, "NORA"));
}

/* Another draft: told first, then taken in, then compared with the one before. */
static void
test_drafts (Fixture *self, gconstpointer data)
{
  g_autofree char *one = g_build_filename (self->folder, "v1.fountain", NULL);
  g_autofree char *two = g_build_filename (self->folder, "v2.fountain", NULL);

  new_production (self);
  g_file_set_contents (one,
                       "1. INT. CAFÉ - NUIT\n\nNora pose la lampe.\n\n2. EXT. QUAI - JOUR\n\n"
                       "La mer.\n\n3. EXT. RUE - JOUR\n\nUn chien.\n",
                       -1, NULL);
  g_file_set_contents (two,
                       "1. INT. CAFÉ - NUIT\n\nNora pose le carnet.\n\n3. EXT. RUE - JOUR\n\n"
                       "Un chien.\n\n4. INT. GARE - SOIR\n\nPersonne.\n",
                       -1, NULL);
  g_assert_cmpint (run (self, "import", "@", one, NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "3 sequences: 3 added; 3 sets, 0 roles; 0 remarks.\n"));
  g_assert_cmpint (run (self, "import", "@", one, NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "Nothing changed: the production has this script already.\n");
  g_assert_cmpint (run (self, "import", "@", two, "--dry-run", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "3 sequences: 1 unchanged, 1 changed, 1 added, 1 cut;"));
  g_assert_nonnull (strstr (self->out, "1\tchanged\tThe text of sequence 1 changed.\n"
                                       "2\tcut\tSequence 2 is no longer in the script.\n"
                                       "3\tunchanged\tSequence 3 is as it was.\n"
                                       "4\tadded\tSequence 4 is new.\n"));
  g_assert_true (g_str_has_suffix (self->out, "Nothing was written.\n"));
  g_assert_cmpint (run (self, "compare", "@", "1", "2", NULL), ==, 1);
  g_assert_nonnull (strstr (self->err, "no version 2"));
  g_assert_cmpint (run (self, "import", "@", two, NULL), ==, 0);
  g_assert_cmpint (run (self, "compare", "@", "1", "2", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==,
                   "@ 1: changed\n- Nora pose la lampe.\n+ Nora pose le carnet.\n"
                   "@ 2: cut\n- 2. EXT. QUAI - JOUR\n- La mer.\n"
                   "@ 4: added\n+ 4. INT. GARE - SOIR\n+ Personne.\n");
  run (self, "compare", "@", "2", "2", NULL);
  g_assert_cmpstr (self->out, ==, "The two versions are the same.\n");
  run (self, "compare", "@", "2", "2", "--all", NULL);
  g_assert_nonnull (strstr (self->out, "@ 3: unchanged\n  3. EXT. RUE - JOUR\n  Un chien.\n"));
  g_assert_cmpint (run (self, "compare", "@", "un", "2", NULL), ==, 2);
}

/* From the text to elements, tags and boxes, and back by undo. */
static void
test_breakdown (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "s.fountain", NULL);

  new_production (self);
  g_file_set_contents (path,
                       "INT. CAFÉ - NUIT #1#\n\nUne lanterne. La lanterne tombe. ÉLISE, 8 ans, "
                       "sort un revolver.\n\nNORA\nBonsoir.\n\nEXT. QUAI - JOUR #2#\n\nLa "
                       "mer, une lanterne.\n",
                       -1, NULL);
  g_assert_cmpint (run (self, "import", "@", path, NULL), ==, 0);

  g_assert_cmpint (run (self, "propose", "@", "--sequence", "1", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "1\tAC\tLanterne\t\t2\tlanterne\t"));
  g_assert_nonnull (strstr (self->out, "1\tEN\tÉLISE\tenfant\t1\tÉLISE\t"));
  g_assert_nonnull (strstr (self->out, "1\tAR\tRevolver\tarme\t1\trevolver\t"));
  g_assert_null (strstr (self->out, "2\tAC"));
  g_assert_cmpint (run (self, "propose", "@", "--accept", "AR", NULL), ==, 0);
  run (self, "list", "@", "sequence", "--columns", "hazards", NULL);
  g_assert_nonnull (strstr (self->out, "1\tWeapon\n"));
  run (self, "list", "@", "script_tag", "--columns", "text", NULL);
  g_assert_nonnull (strstr (self->out, "\trevolver\n"));
  g_assert_cmpint (run (self, "undo", "@", NULL), ==, 0);
  run (self, "list", "@", "script_tag", "--columns", "text", NULL);
  g_assert_cmpstr (self->out, ==, "id\ttext\n");

  g_assert_cmpint (run (self, "propose", "@", "--accept", "AR", "--refuse", "AC", NULL), ==, 2);
  g_assert_cmpint (run (self, "propose", "@", "--refuse", "AR", NULL), ==, 0);
  g_assert_cmpint (run (self, "propose", "@", NULL), ==, 0);
  g_assert_null (strstr (self->out, "\tAR\t"));

  g_assert_cmpint (run (self, "tag", "@", "1", "lanterne", "AC", NULL), ==, 0);
  run (self, "list", "@", "script_tag", "--columns", "element,start,length", NULL);
  g_assert_nonnull (strstr (self->out, "\tLanterne\t4\t8\n"));
  g_assert_nonnull (strstr (self->out, "\tLanterne\t17\t8\n"));
  g_assert_cmpint (run (self, "tag", "@", "1", "lanterne", "AC", NULL), ==, 1); /* once is enough */
  g_assert_cmpint (run (self, "tag", "@", "1", "lanterne", "AC", "Fanal", NULL), ==, 0);
  g_assert_cmpint (run (self, "tag", "@", "2", "9", "8", "AC", NULL), ==, 0); /* by its place */
  g_assert_cmpint (run (self, "tag", "@", "1", "lampion", "AC", NULL), ==, 1);
  g_assert_nonnull (strstr (self->err, "lampion"));
  g_assert_cmpint (run (self, "tag", "@", "1", "lanterne", "XX", NULL), ==, 1);

  g_assert_cmpint (run (self, "tag-all", "@", "NORA", "--present", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "1\n"); /* her cue */
  g_assert_cmpint (run (self, "tag-all", "@", "Personne", NULL), ==, 1);
  run (self, "set", "@", "sequence", "1", "story_day=J1", NULL);
  g_assert_cmpint (run (self, "set", "@", "sequence_element",
                        "@sequence=@number=1,@element=@name=NORA", "costume=2A", NULL),
                   ==, 0);
  g_assert_cmpint (run (self, "set", "@", "sequence_element",
                        "@sequence=@number=2,@element=@name=NORA", "costume=2A", NULL),
                   ==, 1);
  g_assert_cmpint (run (self, "costumes", "@", "--apply", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "NORA\tJ1\t1\t2A\t\n");
  g_assert_cmpint (run (self, "neant", "@", "2", "AN", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "1\n");
  g_assert_cmpint (run (self, "neant", "@", "2", NULL), ==, 0);
  g_assert_cmpint (run (self, "progress", "@", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "\n2\t26/26\t0\t26\n"));
  g_assert_nonnull (strstr (self->out, "\nfilm\t29/52\t3\t26\n"));
  g_assert_cmpint (run (self, "neant", "@", "2", "--take-back", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "26\n");

  run (self, "add", "@", "element", "category=@code=SE", "name=Pompier", NULL);
  run (self, "add", "@", "element_link", "element=@name=Lanterne", "brings=@name=Pompier", NULL);
  g_assert_cmpint (run (self, "links", "@", "--apply", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "1\tLanterne\tPompier\n");
  g_assert_cmpint (run (self, "links", "@", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "");
}

const CliCase cli_script_cases[] = {
  { "/cli/script", test_script },       { "/cli/read", test_read },
  { "/cli/import", test_import },       { "/cli/drafts", test_drafts },
  { "/cli/breakdown", test_breakdown }, { NULL },
};
