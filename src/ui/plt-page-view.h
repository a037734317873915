/* PltPageView: the pages of a document, one below the other, on a desk.
 *
 * A scrollable drawn widget, to be put in a GtkScrolledWindow (plt-preview.h does, with a zoom
 * bar). It owns the document it shows and lays it out as paper is: what is seen is what is printed.
 * Each page is painted once into a render node, which every zoom and every scroll uses again; only
 * pages that are seen have one. The paper is white on a light desk and on a dark one.
 *
 * A click on something that comes from a row emits `activated` with its reference. Keys: arrows,
 * PgUp, PgDn, Home, End scroll; Ctrl+Plus, Ctrl+Minus, Ctrl+0 zoom; Ctrl and the wheel too.
 *
 * Signals:
 *   activated (const PltRef *)  something on the paper was clicked
 *   page-changed ()             another page is read, there are more or fewer, or the zoom
 *                               is another; told when idle */
#pragma once

#include <gtk/gtk.h>

#include "plt-document.h"

G_BEGIN_DECLS

/**
 * PltPageFit:
 * @PLT_PAGE_FIT_WIDTH: the page is as wide as there is room
 * @PLT_PAGE_FIT_PAGE: the whole page is seen
 * @PLT_PAGE_FIT_NONE: as large as was asked for
 */
typedef enum
{
  PLT_PAGE_FIT_WIDTH,
  PLT_PAGE_FIT_PAGE,
  PLT_PAGE_FIT_NONE,
} PltPageFit;

#define PLT_TYPE_PAGE_VIEW (plt_page_view_get_type ())
G_DECLARE_FINAL_TYPE (PltPageView, plt_page_view, PLT, PAGE_VIEW, GtkWidget)

GtkWidget *plt_page_view_new (void);
/* (nullable) (transfer full): NULL shows the bare desk. Zoom and place stay. */
void plt_page_view_take_document (PltPageView *self, PltDocument *document);
const PltDocument *plt_page_view_get_document (PltPageView *self); /* (nullable) */

guint plt_page_view_get_n_pages (PltPageView *self); /* 0 without a document */
guint plt_page_view_get_page (PltPageView *self);    /* the one a third down, from 0 */
void plt_page_view_show_page (PltPageView *self, guint page);

void plt_page_view_set_fit (PltPageView *self, PltPageFit fit);
PltPageFit plt_page_view_get_fit (PltPageView *self);
/* 1: the size of the paper at 96 dots an inch. Setting it is PLT_PAGE_FIT_NONE. */
void plt_page_view_set_zoom (PltPageView *self, double zoom);
double plt_page_view_get_zoom (PltPageView *self);
void plt_page_view_zoom_step (PltPageView *self, int steps);

/* Scrolls to where that row stands on the paper and marks it. FALSE when it is not there; a column
 * that is not there is taken for its row. A reference to nothing takes the mark away. */
gboolean plt_page_view_mark (PltPageView *self, PltRef ref);
/* What stands there, in pixels of the widget. */
gboolean plt_page_view_hit (PltPageView *self, double x, double y, PltRef *ref);
/* Where a row is painted, in pixels of the widget; for tests. */
gboolean plt_page_view_locate (PltPageView *self, PltRef ref, graphene_rect_t *area);

G_END_DECLS
