/* The one palette of effects, for strips, planche, sheets, grids and spreadsheets: 0xRRGGBB of the
 * surface and of what is written on it. The code (I/J, E/N ...) is always printed: colour never
 * carries the meaning alone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLT_EFFECT_INK 0x16181c
#define PLT_EFFECT_INK_ON_NIGHT 0xffffff

#define PLT_EFFECT_PAPER_INT_DAY 0xffffff
#define PLT_EFFECT_PAPER_EXT_DAY 0xffe679
#define PLT_EFFECT_PAPER_INT_NIGHT 0xcde0f7
#define PLT_EFFECT_PAPER_EXT_NIGHT 0x1d3a70
#define PLT_EFFECT_PAPER_DAWN 0xfbc88a
#define PLT_EFFECT_PAPER_DUSK 0xf5b9cc

/* The same on a dark desk. */
#define PLT_EFFECT_DARK_INK 0x121316
#define PLT_EFFECT_DARK_INT_DAY 0xd8d9db
#define PLT_EFFECT_DARK_EXT_DAY 0xe0bd45
#define PLT_EFFECT_DARK_INT_NIGHT 0x8eb2da
#define PLT_EFFECT_DARK_EXT_NIGHT 0x2b4c8c
#define PLT_EFFECT_DARK_DAWN 0xdd984f
#define PLT_EFFECT_DARK_DUSK 0xd488a2

#define PLT_N_EFFECT_COLORS 6

typedef struct
{
  guint32 fill, ink; /* 0xRRGGBB */
} PltEffectPair;

/**
 * PltEffectScheme: the palette a production has chosen; plt-effect-scheme.h makes it.
 * @own: something is not as above
 * @paper: by PltEffectClass - 1: INT day, EXT day, INT night, EXT night, dawn, dusk
 * @dark: the same on a dark desk
 */
typedef struct
{
  gboolean own;
  PltEffectPair paper[PLT_N_EFFECT_COLORS], dark[PLT_N_EFFECT_COLORS];
} PltEffectScheme;

const PltEffectScheme *plt_effect_scheme_usual (void); /* that of this header */

G_END_DECLS
