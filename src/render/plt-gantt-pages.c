#include "plt-gantt-private.h"

#include <math.h>

#include "plt-painters-private.h"

#define SMALL_WIDTH 760.0 /* of an A4 sheet: there, zoom is 1 */
#define LEAST_ZOOM 0.82   /* to keep all on one sheet */
#define MOST_TABLE 0.42   /* of the width */
#define MOST_NAMES 210.0  /* of the names */
#define LEAST_NAMES 92.0
#define LEAST_DAY 11.0 /* widths of a day where days, weeks, months are read */
#define LEAST_DAY_WEEKS 2.3
#define LEAST_DAY_MONTHS 0.48
#define MANY_ROWS 150  /* more take long to measure again */
#define MOST_LESS 0.72 /* of the size, for weeks */
#define FEW_LEFT 0.82  /* a sheet is cut before a group beyond this part of it */

const PltFont *
plt_gantt_font (PltTypesetter *type, double size, PangoWeight weight)
{
  const PltFontSpec spec = { PLT_FACE_SANS, size, weight, FALSE };

  return plt_typesetter_font (type, &spec);
}

static const PltGanttRow *
row_at (const PltGanttPages *self, guint i)
{
  return &g_array_index (self->gantt->rows, PltGanttRow, i);
}

static gboolean
is_group (const PltGanttRow *row)
{
  return (row->flags & PLT_GANTT_GROUP) != 0;
}

double
plt_gantt_row_height (const PltGanttPages *self, const PltGanttRow *row)
{
  double base = is_group (row) && row->depth == 0 ? PLT_GANTT_ROW + 2 : PLT_GANTT_ROW;

  return (self->has_baseline ? base + 2 : base) * self->zoom;
}

static double
rows_height (const PltGanttPages *self)
{
  double height = 0;

  for (guint i = 0; i < self->gantt->rows->len; i++)
    height += plt_gantt_row_height (self, row_at (self, i));
  return height;
}

/* ---- the table ---- */

static void
measure_table (PltGanttPages *self)
{
  const PltGantt *gantt = self->gantt;
  const PltFont *text = plt_gantt_font (self->type, 7.5 * self->zoom, PANGO_WEIGHT_NORMAL);
  const PltFont *strong = plt_gantt_font (self->type, 7.5 * self->zoom, PANGO_WEIGHT_SEMIBOLD);
  double pad = 2 * PLT_GANTT_PAD * self->zoom, most = self->width * MOST_TABLE;

  self->names = self->table = 0;
  self->n_columns = 0;
  if (gantt->chart_only)
    return;
  for (guint i = 0; i < gantt->rows->len; i++)
    {
      const PltGanttRow *row = row_at (self, i);
      double width = plt_typesetter_width (self->type, is_group (row) ? strong : text, row->label);

      width += row->depth * PLT_GANTT_INDENT * self->zoom + pad;
      self->names = fmax (self->names, width + 2);
    }
  self->names = CLAMP (self->names, LEAST_NAMES * self->zoom, MOST_NAMES * self->zoom);
  self->table = self->names;
  for (guint j = 0; j < gantt->n_columns; j++)
    {
      double width = plt_typesetter_width (self->type, strong, gantt->columns[j]);

      for (guint i = 0; i < gantt->rows->len; i++)
        {
          const PltGanttRow *row = row_at (self, i);

          width = fmax (width, plt_typesetter_width (self->type, is_group (row) ? strong : text,
                                                     row->cells[j]));
        }
      width = fmin (width, 110 * self->zoom) + pad + 2;
      if (self->table + width > most
          && self->table + width - (self->names - LEAST_NAMES * 1.3 * self->zoom) > most)
        break;
      self->columns[self->n_columns++] = width;
      self->table += width;
    }
  if (self->table > most)
    {
      self->names -= fmin (self->table - most, self->names - LEAST_NAMES * self->zoom);
      self->table = self->names;
      for (guint j = 0; j < self->n_columns; j++)
        self->table += self->columns[j];
    }
}

/* ---- the scale ---- */

static double
least_day (const PltGanttPages *self)
{
  switch (self->gantt->scale)
    {
    case PLT_GANTT_DAYS:
      return LEAST_DAY * self->zoom;
    case PLT_GANTT_WEEKS:
      return LEAST_DAY_WEEKS * self->zoom;
    case PLT_GANTT_MONTHS:
    case PLT_GANTT_AUTO:
    default:
      return LEAST_DAY_MONTHS * self->zoom;
    }
}

/* Weeks a sheet has; the step fills its width. */
static guint
choose_scale (PltGanttPages *self)
{
  double room = fmax (self->width - self->table, 60);
  guint weeks = plt_gantt_n_days (self->gantt) / 7, across, here;
  double least = least_day (self);
  const PltFont *small = plt_gantt_font (self->type, 6.5 * self->zoom, PANGO_WEIGHT_NORMAL);

  here = MAX ((guint) (room / (7 * least)), 1);
  across = (weeks + here - 1) / here;
  here = (weeks + across - 1) / across;
  self->step = room / (7.0 * here);
  if (self->step >= 9.5 * self->zoom && self->gantt->scale != PLT_GANTT_MONTHS)
    self->bands = PLT_GANTT_BANDS_DAYS;
  else if (self->step * 7 >= plt_typesetter_width (self->type, small, "00") + 2.6
           && self->gantt->scale != PLT_GANTT_MONTHS)
    self->bands = PLT_GANTT_BANDS_WEEKS;
  else
    self->bands = PLT_GANTT_BANDS_MONTHS;
  self->head = PLT_GANTT_BAND * self->zoom * (self->bands == PLT_GANTT_BANDS_DAYS ? 3 : 2);
  return here;
}

/* Somewhat smaller than the height allows, where that lets weeks be read. */
static guint
prefer_weeks (PltGanttPages *self, guint weeks)
{
  double zoom = self->zoom;

  if (self->gantt->scale != PLT_GANTT_AUTO || self->gantt->rows->len > MANY_ROWS)
    return weeks;
  while (self->bands == PLT_GANTT_BANDS_MONTHS && self->zoom * 0.95 >= fmax (1, zoom * MOST_LESS))
    {
      self->zoom *= 0.95;
      measure_table (self);
      weeks = choose_scale (self);
    }
  if (self->bands != PLT_GANTT_BANDS_MONTHS || self->zoom == zoom)
    return weeks;
  self->zoom = zoom;
  measure_table (self);
  return choose_scale (self);
}

/* ---- sheets ---- */

static guint
group_of (const PltGanttPages *self, guint i)
{
  guint depth = row_at (self, i)->depth;

  if (depth == 0)
    return G_MAXUINT;
  while (i-- > 0)
    if (row_at (self, i)->depth < depth && is_group (row_at (self, i)))
      return i;
  return G_MAXUINT;
}

/* The row after the last one that the room holds. */
static guint
cut_rows (const PltGanttPages *self, guint first, double room)
{
  guint n = self->gantt->rows->len, end = first, best;
  double used = 0;

  while (end < n
         && (end == first || used + plt_gantt_row_height (self, row_at (self, end)) <= room))
    used += plt_gantt_row_height (self, row_at (self, end++));
  if (end >= n)
    return n;
  best = first + (guint) ((end - first) * FEW_LEFT);
  for (guint i = end; i > best && i > first + 1; i--)
    if (is_group (row_at (self, i)))
      {
        while (i > first + 1 && is_group (row_at (self, i - 1)))
          i--;
        return i;
      }
  while (end > first + 1 && is_group (row_at (self, end - 1))) /* never alone at the foot */
    end--;
  return end;
}

static void
cut_pages (PltGanttPages *self, guint weeks, double first, double next)
{
  guint n_days = plt_gantt_n_days (self->gantt), n = self->gantt->rows->len;

  for (guint row = 0; row < n;)
    {
      PltGanttPage page = { .first = row, .again = row > 0 ? group_of (self, row) : G_MAXUINT };
      gboolean is_first = self->pages->len == 0;
      double room = (is_first ? first : next) - self->head - self->legend, height;

      /* the other sheets of the same rows are no larger than the first of all */
      height = page.again != G_MAXUINT ? plt_gantt_row_height (self, row_at (self, page.again)) : 0;
      page.end = cut_rows (self, row, room - height);
      for (guint i = row; i < page.end; i++)
        height += plt_gantt_row_height (self, row_at (self, i));
      page.height = self->head + height + self->legend;
      for (guint day = 0; day < n_days; day += weeks * 7)
        {
          page.day = day;
          page.day_end = MIN (day + weeks * 7, n_days);
          g_array_append_val (self->pages, page);
        }
      row = page.end;
    }
}

/* Larger where there is room to spare, a little smaller where that saves a sheet. */
static void
choose_zoom (PltGanttPages *self, double first)
{
  double most = CLAMP (self->width / SMALL_WIDTH, 1, 4), whole, fit;

  self->zoom = 1;
  whole = rows_height (self) + 3 * PLT_GANTT_BAND + plt_gantt_legend (self, NULL, 0);
  fit = first / whole;
  if (fit >= LEAST_ZOOM)
    self->zoom = CLAMP (fit * 0.985, LEAST_ZOOM, most);
  else
    self->zoom = CLAMP (self->width / (3 * SMALL_WIDTH), 1, 1.5);
}

PltGanttPages *
plt_gantt_pages_new (
    const PltGantt *gantt, PltTypesetter *type, double width, double first, double next)
{
  PltGanttPages *self = g_new0 (PltGanttPages, 1);
  guint weeks;

  self->gantt = gantt;
  self->type = type;
  self->width = width;
  self->pages = g_array_new (FALSE, FALSE, sizeof (PltGanttPage));
  for (guint i = 0; i < gantt->rows->len; i++)
    self->has_baseline = self->has_baseline || row_at (self, i)->base_from != PLT_DATE_NONE;
  choose_zoom (self, first);
  measure_table (self);
  weeks = prefer_weeks (self, choose_scale (self));
  self->legend = plt_gantt_legend (self, NULL, 0);
  cut_pages (self, weeks, first, next);
  return self;
}

void
plt_gantt_pages_free (PltGanttPages *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->pages);
  g_free (self);
}

guint
plt_gantt_pages_get_n (const PltGanttPages *self)
{
  return self->pages->len;
}

double
plt_gantt_pages_get_height (const PltGanttPages *self, guint page)
{
  return g_array_index (self->pages, PltGanttPage, page).height;
}

void
plt_gantt_pages_dump (const PltGanttPages *self, guint page, GString *out)
{
  const PltGanttPage *of = &g_array_index (self->pages, PltGanttPage, page);

  g_string_append_printf (out, " rows %u-%u days %u-%u columns %u zoom %ld day %ld", of->first,
                          of->end, of->day, of->day_end, self->n_columns, lround (self->zoom * 100),
                          lround (self->step * 100));
}

/* In a box of its own, as a view or a preview has it: what its height holds. */
void
plt_painter_gantt (const PltCanvas *canvas)
{
  const PltGantt *gantt = canvas->drawing->gantt;

  if (gantt == NULL || gantt->rows->len == 0)
    {
      plt_canvas_nothing (canvas);
      return;
    }
  g_autoptr (PltGanttPages) pages
      = plt_gantt_pages_new (gantt, canvas->type, canvas->width, canvas->height, canvas->height);
  plt_gantt_pages_paint (pages, 0, canvas->cr, canvas->type, canvas->palette);
}
