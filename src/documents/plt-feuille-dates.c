/* What a calendar program reads of a feuille de service: the day of the crew, the day of one
 * person. The UID of a day is its J number, so that a day that moves to another date moves in the
 * calendar too; SEQUENCE is the version of the sheet. */
#include <string.h>

#include "plt-feuille-private.h"
#include "plt-time.h"

#define ALARM 60 /* minutes before somebody is picked up or arrives */

void
plt_feuille_set_calendar (const PltFeuille *self, PltDocument *document, const char *name)
{
  const PltProductionFacts *production = &self->source.facts->production;
  const PltLocationFacts *place
      = self->places != NULL && self->places->len > 0 ? self->places->pdata[0] : NULL;
  g_autofree char *title = g_strdup_printf ("%s, %s", production->title, name);
  const char *zone = plt_paper_zone (
      place != NULL && *place->territory != '\0' ? place->territory : production->territory);

  plt_document_set_calendar (document, title, zone, 0);
}

static guint
revision_of (const PltFeuille *self)
{
  return self->made && self->sheet.version != PLT_UNKNOWN
             ? (guint) CLAMP (self->sheet.version, 0, G_MAXINT)
             : 0;
}

static gboolean
is_tentative (const PltFeuille *self)
{
  return !self->made || strcmp (self->sheet.status, "brouillon") == 0;
}

static char *
day_key (const PltFeuille *self)
{
  return g_strdup_printf ("j%u%s", self->day->number, self->day->day->unit > 1 ? "-u2" : "");
}

static char *
first_address (const PltFeuille *self)
{
  return self->places->len > 0 ? plt_feuille_address (self->places->pdata[0], ", ") : g_strdup ("");
}

/* "PAT : 9h00\n" when it is known. */
static void
add_clock (GString *text, const char *label, gint64 minutes)
{
  g_autofree char *clock = plt_paper_clock (plt_paper_of_day (minutes));

  if (*clock != '\0')
    g_string_append_printf (text, "%s%s : %s", text->len > 0 ? "\n" : "", label, clock);
}

static void
add_words (GString *text, const char *label, const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (text, "%s%s : %s", text->len > 0 ? "\n" : "", label, words);
}

static void
add_contacts (const PltFeuille *self, GString *text)
{
  add_words (text, "Production, 24 h/24", self->source.facts->production.emergency_phone);
}

void
plt_feuille_add_day_entry (const PltFeuille *self, PltDocument *document)
{
  const PltSheetFacts *sheet = &self->sheet;
  gint64 start = sheet->crew_minutes != PLT_UNKNOWN ? sheet->crew_minutes : sheet->pat_minutes;
  g_autofree char *key = day_key (self);
  g_autofree char *uid = g_strdup_printf ("service-%s", key);
  g_autofree char *sets = plt_feuille_sets (self, self->day, NULL, TRUE, " ; ");
  g_autofree char *address = first_address (self);
  g_autofree char *title
      = g_strdup_printf ("J%u · Tournage%s%s", self->day->number, *sets != '\0' ? " · " : "", sets);
  g_autoptr (GString) text = g_string_new (NULL);
  PltDocEntry entry = { .uid = uid,
                        .date = self->day->day->date,
                        .start_minutes = start,
                        .end_minutes = sheet->end_minutes,
                        .title = title,
                        .place = address,
                        .category = "Tournage",
                        .tentative = is_tentative (self),
                        .alarm_minutes = start != PLT_UNKNOWN ? ALARM : 0,
                        .revision = revision_of (self) };

  if (entry.date == PLT_DATE_NONE)
    return;
  add_clock (text, "Arrivée équipe", sheet->crew_minutes);
  add_clock (text, "PAT", sheet->pat_minutes);
  add_clock (text, "Repas", sheet->meal_minutes);
  add_clock (text, "Fin prévue", sheet->end_minutes);
  add_contacts (self, text);
  entry.text = text->str;
  plt_document_entry (document, &entry);
}

void
plt_feuille_add_call_entry (const PltFeuille *self, PltDocument *document, const PltCallFacts *call)
{
  const PltFacts *facts = self->source.facts;
  const PltElementFacts *role = PLT_FACTS_FIND (facts->elements, PltElementFacts, call->role);
  gint64 start = call->pickup_minutes != PLT_UNKNOWN    ? call->pickup_minutes
                 : call->arrival_minutes != PLT_UNKNOWN ? call->arrival_minutes
                                                        : call->pat_minutes;
  g_autofree char *key = day_key (self);
  g_autofree char *uid
      = call->person != 0
            ? g_strdup_printf ("personne-%" G_GINT64_FORMAT "-%s-%s%" G_GINT64_FORMAT, call->person,
                               key, call->role != 0 ? "r" : "e", call->role)
            : g_strdup_printf ("groupe-%s-r%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, key, call->role,
                               call->position);
  g_autofree char *who = plt_feuille_who (self, call);
  g_autofree char *travel = plt_feuille_travel (self, call);
  g_autofree char *address = first_address (self);
  const char *as = role != NULL ? role->name : call->function;
  g_autofree char *title = g_strdup_printf ("J%u · %s%s%s", self->day->number, who,
                                            *as != '\0' && strcmp (as, who) != 0 ? ", " : "",
                                            strcmp (as, who) != 0 ? as : "");
  g_autoptr (GString) text = g_string_new (NULL);
  PltDocEntry entry = { .uid = uid,
                        .date = self->day->day->date,
                        .start_minutes = start,
                        .end_minutes = call->end_minutes != PLT_UNKNOWN ? call->end_minutes
                                                                        : self->sheet.end_minutes,
                        .title = title,
                        .place = address,
                        .category = "Convocation",
                        .tentative = is_tentative (self),
                        .alarm_minutes = start != PLT_UNKNOWN ? ALARM : 0,
                        .revision = revision_of (self) };

  if (entry.date == PLT_DATE_NONE)
    return;
  if (call->place != NULL && *call->place != '\0')
    entry.place = call->place;
  add_clock (text, "Pick-up", call->pickup_minutes);
  add_words (text, "Transport", travel);
  add_clock (text, "Arrivée", call->arrival_minutes);
  add_clock (text, "HMC", call->hmc_minutes);
  add_clock (text, "PAT", call->pat_minutes);
  add_clock (text, "Fin prévue", call->end_minutes);
  add_words (text, "Séquences", call->sequences);
  add_words (text, "Remarque", call->remark);
  add_contacts (self, text);
  entry.text = text->str;
  plt_document_entry (document, &entry);
}
