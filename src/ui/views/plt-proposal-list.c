#include "plt-proposal-list.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-proposal-rows.h"
#include "plt-script-commands.h"

#define MAX_ROWS 120 /* of one category; the others follow when these are answered */

struct _PltProposalList
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 sequence;
  gboolean film;
  gboolean filling;
  guint going;          /* to the chosen one, when the main loop is free */
  GHashTable *unfolded; /* category ids */

  GtkWidget *box;
  GtkWidget *bar;
  GtkWidget *of_sequence;
  GtkWidget *of_film;
  GtkWidget *answers;
  GtkWidget *stack; /* empty, list */
  GtkWidget *empty;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PltProposalList, plt_proposal_list, GTK_TYPE_WIDGET)

enum
{
  PLACE_CHOSEN,
  SCOPE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

GtkListBox *
plt_proposal_list_get_list (PltProposalList *self)
{
  g_return_val_if_fail (PLT_IS_PROPOSAL_LIST (self), NULL);

  return GTK_LIST_BOX (self->list);
}

gboolean
plt_proposal_list_is_film (PltProposalList *self)
{
  g_return_val_if_fail (PLT_IS_PROPOSAL_LIST (self), FALSE);

  return self->film;
}

gboolean
plt_proposal_list_grab_focus (PltProposalList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (PLT_IS_PROPOSAL_LIST (self), FALSE);

  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  if (row == NULL)
    return gtk_widget_child_focus (self->bar, GTK_DIR_TAB_FORWARD);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The row with the keys, which Tab may have given them without choosing it; else the chosen one. */
static GtkListBoxRow *
current_row (PltProposalList *self)
{
  GtkRoot *root = gtk_widget_get_root (self->list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL && gtk_widget_is_ancestor (focus, self->list)
                       ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW)
                       : NULL;

  return row != NULL ? GTK_LIST_BOX_ROW (row)
                     : gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
}

/* ---- what there is ---- */

static gboolean
is_in_scope (PltProposalList *self, const PltProposal *proposal)
{
  return self->film || proposal->sequence == self->sequence;
}

/* (transfer container): in scope, of that category, with that word and séquence; 0 and NULL: any */
static GPtrArray *
find (PltProposalList *self, gint64 category, const char *word, gint64 sequence)
{
  GPtrArray *all = plt_session_get_proposals (self->session);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      PltProposal *proposal = g_ptr_array_index (all, i);

      if (is_in_scope (self, proposal) && (category == 0 || proposal->category == category)
          && (word == NULL || g_str_equal (proposal->word, word))
          && (sequence == 0 || proposal->sequence == sequence))
        g_ptr_array_add (found, proposal);
    }
  return found;
}

/* ---- answers ---- */

static gboolean
answer (PltProposalList *self, GPtrArray *proposals, PltAnswer what)
{
  if (proposals->len == 0 || plt_session_is_read_only (self->session))
    return FALSE;
  if (what == PLT_ANSWER_ACCEPT)
    return plt_script_accept (self->session, proposals);
  return plt_script_refuse (self->session, proposals, what == PLT_ANSWER_REFUSE_EVERYWHERE);
}

static gboolean
answer_line (PltProposalList *self, const PltProposalLine *line, PltAnswer what)
{
  g_autoptr (GPtrArray) proposals = find (self, line->category, line->word, line->sequence);

  return answer (self, proposals, what);
}

static gboolean
answer_chosen (PltProposalList *self, PltAnswer what)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (PLT_IS_PROPOSAL_LIST (self), FALSE);

  row = current_row (self);
  if (row == NULL)
    return FALSE;
  self->filling = TRUE; /* the text does not go where it is answered already */
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  self->filling = FALSE;
  return answer_line (self, plt_proposal_row_line (row), what);
}

gboolean
plt_proposal_list_answer_category (PltProposalList *self, gint64 category, PltAnswer what)
{
  g_autoptr (GPtrArray) proposals = NULL;

  g_return_val_if_fail (PLT_IS_PROPOSAL_LIST (self), FALSE);

  proposals = find (self, category, NULL, 0);
  return answer (self, proposals, what);
}

static void
answer_from (GtkWidget *button, PltProposalList *self, PltAnswer what)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  self->filling = TRUE; /* the text does not go there */
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
  self->filling = FALSE;
  answer_line (self, plt_proposal_row_line (GTK_LIST_BOX_ROW (row)), what);
}

static void
on_accept (GtkWidget *button, PltProposalList *self)
{
  answer_from (button, self, PLT_ANSWER_ACCEPT);
}

static void
on_refuse (GtkWidget *button, PltProposalList *self)
{
  answer_from (button, self, PLT_ANSWER_REFUSE);
}

static void
on_accept_all (PltProposalList *self)
{
  plt_proposal_list_answer_category (self, 0, PLT_ANSWER_ACCEPT);
}

static void
on_refuse_all (PltProposalList *self)
{
  plt_proposal_list_answer_category (self, 0, PLT_ANSWER_REFUSE);
}

/* ---- the rows ---- */

static GtkWidget *
new_answer (const char *icon, const char *name, GCallback callback, PltProposalList *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "answer");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  plt_a11y_set_name (button, name);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static void
append_answers (PltProposalList *self, GtkWidget *row, const char *accept, const char *refuse)
{
  GtkWidget *box = plt_proposal_row_line (GTK_LIST_BOX_ROW (row))->head;

  if (plt_session_is_read_only (self->session))
    return;
  gtk_box_append (GTK_BOX (box),
                  new_answer ("object-select-symbolic", accept, G_CALLBACK (on_accept), self));
  gtk_box_append (GTK_BOX (box),
                  new_answer ("window-close-symbolic", refuse, G_CALLBACK (on_refuse), self));
}

/* ---- filling ---- */

/* The rows there are, by key; those that stay are kept, so that scrolling and keys stay too. */
typedef struct
{
  PltProposalList *self;
  const PltFacts *facts;
  GHashTable *rows; /* key -> row */
  int at;
} Filling;

static GtkWidget *
reuse (Filling *filling, const char *key)
{
  GtkWidget *row = g_hash_table_lookup (filling->rows, key);

  if (row == NULL)
    return NULL;
  g_hash_table_remove (filling->rows, key);
  if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != filling->at)
    { /* put where it belongs now */
      gtk_list_box_remove (GTK_LIST_BOX (filling->self->list), row);
      return NULL;
    }
  return row;
}

static void
add_heading (Filling *filling, const PltCategoryFacts *category, guint n)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, category->id);
  GtkWidget *row = reuse (filling, key);

  if (row == NULL)
    {
      row = plt_proposal_heading_new (category, key);
      append_answers (filling->self, row, _ ("Accept all of this category (Y)"),
                      _ ("Refuse all of this category (N)"));
      gtk_list_box_insert (GTK_LIST_BOX (filling->self->list), row, filling->at);
    }
  plt_proposal_heading_update (
      row, category, n, g_hash_table_contains (filling->self->unfolded, (gpointer) category->id));
  filling->at++;
}

static void
add_proposal (Filling *filling, const PltProposal *proposal, const PltCategoryFacts *category)
{
  g_autofree char *key
      = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u %d %s", proposal->category,
                         proposal->sequence, proposal->n, filling->self->film, proposal->word);

  if (reuse (filling, key) == NULL)
    {
      GtkWidget *row
          = plt_proposal_row_new (filling->facts, proposal, category, filling->self->film, key);

      append_answers (filling->self, row, _ ("Accept (Y)"), _ ("Refuse (N); everywhere: Shift+N"));
      gtk_list_box_insert (GTK_LIST_BOX (filling->self->list), row, filling->at);
    }
  filling->at++;
}

static void
add_category (Filling *filling, const PltCategoryFacts *category)
{
  PltProposalList *self = filling->self;
  g_autoptr (GPtrArray) found = find (self, category->id, NULL, 0);

  if (found->len == 0)
    return;
  if (self->film)
    add_heading (filling, category, found->len);
  if (self->film && !g_hash_table_contains (self->unfolded, (gpointer) category->id))
    return;
  for (guint i = 0; i < found->len && i < MAX_ROWS; i++)
    add_proposal (filling, g_ptr_array_index (found, i), category);
}

static gboolean
has_focus_inside (PltProposalList *self, GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));
}

/* Rows that are gone are removed first, so that those that stay are found in their places. */
static void
remove_gone (PltProposalList *self, GHashTable *rows, gboolean *lost)
{
  g_autoptr (GHashTable) now = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) found = find (self, 0, NULL, 0);
  GHashTableIter iter;
  gpointer key, row;

  for (guint i = 0; i < found->len; i++)
    {
      const PltProposal *proposal = g_ptr_array_index (found, i);

      if (self->film)
        g_hash_table_add (now, g_strdup_printf ("%" G_GINT64_FORMAT, proposal->category));
      if (!self->film || g_hash_table_contains (self->unfolded, (gpointer) proposal->category))
        g_hash_table_add (now,
                          g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u %d %s",
                                           proposal->category, proposal->sequence, proposal->n,
                                           self->film, proposal->word));
    }
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &key, &row))
    if (!g_hash_table_contains (now, key))
      {
        if (has_focus_inside (self, row))
          {
            *lost = TRUE; /* it would take the keys along */
            gtk_widget_grab_focus (self->list);
          }
        g_hash_table_iter_steal (&iter);
        gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
        g_free (key);
      }
}

static GHashTable *
rows_by_key (PltProposalList *self)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    g_hash_table_insert (rows, g_strdup (plt_proposal_row_line (row)->key), row);
  return rows;
}

/* The next one is chosen when the one with the keys was answered. */
static void
choose_again (PltProposalList *self, int place, gboolean focus)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);

  if (row == NULL && place >= 0)
    while ((row = gtk_list_box_get_row_at_index (list, place)) == NULL && place > 0)
      place--;
  if (row == NULL)
    {
      if (focus)
        gtk_widget_child_focus (self->bar, GTK_DIR_TAB_FORWARD);
      return;
    }
  if (gtk_list_box_get_selected_row (list) != row)
    {
      self->filling = !focus; /* the text follows whoever answers by keys */
      gtk_list_box_select_row (list, row);
    }
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
say_empty (PltProposalList *self)
{
  const PltFacts *facts = plt_session_get_text (self->session);
  const char *text;

  if (facts->blocks.n == 0)
    text = _ ("Proposals are made from the text of a screenplay.");
  else if (self->film)
    text = _ ("Every proposal of the film has its answer.");
  else
    text = _ ("There is nothing to propose in this sequence.");
  gtk_label_set_label (GTK_LABEL (self->empty), text);
}

void
plt_proposal_list_show (PltProposalList *self, gint64 sequence)
{
  Filling filling = { self, NULL, NULL, 0 };
  GtkListBoxRow *chosen;
  gboolean lost = FALSE;
  int place;

  g_return_if_fail (PLT_IS_PROPOSAL_LIST (self));

  chosen = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  place = chosen != NULL && (self->film || sequence == self->sequence)
              ? gtk_list_box_row_get_index (chosen)
              : -1;
  self->sequence = sequence;
  self->filling = TRUE;
  filling.facts = plt_session_get_text (self->session);
  filling.rows = rows_by_key (self);
  remove_gone (self, filling.rows, &lost);
  for (guint i = 0; i < filling.facts->categories.n; i++)
    add_category (&filling, &filling.facts->categories.items[i]);
  {
    GHashTableIter iter;
    gpointer row;

    g_hash_table_iter_init (&iter, filling.rows); /* beyond MAX_ROWS */
    while (g_hash_table_iter_next (&iter, NULL, &row))
      gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  }
  g_hash_table_unref (filling.rows);
  choose_again (self, place, lost);
  self->filling = FALSE;
  say_empty (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), filling.at > 0 ? "list" : "empty");
  gtk_widget_set_visible (self->answers,
                          filling.at > 0 && !plt_session_is_read_only (self->session));
}

/* ---- what the user does ---- */

void
plt_proposal_list_set_film (PltProposalList *self, gboolean film)
{
  g_return_if_fail (PLT_IS_PROPOSAL_LIST (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (film ? self->of_film : self->of_sequence), TRUE);
}

static void
on_scope (PltProposalList *self)
{
  gboolean film = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->of_film));

  if (film == self->film)
    return;
  self->film = film;
  if (self->session != NULL)
    plt_proposal_list_show (self, self->sequence);
  g_signal_emit (self, signals[SCOPE_CHANGED], 0);
}

void
plt_proposal_list_unfold (PltProposalList *self, gint64 category, gboolean unfold)
{
  g_return_if_fail (PLT_IS_PROPOSAL_LIST (self));

  if (unfold)
    g_hash_table_add (self->unfolded, (gpointer) category);
  else
    g_hash_table_remove (self->unfolded, (gpointer) category);
  plt_proposal_list_show (self, self->sequence);
}

static void
go_to (PltProposalList *self, const PltProposalLine *line)
{
  g_autoptr (GPtrArray) found = find (self, line->category, line->word, line->sequence);
  const PltProposal *proposal;
  PltPassage passage;

  if (line->word == NULL || found->len == 0)
    return;
  proposal = g_ptr_array_index (found, 0);
  passage = (PltPassage){ proposal->block, proposal->start, proposal->length };
  g_signal_emit (self, signals[PLACE_CHOSEN], 0, proposal->sequence, &passage);
}

static gboolean
go_cb (gpointer data)
{
  PltProposalList *self = data;
  const PltProposalLine *line
      = plt_proposal_row_line (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));

  self->going = 0;
  if (line != NULL)
    go_to (self, line);
  return G_SOURCE_REMOVE;
}

/* Not at once: the list may be in the middle of being filled. */
static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, PltProposalList *self)
{
  if (row != NULL && !self->filling && self->going == 0)
    self->going = g_idle_add (go_cb, self);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, PltProposalList *self)
{
  const PltProposalLine *line = plt_proposal_row_line (row);

  if (line->word == NULL)
    plt_proposal_list_unfold (self, line->category,
                              !g_hash_table_contains (self->unfolded, (gpointer) line->category));
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        PltProposalList *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  const PltProposalLine *line = plt_proposal_row_line (current_row (self));
  GtkRoot *root = gtk_widget_get_root (self->list);

  if (line == NULL || (modifiers & ~GDK_SHIFT_MASK) != 0
      || GTK_IS_BUTTON (gtk_root_get_focus (root)))
    return FALSE;
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (line->word == NULL)
        return FALSE; /* folds or unfolds */
      answer_chosen (self, PLT_ANSWER_ACCEPT);
      return TRUE;
    case GDK_KEY_y:
    case GDK_KEY_o: /* oui */
      answer_chosen (self, PLT_ANSWER_ACCEPT);
      return TRUE;
    case GDK_KEY_n:
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      answer_chosen (self, modifiers != 0 ? PLT_ANSWER_REFUSE_EVERYWHERE : PLT_ANSWER_REFUSE);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_Left:
      if (line->word != NULL)
        return FALSE;
      plt_proposal_list_unfold (self, line->category, keyval == GDK_KEY_Right);
      return TRUE;
    default:
      return FALSE;
    }
}

/* ---- the object ---- */

GtkWidget *
plt_proposal_list_new (PltSession *session)
{
  PltProposalList *self = g_object_new (PLT_TYPE_PROPOSAL_LIST, NULL);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static void
plt_proposal_list_dispose (GObject *object)
{
  PltProposalList *self = PLT_PROPOSAL_LIST (object);

  self->filling = TRUE;
  g_clear_handle_id (&self->going, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_proposal_list_parent_class)->dispose (object);
}

static void
plt_proposal_list_finalize (GObject *object)
{
  g_hash_table_unref (PLT_PROPOSAL_LIST (object)->unfolded);

  G_OBJECT_CLASS (plt_proposal_list_parent_class)->finalize (object);
}

static void
plt_proposal_list_class_init (PltProposalListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_proposal_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_proposal_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[PLACE_CHOSEN]
      = g_signal_new ("place-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_POINTER);
  signals[SCOPE_CHANGED] = g_signal_new ("scope-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_scope (PltProposalList *self, const char *title, GtkWidget *group)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (title);

  gtk_widget_add_css_class (button, "chip");
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  gtk_box_append (GTK_BOX (self->bar), button);
  return button;
}

static GtkWidget *
new_all (PltProposalList *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  plt_a11y_set_name (button, name);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self->answers), button);
  return button;
}

static void
plt_proposal_list_init (PltProposalList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->unfolded = g_hash_table_new (NULL, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->bar, "pane-adder");
  self->of_sequence = new_scope (self, _ ("This sequence"), NULL);
  self->of_film = new_scope (self, _ ("The film"), self->of_sequence);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->of_sequence), TRUE);
  g_signal_connect_swapped (self->of_film, "toggled", G_CALLBACK (on_scope), self);
  gtk_widget_set_hexpand (self->answers, TRUE);
  gtk_widget_set_halign (self->answers, GTK_ALIGN_END);
  new_all (self, "object-select-symbolic", _ ("Accept all that are listed"),
           G_CALLBACK (on_accept_all));
  new_all (self, "window-close-symbolic", _ ("Refuse all that are listed"),
           G_CALLBACK (on_refuse_all));
  gtk_box_append (GTK_BOX (self->bar), self->answers);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "categories");
  plt_a11y_set_name (self->list, _ ("Proposals"));
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->list, keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  self->empty = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_widget_set_valign (self->empty, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_widget_add_css_class (self->empty, "pane-note");
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), self->empty, "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "list");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->bar);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
