/* The pay that was counted before, so that an hour typed counts only whose hour it is. Pure: what
 * is taken from here is what would be counted.
 *
 * One slip is kept for each person and engagement, beside everything it was counted of: the
 * stretches of work, the function, the unit, the rate, the options. It is given again only where
 * all of that is the same. The tables (rules, holidays, scale) are parsed once, from a copy of
 * their own of what pay reads of a production: agreement, kind, territory and all referentials;
 * when one of these is not the same any more, the tables are new and no slip is kept.
 *
 * It does not hold on to the facts; slips and tables it gave stay valid after it. */
#pragma once

#include "plt-pay.h"

G_BEGIN_DECLS

typedef struct _PltHoursMemo PltHoursMemo;

PltHoursMemo *plt_hours_memo_new (void);
void plt_hours_memo_free (PltHoursMemo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltHoursMemo, plt_hours_memo_free)

/* (transfer full): what pay is read from */
PltPayTables *plt_hours_memo_tables (PltHoursMemo *self, const PltFacts *facts);
/* (transfer full) (nullable): the slip of that person counted of exactly that */
PltPay *plt_hours_memo_find (PltHoursMemo *self, gint64 person, gint64 engagement, GBytes *of);
void
plt_hours_memo_keep (PltHoursMemo *self, gint64 person, gint64 engagement, GBytes *of, PltPay *pay);
/* How many slips were counted because none was kept: for tests and figures. */
guint plt_hours_memo_n_counted (const PltHoursMemo *self);

G_END_DECLS
