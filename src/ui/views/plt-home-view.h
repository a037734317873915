/* PltHomeView: what is wrong and what is next. Each tile leads to the view it speaks of. */
#pragma once

#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_HOME_VIEW (plt_home_view_get_type ())
G_DECLARE_FINAL_TYPE (PltHomeView, plt_home_view, PLT, HOME_VIEW, PltView)

G_END_DECLS
