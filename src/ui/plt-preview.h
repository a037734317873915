/* PltPreview: the pages of a document with a bar below: page, zoom, fit to width, fit to page.
 *
 * When the document cannot be made it says why instead. */
#pragma once

#include "plt-page-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_PREVIEW (plt_preview_get_type ())
G_DECLARE_FINAL_TYPE (PltPreview, plt_preview, PLT, PREVIEW, GtkWidget)

GtkWidget *plt_preview_new (void);
PltPageView *plt_preview_get_pages (PltPreview *self);
/* (transfer full) (nullable) both: what is shown, or the reason why there is nothing to show. */
void plt_preview_take (PltPreview *self, PltDocument *document, GError *error);
const char *plt_preview_get_message (PltPreview *self); /* "" while a document is shown */

G_END_DECLS
