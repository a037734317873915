/* What a person does to the dépouillement in the text, each as one command with its name and a
 * toast: the engine says what is written, a refusal is told. */
#pragma once

#include "plt-script-blocks.h"
#include "plt-script.h"
#include "plt-session.h"

G_BEGIN_DECLS

/* Tags those words; `words` is what the command is called by. `name` (nullable) is the element's,
 * NULL for the words themselves. */
gboolean plt_script_tag (PltSession *session,
                         const PltPassage *passage,
                         const char *words,
                         gint64 category,
                         const char *name);
gboolean plt_script_tag_element (PltSession *session,
                                 const PltPassage *passage,
                                 const char *words,
                                 gint64 element);
/* Removes the tag; with `leave`, the element leaves the séquence when this was its last tag there.
 */
gboolean plt_script_untag (PltSession *session, gint64 tag, gboolean leave);
gboolean plt_script_tag_everywhere (PltSession *session, gint64 element);
/* (element-type PltProposal): of plt_session_get_proposals(), any number as one step. */
gboolean plt_script_accept (PltSession *session, GPtrArray *proposals);
gboolean plt_script_refuse (PltSession *session, GPtrArray *proposals, gboolean everywhere);
/* What the paragraph is, against what was read: now, and in the drafts to come. */
gboolean plt_script_read_as (PltSession *session, gint64 block, PltParagraphKind kind);
/* Its place was guessed, and is right. */
gboolean plt_script_confirm_tag (PltSession *session, gint64 tag);

G_END_DECLS
