/* The hours noted (table work_hours) made into days, weeks and pay: one list of who worked, each
 * with what the labour engine says of his hours. Pure.
 *
 * A person is taken once for each engagement. A row is one stretch of work: its kind says which
 * ("tournage": shooting; "preparation", "essayage", "repetition", "postproduction": other effective
 * work; "voyage": travel; "repos", "absence": none, but a public holiday of rest is a paid one).
 * Before the start and after the end lies the transport: from `leave` and to `back` where they are
 * noted, else `travel_minutes`, half before and half after. HMC of a performer is the time from his
 * start to the PAT of his call of that day, else that of his engagement; it is paid apart
 * (plt-performer-pay.h).
 *
 * What is paid: technicians by plt-pay.h, performers by plt-performer-pay.h, at the rate of the
 * engagement, else at that of the line of the devis that names the engagement. Where nobody said a
 * rate, hours are counted and amounts stay unknown, with the sentence that says so; a lump sum has
 * no hours. A short week of an engagement by the week pays no guarantee that the contract does not
 * cover whole. Points the texts leave open are options of the labour engine: parameters of the
 * production called "paie-plafond", "paie-equivalence", "paie-assiette-jour" …, as
 * plt_pay_options_set() names them.
 *
 * A row that cannot be counted (no end, a meal outside the hours) counts nothing and says why; the
 * week is then incomplete. Strings are owned by the hours; facts and plan must outlive them. */
#pragma once

#include "plt-hours-memo.h"
#include "plt-plan.h"

G_BEGIN_DECLS

/* States of a row, in the order in which it goes through them. */
typedef enum
{
  PLT_HOURS_PLANNED,   /* "prevu" */
  PLT_HOURS_CORRECTED, /* "corrige" */
  PLT_HOURS_APPROVED,  /* "valide" */
  PLT_HOURS_SIGNED,    /* "signe" */
  PLT_N_HOURS_STATES,
} PltHoursState;

PltHoursState plt_hours_state (const PltHoursFacts *row);
const char *plt_hours_state_id (PltHoursState state);

/* What of a row was typed: flags of its column "typed". */
typedef enum
{
  PLT_HOURS_TYPED_START = 1 << 0,
  PLT_HOURS_TYPED_MEAL = 1 << 1,
  PLT_HOURS_TYPED_END = 1 << 2,
  PLT_HOURS_TYPED_TRAVEL = 1 << 3,
} PltHoursTyped;

guint plt_hours_typed (const char *flags);
char *plt_hours_typed_text (guint typed);

/**
 * PltHoursDay: one date of one person
 * @row: the first of its rows
 * @n_rows: how many it has
 * @start, @end: first and last hour, transport included; PLT_UNKNOWN
 * @worked: effective minutes, PLT_UNKNOWN when a row of it cannot be counted
 * @rest: since the working day before, PLT_UNKNOWN when there is none
 * @kinds: minutes by PltPayKind; overtime that is counted at the end of an engagement is not here
 * @why_not: (nullable): why it cannot be counted
 * @alert: (nullable): the gravest of its alerts
 */
typedef struct
{
  PltDate date;
  const PltHoursFacts *row;
  guint n_rows;
  gint64 start, end, worked, rest;
  gint64 kinds[PLT_N_PAY_KINDS];
  char *why_not;
  const PltIssue *alert;
} PltHoursDay;

/**
 * PltHoursWeek: one civil week of one person (IDCC 3097, title I, art. 20)
 * @first_day, @n_days: in the days of the person
 * @kinds: minutes by kind, @amounts: what they are paid
 * @first_line, @n_lines: in the lines of the pay of the person
 * @gross: PLT_UNKNOWN with the sentence @why_not
 * @wage: what the contract pays of it whatever the hours; PLT_UNKNOWN
 * @skipped: of its lines, a guarantee that is not due: not in the gross
 * @state: the least advanced of its rows
 * @alert: (nullable): the gravest of its alerts
 */
typedef struct
{
  PltDate monday;
  guint first_day, n_days;
  gint64 worked;
  gint64 kinds[PLT_N_PAY_KINDS];
  PltMoney amounts[PLT_N_PAY_KINDS];
  guint first_line, n_lines;
  PltMoney gross, wage, skipped;
  PltHoursState state;
  char *why_not;
  const PltIssue *alert;
} PltHoursWeek;

/**
 * PltHoursPerson:
 * @engagement: (nullable)
 * @name, @function, @department: "" when not known
 * @performer: paid by title III
 * @unit: of the rate: "semaine", "jour", "cachet", "forfait", ""
 * @rate: PLT_UNKNOWN; @rate_line: the line of the devis that says it, 0 for the engagement
 * @days: (element-type PltHoursDay): by date
 * @weeks: (element-type PltHoursWeek): by Monday
 * @pay: (nullable): %NULL where nothing could be counted
 * @why_not: (nullable): why amounts are not known
 */
typedef struct
{
  const PltPersonFacts *person;
  const PltEngagementFacts *engagement;
  char *name;
  const char *function, *department, *unit;
  gboolean performer;
  PltMoney rate;
  gint64 rate_line;
  GArray *days, *weeks;
  PltPay *pay;
  char *why_not;
} PltHoursPerson;

/**
 * PltHours:
 * @people: (element-type PltHoursPerson): by department, function and name
 * @tables: what pay is read from
 * @places: date -> PltWorkPlace
 * @memo: (nullable): only while it is made
 */
typedef struct
{
  const PltFacts *facts;
  const PltPlan *plan;
  GPtrArray *people;
  PltPayTables *tables;
  GHashTable *places;
  PltHoursMemo *memo;
} PltHours;

PltHours *plt_hours_new (const PltFacts *facts, const PltPlan *plan);
/**
 * plt_hours_new_known:
 * @memo: what was counted before, and what is counted now
 *
 * The same as plt_hours_new(): only those whose hours changed are counted.
 */
PltHours *plt_hours_new_known (const PltFacts *facts, const PltPlan *plan, PltHoursMemo *memo);
/**
 * plt_hours_new_with:
 * @rows: (array length=n_rows): instead of those of the facts: what would be if
 */
PltHours *plt_hours_new_with (const PltFacts *facts,
                              const PltPlan *plan,
                              const PltHoursFacts *rows,
                              guint n_rows);
PltHours *plt_hours_ref (PltHours *self);
void plt_hours_free (PltHours *self); /* lets go of one reference */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltHours, plt_hours_free)

/* (nullable) */
const PltHoursPerson *plt_hours_find (const PltHours *self, gint64 person, gint64 engagement);
const PltHoursWeek *plt_hours_week (const PltHoursPerson *person, PltDate monday);
const PltHoursDay *plt_hours_day (const PltHoursPerson *person, PltDate date);
PltDate plt_hours_monday (PltDate date);
/* (transfer full) (element-type PltDate): the Mondays of the weeks that have hours, in order. */
GArray *plt_hours_mondays (const PltHours *self);
/* (nullable): the engagement that covers the date: signed and confirmed ones first. */
const PltEngagementFacts *plt_hours_engagement (const PltFacts *facts, gint64 person, PltDate date);
/* The hours of a performer are those of an engagement with a role. */
gboolean plt_hours_is_performer (const PltEngagementFacts *engagement);

/* What a row cannot be counted for: (transfer full) (nullable): a sentence. */
char *plt_hours_row_error (const PltHoursFacts *row);
/* Stretches of a row, added to `days`. `hmc`: minutes of HMC after its start, 0. */
void plt_hours_row_stretches (const PltHoursFacts *row,
                              guint place,
                              gint64 hmc,
                              gboolean holiday,
                              GArray *days /* PltWorkDay */);

G_END_DECLS
