/* Reading a CSV into a batch.
 *
 * Three steps: the text is decoded, the first line is matched with columns, each further line
 * becomes an insert or an update. Then the whole is tried inside a command that is rolled back, so
 * that what only the file can tell (a name that is taken, a required column that is missing) is
 * told with its line too, before anything is written.
 *
 * An empty cell is an empty value, but for a required column of a new row that has an initial
 * value. A reference is the label of a row; of another row of the same file, too, when the table
 * refers to itself. A column that the program writes may be in the file as long as it says
 * what is there. */
#include "plt-csv-import.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "plt-csv-private.h"
#include "plt-csv.h"
#include "plt-text.h"

#define MAX_BYTES (64 * 1024 * 1024)
/* Of rows that stand before the row of the file that they refer to. */
#define MAX_DEPTH 32

/* What a column of the file is; neither is an unnamed one, which must be empty. */
typedef struct
{
  const PltColumn *column;
  gboolean is_id;
} Heading;

typedef struct
{
  PltStore *store;
  const PltTable *table;
  guint n_columns;
  GArray *headings;  /* of Heading */
  PltBatch *batch;   /* owned */
  GArray *lines;     /* of guint: the line of each edit */
  GHashTable *rows;  /* id -> line: rows that the file names */
  GHashTable *added; /* folded label -> handle of a row of the file, 0 when several */
  gboolean needs_added;
  PltCsvCounts counts;
} Import;

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->headings, g_array_unref);
  g_clear_pointer (&self->batch, plt_batch_free);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->added, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static void
edit_value_clear (gpointer data)
{
  plt_value_clear (&((PltEditValue *) data)->value);
}

/* ---- decoding ---- */

static char *
decode (const char *text, gsize length, GError **error)
{
  g_autofree char *decoded = NULL;
  guint replaced = 0;

  if (length > MAX_BYTES)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
                   _ ("A CSV file may have at most %d MB; cut this one into several."),
                   MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  if (length >= 4 && (memcmp (text, "PK\3\4", 4) == 0 || memcmp (text, "\xD0\xCF\x11\xE0", 4) == 0))
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("This is a spreadsheet and not a CSV file; save it as CSV in your "
                              "spreadsheet program first."));
      return NULL;
    }
  decoded = plt_text_to_utf8 (text, length, NULL, &replaced);
  if (replaced > 0)
    {
      g_set_error (
          error, PLT_ERROR, PLT_ERROR_INVALID,
          g_dngettext (GETTEXT_PACKAGE,
                       "%u character of this file cannot be read; save it as CSV in UTF-8.",
                       "%u characters of this file cannot be read; save it as CSV in "
                       "UTF-8.",
                       replaced),
          replaced);
      return NULL;
    }
  return g_steal_pointer (&decoded);
}

/* ---- the first line ---- */

static void
refuse_heading (const PltTable *table, guint line, const char *name, GError **error)
{
  g_autoptr (GString) known = g_string_new ("id");

  for (const PltColumn *column = table->columns; column->id != NULL; column++)
    g_string_append_printf (known, ", %s (%s)", column->id, plt_column_title (column));
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
               _ ("Line %u: “%s” is not a column of “%s”. Its columns are: %s."), line, name,
               plt_table_title (table), known->str);
}

/* By id, else by title in the user's language, else in English. */
static const PltColumn *
match_heading (const PltTable *table, const char *name)
{
  g_autofree char *folded = plt_text_fold (name);

  for (guint pass = 0; pass < 3; pass++)
    for (const PltColumn *column = table->columns; column->id != NULL; column++)
      {
        const char *candidate = pass == 0   ? column->id
                                : pass == 1 ? plt_column_title (column)
                                            : column->title;
        g_autofree char *other = plt_text_fold (candidate);

        if (strcmp (folded, other) == 0)
          return column;
      }
  return NULL;
}

static gboolean
check_repeated (Import *self, const Heading *heading, const char *name, guint line, GError **error)
{
  for (guint i = 0; i < self->headings->len; i++)
    {
      const Heading *other = &g_array_index (self->headings, Heading, i);

      if (heading->column != other->column || heading->is_id != other->is_id
          || (heading->column == NULL && !heading->is_id))
        continue;
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("Line %u: the column “%s” is there twice, as column %u and column %u; remove "
                      "one of them."),
                   line, name, i + 1, self->headings->len + 1);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_headings (Import *self, GPtrArray *cells, guint line, GError **error)
{
  guint n_known = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *name = plt_text_squeeze (g_ptr_array_index (cells, i));
      Heading heading = { NULL, g_ascii_strcasecmp (name, "id") == 0 };

      if (*name != '\0' && !heading.is_id)
        {
          heading.column = match_heading (self->table, name);
          if (heading.column == NULL)
            {
              refuse_heading (self->table, line, name, error);
              return FALSE;
            }
        }
      if (!check_repeated (self, &heading, name, line, error))
        return FALSE;
      n_known += heading.column != NULL || heading.is_id ? 1 : 0;
      g_array_append_val (self->headings, heading);
    }
  if (n_known == 0)
    refuse_heading (self->table, line, "", error);
  return n_known > 0;
}

/* ---- cells ---- */

static void
prefix_cell (GError **error, guint line, const PltColumn *column)
{
  g_prefix_error (error, _ ("Line %u, column “%s”: "), line, plt_column_title (column));
}

/* A row of this file by its label; 0 when there is none, or several. */
static gint64
find_added (Import *self, const PltColumn *column, const char *text)
{
  g_autofree char *squeezed = NULL;
  g_autofree char *folded = NULL;
  gint64 *handle;

  if (column->type != PLT_COLUMN_REFERENCE || strcmp (column->reference, self->table->id) != 0)
    return 0;
  squeezed = plt_text_squeeze (text);
  folded = plt_text_fold (squeezed);
  handle = g_hash_table_lookup (self->added, folded);
  return handle != NULL ? *handle : 0;
}

static gboolean
parse_cell (
    Import *self, const PltColumn *column, const char *text, PltValue *value, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 added;

  if (plt_csv_can_be_formula (column) && plt_csv_looks_guarded (text))
    text++;
  if (plt_rows_parse_named (self->store, column, text, value, &failure))
    return TRUE;
  added = find_added (self, column, text);
  if (added == 0)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  plt_value_take (value, plt_value_integer (added));
  return TRUE;
}

/* The label that a new row will have, as far as it follows from its own cells. */
static void
note_added (Import *self, GPtrArray *cells, gint64 handle)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (const PltColumn *));
  g_autoptr (GString) label = g_string_new (NULL);
  g_autofree char *folded = NULL;
  gint64 *known;

  plt_rows_columns_of (self->table, self->table->label, columns);
  for (guint i = 0; i < columns->len; i++)
    for (guint j = 0; j < self->headings->len; j++)
      {
        g_autofree char *part = NULL;

        if (g_array_index (self->headings, Heading, j).column
            != g_array_index (columns, const PltColumn *, i))
          continue;
        part = plt_text_squeeze (g_ptr_array_index (cells, j));
        if (*part != '\0')
          g_string_append_printf (label, "%s%s", label->len > 0 ? " · " : "", part);
      }
  folded = plt_text_fold (label->str);
  known = g_hash_table_lookup (self->added, folded);
  if (known != NULL)
    *known = 0;
  else
    g_hash_table_insert (self->added, g_steal_pointer (&folded),
                         g_memdup2 (&handle, sizeof handle));
}

/* ---- rows ---- */

/* A line of the file that names rows; `id` is 0 for a new one. */
typedef struct
{
  guint line;
  gint64 id;
  GPtrArray *cells; /* of char * */
} Row;

static void
row_free (gpointer data)
{
  Row *self = data;

  if (self == NULL) /* taken out by take_rows() */
    return;
  g_ptr_array_unref (self->cells);
  g_free (self);
}

static GArray *
new_values (void)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (PltEditValue));

  g_array_set_clear_func (values, edit_value_clear);
  return values;
}

static void
add_value (GArray *values, const PltColumn *column, PltValue *value)
{
  PltEditValue edit = { column, *value };

  *value = (PltValue) PLT_VALUE_INIT;
  g_array_append_val (values, edit);
}

/* An empty cell of a new row that leaves the choice to the store. */
static gboolean
is_left_out (Import *self, const PltColumn *column, const char *text)
{
  if (text[strspn (text, " \t\r\n")] != '\0')
    return FALSE;
  /* An empty place is the end, as everywhere. */
  return g_strcmp0 (column->id, self->table->position) == 0
         || ((column->flags & PLT_COLUMN_REQUIRED)
             && (column->initial != NULL || column->type == PLT_COLUMN_REFERENCE));
}

static gboolean
read_new (Import *self, const Row *row, GArray *values, GError **error)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const PltColumn *column = g_array_index (self->headings, Heading, i).column;
      const char *text = g_ptr_array_index (row->cells, i);
      g_auto (PltValue) value = PLT_VALUE_INIT;

      if (column == NULL || is_left_out (self, column, text))
        continue;
      if (!parse_cell (self, column, text, &value, error))
        {
          prefix_cell (error, row->line, column);
          return FALSE;
        }
      add_value (values, column, &value);
    }
  return TRUE;
}

/* Adds to `values` what a cell changes of what is there. */
static gboolean
read_change (Import *self,
             const Row *row,
             const PltColumn *column,
             const char *text,
             const PltValue *present,
             GArray *values,
             GError **error)
{
  g_autofree char *shown = plt_csv_format (self->store, column, present);
  g_auto (PltValue) value = PLT_VALUE_INIT;

  if (strcmp (shown, text) == 0)
    return TRUE;
  if (!parse_cell (self, column, text, &value, error))
    {
      prefix_cell (error, row->line, column);
      return FALSE;
    }
  if (plt_value_equal (&value, present))
    return TRUE;
  if (column->flags & PLT_COLUMN_READ_ONLY)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("Line %u: “%s” is written by Plateau and is “%s” here; remove the column, or "
                      "leave its values as they are."),
                   row->line, plt_column_title (column), shown);
      return FALSE;
    }
  add_value (values, column, &value);
  return TRUE;
}

static gboolean
read_changes (Import *self, const Row *row, GArray *values, GError **error)
{
  g_autofree PltValue *present = g_new0 (PltValue, self->n_columns);
  g_autoptr (GError) failure = NULL;
  gboolean done;

  done = plt_rows_read (self->store, self->table, row->id, present, &failure);
  if (!done && failure == NULL)
    {
      g_autofree char *noun = plt_rows_noun (self->table, 1);

      g_set_error (
          &failure, PLT_ERROR, PLT_ERROR_NOT_FOUND,
          _ ("Line %u: there is no %s with the id %" PRId64 "; leave the id empty to add a row."),
          row->line, noun, row->id);
    }
  for (guint i = 0; done && i < row->cells->len; i++)
    {
      const PltColumn *column = g_array_index (self->headings, Heading, i).column;

      if (column != NULL)
        done = read_change (self, row, column, g_ptr_array_index (row->cells, i),
                            &present[column - self->table->columns], values, &failure);
    }
  plt_rows_clear_values (present, self->n_columns);
  if (!done)
    g_propagate_error (error, g_steal_pointer (&failure));
  return done;
}

static gboolean
take_row (Import *self, const Row *row, GError **error)
{
  g_autoptr (GArray) values = new_values ();
  gint64 handle = 0;

  if (!(row->id != 0 ? read_changes (self, row, values, error)
                     : read_new (self, row, values, error)))
    return FALSE;
  if (row->id != 0 && values->len == 0)
    {
      self->counts.unchanged++;
      return TRUE;
    }
  if (row->id != 0)
    plt_batch_update (self->batch, self->table->id, row->id);
  else
    handle = plt_batch_insert (self->batch, self->table->id);
  for (guint i = 0; i < values->len; i++)
    {
      const PltEditValue *value = &g_array_index (values, PltEditValue, i);

      plt_batch_set_value (self->batch, value->column->id, &value->value);
    }
  g_array_append_val (self->lines, row->line);
  if (row->id != 0)
    self->counts.updated++;
  else
    self->counts.added++;
  if (handle != 0 && self->needs_added)
    note_added (self, row->cells, handle);
  return TRUE;
}

/* Where rows refer to rows of the same table, one may stand before the one it refers to. What does
 * not find its reference waits for the others; when nobody gets any further it is an error. */
static gboolean
take_rows (Import *self, GPtrArray *rows, GError **error)
{
  for (guint depth = 0; rows->len > 0; depth++)
    {
      g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (row_free);
      guint n_before = rows->len;

      for (guint i = 0; i < rows->len; i++)
        {
          g_autoptr (GError) failure = NULL;

          if (take_row (self, g_ptr_array_index (rows, i), &failure))
            continue;
          if (!self->needs_added || depth >= MAX_DEPTH
              || !g_error_matches (failure, PLT_ERROR, PLT_ERROR_NOT_FOUND))
            {
              g_propagate_error (error, g_steal_pointer (&failure));
              return FALSE;
            }
          g_ptr_array_add (waiting, rows->pdata[i]);
          rows->pdata[i] = NULL;
        }
      g_ptr_array_set_size (rows, 0);
      g_ptr_array_extend_and_steal (rows, g_steal_pointer (&waiting));
      if (rows->len == n_before)
        depth = MAX_DEPTH;
    }
  return TRUE;
}

/* The row that the line names; 0 for a new one. */
static gboolean
read_id (Import *self, GPtrArray *cells, guint line, gint64 *id, GError **error)
{
  *id = 0;
  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *text = NULL;
      guint64 number = 0;
      gpointer known;

      if (!g_array_index (self->headings, Heading, i).is_id)
        continue;
      text = plt_text_squeeze (g_ptr_array_index (cells, i));
      if (*text == '\0')
        return TRUE;
      if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL))
        {
          g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                       _ ("Line %u: “%s” is not an id; give a row number such as 12, or leave it "
                          "empty to add a row."),
                       line, text);
          return FALSE;
        }
      *id = (gint64) number;
      known = g_hash_table_lookup (self->rows, id);
      if (known != NULL)
        {
          g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                       _ ("Line %u: the row %" PRId64
                          " is on line %u already; remove one of the two lines."),
                       line, *id, GPOINTER_TO_UINT (known));
          return FALSE;
        }
      g_hash_table_insert (self->rows, g_memdup2 (id, sizeof *id), GUINT_TO_POINTER (line));
    }
  return TRUE;
}

static gboolean
check_cells (Import *self, GPtrArray *cells, guint line, GError **error)
{
  if (cells->len != self->headings->len)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("Line %u has %u cells and the first line has %u; give it as many, or put "
                      "quotation marks around a cell that holds a separator."),
                   line, cells->len, self->headings->len);
      return FALSE;
    }
  for (guint i = 0; i < cells->len; i++)
    {
      const Heading *heading = &g_array_index (self->headings, Heading, i);
      const char *text = g_ptr_array_index (cells, i);

      if (heading->column != NULL || heading->is_id || *text == '\0')
        continue;
      g_set_error (
          error, PLT_ERROR, PLT_ERROR_INVALID,
          _ ("Line %u: “%s” stands in column %u, which has no name in the first line; give "
             "it one, or empty the column."),
          line, text, i + 1);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_rows (Import *self, PltCsvReader *reader, GError **error)
{
  g_autoptr (PltReading) reading = plt_rows_begin_reading (self->store);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GError) failure = NULL;

  for (;;)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      guint line;
      gint64 id;
      Row *row;

      if (!plt_csv_reader_next (reader, cells, &line, &failure))
        break;
      if (!check_cells (self, cells, line, error) || !read_id (self, cells, line, &id, error))
        return FALSE;
      row = g_new0 (Row, 1);
      row->line = line;
      row->id = id;
      row->cells = g_steal_pointer (&cells);
      g_ptr_array_add (rows, row);
    }
  if (failure == NULL)
    return take_rows (self, rows, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* ---- trying ---- */

typedef struct
{
  PltBatchRun run;
  gboolean done;
} Trial;

static gboolean
try_cb (PltStore *store, gpointer data, GError **error)
{
  Trial *trial = data;

  trial->done = plt_rows_run_batch (store, &trial->run, error);
  if (trial->done)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CANCELLED, "");
  return FALSE; /* always rolled back */
}

/* Where nothing can be written nothing can be tried; the batch then says it when it is applied. */
static gboolean
try_batch (Import *self, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, TRUE, sizeof (gint64));
  Trial trial = { { self->batch, ids, 0 }, FALSE };
  PltCommand command = { "", NULL, try_cb, &trial };

  if (plt_batch_get_n_edits (self->batch) == 0 || plt_store_is_read_only (self->store)
      || plt_store_in_command (self->store))
    return TRUE;
  plt_store_run (self->store, &command, &failure);
  if (trial.done)
    return TRUE;
  if (trial.run.failed < self->lines->len)
    g_prefix_error (&failure, _ ("Line %u: "),
                    g_array_index (self->lines, guint, trial.run.failed));
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
refers_to_itself (const PltTable *table)
{
  for (const PltColumn *column = table->columns; column->id != NULL; column++)
    if (column->type == PLT_COLUMN_REFERENCE && strcmp (column->reference, table->id) == 0)
      return TRUE;
  return FALSE;
}

/**
 * plt_csv_read:
 * @store: a store
 * @table: the table to read into
 * @text: the bytes of a CSV file, in UTF-8, UTF-16 with a byte-order mark, or Windows-1252
 * @length: how many
 * @counts: (out) (optional): what applying the batch would do
 * @error: return location
 *
 * Returns: (transfer full): the changes, for plt_store_apply(); %NULL when anything is wrong, with
 * one sentence that names the line and the column.
 */
PltBatch *
plt_csv_read (PltStore *store,
              const PltTable *table,
              const char *text,
              gsize length,
              PltCsvCounts *counts,
              GError **error)
{
  g_auto (Import) self = { store, table };
  g_autofree char *decoded = NULL;
  g_autoptr (PltCsvReader) reader = NULL;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  guint line;

  g_return_val_if_fail (PLT_IS_STORE (store) && table != NULL, NULL);
  g_return_val_if_fail (text != NULL || length == 0, NULL);

  decoded = decode (text, length, error);
  if (decoded == NULL)
    return NULL;
  reader = plt_csv_reader_new (decoded);
  if (!plt_csv_reader_next (reader, cells, &line, &failure))
    {
      if (failure == NULL)
        g_set_error_literal (&failure, PLT_ERROR, PLT_ERROR_INVALID,
                             _ ("The file is empty; its first line must name the columns."));
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  self.n_columns = plt_table_n_columns (table);
  self.headings = g_array_new (FALSE, FALSE, sizeof (Heading));
  self.batch = plt_batch_new ();
  self.lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self.rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.needs_added = refers_to_itself (table);
  if (!read_headings (&self, cells, line, error) || !read_rows (&self, reader, error)
      || !try_batch (&self, error))
    return NULL;
  if (counts != NULL)
    *counts = self.counts;
  return g_steal_pointer (&self.batch);
}
