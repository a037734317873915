/* PltDevisView: the devis: its lines, its nine posts on a page, its variables, its social charges;
 * and its versions. */
#pragma once

#include "plt-devis-detail.h"
#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_DEVIS_VIEW (plt_devis_view_get_type ())
G_DECLARE_FINAL_TYPE (PltDevisView, plt_devis_view, PLT, DEVIS_VIEW, PltView)

PltDevisDetail *plt_devis_view_get_detail (PltDevisView *self);

G_END_DECLS
