/* PltCallsheetPaper: the paper of a day beside its form, live: the whole sheet, or the extract of
 * somebody or of a department, or what else is printed for that day.
 *
 * A keystroke in the form is on the paper in the frame that follows it: the document is built again
 * from what is known, before that frame is drawn. */
#pragma once

#include "plt-document-kind.h"
#include "plt-preview.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_CALLSHEET_PAPER (plt_callsheet_paper_get_type ())
G_DECLARE_FINAL_TYPE (PltCallsheetPaper, plt_callsheet_paper, PLT, CALLSHEET_PAPER, GtkWidget)

GtkWidget *plt_callsheet_paper_new (PltSession *session);
/* The paper of a day; `sheet` 0: as the plan alone would make it. */
void plt_callsheet_paper_show (PltCallsheetPaper *self, gint64 day, gint64 sheet);
/* What is being typed; text NULL: it ended. */
void plt_callsheet_paper_type (PltCallsheetPaper *self,
                               PltRecord *record,
                               const PltColumn *column,
                               const char *text);
PltPreview *plt_callsheet_paper_get_preview (PltCallsheetPaper *self);

/* What is chosen to be seen: its kind, and its parameters (transfer full). */
const PltDocumentKind *plt_callsheet_paper_get_kind (PltCallsheetPaper *self);
PltParams *plt_callsheet_paper_get_params (PltCallsheetPaper *self);
/* (transfer full): the parameters of another kind for the same day */
PltParams *plt_callsheet_paper_params_of (PltCallsheetPaper *self, const PltDocumentKind *kind);
/* Which of the papers is seen, from 0, the whole sheet; for tests. */
void plt_callsheet_paper_choose (PltCallsheetPaper *self, guint which);
guint plt_callsheet_paper_n_choices (PltCallsheetPaper *self);

G_END_DECLS
