/* Where everything of a timeline is: days and abscissas, rows, bars, labels, the pointer, drags. */
#include <math.h>

#include "plt-timeline-hit.h"

#define MONDAY (plt_date_from_ymd (2028, 1, 3))

static PltGantt *
new_gantt (void)
{
  PltGantt *gantt = plt_gantt_new (MONDAY, MONDAY + 69); /* ten weeks */
  PltGanttRow *row = plt_gantt_row (gantt, "Postproduction");

  row->flags = PLT_GANTT_GROUP;
  row->from = MONDAY + 7;
  row->to = MONDAY + 40;
  row = plt_gantt_row (gantt, "Montage");
  row->from = MONDAY + 7;
  row->to = MONDAY + 11; /* a week of five days */
  row = plt_gantt_row (gantt, "Livraison");
  row->flags = PLT_GANTT_MILESTONE;
  row->from = row->to = MONDAY + 40;
  plt_gantt_row (gantt, "Sans date");
  return gantt;
}

static const PltGanttView plain
    = { .width = 600, .height = 140, .head = 40, .row = 24, .step = 10 };

static void
test_dates (void)
{
  g_autoptr (PltGantt) gantt = new_gantt ();
  PltGanttView view = plain;

  g_assert_cmpfloat (plt_gantt_view_x (&view, gantt, MONDAY), ==, 0);
  g_assert_cmpfloat (plt_gantt_view_x (&view, gantt, MONDAY + 7), ==, 70);
  view.scroll_x = 35;
  for (int day = -3; day < 80; day++)
    {
      double x = plt_gantt_view_x (&view, gantt, MONDAY + day);

      g_assert_cmpint (plt_gantt_view_date (&view, gantt, x + 0.01), ==, MONDAY + day);
      g_assert_cmpint (plt_gantt_view_date (&view, gantt, x + 9.99), ==, MONDAY + day);
    }
}

static void
test_rows (void)
{
  g_autoptr (PltGantt) gantt = new_gantt ();
  PltGanttView view = plain;
  guint first, end;

  g_assert_cmpint (plt_gantt_view_row (&view, gantt, 39), ==, -1); /* the head */
  g_assert_cmpint (plt_gantt_view_row (&view, gantt, 40), ==, 0);
  g_assert_cmpint (plt_gantt_view_row (&view, gantt, 63.9), ==, 0);
  g_assert_cmpint (plt_gantt_view_row (&view, gantt, 64), ==, 1);
  g_assert_cmpint (plt_gantt_view_row (&view, gantt, 137), ==, -1); /* below the last */
  view.scroll_y = 24;
  g_assert_cmpint (plt_gantt_view_row (&view, gantt, 40), ==, 1);
  g_assert_cmpfloat (plt_gantt_view_y (&view, 1), ==, 40);
  view.height = 88; /* room for two rows */
  plt_gantt_view_rows (&view, gantt, &first, &end);
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (end, ==, 3);
}

static void
test_bars (void)
{
  g_autoptr (PltGantt) gantt = new_gantt ();
  double x0, x1;

  g_assert_true (plt_gantt_view_bar (&plain, gantt, 1, &x0, &x1));
  g_assert_cmpfloat (x0, ==, 70);
  g_assert_cmpfloat (x1, ==, 120); /* the last day is within */
  g_assert_true (plt_gantt_view_bar (&plain, gantt, 2, &x0, &x1));
  g_assert_cmpfloat ((x0 + x1) / 2, ==, 405); /* the middle of its day */
  g_assert_false (plt_gantt_view_bar (&plain, gantt, 3, &x0, &x1));
}

static void
test_zoom (void)
{
  g_autoptr (PltGantt) gantt = new_gantt ();
  PltGanttView view = plain;
  double x0, x1;

  view.scroll_x = 50;
  for (int i = 0; i < 5; i++)
    {
      PltDate day = plt_gantt_view_date (&view, gantt, 200);

      plt_gantt_view_zoom (&view, gantt, 1.3, 200);
      g_assert_cmpint (plt_gantt_view_date (&view, gantt, 200), ==, day);
    }
  for (int i = 0; i < 40; i++)
    plt_gantt_view_zoom (&view, gantt, 2, 300);
  g_assert_cmpfloat (view.step, ==, PLT_GANTT_VIEW_MOST_STEP);
  for (int i = 0; i < 40; i++)
    plt_gantt_view_zoom (&view, gantt, 0.5, 300);
  g_assert_cmpfloat_with_epsilon (view.step, 600.0 / 70, 1e-9); /* no ground beside the calendar */
  g_assert_cmpfloat (view.scroll_x, ==, 0);

  plt_gantt_view_fit (&view, gantt, MONDAY + 7, MONDAY + 40);
  x0 = plt_gantt_view_x (&view, gantt, MONDAY + 7);
  x1 = plt_gantt_view_x (&view, gantt, MONDAY + 41);
  g_assert_cmpfloat (x0, >=, 0);
  g_assert_cmpfloat (x1, <=, 600);
  g_assert_cmpfloat (x1 - x0, >, 500);
}

/* ---- labels ---- */

static const struct
{
  const char *name;
  PltGanttLabel label;
  PltGanttLabelPlace place;
  double x, width;
} labels[] = {
  { "on the bar", { 100, 300, 100, 300, 0, 600, 80, TRUE }, PLT_GANTT_LABEL_INSIDE, 104, 80 },
  { "a bar with its progress drawn has no room",
    { 100, 300, 100, 300, 0, 600, 80, FALSE },
    PLT_GANTT_LABEL_AFTER,
    316,
    80 },
  { "behind a short bar",
    { 100, 120, 100, 150, 0, 600, 80, TRUE },
    PLT_GANTT_LABEL_AFTER,
    166,
    80 },
  { "before it at the right edge",
    { 560, 580, 560, 580, 0, 600, 80, TRUE },
    PLT_GANTT_LABEL_BEFORE,
    464,
    80 },
  { "on what is in sight of a long bar",
    { -400, 300, -400, 300, 0, 600, 80, TRUE },
    PLT_GANTT_LABEL_INSIDE,
    4,
    80 },
  { "cut where there is most room",
    { 20, 40, 20, 40, 0, 200, 300, TRUE },
    PLT_GANTT_LABEL_AFTER,
    56,
    144 },
  { "cut on a bar that fills the width",
    { -10, 700, -10, 700, 0, 200, 300, TRUE },
    PLT_GANTT_LABEL_INSIDE,
    4,
    192 },
  { "over its progress rather than cut",
    { -10, 500, -10, 500, 0, 520, 120, FALSE, TRUE },
    PLT_GANTT_LABEL_INSIDE,
    4,
    120 },
  { "a bar with its progress, where there is room behind it",
    { 100, 300, 100, 300, 0, 600, 80, FALSE, TRUE },
    PLT_GANTT_LABEL_AFTER,
    316,
    80 },
  { "over its slack, where that is all there is",
    { 10, 40, 10, 900, 0, 520, 120, TRUE, TRUE, 900 },
    PLT_GANTT_LABEL_SLACK,
    56,
    120 },
  { "over the slack of a bar that is out of sight",
    { -90, -40, -90, 900, 0, 520, 120, TRUE, TRUE, 900 },
    PLT_GANTT_LABEL_SLACK,
    16,
    120 },
  { "behind a slack that ends in sight",
    { 10, 40, 10, 100, 0, 520, 120, TRUE, TRUE, 100 },
    PLT_GANTT_LABEL_AFTER,
    116,
    120 },
  { "nothing without room", { 0, 30, 0, 30, 0, 40, 300, TRUE }, PLT_GANTT_LABEL_NONE, 0, 22 },
  { "nothing for a bar out of sight",
    { 700, 800, 700, 800, 0, 600, 80, TRUE },
    PLT_GANTT_LABEL_NONE,
    0,
    0 },
};

/* From days to years and back, whatever the date under the pointer, but at the ends of the
 * calendar.
 */
static void
test_zoom_keeps (void)
{
  const PltDate first = plt_date_from_ymd (2026, 1, 5);
  g_autoptr (PltGantt) gantt = plt_gantt_new (first, first + 2000);
  const PltDate kept = first + 1000;

  for (double at = 0; at <= 900; at += 90)
    {
      PltGanttView view = { .width = 900, .height = 400, .head = 40, .row = 24, .step = 40 };
      double x;

      view.scroll_x = 1000 * view.step - at;
      x = plt_gantt_view_x (&view, gantt, kept);
      for (int i = 0; i < 60; i++)
        {
          plt_gantt_view_zoom (&view, gantt, i < 30 ? 1 / 1.25 : 1.25, x);
          if (view.scroll_x > 0 && view.scroll_x < 2000 * view.step - view.width)
            g_assert_cmpfloat_with_epsilon (plt_gantt_view_x (&view, gantt, kept), x, 0.01);
          else
            view.scroll_x = (kept - gantt->from) * view.step - x; /* as a hand brings it back */
        }
    }
}

static void
test_labels (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      double x, width;
      PltGanttLabelPlace place = plt_gantt_place_label (&labels[i].label, &x, &width);

      g_test_message ("%s", labels[i].name);
      g_assert_cmpint (place, ==, labels[i].place);
      g_assert_cmpfloat (width, ==, labels[i].width);
      g_assert_cmpfloat (x, ==, labels[i].x);
    }
}

/* Whatever the bar, its text is in sight and never on a bar that has no room. */
static void
test_labels_anywhere (void)
{
  for (int i = 0; i < 20000; i++)
    {
      double x0 = g_test_rand_double_range (-300, 800), x, width;
      PltGanttLabel label = { .x0 = x0,
                              .x1 = x0 + g_test_rand_double_range (2, 500),
                              .right = g_test_rand_double_range (50, 700),
                              .text = g_test_rand_double_range (5, 400),
                              .is_free = g_test_rand_int_range (0, 2),
                              .is_bar = g_test_rand_int_range (0, 2) };
      PltGanttLabelPlace place;

      label.before = label.x0;
      label.after = label.x1 + g_test_rand_double_range (0, 60);
      label.slack = g_test_rand_int_range (0, 2) == 0 ? 0 : label.after;
      place = plt_gantt_place_label (&label, &x, &width);
      if (place == PLT_GANTT_LABEL_NONE)
        continue;
      g_assert_cmpfloat (x, >=, label.left);
      g_assert_cmpfloat (x + width, <=, label.right + 1e-6);
      g_assert_cmpfloat (width, <=, label.text);
      if (place == PLT_GANTT_LABEL_INSIDE)
        g_assert_true ((label.is_free || label.is_bar) && x >= label.x0 && x + width <= label.x1);
      else if (place == PLT_GANTT_LABEL_SLACK)
        g_assert_true (x >= label.x1 && x + width <= label.slack);
      else
        g_assert_true (x >= label.after || x + width <= label.before);
      if (width < label.text) /* cut only where neither side has room for it */
        {
          g_assert_cmpfloat (label.right - MAX (label.after, label.left), <, label.text + 16);
          g_assert_cmpfloat (MIN (label.before, label.right) - label.left, <, label.text + 16);
        }
    }
}

/* ---- the pointer ---- */

static void
test_hit (void)
{
  static const struct
  {
    double x, y;
    int row;
    PltTimelinePart part;
  } cases[] = {
    { 95, 76, 1, PLT_TIMELINE_BODY },     { 71, 76, 1, PLT_TIMELINE_START },
    { 118, 76, 1, PLT_TIMELINE_END },     { 128, 76, 1, PLT_TIMELINE_LINK },
    { 200, 76, 1, PLT_TIMELINE_NOTHING }, { 60, 76, 1, PLT_TIMELINE_LINK_START },
    { 50, 76, 1, PLT_TIMELINE_NOTHING },  { 405, 100, 2, PLT_TIMELINE_BODY },
    { 409, 100, 2, PLT_TIMELINE_BODY }, /* no end to draw */
    { 95, 124, 3, PLT_TIMELINE_NOTHING }, { 95, 20, -1, PLT_TIMELINE_NOTHING },
    { 75, 52, 0, PLT_TIMELINE_BODY },
  };
  static const guint8 can[]
      = { PLT_TIMELINE_CAN_MOVE,
          PLT_TIMELINE_CAN_MOVE | PLT_TIMELINE_CAN_RESIZE | PLT_TIMELINE_CAN_LINK,
          PLT_TIMELINE_CAN_MOVE | PLT_TIMELINE_CAN_RESIZE, 0 };
  g_autoptr (PltGantt) gantt = new_gantt ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltTimelineHit hit = plt_timeline_hit (&plain, gantt, can, cases[i].x, cases[i].y);

      g_assert_cmpint (hit.row, ==, cases[i].row);
      g_assert_cmpint (hit.part, ==, cases[i].part);
    }
}

/* All four kinds of links can be drawn: from either end of a bar to either half of another one. */
static void
test_kinds (void)
{
  g_autoptr (PltGantt) gantt = new_gantt ();

  g_assert_cmpint (plt_timeline_aim_at (&plain, gantt, 1, 90), ==, PLT_TIMELINE_START);
  g_assert_cmpint (plt_timeline_aim_at (&plain, gantt, 1, 100), ==, PLT_TIMELINE_END);
  g_assert_cmpint (plt_timeline_aim_at (&plain, gantt, 3, 100), ==,
                   PLT_TIMELINE_START); /* no bar */
  g_assert_cmpint (plt_timeline_link_kind (PLT_TIMELINE_LINK, PLT_TIMELINE_START), ==,
                   PLT_NETWORK_FS);
  g_assert_cmpint (plt_timeline_link_kind (PLT_TIMELINE_LINK, PLT_TIMELINE_END), ==,
                   PLT_NETWORK_FF);
  g_assert_cmpint (plt_timeline_link_kind (PLT_TIMELINE_LINK_START, PLT_TIMELINE_START), ==,
                   PLT_NETWORK_SS);
  g_assert_cmpint (plt_timeline_link_kind (PLT_TIMELINE_LINK_START, PLT_TIMELINE_END), ==,
                   PLT_NETWORK_SF);
}

/* A drag scrolls near an edge only, faster the further it is beyond, and the right way. */
static void
test_drift (void)
{
  double dx, dy, before = 0;

  plt_timeline_drift (&plain, 300, 90, &dx, &dy);
  g_assert_cmpfloat (dx, ==, 0);
  g_assert_cmpfloat (dy, ==, 0);
  for (double x = plain.width - 27; x < plain.width + 100; x += 5)
    {
      plt_timeline_drift (&plain, x, 90, &dx, &dy);
      g_assert_cmpfloat (dx, >=, before);
      g_assert_cmpfloat (dx, <=, 900);
      before = dx;
    }
  g_assert_cmpfloat (before, ==, 900);
  plt_timeline_drift (&plain, 3, plain.head + 2, &dx, &dy);
  g_assert_cmpfloat (dx, <, 0);
  g_assert_cmpfloat (dy, <, 0);
  plt_timeline_drift (&plain, 300, plain.height - 2, &dx, &dy);
  g_assert_cmpfloat (dx, ==, 0);
  g_assert_cmpfloat (dy, >, 0);
}

/* The handle of a late task stands behind what says so. */
static void
test_handle (void)
{
  static const guint8 can[] = { 0, PLT_TIMELINE_CAN_LINK, 0, 0 };
  g_autoptr (PltGantt) gantt = new_gantt ();
  PltGanttRow *row = &g_array_index (gantt->rows, PltGanttRow, 1);
  double at = plt_timeline_handle (row, 120);

  g_assert_cmpint (plt_timeline_hit (&plain, gantt, can, at, 76).part, ==, PLT_TIMELINE_LINK);
  row->flags |= PLT_GANTT_LATE;
  g_assert_cmpfloat (plt_timeline_handle (row, 120), >, at + 10);
  g_assert_cmpint (plt_timeline_hit (&plain, gantt, can, at, 76).part, ==, PLT_TIMELINE_NOTHING);
}

/* However narrow a bar is, it can be taken as a whole. */
static void
test_narrow (void)
{
  static const guint8 can[] = { 0, PLT_TIMELINE_CAN_MOVE | PLT_TIMELINE_CAN_RESIZE, 0, 0 };
  g_autoptr (PltGantt) gantt = new_gantt ();
  PltGanttView view = plain;

  for (view.step = 0.3; view.step < 20; view.step *= 1.2)
    {
      double x0, x1;

      plt_gantt_view_bar (&view, gantt, 1, &x0, &x1);
      g_assert_cmpint (plt_timeline_hit (&view, gantt, can, (x0 + x1) / 2, 76).part, !=,
                       PLT_TIMELINE_NOTHING);
      if (x1 - x0 > 8)
        g_assert_cmpint (plt_timeline_hit (&view, gantt, can, (x0 + x1) / 2, 76).part, ==,
                         PLT_TIMELINE_BODY);
    }
}

static void
test_drag (void)
{
  const PltGanttRow row = { .from = 100, .to = 104 };
  PltDate from, to;

  g_assert_cmpint (plt_timeline_drag_days (&plain, 14), ==, 1);
  g_assert_cmpint (plt_timeline_drag_days (&plain, -16), ==, -2);
  plt_timeline_drag_dates (&row, PLT_TIMELINE_BODY, 3, &from, &to);
  g_assert_cmpint (from, ==, 103);
  g_assert_cmpint (to, ==, 107);
  plt_timeline_drag_dates (&row, PLT_TIMELINE_END, 3, &from, &to);
  g_assert_cmpint (from, ==, 100);
  g_assert_cmpint (to, ==, 107);
  plt_timeline_drag_dates (&row, PLT_TIMELINE_END, -30, &from, &to);
  g_assert_cmpint (to, ==, 100); /* a day is left */
  plt_timeline_drag_dates (&row, PLT_TIMELINE_START, 30, &from, &to);
  g_assert_cmpint (from, ==, 104);
  plt_timeline_drag_dates (&row, PLT_TIMELINE_LINK, 30, &from, &to);
  g_assert_cmpint (from, ==, 100);
  g_assert_cmpint (to, ==, 104);
}

/* The card of a drag leaves free what follows below, and is never off the view nor on the dates
 * while there is room. */
static void
test_card (void)
{
  double x, y;

  plt_timeline_card (&plain, 50, plain.head + 60, 80, 30, &x, &y);
  g_assert_cmpfloat (x, ==, 64);
  g_assert_cmpfloat (y + 30, <, plain.head + 60);
  g_assert_cmpfloat (y, >=, plain.head);
  plt_timeline_card (&plain, plain.width - 2, plain.head + 10, 80, 30, &x, &y); /* first row */
  g_assert_cmpfloat (x + 80, <=, plain.width);
  g_assert_cmpfloat (y, >, plain.head + 10);
  for (double at = plain.head; at < plain.height; at += 3)
    {
      plt_timeline_card (&plain, 50, at, 80, 30, &x, &y);
      g_assert_cmpfloat (y, >=, plain.head);
      g_assert_true (y + 30 < at || y > at || plain.height - plain.head < 90);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/dates", test_dates);
  g_test_add_func ("/timeline/rows", test_rows);
  g_test_add_func ("/timeline/bars", test_bars);
  g_test_add_func ("/timeline/zoom", test_zoom);
  g_test_add_func ("/timeline/zoom-keeps", test_zoom_keeps);
  g_test_add_func ("/timeline/labels", test_labels);
  g_test_add_func ("/timeline/labels-anywhere", test_labels_anywhere);
  g_test_add_func ("/timeline/hit", test_hit);
  g_test_add_func ("/timeline/kinds", test_kinds);
  g_test_add_func ("/timeline/drift", test_drift);
  g_test_add_func ("/timeline/handle", test_handle);
  g_test_add_func ("/timeline/narrow", test_narrow);
  g_test_add_func ("/timeline/drag", test_drag);
  g_test_add_func ("/timeline/card", test_card);
  return g_test_run ();
}
