/* What the papers of the plan de travail share: their head, the words for a day, the séquences that
 * no day holds. */
#pragma once

#include "plt-paper.h"

G_BEGIN_DECLS

/* An empty paper: names and the version of the plan below the title, its number at the foot. */
PltDocument *plt_plan_paper_new (const PltPaperSource *source,
                                 const char *title,
                                 PltPaper paper,
                                 PltOrientation orientation);
/* TRUE when the plan has days; else says so on the paper. */
gboolean plt_plan_paper_begin (const PltPaperSource *source, PltDocument *document);
/* "Séquences à placer : 5, 7", when there are. */
void plt_plan_paper_unplaced (const PltPaperSource *source, PltDocument *document);

char *plt_plan_paper_day (const PltDayPlan *day);  /* "J3", "J4 réserve", "Repos" */
char *plt_plan_paper_date (const PltDayPlan *day); /* "lun. 5 oct. 2026", "sans date" */
char *plt_plan_paper_places (const PltPaperSource *source,
                             const PltDayPlan *day); /* "Port, Douarnenez ; Ferme" */
char *plt_plan_paper_number (const PltSequenceFacts *sequence,
                             const PltStripFacts *strip); /* "4A 1/2" */
/* What became of a strip, or of its séquence: "tournée", "" while it is to be shot. */
const char *plt_plan_paper_state (const PltSequenceFacts *sequence, const PltStripFacts *strip);
/* At most so many signs of a text, cut between two words, with "…" when it was cut. */
char *plt_plan_paper_shorten (const char *text, gsize signs);
/* "Total   3 jours   5 séquences   2 nuits   1 déplacement" */
char *plt_plan_paper_total (const PltPaperSource *source);
/* Says why the days make more than the total, when they do. */
void plt_plan_paper_once (const PltPaperSource *source, PltDocument *document);
/* "1. NORA (Inès Kerbrat)  ·  2. LE PILOTE": those with a number that the plan holds. */
char *plt_plan_paper_roles (const PltPaperSource *source);

G_END_DECLS
