/* What the formulas of a devis are made of: its variables, the facts of the plan, the rates of
 * contributions, and the contributions that are counted one by one. */
#include <string.h>

#include "plt-devis-private.h"

#define CEILINGS "Plafonds"

/* ---- variables ---- */

static void
add_variable (PltDevisPaper *self, PltDocTable *table, const PltGlobalFacts *global)
{
  g_autofree char *formula = plt_devis_global_formula (self, global->id);
  PltRef ref = { "budget_global", global->id, "name" };
  const char *error;
  gint64 e6;
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  plt_doc_cell_ref (plt_doc_table_text (table, global->name), ref);
  plt_doc_table_text (table, global->label);
  ref.column = "value";
  cell = plt_doc_table_text (table, global->value);
  plt_doc_cell_ref (cell, ref);
  plt_doc_cell_style (cell, "cell.right");
  if (plt_budget_global (self->source.budget, global->id, &e6, &error))
    {
      cell = plt_doc_table_number (table, e6, 6);
      if (formula != NULL)
        plt_doc_cell_formula (cell, formula);
    }
  else
    {
      cell = plt_doc_table_text (table, PLT_DEVIS_WRONG);
      plt_doc_cell_style (cell, "cell.warning");
    }
  plt_doc_cell_ref (cell, ref);
  plt_doc_cell_name (cell, global->name);
  plt_doc_table_text (table, global->unit);
}

void
plt_devis_add_variables (PltDevisPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Nom", .id = "nom", .width = 130, .sheet_chars = 24 },
    { .title = "Désignation", .id = "designation", .weight = 1, .min = 120, .sheet_chars = 40 },
    { .title = "Formule", .id = "formule", .width = 160, .sheet_chars = 30 },
    { .title = "Valeur", .id = "valeur", .width = 80, .sheet_chars = 14 },
    { .title = "Unité", .id = "unite", .width = 60, .sheet_chars = 10 },
  };
  g_autoptr (GArray) globals = plt_budget_globals (self->source.budget);
  PltDocTable *table;

  if (globals->len == 0)
    return;
  if (self->with_variables)
    plt_document_heading (document, 2, "Variables du devis", PLT_DEVIS_NO_REF);
  table = plt_document_table (document, PLT_DEVIS_VARIABLES, columns, G_N_ELEMENTS (columns));
  if (!self->with_variables)
    plt_doc_table_set_workings (table);
  for (guint i = 0; i < globals->len; i++)
    add_variable (self, table,
                  PLT_FACTS_FIND (self->source.facts->globals, PltGlobalFacts,
                                  g_array_index (globals, gint64, i)));
}

/* ---- the facts of the plan ---- */

static void
add_facts (const PltDevisPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Dans les formules", .id = "nom", .width = 180, .sheet_chars = 34 },
    { .title = "Valeur", .id = "valeur", .width = 80, .sheet_chars = 14 },
    { .title = "D’où elle vient", .id = "origine", .weight = 1, .sheet_chars = 40 },
  };
  PltDocTable *table;

  if (self->fact_names->len == 0)
    return;
  table = plt_document_table (document, PLT_DEVIS_FACTS, columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_workings (table);
  for (guint i = 0; i < self->fact_names->len; i++)
    {
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, self->fact_names->pdata[i]);
      plt_doc_table_number (table, g_array_index (self->fact_values, gint64, i), 6);
      plt_doc_table_text (table, self->fact_origins->pdata[i]);
    }
}

/* ---- overall rates ---- */

static void
add_rates (const PltDevisPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Profil", .id = "profil", .width = 120, .sheet_chars = 24 },
    { .title = "Intitulé", .id = "intitule", .weight = 1, .sheet_chars = 46 },
    { .title = "Compte", .id = "compte", .width = 60, .sheet_chars = 10 },
    { .title = "Taux employeur", .id = "taux", .width = 80, .sheet_chars = 16 },
    { .title = "Marque", .id = "marque", .width = 80, .sheet_chars = 14 },
  };
  const PltFacts *facts = self->source.facts;
  PltDocTable *table;

  if (g_hash_table_size (self->profile_rows) == 0)
    return;
  table = plt_document_table (document, PLT_DEVIS_RATES, columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_workings (table);
  /* in the order that their rows were given */
  for (guint i = 0; i < facts->profiles.n; i++)
    {
      const PltProfileFacts *profile = &facts->profiles.items[i];
      PltRef ref = { "contribution_profile", profile->id, "employer_e6" };

      if (!g_hash_table_contains (self->profile_rows, PLT_ID_TO_POINTER (profile->id)))
        continue;
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, profile->code);
      plt_doc_table_text (table, profile->name);
      plt_doc_table_text (table, profile->account);
      plt_doc_cell_ref (profile->employer_e6 != PLT_UNKNOWN
                            ? plt_doc_table_percent (table, profile->employer_e6)
                            : plt_doc_table_text (table, PLT_DEVIS_TO_FIX),
                        ref);
      plt_doc_table_text (table, strcmp (profile->method, "detail") == 0 ? "une à une"
                                 : profile->verified                     ? "vérifié"
                                                                         : "à vérifier");
    }
}

/* ---- contributions one by one ---- */

static const struct
{
  PltContributionValue value;
  const char *title;
  enum
  {
    EUROS,
    SHARE,
    TEN_THOUSANDTHS
  } kind;
} ceilings[] = {
  { PLT_CEILING_OF_DAY, "Plafond journalier de la sécurité sociale", EUROS },
  { PLT_CEILING_OF_MONTH, "Plafond mensuel de la sécurité sociale", EUROS },
  { PLT_CEILING_OF_ARTIST, "Plafond journalier des artistes", EUROS },
  { PLT_CEILING_OF_MINIMUM, "Minimum conventionnel par jour", EUROS },
  { PLT_DEDUCTION, "Déduction forfaitaire spécifique", SHARE },
  { PLT_MINIMUM_HOUR, "SMIC horaire", EUROS },
  { PLT_REDUCTION_LEAST, "Réduction générale, Tmin", TEN_THOUSANDTHS },
  { PLT_REDUCTION_MORE, "Réduction générale, Tdelta", TEN_THOUSANDTHS },
  { PLT_REDUCTION_FUND, "Réduction générale, caisse de congés", SHARE },
};

static void
add_ceilings (PltDevisPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Profil", .id = "profil", .width = 120, .sheet_chars = 24 },
    { .title = "Plafond, paramètre", .id = "parametre", .weight = 1, .sheet_chars = 46 },
    { .title = "Valeur", .id = "valeur", .width = 90, .sheet_chars = 16 },
  };
  PltDocTable *table = plt_document_table (document, CEILINGS, columns, G_N_ELEMENTS (columns));

  plt_doc_table_set_workings (table);
  for (guint i = 0; i < self->detailed->len; i++)
    {
      PltDevisDetailed *detailed = self->detailed->pdata[i];

      detailed->first_value = plt_doc_table_get_n_rows (table);
      for (guint k = 0; k < G_N_ELEMENTS (ceilings); k++)
        {
          gint64 value = plt_contribution_table_value (detailed->table, ceilings[k].value);

          plt_doc_table_row (table, "row.normal");
          plt_doc_table_text (table, detailed->profile->code);
          plt_doc_table_text (table, ceilings[k].title);
          if (ceilings[k].kind == EUROS)
            plt_doc_table_money (table, value);
          else if (ceilings[k].kind == SHARE)
            plt_doc_table_percent (table, value);
          else
            plt_doc_table_number (table, value, 4);
        }
    }
}

enum
{
  CODE,
  LABEL,
  PEOPLE,
  DAYS,
  GROSS,
  DEDUCTED,
  FIRST_ENTRY,
};

/* The wage of one person, as the expressions of the engine name it. */
typedef struct
{
  char *values[PLT_N_CONTRIBUTION_VALUES];
  PltContributionPlaces places;
} Places;

static void
places_init (Places *self, const PltDevisDetailed *detailed)
{
  self->places = (PltContributionPlaces){ .gross = "{.,4}", .deducted = "{.,5}", .days = "{.,3}" };
  for (guint k = 0; k < G_N_ELEMENTS (ceilings); k++)
    {
      self->values[ceilings[k].value]
          = g_strdup_printf ("{" CEILINGS ":%u,2}", detailed->first_value + k);
      self->places.values[ceilings[k].value] = self->values[ceilings[k].value];
    }
}

static void
places_clear (Places *self)
{
  for (guint i = 0; i < PLT_N_CONTRIBUTION_VALUES; i++)
    g_free (self->values[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Places, places_clear)

/* Two rows below the titles: where each contribution is posted, and its rate. */
static void
add_heads (const PltDevisDetailed *detailed, PltDocTable *table)
{
  guint n = plt_contribution_table_get_n_entries (detailed->table);

  plt_doc_table_row (table, "row.header");
  plt_doc_table_text (table, "Compte");
  for (guint i = LABEL; i < FIRST_ENTRY; i++)
    plt_doc_table_empty (table);
  for (guint i = 0; i < n; i++)
    {
      PltContributionEntry entry = plt_contribution_table_get_entry (detailed->table, i);
      g_autofree char *account = g_strdup_printf ("→ %s", entry.account);

      plt_doc_table_text (table, account);
    }
  plt_doc_table_row (table, "row.header");
  plt_doc_table_text (table, "Taux");
  for (guint i = LABEL; i < FIRST_ENTRY; i++)
    plt_doc_table_empty (table);
  for (guint i = 0; i < n; i++)
    plt_doc_table_percent (table, plt_contribution_table_get_entry (detailed->table, i).rate_e6);
}

/* People, days, gross and deducted wage of one. */
static void
add_wage (const PltDevisPaper *self,
          const PltDevisDetailed *detailed,
          PltDocTable *table,
          guint index,
          gint64 people,
          gint64 days,
          PltMoney gross)
{
  const PltBudgetLine *line = plt_devis_line (self, index);
  guint row = GPOINTER_TO_UINT (
      g_hash_table_lookup (self->line_rows, PLT_ID_TO_POINTER (line->line->id)));
  g_autofree char *people_text = g_strdup_printf (
      "=MAX(INT(ROUND({%s:%u,%d},6)),1)", PLT_DEVIS_DETAIL, row, self->columns[PLT_DEVIS_QUANTITY]);
  g_autofree char *days_text = g_strdup_printf (
      "=MIN(MAX(INT(ROUND({%s:%u,%d},6))*%" G_GINT64_FORMAT ",1),366)", PLT_DEVIS_DETAIL, row,
      self->columns[PLT_DEVIS_DURATION], plt_budget_days_of_unit (line->line->unit));
  g_autofree char *gross_text
      = g_strdup_printf ("=INT(ROUND({%s:%u,%d}*100,0)/{.,%d})/100", PLT_DEVIS_DETAIL, row,
                         self->columns[PLT_DEVIS_AMOUNT], PEOPLE);
  g_autofree char *deducted_text = g_strdup_printf ("={.,%d}-ROUND({.,%d}*{" CEILINGS ":%u,2},2)",
                                                    GROSS, GROSS, detailed->first_value + 4);

  plt_doc_cell_formula (plt_doc_table_number (table, people, 0), people_text);
  plt_doc_cell_formula (plt_doc_table_number (table, days, 0), days_text);
  plt_doc_cell_formula (plt_doc_table_money (table, gross), gross_text);
  plt_doc_cell_formula (
      plt_doc_table_money (table, plt_contribution_sheet_deducted (detailed->table, gross)),
      deducted_text);
}

/* What each account gets, times the people: the first takes what the others leave. */
static void
add_postings (const PltDevisDetailed *detailed,
              PltDocTable *table,
              gint64 people,
              const PltPosting *postings,
              guint n_postings,
              guint n_entries)
{
  guint total = detailed->total_column;

  for (guint i = 0; i < n_postings; i++)
    {
      g_autofree char *formula
          = i > 0 ? g_strdup_printf ("={.,%d}*ROUND(SUMIF({1,%d}:{1,%u},\"→ %s\",{.,%d}:{.,%u}),2)",
                                     PEOPLE, FIRST_ENTRY, FIRST_ENTRY + n_entries - 1,
                                     postings[i].account, FIRST_ENTRY, FIRST_ENTRY + n_entries - 1)
            : n_postings > 1 ? g_strdup_printf ("={.,%u}-SUM({.,%u}:{.,%u})", total, total + 2,
                                                total + n_postings)
                             : g_strdup_printf ("={.,%u}", total);

      plt_doc_cell_formula (plt_doc_table_money (table, people * postings[i].amount), formula);
    }
}

static void
add_counted (const PltDevisPaper *self,
             const PltDevisDetailed *detailed,
             const Places *places,
             PltDocTable *table,
             guint index)
{
  const PltBudgetLine *line = plt_devis_line (self, index);
  gint64 people = MAX (line->quantity_e6 / PLT_RATE_ONE, 1);
  gint64 days = CLAMP (
      line->duration_e6 / PLT_RATE_ONE * plt_budget_days_of_unit (line->line->unit), 1, 366);
  PltMoney gross = line->amount / people;
  guint n = plt_contribution_table_get_n_entries (detailed->table), n_postings;
  g_autofree char *reduction = plt_contribution_sheet_reduction (detailed->table, &places->places);
  g_autofree char *total = g_strdup_printf ("={.,%d}*(ROUND(SUM({.,%d}:{.,%u}),2)-{.,%u})", PEOPLE,
                                            FIRST_ENTRY, FIRST_ENTRY + n - 1, FIRST_ENTRY + n);
  PltPosting postings[PLT_MAX_POSTINGS];
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  plt_doc_table_text (table, line->line->code);
  plt_doc_table_text (table, line->line->label);
  add_wage (self, detailed, table, index, people, days, gross);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *base = plt_contribution_sheet_base (detailed->table, i, &places->places);
      g_autofree char *formula = g_strdup_printf ("=%s*{2,%u}", base, FIRST_ENTRY + i);

      plt_doc_cell_formula (
          plt_doc_table_number (table,
                                plt_contribution_sheet_exact (detailed->table, i, gross, days), 8),
          formula);
    }
  cell = plt_doc_table_money (table, plt_contribution_sheet_reduced (detailed->table, gross, days));
  if (reduction != NULL)
    {
      g_autofree char *formula = g_strconcat ("=", reduction, NULL);

      plt_doc_cell_formula (cell, formula);
    }
  plt_doc_table_empty (table);
  plt_doc_cell_formula (plt_doc_table_money (table, line->contributions), total);
  plt_contribution_table_count (detailed->table, gross, days, days * 480, postings, &n_postings);
  add_postings (detailed, table, people, postings, n_postings, n);
}

static void
add_detailed (const PltDevisPaper *self, const PltDevisDetailed *detailed, PltDocument *document)
{
  static const char *const titles[FIRST_ENTRY]
      = { "Code", "Libellé", "Personnes", "Jours", "Brut d’une personne €", "Brut abattu €" };
  guint n = plt_contribution_table_get_n_entries (detailed->table);
  guint n_accounts = plt_contribution_table_get_n_accounts (detailed->table);
  guint n_columns = FIRST_ENTRY + n + 3 + n_accounts;
  g_autofree PltDocColumn *columns = g_new0 (PltDocColumn, n_columns);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_auto (Places) places = { .values = { NULL } };
  PltDocTable *table;

  places_init (&places, detailed);
  for (guint i = 0; i < n_columns; i++)
    columns[i] = (PltDocColumn){ .weight = 1, .sheet_chars = i == LABEL ? 34 : 14 };
  for (guint i = 0; i < FIRST_ENTRY; i++)
    columns[i].title = titles[i];
  for (guint i = 0; i < n; i++)
    columns[FIRST_ENTRY + i].title = plt_contribution_table_get_entry (detailed->table, i).code;
  columns[FIRST_ENTRY + n].title = "Réduction €";
  columns[FIRST_ENTRY + n + 1].sheet_chars = 2;
  columns[detailed->total_column].title = "Charges de la ligne €";
  for (guint i = 0; i < n_accounts; i++)
    {
      g_ptr_array_add (texts, g_strdup_printf ("Vers %s €", plt_contribution_table_get_account (
                                                                detailed->table, i)));
      columns[detailed->total_column + 1 + i].title = texts->pdata[i];
    }
  table = plt_document_table (document, detailed->name, columns, n_columns);
  plt_doc_table_set_workings (table);
  plt_doc_table_set_header_rows (table, 3);
  plt_doc_table_set_frozen_columns (table, 2);
  add_heads (detailed, table);
  for (guint i = 0; i < detailed->lines->len; i++)
    add_counted (self, detailed, &places, table, g_array_index (detailed->lines, guint, i));
}

void
plt_devis_add_workings (PltDevisPaper *self, PltDocument *document)
{
  if (!plt_devis_is_alive (self))
    return;
  add_facts (self, document);
  add_rates (self, document);
  if (self->detailed->len > 0)
    add_ceilings (self, document);
  for (guint i = 0; i < self->detailed->len; i++)
    add_detailed (self, self->detailed->pdata[i], document);
}
