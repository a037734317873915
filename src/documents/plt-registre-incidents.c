/* Registre des incidents: what happened, to whom, what was done, who decided, what it cost, which
 * plan came of it; and the conformity grid of the séquences shot. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-conformity.h"
#include "plt-document-kinds-private.h"
#include "plt-report-paper.h"

#define NO_REF ((PltRef){ NULL })

static const PltParamSpec no_params[] = { { NULL } };

/* ---- incidents ---- */

static char *
state_of (const PltIncidentFacts *incident)
{
  g_autofree char *closed = incident->closed_date != PLT_DATE_NONE
                                ? plt_date_format_numeric (incident->closed_date)
                                : NULL;
  g_autofree char *declared = incident->declared_date != PLT_DATE_NONE
                                  ? plt_date_format_numeric (incident->declared_date)
                                  : NULL;

  return g_strconcat (closed != NULL ? "Clos le " : "Ouvert", closed != NULL ? closed : "",
                      incident->declared ? " ; déclaré" : "", declared != NULL ? " le " : "",
                      declared != NULL ? declared : "", NULL);
}

static void
add_incident (const PltFacts *facts, PltDocTable *table, const PltIncidentFacts *incident)
{
  const PltSequenceFacts *sequence
      = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, incident->sequence);
  const PltScheduleFacts *schedule
      = PLT_FACTS_FIND (facts->schedules, PltScheduleFacts, incident->schedule);
  const PltAccountFacts *account
      = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, incident->account);
  g_autofree char *lost = plt_report_minutes (incident->lost_minutes);
  g_autofree char *state = state_of (incident);
  g_autofree char *what = g_strconcat (incident->name, *incident->diagnosis != '\0' ? "\n" : "",
                                       incident->diagnosis, NULL);
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  plt_doc_cell_ref (plt_doc_table_date (table, incident->date),
                    (PltRef){ "incident", incident->id, "date" });
  plt_doc_table_clock (table, incident->start_minutes);
  plt_doc_table_text (table, plt_report_word (incident->kind));
  cell = plt_doc_table_text (table, what);
  plt_doc_cell_ref (cell, (PltRef){ "incident", incident->id, "name" });
  plt_doc_table_text (table, sequence != NULL ? sequence->number : "");
  plt_doc_table_text (table, incident->people);
  cell = plt_doc_table_text (table, *incident->measure != '\0' ? incident->measure : "à décider");
  plt_doc_cell_ref (cell, (PltRef){ "incident", incident->id, "measure" });
  if (*incident->measure == '\0')
    plt_doc_cell_style (cell, "cell.warning");
  plt_doc_table_text (table, incident->decided_by);
  plt_doc_cell_style (plt_doc_table_text (table, lost), "cell.right");
  plt_doc_table_money (table, incident->cost_cents);
  plt_doc_table_text (table, account != NULL ? account->code : "");
  plt_doc_table_text (table, schedule != NULL ? schedule->name : "");
  plt_doc_table_text (table, state);
}

static void
add_sum (const PltFacts *facts, PltDocTable *table)
{
  PltMoney cost = 0;
  gint64 lost = 0;
  guint unknown = 0;
  g_autofree char *label = NULL;
  g_autofree char *minutes = NULL;
  g_autofree char *formula = g_strdup_printf ("=SUM({1,9}:{%u,9})", facts->incidents.n);

  for (guint i = 0; i < facts->incidents.n; i++)
    {
      const PltIncidentFacts *incident = &facts->incidents.items[i];

      if (incident->cost_cents == PLT_UNKNOWN || !plt_money_add (cost, incident->cost_cents, &cost))
        unknown++;
      lost += incident->lost_minutes != PLT_UNKNOWN ? incident->lost_minutes : 0;
    }
  minutes = plt_report_minutes (lost);
  label
      = unknown > 0 ? g_strdup_printf ("Total (%u sans coût connu)", unknown) : g_strdup ("Total");
  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, label), 8);
  plt_doc_cell_style (plt_doc_table_text (table, minutes), "cell.right");
  plt_doc_cell_formula (plt_doc_table_money (table, cost), formula);
  for (guint i = 0; i < 3; i++)
    plt_doc_table_empty (table);
}

static PltDocument *
build_incidents (PltStore *store, const PltParams *params, GError **error)
{
  static const PltDocColumn columns[] = {
    { .title = "Date", .id = "date", .width = 52, .sheet_chars = 11 },
    { .title = "Heure", .id = "heure", .width = 34, .sheet_chars = 7 },
    { .title = "Nature", .id = "nature", .width = 52, .sheet_chars = 13 },
    { .title = "Ce qui s’est passé", .id = "quoi", .weight = 3, .min = 110, .sheet_chars = 40 },
    { .title = "Séq.", .id = "sequence", .width = 28, .sheet_chars = 6 },
    { .title = "Personnes", .id = "personnes", .weight = 1, .min = 58, .sheet_chars = 20 },
    { .title = "Mesure prise", .id = "mesure", .weight = 3, .min = 100, .sheet_chars = 40 },
    { .title = "Décidé par", .id = "decideur", .weight = 1, .min = 58, .sheet_chars = 18 },
    { .title = "Perdu", .id = "temps", .width = 38, .sheet_chars = 9 },
    { .title = "Coût", .id = "cout", .width = 58, .sheet_chars = 12 },
    { .title = "Compte", .id = "compte", .width = 36, .sheet_chars = 8 },
    { .title = "Plan", .id = "plan", .width = 50, .sheet_chars = 14 },
    { .title = "Suite", .id = "suite", .width = 66, .sheet_chars = 24 },
  };
  g_auto (PltPaperSource) source = { .facts = NULL };
  PltDocument *document;
  PltDocTable *table;

  if (!plt_paper_open (&source, store, params, error))
    return NULL;
  document
      = plt_paper_new (&source, "Registre des incidents", NULL, NULL, PLT_PAPER_A4, PLT_LANDSCAPE);
  if (source.facts->incidents.n == 0)
    {
      plt_document_paragraph (document, "text.note", "Aucun incident n’est au registre.", NO_REF);
      return document;
    }
  table = plt_document_table (document, "Incidents", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < source.facts->incidents.n; i++)
    add_incident (source.facts, table, &source.facts->incidents.items[i]);
  add_sum (source.facts, table);
  return document;
}

const PltDocumentKind plt_document_registre_incidents = {
  .id = "registre-incidents",
  .title = "Registre des incidents",
  .phase = "tournage",
  .params = no_params,
  .build = build_incidents,
};

/* ---- conformity ---- */

static void
add_check (PltDocTable *table, const PltConformityRow *row, PltCriterion criterion)
{
  const PltConformityFacts *check = row->checks[criterion];
  g_autofree char *text = NULL;
  PltDocCell *cell;

  if (check == NULL)
    {
      if (criterion == PLT_CONFORMITY_LENGTH && row->judged)
        plt_doc_cell_style (
            plt_doc_table_text (table, row->within ? "dans la tolérance" : "hors tolérance"),
            row->within ? "cell.muted" : "cell.warning");
      else
        plt_doc_table_empty (table);
      return;
    }
  text = g_strconcat (plt_report_word (check->state), *check->note != '\0' ? " : " : "",
                      check->note, NULL);
  cell = plt_doc_table_text (table, text);
  plt_doc_cell_ref (cell, (PltRef){ "conformity", check->id, "state" });
  if (strcmp (check->state, "non-conforme") == 0 || strcmp (check->state, "a-revoir") == 0)
    plt_doc_cell_style (cell, "cell.warning");
}

static PltDocument *
build_conformity (PltStore *store, const PltParams *params, GError **error)
{
  static const PltDocColumn columns[] = {
    { .title = "Séq.", .id = "sequence", .width = 34, .sheet_chars = 7 },
    { .title = "Décor", .id = "decor", .weight = 2, .min = 120, .sheet_chars = 30 },
    { .title = "Tournée", .id = "tournee", .width = 58, .sheet_chars = 12 },
    { .title = "Prévu", .id = "prevu", .width = 40, .sheet_chars = 8 },
    { .title = "Utile", .id = "utile", .width = 40, .sheet_chars = 8 },
    { .title = "Durée", .id = "duree", .weight = 1, .min = 84, .sheet_chars = 22 },
    { .title = "Charte artistique", .id = "artistique", .weight = 1, .min = 84, .sheet_chars = 22 },
    { .title = "Charte technique", .id = "technique", .weight = 1, .min = 84, .sheet_chars = 22 },
    { .title = "Accessibilité", .id = "accessibilite", .weight = 1, .min = 84, .sheet_chars = 22 },
  };
  g_auto (PltReportPaper) paper = { .book = NULL };
  g_autoptr (GArray) rows = NULL;
  g_autofree char *subtitle = NULL;
  gint64 tolerance;
  PltDocument *document;
  PltDocTable *table;

  if (!plt_report_paper_open (&paper, store, params, error))
    return NULL;
  tolerance = plt_conformity_tolerance (paper.source.facts);
  if (tolerance != PLT_UNKNOWN)
    subtitle = g_strdup_printf ("Durée : tolérance de %d %% du pré-minutage, usage à vérifier",
                                (int) (tolerance / 10));
  document = plt_paper_new (&paper.source, "Grille de conformité", subtitle, NULL, PLT_PAPER_A4,
                            PLT_LANDSCAPE);
  rows = plt_conformity_new (paper.book);
  if (rows->len == 0)
    {
      plt_document_paragraph (document, "text.note", "Aucune séquence n’est encore tournée.",
                              NO_REF);
      return document;
    }
  table = plt_document_table (document, "Conformité", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < rows->len; i++)
    {
      const PltConformityRow *row = &g_array_index (rows, PltConformityRow, i);
      g_autofree char *set = plt_facts_set_name (paper.source.facts, row->sequence);
      PltDocCell *cell;

      plt_doc_table_row (table, "row.normal");
      cell = plt_doc_table_text (table, row->sequence->number);
      plt_doc_cell_style (cell, "cell.strong");
      plt_doc_cell_ref (cell, (PltRef){ "sequence", row->sequence->id, NULL });
      plt_doc_table_text (table, set);
      plt_doc_table_text (table, row->complete ? "complète" : "en partie");
      plt_doc_table_seconds (table, row->seconds);
      plt_doc_table_seconds (table, row->useful);
      for (guint j = 0; j < PLT_N_CRITERIA; j++)
        add_check (table, row, (PltCriterion) j);
    }
  return document;
}

const PltDocumentKind plt_document_grille_conformite = {
  .id = "grille-conformite",
  .title = "Grille de conformité",
  .phase = "tournage",
  .params = no_params,
  .build = build_conformity,
};
