#include "plt-cash-keep.h"

#include <glib/gi18n-lib.h>

#include "plt-dialog.h"

#define DATA "plt-cash-keep"

typedef struct
{
  PltSession *session;
  PltDialog *dialog;
  GtkWidget *owner; /* weak */
  PltCashKept done;
  GStringChunk *strings;
  GArray *changes;   /* (nullable) PltScenarioChangeFacts */
  GArray *scenarios; /* gint64, as the list shows them after "new" */
  gint64 renamed;
  GtkWidget *list, *name;
} Keep;

static void
keep_free (gpointer data)
{
  Keep *self = data;

  g_clear_weak_pointer (&self->owner);
  g_clear_pointer (&self->changes, g_array_unref);
  g_string_chunk_free (self->strings);
  g_array_unref (self->scenarios);
  g_object_unref (self->session);
  g_free (self);
}

static const char *
typed_name (Keep *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->name));
}

/* The scenario that is chosen, 0 for a new one. */
static gint64
chosen (Keep *self)
{
  const guint at = self->list != NULL ? gtk_drop_down_get_selected (GTK_DROP_DOWN (self->list)) : 0;

  return at > 0 && at <= self->scenarios->len ? g_array_index (self->scenarios, gint64, at - 1) : 0;
}

static void
update (Keep *self)
{
  const gboolean new_one = chosen (self) == 0;
  g_autofree char *name = g_strstrip (g_strdup (typed_name (self)));

  gtk_widget_set_sensitive (self->name, new_one);
  plt_dialog_set_accept_enabled (self->dialog, !new_one || *name != '\0');
}

static gint64
fill_batch (Keep *self, PltBatch *batch)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autofree char *name = g_strstrip (g_strdup (typed_name (self)));
  const gint64 scenario = chosen (self);

  if (self->renamed != 0)
    {
      plt_batch_update (batch, "scenario", self->renamed);
      plt_batch_set_text (batch, "name", name);
      return self->renamed;
    }
  if (scenario == 0)
    {
      g_autofree char *free_name = plt_cash_scenario_name (facts, name);
      g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (PltScenarioChangeFacts));

      return plt_cash_keep_new (batch, facts, free_name,
                                self->changes != NULL ? self->changes : none);
    }
  plt_cash_keep_in (batch, facts, scenario, self->changes);
  return scenario;
}

static void
on_accepted (Keep *self)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  const char *label = self->renamed != 0      ? _ ("Rename the scenario")
                      : self->changes != NULL ? _ ("Keep in a scenario")
                                              : _ ("New scenario");
  gint64 scenario = fill_batch (self, batch);
  PltCashKept done = self->done;
  GtkWidget *owner = self->owner;

  if (!plt_store_apply (plt_session_get_store (self->session), label, NULL, batch, &ids, &error))
    {
      plt_dialog_set_message (self->dialog, error->message);
      return;
    }
  if (scenario < 0 && ids != NULL && ids->len > 0)
    scenario = g_array_index (ids, gint64, 0);
  gtk_window_destroy (GTK_WINDOW (self->dialog));
  if (owner != NULL && done != NULL)
    done (scenario, owner);
}

static Keep *
begin (
    GtkWidget *owner, PltSession *session, const char *title, const char *accept, PltCashKept done)
{
  Keep *self = g_new0 (Keep, 1);

  self->session = g_object_ref (session);
  self->done = done;
  self->strings = g_string_chunk_new (256);
  self->scenarios = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->dialog = plt_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), title, accept);
  g_set_weak_pointer (&self->owner, owner);
  g_object_set_data_full (G_OBJECT (self->dialog), DATA, self, keep_free);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  return self;
}

static GtkWidget *
new_name (Keep *self, const char *text)
{
  self->name = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->name), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->name), 36);
  gtk_entry_set_activates_default (GTK_ENTRY (self->name), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the scenario"), -1);
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (update), self);
  return self->name;
}

static GtkWidget *
new_list (Keep *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("A new scenario"));
  for (guint i = 0; i < facts->scenarios.n; i++)
    {
      const PltScenarioFacts *scenario = &facts->scenarios.items[i];

      if (!g_str_equal (scenario->kind, "tresorerie"))
        continue;
      gtk_string_list_append (names, scenario->name);
      g_array_append_val (self->scenarios, scenario->id);
    }
  self->list = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Keep it in"), -1);
  g_signal_connect_swapped (self->list, "notify::selected", G_CALLBACK (update), self);
  return self->list;
}

static GtkWidget *
new_words (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 56);
  return label;
}

GtkWindow *
plt_cash_keep_dialog (GtkWidget *owner,
                      PltSession *session,
                      const GArray *changes,
                      const char *wish,
                      PltCashKept done)
{
  Keep *self = begin (owner, session, _ ("Keep in a Scenario"), _ ("_Keep"), done);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *words = NULL;
  g_autofree char *name = plt_cash_scenario_name (plt_session_get_facts (session), wish);

  self->changes = plt_cash_what_if_copy (changes, self->strings);
  words = plt_cash_changes_text (plt_session_get_facts (session), self->changes);
  gtk_box_append (GTK_BOX (box), new_words (words));
  gtk_box_append (GTK_BOX (box), new_list (self));
  gtk_box_append (GTK_BOX (box), new_name (self, name));
  gtk_widget_add_css_class (box, "dialog-content");
  plt_dialog_set_content (self->dialog, box);
  update (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->name);
  return GTK_WINDOW (self->dialog);
}

GtkWindow *
plt_cash_rename_dialog (GtkWidget *owner, PltSession *session, gint64 scenario, PltCashKept done)
{
  const PltFacts *facts = plt_session_get_facts (session);
  const PltScenarioFacts *found = PLT_FACTS_FIND (facts->scenarios, PltScenarioFacts, scenario);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  Keep *self
      = begin (owner, session, scenario != 0 ? _ ("Rename the Scenario") : _ ("New Scenario"),
               scenario != 0 ? _ ("_Rename") : _ ("_Create"), done);
  g_autofree char *name = found != NULL ? g_strdup (found->name)
                                        : plt_cash_scenario_name (facts, C_ ("cash", "Scenario"));

  self->renamed = scenario;
  gtk_box_append (GTK_BOX (box), new_name (self, name));
  gtk_widget_add_css_class (box, "dialog-content");
  plt_dialog_set_content (self->dialog, box);
  update (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->name);
  return GTK_WINDOW (self->dialog);
}
