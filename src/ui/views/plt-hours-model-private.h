/* What the files of PltHoursModel share. */
#pragma once

#include "plt-hours-model.h"

G_BEGIN_DECLS

typedef struct
{
  PltGridRowKind kind;
  guint level;
  gint64 key;
  char *title;                  /* of a head or a total */
  const PltHoursPerson *person; /* (nullable) */
  const PltHoursWeek *week;     /* (nullable) */
  const PltHoursDay *day;       /* (nullable) */
  const PltHoursFacts *row;     /* (nullable): of the facts */
  const PltPersonFacts *called; /* (nullable): called, without hours */
  const PltPayLine *line;       /* (nullable) */
  const PltOvertimeLine *over;  /* (nullable) */
  PltDate date;
} PltHoursRow;

struct _PltHoursModel
{
  GObject parent_instance;

  PltSession *session;
  PltHoursMode mode;
  const PltHours *hours;
  const PltOvertime *overtime;
  PltDate date;
  guint person;
  GPtrArray *rows;
};

/* (nullable) */
const PltHoursRow *plt_hours_model_row (PltHoursModel *self, guint row);
/* A column of a day that is typed in; its column of the table, and the minutes a row has there. */
gboolean plt_hours_is_typed_column (guint column);
gint64 plt_hours_column_minutes (const PltHoursFacts *row, guint column);
guint plt_hours_column_flag (guint column);
/* Fill a cell; become what was typed. */
void plt_hours_model_cell (PltGridModel *model, guint row, guint column, PltGridCell *cell);
gboolean plt_hours_model_type (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error);

G_END_DECLS
