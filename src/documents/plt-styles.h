/* Names of styles. A name used in a document and missing from a style sheet fails the style test.
 *
 * paragraphs: "text.normal" "text.small" "text.note" "text.warning" "text.strong"
 * "text.screenplay-heading" "text.screenplay-action" "text.screenplay-cue"
 * "text.screenplay-dialogue" "text.screenplay-parenthetical" "text.screenplay-transition"
 * "text.screenplay-centered" runs: "run.normal" "run.bold" "run.italic" "run.muted" "run.warning"
 * "run.mark" "run.mark-code" (plt_document_add_mark()) tables: "table.grid" (all rules)
 * "table.ledger" (horizontal hairlines) "table.plain" (no rule) rows: "row.normal" "row.header"
 * "row.group" "row.subgroup" "row.total" "row.grand-total" "row.note" "row.muted" "row.dense"
 * "row.dense-group" "row.dense-total" (small, for cross-tables) cells: "cell.normal" "cell.center"
 * "cell.right" "cell.strong" "cell.strong-center" "cell.large" "cell.muted" "cell.warning"
 * "cell.small" "cell.vertical" (text turned upwards) "cell.vertical-small" "cell.mark" (a filled
 * mark of presence) "cell.wait" (a letter of presence) "cell.off" "cell.off-vertical" (a greyed
 * day) "effect.int-day" "effect.ext-day" "effect.int-night" "effect.ext-night" "effect.dawn"
 * "effect.dusk" */
#pragma once

#include "plt-effect-colors.h"

G_BEGIN_DECLS

const char *const *plt_style_names (void); /* NULL-terminated */
gboolean plt_style_exists (const char *name);
const char *plt_style_find (const char *name); /* (nullable): the same name, static */

/* The one palette of effects, 0xRRGGBB, for paper, spreadsheets and drawn views. FALSE when `name`
 * is not an "effect." style. */
gboolean plt_style_effect_colors (const char *name, guint32 *paper, guint32 *ink);
/* The same in the colours of a document. */
gboolean plt_style_effect_colors_in (const PltEffectScheme *scheme,
                                     const char *name,
                                     guint32 *paper,
                                     guint32 *ink);

G_END_DECLS
