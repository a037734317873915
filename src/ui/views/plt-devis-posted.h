/* PltDevisPosted: the social charges of the devis as a grid: by profile, with the wages they are
 * counted on, and by sub-post of poste 4 where they are posted. Only looked at. Knows no widget. */
#pragma once

#include "plt-grid-model.h"
#include "plt-session.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_DEVIS_POSTED_NAME,
  PLT_DEVIS_POSTED_LINES,
  PLT_DEVIS_POSTED_BASE,
  PLT_DEVIS_POSTED_AMOUNT,
  PLT_DEVIS_POSTED_RATE,
  PLT_DEVIS_POSTED_NOTE,
  PLT_DEVIS_POSTED_N_COLUMNS,
} PltDevisPostedColumn;

#define PLT_TYPE_DEVIS_POSTED (plt_devis_posted_get_type ())
G_DECLARE_FINAL_TYPE (PltDevisPosted, plt_devis_posted, PLT, DEVIS_POSTED, GObject)

PltDevisPosted *plt_devis_posted_new (PltSession *session);
PltRef plt_devis_posted_get_ref (PltDevisPosted *self, guint row); /* table NULL for a heading */

G_END_DECLS
