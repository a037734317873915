#include "plt-rate-picker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-budget-links.h"
#include "plt-devis-figures.h"
#include "plt-dialog.h"
#include "plt-rates.h"
#include "plt-table.h"

#define DATA "plt-rate-picker"

/* The units rates are counted in; "" is that of the base. */
static const char *const units[]
    = { "", "semaine", "jour", "heure", "mois", "cachet", "service", NULL };

/* ---- a function of the scale ---- */

#define PLT_TYPE_RATE_ITEM (plt_rate_item_get_type ())
G_DECLARE_FINAL_TYPE (PltRateItem, plt_rate_item, PLT, RATE_ITEM, GObject)

struct _PltRateItem
{
  GObject parent;

  char *function, *scale, *unit;     /* for the line; the last two "" without a rate */
  char *department, *terms, *amount; /* as shown */
  char *detail;
  gboolean found;
};

G_DEFINE_FINAL_TYPE (PltRateItem, plt_rate_item, G_TYPE_OBJECT)

static void
plt_rate_item_finalize (GObject *object)
{
  PltRateItem *self = PLT_RATE_ITEM (object);

  g_free (self->function);
  g_free (self->scale);
  g_free (self->unit);
  g_free (self->department);
  g_free (self->terms);
  g_free (self->amount);
  g_free (self->detail);

  G_OBJECT_CLASS (plt_rate_item_parent_class)->finalize (object);
}

static void
plt_rate_item_class_init (PltRateItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_rate_item_finalize;
}

static void
plt_rate_item_init (PltRateItem *self)
{
}

/* ---- the dialog ---- */

typedef struct
{
  PltDialog *dialog;
  PltSession *session;
  gint64 line;
  GtkWidget *search, *base, *unit, *list, *detail;
  GtkSingleSelection *found;
  char *shown;          /* what the list was searched for */
  gboolean base_chosen; /* by the user; else it is that of the line, for its own function only */
} RatePicker;

static void
rate_picker_free (gpointer data)
{
  RatePicker *self = data;

  g_clear_object (&self->session);
  g_free (self->shown);
  g_free (self);
}

static const PltChoice *
choices_of (const char *column)
{
  return plt_table_column (plt_table_find ("budget_line"), column)->choices;
}

static const char *
title_of (const char *column, const char *id)
{
  for (const PltChoice *choice = choices_of (column); choice->id != NULL; choice++)
    if (g_str_equal (choice->id, id))
      return plt_choice_title (choice);
  return id;
}

/* "" for the usual one. */
static const char *
chosen_base (RatePicker *self)
{
  const guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->base));

  return at == 0 || at == GTK_INVALID_LIST_POSITION ? "" : choices_of ("scale")[at - 1].id;
}

static const char *
chosen_unit (RatePicker *self)
{
  const guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->unit));

  return at < G_N_ELEMENTS (units) - 1 ? units[at] : "";
}

static const PltLineFacts *
line_of (RatePicker *self)
{
  return PLT_FACTS_FIND (plt_session_get_facts (self->session)->lines, PltLineFacts, self->line);
}

/* ---- what the scale says ---- */

/* "Week of 39 hours, annex I" */
static char *
terms_of (const PltRate *rate)
{
  static const char *const annexes[] = { "", "I", "II", "III" };
  const guint annexe = g_strcmp0 (rate->agreement, "3097") == 0 ? plt_rate_annexe (rate->base) : 0;

  /* Translators: base of a pay scale and number of the annex it stands in */
  return annexe > 0
             ? g_strdup_printf (_ ("%s, annex %s"), title_of ("scale", rate->base), annexes[annexe])
             : g_strdup (title_of ("scale", rate->base));
}

static void
describe_found (PltRateItem *item, const PltRate *rate, const char *base)
{
  g_autofree char *money = plt_devis_format_money (rate->amount);
  g_autofree char *source = plt_rate_describe (rate);

  item->scale = g_strdup (*base != '\0' ? base : rate->base);
  item->unit = g_strdup (rate->unit);
  item->terms = terms_of (rate);
  item->amount = g_strdup_printf ("%s · %s", money, title_of ("unit", rate->unit));
  item->detail = g_strdup_printf ("%s · %s\n%s%s%s%s%s", item->terms, item->amount, source,
                                  rate->sure ? " ; " : "", rate->sure ? _ ("sourced") : "",
                                  rate->remark != NULL && *rate->remark != '\0' ? "\n" : "",
                                  rate->remark != NULL ? rate->remark : "");
  if (!rate->undated)
    return;
  g_free (g_steal_pointer (&source));
  source = g_steal_pointer (&item->detail);
  item->detail = g_strconcat (
      source, "\n", _ ("Neither the budget nor the schedule has a date: this is the last rate."),
      NULL);
}

static PltRateItem *
new_item (PltRates *rates, const PltRateQuery *query, const PltRate *rate)
{
  PltRateItem *item = g_object_new (PLT_TYPE_RATE_ITEM, NULL);
  PltRateQuery again = *query;
  g_autoptr (GError) error = NULL;
  PltRate ignored;

  item->function = g_strdup (rate->function);
  item->department = g_strdup (rate->department != NULL ? rate->department : "");
  item->found = rate->status == PLT_RATE_FOUND;
  if (item->found)
    {
      describe_found (item, rate, query->base != NULL ? query->base : "");
      return item;
    }
  again.function = rate->function;
  plt_rates_find (rates, &again, &ignored, &error);
  item->scale = g_strdup ("");
  item->unit = g_strdup ("");
  item->terms = g_strdup ("");
  item->amount
      = g_strdup (rate->status == PLT_RATE_NO_DATE ? _ ("no rate at this date") : _ ("no rate"));
  item->detail = g_strdup (error != NULL ? error->message : "");
  return item;
}

static GListStore *
find (RatePicker *self, const char *text)
{
  GListStore *list = g_list_store_new (PLT_TYPE_RATE_ITEM);
  const PltRateQuery query = { .function = text,
                               .base = chosen_base (self),
                               .unit = chosen_unit (self),
                               .date = plt_budget_date (plt_session_get_budget (self->session)) };
  g_autoptr (PltRates) rates = plt_rates_new (plt_session_get_facts (self->session));
  g_autoptr (GPtrArray) found = plt_rates_list (rates, &query);

  for (guint i = 0; i < found->len; i++)
    {
      g_autoptr (PltRateItem) item = new_item (rates, &query, g_ptr_array_index (found, i));

      g_list_store_append (list, item);
    }
  return list;
}

/* ---- choosing ---- */

static void
update_detail (RatePicker *self)
{
  PltRateItem *item = gtk_single_selection_get_selected_item (self->found);

  gtk_label_set_label (GTK_LABEL (self->detail),
                       item != NULL ? item->detail
                                    : _ ("No function of the pay scale has these words."));
  plt_dialog_set_accept_enabled (self->dialog, item != NULL && item->found);
  plt_dialog_set_message (self->dialog, NULL);
}

static void
update (RatePicker *self)
{
  g_autoptr (GListStore) list = find (self, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  guint at = 0;

  g_free (self->shown);
  self->shown = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  /* the function of the line, else the first one */
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (PltRateItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (line_of (self) == NULL || !g_str_equal (item->function, line_of (self)->function))
        continue;
      at = i;
      break;
    }
  gtk_single_selection_set_model (self->found, G_LIST_MODEL (list));
  gtk_single_selection_set_selected (self->found, at);
  update_detail (self);
}

static void
on_searched (RatePicker *self)
{
  const PltLineFacts *line = line_of (self);

  if (!self->base_chosen && *chosen_base (self) != '\0' && line != NULL
      && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->search)), line->function))
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->base), 0);
      self->base_chosen = FALSE;
    }
  update (self);
}

static void
on_base_chosen (RatePicker *self)
{
  self->base_chosen = TRUE;
  update (self);
}

static void
pick (RatePicker *self)
{
  PltRateItem *item = gtk_single_selection_get_selected_item (self->found);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (item == NULL || !item->found)
    return;
  label = g_strdup_printf (_ ("Rate of the pay scale: %s"), item->function);
  plt_budget_link_scale (self->line, item->function, item->scale, item->unit, batch);
  if (plt_store_apply (plt_session_get_store (self->session), label, NULL, batch, NULL, &error))
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  else
    plt_dialog_set_message (self->dialog, error->message);
}

/* Enter right behind the last letter: the list waits a moment for the next one. */
static void
on_entered (RatePicker *self)
{
  if (g_strcmp0 (self->shown, gtk_editable_get_text (GTK_EDITABLE (self->search))) != 0)
    on_searched (self);
  pick (self);
}

static void
on_activate (GtkListView *list, guint position, RatePicker *self)
{
  gtk_single_selection_set_selected (self->found, position);
  pick (self);
}

/* ---- building ---- */

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *function = new_label (NULL);
  GtkWidget *department = new_label ("dim-label");
  GtkWidget *amount = new_label ("numeric");

  gtk_widget_set_hexpand (function, TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (department), 22);
  gtk_label_set_xalign (GTK_LABEL (amount), 1);
  gtk_label_set_width_chars (GTK_LABEL (amount), 22);
  gtk_box_append (GTK_BOX (row), function);
  gtk_box_append (GTK_BOX (row), department);
  gtk_box_append (GTK_BOX (row), amount);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  PltRateItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *function = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *department = gtk_widget_get_next_sibling (function);
  GtkWidget *amount = gtk_widget_get_next_sibling (department);

  gtk_label_set_label (GTK_LABEL (function), item->function);
  gtk_label_set_label (GTK_LABEL (department), item->department);
  gtk_label_set_label (GTK_LABEL (amount), item->amount);
  if (item->found)
    gtk_widget_remove_css_class (amount, "dim-label");
  else
    gtk_widget_add_css_class (amount, "dim-label");
}

/* The arrows walk in the list while one types. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        RatePicker *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  const guint at = gtk_single_selection_get_selected (self->found);
  guint to;

  if (n == 0 || (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up))
    return FALSE;
  to = keyval == GDK_KEY_Down ? MIN (at + 1, n - 1) : at > 0 ? at - 1 : 0;
  gtk_single_selection_set_selected (self->found, to);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", to);
  return TRUE;
}

static GtkWidget *
new_list (RatePicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  self->found = gtk_single_selection_new (NULL);
  g_signal_connect_swapped (self->found, "notify::selected", G_CALLBACK (update_detail), self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (self->found), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Functions of the pay scale"), -1);
  g_signal_connect (self->list, "activate", G_CALLBACK (on_activate), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (scroller, "palette");
  return scroller;
}

static GtkWidget *
new_search (RatePicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Type a function of the pay scale"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Function of the pay scale"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_searched), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_entered), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_window_destroy),
                            self->dialog);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->search, keys);
  return self->search;
}

static GtkWidget *
new_drop_down (const char *const *titles, const char *name)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (titles);

  gtk_widget_set_tooltip_text (drop_down, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return drop_down;
}

static GtkWidget *
new_terms (RatePicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *date = new_label ("dim-label");
  g_autoptr (GPtrArray) bases = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  PltDate day = plt_budget_date (plt_session_get_budget (self->session));
  g_autofree char *when = day != PLT_DATE_NONE ? plt_date_format_numeric (day) : NULL;
  /* Translators: %s is a date */
  g_autofree char *text = when != NULL ? g_strdup_printf (_ ("Rates on %s"), when)
                                       : g_strdup (_ ("Last known rates"));

  g_ptr_array_add (bases, _ ("Usual base"));
  for (const PltChoice *choice = choices_of ("scale"); choice->id != NULL; choice++)
    g_ptr_array_add (bases, (gpointer) plt_choice_title (choice));
  g_ptr_array_add (bases, NULL);
  g_ptr_array_add (names, _ ("Unit of the base"));
  for (guint i = 1; units[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) title_of ("unit", units[i]));
  g_ptr_array_add (names, NULL);
  self->base = new_drop_down ((const char *const *) bases->pdata, _ ("Base of the scale"));
  self->unit = new_drop_down ((const char *const *) names->pdata, _ ("Unit"));
  gtk_label_set_label (GTK_LABEL (date), text);
  gtk_widget_set_hexpand (date, TRUE);
  gtk_label_set_xalign (GTK_LABEL (date), 1);
  gtk_box_append (GTK_BOX (box), self->base);
  gtk_box_append (GTK_BOX (box), self->unit);
  gtk_box_append (GTK_BOX (box), date);
  return box;
}

static GtkWidget *
build (RatePicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->detail = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->detail), 0);
  gtk_label_set_yalign (GTK_LABEL (self->detail), 0);
  gtk_label_set_wrap (GTK_LABEL (self->detail), TRUE);
  gtk_label_set_selectable (GTK_LABEL (self->detail), FALSE);
  gtk_widget_set_size_request (self->detail, -1, 72);
  gtk_box_append (GTK_BOX (box), new_search (self));
  gtk_box_append (GTK_BOX (box), new_terms (self));
  gtk_box_append (GTK_BOX (box), new_list (self));
  gtk_box_append (GTK_BOX (box), self->detail);
  gtk_widget_add_css_class (box, "dialog-content");
  return box;
}

/* ---- for the outside ---- */

static RatePicker *
picker_of (GtkWindow *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), DATA);
}

GListModel *
plt_rate_picker_get_found (GtkWindow *dialog)
{
  return G_LIST_MODEL (picker_of (dialog)->found);
}

const char *
plt_rate_picker_get_detail (GtkWindow *dialog)
{
  return gtk_label_get_label (GTK_LABEL (picker_of (dialog)->detail));
}

void
plt_rate_picker_set_text (GtkWindow *dialog, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (picker_of (dialog)->search), text);
  on_searched (picker_of (dialog));
}

void
plt_rate_picker_choose (GtkWindow *dialog, const char *base, const char *unit)
{
  RatePicker *self = picker_of (dialog);
  guint at = 0;

  for (guint i = 0; choices_of ("scale")[i].id != NULL; i++)
    if (g_str_equal (choices_of ("scale")[i].id, base))
      at = i + 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->base), at);
  at = 0;
  for (guint i = 0; units[i] != NULL; i++)
    if (g_str_equal (units[i], unit))
      at = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->unit), at);
}

/* The function of the line, or its label where functions have its words. */
static void
begin (RatePicker *self, const PltLineFacts *line)
{
  g_autofree char *label = g_strndup (line->label, strcspn (line->label, ",("));
  g_autoptr (GListStore) named = NULL;

  plt_rate_picker_choose (GTK_WINDOW (self->dialog), line->scale, line->unit);
  g_strstrip (label);
  named = find (self, label);
  gtk_editable_set_text (GTK_EDITABLE (self->search),
                         *line->function != '\0'                               ? line->function
                         : g_list_model_get_n_items (G_LIST_MODEL (named)) > 0 ? label
                                                                               : "");
  g_signal_connect_swapped (self->base, "notify::selected", G_CALLBACK (on_base_chosen), self);
  g_signal_connect_swapped (self->unit, "notify::selected", G_CALLBACK (update), self);
  update (self);
}

GtkWindow *
plt_rate_picker_present (GtkWidget *owner, PltSession *session, gint64 line)
{
  GtkRoot *root = gtk_widget_get_root (owner);
  const PltLineFacts *facts
      = PLT_FACTS_FIND (plt_session_get_facts (session)->lines, PltLineFacts, line);
  RatePicker *self;

  if (facts == NULL || plt_session_is_read_only (session))
    return NULL;
  self = g_new0 (RatePicker, 1);
  self->session = g_object_ref (session);
  self->line = line;
  self->dialog = plt_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                 _ ("Rate of the Pay Scale"), _ ("_Choose"));
  g_object_set_data_full (G_OBJECT (self->dialog), DATA, self, rate_picker_free);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (pick), self);
  plt_dialog_set_content (self->dialog, build (self));
  gtk_window_set_default_size (GTK_WINDOW (self->dialog), 720, 520);
  begin (self, facts);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->search);
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
  return GTK_WINDOW (self->dialog);
}
