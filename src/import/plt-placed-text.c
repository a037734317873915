#include "plt-placed-text.h"

#include <string.h>

/* ---- pieces ---- */

static void
clear_piece (gpointer data)
{
  PltPiece *self = data;

  g_free (self->text);
}

GArray *
plt_pieces_new (void)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (PltPiece));

  g_array_set_clear_func (pieces, clear_piece);
  return pieces;
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const PltPiece *one = a;
  const PltPiece *two = b;

  if (one->top != two->top)
    return one->top < two->top ? -1 : 1;
  return one->x0 < two->x0 ? -1 : one->x0 > two->x0;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const PltPiece *one = a;
  const PltPiece *two = b;

  return one->x0 < two->x0 ? -1 : one->x0 > two->x0;
}

static int
compare_floats (gconstpointer a, gconstpointer b)
{
  float one = *(const float *) a;
  float two = *(const float *) b;

  return one < two ? -1 : one > two;
}

double
plt_placed_percentile (GArray *values, guint percent, double fallback)
{
  if (values->len == 0)
    return fallback;
  g_array_sort (values, compare_floats);
  return (double) g_array_index (values, float, (values->len - 1) * percent / 100);
}

/* ---- what stands in the margins ---- */

gboolean
plt_placed_text_is_number (const char *text)
{
  guint digits = 0, letters = 0;
  const char *p = text;

  for (; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      digits++;
    else if (g_ascii_isalpha (*p))
      letters++;
    else if (!strchr ("./-* ", *p))
      return FALSE;
  if (letters > 2)
    {
      g_autofree char *upper = g_ascii_strup (text, -1);

      if (!strstr (upper, "BIS") && !strstr (upper, "TER") && !strstr (upper, "QUATER"))
        return FALSE;
    }
  return digits > 0 && digits < 8 && p - text < 14;
}

static char *
clean_number (const char *text)
{
  char *number = g_strdup (text);

  for (gsize n = strlen (number); n > 0 && strchr (".* -", number[n - 1]) != NULL; n--)
    number[n - 1] = '\0';
  return number;
}

typedef struct
{
  PltPlacedText *text;
  const PltPiece *pieces; /* of one line, from left to right */
  guint first, last;      /* [first, last) are the text */
} Row;

static gboolean
is_mark (const char *text)
{
  return strcmp (text, "*") == 0 || strcmp (text, "**") == 0;
}

/* The asterisks of a revision, outside everything else. */
static void
take_marks (Row *row, PltPlacedLine *line)
{
  while (row->last - row->first > 1 && is_mark (row->pieces[row->last - 1].text)
         && row->pieces[row->last - 1].x0 > row->text->width * 0.75)
    line->marks += (guint16) strlen (row->pieces[--row->last].text);
  while (row->last - row->first > 1 && is_mark (row->pieces[row->first].text)
         && row->pieces[row->first].x0 < row->text->width * 0.2)
    line->marks += (guint16) strlen (row->pieces[row->first++].text);
}

static void
take_numbers (Row *row, PltPlacedLine *line)
{
  const PltPiece *pieces = row->pieces;
  double sign = row->text->sign_width;

  if (row->last - row->first > 1 && plt_placed_text_is_number (pieces[row->first].text)
      && pieces[row->first + 1].x0 - pieces[row->first].x1 > sign * 1.5
      && pieces[row->first].x0 < row->text->width * 0.2)
    {
      line->number = clean_number (pieces[row->first++].text);
      line->numbers++;
    }
  if (row->last - row->first > 1 && plt_placed_text_is_number (pieces[row->last - 1].text)
      && pieces[row->last - 1].x0 - pieces[row->last - 2].x1 > sign * 3.5
      && pieces[row->last - 1].x0 > row->text->width * 0.8)
    {
      g_autofree char *number = clean_number (pieces[row->last - 1].text);

      if (line->number != NULL && strcmp (line->number, number) != 0)
        return;
      row->last--;
      line->numbers++;
      if (line->number == NULL)
        line->number = g_steal_pointer (&number);
    }
}

/* ---- lines ---- */

static void
append_piece (GString *joined, const Row *row, guint i)
{
  if (joined->len > 0 && row->pieces[i].x0 - row->pieces[i - 1].x1 > row->text->sign_width * 0.25)
    g_string_append_c (joined, ' ');
  g_string_append (joined, row->pieces[i].text);
}

/* A wide gap towards the middle of the page may make two columns. */
static void
fill_line (const Row *row, PltPlacedLine *line)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  double wide = row->text->sign_width * 3.5;
  double width = row->text->width;

  line->x0 = row->pieces[row->first].x0;
  line->top = row->pieces[row->first].top;
  line->height = row->pieces[row->first].bottom - line->top;
  line->bold = TRUE;
  for (guint i = row->first; i < row->last; i++)
    {
      const PltPiece *piece = &row->pieces[i];

      if (i > row->first && i + 1 == row->last && line->x0 > width * 0.12
          && piece->x0 - row->pieces[i - 1].x1 > wide && piece->x0 > width * 0.45)
        {
          line->second = g_strdup (piece->text);
          line->second_x0 = piece->x0;
          line->second_x1 = piece->x1;
          break;
        }
      append_piece (joined, row, i);
      line->x1 = piece->x1;
      line->bold &= piece->bold;
    }
  line->text = g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
free_line (gpointer data)
{
  PltPlacedLine *self = data;

  g_free (self->text);
  g_free (self->number);
  g_free (self->second);
  g_free (self);
}

static void
add_line (PltPlacedText *self, const GArray *pieces, guint from, guint to)
{
  PltPlacedLine *line = g_new0 (PltPlacedLine, 1);
  Row row = { self, (const PltPiece *) pieces->data, from, to };

  take_marks (&row, line);
  take_numbers (&row, line);
  line->page = self->n_pages;
  fill_line (&row, line);
  g_ptr_array_add (self->lines, line);
  line->index = self->lines->len;
}

/* Where a line ends that begins with piece `from`: at the first one below its middle. */
static guint
end_of_line (const GArray *pieces, guint from)
{
  const PltPiece *first = &g_array_index (pieces, PltPiece, from);
  double middle = (first->top + first->bottom) / 2;
  guint to = from + 1;

  while (to < pieces->len && g_array_index (pieces, PltPiece, to).top < middle)
    to++;
  return to;
}

void
plt_placed_text_add_page (PltPlacedText *self, GArray *pieces)
{
  guint first = self->lines->len;

  g_array_sort (pieces, compare_pieces);
  for (guint from = 0, to; from < pieces->len; from = to)
    {
      to = end_of_line (pieces, from);
      g_qsort_with_data (&g_array_index (pieces, PltPiece, from), (gint) (to - from),
                         sizeof (PltPiece), compare_places, NULL);
      add_line (self, pieces, from, to);
    }
  for (guint i = first; i < self->lines->len; i++)
    {
      PltPlacedLine *line = g_ptr_array_index (self->lines, i);
      const PltPlacedLine *before = i > first ? g_ptr_array_index (self->lines, i - 1) : NULL;
      float leading = before != NULL ? (float) (line->top - before->top) : 0;

      line->rank = i - first;
      line->n_ranks = self->lines->len - first;
      if (before != NULL && leading < line->height * 1.9)
        g_array_append_val (self->leadings, leading);
    }
  self->n_pages++;
}

/* ---- the whole ---- */

PltPlacedText *
plt_placed_text_new (void)
{
  PltPlacedText *self = g_new0 (PltPlacedText, 1);

  self->lines = g_ptr_array_new_with_free_func (free_line);
  self->leadings = g_array_new (FALSE, FALSE, sizeof (float));
  self->sign_width = 7.2;
  self->leading = 12;
  self->paged = TRUE;
  return self;
}

void
plt_placed_text_free (PltPlacedText *self)
{
  g_ptr_array_unref (self->lines);
  g_array_unref (self->leadings);
  g_free (self);
}

void
plt_placed_text_finish (PltPlacedText *self)
{
  /* Not the median: where paragraphs are short, most lines have a space above them. */
  self->leading = plt_placed_percentile (self->leadings, 20, 12);
}
