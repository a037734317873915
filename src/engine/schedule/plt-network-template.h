/* PltNetworkTemplate: the usual tasks of a rétroplanning, from the referential "retroplannings".
 *
 * One template a kind of production (long-metrage, unitaire, serie, documentaire, court-metrage,
 * captation, festival). A row has a code, unique in its kind; what it comes after are codes of the
 * same kind with FD, DD, FF or DF (the French names of FS, SS, FF, SF) and a lag, in calendar days
 * with a "c": "montage DD+10 ; ouverture FD+30c". One row, the anchor, is the milestone whose date
 * is given and that all others are counted from; whatever does not lead to it is placed as early as
 * what it comes after lets it. Durations are usual ones: each row tells its range, its source and
 * whether it was read there or has to be checked. */
#pragma once

#include "plt-network.h"
#include "plt-referential.h"

G_BEGIN_DECLS

/**
 * PltNetworkTemplateRow:
 * @phase: id of a phase of "task"
 * @days: usual; 0 for a milestone
 * @least: of the range, with @most
 * @early: as early as possible after what it comes after, else as late as possible
 * @confidence: A to D
 * @is_sourced: read in @source; else to be checked
 */
typedef struct
{
  const char *code, *phase, *label, *team;
  int days, least, most;
  PltNetworkUnit unit;
  gboolean morning, early;
  const char *source, *confidence, *remark;
  gboolean is_sourced;
} PltNetworkTemplateRow;

/**
 * PltNetworkTemplate:
 * @kind: "long-metrage"
 * @rows: (element-type PltNetworkTemplateRow)
 * @links: (element-type PltNetworkLink): of row to row
 * @anchor: row
 */
typedef struct
{
  const char *kind;
  GArray *rows, *links;
  guint anchor;
} PltNetworkTemplate;

/* @kinds: (element-type PltNetworkTemplate): in the order of the file; @table holds their strings
 */
typedef struct
{
  GPtrArray *kinds;
  PltReferential *table;
} PltNetworkTemplates;

/* A fault is refused with its kind and its code: PLT_ERROR_INVALID, or PLT_ERROR_CONFLICT for a
 * circle. */
PltNetworkTemplates *plt_network_templates_parse (const char *content, GError **error);
void plt_network_templates_free (PltNetworkTemplates *self);
/* (nullable) */
const PltNetworkTemplate *plt_network_templates_find (const PltNetworkTemplates *self,
                                                      const char *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltNetworkTemplates, plt_network_templates_free)

/**
 * PltNetworkDraft:
 * @input: of the rows as tasks, in their order, then a group for each phase that has some, in the
 *   order of the work; `id` is the index + 1
 *
 * A plan to begin with. Its strings are the template's.
 */
typedef struct
{
  PltNetworkInput input;
  PltNetworkTask *tasks;
  PltNetworkLink *links;
} PltNetworkDraft;

/* The template with its anchor on a date; the calendars must outlive the draft. */
PltNetworkDraft *plt_network_template_draft (const PltNetworkTemplate *self,
                                             PltDate anchor,
                                             const PltNetworkCalendar *calendars,
                                             guint n_calendars);
void plt_network_draft_free (PltNetworkDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltNetworkDraft, plt_network_draft_free)

G_END_DECLS
