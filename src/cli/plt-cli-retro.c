/* The rétroplanning: its head, its rows, what is usual and missing; retro. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cli.h"
#include "plt-error.h"
#include "plt-load.h"
#include "plt-referential.h"
#include "plt-retro-edit.h"
#include "plt-retro-post.h"
#include "plt-today.h"

#define TEMPLATES "retroplannings"

static PltNetworkTemplates *
load_templates (PltFacts *facts, GError **error)
{
  plt_referential_lend (facts, TEMPLATES);
  for (guint i = 0; i < facts->referentials.n; i++)
    if (strcmp (facts->referentials.items[i].name, TEMPLATES) == 0)
      return plt_network_templates_parse (facts->referentials.items[i].content, error);
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("The schedule templates are not installed: install the data of Plateau."));
  return NULL;
}

/* The template named, else that of the kind of the production. */
static const PltNetworkTemplate *
find_template (const PltNetworkTemplates *templates,
               const PltFacts *facts,
               const char *kind,
               GError **error)
{
  const char *wanted = kind != NULL ? kind : plt_retro_template_kind (facts->production.kind);
  const PltNetworkTemplate *found = plt_network_templates_find (templates, wanted);
  g_autoptr (GString) names = g_string_new (NULL);

  if (found != NULL)
    return found;
  for (guint i = 0; i < templates->kinds->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((const PltNetworkTemplate *) templates->kinds->pdata[i])->kind);
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("There is no schedule template for “%s”: write one of %s."),
               kind != NULL ? kind : facts->production.kind, names->str);
  return NULL;
}

static gboolean
find_baseline (const PltFacts *facts, const char *name, gint64 *id, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; name != NULL && i < facts->baselines.n; i++)
    {
      if (strcmp (facts->baselines.items[i].name, name) == 0)
        {
          *id = facts->baselines.items[i].id;
          return TRUE;
        }
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", facts->baselines.items[i].name);
    }
  if (name == NULL)
    return TRUE;
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("There is no baseline “%s”. Those that are there: %s."), name,
               names->len > 0 ? names->str : "–");
  return FALSE;
}

/* ---- printing ---- */

static void
print_row (GString *out, const PltRetroRow *row)
{
  static const char *const kinds[] = { "phase", "groupe", "tache", "jalon", "registre" };
  g_autofree char *start = row->is_dated ? plt_date_to_iso (row->dates.start) : g_strdup ("");
  g_autofree char *finish = row->is_dated ? plt_date_to_iso (row->dates.finish) : g_strdup ("");
  g_autofree char *drift = row->in_baseline ? g_strdup_printf ("%+d", row->finish_drift) : NULL;

  if (row->kind == PLT_RETRO_REGISTER)
    {
      g_string_append_printf (out, "registre\t%s\t%s\t%s\t%s\n", row->ref.table, row->name, start,
                              plt_retro_state_id (row->state));
      return;
    }
  g_string_append_printf (out, "%s\t%s\t%s\t%s\t%s\t%d%s\t%d\t%s\t%s\t%d\t%s\n", kinds[row->kind],
                          row->phase, row->name, start, finish, row->days,
                          row->calendar_days ? "c" : "", row->dates.slack,
                          row->dates.critical ? "critique" : "", plt_retro_state_id (row->state),
                          row->progress, drift != NULL ? drift : "");
}

static void
print_retro (GString *out, const PltRetro *retro, gboolean only_critical)
{
  g_autofree char *head = plt_retro_head_text (retro);
  g_autofree char *chain = plt_retro_chain_text (retro);

  g_string_append_printf (out, "tete\t%s\n", head);
  if (*chain != '\0')
    g_string_append_printf (out, "chaine\t%s\n", chain);
  for (guint i = 0; i < retro->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (retro->rows, PltRetroRow, i);

      if (!only_critical || (row->dates.critical && row->index >= 0))
        print_row (out, row);
    }
  for (guint i = 0; i < retro->issues->len; i++)
    {
      const PltIssue *issue = retro->issues->pdata[i];

      g_string_append_printf (out, "%s\t%s\t%s\n", plt_severity_id (issue->severity), issue->rule,
                              issue->message);
    }
}

static gboolean
print_missing (PltCli *cli, PltFacts *facts, const char *kind, GError **error)
{
  g_autoptr (PltNetworkTemplates) templates = load_templates (facts, error);
  const PltNetworkTemplate *template
      = templates != NULL ? find_template (templates, facts, kind, error) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GArray) missing = NULL;

  if (template == NULL)
    return FALSE;
  missing = plt_retro_missing (facts, template);
  for (guint i = 0; i < missing->len; i++)
    {
      const PltNetworkTemplateRow *row = &g_array_index (template->rows, PltNetworkTemplateRow,
                                                         g_array_index (missing, guint, i));

      g_string_append_printf (out, "manque\t%s\t%s\t%s\t%d\n", row->code, row->phase, row->label,
                              row->days);
    }
  plt_cli_print (cli, out->str);
  return TRUE;
}

/* ---- writing ---- */

static void
say_dry (PltCli *cli, gboolean is_dry)
{
  if (is_dry)
    plt_cli_print (cli, _ ("Nothing was written.\n"));
}

static gboolean
apply_template (PltCli *cli,
                PltStore *store,
                PltFacts *facts,
                const char *kind,
                gboolean is_dry,
                GError **error)
{
  g_autoptr (PltNetworkTemplates) templates = load_templates (facts, error);
  const PltNetworkTemplate *template
      = templates != NULL ? find_template (templates, facts, kind, error) : NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *text = NULL;
  guint n;

  if (template == NULL)
    return FALSE;
  n = plt_retro_apply_template (facts, template, NULL, batch);
  if (!is_dry && plt_batch_get_n_edits (batch) > 0
      && !plt_store_apply (store, _ ("Add the usual tasks"), NULL, batch, NULL, error))
    return FALSE;
  text = g_strdup_printf (ngettext ("%u task added.\n", "%u tasks added.\n", n), n);
  plt_cli_print (cli, text);
  say_dry (cli, is_dry);
  return TRUE;
}

static gboolean
take_baseline (PltCli *cli,
               PltStore *store,
               const PltRetro *retro,
               const char *name,
               PltDate date,
               gboolean is_dry,
               GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *text = NULL;
  guint n;

  if (!plt_retro_may_keep (retro->facts, name, error))
    return FALSE;
  n = plt_retro_take_baseline (retro, name, date, "", batch);
  if (!is_dry && !plt_store_apply (store, _ ("Take a baseline"), NULL, batch, NULL, error))
    return FALSE;
  text = g_strdup_printf (ngettext ("Dates of %u task kept.\n", "Dates of %u tasks kept.\n", n), n);
  plt_cli_print (cli, text);
  say_dry (cli, is_dry);
  return TRUE;
}

static void
print_move (GString *out, const PltRetro *retro, const PltNetworkMove *move)
{
  g_autofree char *from = plt_date_to_iso (move->from_finish);
  g_autofree char *start = plt_date_to_iso (move->to_start);
  g_autofree char *finish = plt_date_to_iso (move->to_finish);

  g_string_append_printf (out, "deplace\t%s\t%s\t%s\t%s\n", retro->input.tasks[move->task].name,
                          from, start, finish);
}

/* The work to do again after a screening: what it moves, and its margin. */
static gboolean
reopen (PltCli *cli,
        PltStore *store,
        const PltRetro *retro,
        const PltPlan *plan,
        const char *screening,
        GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltRetroRework) rework = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *head = NULL;
  const PltRetroRow *row;
  gint64 id;

  if (!g_ascii_string_to_signed (screening, 10, 1, G_MAXINT64, &id, NULL))
    return plt_cli_usage (
        error, _ ("“%s” is not the id of a row. “plateau-cli list” shows the ids."), screening);
  rework = plt_retro_rework_new (retro, plan, id, error);
  if (rework == NULL)
    return FALSE;
  plt_retro_rework_write (rework, batch);
  if (store != NULL
      && !plt_store_apply (store, _ ("Add the work to do again"), NULL, batch, NULL, error))
    return FALSE;
  head = plt_retro_head_text (rework->after);
  g_string_append_printf (out, "tete\t%s\n", head);
  row = plt_retro_find (rework->after, rework->task);
  print_row (out, row);
  for (guint i = 0; i < rework->moves->len; i++)
    print_move (out, rework->after, &g_array_index (rework->moves, PltNetworkMove, i));
  plt_cli_print (cli, out->str);
  say_dry (cli, store == NULL);
  return TRUE;
}

/* Which options go with what is asked, the first of each line; what none asks prints the plan. */
static const char *const together[][6] = {
  { "missing", "template" },
  { "template", "missing", "dry-run" },
  { "keep-baseline", "on", "dry-run" },
  { "reopen", "on", "dry-run" },
  { "", "critical", "baseline", "registers", "on" },
};

/* An option that would do nothing beside another one is a mistake, and one that writes beside one
 * that prints a grave one. */
static gboolean
check_options (const PltCliArgs *args, GError **error)
{
  guint at = 0;

  while (*together[at][0] != '\0' && plt_cli_option (args, together[at][0]) == NULL)
    at++;
  for (guint i = 0; i < args->options->len; i += 2)
    {
      const char *name = args->options->pdata[i];
      gboolean is_known = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (together[at]) && together[at][j] != NULL; j++)
        is_known |= strcmp (together[at][j], name) == 0;
      if (is_known)
        continue;
      if (*together[at][0] == '\0')
        return plt_cli_usage (error, _ ("--%s wants --template, --keep-baseline or --reopen."),
                              name);
      return plt_cli_usage (error, _ ("--%s and --%s do not go together: give one of them."),
                            together[at][0], name);
    }
  return TRUE;
}

PLT_CLI_COMMAND (plt_cli_retro)
{
  const char *kind = plt_cli_option (args, "template"), *on = plt_cli_option (args, "on");
  const char *keep = plt_cli_option (args, "keep-baseline");
  gboolean missing = plt_cli_option (args, "missing") != NULL;
  const char *screening = plt_cli_option (args, "reopen");
  gboolean is_dry = plt_cli_option (args, "dry-run") != NULL;
  gboolean writes = !is_dry && !missing && (keep != NULL || kind != NULL || screening != NULL);
  g_autoptr (PltStore) store = check_options (args, error)
                                   ? plt_cli_open (cli, plt_cli_word (args, 0),
                                                   writes ? PLT_OPEN_WRITE : PLT_OPEN_READ, error)
                                   : NULL;
  g_autoptr (PltFacts) facts = store != NULL ? plt_facts_load (store, error) : NULL;
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltRetro) retro = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  PltRetroOptions options
      = { .today = plt_today (), .with_registers = plt_cli_option (args, "registers") != NULL };

  if (facts == NULL || (on != NULL && !plt_date_parse (on, &options.today, error))
      || !find_baseline (facts, plt_cli_option (args, "baseline"), &options.baseline, error))
    return FALSE;
  if (missing)
    return print_missing (cli, facts, kind, error);
  if (kind != NULL)
    return apply_template (cli, store, facts, kind, is_dry, error);
  plt_referential_lend (facts, "jours-feries");
  plan = plt_plan_new (facts, 0);
  retro = plt_retro_new (facts, plan, &options);
  if (screening != NULL)
    return reopen (cli, is_dry ? NULL : store, retro, plan, screening, error);
  if (keep != NULL)
    return take_baseline (cli, store, retro, keep, options.today, is_dry, error);
  print_retro (out, retro, plt_cli_option (args, "critical") != NULL);
  plt_cli_print (cli, out->str);
  return TRUE;
}
