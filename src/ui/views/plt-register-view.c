#include "plt-register-view.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-register.h"
#include "plt-views.h"

struct _PltRegisterView
{
  PltView parent_instance;
};

G_DEFINE_FINAL_TYPE (PltRegisterView, plt_register_view, PLT_TYPE_VIEW)

static PltRegister *
shown (PltView *view)
{
  GtkWidget *child = plt_view_get_page (view) != NULL
                         ? plt_view_get_page_child (view, plt_view_get_page (view))
                         : NULL;

  return child != NULL ? PLT_REGISTER (child) : NULL;
}

static void
on_add_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_register_add_row (shown (data));
}

static void
on_delete_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_register_delete_rows (shown (data));
}

static void
on_import_csv (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_register_import_csv (shown (data));
}

static void
on_columns (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_register_show_columns (shown (data));
}

static const GActionEntry entries[] = {
  { "add-row", on_add_row },
  { "delete-row", on_delete_row },
  { "import-csv", on_import_csv },
  { "columns", on_columns },
};

static void
add_menu (PltView *view)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) rows = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (rows, _ ("Add a Row"), "view.add-row");
  g_menu_append (rows, _ ("Delete the Selected Rows"), "view.delete-row");
  g_menu_append (rows, _ ("Choose Columns"), "view.columns");
  g_menu_append (files, _ ("Import CSV…"), "view.import-csv");
  g_menu_append (files, _ ("Export as XLSX…"), "win.export-xlsx");
  g_menu_append (files, _ ("Export as CSV…"), "win.export-csv");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rows));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Rows, import and export"));
  plt_a11y_set_name (button, _ ("Rows, import and export"));
  plt_view_add_header_widget (view, NULL, button);
}

static void
plt_register_view_session_set (PltView *view, PltSession *session)
{
  g_auto (GStrv) tables = g_strsplit (plt_view_get_info (view)->tables, ",", -1);

  for (guint i = 0; tables[i] != NULL; i++)
    plt_view_add_page (view, tables[i], plt_table_title (plt_table_find (tables[i])),
                       plt_register_new (session, tables[i], NULL));
  add_menu (view);
  if (plt_session_is_read_only (session))
    {
      plt_view_set_action_enabled (view, "add-row", FALSE);
      plt_view_set_action_enabled (view, "delete-row", FALSE);
      plt_view_set_action_enabled (view, "import-csv", FALSE);
    }
}

static gboolean
plt_register_view_grab_content_focus (PltView *view)
{
  return shown (view) != NULL && plt_register_grab_focus (shown (view));
}

static gboolean
plt_register_view_select_ref (PltView *view, PltRef ref)
{
  if (ref.table == NULL || plt_view_get_page_child (view, ref.table) == NULL)
    return FALSE;
  plt_view_show_page (view, ref.table);
  return plt_register_select_ref (shown (view), ref);
}

static gboolean
plt_register_view_start_search (PltView *view)
{
  if (shown (view) == NULL)
    return FALSE;
  plt_register_start_search (shown (view));
  return TRUE;
}

static PltDocument *
plt_register_view_get_document (PltView *view, GError **error)
{
  return plt_register_get_document (shown (view), error);
}

static void
plt_register_view_class_init (PltRegisterViewClass *klass)
{
  PltViewClass *view_class = PLT_VIEW_CLASS (klass);

  view_class->session_set = plt_register_view_session_set;
  view_class->grab_content_focus = plt_register_view_grab_content_focus;
  view_class->select_ref = plt_register_view_select_ref;
  view_class->start_search = plt_register_view_start_search;
  view_class->get_document = plt_register_view_get_document;
}

static void
plt_register_view_init (PltRegisterView *self)
{
  plt_view_add_actions (PLT_VIEW (self), entries, G_N_ELEMENTS (entries));
}
