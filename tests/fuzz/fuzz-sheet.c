#include <stdint.h>
#include <string.h>

#include "plt-sheet-number.h"
#include "plt-sheet.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Every cell is text, and a number or none. */
static void
try_row (const PltSheetRow *row)
{
  g_assert_cmpuint (row->n_cells, <=, PLT_SHEET_MAX_COLUMNS);
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autoptr (GError) error = NULL;
      const char *text = row->cells[i].text;
      gboolean percent;
      gint64 e6;

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_true (plt_sheet_number_parse (text, plt_sheet_number_learn (0, text), &e6, &percent,
                                             NULL, &error)
                     == (error == NULL));
    }
}

/* Sound sheets or one error, never both. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltSheetBook) book = plt_sheet_read ((const char *) data, size, "fuzz", NULL, &error);

  g_assert_true ((book == NULL) == (error != NULL));
  for (guint i = 0; book != NULL && i < book->sheets->len; i++)
    {
      const PltSheet *sheet = book->sheets->pdata[i];

      for (guint j = 0; j < sheet->rows->len; j++)
        try_row (&g_array_index (sheet->rows, PltSheetRow, j));
    }
  return 0;
}
