#include "plt-plan-done.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-dialog.h"
#include "plt-plan-shift.h"
#include "plt-time.h"

/* In the order of the list. */
static const PltShootStatus choices[]
    = { PLT_SHOOT_DONE, PLT_SHOOT_PARTLY, PLT_SHOOT_POSTPONED, PLT_SHOOT_TO_DO };

typedef struct
{
  gint64 strip;
  char *name;
  GtkWidget *choice, *rest;
} Row;

typedef struct
{
  PltSession *session;
  PltDialog *dialog;
  gint64 schedule;
  char *label;
  GArray *rows;
} Done;

static void
row_clear (gpointer data)
{
  g_free (((Row *) data)->name);
}

static void
done_free (Done *self)
{
  g_object_unref (self->session);
  g_array_unref (self->rows);
  g_free (self->label);
  g_free (self);
}

static Row *
row_at (Done *self, guint i)
{
  return &g_array_index (self->rows, Row, i);
}

static PltShootStatus
status_of (const Row *row)
{
  return choices[gtk_drop_down_get_selected (GTK_DROP_DOWN (row->choice))];
}

static void
on_choice (Done *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (row_at (self, i)->rest,
                            status_of (row_at (self, i)) == PLT_SHOOT_PARTLY);
  plt_dialog_set_message (self->dialog, NULL);
}

/* What is left of a séquence shot in part; an empty field makes no strip. */
static gboolean
read_rest (const Row *row, gint64 *minutes, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row->rest));

  *minutes = PLT_UNKNOWN;
  if (*text == '\0')
    return TRUE;
  if (plt_duration_parse (text, minutes, error))
    return TRUE;
  g_prefix_error (error, "%s: ", row->name);
  return FALSE;
}

static void
on_accepted (Done *self)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, TRUE, sizeof (PltStatusChange));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = row_at (self, i);
      PltStatusChange change = { row->strip, 0, status_of (row), PLT_UNKNOWN };

      if (change.status == PLT_SHOOT_PARTLY && !read_rest (row, &change.rest_minutes, &error))
        {
          plt_dialog_set_message (self->dialog, error->message);
          gtk_widget_grab_focus (row->rest);
          return;
        }
      g_array_append_val (changes, change);
    }
  if (!plt_plan_apply_statuses (self->session, self->schedule, self->label,
                                (const PltStatusChange *) (gpointer) changes->data, changes->len,
                                &error))
    {
      plt_dialog_set_message (self->dialog, error->message);
      return;
    }
  plt_session_toast (self->session, self->label, _ ("Undo"), "win.undo");
  gtk_window_destroy (GTK_WINDOW (self->dialog)); /* and self with it */
}

/* ---- the dialog ---- */

static GtkWidget *
new_choice (const char *name, PltShootStatus usual)
{
  const char *titles[G_N_ELEMENTS (choices) + 1] = { NULL };
  GtkWidget *choice;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    titles[i] = plt_shoot_status_title (choices[i]);
  choice = gtk_drop_down_new_from_strings (titles);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i] == usual)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), i);
  plt_a11y_set_name (choice, name);
  return choice;
}

/* The half of it, to begin with. */
static GtkWidget *
new_rest (const PltBoardStrip *strip)
{
  GtkWidget *rest = gtk_entry_new ();
  g_autofree char *half
      = strip->minutes != PLT_UNKNOWN ? plt_duration_format (MAX (strip->minutes / 2, 1)) : NULL;

  gtk_editable_set_width_chars (GTK_EDITABLE (rest), 12);
  gtk_entry_set_placeholder_text (GTK_ENTRY (rest), _ ("time left"));
  gtk_entry_set_activates_default (GTK_ENTRY (rest), TRUE);
  gtk_widget_set_tooltip_text (rest, _ ("Time that is left to shoot: it goes to what is to place, "
                                        "as another part. Empty: nothing more is made."));
  if (half != NULL)
    gtk_editable_set_text (GTK_EDITABLE (rest), half);
  plt_a11y_set_name (rest, _ ("Time left"));
  return rest;
}

static void
add_row (Done *self, GtkGrid *grid, const PltBoardStrip *strip, PltShootStatus usual)
{
  Row row = { .strip = strip->id };
  GtkWidget *label;
  g_autofree char *text = NULL;
  int at = (int) self->rows->len;

  row.name = plt_board_strip_title (strip);
  text = g_strdup_printf ("%s%s%s \302\267 %s \302\267 %s", strip->number,
                          *strip->part != '\0' ? " \302\267 " : "", strip->part, strip->code,
                          strip->set);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_width_chars (GTK_LABEL (label), 34);
  gtk_widget_set_hexpand (label, TRUE);
  row.choice = new_choice (row.name, usual);
  row.rest = new_rest (strip);
  g_signal_connect_swapped (row.choice, "notify::selected", G_CALLBACK (on_choice), self);
  gtk_grid_attach (grid, label, 0, at, 1, 1);
  gtk_grid_attach (grid, row.choice, 1, at, 1, 1);
  gtk_grid_attach (grid, row.rest, 2, at, 1, 1);
  g_array_append_val (self->rows, row);
}

static GtkWidget *
new_content (
    Done *self, const PltBoardState *state, const gint64 *keys, guint n_keys, PltShootStatus usual)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_add_css_class (grid, "dialog-content");
  for (guint i = 0; i < n_keys; i++)
    {
      const PltBoardStrip *strip = plt_board_state_find (state, keys[i]);

      if (strip != NULL && strip->kind == PLT_BOARD_SEQUENCE && strip->id != 0 && !strip->shot
          && strip->status != PLT_SHOOT_DROPPED)
        add_row (self, GTK_GRID (grid), strip, usual);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 460);
  return scroller;
}

GtkWindow *
plt_plan_done_present (GtkWindow *parent,
                       PltSession *session,
                       const PltBoardState *state,
                       const gint64 *keys,
                       guint n_keys,
                       const char *title,
                       PltShootStatus usual)
{
  Done *self = g_new0 (Done, 1);
  GtkWidget *content;

  self->session = g_object_ref (session);
  self->schedule = state->schedule;
  self->label = g_strdup (title);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  self->dialog = plt_dialog_new (parent, title, _ ("_Write It Down"));
  g_object_set_data_full (G_OBJECT (self->dialog), "plt-plan-done", self,
                          (GDestroyNotify) done_free);
  content = new_content (self, state, keys, n_keys, usual);
  plt_dialog_set_content (self->dialog, content);
  if (self->rows->len == 0)
    {
      plt_session_toast (session, _ ("There is nothing left to say of this day."), NULL, NULL);
      gtk_window_destroy (GTK_WINDOW (self->dialog));
      return NULL;
    }
  on_choice (self);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (row_at (self, 0)->choice);
  return GTK_WINDOW (self->dialog);
}

void
plt_plan_ask (GtkWindow *parent,
              PltSession *session,
              const PltBoardState *state,
              PltBoardAct act,
              const PltBoardTarget *target)
{
  const PltBoardLane *lane = plt_board_state_lane (state, target->at.lane);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *day = plt_board_lane_title (lane);
  g_autofree char *title = NULL;

  if (act == PLT_BOARD_ACT_SHIFT_DAYS)
    {
      lane = target->first_day > 0 ? plt_board_state_lane (state, target->first_day) : lane;
      plt_plan_shift_present (parent, session, lane->day);
      return;
    }
  if (act == PLT_BOARD_ACT_DAY_DONE)
    for (guint i = 0; i < lane->strips->len; i++)
      g_array_append_val (keys, ((PltBoardStrip *) lane->strips->pdata[i])->key);
  else
    g_array_append_vals (keys, target->keys, target->n_keys);
  /* Translators: %s is a day: "J3 · mer. 12 mai" */
  title = act == PLT_BOARD_ACT_DAY_DONE ? g_strdup_printf (_ ("Day finished: %s"), day)
                                        : g_strdup (_ ("Shot in part"));
  plt_plan_done_present (parent, session, state, (const gint64 *) (gpointer) keys->data, keys->len,
                         title, act == PLT_BOARD_ACT_DAY_DONE ? PLT_SHOOT_DONE : PLT_SHOOT_PARTLY);
}
