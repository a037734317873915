#include "plt-settings.h"

#include "config.h"

static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, PLT_APP_ID, TRUE);
  if (schema == NULL)
    {
      g_info ("The settings schema %s is not installed: settings are not kept.", PLT_APP_ID);
      return NULL;
    }
  return g_settings_new (PLT_APP_ID);
}

GSettings *
plt_settings (void)
{
  static gboolean tried = FALSE;
  static GSettings *settings = NULL;

  if (!tried)
    {
      settings = open_settings ();
      tried = TRUE;
    }
  return settings;
}

int
plt_settings_get_int (const char *key, int if_none)
{
  GSettings *settings = plt_settings ();

  return settings != NULL ? g_settings_get_int (settings, key) : if_none;
}

gboolean
plt_settings_get_boolean (const char *key, gboolean if_none)
{
  GSettings *settings = plt_settings ();

  return settings != NULL ? g_settings_get_boolean (settings, key) : if_none;
}

char *
plt_settings_get_string (const char *key)
{
  GSettings *settings = plt_settings ();

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup ("");
}

void
plt_settings_set_int (const char *key, int value)
{
  GSettings *settings = plt_settings ();

  if (settings != NULL)
    g_settings_set_int (settings, key, value);
}

void
plt_settings_set_boolean (const char *key, gboolean value)
{
  GSettings *settings = plt_settings ();

  if (settings != NULL)
    g_settings_set_boolean (settings, key, value);
}

void
plt_settings_set_string (const char *key, const char *value)
{
  GSettings *settings = plt_settings ();

  if (settings != NULL)
    g_settings_set_string (settings, key, value);
}

char **
plt_settings_get_recent (void)
{
  GSettings *settings = plt_settings ();

  return settings != NULL ? g_settings_get_strv (settings, "recent-files") : g_new0 (char *, 1);
}

/* The list without `uri`, and with `first` before the others when it is not NULL. */
static void
rewrite_recent (const char *first, const char *uri)
{
  GSettings *settings = plt_settings ();
  g_auto (GStrv) old = plt_settings_get_recent ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  guint n = 0;

  if (settings == NULL)
    return;
  if (first != NULL)
    {
      g_strv_builder_add (builder, first);
      n++;
    }
  for (guint i = 0; old[i] != NULL && n < PLT_RECENT_MAX; i++)
    if (!g_str_equal (old[i], uri))
      {
        g_strv_builder_add (builder, old[i]);
        n++;
      }
  list = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "recent-files", (const char *const *) list);
}

void
plt_settings_add_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  rewrite_recent (uri, uri);
}

void
plt_settings_remove_recent (const char *uri)
{
  rewrite_recent (NULL, uri);
}

#define LAYOUT_GROUP "Columns"

static char *
layouts_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "plateau", "layouts.ini", NULL);
}

static GKeyFile *
layouts (void)
{
  static GKeyFile *file = NULL;
  g_autofree char *path = NULL;

  if (file != NULL)
    return file;
  file = g_key_file_new ();
  path = layouts_path ();
  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL); /* none the first time */
  return file;
}

char *
plt_settings_get_layout (const char *name)
{
  char *layout = g_key_file_get_string (layouts (), LAYOUT_GROUP, name, NULL);

  return layout != NULL ? layout : g_strdup ("");
}

void
plt_settings_set_layout (const char *name, const char *layout)
{
  g_autofree char *before = plt_settings_get_layout (name);
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;

  if (g_str_equal (before, layout))
    return;
  g_key_file_set_string (layouts (), LAYOUT_GROUP, name, layout);
  path = layouts_path ();
  folder = g_path_get_dirname (path);
  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_key_file_save_to_file (layouts (), path, NULL))
    g_info ("The layout of %s could not be kept in %s.", name, path);
}
