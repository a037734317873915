/* Shared by the files plt-fountain*.c. */
#pragma once

#include "plt-script-builder.h"

G_BEGIN_DECLS

/* Stands in the cleaned text where something was taken out. */
#define PLT_FOUNTAIN_MARK '\001'

typedef struct
{
  gsize from, to;        /* of its content, in the source */
  PltParagraphKind kind; /* NOTE or BONEYARD */
  guint line;            /* where it begins */
  guint breaks;          /* line breaks inside */
} PltExtract;

/* Takes boneyards and notes out of `text`. Returns the text to read on with (transfer full), or
 * NULL when there is nothing to take out. `extracts` gets one PltExtract a mark, in order. */
char *plt_fountain_extract (PltScript *script, const char *text, gsize *length, GArray *extracts);

/* Removes * ** *** _ that come in pairs, and the backslash before a sign, from `line[0..length)` in
 * place. Returns the new length. */
gsize plt_fountain_strip_emphasis (char *line, gsize length);

/* "CUT TO:", "FONDU AU NOIR." : a line in capitals. */
gboolean plt_fountain_is_transition (const char *line, gsize length);

/* Moves `*start` past "Dr", "Mme" before a name and `*end` before "voix off" after it; neither when
 * there is none. */
void plt_fountain_strip_name (const char **start, const char **end);

/* "SYNOPSIS", "NOTE D’INTENTION" above their text: a line in capitals that is no name. */
gboolean plt_fountain_is_part_title (const char *line, gsize length);

/* Reads the title page at `*text`, when there is one, and moves past it. */
void plt_fountain_read_title_page (PltScriptBuilder *builder,
                                   const char **text,
                                   const char *end,
                                   guint *line);

G_END_DECLS
