/* What frames the text of a page: the title block at the head of the first one, a thin running head
 * on the others, and the foot. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-layout-private.h"

#define TITLE_GAP 10.0    /* below the title block */
#define PANEL_WIDTH 168.0 /* company, version and date, at the right */
#define PANEL_GAP 14.0
#define PANEL_LABEL 8.5
#define PANEL_VALUE 12.0
#define HEAVY_LINE 1.6

static const PltColor black = { 0, 0, 0 };

static gboolean
is_given (const char *text)
{
  return text != NULL && text[0] != '\0';
}

static const PltFont *
font (PltLayout *self, double size, PangoWeight weight)
{
  const PltFontSpec spec = { PLT_FACE_SANS, size, weight, FALSE };
  return plt_typesetter_font (self->type, &spec);
}

/* Puts a text at (x, y), in as many lines as it takes but `most`; returns its height. `text` stays
 * with the document or the layout. */
static double
put (PltLayout *self,
     const PltFont *face,
     double line,
     PltColor color,
     const char *text,
     double x,
     double y,
     double width,
     PltAlign align,
     guint most)
{
  PltTextBox box = { .span = { text, (int) strlen (text), NULL, face },
                     .x = x,
                     .y = y,
                     .width = width,
                     .line = (float) line,
                     .color = color,
                     .align = (guint8) align };
  guint n_lines = plt_typesetter_break (self->type, &box.span, width, NULL);
  box.n_lines = MIN (n_lines, most);
  box.ellipsize = n_lines > most;
  box.height = box.n_lines * line;
  plt_layout_text (self, &box);
  return box.height;
}

static void
line_across (PltLayout *self, double y, double width)
{
  plt_layout_shape (self, PLT_SHAPE_LINE, black, width, self->left, y, self->width, 0);
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

static double
panel_entry (
    PltLayout *self, const char *label, const char *value, double x, double y, double width)
{
  const PltColor muted = plt_palette_get (PLT_PALETTE_PAPER)->muted;
  double height = put (self, font (self, 6.5, PANGO_WEIGHT_NORMAL), PANEL_LABEL, muted, label, x, y,
                       width, PLT_ALIGN_START, 1);
  return height
         + put (self, font (self, 8.5, PANGO_WEIGHT_MEDIUM), PANEL_VALUE, black, value, x,
                y + height, width, PLT_ALIGN_START, 2);
}

/* Company, version and date: who made it, and whether it is the last one. */
static double
panel (PltLayout *self, double x, double y, double width)
{
  const PltDocInfo *info = plt_document_get_info (self->doc);
  double height = 0;
  if (is_given (info->company))
    height += panel_entry (self, "Production", info->company, x, y, width) + 2;

  double half = width / 2;
  double below = 0;
  if (info->date != PLT_DATE_NONE)
    {
      const char *date = plt_layout_own (self, plt_date_format_day (info->date));
      below = panel_entry (self, "Édition", date, x, y + height, half + 14);
    }
  if (is_given (info->version))
    below = MAX (below, panel_entry (self, "Version", info->version,
                                     info->date != PLT_DATE_NONE ? x + half + 18 : x, y + height,
                                     half - 18));
  return height + below;
}

static double
title_block (PltLayout *self)
{
  const PltDocInfo *info = plt_document_get_info (self->doc);
  double top = self->margin_y;
  gboolean has_panel
      = is_given (info->company) || is_given (info->version) || info->date != PLT_DATE_NONE;
  double panel_width = has_panel ? MIN (PANEL_WIDTH, self->width * 0.4) : 0;
  double width = self->width - (has_panel ? panel_width + PANEL_GAP : 0);

  line_across (self, top + HEAVY_LINE / 2, HEAVY_LINE);
  double y = top + HEAVY_LINE + 5;
  if (is_given (info->production))
    y += put (self, font (self, 9.5, PANGO_WEIGHT_SEMIBOLD), 13, black, info->production,
              self->left, y, width, PLT_ALIGN_START, 2);
  y += put (self, font (self, 21, PANGO_WEIGHT_BOLD), 26, black, info->title, self->left, y, width,
            PLT_ALIGN_START, 3);
  if (is_given (info->subtitle))
    y += put (self, font (self, 9.5, PANGO_WEIGHT_NORMAL), 13, black, info->subtitle, self->left,
              y + 1, width, PLT_ALIGN_START, 3);
  y += 6;
  if (has_panel)
    {
      double x = self->left + self->width - panel_width;
      double head = top + HEAVY_LINE + 5;
      y = MAX (y, head + panel (self, x, head, panel_width) + 6);
      plt_layout_shape (self, PLT_SHAPE_LINE, plt_palette_get (PLT_PALETTE_PAPER)->hairline,
                        PLT_HAIRLINE, x - PANEL_GAP / 2, head, 0, y - head - 4);
    }
  line_across (self, y, PLT_HAIRLINE);
  return y + TITLE_GAP;
}

static void
running_head (PltLayout *self)
{
  const PltDocInfo *info = plt_document_get_info (self->doc);
  const char *left[] = { info->production, info->title };
  const char *right[] = { info->subtitle, info->company };
  double half = self->width / 2 - 6;
  put (self, font (self, 7, PANGO_WEIGHT_SEMIBOLD), 9, black,
       join (self, left, G_N_ELEMENTS (left)), self->left, self->margin_y, half, PLT_ALIGN_START,
       1);
  put (self, font (self, 7, PANGO_WEIGHT_NORMAL), 9, plt_palette_get (PLT_PALETTE_PAPER)->muted,
       join (self, right, G_N_ELEMENTS (right)), self->left + self->width - half, self->margin_y,
       half, PLT_ALIGN_END, 1);
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
  /* A title of several lines in a landscape of narrow margins still leaves half a page. */
  self->top = MIN (title_block (self), self->page_height / 2);
}

void
plt_layout_frame_finish (PltLayout *self)
{
  const PltDocInfo *info = plt_document_get_info (self->doc);
  const PltFont *face = font (self, 7, PANGO_WEIGHT_NORMAL);
  g_autofree char *day = info->date != PLT_DATE_NONE ? plt_date_format_numeric (info->date) : NULL;
  g_autofree char *edition = day != NULL ? g_strconcat ("édition du ", day, NULL) : NULL;
  const char *parts[] = { info->production, info->title, info->version, edition };
  const char *left = join (self, parts, G_N_ELEMENTS (parts));
  double y = self->page_height - self->margin_y - 9;

  for (guint i = 0; i < self->pages->len; i++)
    {
      self->page = g_ptr_array_index (self->pages, i);
      line_across (self, y - 3, PLT_HAIRLINE);
      put (self, face, 9, black, left, self->left, y, self->width - 70, PLT_ALIGN_START, 1);
      const char *number
          = plt_layout_own (self, g_strdup_printf ("page %u/%u", i + 1, self->pages->len));
      put (self, face, 9, black, number, self->left + self->width - 64, y, 64, PLT_ALIGN_END, 1);
    }
}
