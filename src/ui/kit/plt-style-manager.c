#include "plt-style-manager.h"

#include "plt-settings.h"

#define PORTAL_DARK 1 /* of the setting color-scheme of the desktop portal */

typedef struct
{
  GtkCssProvider *provider;
  GDBusProxy *portal;
  gboolean desktop_dark;
  gboolean loaded;
  gboolean dark;
} Manager;

static Manager manager;

static void
update (void)
{
  GtkSettings *gtk_settings = gtk_settings_get_default ();
  GSettings *settings = plt_settings ();
  int scheme = settings != NULL ? g_settings_get_enum (settings, "color-scheme") : 0;
  gboolean dark = scheme == 2 || (scheme == 0 && manager.desktop_dark);

  if (manager.loaded && manager.dark == dark)
    return;
  manager.loaded = TRUE;
  manager.dark = dark;
  gtk_css_provider_load_from_resource (manager.provider,
                                       dark ? "/org/plateau/Plateau/css/dark.css"
                                            : "/org/plateau/Plateau/css/light.css");
  g_object_set (gtk_settings, "gtk-application-prefer-dark-theme", dark, NULL);
}

static void
take_desktop_choice (GVariant *value)
{
  g_autoptr (GVariant) inner = g_variant_ref (value);

  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *next = g_variant_get_variant (inner);

      g_variant_unref (inner);
      inner = next;
    }
  if (g_variant_is_of_type (inner, G_VARIANT_TYPE_UINT32))
    {
      manager.desktop_dark = g_variant_get_uint32 (inner) == PORTAL_DARK;
      update ();
    }
}

static void
on_portal_signal (GDBusProxy *proxy, const char *sender, const char *signal, GVariant *parameters)
{
  const char *name_space, *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_str_equal (signal, "SettingChanged")
      || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (parameters, "(&s&sv)", &name_space, &key, &value);
  if (g_str_equal (name_space, "org.freedesktop.appearance") && g_str_equal (key, "color-scheme"))
    take_desktop_choice (value);
}

static void
on_portal_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) reply = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, NULL);
  g_autoptr (GVariant) value = NULL;

  if (reply == NULL || !g_variant_is_of_type (reply, G_VARIANT_TYPE ("(v)")))
    return; /* no portal, or an old one: stay light */
  g_variant_get (reply, "(v)", &value);
  take_desktop_choice (value);
}

static void
on_portal_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  manager.portal = g_dbus_proxy_new_for_bus_finish (result, &error);
  if (manager.portal == NULL)
    {
      g_debug ("No settings portal: %s", error->message);
      return;
    }
  g_signal_connect (manager.portal, "g-signal", G_CALLBACK (on_portal_signal), NULL);
  g_dbus_proxy_call (manager.portal, "Read",
                     g_variant_new ("(ss)", "org.freedesktop.appearance", "color-scheme"),
                     G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, on_portal_read, NULL);
}

void
plt_style_manager_start (GdkDisplay *display)
{
  if (manager.provider != NULL)
    return;

  manager.provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (manager.provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    "/org/plateau/Plateau/icons");
  if (plt_settings () != NULL)
    g_signal_connect (plt_settings (), "changed::color-scheme", G_CALLBACK (update), NULL);
  update ();
  g_dbus_proxy_new_for_bus (
      G_BUS_TYPE_SESSION,
      G_DBUS_PROXY_FLAGS_DO_NOT_AUTO_START | G_DBUS_PROXY_FLAGS_DO_NOT_LOAD_PROPERTIES, NULL,
      "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
      "org.freedesktop.portal.Settings", NULL, on_portal_ready, NULL);
}

gboolean
plt_style_is_dark (void)
{
  return manager.dark;
}
