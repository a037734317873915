#include "xlsx-judge.h"

#include <math.h>
#include <string.h>

#include "xlsx-cells.h"

#define NEAR 1e-7
#define MOST_TOLD 10

/* In one pass: a sheet may be ten million signs long. */
static char *
poison_sheet (const char *sheet)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (sheet));
  const char *p = sheet, *value;
  while ((value = strstr (p, "</f><v>")) != NULL)
    {
      value += strlen ("</f><v>");
      g_string_append_len (out, p, value - p);
      g_string_append (out, "999");
      p = value + strcspn (value, "<");
    }
  g_string_append (out, p);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

void
xlsx_poison (GHashTable *parts)
{
  GHashTableIter iter;
  gpointer name, part;
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &name, &part))
    if (g_str_has_prefix (name, "xl/worksheets/sheet"))
      g_hash_table_iter_replace (&iter, poison_sheet (part));
}

static gboolean
same (const XlsxCell *ours, const XlsxCell *theirs)
{
  const char *value = theirs != NULL ? theirs->value : "";
  if (ours->is_text)
    return strcmp (ours->value, value) == 0;
  char *end;
  double number = g_ascii_strtod (value, &end);
  return end != value && *end == '\0' && fabs (number - g_ascii_strtod (ours->value, NULL)) < NEAR;
}

static guint
compare_sheets (
    const char *name, const GPtrArray *ours, const GPtrArray *theirs, guint told, guint *n_formulas)
{
  g_autoptr (GHashTable) by_place = g_hash_table_new (g_str_hash, g_str_equal);
  guint differences = 0;
  for (guint i = 0; i < theirs->len; i++)
    {
      XlsxCell *cell = g_ptr_array_index (theirs, i);
      g_hash_table_insert (by_place, cell->place, cell);
    }
  for (guint i = 0; i < ours->len; i++)
    {
      const XlsxCell *cell = g_ptr_array_index (ours, i);
      const XlsxCell *calculated = g_hash_table_lookup (by_place, cell->place);
      *n_formulas += cell->formula != NULL;
      if (same (cell, calculated))
        continue;
      if (told + differences++ < MOST_TOLD)
        g_test_message ("%s!%s =%s: ours %s, calculated %s", name, cell->place,
                        cell->formula != NULL ? cell->formula : "", cell->value,
                        calculated != NULL ? calculated->value : "nothing");
    }
  return differences;
}

guint
xlsx_differences (GHashTable *ours, GHashTable *theirs, guint *n_cells, guint *n_formulas)
{
  g_autoptr (GPtrArray) names = xlsx_sheet_names (ours);
  guint differences = 0;
  *n_cells = *n_formulas = 0;
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GPtrArray) here = xlsx_cells (ours, i + 1);
      g_autoptr (GPtrArray) there = xlsx_cells (theirs, i + 1);
      *n_cells += here->len;
      differences
          += compare_sheets (g_ptr_array_index (names, i), here, there, differences, n_formulas);
    }
  return differences;
}
