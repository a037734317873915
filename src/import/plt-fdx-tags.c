/* The production tags of Final Draft: <Text TagNumber="4"> marks a passage, <Tag Number="4"> names
 * the definitions it stands for, each <TagDefinition> its label and its category. The marks come
 * first in the file and mean nothing until the definitions are read. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-fdx-private.h"

#define MAX_PASSAGES 100000
#define MAX_NUMBERS 16    /* on one run of text */
#define MAX_DEFINITIONS 8 /* of one tag */
#define MAX_NUMBER_BYTES 40

typedef struct
{
  const char *category; /* id */
  const char *label;
} Definition;

typedef struct
{
  PltParagraph *paragraph;
  guint from, to; /* signs */
  const char *number;
} Passage;

typedef struct
{
  guint n;
  const char *ids[MAX_DEFINITIONS];
} Tag;

struct _PltFdxTags
{
  GStringChunk *strings;
  GHashTable *categories;  /* id -> name */
  GHashTable *definitions; /* id -> Definition */
  GHashTable *tags;        /* number -> Tag */
  Tag *tag;                /* being read, NULL outside */
  GString *id;             /* of <DefId> */
  GArray *passages;
  guint left_out;
};

PltFdxTags *
plt_fdx_tags_new (void)
{
  PltFdxTags *self = g_new0 (PltFdxTags, 1);

  self->strings = g_string_chunk_new (1024);
  self->categories = g_hash_table_new (g_str_hash, g_str_equal);
  self->definitions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->tags = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->id = g_string_new (NULL);
  self->passages = g_array_new (FALSE, FALSE, sizeof (Passage));
  return self;
}

void
plt_fdx_tags_free (PltFdxTags *self)
{
  g_hash_table_unref (self->categories);
  g_hash_table_unref (self->definitions);
  g_hash_table_unref (self->tags);
  g_string_free (self->id, TRUE);
  g_array_unref (self->passages);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* ---- definitions ---- */

static const char *
keep (PltFdxTags *self, const char *text)
{
  return g_string_chunk_insert_const (self->strings, text);
}

static void
add_definition (PltFdxTags *self, const char **names, const char **values)
{
  const char *id = plt_fdx_attribute (names, values, "Id");
  const char *category = plt_fdx_attribute (names, values, "CatId");
  const char *label = plt_fdx_attribute (names, values, "Label");
  Definition *definition;

  if (id == NULL || label == NULL || g_hash_table_contains (self->definitions, id))
    return;
  definition = g_new (Definition, 1);
  definition->category = keep (self, category != NULL ? category : "");
  definition->label = keep (self, label);
  g_hash_table_insert (self->definitions, (gpointer) keep (self, id), definition);
}

void
plt_fdx_tags_start (PltFdxTags *self,
                    PltFdxElement element,
                    const char **names,
                    const char **values)
{
  const char *id, *name;

  switch (element)
    {
    case PLT_FDX_TAG_CATEGORY:
      id = plt_fdx_attribute (names, values, "Id");
      name = plt_fdx_attribute (names, values, "Name");
      if (id != NULL && name != NULL && !g_hash_table_contains (self->categories, id))
        g_hash_table_insert (self->categories, (gpointer) keep (self, id),
                             (gpointer) keep (self, name));
      break;
    case PLT_FDX_TAG_DEFINITION:
      add_definition (self, names, values);
      break;
    case PLT_FDX_TAG:
      name = plt_fdx_attribute (names, values, "Number");
      self->tag = NULL;
      if (name == NULL || strlen (name) > MAX_NUMBER_BYTES)
        break;
      self->tag = g_hash_table_lookup (self->tags, name);
      if (self->tag == NULL)
        {
          self->tag = g_new0 (Tag, 1);
          g_hash_table_insert (self->tags, (gpointer) keep (self, name), self->tag);
        }
      break;
    case PLT_FDX_DEF_ID:
      g_string_truncate (self->id, 0);
      break;
    default:
      break;
    }
}

void
plt_fdx_tags_add_text (PltFdxTags *self, const char *text, gsize length)
{
  if (self->tag != NULL && self->id->len + length < 1000)
    g_string_append_len (self->id, text, (gssize) length);
}

void
plt_fdx_tags_end (PltFdxTags *self, PltFdxElement element)
{
  if (element == PLT_FDX_TAG)
    self->tag = NULL;
  else if (element == PLT_FDX_DEF_ID && self->tag != NULL && self->tag->n < MAX_DEFINITIONS)
    self->tag->ids[self->tag->n++] = keep (self, g_strstrip (self->id->str));
}

/* ---- passages ---- */

/* Final Draft cuts a passage where its style changes: what goes on under one number is one. */
static gboolean
extend_last (PltFdxTags *self, const Passage *passage)
{
  for (guint i = self->passages->len, n = 0; i-- > 0 && n < MAX_NUMBERS; n++)
    {
      Passage *last = &g_array_index (self->passages, Passage, i);

      if (last->paragraph != passage->paragraph)
        return FALSE;
      if (last->to == passage->from && strcmp (last->number, passage->number) == 0)
        {
          last->to = passage->to;
          return TRUE;
        }
    }
  return FALSE;
}

void
plt_fdx_tags_mark (
    PltFdxTags *self, PltParagraph *paragraph, guint from, guint to, const char *numbers)
{
  const char *p = numbers;

  for (guint n = 0; n < MAX_NUMBERS && *p != '\0'; n++)
    {
      gsize length = strcspn (p, ", ;");

      if (length > 0 && length <= MAX_NUMBER_BYTES)
        {
          char number[MAX_NUMBER_BYTES + 1];
          Passage passage = { paragraph, from, to, number };

          memcpy (number, p, length);
          number[length] = '\0';
          passage.number = keep (self, number);
          if (self->passages->len >= MAX_PASSAGES)
            self->left_out++;
          else if (!extend_last (self, &passage))
            g_array_append_val (self->passages, passage);
        }
      p += length;
      p += strspn (p, ", ;");
    }
}

/* ---- the whole ---- */

/* Passages come in the order of the text: each is looked for from where the one before began. */
typedef struct
{
  const PltParagraph *paragraph;
  const char *at;
  guint signs;
} Cursor;

static const char *
advance (const char *p, guint signs)
{
  for (; signs > 0 && *p != '\0'; signs--)
    p = g_utf8_next_char (p);
  return p;
}

/* The passage without the spaces at its ends; "" when nothing is left of it. */
static char *
tighten (Passage *passage, Cursor *cursor)
{
  const char *from, *to;

  if (cursor->paragraph != passage->paragraph || cursor->signs > passage->from)
    *cursor = (Cursor){ passage->paragraph, passage->paragraph->text, 0 };
  from = advance (cursor->at, passage->from - cursor->signs);
  to = advance (from, passage->to - passage->from);
  cursor->at = from;
  cursor->signs = passage->from;
  while (from < to && g_unichar_isspace (g_utf8_get_char (from)))
    {
      from = g_utf8_next_char (from);
      passage->from++;
    }
  while (to > from && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (to))))
    to = g_utf8_prev_char (to);
  passage->to = passage->from + (guint) g_utf8_strlen (from, to - from);
  return g_strndup (from, (gsize) (to - from));
}

static void
add_tag (PltFdxTags *self, PltScript *script, guint index, const Passage *passage, const char *id)
{
  const Definition *definition = g_hash_table_lookup (self->definitions, id);
  const char *category;

  if (definition == NULL)
    return;
  category = g_hash_table_lookup (self->categories, definition->category);
  plt_script_add_tag (script, passage->from, passage->to - passage->from,
                      category != NULL ? category : "", definition->label)
      ->paragraph
      = index;
}

static gboolean
is_defined (PltFdxTags *self, const Tag *tag)
{
  for (guint i = 0; tag != NULL && i < tag->n; i++)
    if (g_hash_table_contains (self->definitions, tag->ids[i]))
      return TRUE;
  return FALSE;
}

static void
say_undefined (PltScript *script, const Passage *passage, const char *text, GHashTable *said)
{
  if (!g_hash_table_add (said, (gpointer) passage->number))
    return;
  plt_script_add_remark (
      script, PLT_REMARK_KEPT, passage->paragraph->line, text,
      _ ("“%s” carries a tag of Final Draft that the file does not define: it stays plain text."),
      text);
}

void
plt_fdx_tags_finish (PltFdxTags *self, PltScript *script)
{
  g_autoptr (GHashTable) indices = NULL;
  g_autoptr (GHashTable) said = NULL;
  Cursor cursor = { NULL, NULL, 0 };

  if (self->passages->len == 0)
    return;
  indices = g_hash_table_new (NULL, NULL);
  said = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < script->paragraphs->len; i++)
    g_hash_table_insert (indices, g_ptr_array_index (script->paragraphs, i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < self->passages->len; i++)
    {
      Passage *passage = &g_array_index (self->passages, Passage, i);
      const Tag *tag = g_hash_table_lookup (self->tags, passage->number);
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (indices, passage->paragraph));

      g_autofree char *text = tighten (passage, &cursor);

      if (text[0] == '\0')
        continue;
      if (!is_defined (self, tag))
        {
          say_undefined (script, passage, text, said);
          continue;
        }
      for (guint d = 0; d < tag->n; d++)
        add_tag (self, script, index, passage, tag->ids[d]);
    }
  if (self->left_out > 0)
    plt_script_add_remark (script, PLT_REMARK_DROPPED, 0, NULL,
                           ngettext ("%u tag beyond what a file may hold was left out.",
                                     "%u tags beyond what a file may hold were left out.",
                                     self->left_out),
                           self->left_out);
}
