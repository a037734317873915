#include "samples.h"

#include "plt-styles.h"

const Sample samples[] = {
  { "call-sheet", sample_call_sheet }, { "planche", sample_planche },
  { "budget", sample_budget },         { "cash", sample_cash },
  { "screenplay", sample_screenplay }, { "everything", sample_everything },
  { "planche-a4", sample_planche_a4 }, { "gantt", sample_gantt },
  { "empty", sample_empty },           { NULL, NULL },
};

PltRef
sample_ref (const char *table, gint64 id, const char *column)
{
  return (PltRef){ table, id, column };
}

static PltDocument *
new_document (const char *title, const char *subtitle, PltPaper paper, PltOrientation orientation)
{
  PltDocInfo info = { .title = title,
                      .production = "La Passe",
                      .subtitle = subtitle,
                      .company = "Les Films du Gué",
                      .version = "v3",
                      .date = plt_date_from_ymd (2026, 5, 11),
                      .paper = paper,
                      .orientation = orientation };
  return plt_document_new (&info);
}

PltDocument *
sample_document (const char *title)
{
  return new_document (title, NULL, PLT_PAPER_A4, PLT_PORTRAIT);
}

PltDocument *
sample_empty (void)
{
  PltDocInfo info = { .title = "Rien", .date = PLT_DATE_NONE };
  return plt_document_new (&info);
}

/* ---- feuille de service ---- */

static void
call_sheet_sequences (PltDocument *doc)
{
  static const PltDocColumn columns[] = {
    { "Séq.", NULL, 28 },     { "Effet", NULL, 30 },       { "Décor", NULL, 0, 3, 60 },
    { "Résumé", NULL, 0, 5 }, { "Rôles", NULL, 0, 1, 40 }, { "Min.", NULL, 30 },
    { "Pages", NULL, 32 },
  };
  static const struct
  {
    const char *number, *code, *style, *set, *action, *roles;
    int seconds, eighths;
  } rows[] = {
    { "4", "I/J", "effect.int-day", "Café du port / salle",
      "Nora cherche le passeur. Personne ne veut répondre, sauf le vieux Marek.", "1, 2, 5", 95,
      12 },
    { "7", "E/J", "effect.ext-day", "Quai nord", "Le chien de Marek retrouve la barque vide.",
      "2, 6", 40, 4 },
    { "9A", "E/S", "effect.dusk", "Quai nord",
      "Nora attend. La voiture de Vidal passe deux fois, lentement, phares éteints.", "1, 3", 60,
      6 },
    { "12", "E/N", "effect.ext-night", "Route de la digue",
      "Vidal perd le contrôle de la voiture. Cascade.", "3, D1", 75, 9 },
    { "13", "I/N", "effect.int-night", "Voiture de Vidal",
      "Le téléphone sonne dans la boîte à gants.", "3", 20, 2 },
  };
  PltDocTable *table = plt_document_table (doc, "Séquences", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      plt_doc_table_row (table, "row.normal");
      plt_doc_cell_ref (plt_doc_table_text (table, rows[i].number),
                        sample_ref ("sequence", i + 1, "number"));
      plt_doc_cell_style (plt_doc_table_text (table, rows[i].code), rows[i].style);
      plt_doc_table_text (table, rows[i].set);
      plt_doc_table_text (table, rows[i].action);
      plt_doc_table_text (table, rows[i].roles);
      plt_doc_table_seconds (table, rows[i].seconds);
      plt_doc_table_eighths (table, rows[i].eighths);
    }
  plt_doc_table_row (table, "row.total");
  PltDocCell *cell = plt_doc_table_text (table, "Total du jour : 5 séquences, 1 déplacement");
  plt_doc_cell_span (cell, 5);
  plt_doc_table_seconds (table, 290);
  plt_doc_table_eighths (table, 33);
}

static void
call_sheet_people (PltDocument *doc)
{
  static const PltDocColumn columns[] = {
    { "N°", NULL, 20 },
    { "Rôle", NULL, 0, 2 },
    { "Comédien", NULL, 0, 3 },
    { "Séq.", NULL, 0, 2 },
    { "Prise en charge", NULL, 0, 3 },
    { "Arrivée", NULL, 38 },
    { "H", NULL, 34 },
    { "M", NULL, 34 },
    { "C", NULL, 34 },
    { "PAT", NULL, 36 },
  };
  static const struct
  {
    int number;
    const char *role, *actor, *sequences, *pickup;
    int arrival, dress, makeup, hair, ready;
  } rows[] = {
    { 1, "Nora", "Inès Carbonnel", "4, 9A", "7h40, 12 rue des Tanneurs, Dieppe", 480, 480, 495, 525,
      570 },
    { 2, "Marek", "Bogdan Wilczek", "4, 7", "par ses moyens", 510, 510, 525, 540, 570 },
    { 3, "Vidal", "Simon Haudecœur", "9A, 12, 13", "15h30, gare", 960, 960, 975, 990, 1020 },
    { 5, "Lili (12 ans)", "Jeanne Rault", "4", "avec sa mère", 540, 540, 550, 555, 570 },
  };
  PltDocTable *table = plt_document_table (doc, "Comédiens", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_number (table, rows[i].number, 0);
      plt_doc_table_text (table, rows[i].role);
      plt_doc_cell_ref (plt_doc_table_text (table, rows[i].actor),
                        sample_ref ("person", i + 1, "name"));
      plt_doc_table_text (table, rows[i].sequences);
      PltDocCell *pickup = plt_doc_table_text (table, rows[i].pickup);
      plt_doc_cell_style (pickup, "cell.small");
      plt_doc_table_clock (table, rows[i].arrival);
      plt_doc_table_clock (table, rows[i].dress);
      plt_doc_table_clock (table, rows[i].makeup);
      plt_doc_table_clock (table, rows[i].hair);
      PltDocCell *ready = plt_doc_table_clock (table, rows[i].ready);
      plt_doc_cell_style (ready, i == 3 ? "cell.warning" : "cell.strong");
    }
  plt_doc_table_row (table, "row.note");
  plt_doc_cell_span (
      plt_doc_table_text (table, "Lili : mineure de 16 ans, présence limitée, responsable enfants "
                                 "sur le plateau de 9h00 à 13h00."),
      10);
}

PltDocument *
sample_call_sheet (void)
{
  PltDocument *doc = new_document ("Feuille de service n° 3",
                                   "Mardi 12 mai 2026 · jour 3 sur 5 · annule et remplace la v2",
                                   PLT_PAPER_A4, PLT_PORTRAIT);
  PltDocFields *fields = plt_document_fields (doc, 4);
  plt_doc_fields_add (fields, "Horaires", "9h00 – 19h00, journée mixte",
                      sample_ref ("shooting_day", 3, "hours"));
  plt_doc_fields_add (fields, "PAT", "9h30", sample_ref ("shooting_day", 3, "ready"));
  plt_doc_fields_add (fields, "Repas", "13h00 – 14h00, cantine", NO_REF);
  plt_doc_fields_add (fields, "Soleil", "6h12 – 21h15", NO_REF);
  plt_doc_fields_add (fields, "Réalisation", "Maud Kerleguer", NO_REF);
  plt_doc_fields_add (fields, "1er assistant", "Théo Brasseur", NO_REF);
  plt_doc_fields_add (fields, "Direction de production", "Aïcha Benmoussa", NO_REF);
  plt_doc_fields_add (fields, "Météo", "", NO_REF);
  plt_doc_fields_add (
      fields, "Lieu",
      "Café du Port, 3 quai Henri-IV, 76200 Dieppe · parking technique : cale sèche", NO_REF);
  plt_doc_fields_add (fields, "Hôpital", "CH de Dieppe, avenue Pasteur, urgences à 6 min", NO_REF);

  plt_document_paragraph (doc, "text.warning",
                          "Cascade en voiture séquence 12, à partir de 21h30 : briefing sécurité "
                          "obligatoire à 21h00 devant la régie. Route fermée par arrêté.",
                          NO_REF);
  plt_document_heading (doc, 2, "Séquences", NO_REF);
  call_sheet_sequences (doc);
  plt_document_heading (doc, 2, "Comédiens", NO_REF);
  call_sheet_people (doc);
  plt_document_heading (doc, 2, "Besoins par département", NO_REF);
  plt_document_runs (doc, "text.normal", "run.bold", "Image  ", "run.normal",
                     "2e caméra séq. 12, drone non confirmé. ", "run.bold", "Machinerie  ",
                     "run.normal", "voiture travelling. ", "run.warning",
                     "Son : pas de HF séquence 7.", NULL);
  plt_document_runs (doc, "text.normal", "run.bold", "Régie  ", "run.normal",
                     "eau et café toute la journée, 34 repas dont 5 végétariens. ", "run.muted",
                     "Groupe électrogène livré la veille.", NULL);
  plt_document_paragraph (
      doc, "text.note",
      "15 SAMU · 17 police · 18 pompiers · 112 · 114 par SMS. Référente VHSS : Claire Nadal.",
      NO_REF);
  PltDocFields *signatures = plt_document_fields (doc, 2);
  plt_doc_fields_add (signatures, "Le 1er assistant", "\n\n", NO_REF);
  plt_doc_fields_add (signatures, "La direction de production", "\n\n", NO_REF);
  return doc;
}

/* ---- plan de travail ---- */

#define PLANCHE_DAYS 44
#define PLANCHE_FROZEN 2

static const char *const planche_effects[][2] = {
  { "I/J", "effect.int-day" },   { "E/J", "effect.ext-day" }, { "I/N", "effect.int-night" },
  { "E/N", "effect.ext-night" }, { "AUBE", "effect.dawn" },   { "CRÉP.", "effect.dusk" },
};

static const char *const planche_sets[] = {
  "Café du port",      "Quai nord", "Maison de Nora / cuisine",
  "Route de la digue", "Barque",    "Commissariat / bureau de Vidal",
};

static void
planche_label (PltDocTable *table, const char *row_style, const char *number, const char *label)
{
  plt_doc_table_row (table, row_style);
  plt_doc_cell_style (plt_doc_table_text (table, number), "cell.center");
  plt_doc_table_text (table, label);
}

static void
planche_head (PltDocTable *table)
{
  planche_label (table, "row.header", "", "Jour");
  for (int day = 0; day < PLANCHE_DAYS; day++)
    {
      g_autofree char *text = g_strdup_printf ("J%d", day + 1);
      plt_doc_cell_style (plt_doc_table_text (table, text), "cell.center");
    }
  planche_label (table, "row.header", "", "Date");
  for (int day = 0; day < PLANCHE_DAYS; day++)
    {
      g_autofree char *text
          = plt_date_format_short (plt_date_from_ymd (2026, 5, 11) + day + day / 5 * 2);
      plt_doc_cell_style (plt_doc_table_text (table, text), "cell.center");
    }
  planche_label (table, "row.normal", "", "Décor");
  for (int day = 0; day < PLANCHE_DAYS; day++)
    plt_doc_cell_style (plt_doc_table_text (table, planche_sets[day * 7 / 5 % 6]), "cell.vertical");
  planche_label (table, "row.normal", "", "Effet");
  for (int day = 0; day < PLANCHE_DAYS; day++)
    plt_doc_cell_style (plt_doc_table_text (table, planche_effects[day * 5 % 6][0]),
                        planche_effects[day * 5 % 6][1]);
  planche_label (table, "row.normal", "", "Séquences");
  for (int day = 0; day < PLANCHE_DAYS; day++)
    {
      g_autofree char *text
          = g_strdup_printf ("%d\n%d\n%dA", day * 3 + 1, day * 3 + 2, day * 3 + 2);
      PltDocCell *cell = plt_doc_table_text (table, text);
      plt_doc_cell_style (cell, "cell.center");
      plt_doc_cell_ref (cell, sample_ref ("shooting_day", day + 1, NULL));
    }
  planche_label (table, "row.normal", "", "Minutage");
  for (int day = 0; day < PLANCHE_DAYS; day++)
    plt_doc_table_seconds (table, 150 + day * 37 % 120);
}

static PltDocument *
planche_on (PltPaper paper)
{
  static const char *const roles[]
      = { "Nora",     "Marek",        "Vidal", "La patronne du café", "Lili",
          "Le chien", "Le brigadier", "Ahmed", "La voisine" };
  PltDocument *doc
      = new_document ("Plan de travail", "Version 3, annule et remplace la version 2 du 27 avril",
                      paper, PLT_LANDSCAPE);
  PltDocColumn columns[PLANCHE_FROZEN + PLANCHE_DAYS]
      = { { NULL, "number", 20 }, { NULL, "label", 92 } };
  for (guint i = 0; i < PLANCHE_DAYS; i++)
    columns[PLANCHE_FROZEN + i] = (PltDocColumn){ NULL, "day", 0, 1, 26 };
  PltDocTable *table = plt_document_table (doc, "Plan", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_frozen_columns (table, PLANCHE_FROZEN);
  plt_doc_table_set_header_rows (table, 2);
  planche_head (table);

  plt_doc_table_row (table, "row.group");
  plt_doc_cell_span (plt_doc_table_text (table, "Rôles"), PLANCHE_FROZEN + PLANCHE_DAYS);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      planche_label (table, "row.normal", number, roles[i]);
      for (guint day = 0; day < PLANCHE_DAYS; day++)
        if ((day + i * 3) % (i + 2) < 2)
          {
            g_autofree char *text
                = day % 3 == 0 ? g_strdup_printf ("%u", day * 3 + 1) : g_strdup ("");
            plt_doc_cell_style (plt_doc_table_text (table, text), "cell.mark");
          }
        else
          plt_doc_table_empty (table);
    }
  plt_doc_table_row (table, "row.group");
  plt_doc_cell_span (plt_doc_table_text (table, "Moyens"), PLANCHE_FROZEN + PLANCHE_DAYS);
  planche_label (table, "row.normal", "", "Figuration");
  for (int day = 0; day < PLANCHE_DAYS; day++)
    plt_doc_table_number (table, day * 7 % 12, 0);
  planche_label (table, "row.normal", "", "Cascade");
  for (int day = 0; day < PLANCHE_DAYS; day++)
    if (day == 7)
      plt_doc_cell_style (plt_doc_table_text (table, "X"), "cell.warning");
    else
      plt_doc_table_empty (table);
  plt_document_paragraph (
      doc, "text.note",
      "I/J intérieur jour · E/J extérieur jour · I/N intérieur nuit · E/N extérieur nuit", NO_REF);
  return doc;
}

PltDocument *
sample_planche (void)
{
  return planche_on (PLT_PAPER_A3);
}

PltDocument *
sample_planche_a4 (void)
{
  return planche_on (PLT_PAPER_A4);
}

/* ---- devis ---- */

static void
budget_line (PltDocTable *table,
             const char *code,
             const char *label,
             gint64 quantity,
             gint64 duration,
             const char *unit,
             PltMoney rate,
             PltMoney total)
{
  plt_doc_table_row (table, "row.normal");
  plt_doc_table_text (table, code);
  plt_doc_table_text (table, label);
  plt_doc_table_number (table, quantity, 2);
  plt_doc_table_number (table, duration, 2);
  plt_doc_table_text (table, unit);
  plt_doc_table_money (table, rate);
  plt_doc_table_rate (table, code[0] == '2' ? 623500 : 0);
  plt_doc_table_money (table, total);
}

PltDocument *
sample_budget (void)
{
  static const PltDocColumn columns[] = {
    { "Code", "code", 38 },         { "Libellé", "label", 0, 6, 90 },
    { "Nombre", "number", 0, 1 },   { "Durée", "duration", 0, 1 },
    { "Unité", "unit", 42 },        { "Tarif (€)", "rate", 0, 1.6 },
    { "Charges", "charges", 0, 1 }, { "Total (€)", "total", 0, 2 },
  };
  static const char *const posts[] = { "Droits artistiques",  "Personnel",
                                       "Interprétation",      "Charges sociales",
                                       "Décors et costumes",  "Transports, défraiements, régie",
                                       "Moyens techniques",   "Pellicule et laboratoires",
                                       "Assurances et divers" };
  PltDocument *doc
      = new_document ("Devis détaillé", "Court métrage, 18 minutes, 5 jours de tournage",
                      PLT_PAPER_A4, PLT_PORTRAIT);
  plt_document_heading (doc, 1, "Détail", NO_REF);
  PltDocTable *table = plt_document_table (doc, "Détail", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_style (table, "table.ledger");
  PltMoney whole = 0;
  for (guint post = 0; post < G_N_ELEMENTS (posts); post++)
    {
      PltMoney sum = 0;
      g_autofree char *number = g_strdup_printf ("%u", post + 1);
      plt_doc_table_row (table, "row.group");
      plt_doc_table_text (table, number);
      plt_doc_cell_span (plt_doc_table_text (table, posts[post]), 7);
      plt_doc_table_row (table, "row.subgroup");
      g_autofree char *sub = g_strdup_printf ("%u1", post + 1);
      plt_doc_table_text (table, sub);
      plt_doc_cell_span (plt_doc_table_text (table, "Équipe réduite"), 7);
      for (guint i = 0; i < 4 + post * 5 % 7; i++)
        {
          g_autofree char *code = g_strdup_printf ("%u1-%02u", post + 1, i + 1);
          g_autofree char *label = i == 2
                                       ? g_strdup ("Assistante à la mise en scène, préparation et "
                                                   "tournage, y compris repérages et essais")
                                       : g_strdup_printf ("Ligne %u du poste %u", i + 1, post + 1);
          PltMoney rate = 12345 + post * 100000 + i * 7950;
          PltMoney total = rate * (i + 1) * 5 / 2;
          budget_line (table, code, label, (i + 1) * 100, i % 2 ? 250 : 300,
                       i % 2 ? "semaine" : "forfait", rate, total);
          sum += total;
        }
      plt_doc_table_row (table, "row.total");
      plt_doc_cell_span (plt_doc_table_text (table, "Total du poste"), 7);
      plt_doc_table_money (table, sum);
      whole += sum;
    }
  plt_doc_table_row (table, "row.normal");
  plt_doc_cell_span (plt_doc_table_text (table, "Frais généraux"), 6);
  plt_doc_table_rate (table, 70000);
  plt_doc_table_money (table, whole * 7 / 100);
  plt_doc_table_row (table, "row.grand-total");
  plt_doc_cell_span (plt_doc_table_text (table, "Total hors taxes"), 7);
  plt_doc_table_money (table, whole + whole * 7 / 100);
  return doc;
}

/* ---- trésorerie ---- */

PltDocument *
sample_cash (void)
{
  static const struct
  {
    const char *month;
    int in, out;
  } months[] = {
    { "janv.", 50000, 20000 }, { "févr.", 0, 18000 },     { "mars", 132000, 49000 },
    { "avr.", 0, 155000 },     { "mai", 105000, 206100 }, { "juin", 334000, 223800 },
    { "juil.", 0, 153900 },    { "août", 198000, 84600 }, { "sept.", 0, 69000 },
    { "oct.", 0, 43500 },      { "nov.", 141000, 26800 }, { "déc.", 100000, 10660 },
  };
  static const PltDocColumn columns[] = {
    { "Mois", NULL, 0, 2 },
    { "Encaissements (€)", NULL, 0, 1 },
    { "Décaissements (€)", NULL, 0, 1 },
    { "Solde (€)", NULL, 0, 1 },
    { "Cumul (€)", NULL, 0, 1 },
  };
  PltDocument *doc = new_document ("Plan de trésorerie", NULL, PLT_PAPER_A4, PLT_LANDSCAPE);
  plt_document_heading (doc, 2, "Solde", NO_REF);
  PltDrawing *course = plt_document_drawing (
      doc, "chart.treasury", 0, 150, "Courbe du solde cumulé : point bas de 204 800 € en juillet");
  plt_document_heading (doc, 2, "Mouvements", NO_REF);
  PltDrawing *bars
      = plt_document_drawing (doc, "chart.bars", 0, 120, "Encaissements et décaissements par mois");
  plt_document_page_break (doc);
  plt_document_heading (doc, 2, "Par mois", NO_REF);
  PltDocTable *table = plt_document_table (doc, "Mois", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_style (table, "table.ledger");
  gint64 balance = 0;
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      gint64 in = months[i].in * G_GINT64_CONSTANT (100);
      gint64 out = months[i].out * G_GINT64_CONSTANT (100);
      balance += in - out;
      plt_drawing_add (course, months[i].month,
                       balance == -20480000 ? "Point bas : −204 800 € · juil." : NULL, in, out,
                       balance, balance);
      plt_drawing_add (bars, months[i].month, NULL, in, out, 0, 0);
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, months[i].month);
      plt_doc_table_money (table, in);
      plt_doc_table_money (table, out);
      plt_doc_table_money (table, in - out);
      plt_doc_cell_style (plt_doc_table_money (table, balance),
                          balance < 0 ? "cell.warning" : "cell.normal");
    }
  plt_doc_table_row (table, "row.grand-total");
  plt_doc_table_text (table, "Année");
  plt_doc_table_money (table, 106000000);
  plt_doc_table_money (table, 106036000);
  plt_doc_table_money (table, -36000);
  plt_doc_table_empty (table);
  plt_document_heading (doc, 2, "Financement", NO_REF);
  PltDrawing *share = plt_document_drawing (doc, "chart.share", 0, 80, "Parts des financements");
  plt_drawing_add (share, "Préachat de la chaîne", NULL, 60000000, 0, 0, 0);
  plt_drawing_add (share, "Aide sélective", NULL, 15000000, 0, 0, 0);
  plt_drawing_add (share, "Région", NULL, 10000000, 0, 0, 0);
  plt_drawing_add (share, "Crédit d'impôt", NULL, 10000000, 0, 0, 0);
  plt_drawing_add (share, "Apport du producteur", NULL, 5000000, 0, 0, 0);
  return doc;
}

/* ---- scénario ---- */

PltDocument *
sample_screenplay (void)
{
  PltDocument *doc = new_document ("Scénario", "Quatrième version", PLT_PAPER_A4, PLT_PORTRAIT);
  for (int i = 1; i <= 9; i++)
    {
      g_autofree char *heading = g_strdup_printf ("%d. INT. CAFÉ DU PORT / SALLE – JOUR", i);
      plt_document_paragraph (doc, "text.screenplay-heading", heading,
                              sample_ref ("sequence", i, NULL));
      plt_document_paragraph (
          doc, "text.screenplay-action",
          "Une salle basse, enfumée autrefois. NORA pousse la porte, s'arrête, compte les tables "
          "occupées. Trois. Personne ne lève la tête, sauf le chien.",
          NO_REF);
      plt_document_paragraph (doc, "text.screenplay-cue", "NORA", NO_REF);
      plt_document_paragraph (doc, "text.screenplay-parenthetical", "(à voix basse)", NO_REF);
      plt_document_paragraph (doc, "text.screenplay-dialogue",
                              "On m'a dit que le passeur venait ici, le mardi, avant la marée.",
                              NO_REF);
      plt_document_paragraph (doc, "text.screenplay-cue", "MAREK", NO_REF);
      plt_document_paragraph (doc, "text.screenplay-dialogue",
                              "On vous a mal dit. C'est le mercredi, et il ne vient plus.", NO_REF);
    }
  return doc;
}

/* ---- all styles ---- */

static gboolean
is_of (const char *style, const char *family)
{
  return g_str_has_prefix (style, family);
}

PltDocument *
sample_everything (void)
{
  static const PltDocColumn columns[] = { { "Style", NULL, 0, 1 },
                                          { "Texte", NULL, 0, 1 },
                                          { "Nombre", NULL, 60 },
                                          { "Taux", NULL, 50 },
                                          { "Date", NULL, 60 } };
  PltDocument *doc = new_document ("Tous les styles", "Chaque nom de la feuille de style",
                                   PLT_PAPER_A4, PLT_PORTRAIT);
  for (guint level = 1; level <= 3; level++)
    plt_document_heading (doc, level, "Titre avec « accents », œ et 1 234,56 €", NO_REF);
  const char *const *names = plt_style_names ();
  for (guint i = 0; names[i] != NULL; i++)
    if (is_of (names[i], "text."))
      plt_document_paragraph (doc, names[i], names[i], NO_REF);
    else if (is_of (names[i], "run."))
      plt_document_runs (doc, "text.normal", "run.normal", "Avant ", names[i], names[i],
                         "run.normal", " après.", NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!is_of (names[i], "table."))
        continue;
      plt_document_heading (doc, 3, names[i], NO_REF);
      PltDocTable *table = plt_document_table (doc, names[i], columns, G_N_ELEMENTS (columns));
      plt_doc_table_set_style (table, names[i]);
      for (guint j = 0; names[j] != NULL; j++)
        if (is_of (names[j], "row."))
          {
            plt_doc_table_row (table, names[j]);
            plt_doc_table_text (table, names[j]);
            plt_doc_table_text (table, "Texte");
            plt_doc_table_number (table, 123450 + j * 1000, 3);
            plt_doc_table_rate (table, 155000 + j * 5000 * (j % 2));
            plt_doc_table_date (table, plt_date_from_ymd (2026, 5, 11));
          }
        else if (is_of (names[j], "cell.") || is_of (names[j], "effect."))
          {
            plt_doc_table_row (table, "row.normal");
            plt_doc_table_text (table, names[j]);
            plt_doc_cell_style (plt_doc_table_text (table, "Texte"), names[j]);
            plt_doc_cell_style (plt_doc_table_number (table, j, 0), names[j]);
            plt_doc_table_empty (table);
            plt_doc_table_empty (table);
          }
    }
  plt_document_space (doc, 12);
  plt_document_drawing (doc, "chart.share", 200, 40, "Rien encore");
  return doc;
}

PltDocument *
sample_hostile (void)
{
  static const PltDocColumn columns[] = {
    { "anticonstitutionnellement", NULL, 20 },
    { "b", NULL, 0, 1 },
    { NULL, NULL, 1e7 },
    { "d", NULL, 0, 0, 1e7 },
    { "e", NULL, 0, 1e300 },
    { "f", NULL, 3 },
  };
  PltDocument *doc = sample_document ("Épreuves");
  g_autoptr (GString) tall = g_string_new (NULL);
  for (int i = 0; i < 90; i++)
    g_string_append_printf (tall, "%d bouteilles, dont la moitié vides, sur le quai du port. ", i);
  g_autofree char *word = g_strnfill (2500, 'w');
  static const char *const texts[] = {
    "שלום עולם",
    "مرحبا بالعالم 123",
    "🎬 clap 🎥 👩‍🚒",
    "日本語",
    "e\xcc\x81\xcc\x81\xcc\x81",
    "\xe2\x80\xae inversé",
    "\xef\xbf\xbd",
    "\n\n\n",
    "\t\ttab",
    "a\302\240b",
    "",
    " ",
  };
  for (guint frozen = 0; frozen < 2; frozen++)
    {
      PltDocTable *table = plt_document_table (doc, "Épreuve", columns, G_N_ELEMENTS (columns));
      plt_doc_table_set_frozen_columns (table, frozen);
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          plt_doc_table_row (table, i % 3 == 0 ? "row.group" : "row.normal");
          PltDocCell *cell = plt_doc_table_text (table, texts[i]);
          plt_doc_cell_style (cell, i % 4 == 0 ? "cell.vertical" : "cell.warning");
          plt_doc_cell_span (plt_doc_table_text (table, texts[(i + 1) % G_N_ELEMENTS (texts)]),
                             1 + i % 5);
          if (i % 5 == 0)
            plt_doc_table_money (table, G_MAXINT64 - 1);
        }
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, "court");
      plt_doc_table_text (table, tall->str);
      plt_doc_cell_style (plt_doc_table_text (table, "milieu"), "cell.mark");
      plt_doc_table_text (table, word);
      plt_doc_table_row (table, "row.total");
      plt_doc_table_text (table, "après");
    }
  PltDocTable *heads = plt_document_table (doc, "Têtes", columns, 2);
  plt_doc_table_set_header_rows (heads, 90);
  for (int i = 0; i < 80; i++)
    {
      plt_doc_table_row (heads, "row.header");
      plt_doc_cell_span (plt_doc_table_text (heads, "tête"), 2);
    }
  PltDocTable *chain = plt_document_table (doc, "Chaîne", columns, 2);
  for (int i = 0; i < 120; i++)
    {
      plt_doc_table_row (chain, "row.group");
      plt_doc_table_keep_with_next (chain);
      plt_doc_table_empty (chain);
      plt_doc_table_text (chain, "maillon");
    }
  plt_document_paragraph (doc, "text.warning", tall->str, NO_REF);
  plt_document_paragraph (doc, "text.screenplay-parenthetical", word, NO_REF);
  plt_document_heading (doc, 1, tall->str, NO_REF);
  plt_document_drawing (doc, "nothing.such", 50, 20, tall->str);
  return doc;
}

PltDocument *
sample_long_table (guint n_rows, guint n_columns)
{
  PltDocument *doc = sample_document ("Longue liste");
  g_autofree PltDocColumn *columns = g_new0 (PltDocColumn, n_columns);
  for (guint c = 0; c < n_columns; c++)
    columns[c] = (PltDocColumn){ "Titre", NULL, 0, 1 };
  PltDocTable *table = plt_document_table (doc, "Liste", columns, n_columns);
  for (guint r = 0; r < n_rows; r++)
    {
      plt_doc_table_row (table, "row.normal");
      for (guint c = 0; c < n_columns; c++)
        if (c % 3 == 2)
          plt_doc_table_money (table, (gint64) r * 12345 + c);
        else
          {
            g_autofree char *text = g_strdup_printf ("Ligne %u", r + 1);
            plt_doc_cell_ref (plt_doc_table_text (table, text),
                              sample_ref ("sequence", r + 1, c == 0 ? "number" : "synopsis"));
          }
    }
  return doc;
}
