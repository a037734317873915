/* PltScriptComparePage: two versions of the screenplay side by side, with the words that changed.
 *
 * What is gone stands at the left, struck through; what is new at the right, underlined: colour
 * only helps. Séquences and paragraphs that stayed as they are can be left out. The first time it
 * shows the current version beside the one before.
 *
 * Signal: block-activated (gint64 block): somebody wants to read on from that paragraph. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_SCRIPT_COMPARE_PAGE (plt_script_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (
    PltScriptComparePage, plt_script_compare_page, PLT, SCRIPT_COMPARE_PAGE, GtkWidget)

GtkWidget *plt_script_compare_page_new (PltSession *session);
/* Reads versions and texts again when they changed; call it before it is seen. */
void plt_script_compare_page_refresh (PltScriptComparePage *self);
void plt_script_compare_page_text_changed (PltScriptComparePage *self);
/* Rows of script_version. */
void plt_script_compare_page_show (PltScriptComparePage *self, gint64 old_version, gint64 version);
guint plt_script_compare_page_get_n_rows (PltScriptComparePage *self); /* shown */
void plt_script_compare_page_set_all (PltScriptComparePage *self, gboolean all);
/* To the next change after the selected row, or the one before. FALSE at the end. */
gboolean plt_script_compare_page_step (PltScriptComparePage *self, int step);
gboolean plt_script_compare_page_grab_focus (PltScriptComparePage *self);

G_END_DECLS
