/* PltHoursModel: the hours of a day, of a week or of one person as a grid, and overtime against the
 * devis. The engine counts (plt-hours.h); this shows, and writes what is typed.
 *
 * A day: those who have hours and those who are called and have none yet, by department. Hours are
 * typed as "7h30"; an hour before the start is one after midnight; what is typed on the head of a
 * department goes to all of it. A meal that is typed lasts as long as a meal usually does until its
 * end is typed. An approved or signed row refuses with a sentence. */
#pragma once

#include "plt-grid-model.h"
#include "plt-hours-overtime.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_HOURS_MODEL (plt_hours_model_get_type ())
G_DECLARE_FINAL_TYPE (PltHoursModel, plt_hours_model, PLT, HOURS_MODEL, GObject)

typedef enum
{
  PLT_HOURS_BY_DAY,
  PLT_HOURS_BY_WEEK,
  PLT_HOURS_OF_PERSON,
  PLT_HOURS_OVERTIME,
} PltHoursMode;

/* Columns of a day that are typed in. */
typedef enum
{
  PLT_HOURS_COLUMN_NAME,
  PLT_HOURS_COLUMN_FUNCTION,
  PLT_HOURS_COLUMN_LEAVE,
  PLT_HOURS_COLUMN_START,
  PLT_HOURS_COLUMN_MEAL,
  PLT_HOURS_COLUMN_MEAL_END,
  PLT_HOURS_COLUMN_END,
  PLT_HOURS_COLUMN_BACK,
  PLT_HOURS_COLUMN_TRAVEL,
  PLT_HOURS_COLUMN_WORKED,
} PltHoursColumn;

PltHoursModel *plt_hours_model_new (PltSession *session, PltHoursMode mode);
/**
 * plt_hours_model_show:
 * @hours: borrowed until the next call, as is @overtime (nullable)
 * @date: of the day, or a day of the week
 * @person: index in the people of the hours, of PLT_HOURS_OF_PERSON
 */
void plt_hours_model_show (PltHoursModel *self,
                           const PltHours *hours,
                           const PltOvertime *overtime,
                           PltDate date,
                           guint person);
/* (nullable): who stands in that row */
const PltHoursPerson *plt_hours_model_get_person (PltHoursModel *self, guint row);
/* The row of the table that a row shows, table NULL. */
PltRef plt_hours_model_get_ref (PltHoursModel *self, guint row);
int plt_hours_model_find_row (PltHoursModel *self, gint64 work_hours);
/* (transfer full) (element-type PltHoursFacts): the rows of the table in those rows of the grid, a
 * head for all below it. */
GPtrArray *plt_hours_model_get_rows (PltHoursModel *self, guint first, guint n);

G_END_DECLS
