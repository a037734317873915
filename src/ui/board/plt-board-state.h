/* PltBoardState: what a board shows, as values: the pool and the days with their strips, every text
 * made. Knows no GTK and no store; it is computed from the facts and is never changed afterwards.
 *
 * Lane 0 is the pool of what is still to be placed, the others are the days of the plan by
 * position. The pool holds the strips without a day and, after them, the séquences to shoot that
 * have no strip yet: such a strip has id 0 and gets a row when it is moved. Every strip has a key
 * that stays the same while the plan changes: its id, or minus the id of its séquence.
 *
 * The state copies what it needs and does not keep the facts. */
#pragma once

#include "plt-effect-scheme.h"
#include "plt-issue.h"
#include "plt-plan.h"
#include "plt-statuses.h"

G_BEGIN_DECLS

#define PLT_BOARD_POOL 0

typedef enum
{
  PLT_BOARD_SEQUENCE,
  PLT_BOARD_MOVE_BANNER,
  PLT_BOARD_MEAL_BANNER,
  PLT_BOARD_NOTE_BANNER,
} PltBoardStripKind;

/**
 * PltBoardStrip:
 * @key: what stays the same of it
 * @id: row of the table strip, 0 when it has none yet
 * @sequence: row of the table sequence, 0 for a banner
 * @position: stored order within its lane, PLT_UNKNOWN when it has none
 * @minutes: shooting time, PLT_UNKNOWN when it is not known
 * @own_minutes: the strip's own time, PLT_UNKNOWN when it is that of its séquence
 * @effect: a PltEffectClass
 * @number: "12A"; with @part, "1/2", when the séquence is cut
 * @text: of a banner; its kind when it has no text of its own
 * @status: what became of it
 * @shot: on its day, wholly or in part: it stays there
 * @put_off: it was postponed and waits for another day
 * @needs: names of what it needs besides roles
 * @issue: (nullable): the messages of its issues, a line each
 */
typedef struct
{
  gint64 key, id, sequence, position, minutes, own_minutes;
  PltBoardStripKind kind;
  gboolean locked, shot, put_off;
  PltShootStatus status;
  int effect;
  char *number, *part, *code, *set, *synopsis, *roles, *eighths, *length, *time, *text;
  char *needs, *story_day, *place;
  char *issue;
  PltSeverity severity; /* of @issue */
} PltBoardStrip;

/**
 * PltBoardTotals: what the head of a day says of its strips.
 * @minutes: shooting time of what is known
 * @content: "2 sets · 1 move"
 * @length: "4:10 · 3 7/8 p."
 * @time: "8 h 20"
 */
typedef struct
{
  gint64 minutes;
  gboolean overlong;
  char *content, *length, *time;
} PltBoardTotals;

/**
 * PltBoardLane:
 * @day: row of the table shooting_day, 0 for the pool
 * @number: of the shooting day, 0 for the pool and days without shooting
 * @limit: shooting time a day can hold, PLT_UNKNOWN when it is not known
 * @name: "J3", "Rest", "To place"
 * @date: "mer. 12 mai", "" without one
 * @hours: "9h00 – 19h00"
 * @unit: the crew, "2nd unit", "" for the first
 * @units: its number, 1 when it is not known
 * @n_shot: séquences of it that were shot, @n_left: that were not
 * @sun: "6h12 – 21h15", "" when it cannot be known
 * @note: what else: kind, night, note
 * @strips: (element-type PltBoardStrip)
 */
typedef struct
{
  gint64 day, position, limit;
  guint number;
  gboolean locked;
  guint units, n_shot, n_left;
  char *name, *date, *hours, *sun, *note, *unit;
  PltBoardTotals totals;
  GPtrArray *strips;
  char *issue; /* (nullable): the messages of its issues, a line each */
  PltSeverity severity;
  guint n_issues;
} PltBoardLane;

/* What a strip may say besides its number and its effect, in the order of strip_fields. */
typedef enum
{
  PLT_BOARD_FIELD_SET,
  PLT_BOARD_FIELD_SYNOPSIS,
  PLT_BOARD_FIELD_ROLES,
  PLT_BOARD_FIELD_NEEDS,
  PLT_BOARD_FIELD_EIGHTHS,
  PLT_BOARD_FIELD_LENGTH,
  PLT_BOARD_FIELD_TIME,
  PLT_BOARD_FIELD_STORY_DAY,
  PLT_BOARD_FIELD_PLACE,
  PLT_BOARD_N_FIELDS
} PltBoardField;

#define PLT_BOARD_USUAL_FIELDS                                                                     \
  (1u << PLT_BOARD_FIELD_SET | 1u << PLT_BOARD_FIELD_SYNOPSIS | 1u << PLT_BOARD_FIELD_ROLES        \
   | 1u << PLT_BOARD_FIELD_EIGHTHS | 1u << PLT_BOARD_FIELD_LENGTH | 1u << PLT_BOARD_FIELD_TIME)

/* Bits of "decor,resume", the usual ones for "". */
guint plt_board_fields_parse (const char *ids);
char *plt_board_fields_format (guint fields);
const char *plt_board_field_title (PltBoardField field);

typedef struct
{
  gint64 schedule;   /* 0 when there is no plan */
  GPtrArray *lanes;  /* (element-type PltBoardLane), the pool first */
  GHashTable *index; /* key -> PltBoardStrip */
  PltEffectScheme effects;
  guint fields;     /* what a strip says: bits of PltBoardField */
  char *frozen;     /* (nullable): why nothing may be changed */
  char *remaining;  /* "42 strips · 6 days · 31 h 20 · 48:10 · 28 3/8 p." */
  gboolean started; /* something was shot */
} PltBoardState;

/* issues (nullable) (element-type PltIssue): marks strips and days. */
PltBoardState *
plt_board_state_new (const PltFacts *facts, const PltPlan *plan, const GPtrArray *issues);
void plt_board_state_free (PltBoardState *self);
const PltBoardLane *plt_board_state_lane (const PltBoardState *self, int lane); /* (nullable) */
/* (nullable): also when `index` is that of a head, -1 */
const PltBoardStrip *plt_board_state_strip (const PltBoardState *self, int lane, int index);
const PltBoardStrip *plt_board_state_find (const PltBoardState *self, gint64 key); /* (nullable) */
/* Where a strip is; FALSE when it is nowhere. */
gboolean plt_board_state_locate (const PltBoardState *self, gint64 key, int *lane, int *index);
int plt_board_state_lane_of_day (const PltBoardState *self, gint64 day); /* -1 when there is none */
int plt_board_lane_n (const PltBoardState *self, int lane); /* strips of it, 0 when there is none */

/* "J3 · mer. 12 mai": how a sentence names a lane. */
char *plt_board_lane_title (const PltBoardLane *lane);
/* "séquence 12", "déplacement": how a sentence names a strip. */
char *plt_board_strip_title (const PltBoardStrip *strip);
/* All that a strip says, for assistive technology and tooltips. */
char *plt_board_strip_describe (const PltBoardStrip *strip);
char *plt_board_lane_describe (const PltBoardLane *lane);
/* Does every word of the folded `needle` occur in what the strip says? */
gboolean plt_board_strip_matches (const PltBoardStrip *strip, const char *needle);

/* The same texts for the days of another computation of the same plan. */
void plt_board_totals_fill (PltBoardTotals *self, const PltDayPlan *day);
void plt_board_totals_clear (PltBoardTotals *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltBoardState, plt_board_state_free)

G_END_DECLS
