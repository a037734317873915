#include "plt-script-blocks.h"

#include <string.h>

#include "plt-script.h"

struct _PltScriptBlocks
{
  GArray *blocks;    /* PltScriptBlock, by offset */
  GHashTable *index; /* id -> index + 1 */
};

PltScriptBlocks *
plt_script_blocks_new (void)
{
  PltScriptBlocks *self = g_new0 (PltScriptBlocks, 1);

  self->blocks = g_array_new (FALSE, TRUE, sizeof (PltScriptBlock));
  self->index = g_hash_table_new (NULL, NULL);
  return self;
}

void
plt_script_blocks_free (PltScriptBlocks *self)
{
  g_array_unref (self->blocks);
  g_hash_table_unref (self->index);
  g_free (self);
}

void
plt_script_blocks_clear (PltScriptBlocks *self)
{
  g_array_set_size (self->blocks, 0);
  g_hash_table_remove_all (self->index);
}

/* ---- what is shown ---- */

/* "Title: La Passe" without its key; whether it is the film's title. */
static const char *
title_value (const char *text, gboolean *film)
{
  const char *colon = strchr (text, ':');

  *film
      = g_ascii_strncasecmp (text, "title:", 6) == 0 || g_ascii_strncasecmp (text, "titre", 5) == 0;
  if (colon == NULL)
    return text;
  for (colon++; *colon == ' '; colon++)
    ;
  return colon;
}

char *
plt_script_blocks_add (PltScriptBlocks *self,
                       const PltBlockFacts *facts,
                       const char *number,
                       int offset,
                       gboolean *film)
{
  PltScriptBlock block = { .id = facts->id,
                           .offset = offset,
                           .text = offset,
                           .line = (guint) facts->line,
                           .sequence = facts->sequence };
  g_autofree char *shown = NULL;
  gsize skip = 0, length;
  char *whole;

  *film = FALSE;
  block.heading = g_str_equal (facts->kind, "heading");
  if (block.heading)
    {
      plt_heading_bare_range (facts->text, number, &skip, &length);
      shown = g_strndup (facts->text + skip, length);
      whole = g_strconcat (number, "\t", shown, NULL);
      block.text += (int) g_utf8_strlen (number, -1) + 1;
    }
  else if (g_str_equal (facts->kind, "page_break"))
    {
      shown = g_strdup ("");
      whole = g_strdup ("— — —");
    }
  else if (g_str_equal (facts->kind, "title"))
    {
      const char *value = title_value (facts->text, film);

      skip = (gsize) (value - facts->text);
      shown = g_strdup (value);
      whole = g_strdup (value);
    }
  else
    {
      shown = g_strdup (facts->text);
      whole = g_strdup (facts->text);
    }
  block.skip = (guint) g_utf8_pointer_to_offset (facts->text, facts->text + skip);
  block.shown = (guint) g_utf8_strlen (shown, -1);
  g_array_append_val (self->blocks, block);
  g_hash_table_insert (self->index, (gpointer) block.id, GUINT_TO_POINTER (self->blocks->len));
  return whole;
}

/* ---- there and back ---- */

guint
plt_script_blocks_n (const PltScriptBlocks *self)
{
  return self->blocks->len;
}

const PltScriptBlock *
plt_script_blocks_get (const PltScriptBlocks *self, guint index)
{
  return &g_array_index (self->blocks, PltScriptBlock, index);
}

const PltScriptBlock *
plt_script_blocks_at (const PltScriptBlocks *self, int offset)
{
  guint low = 0, high = self->blocks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (plt_script_blocks_get (self, middle)->offset <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? plt_script_blocks_get (self, low - 1) : NULL;
}

const PltScriptBlock *
plt_script_blocks_find (const PltScriptBlocks *self, gint64 id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, (gpointer) id));

  return place > 0 ? plt_script_blocks_get (self, place - 1) : NULL;
}

gboolean
plt_script_blocks_place (
    const PltScriptBlocks *self, gint64 block, guint start, guint length, int *from, int *to)
{
  const PltScriptBlock *found = plt_script_blocks_find (self, block);
  guint first, last;

  if (found == NULL)
    return FALSE;
  first = MAX (start, found->skip);
  last = MIN (start + length, found->skip + found->shown);
  if (last <= first)
    return FALSE;
  *from = found->text + (int) (first - found->skip);
  *to = found->text + (int) (last - found->skip);
  return TRUE;
}

gboolean
plt_script_blocks_passage (const PltScriptBlocks *self, int from, int to, PltPassage *passage)
{
  const PltScriptBlock *found = plt_script_blocks_at (self, from);

  if (found == NULL || to <= from || to > found->text + (int) found->shown || from < found->text)
    return FALSE;
  passage->block = found->id;
  passage->start = (guint) (from - found->text) + found->skip;
  passage->length = (guint) (to - from);
  return TRUE;
}
