/* Who is to receive a call sheet, and who has not received its latest version.
 *
 * Received means: a row of sheet_delivery with a date, or marked as received. A row names somebody
 * of the team, or anybody by name. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

/* Adds a delivery for everybody who got an earlier version of the sheet and everybody it calls, who
 * has none on it yet: comédiens an extract, all others the whole, in the way they got the last one,
 * else by e-mail when there is an address, else by hand. The number of rows added. */
guint plt_call_delivery_propose (const PltFacts *facts, gint64 sheet, PltBatch *batch);
/* (transfer full) (element-type utf8): who got an earlier version, or is to get this one, and has
 * not received it; in the order of the deliveries */
GPtrArray *plt_call_delivery_waiting (const PltFacts *facts, gint64 sheet);
/* How many rows of the sheet say that it was given. */
guint plt_call_delivery_given (const PltFacts *facts, gint64 sheet, guint *n_rows);

G_END_DECLS
