/* PltEffectSwatch: the colour of an effect with its code on it, "I/J", as strips and sheets have
 * it.
 *
 * The code is always written, so that it reads without colour. */
#pragma once

#include <gtk/gtk.h>

#include "plt-effect-colors.h"
#include "plt-facts.h"
#include "plt-grid-model.h"

G_BEGIN_DECLS

#define PLT_TYPE_EFFECT_SWATCH (plt_effect_swatch_get_type ())
G_DECLARE_FINAL_TYPE (PltEffectSwatch, plt_effect_swatch, PLT, EFFECT_SWATCH, GtkWidget)

GtkWidget *plt_effect_swatch_new (const char *int_ext, const char *effect);
void plt_effect_swatch_set (PltEffectSwatch *self, const char *int_ext, const char *effect);
/* Colour and text apart, where it stands for a class of effects. */
void plt_effect_swatch_set_class (PltEffectSwatch *self, PltEffectClass effect, const char *text);

/* Shows these colours instead, as they are on paper; NULL for those of the production. */
void plt_effect_swatch_set_pair (PltEffectSwatch *self, const PltEffectPair *pair);

PltGridFill plt_effect_fill (PltEffectClass effect);

G_END_DECLS
