/* What is done to a feuille de service, each as one command.
 *
 * A sheet that was sent, or that another one replaces, is locked: it says what people were told. A
 * correction makes the next version, which cancels and replaces it. An hour that somebody typed is
 * named in `typed` and stays when the PAT or the plan moves; emptying it gives it back to the
 * computation. What is computed is the engine's (plt-callsheet.h, plt-call-type.h,
 * plt-call-version.h). */
#pragma once

#include "plt-session.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_SHEET_NONE, /* the day has no sheet */
  PLT_SHEET_DRAFT,
  PLT_SHEET_APPROVED,
  PLT_SHEET_SENT,
  PLT_SHEET_REPLACED,
} PltSheetState;

PltSheetState plt_callsheet_state (const PltSheetFacts *sheet); /* (nullable) */
gboolean plt_callsheet_is_locked (const PltSheetFacts *sheet);
char *plt_callsheet_state_text (const PltSheetFacts *sheet); /* "Sent v2", for lists */

/* Makes the sheet of that day from the schedule. Its id, 0 when refused, which is told. */
gint64 plt_callsheet_make_command (PltSession *session, gint64 day);
gboolean plt_callsheet_approve_command (PltSession *session, gint64 sheet, const char *who);
gboolean plt_callsheet_reopen_command (PltSession *session, gint64 sheet); /* approved to draft */
/* Marks it as sent that day, and keeps what it said. */
gboolean plt_callsheet_send_command (PltSession *session, gint64 sheet, PltDate date);
/* The next version with everything that stands on this one. Its id, 0 when refused. */
gint64 plt_callsheet_correct_command (PltSession *session, gint64 sheet, const char *reason);
/* A sheet that was not sent does what the plan says. */
gboolean plt_callsheet_follow_command (PltSession *session, gint64 sheet);
/* An hour that was typed is computed again. FALSE when it was not typed. */
gboolean plt_callsheet_give_back_command (PltSession *session, PltRef ref);

/* Notes in the edit just begun in `batch`, which sets that hour of a call, whether it was typed. */
void plt_callsheet_amend_call (PltRecord *record,
                               const PltColumn *column,
                               const PltValue *value,
                               PltBatch *batch);
gboolean plt_callsheet_is_hour (const PltColumn *column); /* of a call, one that the PAT moves */
/* Whether that hour of a call or of a sheet was typed; FALSE for columns that are not such hours.
 */
gboolean plt_callsheet_is_typed (PltRecord *record, const PltColumn *column);
/* What typing that text means, as edits: the very ones that are written when it is committed. */
gboolean plt_callsheet_put (PltSession *session,
                            gint64 row,
                            PltRecord *record,
                            const PltColumn *column,
                            const char *text,
                            PltBatch *batch,
                            GError **error);

G_END_DECLS
