/* Reference data that a production made by an older program lacks, or has in an older version.
 *
 * The engines read the referentials that a production keeps, so that what they find does not depend
 * on where the program runs: what is missing is copied into the file when it is opened for writing.
 * One that is kept is never replaced but by plt_production_newer_referentials(), which the user
 * asks for: he may have corrected it, and a film keeps the values it was made with. The scale of
 * IDCC 2642 is for productions of that agreement. */
#pragma once

#include "plt-facts.h"
#include "plt-referential.h"
#include "plt-store.h"

G_BEGIN_DECLS

/* Inserts what is missing; no edit when nothing is. What the program itself does not have is left
 * out. */
PltBatch *plt_production_complete_defaults (const PltFacts *facts);
/* The same written into a file open for writing, as a step of the history. Nothing is done while a
 * step could be redone: it would be lost. */
gboolean plt_production_complete (PltStore *store, GError **error);
/* Replaces those whose version is below the program's; `names` (out) (optional): "jours-feries,
 * temps-de-travail". */
PltBatch *plt_production_newer_referentials (const PltFacts *facts, char **names);

/* ---- shared with plt-production-defaults.c ---- */

#define PLT_PRODUCTION_SCALE_2642 "minima-2642" /* kept under that agreement */

extern const char *const plt_production_kept[];                           /* ends with NULL */
char *plt_production_read_referential (const char *name, GError **error); /* its content */
/* Sets all but the name on the last edit of the batch. */
void plt_production_set_referential (PltBatch *batch,
                                     const PltReferential *referential,
                                     const char *content);

G_END_DECLS
