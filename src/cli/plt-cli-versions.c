/* schedule FILE list, compare, publish: versions of the plan de travail. */
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "plt-cli.h"
#include "plt-document-kind.h"
#include "plt-load.h"
#include "plt-plan-publish.h"
#include "plt-plan-version.h"

/* ---- list ---- */

PLT_CLI_COMMAND (plt_cli_schedule_list)
{
  g_autoptr (PltStore) store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_READ, error);
  g_autoptr (PltFacts) facts = store != NULL ? plt_facts_load (store, error) : NULL;

  if (facts == NULL)
    return FALSE;
  plt_cli_print (cli, "id\tversion\tname\tstatus\tpublished\tauthor\treplaces\treason\tcurrent\n");
  for (guint i = 0; i < facts->schedules.n; i++)
    {
      const PltScheduleFacts *schedule = &facts->schedules.items[i];
      const PltScheduleFacts *replaced = plt_schedule_replaced (facts, schedule);
      g_autofree char *date = plt_date_format_numeric (schedule->published_date);
      g_autofree char *before = replaced != NULL
                                    ? g_strdup_printf ("v%d", (int) plt_schedule_number (replaced))
                                    : g_strdup ("");
      g_autofree char *line
          = g_strdup_printf ("%" G_GINT64_FORMAT "\tv%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n",
                             schedule->id, (int) plt_schedule_number (schedule), schedule->name,
                             schedule->status, date, schedule->author, before, schedule->reason,
                             schedule->id == facts->production.schedule ? "*" : "");

      plt_cli_print (cli, line);
    }
  return TRUE;
}

/* ---- compare ---- */

static void
print_figures (PltCli *cli, const PltPlanCompare *compare)
{
  for (int i = 0; i < PLT_N_FIGURES; i++)
    {
      PltFigure figure = (PltFigure) i;
      gint64 from = compare->figures[0].values[i], to = compare->figures[1].values[i];
      g_autofree char *before = plt_figure_format (figure, from);
      g_autofree char *after = plt_figure_format (figure, to);
      g_autofree char *change = plt_figure_format_change (figure, from, to);
      g_autofree char *line = g_strdup_printf ("%s\t%s\t%s\t%s\n", _ (plt_figure_title (figure)),
                                               before, after, change);

      plt_cli_print (cli, line);
    }
}

static void
print_changes (PltCli *cli, const PltPlanCompare *compare, gboolean all)
{
  for (guint i = 0; i < compare->changes->len; i++)
    {
      const PltPlanChange *change = compare->changes->pdata[i];
      g_autofree char *from = plt_plan_days_text (change->from);
      g_autofree char *to = plt_plan_days_text (change->to);
      g_autofree char *line = NULL;

      if (!all && !plt_plan_state_is_move (change->state))
        continue;
      line = g_strdup_printf ("@ %s: %s -> %s\t%s\n", change->sequence->number,
                              *from != '\0' ? from : "-", *to != '\0' ? to : "-",
                              _ (plt_plan_state_title (change->state)));
      plt_cli_print (cli, line);
    }
}

static void
print_roles (PltCli *cli, const PltPlanCompare *compare, gboolean all)
{
  for (guint i = 0; i < compare->roles->len; i++)
    {
      const PltPlanRole *role = &g_array_index (compare->roles, PltPlanRole, i);
      g_autofree char *line = NULL;

      if (!all && !plt_plan_role_changes (role))
        continue;
      line = g_strdup_printf (_ ("# %s: %u -> %u days, %u -> %u held\n"), role->element->name,
                              role->worked[0], role->worked[1], role->held[0], role->held[1]);
      plt_cli_print (cli, line);
    }
}

/* The words of the program, which do not change with its language. */
static const char *const figure_ids[PLT_N_FIGURES] = {
  [PLT_FIGURE_DAYS] = "days",           [PLT_FIGURE_NIGHTS] = "nights",
  [PLT_FIGURE_OVERLONG] = "overlong",   [PLT_FIGURE_SEQUENCES] = "sequences",
  [PLT_FIGURE_UNPLACED] = "unplaced",   [PLT_FIGURE_ROLE_DAYS] = "role_days",
  [PLT_FIGURE_HOLD_DAYS] = "hold_days", [PLT_FIGURE_MOVES] = "moves",
  [PLT_FIGURE_BASES] = "bases",         [PLT_FIGURE_RETURNS] = "returns",
  [PLT_FIGURE_METRES] = "metres",       [PLT_FIGURE_EIGHTHS] = "eighths",
  [PLT_FIGURE_SECONDS] = "seconds",     [PLT_FIGURE_MINUTES] = "minutes",
  [PLT_FIGURE_TOTAL] = "total_cents",
};
static const char *const state_ids[PLT_N_PLAN_STATES] = {
  [PLT_PLAN_SAME] = "same",
  [PLT_PLAN_REORDERED] = "reordered",
  [PLT_PLAN_RENUMBERED] = "renumbered",
  [PLT_PLAN_MOVED] = "moved",
  [PLT_PLAN_SPLIT] = "split",
  [PLT_PLAN_ADDED] = "added",
  [PLT_PLAN_PLACED] = "placed",
  [PLT_PLAN_UNPLACED] = "unplaced",
  [PLT_PLAN_CUT] = "cut",
};

static void
add_days (JsonBuilder *builder, const char *name, const GPtrArray *days)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < days->len; i++)
    {
      const PltDayPlan *day = days->pdata[i];
      g_autofree char *date
          = day->day->date != PLT_DATE_NONE ? plt_date_to_iso (day->day->date) : NULL;

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "number");
      json_builder_add_int_value (builder, day->number);
      json_builder_set_member_name (builder, "date");
      json_builder_add_string_value (builder, date != NULL ? date : "");
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (PltCli *cli, const PltPlanCompare *compare, gboolean all)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "figures");
  json_builder_begin_object (builder);
  for (int i = 0; i < PLT_N_FIGURES; i++)
    {
      json_builder_set_member_name (builder, figure_ids[i]);
      json_builder_begin_array (builder);
      for (int side = 0; side < 2; side++)
        if (compare->figures[side].values[i] != PLT_UNKNOWN)
          json_builder_add_int_value (builder, compare->figures[side].values[i]);
        else
          json_builder_add_null_value (builder);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "sequences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < compare->changes->len; i++)
    {
      const PltPlanChange *change = compare->changes->pdata[i];

      if (!all && !plt_plan_state_is_move (change->state))
        continue;
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "number");
      json_builder_add_string_value (builder, change->sequence->number);
      json_builder_set_member_name (builder, "state");
      json_builder_add_string_value (builder, state_ids[change->state]);
      add_days (builder, "from", change->from);
      add_days (builder, "to", change->to);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  plt_cli_print (cli, text);
  plt_cli_print (cli, "\n");
}

PLT_CLI_COMMAND (plt_cli_schedule_compare)
{
  const char *format = plt_cli_option (args, "format");
  gboolean all = plt_cli_option (args, "all") != NULL;
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (PltPlanCompare) compare = NULL;
  const PltScheduleFacts *sides[2];

  if (format != NULL && strcmp (format, "text") != 0 && strcmp (format, "json") != 0)
    return plt_cli_usage (error, _ ("The format is text or json, not “%s”."), format);
  store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_READ, error);
  facts = store != NULL ? plt_facts_load (store, error) : NULL;
  if (facts == NULL)
    return FALSE;
  for (guint side = 0; side < 2; side++)
    {
      sides[side] = plt_schedule_find (facts, plt_cli_word (args, 2 + side),
                                       PLT_SCHEDULE_WORD_VERSION, error);
      if (sides[side] == NULL)
        return FALSE;
    }
  compare = plt_plan_compare_new (facts, sides[0]->id, sides[1]->id, 0);
  if (g_strcmp0 (format, "json") == 0)
    {
      print_json (cli, compare, all);
      return TRUE;
    }
  print_figures (cli, compare);
  print_changes (cli, compare, all);
  print_roles (cli, compare, all);
  return TRUE;
}

/* ---- publish ---- */

static gboolean
read_publication (const PltCliArgs *args,
                  const PltFacts *facts,
                  PltPublication *publication,
                  GError **error)
{
  const char *date = plt_cli_option (args, "date");
  const char *number = plt_cli_option (args, "number");
  const char *author = plt_cli_option (args, "author");

  publication->date = plt_params_edition_date (NULL);
  publication->author = author != NULL ? author : facts->production.first_assistant;
  publication->reason = plt_cli_option (args, "reason");
  if (date != NULL && !plt_date_parse (date, &publication->date, error))
    return FALSE;
  if (number != NULL && !g_ascii_string_to_signed (number, 10, 1, 9999, &publication->number, NULL))
    return plt_cli_usage (error, _ ("A version is a number, as 2, not “%s”."), number);
  return TRUE;
}

PLT_CLI_COMMAND (plt_cli_schedule_publish)
{
  gboolean write = plt_cli_option (args, "dry-run") == NULL;
  g_autoptr (PltStore) store
      = plt_cli_open (cli, plt_cli_word (args, 0), write ? PLT_OPEN_WRITE : PLT_OPEN_READ, error);
  g_autoptr (PltFacts) facts = store != NULL ? plt_facts_load (store, error) : NULL;
  g_autoptr (PltPlanCompare) compare = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *line = NULL;
  PltPublication publication = { 0 };
  const PltScheduleFacts *before;
  gint64 number;

  if (facts == NULL || !read_publication (args, facts, &publication, error))
    return FALSE;
  before = plt_schedule_last_published (facts, 0);
  number = publication.number != 0 ? publication.number
                                   : plt_plan_next_number (facts, facts->production.schedule);
  if (plt_plan_publish (facts, facts->production.schedule, &publication, batch, error) == 0)
    return FALSE;
  if (before != NULL)
    compare = plt_plan_compare_new (facts, before->id, facts->production.schedule, 0);
  if (write && !plt_store_apply (store, _ ("Publish the schedule"), NULL, batch, NULL, error))
    return FALSE;
  line = g_strdup_printf ("v%d\n", (int) number);
  plt_cli_print (cli, line);
  if (compare != NULL)
    print_changes (cli, compare, FALSE);
  return TRUE;
}
