/* PltView: the base of every view.
 *
 * A view has a head (title, the switch between its pages, its own widgets at the right) and pages,
 * one of which is shown. It is told its session once, and from then on `refresh` is called when the
 * session changed: at once while the view is on the screen, else when it next appears, so a view
 * that is not seen costs nothing. Actions given to plt_view_add_actions() have the prefix "view."
 * and are reachable by shortcut, menu and palette while the view is shown.
 *
 * How to add a view: subclass, build pages in init() with plt_view_add_page(), read the session in
 * refresh(), and add one line to plt-views.c. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

typedef struct _PltViewInfo PltViewInfo;

#define PLT_TYPE_VIEW (plt_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (PltView, plt_view, PLT, VIEW, GtkWidget)

/**
 * PltViewClass:
 * @session_set: the session is there; connect, make models. Called once.
 * @refresh: read everything again from the session
 * @grab_content_focus: put the keyboard focus where work begins; FALSE when there is no such place
 * @select_ref: show and select that row (and cell); FALSE when it is not in this view
 * @start_search: put the cursor in the view's own search box; FALSE when it has none
 * @get_document: (transfer full): what "export this view" writes, NULL when there is nothing
 * @page_shown: another page of the view is shown
 * @focus_next_part: the focus is in the view: put it in the view's next part; FALSE after the last
 *
 * Each may be left NULL.
 */
struct _PltViewClass
{
  GtkWidgetClass parent_class;

  void (*session_set) (PltView *self, PltSession *session);
  void (*refresh) (PltView *self);
  gboolean (*grab_content_focus) (PltView *self);
  gboolean (*select_ref) (PltView *self, PltRef ref);
  gboolean (*start_search) (PltView *self);
  struct _PltDocument *(*get_document) (PltView *self, GError **error);
  void (*page_shown) (PltView *self, const char *page);
  gboolean (*focus_next_part) (PltView *self);

  gpointer padding[7];
};

const PltViewInfo *plt_view_get_info (PltView *self);
const char *plt_view_get_title (PltView *self); /* translated */
PltSession *plt_view_get_session (PltView *self);
void plt_view_set_session (PltView *self, PltSession *session);

/* Pages. The first one added is shown first; with a single one there is no switch. */
void plt_view_add_page (PltView *self, const char *id, const char *title, GtkWidget *child);
void plt_view_show_page (PltView *self, const char *id);
const char *plt_view_get_page (PltView *self);                      /* (nullable) */
GtkWidget *plt_view_get_page_child (PltView *self, const char *id); /* (nullable) */
GtkSelectionModel *plt_view_get_pages (PltView *self); /* (transfer full) of GtkStackPage */

/* Widgets at the right of the head, in order; of a page: shown with it only. */
void plt_view_add_header_widget (PltView *self, const char *page, GtkWidget *widget);

/* What the side pane of the window shows first while this view is on the screen, before the form of
 * what is selected: `title` is its tab. NULL takes it away. The view keeps it alive. */
void plt_view_set_pane (PltView *self, const char *title, GtkWidget *pane);
GtkWidget *plt_view_get_pane (PltView *self, const char **title); /* (nullable) */

/* The view is itself the form of what is selected in it: the side pane stays closed there until it
 * is asked for, so that the view has its room. */
void plt_view_set_carries_form (PltView *self, gboolean carries);
gboolean plt_view_carries_form (PltView *self);

/* What the status bar says of the selection: "12 cells · sum 1 234,56 €". */
void plt_view_set_summary (PltView *self, const char *summary);
const char *plt_view_get_summary (PltView *self);

/* user_data of the entries is the view. */
void plt_view_add_actions (PltView *self, const GActionEntry *entries, int n_entries);
void plt_view_set_action_enabled (PltView *self, const char *action, gboolean enabled);
GActionGroup *plt_view_get_actions (PltView *self);

void plt_view_queue_refresh (PltView *self); /* as if the session had changed */
gboolean plt_view_grab_content_focus (PltView *self);
/* FALSE when the focus was in the last part of the view, or in none. */
gboolean plt_view_focus_next_part (PltView *self);
gboolean plt_view_select_ref (PltView *self, PltRef ref);
gboolean plt_view_start_search (PltView *self);
struct _PltDocument *plt_view_get_document (PltView *self, GError **error);

G_END_DECLS
