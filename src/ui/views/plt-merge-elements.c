#include "plt-merge-elements.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-breakdown.h"
#include "plt-dialog.h"

/* One element that may be merged. */
typedef struct
{
  gint64 id;
  char *name;
  GtkWidget *check;
} Candidate;

typedef struct
{
  PltSession *session;
  PltDialog *dialog;
  GArray *candidates; /* Candidate */
  GtkWidget *keep;    /* drop-down over the candidates */
} Merge;

static void
candidate_clear (Candidate *self)
{
  g_free (self->name);
}

static void
merge_free (Merge *self)
{
  g_object_unref (self->session);
  g_array_unref (self->candidates);
  g_free (self);
}

gboolean
plt_merge_elements (PltSession *session, gint64 keep, const gint64 *others, guint n_others)
{
  const PltFacts *facts = plt_session_get_facts (session);
  const PltElementFacts *kept = PLT_FACTS_FIND (facts->elements, PltElementFacts, keep);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  if (kept == NULL || n_others == 0)
    return FALSE;
  /* Translators: %s is the name of the element that stays */
  label = g_strdup_printf (_ ("Merge elements into %s"), kept->name);
  text = g_strdup_printf (
      ngettext ("%u element was merged into “%s”.", "%u elements were merged into “%s”.", n_others),
      n_others, kept->name);
  plt_breakdown_merge_elements (facts, keep, others, n_others, batch);
  if (!plt_session_apply (session, label, NULL, batch, NULL))
    return FALSE;
  plt_session_toast (session, text, _ ("Undo"), "win.undo");
  return TRUE;
}

static Candidate *
candidate (Merge *self, guint i)
{
  return &g_array_index (self->candidates, Candidate, i);
}

static gboolean
is_ticked (Merge *self, guint i)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (candidate (self, i)->check));
}

static guint
count_ticked (Merge *self)
{
  guint n = 0;

  for (guint i = 0; i < self->candidates->len; i++)
    n += is_ticked (self, i) ? 1 : 0;
  return n;
}

/* The name that stays is one of those that are merged. */
static void
update (Merge *self)
{
  guint kept = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->keep));

  plt_dialog_set_message (self->dialog, NULL);
  plt_dialog_set_accept_enabled (self->dialog, kept < self->candidates->len
                                                   && is_ticked (self, kept)
                                                   && count_ticked (self) > 1);
  for (guint i = 0; i < self->candidates->len && kept < self->candidates->len; i++)
    if (!is_ticked (self, kept) && is_ticked (self, i))
      {
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->keep), i);
        return;
      }
}

static void
on_accepted (Merge *self)
{
  guint kept = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->keep));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->candidates->len; i++)
    if (i != kept && is_ticked (self, i))
      g_array_append_val (others, candidate (self, i)->id);
  if (plt_merge_elements (self->session, candidate (self, kept)->id, (const gint64 *) others->data,
                          others->len))
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  else
    plt_dialog_set_message (self->dialog, _ ("The elements were not merged."));
}

static gboolean
is_in (gint64 id, const gint64 *ids, guint n)
{
  for (guint i = 0; i < n; i++)
    if (ids[i] == id)
      return TRUE;
  return FALSE;
}

static void
add_candidate (Merge *self,
               GtkWidget *list,
               const PltFacts *facts,
               const PltElementFacts *element,
               gboolean on)
{
  g_autoptr (GPtrArray) where = plt_breakdown_sequences_of (facts, element->id);
  g_autofree char *count
      = g_strdup_printf (ngettext ("%u sequence", "%u sequences", where->len), where->len);
  g_autofree char *text = g_strdup_printf ("%s · %s", element->name, count);
  Candidate added
      = { element->id, g_strdup (element->name), gtk_check_button_new_with_label (text) };

  gtk_check_button_set_active (GTK_CHECK_BUTTON (added.check), on);
  g_signal_connect_swapped (added.check, "toggled", G_CALLBACK (update), self);
  gtk_box_append (GTK_BOX (list), added.check);
  g_array_append_val (self->candidates, added);
}

/* Of those that are ticked, the one that occurs most stays unless the user says otherwise. */
static guint
likeliest (Merge *self, const PltFacts *facts)
{
  guint best = 0, most = 0;

  for (guint i = 0; i < self->candidates->len; i++)
    {
      g_autoptr (GPtrArray) where = plt_breakdown_sequences_of (facts, candidate (self, i)->id);

      if (is_ticked (self, i) && where->len + 1 > most)
        {
          most = where->len + 1;
          best = i;
        }
    }
  return best;
}

static GtkWidget *
new_content (Merge *self, const PltFacts *facts, gint64 category, const gint64 *ids, guint n_ids)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *which = gtk_label_new (_ ("Tick what is one and the same:"));
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Name that stays"));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < facts->elements.n; i++)
    if (facts->elements.items[i].category == category)
      {
        add_candidate (self, list, facts, &facts->elements.items[i],
                       is_in (facts->elements.items[i].id, ids, n_ids));
        g_strv_builder_add (builder, facts->elements.items[i].name);
      }
  names = g_strv_builder_end (builder);
  self->keep = gtk_drop_down_new_from_strings ((const char *const *) names);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->keep), likeliest (self, facts));
  gtk_widget_set_hexpand (self->keep, TRUE);
  g_signal_connect_swapped (self->keep, "notify::selected", G_CALLBACK (update), self);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->keep);
  plt_a11y_set_name (self->keep, _ ("Name that stays"));
  gtk_label_set_xalign (GTK_LABEL (which), 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), self->keep);
  gtk_box_append (GTK_BOX (box), which);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), row);
  gtk_widget_add_css_class (box, "dialog-content");
  return box;
}

GtkWindow *
plt_merge_elements_present (GtkWindow *parent, PltSession *session, const gint64 *ids, guint n_ids)
{
  const PltFacts *facts = plt_session_get_facts (session);
  const PltElementFacts *first
      = n_ids > 0 ? PLT_FACTS_FIND (facts->elements, PltElementFacts, ids[0]) : NULL;
  guint n = 0;
  Merge *self;

  for (guint i = 0; first != NULL && i < facts->elements.n; i++)
    n += facts->elements.items[i].category == first->category ? 1 : 0;
  if (n < 2)
    {
      plt_session_toast (session, _ ("There is no other element in this category to merge with."),
                         NULL, NULL);
      return NULL;
    }
  self = g_new0 (Merge, 1);
  self->session = g_object_ref (session);
  self->candidates = g_array_new (FALSE, TRUE, sizeof (Candidate));
  g_array_set_clear_func (self->candidates, (GDestroyNotify) candidate_clear);
  self->dialog = plt_dialog_new (parent, _ ("Merge Elements"), _ ("_Merge"));
  g_object_set_data_full (G_OBJECT (self->dialog), "plt-merge", self, (GDestroyNotify) merge_free);
  plt_dialog_set_content (self->dialog, new_content (self, facts, first->category, ids, n_ids));
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  gtk_window_set_default_size (GTK_WINDOW (self->dialog), 420, 420);
  update (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  return GTK_WINDOW (self->dialog);
}
