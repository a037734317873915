#include "plt-hours-bar.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"

static GtkWidget *
new_button (const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  /* the next key goes to the grid: Return after typing would press the button again */
  gtk_widget_set_focus_on_click (button, FALSE);
  return button;
}

static GtkWidget *
new_arrow (const char *icon, const char *action, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_focus_on_click (button, FALSE);
  plt_a11y_set_name (button, name);
  return button;
}

static GtkWidget *
new_payroll_button (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _ ("One Line for Each Day…"), "view.hours-payroll-days");
  g_menu_append (menu, _ ("One Line for Each Week…"), "view.hours-payroll-weeks");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Payroll"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  plt_a11y_set_name (button, _ ("Payroll"));
  gtk_widget_set_tooltip_text (button, _ ("Write the hours for the payroll office"));
  gtk_widget_add_css_class (button, "flat");
  return button;
}

void
plt_hours_bar_fill (GtkBox *bar, PltHoursMode mode, GtkWidget *label)
{
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  if (mode != PLT_HOURS_OVERTIME)
    {
      gtk_box_append (bar, new_arrow ("go-previous-symbolic", "view.hours-previous", _ ("Before")));
      gtk_box_append (bar, new_arrow ("go-next-symbolic", "view.hours-next", _ ("After")));
    }
  gtk_box_append (bar, label);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (bar, space);
  if (mode == PLT_HOURS_BY_DAY)
    {
      gtk_box_append (bar, new_button (_ ("As the Call Sheet"), "view.hours-from-sheet",
                                       _ ("Hours as they were planned; typed ones stay")));
      gtk_box_append (bar, new_button (_ ("As the Report"), "view.hours-from-report",
                                       _ ("Real meal and wrap of the day; typed ones stay")));
    }
  if (mode == PLT_HOURS_OVERTIME)
    {
      gtk_box_append (bar, new_button (_ ("Carry to the Budget"), "view.hours-to-budget",
                                       _ ("A line of the budget for each sub-post")));
      return;
    }
  gtk_box_append (
      bar, new_button (_ ("Approve"), "view.hours-approve", _ ("The selected hours are approved")));
  gtk_box_append (bar,
                  new_button (_ ("Sign"), "view.hours-sign", _ ("The selected hours are signed")));
  gtk_box_append (bar, new_button (_ ("Open Again"), "view.hours-reopen",
                                   _ ("The selected hours may be changed again")));
  gtk_box_append (bar, new_payroll_button ());
}
