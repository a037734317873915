/* PltGrid against GtkColumnView: 50,000 rows of 30 columns, opened and scrolled page by page.
 *
 * Both show the same texts, made by the same function when they are asked for. What is compared is
 * the processor time of this process from building the widget to its first frame, and from each
 * turn of a page to the frame that shows it; the clock of the screen and what else the machine does
 * are not in it. Prints two ratios; fails when one is above 1/4. */
#include "config.h"

#include <time.h>

#include "plt-grid.h"

#define N_ROWS 50000
#define N_COLUMNS 30
#define N_PAGES 24
#define LIMIT 0.25
#define COLUMN_WIDTH 104

/* --- The same texts for both --- */

static char *
make_text (guint row, guint column)
{
  static const char *const words[] = { "CAFÉ DU PORT", "QUAI", "CABINE", "MAISON DE NORA", "BAC" };

  switch (column % 4)
    {
    case 0:
      return g_strdup_printf ("%u%c", row + 1, 'A' + (int) ((row + column) % 26));
    case 1:
      return g_strdup_printf ("%s %u", words[(row + column) % G_N_ELEMENTS (words)], row % 997);
    default:
      return g_strdup_printf ("%u\342\200\257%03u,%02u\342\200\257€", row % 90 + 1,
                              (row * 7 + column) % 1000, (row + column * 13) % 100);
    }
}

/* --- PltGrid --- */

#define BENCH_TYPE_MODEL (bench_model_get_type ())
G_DECLARE_FINAL_TYPE (BenchModel, bench_model, BENCH, MODEL, GObject)

struct _BenchModel
{
  GObject parent;
};

static guint
get_n_rows (PltGridModel *model)
{
  return N_ROWS;
}

static guint
get_n_columns (PltGridModel *model)
{
  return N_COLUMNS;
}

static void
get_column (PltGridModel *model, guint column, PltGridColumn *out)
{
  static char ids[N_COLUMNS][8];

  g_snprintf (ids[column], sizeof ids[column], "c%u", column);
  out->id = out->title = ids[column];
  out->width = 12;
  out->flags = PLT_GRID_COLUMN_EDITABLE | (column < 2 ? PLT_GRID_COLUMN_FROZEN : 0u);
  out->align = column % 4 > 1 ? PLT_GRID_ALIGN_END : PLT_GRID_ALIGN_START;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return row;
}

static void
get_cell (PltGridModel *model, guint row, guint column, PltGridCell *cell)
{
  plt_grid_cell_take_text (cell, make_text (row, column));
}

static void
bench_model_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_cell = get_cell;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BenchModel,
                               bench_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL, bench_model_iface_init))

static void
bench_model_class_init (BenchModelClass *klass)
{
}

static void
bench_model_init (BenchModel *self)
{
}

static GtkWidget *
create_grid (GListModel *items)
{
  g_autoptr (BenchModel) model = g_object_new (BENCH_TYPE_MODEL, NULL);

  return plt_grid_new (PLT_GRID_MODEL (model));
}

/* --- GtkColumnView --- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (inscription),
                              GPOINTER_TO_UINT (column) % 4 > 1 ? 1 : 0);
  gtk_list_item_set_child (item, inscription);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  g_autofree char *text = make_text (gtk_list_item_get_position (item), GPOINTER_TO_UINT (column));

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), text);
}

static GtkWidget *
create_column_view (GListModel *items)
{
  GtkWidget *view
      = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (items))));

  gtk_widget_add_css_class (view, "data-table");
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autofree char *title = g_strdup_printf ("c%u", i);
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (title, factory);
      gtk_column_view_column_set_fixed_width (column, COLUMN_WIDTH);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  return view;
}

/* --- Measuring --- */

static double
get_processor_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong handler
      = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

typedef struct
{
  double open;
  double page;
} Times;

static Times
measure (GtkWidget *(*create) (GListModel *items), GListModel *items)
{
  double start = get_processor_ms ();
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new ();
  GtkAdjustment *adjustment;
  Times times;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), create (items));
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frame (window);
  times.open = get_processor_ms () - start;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  wait_for_frame (window);
  start = get_processor_ms ();
  for (int i = 0; i < N_PAGES; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                                + gtk_adjustment_get_page_size (adjustment));
      wait_for_frame (window);
    }
  times.page = (get_processor_ms () - start) / N_PAGES;
  gtk_window_destroy (GTK_WINDOW (window));
  return times;
}

static Times
measure_best (GtkWidget *(*create) (GListModel *items), GListModel *items)
{
  Times best = measure (create, items);

  for (int i = 0; i < 2; i++)
    {
      Times times = measure (create, items);

      best.open = MIN (best.open, times.open);
      best.page = MIN (best.page, times.page);
    }
  return best;
}

static gboolean
report (const char *what, double grid, double view)
{
  g_print ("%s: PltGrid / GtkColumnView = %.3f (%.1f ms / %.1f ms of processor)\n", what,
           grid / view, grid, view);
  return grid / view <= LIMIT;
}

int
main (int argc, char **argv)
{
  g_autoptr (GListStore) items = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  Times grid, view;
  gboolean good;

  gtk_init ();
  for (guint i = 0; i < N_ROWS; i++)
    g_ptr_array_add (objects, g_object_new (G_TYPE_OBJECT, NULL));
  g_list_store_splice (items, 0, 0, objects->pdata, objects->len);

  view = measure_best (create_column_view, G_LIST_MODEL (items));
  grid = measure_best (create_grid, G_LIST_MODEL (items));
  good = report ("open", grid.open, view.open);
  good &= report ("page", grid.page, view.page);
  return good ? 0 : 1;
}
