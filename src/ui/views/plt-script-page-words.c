#include "plt-script-page-private.h"

#include <glib/gi18n-lib.h>

#include "plt-category-look.h"
#include "plt-error.h"
#include "plt-style-manager.h"
#include "plt-text.h"

#define ELIDED_MAX 2 /* letters: l, d, qu; "aujourd’hui" is a word */

/* ---- marks ---- */

static void
add_mark (GArray *marks, PltScriptPage *self, const PltPassage *passage, PltMark mark)
{
  const PltScriptBlock *block = plt_script_blocks_find (self->blocks, passage->block);

  if (block == NULL
      || !plt_script_blocks_place (self->blocks, passage->block, passage->start, passage->length,
                                   &mark.start, &mark.end))
    return;
  mark.outer = block->heading;
  g_array_append_val (marks, mark);
}

static void
add_tag (GArray *marks, PltScriptPage *self, const PltFacts *facts, const PltTagFacts *tag)
{
  const PltElementFacts *element = PLT_FACTS_FIND (facts->elements, PltElementFacts, tag->element);
  const PltCategoryFacts *category
      = element != NULL ? PLT_FACTS_FIND (facts->categories, PltCategoryFacts, element->category)
                        : NULL;
  const PltPassage passage = { tag->script_block, (guint) tag->start, (guint) tag->length };

  if (category == NULL)
    return;
  add_mark (
      marks, self, &passage,
      (PltMark){ .kind = g_str_equal (tag->state, "a-verifier") ? PLT_MARK_CHECK : PLT_MARK_TAG,
                 .id = tag->id,
                 .code = g_intern_string (category->code),
                 .color = plt_category_color (category, plt_style_is_dark ()) });
}

void
plt_script_page_update_tags (PltScriptPage *self)
{
  GArray *marks;

  g_return_if_fail (PLT_IS_SCRIPT_PAGE (self));

  marks = g_array_new (FALSE, FALSE, sizeof (PltMark));
  if (self->version != 0)
    {
      const PltFacts *facts = plt_session_get_facts (self->session);
      const PltFacts *text = plt_script_page_get_facts (self);

      for (guint i = 0; i < text->tags.n; i++)
        add_tag (marks, self, facts, &text->tags.items[i]);
    }
  for (guint i = 0; i < self->proposed->len; i++)
    add_mark (marks, self, &g_array_index (self->proposed, PltPassage, i),
              (PltMark){ .kind = PLT_MARK_PROPOSAL, .id = -1, .code = "" });
  plt_marked_text_take_marks (PLT_MARKED_TEXT (self->text), marks);
  plt_script_page_show_current (self);
}

void
plt_script_page_set_proposed (PltScriptPage *self, const PltPassage *passages, guint n)
{
  g_return_if_fail (PLT_IS_SCRIPT_PAGE (self));

  if (n == 0 && self->proposed->len == 0)
    return;
  g_array_set_size (self->proposed, 0);
  g_array_append_vals (self->proposed, passages, n);
  plt_script_page_update_tags (self);
}

/* ---- passages ---- */

/* The cursor is in the "l" of "l’ongle", or the "qu" of "qu’une": the word is the next one. */
static void
leave_elision (GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter next = *end;
  gunichar apostrophe = gtk_text_iter_get_char (&next);

  if ((apostrophe != 0x2019 && apostrophe != '\'')
      || gtk_text_iter_get_offset (end) - gtk_text_iter_get_offset (start) > ELIDED_MAX
      || !gtk_text_iter_forward_char (&next) || !g_unichar_isalnum (gtk_text_iter_get_char (&next)))
    return;
  *start = next;
  *end = next;
  gtk_text_iter_forward_word_end (end);
}

static gboolean
word_at (const GtkTextIter *at, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter inner;

  *start = *at;
  *end = *at;
  if (!gtk_text_iter_inside_word (at) && !gtk_text_iter_ends_word (at))
    return FALSE;
  if (!gtk_text_iter_starts_word (start))
    gtk_text_iter_backward_word_start (start);
  *end = *start;
  gtk_text_iter_forward_word_end (end);
  leave_elision (start, end);
  inner = *start;
  if (plt_text_skip_elision (&inner, end))
    *start = inner; /* of "l’ongle" the nail is meant, wherever the cursor stands */
  return TRUE;
}

/* What the keys that select word by word take along: spaces, and the signs around a word. */
static gboolean
is_edge (const GtkTextIter *iter)
{
  gunichar c = gtk_text_iter_get_char (iter);

  return g_unichar_isspace (c) || (c != 0 && g_utf8_strchr ("’'‘“”\"«»,;:!?…()[]", -1, c) != NULL);
}

gboolean
plt_script_page_get_passage (PltScriptPage *self,
                             const GtkTextIter *at,
                             PltPassage *passage,
                             GError **error)
{
  GtkTextIter cursor, start, end;

  g_return_val_if_fail (PLT_IS_SCRIPT_PAGE (self) && passage != NULL, FALSE);

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  if (at != NULL || !gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    if (!word_at (at != NULL ? at : &cursor, &start, &end))
      {
        g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                             _ ("There is no word at the cursor: select the words to tag."));
        return FALSE;
      }
  while (gtk_text_iter_compare (&start, &end) < 0 && is_edge (&start))
    gtk_text_iter_forward_char (&start);
  while (gtk_text_iter_compare (&start, &end) < 0)
    {
      GtkTextIter last = end;

      gtk_text_iter_backward_char (&last);
      if (!is_edge (&last))
        break;
      end = last;
    }
  if (plt_script_blocks_passage (self->blocks, gtk_text_iter_get_offset (&start),
                                 gtk_text_iter_get_offset (&end), passage))
    return TRUE;
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                       _ ("Select words of one paragraph to tag them."));
  return FALSE;
}

static gboolean
bounds_of (PltScriptPage *self, const PltPassage *passage, GtkTextIter *start, GtkTextIter *end)
{
  int from, to;

  if (!plt_script_blocks_place (self->blocks, passage->block, passage->start, passage->length,
                                &from, &to))
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (self->buffer, start, from);
  gtk_text_buffer_get_iter_at_offset (self->buffer, end, to);
  return TRUE;
}

char *
plt_script_page_get_words (PltScriptPage *self, const PltPassage *passage)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  g_return_val_if_fail (PLT_IS_SCRIPT_PAGE (self), NULL);

  if (!bounds_of (self, passage, &start, &end))
    return g_strdup ("");
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  return plt_text_squeeze (text);
}

GArray *
plt_script_page_get_tags (PltScriptPage *self, const GtkTextIter *at)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) marks = NULL;

  g_return_val_if_fail (PLT_IS_SCRIPT_PAGE (self), ids);

  marks = at != NULL ? plt_marked_text_marks_at (PLT_MARKED_TEXT (self->text),
                                                 gtk_text_iter_get_offset (at))
                     : plt_script_page_marks_at_cursor (self);
  for (guint i = 0; i < marks->len; i++)
    {
      const PltMark *mark = g_ptr_array_index (marks, i);

      if (mark->kind != PLT_MARK_PROPOSAL)
        g_array_append_val (ids, mark->id);
    }
  return ids;
}

void
plt_script_page_select (PltScriptPage *self, const PltPassage *passage)
{
  GtkTextIter start, end;

  g_return_if_fail (PLT_IS_SCRIPT_PAGE (self));

  if (bounds_of (self, passage, &start, &end))
    gtk_text_buffer_select_range (self->buffer, &start, &end);
}

gboolean
plt_script_page_go_to (PltScriptPage *self, const PltPassage *passage)
{
  const PltScriptBlock *block;
  GtkTextIter start, end;

  g_return_val_if_fail (PLT_IS_SCRIPT_PAGE (self), FALSE);

  block = plt_script_blocks_find (self->blocks, passage->block);
  if (block == NULL)
    return FALSE;
  if (!bounds_of (self, passage, &start, &end))
    {
      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, block->text);
      end = start;
    }
  self->own_scroll = g_get_monotonic_time ();
  gtk_text_buffer_select_range (self->buffer, &start, &end);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->text),
                                gtk_text_buffer_get_insert (self->buffer), 0.2, FALSE, 0, 0);
  plt_script_page_enter (self, gtk_text_iter_get_offset (&start));
  return TRUE;
}

void
plt_script_page_get_rectangle (PltScriptPage *self,
                               const PltPassage *passage,
                               GdkRectangle *rectangle)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->text);
  GtkTextIter start, end;
  GdkRectangle first;

  g_return_if_fail (PLT_IS_SCRIPT_PAGE (self) && rectangle != NULL);

  if (!bounds_of (self, passage, &start, &end))
    gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  gtk_text_view_get_iter_location (view, &start, &first);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, first.x, first.y,
                                         &rectangle->x, &rectangle->y);
  rectangle->width = MAX (first.width, 1);
  rectangle->height = first.height;
}
