#include "plt-funders-apply.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-dialog.h"
#include "plt-document-kind.h"
#include "plt-funding-track.h"
#include "plt-shortcuts.h"

#define DATA "plt-funders-apply"

typedef struct
{
  PltSession *session;
  PltDialog *dialog;
  PltFundingCatalogue *catalogue;
  const PltScheme *scheme; /* of a new application */
  gint64 application;      /* that is answered */
  GArray *sources;         /* of gint64, as the list shows them after its first two */
  GtkWidget *amount, *date, *text, *list;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *self = data;

  g_object_unref (self->session);
  g_clear_pointer (&self->catalogue, plt_funding_catalogue_free);
  g_clear_pointer (&self->sources, g_array_unref);
  g_free (self);
}

PltFundingCatalogue *
plt_funders_load_catalogue (PltSession *session)
{
  g_autoptr (PltFacts) lent = NULL;
  PltFundingCatalogue *catalogue = plt_funding_catalogue_new (plt_session_get_facts (session));

  if (catalogue->schemes->len > 0)
    return catalogue;
  plt_funding_catalogue_free (catalogue);
  lent = plt_facts_new ();
  plt_funding_catalogue_lend (lent);
  return plt_funding_catalogue_new (lent);
}

static const char *
text_of (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

/* Empty is not known. */
static gboolean
read_money (GtkWidget *entry, PltMoney *amount, GError **error)
{
  *amount = PLT_UNKNOWN;
  return *text_of (entry) == '\0' || plt_money_parse (text_of (entry), amount, error);
}

static gboolean
read_date (GtkWidget *entry, PltDate *date, GError **error)
{
  *date = PLT_DATE_NONE;
  return *text_of (entry) == '\0' || plt_date_parse (text_of (entry), date, error);
}

static GtkWidget *
add_field (GtkWidget *grid, int row, const char *title, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), widget, 1, row, 1, 1);
  return widget;
}

static GtkWidget *
new_entry (const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  return entry;
}

static GtkWidget *
new_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_set_size_request (grid, 420, -1);
  return grid;
}

static Ask *
new_ask (GtkWidget *parent, PltSession *session, const char *title, const char *accept)
{
  Ask *self = g_new0 (Ask, 1);

  self->session = g_object_ref (session);
  self->catalogue = plt_funders_load_catalogue (session);
  self->dialog = plt_dialog_new (GTK_WINDOW (gtk_widget_get_root (parent)), title, accept);
  g_object_set_data_full (G_OBJECT (self->dialog), DATA, self, ask_free);
  return self;
}

/* ---- a new application ---- */

static void
on_apply (Ask *self)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->list));
  PltApplicationAsk ask = { .scheme = self->scheme,
                            .add_source = at == 0,
                            .today = plt_params_edition_date (NULL),
                            .contact = text_of (self->text) };
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  if (at >= 2 && at - 2 < self->sources->len)
    ask.source = g_array_index (self->sources, gint64, at - 2);
  if (!read_money (self->amount, &ask.asked, &error)
      || !read_date (self->date, &ask.deadline, &error)
      || plt_funding_apply (plt_session_get_facts (self->session), &ask, batch, &error) == 0
      || !plt_store_apply (plt_session_get_store (self->session), _ ("Apply to a financier"), NULL,
                           batch, NULL, &error))
    plt_dialog_set_message (self->dialog, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self->dialog));
}

/* A new source, none, or one of the group that is in the plan; the one of the scheme is chosen. */
static GtkWidget *
new_source_list (Ask *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *list;
  guint chosen = 0;

  self->sources = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_string_list_append (names, _ ("New source in the plan"));
  gtk_string_list_append (names, _ ("No source yet"));
  for (guint i = 0; i < facts->funding.n; i++)
    {
      const PltFundingFacts *source = &facts->funding.items[i];

      if (strcmp (source->group, self->scheme->group) != 0)
        continue;
      gtk_string_list_append (names, source->name);
      g_array_append_val (self->sources, source->id);
      if (g_strcmp0 (source->scheme, self->scheme->code) == 0)
        chosen = self->sources->len + 1;
    }
  list = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), chosen);
  return list;
}

void
plt_funders_apply_present (GtkWidget *parent, PltSession *session, const char *scheme)
{
  Ask *self = new_ask (parent, session, _ ("Apply"), _ ("Apply"));
  GtkWidget *grid = new_grid (), *title;
  g_autofree char *day = NULL;
  PltDate next;

  self->scheme = plt_funding_catalogue_find (self->catalogue, scheme);
  if (self->scheme == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self->dialog));
      return;
    }
  next = plt_scheme_next_deadline (self->scheme, plt_params_edition_date (NULL));
  day = next != PLT_DATE_NONE ? plt_date_format_numeric (next) : g_strdup ("");
  title = gtk_label_new (self->scheme->title);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_grid_attach (GTK_GRID (grid), title, 0, 0, 2, 1);
  self->amount = add_field (grid, 1, _ ("Amount asked for"), new_entry (""));
  self->date = add_field (grid, 2, _ ("Deadline"), new_entry (day));
  self->list = add_field (grid, 3, _ ("Source"), new_source_list (self));
  self->text = add_field (grid, 4, _ ("Contact"), new_entry (""));
  plt_dialog_set_content (self->dialog, grid);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_apply), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->amount);
}

/* ---- an answer ---- */

static const char *const answers[] = { "accorde", "refuse", "ajourne", "retire" };

static void
on_answer (Ask *self)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->list));
  PltFundingAnswer answer
      = { .answer = answers[MIN (at, G_N_ELEMENTS (answers) - 1)], .note = text_of (self->text) };
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  if (!read_money (self->amount, &answer.granted, &error)
      || !read_date (self->date, &answer.date, &error)
      || !plt_funding_answer (plt_session_get_facts (self->session), self->application, &answer,
                              batch, &error)
      || !plt_store_apply (plt_session_get_store (self->session), _ ("Note an answer"), NULL, batch,
                           NULL, &error))
    plt_dialog_set_message (self->dialog, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self->dialog));
}

void
plt_funders_answer_present (GtkWidget *parent, PltSession *session, gint64 application)
{
  const PltFacts *facts = plt_session_get_facts (session);
  const PltApplicationFacts *found
      = PLT_FACTS_FIND (facts->applications, PltApplicationFacts, application);
  const char *const titles[]
      = { _ ("Granted"), _ ("Refused"), _ ("Put off"), _ ("Withdrawn"), NULL };
  Ask *self = new_ask (parent, session, _ ("Answer"), _ ("Note the Answer"));
  GtkWidget *grid = new_grid ();
  g_autofree char *day = plt_date_format_numeric (plt_params_edition_date (NULL));
  g_autofree char *amount = found != NULL && found->asked_cents != PLT_UNKNOWN
                                ? plt_money_format_plain (found->asked_cents)
                                : g_strdup ("");

  self->application = application;
  self->list = add_field (grid, 0, _ ("Answer"), gtk_drop_down_new_from_strings (titles));
  self->date = add_field (grid, 1, _ ("Answer on"), new_entry (day));
  self->amount = add_field (grid, 2, _ ("Amount granted"), new_entry (amount));
  self->text = add_field (grid, 3, _ ("Note"), new_entry (""));
  plt_dialog_set_content (self->dialog, grid);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (on_answer), self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->list);
}
