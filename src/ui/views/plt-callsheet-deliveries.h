/* Who receives a feuille de service: proposed from the calls, marked as given or as received, each
 * as one command. */
#pragma once

#include "plt-callsheet-form.h"

G_BEGIN_DECLS

void plt_callsheet_deliveries_show (PltCallsheetForm *form); /* its block, with the focus */
void plt_callsheet_deliveries_propose (PltSession *session, gint64 sheet);
/* The rows that are selected while the table has the focus, else all that are not marked yet: given
 * today, at this hour; or received. */
void plt_callsheet_deliveries_mark (PltSession *session, PltCallsheetForm *form, gboolean received);

G_END_DECLS
