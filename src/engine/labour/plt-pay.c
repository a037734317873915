#include "plt-pay.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-pay-private.h"

/* ---- options ---- */

void
plt_pay_options_init (PltPayOptions *self)
{
  *self = (PltPayOptions){ .ceiling = TRUE,
                           .sunday_rest = TRUE,
                           .holiday_rest = TRUE,
                           .sixth_day_rest = TRUE,
                           .week_cents = PLT_UNKNOWN };
}

static const char *const yes_no[] = { "non", "oui", NULL };
static const char *const contracts[] = { "auto", "semaine", "jour", NULL };
static const char *const day_bases[] = { "majoree", "simple", "remplace", NULL };
static const char *const genres[] = { "fiction", "flux", "documentaire", NULL };
static const char *const variants[] = { "standard", "specialise", NULL };

/* Options are ints one and all: gboolean is one. */
static const struct
{
  const char *name;
  gsize offset;
  const char *const *values;
} options[] = {
  { "contrat", G_STRUCT_OFFSET (PltPayOptions, contract), contracts },
  { "assiette-jour", G_STRUCT_OFFSET (PltPayOptions, day_base), day_bases },
  { "plafond", G_STRUCT_OFFSET (PltPayOptions, ceiling), yes_no },
  { "plafond-repos", G_STRUCT_OFFSET (PltPayOptions, rest_in_ceiling), yes_no },
  { "plafond-1er-mai", G_STRUCT_OFFSET (PltPayOptions, may_in_ceiling), yes_no },
  { "publicite", G_STRUCT_OFFSET (PltPayOptions, advertising), yes_no },
  { "equivalence", G_STRUCT_OFFSET (PltPayOptions, equivalence), yes_no },
  { "ferie-compte", G_STRUCT_OFFSET (PltPayOptions, holiday_counts), yes_no },
  { "repos-dimanche", G_STRUCT_OFFSET (PltPayOptions, sunday_rest), yes_no },
  { "recup-ferie", G_STRUCT_OFFSET (PltPayOptions, holiday_rest), yes_no },
  { "recup-6e-jour", G_STRUCT_OFFSET (PltPayOptions, sixth_day_rest), yes_no },
  { "decor", G_STRUCT_OFFSET (PltPayOptions, decor), yes_no },
  { "variante", G_STRUCT_OFFSET (PltPayOptions, specialised), variants },
  { "genre", G_STRUCT_OFFSET (PltPayOptions, genre), genres },
};

static gboolean
set_wage (PltPayOptions *self, const char *value, GError **error)
{
  PltMoney cents;

  if (!plt_money_parse (value, &cents, error))
    return FALSE;
  if (cents > 0 && cents < G_MAXINT32)
    {
      self->week_cents = cents;
      return TRUE;
    }
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID, _ ("“%s” is not the wage of a week."), value);
  return FALSE;
}

gboolean
plt_pay_options_set (PltPayOptions *self, const char *name, const char *value, GError **error)
{
  g_autoptr (GString) names = g_string_new ("salaire");

  if (strcmp (name, "salaire") == 0)
    return set_wage (self, value, error);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *known = NULL;

      g_string_append_printf (names, ", %s", options[i].name);
      if (strcmp (name, options[i].name) != 0)
        continue;
      for (int v = 0; options[i].values[v] != NULL; v++)
        if (strcmp (value, options[i].values[v]) == 0)
          {
            *(int *) ((char *) self + options[i].offset) = v;
            return TRUE;
          }
      known = g_strjoinv (", ", (char **) options[i].values);
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” is not a value of the option %s. Write one of: %s."), value, name,
                   known);
      return FALSE;
    }
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
               _ ("There is no option “%s”. Write one of: %s."), name, names->str);
  return FALSE;
}

void
plt_pay_options_set_rate (PltPayOptions *self,
                          const char *agreement,
                          const char *unit,
                          PltMoney rate)
{
  gboolean weekly = strcmp (unit, "jour") != 0 && strcmp (unit, "cachet") != 0;
  gboolean audiovisual = strcmp (agreement, "2642") == 0;

  self->contract = weekly ? PLT_CONTRACT_WEEK : PLT_CONTRACT_DAY;
  if (rate == PLT_UNKNOWN || rate <= 0)
    return;
  if (strcmp (unit, "semaine") == 0)
    self->week_cents = rate;
  else if (!weekly)
    plt_money_apply_rate (rate, audiovisual ? 63 : 32, audiovisual ? 16 : 7, PLT_ROUND_HALF_UP,
                          &self->week_cents);
}

/* ---- rules ---- */

/* Of the performers first where one of them is paid, of the agreement else. */
static const PltRule *
find_rule (const PltPayRun *run, const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (run->rule_sets); i++)
    {
      const PltRule *rule
          = run->rule_sets[i] != NULL ? plt_rules_find (run->rules, run->rule_sets[i], code) : NULL;

      if (rule != NULL)
        return rule;
    }
  return plt_rules_find (run->rules, NULL, code);
}

gint64
plt_pay_rule (const PltPayRun *run, const char *code, gint64 otherwise)
{
  const PltRule *rule = find_rule (run, code);

  return rule != NULL && rule->value != PLT_UNKNOWN ? rule->value : otherwise;
}

const char *
plt_pay_source (const PltPayRun *run, const char *code)
{
  const PltRule *rule = find_rule (run, code);

  return rule != NULL ? rule->source : NULL;
}

gboolean
plt_pay_span (const PltPayRun *run, const char *code, gint64 *from, gint64 *to)
{
  const PltRule *rule = find_rule (run, code);

  return rule != NULL && plt_rule_interval (rule, from, to);
}

/* Minutes of a day ask one after the other. */
const PltHoliday *
plt_pay_holiday (PltPayRun *run, PltDate date)
{
  if (date != run->holiday_date)
    run->holiday
        = plt_calendar_holiday (run->calendar, date, plt_calendar_territory (run->calendar), FALSE);
  run->holiday_date = date;
  return run->holiday;
}

/* ---- the slip ---- */

static void
line_free (gpointer data)
{
  PltPayLine *line = data;

  g_free (line->rule);
  g_free (line->title);
  g_free (line->source);
  g_free (line);
}

static void
pay_clear (gpointer data)
{
  PltPay *self = data;

  g_free (self->function);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->alerts);
  g_array_unref (self->shares);
  g_array_unref (self->days);
}

PltPay *
plt_pay_ref (PltPay *self)
{
  return g_rc_box_acquire (self);
}

void
plt_pay_free (PltPay *self)
{
  g_rc_box_release_full (self, pay_clear);
}

void
plt_pay_run_clear (PltPayRun *run)
{
  g_clear_pointer (&run->entries, g_array_unref);
}

void
plt_pay_run_init (PltPayRun *run, const PltPayTables *tables)
{
  run->facts = tables->facts;
  run->agreement = tables->facts->production.agreement;
  run->tables = tables;
  run->rules = tables->rules;
  run->calendar = tables->calendar;
  run->holiday_date = PLT_DATE_NONE;
  run->entries = g_array_new (FALSE, FALSE, sizeof (PltPayEntry));
}

void
plt_pay_run_days (PltPayRun *run, const PltPayWeek *week)
{
  for (guint i = 0; i < week->days->len; i++)
    {
      const PltPayDay *day = &g_array_index (week->days, PltPayDay, i);
      PltPayTotal total
          = { day->date, day->start, day->end, day->minutes, day->transport, day->travel };

      g_array_append_val (run->pay->days, total);
    }
}

PltPay *
plt_pay_alloc (void)
{
  PltPay *pay = g_rc_box_new0 (PltPay);

  pay->lines = g_ptr_array_new_with_free_func (line_free);
  pay->alerts = plt_issues_new ();
  pay->shares = g_array_new (FALSE, FALSE, sizeof (PltPayShare));
  pay->days = g_array_new (FALSE, FALSE, sizeof (PltPayTotal));
  return pay;
}

static PltDate
first_date (const PltWorkDay *days, guint n)
{
  PltDate first = days[0].date;

  for (guint i = 1; i < n; i++)
    first = MIN (first, days[i].date);
  return first;
}

PltPay *
plt_pay_new (const PltFacts *facts,
             const char *function,
             PltDate date,
             const PltPayOptions *options_,
             const PltWorkDay *days,
             guint n_days,
             GError **error)
{
  g_autoptr (PltPayTables) tables = NULL;

  g_return_val_if_fail (facts != NULL && function != NULL, NULL);

  tables = plt_pay_tables_new (facts);
  return plt_pay_new_from (tables, function, date, options_, days, n_days, error);
}

PltPay *
plt_pay_new_from (const PltPayTables *tables,
                  const char *function,
                  PltDate date,
                  const PltPayOptions *options_,
                  const PltWorkDay *days,
                  guint n_days,
                  GError **error)
{
  g_autoptr (PltPay) pay = plt_pay_alloc ();
  g_auto (PltPayRun) run = { .pay = pay, .options = *options_ };
  g_autoptr (GPtrArray) weeks = NULL;
  const char *agreement = tables->facts->production.agreement;

  g_return_val_if_fail (options_ != NULL, NULL);

  if (strcmp (agreement, "3097") != 0 && strcmp (agreement, "2642") != 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” is not an agreement that is known here. Write 3097 or 2642."),
                   agreement);
      return NULL;
    }
  if (n_days == 0)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("There are no hours to pay. Add a line for each day."));
      return NULL;
    }
  plt_pay_run_init (&run, tables);
  if (!plt_pay_find_scale (&run, function, date != PLT_DATE_NONE ? date : first_date (days, n_days),
                           error))
    return NULL;
  weeks = plt_pay_weeks (&run, days, n_days, error);
  if (weeks == NULL)
    return NULL;
  for (guint i = 0; i < weeks->len; i++)
    {
      const PltPayWeek *week = weeks->pdata[i];

      pay->minutes += week->minutes->len;
      plt_pay_run_days (&run, week);
      if (strcmp (agreement, "3097") == 0)
        plt_pay_week_3097 (&run, week);
      else
        plt_pay_week_2642 (&run, week);
      plt_pay_check_rest (&run, weeks, i);
      plt_pay_close_week (&run, week->monday);
    }
  plt_pay_check (&run, weeks);
  plt_issues_sort (pay->alerts);
  return g_steal_pointer (&pay);
}
