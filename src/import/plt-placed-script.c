#include "plt-placed-script.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-fountain-private.h"
#include "plt-placed-frames.h"
#include "plt-placed-layout.h"
#include "plt-placed-words.h"
#include "plt-script-builder.h"
#include "plt-text.h"

typedef struct
{
  PltScriptBuilder *builder;
  PltPlacedText *text;
  PltPlacedLayout layout;
  PltPlacedWords *words;
  guint *pages; /* the number of each page */
  guint back;   /* the first line after the film */
  gboolean in_speech;
  gboolean bracket_open;
  PltParagraphKind kind; /* of the paragraph being gathered */
  GString *gathered;
  guint gathered_line;
  guint gathered_page;
  char *speaker;   /* (nullable): of the speech being read */
  GString *column; /* the right-hand one of two speeches: its lines, by '\n' */
  guint column_line, column_page;
} Reader;

static const PltPlacedLine *
line_at (const Reader *self, guint i)
{
  return i < self->text->lines->len ? g_ptr_array_index (self->text->lines, i) : NULL;
}

static gboolean
begins (const Reader *self, guint i)
{
  return i >= self->text->lines->len || plt_placed_layout_begins (self->text, &self->layout, i);
}

static gboolean
is_action (const Reader *self, const PltPlacedLine *line)
{
  return plt_placed_layout_is_action (self->text, &self->layout, line);
}

/* ---- gathering ---- */

static void
set_page (Reader *self, guint page)
{
  if (self->text->paged)
    plt_script_builder_set_page (self->builder, self->pages[page]);
}

static void
flush (Reader *self)
{
  if (self->gathered->len > 0)
    set_page (self, self->gathered_page);
  if (self->gathered->len > 0)
    plt_script_builder_add (self->builder, self->kind, self->gathered_line, self->gathered->str,
                            self->gathered->len);
  g_string_truncate (self->gathered, 0);
  self->bracket_open = FALSE;
}

/* A speech that goes over the page is one. */
static gboolean
ends_paragraph (const Reader *self, PltParagraphKind kind, guint i)
{
  if (self->kind != kind)
    return TRUE;
  return begins (self, i)
         && !(kind == PLT_PARAGRAPH_DIALOGUE
              && line_at (self, i)->page != line_at (self, i - 1)->page);
}

static void
gather (Reader *self, PltParagraphKind kind, guint i)
{
  const PltPlacedLine *line = line_at (self, i);
  g_autofree char *numbered
      = line->number != NULL ? g_strconcat (line->number, " ", line->text, NULL) : NULL;
  const char *text = numbered != NULL ? numbered : line->text;

  if (self->gathered->len > 0 && ends_paragraph (self, kind, i))
    flush (self);
  if (self->gathered->len == 0)
    {
      self->kind = kind;
      self->gathered_line = line->index;
      self->gathered_page = line->page;
      g_string_append (self->gathered, text);
    }
  else if ((kind == PLT_PARAGRAPH_ACTION || kind == PLT_PARAGRAPH_NOTE)
           && plt_placed_layout_broke (self->text, &self->layout, i))
    g_string_append_printf (self->gathered, "\n%s", text);
  else
    plt_placed_words_join (self->words, self->gathered, text);
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
  set_page (self, self->column_page);
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
      plt_placed_words_join (self->words, speech, lines[i]);
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
         && !plt_placed_layout_broke (self->text, &self->layout, end))
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
  const PltPlacedLine *line = line_at (self, i);
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
  set_page (self, line->page);
  plt_script_builder_add_heading (self->builder, line->index, shown, strlen (shown), heading,
                                  match);
}

/* A line in capitals alone at the margin of action: BACK IN THE KITCHEN. */
static gboolean
is_slug (const Reader *self, guint i, guint end)
{
  const PltPlacedLine *line = line_at (self, i);
  const PltPlacedLine *last = line_at (self, end - 1);
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
  const PltPlacedLine *line = line_at (self, i);
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
  const PltPlacedLine *line = line_at (self, i);

  if (!begins (self, i) || !begins (self, i + 1) || !plt_text_is_upper (line->text))
    return FALSE;
  if (plt_fountain_is_transition (line->text, strlen (line->text)))
    return TRUE;
  return line->x0 > self->layout.action + (self->layout.right - self->layout.action) * 0.5
         && line->text[strlen (line->text) - 1] == ':';
}

static gboolean
is_centered (const Reader *self, const PltPlacedLine *line)
{
  double middle = (self->layout.action + self->layout.right) / 2;

  return !is_action (self, line) && self->layout.right - line->x1 > self->text->sign_width * 3
         && ABS ((line->x0 + line->x1) / 2 - middle) < self->text->sign_width * 4;
}

/* Two lines of a title in the middle of the page, where speeches have a margin and these stand off
 * it. */
static gboolean
is_centered_block (const Reader *self, const PltPlacedLine *line, const PltPlacedLine *next)
{
  return self->layout.speech > 0 && next->text[0] != '(' && plt_text_is_upper (next->text)
         && ABS (next->x0 - self->layout.speech) > self->text->sign_width * 3
         && is_centered (self, line) && is_centered (self, next);
}

static gboolean
is_cue (const Reader *self, guint i)
{
  const PltPlacedLine *line = line_at (self, i);
  const PltPlacedLine *next = line_at (self, i + 1);
  gsize n = strlen (line->text);

  if (next == NULL || !begins (self, i) || n > 60
      || !plt_placed_layout_is_name (&self->layout, line->text) || line->text[0] == '('
      || line->text[n - 1] == ':')
    return FALSE;
  if (!self->layout.has_cues && plt_placed_layout_is_outdented (self->text, &self->layout, i))
    return TRUE;
  if (is_action (self, line))
    return !self->layout.has_cues && self->layout.speech == 0 && !begins (self, i + 1);
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
  const PltPlacedLine *line = line_at (self, i);
  const PltPlacedLine *before = line_at (self, i - 1);
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
  const PltPlacedLine *line = line_at (self, i);

  if (is_repeated_cue (self, i))
    {
      plt_script_add_remark (plt_script_builder_get_script (self->builder), PLT_REMARK_DROPPED,
                             line->index, line->text,
                             _ ("A name repeated at the top of a page was left out."));
      return;
    }
  flush (self);
  flush_column (self);
  set_page (self, line->page);
  plt_script_builder_add_cue (self->builder, line->index, line->text, strlen (line->text), FALSE);
  g_free (self->speaker);
  self->speaker = plt_script_cue_name (line->text, -1);
  self->in_speech = TRUE;
  self->kind = PLT_PARAGRAPH_CHARACTER;
}

static void
read_speech (Reader *self, guint i)
{
  const PltPlacedLine *line = line_at (self, i);
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
  const PltPlacedLine *line = line_at (self, i);
  const PltPlacedLine *before = i > 0 ? line_at (self, i - 1) : line;

  if (!self->in_speech)
    return FALSE;
  if (before->page != line->page)
    return !is_action (self, line) && !plt_placed_layout_is_upper (line->text);
  if (begins (self, i))
    return !is_action (self, line)
           && (self->kind == PLT_PARAGRAPH_CHARACTER
               || (self->layout.speech > 0
                   && ABS (line->x0 - self->layout.speech) < self->text->sign_width * 1.5));
  return TRUE;
}

static void
read_columns (Reader *self, guint i)
{
  const PltPlacedLine *line = line_at (self, i);

  if (self->column->len == 0)
    {
      self->column_line = line->index;
      self->column_page = line->page;
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
  const PltPlacedLine *line = line_at (self, i);

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

static PltParagraphKind
kind_of_text (const Reader *self, const PltPlacedLine *line)
{
  g_autofree char *effect = NULL;

  if (!is_centered (self, line))
    return PLT_PARAGRAPH_ACTION;
  effect = plt_heading_parse_effect (line->text, -1); /* above a group of séquences */
  return effect != NULL ? PLT_PARAGRAPH_ACTION : PLT_PARAGRAPH_CENTERED;
}

/* Two names side by side begin two columns; any other wide gap is only one. */
static gboolean
begins_columns (const Reader *self, guint i)
{
  const PltPlacedLine *line = line_at (self, i);

  return begins (self, i) && plt_placed_layout_is_upper (line->text)
         && plt_placed_layout_is_upper (line->second) && strlen (line->text) < 50
         && strlen (line->second) < 50;
}

static void
close_gap (PltPlacedLine *line)
{
  char *text;

  if (line->second == NULL)
    return;
  text = g_strconcat (line->text, " ", line->second, NULL);
  g_free (line->text);
  line->text = text;
  line->x1 = line->second_x1;
  g_clear_pointer (&line->second, g_free);
}

/* Reads the paragraph or the line at `i`; returns the line to go on with. */
static guint
read_line (Reader *self, guint i)
{
  PltPlacedLine *line = g_ptr_array_index (self->text->lines, i);
  guint end;

  if (line->second != NULL && (self->column->len > 0 || begins_columns (self, i)))
    {
      read_columns (self, i);
      return i + 1;
    }
  close_gap (line);
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
      gather (self, kind_of_text (self, line), i);
    }
  return i + 1;
}

/* ---- before and after the script ---- */

/* "SYNOPSIS", "NOTE D’INTENTION", "LISTE DES PERSONNAGES". */
static gboolean
is_part_title (const Reader *self, guint i)
{
  static const char *const of_the_script[]
      = { "scenario", "continuite dialoguee", "fin", "the end", NULL };
  const PltPlacedLine *line = line_at (self, i);
  gsize n = strlen (line->text);
  g_autofree char *folded = NULL;

  if (n > 60 || !begins (self, i))
    return FALSE;
  folded = plt_text_fold (line->text);
  if (g_strv_contains (of_the_script, folded))
    return FALSE;
  return g_str_has_suffix (folded, " personnages") || g_str_has_prefix (folded, "note d'")
         || g_str_has_prefix (folded, "note de ") || g_str_has_prefix (folded, "synopsis ")
         || (plt_text_is_upper (line->text) && plt_fountain_is_part_title (line->text, n));
}

static gboolean
is_end (const Reader *self, guint i)
{
  g_autofree char *folded = plt_text_fold (line_at (self, i)->text);
  g_autofree char *bare = NULL;
  const char *from = folded;
  gsize n;

  from += strspn (from, "- *.");
  n = strlen (from);
  while (n > 0 && strchr ("- *.", from[n - 1]) != NULL)
    n--;
  bare = g_strndup (from, n);
  return plt_text_is_upper (line_at (self, i)->text)
         && (strcmp (bare, "fin") == 0 || strcmp (bare, "the end") == 0
             || strcmp (bare, "fin du film") == 0 || strcmp (bare, "fin de l'episode") == 0);
}

/* The line after the last of the film: below FIN, or where notes begin. */
static guint
find_back (const Reader *self)
{
  guint n = self->text->lines->len;

  if (self->layout.first_heading == n)
    return n;
  for (guint i = self->layout.last_heading + 1; i < n; i++)
    {
      if (is_end (self, i))
        return i + 1;
      if (is_part_title (self, i))
        return i;
    }
  return n;
}

/* Where the script begins: with its first heading, and the light or the transition above it. */
static guint
find_front (const Reader *self, guint from)
{
  guint front = self->layout.first_heading;
  gboolean found = FALSE;

  for (guint i = from; i < front && front < self->text->lines->len && !found; i++)
    found = is_part_title (self, i);
  if (!found)
    return from;
  while (front > from && self->layout.first_heading - front < 2)
    {
      const char *text = line_at (self, front - 1)->text;
      g_autofree char *effect = plt_heading_parse_effect (text, -1);

      if (effect == NULL && !plt_fountain_is_transition (text, strlen (text)))
        break;
      front--;
    }
  return front;
}

static void
read_notes (Reader *self, guint from, guint to)
{
  flush (self);
  flush_column (self);
  for (guint i = from; i < to; i++)
    {
      close_gap (g_ptr_array_index (self->text->lines, i));
      gather (self, PLT_PARAGRAPH_NOTE, i);
    }
  flush (self);
}

/* ---- the title page ---- */

static gboolean
is_title_page (const Reader *self, guint n)
{
  if (n == 0 || n > 30 || n > self->layout.first_heading || n == self->text->lines->len
      || line_at (self, 0)->n_ranks > 30)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (is_part_title (self, i))
      return FALSE;
  return TRUE;
}

/* The first page is the title page when the script begins after it and little stands on it. */
static guint
read_title_page (Reader *self)
{
  guint n = 0;

  while (line_at (self, n) != NULL && line_at (self, n)->page == line_at (self, 0)->page)
    n++;
  if (!is_title_page (self, n))
    return 0;
  for (guint i = 0; i < n; i++)
    {
      PltPlacedLine *line = g_ptr_array_index (self->text->lines, i);
      g_autofree char *text = NULL;

      close_gap (line);
      text = g_strconcat (line->number != NULL ? line->number : "", line->number != NULL ? " " : "",
                          line->text, NULL);
      if (i > 0 && line->top - line_at (self, i - 1)->top > line->height * 2.5)
        plt_script_builder_add_title_line (self->builder, line->index, "", 0);
      plt_script_builder_add_title_line (self->builder, line->index, text, strlen (text));
    }
  return n;
}

/* ---- the whole ---- */

static void
read_lines (Reader *self)
{
  guint n = self->text->lines->len;
  guint title = read_title_page (self);
  guint i;

  plt_placed_frames_number (self->pages, self->text->n_pages,
                            title < n ? line_at (self, title)->page : 0);
  i = find_front (self, title);
  self->back = find_back (self);
  read_notes (self, title, i);
  while (i < self->back)
    i = read_line (self, i);
  read_notes (self, i, n);
  if (n > 0)
    set_page (self, line_at (self, n - 1)->page);
}

PltScript *
plt_placed_script_read (PltPlacedText *text, const char *format)
{
  g_autoptr (PltScriptBuilder) builder = plt_script_builder_new (format);
  g_autoptr (GString) gathered = g_string_new (NULL);
  g_autoptr (GString) column = g_string_new (NULL);
  g_autoptr (PltPlacedWords) words = NULL;
  g_autofree guint *pages = NULL;
  Reader self = { .builder = builder, .text = text, .gathered = gathered, .column = column };

  self.pages = pages = plt_placed_frames_drop (text, plt_script_builder_get_script (builder));
  self.words = words = plt_placed_words_new (text);
  plt_placed_layout_measure (text, &self.layout);
  read_lines (&self);
  g_free (self.speaker);
  return plt_script_builder_finish (builder);
}
