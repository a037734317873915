/* PltShareBar: parts of a whole as one drawn bar: segments side by side, darkest first, and a mark
 * where the whole ends when the parts go beyond it. A picture of numbers that stand beside it in
 * words. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLT_SHARE_BAR_MAX_PARTS 4

#define PLT_TYPE_SHARE_BAR (plt_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (PltShareBar, plt_share_bar, PLT, SHARE_BAR, GtkWidget)

GtkWidget *plt_share_bar_new (void);
/* `alternative` says the same in words. Negative parts count as nothing. */
void plt_share_bar_set (
    PltShareBar *self, const gint64 *parts, guint n_parts, gint64 whole, const char *alternative);

G_END_DECLS
