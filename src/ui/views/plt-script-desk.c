#include "plt-script-desk.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-rows.h"

#define LIST_WIDTH 248
#define LIST_LEAST 150

struct _PltScriptDesk
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 version;        /* chosen to be looked at, 0 for the production's own */
  gint64 sequence;       /* that everything shows */
  gboolean following;    /* list, text and selection are being brought in line */
  gboolean text_changed; /* script_block was written */
  gboolean hint_answered;
  guint hinting; /* looks for proposals when there is time */

  GtkWidget *paned;
  GtkWidget *list;
  GtkWidget *page;
  GtkWidget *pane; /* in the side pane of the window */
  PltTagger *tagger;
  GtkWidget *banner;
  GtkWidget *banner_text;
  GtkWidget *hint;
  GtkWidget *hint_text;
};

G_DEFINE_FINAL_TYPE (PltScriptDesk, plt_script_desk, GTK_TYPE_WIDGET)

enum
{
  VERSION_SHOWN,
  PANE_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

PltScriptPage *
plt_script_desk_get_page (PltScriptDesk *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_DESK (self), NULL);

  return PLT_SCRIPT_PAGE (self->page);
}

PltSequenceList *
plt_script_desk_get_list (PltScriptDesk *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_DESK (self), NULL);

  return PLT_SEQUENCE_LIST (self->list);
}

PltScriptPane *
plt_script_desk_get_pane (PltScriptDesk *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_DESK (self), NULL);

  return PLT_SCRIPT_PANE (self->pane);
}

PltTagger *
plt_script_desk_get_tagger (PltScriptDesk *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_DESK (self), NULL);

  return self->tagger;
}

gboolean
plt_script_desk_is_empty (PltScriptDesk *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_DESK (self), TRUE);

  return plt_script_page_is_empty (PLT_SCRIPT_PAGE (self->page));
}

/* ---- versions ---- */

gint64
plt_script_desk_get_version (PltScriptDesk *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_DESK (self), 0);

  return self->version != 0 ? self->version : plt_session_get_script_version (self->session);
}

static gboolean
version_exists (PltScriptDesk *self, gint64 version)
{
  g_autoptr (PltRecord) record
      = plt_store_get_record (plt_session_get_store (self->session), "script_version", version);

  return record != NULL && !plt_record_is_deleted (record);
}

static void
update_banner (PltScriptDesk *self)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->banner, self->version != 0);
  if (self->version == 0)
    return;
  name = plt_rows_label (plt_session_get_store (self->session), plt_table_find ("script_version"),
                         self->version);
  /* Translators: %s is number and title of a version of the screenplay: "2 La Passe" */
  text = g_strdup_printf (_ ("This is version %s, not the current one."), name);
  gtk_label_set_label (GTK_LABEL (self->banner_text), text);
}

static void
update_refusal (PltScriptDesk *self)
{
  const char *sentence = NULL;

  if (plt_session_is_read_only (self->session))
    sentence = _ ("This production is open to be read only: save a copy to tag its words.");
  else if (self->version != 0)
    sentence = _ ("This version is not the current one: show the current one to tag its words.");
  plt_tagger_set_refusal (self->tagger, sentence);
}

void
plt_script_desk_show_version (PltScriptDesk *self, gint64 version)
{
  gint64 now;

  g_return_if_fail (PLT_IS_SCRIPT_DESK (self));

  now = version == plt_session_get_script_version (self->session) ? 0 : version;
  if (now == self->version)
    return;
  self->version = now;
  g_signal_emit (self, signals[VERSION_SHOWN], 0);
}

static void
on_show_current (PltScriptDesk *self)
{
  plt_script_desk_show_version (self, 0);
}

/* ---- proposals ---- */

/* The words that are proposed are marked while the proposals are on the screen. */
static void
mark_proposed (PltScriptDesk *self)
{
  g_autoptr (GArray) passages = g_array_new (FALSE, FALSE, sizeof (PltPassage));

  if (self->version == 0 && self->session != NULL
      && plt_script_pane_has_proposals (PLT_SCRIPT_PANE (self->pane)))
    {
      GPtrArray *proposals = plt_session_get_proposals (self->session);

      for (guint i = 0; i < proposals->len; i++)
        {
          const PltProposal *proposal = g_ptr_array_index (proposals, i);

          for (guint j = 0; j < proposal->places->len; j++)
            {
              const PltTagPlace *place = &g_array_index (proposal->places, PltTagPlace, j);
              const PltPassage passage = { place->block, place->start, place->length };

              g_array_append_val (passages, passage);
            }
        }
    }
  plt_script_page_set_proposed (PLT_SCRIPT_PAGE (self->page), (const PltPassage *) passages->data,
                                passages->len);
}

static gboolean
hint_cb (gpointer data)
{
  PltScriptDesk *self = data;
  guint n = plt_session_get_proposals (self->session)->len;
  g_autofree char *text = NULL;

  self->hinting = 0;
  if (n == 0 || plt_script_pane_has_proposals (PLT_SCRIPT_PANE (self->pane)))
    return G_SOURCE_REMOVE;
  text = g_strdup_printf (
      ngettext ("%u proposal was found in the text; nothing is applied before you accept it.",
                "%u proposals were found in the text; nothing is applied before you accept it.", n),
      n);
  gtk_label_set_label (GTK_LABEL (self->hint_text), text);
  gtk_widget_set_visible (self->hint, TRUE);
  return G_SOURCE_REMOVE;
}

/* A screenplay that nobody has begun to tag. */
static void
update_hint (PltScriptDesk *self)
{
  const PltFacts *facts = plt_session_get_text (self->session);

  if (self->hint_answered || self->version != 0 || facts->tags.n > 0 || facts->blocks.n == 0
      || facts->refusals.n > 0 || plt_session_is_read_only (self->session))
    {
      gtk_widget_set_visible (self->hint, FALSE);
      g_clear_handle_id (&self->hinting, g_source_remove);
    }
  else if (self->hinting == 0 && !gtk_widget_get_visible (self->hint))
    self->hinting = g_idle_add_full (G_PRIORITY_LOW, hint_cb, self, NULL);
}

static void
on_hint_closed (PltScriptDesk *self)
{
  self->hint_answered = TRUE;
  gtk_widget_set_visible (self->hint, FALSE);
}

static void
on_hint_taken (PltScriptDesk *self)
{
  on_hint_closed (self);
  g_signal_emit (self, signals[PANE_WANTED], 0);
  plt_script_pane_show_proposals (PLT_SCRIPT_PANE (self->pane), TRUE);
  plt_script_pane_grab_focus (PLT_SCRIPT_PANE (self->pane));
}

/* ---- list, text, pane and selection go together ---- */

static void
select_sequence (PltScriptDesk *self, gint64 sequence)
{
  self->following = TRUE;
  self->sequence = sequence;
  plt_session_select (self->session, "sequence", sequence, NULL);
  plt_script_pane_show_sequence (PLT_SCRIPT_PANE (self->pane), sequence);
  self->following = FALSE;
}

static void
on_list (PltScriptDesk *self, gint64 sequence)
{
  if (self->following)
    return;
  plt_script_page_go_to_sequence (PLT_SCRIPT_PAGE (self->page), sequence);
  select_sequence (self, sequence);
}

static void
on_text (PltScriptDesk *self, gint64 sequence)
{
  if (self->following)
    return;
  plt_sequence_list_select (PLT_SEQUENCE_LIST (self->list), sequence);
  select_sequence (self, sequence);
}

static void
on_selection (PltScriptDesk *self)
{
  PltRef ref = plt_session_get_selection (self->session);

  if (self->following || g_strcmp0 (ref.table, "sequence") != 0
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  plt_sequence_list_select (PLT_SEQUENCE_LIST (self->list), ref.id);
  if (self->sequence != ref.id) /* else the text stays as the reader left it */
    plt_script_page_go_to_sequence (PLT_SCRIPT_PAGE (self->page), ref.id);
  self->sequence = ref.id;
  plt_script_pane_show_sequence (PLT_SCRIPT_PANE (self->pane), ref.id);
}

/* Nothing was chosen yet: the film begins with its first séquence, the text with its title. */
static void
select_first (PltScriptDesk *self)
{
  gint64 first = plt_sequence_list_get_beside (PLT_SEQUENCE_LIST (self->list), 0);

  if (first == 0)
    return;
  plt_sequence_list_select (PLT_SEQUENCE_LIST (self->list), first);
  select_sequence (self, first);
}

static void
go_to (PltScriptDesk *self, gint64 sequence, const PltPassage *passage)
{
  PltPassage copy = passage != NULL ? *passage : (PltPassage){ 0 };

  g_return_if_fail (PLT_IS_SCRIPT_DESK (self));

  plt_script_desk_show_version (self, 0);
  if (passage != NULL && plt_script_page_go_to (PLT_SCRIPT_PAGE (self->page), &copy))
    return;
  plt_script_page_go_to_sequence (PLT_SCRIPT_PAGE (self->page), sequence);
  plt_sequence_list_select (PLT_SEQUENCE_LIST (self->list), sequence);
  select_sequence (self, sequence);
}

static void
on_element (PltScriptDesk *self, gint64 element)
{
  g_signal_emit (self, signals[PANE_WANTED], 0);
  plt_script_pane_show_element (PLT_SCRIPT_PANE (self->pane), element);
}

void
plt_script_desk_refresh (PltScriptDesk *self)
{
  PltRef ref;
  gint64 sequence;

  g_return_if_fail (PLT_IS_SCRIPT_DESK (self));

  if (self->version != 0 && !version_exists (self, self->version))
    self->version = 0;
  self->following = TRUE;
  plt_sequence_list_refresh (PLT_SEQUENCE_LIST (self->list));
  if (self->text_changed)
    plt_script_page_show (PLT_SCRIPT_PAGE (self->page), 0);
  self->text_changed = FALSE;
  plt_script_page_show (PLT_SCRIPT_PAGE (self->page), plt_script_desk_get_version (self));
  self->following = FALSE;
  update_banner (self);
  update_refusal (self);
  update_hint (self);
  sequence = plt_script_page_get_sequence (PLT_SCRIPT_PAGE (self->page));
  ref = plt_session_get_selection (self->session);
  if (g_strcmp0 (ref.table, "sequence") == 0 && ref.id != 0)
    on_selection (self);
  else
    plt_script_pane_show_sequence (
        PLT_SCRIPT_PANE (self->pane),
        sequence != 0 ? sequence : plt_sequence_list_get_selected (PLT_SEQUENCE_LIST (self->list)));
  mark_proposed (self);
}

void
plt_script_desk_shown (PltScriptDesk *self)
{
  PltRef ref;

  g_return_if_fail (PLT_IS_SCRIPT_DESK (self));

  ref = plt_session_get_selection (self->session);
  if (g_strcmp0 (ref.table, "sequence") == 0 && ref.id != 0)
    on_selection (self);
  else if (plt_sequence_list_get_selected (PLT_SEQUENCE_LIST (self->list)) == 0)
    select_first (self);
  else
    select_sequence (self, plt_sequence_list_get_selected (PLT_SEQUENCE_LIST (self->list)));
}

static void
on_blocks_changed (PltScriptDesk *self)
{
  self->text_changed = TRUE;
}

/* ---- focus ---- */

gboolean
plt_script_desk_grab_focus (PltScriptDesk *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_DESK (self), FALSE);

  return !plt_script_desk_is_empty (self)
         && plt_sequence_list_grab_focus (PLT_SEQUENCE_LIST (self->list));
}

gboolean
plt_script_desk_focus_next_part (PltScriptDesk *self)
{
  GtkRoot *root;
  GtkWidget *focus;
  gint64 sequence;

  g_return_val_if_fail (PLT_IS_SCRIPT_DESK (self), FALSE);

  sequence = plt_sequence_list_get_selected (PLT_SEQUENCE_LIST (self->list));
  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->list))
    return FALSE;
  if (sequence != 0 && sequence != plt_script_page_get_sequence (PLT_SCRIPT_PAGE (self->page)))
    plt_script_page_go_to_sequence (PLT_SCRIPT_PAGE (self->page), sequence);
  return gtk_widget_grab_focus (
      GTK_WIDGET (plt_script_page_get_text (PLT_SCRIPT_PAGE (self->page))));
}

/* ---- building ---- */

static GtkWidget *
new_bar (GtkWidget **label, const char *class, const char *title, GCallback callback, gpointer data)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_mnemonic (title);

  *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (*label), 0);
  gtk_label_set_wrap (GTK_LABEL (*label), TRUE);
  gtk_widget_set_hexpand (*label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", callback, data);
  gtk_widget_add_css_class (bar, class);
  gtk_box_append (GTK_BOX (bar), *label);
  gtk_box_append (GTK_BOX (bar), button);
  gtk_widget_set_visible (bar, FALSE);
  return bar;
}

static GtkWidget *
new_hint (PltScriptDesk *self)
{
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkWidget *bar = new_bar (&self->hint_text, "hint-bar", _ ("_Look at Them"),
                            G_CALLBACK (on_hint_taken), self);

  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (close, _ ("Not now"));
  plt_a11y_set_name (close, _ ("Not now"));
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (on_hint_closed), self);
  gtk_box_append (GTK_BOX (bar), close);
  return bar;
}

GtkWidget *
plt_script_desk_new (PltSession *session)
{
  PltScriptDesk *self = g_object_new (PLT_TYPE_SCRIPT_DESK, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->list = plt_sequence_list_new (session);
  plt_sequence_list_set_filterable (PLT_SEQUENCE_LIST (self->list));
  self->page = plt_script_page_new (session);
  self->pane = g_object_ref_sink (plt_script_pane_new (session));
  self->tagger = plt_tagger_new (session, PLT_SCRIPT_PAGE (self->page));
  self->banner = new_bar (&self->banner_text, "banner", _ ("Show the current version"),
                          G_CALLBACK (on_show_current), self);
  self->hint = new_hint (self);
  gtk_box_append (GTK_BOX (box), self->banner);
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_box_append (GTK_BOX (box), self->page);
  gtk_paned_set_start_child (GTK_PANED (self->paned), self->list);
  gtk_paned_set_end_child (GTK_PANED (self->paned), box);
  plt_sequence_list_set_width (PLT_SEQUENCE_LIST (self->list), GTK_PANED (self->paned), LIST_WIDTH);
  gtk_widget_set_size_request (self->list, LIST_LEAST, -1);
  g_signal_connect_swapped (self->list, "sequence-selected", G_CALLBACK (on_list), self);
  g_signal_connect_swapped (self->page, "sequence-shown", G_CALLBACK (on_text), self);
  g_signal_connect_object (self->pane, "place-chosen", G_CALLBACK (go_to), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "proposals-shown", G_CALLBACK (mark_proposed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tagger, "element-shown", G_CALLBACK (on_element), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (on_selection), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (plt_session_get_store (session), "changed::script_block",
                           G_CALLBACK (on_blocks_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
plt_script_desk_dispose (GObject *object)
{
  PltScriptDesk *self = PLT_SCRIPT_DESK (object);

  g_clear_handle_id (&self->hinting, g_source_remove);
  g_clear_object (&self->tagger);
  g_clear_object (&self->pane);
  g_clear_pointer (&self->paned, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_script_desk_parent_class)->dispose (object);
}

static void
plt_script_desk_class_init (PltScriptDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_script_desk_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[VERSION_SHOWN] = g_signal_new ("version-shown", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PANE_WANTED] = g_signal_new ("pane-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plt_script_desk_init (PltScriptDesk *self)
{
  self->paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_resize_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_wide_handle (GTK_PANED (self->paned), TRUE);
  gtk_widget_set_parent (self->paned, GTK_WIDGET (self));
}
