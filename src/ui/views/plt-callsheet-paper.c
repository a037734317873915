#include "plt-callsheet-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-callsheet-live.h"

#define WHOLE "feuille-de-service"
#define EXTRACT "convocation"

/* A paper that may be looked at. */
typedef struct
{
  const PltDocumentKind *kind;
  const char *param; /* (nullable): of the kind, which `value` is for */
  char *value;
  char *title;
} Choice;

struct _PltCallsheetPaper
{
  GtkWidget parent_instance;

  PltSession *session;
  PltCallsheetLive *live;
  gint64 day;
  gint64 sheet;
  GArray *choices; /* Choice */
  guint chosen;
  guint build_source;
  gboolean filling;

  GtkWidget *box;
  GtkWidget *chooser;
  GtkWidget *preview;
};

G_DEFINE_FINAL_TYPE (PltCallsheetPaper, plt_callsheet_paper, GTK_TYPE_WIDGET)

static void
clear_choice (gpointer data)
{
  Choice *choice = data;

  g_free (choice->value);
  g_free (choice->title);
}

static GArray *
new_choices (void)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));

  g_array_set_clear_func (choices, clear_choice);
  return choices;
}

PltPreview *
plt_callsheet_paper_get_preview (PltCallsheetPaper *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_PAPER (self), NULL);

  return PLT_PREVIEW (self->preview);
}

/* ---- what may be looked at ---- */

/* (nullable): the parameter of a kind that names a row of that table, or has one of those ids */
static const PltParamSpec *
param_for (const PltDocumentKind *kind, const char *table, const char *id)
{
  for (const PltParamSpec *spec = kind != NULL ? kind->params : NULL;
       spec != NULL && spec->id != NULL; spec++)
    if ((table != NULL && g_strcmp0 (spec->table, table) == 0)
        || (id != NULL && g_str_equal (spec->id, id)))
      return spec;
  return NULL;
}

static void
add_choice (PltCallsheetPaper *self,
            const PltDocumentKind *kind,
            const char *param,
            const char *value,
            const char *title)
{
  Choice choice = { kind, param, g_strdup (value), g_strdup (title) };

  g_array_append_val (self->choices, choice);
}

static void
add_people (PltCallsheetPaper *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltDocumentKind *kind = plt_document_kind_find (EXTRACT);
  const PltParamSpec *spec = param_for (kind, "person", NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; spec != NULL && i < facts->calls.n; i++)
    {
      const PltCallFacts *call = &facts->calls.items[i];
      const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, call->person);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, call->person);
      g_autofree char *name = person != NULL ? plt_facts_person_name (person) : NULL;

      if (call->call_sheet == self->sheet && person != NULL
          && g_hash_table_add (seen, (gpointer) person))
        add_choice (self, kind, spec->id, id, name);
    }
}

static void
add_departments (PltCallsheetPaper *self)
{
  static const char *const ids[] = { "department", "departement", "service" };
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltParamSpec *spec = NULL;
  const PltDocumentKind *kind = NULL;
  const PltColumn *column = plt_table_column (plt_table_find ("engagement"), "department");

  for (guint i = 0; spec == NULL && i < G_N_ELEMENTS (ids); i++)
    {
      kind = plt_document_kind_find (EXTRACT);
      spec = param_for (kind, NULL, ids[i]);
      if (spec == NULL)
        {
          kind = plt_document_kind_find (WHOLE);
          spec = param_for (kind, NULL, ids[i]);
        }
    }
  for (const PltChoice *choice = column->choices; spec != NULL && choice->id != NULL; choice++)
    for (guint i = 0; i < facts->calls.n; i++)
      {
        const PltCallFacts *call = &facts->calls.items[i];
        gboolean in = call->department != NULL && g_str_equal (call->department, choice->id);

        for (guint j = 0; !in && call->person != 0 && j < facts->engagements.n; j++)
          in = facts->engagements.items[j].person == call->person
               && strcmp (facts->engagements.items[j].department, choice->id) == 0;
        if (call->call_sheet != self->sheet || strcmp (call->group, "equipe") != 0 || !in)
          continue;
        add_choice (self, kind, spec->id, choice->id, _ (choice->title));
        break;
      }
}

static void
collect_choices (PltCallsheetPaper *self)
{
  static const char *const others[] = { "jour-a-jour", "feuille-de-mouvements" };

  add_choice (self, plt_document_kind_find (WHOLE), NULL, NULL, _ ("Whole sheet"));
  if (self->sheet != 0)
    {
      add_departments (self);
      add_people (self);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (plt_document_kind_find (others[i]) != NULL)
      add_choice (self, plt_document_kind_find (others[i]), NULL, NULL,
                  plt_document_kind_find (others[i])->title);
}

static gboolean
is_same (const Choice *a, const Choice *b)
{
  return a->kind == b->kind && g_strcmp0 (a->param, b->param) == 0
         && g_strcmp0 (a->value, b->value) == 0 && g_str_equal (a->title, b->title);
}

static gboolean
are_same (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!is_same (&g_array_index (a, Choice, i), &g_array_index (b, Choice, i)))
      return FALSE;
  return TRUE;
}

/* Lists them again where somebody came or went; what is looked at stays, or else the whole sheet.
 */
static void
fill_choices (PltCallsheetPaper *self)
{
  g_autoptr (GArray) before = self->choices;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint chosen = 0;

  self->choices = new_choices ();
  collect_choices (self);
  if (are_same (before, self->choices))
    return;
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      gtk_string_list_append (titles, choice->title);
      if (self->chosen < before->len
          && is_same (choice, &g_array_index (before, Choice, self->chosen)))
        chosen = i;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->chooser), G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->chooser), chosen);
  self->filling = FALSE;
  self->chosen = chosen;
  gtk_widget_set_visible (self->chooser, self->choices->len > 1);
}

/* ---- building ---- */

static const Choice *
choice_of (PltCallsheetPaper *self)
{
  return &g_array_index (self->choices, Choice, self->chosen);
}

const PltDocumentKind *
plt_callsheet_paper_get_kind (PltCallsheetPaper *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_PAPER (self), NULL);

  return choice_of (self)->kind;
}

PltParams *
plt_callsheet_paper_params_of (PltCallsheetPaper *self, const PltDocumentKind *kind)
{
  PltParams *params = plt_params_new ();
  const PltParamSpec *sheet = self->sheet != 0 ? param_for (kind, "call_sheet", NULL) : NULL;
  const PltParamSpec *day = param_for (kind, "shooting_day", NULL);
  g_autofree char *id
      = g_strdup_printf ("%" G_GINT64_FORMAT, sheet != NULL ? self->sheet : self->day);

  if (sheet != NULL || day != NULL)
    plt_params_set (params, kind, sheet != NULL ? sheet->id : day->id, id, NULL);
  return params;
}

PltParams *
plt_callsheet_paper_get_params (PltCallsheetPaper *self)
{
  const Choice *choice = choice_of (self);
  PltParams *params = plt_callsheet_paper_params_of (self, choice->kind);

  if (choice->param != NULL)
    plt_params_set (params, choice->kind, choice->param, choice->value, NULL);
  return params;
}

static gboolean
build (gpointer data)
{
  PltCallsheetPaper *self = data;
  g_autoptr (PltParams) params = NULL;
  GError *error = NULL;
  PltDocument *document;

  self->build_source = 0;
  if (self->day == 0)
    return G_SOURCE_REMOVE;
  params = plt_callsheet_paper_get_params (self);
  document = plt_callsheet_live_build (self->live, choice_of (self)->kind->id, params, &error);
  plt_preview_take (PLT_PREVIEW (self->preview), document, error);
  return G_SOURCE_REMOVE;
}

/* After all that was typed, and before the frame is drawn. */
static void
queue_build (PltCallsheetPaper *self)
{
  if (self->build_source != 0)
    return;
  self->build_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, build, self, NULL);
}

void
plt_callsheet_paper_type (PltCallsheetPaper *self,
                          PltRecord *record,
                          const PltColumn *column,
                          const char *text)
{
  g_return_if_fail (PLT_IS_CALLSHEET_PAPER (self));

  if (plt_callsheet_live_type (self->live, record, column, text))
    queue_build (self);
}

void
plt_callsheet_paper_show (PltCallsheetPaper *self, gint64 day, gint64 sheet)
{
  g_return_if_fail (PLT_IS_CALLSHEET_PAPER (self));

  self->day = day;
  self->sheet = sheet;
  fill_choices (self);
  plt_callsheet_live_type (self->live, NULL, NULL, NULL);
  queue_build (self);
}

guint
plt_callsheet_paper_n_choices (PltCallsheetPaper *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_PAPER (self), 0);

  return self->choices->len;
}

void
plt_callsheet_paper_choose (PltCallsheetPaper *self, guint which)
{
  g_return_if_fail (PLT_IS_CALLSHEET_PAPER (self) && which < self->choices->len);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->chooser), which);
}

static void
on_chosen (PltCallsheetPaper *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->chooser));

  if (self->filling || selected >= self->choices->len)
    return;
  self->chosen = selected;
  plt_page_view_show_page (plt_preview_get_pages (PLT_PREVIEW (self->preview)), 0);
  queue_build (self);
}

GtkWidget *
plt_callsheet_paper_new (PltSession *session)
{
  PltCallsheetPaper *self = g_object_new (PLT_TYPE_CALLSHEET_PAPER, NULL);

  self->session = g_object_ref (session);
  self->live = plt_callsheet_live_new (session);
  return GTK_WIDGET (self);
}

static void
plt_callsheet_paper_dispose (GObject *object)
{
  PltCallsheetPaper *self = PLT_CALLSHEET_PAPER (object);

  self->filling = TRUE;
  g_clear_handle_id (&self->build_source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->live, plt_callsheet_live_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_callsheet_paper_parent_class)->dispose (object);
}

static void
plt_callsheet_paper_finalize (GObject *object)
{
  g_array_unref (PLT_CALLSHEET_PAPER (object)->choices);

  G_OBJECT_CLASS (plt_callsheet_paper_parent_class)->finalize (object);
}

static void
plt_callsheet_paper_class_init (PltCallsheetPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_callsheet_paper_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_callsheet_paper_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plt_callsheet_paper_init (PltCallsheetPaper *self)
{
  self->choices = new_choices ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->chooser = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_tooltip_text (self->chooser, _ ("What the paper at the right shows"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the paper at the right shows"), -1);
  gtk_widget_add_css_class (self->chooser, "paper-chooser");
  gtk_widget_set_visible (self->chooser, FALSE);
  g_signal_connect_swapped (self->chooser, "notify::selected", G_CALLBACK (on_chosen), self);
  self->preview = plt_preview_new ();
  gtk_widget_set_vexpand (self->preview, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->chooser);
  gtk_box_append (GTK_BOX (self->box), self->preview);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
