/* Barème: the rates that a devis uses, where each comes from, since when, how sure it is, and how
 * many lines rest on it. Wages by function of a pay scale first, with the least that the devis pays
 * beside the minimum; then wages that no scale was chosen for; then the contributions. */
#include "plt-document-kinds-private.h"
#include "plt-devis-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-rates.h"
#include "plt-referential.h"
#include "plt-text.h"

#define PROFILES "cotisations-profils"

typedef struct
{
  const char *function, *base, *unit, *label;
  PltMoney least; /* that the devis pays, PLT_UNKNOWN */
  guint n_lines;
} Wage;

typedef struct
{
  PltDevisPaper paper;
  PltDate date;          /* of the rates */
  GArray *scaled, *free; /* Wage */
  GPtrArray *sources;    /* of the scales, in full: a row gives the number of its own */
} Builder;

static void
builder_clear (Builder *self)
{
  g_clear_pointer (&self->scaled, g_array_unref);
  g_clear_pointer (&self->free, g_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  plt_devis_close (&self->paper);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

/* ---- which rates ---- */

static int
compare_wages (gconstpointer a, gconstpointer b)
{
  const Wage *one = a, *two = b;
  int order = plt_text_compare (one->function, two->function);

  if (order == 0)
    order = plt_text_compare (one->label, two->label);
  if (order == 0)
    order = strcmp (one->base, two->base);
  return order != 0 ? order : strcmp (one->unit, two->unit);
}

/* Sorted: the same function, base and unit become one, with the least of their rates. */
static void
join_wages (GArray *wages)
{
  guint n = 0;

  g_array_sort (wages, compare_wages);
  for (guint i = 0; i < wages->len; i++)
    {
      Wage *wage = &g_array_index (wages, Wage, i);
      Wage *before = n > 0 ? &g_array_index (wages, Wage, n - 1) : NULL;

      if (before == NULL || compare_wages (before, wage) != 0)
        {
          g_array_index (wages, Wage, n++) = *wage;
          continue;
        }
      before->n_lines++;
      if (before->least == PLT_UNKNOWN
          || (wage->least != PLT_UNKNOWN && wage->least < before->least))
        before->least = wage->least;
    }
  g_array_set_size (wages, n);
}

/* Wages are the lines with contributions; what is bought has a price, not a rate. */
static void
find_wages (Builder *self)
{
  self->scaled = g_array_new (FALSE, FALSE, sizeof (Wage));
  self->free = g_array_new (FALSE, FALSE, sizeof (Wage));
  for (guint i = 0; i < self->paper.source.budget->lines->len; i++)
    {
      const PltBudgetLine *line = plt_devis_line (&self->paper, i);
      const PltProfileFacts *profile = plt_devis_profile (&self->paper, i);
      Wage wage = { line->line->function, line->line->scale, line->line->unit, "", line->rate, 1 };

      if (plt_devis_is_idle (line))
        continue;
      if (*wage.function != '\0')
        g_array_append_val (self->scaled, wage);
      else if (profile != NULL && profile->employer_e6 != 0)
        {
          wage.label = line->line->label;
          g_array_append_val (self->free, wage);
        }
    }
  join_wages (self->scaled);
  join_wages (self->free);
}

static const char *
mark_title (const char *mark)
{
  return strcmp (mark, "source") == 0 ? "sourcé" : "à vérifier";
}

/* ---- wages of the scales ---- */

/* Bases as the scales name them, as they are read. */
static const struct
{
  const char *id, *title;
} bases[] = {
  { "sem39", "semaine de 39 h" },
  { "sem35", "semaine de 35 h" },
  { "jour_moins_5j_7h", "jour de 7 h, moins de 5 jours" },
  { "jour_moins_5j_8h", "jour de 8 h, moins de 5 jours" },
  { "ann2_5j", "annexe II, 5 jours" },
  { "ann2_6j", "annexe II, 6 jours" },
  { "ann3_nouveau", "annexe III" },
  { "art_5j", "artiste, 5 jours" },
  { "art_6j", "artiste, 6 jours" },
};

/* "sem35-fiction" is "semaine de 35 h, fiction" */
static char *
base_title (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      gsize length = strlen (bases[i].id);

      if (strncmp (id, bases[i].id, length) != 0)
        continue;
      if (id[length] == '\0')
        return g_strdup (bases[i].title);
      if (id[length] == '-')
        return g_strdup_printf ("%s, %s", bases[i].title, id + length + 1);
    }
  return g_strdup (id);
}

/* "[2] sem39 ÷ 40": the number of the source, which stands in full under the table, and how the
 * amount follows from its row. */
static char *
source_of (Builder *self, const PltRate *rate)
{
  const PltReferentialFacts *kept = PLT_FACTS_FIND (self->paper.source.facts->referentials,
                                                    PltReferentialFacts, rate->referential);
  g_autoptr (PltReferential) referential
      = kept != NULL ? plt_referential_parse (kept->content) : NULL;
  const char *title = referential != NULL ? plt_referential_meta (referential, "titre") : "";
  const char *own = rate->source != NULL ? rate->source : "";
  g_autofree char *text
      = g_strdup_printf ("%s%s%s", title, *title != '\0' && *own != '\0' ? " ; " : "", own);
  guint at = 0;

  while (at < self->sources->len && strcmp (self->sources->pdata[at], text) != 0)
    at++;
  if (at == self->sources->len)
    g_ptr_array_add (self->sources, g_steal_pointer (&text));
  return g_strdup_printf ("[%u]%s%s", at + 1, rate->how != NULL ? " " : "",
                          rate->how != NULL ? rate->how : "");
}

static void
add_found (Builder *self, PltDocTable *table, const Wage *wage, const PltRate *rate)
{
  g_autofree char *source = source_of (self, rate);
  g_autofree char *base = base_title (rate->base);
  g_autofree char *agreement = g_strdup_printf ("IDCC %s", rate->agreement);
  gboolean below = wage->least != PLT_UNKNOWN && wage->least < rate->amount;
  PltDocCell *cell;

  plt_doc_table_text (table, rate->function);
  plt_doc_table_text (table, agreement);
  plt_doc_table_text (table, base);
  plt_doc_cell_ref (plt_doc_table_money (table, rate->amount),
                    (PltRef){ "referential", rate->referential, NULL });
  plt_doc_table_text (table, wage->unit);
  plt_doc_table_money (table, wage->least);
  cell = plt_doc_table_money (table, wage->least != PLT_UNKNOWN ? wage->least - rate->amount
                                                                : PLT_UNKNOWN);
  if (wage->least != PLT_UNKNOWN)
    plt_doc_cell_formula (cell, "={.,5}-{.,3}");
  if (below)
    plt_doc_cell_style (cell, "cell.warning");
  plt_doc_table_date (table, rate->from);
  plt_doc_table_text (table, source);
  plt_doc_table_text (table, rate->sure ? "sourcé" : "à vérifier");
  plt_doc_table_number (table, wage->n_lines, 0);
}

static void
add_scaled (Builder *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Fonction", .id = "fonction", .weight = 2, .min = 110, .sheet_chars = 44 },
    { .title = "Convention", .id = "convention", .width = 58, .sheet_chars = 12 },
    { .title = "Base", .id = "base", .weight = 1, .min = 74, .sheet_chars = 28 },
    { .title = "Minimum €", .id = "minimum", .width = 62, .sheet_chars = 14 },
    { .title = "Unité", .id = "unite", .width = 46, .sheet_chars = 10 },
    { .title = "Tarif du devis €", .id = "tarif", .width = 62, .sheet_chars = 14 },
    { .title = "Écart €", .id = "ecart", .width = 58, .sheet_chars = 14 },
    { .title = "Date d’effet", .id = "date_effet", .width = 56, .sheet_chars = 12 },
    { .title = "Source", .id = "source", .weight = 1, .min = 74, .sheet_chars = 30 },
    { .title = "Marque", .id = "marque", .width = 50, .sheet_chars = 12 },
    { .title = "Lignes", .id = "lignes", .width = 34, .sheet_chars = 8 },
  };
  g_autoptr (PltRates) rates = plt_rates_new (self->paper.source.facts);
  PltDocTable *table;

  if (self->scaled->len == 0)
    return;
  plt_document_heading (document, 2, "Salaires au barème", PLT_DEVIS_NO_REF);
  table = plt_document_table (document, "Salaires au barème", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_frozen_columns (table, 1);
  for (guint i = 0; i < self->scaled->len; i++)
    {
      const Wage *wage = &g_array_index (self->scaled, Wage, i);
      PltRateQuery query = { NULL, wage->function, wage->base, wage->unit, self->date };
      g_autofree char *base = base_title (wage->base);
      g_autoptr (GError) error = NULL;
      PltRate rate;

      plt_doc_table_row (table, "row.normal");
      if (plt_rates_find (rates, &query, &rate, &error) == PLT_RATE_FOUND)
        {
          add_found (self, table, wage, &rate);
          continue;
        }
      plt_doc_table_text (table, wage->function);
      plt_doc_table_empty (table);
      plt_doc_table_text (table, base);
      plt_doc_cell_style (plt_doc_table_text (table, "non trouvé"), "cell.warning");
      plt_doc_table_text (table, wage->unit);
      plt_doc_table_money (table, wage->least);
      plt_doc_table_empty (table);
      plt_doc_table_empty (table);
      plt_doc_table_empty (table);
      plt_doc_table_text (table, "à vérifier");
      plt_doc_table_number (table, wage->n_lines, 0);
    }
  for (guint i = 0; i < self->sources->len; i++)
    {
      g_autofree char *note
          = g_strdup_printf ("[%u] %s", i + 1, (const char *) self->sources->pdata[i]);

      plt_document_paragraph (document, "text.note", note, PLT_DEVIS_NO_REF);
    }
}

/* ---- wages without a scale ---- */

static void
add_free (const Builder *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Ligne du devis", .id = "ligne", .weight = 1, .min = 200, .sheet_chars = 50 },
    { .title = "Tarif le plus bas €", .id = "tarif", .width = 100, .sheet_chars = 16 },
    { .title = "Unité", .id = "unite", .width = 70, .sheet_chars = 10 },
    { .title = "Marque", .id = "marque", .width = 110, .sheet_chars = 20 },
    { .title = "Lignes", .id = "lignes", .width = 50, .sheet_chars = 8 },
  };
  PltDocTable *table;

  if (self->free->len == 0)
    return;
  plt_document_heading (document, 2, "Salaires sans fonction de barème", PLT_DEVIS_NO_REF);
  plt_document_paragraph (document, "text.note",
                          "Ces tarifs sont saisis : choisissez la fonction du barème sur la ligne "
                          "pour qu’ils soient comparés au minimum.",
                          PLT_DEVIS_NO_REF);
  table = plt_document_table (document, "Salaires sans barème", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->free->len; i++)
    {
      const Wage *wage = &g_array_index (self->free, Wage, i);

      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, wage->label);
      plt_doc_table_money (table, wage->least);
      plt_doc_table_text (table, wage->unit);
      plt_doc_table_text (table, wage->least != PLT_UNKNOWN ? "saisi" : PLT_DEVIS_TO_PRICE);
      plt_doc_table_number (table, wage->n_lines, 0);
    }
}

/* ---- contributions ---- */

/* Lines in use with that profile. */
static guint
count_lines (const Builder *self, const PltProfileFacts *profile, guint *first)
{
  guint n = 0;

  for (guint i = self->paper.source.budget->lines->len; i-- > 0;)
    {
      const PltBudgetLine *line = plt_devis_line (&self->paper, i);

      if (line->line->profile != profile->id || plt_devis_is_idle (line))
        continue;
      n++;
      *first = i;
    }
  return n;
}

static void
add_overall (const Builder *self,
             PltDocTable *table,
             const PltProfileFacts *profile,
             const PltReferential *kept,
             guint n)
{
  int row = kept != NULL ? plt_referential_find (kept, "profil", profile->code) : -1;
  gint64 known
      = row >= 0
            ? g_ascii_strtoll (plt_referential_get (kept, (guint) row, "taux_global_e6"), NULL, 10)
            : PLT_UNKNOWN;
  gboolean own = row < 0 || known != profile->employer_e6;
  PltDate date = kept != NULL && !own
                     ? plt_date_from_iso (plt_referential_meta (kept, "date_effet"))
                     : PLT_DATE_NONE;
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  plt_doc_table_text (table, profile->name);
  plt_doc_table_text (table, "Taux global");
  plt_doc_table_text (table, profile->account);
  if (profile->employer_e6 != PLT_UNKNOWN)
    cell = plt_doc_table_percent (table, profile->employer_e6);
  else
    {
      cell = plt_doc_table_text (table, PLT_DEVIS_TO_FIX);
      plt_doc_cell_style (cell, "cell.warning");
    }
  plt_doc_cell_ref (cell, (PltRef){ "contribution_profile", profile->id, "employer_e6" });
  plt_doc_table_date (table, date);
  plt_doc_table_text (table, own ? "saisi dans la production"
                                 : plt_referential_get (kept, (guint) row, "source"));
  plt_doc_table_text (table, profile->verified ? "vérifié"
                             : own
                                 ? "à vérifier"
                                 : mark_title (plt_referential_get (kept, (guint) row, "marque")));
  plt_doc_table_number (table, n, 0);
}

static void
add_one_by_one (PltDocTable *table,
                const PltProfileFacts *profile,
                const PltContributionTable *counted,
                guint n)
{
  for (guint i = 0; i < plt_contribution_table_get_n_entries (counted); i++)
    {
      PltContributionEntry entry = plt_contribution_table_get_entry (counted, i);

      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, profile->name);
      plt_doc_table_text (table, entry.name);
      plt_doc_table_text (table, entry.account);
      plt_doc_table_percent (table, entry.rate_e6);
      plt_doc_table_date (table, plt_date_from_iso (entry.from));
      plt_doc_table_text (table, entry.source);
      plt_doc_table_text (table, mark_title (entry.mark));
      plt_doc_table_number (table, n, 0);
    }
}

static void
add_contributions (const Builder *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Profil", .id = "profil", .weight = 1, .min = 110, .sheet_chars = 34 },
    { .title = "Cotisation", .id = "cotisation", .weight = 1, .min = 110, .sheet_chars = 40 },
    { .title = "Compte", .id = "compte", .width = 44, .sheet_chars = 9 },
    { .title = "Taux employeur", .id = "taux", .width = 56, .sheet_chars = 12 },
    { .title = "Date d’effet", .id = "date_effet", .width = 58, .sheet_chars = 12 },
    { .title = "Source", .id = "source", .weight = 2, .min = 140, .sheet_chars = 60 },
    { .title = "Marque", .id = "marque", .width = 54, .sheet_chars = 12 },
    { .title = "Lignes", .id = "lignes", .width = 36, .sheet_chars = 8 },
  };
  const PltFacts *facts = self->paper.source.facts;
  g_autoptr (PltReferential) kept = plt_referential_open (facts, PROFILES);
  PltDocTable *table = NULL;

  for (guint i = 0; i < facts->profiles.n; i++)
    {
      const PltProfileFacts *profile = &facts->profiles.items[i];
      const PltContributionTable *counted;
      guint first = 0, n = count_lines (self, profile, &first);

      if (n == 0 || profile->employer_e6 == 0)
        continue;
      if (table == NULL)
        {
          plt_document_heading (document, 2, "Cotisations de l’employeur", PLT_DEVIS_NO_REF);
          table = plt_document_table (document, "Cotisations", columns, G_N_ELEMENTS (columns));
        }
      counted = plt_budget_line_table (self->paper.source.budget, first);
      if (counted != NULL)
        add_one_by_one (table, profile, counted, n);
      else
        add_overall (self, table, profile, kept, n);
    }
}

/* ---- the document ---- */

static const PltParamSpec params_spec[] = {
  PLT_DEVIS_VERSION_PARAM,
  { NULL },
};

static void
add_date (const Builder *self, PltDocument *document)
{
  g_autofree char *date = self->date != PLT_DATE_NONE ? plt_date_format_long (self->date) : NULL;
  g_autofree char *text
      = date != NULL ? g_strdup_printf ("Tarifs et taux au %s.", date)
                     : g_strdup ("Le devis n’a pas de date et le plan non plus : les dernières "
                                 "valeurs connues des barèmes sont données.");

  plt_document_paragraph (document, date != NULL ? "text.normal" : "text.warning", text,
                          PLT_DEVIS_NO_REF);
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (Builder) builder = { .paper = { .source = { NULL } } };
  const PltBudgetFacts *budget;
  PltDocument *document;

  if (!plt_devis_open (&builder.paper, store, params, error))
    return NULL;
  document = plt_devis_paper_empty (&builder.paper, "Barème");
  if (document != NULL)
    return document;
  budget = builder.paper.source.budget->budget;
  builder.date = budget->date != PLT_DATE_NONE ? budget->date
                                               : plt_plan_first_date (builder.paper.source.plan);
  find_wages (&builder);
  document = plt_devis_paper_new (&builder.paper, "Barème du devis", PLT_LANDSCAPE);
  add_date (&builder, document);
  builder.sources = g_ptr_array_new_with_free_func (g_free);
  add_scaled (&builder, document);
  add_free (&builder, document);
  add_contributions (&builder, document);
  plt_document_paragraph (document, "text.note",
                          "Montants bruts, en euros. Un tarif ou un taux « à vérifier » n’a pas "
                          "été retrouvé dans un texte officiel.",
                          PLT_DEVIS_NO_REF);
  return document;
}

const PltDocumentKind plt_document_bareme = {
  .id = "bareme",
  .title = "Barème du devis",
  .phase = "developpement",
  .params = params_spec,
  .build = build,
};
