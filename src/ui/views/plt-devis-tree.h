/* The rows of the devis as they are shown: posts, sub-posts, groups and lines in the order of the
 * template, then the totals. Pure: from the computed budget and what the person asked for.
 *
 * A line is empty when it counts nothing because nobody filled it in: no formula that follows the
 * plan, no error, and a number or a duration of zero. Posts are always shown; other accounts when
 * something of them is shown or counted. Amounts of an account here go down to any depth, so that
 * lines + contributions = its total. */
#pragma once

#include "plt-budget.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_DEVIS_ACCOUNT,
  PLT_DEVIS_LINE,
  PLT_DEVIS_UNPOSTED,
  PLT_DEVIS_SUBTOTAL,
  PLT_DEVIS_OVERHEADS,
  PLT_DEVIS_CONTINGENCY,
  PLT_DEVIS_PRODUCER,  /* only after the posts */
  PLT_DEVIS_FINANCIAL, /* only after the posts */
  PLT_DEVIS_TOTAL,
} PltDevisKind;

typedef struct
{
  PltDevisKind kind;
  gint64 key;
  guint level;
  gboolean expandable, expanded;
  const PltBudgetAccount *account; /* of an account, or the line's own */
  const PltBudgetLine *line;
  PltMoney lines;         /* of an account, at any depth */
  PltMoney contributions; /* posted to it, at any depth */
} PltDevisRow;

/**
 * PltDevisFilter:
 * @hide_empty: leaves empty lines out
 * @search: (nullable): only lines that contain it, in accounts that stand open
 * @collapsed: (element-type gint64): ids of the accounts that are closed
 * @kept: (element-type gint64): ids of lines that are shown though empty; those shown are added
 */
typedef struct
{
  gboolean hide_empty;
  const char *search;
  GHashTable *collapsed;
  GHashTable *kept;
} PltDevisFilter;

GArray *plt_devis_tree (const PltBudget *budget, const PltDevisFilter *filter); /* of PltDevisRow */
gboolean plt_devis_line_is_empty (const PltBudgetLine *line);
/* PltPercent of the row of a percentage, else -1. */
int plt_devis_percent_of (PltDevisKind kind);
gint64 plt_devis_key_of_line (gint64 line);
gint64 plt_devis_key_of_account (gint64 account);
gint64 plt_devis_key_of_total (PltDevisKind kind);

G_END_DECLS
