#include "plt-effect-scheme.h"

#include <math.h>
#include <string.h>

#define DESK 0x1c1d1fu /* surface of the dark desk */
#define DIM 12         /* percent of it in a colour of one's own */

#define USUAL_PAPER                                                                                \
  {                                                                                                \
    { PLT_EFFECT_PAPER_INT_DAY, PLT_EFFECT_INK }, { PLT_EFFECT_PAPER_EXT_DAY, PLT_EFFECT_INK },    \
        { PLT_EFFECT_PAPER_INT_NIGHT, PLT_EFFECT_INK },                                            \
        { PLT_EFFECT_PAPER_EXT_NIGHT, PLT_EFFECT_INK_ON_NIGHT },                                   \
        { PLT_EFFECT_PAPER_DAWN, PLT_EFFECT_INK }, { PLT_EFFECT_PAPER_DUSK, PLT_EFFECT_INK },      \
  }

static const PltEffectScheme usual = {
  .paper = USUAL_PAPER,
  .dark = { { PLT_EFFECT_DARK_INT_DAY, PLT_EFFECT_DARK_INK },
            { PLT_EFFECT_DARK_EXT_DAY, PLT_EFFECT_DARK_INK },
            { PLT_EFFECT_DARK_INT_NIGHT, PLT_EFFECT_DARK_INK },
            { PLT_EFFECT_DARK_EXT_NIGHT, PLT_EFFECT_INK_ON_NIGHT },
            { PLT_EFFECT_DARK_DAWN, PLT_EFFECT_DARK_INK },
            { PLT_EFFECT_DARK_DUSK, PLT_EFFECT_DARK_INK } },
};

/* Strips of English-speaking crews: white, yellow, blue and green. Source: practice pack "plan de
 * travail" section 3 (glossaries of stripboards); the tints are ours, light enough for black ink.
 */
static const guint32 international[PLT_N_EFFECT_COLORS]
    = { 0xffffff, 0xfff176, 0xa9cdf5, 0xa6dba0, 0xfbc88a, 0xf5b9cc };

const PltEffectScheme *
plt_effect_scheme_usual (void)
{
  return &usual;
}

gboolean
plt_effect_color_parse (const char *text, guint32 *color)
{
  guint64 value;

  if (text[0] != '#' || strlen (text) != 7
      || !g_ascii_string_to_unsigned (text + 1, 16, 0, 0xffffff, &value, NULL))
    return FALSE;
  *color = (guint32) value;
  return TRUE;
}

char *
plt_effect_color_format (guint32 color)
{
  return g_strdup_printf ("#%06x", color & 0xffffff);
}

static double
linear (guint32 color, guint shift)
{
  double c = (color >> shift & 0xff) / 255.0;

  return c <= 0.03928 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

/**
 * plt_effect_contrast:
 *
 * Returns: the ratio of the two luminances, the lighter above, as WCAG 2.1 defines it
 */
double
plt_effect_contrast (guint32 one, guint32 two)
{
  double a = 0.2126 * linear (one, 16) + 0.7152 * linear (one, 8) + 0.0722 * linear (one, 0) + 0.05;
  double b = 0.2126 * linear (two, 16) + 0.7152 * linear (two, 8) + 0.0722 * linear (two, 0) + 0.05;

  return a > b ? a / b : b / a;
}

/* Of black and white one always reaches 4.58:1. */
guint32
plt_effect_readable_ink (guint32 fill)
{
  static const guint32 inks[] = { PLT_EFFECT_INK, PLT_EFFECT_INK_ON_NIGHT };

  for (guint i = 0; i < G_N_ELEMENTS (inks); i++)
    if (plt_effect_contrast (fill, inks[i]) >= PLT_EFFECT_LEAST_CONTRAST)
      return inks[i];
  return 0x000000;
}

static guint32
dim (guint32 color)
{
  guint32 mixed = 0;

  for (guint shift = 0; shift <= 16; shift += 8)
    mixed |= ((color >> shift & 0xff) * (100 - DIM) + (DESK >> shift & 0xff) * DIM) / 100 << shift;
  return mixed;
}

static const PltColumn *
effect_column (void)
{
  return plt_table_column (plt_table_find ("effect_color"), "effect");
}

const char *
plt_effect_class_id (PltEffectClass effect)
{
  g_return_val_if_fail (effect > PLT_EFFECT_NONE && effect <= PLT_EFFECT_DUSK, "");

  return effect_column ()->choices[effect - 1].id;
}

const char *
plt_effect_class_title (PltEffectClass effect)
{
  g_return_val_if_fail (effect > PLT_EFFECT_NONE && effect <= PLT_EFFECT_DUSK, "");

  return plt_choice_title (&effect_column ()->choices[effect - 1]);
}

static const PltColorFacts *
find_row (const PltFacts *facts, PltEffectClass effect)
{
  for (guint i = 0; i < facts->colors.n; i++)
    if (strcmp (facts->colors.items[i].effect, plt_effect_class_id (effect)) == 0)
      return &facts->colors.items[i];
  return NULL;
}

/**
 * plt_effect_scheme_new:
 * @facts: the production
 *
 * Returns: its colours; those it says nothing of, or nothing that can be read, are the usual ones
 */
PltEffectScheme
plt_effect_scheme_new (const PltFacts *facts)
{
  PltEffectScheme self = usual;

  for (guint i = 0; i < PLT_N_EFFECT_COLORS; i++)
    {
      const PltColorFacts *row = find_row (facts, (PltEffectClass) (i + 1));
      guint32 fill, ink;

      if (row == NULL || !plt_effect_color_parse (row->fill, &fill))
        continue;
      if (!plt_effect_color_parse (row->ink, &ink)
          || plt_effect_contrast (fill, ink) < PLT_EFFECT_LEAST_CONTRAST)
        ink = plt_effect_readable_ink (fill);
      self.own = TRUE;
      self.paper[i] = (PltEffectPair){ fill, ink };
      self.dark[i] = (PltEffectPair){ dim (fill), plt_effect_readable_ink (dim (fill)) };
    }
  return self;
}

void
plt_effect_colors_set (const PltFacts *facts,
                       PltEffectClass effect,
                       const char *fill,
                       const char *ink,
                       PltBatch *batch)
{
  const PltColorFacts *row = find_row (facts, effect);

  if (row != NULL && strcmp (row->fill, fill) == 0 && strcmp (row->ink, ink) == 0)
    return;
  if (row != NULL)
    plt_batch_update (batch, "effect_color", row->id);
  else
    {
      plt_batch_insert (batch, "effect_color");
      plt_batch_set_text (batch, "effect", plt_effect_class_id (effect));
    }
  plt_batch_set_text (batch, "fill", fill);
  plt_batch_set_text (batch, "ink", ink);
}

void
plt_effect_colors_choose (const PltFacts *facts, PltEffectPreset preset, PltBatch *batch)
{
  for (guint i = 0; i < PLT_N_EFFECT_COLORS; i++)
    {
      PltEffectClass effect = (PltEffectClass) (i + 1);
      const PltColorFacts *row = find_row (facts, effect);

      if (preset == PLT_EFFECT_PRESET_INTERNATIONAL)
        {
          g_autofree char *fill = plt_effect_color_format (international[i]);

          plt_effect_colors_set (facts, effect, fill, "", batch);
        }
      else if (row != NULL)
        plt_batch_delete (batch, "effect_color", row->id);
    }
}
