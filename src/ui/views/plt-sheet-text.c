#include "plt-sheet-text.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-rows.h"
#include "plt-script.h"

struct _PltSheetText
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 sequence;
  GString *shown; /* what is in the buffer, to leave it alone when nothing changed */

  GtkWidget *scroller;
  GtkWidget *view;
  GtkTextBuffer *buffer; /* borrowed */
};

G_DEFINE_FINAL_TYPE (PltSheetText, plt_sheet_text, GTK_TYPE_WIDGET)

/* How a paragraph stands on the narrow page, in pixels. */
static const struct
{
  const char *kind;
  int left, above;
  gboolean bold, italic;
} styles[] = {
  { "heading", 0, 8, TRUE, FALSE },     { "action", 0, 8, FALSE, FALSE },
  { "character", 72, 8, FALSE, FALSE }, { "parenthetical", 56, 0, FALSE, TRUE },
  { "dialogue", 36, 0, FALSE, FALSE },  { "transition", 0, 8, FALSE, TRUE },
  { "lyric", 36, 0, FALSE, TRUE },      { "centered", 36, 8, FALSE, FALSE },
  { "note", 0, 8, FALSE, TRUE },        { "synopsis", 0, 8, FALSE, TRUE },
  { "section", 0, 8, TRUE, FALSE },
};

char *
plt_sheet_text_get_text (PltSheetText *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (PLT_IS_SHEET_TEXT (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

/* The number stands at the head of the sheet already. */
static char *
bare_heading (PltSheetText *self, const char *text)
{
  const PltSequenceFacts *sequence = PLT_FACTS_FIND (
      plt_session_get_facts (self->session)->sequences, PltSequenceFacts, self->sequence);
  gsize start = 0, length = 0;

  if (sequence == NULL)
    return g_strdup (text);
  plt_heading_bare_range (text, sequence->number, &start, &length);
  return g_strndup (text + start, length);
}

static void
add_paragraph (PltSheetText *self, const char *kind, const char *text)
{
  g_autofree char *shown
      = g_str_equal (kind, "heading") ? bare_heading (self, text) : g_strdup (text);
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (self->buffer);
  GtkTextIter end, begin;
  int offset;

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  offset = gtk_text_iter_get_offset (&end);
  if (offset > 0)
    gtk_text_buffer_insert (self->buffer, &end, "\n", 1);
  gtk_text_buffer_insert (self->buffer, &end, shown, -1);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &begin, offset);
  if (gtk_text_tag_table_lookup (tags, kind) != NULL)
    gtk_text_buffer_apply_tag_by_name (self->buffer, kind, &begin, &end);
}

/* Kind and text of each paragraph of the séquence in the current script. */
static void
read_text (PltSheetText *self, GPtrArray *lines)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  PltStore *store = plt_session_get_store (self->session);
  const PltTable *table = plt_table_find ("script_block");
  const PltFilter filters[]
      = { { "sequence", plt_value_integer (self->sequence) },
          { "script_version", plt_value_integer (facts->production.script_version) } };
  guint n_columns = plt_table_n_columns (table);
  g_autofree PltValue *values = g_new0 (PltValue, n_columns);
  int kind = plt_table_column_index (table, "kind");
  int text = plt_table_column_index (table, "text");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids
      = plt_rows_ids (store, table, filters, G_N_ELEMENTS (filters), "position", &error);

  for (guint i = 0; ids != NULL && error == NULL && i < ids->len; i++)
    if (plt_rows_read (store, table, g_array_index (ids, gint64, i), values, &error))
      {
        g_ptr_array_add (lines, g_strdup (plt_value_get_text (&values[kind])));
        g_ptr_array_add (lines, g_strdup (plt_value_get_text (&values[text])));
      }
  for (guint i = 0; i < n_columns; i++)
    plt_value_clear (&values[i]);
  if (error != NULL)
    plt_session_take_error (self->session, g_steal_pointer (&error));
}

void
plt_sheet_text_show (PltSheetText *self, gint64 sequence)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) now = g_string_new (NULL);

  g_return_if_fail (PLT_IS_SHEET_TEXT (self));

  self->sequence = sequence;
  read_text (self, lines);
  g_string_append_printf (now, "%" G_GINT64_FORMAT "\n", sequence);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (now, "%s\n", (const char *) g_ptr_array_index (lines, i));
  if (g_string_equal (now, self->shown))
    return;
  g_string_assign (self->shown, now->str);
  gtk_text_buffer_set_text (self->buffer, "", 0);
  for (guint i = 0; i + 1 < lines->len; i += 2)
    add_paragraph (self, g_ptr_array_index (lines, i), g_ptr_array_index (lines, i + 1));
  if (lines->len == 0)
    add_paragraph (self, "note", _ ("The current script has no text for this sequence."));
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

GtkWidget *
plt_sheet_text_new (PltSession *session)
{
  PltSheetText *self = g_object_new (PLT_TYPE_SHEET_TEXT, NULL);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static void
plt_sheet_text_dispose (GObject *object)
{
  PltSheetText *self = PLT_SHEET_TEXT (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_sheet_text_parent_class)->dispose (object);
}

static void
plt_sheet_text_finalize (GObject *object)
{
  g_string_free (PLT_SHEET_TEXT (object)->shown, TRUE);

  G_OBJECT_CLASS (plt_sheet_text_parent_class)->finalize (object);
}

static void
plt_sheet_text_class_init (PltSheetTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_sheet_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_sheet_text_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-sheet-text");
}

static void
plt_sheet_text_init (PltSheetText *self)
{
  self->shown = g_string_new (NULL);
  self->scroller = gtk_scrolled_window_new ();
  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_text_buffer_create_tag (self->buffer, styles[i].kind, "left-margin", 12 + styles[i].left,
                                "right-margin", 12, "pixels-above-lines", styles[i].above, "weight",
                                styles[i].bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, "style",
                                styles[i].italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL, NULL);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 12);
  gtk_widget_add_css_class (self->view, "script-text");
  gtk_widget_add_css_class (self->view, "small");
  plt_a11y_set_name (self->view, _ ("Text of the sequence"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
