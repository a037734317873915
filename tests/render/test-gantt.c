/* Sheets of a gantt: every row and every day once, nothing outside, cut where it should be. */
#include <string.h>

#include "plt-document-private.h"
#include "plt-fonts.h"
#include "plt-gantt-private.h"
#include "plt-layout-private.h"
#include "plt-painters.h"
#include "plt-pdf.h"
#include "samples.h"

#define FIRST 440.0
#define NEXT 500.0

static const PltGantt *
gantt_of (const PltDocument *doc)
{
  const PltDocBlock *block = g_ptr_array_index (plt_document_get_blocks (doc), 0);

  return block->drawing->gantt;
}

static const PltGanttPage *
page_at (const PltGanttPages *pages, guint i)
{
  return &g_array_index (pages->pages, PltGanttPage, i);
}

static gboolean
shows (const PltGanttPages *pages, guint row, guint day)
{
  for (guint i = 0; i < plt_gantt_pages_get_n (pages); i++)
    {
      const PltGanttPage *page = page_at (pages, i);

      if (row >= page->first && row < page->end && day >= page->day && day < page->day_end)
        return TRUE;
    }
  return FALSE;
}

static void
check_pages (const PltGanttPages *pages, const PltGantt *gantt)
{
  guint row = 0;

  for (guint i = 0; i < plt_gantt_pages_get_n (pages); i++)
    {
      const PltGanttPage *page = page_at (pages, i);
      const PltGanttRow *last = &g_array_index (gantt->rows, PltGanttRow, page->end - 1);

      if (page->first != row) /* another sheet of the same rows, further on */
        {
          g_assert_cmpuint (page->first, ==, page_at (pages, i - 1)->first);
          g_assert_cmpuint (page->day, >=, page_at (pages, i - 1)->day_end);
        }
      g_assert_cmpuint (page->day % 7, ==, 0); /* on Mondays */
      g_assert_cmpfloat (page->height, <=, (page->first == 0 ? FIRST : NEXT) + 0.01);
      if (page->end < gantt->rows->len) /* what a group holds is not parted from it */
        g_assert_false (last->flags & PLT_GANTT_GROUP);
      if (page->again != G_MAXUINT)
        g_assert_cmpuint (page->again, <, page->first);
      row = page->end;
    }
  g_assert_cmpuint (row, ==, gantt->rows->len);
  for (guint i = 0; i < gantt->rows->len; i++)
    {
      const PltGanttRow *one = &g_array_index (gantt->rows, PltGanttRow, i);

      if (one->flags & PLT_GANTT_GROUP)
        continue;
      g_assert_true (shows (pages, i, (guint) (one->from - gantt->from)));
      g_assert_true (shows (pages, i, (guint) (one->to - gantt->from)));
    }
}

/* A chart of eleven months and few rows is somewhat smaller than its sheet would hold, so that
 * weeks are read; one of three years has months. */
static void
test_weeks (void)
{
  static const struct
  {
    int years, months;
    PltGanttBands bands;
  } cases[] = { { 0, 11, PLT_GANTT_BANDS_WEEKS },
                { 3, 0, PLT_GANTT_BANDS_MONTHS },
                { 0, 1, PLT_GANTT_BANDS_DAYS } };
  g_autoptr (PltTypesetter) type = plt_typesetter_new (plt_fonts_get ());

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltDate from = plt_date_from_ymd (2027, 5, 3);
      PltGantt *gantt
          = plt_gantt_new (from, plt_date_add_months (from, 12 * cases[i].years + cases[i].months));
      g_autoptr (PltGanttPages) pages = NULL;

      for (guint row = 0; row < 22; row++)
        {
          PltGanttRow *one = plt_gantt_row (gantt, "Report du mixage, masters, contrôle qualité");

          one->from = from;
          one->to = from + 20;
        }
      pages = plt_gantt_pages_new (gantt, type, 1118, 700, 700);
      g_assert_cmpuint (pages->bands, ==, cases[i].bands);
      g_assert_cmpfloat (pages->zoom, >=, 1);
      g_assert_cmpuint (plt_gantt_pages_get_n (pages), ==, 1);
      plt_gantt_free (gantt);
    }
}

static void
test_pages (void)
{
  static const guint sizes[] = { 1, 5, 24, 25, 26, 60, 150, 401 };
  g_autoptr (PltTypesetter) type = plt_typesetter_new (plt_fonts_get ());

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (PltGanttScale scale = PLT_GANTT_AUTO; scale <= PLT_GANTT_MONTHS; scale++)
      {
        g_autoptr (PltDocument) doc = sample_gantt_of (sizes[i], PLT_PAPER_A4);
        PltGantt *gantt = (PltGantt *) gantt_of (doc);
        g_autoptr (PltGanttPages) pages = NULL;

        gantt->scale = scale;
        gantt->chart_only = i % 2 == 1;
        pages = plt_gantt_pages_new (gantt, type, 770, FIRST, NEXT);
        check_pages (pages, gantt);
        if (scale == PLT_GANTT_DAYS)
          {
            g_assert_cmpint (pages->bands, ==, PLT_GANTT_BANDS_DAYS);
            g_assert_cmpuint (plt_gantt_pages_get_n (pages), >, sizes[i] > 20 ? 5 : 0);
          }
        if (scale == PLT_GANTT_MONTHS)
          g_assert_cmpint (pages->bands, ==, PLT_GANTT_BANDS_MONTHS);
      }
}

/* A larger sheet takes fewer pages, and few rows are drawn larger on it. */
static void
test_paper (void)
{
  g_autoptr (PltTypesetter) type = plt_typesetter_new (plt_fonts_get ());
  g_autoptr (PltDocument) doc = sample_gantt_of (30, PLT_PAPER_A1);
  g_autoptr (PltDocument) more = sample_gantt_of (60, PLT_PAPER_A4);
  const PltGantt *gantt = gantt_of (doc);
  g_autoptr (PltGanttPages) small = plt_gantt_pages_new (gantt_of (more), type, 770, FIRST, NEXT);
  g_autoptr (PltGanttPages) large = plt_gantt_pages_new (gantt, type, 2310, 1540, 1580);

  g_assert_cmpuint (plt_gantt_pages_get_n (large), ==, 1);
  g_assert_cmpuint (plt_gantt_pages_get_n (small), >, 1);
  g_assert_cmpfloat (large->zoom, >, 1.8);
  g_assert_cmpfloat (small->zoom, ==, 1);
  g_assert_cmpfloat (large->table, <=, 2310 * 0.43);
}

static double
title_line (PltPaper paper)
{
  g_autoptr (PltDocument) doc = sample_gantt_of (10, paper);
  g_autoptr (PltLayout) layout = plt_layout_new (doc, NULL);
  const GArray *texts = ((const PltPage *) layout->pages->pdata[0])->texts;

  for (guint i = 0; i < texts->len; i++)
    {
      const PltTextBox *box = &g_array_index (texts, PltTextBox, i);

      if ((gsize) box->span.length == strlen ("Rétroplanning")
          && strncmp (box->span.text, "Rétroplanning", strlen ("Rétroplanning")) == 0)
        return box->line;
    }
  g_assert_not_reached ();
}

/* What heads a sheet for the wall is larger than what heads one for the hand. */
static void
test_title (void)
{
  g_assert_cmpfloat_with_epsilon (title_line (PLT_PAPER_A4), 26, 0.01);
  g_assert_cmpfloat_with_epsilon (title_line (PLT_PAPER_A3), 26, 0.01);
  g_assert_cmpfloat (title_line (PLT_PAPER_A2), >, 31);
  g_assert_cmpfloat (title_line (PLT_PAPER_A1), >, 40);
  g_assert_cmpfloat (title_line (PLT_PAPER_A0), >, 53);
  g_assert_cmpfloat (title_line (PLT_PAPER_A0), <, 56);
}

/* What is asked for on one sheet is on one as long as it is read, and else a size is named that
 * does hold it; what is a few rows too many needs not be asked for. */
static void
test_one_page (void)
{
  g_autoptr (PltTypesetter) type = plt_typesetter_new (plt_fonts_get ());
  guint n_smaller = 0, n_advised = 0, n_alone = 0;

  for (guint n = 30; n < 100; n += 3)
    {
      g_autoptr (PltDocument) doc = sample_gantt_of (n, PLT_PAPER_A3);
      PltGantt *gantt = (PltGantt *) gantt_of (doc);
      g_autoptr (PltGanttPages) plain = plt_gantt_pages_new (gantt, type, 1118, 640, 740);
      g_autoptr (PltGanttPages) one = NULL, larger = NULL;

      gantt->one_page = TRUE;
      gantt->paper = PLT_PAPER_A3;
      one = plt_gantt_pages_new (gantt, type, 1118, 640, 740);
      n_alone += plt_gantt_pages_get_n (plain) == 1 && plain->zoom < 0.76;
      if (one->advice == NULL)
        {
          g_assert_cmpuint (plt_gantt_pages_get_n (one), ==, 1);
          g_assert_cmpfloat (plt_gantt_pages_get_height (one, 0), <=, 640.01);
          for (guint i = 0; i < gantt->rows->len; i++)
            g_assert_cmpfloat (plt_gantt_row_height (one, i), >=, 8.5);
          n_smaller += plt_gantt_pages_get_n (plain) > 1;
          continue;
        }
      g_assert_cmpuint (plt_gantt_pages_get_n (plain), >, 1);
      g_assert_nonnull (strstr (one->advice, "A3"));
      larger = strstr (one->advice, "l’A2") != NULL
                   ? plt_gantt_pages_new (gantt, type, 1582, 906, 1006)
                   : plt_gantt_pages_new (gantt, type, 2236, 1280, 1400);
      g_assert_true (strstr (one->advice, "l’A2") != NULL || strstr (one->advice, "l’A1") != NULL);
      g_assert_cmpuint (plt_gantt_pages_get_n (larger), ==, 1);
      n_advised++;
    }
  g_assert_cmpuint (n_alone, >, 0);
  g_assert_cmpuint (n_smaller, >, 0);
  g_assert_cmpuint (n_advised, >, 0);
}

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);

  return *(const guint32 *) (gconstpointer) (data + y * cairo_image_surface_get_stride (surface)
                                             + x * 4)
         & 0xffffff;
}

/* The day that is missed goes through all the rows and has its name above them. */
static void
test_due (void)
{
  g_autoptr (PltTypesetter) type = plt_typesetter_new (plt_fonts_get ());
  g_autoptr (PltDocument) doc = sample_gantt_of (12, PLT_PAPER_A3);
  PltGantt *gantt = (PltGantt *) gantt_of (doc);
  g_autoptr (PltGanttPages) pages = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1120, 700);
  cairo_t *cr = cairo_create (surface);
  int x;

  gantt->due = plt_date_from_ymd (2027, 5, 28);
  gantt->due_label = "PAD imposé : ven. 28 mai 2027";
  pages = plt_gantt_pages_new (gantt, type, 1118, 690, 690);
  g_assert_cmpfloat (pages->strip, >=, 9.9);
  plt_gantt_pages_paint (pages, 0, cr, type, plt_palette_get (PLT_PALETTE_PAPER));
  cairo_surface_flush (surface);
  x = (int) (pages->table + (gantt->due + 1 - gantt->from) * pages->step);
  for (int y = (int) pages->head + 2, n = 0; n < 5; n++, y += 3) /* of the first group's row */
    g_assert_cmphex (pixel (surface, x, y), ==, 0);
  g_assert_cmphex (pixel (surface, x - 2, (int) (pages->head - pages->strip / 2)), ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_ink (void)
{
  g_autoptr (PltTypesetter) type = plt_typesetter_new (plt_fonts_get ());
  g_autoptr (PltDocument) doc = sample_gantt_of (150, PLT_PAPER_A4);
  g_autoptr (PltGanttPages) pages = plt_gantt_pages_new (gantt_of (doc), type, 770, FIRST, NEXT);

  for (guint i = 0; i < plt_gantt_pages_get_n (pages); i++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height;

      plt_gantt_pages_paint (pages, i, cr, type, plt_palette_get (PLT_PALETTE_PAPER));
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, -1);
      g_assert_cmpfloat (y, >=, -1);
      g_assert_cmpfloat (x + width, <=, 772);
      g_assert_cmpfloat (y + height, <=, plt_gantt_pages_get_height (pages, i) + 1);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* Links to rows of other sheets, rows without dates, dates outside of the calendar. */
static void
test_hostile (void)
{
  g_autoptr (PltDocument) doc = sample_gantt_of (40, PLT_PAPER_A4);
  PltGantt *gantt = (PltGantt *) gantt_of (doc);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 40; i++)
    {
      PltGanttLink link = { i, 39 - i, (PltNetworkKind) (i % PLT_NETWORK_N_KINDS), i % 2 == 0 };

      g_array_append_val (gantt->links, link);
    }
  g_array_index (gantt->rows, PltGanttRow, 3).from = PLT_DATE_NONE;
  g_array_index (gantt->rows, PltGanttRow, 4).from = gantt->from - 4000;
  g_array_index (gantt->rows, PltGanttRow, 5).to = gantt->to + 4000;
  g_array_index (gantt->rows, PltGanttRow, 5).phase = 77;
  g_array_index (gantt->rows, PltGanttRow, 6).progress = 400;
  plt_gantt_set_off (gantt, gantt->to + 1, PLT_GANTT_HOLIDAY);
  plt_gantt_set_off (gantt, gantt->from - 1, PLT_GANTT_HOLIDAY);
  bytes = plt_pdf_to_bytes (doc, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
}

static void
test_same_bytes (void)
{
  g_autoptr (PltDocument) a = sample_gantt (), b = sample_gantt ();
  g_autoptr (GBytes) one = plt_pdf_to_bytes (a, NULL);
  g_autoptr (GBytes) two = plt_pdf_to_bytes (b, NULL);

  g_assert_true (g_bytes_equal (one, two));
}

/* Whatever the sheet, type is read, names are whole, and a row has room for their lines. */
static void
test_type (void)
{
  static const struct
  {
    guint n;
    double width, height;
  } cases[] = { { 26, 770, 440 },   { 30, 770, 440 },  { 33, 523, 700 },    { 55, 1118, 640 },
                { 60, 1118, 640 },  { 70, 1118, 640 }, { 170, 2310, 1540 }, { 190, 2310, 1540 },
                { 12, 3300, 2200 }, { 400, 770, 440 } };
  g_autoptr (PltTypesetter) type = plt_typesetter_new (plt_fonts_get ());

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltDocument) doc = sample_gantt_of (cases[i].n, PLT_PAPER_A4);
      g_autoptr (PltGanttPages) pages = plt_gantt_pages_new (gantt_of (doc), type, cases[i].width,
                                                             cases[i].height, cases[i].height);
      const PltFont *small = plt_gantt_paper_font (pages, PLT_GANTT_SMALL, PANGO_WEIGHT_NORMAL);

      g_assert_cmpfloat (plt_font_get_spec (small)->size, >=, 6.5);
      for (guint r = 0; r < pages->gantt->rows->len; r++)
        {
          const PltGanttRow *row = &g_array_index (pages->gantt->rows, PltGanttRow, r);
          PltTextSpan span = { row->label, (int) strlen (row->label), NULL, small };
          double inset = row->depth * PLT_GANTT_INDENT * pages->zoom;
          double room = pages->names - inset - 2 * PLT_GANTT_PAD * pages->zoom;
          guint n = plt_typesetter_break (type, &span, room, NULL);

          g_assert_cmpuint (n, <=, PLT_GANTT_MOST_LINES);
          if (!(row->flags & PLT_GANTT_GROUP))
            g_assert_cmpfloat (plt_gantt_row_height (pages, r), >,
                               n * plt_gantt_cell_leading (small));
        }
    }
}

/* Two tasks of a day each, half a year apart, day by day: two sheets, and none between them. */
static void
test_no_empty_sheet (void)
{
  g_autoptr (PltTypesetter) type = plt_typesetter_new (plt_fonts_get ());
  g_autoptr (PltGantt) gantt
      = plt_gantt_new (plt_date_from_ymd (2027, 1, 4), plt_date_from_ymd (2027, 7, 30));
  g_autoptr (PltGanttPages) pages = NULL;

  for (guint i = 0; i < 2; i++)
    {
      PltGanttRow *row = plt_gantt_row (gantt, "Tâche");

      row->from = row->to = i == 0 ? gantt->from : gantt->to;
    }
  gantt->scale = PLT_GANTT_DAYS;
  pages = plt_gantt_pages_new (gantt, type, 770, 540, 600);
  g_assert_cmpuint (plt_gantt_pages_get_n (pages), ==, 2);
  g_assert_cmpuint (page_at (pages, 0)->day, ==, 0);
  g_assert_cmpuint (page_at (pages, 1)->day_end, ==, plt_gantt_n_days (gantt));
}

/* Four phases of which two go on a sheet and two on another: none is broken for a few rows
 * more on the first one. */
static void
test_whole_phases (void)
{
  g_autoptr (PltTypesetter) type = plt_typesetter_new (plt_fonts_get ());
  g_autoptr (PltGantt) gantt
      = plt_gantt_new (plt_date_from_ymd (2027, 1, 4), plt_date_from_ymd (2027, 6, 30));
  g_autoptr (PltGanttPages) pages = NULL;

  for (guint phase = 0; phase < 4; phase++)
    for (guint i = 0; i < 14; i++)
      {
        PltGanttRow *row = plt_gantt_row (gantt, i == 0 ? "Phase" : "Tâche");

        row->depth = i > 0;
        row->flags = i == 0 ? PLT_GANTT_GROUP : 0;
        row->from = gantt->from + 20;
        row->to = row->from + 30;
      }
  pages = plt_gantt_pages_new (gantt, type, 770, 540, 600);
  g_assert_cmpuint (plt_gantt_pages_get_n (pages), ==, 2);
  g_assert_cmpuint (page_at (pages, 0)->end, ==, 28);
  g_assert_cmpuint (page_at (pages, 1)->again, ==, G_MAXUINT);
}

typedef struct
{
  double mean;   /* grey, 0 to 255 */
  guint changes; /* along the bar */
} Grey;

/* A bar as a copy in black has it, along a line above its middle. */
static Grey
look_at_bar (PltTypesetter *type, const PltGanttRow *row)
{
  g_autoptr (PltGantt) gantt
      = plt_gantt_new (plt_date_from_ymd (2027, 1, 4), plt_date_from_ymd (2027, 1, 31));
  PltGanttPages pages = { .gantt = gantt, .type = type, .zoom = 1, .step = 5, .on_paper = TRUE };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 200);
  cairo_t *cr = cairo_create (surface);
  PltGanttPage page = { .end = 1, .day_end = 28 };
  PltGanttPen pen = { .pages = &pages,
                      .gantt = gantt,
                      .page = &page,
                      .cr = cr,
                      .type = type,
                      .palette = plt_palette_get (PLT_PALETTE_PAPER),
                      .right = 80,
                      .zoom = 1 };
  PltGanttSigns signs = { .row = row, .middle = 10, .x0 = 10, .x1 = 70 };
  const guint8 *line;
  Grey grey = { 0, 0 };
  int last = -1;

  cairo_scale (cr, 10, 10);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  plt_gantt_draw_all_signs (&pen, &signs, 1);
  cairo_surface_flush (surface);
  line = cairo_image_surface_get_data (surface)
         + (gsize) cairo_image_surface_get_stride (surface) * 80;
  for (guint x = 120; x < 680; x++)
    {
      const guint8 *pixel = line + 4 * (gsize) x;
      int value = (pixel[0] * 11 + pixel[1] * 59 + pixel[2] * 30) / 100;

      grey.mean += value / 560.0;
      if (last >= 0 && ABS (value - last) > 24)
        grey.changes++;
      last = value;
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return grey;
}

/* Phases are told apart without their colours. */
static void
test_grey (void)
{
  g_autoptr (PltTypesetter) type = plt_typesetter_new (plt_fonts_get ());
  Grey greys[5];

  for (guint i = 0; i < G_N_ELEMENTS (greys); i++)
    {
      PltGanttRow row = { .phase = i, .label = "", .beside = "" };

      greys[i] = look_at_bar (type, &row);
      for (guint j = 0; j < i; j++)
        g_assert_true (ABS (greys[i].mean - greys[j].mean) > 50
                       || ABS ((int) greys[i].changes - (int) greys[j].changes) > 8);
    }
}

static void
test_calendar (void)
{
  /* a Wednesday to a Tuesday: from the Monday before to the Sunday after */
  g_autoptr (PltGantt) gantt
      = plt_gantt_new (plt_date_from_ymd (2027, 3, 10), plt_date_from_ymd (2027, 3, 16));

  g_assert_cmpint (gantt->from, ==, plt_date_from_ymd (2027, 3, 8));
  g_assert_cmpint (gantt->to, ==, plt_date_from_ymd (2027, 3, 21));
  g_assert_cmpuint (plt_gantt_n_days (gantt), ==, 14);
  g_assert_cmpint (gantt->off[4], ==, PLT_GANTT_OPEN);
  g_assert_cmpint (gantt->off[5], ==, PLT_GANTT_WEEKEND);
  g_assert_cmpint (gantt->off[13], ==, PLT_GANTT_WEEKEND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gantt/pages", test_pages);
  g_test_add_func ("/gantt/weeks", test_weeks);
  g_test_add_func ("/gantt/paper", test_paper);
  g_test_add_func ("/gantt/one-page", test_one_page);
  g_test_add_func ("/gantt/due", test_due);
  g_test_add_func ("/gantt/title", test_title);
  g_test_add_func ("/gantt/ink", test_ink);
  g_test_add_func ("/gantt/hostile", test_hostile);
  g_test_add_func ("/gantt/same-bytes", test_same_bytes);
  g_test_add_func ("/gantt/type", test_type);
  g_test_add_func ("/gantt/no-empty-sheet", test_no_empty_sheet);
  g_test_add_func ("/gantt/whole-phases", test_whole_phases);
  g_test_add_func ("/gantt/grey", test_grey);
  g_test_add_func ("/gantt/calendar", test_calendar);
  return g_test_run ();
}
