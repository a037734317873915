/* A week under IDCC 2642: audiovisual production. Premiums add up on the plain rate, without a
 * ceiling. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-pay-private.h"

static gboolean
is_winter (PltDate date)
{
  int year, month, day;

  plt_date_to_ymd (date, &year, &month, &day);
  return (month == 12 && day >= 21) || month <= 2 || (month == 3 && day <= 20);
}

/* Night by the kind of programme and by the season of the day it begins on. */
static void
read_night (const PltPayRun *run, const PltPayDay *day, gint64 *from, gint64 *to)
{
  const char *code = run->options.genre == PLT_GENRE_FLUX ? "nuit"
                     : is_winter (day->date)              ? "nuit-hiver"
                                                          : "nuit-ete";

  if (!plt_pay_span (run, code, from, to))
    *from = *to = 0;
}

static const char *
holiday_rule (gint64 premium)
{
  return premium == 2 * PLT_PAY_ONE ? "P07" : premium == PLT_PAY_ONE ? "P08" : "P09";
}

static void
give_calendar (PltPayRun *run, PltPayBase base, const PltPayMinute *minute, gint64 from, gint64 to)
{
  const char *night = run->options.decor ? "nuit-majoration-decor" : "nuit-majoration";
  gint64 clock = minute->clock;
  const PltHoliday *holiday = plt_pay_holiday (run, minute->date);

  if (plt_date_weekday (minute->date) == 7)
    plt_pay_add (run, "P05", "dimanche", "Dimanche", 1, plt_pay_rule (run, "dimanche", 0), base,
                 FALSE, FALSE);
  if (from < to
      && ((clock >= from && clock < to)
          || (clock + PLT_PAY_DAY >= from && clock + PLT_PAY_DAY < to)))
    plt_pay_add (run, "P06", night, "Nuit", 1, plt_pay_rule (run, night, 0), base, FALSE, FALSE);
  if (holiday != NULL && holiday->rank > 0)
    {
      gint64 premium = holiday->rank * (PLT_PAY_ONE / 100);

      plt_pay_add (run, holiday_rule (premium), NULL, holiday->name, 1, premium, base, FALSE,
                   FALSE);
    }
}

static void
give_weekly (PltPayRun *run, gint64 count)
{
  gint64 hour = count / PLT_PAY_HOUR;

  if (hour >= 47 && run->options.decor)
    plt_pay_add (run, "P03", "hebdo-48-decor",
                 "À partir de la 48e heure, décor, électricité, machinerie", 1,
                 plt_pay_rule (run, "hebdo-48-decor", 0), run->base, FALSE, FALSE);
  else if (hour >= 43)
    plt_pay_add (run, "P02", "hebdo-44", "À partir de la 44e heure", 1,
                 plt_pay_rule (run, "hebdo-44", 0), run->base, FALSE, FALSE);
  else if (hour >= 35)
    plt_pay_add (run, "P01", "hebdo-36-43", "De la 36e à la 43e heure", 1,
                 plt_pay_rule (run, "hebdo-36-43", 0), run->base, FALSE, FALSE);
}

static void
pay_by_week (PltPayRun *run, const PltPayWeek *week)
{
  gint64 count = 0;

  for (guint i = 0; i < week->days->len; i++)
    {
      const PltPayDay *day = &g_array_index (week->days, PltPayDay, i);
      gint64 from, to;

      run->day = day->date;
      read_night (run, day, &from, &to);
      if (day->holiday_off && day->minutes == 0 && plt_date_weekday (day->date) < 6)
        {
          plt_pay_add (run, "P11", NULL, "Jour férié chômé, payé", 7 * PLT_PAY_HOUR, PLT_PAY_ONE,
                       run->base, FALSE, TRUE);
          count += run->options.holiday_counts ? 7 * PLT_PAY_HOUR : 0;
        }
      for (guint m = 0; m < day->n; m++)
        {
          plt_pay_add (run, "BASE", NULL, "Heures effectives", 1, PLT_PAY_ONE, run->base, FALSE,
                       FALSE);
          give_weekly (run, count++);
          give_calendar (run, run->base,
                         &g_array_index (week->minutes, PltPayMinute, day->first_minute + m), from,
                         to);
        }
    }
}

static void
pay_by_day (PltPayRun *run, const PltPayWeek *week, const PltPayDay *day)
{
  gint64 minutes = MAX ((gint64) day->n, 7 * PLT_PAY_HOUR), from, to;

  read_night (run, day, &from, &to);
  for (gint64 m = 0; m < minutes; m++)
    {
      gint64 hour = m / PLT_PAY_HOUR;

      plt_pay_add (run, "BASE", NULL, "Heures du contrat à la journée", 1, PLT_PAY_ONE,
                   run->day_base, FALSE, FALSE);
      if (hour >= 11)
        plt_pay_add (run, "P04", "contrat-jour-12", "À partir de la 12e heure", 1,
                     plt_pay_rule (run, "contrat-jour-12", 0), run->day_base, FALSE, FALSE);
      else if (hour >= 8)
        plt_pay_add (run, "P04", "contrat-jour-9-11", "De la 9e à la 11e heure", 1,
                     plt_pay_rule (run, "contrat-jour-9-11", 0), run->day_base, FALSE, FALSE);
      if (m < (gint64) day->n)
        give_calendar (run, run->day_base,
                       &g_array_index (week->minutes, PltPayMinute, day->first_minute + m), from,
                       to);
    }
}

/* Travel outside working hours: a share of the week of the habilleuse, by its length. */
static void
pay_travel (PltPayRun *run, const PltPayWeek *week, const PltPayDay *day)
{
  gint64 tenths = day->travel <= 4 * PLT_PAY_HOUR ? 1 : day->travel <= 8 * PLT_PAY_HOUR ? 2 : 4;
  PltMoney amount = 0;

  if (day->travel == 0)
    return;
  if (run->travel_week == PLT_UNKNOWN
      || !plt_money_apply_rate (run->travel_week, tenths, 10, PLT_ROUND_HALF_UP, &amount))
    {
      plt_pay_alert (run, "pay.P16", PLT_SEVERITY_WARNING, "IDCC 2642, VI.1.3",
                     _ ("The scale has no “Habilleur” at that date: the travel is not paid here."));
      return;
    }
  plt_pay_add_sum (run, week->monday, "P16", "IDCC 2642, VI.1.3", "Voyage hors horaire", amount);
  plt_pay_alert (
      run, "pay.P16", PLT_SEVERITY_INFO, "IDCC 2642, VI.1.3",
      _ ("The text does not say which of both scales of the “Habilleur” pays for travel: "
         "the option “variante” chooses."));
}

void
plt_pay_week_2642 (PltPayRun *run, const PltPayWeek *week)
{
  gboolean weekly = plt_pay_is_weekly (run, week);
  gboolean works = week->minutes->len > 0;

  if (weekly && works)
    pay_by_week (run, week);
  for (guint i = 0; i < week->days->len; i++)
    {
      const PltPayDay *day = &g_array_index (week->days, PltPayDay, i);

      run->day = day->date;
      if (!weekly && day->minutes > 0)
        pay_by_day (run, week, day);
      pay_travel (run, week, day);
    }
  run->day = 0;
}
