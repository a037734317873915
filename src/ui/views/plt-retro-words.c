/* PltRetroModel: what a bar says in its tooltip and to assistive technology. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-retro-model-private.h"

static void
add (GString *text, const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
take (GString *text, char *line)
{
  add (text, line);
  g_free (line);
}

static void
add_dates (GString *text, const PltRetroRow *row)
{
  g_autofree char *start = plt_date_format_day (row->dates.start);
  g_autofree char *finish = plt_date_format_day (row->dates.finish);

  if (row->kind == PLT_RETRO_MILESTONE || row->kind == PLT_RETRO_REGISTER)
    add (text, finish);
  else if (row->dates.start == row->dates.finish)
    add (text, start);
  else
    take (text, g_strdup_printf ("%s → %s", start, finish));
}

char *
plt_retro_model_days_text (int days, gboolean calendar)
{
  return calendar ? g_strdup_printf (
             ngettext ("%d calendar day", "%d calendar days", (gulong) ABS (days)), days)
                  : g_strdup_printf (
                      ngettext ("%d working day", "%d working days", (gulong) ABS (days)), days);
}

static void
add_length (GString *text, const PltRetroRow *row)
{
  if (row->days > 0 && row->kind == PLT_RETRO_TASK)
    take (text, plt_retro_model_days_text (row->days, row->calendar_days));
}

static void
add_slack (GString *text, const PltRetroRow *row)
{
  const int slack = row->dates.slack;
  const gulong n = (gulong) ABS (slack);

  if (row->index < 0 || row->state == PLT_RETRO_DONE || row->kind == PLT_RETRO_PHASE
      || row->kind == PLT_RETRO_GROUP)
    return;
  if (slack < 0)
    take (text, g_strdup_printf (ngettext ("%d day is missing", "%d days are missing", n), -slack));
  else
    take (text, g_strdup_printf (ngettext ("slack: %d day", "slack: %d days", n), slack));
  if (row->dates.critical)
    add (text, _ ("critical"));
}

static void
add_hold (GString *text, const PltRetroRow *row)
{
  if (row->task == NULL || row->state == PLT_RETRO_DONE || row->kind == PLT_RETRO_GROUP)
    return;
  if (*row->task->anchor != '\0')
    add (text, _ ("follows the plan de travail or the production"));
  else if (row->task->locked)
    add (text, _ ("locked on its dates"));
}

static void
add_baseline (GString *text, const PltRetroRow *row)
{
  const gulong n = (gulong) ABS (row->finish_drift);

  if (!row->in_baseline || row->finish_drift == 0)
    return;
  if (row->finish_drift > 0)
    take (text, g_strdup_printf (ngettext ("%d day later than the baseline",
                                           "%d days later than the baseline", n),
                                 row->finish_drift));
  else
    take (text, g_strdup_printf (ngettext ("%d day earlier than the baseline",
                                           "%d days earlier than the baseline", n),
                                 -row->finish_drift));
}

char *
plt_retro_model_describe (PltRetroModel *self, guint at)
{
  const PltRetroLine *line = plt_retro_model_get_line (self, at);
  const PltRetroRow *row = line != NULL ? line->row : NULL;
  GString *text = g_string_new (NULL);

  if (row == NULL)
    return g_string_free (text, FALSE);
  if (!row->is_dated)
    add (text, _ ("without a date"));
  else
    {
      add_dates (text, row);
      add_length (text, row);
      add_slack (text, row);
      add_hold (text, row);
      add_baseline (text, row);
    }
  if (row->kind != PLT_RETRO_PHASE && row->kind != PLT_RETRO_REGISTER
      && (row->state != PLT_RETRO_TO_COME || row->progress > 0))
    add (text, plt_retro_state_name (row->state));
  if (row->kind != PLT_RETRO_REGISTER && row->progress > 0 && row->progress < 100)
    take (text, g_strdup_printf ("%d\302\240%%", row->progress));
  add (text, row->people);
  return g_string_free (text, FALSE);
}

char *
plt_retro_model_hint (gpointer model, const char *table, gint64 id, const char *column)
{
  const gboolean at_start = strcmp (column, "start_date") == 0;
  const PltRetroRow *row;

  if (strcmp (table, "task") != 0 || (!at_start && strcmp (column, "end_date") != 0))
    return NULL;
  row = plt_retro_find (plt_retro_model_get_retro (model), id);
  return row != NULL && row->is_dated
             ? plt_date_format_numeric (at_start ? row->dates.start : row->dates.finish)
             : NULL;
}

const PltTaskLinkFacts *
plt_retro_model_find_link (PltRetroModel *self, guint from, guint to)
{
  const PltTaskFacts *first = plt_retro_model_get_task (self, from);
  const PltTaskFacts *second = plt_retro_model_get_task (self, to);
  const PltFacts *facts = self->retro->facts;

  for (guint i = 0; first != NULL && second != NULL && i < facts->task_links.n; i++)
    if (facts->task_links.items[i].predecessor == first->id
        && facts->task_links.items[i].task == second->id)
      return &facts->task_links.items[i];
  return NULL;
}

char *
plt_retro_model_describe_link (PltRetroModel *self, guint from, guint to)
{
  const PltTaskLinkFacts *link = plt_retro_model_find_link (self, from, to);
  GString *text = g_string_new (NULL);
  int lag = link != NULL ? (int) link->lag_days : 0;
  const gulong n = (gulong) ABS (lag);

  if (lag != 0 && strcmp (link->lag_unit, "calendaires") == 0)
    take (text,
          g_strdup_printf (ngettext ("lag: %d calendar day", "lag: %d calendar days", n), lag));
  else if (lag != 0)
    take (text, g_strdup_printf (ngettext ("lag: %d working day", "lag: %d working days", n), lag));
  if (link != NULL)
    add (text, link->note);
  return g_string_free (text, FALSE);
}
