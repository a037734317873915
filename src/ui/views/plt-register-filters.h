/* PltRegisterFilters: the filters of a register as chips: one for each column whose values are a
 * short list. A chip opens the list; one value at a time.
 *
 * Signal: filter-changed (column, value): value "" for none. */
#pragma once

#include <gtk/gtk.h>

#include "plt-table.h"

G_BEGIN_DECLS

#define PLT_TYPE_REGISTER_FILTERS (plt_register_filters_get_type ())
G_DECLARE_FINAL_TYPE (PltRegisterFilters, plt_register_filters, PLT, REGISTER_FILTERS, GtkWidget)

GtkWidget *plt_register_filters_new (const PltTable *table);
gboolean plt_register_filters_are_on (PltRegisterFilters *self);
void plt_register_filters_clear (PltRegisterFilters *self);
/* Chooses that value, as a click would. FALSE when there is no such chip. */
gboolean
plt_register_filters_choose (PltRegisterFilters *self, const char *column, const char *value);

G_END_DECLS
