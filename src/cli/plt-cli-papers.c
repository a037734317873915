/* What is read from a production: check, documents, export. */
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "plt-check.h"
#include "plt-cli.h"
#include "plt-document-kind.h"
#include "plt-export.h"
#include "plt-load.h"
#include "plt-pdf.h"
#include "plt-plan-version.h"
#include "plt-png.h"
#include "plt-rows.h"
#include "plt-table-document.h"
#include "plt-today.h"
#include "plt-uss-export.h"

static void
print_issues_json (PltCli *cli, PltStore *store, const GPtrArray *issues)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < issues->len; i++)
    {
      const PltIssue *issue = issues->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "rule");
      json_builder_add_string_value (builder, issue->rule);
      json_builder_set_member_name (builder, "severity");
      json_builder_add_string_value (builder, plt_severity_id (issue->severity));
      json_builder_set_member_name (builder, "message");
      json_builder_add_string_value (builder, issue->message);
      json_builder_set_member_name (builder, "source");
      if (issue->source != NULL)
        json_builder_add_string_value (builder, issue->source);
      else
        json_builder_add_null_value (builder);
      json_builder_set_member_name (builder, "table");
      json_builder_add_string_value (builder, issue->ref.table != NULL ? issue->ref.table : "");
      json_builder_set_member_name (builder, "id");
      json_builder_add_int_value (builder, issue->ref.id);
      json_builder_set_member_name (builder, "column");
      json_builder_add_string_value (builder, issue->ref.column != NULL ? issue->ref.column : "");
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  plt_cli_print (cli, text);
  plt_cli_print (cli, "\n");
}

static void
print_issues_text (PltCli *cli, const GPtrArray *issues)
{
  for (guint i = 0; i < issues->len; i++)
    {
      const PltIssue *issue = issues->pdata[i];
      g_autofree char *line = g_strdup_printf (
          "%s\t%s\t%s%s%s%s\n", plt_severity_id (issue->severity), issue->rule, issue->message,
          issue->source != NULL ? " (" : "", issue->source != NULL ? issue->source : "",
          issue->source != NULL ? ")" : "");

      plt_cli_print (cli, line);
    }
}

PLT_CLI_COMMAND (plt_cli_check)
{
  const char *format = plt_cli_option (args, "format");
  const char *limit = plt_cli_option (args, "fail-on");
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (GPtrArray) issues = NULL;
  PltSeverity from = PLT_SEVERITY_ERROR;
  guint n = 0;

  if (format != NULL && strcmp (format, "text") != 0 && strcmp (format, "json") != 0)
    return plt_cli_usage (error, _ ("The format is text or json, not “%s”."), format);
  if (limit != NULL && strcmp (limit, "warning") != 0 && strcmp (limit, "error") != 0)
    return plt_cli_usage (error, _ ("--fail-on takes warning or error, not “%s”."), limit);
  store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_READ, error);
  facts = store != NULL ? plt_facts_load (store, error) : NULL;
  if (facts == NULL)
    return FALSE;
  issues = plt_check_all_on (facts, plt_today ());
  if (format != NULL && strcmp (format, "json") == 0)
    print_issues_json (cli, store, issues);
  else
    print_issues_text (cli, issues);

  if (limit != NULL && strcmp (limit, "warning") == 0)
    from = PLT_SEVERITY_WARNING;
  for (guint i = 0; i < issues->len; i++)
    n += ((const PltIssue *) issues->pdata[i])->severity >= from;
  if (limit == NULL || n == 0)
    return TRUE;
  g_set_error (
      error, PLT_ERROR, PLT_ERROR_CONFLICT,
      g_dngettext (
          GETTEXT_PACKAGE,
          "%u finding is at least as grave as “%s”. Mend it, or accept it knowingly.",
          "%u findings are at least as grave as “%s”. Mend them, or accept them knowingly.", n),
      n, limit);
  return FALSE;
}

PLT_CLI_COMMAND (plt_cli_documents)
{
  for (const PltDocumentKind *const *kind = plt_document_kinds (); *kind != NULL; kind++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      g_string_append_printf (line, "%s\t%s", (*kind)->id, (*kind)->title);
      for (const PltParamSpec *spec = (*kind)->params; spec != NULL && spec->id != NULL; spec++)
        g_string_append_printf (line, "\t%s", spec->id);
      g_string_append_c (line, '\n');
      plt_cli_print (cli, line->str);
    }
  return TRUE;
}

/* A document by its kind, or a table as a document. */
static PltDocument *
build (PltStore *store, const char *id, const PltCliArgs *args, GError **error)
{
  const PltDocumentKind *kind = plt_document_kind_find (id);
  const PltTable *table = kind == NULL ? plt_table_find (id) : NULL;
  g_autoptr (PltParams) params = plt_params_new ();

  if (table != NULL)
    return plt_table_document (store, table, error);

  for (guint i = 0; kind != NULL && i + 1 < args->options->len; i += 2)
    {
      const char *pair = args->options->pdata[i + 1];
      const char *equals = strchr (pair, '=');
      g_autofree char *name = equals != NULL ? g_strndup (pair, (gsize) (equals - pair)) : NULL;

      if (name == NULL)
        {
          plt_cli_usage (error, _ ("“%s” is not NAME=VALUE."), pair);
          return NULL;
        }
      if (!plt_params_set (params, kind, name, equals + 1, error))
        return NULL;
    }
  return plt_document_build (store, id, params, error);
}

/* The whole production for other scheduling programs: "uss" is no document. */
static gboolean
export_uss (PltCli *cli, const PltCliArgs *args, GError **error)
{
  const char *plan = plt_cli_option (args, "param");
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltFacts) facts = NULL;
  const PltScheduleFacts *schedule = NULL;

  if (!g_str_has_suffix (plt_cli_word (args, 2), ".uss"))
    return plt_cli_usage (error, _ ("“%s” does not end in .uss."), plt_cli_word (args, 2));
  if (plan != NULL && !g_str_has_prefix (plan, "plan="))
    return plt_cli_usage (error, _ ("The only parameter of uss is plan=VERSION, not “%s”."), plan);
  store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_READ, error);
  facts = store != NULL ? plt_facts_load (store, error) : NULL;
  if (facts == NULL)
    return FALSE;
  if (plan != NULL)
    {
      schedule = plt_schedule_find (facts, plan + strlen ("plan="), PLT_SCHEDULE_WORD_ID, error);
      if (schedule == NULL)
        return FALSE;
    }
  return plt_uss_export_write (facts, schedule != NULL ? schedule->id : 0,
                               plt_params_edition_date (NULL), plt_cli_word (args, 2), error);
}

PLT_CLI_COMMAND (plt_cli_export)
{
  const char *path = plt_cli_word (args, 2);
  const char *dot = strrchr (path, '.');
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltDocument) document = NULL;

  if (strcmp (plt_cli_word (args, 1), "uss") == 0)
    return export_uss (cli, args, error);
  if (strcmp (plt_cli_word (args, 1), "mspdi") == 0 || strcmp (plt_cli_word (args, 1), "gan") == 0)
    return plt_cli_export_retro (cli, args, strcmp (plt_cli_word (args, 1), "gan") == 0, error);
  if (dot == NULL
      || !g_strv_contains ((const char *const[]){ "pdf", "xlsx", "csv", "png", "txt", "ics", NULL },
                           dot + 1))
    return plt_cli_usage (error, _ ("“%s” ends in none of .pdf, .xlsx, .csv, .png, .txt, .ics."),
                          path);
  store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_READ, error);
  document = store != NULL ? build (store, plt_cli_word (args, 1), args, error) : NULL;
  if (document == NULL)
    return FALSE;
  if (strcmp (dot, ".pdf") == 0)
    return plt_pdf_write (document, path, error);
  if (strcmp (dot, ".png") == 0)
    return plt_png_write (document, 0, 96, path, error);
  return plt_export_write (document, path, error);
}
