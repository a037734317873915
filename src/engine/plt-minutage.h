/* Automatic estimate of the screen time of a séquence, to be corrected by the scripte.
 *
 * Rule (practice of pré-minutage; the numbers are Plateau's defaults, none is a norm):
 *   dialogue: 160 words a minute, and 0,7 s a cue
 *   action:   0,5 s a word
 *   floor:    8/10 of a minute a page (7,5 s an eighth), since a page is about a minute
 * The estimate is the greater of dialogue + action and the floor. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * plt_minutage_estimate:
 * @dialogue_words: words spoken
 * @action_words: words of action
 * @cues: speeches
 * @eighths: length in eighths of a page
 *
 * Returns: seconds, to the nearest (halves up)
 */
gint64 plt_minutage_estimate (guint dialogue_words, guint action_words, guint cues, guint eighths);

G_END_DECLS
