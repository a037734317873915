#include "zip-parts.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

GHashTable *
zip_parts_read (const char *path)
{
  GHashTable *parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  struct archive *archive = archive_read_new ();
  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, path, 65536), ==, ARCHIVE_OK);
  struct archive_entry *entry;
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      GString *text = g_string_new (NULL);
      char buffer[4096];
      la_ssize_t got;
      while ((got = archive_read_data (archive, buffer, sizeof buffer)) > 0)
        g_string_append_len (text, buffer, got);
      g_assert_cmpint (got, ==, 0);
      g_hash_table_insert (parts, g_strdup (archive_entry_pathname (entry)),
                           g_string_free (text, FALSE));
    }
  archive_read_free (archive);
  return parts;
}

void
zip_parts_write (GHashTable *parts, const char *path)
{
  struct archive *archive = archive_write_new ();
  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  GHashTableIter iter;
  gpointer name, text;
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &name, &text))
    {
      struct archive_entry *entry = archive_entry_new ();
      archive_entry_set_pathname (entry, name);
      archive_entry_set_size (entry, (la_int64_t) strlen (text));
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, text, strlen (text)), ==, strlen (text));
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
}
