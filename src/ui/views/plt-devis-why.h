/* PltDevisPart: what a total of the devis is made of, one step at a time: the total of the posts
 * and the percentages, of a post its sub-posts, of an account its lines, the contributions posted
 * to it by profile, the percentage counted within it and its transfers; of a line its factors, of a
 * factor the names of its formula and where they come from. The parts of a sum add up to it.
 *
 * A part holds texts and ids only: it outlives the figures it was made from. Knows no widget. */
#pragma once

#include <gio/gio.h>

#include "plt-devis-tree.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_DEVIS_PART (plt_devis_part_get_type ())
G_DECLARE_FINAL_TYPE (PltDevisPart, plt_devis_part, PLT, DEVIS_PART, GObject)

const char *plt_devis_part_get_label (PltDevisPart *self);
const char *plt_devis_part_get_how (PltDevisPart *self);   /* "2 × 3 d × 350,00 €"; "" */
const char *plt_devis_part_get_value (PltDevisPart *self); /* an amount, a number */
const char *plt_devis_part_get_share (PltDevisPart *self); /* of what it is a part of; "" */
PltMoney plt_devis_part_get_amount (PltDevisPart *self);   /* PLT_UNKNOWN for a number */
PltRef plt_devis_part_get_ref (PltDevisPart *self);        /* table NULL: nowhere to go */

/* (transfer full): what a row of the devis is about. */
PltDevisPart *
plt_devis_part_of_row (PltSession *session, const PltBudget *budget, const PltDevisRow *row);
/* (transfer full) (nullable) (element-type PltDevisPart): what it is made of. */
GListModel *plt_devis_part_list (PltDevisPart *self, PltSession *session, const PltBudget *budget);
gboolean
plt_devis_part_has_parts (PltDevisPart *self, PltSession *session, const PltBudget *budget);

G_END_DECLS
