/* The planche (plt-planche.h) as a table of a paper. */
#pragma once

#include "plt-paper.h"
#include "plt-planche.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_PLANCHE_BANDS_ESSENTIAL, /* people, animals, vehicles, means; the rest in words */
  PLT_PLANCHE_BANDS_PEOPLE,    /* roles, silhouettes, stunts, figuration, children */
  PLT_PLANCHE_BANDS_ALL,       /* a row for every element */
} PltPlancheBands;

/**
 * PltPlancheLook:
 * @bands: which rows
 * @tight: a small sheet: fewer lines at the head
 */
typedef struct
{
  PltPlancheBands bands;
  gboolean tight;
} PltPlancheLook;

/* Adds the table "Planche": its head is repeated on each page, the block of the roles before each
 * group of days. Totals are formulas wherever a formula gives the same figure. */
void plt_planche_paper_add (PltDocument *document,
                            const PltPlanche *planche,
                            const PltPlancheLook *look);

G_END_DECLS
