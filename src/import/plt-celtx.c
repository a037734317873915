#include "plt-celtx.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-html.h"
#include "plt-script-builder.h"
#include "plt-styled-text.h"
#include "plt-text.h"
#include "plt-xml.h"

#define PROJECT "project.rdf"
#define MAX_SCRIPTS 40

/* ---- one page ---- */

typedef struct
{
  PltScriptBuilder *builder;
  GString *text;
  char *kind;   /* (nullable): class of the paragraph being read; NULL between paragraphs */
  char *number; /* (nullable) */
  guint line;
  guint skipped;       /* open elements inside a page number */
  gboolean numbered;   /* the project prints the numbers of its scenes */
  gboolean in_title;   /* <title> */
  char *title;         /* (nullable) */
  GHashTable *unknown; /* classes said already */
} Reader;

static gboolean
find_kind (const char *class, PltParagraphKind *kind)
{
  static const struct
  {
    const char *class;
    PltParagraphKind kind;
  } kinds[] = {
    { "action", PLT_PARAGRAPH_ACTION },
    { "text", PLT_PARAGRAPH_ACTION },
    { "shot", PLT_PARAGRAPH_ACTION },
    { "", PLT_PARAGRAPH_ACTION },
    { "sceneheading", PLT_PARAGRAPH_HEADING },
    { "character", PLT_PARAGRAPH_CHARACTER },
    { "dialog", PLT_PARAGRAPH_DIALOGUE },
    { "dialogue", PLT_PARAGRAPH_DIALOGUE },
    { "parenthetical", PLT_PARAGRAPH_PARENTHETICAL },
    { "transition", PLT_PARAGRAPH_TRANSITION },
    { "act", PLT_PARAGRAPH_SECTION },
    { "actbreak", PLT_PARAGRAPH_SECTION },
    { "scenetitle", PLT_PARAGRAPH_SECTION },
    { "lyrics", PLT_PARAGRAPH_LYRIC },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (class, kinds[i].class) == 0)
      {
        *kind = kinds[i].kind;
        return TRUE;
      }
  *kind = PLT_PARAGRAPH_ACTION;
  return FALSE;
}

/* Line breaks of the author stay; the one that Celtx puts at the end of a paragraph does not. */
static char *
take_text (Reader *self)
{
  char *text = plt_script_compose (g_strdup (self->text->str));
  gsize n = 0;

  for (const char *p = text; *p != '\0'; p++)
    if (*p != '\n' || (n > 0 && text[n - 1] != '\n'))
      {
        while (*p == '\n' && n > 0 && text[n - 1] == ' ')
          n--;
        if (*p != ' ' || (n > 0 && text[n - 1] != '\n'))
          text[n++] = *p;
      }
  text[n] = '\0';
  return g_strstrip (text);
}

static void
add_heading (Reader *self, const char *text)
{
  g_auto (PltHeading) heading = { NULL };
  g_autofree char *flat = plt_styled_capitals (text);
  g_autofree char *shown = NULL;

  g_strdelimit (flat, "\n", ' ');
  plt_heading_parse (flat, -1, TRUE, &heading);
  if (self->numbered && self->number != NULL && self->number[0] != '\0')
    {
      plt_set_str (&heading.number, self->number);
      shown = g_strdup_printf ("%s. %s", self->number, flat);
    }
  else
    shown = g_strdup (flat);
  plt_script_builder_add_heading (self->builder, self->line, shown, strlen (shown), &heading,
                                  PLT_HEADING_SURE);
}

static void
add_paragraph (Reader *self)
{
  g_autofree char *text = take_text (self);
  g_autofree char *upper = NULL;
  PltParagraphKind kind;

  if (text[0] == '\0')
    return;
  if (!find_kind (self->kind, &kind) && g_hash_table_add (self->unknown, g_strdup (self->kind)))
    plt_script_add_remark (plt_script_builder_get_script (self->builder), PLT_REMARK_KEPT,
                           self->line, text, _ ("Paragraphs of the type “%s” were kept as action."),
                           self->kind);
  if (kind == PLT_PARAGRAPH_HEADING)
    {
      add_heading (self, text);
      return;
    }
  if (kind == PLT_PARAGRAPH_CHARACTER || kind == PLT_PARAGRAPH_TRANSITION)
    {
      upper = plt_styled_capitals (text);
      g_strdelimit (upper, "\n", ' ');
    }
  if (kind == PLT_PARAGRAPH_CHARACTER)
    plt_script_builder_add_cue (self->builder, self->line, upper, strlen (upper), FALSE);
  else
    {
      const char *shown = upper != NULL ? upper : text;

      plt_script_builder_add (self->builder, kind, self->line, shown, strlen (shown))->depth
          = kind == PLT_PARAGRAPH_SECTION ? 1 : 0;
    }
}

static void
end_paragraph (Reader *self)
{
  if (self->kind != NULL)
    add_paragraph (self);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->number, g_free);
  g_string_truncate (self->text, 0);
}

/* Line ends of the page are spaces; line breaks are <br>. */
static void
append_text (Reader *self, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (self->text, *p);
    else if (self->text->len > 0 && !g_ascii_isspace (self->text->str[self->text->len - 1]))
      g_string_append_c (self->text, ' ');
}

static void
read_meta (Reader *self, const PltHtmlToken *token)
{
  const char *name = plt_html_attribute (token, "name");
  const char *content = plt_html_attribute (token, "content");

  if (name == NULL || content == NULL)
    return;
  if (strcmp (name, "CX.sceneNumbering") == 0)
    self->numbered = strcmp (content, "none") != 0 && content[0] != '\0';
  else if (strcmp (name, "Author") == 0)
    plt_set_str (&plt_script_builder_get_script (self->builder)->author, content);
}

static void
begin_paragraph (Reader *self, const PltHtmlToken *token)
{
  const char *class = plt_html_attribute (token, "class");
  const char *number = plt_html_attribute (token, "scenestr");

  end_paragraph (self);
  self->kind = g_strdup (class != NULL ? class : "");
  self->number = g_strdup (number != NULL ? number : plt_html_attribute (token, "scenenumber"));
  self->line = token->line;
}

/* The number of a page that Celtx sets between the lines. */
static gboolean
skip_page_number (Reader *self, const PltHtmlToken *token)
{
  const char *class = plt_html_attribute (token, "class");

  if (strcmp (token->name, "br") == 0 || strcmp (token->name, "hr") == 0
      || strcmp (token->name, "img") == 0)
    return self->skipped > 0;
  if (token->name[0] == '\0')
    return self->skipped > 0;
  if (self->skipped > 0)
    self->skipped += token->end ? -1u : 1u;
  else if (!token->end && class != NULL && strcmp (class, "softbreak") == 0)
    self->skipped = 1;
  else
    return FALSE;
  return TRUE;
}

static void
read_token (Reader *self, const PltHtmlToken *token)
{
  if (skip_page_number (self, token))
    return;
  if (token->name[0] == '\0')
    {
      if (self->in_title)
        plt_set_str (&self->title, token->text->str);
      else if (self->kind != NULL)
        append_text (self, token->text->str);
    }
  else if (strcmp (token->name, "p") == 0)
    {
      if (token->end)
        end_paragraph (self);
      else
        begin_paragraph (self, token);
    }
  else if (strcmp (token->name, "br") == 0)
    g_string_append_c (self->text, '\n');
  else if (strcmp (token->name, "title") == 0)
    self->in_title = !token->end;
  else if (strcmp (token->name, "meta") == 0)
    read_meta (self, token);
}

/* The names that Celtx itself gives to a new script are no titles. */
static gboolean
is_title (const char *text)
{
  static const char *const names[] = { "", "screenplay", "script", "scenario", "untitled" };
  g_autofree char *folded = plt_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (g_strstrip (folded), names[i]) == 0)
      return FALSE;
  return TRUE;
}

PltScript *
plt_celtx_read_page (const char *bytes, gsize length, const char *title)
{
  g_autofree char *text = plt_text_to_utf8 (bytes, length, NULL, NULL);
  g_autoptr (PltScriptBuilder) builder = plt_script_builder_new ("celtx");
  g_autoptr (GHashTable) unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader self = { .builder = builder, .unknown = unknown, .text = g_string_new (NULL) };
  PltHtml html;
  const PltHtmlToken *token;
  PltScript *script = plt_script_builder_get_script (builder);

  plt_html_init (&html, text, strlen (text));
  while ((token = plt_html_next (&html)) != NULL)
    read_token (&self, token);
  end_paragraph (&self);
  plt_html_clear (&html);
  if (self.title != NULL && is_title (self.title))
    plt_set_str (&script->title, self.title);
  else if (title != NULL && is_title (title))
    plt_set_str (&script->title, title);
  g_free (self.title);
  g_string_free (self.text, TRUE);
  return plt_script_builder_finish (builder);
}

/* ---- the project ---- */

typedef struct
{
  char *member;
  char *title;
} Document;

static void
free_document (gpointer data)
{
  Document *self = data;

  g_free (self->member);
  g_free (self->title);
  g_free (self);
}

typedef struct
{
  char *title;          /* (nullable): of the project */
  GPtrArray *documents; /* Document */
  Document *document;   /* being read, not yet known to be a script */
} Project;

static void
start_in_project (gpointer data, const char *element, const char **names, const char **values)
{
  Project *self = data;
  const char *file;

  if (strcmp (element, "cx:Project") == 0)
    plt_set_str (&self->title, plt_xml_attribute (names, values, "dc:title"));
  else if (strcmp (element, "cx:Document") == 0)
    {
      file = plt_xml_attribute (names, values, "cx:localFile");
      g_clear_pointer (&self->document, free_document);
      self->document = g_new0 (Document, 1);
      self->document->member = g_strdup (file);
      self->document->title = g_strdup (plt_xml_attribute (names, values, "dc:title"));
    }
  else if (self->document != NULL && strcmp (element, "cx:doctype") == 0)
    {
      const char *type = plt_xml_attribute (names, values, "RDF:resource");

      if (type != NULL && g_str_has_suffix (type, "/ScriptDocument")
          && self->document->member != NULL && self->documents->len < MAX_SCRIPTS)
        g_ptr_array_add (self->documents, g_steal_pointer (&self->document));
    }
}

static const PltXmlNamespace namespaces[]
    = { { "http://celtx.com/NS/v1/", "cx" },
        { "http://purl.org/dc/elements/1.1/", "dc" },
        { "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "RDF" },
        { NULL, NULL } };

/* Without a project that names them: the pages that Celtx calls scripts. */
static void
find_scripts (Project *self, const PltArchive *archive)
{
  GPtrArray *names = plt_archive_get_names (archive);

  for (guint i = 0; i < names->len && self->documents->len < MAX_SCRIPTS; i++)
    {
      const char *member = g_ptr_array_index (names, i);
      Document *document;

      if (!g_str_has_prefix (member, "script") || !g_str_has_suffix (member, ".html"))
        continue;
      document = g_new0 (Document, 1);
      document->member = g_strdup (member);
      g_ptr_array_add (self->documents, document);
    }
}

static gboolean
load_pages (const Project *self, PltArchive *archive, GError **error)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  for (guint i = 0; i < self->documents->len; i++)
    g_ptr_array_add (members, ((Document *) g_ptr_array_index (self->documents, i))->member);
  g_ptr_array_add (members, NULL);
  return plt_archive_load (archive, (const char *const *) members->pdata, error);
}

/* The script with the most scenes, the first of equals; the others are named. */
static PltScript *
choose_script (const Project *self, PltArchive *archive)
{
  g_autoptr (PltScript) best = NULL;
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  const char *best_title = NULL;

  for (guint i = 0; i < self->documents->len; i++)
    {
      const Document *document = g_ptr_array_index (self->documents, i);
      gsize length = 0;
      const char *bytes = plt_archive_get (archive, document->member, &length);
      g_autoptr (PltScript) script = NULL;
      const char *title = document->title != NULL ? document->title : document->member;

      if (bytes == NULL)
        continue;
      script = plt_celtx_read_page (bytes, length, self->title);
      if (best == NULL || script->scenes->len > best->scenes->len)
        {
          PltScript *swapped = g_steal_pointer (&script);

          if (best != NULL && best->scenes->len > 0)
            g_ptr_array_add (others, (gpointer) best_title);
          script = best;
          best = swapped;
          best_title = title;
        }
      else if (script->scenes->len > 0)
        g_ptr_array_add (others, (gpointer) title);
    }
  for (guint i = 0; i < others->len; i++)
    plt_script_add_remark (best, PLT_REMARK_DROPPED, 0, g_ptr_array_index (others, i),
                           _ ("The project holds another script, “%s”, which was left out: export "
                              "it from Celtx to import it."),
                           (const char *) g_ptr_array_index (others, i));
  return g_steal_pointer (&best);
}

static PltScript *
read_project (Project *self, PltArchive *archive, const char *name, GError **error)
{
  static const PltXmlParser parser = { start_in_project, NULL, NULL, namespaces };
  static const char *const project[] = { PROJECT, NULL };
  PltScript *script;
  const char *bytes;
  gsize length = 0;

  if (!plt_archive_load (archive, project, error))
    return NULL;
  bytes = plt_archive_get (archive, PROJECT, &length);
  if (bytes != NULL && !plt_xml_parse (&parser, bytes, length, name, PROJECT, self, error))
    return NULL;
  if (self->documents->len == 0)
    find_scripts (self, archive);
  if (!load_pages (self, archive, error))
    return NULL;
  script = choose_script (self, archive);
  if (script == NULL)
    plt_archive_set_missing_error (name, "script.html", error);
  return script;
}

PltScript *
plt_celtx_read (PltArchive *archive, const char *name, GError **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (free_document);
  Project self = { .documents = documents };
  PltScript *script = read_project (&self, archive, name, error);

  g_free (self.title);
  g_clear_pointer (&self.document, free_document);
  return script;
}
