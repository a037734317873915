/* What the paper of the tax credit says: a finding is told in the language of the user, a paper is
 * French; the row that it is about stands in the tables of the paper. */
#include <string.h>

#include "plt-credit-impot-private.h"

#define NO_REF ((PltRef){ NULL, 0, NULL })

static const char *const words[][2] = {
  { "tax-credit.no-budget", "Le budget de production est inconnu : complétez le devis." },
  { "tax-credit.no-eligible", "Les dépenses retenues sont inconnues : complétez le devis." },
  { "tax-credit.no-aid", "Le montant d’une aide publique est inconnu ou hors limites." },
  { "tax-credit.bad-share", "La part française du budget est hors limites." },
  { "tax-credit.bad-length", "La durée de l’œuvre est hors limites." },
  { "tax-credit.no-length", "La durée de l’œuvre est inconnue : le plafond à la minute ne peut pas "
                            "être calculé." },
  { "tax-credit.length-unchecked", "La durée de l’œuvre est inconnue : la durée minimale n’a pas "
                                   "été vérifiée." },
  { "tax-credit.no-parameter", "Un taux ou une limite manque dans les données de référence." },
  { "tax-credit.no-ceiling", "Le plafond à la minute de ce genre n’a pas été lu : le crédit peut "
                             "être trop élevé." },
  { "tax-credit.order", "Déduire les subventions avant ou après le plafond de 80 % ne donne pas la "
                        "même base : les textes lus ne tranchent pas." },
  { "tax-credit.too-short", "L’œuvre est plus courte que la durée minimale." },
  { "tax-credit.too-cheap", "Une minute de l’œuvre coûte moins que le minimum exigé." },
  { "tax-credit.too-little-spend", "Les dépenses retenues sont sous le minimum exigé." },
  { "tax-credit.too-few-days", "L’œuvre est tournée trop peu de jours en France." },
  { "tax-credit.ended", "Le régime a pris fin dans les textes lus : vérifier sa prorogation." },
  { "tax-credit.end-unchecked", "Le régime prend fin, et la date des dépenses est inconnue." },
  { "tax-credit.cumul", "Le C2I ne se cumule pas avec une aide du CNC à la production." },
  { "tax-credit.language", "Le film est supposé d’expression française : une autre langue a un "
                           "taux plus faible." },
  { "tax-credit.aid-unknown", "Une aide publique n’a pas de montant : elle n’est pas comptée." },
  { "tax-credit.aid-unsure", "Une source est publique ou privée selon le cas : elle n’est pas "
                             "comptée dans les aides." },
  { "tax-credit.no-groups",
    "La liste des financements publics manque : aucune aide n’est comptée." },
  { "tax-credit.subsidies-supposed", "Les aides des régions sont supposées affectées aux dépenses "
                                     "retenues, et déduites de la base." },
  { "tax-credit.plan-differs", "Le plan de financement compte sur un crédit plus élevé." },
  { "tax-credit.no-request", "La date de la demande au CNC n’est pas donnée : les dépenses "
                             "antérieures à la demande sont perdues." },
  { "tax-credit.request-late", "La demande doit parvenir au CNC avant le premier jour de "
                               "tournage." },
  { "tax-credit.undated", "Des dépenses retenues n’ont pas de date : leur exercice est inconnu." },
  { "tax-credit.budget-incomplete", "Le devis est incomplet : le calcul porte sur ce qui est "
                                    "connu." },
  { "tax-credit.undecided", "Des lignes du devis restent à décider." },
  { "tax-credit.conditional", "Des lignes sont retenues sous une condition à vérifier." },
  { "tax-credit.no-amount", "Des lignes au montant inconnu ne comptent pas." },
  { "tax-credit.no-minimum", "Des artistes sans minimum connu ne comptent pas." },
  { "tax-credit.taxes-unread", "Les taxes sur les salaires à cette date n’ont pas été lues : elles "
                               "restent dans les charges retenues." },
  { "tax-credit.flag-against-rule", "Des lignes dites éligibles ne sont pas dans la liste de la "
                                    "loi." },
};

static const char *const genres[][2] = {
  { "film-francais", "Long métrage d’expression française" },
  { "film-autre", "Long métrage" },
  { "film-animation", "Long métrage d’animation" },
  { "fiction", "Fiction" },
  { "animation", "Animation" },
  { "documentaire", "Documentaire" },
  { "spectacle", "Adaptation de spectacle" },
};

static const char *
find (const char *const (*pairs)[2], guint n, const char *key)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (pairs[i][0], key) == 0)
      return pairs[i][1];
  return NULL;
}

const char *
plt_credit_impot_words (const char *rule)
{
  return find (words, G_N_ELEMENTS (words), rule);
}

const char *
plt_credit_impot_genre (const char *genre)
{
  const char *title = find (genres, G_N_ELEMENTS (genres), genre);

  return title != NULL ? title : genre;
}

static guint
count_rule (const GPtrArray *issues, guint from)
{
  const char *rule = ((const PltIssue *) issues->pdata[from])->rule;
  guint n = 0;

  for (guint i = from; i < issues->len; i++)
    n += strcmp (((const PltIssue *) issues->pdata[i])->rule, rule) == 0;
  return n;
}

static gboolean
is_first (const GPtrArray *issues, guint at)
{
  for (guint i = 0; i < at; i++)
    if (strcmp (((const PltIssue *) issues->pdata[i])->rule,
                ((const PltIssue *) issues->pdata[at])->rule)
        == 0)
      return FALSE;
  return TRUE;
}

void
plt_credit_impot_add_issues (const PltTaxEstimate *estimate, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Point", .id = "point", .weight = 3, .min = 240, .sheet_chars = 80 },
    { .title = "Fois", .id = "fois", .width = 40 },
    { .title = "Source", .id = "source", .weight = 2, .min = 160, .sheet_chars = 60 },
  };
  const GPtrArray *issues = estimate->issues;
  PltDocTable *table;

  if (issues->len == 0)
    return;
  plt_document_heading (document, 2, "À vérifier", NO_REF);
  table = plt_document_table (document, "À vérifier", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_style (table, "table.ledger");
  for (guint i = 0; i < issues->len; i++)
    {
      const PltIssue *issue = issues->pdata[i];
      const char *text = plt_credit_impot_words (issue->rule);
      PltDocCell *cell;

      if (!is_first (issues, i))
        continue;
      plt_doc_table_row (table, "row.normal");
      cell = plt_doc_table_text (table, text != NULL ? text : issue->rule);
      if (issue->severity == PLT_SEVERITY_ERROR)
        plt_doc_cell_style (cell, "cell.warning");
      else if (issue->severity == PLT_SEVERITY_WARNING)
        plt_doc_cell_style (cell, "cell.strong");
      plt_doc_table_number (table, count_rule (issues, i), 0);
      plt_doc_cell_style (plt_doc_table_text (table, issue->source != NULL ? issue->source : ""),
                          "cell.small");
    }
}

static void
add_file (const PltTaxFile *file, const char *name, const char *title, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Fait", .id = "fait", .width = 30 },
    { .title = "Échéance, pièce, condition",
      .id = "point",
      .weight = 3,
      .min = 240,
      .sheet_chars = 70 },
    { .title = "Au plus tard", .id = "date", .width = 76 },
    { .title = "Source", .id = "source", .weight = 2, .min = 150, .sheet_chars = 50 },
  };
  PltDocTable *table;

  plt_document_heading (document, 2, title, NO_REF);
  table = plt_document_table (document, title, columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_style (table, "table.ledger");
  for (guint i = 0; i < file->items->len; i++)
    {
      const PltTaxItem *item = &g_array_index (file->items, PltTaxItem, i);
      g_autofree char *source = g_strconcat (item->source, item->sure ? "" : " · à vérifier", NULL);

      if (strcmp (item->file, name) != 0)
        continue;
      plt_doc_table_row (table, "row.normal");
      plt_doc_cell_style (plt_doc_table_text (table, "☐"), "cell.center");
      plt_doc_table_text (table, item->title);
      if (item->due != PLT_DATE_NONE || item->event == NULL)
        plt_doc_table_date (table, item->due);
      else
        plt_doc_cell_style (plt_doc_table_text (table, "à dater"), "cell.muted");
      plt_doc_cell_style (plt_doc_table_text (table, source), "cell.small");
    }
}

void
plt_credit_impot_add_files (const PltTaxEstimate *estimate, PltDocument *document)
{
  plt_document_page_break (document);
  plt_document_heading (document, 1, "Dossiers", NO_REF);
  add_file (estimate->file, "provisoire", "Dossier provisoire", document);
  add_file (estimate->file, "definitif", "Dossier définitif", document);
}
