/* A rétroplanning to and from the files of other programs, as a PltNetworkProject.
 *
 * Out: the phases are groups of the first level, in the order of the work, with the dates as they
 * are planned. In: a group of the first level that has the name of a phase is that phase, other
 * tasks belong to the preparation; calendars beyond the first become calendars of their own, with
 * their closings, unless there is one of that name already, which is taken; a task that is locked,
 * under way or done keeps its dates. The first calendar of the file is that of the production here:
 * its days off are not read, which a remark says.
 *
 * What comes in is added to what is there. Teams and people are not in the project. */
#pragma once

#include "plt-batch.h"
#include "plt-network-project.h"
#include "plt-retro.h"

G_BEGIN_DECLS

/* `phases`: their names, PLT_RETRO_N_PHASES of them. (transfer full) */
PltNetworkProject *plt_retro_project_new (const PltRetro *retro, const char *const *phases);

/**
 * PltRetroProjectCount:
 * @tasks: added, groups too
 * @links: between them
 * @calendars: added
 */
typedef struct
{
  guint tasks, links, calendars;
} PltRetroProjectCount;

/* Fills the batch; what is not kept is added to the project's remarks. */
PltRetroProjectCount plt_retro_project_write (PltNetworkProject *project,
                                              const PltFacts *facts,
                                              const char *const *phases,
                                              PltBatch *batch);

G_END_DECLS
