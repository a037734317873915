#include "plt-gantt-view-paint.h"

#include <math.h>
#include <string.h>

#include "plt-gantt-private.h"

#define ZOOM 1.5 /* of the signs, against those of a small sheet */
#define DAYS_STEP 16.0
#define WEEKS_STEP 3.4
#define PAD 4.0
#define GAP 16.0     /* room for the handles from which links are drawn */
#define SCROLLBAR 8  /* that lies over the right edge when the pointer moves */
#define PROGRESS 4.0 /* half of what a text needs free of the line of the progress */
#define LEAST_TEXT 26.0
#define MARGIN 24.0
#define LINK_REACH 4.0 /* how near its line takes a link */

/* ---- where it is ---- */

double
plt_gantt_view_x (const PltGanttView *self, const PltGantt *gantt, PltDate date)
{
  return (date - gantt->from) * self->step - self->scroll_x;
}

PltDate
plt_gantt_view_date (const PltGanttView *self, const PltGantt *gantt, double x)
{
  return gantt->from + (PltDate) floor ((x + self->scroll_x) / self->step);
}

double
plt_gantt_view_y (const PltGanttView *self, guint row)
{
  return self->head + row * self->row - self->scroll_y;
}

int
plt_gantt_view_row (const PltGanttView *self, const PltGantt *gantt, double y)
{
  double row = floor ((y - self->head + self->scroll_y) / self->row);

  return y >= self->head && row >= 0 && row < gantt->rows->len ? (int) row : -1;
}

void
plt_gantt_view_rows (const PltGanttView *self, const PltGantt *gantt, guint *first, guint *end)
{
  double top = floor (self->scroll_y / self->row);
  double bottom = ceil ((self->scroll_y + self->height - self->head) / self->row);

  *first = (guint) CLAMP (top, 0, gantt->rows->len);
  *end = (guint) CLAMP (bottom, *first, gantt->rows->len);
}

static const PltGanttRow *
row_at (const PltGantt *gantt, guint row)
{
  return &g_array_index (gantt->rows, PltGanttRow, row);
}

gboolean
plt_gantt_view_bar (
    const PltGanttView *self, const PltGantt *gantt, guint at, double *x0, double *x1)
{
  const PltGanttRow *row = row_at (gantt, at);

  if (row->from == PLT_DATE_NONE || row->to == PLT_DATE_NONE)
    return FALSE;
  if (row->flags & PLT_GANTT_MILESTONE)
    {
      double middle = plt_gantt_view_x (self, gantt, row->to) + self->step / 2;

      *x0 = middle - 5 * ZOOM;
      *x1 = middle + 5 * ZOOM;
      return TRUE;
    }
  *x0 = plt_gantt_view_x (self, gantt, row->from);
  *x1 = fmax (plt_gantt_view_x (self, gantt, row->to + 1), *x0 + 2);
  return TRUE;
}

void
plt_gantt_view_clamp (PltGanttView *self, const PltGantt *gantt)
{
  double least = fmax (PLT_GANTT_VIEW_LEAST_STEP, self->width / plt_gantt_n_days (gantt));

  self->step = CLAMP (self->step, fmin (least, PLT_GANTT_VIEW_MOST_STEP), PLT_GANTT_VIEW_MOST_STEP);
  self->scroll_x
      = fmax (fmin (self->scroll_x, plt_gantt_n_days (gantt) * self->step - self->width), 0);
}

void
plt_gantt_view_zoom (PltGanttView *self, const PltGantt *gantt, double factor, double around)
{
  double day = (around + self->scroll_x) / self->step;

  self->step *= factor;
  self->step = CLAMP (self->step, PLT_GANTT_VIEW_LEAST_STEP, PLT_GANTT_VIEW_MOST_STEP);
  self->scroll_x = day * self->step - around;
  plt_gantt_view_clamp (self, gantt);
}

void
plt_gantt_view_fit (PltGanttView *self, const PltGantt *gantt, PltDate from, PltDate to)
{
  double room = fmax (self->width - 2 * MARGIN, 40);

  self->step = CLAMP (room / (to - from + 1), PLT_GANTT_VIEW_LEAST_STEP, PLT_GANTT_VIEW_MOST_STEP);
  self->scroll_x = (from - gantt->from) * self->step - MARGIN;
  plt_gantt_view_clamp (self, gantt);
}

static gboolean
has_baseline (const PltGantt *gantt)
{
  for (guint i = 0; i < gantt->rows->len; i++)
    if (row_at (gantt, i)->base_from != PLT_DATE_NONE)
      return TRUE;
  return FALSE;
}

double
plt_gantt_view_lift (const PltGantt *gantt)
{
  return has_baseline (gantt) ? ZOOM : 0;
}

double
plt_gantt_view_middle (const PltGanttView *self, guint row, double lift)
{
  return floor (plt_gantt_view_y (self, row) + self->row / 2 - lift);
}

/* ---- labels ---- */

PltGanttLabelPlace
plt_gantt_place_label (const PltGanttLabel *label, double *x, double *width)
{
  double from = fmax (label->x0, label->left), to = fmin (label->x1, label->right);
  double inside = label->is_free || label->is_bar ? to - from - 2 * PAD : 0;
  double after = label->right - fmax (label->after, label->left) - GAP;
  double before = fmin (label->before, label->right) - label->left - GAP;
  double behind = fmax (label->x1, label->left) + GAP;
  double slack = fmin (label->slack, label->right) - behind;

  *x = *width = 0;
  if (label->after < label->left || label->before > label->right || label->text <= 0)
    return PLT_GANTT_LABEL_NONE;
  *width = label->text;
  if (inside >= label->text && (label->is_free || (after < label->text && before < label->text)))
    {
      *x = from + PAD;
      return PLT_GANTT_LABEL_INSIDE;
    }
  if (after < label->text && before < label->text)
    {
      *width = fmin (fmax (fmax (inside, slack), fmax (after, before)), label->text);
      if (*width < LEAST_TEXT)
        return PLT_GANTT_LABEL_NONE;
      if (inside >= *width)
        {
          *x = from + PAD;
          return PLT_GANTT_LABEL_INSIDE;
        }
      if (slack >= *width)
        {
          *x = behind;
          return PLT_GANTT_LABEL_SLACK;
        }
    }
  if (after >= *width)
    {
      *x = fmax (label->after, label->left) + GAP;
      return PLT_GANTT_LABEL_AFTER;
    }
  *x = fmin (label->before, label->right) - GAP - *width;
  return PLT_GANTT_LABEL_BEFORE;
}

static void
draw_label (const PltGanttPen *pen, const PltGanttSigns *signs)
{
  const PltGanttRow *row = signs->row;
  double middle = signs->middle;
  gboolean group = (row->flags & PLT_GANTT_GROUP) != 0;
  const PltFont *font = group ? pen->small_strong : pen->small;
  double line = plt_font_get_natural_line (font), x, width;
  PltGanttLabel label
      = { .x0 = signs->x0,
          .x1 = signs->x1,
          .before = signs->before,
          .after = signs->after,
          .slack = signs->slack > signs->x1 ? signs->slack : 0,
          .left = 0,
          .right = pen->right - SCROLLBAR,
          .is_free = !group && row->progress <= 0 && !(row->flags & PLT_GANTT_MILESTONE),
          .is_bar = !group && !(row->flags & PLT_GANTT_MILESTONE) };
  PltTextSpan span = { row->beside, (int) strlen (row->beside), NULL, font };
  PltTextPlace place = { .y = middle - line / 2, .line = line, .n_lines = 1, .ellipsize = TRUE };
  PltColor color = pen->palette->text;
  PltGanttLabelPlace where;

  if (*row->beside == '\0')
    return;
  label.text = plt_typesetter_width (pen->type, font, row->beside);
  if (row->flags
      & PLT_GANTT_CRITICAL) /* its frame leaves little room: beside it, where it can be */
    {
      PltGanttLabel outside = label;

      outside.is_free = outside.is_bar = FALSE;
      where = plt_gantt_place_label (&outside, &x, &width);
      if (where == PLT_GANTT_LABEL_NONE || width < label.text / 2)
        where = plt_gantt_place_label (&label, &x, &width);
    }
  else
    where = plt_gantt_place_label (&label, &x, &width);
  if (where == PLT_GANTT_LABEL_NONE)
    return;
  if (where == PLT_GANTT_LABEL_INSIDE)
    {
      guint phase = MIN (row->phase, PLT_GANTT_PHASES - 1);

      color = pen->palette->on_series[phase];
      if (!label.is_free) /* over the line of its progress, which goes on behind the text */
        plt_gantt_fill (pen, pen->palette->series[phase], x - 2, middle - PROGRESS, width + 4,
                        2 * PROGRESS);
    }
  else
    {
      PltColor ground
          = group && row->depth == 0 ? pen->palette->surface_low : pen->palette->surface;

      cairo_set_source_rgba (pen->cr, ground.red / 255.0, ground.green / 255.0, ground.blue / 255.0,
                             0.8);
      cairo_rectangle (pen->cr, x - 1, middle - line / 2 + 0.5, width + 2, line - 1);
      cairo_fill (pen->cr);
    }
  place.x = x;
  place.width = width + 0.5;
  if (width >= label.text)
    plt_gantt_text_at (pen, font, color, row->beside, x, middle, PLT_ALIGN_START);
  else
    plt_typesetter_draw (pen->type, pen->cr, &span, color, &place);
}

/* ---- ink ---- */

static void
paint_body (const PltGanttPen *pen, gboolean with_links, guint chosen)
{
  g_autofree PltGanttSigns *signs = g_new (PltGanttSigns, pen->page->end - pen->page->first + 1);
  guint n = 0;

  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, 0, pen->body, pen->right, pen->bottom - pen->body);
  cairo_clip (pen->cr);
  plt_gantt_draw_grounds (pen);
  plt_gantt_draw_today (pen);
  if (with_links)
    plt_gantt_draw_links (pen);
  for (guint i = pen->page->first; i < pen->page->end; i++)
    if (plt_gantt_place_signs (pen, row_at (pen->gantt, i),
                               plt_gantt_middle (pen, i - pen->page->first), &signs[n]))
      n++;
  plt_gantt_draw_all_signs (pen, signs, n);
  if (with_links && chosen > 0 && chosen <= pen->gantt->links->len) /* over bars, under texts */
    plt_gantt_draw_chosen_link (pen, &g_array_index (pen->gantt->links, PltGanttLink, chosen - 1));
  for (guint i = 0; i < n; i++)
    draw_label (pen, &signs[i]);
  cairo_restore (pen->cr);
}

/**
 * Sheet: what is in sight, as a page of which the pen knows all but fonts and ink
 */
typedef struct
{
  PltGanttPages pages;
  PltGanttPage page;
  PltGanttPen pen;
} Sheet;

static void
begin_sheet (Sheet *sheet, const PltGanttView *self, const PltGantt *gantt)
{
  PltDate end = plt_gantt_view_date (self, gantt, self->width) + 1;
  PltGanttPage *page = &sheet->page;
  PltGanttPen *pen = &sheet->pen;

  sheet->pages = (PltGanttPages){ .gantt = gantt,
                                  .width = self->width,
                                  .zoom = ZOOM,
                                  .step = self->step,
                                  .head = self->head,
                                  .has_baseline = has_baseline (gantt) };
  sheet->pages.bands = self->step >= DAYS_STEP    ? PLT_GANTT_BANDS_DAYS
                       : self->step >= WEEKS_STEP ? PLT_GANTT_BANDS_WEEKS
                                                  : PLT_GANTT_BANDS_MONTHS;
  *page = (PltGanttPage){ .again = G_MAXUINT, .height = self->height };
  page->day = (guint) MAX (plt_gantt_view_date (self, gantt, 0) - gantt->from, 0);
  page->day_end
      = (guint) CLAMP (end - gantt->from, (int) page->day, (int) plt_gantt_n_days (gantt));
  plt_gantt_view_rows (self, gantt, &page->first, &page->end);
  *pen = (PltGanttPen){ .pages = &sheet->pages,
                        .gantt = gantt,
                        .page = page,
                        .zoom = ZOOM,
                        .left = plt_gantt_view_x (self, gantt, gantt->from + (PltDate) page->day),
                        .right = self->width,
                        .body = self->head,
                        .bottom = self->height };
  pen->tops = g_new (double, page->end - page->first + 1);
  for (guint i = page->first; i <= page->end; i++)
    pen->tops[i - page->first] = plt_gantt_view_y (self, i);
}

static void
end_sheet (Sheet *sheet)
{
  g_free (sheet->pen.tops);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, end_sheet)

void
plt_gantt_view_paint (const PltGanttView *self,
                      const PltGantt *gantt,
                      cairo_t *cr,
                      PltTypesetter *type,
                      const PltPalette *palette)
{
  g_auto (Sheet) sheet = { .pen = { .tops = NULL } };
  PltGanttPen *pen = &sheet.pen;

  begin_sheet (&sheet, self, gantt);
  sheet.pages.type = pen->type = type;
  pen->cr = cr;
  pen->palette = palette;
  pen->text = plt_gantt_font (type, 7.5 * ZOOM, PANGO_WEIGHT_NORMAL);
  pen->strong = plt_gantt_font (type, 7.5 * ZOOM, PANGO_WEIGHT_SEMIBOLD);
  pen->small = plt_gantt_font (type, 7 * ZOOM, PANGO_WEIGHT_NORMAL);
  pen->small_strong = plt_gantt_font (type, 7 * ZOOM, PANGO_WEIGHT_SEMIBOLD);
  cairo_save (cr);
  paint_body (pen, self->with_links, self->chosen_link);
  plt_gantt_draw_head (pen);
  plt_gantt_draw_today_point (pen);
  cairo_restore (cr);
}

/* ---- one link ---- */

int
plt_gantt_view_link (const PltGanttView *self, const PltGantt *gantt, double x, double y, int after)
{
  g_auto (Sheet) sheet = { .pen = { .tops = NULL } };
  double least = LINK_REACH;
  int nearest = -1, first = -1, next = -1;
  gboolean is_there = FALSE;

  if (!self->with_links || y < self->head)
    return -1;
  begin_sheet (&sheet, self, gantt);
  for (guint i = 0; i < gantt->links->len; i++)
    {
      double distance = plt_gantt_link_distance (
          &sheet.pen, &g_array_index (gantt->links, PltGanttLink, i), x, y);

      if (distance > LINK_REACH)
        continue;
      is_there = is_there || (int) i == after;
      first = first < 0 ? (int) i : first;
      next = next < 0 && (int) i > after ? (int) i : next;
      if (nearest < 0 || distance < least)
        {
          nearest = (int) i;
          least = distance;
        }
    }
  return is_there ? (next >= 0 ? next : first) : nearest;
}
