/* A week under IDCC 3097, title II: technicians of film and of advertising. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-pay-private.h"

#define GUARANTEE (40 * PLT_PAY_HOUR * PLT_PAY_ONE) /* 39 hours, 35 of them plain: art. 9, 25 */

/* The rules of the agreement, read once a week. */
typedef struct
{
  gint64 ceiling;                                       /* R14; G_MAXINT64 without */
  gint64 week_36, week_44, week_49;                     /* R02 to R04 */
  gint64 day_11;                                        /* R05 */
  gint64 night_first, night_next, night_from, night_to; /* R08 */
  gint64 sunday, holiday, sixth;                        /* R09, R10, R12 */
  gboolean may_is_free;
} Rules;

/* How much of the ceiling is left for a minute. */
typedef struct
{
  PltPayRun *run;
  PltPayBase base;
  gint64 left;
} Room;

static void
read_rules (const PltPayRun *run, const PltPayWeek *week, Rules *rules)
{
  int year, month, day;

  plt_date_to_ymd (week->monday, &year, &month, &day);
  rules->ceiling
      = run->options.ceiling ? plt_pay_rule (run, "plafond-cumul", PLT_PAY_ONE) : G_MAXINT64;
  rules->week_36 = plt_pay_rule (run, "hebdo-36-43", 0);
  rules->week_44 = plt_pay_rule (run, "hebdo-44-48", 0);
  rules->week_49 = plt_pay_rule (run, "hebdo-49", 0);
  rules->day_11 = plt_pay_rule (run, "jour-11", 0);
  rules->night_first = plt_pay_rule (run, "nuit-8-premieres", 0);
  rules->night_next = plt_pay_rule (run, "nuit-suivantes", 0);
  rules->sunday = plt_pay_rule (run, "dimanche", 0);
  rules->holiday = plt_pay_rule (run, "ferie", 0);
  rules->sixth = plt_pay_rule (run, "sixieme-jour-rp", 0);
  rules->may_is_free = !run->options.may_in_ceiling;
}

/* The night of the working day: its season is that of the day it begins on. */
static void
read_night (const PltPayRun *run, const PltPayDay *day, Rules *rules)
{
  int year, month, of_month;
  const char *code;

  plt_date_to_ymd (day->date, &year, &month, &of_month);
  code = month >= 4 && month <= 9 ? "nuit-ete" : "nuit-hiver";
  if (day->place & PLT_WORK_APPROVED_STUDIO)
    code = "nuit-studio-agree";
  if (!plt_pay_span (run, code, &rules->night_from, &rules->night_to))
    rules->night_from = rules->night_to = 0;
}

static gboolean
is_night (const Rules *rules, gint32 clock)
{
  gint64 from = rules->night_from, to = rules->night_to;

  return from < to
         && ((clock >= from && clock < to)
             || (clock + PLT_PAY_DAY >= from && clock + PLT_PAY_DAY < to));
}

/* A premium of one minute, as far as the ceiling allows. */
static void
give (Room *room,
      const char *rule,
      const char *code,
      const char *title,
      gint64 rate,
      gboolean free_of_ceiling,
      gboolean doubtful)
{
  gint64 given = free_of_ceiling ? rate : MIN (rate, room->left);

  if (given > 0)
    plt_pay_add (room->run, rule, code, title, 1, given, room->base, given < rate, doubtful);
  if (!free_of_ceiling)
    room->left -= given;
}

/* Sunday, holiday and night: they go with the hour whatever the contract. */
static void
give_calendar (Room *room, const Rules *rules, const PltPayMinute *minute, gint64 *of_night)
{
  const PltHoliday *holiday = plt_pay_holiday (room->run, minute->date);

  if (is_night (rules, minute->clock))
    {
      gboolean first = *of_night < 8 * PLT_PAY_HOUR;

      give (room, "R08", first ? "nuit-8-premieres" : "nuit-suivantes",
            first ? "Nuit, huit premières heures" : "Nuit, heures suivantes",
            first ? rules->night_first : rules->night_next, FALSE, FALSE);
      (*of_night)++;
    }
  if (plt_date_weekday (minute->date) == 7)
    give (room, "R09", "dimanche", "Dimanche", rules->sunday, FALSE, FALSE);
  if (holiday != NULL)
    give (room, "R10", "ferie", holiday->worker_day ? "1er mai travaillé" : "Jour férié travaillé",
          rules->holiday, holiday->worker_day && rules->may_is_free, holiday->worker_day);
}

/* The sixth working day of the week in the Paris region, -1 when there is none. */
static int
sixth_day (const PltPayWeek *week)
{
  guint worked = 0;

  for (guint i = 0; i < week->days->len; i++)
    {
      const PltPayDay *day = &g_array_index (week->days, PltPayDay, i);

      worked += day->minutes > 0 && plt_date_weekday (day->date) != 7;
      if (worked == 6)
        return day->place & PLT_WORK_PARIS ? (int) i : -1;
    }
  return -1;
}

static guint
days_worked (const PltPayWeek *week)
{
  guint worked = 0;

  for (guint i = 0; i < week->days->len; i++)
    worked += g_array_index (week->days, PltPayDay, i).minutes > 0;
  return worked;
}

/* ---- the contract by the week ---- */

typedef struct
{
  gint64 count;   /* minutes that the thresholds of the week count */
  gint64 paid;    /* units of the base and of R02 to R04, for the guarantee */
  gint64 covered; /* minutes that the grid with equivalence pays */
} WeekState;

static void
give_weekly (Room *room, const Rules *rules, WeekState *state)
{
  gint64 hour = state->count / PLT_PAY_HOUR;
  gint64 left = room->left;

  if (hour >= 48)
    give (room, "R04", "hebdo-49", "Au-delà de la 48e heure", rules->week_49, FALSE, FALSE);
  else if (hour >= 43)
    give (room, "R03", "hebdo-44-48", "De la 44e à la 48e heure", rules->week_44, FALSE, FALSE);
  else if (hour >= 35)
    give (room, "R02", "hebdo-36-43", "De la 36e à la 43e heure", rules->week_36, FALSE, FALSE);
  state->paid += PLT_PAY_ONE + (left - room->left); /* the room may be without end */
}

static void
pay_minute (PltPayRun *run,
            const Rules *rules,
            const PltPayMinute *minute,
            gboolean sixth,
            WeekState *state,
            gint64 *of_night)
{
  Room room = { run, run->base, rules->ceiling };
  gboolean in_grid = !sixth && state->count < state->covered;

  if (!in_grid)
    plt_pay_add (run, "BASE", NULL, "Heures effectives", 1, PLT_PAY_ONE, run->base, FALSE, FALSE);
  if (sixth)
    {
      give (&room, "R12", "sixieme-jour-rp", "6e jour ouvrable en région parisienne", rules->sixth,
            FALSE, FALSE);
      state->paid += PLT_PAY_ONE; /* its hours are of the guaranteed ones */
    }
  else
    {
      if (!in_grid)
        give_weekly (&room, rules, state);
      state->count++;
    }
  if (minute->shoot && minute->of_shoot >= 10 * PLT_PAY_HOUR)
    give (&room, "R05", "jour-11", "Au-delà de la 10e heure de tournage du jour", rules->day_11,
          FALSE, FALSE);
  give_calendar (&room, rules, minute, of_night);
}

/* The grid of annexe II, when the production chose equivalence. That of six days is for weeks of
 * six days outside the Paris region: there the sixth day has its own wage (R12). */
static void
pay_grid (PltPayRun *run, const PltPayWeek *week, int sixth, WeekState *state)
{
  guint i = days_worked (week) >= 6 && sixth < 0;

  if (!run->options.equivalence)
    return;
  if (run->grid_minutes[i] == 0)
    {
      plt_pay_alert (run, "pay.R15", PLT_SEVERITY_WARNING, "IDCC 3097, art. 30, annexe II",
                     _ ("“%s” has no grid with equivalence: its hours are paid one by one."),
                     run->pay->function);
      return;
    }
  state->covered = run->grid_minutes[i];
  plt_pay_add_sum (run, week->monday, "R15", "IDCC 3097, art. 30, annexe II",
                   i == 1 ? "Grille avec équivalence, six jours"
                          : "Grille avec équivalence, cinq jours",
                   run->grid_cents[i]);
}

/* The count of the week goes up to the half hour, and a week has its guaranteed wage. */
static void
complete_week (PltPayRun *run, const PltPayWeek *week, const Rules *rules, WeekState *state)
{
  gint64 step = plt_pay_rule (run, "arrondi-semaine", 1);
  gint64 region = plt_pay_rule (run, "semaine-6-jours-garantie", 0);
  gint64 missing = (step - state->count % step) % step, guarantee = GUARANTEE;
  const PltPayDay *last = &g_array_index (week->days, PltPayDay, week->days->len - 1);

  for (gint64 i = 0; state->count > state->covered && i < missing; i++)
    {
      Room room = { run, run->base, rules->ceiling };

      plt_pay_add (run, "BASE", NULL, "Arrondi de la semaine à la demi-heure", 1, PLT_PAY_ONE,
                   run->base, FALSE, FALSE);
      give_weekly (&room, rules, state);
      state->count++;
    }
  if (state->covered > 0)
    return;
  /* 47 hours of six days: 35 plain, 8 and 4 with their premiums */
  if (days_worked (week) >= 6 && !(last->place & PLT_WORK_PARIS) && region > 43 * PLT_PAY_HOUR)
    guarantee = 35 * PLT_PAY_HOUR * PLT_PAY_ONE + 8 * PLT_PAY_HOUR * (PLT_PAY_ONE + rules->week_36)
                + (region - 43 * PLT_PAY_HOUR) * (PLT_PAY_ONE + rules->week_44);
  if (state->paid < guarantee)
    plt_pay_add (run, "R01", "semaine-garantie", "Complément de la semaine garantie",
                 (guarantee - state->paid) / PLT_PAY_ONE, PLT_PAY_ONE, run->base, FALSE, FALSE);
}

static void
pay_by_week (PltPayRun *run, const PltPayWeek *week, Rules *rules)
{
  WeekState state = { 0 };
  int sixth = sixth_day (week);
  gint64 holiday_minutes = plt_pay_rule (run, "ferie-recuperation", 0);

  pay_grid (run, week, sixth, &state);
  for (guint i = 0; i < week->days->len; i++)
    {
      const PltPayDay *day = &g_array_index (week->days, PltPayDay, i);
      gint64 of_night = 0;

      run->day = day->date;
      read_night (run, day, rules);
      if (day->holiday_off && day->minutes == 0)
        {
          plt_pay_add (run, "R10", "ferie", "Jour férié chômé, payé", holiday_minutes, PLT_PAY_ONE,
                       run->base, FALSE, run->options.holiday_counts);
          state.paid += holiday_minutes * PLT_PAY_ONE;
          state.count += run->options.holiday_counts ? holiday_minutes : 0;
        }
      for (guint m = 0; m < day->n; m++)
        pay_minute (run, rules, &g_array_index (week->minutes, PltPayMinute, day->first_minute + m),
                    (int) i == sixth, &state, &of_night);
    }
  run->day = 0;
  complete_week (run, week, rules, &state);
  if (sixth >= 0 && !run->options.sixth_day_rest)
    plt_pay_add (run, "R12", "sixieme-jour-rp-sans-repos", "6e jour sans récupération",
                 plt_pay_rule (run, "sixieme-jour-rp-sans-repos", 0), PLT_PAY_ONE, run->base, FALSE,
                 FALSE);
}

/* ---- the contract by the day ---- */

static void
pay_by_day (PltPayRun *run, const PltPayWeek *week, const PltPayDay *day, Rules *rules)
{
  gboolean ads = run->options.advertising;
  gint64 raise = plt_pay_rule (run, ads ? "publicite-jour-base" : "contrat-jour-base", 0);
  gint64 guaranteed = plt_pay_rule (run, ads ? "publicite-jour-garantie" : "jour-garantie", 0);
  gint64 over_7 = plt_pay_rule (run, ads ? "publicite-jour-9" : "contrat-jour-8", 0);
  gint64 over_10 = plt_pay_rule (run, ads ? "publicite-jour-9" : "contrat-jour-11", 0);
  gboolean raised = run->options.day_base == PLT_DAY_BASE_RAISED;
  gint64 of_night = 0, minutes = MAX ((gint64) day->n, guaranteed);
  const char *rule = ads ? "R07" : "R06";

  read_night (run, day, rules);
  for (gint64 m = 0; m < minutes; m++)
    {
      /* premiums on the raised rate: a share of it is that share of 1,25, and so is the ceiling */
      gint64 of_base = raised ? PLT_PAY_ONE + raise : PLT_PAY_ONE;
      gint64 own = m < guaranteed || run->options.day_base != PLT_DAY_BASE_INSTEAD ? raise : 0;
      Room room = { run, run->day_base, rules->ceiling };
      gint64 more = m < guaranteed ? 0 : m < 10 * PLT_PAY_HOUR ? over_7 : over_10;

      plt_pay_add (run, rule, ads ? "publicite-jour-base" : "contrat-jour-base",
                   m < guaranteed ? "Contrat à la journée, durée garantie"
                                  : "Contrat à la journée, heures suivantes",
                   1, PLT_PAY_ONE + own, run->day_base, FALSE, own != raise);
      if (rules->ceiling != G_MAXINT64)
        room.left = rules->ceiling * of_base / PLT_PAY_ONE - (raised ? 0 : own);
      if (more > 0)
        give (&room, rule,
              more == over_10 && !ads ? "contrat-jour-11"
              : ads                   ? "publicite-jour-9"
                                      : "contrat-jour-8",
              more == over_10 && !ads ? "Au-delà de la 10e heure" : "Au-delà de la durée garantie",
              more * of_base / PLT_PAY_ONE, FALSE, TRUE);
      if (m < (gint64) day->n)
        give_calendar (&room, rules,
                       &g_array_index (week->minutes, PltPayMinute, day->first_minute + m),
                       &of_night);
    }
}

/* ---- beside the hours ---- */

/* Transport and travel of the day, at the base of the machinist at most. */
static void
pay_roads (PltPayRun *run, const PltPayDay *day)
{
  plt_pay_add (run, "T32", "transport-non-effectif-max", "Transport", day->transport, PLT_PAY_ONE,
               run->transport, FALSE, FALSE);
  plt_pay_add (run, "V47", "voyage-max", "Voyage",
               MIN (day->travel, plt_pay_rule (run, "voyage-max", 7 * PLT_PAY_HOUR)), PLT_PAY_ONE,
               run->transport, FALSE, FALSE);
}

/* Sundays and holidays that no rest made up for. */
static void
pay_lost_rest (PltPayRun *run, const PltPayDay *day)
{
  gint64 sunday = plt_pay_rule (run, "dimanche-sans-repos", 0);
  gint64 holiday = plt_pay_rule (run, "ferie-recuperation", 0);

  if (day->minutes == 0)
    return;
  if (plt_date_weekday (day->date) == 7 && !run->options.sunday_rest)
    plt_pay_add (run, "R09", "dimanche-sans-repos", "Dimanche sans repos compensateur", sunday,
                 PLT_PAY_ONE, run->base, FALSE, FALSE);
  if (plt_pay_holiday (run, day->date) != NULL && !run->options.holiday_rest)
    plt_pay_add (run, "R10", "ferie-recuperation", "Récupération payée du jour férié", holiday,
                 PLT_PAY_ONE, run->base, FALSE, FALSE);
}

/* A day without a meal within the hours of the journée continue: its pause is not work and is paid
 * all the same (art. 28). */
static void
pay_pause (PltPayRun *run, const PltPayDay *day)
{
  gint64 most = plt_pay_rule (run, "journee-continue-pause", 0), from, to;
  gint64 pause = day->end - day->start - day->minutes - day->transport - day->travel;

  if (day->minutes > 0 && pause > 0 && pause <= most
      && plt_pay_span (run, "journee-continue", &from, &to) && day->start >= from && day->end <= to)
    plt_pay_add (run, "J28", "journee-continue-pause", "Pause de la journée continue, payée", pause,
                 PLT_PAY_ONE, run->base, FALSE, FALSE);
}

void
plt_pay_week_3097 (PltPayRun *run, const PltPayWeek *week)
{
  gboolean weekly = plt_pay_is_weekly (run, week);
  Rules rules = { 0 };

  read_rules (run, week, &rules);
  if (weekly)
    pay_by_week (run, week, &rules);
  for (guint i = 0; i < week->days->len; i++)
    {
      const PltPayDay *day = &g_array_index (week->days, PltPayDay, i);

      run->day = day->date;
      if (!weekly && day->minutes > 0)
        pay_by_day (run, week, day, &rules);
      pay_roads (run, day);
      pay_pause (run, day);
      pay_lost_rest (run, day);
    }
  run->day = 0;
}
