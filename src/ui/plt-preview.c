#include "plt-preview.h"

#include <glib/gi18n-lib.h>

struct _PltPreview
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *stack; /* pages, message */
  GtkWidget *pages;
  GtkWidget *message;
  GtkWidget *bar;
  GtkWidget *page;
  GtkWidget *zoom;
  GtkWidget *fit_width;
  GtkWidget *fit_page;
};

G_DEFINE_FINAL_TYPE (PltPreview, plt_preview, GTK_TYPE_WIDGET)

GtkWidget *
plt_preview_new (void)
{
  return g_object_new (PLT_TYPE_PREVIEW, NULL);
}

PltPageView *
plt_preview_get_pages (PltPreview *self)
{
  g_return_val_if_fail (PLT_IS_PREVIEW (self), NULL);

  return PLT_PAGE_VIEW (self->pages);
}

void
plt_preview_take (PltPreview *self, PltDocument *document, GError *error)
{
  g_return_if_fail (PLT_IS_PREVIEW (self));

  gtk_label_set_label (GTK_LABEL (self->message), error != NULL ? error->message : "");
  plt_page_view_take_document (PLT_PAGE_VIEW (self->pages), document);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    document != NULL ? "pages" : "message");
  gtk_widget_set_sensitive (self->bar, document != NULL);
  g_clear_error (&error);
}

const char *
plt_preview_get_message (PltPreview *self)
{
  g_return_val_if_fail (PLT_IS_PREVIEW (self), "");

  return gtk_label_get_label (GTK_LABEL (self->message));
}

static void
update_bar (PltPreview *self)
{
  PltPageView *pages = PLT_PAGE_VIEW (self->pages);
  guint n = plt_page_view_get_n_pages (pages);
  PltPageFit fit = plt_page_view_get_fit (pages);
  g_autofree char *page = NULL;
  g_autofree char *short_page = NULL;
  g_autofree char *zoom
      = g_strdup_printf ("%d\302\240%%", (int) (plt_page_view_get_zoom (pages) * 100 + 0.5));

  if (n > 0)
    {
      page = g_strdup_printf (_ ("Page %u of %u"), plt_page_view_get_page (pages) + 1, n);
      short_page = g_strdup_printf ("%u / %u", plt_page_view_get_page (pages) + 1, n);
    }
  gtk_label_set_label (GTK_LABEL (self->page), short_page != NULL ? short_page : "");
  gtk_widget_set_tooltip_text (self->page, page);
  if (page != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->page), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    page, -1);
  gtk_label_set_label (GTK_LABEL (self->zoom), zoom);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->fit_width), fit == PLT_PAGE_FIT_WIDTH);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->fit_page), fit == PLT_PAGE_FIT_PAGE);
}

static void
on_smaller (PltPreview *self)
{
  plt_page_view_zoom_step (PLT_PAGE_VIEW (self->pages), -1);
}

static void
on_larger (PltPreview *self)
{
  plt_page_view_zoom_step (PLT_PAGE_VIEW (self->pages), 1);
}

static void
on_fit_width (PltPreview *self)
{
  plt_page_view_set_fit (PLT_PAGE_VIEW (self->pages), PLT_PAGE_FIT_WIDTH);
}

static void
on_fit_page (PltPreview *self)
{
  plt_page_view_set_fit (PLT_PAGE_VIEW (self->pages), PLT_PAGE_FIT_PAGE);
}

static void
name_button (GtkWidget *button, const char *name, const char *keys)
{
  g_autofree char *tooltip = keys != NULL ? g_strdup_printf ("%s (%s)", name, keys) : NULL;

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip != NULL ? tooltip : name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
new_bar (PltPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *smaller = gtk_button_new_from_icon_name ("zoom-out-symbolic");
  GtkWidget *larger = gtk_button_new_from_icon_name ("zoom-in-symbolic");

  self->page = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->page), 0);
  gtk_widget_set_hexpand (self->page, TRUE);
  gtk_widget_add_css_class (self->page, "dim-label");
  self->zoom = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->zoom), 5);
  gtk_label_set_xalign (GTK_LABEL (self->zoom), 1);
  gtk_widget_add_css_class (self->zoom, "numeric");
  self->fit_width = gtk_toggle_button_new_with_label (_ ("Width"));
  self->fit_page = gtk_toggle_button_new_with_label (_ ("Page"));
  name_button (smaller, _ ("Smaller"), "Ctrl+-");
  name_button (larger, _ ("Larger"), "Ctrl++");
  name_button (self->fit_width, _ ("Fit the width"), "Ctrl+0");
  name_button (self->fit_page, _ ("Fit the page"), NULL);
  g_signal_connect_swapped (smaller, "clicked", G_CALLBACK (on_smaller), self);
  g_signal_connect_swapped (larger, "clicked", G_CALLBACK (on_larger), self);
  g_signal_connect_swapped (self->fit_width, "clicked", G_CALLBACK (on_fit_width), self);
  g_signal_connect_swapped (self->fit_page, "clicked", G_CALLBACK (on_fit_page), self);
  gtk_box_append (GTK_BOX (box), self->page);
  gtk_box_append (GTK_BOX (box), smaller);
  gtk_box_append (GTK_BOX (box), self->zoom);
  gtk_box_append (GTK_BOX (box), larger);
  gtk_box_append (GTK_BOX (box), self->fit_width);
  gtk_box_append (GTK_BOX (box), self->fit_page);
  gtk_widget_add_css_class (box, "preview-bar");
  return box;
}

static void
plt_preview_dispose (GObject *object)
{
  PltPreview *self = PLT_PREVIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (plt_preview_parent_class)->dispose (object);
}

static void
plt_preview_class_init (PltPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_preview_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-preview");
}

static void
plt_preview_init (PltPreview *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->stack = gtk_stack_new ();
  self->pages = plt_page_view_new ();
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->message), 48);
  gtk_widget_add_css_class (self->message, "empty-sentence");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->pages);
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "pages");
  gtk_stack_add_named (GTK_STACK (self->stack), self->message, "message");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_set_hexpand (self->stack, TRUE);
  self->bar = new_bar (self);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_box_append (GTK_BOX (self->box), self->bar);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_swapped (self->pages, "page-changed", G_CALLBACK (update_bar), self);
  update_bar (self);
}
