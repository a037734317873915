/* Screenplays as plain text with columns: the same script as people type it, in every encoding, and
 * what stays Fountain. */
#include <string.h>

#include "plt-fountain.h"
#include "plt-script-read.h"
#include "plt-text-script.h"
#include "script-dump.h"
#include "script-sheet.h"

typedef struct
{
  const char *name;
  guint action, cue, bracket, speech; /* columns */
  guint width, speech_width;
  gboolean numbers;   /* in both margins; else before the heading */
  gboolean feeds;     /* pages of 50 lines, with a head and a number */
  gboolean continued; /* notices at both ends of pages */
  const char *newline;
  gboolean tabs; /* eight columns each, where they fit */
} Columns;

static const Columns columns[] = {
  { "typed", 6, 28, 22, 16, 60, 35, TRUE, FALSE, FALSE, "\n", FALSE },
  { "crlf", 0, 22, 16, 10, 60, 35, FALSE, FALSE, FALSE, "\r\n", FALSE },
  { "tabs", 8, 32, 24, 16, 60, 35, TRUE, FALSE, FALSE, "\n", TRUE },
  { "old-mac", 6, 28, 22, 16, 60, 35, TRUE, FALSE, FALSE, "\r", FALSE },
  { "pages", 6, 28, 22, 16, 60, 35, TRUE, TRUE, FALSE, "\n", FALSE },
  { "continued", 6, 28, 22, 16, 60, 35, TRUE, TRUE, TRUE, "\r\n", FALSE },
};

/* ---- typing ---- */

typedef struct
{
  const Columns *columns;
  GString *out;
  guint row, page;
} Typist;

static void
end_line (Typist *self)
{
  g_string_append (self->out, self->columns->newline);
  self->row++;
}

static void
indent (Typist *self, guint n)
{
  for (; self->columns->tabs && n >= 8; n -= 8)
    g_string_append_c (self->out, '\t');
  for (; n > 0; n--)
    g_string_append_c (self->out, ' ');
}

static void
begin_page (Typist *self)
{
  if (self->page > 0)
    {
      if (self->columns->continued)
        {
          indent (self, 50);
          g_string_append (self->out, "CONTINUED");
          end_line (self);
        }
      g_string_append_c (self->out, '\f');
    }
  self->row = 0;
  self->page++;
  indent (self, 6);
  g_string_append_printf (self->out, "LA PASSE - version 3%*s%u.", 40, "", self->page);
  end_line (self);
  end_line (self);
}

/* Whether a page is full before `keep` more lines. */
static void
keep (Typist *self, guint lines)
{
  if (self->columns->feeds && (self->page == 0 || self->row + lines > 50))
    begin_page (self);
  else
    end_line (self);
}

static void
type_lines (Typist *self, guint column, guint width, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint used = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint n = (guint) g_utf8_strlen (words[i], -1);

      if (used > 0 && used + 1 + n > width)
        {
          end_line (self);
          used = 0;
        }
      if (used == 0)
        indent (self, column);
      else
        g_string_append_c (self->out, ' ');
      g_string_append (self->out, words[i]);
      used += n + (used > 0 ? 1 : 0);
    }
  end_line (self);
}

static void
type_heading (Typist *self, const char *text)
{
  const char *space = strchr (text, ' ');
  g_autofree char *number = g_strndup (text, (gsize) (space - text));

  keep (self, 6);
  end_line (self);
  if (!self->columns->numbers)
    {
      indent (self, self->columns->action);
      g_string_append_printf (self->out, "%s. %s", number, space + 1);
    }
  else
    {
      gsize pad = 72 - (gsize) g_utf8_strlen (space + 1, -1);

      g_string_append_printf (self->out, "%-*s%s%*s%s", (int) self->columns->action, number,
                              space + 1, (int) pad, "", number);
    }
  end_line (self);
}

static char *
type_script (const Columns *layout, const char *script)
{
  g_auto (GStrv) lines = g_strsplit (script, "\n", -1);
  Typist self = { layout, g_string_new (NULL), 0, 0 };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *text = lines[i] + 2;

      switch (lines[i][0])
        {
        case 'H':
          type_heading (&self, text);
          break;
        case 'C':
          keep (&self, 8);
          type_lines (&self, layout->cue, 40, text);
          break;
        case 'P':
          type_lines (&self, layout->bracket, 25, text);
          break;
        case 'D':
          type_lines (&self, layout->speech, layout->speech_width, text);
          break;
        case 'T':
          keep (&self, 2);
          type_lines (&self, layout->action + 50, 30, text);
          break;
        case 'E':
          keep (&self, 2);
          type_lines (&self, layout->action + (60 - (guint) g_utf8_strlen (text, -1)) / 2, 60,
                      text);
          break;
        default:
          keep (&self, 5);
          type_lines (&self, layout->action, layout->width, text);
          break;
        }
    }
  return g_string_free (self.out, FALSE);
}

static void
test_columns (gconstpointer data)
{
  const Columns *layout = data;
  const char *script = strstr (plt_sheet_script, "H 1 ");
  g_autofree char *text = type_script (layout, script);
  g_autofree char *expected = plt_sheet_expect (script);
  g_autofree char *dump = NULL;
  g_autoptr (PltScript) read = NULL;

  g_assert_true (plt_text_script_is_laid_out (text, strlen (text)));
  read = plt_text_script_read (text, strlen (text));
  plt_test_script_is_sound (read);
  dump = plt_test_script_dump (read);
  plt_sheet_assert (layout->name, dump, expected);
  /* The number in the second margin is not said again; a full stop follows the first. */
  plt_test_script_holds (read, text, layout->numbers ? "0123456789A." : "");
  g_assert_cmpstr (read->format, ==, "text");
  g_assert_true (plt_test_script_has_remark (read, PLT_REMARK_DROPPED, "version 3")
                 == layout->feeds);
  g_assert_true (plt_test_script_has_remark (read, PLT_REMARK_DROPPED, "CONTINUED")
                 == layout->continued);
  if (layout->feeds)
    g_assert_cmpuint (read->pages, ==, 3);
}

/* The line of the file is the line of the paragraph. */
static void
test_line_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const char *script = strstr (plt_sheet_script, "H 1 ");
      g_autofree char *text = type_script (&columns[i], script);
      g_autoptr (PltScript) read = plt_text_script_read (text, strlen (text));
      g_auto (GStrv) lines = g_strsplit (text, columns[i].newline, -1);

      for (guint s = 0; s < read->scenes->len; s++)
        {
          const PltScene *scene = g_ptr_array_index (read->scenes, s);

          g_assert_cmpuint (scene->line, <=, g_strv_length (lines));
          g_assert_nonnull (strstr (lines[scene->line - 1], scene->heading));
        }
    }
}

/* ---- encodings ---- */

static void
test_encodings (void)
{
  static const struct
  {
    const char *encoding, *mark;
    gsize mark_length;
  } cases[] = {
    { "UTF-8", "", 0 },
    { "UTF-8", "\357\273\277", 3 },
    { "WINDOWS-1252", "", 0 },
    { "UTF-16LE", "\377\376", 2 },
    { "UTF-16BE", "\376\377", 2 },
  };
  const char *script = strstr (plt_sheet_script, "H 1 ");
  g_autofree char *text = type_script (&columns[0], script);
  g_autofree char *expected = plt_sheet_expect (script);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length;
      g_autofree char *bytes
          = g_convert (text, -1, cases[i].encoding, "UTF-8", NULL, &length, &error);
      g_autoptr (GString) file = g_string_new_len (cases[i].mark, (gssize) cases[i].mark_length);
      g_autoptr (PltScript) read = NULL;
      g_autofree char *dump = NULL;

      g_assert_no_error (error);
      g_string_append_len (file, bytes, (gssize) length);
      read = plt_script_read_bytes (file->str, file->len, "essai.txt", &error);
      g_assert_no_error (error);
      g_assert_cmpstr (read->format, ==, "text");
      dump = plt_test_script_dump (read);
      plt_sheet_assert (cases[i].encoding, dump, expected);
    }
}

/* ---- what is not laid out ---- */

static void
test_fountain_stays (void)
{
  static const char *const texts[] = {
    "",
    "INT. CAVE - NUIT\n\nIl descend.\n\nNORA\nViens.\n",
    /* every line at one margin, wherever it is */
    "    INT. CAVE - NUIT\n\n    Il descend.\n\n    NORA\n    Viens.\n",
    "\fINT. CAVE - NUIT\f\n\n\f",
  };
  g_autofree char *typed = type_script (&columns[1], strstr (plt_sheet_script, "H 1 "));
  static const char *const marks[]
      = { "Title: LA PASSE\n\n", "\n# Premier acte\n\n", "\n[[à vérifier]]\n\n",
          "\n/* coupé */\n\n",   "\n.LA CAVE\n\n",       "\n@Nora\n" };
  const char *folder = g_getenv ("PLATEAU_DATADIR");
  g_autofree char *example = NULL;
  g_autofree char *path
      = g_build_filename (folder != NULL ? folder : "data", "examples", "la-passe.fountain", NULL);
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (plt_text_script_is_laid_out (texts[i], strlen (texts[i])));
  g_assert_true (plt_text_script_is_laid_out (typed, strlen (typed)));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *marked
          = i == 0 ? g_strconcat (marks[i], typed, NULL) : g_strconcat (typed, marks[i], NULL);

      g_assert_false (plt_text_script_is_laid_out (marked, strlen (marked)));
    }
  g_assert_true (g_file_get_contents (path, &example, &length, NULL));
  g_assert_false (plt_text_script_is_laid_out (example, length));
}

/* ---- hostile ---- */

static void
append_times (GString *out, const char *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (out, text);
}

/* A sentence or a script, in a time and a memory that the size of the file bounds. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *head, *unit;
    guint n;
  } cases[] = {
    { "INT. CAVE - NUIT\n\n", "mot ", 12 * 1024 * 1024 }, /* one line of 48 MB */
    { "INT. CAVE - NUIT\n\n", "\f", 4 * 1024 * 1024 },
    { "INT. CAVE - NUIT\n\n", "\t", 4 * 1024 * 1024 },
    { "INT. CAVE - NUIT\n\n", "a\f\n", 300000 },
    { "INT. CAVE - NUIT\n\n", "          NORA\n     Oui.\n\nIl sort.\n", 60000 },
    { "INT. CAVE - NUIT\n\n", "\377\376\200", 400000 },
    { "INT. CAVE - NUIT\n\n", "  a  b", 400000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (cases[i].head);
      g_autoptr (PltScript) read = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *utf8 = NULL;

      append_times (text, cases[i].unit, cases[i].n);
      read = plt_script_read_bytes (text->str, text->len, "essai.txt", &error);
      g_assert_true ((read == NULL) == (error != NULL));
      if (text->len > 8 * 1024 * 1024)
        continue;
      utf8 = g_utf8_make_valid (text->str, (gssize) text->len);
      plt_script_free (plt_text_script_read (utf8, strlen (utf8)));
    }
}

static void
test_nul (void)
{
  g_autofree char *typed = type_script (&columns[0], strstr (plt_sheet_script, "H 1 "));
  gsize length = strlen (typed);
  g_autoptr (PltScript) read = NULL;
  g_autoptr (GError) error = NULL;

  typed[length / 2] = '\0';
  read = plt_script_read_bytes (typed, length, "essai.txt", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->scenes->len, ==, 6);
  g_assert_true (plt_test_script_has_remark (read, PLT_REMARK_KEPT, "�"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *name = g_strconcat ("/text-script/columns/", columns[i].name, NULL);

      g_test_add_data_func (name, &columns[i], test_columns);
    }
  g_test_add_func ("/text-script/line-numbers", test_line_numbers);
  g_test_add_func ("/text-script/encodings", test_encodings);
  g_test_add_func ("/text-script/fountain-stays", test_fountain_stays);
  g_test_add_func ("/text-script/hostile", test_hostile);
  g_test_add_func ("/text-script/nul", test_nul);
  return g_test_run ();
}
