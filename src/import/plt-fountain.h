/* Reader of Fountain (https://fountain.io/syntax, 1.1), and of any text that keeps its headings and
 * cues on lines of their own.
 *
 * One pass over the bytes, linear in their number whatever they are; nothing fails: text that means
 * nothing is action. French cues (ÉLODIE (voix off)), transitions (FONDU AU NOIR, COUPE SUR) and
 * headings (plt-heading.h) are read as the English ones are. Beyond the syntax, a line that says
 * INT or EXT in capitals is a heading even where the blank line before it is missing, with a
 * remark: losing a séquence is worse than finding one too many.
 *
 * Every sign of the source other than space is in a paragraph or is one of the marks
 *   . ! @ ~ > < # = ^ * _ \ / [ ] ( and the figures around a number)
 * Text between slash-star and star-slash becomes BONEYARD paragraphs, [[notes]] NOTE paragraphs,
 * each after the paragraph they stand in. A mark that is never closed is text. */
#pragma once

#include "plt-script.h"

G_BEGIN_DECLS

/* (transfer full): a script, of no scene when the text has no heading. `text` is valid UTF-8
 * without NUL. */
PltScript *plt_fountain_read (const char *text, gsize length);

G_END_DECLS
