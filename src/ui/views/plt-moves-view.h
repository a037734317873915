/* PltMovesView: the movements of the shoot. Pages: the sheet of a day, vehicles, journeys and
 * lodging. */
#pragma once

#include "plt-moves-day.h"
#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_MOVES_VIEW (plt_moves_view_get_type ())
G_DECLARE_FINAL_TYPE (PltMovesView, plt_moves_view, PLT, MOVES_VIEW, PltView)

PltMovesDay *plt_moves_view_get_day (PltMovesView *self);

G_END_DECLS
