/* Three lengths of a séquence, side by side: the préminutage of the scripte, the automatic estimate
 * before it, the shooting time that the plan de travail spends. They are never mixed up in silence.
 *
 * The estimate is a practice with parameters, none of which is a norm; they are in the referential
 * minutage.ini. Rule:
 *   dialogue: a number of words a minute, and a breath for each cue
 *   action:   a time for each word
 *   floor:    a part of the time of a page, since a page is about a minute
 * The estimate is the greater of dialogue + action and the floor, times the factor of the genre. */
#pragma once

#include "plt-facts.h"

G_BEGIN_DECLS

/**
 * PltMinutageParams:
 * @words_per_minute: spoken
 * @cue_ms: for each cue, milliseconds
 * @action_word_ms: for each word of action
 * @page_ms: of a page
 * @floor_e3: part of it that is the least, thousandths
 * @genre_e3: factor of the genre, thousandths
 * @tolerance_e3: part of the announced length that a total may be off
 * @page_low_e3: fewest minutes a page, thousandths
 * @page_high_e3: most minutes a page, thousandths
 *
 * PLT_UNKNOWN for what the referential does not say: the estimate or the check that needs it is
 * silent.
 */
typedef struct
{
  gint64 words_per_minute, cue_ms, action_word_ms, page_ms, floor_e3, genre_e3;
  gint64 tolerance_e3, page_low_e3, page_high_e3;
} PltMinutageParams;

#define PLT_MINUTAGE_REFERENTIAL "minutage"

/* Of the content of minutage.ini; FALSE with PLT_ERROR_INVALID when it is no INI file. */
gboolean plt_minutage_parse (const char *content, PltMinutageParams *params, GError **error);
/* Of the copy the production keeps, else of `shipped` (nullable), else all PLT_UNKNOWN. */
void plt_minutage_open (const PltFacts *facts, const char *shipped, PltMinutageParams *params);

/**
 * plt_minutage_estimate:
 * @params: a PltMinutageParams; a gconstpointer so that a reader can be given this function
 * @dialogue_words: words spoken
 * @action_words: words of action
 * @cues: speeches
 * @eighths: length in eighths of a page
 *
 * Returns: seconds, to the nearest (halves up); PLT_UNKNOWN when a parameter is missing
 */
gint64 plt_minutage_estimate (
    gconstpointer params, guint dialogue_words, guint action_words, guint cues, guint eighths);

/* ---- totals ---- */

/**
 * PltMinutage:
 * @n: séquences, cut ones left out
 * @eighths: pages of what is known; @n_unpaged: séquences without
 * @premin: seconds of the scripte; @n_premin: séquences that have one
 * @estimate: seconds of the automatic estimate; @n_estimate: séquences that have one
 * @screen: préminutage, else estimate; @n_estimated: how many of them are estimates
 * @n_untimed: séquences with neither
 * @shooting: minutes; @n_shooting: séquences that have some
 */
typedef struct
{
  guint n, n_unpaged, n_premin, n_estimate, n_estimated, n_untimed, n_shooting;
  gint64 eighths, premin, estimate, screen, shooting;
} PltMinutage;

PltMinutage plt_minutage_total (const PltFacts *facts);
void plt_minutage_add (PltMinutage *self, const PltSequenceFacts *sequence);
/* Minutes a page in thousandths of what has both; PLT_UNKNOWN when nothing has. */
gint64 plt_minutage_per_page (const PltFacts *facts);

G_END_DECLS
