/* What every paper begins with: the facts of the production and what the engines make of them. */
#pragma once

#include "plt-budget.h"
#include "plt-document-kind.h"
#include "plt-sun.h"

G_BEGIN_DECLS

typedef struct
{
  PltFacts *facts;
  PltPlan *plan;
  PltBudget *budget;
  PltDate date;  /* of the edition */
  gboolean lent; /* facts, plan and budget are those of plt_params_loan() */
} PltPaperSource;

/**
 * PltPaperLoan: what a paper is built from instead of reading the production again, for a preview
 * that follows each keystroke. Borrowed: all of it has to outlive the building.
 */
struct _PltPaperLoan
{
  const PltFacts *facts;
  const PltPlan *plan;
  const PltBudget *budget;
};

/* The parameter of a paper of the plan de travail: which version. "plan": the row id, or what
 * plt_schedule_find() understands; without it the production's current one. One line of the
 * parameters of the kind. */
#define PLT_PAPER_PLAN_PARAM                                                                       \
  {                                                                                                \
    "plan", N_ ("Version of the schedule"), PLT_PARAM_REFERENCE, "schedule", NULL, NULL, NULL      \
  }

/* The parameter of a paper that lies or stands, and what it says. */
#define PLT_PAPER_ORIENTATION_PARAM                                                                \
  {                                                                                                \
    .id = "orientation", .title = N_ ("Orientation"), .type = PLT_PARAM_CHOICE,                    \
    .choices = "paysage,portrait", .initial = "paysage", .titles = N_ ("Landscape,Portrait")       \
  }
PltOrientation plt_paper_orientation (const PltParams *params);

gboolean
plt_paper_open (PltPaperSource *self, PltStore *store, const PltParams *params, GError **error);
/* Takes what the parameters lend; FALSE when they lend nothing. */
gboolean plt_paper_borrow (PltPaperSource *self, const PltParams *params);
void plt_paper_close (PltPaperSource *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltPaperSource, plt_paper_close)

PltDocument *plt_paper_new (const PltPaperSource *self,
                            const char *title,
                            const char *subtitle,
                            const char *version,
                            PltPaper paper,
                            PltOrientation orientation);

/* "v3": of the plan of the paper, for the head of the paper. */
char *plt_paper_version (const PltPaperSource *self);
/* "Version 3 du 12/04/2027 · annule et remplace la version 2 du 02/04/2027" of a published version,
 * "Version de travail 4, non diffusée · dernière version diffusée : 3 du 12/04/2027" of a working
 * plan once something was published, "" before. */
char *plt_paper_version_note (const PltPaperSource *self);

const char *plt_paper_effect_style (const PltSequenceFacts *sequence); /* "effect.int-day" ... */
char *plt_paper_roles (const PltPaperSource *self,
                       const PltSequenceFacts *sequence,
                       gboolean names); /* "1, 3, 4" or "NORA, MILO" */
const PltOccurrenceFacts *plt_paper_occurrence (const PltPaperSource *self,
                                                const PltSequenceFacts *sequence,
                                                const PltElementFacts *element); /* (nullable) */
char *plt_paper_player (const PltPaperSource *self,
                        const PltElementFacts *role); /* "Inès Kerbrat", "" when nobody is */
/* The elements of a category in a séquence: "12 Dockers ; Clients du café". */
char *plt_paper_elements (const PltPaperSource *self,
                          const PltSequenceFacts *sequence,
                          gint64 category,
                          const char *separator);
char *plt_paper_hazards (const PltSequenceFacts *sequence); /* "enfant, eau" */
/* The locations of a day in their order, once each. (element-type PltLocationFacts) */
GPtrArray *plt_paper_places (const PltPaperSource *self, const PltDayPlan *day);
char *plt_paper_clock (gint64 minutes); /* "9h30", "" when unknown */
/* "9h00 – 19h00", "18h00 – 3h00", "" when unknown */
char *plt_paper_hours (const PltDayFacts *day);
/* A time after midnight, 27h00, as a clock shows it: 3h00. */
gint64 plt_paper_of_day (gint64 minutes);
/* Sunrise and sunset at the first located séquence of the day; FALSE when it has none. */
gboolean plt_paper_sun_times (const PltPaperSource *self, const PltDayPlan *day, PltSun *sun);
char *plt_paper_sun (const PltPaperSource *self,
                     const PltDayPlan *day); /* "7h21 – 20h57", "" when unknown */
/* The day that `name` names (row id, J number or date); else the next one after the edition, else
 * the first. */
const PltDayPlan *plt_paper_day (const PltPaperSource *self, const char *name, GError **error);
/* (nullable): the IANA zone of a territory, "Europe/Paris"; NULL abroad. */
const char *plt_paper_zone (const char *territory);
const PltSequenceFacts *plt_paper_sequence (const PltPaperSource *self,
                                            const PltStripFacts *strip); /* (nullable) */

G_END_DECLS
