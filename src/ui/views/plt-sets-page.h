/* PltSetsPage: the décors as a tree: where they are, how much is played in them, what they are
 * parts of. Two spellings of one décor are merged here. */
#pragma once

#include <gtk/gtk.h>

#include "plt-grid.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_SETS_PAGE (plt_sets_page_get_type ())
G_DECLARE_FINAL_TYPE (PltSetsPage, plt_sets_page, PLT, SETS_PAGE, GtkWidget)

GtkWidget *plt_sets_page_new (PltSession *session);
PltGrid *plt_sets_page_get_grid (PltSetsPage *self);
void plt_sets_page_refresh (PltSetsPage *self);
gboolean plt_sets_page_select (PltSetsPage *self, gint64 set); /* FALSE when it is not there */
gboolean plt_sets_page_grab_focus (PltSetsPage *self);
void plt_sets_page_show_selection (PltSetsPage *self); /* tells session and view what is selected */

GtkWindow *plt_sets_page_add (PltSetsPage *self); /* the dialog */
void plt_sets_page_delete (PltSetsPage *self);
/* The dialog that merges the selected sets, or the selected one with another; NULL with a sentence
 * told when there is nothing to merge. */
GtkWindow *plt_sets_page_merge (PltSetsPage *self);
void plt_sets_page_set_apart (PltSetsPage *self);   /* the selected part: a set of its own */
void plt_sets_page_edit_parent (PltSetsPage *self); /* types of what it is a part */

G_END_DECLS
