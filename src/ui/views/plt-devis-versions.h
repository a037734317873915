/* What is done to versions of the devis in its view: locking, transfers, simulations, comparing.
 * They are actions of the view, and a section of the menu of versions. */
#pragma once

#include "plt-view.h"

G_BEGIN_DECLS

/* Adds the actions; after the session is set. */
void plt_devis_versions_install (PltView *view);
/* The section of the menu, for the version that is looked at; says which actions can be done. */
GMenuModel *plt_devis_versions_menu (PltView *view); /* (transfer full) */
/* What a new devis may begin from, (transfer full): view.new-version-from */
GMenuModel *plt_devis_versions_starts (const PltFacts *facts);
/* "v2 Agrément", with what it is: "locked", "current" */
char *plt_devis_versions_title (const PltFacts *facts, const PltBudgetFacts *budget);
/* The same where there is little room: cut, and only that it is locked is said. */
char *plt_devis_versions_short_title (const PltFacts *facts, const PltBudgetFacts *budget);

G_END_DECLS
