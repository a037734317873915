/* Financeurs: who gives what, how far each application is, what is still to be given in and by
 * when, and what became of each source. A scheme is called as the catalogue calls it. */
#include <string.h>

#include "plt-document-kinds-private.h"
#include "plt-finance-paper.h"
#include "plt-funding-amount.h"
#include "plt-funding-group.h"
#include "plt-referential.h"

#define NO_REF PLT_FINANCE_NO_REF
#define CATALOGUE "financeurs"
#define SHEET "Financeurs"

typedef struct
{
  PltPaperSource source;
  PltReferential *catalogue; /* (nullable) */
} Paper;

/* ---- asking ---- */

/* (nullable): the title that the catalogue gives a scheme. */
static const char *
find_scheme (const Paper *self, const char *code)
{
  for (guint i = 0;
       self->catalogue != NULL && *code != '\0' && i < plt_referential_n_rows (self->catalogue);
       i++)
    if (strcmp (plt_referential_get (self->catalogue, i, "code"), code) == 0)
      return plt_referential_get (self->catalogue, i, "libelle");
  return NULL;
}

static const char *
scheme_title (const Paper *self, const char *code)
{
  const char *title = find_scheme (self, code);

  return title != NULL ? title : code;
}

static const PltFundingFacts *
source_of (const Paper *self, const PltApplicationFacts *application)
{
  return PLT_FACTS_FIND (self->source.facts->funding, PltFundingFacts, application->funding_source);
}

/* The last application for a source; (nullable). */
static const PltApplicationFacts *
application_for (const Paper *self, const PltFundingFacts *source)
{
  const PltApplicationFacts *found = NULL;

  for (guint i = 0; i < self->source.facts->applications.n; i++)
    if (self->source.facts->applications.items[i].funding_source == source->id)
      found = &self->source.facts->applications.items[i];
  return found;
}

static gboolean
is_open (const PltApplicationFacts *application)
{
  return *application->answer == '\0' || strcmp (application->answer, "en-attente") == 0
         || strcmp (application->answer, "ajourne") == 0;
}

/* The earliest day by which something is still to be done; PLT_DATE_NONE without one. */
static PltDate
next_day (const Paper *self, const PltApplicationFacts *application, guint *missing)
{
  const PltFacts *facts = self->source.facts;
  PltDate day
      = application->filed_date == PLT_DATE_NONE ? application->deadline_date : PLT_DATE_NONE;

  *missing = 0;
  for (guint i = 0; i < facts->application_documents.n; i++)
    {
      const PltApplicationDocumentFacts *piece = &facts->application_documents.items[i];

      if (piece->funding_application != application->id || piece->provided)
        continue;
      ++*missing;
      if (piece->due_date != PLT_DATE_NONE)
        day = day == PLT_DATE_NONE ? piece->due_date : MIN (day, piece->due_date);
    }
  return day;
}

static void
add_date (PltDocTable *table, PltDate date)
{
  plt_doc_cell_style (plt_doc_table_date (table, date), "cell.center");
}

static void
add_day (const Paper *self, PltDocTable *table, PltDate date)
{
  plt_doc_cell_style (plt_doc_table_date (table, date),
                      date != PLT_DATE_NONE && date < self->source.date ? "cell.warning"
                                                                        : "cell.center");
}

/* ---- who gives what ---- */

enum
{
  FUNDER,
  SOURCE,
  SCHEME,
  CONTACT,
  ASKED,
  AMOUNT,
  STATUS,
  SINCE,
  FILED,
  ANSWER,
  N_COLUMNS
};

static PltDate
since (const Paper *self, const PltFundingFacts *source)
{
  const PltFacts *facts = self->source.facts;
  PltDate day = PLT_DATE_NONE;

  for (guint i = 0; i < facts->funding_statuses.n; i++)
    {
      const PltFundingStatusFacts *step = &facts->funding_statuses.items[i];

      if (step->funding_source == source->id && strcmp (step->status, source->status) == 0)
        day = MAX (day, step->date);
    }
  return day != PLT_DATE_NONE ? day : source->date;
}

static void
add_source (const Paper *self, PltDocTable *table, const PltFundingFacts *source)
{
  const PltApplicationFacts *application = application_for (self, source);
  gboolean refused = plt_funding_is_refused (source);
  PltMoney asked = source->asked_cents != PLT_UNKNOWN ? source->asked_cents
                   : application != NULL              ? application->asked_cents
                                                      : PLT_UNKNOWN;

  plt_doc_table_row (table, refused ? "row.muted" : "row.normal");
  plt_doc_table_text (table, source->funder);
  plt_doc_cell_ref (plt_doc_table_text (table, source->name),
                    (PltRef){ "funding_source", source->id, NULL });
  plt_doc_cell_style (plt_doc_table_text (table, scheme_title (self, source->scheme)),
                      "cell.small");
  plt_doc_cell_style (plt_doc_table_text (table, application != NULL ? application->contact : ""),
                      "cell.small");
  plt_doc_table_money (table, asked);
  plt_doc_table_money (
      table,
      refused ? PLT_UNKNOWN : plt_funding_amount (self->source.facts, self->source.budget, source));
  plt_doc_table_text (table, plt_finance_word ("status", source->status));
  add_date (table, since (self, source));
  add_date (table, application != NULL ? application->filed_date : PLT_DATE_NONE);
  add_date (table, application != NULL ? application->answer_date : PLT_DATE_NONE);
}

static void
add_sources (const Paper *self, PltDocument *document)
{
  static const PltDocColumn columns[N_COLUMNS] = {
    { .title = "Financeur", .id = "financeur", .weight = 2, .min = 84, .sheet_chars = 28 },
    { .title = "Source", .id = "source", .weight = 3, .min = 110, .sheet_chars = 40 },
    { .title = "Dispositif", .id = "dispositif", .weight = 2, .min = 90, .sheet_chars = 40 },
    { .title = "Contact", .id = "contact", .weight = 1, .min = 64, .sheet_chars = 30 },
    { .title = "Demandé €", .id = "demande", .width = 70, .sheet_chars = 16 },
    { .title = "Au plan €", .id = "montant", .width = 72, .sheet_chars = 16 },
    { .title = "Statut", .id = "statut", .width = 82, .sheet_chars = 20 },
    { .title = "depuis le", .id = "depuis", .width = 54, .sheet_chars = 12 },
    { .title = "Déposé le", .id = "depose", .width = 54, .sheet_chars = 12 },
    { .title = "Réponse le", .id = "reponse", .width = 54, .sheet_chars = 12 },
  };
  const PltFacts *facts = self->source.facts;
  PltDocTable *table;
  PltMoney total = 0;
  g_autofree char *sum = NULL;

  if (facts->funding.n == 0)
    return;
  table = plt_document_table (document, SHEET, columns, N_COLUMNS);
  plt_doc_table_set_style (table, "table.ledger");
  for (guint i = 0; i < facts->funding.n; i++)
    {
      const PltFundingFacts *source = &facts->funding.items[i];
      PltMoney amount = plt_funding_amount (facts, self->source.budget, source);

      add_source (self, table, source);
      if (!plt_funding_is_refused (source) && amount != PLT_UNKNOWN)
        plt_money_add (total, amount, &total);
    }
  sum = g_strdup_printf ("=SUM({1,%d}:{%u,%d})", AMOUNT, facts->funding.n, AMOUNT);
  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, "Total, sans ce qui est refusé"), AMOUNT);
  plt_doc_cell_formula (plt_doc_table_money (table, total), sum);
}

/* ---- applications ---- */

static void
add_application (const Paper *self, PltDocTable *table, const PltApplicationFacts *application)
{
  const PltFundingFacts *source = source_of (self, application);
  guint missing;
  PltDate day = next_day (self, application, &missing);
  g_autofree char *state
      = missing > 0 ? g_strdup_printf ("%u à fournir", missing) : g_strdup ("complet");

  plt_doc_table_row (table, "row.normal");
  plt_doc_cell_ref (plt_doc_table_text (table, application->name),
                    (PltRef){ "funding_application", application->id, NULL });
  plt_doc_cell_style (plt_doc_table_text (table, scheme_title (self, application->scheme)),
                      "cell.small");
  plt_doc_table_text (table, source != NULL ? source->name : "");
  plt_doc_table_money (table, application->asked_cents);
  add_date (table, application->deadline_date);
  add_date (table, application->filed_date);
  add_date (table, application->complete_date);
  plt_doc_table_text (table, plt_finance_word ("answer", application->answer));
  plt_doc_table_money (table, application->granted_cents);
  plt_doc_table_text (table, state);
  add_day (self, table, is_open (application) ? day : PLT_DATE_NONE);
}

static void
add_applications (const Paper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Demande", .id = "demande", .weight = 3, .min = 110, .sheet_chars = 36 },
    { .title = "Dispositif", .id = "dispositif", .weight = 2, .min = 90, .sheet_chars = 40 },
    { .title = "Source du plan", .id = "source", .weight = 2, .min = 90, .sheet_chars = 36 },
    { .title = "Demandé €", .id = "montant", .width = 68, .sheet_chars = 16 },
    { .title = "Date limite", .id = "limite", .width = 54, .sheet_chars = 12 },
    { .title = "Déposée le", .id = "deposee", .width = 54, .sheet_chars = 12 },
    { .title = "Complète le", .id = "complete", .width = 54, .sheet_chars = 12 },
    { .title = "Réponse", .id = "reponse", .width = 54, .sheet_chars = 14 },
    { .title = "Accordé €", .id = "accorde", .width = 68, .sheet_chars = 16 },
    { .title = "Dossier", .id = "dossier", .width = 56, .sheet_chars = 14 },
    { .title = "À faire avant le", .id = "avant", .width = 56, .sheet_chars = 16 },
  };
  PltDocTable *table;

  if (self->source.facts->applications.n == 0)
    return;
  plt_document_heading (document, 1, "Demandes", NO_REF);
  table = plt_document_table (document, "Demandes", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_style (table, "table.ledger");
  for (guint i = 0; i < self->source.facts->applications.n; i++)
    add_application (self, table, &self->source.facts->applications.items[i]);
}

/* ---- documents of the files ---- */

static void
add_pieces (const Paper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Demande, pièce à fournir",
      .id = "piece",
      .weight = 3,
      .min = 220,
      .sheet_chars = 56 },
    { .title = "Avant le", .id = "avant", .width = 70, .sheet_chars = 12 },
    { .title = "État", .id = "etat", .width = 80, .sheet_chars = 14 },
    { .title = "Fichier", .id = "fichier", .weight = 2, .min = 140, .sheet_chars = 40 },
  };
  const PltFacts *facts = self->source.facts;
  PltDocTable *table;
  gint64 application = 0;

  if (facts->application_documents.n == 0)
    return;
  plt_document_heading (document, 1, "Pièces des dossiers", NO_REF);
  table = plt_document_table (document, "Pièces", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_style (table, "table.ledger");
  for (guint i = 0; i < facts->application_documents.n; i++)
    {
      const PltApplicationDocumentFacts *piece = &facts->application_documents.items[i];
      const PltApplicationFacts *of
          = PLT_FACTS_FIND (facts->applications, PltApplicationFacts, piece->funding_application);
      g_autofree char *file = plt_finance_file (piece->document);

      if (i == 0 || piece->funding_application != application)
        {
          application = piece->funding_application;
          plt_doc_table_row (table, "row.subgroup");
          plt_doc_table_text (table, of != NULL ? of->name : "");
        }
      plt_doc_table_row (table, piece->provided ? "row.muted" : "row.normal");
      plt_doc_cell_ref (plt_doc_table_text (table, piece->name),
                        (PltRef){ "application_document", piece->id, NULL });
      if (piece->provided)
        add_date (table, piece->due_date);
      else
        add_day (self, table, piece->due_date);
      plt_doc_cell_style (plt_doc_table_text (table, piece->provided ? "fournie" : "à fournir"),
                          piece->provided ? "cell.normal" : "cell.strong");
      plt_doc_cell_style (plt_doc_table_text (table, file), "cell.small");
    }
}

/* ---- history ---- */

static void
add_history (const Paper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Source", .id = "source", .weight = 3, .min = 180, .sheet_chars = 44 },
    { .title = "Le", .id = "date", .width = 64, .sheet_chars = 12 },
    { .title = "Statut", .id = "statut", .width = 100, .sheet_chars = 20 },
    { .title = "Montant €", .id = "montant", .width = 80, .sheet_chars = 16 },
    { .title = "Dit par", .id = "auteur", .weight = 1, .min = 90, .sheet_chars = 24 },
    { .title = "Pièce", .id = "piece", .weight = 1, .min = 80, .sheet_chars = 24 },
    { .title = "Remarque", .id = "remarque", .weight = 2, .min = 120, .sheet_chars = 40 },
  };
  const PltFacts *facts = self->source.facts;
  PltDocTable *table;
  gint64 before = 0;

  if (facts->funding_statuses.n == 0)
    return;
  plt_document_heading (document, 1, "Historique des statuts", NO_REF);
  table = plt_document_table (document, "Historique", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_style (table, "table.ledger");
  for (guint s = 0; s < facts->funding.n; s++)
    for (guint i = 0; i < facts->funding_statuses.n; i++)
      {
        const PltFundingFacts *source = &facts->funding.items[s];
        const PltFundingStatusFacts *step = &facts->funding_statuses.items[i];
        g_autofree char *file = NULL;

        if (step->funding_source != source->id)
          continue;
        file = plt_finance_file (step->document);
        plt_doc_table_row (table, "row.normal");
        plt_doc_cell_ref (plt_doc_table_text (table, before != source->id ? source->name : ""),
                          (PltRef){ "funding_status", step->id, NULL });
        before = source->id;
        add_date (table, step->date);
        plt_doc_table_text (table, plt_finance_word ("status", step->status));
        plt_doc_table_money (table, step->amount_cents);
        plt_doc_table_text (table, step->author);
        plt_doc_cell_style (plt_doc_table_text (table, file), "cell.small");
        plt_doc_cell_style (plt_doc_table_text (table, step->note), "cell.small");
      }
}

/* ---- the paper ---- */

/* What comes first, in one sentence. */
static void
add_next (const Paper *self, PltDocument *document)
{
  const PltApplicationFacts *first = NULL;
  PltDate earliest = PLT_DATE_NONE;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->source.facts->applications.n; i++)
    {
      const PltApplicationFacts *application = &self->source.facts->applications.items[i];
      guint missing;
      PltDate date = next_day (self, application, &missing);

      if (!is_open (application) || date == PLT_DATE_NONE
          || (earliest != PLT_DATE_NONE && date >= earliest))
        continue;
      earliest = date;
      first = application;
    }
  if (first == NULL)
    return;
  day = plt_date_format_day (earliest);
  text = g_strdup_printf ("%s : %s, « %s ».",
                          earliest < self->source.date ? "Échéance dépassée" : "Prochaine échéance",
                          day, first->name);
  plt_document_paragraph (document, earliest < self->source.date ? "text.warning" : "text.strong",
                          text, (PltRef){ "funding_application", first->id, NULL });
}

static void
paper_clear (Paper *self)
{
  g_clear_pointer (&self->catalogue, plt_referential_free);
  plt_paper_close (&self->source);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paper, paper_clear)

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (Paper) paper = { .catalogue = NULL };
  PltDocument *document;

  if (!plt_paper_open (&paper.source, store, params, error))
    return NULL;
  if (plt_referential_lend (paper.source.facts, CATALOGUE))
    paper.catalogue = plt_referential_open (paper.source.facts, CATALOGUE);
  document = plt_paper_new (&paper.source, "Financeurs", "Demandes, réponses et pièces à fournir",
                            NULL, PLT_PAPER_A4, PLT_LANDSCAPE);
  if (paper.source.facts->funding.n == 0 && paper.source.facts->applications.n == 0)
    {
      plt_document_paragraph (document, "text.note",
                              "Aucun financeur encore : ajoutez des sources ou des demandes dans "
                              "la page Financement.",
                              NO_REF);
      return document;
    }
  add_next (&paper, document);
  add_sources (&paper, document);
  add_applications (&paper, document);
  add_pieces (&paper, document);
  add_history (&paper, document);
  return document;
}

const PltDocumentKind plt_document_financeurs = {
  .id = "financeurs",
  .title = "Financeurs",
  .phase = "developpement",
  .build = build,
};
