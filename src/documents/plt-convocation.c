/* Convocation: of the feuille de service what one person has to know, on a page of their own: my
 * hours, who fetches me, my places, my séquences, what to bring, whom to call. Of everybody who is
 * called that day, of one group of them, or of one person on all their days.
 *
 * Nothing of anybody else is on it: it is handed out one by one. A group of background has one page
 * for all. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-document-kinds-private.h"
#include "plt-error.h"
#include "plt-feuille-private.h"
#include "plt-script-paper.h"
#include "plt-time.h"

#define MOST_HOURS 5

static const PltParamSpec params_spec[] = {
  PLT_FEUILLE_PARAMS,
  { "personne", N_ ("Only this person"), PLT_PARAM_REFERENCE, "person", NULL, NULL, NULL },
  { "groupe", N_ ("Group"), PLT_PARAM_CHOICE, NULL, "tous,comediens,figuration,equipe", "tous",
    N_ ("Everybody,Cast,Background,Crew") },
  { "jours", N_ ("Days"), PLT_PARAM_CHOICE, NULL, "jour,tous", "jour",
    N_ ("This day,All days of the person") },
  PLT_FEUILLE_STYLE_PARAMS,
  { NULL },
};

typedef struct
{
  PltFeuille *feuille;
  PltDocument *document;
  gint64 person; /* 0: everybody */
  const char *group;
  gboolean dated;    /* several days */
  PltDocTable *list; /* of all pages, in a workbook alone: letters are made from it */
  guint n;           /* pages so far */
} Writer;

/* ---- one page ---- */

/* "Anaïs Le Goff · NORA" */
static char *
title_of (const PltFeuille *self, const PltCallFacts *call)
{
  const PltElementFacts *role
      = PLT_FACTS_FIND (self->source.facts->elements, PltElementFacts, call->role);
  g_autofree char *who = plt_feuille_who (self, call);
  const char *as = strcmp (call->group, "comediens") == 0 && role != NULL ? role->name
                   : call->person != 0                                    ? call->function
                                                                          : "";

  return g_strdup_printf ("%s%s%s", who, *as != '\0' ? " · " : "", as);
}

static void
add_state (const PltFeuille *self, PltDocument *document)
{
  if (!self->made || strcmp (self->sheet.status, "brouillon") == 0)
    plt_document_paragraph (document, "text.note",
                            self->made ? "Brouillon : la feuille de service n’est pas validée."
                                       : "Prévision d’après le plan de travail seul.",
                            plt_feuille_ref (self, "status"));
  if (self->made && self->sheet.version != PLT_UNKNOWN && self->sheet.version > 1)
    plt_document_runs (document, "text.warning", "run.warning", "ANNULE ET REMPLACE", "run.normal",
                       " votre convocation précédente.", NULL);
}

static void
add_hours (const PltFeuille *self, PltDocument *document, const PltCallFacts *call)
{
  const struct
  {
    const char *french, *column;
    gint64 minutes;
  } hours[MOST_HOURS] = {
    { "Pick-up", "pickup_minutes", call->pickup_minutes },
    { "Arrivée", "arrival_minutes", call->arrival_minutes },
    { "HMC", "hmc_minutes", call->hmc_minutes },
    { "PAT, prêt à tourner", "pat_minutes", call->follows_on ? PLT_UNKNOWN : call->pat_minutes },
    { "Fin prévue", "end_minutes",
      call->end_minutes != PLT_UNKNOWN ? call->end_minutes : self->sheet.end_minutes },
  };
  PltDocColumn columns[MOST_HOURS];
  guint used[MOST_HOURS], n = 0;
  PltDocTable *table;

  for (guint i = 0; i < MOST_HOURS; i++)
    if (hours[i].minutes != PLT_UNKNOWN)
      {
        columns[n] = (PltDocColumn){ .title = plt_feuille_label (self, hours[i].french),
                                     .id = hours[i].column,
                                     .weight = 1,
                                     .sheet_chars = 16 };
        used[n++] = i;
      }
  if (n == 0)
    return;
  table = plt_document_table (document, plt_feuille_table_name (self, "Mes heures"), columns, n);
  plt_doc_table_row (table, "row.normal");
  for (guint i = 0; i < n; i++)
    {
      PltDocCell *cell = plt_doc_table_clock (table, hours[used[i]].minutes);
      g_autofree char *shown = plt_paper_clock (plt_paper_of_day (hours[used[i]].minutes));

      plt_doc_cell_show (cell, shown);
      plt_feuille_dress (self, cell, plt_feuille_call_ref (call, hours[used[i]].column),
                         "cell.large");
    }
}

static void
add_box (PltFeuilleBoxes *boxes,
         const PltCallFacts *call,
         const char *french,
         const char *column,
         double weight,
         const char *value)
{
  plt_feuille_boxes_add (boxes, french, weight, value, plt_feuille_call_ref (call, column), NULL);
}

static void
add_clock (PltFeuilleBoxes *boxes,
           const PltCallFacts *call,
           const char *french,
           const char *column,
           gint64 minutes)
{
  g_autofree char *clock = plt_paper_clock (plt_paper_of_day (minutes));

  add_box (boxes, call, french, column, 1, clock);
}

/* "Fañch Riou, 06 00 00 00 09, Minibus" */
static char *
driver_of (const PltFeuille *self, const PltCallFacts *call)
{
  const PltFacts *facts = self->source.facts;
  const PltPersonFacts *driver = plt_feuille_driver (self, call);
  const PltMovementFacts *movement
      = PLT_FACTS_FIND (facts->movements, PltMovementFacts, call->movement);
  const PltVehicleFacts *vehicle
      = movement != NULL ? PLT_FACTS_FIND (facts->vehicles, PltVehicleFacts, movement->vehicle)
                         : NULL;
  g_autofree char *name = driver != NULL ? plt_facts_person_name (driver) : g_strdup ("");

  const char *const parts[]
      = { name, driver != NULL ? driver->phone : "", vehicle != NULL ? vehicle->name : "" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_boxes (const PltFeuille *self, PltDocument *document, const PltCallFacts *call)
{
  const PltSheetFacts *sheet = &self->sheet;
  g_autofree char *driver = driver_of (self, call);
  g_autofree char *minor = plt_feuille_minor (self, call);
  gboolean own = strcmp (call->travel, "propres-moyens") == 0;
  PltFeuilleBoxes boxes;

  plt_feuille_boxes_begin (&boxes, self, document);
  add_box (&boxes, call, "Transport", "travel", 2, own ? "Propres moyens" : "");
  add_box (&boxes, call, "Lieu du pick-up", "pickup_place", 3,
           own ? "" : plt_feuille_pickup (self, call));
  add_box (&boxes, call, "Chauffeur", "movement", 3, driver);
  add_box (&boxes, call, "Lieu de convocation", "place", 3, call->place);
  plt_feuille_boxes_line (&boxes);
  add_clock (&boxes, call, "Habillage", "dress_start_minutes", call->dress_start_minutes);
  add_clock (&boxes, call, "Maquillage", "makeup_start_minutes", call->makeup_start_minutes);
  add_clock (&boxes, call, "Coiffure", "hair_start_minutes", call->hair_start_minutes);
  add_box (&boxes, call, "Costume", "costume", 1, call->costume);
  if (call->follows_on)
    add_box (&boxes, call, "PAT, prêt à tourner", "follows_on", 2, "À la suite");
  plt_feuille_boxes_clock (&boxes, "Repas", "meal_minutes", 1, sheet->meal_minutes);
  plt_feuille_boxes_text (&boxes, "Cantine", "meal_place", 2, sheet->meal_place);
  plt_feuille_boxes_text (&boxes, "Journée", "day_type", 1, plt_feuille_day_type (self));
  plt_feuille_boxes_line (&boxes);
  plt_feuille_boxes_add (&boxes, "Présence", 2, minor, plt_feuille_call_ref (call, "person"),
                         "cell.strong");
  add_box (&boxes, call, "Remarques", "remark", 3, call->remark);
  plt_feuille_boxes_line (&boxes);
  plt_feuille_boxes_text (&boxes, "Météo", "weather", 3, sheet->weather);
  plt_feuille_boxes_text (&boxes, "À apporter, protections", "protection", 3, sheet->protection);
  plt_feuille_boxes_text (&boxes, "Rappels", "reminders", 3, sheet->reminders);
}

static void
add_page (Writer *self, const PltCallFacts *call)
{
  const PltFeuille *feuille = self->feuille;
  PltDate date = feuille->day->day->date;
  g_autofree char *title = title_of (feuille, call);
  g_autofree char *when = NULL;

  if (self->n++ > 0)
    plt_document_page_break (self->document);
  plt_document_heading (self->document, 1, title, plt_feuille_call_ref (call, NULL));
  plt_feuille_add_call_entry (feuille, self->document, call);
  if (feuille->easy)
    {
      plt_feuille_add_easy (feuille, self->document, call);
      return;
    }
  if (self->dated || self->n > 1) /* given away alone, and the head is on the first page */
    {
      when = date != PLT_DATE_NONE ? plt_date_format_long (date) : g_strdup ("sans date");
      plt_document_paragraph (self->document, "text.strong", when,
                              (PltRef){ "shooting_day", feuille->day->day->id, "date" });
    }
  add_state (feuille, self->document);
  add_hours (feuille, self->document, call);
  add_boxes (feuille, self->document, call);
  plt_feuille_add_places (feuille, self->document);
  plt_feuille_add_codes (feuille, self->document);
  if (*call->sequences != '\0')
    plt_feuille_add_sequences (feuille, self->document, call->sequences);
  if (*feuille->sheet.safety != '\0')
    plt_document_paragraph (self->document, "text.warning", feuille->sheet.safety,
                            plt_feuille_ref (feuille, "safety"));
  plt_feuille_add_emergencies (feuille, self->document, TRUE);
}

/* ---- the list, for a workbook ---- */

static const PltDocColumn list_columns[] = {
  { .title = "Jour", .id = "jour" },
  { .title = "Date", .id = "date" },
  { .title = "Nom", .id = "nom", .sheet_chars = 24 },
  { .title = "Rôle ou fonction", .id = "role", .sheet_chars = 24 },
  { .title = "Téléphone", .id = "telephone", .sheet_chars = 16 },
  { .title = "Adresse électronique", .id = "courriel", .sheet_chars = 26 },
  { .title = "Pick-up", .id = "pickup" },
  { .title = "Lieu du pick-up", .id = "lieu_pickup", .sheet_chars = 24 },
  { .title = "Chauffeur", .id = "chauffeur", .sheet_chars = 24 },
  { .title = "Arrivée", .id = "arrivee" },
  { .title = "HMC", .id = "hmc" },
  { .title = "PAT", .id = "pat" },
  { .title = "Fin", .id = "fin" },
  { .title = "Séquences", .id = "sequences", .sheet_chars = 16 },
  { .title = "Remarques", .id = "remarques", .sheet_chars = 30 },
};

static void
list_call (const Writer *self, const PltCallFacts *call)
{
  const PltFeuille *feuille = self->feuille;
  const PltFacts *facts = feuille->source.facts;
  const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, call->person);
  const PltElementFacts *role = PLT_FACTS_FIND (facts->elements, PltElementFacts, call->role);
  g_autofree char *who = plt_feuille_who (feuille, call);
  g_autofree char *driver = driver_of (feuille, call);
  PltDocTable *table = self->list;

  plt_doc_table_row (table, "row.normal");
  plt_doc_table_number (table, feuille->day->number, 0);
  plt_doc_table_date (table, feuille->day->day->date);
  plt_doc_cell_ref (plt_doc_table_text (table, who), plt_feuille_call_ref (call, "person"));
  plt_doc_table_text (table, role != NULL ? role->name : call->function);
  plt_doc_table_text (table, person != NULL ? person->phone : "");
  plt_doc_table_text (table, person != NULL ? person->email : "");
  plt_doc_table_clock (table, call->pickup_minutes);
  plt_doc_table_text (table, plt_feuille_pickup (feuille, call));
  plt_doc_table_text (table, driver);
  plt_doc_table_clock (table, call->arrival_minutes);
  plt_doc_table_clock (table, call->hmc_minutes);
  plt_doc_table_clock (table, call->pat_minutes);
  plt_doc_table_clock (table, call->end_minutes);
  plt_doc_table_text (table, call->sequences);
  plt_doc_table_text (table, call->remark);
}

/* ---- who ---- */

static gboolean
is_wanted (const Writer *self, const PltCallFacts *call)
{
  if (self->person != 0)
    return call->person == self->person;
  return strcmp (self->group, "tous") == 0 || strcmp (call->group, self->group) == 0;
}

/* Sheets of a workbook are called after who or when. */
static void
add_owned_page (Writer *self, const PltCallFacts *call)
{
  g_autofree char *owner = self->dated ? g_strdup_printf ("J%u", self->feuille->day->number)
                                       : plt_feuille_who (self->feuille, call);

  self->feuille->owner = self->dated || self->person == 0 ? owner : NULL;
  add_page (self, call);
  self->feuille->owner = NULL;
}

static void
add_pages (Writer *self)
{
  for (guint i = 0; i < self->feuille->calls->len; i++)
    {
      const PltCallFacts *call = &g_array_index (self->feuille->calls, PltCallFacts, i);

      if (!is_wanted (self, call))
        continue;
      list_call (self, call);
      add_owned_page (self, call);
    }
}

static void
add_all_days (Writer *self)
{
  const GPtrArray *days = self->feuille->source.plan->days;

  for (guint i = 0; i < days->len; i++)
    if (((const PltDayPlan *) days->pdata[i])->number > 0)
      {
        plt_feuille_turn (self->feuille, i, NULL);
        add_pages (self);
      }
}

static void
add_note (PltDocument *document, const char *text)
{
  plt_document_paragraph (document, "text.note", text, PLT_FEUILLE_NO_REF);
}

static PltDocument *
new_paper (const PltFeuille *self, gboolean dated)
{
  if (self->day != NULL && !dated)
    return plt_feuille_new_paper (self, "Convocation", NULL, PLT_FEUILLE_MARGIN);
  return plt_paper_new (&self->source, "Convocation", NULL, NULL, PLT_PAPER_A4, PLT_PORTRAIT);
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltFeuille) feuille = { .made = FALSE };
  Writer writer = { &feuille };

  if (!plt_feuille_open (&feuille, store, params, error)
      || !plt_script_paper_reference (store, params, "personne", "person", &writer.person, error))
    return NULL;
  writer.group = plt_params_get (params, "groupe");
  writer.dated = g_strcmp0 (plt_params_get (params, "jours"), "tous") == 0;
  if (writer.dated && writer.person == 0)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("Name the person whose days you want, or choose one day."));
      return NULL;
    }
  writer.document = new_paper (&feuille, writer.dated);
  if (feuille.day == NULL)
    {
      add_note (writer.document, "Le plan de travail n’a pas encore de jour de tournage.");
      return writer.document;
    }
  plt_feuille_set_calendar (&feuille, writer.document, "convocations");
  writer.list = plt_document_table (writer.document, "Convocations", list_columns,
                                    G_N_ELEMENTS (list_columns));
  plt_doc_table_set_workings (writer.list);
  if (writer.dated)
    add_all_days (&writer);
  else
    add_pages (&writer);
  if (writer.n == 0)
    add_note (writer.document, writer.person != 0 ? "Cette personne n’est pas convoquée."
                                                  : "Personne n’est convoqué ce jour-là.");
  return writer.document;
}

const PltDocumentKind plt_document_convocation = {
  .id = "convocation",
  .title = "Convocation",
  .phase = "tournage",
  .params = params_spec,
  .build = build,
};
