#include "plt-devis-simulate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-budget-reach.h"
#include "plt-dialog.h"
#include "plt-formula.h"

#define DATA "plt-devis-simulate"

/* A number that may move. */
typedef struct
{
  char *name;
  PltRef cell;
  GtkWidget *moves, *least, *most, *now, *after;
} Number;

typedef struct
{
  PltSession *session;
  PltDialog *dialog;
  GPtrArray *numbers; /* Number */
  GStrv codes;        /* of the posts: as the lists show them after "Total" */
  GtkWidget *aim, *target, *up, *keep, *result;
  PltReach reach;
  gboolean looked; /* the proposal shown is that of what stands in the fields */
} Simulate;

static void
number_free (gpointer data)
{
  Number *number = data;

  g_free (number->name);
  g_free (number);
}

static void
simulate_free (gpointer data)
{
  Simulate *self = data;

  g_object_unref (self->session);
  g_ptr_array_unref (self->numbers);
  g_strfreev (self->codes);
  plt_reach_clear (&self->reach);
  g_free (self);
}

static const char *
text_of (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

/* What is proposed is no longer what is asked. */
static void
forget (Simulate *self)
{
  if (!self->looked)
    return;
  self->looked = FALSE;
  plt_dialog_set_accept_enabled (self->dialog, FALSE);
  gtk_label_set_label (GTK_LABEL (self->result), "");
  for (guint i = 0; i < self->numbers->len; i++)
    gtk_label_set_label (GTK_LABEL (((Number *) self->numbers->pdata[i])->after), "");
}

/* ---- asking ---- */

static const char *
chosen_code (Simulate *self, GtkWidget *list, guint before)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (list));

  return at >= before && at - before < g_strv_length (self->codes) ? self->codes[at - before]
                                                                   : PLT_REACH_TOTAL;
}

static gboolean
read_bound (Number *number, GtkWidget *entry, gint64 *e6, GError **error)
{
  *e6 = PLT_UNKNOWN;
  if (*text_of (entry) == '\0' || plt_number_parse (text_of (entry), 6, e6, NULL))
    return TRUE;
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
               _ ("“%s” is no number. Correct the bound of %s."), text_of (entry), number->name);
  return FALSE;
}

static gboolean
read_request (Simulate *self, GError **error)
{
  guint keep = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->keep));

  plt_reach_clear (&self->reach);
  plt_reach_init (&self->reach);
  self->reach.aim = chosen_code (self, self->aim, 1);
  self->reach.keep = keep == 0 ? NULL : chosen_code (self, self->keep, 2);
  self->reach.up = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->up));
  if (!plt_money_parse (text_of (self->target), &self->reach.target, error))
    return FALSE;
  for (guint i = 0; i < self->numbers->len; i++)
    {
      Number *number = self->numbers->pdata[i];
      gint64 least, most;

      if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (number->moves)))
        continue;
      if (!read_bound (number, number->least, &least, error)
          || !read_bound (number, number->most, &most, error))
        return FALSE;
      plt_reach_add (&self->reach, number->cell, least, most, PLT_UNKNOWN);
    }
  return TRUE;
}

/* ---- the proposal ---- */

static const char *
fate_text (PltReachFate fate)
{
  switch (fate)
    {
    case PLT_REACH_AT_LEAST:
      return _ ("at its least");
    case PLT_REACH_AT_MOST:
      return _ ("at its most");
    case PLT_REACH_NO_EFFECT:
      return _ ("has no effect");
    case PLT_REACH_HELD:
      return _ ("would change what is kept");
    case PLT_REACH_MOVED:
    case PLT_REACH_STAYED:
    default:
      return NULL;
    }
}

static void
show_number (Simulate *self, const PltReachMover *mover)
{
  g_autofree char *after = plt_reach_text (mover, mover->after);
  const char *fate = fate_text (mover->fate);
  g_autofree char *text = fate != NULL ? g_strdup_printf ("%s · %s", after, fate)
                          : mover->after == mover->before ? g_strdup ("=")
                                                          : g_strdup (after);

  for (guint i = 0; i < self->numbers->len; i++)
    {
      Number *number = self->numbers->pdata[i];

      if (number->cell.id == mover->cell.id && strcmp (number->cell.table, mover->cell.table) == 0
          && strcmp (number->cell.column, mover->cell.column) == 0)
        gtk_label_set_label (GTK_LABEL (number->after), text);
    }
}

static char *
result_text (const PltReach *reach)
{
  g_autofree char *before = plt_money_format (reach->total_before);
  g_autofree char *after = plt_money_format (reach->total_after);
  g_autofree char *gap = plt_money_format (ABS (reach->target - reach->after));
  g_autofree char *aim_before = plt_money_format (reach->before);
  g_autofree char *aim_after = plt_money_format (reach->after);
  g_autoptr (GString) text = g_string_new (NULL);

  if (*reach->aim != '\0')
    g_string_append_printf (text, _ ("Post %s: %s → %s."), reach->aim, aim_before, aim_after);
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append_printf (text, _ ("Total: %s → %s."), before, after);
  g_string_append_c (text, ' ');
  if (reach->reached && reach->target == reach->after)
    g_string_append (text, _ ("Reached to the centime."));
  else if (reach->reached)
    g_string_append_printf (text, _ ("Reached, %s below."), gap);
  else if (reach->incomplete)
    g_string_append (text, _ ("Not certain: part of the budget is not known yet."));
  else if (reach->after > reach->target)
    g_string_append_printf (text, _ ("Not reached: %s too much, with everything at its bound."),
                            gap);
  else
    g_string_append (text, _ ("What is to be kept cannot be kept: let more numbers move."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
proposes (const PltReach *reach)
{
  for (guint i = 0; i < reach->movers->len; i++)
    {
      const PltReachMover *mover = &g_array_index (reach->movers, PltReachMover, i);

      if (mover->after != mover->before)
        return TRUE;
    }
  return FALSE;
}

static void
look (Simulate *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  forget (self);
  plt_dialog_set_message (self->dialog, NULL);
  if (!read_request (self, &error)
      || !plt_reach_run (&self->reach, plt_session_get_facts (self->session),
                         plt_session_get_plan (self->session),
                         plt_session_get_budget_id (self->session), &error))
    {
      plt_dialog_set_message (self->dialog, error->message);
      return;
    }
  text = result_text (&self->reach);
  gtk_label_set_label (GTK_LABEL (self->result), text);
  for (guint i = 0; i < self->reach.movers->len; i++)
    show_number (self, &g_array_index (self->reach.movers, PltReachMover, i));
  self->looked = TRUE;
  plt_dialog_set_accept_enabled (self->dialog, proposes (&self->reach));
}

static void
on_accepted (Simulate *self)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  if (!self->looked)
    {
      look (self);
      return;
    }
  if (!proposes (&self->reach))
    return;
  plt_reach_propose (&self->reach, plt_session_get_budget (self->session), batch);
  if (plt_store_apply (plt_session_get_store (self->session), _ ("Simulation of the budget"), NULL,
                       batch, NULL, &error))
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  else
    plt_dialog_set_message (self->dialog, error->message);
}

/* ---- the dialog ---- */

static GtkWidget *
new_label (const char *text, const char *style, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_entry (Simulate *self, const char *text, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 8);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (forget), self);
  return entry;
}

static void
add_number (Simulate *self,
            GtkGrid *grid,
            PltRef cell,
            const char *name,
            const char *tip,
            const char *now,
            gboolean moves,
            const char *least,
            const char *most)
{
  Number *number = g_new0 (Number, 1);
  int row = (int) self->numbers->len + 1;
  g_autofree char *least_name = g_strdup_printf (_ ("At least, %s"), name);
  g_autofree char *most_name = g_strdup_printf (_ ("At most, %s"), name);

  number->name = g_strdup (name);
  number->cell = cell;
  number->moves = gtk_check_button_new_with_label (name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (number->moves), moves);
  if (*tip != '\0')
    gtk_widget_set_tooltip_text (number->moves, tip);
  g_signal_connect_swapped (number->moves, "toggled", G_CALLBACK (forget), self);
  number->now = new_label (now, "numeric", 1);
  number->least = new_entry (self, least, least_name);
  number->most = new_entry (self, most, most_name);
  number->after = new_label ("", "numeric", 0);
  gtk_widget_set_hexpand (number->after, TRUE);
  gtk_grid_attach (grid, number->moves, 0, row, 1, 1);
  gtk_grid_attach (grid, number->now, 1, row, 1, 1);
  gtk_grid_attach (grid, number->least, 2, row, 1, 1);
  gtk_grid_attach (grid, number->most, 3, row, 1, 1);
  gtk_grid_attach (grid, number->after, 4, row, 1, 1);
  g_ptr_array_add (self->numbers, number);
}

/* The rate of the line that is selected, where it is a plain one. */
static void
add_selected_line (Simulate *self, GtkGrid *grid)
{
  PltRef selection = plt_session_get_selection (self->session);
  const PltBudgetLine *line
      = g_strcmp0 (selection.table, "budget_line") == 0
            ? plt_budget_find_line (plt_session_get_budget (self->session), selection.id)
            : NULL;
  g_autofree char *name = NULL;
  g_autofree char *now = NULL;

  if (line == NULL || line->line->rate_cents == PLT_UNKNOWN || *line->line->rate_formula != '\0')
    return;
  name = g_strdup_printf (_ ("Rate of “%s”"), line->line->label);
  now = plt_money_format_plain (line->line->rate_cents);
  add_number (self, grid, (PltRef){ "budget_line", line->line->id, "rate_cents" }, name, "", now,
              FALSE, "", "");
}

static GtkWidget *
new_numbers (Simulate *self)
{
  const char *const titles[]
      = { _ ("May move"), _ ("Now"), _ ("At least"), _ ("At most"), _ ("Proposed") };
  const PltFacts *facts = plt_session_get_facts (self->session);
  gint64 budget = plt_session_get_budget_id (self->session);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    gtk_grid_attach (GTK_GRID (grid), new_label (titles[i], "form-label", i == 1 ? 1 : 0), (int) i,
                     0, 1, 1);
  for (guint i = 0; i < facts->globals.n; i++)
    {
      const PltGlobalFacts *global = &facts->globals.items[i];
      gint64 number;

      if (global->budget == budget && plt_formula_read_number (global->value, &number))
        add_number (self, GTK_GRID (grid), (PltRef){ "budget_global", global->id, "value" },
                    global->name, global->label, global->value, global->movable, global->least,
                    global->most);
    }
  add_selected_line (self, GTK_GRID (grid));
  if (self->numbers->len == 0)
    gtk_grid_attach (
        GTK_GRID (grid),
        new_label (_ ("Nothing can move: give the budget variables that hold a number, or select a "
                      "line with a rate."),
                   "dim-label", 0),
        0, 1, 5, 1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  return scroller;
}

/* "Total" and the posts, after what else may be chosen. */
static GtkWidget *
new_posts (Simulate *self, const char *first, const char *name)
{
  const PltBudget *budget = plt_session_get_budget (self->session);
  GtkStringList *names = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  GtkWidget *list;

  if (first != NULL)
    gtk_string_list_append (names, first);
  gtk_string_list_append (names, _ ("Total"));
  for (guint i = 0; i < budget->accounts->len; i++)
    {
      const PltBudgetAccount *account = budget->accounts->pdata[i];
      g_autofree char *title = NULL;

      if (account->level > 1)
        continue;
      title = g_strdup_printf ("%s %s", account->account->code, account->account->name);
      gtk_string_list_append (names, title);
      g_strv_builder_add (codes, account->account->code);
    }
  g_strfreev (self->codes);
  self->codes = g_strv_builder_end (codes);
  list = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (list, "notify::selected", G_CALLBACK (forget), self);
  return list;
}

static GtkWidget *
new_goal (Simulate *self)
{
  const PltBudget *budget = plt_session_get_budget (self->session);
  PltMoney ceiling = budget->budget->ceiling_cents;
  g_autofree char *target
      = plt_money_format_plain (ceiling != PLT_UNKNOWN ? ceiling : budget->total);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->aim = new_posts (self, NULL, _ ("What is to reach the amount"));
  self->target = new_entry (self, target, _ ("Amount to reach"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->target), 14);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->target), 14);
  self->up = gtk_check_button_new_with_mnemonic (_ ("Also come _up to it"));
  g_signal_connect_swapped (self->up, "toggled", G_CALLBACK (forget), self);
  gtk_box_append (GTK_BOX (box), self->aim);
  gtk_box_append (GTK_BOX (box), new_label (_ ("at most"), NULL, 0));
  gtk_box_append (GTK_BOX (box), self->target);
  gtk_box_append (GTK_BOX (box), new_label ("€", NULL, 0));
  gtk_box_append (GTK_BOX (box), self->up);
  return box;
}

static GtkWidget *
build (Simulate *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *kept = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Look for a Way"));

  self->result = new_label ("", NULL, 0);
  gtk_label_set_wrap (GTK_LABEL (self->result), TRUE);
  gtk_widget_set_hexpand (self->result, TRUE);
  gtk_box_append (GTK_BOX (box), new_goal (self));
  self->keep = new_posts (self, _ ("Nothing"), _ ("What stays as it is"));
  gtk_box_append (GTK_BOX (kept), new_label (_ ("Stays as it is:"), NULL, 0));
  gtk_box_append (GTK_BOX (kept), self->keep);
  gtk_box_append (GTK_BOX (box), kept);
  gtk_box_append (GTK_BOX (box), new_numbers (self));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (look), self);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (foot), button);
  gtk_box_append (GTK_BOX (foot), self->result);
  gtk_box_append (GTK_BOX (box), foot);
  gtk_widget_add_css_class (box, "dialog-content");
  return box;
}

GtkWindow *
plt_devis_simulate_present (GtkWidget *owner, PltSession *session)
{
  GtkRoot *root = gtk_widget_get_root (owner);
  Simulate *self = g_new0 (Simulate, 1);

  self->session = g_object_ref (session);
  self->numbers = g_ptr_array_new_with_free_func (number_free);
  plt_reach_init (&self->reach);
  self->dialog = plt_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                 _ ("Reach a Ceiling"), _ ("_Apply"));
  g_object_set_data_full (G_OBJECT (self->dialog), DATA, self, simulate_free);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_accepted), self);
  plt_dialog_set_content (self->dialog, build (self));
  plt_dialog_set_accept_enabled (self->dialog, FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->dialog), 720, -1);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->target);
  return GTK_WINDOW (self->dialog);
}

void
plt_devis_simulate_set_target (GtkWindow *dialog, const char *amount)
{
  Simulate *self = g_object_get_data (G_OBJECT (dialog), DATA);

  gtk_editable_set_text (GTK_EDITABLE (self->target), amount);
}

void
plt_devis_simulate_set_moves (GtkWindow *dialog, const char *name, gboolean moves)
{
  Simulate *self = g_object_get_data (G_OBJECT (dialog), DATA);

  for (guint i = 0; i < self->numbers->len; i++)
    if (strcmp (((Number *) self->numbers->pdata[i])->name, name) == 0)
      gtk_check_button_set_active (GTK_CHECK_BUTTON (((Number *) self->numbers->pdata[i])->moves),
                                   moves);
}

void
plt_devis_simulate_look (GtkWindow *dialog)
{
  look (g_object_get_data (G_OBJECT (dialog), DATA));
}

const char *
plt_devis_simulate_get_result (GtkWindow *dialog)
{
  Simulate *self = g_object_get_data (G_OBJECT (dialog), DATA);

  return gtk_label_get_label (GTK_LABEL (self->result));
}
