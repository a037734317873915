#include "plt-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "config.h"
#include "plt-layout-private.h"
#include "plt-output.h"

/* Above this many cells in tables, rows are tagged and cells are not. */
#define MOST_TAGGED_CELLS 20000

static void
set_metadata (cairo_surface_t *surface, const PltDocInfo *info)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, info->title);
  if (info->company != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, info->company);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Plateau " PLT_VERSION);

  GString *subject = g_string_new (info->production);
  if (info->subtitle != NULL && info->subtitle[0] != '\0')
    g_string_append_printf (subject, "%s%s", subject->len > 0 ? " · " : "", info->subtitle);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject->str);
  g_string_free (subject, TRUE);

  /* Without a date cairo would write the present moment, and no two files would be alike. */
  PltDate date = info->date != PLT_DATE_NONE ? info->date : 0;
  g_autofree char *day = plt_date_to_iso (date);
  g_autofree char *moment = g_strconcat (day, "T12:00:00", NULL);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, moment);
}

/* A heading hangs below the last one of a higher level. The places are in whole points: cairo
   reads them with the decimal sign of the process, and refuses "36.5" in a French one. */
static void
add_outline (cairo_surface_t *surface, const PltLayout *layout)
{
  int parents[4] = { CAIRO_PDF_OUTLINE_ROOT, 0, 0, 0 };
  guint n_entries;
  const PltOutlineEntry *entries = plt_layout_get_outline (layout, &n_entries);
  for (guint i = 0; i < n_entries; i++)
    {
      const PltOutlineEntry *entry = &entries[i];
      guint level = CLAMP (entry->level, 1, 3);
      g_autofree char *place = g_strdup_printf ("page=%u pos=[%d %d]", entry->page + 1,
                                                (int) layout->left, (int) entry->y);
      int id = cairo_pdf_surface_add_outline (surface, parents[level - 1], entry->text, place,
                                              CAIRO_PDF_OUTLINE_FLAG_OPEN);
      for (guint below = level; below < G_N_ELEMENTS (parents); below++)
        parents[below] = id;
    }
}

static void
draw_pages (cairo_surface_t *surface, PltLayout *layout)
{
  guint n_pages = plt_layout_get_n_pages (layout);
  PltStructure structure
      = layout->n_cells <= MOST_TAGGED_CELLS ? PLT_STRUCTURE_CELLS : PLT_STRUCTURE_ROWS;
  cairo_t *cr = cairo_create (surface);
  cairo_tag_begin (cr, "Document", NULL);
  for (guint page = 0; page < n_pages; page++)
    {
      plt_layout_paint_structured (layout, page, cr, structure);
      if (page + 1 == n_pages)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
}

/**
 * plt_pdf_to_bytes:
 * @doc: a document
 * @error: PLT_ERROR_FAILED when the drawing library gives up (memory)
 *
 * Safe in any thread.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
plt_pdf_to_bytes (const PltDocument *doc, GError **error)
{
  g_return_val_if_fail (doc != NULL, NULL);

  g_autoptr (PltLayout) layout = plt_layout_new (doc, NULL);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double width, height;
  plt_layout_get_page_size (layout, &width, &height);
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (plt_output_append, bytes, width, height);
  set_metadata (surface, plt_document_get_info (doc));
  add_outline (surface, layout);
  draw_pages (surface, layout);
  cairo_surface_finish (surface);
  cairo_status_t status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!plt_output_check (status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * plt_pdf_write:
 * @path: in the encoding of file names; replaced when it exists
 * @error: see plt_output_write() and plt_pdf_to_bytes()
 *
 * Returns: %FALSE when nothing was written
 */
gboolean
plt_pdf_write (const PltDocument *doc, const char *path, GError **error)
{
  g_return_val_if_fail (doc != NULL && path != NULL, FALSE);

  g_autoptr (GBytes) bytes = plt_pdf_to_bytes (doc, error);
  return bytes != NULL && plt_output_write (path, bytes, error);
}
