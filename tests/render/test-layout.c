/* Pages, headings, paragraphs, fields, drawings; hit testing; that nothing is cut off or lost. */
#include <string.h>

#include "plt-fonts.h"
#include "plt-layout-private.h"
#include "plt-test-document.h"
#include "plt-test-golden.h"
#include "samples.h"

static const PltPage *
page_of (const PltLayout *layout, guint page)
{
  return g_ptr_array_index (layout->pages, page);
}

/* The first box whose text is `text`, or begins with it when it ends with "*". */
static const PltTextBox *
find_text (const PltLayout *layout, guint page, const char *text)
{
  const PltPage *where = page_of (layout, page);
  gsize length = strlen (text);
  gboolean prefix = length > 0 && text[length - 1] == '*';
  for (guint i = 0; i < where->texts->len; i++)
    {
      const PltTextBox *box = &g_array_index (where->texts, PltTextBox, i);
      if (prefix
              ? strncmp (box->span.text, text, length - 1) == 0
              : (gsize) box->span.length == length && strncmp (box->span.text, text, length) == 0)
        return box;
    }
  return NULL;
}

static PltLayout *
lay_out (const PltDocument *doc)
{
  return plt_layout_new (doc, NULL);
}

/* ---- the frame ---- */

static void
test_empty (void)
{
  g_autoptr (PltDocument) doc = sample_empty ();
  g_autoptr (PltLayout) layout = lay_out (doc);
  g_assert_cmpuint (plt_layout_get_n_pages (layout), ==, 1);
  g_assert_nonnull (find_text (layout, 0, "Rien"));
  g_assert_nonnull (find_text (layout, 0, "page 1/1"));
  guint n;
  plt_layout_get_outline (layout, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_false (plt_layout_hit (layout, 0, 100, 100, NULL));
  g_assert_false (plt_layout_hit (layout, 7, 100, 100, NULL));
}

static void
test_frame (void)
{
  g_autoptr (PltDocument) doc = sample_long_table (130, 4);
  g_autoptr (PltLayout) layout = lay_out (doc);
  guint n = plt_layout_get_n_pages (layout);
  g_assert_cmpuint (n, ==, 3);
  g_assert_nonnull (find_text (layout, 0, "Longue liste"));
  g_assert_nonnull (find_text (layout, 0, "Les Films du Gué"));
  g_assert_nonnull (find_text (layout, 0, "v3"));
  g_assert_null (find_text (layout, 0, "La Passe · Longue liste"));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("page %u/%u", i + 1, n);
      g_assert_nonnull (find_text (layout, i, number));
      g_assert_nonnull (
          find_text (layout, i, "La Passe · Longue liste · v3 · édition du 11/05/2026"));
      if (i > 0)
        g_assert_nonnull (find_text (layout, i, "La Passe · Longue liste"));
    }
}

static void
test_papers (void)
{
  static const struct
  {
    PltPaper paper;
    PltOrientation orientation;
    double width, height;
  } papers[] = {
    { PLT_PAPER_A4, PLT_PORTRAIT, 595.276, 841.890 },
    { PLT_PAPER_A4, PLT_LANDSCAPE, 841.890, 595.276 },
    { PLT_PAPER_A3, PLT_LANDSCAPE, 1190.551, 841.890 },
    { PLT_PAPER_A0, PLT_PORTRAIT, 2383.937, 3370.394 },
  };
  static const double margins[] = { 0, 10, 36, 200, 1e6 };
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    for (guint j = 0; j < G_N_ELEMENTS (margins); j++)
      {
        PltDocInfo info = { .title = "Papier",
                            .paper = papers[i].paper,
                            .orientation = papers[i].orientation,
                            .margin = margins[j],
                            .date = PLT_DATE_NONE };
        g_autoptr (PltDocument) doc = plt_document_new (&info);
        plt_document_paragraph (doc, "text.normal", "Un mot", NO_REF);
        g_autoptr (PltLayout) layout = lay_out (doc);
        double width, height, x;
        plt_layout_get_page_size (layout, &width, &height);
        plt_layout_get_margins (layout, &x, NULL);
        g_assert_cmpfloat_with_epsilon (width, papers[i].width, 0.001);
        g_assert_cmpfloat_with_epsilon (height, papers[i].height, 0.001);
        g_assert_cmpfloat (width - 2 * x, >=, 96 - 0.01);
        g_assert_cmpuint (plt_layout_get_n_pages (layout), ==, 1);
        g_assert_nonnull (find_text (layout, 0, "Un mot"));
      }
}

static void
test_endless_title (void)
{
  g_autofree char *endless = g_strnfill (4000, 'W');
  PltDocInfo info = { .title = endless,
                      .production = endless,
                      .subtitle = endless,
                      .company = endless,
                      .version = endless,
                      .date = 20000,
                      .orientation = PLT_LANDSCAPE };
  g_autoptr (PltDocument) doc = plt_document_new (&info);
  plt_document_paragraph (doc, "text.normal", "Un mot", NO_REF);
  g_autoptr (PltLayout) layout = lay_out (doc);
  g_assert_cmpuint (plt_layout_get_n_pages (layout), ==, 1);
  g_assert_nonnull (find_text (layout, 0, "Un mot"));
}

/* A running head has no half words: the house goes first, then the subtitle part by part. */
static void
test_running_head (void)
{
  g_autofree char *long_word = g_strnfill (60, 'W');
  g_autofree char *subtitle = g_strconcat ("Réalisation : Léa Morvan · ", long_word, NULL);
  PltDocInfo info = { .title = "Continuité",
                      .production = "La Passe",
                      .subtitle = subtitle,
                      .company = "Les Films du Gué",
                      .date = 20000 };
  g_autoptr (PltDocument) doc = plt_document_new (&info);
  plt_document_page_break (doc);
  plt_document_paragraph (doc, "text.normal", "Un mot", NO_REF);
  plt_document_page_break (doc);
  plt_document_paragraph (doc, "text.normal", "Un autre", NO_REF);
  g_autoptr (PltLayout) layout = lay_out (doc);
  guint last = plt_layout_get_n_pages (layout) - 1;

  g_assert_cmpuint (last, >, 0);
  g_assert_nonnull (find_text (layout, last, "Réalisation : Léa Morvan"));
  g_assert_null (find_text (layout, last, subtitle));
}

/* ---- text ---- */

static void
test_breaks (void)
{
  g_autoptr (PltDocument) doc = sample_document ("Pages");
  plt_document_page_break (doc);
  plt_document_paragraph (doc, "text.normal", "un", NO_REF);
  plt_document_page_break (doc);
  plt_document_page_break (doc);
  plt_document_space (doc, 10);
  plt_document_paragraph (doc, "text.normal", "deux", NO_REF);
  plt_document_page_break (doc);
  g_autoptr (PltLayout) layout = lay_out (doc);
  g_assert_cmpuint (plt_layout_get_n_pages (layout), ==, 2);
  g_assert_nonnull (find_text (layout, 0, "un"));
  g_assert_nonnull (find_text (layout, 1, "deux"));
}

static void
test_space (void)
{
  double y[2];
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (PltDocument) doc = sample_document ("Espace");
      plt_document_paragraph (doc, "text.normal", "un", NO_REF);
      plt_document_space (doc, i == 0 ? 0 : 50);
      plt_document_paragraph (doc, "text.normal", "deux", NO_REF);
      g_autoptr (PltLayout) layout = lay_out (doc);
      y[i] = find_text (layout, 0, "deux")->y;
    }
  g_assert_cmpfloat_with_epsilon (y[1] - y[0], 50, 0.01);

  g_autoptr (PltDocument) doc = sample_document ("Espace");
  plt_document_space (doc, 1e9);
  plt_document_paragraph (doc, "text.normal", "après", NO_REF);
  g_autoptr (PltLayout) layout = lay_out (doc);
  g_assert_cmpuint (plt_layout_get_n_pages (layout), <=, 2);
}

static void
add_lines (PltDocument *doc, const char *style, guint n)
{
  g_autoptr (GString) text = g_string_new ("ligne");
  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, "\nligne %u", i + 1);
  plt_document_paragraph (doc, style, text->str, NO_REF);
}

/* A paragraph over two pages leaves two lines at least on both sides. */
static void
test_paragraph_split (void)
{
  for (guint first = 35; first < 60; first++)
    {
      g_autoptr (PltDocument) doc = sample_document ("Paragraphes");
      add_lines (doc, "text.normal", first);
      add_lines (doc, "text.normal", 4);
      g_autoptr (PltLayout) layout = lay_out (doc);
      guint total = 0;
      for (guint p = 0; p < layout->pages->len; p++)
        for (guint i = 0; i < page_of (layout, p)->texts->len; i++)
          {
            const PltTextBox *box = &g_array_index (page_of (layout, p)->texts, PltTextBox, i);
            if (box->tag != PLT_TAG_PARAGRAPH)
              continue;
            total += box->n_lines;
            g_assert_cmpuint (box->n_lines, >=, 2);
            g_assert_cmpfloat (box->y + box->height, <=, layout->bottom + 0.01);
          }
      g_assert_cmpuint (total, ==, first + 4);
    }
}

static void
test_heading_stays_with_text (void)
{
  for (guint first = 30; first < 60; first++)
    {
      g_autoptr (PltDocument) doc = sample_document ("Titres");
      add_lines (doc, "text.normal", first);
      plt_document_heading (doc, 1, "Grand titre", NO_REF);
      plt_document_heading (doc, 2, "Titre", NO_REF);
      plt_document_paragraph (doc, "text.normal", "suite", NO_REF);
      g_autoptr (PltLayout) layout = lay_out (doc);
      for (guint p = 0; p < layout->pages->len; p++)
        {
          g_assert_cmpint (find_text (layout, p, "Grand titre") != NULL, ==,
                           find_text (layout, p, "suite") != NULL);
          g_assert_cmpint (find_text (layout, p, "Titre") != NULL, ==,
                           find_text (layout, p, "suite") != NULL);
        }
    }
}

static void
test_heading_stays_with_table (void)
{
  static const PltDocColumn columns[] = { { "Colonne", NULL, 0, 1 } };
  for (guint first = 30; first < 60; first++)
    {
      g_autoptr (PltDocument) doc = sample_document ("Titres");
      add_lines (doc, "text.normal", first);
      plt_document_heading (doc, 2, "Titre", NO_REF);
      PltDocTable *table = plt_document_table (doc, "T", columns, 1);
      plt_doc_table_row (table, "row.group");
      plt_doc_table_text (table, "groupe");
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, "valeur");
      g_autoptr (PltLayout) layout = lay_out (doc);
      for (guint p = 0; p < layout->pages->len; p++)
        g_assert_cmpint (find_text (layout, p, "Titre") != NULL, ==,
                         find_text (layout, p, "valeur") != NULL);
    }
}

static void
test_only_headings (void)
{
  g_autoptr (PltDocument) doc = sample_document ("Titres");
  for (int i = 0; i < 300; i++)
    plt_document_heading (doc, 1 + i % 3, "Titre", NO_REF);
  g_autoptr (PltLayout) layout = lay_out (doc);
  guint n;
  plt_layout_get_outline (layout, &n);
  g_assert_cmpuint (n, ==, 300);
  g_assert_cmpuint (plt_layout_get_n_pages (layout), >, 3);
}

static void
test_runs (void)
{
  g_autoptr (PltDocument) doc = sample_document ("Suites");
  g_autofree char *long_text = g_strnfill (20000, 'x');
  for (gsize i = 7; i < 20000; i += 8)
    long_text[i] = ' ';
  plt_document_runs (doc, "text.normal", "run.bold", "PAT ", "run.normal", long_text, "run.warning",
                     "fin", NULL);
  g_autoptr (PltLayout) layout = lay_out (doc);
  g_assert_cmpuint (plt_layout_get_n_pages (layout), >, 3);

  /* The runs move along when a text is cut: the warning is in the last piece, at its end. */
  const PltPage *last = page_of (layout, layout->pages->len - 1);
  const PltTextBox *found = NULL;
  for (guint i = 0; i < last->texts->len; i++)
    {
      const PltTextBox *box = &g_array_index (last->texts, PltTextBox, i);
      if (box->tag == PLT_TAG_PARAGRAPH)
        found = box;
    }
  g_assert_nonnull (found);
  g_assert_true (g_str_has_suffix (found->span.text, "fin"));
  g_autofree char *list = pango_attr_list_to_string (found->span.attributes);
  g_autofree char *underlined
      = g_strdup_printf ("%d %d underline", found->span.length - 3, found->span.length);
  g_assert_nonnull (strstr (list, underlined));
}

static void
test_outline (void)
{
  g_autoptr (PltDocument) doc = sample_document ("Plan");
  plt_document_heading (doc, 1, "Un", NO_REF);
  plt_document_page_break (doc);
  plt_document_heading (doc, 2, "Deux", NO_REF);
  plt_document_heading (doc, 3, "Trois", NO_REF);
  g_autoptr (PltLayout) layout = lay_out (doc);
  guint n;
  const PltOutlineEntry *entries = plt_layout_get_outline (layout, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (entries[0].text, ==, "Un");
  g_assert_cmpuint (entries[0].page, ==, 0);
  g_assert_cmpuint (entries[1].page, ==, 1);
  g_assert_cmpuint (entries[2].level, ==, 3);
  for (guint i = 0; i < n; i++)
    {
      const PltTextBox *box = find_text (layout, entries[i].page, entries[i].text);
      g_assert_nonnull (box);
      g_assert_cmpfloat_with_epsilon (box->y, entries[i].y, 0.01);
    }
}

/* ---- fields and drawings ---- */

static void
test_fields (void)
{
  g_autoptr (PltDocument) doc = sample_document ("Champs");
  PltDocFields *fields = plt_document_fields (doc, 3);
  static const char *const labels[] = { "a", "b", "c", "d", "e" };
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    plt_doc_fields_add (fields, labels[i], i == 3 ? "" : "valeur",
                        sample_ref ("day", i, labels[i]));
  g_autoptr (PltLayout) layout = lay_out (doc);
  const PltTextBox *a = find_text (layout, 0, "a");
  const PltTextBox *b = find_text (layout, 0, "b");
  const PltTextBox *d = find_text (layout, 0, "d");
  const PltTextBox *e = find_text (layout, 0, "e");
  /* Three equal ones, then two that share the line. */
  g_assert_cmpfloat_with_epsilon (b->x - a->x, layout->width / 3, 0.01);
  g_assert_cmpfloat_with_epsilon (e->x - d->x, layout->width / 2, 0.01);
  g_assert_cmpfloat_with_epsilon (a->y, b->y, 0.01);
  /* A box without value is as high as the others: room to write. */
  g_assert_cmpfloat (d->y, >, a->y + 20);
  PltRef ref;
  g_assert_true (plt_layout_hit (layout, 0, d->x + 5, d->y + 15, &ref));
  g_assert_cmpint (ref.id, ==, 3);
  g_assert_true (plt_layout_hit (layout, 0, e->x + 5, e->y + 15, &ref));
  g_assert_cmpint (ref.id, ==, 4);
}

/* The value of a pair is dressed as a cell; its ground is the whole box. */
static void
test_dressed_fields (void)
{
  g_autoptr (PltDocument) doc = sample_document ("Champs");
  PltDocFields *fields = plt_document_fields (doc, 2);
  plt_doc_fields_add (fields, "Effet", "E/N", NO_REF);
  plt_doc_fields_style (fields, "effect.ext-night");
  plt_doc_fields_add (fields, "Case", "Néant", NO_REF);
  plt_doc_fields_style (fields, "cell.muted");
  g_autoptr (PltLayout) layout = lay_out (doc);
  const PltEffectColors *night
      = &plt_palette_get (PLT_PALETTE_PAPER)->effects[PLT_EFFECT_EXT_NIGHT];
  const PltTextBox *code = find_text (layout, 0, "E/N");
  guint grounds = 0;
  g_assert_cmpint (code->color.red, ==, night->text.red);
  g_assert_cmpint (find_text (layout, 0, "Effet")->color.red, ==, night->text.red);
  g_assert_cmpint (find_text (layout, 0, "Néant")->color.red, >, 0);
  for (guint i = 0; i < page_of (layout, 0)->shapes->len; i++)
    {
      const PltShape *shape = &g_array_index (page_of (layout, 0)->shapes, PltShape, i);
      if (shape->kind != PLT_SHAPE_FILL)
        continue;
      grounds++;
      g_assert_cmpint (shape->color.blue, ==, night->fill.blue);
      g_assert_cmpfloat_with_epsilon (shape->width, layout->width / 2, 0.01);
      g_assert_cmpfloat (shape->y, <, code->y);
      g_assert_cmpfloat (shape->y + shape->height, >, code->y + code->height);
    }
  g_assert_cmpuint (grounds, ==, 1);
}

/* The same text in less room. */
static void
test_dense_fields (void)
{
  double heights[2];
  for (guint dense = 0; dense < 2; dense++)
    {
      g_autoptr (PltDocument) doc = sample_document ("Champs");
      PltDocFields *fields = plt_document_fields (doc, 1);
      plt_doc_fields_add (fields, "Case", "un\ndeux\ntrois\nquatre", NO_REF);
      plt_doc_fields_set_dense (fields, dense == 1);
      g_autoptr (PltLayout) layout = lay_out (doc);
      heights[dense] = find_text (layout, 0, "un*")->height;
    }
  g_assert_cmpfloat_with_epsilon (heights[0], 48, 0.01);
  g_assert_cmpfloat (heights[1], <, 40);
}

static void
test_fields_no_page_holds (void)
{
  g_autoptr (PltDocument) doc = sample_document ("Champs");
  PltDocFields *fields = plt_document_fields (doc, 2);
  g_autoptr (GString) text = g_string_new (NULL);
  for (int i = 0; i < 200; i++)
    g_string_append_printf (text, "ligne %d\n", i);
  plt_doc_fields_add (fields, "Long", text->str, NO_REF);
  plt_doc_fields_add (fields, "Court", "un mot", NO_REF);
  plt_doc_fields_add (fields, "Après", "oui", NO_REF);
  g_autoptr (PltLayout) layout = lay_out (doc);
  guint lines = 0;
  for (guint p = 0; p < layout->pages->len; p++)
    for (guint i = 0; i < page_of (layout, p)->texts->len; i++)
      {
        const PltTextBox *box = &g_array_index (page_of (layout, p)->texts, PltTextBox, i);
        if (strncmp (box->span.text, "ligne", 5) == 0)
          lines += box->n_lines;
        g_assert_cmpfloat (box->y + box->height, <=, layout->page_height - layout->margin_y + 0.01);
      }
  g_assert_cmpuint (lines, >=, 200);
  g_assert_cmpuint (lines, <=, 201);
  g_assert_nonnull (find_text (layout, layout->pages->len - 1, "Après"));
}

static void
test_many_field_columns (void)
{
  g_autoptr (PltDocument) doc = sample_document ("Champs");
  PltDocFields *fields = plt_document_fields (doc, 500);
  for (int i = 0; i < 40; i++)
    plt_doc_fields_add (fields, "Un libellé", "une valeur", NO_REF);
  plt_document_fields (doc, 2); /* nothing in it */
  g_autoptr (PltLayout) layout = lay_out (doc);
  g_assert_cmpuint (plt_layout_get_n_pages (layout), ==, 1);
}

static void
test_drawing (void)
{
  g_autoptr (PltDocument) doc = sample_document ("Dessin");
  plt_document_drawing (doc, "chart.treasury", 0, 100, "large");
  plt_document_drawing (doc, "chart.bars", 5000, 100, "trop large");
  plt_document_drawing (doc, "chart.share", 100, 5000, "trop haut");
  g_autoptr (PltLayout) layout = lay_out (doc);
  g_assert_cmpuint (plt_layout_get_n_pages (layout), ==, 2);
  for (guint p = 0; p < 2; p++)
    for (guint i = 0; i < page_of (layout, p)->drawings->len; i++)
      {
        const PltDrawingBox *box = &g_array_index (page_of (layout, p)->drawings, PltDrawingBox, i);
        g_assert_cmpfloat (box->x + box->width, <=, layout->left + layout->width + 0.01);
        g_assert_cmpfloat (box->y + box->height, <=, layout->bottom + 0.01);
        g_assert_cmpfloat (box->height, >, 90);
      }
}

/* ---- every sample ---- */

typedef PltDocument *(*Build) (void);

static const Build builds[] = {
  sample_call_sheet, sample_planche, sample_budget,     sample_cash,    sample_screenplay,
  sample_everything, sample_empty,   sample_planche_a4, sample_hostile, plt_test_document_new,
};

/* What gets ink lies within the margins; a hairline's half may stand over. Extents come in whole
 * units: the page is painted larger. */
static void
test_within_margins (void)
{
  const double slack = 0.6;
  const double scale = 10;
  for (guint b = 0; b < G_N_ELEMENTS (builds); b++)
    {
      g_autoptr (PltDocument) doc = builds[b]();
      g_autoptr (PltLayout) layout = lay_out (doc);
      for (guint p = 0; p < plt_layout_get_n_pages (layout); p++)
        {
          cairo_surface_t *surface
              = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
          cairo_t *cr = cairo_create (surface);
          cairo_scale (cr, scale, scale);
          plt_layout_paint (layout, p, cr);
          g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
          double x, y, width, height;
          cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
          cairo_destroy (cr);
          cairo_surface_destroy (surface);
          x /= scale;
          y /= scale;
          width /= scale;
          height /= scale;
          g_test_message ("document %u, page %u: %.1f %.1f %.1f %.1f", b, p, x, y, width, height);
          g_assert_cmpfloat (x, >=, layout->margin_x - slack);
          g_assert_cmpfloat (y, >=, layout->margin_y - slack);
          g_assert_cmpfloat (x + width, <=, layout->page_width - layout->margin_x + slack);
          g_assert_cmpfloat (y + height, <=, layout->page_height - layout->margin_y + slack);
        }
    }
}

static void
add_letters (GHashTable *counts, const char *text, gssize length, int by)
{
  const char *end = length < 0 ? text + strlen (text) : text + length;
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar sign = g_utf8_get_char (p);
      if (g_unichar_isspace (sign))
        continue;
      int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, GUINT_TO_POINTER (sign)));
      g_hash_table_insert (counts, GUINT_TO_POINTER (sign), GINT_TO_POINTER (count + by));
    }
}

static void
count_block (GHashTable *counts, const PltDocBlock *block)
{
  for (guint i = 0; block->runs != NULL && i < block->runs->len; i++)
    add_letters (counts, ((PltDocRun *) g_ptr_array_index (block->runs, i))->text, -1, 1);
  for (guint i = 0; block->fields != NULL && i < block->fields->fields->len; i++)
    {
      const PltDocField *field = g_ptr_array_index (block->fields->fields, i);
      add_letters (counts, field->label, -1, 1);
      add_letters (counts, field->value, -1, 1);
    }
  for (guint r = 0; block->table != NULL && r < block->table->rows->len; r++)
    for (guint c = 0; c < block->table->n_columns; c++)
      {
        const PltDocCell *cell = plt_doc_table_get_cell (block->table, r, c);
        if (cell != NULL)
          add_letters (counts, cell->text, -1, 1);
      }
}

/* Every letter of the document stands in a box: repeated ones may be there more than once, and
 * nothing is less. */
static void
test_nothing_lost (void)
{
  for (guint b = 0; b < G_N_ELEMENTS (builds); b++)
    {
      g_autoptr (PltDocument) doc = builds[b]();
      g_autoptr (PltLayout) layout = lay_out (doc);
      g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
      const GPtrArray *blocks = plt_document_get_blocks (doc);
      for (guint i = 0; i < blocks->len; i++)
        count_block (counts, g_ptr_array_index (blocks, i));
      for (guint p = 0; p < layout->pages->len; p++)
        for (guint i = 0; i < page_of (layout, p)->texts->len; i++)
          {
            const PltTextBox *box = &g_array_index (page_of (layout, p)->texts, PltTextBox, i);
            if (box->tag != PLT_TAG_NONE)
              add_letters (counts, box->span.text, box->span.length, -1);
          }
      GHashTableIter iter;
      gpointer sign, count;
      g_hash_table_iter_init (&iter, counts);
      while (g_hash_table_iter_next (&iter, &sign, &count))
        if (GPOINTER_TO_INT (count) > 0)
          g_error ("Document %u lost %d times U+%04X.", b, GPOINTER_TO_INT (count),
                   GPOINTER_TO_UINT (sign));
    }
}

/* What is drawn twice at one place looks bolder than it is, and is read twice. */
static void
test_nothing_twice (void)
{
  for (guint i = 0; samples[i].name != NULL; i++)
    {
      g_autoptr (PltDocument) doc = samples[i].build ();
      g_autoptr (PltLayout) layout = lay_out (doc);
      g_autofree char *dump = plt_layout_dump (layout);
      g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint l = 0; lines[l] != NULL; l++)
        {
          if (g_str_has_prefix (lines[l], "page "))
            g_hash_table_remove_all (seen);
          else if (lines[l][0] != '\0' && !g_hash_table_add (seen, lines[l]))
            g_error ("%s has twice: %s", samples[i].name, lines[l]);
        }
    }
}

/* No paper of ours has a text that ends in dots. */
static void
test_nothing_cut (void)
{
  for (guint i = 0; samples[i].name != NULL; i++)
    {
      g_autoptr (PltDocument) doc = samples[i].build ();
      g_autoptr (PltLayout) layout = lay_out (doc);
      for (guint p = 0; p < layout->pages->len; p++)
        for (guint t = 0; t < page_of (layout, p)->texts->len; t++)
          {
            const PltTextBox *box = &g_array_index (page_of (layout, p)->texts, PltTextBox, t);
            if (box->ellipsize)
              g_error ("%s: “%.*s” is cut.", samples[i].name, box->span.length, box->span.text);
          }
    }
}

/* Every sample, laid out twice and on a map of its own, is the same to the tenth of a point. */
static void
test_deterministic (void)
{
  PangoFontMap *map = plt_fonts_new ();
  for (guint b = 0; b < G_N_ELEMENTS (builds); b++)
    {
      g_autoptr (PltDocument) doc = builds[b]();
      g_autoptr (PltLayout) first = lay_out (doc);
      g_autoptr (PltLayout) second = plt_layout_new (doc, map);
      g_autofree char *a = plt_layout_dump (first);
      g_autofree char *c = plt_layout_dump (second);
      g_assert_cmpstr (a, ==, c);
    }
  g_object_unref (map);
}

static gboolean
has_fonts (void)
{
  PangoContext *context = pango_font_map_create_context (plt_fonts_get ());
  const char *const families[] = { "Inter", "Courier Prime" };
  gboolean all = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      g_autofree char *name = g_strconcat (families[i], " 9", NULL);
      PangoFontDescription *description = pango_font_description_from_string (name);
      PangoFont *font = pango_font_map_load_font (plt_fonts_get (), context, description);
      PangoFontDescription *found = pango_font_describe (font);
      all &= g_str_has_prefix (pango_font_description_get_family (found), families[i]);
      pango_font_description_free (found);
      pango_font_description_free (description);
      g_object_unref (font);
    }
  g_object_unref (context);
  return all;
}

static void
test_goldens (void)
{
  if (!has_fonts ())
    {
      g_test_skip ("Inter and Courier Prime are not installed.");
      return;
    }
  for (guint i = 0; samples[i].name != NULL; i++)
    {
      g_autoptr (PltDocument) doc = samples[i].build ();
      g_autoptr (PltLayout) layout = lay_out (doc);
      g_autofree char *dump = plt_layout_dump (layout);
      g_autofree char *name = g_strdup_printf ("render/%s.dump", samples[i].name);
      plt_assert_golden (name, dump);
    }
}

/* ---- references ---- */

/* Each box that belongs to a row answers for the row it was made of. */
static void
test_hit_cells (void)
{
  g_autoptr (PltDocument) doc = sample_long_table (120, 4);
  g_autoptr (PltLayout) layout = lay_out (doc);
  guint checked = 0;
  for (guint p = 0; p < layout->pages->len; p++)
    for (guint i = 0; i < page_of (layout, p)->texts->len; i++)
      {
        const PltTextBox *box = &g_array_index (page_of (layout, p)->texts, PltTextBox, i);
        int row;
        if (box->tag != PLT_TAG_CELL || sscanf (box->span.text, "Ligne %d", &row) != 1)
          continue;
        PltRef ref = { NULL, 0, NULL };
        g_assert_true (plt_layout_hit (layout, p, box->x + 1, box->y + 1, &ref));
        g_assert_cmpstr (ref.table, ==, "sequence");
        g_assert_cmpint (ref.id, ==, row);
        gboolean first = box->x < layout->left + 10;
        g_assert_cmpstr (ref.column, ==, first ? "number" : "synopsis");
        checked++;
      }
  g_assert_cmpuint (checked, ==, 120 * 3);
  /* Margins and heads answer nothing; a cell without reference answers for its row. */
  g_assert_false (plt_layout_hit (layout, 0, 5, 5, NULL));
  const PltTextBox *header = find_text (layout, 0, "Titre");
  g_assert_false (plt_layout_hit (layout, 0, header->x, header->y, NULL));
  const PltTextBox *money = find_text (layout, 0, "0,02");
  PltRef ref;
  g_assert_true (plt_layout_hit (layout, 0, money->x + 2, money->y + 2, &ref));
  g_assert_cmpint (ref.id, ==, 1);
  g_assert_cmpstr (ref.column, ==, "number");
}

static void
test_locate (void)
{
  g_autoptr (PltDocument) doc = sample_long_table (120, 4);
  g_autoptr (PltLayout) layout = lay_out (doc);
  PltLayoutPlace place;
  for (gint64 id = 1; id <= 120; id += 7)
    {
      PltRef ref = sample_ref ("sequence", id, "synopsis");
      g_assert_true (plt_layout_locate (layout, &ref, &place));
      double x = place.x + place.width / 2;
      double y = place.y + place.height / 2;
      PltRef back;
      g_assert_true (plt_layout_hit (layout, place.page, x, y, &back));
      g_assert_cmpint (back.id, ==, id);
      g_assert_cmpstr (back.column, ==, "synopsis");
      g_assert_cmpfloat (place.width, <, 200);
    }
  PltRef missing = sample_ref ("sequence", 121, "synopsis");
  g_assert_false (plt_layout_locate (layout, &missing, &place));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/layout/empty", test_empty);
  g_test_add_func ("/render/layout/frame", test_frame);
  g_test_add_func ("/render/layout/papers", test_papers);
  g_test_add_func ("/render/layout/endless-title", test_endless_title);
  g_test_add_func ("/render/layout/running-head", test_running_head);
  g_test_add_func ("/render/layout/breaks", test_breaks);
  g_test_add_func ("/render/layout/space", test_space);
  g_test_add_func ("/render/layout/paragraph-split", test_paragraph_split);
  g_test_add_func ("/render/layout/heading-stays-with-text", test_heading_stays_with_text);
  g_test_add_func ("/render/layout/heading-stays-with-table", test_heading_stays_with_table);
  g_test_add_func ("/render/layout/only-headings", test_only_headings);
  g_test_add_func ("/render/layout/runs", test_runs);
  g_test_add_func ("/render/layout/outline", test_outline);
  g_test_add_func ("/render/layout/fields", test_fields);
  g_test_add_func ("/render/layout/fields-dressed", test_dressed_fields);
  g_test_add_func ("/render/layout/fields-dense", test_dense_fields);
  g_test_add_func ("/render/layout/fields-no-page-holds", test_fields_no_page_holds);
  g_test_add_func ("/render/layout/many-field-columns", test_many_field_columns);
  g_test_add_func ("/render/layout/drawing", test_drawing);
  g_test_add_func ("/render/layout/within-margins", test_within_margins);
  g_test_add_func ("/render/layout/nothing-lost", test_nothing_lost);
  g_test_add_func ("/render/layout/nothing-twice", test_nothing_twice);
  g_test_add_func ("/render/layout/nothing-cut", test_nothing_cut);
  g_test_add_func ("/render/layout/deterministic", test_deterministic);
  g_test_add_func ("/render/layout/goldens", test_goldens);
  g_test_add_func ("/render/layout/hit-cells", test_hit_cells);
  g_test_add_func ("/render/layout/locate", test_locate);
  return g_test_run ();
}
