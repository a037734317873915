/* Tables and rows: tables, columns, list, add, set, delete, import-csv. */
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "plt-cli.h"
#include "plt-csv-export.h"
#include "plt-csv-import.h"
#include "plt-file-bytes.h"
#include "plt-rows.h"

static const char *
type_name (PltColumnType type)
{
  static const char *const names[]
      = { "text",     "long text", "integer",  "boolean",   "money",   "rate",
          "quantity", "clock",     "duration", "seconds",   "eighths", "coordinate",
          "date",     "choice",    "flags",    "reference", "file",    "formula" };

  return names[type];
}

PLT_CLI_COMMAND (plt_cli_tables)
{
  for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
    {
      g_autofree char *line = g_strdup_printf ("%s\t%s\n", (*table)->id, plt_table_title (*table));

      plt_cli_print (cli, line);
    }
  return TRUE;
}

static const PltTable *
find_table (const char *id, GError **error)
{
  const PltTable *table = plt_table_find (id);

  if (table == NULL)
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("There is no table “%s”. “plateau-cli tables” lists the tables."), id);
  return table;
}

static const PltColumn *
find_column (const PltTable *table, const char *id, GError **error)
{
  const PltColumn *column = plt_table_column (table, id);

  if (column == NULL)
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("Table “%s” has no column “%s”. “plateau-cli columns %s” lists its columns."),
                 table->id, id, table->id);
  return column;
}

PLT_CLI_COMMAND (plt_cli_columns)
{
  const PltTable *table = find_table (plt_cli_word (args, 0), error);

  if (table == NULL)
    return FALSE;
  for (const PltColumn *column = table->columns; column->id != NULL; column++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      g_string_append_printf (line, "%s\t%s\t%s", column->id, type_name (column->type),
                              plt_column_title (column));
      if (column->reference != NULL)
        g_string_append_printf (line, "\t-> %s", column->reference);
      for (guint i = 0; column->choices != NULL && column->choices[i].id != NULL; i++)
        g_string_append_printf (line, "%s%s", i == 0 ? "\t" : "|", column->choices[i].id);
      if ((column->flags & PLT_COLUMN_REQUIRED) != 0)
        g_string_append_printf (line, "\t%s", _ ("required"));
      g_string_append_c (line, '\n');
      plt_cli_print (cli, line->str);
    }
  return TRUE;
}

#define MAX_CONDITIONS 8

static gboolean
find_row (PltStore *store, const PltTable *table, const char *word, gint64 *id, GError **error);

/* One "@column=value" of a row, of a reference also "@column=@column=value"; `value` is to be
 * cleared, whatever is returned. */
static gboolean
parse_condition (
    PltStore *store, const PltTable *table, const char *word, PltFilter *filter, GError **error)
{
  const char *equals = strchr (word, '=');
  g_autofree char *name
      = *word == '@' && equals != NULL ? g_strndup (word + 1, (gsize) (equals - word - 1)) : NULL;
  const PltColumn *column = name != NULL ? find_column (table, name, error) : NULL;

  if (name == NULL)
    return plt_cli_usage (error, _ ("“%s” is not @COLUMN=VALUE."), word);
  if (column == NULL)
    return FALSE;
  if (column->type == PLT_COLUMN_REFERENCE && equals[1] == '@')
    {
      gint64 row;

      if (!find_row (store, plt_table_find (column->reference), equals + 1, &row, error))
        return FALSE;
      plt_value_take (&filter->value, plt_value_integer (row));
    }
  else if (!plt_store_parse_value (store, column, equals + 1, &filter->value, error))
    return FALSE;
  filter->column = column->id;
  return TRUE;
}

/* The one row where columns have values, written "@column=value", or "@column=value,@column=value".
 */
static gboolean
find_row (PltStore *store, const PltTable *table, const char *word, gint64 *id, GError **error)
{
  PltFilter filters[MAX_CONDITIONS] = { 0 };
  g_auto (GStrv) parts = g_strsplit (word, ",@", MAX_CONDITIONS);
  g_autoptr (GArray) ids = NULL;
  gboolean fine = TRUE;
  guint n = 0;

  for (; fine && parts[n] != NULL; n++)
    {
      g_autofree char *part = n == 0 ? g_strdup (parts[0]) : g_strconcat ("@", parts[n], NULL);

      fine = parse_condition (store, table, part, &filters[n], error);
    }
  if (fine)
    ids = plt_rows_ids (store, table, filters, n, NULL, error);
  for (guint i = 0; i < n; i++)
    plt_value_clear (&filters[i].value);
  if (ids == NULL)
    return FALSE;
  if (ids->len != 1)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   g_dngettext (GETTEXT_PACKAGE,
                                "%u row of “%s” has %s, not one. Name it by its id.",
                                "%u rows of “%s” have %s, not one. Name one by its id.", ids->len),
                   ids->len, table->id, word + 1);
      return FALSE;
    }
  *id = g_array_index (ids, gint64, 0);
  return TRUE;
}

/* Cuts "column=value"; a reference may be given as "column=@column=value". */
static const PltColumn *
parse_pair (
    PltStore *store, const PltTable *table, const char *pair, PltValue *value, GError **error)
{
  const char *equals = strchr (pair, '=');
  g_autofree char *id = NULL;
  const PltColumn *column;

  if (equals == NULL)
    {
      plt_cli_usage (error, _ ("“%s” is not COLUMN=VALUE."), pair);
      return NULL;
    }
  id = g_strndup (pair, (gsize) (equals - pair));
  column = find_column (table, id, error);
  if (column == NULL)
    return NULL;
  if (column->type == PLT_COLUMN_REFERENCE && equals[1] == '@')
    {
      gint64 row;

      if (!find_row (store, plt_table_find (column->reference), equals + 1, &row, error))
        return NULL;
      plt_value_take (value, plt_value_integer (row));
    }
  else if (!plt_store_parse_value (store, column, equals + 1, value, error))
    return NULL;
  return column;
}

/* The columns to print, all when none are named. */
static GPtrArray *
chosen_columns (const PltTable *table, const char *names, GError **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  g_auto (GStrv) ids = names != NULL ? g_strsplit (names, ",", -1) : NULL;

  for (const PltColumn *column = table->columns; ids == NULL && column->id != NULL; column++)
    g_ptr_array_add (columns, (gpointer) column);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const PltColumn *column = find_column (table, g_strstrip (ids[i]), error);

      if (column == NULL)
        return NULL;
      g_ptr_array_add (columns, (gpointer) column);
    }
  return g_steal_pointer (&columns);
}

static void
add_json_value (JsonBuilder *builder,
                const PltColumn *column,
                const PltValue *value,
                const char *label)
{
  json_builder_set_member_name (builder, column->id);
  if (value->kind == PLT_VALUE_NULL
      || (column->type == PLT_COLUMN_DATE && *plt_value_get_text (value) == '\0'))
    json_builder_add_null_value (builder);
  else if (column->type == PLT_COLUMN_REFERENCE)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_int_value (builder, value->integer);
      json_builder_set_member_name (builder, "label");
      json_builder_add_string_value (builder, label != NULL ? label : "");
      json_builder_end_object (builder);
    }
  else if (column->type == PLT_COLUMN_BOOLEAN)
    json_builder_add_boolean_value (builder, value->integer != 0);
  else if (column->type == PLT_COLUMN_FLAGS)
    {
      g_auto (GStrv) flags = g_strsplit (plt_value_get_text (value), ",", -1);

      json_builder_begin_array (builder);
      for (guint i = 0; flags[i] != NULL; i++)
        if (*flags[i] != '\0')
          json_builder_add_string_value (builder, flags[i]);
      json_builder_end_array (builder);
    }
  else if (value->kind == PLT_VALUE_INTEGER)
    json_builder_add_int_value (builder, value->integer);
  else
    json_builder_add_string_value (builder, value->text);
}

static void
print_json (PltCli *cli,
            PltStore *store,
            const PltTable *table,
            const GArray *ids,
            const GPtrArray *columns)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (PltRecord) record = plt_store_get_record (store, table->id, id);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_int_value (builder, id);
      for (guint j = 0; j < columns->len; j++)
        {
          const PltColumn *column = columns->pdata[j];
          guint index = (guint) (column - table->columns);

          add_json_value (builder, column, plt_record_get_at (record, index),
                          plt_record_get_label_at (record, index));
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  plt_cli_print (cli, text);
  plt_cli_print (cli, "\n");
}

static void
print_text (PltCli *cli,
            PltStore *store,
            const PltTable *table,
            const GArray *ids,
            const GPtrArray *columns)
{
  g_autoptr (GString) out = g_string_new ("id");

  for (guint j = 0; j < columns->len; j++)
    g_string_append_printf (out, "\t%s", ((const PltColumn *) columns->pdata[j])->id);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (PltRecord) record = plt_store_get_record (store, table->id, id);

      g_string_append_printf (out, "%" G_GINT64_FORMAT, id);
      for (guint j = 0; j < columns->len; j++)
        {
          const PltColumn *column = columns->pdata[j];
          guint index = (guint) (column - table->columns);
          const char *label = plt_record_get_label_at (record, index);
          g_autofree char *shown = NULL;

          if (column->type == PLT_COLUMN_REFERENCE)
            shown = g_strdup (label != NULL ? label : "");
          else
            shown = plt_column_format (column, plt_record_get_at (record, index));
          g_string_append_c (out, '\t');
          g_string_append (out, g_strdelimit (shown, "\t\n\r", ' '));
        }
      g_string_append_c (out, '\n');
    }
  plt_cli_print (cli, out->str);
}

static gboolean
read_filters (
    PltStore *store, const PltTable *table, const PltCliArgs *args, GArray *filters, GError **error)
{
  for (guint i = 0; i + 1 < args->options->len; i += 2)
    {
      PltFilter filter = { NULL, PLT_VALUE_INIT };
      const PltColumn *column;
      const char *pair = args->options->pdata[i + 1];

      if (strcmp (args->options->pdata[i], "where") != 0)
        continue;
      if (g_str_has_prefix (pair, "id="))
        {
          filter.column = "id";
          filter.value = plt_value_integer (g_ascii_strtoll (pair + 3, NULL, 10));
        }
      else
        {
          column = parse_pair (store, table, pair, &filter.value, error);
          if (column == NULL)
            return FALSE;
          filter.column = column->id;
        }
      g_array_append_val (filters, filter);
    }
  return TRUE;
}

static void
filter_clear (gpointer data)
{
  plt_value_clear (&((PltFilter *) data)->value);
}

PLT_CLI_COMMAND (plt_cli_list)
{
  const PltTable *table = find_table (plt_cli_word (args, 1), error);
  const char *format = plt_cli_option (args, "format");
  g_autoptr (PltStore) store = NULL;
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (GArray) filters = g_array_new (FALSE, FALSE, sizeof (PltFilter));
  g_autoptr (GArray) ids = NULL;

  if (table == NULL)
    return FALSE;
  if (format != NULL && strcmp (format, "text") != 0 && strcmp (format, "csv") != 0
      && strcmp (format, "json") != 0)
    return plt_cli_usage (error, _ ("The format is text, csv or json, not “%s”."), format);
  g_array_set_clear_func (filters, filter_clear);
  store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_READ, error);
  columns = store != NULL ? chosen_columns (table, plt_cli_option (args, "columns"), error) : NULL;
  if (columns == NULL || !read_filters (store, table, args, filters, error))
    return FALSE;
  ids = plt_rows_ids (store, table, (const PltFilter *) (gpointer) filters->data, filters->len,
                      NULL, error);
  if (ids == NULL)
    return FALSE;
  if (format != NULL && strcmp (format, "json") == 0)
    print_json (cli, store, table, ids, columns);
  else if (format != NULL && strcmp (format, "csv") == 0)
    {
      g_autofree char *csv = plt_csv_write (store, table, ids, plt_cli_option (args, "columns"),
                                            PLT_CSV_NORMAL, error);

      if (csv == NULL)
        return FALSE;
      plt_cli_print (cli, csv);
    }
  else
    print_text (cli, store, table, ids, columns);
  return TRUE;
}

static gboolean
fill_batch (PltStore *store,
            const PltTable *table,
            const PltCliArgs *args,
            guint from,
            PltBatch *batch,
            GError **error)
{
  for (guint i = from; i < args->words->len; i++)
    {
      g_auto (PltValue) value = PLT_VALUE_INIT;
      const PltColumn *column = parse_pair (store, table, args->words->pdata[i], &value, error);

      if (column == NULL)
        return FALSE;
      plt_batch_set_value (batch, column->id, &value);
    }
  return TRUE;
}

PLT_CLI_COMMAND (plt_cli_add)
{
  const PltTable *table = find_table (plt_cli_word (args, 1), error);
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  g_autofree char *label = NULL;
  g_autofree char *line = NULL;

  store = table != NULL ? plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_WRITE, error) : NULL;
  if (store == NULL)
    return FALSE;
  plt_batch_insert (batch, table->id);
  label = g_strdup_printf (_ ("Add: %s"), _ (table->singular));
  if (!fill_batch (store, table, args, 2, batch, error)
      || !plt_store_apply (store, label, NULL, batch, &ids, error))
    return FALSE;
  line = g_strdup_printf ("%" G_GINT64_FORMAT "\n", g_array_index (ids, gint64, 0));
  plt_cli_print (cli, line);
  return TRUE;
}

static gboolean
parse_id (PltStore *store, const PltTable *table, const char *word, gint64 *id, GError **error)
{
  if (*word == '@')
    return find_row (store, table, word, id, error);
  if (!g_ascii_string_to_signed (word, 10, 1, G_MAXINT64, id, NULL))
    return plt_cli_usage (
        error, _ ("“%s” is not the id of a row. “plateau-cli list” shows the ids."), word);
  return TRUE;
}

PLT_CLI_COMMAND (plt_cli_set)
{
  const PltTable *table = find_table (plt_cli_word (args, 1), error);
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  gint64 id;

  store = table != NULL ? plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_WRITE, error) : NULL;
  if (store == NULL || !parse_id (store, table, plt_cli_word (args, 2), &id, error))
    return FALSE;
  plt_batch_update (batch, table->id, id);
  name = plt_rows_label (store, table, id);
  label = g_strdup_printf (_ ("Change: %s %s"), _ (table->singular), name);
  return fill_batch (store, table, args, 3, batch, error)
         && plt_store_apply (store, label, NULL, batch, NULL, error);
}

PLT_CLI_COMMAND (plt_cli_delete)
{
  const PltTable *table = find_table (plt_cli_word (args, 1), error);
  g_autoptr (PltStore) store = NULL;
  gint64 id;

  store = table != NULL ? plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_WRITE, error) : NULL;
  return store != NULL && parse_id (store, table, plt_cli_word (args, 2), &id, error)
         && plt_store_delete (store, table->id, id, error);
}

PLT_CLI_COMMAND (plt_cli_import_csv)
{
  const PltTable *table = find_table (plt_cli_word (args, 1), error);
  gboolean dry = plt_cli_option (args, "dry-run") != NULL;
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltBatch) batch = NULL;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  g_autofree char *line = NULL;
  PltCsvCounts counts;
  gsize length;

  text = table != NULL
             ? plt_file_bytes_read (plt_cli_word (args, 2), PLT_CSV_MAX_BYTES, &length, error)
             : NULL;
  if (text == NULL)
    return FALSE;
  store = plt_cli_open (cli, plt_cli_word (args, 0), dry ? PLT_OPEN_READ : PLT_OPEN_WRITE, error);
  batch = store != NULL ? plt_csv_read (store, table, text, length, &counts, error) : NULL;
  if (batch == NULL)
    return FALSE;
  label = g_strdup_printf (_ ("Import CSV: %s"), plt_table_title (table));
  if (!dry && !plt_store_apply (store, label, NULL, batch, NULL, error))
    return FALSE;
  line = g_strdup_printf (dry ? _ ("Would add %u, change %u, leave %u as they are.\n")
                              : _ ("Added %u, changed %u, left %u as they were.\n"),
                          counts.added, counts.updated, counts.unchanged);
  plt_cli_print (cli, line);
  return TRUE;
}
