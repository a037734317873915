/* Between the files of the window only. */
#pragma once

#include "plt-side-pane.h"
#include "plt-sidebar.h"
#include "plt-status-bar.h"
#include "plt-toast.h"
#include "plt-window.h"

G_BEGIN_DECLS

struct _PltWindow
{
  GtkApplicationWindow parent_instance;

  PltSession *session;
  GPtrArray *past;   /* of "view page" strings gone through, the latest last */
  GPtrArray *future; /* gone back from */
  gboolean travelling;
  gboolean toast_undoes; /* what the toast offers to undo is the last command */

  GtkWidget *title;
  GtkWidget *undo;
  GtkWidget *redo;
  GtkWidget *issues;
  GtkWidget *issues_count;
  GtkWidget *header_production; /* what the head shows only with a production */
  GtkWidget *header_end;
  GtkWidget *toaster;
  GtkWidget *banner;
  GtkWidget *banner_text;
  GtkWidget *stack; /* start, production */
  GtkWidget *sidebar;
  GtkWidget *panes;
  GtkWidget *views; /* GtkStack of PltView, made when first shown */
  GtkWidget *pane;
  gboolean pane_wanted[2]; /* elsewhere, in a view that carries its own form */
  GtkWidget *status;
};

void plt_window_add_actions (PltWindow *self);
void plt_window_update_actions (PltWindow *self);
/* Remembered for the views of that kind. */
void plt_window_show_pane (PltWindow *self, gboolean visible);
gboolean plt_window_is_pane_shown (PltWindow *self);
void plt_window_go (PltWindow *self, int step); /* -1 back, 1 forward */

G_END_DECLS
