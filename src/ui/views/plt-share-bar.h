/* PltShareBar: parts of a whole as one drawn bar: segments side by side, darkest first, and a mark
 * where the whole ends when the parts go beyond it. What is missing of the whole is an outline, or
 * hatched. A picture of numbers that stand beside it in words. */
#pragma once

#include <gtk/gtk.h>

#include "plt-grid-model.h"

G_BEGIN_DECLS

#define PLT_SHARE_BAR_MAX_PARTS 4

#define PLT_TYPE_SHARE_BAR (plt_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (PltShareBar, plt_share_bar, PLT, SHARE_BAR, GtkWidget)

GtkWidget *plt_share_bar_new (void);
/* `alternative` says the same in words. Negative parts count as nothing. */
void plt_share_bar_set (
    PltShareBar *self, const gint64 *parts, guint n_parts, gint64 whole, const char *alternative);
/* The grounds of cells of a grid instead of one colour that pales; one for each part. */
void plt_share_bar_set_fills (PltShareBar *self, const PltGridFill *fills, guint n_fills);
void plt_share_bar_set_hatched (PltShareBar *self, gboolean hatched);

G_END_DECLS
