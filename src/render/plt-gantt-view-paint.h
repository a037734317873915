/* The ink of a PltGanttView. */
#pragma once

#include "plt-gantt-view.h"
#include "plt-type.h"

G_BEGIN_DECLS

void plt_gantt_view_paint (const PltGanttView *self,
                           const PltGantt *gantt,
                           cairo_t *cr,
                           PltTypesetter *type,
                           const PltPalette *palette);

G_END_DECLS
