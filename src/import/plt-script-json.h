/* A script as JSON and as a listing for people.
 *
 * JSON: one object: format, title, author, pages, sequences (number, int_ext, effect, set, sub_set,
 * eighths, page, cues, line), characters (name, cues), tags (sequence, category, name, quantity,
 * paragraph, start, length), remarks (kind, line, message, text). Valid UTF-8,
 * written straight out: no tree is built. */
#pragma once

#include "plt-script.h"

G_BEGIN_DECLS

char *plt_script_to_json (const PltScript *script); /* (transfer full) */
char *plt_script_to_text (const PltScript *script); /* (transfer full) */

G_END_DECLS
