/* The key facts of a day in plain language, after the European rules for easy-to-read information:
 * large type, short sentences, one idea each, no abbreviation, hours in full. For everybody, or for
 * one person. */
#include <string.h>

#include "plt-feuille-private.h"

/* "9 heures", "13 heures 30"; "" when unknown */
static char *
hour_in_words (gint64 minutes)
{
  gint64 day = plt_paper_of_day (minutes);

  if (minutes == PLT_UNKNOWN)
    return g_strdup ("");
  if (day % (24 * 60) == 0)
    return g_strdup ("minuit");
  if (day % 60 == 0)
    return g_strdup_printf ("%d\u00a0heure%s", (int) (day / 60), day / 60 > 1 ? "s" : "");
  return g_strdup_printf ("%d\u00a0heure%s\u00a0%02d", (int) (day / 60), day / 60 > 1 ? "s" : "",
                          (int) (day % 60));
}

static void
say (PltDocument *document, PltRef ref, const char *before, const char *what, const char *after)
{
  if (what == NULL || *what == '\0')
    return;
  plt_document_begin_runs (document, "text.easy", 0, ref);
  plt_document_add_run (document, "run.normal", before);
  plt_document_add_run (document, "run.bold", what);
  plt_document_add_run (document, "run.normal", after);
}

static void
say_hour (PltDocument *document, PltRef ref, const char *before, gint64 minutes)
{
  g_autofree char *hour = hour_in_words (minutes);

  say (document, ref, before, hour, ".");
}

static void
title (PltDocument *document, const char *text)
{
  plt_document_begin_runs (document, "text.easy-title", 1, PLT_FEUILLE_NO_REF);
  plt_document_add_run (document, "run.normal", text);
}

static void
say_my_hours (const PltFeuille *self, PltDocument *document, const PltCallFacts *call)
{
  const PltPersonFacts *driver = plt_feuille_driver (self, call);
  g_autofree char *name = driver != NULL ? plt_facts_person_name (driver) : NULL;
  gint64 hmc = call->hmc_minutes;

  if (call->pickup_minutes != PLT_UNKNOWN)
    {
      say_hour (document, plt_feuille_call_ref (call, "pickup_minutes"),
                "Une voiture vient vous chercher à ", call->pickup_minutes);
      say (document, plt_feuille_call_ref (call, "pickup_place"),
           "La voiture vous attend ici : ", plt_feuille_pickup (self, call), ".");
      say (document, plt_feuille_call_ref (call, "movement"), "La personne qui conduit : ", name,
           ".");
      if (driver != NULL)
        say (document, plt_feuille_call_ref (call, "movement"), "Son téléphone : ", driver->phone,
             ".");
    }
  else if (strcmp (call->travel, "propres-moyens") == 0)
    say (document, plt_feuille_call_ref (call, "travel"), "Vous venez ", "par vos propres moyens",
         ".");
  say_hour (document, plt_feuille_call_ref (call, "arrival_minutes"), "Vous arrivez à ",
            call->arrival_minutes);
  say_hour (document, plt_feuille_call_ref (call, "hmc_minutes"),
            "Costume, maquillage et coiffure commencent à ", hmc);
  if (call->follows_on)
    say (document, plt_feuille_call_ref (call, "follows_on"), "On vous appelle ",
         "après la scène d’avant", ".");
  else
    say_hour (document, plt_feuille_call_ref (call, "pat_minutes"),
              "Le tournage commence pour vous à ", call->pat_minutes);
  say_hour (document, plt_feuille_call_ref (call, "end_minutes"), "Votre journée finit vers ",
            call->end_minutes != PLT_UNKNOWN ? call->end_minutes : self->sheet.end_minutes);
  say (document, plt_feuille_call_ref (call, "remark"), "À savoir : ", call->remark, ".");
}

static void
say_hours (const PltFeuille *self, PltDocument *document)
{
  const PltSheetFacts *sheet = &self->sheet;

  say_hour (document, plt_feuille_ref (self, "crew_minutes"), "L’équipe arrive à ",
            sheet->crew_minutes);
  say_hour (document, plt_feuille_ref (self, "pat_minutes"), "Le tournage commence à ",
            sheet->pat_minutes);
  say_hour (document, plt_feuille_ref (self, "end_minutes"), "La journée finit vers ",
            sheet->end_minutes);
}

static void
say_places (const PltFeuille *self, PltDocument *document)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const PltLocationFacts *place = self->places->pdata[i];
      PltRef ref = { "location", place->id, "address" };
      g_autofree char *address = plt_feuille_address (place, "\n");

      say (document, ref, i == 0 ? "" : "Ensuite, nous allons ici :\n", address, "");
      ref.column = "access";
      say (document, ref, "Pour venir : ", place->access, "");
    }
  if (self->places->len == 0)
    say (document, PLT_FEUILLE_NO_REF, "Le lieu ", "n’est pas encore choisi", ".");
  say (document, plt_feuille_ref (self, "accessibility"),
       "Accès pour tous : ", self->sheet.accessibility, "");
}

static void
say_help (const PltFeuille *self, PltDocument *document)
{
  const PltProductionFacts *production = &self->source.facts->production;

  say (document, PLT_FEUILLE_NO_REF, "En cas d’urgence, appelez le ", "112", ".");
  say (document, PLT_FEUILLE_NO_REF, "Vous n’entendez pas ? Envoyez un message au ", "114", ".");
  say (document, plt_feuille_ref (self, "first_aid"),
       "Pour les premiers soins : ", self->sheet.first_aid, ".");
  say (document, plt_feuille_ref (self, "vhss_referent"),
       "Quelqu’un vous fait du mal ou vous gêne ? Parlez à ", self->sheet.vhss_referent, ".");
  say (document, (PltRef){ "production", production->id, "emergency_phone" },
       "Une question ? Appelez la production : ", production->emergency_phone, ".");
}

void
plt_feuille_add_easy (const PltFeuille *self, PltDocument *document, const PltCallFacts *call)
{
  PltDate date = self->day->day->date;
  g_autofree char *when
      = date != PLT_DATE_NONE ? plt_date_format_long (date) : g_strdup ("Le jour n’est pas fixé");

  title (document, when);
  if (self->sheet.version != PLT_UNKNOWN && self->sheet.version > 1)
    say (document, plt_feuille_ref (self, "version"), "Cette feuille ", "remplace",
         " celle d’avant. Jetez l’ancienne.");
  title (document, "Les heures");
  if (call != NULL)
    say_my_hours (self, document, call);
  else
    say_hours (self, document);
  say_hour (document, plt_feuille_ref (self, "meal_minutes"), "Nous mangeons à ",
            self->sheet.meal_minutes);
  say (document, plt_feuille_ref (self, "meal_place"),
       "Le repas est ici : ", self->sheet.meal_place, ".");
  title (document, "Le lieu");
  say_places (self, document);
  if (*self->sheet.safety != '\0' || *self->sheet.protection != '\0')
    title (document, "Attention");
  say (document, plt_feuille_ref (self, "safety"), "", self->sheet.safety, "");
  say (document, plt_feuille_ref (self, "protection"), "À porter : ", self->sheet.protection, "");
  title (document, "Aide");
  say_help (self, document);
  plt_feuille_add_codes (self, document);
}
