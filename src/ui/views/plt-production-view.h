/* PltProductionView: the sheet of the production itself: the form of its one row. */
#pragma once

#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_PRODUCTION_VIEW (plt_production_view_get_type ())
G_DECLARE_FINAL_TYPE (PltProductionView, plt_production_view, PLT, PRODUCTION_VIEW, PltView)

G_END_DECLS
