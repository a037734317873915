/* Styles of documents as formats of a workbook: one table, and a cache of the combinations used.
 *
 * A cell is dressed by its table (borders), its row, its own style, and the kind of its value
 * (number format), in that order: what comes later wins. Paper first: black on white, greys that
 * survive a photocopy. The font is one that every office suite has or replaces by one of the same
 * widths, with figures of equal width. */
#include <string.h>

#include "plt-styles.h"
#include "plt-xlsx-private.h"

#define FONT "Arial"
#define FONT_SIZE 10
#define NONE -1
#define INK_MUTED 0x595959
#define INK_WARNING 0x9C1C00
#define PAPER_HEADER 0xE4E4E4
#define PAPER_GROUP 0xEFEFEF
#define PAPER_SUBGROUP 0xF8F8F8
#define PAPER_WARNING 0xFFF1CC
#define PAPER_MARK 0x404040
#define PAPER_OFF 0xD9D9D9
#define RULE 0xA6A6A6
#define OFF_EDGE "_-" /* the width of a hyphen between a value and the edge of its cell */

/* Sorted by name: found by bisection. */
static const PltXlsxStyle styles[] = {
  { "cell.center", .ink = NONE, .paper = NONE },
  { "cell.changed", .ink = NONE, .paper = PAPER_WARNING, .bold = TRUE },
  { "cell.changed-large", .ink = NONE, .paper = PAPER_WARNING, .bold = TRUE, .size = 16 },
  { "cell.large", .ink = NONE, .paper = NONE, .bold = TRUE, .size = 16 },
  { "cell.mark", .ink = 0xFFFFFF, .paper = PAPER_MARK, .bold = TRUE },
  { "cell.muted", .ink = INK_MUTED, .paper = NONE },
  { "cell.normal", .ink = NONE, .paper = NONE },
  { "cell.off", .ink = INK_MUTED, .paper = PAPER_OFF },
  { "cell.off-vertical", .ink = INK_MUTED, .paper = PAPER_OFF, .size = 8, .rotation = 90 },
  { "cell.right", .ink = NONE, .paper = NONE },
  { "cell.small", .ink = NONE, .paper = NONE, .size = 8 },
  { "cell.strong", .ink = NONE, .paper = NONE, .bold = TRUE },
  { "cell.strong-center", .ink = NONE, .paper = NONE, .bold = TRUE },
  { "cell.vertical", .ink = NONE, .paper = NONE, .rotation = 90 },
  { "cell.vertical-small", .ink = NONE, .paper = NONE, .size = 8, .rotation = 90 },
  { "cell.wait", .ink = INK_MUTED, .paper = NONE },
  { "cell.warning", .ink = INK_WARNING, .paper = PAPER_WARNING, .bold = TRUE },
  { "effect.dawn", .ink = NONE, .paper = NONE },
  { "effect.dusk", .ink = NONE, .paper = NONE },
  { "effect.ext-day", .ink = NONE, .paper = NONE },
  { "effect.ext-night", .ink = NONE, .paper = NONE },
  { "effect.int-day", .ink = NONE, .paper = NONE },
  { "effect.int-night", .ink = NONE, .paper = NONE },
  { "row.dense", .ink = NONE, .paper = NONE, .size = 9 },
  { "row.dense-group", .ink = NONE, .paper = PAPER_GROUP, .bold = TRUE, .size = 9,
    .top = LXW_BORDER_THIN },
  { "row.dense-total", .ink = NONE, .paper = NONE, .bold = TRUE, .size = 9,
    .top = LXW_BORDER_MEDIUM, .bottom = LXW_BORDER_THIN },
  { "row.grand-total", .ink = NONE, .paper = PAPER_HEADER, .bold = TRUE, .size = 11,
    .top = LXW_BORDER_MEDIUM, .bottom = LXW_BORDER_DOUBLE },
  { "row.group", .ink = NONE, .paper = PAPER_GROUP, .bold = TRUE, .top = LXW_BORDER_THIN },
  { "row.header", .ink = NONE, .paper = PAPER_HEADER, .bold = TRUE, .top = LXW_BORDER_THIN,
    .bottom = LXW_BORDER_MEDIUM },
  { "row.muted", .ink = INK_MUTED, .paper = NONE },
  { "row.normal", .ink = NONE, .paper = NONE },
  { "row.note", .ink = INK_MUTED, .paper = NONE, .italic = TRUE, .size = 9 },
  { "row.subgroup", .ink = NONE, .paper = PAPER_SUBGROUP, .bold = TRUE },
  { "row.total", .ink = NONE, .paper = NONE, .bold = TRUE, .top = LXW_BORDER_MEDIUM,
    .bottom = LXW_BORDER_THIN },
  { "run.bold", .ink = NONE, .paper = NONE, .bold = TRUE },
  { "run.italic", .ink = NONE, .paper = NONE, .italic = TRUE },
  { "run.mark", .ink = NONE, .paper = NONE, .bold = TRUE },
  { "run.mark-code", .ink = NONE, .paper = NONE, .size = 8 },
  { "run.muted", .ink = INK_MUTED, .paper = NONE },
  { "run.normal", .ink = NONE, .paper = NONE },
  { "run.warning", .ink = INK_WARNING, .paper = NONE, .bold = TRUE },
  { "table.grid", .ink = NONE, .paper = NONE, .top = LXW_BORDER_THIN, .bottom = LXW_BORDER_THIN },
  { "table.ledger", .ink = NONE, .paper = NONE, .bottom = LXW_BORDER_HAIR },
  { "table.plain", .ink = NONE, .paper = NONE },
  { "text.easy", .ink = NONE, .paper = NONE, .size = 14 },
  { "text.easy-title", .ink = NONE, .paper = NONE, .bold = TRUE, .size = 16 },
  { "text.normal", .ink = NONE, .paper = NONE },
  { "text.note", .ink = INK_MUTED, .paper = NONE, .italic = TRUE },
  { "text.screenplay-action", .ink = NONE, .paper = NONE },
  { "text.screenplay-centered", .ink = NONE, .paper = NONE, .align = LXW_ALIGN_CENTER },
  { "text.screenplay-cue", .ink = NONE, .paper = NONE, .align = LXW_ALIGN_CENTER },
  { "text.screenplay-dialogue", .ink = NONE, .paper = NONE, .align = LXW_ALIGN_CENTER },
  { "text.screenplay-heading", .ink = NONE, .paper = NONE, .bold = TRUE },
  { "text.screenplay-parenthetical", .ink = NONE, .paper = NONE, .italic = TRUE,
    .align = LXW_ALIGN_CENTER },
  { "text.screenplay-transition", .ink = NONE, .paper = NONE, .align = LXW_ALIGN_RIGHT },
  { "text.small", .ink = NONE, .paper = NONE, .size = 8 },
  { "text.strong", .ink = NONE, .paper = NONE, .bold = TRUE },
  { "text.warning", .ink = INK_WARNING, .paper = PAPER_WARNING, .bold = TRUE },
};

const PltXlsxStyle *
plt_xlsx_style_find (const char *name)
{
  gsize low = 0, high = G_N_ELEMENTS (styles);
  while (low < high)
    {
      gsize middle = (low + high) / 2;
      int order = strcmp (name, styles[middle].name);
      if (order == 0)
        return &styles[middle];
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

struct _PltXlsxFormats
{
  lxw_workbook *workbook;
  const PltEffectScheme *effects;
  GHashTable *formats; /* key -> lxw_format, of the workbook */
};

PltXlsxFormats *
plt_xlsx_formats_new (lxw_workbook *workbook, const PltEffectScheme *effects)
{
  PltXlsxFormats *self = g_new0 (PltXlsxFormats, 1);
  self->workbook = workbook;
  self->effects = effects;
  self->formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
plt_xlsx_formats_free (PltXlsxFormats *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->formats);
  g_free (self);
}

/* Lays `style` over what the format has. */
static void
apply_style (const PltXlsxFormats *self, lxw_format *format, const PltXlsxStyle *style)
{
  guint32 paper, ink;
  if (plt_style_effect_colors_in (self->effects, style->name, &paper, &ink))
    {
      format_set_bg_color (format, paper);
      format_set_font_color (format, ink);
    }
  if (style->bold)
    format_set_bold (format);
  if (style->italic)
    format_set_italic (format);
  if (style->ink != NONE)
    format_set_font_color (format, (lxw_color_t) style->ink);
  if (style->paper != NONE)
    format_set_bg_color (format, (lxw_color_t) style->paper);
  if (style->size != 0)
    format_set_font_size (format, style->size);
  if (style->align != 0)
    format_set_align (format, (uint8_t) style->align);
  if (style->rotation != 0)
    format_set_rotation (format, style->rotation);
}

static void
apply_borders (lxw_format *format, const char *table, const PltXlsxStyle *row)
{
  const PltXlsxStyle *rules = plt_xlsx_style_find (table);
  gboolean grid = rules->top != 0;
  if (grid)
    {
      format_set_left (format, LXW_BORDER_THIN);
      format_set_right (format, LXW_BORDER_THIN);
      format_set_left_color (format, RULE);
      format_set_right_color (format, RULE);
    }
  if (row->top != 0)
    format_set_top (format, (uint8_t) row->top);
  else if (rules->top != 0)
    {
      format_set_top (format, (uint8_t) rules->top);
      format_set_top_color (format, RULE);
    }
  if (row->bottom != 0)
    format_set_bottom (format, (uint8_t) row->bottom);
  else if (rules->bottom != 0)
    {
      format_set_bottom (format, (uint8_t) rules->bottom);
      format_set_bottom_color (format, RULE);
    }
}

static void
apply_kind (lxw_format *format, PltCellKind kind, guint decimals)
{
  switch (kind)
    {
    case PLT_CELL_MONEY:
      format_set_num_format (format, "#,##0.00\\ [$€-40C]" OFF_EDGE);
      break;
    case PLT_CELL_NUMBER:
      {
        g_autoptr (GString) pattern = g_string_new ("#,##0");
        for (guint i = 0; i < decimals; i++)
          g_string_append (pattern, i == 0 ? ".0" : "0");
        g_string_append (pattern, OFF_EDGE);
        format_set_num_format (format, pattern->str);
        break;
      }
    case PLT_CELL_RATE:
      format_set_num_format (format, "0.00%" OFF_EDGE);
      break;
    case PLT_CELL_DATE:
      format_set_num_format (format, OFF_EDGE "dd/mm/yyyy");
      break;
    case PLT_CELL_CLOCK:
      format_set_num_format (format, "[h]\"h\"mm" OFF_EDGE);
      break;
    case PLT_CELL_SECONDS:
      format_set_num_format (format, "[m]:ss" OFF_EDGE);
      break;
    case PLT_CELL_EIGHTHS:
      format_set_num_format (format, "# ?/8" OFF_EDGE);
      break;
    case PLT_CELL_EMPTY:
    case PLT_CELL_TEXT:
      break;
    }
}

static lxw_format *
new_format (PltXlsxFormats *self)
{
  lxw_format *format = workbook_add_format (self->workbook);
  format_set_font_name (format, FONT);
  format_set_font_size (format, FONT_SIZE);
  return format;
}

lxw_format *
plt_xlsx_format (PltXlsxFormats *self, const PltXlsxLook *look)
{
  g_autofree char *key
      = g_strdup_printf ("%s %s %s %d %u %u %d", look->table, look->row, look->cell, look->kind,
                         look->decimals, look->align, look->wrap);
  lxw_format *format = g_hash_table_lookup (self->formats, key);
  if (format != NULL)
    return format;

  const PltXlsxStyle *row = plt_xlsx_style_find (look->row);
  format = new_format (self);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  apply_borders (format, look->table, row);
  apply_kind (format, look->kind, look->decimals);
  const PltXlsxStyle *cell = plt_xlsx_style_find (look->cell);
  apply_style (self, format, row);
  apply_style (self, format, cell);
  static const uint8_t aligns[] = { LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT };
  format_set_align (format, aligns[look->align]);
  gboolean is_text = look->kind == PLT_CELL_TEXT || look->kind == PLT_CELL_EMPTY;
  if (is_text && look->align == PLT_DOC_END)
    format_set_num_format (format, "@" OFF_EDGE);
  if (is_text && look->align == PLT_DOC_START)
    format_set_num_format (format, OFF_EDGE "@");
  if (look->wrap)
    format_set_text_wrap (format);
  g_hash_table_insert (self->formats, g_steal_pointer (&key), format);
  return format;
}

lxw_format *
plt_xlsx_text_format (PltXlsxFormats *self, const char *style, gboolean wrap)
{
  g_autofree char *key = g_strdup_printf ("%s %d", style, wrap);
  lxw_format *format = g_hash_table_lookup (self->formats, key);
  if (format != NULL)
    return format;

  format = new_format (self);
  if (wrap)
    {
      format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
      format_set_align (format, LXW_ALIGN_LEFT);
      format_set_text_wrap (format);
    }
  apply_style (self, format, plt_xlsx_style_find (style));
  g_hash_table_insert (self->formats, g_steal_pointer (&key), format);
  return format;
}

lxw_format *
plt_xlsx_mark_format (PltXlsxFormats *self, const char *style, guint32 color)
{
  g_autofree char *key = g_strdup_printf ("%s %06x", style, color);
  lxw_format *format = g_hash_table_lookup (self->formats, key);
  if (format != NULL)
    return format;

  format = new_format (self);
  apply_style (self, format, plt_xlsx_style_find (style));
  format_set_font_color (format, color);
  g_hash_table_insert (self->formats, g_steal_pointer (&key), format);
  return format;
}

lxw_format *
plt_xlsx_special_format (PltXlsxFormats *self, PltXlsxText text)
{
  static const struct
  {
    guint size;
    gboolean bold;
    gboolean muted;
  } looks[] = {
    [PLT_XLSX_TITLE] = { 16, TRUE, FALSE },     [PLT_XLSX_SUBTITLE] = { 10, FALSE, TRUE },
    [PLT_XLSX_HEADING_1] = { 14, TRUE, FALSE }, [PLT_XLSX_HEADING_2] = { 12, TRUE, FALSE },
    [PLT_XLSX_HEADING_3] = { 10, TRUE, FALSE }, [PLT_XLSX_LABEL] = { 10, FALSE, TRUE },
    [PLT_XLSX_VALUE] = { 10, FALSE, FALSE },
  };
  g_autofree char *key = g_strdup_printf ("%d", text);
  lxw_format *format = g_hash_table_lookup (self->formats, key);
  if (format != NULL)
    return format;

  format = new_format (self);
  format_set_font_size (format, looks[text].size);
  if (text == PLT_XLSX_LABEL || text == PLT_XLSX_VALUE)
    format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (looks[text].bold)
    format_set_bold (format);
  if (looks[text].muted)
    format_set_font_color (format, INK_MUTED);
  g_hash_table_insert (self->formats, g_steal_pointer (&key), format);
  return format;
}
