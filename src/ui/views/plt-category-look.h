/* How a category of elements is met in the screenplay: its colour on the paper, and the letter that
 * tags words with it.
 *
 * The letters are those of the house, one table; they belong to codes, which a production may
 * rename or leave out. Colours are the production's, written as "#rrggbb" and made for white paper;
 * on the dark desk they are lightened until they read. */
#pragma once

#include <gdk/gdk.h>

#include "plt-facts.h"

G_BEGIN_DECLS

typedef struct
{
  gunichar letter;
  const char *code;
} PltCategoryLetter;

const PltCategoryLetter *plt_category_letters (guint *n);
/* The category of that letter, whatever its case; NULL when it has none, or the production not the
 * category. */
const PltCategoryFacts *plt_category_of_letter (const PltFacts *facts, gunichar letter);
/* 0 when there is none. */
gunichar plt_category_letter (const char *code);
/* Contrast with the paper is at least 4.5 : 1; the ink of secondary text when there is no colour.
 */
GdkRGBA plt_category_color (const PltCategoryFacts *category, gboolean dark);

G_END_DECLS
