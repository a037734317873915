#include "plt-funders-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-a11y.h"
#include "plt-document-kind.h"
#include "plt-funders-apply.h"
#include "plt-text.h"

struct _PltFundersPage
{
  GtkWidget parent_instance;

  PltSession *session;
  PltFundingCatalogue *catalogue;
  GPtrArray *list; /* (nullable): of PltEligibility; its facts are those of the last refresh */
  GtkWidget *box, *rows, *search, *group, *count;
  GtkWidget *chips[PLT_FUNDERS_N_FILTERS];
  PltFundersDetail *detail;
  char *code; /* of the one chosen */
  gboolean filling;
  guint idle;
};

G_DEFINE_FINAL_TYPE (PltFundersPage, plt_funders_page, GTK_TYPE_WIDGET)

/* ---- groups ---- */

static const PltColumn *
group_column (void)
{
  return plt_table_column (plt_table_find ("funding_source"), "group");
}

static const char *
group_title (const char *id)
{
  const PltColumn *column = group_column ();

  for (guint i = 0; column->choices[i].id != NULL; i++)
    if (strcmp (column->choices[i].id, id) == 0)
      return g_dgettext (GETTEXT_PACKAGE, column->choices[i].title);
  return id;
}

/* ---- rows ---- */

static const PltEligibility *
eligibility_of (PltFundersPage *self, GtkListBoxRow *row)
{
  const char *code = row != NULL ? g_object_get_data (G_OBJECT (row), "plt-code") : NULL;

  return self->list != NULL && code != NULL ? plt_eligibility_find (self->list, code) : NULL;
}

static GtkWidget *
new_label (const char *text, const char *css, int chars)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (chars > 0)
    gtk_label_set_width_chars (GTK_LABEL (label), chars);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

static char *
deadline_text (const PltEligibility *one)
{
  g_autofree char *day = NULL;

  if (one->deadline == PLT_DATE_NONE)
    return g_strdup ("");
  day = plt_date_format_numeric (one->deadline);
  return g_strdup_printf (_ ("%s, %d days"), day, (int) one->days_left);
}

static char *
amount_text (const PltScheme *scheme)
{
  return scheme->most != PLT_UNKNOWN ? plt_money_format (scheme->most) : g_strdup ("");
}

static const char *
application_text (const PltApplicationFacts *application)
{
  if (application == NULL)
    return "";
  if (strcmp (application->answer, "accorde") == 0)
    return _ ("Granted");
  if (strcmp (application->answer, "refuse") == 0)
    return _ ("Refused");
  if (strcmp (application->answer, "ajourne") == 0)
    return _ ("Put off");
  if (strcmp (application->answer, "retire") == 0)
    return _ ("Withdrawn");
  if (application->complete_date != PLT_DATE_NONE)
    return _ ("File complete");
  return application->filed_date != PLT_DATE_NONE ? _ ("Given in") : _ ("In preparation");
}

/* Two lines above one another. */
static GtkWidget *
new_pair (const char *first, const char *second, int chars, float xalign)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *above = new_label (first, NULL, chars);
  GtkWidget *below = new_label (second, "issue-source", chars);

  gtk_label_set_xalign (GTK_LABEL (above), xalign);
  gtk_label_set_xalign (GTK_LABEL (below), xalign);
  gtk_box_append (GTK_BOX (box), above);
  gtk_box_append (GTK_BOX (box), below);
  return box;
}

static GtkWidget *
new_row (const PltEligibility *one)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *note = g_strdup_printf (_ ("%u %% met"), one->note);
  g_autofree char *amount = amount_text (one->scheme);
  g_autofree char *day = deadline_text (one);
  g_autofree char *under = g_strdup_printf (
      "%s%s%s%s%s%s", one->scheme->sure ? "" : _ ("To verify · "), one->scheme->who,
      *day != '\0' ? " · " : "", day, *amount != '\0' ? " · " : "", amount);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", one->scheme->title,
                                           plt_standing_title (one->standing), note);
  GtkWidget *words = new_pair (one->scheme->title, under, 0, 0);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_tooltip_text (words, one->scheme->title);
  gtk_box_append (GTK_BOX (box), new_pair (plt_standing_title (one->standing), note, 10, 0));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), new_label (application_text (one->application), NULL, 0));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "plt-code", (gpointer) one->scheme->code);
  return row;
}

/* ---- filters ---- */

static gboolean
chip_is_on (PltFundersPage *self, PltFundersFilter filter)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->chips[filter]));
}

static gboolean
keeps (GtkListBoxRow *row, gpointer data)
{
  PltFundersPage *self = data;
  const PltEligibility *one = eligibility_of (self, row);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  guint group = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->group));

  if (one == NULL)
    return FALSE;
  if (chip_is_on (self, PLT_FUNDERS_OPEN) && one->standing == PLT_STANDING_CLOSED)
    return FALSE;
  if (chip_is_on (self, PLT_FUNDERS_VERIFY) && one->scheme->sure)
    return FALSE;
  if (chip_is_on (self, PLT_FUNDERS_APPLIED) && one->application == NULL)
    return FALSE;
  if (group > 0 && strcmp (group_column ()->choices[group - 1].id, one->scheme->group) != 0)
    return FALSE;
  return *text == '\0' || plt_text_contains (one->scheme->title, text)
         || plt_text_contains (one->scheme->who, text)
         || plt_text_contains (one->scheme->purpose, text);
}

guint
plt_funders_page_count_shown (PltFundersPage *self)
{
  guint n = 0;

  g_return_val_if_fail (PLT_IS_FUNDERS_PAGE (self), 0);

  for (int i = 0; gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), i) != NULL; i++)
    n += keeps (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), i), self) ? 1 : 0;
  return n;
}

static void
update_count (PltFundersPage *self)
{
  guint n = plt_funders_page_count_shown (self);
  g_autofree char *text = g_strdup_printf (ngettext ("%u financier", "%u financiers", n), n);

  gtk_label_set_label (GTK_LABEL (self->count), text);
}

static void
on_filter (PltFundersPage *self)
{
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->rows));
  update_count (self);
}

void
plt_funders_page_set_filter (PltFundersPage *self, PltFundersFilter filter, gboolean on)
{
  g_return_if_fail (PLT_IS_FUNDERS_PAGE (self) && filter < PLT_FUNDERS_N_FILTERS);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chips[filter]), on);
}

void
plt_funders_page_set_search (PltFundersPage *self, const char *text)
{
  g_return_if_fail (PLT_IS_FUNDERS_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  on_filter (self);
}

/* ---- choosing ---- */

static void
show_chosen (PltFundersPage *self)
{
  plt_funders_detail_show (self->detail, self->list != NULL && self->code != NULL
                                             ? plt_eligibility_find (self->list, self->code)
                                             : NULL);
}

static void
on_row_selected (PltFundersPage *self, GtkListBoxRow *row)
{
  const PltEligibility *one = eligibility_of (self, row);

  if (self->filling || one == NULL)
    return;
  plt_set_str (&self->code, one->scheme->code);
  show_chosen (self);
}

gboolean
plt_funders_page_select (PltFundersPage *self, const char *code)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (PLT_IS_FUNDERS_PAGE (self), FALSE);

  if (self->list == NULL)
    plt_funders_page_refresh (self);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), i)) != NULL; i++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "plt-code"), code) == 0)
      {
        gtk_list_box_select_row (GTK_LIST_BOX (self->rows), row);
        gtk_widget_grab_focus (GTK_WIDGET (row));
        return TRUE;
      }
  return FALSE;
}

gboolean
plt_funders_page_select_ref (PltFundersPage *self, PltRef ref)
{
  const PltFacts *facts;
  const PltApplicationFacts *application;
  const PltApplicationDocumentFacts *document;
  gint64 id = ref.id;

  g_return_val_if_fail (PLT_IS_FUNDERS_PAGE (self), FALSE);

  facts = plt_session_get_facts (self->session);
  document = PLT_FACTS_FIND (facts->application_documents, PltApplicationDocumentFacts, ref.id);
  if (g_strcmp0 (ref.table, "application_document") == 0 && document != NULL)
    id = document->funding_application;
  application = PLT_FACTS_FIND (facts->applications, PltApplicationFacts, id);
  return application != NULL && plt_funders_page_select (self, application->scheme);
}

gboolean
plt_funders_page_grab_focus (PltFundersPage *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (PLT_IS_FUNDERS_PAGE (self), FALSE);

  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->rows));
  return row != NULL ? gtk_widget_grab_focus (GTK_WIDGET (row))
                     : gtk_widget_child_focus (self->rows, GTK_DIR_TAB_FORWARD);
}

void
plt_funders_page_start_search (PltFundersPage *self)
{
  g_return_if_fail (PLT_IS_FUNDERS_PAGE (self));

  gtk_widget_grab_focus (self->search);
}

PltFundersDetail *
plt_funders_page_get_detail (PltFundersPage *self)
{
  g_return_val_if_fail (PLT_IS_FUNDERS_PAGE (self), NULL);

  return self->detail;
}

/* ---- filling ---- */

static void
fill (PltFundersPage *self)
{
  GtkListBoxRow *row;
  GtkListBoxRow *chosen = NULL;

  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rows), GTK_WIDGET (row));
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->catalogue, plt_funding_catalogue_free);
  self->catalogue = plt_funders_load_catalogue (self->session);
  self->list = plt_eligibility_list (
      plt_session_get_facts (self->session), plt_session_get_plan (self->session),
      plt_session_get_budget (self->session), self->catalogue, plt_params_edition_date (NULL));
  for (guint i = 0; i < self->list->len; i++)
    {
      GtkWidget *widget = new_row (self->list->pdata[i]);

      gtk_list_box_append (GTK_LIST_BOX (self->rows), widget);
      if (g_strcmp0 (g_object_get_data (G_OBJECT (widget), "plt-code"), self->code) == 0)
        chosen = GTK_LIST_BOX_ROW (widget);
    }
  if (chosen == NULL && self->list->len > 0)
    {
      chosen = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), 0);
      plt_set_str (&self->code, g_object_get_data (G_OBJECT (chosen), "plt-code"));
    }
  if (chosen != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->rows), chosen);
  self->filling = FALSE;
  update_count (self);
  show_chosen (self);
}

/* Outside of the signal of the control that wrote: it is about to be built again. */
static gboolean
fill_later (gpointer data)
{
  PltFundersPage *self = data;

  self->idle = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

void
plt_funders_page_refresh (PltFundersPage *self)
{
  g_return_if_fail (PLT_IS_FUNDERS_PAGE (self));

  if (self->list == NULL)
    fill (self);
  else if (self->idle == 0)
    self->idle = g_idle_add (fill_later, self);
}

/* What the rows say points into facts that are gone after a change: they are built again. */
static void
on_changed (PltFundersPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    plt_funders_page_refresh (self);
}

static void
plt_funders_page_map (GtkWidget *widget)
{
  fill (PLT_FUNDERS_PAGE (widget));
  GTK_WIDGET_CLASS (plt_funders_page_parent_class)->map (widget);
}

/* ---- building ---- */

static GtkWidget *
new_group_list (PltFundersPage *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  const PltColumn *column = group_column ();

  gtk_string_list_append (names, _ ("All groups"));
  for (guint i = 0; column->choices[i].id != NULL; i++)
    gtk_string_list_append (names, group_title (column->choices[i].id));
  self->group = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  plt_a11y_set_name (self->group, _ ("Group of financiers"));
  g_signal_connect_object (self->group, "notify::selected", G_CALLBACK (on_filter), self,
                           G_CONNECT_SWAPPED);
  return self->group;
}

static GtkWidget *
new_bar (PltFundersPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const char *const titles[] = { _ ("Not closed"), _ ("To verify"), _ ("Applied for") };

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Search a financier"), NULL);
  plt_a11y_set_name (self->search, _ ("Search a financier"));
  gtk_widget_set_size_request (self->search, 220, -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_filter), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), self->search);
  gtk_box_append (GTK_BOX (bar), new_group_list (self));
  for (guint i = 0; i < PLT_FUNDERS_N_FILTERS; i++)
    {
      self->chips[i] = gtk_toggle_button_new_with_label (titles[i]);
      gtk_widget_add_css_class (self->chips[i], "chip");
      gtk_widget_set_valign (self->chips[i], GTK_ALIGN_CENTER);
      g_signal_connect_object (self->chips[i], "toggled", G_CALLBACK (on_filter), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (bar), self->chips[i]);
    }
  self->count = gtk_label_new (NULL);
  gtk_widget_set_hexpand (self->count, TRUE);
  gtk_widget_set_halign (self->count, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_box_append (GTK_BOX (bar), self->count);
  gtk_widget_set_margin_start (bar, 12);
  gtk_widget_set_margin_end (bar, 12);
  gtk_widget_set_margin_top (bar, 6);
  gtk_widget_set_margin_bottom (bar, 6);
  return bar;
}

static GtkWidget *
new_list (PltFundersPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *none = gtk_label_new (_ ("No financier fits: clear the search or a filter."));

  self->rows = gtk_list_box_new ();
  gtk_widget_add_css_class (self->rows, "issues");
  gtk_widget_add_css_class (none, "dim-label");
  gtk_widget_set_margin_top (none, 24);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->rows), none);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_BROWSE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->rows), keeps, self, NULL);
  plt_a11y_set_name (self->rows, _ ("Financiers"));
  g_signal_connect_object (self->rows, "row-selected", G_CALLBACK (on_row_selected), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->rows);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
build (PltFundersPage *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *detail = plt_funders_detail_new (self->session);

  self->detail = PLT_FUNDERS_DETAIL (detail);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), new_bar (self));
  gtk_widget_set_size_request (detail, 320, -1);
  gtk_paned_set_start_child (GTK_PANED (paned), new_list (self));
  gtk_paned_set_end_child (GTK_PANED (paned), detail);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_resize_end_child (GTK_PANED (paned), TRUE);
  gtk_paned_set_position (GTK_PANED (paned), 560);
  gtk_paned_set_wide_handle (GTK_PANED (paned), TRUE);
  gtk_widget_set_vexpand (paned, TRUE);
  gtk_box_append (GTK_BOX (self->box), paned);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
plt_funders_page_dispose (GObject *object)
{
  PltFundersPage *self = PLT_FUNDERS_PAGE (object);

  if (self->idle != 0)
    g_source_remove (self->idle);
  self->idle = 0;
  if (self->rows != NULL)
    gtk_list_box_set_filter_func (GTK_LIST_BOX (self->rows), NULL, NULL, NULL);
  self->rows = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->catalogue, plt_funding_catalogue_free);
  g_clear_object (&self->session);
  g_clear_pointer (&self->code, g_free);

  G_OBJECT_CLASS (plt_funders_page_parent_class)->dispose (object);
}

static void
plt_funders_page_class_init (PltFundersPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_funders_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = plt_funders_page_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plt_funders_page_init (PltFundersPage *self)
{
}

GtkWidget *
plt_funders_page_new (PltSession *session)
{
  PltFundersPage *self;

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_FUNDERS_PAGE, NULL);
  self->session = g_object_ref (session);
  build (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
