/* The rows of PltProposalList: a proposal with its words and its reason, and the line of a
 * category. They answer nothing by themselves: the list appends its buttons to their head. */
#pragma once

#include <gtk/gtk.h>

#include "plt-proposals.h"

G_BEGIN_DECLS

/* What a row stands for, told again after each change: a proposal by its words, a category by none.
 */
typedef struct
{
  char *key;  /* names the row */
  char *word; /* (nullable) */
  gint64 category, sequence;
  GtkWidget *head;  /* a box */
  GtkWidget *count; /* of a category */
} PltProposalLine;

/* (nullable) (transfer none): of a row of this list; `row` may be NULL */
PltProposalLine *plt_proposal_row_line (GtkListBoxRow *row);

/* `film`: says which séquence it is in, too */
GtkWidget *plt_proposal_row_new (const PltFacts *facts,
                                 const PltProposal *proposal,
                                 const PltCategoryFacts *category,
                                 gboolean film,
                                 const char *key);
GtkWidget *plt_proposal_heading_new (const PltCategoryFacts *category, const char *key);
/* How many there are of it, and whether they are shown. */
void plt_proposal_heading_update (GtkWidget *row,
                                  const PltCategoryFacts *category,
                                  guint n,
                                  gboolean unfolded);

G_END_DECLS
