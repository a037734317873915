/* Drawings: inside their box, whatever the data; scales in round steps. */
#include <math.h>

#include "plt-painters-private.h"
#include "samples.h"

static PltDrawing *
new_drawing (PltDocument *doc, const char *painter)
{
  return plt_document_drawing (doc, painter, 0, 100, "texte de remplacement");
}

/* Paints 300 x 120 at (50, 40) and returns the ink, to a tenth of a point. */
static cairo_rectangle_t
paint (const PltDrawing *drawing, PltPaletteKind palette, gboolean *known)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  cairo_scale (cr, 10, 10);
  cairo_translate (cr, 50, 40);
  gboolean found = plt_drawing_paint (drawing, cr, 300, 120, plt_palette_get (palette), NULL);
  if (known != NULL)
    *known = found;
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_rectangle_t ink;
  cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return (cairo_rectangle_t){ ink.x / 10, ink.y / 10, ink.width / 10, ink.height / 10 };
}

static void
assert_inside (const PltDrawing *drawing)
{
  for (PltPaletteKind palette = PLT_PALETTE_PAPER; palette <= PLT_PALETTE_DARK; palette++)
    {
      gboolean known;
      cairo_rectangle_t ink = paint (drawing, palette, &known);
      g_assert_true (known);
      g_assert_cmpfloat (ink.width, >, 20);
      g_assert_cmpfloat (ink.height, >, 5);
      g_assert_cmpfloat (ink.x, >=, 49.9);
      g_assert_cmpfloat (ink.y, >=, 39.9);
      g_assert_cmpfloat (ink.x + ink.width, <=, 350.1);
      g_assert_cmpfloat (ink.y + ink.height, <=, 160.1);
    }
}

static void
test_any_data (void)
{
  static const gint64 amounts[][2] = {
    { 0, 0 },
    { 1, -1 },
    { 100, 100 },
    { -500000, -20480000 },
    { 123456789, 1 },
    { G_MAXINT64, G_MININT64 },
    { G_MININT64, G_MAXINT64 },
  };
  static const guint sizes[] = { 0, 1, 2, 12, 1000 };
  const char *const *names = plt_painter_names ();
  g_assert_nonnull (names[0]);
  for (guint p = 0; names[p] != NULL; p++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      for (guint a = 0; a < G_N_ELEMENTS (amounts); a++)
        {
          g_autoptr (PltDocument) doc = sample_document ("Dessin");
          PltDrawing *drawing = new_drawing (doc, names[p]);
          for (guint i = 0; i < sizes[s]; i++)
            plt_drawing_add (drawing, i % 7 ? "nov." : "un très long libellé de période", NULL,
                             amounts[(a + i) % G_N_ELEMENTS (amounts)][0], amounts[a][1], 0, 0);
          g_test_message ("%s, %u rows, amounts %u", names[p], sizes[s], a);
          assert_inside (drawing);
        }
}

static void
test_any_size (void)
{
  static const double sizes[][2]
      = { { 0, 0 }, { -5, 10 }, { 1, 1 }, { 3, 200 }, { 500, 4 }, { 3000, 3000 } };
  const char *const *names = plt_painter_names ();
  for (guint p = 0; names[p] != NULL; p++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        g_autoptr (PltDocument) doc = sample_document ("Dessin");
        PltDrawing *drawing = new_drawing (doc, names[p]);
        for (int i = 0; i < 5; i++)
          plt_drawing_add (drawing, "mai", "série", 100 + i, -50 * i, 0, 0);
        cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
        cairo_t *cr = cairo_create (surface);
        g_assert_true (plt_drawing_paint (drawing, cr, sizes[s][0], sizes[s][1],
                                          plt_palette_get (PLT_PALETTE_PAPER), NULL));
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
}

static void
test_unknown_painter (void)
{
  g_autoptr (PltDocument) doc = sample_document ("Dessin");
  PltDrawing *drawing = new_drawing (doc, "chart.none");
  gboolean known;
  cairo_rectangle_t ink = paint (drawing, PLT_PALETTE_PAPER, &known);
  g_assert_false (known);
  g_assert_cmpfloat (ink.width, >, 250);
}

static void
test_scale (void)
{
  static const struct
  {
    gint64 least, most;
    guint steps;
    gint64 low, high, step;
  } cases[] = {
    { 0, 0, 5, 0, 100, 100 },
    { 0, 1000, 5, 0, 1000, 500 },
    { -20480000, 9500000, 5, -30000000, 10000000, 10000000 },
    { 0, 40000000, 5, 0, 40000000, 10000000 },
    { 500, 40000, 4, 0, 40000, 20000 },
    { -300, -200, 2, -400, 0, 200 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltScale scale = plt_scale_new (cases[i].least, cases[i].most, 10, 110, cases[i].steps);
      g_test_message ("case %u: %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, i,
                      scale.low, scale.high, scale.step);
      g_assert_cmpint (scale.low, ==, cases[i].low);
      g_assert_cmpint (scale.high, ==, cases[i].high);
      g_assert_cmpint (scale.step, ==, cases[i].step);
      g_assert_cmpfloat_with_epsilon (plt_scale_y (&scale, scale.low), 110, 1e-9);
      g_assert_cmpfloat_with_epsilon (plt_scale_y (&scale, scale.high), 10, 1e-9);
    }
}

static void
test_scale_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  for (int round = 0; round < 5000; round++)
    {
      gint64 a = (gint64) ((guint64) g_rand_int (rand) << 31 >> g_rand_int_range (rand, 0, 60));
      gint64 b = -(gint64) ((guint64) g_rand_int (rand) << 31 >> g_rand_int_range (rand, 0, 60));
      a = CLAMP (a, 0, PLT_CHART_MOST);
      b = CLAMP (b, -PLT_CHART_MOST, 0);
      PltScale scale = plt_scale_new (b, a, 0, 100, 5);
      g_assert_cmpint (scale.low, <=, b);
      g_assert_cmpint (scale.high, >=, a);
      g_assert_cmpint (scale.low % scale.step, ==, 0);
      g_assert_cmpint (scale.high % scale.step, ==, 0);
      g_assert_cmpint ((scale.high - scale.low) / scale.step, <=, 8);
    }
}

static void
test_euros (void)
{
  static const struct
  {
    gint64 cents;
    const char *text;
  } cases[] = {
    { 0, "0\342\200\257€" },
    { 149, "1\342\200\257€" },
    { 150, "2\342\200\257€" },
    { 1240000, "12\342\200\257400\342\200\257€" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = plt_canvas_euros (cases[i].cents);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/painters/any-data", test_any_data);
  g_test_add_func ("/render/painters/any-size", test_any_size);
  g_test_add_func ("/render/painters/unknown", test_unknown_painter);
  g_test_add_func ("/render/painters/scale", test_scale);
  g_test_add_func ("/render/painters/scale-random", test_scale_random);
  g_test_add_func ("/render/painters/euros", test_euros);
  return g_test_run ();
}
