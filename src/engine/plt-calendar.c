#include "plt-calendar.h"

#include <stdio.h>
#include <string.h>

#include "plt-holidays.h"
#include "plt-referential.h"

/* Where a row of the referential holds. */
#define EVERYWHERE ((1u << PLT_N_TERRITORIES) - 1)

typedef struct
{
  PltHoliday holiday;
  guint territories; /* bits */
  gboolean good_friday;
  int month, day; /* 0: of Easter */
  int after_easter;
} Row;

struct _PltCalendar
{
  const PltFacts *facts;
  PltReferential *table; /* (nullable): its text is what the rows show */
  Row *rows;
  guint n_rows;
  PltTerritory territory;
};

/* The first version of the referential wrote "la-reunion". */
static guint
parse_territories (const char *where, gboolean *good_friday)
{
  PltTerritory territory;

  *good_friday = FALSE;
  if (*where == '\0' || strcmp (where, "france") == 0)
    return EVERYWHERE;
  if (strcmp (where, "alsace-moselle-temple") == 0)
    {
      *good_friday = TRUE;
      return 1u << PLT_TERRITORY_ALSACE_MOSELLE;
    }
  if (g_str_has_prefix (where, "la-"))
    where += 3;
  territory = plt_territory_parse (where, PLT_N_TERRITORIES);
  return territory < PLT_N_TERRITORIES ? 1u << territory : 0;
}

/* "100%+7h" and "100%" of 3097 come on top of the wage; "200%" of 2642 is what is paid. */
static int
rank_of (const char *premium, const char *agreement)
{
  int percent;

  if (strcmp (premium, "solidarite") == 0)
    return 0;
  if (sscanf (premium, "%d%%", &percent) != 1)
    return -1;
  return strcmp (agreement, "2642") == 0 ? percent - 100 : percent;
}

static void
read_rows (PltCalendar *self)
{
  const char *agreement = self->facts->production.agreement;
  g_autofree char *column = g_strdup_printf ("majoration_%s", agreement != NULL ? agreement : "");
  guint n = plt_referential_n_rows (self->table);

  self->rows = g_new0 (Row, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      Row *row = &self->rows[self->n_rows];
      const char *rule = plt_referential_get (self->table, i, "regle");

      if (sscanf (rule, "fixe:%d-%d", &row->month, &row->day) != 2)
        {
          row->month = row->day = 0;
          if (sscanf (rule, "paques:%d", &row->after_easter) != 1)
            continue;
        }
      row->territories = parse_territories (plt_referential_get (self->table, i, "territoire"),
                                            &row->good_friday);
      row->holiday.name = plt_referential_get (self->table, i, "libelle");
      row->holiday.premium = plt_referential_get (self->table, i, column);
      row->holiday.source = plt_referential_get (self->table, i, "source");
      row->holiday.rank = rank_of (row->holiday.premium, agreement != NULL ? agreement : "");
      row->holiday.worker_day = row->month == 5 && row->day == 1;
      self->n_rows++;
    }
}

/**
 * plt_calendar_new:
 * @facts: the production; must outlive the calendar
 *
 * Returns: (transfer full): its calendar
 */
PltCalendar *
plt_calendar_new (const PltFacts *facts)
{
  PltCalendar *self = g_new0 (PltCalendar, 1);

  self->facts = facts;
  self->territory = plt_territory_parse (facts->production.territory, PLT_TERRITORY_METROPOLE);
  self->table = plt_referential_open (facts, "jours-feries");
  if (self->table != NULL)
    read_rows (self);
  return self;
}

void
plt_calendar_free (PltCalendar *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->table, plt_referential_free);
  g_free (self->rows);
  g_free (self);
}

/**
 * plt_calendar_holiday:
 * @self: a calendar
 * @date: a date, or PLT_DATE_NONE
 * @territory: where
 * @good_friday: whether the town keeps Good Friday (Alsace and Moselle)
 *
 * Returns: (transfer none) (nullable): the holiday of that date, the best paid where there are two;
 * lives as long as the calendar
 */
const PltHoliday *
plt_calendar_holiday (const PltCalendar *self,
                      PltDate date,
                      PltTerritory territory,
                      gboolean good_friday)
{
  const PltHoliday *best = NULL;
  int year, month, day;
  PltDate easter;

  if (date == PLT_DATE_NONE || self->n_rows == 0)
    return NULL;
  plt_date_to_ymd (date, &year, &month, &day);
  easter = plt_easter (year);
  for (guint i = 0; i < self->n_rows; i++)
    {
      const Row *row = &self->rows[i];

      if (row->month != 0 ? row->month != month || row->day != day
                          : easter == PLT_DATE_NONE || date != easter + row->after_easter)
        continue;
      if ((row->territories & (1u << territory)) == 0 || (row->good_friday && !good_friday))
        continue;
      if (best == NULL || row->holiday.rank > best->rank)
        best = &row->holiday;
    }
  return best;
}

/**
 * plt_calendar_holiday_of_day:
 * @day: a day of a plan of the same facts
 *
 * Returns: (transfer none) (nullable): the holiday that its date is in one of its places, in the
 * production's territory when it has no place
 */
const PltHoliday *
plt_calendar_holiday_of_day (const PltCalendar *self, const PltDayPlan *day)
{
  return plt_calendar_holiday_of_date (self, day, day->day->date);
}

/**
 * plt_calendar_holiday_of_date:
 * @day: a day of a plan of the same facts, for its places
 * @date: another date: that of the hours after midnight
 *
 * Returns: (transfer none) (nullable): what plt_calendar_holiday_of_day() would give on that date
 */
const PltHoliday *
plt_calendar_holiday_of_date (const PltCalendar *self, const PltDayPlan *day, PltDate date)
{
  const PltLocationFacts *before = NULL;
  const PltHoliday *best = NULL;

  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltStripFacts *strip = day->strips->pdata[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (self->facts->sequences, PltSequenceFacts, strip->sequence);
      const PltLocationFacts *place
          = sequence != NULL ? plt_facts_location_of (self->facts, sequence) : NULL;
      const PltHoliday *holiday;

      if (place == NULL || place == before)
        continue;
      before = place;
      holiday = plt_calendar_holiday (self, date, plt_territory_of_place (self->facts, place),
                                      place->good_friday);
      if (holiday != NULL && (best == NULL || holiday->rank > best->rank))
        best = holiday;
    }
  return before != NULL ? best : plt_calendar_holiday (self, date, self->territory, FALSE);
}

/**
 * plt_calendar_period:
 * @kind: an id of calendar_period.kind
 *
 * Returns: (transfer none) (nullable): a period of that kind that holds the date
 */
const PltPeriodFacts *
plt_calendar_period (const PltCalendar *self, PltDate date, const char *kind)
{
  for (guint i = 0; date != PLT_DATE_NONE && i < self->facts->periods.n; i++)
    {
      const PltPeriodFacts *period = &self->facts->periods.items[i];
      PltDate last = period->to_date != PLT_DATE_NONE ? period->to_date : period->from_date;

      if (period->from_date != PLT_DATE_NONE && date >= period->from_date && date <= last
          && strcmp (period->kind, kind) == 0)
        return period;
    }
  return NULL;
}

gboolean
plt_calendar_is_open (const PltCalendar *self, PltDate date)
{
  return plt_calendar_holiday (self, date, self->territory, FALSE) == NULL
         && plt_calendar_period (self, date, "chome") == NULL
         && plt_calendar_period (self, date, "fermeture") == NULL;
}

PltTerritory
plt_calendar_territory (const PltCalendar *self)
{
  return self->territory;
}
