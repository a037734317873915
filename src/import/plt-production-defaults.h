/* What a new production begins with, as a batch for plt_store_create().
 *
 * From the referentials: categories of the dépouillement, contribution profiles and rates, the
 * devis template of the kind (accounts, and its proposed lines without quantities), an empty plan
 * de travail; and copies of the referentials themselves, so that the production keeps the values it
 * was made with. */
#pragma once

#include "plt-batch.h"

G_BEGIN_DECLS

#define PLT_PRODUCTION_ROW 1 /* of the table production, which has one row */

PltBatch *plt_production_defaults (const char *kind, GError **error);

G_END_DECLS
