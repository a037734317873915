#include "plt-tagging.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-breakdown-writer.h"
#include "plt-error.h"
#include "plt-text.h"
#include "plt-words.h"

char *
plt_tagging_words (const char *text, guint start, guint length)
{
  const char *from = text, *to;

  for (guint i = 0; i < start; i++, from = g_utf8_next_char (from))
    if (*from == '\0')
      return NULL;
  to = from;
  for (guint i = 0; i < length; i++, to = g_utf8_next_char (to))
    if (*to == '\0')
      return NULL;
  return g_strndup (from, (gsize) (to - from));
}

char *
plt_tagging_name (const PltFacts *facts, gint64 category, const char *words)
{
  g_autoptr (PltWords) cut = plt_words_new ();
  g_autofree char *line = plt_text_squeeze (words);
  g_autofree char *name = NULL;
  guint first = 0, n;
  const PltWord *from, *to;

  plt_words_cut (cut, line);
  n = plt_words_get_n (cut);
  if (n == 0)
    return g_steal_pointer (&line); /* signs alone */
  while (first + 1 < n && plt_word_is_article (plt_words_folded (cut, first)))
    first++;
  from = plt_words_get (cut, first);
  to = plt_words_get (cut, n - 1);
  name = g_strndup (line + from->byte, to->byte + to->n_bytes - from->byte);
  if (plt_category_is_role (facts, category))
    return g_utf8_strup (name, -1);
  if (plt_text_is_upper (name) && g_utf8_strlen (name, -1) > 3)
    return plt_text_title (name); /* not "VHF" */
  {
    const char *rest = g_utf8_next_char (name);
    g_autofree char *head = g_strndup (name, (gsize) (rest - name));
    g_autofree char *capital = g_utf8_strup (head, -1);

    return g_strconcat (capital, rest, NULL);
  }
}

/* The paragraph and the words, without the spaces around them; NULL with an error. */
static char *
read_range (const PltFacts *facts,
            gint64 block,
            guint *start,
            guint *length,
            const PltBlockFacts **found,
            GError **error)
{
  g_autofree char *words = NULL;
  char *from;
  glong blanks;

  *found = PLT_FACTS_FIND (facts->blocks, PltBlockFacts, block);
  if (*found == NULL)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("The paragraph is not in this version of the script. Choose the words again "
                      "in the current version."));
      return NULL;
    }
  if ((*found)->sequence == 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("These words belong to no sequence. Tag words that stand below a heading."));
      return NULL;
    }
  words = *length > 0 ? plt_tagging_words ((*found)->text, *start, *length) : NULL;
  if (words == NULL)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("Nothing is selected. Select the words to be tagged within one paragraph."));
      return NULL;
    }
  for (from = words, blanks = 0; g_unichar_isspace (g_utf8_get_char (from)); blanks++)
    from = g_utf8_next_char (from);
  if (*from == '\0')
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("Only spaces are selected. Select the words to be tagged."));
      return NULL;
    }
  for (char *end = from + strlen (from); end > from;)
    {
      end = g_utf8_prev_char (end);
      if (!g_unichar_isspace (g_utf8_get_char (end)))
        break;
      *end = '\0';
    }
  *start += (guint) blanks;
  *length = (guint) g_utf8_strlen (from, -1);
  return g_strdup (from);
}

static gboolean
add_tag (PltBreakdownWriter *writer,
         const PltBlockFacts *block,
         gint64 element,
         guint start,
         guint length,
         const char *words,
         GError **error)
{
  if (!plt_breakdown_writer_tag (writer, block->id, element, start, length, words))
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                   _ ("“%s” is tagged with this element already. Remove that tag first, or choose "
                      "another element."),
                   words);
      return FALSE;
    }
  plt_breakdown_writer_add (writer, block->sequence, element, PLT_UNKNOWN);
  return TRUE;
}

gboolean
plt_tagging_add (const PltFacts *facts,
                 gint64 block,
                 guint start,
                 guint length,
                 gint64 category,
                 const char *name,
                 PltBatch *batch,
                 GError **error)
{
  const PltBlockFacts *found;
  g_autofree char *words = NULL;
  g_autofree char *tidy = NULL;
  g_autoptr (PltBreakdownWriter) writer = NULL;
  gint64 element;

  g_return_val_if_fail (facts != NULL && batch != NULL, FALSE);

  words = read_range (facts, block, &start, &length, &found, error);
  if (words == NULL)
    return FALSE;
  if (PLT_FACTS_FIND (facts->categories, PltCategoryFacts, category) == NULL)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("The category is not there any more. Choose another one."));
      return FALSE;
    }
  tidy = name != NULL ? plt_text_squeeze (name) : plt_tagging_name (facts, category, words);
  if (*tidy == '\0')
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID, _ ("Type the name of an element."));
      return FALSE;
    }
  writer = plt_breakdown_writer_new (facts, batch);
  element = plt_breakdown_writer_find (writer, category, tidy, TRUE);
  if (element == 0)
    element = plt_breakdown_writer_make (writer, category, tidy);
  return add_tag (writer, found, element, start, length, words, error);
}

gboolean
plt_tagging_add_element (const PltFacts *facts,
                         gint64 block,
                         guint start,
                         guint length,
                         gint64 element,
                         PltBatch *batch,
                         GError **error)
{
  const PltBlockFacts *found;
  g_autofree char *words = NULL;
  g_autoptr (PltBreakdownWriter) writer = NULL;

  g_return_val_if_fail (facts != NULL && batch != NULL, FALSE);

  words = read_range (facts, block, &start, &length, &found, error);
  if (words == NULL)
    return FALSE;
  writer = plt_breakdown_writer_new (facts, batch);
  if (plt_breakdown_writer_category (writer, element) == 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("The element is not there any more. Choose another one."));
      return FALSE;
    }
  return add_tag (writer, found, element, start, length, words, error);
}

gboolean
plt_tagging_remove (const PltFacts *facts, gint64 tag, gboolean with_occurrence, PltBatch *batch)
{
  const PltTagFacts *gone;
  const PltBlockFacts *block;
  const PltOccurrenceFacts *occurrence;

  g_return_val_if_fail (facts != NULL && batch != NULL, FALSE);

  gone = PLT_FACTS_FIND (facts->tags, PltTagFacts, tag);
  if (gone == NULL)
    return FALSE;
  plt_batch_delete (batch, "script_tag", tag);
  block = PLT_FACTS_FIND (facts->blocks, PltBlockFacts, gone->script_block);
  if (!with_occurrence || block == NULL)
    return FALSE;
  for (guint i = 0; i < facts->tags.n; i++)
    {
      const PltTagFacts *other = &facts->tags.items[i];
      const PltBlockFacts *where
          = other->element == gone->element && other->id != tag
                ? PLT_FACTS_FIND (facts->blocks, PltBlockFacts, other->script_block)
                : NULL;

      if (where != NULL && where->sequence == block->sequence)
        return FALSE;
    }
  occurrence = plt_facts_find_occurrence (facts, block->sequence, gone->element);
  if (occurrence == NULL)
    return FALSE;
  plt_batch_delete (batch, "sequence_element", occurrence->id);
  return TRUE;
}

/* ---- everywhere ---- */

typedef struct
{
  const PltFacts *facts;
  gint64 element;
  gboolean plural;    /* whether the plural is the same name */
  GHashTable *keys;   /* first word of a name -> GPtrArray of its keys, the longest first */
  GHashTable *tagged; /* block -> GArray of guint: start, end, start, end ... of its tags */
  PltWords *words;
} Search;

static int
compare_length (gconstpointer a, gconstpointer b)
{
  gsize x = strlen (*(const char *const *) a), y = strlen (*(const char *const *) b);

  return x > y ? -1 : x < y;
}

static void
search_for (Search *self, const char *name)
{
  char *key = plt_element_key (name, self->plural);
  char *first = g_strndup (key, strcspn (key, " "));
  GPtrArray *keys = g_hash_table_lookup (self->keys, first);

  if (*key == '\0'
      || (keys != NULL && g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL)))
    {
      g_free (key);
      g_free (first);
      return;
    }
  if (keys == NULL)
    {
      keys = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->keys, g_strdup (first), keys);
    }
  g_free (first);
  g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_length);
}

/* How many words from `at` make up that key; 0 when they do not. */
static guint
match_key (const Search *self, guint at, const char *key)
{
  for (guint i = at; i < plt_words_get_n (self->words); i++)
    {
      const char *folded = plt_words_folded (self->words, i);
      char singular[64];
      gsize length;

      if (i > at && (plt_words_get (self->words, i)->flags & PLT_WORD_JOINED) == 0)
        return 0;
      if (self->plural)
        {
          plt_word_singular (folded, singular);
          folded = singular;
        }
      length = strlen (folded);
      if (strncmp (key, folded, length) != 0)
        return 0;
      if (key[length] == '\0')
        return i - at + 1;
      if (key[length] != ' ')
        return 0;
      key += length + 1;
    }
  return 0;
}

static gboolean
is_tagged (const Search *self, gint64 block, guint start, guint end)
{
  const GArray *spans = g_hash_table_lookup (self->tagged, PLT_ID_TO_POINTER (block));

  for (guint i = 0; spans != NULL && i + 1 < spans->len; i += 2)
    if (g_array_index (spans, guint, i) < end && g_array_index (spans, guint, i + 1) > start)
      return TRUE;
  return FALSE;
}

static gboolean
is_searched (const PltBlockFacts *block)
{
  static const char *const kinds[] = { "action", "character", "parenthetical", "centered" };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (block->kind, kinds[i]) == 0)
      return block->sequence != 0;
  return FALSE;
}

static void
search_block (const Search *self, const PltBlockFacts *block, GArray *places)
{
  plt_words_cut (self->words, block->text);
  for (guint i = 0; i < plt_words_get_n (self->words); i++)
    {
      char first[64];
      GPtrArray *keys;
      guint n = 0;

      if (self->plural)
        plt_word_singular (plt_words_folded (self->words, i), first);
      else
        g_strlcpy (first, plt_words_folded (self->words, i), sizeof first);
      keys = g_hash_table_lookup (self->keys, first);
      for (guint j = 0; keys != NULL && j < keys->len && n == 0; j++)
        n = match_key (self, i, keys->pdata[j]);
      if (n > 0)
        {
          guint start = plt_words_get (self->words, i)->start;
          guint end = plt_words_get (self->words, i + n - 1)->end;
          PltTagPlace place = { block->id, block->sequence, start, end - start };

          if (!is_tagged (self, block->id, start, end))
            g_array_append_val (places, place);
          i += n - 1;
        }
    }
}

/* The names to look for, and where the element is tagged already. */
static void
read_tags (Search *self, const PltElementFacts *element)
{
  search_for (self, element->name);
  for (guint i = 0; i < self->facts->tags.n; i++)
    {
      const PltTagFacts *tag = &self->facts->tags.items[i];
      GArray *spans = g_hash_table_lookup (self->tagged, PLT_ID_TO_POINTER (tag->script_block));
      guint ends[2] = { (guint) tag->start, (guint) (tag->start + tag->length) };

      if (tag->element != element->id)
        continue;
      search_for (self, tag->text);
      if (spans == NULL)
        {
          spans = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->tagged, PLT_ID_TO_POINTER (tag->script_block), spans);
        }
      g_array_append_vals (spans, ends, 2);
    }
}

GArray *
plt_tagging_find_all (const PltFacts *facts, gint64 element)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PltTagPlace));
  const PltElementFacts *found = PLT_FACTS_FIND (facts->elements, PltElementFacts, element);
  Search self = { facts, element, FALSE, NULL, NULL, NULL };

  if (found == NULL)
    return places;
  self.plural = !plt_category_is_role (facts, found->category);
  self.keys
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self.tagged = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self.words = plt_words_new ();
  read_tags (&self, found);
  for (guint i = 0; i < facts->blocks.n; i++)
    if (is_searched (&facts->blocks.items[i]))
      search_block (&self, &facts->blocks.items[i], places);
  g_hash_table_unref (self.keys);
  g_hash_table_unref (self.tagged);
  plt_words_free (self.words);
  return places;
}

GArray *
plt_tagging_find_words (const PltFacts *facts, gint64 sequence, const char *words)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PltTagPlace));
  g_autoptr (PltWords) wanted = plt_words_new ();
  g_autoptr (PltWords) text = plt_words_new ();
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  guint n;

  plt_words_cut (wanted, valid);
  n = plt_words_get_n (wanted);
  for (guint i = 0; n > 0 && i < facts->blocks.n; i++)
    {
      const PltBlockFacts *block = &facts->blocks.items[i];

      if (block->sequence != sequence || sequence == 0)
        continue;
      plt_words_cut (text, block->text);
      for (guint j = 0; j + n <= plt_words_get_n (text); j++)
        {
          guint start = plt_words_get (text, j)->start;
          PltTagPlace place
              = { block->id, sequence, start, plt_words_get (text, j + n - 1)->end - start };
          guint k = 0;

          while (k < n
                 && strcmp (plt_words_folded (text, j + k), plt_words_folded (wanted, k)) == 0)
            k++;
          if (k < n)
            continue;
          g_array_append_val (places, place);
          j += n - 1;
        }
    }
  return places;
}

static guint
tag_places (const PltFacts *facts, gint64 element, gboolean present, PltBatch *batch)
{
  g_autoptr (GArray) places = plt_tagging_find_all (facts, element);
  g_autoptr (PltBreakdownWriter) writer = plt_breakdown_writer_new (facts, batch);
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const PltTagPlace *place = &g_array_index (places, PltTagPlace, i);
      const PltBlockFacts *block = PLT_FACTS_FIND (facts->blocks, PltBlockFacts, place->block);
      g_autofree char *words = plt_tagging_words (block->text, place->start, place->length);

      if ((present && !plt_breakdown_writer_occurs (writer, place->sequence, element))
          || !plt_breakdown_writer_tag (writer, block->id, element, place->start, place->length,
                                        words))
        continue;
      plt_breakdown_writer_add (writer, place->sequence, element, PLT_UNKNOWN);
      n++;
    }
  return n;
}

guint
plt_tagging_tag_everywhere (const PltFacts *facts, gint64 element, PltBatch *batch)
{
  return tag_places (facts, element, FALSE, batch);
}

guint
plt_tagging_tag_present (const PltFacts *facts, gint64 element, PltBatch *batch)
{
  return tag_places (facts, element, TRUE, batch);
}
