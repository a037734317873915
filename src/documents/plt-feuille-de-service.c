/* Feuille de service: one day, for the whole crew or for one department. Blocks stand in the order
 * crews are used to (head, hours, places, emergencies, séquences, who is called, needs, transport,
 * catering, safety, reminders, what comes next, signatures); an empty block is not printed, but
 * emergencies always are: an empty box, and a warning.
 *
 * The extract of a department keeps what everybody has to know, and of the needs and the crew its
 * own alone. In plain language only the key facts remain, in large type. */
#include <glib/gi18n-lib.h>

#include "plt-document-kinds-private.h"
#include "plt-feuille-private.h"

static const PltParamSpec params_spec[] = {
  PLT_FEUILLE_PARAMS,
  { "jours", N_ ("Days"), PLT_PARAM_CHOICE, NULL, "jour,tous", "jour",
    N_ ("This day,All days of the shoot") },
  { "service", N_ ("Extract for a department"), PLT_PARAM_TEXT, NULL, NULL, NULL, NULL },
  PLT_FEUILLE_STYLE_PARAMS,
  { NULL },
};

static void
add_blocks (const PltFeuille *self, PltDocument *document, const char *department)
{
  plt_feuille_add_head (self, document);
  plt_feuille_add_hours (self, document);
  plt_feuille_add_places (self, document);
  plt_feuille_add_codes (self, document);
  plt_feuille_add_emergencies (self, document, FALSE);
  if (department != NULL)
    plt_feuille_add_needs (self, document, department);
  plt_feuille_add_sequences (self, document, NULL);
  plt_feuille_add_calls (self, document, department);
  if (department == NULL)
    plt_feuille_add_needs (self, document, NULL);
  plt_feuille_add_logistics (self, document);
  plt_feuille_add_safety (self, document);
  plt_feuille_add_forecasts (self, document);
  plt_feuille_add_signatures (self, document);
}

/* "Feuille de service n° 3 · mardi 13 avril 2027 · jour 3/40" */
static void
add_title (const PltFeuille *self, PltDocument *document)
{
  PltDate date = self->day->day->date;
  gint64 number = self->sheet.number != PLT_UNKNOWN ? self->sheet.number : self->day->number;
  g_autofree char *when
      = date != PLT_DATE_NONE ? plt_date_format_long (date) : g_strdup ("sans date");
  g_autofree char *title
      = g_strdup_printf ("Feuille de service n° %d · %s · jour %u/%u", (int) number, when,
                         self->day->number, self->source.plan->n_shooting_days);

  plt_document_heading (document, 1, title, (PltRef){ "shooting_day", self->day->day->id, NULL });
}

/**
 * plt_feuille_paper:
 * @self: on a day
 * @department: (nullable): of the extract
 *
 * Returns: (transfer full): the sheet
 */
PltDocument *
plt_feuille_paper (const PltFeuille *self, const char *department)
{
  const char *what = department != NULL ? plt_feuille_department (self, department) : NULL;
  PltDocument *document
      = plt_feuille_new_paper (self, "Feuille de service", what, PLT_FEUILLE_MARGIN);

  if (self->easy)
    plt_feuille_add_easy (self, document, NULL);
  else
    add_blocks (self, document, department);
  plt_feuille_set_calendar (self, document, "feuilles de service");
  plt_feuille_add_day_entry (self, document);
  return document;
}

/* All days one after the other, each from a new page on. */
static PltDocument *
build_all (PltFeuille *self, const char *department)
{
  const GPtrArray *days = self->source.plan->days;
  const PltProductionFacts *production = &self->source.facts->production;
  const PltDocInfo info = { .title = "Feuilles de service",
                            .production = production->title,
                            .subtitle = "confidentiel",
                            .company = production->company,
                            .date = self->source.date,
                            .margin = PLT_FEUILLE_MARGIN,
                            .dense = TRUE };
  PltDocument *document = plt_document_new (&info);
  guint n = 0;

  for (guint i = 0; i < days->len; i++)
    {
      if (((const PltDayPlan *) days->pdata[i])->number == 0)
        continue;
      plt_feuille_turn (self, i, NULL);
      g_autofree char *owner = g_strdup_printf ("J%u", self->day->number);

      self->owner = owner;
      if (n++ > 0)
        plt_document_page_break (document);
      add_title (self, document);
      if (self->easy)
        plt_feuille_add_easy (self, document, NULL);
      else
        add_blocks (self, document, department);
      plt_feuille_add_day_entry (self, document);
      self->owner = NULL;
    }
  plt_feuille_set_calendar (self, document, "feuilles de service");
  return document;
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltFeuille) feuille = { .made = FALSE };
  const char *service = plt_params_get (params, "service");
  const char *department = NULL;
  PltDocument *document;

  if (!plt_feuille_open (&feuille, store, params, error))
    return NULL;
  if (feuille.day == NULL)
    {
      document = plt_paper_new (&feuille.source, "Feuille de service", NULL, NULL, PLT_PAPER_A4,
                                PLT_PORTRAIT);
      plt_document_paragraph (document, "text.note",
                              "Le plan de travail n’a pas encore de jour de tournage.",
                              PLT_FEUILLE_NO_REF);
      return document;
    }
  if (service != NULL)
    {
      department = plt_feuille_department_named (&feuille, service, error);
      if (department == NULL)
        return NULL;
    }
  if (g_strcmp0 (plt_params_get (params, "jours"), "tous") == 0)
    return build_all (&feuille, department);
  return plt_feuille_paper (&feuille, department);
}

const PltDocumentKind plt_document_feuille_de_service = {
  .id = "feuille-de-service",
  .title = "Feuille de service",
  .phase = "tournage",
  .params = params_spec,
  .build = build,
};
