/* What the window draws of a gantt, looked at pixel by pixel: days off of a row's own calendar, and
 * the contrast of all that is read, light and dark. */
#include <math.h>

#include "plt-fonts.h"
#include "plt-gantt-view-paint.h"

#define MONDAY (plt_date_from_ymd (2028, 1, 3))
#define SATURDAY 5
#define HOLIDAY 9 /* a Wednesday */

static const PltGanttView plain
    = { .width = 420, .height = 112, .head = 40, .row = 24, .step = 20 };

/* Three rows: as all, with a calendar that works on Saturdays and holidays, as all. */
static PltGantt *
new_gantt (void)
{
  PltGantt *gantt = plt_gantt_new (MONDAY, MONDAY + 20);
  g_autofree guint8 *off = NULL;
  guint calendar;

  plt_gantt_set_off (gantt, MONDAY + HOLIDAY, PLT_GANTT_HOLIDAY);
  off = g_memdup2 (gantt->off, plt_gantt_n_days (gantt));
  off[SATURDAY] = PLT_GANTT_OPEN;
  off[HOLIDAY] = PLT_GANTT_OPEN;
  off[1] = PLT_GANTT_HOLIDAY; /* closed on a Tuesday */
  calendar = plt_gantt_add_calendar (gantt, off);
  plt_gantt_row (gantt, "Montage");
  plt_gantt_row (gantt, "Mixage")->calendar = calendar;
  plt_gantt_row (gantt, "Étalonnage");
  return gantt;
}

static cairo_surface_t *
paint (const PltGanttView *view, const PltGantt *gantt, const PltPalette *palette)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) view->width, (int) view->height);
  PltTypesetter *type = plt_typesetter_new (plt_fonts_get ());
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, palette->surface.red / 255.0, palette->surface.green / 255.0,
                        palette->surface.blue / 255.0);
  cairo_paint (cr);
  plt_gantt_view_paint (view, gantt, cr, type, palette);
  cairo_destroy (cr);
  plt_typesetter_free (type);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const unsigned char *line = cairo_image_surface_get_data (surface)
                              + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) line)[x] & 0xffffff;
}

/* In the middle of a day of a row. */
static void
assert_ground (cairo_surface_t *surface, const PltGanttView *view, int row, int day, PltColor color)
{
  guint32 pixel = pixel_at (surface, (int) ((day + 0.5) * view->step),
                            (int) (view->head + (row + 0.5) * view->row));

  g_test_message ("row %d, day %d", row, day);
  g_assert_cmphex (pixel, ==, (guint32) color.red << 16 | (guint32) color.green << 8 | color.blue);
}

static void
test_calendars (void)
{
  g_autoptr (PltGantt) gantt = new_gantt ();

  for (guint i = 0; i < 2; i++)
    {
      const PltPalette *palette = plt_palette_get (i == 0 ? PLT_PALETTE_LIGHT : PLT_PALETTE_DARK);
      cairo_surface_t *surface = paint (&plain, gantt, palette);

      for (int row = 0; row < 3; row++)
        {
          gboolean own = row == 1;

          assert_ground (surface, &plain, row, SATURDAY,
                         own ? palette->surface : palette->surface_low);
          assert_ground (surface, &plain, row, SATURDAY + 1, palette->surface_low);
          assert_ground (surface, &plain, row, HOLIDAY, own ? palette->surface : palette->grid);
          assert_ground (surface, &plain, row, 1, own ? palette->grid : palette->surface);
          assert_ground (surface, &plain, row, 2, palette->surface);
        }
      cairo_surface_destroy (surface);
    }
}

/* ---- contrast, as WCAG 2.1 counts it ---- */

static double
channel (guint8 value)
{
  double x = value / 255.0;

  return x <= 0.03928 ? x / 12.92 : pow ((x + 0.055) / 1.055, 2.4);
}

static double
luminance (PltColor color)
{
  return 0.2126 * channel (color.red) + 0.7152 * channel (color.green)
         + 0.0722 * channel (color.blue);
}

static double
contrast (PltColor a, PltColor b)
{
  double high = fmax (luminance (a), luminance (b)), low = fmin (luminance (a), luminance (b));

  return (high + 0.05) / (low + 0.05);
}

static void
assert_contrast (const char *what, PltColor a, PltColor b, double least)
{
  double found = contrast (a, b);

  g_test_message ("%s: %.2f", what, found);
  g_assert_cmpfloat (found, >=, least);
}

/* Texts 4.5, signs 3. */
static void
test_contrast (void)
{
  for (guint i = 0; i < 2; i++)
    {
      const PltPalette *palette = plt_palette_get (i == 0 ? PLT_PALETTE_LIGHT : PLT_PALETTE_DARK);

      assert_contrast ("label beside", palette->text, palette->surface, 4.5);
      assert_contrast ("label on a week-end", palette->text, palette->surface_low, 4.5);
      assert_contrast ("label on a holiday", palette->text, palette->grid, 4.5);
      assert_contrast ("words refused", palette->error, palette->surface, 4.5);
      assert_contrast ("late sign", palette->surface, palette->error, 4.5);
      assert_contrast ("slack", palette->muted, palette->surface, 3);
      assert_contrast ("slack on a holiday", palette->muted, palette->grid, 3);
      assert_contrast ("today", palette->accent, palette->surface, 3);
      assert_contrast ("cursor", palette->accent, palette->surface_low, 3);
      for (guint phase = 0; phase < PLT_GANTT_PHASES; phase++)
        assert_contrast ("label on a bar", palette->on_series[phase], palette->series[phase], 4.5);
    }
}

/* The most contrast with the ground from the top to the bottom of a row, on one day. */
static double
most_contrast (
    cairo_surface_t *surface, const PltGanttView *view, int row, int day, PltColor ground)
{
  double most = 0;

  for (int y = 0; y < (int) view->row; y++)
    {
      guint32 pixel = pixel_at (surface, (int) ((day + 0.5) * view->step),
                                (int) (view->head + row * view->row) + y);
      PltColor color = { (guint8) (pixel >> 16), (guint8) (pixel >> 8), (guint8) pixel };

      most = fmax (most, contrast (color, ground));
    }
  return most;
}

/* Whatever the phase, a bar and what the baseline says of it are seen on their ground, by what
 * fills them or by their outline. */
static void
test_bars (void)
{
  for (guint i = 0; i < 2; i++)
    for (guint phase = 0; phase < PLT_GANTT_PHASES; phase++)
      {
        const PltPalette *palette = plt_palette_get (i == 0 ? PLT_PALETTE_LIGHT : PLT_PALETTE_DARK);
        g_autoptr (PltGantt) gantt = new_gantt ();
        PltGanttRow *row = &g_array_index (gantt->rows, PltGanttRow, 0);
        cairo_surface_t *surface;

        row->phase = phase;
        row->from = row->to = MONDAY + 2;
        row->base_from = row->base_to = MONDAY + 4; /* out of the way of the bar */
        surface = paint (&plain, gantt, palette);
        g_test_message ("%u, phase %u", i, phase);
        g_assert_cmpfloat (most_contrast (surface, &plain, 0, 2, palette->surface), >=, 3);
        g_assert_cmpfloat (most_contrast (surface, &plain, 0, 4, palette->surface), >=, 3);
        g_assert_cmpfloat (most_contrast (surface, &plain, 0, 3, palette->surface), <, 3);
        cairo_surface_destroy (surface);
      }
}

/* What lies over bars (ghosts, handles, links being drawn) knows their middles, with a baseline and
 * without. */
static void
test_middle (void)
{
  const PltPalette *palette = plt_palette_get (PLT_PALETTE_LIGHT);

  for (guint with = 0; with < 2; with++)
    {
      g_autoptr (PltGantt) gantt = new_gantt ();
      PltGanttRow *row = &g_array_index (gantt->rows, PltGanttRow, 2);
      int first = -1, last = -1;
      double middle;
      cairo_surface_t *surface;

      row->from = row->to = MONDAY + 2;
      row->base_from = row->base_to = with > 0 ? MONDAY + 9 : PLT_DATE_NONE;
      surface = paint (&plain, gantt, palette);
      for (int y = (int) plain.head; y < (int) plain.height; y++)
        if (pixel_at (surface, (int) (2.5 * plain.step), y)
            == ((guint32) palette->series[0].red << 16 | (guint32) palette->series[0].green << 8
                | palette->series[0].blue))
          {
            first = first < 0 ? y : first;
            last = y;
          }
      middle = plt_gantt_view_middle (&plain, 2, plt_gantt_view_lift (gantt));
      g_assert_cmpint (first, >, 0);
      g_assert_cmpfloat ((first + last + 1) / 2.0, ==, middle);
      g_assert_true ((middle < plain.head + 2.5 * plain.row) == (with > 0));
      cairo_surface_destroy (surface);
    }
}

/* A week that begins out of sight is named as when its Monday is in sight. */
static void
test_week (void)
{
  const PltPalette *palette = plt_palette_get (PLT_PALETTE_LIGHT);
  g_autoptr (PltGantt) gantt = new_gantt ();
  PltGanttView view = plain;
  cairo_surface_t *whole, *cut;
  gboolean same = TRUE;
  const int shift = 7; /* half a day: its text is centred on what is left */

  view.step = 14; /* months and weeks; the second one stands at 98 */
  view.width = 210;
  view.scroll_x = 98;
  whole = paint (&view, gantt, palette);
  view.scroll_x = 98 + 2 * shift;
  cut = paint (&view, gantt, palette);
  for (int x = 8; x < 76; x++)
    for (int y = 22; y < 38; y++)
      same &= pixel_at (whole, x + shift, y) == pixel_at (cut, x, y);
  g_assert_true (same);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (cut);
}

/* Where days are narrow, week-ends are no comb over the ground; a closing is seen all the same. */
static void
test_comb (void)
{
  for (guint i = 0; i < 2; i++)
    {
      const PltPalette *palette = plt_palette_get (i == 0 ? PLT_PALETTE_LIGHT : PLT_PALETTE_DARK);
      g_autoptr (PltGantt) gantt = plt_gantt_new (MONDAY, MONDAY + 200);
      PltGanttView view = plain;
      cairo_surface_t *surface;

      plt_gantt_row (gantt, "Montage");
      for (PltDate day = MONDAY + 14; day < MONDAY + 28; day++)
        plt_gantt_set_off (gantt, day, PLT_GANTT_HOLIDAY);
      view.step = 2;
      surface = paint (&view, gantt, palette);
      assert_ground (surface, &view, 0, SATURDAY, palette->surface);
      assert_ground (surface, &view, 0, 15, palette->grid);
      cairo_surface_destroy (surface);
      view.step = 4;
      surface = paint (&view, gantt, palette);
      assert_ground (surface, &view, 0, SATURDAY, palette->surface_low);
      cairo_surface_destroy (surface);
    }
}

/* A frame leaves no room for a text: that of a critical bar stands beside it. */
static void
test_critical_label (void)
{
  for (guint i = 0; i < 2; i++)
    {
      const PltPalette *palette = plt_palette_get (PLT_PALETTE_DARK);
      g_autoptr (PltGantt) gantt = new_gantt ();
      PltGanttRow *row = &g_array_index (gantt->rows, PltGanttRow, 0);
      cairo_surface_t *surface;
      const guint32 ink = (guint32) palette->series[0].red << 16
                          | (guint32) palette->series[0].green << 8 | palette->series[0].blue;
      guint n = 0;

      row->beside = row->label;
      row->from = MONDAY;
      row->to = MONDAY + 7;
      row->flags = i == 0 ? PLT_GANTT_CRITICAL : 0;
      surface = paint (&plain, gantt, palette);
      for (int x = 8; x < 150; x++)
        n += pixel_at (surface, x, (int) (plain.head + plain.row / 2)) != ink ? 1 : 0;
      g_assert_true (i == 0 ? n == 0 : n > 5);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-ink/calendars", test_calendars);
  g_test_add_func ("/timeline-ink/contrast", test_contrast);
  g_test_add_func ("/timeline-ink/bars", test_bars);
  g_test_add_func ("/timeline-ink/middle", test_middle);
  g_test_add_func ("/timeline-ink/week", test_week);
  g_test_add_func ("/timeline-ink/comb", test_comb);
  g_test_add_func ("/timeline-ink/critical-label", test_critical_label);
  return g_test_run ();
}
