/* PltHistoryList: the commands of the file, the latest first; choosing one undoes (or redoes) up to
 * it. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_HISTORY_LIST (plt_history_list_get_type ())
G_DECLARE_FINAL_TYPE (PltHistoryList, plt_history_list, PLT, HISTORY_LIST, GtkWidget)

GtkWidget *plt_history_list_new (PltSession *session);
/* "14:02", "yesterday"-free: "12/05/2026 14:02" when it was another day. Local time. */
char *plt_history_time (gint64 time);

G_END_DECLS
