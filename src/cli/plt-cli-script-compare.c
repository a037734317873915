/* Two versions of the screenplay: compare. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cli.h"
#include "plt-import-plan.h"
#include "plt-load.h"
#include "plt-rows.h"
#include "plt-script-compare.h"

/* The facts with the text of the version that bears this number. */
static PltFacts *
load_version (PltStore *store, const char *word, GError **error)
{
  const PltTable *table = plt_table_find ("script_version");
  PltFilter filter = { "number", PLT_VALUE_INIT };
  g_autoptr (GArray) ids = NULL;
  g_autoptr (PltFacts) facts = NULL;
  gint64 number;

  if (!g_ascii_string_to_signed (word, 10, 1, G_MAXINT, &number, NULL))
    {
      plt_cli_usage (error, _ ("A version is a number, as 2, not “%s”."), word);
      return NULL;
    }
  filter.value = plt_value_integer (number);
  ids = plt_rows_ids (store, table, &filter, 1, NULL, error);
  if (ids == NULL)
    return NULL;
  if (ids->len == 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("There is no version %s of the screenplay: “plateau-cli list FILE "
                      "script_version” shows those there are."),
                   word);
      return NULL;
    }
  facts = plt_facts_load (store, error);
  if (facts == NULL || !plt_facts_load_text (facts, store, g_array_index (ids, gint64, 0), error))
    return NULL;
  return g_steal_pointer (&facts);
}

/* "- " before each line of the paragraph. */
static void
append_text (GString *out, char sign, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (out, "%c %s\n", sign, lines[i]);
}

static void
append_row (
    GString *out, const PltFacts *old, const PltFacts *new, const PltCompareRow *row, gboolean all)
{
  if (row->state == PLT_COMPARE_SAME)
    {
      if (all)
        append_text (out, ' ', new->blocks.items[row->new_block].text);
      return;
    }
  if (row->old_block >= 0)
    append_text (out, '-', old->blocks.items[row->old_block].text);
  if (row->new_block >= 0)
    append_text (out, '+', new->blocks.items[row->new_block].text);
}

static const char *
state_title (const PltCompareSequence *sequence)
{
  switch (sequence->state)
    {
    case PLT_COMPARE_CHANGED:
      return sequence->moved ? _ ("moved and changed")
                             : plt_import_change_title (PLT_IMPORT_CHANGED);
    case PLT_COMPARE_ADDED:
      return plt_import_change_title (PLT_IMPORT_ADDED);
    case PLT_COMPARE_CUT:
      return plt_import_change_title (PLT_IMPORT_CUT);
    case PLT_COMPARE_SAME:
    default:
      return sequence->moved ? plt_import_change_title (PLT_IMPORT_MOVED)
                             : plt_import_change_title (PLT_IMPORT_UNCHANGED);
    }
}

static void
append_sequence (GString *out,
                 const PltFacts *old,
                 const PltFacts *new,
                 const PltScriptCompare *compare,
                 const PltCompareSequence *sequence,
                 gboolean all)
{
  const PltSequenceFacts *facts
      = PLT_FACTS_FIND (new->sequences, PltSequenceFacts, sequence->sequence);

  if (sequence->state == PLT_COMPARE_SAME && !sequence->moved && !all)
    return;
  g_string_append_printf (out, "@ %s: %s\n", facts != NULL ? facts->number : "",
                          state_title (sequence));
  for (guint i = sequence->first_row; i < sequence->first_row + sequence->n_rows; i++)
    append_row (out, old, new, &g_array_index (compare->rows, PltCompareRow, i), all);
}

PLT_CLI_COMMAND (plt_cli_compare)
{
  gboolean all = plt_cli_option (args, "all") != NULL;
  g_autoptr (PltStore) store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_READ, error);
  g_autoptr (PltFacts) old
      = store != NULL ? load_version (store, plt_cli_word (args, 1), error) : NULL;
  g_autoptr (PltFacts) new
      = old != NULL ? load_version (store, plt_cli_word (args, 2), error) : NULL;
  g_autoptr (PltScriptCompare) compare = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (new == NULL)
    return FALSE;
  compare = plt_script_compare (old->blocks.items, old->blocks.n, new->blocks.items, new->blocks.n);
  for (guint i = 0; i < compare->sequences->len; i++)
    append_sequence (out, old, new, compare,
                     &g_array_index (compare->sequences, PltCompareSequence, i), all);
  if (out->len == 0)
    g_string_append (out, _ ("The two versions are the same.\n"));
  plt_cli_print (cli, out->str);
  return TRUE;
}
