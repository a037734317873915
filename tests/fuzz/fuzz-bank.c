#include <stdint.h>
#include <string.h>

#include "plt-bank-csv.h"
#include "plt-paths.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const char *
words (void)
{
  static char *content;

  if (content == NULL)
    content = plt_paths_read ("referentials/" PLT_BANK_WORDS ".tsv", NULL, NULL);
  g_assert_nonnull (content);
  return content;
}

/* A statement whose entries are sound or one error, never both; the same again when it is planned
 * against a production that has nothing. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const PltBankOptions options = { .words = words () };
  g_autoptr (GError) error = NULL;
  g_autoptr (PltBankStatement) made
      = plt_bank_read ((const char *) data, size, "fuzz", &options, &error);
  g_autoptr (PltFacts) facts = NULL;

  g_assert_true ((made == NULL) == (error != NULL));
  if (made == NULL)
    return 0;
  facts = plt_facts_new ();
  g_assert_true (plt_bank_statement_plan (made, facts, NULL, NULL));
  g_assert_cmpuint (plt_batch_get_n_edits (made->batch), ==, made->n[PLT_BANK_NEW]);
  for (guint i = 0; i < made->rows->len; i++)
    {
      const PltBankRow *row = made->rows->pdata[i];

      g_assert_true (g_utf8_validate (row->label, -1, NULL));
      g_assert_true (g_utf8_validate (row->reference, -1, NULL));
      g_assert_true (row->outcome == PLT_BANK_NEW || *row->message != '\0');
      if (row->outcome == PLT_BANK_NEW)
        g_assert_true (row->date != PLT_DATE_NONE && row->amount != PLT_UNKNOWN && row->amount != 0
                       && *row->label != '\0');
    }
  return 0;
}
