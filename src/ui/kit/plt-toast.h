/* PltToaster: lays one sentence over the foot of its child for some seconds, with at most one
 * button ("Undo"). A new one replaces the one before. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLT_TYPE_TOASTER (plt_toaster_get_type ())
G_DECLARE_FINAL_TYPE (PltToaster, plt_toaster, PLT, TOASTER, GtkWidget)

GtkWidget *plt_toaster_new (void);
void plt_toaster_set_child (PltToaster *self, GtkWidget *child);
void plt_toaster_show (PltToaster *self, const char *text, const char *button, const char *action);
void plt_toaster_hide (PltToaster *self);
const char *plt_toaster_get_text (PltToaster *self); /* "" when none is shown */

G_END_DECLS
