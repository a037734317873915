/* PltMatrixPage: roles by séquences, and décors by effects; each cell leads to what it counts.
 *
 * Signal: open-sequences (const char *set, const char *code): the séquences of that décor ("" for
 * all) and effect ("" for any) are to be shown. */
#pragma once

#include <gtk/gtk.h>

#include "plt-grid.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_MATRIX_PAGE (plt_matrix_page_get_type ())
G_DECLARE_FINAL_TYPE (PltMatrixPage, plt_matrix_page, PLT, MATRIX_PAGE, GtkWidget)

GtkWidget *plt_matrix_page_new (PltSession *session);
void plt_matrix_page_refresh (PltMatrixPage *self);
gboolean plt_matrix_page_grab_focus (PltMatrixPage *self);
PltGrid *plt_matrix_page_get_roles (PltMatrixPage *self);
PltGrid *plt_matrix_page_get_sets (PltMatrixPage *self);

G_END_DECLS
