#include "plt-script-page-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-grid-colors.h"
#include "plt-load.h"
#include "plt-style-manager.h"

#define LINE_CHARS 60   /* a line of action, 6 inches of Courier 12 */
#define NUMBER_CHARS 5  /* room left of the text for the number of a séquence */
#define MARGIN_CHARS 4  /* paper beyond that */
#define FOOT_PIXELS 240 /* so that the last séquence can be read at the head */
#define GUTTER_GAP 6    /* between the code of a category and the text */
#define WIDE_PIXELS                                                                                \
  640                /* below it the letters are smaller, so that lines break where they should */
#define SETTLE_MS 90 /* scrolling has to rest before it is followed */
#define OWN_SCROLL_US 400000

/* How each kind of paragraph is laid out; in signs from the left and right of the line. */
typedef struct
{
  const char *kind;
  int left;
  int right;
  int above; /* pixels */
  GtkJustification justification;
  int weight;
  gboolean italic;
  gboolean muted;
} Style;

static const Style styles[] = {
  { "heading", 0, 0, 26, GTK_JUSTIFY_LEFT, PANGO_WEIGHT_BOLD, FALSE, FALSE },
  { "action", 0, 0, 13, GTK_JUSTIFY_LEFT, PANGO_WEIGHT_NORMAL, FALSE, FALSE },
  { "character", 22, 4, 13, GTK_JUSTIFY_LEFT, PANGO_WEIGHT_NORMAL, FALSE, FALSE },
  { "parenthetical", 16, 19, 0, GTK_JUSTIFY_LEFT, PANGO_WEIGHT_NORMAL, FALSE, FALSE },
  { "dialogue", 10, 15, 0, GTK_JUSTIFY_LEFT, PANGO_WEIGHT_NORMAL, FALSE, FALSE },
  { "transition", 20, 0, 13, GTK_JUSTIFY_RIGHT, PANGO_WEIGHT_NORMAL, FALSE, FALSE },
  { "lyric", 10, 15, 0, GTK_JUSTIFY_LEFT, PANGO_WEIGHT_NORMAL, TRUE, FALSE },
  { "centered", 0, 0, 13, GTK_JUSTIFY_CENTER, PANGO_WEIGHT_NORMAL, FALSE, FALSE },
  { "note", 4, 4, 13, GTK_JUSTIFY_LEFT, PANGO_WEIGHT_NORMAL, TRUE, TRUE },
  { "section", 0, 0, 26, GTK_JUSTIFY_LEFT, PANGO_WEIGHT_BOLD, TRUE, TRUE },
  { "synopsis", 0, 0, 6, GTK_JUSTIFY_LEFT, PANGO_WEIGHT_NORMAL, TRUE, TRUE },
  { "page_break", 0, 0, 13, GTK_JUSTIFY_CENTER, PANGO_WEIGHT_NORMAL, FALSE, TRUE },
  { "title", 0, 0, 6, GTK_JUSTIFY_CENTER, PANGO_WEIGHT_NORMAL, FALSE, FALSE },
  { "boneyard", 4, 4, 13, GTK_JUSTIFY_LEFT, PANGO_WEIGHT_NORMAL, TRUE, TRUE },
};

G_DEFINE_FINAL_TYPE (PltScriptPage, plt_script_page, GTK_TYPE_WIDGET)

enum
{
  SEQUENCE_SHOWN,
  CURSOR_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

GtkTextView *
plt_script_page_get_text (PltScriptPage *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_PAGE (self), NULL);

  return GTK_TEXT_VIEW (self->text);
}

gboolean
plt_script_page_is_empty (PltScriptPage *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_PAGE (self), TRUE);

  return plt_script_blocks_n (self->blocks) == 0;
}

gint64
plt_script_page_get_sequence (PltScriptPage *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_PAGE (self), 0);

  return self->sequence;
}

/* ---- how it looks ---- */

static GtkTextTag *
tag_of (PltScriptPage *self, const char *kind)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (self->buffer), kind);

  return tag != NULL
             ? tag
             : gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (self->buffer), "action");
}

static void
make_tags (PltScriptPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_text_buffer_create_tag (self->buffer, styles[i].kind, "accumulative-margin", TRUE,
                                "pixels-above-lines", styles[i].above, "justification",
                                styles[i].justification, "weight", styles[i].weight, "style",
                                styles[i].italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL, NULL);
  gtk_text_buffer_create_tag (self->buffer, "film-title", "weight", PANGO_WEIGHT_BOLD, "scale", 1.4,
                              NULL);
  g_object_set (tag_of (self, "boneyard"), "strikethrough", TRUE, NULL);
}

static void
color_tags (PltScriptPage *self)
{
  const PltGridColors *colors = plt_grid_colors_get (plt_style_is_dark ());

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (styles[i].muted)
      g_object_set (tag_of (self, styles[i].kind), "foreground-rgba", &colors->muted, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_dark (PltScriptPage *self)
{
  color_tags (self);
  if (self->session != NULL)
    plt_script_page_update_tags (self);
}

static void
size_tags (PltScriptPage *self)
{
  int width = self->char_width;

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    g_object_set (tag_of (self, styles[i].kind), "left-margin",
                  (NUMBER_CHARS + styles[i].left) * width, "right-margin", styles[i].right * width,
                  NULL);
  {
    PangoTabArray *tabs
        = pango_tab_array_new_with_positions (1, TRUE, PANGO_TAB_LEFT, NUMBER_CHARS * width);

    g_object_set (tag_of (self, "heading"), "left-margin", 0, "indent", -NUMBER_CHARS * width,
                  "tabs", tabs, NULL);
    pango_tab_array_free (tabs);
  }
}

static int
page_width (PltScriptPage *self)
{
  return (LINE_CHARS + NUMBER_CHARS + 2 * MARGIN_CHARS) * self->char_width;
}

/* The width of a sign in the font of the page, whatever it is. */
static void
measure_font (PltScriptPage *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->text, "0000000000");
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  width = MAX (width / 10, 4);
  if (width == self->char_width)
    return;
  self->char_width = width;
  size_tags (self);
}

/* The margins that put the lines in the middle of the paper, the paper in the middle of the view.
 */
static void
place_lines (PltScriptPage *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int paper = page_width (self);
  int margin = MARGIN_CHARS * self->char_width;

  if (width >= paper)
    margin += (width - paper) / 2;
  else /* a narrow window takes it from the paper, not from the text */
    margin = MAX (margin - (paper - width) / 2, 4);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->text), margin);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->text), margin);
  plt_marked_text_set_gutter (PLT_MARKED_TEXT (self->text),
                              margin + NUMBER_CHARS * self->char_width - GUTTER_GAP,
                              margin - GUTTER_GAP);
}

static gboolean
place_cb (gpointer data)
{
  PltScriptPage *self = data;

  gboolean small = gtk_widget_get_width (GTK_WIDGET (self)) < WIDE_PIXELS;

  self->placing = 0;
  if (small != gtk_widget_has_css_class (self->text, "small"))
    {
      if (small)
        gtk_widget_add_css_class (self->text, "small");
      else
        gtk_widget_remove_css_class (self->text, "small");
      self->placing = g_idle_add (place_cb, self); /* when the style sheet has been heard */
    }
  measure_font (self);
  self->own_scroll = g_get_monotonic_time (); /* lines that break elsewhere move the text */
  place_lines (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
plt_script_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PltScriptPage *self = PLT_SCRIPT_PAGE (widget);

  gtk_widget_allocate (self->scroller, width, height, baseline, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
  if (width != self->width && self->placing == 0) /* not now: it asks for a size again */
    self->placing = g_idle_add_full (G_PRIORITY_HIGH_IDLE, place_cb, self, NULL);
  self->width = width;
}

static void
plt_script_page_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  PltScriptPage *self = PLT_SCRIPT_PAGE (widget);

  gtk_widget_measure (self->scroller, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->char_width > 0)
    *natural = MAX (*natural, page_width (self) + 2 * self->char_width);
}

/* The sheet of paper below the text. */
static void
plt_script_page_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PltScriptPage *self = PLT_SCRIPT_PAGE (widget);
  const PltGridColors *colors = plt_grid_colors_get (plt_style_is_dark ());
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int paper = MIN (page_width (self), width);
  float x = (float) ((width - paper) / 2);

  gtk_snapshot_append_color (snapshot, &colors->background,
                             &GRAPHENE_RECT_INIT (x, 0, (float) paper, (float) height));
  gtk_snapshot_append_color (snapshot, &colors->line,
                             &GRAPHENE_RECT_INIT (x, 0, 1, (float) height));
  gtk_snapshot_append_color (snapshot, &colors->line,
                             &GRAPHENE_RECT_INIT (x + (float) paper - 1, 0, 1, (float) height));
  GTK_WIDGET_CLASS (plt_script_page_parent_class)->snapshot (widget, snapshot);
}

/* ---- the text ---- */

static char *
number_of (PltScriptPage *self, gint64 sequence)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltSequenceFacts *found = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, sequence);

  return g_strdup (found != NULL ? found->number : "");
}

/* The text of the version that is shown; of the production's own the session has it. */
const PltFacts *
plt_script_page_get_facts (PltScriptPage *self)
{
  g_autoptr (GError) error = NULL;

  if (self->version == plt_session_get_script_version (self->session))
    return plt_session_get_text (self->session);
  if (self->other == NULL)
    {
      self->other = plt_facts_new ();
      if (!plt_facts_load_text (self->other, plt_session_get_store (self->session), self->version,
                                &error))
        plt_session_take_error (self->session, g_steal_pointer (&error));
    }
  return self->other;
}

static void
add_block (PltScriptPage *self, GtkTextIter *end, const PltBlockFacts *facts)
{
  int start = gtk_text_iter_get_offset (end);
  g_autofree char *number = number_of (self, facts->sequence);
  gboolean film = FALSE;
  g_autofree char *shown = plt_script_blocks_add (self->blocks, facts, number, start, &film);
  GtkTextIter begin;

  if (g_str_equal (facts->kind, "heading"))
    g_string_append_printf (self->signature, "%s\n", number);
  gtk_text_buffer_insert (self->buffer, end, shown, -1);
  gtk_text_buffer_insert (self->buffer, end, "\n", 1);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &begin, start);
  gtk_text_buffer_apply_tag (self->buffer, tag_of (self, facts->kind), &begin, end);
  if (film)
    gtk_text_buffer_apply_tag_by_name (self->buffer, "film-title", &begin, end);
}

static void
read_blocks (PltScriptPage *self, GtkTextIter *end)
{
  const PltFacts *facts = plt_script_page_get_facts (self);

  for (guint i = 0; i < facts->blocks.n; i++)
    add_block (self, end, &facts->blocks.items[i]);
}

static gboolean
is_up_to_date (PltScriptPage *self)
{
  g_autoptr (GString) now = g_string_new (NULL);

  for (guint i = 0; i < plt_script_blocks_n (self->blocks); i++)
    {
      const PltScriptBlock *block = plt_script_blocks_get (self->blocks, i);
      g_autofree char *number = block->heading ? number_of (self, block->sequence) : NULL;

      if (number != NULL)
        g_string_append_printf (now, "%s\n", number);
    }
  return g_string_equal (now, self->signature);
}

static void
reload (PltScriptPage *self)
{
  GtkTextIter end;
  gint64 sequence;

  g_return_if_fail (PLT_IS_SCRIPT_PAGE (self));

  sequence = self->sequence;
  self->own_scroll = g_get_monotonic_time ();
  plt_script_blocks_clear (self->blocks);
  g_clear_pointer (&self->other, plt_facts_free);
  g_string_truncate (self->signature, 0);
  gtk_text_buffer_set_text (self->buffer, "", 0);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  if (self->version != 0)
    read_blocks (self, &end);
  gtk_text_buffer_get_start_iter (self->buffer, &end);
  gtk_text_buffer_place_cursor (self->buffer, &end);
  self->sequence = 0;
  plt_script_page_update_tags (self);
  if (sequence != 0)
    plt_script_page_go_to_sequence (self, sequence);
}

void
plt_script_page_show (PltScriptPage *self, gint64 version)
{
  g_return_if_fail (PLT_IS_SCRIPT_PAGE (self));

  if (version == self->version && is_up_to_date (self))
    {
      plt_script_page_update_tags (self);
      return;
    }
  self->version = version;
  reload (self);
}

/* ---- going about ---- */

/* The marks over the head of the selection; at the cursor also those that end there, as a word does
 * that the cursor went over. */
GPtrArray *
plt_script_page_marks_at_cursor (PltScriptPage *self)
{
  GtkTextIter cursor;
  gboolean selection = gtk_text_buffer_get_selection_bounds (self->buffer, &cursor, NULL);
  int offset = gtk_text_iter_get_offset (&cursor);
  GPtrArray *marks = plt_marked_text_marks_at (PLT_MARKED_TEXT (self->text), offset);

  if (marks->len > 0 || selection || offset == 0)
    return marks;
  g_ptr_array_unref (marks);
  return plt_marked_text_marks_at (PLT_MARKED_TEXT (self->text), offset - 1);
}

/* The tag that keys act on has a frame. */
void
plt_script_page_show_current (PltScriptPage *self)
{
  g_autoptr (GArray) tags = plt_script_page_get_tags (self, NULL);

  plt_marked_text_set_current (PLT_MARKED_TEXT (self->text),
                               tags->len > 0 ? g_array_index (tags, gint64, 0) : -1);
}

void
plt_script_page_enter (PltScriptPage *self, int offset)
{
  const PltScriptBlock *block = plt_script_blocks_at (self->blocks, offset);

  if (block == NULL || block->sequence == 0 || block->sequence == self->sequence)
    return;
  self->sequence = block->sequence;
  g_signal_emit (self, signals[SEQUENCE_SHOWN], 0, self->sequence);
}

static gboolean
settled_cb (gpointer data)
{
  PltScriptPage *self = data;
  GdkRectangle visible;
  GtkTextIter iter;

  self->settling = 0;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->text), &visible);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self->text), &iter,
                                      visible.x + visible.width / 2,
                                      visible.y + MIN (visible.height / 4, 120));
  plt_script_page_enter (self, gtk_text_iter_get_offset (&iter));
  return G_SOURCE_REMOVE;
}

static void
on_scrolled (PltScriptPage *self)
{
  if (g_get_monotonic_time () - self->own_scroll < OWN_SCROLL_US
      || plt_script_blocks_n (self->blocks) == 0)
    return;
  g_clear_handle_id (&self->settling, g_source_remove);
  self->settling = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
on_cursor_moved (PltScriptPage *self)
{
  GtkTextIter iter;

  plt_script_page_show_current (self);
  g_signal_emit (self, signals[CURSOR_MOVED], 0);
  if (g_get_monotonic_time () - self->own_scroll < OWN_SCROLL_US)
    return;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  self->own_scroll = g_get_monotonic_time (); /* what the cursor draws along is not followed */
  plt_script_page_enter (self, gtk_text_iter_get_offset (&iter));
}

static void
scroll_to (PltScriptPage *self, GtkTextIter *iter)
{
  self->own_scroll = g_get_monotonic_time ();
  gtk_text_buffer_place_cursor (self->buffer, iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->text),
                                gtk_text_buffer_get_insert (self->buffer), 0, TRUE, 0, 0.04);
}

gboolean
plt_script_page_go_to_sequence (PltScriptPage *self, gint64 sequence)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_PAGE (self), FALSE);

  for (guint i = 0; i < plt_script_blocks_n (self->blocks); i++)
    {
      const PltScriptBlock *block = plt_script_blocks_get (self->blocks, i);
      GtkTextIter iter;

      if (block->sequence != sequence)
        continue;
      gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, block->offset);
      scroll_to (self, &iter);
      self->sequence = sequence;
      return TRUE;
    }
  return FALSE;
}

gboolean
plt_script_page_turn (PltScriptPage *self, int step)
{
  gint64 before = 0, after = 0;
  gboolean passed = self->sequence == 0;

  g_return_val_if_fail (PLT_IS_SCRIPT_PAGE (self), FALSE);

  for (guint i = 0; i < plt_script_blocks_n (self->blocks) && after == 0; i++)
    {
      const PltScriptBlock *block = plt_script_blocks_get (self->blocks, i);

      if (!block->heading || block->sequence == 0)
        continue;
      if (block->sequence == self->sequence)
        passed = TRUE;
      else if (passed)
        after = block->sequence;
      else
        before = block->sequence;
    }
  if ((step > 0 ? after : before) == 0)
    return FALSE;
  plt_script_page_go_to_sequence (self, step > 0 ? after : before);
  g_signal_emit (self, signals[SEQUENCE_SHOWN], 0, self->sequence);
  return TRUE;
}

gboolean
plt_script_page_go_to_line (PltScriptPage *self, guint line)
{
  const PltScriptBlock *found = NULL;
  GtkTextIter start, end;

  g_return_val_if_fail (PLT_IS_SCRIPT_PAGE (self), FALSE);

  /* What was left out is nowhere: the paragraph before it is the place. */
  for (guint i = 0; i < plt_script_blocks_n (self->blocks); i++)
    if (plt_script_blocks_get (self->blocks, i)->line <= line)
      found = plt_script_blocks_get (self->blocks, i);
  if (found == NULL)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, found->offset);
  scroll_to (self, &start);
  end = start;
  gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_select_range (self->buffer, &start, &end);
  if (found->sequence != 0 && found->sequence != self->sequence)
    {
      self->sequence = found->sequence;
      g_signal_emit (self, signals[SEQUENCE_SHOWN], 0, self->sequence);
    }
  return TRUE;
}

gboolean
plt_script_page_find (PltScriptPage *self, const char *text, gboolean from_here)
{
  GtkTextIter from, start, end;

  g_return_val_if_fail (PLT_IS_SCRIPT_PAGE (self) && text != NULL, FALSE);

  if (*text == '\0')
    return TRUE;
  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  from = from_here ? start : end;
  if (!gtk_text_iter_forward_search (&from, text, GTK_TEXT_SEARCH_CASE_INSENSITIVE, &start, &end,
                                     NULL))
    {
      gtk_text_buffer_get_start_iter (self->buffer, &from);
      if (!gtk_text_iter_forward_search (&from, text, GTK_TEXT_SEARCH_CASE_INSENSITIVE, &start,
                                         &end, NULL))
        return FALSE;
    }
  self->own_scroll = g_get_monotonic_time ();
  gtk_text_buffer_select_range (self->buffer, &start, &end);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->text),
                                gtk_text_buffer_get_insert (self->buffer), 0.2, FALSE, 0, 0);
  plt_script_page_enter (self, gtk_text_iter_get_offset (&start));
  return TRUE;
}

/* ---- the object ---- */

GtkWidget *
plt_script_page_new (PltSession *session)
{
  PltScriptPage *self = g_object_new (PLT_TYPE_SCRIPT_PAGE, NULL);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static void
plt_script_page_dispose (GObject *object)
{
  PltScriptPage *self = PLT_SCRIPT_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->settling, g_source_remove);
  g_clear_handle_id (&self->placing, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child); /* the text, and what is open over it */
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_script_page_parent_class)->dispose (object);
}

static void
plt_script_page_finalize (GObject *object)
{
  PltScriptPage *self = PLT_SCRIPT_PAGE (object);

  plt_script_blocks_free (self->blocks);
  g_array_unref (self->proposed);
  g_clear_pointer (&self->other, plt_facts_free);
  g_string_free (self->signature, TRUE);

  G_OBJECT_CLASS (plt_script_page_parent_class)->finalize (object);
}

static void
plt_script_page_class_init (PltScriptPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_script_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_script_page_finalize;
  widget_class->size_allocate = plt_script_page_size_allocate;
  widget_class->measure = plt_script_page_measure;
  widget_class->snapshot = plt_script_page_snapshot;
  gtk_widget_class_set_css_name (widget_class, "plt-script-page");
  signals[SEQUENCE_SHOWN]
      = g_signal_new ("sequence-shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CURSOR_MOVED] = g_signal_new ("cursor-moved", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plt_script_page_init (PltScriptPage *self)
{
  GtkTextView *text;

  self->blocks = plt_script_blocks_new ();
  self->proposed = g_array_new (FALSE, FALSE, sizeof (PltPassage));
  self->signature = g_string_new (NULL);
  self->char_width = 9;
  self->scroller = gtk_scrolled_window_new ();
  self->text = plt_marked_text_new ();
  text = GTK_TEXT_VIEW (self->text);
  self->buffer = gtk_text_view_get_buffer (text);
  gtk_text_view_set_wrap_mode (text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (text, FALSE); /* it goes on to what is beside the text */
  gtk_text_view_set_bottom_margin (text, FOOT_PIXELS);
  gtk_text_view_set_top_margin (text, 24);
  gtk_widget_add_css_class (self->text, "script-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the screenplay"), -1);
  make_tags (self);
  size_tags (self);
  color_tags (self);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (on_dark), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (on_cursor_moved),
                           self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->text);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  g_signal_connect_object (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "value-changed",
      G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
