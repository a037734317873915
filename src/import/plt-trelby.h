/* Reader of Trelby screenplays, versions 1 to 3.
 *
 * One line of the file is one line of the page: a sign says how it ends (> a space, & nothing, | a
 * line break, . the end of the paragraph), a second what it is (\ heading, . action, _ name,
 * : speech, ( parenthetical, / transition, = shot, % note, @ act). Signs that are not known are
 * read as > and as action, and that is said once a sign. Settings of the program are no text and
 * are skipped; strings of the title page come first, page by page and from top to bottom; headers
 * leave a remark. Headings, names and transitions are in capitals, as the program prints them,
 * unless the file says otherwise. Headings have no numbers of their own: they are counted when the
 * file says that they are printed. Linear in the bytes; nothing fails, a file cut anywhere is read
 * up to there. */
#pragma once

#include "plt-script.h"

G_BEGIN_DECLS

/* Whether the text begins as a Trelby file does, its byte-order mark aside. */
gboolean plt_trelby_recognise (const char *text);

/* (transfer full): a script, of no scene when the text has no heading. `text` is valid UTF-8
 * without NUL. */
PltScript *plt_trelby_read (const char *text, gsize length);

G_END_DECLS
