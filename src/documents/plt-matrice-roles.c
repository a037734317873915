/* Matrices: which role is in which séquence, then what each décor weighs by effect.
 *
 * A mark is a dark box with the number of the role, so that it is read after a photocopy and far
 * from its row. Séquences that do not fit across go on below, or on the next page, behind the same
 * roles. */
#include "plt-document-kinds-private.h"
#include "plt-script-paper.h"

#include <string.h>

#include "plt-text.h"

#define LEFT 3     /* columns before the first séquence: number, role, count */
#define A4_MOST 34 /* séquences across */
#define NUMBER_WIDTH 24.0
#define NAME_WIDTH 132.0
#define COUNT_WIDTH 28.0
#define A4_ROOM (770.0 - NUMBER_WIDTH - NAME_WIDTH - COUNT_WIDTH)
#define A3_ROOM (1118.0 - NUMBER_WIDTH - NAME_WIDTH - COUNT_WIDTH)
#define LEAST_WIDTH 15.5 /* of a séquence: three signs in small */
#define MOST_WIDTH 26.0
#define SHORT 3 /* signs of a story day that stand across */

/* As wide as the paper allows, and as few pages across as the narrowest column makes. */
static double
sequence_width (guint n)
{
  double room = n > A4_MOST ? A3_ROOM : A4_ROOM;
  guint most = (guint) (room / LEAST_WIDTH);
  guint slices = (n + most - 1) / most;
  guint across = (n + slices - 1) / slices;

  return MIN (room / across, MOST_WIDTH);
}

static void
start_row (PltDocTable *table, const char *style, const char *label)
{
  plt_doc_table_row (table, style);
  plt_doc_cell_span (plt_doc_table_text (table, label), 2);
  plt_doc_table_empty (table);
}

static PltDocTable *
start_presence (const PltScriptPaper *paper, PltDocument *document)
{
  guint n = paper->sequences->len + LEFT;
  g_autofree PltDocColumn *columns = g_new0 (PltDocColumn, n);
  double width = sequence_width (paper->sequences->len);
  glong longest = 0;
  PltDocTable *table;

  columns[0] = (PltDocColumn){ .title = "N°", .id = "numero", .width = NUMBER_WIDTH };
  columns[1]
      = (PltDocColumn){ .title = "Rôle", .id = "role", .width = NAME_WIDTH, .sheet_chars = 28 };
  columns[2] = (PltDocColumn){ .title = "Séq.", .id = "nombre", .width = COUNT_WIDTH };
  for (guint i = LEFT; i < n; i++)
    {
      const PltSequenceFacts *sequence = paper->sequences->pdata[i - LEFT];

      columns[i] = (PltDocColumn){ .title = sequence->number, .width = width, .sheet_chars = 5 };
    }
  table = plt_document_table (document, "Rôles et séquences", columns, n);
  start_row (table, "row.header", "Effet");
  for (guint i = 0; i < paper->sequences->len; i++)
    plt_script_paper_add_effect (table, paper->sequences->pdata[i]);
  for (guint i = 0; i < paper->sequences->len; i++)
    longest = MAX (
        longest, g_utf8_strlen (((PltSequenceFacts *) paper->sequences->pdata[i])->story_day, -1));
  start_row (table, "row.header", "Jour-fiction");
  for (guint i = 0; i < paper->sequences->len; i++)
    {
      const PltSequenceFacts *sequence = paper->sequences->pdata[i];
      PltDocCell *cell = plt_doc_table_text (table, sequence->story_day);

      plt_doc_cell_style (cell, longest > SHORT ? "cell.vertical" : "cell.center");
      plt_doc_cell_ref (cell, (PltRef){ "sequence", sequence->id, "story_day" });
    }
  plt_doc_table_set_header_rows (table, plt_doc_table_get_n_rows (table));
  plt_doc_table_set_frozen_columns (table, LEFT);
  return table;
}

static void
add_role (const PltScriptPaper *paper, PltDocTable *table, const PltElementFacts *role)
{
  const GPtrArray *occurrences = plt_script_paper_of_element (paper, role->id);
  g_autofree char *name = plt_script_paper_role (paper, role);
  g_autofree char *count
      = g_strdup_printf ("=COUNTA({.,%u}:{.,%u})", LEFT, LEFT + paper->sequences->len - 1);
  g_autofree char *mark = role->number != PLT_UNKNOWN
                              ? g_strdup_printf ("%" G_GINT64_FORMAT, role->number)
                              : g_strdup ("×");
  guint next = 0; /* occurrences and séquences are both in the order of the film */

  plt_doc_table_row (table, "row.normal");
  plt_doc_table_number (table, role->number, 0);
  plt_doc_cell_ref (plt_doc_table_text (table, name), (PltRef){ "element", role->id, "name" });
  plt_doc_cell_formula (plt_doc_table_number (table, occurrences->len, 0), count);
  for (guint i = 0; i < paper->sequences->len; i++)
    {
      const PltSequenceFacts *sequence = paper->sequences->pdata[i];
      const PltOccurrenceFacts *occurrence
          = next < occurrences->len ? occurrences->pdata[next] : NULL;
      PltDocCell *cell;

      if (occurrence == NULL || occurrence->sequence != sequence->id)
        {
          plt_doc_table_empty (table);
          continue;
        }
      cell = plt_doc_table_text (table, mark);
      plt_doc_cell_style (cell, "cell.mark");
      plt_doc_cell_ref (cell, (PltRef){ "sequence_element", occurrence->id, NULL });
      next++;
    }
}

static void
add_presence (const PltScriptPaper *paper, PltDocument *document)
{
  g_autoptr (GPtrArray) roles = plt_script_paper_family (paper, "roles");
  PltDocTable *table;
  guint first, last;

  plt_document_heading (document, 2, "Rôles et séquences", (PltRef){ NULL, 0, NULL });
  if (roles->len == 0)
    {
      plt_script_paper_note (document,
                             "Aucun rôle n’est encore relevé : dépouillez le scénario, ou "
                             "acceptez les rôles proposés d’après les dialogues.");
      return;
    }
  table = start_presence (paper, document);
  first = plt_doc_table_get_n_rows (table);
  for (guint i = 0; i < roles->len; i++)
    add_role (paper, table, roles->pdata[i]);
  last = plt_doc_table_get_n_rows (table) - 1;
  start_row (table, "row.total", "Rôles par séquence");
  for (guint i = 0; i < paper->sequences->len; i++)
    {
      g_autofree char *formula
          = g_strdup_printf ("=COUNTA({%u,%u}:{%u,%u})", first, LEFT + i, last, LEFT + i);
      gint64 n = 0;
      PltDocCell *cell;

      for (guint row = first; row <= last; row++)
        n += plt_script_paper_is_filled (table, row, LEFT + i);
      cell = plt_doc_table_number (table, n, 0);
      plt_doc_cell_style (cell, "cell.center");
      plt_doc_cell_formula (cell, formula);
    }
}

/* ---- décors and effects ---- */

static const PltEffectClass classes[]
    = { PLT_EFFECT_INT_DAY, PLT_EFFECT_INT_NIGHT, PLT_EFFECT_EXT_DAY, PLT_EFFECT_EXT_NIGHT,
        PLT_EFFECT_DAWN,    PLT_EFFECT_DUSK,      PLT_EFFECT_NONE };
#define N_CLASSES G_N_ELEMENTS (classes)

typedef struct
{
  const PltSetFacts *set;
  PltWeight whole;
  PltWeight effects[N_CLASSES];
} Row;

static void
init_row (Row *row, const PltSetFacts *set)
{
  row->set = set;
  plt_weight_init (&row->whole);
  for (guint i = 0; i < N_CLASSES; i++)
    plt_weight_init (&row->effects[i]);
}

static void
add_to_row (Row *row, const PltSequenceFacts *sequence)
{
  PltEffectClass effect = plt_effect_class (sequence->int_ext, sequence->effect);

  plt_weight_add (&row->whole, sequence);
  for (guint i = 0; i < N_CLASSES; i++)
    if (classes[i] == effect)
      plt_weight_add (&row->effects[i], sequence);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *x = *(const Row *const *) a;
  const Row *y = *(const Row *const *) b;

  if (x->set == NULL || y->set == NULL)
    return (x->set == NULL) - (y->set == NULL);
  if (x->whole.eighths != y->whole.eighths)
    return x->whole.eighths > y->whole.eighths ? -1 : 1;
  return plt_text_compare (x->set->name, y->set->name);
}

static GPtrArray *
collect_rows (const PltScriptPaper *paper, Row *total)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);

  init_row (total, NULL);
  for (guint i = 0; i < paper->sequences->len; i++)
    {
      const PltSequenceFacts *sequence = paper->sequences->pdata[i];
      const PltSetFacts *set
          = PLT_FACTS_FIND (paper->source.facts->sets, PltSetFacts, sequence->set);
      Row *row = NULL;

      for (guint j = 0; j < rows->len && row == NULL; j++)
        if (((Row *) rows->pdata[j])->set == set)
          row = rows->pdata[j];
      if (row == NULL)
        {
          row = g_new0 (Row, 1);
          init_row (row, set);
          g_ptr_array_add (rows, row);
        }
      add_to_row (row, sequence);
      add_to_row (total, sequence);
    }
  g_ptr_array_sort (rows, compare_rows);
  return rows;
}

/* Two header rows: the effects, then pages and minutes of each. */
static PltDocTable *
start_effects (PltDocument *document, const Row *total)
{
  PltDocColumn columns[1 + 2 * (N_CLASSES + 1)] = { { .id = "decor", .weight = 3, .min = 130 } };
  PltDocTable *table;
  guint n = 1;

  for (guint i = 0; i <= N_CLASSES; i++)
    if (i == N_CLASSES || total->effects[i].n > 0)
      {
        columns[n++] = (PltDocColumn){ .width = 40, .sheet_chars = 8 };
        columns[n++] = (PltDocColumn){ .width = 44, .sheet_chars = 9 };
      }
  table = plt_document_table (document, "Décors et effets", columns, n);
  plt_doc_table_row (table, "row.header");
  plt_doc_table_text (table, "Décor");
  for (guint i = 0; i <= N_CLASSES; i++)
    if (i == N_CLASSES || total->effects[i].n > 0)
      {
        PltDocCell *cell = plt_doc_table_text (
            table, i == N_CLASSES ? "Total" : plt_script_paper_effect_name (classes[i]));

        plt_doc_cell_style (cell, i == N_CLASSES ? "cell.center"
                                                 : plt_script_paper_effect_style (classes[i]));
        plt_doc_cell_span (cell, 2);
      }
  plt_doc_table_row (table, "row.header");
  plt_doc_table_empty (table);
  for (guint column = 1; column < n; column += 2)
    {
      plt_doc_cell_style (plt_doc_table_text (table, "Pages"), "cell.right");
      plt_doc_cell_style (plt_doc_table_text (table, "Minutage"), "cell.right");
    }
  plt_doc_table_set_header_rows (table, 2);
  return table;
}

/* "=SUM({.,1},{.,3})": every other place before the column. */
static char *
across (guint column)
{
  GString *formula = g_string_new ("=SUM(");

  for (guint i = 2 - column % 2; i < column - 1; i += 2)
    g_string_append_printf (formula, "%s{.,%u}", i > 2 ? "," : "", i);
  g_string_append_c (formula, ')');
  return g_string_free (formula, FALSE);
}

static void
add_effects_row (PltDocTable *table, const Row *row, const Row *total, gboolean is_total)
{
  guint last = plt_doc_table_get_n_rows (table) - 1;
  guint column = 1;

  plt_doc_table_row (table, is_total ? "row.total" : "row.normal");
  if (is_total)
    plt_doc_table_text (table, "Total");
  else if (row->set != NULL)
    plt_doc_cell_ref (plt_doc_table_text (table, row->set->name),
                      (PltRef){ "set", row->set->id, "name" });
  else
    plt_doc_table_text (table, "SANS DÉCOR");
  for (guint i = 0; i <= N_CLASSES; i++)
    {
      const PltWeight *weight = i == N_CLASSES ? &row->whole : &row->effects[i];

      if (i < N_CLASSES && total->effects[i].n == 0)
        continue;
      for (guint part = 0; part < 2; part++, column++)
        {
          PltDocCell *cell = part == 0 ? plt_doc_table_eighths (table, weight->eighths)
                                       : plt_doc_table_seconds (table, plt_weight_seconds (weight));

          if (i == N_CLASSES)
            {
              g_autofree char *formula = across (column);

              plt_doc_cell_formula (cell, formula);
              plt_doc_cell_style (cell, "cell.strong");
            }
          else if (is_total)
            plt_script_paper_sum (cell, column, 2, last);
        }
    }
}

static void
add_effects (const PltScriptPaper *paper, PltDocument *document)
{
  Row total;
  g_autoptr (GPtrArray) rows = collect_rows (paper, &total);
  PltDocTable *table;

  if (paper->sequences->len > A4_MOST)
    plt_document_page_break (document);
  plt_document_heading (document, 2, "Décors et effets", (PltRef){ NULL, 0, NULL });
  table = start_effects (document, &total);
  for (guint i = 0; i < rows->len; i++)
    add_effects_row (table, rows->pdata[i], &total, FALSE);
  add_effects_row (table, &total, &total, TRUE);
  plt_document_space (document, 6);
  plt_script_paper_note (document,
                         "Minutage : préminutage de la scripte, à défaut estimation automatique. "
                         "Effets : I intérieur, E extérieur ; J jour, N nuit, A aube, M matin, S "
                         "soir, C crépuscule.");
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltScriptPaper) paper = { { NULL } };
  PltDocument *document;

  if (!plt_script_paper_open (&paper, store, params, error))
    return NULL;
  document = plt_script_paper_new (&paper, "Matrice des rôles", NULL, NULL,
                                   paper.sequences->len > A4_MOST ? PLT_PAPER_A3 : PLT_PAPER_A4,
                                   PLT_LANDSCAPE);
  if (!plt_script_paper_begin (&paper, document))
    return document;
  add_presence (&paper, document);
  add_effects (&paper, document);
  return document;
}

const PltDocumentKind plt_document_matrice_roles = {
  .id = "matrice-roles",
  .title = "Matrice des rôles",
  .phase = "developpement",
  .build = build,
};
