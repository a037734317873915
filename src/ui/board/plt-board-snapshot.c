/* PltBoard: drawing. What is written on a strip is kept as a node; everything is placed by
 * plt-board-geometry. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "plt-board-private.h"
#include "plt-time.h"

#define PAD PLT_BOARD_PADDING
#define BAR_WIDTH 150
#define BAR_HEIGHT 6
#define ISSUE 9 /* room for the mark of a finding */
#define FADED 0.28
#define GHOST 0.35
#define ARROW "\342\206\222"

typedef struct
{
  PltBoardRect rect;
  PangoAlignment align;
  gboolean bold;
  const GdkRGBA *color;
  gboolean middle; /* cut in the middle: the end tells it from its neighbours */
} TextBox;

static graphene_rect_t
bounds (const PltBoardRect *rect)
{
  return GRAPHENE_RECT_INIT ((float) rect->x, (float) rect->y, (float) MAX (rect->width, 0),
                             (float) MAX (rect->height, 0));
}

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *color, int x, int y, int width, int height)
{
  if (width > 0 && height > 0)
    gtk_snapshot_append_color (
        snapshot, color, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
frame (GtkSnapshot *snapshot, const GdkRGBA *color, const PltBoardRect *rect, int width)
{
  GskRoundedRect outline;
  graphene_rect_t area = bounds (rect);
  float w = (float) width;

  gsk_rounded_rect_init_from_rect (&outline, &area, 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ w, w, w, w },
                              (GdkRGBA[4]){ *color, *color, *color, *color });
}

/* Draws on one line, cut with an ellipsis; returns the width it took. */
static int
draw_text (PltBoard *self, GtkSnapshot *snapshot, const char *text, const TextBox *box)
{
  PangoLayout *layout = self->layout;
  PangoFontDescription *font;
  int width, height, x = box->rect.x;

  if (*text == '\0' || box->rect.width <= 0)
    return 0;
  font = pango_font_description_copy (pango_layout_get_font_description (layout));
  pango_font_description_set_weight (font, box->bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, box->middle ? PANGO_ELLIPSIZE_MIDDLE : PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
  pango_layout_set_width (layout, box->rect.width * PANGO_SCALE);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (box->align == PANGO_ALIGN_RIGHT)
    x += box->rect.width - width;
  else if (box->align == PANGO_ALIGN_CENTER)
    x += (box->rect.width - width) / 2;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT ((float) x, (float) (box->rect.y + (box->rect.height - height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, box->color);
  gtk_snapshot_restore (snapshot);
  return width;
}

/* ---- marks ---- */

/* A triangle with its point up: an issue. */
static void
draw_triangle (
    GtkSnapshot *snapshot, const GdkRGBA *color, const GdkRGBA *inside, int x, int y, int size)
{
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) size, (float) size));
  double s = size;

  gdk_cairo_set_source_rgba (cr, color);
  cairo_move_to (cr, x + s / 2, y + 0.5);
  cairo_line_to (cr, x + s - 0.5, y + s - 1);
  cairo_line_to (cr, x + 0.5, y + s - 1);
  cairo_close_path (cr);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, inside);
  cairo_rectangle (cr, x + s / 2 - 0.7, y + s * 0.35, 1.4, s * 0.3);
  cairo_rectangle (cr, x + s / 2 - 0.7, y + s * 0.72, 1.4, s * 0.13);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
draw_lock (GtkSnapshot *snapshot, const GdkRGBA *color, int x, int y, int size)
{
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) size, (float) size));
  double s = size;

  gdk_cairo_set_source_rgba (cr, color);
  cairo_rectangle (cr, x + s * 0.18, y + s * 0.45, s * 0.64, s * 0.48);
  cairo_fill (cr);
  cairo_set_line_width (cr, s * 0.12);
  cairo_arc (cr, x + s / 2, y + s * 0.42, s * 0.2, G_PI, 0);
  cairo_rel_line_to (cr, 0, s * 0.1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_sun (GtkSnapshot *snapshot, const GdkRGBA *color, int x, int y, int size)
{
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) size, (float) size));
  double middle_x = x + size / 2.0, middle_y = y + size / 2.0;

  gdk_cairo_set_source_rgba (cr, color);
  cairo_arc (cr, middle_x, middle_y, size * 0.22, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_line_width (cr, 1);
  for (int i = 0; i < 8; i++)
    {
      double angle = i * G_PI / 4;

      cairo_move_to (cr, middle_x + cos (angle) * size * 0.32,
                     middle_y + sin (angle) * size * 0.32);
      cairo_line_to (cr, middle_x + cos (angle) * size * 0.48,
                     middle_y + sin (angle) * size * 0.48);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* ---- strips ---- */

static PltBoardRect
inner (PltBoardRect cell)
{
  cell.x += PAD;
  cell.width -= 2 * PAD;
  return cell;
}

static void
write_cells (PltBoard *self,
             GtkSnapshot *snapshot,
             const PltBoardStrip *strip,
             const PltBoardRect cells[PLT_BOARD_N_CELLS])
{
  const PltBoardEffectColors *effect = &self->colors->effects[strip->effect];
  g_autofree char *number = *strip->part != '\0'
                                ? g_strdup_printf ("%s \302\267 %s", strip->number, strip->part)
                                : g_strdup (strip->number);
  guint first = 0;
  const struct
  {
    PltBoardCell cell;
    const char *text;
    PangoAlignment align;
    gboolean bold;
    const GdkRGBA *color;
  } texts[] = {
    { PLT_BOARD_CELL_NUMBER, number, PANGO_ALIGN_LEFT, TRUE, &effect->text },
    { PLT_BOARD_CELL_EFFECT, strip->code, PANGO_ALIGN_LEFT, FALSE, &effect->text },
    { PLT_BOARD_CELL_STORY_DAY, strip->story_day, PANGO_ALIGN_LEFT, FALSE, &self->colors->muted },
    { PLT_BOARD_CELL_PLACE, strip->place, PANGO_ALIGN_LEFT, FALSE, &self->colors->muted },
    { PLT_BOARD_CELL_NEEDS, strip->needs, PANGO_ALIGN_LEFT, FALSE, &self->colors->muted },
    { PLT_BOARD_CELL_SET, strip->set, PANGO_ALIGN_LEFT, FALSE, &self->colors->text },
    { PLT_BOARD_CELL_SYNOPSIS, strip->synopsis, PANGO_ALIGN_LEFT, FALSE, &self->colors->muted },
    { PLT_BOARD_CELL_ROLES, strip->roles, PANGO_ALIGN_LEFT, FALSE, &self->colors->text },
    { PLT_BOARD_CELL_EIGHTHS, strip->eighths, PANGO_ALIGN_RIGHT, FALSE, &self->colors->text },
    { PLT_BOARD_CELL_LENGTH, strip->length, PANGO_ALIGN_RIGHT, FALSE, &self->colors->text },
    { PLT_BOARD_CELL_TIME, strip->time, PANGO_ALIGN_RIGHT, FALSE, &self->colors->text },
  };

  /* the mark of a finding stands before what comes first after the effect */
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (cells[texts[i].cell].width > 0 && texts[i].cell > PLT_BOARD_CELL_EFFECT
        && (first == 0 || texts[i].cell < texts[first].cell))
      first = i;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      /* the number and the code share a ground: no padding between them */
      TextBox box = { cells[texts[i].cell], texts[i].align, texts[i].bold, texts[i].color,
                      texts[i].cell == PLT_BOARD_CELL_SET };

      if (texts[i].align == PANGO_ALIGN_RIGHT)
        box.rect.width -= PAD;
      else
        box.rect = inner (box.rect);
      if (i == first && strip->issue != NULL)
        {
          box.rect.x += ISSUE;
          box.rect.width -= ISSUE;
        }
      draw_text (self, snapshot, texts[i].text, &box);
    }
}

/* A banner runs over the whole width: its text, and its time at the right. */
static void
write_banner (PltBoard *self, GtkSnapshot *snapshot, const PltBoardStrip *strip, int width)
{
  static const char *const signs[] = {
    [PLT_BOARD_MOVE_BANNER] = "\342\206\222", /* → */
    [PLT_BOARD_MEAL_BANNER] = "\342\200\223", /* – */
    [PLT_BOARD_NOTE_BANNER] = "\302\266",     /* ¶ */
  };
  g_autofree char *text = g_strdup_printf ("%s  %s", signs[strip->kind], strip->text);
  TextBox box = { { PAD, 0, width - 2 * PAD, self->geometry.row_height },
                  PANGO_ALIGN_LEFT,
                  TRUE,
                  &self->colors->muted };

  draw_text (self, snapshot, text, &box);
  box.align = PANGO_ALIGN_RIGHT;
  box.bold = FALSE;
  draw_text (self, snapshot, strip->time, &box);
}

/* What became of it: a sign that reads without colour; "" while it is to shoot. */
static const char *
status_sign (const PltBoardStrip *strip)
{
  static const char *const signs[PLT_N_SHOOT_STATUSES] = {
    [PLT_SHOOT_TO_DO] = "",
    [PLT_SHOOT_PARTLY] = "\302\275",     /* ½ */
    [PLT_SHOOT_DONE] = "\342\234\223",   /* ✓ */
    [PLT_SHOOT_DROPPED] = "\303\227",    /* × */
    [PLT_SHOOT_RETAKE] = "\342\206\273", /* ↻ */
    [PLT_SHOOT_ADDED] = "+",
    [PLT_SHOOT_POSTPONED] = "\342\206\267", /* ↷ */
  };

  return strip->kind == PLT_BOARD_SEQUENCE ? signs[strip->status] : "";
}

/* The marks at the right of the number and the effect: the lock, and before it the status. */
static void
draw_marks (PltBoard *self, GtkSnapshot *snapshot, const PltBoardStrip *strip, int right)
{
  const GdkRGBA *color = strip->kind == PLT_BOARD_SEQUENCE
                             ? &self->colors->effects[strip->effect].text
                             : &self->colors->muted;
  int height = self->geometry.row_height;
  int mark = MIN (height / 2, 14);

  right -= 2;
  if (strip->locked)
    {
      draw_lock (snapshot, color, right - mark, (height - mark) / 2, mark);
      right -= mark + 1;
    }
  draw_text (self, snapshot, status_sign (strip),
             &(TextBox){ { right - mark, 0, mark, height - 1 }, PANGO_ALIGN_CENTER, TRUE, color });
}

/* What is written on a strip, at the origin. */
static GskRenderNode *
create_node (PltBoard *self, const PltBoardStrip *strip, int width)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  PltBoardRect cells[PLT_BOARD_N_CELLS];
  int height = self->geometry.row_height;
  int right;

  plt_board_geometry_cells (&self->geometry, width, cells);
  right = cells[PLT_BOARD_CELL_EFFECT].x + cells[PLT_BOARD_CELL_EFFECT].width;
  if (strip->kind != PLT_BOARD_SEQUENCE)
    {
      fill (snapshot, &self->colors->low, 0, 0, width, height - 1);
      write_banner (self, snapshot, strip, width);
    }
  else
    {
      const PltBoardEffectColors *effect = &self->colors->effects[strip->effect];

      /* what is done lies back */
      fill (snapshot, strip->shot ? &self->colors->low : &effect->tint, right - PAD + 1, 0,
            width - right + PAD - 1, height - 1);
      fill (snapshot, &effect->fill, 0, 0, right - PAD, height - 1);
      fill (snapshot, &self->colors->rule, right - PAD, 0, 1, height - 1);
      write_cells (self, snapshot, strip, cells);
    }
  draw_marks (self, snapshot, strip, right - PAD);
  if (strip->kind == PLT_BOARD_SEQUENCE && strip->status == PLT_SHOOT_DROPPED)
    fill (snapshot, &self->colors->text, right, height / 2, width - right - PAD, 1);
  if (strip->issue != NULL)
    draw_triangle (snapshot,
                   strip->severity == PLT_SEVERITY_ERROR ? &self->colors->error
                                                         : &self->colors->warning,
                   &self->colors->surface, right - 1, (height - 11) / 2, 11);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
draw_strip (PltBoard *self, GtkSnapshot *snapshot, const PltBoardStrip *strip, PltBoardCoord at)
{
  PltBoardRect rect = plt_board_geometry_rect (&self->geometry, at);
  GskRenderNode *node = g_hash_table_lookup (self->nodes, strip);
  gboolean selected = plt_board_selection_has (&self->selection, strip->key);
  gboolean cursor
      = at.lane == self->selection.cursor.lane && at.index == self->selection.cursor.index;
  double opacity = 1;

  if (node == NULL)
    {
      node = create_node (self, strip, rect.width);
      if (node == NULL)
        return;
      g_hash_table_insert (self->nodes, (gpointer) strip, node);
    }
  if (self->drag.active && plt_board_drag_holds (self, strip->key))
    opacity = GHOST;
  else if (self->matches != NULL
           && !g_hash_table_contains (self->matches, PLT_ID_TO_POINTER (strip->key)))
    opacity = FADED;
  fill (snapshot, selected ? &self->colors->selection : &self->colors->surface, rect.x, rect.y,
        rect.width, rect.height - 1);
  if (opacity < 1)
    gtk_snapshot_push_opacity (snapshot, opacity);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) rect.x, (float) rect.y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
  if (opacity < 1)
    gtk_snapshot_pop (snapshot);
  fill (snapshot, &self->colors->line, rect.x, rect.y + rect.height - 1, rect.width, 1);
  if (selected || cursor)
    {
      PltBoardRect around = { rect.x, rect.y - (at.index > 0 ? 1 : 0), rect.width,
                              rect.height + (at.index > 0 ? 1 : 0) };

      if (selected)
        fill (snapshot, &self->colors->accent, rect.x, rect.y, 3, rect.height - 1);
      if (cursor)
        frame (snapshot, self->focused ? &self->colors->accent : &self->colors->rule, &around,
               self->focused ? 2 : 1);
    }
}

/* ---- heads ---- */

/* "3 h → 4 h 30": what is, and what would be when it is different. */
static char *
would_be (const char *now, const char *then)
{
  if (then == NULL || g_str_equal (now, then))
    return g_strdup (now);
  return g_strdup_printf ("%s " ARROW " %s", *now != '\0' ? now : "\342\200\223",
                          *then != '\0' ? then : "\342\200\223");
}

/* What the head of a lane would say: of the target under the pointer, or of the lane if it were the
 * target. */
static const PltBoardTotals *
totals_to_be (PltBoard *self, int lane, gboolean *exact, const char **refusal)
{
  const PltBoardPreview *end = NULL;

  *exact = FALSE;
  *refusal = NULL;
  if (!self->drag.active)
    return NULL;
  if (self->drag.preview != NULL)
    {
      const PltBoardTotals *totals = plt_board_preview_find (self->drag.preview, lane);

      *exact = totals != NULL || lane == self->drag.to.lane;
      if (*exact)
        *refusal = self->drag.preview->refusal;
      if (totals != NULL)
        return totals;
    }
  if (lane < (int) self->drag.ends->len)
    end = self->drag.ends->pdata[lane];
  if (end == NULL || *exact)
    return NULL;
  *refusal = end->refusal;
  return plt_board_preview_find (end, lane);
}

/* The length of the day against its limit: what is beyond is red, and hatched by its end line. */
static void
draw_bar (PltBoard *self,
          GtkSnapshot *snapshot,
          const PltBoardRect *rect,
          gint64 limit,
          const PltBoardTotals *now,
          const PltBoardTotals *then)
{
  gint64 shown = then != NULL ? then->minutes : now->minutes;
  gint64 most = MAX (limit + limit / 4, MAX (now->minutes, shown));
  int at_limit, at_shown, at_now;

  if (most <= 0)
    return;
  at_limit = (int) (rect->width * limit / most);
  at_shown = (int) (rect->width * shown / most);
  at_now = (int) (rect->width * now->minutes / most);
  fill (snapshot, &self->colors->line, rect->x, rect->y, at_limit, rect->height);
  fill (snapshot, then != NULL ? &self->colors->accent : &self->colors->muted, rect->x, rect->y,
        MIN (at_shown, at_limit), rect->height);
  fill (snapshot, &self->colors->error, rect->x + at_limit, rect->y, at_shown - at_limit,
        rect->height);
  fill (snapshot, &self->colors->text, rect->x + at_limit, rect->y - 2, 1, rect->height + 4);
  if (then != NULL)
    fill (snapshot, &self->colors->text, rect->x + at_now, rect->y - 1, 1, rect->height + 2);
}

/* "8 h of 9 h", "10 h 20 (+1 h 20)", and while strips are dragged "3 h → 4 h 30". */
static char *
describe_time (const PltBoardLane *lane, const PltBoardTotals *then)
{
  const PltBoardTotals *totals = then != NULL ? then : &lane->totals;
  gboolean limited = lane->limit != PLT_UNKNOWN && lane->limit > 0;
  g_autofree char *limit = NULL;

  if (totals->overlong && limited)
    {
      g_autofree char *over = plt_duration_format (totals->minutes - lane->limit);
      g_autofree char *time
          = then != NULL ? g_strconcat (ARROW, " ", totals->time, NULL) : g_strdup (totals->time);

      /* Translators: shooting time of a day, then by how much it is too long */
      return g_strdup_printf (_ ("%s (+%s)"), time, over);
    }
  if (then != NULL || !limited)
    return would_be (lane->totals.time, then != NULL ? then->time : NULL);
  limit = plt_duration_format (lane->limit);
  /* Translators: shooting time of a day, then how much a day can hold */
  return g_strdup_printf (_ ("%s of %s"), lane->totals.time, limit);
}

static void
draw_head_right (PltBoard *self,
                 GtkSnapshot *snapshot,
                 const PltBoardLane *lane,
                 const PltBoardRect *head,
                 const PltBoardTotals *then)
{
  int line = self->geometry.head_height / 2;
  const PltBoardTotals *totals = then != NULL ? then : &lane->totals;
  g_autofree char *time = describe_time (lane, then);
  TextBox box = { *head, PANGO_ALIGN_RIGHT, totals->overlong,
                  totals->overlong ? &self->colors->error : &self->colors->text };
  PltBoardRect bar
      = { head->x, head->y + line + line / 2 - BAR_HEIGHT / 2 - 1, head->width, BAR_HEIGHT };

  box.rect.height = line;
  box.rect.y += 3;
  draw_text (self, snapshot, time, &box);
  if (lane->limit != PLT_UNKNOWN && lane->limit > 0)
    draw_bar (self, snapshot, &bar, lane->limit, &lane->totals, then);
}

static int
draw_piece (PltBoard *self,
            GtkSnapshot *snapshot,
            PltBoardRect *rest,
            const char *text,
            gboolean bold,
            const GdkRGBA *color)
{
  int width = draw_text (self, snapshot, text, &(TextBox){ *rest, PANGO_ALIGN_LEFT, bold, color });

  if (width > 0)
    {
      rest->x += width + 2 * PAD;
      rest->width -= width + 2 * PAD;
    }
  return width;
}

/* The crew of a day that is not the first one's, framed. */
static void
draw_unit (PltBoard *self, GtkSnapshot *snapshot, const PltBoardLane *lane, PltBoardRect *rest)
{
  PltBoardRect around = *rest;
  int width;

  if (*lane->unit == '\0')
    return;
  rest->x += 5;
  rest->width -= 5;
  width = draw_piece (self, snapshot, rest, lane->unit, TRUE, &self->colors->accent);
  around.width = width + 10;
  around.y += 1;
  around.height -= 2;
  if (width > 0)
    frame (snapshot, &self->colors->accent, &around, 1);
  rest->x += 5;
  rest->width -= 5;
}

/* A bar down the side of each day of another crew, two for the third one. */
static void
draw_unit_bars (PltBoard *self, GtkSnapshot *snapshot, int at)
{
  const PltBoardLane *lane = plt_board_state_lane (plt_board_get_state (self), at);
  PltBoardRect rect = plt_board_geometry_lane (&self->geometry, at);

  for (guint i = 1; at > 0 && i < MIN (lane->units, 4); i++)
    fill (snapshot, &self->colors->accent, rect.x + rect.width - 4 * (int) i, rect.y, 3,
          rect.height);
}

static void
draw_head_first (PltBoard *self, GtkSnapshot *snapshot, const PltBoardLane *lane, PltBoardRect rest)
{
  int mark = MIN (rest.height - 6, 13);

  if (lane->issue != NULL)
    {
      draw_triangle (snapshot,
                     lane->severity == PLT_SEVERITY_ERROR ? &self->colors->error
                                                          : &self->colors->warning,
                     &self->colors->surface, rest.x, rest.y + (rest.height - mark) / 2, mark);
      rest.x += mark + 4;
      rest.width -= mark + 4;
    }
  if (lane->locked)
    {
      draw_lock (snapshot, &self->colors->text, rest.x, rest.y + (rest.height - mark) / 2, mark);
      rest.x += mark + 4;
      rest.width -= mark + 4;
    }
  draw_piece (self, snapshot, &rest, lane->name, TRUE, &self->colors->text);
  draw_unit (self, snapshot, lane, &rest);
  draw_piece (self, snapshot, &rest, lane->date, TRUE, &self->colors->text);
  draw_piece (self, snapshot, &rest, lane->hours, FALSE, &self->colors->text);
  if (*lane->sun != '\0' && rest.width > 90)
    {
      draw_sun (snapshot, &self->colors->muted, rest.x, rest.y + (rest.height - mark) / 2, mark);
      rest.x += mark + 4;
      rest.width -= mark + 4;
      draw_piece (self, snapshot, &rest, lane->sun, FALSE, &self->colors->muted);
    }
  draw_piece (self, snapshot, &rest, lane->note, FALSE, &self->colors->muted);
}

static void
draw_head_second (PltBoard *self,
                  GtkSnapshot *snapshot,
                  const PltBoardLane *lane,
                  PltBoardRect rest,
                  const PltBoardTotals *then,
                  gboolean exact,
                  const char *refusal)
{
  const GdkRGBA *color = then != NULL && exact ? &self->colors->accent : &self->colors->muted;
  g_autofree char *content = NULL;
  g_autofree char *length = NULL;

  if (refusal != NULL)
    {
      draw_piece (self, snapshot, &rest, refusal, exact, &self->colors->error);
      return;
    }
  length = would_be (lane->totals.length, then != NULL ? then->length : NULL);
  content = would_be (lane->totals.content, then != NULL ? then->content : NULL);
  draw_piece (self, snapshot, &rest, length, exact, color);
  draw_piece (self, snapshot, &rest, content, FALSE, color);
  if (lane->n_shot > 0)
    {
      g_autofree char *shot
          = lane->n_left == 0
                ? g_strdup_printf ("\342\234\223 %s", _ ("day shot"))
                : g_strdup_printf (_ ("%u shot, %u left"), lane->n_shot, lane->n_left);

      draw_piece (self, snapshot, &rest, shot, TRUE, &self->colors->ok);
    }
}

static void
draw_head (PltBoard *self, GtkSnapshot *snapshot, int at)
{
  const PltBoardLane *lane = plt_board_state_lane (plt_board_get_state (self), at);
  PltBoardRect head
      = plt_board_geometry_rect (&self->geometry, (PltBoardCoord){ at, PLT_BOARD_HEAD });
  int bar_width
      = at > 0 && lane->number > 0 ? MIN (BAR_WIDTH * self->zoom / 100, head.width / 3) : 0;
  PltBoardRect line
      = { head.x + PAD, head.y + 3, head.width - 3 * PAD - bar_width, head.height / 2 - 2 };
  gboolean exact;
  const char *refusal;
  const PltBoardTotals *then = totals_to_be (self, at, &exact, &refusal);

  int first = 0, last = -1;

  plt_board_selection_days (&self->selection, &first, &last);
  fill (snapshot,
        first < last && at >= first && at <= last ? &self->colors->selection : &self->colors->low,
        head.x, head.y, head.width, head.height);
  fill (snapshot, &self->colors->rule, head.x, head.y, head.width, 1);
  fill (snapshot, &self->colors->line, head.x, head.y + head.height - 1, head.width, 1);
  draw_head_first (self, snapshot, lane, line);
  line.y += line.height;
  draw_head_second (self, snapshot, lane, line, then, exact, refusal);
  if (bar_width > 0)
    {
      PltBoardRect right
          = { head.x + head.width - bar_width - PAD, head.y, bar_width, head.height };

      draw_head_right (self, snapshot, lane, &right, then);
    }
  if (self->drag.active && at == self->drag.to.lane)
    fill (snapshot, refusal != NULL && exact ? &self->colors->error : &self->colors->accent, head.x,
          head.y, 4, head.height);
  if (self->selection.cursor.lane == at && self->selection.cursor.index == PLT_BOARD_HEAD)
    frame (snapshot, self->focused ? &self->colors->accent : &self->colors->rule, &head,
           self->focused ? 2 : 1);
}

/* ---- panes ---- */

static void
draw_empty (PltBoard *self, GtkSnapshot *snapshot, PltBoardRect rect, const char *sentence)
{
  rect.x += PAD;
  rect.width -= 2 * PAD;
  draw_text (self, snapshot, sentence,
             &(TextBox){ rect, PANGO_ALIGN_LEFT, FALSE, &self->colors->muted });
}

static void
draw_strips (PltBoard *self, GtkSnapshot *snapshot, int lane, const PltBoardRect *pane)
{
  const PltBoardState *state = plt_board_get_state (self);
  int n = plt_board_lane_n (state, lane);
  PltBoardRect first = plt_board_geometry_rect (&self->geometry, (PltBoardCoord){ lane, 0 });
  int from = CLAMP ((pane->y - first.y) / self->geometry.row_height, 0, n);

  for (int i = from; i < n; i++)
    {
      PltBoardCoord at = { lane, i };

      if (first.y + i * self->geometry.row_height >= pane->y + pane->height)
        break;
      draw_strip (self, snapshot, plt_board_state_strip (state, lane, i), at);
    }
  if (n == 0 && lane > 0)
    {
      fill (snapshot, &self->colors->surface, first.x, first.y, first.width, first.height);
      draw_empty (self, snapshot, first, _ ("Nothing on this day yet"));
    }
}

static void
draw_drop (PltBoard *self, GtkSnapshot *snapshot, int pane)
{
  PltBoardRect line;

  if (!self->drag.active || self->drag.to.lane < 0
      || plt_board_geometry_pane_of (self->drag.to.lane) != pane
      || (self->drag.preview != NULL && self->drag.preview->refusal != NULL))
    return;
  line = plt_board_geometry_gap_line (&self->geometry, self->drag.to);
  fill (snapshot, &self->colors->accent, line.x, line.y, line.width, line.height + 1);
}

static void
push_clip (GtkSnapshot *snapshot, const PltBoardRect *rect)
{
  graphene_rect_t area = bounds (rect);

  gtk_snapshot_push_clip (snapshot, &area);
}

static void
draw_pool (PltBoard *self, GtkSnapshot *snapshot)
{
  PltBoardRect pane = plt_board_geometry_pane (&self->geometry, 0);

  fill (snapshot, &self->colors->low, 0, 0, self->geometry.pool_width, self->geometry.height);
  push_clip (snapshot, &pane);
  draw_strips (self, snapshot, PLT_BOARD_POOL, &pane);
  draw_drop (self, snapshot, 0);
  gtk_snapshot_pop (snapshot);
  draw_head (self, snapshot, PLT_BOARD_POOL);
  fill (snapshot, &self->colors->rule, self->geometry.pool_width, 0, 1, self->geometry.height);
}

static void
draw_days (PltBoard *self, GtkSnapshot *snapshot)
{
  PltBoardRect pane = plt_board_geometry_pane (&self->geometry, 1);
  int first, end;

  plt_board_geometry_visible (&self->geometry, &first, &end);
  push_clip (snapshot, &pane);
  for (int lane = first; lane < end; lane++)
    {
      draw_head (self, snapshot, lane);
      draw_strips (self, snapshot, lane, &pane);
      draw_unit_bars (self, snapshot, lane);
    }
  draw_drop (self, snapshot, 1);
  gtk_snapshot_pop (snapshot);
}

void
plt_board_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PltBoard *self = PLT_BOARD (widget);

  plt_board_ensure_layout (self);
  fill (snapshot, &self->colors->surface, 0, 0, self->geometry.width, self->geometry.height);
  draw_pool (self, snapshot);
  draw_days (self, snapshot);
  for (int pane = 0; pane < PLT_BOARD_N_PANES; pane++)
    gtk_widget_snapshot_child (widget, self->bars[pane], snapshot);
  if (self->drag.active)
    plt_board_draw_card (self, snapshot);
  if (self->finder != NULL)
    gtk_widget_snapshot_child (widget, self->finder, snapshot);
}
