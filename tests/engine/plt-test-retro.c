#include "plt-test-retro.h"

#include <string.h>

PltDate
retro_day (const char *iso)
{
  return *iso != '\0' ? plt_date_from_iso (iso) : PLT_DATE_NONE;
}

PltFacts *
retro_facts (const char *delivery, const char *shoot)
{
  PltFacts *facts = plt_facts_new ();
  PltProductionFacts *production = &facts->production;
  g_auto (GStrv) days = g_strsplit (shoot, ",", -1);

  production->id = 1;
  production->start_date = production->release_date = PLT_DATE_NONE;
  production->visa_date = production->request_date = PLT_DATE_NONE;
  production->delivery_date = retro_day (delivery);
  production->territory = production->kind = production->title = "";
  production->schedule = 1;
  PLT_FACTS_ADD (facts->schedules, PltScheduleFacts, 1)->name = "Plan";
  for (guint i = 0; days[i] != NULL; i++)
    {
      PltDayFacts *day = PLT_FACTS_ADD (facts->days, PltDayFacts, i + 1);

      day->schedule = 1;
      day->kind = "tournage";
      day->date = retro_day (days[i]);
      day->note = "";
    }
  return facts;
}

PltTaskFacts *
retro_task (PltFacts *facts, gint64 id, const char *name, gint64 days)
{
  PltTaskFacts *task = PLT_FACTS_ADD (facts->tasks, PltTaskFacts, id);

  task->name = name;
  task->phase = "postproduction";
  task->team = task->code = task->duration_unit = task->placing = task->anchor = "";
  task->place = task->equipment = task->deliverable = task->accessibility = "";
  task->color = task->note = "";
  task->start_date = task->end_date = task->placing_date = task->deadline_date = PLT_DATE_NONE;
  task->real_start_date = task->real_end_date = PLT_DATE_NONE;
  task->duration_days = days < 0 ? PLT_UNKNOWN : days;
  task->milestone = days == 0;
  task->progress_e6 = PLT_UNKNOWN;
  task->cost_cents = PLT_UNKNOWN;
  return task;
}

PltTaskLinkFacts *
retro_link (PltFacts *facts, gint64 from, gint64 to, const char *kind, gint64 lag)
{
  PltTaskLinkFacts *link
      = PLT_FACTS_ADD (facts->task_links, PltTaskLinkFacts, facts->task_links.n + 1);

  link->predecessor = from;
  link->task = to;
  link->kind = kind;
  link->lag_days = lag;
  link->lag_unit = "ouvres";
  link->note = "";
  return link;
}

PltRetro *
retro_on (const PltFacts *facts, const char *today)
{
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  PltRetroOptions options = { .today = retro_day (today) };

  return plt_retro_new (facts, plan, &options);
}

char *
retro_dates (const PltRetro *retro, gint64 task)
{
  const PltRetroRow *row = plt_retro_find (retro, task);
  g_autofree char *start = NULL, *finish = NULL;

  g_assert_nonnull (row);
  start = plt_date_to_iso (row->dates.start);
  finish = plt_date_to_iso (row->dates.finish);
  return g_strdup_printf ("%s..%s", start, finish);
}

gboolean
retro_has_issue (const PltRetro *retro, const char *rule, const char *part)
{
  for (guint i = 0; i < retro->issues->len; i++)
    {
      const PltIssue *issue = retro->issues->pdata[i];

      if (strcmp (issue->rule, rule) == 0 && strstr (issue->message, part) != NULL)
        return TRUE;
    }
  return FALSE;
}
