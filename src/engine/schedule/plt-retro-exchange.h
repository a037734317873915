/* A rétroplanning for other programs, and what another program made of one.
 *
 * Out: each phase is a group that holds its tasks; dates, links, calendars, constraints, deadlines
 * progress, teams, people with their part of the time, notes and the baseline shown go along. What
 * is anchored or begins on a given day is locked on its dates. Closings go from a year before the
 * plan to a year after it. Rooms, screenings, deliverables, places and equipment have no place in
 * the files: the remarks say how many stay behind.
 *
 * In: a group of the outermost level that has the name of a phase is that phase. A task that has
 * the name, and the group, of one that is there is that one: its dates, duration, progress and
 * calendar become those of the file, what the file does not know stays; others are added. Links are
 * added, or get the kind and lag of the file; none is taken away. A calendar of a known name is
 * kept as it is. Somebody of the file who has the name of a person of the production is that
 * person; the name of anybody else stands as a function. A note or a team of the file takes the
 * place of what is there; the file's baseline becomes one of ours unless one has its name. Reading
 * the same file twice adds nothing. The direction, the start and the delivery of a production that
 * has no task yet become the file's; else they stay, and a remark tells when they differ. A file
 * whose tasks wait for each other is refused with their circle. */
#pragma once

#include "plt-batch.h"
#include "plt-network-project.h"
#include "plt-retro.h"

G_BEGIN_DECLS

/* What the file can hold of a rétroplanning; what it cannot is in `remarks`. PLT_ERROR_INVALID when
 * its dates cannot be counted, which its findings explain. (transfer full) (nullable) */
PltNetworkProject *plt_retro_export_new (const PltRetro *self, GError **error);

/**
 * PltRetroImportTask:
 * @name: (owned)
 * @is_new: else one that is there and gets other dates
 * @dates: of the file, PLT_DATE_NONE where it has none
 * @before: as it stands, of one that is there
 */
typedef struct
{
  char *name;
  gboolean is_new;
  PltNetworkSpan dates, before;
} PltRetroImportTask;

/**
 * PltRetroImport:
 * @n_new: tasks added, with @n_same that were there
 * @n_links: added or changed
 * @n_calendars: added, with @n_closings
 * @n_people: added to tasks
 * @n_baseline: tasks of the baseline that is added
 * @first: row of the first task, or handle in @batch, that comes or changes; 0 without any
 * @tasks: (element-type PltRetroImportTask): what is added, or gets other dates, as the file has it
 * @remarks: (element-type utf8): of the reader, then of what could not be kept
 */
typedef struct
{
  guint n_new, n_same, n_links, n_calendars, n_closings, n_people, n_baseline;
  gint64 first;
  GArray *tasks;
  GPtrArray *remarks;
  PltBatch *batch;
} PltRetroImport;

/* Notes, teams, people and the baseline of the file, for the tasks whose rows, or handles, are
 * given: 0 for none. What plt_retro_import_new() does last. */
void plt_retro_import_extras (const PltRetro *self,
                              const PltNetworkProject *project,
                              const gint64 *rows,
                              PltRetroImport *import);
/* What the file would change, as a batch. `self` is the rétroplanning as it stands.
 * PLT_ERROR_CONFLICT for a circle, PLT_ERROR_INVALID without a task. (transfer full) (nullable) */
PltRetroImport *
plt_retro_import_new (const PltRetro *self, const PltNetworkProject *project, GError **error);
void plt_retro_import_free (PltRetroImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltRetroImport, plt_retro_import_free)

G_END_DECLS
