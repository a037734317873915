#include "plt-script.h"

#include <string.h>

#include "plt-table.h"

#include "plt-text.h"

static void
paragraph_free (gpointer data)
{
  PltParagraph *self = data;

  g_free (self->text);
  g_free (self);
}

static void
scene_free (gpointer data)
{
  PltScene *self = data;

  g_free (self->number);
  g_free (self->int_ext);
  g_free (self->effect);
  g_free (self->set);
  g_free (self->sub_set);
  g_free (self->heading);
  g_free (self->synopsis);
  g_free (self->story_day);
  g_free (self);
}

static void
character_free (gpointer data)
{
  PltCharacter *self = data;

  g_free (self->name);
  g_free (self);
}

static void
tag_free (gpointer data)
{
  PltScriptTag *self = data;

  g_free (self->category);
  g_free (self->name);
  g_free (self);
}

static void
remark_free (gpointer data)
{
  PltRemark *self = data;

  g_free (self->message);
  g_free (self->text);
  g_free (self);
}

/**
 * plt_script_new:
 * @format: static: "fountain", "fdx"
 *
 * Returns: (transfer full): an empty script, its title and author ""
 */
PltScript *
plt_script_new (const char *format)
{
  PltScript *self;

  g_return_val_if_fail (format != NULL, NULL);

  self = g_new0 (PltScript, 1);
  self->format = format;
  self->title = g_strdup ("");
  self->author = g_strdup ("");
  self->paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  self->scenes = g_ptr_array_new_with_free_func (scene_free);
  self->characters = g_ptr_array_new_with_free_func (character_free);
  self->tags = g_ptr_array_new_with_free_func (tag_free);
  self->remarks = g_ptr_array_new_with_free_func (remark_free);
  return self;
}

static gpointer
paragraph_copy (gconstpointer source)
{
  PltParagraph *copy = g_memdup2 (source, sizeof (PltParagraph));

  copy->text = g_strdup (copy->text);
  return copy;
}

static gpointer
scene_copy (gconstpointer source)
{
  PltScene *copy = g_memdup2 (source, sizeof (PltScene));

  copy->number = g_strdup (copy->number);
  copy->int_ext = g_strdup (copy->int_ext);
  copy->effect = g_strdup (copy->effect);
  copy->set = g_strdup (copy->set);
  copy->sub_set = g_strdup (copy->sub_set);
  copy->heading = g_strdup (copy->heading);
  copy->synopsis = g_strdup (copy->synopsis);
  copy->story_day = g_strdup (copy->story_day);
  return copy;
}

static gpointer
character_copy (gconstpointer source)
{
  PltCharacter *copy = g_memdup2 (source, sizeof (PltCharacter));

  copy->name = g_strdup (copy->name);
  return copy;
}

static gpointer
tag_copy (gconstpointer source)
{
  PltScriptTag *copy = g_memdup2 (source, sizeof (PltScriptTag));

  copy->category = g_strdup (copy->category);
  copy->name = g_strdup (copy->name);
  return copy;
}

static gpointer
remark_copy (gconstpointer source)
{
  PltRemark *copy = g_memdup2 (source, sizeof (PltRemark));

  copy->message = g_strdup (copy->message);
  copy->text = g_strdup (copy->text);
  return copy;
}

static void
copy_all (GPtrArray *to, const GPtrArray *from, gpointer (*copy) (gconstpointer))
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, copy (from->pdata[i]));
}

/**
 * plt_script_copy:
 * @self: a script
 *
 * Returns: (transfer full): the same, of its own
 */
PltScript *
plt_script_copy (const PltScript *self)
{
  PltScript *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = plt_script_new (self->format);
  plt_set_str (&copy->title, self->title);
  plt_set_str (&copy->author, self->author);
  copy->pages = self->pages;
  copy_all (copy->paragraphs, self->paragraphs, paragraph_copy);
  copy_all (copy->scenes, self->scenes, scene_copy);
  copy_all (copy->characters, self->characters, character_copy);
  copy_all (copy->tags, self->tags, tag_copy);
  copy_all (copy->remarks, self->remarks, remark_copy);
  return copy;
}

/**
 * plt_script_free:
 * @self: (transfer full): a script
 */
void
plt_script_free (PltScript *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_free (self->author);
  g_ptr_array_unref (self->paragraphs);
  g_ptr_array_unref (self->scenes);
  g_ptr_array_unref (self->characters);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->remarks);
  g_free (self);
}

/**
 * plt_script_add_paragraph:
 * @self: a script
 * @kind: what it is
 * @line: where it begins, from 1
 * @text: UTF-8, copied
 * @length: bytes of @text, -1 when it ends with NUL
 *
 * The paragraph belongs to the last scene, which counts it, or to none before the first scene.
 *
 * Returns: (transfer none): the paragraph, to be completed
 */
PltParagraph *
plt_script_add_paragraph (
    PltScript *self, PltParagraphKind kind, guint line, const char *text, gssize length)
{
  PltParagraph *paragraph;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  paragraph = g_new0 (PltParagraph, 1);
  paragraph->kind = kind;
  paragraph->text = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  paragraph->line = line;
  paragraph->scene = (gint) self->scenes->len - 1;
  if (paragraph->scene >= 0)
    {
      PltScene *scene = g_ptr_array_index (self->scenes, paragraph->scene);

      scene->n_paragraphs++;
    }
  g_ptr_array_add (self->paragraphs, paragraph);
  return paragraph;
}

/**
 * plt_script_add_scene:
 * @self: a script
 * @line: of its heading
 *
 * Begins a scene: the next paragraph added is its heading. All its texts are "", to be replaced
 * with plt_set_str().
 *
 * Returns: (transfer none): the scene, to be completed
 */
PltScene *
plt_script_add_scene (PltScript *self, guint line)
{
  PltScene *scene;

  g_return_val_if_fail (self != NULL, NULL);

  scene = g_new0 (PltScene, 1);
  scene->number = g_strdup ("");
  scene->int_ext = g_strdup ("");
  scene->effect = g_strdup ("");
  scene->set = g_strdup ("");
  scene->sub_set = g_strdup ("");
  scene->heading = g_strdup ("");
  scene->synopsis = g_strdup ("");
  scene->story_day = g_strdup ("");
  scene->line = line;
  scene->first = self->paragraphs->len;
  g_ptr_array_add (self->scenes, scene);
  return scene;
}

/**
 * plt_script_add_tag:
 * @self: a script with a paragraph
 * @start: first sign of the passage in the paragraph last added, in characters
 * @length: in characters, 0 for the scene as a whole
 * @category: as the file names it
 * @name: of the element
 *
 * Returns: (transfer none): the tag, to be completed
 */
PltScriptTag *
plt_script_add_tag (
    PltScript *self, guint start, guint length, const char *category, const char *name)
{
  PltScriptTag *tag;

  g_return_val_if_fail (self != NULL && category != NULL && name != NULL, NULL);
  g_return_val_if_fail (self->paragraphs->len > 0, NULL);

  tag = g_new0 (PltScriptTag, 1);
  tag->paragraph = self->paragraphs->len - 1;
  tag->start = start;
  tag->length = length;
  tag->category = g_strdup (category);
  tag->name = g_strdup (name);
  g_ptr_array_add (self->tags, tag);
  return tag;
}

/**
 * plt_script_add_remark:
 * @self: a script
 * @kind: what was done with the text
 * @line: where, 0 for the whole
 * @text: (nullable): what it is about, as written
 * @format: one translated sentence, as for printf()
 *
 * What it quotes may be of many lines and any length: the sentence is one line, of at most
 * PLT_REMARK_SIGNS.
 */
void
plt_script_add_remark (
    PltScript *self, PltRemarkKind kind, guint line, const char *text, const char *format, ...)
{
  g_autofree char *message = NULL;
  PltRemark *remark;
  va_list args;

  g_return_if_fail (self != NULL && format != NULL);

  remark = g_new0 (PltRemark, 1);
  remark->kind = kind;
  remark->line = line;
  remark->text = g_strdup (text != NULL ? text : "");
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  remark->message = plt_text_squeeze (message);
  if (strlen (remark->message) > PLT_REMARK_SIGNS)
    {
      g_autofree char *whole = remark->message;

      remark->message = plt_text_shorten (whole, PLT_REMARK_SIGNS);
    }
  g_ptr_array_add (self->remarks, remark);
}

/**
 * plt_paragraph_kind_id:
 * @kind: a kind
 *
 * Returns: the id that script_block.kind stores
 */
const char *
plt_paragraph_kind_id (PltParagraphKind kind)
{
  static const char *const ids[] = {
    [PLT_PARAGRAPH_HEADING] = "heading",     [PLT_PARAGRAPH_ACTION] = "action",
    [PLT_PARAGRAPH_CHARACTER] = "character", [PLT_PARAGRAPH_PARENTHETICAL] = "parenthetical",
    [PLT_PARAGRAPH_DIALOGUE] = "dialogue",   [PLT_PARAGRAPH_TRANSITION] = "transition",
    [PLT_PARAGRAPH_LYRIC] = "lyric",         [PLT_PARAGRAPH_CENTERED] = "centered",
    [PLT_PARAGRAPH_NOTE] = "note",           [PLT_PARAGRAPH_SECTION] = "section",
    [PLT_PARAGRAPH_SYNOPSIS] = "synopsis",   [PLT_PARAGRAPH_PAGE_BREAK] = "page_break",
    [PLT_PARAGRAPH_TITLE] = "title",         [PLT_PARAGRAPH_BONEYARD] = "boneyard",
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (ids), "action");

  return ids[kind];
}

gboolean
plt_paragraph_kind_find (const char *id, PltParagraphKind *kind)
{
  g_return_val_if_fail (id != NULL && kind != NULL, FALSE);

  for (guint i = PLT_PARAGRAPH_HEADING; i <= PLT_PARAGRAPH_BONEYARD; i++)
    if (strcmp (id, plt_paragraph_kind_id ((PltParagraphKind) i)) == 0)
      {
        *kind = (PltParagraphKind) i;
        return TRUE;
      }
  return FALSE;
}

const char *
plt_paragraph_kind_title (PltParagraphKind kind)
{
  const PltColumn *column = plt_table_column (plt_table_find ("script_block"), "kind");

  return plt_choice_title (plt_column_find_choice (column, plt_paragraph_kind_id (kind)));
}

const PltParagraphKind *
plt_paragraph_kinds_to_say (guint *n)
{
  static const PltParagraphKind kinds[] = {
    PLT_PARAGRAPH_HEADING,  PLT_PARAGRAPH_ACTION,        PLT_PARAGRAPH_CHARACTER,
    PLT_PARAGRAPH_DIALOGUE, PLT_PARAGRAPH_PARENTHETICAL, PLT_PARAGRAPH_TRANSITION,
    PLT_PARAGRAPH_CENTERED, PLT_PARAGRAPH_NOTE,
  };

  *n = G_N_ELEMENTS (kinds);
  return kinds;
}

void
plt_heading_bare_range (const char *text, const char *number, gsize *start, gsize *length)
{
  gsize end, digits, begin = 0;

  g_return_if_fail (text != NULL && number != NULL && start != NULL && length != NULL);

  end = strlen (text);
  digits = strlen (number);
  if (end > 2 && text[end - 1] == '#')
    {
      const char *mark = g_strrstr_len (text, (gssize) end - 1, "#");

      if (mark != NULL)
        end = (gsize) (mark - text);
    }
  if (digits > 0 && digits < end && strncmp (text, number, digits) == 0
      && strchr (".)- ", text[digits]) != NULL)
    begin = digits + strspn (text + digits, ".)- ");
  while (end > begin && g_ascii_isspace (text[end - 1]))
    end--;
  *start = MIN (begin, end);
  *length = end - *start;
}

guint
plt_script_paper_page (const PltScript *self, guint line)
{
  if (line == 0 || strcmp (self->format, "pdf") != 0)
    return 0;
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const PltParagraph *paragraph = self->paragraphs->pdata[i];

      if (paragraph->line == line)
        return paragraph->page;
    }
  return 0;
}
