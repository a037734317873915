/* A small production whose papers a crew could use, for goldens and for eyes: three shooting days
 * and a day of rest, séquences of every effect, a child, a dog, a stunt, a devis in all nine posts,
 * a source without a date, a feuille de service that replaces another. People and places are
 * invented. */
#pragma once

#include "plt-test-store.h"

G_BEGIN_DECLS

PltStore *plt_test_store_papers (void);

G_END_DECLS
