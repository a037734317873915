/* QR codes are read back by a small reader of our own, written from ISO/IEC 18004: versions 1 to 3
 * at level M, octets, one block, no errors to correct. What is painted is sampled and must be the
 * same squares. */
#include <string.h>

#include "plt-painters-private.h"
#include "plt-qr.h"
#include "samples.h"

#define MOST 29 /* squares a side of version 3 */

/* ---- a reader ---- */

/* Squares that hold no data: finders with their separators and the format, timing, alignment. */
static gboolean
is_function (guint n, guint row, guint column)
{
  guint centre = n - 7;

  if ((row < 9 && column < 9) || (row < 9 && column >= n - 8) || (row >= n - 8 && column < 9))
    return TRUE;
  if (row == 6 || column == 6)
    return TRUE;
  return n > 21 && row >= centre - 2 && row <= centre + 2 && column >= centre - 2
         && column <= centre + 2;
}

static gboolean
is_masked (guint mask, guint i, guint j)
{
  switch (mask)
    {
    case 0:
      return (i + j) % 2 == 0;
    case 1:
      return i % 2 == 0;
    case 2:
      return j % 3 == 0;
    case 3:
      return (i + j) % 3 == 0;
    case 4:
      return (i / 2 + j / 3) % 2 == 0;
    case 5:
      return i * j % 2 + i * j % 3 == 0;
    case 6:
      return (i * j % 2 + i * j % 3) % 2 == 0;
    default:
      return ((i + j) % 2 + i * j % 3) % 2 == 0;
    }
}

/* The format beside the first finder: level and mask, less the mask of the format itself. */
static guint
read_format (const PltQr *qr)
{
  guint format = 0;

  for (guint column = 0; column < 5; column++) /* its five highest bits */
    format = format << 1 | plt_qr_is_dark (qr, 8, column);
  return format ^ 0x15;
}

/* Data bits in their order: two columns at a time from the right, up and down in turn. */
static GArray *
read_bits (const PltQr *qr, guint mask)
{
  guint n = plt_qr_get_size (qr);
  GArray *bits = g_array_new (FALSE, FALSE, sizeof (guint8));
  gboolean up = TRUE;

  for (int right = (int) n - 1; right > 0; right -= 2, up = !up)
    {
      if (right == 6)
        right--;
      for (guint step = 0; step < n; step++)
        for (int side = 0; side < 2; side++)
          {
            guint row = up ? n - 1 - step : step, column = (guint) (right - side);
            guint8 bit;

            if (is_function (n, row, column))
              continue;
            bit = plt_qr_is_dark (qr, row, column) != is_masked (mask, row, column);
            g_array_append_val (bits, bit);
          }
    }
  return bits;
}

static guint
take (const GArray *bits, guint *place, guint n)
{
  guint value = 0;

  for (guint i = 0; i < n; i++)
    value = value << 1 | g_array_index (bits, guint8, (*place)++);
  return value;
}

static char *
read_code (const PltQr *qr)
{
  guint format = read_format (qr), place = 0, length;
  g_autoptr (GArray) bits = read_bits (qr, format & 7);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpuint (format >> 3, ==, 0); /* level M */
  g_assert_cmpuint (take (bits, &place, 4), ==, 4);
  length = take (bits, &place, 8);
  for (guint i = 0; i < length; i++)
    g_string_append_c (text, (char) take (bits, &place, 8));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- tests ---- */

static const char *const texts[] = {
  "a",
  "geo:48.093600,-4.328600",
  "geo:-20.882057,55.450675",
  "Cale des Écluses, 29000 Quimper",
  "0123456789",
  "12 bis quai de l’Œuvre, Brest",
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PltQr) qr = plt_qr_new (texts[i]);
      g_autoptr (PltQr) again = plt_qr_new (texts[i]);
      g_autofree char *read = NULL;
      guint n = plt_qr_get_size (qr);

      g_assert_cmpuint (n, <=, MOST);
      read = read_code (qr);
      g_assert_cmpstr (read, ==, texts[i]);
      for (guint row = 0; row < n; row++)
        for (guint column = 0; column < n; column++)
          g_assert_cmpint (plt_qr_is_dark (qr, row, column), ==,
                           plt_qr_is_dark (again, row, column));
    }
}

static void
test_limits (void)
{
  g_autofree char *most = g_strnfill (2331, 'x');
  g_autofree char *more = g_strnfill (2332, 'x');
  g_autoptr (PltQr) qr = plt_qr_new (most);

  g_assert_null (plt_qr_new (""));
  g_assert_null (plt_qr_new (more));
  g_assert_cmpuint (plt_qr_get_size (qr), ==, 177);
}

/* The middle of each square, and of the white around, at eight dots a square. */
static void
test_painted (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PltQr) qr = plt_qr_new (texts[i]);
      g_autoptr (PltDocument) doc = sample_document ("Dessin");
      PltDrawing *drawing = plt_document_drawing (doc, "code.qr", 0, 100, "plan");
      int n = (int) plt_qr_get_size (qr) + 2 * PLT_QR_QUIET, side = n * 8;
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, side * 3, side);
      cairo_t *cr = cairo_create (surface);
      const guint32 *dots;
      int stride;

      plt_drawing_add (drawing, texts[i], NULL, 0, 0, 0, 0);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      g_assert_true (plt_drawing_paint (drawing, cr, side * 3, side,
                                        plt_palette_get (PLT_PALETTE_PAPER), NULL));
      cairo_surface_flush (surface);
      dots = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
      stride = cairo_image_surface_get_stride (surface) / 4;
      for (int row = 0; row < n; row++)
        for (int column = 0; column < n; column++)
          {
            int r = row - PLT_QR_QUIET, c = column - PLT_QR_QUIET;
            gboolean inside
                = r >= 0 && c >= 0 && r < n - 2 * PLT_QR_QUIET && c < n - 2 * PLT_QR_QUIET;
            guint32 dot = dots[(row * 8 + 4) * stride + column * 8 + 4] & 0xffffff;

            g_assert_cmphex (dot, ==,
                             inside && plt_qr_is_dark (qr, (guint) r, (guint) c) ? 0 : 0xffffff);
          }
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/qr/read", test_read);
  g_test_add_func ("/render/qr/limits", test_limits);
  g_test_add_func ("/render/qr/painted", test_painted);
  return g_test_run ();
}
