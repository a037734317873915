#include "plt-paper-trail.h"

#include <string.h>

#include "plt-document-dump.h"

#define EDITION "date"

/* An entry is a list: fingerprint, date of the edition, then name=value of each parameter. */
enum
{
  PRINT,
  DATE,
  PARAMS
};

static char *
trail_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "plateau", "documents.ini", NULL);
}

static GKeyFile *
trail (void)
{
  static GKeyFile *file = NULL;
  g_autofree char *path = NULL;

  if (file == NULL)
    {
      file = g_key_file_new ();
      path = trail_path ();
      g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL); /* none the first time */
    }
  return file;
}

static void
keep (void)
{
  g_autofree char *path = trail_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_key_file_save_to_file (trail (), path, NULL))
    g_info ("What was given out could not be kept in %s.", path);
}

/* Paths may hold signs that a group may not. */
static char *
group_of (PltStore *store)
{
  const char *path = plt_store_get_path (store);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, path != NULL ? path : "", -1);
}

static char *
fingerprint (PltStore *store, const PltDocumentKind *kind, const PltParams *params)
{
  g_autoptr (PltDocument) document = plt_document_build (store, kind->id, params, NULL);
  g_autofree char *text = document != NULL ? plt_document_dump (document, PLT_DUMP_ALL) : NULL;

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text != NULL ? text : "", -1);
}

void
plt_paper_trail_note (PltStore *store, const PltDocumentKind *kind, const PltParams *params)
{
  g_autoptr (GPtrArray) entry = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PltParams) fixed = plt_params_new ();
  g_autofree char *date = plt_date_to_iso (plt_params_edition_date (params));
  g_autofree char *group = group_of (store);

  g_return_if_fail (PLT_IS_STORE (store) && kind != NULL && params != NULL);

  g_ptr_array_add (entry, NULL);
  g_ptr_array_add (entry, g_strdup (date));
  plt_params_set (fixed, kind, EDITION, date, NULL);
  for (const PltParamSpec *spec = kind->params; spec != NULL && spec->id != NULL; spec++)
    {
      const char *value = plt_params_get (params, spec->id);

      if (value == NULL || g_str_equal (spec->id, EDITION))
        continue;
      plt_params_set (fixed, kind, spec->id, value, NULL);
      g_ptr_array_add (entry, g_strdup_printf ("%s=%s", spec->id, value));
    }
  entry->pdata[PRINT] = fingerprint (store, kind, fixed);
  g_key_file_set_string_list (trail (), group, kind->id, (const char *const *) entry->pdata,
                              entry->len);
  keep ();
}

PltTrailState
plt_paper_trail_check (PltStore *store, const PltDocumentKind *kind, PltDate *date)
{
  g_autofree char *group = group_of (store);
  g_auto (GStrv) entry = g_key_file_get_string_list (trail (), group, kind->id, NULL, NULL);
  g_autoptr (PltParams) params = plt_params_new ();
  g_autofree char *now = NULL;

  if (date != NULL)
    *date = PLT_DATE_NONE;
  if (entry == NULL || g_strv_length (entry) < PARAMS)
    return PLT_TRAIL_NEVER;
  plt_params_set (params, kind, EDITION, entry[DATE], NULL);
  for (guint i = PARAMS; entry[i] != NULL; i++)
    {
      const char *equals = strchr (entry[i], '=');
      g_autofree char *name
          = equals != NULL ? g_strndup (entry[i], (gsize) (equals - entry[i])) : NULL;

      if (name != NULL)
        plt_params_set (params, kind, name, equals + 1, NULL);
    }
  if (date != NULL)
    *date = plt_date_from_iso (entry[DATE]);
  now = fingerprint (store, kind, params);
  return g_str_equal (now, entry[PRINT]) ? PLT_TRAIL_CURRENT : PLT_TRAIL_STALE;
}
