/* The papers of a call sheet as they would be with what is being typed.
 *
 * They are built from what the session knows already, with the edits of the typing laid over it, so
 * that a keystroke costs one layout and nothing is read or written. */
#pragma once

#include "plt-document-kind.h"
#include "plt-session.h"

G_BEGIN_DECLS

typedef struct _PltCallsheetLive PltCallsheetLive;

PltCallsheetLive *plt_callsheet_live_new (PltSession *session);
void plt_callsheet_live_free (PltCallsheetLive *self);

/* `text` is in the editor of that cell; NULL: the typing ended. What cannot be read as a value is
 * left as it was. FALSE when that changes nothing. */
gboolean plt_callsheet_live_type (PltCallsheetLive *self,
                                  PltRecord *record,
                                  const PltColumn *column,
                                  const char *text);
/* (transfer full) */
PltDocument *plt_callsheet_live_build (PltCallsheetLive *self,
                                       const char *kind,
                                       PltParams *params,
                                       GError **error);

G_END_DECLS
