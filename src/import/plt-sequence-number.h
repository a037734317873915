/* The numbers of séquences, and what an inserted one is called. Pure.
 *
 * A number is given once and never again: what is inserted after it was given out takes a number
 * that no other has, and that stands between its neighbours as the trade writes it:
 *
 *   after 12, before 13       12A, then 12B, 12C
 *   after 12A, before 12B     12AA
 *   after 7Bis, before 8      7Ter, 7Quater ...; the writing of "Bis" is followed
 *   before the first, or after 12 where 12A is next: A12A, then B12A: a letter in front comes
 * before
 *
 * A number that says its episode, "101/12", is counted within it. Two ways to write one number, "7
 * bis" and "7Bis", are one number. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gboolean (*PltNumberTaken) (const char *number, gpointer data);

char *plt_sequence_number_key (const char *number); /* equal for two ways to write one number */
int plt_sequence_number_compare (const char *a, const char *b);
char *plt_sequence_number_episode (const char *number); /* "101" of "101/12A", "" without */
guint plt_sequence_number_figure (const char *number);  /* 12 of "101/12A", 0 without */
/* (transfer full): "101/48" of "101/47A" and 48 */
char *plt_sequence_number_with_figure (const char *number, guint figure);
/* (transfer full): a number that is not taken; `before` and `after` are "" where there is none */
char *plt_sequence_number_between (const char *before,
                                   const char *after,
                                   PltNumberTaken taken,
                                   gpointer data);

G_END_DECLS
