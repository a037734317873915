/* Facts with the shipped parameters of the tax credits, for tests. */
#pragma once

#include "plt-facts.h"

G_BEGIN_DECLS

#define EUROS(n) ((PltMoney) (n) *100)

void plt_test_tax_keep (PltFacts *facts); /* the referentials of data/ */
/* In place of the shipped one. */
void plt_test_tax_replace (PltFacts *facts, const char *name, const char *content);

G_END_DECLS
