#include "plt-production-view.h"

#include <glib/gi18n-lib.h>

#include "plt-form.h"

#define FORM_WIDTH 560

struct _PltProductionView
{
  PltView parent_instance;

  GtkWidget *scroller;
  GtkWidget *form;
};

G_DEFINE_FINAL_TYPE (PltProductionView, plt_production_view, PLT_TYPE_VIEW)

static void
plt_production_view_session_set (PltView *view, PltSession *session)
{
  PltProductionView *self = PLT_PRODUCTION_VIEW (view);
  g_autoptr (PltRecord) production = plt_store_get_production (plt_session_get_store (session));

  self->form = plt_form_new (session);
  gtk_widget_add_css_class (self->form, "sheet");
  gtk_widget_set_halign (self->form, GTK_ALIGN_START);
  gtk_widget_set_valign (self->form, GTK_ALIGN_START);
  gtk_widget_set_size_request (self->form, FORM_WIDTH, -1);
  plt_form_show (PLT_FORM (self->form), "production", plt_record_get_id (production));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->form);
}

static gboolean
plt_production_view_grab_content_focus (PltView *view)
{
  plt_form_focus (PLT_FORM (PLT_PRODUCTION_VIEW (view)->form), NULL);
  return TRUE;
}

static gboolean
plt_production_view_select_ref (PltView *view, PltRef ref)
{
  if (g_strcmp0 (ref.table, "production") != 0)
    return FALSE;
  plt_form_focus (PLT_FORM (PLT_PRODUCTION_VIEW (view)->form), ref.column);
  return TRUE;
}

static void
plt_production_view_class_init (PltProductionViewClass *klass)
{
  PltViewClass *view_class = PLT_VIEW_CLASS (klass);

  view_class->session_set = plt_production_view_session_set;
  view_class->grab_content_focus = plt_production_view_grab_content_focus;
  view_class->select_ref = plt_production_view_select_ref;
}

static void
plt_production_view_init (PltProductionView *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  plt_view_add_page (PLT_VIEW (self), "sheet", _ ("Form"), self->scroller);
  plt_view_set_carries_form (PLT_VIEW (self), TRUE);
}
