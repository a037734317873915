/* Productions whose devis is hard to write as a workbook, for the papers and for spreadsheets.
 * People, places and amounts are invented; the published one is that of the trade press. */
#pragma once

#include "plt-test-store.h"

G_BEGIN_DECLS

/* Variables that look like places of a sheet, formulas of every kind, times, transfers, percentages
 * within the posts, contributions one by one, in kind, in participation, abroad, halves of a
 * centime, rates below zero; a rate that is missing and a formula that is wrong when `wrong`. The
 * referentials are read from `folder`. */
PltStore *plt_test_store_devis (const char *folder, gboolean wrong);
/* Posts 1 and 2 of "Tout s’est bien passé" (Écran Total, HS 2, Cannes, July 2021): 612 500 and
 * 1 492 848 euros. */
PltStore *plt_test_store_published (void);

G_END_DECLS
