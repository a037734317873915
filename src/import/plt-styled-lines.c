/* The paragraphs of a word processor as lines with their places, and what can be said of the whole:
 * the margin of action, whether names stand away from it, whether it was typed as on a typewriter.
 */
#include <string.h>

#include "plt-styled-private.h"
#include "plt-text.h"

#define MAX_BINS 120
#define BIN 120  /* twips */
#define AWAY 280 /* twips from the margin of action that mean another place */

static PltStyledLine *
line_at (const PltStyledLines *self, guint i)
{
  return &g_array_index (self->lines, PltStyledLine, i);
}

static void
clear_line (gpointer data)
{
  PltStyledLine *self = data;

  g_free (self->text);
}

gboolean
plt_styled_line_is_indented (const PltStyledLines *self, const PltStyledLine *line)
{
  return line->align == PLT_ALIGN_CENTER || line->indent > self->margin + AWAY;
}

/* ---- lines ---- */

/* Spaces and tabs typed in the text become one, as they are no text; no-break spaces stay. */
static char *
squeeze (const char *text, gsize length)
{
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    if (text[i] != ' ' && text[i] != '\t')
      g_string_append_c (out, text[i]);
    else if (out->len > 0 && out->str[out->len - 1] != ' ' && out->str[out->len - 1] != '\n')
      g_string_append_c (out, ' ');
  while (out->len > 0 && (out->str[out->len - 1] == ' ' || out->str[out->len - 1] == '\n'))
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

static gboolean
is_upper (const char *text)
{
  const char *bracket = strchr (text, '(');
  g_autofree char *name = NULL;

  if (bracket == NULL || bracket == text)
    return plt_text_is_upper (text);
  name = g_strndup (text, (gsize) (bracket - text));
  return plt_text_is_upper (name);
}

static char *
with_number (const char *number, char *text)
{
  char *numbered;

  if (number == NULL || number[0] == '\0' || text[0] == '\0')
    return text;
  numbered = g_strconcat (number, " ", text, NULL);
  g_free (text);
  return numbered;
}

static guint8
match_heading (const char *text)
{
  g_auto (PltHeading) heading = { NULL };
  gsize n = strlen (text);

  if (n == 0 || n > 400 || strchr (text, '\n') != NULL)
    return PLT_HEADING_NO;
  return (guint8) plt_heading_parse (text, (gssize) n, FALSE, &heading);
}

/* One line, or the whole of a paragraph whose style is known. */
static void
add_line (PltStyledLines *self,
          const PltStyledParagraph *paragraph,
          const char *text,
          gsize length,
          gboolean first)
{
  PltStyledLine line = { .paragraph = paragraph, .first = first, .align = paragraph->align };
  gsize typed = 0;

  line.indent = paragraph->indent;
  for (; typed < length && (text[typed] == ' ' || text[typed] == '\t'); typed++)
    line.indent += text[typed] == '\t' ? PLT_TWIPS_OF_TAB : PLT_TWIPS_OF_SIGN;
  line.typed = typed >= 3 || (typed > 0 && text[0] == '\t');
  line.text = squeeze (text + typed, length - typed);
  if (first)
    line.text = with_number (paragraph->number, line.text);
  line.upper = is_upper (line.text);
  line.match = match_heading (line.text);
  g_array_append_val (self->lines, line);
}

static void
add_lines (PltStyledLines *self, const PltStyledParagraph *paragraph)
{
  const char *p = paragraph->text;
  gboolean first = TRUE;

  while (TRUE)
    {
      const char *end = strchr (p, '\n');

      add_line (self, paragraph, p, end != NULL ? (gsize) (end - p) : strlen (p), first);
      if (end == NULL)
        return;
      p = end + 1;
      first = FALSE;
    }
}

/* ---- styles ---- */

typedef struct
{
  gboolean known;
  gboolean plain; /* the style that every text has */
  PltParagraphKind kind;
  guint used, headings;
} Style;

static Style *
find_style (GHashTable *styles, const PltStyledParagraph *paragraph)
{
  const char *name = paragraph->style != NULL ? paragraph->style : "";
  Style *style = g_hash_table_lookup (styles, name);

  if (style != NULL)
    return style;
  style = g_new0 (Style, 1);
  style->known
      = plt_style_name_to_kind (name, &style->kind)
        || (paragraph->parent != NULL && plt_style_name_to_kind (paragraph->parent, &style->kind));
  style->plain = plt_style_name_is_plain (name);
  g_hash_table_insert (styles, (gpointer) name, style);
  return style;
}

/* A style whose paragraphs are mostly headings is one of headings, whatever its name; that of the
 * plain paragraphs is none. */
static void
learn_styles (GHashTable *styles, const GArray *paragraphs)
{
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const PltStyledParagraph *paragraph = &g_array_index (paragraphs, PltStyledParagraph, i);
      Style *style = find_style (styles, paragraph);
      g_autofree char *text = NULL;

      if (style->known || style->plain || paragraph->text[0] == '\0')
        continue;
      text = with_number (paragraph->number, squeeze (paragraph->text, strlen (paragraph->text)));
      style->used += text[0] != '\0' ? 1 : 0;
      style->headings += match_heading (text) == PLT_HEADING_SURE ? 1 : 0;
    }
  g_hash_table_iter_init (&iter, styles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Style *style = value;

      if (!style->known && style->headings >= 2 && style->headings * 2 >= style->used)
        {
          style->known = TRUE;
          style->kind = PLT_PARAGRAPH_HEADING;
        }
    }
}

static void
cut_lines (PltStyledLines *self, const GArray *paragraphs)
{
  g_autoptr (GHashTable) styles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  learn_styles (styles, paragraphs);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const PltStyledParagraph *paragraph = &g_array_index (paragraphs, PltStyledParagraph, i);
      const Style *style = find_style (styles, paragraph);

      if (!style->known)
        {
          add_lines (self, paragraph);
          continue;
        }
      add_line (self, paragraph, paragraph->text, strlen (paragraph->text), TRUE);
      line_at (self, self->lines->len - 1)->by_style = TRUE;
      line_at (self, self->lines->len - 1)->kind = style->kind;
      self->style_cues |= style->kind == PLT_PARAGRAPH_CHARACTER;
    }
}

/* ---- the whole ---- */

static void
count_blanks (PltStyledLines *self)
{
  guint texts = 0, typed = 0, after_blank = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const PltStyledLine *line = line_at (self, i);

      if (line->text[0] == '\0' || line->by_style)
        continue;
      texts++;
      typed += line->typed ? 1 : 0;
      after_blank += i > 0 && line_at (self, i - 1)->text[0] == '\0' ? 1 : 0;
    }
  self->has_blanks = after_blank * 5 >= texts && after_blank > 0;
  self->typewriter = self->has_blanks && typed * 2 >= texts && texts >= 4;
}

/* Page numbers have none. */
static gboolean
has_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isalpha (*p) || (guchar) *p >= 0x80)
      return TRUE;
  return FALSE;
}

/* The leftmost place where a tenth of the lines stand that are no headings. */
static void
find_margin (PltStyledLines *self)
{
  guint bins[MAX_BINS] = { 0 };
  gint least[MAX_BINS] = { 0 };
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const PltStyledLine *line = line_at (self, i);
      gint bin = CLAMP (line->indent / BIN, 0, MAX_BINS - 1);

      if (!has_letter (line->text) || line->align != PLT_ALIGN_LEFT
          || line->match == PLT_HEADING_SURE
          || (line->by_style && line->kind != PLT_PARAGRAPH_ACTION))
        continue;
      if (bins[bin]++ == 0 || line->indent < least[bin])
        least[bin] = line->indent;
      n++;
    }
  for (guint i = 0; i < MAX_BINS; i++)
    if (bins[i] > 0 && bins[i] * 10 >= n)
      {
        self->margin = least[i];
        return;
      }
}

static void
find_cues (PltStyledLines *self)
{
  guint n = 0, centered = 0;

  for (guint i = 0; i + 1 < self->lines->len; i++)
    {
      const PltStyledLine *line = line_at (self, i);
      const PltStyledLine *next = line_at (self, i + 1);

      if (line->by_style || !line->upper || line->text[0] == '(' || line->match != PLT_HEADING_NO
          || !plt_styled_line_is_indented (self, line))
        continue;
      if (next->text[0] == '\0' || next->upper || !plt_styled_line_is_indented (self, next))
        continue;
      n++;
      centered += line->align == PLT_ALIGN_CENTER ? 1 : 0;
    }
  self->has_cues = n > 0;
  self->cues_centered = centered * 2 > n;
}

/* How headings are set, which lines in capitals may be some too. */
static void
look_at_headings (PltStyledLines *self)
{
  guint headings = 0, strong = 0, others = 0, strong_others = 0;
  guint english = 0, french = 0, numbered = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const PltStyledLine *line = line_at (self, i);
      g_auto (PltHeading) heading = { NULL };

      if (line->text[0] == '\0')
        continue;
      if (line->match != PLT_HEADING_SURE)
        {
          others++;
          strong_others += line->paragraph->strong ? 1 : 0;
          continue;
        }
      plt_heading_parse (line->text, -1, FALSE, &heading);
      headings++;
      strong += line->paragraph->strong ? 1 : 0;
      numbered += heading.number[0] != '\0' ? 1 : 0;
      if (heading.effect[0] != '\0')
        *(heading.english ? &english : &french) += 1;
    }
  self->english = english > french;
  self->numbered = numbered * 2 > headings;
  self->strong = headings > 0 && strong * 2 > headings && strong_others * 2 < others;
}

void
plt_styled_lines_init (PltStyledLines *self, const GArray *paragraphs)
{
  memset (self, 0, sizeof *self);
  self->lines = g_array_new (FALSE, FALSE, sizeof (PltStyledLine));
  g_array_set_clear_func (self->lines, clear_line);
  cut_lines (self, paragraphs);
  count_blanks (self);
  find_margin (self);
  find_cues (self);
  look_at_headings (self);
  while (self->first_heading < self->lines->len)
    {
      const PltStyledLine *line = line_at (self, self->first_heading);

      if (line->text[0] != '\0'
          && (line->by_style ? line->kind == PLT_PARAGRAPH_HEADING
                             : line->match == PLT_HEADING_SURE))
        break;
      self->first_heading++;
    }
}

void
plt_styled_lines_clear (PltStyledLines *self)
{
  g_clear_pointer (&self->lines, g_array_unref);
}
