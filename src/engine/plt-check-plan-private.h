/* What the checks of a plan de travail share, made once for all of them.
 *
 * plt_check_plan() runs at each move of the mouse: nothing here is looked up twice, and a check
 * walks the arrays below instead of searching the facts. Names are made when a finding needs one.
 *
 * - A day: PltCheckDay, at the index of the plan's days; `hours` says whether its hours may be
 * used.
 * - A strip of it: PltCheckStrip, with its séquence, its place and its minutes.
 * - A unit: its dated shooting days by date; rest, weeks and rows of days are of a unit.
 * - A role: PltCheckRole, one an element of the family "roles", with its engagement, its person and
 *   for each day of the plan the hours between which its séquences stand. Those hours are the
 * widest that the order of the strips allows: from the PAT plus the strips before its first one, to
 * the end of the day less the strips after its last one; a strip without a length counts nothing.
 * HMC is not in them: `hmc` comes before.
 *
 * The hours of a day are PAT and wrap, after midnight above 24:00; `away` is what is not work in
 * them: the banners of kind "repas", else the usual length of a meal when the day has one, else the
 * short break of a continuous day. */
#pragma once

#include "plt-availability.h"
#include "plt-calendar.h"
#include "plt-check.h"
#include "plt-plan-marks.h"
#include "plt-rules.h"

G_BEGIN_DECLS

#define PLT_MINUTES_PER_DAY 1440

typedef struct
{
  const PltStripFacts *strip;
  const PltSequenceFacts *sequence; /* (nullable): NULL for a banner */
  const PltLocationFacts *place;    /* (nullable) */
  PltEffectClass effect;
  gint64 minutes; /* PLT_UNKNOWN */
} PltCheckStrip;

typedef struct
{
  const PltDayPlan *plan;
  gboolean shooting;         /* it is numbered: J1, J2 .. */
  gboolean hours;            /* shooting, dated, with a beginning and an end after it */
  gint64 unit;               /* 1 when it is not typed */
  PltDate date;              /* PLT_DATE_NONE */
  PltDate monday;            /* of its civil week; PLT_DATE_NONE */
  gint64 start, end;         /* of `hours` only */
  gint64 away;               /* meal or break within them */
  int utc_start, utc_end;    /* minutes of the legal time of its place ahead of UTC, at each */
  const PltHoliday *holiday; /* (nullable) */
  PltCheckStrip *strips;
  guint n_strips;
  char *name; /* (nullable): until plt_check_day_name() */
} PltCheckDay;

/* A day of a role. */
typedef struct
{
  guint n;           /* strips with it; 0: the rest means nothing */
  guint first, last; /* of them, indices of the day's strips */
  gint64 minutes;    /* of its strips, as far as they are known */
  gint64 start, end; /* the widest hours; PLT_UNKNOWN when the day has no hours */
  /* the narrowest: it is surely there from latest_start and until earliest_end, whatever the
   * strips whose length is not known, pauses and delays take */
  gint64 latest_start, earliest_end;
} PltCheckWork;

typedef struct
{
  const PltElementFacts *element;
  const PltCategoryFacts *category;
  const PltEngagementFacts *engagement; /* (nullable): the firmest one */
  const PltPersonFacts *person;         /* (nullable) */
  guint n_players;                      /* engagements as firm as that one: twins share a role */
  gint64 hmc;                           /* minutes before it is ready; 0 when not typed */
  gboolean child;                       /* of a category of children */
  PltCheckWork *work;                   /* one for each day of the plan */
} PltCheckRole;

typedef struct
{
  gint64 unit;
  guint *days; /* indices of its dated shooting days, by date, then by position */
  guint n_days;
} PltCheckUnit;

typedef struct
{
  const PltFacts *facts;
  const PltPlan *plan;
  GPtrArray *issues; /* where findings go */
  PltRules *rules;
  PltCalendar *calendar;
  PltAvailability *availability;
  PltPlanMarks *marks;
  PltCheckDay *days;
  guint n_days;
  PltCheckRole *roles;
  guint n_roles;
  PltCheckUnit *units;
  guint n_units;
  guint *by_date; /* indices of the dated shooting days of all units, by date */
  guint n_by_date;
  GHashTable *role_index; /* element id -> PltCheckRole */
  PltCheckStrip *strips;  /* of all days, where theirs are */
  PltCheckWork *works;    /* of all roles */
  guint *dated;           /* of all units */
  GPtrArray *unconfirmed; /* of plt-check-plan-availability.c, while it runs */
} PltPlanCheck;

PltPlanCheck *plt_plan_check_new (const PltFacts *facts, const PltPlan *plan, GPtrArray *issues);
void plt_plan_check_free (PltPlanCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltPlanCheck, plt_plan_check_free)

const char *plt_check_day_name (PltCheckDay *day); /* "J12 (lun. 12 avr.)", as long as the day */
/* (nullable): the rule, where the referential has it and it is a number. */
const PltRule *plt_plan_check_rule (const PltPlanCheck *self,
                                    const char *agreement, /* (nullable): the production's */
                                    const char *code);
/* The premium of a rule in per cent of the wage, 0 when the referential does not say. */
int plt_plan_check_percent (const PltPlanCheck *self, const char *agreement, const char *code);
/* (nullable) */
const PltCheckRole *plt_plan_check_role (const PltPlanCheck *self, gint64 element);
int plt_check_age (PltDate birth, PltDate date); /* in whole years */
/* Minutes between two hours of two days, the change of the clock between them counted. */
gint64 plt_check_minutes_between (const PltCheckDay *before,
                                  gint64 end,
                                  const PltCheckDay *after,
                                  gint64 start);

/* Minutes from the beginning to the end of a day that has hours, the change of the clock counted.
 */
gint64 plt_check_day_length (const PltCheckDay *day);
/* "1, 4, 7A": names of several things in a sentence, the first ones and how many more there are. */
char *plt_check_join (const char *const *names, guint n);

/* One concern a file; each appends its findings. */
void plt_check_plan_calendar (PltPlanCheck *self);     /* dates, holidays, Sundays, studio */
void plt_check_plan_hours (PltPlanCheck *self);        /* of a day and of a week */
void plt_check_plan_rest (PltPlanCheck *self);         /* between days, days in a row */
void plt_check_plan_weeks (PltPlanCheck *self);        /* weekly rest, weeks of six days */
void plt_check_plan_artists (PltPlanCheck *self);      /* hours and rest of those who play */
void plt_check_plan_children (PltPlanCheck *self);     /* minors */
void plt_check_plan_availability (PltPlanCheck *self); /* people and places that are not free */
void plt_check_plan_permits (PltPlanCheck *self);      /* of places, weapons, animals */
void plt_check_plan_light (PltPlanCheck *self);        /* daylight against effects */
void plt_check_plan_order (PltPlanCheck *self);        /* wishes, chronology, what was shot */
void plt_check_plan_soft (PltPlanCheck *self);         /* what can be done and costs */

G_END_DECLS
