/* PltFinanceFields: some columns of one row as labelled fields, in as many columns as asked. */
#pragma once

#include <gtk/gtk.h>

#include "plt-field.h"

G_BEGIN_DECLS

#define PLT_TYPE_FINANCE_FIELDS (plt_finance_fields_get_type ())
G_DECLARE_FINAL_TYPE (PltFinanceFields, plt_finance_fields, PLT, FINANCE_FIELDS, GtkWidget)

/* `columns`: ids by comma; they stand beside each other `across` to a line. */
GtkWidget *
plt_finance_fields_new (PltSession *session, const char *table, const char *columns, guint across);
/* What was being typed is committed first; 0 empties it. */
void plt_finance_fields_show (PltFinanceFields *self, gint64 id);

G_END_DECLS
