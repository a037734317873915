#include "plt-callsheet-form.h"

#include <glib/gi18n-lib.h>

#include "plt-callsheet-blocks.h"
#include "plt-callsheet-commands.h"
#include "plt-callsheet-field.h"
#include "plt-callsheet-part.h"
#include "plt-issues-pane.h"

#define MAX_ISSUES 5
#define REF "plt-ref"
#define BLOCK "plt-block"

/* A block of the form as it stands. */
typedef struct
{
  const PltCallsheetBlock *info;
  gboolean open;
  GtkWidget *toggle;
  GtkWidget *arrow;
  GtkWidget *count;
  GtkWidget *content; /* filled when it is first opened */
  GPtrArray *fields;  /* PltCallsheetField, borrowed */
  PltCallsheetPart part;
  GtkWidget *text; /* (nullable): of the séquences */
} Block;

struct _PltCallsheetForm
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 sheet;
  PltRecord *record;
  gboolean locked;
  Block *blocks;
  guint n_blocks;
  GHashTable *chosen; /* id of a block -> open (1) or folded (2) by hand, for all sheets */

  GtkWidget *scroller;
  GtkWidget *box;
  GtkWidget *issues;
  GtkWidget *target; /* (nullable): weak: what is scrolled to */
  guint scroll_source;
};

G_DEFINE_FINAL_TYPE (PltCallsheetForm, plt_callsheet_form, GTK_TYPE_WIDGET)

enum
{
  FOCUSED,
  TYPING,
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

static Block *
find_block (PltCallsheetForm *self, const char *id)
{
  for (guint i = 0; i < self->n_blocks; i++)
    if (g_str_equal (self->blocks[i].info->id, id))
      return &self->blocks[i];
  return NULL;
}

static PltCallsheetField *
find_field (PltCallsheetForm *self, const char *column)
{
  for (guint i = 0; i < self->n_blocks; i++)
    for (guint j = 0; j < self->blocks[i].fields->len; j++)
      if (g_strcmp0 (plt_callsheet_field_get_column (self->blocks[i].fields->pdata[j])->id, column)
          == 0)
        return self->blocks[i].fields->pdata[j];
  return NULL;
}

/* ---- what is typed, where the user is ---- */

static void
tell_focus (PltCallsheetForm *self, PltRef ref)
{
  g_signal_emit (self, signals[FOCUSED], 0, &ref);
}

static void
on_field_focus (GtkEventControllerFocus *focus, PltCallsheetForm *self)
{
  GtkWidget *field = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));

  tell_focus (self, (PltRef){ "call_sheet", self->sheet,
                              plt_callsheet_field_get_column (PLT_CALLSHEET_FIELD (field))->id });
}

static void
on_field_typing (PltCallsheetField *field, const char *text, PltCallsheetForm *self)
{
  g_signal_emit (self, signals[TYPING], 0, self->record, plt_callsheet_field_get_column (field),
                 text);
}

static void
on_cell_typing (PltGridRecordModel *model,
                PltRecord *record,
                gpointer column,
                const char *text,
                PltCallsheetForm *self)
{
  g_signal_emit (self, signals[TYPING], 0, record, column, text);
}

/* The cursor of a grid is a widget in it, and so may be an editor. */
static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
on_cursor (PltGrid *grid, PltCallsheetForm *self)
{
  for (guint i = 0; i < self->n_blocks; i++)
    if (self->blocks[i].part.grid == GTK_WIDGET (grid) && has_focus (GTK_WIDGET (grid)))
      {
        PltRef ref = plt_callsheet_part_cursor (&self->blocks[i].part);

        if (ref.table != NULL)
          tell_focus (self, ref);
      }
}

PltRef
plt_callsheet_form_get_place (PltCallsheetForm *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_FORM (self), ((PltRef){ NULL }));

  for (guint i = 0; i < self->n_blocks; i++)
    {
      Block *block = &self->blocks[i];

      if (has_focus (block->part.grid))
        return plt_callsheet_part_cursor (&block->part);
      for (guint j = 0; j < block->fields->len; j++)
        if (has_focus (block->fields->pdata[j]))
          return (PltRef){ "call_sheet", self->sheet,
                           plt_callsheet_field_get_column (block->fields->pdata[j])->id };
    }
  return (PltRef){ NULL };
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
  const PltRef *stored = g_object_get_data (G_OBJECT (row), REF);
  PltRef ref;

  if (stored == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.issues", NULL);
      return;
    }
  ref = *stored; /* going there fills the list again */
  if (!plt_callsheet_form_go_to (self, ref))
    plt_session_open_ref (self->session, ref);
}

static void
add_more (PltCallsheetForm *self, guint n)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u more issue of this day…", "%u more issues of this day…", n), n);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "issue-source");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_append (GTK_LIST_BOX (self->issues), row);
}

static void
fill_issues (PltCallsheetForm *self)
{
  const GPtrArray *issues = plt_session_get_issues (self->session);
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (self->issues)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->issues), child);
  for (guint i = 0; i < issues->len; i++)
    {
      const PltIssue *issue = g_ptr_array_index (issues, i);
      GtkWidget *row;

      if (!is_of_sheet (self, &issue->ref) || n++ >= MAX_ISSUES)
        continue;
      row = plt_issue_row_new (issue);
      g_object_set_data_full (G_OBJECT (row), REF, g_memdup2 (&issue->ref, sizeof issue->ref),
                              g_free);
      gtk_list_box_append (GTK_LIST_BOX (self->issues), row);
    }
  if (n > MAX_ISSUES)
    add_more (self, n - MAX_ISSUES);
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

/* ---- blocks ---- */

/* Something is filled in it, or says something. */
static gboolean
holds_something (PltCallsheetForm *self, const Block *block)
{
  const PltTable *table = plt_table_find ("call_sheet");
  const PltCallsheetTable *rows = plt_callsheet_table (block->info->part);
  g_auto (GStrv) ids
      = block->info->rows != NULL ? g_strsplit_set (block->info->rows, ",;", -1) : NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const PltValue *value = plt_record_get (self->record, plt_table_column (table, ids[i])->id);

      if (value->kind == PLT_VALUE_INTEGER
          || (value->kind == PLT_VALUE_TEXT && *plt_value_get_text (value) != '\0')
          || plt_session_find_issue (self->session, "call_sheet", self->sheet, ids[i]) != NULL)
        return TRUE;
    }
  if (rows != NULL)
    {
      g_autoptr (PltQueryModel) model
          = plt_query_model_new (plt_session_get_store (self->session), rows->table);
      const PltValue sheet = plt_value_integer (self->sheet);

      plt_query_model_set_filter (model, "call_sheet", &sheet);
      if (rows->group != NULL)
        {
          g_auto (PltValue) group = plt_value_text (rows->group);

          plt_query_model_set_filter (model, "group", &group);
        }
      return g_list_model_get_n_items (G_LIST_MODEL (model)) > 0;
    }
  return FALSE;
}

static void
add_row (PltCallsheetForm *self, Block *block, const char *columns)
{
  g_auto (GStrv) ids = g_strsplit (columns, ",", -1);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const PltColumn *column = plt_table_column (plt_table_find ("call_sheet"), ids[i]);
      GtkWidget *field
          = plt_callsheet_field_new (self->session, self->record, column, self->locked);
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect (focus, "enter", G_CALLBACK (on_field_focus), self);
      gtk_widget_add_controller (field, focus);
      g_signal_connect (field, "typing", G_CALLBACK (on_field_typing), self);
      gtk_widget_set_hexpand (field, TRUE);
      g_ptr_array_add (block->fields, field);
      gtk_box_append (GTK_BOX (row), field);
      if (g_strv_length (ids) > 2)
        gtk_box_append (GTK_BOX (below),
                        plt_callsheet_field_take_finding (PLT_CALLSHEET_FIELD (field)));
    }
  gtk_box_append (GTK_BOX (whole), row);
  gtk_box_append (GTK_BOX (whole), below);
  gtk_box_append (GTK_BOX (block->content), whole);
}

static void
add_deliveries (Block *block)
{
  static const char *const buttons[][2]
      = { { N_ ("_Propose"), "view.delivery-propose" },
          { N_ ("Mark as _given"), "view.delivery-given" },
          { N_ ("Mark as recei_ved"), "view.delivery-received" } };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ (buttons[i][0]));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i][1]);
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_box_append (GTK_BOX (block->content), row);
}

/* "21 · INT aube · CAPITAINERIE / SALLE DE VEILLE", one line a séquence of the day. */
static void
show_sequences (PltCallsheetForm *self, Block *block)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltPlan *plan = plt_session_get_plan (self->session);
  gint64 id = plt_record_get_integer (self->record, "day", 0);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];

      for (guint j = 0; day->day->id == id && j < day->strips->len; j++)
        {
          const PltStripFacts *strip = day->strips->pdata[j];
          const PltSequenceFacts *sequence
              = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);
          g_autofree char *set = sequence != NULL ? plt_facts_set_name (facts, sequence) : NULL;

          if (sequence != NULL)
            g_string_append_printf (text, "%s%s · %s · %s", text->len > 0 ? "\n" : "",
                                    sequence->number,
                                    plt_effect_code (sequence->int_ext, sequence->effect), set);
        }
    }
  gtk_label_set_label (GTK_LABEL (block->text), text->len > 0
                                                    ? text->str
                                                    : _ ("The schedule has no sequence on this "
                                                         "day yet."));
}

static void
add_sequences (PltCallsheetForm *self, Block *block)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Go to the _schedule"));

  block->text = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (block->text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (block->text), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "win.go::plan");
  gtk_box_append (GTK_BOX (block->content), block->text);
  gtk_box_append (GTK_BOX (block->content), button);
  show_sequences (self, block);
}

static void
fill_block (PltCallsheetForm *self, Block *block)
{
  g_auto (GStrv) rows = block->info->rows != NULL ? g_strsplit (block->info->rows, ";", -1) : NULL;

  if (gtk_widget_get_first_child (block->content) != NULL)
    return;
  for (guint i = 0; rows != NULL && rows[i] != NULL; i++)
    add_row (self, block, rows[i]);
  if (block->info->part == PLT_SHEET_BLOCK_SEQUENCES)
    add_sequences (self, block);
  if (plt_callsheet_table (block->info->part) == NULL)
    return;
  if (block->info->part == PLT_SHEET_BLOCK_DELIVERIES)
    add_deliveries (block);
  plt_callsheet_part_build (&block->part, self->session, block->info->part, self->sheet,
                            self->locked && block->info->part != PLT_SHEET_BLOCK_DELIVERIES);
  g_signal_connect (block->part.grid, "selection-changed", G_CALLBACK (on_cursor), self);
  g_signal_connect (block->part.model, "typing", G_CALLBACK (on_cell_typing), self);
  gtk_box_append (GTK_BOX (block->content), block->part.scroller);
}

static void
set_open (PltCallsheetForm *self, Block *block, gboolean open)
{
  block->open = open;
  if (open)
    fill_block (self, block);
  gtk_widget_set_visible (block->content, open);
  gtk_image_set_from_icon_name (GTK_IMAGE (block->arrow),
                                open ? "pan-down-symbolic" : "list-add-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (block->toggle), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
}

static void
on_toggle (GtkButton *button, PltCallsheetForm *self)
{
  Block *block = find_block (self, g_object_get_data (G_OBJECT (button), BLOCK));

  plt_callsheet_form_open_block (self, block->info->id, !block->open);
}

static void
add_block (PltCallsheetForm *self, Block *block, const PltCallsheetBlock *info)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ (info->title));
  gpointer chosen = g_hash_table_lookup (self->chosen, info->id);

  block->info = info;
  block->fields = g_ptr_array_new ();
  block->arrow = gtk_image_new ();
  block->count = gtk_label_new (NULL);
  block->toggle = gtk_button_new ();
  block->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (block->count, "field-title");
  gtk_box_append (GTK_BOX (line), block->arrow);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), block->count);
  gtk_button_set_child (GTK_BUTTON (block->toggle), line);
  gtk_widget_add_css_class (block->toggle, "flat");
  gtk_widget_add_css_class (block->toggle, "block-title");
  gtk_accessible_update_property (GTK_ACCESSIBLE (block->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (info->title), -1);
  g_object_set_data (G_OBJECT (block->toggle), BLOCK, (gpointer) info->id);
  g_signal_connect (block->toggle, "clicked", G_CALLBACK (on_toggle), self);
  gtk_box_append (GTK_BOX (self->box), block->toggle);
  gtk_box_append (GTK_BOX (self->box), block->content);
  set_open (self, block,
            chosen != NULL ? chosen == GUINT_TO_POINTER (1)
                           : info->always || holds_something (self, block));
}

static void
build (PltCallsheetForm *self)
{
  const PltCallsheetBlock *infos = plt_callsheet_blocks (&self->n_blocks);

  self->blocks = g_new0 (Block, self->n_blocks);
  gtk_box_append (GTK_BOX (self->box), new_issues (self));
  for (guint i = 0; i < self->n_blocks; i++)
    add_block (self, &self->blocks[i], &infos[i]);
}

static void
empty (PltCallsheetForm *self)
{
  GtkWidget *child;

  for (guint i = 0; i < self->n_blocks; i++)
    {
      plt_callsheet_part_clear (&self->blocks[i].part, self);
      g_ptr_array_unref (self->blocks[i].fields);
    }
  g_clear_pointer (&self->blocks, g_free);
  self->n_blocks = 0;
  self->issues = NULL;
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

gboolean
plt_callsheet_form_commit (PltCallsheetForm *self)
{
  PltCallsheetField *refused = NULL;
  gboolean good = TRUE;

  g_return_val_if_fail (PLT_IS_CALLSHEET_FORM (self), FALSE);

  if (self->sheet == 0 || plt_record_is_deleted (self->record))
    return TRUE;
  for (guint i = 0; i < self->n_blocks; i++)
    {
      for (guint j = 0; !self->locked && j < self->blocks[i].fields->len; j++)
        if (!plt_callsheet_field_commit (self->blocks[i].fields->pdata[j]))
          refused = self->blocks[i].fields->pdata[j];
      if (self->blocks[i].part.grid != NULL
          && plt_grid_is_editing (PLT_GRID (self->blocks[i].part.grid)))
        good &= plt_grid_commit_edit (PLT_GRID (self->blocks[i].part.grid));
    }
  if (refused != NULL)
    plt_callsheet_field_focus (refused);
  return good && refused == NULL;
}

void
plt_callsheet_form_show (PltCallsheetForm *self, gint64 sheet)
{
  g_return_if_fail (PLT_IS_CALLSHEET_FORM (self));

  if (sheet == self->sheet && (sheet == 0 || locked_now (self, sheet) == self->locked))
    return;
  plt_callsheet_form_commit (self);
  empty (self);
  if (sheet == 0)
    return;
  self->record = plt_store_get_record (plt_session_get_store (self->session), "call_sheet", sheet);
  if (self->record == NULL)
    return;
  self->sheet = sheet;
  self->locked = locked_now (self, sheet);
  build (self);
}

static void
refresh_count (Block *block)
{
  guint n = plt_callsheet_part_n_rows (&block->part);
  g_autofree char *text = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");

  gtk_label_set_label (GTK_LABEL (block->count), text);
}

void
plt_callsheet_form_refresh (PltCallsheetForm *self)
{
  g_return_if_fail (PLT_IS_CALLSHEET_FORM (self));

  if (self->sheet == 0)
    return;
  fill_issues (self);
  for (guint i = 0; i < self->n_blocks; i++)
    {
      Block *block = &self->blocks[i];

      for (guint j = 0; j < block->fields->len; j++)
        plt_callsheet_field_refresh (block->fields->pdata[j]);
      if (!block->open && g_hash_table_lookup (self->chosen, block->info->id) == NULL
          && holds_something (self, block))
        set_open (self, block, TRUE);
      if (block->text != NULL)
        show_sequences (self, block);
      if (block->part.grid == NULL)
        continue;
      plt_callsheet_part_fit (&block->part);
      refresh_count (block);
      gtk_widget_queue_draw (block->part.grid);
    }
}

/* ---- going there ---- */

static void scroll_now (PltCallsheetForm *self, GtkWidget *widget);

/* What was just opened has its place only when a frame was drawn. */
static void
scroll_later (gpointer data)
{
  PltCallsheetForm *self = data;
  GtkWidget *target = self->target;

  self->scroll_source = 0;
  g_clear_weak_pointer (&self->target);
  if (target != NULL && gtk_widget_is_ancestor (target, self->box))
    scroll_now (self, target);
}

static void
scroll_to (PltCallsheetForm *self, GtkWidget *widget)
{
  scroll_now (self, widget);
  g_set_weak_pointer (&self->target, widget);
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add_once (scroll_later, self);
}

/* The viewport follows the focus by itself, but a grid is taller than what is seen of it. */
static void
scroll_now (PltCallsheetForm *self, GtkWidget *widget)
{
  GtkAdjustment *v = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, self->box, &bounds))
    return;
  gtk_adjustment_clamp_page (v, bounds.origin.y - 24,
                             bounds.origin.y
                                 + MIN (bounds.size.height, gtk_adjustment_get_page_size (v) - 48));
}

/* A block that is gone to stands at the top, all of it that there is room for. */
static void
scroll_to_top (PltCallsheetForm *self, GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (widget, self->box, &bounds))
    gtk_adjustment_set_value (
        gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
        bounds.origin.y);
}

void
plt_callsheet_form_open_block (PltCallsheetForm *self, const char *id, gboolean open)
{
  Block *block;

  g_return_if_fail (PLT_IS_CALLSHEET_FORM (self));

  block = find_block (self, id);
  if (block == NULL || block->open == open)
    return;
  g_hash_table_insert (self->chosen, (gpointer) block->info->id, GUINT_TO_POINTER (open ? 1 : 2));
  set_open (self, block, open);
  refresh_count (block);
}

gboolean
plt_callsheet_form_is_open (PltCallsheetForm *self, const char *id)
{
  Block *block;

  g_return_val_if_fail (PLT_IS_CALLSHEET_FORM (self), FALSE);

  block = find_block (self, id);
  return block != NULL && block->open;
}

static gboolean
go_to_part (PltCallsheetForm *self, Block *block, PltRef ref)
{
  const PltCallsheetTable *table = plt_callsheet_table (block->info->part);

  if (table == NULL || !g_str_equal (table->table, ref.table))
    return FALSE;
  if (block->part.grid == NULL && holds_something (self, block))
    set_open (self, block, TRUE);
  if (block->part.grid == NULL || plt_query_model_find (block->part.rows, ref.id) < 0)
    return FALSE;
  if (!block->open)
    plt_callsheet_form_open_block (self, block->info->id, TRUE);
  plt_callsheet_part_go_to (&block->part, ref);
  scroll_to (self, block->part.scroller);
  return TRUE;
}

gboolean
plt_callsheet_form_go_to (PltCallsheetForm *self, PltRef ref)
{
  PltCallsheetField *field;

  g_return_val_if_fail (PLT_IS_CALLSHEET_FORM (self), FALSE);

  if (self->sheet == 0 || ref.table == NULL)
    return FALSE;
  for (guint i = 0; i < self->n_blocks; i++)
    if (go_to_part (self, &self->blocks[i], ref))
      return TRUE;
  if (!g_str_equal (ref.table, "call_sheet") || ref.id != self->sheet)
    return FALSE;
  for (guint i = 0; ref.column != NULL && i < self->n_blocks; i++)
    if (plt_callsheet_block_has (self->blocks[i].info, ref.column))
      plt_callsheet_form_open_block (self, self->blocks[i].info->id, TRUE);
  field = find_field (self, ref.column);
  if (field != NULL)
    {
      plt_callsheet_field_focus (field);
      scroll_to (self, GTK_WIDGET (field));
    }
  return TRUE; /* the sheet is shown; what is not a field of it is in its head */
}

/* To where the work in an open block begins. */
static gboolean
enter (Block *block)
{
  if (block->fields->len > 0)
    return gtk_widget_grab_focus (plt_callsheet_field_get_editor (block->fields->pdata[0]));
  return block->part.grid != NULL && gtk_widget_grab_focus (block->part.grid);
}

gboolean
plt_callsheet_form_step (PltCallsheetForm *self, int by)
{
  int at = -1, next;

  g_return_val_if_fail (PLT_IS_CALLSHEET_FORM (self), FALSE);

  if (self->n_blocks == 0)
    return FALSE;
  for (guint i = 0; i < self->n_blocks; i++)
    if (has_focus (self->blocks[i].toggle) || has_focus (self->blocks[i].content))
      at = (int) i;
  next = at < 0 ? (by > 0 ? 0 : (int) self->n_blocks - 1)
                : CLAMP (at + by, 0, (int) self->n_blocks - 1);
  scroll_to_top (self, self->blocks[next].toggle);
  if (self->blocks[next].open && enter (&self->blocks[next]))
    return TRUE;
  return gtk_widget_grab_focus (self->blocks[next].toggle);
}

void
plt_callsheet_form_enter_block (PltCallsheetForm *self, const char *id)
{
  Block *block;

  g_return_if_fail (PLT_IS_CALLSHEET_FORM (self));

  plt_callsheet_form_open_block (self, id, TRUE);
  block = find_block (self, id);
  if (block == NULL)
    return;
  enter (block);
  scroll_to (self, block->content);
}

PltGrid *
plt_callsheet_form_get_grid (PltCallsheetForm *self, const char *id)
{
  Block *block;

  g_return_val_if_fail (PLT_IS_CALLSHEET_FORM (self), NULL);

  block = find_block (self, id);
  return block != NULL && block->part.grid != NULL ? PLT_GRID (block->part.grid) : NULL;
}

GtkWidget *
plt_callsheet_form_get_editor (PltCallsheetForm *self, const char *column)
{
  PltCallsheetField *field;

  g_return_val_if_fail (PLT_IS_CALLSHEET_FORM (self), NULL);

  field = find_field (self, column);
  return field != NULL ? plt_callsheet_field_get_editor (field) : NULL;
}

const char *
plt_callsheet_form_get_message (PltCallsheetForm *self, const char *column)
{
  PltCallsheetField *field;

  g_return_val_if_fail (PLT_IS_CALLSHEET_FORM (self), "");

  field = find_field (self, column);
  return field != NULL ? plt_callsheet_field_get_message (field) : "";
}

/* ---- the widget ---- */

static void
plt_callsheet_form_dispose (GObject *object)
{
  PltCallsheetForm *self = PLT_CALLSHEET_FORM (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_weak_pointer (&self->target);
  if (self->scroller != NULL)
    empty (self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_callsheet_form_parent_class)->dispose (object);
}

static void
plt_callsheet_form_finalize (GObject *object)
{
  g_hash_table_unref (PLT_CALLSHEET_FORM (object)->chosen);

  G_OBJECT_CLASS (plt_callsheet_form_parent_class)->finalize (object);
}

static void
plt_callsheet_form_class_init (PltCallsheetFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_callsheet_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_callsheet_form_finalize;
  signals[FOCUSED] = g_signal_new ("focused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[TYPING]
      = g_signal_new ("typing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, PLT_TYPE_RECORD, G_TYPE_POINTER, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_FORM);
}

static void
plt_callsheet_form_init (PltCallsheetForm *self)
{
  self->chosen = g_hash_table_new (g_str_hash, g_str_equal);
  self->scroller = gtk_scrolled_window_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->box, "callsheet");
  gtk_widget_add_css_class (self->box, "form");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
