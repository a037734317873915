/* What cannot be kept, and what is odd in the input, in sentences. */
#include <glib/gi18n-lib.h>

#include "plt-network-private.h"

#define MANY_WAYS 3   /* of one kind */
#define MANY_NAMES 12 /* of a chain */

static const char *
name_of (const PltNetwork *self, guint task)
{
  const char *name = self->input->tasks[task].name;

  return name != NULL && *name != '\0' ? name : _ ("a task without a name");
}

static PltRef
ref_task (const PltNetwork *self, guint task, const char *column)
{
  return (PltRef){ "task", self->input->tasks[task].id, column };
}

static PltRef
ref_link (const PltNetwork *self, guint link)
{
  return (PltRef){ "task_link", self->input->links[link].id, NULL };
}

/* ---- shortages ---- */

static void
say_missed (const PltNetwork *self, const PltNetworkShortage *shortage, GString *text)
{
  g_autofree char *wanted = plt_date_format_numeric (shortage->wanted);
  g_autofree char *reached = plt_date_format_numeric (shortage->reached);
  const char *name = name_of (self, shortage->task);

  switch (shortage->bound)
    {
    case PLT_NETWORK_BOUND_END:
      g_string_append_printf (text, _ ("“%s” finishes on %s at the earliest; the plan ends on %s."),
                              name, reached, wanted);
      break;
    case PLT_NETWORK_BOUND_DEADLINE:
      g_string_append_printf (text, _ ("“%s” finishes on %s at the earliest; its deadline is %s."),
                              name, reached, wanted);
      break;
    case PLT_NETWORK_BOUND_CONSTRAINT:
      g_string_append_printf (
          text,
          shortage->at_start ? _ ("“%s” starts on %s at the earliest; its date asks for %s.")
                             : _ ("“%s” finishes on %s at the earliest; its date asks for %s."),
          name, reached, wanted);
      break;
    default:
      g_string_append_printf (
          text,
          shortage->at_start
              ? _ ("“%1$s” is held with its start on %3$s; what it needs lets it start on %2$s.")
              : _ ("“%1$s” is held with its end on %3$s; what it needs lets it finish on %2$s."),
          name, reached, wanted);
      break;
    }
  /* Translators: after a sentence on a date that is missed */
  g_string_append_printf (
      text, ngettext (" %d day is missing.", " %d days are missing.", (gulong) shortage->days),
      shortage->days);
}

static void
say_chain (const PltNetwork *self, const PltNetworkShortage *shortage, GString *text)
{
  const GArray *chain = shortage->chain;
  g_autoptr (GString) names = g_string_new (NULL);
  guint skipped = chain->len > MANY_NAMES ? chain->len - MANY_NAMES : 0;

  if (chain->len < 2)
    return;
  for (guint i = 0; i < chain->len; i++)
    {
      /* The first one and the last ones. */
      if (skipped > 0 && i > 0 && i <= skipped)
        {
          if (i == 1)
            g_string_append (names, " → …");
          continue;
        }
      g_string_append_printf (names, "%s%s", i > 0 ? " → " : "",
                              name_of (self, g_array_index (chain, PltNetworkStep, i).task));
    }
  g_string_append_printf (text, _ (" Because of: %s."), names->str);
}

/* What is not locked by hand moves where its date is kept. */
static char *
say_unlock (const PltNetwork *self, const PltNetworkWay *way)
{
  const char *name = name_of (self, (guint) way->task);
  const gulong days = (gulong) way->days;

  switch (self->input->tasks[way->task].keeper)
    {
    case PLT_NETWORK_BY_SHOOT:
      return g_strdup_printf (
          ngettext ("move the shooting days %d day earlier in the plan de travail (“%s”)",
                    "move the shooting days %d days earlier in the plan de travail (“%s”)", days),
          way->days, name);
    case PLT_NETWORK_BY_PRODUCTION:
      return g_strdup_printf (ngettext ("put “%s” %d day earlier in the sheet of the production",
                                        "put “%s” %d days earlier in the sheet of the production",
                                        days),
                              name, way->days);
    default:
      return g_strdup_printf (ngettext ("unlock “%s” and put it %d day earlier",
                                        "unlock “%s” and put it %d days earlier", days),
                              name, way->days);
    }
}

/* Nobody does in a day what takes ten: no sentence asks for less than half. */
static char *
say_shorten (const PltNetwork *self, const PltNetworkWay *way)
{
  const char *name = name_of (self, (guint) way->task);
  const int all = self->input->tasks[way->task].days;
  const int days = MIN (way->days, all / 2);
  const gulong n = (gulong) days;

  if (days == 0)
    return NULL;
  if (days == way->days)
    return g_strdup_printf (
        ngettext ("shorten “%s” by %d day of %d", "shorten “%s” by %d days of %d", n), name, days,
        all);
  return g_strdup_printf (ngettext ("shorten “%s” by %d day of %d at the most (half of it)",
                                    "shorten “%s” by %d days of %d at the most (half of it)", n),
                          name, days, all);
}

/* (nullable) */
static char *
say_way (const PltNetwork *self, const PltNetworkShortage *shortage, const PltNetworkWay *way)
{
  g_autofree char *date = way->date != PLT_DATE_NONE ? plt_date_format_numeric (way->date) : NULL;
  const PltNetworkInput *input = self->input;
  gulong days = (gulong) way->days;

  switch (way->remedy)
    {
    case PLT_NETWORK_SHORTEN:
      return say_shorten (self, way);
    case PLT_NETWORK_LESS_LAG:
      return g_strdup_printf (ngettext ("wait %d day less between “%s” and “%s”",
                                        "wait %d days less between “%s” and “%s”", days),
                              way->days, name_of (self, input->links[way->link].from),
                              name_of (self, input->links[way->link].to));
    case PLT_NETWORK_UNLOCK:
      return say_unlock (self, way);
    case PLT_NETWORK_EARLIER_DATE:
      return g_strdup_printf (ngettext ("put the date of “%s” %d day earlier",
                                        "put the date of “%s” %d days earlier", days),
                              name_of (self, (guint) way->task), way->days);
    case PLT_NETWORK_EARLIER_START:
      return g_strdup_printf (
          ngettext ("start the plan %d day earlier", "start the plan %d days earlier", days),
          way->days);
    default:
      if (shortage->bound == PLT_NETWORK_BOUND_END)
        return g_strdup_printf (_ ("put the end of the plan off to %s"), date);
      return g_strdup_printf (_ ("put the date of “%s” off to %s"),
                              name_of (self, (guint) way->task), date);
    }
}

static void
say_ways (const PltNetwork *self, const PltNetworkShortage *shortage, GString *text)
{
  g_autoptr (GString) ways = g_string_new (NULL);
  guint n_of_kind[PLT_NETWORK_LATER_BOUND + 1] = { 0 };

  for (guint i = 0; i < shortage->ways->len; i++)
    {
      const PltNetworkWay *way = &g_array_index (shortage->ways, PltNetworkWay, i);
      g_autofree char *one = say_way (self, shortage, way);

      if (one != NULL && n_of_kind[way->remedy]++ < MANY_WAYS)
        g_string_append_printf (ways, "%s%s", ways->len > 0 ? _ ("; ") : "", one);
    }
  g_string_append_printf (text, _ (" What helps: %s."), ways->str);
}

static void
add_shortage (const PltNetwork *self, const PltNetworkShortage *shortage, GPtrArray *issues)
{
  static const char *const rules[] = {
    [PLT_NETWORK_BOUND_END] = "network.end",
    [PLT_NETWORK_BOUND_DEADLINE] = "network.deadline",
    [PLT_NETWORK_BOUND_CONSTRAINT] = "network.date",
    [PLT_NETWORK_BOUND_LOCK] = "network.locked",
  };
  g_autoptr (GString) text = g_string_new (NULL);

  say_missed (self, shortage, text);
  say_chain (self, shortage, text);
  say_ways (self, shortage, text);
  g_ptr_array_add (issues,
                   plt_issue_new (rules[shortage->bound], PLT_SEVERITY_WARNING,
                                  ref_task (self, shortage->task, NULL), NULL, "%s", text->str));
}

/* ---- what is odd ---- */

static void
check_links (const PltNetwork *self,
             const PltNetworkLeaf *leaves,
             const PltNetworkPlan *plan,
             GPtrArray *issues)
{
  for (guint i = 0; i < self->input->n_links; i++)
    {
      const PltNetworkLink *link = &self->input->links[i];
      const char *from = name_of (self, link->from), *to = name_of (self, link->to);

      if (plan->links[i] & PLT_NETWORK_IGNORED)
        g_ptr_array_add (
            issues,
            plt_issue_new ("network.group-link", PLT_SEVERITY_WARNING, ref_link (self, i), NULL,
                           _ ("The link from “%s” to “%s” does not count: a group is left "
                              "by its end and entered by its start. Link its tasks."),
                           from, to));
      if ((plan->links[i] & PLT_NETWORK_BROKEN) != 0
          && (leaves[link->to].is_group || leaves[link->to].pin == LEAF_DONE
              || leaves[link->to].pin == LEAF_STARTED))
        g_ptr_array_add (
            issues, plt_issue_new ("network.order", PLT_SEVERITY_INFO, ref_link (self, i), NULL,
                                   _ ("“%s” went on before “%s” let it: check the dates of "
                                      "both, or delete the link."),
                                   to, from));
      if (ABS ((gint64) link->lag) > PLT_NETWORK_MAX_DAYS)
        g_ptr_array_add (
            issues, plt_issue_new ("network.cut", PLT_SEVERITY_WARNING, ref_link (self, i), NULL,
                                   _ ("Between “%s” and “%s” there are %d days; the plan "
                                      "counts %d of them: correct the lag."),
                                   from, to, link->lag, PLT_NETWORK_MAX_DAYS));
    }
}

static gboolean
is_closed (const PltNetwork *self, const PltNetworkLeaf *leaf, PltDate date)
{
  return date != PLT_DATE_NONE && !plt_network_days_is_open (self->days[leaf->calendar], date);
}

/* The fixed date of a task that is on a closed day, or PLT_DATE_NONE. */
static PltDate
closed_date (const PltNetwork *self, const PltNetworkLeaf *leaf, const PltNetworkTask *task)
{
  if (leaf->is_group)
    return PLT_DATE_NONE;
  if (leaf->pin == LEAF_LOCKED && task->state == PLT_NETWORK_LOCKED)
    {
      if (is_closed (self, leaf, task->start))
        return task->start;
      return is_closed (self, leaf, task->finish) ? task->finish : PLT_DATE_NONE;
    }
  if (leaf->pin == LEAF_FREE
      && (task->constraint == PLT_NETWORK_START_ON || task->constraint == PLT_NETWORK_FINISH_ON)
      && is_closed (self, leaf, task->date))
    return task->date;
  return PLT_DATE_NONE;
}

static void
check_task (const PltNetwork *self,
            const PltNetworkLeaf *leaves,
            const PltNetworkPlan *plan,
            guint i,
            GPtrArray *issues)
{
  const PltNetworkTask *task = &self->input->tasks[i];
  PltDate closed = closed_date (self, &leaves[i], task);

  if (closed != PLT_DATE_NONE)
    {
      g_autofree char *date = plt_date_format_numeric (closed);

      g_ptr_array_add (issues,
                       plt_issue_new ("network.closed-day", PLT_SEVERITY_INFO,
                                      ref_task (self, i, NULL), NULL,
                                      _ ("“%s” has %s as a fixed date, when its calendar is "
                                         "closed: open that day, or choose another one."),
                                      name_of (self, i), date));
    }
  if (task->days > PLT_NETWORK_MAX_DAYS || task->days < 0)
    g_ptr_array_add (
        issues,
        plt_issue_new ("network.cut", PLT_SEVERITY_WARNING, ref_task (self, i, NULL), NULL,
                       _ ("“%s” lasts %d days; the plan counts %d of them: correct its "
                          "duration."),
                       name_of (self, i), task->days, CLAMP (task->days, 0, PLT_NETWORK_MAX_DAYS)));
  if (leaves[i].is_group
      && (task->state != PLT_NETWORK_FREE || task->constraint == PLT_NETWORK_START_BY
          || task->constraint == PLT_NETWORK_FINISH_FROM
          || task->constraint >= PLT_NETWORK_START_ON))
    g_ptr_array_add (issues,
                     plt_issue_new ("network.group-date", PLT_SEVERITY_WARNING,
                                    ref_task (self, i, NULL), NULL,
                                    _ ("“%s” is a group: it goes from the first to the last of its "
                                       "tasks. Give its fixed date to one of them."),
                                    name_of (self, i)));
  if (plan->outside[i])
    g_ptr_array_add (issues,
                     plt_issue_new ("network.outside", PLT_SEVERITY_ERROR, ref_task (self, i, NULL),
                                    NULL,
                                    _ ("“%s” does not fit into the days that its calendar has: "
                                       "shorten what is before it, or open more days."),
                                    name_of (self, i)));
}

static void
check_calendars (const PltNetwork *self, GPtrArray *issues)
{
  for (guint i = 0; i < self->input->n_calendars; i++)
    if (self->days[i]->is_empty)
      g_ptr_array_add (
          issues,
          plt_issue_new (
              "network.no-working-day", PLT_SEVERITY_ERROR, (PltRef){ "task", 0, NULL }, NULL,
              _ ("The calendar “%s” has no working day: every day counts "
                 "as one until it has."),
              self->input->calendars[i].name != NULL ? self->input->calendars[i].name : ""));
}

void
plt_network_check_of (const PltNetwork *self,
                      const PltNetworkLeaf *leaves,
                      const PltNetworkPlan *plan,
                      GPtrArray *issues)
{
  g_autoptr (GPtrArray) shortages = plt_network_shortages_of (self, leaves, plan);

  for (guint i = 0; i < shortages->len; i++)
    add_shortage (self, shortages->pdata[i], issues);
  check_links (self, leaves, plan, issues);
  for (guint i = 0; i < self->n; i++)
    check_task (self, leaves, plan, i, issues);
  check_calendars (self, issues);
}

void
plt_network_check (const PltNetwork *self, const PltNetworkPlan *plan, GPtrArray *issues)
{
  g_return_if_fail (plan != NULL && plan->n_tasks == self->n);

  plt_network_check_of (self, self->leaves, plan, issues);
}
