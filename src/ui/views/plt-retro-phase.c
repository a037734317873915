#include "plt-retro-phase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-links.h"
#include "plt-retro-paper.h"

#define DATA "plt-retro-phase"
#define MOST_LATE 8

typedef struct
{
  PltSession *session;
  GtkWidget *box;
  gboolean is_shown;
} Pane;

/* What the rows of a phase come to. */
typedef struct
{
  guint n, done, under_way;
  const PltRetroRow *tightest; /* (nullable) */
  GArray *late;                /* of const PltRetroRow * */
} Sum;

static void
pane_free (gpointer data)
{
  Pane *self = data;

  g_object_unref (self->session);
  g_free (self);
}

static Pane *
pane_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), DATA);
}

static GtkWidget *
new_label (const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

static void
append (Pane *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->box), widget);
}

static void
append_fact (Pane *self, const char *title, const char *value)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *left = new_label (title, "form-label");

  gtk_widget_set_hexpand (left, TRUE);
  gtk_box_append (GTK_BOX (line), left);
  gtk_box_append (GTK_BOX (line), new_label (value, NULL));
  append (self, line);
}

static void
append_number (Pane *self, const char *title, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  append_fact (self, title, text);
}

static void
add_up (const PltRetro *retro, const PltRetroRow *phase, Sum *sum)
{
  guint at = 0;

  while (at < retro->rows->len && &g_array_index (retro->rows, PltRetroRow, at) != phase)
    at++;
  for (guint i = at + 1; i < retro->rows->len && i <= at + phase->n_below; i++)
    {
      const PltRetroRow *row = &g_array_index (retro->rows, PltRetroRow, i);

      if (row->task == NULL || row->kind == PLT_RETRO_GROUP)
        continue;
      sum->n++;
      sum->done += row->state == PLT_RETRO_DONE;
      sum->under_way += row->state == PLT_RETRO_UNDER_WAY;
      if (row->state == PLT_RETRO_LATE)
        g_array_append_val (sum->late, row);
      if (row->is_dated && row->state != PLT_RETRO_DONE
          && (sum->tightest == NULL || row->dates.slack < sum->tightest->dates.slack))
        sum->tightest = row;
    }
}

/* A task, and what is to be said of it, as a door. */
static void
append_task (Pane *self, const PltRetroRow *row, int days, gboolean calendar)
{
  g_autofree char *length = plt_retro_model_days_text (days, calendar);
  g_autofree char *text = g_strdup_printf ("%s · %s", length, row->name);

  append (self, plt_link_button_new (self->session, text, row->ref));
}

static void
show_phase (Pane *self, const PltRetro *retro, const PltRetroRow *phase)
{
  Sum sum = { .late = g_array_new (FALSE, FALSE, sizeof (gpointer)) };

  add_up (retro, phase, &sum);
  append_number (self, _ ("Tasks"), sum.n);
  append_number (self, _ ("Done"), sum.done);
  append_number (self, _ ("Under way"), sum.under_way);
  append_number (self, _ ("Late"), sum.late->len);
  if (sum.tightest != NULL)
    {
      append (self, new_label (_ ("Least margin"), "heading"));
      append_task (self, sum.tightest, sum.tightest->dates.slack, sum.tightest->calendar_days);
    }
  if (sum.late->len > 0)
    append (self, new_label (_ ("Late"), "heading"));
  for (guint i = 0; i < MIN (sum.late->len, MOST_LATE); i++)
    {
      const PltRetroRow *row = g_array_index (sum.late, const PltRetroRow *, i);

      append_task (self, row, row->late_days, FALSE);
    }
  g_array_unref (sum.late);
}

static void
show_delivery (Pane *self, const PltRetro *retro)
{
  GtkWidget *change = gtk_button_new_with_label (_ ("Change the Date…"));
  g_autofree char *text = plt_retro_head_text (retro), *chain = plt_retro_chain_text (retro);

  append (self, new_label (text, NULL));
  if (*chain != '\0')
    append (self, new_label (chain, "dim-label"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (change), "view.retro-direction");
  gtk_widget_set_halign (change, GTK_ALIGN_START);
  append (self, change);
}

gboolean
plt_retro_phase_pane_is_shown (GtkWidget *pane)
{
  return pane_of (pane)->is_shown;
}

gboolean
plt_retro_phase_pane_show (GtkWidget *pane, PltRetroModel *model, int at)
{
  Pane *self = pane_of (pane);
  const PltRetroLine *line = at >= 0 ? plt_retro_model_get_line (model, (guint) at) : NULL;
  const PltRetroRow *row = line != NULL ? line->row : NULL;
  const gboolean is_phase = row != NULL && row->kind == PLT_RETRO_PHASE;
  const gboolean is_delivery = row != NULL && row->kind == PLT_RETRO_MILESTONE && row->task == NULL;
  g_autofree char *name = NULL, *start = NULL, *finish = NULL;
  GtkWidget *child;

  self->is_shown = is_phase || is_delivery;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  if (!self->is_shown)
    return FALSE;
  name = plt_retro_model_get_name (model, (guint) at);
  append (self, new_label (is_phase ? _ ("phase") : _ ("milestone"), "pane-kind"));
  append (self, new_label (name, "pane-title"));
  if (row->is_dated)
    {
      start = plt_date_format_day (row->dates.start);
      finish = plt_date_format_day (row->dates.finish);
      append_fact (self, is_phase ? _ ("Start") : _ ("Date"), start);
      if (is_phase)
        append_fact (self, _ ("End"), finish);
    }
  if (is_phase)
    show_phase (self, plt_retro_model_get_retro (model), row);
  else
    show_delivery (self, plt_retro_model_get_retro (model));
  return TRUE;
}

/**
 * plt_retro_phase_pane_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
plt_retro_phase_pane_new (PltSession *session)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  Pane *self = g_new0 (Pane, 1);

  self->session = g_object_ref (session);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->box, "pane-content");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  g_object_set_data_full (G_OBJECT (scroller), DATA, self, pane_free);
  return scroller;
}
