/* Plan de trésorerie: the curve of the balance, then receipts by source and payments by post, month
 * by month, with VAT. What has no date is listed below and counts nowhere. */
#include "plt-document-kinds-private.h"
#include "plt-paper.h"

#include <string.h>

#define NO_REF ((PltRef){ NULL, 0, NULL })
#define MAX_A4 9 /* months that an A4 across holds */

typedef struct
{
  PltPaperSource source;
  PltCash *cash;
  PltDocTable *table;
  guint n; /* months */
} Builder;

static const PltCashMonth *
month_at (const Builder *self, guint i)
{
  return &g_array_index (self->cash->months, PltCashMonth, i);
}

/* Documents are French whatever the language of the user. */
static const char *
row_label (const PltCashRow *row)
{
  switch (row->kind)
    {
    case PLT_CASH_CONTRIBUTIONS:
      return "Charges sociales (le mois suivant)";
    case PLT_CASH_OVERHEADS:
      return "Frais généraux";
    case PLT_CASH_CONTINGENCY:
      return "Imprévus";
    case PLT_CASH_ENTRIES:
      return row->incoming ? "Autres encaissements" : "Autres décaissements";
    case PLT_CASH_VAT:
      return "TVA reversée (le mois suivant)";
    case PLT_CASH_SOURCE:
    case PLT_CASH_POST:
      return row->label;
    }
  g_return_val_if_reached (row->label);
}

/* "janv. 2027", what a column of figures holds. */
static char *
month_title (PltDate start)
{
  static const char *const names[] = { "janv.", "févr.", "mars",  "avril", "mai",  "juin",
                                       "juil.", "août",  "sept.", "oct.",  "nov.", "déc." };
  int year, month, day;

  plt_date_to_ymd (start, &year, &month, &day);
  return g_strdup_printf ("%s %d", names[month - 1], year);
}

static void
add_chart (const Builder *self, PltDocument *document)
{
  PltDrawing *drawing = plt_document_drawing (document, "chart.line", 0, 150,
                                              "Courbe du solde cumulé, mois par mois");

  for (guint i = 0; i < self->n; i++)
    {
      const PltCashMonth *month = month_at (self, i);
      g_autofree char *title = month_title (month->start);

      plt_drawing_add (drawing, title, NULL, month->net, month->balance, 0, 0);
    }
  plt_document_space (document, 8);
}

static void
add_table (Builder *self, PltDocument *document)
{
  g_autofree PltDocColumn *columns = g_new0 (PltDocColumn, self->n + 2);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  columns[0] = (PltDocColumn){ .title = "En euros, toutes taxes comprises",
                               .id = "libelle",
                               .weight = 1,
                               .min = 140,
                               .sheet_chars = 40 };
  for (guint i = 0; i < self->n; i++)
    {
      char *title = month_title (month_at (self, i)->start);
      char *iso = plt_date_to_iso (month_at (self, i)->start);

      iso[strlen ("2026-05")] = '\0';
      g_ptr_array_add (texts, title);
      g_ptr_array_add (texts, iso);
      columns[i + 1] = (PltDocColumn){ .title = title, .id = iso, .min = 50 };
    }
  columns[self->n + 1] = (PltDocColumn){ .title = "Total", .id = "total", .min = 52 };
  self->table = plt_document_table (document, "Trésorerie", columns, self->n + 2);
  plt_doc_table_set_style (self->table, "table.grid");
  plt_doc_table_set_frozen_columns (self->table, 1);
}

static guint
last_row (const Builder *self)
{
  return plt_doc_table_get_n_rows (self->table) - 1;
}

/* Zeros are left white: a month without movement reads at a glance. */
static void
add_amount (const Builder *self, PltMoney amount, const char *formula)
{
  PltDocCell *cell
      = plt_doc_table_money (self->table, amount == 0 && formula == NULL ? PLT_UNKNOWN : amount);

  if (formula != NULL)
    plt_doc_cell_formula (cell, formula);
}

static void
add_row (const Builder *self, const PltCashRow *row)
{
  g_autofree char *sum = g_strdup_printf ("=SUM({.,1}:{.,%u})", self->n);

  plt_doc_table_row (self->table, "row.normal");
  plt_doc_cell_ref (plt_doc_table_text (self->table, row_label (row)), row->ref);
  for (guint i = 0; i < self->n; i++)
    add_amount (self, row->amounts[i], NULL);
  add_amount (self, row->total, sum);
}

/* A post whose lines have no date moves nothing. */
static gboolean
moves (const Builder *self, const PltCashRow *row)
{
  for (guint i = 0; i < self->n; i++)
    if (row->amounts[i] != 0)
      return TRUE;
  return FALSE;
}

/* The rows of one direction and their sum. Returns the row of the sum. */
static guint
add_section (const Builder *self, gboolean incoming)
{
  guint first = last_row (self) + 2, last;
  g_autofree char *formula = NULL;

  plt_doc_table_row (self->table, "row.group");
  plt_doc_cell_span (plt_doc_table_text (self->table, incoming ? "Encaissements" : "Décaissements"),
                     self->n + 2);
  for (PltCashKind kind = PLT_CASH_SOURCE; kind <= PLT_CASH_VAT; kind++)
    for (guint i = 0; i < self->cash->rows->len; i++)
      {
        const PltCashRow *row = self->cash->rows->pdata[i];

        if (row->kind == kind && row->incoming == incoming && moves (self, row))
          add_row (self, row);
      }
  last = last_row (self);
  plt_doc_table_row (self->table, "row.total");
  plt_doc_table_text (self->table,
                      incoming ? "Total des encaissements" : "Total des décaissements");
  for (guint i = 0; i <= self->n; i++)
    {
      PltMoney total = incoming ? self->cash->total_in : self->cash->total_out;
      const PltCashMonth *month = i < self->n ? month_at (self, i) : NULL;

      g_free (formula);
      formula = last >= first ? g_strdup_printf ("=SUM({%u,%u}:{%u,%u})", first, i + 1, last, i + 1)
                              : NULL;
      add_amount (self, month == NULL ? total : (incoming ? month->in : month->out), formula);
    }
  return last_row (self);
}

static void
add_balance (const Builder *self, PltMoney amount, const char *formula)
{
  PltDocCell *cell = plt_doc_table_money (self->table, amount);

  if (amount < 0)
    plt_doc_cell_style (cell, "cell.warning");
  plt_doc_cell_formula (cell, formula);
}

static void
add_balances (const Builder *self, guint in, guint out)
{
  plt_doc_table_row (self->table, "row.total");
  plt_doc_table_text (self->table, "Solde du mois");
  for (guint i = 0; i <= self->n; i++)
    {
      g_autofree char *formula = g_strdup_printf ("={%u,%u}-{%u,%u}", in, i + 1, out, i + 1);

      if (i < self->n)
        add_amount (self, month_at (self, i)->net, formula);
      else
        add_amount (self, self->cash->total_in - self->cash->total_out, formula);
    }
  plt_doc_table_row (self->table, "row.grand-total");
  plt_doc_table_text (self->table, "Solde cumulé");
  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *formula
          = i == 0 ? g_strdup ("={-1,1}") : g_strdup_printf ("={.,%u}+{-1,%u}", i, i + 1);

      add_balance (self, month_at (self, i)->balance, formula);
    }
}

static void
add_head (const Builder *self, PltDocument *document)
{
  const PltCashMonth *lowest
      = self->cash->lowest >= 0 ? month_at (self, (guint) self->cash->lowest) : NULL;
  PltMoney final = self->n > 0 ? month_at (self, self->n - 1)->balance : 0;
  PltDocFields *fields = plt_document_fields (document, 5);
  g_autofree char *in = plt_money_format (self->cash->total_in);
  g_autofree char *out = plt_money_format (self->cash->total_out);
  g_autofree char *balance = plt_money_format (final);
  g_autofree char *need
      = plt_money_format (lowest != NULL && lowest->balance < 0 ? -lowest->balance : 0);
  g_autofree char *when = lowest != NULL ? plt_date_format_month (lowest->start) : g_strdup ("");

  plt_doc_fields_add (fields, "Total des encaissements", in, NO_REF);
  plt_doc_fields_add (fields, "Total des décaissements", out, NO_REF);
  plt_doc_fields_add (fields, "Solde final", balance, NO_REF);
  plt_doc_fields_add (fields, "Besoin maximal de trésorerie", need, NO_REF);
  plt_doc_fields_add (fields, "Point bas", when, NO_REF);
  plt_document_space (document, 8);
}

static void
add_undated (const Builder *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Sans date", .id = "libelle", .weight = 3, .min = 160, .sheet_chars = 44 },
    { .title = "Sens", .id = "sens", .width = 90 },
    { .title = "Montant hors taxes €", .id = "montant", .width = 110 },
    { .title = "Ce qui manque", .id = "manque", .weight = 2, .min = 120, .sheet_chars = 44 },
  };
  guint n = self->cash->undated->len;
  g_autofree char *warning = g_strdup_printf (
      "%u mouvement%s sans date : hors du tableau et de la courbe.", n, n > 1 ? "s" : "");
  PltDocTable *table;

  if (n == 0)
    return;
  plt_document_space (document, 8);
  plt_document_paragraph (document, "text.warning", warning, NO_REF);
  table = plt_document_table (document, "Sans date", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_style (table, "table.ledger");
  for (guint i = 0; i < n; i++)
    {
      const PltCashRow *row = self->cash->undated->pdata[i];
      g_autofree char *label = row->kind == PLT_CASH_CONTRIBUTIONS
                                   ? g_strdup_printf ("%s (charges sociales)", row->label)
                                   : g_strdup (row->label);

      plt_doc_table_row (table, "row.normal");
      plt_doc_cell_ref (plt_doc_table_text (table, label), row->ref);
      plt_doc_table_text (table, row->incoming ? "encaissement" : "décaissement");
      plt_doc_table_money (table, row->total);
      plt_doc_table_text (table, g_strcmp0 (row->ref.column, "phase") == 0
                                     ? "les dates du plan de travail"
                                     : "la date de son événement");
    }
}

static void
add_legend (PltDocument *document)
{
  plt_document_space (document, 6);
  plt_document_paragraph (
      document, "text.note",
      "Hypothèses. Montants toutes taxes comprises, au mois du paiement. Encaissements : échéances "
      "des sources en numéraire non refusées, à la date de leur événement. Décaissements : lignes "
      "du devis payées en numéraire, à leur événement ou réparties sur les mois de leur phase ; "
      "charges sociales le mois suivant ; frais généraux répartis sur toute la fabrication, "
      "imprévus sur le tournage. La TVA collectée moins la TVA payée est reversée le mois suivant, "
      "un crédit de TVA est reporté. Un mouvement réel remplace l’échéance qu’il nomme. Apports en "
      "nature et participations ne passent pas par la trésorerie.",
      NO_REF);
}

static void
builder_clear (Builder *self)
{
  g_clear_pointer (&self->cash, plt_cash_free);
  plt_paper_close (&self->source);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (Builder) builder = { .n = 0 };
  PltDocument *document;
  guint in;

  if (!plt_paper_open (&builder.source, store, params, error))
    return NULL;
  builder.cash = plt_cash_new (builder.source.facts, builder.source.plan, builder.source.budget);
  builder.n = builder.cash->months->len;
  document = plt_paper_new (&builder.source, "Plan de trésorerie", "Prévision par mois", NULL,
                            builder.n > MAX_A4 ? PLT_PAPER_A3 : PLT_PAPER_A4, PLT_LANDSCAPE);
  if (builder.n == 0)
    plt_document_paragraph (document, "text.note",
                            "Rien n’est encore daté : donnez un événement aux échéances du plan de "
                            "financement et des dates au plan de travail.",
                            NO_REF);
  else
    {
      add_head (&builder, document);
      add_chart (&builder, document);
      add_table (&builder, document);
      in = add_section (&builder, TRUE);
      add_balances (&builder, in, add_section (&builder, FALSE));
    }
  add_undated (&builder, document);
  add_legend (document);
  return document;
}

const PltDocumentKind plt_document_tresorerie = {
  .id = "tresorerie",
  .title = "Plan de trésorerie",
  .phase = "developpement",
  .build = build,
};
