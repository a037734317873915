/* Hours of the shoot: propose and correct them, weeks and pay, the payroll table, overtime to the
 * devis: hours, payroll. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cli.h"
#include "plt-error.h"
#include "plt-file-bytes.h"
#include "plt-hours-overtime.h"
#include "plt-hours-propose.h"
#include "plt-load.h"
#include "plt-payroll.h"
#include "plt-referential.h"
#include "plt-time.h"
#include "plt-today.h"

typedef struct
{
  PltStore *store;
  PltFacts *facts;
  PltPlan *plan;
} Production;

static void
production_clear (Production *self)
{
  g_clear_pointer (&self->plan, plt_plan_free);
  g_clear_pointer (&self->facts, plt_facts_free);
  g_clear_object (&self->store);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Production, production_clear)

static gboolean
open_production (
    PltCli *cli, const PltCliArgs *args, PltOpenFlags flags, Production *self, GError **error)
{
  static const char *const lent[]
      = { "temps-de-travail", "jours-feries", "minima-3097", "minima-2642", "minima-artistes" };

  self->store = plt_cli_open (cli, plt_cli_word (args, 0), flags, error);
  self->facts = self->store != NULL ? plt_facts_load (self->store, error) : NULL;
  if (self->facts == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (lent); i++)
    plt_referential_lend (self->facts, lent[i]);
  self->plan = plt_plan_new (self->facts, 0);
  return TRUE;
}

static gboolean
read_date (const PltCliArgs *args, const char *name, PltDate *date, GError **error)
{
  const char *text = plt_cli_option (args, name);

  *date = PLT_DATE_NONE;
  return text == NULL || plt_date_parse (text, date, error);
}

/* ---- hours FILE propose|correct DAY ---- */

static gboolean
propose (PltCli *cli, const PltCliArgs *args, Production *of, PltHoursSource source, GError **error)
{
  const char *name = plt_cli_word (args, 2);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *told = NULL;
  const PltDayPlan *day;
  guint n;

  if (name == NULL)
    return plt_cli_usage (error, _ ("Say which shooting day: J2, or a date."));
  day = plt_plan_find_day (of->plan, name, error);
  if (day == NULL)
    return FALSE;
  if (source == PLT_HOURS_FROM_REPORT && plt_hours_report (of->facts, day->day) == NULL)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("There is no report of that day yet: fill it in first."));
      return FALSE;
    }
  n = plt_hours_propose (of->facts, of->plan, day->day->id, source,
                         plt_cli_option (args, "again") != NULL, NULL, 0, batch);
  if (n > 0
      && !plt_store_apply (of->store,
                           source == PLT_HOURS_FROM_SHEET ? _ ("Hours as the call sheet")
                                                          : _ ("Hours as the report"),
                           NULL, batch, NULL, error))
    return FALSE;
  told = g_strdup_printf (ngettext ("%u row of hours written.\n", "%u rows of hours written.\n", n),
                          n);
  plt_cli_print (cli, told);
  return TRUE;
}

/* ---- hours FILE overtime ---- */

static void
add_money (GString *out, PltMoney amount)
{
  g_autofree char *text = amount != PLT_UNKNOWN ? plt_money_format_plain (amount) : g_strdup ("?");

  g_string_append_printf (out, "\t%s", text);
}

static void
add_minutes (GString *out, gint64 minutes)
{
  g_autofree char *text = minutes != PLT_UNKNOWN ? plt_duration_format (minutes) : g_strdup ("?");

  g_string_append_printf (out, "\t%s", text);
}

static gboolean
overtime (PltCli *cli, const PltCliArgs *args, Production *of, GError **error)
{
  g_autoptr (PltHours) hours = plt_hours_new (of->facts, of->plan);
  g_autoptr (PltBudget) budget = plt_budget_new (of->facts, 0, of->plan);
  g_autoptr (PltOvertime) over = plt_overtime_new (hours, budget);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < over->lines->len; i++)
    {
      const PltOvertimeLine *line = over->lines->pdata[i];

      g_string_append_printf (out, "%s\t%s", line->person == NULL ? line->code : "", line->name);
      add_minutes (out, line->foreseen_minutes);
      add_minutes (out, line->real_minutes);
      add_money (out, line->foreseen);
      add_money (out, line->real);
      add_money (out, line->extra);
      g_string_append_printf (out, "\t%s\n", line->unknown != NULL ? line->unknown : "");
    }
  g_string_append (out, "total");
  add_money (out, over->extra);
  add_money (out, over->in_devis);
  g_string_append_c (out, '\n');
  if (plt_cli_option (args, "apply") != NULL)
    {
      if (!plt_overtime_apply (over, batch, &n, error)
          || (n > 0
              && !plt_store_apply (of->store, _ ("Carry the hours to the budget"), NULL, batch,
                                   NULL, error)))
        return FALSE;
      g_string_append_printf (
          out,
          ngettext ("%u line of the budget written.\n", "%u lines of the budget written.\n", n), n);
    }
  plt_cli_print (cli, out->str);
  return TRUE;
}

/* ---- hours FILE ---- */

static void
print_week (GString *out, const PltHoursPerson *person, const PltHoursWeek *week, gboolean why)
{
  g_autofree char *monday = plt_date_to_iso (week->monday);

  g_string_append_printf (out, "%s\t%s\t%s", monday, person->name, person->function);
  add_minutes (out, week->worked);
  for (guint i = 0; i < PLT_PAY_OTHER; i++)
    add_minutes (out, week->kinds[i]);
  add_money (out, week->gross);
  g_string_append_printf (out, "\t%s\t%s\n", plt_hours_state_id (week->state),
                          week->why_not != NULL ? week->why_not : "");
  for (guint i = 0; why && i < week->n_lines; i++)
    {
      const PltPayLine *line = person->pay->lines->pdata[week->first_line + i];
      PltMoney shown = week->gross != PLT_UNKNOWN ? line->amount : PLT_UNKNOWN;

      g_string_append_printf (out, "\t%s\t%s%s%s", line->rule, line->title,
                              line->capped ? " (plafonné)" : "",
                              line->doubtful ? " (à vérifier)" : "");
      add_minutes (out, line->minutes);
      add_money (out, shown);
      g_string_append_printf (out, "\t%s\n", line->source != NULL ? line->source : "");
    }
}

static gboolean
print_weeks (PltCli *cli, const PltCliArgs *args, Production *of, GError **error)
{
  g_autoptr (PltHours) hours = plt_hours_new (of->facts, of->plan);
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean why = plt_cli_option (args, "why") != NULL;
  PltDate date;

  if (!read_date (args, "week", &date, error))
    return FALSE;
  for (guint i = 0; i < hours->people->len; i++)
    {
      const PltHoursPerson *person = hours->people->pdata[i];

      for (guint w = 0; w < person->weeks->len; w++)
        {
          const PltHoursWeek *week = &g_array_index (person->weeks, PltHoursWeek, w);

          if (date == PLT_DATE_NONE || week->monday == plt_hours_monday (date))
            print_week (out, person, week, why);
        }
    }
  plt_cli_print (cli, out->str);
  return TRUE;
}

PLT_CLI_COMMAND (plt_cli_hours)
{
  const char *what = plt_cli_word (args, 1);
  gboolean writes
      = what != NULL && (strcmp (what, "overtime") != 0 || plt_cli_option (args, "apply") != NULL);
  g_auto (Production) of = { NULL };

  if (what != NULL && strcmp (what, "propose") != 0 && strcmp (what, "correct") != 0
      && strcmp (what, "overtime") != 0)
    return plt_cli_usage (error, _ ("“%s” is not known here: write propose, correct or overtime."),
                          what);
  if (!open_production (cli, args, writes ? PLT_OPEN_WRITE : PLT_OPEN_READ, &of, error))
    return FALSE;
  if (what == NULL)
    return print_weeks (cli, args, &of, error);
  if (strcmp (what, "overtime") == 0)
    return overtime (cli, args, &of, error);
  return propose (cli, args, &of,
                  strcmp (what, "propose") == 0 ? PLT_HOURS_FROM_SHEET : PLT_HOURS_FROM_REPORT,
                  error);
}

/* ---- payroll FILE [OUT.csv] ---- */

PLT_CLI_COMMAND (plt_cli_payroll)
{
  const char *by = plt_cli_option (args, "by");
  g_auto (Production) of = { NULL };
  g_autoptr (PltHours) hours = NULL;
  g_autofree char *text = NULL;
  g_autofree char *told = NULL;
  PltPayrollOptions options;
  guint n;

  plt_payroll_options_init (&options);
  if (by != NULL && strcmp (by, "day") != 0 && strcmp (by, "week") != 0)
    return plt_cli_usage (error, _ ("“%s” is no period: write day or week."), by);
  options.by_week = by != NULL && strcmp (by, "week") == 0;
  options.approved = plt_cli_option (args, "approved") != NULL;
  options.bom = plt_cli_option (args, "bom") != NULL;
  if (!read_date (args, "from", &options.from, error) || !read_date (args, "to", &options.to, error)
      || !open_production (cli, args, PLT_OPEN_READ, &of, error))
    return FALSE;
  hours = plt_hours_new (of.facts, of.plan);
  text = plt_payroll_text (hours, &options, &n);
  if (plt_cli_word (args, 1) == NULL)
    {
      plt_cli_print (cli, text);
      return TRUE;
    }
  if (!g_file_set_contents (plt_cli_word (args, 1), text, -1, error))
    return FALSE;
  told = g_strdup_printf (ngettext ("%u line written.\n", "%u lines written.\n", n), n);
  plt_cli_print (cli, told);
  return TRUE;
}
