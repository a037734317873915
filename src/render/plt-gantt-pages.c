#include "plt-gantt-private.h"

#include <math.h>
#include <string.h>

#include "plt-painters-private.h"

#define SMALL_WIDTH 760.0    /* of an A4 sheet: there, zoom is 1 */
#define LEAST_ZOOM 0.66      /* to keep all on one sheet; type is no smaller than it may be */
#define LEAST_WHOLE 0.58     /* where one sheet is asked for: rows as high as the least type */
#define LEAST_WHOLE_DAY 0.16 /* then: a month is told by its quarter */
#define MOST_TABLE 0.42      /* of the width, of a small sheet somewhat more */
#define MOST_SMALL_TABLE 0.47
#define MOST_NAMES 240.0 /* of the names */
#define LEAST_NAMES 92.0
#define LEAST_BAND 10.0 /* that holds the least type */
#define MOST_CELL 110.0 /* of another column */
#define LEAST_DAY 11.0  /* widths of a day where days, weeks, months are read */
#define LEAST_DAY_WEEKS 2.3
#define LEAST_DAY_MONTHS 0.48
#define LEAST_DAY_AUTO 0.3 /* months by a letter, rather than a second sheet */
#define MANY_ROWS 150      /* more take long to measure again */
#define MOST_LESS 0.72     /* of the size, for weeks */
#define FEW_LEFT 0.82      /* a sheet is cut before a group beyond this part of it */
#define HALF_LEFT 0.45     /* or beyond this one, where that takes no sheet more */
#define FEW_COLUMNS 3      /* at least, if so many are asked for */
#define MOST_TRIES 6       /* to make room for names of several lines */

const PltFont *
plt_gantt_font (PltTypesetter *type, double size, PangoWeight weight)
{
  const PltFontSpec spec = { PLT_FACE_SANS, size, weight, FALSE };

  return plt_typesetter_font (type, &spec);
}

const PltFont *
plt_gantt_paper_font (const PltGanttPages *self, double size, PangoWeight weight)
{
  return plt_gantt_font (self->type, fmax (size * self->zoom, PLT_GANTT_LEAST_TYPE), weight);
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
plt_gantt_cell_leading (const PltFont *small)
{
  return plt_font_get_natural_line (small) * 0.94;
}

guint
plt_gantt_cell_lines (const PltGanttPages *self, const char *text, double width)
{
  const PltFont *small = plt_gantt_paper_font (self, PLT_GANTT_SMALL, PANGO_WEIGHT_NORMAL);
  const PltTextSpan span = { text, (int) strlen (text), NULL, small };

  if (*text == '\0' || plt_typesetter_width (self->type, small, text) <= width)
    return 1;
  return CLAMP (plt_typesetter_break (self->type, &span, width, NULL), 1, PLT_GANTT_MOST_LINES);
}

double
plt_gantt_row_height (const PltGanttPages *self, guint at)
{
  const PltGanttRow *row = row_at (self, at);
  double base = is_group (row) && row->depth == 0 ? PLT_GANTT_ROW + 2 : PLT_GANTT_ROW, text;

  base = (self->has_baseline ? base + 2 : base) * self->zoom;
  if (self->lines == NULL || self->lines[at] < 2)
    return base;
  text = plt_gantt_cell_leading (plt_gantt_paper_font (self, PLT_GANTT_SMALL, PANGO_WEIGHT_NORMAL));
  return fmax (base, text * self->lines[at] + 3 * self->zoom);
}

static double
rows_height (const PltGanttPages *self)
{
  double height = 0;

  for (guint i = 0; i < self->gantt->rows->len; i++)
    height += plt_gantt_row_height (self, i);
  return height;
}

/* ---- the table ---- */

static void
measure_table (PltGanttPages *self)
{
  const PltGantt *gantt = self->gantt;
  const PltFont *text = plt_gantt_paper_font (self, PLT_GANTT_TEXT, PANGO_WEIGHT_NORMAL);
  const PltFont *strong = plt_gantt_paper_font (self, PLT_GANTT_TEXT, PANGO_WEIGHT_SEMIBOLD);
  double pad = 2 * PLT_GANTT_PAD * self->zoom, most = self->width;

  most *= self->width < 1.1 * SMALL_WIDTH ? MOST_SMALL_TABLE : MOST_TABLE;
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
  self->names = CLAMP (self->names, LEAST_NAMES * self->zoom,
                       MOST_NAMES * fmax (self->zoom, PLT_GANTT_LEAST_TYPE / PLT_GANTT_TEXT));
  self->table = self->names;
  for (guint j = 0; j < MIN (gantt->n_columns, self->most_columns); j++)
    {
      double width = plt_typesetter_width (self->type, strong, gantt->columns[j]);

      for (guint i = 0; i < gantt->rows->len; i++)
        {
          const PltGanttRow *row = row_at (self, i);

          width = fmax (width, plt_typesetter_width (self->type, is_group (row) ? strong : text,
                                                     row->cells[j]));
        }
      width = fmin (width, MOST_CELL * self->zoom) + pad + 2;
      if (self->table + width > most
          && self->table + width - (self->names - LEAST_NAMES * 1.1 * self->zoom) > most)
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

/* How many lines each row takes. */
static void
measure_lines (PltGanttPages *self)
{
  double pad = 2 * PLT_GANTT_PAD * self->zoom;

  for (guint i = 0; i < self->gantt->rows->len; i++)
    {
      const PltGanttRow *row = row_at (self, i);
      double names = self->names - pad - row->depth * PLT_GANTT_INDENT * self->zoom;
      guint lines = 1;

      if (self->table > 0 && !is_group (row))
        lines = plt_gantt_cell_lines (self, row->label, names);
      for (guint j = 0; j < self->n_columns; j++)
        if (!self->gantt->at_end[j])
          lines = MAX (lines, plt_gantt_cell_lines (self, row->cells[j], self->columns[j] - pad));
      self->lines[i] = (guint8) lines;
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
      return LEAST_DAY_MONTHS * self->zoom;
    case PLT_GANTT_AUTO:
    default:
      return LEAST_DAY_AUTO * fmax (self->zoom, 1);
    }
}

/* Weeks a sheet has; the step fills its width. */
static guint
choose_scale (PltGanttPages *self)
{
  double room = fmax (self->width - self->table, 60);
  guint weeks = plt_gantt_n_days (self->gantt) / 7, across, here;
  double least = least_day (self);
  const PltFont *small = plt_gantt_paper_font (self, PLT_GANTT_SMALL, PANGO_WEIGHT_NORMAL);

  here = MAX ((guint) (room / (7 * least)), 1);
  across = self->whole ? 1 : (weeks + here - 1) / here;
  here = (weeks + across - 1) / across;
  self->step = room / (7.0 * here);
  if (self->step >= 9.5 * self->zoom && self->gantt->scale != PLT_GANTT_MONTHS)
    self->bands = PLT_GANTT_BANDS_DAYS;
  else if (self->step * 7 >= plt_typesetter_width (self->type, small, "00") + 2.6
           && self->gantt->scale != PLT_GANTT_MONTHS)
    self->bands = PLT_GANTT_BANDS_WEEKS;
  else
    self->bands = PLT_GANTT_BANDS_MONTHS;
  self->head = PLT_GANTT_BAND * self->zoom * (self->bands == PLT_GANTT_BANDS_MONTHS ? 2 : 3);
  self->head = fmax (self->head, (self->bands == PLT_GANTT_BANDS_MONTHS ? 2 : 3) * LEAST_BAND);
  self->strip = self->gantt->due >= self->gantt->from && self->gantt->due <= self->gantt->to
                    ? fmax (PLT_GANTT_BAND * self->zoom, LEAST_BAND)
                    : 0;
  self->head += self->strip;
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

/* Before the last group that begins after `best` and no later than `end`, or 0. */
static guint
group_before (const PltGanttPages *self, guint best, guint end)
{
  for (guint i = end; i > best; i--)
    if (is_group (row_at (self, i)))
      {
        while (i > best && is_group (row_at (self, i - 1)))
          i--;
        return i;
      }
  return 0;
}

/* The row after the last one that the room holds, with the part of it after which a group begins
 * another sheet. */
static guint
cut_rows (const PltGanttPages *self, guint first, double room, double part)
{
  guint n = self->gantt->rows->len, end = first, group;
  double used = 0;

  if (first > 0 && group_of (self, first) != G_MAXUINT)
    room -= plt_gantt_row_height (self, group_of (self, first));
  while (end < n && (end == first || used + plt_gantt_row_height (self, end) <= room))
    used += plt_gantt_row_height (self, end++);
  if (end >= n)
    return n;
  group = group_before (self, MAX (first + (guint) ((end - first) * part), first + 1), end);
  if (group > 0)
    return group;
  while (end > first + 1 && is_group (row_at (self, end - 1))) /* never alone at the foot */
    end--;
  return end;
}

static guint
count_sheets (const PltGanttPages *self, guint row, double room, double next)
{
  guint n = 0;

  for (; row < self->gantt->rows->len; n++, room = next)
    row = cut_rows (self, row, room, FEW_LEFT);
  return n;
}

/* A phase is kept on one sheet where that costs none. */
static guint
end_of_sheet (const PltGanttPages *self, guint row, double room, double next)
{
  guint full = cut_rows (self, row, room, FEW_LEFT), early = cut_rows (self, row, room, HALF_LEFT);

  if (early == full || self->gantt->rows->len > MANY_ROWS)
    return full;
  return count_sheets (self, early, next, next) <= count_sheets (self, full, next, next) ? early
                                                                                         : full;
}

/* Whether anything of the row stands on these days. */
static gboolean
is_seen (const PltGanttPages *self, const PltGanttRow *row, const PltGanttPage *page)
{
  PltDate first = self->gantt->from + (PltDate) page->day, from = row->from, to = row->to;
  PltDate last = self->gantt->from + (PltDate) page->day_end - 1;

  if (from == PLT_DATE_NONE || is_group (row))
    return FALSE;
  if (row->base_from != PLT_DATE_NONE && row->base_to != PLT_DATE_NONE)
    {
      from = MIN (from, row->base_from);
      to = MAX (to, row->base_to);
    }
  if (row->deadline != PLT_DATE_NONE)
    {
      from = MIN (from, row->deadline);
      to = MAX (to, row->deadline);
    }
  return from <= last && MAX (to, row->slack_to) >= first;
}

/* Sheets side by side for the same rows; one without a bar is left out. */
static void
add_across (PltGanttPages *self, PltGanttPage *page, guint weeks)
{
  guint n_days = plt_gantt_n_days (self->gantt), before = self->pages->len;

  for (page->day = 0; page->day < n_days; page->day += weeks * 7)
    {
      gboolean seen = FALSE;

      page->day_end = MIN (page->day + weeks * 7, n_days);
      for (guint i = page->first; i < page->end && !seen; i++)
        seen = is_seen (self, row_at (self, i), page);
      if (seen)
        g_array_append_vals (self->pages, page, 1);
    }
  if (self->pages->len > before)
    return;
  page->day = 0; /* rows without a bar have one all the same */
  page->day_end = MIN (weeks * 7, n_days);
  g_array_append_vals (self->pages, page, 1);
}

static void
cut_pages (PltGanttPages *self, guint weeks, double first, double next)
{
  guint n = self->gantt->rows->len;
  double taken = self->head + self->legend;

  for (guint row = 0; row < n;)
    {
      PltGanttPage page = { .first = row, .again = row > 0 ? group_of (self, row) : G_MAXUINT };
      double height = page.again != G_MAXUINT ? plt_gantt_row_height (self, page.again) : 0;

      /* the other sheets of the same rows are no larger than the first of all */
      page.end
          = end_of_sheet (self, row, (self->pages->len == 0 ? first : next) - taken, next - taken);
      for (guint i = row; i < page.end; i++)
        height += plt_gantt_row_height (self, i);
      page.height = height + taken;
      add_across (self, &page, weeks);
      row = page.end;
    }
}

static double
several_zoom (const PltGanttPages *self)
{
  return CLAMP (self->width / (3 * SMALL_WIDTH), 1, 1.5);
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
    self->zoom = several_zoom (self);
}

/* The last columns give way to a calendar that is whole on its sheet. */
static void
measure (PltGanttPages *self, guint *weeks)
{
  for (self->most_columns = PLT_GANTT_COLUMNS;; self->most_columns = self->n_columns - 1)
    {
      measure_table (self);
      *weeks = choose_scale (self);
      if (self->gantt->scale != PLT_GANTT_AUTO || self->n_columns <= FEW_COLUMNS
          || *weeks * 7 >= plt_gantt_n_days (self->gantt))
        break;
    }
  *weeks = prefer_weeks (self, *weeks);
  measure_lines (self);
  self->legend = plt_gantt_legend (self, NULL, 0);
}

static double
whole_height (const PltGanttPages *self)
{
  return rows_height (self) + self->head + self->legend;
}

/* Down to the least that is read; FALSE, with all as it was, when that is still too large. */
static gboolean
fit_whole (PltGanttPages *self, double first, guint *weeks)
{
  double zoom = self->zoom;

  self->whole = TRUE;
  for (measure (self, weeks); whole_height (self) > first && self->zoom > LEAST_WHOLE;)
    {
      self->zoom = fmax (self->zoom * fmin (first / whole_height (self), 0.97), LEAST_WHOLE);
      measure (self, weeks);
    }
  if (whole_height (self) <= first && self->step >= LEAST_WHOLE_DAY)
    return TRUE;
  self->whole = FALSE;
  self->zoom = zoom;
  measure (self, weeks);
  return FALSE;
}

static PltGanttPages *pages_new (const PltGantt *gantt,
                                 PltTypesetter *type,
                                 double width,
                                 double first,
                                 double next,
                                 gboolean advise);

/* Which paper would hold it all, each √2 as wide and as high as the one before. */
static char *
advice_of (const PltGanttPages *self, double first)
{
  static const char *const papers[] = { "A4", "A3", "A2", "A1", "A0" };
  double larger = 1;

  for (guint i = self->gantt->paper + 1; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (PltGanttPages) other = NULL;

      larger *= G_SQRT2;
      other = pages_new (self->gantt, self->type, self->width * larger, first * larger,
                         first * larger, FALSE);
      if (plt_gantt_pages_get_n (other) == 1)
        return g_strdup_printf ("Ne tient pas, lisible, sur une seule page %s : il faut de l’%s.",
                                papers[self->gantt->paper], papers[i]);
    }
  return g_strdup ("Ne tient, lisible, sur une seule page d’aucun format : choisir des dates, une "
                   "phase ou une équipe.");
}

static PltGanttPages *
pages_new (const PltGantt *gantt,
           PltTypesetter *type,
           double width,
           double first,
           double next,
           gboolean advise)
{
  PltGanttPages *self = g_new0 (PltGanttPages, 1);
  guint weeks;

  self->gantt = gantt;
  self->type = type;
  self->width = width;
  self->on_paper = TRUE;
  self->pages = g_array_new (FALSE, FALSE, sizeof (PltGanttPage));
  self->lines = g_new0 (guint8, gantt->rows->len);
  for (guint i = 0; i < gantt->rows->len; i++)
    self->has_baseline = self->has_baseline || row_at (self, i)->base_from != PLT_DATE_NONE;
  choose_zoom (self, first);
  measure (self, &weeks);
  /* what names of several lines take may still go on the one sheet, somewhat smaller */
  for (guint i = 0; i < MOST_TRIES && gantt->rows->len <= MANY_ROWS; i++)
    {
      double whole = whole_height (self);

      if (whole <= first || whole * LEAST_ZOOM > first * self->zoom)
        break;
      self->zoom = fmax (fmin (first / whole, 0.98) * self->zoom, LEAST_ZOOM);
      measure (self, &weeks);
    }
  if (self->zoom < 1 && whole_height (self) > first)
    { /* for nothing */
      self->zoom = several_zoom (self);
      measure (self, &weeks);
    }
  if (gantt->one_page && (whole_height (self) > first || weeks * 7 < plt_gantt_n_days (gantt))
      && !fit_whole (self, first, &weeks) && advise)
    {
      self->advice = advice_of (self, first);
      self->legend = plt_gantt_legend (self, NULL, 0);
    }
  cut_pages (self, weeks, first, next);
  return self;
}

PltGanttPages *
plt_gantt_pages_new (
    const PltGantt *gantt, PltTypesetter *type, double width, double first, double next)
{
  return pages_new (gantt, type, width, first, next, TRUE);
}

void
plt_gantt_pages_free (PltGanttPages *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->pages);
  g_free (self->lines);
  g_free (self->advice);
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
