/* Between the files of the feuille de service: the sheet of a day as the crew last got it, or as
 * the plan alone would make it. */
#pragma once

#include "plt-paper.h"

G_BEGIN_DECLS

typedef struct
{
  PltPaperSource source;
  const PltDayPlan *day;
  guint index;   /* of the day in the plan */
  gboolean made; /* there is a row; else the values come from the plan */
  PltSheetFacts sheet;
  GArray *calls;   /* PltCallFacts, of all groups */
  GArray *notes;   /* PltCallNoteFacts */
  PltBatch *batch; /* holds the texts of a sheet that is not made */
} PltFeuille;

gboolean
plt_feuille_open (PltFeuille *self, PltStore *store, const PltParams *params, GError **error);
void plt_feuille_close (PltFeuille *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltFeuille, plt_feuille_close)

PltRef plt_feuille_ref (const PltFeuille *self, const char *column); /* to the row of the sheet */

/* Who is called: comédiens, figuration, équipe by department. */
void plt_feuille_add_calls (const PltFeuille *self, PltDocument *document);

G_END_DECLS
