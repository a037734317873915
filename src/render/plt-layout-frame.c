/* What frames the text of a page: the title block at the head of the first one, a thin running head
 * on the others, and the foot. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plt-layout-private.h"

#define TITLE_GAP 10.0    /* below the title block */
#define PANEL_WIDTH 168.0 /* company, version and date, at the right */
#define PANEL_GAP 14.0
#define FOOT_END 64.0 /* page number */
#define HEAVY_LINE 1.6
#define A3_EDGE 842.0 /* the shorter one */

static const PltColor black = { 0, 0, 0 };

static gboolean
is_given (const char *text)
{
  return text != NULL && text[0] != '\0';
}

/**
 * Dress: how a text of the frame is set
 * @most: lines it may take; what is longer ends in dots
 */
typedef struct
{
  double size;
  PangoWeight weight;
  double line;
  guint most;
  gboolean muted;
  PltAlign align;
} Dress;

static const Dress dress_production = { 9.5, PANGO_WEIGHT_SEMIBOLD, 13, 2 };
static const Dress dress_title = { 21, PANGO_WEIGHT_BOLD, 26, 3 };
static const Dress dress_subtitle = { 9.5, PANGO_WEIGHT_NORMAL, 13, 3 };
static const Dress dress_label = { 6.5, PANGO_WEIGHT_NORMAL, 8.5, 1, TRUE };
static const Dress dress_value = { 8.5, PANGO_WEIGHT_MEDIUM, 12, 2 };
static const Dress dress_head = { 7, PANGO_WEIGHT_SEMIBOLD, 9, 1 };
static const Dress dress_head_end = { 7, PANGO_WEIGHT_NORMAL, 9, 1, TRUE, PLT_ALIGN_END };
static const Dress dress_foot = { 7, PANGO_WEIGHT_NORMAL, 9, 1 };
static const Dress dress_foot_end = { 7, PANGO_WEIGHT_NORMAL, 9, 1, FALSE, PLT_ALIGN_END };

/* Puts a text and returns its height. `text` stays with the document or the layout. */
static double
put (PltLayout *self, const Dress *dress, const char *text, double x, double y, double width)
{
  const PltFontSpec spec = { PLT_FACE_SANS, dress->size, dress->weight, FALSE };
  PltTextBox box = { .x = x,
                     .y = y,
                     .width = width,
                     .line = dress->line,
                     .color = black,
                     .align = (guint8) dress->align };
  box.span = (PltTextSpan){ text, (int) strlen (text), NULL };
  box.span.font = plt_typesetter_font (self->type, &spec);
  if (dress->muted)
    box.color = plt_palette_get (PLT_PALETTE_PAPER)->muted;
  guint n_lines = plt_typesetter_break (self->type, &box.span, width, NULL);
  box.n_lines = MIN (n_lines, dress->most);
  box.ellipsize = n_lines > dress->most;
  box.height = box.n_lines * dress->line;
  plt_layout_text (self, &box);
  return box.height;
}

static void
line_across (PltLayout *self, double y, double width)
{
  const PltShape line = { PLT_SHAPE_LINE, black, width, self->left, y, self->width, 0 };
  plt_layout_shape (self, &line);
}

/* Text of the parts that are given, with a point between them. */
static const char *
join (PltLayout *self, const char *const *parts, guint n)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    if (is_given (parts[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return plt_layout_own (self, g_string_free (text, FALSE));
}

/* The title block of a sheet for the wall is read from as far as the rest of it: larger from A2 on.
 */
static double
scale_of (const PltLayout *self)
{
  double edge = fmin (self->page_width, self->page_height);

  return 1 + fmax (edge / A3_EDGE - 1, 0) * 0.6;
}

static double
put_large (PltLayout *self, const Dress *dress, const char *text, double x, double y, double width)
{
  double scale = scale_of (self);
  Dress large = *dress;

  large.size *= scale;
  large.line *= scale;
  return put (self, &large, text, x, y, width);
}

static double
panel_entry (
    PltLayout *self, const char *label, const char *value, double x, double y, double width)
{
  double height = put_large (self, &dress_label, label, x, y, width);
  return height + put_large (self, &dress_value, value, x, y + height, width);
}

/* Company, version and date: who made it, and whether it is the last one. */
static double
panel (PltLayout *self, double x, double y, double width)
{
  const PltDocInfo *info = plt_document_get_info (self->doc);
  double height = 0, scale = scale_of (self);
  if (is_given (info->company))
    height += panel_entry (self, "Production", info->company, x, y, width) + 2;

  double half = width / 2;
  double below = 0;
  if (info->date != PLT_DATE_NONE)
    {
      const char *date = plt_layout_own (self, plt_date_format_day (info->date));
      below = panel_entry (self, "Édition", date, x, y + height, half + 14 * scale);
    }
  if (is_given (info->version))
    below = fmax (below, panel_entry (self, "Version", info->version,
                                      info->date != PLT_DATE_NONE ? x + half + 18 * scale : x,
                                      y + height, half - 18 * scale));
  return height + below;
}

static double
title_block (PltLayout *self)
{
  const PltDocInfo *info = plt_document_get_info (self->doc);
  double top = self->margin_y;
  gboolean has_panel
      = is_given (info->company) || is_given (info->version) || info->date != PLT_DATE_NONE;
  double panel_width = has_panel ? MIN (PANEL_WIDTH * scale_of (self), self->width * 0.4) : 0;
  double width = self->width - (has_panel ? panel_width + PANEL_GAP : 0);

  line_across (self, top + HEAVY_LINE / 2, HEAVY_LINE);
  double y = top + HEAVY_LINE + 5;
  if (is_given (info->production))
    y += put_large (self, &dress_production, info->production, self->left, y, width);
  y += put_large (self, &dress_title, info->title, self->left, y, width);
  if (is_given (info->subtitle))
    y += put_large (self, &dress_subtitle, info->subtitle, self->left, y + 1, width);
  y += 6;
  if (has_panel)
    {
      double x = self->left + self->width - panel_width;
      double head = top + HEAVY_LINE + 5;
      y = fmax (y, head + panel (self, x, head, panel_width) + 6);
      PltShape line = { .kind = PLT_SHAPE_LINE, .line = PLT_HAIRLINE };
      line.color = plt_palette_get (PLT_PALETTE_PAPER)->hairline;
      line.x = x - PANEL_GAP / 2;
      line.y = head;
      line.height = y - head - 4;
      plt_layout_shape (self, &line);
    }
  line_across (self, y, PLT_HAIRLINE);
  return y + TITLE_GAP;
}

static gboolean
fits (PltLayout *self, const Dress *dress, const char *text, double width)
{
  const PltFontSpec spec = { PLT_FACE_SANS, dress->size, dress->weight, FALSE };
  PltTextSpan span = { text, (int) strlen (text), NULL };

  span.font = plt_typesetter_font (self->type, &spec);
  return plt_typesetter_break (self->type, &span, width, NULL) <= 1;
}

/* The subtitle and the house; what there is no room for goes part by part from the end, so that no
 * page shows half a word. */
static const char *
fit_end (PltLayout *self, const PltDocInfo *info, double width)
{
  const char *parts[] = { info->subtitle, info->company };
  const char *text = join (self, parts, G_N_ELEMENTS (parts));
  const char *end;

  while (!fits (self, &dress_head_end, text, width) && (end = g_strrstr (text, " · ")) != NULL)
    text = plt_layout_own (self, g_strndup (text, (gsize) (end - text)));
  return text;
}

static void
running_head (PltLayout *self)
{
  const PltDocInfo *info = plt_document_get_info (self->doc);
  const char *left[] = { info->production, info->title };
  const char *head = join (self, left, G_N_ELEMENTS (left));
  gboolean is_short = fits (self, &dress_head, head, self->width * 0.38 - 6);
  double width = self->width * (is_short ? 0.62 : 0.5);
  const char *end = fit_end (self, info, width);

  put (self, &dress_head, head, self->left, self->margin_y, self->width - width - 6);
  put (self, &dress_head_end, end, self->left + self->width - width, self->margin_y, width);
  line_across (self, self->margin_y + 11, PLT_HAIRLINE);
}

void
plt_layout_frame_setup (PltLayout *self)
{
  self->bottom = self->page_height - self->margin_y - PLT_FOOT;
}

void
plt_layout_frame_open (PltLayout *self)
{
  if (self->pages->len > 1)
    {
      running_head (self);
      self->top = self->margin_y + PLT_RUNNING_HEAD;
      return;
    }
  self->top = title_block (self);
}

void
plt_layout_frame_finish (PltLayout *self)
{
  const PltDocInfo *info = plt_document_get_info (self->doc);
  g_autofree char *day = info->date != PLT_DATE_NONE ? plt_date_format_numeric (info->date) : NULL;
  g_autofree char *edition = day != NULL ? g_strconcat ("édition du ", day, NULL) : NULL;
  const char *parts[] = { info->production, info->title, info->version, edition };
  const char *left = join (self, parts, G_N_ELEMENTS (parts));
  double y = self->page_height - self->margin_y - 9;

  for (guint i = 0; i < self->pages->len; i++)
    {
      self->page = g_ptr_array_index (self->pages, i);
      line_across (self, y - 3, PLT_HAIRLINE);
      put (self, &dress_foot, left, self->left, y, self->width - FOOT_END - 6);
      const char *number
          = plt_layout_own (self, g_strdup_printf ("page %u/%u", i + 1, self->pages->len));
      double x = self->left + self->width - FOOT_END;
      put (self, &dress_foot_end, number, x, y, FOOT_END);
    }
}
