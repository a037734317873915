/* What hangs together with a task of the rétroplanning, below its form: who works on it, what it
 * waits for and what waits for it, its rooms and its screenings. Each line is a door. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

void plt_task_links_fill (GtkBox *box, PltSession *session, gint64 task);

G_END_DECLS
