/* PltStoryPage: the chronology: days of the story in their order, their séquences below them; what
 * has no day yet comes first. */
#pragma once

#include <gtk/gtk.h>

#include "plt-grid.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_STORY_PAGE (plt_story_page_get_type ())
G_DECLARE_FINAL_TYPE (PltStoryPage, plt_story_page, PLT, STORY_PAGE, GtkWidget)

GtkWidget *plt_story_page_new (PltSession *session);
PltGrid *plt_story_page_get_grid (PltStoryPage *self);
void plt_story_page_refresh (PltStoryPage *self);
gboolean plt_story_page_select (PltStoryPage *self, PltRef ref); /* FALSE when it is not there */
gboolean plt_story_page_grab_focus (PltStoryPage *self);
void plt_story_page_show_selection (PltStoryPage *self); /* tells session and view */
GtkWindow *plt_story_page_add (PltStoryPage *self);      /* the dialog that adds a day */
void plt_story_page_delete (PltStoryPage *self);
/* The dialog that puts the selected séquences on a day; NULL with a sentence told when none is. */
GtkWindow *plt_story_page_place (PltStoryPage *self);

G_END_DECLS
