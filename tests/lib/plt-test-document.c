#include "plt-test-document.h"

#include "plt-facts.h"

static const PltRef nowhere = { NULL, 0, NULL };

typedef struct
{
  const char *code;
  const char *label;
  gint64 quantity; /* thousandths */
  gint64 duration; /* thousandths */
  const char *unit;
  PltMoney rate;
  gint64 employer_e6;
  PltMoney total; /* worked out by hand */
} Line;

typedef struct
{
  const char *code;
  const char *name;
  PltMoney total;
  Line lines[3];
} Account;

static const Account accounts[] = {
  { "1",
    "Droits artistiques",
    400000,
    {
        { "11-01", "Auteur-réalisatrice, cession", 1000, 1000, "forfait", 400000, 0, 400000 },
    } },
  { "2",
    "Personnel",
    927742,
    {
        /* 2 × 5 × 187,35 = 1 873,50; + 65,5 % = 3 100,64 (1 227,1425 rounds to 1 227,14) */
        { "23-01", "Électriciens", 2000, 5000, "jour", 18735, 655000, 310064 },
        /* 1 × 12,5 × 250,05 = 3 125,625 → 3 125,63; + 65,5 % (2 047,28765 → 2 047,29) */
        { "21-04", "Première assistante", 1000, 12500, "jour", 25005, 655000, 517292 },
        /* 3 × 3 × 111,54, no charges */
        { "22-02", "Figurants", 3000, 3000, "jour", 11154, 0, 100386 },
    } },
  { "3",
    "=Décors & costumes",
    -12550,
    {
        { "31-09", "Reprise d'accessoires", 1000, 1000, "forfait", -12550, 0, -12550 },
    } },
};

static const PltDocColumn detail_columns[] = {
  { "Code", "code", 48, 0, 0, 0 },       { "Libellé", "libelle", 0, 3, 90, 34 },
  { "Nb", "nb", 0, 0, 30, 0 },           { "Durée", "duree", 0, 0, 36, 0 },
  { "Unité", "unite", 0, 1, 36, 0 },     { "Tarif (€)", "tarif", 0, 0, 60, 0 },
  { "Charges", "charges", 0, 0, 48, 0 }, { "Total (€)", "total", 0, 0, 72, 0 },
};

static void
add_line (PltDocTable *table, const Line *line, gint64 id)
{
  plt_doc_table_row (table, "row.normal");
  plt_doc_cell_ref (plt_doc_table_text (table, line->code), (PltRef){ "budget_line", id, "code" });
  plt_doc_table_text (table, line->label);
  plt_doc_table_number (table, line->quantity, 3);
  plt_doc_table_number (table, line->duration, 3);
  plt_doc_table_text (table, line->unit);
  plt_doc_table_money (table, line->rate);
  plt_doc_table_rate (table, line->employer_e6);
  PltDocCell *total = plt_doc_table_money (table, line->total);
  plt_doc_cell_formula (total, "=ROUND({.,2}*{.,3}*{.,5},2)"
                               "+ROUND(ROUND({.,2}*{.,3}*{.,5},2)*{.,6},2)");
}

/* Fills `total_rows` with the row of each account in the table. */
static void
add_detail (PltDocument *document, guint *total_rows)
{
  PltDocTable *table
      = plt_document_table (document, "Détail", detail_columns, G_N_ELEMENTS (detail_columns));
  plt_doc_table_set_style (table, "table.ledger");
  plt_doc_table_set_frozen_columns (table, 2);

  gint64 id = 100;
  g_autoptr (GString) sum = g_string_new ("=");
  for (gsize i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      const Account *account = &accounts[i];
      plt_doc_table_row (table, "row.group");
      plt_doc_table_keep_with_next (table);
      plt_doc_table_text (table, account->code);
      plt_doc_cell_span (plt_doc_table_text (table, account->name), 6);
      total_rows[i] = plt_doc_table_get_n_rows (table) - 1;

      guint n = 0;
      while (n < G_N_ELEMENTS (account->lines) && account->lines[n].code != NULL)
        n++;
      g_autofree char *formula
          = g_strdup_printf ("=SUM({%u,7}:{%u,7})", total_rows[i] + 1, total_rows[i] + n);
      plt_doc_cell_formula (plt_doc_table_money (table, account->total), formula);
      for (guint j = 0; j < n; j++)
        add_line (table, &account->lines[j], id++);
      g_string_append_printf (sum, "%s{%u,7}", i > 0 ? "+" : "", total_rows[i]);
    }

  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, "Total"), 7);
  plt_doc_cell_formula (plt_doc_table_money (table, 1315192), sum->str);
  plt_doc_table_row (table, "row.normal");
  plt_doc_table_empty (table);
  plt_doc_cell_span (plt_doc_table_text (table, "Imprévus"), 5);
  plt_doc_table_rate (table, 100000);
  plt_doc_cell_formula (plt_doc_table_money (table, 131519), "=ROUND({-1,7}*{.,6},2)");
  plt_doc_table_row (table, "row.grand-total");
  plt_doc_cell_span (plt_doc_table_text (table, "Total général"), 7);
  plt_doc_cell_formula (plt_doc_table_money (table, 1446711), "={-1,7}+{-2,7}");
  plt_doc_table_row (table, "row.note");
  plt_doc_cell_span (
      plt_doc_table_text (table, "Tarifs de la convention ; un tarif inconnu reste vide."), 8);
  plt_doc_table_row (table, "row.muted");
  plt_doc_table_text (table, "99-01");
  plt_doc_table_text (table, "Tarif non vérifié");
  plt_doc_table_number (table, 1000, 3);
  plt_doc_table_number (table, PLT_UNKNOWN, 3);
  plt_doc_table_text (table, "jour");
  plt_doc_table_money (table, PLT_UNKNOWN);
  plt_doc_table_rate (table, PLT_UNKNOWN);
  plt_doc_cell_formula (plt_doc_table_money (table, PLT_UNKNOWN), "={.,2}*{.,5}");
}

static void
add_summary (PltDocument *document, const guint *total_rows)
{
  static const PltDocColumn columns[] = {
    { "Poste", "poste", 0, 2, 0, 0 },
    { "Montant (€)", "montant", 0, 1, 0, 0 },
    { "Part", "part", 0, 1, 0, 0 },
    { "Remarque", NULL, 0, 1, 0, 0 },
  };
  static const gint64 shares_e6[] = { 304138, 705404, -9542 };

  plt_document_heading (document, 2, "Récapitulatif", nowhere);
  PltDocTable *table
      = plt_document_table (document, "Récapitulatif", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, accounts[i].name);
      g_autofree char *link = g_strdup_printf ("={Détail:%u,7}", total_rows[i]);
      plt_doc_cell_formula (plt_doc_table_money (table, accounts[i].total), link);
      plt_doc_cell_formula (plt_doc_table_rate (table, shares_e6[i]), "=ROUND({.,1}/{4,1},6)");
      PltDocCell *remark = plt_doc_table_text (table, accounts[i].total < 0 ? "à revoir" : "{ok}");
      plt_doc_cell_formula (remark, "=IF({.,1}<0,\"à revoir\",\"{ok}\")");
    }
  plt_doc_table_row (table, "row.grand-total");
  plt_doc_table_text (table, "Total");
  plt_doc_cell_formula (plt_doc_table_money (table, 1315192), "=SUM({Détail:1,7}:{Détail:8,7})/2");
  plt_doc_cell_formula (plt_doc_table_rate (table, 1000000), "=SUM({1,2}:{3,2})");
  plt_doc_table_empty (table);
}

static void
add_days (PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { "J", NULL, 24, 0, 0, 0 },          { "Date", "date", 60, 0, 0, 0 },
    { "PAT", "pat", 40, 0, 0, 0 },       { "Fin", "fin", 40, 0, 0, 0 },
    { "Min.", "minutage", 40, 0, 0, 0 }, { "Pages", "pages", 40, 0, 0, 0 },
    { "Effet", "effet", 40, 0, 0, 0 },   { "Nora", "nora", 20, 0, 0, 0 },
    { NULL, NULL, 0, 1, 60, 0 },
  };
  static const struct
  {
    const char *style;
    const char *code;
    gint64 pat, end, seconds, eighths;
  } days[] = {
    { "effect.int-day", "I/J", 540, 1140, 80, 10 },
    { "effect.ext-day", "E/J", 480, 1110, 3725, 3 },
    { "effect.int-night", "I/N", 1020, 1620, 45, 16 },
    { "effect.ext-night", "E/N", 1080, 1680, 600, 25 },
    { "effect.dawn", "E/A", 300, 720, 30, 1 },
    { "effect.dusk", "E/C", 960, 1290, 0, 8 },
  };

  plt_document_heading (document, 2, "Journées", (PltRef){ "schedule", 3, NULL });
  PltDocTable *table = plt_document_table (document, "Journées", columns, G_N_ELEMENTS (columns));
  plt_doc_table_row (table, "row.header");
  plt_doc_cell_span (plt_doc_table_text (table, "tournage"), 2);
  plt_doc_cell_style (plt_doc_table_text (table, "départ"), "cell.vertical");
  plt_doc_table_set_header_rows (table, 2);

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      plt_doc_table_row (table, i == 3 ? "row.subgroup" : "row.normal");
      plt_doc_table_number (table, (gint64) i + 1, 0);
      plt_doc_table_date (table, plt_date_from_ymd (2026, 5, 11) + (PltDate) i);
      plt_doc_table_clock (table, days[i].pat);
      plt_doc_cell_style (plt_doc_table_clock (table, days[i].end), "cell.strong");
      plt_doc_table_seconds (table, days[i].seconds);
      plt_doc_table_eighths (table, days[i].eighths);
      plt_doc_cell_style (plt_doc_table_text (table, days[i].code), days[i].style);
      plt_doc_cell_style (plt_doc_table_text (table, i % 2 == 0 ? "T" : ""),
                          i % 2 == 0 ? "cell.mark" : "cell.normal");
      if (i == 1)
        plt_doc_cell_style (plt_doc_table_text (table, "-10 °C annoncés,\nprévoir des capes"),
                            "cell.warning");
    }
  plt_doc_table_row (table, "row.total");
  plt_doc_table_empty (table);
  plt_doc_table_date (table, PLT_DATE_NONE);
  plt_doc_table_clock (table, PLT_UNKNOWN);
  plt_doc_table_empty (table);
  plt_doc_cell_formula (plt_doc_table_seconds (table, 4480), "=SUM({2,4}:{7,4})");
  plt_doc_cell_formula (plt_doc_table_eighths (table, 63), "=SUM({2,5}:{7,5})");
}

PltDocument *
plt_test_document_new (void)
{
  PltDocInfo info = { .title = "Devis",
                      .production = "La Passe",
                      .subtitle = "Version 3, annule et remplace",
                      .company = "Les Films du Môle & Cie",
                      .version = "v3",
                      .date = plt_date_from_ymd (2026, 11, 18),
                      .paper = PLT_PAPER_A4,
                      .orientation = PLT_LANDSCAPE };
  PltDocument *document = plt_document_new (&info);

  plt_document_heading (document, 1, "Devis détaillé", nowhere);
  plt_document_runs (document, "text.normal", "run.normal", "Établi pour ", "run.bold", "5 jours",
                     "run.normal", " de tournage, hors ", "run.italic", "options", "run.warning",
                     " (à confirmer).", NULL);
  PltDocFields *fields = plt_document_fields (document, 3);
  plt_doc_fields_add (fields, "Réalisation", "Inès Kerbrat",
                      (PltRef){ "production", 1, "director" });
  plt_doc_fields_add (fields, "Format", "court métrage", nowhere);
  plt_doc_fields_add (fields, "Durée", "18 min", nowhere);
  plt_doc_fields_add (fields, "Convention", "", nowhere);
  plt_document_space (document, 6);

  guint total_rows[G_N_ELEMENTS (accounts)];
  add_detail (document, total_rows);
  plt_document_page_break (document);
  add_summary (document, total_rows);
  add_days (document);

  PltDrawing *drawing = plt_document_drawing (document, "chart.treasury", 0, 120.5,
                                              "Solde par mois : plus bas en mai, −1 200,00 €");
  plt_drawing_add (drawing, "avr.", "", 250000, 0, 0, 0);
  plt_drawing_add (drawing, "mai", "point bas", -120000, 1, 0, 0);
  plt_document_paragraph (document, "text.warning",
                          "Document provisoire : deux tarifs restent à vérifier.", nowhere);
  return document;
}

PltDocument *
plt_test_document_list_new (guint n)
{
  static const PltDocColumn columns[] = {
    { "N°", "numero", 30, 0, 0, 0 },
    { "Libellé", "libelle", 0, 1, 0, 0 },
    { "Montant (€)", "montant", 60, 0, 0, 0 },
    { "Double (€)", "double", 60, 0, 0, 0 },
  };
  PltDocInfo info
      = { .title = "Liste", .production = "La Passe", .date = plt_date_from_ymd (2026, 1, 5) };
  PltDocument *document = plt_document_new (&info);
  PltDocTable *table = plt_document_table (document, "Liste", columns, G_N_ELEMENTS (columns));
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *label = g_strdup_printf ("ligne %u", i);
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_number (table, i, 0);
      plt_doc_table_text (table, label);
      plt_doc_table_money (table, (PltMoney) i * 101);
      plt_doc_cell_formula (plt_doc_table_money (table, (PltMoney) i * 202), "={.,2}*2");
    }
  return document;
}
