#include "plt-ink.h"
#include "plt-styles.h"

static gboolean
is_known (const char *name)
{
  PltTextInk text;
  PltRowInk row;
  PltCellInk cell;
  PltTableRules rules;
  if (g_str_has_prefix (name, "text."))
    return plt_ink_text (name, &text);
  if (g_str_has_prefix (name, "table."))
    return plt_ink_rules (name, &rules);
  if (g_str_has_prefix (name, "row."))
    return plt_ink_row (name, &row);
  if (g_str_has_prefix (name, "run."))
    {
      PangoAttrList *attributes = pango_attr_list_new ();
      plt_ink_text ("text.normal", &text);
      const PltDocRun run = { .style = name };
      gboolean known = plt_ink_run (&run, &text, 0, 1, attributes);
      pango_attr_list_unref (attributes);
      return known;
    }
  plt_ink_row ("row.normal", &row);
  return plt_ink_cell (name, &row, &cell);
}

/* A name a document may use and the sheet lacks would print as if it had no style. */
static void
test_every_style (void)
{
  const char *const *names = plt_style_names ();
  for (guint i = 0; names[i] != NULL; i++)
    if (!is_known (names[i]))
      g_error ("The style sheet of paper has no “%s”.", names[i]);
}

static void
test_unknown (void)
{
  static const char *const names[]
      = { "text.loud", "table.round", "row.last", "run.blue", "cell.big", "effect.noon", "other" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_false (is_known (names[i]));

  PltTextInk text, normal;
  g_assert_false (plt_ink_text (NULL, &text));
  g_assert_true (plt_ink_text ("text.normal", &normal));
  g_assert_cmpfloat (text.font.size, ==, normal.font.size);
  g_assert_false (plt_ink_heading (0, &text));
  g_assert_true (plt_ink_heading (3, &text));
  g_assert_false (plt_ink_heading (4, &text));
}

static void
test_readable (void)
{
  const PltColor white = { 255, 255, 255 };
  const char *const *names = plt_style_names ();
  for (guint i = 0; names[i] != NULL; i++)
    for (guint j = 0; names[j] != NULL; j++)
      {
        PltRowInk row;
        PltCellInk cell;
        if (!g_str_has_prefix (names[i], "row.") || !plt_ink_row (names[i], &row)
            || !plt_ink_cell (names[j], &row, &cell) || cell.mark)
          continue;
        PltColor ground = cell.filled ? cell.fill : white;
        g_assert_cmpfloat (plt_color_contrast (ground, cell.color), >=, 4.5);
        g_assert_cmpfloat (cell.font.size, >=, 5);
      }
}

static void
test_layers (void)
{
  PltRowInk group, normal;
  PltCellInk cell;
  g_assert_true (plt_ink_row ("row.group", &group));
  g_assert_true (plt_ink_row ("row.normal", &normal));
  g_assert_true (group.filled);
  g_assert_true (group.keep_with_next);
  g_assert_cmpint (group.font.weight, ==, PANGO_WEIGHT_BOLD);

  g_assert_true (plt_ink_cell ("cell.normal", &group, &cell));
  g_assert_true (cell.filled);
  g_assert_cmpint (cell.font.weight, ==, PANGO_WEIGHT_BOLD);
  g_assert_true (plt_ink_cell ("effect.ext-night", &normal, &cell));
  g_assert_cmpint (cell.color.red, ==, 255);
  g_assert_cmpint (cell.align, ==, PLT_ALIGN_CENTER);
  g_assert_true (plt_ink_cell ("cell.right", &normal, &cell));
  g_assert_cmpint (cell.align, ==, PLT_ALIGN_END);
  g_assert_true (plt_ink_cell ("cell.small", &normal, &cell));
  g_assert_cmpfloat (cell.font.size, <, normal.font.size);
  /* Red never stands alone. */
  g_assert_true (plt_ink_cell ("cell.warning", &normal, &cell));
  g_assert_true (cell.corner);
  g_assert_cmpint (cell.font.weight, ==, PANGO_WEIGHT_BOLD);

  PltRowInk total;
  g_assert_true (plt_ink_row ("row.grand-total", &total));
  g_assert_true (total.rule_above && total.double_below && total.keep_with_previous);
}

static void
test_numbers (void)
{
  g_assert_true (plt_ink_is_number (PLT_CELL_MONEY));
  g_assert_true (plt_ink_is_number (PLT_CELL_EIGHTHS));
  g_assert_true (plt_ink_is_number (PLT_CELL_CLOCK));
  g_assert_false (plt_ink_is_number (PLT_CELL_TEXT));
  g_assert_false (plt_ink_is_number (PLT_CELL_DATE));
  g_assert_false (plt_ink_is_number (PLT_CELL_EMPTY));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/ink/every-style", test_every_style);
  g_test_add_func ("/render/ink/unknown", test_unknown);
  g_test_add_func ("/render/ink/readable", test_readable);
  g_test_add_func ("/render/ink/layers", test_layers);
  g_test_add_func ("/render/ink/numbers", test_numbers);
  return g_test_run ();
}
