/* PltDevisComparePage: up to four versions of the devis side by side, by post, account or line.
 *
 * The first time it shows the version that is looked at beside the one it comes from. It computes
 * only while it is seen. Enter on a line or an account goes there, in the last version that has it.
 */
#pragma once

#include <gtk/gtk.h>

#include "plt-devis-compare-table.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_DEVIS_COMPARE_PAGE (plt_devis_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (
    PltDevisComparePage, plt_devis_compare_page, PLT, DEVIS_COMPARE_PAGE, GtkWidget)

GtkWidget *plt_devis_compare_page_new (PltSession *session);
/* After the session changed. */
void plt_devis_compare_page_refresh (PltDevisComparePage *self);
/* Versions, 0 for none; the first two are always some. */
void plt_devis_compare_page_show (PltDevisComparePage *self, const gint64 *versions, guint n);
void plt_devis_compare_page_set_depth (PltDevisComparePage *self, PltDevisCompareDepth depth);
PltDevisCompareTable *plt_devis_compare_page_get_table (PltDevisComparePage *self);
gboolean plt_devis_compare_page_grab_focus (PltDevisComparePage *self);

G_END_DECLS
