/* Changesets of SQLite's session extension as this program makes and accepts them.
 *
 * A file from elsewhere carries its history with it, and reading a changeset that somebody wrote by
 * hand has been a weak spot of SQLite. Its form is simple, so each is read here to the last byte
 * before SQLite gets it:
 *
 *   'T', number of columns, a key flag a column, table name NUL, then rows of that table:
 *   operation, indirect flag, record (two for an update: before, after)
 *
 * a record being, for each column, a type byte and the value: 0 untouched, 1 integer and 2 float of
 * 8 bytes, 3 text and 4 blob with their length, 5 null. Numbers are SQLite's varints. */
#include "plt-store-internal.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "plt-table.h"

typedef struct
{
  const guint8 *at;
  const guint8 *end;
} Reader;

static gboolean
read_byte (Reader *reader, guint8 *byte)
{
  if (reader->at >= reader->end)
    return FALSE;
  *byte = *reader->at++;
  return TRUE;
}

static gboolean
read_varint (Reader *reader, guint64 *value)
{
  guint8 byte;

  *value = 0;
  for (guint i = 0; i < 8; i++)
    {
      if (!read_byte (reader, &byte))
        return FALSE;
      *value = (*value << 7) | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        return TRUE;
    }
  if (!read_byte (reader, &byte))
    return FALSE;
  *value = (*value << 8) | byte;
  return TRUE;
}

static gboolean
skip (Reader *reader, guint64 n)
{
  if (n > (guint64) (reader->end - reader->at))
    return FALSE;
  reader->at += n;
  return TRUE;
}

static gboolean
skip_value (Reader *reader)
{
  guint64 n;
  guint8 type;

  if (!read_byte (reader, &type))
    return FALSE;
  switch (type)
    {
    case 0:
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      return skip (reader, 8);
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      return read_varint (reader, &n) && skip (reader, n);
    default:
      return FALSE;
    }
}

/* A key is a number above zero, as all row ids are. */
static gboolean
starts_with_key (const Reader *reader)
{
  return reader->end - reader->at > 8 && reader->at[0] == SQLITE_INTEGER
         && (reader->at[1] & 0x80) == 0;
}

static gboolean
skip_record (Reader *reader, guint n_columns, gboolean needs_key)
{
  if (needs_key && !starts_with_key (reader))
    return FALSE;
  for (guint i = 0; i < n_columns; i++)
    if (!skip_value (reader))
      return FALSE;
  return TRUE;
}

/* The name of one of our tables, no more columns than it has, the first of which is the key. */
static gboolean
read_table (Reader *reader, guint *n_columns)
{
  const PltTable *table;
  const guint8 *flags, *nul;
  guint64 n;

  if (!read_varint (reader, &n) || n < 1 || n > 256)
    return FALSE;
  flags = reader->at;
  if (!skip (reader, n) || flags[0] != 1)
    return FALSE;
  for (guint i = 1; i < n; i++)
    if (flags[i] != 0)
      return FALSE;
  nul = memchr (reader->at, '\0', (gsize) (reader->end - reader->at));
  if (nul == NULL)
    return FALSE;
  table = plt_table_find ((const char *) reader->at);
  reader->at = nul + 1;
  *n_columns = (guint) n;
  return table != NULL && n <= plt_table_n_columns (table) + 1;
}

static gboolean
read_row (Reader *reader, guint8 operation, guint n_columns)
{
  guint8 indirect;

  if (n_columns == 0 || !read_byte (reader, &indirect))
    return FALSE;
  switch (operation)
    {
    case SQLITE_INSERT:
    case SQLITE_DELETE:
      return skip_record (reader, n_columns, TRUE);
    case SQLITE_UPDATE:
      return skip_record (reader, n_columns, TRUE) && skip_record (reader, n_columns, FALSE);
    default:
      return FALSE;
    }
}

gboolean
plt_changeset_check (gconstpointer bytes, gsize size, GError **error)
{
  Reader reader = { bytes, (const guint8 *) bytes + size };
  guint n_columns = 0;
  gboolean ok = TRUE;
  guint8 byte;

  while (ok && read_byte (&reader, &byte))
    ok = byte == 'T' ? read_table (&reader, &n_columns) : read_row (&reader, byte, n_columns);
  if (!ok)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_DAMAGED,
                         _ ("This step of the history is damaged, so it can be neither undone nor "
                            "redone. Nothing was changed."));
  return ok;
}

static int
is_undoable_cb (void *data, const char *table)
{
  return plt_table_find (table) != NULL;
}

static int
conflict_cb (void *data, int kind, sqlite3_changeset_iter *iterator)
{
  return SQLITE_CHANGESET_ABORT;
}

gboolean
plt_changeset_apply (PltDb *db, gconstpointer bytes, gsize size, gboolean invert, GError **error)
{
  int flags = SQLITE_CHANGESETAPPLY_NOSAVEPOINT | (invert ? SQLITE_CHANGESETAPPLY_INVERT : 0);
  int code;

  if (!plt_changeset_check (bytes, size, error))
    return FALSE;
  code = sqlite3changeset_apply_v2 (plt_db_handle (db), (int) size, (void *) bytes, is_undoable_cb,
                                    conflict_cb, NULL, NULL, NULL, flags);
  if (code == SQLITE_OK)
    return TRUE;
  if (code == SQLITE_ABORT)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                         _ ("The rows of this step are not as it left them: another program has "
                            "written in the production. Nothing was changed."));
  else
    plt_db_set_error (db, code, error);
  return FALSE;
}
