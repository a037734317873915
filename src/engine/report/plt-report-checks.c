#include "plt-report-checks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-calendar.h"
#include "plt-check.h"
#include "plt-conformity.h"
#include "plt-report-return.h"
#include "plt-rules.h"
#include "plt-time.h"

#define LATE 30 /* minutes that somebody should explain: usage */
#define ACCIDENT_SOURCE "Code de la sécurité sociale R441-3 ; IDCC 3097 titre II art. 8"

static char *
name_of (const PltReportDay *day)
{
  g_autofree char *date
      = day->date != PLT_DATE_NONE ? plt_date_format_short (day->date) : g_strdup ("—");

  return day->number > 0 ? g_strdup_printf ("J%u, %s", day->number, date) : g_steal_pointer (&date);
}

/* ---- the days ---- */

static void
check_missing (const PltReportDay *day, PltDate today, GPtrArray *issues)
{
  g_autofree char *name = NULL;

  if (day->report != NULL || day->day == NULL || today == PLT_DATE_NONE
      || day->date == PLT_DATE_NONE || day->date >= today)
    return;
  name = name_of (day);
  plt_issues_add (issues, "report.missing", PLT_SEVERITY_WARNING,
                  (PltRef){ "shooting_day", day->day->day->id, NULL },
                  "Usage : remis le soir même ou le lendemain",
                  _ ("%s is over and has no report. Begin it in the reports."), name);
}

static void
check_limit (const PltReportDay *day,
             const PltRules *rules,
             const char *rule,
             const char *code,
             const char *column,
             gint64 minutes,
             const char *format,
             GPtrArray *issues)
{
  const char *source;
  gint64 limit = plt_rules_get (rules, NULL, code, &source);
  g_autofree char *name = NULL;
  g_autofree char *had = NULL;
  g_autofree char *allowed = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  if (limit == PLT_UNKNOWN || minutes == PLT_UNKNOWN || minutes <= limit)
    return;
  name = name_of (day);
  had = plt_duration_format (minutes);
  allowed = plt_duration_format (limit);
  parts = g_strsplit (format, "|", 3);
  text = g_strconcat (parts[0], had, parts[1], allowed, parts[2], NULL);
  plt_issues_add (issues, rule, PLT_SEVERITY_WARNING,
                  (PltRef){ "day_report", day->report->id, column }, source, "%s: %s", name, text);
}

static void
check_hours (const PltReportDay *day, const PltRules *rules, GPtrArray *issues)
{
  gint64 until = day->meal != PLT_UNKNOWN ? day->meal : day->end;

  check_limit (day, rules, "report.span", "amplitude-max", "end_minutes", day->span,
               /* Translators: the two | stand for durations: what was, what is allowed */
               _ ("from the arrival of the crew to the wrap there are |; the agreement allows |."),
               issues);
  check_limit (day, rules, "report.work", "jour-max", "end_minutes", day->work,
               /* Translators: the two | stand for durations: what was, what is allowed */
               _ ("| of work; the agreement allows |."), issues);
  check_limit (day, rules, "report.meal", "pause-delai", "meal_minutes",
               until != PLT_UNKNOWN && day->crew != PLT_UNKNOWN ? until - day->crew : PLT_UNKNOWN,
               /* Translators: the two | stand for durations: what was, what is allowed */
               _ ("| of work before the meal; a break is due after |."), issues);
}

static gboolean
is_over (const PltReportDay *day, PltDate today)
{
  return strcmp (day->report->status, "en-cours") != 0
         || (today != PLT_DATE_NONE && day->date != PLT_DATE_NONE && day->date < today);
}

static void
check_sequences (const PltReportDay *day, GPtrArray *issues)
{
  g_autofree char *name = name_of (day);

  for (guint i = 0; i < day->sequences->len; i++)
    {
      const PltReportSequence *item = &g_array_index (day->sequences, PltReportSequence, i);

      if (item->state != PLT_REPORT_NOT_SHOT || item->explained || item->strip == NULL)
        continue;
      plt_issues_add (issues, "report.not-explained", PLT_SEVERITY_WARNING,
                      (PltRef){ "strip", item->strip->id, NULL }, NULL,
                      _ ("%s: sequence %s was planned and not shot, and nothing says why. Write a "
                         "line in the log, or give it back to the schedule."),
                      name, item->sequence->number);
    }
}

/* People write a word where nothing happened. */
static gboolean
says_nothing (const char *text)
{
  static const char *const words[] = { "", "aucun", "aucune", "néant", "non", "rien", "ras", "—" };
  g_autofree char *folded = g_utf8_strdown (text, -1);

  g_strstrip (folded);
  if (g_str_has_suffix (folded, "."))
    folded[strlen (folded) - 1] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (folded, words[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
check_words (const PltFacts *facts, const PltReportDay *day, GPtrArray *issues)
{
  g_autofree char *name = name_of (day);
  gboolean accident = FALSE;

  if (day->end_late != PLT_UNKNOWN && day->end_late >= LATE && day->today.lost_minutes == 0)
    {
      g_autofree char *late = plt_duration_format (day->end_late);

      plt_issues_add (issues, "report.late-without-cause", PLT_SEVERITY_INFO,
                      (PltRef){ "day_report", day->report->id, "end_minutes" }, NULL,
                      _ ("%s ended %s later than planned and no delay is noted. Note the causes."),
                      name, late);
    }
  for (guint i = 0; i < facts->incidents.n; i++)
    accident = accident
               || (facts->incidents.items[i].date == day->date
                   && strcmp (facts->incidents.items[i].kind, "accident") == 0);
  if (!says_nothing (day->report->accidents) && !accident)
    plt_issues_add (issues, "report.accident-not-registered", PLT_SEVERITY_WARNING,
                    (PltRef){ "day_report", day->report->id, "accidents" }, ACCIDENT_SOURCE,
                    _ ("%s: the report tells of an accident that is not among the incidents. Add "
                       "it there, so that its declaration is followed."),
                    name);
}

/**
 * plt_check_report_days: reports that are missing, hours the agreement does not allow, séquences
 * nobody explains, what was not given back to the plan.
 */
void
plt_check_report_days (const PltReportBook *book, PltDate today, GPtrArray *issues)
{
  g_autoptr (PltRules) rules = plt_rules_new (book->facts);

  for (guint i = 0; i < book->days->len; i++)
    {
      const PltReportDay *day = book->days->pdata[i];

      check_missing (day, today, issues);
      if (day->report == NULL)
        continue;
      check_hours (day, rules, issues);
      check_words (book->facts, day, issues);
      if (!is_over (day, today))
        continue;
      check_sequences (day, issues);
      if (day->day != NULL && !plt_report_is_given (book, day))
        {
          g_autofree char *name = name_of (day);

          plt_issues_add (issues, "report.not-given-back", PLT_SEVERITY_INFO,
                          (PltRef){ "day_report", day->report->id, "status" }, NULL,
                          _ ("%s is over and the schedule does not know what was shot. Give the "
                             "report back to the schedule."),
                          name);
        }
    }
}

/* ---- cards ---- */

void
plt_check_cards (const PltReportBook *book, GPtrArray *issues)
{
  for (guint i = 0; i < book->facts->cards.n; i++)
    {
      const PltCardFacts *card = &book->facts->cards.items[i];
      const PltReportDay *day = plt_report_of_report (book, card->day_report);
      g_autofree char *name = day != NULL ? name_of (day) : g_strdup ("—");

      if (plt_card_is_safe (card))
        continue;
      if (card->freed)
        plt_issues_add (issues, "report.card-freed", PLT_SEVERITY_ERROR,
                        (PltRef){ "media_card", card->id, "freed" },
                        "Usage : deux copies vérifiées",
                        _ ("%s: card %s was freed before two verified backups of it existed. Stop "
                           "using it, and compare what is left of the backups."),
                        name, card->name);
      else
        plt_issues_add (
            issues, "report.card-backup", PLT_SEVERITY_WARNING,
            (PltRef){ "media_card", card->id,
                      card->backups == PLT_UNKNOWN || card->backups < 2 ? "backups" : "verified" },
            "Usage : deux copies vérifiées",
            _ ("%s: card %s has fewer than two verified backups. Make them before it "
               "is freed."),
            name, card->name);
    }
}

/* ---- incidents ---- */

PltDate
plt_accident_deadline (const PltFacts *facts, PltDate date)
{
  g_autoptr (PltCalendar) calendar = NULL;
  PltDate deadline = date;

  if (date == PLT_DATE_NONE)
    return PLT_DATE_NONE;
  calendar = plt_calendar_new (facts);
  for (guint open = 0; open < 2;)
    {
      deadline++;
      open += plt_date_weekday (deadline) != 7
              && plt_calendar_holiday (calendar, deadline, plt_calendar_territory (calendar), FALSE)
                     == NULL;
    }
  return deadline;
}

static void
check_accident (const PltFacts *facts,
                const PltIncidentFacts *incident,
                PltDate today,
                GPtrArray *issues)
{
  PltDate deadline = plt_accident_deadline (facts, incident->date);
  PltRef ref = { "incident", incident->id, "declared" };
  g_autofree char *until = NULL;

  if (strcmp (incident->kind, "accident") != 0 || deadline == PLT_DATE_NONE)
    return;
  until = plt_date_format_short (deadline);
  if (!incident->declared && (today == PLT_DATE_NONE || today <= deadline))
    plt_issues_add (issues, "incident.accident-to-declare", PLT_SEVERITY_WARNING, ref,
                    ACCIDENT_SOURCE,
                    _ ("The accident “%s” is to be declared within 48 hours, by %s at the latest."),
                    incident->name, until);
  else if (!incident->declared)
    plt_issues_add (
        issues, "incident.accident-late", PLT_SEVERITY_ERROR, ref, ACCIDENT_SOURCE,
        _ ("The accident “%s” was to be declared by %s and is not. Declare it at once."),
        incident->name, until);
  else if (incident->declared_date != PLT_DATE_NONE && incident->declared_date > deadline)
    {
      ref.column = "declared_date";
      plt_issues_add (issues, "incident.accident-declared-late", PLT_SEVERITY_WARNING, ref,
                      ACCIDENT_SOURCE,
                      _ ("The accident “%s” was declared after the 48 hours, which ended on %s."),
                      incident->name, until);
    }
}

void
plt_check_incidents (const PltFacts *facts, PltDate today, GPtrArray *issues)
{
  for (guint i = 0; i < facts->incidents.n; i++)
    {
      const PltIncidentFacts *incident = &facts->incidents.items[i];
      PltRef ref = { "incident", incident->id, NULL };

      check_accident (facts, incident, today, issues);
      if (*incident->decided_by == '\0')
        {
          ref.column = "decided_by";
          plt_issues_add (issues, "incident.nobody-decided", PLT_SEVERITY_WARNING, ref, NULL,
                          _ ("Incident “%s”: nobody is named who decided. Name them."),
                          incident->name);
        }
      if (*incident->measure == '\0')
        {
          ref.column = "measure";
          plt_issues_add (issues, "incident.no-measure", PLT_SEVERITY_WARNING, ref, NULL,
                          _ ("Incident “%s”: no measure is written down. Say what was done."),
                          incident->name);
        }
    }
}

/* ---- conformity ---- */

void
plt_check_conformity (const PltReportBook *book, GPtrArray *issues)
{
  g_autoptr (GArray) rows = plt_conformity_new (book);

  for (guint i = 0; i < rows->len; i++)
    {
      const PltConformityRow *row = &g_array_index (rows, PltConformityRow, i);
      const PltConformityFacts *length = row->checks[PLT_CONFORMITY_LENGTH];

      for (guint j = 0; j < PLT_N_CRITERIA; j++)
        if (row->checks[j] != NULL && strcmp (row->checks[j]->state, "non-conforme") == 0
            && strcmp (row->sequence->status, "retake") != 0)
          plt_issues_add (issues, "conformity.failed", PLT_SEVERITY_WARNING,
                          (PltRef){ "conformity", row->checks[j]->id, "state" }, NULL,
                          _ ("Sequence %s does not conform and is not to be shot again. Ask for a "
                             "retake, or say why it is accepted."),
                          row->sequence->number);
      if (row->judged && !row->within && length == NULL)
        {
          g_autofree char *useful = plt_seconds_format (row->useful);
          g_autofree char *planned = plt_seconds_format (row->seconds);

          plt_issues_add (issues, "conformity.length", PLT_SEVERITY_INFO,
                          (PltRef){ "sequence", row->sequence->id, "premin_seconds" },
                          "Référentiel minutage, tolérance",
                          _ ("Sequence %s lasts %s where %s were planned, beyond the tolerance."),
                          row->sequence->number, useful, planned);
        }
    }
}

/**
 * plt_check_reports: the scripte's day: reports, cards, incidents, conformity.
 */
void
plt_check_reports (const PltFacts *facts, const PltPlan *plan, PltDate today, GPtrArray *issues)
{
  g_autoptr (PltReportBook) book = plt_report_book_new (facts, plan);

  plt_check_report_days (book, today, issues);
  plt_check_cards (book, issues);
  plt_check_incidents (facts, today, issues);
  plt_check_conformity (book, issues);
}
