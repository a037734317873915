#include "plt-category-look.h"

#include <math.h>

#include "plt-grid-colors.h"

#define MIN_CONTRAST 4.5
#define STEP 0.08f

static const PltCategoryLetter letters[] = {
  { 'r', "RO" },  { 's', "SI" },  { 'f', "FI" }, { 'e', "EN" }, { 'k', "CA" },  { 'n', "AN" },
  { 'a', "AC" },  { 'd', "DE" },  { 'c', "CO" }, { 'm', "MC" }, { 'v', "VE" },  { 'w', "AR" },
  { 'x', "SFX" }, { 'z', "VFX" }, { 'i', "IM" }, { 'l', "LU" }, { 'g', "MA" },  { 'o', "SO" },
  { 'u', "MU" },  { 't', "MS" },  { 'p', "RE" }, { 'b', "RA" }, { 'q', "DIV" },
};

const PltCategoryLetter *
plt_category_letters (guint *n)
{
  *n = G_N_ELEMENTS (letters);
  return letters;
}

const PltCategoryFacts *
plt_category_of_letter (const PltFacts *facts, gunichar letter)
{
  letter = g_unichar_tolower (letter);
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == letter)
      for (guint j = 0; j < facts->categories.n; j++)
        if (g_str_equal (facts->categories.items[j].code, letters[i].code))
          return &facts->categories.items[j];
  return NULL;
}

gunichar
plt_category_letter (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (g_str_equal (letters[i].code, code))
      return letters[i].letter;
  return 0;
}

/* ---- colours ---- */

/* Of one channel of sRGB, as WCAG 2 counts it. */
static double
linear (float channel)
{
  double c = (double) channel;

  return c <= 0.03928 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green)
         + 0.0722 * linear (color->blue);
}

static double
contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double one = luminance (a) + 0.05;
  double two = luminance (b) + 0.05;

  return one > two ? one / two : two / one;
}

GdkRGBA
plt_category_color (const PltCategoryFacts *category, gboolean dark)
{
  const PltGridColors *colors = plt_grid_colors_get (dark);
  float towards = dark ? 1 : 0;
  GdkRGBA color;

  if (category == NULL || *category->color == '\0' || !gdk_rgba_parse (&color, category->color))
    return colors->muted;
  color.alpha = 1;
  for (guint i = 0; i < 24 && contrast (&color, &colors->background) < MIN_CONTRAST; i++)
    {
      color.red += (towards - color.red) * STEP;
      color.green += (towards - color.green) * STEP;
      color.blue += (towards - color.blue) * STEP;
    }
  return color;
}
