/* PltLoadPage: who has too much to do, in a sentence, and the load by week below it; under it, the
 * week of the person or team at the cursor, task by task and day by day, with what makes it too
 * much. Enter or a double click on a person, a team or a week shows their tasks in the plan; on a
 * row of the week, that task, booking, date or absence. */
#pragma once

#include <gtk/gtk.h>

#include "plt-grid.h"
#include "plt-load-model.h"

G_BEGIN_DECLS

#define PLT_TYPE_LOAD_PAGE (plt_load_page_get_type ())
G_DECLARE_FINAL_TYPE (PltLoadPage, plt_load_page, PLT, LOAD_PAGE, GtkWidget)

GtkWidget *plt_load_page_new (PltSession *session, PltRetroModel *plan);
PltGrid *plt_load_page_get_grid (PltLoadPage *self);
PltGrid *plt_load_page_get_week (PltLoadPage *self);
/* From the weeks to the days of one; FALSE elsewhere. */
gboolean plt_load_page_focus_next_part (PltLoadPage *self);

G_END_DECLS
