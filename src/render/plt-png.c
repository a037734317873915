#include "plt-png.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plt-error.h"
#include "plt-layout.h"
#include "plt-output.h"

#define POINTS_PER_INCH 72.0
#define MOST_PIXELS 16000 /* a side: 256 million pixels, 1 GB while drawing */

static GBytes *
draw_page (PltLayout *layout, guint page, double dpi, GError **error)
{
  double scale = dpi / POINTS_PER_INCH;
  double width, height;
  plt_layout_get_page_size (layout, &width, &height);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) ceil (width * scale), (int) ceil (height * scale));
  cairo_t *cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  plt_layout_paint (layout, page, cr);
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);

  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, plt_output_append, bytes);
  cairo_surface_destroy (surface);
  if (!plt_output_check (status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* "out.png" for the first page, "out-2.png" for the second. */
static char *
numbered (const char *path, guint page)
{
  if (page == 0)
    return g_strdup (path);
  const char *dot = strrchr (path, '.');
  if (dot == NULL || strchr (dot, G_DIR_SEPARATOR) != NULL)
    dot = path + strlen (path);
  return g_strdup_printf ("%.*s-%u%s", (int) (dot - path), path, page + 1, dot);
}

static gboolean
check_size (const PltLayout *layout, double dpi, GError **error)
{
  double width, height;
  plt_layout_get_page_size (layout, &width, &height);
  if (dpi > 0 && MAX (width, height) * dpi / POINTS_PER_INCH <= MOST_PIXELS)
    return TRUE;
  g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
               _ ("The image would have more than %d pixels a side. Choose a resolution between 1 "
                  "and %d dots per inch."),
               MOST_PIXELS, (int) (MOST_PIXELS * POINTS_PER_INCH / MAX (width, height)));
  return FALSE;
}

/**
 * plt_png_write:
 * @page: from 0, or PLT_PNG_ALL_PAGES: the first page then goes to @path, the second one of
 * "out.png" to "out-2.png", and so on
 * @dpi: dots per inch, such that no side has more than 16 000
 * @path: in the encoding of file names; replaced when it exists
 * @error: PLT_ERROR_TOO_BIG, PLT_ERROR_NOT_FOUND (no such page), or see plt_output_write()
 *
 * All pages are drawn one after the other: when one cannot be written, those before it are there.
 *
 * Returns: whether all was written
 */
gboolean
plt_png_write (const PltDocument *doc, int page, double dpi, const char *path, GError **error)
{
  g_return_val_if_fail (doc != NULL && path != NULL, FALSE);

  g_autoptr (PltLayout) layout = plt_layout_new (doc, NULL);
  guint n_pages = plt_layout_get_n_pages (layout);
  if (!check_size (layout, dpi, error))
    return FALSE;
  if (page >= (int) n_pages || page < PLT_PNG_ALL_PAGES)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("The document has no page %d. Choose one from 1 to %u."), page + 1, n_pages);
      return FALSE;
    }

  if (page >= 0)
    {
      g_autoptr (GBytes) bytes = draw_page (layout, (guint) page, dpi, error);
      return bytes != NULL && plt_output_write (path, bytes, error);
    }
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *name = numbered (path, i);
      g_autoptr (GBytes) bytes = draw_page (layout, i, dpi, error);
      if (bytes == NULL || !plt_output_write (name, bytes, error))
        return FALSE;
    }
  return TRUE;
}
