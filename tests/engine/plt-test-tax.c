#include "plt-test-tax.h"

#include <string.h>

#include "plt-paths.h"

void
plt_test_tax_keep (PltFacts *facts)
{
  static const char *const names[]
      = { "credit-impot-taux",     "credit-impot-tranches", "credit-impot-depenses",
          "credit-impot-dossiers", "financement-groupes",   "minima-artistes",
          "cotisations-2026" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("referentials/%s.tsv", names[i]);
      g_autofree char *content = plt_paths_read (path, NULL, NULL);
      PltReferentialFacts *kept
          = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, (gint64) i + 1);

      g_assert_nonnull (content);
      kept->name = names[i];
      kept->version = "";
      kept->content = g_string_chunk_insert (facts->strings, content);
    }
}

void
plt_test_tax_replace (PltFacts *facts, const char *name, const char *content)
{
  for (guint i = 0; i < facts->referentials.n; i++)
    if (strcmp (facts->referentials.items[i].name, name) == 0)
      facts->referentials.items[i].content = g_string_chunk_insert (facts->strings, content);
}
