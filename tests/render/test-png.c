#include <cairo.h>
#include <glib/gstdio.h>
#include <string.h>

#include "plt-error.h"
#include "plt-png.h"
#include "samples.h"

static char *folder;

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* The size of an image of the folder, and whether anything is drawn on it; removes it. */
static void
assert_image (const char *name, int width, int height)
{
  g_autofree char *path = in_folder (name);
  cairo_surface_t *image = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (image), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (image), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (image), ==, height);
  const unsigned char *data = cairo_image_surface_get_data (image);
  int stride = cairo_image_surface_get_stride (image);
  guint dark = 0;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      dark += data[y * stride + x * 4 + 1] < 100;
  g_assert_cmpuint (dark, >, 100);
  g_assert_cmpuint (dark, <, (guint) (width * height) / 3);
  g_assert_cmpint (data[1], ==, 255); /* the margin is white */
  cairo_surface_destroy (image);
  g_unlink (path);
}

static void
test_pages (void)
{
  g_autoptr (PltDocument) doc = sample_budget ();
  g_autofree char *path = in_folder ("devis.png");
  g_autoptr (GError) error = NULL;
  g_assert_true (plt_png_write (doc, PLT_PNG_ALL_PAGES, 72, path, &error));
  g_assert_no_error (error);
  assert_image ("devis.png", 596, 842);
  assert_image ("devis-2.png", 596, 842);
  assert_image ("devis-3.png", 596, 842);
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* nothing else was written */
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);

  g_assert_true (plt_png_write (doc, 1, 144, path, &error));
  assert_image ("devis.png", 1191, 1684);
}

static void
test_names (void)
{
  g_autoptr (PltDocument) doc = sample_budget ();
  g_autofree char *dotted = in_folder ("v1.2");
  g_assert_cmpint (g_mkdir (dotted, 0700), ==, 0);
  g_autofree char *path = in_folder ("v1.2/devis");
  g_autoptr (GError) error = NULL;
  g_assert_true (plt_png_write (doc, PLT_PNG_ALL_PAGES, 36, path, &error));
  assert_image ("v1.2/devis", 298, 421);
  assert_image ("v1.2/devis-2", 298, 421);
  assert_image ("v1.2/devis-3", 298, 421);
  g_assert_cmpint (g_rmdir (dotted), ==, 0);
}

static void
test_same_bytes (void)
{
  g_autofree char *contents[2] = { NULL, NULL };
  gsize lengths[2];
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (PltDocument) doc = sample_cash ();
      g_autofree char *path = in_folder ("a.png");
      g_assert_true (plt_png_write (doc, 0, 96, path, NULL));
      g_assert_true (g_file_get_contents (path, &contents[i], &lengths[i], NULL));
      g_unlink (path);
    }
  g_assert_cmpmem (contents[0], lengths[0], contents[1], lengths[1]);
  g_clear_pointer (&contents[1], g_free);
}

static void
test_errors (void)
{
  static const struct
  {
    int page;
    double dpi;
    const char *name;
    PltError code;
  } cases[] = {
    { 3, 72, "a.png", PLT_ERROR_NOT_FOUND },
    { -2, 72, "a.png", PLT_ERROR_NOT_FOUND },
    { 0, 0, "a.png", PLT_ERROR_TOO_BIG },
    { 0, -72, "a.png", PLT_ERROR_TOO_BIG },
    { 0, 100000, "a.png", PLT_ERROR_TOO_BIG },
    { 0, 1e300, "a.png", PLT_ERROR_TOO_BIG },
    { 0, 72, "nulle part/a.png", PLT_ERROR_NOT_FOUND },
    { 0, 72, ".", PLT_ERROR_INVALID },
  };
  g_autoptr (PltDocument) doc = sample_budget ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = in_folder (cases[i].name);
      g_autoptr (GError) error = NULL;
      g_test_message ("case %u", i);
      g_assert_false (plt_png_write (doc, cases[i].page, cases[i].dpi, path, &error));
      g_assert_error (error, PLT_ERROR, (int) cases[i].code);
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_false (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("plt-png-XXXXXX", NULL);
  g_test_add_func ("/render/png/pages", test_pages);
  g_test_add_func ("/render/png/names", test_names);
  g_test_add_func ("/render/png/same-bytes", test_same_bytes);
  g_test_add_func ("/render/png/errors", test_errors);
  int status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
