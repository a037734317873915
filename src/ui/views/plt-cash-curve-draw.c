/* PltCashCurve: the ink. */
#include "plt-cash-curve-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plt-grid-colors.h"

#define CREDIT_BAND 17
#define MOST_BANDS 3

/* What the curve has beyond the colours of the grid: shades, which carry no text. */
typedef struct
{
  GdkRGBA in, out, below, critical, credit, past;
} Shades;

#define RGBA(hex, a)                                                                               \
  {                                                                                                \
    (float) ((hex) >> 16 & 0xff) / 255.0f, (float) ((hex) >> 8 & 0xff) / 255.0f,                   \
        (float) ((hex) &0xff) / 255.0f, (a)                                                        \
  }

static const Shades light_shades = {
  .in = RGBA (0x2e8b57, 0.55f),
  .out = RGBA (0xb07a1e, 0.55f),
  .below = RGBA (0xc01c28, 0.16f),
  .critical = RGBA (0xc01c28, 0.08f),
  .credit = RGBA (0x5b4bb5, 0.14f),
  .past = RGBA (0x54585e, 0.07f),
};

static const Shades dark_shades = {
  .in = RGBA (0x57c98a, 0.50f),
  .out = RGBA (0xd9a441, 0.50f),
  .below = RGBA (0xff7b72, 0.20f),
  .critical = RGBA (0xff7b72, 0.10f),
  .credit = RGBA (0xa99bff, 0.18f),
  .past = RGBA (0xb0b5bc, 0.08f),
};

typedef struct
{
  PltCashCurve *curve;
  const PltCashScale *scale;
  const PltGridColors *colors;
  const Shades *shades;
  cairo_t *cr;
  PangoLayout *layout;
  double right, bottom; /* of the plot */
} Ink;

static void
set_color (Ink *ink, const GdkRGBA *color)
{
  gdk_cairo_set_source_rgba (ink->cr, color);
}

static void
set_faint (Ink *ink, const GdkRGBA *color, float alpha)
{
  GdkRGBA faint = *color;

  faint.alpha = alpha;
  gdk_cairo_set_source_rgba (ink->cr, &faint);
}

static double
day_x (Ink *ink, PltDate date)
{
  return plt_cash_scale_x (ink->scale, date);
}

static double
crisp (double at)
{
  return floor (at) + 0.5;
}

static void
rule (Ink *ink, double x1, double y1, double x2, double y2)
{
  cairo_move_to (ink->cr, x1, y1);
  cairo_line_to (ink->cr, x2, y2);
  cairo_stroke (ink->cr);
}

static void
across (Ink *ink, double y)
{
  rule (ink, ink->scale->left, crisp (y), ink->right, crisp (y));
}

static void
down (Ink *ink, double x)
{
  rule (ink, crisp (x), ink->scale->top, crisp (x), ink->bottom);
}

static void
shade (Ink *ink, PltDate from, PltDate to, const GdkRGBA *color)
{
  const double x1 = day_x (ink, from), x2 = day_x (ink, to + 1);

  set_color (ink, color);
  cairo_rectangle (ink->cr, x1, ink->scale->top, MAX (x2 - x1, 2), ink->scale->height);
  cairo_fill (ink->cr);
}

/* ---- words ---- */

static int
text_width (Ink *ink, const char *text, gboolean bold)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  pango_layout_set_attributes (ink->layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (ink->layout, text, -1);
  pango_layout_get_pixel_size (ink->layout, &width, NULL);
  return width;
}

/* `place`: 0 begins at x, 0.5 stands in its middle, 1 ends there; `y` is its middle. With a ground
 * the text can be read on whatever it stands on. */
static void
write_text (Ink *ink,
            const char *text,
            double x,
            double y,
            double place,
            gboolean bold,
            const GdkRGBA *color,
            gboolean ground)
{
  const int width = text_width (ink, text, bold);
  int height;

  pango_layout_get_pixel_size (ink->layout, NULL, &height);
  x -= place * width;
  if (ground)
    {
      set_faint (ink, &ink->colors->background, 0.88f);
      cairo_rectangle (ink->cr, floor (x) - 3, floor (y - height / 2.0), width + 6, height);
      cairo_fill (ink->cr);
    }
  set_color (ink, color);
  cairo_move_to (ink->cr, floor (x), floor (y - height / 2.0));
  pango_cairo_show_layout (ink->cr, ink->layout);
}

/* "200 000 €": whole euros, as an axis wants them. */
static char *
axis_text (PltMoney amount)
{
  g_autofree char *plain = plt_money_format_plain (amount);
  char *comma = strrchr (plain, ',');

  if (comma != NULL)
    *comma = '\0';
  return g_strdup_printf ("%s\u202f€", plain);
}

/* ---- the ground ---- */

static void
draw_amounts (Ink *ink)
{
  const PltCashScale *scale = ink->scale;
  g_autoptr (GArray) ticks = plt_cash_scale_ticks (scale, (guint) MAX (scale->height / 30, 2));

  cairo_set_line_width (ink->cr, 1);
  for (guint i = 0; i < ticks->len; i++)
    {
      const PltMoney tick = g_array_index (ticks, PltMoney, i);
      const double y = plt_cash_scale_y (scale, tick);
      g_autofree char *text = axis_text (tick);

      set_color (ink, tick == 0 ? &ink->colors->strong : &ink->colors->line);
      across (ink, y);
      write_text (ink, text, scale->left - 6, y, 1, tick == 0, &ink->colors->muted, FALSE);
    }
}

/* "nov." or "nov. 2027", as "lun. 18 nov." ends. */
static char *
month_text (PltDate start, gboolean year)
{
  g_autofree char *day = plt_date_format_short (start);
  const char *space = strrchr (day, ' ');
  int y, m, d;

  plt_date_to_ymd (start, &y, &m, &d);
  space = space != NULL ? space + 1 : day;
  return year ? g_strdup_printf ("%s %d", space, y) : g_strdup (space);
}

static void
draw_months (Ink *ink)
{
  const double y = ink->bottom + 10;
  double free_from = ink->scale->left;
  PltDate start
      = plt_cash_scale_period_start (plt_cash_scale_date (ink->scale, ink->scale->left), TRUE);
  gboolean first = TRUE;

  cairo_set_line_width (ink->cr, 1);
  for (; start <= ink->scale->last; start = plt_cash_scale_next_period (start, TRUE))
    {
      const double x = day_x (ink, start);
      int year, month, day;
      g_autofree char *text = NULL;

      plt_date_to_ymd (start, &year, &month, &day);
      if (x > ink->right)
        break;
      set_color (ink, &ink->colors->line);
      if (x >= ink->scale->left)
        down (ink, x);
      text = month_text (start, first || month == 1);
      if (x < ink->scale->left
          && day_x (ink, plt_cash_scale_next_period (start, TRUE)) - ink->scale->left
                 < text_width (ink, text, FALSE) + 8)
        continue; /* the end of a month */
      if (MAX (x, ink->scale->left) + 3 < free_from
          || MAX (x, ink->scale->left) + 3 + text_width (ink, text, FALSE) > ink->right)
        continue;
      write_text (ink, text, MAX (x, ink->scale->left) + 3, y, 0, month == 1, &ink->colors->muted,
                  FALSE);
      free_from = MAX (x, ink->scale->left) + text_width (ink, text, month == 1) + 12;
      first = FALSE;
    }
}

static void
draw_weeks (Ink *ink)
{
  PltDate start
      = plt_cash_scale_period_start (plt_cash_scale_date (ink->scale, ink->scale->left), FALSE);

  if (ink->scale->day_width < 3)
    return;
  set_faint (ink, &ink->colors->line, 0.6f);
  cairo_set_line_width (ink->cr, 1);
  for (; start <= ink->scale->last && day_x (ink, start) <= ink->right; start += 7)
    if (day_x (ink, start) >= ink->scale->left)
      down (ink, day_x (ink, start));
}

static void
draw_spans (Ink *ink)
{
  const PltCashCurve *self = ink->curve;

  if (self->line->real_until != PLT_DATE_NONE)
    shade (ink, self->scale.first, self->line->real_until, &ink->shades->past);
  for (guint i = 0; i < self->line->criticals->len; i++)
    {
      const PltCashLineSpan *span = &g_array_index (self->line->criticals, PltCashLineSpan, i);

      shade (ink, span->from, span->to, &ink->shades->critical);
    }
  if (self->chosen_from != PLT_DATE_NONE)
    shade (ink, self->chosen_from, self->chosen_to, &ink->colors->selection);
}

static void
bar (Ink *ink, double x, double width, PltMoney amount, const GdkRGBA *color)
{
  const double zero = plt_cash_scale_y (ink->scale, 0);
  const double y = plt_cash_scale_y (ink->scale, amount);

  if (amount == 0)
    return;
  set_color (ink, color);
  cairo_rectangle (ink->cr, x, MIN (y, zero), width, MAX (fabs (y - zero), 1));
  cairo_fill (ink->cr);
}

static void
draw_bars (Ink *ink)
{
  const PltCashCurve *self = ink->curve;
  PltDate start = plt_cash_scale_period_start (plt_cash_scale_date (ink->scale, ink->scale->left),
                                               self->months);

  while (start <= self->line->last && day_x (ink, start) < ink->right)
    {
      const PltDate next = plt_cash_scale_next_period (start, self->months);
      const double x = day_x (ink, start);
      const double width = MAX (MIN ((day_x (ink, next) - x) * 0.34, 22), 1.5);
      const double middle = (x + day_x (ink, next)) / 2;
      PltMoney in, out;

      plt_cash_line_sum (self->line, start, next - 1, &in, &out);
      bar (ink, middle - width, width, in, &ink->shades->in);
      bar (ink, middle, width, out, &ink->shades->out);
      start = next;
    }
}

/* ---- lines ---- */

static void
draw_overdraft (Ink *ink)
{
  const double dashes[] = { 6, 4 };
  const PltMoney overdraft = ink->curve->line->overdraft;
  const double y = plt_cash_scale_y (ink->scale, -overdraft);

  if (overdraft <= 0)
    return;
  set_color (ink, &ink->colors->invalid);
  cairo_set_line_width (ink->cr, 1);
  cairo_set_dash (ink->cr, dashes, 2, 0);
  across (ink, y);
  cairo_set_dash (ink->cr, NULL, 0, 0);
  write_text (ink, _ ("authorised overdraft"), ink->scale->left + 6, y + 9, 0, FALSE,
              &ink->colors->muted, TRUE);
}

/* The steps of the balance, or of what it would be without the credits, as a path. */
static void
trace (Ink *ink, const PltCashLine *line, gboolean bare)
{
  PltMoney balance = line->opening;
  double y = plt_cash_scale_y (ink->scale, balance);

  cairo_new_path (ink->cr);
  cairo_move_to (ink->cr, day_x (ink, line->first), y);
  for (guint i = 0; i < line->days->len; i++)
    {
      const PltCashLineDay *day = &g_array_index (line->days, PltCashLineDay, i);
      const double x = day_x (ink, day->date);

      balance = bare ? day->bare : day->balance;
      cairo_line_to (ink->cr, x, y);
      y = plt_cash_scale_y (ink->scale, balance);
      cairo_line_to (ink->cr, x, y);
    }
  cairo_line_to (ink->cr, day_x (ink, line->last + 1), y);
}

/* From where the balance is to where it would be without what is drawn. */
static void
draw_credits (Ink *ink)
{
  const PltCashLine *line = ink->curve->line;
  const double dots[] = { 1.5, 3 };
  gboolean drawn = FALSE;

  for (guint i = 0; i < line->days->len; i++)
    {
      const PltCashLineDay *day = &g_array_index (line->days, PltCashLineDay, i);
      const PltDate end = i + 1 < line->days->len
                              ? g_array_index (line->days, PltCashLineDay, i + 1).date
                              : line->last + 1;
      const double y1 = plt_cash_scale_y (ink->scale, day->balance);
      const double y2 = plt_cash_scale_y (ink->scale, day->bare);

      if (day->bare >= day->balance)
        continue;
      drawn = TRUE;
      set_color (ink, &ink->shades->credit);
      cairo_rectangle (ink->cr, day_x (ink, day->date), y1,
                       day_x (ink, end) - day_x (ink, day->date), y2 - y1);
      cairo_fill (ink->cr);
    }
  if (!drawn)
    return;
  trace (ink, line, TRUE);
  set_color (ink, &ink->colors->muted);
  cairo_set_line_width (ink->cr, 1);
  cairo_set_dash (ink->cr, dots, 2, 0);
  cairo_stroke (ink->cr);
  cairo_set_dash (ink->cr, NULL, 0, 0);
}

/* A band at the foot of the plot: how long a credit is open, its name and its limit. */
static void
draw_credit_names (Ink *ink)
{
  const GArray *credits = ink->curve->line->credits;

  for (guint i = 0; i < MIN (credits->len, MOST_BANDS); i++)
    {
      const PltCashLineSpan *span = &g_array_index (credits, PltCashLineSpan, i);
      const double x1 = MAX (day_x (ink, span->from), ink->scale->left);
      const double x2 = MIN (day_x (ink, span->to + 1), ink->right);
      const double y = ink->bottom - 9 - CREDIT_BAND * (double) i;
      g_autofree char *limit = axis_text (span->amount);
      g_autofree char *text = g_strdup_printf ("%s · %s", span->title, limit);

      if (x2 <= x1)
        continue;
      set_color (ink, &ink->shades->credit);
      cairo_rectangle (ink->cr, x1, y - 7, x2 - x1, 14);
      cairo_fill (ink->cr);
      write_text (ink, text, MIN (x1 + 4, ink->right - text_width (ink, text, FALSE)), y, 0, FALSE,
                  &ink->colors->text, FALSE);
    }
}

static void
draw_ghost (Ink *ink)
{
  const double dashes[] = { 5, 3 };

  if (ink->curve->ghost == NULL || ink->curve->ghost->first == PLT_DATE_NONE)
    return;
  trace (ink, ink->curve->ghost, FALSE);
  set_color (ink, &ink->colors->strong);
  cairo_set_line_width (ink->cr, 1.5);
  cairo_set_dash (ink->cr, dashes, 2, 0);
  cairo_stroke (ink->cr);
  cairo_set_dash (ink->cr, NULL, 0, 0);
}

static void
fill_below (Ink *ink)
{
  const double zero = plt_cash_scale_y (ink->scale, 0);

  cairo_save (ink->cr);
  cairo_rectangle (ink->cr, ink->scale->left, zero, ink->scale->width, MAX (ink->bottom - zero, 0));
  cairo_clip (ink->cr);
  trace (ink, ink->curve->line, FALSE);
  cairo_line_to (ink->cr, day_x (ink, ink->curve->line->last + 1), zero);
  cairo_line_to (ink->cr, day_x (ink, ink->curve->line->first), zero);
  cairo_close_path (ink->cr);
  set_color (ink, &ink->shades->below);
  cairo_fill (ink->cr);
  cairo_restore (ink->cr);
}

static void
draw_line (Ink *ink)
{
  const PltCashLine *line = ink->curve->line;
  const double until
      = line->real_until != PLT_DATE_NONE ? day_x (ink, line->real_until + 1) : ink->scale->left;

  fill_below (ink);
  trace (ink, line, FALSE);
  set_color (ink, &ink->colors->accent);
  cairo_set_line_join (ink->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (ink->cr, 1.6);
  cairo_stroke (ink->cr);
  if (until <= ink->scale->left)
    return;
  cairo_save (ink->cr); /* what is real is thicker and in the ink of the text */
  cairo_rectangle (ink->cr, ink->scale->left, ink->scale->top, until - ink->scale->left,
                   ink->scale->height);
  cairo_clip (ink->cr);
  trace (ink, line, FALSE);
  set_color (ink, &ink->colors->text);
  cairo_set_line_width (ink->cr, 2.6);
  cairo_stroke (ink->cr);
  cairo_restore (ink->cr);
}

static void
draw_zero (Ink *ink)
{
  set_color (ink, &ink->colors->strong);
  cairo_set_line_width (ink->cr, 1);
  across (ink, plt_cash_scale_y (ink->scale, 0));
}

/* ---- what is named ---- */

static void
draw_lowest (Ink *ink)
{
  const PltCashLine *line = ink->curve->line;
  const guint n_bands = MIN (line->credits->len, MOST_BANDS);
  g_autofree char *amount = NULL, *when = NULL, *text = NULL;
  const double limit = ink->bottom - 8 - CREDIT_BAND * n_bands;
  double x, y, width;

  if (line->lowest_date == PLT_DATE_NONE)
    return;
  x = day_x (ink, line->lowest_date);
  y = plt_cash_scale_y (ink->scale, line->lowest);
  if (x < ink->scale->left || x > ink->right)
    return;
  amount = plt_money_format (line->lowest);
  when = plt_date_format_short (line->lowest_date);
  /* Translators: the lowest point of the curve: an amount and a day */
  text = g_strdup_printf (_ ("▼ %s, %s"), amount, when);
  set_color (ink, line->lowest < 0 ? &ink->colors->invalid : &ink->colors->accent);
  cairo_arc (ink->cr, x, y, 4.5, 0, 2 * G_PI);
  cairo_fill (ink->cr);
  width = text_width (ink, text, TRUE);
  x = CLAMP (x, ink->scale->left + width / 2 + 4, ink->right - width / 2 - 4);
  write_text (ink, text, x, y + 15 <= limit ? y + 15 : y - 15, 0.5, TRUE,
              line->lowest < 0 ? &ink->colors->invalid : &ink->colors->text, TRUE);
}

static void
draw_guides (Ink *ink)
{
  const PltCashCurve *self = ink->curve;

  cairo_set_line_width (ink->cr, 1);
  for (guint i = 0; self->marks_visible && i < self->line->marks->len; i++)
    {
      const PltCashLineMark *mark = &g_array_index (self->line->marks, PltCashLineMark, i);
      const double x = day_x (ink, mark->date) + self->scale.day_width / 2;

      if (x < ink->scale->left || x > ink->right)
        continue;
      if (mark->date != mark->base && !mark->small)
        {
          const double from = day_x (ink, mark->base) + self->scale.day_width / 2;

          set_faint (ink, &ink->colors->accent, 0.35f);
          rule (ink, CLAMP (from, ink->scale->left, ink->right), crisp (ink->scale->top + 3), x,
                crisp (ink->scale->top + 3));
          set_color (ink, &ink->colors->accent);
        }
      else
        set_faint (ink, &ink->colors->strong, 0.45f);
      down (ink, x);
    }
}

static void
draw_today (Ink *ink)
{
  const PltCashCurve *self = ink->curve;
  const double x = self->today != PLT_DATE_NONE ? day_x (ink, self->today) : -1;

  if (self->today == PLT_DATE_NONE || x < ink->scale->left || x > ink->right)
    return;
  set_color (ink, &ink->colors->link);
  cairo_set_line_width (ink->cr, 1.5);
  down (ink, x);
  write_text (ink, _ ("today"), x + 4, ink->scale->top + 8, 0, FALSE, &ink->colors->muted, TRUE);
}

static void
draw_real (Ink *ink)
{
  const PltDate until = ink->curve->line->real_until;
  const double x = until != PLT_DATE_NONE ? day_x (ink, until + 1) : -1;

  if (until == PLT_DATE_NONE || x < ink->scale->left + 40 || x > ink->right - 40)
    return;
  write_text (ink, _ ("real"), x - 5, ink->bottom - 9, 1, TRUE, &ink->colors->text, TRUE);
  write_text (ink, _ ("planned"), x + 5, ink->bottom - 9, 0, FALSE, &ink->colors->muted, TRUE);
}

static void
draw_cursor (Ink *ink)
{
  PltCashCurve *self = ink->curve;
  g_autofree char *text = NULL;
  double x, y, width;

  if (self->cursor == PLT_DATE_NONE || self->dragged != NULL)
    return;
  x = day_x (ink, self->cursor) + self->scale.day_width / 2;
  if (x < ink->scale->left || x > ink->right)
    return;
  y = plt_cash_scale_y (ink->scale, plt_cash_line_balance_at (self->line, self->cursor));
  set_color (ink, &ink->colors->accent);
  cairo_set_line_width (ink->cr, 1);
  down (ink, x);
  cairo_arc (ink->cr, x, y, 3, 0, 2 * G_PI);
  cairo_fill (ink->cr);
  text = plt_cash_curve_day_text (self, self->cursor);
  width = text_width (ink, text, FALSE);
  x = CLAMP (x, ink->scale->left + width / 2 + 6, ink->right - width / 2 - 6);
  write_text (ink, text, x, ink->scale->top + 8, 0.5, FALSE, &ink->colors->text, TRUE);
}

static void
draw_legend (Ink *ink)
{
  const PltCashCurve *self = ink->curve;
  const double dashes[] = { 5, 3 }, y = ink->scale->top + 8;
  double x = ink->scale->left + 8;

  if (self->name == NULL)
    return;
  set_color (ink, &ink->colors->accent);
  cairo_set_line_width (ink->cr, 2);
  rule (ink, x, y, x + 18, y);
  write_text (ink, self->name, x + 24, y, 0, FALSE, &ink->colors->text, TRUE);
  x += 24 + text_width (ink, self->name, FALSE) + 20;
  if (self->ghost == NULL || self->ghost_name == NULL)
    return;
  set_color (ink, &ink->colors->strong);
  cairo_set_dash (ink->cr, dashes, 2, 0);
  rule (ink, x, y, x + 18, y);
  cairo_set_dash (ink->cr, NULL, 0, 0);
  write_text (ink, self->ghost_name, x + 24, y, 0, FALSE, &ink->colors->text, TRUE);
}

static void
draw_plot (Ink *ink)
{
  cairo_save (ink->cr);
  cairo_rectangle (ink->cr, ink->scale->left, ink->scale->top, ink->scale->width + 1,
                   ink->scale->height + 1);
  cairo_clip (ink->cr);
  draw_spans (ink);
  draw_weeks (ink);
  draw_bars (ink);
  draw_credits (ink);
  draw_zero (ink);
  draw_overdraft (ink);
  draw_guides (ink);
  draw_ghost (ink);
  draw_line (ink);
  draw_credit_names (ink);
  draw_real (ink);
  draw_today (ink);
  draw_lowest (ink);
  draw_legend (ink);
  draw_cursor (ink);
  cairo_restore (ink->cr);
}

static void
draw_focus (Ink *ink, double width, double height)
{
  if (!gtk_widget_has_visible_focus (GTK_WIDGET (ink->curve)))
    return;
  set_color (ink, &ink->colors->accent);
  cairo_set_line_width (ink->cr, 2);
  cairo_rectangle (ink->cr, 1, 1, width - 2, height - 2);
  cairo_stroke (ink->cr);
}

void
plt_cash_curve_draw (PltCashCurve *self, cairo_t *cr, double width, double height)
{
  Ink ink = {
    .curve = self,
    .scale = &self->scale,
    .colors = plt_grid_colors_get (self->dark),
    .shades = self->dark ? &dark_shades : &light_shades,
    .cr = cr,
    .layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL),
    .right = self->scale.left + self->scale.width,
    .bottom = self->scale.top + self->scale.height,
  };

  set_color (&ink, &ink.colors->background);
  cairo_paint (cr);
  if (self->line != NULL && self->line->first != PLT_DATE_NONE)
    {
      draw_amounts (&ink);
      draw_months (&ink);
      draw_plot (&ink);
    }
  draw_focus (&ink, width, height);
  g_object_unref (ink.layout);
}
