#include "plt-tagger.h"

#include <glib/gi18n-lib.h>

#include "plt-category-look.h"
#include "plt-script-commands.h"
#include "plt-tag-picker.h"

struct _PltTagger
{
  GObject parent_instance;

  PltSession *session;
  PltScriptPage *page; /* owns us */
  char *refusal;
  PltPassage passage; /* what the open picker is about */
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (PltTagger, plt_tagger, G_TYPE_OBJECT)

enum
{
  ELEMENT_SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const PltTaggerKey keys[] = {
  { GDK_KEY_slash, 0, N_ ("Tag the Words…") },
  { GDK_KEY_Return, 0, N_ ("Where the Element Occurs") },
  { GDK_KEY_Delete, 0, N_ ("Remove the Tag…") },
  { GDK_KEY_Menu, 0, N_ ("Menu of the Words") },
  { GDK_KEY_Down, GDK_ALT_MASK, N_ ("Next Sequence") },
  { GDK_KEY_Up, GDK_ALT_MASK, N_ ("Previous Sequence") },
  { 0 },
};

const PltTaggerKey *
plt_tagger_get_keys (void)
{
  return keys;
}

void
plt_tagger_set_refusal (PltTagger *self, const char *sentence)
{
  g_return_if_fail (PLT_IS_TAGGER (self));

  g_free (self->refusal);
  self->refusal = g_strdup (sentence);
}

static gboolean
is_refused (PltTagger *self)
{
  if (self->refusal != NULL)
    plt_session_toast (self->session, self->refusal, NULL, NULL);
  return self->refusal != NULL;
}

/* ---- tagging ---- */

static gboolean
get_passage (PltTagger *self, PltPassage *passage)
{
  GError *error = NULL;

  if (is_refused (self))
    return FALSE;
  if (plt_script_page_get_passage (self->page, NULL, passage, &error))
    return TRUE;
  plt_session_take_error (self->session, error);
  return FALSE;
}

static gboolean
press_letter (PltTagger *self, gunichar letter)
{
  const PltCategoryFacts *category;
  PltPassage passage;
  g_autofree char *words = NULL;

  g_return_val_if_fail (PLT_IS_TAGGER (self), FALSE);

  category = plt_category_of_letter (plt_session_get_facts (self->session), letter);
  if (category == NULL)
    return FALSE;
  if (!get_passage (self, &passage))
    return TRUE;
  words = plt_script_page_get_words (self->page, &passage);
  plt_script_tag (self->session, &passage, words, category->id, NULL);
  return TRUE;
}

static void
on_category (PltTagger *self, gint64 category, const char *name)
{
  g_autofree char *words = plt_script_page_get_words (self->page, &self->passage);

  plt_script_tag (self->session, &self->passage, words, category, name);
}

static void
on_element (PltTagger *self, gint64 element)
{
  g_autofree char *words = plt_script_page_get_words (self->page, &self->passage);

  plt_script_tag_element (self->session, &self->passage, words, element);
}

static void
on_closed (PltTagger *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (plt_script_page_get_text (self->page)));
}

static void
open_popover (PltTagger *self, GtkWidget *popover, const PltPassage *passage)
{
  GdkRectangle rectangle;

  plt_script_page_get_rectangle (self->page, passage, &rectangle);
  gtk_widget_set_parent (popover, GTK_WIDGET (self->page));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &rectangle);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pick (PltTagger *self, const PltPassage *passage)
{
  g_autofree char *words = plt_script_page_get_words (self->page, passage);
  GtkWidget *picker = plt_tag_picker_new (self->session, words);

  self->passage = *passage;
  g_signal_connect_object (picker, "category-chosen", G_CALLBACK (on_category), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (picker, "element-chosen", G_CALLBACK (on_element), self,
                           G_CONNECT_SWAPPED);
  open_popover (self, picker, passage);
}

void
plt_tagger_pick (PltTagger *self)
{
  PltPassage passage;

  g_return_if_fail (PLT_IS_TAGGER (self));

  if (get_passage (self, &passage))
    pick (self, &passage);
}

/* ---- what is tagged ---- */

static const PltTagFacts *
tag_at (PltTagger *self)
{
  g_autoptr (GArray) tags = plt_script_page_get_tags (self->page, NULL);
  const PltFacts *text = plt_session_get_text (self->session);

  return tags->len > 0 ? PLT_FACTS_FIND (text->tags, PltTagFacts, g_array_index (tags, gint64, 0))
                       : NULL;
}

static const PltTagFacts *
need_tag (PltTagger *self)
{
  const PltTagFacts *tag = tag_at (self);

  if (tag == NULL)
    plt_session_toast (self->session, _ ("There is no tag at the cursor."), NULL, NULL);
  return tag;
}

void
plt_tagger_show_element (PltTagger *self)
{
  const PltTagFacts *tag;

  g_return_if_fail (PLT_IS_TAGGER (self));

  tag = need_tag (self);
  if (tag != NULL)
    g_signal_emit (self, signals[ELEMENT_SHOWN], 0, tag->element);
}

void
plt_tagger_tag_everywhere (PltTagger *self)
{
  const PltTagFacts *tag;

  g_return_if_fail (PLT_IS_TAGGER (self));

  tag = is_refused (self) ? NULL : need_tag (self);
  if (tag != NULL)
    plt_script_tag_everywhere (self->session, tag->element);
}

/* ---- menus ---- */

static void
append_item (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, g_variant_new_int64 (id));
  g_menu_append_item (menu, item);
}

static void
append_removals (PltTagger *self, GMenu *menu, const PltTagFacts *tag)
{
  const PltFacts *facts = plt_session_get_text (self->session);
  const PltBlockFacts *block = PLT_FACTS_FIND (facts->blocks, PltBlockFacts, tag->script_block);
  const PltSequenceFacts *sequence
      = block != NULL ? PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, block->sequence) : NULL;
  g_autofree char *both = NULL;

  append_item (menu, _ ("Remove the Tag Only"), "tag.remove", tag->id);
  if (sequence == NULL)
    return;
  /* Translators: %s is the number of a sequence */
  both = g_strdup_printf (_ ("Remove the Tag and the Element from Sequence %s"), sequence->number);
  append_item (menu, both, "tag.remove-both", tag->id);
}

static void
append_tag (PltTagger *self, GMenu *menu, gint64 id)
{
  const PltFacts *facts = plt_session_get_text (self->session);
  const PltTagFacts *tag = PLT_FACTS_FIND (facts->tags, PltTagFacts, id);
  const PltElementFacts *element
      = tag != NULL ? PLT_FACTS_FIND (facts->elements, PltElementFacts, tag->element) : NULL;
  const PltCategoryFacts *category
      = element != NULL ? PLT_FACTS_FIND (facts->categories, PltCategoryFacts, element->category)
                        : NULL;
  g_autoptr (GMenu) section = g_menu_new ();
  g_autofree char *title = NULL;

  if (category == NULL)
    return;
  title = g_strdup_printf ("%s · %s", category->code, element->name);
  append_item (section, _ ("Where the Element Occurs"), "tag.show", element->id);
  append_item (section, _ ("Tag Wherever It Is Written"), "tag.everywhere", element->id);
  if (g_str_equal (tag->state, "a-verifier"))
    append_item (section, _ ("The Place Is Right"), "tag.confirm", tag->id);
  append_removals (self, section, tag);
  g_menu_append_section (menu, title, G_MENU_MODEL (section));
}

static gboolean
remove_cb (gpointer data)
{
  g_autoptr (GtkWidget) widget = data;

  if (gtk_widget_get_parent (widget) != NULL)
    gtk_widget_unparent (widget);
  return G_SOURCE_REMOVE;
}

/* The action of an item is activated after its menu is closed. */
static void
on_menu_closed (GtkPopover *menu)
{
  g_idle_add (remove_cb, g_object_ref (menu));
}

static void
open_menu (PltTagger *self, GMenu *model, const PltPassage *passage)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));

  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  g_signal_connect (menu, "closed", G_CALLBACK (on_menu_closed), NULL);
  open_popover (self, menu, passage);
}

static PltPassage
passage_of (const PltTagFacts *tag)
{
  return (PltPassage){ tag->script_block, (guint) tag->start, (guint) tag->length };
}

void
plt_tagger_ask_remove (PltTagger *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  const PltTagFacts *tag;
  PltPassage passage;

  g_return_if_fail (PLT_IS_TAGGER (self));

  tag = is_refused (self) ? NULL : need_tag (self);
  if (tag == NULL)
    return;
  append_removals (self, menu, tag);
  passage = passage_of (tag);
  open_menu (self, menu, &passage);
}

/* The kinds it is not. */
static GMenu *
new_kinds (PltTagger *self, gint64 block)
{
  const PltFacts *facts = plt_session_get_text (self->session);
  const PltBlockFacts *found = PLT_FACTS_FIND (facts->blocks, PltBlockFacts, block);
  GMenu *menu = g_menu_new ();
  guint n;
  const PltParagraphKind *kinds = plt_paragraph_kinds_to_say (&n);

  for (guint i = 0; found != NULL && i < n; i++)
    {
      const char *id = plt_paragraph_kind_id (kinds[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (plt_paragraph_kind_title (kinds[i]), NULL);

      if (g_str_equal (id, found->kind))
        continue;
      g_menu_item_set_action_and_target (item, "tag.read-as", "(xi)", block, (int) kinds[i]);
      g_menu_append_item (menu, item);
    }
  return menu;
}

void
plt_tagger_ask_kind (PltTagger *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = NULL;
  PltPassage passage;

  g_return_if_fail (PLT_IS_TAGGER (self));

  if (is_refused (self) || !get_passage (self, &passage))
    return;
  section = new_kinds (self, passage.block);
  g_menu_append_section (menu, _ ("This paragraph is"), G_MENU_MODEL (section));
  open_menu (self, menu, &passage);
}

/* Of the tags at the cursor, or the picker where there are none. */
static void
open_words_menu (PltTagger *self)
{
  g_autoptr (GArray) tags = plt_script_page_get_tags (self->page, NULL);
  const PltTagFacts *first = tag_at (self);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  PltPassage passage;

  if (first == NULL)
    {
      plt_tagger_pick (self);
      return;
    }
  for (guint i = 0; i < tags->len; i++)
    append_tag (self, menu, g_array_index (tags, gint64, i));
  g_menu_append (more, _ ("Tag as Something Else… (/)"), "tag.pick");
  g_menu_append (more, _ ("Correct the Reading…"), "view.read-as");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  passage = passage_of (first);
  open_menu (self, menu, &passage);
}

static void
on_show (GSimpleAction *action, GVariant *id, gpointer data)
{
  g_signal_emit (data, signals[ELEMENT_SHOWN], 0, g_variant_get_int64 (id));
}

static void
on_everywhere (GSimpleAction *action, GVariant *id, gpointer data)
{
  PltTagger *self = data;

  if (!is_refused (self))
    plt_script_tag_everywhere (self->session, g_variant_get_int64 (id));
}

static void
on_confirm (GSimpleAction *action, GVariant *id, gpointer data)
{
  PltTagger *self = data;

  if (!is_refused (self))
    plt_script_confirm_tag (self->session, g_variant_get_int64 (id));
}

static void
on_remove (GSimpleAction *action, GVariant *id, gpointer data)
{
  PltTagger *self = data;

  if (!is_refused (self))
    plt_script_untag (self->session, g_variant_get_int64 (id), FALSE);
}

static void
on_remove_both (GSimpleAction *action, GVariant *id, gpointer data)
{
  PltTagger *self = data;

  if (!is_refused (self))
    plt_script_untag (self->session, g_variant_get_int64 (id), TRUE);
}

static void
on_pick (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_tagger_pick (data);
}

static void
on_read_as (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltTagger *self = data;
  gint64 block;
  int kind;

  g_variant_get (parameter, "(xi)", &block, &kind);
  if (!is_refused (self))
    plt_script_read_as (self->session, block, (PltParagraphKind) kind);
}

static const GActionEntry entries[] = {
  { "read-as", on_read_as, "(xi)" },
  { "show", on_show, "x" },
  { "everywhere", on_everywhere, "x" },
  { "confirm", on_confirm, "x" },
  { "remove", on_remove, "x" },
  { "remove-both", on_remove_both, "x" },
  { "pick", on_pick },
};

/* ---- keys ---- */

static gboolean
has_page_to_turn (PltTagger *self, int step)
{
  return plt_script_page_turn (self->page, step);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        PltTagger *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gunichar sign = gdk_keyval_to_unicode (keyval);

  if (modifiers == GDK_ALT_MASK && (keyval == GDK_KEY_Down || keyval == GDK_KEY_Up))
    return has_page_to_turn (self, keyval == GDK_KEY_Down ? 1 : -1);
  if (modifiers == GDK_SHIFT_MASK && keyval == GDK_KEY_F10)
    {
      open_words_menu (self);
      return TRUE;
    }
  if ((modifiers & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_slash:
    case GDK_KEY_KP_Divide:
      plt_tagger_pick (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      plt_tagger_show_element (self);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      plt_tagger_ask_remove (self);
      return TRUE;
    case GDK_KEY_Menu:
      open_words_menu (self);
      return TRUE;
    default:
      return g_unichar_isalpha (sign) && press_letter (self, sign);
    }
}

/* ---- mouse ---- */

static gboolean
iter_at (PltTagger *self, double x, double y, GtkTextIter *iter)
{
  GtkTextView *view = plt_script_page_get_text (self->page);
  int bx, by;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &bx, &by);
  return gtk_text_view_get_iter_at_location (view, iter, bx, by);
}

static void
on_primary (GtkGestureClick *gesture, int n, double x, double y, PltTagger *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkTextIter iter;

  if (n != 1 || (state & GDK_CONTROL_MASK) == 0 || !iter_at (self, x, y, &iter))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (plt_script_page_get_text (self->page)),
                                &iter);
  plt_tagger_show_element (self);
}

/* What is clicked outside the selection is the word that is meant. */
static void
on_secondary (GtkGestureClick *gesture, int n, double x, double y, PltTagger *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (plt_script_page_get_text (self->page));
  GtkTextIter iter, start, end;
  PltPassage passage;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (plt_script_page_get_text (self->page)));
  if (!iter_at (self, x, y, &iter))
    return;
  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end)
      || !gtk_text_iter_in_range (&iter, &start, &end))
    {
      gtk_text_buffer_place_cursor (buffer, &iter);
      if (plt_script_page_get_passage (self->page, &iter, &passage, NULL) && tag_at (self) == NULL)
        plt_script_page_select (self->page, &passage);
    }
  open_words_menu (self);
}

/* ---- what a mark says ---- */

static void
describe_tag (const PltFacts *facts, const PltFacts *text, gint64 id, GString *into)
{
  const PltTagFacts *tag = PLT_FACTS_FIND (text->tags, PltTagFacts, id);
  const PltElementFacts *element
      = tag != NULL ? PLT_FACTS_FIND (facts->elements, PltElementFacts, tag->element) : NULL;
  const PltCategoryFacts *category
      = element != NULL ? PLT_FACTS_FIND (facts->categories, PltCategoryFacts, element->category)
                        : NULL;

  if (category == NULL)
    return;
  if (into->len > 0)
    g_string_append_c (into, '\n');
  g_string_append_printf (into, "%s · %s · %s", category->code, category->name, element->name);
  if (g_str_equal (tag->state, "a-verifier"))
    g_string_append_printf (into, "\n%s",
                            _ ("To check: the passage changed with the new draft, and this place "
                               "was guessed."));
}

static gboolean
on_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, PltTagger *self)
{
  g_autoptr (GArray) tags = NULL;
  g_autoptr (GString) text = NULL;
  GtkTextIter iter;

  if (keyboard || !iter_at (self, x, y, &iter))
    return FALSE;
  tags = plt_script_page_get_tags (self->page, &iter);
  text = g_string_new (NULL);
  for (guint i = 0; i < tags->len; i++)
    describe_tag (plt_session_get_facts (self->session), plt_script_page_get_facts (self->page),
                  g_array_index (tags, gint64, i), text);
  if (text->len == 0)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text->str);
  return TRUE;
}

/* ---- the object ---- */

static void
add_click (PltTagger *self, GtkWidget *text, guint button, GCallback callback)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), button);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", callback, self, 0);
  gtk_widget_add_controller (text, GTK_EVENT_CONTROLLER (click));
}

PltTagger *
plt_tagger_new (PltSession *session, PltScriptPage *page)
{
  PltTagger *self = g_object_new (PLT_TYPE_TAGGER, NULL);
  GtkWidget *text = GTK_WIDGET (plt_script_page_get_text (page));
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->page, page);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (on_key), self, 0);
  gtk_widget_add_controller (text, controller);
  add_click (self, text, GDK_BUTTON_PRIMARY, G_CALLBACK (on_primary));
  add_click (self, text, GDK_BUTTON_SECONDARY, G_CALLBACK (on_secondary));
  gtk_widget_set_has_tooltip (text, TRUE);
  g_signal_connect_object (text, "query-tooltip", G_CALLBACK (on_tooltip), self, 0);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (page), "tag", G_ACTION_GROUP (self->actions));
  return self;
}

static void
plt_tagger_dispose (GObject *object)
{
  PltTagger *self = PLT_TAGGER (object);

  if (self->page != NULL)
    gtk_widget_insert_action_group (GTK_WIDGET (self->page), "tag", NULL);
  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->actions);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_tagger_parent_class)->dispose (object);
}

static void
plt_tagger_finalize (GObject *object)
{
  g_free (PLT_TAGGER (object)->refusal);

  G_OBJECT_CLASS (plt_tagger_parent_class)->finalize (object);
}

static void
plt_tagger_class_init (PltTaggerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_tagger_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_tagger_finalize;
  signals[ELEMENT_SHOWN]
      = g_signal_new ("element-shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
plt_tagger_init (PltTagger *self)
{
}
