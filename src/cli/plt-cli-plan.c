/* The plan de travail and the call sheets: days, place, call-sheet. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-callsheet.h"
#include "plt-cli.h"
#include "plt-load.h"
#include "plt-plan.h"
#include "plt-rows.h"
#include "plt-text.h"

static gboolean
parse_rest (const char *text, guint *days, GError **error)
{
  static const char *const names[] = { "lun", "mar", "mer", "jeu", "ven", "sam", "dim" };
  g_auto (GStrv) words = g_strsplit (text, ",", -1);

  *days = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint day = 0;

      while (day < 7 && strcmp (names[day], g_strstrip (words[i])) != 0)
        day++;
      if (day == 7)
        return plt_cli_usage (
            error, _ ("“%s” is not a day of the week. Write lun, mar, mer, jeu, ven, sam or dim."),
            words[i]);
      *days |= 2u << day;
    }
  if (*days == 0xfe)
    return plt_cli_usage (error, _ ("A week needs a day of work."));
  return TRUE;
}

PLT_CLI_COMMAND (plt_cli_days)
{
  const char *rest = plt_cli_option (args, "rest");
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  guint64 count;
  guint rest_days;
  PltDate first;

  if (!plt_date_parse (plt_cli_word (args, 1), &first, error)
      || !parse_rest (rest != NULL ? rest : "sam,dim", &rest_days, error))
    return FALSE;
  if (!g_ascii_string_to_unsigned (plt_cli_word (args, 2), 10, 1, 366, &count, NULL))
    return plt_cli_usage (error, _ ("“%s” is not a number of days. Write one from 1 to 366."),
                          plt_cli_word (args, 2));
  store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_WRITE, error);
  facts = store != NULL ? plt_facts_load (store, error) : NULL;
  if (facts == NULL)
    return FALSE;
  plt_plan_add_days (facts, facts->production.schedule, first, (guint) count, rest_days, batch);
  return plt_store_apply (store, _ ("Add shooting days"), NULL, batch, NULL, error);
}

const PltSequenceFacts *
plt_cli_find_sequence (const PltFacts *facts, const char *number, GError **error)
{
  for (guint i = 0; i < facts->sequences.n; i++)
    if (plt_text_compare (facts->sequences.items[i].number, number) == 0)
      return &facts->sequences.items[i];
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND, _ ("There is no sequence %s."), number);
  return NULL;
}

/* The strip of a séquence in the plan, 0 when it has none. */
static gint64
find_strip (const PltFacts *facts, gint64 schedule, gint64 sequence)
{
  for (guint i = 0; i < facts->strips.n; i++)
    if (facts->strips.items[i].schedule == schedule && facts->strips.items[i].sequence == sequence)
      return facts->strips.items[i].id;
  return 0;
}

PLT_CLI_COMMAND (plt_cli_place)
{
  const char *where = plt_cli_word (args, 1);
  g_autoptr (PltStore) store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_WRITE, error);
  g_autoptr (PltFacts) facts = store != NULL ? plt_facts_load (store, error) : NULL;
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltDayPlan *day = NULL;
  gint64 position;

  if (facts == NULL)
    return FALSE;
  plan = plt_plan_new (facts, 0);
  if (plan->schedule == NULL)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("The production has no current plan de travail. Choose one with “set FILE "
                      "production 1 "
                      "schedule=ID”."));
      return FALSE;
    }
  if (strcmp (where, "pool") != 0 && (day = plt_plan_find_day (plan, where, error)) == NULL)
    return FALSE;
  position = day != NULL && day->strips->len > 0
                 ? ((const PltStripFacts *) day->strips->pdata[day->strips->len - 1])->position
                 : 0;
  for (guint i = 2; i < args->words->len; i++)
    {
      const PltSequenceFacts *sequence
          = plt_cli_find_sequence (facts, args->words->pdata[i], error);
      gint64 strip;

      if (sequence == NULL)
        return FALSE;
      strip = find_strip (facts, plan->schedule->id, sequence->id);
      if (strip != 0)
        plt_batch_update (batch, "strip", strip);
      else
        {
          plt_batch_insert (batch, "strip");
          plt_batch_set_integer (batch, "schedule", plan->schedule->id);
          plt_batch_set_text (batch, "kind", "sequence");
          plt_batch_set_integer (batch, "sequence", sequence->id);
        }
      if (day == NULL)
        plt_batch_set_null (batch, "day");
      else
        {
          plt_batch_set_integer (batch, "day", day->day->id);
          plt_batch_set_integer (batch, "position", position += 1024);
        }
    }
  return plt_store_apply (store, _ ("Place sequences"), NULL, batch, NULL, error);
}

PLT_CLI_COMMAND (plt_cli_call_sheet)
{
  g_autoptr (PltStore) store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_WRITE, error);
  g_autoptr (PltFacts) facts = store != NULL ? plt_facts_load (store, error) : NULL;
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  g_autofree char *line = NULL;
  const PltDayPlan *day;
  gint64 sheet;

  if (facts == NULL)
    return FALSE;
  plan = plt_plan_new (facts, 0);
  day = plt_plan_find_day (plan, plt_cli_word (args, 1), error);
  if (day == NULL)
    return FALSE;
  sheet = plt_callsheet_make (facts, plan, day->day->id, batch);
  if (!plt_store_apply (store, _ ("Make a call sheet"), NULL, batch, &ids, error))
    return FALSE;
  line = g_strdup_printf ("%" G_GINT64_FORMAT "\n", g_array_index (ids, gint64, -sheet - 1));
  plt_cli_print (cli, line);
  return TRUE;
}
