/* The heading of a séquence: one line of text to number, place, light, set.
 *
 * A pure function of its text. It knows the ways French scripts write their headings (number or
 * SÉQ. first, effect before or after the set, en dashes, spaces missing, commas, mixed case, I/N)
 * and the English ones (INT. EXT. I/E. EST., trailing #12A#). Comparison of words is without case
 * and accents; what comes out is sliced from the text as written, except the effect, which is
 * canonical French when it is known ("DAY" is "JOUR") and the author's words in capitals when it is
 * not. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PltHeadingMatch:
 * @PLT_HEADING_NO: not a heading
 * @PLT_HEADING_GUESSED: reads like one, though it says neither INT nor EXT
 * @PLT_HEADING_SURE: says INT or EXT, or numbers itself as a séquence, or was forced
 */
typedef enum
{
  PLT_HEADING_NO,
  PLT_HEADING_GUESSED,
  PLT_HEADING_SURE,
} PltHeadingMatch;

/**
 * PltHeading:
 * @number: "12A", "7Bis", "101/12A"; "" when there is none
 * @int_ext: "INT", "EXT", "INT/EXT" or "": static
 * @effect: canonical or the author's; ""
 * @set: décor, without "(suite)"; ""
 * @sub_set: sous-décor; several are joined by " / "; ""
 * @text: the line without number, marks and surrounding spaces
 * @omitted: the séquence was cut and keeps its number ("12 OMISE")
 * @same_set: the décor is that of the séquence before ("MÊME DÉCOR"), @set holds the words
 * @english: the effect is said in English
 * @outside_first: "EXT/INT", which French scripts write and Fountain does not know
 */
typedef struct
{
  char *number;
  const char *int_ext;
  char *effect;
  char *set;
  char *sub_set;
  char *text;
  gboolean omitted;
  gboolean same_set;
  gboolean english;
  gboolean outside_first;
} PltHeading;

/**
 * plt_heading_parse:
 * @line: UTF-8, one line
 * @length: bytes, or -1
 * @forced: the format says that it is a heading: only take it apart
 * @heading: (out caller-allocates): cleared by plt_heading_clear() when the answer is not NO
 */
PltHeadingMatch
plt_heading_parse (const char *line, gssize length, gboolean forced, PltHeading *heading);
void plt_heading_clear (PltHeading *heading);

/* (transfer full) (nullable): the effect, when the whole line is one and nothing else: "JOUR" above
 * a group of séquences. */
char *plt_heading_parse_effect (const char *line, gssize length);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltHeading, plt_heading_clear)

G_END_DECLS
