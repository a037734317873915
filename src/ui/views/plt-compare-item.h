/* One line of a comparison of two versions of the screenplay: a séquence, or a pair of paragraphs;
 * and the widget that shows it, the old one at the left and the new one at the right. */
#pragma once

#include <gtk/gtk.h>

#include "plt-script-compare.h"

G_BEGIN_DECLS

#define PLT_TYPE_COMPARE_ITEM (plt_compare_item_get_type ())
G_DECLARE_FINAL_TYPE (PltCompareItem, plt_compare_item, PLT, COMPARE_ITEM, GObject)

/* They borrow what they are made of, which outlives them. */
PltCompareItem *plt_compare_item_new_sequence (const PltCompareSequence *sequence);
PltCompareItem *plt_compare_item_new_row (const PltCompareRow *row);
const PltCompareRow *plt_compare_item_get_row (PltCompareItem *self); /* (nullable) */
gboolean plt_compare_item_is_change (PltCompareItem *self); /* a paragraph that did not stay */

/* What the numbers in an item mean. */
typedef struct
{
  const PltFacts *facts; /* the séquences as they are */
  const PltFacts *old_text, *new_text;
  const PltScriptCompare *compare;
} PltCompareSource;

#define PLT_TYPE_COMPARE_ROW (plt_compare_row_get_type ())
G_DECLARE_FINAL_TYPE (PltCompareRowWidget, plt_compare_row, PLT, COMPARE_ROW, GtkWidget)

GtkWidget *plt_compare_row_new (void);
void plt_compare_row_show (PltCompareRowWidget *self,
                           PltCompareItem *item,
                           const PltCompareSource *source);

G_END_DECLS
