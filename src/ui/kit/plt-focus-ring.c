#include "plt-focus-ring.h"

#define DATA "plt-focus-ring"

typedef struct
{
  GtkWindow *window; /* it owns this */
  gboolean key;
  guint showing;
} Ring;

static void
ring_free (gpointer data)
{
  Ring *ring = data;

  g_clear_handle_id (&ring->showing, g_source_remove);
  g_free (ring);
}

static gboolean
show_cb (gpointer data)
{
  Ring *ring = data;

  ring->showing = 0;
  if (ring->key)
    gtk_window_set_focus_visible (ring->window, TRUE);
  return G_SOURCE_REMOVE;
}

/* Not while GTK is at it, but before the next frame: nothing blinks. */
static void
on_focus (GtkWindow *window, GParamSpec *pspec, Ring *ring)
{
  if (ring->key && ring->showing == 0 && !gtk_window_get_focus_visible (window))
    ring->showing = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_cb, ring, NULL);
}

void
plt_focus_ring_note (GtkWindow *window, gboolean key)
{
  Ring *ring;

  g_return_if_fail (GTK_IS_WINDOW (window));

  ring = g_object_get_data (G_OBJECT (window), DATA);
  if (ring != NULL)
    ring->key = key;
}

static gboolean
on_event (GtkEventController *controller, GdkEvent *event, Ring *ring)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_KEY_PRESS || type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    ring->key = type == GDK_KEY_PRESS;
  return GDK_EVENT_PROPAGATE;
}

void
plt_focus_ring_attach (GtkWindow *window)
{
  GtkEventController *events;
  Ring *ring;

  g_return_if_fail (GTK_IS_WINDOW (window));

  ring = g_new0 (Ring, 1);
  ring->window = window;
  events = gtk_event_controller_legacy_new ();
  g_object_set_data_full (G_OBJECT (window), DATA, ring, ring_free);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (on_event), ring);
  gtk_widget_add_controller (GTK_WIDGET (window), events);
  g_signal_connect (window, "notify::focus-visible", G_CALLBACK (on_focus), ring);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (on_focus), ring);
}
