#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-check-plan-private.h"
#include "plt-text.h"
#include "plt-time.h"

const char *
plt_check_day_name (PltCheckDay *day)
{
  if (day->name == NULL)
    {
      g_autofree char *date = day->date != PLT_DATE_NONE ? plt_date_format_short (day->date) : NULL;

      /* Translators: a shooting day and its date: "D12 (Mon. 12 Apr.)" */
      day->name = date != NULL ? g_strdup_printf (_ ("D%u (%s)"), day->plan->number, date)
                               : g_strdup_printf (_ ("D%u"), day->plan->number);
    }
  return day->name;
}

const PltRule *
plt_plan_check_rule (const PltPlanCheck *self, const char *agreement, const char *code)
{
  const PltRule *rule = plt_rules_find (self->rules, agreement, code);

  return rule != NULL && rule->value != PLT_UNKNOWN ? rule : NULL;
}

int
plt_plan_check_percent (const PltPlanCheck *self, const char *agreement, const char *code)
{
  const PltRule *rule = plt_plan_check_rule (self, agreement, code);

  return rule != NULL ? (int) (rule->value / 10000) : 0;
}

const PltCheckRole *
plt_plan_check_role (const PltPlanCheck *self, gint64 element)
{
  return g_hash_table_lookup (self->role_index, PLT_ID_TO_POINTER (element));
}

int
plt_check_age (PltDate birth, PltDate date)
{
  int year, month, day, birth_year, birth_month, birth_day;

  plt_date_to_ymd (birth, &birth_year, &birth_month, &birth_day);
  plt_date_to_ymd (date, &year, &month, &day);
  return year - birth_year - (month * 100 + day < birth_month * 100 + birth_day);
}

gint64
plt_check_minutes_between (const PltCheckDay *before,
                           gint64 end,
                           const PltCheckDay *after,
                           gint64 start)
{
  return (gint64) (after->date - before->date) * PLT_MINUTES_PER_DAY + start - end + before->utc_end
         - after->utc_start;
}

gint64
plt_check_day_length (const PltCheckDay *day)
{
  return MAX (0, day->end - day->start + day->utc_start - day->utc_end);
}

#define MAX_NAMED 12

char *
plt_check_join (const char *const *names, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n && i < MAX_NAMED; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", names[i]);
  if (n > MAX_NAMED)
    g_string_append (text, ", …");
  return g_string_free (text, FALSE);
}

/* ---- the days ---- */

static void
read_strips (PltPlanCheck *self, PltCheckDay *day)
{
  day->n_strips = day->plan->strips->len;
  for (guint i = 0; i < day->n_strips; i++)
    {
      PltCheckStrip *strip = &day->strips[i];

      strip->strip = day->plan->strips->pdata[i];
      strip->sequence
          = PLT_FACTS_FIND (self->facts->sequences, PltSequenceFacts, strip->strip->sequence);
      strip->minutes = plt_strip_minutes (strip->strip, strip->sequence);
      if (strip->sequence == NULL)
        continue;
      strip->place = plt_facts_location_of (self->facts, strip->sequence);
      strip->effect = plt_effect_class (strip->sequence->int_ext, strip->sequence->effect);
    }
}

/* The legal time of the first place of the day at its beginning, of the last one at its end; abroad
 * it is not known and counts as that of France: a journey between the two is not a rest anyway. */
static void
read_legal_time (PltPlanCheck *self, PltCheckDay *day)
{
  const PltLocationFacts *first = NULL, *last = NULL;

  for (guint i = 0; i < day->n_strips; i++)
    if (day->strips[i].place != NULL)
      {
        first = first != NULL ? first : day->strips[i].place;
        last = day->strips[i].place;
      }
  if (!plt_territory_offset (plt_territory_of_place (self->facts, first), day->date, day->start,
                             &day->utc_start))
    plt_territory_offset (PLT_TERRITORY_METROPOLE, day->date, day->start, &day->utc_start);
  if (!plt_territory_offset (plt_territory_of_place (self->facts, last), day->date, day->end,
                             &day->utc_end))
    plt_territory_offset (PLT_TERRITORY_METROPOLE, day->date, day->end, &day->utc_end);
}

static gint64
time_away (const PltPlanCheck *self, const PltCheckDay *day)
{
  gint64 banners = 0, usual;

  for (guint i = 0; i < day->n_strips; i++)
    if (strcmp (day->strips[i].strip->kind, "repas") == 0 && day->strips[i].minutes != PLT_UNKNOWN)
      banners += day->strips[i].minutes;
  if (banners > 0)
    return banners;
  usual = day->plan->day->meal_minutes != PLT_UNKNOWN
              ? plt_rules_get (self->rules, "usage", "repas-duree", NULL)
              : plt_rules_get (self->rules, NULL, "journee-continue-pause", NULL);
  return usual != PLT_UNKNOWN ? usual : 0;
}

static void
read_day (PltPlanCheck *self, PltCheckDay *day)
{
  const PltDayFacts *facts = day->plan->day;

  day->shooting = day->plan->number > 0;
  day->unit = MAX (facts->unit, 1);
  day->date = facts->date;
  day->monday
      = day->date != PLT_DATE_NONE ? day->date - plt_date_weekday (day->date) + 1 : PLT_DATE_NONE;
  read_strips (self, day);
  if (!day->shooting || day->date == PLT_DATE_NONE)
    return;
  day->holiday = plt_calendar_holiday_of_day (self->calendar, day->plan);
  day->hours = facts->start_minutes != PLT_UNKNOWN && facts->end_minutes != PLT_UNKNOWN
               && facts->end_minutes > facts->start_minutes;
  if (!day->hours)
    return;
  day->start = facts->start_minutes;
  day->end = facts->end_minutes;
  day->away = MIN (time_away (self, day), day->end - day->start);
  read_legal_time (self, day);
}

static void
read_days (PltPlanCheck *self)
{
  guint n = 0;

  self->n_days = self->plan->days->len;
  for (guint i = 0; i < self->n_days; i++)
    n += ((const PltDayPlan *) self->plan->days->pdata[i])->strips->len;
  self->days = g_new0 (PltCheckDay, MAX (self->n_days, 1));
  self->strips = g_new0 (PltCheckStrip, MAX (n, 1));
  n = 0;
  for (guint i = 0; i < self->n_days; i++)
    {
      self->days[i].plan = self->plan->days->pdata[i];
      self->days[i].strips = self->strips + n;
      n += self->days[i].plan->strips->len;
      read_day (self, &self->days[i]);
    }
}

static int
compare_dates (gconstpointer a, gconstpointer b, gpointer data)
{
  const PltCheckDay *days = data;
  guint one = *(const guint *) a, two = *(const guint *) b;

  if (days[one].unit != days[two].unit)
    return days[one].unit < days[two].unit ? -1 : 1;
  if (days[one].date != days[two].date)
    return days[one].date < days[two].date ? -1 : 1;
  return one < two ? -1 : one > two;
}

static int
compare_dates_only (gconstpointer a, gconstpointer b, gpointer data)
{
  const PltCheckDay *days = data;
  guint one = *(const guint *) a, two = *(const guint *) b;

  if (days[one].date != days[two].date)
    return days[one].date < days[two].date ? -1 : 1;
  return one < two ? -1 : one > two;
}

static void
read_units (PltPlanCheck *self)
{
  guint n = 0;

  self->dated = g_new (guint, MAX (self->n_days, 1));
  for (guint i = 0; i < self->n_days; i++)
    if (self->days[i].shooting && self->days[i].date != PLT_DATE_NONE)
      self->dated[n++] = i;
  self->n_by_date = n;
  self->by_date = g_memdup2 (self->dated, sizeof (guint) * MAX (self->n_days, 1));
  g_qsort_with_data (self->by_date, (int) n, sizeof (guint), compare_dates_only, self->days);
  g_qsort_with_data (self->dated, (int) n, sizeof (guint), compare_dates, self->days);
  self->units = g_new0 (PltCheckUnit, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      gint64 number = self->days[self->dated[i]].unit;
      PltCheckUnit *unit;

      if (self->n_units == 0 || self->units[self->n_units - 1].unit != number)
        self->units[self->n_units++] = (PltCheckUnit){ number, self->dated + i, 0 };
      unit = &self->units[self->n_units - 1];
      unit->n_days++;
    }
}

/* ---- the roles ---- */

static int
firmness (const PltEngagementFacts *engagement)
{
  static const char *const order[] = { "envisage", "option", "confirme", "signe" };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (g_strcmp0 (engagement->status, order[i]) == 0)
      return (int) i;
  return 0;
}

static void
read_roles (PltPlanCheck *self)
{
  const PltFacts *facts = self->facts;
  guint n = self->plan->presences->len;

  self->role_index = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->roles = g_new0 (PltCheckRole, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      const PltPresence *presence = self->plan->presences->pdata[i];
      PltCheckRole *role = &self->roles[self->n_roles];

      if (presence->category == NULL || strcmp (presence->category->family, "roles") != 0)
        continue;
      role->element = presence->element;
      role->category = presence->category;
      role->child = role->category->hazard != NULL && strstr (role->category->hazard, "enfant");
      g_hash_table_insert (self->role_index, PLT_ID_TO_POINTER (role->element->id), role);
      self->n_roles++;
    }
  for (guint i = 0; i < facts->engagements.n; i++)
    {
      const PltEngagementFacts *engagement = &facts->engagements.items[i];
      PltCheckRole *role
          = g_hash_table_lookup (self->role_index, PLT_ID_TO_POINTER (engagement->role));

      if (role == NULL)
        continue;
      if (role->engagement == NULL || firmness (engagement) > firmness (role->engagement))
        {
          role->engagement = engagement;
          role->n_players = 1;
        }
      else if (firmness (engagement) == firmness (role->engagement))
        role->n_players++;
    }
  for (guint i = 0; i < self->n_roles; i++)
    {
      PltCheckRole *role = &self->roles[i];

      if (role->engagement == NULL)
        continue;
      role->person = PLT_FACTS_FIND (facts->people, PltPersonFacts, role->engagement->person);
      role->hmc = MAX (role->engagement->hmc_minutes, 0);
    }
}

/* The role is in the strip at `index` of the day. */
static void
add_work (PltCheckWork *work, const PltCheckDay *day, guint index)
{
  if (work->n > 0 && work->last == index)
    return; /* twice in one séquence */
  if (work->n == 0)
    work->first = index;
  work->last = index;
  work->n++;
  if (day->strips[index].minutes != PLT_UNKNOWN)
    work->minutes += day->strips[index].minutes;
}

/* The day begins with its first séquence and ends with its last one. */
static void
read_sure_hours (const PltCheckDay *day, PltCheckWork *work)
{
  gboolean begins = TRUE, ends = TRUE;

  work->latest_start = day->end;
  work->earliest_end = day->start;
  for (guint i = 0; i < day->n_strips; i++)
    {
      gint64 minutes = day->strips[i].minutes != PLT_UNKNOWN ? day->strips[i].minutes : 0;

      begins = begins && (i >= work->first || day->strips[i].sequence == NULL);
      ends = ends && (i <= work->last || day->strips[i].sequence == NULL);
      if (i >= work->first)
        work->latest_start -= minutes;
      if (i <= work->last)
        work->earliest_end += minutes;
    }
  work->latest_start = begins ? work->start : MAX (work->latest_start, work->start);
  work->earliest_end = ends ? work->end : MIN (work->earliest_end, work->end);
}

static void
read_work_hours (const PltCheckDay *day, PltCheckWork *work)
{
  work->start = work->end = work->latest_start = work->earliest_end = PLT_UNKNOWN;
  if (work->n == 0 || !day->hours)
    return;
  work->start = day->start;
  work->end = day->end;
  for (guint i = 0; i < work->first; i++)
    if (day->strips[i].minutes != PLT_UNKNOWN)
      work->start += day->strips[i].minutes;
  for (guint i = work->last + 1; i < day->n_strips; i++)
    if (day->strips[i].minutes != PLT_UNKNOWN)
      work->end -= day->strips[i].minutes;
  if (work->end < work->start)
    {
      /* more strips than the day holds: nothing is known of their hours */
      work->start = day->start;
      work->end = day->end;
    }
  read_sure_hours (day, work);
}

static void
read_work (PltPlanCheck *self)
{
  self->works = g_new0 (PltCheckWork, MAX (self->n_roles * self->n_days, 1));
  for (guint i = 0; i < self->n_roles; i++)
    self->roles[i].work = self->works + (gsize) i * self->n_days;
  for (guint i = 0; i < self->n_days; i++)
    {
      const PltCheckDay *day = &self->days[i];

      for (guint j = 0; day->shooting && j < day->n_strips; j++)
        {
          guint n = 0;
          const PltOccurrenceFacts *const *occurrences
              = day->strips[j].sequence != NULL
                    ? plt_facts_occurrences_of (self->facts, day->strips[j].sequence->id, &n)
                    : NULL;

          for (guint k = 0; k < n; k++)
            {
              PltCheckRole *role = g_hash_table_lookup (
                  self->role_index, PLT_ID_TO_POINTER (occurrences[k]->element));

              if (role != NULL)
                add_work (&role->work[i], day, j);
            }
        }
    }
  for (guint i = 0; i < self->n_roles; i++)
    for (guint j = 0; j < self->n_days; j++)
      read_work_hours (&self->days[j], &self->roles[i].work[j]);
}

/**
 * plt_plan_check_new:
 * @facts: the production
 * @plan: a plan of it, with a schedule
 * @issues: (element-type PltIssue): where findings go
 *
 * Returns: (transfer full): what the checks share; the arguments must outlive it
 */
PltPlanCheck *
plt_plan_check_new (const PltFacts *facts, const PltPlan *plan, GPtrArray *issues)
{
  PltPlanCheck *self = g_new0 (PltPlanCheck, 1);

  self->facts = facts;
  self->plan = plan;
  self->issues = issues;
  self->rules = plt_rules_new (facts);
  self->calendar = plt_calendar_new (facts);
  self->availability = plt_availability_new (facts);
  self->marks = plt_plan_marks_new (facts);
  read_days (self);
  read_units (self);
  read_roles (self);
  read_work (self);
  return self;
}

void
plt_plan_check_free (PltPlanCheck *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_days; i++)
    g_free (self->days[i].name);
  g_hash_table_unref (self->role_index);
  g_free (self->days);
  g_free (self->strips);
  g_free (self->units);
  g_free (self->dated);
  g_free (self->by_date);
  g_free (self->roles);
  g_free (self->works);
  plt_calendar_free (self->calendar);
  plt_availability_free (self->availability);
  plt_plan_marks_free (self->marks);
  plt_rules_free (self->rules);
  g_free (self);
}

/**
 * plt_check_plan: the plan de travail, one concern a file.
 */
void
plt_check_plan (const PltFacts *facts, const PltPlan *plan, GPtrArray *issues)
{
  g_autoptr (PltPlanCheck) check = NULL;

  if (plan->schedule == NULL)
    return;
  check = plt_plan_check_new (facts, plan, issues);
  plt_check_plan_calendar (check);
  plt_check_plan_hours (check);
  plt_check_plan_rest (check);
  plt_check_plan_weeks (check);
  plt_check_plan_artists (check);
  plt_check_plan_children (check);
  plt_check_plan_availability (check);
  plt_check_plan_permits (check);
  plt_check_plan_light (check);
  plt_check_plan_order (check);
  plt_check_plan_soft (check);
}
