/* What is not the same on a correction as on the version that was sent, kept with the session so
 * that every cell of the form and of the paper can ask. */
#pragma once

#include "plt-call-version.h"
#include "plt-session.h"

G_BEGIN_DECLS

/* Compares the sheet with the one it replaces; 0 forgets. Call it when the session changed. */
void plt_callsheet_changes_look_at (PltSession *session, gint64 sheet);
/* (nullable) (element-type PltCallChange): NULL when the sheet replaces none that was sent */
const GPtrArray *plt_callsheet_changes_get (PltSession *session);
/* (nullable): what that cell said before; column NULL: the row as a whole */
const PltCallChange *
plt_callsheet_changes_find (PltSession *session, const char *table, gint64 id, const char *column);
/* "Nora · Arrival: 8h20 → 8h00" */
char *plt_callsheet_change_text (PltSession *session, const PltCallChange *change);

G_END_DECLS
