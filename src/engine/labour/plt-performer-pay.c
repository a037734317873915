#include "plt-performer-pay.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-pay-private.h"
#include "plt-performer-scale.h"
#include "plt-time.h"

#define SOURCE_DAY "IDCC 3097, titre III, ch. IV"

/* Who is paid, and how. */
typedef struct
{
  PltPayRun *run;
  gboolean weekly, audiovisual;
  PltMoney rate;
  PltMoney base; /* of an hour, PLT_UNKNOWN */
  gint64 factor; /* premiums are counted on so many bases; 0 where the contract decides */
  gint64 night_first, night_next, night_from, night_to;
  gint64 sunday, holiday, ceiling;
} Performer;

/* ---- the wage against the minimum ---- */

static void
read_base (Performer *self, PltDate date)
{
  PltPayRun *run = self->run;
  g_autoptr (PltReferential) scale = plt_referential_open (run->facts, PLT_PERFORMER_SCALE);
  PltPerformerMinimum least
      = plt_performer_minimum (run->facts, scale, "artiste", self->weekly ? "sem5" : "jour", date);
  gint64 twice = plt_pay_rule (run, "assiette-double", 0);
  gint64 open = plt_pay_rule (run, "majoration-libre", 0);

  self->base = plt_pay_rule (run, "taux-base", PLT_UNKNOWN);
  self->factor = 1;
  if (least.cents == PLT_UNKNOWN || self->rate == PLT_UNKNOWN)
    {
      self->factor = twice > 0 ? 2 : 1;
      return;
    }
  if (self->rate <= least.cents * twice)
    self->factor = 2;
  if (twice > 0 && open > 0 && self->rate >= least.cents * open)
    {
      self->factor = 0;
      plt_pay_alert (run, "pay.A-contract", PLT_SEVERITY_INFO,
                     plt_pay_source (run, "majoration-libre"),
                     _ ("The wage is five times the minimum or more: nights, Sundays and holidays "
                        "are paid as the contract says, and are not counted here."));
    }
}

static void
read_premiums (Performer *self)
{
  PltPayRun *run = self->run;

  self->night_first = plt_pay_rule (run, "nuit-8-premieres", 0);
  self->night_next = plt_pay_rule (run, "nuit-suivantes", 0);
  self->sunday = plt_pay_rule (run, "dimanche", 0);
  self->holiday = plt_pay_rule (run, "ferie", 0);
  self->ceiling = plt_pay_rule (run, "plafond-cumul", G_MAXINT64);
}

static PltPayBase
base_of (const Performer *self)
{
  return (PltPayBase){ self->base, 1, 1 };
}

/* ---- minutes ---- */

static gboolean
is_night (const Performer *self, gint32 clock)
{
  return (clock >= self->night_from && clock < self->night_to)
         || (clock + PLT_PAY_DAY >= self->night_from && clock + PLT_PAY_DAY < self->night_to);
}

static void
read_night (Performer *self, const PltPayDay *day)
{
  int month;

  plt_date_to_ymd (day->date, NULL, &month, NULL);
  if (!plt_pay_span (self->run,
                     day->place & PLT_WORK_APPROVED_STUDIO ? "nuit-studio-agree"
                     : month >= 4 && month <= 9            ? "nuit-ete"
                                                           : "nuit-hiver",
                     &self->night_from, &self->night_to))
    self->night_from = self->night_to = 0;
}

static void
give (const Performer *self,
      const char *rule,
      const char *code,
      const char *title,
      gint64 rate,
      gint64 *room)
{
  gint64 wanted = rate * self->factor, given = room != NULL ? MIN (wanted, *room) : wanted;

  if (given > 0)
    plt_pay_add (self->run, rule, code, title, 1, given, base_of (self), given < wanted, FALSE);
  if (room != NULL)
    *room -= MAX (given, 0);
}

static void
give_minute (Performer *self, const PltPayMinute *minute, gint64 *of_night)
{
  const PltHoliday *holiday = plt_pay_holiday (self->run, minute->date);
  gint64 room = self->ceiling;

  if (holiday != NULL)
    give (self, "A-FERIE", "ferie", "Jour férié travaillé", self->holiday,
          holiday->worker_day ? NULL : &room);
  if (plt_date_weekday (minute->date) == 7)
    give (self, "A-DIM", "dimanche", "Dimanche", self->sunday, &room);
  if (is_night (self, minute->clock))
    {
      gboolean first = *of_night < 8 * PLT_PAY_HOUR;

      give (self, "A-NUIT", first ? "nuit-8-premieres" : "nuit-suivantes",
            first ? "Nuit, huit premières heures" : "Nuit, heures suivantes",
            first ? self->night_first : self->night_next, &room);
      (*of_night)++;
    }
}

/* ---- days ---- */

/* Minutes of performance of a day; `hmc` (out): those of HMC. */
static gint64
read_day (const PltPayWeek *week, const PltPayDay *day, gint64 *hmc)
{
  gint64 acting = 0;

  for (guint m = 0; m < day->n; m++)
    acting += g_array_index (week->minutes, PltPayMinute, day->first_minute + m).shoot;
  *hmc = day->n - acting;
  return acting;
}

static void
check_day (Performer *self, const PltPayDay *day, const PltPayDay *before)
{
  PltPayRun *run = self->run;
  gint64 span = plt_pay_rule (run, "amplitude-max", G_MAXINT64);
  gint64 most = plt_pay_rule (run, "amplitude-max-exceptionnel", span);
  gint64 rest = plt_pay_rule (run, "repos-quotidien", 0);
  gint64 paid = plt_pay_rule (run, "repos-indemnise", 0);
  gint64 slept;
  g_autofree char *date = plt_date_format_numeric (day->date);
  g_autofree char *length = plt_duration_format (day->end - day->start);
  g_autofree char *wanted = plt_duration_format (rest);
  g_autofree char *had = NULL;

  run->at = day->date;
  if (day->end - day->start > span)
    plt_pay_alert (run, "pay.A-span",
                   day->end - day->start > most ? PLT_SEVERITY_ERROR : PLT_SEVERITY_WARNING,
                   plt_pay_source (run, "amplitude-max"),
                   day->end - day->start > most
                       ? _ ("%s lasts %s from the first to the last hour, more than the agreement "
                            "allows.")
                       : _ ("%s lasts %s from the first to the last hour, which is only allowed "
                            "exceptionally."),
                   date, length);
  if (before == NULL)
    return;
  slept = (gint64) (day->date - before->date) * PLT_PAY_DAY + day->start - before->end;
  had = plt_duration_format (MAX (slept, 0));
  if (slept >= rest || slept < 0)
    return;
  plt_pay_alert (run, "pay.A-rest", PLT_SEVERITY_ERROR, plt_pay_source (run, "repos-quotidien"),
                 _ ("Only %s of rest before %s instead of %s."), had, date, wanted);
  if (slept < paid && self->base != PLT_UNKNOWN)
    plt_pay_add (run, "A-REPOS", "repos-manquant", "Heures manquant au repos", paid - slept,
                 plt_pay_rule (run, "repos-manquant", 0), base_of (self), FALSE, TRUE);
}

static void
pay_hmc (Performer *self, gint64 hmc)
{
  gint64 included = plt_pay_rule (self->run, "hmc-comprise", G_MAXINT32);
  gint64 hour = plt_pay_rule (self->run, "hmc-heure", 0);

  if (hmc > included)
    plt_pay_add (self->run, "HMC", "hmc-heure", "Habillage, maquillage, coiffure en plus",
                 hmc - included, PLT_PAY_ONE, (PltPayBase){ hour, 1, 1 }, FALSE, FALSE);
}

static void
pay_over (Performer *self, gint64 minutes)
{
  PltPayRun *run = self->run;

  if (minutes > 0)
    plt_pay_add (run, "A-HS", "heure-sup", "Heures au-delà de la durée de référence", minutes,
                 PLT_PAY_ONE + plt_pay_rule (run, "heure-sup", 0), base_of (self), FALSE, TRUE);
}

/* ---- weeks ---- */

static void
pay_wage (Performer *self, PltDate monday, guint days)
{
  g_autofree char *title = self->weekly
                               ? g_strdup ("Semaine")
                               : g_strdup_printf ("%u cachet%s", days, days > 1 ? "s" : "");

  if (self->rate == PLT_UNKNOWN || days == 0)
    return;
  plt_pay_add_sum (self->run, monday, "CACHET", SOURCE_DAY, title,
                   self->weekly ? self->rate : self->rate * days);
}

typedef struct
{
  gint64 days, minutes; /* of the engagement, so far */
  const PltPayDay *before;
} State;

static void
pay_week (Performer *self, const PltPayWeek *week, gboolean last, State *state)
{
  PltPayRun *run = self->run;
  gint64 minutes = 0, reference = plt_pay_rule (run, "jour-reference", 8 * PLT_PAY_HOUR);
  guint days = 0;

  for (guint i = 0; i < week->days->len; i++)
    {
      const PltPayDay *day = &g_array_index (week->days, PltPayDay, i);
      gint64 of_night = 0, hmc;

      if (day->minutes == 0)
        continue;
      days++;
      minutes += read_day (week, day, &hmc);
      run->day = day->date;
      check_day (self, day, state->before);
      state->before = day;
      if (self->audiovisual)
        continue;
      read_night (self, day);
      pay_hmc (self, hmc);
      for (guint m = 0; self->base != PLT_UNKNOWN && m < day->n; m++)
        give_minute (self, &g_array_index (week->minutes, PltPayMinute, day->first_minute + m),
                     &of_night);
    }
  run->day = 0;
  plt_pay_run_days (run, week);
  state->days += days;
  state->minutes += minutes;
  run->pay->minutes += week->minutes->len;
  pay_wage (self, week->monday, days);
  run->at = week->monday;
  if (!self->audiovisual && self->base != PLT_UNKNOWN && self->weekly)
    pay_over (self, minutes
                        - plt_pay_rule (run, days >= 6 ? "semaine-6-jours" : "semaine-5-jours",
                                        G_MAXINT32));
  else if (!self->audiovisual && self->base != PLT_UNKNOWN && last)
    pay_over (self, state->minutes - state->days * reference);
  plt_pay_close_week (run, week->monday);
}

static void
tell_unknown (Performer *self)
{
  PltPayRun *run = self->run;

  run->at = 0;
  if (self->audiovisual)
    plt_pay_alert (run, "pay.A-2642", PLT_SEVERITY_WARNING, "IDCC 2642, annexe des artistes",
                   _ ("Overtime, nights and holidays of performers are not counted under this "
                      "agreement: add what is due."));
  else if (self->base == PLT_UNKNOWN)
    plt_pay_alert (run, "pay.A-base", PLT_SEVERITY_WARNING, NULL,
                   _ ("The reference data of this production have no hourly base of performers: "
                      "overtime, nights and Sundays are not counted. Bring them up to date."));
  run->pay->incomplete = self->audiovisual || self->base == PLT_UNKNOWN;
}

PltPay *
plt_performer_pay_new (const PltPayTables *tables,
                       const char *unit,
                       PltMoney rate,
                       PltDate date,
                       const PltWorkDay *days,
                       guint n_days,
                       GError **error)
{
  g_autoptr (PltPay) pay = plt_pay_alloc ();
  g_auto (PltPayRun) run = { .pay = pay };
  g_autoptr (GPtrArray) weeks = NULL;
  const char *agreement = tables->facts->production.agreement;
  Performer self = { .run = &run, .rate = rate };
  State state = { 0 };

  self.weekly = strcmp (unit, "semaine") == 0;
  self.audiovisual = strcmp (agreement, "2642") == 0;
  plt_pay_run_init (&run, tables);
  run.at = 0;
  run.rule_sets[0] = self.audiovisual ? "2642-artistes"
                     : g_strcmp0 (tables->facts->production.kind, "court-metrage") == 0
                         ? "3097-artistes-court"
                         : NULL;
  run.rule_sets[1] = self.audiovisual ? NULL : "3097-artistes";
  weeks = plt_pay_weeks (&run, days, n_days, error);
  if (weeks == NULL)
    return NULL;
  pay->function = g_strdup ("Artiste-interprète");
  pay->base_name = self.weekly ? "sem5" : "jour";
  pay->week_cents = rate;
  read_base (&self, date);
  read_premiums (&self);
  for (guint i = 0; i < weeks->len; i++)
    pay_week (&self, weeks->pdata[i], i + 1 == weeks->len, &state);
  tell_unknown (&self);
  plt_issues_sort (pay->alerts);
  return g_steal_pointer (&pay);
}
