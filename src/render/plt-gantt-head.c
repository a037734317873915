/* The head of the calendar: years, months, weeks, days, named as fully as the width of a whole one
 * lets it, all of a band in the same way. */
#include <math.h>

#include "plt-gantt-private.h"

static const char *const months[12][3] = {
  { "janvier", "janv.", "J" }, { "février", "févr.", "F" }, { "mars", "mars", "M" },
  { "avril", "avr.", "A" },    { "mai", "mai", "M" },       { "juin", "juin", "J" },
  { "juillet", "juil.", "J" }, { "août", "août", "A" },     { "septembre", "sept.", "S" },
  { "octobre", "oct.", "O" },  { "novembre", "nov.", "N" }, { "décembre", "déc.", "D" },
};

static const char days[] = "LMMJVSD";

#define LEAST_MONTH 12.0 /* width of a month that is still named; below it, quarters are */

typedef enum
{
  UNIT_YEAR,
  UNIT_QUARTER,
  UNIT_MONTH,
  UNIT_WEEK,
  UNIT_MONDAY, /* a week by its first day, below its number */
  UNIT_DAY,
} Unit;

/* The first day of the next unit. */
static PltDate
next_of (Unit unit, PltDate date)
{
  int year, month;

  plt_date_to_ymd (date, &year, &month, NULL);
  switch (unit)
    {
    case UNIT_YEAR:
      return plt_date_from_ymd (year + 1, 1, 1);
    case UNIT_QUARTER:
      return plt_date_add_months (plt_date_from_ymd (year, (month - 1) / 3 * 3 + 1, 1), 3);
    case UNIT_MONTH:
      return plt_date_add_months (plt_date_from_ymd (year, month, 1), 1);
    case UNIT_WEEK:
    case UNIT_MONDAY:
      return date + (8 - plt_date_weekday (date));
    case UNIT_DAY:
    default:
      return date + 1;
    }
}

/* The n-th way to name it, from the fullest; NULL when there is none shorter. */
static char *
name_of (Unit unit, PltDate date, guint n, gboolean with_year)
{
  int year, month, day;

  if (unit == UNIT_WEEK) /* one that begins out of sight is named by its Monday all the same */
    date -= plt_date_weekday (date) - 1;
  plt_date_to_ymd (date, &year, &month, &day);
  switch (unit)
    {
    case UNIT_YEAR:
      return n == 0 ? g_strdup_printf ("%d", year)
                    : (n == 1 ? g_strdup_printf ("%02d", year % 100) : NULL);
    case UNIT_QUARTER:
      return n == 0 ? g_strdup_printf ("T%d", (month + 2) / 3) : NULL;
    case UNIT_MONTH:
      if (with_year && n < 2)
        return g_strdup_printf ("%s\302\240%d", months[month - 1][n], year);
      n -= with_year ? 2 : 0;
      return n < 3 ? g_strdup (months[month - 1][n]) : NULL;
    case UNIT_WEEK:
      if (n == 0)
        return g_strdup_printf ("S%d\302\240· %d\302\240%s", plt_date_iso_week (date), day,
                                months[month - 1][1]);
      return n == 1 ? g_strdup_printf ("S%d", plt_date_iso_week (date))
                    : (n == 2 ? g_strdup_printf ("%d", plt_date_iso_week (date)) : NULL);
    case UNIT_MONDAY:
      return n == 0 ? g_strdup_printf ("%d", day) : NULL;
    case UNIT_DAY:
    default:
      return n == 0 ? g_strdup_printf ("%c\302\240%d", days[plt_date_weekday (date) - 1], day)
                    : (n == 1 ? g_strdup_printf ("%d", day) : NULL);
    }
}

static gboolean
is_above_mondays (const PltGanttPen *pen)
{
  return pen->pages->on_paper && pen->pages->bands == PLT_GANTT_BANDS_WEEKS;
}

/* The fullest way in which all the whole units of the band have room; a cut one may need a shorter
 * one. */
static guint
fullest_name (const PltGanttPen *pen, Unit unit, const PltFont *font, gboolean with_year)
{
  PltDate first = pen->gantt->from + (PltDate) pen->page->day;
  PltDate end = pen->gantt->from + (PltDate) pen->page->day_end, next;
  guint n = unit == UNIT_WEEK && is_above_mondays (pen) ? 1 : 0;

  for (PltDate date = first; date < end; date = next)
    {
      next = next_of (unit, date);
      if (next > end || (date == first && next_of (unit, date - 1) != date))
        continue;
      for (;; n++)
        {
          g_autofree char *name = name_of (unit, date, n, with_year);

          if (name == NULL)
            return n;
          if (plt_typesetter_width (pen->type, font, name) + 2.4
              <= (next - date) * pen->pages->step)
            break;
        }
    }
  return n;
}

static void
draw_band (const PltGanttPen *pen, Unit unit, double y, double height)
{
  const PltFont *font = unit <= UNIT_MONTH && unit != UNIT_QUARTER ? pen->small_strong : pen->small;
  PltDate end = pen->gantt->from + (PltDate) pen->page->day_end;
  PltDate date = pen->gantt->from + (PltDate) pen->page->day;
  gboolean with_year = pen->pages->bands != PLT_GANTT_BANDS_MONTHS;
  guint fullest = fullest_name (pen, unit, font, with_year);

  cairo_new_path (pen->cr); /* all of the lines in one stroke; those of a week go through */
  for (PltDate at = date; at < end && unit != UNIT_MONDAY; at = next_of (unit, at))
    {
      cairo_move_to (pen->cr, plt_gantt_x (pen, at), y);
      cairo_line_to (pen->cr, plt_gantt_x (pen, at),
                     y + (unit == UNIT_WEEK && is_above_mondays (pen) ? 2 : 1) * height);
    }
  cairo_move_to (pen->cr, pen->left, y + height);
  cairo_line_to (pen->cr, pen->right, y + height);
  plt_cairo_set_color (pen->cr, pen->palette->hairline);
  cairo_set_line_width (pen->cr, 0.4);
  cairo_stroke (pen->cr);
  while (date < end)
    {
      PltDate next = MIN (next_of (unit, date), end);
      double x = plt_gantt_x (pen, date), width = plt_gantt_x (pen, next) - x;

      for (guint n = fullest;; n++)
        {
          g_autofree char *name = name_of (unit, date, n, with_year);

          if (name == NULL)
            break;
          if (plt_typesetter_width (pen->type, font, name) + 2.4 > width)
            continue;
          plt_gantt_text_at (pen, font, pen->palette->text, name, x + width / 2, y + height / 2,
                             PLT_ALIGN_CENTER);
          break;
        }
      date = next;
    }
}

static void
draw_titles (const PltGanttPen *pen, double height)
{
  const PltGanttPages *pages = pen->pages;
  double pad = PLT_GANTT_PAD * pen->zoom, x = pages->names;
  double middle = height - PLT_GANTT_BAND * pen->zoom / 2;

  if (pages->table <= 0)
    return;
  plt_gantt_text_at (pen, pen->small_strong, pen->palette->text, "Tâche", pad, middle,
                     PLT_ALIGN_START);
  for (guint j = 0; j < pages->n_columns; j++)
    {
      gboolean end = pen->gantt->at_end[j];

      plt_gantt_text_at (pen, pen->small_strong, pen->palette->text, pen->gantt->columns[j],
                         end ? x + pages->columns[j] - pad : x + pad, middle,
                         end ? PLT_ALIGN_END : PLT_ALIGN_START);
      x += pages->columns[j];
    }
}

void
plt_gantt_draw_head (const PltGanttPen *pen)
{
  static const Unit bands[][3] = {
    [PLT_GANTT_BANDS_DAYS] = { UNIT_MONTH, UNIT_WEEK, UNIT_DAY },
    [PLT_GANTT_BANDS_WEEKS] = { UNIT_MONTH, UNIT_WEEK, UNIT_MONDAY },
    [PLT_GANTT_BANDS_MONTHS] = { UNIT_YEAR, UNIT_MONTH },
  };
  const PltGanttPages *pages = pen->pages;
  gboolean mondays = is_above_mondays (pen);
  guint n = pages->bands == PLT_GANTT_BANDS_DAYS || mondays ? 3 : 2;
  double band = (pages->head - pages->strip) / n;

  plt_gantt_fill (pen, pen->palette->surface_low, 0, 0, pen->right, pages->head);
  for (guint i = 0; i < n; i++)
    {
      Unit unit = bands[pages->bands][i];

      if (unit == UNIT_MONTH && i > 0 && pages->step < LEAST_MONTH / 30)
        unit = UNIT_QUARTER;
      draw_band (pen, unit, i * band, band);
    }
  if (mondays && pages->table > 0)
    plt_gantt_text_at (pen, pen->small, pen->palette->text, "Semaine",
                       pages->table - PLT_GANTT_PAD * pen->zoom, 1.5 * band, PLT_ALIGN_END);
  draw_titles (pen, pages->head);
  plt_gantt_line (pen, pen->palette->rule, 0.9, 0, pages->head, pen->right, pages->head);
}
