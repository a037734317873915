#include "plt-application.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "plt-alert.h"
#include "plt-gtk-compat.h"
#include "plt-new-production.h"
#include "plt-production-complete.h"
#include "plt-preferences.h"
#include "plt-settings.h"
#include "plt-shortcuts.h"
#include "plt-style-manager.h"

struct _PltApplication
{
  GtkApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (PltApplication, plt_application, GTK_TYPE_APPLICATION)

PltApplication *
plt_application_new (GApplicationFlags extra_flags)
{
  return g_object_new (PLT_TYPE_APPLICATION, "application-id", PLT_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | extra_flags, "resource-base-path",
                       "/org/plateau/Plateau", NULL);
}

static GtkWindow *
active (PltApplication *self)
{
  return gtk_application_get_active_window (GTK_APPLICATION (self));
}

static PltWindow *
find_window (PltApplication *self, const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      PltSession *session
          = PLT_IS_WINDOW (l->data) ? plt_window_get_session (PLT_WINDOW (l->data)) : NULL;

      if (PLT_IS_WINDOW (l->data) && path == NULL && session == NULL)
        return PLT_WINDOW (l->data);
      if (session != NULL && path != NULL && !plt_session_is_read_only (session)
          && g_strcmp0 (plt_store_get_path (plt_session_get_store (session)), path) == 0)
        return PLT_WINDOW (l->data);
    }
  return NULL;
}

PltWindow *
plt_application_show_store (PltApplication *self, PltStore *store)
{
  PltWindow *window;
  g_autoptr (PltSession) session = NULL;

  g_return_val_if_fail (PLT_IS_APPLICATION (self) && PLT_IS_STORE (store), NULL);

  window = find_window (self, NULL);
  if (window == NULL)
    window = plt_window_new (GTK_APPLICATION (self));
  session = plt_session_new (store);
  plt_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static PltWindow *
show_start (PltApplication *self)
{
  PltWindow *window = find_window (self, NULL);

  if (window == NULL)
    window = plt_window_new (GTK_APPLICATION (self));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
open_to_read (PltApplication *self, const char *path)
{
  GError *error = NULL;
  g_autoptr (PltStore) store = plt_store_open (path, PLT_OPEN_READ, &error);

  if (store != NULL)
    plt_application_show_store (self, store);
  else
    plt_alert_take_error (GTK_WINDOW (show_start (self)), _ ("The production could not be opened"),
                          error);
}

static void
on_read_only_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *path = data;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (source));

  if (plt_alert_choose_finish (result, NULL) == 1 && application != NULL)
    open_to_read (PLT_APPLICATION (application), path);
}

static void
offer_to_read (PltApplication *self, const char *path, const GError *error)
{
  const char *const buttons[] = { _ ("_Cancel"), _ ("_Open to Read"), NULL };
  g_autofree char *name = g_path_get_basename (path);
  /* Translators: %s is a file name */
  g_autofree char *message = g_strdup_printf (_ ("“%s” can only be read just now"), name);
  PltWindow *window = active (self) != NULL && PLT_IS_WINDOW (active (self))
                          ? PLT_WINDOW (active (self))
                          : show_start (self);

  plt_alert_choose (GTK_WINDOW (window), message, error->message, buttons, NULL,
                    on_read_only_answer, g_strdup (path));
}

static gboolean
is_script (const char *path)
{
  static const char *const endings[] = { ".fountain", ".fdx", ".docx", ".odt", ".fodt", ".celtx",
                                         ".fadein",   ".osf", ".pdf",  ".txt", ".spmd", NULL };
  g_autofree char *small = g_ascii_strdown (path, -1);

  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (small, endings[i]))
      return TRUE;
  return FALSE;
}

void
plt_application_open_file (PltApplication *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (PltStore) store = NULL;
  PltWindow *window;
  GError *error = NULL;

  g_return_if_fail (PLT_IS_APPLICATION (self) && G_IS_FILE (file));

  if (path == NULL)
    g_set_error (&error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("Only files of this computer can be opened; copy it here first."));
  else if (is_script (path))
    {
      plt_new_production_from_file (
          active (self) != NULL ? active (self) : GTK_WINDOW (show_start (self)), file);
      return;
    }
  else if ((window = find_window (self, path)) != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  else
    store = plt_store_open (path, PLT_OPEN_WRITE, &error);

  if (store != NULL)
    {
      gboolean complete = plt_production_complete (store, &error);

      window = plt_application_show_store (self, store);
      if (!complete)
        plt_alert_take_error (GTK_WINDOW (window),
                              _ ("The reference data of the production could not be completed"),
                              error);
    }
  else if (g_error_matches (error, PLT_ERROR, PLT_ERROR_LOCKED)
           || g_error_matches (error, PLT_ERROR, PLT_ERROR_READ_ONLY))
    {
      offer_to_read (self, path, error);
      g_error_free (error);
    }
  else
    plt_alert_take_error (active (self) != NULL ? active (self) : GTK_WINDOW (show_start (self)),
                          _ ("The production could not be opened"), error);
}

/* ---- actions ---- */

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_new_production_present (active (data), NULL, NULL);
}

static void
on_file_to_open (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PltApplication) self = data;
  g_autoptr (GFile) file = plt_file_finish (result, NULL);

  if (file != NULL)
    plt_application_open_file (self, file);
}

static const char *const production_patterns[] = { "*" PLT_FILE_EXTENSION, NULL };
static const char *const script_patterns[]
    = { "*.fountain", "*.fdx", "*.docx", "*.odt", "*.fodt", "*.celtx",
        "*.fadein",   "*.osf", "*.pdf",  "*.txt", "*.spmd", NULL };
static const char *const all_patterns[] = { "*", NULL };

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const PltFileFilter filters[] = { { _ ("Productions"), production_patterns },
                                    { _ ("Screenplays"), script_patterns },
                                    { _ ("All files"), all_patterns },
                                    { NULL } };
  const PltFileRequest request = { .title = _ ("Open"), .accept = _ ("_Open"), .filters = filters };

  plt_file_open_async (active (data), &request, NULL, on_file_to_open, g_object_ref (data));
}

static void
on_open_script (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const PltFileFilter filters[]
      = { { _ ("Screenplays"), script_patterns }, { _ ("All files"), all_patterns }, { NULL } };
  const PltFileRequest request
      = { .title = _ ("Open a Screenplay"), .accept = _ ("_Open"), .filters = filters };

  plt_file_open_async (active (data), &request, NULL, on_file_to_open, g_object_ref (data));
}

static void
on_open_uri (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  plt_application_open_file (data, file);
}

/* The example as it was built, wherever this program was installed or built. */
static char *
find_example (void)
{
  const char *given = g_getenv ("PLATEAU_EXAMPLE");
  g_autofree char *installed
      = g_build_filename (PLT_DATADIR, "examples", "la-passe" PLT_FILE_EXTENSION, NULL);

  if (given != NULL && g_file_test (given, G_FILE_TEST_EXISTS))
    return g_strdup (given);
  return g_file_test (installed, G_FILE_TEST_EXISTS) ? g_steal_pointer (&installed) : NULL;
}

/* A copy of one's own is opened: the example can be changed without spoiling it. */
static void
on_open_example (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltApplication *self = data;
  g_autofree char *example = find_example ();
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "plateau", NULL);
  g_autofree char *path = g_build_filename (folder, "la-passe" PLT_FILE_EXTENSION, NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  GError *error = NULL;

  if (example != NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autoptr (GFile) source = g_file_new_for_path (example);

      g_mkdir_with_parents (folder, 0700);
      g_file_copy (source, copy, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, &error);
    }
  else if (example == NULL)
    g_set_error (&error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("The example is not installed; begin with a new production."));
  if (error != NULL)
    plt_alert_take_error (active (self), _ ("The example could not be opened"), error);
  else
    plt_application_open_file (self, copy);
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_preferences_present (active (data));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_show_about_dialog (active (data), "program-name", "Plateau", "version", PLT_VERSION,
                         "logo-icon-name", PLT_APP_ID, "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _ ("From the screenplay to the finished production."),
                         "translator-credits", _ ("translator-credits"), NULL);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
}

static const GActionEntry entries[] = {
  { "new", on_new },
  { "open", on_open },
  { "open-script", on_open_script },
  { "open-uri", on_open_uri, "s" },
  { "open-example", on_open_example },
  { "preferences", on_preferences },
  { "about", on_about },
  { "quit", on_quit },
};

static void
plt_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (plt_application_parent_class)->startup (application);

  plt_icons_end_here ();

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  plt_shortcuts_install (GTK_APPLICATION (application));
  plt_style_manager_start (gdk_display_get_default ());
  gtk_window_set_default_icon_name (PLT_APP_ID);
}

static void
plt_application_activate (GApplication *application)
{
  PltApplication *self = PLT_APPLICATION (application);

  if (active (self) != NULL)
    gtk_window_present (active (self));
  else
    show_start (self);
}

static void
plt_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    plt_application_open_file (PLT_APPLICATION (application), files[i]);
}

static void
plt_application_class_init (PltApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = plt_application_startup;
  application_class->activate = plt_application_activate;
  application_class->open = plt_application_open;
}

static void
plt_application_init (PltApplication *self)
{
}
