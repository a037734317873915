#include "plt-availability-box.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-availability.h"
#include "plt-links.h"
#include "plt-rows.h"

struct _PltAvailabilityBox
{
  GtkWidget parent_instance;

  PltSession *session;
  PltForm *form;
  PltRef shown;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (PltAvailabilityBox, plt_availability_box, GTK_TYPE_WIDGET)

static const char *const subjects[] = { "person", "element", "set", "location", "sequence", NULL };

static gint64
subject_of (const PltAvailabilityFacts *row, const char *table)
{
  const gint64 ids[] = { row->person, row->element, row->set, row->location, row->sequence };

  for (guint i = 0; subjects[i] != NULL; i++)
    if (g_str_equal (subjects[i], table))
      return ids[i];
  return 0;
}

static void
append (PltAvailabilityBox *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->box), widget);
}

static void
add_heading (PltAvailabilityBox *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "group-heading");
  gtk_widget_add_css_class (label, "flush");
  append (self, label);
}

/* ---- doors ---- */

typedef struct
{
  PltAvailabilityBox *box;
  PltRef ref;
} Door;

static void
door_free (gpointer door, GClosure *closure)
{
  g_free (door);
}

/* In this pane, not in another view: one comes back by the selection, or by the window's own
 * door. */
static void
on_door (GtkButton *button, Door *door)
{
  PltForm *form = door->box->form;
  PltRef ref = door->ref;

  plt_session_select (door->box->session, ref.table, ref.id, NULL);
  plt_form_show (form, ref.table, ref.id);
  plt_form_focus (form, g_str_equal (ref.table, "availability") ? "kind" : NULL);
}

static void
add_door (PltAvailabilityBox *self, const char *text, const char *icon, PltRef ref)
{
  GtkWidget *button = gtk_button_new (), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  Door *door = g_new (Door, 1);

  *door = (Door){ self, ref };
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  if (icon != NULL)
    gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (row), label);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "door");
  plt_a11y_set_name (button, text);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_door), door, door_free, 0);
  append (self, button);
}

/* ---- windows ---- */

/* Those of one thing; with `name` (nullable) before each, of what it is inherited from. */
static guint
add_windows (PltAvailabilityBox *self, const char *table, gint64 id, const char *name)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  guint n = 0;

  for (guint i = 0; id != 0 && i < facts->availability.n; i++)
    {
      const PltAvailabilityFacts *row = &facts->availability.items[i];
      PltRef ref = { "availability", row->id, NULL };
      g_autofree char *text = NULL;
      g_autofree char *line = NULL;

      if (subject_of (row, table) != id)
        continue;
      text = plt_availability_explain (facts, ref);
      line = name != NULL ? g_strdup_printf ("%s\302\240: %s", name, text) : g_strdup (text);
      add_door (self, line, NULL, ref);
      n++;
    }
  return n;
}

static guint
add_inherited (PltAvailabilityBox *self, const char *table, gint64 id)
{
  PltStore *store = plt_session_get_store (self->session);
  g_autofree char *name = id != 0 ? plt_rows_label (store, plt_table_find (table), id) : NULL;

  return id != 0 ? add_windows (self, table, id, name) : 0;
}

/* The dates of the contracts of a person, or of those who play a role. */
static guint
add_contracts (PltAvailabilityBox *self, const PltFacts *facts, const char *table, gint64 id)
{
  gboolean of_role = g_str_equal (table, "element");
  guint n = 0;

  for (guint i = 0; i < facts->engagements.n; i++)
    {
      const PltEngagementFacts *row = &facts->engagements.items[i];
      PltRef ref = { "engagement", row->id, NULL };
      g_autofree char *text = NULL;

      if ((of_role ? row->role : row->person) != id)
        continue;
      if (of_role)
        n += add_inherited (self, "person", row->person);
      if (row->from_date == PLT_DATE_NONE && row->to_date == PLT_DATE_NONE)
        continue;
      text = plt_availability_explain (facts, ref);
      add_door (self, text, NULL, ref);
      n++;
    }
  return n;
}

static guint
add_above (PltAvailabilityBox *self, const PltFacts *facts, PltRef ref)
{
  const PltSetFacts *set;
  const PltSequenceFacts *sequence;
  const PltLocationFacts *place;

  if (g_str_equal (ref.table, "element") || g_str_equal (ref.table, "person"))
    return add_contracts (self, facts, ref.table, ref.id);
  if (g_str_equal (ref.table, "set")
      && (set = PLT_FACTS_FIND (facts->sets, PltSetFacts, ref.id)) != NULL)
    return add_inherited (self, "set", set->parent)
           + add_inherited (self, "location", set->location);
  if (g_str_equal (ref.table, "sequence")
      && (sequence = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, ref.id)) != NULL)
    {
      place = plt_facts_location_of (facts, sequence);
      return add_inherited (self, "set", sequence->sub_set)
             + add_inherited (self, "set", sequence->set)
             + add_inherited (self, "location", place != NULL ? place->id : 0);
    }
  return 0;
}

/* ---- adding ---- */

gboolean
plt_availability_box_add (PltAvailabilityBox *self)
{
  const PltFacts *facts;
  PltDate date;
  g_autofree char *iso = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (PLT_IS_AVAILABILITY_BOX (self), FALSE);

  if (self->shown.table == NULL || !g_strv_contains (subjects, self->shown.table))
    return FALSE;
  facts = plt_session_get_facts (self->session);
  date = plt_plan_first_date (plt_session_get_plan (self->session));
  if (date == PLT_DATE_NONE)
    date = facts->production.start_date;
  plt_batch_insert (batch, "availability");
  plt_batch_set_integer (batch, self->shown.table, self->shown.id);
  plt_batch_set_text (batch, "kind", "indisponible");
  if (date != PLT_DATE_NONE)
    {
      iso = plt_date_to_iso (date);
      plt_batch_set_text (batch, "from_date", iso);
      plt_batch_set_text (batch, "to_date", iso);
    }
  if (!plt_session_apply (self->session, _ ("Add an availability window"), NULL, batch, &ids))
    return FALSE;
  plt_session_select (self->session, "availability", g_array_index (ids, gint64, 0), NULL);
  plt_form_show (self->form, "availability", g_array_index (ids, gint64, 0));
  plt_form_focus (self->form, "kind");
  return TRUE;
}

static void
add_button (PltAvailabilityBox *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (row), gtk_label_new (_ ("Add a window")));
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  plt_a11y_set_name (button, _ ("Add a window"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (plt_availability_box_add), self);
  append (self, button);
}

static void
show_subjects (PltAvailabilityBox *self, const PltAvailabilityFacts *row)
{
  PltStore *store = plt_session_get_store (self->session);

  for (guint i = 0; subjects[i] != NULL; i++)
    {
      gint64 id = subject_of (row, subjects[i]);
      g_autofree char *name
          = id != 0 ? plt_rows_label (store, plt_table_find (subjects[i]), id) : NULL;

      if (id != 0)
        add_door (self, name, "go-previous-symbolic", (PltRef){ subjects[i], id, NULL });
    }
}

void
plt_availability_box_show (PltAvailabilityBox *self, PltRef ref)
{
  const PltFacts *facts;
  const PltAvailabilityFacts *window;
  GtkWidget *child;
  gboolean is_subject;

  g_return_if_fail (PLT_IS_AVAILABILITY_BOX (self));

  facts = plt_session_get_facts (self->session);
  window = g_strcmp0 (ref.table, "availability") == 0
               ? PLT_FACTS_FIND (facts->availability, PltAvailabilityFacts, ref.id)
               : NULL;
  is_subject = ref.table != NULL && ref.id != 0 && g_strv_contains (subjects, ref.table);
  self->shown = ref;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  gtk_widget_set_visible (GTK_WIDGET (self), is_subject || window != NULL);
  if (window != NULL)
    show_subjects (self, window);
  if (!is_subject)
    return;
  add_heading (self, _ ("Availability"));
  if (add_windows (self, ref.table, ref.id, NULL) + add_above (self, facts, ref) == 0)
    {
      GtkWidget *label = gtk_label_new (_ ("Always there, as far as is known."));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "dim-label");
      append (self, label);
    }
  if (!plt_session_is_read_only (self->session))
    add_button (self);
}

GtkWidget *
plt_availability_box_new (PltSession *session, PltForm *form)
{
  PltAvailabilityBox *self = g_object_new (PLT_TYPE_AVAILABILITY_BOX, NULL);

  g_return_val_if_fail (PLT_IS_SESSION (session) && PLT_IS_FORM (form), NULL);

  self->session = g_object_ref (session);
  self->form = form;
  return GTK_WIDGET (self);
}

static void
plt_availability_box_dispose (GObject *object)
{
  PltAvailabilityBox *self = PLT_AVAILABILITY_BOX (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_availability_box_parent_class)->dispose (object);
}

static void
plt_availability_box_class_init (PltAvailabilityBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_availability_box_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-availability-box");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plt_availability_box_init (PltAvailabilityBox *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
