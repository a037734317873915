/* One sheet: grounds, table, links, bars, what stands beside them, the day of the edition. */
#include <math.h>
#include <string.h>

#include "plt-gantt-private.h"

#define BAR 8.0 /* height of a bar */
#define LEAST_BAR 1.6
#define WEEK_ENDS 1.4 /* width of a day from which these are shaded */

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

/* ---- signs ---- */

static void
outline (const PltGanttPen *pen, const PltGanttRow *row)
{
  gboolean critical = (row->flags & PLT_GANTT_CRITICAL) != 0;

  plt_cairo_set_color (pen->cr, critical ? pen->palette->text : pen->palette->hairline);
  cairo_set_line_width (pen->cr, (critical ? 1.5 : 0.4) * pen->zoom);
  cairo_stroke (pen->cr);
}

void
plt_gantt_draw_bar (
    const PltGanttPen *pen, const PltGanttRow *row, double x, double width, double middle)
{
  guint phase = MIN (row->phase, PLT_GANTT_PHASES - 1);
  double height = BAR * pen->zoom, y = middle - height / 2;

  width = fmax (width, LEAST_BAR * pen->zoom);
  plt_cairo_set_color (pen->cr, pen->palette->series[phase]);
  cairo_rectangle (pen->cr, x, y, width, height);
  cairo_fill_preserve (pen->cr);
  outline (pen, row);
  if (row->progress > 0)
    plt_gantt_fill (pen, pen->palette->on_series[phase], x, middle - height * 0.14,
                    width * MIN (row->progress, 100) / 100.0, height * 0.28);
}

void
plt_gantt_draw_diamond (const PltGanttPen *pen, const PltGanttRow *row, double x, double middle)
{
  double half = 5 * pen->zoom;

  cairo_move_to (pen->cr, x, middle - half);
  cairo_line_to (pen->cr, x + half, middle);
  cairo_line_to (pen->cr, x, middle + half);
  cairo_line_to (pen->cr, x - half, middle);
  cairo_close_path (pen->cr);
  plt_cairo_set_color (pen->cr, row->progress >= 100 ? pen->palette->surface : pen->palette->text);
  cairo_fill_preserve (pen->cr);
  plt_cairo_set_color (pen->cr, pen->palette->text);
  cairo_set_line_width (pen->cr, pen->zoom);
  cairo_stroke (pen->cr);
}

/* A beam with feet at both ends. */
void
plt_gantt_draw_group (
    const PltGanttPen *pen, const PltGanttRow *row, double x, double width, double middle)
{
  double top = middle - 3 * pen->zoom, beam = 3 * pen->zoom, foot = 3.5 * pen->zoom;
  double toe = fmin (3 * pen->zoom, width / 2);

  cairo_move_to (pen->cr, x, top);
  cairo_line_to (pen->cr, x + width, top);
  cairo_line_to (pen->cr, x + width, top + beam + foot);
  cairo_line_to (pen->cr, x + width - toe, top + beam);
  cairo_line_to (pen->cr, x + toe, top + beam);
  cairo_line_to (pen->cr, x, top + beam + foot);
  cairo_close_path (pen->cr);
  plt_cairo_set_color (pen->cr, row->depth == 0 ? pen->palette->text : pen->palette->muted);
  cairo_fill (pen->cr);
}

void
plt_gantt_draw_slack (const PltGanttPen *pen, double from, double to, double middle)
{
  const double dashes[] = { 2.2 * pen->zoom, 1.4 * pen->zoom };

  cairo_save (pen->cr);
  cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
  plt_gantt_line (pen, pen->palette->muted, 0.8 * pen->zoom, from, middle, to, middle);
  cairo_restore (pen->cr);
  plt_gantt_line (pen, pen->palette->muted, 0.8 * pen->zoom, to, middle - 2.2 * pen->zoom, to,
                  middle + 2.2 * pen->zoom);
}

/* Below the bar of that middle. */
void
plt_gantt_draw_baseline (const PltGanttPen *pen, double from, double to, double middle)
{
  double y = middle + (BAR / 2 + 0.8) * pen->zoom;

  cairo_rectangle (pen->cr, from, y, fmax (to - from, LEAST_BAR * pen->zoom), 2 * pen->zoom);
  plt_cairo_set_color (pen->cr, pen->palette->surface);
  cairo_fill_preserve (pen->cr);
  plt_cairo_set_color (pen->cr, pen->palette->muted);
  cairo_set_line_width (pen->cr, 0.5 * pen->zoom);
  cairo_stroke (pen->cr);
}

/* An arrow that points down at the end of the day. */
void
plt_gantt_draw_deadline (const PltGanttPen *pen, double x, double middle)
{
  double half = 2.8 * pen->zoom, tip = middle - 1 * pen->zoom;

  cairo_move_to (pen->cr, x, tip);
  cairo_line_to (pen->cr, x - half, tip - 4.5 * pen->zoom);
  cairo_line_to (pen->cr, x + half, tip - 4.5 * pen->zoom);
  cairo_close_path (pen->cr);
  plt_cairo_set_color (pen->cr, pen->palette->surface);
  cairo_fill_preserve (pen->cr);
  plt_cairo_set_color (pen->cr, pen->palette->text);
  cairo_set_line_width (pen->cr, 0.9 * pen->zoom);
  cairo_stroke (pen->cr);
}

/* A disk with "!" whose left edge is at the abscissa. */
void
plt_gantt_draw_late (const PltGanttPen *pen, double x, double middle)
{
  double radius = 4 * pen->zoom;

  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, x + radius, middle, radius, 0, 2 * G_PI);
  plt_cairo_set_color (pen->cr, pen->palette->error);
  cairo_fill (pen->cr);
  plt_gantt_text_at (pen, pen->small_strong, pen->palette->surface, "!", x + radius, middle,
                     PLT_ALIGN_CENTER);
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

  return pen->pages->has_baseline ? middle - 1 * pen->zoom : middle;
}

static void
draw_off_days (const PltGanttPen *pen)
{
  if (pen->pages->step < WEEK_ENDS)
    return;
  for (PltGanttDay kind = PLT_GANTT_WEEKEND; kind <= PLT_GANTT_HOLIDAY; kind++)
    {
      gboolean any = FALSE;

      for (guint i = pen->page->day; i < pen->page->day_end; i++)
        if (pen->gantt->off[i] == kind)
          {
            guint first = i;

            while (i + 1 < pen->page->day_end && pen->gantt->off[i + 1] == kind)
              i++;
            cairo_rectangle (pen->cr, plt_gantt_x (pen, pen->gantt->from + (PltDate) first),
                             pen->body, (i + 1 - first) * pen->pages->step,
                             pen->bottom - pen->body);
            any = TRUE;
          }
      if (!any)
        continue;
      plt_cairo_set_color (pen->cr, kind == PLT_GANTT_WEEKEND ? pen->palette->surface_low
                                                              : pen->palette->grid);
      cairo_fill (pen->cr);
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

/* Mondays, then first days of months, in one stroke each. */
static void
draw_verticals (const PltGanttPen *pen, gboolean of_months)
{
  cairo_new_path (pen->cr);
  for (guint i = pen->page->day + 1; i < pen->page->day_end; i++)
    {
      PltDate date = pen->gantt->from + (PltDate) i;
      int day;

      if (!of_months && i % 7 != 0)
        continue;
      if (of_months)
        {
          plt_date_to_ymd (date, NULL, NULL, &day);
          if (day != 1)
            continue;
        }
      cairo_move_to (pen->cr, plt_gantt_x (pen, date), pen->body);
      cairo_line_to (pen->cr, plt_gantt_x (pen, date), pen->bottom);
    }
  plt_cairo_set_color (pen->cr, of_months ? soft (pen->palette) : pen->palette->grid);
  cairo_set_line_width (pen->cr, of_months ? 0.5 : 0.35);
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
    draw_verticals (pen, FALSE);
  draw_verticals (pen, TRUE);
  draw_levels (pen, FALSE);
  draw_levels (pen, TRUE);
}

/* ---- the table ---- */

/* The bytes of the words that the width holds, at least one word. */
static gsize
cut_words (const PltGanttPen *pen, const PltFont *font, const char *text, double width)
{
  gsize best = 0;

  for (const char *space = strchr (text, ' '); space != NULL; space = strchr (space + 1, ' '))
    {
      g_autofree char *words = g_strndup (text, (gsize) (space - text));

      if (best > 0 && plt_typesetter_width (pen->type, font, words) > width)
        break;
      best = (gsize) (space - text);
    }
  return best;
}

/* Smaller, then on two lines, for what one does not hold; "…" only for what is longer still. */
static void
draw_long_cell (const PltGanttPen *pen, const char *text, double x, double width, double middle)
{
  const PltFont *font
      = plt_typesetter_width (pen->type, pen->small, text) <= width ? pen->small : pen->tiny;
  double line = plt_font_get_natural_line (font) * 0.94;
  gsize n = plt_typesetter_width (pen->type, font, text) > width
                ? cut_words (pen, font, text, width)
                : 0;
  const char *rest = n > 0 ? text + n + 1 : text;
  PltTextSpan first = { text, (int) n, NULL, font };
  PltTextSpan last = { rest, (int) strlen (rest), NULL, font };
  PltTextPlace place = { .x = x,
                         .y = middle - line,
                         .width = width,
                         .line = line,
                         .n_lines = 1,
                         .align = PLT_ALIGN_START,
                         .ellipsize = TRUE };

  if (n > 0)
    plt_typesetter_draw (pen->type, pen->cr, &first, pen->palette->text, &place);
  place.y = n > 0 ? middle : middle - line / 2;
  plt_typesetter_draw (pen->type, pen->cr, &last, pen->palette->text, &place);
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
          draw_cell (pen, font, row->cells[j], x + pad, pages->columns[j] - 2 * pad, middle,
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

/* ---- links ---- */

double
plt_gantt_start (const PltGanttPen *pen, const PltGanttRow *row)
{
  if (row->flags & PLT_GANTT_MILESTONE)
    return plt_gantt_x (pen, row->to) + pen->pages->step / 2;
  return plt_gantt_x (pen, row->from);
}

double
plt_gantt_end (const PltGanttPen *pen, const PltGanttRow *row)
{
  if (row->flags & PLT_GANTT_MILESTONE)
    return plt_gantt_x (pen, row->to) + pen->pages->step / 2;
  return plt_gantt_x (pen, row->to + 1);
}

/* Where a row is; above or below the sheet for one that is not on it. */
static double
level_of (const PltGanttPen *pen, guint row)
{
  guint shift = pen->page->again != G_MAXUINT ? 1 : 0;

  if (row < pen->page->first)
    return pen->body - 20;
  if (row >= pen->page->end)
    return pen->bottom + 20;
  return plt_gantt_middle (pen, row - pen->page->first + shift);
}

static void
draw_arrow (const PltGanttPen *pen, double x, double y, double dx, double dy)
{
  double length = 3.6 * pen->zoom, half = 1.8 * pen->zoom;

  cairo_move_to (pen->cr, x, y);
  cairo_line_to (pen->cr, x - dx * length - dy * half, y - dy * length - dx * half);
  cairo_line_to (pen->cr, x - dx * length + dy * half, y - dy * length + dx * half);
  cairo_close_path (pen->cr);
  cairo_fill (pen->cr);
}

/* From the side of the first bar, down or up, to the side or the head of the second one. */
static void
draw_link (const PltGanttPen *pen, const PltGanttLink *link)
{
  const PltGanttRow *from = row_at (pen, link->from), *to = row_at (pen, link->to);
  gboolean starts = link->kind == PLT_NETWORK_SS || link->kind == PLT_NETWORK_SF;
  gboolean at_end = link->kind == PLT_NETWORK_FF || link->kind == PLT_NETWORK_SF;
  double y0 = level_of (pen, link->from), y1 = level_of (pen, link->to), out = 3.5 * pen->zoom;
  double x0 = starts ? plt_gantt_start (pen, from) : plt_gantt_end (pen, from);
  double x1 = at_end ? plt_gantt_end (pen, to) : plt_gantt_start (pen, to), down = y1 > y0 ? 1 : -1;
  double reach = (BAR / 2 + 0.6) * pen->zoom;

  if (fmax (x0, x1) < pen->left - 5 * out || fmin (x0, x1) > pen->right + 5 * out)
    return;
  plt_cairo_set_color (pen->cr, link->critical ? pen->palette->text : pen->palette->muted);
  cairo_set_line_width (pen->cr, (link->critical ? 1.1 : 0.5) * pen->zoom);
  cairo_move_to (pen->cr, x0, y0);
  if (link->kind == PLT_NETWORK_FS && x1 >= x0 - 0.5)
    { /* along, then straight down onto the head of the bar */
      double x = fmax (x1 + 2.5 * pen->zoom, x0 + out);

      if (to->flags & PLT_GANTT_MILESTONE)
        x = x1;
      cairo_line_to (pen->cr, x, y0);
      cairo_line_to (pen->cr, x, y1 - down * (reach + 2 * pen->zoom));
      cairo_stroke (pen->cr);
      draw_arrow (pen, x, y1 - down * reach, 0, down);
      return;
    }
  double turn = starts ? fmin (x0, x1) - out : x0 + out;
  double side = at_end ? 1 : -1, last = x1 + side * out;
  double between = y0 + (y1 - y0) / 2;

  if (link->kind == PLT_NETWORK_SS || link->kind == PLT_NETWORK_FF)
    {
      turn = link->kind == PLT_NETWORK_SS ? fmin (x0, x1) - out : fmax (x0, x1) + out;
      cairo_line_to (pen->cr, turn, y0);
      cairo_line_to (pen->cr, turn, y1);
    }
  else
    {
      cairo_line_to (pen->cr, turn, y0);
      cairo_line_to (pen->cr, turn, between);
      cairo_line_to (pen->cr, last, between);
      cairo_line_to (pen->cr, last, y1);
    }
  cairo_line_to (pen->cr, x1 + side * 2 * pen->zoom, y1);
  cairo_stroke (pen->cr);
  draw_arrow (pen, x1, y1, -side, 0);
}

void
plt_gantt_draw_links (const PltGanttPen *pen)
{
  for (guint pass = 0; pass < 2; pass++) /* the critical ones above the others */
    for (guint i = 0; i < pen->gantt->links->len; i++)
      {
        const PltGanttLink *link = &g_array_index (pen->gantt->links, PltGanttLink, i);
        guint least = MIN (link->from, link->to), most = MAX (link->from, link->to);

        if (link->critical != (pass == 1) || most < pen->page->first || least >= pen->page->end)
          continue;
        if (row_at (pen, link->from)->from != PLT_DATE_NONE
            && row_at (pen, link->to)->from != PLT_DATE_NONE)
          draw_link (pen, link);
      }
}

/* ---- bars ---- */

/* Behind the bar, else before it, else on it, from where the sheet shows it: always within the
 * sheet. */
static void
draw_beside (const PltGanttPen *pen, const PltGanttRow *row, double x0, double x1, double middle)
{
  const PltFont *font = is_group (row) ? pen->small_strong : pen->small;
  double width, gap = 3 * pen->zoom, line = plt_font_get_natural_line (font), x;

  if (*row->beside == '\0' || x1 < pen->left || x0 > pen->right)
    return;
  width = plt_typesetter_width (pen->type, font, row->beside);
  if (x1 + gap + width <= pen->right)
    x = x1 + gap;
  else if (x0 - gap - width >= pen->left)
    x = x0 - gap - width;
  else if (fmin (x1, pen->right) - fmax (x0, pen->left) >= width + 2 * gap)
    x = fmax (x0, pen->left) + gap;
  else
    x = fmax (pen->right - width - gap, pen->left + gap);
  if (pen->palette->surface.red == 255)
    {
      cairo_set_source_rgb (pen->cr, 1, 1, 1);
      cairo_rectangle (pen->cr, x - 1, middle - line / 2 + 0.5, width + 2, line - 1);
      cairo_fill (pen->cr);
    }
  plt_gantt_text_at (pen, font, pen->palette->text, row->beside, x, middle, PLT_ALIGN_START);
}

gboolean
plt_gantt_draw_signs (
    const PltGanttPen *pen, const PltGanttRow *row, double middle, double *before, double *after)
{
  double x0, x1, half = 5.5 * pen->zoom;

  if (row->from == PLT_DATE_NONE || row->to == PLT_DATE_NONE)
    return FALSE;
  x0 = plt_gantt_start (pen, row);
  x1 = plt_gantt_end (pen, row);
  if (row->base_from != PLT_DATE_NONE && row->base_to != PLT_DATE_NONE)
    plt_gantt_draw_baseline (pen, plt_gantt_x (pen, row->base_from),
                             plt_gantt_x (pen, row->base_to + 1), middle);
  if (row->flags & PLT_GANTT_MILESTONE)
    {
      plt_gantt_draw_diamond (pen, row, x0, middle);
      x0 -= half;
      x1 += half;
    }
  else if (is_group (row))
    plt_gantt_draw_group (pen, row, x0, x1 - x0, middle);
  else
    {
      if (row->slack_to != PLT_DATE_NONE && row->slack_to > row->to)
        plt_gantt_draw_slack (pen, x1, plt_gantt_x (pen, row->slack_to + 1), middle);
      plt_gantt_draw_bar (pen, row, x0, x1 - x0, middle);
      if (row->slack_to != PLT_DATE_NONE && row->slack_to > row->to)
        x1 = plt_gantt_x (pen, row->slack_to + 1);
    }
  if (row->flags & PLT_GANTT_LATE)
    {
      plt_gantt_draw_late (pen, x1 + 2 * pen->zoom, middle);
      x1 += 10 * pen->zoom;
    }
  if (row->deadline != PLT_DATE_NONE)
    {
      double x = plt_gantt_x (pen, row->deadline + 1);

      plt_gantt_draw_deadline (pen, x, middle);
      if (x >= x1 - 1)
        x1 = fmax (x1, x + 3 * pen->zoom);
    }
  *before = x0;
  *after = x1;
  return TRUE;
}

static void
draw_row (const PltGanttPen *pen, guint place)
{
  const PltGanttRow *row = row_at (pen, index_of (pen, place));
  double middle = plt_gantt_middle (pen, place), before, after;

  if (plt_gantt_draw_signs (pen, row, middle, &before, &after))
    draw_beside (pen, row, before, after, middle);
  else if (pen->gantt->chart_only && is_group (row)) /* a title, where no table has it */
    plt_gantt_text_at (pen, pen->small_strong, pen->palette->text, row->label,
                       pen->left + PLT_GANTT_PAD * pen->zoom, middle, PLT_ALIGN_START);
}

void
plt_gantt_draw_today (const PltGanttPen *pen)
{
  const double dashes[] = { 4 * pen->zoom, 2 * pen->zoom };
  double x = plt_gantt_x (pen, pen->gantt->today) + pen->pages->step / 2;

  if (pen->gantt->today == PLT_DATE_NONE || x < pen->left || x > pen->right)
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
  double x = plt_gantt_x (pen, pen->gantt->today) + pen->pages->step / 2;

  if (pen->gantt->today == PLT_DATE_NONE || x < pen->left || x > pen->right)
    return;
  cairo_move_to (pen->cr, x - 3.5 * pen->zoom, pen->body - 4.5 * pen->zoom);
  cairo_line_to (pen->cr, x + 3.5 * pen->zoom, pen->body - 4.5 * pen->zoom);
  cairo_line_to (pen->cr, x, pen->body);
  cairo_close_path (pen->cr);
  plt_cairo_set_color (pen->cr, pen->palette->accent);
  cairo_fill (pen->cr);
}

static void
draw_body (const PltGanttPen *pen)
{
  plt_gantt_draw_grounds (pen);
  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, pen->left, pen->body, pen->right - pen->left, pen->bottom - pen->body);
  cairo_clip (pen->cr);
  plt_gantt_draw_today (pen);
  plt_gantt_draw_links (pen);
  for (guint i = 0; i < n_rows (pen); i++)
    draw_row (pen, i);
  cairo_restore (pen->cr);
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

  pen.text = plt_gantt_font (type, 7.5 * self->zoom, PANGO_WEIGHT_NORMAL);
  pen.strong = plt_gantt_font (type, 7.5 * self->zoom, PANGO_WEIGHT_SEMIBOLD);
  pen.small = plt_gantt_font (type, 6.5 * self->zoom, PANGO_WEIGHT_NORMAL);
  pen.tiny = plt_gantt_font (type, 5.9 * self->zoom, PANGO_WEIGHT_NORMAL);
  pen.small_strong = plt_gantt_font (type, 6.5 * self->zoom, PANGO_WEIGHT_SEMIBOLD);
  pen.right = self->table + (pen.page->day_end - pen.page->day) * self->step;
  pen.tops = tops = g_new (double, n_rows (&pen) + 1);
  tops[0] = pen.body;
  for (guint i = 0; i < n_rows (&pen); i++)
    tops[i + 1] = tops[i] + plt_gantt_row_height (self, row_at (&pen, index_of (&pen, i)));
  pen.bottom = tops[n_rows (&pen)];
  cairo_save (cr);
  plt_gantt_draw_head (&pen);
  draw_body (&pen);
  plt_gantt_line (&pen, palette->rule, 0.9, 0, 0, pen.right, 0);
  plt_gantt_line (&pen, palette->rule, 0.9, 0, pen.bottom, pen.right, pen.bottom);
  plt_gantt_line (&pen, palette->rule, 0.9, pen.right, 0, pen.right, pen.bottom);
  plt_gantt_legend (self, &pen, pen.bottom);
  cairo_restore (cr);
}
