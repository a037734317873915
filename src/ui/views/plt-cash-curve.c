#include "plt-cash-curve-private.h"

#include <glib/gi18n-lib.h>

#include "plt-cash-mark.h"
#include "plt-text.h"

#define LEFT 100
#define RIGHT 12
#define FOOT 22
#define LANE 21
#define MOST_LANES 4
#define PIN 12 /* half of a pin */
#define MARK_GAP 4
#define ZOOM_STEP 1.5

G_DEFINE_FINAL_TYPE (PltCashCurve, plt_cash_curve, GTK_TYPE_WIDGET)

enum
{
  MARK_MOVED,
  MARK_RELEASED,
  MARK_CANCELLED,
  MARK_ACTIVATED,
  DAY_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

GtkWidget *
plt_cash_curve_new (void)
{
  return g_object_new (PLT_TYPE_CASH_CURVE, NULL);
}

/* ---- telling ---- */

void
plt_cash_curve_emit_moved (PltCashCurve *self, const char *key, PltDate date)
{
  g_signal_emit (self, signals[MARK_MOVED], 0, key, date);
}

void
plt_cash_curve_emit_released (PltCashCurve *self, const char *key)
{
  g_signal_emit (self, signals[MARK_RELEASED], 0, key);
}

void
plt_cash_curve_emit_cancelled (PltCashCurve *self, const char *key)
{
  g_signal_emit (self, signals[MARK_CANCELLED], 0, key);
}

void
plt_cash_curve_emit_activated (PltCashCurve *self, const char *key)
{
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, key);
}

void
plt_cash_curve_emit_chosen (PltCashCurve *self, PltDate date)
{
  g_signal_emit (self, signals[DAY_CHOSEN], 0, date);
}

char *
plt_cash_curve_day_text (PltCashCurve *self, PltDate date)
{
  g_autofree char *day = plt_date_format_day (date);
  g_autofree char *balance = plt_money_format (plt_cash_line_balance_at (self->line, date));
  g_autofree char *received = NULL, *paid = NULL;
  GString *text = g_string_new (NULL);
  PltMoney in, out;

  /* Translators: a day and what there is in the bank at its end */
  g_string_append_printf (text, _ ("%s: %s"), day, balance);
  plt_cash_line_sum (self->line, date, date, &in, &out);
  received = plt_money_format (in);
  paid = plt_money_format (out);
  if (in != 0)
    g_string_append_printf (text, " · +%s", received);
  if (out != 0)
    g_string_append_printf (text, " · %s", paid);
  return g_string_free (text, FALSE);
}

static void
update_alternative (PltCashCurve *self)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);
  g_autofree char *text = NULL;

  if (self->line == NULL || self->line->lowest_date == PLT_DATE_NONE)
    text = g_strdup (_ ("Nothing has a date yet."));
  else
    {
      g_autofree char *lowest = plt_money_format (self->line->lowest);
      g_autofree char *when = plt_date_format_day (self->line->lowest_date);
      g_autofree char *final
          = plt_money_format (plt_cash_line_balance_at (self->line, self->line->last));
      g_autofree char *end = plt_date_format_day (self->line->last);

      text = g_strdup_printf (
          ngettext ("Lowest point %s on %s; %s at the end, on %s; %u critical period.",
                    "Lowest point %s on %s; %s at the end, on %s; %u critical periods.",
                    self->line->criticals->len),
          lowest, when, final, end, self->line->criticals->len);
    }
  if (plt_set_str (&self->alternative, text))
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

const char *
plt_cash_curve_get_alternative (PltCashCurve *self)
{
  g_return_val_if_fail (PLT_IS_CASH_CURVE (self), "");

  return self->alternative;
}

/* ---- what is shown ---- */

const PltCashLine *
plt_cash_curve_get_line (PltCashCurve *self)
{
  g_return_val_if_fail (PLT_IS_CASH_CURVE (self), NULL);

  return self->line;
}

const PltCashLine *
plt_cash_curve_get_ghost (PltCashCurve *self)
{
  g_return_val_if_fail (PLT_IS_CASH_CURVE (self), NULL);

  return self->ghost;
}

GtkWidget *
plt_cash_curve_get_mark (PltCashCurve *self, const char *key)
{
  g_return_val_if_fail (PLT_IS_CASH_CURVE (self), NULL);

  return g_hash_table_lookup (self->marks, key);
}

static void
widen (const PltCashLine *line, gboolean months, PltCashScale *scale)
{
  PltMoney low, high, in, out;

  if (line == NULL || line->first == PLT_DATE_NONE)
    return;
  plt_cash_line_range (line, &low, &high);
  for (PltDate start = plt_cash_scale_period_start (line->first, months); start <= line->last;
       start = plt_cash_scale_next_period (start, months))
    {
      plt_cash_line_sum (line, start, plt_cash_scale_next_period (start, months) - 1, &in, &out);
      low = MIN (low, out);
      high = MAX (high, in);
    }
  scale->low = MIN (scale->low, low);
  scale->high = MAX (scale->high, high);
  scale->first = scale->first == PLT_DATE_NONE ? line->first : MIN (scale->first, line->first);
  scale->last = scale->last == PLT_DATE_NONE ? line->last : MAX (scale->last, line->last);
}

static void
update_scale (PltCashCurve *self)
{
  PltMoney room;
  gint64 n_bands;

  self->scale.low = self->scale.high = 0;
  self->scale.first = self->scale.last = PLT_DATE_NONE;
  widen (self->line, self->months, &self->scale);
  widen (self->ghost, self->months, &self->scale);
  if (self->scale.first == PLT_DATE_NONE)
    self->scale.first = self->scale.last = 0;
  room = MAX (self->scale.high / 16 - self->scale.low / 16, 10000);
  n_bands = self->line != NULL ? MIN (self->line->credits->len, 3) : 0;
  /* names stand below it */
  self->scale.low = MAX (self->scale.low, G_MININT64 / 4) - (3 + n_bands) * room;
  self->scale.high = MIN (self->scale.high, G_MAXINT64 / 4) + room;
  self->scale.first -= 3;
  self->scale.last += 3;
  if (self->fitted)
    plt_cash_scale_fit (&self->scale);
  else
    plt_cash_scale_clamp (&self->scale);
}

static void
update_marks (PltCashCurve *self)
{
  GHashTableIter iter;
  gpointer key, mark;

  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, &key, &mark))
    if (self->line == NULL || plt_cash_line_find_mark (self->line, key) == NULL)
      {
        gtk_widget_unparent (mark);
        g_hash_table_iter_remove (&iter);
      }
  for (guint i = 0; self->line != NULL && i < self->line->marks->len; i++)
    {
      const PltCashLineMark *data = &g_array_index (self->line->marks, PltCashLineMark, i);

      mark = g_hash_table_lookup (self->marks, data->key);
      if (mark == NULL)
        {
          mark = plt_cash_mark_new (data->key);
          plt_cash_curve_connect_mark (self, mark);
          gtk_widget_set_parent (mark, GTK_WIDGET (self));
          g_hash_table_insert (self->marks, g_strdup (data->key), mark);
        }
      plt_cash_mark_show (mark, data);
      gtk_widget_set_visible (mark, self->marks_visible);
    }
}

void
plt_cash_curve_scrolled (PltCashCurve *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plt_cash_curve_set_line (PltCashCurve *self, PltCashLine *line, PltCashLine *ghost)
{
  g_return_if_fail (PLT_IS_CASH_CURVE (self));

  plt_cash_line_free (self->line);
  plt_cash_line_free (self->ghost);
  self->line = line;
  self->ghost = ghost;
  update_scale (self);
  update_marks (self);
  update_alternative (self);
  plt_cash_curve_scrolled (self);
}

void
plt_cash_curve_set_names (PltCashCurve *self, const char *name, const char *ghost_name)
{
  gboolean changed;

  g_return_if_fail (PLT_IS_CASH_CURVE (self));

  changed = plt_set_str (&self->name, name);
  changed |= plt_set_str (&self->ghost_name, ghost_name);
  if (changed)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plt_cash_curve_set_describe (PltCashCurve *self, PltCashCurveDescribe function, gpointer user_data)
{
  g_return_if_fail (PLT_IS_CASH_CURVE (self));

  self->describe = function;
  self->describe_data = user_data;
}

void
plt_cash_curve_set_today (PltCashCurve *self, PltDate today)
{
  g_return_if_fail (PLT_IS_CASH_CURVE (self));

  self->today = today;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plt_cash_curve_set_months (PltCashCurve *self, gboolean months)
{
  g_return_if_fail (PLT_IS_CASH_CURVE (self));

  if (self->months == months)
    return;
  self->months = months;
  update_scale (self);
  plt_cash_curve_scrolled (self);
}

void
plt_cash_curve_set_marks_visible (PltCashCurve *self, gboolean visible)
{
  g_return_if_fail (PLT_IS_CASH_CURVE (self));

  self->marks_visible = visible;
  update_marks (self);
  plt_cash_curve_scrolled (self);
}

void
plt_cash_curve_set_chosen (PltCashCurve *self, PltDate from, PltDate to)
{
  g_return_if_fail (PLT_IS_CASH_CURVE (self));

  if (self->chosen_from == from && self->chosen_to == to)
    return;
  self->chosen_from = from;
  self->chosen_to = to;
  if (from != PLT_DATE_NONE && self->scale.width > 0 && !self->fitted)
    {
      plt_cash_scale_show (&self->scale, to, 0);
      plt_cash_scale_show (&self->scale, from, 0);
    }
  plt_cash_curve_scrolled (self);
}

void
plt_cash_curve_zoom (PltCashCurve *self, int steps)
{
  const double middle = self->scale.left + self->scale.width / 2;
  const double x
      = self->cursor != PLT_DATE_NONE ? plt_cash_scale_x (&self->scale, self->cursor) : middle;

  g_return_if_fail (PLT_IS_CASH_CURVE (self));

  if (steps == 0)
    plt_cash_scale_fit (&self->scale);
  for (int i = 0; i < ABS (steps); i++)
    plt_cash_scale_zoom (&self->scale, steps > 0 ? ZOOM_STEP : 1 / ZOOM_STEP, x);
  self->fitted = plt_cash_scale_is_fit (&self->scale);
  plt_cash_curve_scrolled (self);
}

void
plt_cash_curve_set_cursor (PltCashCurve *self, PltDate date)
{
  g_autofree char *text = NULL;

  if (self->cursor == date || self->line == NULL)
    return;
  self->cursor = date;
  if (date != PLT_DATE_NONE)
    text = plt_cash_curve_day_text (self, date);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text != NULL ? text : self->alternative, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- where the marks stand ---- */

static gboolean
is_spoken_of (PltCashCurve *self, GtkWidget *mark)
{
  return gtk_widget_has_focus (mark)
         || g_strcmp0 (self->dragged, plt_cash_mark_get_key (PLT_CASH_MARK (mark))) == 0;
}

/* The first lane in which nothing stands yet at x; -1 when all are taken. */
static int
find_lane (const double *ends, guint n_lanes, double x)
{
  for (guint i = 0; i < n_lanes; i++)
    if (ends[i] <= x)
      return (int) i;
  return -1;
}

static int
mark_width (GtkWidget *mark, gboolean narrow)
{
  int natural;

  plt_cash_mark_set_narrow (PLT_CASH_MARK (mark), narrow);
  gtk_widget_measure (mark, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static double
middle_of (PltCashCurve *self, GtkWidget *mark)
{
  return plt_cash_scale_x (&self->scale, plt_cash_mark_get_date (PLT_CASH_MARK (mark)))
         + self->scale.day_width / 2;
}

static void
put_mark (GtkWidget *mark, double x, guint lane, int width)
{
  gtk_widget_size_allocate (
      mark, &(GtkAllocation){ (int) x, 2 + (int) lane * LANE, width, LANE - 2 }, -1);
}

/* The lane in which the words of a mark were put; -1 when it is to be a pin. */
static int
place_words (PltCashCurve *self, GtkWidget *mark, double *ends)
{
  const gboolean spoken = is_spoken_of (self, mark);
  int width, lane;
  double x;

  if (plt_cash_mark_is_small (PLT_CASH_MARK (mark)) && !spoken)
    return -1;
  width = mark_width (mark, FALSE);
  x = CLAMP (middle_of (self, mark) - PIN, 0,
             MAX (self->scale.left + self->scale.width + RIGHT - width, 0));
  lane = find_lane (ends, MOST_LANES - 1, x);
  if (lane < 0 && !spoken)
    return -1;
  lane = MAX (lane, 0);
  ends[lane] = MAX (ends[lane], x + width + MARK_GAP);
  put_mark (mark, x, (guint) lane, width);
  return lane;
}

/* Words where there is room for them, else a pin in a lane below, as all that is small. */
static guint
place_marks (PltCashCurve *self)
{
  const guint n = self->line != NULL && self->marks_visible ? self->line->marks->len : 0;
  const double right = self->scale.left + self->scale.width + RIGHT;
  g_autoptr (GPtrArray) pins = g_ptr_array_new ();
  double ends[MOST_LANES] = { 0 };
  guint n_lanes = self->dragged != NULL ? self->n_lanes : 0; /* nothing jumps under the mouse */

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *mark = plt_cash_curve_get_mark (
          self, g_array_index (self->line->marks, PltCashLineMark, i).key);
      const double middle = middle_of (self, mark);
      const gboolean seen = middle >= self->scale.left - 1 && middle <= right;
      const int lane = seen ? place_words (self, mark, ends) : 0;

      gtk_widget_set_child_visible (mark, seen);
      if (!seen)
        continue;
      if (lane < 0)
        g_ptr_array_add (pins, mark);
      n_lanes = MAX (n_lanes, (guint) (lane + 1));
    }
  for (guint i = 0; i < pins->len; i++)
    {
      const int width = mark_width (pins->pdata[i], TRUE);

      put_mark (pins->pdata[i], middle_of (self, pins->pdata[i]) - width / 2.0,
                MIN (n_lanes, MOST_LANES - 1), width);
    }
  self->n_lanes = n_lanes;
  return n_lanes + (pins->len > 0 || self->dragged != NULL);
}

static void
plt_cash_curve_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PltCashCurve *self = PLT_CASH_CURVE (widget);

  self->scale.left = LEFT;
  self->scale.width = MAX (width - LEFT - RIGHT, 1);
  if (self->fitted)
    plt_cash_scale_fit (&self->scale);
  else
    plt_cash_scale_clamp (&self->scale);
  self->scale.top = place_marks (self) * LANE + 8;
  self->scale.height = MAX (height - self->scale.top - FOOT, 1);
}

/* ---- the widget ---- */

static void
plt_cash_curve_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PltCashCurve *self = PLT_CASH_CURVE (widget);
  const double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  GtkWidget *above = NULL;

  plt_cash_curve_draw (self, cr, width, height);
  cairo_destroy (cr);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_spoken_of (self, child))
      above = child;
    else
      gtk_widget_snapshot_child (widget, child, snapshot);
  if (above != NULL)
    gtk_widget_snapshot_child (widget, above, snapshot);
}

static void
plt_cash_curve_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 200;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 300;
}

static void
plt_cash_curve_dispose (GObject *object)
{
  PltCashCurve *self = PLT_CASH_CURVE (object);
  GtkWidget *child;

  self->describe = NULL;
  g_hash_table_remove_all (self->marks);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (plt_cash_curve_parent_class)->dispose (object);
}

static void
plt_cash_curve_finalize (GObject *object)
{
  PltCashCurve *self = PLT_CASH_CURVE (object);

  plt_cash_line_free (self->line);
  plt_cash_line_free (self->ghost);
  g_hash_table_unref (self->marks);
  g_free (self->name);
  g_free (self->ghost_name);
  g_free (self->alternative);
  g_free (self->dragged);

  G_OBJECT_CLASS (plt_cash_curve_parent_class)->finalize (object);
}

static void
plt_cash_curve_class_init (PltCashCurveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = PLT_TYPE_CASH_CURVE;

  G_OBJECT_CLASS (klass)->dispose = plt_cash_curve_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_cash_curve_finalize;
  widget_class->snapshot = plt_cash_curve_snapshot;
  widget_class->measure = plt_cash_curve_measure;
  widget_class->size_allocate = plt_cash_curve_size_allocate;
  signals[MARK_MOVED] = g_signal_new ("mark-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[MARK_RELEASED] = g_signal_new ("mark-released", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MARK_CANCELLED] = g_signal_new ("mark-cancelled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DAY_CHOSEN] = g_signal_new ("day-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "plt-cash-curve");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

/* Light or dark as the window is. */
static void
follow_theme (PltCashCurve *self)
{
  g_object_get (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", &self->dark,
                NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
plt_cash_curve_init (PltCashCurve *self)
{
  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->today = self->chosen_from = self->chosen_to = self->cursor = PLT_DATE_NONE;
  self->fitted = TRUE;
  self->months = TRUE;
  self->marks_visible = TRUE;
  update_scale (self);
  update_alternative (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Curve of the cash flow"), -1);
  plt_cash_curve_add_input (self);
  follow_theme (self);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (follow_theme), self, G_CONNECT_SWAPPED);
}
