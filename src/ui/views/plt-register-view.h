/* PltRegisterView: a view made of registers: one page for each table its line in plt-views.c names.
 */
#pragma once

#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_REGISTER_VIEW (plt_register_view_get_type ())
G_DECLARE_FINAL_TYPE (PltRegisterView, plt_register_view, PLT, REGISTER_VIEW, PltView)

G_END_DECLS
