#include "plt-optimise-dialog.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-dialog.h"
#include "plt-load.h"
#include "plt-money.h"
#include "plt-optimise-offer.h"
#include "plt-optimise-run.h"
#include "plt-optimise-settings.h"
#include "plt-paths.h"
#include "plt-today.h"

#define WIDTH 1080
#define HEIGHT 620
#define SETTINGS_WIDTH 400
#define TICK_MS 100

typedef struct
{
  PltSession *session;
  PltDialog *dialog;
  GtkWidget *settings, *stack, *offer, *bar, *found, *button, *results;
  GPtrArray *runs; /* PltOptimiseRun, one for each offer that can be looked at */
  PltOptimiseRun *running;
  GCancellable *cancellable; /* (nullable): of the search that runs */
  guint tick;
  gboolean applying;
} Optimise;

static void
optimise_free (gpointer data)
{
  Optimise *self = data;

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->running);
  g_ptr_array_unref (self->runs);
  g_object_unref (self->session);
  g_free (self);
}

static PltOptimiseRun *
shown_run (Optimise *self)
{
  guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->results));

  return index < self->runs->len ? self->runs->pdata[index] : NULL;
}

static void
update_accept (Optimise *self)
{
  plt_dialog_set_accept_enabled (
      self->dialog, self->running == NULL && shown_run (self) != NULL
                        && plt_optimise_offer_count (PLT_OPTIMISE_OFFER (self->offer)) > 0
                        && !plt_session_is_read_only (self->session));
}

static void
show_result (Optimise *self)
{
  PltOptimiseRun *run = shown_run (self);

  if (run == NULL)
    return;
  plt_optimise_offer_set (PLT_OPTIMISE_OFFER (self->offer), plt_optimise_run_get_offer (run));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "offer");
  update_accept (self);
}

/* ---- the search ---- */

static gboolean
on_tick (gpointer data)
{
  Optimise *self = data;
  PltOptimiseState state = plt_optimise_run_get_state (self->running);
  g_autofree char *gain = plt_money_format (state.gain);
  /* Translators: an amount of money */
  g_autofree char *text = state.gain > 0 ? g_strdup_printf (_ ("Best so far: %s less"), gain)
                                         : g_strdup (_ ("Nothing better so far"));

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), MIN (state.fraction, 1));
  gtk_label_set_label (GTK_LABEL (self->found), text);
  return G_SOURCE_CONTINUE;
}

static void
set_searching (Optimise *self, gboolean searching)
{
  gtk_button_set_label (GTK_BUTTON (self->button), searching ? _ ("_Stop") : _ ("_Search"));
  gtk_widget_set_sensitive (self->settings, !searching);
  gtk_widget_set_sensitive (self->results, !searching);
  gtk_widget_set_visible (self->results, self->runs->len > 1);
  if (searching && self->tick == 0)
    self->tick = g_timeout_add (TICK_MS, on_tick, self);
  else if (!searching)
    g_clear_handle_id (&self->tick, g_source_remove);
  update_accept (self);
}

/* "Balanced: 4 230,00 €, 5 changes" */
static char *
name_of (const PltOffer *offer)
{
  gint64 money = 0;
  g_autofree char *gain = NULL;

  for (guint i = 0; i < offer->moves->len; i++)
    money += ((const PltOfferMove *) offer->moves->pdata[i])->money;
  gain = plt_money_format (money);
  return g_strdup_printf (ngettext ("%s: %s, %u change", "%s: %s, %u changes", offer->moves->len),
                          plt_offer_kind_title (offer->kind), gain, offer->moves->len);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PltDialog) dialog = data; /* kept until now, even if it was closed */
  Optimise *self = g_object_get_data (G_OBJECT (dialog), "plt-optimise");
  const PltOffer *offer = plt_optimise_run_finish (PLT_OPTIMISE_RUN (source), result);
  g_autofree char *name = NULL;
  const char *names[] = { NULL, NULL };

  if (self == NULL || self->running == NULL) /* closed */
    return;
  g_clear_object (&self->running);
  g_clear_object (&self->cancellable);
  g_ptr_array_add (self->runs, g_object_ref (source));
  names[0] = name = name_of (offer);
  gtk_string_list_splice (GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (self->results))),
                          self->runs->len - 1, 0, names);
  set_searching (self, FALSE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->results), self->runs->len - 1);
  show_result (self);
  gtk_widget_grab_focus (self->button);
}

/* What was typed as weights is kept in the production, so that nothing typed is lost. */
static gboolean
keep_weights (Optimise *self)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  plt_plan_weights_write (
      plt_optimise_settings_get_weights (PLT_OPTIMISE_SETTINGS (self->settings)),
      plt_session_get_facts (self->session), batch);
  return plt_session_is_read_only (self->session) || plt_batch_get_n_edits (batch) == 0
         || plt_session_apply (self->session, _ ("Weigh the plan otherwise"), NULL, batch, NULL);
}

static void
start (Optimise *self)
{
  PltOptimiseSettings *settings = PLT_OPTIMISE_SETTINGS (self->settings);
  PltOptimiseOptions options;
  PltFacts *facts;
  g_autoptr (GError) error = NULL;

  plt_dialog_set_message (self->dialog, NULL);
  plt_optimise_settings_get (settings, &options);
  options.today = plt_today ();
  if (!plt_optimise_settings_check (settings, &error))
    {
      plt_dialog_set_message (self->dialog, error->message);
      return;
    }
  self->applying = TRUE;
  keep_weights (self);
  self->applying = FALSE;
  facts = plt_facts_load (plt_session_get_store (self->session), &error);
  if (facts != NULL)
    self->running
        = plt_optimise_run_new (facts, plt_session_get_schedule_id (self->session),
                                plt_optimise_settings_get_weights (settings), &options, &error);
  if (self->running == NULL)
    {
      plt_dialog_set_message (self->dialog, error->message);
      return;
    }
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), 0);
  gtk_label_set_label (GTK_LABEL (self->found), _ ("Nothing better so far"));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "search");
  set_searching (self, TRUE);
  plt_optimise_run_start (self->running, plt_optimise_settings_get_seconds (settings),
                          self->cancellable, on_done, g_object_ref (self->dialog));
}

static void
on_button (Optimise *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    start (self);
}

/* ---- the end ---- */

static void
on_accepted (Optimise *self)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  PltOptimiseRun *run = shown_run (self);
  guint n = plt_optimise_offer_count (PLT_OPTIMISE_OFFER (self->offer));
  g_autofree char *text = NULL;
  gboolean done;

  if (run == NULL || n == 0 || self->running != NULL)
    return;
  plt_offer_batch (plt_optimise_run_get_offer (run),
                   plt_optimise_offer_get_accepted (PLT_OPTIMISE_OFFER (self->offer)), batch);
  self->applying = TRUE;
  done = plt_session_apply (self->session, _ ("Optimise the schedule"), NULL, batch, NULL);
  self->applying = FALSE;
  if (!done)
    return;
  text = g_strdup_printf (
      ngettext ("%u change was made to the plan.", "%u changes were made to the plan.", n), n);
  plt_session_toast (self->session, text, _ ("Undo"), "win.undo");
  gtk_window_destroy (GTK_WINDOW (self->dialog)); /* and self with it */
}

static void
on_open_ref (Optimise *self, const PltRef *ref)
{
  PltRef to = *ref;
  g_autoptr (PltSession) session = g_object_ref (self->session);

  gtk_window_destroy (GTK_WINDOW (self->dialog));
  plt_session_open_ref (session, to);
}

/* What is offered was found on another plan. */
static void
on_session_changed (PltDialog *dialog)
{
  Optimise *self = g_object_get_data (G_OBJECT (dialog), "plt-optimise");
  GListModel *names = gtk_drop_down_get_model (GTK_DROP_DOWN (self->results));

  if (self->applying || self->runs->len == 0)
    return;
  plt_optimise_offer_set (PLT_OPTIMISE_OFFER (self->offer), NULL);
  g_ptr_array_set_size (self->runs, 0);
  gtk_string_list_splice (GTK_STRING_LIST (names), 0, g_list_model_get_n_items (names), NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "begin");
  set_searching (self, self->running != NULL);
}

static void
on_destroy (Optimise *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->running);
}

/* ---- the window ---- */

static GtkWidget *
new_search_page (Optimise *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->bar = gtk_progress_bar_new ();
  self->found = gtk_label_new (NULL);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "dialog-content");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search of a better plan"), -1);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), self->found);
  return box;
}

static GtkWidget *
new_begin_page (void)
{
  GtkWidget *label = gtk_label_new (_ (
      "The search begins from your plan and never gives a worse one. Locked strips, locked days "
      "and "
      "what was shot stay where they are. You choose which changes to take, and undo them in one "
      "step."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_widget_add_css_class (label, "dialog-content");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
new_content (Optimise *self)
{
  g_autofree char *shipped
      = plt_paths_read ("referentials/" PLT_PLAN_WEIGHTS_REFERENTIAL ".tsv", NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->settings = plt_optimise_settings_new (
      plt_plan_weights_new (plt_session_get_facts (self->session), shipped));
  self->button = gtk_button_new_with_mnemonic (_ ("_Search"));
  gtk_widget_set_margin_start (self->button, 16);
  gtk_widget_set_margin_end (self->button, 16);
  gtk_widget_set_margin_top (self->button, 8);
  gtk_widget_set_margin_bottom (self->button, 8);
  gtk_widget_set_hexpand (left, FALSE); /* whatever its labels ask for */
  gtk_widget_set_size_request (left, SETTINGS_WIDTH, -1);
  gtk_box_append (GTK_BOX (left), self->settings);
  gtk_box_append (GTK_BOX (left), self->button);

  self->stack = gtk_stack_new ();
  self->offer = plt_optimise_offer_new ();
  self->results = gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), NULL);
  gtk_stack_add_named (GTK_STACK (self->stack), new_begin_page (), "begin");
  gtk_stack_add_named (GTK_STACK (self->stack), new_search_page (self), "search");
  gtk_stack_add_named (GTK_STACK (self->stack), self->offer, "offer");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_set_hexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (right), self->stack);
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box), right);
  return box;
}

GtkWindow *
plt_optimise_dialog_present (GtkWindow *parent, PltSession *session)
{
  Optimise *self = g_new0 (Optimise, 1);

  self->session = g_object_ref (session);
  self->runs = g_ptr_array_new_with_free_func (g_object_unref);
  self->dialog = plt_dialog_new (parent, _ ("Optimise the Schedule"), _ ("_Apply"));
  g_object_set_data_full (G_OBJECT (self->dialog), "plt-optimise", self, optimise_free);
  plt_dialog_set_content (self->dialog, new_content (self));
  gtk_header_bar_pack_start (GTK_HEADER_BAR (plt_dialog_get_head (self->dialog)), self->results);
  plt_a11y_set_name (self->results, _ ("Plans that were found"));
  gtk_widget_set_tooltip_text (self->results, _ ("Plans that were found, to compare them"));
  gtk_window_set_default_size (GTK_WINDOW (self->dialog), WIDTH, HEIGHT);
  gtk_window_set_resizable (GTK_WINDOW (self->dialog), TRUE);

  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_button), self);
  g_signal_connect_swapped (self->results, "notify::selected", G_CALLBACK (show_result), self);
  g_signal_connect_swapped (self->offer, "changed", G_CALLBACK (update_accept), self);
  g_signal_connect_swapped (self->offer, "open-ref", G_CALLBACK (on_open_ref), self);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  g_signal_connect_swapped (self->dialog, "destroy", G_CALLBACK (on_destroy), self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self->dialog,
                           G_CONNECT_SWAPPED);
  set_searching (self, FALSE);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->button);
  return GTK_WINDOW (self->dialog);
}
