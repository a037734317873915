#include "plt-odt.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-odt-private.h"

#define MAX_SPACES 200

#define MAX_PENDING 1000 /* paragraphs of boxes that wait for the one they hang on */

/* ---- the elements that count ---- */

typedef enum
{
  OTHER,
  BODY,
  PARAGRAPH,
  HEADING, /* of the document's outline */
  SPAN,
  SPACES,
  TAB,
  LINE_BREAK,
  PAGE_BREAK,
  LIST,
  LIST_ITEM,
  LIST_HEADER,
  NUMBER,
  DELETION,
  ANNOTATION,
  NOTE,
  CONTENTS,
  HIDDEN,
  BOX,
  SKIPPED,
} Element;

static Element
find_element (const char *name)
{
  static const struct
  {
    const char *name;
    Element element;
  } elements[] = { { "text:p", PARAGRAPH },
                   { "text:span", SPAN },
                   { "text:s", SPACES },
                   { "text:h", HEADING },
                   { "text:tab", TAB },
                   { "text:line-break", LINE_BREAK },
                   { "text:soft-page-break", PAGE_BREAK },
                   { "text:list", LIST },
                   { "text:list-item", LIST_ITEM },
                   { "text:list-header", LIST_HEADER },
                   { "text:number", NUMBER },
                   { "text:deletion", DELETION },
                   { "text:note", NOTE },
                   { "text:note-citation", SKIPPED },
                   { "text:table-of-content", CONTENTS },
                   { "text:alphabetical-index", CONTENTS },
                   { "text:hidden-paragraph", HIDDEN },
                   { "text:ruby-text", SKIPPED },
                   { "office:annotation", ANNOTATION },
                   { "office:text", BODY },
                   { "office:forms", SKIPPED },
                   { "draw:text-box", BOX },
                   { "dc:creator", SKIPPED },
                   { "dc:date", SKIPPED },
                   { "svg:title", SKIPPED },
                   { "svg:desc", SKIPPED } };

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
  GString *hidden;
  char *number; /* (nullable) */
  const PltOdtStyle *style;
  guint8 outline;
  guint line, page;
  gboolean in_box;
  gboolean breaks_page;
  gboolean weak; /* some of its text is neither bold nor underlined */
} Frame;

/* A list being read; they nest. */
typedef struct
{
  PltOdtList *list; /* (nullable) */
  gint start;       /* of the item, -1: none */
  gboolean counts;  /* the item has not been numbered yet */
} List;

typedef struct
{
  gint8 caps, hidden, strong;
} Look;

/* Text that is left out, being gathered. */
typedef struct
{
  GString *text;
  PltLeftOut what;
  guint depth; /* of its element, 0: none */
} Aside;

typedef struct
{
  PltOdtLooks *looks;
  PltStyledText *text;
  GArray *frames;  /* Frame */
  GArray *pending; /* Frame: of boxes, to follow the paragraph they hang on */
  GArray *lists;   /* List */
  GArray *spans;   /* Look */
  Element stack[PLT_XML_MAX_DEPTH + 1];
  guint depth;
  guint skipping; /* depth of the element that is passed over, 0: none */
  Aside aside;
  guint boxes;
  guint lines;
  guint page;
  gboolean real_pages;
  gboolean in_body;
} Reader;

static void
clear_frame (gpointer data)
{
  Frame *self = data;

  g_string_free (self->text, TRUE);
  g_string_free (self->hidden, TRUE);
  g_free (self->number);
}

static Frame *
top_frame (Reader *self)
{
  return self->frames->len > 0 ? &g_array_index (self->frames, Frame, self->frames->len - 1) : NULL;
}

static List *
top_list (Reader *self)
{
  return self->lists->len > 0 ? &g_array_index (self->lists, List, self->lists->len - 1) : NULL;
}

static Element
parent_of (const Reader *self)
{
  return self->depth > 0 ? self->stack[self->depth - 1] : OTHER;
}

/* ---- text ---- */

/* Spaces and line ends of the file are one space; those of the author are elements. */
static void
append_collapsed (GString *to, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      g_string_append_c (to, text[i]);
    else if (to->len > 0 && !g_ascii_isspace (to->str[to->len - 1]))
      g_string_append_c (to, ' ');
}

static Look
current_look (Reader *self)
{
  const Frame *frame = top_frame (self);
  Look look = { 0, 0, 0 };

  if (frame != NULL && frame->style != NULL)
    look = (Look){ frame->style->caps, frame->style->hidden, frame->style->strong };
  for (guint i = 0; i < self->spans->len; i++)
    {
      const Look *span = &g_array_index (self->spans, Look, i);

      look.caps = span->caps >= 0 ? span->caps : look.caps;
      look.hidden = span->hidden >= 0 ? span->hidden : look.hidden;
      look.strong = span->strong >= 0 ? span->strong : look.strong;
    }
  return look;
}

/* `collapse`: what stands in the file, not a space that an element makes. */
static void
append (Reader *self, const char *text, gsize length, gboolean collapse)
{
  Frame *frame = top_frame (self);
  Look look;
  GString *to;
  g_autofree char *upper = NULL;

  if (self->aside.depth > 0)
    {
      append_collapsed (self->aside.text, text, length);
      return;
    }
  if (frame == NULL)
    return;
  look = current_look (self);
  to = look.hidden == 1 ? frame->hidden : frame->text;
  if (frame->page == 0 && self->real_pages)
    frame->page = self->page;
  frame->weak |= to == frame->text && look.strong != 1 && length > 0 && !g_ascii_isspace (text[0]);
  if (look.caps == 1)
    {
      upper = g_utf8_strup (text, (gssize) length);
      text = upper;
      length = strlen (upper);
    }
  if (collapse)
    append_collapsed (to, text, length);
  else
    g_string_append_len (to, text, (gssize) length);
}

static void
append_spaces (Reader *self, const char **names, const char **values)
{
  const char *count = plt_xml_attribute (names, values, "text:c");
  gint64 n = count != NULL ? g_ascii_strtoll (count, NULL, 10) : 1;

  for (gint64 i = CLAMP (n, 0, MAX_SPACES); i > 0; i--)
    append (self, " ", 1, FALSE);
}

/* ---- paragraphs ---- */

static void
number_in_list (Reader *self, Frame *frame)
{
  List *list = top_list (self);

  if (list == NULL || !list->counts)
    return;
  list->counts = FALSE;
  frame->number = plt_odt_count (list->list, self->lists->len - 1, list->start);
  list->start = -1;
}

static gint
read_start (const char **names, const char **values)
{
  const char *start = plt_xml_attribute (names, values, "text:start-value");
  gint64 number = start != NULL ? g_ascii_strtoll (start, NULL, 10) : -1;

  return (gint) CLAMP (number, -1, G_MAXINT16);
}

static void
number_in_outline (Reader *self, Frame *frame, const char **names, const char **values)
{
  const char *header = plt_xml_attribute (names, values, "text:is-list-header");

  if (self->looks->outline != NULL && frame->outline > 0 && g_strcmp0 (header, "true") != 0)
    frame->number
        = plt_odt_count (self->looks->outline, frame->outline - 1u, read_start (names, values));
}

static void
begin_paragraph (Reader *self, Element element, const char **names, const char **values)
{
  const char *style = plt_xml_attribute (names, values, "text:style-name");
  const char *level = plt_xml_attribute (names, values, "text:outline-level");
  Frame frame = { NULL };

  if (self->aside.depth > 0)
    {
      if (self->aside.text->len > 0)
        g_string_append_c (self->aside.text, '\n');
      return;
    }
  frame.line = ++self->lines;
  frame.text = g_string_new (NULL);
  frame.hidden = g_string_new (NULL);
  frame.in_box = self->boxes > 0;
  frame.style = plt_odt_find_style (self->looks->styles, style);
  if (element == HEADING)
    frame.outline
        = (guint8) CLAMP (level != NULL ? g_ascii_strtoll (level, NULL, 10) : 1, 1, PLT_ODT_LEVELS);
  if (self->lists->len > 0)
    number_in_list (self, &frame);
  else
    number_in_outline (self, &frame, names, values);
  if (!frame.in_box && frame.style != NULL && frame.line > 1
      && (frame.style->breaks_page == 1 || frame.style->new_page_style))
    {
      frame.breaks_page = TRUE;
      self->page++;
    }
  g_array_append_val (self->frames, frame);
}

static void
add_styled (Reader *self, const Frame *frame)
{
  const PltOdtStyle *common = plt_odt_find_common (self->looks->styles, frame->style);
  const PltOdtStyle *parent = common != NULL && common->parent != NULL
                                  ? plt_odt_find_style (self->looks->styles, common->parent)
                                  : NULL;
  PltStyledParagraph *paragraph
      = plt_styled_text_add (self->text, frame->text->str, frame->text->len);

  paragraph->style = common != NULL ? common->shown : NULL;
  paragraph->parent = parent != NULL ? parent->shown : NULL;
  paragraph->line = frame->line;
  paragraph->page = frame->page;
  paragraph->outline = frame->outline;
  paragraph->strong = !frame->weak && frame->text->len > 0;
  paragraph->breaks_page |= frame->breaks_page;
  paragraph->number = g_strdup (frame->number);
  if (frame->style != NULL)
    {
      paragraph->indent = frame->style->left + frame->style->first;
      paragraph->align = frame->style->align;
    }
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
  Frame frame;

  if (self->aside.depth > 0 || top_frame (self) == NULL)
    return;
  frame = *top_frame (self);
  /* Out of the array without being cleared. */
  g_array_set_clear_func (self->frames, NULL);
  g_array_set_size (self->frames, self->frames->len - 1);
  g_array_set_clear_func (self->frames, clear_frame);
  if (frame.page == 0 && self->real_pages)
    frame.page = self->page;
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
  clear_frame (&frame);
}

/* ---- lists and spans ---- */

static void
begin_list (Reader *self, const char **names, const char **values)
{
  const char *style = plt_xml_attribute (names, values, "text:style-name");
  const char *goes_on = plt_xml_attribute (names, values, "text:continue-numbering");
  const List *outer = top_list (self);
  List list = { .start = -1 };

  if (style != NULL)
    list.list = g_hash_table_lookup (self->looks->lists, style);
  else if (outer != NULL)
    list.list = outer->list;
  if (outer == NULL && list.list != NULL && self->aside.depth == 0
      && g_strcmp0 (goes_on, "true") != 0
      && plt_xml_attribute (names, values, "text:continue-list") == NULL)
    memset (list.list->counters, 0, sizeof list.list->counters);
  g_array_append_val (self->lists, list);
}

static void
begin_item (Reader *self, gboolean counts, const char **names, const char **values)
{
  List *list = top_list (self);

  if (list == NULL)
    return;
  list->counts = counts;
  list->start = read_start (names, values);
}

static void
begin_span (Reader *self, const char **names, const char **values)
{
  const PltOdtStyle *style = plt_odt_find_style (
      self->looks->text_styles, plt_xml_attribute (names, values, "text:style-name"));
  Look look = { -1, -1, -1 };

  if (style != NULL)
    look = (Look){ style->caps, style->hidden, style->strong };
  g_array_append_val (self->spans, look);
}

/* ---- asides ---- */

static void
begin_aside (Reader *self, PltLeftOut what)
{
  if (self->aside.depth > 0)
    return;
  self->aside.depth = self->depth + 1;
  self->aside.what = what;
  g_string_truncate (self->aside.text, 0);
}

static void
end_aside (Reader *self)
{
  const Frame *frame = top_frame (self);

  if (self->aside.depth != self->depth + 1)
    return;
  self->aside.depth = 0;
  plt_styled_text_leave_out (self->text, self->aside.what,
                             frame != NULL ? frame->line : self->lines, self->aside.text->str);
}

/* ---- elements ---- */

static void
start_paragraphs (Reader *self, Element element, const char **names, const char **values)
{
  switch (element)
    {
    case PARAGRAPH:
    case HEADING:
      begin_paragraph (self, element, names, values);
      break;
    case SPAN:
      begin_span (self, names, values);
      break;
    case SPACES:
      append_spaces (self, names, values);
      break;
    case TAB:
      append (self, "\t", 1, FALSE);
      break;
    case LINE_BREAK:
      append (self, "\n", 1, FALSE);
      break;
    case PAGE_BREAK:
      self->page += self->aside.depth == 0 ? 1 : 0;
      break;
    case LIST:
      begin_list (self, names, values);
      break;
    case LIST_ITEM:
    case LIST_HEADER:
      begin_item (self, element == LIST_ITEM, names, values);
      break;
    case BOX:
      self->boxes++;
      break;
    case DELETION:
      begin_aside (self, PLT_LEFT_OUT_DELETED);
      break;
    case ANNOTATION:
      begin_aside (self, PLT_LEFT_OUT_COMMENT);
      break;
    case NOTE:
      begin_aside (self, PLT_LEFT_OUT_NOTE);
      break;
    case CONTENTS:
      begin_aside (self, PLT_LEFT_OUT_CONTENTS);
      break;
    case HIDDEN:
      begin_aside (self, PLT_LEFT_OUT_HIDDEN);
      break;
    case OTHER:
    case BODY:
    case NUMBER:
    case SKIPPED:
    default:
      break;
    }
}

static void
start_in_content (gpointer data, const char *name, const char **names, const char **values)
{
  Reader *self = data;
  Element element = find_element (name);

  if (element == BODY)
    self->in_body = TRUE;
  else if (self->in_body && self->skipping == 0)
    {
      if (element == SKIPPED)
        self->skipping = self->depth + 1;
      else
        start_paragraphs (self, element, names, values);
    }
  self->stack[self->depth++] = element;
}

static void
end_paragraphs (Reader *self, Element element)
{
  switch (element)
    {
    case PARAGRAPH:
    case HEADING:
      end_paragraph (self);
      break;
    case SPAN:
      if (self->spans->len > 0)
        g_array_set_size (self->spans, self->spans->len - 1);
      break;
    case LIST:
      if (self->lists->len > 0)
        g_array_set_size (self->lists, self->lists->len - 1);
      break;
    case BOX:
      self->boxes--;
      break;
    case DELETION:
    case ANNOTATION:
    case NOTE:
    case CONTENTS:
    case HIDDEN:
      end_aside (self);
      break;
    case OTHER:
    case BODY:
    case SPACES:
    case TAB:
    case LINE_BREAK:
    case PAGE_BREAK:
    case LIST_ITEM:
    case LIST_HEADER:
    case NUMBER:
    case SKIPPED:
    default:
      break;
    }
}

static void
end_in_content (gpointer data, const char *name)
{
  Reader *self = data;
  Element element = self->stack[--self->depth];

  if (element == BODY)
    self->in_body = FALSE;
  else if (self->skipping > 0)
    {
      if (self->skipping == self->depth + 1)
        self->skipping = 0;
    }
  else if (self->in_body)
    end_paragraphs (self, element);
}

/* The number that the file holds for programs that do not count. */
static void
take_number (Reader *self, const char *text, gsize length)
{
  Frame *frame = top_frame (self);

  if (frame == NULL || self->aside.depth > 0)
    return;
  g_free (frame->number);
  frame->number = g_strstrip (g_strndup (text, length));
}

static void
text_in_content (gpointer data, const char *text, gsize length)
{
  Reader *self = data;

  if (!self->in_body || self->skipping > 0)
    return;
  if (parent_of (self) == NUMBER)
    take_number (self, text, length);
  else
    append (self, text, length, TRUE);
}

/* ---- the whole ---- */

static gboolean
read_all (Reader *self,
          const PltOdtPart *content,
          const PltOdtPart *styles,
          const char *name,
          GError **error)
{
  static const PltXmlParser parser
      = { start_in_content, end_in_content, text_in_content, plt_odt_namespaces };

  if (styles->bytes != content->bytes && !plt_odt_read_styles (self->looks, styles, name, error))
    return FALSE;
  if (!plt_odt_read_styles (self->looks, content, name, error)
      || !plt_xml_parse (&parser, content->bytes, content->length, name, content->name, self,
                         error))
    return FALSE;
  plt_styled_text_leave_out (self->text, PLT_LEFT_OUT_FRAME, 0, self->looks->frames->str);
  return TRUE;
}

PltScript *
plt_odt_read_parts (const PltOdtPart *content,
                    const PltOdtPart *styles,
                    const char *name,
                    GError **error)
{
  PltOdtLooks looks;
  g_autoptr (PltStyledText) text = plt_styled_text_new ("odt");
  Reader self = { .looks = &looks, .text = text, .page = 1 };
  PltScript *script = NULL;

  g_return_val_if_fail (content->bytes != NULL && name != NULL, NULL);

  plt_odt_looks_init (&looks);
  self.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_array_set_clear_func (self.frames, clear_frame);
  self.pending = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_array_set_clear_func (self.pending, clear_frame);
  self.lists = g_array_new (FALSE, FALSE, sizeof (List));
  self.spans = g_array_new (FALSE, FALSE, sizeof (Look));
  self.aside.text = g_string_new (NULL);
  self.real_pages
      = g_strstr_len (content->bytes, (gssize) content->length, "soft-page-break") != NULL;
  if (read_all (&self, content, styles, name, error))
    script = plt_styled_text_to_script (text, name, error);
  g_string_free (self.aside.text, TRUE);
  g_array_unref (self.spans);
  g_array_unref (self.lists);
  g_array_unref (self.pending);
  g_array_unref (self.frames);
  plt_odt_looks_clear (&looks);
  return script;
}

static gboolean
refuse_password (const PltArchive *archive, const char *name, GError **error)
{
  gsize length = 0;
  const char *manifest = plt_archive_get (archive, "META-INF/manifest.xml", &length);

  if (manifest == NULL || g_strstr_len (manifest, (gssize) length, "encryption-data") == NULL)
    return FALSE;
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
               _ ("“%s” is protected by a password: save it without one and import that."), name);
  return TRUE;
}

PltScript *
plt_odt_read (PltArchive *archive, const char *name, GError **error)
{
  static const char *const members[]
      = { "content.xml", "styles.xml", "META-INF/manifest.xml", NULL };
  PltOdtPart content = { NULL, 0, "content.xml" };
  PltOdtPart styles = { NULL, 0, "styles.xml" };

  if (!plt_archive_load (archive, members, error) || refuse_password (archive, name, error))
    return NULL;
  content.bytes = plt_archive_get (archive, content.name, &content.length);
  styles.bytes = plt_archive_get (archive, styles.name, &styles.length);
  if (content.bytes == NULL)
    {
      plt_archive_set_missing_error (name, content.name, error);
      return NULL;
    }
  return plt_odt_read_parts (&content, &styles, name, error);
}
