#include "plt-tiles-layout.h"

struct _PltTilesLayout
{
  GtkLayoutManager parent_instance;

  int column_width; /* the least */
  int spacing;
};

G_DEFINE_FINAL_TYPE (PltTilesLayout, plt_tiles_layout, GTK_TYPE_LAYOUT_MANAGER)

GtkLayoutManager *
plt_tiles_layout_new (int column_width, int spacing)
{
  PltTilesLayout *self = g_object_new (PLT_TYPE_TILES_LAYOUT, NULL);

  self->column_width = column_width;
  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}

int
plt_tiles_layout_get_columns (PltTilesLayout *self, int width)
{
  g_return_val_if_fail (PLT_IS_TILES_LAYOUT (self), 1);

  return CLAMP ((width + self->spacing) / (self->column_width + self->spacing), 1,
                PLT_TILES_MAX_COLUMNS);
}

/* Places the children, or only measures: returns the height there is with that width. */
static int
place (PltTilesLayout *self, GtkWidget *widget, int width, gboolean allocate)
{
  int n = plt_tiles_layout_get_columns (self, width);
  int each = (width - (n - 1) * self->spacing) / n;
  int tops[PLT_TILES_MAX_COLUMNS] = { 0 };
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int at = 0;
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;
      for (int i = 1; i < n; i++)
        if (tops[i] < tops[at])
          at = i;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, each, NULL, &natural, NULL, NULL);
      if (allocate)
        gtk_widget_size_allocate (
            child, &(const GtkAllocation){ at * (each + self->spacing), tops[at], each, natural },
            -1);
      tops[at] += natural + self->spacing;
      height = MAX (height, tops[at] - self->spacing);
    }
  return height;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkLayoutManager *layout,
         GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  PltTilesLayout *self = PLT_TILES_LAYOUT (layout);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->column_width;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          int least;

          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
          *minimum = MAX (*minimum, least);
        }
      *natural = MAX (*minimum, 3 * self->column_width + 2 * self->spacing);
      return;
    }
  *minimum = *natural = place (self, widget, for_size > 0 ? for_size : self->column_width, FALSE);
}

static void
allocate_children (GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  place (PLT_TILES_LAYOUT (layout), widget, width, TRUE);
}

static void
plt_tiles_layout_class_init (PltTilesLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate_children;
}

static void
plt_tiles_layout_init (PltTilesLayout *self)
{
}
