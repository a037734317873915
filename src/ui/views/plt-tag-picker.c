#include "plt-tag-picker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-a11y.h"
#include "plt-breakdown.h"
#include "plt-category-look.h"
#include "plt-text.h"

#define MAX_ELEMENTS 6
#define MIN_WORD 3 /* shorter ones are articles */
#define LIST_HEIGHT 300

struct _PltTagPicker
{
  GtkPopover parent_instance;

  PltSession *session;
  char *words;

  GtkWidget *name;
  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *scroller;
};

G_DEFINE_FINAL_TYPE (PltTagPicker, plt_tag_picker, GTK_TYPE_POPOVER)

enum
{
  CATEGORY_CHOSEN,
  ELEMENT_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a row stands for: one of them is not 0. */
typedef struct
{
  gint64 category, element;
} Choice;

GtkEditable *
plt_tag_picker_get_search (PltTagPicker *self)
{
  g_return_val_if_fail (PLT_IS_TAG_PICKER (self), NULL);

  return GTK_EDITABLE (self->search);
}

GtkEditable *
plt_tag_picker_get_name (PltTagPicker *self)
{
  g_return_val_if_fail (PLT_IS_TAG_PICKER (self), NULL);

  return GTK_EDITABLE (self->name);
}

/* ---- the rows ---- */

static void
add_row (PltTagPicker *self,
         const PltCategoryFacts *category,
         const char *text,
         const char *hint,
         Choice choice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *code = gtk_label_new (category->code);
  GtkWidget *name = gtk_label_new (text);
  GtkWidget *more = gtk_label_new (hint);
  g_autofree char *spoken = g_strdup_printf ("%s %s %s", category->code, text, hint);

  gtk_label_set_width_chars (GTK_LABEL (code), 4);
  gtk_label_set_xalign (GTK_LABEL (code), 0);
  gtk_widget_add_css_class (code, "category-code");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (more, "keys");
  gtk_box_append (GTK_BOX (box), code);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), more);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  plt_a11y_set_name (row, spoken);
  g_object_set_data_full (G_OBJECT (row), "plt-choice", g_memdup2 (&choice, sizeof choice), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_heading (PltTagPicker *self, const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "group-heading");
  gtk_widget_add_css_class (label, "flush");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* Whether one of the words is in the name, or the name in the words. */
static gboolean
is_alike (const char *name, const char *words)
{
  g_autofree char *folded = plt_text_fold (words);
  g_auto (GStrv) parts = g_strsplit_set (folded, " '’-,.;:!?\n", -1);

  if (*name == '\0')
    return FALSE;
  if (plt_text_contains (words, name))
    return TRUE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_utf8_strlen (parts[i], -1) >= MIN_WORD && plt_text_contains (name, parts[i]))
      return TRUE;
  return FALSE;
}

static void
add_elements (PltTagPicker *self, const PltFacts *facts, const char *filter)
{
  guint shown = 0;

  for (guint i = 0; i < facts->elements.n && shown < MAX_ELEMENTS; i++)
    {
      const PltElementFacts *element = &facts->elements.items[i];
      const PltCategoryFacts *category
          = PLT_FACTS_FIND (facts->categories, PltCategoryFacts, element->category);
      g_autoptr (GPtrArray) sequences = NULL;
      g_autofree char *text = NULL;
      g_autofree char *hint = NULL;

      if (category == NULL
          || (*filter != '\0' ? !plt_text_contains (element->name, filter)
                              : !is_alike (element->name, self->words)))
        continue;
      if (shown++ == 0)
        add_heading (self, _ ("Elements there are"));
      sequences = plt_breakdown_sequences_of (facts, element->id);
      /* Translators: an element and its category: "Lantern — Props" */
      text = g_strdup_printf (_ ("%s — %s"), element->name, category->name);
      hint = g_strdup_printf (ngettext ("%u seq.", "%u seq.", sequences->len), sequences->len);
      add_row (self, category, text, hint, (Choice){ 0, element->id });
    }
}

/* A letter alone is the category of that letter; else code, or part of the name. */
static gboolean
category_matches (const PltFacts *facts, const PltCategoryFacts *category, const char *filter)
{
  g_autofree char *code = plt_text_fold (category->code);
  g_autofree char *folded = plt_text_fold (filter);

  if (*filter == '\0')
    return TRUE;
  return g_str_has_prefix (code, folded) || plt_text_contains (category->name, filter);
}

static void
add_category (PltTagPicker *self, const PltCategoryFacts *category)
{
  gunichar letter = plt_category_letter (category->code);
  char hint[8] = "";

  if (letter != 0)
    hint[g_unichar_to_utf8 (letter, hint)] = '\0';
  add_row (self, category, category->name, hint, (Choice){ category->id, 0 });
}

static void
add_categories (PltTagPicker *self, const PltFacts *facts, const char *filter)
{
  const PltCategoryFacts *first = g_utf8_strlen (filter, -1) == 1
                                      ? plt_category_of_letter (facts, g_utf8_get_char (filter))
                                      : NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < facts->categories.n; i++)
    any = any || category_matches (facts, &facts->categories.items[i], filter);
  if (!any && first == NULL)
    return;
  add_heading (self, _ ("Categories"));
  if (first != NULL)
    add_category (self, first);
  for (guint i = 0; i < facts->categories.n; i++)
    if (&facts->categories.items[i] != first
        && category_matches (facts, &facts->categories.items[i], filter))
      add_category (self, &facts->categories.items[i]);
}

/* The row `step` further that can be chosen; the first or last one beyond the ends. */
static void
choose_beside (PltTagPicker *self, int step)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *now = gtk_list_box_get_selected_row (list);
  int at = now != NULL ? gtk_list_box_row_get_index (now) + step : 0;
  GtkListBoxRow *row;
  graphene_rect_t bounds;

  while ((row = gtk_list_box_get_row_at_index (list, at)) != NULL
         && !gtk_list_box_row_get_selectable (row))
    at += step;
  if (row == NULL)
    return;
  gtk_list_box_select_row (list, row);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), self->list, &bounds))
    gtk_adjustment_clamp_page (
        gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
        (double) bounds.origin.y, (double) (bounds.origin.y + bounds.size.height));
}

static void
fill (PltTagPicker *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autofree char *filter
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  gboolean letter = g_utf8_strlen (filter, -1) == 1;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  if (letter)
    add_categories (self, facts, filter);
  add_elements (self, facts, filter);
  if (!letter)
    add_categories (self, facts, filter);
  choose_beside (self, 1);
}

/* ---- choosing ---- */

void
plt_tag_picker_take (PltTagPicker *self)
{
  GtkListBoxRow *row;
  Choice choice;
  g_autofree char *name = NULL;
  g_autoptr (PltTagPicker) held = NULL;

  g_return_if_fail (PLT_IS_TAG_PICKER (self));

  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  if (row == NULL)
    return;
  held = g_object_ref (self);
  choice = *(Choice *) g_object_get_data (G_OBJECT (row), "plt-choice");
  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  gtk_popover_popdown (GTK_POPOVER (self));
  if (choice.element != 0)
    g_signal_emit (self, signals[ELEMENT_CHOSEN], 0, choice.element);
  else
    g_signal_emit (self, signals[CATEGORY_CHOSEN], 0, choice.category,
                   *name != '\0' && !g_str_equal (name, self->words) ? name : NULL);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, PltTagPicker *self)
{
  gtk_list_box_select_row (list, row);
  plt_tag_picker_take (self);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        PltTagPicker *self)
{
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    choose_beside (self, 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    choose_beside (self, -1);
  else
    return FALSE;
  return TRUE;
}

/* ---- the object ---- */

static gboolean
remove_cb (gpointer data)
{
  g_autoptr (GtkWidget) widget = data;

  if (gtk_widget_get_parent (widget) != NULL)
    gtk_widget_unparent (widget);
  return G_SOURCE_REMOVE;
}

static void
plt_tag_picker_closed (GtkPopover *popover)
{
  g_idle_add (remove_cb, g_object_ref (popover));
}

static GtkWidget *
new_entry (PltTagPicker *self, GtkWidget *entry, const char *placeholder)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set (entry, "placeholder-text", placeholder, NULL);
  plt_a11y_set_name (entry, placeholder);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (plt_tag_picker_take), self);
  return entry;
}

GtkWidget *
plt_tag_picker_new (PltSession *session, const char *words)
{
  PltTagPicker *self = g_object_new (PLT_TYPE_TAG_PICKER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->words = g_strdup (words);
  self->name = new_entry (self, gtk_entry_new (), _ ("Name of the element"));
  self->search = new_entry (self, gtk_search_entry_new (), _ ("Category, letter or element"));
  gtk_editable_set_text (GTK_EDITABLE (self->name), words);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (fill), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (self->scroller, 280, LIST_HEIGHT);
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  fill (self);
  return GTK_WIDGET (self);
}

static void
plt_tag_picker_finalize (GObject *object)
{
  PltTagPicker *self = PLT_TAG_PICKER (object);

  g_free (self->words);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_tag_picker_parent_class)->finalize (object);
}

static void
plt_tag_picker_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plt_tag_picker_parent_class)->map (widget);
  gtk_widget_grab_focus (PLT_TAG_PICKER (widget)->search);
}

static void
plt_tag_picker_class_init (PltTagPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_tag_picker_finalize;
  GTK_WIDGET_CLASS (klass)->map = plt_tag_picker_map;
  GTK_POPOVER_CLASS (klass)->closed = plt_tag_picker_closed;
  signals[CATEGORY_CHOSEN]
      = g_signal_new ("category-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  signals[ELEMENT_CHOSEN]
      = g_signal_new ("element-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
plt_tag_picker_init (PltTagPicker *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "categories");
  plt_a11y_set_name (self->list, _ ("Elements and categories"));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "tag-picker");
}
