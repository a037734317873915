/* PltStartPage: what a window without a production shows: what was opened last, and three ways to
 * begin. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLT_TYPE_START_PAGE (plt_start_page_get_type ())
G_DECLARE_FINAL_TYPE (PltStartPage, plt_start_page, PLT, START_PAGE, GtkWidget)

GtkWidget *plt_start_page_new (void);

G_END_DECLS
