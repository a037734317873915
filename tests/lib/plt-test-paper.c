#include "plt-test-paper.h"

#include "plt-document-dump.h"
#include "plt-document-kind.h"

PltDocument *
plt_test_paper_try (PltStore *store, const char *kind, const char *params_text, GError **error)
{
  g_autoptr (PltParams) params = plt_params_new ();
  g_auto (GStrv) pairs = g_strsplit (params_text, "|", -1);
  const PltDocumentKind *found = plt_document_kind_find (kind);

  g_assert_nonnull (found);
  g_assert_true (plt_params_set (params, found, "date", PLT_TEST_EDITION, NULL));
  for (guint i = 0; pairs[i] != NULL && *pairs[i] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      if (!plt_params_set (params, found, pair[0], pair[1], error))
        return NULL;
    }
  return plt_document_build (store, kind, params, error);
}

PltDocument *
plt_test_paper (PltStore *store, const char *kind, const char *params)
{
  g_autoptr (GError) error = NULL;
  PltDocument *document = plt_test_paper_try (store, kind, params, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

char *
plt_test_paper_dump (PltStore *store, const char *kind, const char *params)
{
  g_autoptr (PltDocument) document = plt_test_paper (store, kind, params);

  return plt_document_dump (document, PLT_DUMP_ALL);
}
