#include "plt-osf.h"

#include <string.h>

#include "plt-styled-text.h"
#include "plt-text.h"
#include "plt-xml.h"

#define DOCUMENT "document.xml"

typedef struct
{
  char *text;
  char *style;           /* (nullable) */
  char *number;          /* (nullable) */
  char *note, *synopsis; /* (nullable): beside it */
  guint line;
  PltAlign align;
  gboolean breaks_page;
} Para;

typedef struct
{
  GArray *paras[2]; /* Para: of the text, of the title page */
  guint where;      /* which of them */
  guint lines;
  Para para; /* being read */
  GString *text;
  gboolean in_para, in_text;
  gboolean in_list; /* of styles or words, whose elements have the same names */
  gboolean hides_numbers;
} Reader;

static void
clear_para (gpointer data)
{
  Para *self = data;

  g_free (self->text);
  g_free (self->style);
  g_free (self->number);
  g_free (self->note);
  g_free (self->synopsis);
}

gboolean
plt_osf_recognise (const char *head)
{
  return strstr (head, "Open Screenplay Format") != NULL;
}

/* ---- elements ---- */

static gboolean
is_true (const char *value)
{
  return value != NULL && (strcmp (value, "true") == 0 || strcmp (value, "1") == 0);
}

/* Version 2.1 writes "pageBreak" what all others write "page_break". */
static const char *
find_attribute (const char **names, const char **values, const char *name, const char *other)
{
  const char *value = plt_xml_attribute (names, values, name);

  return value != NULL ? value : plt_xml_attribute (names, values, other);
}

static void
begin_para (Reader *self, const char **names, const char **values)
{
  const char *number = plt_xml_attribute (names, values, "number");

  clear_para (&self->para);
  self->para = (Para){ .line = ++self->lines, .number = g_strdup (number) };
  self->para.note = g_strdup (plt_xml_attribute (names, values, "note"));
  self->para.synopsis = g_strdup (plt_xml_attribute (names, values, "synopsis"));
  self->para.breaks_page = is_true (find_attribute (names, values, "page_break", "pageBreak"));
  g_string_truncate (self->text, 0);
  self->in_para = TRUE;
}

static void
read_style (Reader *self, const char **names, const char **values)
{
  static const char *const attributes[] = { "basestylename", "baseStyleName", "basestyle", "name" };
  const char *align = plt_xml_attribute (names, values, "align");
  const char *number = plt_xml_attribute (names, values, "number");

  for (guint i = 0; i < G_N_ELEMENTS (attributes) && self->para.style == NULL; i++)
    self->para.style = g_strdup (plt_xml_attribute (names, values, attributes[i]));
  if (g_strcmp0 (align, "center") == 0)
    self->para.align = PLT_ALIGN_CENTER;
  else if (g_strcmp0 (align, "right") == 0)
    self->para.align = PLT_ALIGN_RIGHT;
  if (number != NULL && self->para.number == NULL)
    self->para.number = g_strdup (number);
}

static void
start_element (gpointer data, const char *name, const char **names, const char **values)
{
  Reader *self = data;

  self->in_text = FALSE;
  if (strcmp (name, "styles") == 0 || strcmp (name, "lists") == 0 || strcmp (name, "spelling") == 0)
    self->in_list = TRUE;
  else if (self->in_list)
    return;
  else if (strcmp (name, "settings") == 0)
    self->hides_numbers
        = g_strcmp0 (plt_xml_attribute (names, values, "scene_numbering"), "false") == 0;
  else if (strcmp (name, "titlepage") == 0)
    self->where = 1;
  else if (strcmp (name, "paragraphs") == 0)
    self->where = 0;
  else if (strcmp (name, "para") == 0)
    begin_para (self, names, values);
  else if (strcmp (name, "style") == 0 && self->in_para)
    read_style (self, names, values);
  else if (strcmp (name, "text") == 0 && self->in_para)
    self->in_text = TRUE;
}

static void
end_para (Reader *self)
{
  self->para.text = g_strdup (self->text->str);
  g_array_append_val (self->paras[self->where], self->para);
  memset (&self->para, 0, sizeof self->para);
  self->in_para = FALSE;
}

static void
end_element (gpointer data, const char *name)
{
  Reader *self = data;

  self->in_text = FALSE;
  if (strcmp (name, "styles") == 0 || strcmp (name, "lists") == 0 || strcmp (name, "spelling") == 0)
    self->in_list = FALSE;
  else if (strcmp (name, "titlepage") == 0)
    self->where = 0;
  else if (strcmp (name, "para") == 0 && self->in_para && !self->in_list)
    end_para (self);
}

static void
add_text (gpointer data, const char *text, gsize length)
{
  Reader *self = data;

  if (self->in_text)
    g_string_append_len (self->text, text, (gssize) length);
}

/* ---- the whole ---- */

static void
add_para (PltStyledText *text, const Para *para, gboolean of_title, gboolean numbered)
{
  PltParagraphKind kind = PLT_PARAGRAPH_ACTION;
  gboolean known = !of_title && para->style != NULL && plt_style_name_to_kind (para->style, &kind);
  gboolean capital = known
                     && (kind == PLT_PARAGRAPH_HEADING || kind == PLT_PARAGRAPH_CHARACTER
                         || kind == PLT_PARAGRAPH_TRANSITION);
  g_autofree char *shown
      = g_strstrip (capital ? plt_styled_capitals (para->text) : g_strdup (para->text));
  PltStyledParagraph *paragraph;

  if (known && kind == PLT_PARAGRAPH_PARENTHETICAL && shown[0] != '\0' && shown[0] != '(')
    { /* the program draws the brackets */
      char *bare = shown;

      shown = g_strdup_printf ("(%s)", bare);
      g_free (bare);
    }
  paragraph = plt_styled_text_add (text, shown, strlen (shown));
  paragraph->style = of_title ? "Title" : para->style;
  paragraph->line = para->line;
  paragraph->align = (guint8) para->align;
  paragraph->breaks_page |= para->breaks_page;
  if (numbered && known && kind == PLT_PARAGRAPH_HEADING && para->number != NULL
      && para->number[0] != '\0')
    paragraph->number = g_strconcat (para->number, ".", NULL);
  if (para->note != NULL)
    plt_styled_text_leave_out (text, PLT_LEFT_OUT_COMMENT, para->line, para->note);
  if (para->synopsis != NULL)
    plt_styled_text_leave_out (text, PLT_LEFT_OUT_SYNOPSIS, para->line, para->synopsis);
}

PltScript *
plt_osf_read_document (
    const char *bytes, gsize length, const char *name, const char *part, GError **error)
{
  static const PltXmlParser parser = { start_element, end_element, add_text, NULL };
  g_autoptr (PltStyledText) text = plt_styled_text_new ("osf");
  Reader self = { .text = g_string_new (NULL) };
  PltScript *script = NULL;

  for (guint i = 0; i < 2; i++)
    {
      self.paras[i] = g_array_new (FALSE, FALSE, sizeof (Para));
      g_array_set_clear_func (self.paras[i], clear_para);
    }
  if (plt_xml_parse (&parser, bytes, length, name, part, &self, error))
    {
      for (guint i = 2; i-- > 0;)
        for (guint k = 0; k < self.paras[i]->len; k++)
          add_para (text, &g_array_index (self.paras[i], Para, k), i == 1, !self.hides_numbers);
      script = plt_styled_text_to_script (text, name, error);
    }
  clear_para (&self.para);
  g_string_free (self.text, TRUE);
  g_array_unref (self.paras[0]);
  g_array_unref (self.paras[1]);
  return script;
}

PltScript *
plt_osf_read (PltArchive *archive, const char *name, GError **error)
{
  static const char *const members[] = { DOCUMENT, NULL };
  const char *bytes;
  gsize length = 0;

  if (!plt_archive_load (archive, members, error))
    return NULL;
  bytes = plt_archive_get (archive, DOCUMENT, &length);
  return plt_osf_read_document (bytes, length, name, DOCUMENT, error);
}
