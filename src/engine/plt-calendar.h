/* PltCalendar: what a date is for a production: public holiday, local day off, closing, school
 * holidays.
 *
 * Built once from the facts and asked often: the referential "jours-feries" that the production
 * keeps is read at the making, and a date costs no allocation. Rules of the referential are
 * "fixe:MM-JJ" and "paques:+N" (days after Easter Sunday, Gregorian, Meeus/Jones/Butcher); its
 * territories are those of production.territory, "france" for all of them, and
 * "alsace-moselle-temple" for the towns of Alsace and Moselle that keep Good Friday.
 *
 * The territory of a place is the one typed for it, else that of its postcode, else the
 * production's; of a day, those of its places. Two holidays may fall on one date: they count once,
 * and the one that the agreement pays best is given. Without the referential no date is a holiday.
 *
 * Source: Code du travail L3133-1, L3134-13, L3422-2. */
#pragma once

#include "plt-plan.h"
#include "plt-territory.h"

G_BEGIN_DECLS

/**
 * PltHoliday:
 * @name: in French, "Lundi de Pâques"
 * @premium: what the production's agreement pays for it, as the referential writes it
 * ("100%+7h", "200%", "solidarite"), "" when it was not read
 * @source: article of the law
 * @rank: @premium in per cent above the wage; -1 when it is not known
 * @worker_day: the first of May, the only one that the law itself makes a day off
 */
typedef struct
{
  const char *name, *premium, *source;
  int rank;
  gboolean worker_day;
} PltHoliday;

typedef struct _PltCalendar PltCalendar;

PltCalendar *plt_calendar_new (const PltFacts *facts); /* borrows from the facts */
void plt_calendar_free (PltCalendar *self);
/* (nullable): the holiday of that date there; `good_friday` for a town that keeps it. */
const PltHoliday *plt_calendar_holiday (const PltCalendar *self,
                                        PltDate date,
                                        PltTerritory territory,
                                        gboolean good_friday);
/* (nullable): the holiday of a day of the plan, in any of its places. */
const PltHoliday *plt_calendar_holiday_of_day (const PltCalendar *self, const PltDayPlan *day);
/* The same in the places of the day on another date, that of its hours after midnight. */
const PltHoliday *
plt_calendar_holiday_of_date (const PltCalendar *self, const PltDayPlan *day, PltDate date);
/* (nullable): the period of that kind ("vacances-scolaires", "fermeture", "chome") */
const PltPeriodFacts *plt_calendar_period (const PltCalendar *self, PltDate date, const char *kind);
/* The production's territory has no holiday, no local day off and no closing on that date; Sundays
 * are working days here. */
gboolean plt_calendar_is_open (const PltCalendar *self, PltDate date);
PltTerritory plt_calendar_territory (const PltCalendar *self); /* of the production */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltCalendar, plt_calendar_free)

G_END_DECLS
