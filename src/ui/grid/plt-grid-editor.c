#include "config.h"

#include <string.h>

#include "plt-grid-completion.h"
#include "plt-grid-editor.h"
#include "plt-grid-navigation.h"

#define MAX_PROPOSALS 200
#define MAX_LIST_HEIGHT 240

enum
{
  FINISH,
  FINISH_ALL,
  GIVE_UP,
  CHANGED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

struct _PltGridEditor
{
  GtkWidget parent;

  GtkWidget *text;
  gboolean entering; /* arrows finish */

  PltGridCompletion *completion; /* (nullable) */
  gboolean only;
  gboolean typing;    /* the text changed, the caret did not yet */
  gboolean words;     /* the proposals are for the word at the caret */
  GtkWidget *popover; /* made when first needed */
  GtkStringList *matches;
  GtkSingleSelection *selection;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PltGridEditor, plt_grid_editor, GTK_TYPE_WIDGET)

/* --- Proposals --- */

static gboolean
is_open (PltGridEditor *self)
{
  return self->popover != NULL && gtk_widget_get_visible (self->popover);
}

static void
close_proposals (PltGridEditor *self)
{
  if (is_open (self))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* (transfer full): what a proposal puts into the text: what stands before its tab. */
static char *
word_of (const char *proposal)
{
  return g_strndup (proposal, strcspn (proposal, "\t"));
}

/* (transfer full) (nullable) */
static char *
get_chosen (PltGridEditor *self)
{
  GtkStringObject *item
      = is_open (self) ? gtk_single_selection_get_selected_item (self->selection) : NULL;

  return item != NULL ? word_of (gtk_string_object_get_string (item)) : NULL;
}

static gboolean
has_chosen (PltGridEditor *self)
{
  return is_open (self) && gtk_single_selection_get_selected_item (self->selection) != NULL;
}

static gsize
get_caret (PltGridEditor *self)
{
  const char *text = plt_grid_editor_get_text (self);

  return (
      gsize) (g_utf8_offset_to_pointer (text, gtk_editable_get_position (GTK_EDITABLE (self->text)))
              - text);
}

/* Puts a proposal in the place of the word at the caret. */
static void
put_word (PltGridEditor *self, const char *proposal)
{
  const char *text = plt_grid_editor_get_text (self);
  g_autofree const char **matches = NULL;
  g_autofree char *all = NULL;
  gsize start, end;
  glong position;

  matches
      = plt_grid_completion_match_word (self->completion, text, get_caret (self), 1, &start, &end);
  position = g_utf8_strlen (text, (gssize) start) + g_utf8_strlen (proposal, -1);
  all = g_strdup_printf ("%.*s%s%s", (int) start, text, proposal, text + end);
  plt_grid_editor_set_text (self, all);
  gtk_editable_set_position (GTK_EDITABLE (self->text), (int) position);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_proposal (PltGridEditor *self, const char *proposal)
{
  if (self->words)
    put_word (self, proposal);
  else
    plt_grid_editor_set_text (self, proposal);
}

static void
proposal_activated_cb (GtkListView *list, guint position, PltGridEditor *self)
{
  g_autofree char *text = word_of (gtk_string_list_get_string (self->matches, position));

  take_proposal (self, text);
  close_proposals (self);
  if (!self->words)
    g_signal_emit (self, signals[FINISH], 0, -1);
}

static GtkWidget *
new_row_label (int max_chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), max_chars);
  return label;
}

/* A word, and at its right what it means. */
static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *meaning = new_row_label (40);

  gtk_widget_add_css_class (meaning, "dim-label");
  gtk_widget_set_hexpand (meaning, TRUE);
  gtk_label_set_xalign (GTK_LABEL (meaning), 1);
  gtk_box_append (GTK_BOX (box), new_row_label (60));
  gtk_box_append (GTK_BOX (box), meaning);
  gtk_list_item_set_child (item, box);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *meaning = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  const char *tab = strchr (text, '\t');
  g_autofree char *word = word_of (text);

  gtk_label_set_text (GTK_LABEL (label), word);
  gtk_label_set_text (GTK_LABEL (meaning), tab != NULL ? tab + 1 : "");
  gtk_widget_set_visible (meaning, tab != NULL);
}

static void
create_popover (PltGridEditor *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  self->matches = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->matches)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  g_signal_connect (self->list, "activate", G_CALLBACK (proposal_activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);

  /* The keyboard stays in the text: nothing in here takes the focus or grabs it. */
  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
choose (PltGridEditor *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

static void
show_matches (PltGridEditor *self, const char *text)
{
  g_autofree const char **matches = NULL;
  gsize start = 0, end = 0;
  guint n = 0;

  if (self->words && text[0] != '\0')
    matches = plt_grid_completion_match_word (self->completion, text, get_caret (self),
                                              MAX_PROPOSALS, &start, &end);
  else
    matches = plt_grid_completion_match (self->completion, text, MAX_PROPOSALS);
  if (self->popover == NULL)
    create_popover (self);
  gtk_string_list_splice (self->matches, 0, g_list_model_get_n_items (G_LIST_MODEL (self->matches)),
                          matches);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->matches));
  if (n == 0
      || (self->words && n == 1 && text[0] != '\0' && strcspn (matches[0], "\t") == end - start
          && strncmp (text + start, matches[0], end - start) == 0))
    {
      close_proposals (self);
      return;
    }
  choose (self, self->only && text[0] != '\0' ? 0 : GTK_INVALID_LIST_POSITION);
  if (!is_open (self))
    gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
step_proposals (PltGridEditor *self, int step)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->matches));
  guint selected = gtk_single_selection_get_selected (self->selection);
  int at = selected == GTK_INVALID_LIST_POSITION ? (step > 0 ? 0 : n - 1) : (int) selected + step;

  choose (self, (guint) CLAMP (at, 0, n - 1));
}

void
plt_grid_editor_open_proposals (PltGridEditor *self)
{
  const char *text = plt_grid_editor_get_text (self);
  int same;

  if (self->completion == NULL)
    return;
  /* Asked for by key: all of them, unless half a word was typed. */
  same = plt_grid_completion_find (self->completion, text);
  show_matches (self, same >= 0 ? "" : text);
  if (!is_open (self))
    show_matches (self, "");
  if (same >= 0 && same < MAX_PROPOSALS)
    choose (self, (guint) same);
}

void
plt_grid_editor_set_proposals (PltGridEditor *self, const char *const *proposals, gboolean only)
{
  close_proposals (self);
  g_clear_pointer (&self->completion, plt_grid_completion_free);
  if (proposals != NULL)
    self->completion = plt_grid_completion_new (proposals);
  self->only = only;
}

void
plt_grid_editor_set_words (PltGridEditor *self, gboolean words)
{
  self->words = words;
}

/* --- Keys --- */

void
plt_grid_editor_settle (PltGridEditor *self)
{
  g_autofree char *chosen = get_chosen (self);

  if (chosen != NULL)
    take_proposal (self, chosen);
  close_proposals (self);
}

static gboolean
finish (PltGridEditor *self, int move)
{
  g_signal_emit (self, signals[FINISH], 0, move);
  return TRUE;
}

static int
get_arrow_move (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
      return PLT_GRID_MOVE_LEFT;
    case GDK_KEY_Right:
      return PLT_GRID_MOVE_RIGHT;
    case GDK_KEY_Up:
      return PLT_GRID_MOVE_UP;
    case GDK_KEY_Down:
      return PLT_GRID_MOVE_DOWN;
    case GDK_KEY_Home:
      return PLT_GRID_MOVE_ROW_START;
    case GDK_KEY_End:
      return PLT_GRID_MOVE_ROW_END;
    case GDK_KEY_Page_Up:
      return PLT_GRID_MOVE_PAGE_UP;
    case GDK_KEY_Page_Down:
      return PLT_GRID_MOVE_PAGE_DOWN;
    default:
      return -1;
    }
}

static gboolean
press_arrow (PltGridEditor *self, guint keyval, GdkModifierType modifiers)
{
  int move = get_arrow_move (keyval);
  gboolean vertical = keyval == GDK_KEY_Up || keyval == GDK_KEY_Down;

  if (move < 0)
    return FALSE;
  if (vertical && is_open (self) && modifiers == 0)
    {
      step_proposals (self, keyval == GDK_KEY_Down ? 1 : -1);
      return TRUE;
    }
  if (keyval == GDK_KEY_Down && modifiers == GDK_ALT_MASK)
    {
      plt_grid_editor_open_proposals (self);
      return TRUE;
    }
  if (self->entering && modifiers == 0)
    return finish (self, move);
  /* A single line has no other line to go to; the grid must not take the key either. */
  return vertical || keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_Page_Down;
}

gboolean
plt_grid_editor_press_key (PltGridEditor *self, guint keyval, GdkModifierType state)
{
  GdkModifierType modifiers
      = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  /* A chosen word goes into the formula, which goes on. */
  if (self->words && modifiers == 0 && has_chosen (self)
      && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_Tab))
    {
      plt_grid_editor_settle (self);
      return TRUE;
    }
  switch (keyval)
    {
    case GDK_KEY_Escape:
      if (is_open (self))
        close_proposals (self);
      else
        g_signal_emit (self, signals[GIVE_UP], 0);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if ((modifiers & GDK_CONTROL_MASK) != 0)
        g_signal_emit (self, signals[FINISH_ALL], 0);
      else
        finish (self, (modifiers & GDK_SHIFT_MASK) != 0 ? PLT_GRID_MOVE_UP : PLT_GRID_MOVE_DOWN);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if ((modifiers & GDK_CONTROL_MASK) != 0)
        return FALSE;
      return finish (self, (modifiers & GDK_SHIFT_MASK) != 0 ? PLT_GRID_MOVE_PREVIOUS
                                                             : PLT_GRID_MOVE_NEXT);
    case GDK_KEY_F2:
      self->entering = !self->entering;
      return TRUE;
    default:
      return press_arrow (self, keyval, modifiers);
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                PltGridEditor *self)
{
  return plt_grid_editor_press_key (self, keyval, state);
}

/* The caret follows what was typed only after the text changed: the word at it is known now. */
static void
caret_moved_cb (PltGridEditor *self)
{
  const char *text = plt_grid_editor_get_text (self);

  if (!self->typing)
    return;
  self->typing = FALSE;
  if (self->words && self->completion != NULL && text[0] != '\0'
      && gtk_widget_get_mapped (GTK_WIDGET (self))
      && plt_grid_completion_find (self->completion, text) < 0)
    show_matches (self, text);
}

static void
text_changed_cb (PltGridEditor *self)
{
  const char *text = plt_grid_editor_get_text (self);

  if (self->completion != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      if (text[0] == '\0'
          || (!self->only && plt_grid_completion_find (self->completion, text) >= 0))
        close_proposals (self);
      else
        show_matches (self, text);
    }
  self->typing = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Within the window: when the window itself loses the keyboard, the text still has it there. */
static void
focus_changed_cb (PltGridEditor *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL && focus != self->text && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_signal_emit (self, signals[LEFT], 0);
}

static void
plt_grid_editor_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plt_grid_editor_parent_class)->root (widget);
  g_signal_connect_swapped (gtk_widget_get_root (widget), "notify::focus-widget",
                            G_CALLBACK (focus_changed_cb), widget);
}

static void
plt_grid_editor_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_changed_cb, widget);
  GTK_WIDGET_CLASS (plt_grid_editor_parent_class)->unroot (widget);
}

/* --- The widget --- */

static gboolean
plt_grid_editor_grab_focus (GtkWidget *widget)
{
  return gtk_text_grab_focus_without_selecting (GTK_TEXT (PLT_GRID_EDITOR (widget)->text));
}

static void
plt_grid_editor_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  gtk_widget_measure (PLT_GRID_EDITOR (widget)->text, orientation, -1, minimum, natural, NULL,
                      NULL);
}

static void
plt_grid_editor_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PltGridEditor *self = PLT_GRID_EDITOR (widget);
  int text_height;

  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, -1, NULL, &text_height, NULL, NULL);
  gtk_widget_size_allocate (
      self->text,
      &(GtkAllocation){ 6, (height - text_height) / 2, MAX (width - 11, 1), text_height }, -1);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
plt_grid_editor_dispose (GObject *object)
{
  PltGridEditor *self = PLT_GRID_EDITOR (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->matches);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->completion, plt_grid_completion_free);
  G_OBJECT_CLASS (plt_grid_editor_parent_class)->dispose (object);
}

static void
plt_grid_editor_class_init (PltGridEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_grid_editor_dispose;
  widget_class->root = plt_grid_editor_root;
  widget_class->unroot = plt_grid_editor_unroot;
  widget_class->grab_focus = plt_grid_editor_grab_focus;
  widget_class->measure = plt_grid_editor_measure;
  widget_class->size_allocate = plt_grid_editor_size_allocate;
  signals[FINISH] = g_signal_new ("finish", PLT_TYPE_GRID_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[FINISH_ALL] = g_signal_new ("finish-all", PLT_TYPE_GRID_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GIVE_UP] = g_signal_new ("give-up", PLT_TYPE_GRID_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", PLT_TYPE_GRID_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", PLT_TYPE_GRID_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "plt-grid-editor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plt_grid_editor_init (PltGridEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->text = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (self->text, "notify::cursor-position", G_CALLBACK (caret_moved_cb),
                            self);
  /* Bubble phase on the text itself: after its input method, before its own key bindings. */
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->text, keys);
}

/**
 * plt_grid_editor_new:
 * @text: to begin with
 * @typed: begun by typing: the arrows finish
 * @color: (nullable): of the text; %NULL for the theme's
 */
GtkWidget *
plt_grid_editor_new (const char *text, gboolean typed, const GdkRGBA *color)
{
  PltGridEditor *self = g_object_new (PLT_TYPE_GRID_EDITOR, NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  self->entering = typed;
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (color != NULL)
    pango_attr_list_insert (attributes,
                            pango_attr_foreground_new ((guint16) (color->red * 65535),
                                                       (guint16) (color->green * 65535),
                                                       (guint16) (color->blue * 65535)));
  gtk_text_set_attributes (GTK_TEXT (self->text), attributes);
  plt_grid_editor_set_text (self, text);
  return GTK_WIDGET (self);
}

const char *
plt_grid_editor_get_text (PltGridEditor *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->text));
}

void
plt_grid_editor_set_text (PltGridEditor *self, const char *text)
{
  g_signal_handlers_block_by_func (self->text, text_changed_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
  g_signal_handlers_unblock_by_func (self->text, text_changed_cb, self);
}

int
plt_grid_editor_get_wanted_width (PltGridEditor *self)
{
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (self->text, plt_grid_editor_get_text (self));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + 24; /* room for the next letter */
}

void
plt_grid_editor_set_label (PltGridEditor *self, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

gboolean
plt_grid_editor_forward (PltGridEditor *self, GtkEventControllerKey *controller)
{
  return gtk_event_controller_key_forward (controller, self->text);
}
