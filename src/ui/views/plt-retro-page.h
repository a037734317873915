/* PltRetroPage: the rétroplanning: what it comes to in words, the table, and the calendar beside it
 * with the same rows and one scroll.
 *
 * The row of the grid's cursor is that of the calendar, and the selection of the session.
 *
 * Signal: pane-changed (): plt_retro_page_get_pane() says something else */
#pragma once

#include <gtk/gtk.h>

#include "plt-grid.h"
#include "plt-retro-model.h"
#include "plt-timeline.h"

G_BEGIN_DECLS

#define PLT_TYPE_RETRO_PAGE (plt_retro_page_get_type ())
G_DECLARE_FINAL_TYPE (PltRetroPage, plt_retro_page, PLT, RETRO_PAGE, GtkWidget)

GtkWidget *plt_retro_page_new (PltSession *session);
PltRetroModel *plt_retro_page_get_model (PltRetroPage *self);
/* (nullable): what the side pane says of a row that is no row of a table: a phase, the delivery */
GtkWidget *plt_retro_page_get_pane (PltRetroPage *self);
PltGrid *plt_retro_page_get_grid (PltRetroPage *self);
PltTimeline *plt_retro_page_get_timeline (PltRetroPage *self);
const char *plt_retro_page_get_head (PltRetroPage *self); /* what it says of the delivery */
void plt_retro_page_refresh (PltRetroPage *self);
int plt_retro_page_get_row (PltRetroPage *self); /* of the cursor, -1: none */
gboolean plt_retro_page_select_ref (PltRetroPage *self, PltRef ref);
void plt_retro_page_start_search (PltRetroPage *self);
/* A key on the calendar that may be part of a name: the cursor goes to the next task that begins
 * with what was typed, or has a word that does; FALSE for a key that is none. `now`: microseconds
 */
gboolean plt_retro_page_type_ahead (PltRetroPage *self, guint keyval, gint64 now);
void plt_retro_page_show_chain (PltRetroPage *self); /* selects what makes the margin */
void plt_retro_page_insert (PltRetroPage *self);     /* a task below the cursor */
void plt_retro_page_paste (PltRetroPage *self);      /* rows of the clipboard as tasks below */
void plt_retro_page_delete (PltRetroPage *self);     /* the tasks that are selected */
/* "done", "lock", "unlock": of the tasks chosen; "indent", "outdent", "link-above": of the cursor's
 */
void plt_retro_page_do (PltRetroPage *self, const char *what);
/* A row of "task_link": stands out on the calendar, and its form is shown; 0: none. */
void plt_retro_page_choose_link (PltRetroPage *self, gint64 link);
void plt_retro_page_set_filter (PltRetroPage *self, const char *filter);

G_END_DECLS
