/* A window on a production in a test: made, shown and drawn; taken down with everything in it. */
#pragma once

#include "plt-application.h"
#include "plt-window.h"

G_BEGIN_DECLS

/* Once, before g_test_add: own folders for settings and caches, no animations. */
void plt_test_window_init (int *argc, char ***argv);
PltApplication *plt_test_application (void); /* one for the whole program */
/* A drawn window on that store, which it keeps. */
PltWindow *plt_test_window_new (PltStore *store);
PltWindow *plt_test_window_sample (void);
PltStore *plt_test_window_store (PltWindow *window);
/* Destroys it, and fails when somebody still holds it. */
void plt_test_window_close (PltWindow *window);
void plt_test_settle (void); /* runs what is waiting in the main loop */
void plt_test_activate (PltWindow *window, const char *detailed_action);
/* (nullable): the first widget below of that type, or of that type with that accessible-free text
 */
GtkWidget *plt_test_find_widget (GtkWidget *root, GType type);
GtkWidget *plt_test_find_label (GtkWidget *root, const char *text);
/* The newest toplevel of that type. */
GtkWidget *plt_test_toplevel (GType type);

G_END_DECLS
