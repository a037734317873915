#include "plt-production-defaults.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-devis-template.h"
#include "plt-error.h"
#include "plt-paths.h"
#include "plt-production-complete.h"
#include "plt-referential.h"

#define PARAMETERS "minutage" /* the only one of these that is an INI file */
#define SCALE 6               /* of the kept ones: the pay scale of films */

/* Referentials every production keeps; the devis template of its kind comes on top. The builder
 * below knows the first ones by their place. */
const char *const plt_production_kept[] = { "categories",
                                            "cotisations-2026",
                                            "cotisations-profils",
                                            "durees-hmc",
                                            "effets",
                                            "jours-feries",
                                            "minima-3097",
                                            "reperes-plan",
                                            "temps-de-travail",
                                            "minutage",
                                            "lettres-presence",
                                            "optimisation",
                                            "parametres-sociaux",
                                            "credit-impot-taux",
                                            "credit-impot-tranches",
                                            "credit-impot-depenses",
                                            "credit-impot-dossiers",
                                            "financement-groupes",
                                            "financement-regles",
                                            "paiements",
                                            "fenetres",
                                            "minima-artistes",
                                            "mouvements",
                                            NULL };

#define N_KEPT (G_N_ELEMENTS (plt_production_kept) - 1)

static const struct
{
  const char *kind, *template, *agreement;
} templates[] = {
  { "court-metrage", "devis-court-metrage", "3097" },
  { "long-metrage", "devis-long-metrage", "3097" },
  { "unitaire", "devis-fiction-audiovisuelle", "2642" },
  { "serie", "devis-fiction-audiovisuelle", "2642" },
  { "documentaire", "devis-documentaire", "2642" },
  { "flux", "devis-captation", "2642" },
  { "captation", "devis-captation", "2642" },
  { "spectacle", "devis-captation", "3097" },
  { "tournee", "devis-captation", "3097" },
  { "festival", "devis-captation", "3097" },
};

/* Category code -> family of the descriptor; the others are "autres". */
static const char *const families[][2] = {
  { "RO", "roles" },    { "EN", "roles" },    { "SI", "figuration" }, { "FI", "figuration" },
  { "CA", "cascades" }, { "AN", "animaux" },  { "VE", "vehicules" },  { "MS", "materiel" },
  { "IM", "materiel" }, { "LU", "materiel" }, { "MA", "materiel" },
};

/* Handles of rows that later ones refer to, by code. */
typedef struct
{
  PltBatch *batch;
  GHashTable *profiles; /* code -> handle */
  GHashTable *cadres;   /* functions that the pay scale gives the status "cadre" */
} Builder;

static const char *
lookup (const char *const (*pairs)[2], guint n, const char *key, const char *otherwise)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (pairs[i][0], key) == 0)
      return pairs[i][1];
  return otherwise;
}

static gboolean
parse_integer (const char *text, gint64 *value)
{
  return g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, value, NULL);
}

/* Sets an integer column, or leaves it empty when the referential has no value: missing is never
 * zero. */
static void
set_number (PltBatch *batch, const char *column, const char *text)
{
  gint64 value;

  if (parse_integer (text, &value))
    plt_batch_set_integer (batch, column, value);
}

static void
remember (GHashTable *table, const char *code, gint64 handle)
{
  g_hash_table_insert (table, g_strdup (code), PLT_ID_TO_POINTER (handle));
}

char *
plt_production_read_referential (const char *name, GError **error)
{
  g_autofree char *file = g_strdup_printf ("referentials/%s.%s", name,
                                           strcmp (name, PARAMETERS) == 0 ? "ini" : "tsv");

  return plt_paths_read (file, NULL, error);
}

void
plt_production_set_referential (PltBatch *batch,
                                const PltReferential *referential,
                                const char *content)
{
  plt_batch_set_text (batch, "title", plt_referential_meta (referential, "titre"));
  plt_batch_set_text (batch, "version", plt_referential_meta (referential, "version"));
  plt_batch_set_text (batch, "effective_date", plt_referential_meta (referential, "date_effet"));
  plt_batch_set_text (batch, "checked_date",
                      plt_referential_meta (referential, "date_verification"));
  plt_batch_set_text (batch, "source", plt_referential_meta (referential, "source"));
  plt_batch_set_text (batch, "content", content);
}

static PltReferential *
load (const char *name, PltBatch *batch, GError **error)
{
  g_autofree char *content = plt_production_read_referential (name, error);
  PltReferential *referential;

  if (content == NULL)
    return NULL;
  referential = plt_referential_parse (content);
  plt_batch_insert (batch, "referential");
  plt_batch_set_text (batch, "name", name);
  plt_production_set_referential (batch, referential, content);
  return referential;
}

static void
add_categories (Builder *self, const PltReferential *categories)
{
  for (guint i = 0; i < plt_referential_n_rows (categories); i++)
    {
      const char *code = plt_referential_get (categories, i, "code");

      plt_batch_insert (self->batch, "element_category");
      plt_batch_set_text (self->batch, "code", code);
      plt_batch_set_text (self->batch, "name", plt_referential_get (categories, i, "libelle"));
      plt_batch_set_text (self->batch, "department",
                          plt_referential_get (categories, i, "departement"));
      plt_batch_set_text (self->batch, "family",
                          lookup (families, G_N_ELEMENTS (families), code, "autres"));
      plt_batch_set_text (self->batch, "color", plt_referential_get (categories, i, "couleur"));
      plt_batch_set_text (self->batch, "hazard", plt_referential_get (categories, i, "risque"));
    }
}

static void
add_profile (Builder *self,
             const PltReferential *profiles,
             guint row,
             const char *code,
             const char *name,
             const char *account)
{
  gint64 handle = plt_batch_insert (self->batch, "contribution_profile");

  remember (self->profiles, code, handle);
  plt_batch_set_text (self->batch, "code", code);
  plt_batch_set_text (self->batch, "name", name);
  set_number (self->batch, "employer_e6", plt_referential_get (profiles, row, "taux_global_e6"));
  plt_batch_set_text (self->batch, "account", account);
  plt_batch_set_text (self->batch, "source", plt_referential_get (profiles, row, "source"));
  plt_batch_set_integer (self->batch, "verified",
                         strcmp (plt_referential_get (profiles, row, "marque"), "source") == 0);
}

static void
add_profiles (Builder *self, const PltReferential *profiles, const PltReferential *rates)
{
  for (guint i = 0; i < plt_referential_n_rows (profiles); i++)
    {
      const char *code = plt_referential_get (profiles, i, "profil");

      add_profile (self, profiles, i, code, plt_referential_get (profiles, i, "libelle"),
                   plt_referential_get (profiles, i, "compte"));
      /* Workers pay what non-executive technicians pay, into sub-post 43. */
      if (strcmp (code, "technicien-non-cadre") == 0)
        add_profile (self, profiles, i, "ouvrier", "Ouvrier", "43");
    }

  for (guint i = 0; i < plt_referential_n_rows (rates); i++)
    {
      gpointer profile
          = g_hash_table_lookup (self->profiles, plt_referential_get (rates, i, "profil"));

      if (profile == NULL)
        continue;
      plt_batch_insert (self->batch, "contribution_rate");
      plt_batch_set_integer (self->batch, "profile", (gint64) (gintptr) profile);
      plt_batch_set_text (self->batch, "code", plt_referential_get (rates, i, "code"));
      plt_batch_set_text (self->batch, "name", plt_referential_get (rates, i, "libelle"));
      plt_batch_set_text (self->batch, "base", plt_referential_get (rates, i, "assiette"));
      set_number (self->batch, "employer_e6", plt_referential_get (rates, i, "taux_employeur_e6"));
      set_number (self->batch, "employee_e6", plt_referential_get (rates, i, "taux_salarie_e6"));
      plt_batch_set_text (self->batch, "ceiling", plt_referential_get (rates, i, "plafond"));
      plt_batch_set_text (self->batch, "valid_from", plt_referential_get (rates, i, "valable_du"));
      plt_batch_set_text (self->batch, "valid_to", plt_referential_get (rates, i, "valable_au"));
      plt_batch_set_text (self->batch, "source", plt_referential_get (rates, i, "source"));
      plt_batch_set_integer (self->batch, "verified",
                             strcmp (plt_referential_get (rates, i, "marque"), "source") == 0);
    }
}

/* Of what is made for television IDCC 2642, of films IDCC 3097; stage shows, whose agreements are
 * others and are not here, as films. */
static const char *
agreement_of (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (strcmp (templates[i].kind, kind) == 0)
      return templates[i].agreement;
  return "3097";
}

/* The accounts of the nine posts, their proposed lines, and the rates that come after them. */
static gboolean
add_budget (Builder *self, const char *kind, GError **error)
{
  const char *name = "devis-long-metrage";
  const PltDevisTemplateScope scope = { agreement_of (kind), self->profiles, self->cadres };
  g_autoptr (PltReferential) template = NULL;
  g_autofree char *ini = NULL;
  gint64 budget;

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (strcmp (templates[i].kind, kind) == 0)
      name = templates[i].template;
  template = load (name, self->batch, error);
  ini = template != NULL ? plt_paths_read ("referentials/devis-parametres.ini", NULL, error) : NULL;
  if (ini == NULL)
    return FALSE;

  budget = plt_batch_insert (self->batch, "budget");
  plt_batch_set_text (self->batch, "name", "Devis");
  plt_batch_set_text (self->batch, "template", name);
  if (!plt_devis_template_set_percents (self->batch, budget, ini, name, error))
    return FALSE;
  plt_devis_template_add (self->batch, template, &scope, budget);
  plt_batch_update (self->batch, "production", PLT_PRODUCTION_ROW);
  plt_batch_set_integer (self->batch, "budget", budget);
  return TRUE;
}

/**
 * plt_production_defaults:
 * @kind: an id of production.kind
 *
 * Returns: (transfer full) (nullable): the rows of a new production, for plt_store_create(); %NULL
 * with an error when a referential is missing
 */
PltBatch *
plt_production_defaults (const char *kind, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GHashTable) profiles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  PltReferential *loaded[N_KEPT] = { NULL };
  const gboolean television = strcmp (agreement_of (kind), "2642") == 0;
  g_autoptr (PltReferential) scale = NULL;
  g_autoptr (GHashTable) cadres = NULL;
  Builder builder = { batch, profiles, NULL };
  gboolean fine = TRUE;
  gint64 schedule;

  g_return_val_if_fail (kind != NULL, NULL);

  for (guint i = 0; fine && i < N_KEPT; i++)
    fine = (loaded[i] = load (plt_production_kept[i], batch, error)) != NULL;
  if (fine && television)
    fine = (scale = load (PLT_PRODUCTION_SCALE_2642, batch, error)) != NULL;
  if (fine)
    {
      builder.cadres = cadres
          = plt_devis_template_cadres (television ? scale : loaded[SCALE], television);
      add_categories (&builder, loaded[0]);
      add_profiles (&builder, loaded[2], loaded[1]);
      fine = add_budget (&builder, kind, error);
    }
  for (guint i = 0; i < N_KEPT; i++)
    g_clear_pointer (&loaded[i], plt_referential_free);
  if (!fine)
    return NULL;

  schedule = plt_batch_insert (batch, "schedule");
  plt_batch_set_text (batch, "name", "Plan de travail");
  plt_batch_update (batch, "production", PLT_PRODUCTION_ROW);
  plt_batch_set_integer (batch, "schedule", schedule);
  plt_batch_set_text (batch, "agreement", agreement_of (kind));
  return g_steal_pointer (&batch);
}
