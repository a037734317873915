/* The rétroplanning in sentences: its head, its findings. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-retro-private.h"

#define MANY_NAMES 12
#define MANY_DAYS 3660

const char *
plt_retro_name (const PltRetro *self, guint index)
{
  const char *name = g_array_index (self->data->tasks, PltNetworkTask, index).name;

  return name != NULL && *name != '\0' ? name : _ ("a task without a name");
}

const char *
plt_retro_state_id (PltRetroState state)
{
  static const char *const ids[] = { "a-venir", "en-cours", "fait", "en-retard" };

  return ids[state];
}

const char *
plt_retro_state_name (PltRetroState state)
{
  switch (state)
    {
    case PLT_RETRO_DONE:
      return _ ("Done");
    case PLT_RETRO_UNDER_WAY:
      return _ ("Under way");
    case PLT_RETRO_LATE:
      return _ ("Late");
    default:
      return _ ("To come");
    }
}

gboolean
plt_retro_is_shown_live (const PltRetro *self)
{
  static const char *const kinds[] = { "festival", "spectacle", "tournee", NULL };
  const char *kind = self->facts->production.kind;

  return kind != NULL && g_strv_contains (kinds, kind);
}

/**
 * plt_retro_head_text:
 *
 * Returns: (transfer full): the delivery and what is left before it, in one line
 */
char *
plt_retro_head_text (const PltRetro *self)
{
  const PltRetroHead *head = &self->head;
  g_autofree char *date
      = head->delivery != PLT_DATE_NONE ? plt_date_format_day (head->delivery) : NULL;
  g_autofree char *rest = NULL;

  if (head->missing > 0 && head->missed != NULL && strcmp (head->missed->anchor, "livraison") != 0)
    /* Translators: days, then the task that misses its date */
    rest = g_strdup_printf (ngettext ("%d working day is missing for “%s”",
                                      "%d working days are missing for “%s”",
                                      (gulong) head->missing),
                            head->missing, head->missed->name);
  else if (head->missing > 0)
    rest = g_strdup_printf (ngettext ("%d working day is missing", "%d working days are missing",
                                      (gulong) head->missing),
                            head->missing);
  else if (date != NULL && head->behind > 0)
    rest = g_strdup_printf (ngettext ("%d working day is missing, from today",
                                      "%d working days are missing, from today",
                                      (gulong) head->behind),
                            head->behind);
  else if (head->n_tasks == 0)
    rest = g_strdup (_ ("no task yet"));
  else if (date != NULL)
    rest = g_strdup_printf (
        ngettext ("margin: %d working day", "margin: %d working days", (gulong) head->margin),
        head->margin);
  else
    rest = g_strdup (_ ("no delivery date yet"));
  if (date == NULL)
    return g_steal_pointer (&rest);
  if (plt_retro_is_shown_live (self))
    /* Translators: of a festival or a show, which delivers nothing; a date, what is left before */
    return g_strdup_printf (_ ("Ready on %s · %s"), date, rest);
  /* Translators: PAD is the delivery ready to be broadcast; a date, then what is left before it */
  return g_strdup_printf (_ ("PAD %s · %s"), date, rest);
}

char *
plt_retro_chain_text (const PltRetro *self)
{
  const GArray *chain = self->head.chain;
  g_autoptr (GString) text = g_string_new (NULL);
  guint skipped = chain->len > MANY_NAMES ? chain->len - MANY_NAMES : 0;

  for (guint i = 0; i < chain->len; i++)
    {
      if (skipped > 0 && i > 0 && i <= skipped)
        {
          if (i == 1)
            g_string_append (text, " → …");
          continue;
        }
      g_string_append_printf (text, "%s%s", i > 0 ? " → " : "",
                              plt_retro_name (self, g_array_index (chain, guint, i)));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- findings ---- */

/* The network's findings under the names of this module; NULL for those left out. */
static const char *
rule_of (const char *rule)
{
  static const struct
  {
    const char *network, *retro;
  } rules[] = {
    { "network.end", "retro.slack" },
    { "network.deadline", "retro.deadline" },
    { "network.date", "retro.slack" },
    { "network.locked", "retro.slack" },
    { "network.group-link", "retro.group-link" },
    { "network.order", "retro.order" },
    { "network.cut", "retro.cut" },
    { "network.closed-day", "retro.closed-day" },
    { "network.group-date", "retro.group-date" },
    { "network.outside", "retro.outside" },
    { "network.no-working-day", "retro.no-working-day" },
    { "network.late", "retro.late" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rule, rules[i].network) == 0)
      return rules[i].retro;
  return NULL;
}

/* The delivery cannot be held: what pushes it pushes the end of the plan, which nobody typed. */
static gboolean
misses_delivery (const PltRetro *self, const GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      const PltIssue *issue = found->pdata[i];
      const PltTaskFacts *task = PLT_FACTS_FIND (self->facts->tasks, PltTaskFacts, issue->ref.id);

      if (strcmp (issue->rule, "network.date") == 0
          && (issue->ref.id < 0
              || (task != NULL && task->anchor != NULL && strcmp (task->anchor, "livraison") == 0)))
        return TRUE;
    }
  return FALSE;
}

/* Of the engine's own delivery and its links, of shooting days on closed days. */
static gboolean
is_wanted (const PltRetro *self, PltIssue *issue, gboolean late)
{
  const PltTaskFacts *task;

  if (late && strcmp (issue->rule, "network.end") == 0)
    return FALSE;

  if (strcmp (issue->ref.table, "task_link") == 0)
    return issue->ref.id > 0;
  if (issue->ref.id < 0)
    {
      issue->ref = (PltRef){ "production", self->facts->production.id, "delivery_date" };
      return TRUE;
    }
  if (strcmp (issue->rule, "network.closed-day") != 0)
    return TRUE;
  task = PLT_FACTS_FIND (self->facts->tasks, PltTaskFacts, issue->ref.id);
  return task != NULL && (task->anchor == NULL || *task->anchor == '\0');
}

/* Deadlines that went by, and tasks that nothing gives a place. */
static void
check_rows (PltRetro *self, PltDate today)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (self->rows, PltRetroRow, i);
      PltDate deadline;

      if (row->task == NULL || row->kind == PLT_RETRO_GROUP || row->state == PLT_RETRO_DONE)
        continue;
      deadline = row->task->deadline_date;
      if (today != PLT_DATE_NONE && deadline != PLT_DATE_NONE && deadline < today)
        {
          g_autofree char *date = plt_date_format_numeric (deadline);

          g_ptr_array_add (
              self->issues,
              plt_issue_new ("retro.deadline-passed", PLT_SEVERITY_WARNING,
                             (PltRef){ "task", row->task->id, "deadline_date" }, NULL,
                             _ ("The deadline of “%s” was %s and it is not done: note that it is, "
                                "or agree on another date."),
                             row->name, date));
        }
      if (!row->is_dated)
        g_ptr_array_add (
            self->issues,
            plt_issue_new ("retro.no-date", PLT_SEVERITY_INFO,
                           (PltRef){ "task", row->task->id, "start_date" }, NULL,
                           _ ("Nothing gives “%s” a date: type one, link it to another task, or "
                              "give the production a delivery date."),
                           row->name));
    }
}

/* Tasks that are to follow shooting days, when there are none: they stand anywhere until then. */
static void
check_followers (PltRetro *self)
{
  static const char *const anchors[] = { "tournage", "premier-jour", "fin-tournage", NULL };
  g_autoptr (GString) names = g_string_new (NULL);
  const PltTaskFacts *first = NULL;
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (self->rows, PltRetroRow, i);

      if (row->task == NULL || row->kind == PLT_RETRO_GROUP || !row->is_dated
          || row->task->anchor == NULL || !g_strv_contains (anchors, row->task->anchor)
          || self->input.tasks[row->index].state != PLT_NETWORK_FREE)
        continue;
      first = first != NULL ? first : row->task;
      g_string_append_printf (names, "%s“%s”", n++ > 0 ? ", " : "", row->name);
    }
  if (first != NULL)
    g_ptr_array_add (
        self->issues,
        plt_issue_new ("retro.no-shoot", PLT_SEVERITY_INFO, (PltRef){ "task", first->id, "anchor" },
                       NULL,
                       ngettext ("%s follows the shooting days, and the plan de travail has none "
                                 "with a date yet: until then it stands where the others put it.",
                                 "%s follow the shooting days, and the plan de travail has none "
                                 "with a date yet: until then they stand where the others put "
                                 "them.",
                                 n),
                       names->str));
}

/* The day that so many working days of the delivery's calendar bring, after it. */
static PltDate
later (const PltRetro *self, int days)
{
  PltDate date = self->head.delivery;

  for (int i = 0; i < MANY_DAYS && days > 0; i++)
    days -= plt_network_is_open (self->network, (guint) self->data->delivery, ++date) ? 1 : 0;
  return date;
}

/* Counted back from the delivery, the plan begins before today: it cannot be held as it stands. */
static void
check_behind (PltRetro *self)
{
  const PltRetroHead *head = &self->head;
  g_autofree char *start = NULL, *delivery = NULL;

  if (head->behind == 0 || head->missing > 0 || head->delivery == PLT_DATE_NONE)
    return;
  start = plt_date_format_numeric (
      self->schedule->tasks[plt_retro_index (self, head->behind_task->id)].late_start);
  delivery = plt_date_format_numeric (later (self, head->behind));
  g_ptr_array_add (
      self->issues,
      plt_issue_new (
          "retro.behind", PLT_SEVERITY_WARNING, (PltRef){ "task", head->behind_task->id, NULL },
          NULL,
          ngettext ("“%s” should have begun on %s at the latest: from today %d working day is "
                    "missing. What helps: note what has begun or is done; shorten it or what comes "
                    "after it; put the delivery off to %s.",
                    "“%s” should have begun on %s at the latest: from today %d working days are "
                    "missing. What helps: note what has begun or is done; shorten it or what comes "
                    "after it; put the delivery off to %s.",
                    (gulong) head->behind),
          head->behind_task->name, start, head->behind, delivery));
}

void
plt_retro_add_issues (PltRetro *self, PltDate today)
{
  g_autoptr (GPtrArray) found = plt_issues_new ();
  gboolean late;

  plt_network_check (self->network, self->schedule, found);
  plt_network_check_late (self->network, self->schedule, today, found);
  late = misses_delivery (self, found);
  while (found->len > 0)
    {
      PltIssue *issue = g_ptr_array_steal_index (found, 0);
      const char *rule = rule_of (issue->rule);

      if (rule == NULL || !is_wanted (self, issue, late))
        {
          plt_issue_free (issue);
          continue;
        }
      issue->rule = rule;
      g_ptr_array_add (self->issues, issue);
    }
  check_behind (self);
  check_rows (self, today);
  check_followers (self);
  plt_retro_check_post (self, today, self->issues);
}
