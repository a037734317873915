/* PltFilterChips: filters of a register that no column says alone, as chips: each opens the list of
 * the values there are, in which one types to find; one value at a time.
 *
 * Signal: changed: another row may be shown now. */
#pragma once

#include <gtk/gtk.h>

#include "plt-register-custom.h"

G_BEGIN_DECLS

#define PLT_TYPE_FILTER_CHIPS (plt_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (PltFilterChips, plt_filter_chips, PLT, FILTER_CHIPS, GtkWidget)

GtkWidget *plt_filter_chips_new (PltSession *session, const PltCustomFilter *filters);
gboolean plt_filter_chips_are_on (PltFilterChips *self);
void plt_filter_chips_clear (PltFilterChips *self);
/* value "" for none. FALSE when there is no such chip. */
gboolean plt_filter_chips_choose (PltFilterChips *self, const char *id, const char *value);
gboolean plt_filter_chips_keep (PltFilterChips *self, gint64 row); /* whether all of them want it */

G_END_DECLS
