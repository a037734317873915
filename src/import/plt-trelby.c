#include "plt-trelby.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-script-builder.h"
#include "plt-text.h"

#define BREAKS ">&|."
#define TYPES "\\._:(/=%@"
#define NEWEST_VERSION 3

typedef struct
{
  guint page;
  int y; /* from the top, in thousandths of a millimetre */
  guint line;
  char *text;
} TitleString;

typedef struct
{
  PltScriptBuilder *builder;
  guint line;
  guint version;
  gboolean in_script;
  gboolean numbered; /* headings are printed with numbers */
  gboolean typed;    /* headings and names are printed as typed, not in capitals */
  guint n_headings;
  const char *section_end; /* (nullable): skipping up to the line that begins with it */
  guint title_pages;
  GArray *title_strings; /* TitleString */
  GString *headers;
  guint headers_line;
  GString *text; /* of the paragraph being gathered */
  char type;     /* of it, '\0': none */
  guint text_line;
  char glue;             /* how the line before ended */
  gboolean said[2][128]; /* unknown signs of line breaks, of types */
} Reader;

static PltScript *
script_of (Reader *self)
{
  return plt_script_builder_get_script (self->builder);
}

gboolean
plt_trelby_recognise (const char *text)
{
  static const char *const marks[] = { "\n#Start-Script", "\n#Begin-", "\n#Title-", "\n#Header-" };
  const char *rest;

  if (!g_str_has_prefix (text, "#Version ") || !g_ascii_isdigit (text[9]))
    return FALSE;
  rest = strchr (text, '\n');
  if (rest == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (rest, marks[i]) != NULL)
      return TRUE;
  return rest[1] != '\0' && strchr (BREAKS, rest[1]) != NULL && rest[2] != '\0'
         && strchr (TYPES, rest[2]) != NULL;
}

/* ---- paragraphs ---- */

static void
add_heading (Reader *self, const char *text)
{
  g_auto (PltHeading) heading = { NULL };
  g_autofree char *shown = NULL;

  plt_heading_parse (text, -1, TRUE, &heading);
  self->n_headings++;
  if (self->numbered && heading.number[0] == '\0')
    {
      g_autofree char *number = g_strdup_printf ("%u", self->n_headings);

      plt_set_str (&heading.number, number);
      shown = g_strdup_printf ("%s. %s", number, text);
    }
  else
    shown = g_strdup (text);
  plt_script_builder_add_heading (self->builder, self->text_line, shown, strlen (shown), &heading,
                                  PLT_HEADING_SURE);
}

static PltParagraphKind
kind_of (char type)
{
  switch (type)
    {
    case ':':
      return PLT_PARAGRAPH_DIALOGUE;
    case '(':
      return PLT_PARAGRAPH_PARENTHETICAL;
    case '/':
      return PLT_PARAGRAPH_TRANSITION;
    case '%':
      return PLT_PARAGRAPH_NOTE;
    case '@':
      return PLT_PARAGRAPH_SECTION;
    case '.':
    case '=':
    default:
      return PLT_PARAGRAPH_ACTION;
    }
}

static void
end_paragraph (Reader *self)
{
  g_autofree char *text = g_strstrip (g_strndup (self->text->str, self->text->len));
  PltParagraph *paragraph;

  if (self->type != '\0' && !self->typed && strchr ("\\_/", self->type) != NULL)
    {
      char *upper = g_utf8_strup (text, -1);

      g_free (text);
      text = upper;
    }
  if (self->type != '\0' && text[0] != '\0')
    switch (self->type)
      {
      case '\\':
        add_heading (self, text);
        break;
      case '_':
        plt_script_builder_add_cue (self->builder, self->text_line, text, strlen (text), FALSE);
        break;
      default:
        paragraph = plt_script_builder_add (self->builder, kind_of (self->type), self->text_line,
                                            text, strlen (text));
        paragraph->depth = self->type == '@' ? 1 : 0;
        break;
      }
  g_string_truncate (self->text, 0);
  self->type = '\0';
}

/* Once a sign. */
static void
say_unknown (Reader *self, gboolean type, const char *line, gsize length)
{
  guchar sign = (guchar) line[type ? 1 : 0];
  g_autofree char *text = g_strndup (line, length);

  if (self->said[type][sign & 127])
    return;
  self->said[type][sign & 127] = TRUE;
  if (type)
    plt_script_add_remark (
        script_of (self), PLT_REMARK_KEPT, self->line, text,
        _ ("Lines of a kind that Trelby did not have, such as “%s”, were kept as action."), text);
  else
    plt_script_add_remark (
        script_of (self), PLT_REMARK_GUESSED, self->line, text,
        _ ("Lines that end in a way that Trelby did not have, such as “%s”, were joined by a "
           "space."),
        text);
}

/* The sign at `line[i]` when it is one of `known`, else '\0'; signs beyond ASCII are none. */
static char
read_sign (const char *line, gsize length, gsize i, const char *known)
{
  return i < length && strchr (known, line[i]) != NULL ? line[i] : '\0';
}

static void
read_script_line (Reader *self, const char *line, gsize length)
{
  char end = read_sign (line, length, 0, BREAKS);
  char type = read_sign (line, length, 1, TYPES);
  gsize from = 2;

  if (length == 0)
    return;
  /* Two signs of ASCII come before the text, known or not; a line without them is text. */
  if (end == '\0' && (length < 2 || type == '\0'))
    from = 0;
  else if (length < 2 || (guchar) line[1] >= 0x80)
    from = 1;
  if (end == '\0')
    say_unknown (self, FALSE, line, length);
  else if (type == '\0' && length > 1)
    say_unknown (self, TRUE, line, length);
  if (end == '\0')
    end = '>';
  if (type == '\0')
    type = '.';
  if (self->type != '\0' && self->type != type)
    end_paragraph (self);
  if (self->type == '\0')
    {
      self->type = type;
      self->text_line = self->line;
    }
  else if (self->glue != '&')
    g_string_append_c (self->text, self->glue == '|' ? '\n' : ' ');
  g_string_append_len (self->text, line + from, (gssize) (length - from));
  self->glue = end;
  if (end == '.')
    end_paragraph (self);
}

/* ---- what stands before the script ---- */

/* "67.000000" as thousandths, whatever the locale; 0 when it is none. */
static int
read_thousandths (const char *text)
{
  gint64 whole = g_ascii_strtoll (text, NULL, 10);
  const char *point = strchr (text, '.');
  gint64 value = CLAMP (whole, -100000, 100000) * 1000;
  int scale = 100;

  for (const char *p = point != NULL ? point + 1 : ""; g_ascii_isdigit (*p) && scale > 0; p++)
    {
      value += (*p - '0') * scale;
      scale /= 10;
    }
  return (int) value;
}

/* What follows the `n`th comma; NULL when there are fewer. */
static const char *
after_comma (const char *text, guint n)
{
  for (; n > 0 && text != NULL; n--)
    {
      text = strchr (text, ',');
      text = text != NULL ? text + 1 : NULL;
    }
  return text;
}

/* "\n" is a line break, "\\" a backslash. */
static char *
unescape (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\\' && (p[1] == 'n' || p[1] == '\\'))
      {
        p++;
        g_string_append_c (out, *p == 'n' ? '\n' : '\\');
      }
    else
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

static void
read_title_string (Reader *self, const char *value)
{
  const char *text = after_comma (value, 6);
  const char *y = after_comma (value, 1);
  TitleString string = { self->title_pages, 0, self->line, NULL };

  if (y != NULL)
    string.y = read_thousandths (y);
  string.text = unescape (text != NULL ? text : value);
  g_array_append_val (self->title_strings, string);
}

static void
read_header_string (Reader *self, const char *value)
{
  const char *text = after_comma (value, 4);

  if (self->headers->len == 0)
    self->headers_line = self->line;
  else
    g_string_append_c (self->headers, '\n');
  g_string_append (self->headers, text != NULL ? text : value);
}

static void
read_setting (Reader *self, const char *line, gsize length)
{
  g_autofree char *copy = g_strndup (line, length);

  if (self->section_end != NULL)
    {
      if (g_str_has_prefix (copy, "#Start-Script"))
        self->in_script = TRUE;
      else if (g_str_has_prefix (copy, self->section_end))
        self->section_end = NULL;
      else if (g_str_has_prefix (copy, "ShowSceneNumbers:True"))
        self->numbered = TRUE;
      else if (g_str_has_prefix (copy, "Element/Character/Export/AllCaps:False"))
        self->typed = TRUE;
      return;
    }
  if (g_str_has_prefix (copy, "#Begin-"))
    self->section_end = "#End-";
  else if (g_str_has_prefix (copy, "#Start-Script"))
    self->in_script = TRUE;
  else if (g_str_has_prefix (copy, "#Title-Page"))
    self->title_pages++;
  else if (g_str_has_prefix (copy, "#Title-String "))
    read_title_string (self, copy + strlen ("#Title-String "));
  else if (g_str_has_prefix (copy, "#Header-String "))
    read_header_string (self, copy + strlen ("#Header-String "));
  else if (g_str_has_prefix (copy, "#Version "))
    self->version = (guint) CLAMP (g_ascii_strtoll (copy + 9, NULL, 10), 0, 1000);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  const TitleString *one = a;
  const TitleString *two = b;

  if (one->page != two->page)
    return one->page < two->page ? -1 : 1;
  if (one->y != two->y)
    return one->y < two->y ? -1 : 1;
  return one->line < two->line ? -1 : one->line > two->line;
}

/* From top to bottom; each string stands apart from the next. */
static void
add_title_page (Reader *self)
{
  g_array_sort (self->title_strings, compare_strings);
  for (guint i = 0; i < self->title_strings->len; i++)
    {
      const TitleString *string = &g_array_index (self->title_strings, TitleString, i);
      g_auto (GStrv) lines = g_strsplit (string->text, "\n", -1);

      for (guint k = 0; lines[k] != NULL; k++)
        plt_script_builder_add_title_line (self->builder, string->line, lines[k],
                                           strlen (lines[k]));
      plt_script_builder_add_title_line (self->builder, string->line, "", 0);
    }
}

/* ---- the whole ---- */

/* The first line that is no setting begins the script, in files that do not say so. */
static void
begin_script (Reader *self)
{
  self->in_script = TRUE;
  self->section_end = NULL;
  add_title_page (self);
}

static void
read_line (Reader *self, const char *line, gsize length)
{
  self->line++;
  while (length > 0 && line[length - 1] == '\r')
    length--;
  if (self->in_script)
    {
      read_script_line (self, line, length);
      return;
    }
  if (self->section_end != NULL || length == 0 || *line == '#')
    {
      read_setting (self, line, length);
      if (self->in_script)
        begin_script (self);
      return;
    }
  begin_script (self);
  read_script_line (self, line, length);
}

static gboolean
has_letters (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "${PAGE}", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    for (const char *p = parts[i]; *p != '\0'; p = g_utf8_next_char (p))
      if (g_unichar_isalpha (g_utf8_get_char (p)))
        return TRUE;
  return FALSE;
}

static void
clear_title_string (gpointer data)
{
  g_free (((TitleString *) data)->text);
}

PltScript *
plt_trelby_read (const char *text, gsize length)
{
  g_autoptr (PltScriptBuilder) builder = plt_script_builder_new ("trelby");
  g_autoptr (GArray) strings = g_array_new (FALSE, FALSE, sizeof (TitleString));
  g_autoptr (GString) headers = g_string_new (NULL);
  g_autoptr (GString) gathered = g_string_new (NULL);
  const char *end = text + length;
  Reader self
      = { .builder = builder, .title_strings = strings, .headers = headers, .text = gathered };

  g_array_set_clear_func (strings, clear_title_string);
  for (const char *p = text; p < end;)
    {
      const char *stop = memchr (p, '\n', (gsize) (end - p));

      if (stop == NULL)
        stop = end;
      read_line (&self, p, (gsize) (stop - p));
      p = stop + 1;
    }
  if (!self.in_script)
    begin_script (&self);
  end_paragraph (&self);
  if (has_letters (headers->str))
    plt_script_add_remark (script_of (&self), PLT_REMARK_DROPPED, self.headers_line, headers->str,
                           _ ("Headers and footers of the pages were left out."));
  if (self.version > NEWEST_VERSION)
    plt_script_add_remark (
        script_of (&self), PLT_REMARK_GUESSED, 1, NULL,
        _ ("The file is of Trelby’s format %u, newer than %d: compare the sequences with the "
           "script."),
        self.version, NEWEST_VERSION);
  return plt_script_builder_finish (builder);
}
