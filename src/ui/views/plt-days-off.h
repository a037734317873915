/* PltDaysOff: the days on which nobody works by the calendar of the production, one by one, over
 * the years of its rétroplanning: public holidays of its territory, local days off and closings.
 * Tasks without a calendar of their own follow them. Read only: a grid, and where to change them.
 */
#pragma once

#include <gtk/gtk.h>

#include "plt-grid.h"
#include "plt-retro-model.h"

G_BEGIN_DECLS

#define PLT_TYPE_DAYS_OFF (plt_days_off_get_type ())
G_DECLARE_FINAL_TYPE (PltDaysOff, plt_days_off, PLT, DAYS_OFF, GtkWidget)

GtkWidget *plt_days_off_new (PltSession *session, PltRetroModel *plan);
PltGrid *plt_days_off_get_grid (PltDaysOff *self);

G_END_DECLS
