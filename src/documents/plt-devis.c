/* Devis: the recap of the nine posts, the detail by post, sub-post and line, the variables; behind
 * them, for the workbook only, what its formulas are made of.
 *
 * A line's amount is quantity × duration × times × rate; its contributions go to the sub-post of
 * post 4 that its profile names, printed beside them as "→ 42", which is what the workbook sums by.
 * An account is its lines, its children, its transfers and what is sent to it. Only lines in use
 * are printed, or all with "tout". Numbers of accounts that are not known to be the CNC's are never
 * shown as such: ours are muted, supposed ones carry an asterisk. Amounts are without VAT. Without
 * its rates (for those who may not read salaries) and below the level of lines, the workbook holds
 * values, and says so. */
#include "plt-document-kinds-private.h"
#include "plt-devis-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-referential.h"

#define MOST_NAMED 12 /* lines named in the warning */

static const PltParamSpec params_spec[] = {
  PLT_DEVIS_VERSION_PARAM,
  { "niveau", N_ ("Level of detail"), PLT_PARAM_CHOICE, NULL, "lignes,sous-postes,postes", "lignes",
    N_ ("Lines,Sub-posts,Posts") },
  { "tout", N_ ("All lines of the template"), PLT_PARAM_BOOLEAN, NULL, NULL, "0", NULL },
  { "tarifs", N_ ("With rates"), PLT_PARAM_BOOLEAN, NULL, NULL, "1", NULL },
  { "variables", N_ ("With variables"), PLT_PARAM_BOOLEAN, NULL, NULL, "1", NULL },
  PLT_PAPER_PLAN_PARAM,
  { NULL },
};

/* ---- notes ---- */

void
plt_devis_warn (const PltDevisPaper *self, PltDocument *document)
{
  g_autoptr (GString) unknown = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->source.budget->lines->len; i++)
    if (plt_devis_is_unknown (self, i) && ++n <= MOST_NAMED)
      g_string_append_printf (unknown, "%s%s", n > 1 ? ", " : "",
                              plt_devis_line (self, i)->line->label);
  if (n > MOST_NAMED)
    g_string_append_printf (unknown, " et %u autres lignes", n - MOST_NAMED);
  if (n > 0)
    plt_document_runs (document, "text.warning", "run.bold",
                       "Total incomplet. Ne comptent pas encore : ", "run.normal", unknown->str,
                       "run.normal", " (tarif, formule ou taux de charges à corriger).", NULL);
}

static gboolean
is_used (const PltDevisPaper *self, const PltProfileFacts *profile)
{
  for (guint i = 0; i < self->source.budget->lines->len; i++)
    {
      const PltBudgetLine *line = plt_devis_line (self, i);

      if (line->line->profile == profile->id && !plt_devis_is_idle (line))
        return TRUE;
    }
  return FALSE;
}

static void
note_profiles (const PltDevisPaper *self, PltDocument *document)
{
  const PltFacts *facts = self->source.facts;
  g_autoptr (GString) rates = g_string_new (NULL);

  for (guint i = 0; i < facts->profiles.n; i++)
    {
      const PltProfileFacts *profile = &facts->profiles.items[i];
      g_autofree char *rate = NULL;

      if (profile->verified || profile->employer_e6 == PLT_UNKNOWN || !is_used (self, profile))
        continue;
      rate = plt_number_format (profile->employer_e6, 4, 0);
      g_string_append_printf (rates, "%s%s %s" PLT_NNBSP "%%", rates->len > 0 ? ", " : "",
                              profile->name, rate);
    }
  if (rates->len > 0)
    {
      g_string_prepend (rates, "Taux de charges à vérifier : ");
      g_string_append_c (rates, '.');
      plt_document_paragraph (document, "text.note", rates->str, PLT_DEVIS_NO_REF);
    }
}

static void
note_referentials (const PltDevisPaper *self, PltDocument *document)
{
  static const char *const feeding[] = { "minima-3097", "cotisations-profils" };
  const PltFacts *facts = self->source.facts;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < facts->referentials.n; i++)
    {
      const PltReferentialFacts *kept = &facts->referentials.items[i];
      g_autoptr (PltReferential) referential = NULL;
      g_autofree char *checked = NULL;
      const char *title;
      PltDate date;

      if (strcmp (kept->name, self->source.budget->budget->template_name) != 0
          && strcmp (kept->name, feeding[0]) != 0 && strcmp (kept->name, feeding[1]) != 0)
        continue;
      referential = plt_referential_parse (kept->content);
      title = plt_referential_meta (referential, "titre");
      date = plt_date_from_iso (plt_referential_meta (referential, "date_verification"));
      checked = date != PLT_DATE_NONE ? plt_date_format_numeric (date) : NULL;
      g_string_append_printf (text, "%s%s, version %s%s%s", text->len > 0 ? " ; " : "",
                              *title != '\0' ? title : kept->name, kept->version,
                              checked != NULL ? ", relevé le " : "",
                              checked != NULL ? checked : "");
    }
  if (text->len > 0)
    {
      g_string_prepend (text, "Référentiels : ");
      g_string_append_c (text, '.');
      plt_document_paragraph (document, "text.note", text->str, PLT_DEVIS_NO_REF);
    }
}

void
plt_devis_add_notes (const PltDevisPaper *self, PltDocument *document)
{
  gboolean supposed = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltDevisRow *row = &g_array_index (self->rows, PltDevisRow, i);

      supposed
          |= row->kind == PLT_DEVIS_ROW_ACCOUNT
             && strcmp (plt_devis_account (self, row->account)->account->mark, "a-verifier") == 0;
    }
  plt_document_space (document, 4);
  plt_document_paragraph (document, "text.note",
                          supposed ? "Montants hors taxes, en euros. * Numéro de compte supposé, à "
                                     "vérifier dans le modèle du CNC. En gris : numéros propres à "
                                     "la production, qui ne sont pas des numéros du CNC."
                                   : "Montants hors taxes, en euros. En gris : numéros propres à "
                                     "la production, qui ne sont pas des numéros du CNC.",
                          PLT_DEVIS_NO_REF);
  if (plt_devis_is_alive (self))
    plt_document_paragraph (
        document, "text.note",
        "Les charges d’une ligne sont portées au compte du poste 4 nommé dans la "
        "colonne « Vers » ; elles ne sont pas dans le montant de la ligne.",
        PLT_DEVIS_NO_REF);
  else
    plt_document_paragraph (document, "text.note",
                            self->with_rates
                                ? "Les lignes ne sont pas imprimées : dans le classeur, les "
                                  "montants qu’elles font sont des valeurs."
                                : "Les tarifs et les charges ne sont pas communiqués : dans le "
                                  "classeur, les montants des lignes sont des valeurs.",
                            PLT_DEVIS_NO_REF);
  if (self->columns[PLT_DEVIS_MODE] >= 0 || self->columns[PLT_DEVIS_PLACE] >= 0)
    plt_document_paragraph (document, "text.note",
                            "Mode : num, numéraire ; nat, apport en nature ; part, en "
                            "participation. Lieu : fr, dépensé en France ; étr, à l’étranger.",
                            PLT_DEVIS_NO_REF);
  note_profiles (self, document);
  note_referentials (self, document);
}

/* ---- the document ---- */

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltDevisPaper) paper = { .source = { NULL } };
  PltDocument *document;

  if (!plt_devis_open (&paper, store, params, error))
    return NULL;
  document = plt_devis_paper_empty (&paper, "Devis");
  if (document != NULL)
    return document;
  plt_devis_prepare (&paper);
  document = plt_devis_paper_new (&paper, "Devis", PLT_LANDSCAPE);
  plt_devis_add_head (&paper, document);
  plt_document_space (document, 4);
  plt_devis_warn (&paper, document);
  plt_devis_add_recap (&paper, document, TRUE);
  plt_document_page_break (document);
  plt_document_heading (document, 1, "Détail par poste", PLT_DEVIS_NO_REF);
  plt_devis_add_detail (&paper, document);
  plt_devis_add_variables (&paper, document);
  plt_devis_add_notes (&paper, document);
  plt_devis_add_signatures (&paper, document);
  plt_devis_add_workings (&paper, document);
  return document;
}

const PltDocumentKind plt_document_devis = {
  .id = "devis",
  .title = "Devis",
  .phase = "developpement",
  .params = params_spec,
  .build = build,
};
