/* The window of the shortcuts: one section a group, first what the view that is shown answers to,
 * then the keys of the widgets it is made of, then the rest. What is typed in the search leaves the
 * rows whose title or keys contain it, accents or not. */
#include "plt-shortcuts.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-board.h"
#include "plt-category-look.h"
#include "plt-dialog.h"
#include "plt-grid.h"
#include "plt-tagger.h"
#include "plt-text.h"
#include "plt-timeline.h"
#include "plt-window.h"

#define WORDS "plt-words" /* of a row: what the search looks in */

typedef struct
{
  GtkBox *sections;
  GtkWidget *nothing;
} Search;

static GtkBox *
new_section (const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *heading = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "group-heading");
  gtk_box_append (GTK_BOX (box), heading);
  return GTK_BOX (box);
}

static void
add_row (GtkBox *section, const char *text, const char *keys)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *title = gtk_label_new (text);
  GtkWidget *label = gtk_label_new (keys);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (label, "keys");
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), label);
  g_object_set_data_full (G_OBJECT (row), WORDS, g_strdup_printf ("%s %s", text, keys), g_free);
  gtk_box_append (section, row);
}

static void
add_keyval (GtkBox *section, const char *title, guint keyval, GdkModifierType modifiers)
{
  g_autofree char *keys = gtk_accelerator_get_label (keyval, modifiers);

  add_row (section, title, keys);
}

/* "Cu_t" -> "Cut" */
static char *
without_mnemonic (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv (NULL, parts);
}

/* The keys of the grid are told by the grid. */
static GtkBox *
new_grid_section (void)
{
  GtkBox *section = new_section (_ ("In a grid"));

  for (const PltGridShortcut *s = plt_grid_get_shortcuts (); s->accel != NULL; s++)
    {
      g_autofree char *title = NULL;
      guint key;
      GdkModifierType modifiers;

      if (s->title == NULL || !gtk_accelerator_parse (s->accel, &key, &modifiers))
        continue;
      title = without_mnemonic (_ (s->title));
      add_keyval (section, title, key, modifiers);
    }
  return section;
}

/* And those of the board by the board. */
static GtkBox *
new_board_section (void)
{
  GtkBox *section = new_section (_ ("On the stripboard"));

  for (const PltBoardShortcut *s = plt_board_get_shortcuts (); s->keyval != 0; s++)
    if (s->title != NULL)
      add_keyval (section, _ (s->title), s->keyval, s->modifiers);
  return section;
}

static GtkBox *
new_timeline_section (void)
{
  GtkBox *section = new_section (_ ("On the timeline"));

  for (const PltTimelineShortcut *s = plt_timeline_get_shortcuts (); s->accel != NULL; s++)
    {
      GdkModifierType modifiers;
      guint keyval;

      gtk_accelerator_parse (s->accel, &keyval, &modifiers);
      add_keyval (section, _ (s->title), keyval, modifiers);
    }
  return section;
}

/* The keys on the text of the screenplay, and the letters that tag. */
static GtkBox *
new_script_section (void)
{
  guint n;
  const PltCategoryLetter *letters = plt_category_letters (&n);
  GtkBox *section = new_section (_ ("In the text of the screenplay"));

  for (const PltTaggerKey *key = plt_tagger_get_keys (); key->keyval != 0; key++)
    add_keyval (section, _ (key->title), key->keyval, key->modifiers);
  for (guint i = 0; i < n; i++)
    {
      /* Translators: %s is the code of a category of elements: "AC" */
      g_autofree char *title = g_strdup_printf (_ ("Tag the words as %s"), letters[i].code);
      char key[8] = "";

      key[g_unichar_to_utf8 (g_unichar_toupper (letters[i].letter), key)] = '\0';
      add_row (section, title, key);
    }
  return section;
}

/* ---- what the view answers to ---- */

static gboolean
is_of_view (PltView *view, const PltShortcut *shortcut)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  return view != NULL && g_str_has_prefix (shortcut->action, "view.")
         && g_action_parse_detailed_name (shortcut->action, &name, &target, NULL)
         && g_action_group_has_action (plt_view_get_actions (view), name + strlen ("view."));
}

/* Whether a widget of the type is on the screen under it. */
static gboolean
shows (GtkWidget *widget, GType type)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, type))
      return TRUE;
  return FALSE;
}

/* The sections of widgets: those the view shows when `shown`, else the others. */
static void
add_widgets (GtkBox *sections, PltView *view, gboolean shown)
{
  const struct
  {
    GType type;
    GtkBox *(*build) (void);
  } widgets[] = {
    { PLT_TYPE_TIMELINE, new_timeline_section },
    { PLT_TYPE_BOARD, new_board_section },
    { PLT_TYPE_TAGGER, new_script_section },
    { PLT_TYPE_GRID, new_grid_section },
  };

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    if ((view != NULL && shows (GTK_WIDGET (view), widgets[i].type)) == shown)
      gtk_box_append (sections, GTK_WIDGET (widgets[i].build ()));
}

/* Of the group, or of the view for a NULL group. */
static void
add_group (GtkBox *sections, PltView *view, const char *group)
{
  GtkBox *section = NULL;

  for (const PltShortcut *s = plt_shortcuts (); s->action != NULL; s++)
    {
      g_autofree char *keys = NULL;
      gboolean of_view = is_of_view (view, s);

      if (s->keys[0] == NULL || of_view != (group == NULL)
          || (group != NULL && !g_str_equal (group, s->group)))
        continue;
      if (section == NULL)
        section = new_section (group != NULL ? _ (group) : _ ("In this view"));
      keys = plt_shortcut_keys_label (s);
      add_row (section, _ (s->title), keys);
    }
  if (section != NULL)
    gtk_box_append (sections, GTK_WIDGET (section));
}

static GtkWidget *
new_sections (PltView *view)
{
  GtkWidget *sections = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  add_group (GTK_BOX (sections), view, NULL);
  add_widgets (GTK_BOX (sections), view, TRUE);
  for (const PltShortcut *s = plt_shortcuts (); s->action != NULL; s++)
    if (g_hash_table_add (done, (gpointer) s->group))
      add_group (GTK_BOX (sections), view, s->group);
  add_widgets (GTK_BOX (sections), view, FALSE);
  return sections;
}

/* ---- search ---- */

static gboolean
filter_section (GtkWidget *section, const char *text)
{
  gboolean any = FALSE;

  for (GtkWidget *row = gtk_widget_get_first_child (section); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const char *words = g_object_get_data (G_OBJECT (row), WORDS);
      gboolean found;

      if (words == NULL)
        continue; /* the heading */
      found = *text == '\0' || plt_text_contains (words, text);
      gtk_widget_set_visible (row, found);
      any = any || found;
    }
  gtk_widget_set_visible (section, any);
  return any;
}

static void
on_search (GtkEditable *entry, Search *search)
{
  gboolean any = FALSE;

  for (GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (search->sections));
       section != NULL; section = gtk_widget_get_next_sibling (section))
    any = filter_section (section, gtk_editable_get_text (entry)) || any;
  gtk_widget_set_visible (search->nothing, !any);
}

/* Escape empties the search first, then closes the window. */
static void
on_stop_search (GtkEditable *entry, PltDialog *dialog)
{
  if (*gtk_editable_get_text (entry) != '\0')
    gtk_editable_set_text (entry, "");
  else
    gtk_window_close (GTK_WINDOW (dialog));
}

GtkWindow *
plt_shortcuts_window_new (GtkWindow *parent)
{
  PltDialog *dialog = plt_dialog_new (parent, _ ("Keyboard Shortcuts"), NULL);
  PltView *view = PLT_IS_WINDOW (parent) ? plt_window_get_view (PLT_WINDOW (parent)) : NULL;
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  Search *search = g_new0 (Search, 1);

  search->sections = GTK_BOX (new_sections (view));
  search->nothing = gtk_label_new (_ ("No shortcut is called that."));
  gtk_widget_add_css_class (search->nothing, "dim-label");
  gtk_widget_set_visible (search->nothing, FALSE);
  gtk_widget_add_css_class (content, "dialog-content");
  g_object_set (entry, "placeholder-text", _ ("Search the shortcuts"), NULL);
  plt_a11y_set_name (entry, _ ("Search the shortcuts"));
  g_signal_connect_data (entry, "changed", G_CALLBACK (on_search), search,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (on_stop_search), dialog, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (search->sections));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (content), entry);
  gtk_box_append (GTK_BOX (content), search->nothing);
  gtk_box_append (GTK_BOX (content), scroller);
  plt_dialog_set_content (dialog, content);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 520, 620);
  return GTK_WINDOW (dialog);
}
