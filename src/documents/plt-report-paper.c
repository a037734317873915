#include "plt-report-paper.h"

#include <string.h>

#include "plt-time.h"

#define MARGIN 30

/* Of the tables log_entry, day_delay, incident, conformity, media_card. */
static const char *const words[][2] = {
  { "prise", "Prise" },
  { "installation", "Mise en place" },
  { "repetition", "Répétition" },
  { "deplacement", "Déplacement" },
  { "repas", "Repas" },
  { "enfant-arrive", "Arrivée d’un enfant" },
  { "enfant-part", "Départ d’un enfant" },
  { "attente", "Attente" },
  { "incident", "Incident" },
  { "note", "Note" },
  { "complete", "Séquence complète" },
  { "retake", "À retourner" },
  { "reportee", "Séquence reportée" },
  { "supprimee", "Séquence supprimée" },
  { "meteo", "Météo" },
  { "technique", "Technique" },
  { "comediens", "Comédiens" },
  { "decor", "Décor" },
  { "circulation", "Circulation" },
  { "securite", "Sécurité" },
  { "sante", "Santé" },
  { "mise-en-scene", "Mise en scène" },
  { "autre", "Autre" },
  { "accident", "Accident" },
  { "materiel", "Matériel" },
  { "absence", "Absence" },
  { "conflit", "Conflit" },
  { "vhss", "VHSS" },
  { "conforme", "Conforme" },
  { "a-revoir", "À revoir" },
  { "non-conforme", "Non conforme" },
  { "sans-objet", "Sans objet" },
  { "image", "Image" },
  { "son", "Son" },
};

const char *
plt_report_word (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i][0], code) == 0)
      return words[i][1];
  return code;
}

char *
plt_report_minutes (gint64 minutes)
{
  return minutes != PLT_UNKNOWN ? plt_duration_format (minutes) : g_strdup ("");
}

/* Rounded to the nearest thousand of megabytes from ten of them on. */
char *
plt_report_size (gint64 megabytes)
{
  if (megabytes == PLT_UNKNOWN)
    return g_strdup ("");
  if (megabytes < 10000)
    return g_strdup_printf ("%" G_GINT64_FORMAT " Mo", megabytes);
  return g_strdup_printf ("%" G_GINT64_FORMAT " Go", (megabytes + 500) / 1000);
}

static const PltReportDay *
usual_day (const PltReportPaper *self)
{
  const PltReportDay *found = NULL;

  for (guint i = 0; i < self->book->days->len; i++)
    {
      const PltReportDay *day = self->book->days->pdata[i];

      if (day->report != NULL && (found == NULL || day->date <= self->source.date))
        found = day;
    }
  if (found == NULL && self->book->days->len > 0)
    found = self->book->days->pdata[0];
  return found;
}

gboolean
plt_report_paper_open (PltReportPaper *self,
                       PltStore *store,
                       const PltParams *params,
                       GError **error)
{
  const char *name = plt_params_get (params, "day");
  guint64 id;

  if (!plt_paper_open (&self->source, store, params, error))
    return FALSE;
  self->book = plt_report_book_new (self->source.facts, self->source.plan);
  if (name == NULL || *name == '\0')
    self->day = usual_day (self);
  else if (g_ascii_string_to_unsigned (name, 10, 1, G_MAXINT64, &id, NULL))
    {
      self->day = plt_report_of_day (self->book, (gint64) id);
      if (self->day == NULL)
        self->day = plt_report_find (self->book, name, error);
    }
  else
    self->day = plt_report_find (self->book, name, error);
  return self->day != NULL || name == NULL || *name == '\0';
}

void
plt_report_paper_close (PltReportPaper *self)
{
  g_clear_pointer (&self->book, plt_report_book_free);
  plt_paper_close (&self->source);
}

PltDocument *
plt_report_paper_new (const PltReportPaper *self, const char *title, PltOrientation orientation)
{
  const PltReportDay *day = self->day;
  g_autofree char *date = day != NULL && day->date != PLT_DATE_NONE
                              ? plt_date_format_long (day->date)
                              : g_strdup ("");
  g_autoptr (GString) subtitle = g_string_new (date);
  PltDocInfo info = {
    .title = title,
    .production = self->source.facts->production.title,
    .company = self->source.facts->production.company,
    .date = self->source.date,
    .paper = PLT_PAPER_A4,
    .orientation = orientation,
    .margin = MARGIN,
  };

  if (day != NULL && day->number > 0)
    g_string_append_printf (subtitle, "%sjour %u/%u", subtitle->len > 0 ? " · " : "", day->number,
                            self->source.plan->n_shooting_days);
  if (day != NULL && day->unit > 1)
    g_string_append_printf (subtitle, " · équipe %d", (int) day->unit);
  info.subtitle = subtitle->str;
  return plt_document_new (&info);
}
