/* What a person does to the rows of a PltRetroModel, each as one command; and what a drag would
 * come to before it is let go. Refusals are whole sentences. */
#pragma once

#include "plt-retro-model.h"
#include "plt-timeline.h"

G_BEGIN_DECLS

/* The change that dragging a part of the bar by that many calendar days asks for; FALSE for a row
 * without a task. What would begin on a closed day begins on the open one in that direction. */
gboolean plt_retro_model_drag_change (
    PltRetroModel *self, guint row, PltTimelinePart part, int days, PltRetroChange *change);
/* The same by the keyboard: an end moves by days of the task's own calendar, a week is five. */
gboolean plt_retro_model_nudge_change (
    PltRetroModel *self, guint row, PltTimelinePart part, int days, PltRetroChange *change);
/* (transfer full) (nullable) */
PltRetroPreview *plt_retro_model_preview (PltRetroModel *self,
                                          const PltRetroChange *changes,
                                          guint n_changes,
                                          GError **error);
/* (transfer full): "3 tasks follow · the PAD holds, margin: 4 working days" */
char *plt_retro_model_preview_words (PltRetroModel *self, const PltRetroPreview *preview);
/* (transfer full) (element-type PltTimelineGhost): of the rows that are shown */
GArray *plt_retro_model_ghosts (PltRetroModel *self, const PltRetroPreview *preview);
gboolean plt_retro_model_move (PltRetroModel *self,
                               const char *label,
                               const PltRetroChange *changes,
                               guint n_changes,
                               GError **error);

/* The link that is made, or the one there is with that kind; 0 when it is refused. */
gint64 plt_retro_model_link (
    PltRetroModel *self, guint from, guint to, PltNetworkKind kind, GError **error);
/* Whether it would be made: FALSE with the sentence that says why not. */
gboolean plt_retro_model_may_link (
    PltRetroModel *self, guint from, guint to, PltNetworkKind kind, GError **error);
/* Takes away what goes from the first row to the second one. */
gboolean plt_retro_model_unlink_rows (PltRetroModel *self, guint from, guint to, GError **error);
/* Behind the task that stands above it. */
gboolean plt_retro_model_link_above (PltRetroModel *self, guint row, GError **error);
gboolean plt_retro_model_unlink (PltRetroModel *self, gint64 link, GError **error);
/* A task below that row, in its phase and its group. 0 when it is refused. */
gint64 plt_retro_model_insert (PltRetroModel *self, int row, GError **error);
/* (transfer full) (nullable) (element-type gint64): tasks made of the rows of a spreadsheet, below
 * that row, one step to undo; NULL with a sentence. See plt-retro-paste.c */
GArray *plt_retro_model_paste (PltRetroModel *self, int row, const char *text, GError **error);
gboolean plt_retro_model_delete (PltRetroModel *self, guint first, guint n, GError **error);
/* (element-type guint) */
gboolean plt_retro_model_delete_rows (PltRetroModel *self, const GArray *rows, GError **error);
/* Into the group above, or out of its own. */
gboolean plt_retro_model_indent (PltRetroModel *self, guint row, gboolean out, GError **error);
/* The tasks of these rows, as one command. (element-type guint) */
gboolean
plt_retro_model_set_done (PltRetroModel *self, const GArray *rows, gboolean done, GError **error);
/* On the dates they have, or placed by what they wait for again: those that are not done and have
 * no dates from elsewhere. */
gboolean plt_retro_model_set_locked (PltRetroModel *self,
                                     const GArray *rows,
                                     gboolean locked,
                                     GError **error);

/* plt-retro-cell-edit.c, as a PltGridModel */
gboolean
plt_retro_set_text (PltGridModel *model, guint row, guint column, const char *text, GError **error);
gboolean plt_retro_set_many (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error);
gboolean plt_retro_insert_rows (PltGridModel *model, guint at, guint n, GError **error);
gboolean plt_retro_delete_rows (PltGridModel *model, guint first, guint n, GError **error);
GStrv plt_retro_get_completions (PltGridModel *model, guint row, guint column);

G_END_DECLS
