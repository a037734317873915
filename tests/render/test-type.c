#include <string.h>

#include "plt-fonts.h"
#include "plt-type.h"

static const PltFontSpec normal = { PLT_FACE_SANS, 8, PANGO_WEIGHT_NORMAL, FALSE };
static const PltFontSpec bold = { PLT_FACE_SANS, 8, PANGO_WEIGHT_BOLD, FALSE };

static const char *const texts[] = {
  "Assistante à la mise en scène",
  "1 234,56 €",
  "12\342\200\257345\342\200\257678,90\342\200\257€",
  "« Où êtes-vous ? » – l’œil, Été, ÇA",
  "AVATAR Typographie To Va P.A.T.",
  "I/J",
  "9h30",
  "Wilczek-Haudecœur",
};

static double
pango_width (const PltFontSpec *spec, const char *text)
{
  PangoContext *context = pango_font_map_create_context (plt_fonts_get ());
  pango_context_set_round_glyph_positions (context, FALSE);
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string ("Inter, Noto Sans, DejaVu Sans");
  pango_font_description_set_size (font, (int) (spec->size * PANGO_SCALE));
  pango_font_description_set_weight (font, spec->weight);
  pango_layout_set_font_description (layout, font);
  PangoAttrList *attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  PangoRectangle logical;
  pango_layout_get_extents (layout, NULL, &logical);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  g_object_unref (layout);
  g_object_unref (context);
  return logical.width / (double) PANGO_SCALE;
}

/* What is added up is what Pango measures, but for kerning. */
static void
test_width (void)
{
  g_autoptr (PltTypesetter) type = plt_typesetter_new (plt_fonts_get ());
  const PltFontSpec *const specs[] = { &normal, &bold };
  for (guint s = 0; s < G_N_ELEMENTS (specs); s++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        const PltFont *font = plt_typesetter_font (type, specs[s]);
        double exact = pango_width (specs[s], texts[i]);
        double ours = plt_typesetter_width (type, font, texts[i]);
        g_assert_cmpfloat (ours, >, exact * 0.98 - 0.5);
        g_assert_cmpfloat (ours, <, exact * 1.06 + 0.5);
      }
}

static void
test_figures_are_tabular (void)
{
  g_autoptr (PltTypesetter) type = plt_typesetter_new (plt_fonts_get ());
  const PltFont *font = plt_typesetter_font (type, &normal);
  double one = plt_typesetter_width (type, font, "1");
  for (const char *digit = "023456789"; *digit != '\0'; digit++)
    {
      const char text[2] = { *digit, '\0' };
      g_assert_cmpfloat_with_epsilon (plt_typesetter_width (type, font, text), one, 1e-3);
    }
}

static void
test_same_font (void)
{
  g_autoptr (PltTypesetter) a = plt_typesetter_new (plt_fonts_get ());
  g_autoptr (PltTypesetter) b = plt_typesetter_new (plt_fonts_get ());
  g_assert_true (plt_typesetter_font (a, &normal) == plt_typesetter_font (b, &normal));
  g_assert_true (plt_typesetter_font (a, &normal) != plt_typesetter_font (a, &bold));
}

static guint
break_both (PltTypesetter *type, const PltFont *font, const char *text, double width)
{
  PltTextSpan span = { text, (int) strlen (text), NULL, font };
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (int));
  guint fast = plt_typesetter_break (type, &span, width, NULL);
  guint slow = plt_typesetter_break (type, &span, width, starts);
  g_assert_cmpuint (starts->len, ==, slow);
  g_assert_cmpint (g_array_index (starts, int, 0), ==, 0);
  if (fast != slow)
    g_error ("“%s” in %.2f points: %u lines, but %u by Pango.", text, width, fast, slow);
  return slow;
}

/* Whatever the width, what is counted without asking Pango is what Pango does. */
static void
test_break_agrees (void)
{
  g_autoptr (PltTypesetter) type = plt_typesetter_new (plt_fonts_get ());
  const PltFont *font = plt_typesetter_font (type, &normal);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (double width = 4; width < 170; width += 0.37)
      break_both (type, font, texts[i], width);
}

static void
test_break_random (void)
{
  static const char letters[] = "aeiostnrlu mdpcvqfbghjxyzkwAVTWPo.,-'  ";
  g_autoptr (PltTypesetter) type = plt_typesetter_new (plt_fonts_get ());
  const PltFont *font = plt_typesetter_font (type, &bold);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261118);
  for (int round = 0; round < 1500; round++)
    {
      char text[60];
      int length = g_rand_int_range (rand, 1, (int) sizeof text);
      for (int i = 0; i < length; i++)
        text[i] = letters[g_rand_int_range (rand, 0, (int) sizeof letters - 1)];
      text[length] = '\0';
      double exact = plt_typesetter_width (type, font, text);
      break_both (type, font, text, exact * g_rand_double_range (rand, 0.9, 1.1));
    }
}

/* More texts than are remembered, each asked for twice: the answer never changes. */
static void
test_break_remembered (void)
{
  g_autoptr (PltTypesetter) type = plt_typesetter_new (plt_fonts_get ());
  const PltFont *font = plt_typesetter_font (type, &normal);
  const PltFont *strong = plt_typesetter_font (type, &bold);
  for (int round = 0; round < 2; round++)
    for (int i = 0; i < 9000; i += 1 + round * 13)
      {
        g_autofree char *text = g_strdup_printf ("Une remarque qui se répète, numéro %d", i);
        PltTextSpan span = { text, (int) strlen (text), NULL, i % 2 ? font : strong };
        double width = 40 + i % 5;
        guint first = plt_typesetter_break (type, &span, width, NULL);
        g_assert_cmpuint (plt_typesetter_break (type, &span, width, NULL), ==, first);
        if (i % 50 == 0)
          g_assert_cmpuint (break_both (type, span.font, text, width), ==, first);
      }
}

static void
test_break_lines (void)
{
  g_autoptr (PltTypesetter) type = plt_typesetter_new (plt_fonts_get ());
  const PltFont *font = plt_typesetter_font (type, &normal);
  g_assert_cmpuint (break_both (type, font, "", 100), ==, 1);
  g_assert_cmpuint (break_both (type, font, "a", 100), ==, 1);
  g_assert_cmpuint (break_both (type, font, "a\nb", 100), ==, 2);
  g_assert_cmpuint (break_both (type, font, "a\n", 100), ==, 2);
  g_assert_cmpuint (break_both (type, font, "\n\n", 100), ==, 3);
  /* Nothing to break at: between letters then. */
  g_assert_cmpuint (break_both (type, font, "anticonstitutionnellement", 30), >, 2);
  /* A number holds together: its spaces do not break. */
  g_assert_cmpuint (break_both (type, font, "x 1\342\200\257234,56\342\200\257€", 44), ==, 2);
}

static void
test_words (void)
{
  g_autoptr (PltTypesetter) type = plt_typesetter_new (plt_fonts_get ());
  const PltFont *font = plt_typesetter_font (type, &normal);
  static const struct
  {
    const char *text, *word;
  } cases[] = {
    { "", "" },
    { "un", "un" },
    { "le quai du nord", "nord" },
    { "pré-minutage", "minutage" },
    { "a\nbbbb\tc", "bbbb" },
    { "  fin", "fin" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (plt_typesetter_word_width (type, font, cases[i].text),
                                    plt_typesetter_width (type, font, cases[i].word), 0.01);
}

static char *
file_of (const char *style)
{
  g_autofree char *name = g_strconcat ("Courier Prime ", style, " 12", NULL);
  PangoContext *context = pango_font_map_create_context (plt_fonts_get ());
  PangoFontDescription *description = pango_font_description_from_string (name);
  PangoFont *font = pango_font_map_load_font (plt_fonts_get (), context, description);
  PangoFontDescription *absolute = pango_font_describe (font);
  char *text = pango_font_description_to_string (absolute);
  pango_font_description_free (absolute);
  pango_font_description_free (description);
  g_object_unref (font);
  g_object_unref (context);
  return text;
}

/* Debian's files all say they are regular: without mending, the bold one would be taken. */
static void
test_courier_is_mended (void)
{
  g_autofree char *regular = file_of ("");
  if (strstr (regular, "Courier Prime") == NULL)
    {
      g_test_skip ("Courier Prime is not installed.");
      return;
    }
  g_autofree char *strong = file_of ("Bold");
  g_autofree char *slanted = file_of ("Italic");
  g_assert_null (strstr (regular, "Bold"));
  g_assert_nonnull (strstr (strong, "Bold"));
  g_assert_nonnull (strstr (slanted, "Italic"));

  g_autoptr (PltTypesetter) type = plt_typesetter_new (plt_fonts_get ());
  const PltFontSpec spec = { PLT_FACE_SCREENPLAY, 12, PANGO_WEIGHT_NORMAL, FALSE };
  const PltFont *font = plt_typesetter_font (type, &spec);
  /* Ten signs an inch: 60 signs are the 432 points of a line of action. */
  g_autofree char *line = g_strnfill (60, 'n');
  g_assert_cmpfloat_with_epsilon (plt_typesetter_width (type, font, line), 432, 1);
}

/* Draws on a recording surface and returns what got ink. */
static cairo_rectangle_t
ink_of (PltTypesetter *type, const char *text, const PltTextPlace *place)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  PltTextSpan span = { text, (int) strlen (text), NULL, plt_typesetter_font (type, &normal) };
  plt_typesetter_draw (type, cr, &span, (PltColor){ 0, 0, 0 }, place);
  cairo_rectangle_t ink;
  cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_draw (void)
{
  g_autoptr (PltTypesetter) type = plt_typesetter_new (plt_fonts_get ());
  PltTextPlace place = { .x = 100, .y = 50, .width = 80, .line = 10, .n_lines = 1 };
  cairo_rectangle_t ink = ink_of (type, "Nora", &place);
  g_assert_cmpfloat (ink.x, >=, 99.5);
  g_assert_cmpfloat (ink.x, <, 103);
  g_assert_cmpfloat (ink.y, >=, 50);
  g_assert_cmpfloat (ink.y + ink.height, <=, 60);

  place.align = PLT_ALIGN_END;
  ink = ink_of (type, "Nora", &place);
  g_assert_cmpfloat_with_epsilon (ink.x + ink.width, 180, 1.5);
  place.align = PLT_ALIGN_CENTER;
  ink = ink_of (type, "Nora", &place);
  g_assert_cmpfloat_with_epsilon (ink.x + ink.width / 2, 140, 1.5);

  /* Arabic begins at the right. */
  place.align = PLT_ALIGN_START;
  ink = ink_of (type, "مرحبا", &place);
  g_assert_cmpfloat_with_epsilon (ink.x + ink.width, 180, 1.5);

  /* Two lines of many, the second one cut: nothing below, nothing beside. */
  place.n_lines = 2;
  place.ellipsize = TRUE;
  ink = ink_of (type, "Un texte qui prendrait bien plus que deux lignes de quatre-vingts points",
                &place);
  g_assert_cmpfloat (ink.y + ink.height, <=, 70);
  g_assert_cmpfloat (ink.y + ink.height, >, 60);
  g_assert_cmpfloat (ink.x + ink.width, <=, 180.5);
}

static gpointer
thread_map (gpointer data)
{
  PangoFontMap *map = plt_fonts_get ();
  g_assert_true (map == plt_fonts_get ());
  return map == data ? NULL : GINT_TO_POINTER (1);
}

static void
test_map_of_thread (void)
{
  g_assert_true (plt_fonts_get () == plt_fonts_get ());
  GThread *thread = g_thread_new ("fonts", thread_map, plt_fonts_get ());
  g_assert_nonnull (g_thread_join (thread));
  plt_fonts_mend_default ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/type/width", test_width);
  g_test_add_func ("/render/type/figures-are-tabular", test_figures_are_tabular);
  g_test_add_func ("/render/type/same-font", test_same_font);
  g_test_add_func ("/render/type/break-agrees", test_break_agrees);
  g_test_add_func ("/render/type/break-random", test_break_random);
  g_test_add_func ("/render/type/break-remembered", test_break_remembered);
  g_test_add_func ("/render/type/break-lines", test_break_lines);
  g_test_add_func ("/render/type/words", test_words);
  g_test_add_func ("/render/type/courier-is-mended", test_courier_is_mended);
  g_test_add_func ("/render/type/draw", test_draw);
  g_test_add_func ("/render/type/map-of-thread", test_map_of_thread);
  return g_test_run ();
}
