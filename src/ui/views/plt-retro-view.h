/* PltRetroView: the rétroplanning: its plan (plt-retro-page.h), who has how much to do, rooms and
 * screenings, calendars, and the lists that all of it is made of. */
#pragma once

#include "plt-retro-page.h"
#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_RETRO_VIEW (plt_retro_view_get_type ())
G_DECLARE_FINAL_TYPE (PltRetroView, plt_retro_view, PLT, RETRO_VIEW, PltView)

PltRetroPage *plt_retro_view_get_plan (PltRetroView *self);

G_END_DECLS
