/* The colours of the effects as the production wants them: rows of effect_color over the usual
 * ones.
 *
 * A row gives the colour of the surface of one class of effects and, when it is not empty, of what
 * is written on it; an ink that cannot be read there (contrast under 4.5:1, WCAG 2.1) is replaced
 * by one that can. On a dark desk a colour of one's own is dimmed a little. */
#pragma once

#include "plt-batch.h"
#include "plt-effect-colors.h"
#include "plt-facts.h"

G_BEGIN_DECLS

#define PLT_EFFECT_LEAST_CONTRAST 4.5

PltEffectScheme plt_effect_scheme_new (const PltFacts *facts);

gboolean plt_effect_color_parse (const char *text, guint32 *color); /* "#rrggbb" */
char *plt_effect_color_format (guint32 color);                      /* "#ffe679" */
double plt_effect_contrast (guint32 one, guint32 two);              /* 1 to 21 */
guint32 plt_effect_readable_ink (guint32 fill);
/* Id of a class in the table effect_color, "int-jour", and its title. */
const char *plt_effect_class_id (PltEffectClass effect);
const char *plt_effect_class_title (PltEffectClass effect);

typedef enum
{
  PLT_EFFECT_PRESET_FRANCE,        /* the usual colours: no row at all */
  PLT_EFFECT_PRESET_INTERNATIONAL, /* strips of English-speaking crews: white, yellow, blue, green
                                    */
} PltEffectPreset;

/* Adds what makes the production have those colours; nothing when it has them. */
void plt_effect_colors_choose (const PltFacts *facts, PltEffectPreset preset, PltBatch *batch);
/* One colour; `ink` "" for what can be read. */
void plt_effect_colors_set (const PltFacts *facts,
                            PltEffectClass effect,
                            const char *fill,
                            const char *ink,
                            PltBatch *batch);

G_END_DECLS
