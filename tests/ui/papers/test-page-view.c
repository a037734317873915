/* The preview: pages, zoom, keys, what a click says, what is marked. */
#include "plt-preview.h"
#include "plt-rows.h"
#include "plt-test-store.h"
#include "plt-test-window.h"

#define N_ROWS 200 /* some pages of A4 */

typedef struct
{
  GtkWidget *window;
  GtkWidget *preview;
  PltPageView *pages;
  PltRef activated;
} Fixture;

static PltDocument *
new_document (guint n_rows)
{
  static const PltDocColumn columns[]
      = { { .title = "Décor", .weight = 1 }, { .title = "Lieu", .weight = 1 } };
  const PltDocInfo info = { .title = "Décors", .production = "La Passe", .paper = PLT_PAPER_A4 };
  PltDocument *document = plt_document_new (&info);
  PltDocTable *table;

  plt_document_heading (document, 1, "Décors de la journée", (PltRef){ NULL });
  table = plt_document_table (document, "Décors", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *text = g_strdup_printf ("DÉCOR %u", i);

      plt_doc_table_row (table, "row.normal");
      plt_doc_cell_ref (plt_doc_table_text (table, text), (PltRef){ "set", i + 1, "name" });
      plt_doc_cell_ref (plt_doc_table_text (table, "Port"), (PltRef){ "set", i + 1, "location" });
    }
  return document;
}

static void
on_activated (PltPageView *pages, const PltRef *ref, Fixture *fixture)
{
  fixture->activated = *ref;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->preview = plt_preview_new ();
  fixture->pages = plt_preview_get_pages (PLT_PREVIEW (fixture->preview));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->preview);
  g_signal_connect (fixture->pages, "activated", G_CALLBACK (on_activated), fixture);
  plt_preview_take (PLT_PREVIEW (fixture->preview), new_document (N_ROWS), NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  plt_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  plt_test_settle ();
}

static GtkAdjustment *
vertical (Fixture *fixture)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->pages));
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  guint n = plt_page_view_get_n_pages (fixture->pages);

  g_assert_cmpuint (n, >=, 3);
  g_assert_cmpuint (plt_page_view_get_page (fixture->pages), ==, 0);
  plt_page_view_show_page (fixture->pages, n - 1);
  plt_test_settle ();
  g_assert_cmpuint (plt_page_view_get_page (fixture->pages), ==, n - 1);
  plt_preview_take (PLT_PREVIEW (fixture->preview), new_document (2), NULL);
  plt_test_settle ();
  g_assert_cmpuint (plt_page_view_get_n_pages (fixture->pages), ==, 1);
  g_assert_cmpuint (plt_page_view_get_page (fixture->pages), ==, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (vertical (fixture)), <=,
                     gtk_adjustment_get_upper (vertical (fixture))
                         - gtk_adjustment_get_page_size (vertical (fixture)));
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  double width = plt_page_view_get_zoom (fixture->pages), page;
  GtkAdjustment *h = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (fixture->pages));

  g_assert_cmpint (plt_page_view_get_fit (fixture->pages), ==, PLT_PAGE_FIT_WIDTH);
  /* A4 is 595.276 points wide; there are 16 pixels at each side. */
  g_assert_cmpfloat_with_epsilon (
      width, (gtk_widget_get_width (GTK_WIDGET (fixture->pages)) - 32) / (595.276 * 96 / 72),
      0.001);
  plt_page_view_set_fit (fixture->pages, PLT_PAGE_FIT_PAGE);
  page = plt_page_view_get_zoom (fixture->pages);
  g_assert_cmpfloat (page, <, width);
  plt_page_view_set_zoom (fixture->pages, 2);
  g_assert_cmpint (plt_page_view_get_fit (fixture->pages), ==, PLT_PAGE_FIT_NONE);
  g_assert_cmpfloat (gtk_adjustment_get_upper (h), >, gtk_adjustment_get_page_size (h));
  plt_page_view_zoom_step (fixture->pages, 1);
  g_assert_cmpfloat_with_epsilon (plt_page_view_get_zoom (fixture->pages), 2.4, 1e-9);
  plt_page_view_zoom_step (fixture->pages, -100);
  g_assert_cmpfloat (plt_page_view_get_zoom (fixture->pages), >=, 0.1);
  plt_page_view_zoom_step (fixture->pages, 100);
  g_assert_cmpfloat (plt_page_view_get_zoom (fixture->pages), <=, 6);
}

/* What is under the middle of the widget stays there while zooming. */
static void
test_zoom_keeps_place (Fixture *fixture, gconstpointer data)
{
  double x = gtk_widget_get_width (GTK_WIDGET (fixture->pages)) / 2.0;
  double y = gtk_widget_get_height (GTK_WIDGET (fixture->pages)) / 2.0;
  PltRef before, after;

  gtk_adjustment_set_value (vertical (fixture), 700);
  g_assert_true (plt_page_view_hit (fixture->pages, x, y, &before));
  plt_page_view_set_zoom (fixture->pages, 3);
  g_assert_true (plt_page_view_hit (fixture->pages, x, y, &after));
  g_assert_cmpint (before.id, ==, after.id);
}

static void
test_click (Fixture *fixture, gconstpointer data)
{
  PltRef ref;
  graphene_rect_t area;
  const PltRef wanted = { "set", 7, "location" };

  g_assert_true (plt_page_view_locate (fixture->pages, wanted, &area));
  g_assert_true (plt_page_view_hit (fixture->pages, area.origin.x + area.size.width / 2,
                                    area.origin.y + area.size.height / 2, &ref));
  g_assert_cmpstr (ref.table, ==, "set");
  g_assert_cmpint (ref.id, ==, 7);
  g_assert_cmpstr (ref.column, ==, "location");
  g_assert_false (plt_page_view_hit (fixture->pages, 2, 2, &ref)); /* the desk */
  g_signal_emit_by_name (fixture->pages, "activated", &wanted);
  g_assert_cmpint (fixture->activated.id, ==, 7);
}

static void
test_mark (Fixture *fixture, gconstpointer data)
{
  const PltRef last = { "set", N_ROWS, "name" };
  graphene_rect_t area;

  g_assert_true (plt_page_view_mark (fixture->pages, last));
  plt_test_settle ();
  g_assert_true (plt_page_view_locate (fixture->pages, last, &area));
  g_assert_cmpfloat (area.origin.y, >=, 0);
  g_assert_cmpfloat (area.origin.y + area.size.height, <=,
                     gtk_widget_get_height (GTK_WIDGET (fixture->pages)));
  g_assert_false (plt_page_view_mark (fixture->pages, (PltRef){ "set", N_ROWS + 1, NULL }));
  g_assert_false (plt_page_view_mark (fixture->pages, (PltRef){ NULL }));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  PltRef ref;

  plt_preview_take (PLT_PREVIEW (fixture->preview), NULL,
                    g_error_new_literal (PLT_ERROR, PLT_ERROR_NOT_FOUND, "Il n’y a rien."));
  plt_test_settle ();
  g_assert_cmpuint (plt_page_view_get_n_pages (fixture->pages), ==, 0);
  g_assert_cmpstr (plt_preview_get_message (PLT_PREVIEW (fixture->preview)), ==, "Il n’y a rien.");
  g_assert_false (plt_page_view_hit (fixture->pages, 100, 100, &ref));
  plt_preview_take (PLT_PREVIEW (fixture->preview), new_document (2), NULL);
  g_assert_cmpstr (plt_preview_get_message (PLT_PREVIEW (fixture->preview)), ==, "");
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wrong = NULL;
  g_autofree char *text = g_strdup_printf ("Décors. Page 1 of %u. Décors de la journée",
                                           plt_page_view_get_n_pages (fixture->pages));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->pages), GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (fixture->pages),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
  wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (fixture->pages),
                                              GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);
  g_assert_cmpstr (wrong, ==, NULL);
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
#define ADD(name, function)                                                                        \
  g_test_add ("/ui/page-view/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("pages", test_pages);
  ADD ("zoom", test_zoom);
  ADD ("zoom-keeps-place", test_zoom_keeps_place);
  ADD ("click", test_click);
  ADD ("mark", test_mark);
  ADD ("nothing", test_nothing);
  ADD ("accessible", test_accessible);
#undef ADD
  return g_test_run ();
}
