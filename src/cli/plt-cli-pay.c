/* What a sheet of hours is worth: pay. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cli.h"
#include "plt-error.h"
#include "plt-file-bytes.h"
#include "plt-pay.h"
#include "plt-paths.h"
#include "plt-time.h"

#define MOST_BYTES (4 << 20)

/* No production is open: the referentials are those of the program. */
PltFacts *
plt_cli_scale_facts (const char *agreement, GError **error)
{
  static const char *const names[]
      = { "temps-de-travail", "jours-feries",    "minima-3097",
          "minima-2642",      "minima-artistes", "parametres-sociaux" };
  g_autoptr (PltFacts) facts = plt_facts_new ();

  facts->production.agreement = agreement;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("referentials/%s.tsv", names[i]);
      g_autofree char *content = plt_paths_read (path, NULL, error);
      PltReferentialFacts *kept;

      if (content == NULL)
        return NULL;
      kept = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, (gint64) i + 1);
      kept->name = names[i];
      kept->version = "";
      kept->content = g_string_chunk_insert (facts->strings, content);
    }
  return g_steal_pointer (&facts);
}

static gboolean
read_options (const PltCliArgs *args, PltPayOptions *options, GError **error)
{
  plt_pay_options_init (options);
  for (guint i = 0; i + 1 < args->options->len; i += 2)
    {
      g_auto (GStrv) parts = NULL;

      if (strcmp (args->options->pdata[i], "option") != 0)
        continue;
      parts = g_strsplit (args->options->pdata[i + 1], "=", 2);
      if (parts[0] == NULL || parts[1] == NULL)
        return plt_cli_usage (error, _ ("“%s” is not an option. Write NAME=VALUE."),
                              (const char *) args->options->pdata[i + 1]);
      if (!plt_pay_options_set (options, parts[0], parts[1], error))
        return FALSE;
    }
  return TRUE;
}

static void
print_line (GString *out, const PltPayLine *line)
{
  g_autofree char *week = plt_date_to_iso (line->week);
  g_autofree char *hours = line->minutes != 0 ? plt_duration_format (line->minutes) : NULL;
  g_autofree char *rate = line->rate_e6 != 0 ? plt_number_format_plain (line->rate_e6, 6) : NULL;
  g_autofree char *amount = plt_money_format_plain (line->amount);

  g_string_append_printf (out, "%s\t%s\t%s%s%s\t%s\t%s\t%s\t%s\n", week, line->rule, line->title,
                          line->capped ? " (plafonné)" : "", line->doubtful ? " (à vérifier)" : "",
                          hours != NULL ? hours : "", rate != NULL ? rate : "", amount,
                          line->source != NULL ? line->source : "");
}

static void
print_pay (PltCli *cli, const PltPay *pay)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *hours = plt_duration_format (pay->minutes);
  g_autofree char *wage = plt_money_format_plain (pay->week_cents);
  g_autofree char *total = plt_money_format_plain (pay->total);

  g_string_append_printf (out, "%s\t%s %s\t%s\n", pay->function, pay->base_name, wage, hours);
  for (guint i = 0; i < pay->lines->len; i++)
    print_line (out, pay->lines->pdata[i]);
  for (guint i = 0; i < pay->alerts->len; i++)
    {
      const PltIssue *issue = pay->alerts->pdata[i];

      g_string_append_printf (out, "%s\t%s\t%s\t%s\n", plt_severity_id (issue->severity),
                              issue->rule, issue->message,
                              issue->source != NULL ? issue->source : "");
    }
  g_string_append_printf (out, "total\t%s\n", total);
  plt_cli_print (cli, out->str);
}

PLT_CLI_COMMAND (plt_cli_pay)
{
  const char *agreement = plt_cli_option (args, "agreement");
  const char *function = plt_cli_option (args, "function");
  const char *day = plt_cli_option (args, "date");
  g_autofree char *text = NULL;
  g_autoptr (GArray) days = NULL;
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (PltPay) pay = NULL;
  PltPayOptions options;
  PltDate date = PLT_DATE_NONE;
  gsize length;

  if (agreement == NULL || function == NULL)
    return plt_cli_usage (
        error, _ ("Say who is paid: --agreement idcc3097 or idcc2642, --function NAME."));
  if (!read_options (args, &options, error) || (day != NULL && !plt_date_parse (day, &date, error)))
    return FALSE;
  if (g_str_has_prefix (agreement, "idcc"))
    agreement += strlen ("idcc");
  text = plt_file_bytes_read (plt_cli_word (args, 0), MOST_BYTES, &length, error);
  days = text != NULL ? plt_work_days_parse (text, error) : NULL;
  facts = days != NULL ? plt_cli_scale_facts (agreement, error) : NULL;
  if (facts == NULL)
    return FALSE;
  pay = plt_pay_new (facts, function, date, &options, (const PltWorkDay *) days->data, days->len,
                     error);
  if (pay == NULL)
    return FALSE;
  print_pay (cli, pay);
  return TRUE;
}
