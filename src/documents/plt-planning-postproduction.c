/* Planning de postproduction: from the rushes to the PAD, what a supervisor holds in hand: the
 * stages, the rooms and technicians booked and the screenings week by week on one chart, then each
 * as a table with what is to be handed over, how the rooms are accessible and what the screenings
 * still ask for. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-document-kinds-private.h"
#include "plt-gantt.h"
#include "plt-retro-gantt.h"
#include "plt-retro-paper.h"
#include "plt-time.h"

#define PHASE "postproduction"

typedef enum
{
  COLOR_STAGE,
  COLOR_SCREENING,
  COLOR_ROOM,
  COLOR_OPTION,
  N_COLORS,
} Color;

static const char *const colors[N_COLORS]
    = { "Étape", "Projection", "Réservation confirmée", "Option ou à réserver" };

typedef struct
{
  PltRetroPaper paper;
  GArray *stages;        /* (element-type guint): rows of the retro, by date */
  GPtrArray *bookings;   /* (element-type PltBookingFacts): by room, then by date */
  GPtrArray *screenings; /* (element-type PltScreeningFacts): by date */
  PltGantt *gantt;
} Post;

static void
post_clear (Post *self)
{
  plt_retro_paper_close (&self->paper);
  g_clear_pointer (&self->stages, g_array_unref);
  g_clear_pointer (&self->bookings, g_ptr_array_unref);
  g_clear_pointer (&self->screenings, g_ptr_array_unref);
  g_clear_pointer (&self->gantt, plt_gantt_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Post, post_clear)

static gboolean
is (const char *text, const char *other)
{
  return g_strcmp0 (text, other) == 0;
}

/* ---- what is of the postproduction ---- */

static const PltRetroRow *
stage_at (const Post *self, guint i)
{
  return &g_array_index (self->paper.retro->rows, PltRetroRow,
                         g_array_index (self->stages, guint, i));
}

/* The rushes are looked after while the shoot goes on. */
static gboolean
is_stage (const PltRetroRow *row)
{
  static const char *const early[] = { "sauvegarde", "premier-montage", NULL };

  if ((row->kind != PLT_RETRO_TASK && row->kind != PLT_RETRO_MILESTONE) || !row->is_dated)
    return FALSE;
  return is (row->phase, PHASE) || (row->task != NULL && g_strv_contains (early, row->task->code));
}

static int
compare_stages (gconstpointer a, gconstpointer b, gpointer rows)
{
  const PltRetroRow *first = &g_array_index ((GArray *) rows, PltRetroRow, *(const guint *) a);
  const PltRetroRow *second = &g_array_index ((GArray *) rows, PltRetroRow, *(const guint *) b);

  if (first->dates.start != second->dates.start)
    return first->dates.start < second->dates.start ? -1 : 1;
  if (first->dates.finish != second->dates.finish)
    return first->dates.finish < second->dates.finish ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

static int
compare_bookings (gconstpointer a, gconstpointer b)
{
  const PltBookingFacts *first = *(const PltBookingFacts *const *) a;
  const PltBookingFacts *second = *(const PltBookingFacts *const *) b;
  int by_room = strcmp (first->room, second->room);

  if (by_room != 0)
    return by_room;
  if (first->from_date != second->from_date)
    return first->from_date < second->from_date ? -1 : 1;
  return first->id < second->id ? -1 : 1;
}

/* Those without a date come last. */
static int
compare_screenings (gconstpointer a, gconstpointer b)
{
  const PltScreeningFacts *first = *(const PltScreeningFacts *const *) a;
  const PltScreeningFacts *second = *(const PltScreeningFacts *const *) b;

  if ((first->date == PLT_DATE_NONE) != (second->date == PLT_DATE_NONE))
    return first->date == PLT_DATE_NONE ? 1 : -1;
  if (first->date != second->date)
    return first->date < second->date ? -1 : 1;
  return first->id < second->id ? -1 : 1;
}

static void
collect (Post *self)
{
  const PltFacts *facts = self->paper.source.facts;

  self->stages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->bookings = g_ptr_array_new ();
  self->screenings = g_ptr_array_new ();
  for (guint i = 0; i < self->paper.retro->rows->len; i++)
    if (is_stage (&g_array_index (self->paper.retro->rows, PltRetroRow, i)))
      g_array_append_val (self->stages, i);
  for (guint i = 0; i < facts->bookings.n; i++)
    if (!is (facts->bookings.items[i].status, "annule")
        && facts->bookings.items[i].from_date != PLT_DATE_NONE)
      g_ptr_array_add (self->bookings, (gpointer) &facts->bookings.items[i]);
  for (guint i = 0; i < facts->screenings.n; i++)
    g_ptr_array_add (self->screenings, (gpointer) &facts->screenings.items[i]);
  g_array_sort_with_data (self->stages, compare_stages, self->paper.retro->rows);
  g_ptr_array_sort (self->bookings, compare_bookings);
  g_ptr_array_sort (self->screenings, compare_screenings);
}

/* ---- words ---- */

static char *
person_name (const Post *self, gint64 id)
{
  const PltPersonFacts *person
      = PLT_FACTS_FIND (self->paper.source.facts->people, PltPersonFacts, id);

  return person != NULL ? plt_facts_person_name (person) : g_strdup ("");
}

static const char *
status_name (const char *status)
{
  static const char *const names[][2] = { { "a-faire", "À réserver" },
                                          { "option", "Option" },
                                          { "confirme", "Confirmée" },
                                          { "paye", "Payée" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (is (status, names[i][0]))
      return names[i][1];
  return status;
}

static const char *
answer_name (const char *answer)
{
  static const char *const names[][2]
      = { { "accord", "Accord" }, { "reserves", "Accord avec réserves" }, { "refus", "Refus" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (is (answer, names[i][0]))
      return names[i][1];
  return answer;
}

static const char *
task_name (const Post *self, gint64 task)
{
  const PltTaskFacts *row = PLT_FACTS_FIND (self->paper.source.facts->tasks, PltTaskFacts, task);

  return row != NULL ? row->name : "";
}

static void
append (GString *text, const char *part, const char *between)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", part);
}

/* "9h30 – 18h30", "9h30", "" */
static char *
hours_text (gint64 start, gint64 end)
{
  g_autofree char *from = start != PLT_UNKNOWN ? plt_clock_format (start) : g_strdup ("");
  g_autofree char *to = end != PLT_UNKNOWN ? plt_clock_format (end) : g_strdup ("");

  return g_strjoin (*from != '\0' && *to != '\0' ? "\302\240– " : "", from, to, NULL);
}

static PltDate
last_day (const PltBookingFacts *booking)
{
  return booking->to_date != PLT_DATE_NONE ? booking->to_date : booking->from_date;
}

static gboolean
is_sure (const PltBookingFacts *booking)
{
  return is (booking->status, "confirme") || is (booking->status, "paye");
}

/* Rooms of a stage with their supplier once, "Auditorium (Les Salles du Ponant)". */
static char *
rooms_of (const Post *self, gint64 task, gboolean access)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->bookings->len; i++)
    {
      const PltBookingFacts *one = self->bookings->pdata[i];
      g_autofree char *room = *one->supplier != '\0'
                                  ? g_strdup_printf ("%s (%s)", one->room, one->supplier)
                                  : g_strdup (one->room);
      const char *part = access ? one->accessibility : room;

      if (one->task == task && task != 0 && strstr (text->str, part) == NULL)
        append (text, part, " ; ");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Who is on it: people of the task, else technicians of its rooms. */
static char *
people_of (const Post *self, const PltRetroRow *row)
{
  g_autoptr (GString) text = g_string_new (row->people);

  for (guint i = 0; i < self->bookings->len && row->task != NULL; i++)
    {
      const PltBookingFacts *one = self->bookings->pdata[i];
      g_autofree char *name = person_name (self, one->person);

      if (one->task == row->task->id && *name != '\0' && strstr (text->str, name) == NULL)
        append (text, name, ", ");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- the chart ---- */

static PltGanttRow *
add_bar (Post *self, const char *name, guint depth, Color color, PltDate from, PltDate to)
{
  PltGanttRow *row = plt_gantt_row (self->gantt, name);

  row->depth = depth;
  row->phase = color;
  row->from = from;
  row->to = to;
  return row;
}

static void
add_dates (Post *self, PltGanttRow *row)
{
  g_autofree char *from = plt_retro_paper_date (row->from);
  g_autofree char *to = plt_retro_paper_date (row->to);

  row->cells[0] = plt_gantt_text (self->gantt, (row->flags & PLT_GANTT_MILESTONE) ? "" : from);
  row->cells[1] = plt_gantt_text (self->gantt, to);
}

static void
head_rows (Post *self, const char *name, guint n)
{
  if (n > 0)
    plt_gantt_row (self->gantt, name)->flags = PLT_GANTT_GROUP;
}

/* `places`: by task of the network, the row it has. */
static void
chart_stages (Post *self, gint *places)
{
  head_rows (self, "Étapes", self->stages->len);
  for (guint i = 0; i < self->stages->len; i++)
    {
      const PltRetroRow *from = stage_at (self, i);
      g_autofree char *name = plt_retro_paper_name (from);
      g_autofree char *people = people_of (self, from);
      g_autofree char *date
          = from->kind == PLT_RETRO_MILESTONE ? plt_date_format_short (from->dates.finish) : NULL;
      PltGanttRow *row
          = add_bar (self, name, 1, COLOR_STAGE, from->dates.start, from->dates.finish);

      if (from->index >= 0)
        places[from->index] = (gint) self->gantt->rows->len - 1;
      row->progress = from->progress;
      row->flags = (from->kind == PLT_RETRO_MILESTONE ? PLT_GANTT_MILESTONE : 0)
                   | (from->dates.critical ? PLT_GANTT_CRITICAL : 0)
                   | (from->state == PLT_RETRO_LATE ? PLT_GANTT_LATE : 0);
      if (from->in_baseline)
        {
          row->base_from = from->baseline_start;
          row->base_to = from->baseline_finish;
        }
      if (!from->is_held && from->dates.late_finish > from->dates.finish)
        row->slack_to = from->dates.late_finish;
      row->deadline = from->task != NULL ? from->task->deadline_date : PLT_DATE_NONE;
      row->beside = plt_gantt_text (self->gantt, date != NULL ? date : people);
      add_dates (self, row);
    }
}

static void
chart_screenings (Post *self)
{
  guint n = 0;

  while (n < self->screenings->len
         && ((const PltScreeningFacts *) self->screenings->pdata[n])->date != PLT_DATE_NONE)
    n++;
  head_rows (self, "Projections", n);
  for (guint i = 0; i < n; i++)
    {
      const PltScreeningFacts *one = self->screenings->pdata[i];
      PltGanttRow *row = add_bar (self, one->name, 1, COLOR_SCREENING, one->date, one->date);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *date = plt_date_format_short (one->date);
      g_autofree char *hour = hours_text (one->start_minutes, PLT_UNKNOWN);

      append (text, date, "");
      append (text, hour, ", ");
      append (text, one->room, " · ");
      row->flags = PLT_GANTT_MILESTONE;
      row->progress = *one->answer != '\0' ? 100 : 0;
      row->beside = plt_gantt_text (self->gantt, text->str);
      add_dates (self, row);
    }
}

static void
chart_rooms (Post *self)
{
  head_rows (self, "Salles et matériel", self->bookings->len);
  for (guint i = 0; i < self->bookings->len; i++)
    {
      const PltBookingFacts *one = self->bookings->pdata[i];
      PltGanttRow *row = add_bar (self, one->room, 1, is_sure (one) ? COLOR_ROOM : COLOR_OPTION,
                                  one->from_date, last_day (one));
      g_autofree char *name = person_name (self, one->person);
      g_autoptr (GString) text = g_string_new (NULL);

      append (text, is_sure (one) ? "" : status_name (one->status), "");
      append (text, name, " · ");
      append (text, task_name (self, one->task), " · ");
      row->beside = plt_gantt_text (self->gantt, text->str);
      add_dates (self, row);
    }
}

static void
widen (PltDate date, PltDate *from, PltDate *to)
{
  if (date == PLT_DATE_NONE)
    return;
  *from = *from == PLT_DATE_NONE ? date : MIN (*from, date);
  *to = *to == PLT_DATE_NONE ? date : MAX (*to, date);
}

static gboolean
find_dates (const Post *self, PltDate *from, PltDate *to)
{
  *from = *to = PLT_DATE_NONE;
  for (guint i = 0; i < self->stages->len; i++)
    {
      widen (stage_at (self, i)->dates.start, from, to);
      widen (stage_at (self, i)->dates.finish, from, to);
    }
  for (guint i = 0; i < self->bookings->len; i++)
    {
      widen (((const PltBookingFacts *) self->bookings->pdata[i])->from_date, from, to);
      widen (last_day (self->bookings->pdata[i]), from, to);
    }
  for (guint i = 0; i < self->screenings->len; i++)
    widen (((const PltScreeningFacts *) self->screenings->pdata[i])->date, from, to);
  if (*from == PLT_DATE_NONE)
    return FALSE;
  *from -= 5; /* room for signs at the edges */
  *to = MIN (*to + 7, *from + 4000);
  return TRUE;
}

static gboolean
add_chart (Post *self, PltDocument *document)
{
  g_autofree gint *places = g_new (gint, self->paper.retro->input.n_tasks + 1);
  PltDate from, to;

  if (!find_dates (self, &from, &to))
    return FALSE;
  self->gantt = plt_gantt_new (from, to);
  self->gantt->today = self->paper.source.date;
  self->gantt->scale = PLT_GANTT_AUTO;
  self->gantt->n_phases = N_COLORS;
  for (guint i = 0; i < N_COLORS; i++)
    self->gantt->phases[i] = colors[i];
  plt_gantt_column (self->gantt, "Début", FALSE);
  plt_gantt_column (self->gantt, "Fin", FALSE);
  for (guint i = 0; i < self->paper.retro->input.n_tasks; i++)
    places[i] = -1;
  chart_stages (self, places);
  chart_screenings (self);
  chart_rooms (self);
  plt_retro_gantt_days_off (self->gantt, self->paper.source.facts);
  plt_retro_gantt_calendars (self->gantt, self->paper.retro, places);
  plt_retro_gantt_due (self->gantt, self->paper.retro);
  plt_document_gantt (document, g_steal_pointer (&self->gantt),
                      "Étapes, projections et salles de la postproduction, semaine par semaine");
  return TRUE;
}

/* ---- the tables ---- */

static void
add_stages (const Post *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Étape", .id = "etape", .weight = 2.4, .min = 100, .sheet_chars = 36 },
    { .title = "Début", .id = "debut", .width = 54, .sheet_chars = 11 },
    { .title = "Fin", .id = "fin", .width = 54, .sheet_chars = 11 },
    { .title = "Jours", .id = "jours", .width = 32, .sheet_chars = 7 },
    { .title = "Salle", .id = "salle", .weight = 1.8, .min = 70, .sheet_chars = 28 },
    { .title = "Qui", .id = "qui", .weight = 1.4, .min = 60, .sheet_chars = 24 },
    { .title = "À livrer", .id = "livrable", .weight = 1.2, .min = 50, .sheet_chars = 24 },
    { .title = "Accessibilité",
      .id = "accessibilite",
      .weight = 1.2,
      .min = 60,
      .sheet_chars = 24 },
    { .title = "État", .id = "etat", .width = 50, .sheet_chars = 11 },
    { .title = "Marge", .id = "marge", .width = 36, .sheet_chars = 8 },
  };
  PltDocBars bars = { .start = 1, .finish = 2, .days = 3 };
  PltDocTable *table;
  PltDate to;

  plt_document_heading (document, 2, "Étapes", PLT_RETRO_NO_REF);
  table = plt_document_table (document, "Étapes", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_frozen_columns (table, 1);
  if (find_dates (self, &bars.first, &to))
    {
      plt_retro_paper_bars (&bars, bars.first, to);
      plt_doc_table_set_bars (table, &bars);
    }
  for (guint i = 0; i < self->stages->len; i++)
    {
      const PltRetroRow *row = stage_at (self, i);
      gint64 task = row->task != NULL ? row->task->id : 0;
      g_autofree char *name = plt_retro_paper_name (row), *people = people_of (self, row);
      g_autofree char *rooms = rooms_of (self, task, FALSE);
      g_autofree char *access = rooms_of (self, task, TRUE);
      PltDocCell *cell;

      plt_doc_table_row (table, "row.normal");
      cell = plt_doc_table_text (table, name);
      plt_doc_cell_ref (cell, row->ref);
      if (row->kind == PLT_RETRO_MILESTONE)
        plt_doc_cell_style (cell, "cell.strong");
      plt_doc_table_date (table, row->dates.start);
      plt_doc_table_date (table, row->dates.finish);
      plt_doc_table_number (table, row->days, 0);
      plt_doc_table_text (table, rooms);
      plt_doc_table_text (table, *people != '\0' || row->task == NULL ? people : row->task->team);
      plt_doc_table_text (table, row->task != NULL ? row->task->deliverable : "");
      plt_doc_table_text (table,
                          *access != '\0' || row->task == NULL ? access : row->task->accessibility);
      cell = plt_doc_table_text (table, plt_retro_paper_state (row));
      if (row->state == PLT_RETRO_LATE)
        plt_doc_cell_style (cell, "cell.warning");
      cell = plt_doc_table_number (
          table, row->state != PLT_RETRO_DONE ? row->dates.slack : PLT_UNKNOWN, 0);
      if (row->state != PLT_RETRO_DONE && row->dates.slack < 0)
        plt_doc_cell_style (cell, "cell.warning");
    }
}

static void
add_screenings (const Post *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Date", .id = "date", .width = 54, .sheet_chars = 11 },
    { .title = "Heure", .id = "heure", .width = 36, .sheet_chars = 8 },
    { .title = "Projection", .id = "projection", .weight = 1.6, .min = 80, .sheet_chars = 30 },
    { .title = "Après", .id = "apres", .weight = 1.2, .min = 60, .sheet_chars = 24 },
    { .title = "Version, format", .id = "version", .weight = 1.2, .min = 60, .sheet_chars = 24 },
    { .title = "Salle", .id = "salle", .weight = 1.2, .min = 60, .sheet_chars = 24 },
    { .title = "Invités", .id = "invites", .weight = 1.8, .min = 80, .sheet_chars = 36 },
    { .title = "Accessibilité",
      .id = "accessibilite",
      .weight = 1.3,
      .min = 60,
      .sheet_chars = 24 },
    { .title = "Décision", .id = "decision", .weight = 1, .min = 60, .sheet_chars = 20 },
    { .title = "Reprise", .id = "reprise", .weight = 1, .min = 56, .sheet_chars = 24 },
  };
  PltDocTable *table;

  if (self->screenings->len == 0)
    return;
  plt_document_heading (document, 2, "Projections", PLT_RETRO_NO_REF);
  table = plt_document_table (document, "Projections", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->screenings->len; i++)
    {
      const PltScreeningFacts *one = self->screenings->pdata[i];
      g_autoptr (GString) version = g_string_new (one->version), rework = g_string_new (NULL);
      g_autoptr (GString) answer = g_string_new (answer_name (one->answer));
      PltDocCell *cell;

      append (version, one->format, ", ");
      append (answer, one->decided_by, ", ");
      append (rework, task_name (self, one->reopens), "");
      if (rework->len > 0 && one->rework_days != PLT_UNKNOWN)
        g_string_append_printf (rework, ", %" G_GINT64_FORMAT "\302\240j", one->rework_days);
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_date (table, one->date);
      plt_doc_table_clock (table, one->start_minutes);
      cell = plt_doc_table_text (table, one->name);
      plt_doc_cell_ref (cell, (PltRef){ "screening", one->id, NULL });
      plt_doc_table_text (table, task_name (self, one->task));
      plt_doc_table_text (table, version->str);
      plt_doc_table_text (table, one->room);
      plt_doc_table_text (table, one->people);
      cell = plt_doc_table_text (table,
                                 *one->accessibility != '\0' ? one->accessibility : "à demander");
      if (*one->accessibility == '\0')
        plt_doc_cell_style (cell, "cell.warning");
      cell = plt_doc_table_text (table, answer->str);
      if (is (one->answer, "refus"))
        plt_doc_cell_style (cell, "cell.warning");
      plt_doc_table_text (table, rework->str);
    }
}

static void
add_rooms (const Post *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Salle, matériel", .id = "salle", .weight = 1.6, .min = 80, .sheet_chars = 28 },
    { .title = "Fournisseur", .id = "fournisseur", .weight = 1.4, .min = 70, .sheet_chars = 24 },
    { .title = "Du", .id = "du", .width = 54, .sheet_chars = 11 },
    { .title = "Au", .id = "au", .width = 54, .sheet_chars = 11 },
    { .title = "Horaires", .id = "horaires", .width = 68, .sheet_chars = 16 },
    { .title = "Technicien", .id = "technicien", .weight = 1.2, .min = 60, .sheet_chars = 22 },
    { .title = "Étape", .id = "etape", .weight = 1.4, .min = 70, .sheet_chars = 28 },
    { .title = "État", .id = "etat", .width = 58, .sheet_chars = 12 },
    { .title = "Accessibilité",
      .id = "accessibilite",
      .weight = 1.4,
      .min = 70,
      .sheet_chars = 24 },
  };
  PltDocTable *table;

  if (self->bookings->len == 0)
    return;
  plt_document_heading (document, 2, "Salles et matériel réservés", PLT_RETRO_NO_REF);
  table = plt_document_table (document, "Salles", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->bookings->len; i++)
    {
      const PltBookingFacts *one = self->bookings->pdata[i];
      g_autofree char *hours = hours_text (one->start_minutes, one->end_minutes);
      g_autofree char *name = person_name (self, one->person);
      PltDocCell *cell;

      plt_doc_table_row (table, "row.normal");
      plt_doc_cell_ref (plt_doc_table_text (table, one->room),
                        (PltRef){ "room_booking", one->id, NULL });
      plt_doc_table_text (table, one->supplier);
      plt_doc_table_date (table, one->from_date);
      plt_doc_table_date (table, last_day (one));
      plt_doc_table_text (table, hours);
      plt_doc_table_text (table, name);
      plt_doc_table_text (table, task_name (self, one->task));
      cell = plt_doc_table_text (table, status_name (one->status));
      if (!is_sure (one))
        plt_doc_cell_style (cell, "cell.strong");
      cell = plt_doc_table_text (table,
                                 *one->accessibility != '\0' ? one->accessibility : "à demander");
      if (*one->accessibility == '\0')
        plt_doc_cell_style (cell, "cell.warning");
    }
}

/* Remarks that nobody has taken care of yet. */
static void
add_remarks (const Post *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Projection", .id = "projection", .weight = 1.4, .min = 80, .sheet_chars = 28 },
    { .title = "TC", .id = "tc", .width = 60, .sheet_chars = 12 },
    { .title = "Remarque", .id = "remarque", .weight = 4, .sheet_chars = 60 },
    { .title = "Qui s’en charge", .id = "qui", .weight = 1.2, .min = 60, .sheet_chars = 22 },
    { .title = "Décision", .id = "decision", .weight = 1.4, .min = 60, .sheet_chars = 24 },
  };
  const PltFacts *facts = self->paper.source.facts;
  PltDocTable *table = NULL;

  for (guint i = 0; i < facts->screening_notes.n; i++)
    {
      const PltScreeningNoteFacts *one = &facts->screening_notes.items[i];
      const PltScreeningFacts *of
          = PLT_FACTS_FIND (facts->screenings, PltScreeningFacts, one->screening);

      if (one->done || of == NULL)
        continue;
      if (table == NULL)
        {
          plt_document_heading (document, 2, "Retours de projection à traiter", PLT_RETRO_NO_REF);
          table = plt_document_table (document, "Retours", columns, G_N_ELEMENTS (columns));
        }
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, of->name);
      plt_doc_table_text (table, one->timecode);
      plt_doc_cell_ref (plt_doc_table_text (table, one->text),
                        (PltRef){ "screening_note", one->id, "text" });
      plt_doc_table_text (table, one->owner);
      plt_doc_table_text (table, one->decision);
    }
}

/* ---- for calendar programs ---- */

static void
add_entries (const Post *self, PltDocument *document)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < self->stages->len; i++)
    g_hash_table_add (wanted, (gpointer) stage_at (self, i));
  for (guint i = 0; i < self->paper.retro->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (self->paper.retro->rows, PltRetroRow, i);

      if (row->kind == PLT_RETRO_REGISTER && is (row->phase, PHASE)
          && !is (row->ref.table, "screening")) /* with who comes and what they answered */
        g_hash_table_add (wanted, (gpointer) row);
    }
  plt_retro_paper_entries (&self->paper, document, wanted);
  for (guint i = 0; i < self->screenings->len; i++)
    {
      const PltScreeningFacts *one = self->screenings->pdata[i];
      g_autofree char *uid = g_strdup_printf ("screening-%" G_GINT64_FORMAT, one->id);
      g_autoptr (GString) text = g_string_new (NULL);
      PltDocEntry entry = { .uid = uid,
                            .date = one->date,
                            .start_minutes = one->start_minutes,
                            .end_minutes = PLT_UNKNOWN,
                            .title = one->name,
                            .place = one->room,
                            .category = "Projection" };

      append (text, one->people, "");
      append (text, one->accessibility, "\n");
      entry.text = text->str;
      if (one->date != PLT_DATE_NONE)
        plt_document_entry (document, &entry);
    }
  for (guint i = 0; i < self->bookings->len; i++)
    {
      const PltBookingFacts *one = self->bookings->pdata[i];
      g_autofree char *uid = g_strdup_printf ("room-booking-%" G_GINT64_FORMAT, one->id);
      g_autofree char *name = person_name (self, one->person);
      g_autofree char *hours = hours_text (one->start_minutes, one->end_minutes);
      g_autoptr (GString) text = g_string_new (NULL);
      gboolean several = last_day (one) > one->from_date; /* one entry over its days */
      PltDocEntry entry = { .uid = uid,
                            .date = one->from_date,
                            .start_minutes = several ? PLT_UNKNOWN : one->start_minutes,
                            .end_minutes = several ? PLT_UNKNOWN : one->end_minutes,
                            .title = one->room,
                            .place = one->supplier,
                            .category = "Salle",
                            .tentative = !is_sure (one) };

      entry.n_days = several ? (guint) (last_day (one) - one->from_date + 1) : 1;
      append (text, several ? hours : "", "");
      append (text, name, "\n");
      append (text, task_name (self, one->task), "\n");
      entry.text = text->str;
      plt_document_entry (document, &entry);
    }
}

/* ---- entry ---- */

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (Post) self = { .stages = NULL };
  PltDocument *document;
  gboolean chart_only = is (plt_params_get (params, "graphique-seul"), "1");

  if (!plt_retro_paper_open (&self.paper, store, params, error))
    return NULL;
  document = plt_retro_paper_new (
      &self.paper, "Planning de postproduction",
      is (plt_params_get (params, "papier"), "a4") ? PLT_PAPER_A4 : PLT_PAPER_A3, PLT_LANDSCAPE);
  collect (&self);
  if (self.stages->len + self.bookings->len + self.screenings->len == 0)
    {
      plt_document_paragraph (document, "text.note",
                              "La postproduction n’a encore ni étape datée, ni salle, ni "
                              "projection.",
                              PLT_RETRO_NO_REF);
      return document;
    }
  add_entries (&self, document);
  add_chart (&self, document);
  if (chart_only)
    return document;
  if (self.stages->len > 0)
    add_stages (&self, document);
  add_screenings (&self, document);
  add_rooms (&self, document);
  add_remarks (&self, document);
  return document;
}

static const PltParamSpec params[] = {
  { .id = "papier",
    .title = N_ ("Paper"),
    .type = PLT_PARAM_CHOICE,
    .choices = "a3,a4",
    .initial = "a3" },
  { .id = "graphique-seul", .title = N_ ("Chart only"), .type = PLT_PARAM_BOOLEAN, .initial = "0" },
  PLT_PAPER_PLAN_PARAM,
  { NULL },
};

const PltDocumentKind plt_document_planning_postproduction = {
  .id = "planning-postproduction",
  .title = "Planning de postproduction",
  .phase = "postproduction",
  .params = params,
  .build = build,
};
