/* PltScriptBlocks: where each paragraph of a version of the screenplay stands in the buffer that
 * shows it, and back.
 *
 * What is shown of a paragraph is not always its text: a heading has the production's number before
 * it and not the one the file gave, a field of the title page is shown without its key. Places in
 * the text count characters of the stored text, as script_tag does; places in the buffer count
 * characters of the buffer. */
#pragma once

#include <glib.h>

#include "plt-facts.h"

G_BEGIN_DECLS

/**
 * PltScriptBlock:
 * @id: of script_block
 * @offset: of its first sign in the buffer, number and tab included
 * @text: in the buffer, where its own text begins
 * @skip: characters of the stored text that are not shown before it
 * @shown: characters of the stored text that are shown
 * @line: of the file
 * @sequence: it belongs to, or 0
 */
typedef struct
{
  gint64 id;
  int offset;
  int text;
  guint skip, shown;
  guint line;
  gint64 sequence;
  gboolean heading;
} PltScriptBlock;

/**
 * PltPassage:
 * @block: row of script_block
 * @start: in its stored text, in characters
 * @length: in characters
 *
 * Words of one paragraph.
 */
typedef struct
{
  gint64 block;
  guint start, length;
} PltPassage;

typedef struct _PltScriptBlocks PltScriptBlocks;

PltScriptBlocks *plt_script_blocks_new (void);
void plt_script_blocks_free (PltScriptBlocks *self);
void plt_script_blocks_clear (PltScriptBlocks *self);
/* What is shown of a paragraph, which begins at `offset` of the buffer, and remembers where. The
 * number (nullable) is that of the séquence, for a heading. `film` is set for the film's title.
 * (transfer full) */
char *plt_script_blocks_add (PltScriptBlocks *self,
                             const PltBlockFacts *facts,
                             const char *number,
                             int offset,
                             gboolean *film);
guint plt_script_blocks_n (const PltScriptBlocks *self);
const PltScriptBlock *plt_script_blocks_get (const PltScriptBlocks *self, guint index);
/* (nullable): the one with that place of the buffer; the first one with that id. */
const PltScriptBlock *plt_script_blocks_at (const PltScriptBlocks *self, int offset);
const PltScriptBlock *plt_script_blocks_find (const PltScriptBlocks *self, gint64 id);
/* From words to the buffer: FALSE when nothing of them is shown. */
gboolean plt_script_blocks_place (
    const PltScriptBlocks *self, gint64 block, guint start, guint length, int *from, int *to);
/* From the buffer to words: FALSE when the range is in no paragraph's text, or in several. */
gboolean
plt_script_blocks_passage (const PltScriptBlocks *self, int from, int to, PltPassage *passage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltScriptBlocks, plt_script_blocks_free)

G_END_DECLS
