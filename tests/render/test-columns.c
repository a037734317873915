/* How columns share the page: A4 upright with margins of 36 points leaves 523,276. */
#include "plt-layout-private.h"
#include "samples.h"

#define PAGE 523.276

typedef struct
{
  const char *name;
  PltDocColumn columns[6];
  double widths[6]; /* expected; 0 ends */
} Case;

#define F(w)                                                                                       \
  {                                                                                                \
    NULL, NULL, (w)                                                                                \
  }
#define W(weight, min)                                                                             \
  {                                                                                                \
    NULL, NULL, 0, (weight), (min)                                                                 \
  }

static const Case cases[] = {
  { "fixed ones stay", { F (100), F (50) }, { 100, 50 } },
  { "one weight takes the rest", { F (100), W (1, 0) }, { 100, PAGE - 100 } },
  { "in proportion", { F (123.276), W (1, 0), W (3, 0) }, { 123.276, 100, 300 } },
  { "never under its least",
    { F (23.276), W (1, 200), W (1, 0), W (3, 0) },
    { 23.276, 200, 75, 225 } },
  { "least ones first", { W (1, 300), W (1, 100), W (1, 0) }, { 300, 111.638, 111.638 } },
  { "shrunk evenly", { F (300), F (300) }, { PAGE / 2, PAGE / 2 } },
  { "least ones shrunk", { W (1, 400), W (1, 200) }, { PAGE * 2 / 3, PAGE / 3 } },
  { "nothing asked", { F (0), F (0) }, { 8, 8 } },
  { "broken numbers", { F (-5), W (-1, -1), F (100) }, { 8, 8, 100 } },
};

static PltDocTable *
table_of (PltDocument *doc, const PltDocColumn *columns, guint n)
{
  PltDocTable *table = plt_document_table (doc, "T", columns, n);
  plt_doc_table_row (table, "row.normal");
  return table;
}

static void
test_widths (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltDocument) doc = sample_document ("Colonnes");
      g_autoptr (PltLayout) layout = plt_layout_new (doc, NULL);
      guint n = 0;
      while (n < 6 && cases[i].widths[n] > 0)
        n++;
      PltDocTable *table = table_of (doc, cases[i].columns, n);
      g_autoptr (PltTableLayout) t = plt_table_layout_new (layout, table);
      g_test_message ("%s", cases[i].name);
      for (guint c = 0; c < n; c++)
        g_assert_cmpfloat_with_epsilon (t->widths[c], cases[i].widths[c], 0.01);
      g_assert_cmpuint (t->slices->len, ==, 1);
    }
}

/* A weighted column is never too narrow for its numbers while there is room. */
static void
test_room_for_numbers (void)
{
  static const PltDocColumn columns[] = { W (30, 0), W (1, 0) };
  g_autoptr (PltDocument) doc = sample_document ("Colonnes");
  g_autoptr (PltLayout) layout = plt_layout_new (doc, NULL);
  PltDocTable *table = table_of (doc, columns, 2);
  plt_doc_table_text (table, "x");
  plt_doc_table_money (table, G_GINT64_CONSTANT (123456789012));
  g_autoptr (PltTableLayout) t = plt_table_layout_new (layout, table);
  const PltFontSpec spec = { PLT_FACE_SANS, 8, PANGO_WEIGHT_NORMAL, FALSE };
  double number = plt_typesetter_width (layout->type, plt_typesetter_font (layout->type, &spec),
                                        plt_doc_table_get_cell (table, 0, 1)->text);
  g_assert_cmpfloat (t->widths[1], >, number + 6);
  g_assert_cmpfloat_with_epsilon (t->widths[0] + t->widths[1], PAGE, 0.01);
}

/* Even when fixed columns take all, text has room for a few letters. */
static void
test_room_for_text (void)
{
  static const PltDocColumn columns[] = { F (300), W (1, 0), F (300) };
  g_autoptr (PltDocument) doc = sample_document ("Colonnes");
  g_autoptr (PltLayout) layout = plt_layout_new (doc, NULL);
  PltDocTable *table = table_of (doc, columns, 3);
  plt_doc_table_empty (table);
  plt_doc_table_text (table, "Une remarque");
  g_autoptr (PltTableLayout) t = plt_table_layout_new (layout, table);
  g_assert_cmpfloat (t->widths[1], >, 18);
}

static void
test_from_content (void)
{
  static const PltDocColumn columns[] = { F (0), F (0) };
  g_autoptr (PltDocument) doc = sample_document ("Colonnes");
  g_autoptr (PltLayout) layout = plt_layout_new (doc, NULL);
  PltDocTable *table = table_of (doc, columns, 2);
  plt_doc_table_text (table, "Direction de production");
  g_autofree char *endless = g_strnfill (3000, 'm');
  plt_doc_table_text (table, endless);
  g_autoptr (PltTableLayout) t = plt_table_layout_new (layout, table);
  g_assert_cmpfloat (t->widths[0], >, 80);
  g_assert_cmpfloat (t->widths[0], <, 110);
  g_assert_cmpuint (t->lines[0], ==, 1);
  /* Half of the page at most. */
  g_assert_cmpfloat (t->widths[1], <=, PAGE / 2 + 0.01);
  g_assert_cmpuint (t->lines[1], >, 10);
}

static double
slice_width (const PltTableLayout *t, guint i)
{
  const PltSlice *slice = &g_array_index (t->slices, PltSlice, i);
  double width = 0;
  for (guint c = 0; c < t->frozen; c++)
    width += t->widths[c];
  for (guint c = slice->first; c < slice->end; c++)
    width += t->widths[c];
  return width;
}

static void
test_slices (void)
{
  static const struct
  {
    guint n, frozen;
    double width, frozen_width;
    guint slices, kept;
  } table_cases[] = {
    { 10, 0, 60, 0, 1, 0 },    /* 600: shrunk to the page */
    { 12, 0, 60, 0, 2, 0 },    /* 720: two of 360 */
    { 30, 2, 40, 100, 4, 2 },  /* 28 x 40 behind 200 */
    { 5, 1, 2000, 100, 4, 1 }, /* each wider than the page */
    { 3, 2, 400, 400, 3, 0 },  /* frozen ones too wide to be repeated */
    { 60, 1, 30, 523, 5, 0 },
    { 84, 1, 10, 100, 2, 1 }, /* 42 fill the page to a point: evened out, none is beyond it */
  };
  for (guint i = 0; i < G_N_ELEMENTS (table_cases); i++)
    {
      g_autoptr (PltDocument) doc = sample_document ("Colonnes");
      g_autoptr (PltLayout) layout = plt_layout_new (doc, NULL);
      g_autofree PltDocColumn *columns = g_new0 (PltDocColumn, table_cases[i].n);
      for (guint c = 0; c < table_cases[i].n; c++)
        columns[c].width
            = c < table_cases[i].frozen ? table_cases[i].frozen_width : table_cases[i].width;
      PltDocTable *table = table_of (doc, columns, table_cases[i].n);
      plt_doc_table_set_frozen_columns (table, table_cases[i].frozen);
      g_autoptr (PltTableLayout) t = plt_table_layout_new (layout, table);
      g_test_message ("case %u", i);
      g_assert_cmpuint (t->slices->len, ==, table_cases[i].slices);
      g_assert_cmpuint (t->frozen, ==, table_cases[i].kept);
      guint next = t->frozen;
      for (guint s = 0; s < t->slices->len; s++)
        {
          const PltSlice *slice = &g_array_index (t->slices, PltSlice, s);
          g_assert_cmpuint (slice->first, ==, next);
          g_assert_cmpuint (slice->end, >, slice->first);
          g_assert_cmpfloat (slice_width (t, s), <=, PAGE + 0.01);
          next = slice->end;
        }
      g_assert_cmpuint (next, ==, table_cases[i].n);
    }
}

/* Days of three columns under their heads: 13 columns fit, and a slice ends with a day. A head as
 * wide as the table is cut, there being nothing else to do. */
static void
test_slices_keep_heads_whole (void)
{
  for (guint span = 3; span <= 30; span += 27)
    {
      PltDocColumn columns[30] = { { NULL } };
      for (guint c = 0; c < 30; c++)
        columns[c].width = 40;
      g_autoptr (PltDocument) doc = sample_document ("Colonnes");
      g_autoptr (PltLayout) layout = plt_layout_new (doc, NULL);
      PltDocTable *table = plt_document_table (doc, "T", columns, 30);
      plt_doc_table_row (table, "row.header");
      for (guint c = 0; c < 30; c += span)
        plt_doc_cell_span (plt_doc_table_text (table, "J"), span);
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_set_header_rows (table, 1);
      g_autoptr (PltTableLayout) t = plt_table_layout_new (layout, table);
      g_assert_cmpuint (t->slices->len, >=, 3);
      for (guint s = 0; s < t->slices->len; s++)
        {
          const PltSlice *slice = &g_array_index (t->slices, PltSlice, s);
          if (span == 3)
            g_assert_cmpuint (slice->end % 3, ==, 0);
          g_assert_cmpfloat (slice_width (t, s), <=, PAGE + 0.01);
        }
    }
}

/* Absurd wishes, many times over: whatever comes, widths are positive and slices fit the page. */
static void
test_random (void)
{
  static const double lengths[] = { 0, 0, 0, -10, 5, 30, 60, 200, 1e9, G_MAXDOUBLE, G_MINDOUBLE };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  for (int round = 0; round < 300; round++)
    {
      guint n = (guint) g_rand_int_range (rand, 1, 40);
      g_autofree PltDocColumn *columns = g_new0 (PltDocColumn, n);
      for (guint c = 0; c < n; c++)
        {
          columns[c].width = lengths[g_rand_int_range (rand, 0, G_N_ELEMENTS (lengths))];
          columns[c].weight = lengths[g_rand_int_range (rand, 0, G_N_ELEMENTS (lengths))];
          columns[c].min = lengths[g_rand_int_range (rand, 0, G_N_ELEMENTS (lengths))];
        }
      g_autoptr (PltDocument) doc = sample_document ("Colonnes");
      g_autoptr (PltLayout) layout = plt_layout_new (doc, NULL);
      PltDocTable *table = table_of (doc, columns, n);
      plt_doc_table_set_frozen_columns (table, (guint) g_rand_int_range (rand, 0, (int) n));
      g_autoptr (PltTableLayout) t = plt_table_layout_new (layout, table);
      for (guint c = 0; c < n; c++)
        g_assert_cmpfloat (t->widths[c], >, 0);
      for (guint s = 0; s < t->slices->len; s++)
        g_assert_cmpfloat (slice_width (t, s), <=, PAGE + 0.01);
    }
}

static void
test_number_tail (void)
{
  static const char *const tails[][2] = {
    { "12,5", ",5" }, { "12", "" },         { "1\342\200\257234,56", ",56" },
    { "15 %", " %" }, { "15,5 %", ",5 %" }, { "9h30", "" },
    { "", "" },       { "—", "—" },         { "-3", "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    g_assert_cmpstr (plt_number_tail (tails[i][0]), ==, tails[i][1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/columns/widths", test_widths);
  g_test_add_func ("/render/columns/room-for-numbers", test_room_for_numbers);
  g_test_add_func ("/render/columns/room-for-text", test_room_for_text);
  g_test_add_func ("/render/columns/from-content", test_from_content);
  g_test_add_func ("/render/columns/slices", test_slices);
  g_test_add_func ("/render/columns/slices-keep-heads-whole", test_slices_keep_heads_whole);
  g_test_add_func ("/render/columns/random", test_random);
  g_test_add_func ("/render/columns/number-tail", test_number_tail);
  return g_test_run ();
}
