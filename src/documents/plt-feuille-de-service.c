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
  plt_feuille_add_emergencies (self, document);
  if (department != NULL)
    plt_feuille_add_needs (self, document, department);
  plt_feuille_add_sequences (self, document, NULL);
  plt_feuille_add_calls (self, document, department);
  if (department == NULL)
    plt_feuille_add_needs (self, document, NULL);
  plt_feuille_add_logistics (self, document);
  plt_feuille_add_safety (self, document);
  plt_feuille_add_reminders (self, document);
  plt_feuille_add_forecasts (self, document);
  plt_feuille_add_signatures (self, document);
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
  document = plt_feuille_new_paper (
      &feuille, "Feuille de service",
      department != NULL ? plt_feuille_department (&feuille, department) : NULL);
  if (feuille.easy)
    plt_feuille_add_easy (&feuille, document, NULL);
  else
    add_blocks (&feuille, document, department);
  plt_feuille_set_calendar (&feuille, document, "feuilles de service");
  plt_feuille_add_day_entry (&feuille, document);
  return document;
}

const PltDocumentKind plt_document_feuille_de_service = {
  .id = "feuille-de-service",
  .title = "Feuille de service",
  .phase = "tournage",
  .params = params_spec,
  .build = build,
};
