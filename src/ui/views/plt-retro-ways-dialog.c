/* The ways out, a line each: what it changes, what is usual, what it gains, and its button. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-a11y.h"
#include "plt-retro-dialogs.h"
#include "plt-today.h"
#include "plt-window.h"

#define DATA "plt-retro-ways"
#define LINE "plt-retro-way"
#define WIDEST 52 /* of a sentence, in characters */
#define HIGHEST 400

typedef struct
{
  PltSession *session;
  PltRetroModel *model;
  PltDialog *dialog;
  GtkWidget *owner;
  PltNetworkTemplates *templates; /* (nullable) */
  GPtrArray *ways;
  GPtrArray *ticks; /* (element-type GtkWidget), NULL for a line without one */
  GtkWidget *then;
  gboolean applying;
} Asked;

static void fill (Asked *self);

static void
asked_free (gpointer data)
{
  Asked *self = data;

  g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_pointer (&self->templates, plt_network_templates_free);
  g_clear_pointer (&self->ways, g_ptr_array_unref);
  g_clear_pointer (&self->ticks, g_ptr_array_unref);
  g_object_unref (self->owner);
  g_object_unref (self->session);
  g_object_unref (self->model);
  g_free (self);
}

static gboolean
is_ticked (Asked *self, guint line)
{
  GtkWidget *tick = self->ticks->pdata[line];

  return tick != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (tick));
}

/* What is ticked, or the one line. (transfer full) (element-type PltRetroWay) */
static GPtrArray *
chosen_ways (Asked *self, int line)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < self->ways->len; i++)
    if (line >= 0 ? (int) i == line : is_ticked (self, i))
      g_ptr_array_add (chosen, self->ways->pdata[i]);
  return chosen;
}

static PltRetroTrial *
try_ways (Asked *self, const GPtrArray *chosen)
{
  return plt_retro_trial_new (
      plt_retro_model_get_retro (self->model), plt_session_get_plan (self->session),
      (const PltRetroWay *const *) chosen->pdata, chosen->len, plt_today ());
}

/* ---- doing it ---- */

static void
apply (Asked *self, const GPtrArray *chosen)
{
  g_autoptr (PltRetroTrial) trial = try_ways (self, chosen);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *effect = plt_retro_way_effect (trial->gain, trial->margin);
  PltSession *session = self->session;

  plt_retro_trial_write (trial, batch);
  /* what it was counted from goes with the change */
  g_clear_pointer (&trial, plt_retro_trial_free);
  self->applying = TRUE;
  if (!plt_store_apply (plt_session_get_store (session), _ ("Apply ways out"), NULL, batch, NULL,
                        &error))
    {
      self->applying = FALSE;
      plt_dialog_set_message (self->dialog, error->message);
      return;
    }
  self->applying = FALSE;
  plt_session_toast (session, effect, _ ("Undo"), "win.undo");
  fill (self);
}

static void
on_accepted (Asked *self)
{
  g_autoptr (GPtrArray) chosen = chosen_ways (self, -1);

  if (chosen->len > 0)
    apply (self, chosen);
  else
    plt_dialog_set_message (self->dialog, _ ("Tick what is to be applied."));
}

static void
open_door (Asked *self, const PltRetroWay *way)
{
  g_autoptr (GtkWidget) owner = g_object_ref (self->owner);
  g_autoptr (PltSession) session = g_object_ref (self->session);
  const PltRetroWayKind kind = way->kind;

  gtk_window_destroy (GTK_WINDOW (self->dialog)); /* and self with it */
  if (kind == PLT_RETRO_WAY_SHOOT)
    gtk_widget_activate_action (owner, "view.retro-shoot", NULL);
  else if (kind == PLT_RETRO_WAY_COUNTED)
    gtk_widget_activate_action (owner, "view.retro-direction", NULL);
  else
    plt_session_open_ref (session,
                          (PltRef){ "production", plt_session_get_facts (session)->production.id });
}

static void
do_line (Asked *self, guint line)
{
  const PltRetroWay *way = self->ways->pdata[line];
  g_autoptr (GPtrArray) chosen = chosen_ways (self, (int) line);

  if (plt_retro_way_is_door (way))
    open_door (self, way);
  else if (way->kind != PLT_RETRO_WAY_LEAST)
    apply (self, chosen);
}

static void
on_button (GtkWidget *button, Asked *self)
{
  do_line (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), LINE)));
}

/* What they come to together: two of them do not gain the sum of both. */
static void
show_effect (Asked *self)
{
  g_autoptr (GPtrArray) chosen = chosen_ways (self, -1);
  g_autoptr (PltRetroTrial) trial = chosen->len > 0 ? try_ways (self, chosen) : NULL;
  g_autofree char *effect
      = trial != NULL ? plt_retro_way_effect (trial->gain, trial->margin) : NULL;
  g_autofree char *text
      = effect != NULL ? g_strdup_printf (
            ngettext ("%u ticked %s", "%u ticked, together: %s", chosen->len), chosen->len, effect)
                       : g_strdup (_ ("Tick several to see what they come to together."));

  gtk_label_set_label (GTK_LABEL (self->then), text);
  plt_dialog_set_accept_enabled (self->dialog, chosen->len > 0);
}

/* ---- what is said ---- */

static GtkWidget *
new_label (const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

static GtkWidget *
new_words (const PltRetroWay *way, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *note = plt_retro_way_note (way);
  GtkWidget *label = new_label (text, way->kind == PLT_RETRO_WAY_LEAST ? "dim-label" : NULL);

  gtk_label_set_width_chars (GTK_LABEL (label), WIDEST);
  gtk_box_append (GTK_BOX (box), label);
  if (*note != '\0')
    gtk_box_append (GTK_BOX (box), new_label (note, "dim-label"));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
add_line (Asked *self, GtkGrid *grid, guint line)
{
  const PltRetroWay *way = self->ways->pdata[line];
  g_autofree char *text = plt_retro_way_text (plt_retro_model_get_retro (self->model), way);
  g_autofree char *effect = plt_retro_way_effect (way->gain, way->margin), *name = NULL;
  const gboolean is_door = plt_retro_way_is_door (way);
  GtkWidget *tick = NULL, *button;

  gtk_grid_attach (grid, new_words (way, text), 1, (int) line, 1, 1);
  if (way->kind == PLT_RETRO_WAY_LEAST)
    {
      g_ptr_array_add (self->ticks, NULL);
      return;
    }
  if (!is_door)
    {
      GtkWidget *label = new_label (effect, way->gain > 0 ? NULL : "dim-label");

      tick = gtk_check_button_new ();
      gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
      plt_a11y_set_name (tick, text);
      g_signal_connect_swapped (tick, "toggled", G_CALLBACK (show_effect), self);
      gtk_grid_attach (grid, tick, 0, (int) line, 1, 1);
      gtk_label_set_wrap (GTK_LABEL (label), FALSE);
      gtk_grid_attach (grid, label, 2, (int) line, 1, 1);
    }
  g_ptr_array_add (self->ticks, tick);
  button = gtk_button_new_with_label (is_door ? _ ("Open…") : _ ("Apply It"));
  /* Translators: a button's name for assistive technology: what it does, then the way out */
  name = g_strdup_printf (is_door ? _ ("Open: %s") : _ ("Apply: %s"), text);
  plt_a11y_set_name (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, is_door || !plt_session_is_read_only (self->session));
  g_object_set_data (G_OBJECT (button), LINE, GUINT_TO_POINTER (line));
  g_signal_connect (button, "clicked", G_CALLBACK (on_button), self);
  gtk_grid_attach (grid, button, 3, (int) line, 1, 1);
}

static GtkWidget *
new_lines (Asked *self)
{
  GtkWidget *grid = gtk_grid_new (), *scroller = gtk_scrolled_window_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  g_clear_pointer (&self->ticks, g_ptr_array_unref);
  self->ticks = g_ptr_array_new ();
  for (guint i = 0; i < self->ways->len; i++)
    add_line (self, GTK_GRID (grid), i);
  gtk_widget_set_margin_end (grid, 12); /* of the bar that scrolls it */
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HIGHEST);
  return scroller;
}

static const PltNetworkTemplate *
template_of (Asked *self)
{
  const char *kind
      = plt_retro_template_kind (plt_session_get_facts (self->session)->production.kind);

  return self->templates != NULL ? plt_network_templates_find (self->templates, kind) : NULL;
}

/* Anew, as the plan is now; nothing left to do closes it. */
static void
fill (Asked *self)
{
  const PltRetro *retro = plt_retro_model_get_retro (self->model);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *head = plt_retro_head_text (retro), *chain = plt_retro_chain_text (retro);

  g_clear_pointer (&self->ways, g_ptr_array_unref);
  self->ways = plt_retro_ways (retro, plt_session_get_plan (self->session), template_of (self),
                               plt_today ());
  gtk_box_append (GTK_BOX (box), new_label (head, "heading"));
  gtk_box_append (GTK_BOX (box), new_label (chain, "dim-label"));
  gtk_box_append (GTK_BOX (box), new_lines (self));
  self->then = new_label (NULL, NULL);
  gtk_box_append (GTK_BOX (box), self->then);
  gtk_widget_add_css_class (box, "dialog-content");
  plt_dialog_set_content (self->dialog, box);
  plt_dialog_set_message (self->dialog, NULL);
  show_effect (self);
  if (retro->head.missing == 0 && retro->head.behind == 0)
    gtk_window_destroy (GTK_WINDOW (self->dialog)); /* and self with it */
  else if (gtk_widget_get_mapped (GTK_WIDGET (self->dialog)))
    gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD);
}

static void
on_shown (Asked *self)
{
  if (!self->applying)
    fill (self);
}

PltDialog *
plt_retro_ways_dialog (GtkWidget *owner, PltSession *session, PltRetroModel *model)
{
  const PltRetroHead *head = &plt_retro_model_get_retro (model)->head;
  Asked *self;

  if (head->missing == 0 && head->behind == 0)
    {
      plt_session_toast (session, _ ("Nothing is missing: the plan can be held."), NULL, NULL);
      return NULL;
    }
  self = g_new0 (Asked, 1);
  self->session = g_object_ref (session);
  self->model = g_object_ref (model);
  self->owner = g_object_ref (owner);
  self->templates = plt_retro_load_templates (session, NULL);
  self->dialog = plt_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), _ ("Ways Out"),
                                 _ ("_Apply What Is Ticked"));
  g_object_set_data_full (G_OBJECT (self->dialog), DATA, self, asked_free);
  g_signal_connect_swapped (model, "shown", G_CALLBACK (on_shown), self);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  fill (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  return self->dialog;
}

static Asked *
asked_of (PltDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), DATA);
}

const GPtrArray *
plt_retro_ways_dialog_get_ways (PltDialog *dialog)
{
  return asked_of (dialog)->ways;
}

const char *
plt_retro_ways_dialog_get_effect (PltDialog *dialog)
{
  return gtk_label_get_label (GTK_LABEL (asked_of (dialog)->then));
}

void
plt_retro_ways_dialog_tick (PltDialog *dialog, guint line, gboolean ticked)
{
  GtkWidget *tick = asked_of (dialog)->ticks->pdata[line];

  if (tick != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), ticked);
}

void
plt_retro_ways_dialog_do (PltDialog *dialog, guint line)
{
  do_line (asked_of (dialog), line);
}
