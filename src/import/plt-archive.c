#include "plt-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-library.h"

#define ARCHIVE_LIBRARY "libarchive.so.13"
#define ALWAYS_ALLOWED (1024 * 1024) /* whatever the ratio: a script of blanks packs well */
#define PIECE 65536

/* ---- libarchive, loaded when needed ---- */

typedef struct
{
  __typeof__ (&archive_read_new) read_new;
  __typeof__ (&archive_read_support_format_zip_seekable) support_zip;
  __typeof__ (&archive_read_open_memory) open_memory;
  __typeof__ (&archive_read_next_header) next_header;
  __typeof__ (&archive_read_data) read_data;
  __typeof__ (&archive_read_free) read_free;
  __typeof__ (&archive_entry_pathname) entry_pathname;
  __typeof__ (&archive_entry_is_data_encrypted) entry_is_encrypted;
} Library;

static gboolean
load_symbols (Library *library)
{
  const PltSymbol symbols[] = {
    { "archive_read_new", (gpointer *) &library->read_new },
    { "archive_read_support_format_zip_seekable", (gpointer *) &library->support_zip },
    { "archive_read_open_memory", (gpointer *) &library->open_memory },
    { "archive_read_next_header", (gpointer *) &library->next_header },
    { "archive_read_data", (gpointer *) &library->read_data },
    { "archive_read_free", (gpointer *) &library->read_free },
    { "archive_entry_pathname", (gpointer *) &library->entry_pathname },
    { "archive_entry_is_data_encrypted", (gpointer *) &library->entry_is_encrypted },
  };

  return plt_library_load (ARCHIVE_LIBRARY, symbols, G_N_ELEMENTS (symbols));
}

static const Library *
get_library (GError **error)
{
  static Library library;
  static gsize state = 0; /* 1 loaded, 2 missing */

  if (g_once_init_enter (&state))
    g_once_init_leave (&state, load_symbols (&library) ? 1 : 2);
  if (state == 1)
    return &library;
  g_set_error (error, PLT_ERROR, PLT_ERROR_FAILED,
               _ ("Word, LibreOffice and Celtx files cannot be read without the library %s: "
                  "install libarchive13."),
               ARCHIVE_LIBRARY);
  return NULL;
}

/* ---- refusals ---- */

static gboolean
refuse_damaged (const char *name, GError **error)
{
  g_set_error (error, PLT_ERROR, PLT_ERROR_DAMAGED,
               _ ("“%s” is damaged: copy it again, or save it again from the program that wrote "
                  "it."),
               name);
  return FALSE;
}

static gboolean
refuse_members (const char *name, GError **error)
{
  g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
               _ ("“%s” holds more than %d files, which no screenplay does: it was not read."),
               name, PLT_ARCHIVE_MAX_MEMBERS);
  return FALSE;
}

static gboolean
refuse_size (const char *name, GError **error)
{
  g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
               _ ("“%s” unpacks to far more than a screenplay takes: it was not read."), name);
  return FALSE;
}

void
plt_archive_set_missing_error (const char *name, const char *member, GError **error)
{
  g_set_error (error, PLT_ERROR, PLT_ERROR_DAMAGED,
               _ ("“%s” is damaged: it lacks “%s”; save it again from the program that wrote it."),
               name, member);
}

/* ---- the archive ---- */

struct _PltArchive
{
  const Library *library;
  const char *bytes;
  gsize length;
  char *name;
  GPtrArray *names;
  GHashTable *known;  /* the same names, not owned */
  GHashTable *loaded; /* name -> GByteArray */
  gsize total;
};

void
plt_archive_free (PltArchive *self)
{
  g_clear_pointer (&self->loaded, g_hash_table_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self->name);
  g_free (self);
}

/* (transfer full) (nullable): only by the directory at its end, so that an archive that was cut is
 * never read in part. */
static struct archive *
open_reader (const PltArchive *self)
{
  struct archive *reader = self->library->read_new ();

  if (reader != NULL && self->library->support_zip (reader) == ARCHIVE_OK
      && self->library->open_memory (reader, self->bytes, self->length) == ARCHIVE_OK)
    return reader;
  if (reader != NULL)
    self->library->read_free (reader);
  return NULL;
}

/* The next member: ARCHIVE_OK, ARCHIVE_EOF, or anything else for damage. A name that cannot be
 * written in the locale is none that is wanted, so that is no damage. */
static int
next_member (const PltArchive *self,
             struct archive *reader,
             struct archive_entry **entry,
             const char **member)
{
  int state = self->library->next_header (reader, entry);

  if (state == ARCHIVE_WARN)
    state = ARCHIVE_OK;
  *member = state == ARCHIVE_OK ? self->library->entry_pathname (*entry) : NULL;
  return state;
}

static gboolean
list_members (PltArchive *self, GError **error)
{
  struct archive *reader = open_reader (self);
  struct archive_entry *entry;
  const char *member;
  int state = ARCHIVE_FATAL;

  while (reader != NULL && (state = next_member (self, reader, &entry, &member)) == ARCHIVE_OK)
    {
      char *copy = g_strdup (member != NULL ? member : "");

      g_ptr_array_add (self->names, copy);
      g_hash_table_add (self->known, copy);
      if (self->names->len > PLT_ARCHIVE_MAX_MEMBERS)
        break;
    }
  if (reader != NULL)
    self->library->read_free (reader);
  if (self->names->len > PLT_ARCHIVE_MAX_MEMBERS)
    return refuse_members (self->name, error);
  return state == ARCHIVE_EOF && self->names->len > 0 ? TRUE : refuse_damaged (self->name, error);
}

/* Entries of the directory, counted before libarchive makes something of each. */
static gboolean
has_too_many (const char *bytes, gsize length)
{
  guint n = 0;
  const char *end = bytes + length;

  for (const char *p = bytes; (p = memchr (p, 'P', (gsize) (end - p))) != NULL; p++)
    if (end - p >= 4 && memcmp (p, "PK\001\002", 4) == 0 && ++n > 2 * PLT_ARCHIVE_MAX_MEMBERS)
      return TRUE;
  return FALSE;
}

PltArchive *
plt_archive_open (const char *bytes, gsize length, const char *name, GError **error)
{
  g_autoptr (PltArchive) self = NULL;
  const Library *library = get_library (error);

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  if (library == NULL)
    return NULL;
  if (has_too_many (bytes, length))
    {
      refuse_members (name, error);
      return NULL;
    }
  self = g_new0 (PltArchive, 1);
  self->library = library;
  self->bytes = bytes;
  self->length = length;
  self->name = g_strdup (name);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  self->loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_byte_array_unref);
  return list_members (self, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
plt_archive_has (const PltArchive *self, const char *member)
{
  return g_hash_table_contains (self->known, member);
}

GPtrArray *
plt_archive_get_names (const PltArchive *self)
{
  return self->names;
}

const char *
plt_archive_get (const PltArchive *self, const char *member, gsize *length)
{
  GByteArray *bytes = g_hash_table_lookup (self->loaded, member);

  if (bytes == NULL)
    return NULL;
  *length = bytes->len - 1;
  return (const char *) bytes->data;
}

/* ---- unpacking ---- */

static gboolean
unpack (PltArchive *self, struct archive *reader, GByteArray *bytes, GError **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  gsize room = ALWAYS_ALLOWED + self->length * PLT_ARCHIVE_MAX_RATIO;
  la_ssize_t n;

  while ((n = self->library->read_data (reader, piece, PIECE)) > 0)
    {
      self->total += (gsize) n;
      if (bytes->len + (gsize) n > PLT_ARCHIVE_MAX_MEMBER || self->total > PLT_ARCHIVE_MAX_TOTAL
          || self->total > room)
        return refuse_size (self->name, error);
      g_byte_array_append (bytes, piece, (guint) n);
    }
  return n == 0 ? TRUE : refuse_damaged (self->name, error);
}

static gboolean
load_member (PltArchive *self,
             struct archive *reader,
             struct archive_entry *entry,
             const char *member,
             GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const guint8 nul = 0;

  if (self->library->entry_is_encrypted (entry) > 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” is protected by a password: save it without one and import that."),
                   self->name);
      return FALSE;
    }
  if (!unpack (self, reader, bytes, error))
    return FALSE;
  g_byte_array_append (bytes, &nul, 1);
  g_hash_table_insert (self->loaded, g_strdup (member), g_steal_pointer (&bytes));
  return TRUE;
}

static gboolean
load_wanted (PltArchive *self, struct archive *reader, GHashTable *wanted, GError **error)
{
  struct archive_entry *entry;
  const char *member;
  int state;

  while ((state = next_member (self, reader, &entry, &member)) == ARCHIVE_OK)
    {
      if (member == NULL || !g_hash_table_contains (wanted, member))
        continue;
      if (g_hash_table_contains (self->loaded, member))
        {
          g_set_error (error, PLT_ERROR, PLT_ERROR_DAMAGED,
                       _ ("“%s” holds “%s” twice: save it again from the program that wrote it."),
                       self->name, member);
          return FALSE;
        }
      if (!load_member (self, reader, entry, member, error))
        return FALSE;
    }
  return state == ARCHIVE_EOF ? TRUE : refuse_damaged (self->name, error);
}

gboolean
plt_archive_load (PltArchive *self, const char *const *members, GError **error)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  struct archive *reader;
  gboolean ok;

  g_return_val_if_fail (self != NULL && members != NULL, FALSE);

  for (guint i = 0; members[i] != NULL; i++)
    if (plt_archive_has (self, members[i]) && !g_hash_table_contains (self->loaded, members[i]))
      g_hash_table_add (wanted, (gpointer) members[i]);
  if (g_hash_table_size (wanted) == 0)
    return TRUE;
  reader = open_reader (self);
  if (reader == NULL)
    return refuse_damaged (self->name, error);
  ok = load_wanted (self, reader, wanted, error);
  self->library->read_free (reader);
  return ok;
}
