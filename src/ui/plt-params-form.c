#include "plt-params-form.h"

#include <glib/gi18n-lib.h>

#include "plt-plan-versions.h"
#include "plt-rows.h"
#include "plt-text.h"

#define EDITION "date"
#define SPEC "plt-spec"
#define MOST_HEIGHT 150 /* pixels */
#define LIST_CHARS 16
#define LABEL_CHARS 16
#define VALUES "plt-values"

static const PltParamSpec edition_spec = {
  .id = EDITION,
  .title = N_ ("Date of the edition"),
  .type = PLT_PARAM_DATE,
};

struct _PltParamsForm
{
  GtkWidget parent_instance;

  PltSession *session;
  const PltDocumentKind *kind;
  GHashTable *chosen; /* "kind name" -> text */
  gboolean loading;
  char *plan; /* (nullable): id of the version that is looked at */

  GtkWidget *box;
  GtkWidget *scroll;
  GPtrArray *editors; /* borrowed; SPEC says of which parameter */
};

G_DEFINE_FINAL_TYPE (PltParamsForm, plt_params_form, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

GtkWidget *
plt_params_form_new (PltSession *session)
{
  PltParamsForm *self = g_object_new (PLT_TYPE_PARAMS_FORM, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/* ---- what is chosen ---- */

static char *
key_of (PltParamsForm *self, const char *name)
{
  return g_strdup_printf ("%s %s", self->kind->id, name);
}

/* (nullable): the version of the plan that is looked at, when it is not the current one */
static const char *
looked_at (PltParamsForm *self)
{
  gint64 schedule = plt_session_get_schedule_id (self->session);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, schedule);

  if (schedule == plt_session_get_facts (self->session)->production.schedule)
    return NULL;
  plt_set_str (&self->plan, id);
  return self->plan;
}

static const char *
chosen_of (PltParamsForm *self, const PltParamSpec *spec)
{
  g_autofree char *key = key_of (self, spec->id);
  const char *text = g_hash_table_lookup (self->chosen, key);

  if (text == NULL && spec->type == PLT_PARAM_REFERENCE && g_str_equal (spec->id, "plan"))
    return looked_at (self);
  return text != NULL ? text : spec->initial;
}

static void
choose (PltParamsForm *self, const PltParamSpec *spec, const char *text)
{
  if (self->loading || g_strcmp0 (text, chosen_of (self, spec)) == 0)
    return;
  g_hash_table_insert (self->chosen, key_of (self, spec->id), g_strdup (text));
  g_signal_emit (self, signals[CHANGED], 0);
}

PltParams *
plt_params_form_get_params (PltParamsForm *self)
{
  PltParams *params = plt_params_new ();

  g_return_val_if_fail (PLT_IS_PARAMS_FORM (self), params);

  for (guint i = 0; i < self->editors->len; i++)
    {
      const PltParamSpec *spec = g_object_get_data (self->editors->pdata[i], SPEC);
      const char *text = chosen_of (self, spec);

      if (text != NULL && *text != '\0')
        plt_params_set (params, self->kind, spec->id, text, NULL);
    }
  return params;
}

/* ---- editors ---- */

static const PltParamSpec *
spec_of (GtkWidget *editor)
{
  return g_object_get_data (G_OBJECT (editor), SPEC);
}

static void
on_selected (GtkDropDown *editor, GParamSpec *pspec, PltParamsForm *self)
{
  GPtrArray *values = g_object_get_data (G_OBJECT (editor), VALUES);
  guint position = gtk_drop_down_get_selected (editor);

  if (position < values->len)
    choose (self, spec_of (GTK_WIDGET (editor)), values->pdata[position]);
}

static void
on_toggled (GtkCheckButton *editor, PltParamsForm *self)
{
  choose (self, spec_of (GTK_WIDGET (editor)), gtk_check_button_get_active (editor) ? "1" : "0");
}

/* A text that cannot be read is marked, and the parameter stays as it was. */
static void
on_typed (GtkEntry *editor, PltParamsForm *self)
{
  const PltParamSpec *spec = spec_of (GTK_WIDGET (editor));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (editor));
  g_autoptr (PltParams) trial = plt_params_new ();
  g_autoptr (GError) error = NULL;
  gboolean good = plt_params_set (trial, self->kind, spec->id, text, &error);
  const char *read = good ? plt_params_get (trial, spec->id) : NULL;

  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (editor), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (editor), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (editor), good ? NULL : error->message);
  gtk_accessible_update_state (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_STATE_INVALID,
                               good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  if (good)
    choose (self, spec, read != NULL ? read : "");
}

static void
on_left (GtkEventControllerFocus *focus, PltParamsForm *self)
{
  on_typed (GTK_ENTRY (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus))), self);
}

static GtkWidget *
new_entry (PltParamsForm *self, const PltParamSpec *spec)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  const char *text = chosen_of (self, spec);
  g_autofree char *shown = NULL;

  if (spec->type == PLT_PARAM_DATE && text != NULL && *text != '\0')
    shown = plt_date_format_numeric (plt_date_from_iso (text));
  gtk_editable_set_text (GTK_EDITABLE (entry), shown != NULL ? shown : text != NULL ? text : "");
  if (g_str_equal (spec->id, EDITION))
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Today"));
  else
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("All"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 12);
  g_signal_connect (entry, "activate", G_CALLBACK (on_typed), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

/* "J2 · mar. 13 avr." */
static char *
day_label (PltSession *session, gint64 id)
{
  const PltPlan *plan = plt_session_get_plan (session);

  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];
      g_autofree char *date = NULL;

      if (day->day->id != id || day->number == 0)
        continue;
      date = plt_date_format_short (day->day->date);
      /* Translators: a shooting day by its number, "J2" in French, and its date */
      return g_strdup_printf (_ ("D%u · %s"), day->number, *date != '\0' ? date : "—");
    }
  return NULL;
}

static char *
sheet_label (PltSession *session, gint64 id)
{
  const PltSheetFacts *sheet
      = PLT_FACTS_FIND (plt_session_get_facts (session)->sheets, PltSheetFacts, id);

  if (sheet == NULL || sheet->number == PLT_UNKNOWN || sheet->version == PLT_UNKNOWN)
    return NULL;
  /* Translators: number and version of a call sheet */
  return g_strdup_printf (_ ("No. %d, version %d"), (int) sheet->number, (int) sheet->version);
}

static char *
schedule_label (PltSession *session, gint64 id)
{
  const PltFacts *facts = plt_session_get_facts (session);
  const PltScheduleFacts *schedule = PLT_FACTS_FIND (facts->schedules, PltScheduleFacts, id);

  return schedule != NULL ? plt_plan_versions_describe (facts, schedule) : NULL;
}

static char *
row_label (PltParamsForm *self, const PltTable *table, gint64 id)
{
  char *label = NULL;

  if (g_str_equal (table->id, "shooting_day"))
    return day_label (self->session, id); /* NULL: not a day of shooting of this plan */
  if (g_str_equal (table->id, "call_sheet"))
    label = sheet_label (self->session, id);
  else if (g_str_equal (table->id, "schedule"))
    label = schedule_label (self->session, id);
  return label != NULL ? label : plt_rows_label (plt_session_get_store (self->session), table, id);
}

static void
fill_references (PltParamsForm *self,
                 const PltParamSpec *spec,
                 GtkStringList *titles,
                 GPtrArray *values)
{
  const PltTable *table = plt_table_find (spec->table);
  g_autoptr (GArray) ids
      = plt_rows_ids (plt_session_get_store (self->session), table, NULL, 0, NULL, NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *label = row_label (self, table, id);

      if (label == NULL)
        continue;
      gtk_string_list_append (titles, label);
      g_ptr_array_add (values, g_strdup_printf ("%" G_GINT64_FORMAT, id));
    }
}

static void
fill_choices (const PltParamSpec *spec, GtkStringList *titles, GPtrArray *values)
{
  g_auto (GStrv) choices = g_strsplit (spec->choices, ",", -1);
  g_auto (GStrv) names = g_strsplit (spec->titles != NULL ? _ (spec->titles) : "", ",", -1);
  guint n_names = g_strv_length (names);

  for (guint i = 0; choices[i] != NULL; i++)
    {
      g_autofree char *title = i < n_names ? g_strdup (names[i]) : g_ascii_strup (choices[i], -1);

      gtk_string_list_append (titles, title);
      g_ptr_array_add (values, g_strdup (choices[i]));
    }
}

static GtkWidget *
new_drop_down (PltParamsForm *self, const PltParamSpec *spec)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  const char *chosen = chosen_of (self, spec);
  GtkWidget *editor;
  guint position = 0;

  if (spec->type == PLT_PARAM_REFERENCE || spec->initial == NULL)
    {
      gtk_string_list_append (titles, _ ("Automatic"));
      g_ptr_array_add (values, g_strdup (""));
    }
  if (spec->type == PLT_PARAM_REFERENCE)
    fill_references (self, spec, titles, values);
  else
    fill_choices (spec, titles, values);
  editor = gtk_drop_down_new (G_LIST_MODEL (titles), NULL);
  g_object_set_data_full (G_OBJECT (editor), VALUES, values, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < values->len; i++)
    if (g_strcmp0 (values->pdata[i], chosen) == 0)
      position = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (editor), position);
  g_signal_connect (editor, "notify::selected", G_CALLBACK (on_selected), self);
  return editor;
}

/* ---- several of the choices ---- */

static gboolean
is_listed (const char *list, const char *word)
{
  g_auto (GStrv) words = g_strsplit (list != NULL ? list : "", ",", -1);

  return g_strv_contains ((const char *const *) words, word);
}

static void
show_list (PltParamsForm *self, GtkWidget *button)
{
  const PltParamSpec *spec = spec_of (button);
  g_auto (GStrv) choices = g_strsplit (spec->choices, ",", -1);
  g_auto (GStrv) titles = g_strsplit (_ (spec->titles), ",", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; choices[i] != NULL; i++)
    if (is_listed (chosen_of (self, spec), choices[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", titles[i]);
  gtk_label_set_label (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (button))),
                       text->len > 0 ? text->str : _ ("None"));
  gtk_widget_set_tooltip_text (button, text->str);
}

/* In the order of the choices. */
static void
on_list_toggled (GtkCheckButton *check, PltParamsForm *self)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (check), "button");
  const PltParamSpec *spec = spec_of (button);
  g_auto (GStrv) choices = g_strsplit (spec->choices, ",", -1);
  const char *word = g_object_get_data (G_OBJECT (check), "word");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], word) ? gtk_check_button_get_active (check)
                                       : is_listed (chosen_of (self, spec), choices[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", choices[i]);
  choose (self, spec, text->len > 0 ? text->str : PLT_PARAM_NONE);
  show_list (self, button);
}

static GtkWidget *
new_list (PltParamsForm *self, const PltParamSpec *spec)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_auto (GStrv) choices = g_strsplit (spec->choices, ",", -1);
  g_auto (GStrv) titles = g_strsplit (_ (spec->titles), ",", -1);

  GtkWidget *label = gtk_label_new (NULL);

  g_object_set_data (G_OBJECT (button), SPEC, (gpointer) spec);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LIST_CHARS);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  for (guint i = 0; choices[i] != NULL; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (titles[i]);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   is_listed (chosen_of (self, spec), choices[i]));
      g_object_set_data_full (G_OBJECT (check), "word", g_strdup (choices[i]), g_free);
      g_object_set_data (G_OBJECT (check), "button", button);
      g_signal_connect (check, "toggled", G_CALLBACK (on_list_toggled), self);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  show_list (self, button);
  return button;
}

static GtkWidget *
new_editor (PltParamsForm *self, const PltParamSpec *spec)
{
  GtkWidget *editor;

  switch (spec->type)
    {
    case PLT_PARAM_REFERENCE:
    case PLT_PARAM_CHOICE:
      return new_drop_down (self, spec);
    case PLT_PARAM_LIST:
      return new_list (self, spec);
    case PLT_PARAM_BOOLEAN:
      editor = gtk_check_button_new_with_label (_ (spec->title));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (editor),
                                   g_strcmp0 (chosen_of (self, spec), "1") == 0);
      g_signal_connect (editor, "toggled", G_CALLBACK (on_toggled), self);
      return editor;
    case PLT_PARAM_DATE:
    case PLT_PARAM_TEXT:
    default:
      return new_entry (self, spec);
    }
}

static void
add (PltParamsForm *self, const PltParamSpec *spec)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *editor = new_editor (self, spec);
  GtkWidget *label
      = spec->type != PLT_PARAM_BOOLEAN ? gtk_label_new (_ (spec->title)) : gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_CHARS);
  gtk_widget_set_tooltip_text (label, _ (spec->title));
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (editor, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (label, spec->type != PLT_PARAM_BOOLEAN);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (spec->title), -1);
  g_object_set_data (G_OBJECT (editor), SPEC, (gpointer) spec);
  g_ptr_array_add (self->editors, editor);
  gtk_box_append (GTK_BOX (pair), label);
  gtk_box_append (GTK_BOX (pair), editor);
  gtk_flow_box_append (GTK_FLOW_BOX (self->box), pair);
  /* The editor takes the focus, not its place. */
  gtk_widget_set_focusable (gtk_widget_get_parent (pair), FALSE);
}

static void
build (PltParamsForm *self)
{
  GtkWidget *child;
  gboolean dated = FALSE;

  self->loading = TRUE;
  g_ptr_array_set_size (self->editors, 0);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->box), child);
  for (const PltParamSpec *spec = self->kind->params; spec != NULL && spec->id != NULL; spec++)
    {
      add (self, spec);
      dated = dated || g_str_equal (spec->id, EDITION);
    }
  if (!dated)
    add (self, &edition_spec);
  self->loading = FALSE;
}

void
plt_params_form_show (PltParamsForm *self, const PltDocumentKind *kind)
{
  g_return_if_fail (PLT_IS_PARAMS_FORM (self) && kind != NULL);

  if (kind == self->kind)
    return;
  self->kind = kind;
  build (self);
}

void
plt_params_form_refresh (PltParamsForm *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_return_if_fail (PLT_IS_PARAMS_FORM (self));

  if (self->kind != NULL && (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    build (self);
}

gboolean
plt_params_form_set (PltParamsForm *self, const char *name, const char *text)
{
  g_autoptr (PltParams) trial = plt_params_new ();

  g_return_val_if_fail (PLT_IS_PARAMS_FORM (self) && self->kind != NULL, FALSE);

  if (!plt_params_set (trial, self->kind, name, text, NULL))
    return FALSE;
  g_hash_table_insert (
      self->chosen, key_of (self, name),
      g_strdup (plt_params_get (trial, name) != NULL ? plt_params_get (trial, name) : ""));
  build (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

GtkWidget *
plt_params_form_get_editor (PltParamsForm *self, const char *name)
{
  g_return_val_if_fail (PLT_IS_PARAMS_FORM (self), NULL);

  for (guint i = 0; i < self->editors->len; i++)
    if (g_str_equal (spec_of (self->editors->pdata[i])->id, name))
      return self->editors->pdata[i];
  return NULL;
}

static void
plt_params_form_dispose (GObject *object)
{
  PltParamsForm *self = PLT_PARAMS_FORM (object);

  self->loading = TRUE;
  g_ptr_array_set_size (self->editors, 0);
  g_clear_pointer (&self->scroll, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_params_form_parent_class)->dispose (object);
}

static void
plt_params_form_finalize (GObject *object)
{
  PltParamsForm *self = PLT_PARAMS_FORM (object);

  g_hash_table_unref (self->chosen);
  g_free (self->plan);
  g_ptr_array_unref (self->editors);

  G_OBJECT_CLASS (plt_params_form_parent_class)->finalize (object);
}

static void
plt_params_form_class_init (PltParamsFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_params_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_params_form_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_FORM);
}

static void
plt_params_form_init (PltParamsForm *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->editors = g_ptr_array_new ();
  /* As many on a line as there is room for: some papers have four parameters. */
  self->box = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->box), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->box), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->box), 4);
  /* A paper with more leaves its preview the most of the window. */
  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroll), MOST_HEIGHT);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (self->scroll), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), self->box);
  gtk_widget_set_parent (self->scroll, GTK_WIDGET (self));
}
