/* Between the files of the papers of the feuille de service: the sheet of a day as the crew last
 * got it, or as the plan alone would make it, and how papers write it.
 *
 * Labels are French; on a bilingual paper English follows them ("Comédiens / Cast"), what was typed
 * stays as it is. A value that a correction changed is marked wherever it stands. */
#pragma once

#include "plt-call-version.h"
#include "plt-paper.h"

G_BEGIN_DECLS

#define PLT_FEUILLE_NO_REF ((PltRef){ NULL, 0, NULL })
#define PLT_FEUILLE_MARGIN 28 /* points: a sheet is two pages at most */

/* The parameters that these papers have in common. */
#define PLT_FEUILLE_PARAMS                                                                         \
  { "day", N_ ("Shooting day"), PLT_PARAM_REFERENCE, "shooting_day", NULL, NULL, NULL },           \
  {                                                                                                \
    "sheet", N_ ("Call sheet"), PLT_PARAM_REFERENCE, "call_sheet", NULL, NULL, NULL                \
  }
#define PLT_FEUILLE_STYLE_PARAMS                                                                   \
  { "langue",                                                                                      \
    N_ ("Language"),                                                                               \
    PLT_PARAM_CHOICE,                                                                              \
    NULL,                                                                                          \
    "fr,fr-en",                                                                                    \
    "fr",                                                                                          \
    N_ ("French,French and English") },                                                            \
      { "facile", N_ ("Plain language, large type"), PLT_PARAM_BOOLEAN, NULL, NULL, "0", NULL },   \
  {                                                                                                \
    "adresse-qr", N_ ("Addresses as QR codes"), PLT_PARAM_BOOLEAN, NULL, NULL, "1", NULL           \
  }

typedef struct
{
  PltPaperSource source;
  const PltDayPlan *day;
  guint index;   /* of the day in the plan */
  gboolean made; /* there is a row; else the values come from the plan */
  PltSheetFacts sheet;
  GArray *calls;                 /* PltCallFacts, of all groups */
  GArray *notes;                 /* PltCallNoteFacts */
  PltBatch *batch;               /* holds the texts of a sheet that is not made */
  GPtrArray *places;             /* PltLocationFacts of the day */
  const PltSheetFacts *replaced; /* (nullable): the version that it cancels */
  GPtrArray *changes;            /* PltCallChange since then */
  GHashTable *changed;           /* "call/12/pat_minutes" */
  gboolean bilingual, easy, qr;
  const char *owner;   /* (nullable): whose the sheets of a workbook are, where there are several */
  GStringChunk *words; /* of bilingual labels */
} PltFeuille;

gboolean
plt_feuille_open (PltFeuille *self, PltStore *store, const PltParams *params, GError **error);
void plt_feuille_close (PltFeuille *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltFeuille, plt_feuille_close)
/* Of a plan that is there: the day is not chosen yet. The source is left to its owner. */
void plt_feuille_begin (PltFeuille *self, const PltPaperSource *source);
void plt_feuille_end (PltFeuille *self);
/* Another day of the same plan; `sheet` NULL: the last version, else as the plan would make it. */
void plt_feuille_turn (PltFeuille *self, guint index, const PltSheetFacts *sheet);

/* ---- words: plt-feuille-words.c ---- */

const char *plt_feuille_label (const PltFeuille *self, const char *french);
const char *plt_feuille_department (const PltFeuille *self, const char *id); /* "Régie" */
const char *plt_feuille_day_type (const PltFeuille *self);
guint plt_feuille_n_departments (void);
const char *plt_feuille_department_id (guint i); /* in the order crews are used to read */
/* Where somebody of the crew belongs: what the call says, else the engagement, else "autre". */
const char *plt_feuille_department_of (const PltFeuille *self, const PltCallFacts *call);
/* The department that somebody names: by its id, its French or its English name; NULL with an
 * error. */
const char *plt_feuille_department_named (const PltFeuille *self, const char *name, GError **error);
char *plt_feuille_week (const PltFeuille *self); /* "S2", "" */
/* "Inès Kerbrat", "12 Passagers du bac", "à distribuer" */
char *plt_feuille_who (const PltFeuille *self, const PltCallFacts *call);
char *plt_feuille_travel (const PltFeuille *self, const PltCallFacts *call); /* mode, driver */
char *plt_feuille_minor (const PltFeuille *self, const PltCallFacts *call);  /* "" of an adult */
const PltPersonFacts *plt_feuille_driver (const PltFeuille *self, const PltCallFacts *call);
/* Where: what the call says, else the stop of the movement, else where that begins; "" unknown. */
const char *plt_feuille_pickup (const PltFeuille *self, const PltCallFacts *call);
char *plt_feuille_address (const PltLocationFacts *place, const char *separator);
char *plt_feuille_sets (const PltFeuille *self,
                        const PltDayPlan *day,
                        const PltLocationFacts *place, /* NULL: of those without one */
                        gboolean anywhere,
                        const char *separator);
/* When the shoot moves to the place at `index`; PLT_UNKNOWN of the first one, or when the lengths
 * before it are not all known. */
gint64 plt_feuille_move (const PltFeuille *self, guint index);

/* ---- pieces of paper: plt-feuille-pieces.c ---- */

PltRef plt_feuille_ref (const PltFeuille *self, const char *column); /* to the row of the sheet */
PltRef plt_feuille_call_ref (const PltCallFacts *call, const char *column);
/* The style of a value, or the one that marks it as changed. */
const char *plt_feuille_style (const PltFeuille *self, PltRef ref, const char *style);
/* A cell with its source and its style. */
PltDocCell *
plt_feuille_dress (const PltFeuille *self, PltDocCell *cell, PltRef ref, const char *style);
/* What a table is called in a workbook: "Lieux", or "NORA, lieux" where it has an owner. */
const char *plt_feuille_table_name (const PltFeuille *self, const char *french);
void plt_feuille_heading (const PltFeuille *self, PltDocument *document, const char *french);
/* The first two rows and the last two stay together; a short table stays whole. */
void plt_feuille_keep (PltDocTable *table, guint n_body_rows, guint row);

/* Lines of boxes in one grid, a small title above each value. What is empty takes no room, nor does
 * a grid without boxes. */
typedef struct
{
  const PltFeuille *feuille;
  PltDocument *document;
  PltDocFields *fields; /* NULL before the first box */
  gboolean broken;
} PltFeuilleBoxes;

void
plt_feuille_boxes_begin (PltFeuilleBoxes *self, const PltFeuille *feuille, PltDocument *document);
void plt_feuille_boxes_line (PltFeuilleBoxes *self); /* the next box begins a line */
/* `weight`: share of the width. An empty value is left out. */
void plt_feuille_boxes_add (PltFeuilleBoxes *self,
                            const char *french,
                            double weight,
                            const char *value,
                            PltRef ref,
                            const char *style /* NULL: plain */);
/* The same, and an empty box when there is no value. */
void plt_feuille_boxes_need (PltFeuilleBoxes *self,
                             const char *french,
                             double weight,
                             const char *value,
                             PltRef ref,
                             const char *style);
/* Of the sheet itself, by column. */
void plt_feuille_boxes_text (PltFeuilleBoxes *self,
                             const char *french,
                             const char *column,
                             double weight,
                             const char *value);
void plt_feuille_boxes_clock (
    PltFeuilleBoxes *self, const char *french, const char *column, double weight, gint64 minutes);

/* "Feuille de service n° 3": `what` (nullable) follows the day. */
PltDocument *
plt_feuille_new_paper (const PltFeuille *self, const char *title, const char *what, double margin);

PltDocument *plt_feuille_paper (const PltFeuille *self, const char *department);

/* ---- the blocks, in their order ---- */

void plt_feuille_add_head (const PltFeuille *self, PltDocument *document);
void plt_feuille_add_hours (const PltFeuille *self, PltDocument *document);
void plt_feuille_add_places (const PltFeuille *self, PltDocument *document);
void plt_feuille_add_codes (const PltFeuille *self, PltDocument *document); /* QR */
/* `brief`: of one person: without what only the crew looks up, with whom to call */
void plt_feuille_add_emergencies (const PltFeuille *self, PltDocument *document, gboolean brief);
/* `wanted` (nullable): "4, 7, 12A"; the sum only without it */
void plt_feuille_add_sequences (const PltFeuille *self, PltDocument *document, const char *wanted);
/* `department` (nullable): of the crew that one alone */
void plt_feuille_add_calls (const PltFeuille *self, PltDocument *document, const char *department);
void plt_feuille_add_needs (const PltFeuille *self, PltDocument *document, const char *department);
void plt_feuille_add_logistics (const PltFeuille *self, PltDocument *document);
/* And reminders. */
void plt_feuille_add_safety (const PltFeuille *self, PltDocument *document);
void plt_feuille_add_forecasts (const PltFeuille *self, PltDocument *document);
void plt_feuille_add_signatures (const PltFeuille *self, PltDocument *document);
/* Plain language, for everybody or for the one of `call`. */
void plt_feuille_add_easy (const PltFeuille *self, PltDocument *document, const PltCallFacts *call);

/* ---- dates: plt-feuille-dates.c ---- */

void plt_feuille_set_calendar (const PltFeuille *self, PltDocument *document, const char *name);
void plt_feuille_add_day_entry (const PltFeuille *self, PltDocument *document);
void plt_feuille_add_call_entry (const PltFeuille *self,
                                 PltDocument *document,
                                 const PltCallFacts *call);

G_END_DECLS
