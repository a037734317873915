/* What the two forms of the dépouillement share: sheets, one a séquence, and one table of all. */
#pragma once

#include "plt-progress.h"
#include "plt-script-paper.h"

G_BEGIN_DECLS

/**
 * PltBreakdownSheets:
 * @missing: (element-type PltLinkMissing): what elements always bring and is not there
 * @categories: (element-type PltCategoryFacts): those to print
 * @partial: only some of them, of one department
 */
typedef struct
{
  PltScriptPaper paper;
  PltProgress *progress;
  GArray *missing;
  GPtrArray *categories;
  gboolean partial;
} PltBreakdownSheets;

/* What a box says; lines are parted by `separator`. "Néant" when somebody confirmed it, "" when it
 * is to be done. */
char *plt_breakdown_box_text (const PltBreakdownSheets *self,
                              const PltSequenceFacts *sequence,
                              const PltCategoryFacts *category,
                              const char *separator);
/* (element-type PltSequenceFacts): one line a séquence, one column a category. */
void plt_breakdown_add_table (const PltBreakdownSheets *self,
                              PltDocument *document,
                              const GPtrArray *sequences);

G_END_DECLS
