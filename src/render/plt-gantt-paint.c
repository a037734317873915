/* One sheet: grounds, table, links, bars, what stands beside them, the day of the edition. */
#include <math.h>
#include <string.h>

#include "plt-gantt-private.h"

#define WEEK_ENDS 1.4 /* width of a day from which these are shaded, on paper */
#define LEAST_OFF 6.0 /* and of days off together, on a screen: narrower ones make a comb */

double
plt_gantt_x (const PltGanttPen *pen, PltDate date)
{
  return pen->left + (date - pen->gantt->from - (PltDate) pen->page->day) * pen->pages->step;
}

double
plt_gantt_text_at (const PltGanttPen *pen,
                   const PltFont *font,
                   PltColor color,
                   const char *text,
                   double x,
                   double middle,
                   PltAlign align)
{
  double line = plt_font_get_natural_line (font);

  return plt_typesetter_label (pen->type, pen->cr, font, color, text,
                               (PltAnchor){ x, middle - line / 2, align });
}

void
plt_gantt_line (const PltGanttPen *pen,
                PltColor color,
                double width,
                double x0,
                double y0,
                double x1,
                double y1)
{
  plt_cairo_set_color (pen->cr, color);
  cairo_set_line_width (pen->cr, width);
  cairo_move_to (pen->cr, x0, y0);
  cairo_line_to (pen->cr, x1, y1);
  cairo_stroke (pen->cr);
}

void
plt_gantt_fill (
    const PltGanttPen *pen, PltColor color, double x, double y, double width, double height)
{
  plt_cairo_set_color (pen->cr, color);
  cairo_rectangle (pen->cr, x, y, width, height);
  cairo_fill (pen->cr);
}

/* ---- grounds ---- */

static const PltGanttRow *
row_at (const PltGanttPen *pen, guint i)
{
  return &g_array_index (pen->gantt->rows, PltGanttRow, i);
}

static gboolean
is_group (const PltGanttRow *row)
{
  return (row->flags & PLT_GANTT_GROUP) != 0;
}

/* Rows of the sheet that is painted, the group that goes on first. */
static guint
n_rows (const PltGanttPen *pen)
{
  return pen->page->end - pen->page->first + (pen->page->again != G_MAXUINT ? 1 : 0);
}

static guint
index_of (const PltGanttPen *pen, guint place)
{
  if (pen->page->again == G_MAXUINT)
    return pen->page->first + place;
  return place == 0 ? pen->page->again : pen->page->first + place - 1;
}

double
plt_gantt_middle (const PltGanttPen *pen, guint place)
{
  double middle = (pen->tops[place] + pen->tops[place + 1]) / 2;

  if (pen->pages->has_baseline)
    middle -= 1 * pen->zoom;
  return pen->pages->on_paper ? middle : floor (middle); /* outlines on whole pixels */
}

/* What comes back every week, from a day of the first one on, as one broken line as thick as the
 * body is high: a sheet says it in a few numbers. */
static void
draw_every_week (const PltGanttPen *pen, PltColor color, double day, double width)
{
  double week = 7 * pen->pages->step, x = plt_gantt_x (pen, pen->gantt->from) + day;
  const double dashes[] = { width, week - width };

  x += fmax (ceil ((pen->left - x) / week), 0) * week;
  if (x >= pen->right)
    return;
  cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
  plt_gantt_line (pen, color, pen->bottom - pen->body, x, (pen->body + pen->bottom) / 2, pen->right,
                  (pen->body + pen->bottom) / 2);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

/* Days off of one kind, as one path. FALSE when there are none. */
static gboolean
trace_off_days (
    const PltGanttPen *pen, const guint8 *off, PltGanttDay kind, double top, double bottom)
{
  gboolean any = FALSE;

  for (guint i = pen->page->day; i < pen->page->day_end; i++)
    if (off[i] == kind)
      {
        guint first = i;

        while (i + 1 < pen->page->day_end && off[i + 1] == kind)
          i++;
        if (!pen->pages->on_paper && pen->pages->step < LEAST_OFF / 2
            && (i + 1 - first) * pen->pages->step < LEAST_OFF)
          continue;
        cairo_rectangle (pen->cr, plt_gantt_x (pen, pen->gantt->from + (PltDate) first), top,
                         (i + 1 - first) * pen->pages->step, bottom - top);
        any = TRUE;
      }
  return any;
}

static void
fill_off_days (const PltGanttPen *pen, const guint8 *off, double top, double bottom)
{
  for (PltGanttDay kind = PLT_GANTT_WEEKEND; kind <= PLT_GANTT_HOLIDAY; kind++)
    if (trace_off_days (pen, off, kind, top, bottom))
      {
        plt_cairo_set_color (pen->cr, kind == PLT_GANTT_WEEKEND ? pen->palette->surface_low
                                                                : pen->palette->grid);
        cairo_fill (pen->cr);
      }
}

/* Those of all, then those of each row that has its own. */
static void
draw_off_days (const PltGanttPen *pen)
{
  if (pen->pages->on_paper && pen->pages->step < WEEK_ENDS)
    return;
  fill_off_days (pen, pen->gantt->off, pen->body, pen->bottom);
  for (guint i = 0; i < n_rows (pen); i++)
    {
      const PltGanttRow *row = row_at (pen, index_of (pen, i));
      double x = fmax (pen->left, pen->pages->table);

      if (row->calendar == 0)
        continue;
      plt_gantt_fill (pen, pen->palette->surface, x, pen->tops[i], pen->right - x,
                      pen->tops[i + 1] - pen->tops[i]);
      fill_off_days (pen, plt_gantt_row_off (pen->gantt, row), pen->tops[i], pen->tops[i + 1]);
    }
}

/* Between the grid and what is read. */
static PltColor
soft (const PltPalette *palette)
{
  return (PltColor){ (guint8) ((2 * palette->grid.red + palette->hairline.red) / 3),
                     (guint8) ((2 * palette->grid.green + palette->hairline.green) / 3),
                     (guint8) ((2 * palette->grid.blue + palette->hairline.blue) / 3) };
}

/* First days of months. */
static void
draw_months (const PltGanttPen *pen)
{
  PltDate first = pen->gantt->from + (PltDate) pen->page->day;
  PltDate end = pen->gantt->from + (PltDate) pen->page->day_end;
  int year, month;

  cairo_new_path (pen->cr);
  plt_date_to_ymd (first, &year, &month, NULL);
  for (PltDate date = plt_date_add_months (plt_date_from_ymd (year, month, 1), 1); date < end;
       date = plt_date_add_months (date, 1))
    {
      cairo_move_to (pen->cr, plt_gantt_x (pen, date), pen->body);
      cairo_line_to (pen->cr, plt_gantt_x (pen, date), pen->bottom);
    }
  plt_cairo_set_color (pen->cr, soft (pen->palette));
  cairo_set_line_width (pen->cr, 0.5);
  cairo_stroke (pen->cr);
}

/* Lines above rows: of the groups, or of the others. */
static void
draw_levels (const PltGanttPen *pen, gboolean of_groups)
{
  cairo_new_path (pen->cr);
  for (guint i = 1; i < n_rows (pen); i++)
    {
      const PltGanttRow *row = row_at (pen, index_of (pen, i));

      if ((is_group (row) && row->depth == 0) != of_groups)
        continue;
      cairo_move_to (pen->cr, 0, pen->tops[i]);
      cairo_line_to (pen->cr, pen->right, pen->tops[i]);
    }
  plt_cairo_set_color (pen->cr, of_groups ? pen->palette->hairline : pen->palette->grid);
  cairo_set_line_width (pen->cr, 0.4);
  cairo_stroke (pen->cr);
}

void
plt_gantt_draw_grounds (const PltGanttPen *pen)
{
  for (guint i = 0; i < n_rows (pen); i++)
    if (is_group (row_at (pen, index_of (pen, i))) && row_at (pen, index_of (pen, i))->depth == 0)
      plt_gantt_fill (pen, pen->palette->surface_low, 0, pen->tops[i], pen->right,
                      pen->tops[i + 1] - pen->tops[i]);
  draw_off_days (pen);
  if (pen->pages->bands != PLT_GANTT_BANDS_MONTHS)
    draw_every_week (pen, pen->palette->grid, 0, 0.35);
  draw_months (pen);
  draw_levels (pen, FALSE);
  draw_levels (pen, TRUE);
}

/* ---- the table ---- */

/* Smaller, then on several lines, for which the row has room; "…" only for what is longer still. */
static void
draw_long_cell (const PltGanttPen *pen, const char *text, double x, double width, double middle)
{
  guint n = plt_gantt_cell_lines (pen->pages, text, width);
  double line = plt_gantt_cell_leading (pen->small);
  PltTextSpan span = { text, (int) strlen (text), NULL, pen->small };
  PltTextPlace place = { .x = x,
                         .y = middle - line * n / 2,
                         .width = width,
                         .line = line,
                         .n_lines = n,
                         .align = PLT_ALIGN_START,
                         .ellipsize = n == PLT_GANTT_MOST_LINES };

  plt_typesetter_draw (pen->type, pen->cr, &span, pen->palette->text, &place);
}

static void
draw_cell (const PltGanttPen *pen,
           const PltFont *font,
           const char *text,
           double x,
           double width,
           double middle,
           PltAlign align)
{
  PltTextSpan span = { text, (int) strlen (text), NULL, font };
  double line = plt_font_get_natural_line (font);
  PltTextPlace place = { .x = x,
                         .y = middle - line / 2,
                         .width = width,
                         .line = line,
                         .n_lines = 1,
                         .align = align,
                         .ellipsize = TRUE };

  if (*text == '\0')
    return;
  if (plt_typesetter_width (pen->type, font, text) <= width)
    plt_gantt_text_at (pen, font, pen->palette->text, text, align == PLT_ALIGN_END ? x + width : x,
                       middle, align);
  else if (align == PLT_ALIGN_START)
    draw_long_cell (pen, text, x, width, middle);
  else
    plt_typesetter_draw (pen->type, pen->cr, &span, pen->palette->text, &place);
}

static void
draw_table (const PltGanttPen *pen)
{
  const PltGanttPages *pages = pen->pages;
  double pad = PLT_GANTT_PAD * pen->zoom;

  if (pages->table <= 0)
    return;
  for (guint i = 0; i < n_rows (pen); i++)
    {
      const PltGanttRow *row = row_at (pen, index_of (pen, i));
      const PltFont *font = is_group (row) ? pen->strong : pen->text;
      double middle = (pen->tops[i] + pen->tops[i + 1]) / 2, x = pages->names;
      double inset = pad + row->depth * PLT_GANTT_INDENT * pen->zoom;
      gboolean again = i == 0 && pen->page->again != G_MAXUINT;
      g_autofree char *label = again ? g_strconcat (row->label, " (suite)", NULL) : NULL;

      draw_cell (pen, font, again ? label : row->label, inset, pages->names - inset - pad, middle,
                 PLT_ALIGN_START);
      for (guint j = 0; j < pages->n_columns; j++)
        {
          gboolean short_of = g_str_has_prefix (row->cells[j], "\342\210\222");

          draw_cell (pen, short_of ? pen->strong : font, row->cells[j], x + pad,
                     pages->columns[j] - 2 * pad, middle,
                     pen->gantt->at_end[j] ? PLT_ALIGN_END : PLT_ALIGN_START);
          x += pages->columns[j];
        }
    }
  for (guint j = 0; j < pages->n_columns; j++)
    {
      double x = pages->names;

      for (guint k = 0; k < j; k++)
        x += pages->columns[k];
      plt_gantt_line (pen, pen->palette->grid, 0.4, x, pages->head, x, pen->bottom);
    }
  plt_gantt_line (pen, pen->palette->rule, 0.9, pages->table, 0, pages->table, pen->bottom);
}

/* ---- bars ---- */

/* Where what stands beside a bar begins: behind the bar, else before it, else on it, from where the
 * sheet shows it: always within the sheet. FALSE for nothing. */
static gboolean
place_beside (const PltGanttPen *pen, const PltGanttSigns *signs, double *x, double *width)
{
  const PltGanttRow *row = signs->row;
  const PltFont *font = is_group (row) ? pen->small_strong : pen->small;
  double x0 = signs->before, x1 = signs->after, gap = 3 * pen->zoom;

  if (*row->beside == '\0' || x1 < pen->left || x0 > pen->right)
    return FALSE;
  *width = plt_typesetter_width (pen->type, font, row->beside);
  if (x1 + gap + *width <= pen->right)
    *x = x1 + gap;
  else if (x0 - gap - *width >= pen->left)
    *x = x0 - gap - *width;
  else if (fmin (x1, pen->right) - fmax (x0, pen->left) >= *width + 2 * gap)
    *x = fmax (x0, pen->left) + gap;
  else
    *x = fmax (pen->right - *width - gap, pen->left + gap);
  return TRUE;
}

/* All of their grounds in one go, then the texts. */
static void
draw_besides (const PltGanttPen *pen, const PltGanttSigns *signs, guint n)
{
  double line = plt_font_get_natural_line (pen->small), x, width;

  cairo_new_path (pen->cr); /* thick lines: half the numbers of boxes */
  for (guint i = 0; i < n; i++)
    if (place_beside (pen, &signs[i], &x, &width))
      {
        cairo_move_to (pen->cr, x - 1, signs[i].middle);
        cairo_line_to (pen->cr, x + width + 1, signs[i].middle);
      }
  plt_cairo_set_color (pen->cr, pen->palette->surface);
  cairo_set_line_width (pen->cr, line - 1);
  cairo_stroke (pen->cr);
  for (guint i = 0; i < n; i++)
    if (place_beside (pen, &signs[i], &x, &width))
      plt_gantt_text_at (pen, is_group (signs[i].row) ? pen->small_strong : pen->small,
                         pen->palette->text, signs[i].row->beside, x, signs[i].middle,
                         PLT_ALIGN_START);
}

static void
draw_rows (const PltGanttPen *pen)
{
  g_autofree PltGanttSigns *signs = g_new (PltGanttSigns, n_rows (pen));
  guint n = 0;

  for (guint i = 0; i < n_rows (pen); i++)
    {
      const PltGanttRow *row = row_at (pen, index_of (pen, i));

      if (plt_gantt_place_signs (pen, row, plt_gantt_middle (pen, i), &signs[n]))
        n++;
      else if (pen->gantt->chart_only && is_group (row)) /* a title, where no table has it */
        plt_gantt_text_at (pen, pen->small_strong, pen->palette->text, row->label,
                           pen->left + PLT_GANTT_PAD * pen->zoom, plt_gantt_middle (pen, i),
                           PLT_ALIGN_START);
    }
  plt_gantt_draw_all_signs (pen, signs, n);
  draw_besides (pen, signs, n);
}

/* FALSE without one in sight. */
static gboolean
place_today (const PltGanttPen *pen, double *x)
{
  if (pen->gantt->today == PLT_DATE_NONE)
    return FALSE;
  *x = plt_gantt_x (pen, pen->gantt->today) + pen->pages->step / 2;
  return *x >= pen->left && *x <= pen->right;
}

void
plt_gantt_draw_today (const PltGanttPen *pen)
{
  const double dashes[] = { 4 * pen->zoom, 2 * pen->zoom };
  double x;

  if (!place_today (pen, &x))
    return;
  cairo_save (pen->cr);
  cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
  plt_gantt_line (pen, pen->palette->accent, 1.2 * pen->zoom, x, pen->body, x, pen->bottom);
  cairo_restore (pen->cr);
}

/* Its point, at the foot of the head. */
void
plt_gantt_draw_today_point (const PltGanttPen *pen)
{
  double x;

  if (!place_today (pen, &x))
    return;
  cairo_move_to (pen->cr, x - 3.5 * pen->zoom, pen->body - 4.5 * pen->zoom);
  cairo_line_to (pen->cr, x + 3.5 * pen->zoom, pen->body - 4.5 * pen->zoom);
  cairo_line_to (pen->cr, x, pen->body);
  cairo_close_path (pen->cr);
  plt_cairo_set_color (pen->cr, pen->palette->accent);
  cairo_fill (pen->cr);
}

static gboolean
find_due (const PltGanttPen *pen, double *x)
{
  if (pen->gantt->due == PLT_DATE_NONE)
    return FALSE;
  *x = plt_gantt_x (pen, pen->gantt->due + 1); /* the end of that day */
  return *x > pen->left && *x <= pen->right + 0.01;
}

/* The day that is missed: heavy and whole, where the day of the edition is broken. */
void
plt_gantt_draw_due (const PltGanttPen *pen)
{
  double x;

  if (find_due (pen, &x))
    plt_gantt_line (pen, pen->palette->text, 1.8 * pen->zoom, x, pen->body, x, pen->bottom);
}

/* Its name, on a flag of its own strip of the head. */
void
plt_gantt_draw_due_flag (const PltGanttPen *pen)
{
  double height = pen->pages->strip, x, width, pad = PLT_GANTT_PAD * pen->zoom;

  if (height <= 0 || !find_due (pen, &x))
    return;
  width = plt_typesetter_width (pen->type, pen->small_strong, pen->gantt->due_label) + 2 * pad;
  x += 0.9 * pen->zoom; /* flush with the line */
  if (x - width < pen->left && x - 1.8 * pen->zoom + width <= pen->right)
    x += width - 1.8 * pen->zoom;
  plt_gantt_fill (pen, pen->palette->text, x - width, pen->body - height, width, height);
  plt_gantt_text_at (pen, pen->small_strong, pen->palette->surface, pen->gantt->due_label,
                     x - width + pad, pen->body - height / 2, PLT_ALIGN_START);
}

static void
draw_body (const PltGanttPen *pen)
{
  plt_gantt_draw_grounds (pen);
  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, pen->left, pen->body, pen->right - pen->left, pen->bottom - pen->body);
  cairo_clip (pen->cr);
  plt_gantt_draw_today (pen);
  plt_gantt_draw_due (pen);
  plt_gantt_draw_links (pen);
  draw_rows (pen);
  cairo_restore (pen->cr);
  plt_gantt_draw_due_flag (pen);
  plt_gantt_draw_today_point (pen);
  draw_table (pen);
}

void
plt_gantt_pages_paint (const PltGanttPages *self,
                       guint page,
                       cairo_t *cr,
                       PltTypesetter *type,
                       const PltPalette *palette)
{
  PltGanttPen pen = { .pages = self,
                      .gantt = self->gantt,
                      .page = &g_array_index (self->pages, PltGanttPage, page),
                      .cr = cr,
                      .type = type,
                      .palette = palette,
                      .zoom = self->zoom,
                      .left = self->table,
                      .body = self->head };
  g_autofree double *tops = NULL;

  pen.text = plt_gantt_paper_font (self, PLT_GANTT_TEXT, PANGO_WEIGHT_NORMAL);
  pen.strong = plt_gantt_paper_font (self, PLT_GANTT_TEXT, PANGO_WEIGHT_SEMIBOLD);
  pen.small = plt_gantt_paper_font (self, PLT_GANTT_SMALL, PANGO_WEIGHT_NORMAL);
  pen.small_strong = plt_gantt_paper_font (self, PLT_GANTT_SMALL, PANGO_WEIGHT_SEMIBOLD);
  pen.right = self->table + (pen.page->day_end - pen.page->day) * self->step;
  pen.tops = tops = g_new (double, n_rows (&pen) + 1);
  tops[0] = pen.body;
  for (guint i = 0; i < n_rows (&pen); i++)
    tops[i + 1] = tops[i] + plt_gantt_row_height (self, index_of (&pen, i));
  pen.bottom = tops[n_rows (&pen)];
  cairo_save (cr);
  /* Cairo keeps the ground that a sheet has ink on: with all of it covered at once, what follows
   * adds nothing to that, which thousands of texts and bars would each take long to find. */
  plt_gantt_fill (&pen, palette->surface, 0, 0, self->width,
                  pen.bottom + plt_gantt_legend (self, NULL, 0));
  plt_gantt_draw_head (&pen);
  draw_body (&pen);
  plt_gantt_line (&pen, palette->rule, 0.9, 0, 0, pen.right, 0);
  plt_gantt_line (&pen, palette->rule, 0.9, 0, pen.bottom, pen.right, pen.bottom);
  plt_gantt_line (&pen, palette->rule, 0.9, pen.right, 0, pen.right, pen.bottom);
  plt_gantt_legend (self, &pen, pen.bottom);
  cairo_restore (cr);
}
