/* PltTimeline: the ink. */
#include <math.h>

#include "plt-timeline-private.h"

#define BAR 12
#define CARD_PAD 6

typedef struct
{
  PltTimeline *self;
  const PltPalette *palette;
  cairo_t *cr;
  double lift;
} Ink;

static void
set_color (Ink *ink, PltColor color, double alpha)
{
  cairo_set_source_rgba (ink->cr, color.red / 255.0, color.green / 255.0, color.blue / 255.0,
                         alpha);
}

static double
middle_of (const Ink *ink, guint row)
{
  return plt_gantt_view_middle (&ink->self->view, row, ink->lift);
}

/* Rows chosen, and the one of the cursor. */
static void
draw_cursor (Ink *ink)
{
  PltTimeline *self = ink->self;
  gboolean focused = plt_timeline_has_keyboard (self);
  guint first, end;

  plt_gantt_view_rows (&self->view, self->gantt, &first, &end);
  for (guint i = first; i < end; i++)
    {
      if (!self->selected[i] && (int) i != self->cursor)
        continue;
      set_color (ink, ink->palette->accent,
                 focused && ((int) i == self->cursor || self->selected[i]) ? 0.16 : 0.09);
      cairo_rectangle (ink->cr, 0, plt_gantt_view_y (&self->view, i), self->view.width,
                       self->view.row);
      cairo_fill (ink->cr);
    }
  if (!focused || self->cursor < 0 || (guint) self->cursor >= self->gantt->rows->len)
    return;
  set_color (ink, ink->palette->accent, 1);
  cairo_set_line_width (ink->cr, 1);
  cairo_rectangle (ink->cr, 0.5, floor (plt_gantt_view_y (&self->view, (guint) self->cursor)) + 0.5,
                   self->view.width - 1, self->view.row - 1);
  cairo_stroke (ink->cr);
}

static void
outline (Ink *ink, double x0, double x1, double middle, double grow)
{
  cairo_rectangle (ink->cr, x0 - grow, middle - BAR / 2.0 - grow, x1 - x0 + 2 * grow,
                   BAR + 2 * grow);
}

static void
diamond (Ink *ink, double x, double middle)
{
  const double half = BAR * 0.65;

  cairo_move_to (ink->cr, x, middle - half);
  cairo_line_to (ink->cr, x + half, middle);
  cairo_line_to (ink->cr, x, middle + half);
  cairo_line_to (ink->cr, x - half, middle);
  cairo_close_path (ink->cr);
}

static void
draw_marked (Ink *ink)
{
  PltTimeline *self = ink->self;

  set_color (ink, ink->palette->error, 1);
  cairo_set_line_width (ink->cr, 2);
  for (guint i = 0; self->marked != NULL && i < self->marked->len; i++)
    {
      guint row = g_array_index (self->marked, guint, i);
      double x0, x1;

      if (row >= self->gantt->rows->len
          || !plt_gantt_view_bar (&self->view, self->gantt, row, &x0, &x1))
        continue;
      outline (ink, x0, x1, middle_of (ink, row), 2.5);
      cairo_stroke (ink->cr);
    }
}

static void
draw_ghosts (Ink *ink)
{
  PltTimeline *self = ink->self;
  const double dashes[] = { 4, 2 };

  for (guint i = 0; self->ghosts != NULL && i < self->ghosts->len; i++)
    {
      const PltTimelineGhost *ghost = &g_array_index (self->ghosts, PltTimelineGhost, i);
      double x0 = plt_gantt_view_x (&self->view, self->gantt, ghost->from);
      double x1 = plt_gantt_view_x (&self->view, self->gantt, ghost->to + 1);

      if (ghost->row >= self->gantt->rows->len)
        continue;
      if (g_array_index (self->gantt->rows, PltGanttRow, ghost->row).flags & PLT_GANTT_MILESTONE)
        diamond (ink, (plt_gantt_view_x (&self->view, self->gantt, ghost->to) + x1) / 2,
                 middle_of (ink, ghost->row));
      else
        outline (ink, x0, fmax (x1, x0 + 3), middle_of (ink, ghost->row), 0);
      set_color (ink, self->refused ? ink->palette->error : ink->palette->accent,
                 ghost->is_held ? 0.45 : 0.2);
      cairo_fill_preserve (ink->cr);
      set_color (ink, self->refused ? ink->palette->error : ink->palette->accent, 1);
      cairo_set_line_width (ink->cr, 1.4);
      cairo_set_dash (ink->cr, dashes, ghost->is_held ? 0 : 2, 0);
      cairo_stroke (ink->cr);
    }
  cairo_set_dash (ink->cr, NULL, 0, 0);
}

static void
draw_knob (Ink *ink, double x, double y)
{
  cairo_new_sub_path (ink->cr);
  cairo_arc (ink->cr, x, y, 4, 0, 2 * G_PI);
  set_color (ink, ink->palette->surface, 1);
  cairo_fill_preserve (ink->cr);
  set_color (ink, ink->palette->accent, 1);
  cairo_set_line_width (ink->cr, 1.6);
  cairo_stroke (ink->cr);
}

/* The handles of the bar that the pointer or the cursor is on: behind it, and before it under the
 * pointer alone. */
static void
draw_handle (Ink *ink)
{
  PltTimeline *self = ink->self;
  int row = self->hover.row >= 0 ? self->hover.row : self->cursor;
  double x0, x1;

  if (self->doing != PLT_TIMELINE_IDLE || row < 0 || (guint) row >= self->gantt->rows->len
      || self->can == NULL || (self->can[row] & PLT_TIMELINE_CAN_LINK) == 0
      || !plt_gantt_view_bar (&self->view, self->gantt, (guint) row, &x0, &x1))
    return;
  draw_knob (ink, plt_timeline_handle (&g_array_index (self->gantt->rows, PltGanttRow, row), x1),
             middle_of (ink, (guint) row));
  if (row == self->hover.row && self->hover.part != PLT_TIMELINE_NOTHING)
    draw_knob (ink, plt_timeline_handle_start (x0), middle_of (ink, (guint) row));
}

static void
draw_link (Ink *ink)
{
  PltTimeline *self = ink->self;
  double x0, x1, y0, x, y, a0, a1;

  if ((self->doing != PLT_TIMELINE_LINKS && self->doing != PLT_TIMELINE_AIMS) || self->held.row < 0
      || !plt_gantt_view_bar (&self->view, self->gantt, (guint) self->held.row, &x0, &x1))
    return;
  y0 = middle_of (ink, (guint) self->held.row);
  x = self->pointer_x;
  y = self->pointer_y;
  if (self->aim >= 0)
    {
      y = middle_of (ink, (guint) self->aim);
      if (plt_gantt_view_bar (&self->view, self->gantt, (guint) self->aim, &a0, &a1))
        {
          x = self->aim_part == PLT_TIMELINE_END ? a1 : a0;
          outline (ink, a0, a1, y, 2.5);
          set_color (ink, ink->palette->accent, 1);
          cairo_set_line_width (ink->cr, 2);
          cairo_stroke (ink->cr);
        }
    }
  set_color (ink, ink->palette->accent, 1);
  cairo_set_line_width (ink->cr, 1.8);
  cairo_move_to (ink->cr, self->held.part == PLT_TIMELINE_LINK_START ? x0 : x1, y0);
  cairo_line_to (ink->cr, x, y);
  cairo_stroke (ink->cr);
  cairo_arc (ink->cr, x, y, 3.5, 0, 2 * G_PI);
  cairo_fill (ink->cr);
}

/* What a drag comes to, near the pointer. */
static void
draw_words (Ink *ink)
{
  PltTimeline *self = ink->self;
  g_autoptr (PangoLayout) layout = NULL;
  int width, height;
  double x, y;

  if (self->words == NULL || *self->words == '\0')
    return;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->words);
  pango_layout_set_width (layout, (int) (fmin (self->view.width - 40, 520) * PANGO_SCALE));
  pango_layout_get_pixel_size (layout, &width, &height);
  plt_timeline_card (&self->view, self->pointer_x, self->pointer_y, width + 2 * CARD_PAD,
                     height + 2 * CARD_PAD, &x, &y);
  cairo_rectangle (ink->cr, floor (x) + 0.5, floor (y) + 0.5, width + 2 * CARD_PAD,
                   height + 2 * CARD_PAD);
  set_color (ink, ink->palette->surface, 0.97);
  cairo_fill_preserve (ink->cr);
  set_color (ink, self->refused ? ink->palette->error : ink->palette->accent, 1);
  cairo_set_line_width (ink->cr, 1);
  cairo_stroke (ink->cr);
  set_color (ink, self->refused ? ink->palette->error : ink->palette->text, 1);
  cairo_move_to (ink->cr, floor (x) + CARD_PAD, floor (y) + CARD_PAD);
  pango_cairo_show_layout (ink->cr, layout);
}

void
plt_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PltTimeline *self = PLT_TIMELINE (widget);
  Ink ink = { self, plt_palette_get (self->dark ? PLT_PALETTE_DARK : PLT_PALETTE_LIGHT), NULL, 0 };
  graphene_rect_t bounds
      = GRAPHENE_RECT_INIT (0, 0, (float) self->view.width, (float) self->view.height);

  if (self->gantt == NULL || self->view.width <= 0)
    return;
  ink.lift = plt_gantt_view_lift (self->gantt);
  ink.cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  set_color (&ink, ink.palette->surface, 1);
  cairo_rectangle (ink.cr, 0, 0, self->view.width, self->view.height);
  cairo_fill (ink.cr);
  self->view.chosen_link = (guint) (self->link + 1);
  plt_gantt_view_paint (&self->view, self->gantt, ink.cr, self->type, ink.palette);
  cairo_save (ink.cr);
  cairo_rectangle (ink.cr, 0, self->view.head, self->view.width,
                   self->view.height - self->view.head);
  cairo_clip (ink.cr);
  draw_cursor (&ink);
  draw_marked (&ink);
  draw_handle (&ink);
  draw_ghosts (&ink);
  draw_link (&ink);
  cairo_restore (ink.cr);
  draw_words (&ink);
  cairo_destroy (ink.cr);
}
