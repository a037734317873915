/* A devis worked out by hand, for the model and the view:
 *   11-01 Option        1 × 1 × 1 000,00                      1 000,00
 *   22-01 Réalisateur   1 × SEM_PREPA (2) × 600,00            1 200,00   charges 65,3 %  783,60
 *   22-02 Chômé         1 × 0 × 500,00                             0,00   empty
 *   31-01 NORA          1 × jours(role) (2) × 350,00            700,00   no profile
 *   42    charges                                                783,60
 *   posts 1 to 9                                               3 683,60
 *   overheads 7 % 257,852 -> 257,85 ; contingency 10 % 368,36 ; total 4 309,81 */
#pragma once

#include "plt-test-store.h"

G_BEGIN_DECLS

PltStore *plt_test_devis_store (void);
/* The same with `n_lines` more lines in the accounts of post 2. */
PltStore *plt_test_devis_store_long (guint n_lines);

G_END_DECLS
