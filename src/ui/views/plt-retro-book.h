/* A room booked for a task, or a screening after it, begun from the task that is selected: with its
 * days, its calendar left alone. Without one the register's own dialog asks for all. */
#pragma once

#include <gtk/gtk.h>

#include "plt-retro-model.h"

G_BEGIN_DECLS

/* `table`: "room_booking" (from the first to the last day of the task) or "screening" (on its last
 * day). The dialog, or NULL when a sentence says why there is none. (transfer none) (nullable) */
GtkWindow *
plt_retro_book (GtkWidget *owner, PltSession *session, PltRetroModel *model, const char *table);

G_END_DECLS
