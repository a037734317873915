#include "plt-document-private.h"

#include <string.h>

#include "plt-styles.h"

#define DEFAULT_MARGIN 36.0

struct _PltDocument
{
  PltDocInfo info;   /* strings owned */
  GPtrArray *blocks; /* PltDocBlock */
  PltEffectScheme effects;
  PltDocCalendar calendar;
};

/* What comes from files may hold anything: spreadsheets (XML) and Pango accept neither broken UTF-8
 * nor control signs, so they are dropped once, here, for every consumer. */
char *
plt_doc_copy_text (const char *text)
{
  if (text == NULL)
    return g_strdup ("");

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  char *out = valid;
  for (const char *p = valid; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);
      gunichar sign = g_utf8_get_char (p);
      gboolean keep = sign == '\n' || sign == '\t'
                      || (sign >= 0x20 && sign != 0x7f && sign != 0xfffe && sign != 0xffff);
      if (keep)
        {
          memmove (out, p, (gsize) (next - p));
          out += next - p;
        }
      p = next;
    }
  *out = '\0';
  return g_steal_pointer (&valid);
}

static char *
copy_optional (const char *text)
{
  return text != NULL ? plt_doc_copy_text (text) : NULL;
}

static void
run_free (PltDocRun *run)
{
  g_free (run->text);
  g_free (run);
}

static void
field_free (PltDocField *field)
{
  g_free (field->label);
  g_free (field->value);
  g_free (field);
}

static void
fields_free (PltDocFields *fields)
{
  if (fields == NULL)
    return;
  g_ptr_array_unref (fields->fields);
  g_free (fields);
}

static void
drawing_row_free (PltDrawingRow *row)
{
  g_free (row->text_a);
  g_free (row->text_b);
  g_free (row);
}

static void
entry_free (gpointer data)
{
  PltDocEntry *entry = data;
  g_free ((char *) entry->uid);
  g_free ((char *) entry->title);
  g_free ((char *) entry->place);
  g_free ((char *) entry->text);
  g_free ((char *) entry->category);
  g_free (entry);
}

static void
calendar_init (PltDocCalendar *self)
{
  *self = (PltDocCalendar){ .entries = g_ptr_array_new_with_free_func (entry_free) };
}

static void
calendar_clear (PltDocCalendar *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self->name);
  g_free (self->zone);
}

static void
drawing_free (PltDrawing *drawing)
{
  if (drawing == NULL)
    return;
  g_ptr_array_unref (drawing->rows);
  plt_gantt_free (drawing->gantt);
  g_free (drawing->alternative);
  g_free (drawing);
}

static void
block_free (PltDocBlock *block)
{
  g_clear_pointer (&block->runs, g_ptr_array_unref);
  plt_doc_table_free (block->table);
  fields_free (block->fields);
  drawing_free (block->drawing);
  g_free (block->left);
  g_free (block->right);
  g_free (block);
}

/**
 * plt_document_new:
 * @info: what stands at the head and the foot of every page; its strings are copied
 *
 * A margin of 0 becomes the usual one of 36 points, a missing production an empty name.
 *
 * Returns: (transfer full): an empty document
 */
PltDocument *
plt_document_new (const PltDocInfo *info)
{
  g_return_val_if_fail (info != NULL && info->title != NULL, NULL);
  g_return_val_if_fail (info->margin >= 0, NULL);

  PltDocument *self = g_new0 (PltDocument, 1);
  self->info = *info;
  self->info.title = plt_doc_copy_text (info->title);
  self->info.production = plt_doc_copy_text (info->production);
  self->info.subtitle = copy_optional (info->subtitle);
  self->info.company = copy_optional (info->company);
  self->info.version = copy_optional (info->version);
  if (!(info->margin > 0))
    self->info.margin = DEFAULT_MARGIN;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  calendar_init (&self->calendar);
  self->effects = *plt_effect_scheme_usual ();
  return self;
}

void
plt_document_free (PltDocument *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  calendar_clear (&self->calendar);
  g_free ((char *) self->info.title);
  g_free ((char *) self->info.production);
  g_free ((char *) self->info.subtitle);
  g_free ((char *) self->info.company);
  g_free ((char *) self->info.version);
  g_free (self);
}

/**
 * plt_document_get_info:
 *
 * Returns: (transfer none): lives as long as the document
 */
const PltDocInfo *
plt_document_get_info (const PltDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->info;
}

void
plt_document_set_effects (PltDocument *self, const PltEffectScheme *scheme)
{
  g_return_if_fail (self != NULL && scheme != NULL);

  self->effects = *scheme;
}

const PltEffectScheme *
plt_document_get_effects (const PltDocument *self)
{
  g_return_val_if_fail (self != NULL, plt_effect_scheme_usual ());

  return &self->effects;
}

/**
 * plt_document_get_blocks:
 *
 * Returns: (transfer none) (element-type PltDocBlock): the blocks from the top down
 */
const GPtrArray *
plt_document_get_blocks (const PltDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->blocks;
}

/**
 * plt_document_find_table:
 * @name: (nullable): name of a table, %NULL for the first one
 *
 * Returns: (transfer none) (nullable): the first such table
 */
const PltDocTable *
plt_document_find_table (const PltDocument *self, const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const PltDocBlock *block = g_ptr_array_index (self->blocks, i);
      if (block->table != NULL && (name == NULL || strcmp (name, block->table->name) == 0))
        return block->table;
    }
  return NULL;
}

static PltDocBlock *
add_block (PltDocument *self, PltBlockKind kind)
{
  PltDocBlock *block = g_new0 (PltDocBlock, 1);
  block->kind = kind;
  g_ptr_array_add (self->blocks, block);
  return block;
}

static void
add_run (PltDocBlock *block, const char *style, const char *text)
{
  if (block->runs == NULL)
    block->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) run_free);
  PltDocRun *run = g_new0 (PltDocRun, 1);
  run->style = plt_style_find (style);
  run->text = plt_doc_copy_text (text);
  g_ptr_array_add (block->runs, run);
}

/**
 * plt_document_heading:
 * @level: 1 to 3
 * @ref: what a click on it opens
 */
void
plt_document_heading (PltDocument *self, guint level, const char *text, PltRef ref)
{
  g_return_if_fail (self != NULL && text != NULL);
  g_return_if_fail (level >= 1 && level <= 3);

  PltDocBlock *block = add_block (self, PLT_BLOCK_HEADING);
  block->level = level;
  block->ref = ref;
  add_run (block, "run.normal", text);
}

/**
 * plt_document_paragraph:
 * @style: a "text." style
 * @text: may hold line breaks
 * @ref: what a click on it opens
 */
void
plt_document_paragraph (PltDocument *self, const char *style, const char *text, PltRef ref)
{
  g_return_if_fail (self != NULL && text != NULL);
  g_return_if_fail (style != NULL && plt_style_exists (style));

  PltDocBlock *block = add_block (self, PLT_BLOCK_PARAGRAPH);
  block->style = plt_style_find (style);
  block->ref = ref;
  add_run (block, "run.normal", text);
}

/**
 * plt_document_runs:
 * @style: a "text." style
 * @...: "run." style, text, "run." style, text ..., %NULL
 */
void
plt_document_runs (PltDocument *self, const char *style, ...)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (style != NULL && plt_style_exists (style));

  PltDocBlock *block = add_block (self, PLT_BLOCK_PARAGRAPH);
  block->style = plt_style_find (style);
  block->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) run_free);

  va_list arguments;
  va_start (arguments, style);
  const char *run_style;
  while ((run_style = va_arg (arguments, const char *)) != NULL)
    {
      const char *text = va_arg (arguments, const char *);
      if (text == NULL || !plt_style_exists (run_style))
        {
          g_critical ("A run needs a known style and a text; “%s” got none.", run_style);
          break;
        }
      add_run (block, run_style, text);
    }
  va_end (arguments);
}

/**
 * plt_document_begin_runs:
 * @style: a "text." style
 * @level: 0, or 1 to 3 when it goes to the outline
 * @ref: what a click on it opens
 *
 * A paragraph without text yet: see plt_document_add_run().
 */
void
plt_document_begin_runs (PltDocument *self, const char *style, guint level, PltRef ref)
{
  g_return_if_fail (self != NULL && level <= 3);
  g_return_if_fail (style != NULL && plt_style_exists (style));

  PltDocBlock *block = add_block (self, level > 0 ? PLT_BLOCK_HEADING : PLT_BLOCK_PARAGRAPH);
  block->level = level;
  block->style = plt_style_find (style);
  block->ref = ref;
  block->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) run_free);
}

static PltDocBlock *
last_block (PltDocument *self)
{
  return self->blocks->len > 0 ? g_ptr_array_index (self->blocks, self->blocks->len - 1) : NULL;
}

void
plt_document_add_run (PltDocument *self, const char *style, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);
  g_return_if_fail (style != NULL && plt_style_exists (style));

  PltDocBlock *block = last_block (self);
  g_return_if_fail (block != NULL && block->runs != NULL);
  add_run (block, style, text);
}

void
plt_document_add_mark (PltDocument *self, const char *text, guint32 color, const char *code)
{
  g_return_if_fail (self != NULL && text != NULL && code != NULL);

  PltDocBlock *block = last_block (self);
  g_return_if_fail (block != NULL && block->runs != NULL);
  add_run (block, "run.mark", text);
  add_run (block, "run.mark-code", code);
  for (guint i = block->runs->len - 2; i < block->runs->len; i++)
    ((PltDocRun *) g_ptr_array_index (block->runs, i))->color = color;
}

void
plt_document_margins (PltDocument *self, const char *left, const char *right)
{
  g_return_if_fail (self != NULL && left != NULL && right != NULL);

  PltDocBlock *block = last_block (self);
  g_return_if_fail (block != NULL && block->runs != NULL);
  g_clear_pointer (&block->left, g_free);
  g_clear_pointer (&block->right, g_free);
  block->left = *left != '\0' ? plt_doc_copy_text (left) : NULL;
  block->right = *right != '\0' ? plt_doc_copy_text (right) : NULL;
}

void
plt_document_space (PltDocument *self, double points)
{
  g_return_if_fail (self != NULL && points >= 0);
  add_block (self, PLT_BLOCK_SPACE)->space = points;
}

void
plt_document_page_break (PltDocument *self)
{
  g_return_if_fail (self != NULL);
  add_block (self, PLT_BLOCK_PAGE_BREAK);
}

/**
 * plt_document_fields:
 * @columns: pairs of label and value on a line, 1 at least
 *
 * Returns: (transfer none): an empty grid, filled with plt_doc_fields_add()
 */
PltDocFields *
plt_document_fields (PltDocument *self, guint columns)
{
  g_return_val_if_fail (self != NULL && columns >= 1, NULL);

  PltDocFields *fields = g_new0 (PltDocFields, 1);
  fields->columns = columns;
  fields->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) field_free);
  add_block (self, PLT_BLOCK_FIELDS)->fields = fields;
  return fields;
}

void
plt_doc_fields_add (PltDocFields *self, const char *label, const char *value, PltRef ref)
{
  g_return_if_fail (self != NULL && label != NULL);

  PltDocField *field = g_new0 (PltDocField, 1);
  field->label = plt_doc_copy_text (label);
  field->value = plt_doc_copy_text (value);
  field->ref = ref;
  field->style = "cell.normal";
  field->weight = 1;
  field->begins = self->broken;
  self->broken = FALSE;
  g_ptr_array_add (self->fields, field);
}

/**
 * plt_doc_fields_style:
 * @style: a "cell." or "effect." style
 *
 * Dresses the value of the pair added last.
 */
void
plt_doc_fields_style (PltDocFields *self, const char *style)
{
  g_return_if_fail (self != NULL && self->fields->len > 0);
  g_return_if_fail (style != NULL && plt_style_exists (style));

  PltDocField *field = g_ptr_array_index (self->fields, self->fields->len - 1);
  field->style = plt_style_find (style);
}

/**
 * plt_doc_fields_weight:
 * @weight: above 0
 */
void
plt_doc_fields_weight (PltDocFields *self, double weight)
{
  g_return_if_fail (self != NULL && self->fields->len > 0 && weight > 0);

  PltDocField *field = g_ptr_array_index (self->fields, self->fields->len - 1);
  field->weight = weight;
}

void
plt_doc_fields_break (PltDocFields *self)
{
  g_return_if_fail (self != NULL);

  self->broken = TRUE;
}

/**
 * plt_doc_fields_set_dense:
 * @dense: whether the values are set smaller, so that more of them go on a page
 */
void
plt_doc_fields_set_dense (PltDocFields *self, gboolean dense)
{
  g_return_if_fail (self != NULL);
  self->dense = dense;
}

/**
 * plt_document_table:
 * @name: of the sheet in a spreadsheet, and for formulas of other tables
 * @columns: (array length=n_columns): copied
 *
 * When a column has a title, the first row (0) is made of the titles and is the header.
 *
 * Returns: (transfer none): a table, "table.grid" until told otherwise
 */
PltDocTable *
plt_document_table (PltDocument *self,
                    const char *name,
                    const PltDocColumn *columns,
                    guint n_columns)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  g_return_val_if_fail (columns != NULL && n_columns > 0, NULL);

  PltDocTable *table = plt_doc_table_new (name, columns, n_columns);
  add_block (self, PLT_BLOCK_TABLE)->table = table;
  return table;
}

/**
 * plt_document_drawing:
 * @painter: name of a painter of render
 * @width: points, 0 for the width of the page
 * @height: points
 * @alternative: what it shows, in words
 *
 * Returns: (transfer none): a drawing without data, filled with plt_drawing_add()
 */
PltDrawing *
plt_document_drawing (
    PltDocument *self, const char *painter, double width, double height, const char *alternative)
{
  g_return_val_if_fail (self != NULL && painter != NULL && alternative != NULL, NULL);
  g_return_val_if_fail (width >= 0 && height > 0, NULL);

  PltDrawing *drawing = g_new0 (PltDrawing, 1);
  drawing->painter = g_intern_string (painter);
  drawing->width = width;
  drawing->height = height;
  drawing->alternative = plt_doc_copy_text (alternative);
  drawing->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) drawing_row_free);
  add_block (self, PLT_BLOCK_DRAWING)->drawing = drawing;
  return drawing;
}

void
plt_drawing_add (PltDrawing *self,
                 const char *text_a,
                 const char *text_b,
                 gint64 a,
                 gint64 b,
                 gint64 c,
                 gint64 d)
{
  g_return_if_fail (self != NULL);

  PltDrawingRow *row = g_new0 (PltDrawingRow, 1);
  row->text_a = plt_doc_copy_text (text_a);
  row->text_b = plt_doc_copy_text (text_b);
  row->n[0] = a;
  row->n[1] = b;
  row->n[2] = c;
  row->n[3] = d;
  g_ptr_array_add (self->rows, row);
}

const PltDocCalendar *
plt_document_get_calendar (const PltDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->calendar;
}

/**
 * plt_document_entry:
 * @entry: copied
 */
void
plt_document_entry (PltDocument *self, const PltDocEntry *entry)
{
  g_return_if_fail (self != NULL && entry != NULL && entry->uid != NULL);
  g_return_if_fail (entry->date != PLT_DATE_NONE);

  PltDocEntry *copy = g_new (PltDocEntry, 1);
  *copy = *entry;
  copy->uid = g_strdup (entry->uid);
  copy->title = plt_doc_copy_text (entry->title);
  copy->place = plt_doc_copy_text (entry->place);
  copy->text = plt_doc_copy_text (entry->text);
  copy->category = plt_doc_copy_text (entry->category);
  g_ptr_array_add (self->calendar.entries, copy);
}

guint
plt_document_get_n_entries (const PltDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->calendar.entries->len;
}

/**
 * plt_document_set_calendar:
 * @name: of the calendar
 * @zone: (nullable): name of the IANA database
 * @revision: grows with the versions
 */
void
plt_document_set_calendar (PltDocument *self, const char *name, const char *zone, guint revision)
{
  g_return_if_fail (self != NULL);
  g_free (self->calendar.name);
  g_free (self->calendar.zone);
  self->calendar.name = plt_doc_copy_text (name);
  self->calendar.zone = g_strdup (zone);
  self->calendar.revision = revision;
}
