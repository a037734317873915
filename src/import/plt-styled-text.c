#include "plt-styled-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-fountain-private.h"
#include "plt-styled-private.h"
#include "plt-text.h"

#define REMARKS_OF_A_KIND 200
#define TITLE_LINES 30   /* a title page has no more */
#define TITLE_LENGTH 200 /* bytes of a line of one */
#define LONGEST_CUE 80

struct _PltStyledText
{
  PltScriptBuilder *builder;
  GArray *paragraphs; /* PltStyledParagraph */
  gboolean too_many;
  guint left_out[PLT_N_LEFT_OUT];
  GString *rest[PLT_N_LEFT_OUT]; /* (nullable): beyond REMARKS_OF_A_KIND */
  guint rest_line[PLT_N_LEFT_OUT];
};

static void
clear_paragraph (gpointer data)
{
  PltStyledParagraph *self = data;

  g_free (self->text);
  g_free (self->number);
}

PltStyledText *
plt_styled_text_new (const char *format)
{
  PltStyledText *self = g_new0 (PltStyledText, 1);

  self->builder = plt_script_builder_new (format);
  self->paragraphs = g_array_new (FALSE, TRUE, sizeof (PltStyledParagraph));
  g_array_set_clear_func (self->paragraphs, clear_paragraph);
  return self;
}

void
plt_styled_text_free (PltStyledText *self)
{
  for (guint i = 0; i < PLT_N_LEFT_OUT; i++)
    if (self->rest[i] != NULL)
      g_string_free (self->rest[i], TRUE);
  plt_script_builder_free (self->builder);
  g_array_unref (self->paragraphs);
  g_free (self);
}

/* Whether the last two paragraphs are empty: a third tells no more. */
static gboolean
ends_empty (const PltStyledText *self)
{
  guint n = self->paragraphs->len;

  return n >= 2 && g_array_index (self->paragraphs, PltStyledParagraph, n - 1).text[0] == '\0'
         && g_array_index (self->paragraphs, PltStyledParagraph, n - 2).text[0] == '\0';
}

PltStyledParagraph *
plt_styled_text_add (PltStyledText *self, const char *text, gsize length)
{
  PltStyledParagraph *paragraph;
  gboolean breaks_page = FALSE;

  self->too_many |= self->paragraphs->len >= PLT_STYLED_MAX_PARAGRAPHS;
  if (self->too_many || (length == 0 && ends_empty (self)))
    {
      paragraph = &g_array_index (self->paragraphs, PltStyledParagraph, self->paragraphs->len - 1);
      breaks_page = paragraph->breaks_page;
      g_array_set_size (self->paragraphs, self->paragraphs->len - 1);
    }
  g_array_set_size (self->paragraphs, self->paragraphs->len + 1);
  paragraph = &g_array_index (self->paragraphs, PltStyledParagraph, self->paragraphs->len - 1);
  paragraph->text = plt_script_compose (g_strndup (text, length));
  paragraph->breaks_page = breaks_page;
  return paragraph;
}

/* ---- what is left out ---- */

static void
add_remark (PltStyledText *self, PltLeftOut what, guint line, const char *text)
{
  PltScript *script = plt_script_builder_get_script (self->builder);
  static const char *const messages[] = {
    [PLT_LEFT_OUT_COMMENT] = N_ ("A comment was left out."),
    [PLT_LEFT_OUT_NOTE] = N_ ("A note at the foot of the text was left out."),
    [PLT_LEFT_OUT_FRAME] = N_ ("Headers and footers of the pages were left out."),
    [PLT_LEFT_OUT_DELETED] = N_ ("Text that a tracked change deletes was left out."),
    [PLT_LEFT_OUT_HIDDEN] = N_ ("Hidden text was left out."),
    [PLT_LEFT_OUT_CONTENTS] = N_ ("The table of contents was left out."),
    [PLT_LEFT_OUT_PAGE_NUMBER] = N_ ("Page numbers were left out."),
    [PLT_LEFT_OUT_SYNOPSIS] = N_ ("A synopsis that stands beside a heading was left out."),
    [PLT_LEFT_OUT_SIGN] = N_ ("A sign of a symbol font, which has no letter, was left out."),
  };

  plt_script_add_remark (script, PLT_REMARK_DROPPED, line, text, "%s", _ (messages[what]));
}

void
plt_styled_text_leave_out (PltStyledText *self, PltLeftOut what, guint line, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  gboolean together = what == PLT_LEFT_OUT_FRAME || what == PLT_LEFT_OUT_CONTENTS
                      || what == PLT_LEFT_OUT_PAGE_NUMBER;

  if (stripped[0] == '\0')
    return;
  if (!together && self->left_out[what]++ < REMARKS_OF_A_KIND)
    {
      add_remark (self, what, line, stripped);
      return;
    }
  if (self->rest[what] == NULL)
    {
      self->rest[what] = g_string_new (NULL);
      self->rest_line[what] = line;
    }
  else
    g_string_append_c (self->rest[what], '\n');
  g_string_append (self->rest[what], stripped);
}

static void
tell_the_rest (PltStyledText *self)
{
  for (guint i = 0; i < PLT_N_LEFT_OUT; i++)
    if (self->rest[i] != NULL)
      add_remark (self, (PltLeftOut) i, self->rest_line[i], self->rest[i]->str);
}

/* ---- writing the script ---- */

typedef struct
{
  PltStyledText *text;
  PltScriptBuilder *builder;
  PltStyledLines lines;
  gboolean in_speech;
  gboolean bracket_open; /* a parenthetical goes on on the next line */
  guint speech;          /* lines of speech since the cue */
  gint speech_indent;
  guint8 speech_align;
  PltParagraphKind kind; /* gathered, CHARACTER when nothing is */
  GString *gathered;
  const PltStyledParagraph *gathered_from;
  GHashTable *names; /* of the cues so far */
} Writer;

static PltStyledLine *
line_at (const Writer *self, guint i)
{
  return i < self->lines.lines->len ? &g_array_index (self->lines.lines, PltStyledLine, i) : NULL;
}

/* The page on which what follows stands, where the file says it. */
static void
set_page (Writer *self, guint page)
{
  if (page > 0)
    plt_script_builder_set_page (self->builder, page);
}

static void
flush (Writer *self)
{
  if (self->gathered->len > 0)
    {
      PltParagraph *paragraph;

      set_page (self, self->gathered_from->page);
      paragraph = plt_script_builder_add (self->builder, self->kind, self->gathered_from->line,
                                          self->gathered->str, self->gathered->len);
      if (self->kind == PLT_PARAGRAPH_SECTION)
        paragraph->depth = MAX (1, self->gathered_from->outline);
    }
  g_string_truncate (self->gathered, 0);
  self->kind = PLT_PARAGRAPH_CHARACTER;
}

/* Lines of one paragraph stay lines; those that a typewriter broke are joined. */
static void
gather (Writer *self, PltParagraphKind kind, guint i)
{
  const PltStyledLine *line = line_at (self, i);
  gboolean joins = self->gathered->len > 0 && kind == self->kind;

  if (joins && line->paragraph == self->gathered_from)
    g_string_append_c (self->gathered, '\n');
  else if (joins && self->lines.typewriter && line_at (self, i - 1)->text[0] != '\0'
           && (kind != PLT_PARAGRAPH_PARENTHETICAL || self->bracket_open))
    {
      gsize n = self->gathered->len;

      /* "mi-" and "novembre" on two lines are one word. */
      if (self->gathered->str[n - 1] != '-' || n < 2 || self->gathered->str[n - 2] == ' '
          || self->gathered->str[n - 2] == '-')
        g_string_append_c (self->gathered, ' ');
    }
  else
    {
      flush (self);
      self->gathered_from = line->paragraph;
    }
  self->kind = kind;
  g_string_append (self->gathered, line->text);
}

/* The number that a list prints is the scene's even where no one would take it for one: "A". */
static void
parse_heading (const PltStyledLine *line, const char *flat, PltHeading *heading)
{
  const char *number = line->first ? line->paragraph->number : NULL;
  gsize n = number != NULL ? strlen (number) : 0;

  plt_heading_parse (flat, -1, TRUE, heading);
  if (n == 0 || heading->number[0] != '\0' || strncmp (flat, number, n) != 0)
    return;
  plt_heading_clear (heading);
  memset (heading, 0, sizeof *heading);
  plt_heading_parse (flat + n, -1, TRUE, heading);
  if (heading->number[0] == '\0')
    {
      g_free (heading->number);
      heading->number = g_strndup (number, strcspn (number, ".):- "));
    }
}

static void
write_heading (Writer *self, guint i, PltHeadingMatch match)
{
  const PltStyledLine *line = line_at (self, i);
  g_auto (PltHeading) heading = { NULL };
  g_autofree char *flat = g_strdelimit (g_strdup (line->text), "\n", ' ');

  flush (self);
  self->in_speech = FALSE;
  parse_heading (line, flat, &heading);
  set_page (self, line->paragraph->page);
  plt_script_builder_add_heading (self->builder, line->paragraph->line, flat, strlen (flat),
                                  &heading, match);
}

static void
write_cue (Writer *self, guint i)
{
  const PltStyledLine *line = line_at (self, i);
  g_autofree char *flat = g_strdelimit (g_strdup (line->text), "\n", ' ');

  flush (self);
  g_hash_table_add (self->names, plt_script_cue_name (flat, -1));
  set_page (self, line->paragraph->page);
  plt_script_builder_add_cue (self->builder, line->paragraph->line, flat, strlen (flat), FALSE);
  self->in_speech = TRUE;
  self->bracket_open = FALSE;
  self->speech = 0;
}

static void
write_page_break (Writer *self, const PltStyledParagraph *paragraph)
{
  const GPtrArray *written = plt_script_builder_get_script (self->builder)->paragraphs;

  flush (self);
  /* A page begins after the title page whether it says so or not. */
  if (written->len == 0
      || ((PltParagraph *) g_ptr_array_index (written, written->len - 1))->kind
             == PLT_PARAGRAPH_TITLE)
    return;
  set_page (self, paragraph->page);
  plt_script_builder_add (self->builder, PLT_PARAGRAPH_PAGE_BREAK, paragraph->line, "", 0);
}

static gboolean
is_bracketed (const char *text)
{
  gsize n = strlen (text);

  return n > 2 && text[0] == '(' && text[n - 1] == ')' && strchr (text, ')') == text + n - 1;
}

/* ---- paragraphs whose style is known ---- */

/* The first line of a speech says where the others stand. */
static void
count_speech (Writer *self, const PltStyledLine *line)
{
  if (self->speech++ > 0)
    return;
  self->speech_indent = line->indent;
  self->speech_align = line->align;
}

static void
write_styled (Writer *self, guint i)
{
  const PltStyledLine *line = line_at (self, i);
  PltParagraphKind kind = line->kind;

  if (kind == PLT_PARAGRAPH_HEADING)
    {
      write_heading (self, i, PLT_HEADING_SURE);
      return;
    }
  if (kind == PLT_PARAGRAPH_CHARACTER)
    {
      write_cue (self, i);
      return;
    }
  /* A heading whose style was forgotten. */
  if (kind == PLT_PARAGRAPH_ACTION && line->match == PLT_HEADING_SURE && line->upper)
    {
      write_heading (self, i, PLT_HEADING_SURE);
      return;
    }
  if (kind == PLT_PARAGRAPH_DIALOGUE && is_bracketed (line->text))
    kind = PLT_PARAGRAPH_PARENTHETICAL;
  else if (kind == PLT_PARAGRAPH_ACTION && line->paragraph->align == PLT_ALIGN_CENTER)
    kind = PLT_PARAGRAPH_CENTERED;
  self->in_speech = kind == PLT_PARAGRAPH_DIALOGUE || kind == PLT_PARAGRAPH_PARENTHETICAL
                    || kind == PLT_PARAGRAPH_LYRIC;
  if (kind == PLT_PARAGRAPH_DIALOGUE)
    count_speech (self, line);
  gather (self, kind, i);
  flush (self);
}

/* ---- the others, by what they say and where they stand ---- */

/* Whether a paragraph may begin with the line: the first of one, with a blank line before it where
 * the text has blank lines. */
static gboolean
begins (const Writer *self, guint i)
{
  const PltStyledLine *before = i > 0 ? line_at (self, i - 1) : NULL;

  if (before == NULL || before->text[0] == '\0' || before->by_style)
    return TRUE;
  return line_at (self, i)->first && !self->lines.has_blanks;
}

static gboolean
is_page_number (const Writer *self, guint i)
{
  const PltStyledLine *next = line_at (self, i + 1);
  const char *p = line_at (self, i)->text;
  gsize n = strspn (p, "0123456789");

  return self->lines.typewriter && n > 0 && n <= 4 && strspn (p + n, ".") == strlen (p + n)
         && begins (self, i) && (next == NULL || next->text[0] == '\0');
}

static gboolean
may_be_slug (const Writer *self, guint i)
{
  const PltStyledLine *line = line_at (self, i);
  const PltStyledLine *next = line_at (self, i + 1);
  gsize n = strlen (line->text);
  gboolean by_look = self->lines.strong && line->paragraph->strong;
  guint letters = 0;

  if (!(by_look || (self->lines.english && !self->lines.numbered && !self->lines.strong))
      || !(self->lines.has_cues || self->lines.style_cues) || i < self->lines.first_heading
      || !line->upper || n > LONGEST_CUE || line->align != PLT_ALIGN_LEFT
      || plt_styled_line_is_indented (&self->lines, line) || !begins (self, i)
      || (next != NULL && !next->first))
    return FALSE;
  if (strchr ("!?:\"(", line->text[0]) != NULL || strchr ("!?:\"", line->text[n - 1]) != NULL
      || g_str_has_suffix (line->text, "...") || g_str_has_suffix (line->text, "…")
      || plt_fountain_is_transition (line->text, n) || plt_fountain_is_part_title (line->text, n))
    return FALSE;
  for (const char *p = line->text; *p != '\0'; p++)
    letters += g_ascii_isalpha (*p) ? 1 : 0;
  return letters >= 3;
}

static PltHeadingMatch
find_heading (const Writer *self, guint i)
{
  const PltStyledLine *line = line_at (self, i);
  gboolean indented = plt_styled_line_is_indented (&self->lines, line);

  if (strlen (line->text) > TITLE_LENGTH)
    return PLT_HEADING_NO;
  if (line->match == PLT_HEADING_NO)
    return may_be_slug (self, i) ? PLT_HEADING_GUESSED : PLT_HEADING_NO;
  if (line->match == PLT_HEADING_SURE)
    return line->upper || (!(self->in_speech && indented) && begins (self, i)) ? PLT_HEADING_SURE
                                                                               : PLT_HEADING_NO;
  return line->upper && !indented && begins (self, i) ? PLT_HEADING_GUESSED : PLT_HEADING_NO;
}

static gboolean
is_transition (const Writer *self, guint i)
{
  const PltStyledLine *line = line_at (self, i);
  gsize n = strlen (line->text);

  if (!line->upper || n > LONGEST_CUE || !begins (self, i))
    return FALSE;
  if (plt_fountain_is_transition (line->text, n))
    return TRUE;
  return line->align == PLT_ALIGN_RIGHT
         || (line->text[n - 1] == ':' && line->indent > self->lines.margin + 4 * PLT_TWIPS_OF_INCH);
}

/* The next line with text, where at most one is blank. */
static const PltStyledLine *
find_next (const Writer *self, guint i, gboolean *blank)
{
  const PltStyledLine *next = line_at (self, i + 1);

  *blank = next != NULL && next->text[0] == '\0';
  if (*blank)
    next = line_at (self, i + 2);
  return next != NULL && next->text[0] != '\0' ? next : NULL;
}

static gboolean
may_be_name (const PltStyledLine *line)
{
  gsize n = strlen (line->text);
  g_autofree char *effect = NULL;

  if (!line->upper || n > LONGEST_CUE || line->text[0] == '(' || line->match != PLT_HEADING_NO
      || line->align == PLT_ALIGN_RIGHT || plt_fountain_is_part_title (line->text, n)
      || strchr (".!?", line->text[n - 1]) != NULL)
    return FALSE;
  effect = plt_heading_parse_effect (line->text, -1);
  return effect == NULL;
}

/* A name at the margin of action, where no name stands away from it: short, alone on its line, with
 * words right below that are no name. */
static gboolean
is_cue_at_margin (const Writer *self, guint i)
{
  const PltStyledLine *line = line_at (self, i);
  const PltStyledLine *next = line_at (self, i + 1);
  guint spaces = 0;

  if (self->lines.has_cues || self->lines.style_cues || next == NULL || next->text[0] == '\0'
      || next->match == PLT_HEADING_SURE)
    return FALSE;
  if (next->upper && next->text[0] != '(')
    {
      g_autofree char *name = plt_script_cue_name (line->text, -1);

      return g_hash_table_contains (self->names, name);
    }
  for (const char *p = line->text; *p != '\0' && *p != '('; p++)
    spaces += *p == ' ' ? 1 : 0;
  return spaces <= 4 && !g_str_has_suffix (line->text, ":");
}

static gboolean
is_cue (const Writer *self, guint i)
{
  const PltStyledLine *line = line_at (self, i);
  const PltStyledLine *next;
  gboolean blank;

  if (!may_be_name (line) || !begins (self, i))
    return self->in_speech && may_be_name (line) && plt_styled_line_is_indented (&self->lines, line)
           && line->indent > self->speech_indent + PLT_TWIPS_OF_INCH / 2 && self->speech > 0;
  if (!plt_styled_line_is_indented (&self->lines, line))
    return is_cue_at_margin (self, i);
  if (line->align == PLT_ALIGN_CENTER && !self->lines.cues_centered && self->lines.has_cues)
    return FALSE;
  next = find_next (self, i, &blank);
  if (next == NULL || next->by_style || next->match == PLT_HEADING_SURE
      || !plt_styled_line_is_indented (&self->lines, next))
    return next != NULL && next->by_style && next->kind == PLT_PARAGRAPH_DIALOGUE;
  if (next->text[0] == '(')
    return TRUE;
  if (next->upper && next->indent >= line->indent - PLT_TWIPS_OF_SIGN && next->first
      && next->align == line->align)
    return !blank && !self->lines.typewriter && next->match == PLT_HEADING_NO
           && strchr (".!?…", next->text[strlen (next->text) - 1]) != NULL;
  return !blank || !next->upper;
}

static gboolean
goes_on_speaking (const Writer *self, guint i)
{
  const PltStyledLine *line = line_at (self, i);

  if (!self->in_speech)
    return FALSE;
  /* A name is followed by what it says, wherever that stands. */
  if (self->speech == 0 || is_bracketed (line->text))
    return TRUE;
  if (self->lines.has_cues || self->lines.style_cues)
    {
      if (!plt_styled_line_is_indented (&self->lines, line) || line->align == PLT_ALIGN_RIGHT)
        return FALSE;
      return line->text[0] == '(' || self->bracket_open
             || (line->align == self->speech_align
                 && ABS (line->indent - self->speech_indent) < PLT_TWIPS_OF_INCH);
    }
  if (self->lines.has_blanks)
    return line_at (self, i - 1)->text[0] != '\0';
  return !line->first || line->text[0] == '(' || line_at (self, i - 1)->text[0] == '(';
}

static void
write_speech (Writer *self, guint i)
{
  const PltStyledLine *line = line_at (self, i);

  if (self->bracket_open || line->text[0] == '(')
    {
      gboolean closed = self->bracket_open
                            ? strchr (line->text, ')') != NULL
                            : is_bracketed (line->text) || strchr (line->text, ')') != NULL;
      PltParagraphKind kind = !self->bracket_open && closed && !is_bracketed (line->text)
                                  ? PLT_PARAGRAPH_DIALOGUE
                                  : PLT_PARAGRAPH_PARENTHETICAL;

      gather (self, kind, i);
      self->bracket_open = !closed && self->lines.typewriter;
      if (kind == PLT_PARAGRAPH_PARENTHETICAL)
        return;
    }
  else
    gather (self, PLT_PARAGRAPH_DIALOGUE, i);
  count_speech (self, line);
}

static void
write_other (Writer *self, guint i)
{
  const PltStyledLine *line = line_at (self, i);
  PltParagraphKind kind = PLT_PARAGRAPH_ACTION;

  self->in_speech = FALSE;
  if (line->paragraph->outline > 0)
    kind = PLT_PARAGRAPH_SECTION;
  else if (line->align == PLT_ALIGN_CENTER)
    kind = PLT_PARAGRAPH_CENTERED;
  gather (self, kind, i);
}

static void
write_line (Writer *self, guint i)
{
  const PltStyledLine *line = line_at (self, i);
  PltHeadingMatch match;

  if (line->first && line->paragraph->breaks_page)
    write_page_break (self, line->paragraph);
  if (line->text[0] == '\0')
    return;
  if (line->by_style)
    {
      write_styled (self, i);
      return;
    }
  match = find_heading (self, i);
  if (match != PLT_HEADING_NO)
    write_heading (self, i, match);
  else if (is_page_number (self, i))
    plt_styled_text_leave_out (self->text, PLT_LEFT_OUT_PAGE_NUMBER, line->paragraph->line,
                               line->text);
  else if (is_transition (self, i))
    {
      self->in_speech = FALSE;
      gather (self, PLT_PARAGRAPH_TRANSITION, i);
      flush (self);
    }
  else if (is_cue (self, i))
    write_cue (self, i);
  else if (goes_on_speaking (self, i))
    write_speech (self, i);
  else
    write_other (self, i);
}

/* ---- the title page ---- */

/* Lines before the first heading that are a title page: all of the first page when little stands on
 * it, or all of it stands in the middle, else those of a title's style or in the middle. */
static guint
count_title_lines (const Writer *self)
{
  guint n = 0, texts = 0, end;
  gboolean short_lines = TRUE;
  gboolean centered = self->lines.first_heading < self->lines.lines->len;

  for (end = 0; end < self->lines.first_heading; end++)
    {
      const PltStyledLine *line = line_at (self, end);

      if (end > 0 && line->first && line->paragraph->breaks_page)
        break;
      texts += line->text[0] != '\0' ? 1 : 0;
      short_lines = short_lines && strlen (line->text) <= TITLE_LENGTH;
      centered = centered && (line->text[0] == '\0' || line->align == PLT_ALIGN_CENTER);
    }
  if (end > 0 && line_at (self, end) != NULL && line_at (self, end)->first
      && line_at (self, end)->paragraph->breaks_page && texts <= TITLE_LINES && short_lines)
    return end;
  if (centered && texts > 0 && texts <= TITLE_LINES && end == self->lines.first_heading)
    return end;
  for (guint i = 0; i < end && i < TITLE_LINES; i++)
    {
      const PltStyledLine *line = line_at (self, i);

      if (line->text[0] == '\0')
        continue;
      if (!(line->paragraph->style != NULL && plt_style_name_is_title (line->paragraph->style))
          && (line->align != PLT_ALIGN_CENTER || is_cue (self, i)
              || plt_fountain_is_transition (line->text, strlen (line->text))
              || strlen (line->text) > TITLE_LENGTH))
        break;
      n = i + 1;
    }
  return n;
}

static guint
write_title_page (Writer *self)
{
  guint n = count_title_lines (self);

  for (guint i = 0; i < n; i++)
    {
      const PltStyledLine *line = line_at (self, i);

      set_page (self, line->paragraph->page);
      plt_script_builder_add_title_line (self->builder, line->paragraph->line, line->text,
                                         strlen (line->text));
    }
  return n;
}

PltScript *
plt_styled_text_to_script (PltStyledText *self, const char *name, GError **error)
{
  g_autoptr (GString) gathered = g_string_new (NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Writer writer = { .text = self, .builder = self->builder, .gathered = gathered, .names = names };

  if (self->too_many)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
                   _ ("“%s” unpacks to far more than a screenplay takes: it was not read."), name);
      return NULL;
    }
  writer.kind = PLT_PARAGRAPH_CHARACTER;
  plt_styled_lines_init (&writer.lines, self->paragraphs);
  for (guint i = write_title_page (&writer); i < writer.lines.lines->len; i++)
    write_line (&writer, i);
  flush (&writer);
  tell_the_rest (self);
  plt_styled_lines_clear (&writer.lines);
  return plt_script_builder_finish (self->builder);
}
