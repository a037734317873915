#include "plt-gantt.h"

#include "plt-document-private.h"

#define LAST_YEAR 9990 /* that has a month after it */
#define MOST_DAYS (100 * 366)

/**
 * plt_gantt_new:
 * @from: first day that must be seen
 * @to: last one; @from when it is before
 *
 * Returns: (transfer full): without rows, from the Monday before to the Sunday after
 */
PltGantt *
plt_gantt_new (PltDate from, PltDate to)
{
  PltGantt *self;

  g_return_val_if_fail (from != PLT_DATE_NONE && to != PLT_DATE_NONE, NULL);

  self = g_new0 (PltGantt, 1);
  from = CLAMP (from, plt_date_from_ymd (2, 1, 1), plt_date_from_ymd (LAST_YEAR, 1, 1));
  to = CLAMP (to, from, from + MOST_DAYS);
  self->from = from - (plt_date_weekday (from) - 1);
  self->to = to + (7 - plt_date_weekday (to));
  self->today = self->due = PLT_DATE_NONE;
  self->due_label = "";
  self->rows = g_array_new (FALSE, TRUE, sizeof (PltGanttRow));
  self->links = g_array_new (FALSE, TRUE, sizeof (PltGanttLink));
  self->calendars = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_string_chunk_new (4096);
  self->off = g_new0 (guint8, plt_gantt_n_days (self));
  for (guint i = 0; i < plt_gantt_n_days (self); i++)
    self->off[i] = i % 7 >= 5 ? PLT_GANTT_WEEKEND : PLT_GANTT_OPEN;
  return self;
}

void
plt_gantt_free (PltGantt *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_array_unref (self->links);
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->calendars);
  g_free (self->off);
  g_free (self);
}

/**
 * plt_gantt_text:
 *
 * Returns: (transfer none): a copy that lives as long as the gantt
 */
const char *
plt_gantt_text (PltGantt *self, const char *text)
{
  g_autofree char *clean = plt_doc_copy_text (text);

  return *clean != '\0' ? g_string_chunk_insert_const (self->texts, clean) : "";
}

guint
plt_gantt_n_days (const PltGantt *self)
{
  return (guint) (self->to - self->from + 1);
}

void
plt_gantt_set_off (PltGantt *self, PltDate date, PltGanttDay kind)
{
  if (date >= self->from && date <= self->to)
    self->off[date - self->from] = (guint8) kind;
}

guint
plt_gantt_add_calendar (PltGantt *self, const guint8 *off)
{
  g_ptr_array_add (self->calendars, g_memdup2 (off, plt_gantt_n_days (self)));
  return self->calendars->len;
}

const guint8 *
plt_gantt_row_off (const PltGantt *self, const PltGanttRow *row)
{
  return row->calendar > 0 && row->calendar <= self->calendars->len
             ? self->calendars->pdata[row->calendar - 1]
             : self->off;
}

/**
 * plt_gantt_row:
 *
 * Returns: (transfer none): the row just added, to be filled
 */
PltGanttRow *
plt_gantt_row (PltGantt *self, const char *label)
{
  PltGanttRow row = { .label = plt_gantt_text (self, label),
                      .beside = "",
                      .from = PLT_DATE_NONE,
                      .to = PLT_DATE_NONE,
                      .slack_to = PLT_DATE_NONE,
                      .base_from = PLT_DATE_NONE,
                      .base_to = PLT_DATE_NONE,
                      .deadline = PLT_DATE_NONE };

  for (guint i = 0; i < PLT_GANTT_COLUMNS; i++)
    row.cells[i] = "";
  g_array_append_val (self->rows, row);
  return &g_array_index (self->rows, PltGanttRow, self->rows->len - 1);
}

void
plt_gantt_column (PltGantt *self, const char *title, gboolean at_end)
{
  g_return_if_fail (self->n_columns < PLT_GANTT_COLUMNS);

  self->columns[self->n_columns] = plt_gantt_text (self, title);
  self->at_end[self->n_columns++] = at_end;
}

/**
 * plt_document_gantt:
 * @gantt: (transfer full): bars and their calendar
 * @alternative: what it shows, in words
 */
void
plt_document_gantt (PltDocument *document, PltGantt *gantt, const char *alternative)
{
  PltDrawing *drawing = plt_document_drawing (document, "chart.gantt", 0, 120, alternative);

  drawing->gantt = gantt;
}
