#include "plt-document-kinds-private.h"

#define KIND(name) &name,
static const PltDocumentKind *const kinds[] = { PLT_DOCUMENT_KINDS (KIND) NULL };
#undef KIND

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
