/* Shared by the files plt-text*.c. */
#pragma once

#include "plt-text.h"

G_BEGIN_DECLS

gboolean plt_text_is_ascii (const char *text);
/* Appends `text` decomposed and in lower case; without marks and typography when `folded`. */
void plt_text_append_lower (GString *out, const char *text, gboolean folded);

G_END_DECLS
