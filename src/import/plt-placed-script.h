/* Reader of screenplays from where their lines stand: what PDF and text with layout share.
 *
 * Names, speech, brackets, action, headings and transitions are told by their margins, capitals and
 * spaces; a name may stand at the margin of action when its speech is indented below it. Numbers in
 * a margin number their heading. In a script whose headings have no numbers, a line in capitals
 * alone at the margin of action is taken for a heading (BACK IN THE KITCHEN), with a remark. What a
 * file holds before the script (synopsis, note d'intention, list of characters) and after FIN are
 * notes. Words cut at the end of a line are joined when the script itself says how. */
#pragma once

#include "plt-placed-text.h"
#include "plt-script.h"

G_BEGIN_DECLS

/* (transfer full): `text` loses its frames; `format` is static */
PltScript *plt_placed_script_read (PltPlacedText *text, const char *format);

G_END_DECLS
