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

  GtkWidget *stack; /* plan, empty */
  GtkWidget *head, *head_label, *chain, *count, *ways;
  GtkWidget *search, *filter;
  GtkWidget *panes, *grid, *timeline;
  GtkWidget *menu; /* (nullable) */
};

void plt_retro_page_connect_timeline (PltRetroPage *self);
GMenuModel *plt_retro_page_make_filters (PltRetroPage *self);

G_END_DECLS
