#include "plt-retro-gantt.h"

#include "plt-calendar.h"
#include "plt-retro-paper.h"

void
plt_retro_gantt_bar (PltGanttRow *row, const PltRetroRow *from)
{
  gboolean group = from->kind == PLT_RETRO_PHASE || from->kind == PLT_RETRO_GROUP;
  gboolean milestone = from->kind == PLT_RETRO_MILESTONE || from->kind == PLT_RETRO_REGISTER;

  row->depth = from->depth;
  row->phase = plt_retro_paper_phase_number (from->phase);
  row->progress = from->progress;
  row->flags = (group ? PLT_GANTT_GROUP : 0) | (milestone ? PLT_GANTT_MILESTONE : 0);
  if (!from->is_dated)
    return;
  row->from = from->dates.start;
  row->to = from->dates.finish;
  if (from->in_baseline && !group)
    {
      row->base_from = from->baseline_start;
      row->base_to = from->baseline_finish;
    }
  if (group || from->kind == PLT_RETRO_REGISTER)
    return;
  if (from->dates.critical)
    row->flags |= PLT_GANTT_CRITICAL;
  if (from->state == PLT_RETRO_LATE)
    row->flags |= PLT_GANTT_LATE;
  if (!from->is_held && from->dates.late_finish > from->dates.finish)
    row->slack_to = from->dates.late_finish;
  row->deadline = from->task != NULL ? from->task->deadline_date : PLT_DATE_NONE;
}

void
plt_retro_gantt_links (PltGantt *gantt, const PltRetro *retro, const gint *places)
{
  for (guint i = 0; i < retro->input.n_links; i++)
    {
      const PltNetworkLink *from = &retro->input.links[i];
      int a = places[from->from], b = places[from->to];
      PltGanttLink link = { .kind = from->kind };

      if (from->id < 0 || a < 0 || b < 0)
        continue;
      link.from = (guint) a;
      link.to = (guint) b;
      link.critical = (retro->schedule->links[i] & PLT_NETWORK_ON_PATH) != 0;
      g_array_append_val (gantt->links, link);
    }
}

/* Days off of a calendar of the network as the task at that index has them. */
static guint
add_calendar (PltGantt *gantt, const PltRetro *retro, guint index)
{
  g_autofree guint8 *off = g_new0 (guint8, plt_gantt_n_days (gantt));

  for (PltDate date = gantt->from; date <= gantt->to; date++)
    if (!plt_network_is_open (retro->network, index, date))
      off[date - gantt->from]
          = plt_date_weekday (date) >= 6 ? PLT_GANTT_WEEKEND : PLT_GANTT_HOLIDAY;
  return plt_gantt_add_calendar (gantt, off);
}

void
plt_retro_gantt_calendars (PltGantt *gantt, const PltRetro *retro, const gint *places)
{
  g_autofree guint *known = g_new0 (guint, retro->input.n_calendars + 1);

  for (guint i = 0; i < retro->input.n_tasks; i++)
    {
      guint calendar = retro->input.tasks[i].calendar;

      if (places[i] < 0 || calendar == 0 || calendar >= retro->input.n_calendars
          || plt_network_is_group (retro->network, i))
        continue;
      if (known[calendar] == 0)
        known[calendar] = add_calendar (gantt, retro, i);
      g_array_index (gantt->rows, PltGanttRow, places[i]).calendar = known[calendar];
    }
}

void
plt_retro_gantt_due (PltGantt *gantt, const PltRetro *retro)
{
  g_autofree char *date = NULL, *label = NULL;

  if (retro->head.delivery == PLT_DATE_NONE || retro->head.reached == PLT_DATE_NONE
      || retro->head.reached <= retro->head.delivery)
    return;
  date = plt_date_format_day (retro->head.delivery);
  label = g_strdup_printf ("PAD imposé : %s", date);
  gantt->due = retro->head.delivery;
  gantt->due_label = plt_gantt_text (gantt, label);
}

void
plt_retro_gantt_days_off (PltGantt *gantt, const PltFacts *facts)
{
  g_autoptr (PltCalendar) calendar = plt_calendar_new (facts);

  for (PltDate date = gantt->from; date <= gantt->to; date++)
    if (!plt_calendar_is_open (calendar, date) && gantt->off[date - gantt->from] == 0)
      plt_gantt_set_off (gantt, date, PLT_GANTT_HOLIDAY);
  for (guint i = 0; i < facts->closings.n; i++)
    {
      const PltClosingFacts *closing = &facts->closings.items[i];
      PltDate to = closing->to_date != PLT_DATE_NONE ? closing->to_date : closing->from_date;

      if (closing->worked || closing->task_calendar > 0 || closing->from_date == PLT_DATE_NONE)
        continue;
      for (PltDate date = MAX (closing->from_date, gantt->from); date <= MIN (to, gantt->to);
           date++)
        plt_gantt_set_off (gantt, date, PLT_GANTT_HOLIDAY);
    }
}
