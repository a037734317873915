/* PltOutcomeList: what becomes of each row of a file, to read before it is done.
 *
 * A chip a kind of outcome, with its count. A row says its number in the file, what happens, a date
 * or a code, what it is, its amount, and why. The kinds are those of whoever fills it.
 *
 * Signal "chosen" (): another row is selected, or none. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLT_TYPE_OUTCOME_LIST (plt_outcome_list_get_type ())
G_DECLARE_FINAL_TYPE (PltOutcomeList, plt_outcome_list, PLT, OUTCOME_LIST, GtkWidget)

#define PLT_OUTCOME_MAX_KINDS 16

/* `name`: what the list is, for assistive technology. */
GtkWidget *plt_outcome_list_new (const char *name);
void plt_outcome_list_clear (PltOutcomeList *self);
/* Kinds are numbered from 0. `sign` stands beside the words, so that nothing is told by colour
 * alone; `count` is the words of the chip, NULL for a kind that does not occur. */
void plt_outcome_list_add_kind (
    PltOutcomeList *self, const char *sign, const char *title, const char *count, gboolean shown);
void plt_outcome_list_add_row (PltOutcomeList *self,
                               guint kind,
                               const char *number,
                               const char *code,
                               const char *heading,
                               const char *amount,
                               const char *message);
void plt_outcome_list_show_rows (PltOutcomeList *self); /* after the last one was added */
guint plt_outcome_list_get_n_shown (PltOutcomeList *self);
/* Which row, as they were added, is selected; -1: none. */
int plt_outcome_list_get_chosen (PltOutcomeList *self);
void plt_outcome_list_choose (PltOutcomeList *self, guint shown); /* of those shown */

G_END_DECLS
