/* Présences (day out of days): what each role, silhouette, animal, vehicle or piece of equipment
 * does on each day of a plan, and on each date of an event that is no day of it.
 *
 * A cell follows from, in this order: what somebody typed (table "presence"); a strip of the day;
 * an event of that date, of the element or of the person engaged in the role; the kind of the day;
 * the rule of the engagement for the days in between. The rule ("hold", else the unit of pay):
 * "jours" leaves such a day free; "attente" and "forfait" keep the person waiting, paid;
 * "interruption" does too, but releases them in a gap of more than drop_after idle shooting days;
 * "semaine" pays the weeks in which they work. Of several engagements in a role the first counts.
 * A role nobody is engaged in waits, other elements are free and say nothing.
 *
 * Idle days are shooting days: rest days and holidays of the company say nothing, a break of the
 * company is a break for those between their first and last day, and so is a day of travel, but not
 * for one paid by the day or released. Two units on one date are one day for a role: it does not
 * wait in one while it works in the other, nor twice; totals count dates, columns only where the
 * plan has no dates. Days and weeks between columns that the plan does not have are not invented.
 *
 * O(elements x days + events + typed). Borrowed from the plan and its facts, which must outlive it.
 */
#pragma once

#include "plt-plan.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_MEANING_NONE, /* nothing is said: before the first day, after the last, rest */
  PLT_MEANING_SHOOTS,
  PLT_MEANING_WAITS, /* paid, between two days of work */
  PLT_MEANING_FITTING,
  PLT_MEANING_REHEARSAL,
  PLT_MEANING_TRAVEL,
  PLT_MEANING_DUBBING,
  PLT_MEANING_FREE,        /* not paid, between two days of work */
  PLT_MEANING_RELEASED,    /* in a long gap */
  PLT_MEANING_CALLED_BACK, /* shoots, on the first day after it */
  PLT_MEANING_DAY_OFF,     /* of the company */
  PLT_N_MEANINGS
} PltMeaning;

const char *plt_meaning_id (PltMeaning meaning); /* "tourne", as the tables have it; "" for none */
PltMeaning plt_meaning_find (const char *id);    /* NONE when there is no such */
gboolean plt_meaning_is_work (PltMeaning meaning); /* shoots, or called back */

/* ---- letters ---- */

#define PLT_LETTERS_REFERENTIAL "lettres-presence"

/* How meanings are written. The letters of the production (table "presence_code") come first, then
 * those of the referential. */
typedef struct _PltLetters PltLetters;

/* `shipped` (nullable): content of the referential; what neither says is written as its id. */
PltLetters *plt_letters_new (const PltFacts *facts, const char *shipped);
void plt_letters_free (PltLetters *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltLetters, plt_letters_free)
const char *plt_letters_get (const PltLetters *self, PltMeaning meaning, gboolean international);
const char *plt_letters_title (const PltLetters *self, PltMeaning meaning); /* French: papers */
gboolean plt_letters_is_paid (const PltLetters *self, PltMeaning meaning);
/* What somebody typed: a letter, an international code, an id or a title, case set aside; "X" is
 * work for all. An empty text is NONE. FALSE when it is none of them. */
gboolean plt_letters_parse (const PltLetters *self, const char *text, PltMeaning *meaning);

/* ---- the table ---- */

typedef struct
{
  PltDate date;          /* PLT_DATE_NONE: a day without date */
  const PltDayPlan *day; /* NULL: a date with events that is no day of the plan */
  int index;             /* of the day in the plan, -1 */
  guint n_roles;         /* that work */
} PltPresenceColumn;

typedef enum
{
  PLT_PRESENCE_TYPED = 1 << 0,  /* somebody typed it */
  PLT_PRESENCE_START = 1 << 1,  /* first day of work */
  PLT_PRESENCE_FINISH = 1 << 2, /* last one */
  PLT_PRESENCE_DROP = 1 << 3,   /* last day of work before a release */
  PLT_PRESENCE_EVENT = 1 << 4,  /* an event on that date, whether the cell says it or not */
} PltPresenceFlags;

typedef struct
{
  guint8 meaning, derived; /* PltMeaning: as shown; as it follows without what was typed there */
  guint8 flags;            /* PltPresenceFlags */
  guint8 n_strips;
  gint64 typed; /* row of "presence", 0 */
} PltPresenceCell;

typedef struct
{
  const PltElementFacts *element;
  const PltCategoryFacts *category;
  const PltEngagementFacts *engagement; /* (nullable) */
  PltPresenceCell *cells;               /* one a column */
  int first, last;                      /* columns of work, -1 */
  guint n_worked, n_waiting, n_fitting, n_rehearsal, n_travel, n_dubbing, n_free, n_released;
  guint n_paid;        /* days whose meaning is paid */
  gint64 n_guaranteed; /* of the engagement, PLT_UNKNOWN */
  guint n_span;        /* shooting days from first to last */
  gboolean costly;     /* the span is more than twice the days worked */
} PltPresenceRow;

typedef struct
{
  const PltPlan *plan;
  GPtrArray *columns; /* PltPresenceColumn, in the order of the plan, events at their date */
  GPtrArray *rows;    /* PltPresenceRow: roles first, in the order of plan->presences */
  GHashTable *index;  /* element id -> PltPresenceRow */
} PltPresenceTable;

PltPresenceTable *plt_presence_table_new (const PltPlan *plan, const PltLetters *letters);
void plt_presence_table_free (PltPresenceTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltPresenceTable, plt_presence_table_free)
const PltPresenceRow *plt_presence_table_find (const PltPresenceTable *self,
                                               gint64 element); /* (nullable) */
gboolean plt_presence_row_is_role (const PltPresenceRow *row);
/* Types `meaning` into the cell of a day of the plan, as an edit of a batch: what follows by itself
 * is not kept, and NONE takes back what was typed. FALSE with PLT_ERROR_INVALID for a date that is
 * no day of the plan. */
gboolean plt_presence_type (const PltPresenceTable *self,
                            const PltPresenceRow *row,
                            guint column,
                            PltMeaning meaning,
                            PltBatch *batch,
                            GError **error);
/* (transfer full): "T", or in international codes with its marks "SW", "WF", "SWF", "WD", "PW". */
char *plt_presence_cell_text (const PltPresenceCell *cell,
                              const PltLetters *letters,
                              gboolean international);
/* Which events say where somebody is, and as what: NONE for a recce or a set being built. */
PltMeaning plt_event_meaning (const PltEventFacts *event);

G_END_DECLS
