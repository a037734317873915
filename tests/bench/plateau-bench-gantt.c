/* plateau-bench gantt: the A1 PDF of a rétroplanning of 2 000 tasks with their links, the best of
 * so many runs, in processor time; and how many times that is what Pango alone takes to set each
 * of its texts once on a PDF, which no drawing of it can do without. */
#include <cairo-pdf.h>
#include <time.h>

#include "samples.h"
#include "plateau-bench.h"
#include "plt-document-private.h"
#include "plt-fonts.h"
#include "plt-pdf.h"
#include "plt-type.h"

#define N_TASKS 2000
#define MOST_MS 200.0

static double
processor_ms (void)
{
  return (double) clock () * 1000.0 / CLOCKS_PER_SEC;
}

static cairo_status_t
drop (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static PltGantt *
find_gantt (const PltDocument *doc)
{
  const GPtrArray *blocks = plt_document_get_blocks (doc);

  for (guint i = 0; i < blocks->len; i++)
    {
      const PltDocBlock *block = blocks->pdata[i];

      if (block->drawing != NULL && block->drawing->gantt != NULL)
        return block->drawing->gantt;
    }
  return NULL;
}

/* No two tasks have one name, as in a film. */
static void
name_apart (PltGantt *gantt)
{
  for (guint i = 0; i < gantt->rows->len; i++)
    {
      PltGanttRow *row = &g_array_index (gantt->rows, PltGanttRow, i);
      g_autofree char *name = g_strdup_printf ("%s %u", row->label, i);
      g_autofree char *start = plt_date_format_numeric (row->from);
      g_autofree char *finish = plt_date_format_numeric (row->to);

      row->label = plt_gantt_text (gantt, name);
      row->cells[1] = plt_gantt_text (gantt, start);
      row->cells[2] = plt_gantt_text (gantt, finish);
    }
}

static double
text_ms (const PltGantt *gantt)
{
  gsize size = 0;
  double at = processor_ms ();
  g_autoptr (PangoFontMap) map = plt_fonts_new ();
  g_autoptr (PltTypesetter) type = plt_typesetter_new (map);
  const PltFontSpec spec = { PLT_FACE_SANS, 7, PANGO_WEIGHT_NORMAL, FALSE };
  const PltFont *font = plt_typesetter_font (type, &spec);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (drop, &size, 2384, 1684);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < gantt->rows->len; i++)
    {
      const PltGanttRow *row = &g_array_index (gantt->rows, PltGanttRow, i);
      const char *const texts[]
          = { row->label, row->beside, row->cells[0], row->cells[1], row->cells[2], row->cells[3] };

      for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
        if (texts[t] != NULL && *texts[t] != '\0')
          plt_typesetter_label (type, cr, font, (PltColor){ 0, 0, 0 }, texts[t],
                                (PltAnchor){ t * 200, i % 1600, PLT_ALIGN_START });
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return processor_ms () - at;
}

int
bench_gantt (int argc, char **argv)
{
  gint runs = 5;
  double best = G_MAXDOUBLE, text = G_MAXDOUBLE;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[]
      = { { "runs", 0, 0, G_OPTION_ARG_INT, &runs, "The best of them counts", "R" }, { NULL } };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  gsize size = 0;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || runs < 1)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "A number is too small.");
      return 2;
    }
  for (gint i = 0; i < runs; i++)
    {
      g_autoptr (PltDocument) doc = sample_gantt_of (N_TASKS, PLT_PAPER_A1);
      double at;
      g_autoptr (GBytes) bytes = NULL;

      name_apart (find_gantt (doc));
      at = processor_ms ();
      bytes = plt_pdf_to_bytes (doc, &error);
      if (bytes == NULL)
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      best = MIN (best, processor_ms () - at);
      size = g_bytes_get_size (bytes);
      text = MIN (text, text_ms (find_gantt (doc)));
    }
  g_print ("{\"tasks\": %d, \"paper\": \"a1\", \"pdf_ms\": %.1f, \"bytes\": %" G_GSIZE_FORMAT
           ", \"text_ms\": %.1f, \"ratio\": %.2f, \"kept\": %s}\n",
           N_TASKS, best, size, text, best / text, best <= MOST_MS ? "true" : "false");
  return 0;
}
