#include "plt-callsheet-form.h"

#include <glib/gi18n-lib.h>

#include "plt-callsheet-commands.h"
#include "plt-field.h"
#include "plt-issues-pane.h"
#include "plt-register-editing.h"
#include "plt-rows.h"
#include "plt-style-manager.h"
#include "plt-time.h"

/* Who and when first: what is typed on the eve of a shoot. */
#define CALL_COLUMNS                                                                               \
  "person,role,arrival_minutes,hmc_minutes,pat_minutes,end_minutes,function,sequences,costume,"    \
  "pickup_minutes,pickup_place,travel,count,group,remark"
#define CALL_LAYOUT                                                                                \
  "person:128;role:84;arrival_minutes:64;hmc_minutes:64;pat_minutes:64;end_minutes:64;"            \
  "function:150;sequences:72;costume:64;pickup_minutes:64;pickup_place:120;travel:96;count:64;"    \
  "group:80;remark:150"
#define NOTE_COLUMNS "department,text"
#define NOTE_LAYOUT "department:136;text:400"
#define ROW_HEIGHT 24
#define GRID_FRAME 52 /* header, the row for a new one, the scroll bar */
#define MAX_ROWS 18
#define MAX_ISSUES 4
#define REF "plt-ref"

/* A table of rows of the sheet. */
typedef struct
{
  const char *table;
  PltQueryModel *rows;
  PltGridRecordModel *model;
  GtkWidget *grid;
  GtkWidget *scroller;
} Part;

struct _PltCallsheetForm
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 sheet;
  PltRecord *record;
  gulong record_handler;
  gboolean locked;
  Part calls;
  Part notes;
  GPtrArray *fields; /* PltField, borrowed */

  GtkWidget *scroller;
  GtkWidget *box;
  GtkWidget *issues;
  GtkWidget *pat;
  GtkWidget *pat_message;
};

G_DEFINE_FINAL_TYPE (PltCallsheetForm, plt_callsheet_form, GTK_TYPE_WIDGET)

enum
{
  FOCUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

GtkWidget *
plt_callsheet_form_new (PltSession *session)
{
  PltCallsheetForm *self = g_object_new (PLT_TYPE_CALLSHEET_FORM, NULL);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

gint64
plt_callsheet_form_get_sheet (PltCallsheetForm *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_FORM (self), 0);

  return self->sheet;
}

PltGrid *
plt_callsheet_form_get_calls (PltCallsheetForm *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_FORM (self), NULL);

  return self->calls.grid != NULL ? PLT_GRID (self->calls.grid) : NULL;
}

GtkWidget *
plt_callsheet_form_get_pat (PltCallsheetForm *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_FORM (self), NULL);

  return self->pat;
}

const char *
plt_callsheet_form_get_message (PltCallsheetForm *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_FORM (self), "");

  return self->pat_message != NULL ? gtk_label_get_label (GTK_LABEL (self->pat_message)) : "";
}

static void
tell_focus (PltCallsheetForm *self, const char *table, gint64 id, const char *column)
{
  const PltRef ref = { table, id, column };

  g_signal_emit (self, signals[FOCUSED], 0, &ref);
}

/* ---- the PAT ---- */

static char *
pat_text (PltCallsheetForm *self)
{
  const PltValue *value = plt_record_get (self->record, "pat_minutes");

  return value->kind == PLT_VALUE_INTEGER ? plt_clock_format (value->integer) : g_strdup ("");
}

static void
set_pat_message (PltCallsheetForm *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->pat_message), message != NULL ? message : "");
  gtk_widget_set_visible (self->pat_message, message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (self->pat, "error");
  else
    gtk_widget_remove_css_class (self->pat, "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->pat), GTK_ACCESSIBLE_STATE_INVALID,
      message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_pat (PltCallsheetForm *self)
{
  g_autofree char *text = pat_text (self);

  gtk_editable_set_text (GTK_EDITABLE (self->pat), text);
  set_pat_message (self, NULL);
}

static void
commit_pat (PltCallsheetForm *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->pat));
  g_autofree char *before = pat_text (self);
  g_autoptr (GError) error = NULL;
  gint64 minutes;

  if (g_str_equal (text, before) || self->locked)
    {
      set_pat_message (self, NULL);
      return;
    }
  if (plt_clock_parse (text, &minutes, &error)
      && plt_callsheet_retime_command (self->session, self->sheet, minutes, &error))
    show_pat (self);
  else
    set_pat_message (self, error->message);
}

static void
on_pat_focus (PltCallsheetForm *self)
{
  tell_focus (self, "call_sheet", self->sheet, "pat_minutes");
}

static void
on_record_changed (PltCallsheetForm *self)
{
  show_pat (self);
}

/* ---- fields ---- */

static void
on_field_focus (GtkEventControllerFocus *focus, PltCallsheetForm *self)
{
  GtkWidget *field = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));

  tell_focus (self, "call_sheet", self->sheet, plt_field_get_column (PLT_FIELD (field))->id);
}

static GtkWidget *
new_labelled (const char *title, GtkWidget *editor)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "field-title");
  gtk_widget_set_hexpand (editor, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), editor);
  return box;
}

static GtkWidget *
new_field (PltCallsheetForm *self, const char *column)
{
  const PltColumn *found = plt_table_column (plt_table_find ("call_sheet"), column);
  GtkWidget *field = plt_field_new (self->session, self->record, found);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (on_field_focus), self);
  gtk_widget_add_controller (field, focus);
  gtk_widget_set_sensitive (field, !self->locked);
  g_ptr_array_add (self->fields, field);
  return new_labelled (plt_column_title (found), field);
}

static GtkWidget *
new_pat (PltCallsheetForm *self)
{
  const PltColumn *column = plt_table_column (plt_table_find ("call_sheet"), "pat_minutes");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->pat = gtk_entry_new ();
  self->pat_message = gtk_label_new (NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->pat), 6);
  gtk_widget_add_css_class (self->pat, "numeric");
  gtk_widget_add_css_class (self->pat, "pat");
  gtk_widget_set_tooltip_text (self->pat, _ ("Moves every hour of the sheet that was not typed."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pat), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plt_column_title (column), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Moves every hour of the sheet that was not typed."), -1);
  gtk_label_set_xalign (GTK_LABEL (self->pat_message), 0);
  gtk_label_set_wrap (GTK_LABEL (self->pat_message), TRUE);
  gtk_widget_add_css_class (self->pat_message, "message-error");
  g_signal_connect_swapped (self->pat, "activate", G_CALLBACK (commit_pat), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit_pat), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_pat_focus), self);
  gtk_widget_add_controller (self->pat, focus);
  gtk_widget_set_sensitive (self->pat, !self->locked && !plt_session_is_read_only (self->session));
  gtk_box_append (GTK_BOX (box), self->pat);
  gtk_box_append (GTK_BOX (box), self->pat_message);
  show_pat (self);
  return new_labelled (plt_column_title (column), box);
}

/* ---- the tables ---- */

static void
fit_part (Part *part)
{
  guint n = MIN (g_list_model_get_n_items (G_LIST_MODEL (part->rows)), MAX_ROWS);

  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (part->scroller),
                                              (int) n * ROW_HEIGHT + GRID_FRAME);
}

/* The cursor of a grid is a widget in it, and so may be an editor. */
static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
on_cursor (PltGrid *grid, PltCallsheetForm *self)
{
  Part *part = GTK_WIDGET (grid) == self->calls.grid ? &self->calls : &self->notes;
  guint row, column;

  if (!has_focus (part->grid) || !plt_grid_get_cursor (grid, &row, &column)
      || row >= g_list_model_get_n_items (G_LIST_MODEL (part->rows)))
    return;
  tell_focus (self, part->table, plt_query_model_get_id (part->rows, row),
              plt_grid_record_model_get_table_column (part->model, column)->id);
}

static void
update_dark (PltCallsheetForm *self)
{
  if (self->calls.grid != NULL)
    plt_grid_set_dark (PLT_GRID (self->calls.grid), plt_style_is_dark ());
  if (self->notes.grid != NULL)
    plt_grid_set_dark (PLT_GRID (self->notes.grid), plt_style_is_dark ());
}

static GtkWidget *
new_part (
    PltCallsheetForm *self, Part *part, const char *table, const char *columns, const char *layout)
{
  const PltValue sheet = plt_value_integer (self->sheet);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->sheet);

  part->table = table;
  part->rows = plt_query_model_new (plt_session_get_store (self->session), table);
  plt_query_model_set_filter (part->rows, "call_sheet", &sheet);
  part->model = plt_register_model_new (self->session, part->rows, columns);
  plt_register_set_preset (part->model, "call_sheet", id);
  if (self->locked)
    plt_register_make_read_only (part->model);
  plt_grid_record_model_set_frozen (part->model, 1);
  part->grid = plt_grid_new (PLT_GRID_MODEL (part->model));
  plt_grid_set_layout (PLT_GRID (part->grid), layout);
  part->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (part->scroller), part->grid);
  gtk_widget_add_css_class (part->scroller, "part");
  gtk_accessible_update_property (GTK_ACCESSIBLE (part->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plt_table_title (plt_table_find (table)), -1);
  g_signal_connect (part->grid, "selection-changed", G_CALLBACK (on_cursor), self);
  fit_part (part);
  return part->scroller;
}

static void
part_clear (PltCallsheetForm *self, Part *part)
{
  if (part->grid != NULL)
    g_signal_handlers_disconnect_by_data (part->grid, self);
  g_clear_object (&part->model);
  g_clear_object (&part->rows);
  *part = (Part){ NULL };
}

/* ---- issues ---- */

static gboolean
is_of_sheet (PltCallsheetForm *self, const PltRef *ref)
{
  const PltFacts *facts = plt_session_get_facts (self->session);

  if (ref->table == NULL)
    return FALSE;
  if (g_str_equal (ref->table, "call_sheet"))
    return ref->id == self->sheet;
  if (g_str_equal (ref->table, "call"))
    {
      const PltCallFacts *call = PLT_FACTS_FIND (facts->calls, PltCallFacts, ref->id);

      return call != NULL && call->call_sheet == self->sheet;
    }
  if (g_str_equal (ref->table, "shooting_day"))
    return ref->id == plt_record_get_integer (self->record, "day", 0);
  return FALSE;
}

static void
on_issue_activated (GtkListBox *list, GtkListBoxRow *row, PltCallsheetForm *self)
{
  PltRef ref = *(const PltRef *) g_object_get_data (G_OBJECT (row), REF);

  if (!plt_callsheet_form_go_to (self, ref))
    plt_session_open_ref (self->session, ref);
}

static void
fill_issues (PltCallsheetForm *self)
{
  const GPtrArray *issues = plt_session_get_issues (self->session);
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (self->issues)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->issues), child);
  for (guint i = 0; i < issues->len && n < MAX_ISSUES; i++)
    {
      const PltIssue *issue = g_ptr_array_index (issues, i);
      GtkWidget *row;

      if (!is_of_sheet (self, &issue->ref))
        continue;
      row = plt_issue_row_new (issue);
      g_object_set_data_full (G_OBJECT (row), REF, g_memdup2 (&issue->ref, sizeof issue->ref),
                              g_free);
      gtk_list_box_append (GTK_LIST_BOX (self->issues), row);
      n++;
    }
  gtk_widget_set_visible (self->issues, n > 0);
}

static GtkWidget *
new_issues (PltCallsheetForm *self)
{
  self->issues = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->issues), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->issues, "issues");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->issues), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Issues of this sheet"), -1);
  g_signal_connect (self->issues, "row-activated", G_CALLBACK (on_issue_activated), self);
  fill_issues (self);
  return self->issues;
}

/* ---- the whole, in the order of the paper ---- */

static void
add_heading (PltCallsheetForm *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "section-title");
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
add_row (PltCallsheetForm *self, const char *columns)
{
  g_auto (GStrv) ids = g_strsplit (columns, ",", -1);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (guint i = 0; ids[i] != NULL; i++)
    gtk_box_append (GTK_BOX (row), g_str_equal (ids[i], "pat_minutes") ? new_pat (self)
                                                                       : new_field (self, ids[i]));
  gtk_box_append (GTK_BOX (self->box), row);
}

static void
build (PltCallsheetForm *self)
{
  gtk_box_append (GTK_BOX (self->box), new_issues (self));
  add_heading (self, _ ("Hours"));
  add_row (self, "crew_minutes,pat_minutes,meal_minutes,end_minutes");
  add_row (self, "day_type,weather");
  add_heading (self, _ ("Emergencies"));
  add_row (self, "first_aid,vhss_referent");
  add_heading (self, _ ("Calls"));
  gtk_box_append (GTK_BOX (self->box),
                  new_part (self, &self->calls, "call", CALL_COLUMNS, CALL_LAYOUT));
  add_heading (self, _ ("Needs by department"));
  gtk_box_append (GTK_BOX (self->box),
                  new_part (self, &self->notes, "call_note", NOTE_COLUMNS, NOTE_LAYOUT));
  add_heading (self, _ ("Transport and meals"));
  add_row (self, "transport");
  add_row (self, "meals,meal_place");
  add_row (self, "remarks");
  add_heading (self, _ ("Safety"));
  add_row (self, "safety");
  add_row (self, "approved_by");
  update_dark (self);
}

static void
empty (PltCallsheetForm *self)
{
  GtkWidget *child;

  if (self->record != NULL)
    g_clear_signal_handler (&self->record_handler, self->record);
  part_clear (self, &self->calls);
  part_clear (self, &self->notes);
  g_ptr_array_set_size (self->fields, 0);
  self->pat = self->pat_message = self->issues = NULL;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_clear_object (&self->record);
  self->sheet = 0;
}

static gboolean
locked_now (PltCallsheetForm *self, gint64 sheet)
{
  return plt_callsheet_is_locked (
      PLT_FACTS_FIND (plt_session_get_facts (self->session)->sheets, PltSheetFacts, sheet));
}

static void
commit_fields (PltCallsheetForm *self)
{
  if (self->sheet == 0 || plt_record_is_deleted (self->record))
    return;
  commit_pat (self);
  for (guint i = 0; i < self->fields->len; i++)
    plt_field_commit (self->fields->pdata[i]);
}

void
plt_callsheet_form_show (PltCallsheetForm *self, gint64 sheet)
{
  g_return_if_fail (PLT_IS_CALLSHEET_FORM (self));

  if (sheet == self->sheet && (sheet == 0 || locked_now (self, sheet) == self->locked))
    return;
  commit_fields (self);
  empty (self);
  if (sheet == 0)
    return;
  self->record = plt_store_get_record (plt_session_get_store (self->session), "call_sheet", sheet);
  if (self->record == NULL)
    return;
  self->sheet = sheet;
  self->locked = locked_now (self, sheet);
  build (self);
  self->record_handler = g_signal_connect_swapped (self->record, "changed::pat_minutes",
                                                   G_CALLBACK (on_record_changed), self);
}

void
plt_callsheet_form_refresh (PltCallsheetForm *self)
{
  g_return_if_fail (PLT_IS_CALLSHEET_FORM (self));

  if (self->sheet == 0)
    return;
  fill_issues (self);
  fit_part (&self->calls);
  fit_part (&self->notes);
  gtk_widget_queue_draw (self->calls.grid);
}

static gboolean
go_to_row (Part *part, PltRef ref)
{
  int row = plt_query_model_find (part->rows, ref.id);
  guint n = plt_grid_model_get_n_columns (PLT_GRID_MODEL (part->model)), column = 0;

  if (row < 0)
    return FALSE;
  for (guint i = 0; ref.column != NULL && i < n; i++)
    if (g_str_equal (plt_grid_record_model_get_table_column (part->model, i)->id, ref.column))
      column = i;
  gtk_widget_grab_focus (part->grid);
  plt_grid_set_cursor (PLT_GRID (part->grid), (guint) row, column);
  return TRUE;
}

/* The viewport follows the focus by itself, but a grid is taller than what is seen of it. */
static void
scroll_to (PltCallsheetForm *self, GtkWidget *widget)
{
  GtkAdjustment *v = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, self->box, &bounds))
    return;
  gtk_adjustment_clamp_page (v, bounds.origin.y - 24,
                             bounds.origin.y
                                 + MIN (bounds.size.height, gtk_adjustment_get_page_size (v) - 48));
}

gboolean
plt_callsheet_form_go_to (PltCallsheetForm *self, PltRef ref)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_FORM (self), FALSE);

  if (self->sheet == 0 || ref.table == NULL)
    return FALSE;
  if (g_str_equal (ref.table, "call") && go_to_row (&self->calls, ref))
    {
      scroll_to (self, self->calls.scroller);
      return TRUE;
    }
  if (g_str_equal (ref.table, "call_note") && go_to_row (&self->notes, ref))
    {
      scroll_to (self, self->notes.scroller);
      return TRUE;
    }
  if (!g_str_equal (ref.table, "call_sheet") || ref.id != self->sheet)
    return FALSE;
  if (g_strcmp0 (ref.column, "pat_minutes") == 0)
    {
      gtk_widget_grab_focus (self->pat);
      return TRUE;
    }
  for (guint i = 0; i < self->fields->len; i++)
    if (g_strcmp0 (plt_field_get_column (self->fields->pdata[i])->id, ref.column) == 0)
      {
        gtk_widget_child_focus (self->fields->pdata[i], GTK_DIR_TAB_FORWARD);
        scroll_to (self, self->fields->pdata[i]);
        return TRUE;
      }
  return TRUE; /* the sheet is shown; what is not a field of it is in its head */
}

/* ---- the widget ---- */

static void
plt_callsheet_form_dispose (GObject *object)
{
  PltCallsheetForm *self = PLT_CALLSHEET_FORM (object);

  if (self->scroller != NULL)
    empty (self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_callsheet_form_parent_class)->dispose (object);
}

static void
plt_callsheet_form_finalize (GObject *object)
{
  g_ptr_array_unref (PLT_CALLSHEET_FORM (object)->fields);

  G_OBJECT_CLASS (plt_callsheet_form_parent_class)->finalize (object);
}

static void
plt_callsheet_form_class_init (PltCallsheetFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_callsheet_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_callsheet_form_finalize;
  signals[FOCUSED] = g_signal_new ("focused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_FORM);
}

static void
plt_callsheet_form_init (PltCallsheetForm *self)
{
  self->fields = g_ptr_array_new ();
  self->scroller = gtk_scrolled_window_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->box, "callsheet");
  gtk_widget_add_css_class (self->box, "form");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (update_dark), self, G_CONNECT_SWAPPED);
}
