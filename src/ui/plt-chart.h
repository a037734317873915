/* PltChart: a drawing of the papers (render/plt-painters.h) as a widget, in the colours of the
 * window. */
#pragma once

#include <gtk/gtk.h>

#include "plt-document.h"

G_BEGIN_DECLS

#define PLT_TYPE_CHART (plt_chart_get_type ())
G_DECLARE_FINAL_TYPE (PltChart, plt_chart, PLT, CHART, GtkWidget)

GtkWidget *plt_chart_new (const char *painter);
/* Begins again without data. `alternative` says in words what the chart shows. */
void plt_chart_clear (PltChart *self, const char *alternative);
/* One row of data, as the painter reads it. */
void plt_chart_add (PltChart *self, const char *text, gint64 a, gint64 b);
void plt_chart_set_dark (PltChart *self, gboolean dark);

G_END_DECLS
