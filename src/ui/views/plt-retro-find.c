/* PltRetroPage: a task is found by typing the beginning of its name on the calendar. */
#include <string.h>

#include "plt-retro-page-private.h"
#include "plt-text.h"

#define PAUSE (G_USEC_PER_SEC) /* and what is typed is another name */

/* The keys of the calendar keep their meaning until a name has been begun; with Shift they begin
 * one. */
static gboolean
is_command (guint keyval)
{
  return keyval == GDK_KEY_l || keyval == GDK_KEY_t || keyval == GDK_KEY_agrave
         || (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
         || (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9);
}

/* Begins the name, or a word of it. */
static gboolean
begins (PltRetroPage *self, guint row, const char *prefix)
{
  g_autofree char *name = plt_retro_model_get_name (self->model, row);
  g_autofree char *folded = plt_text_fold (name);

  for (const char *at = strstr (folded, prefix); at != NULL; at = strstr (at + 1, prefix))
    if (at == folded || !g_ascii_isalnum (at[-1]))
      return TRUE;
  return FALSE;
}

static void
go_to (PltRetroPage *self, const char *prefix)
{
  const guint n = plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model));
  const int at = plt_retro_page_get_row (self);
  /* a first letter goes on to the next one, a longer name may be the one it is on */
  const guint from = (guint) (at >= 0 ? at : 0) + (g_utf8_strlen (prefix, -1) == 1 ? 1 : 0);

  for (guint i = 0; i < n; i++)
    if (begins (self, (from + i) % n, prefix))
      {
        plt_grid_set_cursor (PLT_GRID (self->grid), (from + i) % n, PLT_RETRO_COLUMN_NAME);
        return;
      }
}

gboolean
plt_retro_page_type_ahead (PltRetroPage *self, guint keyval, gint64 now)
{
  const gunichar letter = gdk_keyval_to_unicode (keyval);
  g_autofree char *prefix = NULL;

  g_return_val_if_fail (PLT_IS_RETRO_PAGE (self), FALSE);

  if (now - self->typed_at > PAUSE)
    g_string_truncate (self->typed, 0);
  if (plt_timeline_is_dragging (PLT_TIMELINE (self->timeline))
      || (self->typed->len == 0 ? !g_unichar_isalnum (letter) || is_command (keyval)
                                : !g_unichar_isprint (letter)))
    {
      g_string_truncate (self->typed, 0);
      return FALSE;
    }
  self->typed_at = now;
  g_string_append_unichar (self->typed, letter);
  prefix = plt_text_fold (self->typed->str);
  go_to (self, prefix);
  return TRUE;
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        PltRetroPage *self)
{
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0
         && plt_retro_page_type_ahead (self, keyval, g_get_monotonic_time ());
}

/* Before the calendar reads its own keys: a name that is begun goes on. */
void
plt_retro_page_connect_find (PltRetroPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->timeline, keys);
}
