/* The movements of a day, proposed or not, and what all of them come to; moves. */
#include <glib/gi18n-lib.h>

#include "plt-cli.h"
#include "plt-load.h"
#include "plt-money.h"
#include "plt-moves-propose.h"
#include "plt-moves-totals.h"
#include "plt-plan.h"
#include "plt-time.h"

static void
add_clock (GString *out, gint64 minutes)
{
  g_autofree char *text = minutes != PLT_UNKNOWN ? plt_clock_format (minutes) : g_strdup ("");

  g_string_append_printf (out, "%s\t", text);
}

/* number, start, needed, vehicle, driver, aboard/seats, passengers */
static void
print_move (GString *out, const PltMove *move)
{
  g_autofree char *number = plt_move_name (move);
  g_autofree char *driver = move->driver != NULL ? plt_facts_person_name (move->driver) : NULL;

  g_string_append_printf (out, "%s\t", number);
  add_clock (out, move->start);
  add_clock (out, move->movement->needed_minutes);
  g_string_append_printf (out, "%s\t%s\t%u", move->vehicle != NULL ? move->vehicle->name : "",
                          driver != NULL ? driver : "", move->aboard);
  if (move->vehicle != NULL && move->vehicle->seats != PLT_UNKNOWN)
    g_string_append_printf (out, "/%d", (int) move->vehicle->seats);
  for (guint i = 0; i < move->passengers->len; i++)
    {
      g_autofree char *name = plt_passenger_name (move->passengers->pdata[i]);

      g_string_append_printf (out, "%s%s", i == 0 ? "\t" : ", ", name);
    }
  g_string_append_c (out, '\n');
}

static void
print_day (PltCli *cli, const PltFacts *facts, PltDate date)
{
  g_autoptr (PltMoves) moves = plt_moves_new (facts, date);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; date != PLT_DATE_NONE && i < moves->moves->len; i++)
    print_move (out, moves->moves->pdata[i]);
  plt_cli_print (cli, out->len > 0 ? out->str : _ ("No movement on this day.\n"));
}

static gboolean
propose (
    PltCli *cli, PltStore *store, const PltFacts *facts, const PltDayFacts *day, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltMovesProposal) proposal = plt_moves_propose (facts, day->id, batch);
  g_autoptr (PltFacts) after = NULL;

  if (plt_batch_get_n_edits (batch) > 0
      && !plt_store_apply (store, _ ("Propose the movements"), NULL, batch, NULL, error))
    return FALSE;
  after = plt_facts_load (store, error);
  if (after == NULL)
    return FALSE;
  print_day (cli, after, day->date);
  for (guint i = 0; i < proposal->left->len; i++)
    {
      g_autofree char *line
          = g_strdup_printf (_ ("No vehicle is left for %s.\n"), (char *) proposal->left->pdata[i]);

      plt_cli_print (cli, line);
    }
  return TRUE;
}

/* "km", mode, energy, kilometres, person-kilometres; then "frais", person, amount */
static void
print_totals (PltCli *cli, const PltFacts *facts)
{
  g_autoptr (GArray) distances = plt_moves_distances (facts);
  g_autoptr (GArray) sums = plt_moves_sum_distances (distances);
  g_autoptr (PltExpenses) expenses = plt_moves_expenses (facts);
  g_autoptr (GString) out = g_string_new (NULL);
  gint64 before = 0;

  for (guint i = 0; i < sums->len; i++)
    {
      const PltDistanceSum *sum = &g_array_index (sums, PltDistanceSum, i);

      g_string_append_printf (out, "km\t%s\t%s\t%d\t%d\n", sum->mode, sum->energy,
                              (int) sum->kilometres, (int) sum->person_kilometres);
    }
  for (guint i = 0; i < expenses->lines->len; i++)
    {
      const PltExpense *line = &g_array_index (expenses->lines, PltExpense, i);
      const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, line->person);
      g_autofree char *name = person != NULL ? plt_facts_person_name (person) : g_strdup ("");
      g_autofree char *amount = NULL;

      if (line->person == before)
        continue;
      before = line->person;
      amount = plt_money_format_plain (plt_expenses_total (expenses, line->person, NULL));
      g_string_append_printf (out, "frais\t%s\t%s\n", name, amount);
    }
  plt_cli_print (cli, out->len > 0 ? out->str : _ ("Nothing drives or travels yet.\n"));
}

PLT_CLI_COMMAND (plt_cli_moves)
{
  gboolean writes = plt_cli_option (args, "propose") != NULL;
  const char *name = plt_cli_word (args, 1);
  g_autoptr (PltStore) store
      = plt_cli_open (cli, plt_cli_word (args, 0), writes ? PLT_OPEN_WRITE : PLT_OPEN_READ, error);
  g_autoptr (PltFacts) facts = store != NULL ? plt_facts_load (store, error) : NULL;
  g_autoptr (PltPlan) plan = NULL;
  const PltDayPlan *day;

  if (facts == NULL)
    return FALSE;
  plt_referential_lend (facts, PLT_MOVES_REFERENTIAL);
  if (name == NULL)
    {
      print_totals (cli, facts);
      return TRUE;
    }
  plan = plt_plan_new (facts, 0);
  day = plt_plan_find_day (plan, name, error);
  if (day == NULL)
    return FALSE;
  if (writes)
    return propose (cli, store, facts, day->day, error);
  print_day (cli, facts, day->day->date);
  return TRUE;
}
