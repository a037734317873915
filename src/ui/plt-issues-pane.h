/* PltIssuesPane: what the engines find wrong or missing, by view, gravest first: the sentence, its
 * source, its rule. A row leads to the cell it is about. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"
#include "plt-views.h"

G_BEGIN_DECLS

#define PLT_TYPE_ISSUES_PANE (plt_issues_pane_get_type ())
G_DECLARE_FINAL_TYPE (PltIssuesPane, plt_issues_pane, PLT, ISSUES_PANE, GtkWidget)

GtkWidget *plt_issues_pane_new (PltSession *session);
/* Takes the focus to the first issue of that view. FALSE when it has none. */
gboolean plt_issues_pane_focus_view (PltIssuesPane *self, const PltViewInfo *view);
/* Goes to the issue after the one gone to last, around the end. FALSE when there is none. */
gboolean plt_issues_pane_go_to_next (PltIssuesPane *self);
/* One issue as a row: sign, sentence, source. For this pane, the side pane and the overview. */
GtkWidget *plt_issue_row_new (const PltIssue *issue);

G_END_DECLS
