/* The inside of the reader of MS Project XML, shared by its files: what is read of each element
 * before the whole is put together. */
#pragma once

#include "plt-mspdi-days.h"
#include "plt-mspdi.h"

G_BEGIN_DECLS

#define PLT_MSPDI_MAX_LEVEL 64

/* A link as read: its first task may come later in the file. */
typedef struct
{
  gint64 from;
  guint to;
  int kind, format;
  gint64 lag;
} RawLink;

typedef struct
{
  gint64 task, resource;
  int percent;
} RawWork;

typedef struct
{
  gint64 uid, calendar;
  char *name;
  int level;
  gint64 minutes; /* of the duration */
  int format, constraint, percent;
  gboolean is_null, is_inactive, is_milestone, is_manual, has_minutes, has_level;
  PltDate start, finish, date, deadline, really_started, really_finished;
  int start_hour;
  char *note, *team;
  PltNetworkSpan baseline;
  guint n_links; /* of the file, before this task */
} RawTask;

typedef struct
{
  gint64 uid;
  char *name;
  guint weekdays;
  gboolean is_base;
  GArray *closed, *opened;
} RawCalendar;

typedef struct
{
  PltNetworkProject *project;
  GString *text;
  GPtrArray *path; /* names of open elements, owned */
  RawTask task;
  RawCalendar calendar;
  RawLink link;
  int day_type; /* of the week day or exception being read */
  gboolean is_working, by_occurrences;
  PltMspdiException exception;
  PltNetworkSpan week; /* the working week being read, with days of its own */
  guint days_left;
  RawWork work;
  int number; /* of the baseline being read, with its dates */
  PltNetworkSpan kept;
  char *field, *value, *alias, *team_field; /* of the project's own columns */
  char *resource_name;
  gint64 resource_uid;
  int resource_type;
  GArray *raw_work;
  GHashTable *resources; /* uid to index + 1 */
  GHashTable *inactive;  /* uids */
  GArray *unmeasured;    /* (element-type guint): tasks without a duration */
  GArray *raw_links;
  GHashTable *tasks;      /* uid to index + 1 */
  GHashTable *calendars;  /* uid to index + 1 */
  GArray *task_calendars; /* (element-type gint64) by task */
  int parents[PLT_MSPDI_MAX_LEVEL + 1];
  gint64 calendar_uid, day_minutes;
  guint n_rounded, n_materials, n_lost, n_inactive, n_percent;
  gboolean is_project, is_full;
} PltMspdiReader;

/* ---- values, and where the reader is (plt-mspdi.c) ---- */

gint64 plt_mspdi_number (const char *text);
gboolean plt_mspdi_is_true (const char *text);
gint64 plt_mspdi_number_of_row (const char *text);
PltDate plt_mspdi_read_date (const char *text, int *hour);
PltDate plt_mspdi_read_end (const char *text);
const char *plt_mspdi_parent_of (const PltMspdiReader *self, guint up);
void plt_mspdi_take_text_of (char **to, const char *text);
void plt_mspdi_clear_calendar (RawCalendar *calendar);
void plt_mspdi_begin_calendar (PltMspdiReader *self);
void plt_mspdi_end_day (PltMspdiReader *self);
void plt_mspdi_end_calendar (PltMspdiReader *self);
void plt_mspdi_take_calendar_text (PltMspdiReader *self, const char *name, const char *text);
void plt_mspdi_take_day_text (PltMspdiReader *self, const char *name, const char *text);
void plt_mspdi_take_period_text (PltMspdiReader *self, const char *name, const char *text);
void plt_mspdi_take_work_text (PltMspdiReader *self, const char *name, const char *text);
void plt_mspdi_take_resource_text (PltMspdiReader *self, const char *name, const char *text);
void plt_mspdi_end_resource (PltMspdiReader *self);
void plt_mspdi_take_field_text (PltMspdiReader *self, const char *name, const char *text);
void plt_mspdi_end_field (PltMspdiReader *self);
void plt_mspdi_take_baseline_text (PltMspdiReader *self, const char *name, const char *text);
void plt_mspdi_end_baseline (PltMspdiReader *self);
void plt_mspdi_join_work (PltMspdiReader *self);

G_END_DECLS
