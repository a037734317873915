/* Reader of Final Draft (FDX, versions 1 to 5), which other programs write too.
 *
 * Streamed through GMarkup: no document type, no entity, no nesting deeper than PLT_FDX_MAX_DEPTH,
 * nothing fetched. English and French element names ("Scene Heading", "Intitulé de scène") are
 * known; a paragraph of another type is action, and says so once a type. Number, length, page,
 * title and summary of a scene come from its properties; production tags become tags of the script;
 * script notes become NOTE paragraphs after the paragraph they speak of; the scene kept under
 * OMITTED becomes BONEYARD, without its tags, and its number stays as a scene without a set. Text
 * that is no part of the script leaves a remark. */
#pragma once

#include "plt-script.h"

G_BEGIN_DECLS

#define PLT_FDX_MAX_DEPTH 64

/* (transfer full): NULL with PLT_ERROR_INVALID when the file is damaged, cut or hostile. `name` is
 * what the sentence calls it. */
PltScript *plt_fdx_read (const char *bytes, gsize length, const char *name, GError **error);

G_END_DECLS
