#include "plt-placed-layout.h"

#include <string.h>

#include "plt-heading.h"
#include "plt-text.h"

#define BINS 300
#define BIN_WIDTH 3.0

static PltPlacedLine *
line_at (const PltPlacedText *text, guint i)
{
  return g_ptr_array_index (text->lines, i);
}

static guint
bin_of (double x)
{
  return (guint) CLAMP (x / BIN_WIDTH, 0, BINS - 2);
}

/* The leftmost edge that a fair share of the long lines has: action is what fills lines. */
static double
find_action_margin (const PltPlacedText *text)
{
  guint bins[BINS] = { 0 };
  guint total = 0;
  double widest = 0;

  for (guint i = 0; i < text->lines->len; i++)
    widest = MAX (widest, line_at (text, i)->x1 - line_at (text, i)->x0);
  for (guint i = 0; i < text->lines->len; i++)
    if (line_at (text, i)->x1 - line_at (text, i)->x0 > widest * 0.62)
      {
        bins[bin_of (line_at (text, i)->x0)]++;
        total++;
      }
  for (guint bin = 0; bin + 1 < BINS; bin++)
    if ((bins[bin] + bins[bin + 1]) * 6 > total && bins[bin] > 0)
      return bin * BIN_WIDTH + (bins[bin + 1] > bins[bin] ? BIN_WIDTH * 1.5 : BIN_WIDTH * 0.5);
  return text->lines->len > 0 ? line_at (text, 0)->x0 : 0;
}

gboolean
plt_placed_layout_is_action (const PltPlacedText *text,
                             const PltPlacedLayout *layout,
                             const PltPlacedLine *line)
{
  return ABS (line->x0 - layout->action) < MAX (BIN_WIDTH * 1.5, text->sign_width * 1.5);
}

gboolean
plt_placed_layout_is_upper (const char *text)
{
  const char *bracket = strchr (text, '(');
  g_autofree char *head = NULL;

  if (bracket == NULL)
    return plt_text_is_upper (text);
  head = g_strndup (text, (gsize) (bracket - text));
  return plt_text_is_upper (head);
}

/* "Nora", "Le vieux pilote (off)": some words, the first with a capital, and no end of a sentence.
 */
static gboolean
is_small_name (const char *text)
{
  const char *bracket = strchr (text, '(');
  gsize n = bracket != NULL ? (gsize) (bracket - text) : strlen (text);
  guint words = 1;

  while (n > 0 && text[n - 1] == ' ')
    n--;
  for (gsize i = 0; i < n; i++)
    words += text[i] == ' ' ? 1 : 0;
  return n > 1 && n <= 30 && words <= 4 && g_unichar_isupper (g_utf8_get_char (text))
         && !strchr (".!?,;:-\"", text[n - 1]) && !g_str_has_suffix (text, "…");
}

gboolean
plt_placed_layout_is_name (const PltPlacedLayout *layout, const char *text)
{
  return plt_placed_layout_is_upper (text) || (layout->small_names && is_small_name (text));
}

/* The last word is cut. */
static gboolean
ends_in_hyphen (const char *text, const char *next)
{
  gsize n = strlen (text);

  return n > 1 && text[n - 1] == '-' && text[n - 2] != ' ' && text[n - 2] != '-'
         && g_unichar_islower (g_utf8_get_char (next));
}

gboolean
plt_placed_layout_broke (const PltPlacedText *text, const PltPlacedLayout *layout, guint i)
{
  const PltPlacedLine *line = line_at (text, i);
  const PltPlacedLine *before = i > 0 ? line_at (text, i - 1) : NULL;
  const char *space = strchr (line->text, ' ');
  gsize bytes = space != NULL ? (gsize) (space - line->text) : strlen (line->text);
  double word = (double) g_utf8_strlen (line->text, (gssize) bytes) * text->sign_width;

  return before != NULL && !ends_in_hyphen (before->text, line->text)
         && before->x1 + word + text->sign_width * 2 < layout->right;
}

/* Over the page a sentence goes on: the line above has no end, and this one begins small. */
static gboolean
goes_on (const PltPlacedText *text, const PltPlacedLine *before, const PltPlacedLine *line)
{
  const char *end = g_utf8_find_prev_char (before->text, before->text + strlen (before->text));
  gunichar last = end != NULL ? g_utf8_get_char (end) : '.';

  return ABS (line->x0 - before->x0) < text->sign_width && (g_unichar_isalnum (last) || last == ',')
         && g_unichar_islower (g_utf8_get_char (line->text)) && line->number == NULL;
}

gboolean
plt_placed_layout_begins (const PltPlacedText *text, const PltPlacedLayout *layout, guint i)
{
  const PltPlacedLine *line = line_at (text, i);
  const PltPlacedLine *before;

  if (i == 0)
    return TRUE;
  before = line_at (text, i - 1);
  if (before->page != line->page)
    return !goes_on (text, before, line);
  if (line->top - before->top > text->leading * 1.35)
    return TRUE;
  return layout->dense
         && (ABS (line->x0 - before->x0) > text->sign_width * 2
             || (plt_placed_layout_is_action (text, layout, line)
                 && plt_placed_layout_broke (text, layout, i)));
}

static gboolean
is_heading (const char *text)
{
  g_auto (PltHeading) heading = { NULL };

  return plt_heading_parse (text, -1, FALSE, &heading) != PLT_HEADING_NO;
}

/* Speech close below its name, without a space or with a small one. */
static gboolean
is_right_below (const PltPlacedText *text, const PltPlacedLine *line, const PltPlacedLine *next)
{
  return next->page == line->page && next->top - line->top < text->leading * 2.2;
}

gboolean
plt_placed_layout_is_outdented (const PltPlacedText *text, const PltPlacedLayout *layout, guint i)
{
  const PltPlacedLine *line = line_at (text, i);
  const PltPlacedLine *next = i + 1 < text->lines->len ? line_at (text, i + 1) : NULL;

  return next != NULL && strlen (line->text) < 50 && line->number == NULL
         && plt_placed_layout_is_action (text, layout, line)
         && next->x0 > layout->action + text->sign_width * 2.5 && is_right_below (text, line, next)
         && plt_placed_layout_is_name (layout, line->text)
         && !plt_placed_layout_is_upper (next->text) && !is_heading (line->text);
}

/* A name in capitals with speech below it, at whichever margin. */
static gboolean
is_cue_like (const PltPlacedText *text, const PltPlacedLayout *layout, guint i)
{
  const PltPlacedLine *line = line_at (text, i);
  const PltPlacedLine *next = i + 1 < text->lines->len ? line_at (text, i + 1) : NULL;

  if (next == NULL || next->page != line->page || strlen (line->text) >= 50
      || plt_placed_layout_is_upper (next->text) || !plt_placed_layout_is_name (layout, line->text)
      || !plt_placed_layout_begins (text, layout, i))
    return FALSE;
  if (line->x0 > layout->action + text->sign_width * 4)
    return layout->dense || !plt_placed_layout_begins (text, layout, i + 1)
           || (next->x0 > layout->action + text->sign_width * 2.5
               && is_right_below (text, line, next));
  return plt_placed_layout_is_outdented (text, layout, i);
}

/* The edge that most first lines of speeches share. Returns how many names there are. */
static guint
measure_speech (const PltPlacedText *text, PltPlacedLayout *layout)
{
  guint bins[BINS] = { 0 };
  guint best = 0, n = 0, brackets = 0, cues = 0;

  for (guint i = 0; i < text->lines->len; i++)
    if (is_cue_like (text, layout, i))
      {
        cues += line_at (text, i)->x0 > layout->action + text->sign_width * 4 ? 1 : 0;
        if (line_at (text, i + 1)->text[0] == '(')
          {
            brackets++;
            continue;
          }
        n++;
        bins[bin_of (line_at (text, i + 1)->x0)]++;
      }
  for (guint bin = 1; bin < BINS; bin++)
    if (bins[bin] > bins[best])
      best = bin;
  layout->speech = bins[best] * 2 > n ? best * BIN_WIDTH + BIN_WIDTH * 0.5 : 0;
  layout->has_cues = cues >= 2;
  return n + brackets;
}

/* Names in capitals, or where there are none, names as one writes them. */
static void
measure_names (const PltPlacedText *text, PltPlacedLayout *layout)
{
  if (measure_speech (text, layout) > 0)
    return;
  layout->small_names = TRUE;
  layout->small_names = measure_speech (text, layout) >= 3;
  if (!layout->small_names)
    measure_speech (text, layout);
}

/* Hardly a line has a space above it. */
static gboolean
is_dense (const PltPlacedText *text)
{
  guint n = 0, spaced = 0;

  for (guint i = 1; i < text->lines->len; i++)
    {
      const PltPlacedLine *line = line_at (text, i);
      const PltPlacedLine *before = line_at (text, i - 1);

      if (before->page != line->page)
        continue;
      n++;
      spaced += line->top - before->top > text->leading * 1.35 ? 1 : 0;
    }
  return n > 20 && spaced * 12 < n;
}

static void
measure_headings (const PltPlacedText *text, PltPlacedLayout *layout)
{
  guint n = 0, numbered = 0, bold = 0, english = 0, french = 0;

  layout->first_heading = text->lines->len;
  for (guint i = 0; i < text->lines->len; i++)
    {
      const PltPlacedLine *line = line_at (text, i);
      g_auto (PltHeading) heading = { NULL };

      if (!plt_placed_layout_is_action (text, layout, line) && line->number == NULL)
        continue;
      if (plt_heading_parse (line->text, -1, FALSE, &heading) != PLT_HEADING_SURE)
        continue;
      layout->first_heading = MIN (layout->first_heading, i);
      layout->last_heading = i;
      n++;
      numbered += line->number != NULL || heading.number[0] != '\0' ? 1 : 0;
      bold += line->bold ? 1 : 0;
      if (heading.effect[0] != '\0')
        *(heading.english ? &english : &french) += 1;
    }
  layout->numbered = numbered * 2 > n;
  layout->bold = bold * 2 > n;
  layout->english = english >= french;
}

void
plt_placed_layout_measure (const PltPlacedText *text, PltPlacedLayout *layout)
{
  memset (layout, 0, sizeof *layout);
  layout->action = find_action_margin (text);
  for (guint i = 0; i < text->lines->len; i++)
    if (line_at (text, i)->second == NULL
        && (line_at (text, i)->x0 < layout->action + text->sign_width * 8 || !text->loose))
      layout->right = MAX (layout->right, line_at (text, i)->x1);
  layout->dense = is_dense (text);
  measure_headings (text, layout);
  measure_names (text, layout);
}
