/* The scripte's day on the command line: the days and their reports, what one of them comes to, and
 * the report given back to the plan: report. */
#include <glib/gi18n-lib.h>

#include "plt-cli.h"
#include "plt-load.h"
#include "plt-report-return.h"
#include "plt-time.h"

typedef struct
{
  PltStore *store;
  PltFacts *facts;
  PltPlan *plan;
  PltReportBook *book;
} Reports;

static void
reports_clear (Reports *self)
{
  g_clear_pointer (&self->book, plt_report_book_free);
  g_clear_pointer (&self->plan, plt_plan_free);
  g_clear_pointer (&self->facts, plt_facts_free);
  g_clear_object (&self->store);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reports, reports_clear)

static char *
name_of (const PltReportDay *day)
{
  g_autofree char *date = day->date != PLT_DATE_NONE ? plt_date_to_iso (day->date) : g_strdup ("?");

  return day->number > 0 ? g_strdup_printf ("J%u\t%s", day->number, date)
                         : g_strdup_printf ("-\t%s", date);
}

/* A line a day: what was shot, and where its report stands. */
static void
print_days (PltCli *cli, const PltReportBook *book)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < book->days->len; i++)
    {
      const PltReportDay *day = book->days->pdata[i];
      g_autofree char *name = name_of (day);
      g_autofree char *shot = plt_seconds_format (day->today.shot_seconds);

      g_string_append_printf (
          out, "%s\t%s\t%s\t%u\t%u\t%u\t%s\n", name,
          day->report != NULL ? day->report->status : "absent",
          day->report != NULL && day->day != NULL && plt_report_is_given (book, day) ? "au-plan"
                                                                                     : "-",
          day->today.complete, day->today.shots, day->today.takes, shot);
    }
  plt_cli_print (cli, out->str);
}

static void
add_count (GString *out, const char *name, guint day, guint total)
{
  g_string_append_printf (out, "%s\t%u\t%u\n", name, day, total);
}

static void
add_seconds (GString *out, const char *name, gint64 day, gint64 total)
{
  g_autofree char *one = day != PLT_UNKNOWN ? plt_seconds_format (day) : g_strdup ("?");
  g_autofree char *all = total != PLT_UNKNOWN ? plt_seconds_format (total) : g_strdup ("?");

  g_string_append_printf (out, "%s\t%s\t%s\n", name, one, all);
}

static void
add_minutes (GString *out, const char *name, gint64 day, gint64 total)
{
  g_autofree char *one = day != PLT_UNKNOWN ? plt_duration_format (day) : g_strdup ("?");
  g_autofree char *all = total != PLT_UNKNOWN ? plt_duration_format (total) : g_strdup ("?");

  g_string_append_printf (out, "%s\t%s\t%s\n", name, one, all);
}

/* The séquences of the day, then its figures: name, the day, the running total. */
static void
print_day (PltCli *cli, const PltReportDay *day)
{
  static const char *const states[] = {
    [PLT_REPORT_NOT_SHOT] = "non-tournee", [PLT_REPORT_PARTLY] = "partielle",
    [PLT_REPORT_COMPLETE] = "tournee",     [PLT_REPORT_POSTPONED] = "reportee",
    [PLT_REPORT_DROPPED] = "supprimee",
  };
  const PltReportFigures *one = &day->today, *all = &day->total;
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < day->sequences->len; i++)
    {
      const PltReportSequence *item = &g_array_index (day->sequences, PltReportSequence, i);

      g_string_append_printf (out, "sequence\t%s\t%s\t%u\t%u\n", item->sequence->number,
                              states[item->state], item->shots, item->takes);
    }
  add_count (out, "completes", one->complete, day->done);
  add_count (out, "supprimees", one->dropped, day->dropped);
  g_string_append_printf (out, "restantes\t-\t%u\n", day->left);
  add_count (out, "plans", one->shots, all->shots);
  add_count (out, "prises", one->takes, all->takes);
  add_seconds (out, "preminutage", one->shot_seconds, all->shot_seconds);
  add_seconds (out, "utile", plt_report_useful (one), plt_report_useful (all));
  add_minutes (out, "travail", day->work,
               all->n_unknown_hours == 0 ? all->work_minutes : PLT_UNKNOWN);
  add_minutes (out, "perdu", one->lost_minutes, all->lost_minutes);
  plt_cli_print (cli, out->str);
}

static gboolean
give_back (PltCli *cli, Reports *of, const PltReportDay *day, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  if (!plt_report_give_back (of->book, day, batch, error))
    return FALSE;
  if (plt_batch_get_n_edits (batch) == 0)
    {
      plt_cli_print (cli, _ ("The schedule knows all of it already."));
      plt_cli_print (cli, "\n");
      return TRUE;
    }
  if (!plt_store_apply (of->store, _ ("Give the Report Back to the Schedule"), NULL, batch, NULL,
                        error))
    return FALSE;
  plt_cli_print (cli, _ ("The schedule knows what was shot; what is left is in its pool."));
  plt_cli_print (cli, "\n");
  return TRUE;
}

/* report FILE [DAY [--give-back]] */
gboolean
plt_cli_report (PltCli *cli, const PltCliArgs *args, GError **error)
{
  gboolean back = plt_cli_option (args, "give-back") != NULL;
  const char *name = plt_cli_word (args, 1);
  g_auto (Reports) reports = { NULL };
  const PltReportDay *day;

  if (back && name == NULL)
    return plt_cli_usage (error, _ ("Say which shooting day: J2, or a date."));
  reports.store
      = plt_cli_open (cli, plt_cli_word (args, 0), back ? PLT_OPEN_WRITE : PLT_OPEN_READ, error);
  reports.facts = reports.store != NULL ? plt_facts_load (reports.store, error) : NULL;
  if (reports.facts == NULL)
    return FALSE;
  reports.plan = plt_plan_new (reports.facts, 0);
  reports.book = plt_report_book_new (reports.facts, reports.plan);
  if (name == NULL)
    {
      print_days (cli, reports.book);
      return TRUE;
    }
  day = plt_report_find (reports.book, name, error);
  if (day == NULL)
    return FALSE;
  if (back)
    return give_back (cli, &reports, day, error);
  print_day (cli, day);
  return TRUE;
}
