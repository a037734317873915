/* PltRetroPage inside: plt-retro-page.c (object, head), -drag (what is dragged and typed on the
 * calendar). */
#pragma once

#include "plt-retro-page.h"

G_BEGIN_DECLS

struct _PltRetroPage
{
  GtkWidget parent_instance;

  PltSession *session;
  PltRetroModel *model;
  gboolean filling;
  gboolean choosing;   /* rows on the calendar: what the table chooses meanwhile, nobody chose */
  GArray *chosen_keys; /* (nullable) (element-type gint64): several rows, chosen together */
  gint64 chosen_link;  /* task_link on the calendar, 0 */
  gboolean begun;      /* the cursor has been put on the first task */
  gboolean chosen;     /* the divider is where a person put it */
  int placed;          /* where it was put otherwise */
  int name_least;      /* width of the names, as the table has it */
  int name_width;      /* as the room has made it */
  GString *typed;      /* the beginning of a name, on the calendar */
  gint64 typed_at;
  guint telling; /* source */

  GtkWidget *stack; /* plan, empty */
  GtkWidget *head, *head_label, *chain, *count, *ways;
  GtkWidget *search, *filter;
  GtkWidget *panes, *grid, *timeline;
  GtkWidget *menu; /* (nullable) */
  GtkWidget *pane; /* of the rows that have no form */
};

void plt_retro_page_connect_timeline (PltRetroPage *self);
void plt_retro_page_connect_find (PltRetroPage *self); /* plt-retro-find.c */
/* Rows chosen together on the calendar or in the table, else the cursor's. (transfer full)
 * (element-type guint) */
GArray *plt_retro_page_get_rows (PltRetroPage *self);
/* The rows chosen on the calendar, where the table does not show them itself. */
void plt_retro_page_mark_rows (PltRetroPage *self);
GMenuModel *plt_retro_page_make_filters (PltRetroPage *self);

G_END_DECLS
