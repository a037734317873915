/* Files of every kind at the door: what is read, and what is refused with which sentence. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "plt-error.h"
#include "plt-script-read.h"
#include "script-dump.h"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("plt-read-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static char *
write_file (Fixture *self, const char *name, const char *bytes, gssize length)
{
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  return path;
}

static PltScript *
read_ok (const char *path)
{
  g_autoptr (GError) error = NULL;
  PltScript *script = plt_script_read (path, &error);

  g_assert_no_error (error);
  plt_test_script_is_sound (script);
  return script;
}

/* One sentence that names the file: it ends with a full stop and holds no line break. */
static void
assert_refused (const char *path, int code, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script = plt_script_read (path, &error);
  g_autofree char *name = g_path_get_basename (path);

  g_assert_null (script);
  g_assert_error (error, PLT_ERROR, code);
  if (strstr (error->message, part) == NULL || strstr (error->message, name) == NULL
      || !g_str_has_suffix (error->message, ".") || strchr (error->message, '\n') != NULL)
    g_error ("“%s” for %s", error->message, part);
}

/* ---- read ---- */

/* The format comes from the content: names lie. */
static void
test_formats (Fixture *self, gconstpointer data)
{
  g_autofree char *fountain = write_file (self, "a.pdf", "INT. A - JOUR\n\nLa mer.\n", -1);
  g_autofree char *fdx
      = write_file (self, "b.txt",
                    "\n<?xml version=\"1.0\"?>\n<FinalDraft Version=\"1\"><Content>"
                    "<Paragraph Type=\"Scene Heading\"><Text>INT. A - DAY</Text>"
                    "</Paragraph></Content></FinalDraft>",
                    -1);
  g_autoptr (PltScript) one = read_ok (fountain);
  g_autoptr (PltScript) two = read_ok (fdx);

  g_autofree char *trelby
      = write_file (self, "c.pdf", "\357\273\277#Version 1\r\n.\\INT. A - JOUR\r\n", -1);
  g_autofree char *uss = write_file (self, "d",
                                     "\n{ \"universalScheduleStandard\" : {\"breakdowns\":"
                                     "[{\"type\":\"scene\",\"scene\":\"1\"}]}}",
                                     -1);
  g_autoptr (PltScript) three = read_ok (trelby);
  g_autoptr (PltScript) four = read_ok (uss);

  g_assert_cmpstr (one->format, ==, "fountain");
  g_assert_cmpstr (two->format, ==, "fdx");
  g_assert_cmpstr (three->format, ==, "trelby");
  g_assert_cmpstr (four->format, ==, "uss");
}

/* Final Draft and its neighbours on Windows begin their files with a byte-order mark. */
static void
test_marked_fdx (Fixture *self, gconstpointer data)
{
  static const char text[] = "<?xml version=\"1.0\" standalone=\"no\" ?>\n<FinalDraft><Content>"
                             "<Paragraph Type=\"Scene Heading\"><Text>INT. CAFÉ - JOUR</Text>"
                             "</Paragraph></Content></FinalDraft>";
  static const char *const encodings[] = { "UTF-8", "UTF-16LE", "UTF-16BE" };
  g_autofree char *marked = g_strconcat ("\357\273\277", text, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autofree char *bytes = g_convert (marked, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      g_autofree char *path = write_file (self, encodings[i], bytes, (gssize) length);
      g_autoptr (PltScript) script = read_ok (path);
      g_autofree char *scenes = plt_test_script_scenes (script);

      g_assert_cmpstr (script->format, ==, "fdx");
      g_assert_cmpstr (scenes, ==, " INT|CAFÉ||JOUR 0");
    }
}

static void
test_same_in_both (void)
{
  g_autofree char *fountain
      = g_test_build_filename (G_TEST_DIST, "fixtures", "scripts", "phare-v1.fountain", NULL);
  g_autofree char *fdx
      = g_test_build_filename (G_TEST_DIST, "fixtures", "scripts", "phare-v1.fdx", NULL);
  g_autoptr (PltScript) one = read_ok (fountain);
  g_autoptr (PltScript) two = read_ok (fdx);
  g_autofree char *scenes = plt_test_script_scenes (one);

  g_assert_cmpstr (scenes, ==,
                   "1 INT|PHARE|CUISINE|JOUR 2\n2 EXT|JETÉE||NUIT 1\n3 INT|PHARE|ESCALIER|NUIT 1\n"
                   "4 INT|BUREAU DU PORT||MATIN 3");
  for (guint i = 0, k = 0; i < one->scenes->len; i++, k++)
    {
      const PltScene *left = g_ptr_array_index (one->scenes, i);
      const PltScene *right;

      if (((PltScene *) g_ptr_array_index (two->scenes, k))->set[0] == '\0')
        k++; /* the one omitted */
      right = g_ptr_array_index (two->scenes, k);
      g_assert_cmpstr (left->number, ==, right->number);
      g_assert_cmpstr (left->heading, ==, right->heading);
    }
}

static void
test_encodings (Fixture *self, gconstpointer data)
{
  const char *text = "INT. CAFÉ - JOUR\n\nÉLODIE\nÇa va ?\n";
  static const char *const encodings[] = { "UTF-8", "ISO-8859-1", "UTF-16", "UTF-16BE" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autofree char *bytes = g_convert (text, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      g_autofree char *marked = g_malloc (length + 2);
      g_autofree char *path = NULL;
      g_autoptr (PltScript) script = NULL;
      g_autofree char *dump = NULL;

      memcpy (marked, "\376\377", 2);
      memcpy (marked + 2, bytes, length);
      path = i == 3 ? write_file (self, "e.fountain", marked, (gssize) length + 2)
                    : write_file (self, "e.fountain", bytes, (gssize) length);
      script = read_ok (path);
      dump = plt_test_script_dump (script);
      g_assert_cmpstr (dump, ==, "H INT. CAFÉ - JOUR\nC ÉLODIE\nD Ça va ?");
      g_assert_cmpint (plt_test_script_has_remark (script, PLT_REMARK_GUESSED, "was read as"), ==,
                       i > 0);
    }
}

/* NUL bytes among text stand as U+FFFD, and that is said. */
static void
test_nul (Fixture *self, gconstpointer data)
{
  g_autofree char *path = write_file (self, "nul.fountain", "INT. A - JOUR\n\nAvant\0après.\n", 29);
  g_autoptr (PltScript) script = read_ok (path);
  g_autofree char *dump = plt_test_script_dump (script);

  g_assert_cmpstr (dump, ==, "H INT. A - JOUR\nA Avant\357\277\275après.");
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_KEPT, "unreadable"));
}

/* Accents apart, as some systems write them. */
static void
test_decomposed (Fixture *self, gconstpointer data)
{
  g_autofree char *path
      = write_file (self, "nfd.fountain", "INT. CAFE\314\201 - JOUR\n\nE\314\201LODIE\nOui.\n", -1);
  g_autoptr (PltScript) script = read_ok (path);
  g_autofree char *scenes = plt_test_script_scenes (script);

  g_assert_cmpstr (scenes, ==, " INT|CAFÉ||JOUR 1");
  g_assert_cmpstr (((PltCharacter *) g_ptr_array_index (script->characters, 0))->name, ==,
                   "ÉLODIE");
}

/* ---- refused ---- */

static void
test_not_a_screenplay (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name, *bytes;
    gssize length;
    const char *part;
  } cases[] = {
    { "vide.fountain", "", 0, "is empty" },
    { "lettre.txt", "Chère Maëlle,\n\nVoici les nouvelles du port.\n", -1, "is not a screenplay" },
    { "blancs.txt", "\n\n   \n", -1, "is not a screenplay" },
    { "page.html", "<html><body>INT. A - JOUR</body></html>", -1, "web page" },
    { "autre.xml", "<?xml version=\"1.0\"?><note>INT. A - JOUR</note>", -1,
      "XML of another program" },
    { "doc.rtf", "{\\rtf1\\ansi INT. A - JOUR}", -1, "as DOCX" },
    { "doc.doc", "\320\317\021\340\241\261\032\341", 8, "as DOCX" },
    { "doc.docx", "\320\317\021\340\0\0\0\0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 40,
      "password" },
    { "base.plateau", "SQLite format 3\000\020\000", 18, "a database" },
    { "image.fountain", "\211PNG\r\n\032\n", 8, "an image" },
    { "binaire.fountain", "\001\002\003\004\005\006\007\010\000\000\000INT. A", 17, "is not text" },
    { "sans-titre.fdx", "<FinalDraft><Content></Content></FinalDraft>", -1, "is not a screenplay" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = write_file (self, cases[i].name, cases[i].bytes, cases[i].length);

      assert_refused (path, PLT_ERROR_INVALID, cases[i].part);
    }
}

static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autofree char *fdx = write_file (self, "coupe.fdx", "<FinalDraft><Content><Para", -1);
  g_autofree char *pdf = write_file (self, "coupe.pdf", "%PDF-1.4\n1 0 obj <<", -1);

  g_autofree char *docx = write_file (self, "coupe.docx", "PK\003\004\024\000\006\000", 8);

  assert_refused (docx, PLT_ERROR_DAMAGED, "damaged");
  assert_refused (fdx, PLT_ERROR_DAMAGED, "ends in the middle");
  assert_refused (pdf, PLT_ERROR_DAMAGED, "damaged PDF");
}

/* 200 MB are refused by their size alone: nothing of them is read. */
static void
test_too_big (Fixture *self, gconstpointer data)
{
  g_autofree char *path = write_file (self, "grand.fountain", "INT. A - JOUR\n", -1);
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpint (truncate (path, 200 * 1024 * 1024), ==, 0);
  assert_refused (path, PLT_ERROR_TOO_BIG, "larger than 64 MB");
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

/* As many headings as are read at most, and one more. */
static void
test_too_many (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PltScript) script = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < PLT_SCRIPT_MAX_SCENES; i++)
    g_string_append (text, "INT. A - JOUR\n\n");
  script = plt_script_read_bytes (text->str, text->len, "essai", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (script->scenes->len, ==, PLT_SCRIPT_MAX_SCENES);
  g_string_append (text, "INT. A - JOUR\n\n");
  g_clear_pointer (&script, plt_script_free);
  script = plt_script_read_bytes (text->str, text->len, "essai", &error);
  g_assert_null (script);
  g_assert_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG);
  g_assert_nonnull (strstr (error->message, "headings"));
}

static void
test_not_a_file (Fixture *self, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (self->folder, "absent.fountain", NULL);
  g_autofree char *pipe = g_build_filename (self->folder, "tube.fountain", NULL);

  assert_refused (missing, PLT_ERROR_NOT_FOUND, "could not be opened");
  assert_refused (self->folder, PLT_ERROR_INVALID, "is not a file");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refused (pipe, PLT_ERROR_INVALID, "is not a file");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/script-read/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("formats", test_formats);
  ADD ("marked-fdx", test_marked_fdx);
  g_test_add_func ("/script-read/same-in-both", test_same_in_both);
  ADD ("encodings", test_encodings);
  ADD ("nul", test_nul);
  ADD ("decomposed", test_decomposed);
  ADD ("not-a-screenplay", test_not_a_screenplay);
  ADD ("damaged", test_damaged);
  ADD ("too-big", test_too_big);
  ADD ("too-many", test_too_many);
  ADD ("not-a-file", test_not_a_file);
  return g_test_run ();
}
