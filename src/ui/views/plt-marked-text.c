#include "plt-marked-text.h"

#include "plt-grid-colors.h"
#include "plt-style-manager.h"

#define MAX_LANES 3
#define LANE_PIXELS 3
#define LINE_PIXELS 2
#define CODE_SPACE 4 /* between two codes */
#define CODE_SCALE 0.66
#define MORE_PIXELS 18 /* "+2" and the space before it */

struct _PltMarkedText
{
  GtkTextView parent_instance;

  GArray *marks;  /* PltMark, by start */
  int reach;      /* the longest passage */
  gint64 current; /* id, or -1 */
  int gutter;
  int outer;
  GHashTable *codes; /* char * -> PangoLayout, in the font of now */
};

G_DEFINE_FINAL_TYPE (PltMarkedText, plt_marked_text, GTK_TYPE_TEXT_VIEW)

/* What is drawn in one pass. */
typedef struct
{
  PltMarkedText *self;
  GtkSnapshot *snapshot;
  const PltGridColors *colors;
  gboolean dark;
  GdkRGBA amber;
  /* the codes of one line of the screen, which is drawn when the next one begins */
  GPtrArray *line;   /* const PltMark, borrowed */
  GdkRectangle rect; /* of its first sign */
} Pass;

/* ---- the marks ---- */

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const PltMark *left = a;
  const PltMark *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  if (left->end != right->end)
    return left->end > right->end ? -1 : 1;
  return left->id < right->id ? -1 : left->id > right->id;
}

static void
give_lanes (GArray *marks)
{
  int ends[MAX_LANES] = { 0 };

  for (guint i = 0; i < marks->len; i++)
    {
      PltMark *mark = &g_array_index (marks, PltMark, i);

      mark->lane = MAX_LANES - 1; /* a fourth one lies on the third */
      for (guint lane = 0; lane < MAX_LANES; lane++)
        if (ends[lane] <= mark->start)
          {
            mark->lane = lane;
            break;
          }
      ends[mark->lane] = MAX (ends[mark->lane], mark->end);
    }
}

void
plt_marked_text_take_marks (PltMarkedText *self, GArray *marks)
{
  g_return_if_fail (PLT_IS_MARKED_TEXT (self) && marks != NULL);

  g_array_sort (marks, compare_marks);
  give_lanes (marks);
  self->reach = 0;
  for (guint i = 0; i < marks->len; i++)
    {
      const PltMark *mark = &g_array_index (marks, PltMark, i);

      self->reach = MAX (self->reach, mark->end - mark->start);
    }
  g_array_unref (self->marks);
  self->marks = marks;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const PltMark *
plt_marked_text_get_marks (PltMarkedText *self, guint *n)
{
  g_return_val_if_fail (PLT_IS_MARKED_TEXT (self) && n != NULL, NULL);

  *n = self->marks->len;
  return (const PltMark *) self->marks->data;
}

/* The first mark that may reach beyond that place. */
static guint
first_near (PltMarkedText *self, int offset)
{
  guint low = 0, high = self->marks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->marks, PltMark, middle).start + self->reach <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const PltMark *left = *(const PltMark *const *) a;
  const PltMark *right = *(const PltMark *const *) b;

  return (left->end - left->start) - (right->end - right->start);
}

GPtrArray *
plt_marked_text_marks_at (PltMarkedText *self, int offset)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (PLT_IS_MARKED_TEXT (self), found);

  for (guint i = first_near (self, offset); i < self->marks->len; i++)
    {
      PltMark *mark = &g_array_index (self->marks, PltMark, i);

      if (mark->start > offset)
        break;
      if (mark->end > offset)
        g_ptr_array_add (found, mark);
    }
  g_ptr_array_sort (found, compare_lengths);
  return found;
}

void
plt_marked_text_set_current (PltMarkedText *self, gint64 id)
{
  g_return_if_fail (PLT_IS_MARKED_TEXT (self));

  if (id == self->current)
    return;
  self->current = id;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plt_marked_text_set_gutter (PltMarkedText *self, int right, int outer)
{
  g_return_if_fail (PLT_IS_MARKED_TEXT (self));

  if (right == self->gutter && outer == self->outer)
    return;
  self->gutter = right;
  self->outer = outer;
  g_hash_table_remove_all (self->codes); /* the font may be another one */
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- drawing a passage ---- */

static void
add_dashes (
    Pass *pass, const GdkRGBA *color, float x, float y, float width, float dash, float height)
{
  for (float at = 0; at < width; at += dash * 2)
    gtk_snapshot_append_color (pass->snapshot, color,
                               &GRAPHENE_RECT_INIT (x + at, y, MIN (dash, width - at), height));
}

/* One passage on one line of the screen. */
static void
draw_piece (Pass *pass, const PltMark *mark, int left, int right, const GdkRectangle *line)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT ((float) left, (float) line->y, (float) (right - left),
                                            (float) line->height);
  float y = (float) (line->y + line->height - LINE_PIXELS - 1 + (int) mark->lane * LANE_PIXELS);
  float x = (float) left;
  float width = (float) (right - left);
  GdkRGBA ground = mark->color;

  ground.alpha = pass->dark ? 0.22f : 0.10f;
  switch (mark->kind)
    {
    case PLT_MARK_TAG:
      gtk_snapshot_append_color (pass->snapshot, &ground, &box);
      gtk_snapshot_append_color (pass->snapshot, &mark->color,
                                 &GRAPHENE_RECT_INIT (x, y, width, LINE_PIXELS));
      break;
    case PLT_MARK_CHECK:
      gtk_snapshot_append_color (pass->snapshot,
                                 &pass->colors->fills[PLT_GRID_FILL_WARNING].background, &box);
      add_dashes (pass, &pass->amber, x, y, width, 5, LINE_PIXELS);
      break;
    case PLT_MARK_PROPOSAL:
      add_dashes (pass, &pass->colors->muted, x, y, width, 2, 1);
      break;
    default:
      g_assert_not_reached ();
    }
  if (mark->id == pass->self->current && mark->kind != PLT_MARK_PROPOSAL)
    {
      const float widths[] = { 1, 1, 1, 1 };
      const GdkRGBA inks[] = { mark->color, mark->color, mark->color, mark->color };
      GskRoundedRect frame;

      graphene_rect_inset (&box, -1, 0);
      gsk_rounded_rect_init_from_rect (&frame, &box, 2);
      gtk_snapshot_append_border (pass->snapshot, &frame, widths, inks);
    }
}

static void
draw_passage (Pass *pass, const PltMark *mark)
{
  GtkTextView *view = GTK_TEXT_VIEW (pass->self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter at, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &at, mark->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, mark->end);
  while (gtk_text_iter_compare (&at, &end) < 0)
    {
      GtkTextIter stop = at;
      GtkTextIter last;
      GdkRectangle first_sign, last_sign;

      if (!gtk_text_view_forward_display_line_end (view, &stop)
          || gtk_text_iter_compare (&stop, &end) > 0)
        stop = end;
      last = stop;
      gtk_text_iter_backward_char (&last);
      gtk_text_view_get_iter_location (view, &at, &first_sign);
      gtk_text_view_get_iter_location (view, &last, &last_sign);
      if (last_sign.y == first_sign.y)
        draw_piece (pass, mark, first_sign.x, last_sign.x + last_sign.width, &first_sign);
      if (gtk_text_iter_compare (&stop, &at) <= 0)
        gtk_text_iter_forward_char (&stop);
      at = stop;
      while (gtk_text_iter_compare (&at, &end) < 0 && gtk_text_iter_ends_line (&at))
        gtk_text_iter_forward_char (&at);
    }
}

/* ---- drawing the codes ---- */

static PangoLayout *
code_layout (PltMarkedText *self, const char *text)
{
  PangoLayout *layout = g_hash_table_lookup (self->codes, text);
  PangoFontDescription *font;
  int size;

  if (layout != NULL)
    return layout;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  font = pango_font_description_copy (
      pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self))));
  size = pango_font_description_get_size (font);
  pango_font_description_set_family (font, "Inter, sans-serif");
  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size * CODE_SCALE);
  else
    pango_font_description_set_size (font, (int) (size * CODE_SCALE));
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  g_hash_table_insert (self->codes, g_strdup (text), layout);
  return layout;
}

/* How often that code is on the line; 0 when an earlier mark says it. */
static guint
count_code (Pass *pass, guint at)
{
  const PltMark *mark = g_ptr_array_index (pass->line, at);
  guint n = 0;

  for (guint i = 0; i < pass->line->len; i++)
    {
      const PltMark *other = g_ptr_array_index (pass->line, i);

      if (other->code != mark->code || other->kind != mark->kind)
        continue;
      if (i < at)
        return 0;
      n++;
    }
  return n;
}

static PangoLayout *
mark_layout (Pass *pass, const PltMark *mark, guint n)
{
  const char *check = mark->kind == PLT_MARK_CHECK ? "?" : "";
  g_autofree char *text = n > 1 ? g_strdup_printf ("%s%s×%u", mark->code, check, n)
                                : g_strdup_printf ("%s%s", mark->code, check);

  return code_layout (pass->self, text);
}

/* A code and its ink. */
typedef struct
{
  PangoLayout *layout;
  GdkRGBA ink;
  int width;
} Code;

static void
append_code (GArray *codes, PangoLayout *layout, const GdkRGBA *ink, int *total)
{
  Code code = { layout, *ink, 0 };

  pango_layout_get_pixel_size (layout, &code.width, NULL);
  *total += code.width + (codes->len > 0 ? CODE_SPACE : 0);
  g_array_append_val (codes, code);
}

/* What has no room is counted at the end: "AC +2". */
static void
fit_codes (Pass *pass, GArray *codes, int room, int *total)
{
  guint hidden = 0;

  if (*total <= room)
    return;
  while (codes->len > 1 && *total + MORE_PIXELS > room)
    {
      *total -= g_array_index (codes, Code, codes->len - 1).width + CODE_SPACE;
      g_array_set_size (codes, codes->len - 1);
      hidden++;
    }
  if (hidden > 0)
    {
      g_autofree char *more = g_strdup_printf ("+%u", hidden);

      append_code (codes, code_layout (pass->self, more), &pass->colors->muted, total);
    }
}

/* The codes of a line, right-aligned at the gutter. */
static void
draw_codes (Pass *pass)
{
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (Code));
  int right, x, total = 0;

  if (pass->line->len == 0)
    return;
  right = ((const PltMark *) g_ptr_array_index (pass->line, 0))->outer ? pass->self->outer
                                                                       : pass->self->gutter;
  for (guint i = 0; i < pass->line->len; i++)
    {
      const PltMark *mark = g_ptr_array_index (pass->line, i);
      guint n = count_code (pass, i);

      if (n > 0)
        append_code (codes, mark_layout (pass, mark, n),
                     mark->kind == PLT_MARK_CHECK ? &pass->amber : &mark->color, &total);
    }
  fit_codes (pass, codes, right - 1, &total);
  x = MAX (right - total, 1);
  for (guint i = 0; i < codes->len; i++)
    {
      const Code *code = &g_array_index (codes, Code, i);
      int height;

      pango_layout_get_pixel_size (code->layout, NULL, &height);
      gtk_snapshot_save (pass->snapshot);
      gtk_snapshot_translate (
          pass->snapshot,
          &GRAPHENE_POINT_INIT ((float) x,
                                (float) (pass->rect.y + (pass->rect.height - height) / 2)));
      gtk_snapshot_append_layout (pass->snapshot, code->layout, &code->ink);
      gtk_snapshot_restore (pass->snapshot);
      x += code->width + CODE_SPACE;
    }
  g_ptr_array_set_size (pass->line, 0);
}

static void
add_code (Pass *pass, const PltMark *mark)
{
  GtkTextView *view = GTK_TEXT_VIEW (pass->self);
  GtkTextIter at;
  GdkRectangle rect;

  if (mark->kind == PLT_MARK_PROPOSAL)
    return;
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &at, mark->start);
  gtk_text_view_get_iter_location (view, &at, &rect);
  if (pass->line->len > 0 && rect.y != pass->rect.y)
    draw_codes (pass);
  pass->rect = rect;
  g_ptr_array_add (pass->line, (gpointer) mark);
}

/* GTK 4.8 paints a line in the style of another one when some lines of the screen have been laid
 * out before, as asking for the place of a mark does, and others are laid out while it paints. So
 * all of them are laid out here, before any is painted. */
static void
lay_out_lines (GtkTextView *view, const GtkTextIter *from, const GtkTextIter *to)
{
  GtkTextIter line = *from;
  GdkRectangle rect;

  do
    gtk_text_view_get_iter_location (view, &line, &rect);
  while (gtk_text_iter_forward_line (&line) && gtk_text_iter_compare (&line, to) <= 0);
}

static void
plt_marked_text_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  PltMarkedText *self = PLT_MARKED_TEXT (view);
  g_autoptr (GPtrArray) line = NULL;
  Pass pass = { .self = self, .snapshot = snapshot, .dark = plt_style_is_dark () };
  GdkRectangle visible;
  GtkTextIter from, to;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    return;
  pass.colors = plt_grid_colors_get (pass.dark);
  gdk_rgba_parse (&pass.amber, pass.dark ? "#f0b94d" : "#8a5a00");
  pass.line = line = g_ptr_array_new ();
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &from, visible.y, NULL);
  gtk_text_view_get_line_at_y (view, &to, visible.y + visible.height, NULL);
  gtk_text_iter_forward_line (&to);
  lay_out_lines (view, &from, &to);
  for (guint i = first_near (self, gtk_text_iter_get_offset (&from)); i < self->marks->len; i++)
    {
      const PltMark *mark = &g_array_index (self->marks, PltMark, i);

      if (mark->start > gtk_text_iter_get_offset (&to))
        break;
      if (mark->end <= mark->start || mark->end <= gtk_text_iter_get_offset (&from))
        continue;
      draw_passage (&pass, mark);
      add_code (&pass, mark);
    }
  draw_codes (&pass);
}

/* ---- words ---- */

gboolean
plt_text_skip_elision (GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter at = *start;

  while (gtk_text_iter_compare (&at, end) < 0)
    {
      gunichar sign = gtk_text_iter_get_char (&at);

      gtk_text_iter_forward_char (&at);
      if ((sign == '\'' || sign == 0x2019) && gtk_text_iter_compare (&at, end) < 0)
        {
          *start = at;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
plt_marked_text_extend_selection (GtkTextView *view,
                                  GtkTextExtendSelection granularity,
                                  const GtkTextIter *location,
                                  GtkTextIter *start,
                                  GtkTextIter *end)
{
  gboolean stop = GTK_TEXT_VIEW_CLASS (plt_marked_text_parent_class)
                      ->extend_selection (view, granularity, location, start, end);
  GtkTextIter inner = *start;

  if (granularity == GTK_TEXT_EXTEND_SELECTION_WORD && plt_text_skip_elision (&inner, end)
      && gtk_text_iter_compare (&inner, location) <= 0)
    *start = inner;
  return stop;
}

/* ---- the object ---- */

GtkWidget *
plt_marked_text_new (void)
{
  return g_object_new (PLT_TYPE_MARKED_TEXT, NULL);
}

static void
plt_marked_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plt_marked_text_parent_class)->css_changed (widget, change);
  g_hash_table_remove_all (PLT_MARKED_TEXT (widget)->codes);
}

static void
plt_marked_text_finalize (GObject *object)
{
  PltMarkedText *self = PLT_MARKED_TEXT (object);

  g_array_unref (self->marks);
  g_hash_table_unref (self->codes);

  G_OBJECT_CLASS (plt_marked_text_parent_class)->finalize (object);
}

static void
plt_marked_text_class_init (PltMarkedTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_marked_text_finalize;
  GTK_WIDGET_CLASS (klass)->css_changed = plt_marked_text_css_changed;
  GTK_TEXT_VIEW_CLASS (klass)->extend_selection = plt_marked_text_extend_selection;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = plt_marked_text_snapshot_layer;
}

static void
plt_marked_text_init (PltMarkedText *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (PltMark));
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->current = -1;
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self), FALSE);
}
