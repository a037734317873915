#include "plt-moves-view.h"

#include <glib/gi18n-lib.h>

#include "plt-document-kind.h"

#define DAY "movement" /* pages have the names of their tables */
/* what is booked, for whom and when; then what it costs */
#define TRAVEL_COLUMNS                                                                             \
  "person,kind,status,from_date,start_minutes,from_place,to_date,end_minutes,to_place,nights,"     \
  "cost_cents,per_diem_cents,kilometres,number,reference,room,papers,document,note"

struct _PltMovesView
{
  PltView parent_instance;

  GtkWidget *day;
};

G_DEFINE_FINAL_TYPE (PltMovesView, plt_moves_view, PLT_TYPE_VIEW)

PltMovesDay *
plt_moves_view_get_day (PltMovesView *self)
{
  g_return_val_if_fail (PLT_IS_MOVES_VIEW (self), NULL);

  return PLT_MOVES_DAY (self->day);
}

static PltRegister *
shown (PltView *view)
{
  GtkWidget *child = plt_view_get_page_child (view, plt_view_get_page (view));

  return PLT_IS_MOVES_DAY (child) ? plt_moves_day_get_register (PLT_MOVES_DAY (child))
                                  : PLT_REGISTER (child);
}

static gboolean
is_day_shown (PltView *view)
{
  return PLT_IS_MOVES_DAY (plt_view_get_page_child (view, plt_view_get_page (view)));
}

/* ---- actions ---- */

static void
on_add_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltMovesView *self = data;
  PltRegister *reg = shown (data);

  if (reg == plt_moves_day_get_movements (PLT_MOVES_DAY (self->day)))
    plt_moves_day_add (PLT_MOVES_DAY (self->day));
  else
    plt_register_add_row (reg);
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

static void
on_propose (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_moves_day_propose (plt_moves_view_get_day (data));
}

static void
on_copy (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_moves_day_copy_before (plt_moves_view_get_day (data));
}

static void
on_hours (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_moves_day_follow (plt_moves_view_get_day (data));
}

static void
on_add (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_moves_day_add (plt_moves_view_get_day (data));
}

static const GActionEntry entries[] = {
  { "add-row", on_add_row },   { "delete-row", on_delete_row }, { "import-csv", on_import_csv },
  { "columns", on_columns },   { "moves-propose", on_propose }, { "moves-copy", on_copy },
  { "moves-hours", on_hours }, { "moves-add", on_add },
};

static void
update_actions (PltView *view)
{
  static const struct
  {
    const char *action;
    gboolean in_day;
  } writing[] = {
    { "add-row", FALSE },      { "delete-row", FALSE }, { "import-csv", FALSE },
    { "moves-propose", TRUE }, { "moves-copy", TRUE },  { "moves-hours", TRUE },
    { "moves-add", TRUE },
  };
  gboolean may = !plt_session_is_read_only (plt_view_get_session (view));

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    plt_view_set_action_enabled (view, writing[i].action,
                                 may && (!writing[i].in_day || is_day_shown (view)));
}

/* ---- the view ---- */

static void
plt_moves_view_refresh (PltView *view)
{
  plt_moves_day_refresh (plt_moves_view_get_day (PLT_MOVES_VIEW (view)));
}

static void
plt_moves_view_page_shown (PltView *view, const char *page)
{
  if (plt_view_get_session (view) != NULL)
    update_actions (view);
}

static gboolean
plt_moves_view_grab_content_focus (PltView *view)
{
  return plt_register_grab_focus (shown (view));
}

static gboolean
plt_moves_view_focus_next_part (PltView *view)
{
  return is_day_shown (view)
         && plt_moves_day_focus_next_part (plt_moves_view_get_day (PLT_MOVES_VIEW (view)));
}

static gboolean
plt_moves_view_select_ref (PltView *view, PltRef ref)
{
  if (g_strcmp0 (ref.table, "movement") == 0 || g_strcmp0 (ref.table, "movement_stop") == 0)
    {
      plt_view_show_page (view, DAY);
      return plt_moves_day_select_ref (plt_moves_view_get_day (PLT_MOVES_VIEW (view)), ref);
    }
  if (ref.table == NULL || plt_view_get_page_child (view, ref.table) == NULL)
    return FALSE;
  plt_view_show_page (view, ref.table);
  return plt_register_select_ref (shown (view), ref);
}

static gboolean
plt_moves_view_start_search (PltView *view)
{
  plt_register_start_search (shown (view));
  return TRUE;
}

/* The sheet of the day that is shown; else what is booked and owed, or the register. */
static PltDocument *
plt_moves_view_get_document (PltView *view, GError **error)
{
  PltMovesDay *day = plt_moves_view_get_day (PLT_MOVES_VIEW (view));
  PltStore *store = plt_session_get_store (plt_view_get_session (view));
  g_autoptr (PltParams) params = plt_params_new ();

  if (is_day_shown (view) && plt_moves_day_get_date (day) != PLT_DATE_NONE)
    {
      const PltDocumentKind *kind = plt_document_kind_find ("feuille-de-mouvements");
      g_autofree char *date = plt_date_to_iso (plt_moves_day_get_date (day));

      if (plt_moves_day_has_plan (day))
        plt_params_set (params, kind, "day", date, NULL);
      else
        plt_params_set (params, kind, "jours", "tous", NULL);
      return plt_document_build (store, "feuille-de-mouvements", params, error);
    }
  if (g_strcmp0 (plt_view_get_page (view), "travel") == 0)
    return plt_document_build (store, "voyages", params, error);
  return plt_register_get_document (shown (view), error);
}

static void
plt_moves_view_session_set (PltView *view, PltSession *session)
{
  PltMovesView *self = PLT_MOVES_VIEW (view);

  self->day = plt_moves_day_new (session);
  plt_view_add_page (view, DAY, _ ("Day"), self->day);
  plt_view_add_page (view, "vehicle", _ ("Vehicles"), plt_register_new (session, "vehicle", NULL));
  plt_view_add_page (view, "travel", _ ("Travel and Lodging"),
                     plt_register_new (session, "travel", TRAVEL_COLUMNS));
  update_actions (view);
}

static void
plt_moves_view_class_init (PltMovesViewClass *klass)
{
  PltViewClass *view_class = PLT_VIEW_CLASS (klass);

  view_class->session_set = plt_moves_view_session_set;
  view_class->refresh = plt_moves_view_refresh;
  view_class->page_shown = plt_moves_view_page_shown;
  view_class->grab_content_focus = plt_moves_view_grab_content_focus;
  view_class->focus_next_part = plt_moves_view_focus_next_part;
  view_class->select_ref = plt_moves_view_select_ref;
  view_class->start_search = plt_moves_view_start_search;
  view_class->get_document = plt_moves_view_get_document;
}

static void
plt_moves_view_init (PltMovesView *self)
{
  plt_view_add_actions (PLT_VIEW (self), entries, G_N_ELEMENTS (entries));
}
