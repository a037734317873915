/* A screenplay into a production: a first import, or the merge of another draft.
 *
 * Everything is planned as one batch, which the caller applies as one command, prints (a dry run)
 * or throws away. What a draft changes is found by three sides: what the last version said (its
 * paragraphs are kept in script_block), what the production says now, what the new draft says.
 * Where production and last version agree, the new draft is followed; where somebody changed the
 * production, it stays as it is and a remark says what the script has. So:
 *
 * - a séquence that is found again (plt-script-match.h) keeps its row, and with it days, tags,
 *   notes, wherever it stands now;
 * - one that is gone gets the status "supprimee" unless it was shot; nothing is deleted; one that
 *   comes back is "a-tourner" again;
 * - one that is new is inserted at its place with the status "ajoutee". When its text was a part of
 *   another one (plt-script-parts.h), the elements that its text names come along;
 * - of several whose text is in one now, the one whose number the draft gives keeps its row, else
 *   the first; the others are cut, and their elements are added to it;
 * - numbers come from the script when it gives them; a first import without numbers counts from 1,
 *   an insertion after 12 is 12A (plt-sequence-number.h). A number the script reuses is taken from
 *   the row that was cut. Once production.numbers_locked says so, no number ever changes, nor is
 *   one given twice: what the script says otherwise is a remark;
 * - roles are elements of the category RO, numbered by their cues; they occur in the scenes where
 *   they speak or are named in capitals. An occurrence somebody removed is not put back;
 * - tagged words are found again in the new version (plt-anchor.h); those of the old one stay. What
 *   is tagged in the file itself becomes elements by categories-import.tsv. */
#pragma once

#include "plt-date.h"
#include "plt-import-plan.h"
#include "plt-store.h"

G_BEGIN_DECLS

/**
 * PltScriptImportOptions:
 * @source_name: (nullable): name of the file, without its folder
 * @imported_date: the day of the import, or %PLT_DATE_NONE
 * @estimate: (nullable): plt_minutage_estimate(); without it the estimates are left alone, and a
 *   séquence that it cannot tell (%PLT_UNKNOWN) has none
 * @estimate_params: what it is given first, a PltMinutageParams
 */
typedef struct
{
  const char *source_name;
  PltDate imported_date;
  gint64 (*estimate) (
      gconstpointer params, guint dialogue_words, guint action_words, guint cues, guint eighths);
  gconstpointer estimate_params;
} PltScriptImportOptions;

/**
 * plt_script_plan_import:
 * @store: the production: read, not written
 * @script: the draft
 * @options: what else is known of it
 * @error: return location for an error
 *
 * Returns: (transfer full): what the draft will do, to be shown, then applied by plt_store_apply()
 * with its batch; %NULL with an error when the production cannot be read
 */
PltImportPlan *plt_script_plan_import (PltStore *store,
                                       const PltScript *script,
                                       const PltScriptImportOptions *options,
                                       GError **error);

/**
 * plt_script_remember:
 * @store: the production: read, not written
 * @text: of a paragraph
 * @kind: what it is
 * @batch: gets what remembers it for the drafts to come; nothing when it is known already
 * @error: return location for an error
 *
 * Returns: %FALSE with an error when the production cannot be read
 */
gboolean plt_script_remember (
    PltStore *store, const char *text, PltParagraphKind kind, PltBatch *batch, GError **error);

/**
 * plt_script_plan_correction:
 * @store: the production: read, not written
 * @version: the current version of the script
 * @blocks: (array length=n_blocks): rows of script_block of that version
 * @n_blocks: how many, at least one
 * @kind: what those paragraphs are; any but %PLT_PARAGRAPH_PAGE_BREAK
 * @options: only @estimate is looked at
 * @error: return location for an error
 *
 * Corrects the reading of the current version: the paragraphs, and all that say the same, become
 * @kind; séquences are made and cut as that asks, one that nobody worked on goes altogether. The
 * correction is remembered for the drafts to come. Paragraphs keep their rows, and so their tags.
 *
 * Returns: (transfer full): what the correction will do, whose @batch does it; %NULL with
 * %PLT_ERROR_INVALID when @version is not the current one, %PLT_ERROR_NOT_FOUND when a paragraph is
 * not of it
 */
PltImportPlan *plt_script_plan_correction (PltStore *store,
                                           gint64 version,
                                           const gint64 *blocks,
                                           guint n_blocks,
                                           PltParagraphKind kind,
                                           const PltScriptImportOptions *options,
                                           GError **error);

G_END_DECLS
