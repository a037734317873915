#include "config.h"

#include "plt-grid-colors.h"

#include <string.h>

#define RGB(hex) RGBA (hex, 1.0f)
#define RGBA(hex, a)                                                                               \
  {                                                                                                \
    (float) ((hex) >> 16 & 0xff) / 255.0f, (float) ((hex) >> 8 & 0xff) / 255.0f,                   \
        (float) ((hex) &0xff) / 255.0f, (a)                                                        \
  }

#define LIGHT_EFFECTS                                                                              \
  [PLT_GRID_FILL_INT_DAY] = { RGB (PLT_EFFECT_PAPER_INT_DAY), RGB (PLT_EFFECT_INK) },              \
  [PLT_GRID_FILL_EXT_DAY] = { RGB (PLT_EFFECT_PAPER_EXT_DAY), RGB (PLT_EFFECT_INK) },              \
  [PLT_GRID_FILL_INT_NIGHT] = { RGB (PLT_EFFECT_PAPER_INT_NIGHT), RGB (PLT_EFFECT_INK) },          \
  [PLT_GRID_FILL_EXT_NIGHT] = { RGB (PLT_EFFECT_PAPER_EXT_NIGHT), RGB (PLT_EFFECT_INK_ON_NIGHT) }, \
  [PLT_GRID_FILL_DAWN] = { RGB (PLT_EFFECT_PAPER_DAWN), RGB (PLT_EFFECT_INK) },                    \
  [PLT_GRID_FILL_DUSK] = { RGB (PLT_EFFECT_PAPER_DUSK), RGB (PLT_EFFECT_INK) }

#define DARK_EFFECTS                                                                               \
  [PLT_GRID_FILL_INT_DAY] = { RGB (PLT_EFFECT_DARK_INT_DAY), RGB (PLT_EFFECT_DARK_INK) },          \
  [PLT_GRID_FILL_EXT_DAY] = { RGB (PLT_EFFECT_DARK_EXT_DAY), RGB (PLT_EFFECT_DARK_INK) },          \
  [PLT_GRID_FILL_INT_NIGHT] = { RGB (PLT_EFFECT_DARK_INT_NIGHT), RGB (PLT_EFFECT_DARK_INK) },      \
  [PLT_GRID_FILL_EXT_NIGHT] = { RGB (PLT_EFFECT_DARK_EXT_NIGHT), RGB (PLT_EFFECT_INK_ON_NIGHT) },  \
  [PLT_GRID_FILL_DAWN] = { RGB (PLT_EFFECT_DARK_DAWN), RGB (PLT_EFFECT_DARK_INK) },                \
  [PLT_GRID_FILL_DUSK] = { RGB (PLT_EFFECT_DARK_DUSK), RGB (PLT_EFFECT_DARK_INK) }

static const PltGridColors light = {
  .background = RGB (0xffffff),
  .text = RGB (0x1c1e21),
  .muted = RGB (0x54585e),
  .readonly = RGB (0xf8f9fa),
  .group = RGB (0xe6e9ec),
  .subgroup = RGB (0xf1f3f5),
  .total = RGB (0xf1f3f5),
  .header = RGB (0xf4f5f6),
  .header_on = RGB (0xdbe5f0),
  .line = RGB (0xe4e6e9),
  .strong = RGB (0x8d949b),
  .accent = RGB (0x1a5fb4),
  .unfocused = RGB (0x8d949b),
  .selection = RGBA (0x1a5fb4, 0.10f),
  .link = RGB (0x54585e),
  .invalid = RGB (0xc01c28),
  .error = RGB (0xfdecea),
  .error_text = RGB (0x8f1018),
  .fills = {
    LIGHT_EFFECTS,
    [PLT_GRID_FILL_WARNING] = { RGB (0xffe7b8), RGB (0x4a3000) },
    [PLT_GRID_FILL_ERROR] = { RGB (0xfbd3cf), RGB (0x6e0d14) },
    [PLT_GRID_FILL_OFF] = { RGB (0xdfe2e6), RGB (0x45494f) },
    [PLT_GRID_FILL_MARK] = { RGB (0x2b3138), RGB (0xffffff) },
    [PLT_GRID_FILL_WORK] = { RGB (0x2f5d50), RGB (0xffffff) },
    [PLT_GRID_FILL_WAIT] = { RGB (0xdfe9e5), RGB (0x24332e) },
    [PLT_GRID_FILL_MEET] = { RGB (0xe6e0f3), RGB (0x33265a) },
    [PLT_GRID_FILL_SURE] = { RGB (0x2f5d50), RGB (0xffffff) },
    [PLT_GRID_FILL_PROMISED] = { RGB (0xa5cfbf), RGB (0x0f2a20) },
    [PLT_GRID_FILL_ASKED] = { RGB (0xcdc2ea), RGB (0x2a1d52) },
    [PLT_GRID_FILL_HOPED] = { RGB (0xe0dbcf), RGB (0x3b372e) },
  },
};

static const PltGridColors dark = {
  .background = RGB (0x1e1f22),
  .text = RGB (0xe3e5e8),
  .muted = RGB (0xb0b5bc),
  .readonly = RGB (0x222427),
  .group = RGB (0x303338),
  .subgroup = RGB (0x282a2e),
  .total = RGB (0x282a2e),
  .header = RGB (0x26282b),
  .header_on = RGB (0x33414f),
  .line = RGB (0x313338),
  .strong = RGB (0x747a82),
  .accent = RGB (0x62a0ea),
  .unfocused = RGB (0x747a82),
  .selection = RGBA (0x62a0ea, 0.16f),
  .link = RGB (0xb0b5bc),
  .invalid = RGB (0xff7b72),
  .error = RGB (0x4a1f20),
  .error_text = RGB (0xffdcd7),
  .fills = {
    DARK_EFFECTS,
    [PLT_GRID_FILL_WARNING] = { RGB (0x5c4209), RGB (0xffe7b8) },
    [PLT_GRID_FILL_ERROR] = { RGB (0x5e2022), RGB (0xffdcd7) },
    [PLT_GRID_FILL_OFF] = { RGB (0x34373c), RGB (0xc3c7cd) },
    [PLT_GRID_FILL_MARK] = { RGB (0xd6dade), RGB (0x15171a) },
    [PLT_GRID_FILL_WORK] = { RGB (0x8fc7b3), RGB (0x0d211a) },
    [PLT_GRID_FILL_WAIT] = { RGB (0x2b3a35), RGB (0xdcebe5) },
    [PLT_GRID_FILL_MEET] = { RGB (0x3a3352), RGB (0xe9e2fb) },
    [PLT_GRID_FILL_SURE] = { RGB (0x8fc7b3), RGB (0x0d211a) },
    [PLT_GRID_FILL_PROMISED] = { RGB (0x3f6b5c), RGB (0xf0faf6) },
    [PLT_GRID_FILL_ASKED] = { RGB (0x564a80), RGB (0xf3eeff) },
    [PLT_GRID_FILL_HOPED] = { RGB (0x4a4842), RGB (0xebe8e0) },
  },
};

const PltGridColors *
plt_grid_colors_get (gboolean is_dark)
{
  return is_dark ? &dark : &light;
}

/* ---- of one window ---- */

#define KEY "plt-effects"

typedef struct
{
  PltEffectScheme scheme;
  PltGridColors colors[2]; /* light, dark */
} Own;

static GdkRGBA
rgba (guint32 color)
{
  return (GdkRGBA) RGB (color);
}

static const Own *
find_own (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? g_object_get_data (G_OBJECT (root), KEY) : NULL;
}

const PltGridColors *
plt_grid_colors_for (GtkWidget *widget, gboolean is_dark)
{
  const Own *own = find_own (widget);

  return own != NULL ? &own->colors[is_dark ? 1 : 0] : plt_grid_colors_get (is_dark);
}

const PltEffectScheme *
plt_grid_effects_for (GtkWidget *widget)
{
  const Own *own = find_own (widget);

  return own != NULL ? &own->scheme : plt_effect_scheme_usual ();
}

static void
draw_again (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    draw_again (child);
}

void
plt_grid_colors_set_effects (GtkWidget *root, const PltEffectScheme *scheme)
{
  Own *own;

  g_return_if_fail (GTK_IS_WIDGET (root) && scheme != NULL);

  if (memcmp (plt_grid_effects_for (root), scheme, sizeof *scheme) == 0)
    return;
  own = g_new0 (Own, 1);
  own->scheme = *scheme;
  for (guint dark_too = 0; dark_too < 2; dark_too++)
    {
      const PltEffectPair *pairs = dark_too ? scheme->dark : scheme->paper;

      own->colors[dark_too] = *plt_grid_colors_get (dark_too);
      for (guint i = 0; i < PLT_N_EFFECT_COLORS; i++)
        {
          PltGridFillColors *fill = &own->colors[dark_too].fills[PLT_GRID_FILL_INT_DAY + i];

          fill->background = rgba (pairs[i].fill);
          fill->text = rgba (pairs[i].ink);
        }
    }
  g_object_set_data_full (G_OBJECT (root), KEY, own, g_free);
  draw_again (root);
}
