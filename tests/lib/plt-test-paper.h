/* A paper of a production, built as the command line builds it, for the tests of papers.
 *
 * Parameters are written "name=value|name=value". The date of the edition is PLT_TEST_EDITION
 * unless they say another. */
#pragma once

#include "plt-document.h"
#include "plt-store.h"

G_BEGIN_DECLS

#define PLT_TEST_EDITION "2026-10-04"

/* NULL and an error when a parameter or the paper is refused. */
PltDocument *
plt_test_paper_try (PltStore *store, const char *kind, const char *params, GError **error);
PltDocument *plt_test_paper (PltStore *store, const char *kind, const char *params);
char *plt_test_paper_dump (PltStore *store, const char *kind, const char *params);

G_END_DECLS
