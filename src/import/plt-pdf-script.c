#include "plt-pdf-script.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-fountain-private.h"
#include "plt-pdf-layout.h"
#include "plt-script-builder.h"
#include "plt-text.h"

typedef struct
{
  PltScriptBuilder *builder;
  PltPdfText *text;
  PltPdfLayout layout;
  gboolean in_speech;
  gboolean bracket_open;
  PltParagraphKind kind; /* of the paragraph being gathered */
  GString *gathered;
  guint gathered_line;
  char *speaker;   /* (nullable): of the speech being read */
  GString *column; /* the right-hand one of two speeches: its lines, by '\n' */
  guint column_line;
} Reader;

static const PltPdfLine *
line_at (const Reader *self, guint i)
{
  return i < self->text->lines->len ? g_ptr_array_index (self->text->lines, i) : NULL;
}

static gboolean
begins (const Reader *self, guint i)
{
  return i >= self->text->lines->len || plt_pdf_layout_begins (self->text, &self->layout, i);
}

static gboolean
is_action (const Reader *self, const PltPdfLine *line)
{
  return plt_pdf_layout_is_action (self->text, &self->layout, line);
}

/* ---- gathering ---- */

static void
flush (Reader *self)
{
  if (self->gathered->len > 0)
    plt_script_builder_add (self->builder, self->kind, self->gathered_line, self->gathered->str,
                            self->gathered->len);
  g_string_truncate (self->gathered, 0);
  self->bracket_open = FALSE;
}

/* Whether the author broke the line: the first word of the next one would have had room. */
static gboolean
broke_by_hand (const Reader *self, const PltPdfLine *before, const PltPdfLine *line)
{
  const char *space = strchr (line->text, ' ');
  gsize bytes = space != NULL ? (gsize) (space - line->text) : strlen (line->text);
  double word = (double) g_utf8_strlen (line->text, (gssize) bytes) * self->text->sign_width;

  return before->x1 + word + self->text->sign_width * 2 < self->layout.right;
}

static void
gather (Reader *self, PltParagraphKind kind, guint i)
{
  const PltPdfLine *line = line_at (self, i);

  if (self->gathered->len > 0 && (self->kind != kind || begins (self, i)))
    flush (self);
  if (self->gathered->len == 0)
    {
      self->kind = kind;
      self->gathered_line = line->index;
    }
  else if (kind == PLT_PARAGRAPH_ACTION && broke_by_hand (self, line_at (self, i - 1), line))
    g_string_append_c (self->gathered, '\n');
  else if (self->gathered->str[self->gathered->len - 1] != '-')
    g_string_append_c (self->gathered, ' ');
  if (line->number != NULL)
    g_string_append_printf (self->gathered, "%s ", line->number);
  g_string_append (self->gathered, line->text);
}

/* ---- two speeches side by side ---- */

/* Gives out the right-hand speech: its first line is the cue. */
static void
flush_column (Reader *self)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) speech = NULL;

  if (self->column->len == 0)
    return;
  flush (self);
  lines = g_strsplit (self->column->str, "\n", -1);
  plt_script_builder_add_cue (self->builder, self->column_line, lines[0], strlen (lines[0]), TRUE);
  speech = g_string_new (NULL);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      gsize n = strlen (lines[i]);

      if (lines[i][0] == '(' && lines[i][n - 1] == ')')
        {
          if (speech->len > 0)
            plt_script_builder_add (self->builder, PLT_PARAGRAPH_DIALOGUE, self->column_line + i,
                                    speech->str, speech->len);
          g_string_truncate (speech, 0);
          plt_script_builder_add (self->builder, PLT_PARAGRAPH_PARENTHETICAL, self->column_line + i,
                                  lines[i], n);
          continue;
        }
      if (speech->len > 0)
        g_string_append_c (speech, ' ');
      g_string_append (speech, lines[i]);
    }
  if (speech->len > 0)
    plt_script_builder_add (self->builder, PLT_PARAGRAPH_DIALOGUE, self->column_line + 1,
                            speech->str, speech->len);
  g_string_truncate (self->column, 0);
}

/* ---- headings ---- */

/* The lines below that belong to the heading at `i`, which was too long for one. */
static guint
heading_end (const Reader *self, guint i)
{
  gboolean upper = plt_text_is_upper (line_at (self, i)->text);
  guint end = i + 1;

  while (upper && end < i + 3 && !begins (self, end) && is_action (self, line_at (self, end))
         && plt_text_is_upper (line_at (self, end)->text)
         && !broke_by_hand (self, line_at (self, end - 1), line_at (self, end)))
    end++;
  return end;
}

static char *
join_lines (const Reader *self, guint from, guint to)
{
  GString *joined = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    {
      if (i > from)
        g_string_append_c (joined, ' ');
      g_string_append (joined, line_at (self, i)->text);
    }
  return g_string_free (joined, FALSE);
}

static void
add_heading (Reader *self, guint i, const char *text, PltHeading *heading, PltHeadingMatch match)
{
  const PltPdfLine *line = line_at (self, i);
  g_autofree char *shown = NULL;

  flush (self);
  flush_column (self);
  self->in_speech = FALSE;
  if (line->number != NULL)
    {
      plt_set_str (&heading->number, line->number);
      shown = g_strdup_printf ("%s. %s", line->number, text);
    }
  else
    shown = g_strdup (text);
  plt_script_builder_add_heading (self->builder, line->index, shown, strlen (shown), heading,
                                  match);
}

/* A line in capitals alone at the margin of action: BACK IN THE KITCHEN. */
static gboolean
is_slug (const Reader *self, guint i, guint end)
{
  const PltPdfLine *line = line_at (self, i);
  const PltPdfLine *last = line_at (self, end - 1);
  gsize n = strlen (last->text);
  guint letters = 0;

  if (!self->layout.english || self->layout.numbered || (self->layout.bold && !line->bold)
      || end - i > 2 || !begins (self, end) || !plt_text_is_upper (line->text)
      || i < self->layout.first_heading)
    return FALSE;
  if (strchr ("!?:\"", last->text[n - 1]) != NULL || g_str_has_suffix (last->text, "...")
      || g_str_has_suffix (last->text, "…"))
    return FALSE;
  for (const char *p = line->text; *p != '\0'; p++)
    letters += g_ascii_isalpha (*p) ? 1 : 0;
  return letters >= 3 && strcmp (line->text, "THE END") != 0 && strcmp (line->text, "FIN") != 0;
}

/* Reads the heading at `i`; returns the line after it, `i` when there is none. */
static guint
try_heading (Reader *self, guint i)
{
  const PltPdfLine *line = line_at (self, i);
  guint end = heading_end (self, i);
  g_autofree char *text = join_lines (self, i, end);
  g_auto (PltHeading) heading = { NULL };
  PltHeadingMatch match;

  match = plt_heading_parse (text, -1, FALSE, &heading);
  if (match == PLT_HEADING_SURE
      && (begins (self, i) || line->number != NULL
          || (heading.int_ext[0] != '\0' && heading.effect[0] != '\0' && plt_text_is_upper (text))))
    {
      add_heading (self, i, text, &heading, match);
      return end;
    }
  if (!begins (self, i))
    return i;
  if (match == PLT_HEADING_NO && line->number != NULL && plt_text_is_upper (text)
      && plt_heading_parse (text, -1, TRUE, &heading) == PLT_HEADING_SURE)
    match = PLT_HEADING_GUESSED;
  if (match == PLT_HEADING_NO && is_slug (self, i, end)
      && !plt_fountain_is_transition (text, strlen (text)))
    match = plt_heading_parse (text, -1, TRUE, &heading) == PLT_HEADING_SURE ? PLT_HEADING_GUESSED
                                                                             : PLT_HEADING_NO;
  if (match == PLT_HEADING_NO)
    return i;
  add_heading (self, i, text, &heading, PLT_HEADING_GUESSED);
  return end;
}

/* ---- the other lines ---- */

static gboolean
is_transition (const Reader *self, guint i)
{
  const PltPdfLine *line = line_at (self, i);

  if (!begins (self, i) || !begins (self, i + 1) || !plt_text_is_upper (line->text))
    return FALSE;
  if (plt_fountain_is_transition (line->text, strlen (line->text)))
    return TRUE;
  return line->x0 > self->layout.action + (self->layout.right - self->layout.action) * 0.5
         && line->text[strlen (line->text) - 1] == ':';
}

static gboolean
is_centered (const Reader *self, const PltPdfLine *line)
{
  double middle = (self->layout.action + self->layout.right) / 2;

  return !is_action (self, line)
         && ABS ((line->x0 + line->x1) / 2 - middle) < self->text->sign_width * 4;
}

/* Two lines of a title in the middle of the page, where speeches have a margin and these stand off
 * it. */
static gboolean
is_centered_block (const Reader *self, const PltPdfLine *line, const PltPdfLine *next)
{
  return self->layout.speech > 0 && next->text[0] != '(' && plt_text_is_upper (next->text)
         && ABS (next->x0 - self->layout.speech) > self->text->sign_width * 3
         && is_centered (self, line) && is_centered (self, next);
}

static gboolean
is_cue (const Reader *self, guint i)
{
  const PltPdfLine *line = line_at (self, i);
  const PltPdfLine *next = line_at (self, i + 1);
  gsize n = strlen (line->text);

  if (next == NULL || !begins (self, i) || n > 60 || !plt_pdf_layout_is_upper (line->text)
      || line->text[0] == '(' || line->text[n - 1] == ':')
    return FALSE;
  if (is_action (self, line))
    return !self->layout.has_cues && !begins (self, i + 1);
  if (!begins (self, i + 1))
    return !is_centered_block (self, line, next);
  /* Set with a space between name and speech: the speech is indented too, less than the name. */
  return next->page == line->page && !is_action (self, next) && next->x0 < line->x0
         && !plt_text_is_upper (next->text) && next->top - line->top < self->text->leading * 2.2;
}

/* The same speaker announced again at the top of a page, "NORA (CONT'D)": no new cue. */
static gboolean
is_repeated_cue (const Reader *self, guint i)
{
  const PltPdfLine *line = line_at (self, i);
  const PltPdfLine *before = line_at (self, i - 1);
  g_autofree char *folded = NULL;
  g_autofree char *name = NULL;

  if (i == 0 || before->page == line->page || self->speaker == NULL || !self->in_speech)
    return FALSE;
  folded = plt_text_fold (line->text);
  if (strstr (folded, "(cont") == NULL && strstr (folded, "(suite") == NULL)
    return FALSE;
  name = plt_script_cue_name (line->text, -1);
  return strcmp (name, self->speaker) == 0;
}

static void
read_cue (Reader *self, guint i)
{
  const PltPdfLine *line = line_at (self, i);

  if (is_repeated_cue (self, i))
    {
      plt_script_add_remark (plt_script_builder_get_script (self->builder), PLT_REMARK_DROPPED,
                             line->index, line->text,
                             _ ("A name repeated at the top of a page was left out."));
      return;
    }
  flush (self);
  flush_column (self);
  plt_script_builder_add_cue (self->builder, line->index, line->text, strlen (line->text), FALSE);
  g_free (self->speaker);
  self->speaker = plt_script_cue_name (line->text, -1);
  self->in_speech = TRUE;
}

static void
read_speech (Reader *self, guint i)
{
  const PltPdfLine *line = line_at (self, i);
  gsize n = strlen (line->text);

  if (self->bracket_open || line->text[0] == '(')
    {
      if (!self->bracket_open)
        flush (self);
      gather (self, PLT_PARAGRAPH_PARENTHETICAL, i);
      self->bracket_open = line->text[n - 1] != ')';
      if (!self->bracket_open)
        flush (self);
    }
  else
    gather (self, PLT_PARAGRAPH_DIALOGUE, i);
}

/* A speech goes on below a line of its own without a space, and over the page as long as it stays
 * away from the margin of action. */
static gboolean
continues_speech (const Reader *self, guint i)
{
  const PltPdfLine *line = line_at (self, i);
  const PltPdfLine *before = i > 0 ? line_at (self, i - 1) : line;

  if (!self->in_speech)
    return FALSE;
  if (before->page != line->page)
    return !is_action (self, line) && !plt_pdf_layout_is_upper (line->text);
  if (begins (self, i))
    return self->kind == PLT_PARAGRAPH_CHARACTER && !is_action (self, line);
  return TRUE;
}

static void
read_columns (Reader *self, guint i)
{
  const PltPdfLine *line = line_at (self, i);

  if (self->column->len == 0)
    {
      self->column_line = line->index;
      read_cue (self, i);
    }
  else
    {
      g_string_append_c (self->column, '\n');
      read_speech (self, i);
    }
  g_string_append (self->column, line->second);
}

/* Below two columns, a line that is in one of them only. */
static gboolean
continues_columns (Reader *self, guint i)
{
  const PltPdfLine *line = line_at (self, i);

  if (self->column->len == 0)
    return FALSE;
  if (begins (self, i))
    {
      flush_column (self);
      self->in_speech = FALSE;
      return FALSE;
    }
  if (line->x0 > (self->layout.action + self->layout.right) / 2)
    g_string_append_printf (self->column, "\n%s", line->text);
  else
    read_speech (self, i);
  return TRUE;
}

/* Reads the paragraph or the line at `i`; returns the line to go on with. */
static guint
read_line (Reader *self, guint i)
{
  const PltPdfLine *line = line_at (self, i);
  guint end;

  if (line->second != NULL && (self->column->len > 0 || begins (self, i)))
    {
      read_columns (self, i);
      return i + 1;
    }
  if (continues_columns (self, i))
    return i + 1;
  if (is_action (self, line) || line->number != NULL)
    {
      end = try_heading (self, i);
      if (end > i)
        return end;
    }
  if (is_transition (self, i))
    {
      self->in_speech = FALSE;
      gather (self, PLT_PARAGRAPH_TRANSITION, i);
      flush (self);
    }
  else if (is_cue (self, i))
    read_cue (self, i);
  else if (continues_speech (self, i))
    read_speech (self, i);
  else
    {
      self->in_speech = FALSE;
      gather (self, is_centered (self, line) ? PLT_PARAGRAPH_CENTERED : PLT_PARAGRAPH_ACTION, i);
      if (line->second != NULL)
        g_string_append_printf (self->gathered, " %s", line->second);
    }
  return i + 1;
}

/* ---- the title page ---- */

/* The first page is the title page when the script begins after it and little stands on it. */
static guint
read_title_page (Reader *self)
{
  guint n = 0;

  while (line_at (self, n) != NULL && line_at (self, n)->page == 0)
    n++;
  if (n == 0 || n > 30 || n > self->layout.first_heading || n == self->text->lines->len
      || line_at (self, 0)->n_ranks > 30)
    return 0;
  for (guint i = 0; i < n; i++)
    {
      const PltPdfLine *line = line_at (self, i);

      if (i > 0 && line->top - line_at (self, i - 1)->top > line->height * 2.5)
        plt_script_builder_add_title_line (self->builder, line->index, "", 0);
      plt_script_builder_add_title_line (self->builder, line->index, line->text,
                                         strlen (line->text));
    }
  return n;
}

PltScript *
plt_pdf_script_read (const char *bytes, gsize length, const char *name, GError **error)
{
  g_autoptr (PltPdfText) text = plt_pdf_text_load (bytes, length, name, error);
  g_autoptr (PltScriptBuilder) builder = NULL;
  g_autoptr (GString) gathered = NULL;
  g_autoptr (GString) column = NULL;
  Reader self = { NULL };
  guint i;

  if (text == NULL)
    return NULL;
  if (text->lines->len == 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” holds images and no text, a scan perhaps: ask for the file it was "
                      "printed from."),
                   name);
      return NULL;
    }
  self.builder = builder = plt_script_builder_new ("pdf");
  self.gathered = gathered = g_string_new (NULL);
  self.column = column = g_string_new (NULL);
  self.text = text;
  plt_pdf_layout_drop_frames (text, plt_script_builder_get_script (builder));
  plt_pdf_layout_measure (text, &self.layout);
  i = read_title_page (&self);
  while (i < text->lines->len)
    i = read_line (&self, i);
  flush (&self);
  flush_column (&self);
  g_free (self.speaker);
  return plt_script_builder_finish (builder);
}
