#include "plt-cash-forecast.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-a11y.h"
#include "plt-cash-head.h"
#include "plt-cash-keep.h"
#include "plt-cash-undated.h"
#include "plt-cash-what-if.h"
#include "plt-empty-state.h"
#include "plt-settings.h"
#include "plt-today.h"

#define LAYOUT "cash-forecast"
#define CURVE_HEIGHT 290 /* at least, with what is below it */

struct _PltCashForecast
{
  GtkWidget parent_instance;

  PltSession *session;
  PltCashModel *model;
  PltCashStep step;
  gboolean instalments; /* they are marks on the curve */
  gboolean filling, placed;

  PltCashPlan *tried; /* (nullable): with the changes */
  GArray *changes;    /* PltScenarioChangeFacts, their strings in `strings` */
  GStringChunk *strings;
  char *wish;     /* (nullable): what the changes go by */
  GArray *before; /* (nullable): what was tried when the measures were computed */

  GtkWidget *stack; /* forecast, empty */
  GtkWidget *head;
  GtkWidget *panes;
  GtkWidget *curve;
  GtkWidget *words, *legend;
  GtkWidget *keep, *apply, *cancel;
  GtkWidget *grid;
  GtkWidget *side;
  GtkWidget *undated;
};

G_DEFINE_FINAL_TYPE (PltCashForecast, plt_cash_forecast, GTK_TYPE_WIDGET)

static guint side_wanted;

/* ---- the plan that is shown ---- */

static const PltCashPlan *
base_plan (PltCashForecast *self)
{
  return plt_session_get_cash_plan (self->session);
}

const PltCashPlan *
plt_cash_forecast_get_plan (PltCashForecast *self)
{
  g_return_val_if_fail (PLT_IS_CASH_FORECAST (self), NULL);

  return self->tried != NULL ? self->tried : base_plan (self);
}

static void
compute (PltCashForecast *self)
{
  g_clear_pointer (&self->tried, plt_cash_plan_free);
  if (self->changes->len > 0)
    self->tried = plt_cash_plan_new (
        plt_session_get_facts (self->session), plt_session_get_plan (self->session),
        plt_session_get_budget (self->session),
        (const PltScenarioChangeFacts *) (gpointer) self->changes->data, self->changes->len);
}

static void
show_words (PltCashForecast *self)
{
  g_autofree char *what = NULL;
  g_autofree char *then = NULL;
  g_autofree char *text = NULL;
  const gboolean trying = self->tried != NULL;

  if (trying)
    {
      what = plt_cash_changes_text (plt_session_get_facts (self->session), self->changes);
      then = plt_cash_compare_text (self->tried, base_plan (self));
      text = g_strdup_printf ("%s — %s", then, what);
    }
  gtk_label_set_label (GTK_LABEL (self->words), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (self->words, text);
  gtk_widget_set_visible (self->words, trying);
  gtk_widget_set_visible (self->legend, !trying);
  gtk_widget_set_visible (self->keep, trying);
  gtk_widget_set_visible (self->cancel, trying);
  gtk_widget_set_visible (self->apply, plt_cash_forecast_can_apply (self));
  gtk_widget_set_sensitive (self->keep, !plt_session_is_read_only (self->session));
}

static void
show_curve (PltCashForecast *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltCashPlan *base = base_plan (self), *plan = plt_cash_forecast_get_plan (self);

  plt_cash_curve_set_line (
      PLT_CASH_CURVE (self->curve), plt_cash_line_of_plan (facts, plan, base, self->instalments),
      self->tried != NULL ? plt_cash_line_of_plan (facts, base, base, FALSE) : NULL);
}

static void
show_cell (PltCashForecast *self)
{
  guint row, column;
  PltDate from, to;

  if (!plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column)
      || row >= plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)))
    return;
  if (column >= 1 && column + 1 < plt_grid_model_get_n_columns (PLT_GRID_MODEL (self->model))
      && plt_cash_model_get_days (self->model, column, &from, &to))
    plt_cash_curve_set_chosen (PLT_CASH_CURVE (self->curve), from, to);
  else
    plt_cash_curve_set_chosen (PLT_CASH_CURVE (self->curve), PLT_DATE_NONE, PLT_DATE_NONE);
  if (!plt_cash_side_shows_measures (PLT_CASH_SIDE (self->side)))
    plt_cash_side_show_why (PLT_CASH_SIDE (self->side), plt_cash_forecast_get_plan (self),
                            self->model, row, column);
}

static void
show_plan (PltCashForecast *self)
{
  const PltCashPlan *plan = plt_cash_forecast_get_plan (self);

  self->filling = TRUE;
  plt_cash_model_show (self->model, plan, self->step);
  self->filling = FALSE;
  plt_cash_head_show (PLT_CASH_HEAD (self->head), plan);
  show_curve (self);
  show_words (self);
  show_cell (self);
}

void
plt_cash_forecast_refresh (PltCashForecast *self)
{
  const PltCashPlan *plan;
  gboolean first;

  g_return_if_fail (PLT_IS_CASH_FORECAST (self));

  plan = base_plan (self);
  first = plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)) == 0;
  compute (self);
  plt_cash_curve_set_today (PLT_CASH_CURVE (self->curve), plt_today ());
  show_plan (self);
  if (first && plan->first != PLT_DATE_NONE)
    plt_grid_set_cursor (PLT_GRID (self->grid), 2, 1); /* the first receipt */
  plt_cash_undated_show (PLT_CASH_UNDATED (self->undated), plan);
  gtk_stack_set_visible_child_name (
      GTK_STACK (self->stack),
      plan->first != PLT_DATE_NONE || plan->undated->len > 0 ? "forecast" : "empty");
}

/* ---- trying ---- */

static void
forget (PltCashForecast *self)
{
  g_array_set_size (self->changes, 0);
  g_clear_pointer (&self->before, g_array_unref);
  g_clear_pointer (&self->wish, g_free);
  g_string_chunk_clear (self->strings);
}

/* Takes the changes, whose strings may be anybody's. */
static void
take (PltCashForecast *self, const GArray *changes)
{
  GArray *copy = plt_cash_what_if_copy (changes, self->strings);

  g_array_unref (self->changes);
  self->changes = copy;
}

void
plt_cash_forecast_try (PltCashForecast *self, const GArray *changes, const char *words)
{
  g_return_if_fail (PLT_IS_CASH_FORECAST (self));

  forget (self);
  take (self, changes);
  self->wish = g_strdup (words);
  compute (self);
  show_plan (self);
}

gboolean
plt_cash_forecast_is_trying (PltCashForecast *self)
{
  g_return_val_if_fail (PLT_IS_CASH_FORECAST (self), FALSE);

  return self->tried != NULL;
}

const GArray *
plt_cash_forecast_get_changes (PltCashForecast *self)
{
  g_return_val_if_fail (PLT_IS_CASH_FORECAST (self), NULL);

  return self->changes;
}

void
plt_cash_forecast_cancel (PltCashForecast *self)
{
  g_return_if_fail (PLT_IS_CASH_FORECAST (self));

  if (self->changes->len == 0)
    return;
  forget (self);
  plt_cash_side_choose_measure (PLT_CASH_SIDE (self->side), G_MAXUINT);
  compute (self);
  show_plan (self);
}

static void
on_kept (gint64 scenario, gpointer owner)
{
  PltCashForecast *self = PLT_CASH_FORECAST (owner);

  plt_cash_forecast_cancel (self);
  plt_session_toast (self->session, _ ("Kept in a scenario"), _ ("Undo"), "win.undo");
}

GtkWindow *
plt_cash_forecast_keep (PltCashForecast *self)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (PLT_IS_CASH_FORECAST (self), NULL);

  if (self->changes->len == 0 || plt_session_is_read_only (self->session))
    return NULL;
  words = self->wish != NULL
              ? g_strdup (self->wish)
              : plt_cash_changes_text (plt_session_get_facts (self->session), self->changes);
  return plt_cash_keep_dialog (GTK_WIDGET (self), self->session, self->changes, words, on_kept);
}

gboolean
plt_cash_forecast_can_apply (PltCashForecast *self)
{
  g_return_val_if_fail (PLT_IS_CASH_FORECAST (self), FALSE);

  return !plt_session_is_read_only (self->session)
         && plt_cash_can_apply (plt_session_get_facts (self->session), self->changes);
}

void
plt_cash_forecast_apply (PltCashForecast *self)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  g_return_if_fail (PLT_IS_CASH_FORECAST (self));

  if (!plt_cash_forecast_can_apply (self))
    return;
  plt_cash_apply (batch, plt_session_get_facts (self->session), self->changes);
  forget (self);
  if (plt_session_apply (self->session, _ ("Move the instalment"), NULL, batch, NULL))
    plt_session_toast (self->session, _ ("The instalment was moved"), _ ("Undo"), "win.undo");
  compute (self);
  show_plan (self);
}

static void
on_mark_moved (PltCashCurve *curve, const char *key, int date, PltCashForecast *self)
{
  const PltCashLineMark *mark = plt_cash_line_find_mark (plt_cash_curve_get_line (curve), key);

  if (mark == NULL || mark->date == date)
    return;
  plt_cash_what_if_move (self->changes, key, NULL, date - mark->date);
  g_clear_pointer (&self->wish, g_free);
  compute (self);
  show_plan (self);
}

static void
on_mark_cancelled (PltCashForecast *self)
{
  plt_cash_forecast_cancel (self);
}

static void
on_mark_activated (PltCashCurve *curve, const char *key, PltCashForecast *self)
{
  const PltRef ref = plt_cash_ref_of_key (plt_session_get_facts (self->session), key);

  if (ref.table != NULL)
    plt_session_open_ref (self->session, ref);
}

/* ---- measures ---- */

void
plt_cash_forecast_show_measures (PltCashForecast *self, guint critical)
{
  const PltCashPlan *plan;
  g_autoptr (GPtrArray) measures = NULL;
  const PltCashCritical *chosen;

  g_return_if_fail (PLT_IS_CASH_FORECAST (self));

  plan = plt_cash_forecast_get_plan (self);
  if (critical >= plan->criticals->len)
    return;
  chosen = &g_array_index (plan->criticals, PltCashCritical, critical);
  measures = plt_cash_plan_measures (
      plt_session_get_facts (self->session), plt_session_get_plan (self->session),
      plt_session_get_budget (self->session),
      (const PltScenarioChangeFacts *) (gpointer) self->changes->data, self->changes->len, chosen);
  plt_cash_curve_set_chosen (PLT_CASH_CURVE (self->curve), chosen->from, chosen->to);
  plt_cash_side_show_measures (PLT_CASH_SIDE (self->side), chosen, measures);
  g_clear_pointer (&self->before, g_array_unref);
  self->before = plt_cash_what_if_copy (self->changes, self->strings);
  g_signal_emit (self, side_wanted, 0);
  plt_cash_side_grab_focus (PLT_CASH_SIDE (self->side));
  plt_cash_side_choose_measure (PLT_CASH_SIDE (self->side), G_MAXUINT); /* none without asking */
}

/* What was tried already, and the measure. */
static void
on_measure_chosen (PltCashSide *side, guint index, PltCashForecast *self)
{
  const PltCashMeasure *measure = plt_cash_side_get_measure (side, index);
  g_autoptr (GArray) changes = NULL;

  if (self->before == NULL)
    return;
  changes = plt_cash_what_if_copy (self->before, self->strings);
  if (measure != NULL)
    g_array_append_vals (changes, measure->changes->data, measure->changes->len);
  take (self, changes);
  g_free (self->wish);
  self->wish = measure != NULL ? g_strdup (measure->label) : NULL;
  compute (self);
  show_plan (self);
}

static void
on_critical_chosen (PltCashHead *head, guint critical, PltCashForecast *self)
{
  plt_cash_forecast_show_measures (self, critical);
}

/* ---- the table ---- */

static void
on_cell_activated (PltGrid *grid, guint row, guint column, PltCashForecast *self)
{
  const PltRef ref = plt_cash_model_get_ref (self->model, row);

  if (column == 0 && ref.table != NULL)
    plt_session_open_ref (self->session, ref);
  else
    {
      plt_cash_forecast_show_why (self);
      plt_cash_side_grab_focus (PLT_CASH_SIDE (self->side));
    }
}

static void
on_grid_selection (PltCashForecast *self)
{
  if (!self->filling)
    show_cell (self);
}

static void
on_day_chosen (PltCashCurve *curve, int date, PltCashForecast *self)
{
  const int at = plt_cash_model_find_column (self->model, date);
  guint row, column;

  if (at < 0)
    return;
  if (!plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column))
    row = 0;
  plt_grid_set_cursor (PLT_GRID (self->grid), row, (guint) at);
}

static char *
describe_day (PltDate date, gpointer data)
{
  PltCashForecast *self = data;

  return plt_cash_moves_of_day (plt_session_get_facts (self->session),
                                plt_cash_forecast_get_plan (self), date);
}

static void
keep_layout (PltCashForecast *self)
{
  g_autofree char *text
      = g_strdup_printf ("%s;%s", self->step == PLT_CASH_BY_WEEK ? "week" : "month",
                         self->instalments ? "instalments" : "");

  plt_settings_set_layout (LAYOUT, text);
}

void
plt_cash_forecast_show_why (PltCashForecast *self)
{
  guint row = 0, column = 0;

  g_return_if_fail (PLT_IS_CASH_FORECAST (self));

  plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column);
  plt_cash_side_show_why (PLT_CASH_SIDE (self->side), plt_cash_forecast_get_plan (self),
                          self->model, row, column);
  g_signal_emit (self, side_wanted, 0);
}

void
plt_cash_forecast_set_step (PltCashForecast *self, PltCashStep step)
{
  guint row = 0, column = 0;
  PltDate from = PLT_DATE_NONE, to;
  int at = -1;

  g_return_if_fail (PLT_IS_CASH_FORECAST (self));

  if (self->step == step)
    return;
  self->step = step;
  if (plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column) && column > 0
      && plt_cash_model_get_days (self->model, column, &from, &to))
    at = 0;
  plt_cash_curve_set_months (PLT_CASH_CURVE (self->curve), step == PLT_CASH_BY_MONTH);
  show_plan (self);
  at = at == 0 ? plt_cash_model_find_column (self->model, from) : -1;
  if (at > 0)
    plt_grid_set_cursor (PLT_GRID (self->grid), row, (guint) at);
  keep_layout (self);
}

PltCashStep
plt_cash_forecast_get_step (PltCashForecast *self)
{
  g_return_val_if_fail (PLT_IS_CASH_FORECAST (self), PLT_CASH_BY_MONTH);

  return self->step;
}

gboolean
plt_cash_forecast_has_instalments (PltCashForecast *self)
{
  g_return_val_if_fail (PLT_IS_CASH_FORECAST (self), FALSE);

  return self->instalments;
}

void
plt_cash_forecast_zoom (PltCashForecast *self, int steps)
{
  g_return_if_fail (PLT_IS_CASH_FORECAST (self));

  plt_cash_curve_zoom (PLT_CASH_CURVE (self->curve), steps);
}

void
plt_cash_forecast_show_instalments (PltCashForecast *self, gboolean instalments)
{
  g_return_if_fail (PLT_IS_CASH_FORECAST (self));

  if (self->instalments == instalments)
    return;
  self->instalments = instalments;
  show_curve (self);
  keep_layout (self);
}

/* ---- what tests and the view ask ---- */

PltCashModel *
plt_cash_forecast_get_model (PltCashForecast *self)
{
  g_return_val_if_fail (PLT_IS_CASH_FORECAST (self), NULL);

  return self->model;
}

PltGrid *
plt_cash_forecast_get_grid (PltCashForecast *self)
{
  g_return_val_if_fail (PLT_IS_CASH_FORECAST (self), NULL);

  return PLT_GRID (self->grid);
}

PltCashCurve *
plt_cash_forecast_get_curve (PltCashForecast *self)
{
  g_return_val_if_fail (PLT_IS_CASH_FORECAST (self), NULL);

  return PLT_CASH_CURVE (self->curve);
}

PltCashSide *
plt_cash_forecast_get_side (PltCashForecast *self)
{
  g_return_val_if_fail (PLT_IS_CASH_FORECAST (self), NULL);

  return PLT_CASH_SIDE (self->side);
}

const char *
plt_cash_forecast_get_headline (PltCashForecast *self)
{
  g_return_val_if_fail (PLT_IS_CASH_FORECAST (self), "");

  return plt_cash_head_get_text (PLT_CASH_HEAD (self->head));
}

const char *
plt_cash_forecast_get_words (PltCashForecast *self)
{
  g_return_val_if_fail (PLT_IS_CASH_FORECAST (self), "");

  return gtk_label_get_label (GTK_LABEL (self->words));
}

/* ---- building ---- */

static GtkWidget *
new_offer_button (const char *label, const char *action, const char *style)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (style != NULL)
    gtk_widget_add_css_class (button, style);
  return button;
}

/* Below the curve, always as high: what the signs mean, or what is tried. */
static GtkWidget *
new_offer (PltCashForecast *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *legend = g_strdup_printf (
      /* Translators: the signs of the amounts of the cash plan */
      _ ("✓ real · ◆ signed · others planned — drag an event to try another date"));

  self->words = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->words), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_widget_add_css_class (self->words, "headline");
  self->legend = gtk_label_new (legend);
  gtk_label_set_xalign (GTK_LABEL (self->legend), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->legend), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->legend, TRUE);
  gtk_widget_add_css_class (self->legend, "dim-label");
  self->keep = new_offer_button (_ ("_Keep in a Scenario…"), "view.cash-keep", "suggested-action");
  self->apply = new_offer_button (_ ("_Apply"), "view.cash-apply", NULL);
  self->cancel = new_offer_button (_ ("_Cancel"), "view.cash-cancel", NULL);
  gtk_widget_set_tooltip_text (self->apply, _ ("Moves the instalment in the plan of financing"));
  gtk_box_append (GTK_BOX (box), self->legend);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), self->keep);
  gtk_box_append (GTK_BOX (box), self->apply);
  gtk_box_append (GTK_BOX (box), self->cancel);
  gtk_widget_add_css_class (box, "cash-offer");
  return box;
}

static GtkWidget *
new_top (PltCashForecast *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->curve = plt_cash_curve_new ();
  gtk_widget_set_vexpand (self->curve, TRUE);
  plt_cash_curve_set_describe (PLT_CASH_CURVE (self->curve), describe_day, self);
  g_signal_connect (self->curve, "mark-moved", G_CALLBACK (on_mark_moved), self);
  g_signal_connect_swapped (self->curve, "mark-cancelled", G_CALLBACK (on_mark_cancelled), self);
  g_signal_connect (self->curve, "mark-activated", G_CALLBACK (on_mark_activated), self);
  g_signal_connect (self->curve, "day-chosen", G_CALLBACK (on_day_chosen), self);
  gtk_box_append (GTK_BOX (box), self->curve);
  gtk_box_append (GTK_BOX (box), new_offer (self));
  return box;
}

static GtkWidget *
new_lower (PltCashForecast *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->grid = plt_grid_new (PLT_GRID_MODEL (self->model));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Cash flow by period"), -1);
  g_signal_connect (self->grid, "cell-activated", G_CALLBACK (on_cell_activated), self);
  g_signal_connect_swapped (self->grid, "selection-changed", G_CALLBACK (on_grid_selection), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  return scroller;
}

/* The curve begins with two fifths of the room there is. */
static void
on_room (GtkPaned *panes, GParamSpec *pspec, PltCashForecast *self)
{
  int most;

  g_object_get (panes, "max-position", &most, NULL);
  if (self->placed || most < CURVE_HEIGHT || most == G_MAXINT)
    return;
  self->placed = TRUE;
  gtk_paned_set_position (panes, MAX (most * 2 / 5, CURVE_HEIGHT));
}

static GtkWidget *
new_page (PltCashForecast *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->head = plt_cash_head_new ();
  g_signal_connect (self->head, "critical-chosen", G_CALLBACK (on_critical_chosen), self);
  self->panes = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  gtk_paned_set_start_child (GTK_PANED (self->panes), new_top (self));
  gtk_paned_set_end_child (GTK_PANED (self->panes), new_lower (self));
  gtk_paned_set_shrink_start_child (GTK_PANED (self->panes), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->panes), TRUE);
  gtk_paned_set_position (GTK_PANED (self->panes), CURVE_HEIGHT);
  g_signal_connect_object (self->panes, "notify::max-position", G_CALLBACK (on_room), self, 0);
  gtk_paned_set_wide_handle (GTK_PANED (self->panes), TRUE);
  gtk_widget_set_vexpand (self->panes, TRUE);
  self->undated = plt_cash_undated_new (self->session);
  gtk_box_append (GTK_BOX (box), self->head);
  gtk_box_append (GTK_BOX (box), self->panes);
  gtk_box_append (GTK_BOX (box), self->undated);
  return box;
}

static void
restore_layout (PltCashForecast *self)
{
  g_autofree char *layout = plt_settings_get_layout (LAYOUT);
  g_auto (GStrv) parts = g_strsplit (layout, ";", 2);

  if (g_strv_length (parts) < 2)
    return;
  self->step = g_str_equal (parts[0], "week") ? PLT_CASH_BY_WEEK : PLT_CASH_BY_MONTH;
  self->instalments = *parts[1] != '\0';
  plt_cash_curve_set_months (PLT_CASH_CURVE (self->curve), self->step == PLT_CASH_BY_MONTH);
}

GtkWidget *
plt_cash_forecast_new (PltSession *session)
{
  PltCashForecast *self = g_object_new (PLT_TYPE_CASH_FORECAST, NULL);
  GtkWidget *empty = plt_empty_state_new (
      "plt-cash-symbolic", _ ("Cash flow"),
      _ ("The cash plan follows from the instalments of the financing and from the dates of the "
         "schedule: enter the sources of financing first."),
      _ ("Go to _Financing"), "win.go::finance");

  self->session = g_object_ref (session);
  self->side = g_object_ref_sink (plt_cash_side_new (session));
  g_signal_connect (self->side, "measure-chosen", G_CALLBACK (on_measure_chosen), self);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), new_page (self), "forecast");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  restore_layout (self);
  return GTK_WIDGET (self);
}

static void
plt_cash_forecast_dispose (GObject *object)
{
  PltCashForecast *self = PLT_CASH_FORECAST (object);

  if (self->grid != NULL)
    g_signal_handlers_disconnect_by_data (self->grid, self);
  if (self->side != NULL)
    g_signal_handlers_disconnect_by_data (self->side, self);
  if (self->curve != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->curve, self);
      plt_cash_curve_set_describe (PLT_CASH_CURVE (self->curve), NULL, NULL);
    }
  self->grid = self->curve = NULL;
  g_clear_object (&self->side);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->tried, plt_cash_plan_free);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_cash_forecast_parent_class)->dispose (object);
}

static void
plt_cash_forecast_finalize (GObject *object)
{
  PltCashForecast *self = PLT_CASH_FORECAST (object);

  g_array_unref (self->changes);
  g_clear_pointer (&self->before, g_array_unref);
  g_string_chunk_free (self->strings);
  g_free (self->wish);

  G_OBJECT_CLASS (plt_cash_forecast_parent_class)->finalize (object);
}

static void
plt_cash_forecast_class_init (PltCashForecastClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_cash_forecast_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_cash_forecast_finalize;
  side_wanted = g_signal_new ("side-wanted", PLT_TYPE_CASH_FORECAST, G_SIGNAL_RUN_LAST, 0, NULL,
                              NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-cash-forecast");
}

static void
plt_cash_forecast_init (PltCashForecast *self)
{
  self->model = plt_cash_model_new ();
  self->step = PLT_CASH_BY_MONTH;
  self->instalments = TRUE;
  self->changes = g_array_new (FALSE, FALSE, sizeof (PltScenarioChangeFacts));
  self->strings = g_string_chunk_new (256);
}
