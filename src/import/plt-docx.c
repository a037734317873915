#include "plt-docx.h"

#include <string.h>

#include "plt-docx-private.h"

#define MAX_PENDING 1000 /* paragraphs of boxes that wait for the one they hang on */

/* ---- the elements that count ---- */

typedef enum
{
  OTHER,
  PARAGRAPH,
  PARAGRAPH_LOOK, /* w:pPr */
  RUN,
  RUN_LOOK, /* w:rPr */
  TEXT,
  TAB,
  BREAK,
  RENDERED_BREAK,
  HYPHEN,
  SIGN,    /* of a symbol font */
  DELETED, /* w:del, w:moveFrom */
  BOX,     /* w:txbxContent */
  STYLE,
  SECTION, /* w:sectPr */
  SECTION_TYPE,
  COMMENT, /* references */
  FOOTNOTE,
  ENDNOTE,
  CHANGE, /* of a look: what it was before */
  SKIPPED,
  LOOK, /* w:ind, w:jc ... */
} Element;

static Element
find_element (const char *name)
{
  static const struct
  {
    const char *name;
    Element element;
  } elements[] = { { "w:r", RUN },
                   { "w:t", TEXT },
                   { "w:rPr", RUN_LOOK },
                   { "w:p", PARAGRAPH },
                   { "w:pPr", PARAGRAPH_LOOK },
                   { "w:pStyle", STYLE },
                   { "w:tab", TAB },
                   { "w:br", BREAK },
                   { "w:cr", BREAK },
                   { "w:lastRenderedPageBreak", RENDERED_BREAK },
                   { "w:noBreakHyphen", HYPHEN },
                   { "w:sym", SIGN },
                   { "w:ptab", TAB },
                   { "w:delText", TEXT },
                   { "w:del", DELETED },
                   { "w:moveFrom", DELETED },
                   { "w:txbxContent", BOX },
                   { "w:sectPr", SECTION },
                   { "w:type", SECTION_TYPE },
                   { "w:commentReference", COMMENT },
                   { "w:footnoteReference", FOOTNOTE },
                   { "w:endnoteReference", ENDNOTE },
                   { "w:pPrChange", CHANGE },
                   { "w:rPrChange", CHANGE },
                   { "mc:Fallback", SKIPPED },
                   { "w:sdtPr", SKIPPED },
                   { "w:tblPr", SKIPPED },
                   { "w:tabs", SKIPPED },
                   { "w:ind", LOOK },
                   { "w:jc", LOOK },
                   { "w:numId", LOOK },
                   { "w:ilvl", LOOK },
                   { "w:outlineLvl", LOOK },
                   { "w:pageBreakBefore", LOOK },
                   { "w:caps", LOOK },
                   { "w:smallCaps", LOOK },
                   { "w:vanish", LOOK },
                   { "w:b", LOOK },
                   { "w:u", LOOK } };

  if (name[0] != 'w' && name[0] != 'm')
    return OTHER;
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (strcmp (name, elements[i].name) == 0)
      return elements[i].element;
  return OTHER;
}

/* ---- the document ---- */

/* A paragraph being read; text boxes nest them. */
typedef struct
{
  GString *text;
  GString *deleted;
  GString *hidden;
  char *style; /* (nullable): id */
  PltDocxLook look;
  guint line;
  guint page;
  gboolean in_box;
  gboolean mark_deleted; /* the next paragraph goes on with this one */
  gboolean breaks_page;
  gboolean section_ends;
  gboolean weak;     /* some of its text is neither bold nor underlined */
  gboolean going_on; /* with the text of the one before, whose mark was deleted */
} Frame;

typedef struct
{
  PltDocxLooks *looks;
  PltStyledText *text;
  GArray *frames;  /* Frame */
  GArray *pending; /* Frame: of boxes, to follow the paragraph they hang on */
  Element stack[PLT_XML_MAX_DEPTH + 1];
  guint depth;
  guint skipping;  /* depth of the element that is passed over, 0: none */
  guint deletions; /* open */
  guint boxes;     /* open */
  PltDocxLook run;
  guint lines; /* paragraphs so far */
  guint page;
  gboolean real_pages;
  gboolean break_pending;    /* an explicit page break, before the next text */
  gboolean next_breaks;      /* the next paragraph begins a page */
  GHashTable *references[3]; /* of comments, footnotes, endnotes: id -> line */
} Reader;

static void
clear_frame (gpointer data)
{
  Frame *self = data;

  g_string_free (self->text, TRUE);
  g_string_free (self->deleted, TRUE);
  g_string_free (self->hidden, TRUE);
  g_free (self->style);
}

static Frame *
top_frame (Reader *self)
{
  return self->frames->len > 0 ? &g_array_index (self->frames, Frame, self->frames->len - 1) : NULL;
}

static Element
parent_of (const Reader *self, guint up)
{
  return self->depth > up ? self->stack[self->depth - 1 - up] : OTHER;
}

/* ---- paragraphs ---- */

static void
begin_paragraph (Reader *self)
{
  Frame *top = top_frame (self);
  Frame frame = { NULL };

  if (top != NULL && top->going_on)
    {
      top->going_on = FALSE;
      return;
    }
  frame.line = ++self->lines;
  frame.text = g_string_new (NULL);
  frame.deleted = g_string_new (NULL);
  frame.hidden = g_string_new (NULL);
  frame.in_box = self->boxes > 0;
  if (!frame.in_box)
    {
      frame.breaks_page = self->next_breaks;
      self->next_breaks = FALSE;
    }
  g_array_append_val (self->frames, frame);
}

/* The look of its style, what it says itself over that, and the number that its list prints. */
static void
add_styled (Reader *self, Frame *frame)
{
  const PltDocxStyle *style = plt_docx_find_style (self->looks, frame->style);
  const PltDocxStyle *parent = style != NULL && style->parent != NULL
                                   ? plt_docx_find_style (self->looks, style->parent)
                                   : NULL;
  PltDocxLook look = { 0 };
  PltStyledParagraph *paragraph;

  if (style != NULL && plt_style_name_is_contents (style->name))
    {
      plt_styled_text_leave_out (self->text, PLT_LEFT_OUT_CONTENTS, frame->line, frame->text->str);
      return;
    }
  if (style != NULL)
    look = style->look;
  plt_docx_look_apply (&look, &frame->look);
  paragraph = plt_styled_text_add (self->text, frame->text->str, frame->text->len);
  paragraph->style = style != NULL ? style->name : NULL;
  paragraph->parent = parent != NULL ? parent->name : NULL;
  paragraph->line = frame->line;
  paragraph->page = frame->page;
  paragraph->indent = look.left + look.first;
  paragraph->align = look.align;
  paragraph->outline = look.outline > 9 ? 0 : look.outline;
  paragraph->strong = !frame->weak && frame->text->len > 0;
  paragraph->breaks_page |= frame->breaks_page || look.breaks_page == PLT_DOCX_YES;
  if (look.has_number && look.number > 0)
    paragraph->number = plt_docx_count (self->looks, look.number, look.level);
}

static void
add_pending (Reader *self)
{
  for (guint i = 0; i < self->pending->len; i++)
    add_styled (self, &g_array_index (self->pending, Frame, i));
  g_array_set_size (self->pending, 0);
}

static void
end_paragraph (Reader *self)
{
  Frame *top = top_frame (self);
  Frame frame;

  if (top == NULL)
    return;
  top->going_on = top->mark_deleted;
  if (top->mark_deleted)
    {
      top->mark_deleted = FALSE;
      return;
    }
  frame = *top;
  /* Out of the array without being cleared. */
  g_array_set_clear_func (self->frames, NULL);
  g_array_set_size (self->frames, self->frames->len - 1);
  g_array_set_clear_func (self->frames, clear_frame);
  if (frame.page == 0 && self->real_pages)
    frame.page = self->page;
  plt_styled_text_leave_out (self->text, PLT_LEFT_OUT_DELETED, frame.line, frame.deleted->str);
  plt_styled_text_leave_out (self->text, PLT_LEFT_OUT_HIDDEN, frame.line, frame.hidden->str);
  if (frame.in_box)
    {
      g_array_append_val (self->pending, frame);
      if (self->pending->len >= MAX_PENDING)
        add_pending (self);
      return;
    }
  add_styled (self, &frame);
  add_pending (self);
  self->next_breaks |= frame.section_ends;
  self->break_pending |= frame.section_ends;
  clear_frame (&frame);
}

/* ---- text ---- */

static void
append (Reader *self, const char *text, gsize length)
{
  Frame *frame = top_frame (self);
  GString *to;

  if (frame == NULL || length == 0)
    return;
  if (self->deletions > 0)
    to = frame->deleted;
  else if (self->run.hidden == PLT_DOCX_YES)
    to = frame->hidden;
  else
    to = frame->text;
  if (to == frame->text && self->break_pending && !frame->in_box)
    {
      self->page++;
      self->break_pending = FALSE;
    }
  if (to == frame->text && frame->page == 0 && self->real_pages && text[0] != '\n')
    frame->page = self->page;
  frame->weak |= to == frame->text && !g_ascii_isspace (text[0]) && self->run.bold != PLT_DOCX_YES
                 && self->run.underlined != PLT_DOCX_YES;
  if (self->run.caps == PLT_DOCX_YES)
    {
      g_autofree char *upper = g_utf8_strup (text, (gssize) length);

      g_string_append (to, upper);
    }
  else
    g_string_append_len (to, text, (gssize) length);
}

static void
read_break (Reader *self, const char **names, const char **values)
{
  const char *type = plt_xml_attribute (names, values, "w:type");
  Frame *frame = top_frame (self);

  if (type == NULL || strcmp (type, "page") != 0)
    {
      append (self, "\n", 1);
      return;
    }
  if (frame == NULL || self->deletions > 0 || frame->in_box)
    return;
  self->break_pending = TRUE;
  if (frame->text->len == 0)
    frame->breaks_page = TRUE;
  else
    self->next_breaks = TRUE;
}

/* A sign is given by its place in a font. Fonts of pictures have theirs where Unicode has none. */
static void
read_sign (Reader *self, const char **names, const char **values)
{
  const char *font = plt_xml_attribute (names, values, "w:font");
  const char *place = plt_xml_attribute (names, values, "w:char");
  const Frame *frame = top_frame (self);
  guint64 sign = 0;
  char utf8[6];

  if (frame == NULL || place == NULL)
    return;
  if (g_ascii_string_to_unsigned (place, 16, 0x20, 0x10ffff, &sign, NULL)
      && g_unichar_isprint ((gunichar) sign)
      && g_unichar_type ((gunichar) sign) != G_UNICODE_PRIVATE_USE)
    append (self, utf8, (gsize) g_unichar_to_utf8 ((gunichar) sign, utf8));
  else
    {
      g_autofree char *told = g_strconcat (font != NULL ? font : "", " ", place, NULL);

      plt_styled_text_leave_out (self->text, PLT_LEFT_OUT_SIGN, frame->line, told);
    }
}

/* Where the program that saved the file ended a page; a break that the author made is one too, and
 * counted once. */
static void
read_rendered_break (Reader *self)
{
  if (self->boxes > 0)
    return;
  self->page++;
  self->break_pending = FALSE;
}

static void
begin_run (Reader *self)
{
  const Frame *frame = top_frame (self);
  const PltDocxStyle *style
      = frame != NULL ? plt_docx_find_style (self->looks, frame->style) : NULL;

  memset (&self->run, 0, sizeof self->run);
  if (style != NULL)
    {
      self->run.caps = style->look.caps;
      self->run.hidden = style->look.hidden;
      self->run.bold = style->look.bold;
      self->run.underlined = style->look.underlined;
    }
}

/* ---- elements ---- */

static void
add_reference (Reader *self, guint what, const char **names, const char **values)
{
  const char *id = plt_xml_attribute (names, values, "w:id");
  const Frame *frame = top_frame (self);

  if (id != NULL && frame != NULL)
    g_hash_table_insert (self->references[what], g_strdup (id), GUINT_TO_POINTER (frame->line));
}

/* w:tab and w:del mean something else inside the look of a paragraph or of a run. */
static void
read_in_look (
    Reader *self, Element element, const char *name, const char **names, const char **values)
{
  Frame *frame = top_frame (self);
  gboolean of_run = parent_of (self, 0) == RUN_LOOK;
  gboolean of_mark = of_run && parent_of (self, 1) == PARAGRAPH_LOOK;

  if (frame == NULL)
    return;
  if (element == DELETED && of_mark)
    frame->mark_deleted = TRUE;
  else if (element == STYLE)
    {
      g_free (frame->style);
      frame->style = g_strdup (plt_xml_attribute (names, values, "w:val"));
    }
  else if (element == SECTION)
    frame->section_ends = TRUE;
  else if (element == LOOK && of_run && !of_mark)
    plt_docx_look_read (&self->run, name, names, values);
  else if (element == LOOK && !of_run)
    plt_docx_look_read (&frame->look, name, names, values);
}

static gboolean
is_in_look (const Reader *self)
{
  Element parent = parent_of (self, 0);

  /* w:numPr and others that are no element of ours stand between. */
  return parent == PARAGRAPH_LOOK || parent == RUN_LOOK
         || (parent == OTHER && parent_of (self, 1) == PARAGRAPH_LOOK);
}

static void
read_element (Reader *self, Element element, const char **names, const char **values)
{
  switch (element)
    {
    case PARAGRAPH:
      begin_paragraph (self);
      break;
    case RUN:
      begin_run (self);
      break;
    case TAB:
      append (self, "\t", 1);
      break;
    case BREAK:
      read_break (self, names, values);
      break;
    case RENDERED_BREAK:
      read_rendered_break (self);
      break;
    case HYPHEN:
      append (self, "\342\200\221", 3); /* U+2011 */
      break;
    case SIGN:
      read_sign (self, names, values);
      break;
    case DELETED:
      self->deletions++;
      break;
    case BOX:
      self->boxes++;
      break;
    case COMMENT:
    case FOOTNOTE:
    case ENDNOTE:
      add_reference (self, element - COMMENT, names, values);
      break;
    case OTHER:
    case PARAGRAPH_LOOK:
    case RUN_LOOK:
    case TEXT:
    case STYLE:
    case SECTION:
    case SECTION_TYPE:
    case CHANGE:
    case SKIPPED:
    case LOOK:
    default:
      break;
    }
}

static void
start_in_document (gpointer data, const char *name, const char **names, const char **values)
{
  Reader *self = data;
  Element element = find_element (name);

  if (self->skipping == 0)
    {
      if (element == SKIPPED || element == CHANGE)
        self->skipping = self->depth + 1;
      else if (parent_of (self, 0) == SECTION)
        {
          if (element == SECTION_TYPE && top_frame (self) != NULL
              && g_strcmp0 (plt_xml_attribute (names, values, "w:val"), "continuous") == 0)
            top_frame (self)->section_ends = FALSE;
        }
      else if (is_in_look (self))
        read_in_look (self, element, name, names, values);
      else
        read_element (self, element, names, values);
    }
  self->stack[self->depth++] = element;
}

static void
end_in_document (gpointer data, const char *name)
{
  Reader *self = data;
  Element element = self->stack[--self->depth];

  if (self->skipping > 0)
    {
      if (self->skipping == self->depth + 1)
        self->skipping = 0;
      return;
    }
  if (is_in_look (self) || parent_of (self, 0) == SECTION)
    return;
  if (element == PARAGRAPH)
    end_paragraph (self);
  else if (element == DELETED)
    self->deletions--;
  else if (element == BOX)
    self->boxes--;
  else if (element == RUN)
    memset (&self->run, 0, sizeof self->run);
}

static void
text_in_document (gpointer data, const char *text, gsize length)
{
  Reader *self = data;

  if (self->skipping == 0 && parent_of (self, 0) == TEXT)
    append (self, text, length);
}

static gboolean
read_document (Reader *self, const PltDocxPart *part, const char *name, GError **error)
{
  static const PltXmlParser parser
      = { start_in_document, end_in_document, text_in_document, plt_docx_namespaces };

  self->page = 1;
  self->real_pages
      = g_strstr_len (part->bytes, (gssize) part->length, "lastRenderedPageBreak") != NULL;
  if (!plt_xml_parse (&parser, part->bytes, part->length, name, part->name, self, error))
    return FALSE;
  /* A last paragraph whose mark was deleted has no one to go on with. */
  while (top_frame (self) != NULL)
    {
      top_frame (self)->mark_deleted = FALSE;
      end_paragraph (self);
    }
  add_pending (self);
  return TRUE;
}

/* ---- what stands beside the text ---- */

typedef struct
{
  Reader *reader;
  PltLeftOut what;
  GHashTable *lines; /* (nullable): id -> line */
  GString *text;
  guint line;
  gboolean in_text;
  gboolean separator; /* the line above the footnotes is one of them */
} BesideReader;

static gboolean
is_beside (const char *name)
{
  return strcmp (name, "w:comment") == 0 || strcmp (name, "w:footnote") == 0
         || strcmp (name, "w:endnote") == 0;
}

static void
start_beside (gpointer data, const char *name, const char **names, const char **values)
{
  BesideReader *self = data;
  const char *id;

  self->in_text = strcmp (name, "w:t") == 0;
  if (is_beside (name))
    {
      id = plt_xml_attribute (names, values, "w:id");
      g_string_truncate (self->text, 0);
      self->line = id != NULL && self->lines != NULL
                       ? GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, id))
                       : 0;
      self->separator = plt_xml_attribute (names, values, "w:type") != NULL;
    }
  else if (strcmp (name, "w:p") == 0 && self->text->len > 0)
    g_string_append_c (self->text, '\n');
  else if ((strcmp (name, "w:tab") == 0 || strcmp (name, "w:br") == 0) && self->text->len > 0)
    g_string_append_c (self->text, ' ');
}

static void
end_beside (gpointer data, const char *name)
{
  BesideReader *self = data;

  self->in_text = FALSE;
  if (!is_beside (name) || self->separator)
    return;
  plt_styled_text_leave_out (self->reader->text, self->what, self->line, self->text->str);
  g_string_truncate (self->text, 0);
}

static void
text_beside (gpointer data, const char *text, gsize length)
{
  BesideReader *self = data;

  if (self->in_text)
    g_string_append_len (self->text, text, (gssize) length);
}

static gboolean
read_beside (Reader *self,
             const PltDocxPart *part,
             PltLeftOut what,
             GHashTable *lines,
             const char *name,
             GError **error)
{
  static const PltXmlParser parser = { start_beside, end_beside, text_beside, plt_docx_namespaces };
  g_autoptr (GString) text = g_string_new (NULL);
  BesideReader reader = { .reader = self, .what = what, .lines = lines, .text = text };

  if (part->bytes == NULL)
    return TRUE;
  if (!plt_xml_parse (&parser, part->bytes, part->length, name, part->name, &reader, error))
    return FALSE;
  if (what == PLT_LEFT_OUT_FRAME)
    plt_styled_text_leave_out (self->text, what, 0, text->str);
  return TRUE;
}

/* ---- the whole ---- */

static gboolean
read_all (Reader *self, const PltDocxParts *parts, const char *name, GError **error)
{
  if (!plt_docx_read_styles (self->looks, &parts->styles, name, error)
      || !plt_docx_read_numbering (self->looks, &parts->numbering, name, error)
      || !read_document (self, &parts->document, name, error)
      || !read_beside (self, &parts->comments, PLT_LEFT_OUT_COMMENT, self->references[0], name,
                       error)
      || !read_beside (self, &parts->footnotes, PLT_LEFT_OUT_NOTE, self->references[1], name, error)
      || !read_beside (self, &parts->endnotes, PLT_LEFT_OUT_NOTE, self->references[2], name, error))
    return FALSE;
  for (guint i = 0; i < PLT_DOCX_MAX_FRAMES; i++)
    if (!read_beside (self, &parts->frames[i], PLT_LEFT_OUT_FRAME, NULL, name, error))
      return FALSE;
  return TRUE;
}

PltScript *
plt_docx_read_parts (const PltDocxParts *parts, const char *name, GError **error)
{
  PltDocxLooks looks;
  g_autoptr (PltStyledText) text = plt_styled_text_new ("docx");
  Reader self = { .looks = &looks, .text = text };
  PltScript *script = NULL;

  g_return_val_if_fail (parts->document.bytes != NULL && name != NULL, NULL);

  plt_docx_looks_init (&looks);
  self.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_array_set_clear_func (self.frames, clear_frame);
  self.pending = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_array_set_clear_func (self.pending, clear_frame);
  for (guint i = 0; i < G_N_ELEMENTS (self.references); i++)
    self.references[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (read_all (&self, parts, name, error))
    script = plt_styled_text_to_script (text, name, error);
  for (guint i = 0; i < G_N_ELEMENTS (self.references); i++)
    g_hash_table_unref (self.references[i]);
  g_array_unref (self.pending);
  g_array_unref (self.frames);
  plt_docx_looks_clear (&looks);
  return script;
}
