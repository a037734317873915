/* What the agreements share: the rules, the scale, the minutes of a week, the lines. */
#pragma once

#include "plt-calendar.h"
#include "plt-pay.h"
#include "plt-referential.h"
#include "plt-rules.h"

G_BEGIN_DECLS

#define PLT_PAY_ONE G_GINT64_CONSTANT (1000000)
#define PLT_PAY_HOUR 60
#define PLT_PAY_DAY 1440

/* An hourly base: week_cents * num / den centimes. */
typedef struct
{
  PltMoney week_cents;
  gint64 num, den;
} PltPayBase;

/* What a minute of effective work is, wherever it counts. */
typedef struct
{
  PltDate date;    /* of the calendar: after midnight, of the day after */
  gint32 clock;    /* minutes since midnight of `date` */
  gint32 of_day;   /* effective minutes of the working day before it */
  gint32 of_shoot; /* of them, of shooting */
  guint day;       /* index into the days of the week */
  gboolean shoot;
} PltPayMinute;

/* A working day: the stretches that begin on one date. */
typedef struct
{
  PltDate date;
  gint64 start, end; /* first and last hour of work, minutes since midnight of `date` */
  gint64 minutes;    /* effective */
  gint64 transport, travel;
  guint place;
  gboolean holiday_off;  /* a holiday that is not worked */
  gint64 longest_run;    /* minutes without a pause */
  guint first_minute, n; /* in the minutes of the week */
} PltPayDay;

typedef struct
{
  PltDate monday;
  GArray *days;    /* PltPayDay */
  GArray *minutes; /* PltPayMinute, in order */
} PltPayWeek;

/* Where a premium goes: one line of the week. */
typedef struct
{
  const char *rule;   /* static */
  const char *title;  /* static, French */
  const char *code;   /* of the referential, for the article */
  const char *source; /* (nullable): when there is no code */
  gint64 rate_e6;
  PltPayBase base;
  gint64 minutes;
  gint64 units; /* minutes x millionths of the base, exact */
  gboolean capped, doubtful;
} PltPayEntry;

struct _PltPayTables
{
  const PltFacts *facts;
  PltFacts *own; /* (nullable): a copy of what is read, which is then `facts` */
  PltRules *rules;
  PltCalendar *calendar;
  PltReferential *scale; /* (nullable) */
  char *scale_name;
  GHashTable *functions; /* "genre/as written" -> as the scale names it, what was found already */
};

/* Where the last minutes went: the next one most often goes there too. */
typedef struct
{
  const char *rule, *title; /* by their addresses */
  gint64 rate_e6;
  PltPayBase base;
  gboolean capped;
  PltDate day;
  guint entry;
  int share; /* -1: none */
} PltPayRecent;

#define PLT_PAY_N_RECENT 8

typedef struct
{
  const PltFacts *facts;
  PltPayOptions options;
  const char *agreement; /* "3097" */
  const PltPayTables *tables;
  const PltRules *rules;
  const PltCalendar *calendar;
  const char *rule_sets[2]; /* (nullable): "3097-artistes": asked before the agreement */
  PltDate at;               /* what an alert is about, 0 */
  PltDate day;              /* whose minutes are being added, 0 */
  PltDate holiday_date;     /* asked last */
  const PltHoliday *holiday;
  PltPay *pay;
  PltPayBase base;        /* of an hour of a contract by the week */
  PltPayBase day_base;    /* of an hour of a contract by the day */
  PltPayBase transport;   /* of an hour of transport and travel */
  PltMoney travel_week;   /* 2642: week of the habilleuse; PLT_UNKNOWN */
  gint64 grid_minutes[2]; /* R15: of five and six days, 0 without */
  PltMoney grid_cents[2];
  GArray *entries; /* PltPayEntry of the week */
  PltPayRecent recent[PLT_PAY_N_RECENT];
  guint next_recent;
} PltPayRun;

PltPay *plt_pay_alloc (void);
void plt_pay_run_init (PltPayRun *run, const PltPayTables *tables);
void plt_pay_run_days (PltPayRun *run, const PltPayWeek *week);
void plt_pay_run_clear (PltPayRun *run);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltPayRun, plt_pay_run_clear)

/* ---- rules ---- */

gint64 plt_pay_rule (const PltPayRun *run, const char *code, gint64 otherwise);
const char *plt_pay_source (const PltPayRun *run, const char *code); /* (nullable) */
/* "22:00-06:00": FALSE when the referential has none. `to` is past 1440 when it is the morning
 * after. */
gboolean plt_pay_span (const PltPayRun *run, const char *code, gint64 *from, gint64 *to);
const PltHoliday *plt_pay_holiday (PltPayRun *run, PltDate date); /* (nullable) */

/* ---- scale ---- */

gboolean plt_pay_find_scale (PltPayRun *run, const char *function, PltDate date, GError **error);

/* ---- weeks ---- */

/* (element-type PltPayWeek): FALSE with a sentence when stretches overlap or make no sense */
GPtrArray *plt_pay_weeks (const PltPayRun *run, const PltWorkDay *days, guint n, GError **error);
/* Is the week one of a contract by the week: five days in a row, or said so. */
gboolean plt_pay_is_weekly (const PltPayRun *run, const PltPayWeek *week);

/* ---- lines ---- */

/* `units`: minutes x rate; one line for each rule, rate and base. */
void plt_pay_add (PltPayRun *run,
                  const char *rule,
                  const char *code,
                  const char *title,
                  gint64 minutes,
                  gint64 rate_e6,
                  PltPayBase base,
                  gboolean capped,
                  gboolean doubtful);
/* A sum that does not come from hours. */
void plt_pay_add_sum (PltPayRun *run,
                      PltDate monday,
                      const char *rule,
                      const char *source,
                      const char *title,
                      PltMoney amount);
void plt_pay_close_week (PltPayRun *run, PltDate monday); /* entries become lines */
void plt_pay_alert (PltPayRun *run,
                    const char *rule,
                    PltSeverity severity,
                    const char *source,
                    const char *format,
                    ...) G_GNUC_PRINTF (5, 6);

/* ---- the agreements ---- */

void plt_pay_week_3097 (PltPayRun *run, const PltPayWeek *week);
void plt_pay_week_2642 (PltPayRun *run, const PltPayWeek *week);
/* Missing rest before each day of the week at `index`, paid and told. */
void plt_pay_check_rest (PltPayRun *run, const GPtrArray *weeks, guint index);
/* Limits of the day and of the week, weekly rest, days in a row. */
void plt_pay_check (PltPayRun *run, const GPtrArray *weeks);

G_END_DECLS
