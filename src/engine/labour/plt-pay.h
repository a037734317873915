/* From the hours of one person to what they are paid, minute by minute, under IDCC 3097 (title II,
 * technicians of film) and IDCC 2642 (audiovisual production). Pure.
 *
 * The result depends on the order of the hours: each minute of effective work gets the premiums of
 * its place in the week, in the day, in the night and in the calendar; the ceiling of premiums,
 * where the agreement has one, is held minute by minute, the weekly overtime first because the law
 * guarantees it. Thresholds and rates come from the referential "temps-de-travail", minima from
 * "minima-3097" and "minima-2642", holidays from "jours-feries"; each line names its rule (R02,
 * P05) and its article. Points the texts leave open are options (PltPayOptions), and a line that
 * rests on one says so.
 *
 * Rounding: each line to the centime, half up; the exact sum of a week, for each base, is rounded
 * so too, and where the lines do not add up to it a line "ARR" says the centime. */
#pragma once

#include "plt-issue.h"
#include "plt-facts.h"
#include "plt-rules.h"

G_BEGIN_DECLS

/**
 * PltWorkKind:
 * @PLT_WORK_SHOOT: hours of shooting
 * @PLT_WORK_OTHER: effective work that is not shooting: preparation, building, wrap
 * @PLT_WORK_TRANSPORT: from the meeting point to the set, or back
 * @PLT_WORK_TRAVEL: the person does not go home
 * @PLT_WORK_HOLIDAY: a public holiday that is not worked, and paid
 */
typedef enum
{
  PLT_WORK_SHOOT,
  PLT_WORK_OTHER,
  PLT_WORK_TRANSPORT,
  PLT_WORK_TRAVEL,
  PLT_WORK_HOLIDAY,
} PltWorkKind;

/**
 * PltWorkPlace:
 * @PLT_WORK_PARIS: the Paris region
 * @PLT_WORK_STUDIO: in a studio
 * @PLT_WORK_APPROVED_STUDIO: in an approved studio, whose night begins at another hour
 */
typedef enum
{
  PLT_WORK_ANYWHERE = 0,
  PLT_WORK_PARIS = 1 << 0,
  PLT_WORK_STUDIO = 1 << 1,
  PLT_WORK_APPROVED_STUDIO = 1 << 2,
} PltWorkPlace;

/**
 * PltWorkDay:
 * @start: minutes since midnight of @date; @end may be past 1440
 * @meal_start: %PLT_UNKNOWN when there was no meal
 *
 * One stretch of work. A day may have several, of several kinds.
 */
typedef struct
{
  PltDate date;
  gint64 start, meal_start, meal_end, end;
  PltWorkKind kind;
  guint place; /* PltWorkPlace */
} PltWorkDay;

typedef enum
{
  PLT_CONTRACT_AUTO, /* by the week when five days in a row are worked in it */
  PLT_CONTRACT_WEEK,
  PLT_CONTRACT_DAY,
} PltContract;

/**
 * PltDayBase:
 * @PLT_DAY_BASE_RAISED: premiums of a contract by the day are counted on the raised rate
 * @PLT_DAY_BASE_PLAIN: on the plain rate, and added to the 25 %
 * @PLT_DAY_BASE_INSTEAD: on the plain rate, in place of the 25 %
 */
typedef enum
{
  PLT_DAY_BASE_RAISED,
  PLT_DAY_BASE_PLAIN,
  PLT_DAY_BASE_INSTEAD,
} PltDayBase;

/* What the texts leave open, and what the sheet does not say. */
typedef struct
{
  int contract;             /* PltContract */
  int day_base;             /* PltDayBase: R06b */
  gboolean ceiling;         /* R14 */
  gboolean rest_in_ceiling; /* does it hold R11 */
  gboolean may_in_ceiling;  /* does it hold 1 May */
  gboolean advertising;     /* R07 */
  gboolean equivalence;     /* R15 */
  gboolean holiday_counts;  /* a holiday not worked counts in the hours of the week */
  gboolean sunday_rest, holiday_rest, sixth_day_rest; /* is it taken; else it is paid */
  gboolean decor;       /* 2642: a function of the list of P03 and P06 */
  gboolean specialised; /* 2642: which scale of the function, and of the habilleuse of P16 */
  int genre;            /* 2642: PltPayGenre */
  gint64 week_cents;    /* agreed weekly wage, PLT_UNKNOWN for the minimum */
} PltPayOptions;

typedef enum
{
  PLT_GENRE_FICTION,
  PLT_GENRE_FLUX,
  PLT_GENRE_DOCUMENTARY,
} PltPayGenre;

void plt_pay_options_init (PltPayOptions *self);
/**
 * plt_pay_options_set:
 * @name: "plafond"
 * @value: "non"
 *
 * An option by name, as the command line and files write it.
 */
gboolean
plt_pay_options_set (PltPayOptions *self, const char *name, const char *value, GError **error);

/**
 * PltPayLine:
 * @week: its Monday
 * @rule: "R02", "P05"
 * @title: in French
 * @source: (nullable): article
 * @minutes: that it pays for, 0 for a lump sum
 * @rate_e6: of the base: 250000 adds a quarter
 * @base: of an hour, in ten-thousandths of a centime, rounded for show
 * @capped: the ceiling took something away from it
 * @doubtful: rests on a point that the texts leave open
 */
typedef struct
{
  PltDate week;
  char *rule, *title, *source;
  gint64 minutes, rate_e6, base_e4;
  PltMoney amount;
  gboolean capped, doubtful;
} PltPayLine;

/* What an hour is paid as. */
typedef enum
{
  PLT_PAY_NORMAL, /* hours without overtime: counted by whoever shows them */
  PLT_PAY_P25,    /* overtime at a quarter more */
  PLT_PAY_P50,    /* at a half more */
  PLT_PAY_MORE,   /* beyond: 75 %, 100 %, sixth day, eleventh hour */
  PLT_PAY_NIGHT,
  PLT_PAY_SUNDAY,
  PLT_PAY_PUBLIC, /* public holiday */
  PLT_PAY_REST,   /* rest that was missing: heures anticipées */
  PLT_PAY_TRANSPORT,
  PLT_PAY_TRAVEL,
  PLT_PAY_OTHER, /* wages, guarantees, lump sums, roundings */
  PLT_N_PAY_KINDS,
} PltPayKind;

/* Which one a line is. `title` tells the guaranteed hours of a day from those after them. */
PltPayKind plt_pay_kind (const char *rule, const char *title, gint64 rate_e6);

/* Minutes of a line that belong to one working day. Strings are static. */
typedef struct
{
  PltDate date;
  const char *rule, *title;
  gint64 rate_e6, minutes;
} PltPayShare;

/* A working day: first and last hour, minutes since midnight of @date; minutes of effective work,
 * of transport that is no work, of travel. */
typedef struct
{
  PltDate date;
  gint64 start, end, minutes, transport, travel;
} PltPayTotal;

/**
 * PltPay:
 * @function: as the scale names it
 * @base_name: "sem39", "sem35"
 * @week_cents: of the scale, or agreed
 * @lines: (element-type PltPayLine): week by week
 * @alerts: (element-type PltIssue): limits that were passed, points left open; of a day, its date
 *   is the id of the reference, of a week its Monday
 * @shares: (element-type PltPayShare): what of the lines belongs to which day
 * @days: (element-type PltPayTotal): by date
 * @minutes: of effective work
 * @total: gross
 * @incomplete: something of it is not known: an alert says what
 */
typedef struct
{
  char *function;
  const char *base_name;
  PltMoney week_cents;
  GPtrArray *lines;
  GPtrArray *alerts;
  GArray *shares, *days;
  gint64 minutes;
  PltMoney total;
  gboolean incomplete;
} PltPay;

/* What pay is read from: rules, holidays and the scale of the agreement, parsed once for all who
 * are paid. Borrows from the facts. */
typedef struct _PltPayTables PltPayTables;

PltPayTables *plt_pay_tables_new (const PltFacts *facts);
/* The same with a copy of what is read: it borrows nothing. */
PltPayTables *plt_pay_tables_new_own (const PltFacts *facts);
/* Whether those of @facts would say the same. */
gboolean plt_pay_tables_are_of (const PltPayTables *self, const PltFacts *facts);
PltPayTables *plt_pay_tables_ref (PltPayTables *self);
void plt_pay_tables_free (PltPayTables *self); /* lets go of one reference */
/* A public holiday of the territory of the production. */
gboolean plt_pay_tables_is_holiday (const PltPayTables *self, PltDate date);
const PltRules *plt_pay_tables_rules (const PltPayTables *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltPayTables, plt_pay_tables_free)

/**
 * plt_pay_new:
 * @facts: agreement and territory of the production, and its referentials
 * @function: its name in the scale, or a beginning of words that only one has
 * @date: of the scale; %PLT_DATE_NONE for that of the first day
 * @days: in any order
 *
 * Returns: (transfer full): %NULL with PLT_ERROR when the function is not found, is paid without
 *   hours, has no minimum at that date, or the days overlap
 */
PltPay *plt_pay_new (const PltFacts *facts,
                     const char *function,
                     PltDate date,
                     const PltPayOptions *options,
                     const PltWorkDay *days,
                     guint n_days,
                     GError **error);
/**
 * plt_pay_new_from:
 * @function: (nullable): %NULL for one the scale does not have: @options says the wage of its week
 *
 * plt_pay_new() with tables that are there already.
 */
PltPay *plt_pay_new_from (const PltPayTables *tables,
                          const char *function,
                          PltDate date,
                          const PltPayOptions *options,
                          const PltWorkDay *days,
                          guint n_days,
                          GError **error);
/* The wage of a contract by the day or by the week in the terms of the agreement: sem39 = 40 b, a
 * day alone 7 b raised by a quarter (IDCC 3097, art. 34); sem35 = 35 h, a day alone 8 h of
 * sem35 / 31,5 (IDCC 2642, art. IV.2.1). Sets the contract, and the week where `rate` is known.
 * `unit`: "semaine", "jour", "cachet". */
void plt_pay_options_set_rate (PltPayOptions *self,
                               const char *agreement,
                               const char *unit,
                               PltMoney rate);
PltPay *plt_pay_ref (PltPay *self);
void plt_pay_free (PltPay *self); /* lets go of one reference */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltPay, plt_pay_free)

/**
 * plt_work_days_parse:
 * @text: a table with a line of titles: date, start, meal_start, meal_end, end, place, kind
 *   (comma or semicolon); place of the words idf, region, studio, studio-agree; kind one of
 *   tournage, preparation, transport, voyage, ferie
 *
 * Returns: (transfer full) (element-type PltWorkDay): %NULL with the line that is wrong
 */
GArray *plt_work_days_parse (const char *text, GError **error);

G_END_DECLS
