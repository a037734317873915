/* The texts of a drawn grid: one PangoLayout shapes them, what it gives is kept.
 *
 * A text is shaped once for its weight and, when it is too wide, once more for the width it is cut
 * to. Two generations bound the memory: what was not drawn for a while is forgotten. Only visible
 * cells ever come here. Figures are tabular. */
#pragma once

#include <gtk/gtk.h>

#include "plt-grid-model.h"

G_BEGIN_DECLS

typedef struct _PltGridText PltGridText;

typedef struct
{
  int x;
  int y;
  int width;
  int height;
  PltGridAlign align;
  gboolean bold;
  gboolean number; /* one that does not fit is replaced by ###: a cut figure lies */
  const GdkRGBA *color;
} PltGridTextBox;

PltGridText *plt_grid_text_new (GtkWidget *widget);
void plt_grid_text_free (PltGridText *self);
void plt_grid_text_reset (PltGridText *self); /* the font changed */
int plt_grid_text_get_line_height (PltGridText *self);
int plt_grid_text_get_char_width (PltGridText *self);
int plt_grid_text_measure (PltGridText *self, const char *text, gboolean bold);
void plt_grid_text_draw (PltGridText *self,
                         GtkSnapshot *snapshot,
                         const char *text,
                         const PltGridTextBox *box);

G_END_DECLS
