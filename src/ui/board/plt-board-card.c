/* PltBoard: the card that follows the pointer during a drag: what goes where, what that changes,
 * which findings would appear. */
#include <glib/gi18n-lib.h>

#include "plt-board-private.h"

#define WIDTH 320
#define MARGIN 10
#define OFFSET 18
#define MAX_PROBLEMS 3

typedef struct
{
  char *text;
  gboolean bold;
  const GdkRGBA *color;
  gboolean brief; /* two lines at most */
} Line;

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->text);
}

static void
add_line (GArray *lines, char *text, gboolean bold, const GdkRGBA *color)
{
  Line line = { text, bold, color, FALSE };

  g_array_append_val (lines, line);
}

static char *
describe_what (PltBoard *self)
{
  const PltBoardState *state = plt_board_get_state (self);
  const PltBoardLane *lane = plt_board_state_lane (state, self->drag.to.lane);
  g_autofree char *where = lane != NULL ? plt_board_lane_title (lane) : NULL;
  g_autofree char *what = NULL;

  if (self->drag.keys->len == 1)
    what = plt_board_strip_title (
        plt_board_state_find (state, g_array_index (self->drag.keys, gint64, 0)));
  else
    what = g_strdup_printf (ngettext ("%u strip", "%u strips", self->drag.keys->len),
                            self->drag.keys->len);
  return where != NULL ? g_strdup_printf ("%s \342\206\222 %s", what, where)
                       : g_steal_pointer (&what);
}

static GArray *
collect_lines (PltBoard *self)
{
  const PltBoardColors *colors = self->colors;
  const PltBoardPreview *preview = self->drag.preview;
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autofree char *differences = NULL;

  g_array_set_clear_func (lines, line_clear);
  add_line (lines, describe_what (self), TRUE, &colors->text);
  if (preview == NULL)
    return lines;
  if (preview->refusal != NULL)
    {
      add_line (lines, g_strdup (preview->refusal), TRUE, &colors->error);
      return lines;
    }
  differences = plt_board_preview_describe (preview);
  add_line (lines,
            *differences != '\0' ? g_steal_pointer (&differences)
                                 : g_strdup (_ ("Same days, same cost")),
            FALSE, &colors->text);
  for (guint i = 0; i < preview->problems->len && i < MAX_PROBLEMS; i++)
    {
      add_line (lines, g_strdup_printf ("\342\226\262 %s", (char *) preview->problems->pdata[i]),
                i < preview->n_errors, i < preview->n_errors ? &colors->error : &colors->warning);
      g_array_index (lines, Line, lines->len - 1).brief = TRUE;
    }
  if (preview->problems->len > MAX_PROBLEMS)
    add_line (lines,
              g_strdup_printf (
                  ngettext ("and %u more", "and %u more", preview->problems->len - MAX_PROBLEMS),
                  preview->problems->len - MAX_PROBLEMS),
              FALSE, &colors->warning);
  if (preview->n_solved > 0)
    add_line (lines,
              g_strdup_printf (ngettext ("\342\234\223 %u issue less",
                                         "\342\234\223 %u issues less", preview->n_solved),
                               preview->n_solved),
              FALSE, &colors->ok);
  return lines;
}

static PangoLayout *
layout_line (PltBoard *self, const Line *line)
{
  PangoLayout *layout = pango_layout_copy (self->layout);
  PangoFontDescription *font
      = pango_font_description_copy (pango_layout_get_font_description (layout));

  pango_font_description_set_weight (font,
                                     line->bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, FALSE);
  pango_layout_set_ellipsize (layout, line->brief ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_height (layout, line->brief ? -2 : -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (WIDTH - 2 * MARGIN) * PANGO_SCALE);
  pango_layout_set_text (layout, line->text, -1);
  return layout;
}

static void
draw_ground (PltBoard *self, GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  GskRoundedRect outline;
  GdkRGBA color = self->drag.preview != NULL && self->drag.preview->refusal != NULL
                      ? self->colors->error
                      : self->colors->rule;

  gsk_rounded_rect_init_from_rect (&outline, area, 4);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA){ 0, 0, 0, 0.25f }, 0, 2, 0, 8);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &self->colors->surface, area);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ color, color, color, color });
}

void
plt_board_draw_card (PltBoard *self, GtkSnapshot *snapshot)
{
  g_autoptr (GArray) lines = collect_lines (self);
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  int height = 2 * MARGIN;
  int x, y;

  for (guint i = 0; i < lines->len; i++)
    {
      PangoLayout *layout = layout_line (self, &g_array_index (lines, Line, i));
      int line_height;

      pango_layout_get_pixel_size (layout, NULL, &line_height);
      height += line_height + (i > 0 ? 2 : 0);
      g_ptr_array_add (layouts, layout);
    }
  x = CLAMP (self->drag.x + OFFSET, 0, MAX (self->geometry.width - WIDTH, 0));
  y = self->drag.y + OFFSET;
  if (y + height > self->geometry.height)
    y = MAX (self->drag.y - OFFSET - height, 0);
  draw_ground (self, snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, WIDTH, (float) height));
  y += MARGIN;
  for (guint i = 0; i < lines->len; i++)
    {
      int line_height;

      pango_layout_get_pixel_size (layouts->pdata[i], NULL, &line_height);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x + MARGIN), (float) y));
      gtk_snapshot_append_layout (snapshot, layouts->pdata[i],
                                  g_array_index (lines, Line, i).color);
      gtk_snapshot_restore (snapshot);
      y += line_height + 2;
    }
}
