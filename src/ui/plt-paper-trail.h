/* What was given out: for each kind of document the last time it was exported or printed, with
 * which parameters, and a fingerprint of what it said then.
 *
 * So that a paper that was sent and is no longer true can be told apart. Kept for the person, not
 * in the production, in documents.ini of the user's configuration: what one has printed is nobody
 * else's business, and looking does not change the file. */
#pragma once

#include "plt-document-kind.h"
#include "plt-store.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_TRAIL_NEVER,   /* never given out */
  PLT_TRAIL_CURRENT, /* says the same today */
  PLT_TRAIL_STALE,   /* the production changed since */
} PltTrailState;

void plt_paper_trail_note (PltStore *store, const PltDocumentKind *kind, const PltParams *params);
/* Builds the document again: costs what that costs. `date` (out) (optional): when it was given out.
 */
PltTrailState plt_paper_trail_check (PltStore *store, const PltDocumentKind *kind, PltDate *date);

G_END_DECLS
