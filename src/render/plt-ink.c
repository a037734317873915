#include "plt-ink.h"

#include <string.h>

#define BLACK                                                                                      \
  {                                                                                                \
    0, 0, 0                                                                                        \
  }
#define DARK                                                                                       \
  {                                                                                                \
    0x4d, 0x4d, 0x4d                                                                               \
  }
#define RED                                                                                        \
  {                                                                                                \
    0xa3, 0x15, 0x0f                                                                               \
  }
#define GROUND                                                                                     \
  {                                                                                                \
    0xe8, 0xe8, 0xe8                                                                               \
  }
#define GROUND_LIGHT                                                                               \
  {                                                                                                \
    0xf4, 0xf4, 0xf4                                                                               \
  }

#define SANS(size, weight)                                                                         \
  {                                                                                                \
    PLT_FACE_SANS, (size), PANGO_WEIGHT_##weight, FALSE                                            \
  }
#define SANS_ITALIC(size)                                                                          \
  {                                                                                                \
    PLT_FACE_SANS, (size), PANGO_WEIGHT_NORMAL, TRUE                                               \
  }
#define COURIER(weight)                                                                            \
  {                                                                                                \
    PLT_FACE_SCREENPLAY, 12, PANGO_WEIGHT_##weight, FALSE                                          \
  }

#define VERTICAL_MOST 132      /* points a vertical text runs up before it wraps */
#define VERTICAL_SMALL_MOST 92 /* the same of a small one */

#define LARGE 19 /* what is read at arm's length */

/* Insets and measures of a screenplay: the usual tenths of an inch, behind room for the binding. */
#define ACTION_INSET 50
#define ACTION_MEASURE 432
#define CUE_INSET (ACTION_INSET + 158)
#define CUE_MEASURE (ACTION_MEASURE - 158)
#define DIALOGUE_INSET (ACTION_INSET + 72)
#define DIALOGUE_MEASURE 252
#define PARENTHETICAL_INSET (ACTION_INSET + 115)
#define PARENTHETICAL_MEASURE 173
#define CODE_SIZE 6.5 /* of the code behind marked words */

static const struct
{
  const char *style;
  PltTextInk ink;
} texts[] = {
  { "text.normal", { SANS (9, NORMAL), BLACK, 12.5, 0, 5 } },
  { "text.small", { SANS (7.5, NORMAL), BLACK, 10, 0, 4 } },
  { "text.note", { SANS_ITALIC (7.5), DARK, 10, 0, 4 } },
  { "text.strong", { SANS (9, SEMIBOLD), BLACK, 12.5, 0, 5 } },
  { "text.warning", { SANS (9, SEMIBOLD), BLACK, 12.5, 3, 7, .framed = TRUE } },
  { "text.easy", { SANS (14, NORMAL), BLACK, 19, 0, 6 } },
  { "text.easy-title", { SANS (18, BOLD), BLACK, 23, 12, 4, .keep = TRUE } },
  { "text.screenplay-heading",
    { COURIER (BOLD), BLACK, 12, 18, 12, ACTION_INSET, ACTION_MEASURE, .keep = TRUE } },
  { "text.screenplay-action",
    { COURIER (NORMAL), BLACK, 12, 0, 12, ACTION_INSET, ACTION_MEASURE } },
  { "text.screenplay-cue",
    { COURIER (NORMAL), BLACK, 12, 0, 0, CUE_INSET, CUE_MEASURE, .keep = TRUE } },
  { "text.screenplay-dialogue",
    { COURIER (NORMAL), BLACK, 12, 0, 12, DIALOGUE_INSET, DIALOGUE_MEASURE } },
  { "text.screenplay-transition",
    { COURIER (NORMAL), BLACK, 12, 0, 12, ACTION_INSET, ACTION_MEASURE, .align = PLT_ALIGN_END } },
  { "text.screenplay-centered",
    { COURIER (NORMAL), BLACK, 12, 0, 12, ACTION_INSET, ACTION_MEASURE,
      .align = PLT_ALIGN_CENTER } },
  { "text.screenplay-parenthetical",
    { COURIER (NORMAL), BLACK, 12, 0, 0, PARENTHETICAL_INSET, PARENTHETICAL_MEASURE,
      .keep = TRUE } },
};

static const PltTextInk headings[] = {
  { SANS (13, BOLD), BLACK, 17, 16, 5, .keep = TRUE },
  { SANS (10.5, BOLD), BLACK, 14, 13, 4, .keep = TRUE },
  { SANS (8.5, SEMIBOLD), BLACK, 12, 9, 3, .keep = TRUE },
};

static const struct
{
  const char *style;
  PltTableRules rules;
} tables[] = {
  { "table.grid", PLT_RULE_GRID },
  { "table.ledger", PLT_RULE_LEDGER },
  { "table.plain", PLT_RULE_NONE },
};

static const struct
{
  const char *style;
  PltRowInk ink;
} rows[] = {
  { "row.normal", { SANS (8, NORMAL), BLACK } },
  { "row.header",
    { SANS (7, SEMIBOLD), BLACK, GROUND_LIGHT, TRUE, .head = TRUE, .keep_with_next = TRUE } },
  { "row.group", { SANS (8, BOLD), BLACK, GROUND, TRUE, .keep_with_next = TRUE } },
  { "row.subgroup", { SANS (8, SEMIBOLD), BLACK, .keep_with_next = TRUE } },
  { "row.total", { SANS (8, BOLD), BLACK, .rule_above = TRUE, .keep_with_previous = TRUE } },
  { "row.grand-total",
    { SANS (9, BOLD), BLACK, .rule_above = TRUE, .double_below = TRUE,
      .keep_with_previous = TRUE } },
  { "row.note", { SANS_ITALIC (7.5), DARK } },
  { "row.dense", { SANS (7, NORMAL), BLACK } },
  { "row.dense-group", { SANS (7, BOLD), BLACK, GROUND, TRUE, .keep_with_next = TRUE } },
  { "row.dense-total", { SANS (7, BOLD), BLACK, .rule_above = TRUE } },
  { "row.muted", { SANS (8, NORMAL), DARK } },
};

gboolean
plt_ink_is_number (PltCellKind kind)
{
  switch (kind)
    {
    case PLT_CELL_MONEY:
    case PLT_CELL_NUMBER:
    case PLT_CELL_RATE:
    case PLT_CELL_CLOCK:
    case PLT_CELL_SECONDS:
    case PLT_CELL_EIGHTHS:
      return TRUE;
    case PLT_CELL_EMPTY:
    case PLT_CELL_TEXT:
    case PLT_CELL_DATE:
      return FALSE;
    }
  return FALSE;
}

/**
 * plt_ink_text:
 * @style: (nullable): a "text." style
 *
 * Returns: %FALSE when there is none, and then @ink is that of "text.normal"; the others alike
 */
gboolean
plt_ink_text (const char *style, PltTextInk *ink)
{
  *ink = texts[0].ink;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_strcmp0 (style, texts[i].style) == 0)
      {
        *ink = texts[i].ink;
        return TRUE;
      }
  return FALSE;
}

gboolean
plt_ink_heading (guint level, PltTextInk *ink)
{
  *ink = headings[CLAMP (level, 1, G_N_ELEMENTS (headings)) - 1];
  return level >= 1 && level <= G_N_ELEMENTS (headings);
}

gboolean
plt_ink_rules (const char *style, PltTableRules *rules)
{
  *rules = PLT_RULE_GRID;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_strcmp0 (style, tables[i].style) == 0)
      {
        *rules = tables[i].rules;
        return TRUE;
      }
  return FALSE;
}

gboolean
plt_ink_row (const char *style, PltRowInk *ink)
{
  *ink = rows[0].ink;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (style, rows[i].style) == 0)
      {
        *ink = rows[i].ink;
        return TRUE;
      }
  return FALSE;
}

static gboolean
dress_effect (const char *style, PltCellInk *ink)
{
  PltEffect effect;
  if (!plt_palette_effect_of_style (style, &effect))
    return FALSE;
  const PltEffectColors *colors = &plt_palette_get (PLT_PALETTE_PAPER)->effects[effect];
  ink->filled = TRUE;
  ink->fill = colors->fill;
  ink->color = colors->text;
  ink->font.weight = MAX (ink->font.weight, PANGO_WEIGHT_MEDIUM);
  ink->align = PLT_ALIGN_CENTER;
  ink->aligned = TRUE;
  ink->snug = TRUE;
  return TRUE;
}

/* Texts that run upwards, and the grey of a day off. */
static gboolean
dress_turned (const char *name, PltCellInk *ink)
{
  ink->vertical = strcmp (name, "off") != 0;
  ink->most = VERTICAL_MOST;
  if (strcmp (name, "vertical-small") == 0)
    {
      ink->font.size = MAX (ink->font.size - 0.75, 6);
      ink->most = VERTICAL_SMALL_MOST;
    }
  else if (name[0] == 'o')
    {
      ink->filled = TRUE;
      ink->fill = (PltColor) GROUND;
      ink->color = (PltColor) DARK;
      ink->font.size = MAX (ink->font.size - 1, 6);
      ink->font.weight = PANGO_WEIGHT_NORMAL;
    }
  ink->aligned = TRUE;
  return strcmp (name, "vertical") == 0 || strcmp (name, "vertical-small") == 0
         || strcmp (name, "off") == 0 || strcmp (name, "off-vertical") == 0;
}

/* What a correction changed: a grey ground and a corner, for photocopies. */
static gboolean
dress_changed (const char *name, PltCellInk *ink)
{
  ink->font.weight = PANGO_WEIGHT_BOLD;
  ink->filled = TRUE;
  ink->fill = (PltColor) GROUND;
  ink->corner = TRUE;
  if (strcmp (name, "changed") == 0)
    return TRUE;
  ink->font.size = LARGE;
  ink->align = PLT_ALIGN_CENTER;
  ink->aligned = TRUE;
  return strcmp (name, "changed-large") == 0;
}

static gboolean
dress_cell (const char *name, PltCellInk *ink)
{
  if (strcmp (name, "normal") == 0)
    return TRUE;
  if (strcmp (name, "center") == 0 || strcmp (name, "right") == 0)
    {
      ink->align = name[0] == 'c' ? PLT_ALIGN_CENTER : PLT_ALIGN_END;
      ink->aligned = TRUE;
    }
  else if (strcmp (name, "strong") == 0)
    ink->font.weight = PANGO_WEIGHT_BOLD;
  else if (strcmp (name, "strong-center") == 0 || strcmp (name, "wait") == 0)
    {
      ink->font.weight = name[0] == 's' ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_MEDIUM;
      ink->align = PLT_ALIGN_CENTER;
      ink->aligned = TRUE;
    }
  else if (strcmp (name, "large") == 0)
    {
      ink->font.size = LARGE;
      ink->font.weight = PANGO_WEIGHT_BOLD;
      ink->align = PLT_ALIGN_CENTER;
      ink->aligned = TRUE;
    }
  else if (strcmp (name, "muted") == 0)
    ink->color = (PltColor) DARK;
  else if (strcmp (name, "small") == 0)
    ink->font.size = MAX (ink->font.size - 1.25, 5);
  else if (strcmp (name, "warning") == 0)
    {
      ink->font.weight = PANGO_WEIGHT_BOLD;
      ink->color = (PltColor) RED;
      ink->corner = TRUE;
    }
  else if (g_str_has_prefix (name, "changed"))
    return dress_changed (name, ink);
  else if (g_str_has_prefix (name, "vertical") || g_str_has_prefix (name, "off"))
    return dress_turned (name, ink);
  else if (strcmp (name, "mark") == 0)
    {
      ink->mark = ink->aligned = ink->middle = ink->snug = TRUE;
      ink->align = PLT_ALIGN_CENTER;
      ink->color = (PltColor){ 0xff, 0xff, 0xff };
      ink->font.weight = PANGO_WEIGHT_SEMIBOLD;
    }
  else
    return FALSE;
  return TRUE;
}

/**
 * plt_ink_cell:
 * @style: (nullable): a "cell." or "effect." style
 * @row: ink of its row
 *
 * Returns: %FALSE when there is no such style, and then @ink is that of "cell.normal"
 */
gboolean
plt_ink_cell (const char *style, const PltRowInk *row, PltCellInk *ink)
{
  *ink = (PltCellInk){ .font = row->font,
                       .color = row->color,
                       .fill = row->fill,
                       .filled = row->filled,
                       .align = PLT_ALIGN_START };
  if (style == NULL)
    return FALSE;
  if (g_str_has_prefix (style, "cell."))
    return dress_cell (style + strlen ("cell."), ink);
  return dress_effect (style, ink);
}

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static PangoAttribute *
foreground (PltColor color)
{
  return pango_attr_foreground_new ((guint16) (color.red * 257), (guint16) (color.green * 257),
                                    (guint16) (color.blue * 257));
}

/* A pale ground of the colour and a line under the words: both are there on a photocopy. */
static void
mark_words (const PltDocRun *run, guint start, guint end, PangoAttrList *attributes)
{
  PltColor color = { (guint8) (run->color >> 16), (guint8) (run->color >> 8), (guint8) run->color };
  guint16 red = (guint16) ((0xff * 5 + color.red) / 6 * 257);
  guint16 green = (guint16) ((0xff * 5 + color.green) / 6 * 257);
  guint16 blue = (guint16) ((0xff * 5 + color.blue) / 6 * 257);

  add_attribute (attributes, pango_attr_background_new (red, green, blue), start, end);
  add_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
  add_attribute (attributes,
                 pango_attr_underline_color_new ((guint16) (color.red * 257),
                                                 (guint16) (color.green * 257),
                                                 (guint16) (color.blue * 257)),
                 start, end);
}

static void
mark_code (const PltDocRun *run, guint start, guint end, PangoAttrList *attributes)
{
  PltColor color = { (guint8) (run->color >> 16), (guint8) (run->color >> 8), (guint8) run->color };

  add_attribute (attributes, pango_attr_family_new ("Inter, Noto Sans, DejaVu Sans"), start, end);
  add_attribute (attributes, pango_attr_size_new ((int) (CODE_SIZE * PANGO_SCALE)), start, end);
  add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  add_attribute (attributes, pango_attr_rise_new (3 * PANGO_SCALE), start, end);
  add_attribute (attributes, foreground (color), start, end);
}

/**
 * plt_ink_run:
 * @run: a run, its style perhaps unknown
 *
 * Returns: %FALSE when there is no such style, and then the run is left as its paragraph
 */
gboolean
plt_ink_run (
    const PltDocRun *run, const PltTextInk *ink, guint start, guint end, PangoAttrList *attributes)
{
  const char *style = run->style;

  if (g_strcmp0 (style, "run.normal") == 0)
    return TRUE;
  if (g_strcmp0 (style, "run.bold") == 0)
    add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  else if (g_strcmp0 (style, "run.italic") == 0)
    add_attribute (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
  else if (g_strcmp0 (style, "run.muted") == 0)
    add_attribute (attributes, foreground ((PltColor) DARK), start, end);
  else if (g_strcmp0 (style, "run.mark") == 0)
    mark_words (run, start, end, attributes);
  else if (g_strcmp0 (style, "run.mark-code") == 0)
    mark_code (run, start, end, attributes);
  else if (g_strcmp0 (style, "run.warning") == 0)
    {
      add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      add_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
      add_attribute (attributes, foreground ((PltColor) RED), start, end);
    }
  else
    return FALSE;
  return TRUE;
}
