/* PltElementsPage: what has to be found, made or hired, by category, with how often and how many
 * days. Two spellings of one thing are merged here. */
#pragma once

#include <gtk/gtk.h>

#include "plt-register.h"

G_BEGIN_DECLS

#define PLT_TYPE_ELEMENTS_PAGE (plt_elements_page_get_type ())
G_DECLARE_FINAL_TYPE (PltElementsPage, plt_elements_page, PLT, ELEMENTS_PAGE, GtkWidget)

GtkWidget *plt_elements_page_new (PltSession *session);
PltRegister *plt_elements_page_get_register (PltElementsPage *self);
void plt_elements_page_refresh (PltElementsPage *self);
void plt_elements_page_choose_category (PltElementsPage *self, gint64 category); /* 0: all */
gboolean plt_elements_page_select (PltElementsPage *self, PltRef ref);
/* The dialog that merges the selected elements, or others of their category; NULL with a sentence
 * told when there is nothing to merge. */
GtkWindow *plt_elements_page_merge (PltElementsPage *self);
/* Where an element occurs: a list in a dialog, each line leads there. */
GtkWindow *plt_elements_show_where (GtkWindow *parent, PltSession *session, gint64 element);

G_END_DECLS
