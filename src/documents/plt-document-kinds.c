/* The registry of kinds: one line a kind, in the order of the work. */
#include "plt-document-kind.h"

static const PltDocumentKind *const kinds[] = {
  NULL,
};

/**
 * plt_document_kinds:
 *
 * Returns: (transfer none) (array zero-terminated=1): every kind of document
 */
const PltDocumentKind *const *
plt_document_kinds (void)
{
  return kinds;
}
