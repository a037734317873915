/* PltScriptCorrection: what the user says a line is, against what a reader took it for.
 *
 * "This line is a heading, this is a cue, this is action." A correction names its line by its words
 * and not by its place, so that it holds for the next draft too: every paragraph that says the same
 * becomes what the correction says. */
#pragma once

#include "plt-script.h"

G_BEGIN_DECLS

/**
 * PltScriptCorrection:
 * @text: the paragraph as written; runs of blanks count as one, case and accents matter
 * @kind: what it is. PLT_PARAGRAPH_PAGE_BREAK, which has no text, is not understood
 */
typedef struct
{
  const char *text;
  PltParagraphKind kind;
} PltScriptCorrection;

/**
 * plt_script_correct:
 * @script: (transfer full): as a reader gave it
 * @corrections: (array length=n): the later of two about one text holds
 * @n_applied: (out) (optional): paragraphs that became something else, or were confirmed to be what
 *   a reader had guessed
 *
 * Scenes, characters, cues, words, lengths and pages are made anew, as if the reader had known:
 * - a paragraph made heading begins a scene, taken apart by plt_heading_parse(), or whole as its
 * set when nothing in it is understood;
 * - a heading made anything else joins its scene to the one before;
 * - a cue made anything but speech turns the speech below it into action, and a paragraph made cue
 *   turns the action right below it into dialogue, unless these are corrected themselves.
 *
 * Paragraphs keep their text, line and order, so tags keep their passages. Lengths that the file
 * gives stay with scenes that keep their extent, and add up where scenes join. Remarks stay, but
 * for those about a guess that the user has now settled.
 *
 * Returns: (transfer full): @script itself when no paragraph becomes something else
 */
PltScript *plt_script_correct (PltScript *script,
                               const PltScriptCorrection *corrections,
                               guint n,
                               guint *n_applied);

G_END_DECLS
