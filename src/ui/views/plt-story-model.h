/* PltStoryModel: the story in its own order as a grid: each day of the story, with its séquences
 * below it. Days are named, dated in words and moved; séquences are put on a day by typing it or by
 * moving them there. Each is one command. */
#pragma once

#include "plt-grid-model.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_STORY_MODEL (plt_story_model_get_type ())
G_DECLARE_FINAL_TYPE (PltStoryModel, plt_story_model, PLT, STORY_MODEL, GObject)

PltStoryModel *plt_story_model_new (PltSession *session);
void plt_story_model_refresh (PltStoryModel *self);
/* What a row stands for: a séquence, or a day that has a row. Its table is NULL for neither. */
PltRef plt_story_model_get_ref (PltStoryModel *self, guint row);
/* Row of that séquence or day, opened if need be; -1 when there is none. */
int plt_story_model_reveal (PltStoryModel *self, PltRef ref);
/* Puts séquences on a day as one command; "" takes them out of theirs. */
gboolean plt_story_model_place (PltStoryModel *self,
                                const gint64 *sequences,
                                guint n_sequences,
                                const char *day,
                                GError **error);
GStrv plt_story_model_days (PltStoryModel *self); /* (transfer full): their names, in order */

G_END_DECLS
