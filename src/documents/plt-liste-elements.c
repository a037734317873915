/* Liste des éléments: what a department has to find, make or hire. One section a category, those of
 * a department together: each element with how many, where, in which séquences and from which day
 * on. */
#include "plt-document-kinds-private.h"
#include "plt-script-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-text.h"

static const PltParamSpec params_spec[] = {
  { "categorie", N_ ("Category"), PLT_PARAM_REFERENCE, "element_category", NULL, NULL },
  { "departement", N_ ("Department"), PLT_PARAM_TEXT, NULL, NULL, NULL },
  { "pages", N_ ("Each department on its own page"), PLT_PARAM_BOOLEAN, NULL, NULL, "0" },
  { NULL },
};

typedef enum
{
  COLUMN_ELEMENT,
  COLUMN_DESCRIPTION,
  COLUMN_QUANTITY,
  COLUMN_COUNT,
  COLUMN_NUMBERS,
  COLUMN_SETS,
  COLUMN_FIRST_DAY,
  COLUMN_NOTES,
  N_COLUMNS,
} Column;

static const PltDocColumn columns[N_COLUMNS] = {
  { .title = "Élément", .id = "element", .weight = 3.2, .min = 100 },
  { .title = "Description", .id = "description", .weight = 2.4, .min = 70 },
  { .title = "Qté", .id = "quantite", .width = 30 },
  { .title = "Séq.", .id = "nombre", .width = 30 },
  { .title = "Séquences", .id = "sequences", .weight = 4, .min = 90 },
  { .title = "Décors", .id = "decors", .weight = 5, .min = 100 },
  { .title = "Premier jour", .id = "premier_jour", .width = 78 },
  { .title = "Notes", .id = "notes", .weight = 2.4, .min = 70 },
};

/* The greatest number that one séquence asks for. */
static gint64
quantity_of (const PltScriptPaper *paper, const PltElementFacts *element)
{
  const GPtrArray *occurrences = plt_script_paper_of_element (paper, element->id);
  gint64 most = PLT_UNKNOWN;

  for (guint i = 0; i < occurrences->len; i++)
    most = MAX (most, ((PltOccurrenceFacts *) occurrences->pdata[i])->quantity);
  return most;
}

static char *
notes_of (const PltScriptPaper *paper, const PltElementFacts *element)
{
  const GPtrArray *occurrences = plt_script_paper_of_element (paper, element->id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < occurrences->len; i++)
    {
      const PltOccurrenceFacts *occurrence = occurrences->pdata[i];

      if (*occurrence->note != '\0')
        g_string_append_printf (text, "%sSéq. %s : %s", text->len > 0 ? "\n" : "",
                                plt_script_paper_sequence (paper, occurrence->sequence)->number,
                                occurrence->note);
    }
  return g_string_free (text, FALSE);
}

static char *
name_of (const PltElementFacts *element)
{
  if (element->number == PLT_UNKNOWN)
    return g_strdup (element->name);
  return g_strdup_printf ("%" G_GINT64_FORMAT ". %s", element->number, element->name);
}

/* What of the columns is printed: one that no element of the category fills is left out. */
static void
choose_columns (const PltScriptPaper *paper, const GPtrArray *elements, gboolean *printed)
{
  for (Column column = 0; column < N_COLUMNS; column++)
    printed[column] = TRUE;
  printed[COLUMN_DESCRIPTION] = printed[COLUMN_QUANTITY] = printed[COLUMN_NOTES] = FALSE;
  printed[COLUMN_FIRST_DAY] = paper->source.plan->n_shooting_days > 0;
  for (guint i = 0; i < elements->len; i++)
    {
      const PltElementFacts *element = elements->pdata[i];
      g_autofree char *notes = notes_of (paper, element);

      printed[COLUMN_DESCRIPTION] |= *element->description != '\0';
      printed[COLUMN_QUANTITY] |= quantity_of (paper, element) != PLT_UNKNOWN;
      printed[COLUMN_NOTES] |= *notes != '\0';
    }
}

static void
add_element (const PltScriptPaper *paper,
             PltDocTable *table,
             const PltElementFacts *element,
             const gboolean *printed)
{
  g_autofree char *name = name_of (element);
  g_autofree char *numbers = plt_script_paper_numbers (paper, element);
  g_autofree char *sets = plt_script_paper_sets (paper, element);
  g_autofree char *day = plt_script_paper_first_day (paper, element);
  g_autofree char *notes = notes_of (paper, element);
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  cell = plt_doc_table_text (table, name);
  plt_doc_cell_style (cell, "cell.strong");
  plt_doc_cell_ref (cell, (PltRef){ "element", element->id, "name" });
  if (printed[COLUMN_DESCRIPTION])
    plt_doc_cell_ref (plt_doc_table_text (table, element->description),
                      (PltRef){ "element", element->id, "description" });
  if (printed[COLUMN_QUANTITY])
    plt_doc_table_number (table, quantity_of (paper, element), 0);
  plt_doc_table_number (table, plt_script_paper_of_element (paper, element->id)->len, 0);
  plt_doc_table_text (table, numbers);
  plt_doc_table_text (table, sets);
  if (printed[COLUMN_FIRST_DAY])
    plt_doc_table_text (table, day);
  if (printed[COLUMN_NOTES])
    plt_doc_table_text (table, notes);
}

static PltDocTable *
start_table (PltDocument *document, const char *name, const gboolean *printed)
{
  PltDocColumn specs[N_COLUMNS];
  guint n = 0;

  for (Column column = 0; column < N_COLUMNS; column++)
    if (printed[column])
      specs[n++] = columns[column];
  return plt_document_table (document, name, specs, n);
}

static void
add_category (const PltScriptPaper *paper,
              PltDocument *document,
              const PltCategoryFacts *category,
              guint level)
{
  g_autoptr (GPtrArray) elements = plt_script_paper_elements (paper, category->id);
  g_autofree char *title = g_strdup_printf ("%s  %s   %u élément%s", category->code, category->name,
                                            elements->len, elements->len > 1 ? "s" : "");
  gboolean printed[N_COLUMNS];
  PltDocTable *table;

  choose_columns (paper, elements, printed);
  plt_document_heading (document, level, title, (PltRef){ "element_category", category->id, NULL });
  table = start_table (document, category->name, printed);
  for (guint i = 0; i < elements->len; i++)
    add_element (paper, table, elements->pdata[i], printed);
}

static gboolean
is_used (const PltScriptPaper *paper, const PltCategoryFacts *category)
{
  g_autoptr (GPtrArray) elements = plt_script_paper_elements (paper, category->id);

  return elements->len > 0;
}

/* A department begins a page of its own when each has to be handed out apart. */
static guint
add_department (const PltScriptPaper *paper,
                PltDocument *document,
                const char *department,
                gboolean apart,
                guint n_before)
{
  const PltFacts *facts = paper->source.facts;
  guint n = 0;

  for (guint i = 0; i < facts->categories.n; i++)
    {
      const PltCategoryFacts *category = &facts->categories.items[i];

      if (plt_text_compare (category->department, department) != 0)
        continue;
      if (!is_used (paper, category))
        continue;
      if (n++ == 0)
        {
          g_autofree char *title = plt_text_title (department);

          if (n_before > 0 && apart)
            plt_document_page_break (document);
          plt_document_heading (document, 1, *title != '\0' ? title : "Sans département",
                                (PltRef){ NULL, 0, NULL });
        }
      add_category (paper, document, category, 2);
    }
  return n;
}

/* Departments in the order of their first category. */
static GPtrArray *
collect_departments (const PltFacts *facts)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < facts->categories.n; i++)
    {
      const char *name = facts->categories.items[i].department;
      gboolean known = FALSE;

      for (guint j = 0; j < names->len && !known; j++)
        known = plt_text_compare (names->pdata[j], name) == 0;
      if (!known)
        g_ptr_array_add (names, (gpointer) name);
    }
  return names;
}

#define RACCORDS "RA" /* these two are filled from elsewhere */
#define QUESTIONS "DIV"

/* Which of the department, or of all, have nothing yet. */
static void
note_missing (const PltScriptPaper *paper, PltDocument *document, const char *only)
{
  const PltFacts *facts = paper->source.facts;
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < facts->categories.n; i++)
    {
      const PltCategoryFacts *category = &facts->categories.items[i];

      if (!is_used (paper, category) && strcmp (category->code, RACCORDS) != 0
          && strcmp (category->code, QUESTIONS) != 0
          && (only == NULL || plt_text_compare (category->department, only) == 0))
        g_string_append_printf (missing, "%s%s",
                                missing->len > 0 ? ", " : "Sans élément : ", category->name);
    }
  if (missing->len == 0)
    return;
  g_string_append_c (missing, '.');
  plt_script_paper_note (document, missing->str);
}

static gboolean
add_departments (const PltScriptPaper *paper,
                 PltDocument *document,
                 const char *only,
                 gboolean apart,
                 GError **error)
{
  g_autoptr (GPtrArray) names = collect_departments (paper->source.facts);
  gboolean known = only == NULL;
  guint n = 0;

  note_missing (paper, document, only);
  for (guint i = 0; i < names->len; i++)
    {
      if (only != NULL && plt_text_compare (names->pdata[i], only) != 0)
        continue;
      known = TRUE;
      n += add_department (paper, document, names->pdata[i], apart, n);
    }
  if (!known)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("No category of elements belongs to the department “%s”."), only);
      return FALSE;
    }
  if (n == 0)
    plt_script_paper_note (document, "Aucun élément n’est encore relevé : dépouillez le scénario.");
  return TRUE;
}

static void
add_one (const PltScriptPaper *paper, PltDocument *document, const PltCategoryFacts *category)
{
  if (is_used (paper, category))
    add_category (paper, document, category, 1);
  else
    {
      g_autofree char *text = g_strdup_printf (
          "Aucun élément n’est encore relevé dans la catégorie « %s ».", category->name);

      plt_script_paper_note (document, text);
    }
}

/* The category that is named by its id, its code, its name or its label. */
static gboolean
choose_category (const PltScriptPaper *paper,
                 PltStore *store,
                 const PltParams *params,
                 const PltCategoryFacts **category,
                 GError **error)
{
  const PltFacts *facts = paper->source.facts;
  const char *text = plt_params_get (params, "categorie");
  gint64 id;

  *category = NULL;
  for (guint i = 0; text != NULL && i < facts->categories.n; i++)
    if (plt_text_compare (facts->categories.items[i].code, text) == 0
        || plt_text_compare (facts->categories.items[i].name, text) == 0)
      {
        *category = &facts->categories.items[i];
        return TRUE;
      }
  if (!plt_script_paper_reference (store, params, "categorie", "element_category", &id, error))
    return FALSE;
  *category = PLT_FACTS_FIND (facts->categories, PltCategoryFacts, id);
  return TRUE;
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  const char *department = plt_params_get (params, "departement");
  gboolean apart = g_strcmp0 (plt_params_get (params, "pages"), "1") == 0;
  g_auto (PltScriptPaper) paper = { { NULL } };
  g_autoptr (PltDocument) document = NULL;
  const PltCategoryFacts *category;
  g_autofree char *subject = NULL;

  if (!plt_script_paper_open (&paper, store, params, error)
      || !choose_category (&paper, store, params, &category, error))
    return NULL;
  if (category != NULL)
    subject = g_strdup (category->name);
  else if (department != NULL)
    subject = plt_text_title (department);
  document = plt_script_paper_new (&paper, "Liste des éléments", subject, NULL, PLT_PAPER_A4,
                                   PLT_LANDSCAPE);
  if (!plt_script_paper_begin (&paper, document))
    return g_steal_pointer (&document);
  plt_script_paper_note (
      document, paper.source.plan->n_shooting_days > 0
                    ? "Qté : le plus grand nombre dans une séquence. Premier jour : dans le plan "
                      "de travail en cours."
                    : "Qté : le plus grand nombre dans une séquence.");
  if (category != NULL)
    add_one (&paper, document, category);
  else if (!add_departments (&paper, document, department, apart, error))
    return NULL;
  return g_steal_pointer (&document);
}

const PltDocumentKind plt_document_liste_elements = {
  .id = "liste-elements",
  .title = "Liste des éléments",
  .phase = "developpement",
  .params = params_spec,
  .build = build,
};
