/* Voyages, hébergement et frais: what the production books and owes. Journeys and stays by person
 * with what they cost, the lines of the expense notes, and the kilometres that the carbon sheet
 * asks for, by mode and energy. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-document-kinds-private.h"
#include "plt-mouvements-private.h"

#define NO_REF ((PltRef){ NULL, 0, NULL })

static const char *
text_of (const char *text)
{
  return text != NULL ? text : "";
}

const char *
plt_mouvements_word (const char *code)
{
  static const char *const words[][2] = {
    { "train", "Train" },
    { "avion", "Avion" },
    { "bateau", "Bateau" },
    { "autocar", "Autocar" },
    { "voiture", "Voiture" },
    { "taxi", "Taxi" },
    { "hotel", "Hôtel" },
    { "logement", "Logement loué" },
    { "autre", "Autre" },
    { "utilitaire", "Utilitaire" },
    { "minibus", "Minibus" },
    { "camion", "Camion" },
    { "loge", "Loge" },
    { "deux-roues", "Deux-roues" },
    { "velo", "Vélo" },
    { "essence", "Essence" },
    { "diesel", "Gazole" },
    { "hybride", "Hybride" },
    { "electrique", "Électrique" },
    { "sans", "Sans énergie" },
    { "aller", "Aller" },
    { "retour", "Retour" },
    { "navette", "Navette" },
    { "materiel", "Matériel" },
    { "rushes", "Rushes" },
    { "a-faire", "À faire" },
    { "option", "Option" },
    { "confirme", "Confirmé" },
    { "paye", "Payé" },
    { "annule", "Annulé" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i][0], text_of (code)) == 0)
      return words[i][1];
  return text_of (code);
}

/* ---- journeys and stays ---- */

static int
compare_travels (gconstpointer a, gconstpointer b, gpointer data)
{
  const PltFacts *facts = data;
  const PltTravelFacts *x = *(const PltTravelFacts *const *) a,
                       *y = *(const PltTravelFacts *const *) b;
  const PltPersonFacts *i = PLT_FACTS_FIND (facts->people, PltPersonFacts, x->person),
                       *j = PLT_FACTS_FIND (facts->people, PltPersonFacts, y->person);

  if (i != j)
    return i == NULL ? 1 : j == NULL ? -1 : i < j ? -1 : 1; /* as in the list of the team */
  if (x->from_date != y->from_date)
    return x->from_date < y->from_date ? -1 : 1;
  if (plt_travel_is_stay (x) != plt_travel_is_stay (y)) /* the way there first */
    return plt_travel_is_stay (x) ? 1 : -1;
  if (x->start_minutes != y->start_minutes)
    return x->start_minutes < y->start_minutes ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

static const PltDocColumn plain_columns[] = {
  { .title = "Personne", .id = "personne", .weight = 2, .sheet_chars = 26 },
  { .title = "Mode", .id = "mode", .width = 46, .sheet_chars = 12 },
  { .title = "Du", .id = "du", .width = 34, .sheet_chars = 12 },
  { .title = "Départ", .id = "depart", .width = 36, .sheet_chars = 8 },
  { .title = "De", .id = "de", .weight = 1.8, .sheet_chars = 20 },
  { .title = "Au", .id = "au", .width = 34, .sheet_chars = 12 },
  { .title = "Arrivée", .id = "arrivee", .width = 38, .sheet_chars = 8 },
  { .title = "À, hôtel", .id = "a", .weight = 2.2, .sheet_chars = 24 },
  { .title = "N°", .id = "numero", .width = 52, .sheet_chars = 12 },
  { .title = "Réservation", .id = "reservation", .width = 58, .sheet_chars = 14 },
  { .title = "Chambre", .id = "chambre", .weight = 1, .sheet_chars = 12 },
  { .title = "Nuits", .id = "nuits", .width = 30, .sheet_chars = 7 },
  { .title = "État", .id = "etat", .width = 50, .sheet_chars = 11 },
  { .title = "Papiers", .id = "papiers", .weight = 1, .sheet_chars = 20 },
};

static const PltDocColumn money_columns[] = {
  { .title = "Personne", .id = "personne", .weight = 2, .sheet_chars = 26 },
  { .title = "Mode", .id = "mode", .width = 44, .sheet_chars = 12 },
  { .title = "Du", .id = "du", .width = 32, .sheet_chars = 12 },
  { .title = "Départ", .id = "depart", .width = 36, .sheet_chars = 8 },
  { .title = "De", .id = "de", .weight = 1.8, .sheet_chars = 20 },
  { .title = "Au", .id = "au", .width = 32, .sheet_chars = 12 },
  { .title = "Arrivée", .id = "arrivee", .width = 38, .sheet_chars = 8 },
  { .title = "À, hôtel", .id = "a", .weight = 2, .sheet_chars = 24 },
  { .title = "N°", .id = "numero", .width = 50, .sheet_chars = 12 },
  { .title = "Réserv.", .id = "reservation", .width = 48, .sheet_chars = 14 },
  { .title = "Chambre", .id = "chambre", .weight = 1.1, .sheet_chars = 12 },
  { .title = "Nuits", .id = "nuits", .width = 30, .sheet_chars = 7 },
  { .title = "État", .id = "etat", .width = 46, .sheet_chars = 11 },
  { .title = "Coût", .id = "cout", .width = 50, .sheet_chars = 12 },
  { .title = "Par jour", .id = "par-jour", .width = 44, .sheet_chars = 10 },
  { .title = "Jours", .id = "jours", .width = 30, .sheet_chars = 7 },
  { .title = "Défraiement", .id = "defraiement", .width = 58, .sheet_chars = 12 },
};

/* Day and month on paper, where the year is at the foot; a spreadsheet has the date. */
static void
add_date (PltDocTable *table, PltDate date)
{
  PltDocCell *cell = plt_doc_table_date (table, date);
  g_autofree char *text = NULL;
  int month, day;

  if (date == PLT_DATE_NONE)
    return;
  plt_date_to_ymd (date, NULL, &month, &day);
  text = g_strdup_printf ("%02d/%02d", day, month);
  plt_doc_cell_show (cell, text);
}

static void
add_travel (const PltPaperSource *source,
            PltDocTable *table,
            const PltTravelFacts *travel,
            gboolean first,
            gboolean amounts)
{
  const PltPersonFacts *person
      = PLT_FACTS_FIND (source->facts->people, PltPersonFacts, travel->person);
  g_autofree char *name = person != NULL ? plt_facts_person_name (person) : g_strdup ("");
  const PltRef ref = { "travel", travel->id, NULL };
  gboolean off = strcmp (text_of (travel->status), "annule") == 0;
  gint64 nights = plt_travel_nights (travel);
  PltDocCell *cell;

  plt_doc_table_row (table, off ? "row.muted" : "row.normal");
  cell = plt_doc_table_text (table, name);
  plt_doc_cell_style (cell, first ? "cell.strong" : "cell.muted");
  plt_doc_cell_ref (cell, ref);
  plt_doc_table_text (table, plt_mouvements_word (travel->kind));
  add_date (table, travel->from_date);
  plt_doc_table_clock (table, travel->start_minutes);
  plt_doc_table_text (table, text_of (travel->from_place));
  add_date (table, travel->to_date);
  plt_doc_table_clock (table, travel->end_minutes);
  plt_doc_table_text (table, text_of (travel->to_place));
  plt_doc_table_text (table, text_of (travel->number));
  plt_doc_table_text (table, text_of (travel->reference));
  plt_doc_table_text (table, text_of (travel->room));
  plt_doc_table_number (table, plt_travel_is_stay (travel) ? nights : PLT_UNKNOWN, 0);
  cell = plt_doc_table_text (table, plt_mouvements_word (travel->status));
  if (strcmp (text_of (travel->status), "a-faire") == 0)
    plt_doc_cell_style (cell, "cell.warning");
  if (!amounts)
    {
      plt_doc_table_text (table, text_of (travel->papers));
      return;
    }
  plt_doc_table_money (table, off ? PLT_UNKNOWN : travel->cost_cents);
  plt_doc_table_money (table, off ? PLT_UNKNOWN : travel->per_diem_cents);
  plt_doc_table_number (
      table, off || travel->per_diem_cents == PLT_UNKNOWN ? PLT_UNKNOWN : plt_travel_days (travel),
      0);
  cell = plt_doc_table_money (table, off ? PLT_UNKNOWN : plt_travel_per_diem (travel));
  if (!off && travel->per_diem_cents != PLT_UNKNOWN)
    plt_doc_cell_formula (cell, "={.,14}*{.,15}");
}

static void
add_total (PltDocTable *table, guint n, PltMoney cost, PltMoney per_diem)
{
  g_autofree char *costs = g_strdup_printf ("=SUM({1,13}:{%u,13})", n);
  g_autofree char *days = g_strdup_printf ("=SUM({1,16}:{%u,16})", n);

  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, "Total"), 13);
  plt_doc_cell_formula (plt_doc_table_money (table, cost), costs);
  plt_doc_table_empty (table);
  plt_doc_table_empty (table);
  plt_doc_cell_formula (plt_doc_table_money (table, per_diem), days);
}

gboolean
plt_voyages_add (const PltPaperSource *source,
                 PltDocument *document,
                 PltVoyageFilter filter,
                 gpointer data,
                 gboolean amounts)
{
  const PltFacts *facts = source->facts;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  PltDocTable *table;
  PltMoney cost = 0, per_diem = 0;

  for (guint i = 0; i < facts->travels.n; i++)
    if (filter == NULL || filter (&facts->travels.items[i], data))
      g_ptr_array_add (rows, &facts->travels.items[i]);
  if (rows->len == 0)
    return FALSE;
  g_ptr_array_sort_with_data (rows, compare_travels, (gpointer) facts);
  table
      = plt_document_table (document, "Voyages", amounts ? money_columns : plain_columns,
                            amounts ? G_N_ELEMENTS (money_columns) : G_N_ELEMENTS (plain_columns));
  plt_doc_table_set_frozen_columns (table, 1);
  for (guint i = 0; i < rows->len; i++)
    {
      const PltTravelFacts *travel = rows->pdata[i];
      gint64 before = i > 0 ? ((const PltTravelFacts *) rows->pdata[i - 1])->person : -1;

      add_travel (source, table, travel, travel->person != before, amounts);
      if (strcmp (text_of (travel->status), "annule") == 0)
        continue;
      if (travel->cost_cents != PLT_UNKNOWN)
        cost += travel->cost_cents;
      if (plt_travel_per_diem (travel) != PLT_UNKNOWN)
        per_diem += plt_travel_per_diem (travel);
    }
  if (amounts)
    add_total (table, rows->len, cost, per_diem);
  return TRUE;
}

/* ---- expenses ---- */

static const char *const expense_words[] = { [PLT_EXPENSE_KILOMETRES] = "Indemnité kilométrique",
                                             [PLT_EXPENSE_PER_DIEM] = "Défraiement",
                                             [PLT_EXPENSE_TICKET] = "Billet",
                                             [PLT_EXPENSE_LODGING] = "Hébergement" };
static const char *const expense_units[] = { [PLT_EXPENSE_KILOMETRES] = "km",
                                             [PLT_EXPENSE_PER_DIEM] = "jours",
                                             [PLT_EXPENSE_TICKET] = "",
                                             [PLT_EXPENSE_LODGING] = "nuits" };

/* "0,636 €" of a kilometre, "25,00 €" of a day. */
static char *
rate_text (const PltExpense *line)
{
  if (line->rate == PLT_UNKNOWN)
    return g_strdup ("");
  if (line->kind == PLT_EXPENSE_KILOMETRES)
    return g_strdup_printf ("%d,%03d\u00a0€", (int) (line->rate / 1000), (int) (line->rate % 1000));
  return plt_money_format (line->rate);
}

static void
add_person_total (PltDocTable *table, const PltExpenses *expenses, gint64 person, const char *name)
{
  g_autofree char *title = g_strdup_printf ("Total %s", name);

  plt_doc_table_row (table, "row.subgroup");
  plt_doc_cell_span (plt_doc_table_text (table, title), 6);
  plt_doc_table_money (table, plt_expenses_total (expenses, person, NULL));
  plt_doc_table_empty (table);
}

static void
add_expense (const PltPaperSource *source, PltDocTable *table, const PltExpense *line)
{
  const PltPersonFacts *person
      = PLT_FACTS_FIND (source->facts->people, PltPersonFacts, line->person);
  g_autofree char *name = person != NULL ? plt_facts_person_name (person) : g_strdup ("");
  g_autofree char *rate = rate_text (line);
  g_autofree char *remark
      = line->source != NULL
            ? g_strdup_printf ("%s%s", line->source, line->sure ? "" : " ; taux à vérifier")
        : line->cents == PLT_UNKNOWN ? g_strdup ("taux manquant")
                                     : g_strdup ("");
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  cell = plt_doc_table_text (table, name);
  plt_doc_cell_ref (cell, line->ref);
  plt_doc_table_date (table, line->date);
  plt_doc_table_text (table, expense_words[line->kind]);
  plt_doc_table_number (table, line->quantity, 0);
  plt_doc_table_text (table, expense_units[line->kind]);
  plt_doc_cell_style (plt_doc_table_text (table, rate), "cell.right");
  plt_doc_table_money (table, line->cents);
  plt_doc_cell_style (plt_doc_table_text (table, remark),
                      line->sure ? "cell.muted" : "cell.warning");
}

static void
add_expenses (const PltPaperSource *source, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Personne", .id = "personne", .weight = 2, .sheet_chars = 26 },
    { .title = "Date", .id = "date", .width = 60, .sheet_chars = 12 },
    { .title = "Nature", .id = "nature", .weight = 1.5, .sheet_chars = 24 },
    { .title = "Quantité", .id = "quantite", .width = 50, .sheet_chars = 10 },
    { .title = "Unité", .id = "unite", .width = 40, .sheet_chars = 8 },
    { .title = "Taux", .id = "taux", .width = 60, .sheet_chars = 12 },
    { .title = "Montant", .id = "montant", .width = 76, .sheet_chars = 14 },
    { .title = "Source du taux", .id = "source", .weight = 2, .sheet_chars = 40 },
  };
  g_autoptr (PltExpenses) expenses = plt_moves_expenses (source->facts);
  PltDocTable *table;

  if (expenses->lines->len == 0)
    return;
  plt_document_page_break (document);
  plt_document_heading (document, 1, "Frais par personne", NO_REF);
  table = plt_document_table (document, "Frais", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < expenses->lines->len; i++)
    {
      const PltExpense *line = &g_array_index (expenses->lines, PltExpense, i);
      gboolean last = i + 1 == expenses->lines->len
                      || g_array_index (expenses->lines, PltExpense, i + 1).person != line->person;
      const PltPersonFacts *person
          = PLT_FACTS_FIND (source->facts->people, PltPersonFacts, line->person);
      g_autofree char *name = person != NULL ? plt_facts_person_name (person) : g_strdup ("");

      add_expense (source, table, line);
      plt_doc_table_keep_with_next (table);
      if (last)
        add_person_total (table, expenses, line->person, name);
    }
  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, "Total"), 6);
  plt_doc_table_money (table, plt_expenses_total (expenses, 0, NULL));
  plt_doc_table_empty (table);
}

/* ---- kilometres ---- */

static void
add_distances (const PltPaperSource *source, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Mode", .id = "mode", .weight = 2, .sheet_chars = 18 },
    { .title = "Énergie", .id = "energie", .weight = 2, .sheet_chars = 18 },
    { .title = "Trajets", .id = "trajets", .width = 60, .sheet_chars = 10 },
    { .title = "Kilomètres", .id = "km", .width = 80, .sheet_chars = 12 },
    { .title = "Personnes × km", .id = "personnes-km", .width = 90, .sheet_chars = 16 },
    { .title = "Sans kilomètres", .id = "manquants", .width = 90, .sheet_chars = 16 },
  };
  g_autoptr (GArray) rows = plt_moves_distances (source->facts);
  g_autoptr (GArray) sums = plt_moves_sum_distances (rows);
  PltDocTable *table;

  if (sums->len == 0)
    return;
  plt_document_heading (document, 1, "Kilomètres par mode, pour le bilan carbone", NO_REF);
  table = plt_document_table (document, "Carbone", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < sums->len; i++)
    {
      const PltDistanceSum *sum = &g_array_index (sums, PltDistanceSum, i);
      PltDocCell *cell;

      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table,
                          *sum->mode != '\0' ? plt_mouvements_word (sum->mode) : "Non précisé");
      plt_doc_table_text (table, plt_mouvements_word (sum->energy));
      plt_doc_table_number (table, sum->n, 0);
      plt_doc_table_number (table, sum->kilometres, 0);
      plt_doc_table_number (table, sum->person_kilometres, 0);
      cell = plt_doc_table_number (table,
                                   sum->n_missing > 0 ? (gint64) sum->n_missing : PLT_UNKNOWN, 0);
      if (sum->n_missing > 0)
        plt_doc_cell_style (cell, "cell.warning");
    }
}

/* Each way, for whoever keys it into an approved tool: a sheet of the workbook. */
static void
add_ways (const PltPaperSource *source, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Date", .id = "date", .width = 60, .sheet_chars = 12 },
    { .title = "Mode", .id = "mode", .weight = 1, .sheet_chars = 16 },
    { .title = "Énergie", .id = "energie", .weight = 1, .sheet_chars = 16 },
    { .title = "Kilomètres", .id = "km", .width = 70, .sheet_chars = 12 },
    { .title = "Personnes", .id = "personnes", .width = 70, .sheet_chars = 12 },
    { .title = "Personne", .id = "personne", .weight = 2, .sheet_chars = 26 },
  };
  g_autoptr (GArray) rows = plt_moves_distances (source->facts);
  PltDocTable *table;

  if (rows->len == 0)
    return;
  table = plt_document_table (document, "Trajets", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_workings (table);
  for (guint i = 0; i < rows->len; i++)
    {
      const PltDistance *row = &g_array_index (rows, PltDistance, i);
      const PltPersonFacts *person
          = PLT_FACTS_FIND (source->facts->people, PltPersonFacts, row->person);
      g_autofree char *name = person != NULL ? plt_facts_person_name (person) : g_strdup ("");

      plt_doc_table_row (table, "row.normal");
      plt_doc_cell_ref (plt_doc_table_date (table, row->date), row->ref);
      plt_doc_table_text (table, plt_mouvements_word (row->mode));
      plt_doc_table_text (table, plt_mouvements_word (row->energy));
      plt_doc_table_number (table, row->kilometres, 0);
      plt_doc_table_number (table, row->people, 0);
      plt_doc_table_text (table, name);
    }
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltPaperSource) source = { .facts = NULL };
  PltDocument *document;

  if (!plt_paper_open (&source, store, params, error))
    return NULL;
  document = plt_paper_new (&source, "Voyages, hébergement et frais", NULL, NULL, PLT_PAPER_A4,
                            PLT_LANDSCAPE);
  plt_document_heading (document, 1, "Voyages et hébergement", NO_REF);
  if (!plt_voyages_add (&source, document, NULL, NULL, TRUE))
    plt_document_paragraph (document, "text.note", "Aucun voyage ni hébergement n’est noté.",
                            NO_REF);
  add_expenses (&source, document);
  add_distances (&source, document);
  add_ways (&source, document);
  return document;
}

static const PltParamSpec params_spec[] = { { NULL } };

const PltDocumentKind plt_document_voyages = {
  .id = "voyages",
  .title = "Voyages, hébergement et frais",
  .phase = "tournage",
  .params = params_spec,
  .build = build,
};
