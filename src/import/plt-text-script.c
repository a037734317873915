#include "plt-text-script.h"

#include <string.h>

#include "plt-fountain-private.h"
#include "plt-placed-script.h"
#include "plt-placed-text.h"

#define SIGN_WIDTH 7.2 /* Courier 12 */
#define LINE_HEIGHT 12.0
#define TAB 8
#define MAX_COLUMNS 160 /* of a line that was broken */
#define MAX_LINES 400000
#define MAX_PAGES 20000
#define COLUMNS 128 /* looked at for margins */

/* ---- lines ---- */

typedef struct
{
  const char *start, *end; /* without spaces around */
  guint indent;            /* columns before it */
  guint columns;           /* up to its end */
  gboolean feed;           /* a page begins with it */
} Row;

/* The row at `*p`, which moves to the next one. */
static void
next_row (const char **p, const char *end, Row *row)
{
  const char *q = *p;
  guint column = 0;

  *row = (Row){ .start = q, .end = q };
  for (; q < end && *q != '\n' && *q != '\r'; q++)
    {
      guchar c = (guchar) *q;

      if (c == '\f' || c == '\v')
        {
          row->feed = TRUE;
          column = 0;
        }
      else if (c == '\t')
        column += TAB - column % TAB;
      else if (c == ' ')
        column++;
      else if ((c & 0xC0) != 0x80)
        {
          if (row->columns == 0)
            {
              row->start = q;
              row->indent = column;
            }
          column++;
          row->columns = column;
        }
      if (c > ' ')
        row->end = q + 1;
    }
  if (q < end && *q == '\r')
    q++;
  if (q < end && *q == '\n' && (q == *p || q[-1] == '\r' || *q == '\n'))
    q++;
  if (row->end < row->start)
    row->end = row->start;
  *p = q;
}

static gboolean
is_blank (const Row *row)
{
  return row->columns == 0;
}

/* ---- whether it is laid out ---- */

typedef struct
{
  guint rows;             /* that are not blank */
  guint indents[COLUMNS]; /* how often each is */
  guint wide;             /* longer than any broken line */
  guint marks;            /* of Fountain */
} Census;

static gboolean
is_mark_of_fountain (const Row *row, gboolean first)
{
  gsize n = (gsize) (row->end - row->start);
  char second = n > 1 ? row->start[1] : ' ';

  switch (*row->start)
    {
    case '#':
    case '@':
    case '~':
    case '!':
      return second > ' ' || *row->start == '#';
    case '.':
      return g_ascii_isupper (second);
    case '[':
      return second == '[';
    case '/':
      return second == '*';
    case '=':
      return TRUE;
    default:
      return first && memchr (row->start, ':', MIN (n, 16)) != NULL;
    }
}

static void
take_census (const char *text, gsize length, Census *census)
{
  const char *p = text, *end = text + length;

  memset (census, 0, sizeof *census);
  while (p < end && census->rows <= MAX_LINES && census->marks == 0)
    {
      Row row;

      next_row (&p, end, &row);
      if (is_blank (&row))
        continue;
      census->marks += is_mark_of_fountain (&row, census->rows == 0) ? 1 : 0;
      census->rows++;
      census->indents[MIN (row.indent, COLUMNS - 1)]++;
      census->wide += row.columns > MAX_COLUMNS ? 1 : 0;
    }
}

static guint
find_base (const Census *census)
{
  guint base = 0;

  for (guint i = 1; i < COLUMNS; i++)
    if (census->indents[i] > census->indents[base])
      base = i;
  /* Speech may be what there is most of: action is a fair share to its left. */
  for (guint i = 0; i < base; i++)
    if (census->indents[i] * 5 > census->indents[base])
      return i;
  return base;
}

static gboolean
is_upper_row (const Row *row)
{
  gboolean upper = FALSE;

  for (const char *p = row->start; p < row->end && *p != '('; p++)
    {
      if (g_ascii_islower (*p))
        return FALSE;
      upper |= g_ascii_isupper (*p);
    }
  return upper;
}

/* Names with their speech right below and less indented than they are. */
static guint
count_speeches (const char *text, gsize length, guint base)
{
  const char *p = text, *end = text + length;
  Row before = { NULL };
  guint n = 0;

  while (p < end)
    {
      Row row;

      next_row (&p, end, &row);
      if (before.start != NULL && !is_blank (&before) && !is_blank (&row)
          && before.indent >= base + 8 && row.indent >= base + 3 && row.indent < before.indent
          && is_upper_row (&before))
        n++;
      before = row;
    }
  return n;
}

gboolean
plt_text_script_is_laid_out (const char *text, gsize length)
{
  Census census;
  guint base, indented = 0;

  take_census (text, length, &census);
  if (census.rows < 12 || census.rows > MAX_LINES || census.marks > 0
      || census.wide * 20 > census.rows)
    return FALSE;
  base = find_base (&census);
  for (guint i = base + 3; i < COLUMNS; i++)
    indented += census.indents[i];
  return indented * 8 >= census.rows && count_speeches (text, length, base) >= 3;
}

/* ---- reading ---- */

typedef struct
{
  PltPlacedText *text;
  GArray *pieces; /* of the page */
  guint row;      /* on the page */
  guint line;     /* of the file, at the head of the page */
  GArray *ends;   /* float: how long lines are */
} Reader;

/* Cuts a row where two spaces stand. */
static void
cut_row (Reader *self, const Row *row)
{
  const char *p = row->start;
  guint column = row->indent;

  while (p < row->end)
    {
      const char *from = p;
      guint start = column;
      PltPiece piece = { NULL };
      const char *stop = p;

      for (; p < row->end; p = g_utf8_next_char (p))
        {
          if ((guchar) *p > ' ')
            {
              column++;
              stop = g_utf8_next_char (p);
              piece.x1 = column * SIGN_WIDTH;
            }
          else if (stop < p || *p == '\t')
            break;
          else
            column++;
        }
      piece.text = g_strndup (from, (gsize) (stop - from));
      piece.x0 = start * SIGN_WIDTH;
      piece.top = self->row * LINE_HEIGHT;
      piece.bottom = piece.top + LINE_HEIGHT;
      g_array_append_val (self->pieces, piece);
      for (; p < row->end && (guchar) *p <= ' '; p++)
        column += *p == '\t' ? TAB - column % TAB : 1;
    }
}

static void
end_page (Reader *self)
{
  guint first = self->text->lines->len;

  self->text->height = MAX (self->text->height, self->row * LINE_HEIGHT);
  plt_placed_text_add_page (self->text, self->pieces);
  g_array_set_size (self->pieces, 0);
  for (guint i = first; i < self->text->lines->len; i++)
    {
      PltPlacedLine *line = g_ptr_array_index (self->text->lines, i);

      line->index = self->line + (guint) (line->top / LINE_HEIGHT + 0.5);
    }
  self->line += self->row;
  self->row = 0;
}

/* Hardly a line is longer: one that is has no say. */
static double
measure_width (const char *text, gsize length)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (float));
  const char *p = text, *end = text + length;

  while (p < end)
    {
      Row row;
      float columns;

      next_row (&p, end, &row);
      columns = (float) row.columns;
      if (!is_blank (&row))
        g_array_append_val (ends, columns);
    }
  return MAX (40, plt_placed_percentile (ends, 98, 80)) * SIGN_WIDTH;
}

static void
load (Reader *self, const char *text, gsize length)
{
  const char *p = text, *end = text + length;

  while (p < end)
    {
      Row row;

      next_row (&p, end, &row);
      if (row.feed && self->pieces->len > 0 && self->text->n_pages < MAX_PAGES)
        {
          self->text->paged = TRUE;
          end_page (self);
        }
      if (!is_blank (&row))
        cut_row (self, &row);
      self->row++;
    }
  end_page (self);
  plt_placed_text_finish (self->text);
}

PltScript *
plt_text_script_read (const char *text, gsize length)
{
  g_autoptr (PltPlacedText) placed = plt_placed_text_new ();
  g_autoptr (GArray) pieces = plt_pieces_new ();
  Reader self = { .text = placed, .pieces = pieces, .line = 1 };

  placed->paged = FALSE;
  placed->loose = TRUE;
  placed->width = measure_width (text, length);
  load (&self, text, length);
  return plt_placed_script_read (placed, "text");
}
