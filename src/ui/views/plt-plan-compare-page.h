/* PltPlanComparePage: two versions of the plan de travail side by side: figures, séquence by
 * séquence, role by role; and the history of the versions.
 *
 * The first time it shows the last published version beside the current one. It computes only while
 * it is seen. Enter on a séquence goes to its strip, on a version of the history compares it with
 * the one before.
 *
 * Signals:
 *   version-activated (gint64 schedule): somebody wants to look at that version
 *   version-deleted (gint64 schedule): somebody wants it to go */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_PLAN_COMPARE_PAGE (plt_plan_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (PltPlanComparePage, plt_plan_compare_page, PLT, PLAN_COMPARE_PAGE, GtkWidget)

GtkWidget *plt_plan_compare_page_new (PltSession *session);
/* After the session changed. */
void plt_plan_compare_page_refresh (PltPlanComparePage *self);
/* Rows of schedule. */
void plt_plan_compare_page_show (PltPlanComparePage *self, gint64 before, gint64 after);
void plt_plan_compare_page_get (PltPlanComparePage *self, gint64 *before, gint64 *after);
void plt_plan_compare_page_set_all (PltPlanComparePage *self, gboolean all);
void plt_plan_compare_page_show_history (PltPlanComparePage *self);
guint plt_plan_compare_page_get_n_rows (PltPlanComparePage *self); /* séquences shown */
gboolean plt_plan_compare_page_grab_focus (PltPlanComparePage *self);

G_END_DECLS
