/* PltDocumentsView: every paper of the production: by phase of work with its state, its parameters,
 * its preview, and what can be made of it: PDF, XLSX, CSV, print; or all of them to a folder. */
#pragma once

#include "plt-preview.h"
#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_DOCUMENTS_VIEW (plt_documents_view_get_type ())
G_DECLARE_FINAL_TYPE (PltDocumentsView, plt_documents_view, PLT, DOCUMENTS_VIEW, PltView)

void plt_documents_view_show_kind (PltDocumentsView *self, const char *kind);
PltPreview *plt_documents_view_get_preview (PltDocumentsView *self);
/* "never made", "up to date ..." as the list writes it; once it was looked at. */
const char *plt_documents_view_get_state (PltDocumentsView *self, const char *kind);

G_END_DECLS
