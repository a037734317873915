/* PltDevisLinks: the lines a devis lacks to follow the plan de travail and the engagements, as a
 * grid: each is taken or left, and those taken are added as one command. Knows no widget. */
#pragma once

#include "plt-grid-model.h"
#include "plt-session.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_DEVIS_LINKS_TAKEN,
  PLT_DEVIS_LINKS_LABEL,
  PLT_DEVIS_LINKS_ACCOUNT,
  PLT_DEVIS_LINKS_COUNT,
  PLT_DEVIS_LINKS_RATE,
  PLT_DEVIS_LINKS_AMOUNT,
  PLT_DEVIS_LINKS_N_COLUMNS,
} PltDevisLinksColumn;

#define PLT_TYPE_DEVIS_LINKS (plt_devis_links_get_type ())
G_DECLARE_FINAL_TYPE (PltDevisLinks, plt_devis_links, PLT, DEVIS_LINKS, GObject)

PltDevisLinks *plt_devis_links_new (PltSession *session);
void plt_devis_links_take_all (PltDevisLinks *self, gboolean taken);
guint plt_devis_links_count_taken (PltDevisLinks *self, PltMoney *amount); /* amount: the known */
/* Adds those taken. FALSE with a whole sentence. */
gboolean plt_devis_links_apply (PltDevisLinks *self, GError **error);

G_END_DECLS
