/* PltFundersPage: who may be asked to pay: the catalogue of financeurs set against the production,
 * the one chosen beside it, and its applications.
 *
 * The list is in the order of plt_eligibility_list(); a search and chips narrow it. It is computed
 * when the page is on the screen. */
#pragma once

#include <gtk/gtk.h>

#include "plt-funders-detail.h"

G_BEGIN_DECLS

#define PLT_TYPE_FUNDERS_PAGE (plt_funders_page_get_type ())
G_DECLARE_FINAL_TYPE (PltFundersPage, plt_funders_page, PLT, FUNDERS_PAGE, GtkWidget)

typedef enum
{
  PLT_FUNDERS_OPEN,    /* nothing mandatory has failed */
  PLT_FUNDERS_VERIFY,  /* not read in a text */
  PLT_FUNDERS_APPLIED, /* an application was made */
  PLT_FUNDERS_N_FILTERS
} PltFundersFilter;

GtkWidget *plt_funders_page_new (PltSession *session);
void plt_funders_page_refresh (PltFundersPage *self);
void plt_funders_page_start_search (PltFundersPage *self);
gboolean plt_funders_page_grab_focus (PltFundersPage *self);
/* A row of funding_application or application_document, or of funding_source with a scheme. */
gboolean plt_funders_page_select_ref (PltFundersPage *self, PltRef ref);
gboolean plt_funders_page_select (PltFundersPage *self, const char *code);
void plt_funders_page_set_filter (PltFundersPage *self, PltFundersFilter filter, gboolean on);
void plt_funders_page_set_search (PltFundersPage *self, const char *text);
guint plt_funders_page_count_shown (PltFundersPage *self);
PltFundersDetail *plt_funders_page_get_detail (PltFundersPage *self);

G_END_DECLS
