#include "plt-funders-detail.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-document-kind.h"
#include "plt-funders-apply.h"
#include "plt-funding-track.h"
#include "plt-text.h"

struct _PltFundersDetail
{
  GtkWidget parent_instance;

  PltSession *session;
  GtkWidget *scroller;
  GtkWidget *box; /* rebuilt for each financeur */
  char *code;
};

G_DEFINE_FINAL_TYPE (PltFundersDetail, plt_funders_detail, GTK_TYPE_WIDGET)

static const char *const glyphs[] = { "?", "✓", "✗" };

/* ---- words ---- */

static GtkWidget *
new_text (const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_hexpand (label, TRUE);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

static void
add (PltFundersDetail *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->box), widget);
}

static void
add_heading (PltFundersDetail *self, const char *title)
{
  GtkWidget *label = new_text (title, "group-heading");

  gtk_widget_add_css_class (label, "flush");
  gtk_widget_set_margin_top (label, 10);
  add (self, label);
}

/* A part with its words; nothing where there are none. */
static void
add_part (PltFundersDetail *self, const char *title, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  add_heading (self, title);
  add (self, new_text (text, NULL));
}

static GtkWidget *
new_button (const char *title, const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
  return button;
}

static void
keep_id (GtkWidget *widget, gint64 id)
{
  gint64 *kept = g_new (gint64, 1);

  *kept = id;
  g_object_set_data_full (G_OBJECT (widget), "plt-id", kept, g_free);
}

static gint64
id_of (gpointer widget)
{
  return *(const gint64 *) g_object_get_data (G_OBJECT (widget), "plt-id");
}

/* ---- criteria ---- */

static void
on_door (GtkButton *button, PltFundersDetail *self)
{
  const PltRef ref = { g_object_get_data (G_OBJECT (button), "plt-table"), id_of (button),
                       g_object_get_data (G_OBJECT (button), "plt-column") };

  plt_session_open_ref (self->session, ref);
}

static GtkWidget *
new_door (PltFundersDetail *self, PltRef ref, const char *title, const char *name)
{
  GtkWidget *button = new_button (title, name);

  gtk_widget_add_css_class (button, "flat");
  keep_id (button, ref.id);
  g_object_set_data (G_OBJECT (button), "plt-table", (gpointer) ref.table);
  g_object_set_data (G_OBJECT (button), "plt-column", (gpointer) ref.column);
  g_signal_connect (button, "clicked", G_CALLBACK (on_door), self);
  return button;
}

/* What only the producer knows is one row of parameter. */
static void
on_said (GtkButton *button, PltFundersDetail *self)
{
  const char *name = g_object_get_data (G_OBJECT (button), "plt-parameter");
  const char *value = g_object_get_data (G_OBJECT (button), "plt-value");
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *today = plt_date_to_iso (plt_params_edition_date (NULL));
  gint64 row = 0;

  for (guint i = 0; i < facts->parameters.n; i++)
    if (strcmp (facts->parameters.items[i].name, name) == 0)
      row = facts->parameters.items[i].id;
  if (row != 0)
    plt_batch_update (batch, "parameter", row);
  else
    {
      plt_batch_insert (batch, "parameter");
      plt_batch_set_text (batch, "name", name);
    }
  plt_batch_set_text (batch, "value", value);
  plt_batch_set_text (batch, "date", today);
  plt_session_apply (self->session, _ ("Answer a criterion"), NULL, batch, NULL);
}

static GtkWidget *
new_saying (PltFundersDetail *self,
            const PltEligibility *one,
            const PltCriterionResult *result,
            const char *title,
            const char *value)
{
  /* Translators: %1$s is a criterion of a financier, %2$s “Yes” or “No” */
  g_autofree char *name = g_strdup_printf (_ ("%1$s: %2$s"), result->criterion->title, title);
  GtkWidget *button = new_button (title, name);

  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "plt-parameter",
                          plt_eligibility_parameter (one->scheme, result->criterion), g_free);
  g_object_set_data (G_OBJECT (button), "plt-value", (gpointer) value);
  g_signal_connect (button, "clicked", G_CALLBACK (on_said), self);
  gtk_widget_set_sensitive (button, !plt_session_is_read_only (self->session));
  return button;
}

static void
add_criterion (PltFundersDetail *self, const PltEligibility *one, const PltCriterionResult *result)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *glyph = gtk_label_new (glyphs[result->state]);
  g_autofree char *title = g_strconcat (result->criterion->title,
                                        result->criterion->mandatory ? "" : _ (" (optional)"),
                                        result->criterion->sure ? "" : _ (" (to verify)"), NULL);

  gtk_widget_set_valign (glyph, GTK_ALIGN_START);
  gtk_widget_set_size_request (glyph, 14, -1);
  if (result->state != PLT_CRITERION_MET)
    gtk_widget_add_css_class (glyph, "warning-text");
  gtk_box_append (GTK_BOX (words), new_text (title, NULL));
  gtk_box_append (GTK_BOX (words), new_text (result->reason, "issue-source"));
  gtk_box_append (GTK_BOX (row), glyph);
  gtk_box_append (GTK_BOX (row), words);
  if (strcmp (result->criterion->test, "a-dire") == 0)
    {
      gtk_box_append (GTK_BOX (row), new_saying (self, one, result, _ ("Yes"), "oui"));
      gtk_box_append (GTK_BOX (row), new_saying (self, one, result, _ ("No"), "non"));
    }
  else if (result->ref.table != NULL && result->state != PLT_CRITERION_MET)
    {
      g_autofree char *name
          = g_strdup_printf (_ ("Go where “%s” is entered"), result->criterion->title);

      gtk_box_append (GTK_BOX (row), new_door (self, result->ref, _ ("Go"), name));
    }
  add (self, row);
}

/* ---- applications ---- */

static void
on_document (GtkCheckButton *check, PltFundersDetail *self)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  plt_batch_update (batch, "application_document", id_of (check));
  plt_batch_set_integer (batch, "provided", gtk_check_button_get_active (check));
  plt_session_apply (self->session, _ ("Tick a document"), NULL, batch, NULL);
}

static void
run (PltFundersDetail *self,
     gint64 application,
     gboolean (*write) (const PltFacts *, gint64, PltDate, PltBatch *, GError **),
     const char *label)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  GError *error = NULL;

  if (!write (plt_session_get_facts (self->session), application, plt_params_edition_date (NULL),
              batch, &error))
    plt_session_take_error (self->session, error);
  else
    plt_session_apply (self->session, label, NULL, batch, NULL);
}

static void
on_filed (GtkButton *button, PltFundersDetail *self)
{
  run (self, id_of (button), plt_funding_file, _ ("Give in a file"));
}

static void
on_complete (GtkButton *button, PltFundersDetail *self)
{
  run (self, id_of (button), plt_funding_complete, _ ("Note that a file is complete"));
}

static void
on_answer (GtkButton *button, PltFundersDetail *self)
{
  plt_funders_answer_present (GTK_WIDGET (self), self->session, id_of (button));
}

static void
on_apply (PltFundersDetail *self)
{
  plt_funders_apply_present (GTK_WIDGET (self), self->session, self->code);
}

static void
append_date (GString *text, const char *title, PltDate date)
{
  g_autofree char *day = date != PLT_DATE_NONE ? plt_date_format_numeric (date) : NULL;

  if (day != NULL)
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "", title, day);
}

static void
append_amount (GString *text, const char *title, PltMoney amount)
{
  g_autofree char *money = amount != PLT_UNKNOWN ? plt_money_format (amount) : NULL;

  if (money != NULL)
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "", title, money);
}

static const char *
answer_title (const char *answer)
{
  const PltColumn *column = plt_table_column (plt_table_find ("funding_application"), "answer");

  for (guint i = 0; column->choices[i].id != NULL; i++)
    if (strcmp (column->choices[i].id, answer) == 0)
      return g_dgettext (GETTEXT_PACKAGE, column->choices[i].title);
  return _ ("Awaiting an answer");
}

static void
add_steps (PltFundersDetail *self, const PltApplicationFacts *application)
{
  GtkWidget *steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const gboolean waits
      = *application->answer == '\0' || strcmp (application->answer, "en-attente") == 0;
  const struct
  {
    const char *title;
    gboolean shown;
    GCallback clicked;
  } buttons[] = {
    { _ ("Given In Today"), waits && application->filed_date == PLT_DATE_NONE,
      G_CALLBACK (on_filed) },
    { _ ("File Complete Today"),
      waits && application->filed_date != PLT_DATE_NONE
          && application->complete_date == PLT_DATE_NONE,
      G_CALLBACK (on_complete) },
    { _ ("Answer…"), waits || strcmp (application->answer, "ajourne") == 0,
      G_CALLBACK (on_answer) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (buttons[i].shown && !plt_session_is_read_only (self->session))
      {
        GtkWidget *button = new_button (buttons[i].title, NULL);

        keep_id (button, application->id);
        g_signal_connect (button, "clicked", buttons[i].clicked, self);
        gtk_box_append (GTK_BOX (steps), button);
      }
  if (application->funding_source != 0)
    gtk_box_append (GTK_BOX (steps),
                    new_door (self,
                              (PltRef){ "funding_source", application->funding_source, "status" },
                              _ ("Go to the source"), _ ("Go to the source of the application")));
  add (self, steps);
}

static void
add_application (PltFundersDetail *self, const PltApplicationFacts *application)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autoptr (GString) dates = g_string_new (NULL);
  g_autofree char *count = NULL;
  guint missing, needed, n;

  append_amount (dates, _ ("Asked for:"), application->asked_cents);
  append_amount (dates, _ ("granted:"), application->granted_cents);
  append_date (dates, _ ("due on"), application->deadline_date);
  append_date (dates, _ ("given in on"), application->filed_date);
  append_date (dates, _ ("complete on"), application->complete_date);
  append_date (dates, _ ("answered on"), application->answer_date);
  add (self, new_text (answer_title (application->answer), "heading"));
  if (dates->len > 0)
    add (self, new_text (dates->str, "dim-label"));
  if (*application->contact != '\0')
    add (self, new_text (application->contact, "dim-label"));
  n = plt_application_count_documents (facts, application->id, &missing, &needed);
  if (n > 0)
    {
      count = g_strdup_printf (_ ("Documents: %u of %u, %u needed are missing"), n - missing, n,
                               needed);
      add (self, new_text (count, needed > 0 ? "warning-text" : "dim-label"));
    }
  for (guint i = 0; i < facts->application_documents.n; i++)
    {
      const PltApplicationDocumentFacts *document = &facts->application_documents.items[i];
      GtkWidget *check;

      if (document->funding_application != application->id)
        continue;
      check = gtk_check_button_new_with_label (document->name);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), document->provided);
      gtk_widget_set_sensitive (check, !plt_session_is_read_only (self->session));
      keep_id (check, document->id);
      g_signal_connect (check, "toggled", G_CALLBACK (on_document), self);
      add (self, check);
    }
  add_steps (self, application);
}

static void
add_applications (PltFundersDetail *self, const PltEligibility *one)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  GtkWidget *apply = new_button (_ ("Apply…"), NULL);
  guint n = 0;

  add_heading (self, _ ("Applications"));
  for (guint i = 0; i < facts->applications.n; i++)
    if (strcmp (facts->applications.items[i].scheme, one->scheme->code) == 0)
      {
        add_application (self, &facts->applications.items[i]);
        n++;
      }
  if (n == 0)
    add (self, new_text (_ ("No application yet: “Apply…” makes it with its list of documents."),
                         "dim-label"));
  gtk_widget_set_name (apply, "funders-apply");
  gtk_widget_set_sensitive (apply, !plt_session_is_read_only (self->session));
  g_signal_connect_swapped (apply, "clicked", G_CALLBACK (on_apply), self);
  add (self, apply);
}

/* ---- the whole ---- */

static void
add_amounts (PltFundersDetail *self, const PltScheme *scheme)
{
  g_autoptr (GString) text = g_string_new (scheme->amount);

  append_amount (text, _ ("at least"), scheme->least);
  append_amount (text, _ ("at most"), scheme->most);
  add_part (self, _ ("Amounts"), text->len > 0 ? text->str : _ ("Not read: ask the financier."));
}

static void
add_deadlines (PltFundersDetail *self, const PltEligibility *one)
{
  g_autoptr (GString) text = g_string_new (one->scheme->calendar_text);

  append_date (text, _ ("next:"), one->deadline);
  if (one->deadline != PLT_DATE_NONE)
    g_string_append_printf (
        text, one->scheme->calendar_sure ? _ (" (in %d days)") : _ (" (in %d days, to verify)"),
        (int) one->days_left);
  add_part (self, _ ("Deadlines"), text->str);
}

static void
add_documents (PltFundersDetail *self, const PltScheme *scheme)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < scheme->documents->len; i++)
    {
      const PltSchemeDocument *document = &g_array_index (scheme->documents, PltSchemeDocument, i);

      g_string_append_printf (text, "%s• %s%s%s", i > 0 ? "\n" : "", document->title,
                              document->mandatory ? "" : _ (" (optional)"),
                              document->sure ? "" : _ (" (to verify)"));
    }
  add_part (self, _ ("Documents to provide"), text->str);
}

static void
add_source (PltFundersDetail *self, const PltScheme *scheme)
{
  g_autofree char *day = plt_date_format_numeric (scheme->checked);
  g_autofree char *checked = g_strdup_printf (_ ("Checked on %s"), day);
  GtkWidget *address = new_text (scheme->address, "issue-source");

  add_part (self, _ ("Source"), scheme->source);
  gtk_label_set_selectable (GTK_LABEL (address), TRUE);
  if (*scheme->address != '\0')
    add (self, address);
  add (self, new_text (checked, "dim-label"));
}

static void
clear (PltFundersDetail *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

/* Which part of the box has the focus; -1: none. */
static int
focused_part (PltFundersDetail *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int at = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->box); focus != NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child), at++)
    if (focus == child || gtk_widget_is_ancestor (focus, child))
      return at;
  return -1;
}

/* Back to the part that had it, or to the last one that can. */
static void
focus_part (PltFundersDetail *self, int at)
{
  GtkWidget *child = gtk_widget_get_first_child (self->box);

  while (at-- > 0 && child != NULL && gtk_widget_get_next_sibling (child) != NULL)
    child = gtk_widget_get_next_sibling (child);
  while (child != NULL && !gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD))
    child = gtk_widget_get_prev_sibling (child);
}

static void build (PltFundersDetail *self, const PltEligibility *eligibility);

void
plt_funders_detail_show (PltFundersDetail *self, const PltEligibility *eligibility)
{
  GtkAdjustment *scroll;
  const char *code = eligibility != NULL ? eligibility->scheme->code : NULL;
  gboolean same;
  int focused;

  g_return_if_fail (PLT_IS_FUNDERS_DETAIL (self));

  scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  same = code != NULL && g_strcmp0 (code, self->code) == 0;
  focused = same ? focused_part (self) : -1;
  build (self, eligibility);
  if (!same)
    gtk_adjustment_set_value (scroll, 0);
  if (focused >= 0)
    focus_part (self, focused);
}

static void
build (PltFundersDetail *self, const PltEligibility *eligibility)
{
  const PltScheme *scheme = eligibility != NULL ? eligibility->scheme : NULL;
  g_autofree char *standing = NULL;

  clear (self);
  plt_set_str (&self->code, scheme != NULL ? scheme->code : NULL);
  if (scheme == NULL)
    {
      add (self, new_text (_ ("Choose a financier in the list."), "dim-label"));
      return;
    }
  standing = g_strdup_printf (_ ("%s · %u %% of the criteria met"),
                              plt_standing_title (eligibility->standing), eligibility->note);
  add (self, new_text (scheme->title, "title-4"));
  add (self, new_text (scheme->who, "dim-label"));
  if (!scheme->sure)
    add (self, new_text (_ ("To verify: this was not read in the text of the financier. Ask "
                            "before counting on it."),
                         "banner"));
  add (self, new_text (scheme->purpose, NULL));
  add (self, new_text (standing, "heading"));
  add_applications (self, eligibility);
  add_heading (self, _ ("Criteria"));
  for (guint i = 0; i < eligibility->results->len; i++)
    add_criterion (self, eligibility, &g_array_index (eligibility->results, PltCriterionResult, i));
  add_amounts (self, scheme);
  add_deadlines (self, eligibility);
  add_part (self, _ ("Obligations"), scheme->obligations);
  add_documents (self, scheme);
  add_source (self, scheme);
}

static void
append_words (GtkWidget *widget, GString *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_words (child, text);
}

char *
plt_funders_detail_get_text (PltFundersDetail *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (PLT_IS_FUNDERS_DETAIL (self), NULL);

  append_words (self->box, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
plt_funders_detail_dispose (GObject *object)
{
  PltFundersDetail *self = PLT_FUNDERS_DETAIL (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->code, g_free);

  G_OBJECT_CLASS (plt_funders_detail_parent_class)->dispose (object);
}

static void
plt_funders_detail_class_init (PltFundersDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_funders_detail_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plt_funders_detail_init (PltFundersDetail *self)
{
  self->scroller = gtk_scrolled_window_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  gtk_widget_set_margin_top (self->box, 8);
  gtk_widget_set_margin_bottom (self->box, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
plt_funders_detail_new (PltSession *session)
{
  PltFundersDetail *self;

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_FUNDERS_DETAIL, NULL);
  self->session = g_object_ref (session);
  plt_funders_detail_show (self, NULL);
  return GTK_WIDGET (self);
}
