/* The scripte's day: what the reports, their logs and the plan say of each shooting day, and what
 * it amounts to from the first day on. Pure.
 *
 * A day of the book is a shooting day of the plan, or a report that belongs to none of them. Days
 * are in the order of their dates; the running total of a day is the sum of the days up to it, and
 * of nothing else. What nobody wrote down is unknown, not zero: hours are only summed where they
 * are known, and `n_unknown_hours` says how many days are left out.
 *
 * What became of a séquence on a day: dropped, complete or postponed where the log says so in a
 * line of its own; complete when as many shots were kept as it was cut into (planned_shots), all
 * days together; partly when anything of it was recorded; else what the plan says of its strip. A
 * shot is made once a take of it is kept, and counts once a séquence, retakes apart.
 *
 * Seconds: a séquence counts its pré-minutage once in the film, when it is complete; a day on which
 * a part of it was shot counts it in proportion to the shots made, where the number of shots is
 * known, and nothing otherwise. The kept length is that of the longest kept take of each shot; the
 * shots of a séquence cover one another, so that the useful length is what the scripte typed for
 * the strip, and unknown before, but for a séquence of one shot.
 *
 * Source of the figures: practice of the rapport de production (scriptes' reports). */
#pragma once

#include "plt-plan.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_REPORT_NOT_SHOT,
  PLT_REPORT_PARTLY,
  PLT_REPORT_COMPLETE,
  PLT_REPORT_POSTPONED,
  PLT_REPORT_DROPPED,
} PltReportState;

/**
 * PltReportSequence: a séquence on a day
 * @strip: (nullable): of the plan, on that day
 * @planned: it stood on the day
 * @retake: it had been complete before, or the strip is a retake
 * @again: the log asks for it to be shot again
 * @explained: somebody wrote why it was not shot
 * @shot_seconds: of the pré-minutage, what this day counts
 * @shots: made on this day for the first time; @shots_before: on the days before
 */
typedef struct
{
  const PltSequenceFacts *sequence;
  const PltStripFacts *strip;
  PltReportState state;
  gboolean planned, retake, again, explained;
  gint64 first_minutes, last_minutes;
  gint64 seconds, shot_seconds, useful_seconds, kept_seconds;
  guint shots, shots_before, takes, kept;
  gint64 planned_shots;
} PltReportSequence;

/* What a day comes to, or several. */
typedef struct
{
  guint n_days; /* with something shot */
  guint complete, partly, dropped, postponed, retakes;
  guint shots, takes, kept;
  gint64 planned_seconds, shot_seconds, useful_seconds, kept_seconds;
  guint n_unknown_useful; /* séquences shot of which no length is known */
  gint64 work_minutes, over_minutes, lost_minutes;
  guint n_unknown_hours;
  guint cards, sound_cards, unsafe_cards;
  gint64 size_mb, card_seconds;
} PltReportFigures;

typedef struct
{
  const char *cause;
  gint64 day, total; /* minutes */
} PltReportDelay;

/**
 * PltReportDay:
 * @report: (nullable): nobody began one
 * @day: (nullable): no day of the plan
 * @planned_pat: of the call sheet; @planned_crew and @planned_end of it, else of the plan
 * @crew: ... @end: of the report; the first and last shot and the meal else of the log
 * @pat_late: minutes, negative when early; like @end_late
 * @span: from the arrival of the crew to the wrap; @work: without the meals
 * @over: work beyond the day of the plan; @week_work and @week_over: since Monday
 * @week_unknown: days of that week whose hours are not known
 * @sequences: (element-type PltReportSequence)
 * @cards: (element-type PltCardFacts)
 * @delays: (element-type PltReportDelay): causes of this day or of one before
 * @film: séquences of the film; @done, @dropped, @left: at the end of this day
 */
typedef struct
{
  const PltReportFacts *report;
  const PltDayPlan *day;
  PltDate date;
  gint64 unit;
  guint number; /* J, 0 when not of the plan */
  gint64 planned_crew, planned_pat, planned_meal, planned_end;
  gint64 crew, pat, first_shot, meal, meal_end, last_shot, end;
  gint64 pat_late, end_late, span, work, over, week_work, week_over;
  guint week_unknown;
  gint64 actors_called, actors_present, background_called, background_present;
  GArray *sequences;
  GPtrArray *cards;
  GArray *delays;
  guint film, done, dropped, left;
  PltReportFigures today, total;
} PltReportDay;

typedef struct
{
  const PltFacts *facts;
  const PltPlan *plan;
  GPtrArray *days;       /* PltReportDay */
  gint64 planned_shots;  /* of the film, of what is known */
  guint n_unknown_shots; /* séquences whose number of shots nobody said */
  gint64 film_seconds;
} PltReportBook;

PltReportBook *plt_report_book_new (const PltFacts *facts, const PltPlan *plan); /* borrows both */
void plt_report_book_free (PltReportBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltReportBook, plt_report_book_free)

/* (nullable): of a row of shooting_day, of day_report; what people call "J2", a date. */
const PltReportDay *plt_report_of_day (const PltReportBook *self, gint64 day);
const PltReportDay *plt_report_of_report (const PltReportBook *self, gint64 report);
const PltReportDay *plt_report_find (const PltReportBook *self, const char *name, GError **error);

/* Was anything recorded, or said to be shot? */
gboolean plt_report_day_is_shot (const PltReportDay *day);
/* The useful length in seconds. No séquence was measured: that is no length at all, PLT_UNKNOWN,
 * not a length of nothing. */
gint64 plt_report_useful (const PltReportFigures *figures);
/* Two backups at least, and their checksums compared. */
gboolean plt_card_is_safe (const PltCardFacts *card);

/**
 * PltReportPace: when the shoot would end if it went on as it did so far. Information, no promise
 * @done: days shot, @needed: shooting days still needed, rounded up
 * @end: PLT_DATE_NONE where nothing was shot, or the plan has no dates
 */
typedef struct
{
  guint done, needed, planned;
  PltDate end;
} PltReportPace;

/* At the end of that day. The days that are left are those of the plan, then the weekdays on which
 * the plan works, holidays of the production left out. */
PltReportPace plt_report_pace (const PltReportBook *self, const PltReportDay *day);

G_END_DECLS
