#include "plt-hours.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-callsheet.h"
#include "plt-crew.h"
#include "plt-performer-pay.h"
#include "plt-text.h"
#include "plt-time.h"

#define OPTION "paie-" /* parameters of the production that are options of the pay */
#define WORKING_DAYS 5

/* ---- engagements ---- */

static gboolean
covers (const PltEngagementFacts *engagement, PltDate date)
{
  return (engagement->from_date == PLT_DATE_NONE || date >= engagement->from_date)
         && (engagement->to_date == PLT_DATE_NONE || date <= engagement->to_date);
}

static int
rank_of (const PltEngagementFacts *engagement)
{
  return strcmp (engagement->status, "signe") == 0      ? 3
         : strcmp (engagement->status, "confirme") == 0 ? 2
         : strcmp (engagement->status, "option") == 0   ? 1
                                                        : 0;
}

const PltEngagementFacts *
plt_hours_engagement (const PltFacts *facts, gint64 person, PltDate date)
{
  const PltEngagementFacts *best = NULL;

  for (guint i = 0; i < facts->engagements.n; i++)
    {
      const PltEngagementFacts *one = &facts->engagements.items[i];

      if (one->person == person && covers (one, date)
          && (best == NULL || rank_of (one) > rank_of (best)))
        best = one;
    }
  return best;
}

/* ---- people ---- */

static void
day_clear (gpointer data)
{
  g_clear_pointer (&((PltHoursDay *) data)->why_not, g_free);
}

static void
week_clear (gpointer data)
{
  g_clear_pointer (&((PltHoursWeek *) data)->why_not, g_free);
}

static void
person_free (gpointer data)
{
  PltHoursPerson *self = data;

  g_free (self->name);
  g_free (self->why_not);
  g_array_unref (self->days);
  g_array_unref (self->weeks);
  g_clear_pointer (&self->pay, plt_pay_free);
  g_free (self);
}

static PltHoursPerson *
find (const PltHours *self, gint64 person, gint64 engagement)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      PltHoursPerson *one = self->people->pdata[i];

      if (one->person->id == person
          && (one->engagement != NULL ? one->engagement->id : 0) == engagement)
        return one;
    }
  return NULL;
}

const PltHoursPerson *
plt_hours_find (const PltHours *self, gint64 person, gint64 engagement)
{
  return find (self, person, engagement);
}

static PltHoursPerson *
add_person (PltHours *self, const PltPersonFacts *person, const PltEngagementFacts *engagement)
{
  PltHoursPerson *one = g_new0 (PltHoursPerson, 1);

  one->person = person;
  one->engagement = engagement;
  one->name = plt_facts_person_name (person);
  one->function = engagement != NULL ? engagement->function : "";
  one->department = engagement != NULL ? engagement->department : "";
  one->unit = engagement != NULL ? engagement->unit : "";
  one->performer = plt_hours_is_performer (engagement);
  one->rate = PLT_UNKNOWN;
  one->days = g_array_new (FALSE, TRUE, sizeof (PltHoursDay));
  one->weeks = g_array_new (FALSE, TRUE, sizeof (PltHoursWeek));
  g_array_set_clear_func (one->days, day_clear);
  g_array_set_clear_func (one->weeks, week_clear);
  g_ptr_array_add (self->people, one);
  return one;
}

/* Of the trade: departments in the order of the choices, people of one by function and name. */
static int
order_of (const char *department)
{
  static const char *const order[]
      = { "production", "regie",          "mise-en-scene", "image", "electricite",    "machinerie",
          "son",        "decoration",     "costumes",      "hmc",   "postproduction", "autre",
          "",           "interpretation", "figuration" };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (strcmp (order[i], department) == 0)
      return (int) i;
  return G_N_ELEMENTS (order);
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const PltHoursPerson *one = *(PltHoursPerson *const *) a, *other = *(PltHoursPerson *const *) b;
  int order = order_of (one->department) - order_of (other->department);

  if (order == 0)
    order = strcmp (one->department, other->department);
  if (order == 0 && (one->engagement != NULL) != (other->engagement != NULL))
    order = one->engagement != NULL ? -1 : 1;
  if (order == 0 && one->engagement != NULL && one->engagement != other->engagement)
    order = one->engagement < other->engagement ? -1 : 1; /* as the register has them */
  return order != 0 ? order : plt_text_compare (one->name, other->name);
}

/* ---- rates ---- */

/* The line of the current devis that pays that engagement by the day or by the week. */
static void
read_rate (const PltHours *self, PltHoursPerson *one)
{
  const PltFacts *facts = self->facts;

  if (one->engagement == NULL)
    return;
  one->rate = one->engagement->rate_cents;
  for (guint i = 0; one->rate == PLT_UNKNOWN && i < facts->lines.n; i++)
    {
      const PltLineFacts *line = &facts->lines.items[i];

      if (line->budget != facts->production.budget || line->engagement != one->engagement->id
          || line->rate_cents == PLT_UNKNOWN || line->rate_cents <= 0
          || (strcmp (line->unit, "jour") != 0 && strcmp (line->unit, "semaine") != 0
              && strcmp (line->unit, "cachet") != 0))
        continue;
      one->rate = line->rate_cents;
      one->rate_line = line->id;
      one->unit = line->unit;
    }
}

static char *
rate_sentence (const PltHoursPerson *one)
{
  if (one->engagement == NULL)
    return g_strdup (_ ("Nobody engaged this person on that date: add an engagement."));
  if (strcmp (one->unit, "forfait") == 0)
    return g_strdup (_ ("Paid a lump sum: the hours do not change it."));
  if (one->rate == PLT_UNKNOWN)
    return g_strdup (_ ("The engagement has no rate: give it one to know the pay."));
  return NULL;
}

/* ---- stretches ---- */

static gint64
hmc_of (const PltHours *self, const PltHoursPerson *one, const PltHoursFacts *row)
{
  const PltFacts *facts = self->facts;
  const PltSheetFacts *sheet;

  if (!one->performer || row->start_minutes == PLT_UNKNOWN)
    return 0;
  sheet = row->day != 0 ? plt_callsheet_of_day (facts, row->day) : NULL;
  for (guint i = 0; sheet != NULL && i < facts->calls.n; i++)
    {
      const PltCallFacts *call = &facts->calls.items[i];

      if (call->call_sheet == sheet->id && call->person == row->person
          && call->pat_minutes != PLT_UNKNOWN)
        return MAX (call->pat_minutes - row->start_minutes, 0);
    }
  return one->engagement->hmc_minutes != PLT_UNKNOWN ? MAX (one->engagement->hmc_minutes, 0) : 0;
}

static gboolean
is_holiday (const PltHours *self, PltDate date)
{
  return plt_pay_tables_is_holiday (self->tables, date);
}

/* Rows of a person in the order of their dates; the days they make, and the stretches. */
static void
read_rows (const PltHours *self, PltHoursPerson *one, const GPtrArray *rows, GArray *stretches)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const PltHoursFacts *row = rows->pdata[i];
      g_autofree char *error = plt_hours_row_error (row);
      PltHoursDay *day
          = one->days->len > 0 ? &g_array_index (one->days, PltHoursDay, one->days->len - 1) : NULL;

      if (day == NULL || day->date != row->date)
        {
          PltHoursDay fresh = { .date = row->date,
                                .row = row,
                                .start = PLT_UNKNOWN,
                                .end = PLT_UNKNOWN,
                                .rest = PLT_UNKNOWN };

          g_array_append_val (one->days, fresh);
          day = &g_array_index (one->days, PltHoursDay, one->days->len - 1);
        }
      day->n_rows++;
      if (error != NULL)
        {
          day->worked = PLT_UNKNOWN;
          if (day->why_not == NULL)
            day->why_not = g_steal_pointer (&error);
          continue;
        }
      plt_hours_row_stretches (
          row, GPOINTER_TO_UINT (g_hash_table_lookup (self->places, GINT_TO_POINTER (row->date))),
          hmc_of (self, one, row), is_holiday (self, row->date), stretches);
    }
}

/* ---- pay ---- */

static void
read_options (const PltFacts *facts, PltPayOptions *options)
{
  const char *kind = facts->production.kind != NULL ? facts->production.kind : "";

  plt_pay_options_init (options);
  options->genre = strcmp (kind, "documentaire") == 0 ? PLT_GENRE_DOCUMENTARY
                   : strcmp (kind, "flux") == 0       ? PLT_GENRE_FLUX
                                                      : PLT_GENRE_FICTION;
  options->advertising = strcmp (kind, "publicite") == 0;
  for (guint i = 0; i < facts->parameters.n; i++)
    {
      const PltParameterFacts *parameter = &facts->parameters.items[i];

      if (g_str_has_prefix (parameter->name, OPTION) && *parameter->value != '\0')
        plt_pay_options_set (options, parameter->name + strlen (OPTION), parameter->value, NULL);
    }
}

static void
technician_options (const PltHours *self, const PltHoursPerson *one, PltPayOptions *options)
{
  read_options (self->facts, options);
  plt_pay_options_set_rate (options, self->facts->production.agreement,
                            *one->unit != '\0' ? one->unit : "semaine", one->rate);
  if (strcmp (one->unit, "forfait") == 0 || *one->unit == '\0')
    options->contract = PLT_CONTRACT_AUTO;
  if (options->week_cents == PLT_UNKNOWN)
    options->week_cents = 100; /* hours are counted, amounts are not shown */
}

static PltPay *
pay_technician (const PltHours *self, const PltHoursPerson *one, const GArray *days, char **why_not)
{
  const PltWorkDay *work = (const PltWorkDay *) (gconstpointer) days->data;
  g_autoptr (GError) error = NULL;
  PltPayOptions options;
  PltPay *pay;

  technician_options (self, one, &options);
  pay = *one->function != '\0' ? plt_pay_new_from (self->tables, one->function, PLT_DATE_NONE,
                                                   &options, work, days->len, NULL)
                               : NULL;
  if (pay == NULL) /* not in the scale: its own wage is enough */
    pay = plt_pay_new_from (self->tables, NULL, PLT_DATE_NONE, &options, work, days->len, &error);
  if (pay == NULL)
    *why_not = g_strdup (error->message);
  return pay;
}

static PltPay *
count_pay (const PltHours *self, const PltHoursPerson *one, const GArray *days, char **why_not)
{
  const PltWorkDay *first = &g_array_index (days, PltWorkDay, 0);
  g_autoptr (GError) error = NULL;
  PltPay *pay;

  if (!one->performer)
    return pay_technician (self, one, days, why_not);
  pay = plt_performer_pay_new (self->tables, one->unit, one->rate, first->date,
                               (const PltWorkDay *) (gconstpointer) days->data, days->len, &error);
  if (pay == NULL)
    *why_not = g_strdup (error->message);
  return pay;
}

/* Everything a slip is counted of, but the tables. */
static GBytes *
pay_key (const PltHours *self, const PltHoursPerson *one, const GArray *days)
{
  GByteArray *key = g_byte_array_new ();
  g_autofree char *head = NULL;
  PltPayOptions of;

  technician_options (self, one, &of);
  head = g_strdup_printf ("%d %s %s %" G_GINT64_FORMAT " %d %d %d %d %d %d %d %d %d %d %d %d %d %d "
                          "%" G_GINT64_FORMAT,
                          one->performer, one->unit, one->function, one->rate, of.contract,
                          of.day_base, of.ceiling, of.rest_in_ceiling, of.may_in_ceiling,
                          of.advertising, of.equivalence, of.holiday_counts, of.sunday_rest,
                          of.holiday_rest, of.sixth_day_rest, of.decor, of.specialised, of.genre,
                          of.week_cents);
  g_byte_array_append (key, (const guint8 *) head, (guint) strlen (head));
  for (guint i = 0; i < days->len; i++)
    {
      const PltWorkDay *day = &g_array_index (days, PltWorkDay, i);
      const gint64 numbers[] = { day->date, day->start, day->meal_start, day->meal_end,
                                 day->end,  day->kind,  day->place };

      g_byte_array_append (key, (const guint8 *) numbers, sizeof numbers);
    }
  return g_byte_array_free_to_bytes (key);
}

static PltPay *
pay_of (const PltHours *self, const PltHoursPerson *one, const GArray *days, char **why_not)
{
  gint64 engagement = one->engagement != NULL ? one->engagement->id : 0;
  g_autoptr (GBytes) key = NULL;
  PltPay *pay;

  if (self->memo == NULL)
    return count_pay (self, one, days, why_not);
  key = pay_key (self, one, days);
  pay = plt_hours_memo_find (self->memo, one->person->id, engagement, key);
  if (pay != NULL)
    return pay;
  pay = count_pay (self, one, days, why_not);
  if (pay != NULL)
    plt_hours_memo_keep (self->memo, one->person->id, engagement, key, pay);
  return pay;
}

/* ---- days and weeks ---- */

static PltHoursDay *
find_day (PltHoursPerson *one, PltDate date)
{
  for (guint i = 0; i < one->days->len; i++)
    if (g_array_index (one->days, PltHoursDay, i).date == date)
      return &g_array_index (one->days, PltHoursDay, i);
  return NULL;
}

static void
fill_days (PltHoursPerson *one)
{
  const PltPayTotal *before = NULL;

  for (guint i = 0; i < one->pay->days->len; i++)
    {
      const PltPayTotal *total = &g_array_index (one->pay->days, PltPayTotal, i);
      PltHoursDay *day = find_day (one, total->date);

      if (day == NULL)
        continue;
      day->start = total->start;
      day->end = total->end;
      if (day->worked != PLT_UNKNOWN)
        day->worked = total->minutes;
      day->kinds[PLT_PAY_TRANSPORT] = total->transport;
      day->kinds[PLT_PAY_TRAVEL] = total->travel;
      if (total->minutes == 0)
        continue;
      if (before != NULL)
        day->rest = (gint64) (total->date - before->date) * 1440 + total->start - before->end;
      before = total;
    }
  for (guint i = 0; i < one->pay->shares->len; i++)
    {
      const PltPayShare *share = &g_array_index (one->pay->shares, PltPayShare, i);
      PltPayKind kind = plt_pay_kind (share->rule, share->title, share->rate_e6);
      PltHoursDay *day = find_day (one, share->date);

      if (day != NULL && kind != PLT_PAY_TRANSPORT && kind != PLT_PAY_TRAVEL)
        day->kinds[kind] += share->minutes;
    }
  for (guint i = 0; i < one->days->len; i++)
    {
      PltHoursDay *day = &g_array_index (one->days, PltHoursDay, i);

      day->kinds[PLT_PAY_NORMAL]
          = day->worked == PLT_UNKNOWN
                ? 0
                : MAX (day->worked - day->kinds[PLT_PAY_P25] - day->kinds[PLT_PAY_P50]
                           - day->kinds[PLT_PAY_MORE],
                       0);
    }
}

/* Monday to Friday of a week that the engagement covers. */
static guint
covered_days (const PltHoursPerson *one, PltDate monday)
{
  guint n = 0;

  for (PltDate date = monday; date < monday + WORKING_DAYS; date++)
    n += one->engagement != NULL && covers (one->engagement, date);
  return n;
}

static PltMoney
wage_of (const PltHours *self, const PltHoursPerson *one, const PltHoursWeek *week)
{
  PltMoney wage = PLT_UNKNOWN;
  guint days = 0;

  if (one->rate == PLT_UNKNOWN || strcmp (one->unit, "forfait") == 0)
    return PLT_UNKNOWN;
  for (guint i = 0; i < week->n_days; i++)
    {
      const PltHoursDay *day = &g_array_index (one->days, PltHoursDay, week->first_day + i);

      days += day->worked != PLT_UNKNOWN && day->worked > 0;
    }
  if (strcmp (one->unit, "semaine") != 0)
    return one->rate * days;
  if (one->performer)
    return one->rate;
  days = MIN (MAX (days, MIN (covered_days (one, week->monday), WORKING_DAYS)), WORKING_DAYS);
  plt_money_apply_rate (one->rate, days, WORKING_DAYS, PLT_ROUND_HALF_UP, &wage);
  return wage;
}

static void
add_line (PltHoursPerson *one, PltHoursWeek *week, const PltPayLine *line)
{
  PltPayKind kind = plt_pay_kind (line->rule, line->title, line->rate_e6);
  /* the guarantee of a whole week: not of one that the contract begins or ends in */
  gboolean due
      = strcmp (line->rule, "R01") != 0 || covered_days (one, week->monday) >= WORKING_DAYS;

  week->n_lines++;
  if (!due)
    {
      week->skipped += line->amount;
      return;
    }
  week->gross += line->amount;
  if (strcmp (line->rule, "P16") == 0)
    kind = PLT_PAY_TRAVEL;
  week->amounts[kind] += line->amount;
  if (kind != PLT_PAY_OTHER && kind != PLT_PAY_TRANSPORT && kind != PLT_PAY_TRAVEL)
    week->kinds[kind] += line->minutes;
}

static void
fill_week (const PltHours *self, PltHoursPerson *one, PltHoursWeek *week)
{
  week->state = PLT_HOURS_SIGNED;
  for (guint i = 0; i < week->n_days; i++)
    {
      const PltHoursDay *day = &g_array_index (one->days, PltHoursDay, week->first_day + i);

      week->state = MIN (week->state, plt_hours_state (day->row));
      if (day->worked != PLT_UNKNOWN)
        week->worked += day->worked;
      else if (week->why_not == NULL)
        {
          g_autofree char *date = plt_date_format_short (day->date);

          week->why_not = g_strdup_printf (_ ("%s: %s"), date, day->why_not);
        }
      week->kinds[PLT_PAY_NORMAL] += day->kinds[PLT_PAY_NORMAL];
      week->kinds[PLT_PAY_TRANSPORT] += day->kinds[PLT_PAY_TRANSPORT];
      week->kinds[PLT_PAY_TRAVEL] += day->kinds[PLT_PAY_TRAVEL];
    }
  for (guint i = 0; one->pay != NULL && i < one->pay->lines->len; i++)
    {
      const PltPayLine *line = one->pay->lines->pdata[i];

      if (line->week != week->monday)
        continue;
      if (week->n_lines == 0)
        week->first_line = i;
      add_line (one, week, line);
    }
  if (one->performer) /* theirs is counted last */
    week->kinds[PLT_PAY_NORMAL]
        -= week->kinds[PLT_PAY_P25] + week->kinds[PLT_PAY_P50] + week->kinds[PLT_PAY_MORE];
  week->kinds[PLT_PAY_NORMAL] = MAX (week->kinds[PLT_PAY_NORMAL], 0);
  week->wage = wage_of (self, one, week);
  if (week->why_not == NULL && one->why_not != NULL)
    week->why_not = g_strdup (one->why_not);
  if (week->why_not != NULL)
    {
      week->gross = PLT_UNKNOWN;
      for (guint i = 0; i < PLT_N_PAY_KINDS; i++)
        week->amounts[i] = PLT_UNKNOWN;
    }
}

static void
make_weeks (const PltHours *self, PltHoursPerson *one)
{
  for (guint i = 0; i < one->days->len; i++)
    {
      PltDate monday = plt_hours_monday (g_array_index (one->days, PltHoursDay, i).date);
      PltHoursWeek *last = one->weeks->len > 0
                               ? &g_array_index (one->weeks, PltHoursWeek, one->weeks->len - 1)
                               : NULL;

      if (last == NULL || last->monday != monday)
        {
          PltHoursWeek week = { .monday = monday, .first_day = i };

          g_array_append_val (one->weeks, week);
          last = &g_array_index (one->weeks, PltHoursWeek, one->weeks->len - 1);
        }
      last->n_days++;
    }
  for (guint i = 0; i < one->weeks->len; i++)
    fill_week (self, one, &g_array_index (one->weeks, PltHoursWeek, i));
}

/* Alerts come gravest first: each day and week keeps the first of its own. */
static void
place_alerts (PltHoursPerson *one)
{
  for (guint i = 0; one->pay != NULL && i < one->pay->alerts->len; i++)
    {
      const PltIssue *alert = one->pay->alerts->pdata[i];
      PltHoursDay *day = find_day (one, (PltDate) alert->ref.id);
      PltDate monday = plt_hours_monday ((PltDate) alert->ref.id);

      if (alert->severity == PLT_SEVERITY_INFO || alert->ref.id == 0)
        continue;
      if (day != NULL && day->alert == NULL && g_strcmp0 (alert->rule, "pay.C02") != 0
          && g_strcmp0 (alert->rule, "pay.D03") != 0)
        day->alert = alert;
      for (guint w = 0; w < one->weeks->len; w++)
        {
          PltHoursWeek *week = &g_array_index (one->weeks, PltHoursWeek, w);

          if (week->monday == monday && week->alert == NULL)
            week->alert = alert;
        }
    }
}

static void
count_person (const PltHours *self, PltHoursPerson *one, const GPtrArray *rows)
{
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (PltWorkDay));
  g_autofree char *failed = NULL;

  read_rate (self, one);
  one->why_not = rate_sentence (one);
  read_rows (self, one, rows, stretches);
  if (stretches->len > 0)
    one->pay = pay_of (self, one, stretches, &failed);
  if (failed != NULL)
    {
      g_free (one->why_not);
      one->why_not = g_steal_pointer (&failed);
    }
  if (one->pay != NULL)
    fill_days (one);
  else
    for (guint i = 0; stretches->len > 0 && i < one->days->len; i++)
      {
        PltHoursDay *day = &g_array_index (one->days, PltHoursDay, i);

        day->worked = PLT_UNKNOWN;
        if (day->why_not == NULL)
          day->why_not = g_strdup (one->why_not);
      }
  make_weeks (self, one);
  place_alerts (one);
}

/* ---- all of them ---- */

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const PltHoursFacts *one = *(const PltHoursFacts *const *) a;
  const PltHoursFacts *other = *(const PltHoursFacts *const *) b;

  if (one->date != other->date)
    return one->date < other->date ? -1 : 1;
  if (one->start_minutes != other->start_minutes)
    return one->start_minutes < other->start_minutes ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

static PltHours *
new_hours (const PltFacts *facts,
           const PltPlan *plan,
           const PltHoursFacts *rows,
           guint n_rows,
           PltHoursMemo *memo)
{
  PltHours *self = g_rc_box_new0 (PltHours);
  g_autoptr (GHashTable) of_person
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  g_return_val_if_fail (facts != NULL && plan != NULL, NULL);

  self->facts = facts;
  self->plan = plan;
  self->people = g_ptr_array_new_with_free_func (person_free);
  self->memo = memo;
  self->tables = memo != NULL ? plt_hours_memo_tables (memo, facts) : plt_pay_tables_new (facts);
  self->places = plt_crew_places (plan);
  for (guint i = 0; i < n_rows; i++)
    {
      const PltHoursFacts *row = &rows[i];
      const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, row->person);
      const PltEngagementFacts *engagement
          = PLT_FACTS_FIND (facts->engagements, PltEngagementFacts, row->engagement);
      PltHoursPerson *one;
      GPtrArray *list;

      if (person == NULL || row->date == PLT_DATE_NONE)
        continue;
      if (engagement == NULL || engagement->person != person->id)
        engagement = plt_hours_engagement (facts, person->id, row->date);
      one = find (self, person->id, engagement != NULL ? engagement->id : 0);
      if (one == NULL)
        one = add_person (self, person, engagement);
      list = g_hash_table_lookup (of_person, one);
      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (of_person, one, list);
        }
      g_ptr_array_add (list, (gpointer) row);
    }
  g_ptr_array_sort (self->people, compare_people);
  for (guint i = 0; i < self->people->len; i++)
    {
      GPtrArray *list = g_hash_table_lookup (of_person, self->people->pdata[i]);

      g_ptr_array_sort (list, compare_rows);
      count_person (self, self->people->pdata[i], list);
    }
  self->memo = NULL;
  return self;
}

PltHours *
plt_hours_new_with (const PltFacts *facts,
                    const PltPlan *plan,
                    const PltHoursFacts *rows,
                    guint n_rows)
{
  return new_hours (facts, plan, rows, n_rows, NULL);
}

PltHours *
plt_hours_new (const PltFacts *facts, const PltPlan *plan)
{
  return new_hours (facts, plan, facts->hours.items, facts->hours.n, NULL);
}

PltHours *
plt_hours_new_known (const PltFacts *facts, const PltPlan *plan, PltHoursMemo *memo)
{
  return new_hours (facts, plan, facts->hours.items, facts->hours.n, memo);
}

static void
hours_clear (gpointer data)
{
  PltHours *self = data;

  g_ptr_array_unref (self->people);
  plt_pay_tables_free (self->tables);
  g_hash_table_unref (self->places);
}

PltHours *
plt_hours_ref (PltHours *self)
{
  return g_rc_box_acquire (self);
}

void
plt_hours_free (PltHours *self)
{
  g_rc_box_release_full (self, hours_clear);
}

const PltHoursWeek *
plt_hours_week (const PltHoursPerson *person, PltDate monday)
{
  for (guint i = 0; i < person->weeks->len; i++)
    if (g_array_index (person->weeks, PltHoursWeek, i).monday == monday)
      return &g_array_index (person->weeks, PltHoursWeek, i);
  return NULL;
}

const PltHoursDay *
plt_hours_day (const PltHoursPerson *person, PltDate date)
{
  return find_day ((PltHoursPerson *) person, date);
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  PltDate one = *(const PltDate *) a, other = *(const PltDate *) b;

  return one < other ? -1 : one > other;
}

GArray *
plt_hours_mondays (const PltHours *self)
{
  GArray *mondays = g_array_new (FALSE, FALSE, sizeof (PltDate));
  guint kept = 0;

  for (guint i = 0; i < self->people->len; i++)
    {
      const PltHoursPerson *one = self->people->pdata[i];

      for (guint w = 0; w < one->weeks->len; w++)
        g_array_append_val (mondays, g_array_index (one->weeks, PltHoursWeek, w).monday);
    }
  g_array_sort (mondays, compare_dates);
  for (guint i = 0; i < mondays->len; i++)
    if (i == 0 || g_array_index (mondays, PltDate, i) != g_array_index (mondays, PltDate, kept - 1))
      g_array_index (mondays, PltDate, kept++) = g_array_index (mondays, PltDate, i);
  g_array_set_size (mondays, kept);
  return mondays;
}
