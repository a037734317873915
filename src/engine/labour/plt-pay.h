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

/**
 * PltPay:
 * @function: as the scale names it
 * @base_name: "sem39", "sem35"
 * @week_cents: of the scale, or agreed
 * @lines: (element-type PltPayLine): week by week
 * @alerts: (element-type PltIssue): limits that were passed, points left open
 * @minutes: of effective work
 * @total: gross
 */
typedef struct
{
  char *function;
  const char *base_name;
  PltMoney week_cents;
  GPtrArray *lines;
  GPtrArray *alerts;
  gint64 minutes;
  PltMoney total;
} PltPay;

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
void plt_pay_free (PltPay *self);

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
