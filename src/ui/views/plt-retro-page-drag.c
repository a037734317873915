/* PltRetroPage: what is dragged, drawn and typed on the calendar, and the filters there are. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-gantt-view.h"
#include "plt-retro-commands.h"
#include "plt-retro-page-private.h"
#include "plt-today.h"

#define MOST_LINKS 4 /* of a task, that stand in its menu */

/* ---- filters ---- */

static void
add_filter (GMenu *menu, const char *label, const char *filter)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "view.retro-filter", "s", filter);
  g_menu_append_item (menu, item);
}

static void
add_teams (GMenu *menu, const PltFacts *facts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < facts->tasks.n; i++)
    {
      const char *team = facts->tasks.items[i].team;

      if (*team != '\0' && g_hash_table_add (seen, (gpointer) team))
        {
          g_autofree char *filter = g_strconcat ("team:", team, NULL);

          add_filter (menu, team, filter);
        }
    }
}

static void
add_people (GMenu *menu, const PltFacts *facts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < facts->task_people.n; i++)
    {
      gint64 id = facts->task_people.items[i].person;
      const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, id);

      if (person != NULL && g_hash_table_add (seen, PLT_ID_TO_POINTER (id)))
        {
          g_autofree char *name = plt_facts_person_name (person);
          g_autofree char *filter = g_strdup_printf ("person:%" G_GINT64_FORMAT, id);

          add_filter (menu, name, filter);
        }
    }
}

static void
add_submenu (GMenu *menu, const char *label, GMenu *submenu)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (submenu)) > 0)
    g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
}

/* (transfer full) */
GMenuModel *
plt_retro_page_make_filters (PltRetroPage *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) phases = g_menu_new (), teams = g_menu_new (), people = g_menu_new ();
  const PltColumn *phase = plt_table_column (plt_table_find ("task"), "phase");

  add_filter (menu, _ ("All tasks"), "");
  add_filter (menu, _ ("Late"), "late");
  add_filter (menu, _ ("Critical"), "critical");
  for (const PltChoice *choice = phase->choices; choice->id != NULL; choice++)
    {
      g_autofree char *filter = g_strconcat ("phase:", choice->id, NULL);

      add_filter (phases, plt_choice_title (choice), filter);
    }
  add_teams (teams, facts);
  add_people (people, facts);
  add_submenu (menu, _ ("Phase"), phases);
  add_submenu (menu, _ ("Team"), teams);
  add_submenu (menu, _ ("Person"), people);
  return G_MENU_MODEL (menu);
}

/* ---- dragging ---- */

typedef gboolean (*ToChange) (
    PltRetroModel *model, guint row, PltTimelinePart part, int days, PltRetroChange *change);

/* A row whose group is chosen too moves with it. */
static gboolean
is_in_chosen_group (PltRetroPage *self, guint row)
{
  guint level = plt_retro_model_get_line (self->model, row)->level;

  while (row-- > 0 && level > 0)
    {
      const PltRetroLine *line = plt_retro_model_get_line (self->model, row);

      if (line->level >= level)
        continue;
      level = line->level;
      if (plt_timeline_is_selected (PLT_TIMELINE (self->timeline), row)
          && plt_retro_model_get_task (self->model, row) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* What is fixed elsewhere, has begun or is done stays where it is among others that move. */
static gboolean
stays (PltRetroPage *self, const PltRetroRow *row, int part)
{
  const PltRetro *retro = plt_retro_model_get_retro (self->model);
  gboolean is_fixed = row->task != NULL && *row->task->anchor != '\0'
                      && strcmp (row->task->anchor, "livraison") != 0;

  return is_fixed || row->state == PLT_RETRO_DONE
         || (part == PLT_TIMELINE_BODY && row->index >= 0
             && retro->input.tasks[row->index].state == PLT_NETWORK_STARTED);
}

/* What is asked of the row, and with it of all tasks that are chosen together; `left`: of how many
 * it is not. (element-type PltRetroChange) */
static GArray *
changes_of (PltRetroPage *self,
            int held,
            int part,
            int days,
            gboolean together,
            ToChange to_change,
            guint *left)
{
  g_autoptr (GArray) rows = plt_retro_page_get_rows (self);
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (PltRetroChange));
  PltRetroChange change;

  *left = 0;
  if (!together || rows->len < 2
      || !plt_timeline_is_selected (PLT_TIMELINE (self->timeline), (guint) held))
    {
      if (to_change (self->model, (guint) held, (PltTimelinePart) part, days, &change))
        g_array_append_val (changes, change);
      return changes;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      guint at = g_array_index (rows, guint, i);
      const PltRetroLine *line = plt_retro_model_get_line (self->model, at);

      if (line == NULL || line->row == NULL || line->row->task == NULL
          || is_in_chosen_group (self, at))
        continue;
      if (stays (self, line->row, part))
        *left += 1;
      else if (to_change (self->model, at, (PltTimelinePart) part, days, &change))
        g_array_append_val (changes, change);
    }
  return changes;
}

static const PltRetroChange *
first_of (const GArray *changes)
{
  return (const PltRetroChange *) (gconstpointer) changes->data;
}

/* Where what is refused would be: under the pointer. (transfer full) */
static GArray *
refused_ghosts (PltRetroPage *self, const GArray *changes, int part, int days)
{
  const PltGantt *gantt = plt_timeline_get_gantt (PLT_TIMELINE (self->timeline));
  GArray *ghosts = g_array_new (FALSE, FALSE, sizeof (PltTimelineGhost));

  for (guint i = 0; i < changes->len; i++)
    {
      int row = plt_retro_model_find_task (self->model,
                                           g_array_index (changes, PltRetroChange, i).task);
      PltTimelineGhost ghost = { (guint) row, PLT_DATE_NONE, PLT_DATE_NONE, TRUE };

      if (row < 0)
        continue;
      plt_timeline_drag_dates (&g_array_index (gantt->rows, PltGanttRow, row),
                               (PltTimelinePart) part, days, &ghost.from, &ghost.to);
      g_array_append_val (ghosts, ghost);
    }
  return ghosts;
}

static void
on_drag_changed (PltTimeline *timeline, int row, int part, int days, PltRetroPage *self)
{
  g_autoptr (PltRetroPreview) preview = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ghosts = NULL, changes = NULL;
  g_autofree char *words = NULL, *all = NULL;
  guint left;

  changes = changes_of (self, row, part, days, part == PLT_TIMELINE_BODY,
                        plt_retro_model_drag_change, &left);
  if (changes->len == 0)
    return;
  preview = plt_retro_model_preview (self->model, first_of (changes), changes->len, &error);
  if (preview == NULL)
    {
      ghosts = refused_ghosts (self, changes, part, days);
      plt_timeline_set_ghosts (timeline, ghosts, error->message, TRUE);
      return;
    }
  ghosts = plt_retro_model_ghosts (self->model, preview);
  words = plt_retro_model_preview_words (self->model, preview);
  if (left > 0)
    all = g_strdup_printf (ngettext ("%s\n%u task stays: begun, done, or fixed elsewhere",
                                     "%s\n%u tasks stay: begun, done, or fixed elsewhere", left),
                           words, left);
  plt_timeline_set_ghosts (timeline, ghosts, all != NULL ? all : words, FALSE);
}

static void
tell (PltRetroPage *self, GError *error)
{
  if (error != NULL)
    plt_session_take_error (self->session, error);
}

/* (transfer full) */
static char *
label_of (int part, guint n)
{
  if (part == PLT_TIMELINE_BODY)
    return n < 2 ? g_strdup (_ ("Move a task"))
                 : g_strdup_printf (ngettext ("Move %u task", "Move %u tasks", n), n);
  return n < 2
             ? g_strdup (_ ("Change the length of a task"))
             : g_strdup_printf (
                 ngettext ("Change the length of %u task", "Change the length of %u tasks", n), n);
}

static void
move (PltRetroPage *self, int part, const GArray *changes)
{
  g_autofree char *label = label_of (part, changes->len);
  GError *error = NULL;

  if (changes->len == 0)
    return;
  plt_retro_model_move (self->model, label, first_of (changes), changes->len, &error);
  tell (self, error);
}

static void
on_drag_dropped (PltTimeline *timeline, int row, int part, int days, PltRetroPage *self)
{
  guint left;
  g_autoptr (GArray) changes = changes_of (self, row, part, days, part == PLT_TIMELINE_BODY,
                                           plt_retro_model_drag_change, &left);

  move (self, part, changes);
}

/* A key moves it at once; what followed is said in the status bar of the view. */
static void
on_nudged (PltTimeline *timeline, int row, int part, int days, PltRetroPage *self)
{
  g_autoptr (GArray) changes = NULL;
  guint left;

  if (plt_session_is_read_only (self->session))
    return;
  changes = changes_of (self, row, part, days, TRUE, plt_retro_model_nudge_change, &left);
  move (self, part, changes);
}

/* What would be refused is said before it is let go. */
static void
on_link_aimed (PltTimeline *timeline, int from, int to, int kind, PltRetroPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!plt_retro_model_may_link (self->model, (guint) from, (guint) to, (PltNetworkKind) kind,
                                 &error))
    plt_timeline_set_ghosts (timeline, NULL, error->message, TRUE);
}

static void
on_link_removed (PltTimeline *timeline, int from, int to, PltRetroPage *self)
{
  GError *error = NULL;

  if (plt_session_is_read_only (self->session))
    return;
  plt_retro_model_unlink_rows (self->model, (guint) from, (guint) to, &error);
  tell (self, error);
}

static void
on_link_drawn (PltTimeline *timeline, int from, int to, int kind, PltRetroPage *self)
{
  GError *error = NULL;
  gint64 link;

  if (plt_session_is_read_only (self->session))
    return;
  link
      = plt_retro_model_link (self->model, (guint) from, (guint) to, (PltNetworkKind) kind, &error);
  tell (self, error);
  if (link != 0)
    plt_retro_page_choose_link (self, link);
}

/* Its form is in the side pane. */
static void
on_link_chosen (PltTimeline *timeline, int from, int to, PltRetroPage *self)
{
  const PltTaskLinkFacts *link
      = from >= 0 ? plt_retro_model_find_link (self->model, (guint) from, (guint) to) : NULL;

  plt_retro_page_choose_link (self, link != NULL ? link->id : 0);
}

/* ---- commands ---- */

/* What is typed takes the place of the name it was given. */
static void
edit_whole_name (PltRetroPage *self)
{
  GtkWidget *focus;

  plt_grid_edit (PLT_GRID (self->grid));
  focus = gtk_root_get_focus (gtk_widget_get_root (self->grid));
  if (plt_grid_is_editing (PLT_GRID (self->grid)) && focus != NULL && GTK_IS_EDITABLE (focus))
    gtk_editable_select_region (GTK_EDITABLE (focus), 0, -1);
}

void
plt_retro_page_insert (PltRetroPage *self)
{
  GError *error = NULL;
  gint64 task;

  g_return_if_fail (PLT_IS_RETRO_PAGE (self));

  task = plt_retro_model_insert (self->model, plt_retro_page_get_row (self), &error);
  tell (self, error);
  if (task == 0)
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "plan");
  if (plt_retro_page_select_ref (self, (PltRef){ "task", task, NULL }))
    edit_whole_name (self);
  plt_session_toast (self->session, _ ("The new task waits for nothing yet."),
                     _ ("Link to the One Above"), "view.retro-link-above");
}

void
plt_retro_page_delete (PltRetroPage *self)
{
  g_autoptr (GArray) rows = NULL;
  GError *error = NULL;

  g_return_if_fail (PLT_IS_RETRO_PAGE (self));

  rows = plt_retro_page_get_rows (self);
  if (rows->len == 0)
    return;
  plt_retro_model_delete_rows (self->model, rows, &error);
  tell (self, error);
}

static void
edit_name (PltRetroPage *self, guint row)
{
  plt_grid_set_cursor (PLT_GRID (self->grid), row, PLT_RETRO_COLUMN_NAME);
  gtk_widget_grab_focus (self->grid);
  plt_grid_edit (PLT_GRID (self->grid));
}

static gboolean
are_done (PltRetroPage *self, const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const PltRetroRow *row
          = plt_retro_model_get_line (self->model, g_array_index (rows, guint, i))->row;

      if (row != NULL && row->task != NULL && row->state != PLT_RETRO_DONE)
        return FALSE;
    }
  return TRUE;
}

/* Its kind, in the side pane, where its lag is next. */
static void
edit_link (PltRetroPage *self)
{
  if (self->chosen_link != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "view.retro-edit-link", "x", self->chosen_link);
}

/* A task that has just become a group lasts as long as its parts: its own days leave the plan. */
static void
tell_group (PltRetroPage *self, gint64 task)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltTaskFacts *part = PLT_FACTS_FIND (facts->tasks, PltTaskFacts, task);
  const PltTaskFacts *group
      = part != NULL ? PLT_FACTS_FIND (facts->tasks, PltTaskFacts, part->parent) : NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < facts->tasks.n && group != NULL; i++)
    n += facts->tasks.items[i].parent == group->id;
  if (n != 1 || group->duration_days == PLT_UNKNOWN || group->duration_days == 0)
    return;
  text
      = g_strdup_printf (ngettext ("“%s” is a group now and lasts as long as its tasks: its %d day "
                                   "is no longer counted.",
                                   "“%s” is a group now and lasts as long as its tasks: its %d "
                                   "days are no longer counted.",
                                   (gulong) group->duration_days),
                         group->name, (int) group->duration_days);
  plt_session_toast (self->session, text, _ ("Undo"), "win.undo");
}

void
plt_retro_page_do (PltRetroPage *self, const char *what)
{
  int at = plt_retro_page_get_row (self);
  guint row = (guint) at;
  g_autoptr (GArray) rows = NULL;
  GError *error = NULL;

  g_return_if_fail (PLT_IS_RETRO_PAGE (self));

  if (at < 0 || plt_session_is_read_only (self->session))
    return;
  rows = plt_retro_page_get_rows (self);
  if (strcmp (what, "done") == 0)
    plt_retro_model_set_done (self->model, rows, !are_done (self, rows), &error);
  else if (strcmp (what, "lock") == 0 || strcmp (what, "unlock") == 0)
    plt_retro_model_set_locked (self->model, rows, strcmp (what, "lock") == 0, &error);
  else if (strcmp (what, "indent") == 0)
    {
      const PltTaskFacts *task = plt_retro_model_get_task (self->model, row);
      const gint64 id = task != NULL ? task->id : 0;

      if (plt_retro_model_indent (self->model, row, FALSE, &error))
        tell_group (self, id);
    }
  else if (strcmp (what, "outdent") == 0)
    plt_retro_model_indent (self->model, row, TRUE, &error);
  else if (strcmp (what, "link-above") == 0)
    plt_retro_model_link_above (self->model, row, &error);
  tell (self, error);
}

/* ---- the calendar ---- */

static void
on_command (PltTimeline *timeline, const char *command, PltRetroPage *self)
{
  int row = plt_timeline_get_cursor (timeline);
  const PltRetroLine *line = row >= 0 ? plt_retro_model_get_line (self->model, (guint) row) : NULL;
  gboolean is_open = strcmp (command, "open") == 0;

  if (strcmp (command, "search") == 0)
    plt_retro_page_start_search (self);
  else if (strcmp (command, "today") == 0)
    plt_timeline_show_date (timeline, plt_today ());
  else if (strcmp (command, "edit-link") == 0)
    edit_link (self);
  else if (line == NULL)
    return;
  else if (strcmp (command, "fold") == 0)
    plt_retro_model_expand (self->model, (guint) row, FALSE);
  else if (strcmp (command, "unfold") == 0)
    plt_retro_model_expand (self->model, (guint) row, TRUE);
  else if (strcmp (command, "toggle") == 0 || (is_open && line->expandable))
    plt_retro_model_expand (self->model, (guint) row, !line->expanded);
  else if ((is_open || strcmp (command, "edit") == 0) && line->row != NULL
           && line->row->task == NULL)
    plt_session_open_ref (self->session, line->row->ref);
  else if (strcmp (command, "copy") == 0)
    gtk_widget_activate_action (self->grid, "grid.copy", NULL);
  else if (plt_session_is_read_only (self->session))
    return;
  else if (is_open || strcmp (command, "edit") == 0)
    edit_name (self, (guint) row);
  else if (strcmp (command, "insert") == 0)
    plt_retro_page_insert (self);
  else if (strcmp (command, "delete") == 0)
    plt_retro_page_delete (self);
  else if (strcmp (command, "paste") == 0)
    gtk_widget_activate_action (self->grid, "grid.paste", NULL);
  else
    plt_retro_page_do (self, command);
}

/* ---- the menu of a row ---- */

/* Many of them stand in a menu of their own, so that this one stays on the screen. */
static void
add_links (PltRetroPage *self, GMenu *menu, const PltTaskFacts *task)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autoptr (GMenu) all = g_menu_new ();
  gint n;

  for (guint i = 0; i < facts->task_links.n; i++)
    {
      const PltTaskLinkFacts *link = &facts->task_links.items[i];
      gint64 other = link->task == task->id ? link->predecessor : link->task;
      const PltTaskFacts *end = PLT_FACTS_FIND (facts->tasks, PltTaskFacts, other);
      g_autofree char *label = NULL;
      g_autoptr (GMenu) what = g_menu_new ();
      g_autofree char *change = NULL, *away = NULL;

      if (end == NULL || (link->task != task->id && link->predecessor != task->id))
        continue;
      label = g_strdup_printf (link->task == task->id ? _ ("After “%s”") : _ ("Before “%s”"),
                               end->name);
      change = g_strdup_printf ("view.retro-edit-link(int64 %" G_GINT64_FORMAT ")", link->id);
      away = g_strdup_printf ("view.retro-unlink(int64 %" G_GINT64_FORMAT ")", link->id);
      g_menu_append (what, _ ("Kind and Lag"), change);
      g_menu_append (what, _ ("Take the Link Away"), away);
      g_menu_append_submenu (all, label, G_MENU_MODEL (what));
    }
  n = g_menu_model_get_n_items (G_MENU_MODEL (all));
  if (n > MOST_LINKS)
    g_menu_append_submenu (menu, _ ("The Links There Are"), G_MENU_MODEL (all));
  else if (n > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
}

/* `key`: of the calendar or the table, which is not an accelerator of the window. */
static void
add_item (GMenu *menu, const char *label, const char *action, const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (key != NULL)
    g_menu_item_set_attribute (item, "accel", "s", key);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (PltRetroPage *self, const PltTaskFacts *task, gboolean on_calendar)
{
  g_autoptr (GMenu) first = g_menu_new (), second = g_menu_new (), links = g_menu_new ();
  GMenu *menu = g_menu_new ();

  add_item (first, _ ("Add a Task Below"), "view.retro-insert", on_calendar ? "Insert" : NULL);
  add_item (first, _ ("Paste as Tasks Below"), "view.retro-paste", NULL);
  add_item (first, _ ("Delete the Tasks"), "view.retro-delete", on_calendar ? "Delete" : NULL);
  add_item (second, _ ("Done, or Not Done"), "view.retro-done", NULL);
  add_item (second, _ ("Lock on the Dates"), "view.retro-lock", NULL);
  add_item (second, _ ("Let Its Dates Be Computed"), "view.retro-unlock", NULL);
  add_item (second, _ ("Into the Group Above"), "view.retro-indent", on_calendar ? "Tab" : NULL);
  add_item (second, _ ("Out of Its Group"), "view.retro-outdent",
            on_calendar ? "<Shift>Tab" : NULL);
  add_item (second, _ ("Book a Room for the Task…"), "view.retro-book", NULL);
  add_item (second, _ ("Add a Screening After the Task…"), "view.retro-screen", NULL);
  add_item (links, _ ("Link to Another Task"), "view.retro-link", on_calendar ? "l" : NULL);
  add_item (links, _ ("Link to the One Above"), "view.retro-link-above", NULL);
  if (task != NULL)
    add_links (self, links, task);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (links));
  return G_MENU_MODEL (menu);
}

static void
on_menu (GtkGestureClick *gesture, int n_press, double x, double y, PltRetroPage *self)
{
  PltTimeline *timeline = PLT_TIMELINE (self->timeline);
  int row
      = plt_gantt_view_row (plt_timeline_get_view (timeline), plt_timeline_get_gantt (timeline), y);
  g_autoptr (GMenuModel) menu = NULL;
  graphene_point_t at;

  if (row < 0)
    return;
  gtk_widget_grab_focus (self->timeline);
  /* of several rows chosen, all stay so */
  self->choosing = plt_timeline_is_selected (timeline, (guint) row);
  if (row != plt_retro_page_get_row (self))
    plt_grid_set_cursor (PLT_GRID (self->grid), (guint) row, PLT_RETRO_COLUMN_NAME);
  self->choosing = FALSE;
  menu = make_menu (self, plt_retro_model_get_task (self->model, (guint) row), TRUE);
  if (self->menu != NULL)
    gtk_widget_unparent (self->menu);
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  if (!gtk_widget_compute_point (self->timeline, GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) at.x, (int) at.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
plt_retro_page_connect_timeline (PltRetroPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  g_autoptr (GMenuModel) menu = make_menu (self, NULL, FALSE);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_menu), self);
  gtk_widget_add_controller (self->timeline, GTK_EVENT_CONTROLLER (click));
  plt_grid_set_extra_menu (PLT_GRID (self->grid), menu);
  g_signal_connect (self->timeline, "command", G_CALLBACK (on_command), self);
  g_signal_connect (self->timeline, "drag-changed", G_CALLBACK (on_drag_changed), self);
  g_signal_connect (self->timeline, "drag-dropped", G_CALLBACK (on_drag_dropped), self);
  g_signal_connect (self->timeline, "nudged", G_CALLBACK (on_nudged), self);
  g_signal_connect (self->timeline, "link-aimed", G_CALLBACK (on_link_aimed), self);
  g_signal_connect (self->timeline, "link-drawn", G_CALLBACK (on_link_drawn), self);
  g_signal_connect (self->timeline, "link-chosen", G_CALLBACK (on_link_chosen), self);
  g_signal_connect (self->timeline, "link-removed", G_CALLBACK (on_link_removed), self);
}
