/* French text: comparing, folding, cutting.
 *
 * Comparison does not depend on the locale of the process: accents and case count only between
 * equals (É sorts with E, œ with oe), and runs of digits compare as numbers, so 2 < 10 and 12A <
 * 12B < 13 and 7 < 7Bis < 7Ter < 8. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int plt_text_compare (const char *a, const char *b);
char *plt_text_sort_key (const char *text); /* strcmp() on keys orders as plt_text_compare() */
char *plt_text_fold (const char *text);     /* lower case, no accents, œ -> oe; for search */
gboolean plt_text_contains (const char *haystack, const char *needle); /* both folded inside */
char *plt_text_squeeze (const char *text); /* runs of any space become one, ends trimmed */
char *plt_text_shorten (const char *text, gsize signs); /* as it is, or cut and "…": valid UTF-8 */
char *plt_text_excerpt (const char *text, guint max); /* for a message: one line, valid, cut by … */
char *plt_text_title (const char *text);              /* "CAFÉ DU PORT" -> "Café du port" */
gboolean plt_text_is_upper (const char *text);        /* has letters, none of them lower case */
gboolean plt_set_str (char **field, const char *value); /* TRUE when it changed */
char *
plt_text_file_name (const char *text); /* safe file name, accents kept, no / \ : * ? " < > | */

/* To UTF-8, from UTF-8, UTF-16 with a byte-order mark, or else Windows-1252. `encoding` (nullable)
 * gets a static name. Bytes that cannot be are replaced by U+FFFD and counted in `replaced`
 * (nullable). */
char *plt_text_to_utf8 (const char *bytes, gsize length, const char **encoding, guint *replaced);

G_END_DECLS
