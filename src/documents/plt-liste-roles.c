/* Liste des rôles: each role with who plays it, its séquences and what it weighs; then silhouettes,
 * figuration and doublures with how many, so that the same people may serve several séquences. */
#include "plt-document-kinds-private.h"
#include "plt-script-paper.h"
#include "plt-story.h"

#include <string.h>

static const PltDocColumn role_columns[] = {
  { .title = "N°", .id = "numero", .width = 26 },
  { .title = "Rôle", .id = "role", .weight = 2.6, .min = 80 },
  { .title = "Comédien", .id = "comedien", .weight = 2.2, .min = 60 },
  { .title = "Séq.", .id = "nombre", .width = 30 },
  { .title = "Séquences", .id = "sequences", .weight = 6, .min = 120 },
  { .title = "Première", .id = "premiere", .width = 44 },
  { .title = "Dernière", .id = "derniere", .width = 44 },
  { .title = "Pages", .id = "pages", .width = 38 },
  { .title = "Prémin.", .id = "preminutage", .width = 42 },
  { .title = "Estim.", .id = "estimation", .width = 42 },
  { .title = "Jours-fiction", .id = "jours_fiction", .weight = 3, .min = 60 },
  { .title = "Cost.", .id = "costumes", .width = 32 },
  { .title = "Jours", .id = "jours", .width = 32 },
  { .title = "Premier jour", .id = "premier_jour", .width = 78 },
};

#define ROLE_ESTIMATE 9
#define ROLE_NO_PLAN 12 /* columns when the plan has no day yet */

static const PltDocColumn extra_columns[] = {
  { .title = "Élément", .id = "element", .weight = 3, .min = 90 },
  { .title = "Description", .id = "description", .weight = 2, .min = 60 },
  { .title = "Séq.", .id = "nombre", .width = 30 },
  { .title = "Séquences (nombre)", .id = "sequences", .weight = 5, .min = 120 },
  { .title = "Décors", .id = "decors", .weight = 4, .min = 100 },
  { .title = "Jours-fiction", .id = "jours_fiction", .weight = 2, .min = 60 },
  { .title = "Au plus", .id = "maximum", .width = 40 },
  { .title = "Présences", .id = "presences", .width = 48 },
  { .title = "Jours", .id = "jours", .width = 32 },
  { .title = "Premier jour", .id = "premier_jour", .width = 78 },
};

#define EXTRA_MOST 6
#define EXTRA_SUM 7
#define EXTRA_NO_PLAN 8

static gboolean
has_plan (const PltScriptPaper *paper)
{
  return paper->source.plan->n_shooting_days > 0;
}

static guint
count_costumes (const PltScriptPaper *paper, const PltElementFacts *role)
{
  const GPtrArray *occurrences = plt_script_paper_of_element (paper, role->id);
  const PltFacts *facts = paper->source.facts;
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < occurrences->len; i++)
    {
      g_auto (GStrv) worn
          = plt_story_costume_numbers (((PltOccurrenceFacts *) occurrences->pdata[i])->costume);

      for (guint j = 0; worn[j] != NULL; j++)
        g_hash_table_add (numbers, g_strdup (worn[j]));
    }
  for (guint i = 0; i < facts->costumes.n; i++)
    if (facts->costumes.items[i].role == role->id)
      g_hash_table_add (numbers, g_strdup (facts->costumes.items[i].number));
  return g_hash_table_size (numbers);
}

static void
add_days (const PltScriptPaper *paper, PltDocTable *table, const PltElementFacts *element)
{
  const PltPresence *presence = plt_plan_presence (paper->source.plan, element->id);
  g_autofree char *first = plt_script_paper_first_day (paper, element);

  if (!has_plan (paper))
    return;
  plt_doc_table_number (table, presence != NULL ? presence->n_worked : PLT_UNKNOWN, 0);
  plt_doc_table_text (table, first);
}

static void
add_role (const PltScriptPaper *paper, PltDocTable *table, const PltElementFacts *role)
{
  const GPtrArray *occurrences = plt_script_paper_of_element (paper, role->id);
  g_autofree char *numbers = plt_script_paper_numbers (paper, role);
  g_autofree char *days = plt_script_paper_story_days (paper, role);
  g_autofree char *player = plt_paper_player (&paper->source, role);
  guint costumes = count_costumes (paper, role);
  PltWeight weight;

  plt_weight_init (&weight);
  for (guint i = 0; i < occurrences->len; i++)
    plt_weight_add (&weight, plt_script_paper_sequence (
                                 paper, ((PltOccurrenceFacts *) occurrences->pdata[i])->sequence));
  plt_doc_table_row (table, "row.normal");
  plt_doc_table_number (table, role->number, 0);
  {
    PltDocCell *cell = plt_doc_table_text (table, role->name);

    plt_doc_cell_style (cell, "cell.strong");
    plt_doc_cell_ref (cell, (PltRef){ "element", role->id, "name" });
  }
  plt_doc_table_text (table, player);
  plt_doc_table_number (table, weight.n, 0);
  plt_doc_table_text (table, numbers);
  for (guint i = 0; i < 2; i++)
    {
      const PltOccurrenceFacts *end = occurrences->pdata[i == 0 ? 0 : occurrences->len - 1];

      plt_doc_cell_style (
          plt_doc_table_text (table, plt_script_paper_sequence (paper, end->sequence)->number),
          "cell.center");
    }
  plt_doc_table_eighths (table, weight.eighths);
  plt_doc_table_seconds (table, weight.premin);
  if (paper->estimates)
    plt_doc_cell_style (plt_doc_table_seconds (table, weight.estimate), "cell.muted");
  plt_doc_table_text (table, days);
  plt_doc_table_number (table, costumes > 0 ? costumes : PLT_UNKNOWN, 0);
  add_days (paper, table, role);
}

/* The first `n` columns without the one at `without`, when it is not printed. */
static PltDocTable *
start_table (PltDocument *document,
             const char *name,
             const PltDocColumn *all,
             guint n,
             guint without,
             gboolean printed)
{
  g_autofree PltDocColumn *columns = g_new0 (PltDocColumn, n);
  guint n_columns = 0;

  for (guint i = 0; i < n; i++)
    if (i != without || printed)
      columns[n_columns++] = all[i];
  return plt_document_table (document, name, columns, n_columns);
}

static void
add_roles (const PltScriptPaper *paper, PltDocument *document)
{
  g_autoptr (GPtrArray) roles = plt_script_paper_family (paper, "roles");
  g_autofree char *title
      = g_strdup_printf ("Rôles   %u rôle%s", roles->len, roles->len > 1 ? "s" : "");
  PltDocTable *table;

  plt_document_heading (document, 2, title, (PltRef){ NULL, 0, NULL });
  if (roles->len == 0)
    {
      plt_script_paper_note (document,
                             "Aucun rôle n’est encore relevé : dépouillez le scénario, ou "
                             "acceptez les rôles proposés d’après les dialogues.");
      return;
    }
  table = start_table (document, "Rôles", role_columns,
                       has_plan (paper) ? G_N_ELEMENTS (role_columns) : ROLE_NO_PLAN, ROLE_ESTIMATE,
                       paper->estimates);
  for (guint i = 0; i < roles->len; i++)
    add_role (paper, table, roles->pdata[i]);
}

static void
add_extra (const PltScriptPaper *paper, PltDocTable *table, const PltElementFacts *element)
{
  const GPtrArray *occurrences = plt_script_paper_of_element (paper, element->id);
  g_autofree char *numbers = plt_script_paper_numbers (paper, element);
  g_autofree char *sets = plt_script_paper_sets (paper, element);
  g_autofree char *days = plt_script_paper_story_days (paper, element);
  gint64 most = PLT_UNKNOWN, sum = PLT_UNKNOWN;

  for (guint i = 0; i < occurrences->len; i++)
    {
      gint64 quantity = ((PltOccurrenceFacts *) occurrences->pdata[i])->quantity;

      if (quantity == PLT_UNKNOWN)
        continue;
      most = MAX (most, quantity);
      sum = (sum != PLT_UNKNOWN ? sum : 0) + quantity;
    }
  plt_doc_table_row (table, "row.normal");
  {
    PltDocCell *cell = plt_doc_table_text (table, element->name);

    plt_doc_cell_style (cell, "cell.strong");
    plt_doc_cell_ref (cell, (PltRef){ "element", element->id, "name" });
  }
  plt_doc_cell_ref (plt_doc_table_text (table, element->description),
                    (PltRef){ "element", element->id, "description" });
  plt_doc_table_number (table, occurrences->len, 0);
  plt_doc_table_text (table, numbers);
  plt_doc_table_text (table, sets);
  plt_doc_table_text (table, days);
  plt_doc_table_number (table, most, 0);
  plt_doc_table_number (table, sum, 0);
  add_days (paper, table, element);
}

static void
add_extras_total (PltDocTable *table)
{
  static const guint summed[] = { EXTRA_MOST, EXTRA_SUM };
  guint last = plt_doc_table_get_n_rows (table) - 1;
  gboolean known = FALSE;

  for (guint row = 1; row <= last; row++)
    known |= plt_script_paper_value (table, row, EXTRA_SUM) != PLT_UNKNOWN;
  if (last < 2 || !known)
    return;
  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, "Total"), EXTRA_MOST);
  for (guint i = 0; i < G_N_ELEMENTS (summed); i++)
    {
      gint64 sum = PLT_UNKNOWN;

      for (guint row = 1; row <= last; row++)
        sum = plt_script_paper_add (sum, plt_script_paper_value (table, row, summed[i]));
      plt_script_paper_sum (plt_doc_table_number (table, sum, 0), summed[i], 1, last);
    }
}

static void
add_extras (const PltScriptPaper *paper, PltDocument *document)
{
  static const char *const families[] = { "figuration", "cascades" };
  const PltFacts *facts = paper->source.facts;

  for (guint i = 0; i < facts->categories.n; i++)
    {
      const PltCategoryFacts *category = &facts->categories.items[i];
      g_autoptr (GPtrArray) elements = NULL;
      PltDocTable *table;

      if (strcmp (category->family, families[0]) != 0
          && strcmp (category->family, families[1]) != 0)
        continue;
      elements = plt_script_paper_elements (paper, category->id);
      if (elements->len == 0)
        continue;
      plt_document_heading (document, 2, category->name,
                            (PltRef){ "element_category", category->id, NULL });
      table = plt_document_table (document, category->name, extra_columns,
                                  has_plan (paper) ? G_N_ELEMENTS (extra_columns) : EXTRA_NO_PLAN);
      for (guint j = 0; j < elements->len; j++)
        add_extra (paper, table, elements->pdata[j]);
      add_extras_total (table);
    }
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltScriptPaper) paper = { { NULL } };
  PltDocument *document;

  if (!plt_script_paper_open (&paper, store, params, error))
    return NULL;
  document
      = plt_script_paper_new (&paper, "Liste des rôles", NULL, NULL, PLT_PAPER_A4, PLT_LANDSCAPE);
  if (!plt_script_paper_begin (&paper, document))
    return document;
  plt_script_paper_note (
      document,
      has_plan (&paper)
          ? "Au plus : le plus grand nombre dans une séquence ; les mêmes personnes peuvent servir "
            "plusieurs séquences. Présences : somme des nombres. Jours : jours de tournage du plan "
            "de travail en cours. Cost. : costumes."
          : "Au plus : le plus grand nombre dans une séquence ; les mêmes personnes peuvent servir "
            "plusieurs séquences. Présences : somme des nombres. Cost. : costumes.");
  add_roles (&paper, document);
  add_extras (&paper, document);
  return document;
}

const PltDocumentKind plt_document_liste_roles = {
  .id = "liste-roles",
  .title = "Liste des rôles",
  .phase = "developpement",
  .build = build,
};
