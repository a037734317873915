/* devis FILE VERB ...: versions of the devis, transfers, simulations. A verb is one function and
 * one line of the table. A version is v2, #12 (its row), a number or a name; without one it is the
 * version that the production follows. */
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "plt-budget-compare.h"
#include "plt-budget-reach.h"
#include "plt-budget-version.h"
#include "plt-cli.h"
#include "plt-document-kind.h"
#include "plt-load.h"

/* What every verb begins with. */
typedef struct
{
  PltStore *store;
  PltFacts *facts;
  PltPlan *plan;
} Devis;

static void
devis_clear (Devis *self)
{
  g_clear_pointer (&self->plan, plt_plan_free);
  g_clear_pointer (&self->facts, plt_facts_free);
  g_clear_object (&self->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Devis, devis_clear)

static gboolean
devis_open (Devis *self, PltCli *cli, const PltCliArgs *args, gboolean write, GError **error)
{
  self->store
      = plt_cli_open (cli, plt_cli_word (args, 0), write ? PLT_OPEN_WRITE : PLT_OPEN_READ, error);
  self->facts = self->store != NULL ? plt_facts_load (self->store, error) : NULL;
  if (self->facts == NULL)
    return FALSE;
  self->plan = plt_plan_new (self->facts, 0);
  return TRUE;
}

/* (nullable): the version that `word` (nullable) names, else the current one */
static const PltBudgetFacts *
find (const Devis *self, const char *word, GError **error)
{
  const PltFacts *facts = self->facts;
  const PltBudgetFacts *current;

  if (word != NULL)
    return plt_budget_find_version (facts, word, PLT_BUDGET_WORD_VERSION, error);
  current = PLT_FACTS_FIND (facts->budgets, PltBudgetFacts, facts->production.budget);
  if (current == NULL)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                         _ ("The production has no budget yet. Begin one first."));
  return current;
}

static void G_GNUC_PRINTF (2, 3) say (PltCli *cli, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list more;

  va_start (more, format);
  text = g_strdup_vprintf (format, more);
  va_end (more);
  plt_cli_print (cli, text);
}

static char *
money (PltMoney amount)
{
  return amount != PLT_UNKNOWN ? plt_money_format_plain (amount) : g_strdup ("?");
}

/* ---- list, show ---- */

static PLT_CLI_COMMAND (list)
{
  g_auto (Devis) devis = { NULL };

  if (!devis_open (&devis, cli, args, FALSE, error))
    return FALSE;
  plt_cli_print (cli, "id\tversion\tname\tstatus\tdate\tcopied_from\tceiling\ttotal\tcurrent\n");
  for (guint i = 0; i < devis.facts->budgets.n; i++)
    {
      const PltBudgetFacts *budget = &devis.facts->budgets.items[i];
      const PltBudgetFacts *from
          = PLT_FACTS_FIND (devis.facts->budgets, PltBudgetFacts, budget->copied_from);
      g_autoptr (PltBudget) computed = plt_budget_new (devis.facts, budget->id, devis.plan);
      g_autofree char *date = plt_date_format_numeric (budget->date);
      g_autofree char *source
          = from != NULL ? g_strdup_printf ("v%d", (int) plt_budget_number (from)) : g_strdup ("");
      g_autofree char *ceiling = budget->ceiling_cents != PLT_UNKNOWN
                                     ? plt_money_format_plain (budget->ceiling_cents)
                                     : g_strdup ("");
      g_autofree char *total = plt_money_format_plain (computed->total);

      say (cli, "%" G_GINT64_FORMAT "\tv%d\t%s\t%s\t%s\t%s\t%s\t%s%s\t%s\n", budget->id,
           (int) plt_budget_number (budget), budget->name, budget->status, date, source, ceiling,
           total, computed->incomplete ? "+?" : "",
           budget->id == devis.facts->production.budget ? "*" : "");
    }
  return TRUE;
}

static PLT_CLI_COMMAND (show)
{
  g_auto (Devis) devis = { NULL };
  const PltBudgetFacts *budget;
  g_autoptr (PltBudgetCompare) compare = NULL;

  if (!devis_open (&devis, cli, args, FALSE, error)
      || (budget = find (&devis, plt_cli_word (args, 2), error)) == NULL)
    return FALSE;
  compare = plt_budget_compare_new (devis.facts, devis.plan, &budget->id, 1);
  for (guint i = 0; i < compare->rows->len; i++)
    {
      const PltCompareRow *row = &g_array_index (compare->rows, PltCompareRow, i);
      g_autofree char *amount = money (row->amounts[0]);

      if (row->level == 1 || (row->kind == PLT_COMPARE_ACCOUNT && row->amounts[0] != 0))
        say (cli, "%s\t%s\t%s%s\n", row->code,
             row->kind == PLT_COMPARE_ACCOUNT ? row->name : _ (plt_compare_title (row)), amount,
             row->incomplete[0] ? "+?" : "");
    }
  return TRUE;
}

/* ---- versions ---- */

static PLT_CLI_COMMAND (duplicate)
{
  g_auto (Devis) devis = { NULL };
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  const PltBudgetFacts *budget;
  gint64 handle, number = 0;

  if (!devis_open (&devis, cli, args, TRUE, error)
      || (budget = find (&devis, plt_cli_word (args, 2), error)) == NULL)
    return FALSE;
  handle = plt_budget_copy (devis.facts, budget->id, plt_cli_option (args, "name"), batch, error);
  if (handle == 0)
    return FALSE;
  if (plt_cli_option (args, "use") != NULL)
    {
      plt_batch_update (batch, "production", devis.facts->production.id);
      plt_batch_set_integer (batch, "budget", handle);
    }
  if (!plt_store_apply (devis.store, _ ("Duplicate the budget"), NULL, batch, &ids, error))
    return FALSE;
  for (guint i = 0; i < devis.facts->budgets.n; i++)
    number = MAX (number, plt_budget_number (&devis.facts->budgets.items[i]));
  say (cli, "v%d\n", (int) number + 1);
  return TRUE;
}

/* What is done to one version, in one command. */
static gboolean
change (PltCli *cli,
        const PltCliArgs *args,
        const char *label,
        gboolean (*fill) (
            const Devis *, const PltBudgetFacts *, const PltCliArgs *, PltBatch *, GError **),
        GError **error)
{
  g_auto (Devis) devis = { NULL };
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltBudgetFacts *budget;

  if (!devis_open (&devis, cli, args, TRUE, error)
      || (budget = find (&devis, plt_cli_word (args, 2), error)) == NULL
      || !fill (&devis, budget, args, batch, error)
      || !plt_store_apply (devis.store, label, NULL, batch, NULL, error))
    return FALSE;
  say (cli, "v%d\n", (int) plt_budget_number (budget));
  return TRUE;
}

static gboolean
fill_lock (const Devis *devis,
           const PltBudgetFacts *budget,
           const PltCliArgs *args,
           PltBatch *batch,
           GError **error)
{
  return plt_budget_lock (devis->facts, devis->plan, budget->id, batch, NULL, error);
}

static gboolean
fill_unlock (const Devis *devis,
             const PltBudgetFacts *budget,
             const PltCliArgs *args,
             PltBatch *batch,
             GError **error)
{
  return plt_budget_unlock (devis->facts, budget->id, batch, error);
}

static gboolean
fill_use (const Devis *devis,
          const PltBudgetFacts *budget,
          const PltCliArgs *args,
          PltBatch *batch,
          GError **error)
{
  return plt_budget_choose (devis->facts, budget->id, batch, error);
}

static gboolean
fill_rename (const Devis *devis,
             const PltBudgetFacts *budget,
             const PltCliArgs *args,
             PltBatch *batch,
             GError **error)
{
  plt_batch_update (batch, "budget", budget->id);
  plt_batch_set_text (batch, "name", plt_cli_word (args, 3));
  return TRUE;
}

static PLT_CLI_COMMAND (lock)
{
  return change (cli, args, _ ("Lock the budget"), fill_lock, error);
}

static PLT_CLI_COMMAND (unlock)
{
  return change (cli, args, _ ("Unlock the budget"), fill_unlock, error);
}

static PLT_CLI_COMMAND (use)
{
  return change (cli, args, _ ("Follow another budget"), fill_use, error);
}

static PLT_CLI_COMMAND (rename_version)
{
  return change (cli, args, _ ("Rename the budget"), fill_rename, error);
}

/* ---- compare ---- */

static const char *const kind_ids[] = {
  [PLT_COMPARE_ACCOUNT] = "account",
  [PLT_COMPARE_LINE] = "line",
  [PLT_COMPARE_CONTRIBUTIONS] = "contributions",
  [PLT_COMPARE_WITHIN] = "within",
  [PLT_COMPARE_TRANSFERS] = "transfers",
  [PLT_COMPARE_UNPOSTED] = "unposted",
  [PLT_COMPARE_SUBTOTAL] = "subtotal",
  [PLT_COMPARE_PERCENT] = "percent",
  [PLT_COMPARE_TOTAL] = "total",
};

static gboolean
is_told (const PltBudgetCompare *compare, const PltCompareRow *row, gboolean all)
{
  for (guint v = 1; v < compare->n && !all; v++)
    if (plt_compare_differs (row, 0, v))
      return TRUE;
  return all || row->level == 1;
}

static void
print_text (PltCli *cli, const PltBudgetCompare *compare, gboolean all)
{
  plt_cli_print (cli, "kind\tcode\tname");
  for (guint v = 0; v < compare->n; v++)
    {
      int number = (int) plt_budget_number (compare->budgets[v]->budget);

      say (cli, v == 0 ? "\tv%d" : "\tv%d\t+/-\t%%", number);
    }
  plt_cli_print (cli, "\n");
  for (guint i = 0; i < compare->rows->len; i++)
    {
      const PltCompareRow *row = &g_array_index (compare->rows, PltCompareRow, i);
      g_autoptr (GString) line = g_string_new (NULL);

      if (!is_told (compare, row, all))
        continue;
      g_string_append_printf (line, "%s\t%s\t%s", kind_ids[row->kind], row->code,
                              *row->name != '\0' ? row->name : _ (plt_compare_title (row)));
      for (guint v = 0; v < compare->n; v++)
        {
          g_autofree char *amount
              = row->has[v] || row->amounts[v] != 0 ? money (row->amounts[v]) : g_strdup ("-");
          g_autofree char *difference = v > 0 ? money (plt_compare_change (row, 0, v)) : NULL;
          gint64 e6 = v > 0 ? plt_compare_change_e6 (row, 0, v) : PLT_UNKNOWN;
          gint64 hundredths;
          g_autofree char *share
              = e6 != PLT_UNKNOWN && plt_number_mul_div (e6, 1, 100, PLT_ROUND_HALF_UP, &hundredths)
                    ? plt_number_format_plain (hundredths, 2)
                    : g_strdup ("");

          g_string_append_printf (line, "\t%s", amount);
          if (v > 0)
            g_string_append_printf (line, "\t%s\t%s", difference, share);
        }
      g_string_append_c (line, '\n');
      plt_cli_print (cli, line->str);
    }
}

static void
print_json (PltCli *cli, const PltBudgetCompare *compare, gboolean all)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < compare->rows->len; i++)
    {
      const PltCompareRow *row = &g_array_index (compare->rows, PltCompareRow, i);

      if (!is_told (compare, row, all))
        continue;
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "kind");
      json_builder_add_string_value (builder, kind_ids[row->kind]);
      json_builder_set_member_name (builder, "code");
      json_builder_add_string_value (builder, row->code);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, row->name);
      json_builder_set_member_name (builder, "cents");
      json_builder_begin_array (builder);
      for (guint v = 0; v < compare->n; v++)
        if (row->amounts[v] == PLT_UNKNOWN || (!row->has[v] && row->amounts[v] == 0))
          json_builder_add_null_value (builder);
        else
          json_builder_add_int_value (builder, row->amounts[v]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  plt_cli_print (cli, text);
  plt_cli_print (cli, "\n");
}

static PLT_CLI_COMMAND (compare)
{
  const char *format = plt_cli_option (args, "format");
  gboolean all = plt_cli_option (args, "all") != NULL;
  g_auto (Devis) devis = { NULL };
  g_autoptr (PltBudgetCompare) result = NULL;
  gint64 ids[PLT_COMPARE_MAX];
  guint n = args->words->len - 2;

  if (format != NULL && strcmp (format, "text") != 0 && strcmp (format, "json") != 0)
    return plt_cli_usage (error, _ ("The format is text or json, not “%s”."), format);
  if (!devis_open (&devis, cli, args, FALSE, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const PltBudgetFacts *budget = find (&devis, plt_cli_word (args, 2 + i), error);

      if (budget == NULL)
        return FALSE;
      ids[i] = budget->id;
    }
  result = plt_budget_compare_new (devis.facts, devis.plan, ids, n);
  if (g_strcmp0 (format, "json") == 0)
    print_json (cli, result, all);
  else
    print_text (cli, result, all);
  return TRUE;
}

/* ---- transfer ---- */

static PLT_CLI_COMMAND (transfer)
{
  gboolean write = plt_cli_option (args, "dry-run") == NULL;
  const char *date = plt_cli_option (args, "date");
  PltTransferAsk ask = { .from = plt_cli_word (args, 2),
                         .to = plt_cli_word (args, 3),
                         .reason = plt_cli_option (args, "reason"),
                         .author = plt_cli_option (args, "author"),
                         .date = plt_params_edition_date (NULL) };
  g_auto (Devis) devis = { NULL };
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBudget) computed = NULL;
  const PltBudgetFacts *budget;

  if (!plt_money_parse (plt_cli_word (args, 4), &ask.amount, error)
      || (date != NULL && !plt_date_parse (date, &ask.date, error))
      || !devis_open (&devis, cli, args, write, error)
      || (budget = find (&devis, plt_cli_option (args, "version"), error)) == NULL)
    return FALSE;
  computed = plt_budget_new (devis.facts, budget->id, devis.plan);
  if (plt_budget_transfer (devis.facts, computed, &ask, batch, error) == 0
      || (write
          && !plt_store_apply (devis.store, _ ("Transfer between posts"), NULL, batch, NULL,
                               error)))
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      const PltBudgetAccount *account
          = plt_budget_account_by_code (computed, i == 0 ? ask.from : ask.to);
      g_autofree char *before = money (account->total);
      g_autofree char *after = money (account->total + (i == 0 ? -ask.amount : ask.amount));

      say (cli, "%s\t%s -> %s\n", account->account->code, before, after);
    }
  return TRUE;
}

/* ---- simulate ---- */

static gboolean
read_number (const char *text, const char *whole, gint64 *e6, GError **error)
{
  *e6 = PLT_UNKNOWN;
  if (*text == '\0' || plt_number_parse (text, 6, e6, NULL))
    return TRUE;
  return plt_cli_usage (error, _ ("“%s” is no number in --move %s."), text, whole);
}

/* "SEM", "21-01.rate": what moves, in that version. */
static gboolean
find_cell (const Devis *devis, gint64 budget, const char *name, PltRef *cell, GError **error)
{
  static const struct
  {
    const char *name, *column;
  } columns[] = { { "quantity", "quantity" },
                  { "duration", "duration" },
                  { "times", "times" },
                  { "rate", "rate_cents" } };
  const char *dot = strrchr (name, '.');
  g_autofree char *code = dot != NULL ? g_strndup (name, (gsize) (dot - name)) : NULL;
  guint n = 0;

  for (guint i = 0; dot == NULL && i < devis->facts->globals.n; i++)
    if (devis->facts->globals.items[i].budget == budget
        && strcmp (devis->facts->globals.items[i].name, name) == 0)
      {
        *cell = (PltRef){ "budget_global", devis->facts->globals.items[i].id, "value" };
        return TRUE;
      }
  for (guint c = 0; dot != NULL && c < G_N_ELEMENTS (columns); c++)
    for (guint i = 0; strcmp (columns[c].name, dot + 1) == 0 && i < devis->facts->lines.n; i++)
      if (devis->facts->lines.items[i].budget == budget
          && strcmp (devis->facts->lines.items[i].code, code) == 0)
        {
          *cell = (PltRef){ "budget_line", devis->facts->lines.items[i].id, columns[c].column };
          n++;
        }
  if (n == 1)
    return TRUE;
  g_set_error (error, PLT_ERROR, n == 0 ? PLT_ERROR_NOT_FOUND : PLT_ERROR_CONFLICT,
               n == 0 ? _ ("Nothing is called “%s” in this budget. Give the name of a variable, or "
                           "the code of a line with what moves, such as 23-01.rate.")
                      : _ ("Several lines have the code of “%s”. Give them codes of their own."),
               name);
  return FALSE;
}

/* NAME[=LEAST..MOST][/STEP] */
static gboolean
read_mover (const Devis *devis, gint64 budget, const char *text, PltReach *reach, GError **error)
{
  g_auto (GStrv) stepped = g_strsplit (text, "/", 2);
  g_auto (GStrv) bounded = g_strsplit (stepped[0] != NULL ? stepped[0] : "", "=", 2);
  const char *range = bounded[0] != NULL && bounded[1] != NULL ? bounded[1] : "..";
  g_auto (GStrv) bounds = g_strsplit (range, "..", 2);
  gint64 least, most, step = PLT_UNKNOWN;
  PltRef cell;

  if (bounded[0] == NULL || g_strv_length (bounds) != 2)
    return plt_cli_usage (
        error, _ ("Write --move NAME, NAME=LEAST..MOST or NAME=LEAST..MOST/STEP, not “%s”."), text);
  if (!read_number (bounds[0], text, &least, error) || !read_number (bounds[1], text, &most, error)
      || (stepped[1] != NULL && !read_number (stepped[1], text, &step, error))
      || !find_cell (devis, budget, bounded[0], &cell, error))
    return FALSE;
  plt_reach_add (reach, cell, least, most, step);
  return TRUE;
}

static gboolean
read_request (const Devis *devis,
              const PltBudget *computed,
              const PltCliArgs *args,
              PltReach *reach,
              GError **error)
{
  const char *keep = plt_cli_option (args, "keep");
  const char *account = plt_cli_option (args, "account");
  const char *target = plt_cli_word (args, 2);
  gboolean any = FALSE;

  reach->aim = account != NULL ? account : PLT_REACH_TOTAL;
  reach->keep = g_strcmp0 (keep, "total") == 0 ? PLT_REACH_TOTAL : keep;
  reach->up = plt_cli_option (args, "up") != NULL;
  reach->target = computed->budget->ceiling_cents;
  if (target != NULL && !plt_money_parse (target, &reach->target, error))
    return FALSE;
  if (reach->target == PLT_UNKNOWN || (target == NULL && account != NULL))
    return plt_cli_usage (error,
                          _ ("Give the amount to reach: this budget has no ceiling for it."));
  for (guint i = 0; i + 1 < args->options->len; i += 2)
    {
      if (strcmp (args->options->pdata[i], "move") != 0)
        continue;
      any = TRUE;
      if (!read_mover (devis, computed->budget->id, args->options->pdata[i + 1], reach, error))
        return FALSE;
    }
  return any || plt_reach_add_movable (reach, computed, error);
}

static const char *const fates[] = {
  [PLT_REACH_MOVED] = "moved",         [PLT_REACH_STAYED] = "stayed",
  [PLT_REACH_AT_LEAST] = "at least",   [PLT_REACH_AT_MOST] = "at most",
  [PLT_REACH_NO_EFFECT] = "no effect", [PLT_REACH_HELD] = "held",
};

static const char *
mover_name (const Devis *devis, const PltReachMover *mover)
{
  const PltGlobalFacts *global
      = PLT_FACTS_FIND (devis->facts->globals, PltGlobalFacts, mover->cell.id);
  const PltLineFacts *line = PLT_FACTS_FIND (devis->facts->lines, PltLineFacts, mover->cell.id);

  if (strcmp (mover->cell.table, "budget_global") == 0)
    return global != NULL ? global->name : "";
  return line != NULL ? line->label : "";
}

static void
print_amounts (PltCli *cli, const char *name, PltMoney before, PltMoney after)
{
  g_autofree char *from = money (before);
  g_autofree char *to = money (after);

  say (cli, "%s\t%s -> %s\n", name, from, to);
}

static void
print_reach (PltCli *cli, const Devis *devis, const PltReach *reach)
{
  for (guint i = 0; i < reach->movers->len; i++)
    {
      const PltReachMover *mover = &g_array_index (reach->movers, PltReachMover, i);
      g_autofree char *before = plt_reach_text (mover, mover->before);
      g_autofree char *after = plt_reach_text (mover, mover->after);

      say (cli, "%s\t%s -> %s\t%s\n", mover_name (devis, mover), before, after, fates[mover->fate]);
    }
  if (*reach->aim != '\0')
    print_amounts (cli, reach->aim, reach->before, reach->after);
  if (reach->keep != NULL && *reach->keep != '\0')
    print_amounts (cli, reach->keep, reach->kept_before, reach->kept_after);
  print_amounts (cli, "total", reach->total_before, reach->total_after);
  if (reach->reached)
    {
      g_autofree char *left = money (reach->target - reach->after);

      say (cli, _ ("reached, %s below\n"), left);
    }
  else if (reach->incomplete)
    plt_cli_print (cli, _ ("not reached: part of the budget is not known\n"));
  else if (reach->after > reach->target)
    {
      g_autofree char *missing = money (reach->after - reach->target);

      say (cli, _ ("not reached: %s too much\n"), missing);
    }
  else
    plt_cli_print (cli, _ ("not reached: what is to be kept cannot be kept\n"));
}

static PLT_CLI_COMMAND (simulate)
{
  gboolean write = plt_cli_option (args, "apply") != NULL;
  g_auto (Devis) devis = { NULL };
  g_auto (PltReach) reach;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBudget) computed = NULL;
  const PltBudgetFacts *budget;

  plt_reach_init (&reach);
  if (!devis_open (&devis, cli, args, write, error)
      || (budget = find (&devis, plt_cli_option (args, "version"), error)) == NULL)
    return FALSE;
  computed = plt_budget_new (devis.facts, budget->id, devis.plan);
  if (!read_request (&devis, computed, args, &reach, error)
      || !plt_reach_run (&reach, devis.facts, devis.plan, budget->id, error))
    return FALSE;
  plt_reach_propose (&reach, computed, batch);
  if (write && plt_batch_get_n_edits (batch) > 0
      && !plt_store_apply (devis.store, _ ("Simulation of the budget"), NULL, batch, NULL, error))
    return FALSE;
  print_reach (cli, &devis, &reach);
  return TRUE;
}

/* ---- verbs ---- */

static const struct
{
  const char *name, *usage;
  guint min_words, max_words; /* after the verb */
  const char *options;        /* of the command's, those it takes, by comma */
  gboolean (*run) (PltCli *cli, const PltCliArgs *args, GError **error);
} verbs[] = {
  { "list", "", 0, 0, "", list },
  { "show", "[VERSION]", 0, 1, "", show },
  { "duplicate", "[VERSION] [--name NAME] [--use]", 0, 1, "name,use", duplicate },
  { "rename", "VERSION NAME", 2, 2, "", rename_version },
  { "use", "VERSION", 1, 1, "", use },
  { "lock", "[VERSION]", 0, 1, "", lock },
  { "unlock", "[VERSION]", 0, 1, "", unlock },
  { "compare", "A B [C [D]] [--all] [--format text|json]", 2, 4, "all,format", compare },
  { "transfer", "FROM TO AMOUNT --reason R [--author A] [--date D] [--version V] [--dry-run]", 3, 3,
    "reason,author,date,version,dry-run", transfer },
  { "simulate",
    "[AMOUNT] [--account CODE] [--move NAME[=LEAST..MOST][/STEP]]... [--keep total|CODE] [--up] "
    "[--version V] [--apply]",
    0, 1, "account,move,keep,up,version,apply", simulate },
};

static gboolean
no_verb (const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", verbs[i].name);
  return plt_cli_usage (error, _ ("“%s” is not done to a devis. Write one of: %s."), name,
                        names->str);
}

PLT_CLI_COMMAND (plt_cli_devis)
{
  const char *name = plt_cli_word (args, 1);
  guint n = args->words->len - 2;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_auto (GStrv) options = NULL;

      if (strcmp (verbs[i].name, name) != 0)
        continue;
      options = g_strsplit (verbs[i].options, ",", -1);
      for (guint j = 0; j + 1 < args->options->len; j += 2)
        if (!g_strv_contains ((const char *const *) options, args->options->pdata[j]))
          return plt_cli_usage (error, _ ("“%s” takes no option --%s."), name,
                                (const char *) args->options->pdata[j]);
      if (n < verbs[i].min_words || n > verbs[i].max_words)
        return plt_cli_usage (error, _ ("Usage: plateau-cli devis FILE %s %s"), name,
                              verbs[i].usage);
      return verbs[i].run (cli, args, error);
    }
  return no_verb (name, error);
}
