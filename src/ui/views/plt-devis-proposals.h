/* PltDevisProposal: a line that may be added to a devis: one the template proposes, already in the
 * devis but empty or no longer there, or one of a person's own. Knows no widget. */
#pragma once

#include <gio/gio.h>

#include "plt-devis-model.h"

G_BEGIN_DECLS

#define PLT_TYPE_DEVIS_PROPOSAL (plt_devis_proposal_get_type ())
G_DECLARE_FINAL_TYPE (PltDevisProposal, plt_devis_proposal, PLT, DEVIS_PROPOSAL, GObject)

const char *plt_devis_proposal_get_code (PltDevisProposal *self);
const char *plt_devis_proposal_get_label (PltDevisProposal *self);
const char *plt_devis_proposal_get_account (PltDevisProposal *self); /* "231 · Direction" */

/* (transfer full) (element-type PltDevisProposal): what matches `search`, those of `account` (0:
 * none) first; before them a line called `search` in that account. */
GListStore *plt_devis_proposals (PltSession *session, gint64 account, const char *search);
/* Adds it as one command. Returns the line, 0 with an error. */
gint64
plt_devis_proposal_add (PltDevisProposal *self, PltDevisModel *model, gint64 after, GError **error);

G_END_DECLS
