/* PltNetworkProject: a rétroplanning as another program's file has it, owned.
 *
 * What the readers of MS Project XML and GanttProject give and what the writers take: tasks, links
 * and calendars as PltNetworkInput, with the dates that stand in the file beside them. What a
 * reader could not take is in a remark, one sentence each. */
#pragma once

#include "plt-network-input.h"

G_BEGIN_DECLS

#define PLT_NETWORK_PROJECT_MAX_TASKS 20000

/**
 * PltNetworkProject:
 * @tasks: (element-type PltNetworkTask): `id` is the file's number
 * @planned: (element-type PltNetworkSpan): by task, its dates in the file; PLT_DATE_NONE where
 *   there are none
 * @links: (element-type PltNetworkLink)
 * @calendars: (element-type PltNetworkCalendar)
 * @remarks: (element-type utf8)
 */
typedef struct
{
  const char *title;
  GArray *tasks, *planned, *links, *calendars;
  PltDate start, end;
  gboolean backward;
  GPtrArray *remarks;
  GStringChunk *strings;
  GPtrArray *spans; /* of the calendars */
} PltNetworkProject;

PltNetworkProject *plt_network_project_new (void);
void plt_network_project_free (PltNetworkProject *self);
/* Copies the text, that lives as long as the project. */
const char *plt_network_project_text (PltNetworkProject *self, const char *text);
/* Copies name and spans (element-type PltNetworkSpan). */
void plt_network_project_add_calendar (PltNetworkProject *self,
                                       const char *name,
                                       guint weekdays,
                                       const GArray *closed,
                                       const GArray *opened);
/* For plt_network_new(): borrowed, until the project changes. */
void plt_network_project_input (const PltNetworkProject *self, PltNetworkInput *input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltNetworkProject, plt_network_project_free)

G_END_DECLS
