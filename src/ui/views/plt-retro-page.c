#include "plt-retro-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-a11y.h"
#include "plt-empty-state.h"
#include "plt-gantt-view.h"
#include "plt-retro-page-private.h"
#include "plt-retro-paper.h"
#include "plt-retro-phase.h"
#include "plt-settings.h"
#include "plt-today.h"
#include "plt-views.h"

#define LAYOUT "retroplanning"
#define DIVIDER "retroplanning-divider"
#define FOLDED "retroplanning-folded"
#define TABLE_SHARE 48  /* of 100: the calendar has the most of the room */
#define FIRST_COLUMNS 4 /* beside the names: number, duration, both dates */
#define LEAST_COLUMNS 4 /* a plan without a date in sight says little */
#define NAME_MOST 420   /* of the names, where there is room */
#define ALMOST 2
#define SEARCH_CHARS 18
#define EMPTY_BEFORE 20
#define EMPTY_AFTER 160

G_DEFINE_FINAL_TYPE (PltRetroPage, plt_retro_page, GTK_TYPE_WIDGET)

static guint pane_changed;

PltRetroModel *
plt_retro_page_get_model (PltRetroPage *self)
{
  g_return_val_if_fail (PLT_IS_RETRO_PAGE (self), NULL);

  return self->model;
}

PltGrid *
plt_retro_page_get_grid (PltRetroPage *self)
{
  g_return_val_if_fail (PLT_IS_RETRO_PAGE (self), NULL);

  return PLT_GRID (self->grid);
}

PltTimeline *
plt_retro_page_get_timeline (PltRetroPage *self)
{
  g_return_val_if_fail (PLT_IS_RETRO_PAGE (self), NULL);

  return PLT_TIMELINE (self->timeline);
}

const char *
plt_retro_page_get_head (PltRetroPage *self)
{
  g_return_val_if_fail (PLT_IS_RETRO_PAGE (self), "");

  return gtk_label_get_label (GTK_LABEL (self->head_label));
}

int
plt_retro_page_get_row (PltRetroPage *self)
{
  guint row, column;

  g_return_val_if_fail (PLT_IS_RETRO_PAGE (self), -1);

  return plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column)
                 && row < plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model))
             ? (int) row
             : -1;
}

/* ---- the head ---- */

static GtkWidget *
new_button (const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  plt_a11y_set_name (button, tooltip);
  return button;
}

static void
show_head (PltRetroPage *self)
{
  const PltRetro *retro = plt_retro_model_get_retro (self->model);
  const PltRetroHead *head = &retro->head;
  g_autofree char *text = plt_retro_head_text (retro), *chain = plt_retro_chain_text (retro);
  g_autoptr (GString) count = g_string_new (NULL);

  gtk_label_set_label (GTK_LABEL (self->head_label), text);
  gtk_label_set_label (GTK_LABEL (self->chain), chain);
  gtk_widget_set_tooltip_text (self->chain, chain);
  if (head->missing > 0 || head->behind > 0)
    gtk_widget_add_css_class (self->head_label, "error-text");
  else
    gtk_widget_remove_css_class (self->head_label, "error-text");
  g_string_append_printf (count, ngettext ("%u task", "%u tasks", head->n_tasks), head->n_tasks);
  if (head->n_done > 0)
    g_string_append_printf (count, ngettext (" · %u done", " · %u done", head->n_done),
                            head->n_done);
  if (head->n_late > 0)
    g_string_append_printf (count, ngettext (" · %u late", " · %u late", head->n_late),
                            head->n_late);
  gtk_label_set_label (GTK_LABEL (self->count), count->str);
  if (retro->baseline != NULL)
    g_string_append_printf (count, _ (" · against “%s”"), retro->baseline->name);
  gtk_widget_set_tooltip_text (self->count, count->str);
  gtk_widget_set_visible (self->ways, head->missing > 0 || head->behind > 0);
}

static gboolean
is_hidden_row (PltRetroPage *self, guint index)
{
  return plt_retro_model_find_index (self->model, index) < 0;
}

void
plt_retro_page_show_chain (PltRetroPage *self)
{
  const GArray *chain;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_if_fail (PLT_IS_RETRO_PAGE (self));

  chain = plt_retro_model_get_retro (self->model)->head.chain;
  for (guint i = 0; i < chain->len; i++)
    if (is_hidden_row (self, g_array_index (chain, guint, i)))
      {
        plt_retro_page_set_filter (self, "");
        plt_retro_model_expand_all (self->model, TRUE);
        break;
      }
  for (guint i = 0; i < chain->len; i++)
    {
      int row = plt_retro_model_find_index (self->model, g_array_index (chain, guint, i));
      guint at = (guint) row;

      if (row >= 0)
        g_array_append_val (rows, at);
    }
  plt_timeline_set_marked (PLT_TIMELINE (self->timeline), rows);
  if (rows->len == 0)
    return;
  plt_grid_set_cursor (PLT_GRID (self->grid), g_array_index (rows, guint, 0),
                       PLT_RETRO_COLUMN_NAME);
  plt_timeline_reveal (PLT_TIMELINE (self->timeline), g_array_index (rows, guint, 0));
}

/* ---- what is shown ---- */

/* What was chosen together stays so, wherever it is now. */
static void
choose_again (PltRetroPage *self)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; self->chosen_keys != NULL && i < self->chosen_keys->len; i++)
    {
      int row = plt_grid_model_find_key (PLT_GRID_MODEL (self->model),
                                         g_array_index (self->chosen_keys, gint64, i));
      guint at = (guint) row;

      if (row >= 0)
        g_array_append_val (rows, at);
    }
  if (rows->len > 1)
    plt_timeline_set_selected (PLT_TIMELINE (self->timeline), rows);
  plt_retro_page_mark_rows (self);
}

/* The link that was chosen, wherever its tasks are now. */
static void
show_link (PltRetroPage *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltTaskLinkFacts *link
      = PLT_FACTS_FIND (facts->task_links, PltTaskLinkFacts, self->chosen_link);
  int from = -1, to = -1;

  if (link != NULL)
    {
      from = plt_retro_model_find_task (self->model, link->predecessor);
      to = plt_retro_model_find_task (self->model, link->task);
    }
  else
    self->chosen_link = 0;
  plt_timeline_set_link (PLT_TIMELINE (self->timeline), from, to);
}

void
plt_retro_page_choose_link (PltRetroPage *self, gint64 link)
{
  PltRef ref = { "task_link", link, NULL };
  int row;

  g_return_if_fail (PLT_IS_RETRO_PAGE (self));

  self->chosen_link = link;
  show_link (self);
  row = plt_retro_page_get_row (self);
  if (link == 0)
    ref = row >= 0 ? plt_retro_model_get_ref (self->model, (guint) row) : (PltRef){ NULL };
  plt_session_select (self->session, ref.table, ref.id, NULL);
}

static gboolean
tell_pane (gpointer data)
{
  PltRetroPage *self = data;

  self->telling = 0;
  g_signal_emit (self, pane_changed, 0);
  return G_SOURCE_REMOVE;
}

/* Before the next frame, and never while one is laid out: the side pane gets another child. */
static void
show_pane (PltRetroPage *self, int row)
{
  plt_retro_phase_pane_show (self->pane, self->model, row);
  if (self->telling == 0)
    self->telling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_pane, self, NULL);
}

static void
show_rows (PltRetroPage *self)
{
  PltTimeline *timeline = PLT_TIMELINE (self->timeline);
  g_autofree guint8 *can = NULL;
  PltDate from, to;
  PltGantt *gantt = plt_retro_model_make_gantt (self->model, plt_today (), &can, &from, &to);

  if (from == PLT_DATE_NONE) /* around today, until something has a date */
    {
      from = plt_today () - EMPTY_BEFORE;
      to = plt_today () + EMPTY_AFTER;
    }
  plt_timeline_set_gantt (timeline, gantt, can);
  plt_timeline_set_span (timeline, from, to);
  plt_timeline_set_marked (timeline, NULL);
  plt_timeline_set_cursor (timeline, plt_retro_page_get_row (self));
  choose_again (self);
  show_link (self);
  show_pane (self, plt_retro_page_get_row (self));
  show_head (self);
}

GtkWidget *
plt_retro_page_get_pane (PltRetroPage *self)
{
  g_return_val_if_fail (PLT_IS_RETRO_PAGE (self), NULL);

  return plt_retro_phase_pane_is_shown (self->pane)
                 && plt_session_get_facts (self->session)->tasks.n > 0
             ? self->pane
             : NULL;
}

static void
show_filter (PltRetroPage *self)
{
  const char *filter = plt_retro_model_get_filter (self->model);
  const char *value = strchr (filter, ':');
  g_autoptr (GMenuModel) menu = plt_retro_page_make_filters (self);
  g_autofree char *label = NULL;

  if (strcmp (filter, "late") == 0)
    label = g_strdup (_ ("Late"));
  else if (strcmp (filter, "critical") == 0)
    label = g_strdup (_ ("Critical"));
  else if (g_str_has_prefix (filter, "person:"))
    {
      const PltFacts *facts = plt_session_get_facts (self->session);
      const PltPersonFacts *person
          = PLT_FACTS_FIND (facts->people, PltPersonFacts, g_ascii_strtoll (value + 1, NULL, 10));

      label = person != NULL ? plt_facts_person_name (person) : g_strdup ("");
    }
  else if (g_str_has_prefix (filter, "phase:"))
    label = g_strdup (plt_phase_title ((int) plt_retro_paper_phase_number (value + 1)));
  else
    label = g_strdup (value != NULL ? value + 1 : _ ("All tasks"));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->filter), label);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->filter), menu);
}

void
plt_retro_page_set_filter (PltRetroPage *self, const char *filter)
{
  g_return_if_fail (PLT_IS_RETRO_PAGE (self));

  plt_retro_model_set_filter (self->model, filter);
  show_filter (self);
}

/* Its form is in the side pane, where a phase has none. */
static guint
first_task (PltRetroPage *self)
{
  guint n = plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model));

  for (guint row = 0; row < n; row++)
    if (plt_retro_model_get_task (self->model, row) != NULL)
      return row;
  return 0;
}

void
plt_retro_page_refresh (PltRetroPage *self)
{
  const PltFacts *facts;

  g_return_if_fail (PLT_IS_RETRO_PAGE (self));

  facts = plt_session_get_facts (self->session);
  show_filter (self);
  if (facts->tasks.n > 0 && !self->begun)
    plt_grid_set_cursor (PLT_GRID (self->grid), first_task (self), PLT_RETRO_COLUMN_NAME);
  self->begun = facts->tasks.n > 0;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), facts->tasks.n > 0 ? "plan" : "empty");
}

gboolean
plt_retro_page_select_ref (PltRetroPage *self, PltRef ref)
{
  int row;

  g_return_val_if_fail (PLT_IS_RETRO_PAGE (self), FALSE);

  row = plt_retro_model_reveal (self->model, ref);
  if (row < 0)
    return FALSE;
  show_filter (self);
  plt_grid_set_cursor (PLT_GRID (self->grid), (guint) row, PLT_RETRO_COLUMN_NAME);
  plt_timeline_reveal (PLT_TIMELINE (self->timeline), (guint) row);
  gtk_widget_grab_focus (self->grid);
  return TRUE;
}

void
plt_retro_page_start_search (PltRetroPage *self)
{
  g_return_if_fail (PLT_IS_RETRO_PAGE (self));

  gtk_widget_grab_focus (self->search);
}

/* ---- one row in both ---- */

void
plt_retro_page_mark_rows (PltRetroPage *self)
{
  g_autoptr (GArray) rows = plt_timeline_get_selected (PLT_TIMELINE (self->timeline));
  guint first = 0, n = 0;
  gboolean shown = plt_grid_get_selected_rows (PLT_GRID (self->grid), &first, &n) && rows->len == n
                   && rows->len > 0 && g_array_index (rows, guint, 0) == first
                   && g_array_index (rows, guint, n - 1) == first + n - 1;

  plt_grid_set_marked_rows (PLT_GRID (self->grid), shown ? NULL : rows);
}

static void
keep_chosen (PltRetroPage *self)
{
  g_autoptr (GArray) rows = plt_timeline_get_selected (PLT_TIMELINE (self->timeline));

  plt_retro_page_mark_rows (self);
  g_clear_pointer (&self->chosen_keys, g_array_unref);
  if (rows->len < 2)
    return;
  self->chosen_keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < rows->len; i++)
    {
      const PltRetroLine *line
          = plt_retro_model_get_line (self->model, g_array_index (rows, guint, i));

      if (line != NULL)
        g_array_append_val (self->chosen_keys, line->key);
    }
}

/* The rows chosen in the table are those of the calendar. */
static void
choose_as_grid (PltRetroPage *self)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = 0, n = 0;

  if (!plt_grid_get_selected_rows (PLT_GRID (self->grid), &first, &n))
    n = 0;
  for (guint i = first; i < first + n; i++)
    g_array_append_val (rows, i);
  plt_timeline_set_selected (PLT_TIMELINE (self->timeline), rows);
  keep_chosen (self);
}

GArray *
plt_retro_page_get_rows (PltRetroPage *self)
{
  GArray *rows = plt_timeline_get_selected (PLT_TIMELINE (self->timeline));
  int row = plt_retro_page_get_row (self);
  guint at = (guint) row;

  if (rows->len == 0 && row >= 0)
    g_array_append_val (rows, at);
  return rows;
}

static void
on_grid_selection (PltRetroPage *self)
{
  int row = plt_retro_page_get_row (self);
  PltRef ref = row >= 0 ? plt_retro_model_get_ref (self->model, (guint) row) : (PltRef){ NULL };

  if (self->filling)
    return;
  show_pane (self, row);
  if (plt_retro_phase_pane_is_shown (self->pane))
    ref = (PltRef){ NULL }; /* the form of the production says nothing of a phase */
  plt_timeline_set_cursor (PLT_TIMELINE (self->timeline), row);
  if (!self->choosing && !plt_retro_model_is_rebuilding (self->model))
    choose_as_grid (self);
  if (self->chosen_link != 0 && plt_retro_model_is_rebuilding (self->model))
    return; /* rows come and go around it */
  self->chosen_link = 0;
  plt_session_select (self->session, ref.table, ref.id, NULL);
}

static void
on_cursor_moved (PltTimeline *timeline, int row, PltRetroPage *self)
{
  guint old, column;

  if (!plt_grid_get_cursor (PLT_GRID (self->grid), &old, &column))
    column = PLT_RETRO_COLUMN_NAME;
  self->choosing = TRUE;
  plt_grid_set_cursor (PLT_GRID (self->grid), (guint) row, column);
  self->choosing = FALSE;
}

static char *
describe_link (guint from, guint to, gpointer data)
{
  return plt_retro_model_describe_link (PLT_RETRO_PAGE (data)->model, from, to);
}

static char *
describe (guint row, gpointer data)
{
  return plt_retro_model_describe (PLT_RETRO_PAGE (data)->model, row);
}

/* Brings the bar of the row in sight; what is not a task here is opened where it is kept. */
static void
on_cell_activated (PltGrid *grid, guint row, guint column, PltRetroPage *self)
{
  const PltRef ref = plt_retro_model_get_ref (self->model, row);

  if (ref.table != NULL && strcmp (ref.table, "task") != 0)
    plt_session_open_ref (self->session, ref);
  else
    plt_timeline_reveal (PLT_TIMELINE (self->timeline), row);
}

static void
on_row_height (PltRetroPage *self)
{
  plt_timeline_set_metrics (PLT_TIMELINE (self->timeline), PLT_GANTT_VIEW_HEAD,
                            plt_grid_get_row_height (PLT_GRID (self->grid)));
}

/* The cursor goes on what was found, the phase above it is only its head. */
static void
on_search (PltRetroPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  plt_retro_model_set_search (self->model, text);
  if (*text != '\0' && plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)) > 0)
    plt_grid_set_cursor (PLT_GRID (self->grid), first_task (self), PLT_RETRO_COLUMN_NAME);
}

static void
on_search_stopped (PltRetroPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->grid);
}

static void
on_search_entered (PltRetroPage *self)
{
  gtk_widget_grab_focus (self->grid);
}

/* ---- building ---- */

static GtkWidget *
new_head (PltRetroPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->head = gtk_button_new ();
  self->head_label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->head_label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->head_label, "heading");
  gtk_button_set_child (GTK_BUTTON (self->head), self->head_label);
  gtk_widget_add_css_class (self->head, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->head), "view.retro-chain");
  gtk_widget_set_tooltip_text (self->head, _ ("Show the tasks that make the margin"));
  self->ways = new_button (_ ("Ways out…"), "view.retro-ways",
                           _ ("What helps, how much it gains, and to apply it"));
  self->chain = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->chain), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->chain), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->chain), 1); /* what the head leaves */
  gtk_widget_set_hexpand (self->chain, TRUE);
  gtk_widget_add_css_class (self->chain, "dim-label");
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_box_append (GTK_BOX (box), self->head);
  gtk_box_append (GTK_BOX (box), self->ways);
  gtk_box_append (GTK_BOX (box), self->chain);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_widget_set_margin_start (box, 8);
  gtk_widget_set_margin_end (box, 12);
  return box;
}

static GtkWidget *
new_tools (PltRetroPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *links = gtk_toggle_button_new_with_label (_ ("Links"));
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->search = gtk_search_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), SEARCH_CHARS);
  g_object_set (self->search, "placeholder-text", _ ("Search the tasks"), NULL);
  plt_a11y_set_name (self->search, _ ("Search the tasks"));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (on_search_stopped), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_search_entered), self);
  self->filter = gtk_menu_button_new ();
  gtk_widget_set_tooltip_text (self->filter, _ ("Which tasks are shown"));
  plt_a11y_set_name (self->filter, _ ("Which tasks are shown"));
  gtk_widget_set_hexpand (space, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (links), "view.retro-links");
  gtk_widget_set_tooltip_text (links, _ ("Links between tasks as arrows"));
  gtk_widget_add_css_class (links, "chip");
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->filter);
  gtk_box_append (GTK_BOX (box), space);
  gtk_box_append (GTK_BOX (box), links);
  gtk_box_append (GTK_BOX (box),
                  new_button (_ ("Today"), "view.retro-today", _ ("Bring today in sight")));
  gtk_box_append (GTK_BOX (box),
                  new_button ("−", "view.retro-zoom-out", _ ("Zoom the calendar out")));
  gtk_box_append (GTK_BOX (box),
                  new_button ("+", "view.retro-zoom-in", _ ("Zoom the calendar in")));
  gtk_box_append (GTK_BOX (box), new_button (C_ ("zoom", "All"), "view.retro-zoom-all",
                                             _ ("See the whole calendar")));
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 8);
  gtk_widget_set_margin_bottom (box, 4);
  return box;
}

/* Width of the columns that fit in that much, the first ones always: a table that ends between two
 * columns. Without the row of titles of the layout, that much. */
static int
whole_columns (PltRetroPage *self, int room)
{
  g_autofree char *layout = plt_grid_get_layout (PLT_GRID (self->grid));
  g_auto (GStrv) columns = g_strsplit (layout, ";", -1);
  int width = 0;
  guint n = 0;

  for (guint i = 0; columns[i] != NULL; i++)
    {
      const char *colon = strrchr (columns[i], ':');
      int one = colon != NULL ? (int) g_ascii_strtoll (colon + 1, NULL, 10) : 0;

      if (*columns[i] == '-' || one <= 0)
        continue;
      if (n++ >= LEAST_COLUMNS && width + one > room)
        break;
      width += one;
    }
  return width > 0 ? width : room;
}

/* Where a layout says how wide the column of the names is: after its colon; NULL when it does not.
 */
static const char *
find_name_width (const char *layout)
{
  const char *at = g_str_has_prefix (layout, "name:") ? layout : strstr (layout, ";name:");

  return at != NULL ? strchr (at, ':') + 1 : NULL;
}

static int
name_width (const char *layout)
{
  const char *at = find_name_width (layout);

  return at != NULL ? (int) g_ascii_strtoll (at, NULL, 10) : 0;
}

/* (transfer full) */
static char *
with_name_width (const char *layout, int width)
{
  const char *at = find_name_width (layout), *rest = at;

  while (rest != NULL && g_ascii_isdigit (*rest))
    rest++;
  return at != NULL ? g_strdup_printf ("%.*s%d%s", (int) (at - layout), layout, width, rest)
                    : g_strdup (layout);
}

/* The names are read first: they get what the columns up to the end of a task leave of the room,
 * unless somebody has made them narrower or wider. */
static void
fit_names (PltRetroPage *self, int room)
{
  g_autofree char *layout = plt_grid_get_layout (PLT_GRID (self->grid)), *fitted = NULL;
  g_auto (GStrv) columns = g_strsplit (layout, ";", -1);
  const int now = name_width (layout);
  int others = 0;
  guint n = 0;

  if (self->name_width == 0) /* now that the font is known */
    self->name_least = self->name_width = now;
  if (now != self->name_width)
    return;
  for (guint i = 0; columns[i] != NULL && n < FIRST_COLUMNS; i++)
    {
      const char *colon = strrchr (columns[i], ':');

      if (*columns[i] == '-' || colon == NULL || g_str_has_prefix (columns[i], "name:"))
        continue;
      others += (int) g_ascii_strtoll (colon + 1, NULL, 10);
      n++;
    }
  self->name_width = CLAMP (room - others, self->name_least, MAX (NAME_MOST, self->name_least));
  if (self->name_width == now)
    return;
  fitted = with_name_width (layout, self->name_width);
  plt_grid_set_layout (PLT_GRID (self->grid), fitted);
}

/* Unless somebody has put the divider elsewhere, the table has the columns that fit in its share.
 */
static void
on_room (PltRetroPage *self)
{
  int most;

  g_object_get (self->panes, "max-position", &most, NULL);
  if (most <= 0 || most == G_MAXINT)
    return;
  if (self->placed > 0 && !self->chosen
      && ABS (gtk_paned_get_position (GTK_PANED (self->panes)) - self->placed) > ALMOST)
    self->chosen = TRUE;
  fit_names (self, self->chosen ? gtk_paned_get_position (GTK_PANED (self->panes))
                                : gtk_widget_get_width (self->panes) * TABLE_SHARE / 100);
  if (self->chosen)
    return;
  self->placed = whole_columns (self, gtk_widget_get_width (self->panes) * TABLE_SHARE / 100);
  gtk_paned_set_position (GTK_PANED (self->panes), self->placed);
}

/* What is folded is a thing of each production. (transfer full) */
static char *
name_of_folds (PltRetroPage *self)
{
  const char *path = plt_store_get_path (plt_session_get_store (self->session));
  g_autofree char *sum
      = path != NULL ? g_compute_checksum_for_string (G_CHECKSUM_MD5, path, -1) : g_strdup ("");

  return g_strdup_printf (FOLDED "-%.12s", sum);
}

static void
restore_folds (PltRetroPage *self)
{
  g_autofree char *name = name_of_folds (self), *folded = plt_settings_get_layout (name);

  if (*folded != '\0')
    plt_retro_model_set_folded (self->model, folded);
}

static void
keep_folds (PltRetroPage *self)
{
  g_autofree char *name = name_of_folds (self);
  g_autofree char *folded = plt_retro_model_get_folded (self->model);

  plt_settings_set_layout (name, folded);
}

static void
restore_divider (PltRetroPage *self)
{
  g_autofree char *kept = plt_settings_get_layout (DIVIDER);
  int position = (int) g_ascii_strtoll (kept, NULL, 10);

  self->chosen = position > 0;
  if (self->chosen)
    gtk_paned_set_position (GTK_PANED (self->panes), position);
}

static void
on_panes (PltRetroPage *self)
{
  g_autofree char *layout = plt_grid_get_layout (PLT_GRID (self->grid));
  /* what the room made of the names is not kept */
  g_autofree char *columns = name_width (layout) == self->name_width
                                 ? with_name_width (layout, self->name_least)
                                 : g_strdup (layout);
  int position = gtk_paned_get_position (GTK_PANED (self->panes));
  g_autofree char *divider = g_strdup_printf ("%d", position);

  keep_folds (self);
  plt_settings_set_layout (LAYOUT, columns);
  if (self->chosen || (self->placed > 0 && ABS (position - self->placed) > ALMOST))
    plt_settings_set_layout (DIVIDER, divider);
}

static GtkWidget *
new_panes (PltRetroPage *self)
{
  GtkWidget *left = gtk_scrolled_window_new (), *right = gtk_scrolled_window_new ();
  g_autofree char *layout = plt_settings_get_layout (LAYOUT), *usual = NULL;
  GtkAdjustment *down;

  self->grid = plt_grid_new (PLT_GRID_MODEL (self->model));
  plt_grid_set_header_height (PLT_GRID (self->grid), PLT_GANTT_VIEW_HEAD);
  plt_a11y_set_name (self->grid, _ ("Tasks of the rétroplanning"));
  usual = plt_grid_get_layout (PLT_GRID (self->grid));
  if (*layout != '\0')
    {
      self->name_width = self->name_least = name_width (usual);
      plt_grid_set_layout (PLT_GRID (self->grid), layout);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (left), self->grid);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (left), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_EXTERNAL);
  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (left));
  self->timeline = plt_timeline_new ();
  plt_a11y_set_name (self->timeline, _ ("Calendar of the rétroplanning"));
  gtk_scrolled_window_set_vadjustment (GTK_SCROLLED_WINDOW (right), down);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (right), self->timeline);
  g_signal_connect_object (down, "changed", G_CALLBACK (on_row_height), self, G_CONNECT_SWAPPED);
  self->panes = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_wide_handle (GTK_PANED (self->panes), TRUE);
  gtk_paned_set_start_child (GTK_PANED (self->panes), left);
  gtk_paned_set_end_child (GTK_PANED (self->panes), right);
  gtk_paned_set_resize_start_child (GTK_PANED (self->panes), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->panes), TRUE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->panes), FALSE);
  restore_divider (self);
  g_signal_connect_object (self->panes, "notify::max-position", G_CALLBACK (on_room), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (self->panes, TRUE);
  g_signal_connect_swapped (self->grid, "selection-changed", G_CALLBACK (on_grid_selection), self);
  g_signal_connect_swapped (self->grid, "map", G_CALLBACK (on_grid_selection), self);
  g_signal_connect_swapped (self->grid, "unmap", G_CALLBACK (on_panes), self);
  g_signal_connect (self->grid, "cell-activated", G_CALLBACK (on_cell_activated), self);
  g_signal_connect (self->timeline, "cursor-moved", G_CALLBACK (on_cursor_moved), self);
  g_signal_connect_swapped (self->timeline, "selection-changed", G_CALLBACK (keep_chosen), self);
  plt_timeline_set_describe (PLT_TIMELINE (self->timeline), describe, self);
  plt_timeline_set_describe_link (PLT_TIMELINE (self->timeline), describe_link, self);
  return self->panes;
}

/* Two ways to begin: the usual tasks, or one's own. */
static GtkWidget *
new_empty (void)
{
  GtkWidget *empty
      = plt_empty_state_new ("plt-timeline-symbolic", _ ("No task yet"),
                             _ ("Begin with the usual tasks of this kind of production, counted "
                                "backwards from the PAD, or add your own one by one."),
                             _ ("Choose a Template…"), "view.retro-template");
  GtkWidget *own = gtk_button_new_with_label (_ ("Add a Task"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (own), "view.retro-insert");
  gtk_widget_set_halign (own, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (empty), own);
  return empty;
}

static void
plt_retro_page_dispose (GObject *object)
{
  PltRetroPage *self = PLT_RETRO_PAGE (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->chosen_keys, g_array_unref);
  g_clear_object (&self->pane);
  g_clear_handle_id (&self->telling, g_source_remove);
  if (self->session != NULL)
    plt_session_set_hint (self->session, NULL, NULL);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_retro_page_parent_class)->dispose (object);
}

static void
plt_retro_page_finalize (GObject *object)
{
  g_string_free (PLT_RETRO_PAGE (object)->typed, TRUE);

  G_OBJECT_CLASS (plt_retro_page_parent_class)->finalize (object);
}

static void
plt_retro_page_class_init (PltRetroPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_retro_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_retro_page_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  pane_changed = g_signal_new ("pane-changed", PLT_TYPE_RETRO_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 0);
}

static void
plt_retro_page_init (PltRetroPage *self)
{
  self->typed = g_string_new (NULL);
}

/**
 * plt_retro_page_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
plt_retro_page_new (PltSession *session)
{
  PltRetroPage *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_RETRO_PAGE, NULL);
  self->session = g_object_ref (session);
  self->model = plt_retro_model_new (session);
  plt_session_set_hint (session, plt_retro_model_hint, self->model);
  self->pane = g_object_ref_sink (plt_retro_phase_pane_new (session));
  self->stack = gtk_stack_new ();
  gtk_box_append (GTK_BOX (box), new_head (self));
  gtk_box_append (GTK_BOX (box), new_tools (self));
  gtk_box_append (GTK_BOX (box), new_panes (self));
  gtk_stack_add_named (GTK_STACK (self->stack), box, "plan");
  gtk_stack_add_named (GTK_STACK (self->stack), new_empty (), "empty");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  plt_retro_page_connect_timeline (self);
  plt_retro_page_connect_find (self);
  restore_folds (self);
  g_signal_connect_object (self->model, "shown", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
  show_rows (self);
  return GTK_WIDGET (self);
}
