#include "plt-column-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-a11y.h"

/* "-note:120" -> TRUE when it speaks of "note". */
static gboolean
slot_is (const char *slot, const char *column)
{
  gsize n = strlen (column);

  if (*slot == '-')
    slot++;
  return strncmp (slot, column, n) == 0 && (slot[n] == ':' || slot[n] == '\0');
}

char *
plt_column_chooser_toggle (const char *layout, const char *column, gboolean shown)
{
  g_auto (GStrv) slots = g_strsplit (layout, ";", -1);

  for (guint i = 0; slots[i] != NULL; i++)
    if (slot_is (slots[i], column))
      {
        const char *bare = *slots[i] == '-' ? slots[i] + 1 : slots[i];
        char *slot = g_strconcat (shown ? "" : "-", bare, NULL);

        g_free (slots[i]);
        slots[i] = slot;
      }
  return g_strjoinv (";", slots);
}

gboolean
plt_column_chooser_is_shown (const char *layout, const char *column)
{
  g_auto (GStrv) slots = g_strsplit (layout, ";", -1);

  for (guint i = 0; slots[i] != NULL; i++)
    if (slot_is (slots[i], column))
      return *slots[i] != '-';
  return TRUE;
}

static void
on_toggled (GtkCheckButton *check, PltGrid *grid)
{
  const char *column = g_object_get_data (G_OBJECT (check), "plt-column");
  g_autofree char *before = plt_grid_get_layout (grid);
  g_autofree char *after
      = plt_column_chooser_toggle (before, column, gtk_check_button_get_active (check));

  plt_grid_set_layout (grid, after);
}

static GtkWidget *
new_popover (PltGrid *grid)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  PltGridModel *model = plt_grid_get_model (grid);
  g_autofree char *layout = plt_grid_get_layout (grid);

  for (guint i = 0; i < plt_grid_model_get_n_columns (model); i++)
    {
      PltGridColumn column = { NULL };
      GtkWidget *check;

      plt_grid_model_get_column (model, i, &column);
      check = gtk_check_button_new_with_label (column.title);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   plt_column_chooser_is_shown (layout, column.id));
      g_object_set_data_full (G_OBJECT (check), "plt-column", g_strdup (column.id), g_free);
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), grid, 0);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 400);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  return popover;
}

/* Made anew each time: columns are hidden in the grid itself as well. */
static void
create_popup (GtkMenuButton *button, gpointer grid)
{
  gtk_menu_button_set_popover (button, new_popover (grid));
}

GtkWidget *
plt_column_chooser_new (PltGrid *grid)
{
  GtkWidget *button = gtk_menu_button_new ();

  g_return_val_if_fail (PLT_IS_GRID (grid), NULL);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "plt-columns-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popup, grid, NULL);
  gtk_widget_set_tooltip_text (button, _ ("Choose Columns"));
  plt_a11y_set_name (button, _ ("Choose Columns"));
  return button;
}
