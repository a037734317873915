/* PltGrid: its actions and its context menu. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "plt-grid-private.h"

/* --- Actions --- */

typedef struct
{
  const char *name;
  void (*run) (PltGrid *self);
} Action;

static void
run_fill_down (PltGrid *self)
{
  plt_grid_fill (self, TRUE);
}

static void
run_fill_right (PltGrid *self)
{
  plt_grid_fill (self, FALSE);
}

static void
run_move_up (PltGrid *self)
{
  plt_grid_move_rows (self, plt_grid_get_range (self).row - 1);
}

static void
run_move_down (PltGrid *self)
{
  PltGridRange range = plt_grid_get_range (self);

  plt_grid_move_rows (self, range.row + range.n_rows + 1);
}

static void
run_select_all (PltGrid *self)
{
  plt_grid_selection_set_span (&self->selection, PLT_GRID_SPAN_ALL);
  plt_grid_selection_changed (self, self->selection.active);
}

static void
run_edit (PltGrid *self)
{
  plt_grid_begin_edit (self, NULL, FALSE);
}

static void
run_sort_ascending (PltGrid *self)
{
  plt_grid_sort_column (self, self->selection.active.column, PLT_GRID_SORT_ASCENDING);
}

static void
run_sort_descending (PltGrid *self)
{
  plt_grid_sort_column (self, self->selection.active.column, PLT_GRID_SORT_DESCENDING);
}

static void
run_sort_none (PltGrid *self)
{
  plt_grid_sort_column (self, self->selection.active.column, PLT_GRID_SORT_NONE);
}

static void
touch_axis (PltGrid *self)
{
  self->axis_touched = TRUE;
  plt_grid_axis_changed (self);
}

static void
run_hide_column (PltGrid *self)
{
  PltGridRange range = plt_grid_get_range (self);

  for (int column = range.column + range.n_columns - 1; column >= range.column; column--)
    plt_grid_axis_hide (self->axis, column);
  touch_axis (self);
}

static void
run_show_columns (PltGrid *self)
{
  if (plt_grid_axis_show_all (self->axis))
    touch_axis (self);
}

static void
move_column (PltGrid *self, int by)
{
  int column = self->selection.active.column;

  plt_grid_axis_move (self->axis, column, column + by);
  touch_axis (self);
}

static void
run_column_left (PltGrid *self)
{
  move_column (self, -1);
}

static void
run_column_right (PltGrid *self)
{
  move_column (self, 1);
}

static void
run_fit_column (PltGrid *self)
{
  PltGridRange range = plt_grid_get_range (self);

  for (int column = range.column; column < range.column + range.n_columns; column++)
    plt_grid_fit_column (self, column);
}

static const Action actions[] = {
  { "grid.copy", plt_grid_copy },
  { "grid.cut", plt_grid_cut },
  { "grid.paste", plt_grid_paste },
  { "grid.clear", plt_grid_clear_cells },
  { "grid.fill-down", run_fill_down },
  { "grid.fill-right", run_fill_right },
  { "grid.insert-rows", plt_grid_insert_rows },
  { "grid.delete-rows", plt_grid_delete_rows },
  { "grid.move-rows-up", run_move_up },
  { "grid.move-rows-down", run_move_down },
  { "grid.select-all", run_select_all },
  { "grid.edit", run_edit },
  { "grid.sort-ascending", run_sort_ascending },
  { "grid.sort-descending", run_sort_descending },
  { "grid.sort-none", run_sort_none },
  { "grid.hide-column", run_hide_column },
  { "grid.show-columns", run_show_columns },
  { "grid.column-left", run_column_left },
  { "grid.column-right", run_column_right },
  { "grid.fit-column", run_fit_column },
};

static void
activate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PltGrid *self = PLT_GRID (widget);

  if (!plt_grid_commit_edit (self) || !plt_grid_is_usable (self))
    {
      /* An empty table has no cell, and yet takes its first row. */
      if (self->editor == NULL && g_str_equal (name, "grid.insert-rows"))
        plt_grid_insert_rows (self);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].run (self);
}

void
plt_grid_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, activate_cb);
}

/* --- Context menu --- */

#define NEEDS_EDITING (1u << 31)

typedef struct
{
  const char *label;
  const char *action;
  guint needs; /* PltGridAbilities, and NEEDS_EDITING */
} Item;

static const Item edit_items[] = {
  { N_ ("Cu_t"), "grid.cut", NEEDS_EDITING },
  { N_ ("_Copy"), "grid.copy", 0 },
  { N_ ("_Paste"), "grid.paste", NEEDS_EDITING },
  { N_ ("Cl_ear"), "grid.clear", NEEDS_EDITING },
};
static const Item fill_items[] = {
  { N_ ("Fill _down"), "grid.fill-down", NEEDS_EDITING },
  { N_ ("Fill _right"), "grid.fill-right", NEEDS_EDITING },
};
static const Item row_items[] = {
  { N_ ("_Insert rows above"), "grid.insert-rows", PLT_GRID_CAN_INSERT },
  { N_ ("De_lete rows"), "grid.delete-rows", PLT_GRID_CAN_DELETE },
  { N_ ("Move rows _up"), "grid.move-rows-up", PLT_GRID_CAN_MOVE },
  { N_ ("Move rows dow_n"), "grid.move-rows-down", PLT_GRID_CAN_MOVE },
};
static const Item sort_items[] = {
  { N_ ("Sort _ascending"), "grid.sort-ascending", PLT_GRID_CAN_SORT },
  { N_ ("Sort de_scending"), "grid.sort-descending", PLT_GRID_CAN_SORT },
  { N_ ("_Own order"), "grid.sort-none", PLT_GRID_CAN_SORT },
};
static const Item column_items[] = {
  { N_ ("_Hide column"), "grid.hide-column", 0 },
  { N_ ("Show all colu_mns"), "grid.show-columns", 0 },
  { N_ ("_Fit width"), "grid.fit-column", 0 },
  { N_ ("Move column to the left"), "grid.column-left", 0 },
  { N_ ("Move column to the right"), "grid.column-right", 0 },
};

static const char *
get_accel (const char *action)
{
  for (const PltGridShortcut *s = plt_grid_get_shortcuts (); s->accel != NULL; s++)
    if (g_strcmp0 (s->action, action) == 0)
      return s->accel;
  return NULL;
}

static void
append_section (PltGrid *self, GMenu *menu, const Item *items, guint n)
{
  g_autoptr (GMenu) section = g_menu_new ();
  guint abilities = plt_grid_get_abilities (self) | (self->any_editable ? NEEDS_EDITING : 0);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = NULL;
      const char *accel = get_accel (items[i].action);

      if ((items[i].needs & abilities) != items[i].needs)
        continue;
      item = g_menu_item_new (_ (items[i].label), items[i].action);
      if (accel != NULL)
        g_menu_item_set_attribute (item, "accel", "s", accel);
      g_menu_append_item (section, item);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenuModel *
create_menu (PltGrid *self)
{
  GMenu *menu = g_menu_new ();

  if (self->extra_menu != NULL)
    g_menu_append_section (menu, NULL, self->extra_menu);
  append_section (self, menu, edit_items, G_N_ELEMENTS (edit_items));
  append_section (self, menu, fill_items, G_N_ELEMENTS (fill_items));
  append_section (self, menu, row_items, G_N_ELEMENTS (row_items));
  append_section (self, menu, sort_items, G_N_ELEMENTS (sort_items));
  append_section (self, menu, column_items, G_N_ELEMENTS (column_items));
  return G_MENU_MODEL (menu);
}

static void
menu_closed_cb (PltGrid *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
plt_grid_popup_menu (PltGrid *self, int x, int y)
{
  g_autoptr (GMenuModel) menu = create_menu (self);

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (menu_closed_cb), self);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
