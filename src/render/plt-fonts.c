#include "plt-fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#define RESOLUTION 72.0

static gboolean
is_courier_prime (FcPattern *font)
{
  FcChar8 *family;
  for (int i = 0; FcPatternGetString (font, FC_FAMILY, i, &family) == FcResultMatch; i++)
    if (strcmp ((const char *) family, "Courier Prime") == 0)
      return TRUE;
  return FALSE;
}

/* Lists hold read-only patterns of fontconfig's cache: a mended copy takes the place of one. */
static FcPattern *
mended (FcPattern *font)
{
  FcChar8 *file;
  if (!is_courier_prime (font) || FcPatternGetString (font, FC_FILE, 0, &file) != FcResultMatch)
    return NULL;

  const char *name = strrchr ((const char *) file, '/');
  name = name != NULL ? name + 1 : (const char *) file;
  FcPattern *copy = FcPatternDuplicate (font);
  FcPatternDel (copy, FC_WEIGHT);
  FcPatternAddInteger (copy, FC_WEIGHT,
                       strstr (name, "Bold") != NULL ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
  FcPatternDel (copy, FC_SLANT);
  FcPatternAddInteger (copy, FC_SLANT,
                       strstr (name, "Italic") != NULL ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
  return copy;
}

static void
mend (FcConfig *config)
{
  FcFontSet *fonts = FcConfigGetFonts (config, FcSetSystem);
  for (int i = 0; fonts != NULL && i < fonts->nfont; i++)
    {
      FcPattern *copy = mended (fonts->fonts[i]);
      if (copy == NULL)
        continue;
      FcPatternDestroy (fonts->fonts[i]);
      fonts->fonts[i] = copy;
    }
}

/* One list for the whole process, never freed: fontconfig reads it from any thread, and Pango keeps
 * the reference a map is given even when the map goes. */
static FcConfig *
mended_config (void)
{
  static gsize ready = 0;
  static FcConfig *config = NULL;
  if (g_once_init_enter (&ready))
    {
      config = FcInitLoadConfigAndFonts ();
      if (config != NULL)
        mend (config);
      g_once_init_leave (&ready, 1);
    }
  return config;
}

/**
 * plt_fonts_new:
 *
 * Returns: (transfer full): a new map, for the calling thread only
 */
PangoFontMap *
plt_fonts_new (void)
{
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), RESOLUTION);
  if (mended_config () != NULL)
    pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), mended_config ());
  return map;
}

/**
 * plt_fonts_get:
 *
 * Returns: (transfer none): the map of the calling thread, which lives as long as the thread
 */
PangoFontMap *
plt_fonts_get (void)
{
  static GPrivate maps = G_PRIVATE_INIT (g_object_unref);

  PangoFontMap *map = g_private_get (&maps);
  if (map == NULL)
    {
      map = plt_fonts_new ();
      g_private_set (&maps, map);
    }
  return map;
}

/**
 * plt_fonts_mend_default:
 *
 * Mends the list that widgets draw with. Called once, before the first window.
 */
void
plt_fonts_mend_default (void)
{
  FcConfig *config = FcConfigReference (NULL);
  if (config == NULL)
    return;
  mend (config);
  FcConfigDestroy (config);
}
