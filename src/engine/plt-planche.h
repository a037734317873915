/* PltPlanche: the planche, the French cross-table of a plan de travail, as values.
 *
 * Columns are séquences in the order of shooting, grouped under their day, or one column a day;
 * a day without a séquence has one column. Between two dated days stand, when asked for, the
 * calendar days that the plan has no row for: Sundays, public holidays, days off, one narrow
 * column each, or one for a gap of more than PLT_PLANCHE_GAP days. They are `off`, as are the days
 * of the plan without shooting (repos, férié, relâche).
 *
 * Above stand lines that say what a column is (PltPlancheLine): a cell covers a week, a day, a
 * séquence, or séquences of one day in the same décor, side by side: walk a line from column 0 by
 * plt_planche_span(). Below stand bands (PltPlancheBand): elements by kind, the roles first by
 * number. Empty bands are left out.
 *
 * Weeks begin on Monday; a week is numbered S1, S2 ... by its first day of shooting, and a week
 * without shooting has no number. What a role does on a day on which none of its séquences is shot,
 * and the days worked, waited for and paid, are those of the présences (plt-presence.h); a
 * guaranteed number of days is paid at least.
 *
 * Texts are French, without a locale. A planche borrows from its plan and its facts. */
#pragma once

#include "plt-calendar.h"
#include "plt-presence.h"

G_BEGIN_DECLS

#define PLT_PLANCHE_GAP 7

typedef enum
{
  PLT_PLANCHE_WEEK,      /* "S1 · 10 – 16 mai" */
  PLT_PLANCHE_DAY,       /* "J3", "J4 réserve", "Repos" */
  PLT_PLANCHE_DATE,      /* "lun. 10 mai" */
  PLT_PLANCHE_TYPE,      /* "2e équipe · nuit" */
  PLT_PLANCHE_PLACE,     /* "Port ; Maison, Brest" */
  PLT_PLANCHE_ADDRESS,   /* "3 quai du Nord, 29200 Brest" */
  PLT_PLANCHE_HOURS,     /* "9h00 – 19h00" */
  PLT_PLANCHE_SUN,       /* "7h33 – 21h01" */
  PLT_PLANCHE_SET,       /* "CAFÉ DU PORT / SALLE"; of a day off what it is */
  PLT_PLANCHE_EFFECT,    /* "I/J" */
  PLT_PLANCHE_NUMBER,    /* "12A", "14 (2/2)" */
  PLT_PLANCHE_SYNOPSIS,  /* short */
  PLT_PLANCHE_STORY_DAY, /* "J2" */
  PLT_PLANCHE_LENGTH,    /* "1:20", seconds of film */
  PLT_PLANCHE_PAGES,     /* "1 2/8", eighths */
  PLT_PLANCHE_SHOTS,     /* "7" */
  PLT_PLANCHE_TIME,      /* "1 h 20", minutes of shooting */
  PLT_PLANCHE_NOTE,      /* of the day */
  PLT_PLANCHE_N_LINES
} PltPlancheLine;

typedef enum
{
  PLT_PLANCHE_ROLES,
  PLT_PLANCHE_SILHOUETTES,
  PLT_PLANCHE_STUNTS, /* doublures, cascades */
  PLT_PLANCHE_EXTRAS, /* figuration */
  PLT_PLANCHE_CHILDREN,
  PLT_PLANCHE_ANIMALS,
  PLT_PLANCHE_VEHICLES,
  PLT_PLANCHE_WEAPONS,
  PLT_PLANCHE_PROPS,
  PLT_PLANCHE_SET_DRESSING,
  PLT_PLANCHE_SFX,
  PLT_PLANCHE_VFX,
  PLT_PLANCHE_EQUIPMENT, /* special equipment: grue, steadicam, drone */
  PLT_PLANCHE_CREW,      /* image, lumière, machinerie, son: what is added */
  PLT_PLANCHE_COSTUMES,  /* costumes, maquillage, coiffure */
  PLT_PLANCHE_UNIT,      /* régie, sécurité, éco-production, accessibilité */
  PLT_PLANCHE_OTHER,
  PLT_PLANCHE_N_BANDS
} PltPlancheBandKind;

/**
 * PltPlancheColumn:
 * @day: index in the days of the planche
 * @strips: (element-type PltStripFacts): of séquences, one unless a column is a day; may be empty
 */
typedef struct
{
  guint day;
  GPtrArray *strips;
} PltPlancheColumn;

/**
 * PltPlancheDay:
 * @plan: (nullable): the day of the plan, %NULL for a calendar day it has no row for
 * @index: of it in the plan, -1
 * @presence: its column in the présences, -1
 * @date: or PLT_DATE_NONE
 * @last: the same date, or the last one of a gap that is one column
 * @first: its first column
 * @n: number of its columns
 * @week: index in the weeks of the planche
 * @off: nobody shoots: a narrow grey column
 */
typedef struct
{
  const PltDayPlan *plan;
  int index, presence;
  PltDate date, last;
  guint first, n;
  guint week;
  gboolean off;
} PltPlancheDay;

/* Columns `first` .. first + n - 1; number 0 without shooting; dates PLT_DATE_NONE when unknown. */
typedef struct
{
  guint number;
  PltDate from, to;
  guint first, n;
} PltPlancheWeek;

/**
 * PltPlancheRow:
 * @cells: (nullable): its présences
 * @code: number of the role, else the code of its category
 * @player: who plays it, "" when nobody is engaged
 * @worked: days; @waiting: days; @paid: days
 */
typedef struct
{
  const PltPresence *presence;
  const PltPresenceRow *cells;
  char *code;
  char *player;
  guint worked, waiting, paid;
} PltPlancheRow;

typedef struct
{
  PltPlancheBandKind kind;
  GPtrArray *rows; /* PltPlancheRow */
} PltPlancheBand;

/**
 * PltPlancheOptions:
 * @by_day: one column a day
 * @days_off: columns for the calendar days between two days of the plan
 * @letters: (nullable): of the présences, must outlive the planche; else those of the facts alone
 * @unplaced: elements that no day of the plan needs have a row too
 */
typedef struct
{
  gboolean by_day, days_off, unplaced;
  const PltLetters *letters;
} PltPlancheOptions;

typedef struct
{
  const PltPlan *plan;
  PltPlancheOptions options;
  PltCalendar *calendar;
  PltLetters *own_letters; /* (nullable) */
  PltPresenceTable *presences;
  GPtrArray *columns; /* PltPlancheColumn */
  GArray *days;       /* PltPlancheDay */
  GArray *weeks;      /* PltPlancheWeek */
  GPtrArray *bands;   /* PltPlancheBand */
} PltPlanche;

PltPlanche *plt_planche_new (const PltPlan *plan, const PltPlancheOptions *options);
void plt_planche_free (PltPlanche *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltPlanche, plt_planche_free)

const PltPlancheDay *plt_planche_day (const PltPlanche *self, guint column);
/* (nullable): of a column of one séquence; NULL for a column of a day. */
const PltStripFacts *plt_planche_strip (const PltPlanche *self, guint column);
const PltSequenceFacts *plt_planche_sequence (const PltPlanche *self, guint column);
/* Which band the elements of a category go to: by its code, else by its family. */
PltPlancheBandKind plt_planche_band_of (const PltCategoryFacts *category);

/* ---- lines ---- */

/* Columns that the cell of this column covers, 0 when the one before covers it. */
guint plt_planche_span (const PltPlanche *self, PltPlancheLine line, guint column);
char *plt_planche_text (const PltPlanche *self, PltPlancheLine line, guint column);
/* Seconds, eighths, shots or minutes of the column, of what is known; PLT_UNKNOWN for other lines
 * and when nothing is. */
gint64 plt_planche_value (const PltPlanche *self, PltPlancheLine line, guint column);
/* The same of a whole day: a séquence that is cut counts once. Minutes count for each strip. */
gint64 plt_planche_day_value (const PltPlanche *self, PltPlancheLine line, guint day);
gboolean plt_planche_is_empty (const PltPlanche *self, PltPlancheLine line);
/* The effect of a column: that of its séquences, PLT_EFFECT_NONE when they differ. */
PltEffectClass plt_planche_effect (const PltPlanche *self, guint column);

/* ---- cells of the bands ---- */

/**
 * PltPlancheMark:
 * @occurrence: (nullable): the first one in the column
 * @quantity: most that one of its séquences asks for, PLT_UNKNOWN when none says it
 * @letter: (nullable): of a day on which nothing of it is shot, in the first column of the day:
 * "A"; only roles have letters
 *
 * With neither occurrence nor letter the cell is empty.
 */
typedef struct
{
  const PltOccurrenceFacts *occurrence;
  gint64 quantity;
  const char *letter;
} PltPlancheMark;

PltPlancheMark plt_planche_mark (const PltPlanche *self, const PltPlancheRow *row, guint column);
/* "1", "12", "×", "A" or "". */
char *plt_planche_mark_text (const PltPlancheRow *row, const PltPlancheMark *mark);
/* What a band has in a column, in words: "Boussole ; 2 Cartes". Roles say their number and costume.
 */
char *plt_planche_band_text (const PltPlanche *self, const PltPlancheBand *band, guint column);
/* Elements of a band that are in a column, or on a day. */
guint plt_planche_count (const PltPlanche *self, const PltPlancheBand *band, guint column);
guint plt_planche_day_count (const PltPlanche *self, const PltPlancheBand *band, guint day);
/* People or things of a band needed on a day: of each the most that one séquence asks for, an
 * unknown quantity counting one. */
gint64 plt_planche_day_quantity (const PltPlanche *self, const PltPlancheBand *band, guint day);
/* (nullable) */
const PltPlancheBand *plt_planche_band (const PltPlanche *self, PltPlancheBandKind kind);

/* "dim. 16 mai · Pentecôte", "du 1er au 23 août", "Repos": why nobody shoots. */
char *plt_planche_off_text (const PltPlanche *self, guint day);

G_END_DECLS
