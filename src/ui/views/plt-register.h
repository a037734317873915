/* PltRegister: one table as a register: search box, filters, grid, "+" at its foot, import and
 * export, and what to do when it is empty. What is selected in it is the session's selection.
 *
 * A page of PltRegisterView; any other view may have one as a page of its own. Put it in a PltView:
 * it gives the view the summary of its selection. */
#pragma once

#include <gtk/gtk.h>

#include "plt-document.h"
#include "plt-grid.h"
#include "plt-query-model.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_REGISTER (plt_register_get_type ())
G_DECLARE_FINAL_TYPE (PltRegister, plt_register, PLT, REGISTER, GtkWidget)

/* columns (nullable): ids by comma; NULL for all that are not hidden. */
GtkWidget *plt_register_new (PltSession *session, const char *table, const char *columns);
const PltTable *plt_register_get_table (PltRegister *self);
PltGrid *plt_register_get_grid (PltRegister *self);
PltQueryModel *plt_register_get_rows (PltRegister *self);

/* What the program wrote is looked at, not changed; Enter and a double click activate its cells. */
void plt_register_set_read_only (PltRegister *self);
/* Something above the rows, seen while there are none as well. */
void plt_register_set_offer (PltRegister *self, GtkWidget *offer);

/* Only the rows with that value, as text; new rows get it. NULL removes the filter. */
void plt_register_set_filter (PltRegister *self, const char *column, const char *text);
/* One of the filters its table has beyond its columns (PltCustomFilter); value "" for none. */
gboolean plt_register_choose_filter (PltRegister *self, const char *filter, const char *value);
void plt_register_set_search (PltRegister *self, const char *text);
gboolean plt_register_select_ref (PltRegister *self, PltRef ref);
gboolean plt_register_grab_focus (PltRegister *self);
void plt_register_start_search (PltRegister *self);
GtkWindow *plt_register_add_row (PltRegister *self); /* the dialog, NULL when none was needed */
void plt_register_delete_rows (PltRegister *self);
void plt_register_import_csv (PltRegister *self);
GtkWidget *plt_register_show_columns (PltRegister *self); /* the popover that chooses them */
PltDocument *plt_register_get_document (PltRegister *self, GError **error);

G_END_DECLS
