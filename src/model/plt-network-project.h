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
 * PltNetworkExtra:
 * @note: "" without
 * @team: "" without
 * @baseline: dates that were kept, PLT_DATE_NONE without
 *
 * What a task has besides its place.
 */
typedef struct
{
  const char *note, *team;
  PltNetworkSpan baseline;
} PltNetworkExtra;

/**
 * PltNetworkWork:
 * @task: index, with @resource: index of a name
 * @percent: of the person's time
 */
typedef struct
{
  guint task, resource;
  int percent;
} PltNetworkWork;

/**
 * PltNetworkProject:
 * @tasks: (element-type PltNetworkTask): `id` is the file's number
 * @planned: (element-type PltNetworkSpan): by task, its dates in the file; PLT_DATE_NONE where
 *   there are none
 * @links: (element-type PltNetworkLink)
 * @calendars: (element-type PltNetworkCalendar)
 * @extras: (element-type PltNetworkExtra): by task, as far as it goes: see
 *   plt_network_project_extra()
 * @resources: (element-type utf8): names of those who work
 * @assignments: (element-type PltNetworkWork)
 * @baseline_name: of the dates kept, "" when the file has no name for them
 * @baseline_date: when they were kept, as far as the file tells
 * @remarks: (element-type utf8)
 */
typedef struct
{
  const char *title;
  GArray *tasks, *planned, *links, *calendars, *extras, *assignments;
  GPtrArray *resources;
  const char *baseline_name;
  PltDate baseline_date;
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
/* Whether that calendar works on that day. */
gboolean plt_network_calendar_is_open (const PltNetworkCalendar *self, PltDate day);
/* Of a task, to be read: an empty one when it has none. */
const PltNetworkExtra *plt_network_project_extra (const PltNetworkProject *self, guint task);
/* The same, to be written. */
PltNetworkExtra *plt_network_project_need_extra (PltNetworkProject *self, guint task);
/* Index of a name, added when it is not there. */
guint plt_network_project_resource (PltNetworkProject *self, const char *name);
/* For plt_network_new(): borrowed, until the project changes. */
void plt_network_project_input (const PltNetworkProject *self, PltNetworkInput *input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltNetworkProject, plt_network_project_free)

G_END_DECLS
