/* PltProposalList: what the text seems to ask for, of the séquence or of the whole film by
 * category, each with the words in their context and why; to be accepted or refused one by one, by
 * kind or all at once. Nothing is applied by itself; each answer is one step.
 *
 * Keys on the list: Enter or Y accepts, N or Delete refuses, Shift+N refuses everywhere; on the
 * line of a category they answer for all of it, and Left and Right fold and unfold it.
 *
 * Signals:
 *   place-chosen (gint64 sequence, const PltPassage *passage): that proposal was gone to
 *   scope-changed: the séquence, or the film */
#pragma once

#include <gtk/gtk.h>

#include "plt-script-blocks.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_PROPOSAL_LIST (plt_proposal_list_get_type ())
G_DECLARE_FINAL_TYPE (PltProposalList, plt_proposal_list, PLT, PROPOSAL_LIST, GtkWidget)

typedef enum
{
  PLT_ANSWER_ACCEPT,
  PLT_ANSWER_REFUSE,
  PLT_ANSWER_REFUSE_EVERYWHERE,
} PltAnswer;

GtkWidget *plt_proposal_list_new (PltSession *session);
void plt_proposal_list_show (PltProposalList *self, gint64 sequence); /* reads it again */
void plt_proposal_list_set_film (PltProposalList *self, gboolean film);
gboolean plt_proposal_list_is_film (PltProposalList *self);
GtkListBox *plt_proposal_list_get_list (PltProposalList *self);
/* Unfolds or folds a category of the film. */
void plt_proposal_list_unfold (PltProposalList *self, gint64 category, gboolean unfold);
/* For all proposals of a category in scope; 0: for every one. */
gboolean
plt_proposal_list_answer_category (PltProposalList *self, gint64 category, PltAnswer answer);
gboolean plt_proposal_list_grab_focus (PltProposalList *self);

G_END_DECLS
