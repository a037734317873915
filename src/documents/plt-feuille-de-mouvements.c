/* Feuille de mouvements: for a day or for all of them, each movement with its vehicle, its driver,
 * who gets on where and when, where it goes and when it is needed; then the journeys and the
 * lodging of these days, without amounts. The extract of a driver has that driver's movements
 * alone. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-callsheet.h"
#include "plt-document-kinds-private.h"
#include "plt-error.h"
#include "plt-mouvements-private.h"
#include "plt-text.h"

#define NO_REF ((PltRef){ NULL, 0, NULL })

typedef struct
{
  PltPaperSource source;
  PltMoves *moves;
  const PltDayPlan *day;        /* (nullable): all of them */
  const PltPersonFacts *driver; /* (nullable): of everybody */
} Sheet;

static void
sheet_clear (Sheet *self)
{
  plt_paper_close (&self->source);
  g_clear_pointer (&self->moves, plt_moves_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static const PltDocColumn columns[] = {
  { .title = "N°", .id = "numero", .width = 28, .sheet_chars = 6 },
  { .title = "Véhicule", .id = "vehicule", .weight = 1.5, .sheet_chars = 24 },
  { .title = "Conducteur", .id = "conducteur", .weight = 1.4, .sheet_chars = 22 },
  { .title = "Heure", .id = "heure", .width = 34, .sheet_chars = 8 },
  { .title = "Passager ou charge", .id = "passager", .weight = 1.8, .sheet_chars = 26 },
  { .title = "Rôle, fonction", .id = "role", .weight = 1.2, .sheet_chars = 18 },
  { .title = "Lieu", .id = "lieu", .weight = 2, .sheet_chars = 32 },
  { .title = "Téléphone", .id = "telephone", .width = 68, .sheet_chars = 15 },
  { .title = "Destination", .id = "destination", .weight = 1.5, .sheet_chars = 24 },
  { .title = "Attendu", .id = "attendu", .width = 40, .sheet_chars = 8 },
  { .title = "km", .id = "km", .width = 26, .sheet_chars = 6 },
  { .title = "Retour", .id = "retour", .width = 36, .sheet_chars = 8 },
  { .title = "Remarques", .id = "remarques", .weight = 1.5, .sheet_chars = 28 },
};

static const char *
text_of (const char *text)
{
  return text != NULL ? text : "";
}

/* ---- who ---- */

/* (transfer full): "NORA", "2e assistante caméra" */
static char *
role_of (const Sheet *self, const PltPassenger *passenger)
{
  const PltFacts *facts = self->source.facts;
  const PltElementFacts *role
      = passenger->call != NULL
            ? PLT_FACTS_FIND (facts->elements, PltElementFacts, passenger->call->role)
            : NULL;

  if (role != NULL)
    return g_strdup (role->name);
  for (guint i = 0; passenger->person != NULL && i < facts->engagements.n; i++)
    {
      const PltEngagementFacts *engagement = &facts->engagements.items[i];

      if (engagement->person != passenger->person->id)
        continue;
      role = PLT_FACTS_FIND (facts->elements, PltElementFacts, engagement->role);
      return g_strdup (role != NULL ? role->name : text_of (engagement->function));
    }
  return g_strdup (passenger->call != NULL ? text_of (passenger->call->function) : "");
}

/* Adds a sentence after another one. */
static void
add_sentence (GString *text, const char *sentence)
{
  if (text->len > 0 && *sentence != '\0')
    g_string_append (text, text->str[text->len - 1] == '.' ? " " : ". ");
  g_string_append (text, sentence);
}

/* (transfer full): "Siège enfant" before what was noted. */
static char *
remark_of (const PltPassenger *passenger)
{
  g_autoptr (GString) text = g_string_new (passenger->child ? "Siège enfant" : NULL);

  if (passenger->stop != NULL)
    add_sentence (text, text_of (passenger->stop->remark));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- a movement ---- */

static void
add_start (const PltMove *move, PltDocTable *table)
{
  const PltMovementFacts *row = move->movement;
  g_autoptr (GString) vehicle = g_string_new (move->vehicle != NULL ? move->vehicle->name : "");
  g_autoptr (GString) driver = g_string_new (NULL);
  g_autofree char *number = g_strdup (text_of (row->number));
  PltDocCell *cell;

  if (move->vehicle != NULL && *text_of (move->vehicle->plate) != '\0')
    g_string_append_printf (vehicle, "\n%s", move->vehicle->plate);
  if (move->vehicle != NULL && move->vehicle->seats != PLT_UNKNOWN && move->aboard > 0)
    g_string_append_printf (vehicle, "\n%u/%d places", move->aboard, (int) move->vehicle->seats);
  if (move->driver != NULL)
    {
      g_autofree char *name = plt_facts_person_name (move->driver);

      g_string_append (driver, name);
      if (*text_of (move->driver->phone) != '\0')
        g_string_append_printf (driver, "\n%s", move->driver->phone);
    }
  cell = plt_doc_table_text (table, number);
  plt_doc_cell_style (cell, "cell.strong");
  plt_doc_cell_ref (cell, (PltRef){ "movement", row->id, NULL });
  cell = plt_doc_table_text (table, vehicle->str);
  if (move->vehicle != NULL && move->vehicle->seats != PLT_UNKNOWN
      && move->aboard > (guint) MAX (move->vehicle->seats, 0))
    plt_doc_cell_style (cell, "cell.warning");
  plt_doc_table_text (table, driver->str);
}

static void
add_end (const PltMove *move, PltDocTable *table, const char *remark)
{
  const PltMovementFacts *row = move->movement;
  g_autoptr (GString) text = g_string_new (
      strcmp (text_of (row->kind), "aller") != 0 ? plt_mouvements_word (row->kind) : "");

  add_sentence (text, text_of (row->note));
  add_sentence (text, remark);
  plt_doc_table_text (table, text_of (row->end_place));
  plt_doc_cell_style (plt_doc_table_clock (table, row->needed_minutes), "cell.strong");
  plt_doc_table_number (table, row->kilometres, 0);
  plt_doc_table_clock (table, row->return_minutes);
  plt_doc_table_text (table, text->str);
}

static void
begin_line (const PltMove *move, PltDocTable *table, gboolean first)
{
  plt_doc_table_row (table, "row.normal");
  if (first)
    add_start (move, table);
  else
    for (guint i = 0; i < 3; i++)
      plt_doc_table_empty (table);
}

static void
end_line (const PltMove *move, PltDocTable *table, gboolean first, const char *remark)
{
  if (first)
    add_end (move, table, remark);
  else
    {
      for (guint i = 0; i < 4; i++)
        plt_doc_table_empty (table);
      plt_doc_table_text (table, remark);
    }
}

static void
add_passenger (const Sheet *self,
               const PltMove *move,
               PltDocTable *table,
               const PltPassenger *passenger,
               gboolean first)
{
  g_autofree char *name = plt_passenger_name (passenger);
  g_autofree char *role = role_of (self, passenger);
  g_autofree char *remark = remark_of (passenger);
  const PltStopFacts *stop = passenger->stop;
  gint64 hour = stop != NULL ? stop->stop_minutes : passenger->call->pickup_minutes;
  const char *place = stop != NULL && *text_of (stop->place) != '\0' ? stop->place
                      : passenger->call != NULL ? text_of (passenger->call->pickup_place)
                                                : "";
  const char *phone = stop != NULL && *text_of (stop->phone) != '\0' ? stop->phone
                      : passenger->person != NULL ? text_of (passenger->person->phone)
                                                  : "";
  PltDocCell *cell;

  if (first && hour == PLT_UNKNOWN)
    hour = move->start;
  begin_line (move, table, first);
  plt_doc_cell_style (plt_doc_table_clock (table, hour), "cell.strong");
  cell = plt_doc_table_text (table, name);
  if (stop != NULL)
    plt_doc_cell_ref (cell, (PltRef){ "movement_stop", stop->id, NULL });
  plt_doc_table_text (table, role);
  plt_doc_table_text (table, place);
  plt_doc_table_text (table, phone);
  end_line (move, table, first, remark);
}

/* A drop, or something that is loaded. */
static void
add_other_stop (const PltMove *move, PltDocTable *table, const PltFacts *facts, gboolean *first)
{
  for (guint i = 0; i < facts->stops.n; i++)
    {
      const PltStopFacts *stop = &facts->stops.items[i];
      const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, stop->person);
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;

      if (stop->movement != move->movement->id || strcmp (text_of (stop->kind), "montee") == 0)
        continue;
      name = person != NULL ? plt_facts_person_name (person) : g_strdup (text_of (stop->name));
      text = g_strdup_printf ("%s%s",
                              strcmp (text_of (stop->kind), "descente") == 0 ? "Descente\u00a0: "
                                                                             : "Charge\u00a0: ",
                              name);
      begin_line (move, table, *first);
      plt_doc_cell_style (plt_doc_table_clock (table, stop->stop_minutes == PLT_UNKNOWN && *first
                                                          ? move->start
                                                          : stop->stop_minutes),
                          "cell.strong");
      plt_doc_cell_ref (plt_doc_table_text (table, text),
                        (PltRef){ "movement_stop", stop->id, NULL });
      plt_doc_table_empty (table);
      plt_doc_table_text (table, text_of (stop->place));
      plt_doc_table_text (table, text_of (stop->phone));
      end_line (move, table, *first, text_of (stop->remark));
      *first = FALSE;
    }
}

static void
add_load (const PltMove *move, PltDocTable *table, gboolean first)
{
  if (!first && *text_of (move->movement->load) == '\0')
    return;
  begin_line (move, table, first);
  plt_doc_cell_style (plt_doc_table_clock (table, first ? move->start : PLT_UNKNOWN),
                      "cell.strong");
  plt_doc_table_text (table, text_of (move->movement->load));
  plt_doc_table_empty (table);
  plt_doc_table_text (table, first ? text_of (move->movement->start_place) : "");
  plt_doc_table_empty (table);
  end_line (move, table, first, "");
}

static void
add_move (const Sheet *self, const PltMove *move, PltDocTable *table)
{
  gboolean first = TRUE;

  for (guint i = 0; i < move->passengers->len; i++)
    {
      add_passenger (self, move, table, move->passengers->pdata[i], first);
      first = FALSE;
    }
  add_other_stop (move, table, self->source.facts, &first);
  add_load (move, table, first);
}

/* ---- a day ---- */

static gboolean
is_wanted (const Sheet *self, const PltMove *move)
{
  return self->driver == NULL || move->driver == self->driver;
}

static const PltDayPlan *
day_of (const Sheet *self, PltDate date)
{
  for (guint i = 0; i < self->source.plan->days->len; i++)
    {
      const PltDayPlan *day = self->source.plan->days->pdata[i];

      if (day->day->date == date)
        return day;
    }
  return NULL;
}

/* What drivers ask first: where, and when the day begins. */
static void
add_head (const Sheet *self, PltDocument *document, PltDate date)
{
  const PltDayPlan *day = day_of (self, date);
  const PltSheetFacts *sheet
      = day != NULL ? plt_callsheet_of_day (self->source.facts, day->day->id) : NULL;
  g_autofree char *long_date = plt_date_format_long (date);
  g_autofree char *title = day != NULL && day->number != 0
                               ? g_strdup_printf ("J%u · %s", day->number, long_date)
                               : plt_text_title (long_date);
  g_autoptr (GPtrArray) places = day != NULL ? plt_paper_places (&self->source, day) : NULL;
  g_autoptr (GString) where = g_string_new (NULL);
  PltDocFields *fields;

  plt_document_heading (document, 1, title,
                        day != NULL ? (PltRef){ "shooting_day", day->day->id, NULL } : NO_REF);
  if (sheet == NULL && (places == NULL || places->len == 0))
    return;
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const PltLocationFacts *place = places->pdata[i];

      g_string_append_printf (where, "%s%s", i > 0 ? " ; " : "", place->name);
      if (*text_of (place->address) != '\0')
        g_string_append_printf (where, ", %s", place->address);
      if (*text_of (place->city) != '\0')
        g_string_append_printf (where, ", %s", place->city);
    }
  fields = plt_document_fields (document, sheet != NULL ? 4 : 1);
  plt_doc_fields_set_dense (fields, TRUE);
  plt_doc_fields_add (fields, "Lieux", where->str, NO_REF);
  if (sheet != NULL)
    {
      g_autofree char *crew = plt_paper_clock (sheet->crew_minutes);
      g_autofree char *pat = plt_paper_clock (sheet->pat_minutes);
      g_autofree char *end = plt_paper_clock (sheet->end_minutes);

      plt_doc_fields_add (fields, "Arrivée équipe", crew,
                          (PltRef){ "call_sheet", sheet->id, "crew_minutes" });
      plt_doc_fields_add (fields, "PAT", pat, (PltRef){ "call_sheet", sheet->id, "pat_minutes" });
      plt_doc_fields_add (fields, "Fin prévue", end,
                          (PltRef){ "call_sheet", sheet->id, "end_minutes" });
    }
}

static void
add_totals (PltDocument *document, guint n, guint people, gint64 kilometres, guint missing)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%u mouvement%s · %u passager%s · %d km", n, n > 1 ? "s" : "",
                          people, people > 1 ? "s" : "", (int) kilometres);
  if (missing > 0)
    g_string_append_printf (text, " (kilomètres à compléter\u00a0: %u mouvement%s)", missing,
                            missing > 1 ? "s" : "");
  plt_document_paragraph (document, "text.note", text->str, NO_REF);
}

static gboolean
add_day (const Sheet *self, PltDocument *document, PltDate date, gboolean follows)
{
  PltDocTable *table = NULL;
  guint n = 0, people = 0, missing = 0;
  gint64 kilometres = 0;

  for (guint i = 0; i < self->moves->moves->len; i++)
    {
      const PltMove *move = self->moves->moves->pdata[i];

      if (move->movement->date != date || !is_wanted (self, move))
        continue;
      if (table == NULL)
        {
          if (follows)
            plt_document_space (document, 10);
          add_head (self, document, date);
          table = plt_document_table (document, "Mouvements", columns, G_N_ELEMENTS (columns));
        }
      add_move (self, move, table);
      n++;
      for (guint j = 0; j < move->passengers->len; j++)
        people += ((const PltPassenger *) move->passengers->pdata[j])->count;
      if (move->movement->kilometres == PLT_UNKNOWN)
        missing++;
      else
        kilometres += move->movement->kilometres;
    }
  if (table != NULL)
    add_totals (document, n, people, kilometres, missing);
  return table != NULL;
}

/* ---- whole ---- */

/* The night before and the day after belong to a day. */
static gboolean
travels_then (const PltTravelFacts *travel, gpointer data)
{
  const Sheet *self = data;
  PltDate last = travel->to_date != PLT_DATE_NONE ? travel->to_date : travel->from_date;

  if (strcmp (text_of (travel->status), "annule") == 0
      || (self->driver != NULL && travel->person != self->driver->id))
    return FALSE;
  return self->day == NULL
         || (travel->from_date <= self->day->day->date + 1 && last >= self->day->day->date - 1);
}

static gboolean
find_driver (Sheet *self, const char *name, GError **error)
{
  const PltFacts *facts = self->source.facts;
  gint64 id = name != NULL ? g_ascii_strtoll (name, NULL, 10) : 0;

  if (name == NULL || *name == '\0')
    return TRUE;
  self->driver = id > 0 ? PLT_FACTS_FIND (facts->people, PltPersonFacts, id) : NULL;
  for (guint i = 0; self->driver == NULL && i < facts->people.n; i++)
    {
      g_autofree char *full = plt_facts_person_name (&facts->people.items[i]);

      if (plt_text_compare (full, name) == 0
          || plt_text_compare (facts->people.items[i].last_name, name) == 0)
        self->driver = &facts->people.items[i];
    }
  if (self->driver == NULL)
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("Nobody of the team is called “%s”; name the driver as the team list does."),
                 name);
  return self->driver != NULL;
}

static PltDocument *
new_paper (const Sheet *self)
{
  g_autofree char *name = self->driver != NULL ? plt_facts_person_name (self->driver) : NULL;
  g_autofree char *date = self->day != NULL && self->day->day->date != PLT_DATE_NONE
                              ? plt_date_format_long (self->day->day->date)
                              : NULL;
  g_autofree char *subtitle = name != NULL && date != NULL ? g_strdup_printf ("%s · %s", name, date)
                              : name != NULL               ? g_strdup (name)
                                                           : g_strdup (date);

  return plt_paper_new (&self->source,
                        self->driver != NULL ? "Ordre de mouvement" : "Feuille de mouvements",
                        subtitle, NULL, PLT_PAPER_A4, PLT_LANDSCAPE);
}

static gboolean
add_days (const Sheet *self, PltDocument *document)
{
  PltDate last = PLT_DATE_NONE;
  gboolean any = FALSE;

  for (guint i = 0; i < self->moves->moves->len; i++)
    {
      PltDate date = ((const PltMove *) self->moves->moves->pdata[i])->movement->date;

      if (date == last || (self->day != NULL && self->day->day->date != date))
        continue;
      last = date;
      any = add_day (self, document, date, any) || any;
    }
  return any;
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (Sheet) self = { .moves = NULL };
  gboolean all = g_strcmp0 (plt_params_get (params, "jours"), "tous") == 0;
  PltDocument *document;

  if (!plt_paper_open (&self.source, store, params, error)
      || !find_driver (&self, plt_params_get (params, "conducteur"), error))
    return NULL;
  if (!all && self.source.plan->days->len > 0)
    {
      self.day = plt_paper_day (&self.source, plt_params_get (params, "day"), error);
      if (self.day == NULL)
        return NULL;
    }
  self.moves = plt_moves_new (self.source.facts, PLT_DATE_NONE);
  document = new_paper (&self);
  if (!add_days (&self, document))
    plt_document_paragraph (document, "text.note",
                            self.driver != NULL ? "Aucun mouvement n’est prévu pour ce conducteur."
                                                : "Aucun mouvement n’est prévu.",
                            NO_REF);
  if (g_strcmp0 (plt_params_get (params, "voyages"), "0") != 0)
    {
      gboolean some = FALSE;

      for (guint i = 0; i < self.source.facts->travels.n; i++)
        some = some || travels_then (&self.source.facts->travels.items[i], &self);
      if (some)
        {
          plt_document_page_break (document);
          plt_document_heading (document, 1, "Voyages et hébergement", NO_REF);
          plt_voyages_add (&self.source, document, travels_then, &self, FALSE);
        }
    }
  return document;
}

static const PltParamSpec params_spec[] = {
  { .id = "day",
    .title = N_ ("Shooting day"),
    .type = PLT_PARAM_REFERENCE,
    .table = "shooting_day" },
  { .id = "jours",
    .title = N_ ("Days"),
    .type = PLT_PARAM_CHOICE,
    .choices = "un,tous",
    .initial = "un",
    .titles = N_ ("One day,All days") },
  { .id = "conducteur",
    .title = N_ ("Driver alone"),
    .type = PLT_PARAM_REFERENCE,
    .table = "person" },
  { .id = "voyages",
    .title = N_ ("Journeys and lodging too"),
    .type = PLT_PARAM_BOOLEAN,
    .initial = "1" },
  { NULL },
};

const PltDocumentKind plt_document_feuille_de_mouvements = {
  .id = "feuille-de-mouvements",
  .title = "Feuille de mouvements",
  .phase = "tournage",
  .params = params_spec,
  .build = build,
};
