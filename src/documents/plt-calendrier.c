/* Calendrier: the plan and the events by months, a page a month, a row a week from Monday.
 *
 * Above each date stands what the calendar says of it; below, the days of the plan with their
 * place, sets, séquences and hours, then the events, then what is missing. Months without anything
 * between the first and the last are printed too: a calendar has no holes. The same dates go into
 * an iCalendar file, one entry a day of the plan and one an event. */
#include <glib/gi18n-lib.h>

#include "plt-agenda.h"
#include "plt-document-kinds-private.h"
#include "plt-plan-paper.h"
#include "plt-plan-version.h"

#include <string.h>

#define NOWHERE ((PltRef){ NULL, 0, NULL })
#define LINES 4        /* of a date at least, so that there is room to write by hand */
#define MOST_MONTHS 36 /* a date mistyped by a century is no reason to print a thousand pages */

static const PltDocColumn columns[] = {
  { .title = "Sem.", .id = "semaine", .width = 30, .sheet_chars = 5 },
  { .title = "Lundi", .id = "lundi", .weight = 1, .min = 90, .sheet_chars = 22 },
  { .title = "Mardi", .id = "mardi", .weight = 1, .min = 90, .sheet_chars = 22 },
  { .title = "Mercredi", .id = "mercredi", .weight = 1, .min = 90, .sheet_chars = 22 },
  { .title = "Jeudi", .id = "jeudi", .weight = 1, .min = 90, .sheet_chars = 22 },
  { .title = "Vendredi", .id = "vendredi", .weight = 1, .min = 90, .sheet_chars = 22 },
  { .title = "Samedi", .id = "samedi", .weight = 1, .min = 90, .sheet_chars = 22 },
  { .title = "Dimanche", .id = "dimanche", .weight = 1, .min = 90, .sheet_chars = 22 },
};

static const char *
kind_of (const PltEventFacts *event)
{
  static const char *const kinds[][2] = {
    { "essayage", "Essayage" },   { "essai", "Essai caméra" },
    { "lecture", "Lecture" },     { "repetition", "Répétition" },
    { "voyage", "Voyage" },       { "postsynchro", "Postsynchronisation" },
    { "reperage", "Repérage" },   { "montage", "Montage du décor" },
    { "demontage", "Démontage" }, { "autre", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i][0], event->kind) == 0)
      return kinds[i][1];
  return "";
}

/* The parts that say something, with ` separator ` between them. */
static char *
join (const char *separator, const char *const *parts, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", parts[i]);
  return g_string_free (text, FALSE);
}

static char *
event_title (const PltPaperSource *source, const PltEventFacts *event)
{
  g_autofree char *who = plt_agenda_who (source->facts, event);
  const char *const parts[] = { kind_of (event), who, event->text };

  return join (" · ", parts, G_N_ELEMENTS (parts));
}

static char *
event_line (const PltPaperSource *source, const PltEventFacts *event)
{
  g_autofree char *title = event_title (source, event);
  g_autofree char *clock = plt_paper_clock (event->start_minutes);
  const char *const parts[] = { clock, title };

  return join (" ", parts, G_N_ELEMENTS (parts));
}

static char *
day_lines (const PltPaperSource *source, const PltDayPlan *day)
{
  g_autofree char *places = plt_plan_paper_places (source, day);
  g_autofree char *sets = plt_agenda_sets (source->facts, day, 4);
  g_autofree char *numbers = plt_agenda_numbers (source->facts, day);
  g_autofree char *sequences
      = *numbers != '\0' ? g_strdup_printf ("Séq. %s", numbers) : g_strdup ("");
  g_autofree char *hours = day->number > 0 ? plt_paper_hours (day->day) : g_strdup ("");
  const char *const parts[] = { places, sets, sequences, hours, day->day->note };

  return join ("\n", parts, G_N_ELEMENTS (parts));
}

static char *
gap_line (const PltAgendaGap *gap)
{
  const char *name = gap->element != NULL ? gap->element->name : gap->set->name;

  switch (gap->answer)
    {
    case PLT_AVAILABLE_OPTION:
      return g_strdup_printf ("! %s : à confirmer", name);
    case PLT_AVAILABLE_PARTLY:
      return g_strdup_printf ("! %s : une partie de la journée", name);
    case PLT_AVAILABLE_NO:
    case PLT_AVAILABLE_YES:
    default:
      return g_strdup_printf ("! %s indisponible", name);
    }
}

static void
add_line (GString *text, guint *n, const char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  for (const char *p = line; p != NULL; p = strchr (p + 1, '\n'))
    (*n)++;
}

static void
add_date (const PltPaperSource *source,
          const PltAgenda *agenda,
          PltDocTable *table,
          PltDate date,
          guint least)
{
  const PltAgendaDate *found = plt_agenda_get (agenda, date);
  g_autoptr (GString) text = g_string_new (NULL);
  PltRef ref = NOWHERE;
  PltDocCell *cell;
  guint n = 0, n_held;

  for (guint i = 0; found != NULL && i < found->days->len; i++)
    {
      const PltDayPlan *day = found->days->pdata[i];
      g_autofree char *lines = day_lines (source, day);
      g_autofree char *number = found->days->len > 1 ? plt_plan_paper_day (day) : NULL;

      if (number != NULL) /* two units: the head names both */
        add_line (text, &n, number);
      if (*lines != '\0')
        add_line (text, &n, lines);
      if (ref.table == NULL)
        ref = (PltRef){ "shooting_day", day->day->id, NULL };
    }
  for (guint i = 0; found != NULL && i < found->events->len; i++)
    {
      const PltEventFacts *event = found->events->pdata[i];
      g_autofree char *line = event_line (source, event);

      add_line (text, &n, line);
      if (ref.table == NULL)
        ref = (PltRef){ "event", event->id, NULL };
    }
  for (guint i = 0; found != NULL && i < found->gaps->len; i++)
    {
      g_autofree char *line = gap_line (found->gaps->pdata[i]);

      add_line (text, &n, line);
    }
  n_held = n;
  for (; n < least; n++)
    g_string_append (text, n > 0 ? "\n" : "");
  cell = plt_doc_table_text (table, text->str);
  plt_doc_cell_style (cell,
                      plt_agenda_is_off (agenda, date) && n_held == 0 ? "cell.off" : "cell.small");
  if (ref.table != NULL)
    plt_doc_cell_ref (cell, ref);
}

/* "5 · J1 · nuit", "11 · Armistice de 1918": the name of school holidays stands on their first date
 * and on Mondays, "vac." on the others. */
static void
add_head (const PltAgenda *agenda, PltDocTable *table, PltDate date)
{
  const PltAgendaDate *found = plt_agenda_get (agenda, date);
  const char *holiday = plt_agenda_holiday (agenda, date);
  const char *closing = plt_agenda_closing (agenda, date);
  const char *school = plt_agenda_school (agenda, date);
  const char *before = plt_agenda_school (agenda, date - 1);
  g_autoptr (GString) text = g_string_new (NULL);
  PltDocCell *cell;
  int day;

  plt_date_to_ymd (date, NULL, NULL, &day);
  g_string_printf (text, "%d", day);
  for (guint i = 0; found != NULL && i < found->days->len; i++)
    {
      const PltDayPlan *plan = found->days->pdata[i];
      g_autofree char *number = plt_plan_paper_day (plan);

      g_string_append_printf (text, " · %s%s", number, plan->night ? " · nuit" : "");
    }
  if (holiday != NULL)
    g_string_append_printf (text, " · %s", holiday);
  if (closing != NULL)
    g_string_append_printf (text, " · %s", closing);
  if (school != NULL)
    g_string_append_printf (text, " · %s",
                            plt_date_weekday (date) == 1 || day == 1 || before != school ? school
                                                                                         : "vac.");
  cell = plt_doc_table_text (table, text->str);
  if (found != NULL && found->gaps->len > 0)
    plt_doc_cell_style (cell, "cell.warning");
  else if (found == NULL && plt_agenda_is_off (agenda, date))
    plt_doc_cell_style (cell, "cell.off");
}

static void
add_month (const PltPaperSource *source,
           const PltAgenda *agenda,
           PltDocument *document,
           int year,
           int month)
{
  PltDate first = plt_date_from_ymd (year, month, 1);
  PltDate next = plt_date_add_months (first, 1);
  g_autofree char *name = plt_date_format_month (first);
  guint weeks;
  PltDate monday = plt_agenda_month_start (year, month, &weeks);
  PltDocTable *table;

  name[0] = g_ascii_toupper (name[0]); /* no name of a month begins with an accent */
  plt_document_heading (document, 1, name, NOWHERE);
  table = plt_document_table (document, name, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < weeks; i++, monday += 7)
    {
      g_autofree char *number = g_strdup_printf ("%d", plt_date_iso_week (monday));

      plt_doc_table_row (table, "row.subgroup");
      plt_doc_cell_style (plt_doc_table_text (table, number), "cell.center");
      for (PltDate date = monday; date < monday + 7; date++)
        {
          if (date >= first && date < next)
            add_head (agenda, table, date);
          else
            plt_doc_table_empty (table);
        }
      plt_doc_table_keep_with_next (table);
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_empty (table);
      for (PltDate date = monday; date < monday + 7; date++)
        if (date >= first && date < next)
          add_date (source, agenda, table, date, weeks > 5 ? LINES - 1 : LINES);
        else
          plt_doc_table_empty (table);
    }
}

/* ---- for calendar programs ---- */

static char *
address_of (const PltLocationFacts *place)
{
  const char *const town[] = { place->postcode, place->city };
  g_autofree char *where = join (" ", town, G_N_ELEMENTS (town));
  const char *const parts[] = { place->name, place->address, where };

  return join (", ", parts, G_N_ELEMENTS (parts));
}

/* When nobody said when a day ends, it lasts as long as the days of the plan are meant to: a
 * calendar shows nothing of an entry without length. */
static gint64
end_of (const PltPaperSource *source, const PltDayPlan *day)
{
  const PltScheduleFacts *schedule = source->plan->schedule;

  if (day->number == 0)
    return PLT_UNKNOWN;
  if (day->day->end_minutes != PLT_UNKNOWN || day->day->start_minutes == PLT_UNKNOWN
      || schedule == NULL || schedule->day_minutes == PLT_UNKNOWN)
    return day->day->end_minutes;
  return day->day->start_minutes + schedule->day_minutes;
}

/* A day keeps its name when it moves: that is what a calendar must recognise. */
static void
add_day_entry (const PltPaperSource *source, PltDocument *document, const PltDayPlan *day)
{
  g_autofree char *number = plt_plan_paper_day (day);
  g_autofree char *iso = plt_date_to_iso (day->day->date);
  g_autofree char *uid = day->number > 0 ? g_strdup_printf ("j%u", day->number)
                                         : g_strdup_printf ("%s-%s%s", day->day->kind, iso,
                                                            day->day->unit > 1 ? "-u2" : "");
  g_autoptr (GPtrArray) places = plt_paper_places (source, day);
  g_autofree char *names = plt_plan_paper_places (source, day);
  g_autofree char *address = places->len > 0 ? address_of (places->pdata[0]) : g_strdup ("");
  g_autofree char *title = g_strdup_printf ("%s%s%s", number, *names != '\0' ? " · " : "", names);
  g_autofree char *text = day_lines (source, day);
  const PltDocEntry entry = {
    .uid = uid,
    .date = day->day->date,
    .start_minutes = day->number > 0 ? day->day->start_minutes : PLT_UNKNOWN,
    .end_minutes = end_of (source, day),
    .title = title,
    .place = address,
    .text = text,
    .category = day->number > 0 ? "Tournage" : number,
    .tentative = strcmp (day->day->kind, "reserve") == 0,
  };

  plt_document_entry (document, &entry);
}

static void
add_event_entry (const PltPaperSource *source, PltDocument *document, const PltEventFacts *event)
{
  const PltLocationFacts *place
      = PLT_FACTS_FIND (source->facts->locations, PltLocationFacts, event->location);
  g_autofree char *uid = g_strdup_printf ("event-%" G_GINT64_FORMAT, event->id);
  g_autofree char *title = event_title (source, event);
  g_autofree char *address = place != NULL ? address_of (place) : g_strdup ("");
  const PltDocEntry entry = {
    .uid = uid,
    .date = event->date,
    .start_minutes = event->start_minutes,
    .end_minutes = event->end_minutes,
    .title = *title != '\0' ? title : "Événement",
    .place = address,
    .text = event->note,
    .category = *kind_of (event) != '\0' ? kind_of (event) : "Autre",
  };

  plt_document_entry (document, &entry);
}

static void
add_entries (const PltPaperSource *source, const PltAgenda *agenda, PltDocument *document)
{
  const PltPlan *plan = source->plan;
  g_autofree char *name = g_strdup_printf ("%s, plan de travail", source->facts->production.title);

  plt_document_set_calendar (document, name, plt_paper_zone (source->facts->production.territory),
                             plan->schedule != NULL ? (guint) plt_schedule_number (plan->schedule)
                                                    : 0);
  for (guint i = 0; i < plan->days->len; i++)
    if (((const PltDayPlan *) plan->days->pdata[i])->day->date != PLT_DATE_NONE)
      add_day_entry (source, document, plan->days->pdata[i]);
  for (guint i = 0; i < source->facts->events.n; i++)
    if (source->facts->events.items[i].date != PLT_DATE_NONE)
      add_event_entry (source, document, &source->facts->events.items[i]);
}

static void
add_undated (const PltAgenda *agenda, PltDocument *document)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < agenda->undated->len; i++)
    {
      g_autofree char *day = plt_plan_paper_day (agenda->undated->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", day);
    }
  if (text->len > 0)
    plt_document_runs (document, "text.warning", "run.bold", "Jours sans date : ", "run.normal",
                       text->str, NULL);
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltPaperSource) source = { NULL };
  g_autoptr (PltAgenda) agenda = NULL;
  PltDocument *document;
  int year, month, last_year, last_month;

  if (!plt_paper_open (&source, store, params, error))
    return NULL;
  document = plt_plan_paper_new (&source, "Calendrier", PLT_PAPER_A4, PLT_LANDSCAPE);
  agenda = plt_agenda_new (source.plan);
  add_undated (agenda, document);
  if (agenda->first == PLT_DATE_NONE)
    {
      plt_document_paragraph (document, "text.note",
                              "Le plan n’a pas encore de date, et il n’y a pas d’événement.",
                              NOWHERE);
      return document;
    }
  add_entries (&source, agenda, document);
  plt_date_to_ymd (agenda->first, &year, &month, NULL);
  plt_date_to_ymd (agenda->last, &last_year, &last_month, NULL);
  for (guint i = 0;
       i < MOST_MONTHS && (year < last_year || (year == last_year && month <= last_month)); i++)
    {
      if (i > 0)
        plt_document_page_break (document);
      add_month (&source, agenda, document, year, month);
      year += month / 12;
      month = month % 12 + 1;
    }
  return document;
}

static const PltParamSpec specs[] = { PLT_PAPER_PLAN_PARAM, { NULL } };

const PltDocumentKind plt_document_calendrier = {
  .id = "calendrier",
  .title = "Calendrier",
  .phase = "preparation",
  .params = specs,
  .build = build,
};
