/* PltApplication: windows and files: one window a production, the start page when there is none.
 *
 * Opening a file that somebody has open, or that cannot be written, offers to read it only. A
 * screenplay given instead of a production makes a production from it. */
#pragma once

#include <gtk/gtk.h>

#include "plt-window.h"

G_BEGIN_DECLS

#define PLT_TYPE_APPLICATION (plt_application_get_type ())
G_DECLARE_FINAL_TYPE (PltApplication, plt_application, PLT, APPLICATION, GtkApplication)

PltApplication *plt_application_new (GApplicationFlags extra_flags);
/* Shows that store in a window without production, else in a new one. */
PltWindow *plt_application_show_store (PltApplication *self, PltStore *store);
/* Opens a production, or a screenplay; questions and errors are shown to the user. */
void plt_application_open_file (PltApplication *self, GFile *file);

G_END_DECLS
