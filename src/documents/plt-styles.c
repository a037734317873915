#include "plt-styles.h"

#include <stdlib.h>
#include <string.h>

/* Sorted as strcmp() does: names are found by bisection. */
static const char *const names[] = {
  "cell.center",
  "cell.changed",
  "cell.changed-large",
  "cell.large",
  "cell.mark",
  "cell.muted",
  "cell.normal",
  "cell.off",
  "cell.off-vertical",
  "cell.right",
  "cell.small",
  "cell.strong",
  "cell.strong-center",
  "cell.vertical",
  "cell.vertical-small",
  "cell.wait",
  "cell.warning",
  "effect.dawn",
  "effect.dusk",
  "effect.ext-day",
  "effect.ext-night",
  "effect.int-day",
  "effect.int-night",
  "row.dense",
  "row.dense-group",
  "row.dense-total",
  "row.grand-total",
  "row.group",
  "row.header",
  "row.muted",
  "row.normal",
  "row.note",
  "row.subgroup",
  "row.total",
  "run.bold",
  "run.italic",
  "run.mark",
  "run.mark-code",
  "run.muted",
  "run.normal",
  "run.warning",
  "table.grid",
  "table.ledger",
  "table.plain",
  "text.easy",
  "text.easy-title",
  "text.normal",
  "text.note",
  "text.screenplay-action",
  "text.screenplay-centered",
  "text.screenplay-cue",
  "text.screenplay-dialogue",
  "text.screenplay-heading",
  "text.screenplay-parenthetical",
  "text.screenplay-transition",
  "text.small",
  "text.strong",
  "text.warning",
  NULL,
};

/**
 * plt_style_names:
 *
 * Returns: (transfer none) (array zero-terminated=1): every name a document may use, sorted
 */
const char *const *
plt_style_names (void)
{
  return names;
}

static int
compare_names (const void *key, const void *element)
{
  return strcmp (key, *(const char *const *) element);
}

/**
 * plt_style_find:
 * @name: a name of a style
 *
 * Returns: (transfer none) (nullable): the same name as static text, %NULL when there is no such
 * style
 */
const char *
plt_style_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  const char *const *found
      = bsearch (name, names, G_N_ELEMENTS (names) - 1, sizeof names[0], compare_names);
  return found != NULL ? *found : NULL;
}

/**
 * plt_style_exists:
 * @name: a name of a style
 *
 * Returns: whether documents may use it
 */
gboolean
plt_style_exists (const char *name)
{
  return plt_style_find (name) != NULL;
}

/* In the order of PltEffectScheme. */
static const char *const effects[PLT_N_EFFECT_COLORS] = {
  "effect.int-day",   "effect.ext-day", "effect.int-night",
  "effect.ext-night", "effect.dawn",    "effect.dusk",
};

/**
 * plt_style_effect_colors_in:
 * @scheme: colours
 * @name: a name of a style
 * @paper: (out): the ground
 * @ink: (out): the text on it, contrast 4.5:1 at least
 *
 * Returns: %FALSE when @name is not the style of an effect
 */
gboolean
plt_style_effect_colors_in (const PltEffectScheme *scheme,
                            const char *name,
                            guint32 *paper,
                            guint32 *ink)
{
  g_return_val_if_fail (scheme != NULL && name != NULL && paper != NULL && ink != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (effects); i++)
    if (strcmp (effects[i], name) == 0)
      {
        *paper = scheme->paper[i].fill;
        *ink = scheme->paper[i].ink;
        return TRUE;
      }
  return FALSE;
}

gboolean
plt_style_effect_colors (const char *name, guint32 *paper, guint32 *ink)
{
  return plt_style_effect_colors_in (plt_effect_scheme_usual (), name, paper, ink);
}
