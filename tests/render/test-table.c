/* Tables on pages: headers, groups, totals, rows no page holds, slices, spans, rules. */
#include <math.h>
#include <string.h>

#include "plt-layout-private.h"
#include "samples.h"

static const PltPage *
page_of (const PltLayout *layout, guint page)
{
  return g_ptr_array_index (layout->pages, page);
}

static const PltTextBox *
text_at (const PltLayout *layout, guint page, guint i)
{
  return i < page_of (layout, page)->texts->len
             ? &g_array_index (page_of (layout, page)->texts, PltTextBox, i)
             : NULL;
}

static gboolean
is_text (const PltTextBox *box, const char *text)
{
  return (gsize) box->span.length == strlen (text)
         && strncmp (box->span.text, text, strlen (text)) == 0;
}

static const PltTextBox *
find_text (const PltLayout *layout, guint page, const char *text)
{
  const PltTextBox *box;
  for (guint i = 0; (box = text_at (layout, page, i)) != NULL; i++)
    if (is_text (box, text))
      return box;
  return NULL;
}

static PltLayout *
lay_out (const PltDocument *doc)
{
  return plt_layout_new (doc, NULL);
}

static guint
count_rules (const PltLayout *layout, guint page, gboolean upright)
{
  guint n = 0;
  const GArray *shapes = page_of (layout, page)->shapes;
  for (guint i = 0; i < shapes->len; i++)
    {
      const PltShape *shape = &g_array_index (shapes, PltShape, i);
      if (shape->kind == PLT_SHAPE_LINE && (shape->height > 0) == upright)
        n++;
    }
  return n;
}

static void
add_row (PltDocTable *table, const char *style, const char *text)
{
  plt_doc_table_row (table, style);
  plt_doc_table_text (table, text);
}

/* ---- headers ---- */

static void
test_header_repeated (void)
{
  static const PltDocColumn columns[] = { { "Premier", NULL, 0, 1 }, { "Second", NULL, 0, 1 } };
  g_autoptr (PltDocument) doc = sample_document ("Têtes");
  PltDocTable *table = plt_document_table (doc, "T", columns, 2);
  plt_doc_table_set_header_rows (table, 2);
  plt_doc_table_row (table, "row.header");
  plt_doc_cell_span (plt_doc_table_text (table, "Sous-titre"), 2);
  for (int i = 0; i < 150; i++)
    add_row (table, "row.normal", "valeur");
  g_autoptr (PltLayout) layout = lay_out (doc);
  g_assert_cmpuint (layout->pages->len, ==, 4);
  for (guint p = 0; p < layout->pages->len; p++)
    {
      const PltTextBox *title = find_text (layout, p, "Premier");
      const PltTextBox *below = find_text (layout, p, "Sous-titre");
      const PltTextBox *value = find_text (layout, p, "valeur");
      g_assert_true (title != NULL && below != NULL && value != NULL);
      g_assert_cmpint (title->tag, ==, PLT_TAG_HEADER_CELL);
      g_assert_cmpint (value->tag, ==, PLT_TAG_CELL);
      g_assert_cmpfloat (title->y, <, below->y);
      g_assert_cmpfloat (below->y, <, value->y);
      if (p > 0)
        g_assert_cmpfloat (title->y, <, layout->margin_y + 40);
    }
}

static void
test_header_too_high (void)
{
  static const PltDocColumn columns[] = { { "Titre", NULL, 0, 1 } };
  g_autoptr (PltDocument) doc = sample_document ("Têtes");
  PltDocTable *table = plt_document_table (doc, "T", columns, 1);
  plt_doc_table_set_header_rows (table, 41);
  for (int i = 0; i < 40; i++)
    add_row (table, "row.header", "tête");
  for (int i = 0; i < 100; i++)
    add_row (table, "row.normal", "valeur");
  g_autoptr (PltLayout) layout = lay_out (doc);
  guint n = layout->pages->len;
  g_assert_cmpuint (n, ==, 3);
  g_assert_null (find_text (layout, n - 1, "tête"));
}

static void
test_only_header (void)
{
  static const PltDocColumn columns[] = { { "Titre", NULL, 0, 1 } };
  g_autoptr (PltDocument) doc = sample_document ("Têtes");
  plt_document_table (doc, "T", columns, 1);
  static const PltDocColumn untitled[] = { { NULL, "a", 0, 1 } };
  plt_document_table (doc, "U", untitled, 1);
  g_autoptr (PltLayout) layout = lay_out (doc);
  g_assert_cmpuint (layout->pages->len, ==, 1);
  g_assert_nonnull (find_text (layout, 0, "Titre"));
}

/* Wherever a table of eight rows begins, its title, its head and three rows stand on one page. */
static void
test_beginning (void)
{
  static const PltDocColumn columns[] = { { "Titre", NULL, 0, 1 } };

  for (guint before = 40; before < 70; before++)
    {
      g_autoptr (PltDocument) doc = sample_document ("Début");
      PltDocTable *table = plt_document_table (doc, "T", columns, 1);
      const char *const rows[] = { "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit" };

      for (guint i = 0; i < before; i++)
        add_row (table, "row.normal", "avant");
      plt_document_heading (doc, 2, "Étapes", (PltRef){ NULL, 0, NULL });
      table = plt_document_table (doc, "U", columns, 1);
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        add_row (table, "row.normal", rows[i]);

      g_autoptr (PltLayout) layout = lay_out (doc);
      guint page = find_text (layout, 0, "un") != NULL ? 0 : 1;
      g_assert_nonnull (find_text (layout, page, "Étapes"));
      g_assert_nonnull (find_text (layout, page, "un"));
      g_assert_nonnull (find_text (layout, page, "trois"));
    }
}

/* ---- what stays together ---- */

/* For any number of rows before it, a group row is followed by a row of its own on its page, and a
 * total has one above it. */
static void
test_groups_and_totals (void)
{
  static const PltDocColumn columns[] = { { "Titre", NULL, 0, 1 } };
  for (guint first = 30; first < 90; first++)
    {
      g_autoptr (PltDocument) doc = sample_document ("Groupes");
      PltDocTable *table = plt_document_table (doc, "T", columns, 1);
      for (guint i = 0; i < first; i++)
        add_row (table, "row.normal", "avant");
      add_row (table, "row.group", "groupe");
      add_row (table, "row.subgroup", "sous-groupe");
      add_row (table, "row.normal", "première");
      add_row (table, "row.normal", "dernière");
      add_row (table, "row.total", "total");
      add_row (table, "row.grand-total", "total général");
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_keep_with_next (table);
      plt_doc_table_text (table, "liée");
      add_row (table, "row.normal", "à celle-ci");
      g_autoptr (PltLayout) layout = lay_out (doc);
      static const char *const together[][2] = {
        { "groupe", "sous-groupe" },  { "sous-groupe", "première" }, { "dernière", "total" },
        { "total", "total général" }, { "liée", "à celle-ci" },
      };
      for (guint p = 0; p < layout->pages->len; p++)
        for (guint i = 0; i < G_N_ELEMENTS (together); i++)
          g_assert_cmpint (find_text (layout, p, together[i][0]) != NULL, ==,
                           find_text (layout, p, together[i][1]) != NULL);
    }
}

static void
test_endless_chain (void)
{
  static const PltDocColumn columns[] = { { "Titre", NULL, 0, 1 } };
  g_autoptr (PltDocument) doc = sample_document ("Chaîne");
  PltDocTable *table = plt_document_table (doc, "T", columns, 1);
  for (int i = 0; i < 5000; i++)
    add_row (table, "row.group", "maillon");
  gint64 start = g_get_monotonic_time ();
  g_autoptr (PltLayout) layout = lay_out (doc);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
  guint n = 0;
  for (guint p = 0; p < layout->pages->len; p++)
    for (guint i = 0; text_at (layout, p, i) != NULL; i++)
      if (is_text (text_at (layout, p, i), "maillon"))
        {
          const PltTextBox *box = text_at (layout, p, i);
          g_assert_cmpfloat (box->y + box->height, <=, layout->bottom);
          n++;
        }
  g_assert_cmpuint (n, ==, 5000);
  g_assert_cmpuint (layout->pages->len, <, 130);
}

/* ---- rows no page holds ---- */

static char *
numbered_lines (guint n)
{
  GString *text = g_string_new ("ligne 1");
  for (guint i = 2; i <= n; i++)
    g_string_append_printf (text, "\nligne %u", i);
  return g_string_free (text, FALSE);
}

static void
test_split_row (void)
{
  static const PltDocColumn columns[] = { { "A", NULL, 0, 1 }, { "B", NULL, 0, 1 } };
  g_autofree char *tall = numbered_lines (200);
  g_autofree char *taller = numbered_lines (300);
  g_autoptr (PltDocument) doc = sample_document ("Hautes");
  PltDocTable *table = plt_document_table (doc, "T", columns, 2);
  add_row (table, "row.normal", "avant");
  plt_doc_table_row (table, "row.normal");
  plt_doc_cell_ref (plt_doc_table_text (table, tall), sample_ref ("sequence", 9, NULL));
  plt_doc_table_text (table, taller);
  add_row (table, "row.normal", "après");
  g_autoptr (PltLayout) layout = lay_out (doc);

  guint left = 0;
  guint right = 0;
  for (guint p = 0; p < layout->pages->len; p++)
    {
      g_assert_nonnull (find_text (layout, p, "A"));
      for (guint i = 0; text_at (layout, p, i) != NULL; i++)
        {
          const PltTextBox *box = text_at (layout, p, i);
          if (strncmp (box->span.text, "ligne", 5) != 0)
            continue;
          guint *count = box->x < layout->left + 100 ? &left : &right;
          g_autofree char *expected = g_strdup_printf ("ligne %u", *count + 1);
          g_assert_true (g_str_has_prefix (box->span.text, expected));
          *count += box->n_lines;
          g_assert_cmpfloat (box->y + box->height, <=, layout->bottom + 0.01);
          PltRef ref;
          g_assert_true (plt_layout_hit (layout, p, box->x + 1, box->y + 1, &ref));
          g_assert_cmpint (ref.id, ==, 9);
        }
    }
  g_assert_cmpuint (left, ==, 200);
  g_assert_cmpuint (right, ==, 300);
  /* It begins below the row before it: the first page is not left empty. */
  g_assert_nonnull (find_text (layout, 0, "avant"));
  g_assert_nonnull (find_text (layout, 0, "A"));
  g_assert_cmpuint (page_of (layout, 0)->texts->len, >, 10);
  g_assert_nonnull (find_text (layout, layout->pages->len - 1, "après"));
}

static void
test_long_word (void)
{
  static const PltDocColumn columns[] = { { "A", NULL, 48 }, { "B", NULL, 0, 1 } };
  g_autofree char *word = g_strnfill (500, 'w');
  g_autoptr (PltDocument) doc = sample_document ("Mots");
  PltDocTable *table = plt_document_table (doc, "T", columns, 2);
  add_row (table, "row.normal", word);
  add_row (table, "row.normal", "Haudecœur-Wilczek");
  g_autoptr (PltLayout) layout = lay_out (doc);
  const PltTextBox *box = find_text (layout, layout->pages->len - 1, "Haudecœur-Wilczek");
  g_assert_nonnull (box);
  /* Written smaller rather than broken. */
  g_assert_cmpuint (box->n_lines, ==, 2);
  g_assert_cmpfloat (plt_font_get_spec (box->span.font)->size, <, 8);
  g_assert_cmpfloat (plt_font_get_spec (box->span.font)->size, >=, 5.5);
}

/* ---- numbers ---- */

static const PltTextBox *
number_box (const PltLayout *layout, const char *text)
{
  const PltTextBox *box = find_text (layout, 0, text);
  g_assert_nonnull (box);
  g_assert_cmpint (box->align, ==, PLT_ALIGN_END);
  return box;
}

static double
comma_of (PltLayout *layout, const PltTextBox *box)
{
  g_autofree char *text = g_strndup (box->span.text, (gsize) box->span.length);
  return box->x + box->width
         - plt_typesetter_width (layout->type, box->span.font, plt_number_tail (text));
}

static void
test_commas_align (void)
{
  static const PltDocColumn columns[] = { { "Nombre", NULL, 80 }, { "Taux", NULL, 80 } };
  g_autoptr (PltDocument) doc = sample_document ("Nombres");
  PltDocTable *table = plt_document_table (doc, "T", columns, 2);
  static const gint64 numbers[] = { 1000, 2500, 12345, 1234567, -500 };
  static const char *const shown[] = { "1", "2,5", "12,345", "1\342\200\257234,567", "-0,5" };
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      plt_doc_table_row (table, i == 3 ? "row.total" : "row.normal");
      plt_doc_table_number (table, numbers[i], 3);
      plt_doc_table_rate (table, i % 2 ? 155000 : 200000);
    }
  g_autoptr (PltLayout) layout = lay_out (doc);
  /* Bold figures are a little wider than regular ones. */
  double first = comma_of (layout, number_box (layout, shown[0]));
  for (guint i = 1; i < G_N_ELEMENTS (shown); i++)
    {
      double comma = comma_of (layout, number_box (layout, shown[i]));
      g_assert_cmpfloat_with_epsilon (comma, first, i == 3 ? 1.0 : 0.05);
    }
  g_assert_cmpfloat_with_epsilon (comma_of (layout, number_box (layout, "20\342\200\257%")),
                                  comma_of (layout, number_box (layout, "15,5\342\200\257%")),
                                  0.05);
  /* Titles stand above their figures. */
  g_assert_cmpint (find_text (layout, 0, "Nombre")->align, ==, PLT_ALIGN_END);
}

static void
test_number_too_wide (void)
{
  static const PltDocColumn columns[] = { { NULL, "a", 62 }, { NULL, "b", 60 } };
  g_autoptr (PltDocument) doc = sample_document ("Nombres");
  PltDocTable *table = plt_document_table (doc, "T", columns, 2);
  plt_doc_table_row (table, "row.grand-total");
  plt_doc_table_money (table, G_GINT64_CONSTANT (123456789012));
  plt_doc_table_date (table, plt_date_from_ymd (2026, 11, 18));
  g_autoptr (PltLayout) layout = lay_out (doc);
  const PltTextBox *money
      = find_text (layout, 0, "1\342\200\257234\342\200\257567\342\200\257890,12");
  g_assert_nonnull (money);
  g_assert_cmpuint (money->n_lines, ==, 1);
  g_assert_cmpfloat (plt_font_get_spec (money->span.font)->size, <, 9);
  const PltTextBox *date = find_text (layout, 0, "18/11/2026");
  g_assert_cmpuint (date->n_lines, ==, 1);
}

/* ---- slices and spans ---- */

static void
test_slices_on_pages (void)
{
  g_autoptr (PltDocument) doc = sample_planche_a4 ();
  g_autoptr (PltLayout) layout = lay_out (doc);
  g_assert_cmpuint (layout->pages->len, ==, 2);
  g_assert_nonnull (find_text (layout, 0, "J1"));
  g_assert_null (find_text (layout, 0, "J44"));
  g_assert_null (find_text (layout, 1, "J1"));
  g_assert_nonnull (find_text (layout, 1, "J44"));
  for (guint p = 0; p < 2; p++)
    {
      g_assert_nonnull (find_text (layout, p, "La patronne du café"));
      g_assert_nonnull (find_text (layout, p, "Rôles")); /* spans both slices */
      g_assert_nonnull (find_text (layout, p, "Date"));
    }
  /* Rows are as high in both: the sheets can be put side by side. */
  const PltTextBox *a = find_text (layout, 0, "Nora");
  const PltTextBox *b = find_text (layout, 0, "La voisine");
  const PltTextBox *c = find_text (layout, 1, "Nora");
  const PltTextBox *d = find_text (layout, 1, "La voisine");
  g_assert_cmpfloat_with_epsilon (b->y - a->y, d->y - c->y, 0.01);
  /* Two tables for those who listen, since a page shows two. */
  g_assert_cmpuint (a->table, !=, c->table);
}

/* A span that begins in one slice and ends in the next shows its text in both. */
static void
test_span_over_slices (void)
{
  PltDocColumn columns[10] = { { NULL } };
  for (int i = 0; i < 10; i++)
    columns[i].width = 100;
  g_autoptr (PltDocument) doc = sample_document ("Étendues");
  PltDocTable *table = plt_document_table (doc, "T", columns, 10);
  plt_doc_table_row (table, "row.normal");
  for (int i = 0; i < 4; i++)
    plt_doc_table_text (table, "x");
  plt_doc_cell_ref (plt_doc_table_text (table, "étendue"), sample_ref ("budget", 4, NULL));
  plt_doc_cell_span ((PltDocCell *) plt_doc_table_get_cell (table, 0, 4), 3);
  for (int i = 7; i < 10; i++)
    plt_doc_table_text (table, "y");
  g_autoptr (PltLayout) layout = lay_out (doc);
  guint seen = 0;
  const PltTextBox *box;
  for (guint i = 0; (box = text_at (layout, 0, i)) != NULL; i++)
    if (is_text (box, "étendue"))
      {
        PltRef ref;
        g_assert_true (plt_layout_hit (layout, 0, box->x + 1, box->y + 1, &ref));
        g_assert_cmpint (ref.id, ==, 4);
        g_assert_cmpfloat (box->x + box->width, <=, layout->left + layout->width + 0.01);
        seen++;
      }
  g_assert_cmpuint (seen, ==, 2);
}

static void
test_span_rules (void)
{
  static const PltDocColumn columns[]
      = { { NULL, "a", 100 }, { NULL, "b", 100 }, { NULL, "c", 100 } };
  g_autoptr (PltDocument) doc = sample_document ("Filets");
  PltDocTable *table = plt_document_table (doc, "T", columns, 3);
  guint upright[3];
  static const char *const styles[] = { "table.grid", "table.ledger", "table.plain" };
  for (int i = 0; i < 5; i++)
    {
      plt_doc_table_row (table, "row.normal");
      PltDocCell *cell = plt_doc_table_text (table, "x");
      if (i == 2)
        plt_doc_cell_span (cell, 3);
    }
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      plt_doc_table_set_style (table, styles[i]);
      g_autoptr (PltLayout) layout = lay_out (doc);
      upright[i] = count_rules (layout, 0, TRUE);
    }
  /* Two outer rules in one piece, two inner ones each broken by the span; the title block has one.
   */
  g_assert_cmpuint (upright[0] - upright[2], ==, 2 + 4);
  g_assert_cmpuint (upright[1], ==, upright[2]);
}

/* ---- cells ---- */

static const PltShape *
find_shape (const PltLayout *layout, PltShapeKind kind)
{
  const GArray *shapes = page_of (layout, 0)->shapes;
  for (guint i = 0; i < shapes->len; i++)
    if (g_array_index (shapes, PltShape, i).kind == kind)
      return &g_array_index (shapes, PltShape, i);
  return NULL;
}

static PltDocument *
single_cell (const char *text, const char *style, double width)
{
  PltDocColumn columns[] = { { NULL, "a", width } };
  PltDocument *doc = sample_document ("Cellule");
  PltDocTable *table = plt_document_table (doc, "T", columns, 1);
  plt_doc_table_row (table, "row.normal");
  plt_doc_cell_style (plt_doc_table_text (table, text), style);
  return doc;
}

static void
test_vertical (void)
{
  g_autoptr (PltDocument) doc = single_cell ("Commissariat de la ville haute", "cell.vertical", 24);
  g_autoptr (PltLayout) layout = lay_out (doc);
  const PltTextBox *box = find_text (layout, 0, "Commissariat de la ville haute");
  g_assert_true (box->rotated);
  g_assert_cmpfloat (box->height, >, 80);
  g_assert_cmpfloat (box->width, <, 24);
  g_assert_cmpuint (box->n_lines, ==, 1);

  /* Longer than a cell grows: two lines side by side where the column has room for them. */
  const char *endless = "Commissariat de la ville haute, bureau du lieutenant Vidal, second étage";
  g_autoptr (PltDocument) wide = single_cell (endless, "cell.vertical", 40);
  g_autoptr (PltLayout) second = lay_out (wide);
  box = find_text (second, 0, endless);
  g_assert_cmpuint (box->n_lines, >=, 2);
  g_assert_cmpfloat (box->height, <=, 140);
}

static void
test_mark_and_effect (void)
{
  g_autoptr (PltDocument) doc = single_cell ("", "cell.mark", 24);
  g_autoptr (PltLayout) layout = lay_out (doc);
  const PltShape *mark = find_shape (layout, PLT_SHAPE_MARK);
  g_assert_nonnull (mark);
  g_assert_cmpfloat (mark->width, >, 15);
  g_assert_cmpfloat (mark->height, >, 8);

  g_autoptr (PltDocument) night = single_cell ("E/N", "effect.ext-night", 24);
  g_autoptr (PltLayout) second = lay_out (night);
  const PltShape *fill = find_shape (second, PLT_SHAPE_FILL);
  const PltEffectColors *colors
      = &plt_palette_get (PLT_PALETTE_PAPER)->effects[PLT_EFFECT_EXT_NIGHT];
  g_assert_cmpint (fill->color.blue, ==, colors->fill.blue);
  g_assert_cmpfloat_with_epsilon (fill->width, 24, 0.01);
  g_assert_cmpint (find_text (second, 0, "E/N")->color.red, ==, 255);

  /* in the colours of the production, when it has its own */
  PltEffectScheme own = *plt_effect_scheme_usual ();
  own.own = TRUE;
  own.paper[PLT_EFFECT_EXT_NIGHT] = (PltEffectPair){ 0xa6dba0, 0x16181c };
  g_autoptr (PltDocument) green = single_cell ("E/N", "effect.ext-night", 24);
  plt_document_set_effects (green, &own);
  g_autoptr (PltLayout) painted = lay_out (green);
  g_assert_cmpint (find_shape (painted, PLT_SHAPE_FILL)->color.green, ==, 0xdb);
  g_assert_cmpint (find_text (painted, 0, "E/N")->color.red, ==, 0x16);

  g_autoptr (PltDocument) warning = single_cell ("9h30", "cell.warning", 40);
  g_autoptr (PltLayout) third = lay_out (warning);
  g_assert_nonnull (find_shape (third, PLT_SHAPE_CORNER));
}

static void
test_total_rules (void)
{
  static const PltDocColumn columns[] = { { NULL, "a", 100 } };
  guint rules[3];
  static const char *const styles[] = { "row.normal", "row.total", "row.grand-total" };
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autoptr (PltDocument) doc = sample_document ("Totaux");
      PltDocTable *table = plt_document_table (doc, "T", columns, 1);
      plt_doc_table_set_style (table, "table.plain");
      add_row (table, styles[i], "x");
      g_autoptr (PltLayout) layout = lay_out (doc);
      rules[i] = count_rules (layout, 0, FALSE);
    }
  g_assert_cmpuint (rules[1], ==, rules[0] + 1); /* above */
  g_assert_cmpuint (rules[2], ==, rules[0] + 3); /* above, and two below */
}

/* ---- size ---- */

static void
test_ten_thousand_rows (void)
{
  g_autoptr (PltDocument) doc = sample_long_table (10000, 6);
  g_autoptr (PltLayout) layout = lay_out (doc);
  guint n = layout->pages->len;
  g_assert_cmpuint (n, >, 150);
  g_assert_cmpuint (n, <, 260);
  g_assert_nonnull (find_text (layout, n - 1, "Ligne 10000"));
  g_assert_nonnull (find_text (layout, n - 1, "Titre"));
  PltRef ref = sample_ref ("sequence", 10000, "number");
  PltLayoutPlace place;
  g_assert_true (plt_layout_locate (layout, &ref, &place));
  g_assert_cmpuint (place.page, ==, n - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/table/header-repeated", test_header_repeated);
  g_test_add_func ("/render/table/header-too-high", test_header_too_high);
  g_test_add_func ("/render/table/only-header", test_only_header);
  g_test_add_func ("/render/table/beginning", test_beginning);
  g_test_add_func ("/render/table/groups-and-totals", test_groups_and_totals);
  g_test_add_func ("/render/table/endless-chain", test_endless_chain);
  g_test_add_func ("/render/table/split-row", test_split_row);
  g_test_add_func ("/render/table/long-word", test_long_word);
  g_test_add_func ("/render/table/commas-align", test_commas_align);
  g_test_add_func ("/render/table/number-too-wide", test_number_too_wide);
  g_test_add_func ("/render/table/slices-on-pages", test_slices_on_pages);
  g_test_add_func ("/render/table/span-over-slices", test_span_over_slices);
  g_test_add_func ("/render/table/span-rules", test_span_rules);
  g_test_add_func ("/render/table/vertical", test_vertical);
  g_test_add_func ("/render/table/mark-and-effect", test_mark_and_effect);
  g_test_add_func ("/render/table/total-rules", test_total_rules);
  g_test_add_func ("/render/table/ten-thousand-rows", test_ten_thousand_rows);
  return g_test_run ();
}
