/* How long laying out takes, against the least that asking Pango about every cell would: one
 * PangoLayout a cell, width and height, in the same run. Prints ratios; fails above the ceilings.
 */
#include <string.h>

#include "plt-document-private.h"
#include "plt-fonts.h"
#include "plt-layout.h"
#include "plt-pdf.h"
#include "samples.h"

#define ROUNDS 7

static double
best_layout (const PltDocument *doc)
{
  double best = G_MAXDOUBLE;
  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (PltLayout) layout = plt_layout_new (doc, NULL);
      best = MIN (best, (double) (g_get_monotonic_time () - start));
    }
  return best;
}

static double
best_pango (const PltDocument *doc)
{
  PangoContext *context = pango_font_map_create_context (plt_fonts_get ());
  PangoFontDescription *font = pango_font_description_from_string ("Inter 8");
  double best = G_MAXDOUBLE;
  const PltDocTable *table = plt_document_find_table (doc, NULL);
  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      for (guint r = 0; r < table->rows->len; r++)
        for (guint c = 0; c < table->n_columns; c++)
          {
            PangoLayout *layout = pango_layout_new (context);
            pango_layout_set_font_description (layout, font);
            pango_layout_set_text (layout, plt_doc_table_get_cell (table, r, c)->text, -1);
            PangoRectangle logical;
            pango_layout_get_extents (layout, NULL, &logical);
            g_object_unref (layout);
          }
      best = MIN (best, (double) (g_get_monotonic_time () - start));
    }
  pango_font_description_free (font);
  g_object_unref (context);
  return best;
}

static gboolean
report (const char *what, double value, double base, double most)
{
  g_print ("%s: %.2f (at most %.2f)\n", what, value / base, most);
  return value / base <= most;
}

int
main (void)
{
  g_autoptr (PltDocument) hundred = sample_long_table (130, 10);
  g_autoptr (PltDocument) thousand = sample_long_table (1000, 8);
  g_autoptr (PltDocument) many = sample_long_table (10000, 8);
  gboolean good = TRUE;

  double base = best_pango (hundred);
  good &= report ("130 rows x 10: layout / one Pango layout a cell", best_layout (hundred), base,
                  0.5);
  double once = best_layout (thousand);
  good &= report ("10 times the rows / time", best_layout (many), once, 20);

  gint64 start = g_get_monotonic_time ();
  g_autoptr (GBytes) small = plt_pdf_to_bytes (thousand, NULL);
  double first = (double) (g_get_monotonic_time () - start);
  start = g_get_monotonic_time ();
  g_autoptr (GBytes) large = plt_pdf_to_bytes (many, NULL);
  good &= report ("10 times the rows / time of a PDF", (double) (g_get_monotonic_time () - start),
                  first, 20);
  if (g_getenv ("PLT_BENCH_VERBOSE") != NULL)
    g_print ("layout of 130 x 10: %.2f ms; of 10 000 x 8: %.0f ms; PDF of it: %.1f MB\n",
             best_layout (hundred) / 1000, best_layout (many) / 1000,
             (double) g_bytes_get_size (large) / 1e6);
  return good ? 0 : 1;
}
