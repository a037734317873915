/* PltMarkedText: a text that is read and not written, with marks drawn below passages of it and
 * their codes in the gutter, left of the line a passage begins on.
 *
 * A mark is drawn, not laid out: however many there are, the text is not laid out anew, and only
 * those on the screen cost anything. Three kinds: a tag is a thick line in the colour of its
 * category over a light ground; one to check is a dashed amber line, its code followed by "?"; a
 * proposal is a dotted line without a code. A double click takes a word without what is elided
 * before it ("l’accordéon"). Where passages overlap their lines lie below each
 * other, so that each is seen from its first sign to its last. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  PLT_MARK_TAG,
  PLT_MARK_CHECK,
  PLT_MARK_PROPOSAL,
} PltMarkKind;

/**
 * PltMark:
 * @start: of the passage, in the buffer, in characters
 * @end: behind its last sign; a passage without length is not shown
 * @kind: how it is drawn
 * @outer: its code stands left of the gutter, where a number stands in it
 * @id: what the owner calls it
 * @code: interned; of its category, "AC"
 * @color: of its category, readable on the paper
 * @lane: set by the text: 0, or more where it overlaps others
 */
typedef struct
{
  int start, end;
  PltMarkKind kind;
  gboolean outer;
  gint64 id;
  const char *code;
  GdkRGBA color;
  guint lane;
} PltMark;

#define PLT_TYPE_MARKED_TEXT (plt_marked_text_get_type ())
G_DECLARE_FINAL_TYPE (PltMarkedText, plt_marked_text, PLT, MARKED_TEXT, GtkTextView)

GtkWidget *plt_marked_text_new (void);
/* (transfer full) (element-type PltMark): instead of those there are, in any order. */
void plt_marked_text_take_marks (PltMarkedText *self, GArray *marks);
const PltMark *plt_marked_text_get_marks (PltMarkedText *self, guint *n); /* by start */
/* (transfer container) (element-type PltMark): those over that place, the shortest first. A place
 * behind the last sign is in none. */
GPtrArray *plt_marked_text_marks_at (PltMarkedText *self, int offset);
/* The mark with a frame, which keys act on: -1 for none. */
void plt_marked_text_set_current (PltMarkedText *self, gint64 id);
/* Codes end at `right`; those of a line with a number in the gutter at `outer`. In pixels. */
void plt_marked_text_set_gutter (PltMarkedText *self, int right, int outer);

/* Moves `start` of a word behind "l’", "qu'", "jusqu’"; FALSE when there is none. */
gboolean plt_text_skip_elision (GtkTextIter *start, const GtkTextIter *end);

G_END_DECLS
