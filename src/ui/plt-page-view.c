#include "plt-page-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "plt-fonts.h"
#include "plt-layout.h"
#include "plt-palette.h"

#define GAP 16 /* pixels around and between the pages */
#define ZOOM_MIN 0.1
#define ZOOM_MAX 6.0
#define ZOOM_STEP 1.2
#define DOTS (96.0 / 72.0) /* pixels of a point at zoom 1 */
#define LINE 48            /* pixels of an arrow key */
#define KEPT 6             /* pages out of sight whose painting is kept */

struct _PltPageView
{
  GtkWidget parent_instance;

  PltDocument *document;
  PltLayout *layout;
  GPtrArray *nodes; /* GskRenderNode by page, in points; NULL until seen */
  double page_width;
  double page_height;
  PltPageFit fit;
  double zoom;
  guint page; /* the one that is read, last time it was told */
  guint tell_source;
  PltRef mark;

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GtkScrollablePolicy hpolicy;
  GtkScrollablePolicy vpolicy;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (PltPageView,
                               plt_page_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  ACTIVATED,
  PAGE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

GtkWidget *
plt_page_view_new (void)
{
  return g_object_new (PLT_TYPE_PAGE_VIEW, NULL);
}

/* ---- geometry: pixels of the content, from its upper left corner ---- */

static double
scale_of (PltPageView *self)
{
  return self->zoom * DOTS;
}

static double
paper_width (PltPageView *self)
{
  return round (self->page_width * scale_of (self));
}

static double
paper_height (PltPageView *self)
{
  return round (self->page_height * scale_of (self));
}

static double
content_width (PltPageView *self)
{
  return self->layout != NULL ? paper_width (self) + 2 * GAP : 0;
}

static double
content_height (PltPageView *self)
{
  guint n = plt_page_view_get_n_pages (self);

  return n > 0 ? n * (paper_height (self) + GAP) + GAP : 0;
}

static double
scroll_of (GtkAdjustment *adjustment)
{
  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

/* Upper left corner of a page, in pixels of the widget. */
static void
page_origin (PltPageView *self, guint page, double *x, double *y)
{
  double room = gtk_widget_get_width (GTK_WIDGET (self)) - paper_width (self);

  *x = room > 2 * GAP ? floor (room / 2) : GAP - floor (scroll_of (self->hadjustment));
  *y = GAP + page * (paper_height (self) + GAP) - floor (scroll_of (self->vadjustment));
}

/* The page at a height of the widget; a gap belongs to the page above it. */
static guint
page_at (PltPageView *self, double y)
{
  double place = y + scroll_of (self->vadjustment) - GAP;
  guint n = plt_page_view_get_n_pages (self);

  if (place <= 0 || n == 0)
    return 0;
  return MIN ((guint) (place / (paper_height (self) + GAP)), n - 1);
}

guint
plt_page_view_get_n_pages (PltPageView *self)
{
  g_return_val_if_fail (PLT_IS_PAGE_VIEW (self), 0);

  return self->layout != NULL ? plt_layout_get_n_pages (self->layout) : 0;
}

guint
plt_page_view_get_page (PltPageView *self)
{
  g_return_val_if_fail (PLT_IS_PAGE_VIEW (self), 0);

  return page_at (self, gtk_widget_get_height (GTK_WIDGET (self)) / 3.0);
}

/* ---- what assistive technology is told ---- */

static void
update_description (PltPageView *self)
{
  guint n = plt_page_view_get_n_pages (self), n_entries = 0;
  const PltOutlineEntry *outline = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (n == 0)
    g_string_append (text, _ ("No document"));
  else
    {
      g_string_append_printf (text, "%s. ", plt_document_get_info (self->document)->title);
      /* Translators: "Page 2 of 5" */
      g_string_append_printf (text, _ ("Page %u of %u"), self->page + 1, n);
      outline = plt_layout_get_outline (self->layout, &n_entries);
    }
  for (guint i = 0; i < n_entries && i < 40; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? ". " : ", ", outline[i].text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Preview"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str,
                                  -1);
}

static void
tell (gpointer data)
{
  PltPageView *self = data;

  self->tell_source = 0;
  self->page = plt_page_view_get_page (self);
  update_description (self);
  g_signal_emit (self, signals[PAGE_CHANGED], 0);
}

/* Later, since widgets that show it may not change their size while sizes are given out. */
static void
queue_tell (PltPageView *self)
{
  if (self->tell_source == 0)
    self->tell_source = g_idle_add_once (tell, self);
}

/* ---- scrolling and zoom ---- */

static void
configure (PltPageView *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->hadjustment != NULL)
    gtk_adjustment_configure (self->hadjustment, scroll_of (self->hadjustment), 0,
                              MAX (content_width (self), width), LINE, width * 0.9, width);
  if (self->vadjustment != NULL)
    gtk_adjustment_configure (self->vadjustment, scroll_of (self->vadjustment), 0,
                              MAX (content_height (self), height), LINE,
                              MAX (height - LINE, height / 2), height);
}

static double
fitting_zoom (PltPageView *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * GAP;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * GAP;
  double zoom;

  if (self->fit == PLT_PAGE_FIT_NONE || self->layout == NULL || width < 1 || height < 1)
    return self->zoom;
  zoom = width / (self->page_width * DOTS);
  if (self->fit == PLT_PAGE_FIT_PAGE)
    zoom = MIN (zoom, height / (self->page_height * DOTS));
  return CLAMP (zoom, ZOOM_MIN, ZOOM_MAX);
}

/* The point of the paper under (x, y) stays there. */
static void
zoom_to (PltPageView *self, double zoom, double x, double y)
{
  guint page = page_at (self, y);
  double left, top, paper_x, paper_y;

  zoom = CLAMP (zoom, ZOOM_MIN, ZOOM_MAX);
  if (fabs (zoom - self->zoom) < 1e-6)
    return;
  page_origin (self, page, &left, &top);
  paper_x = (x - left) / scale_of (self);
  paper_y = (y - top) / scale_of (self);
  self->zoom = zoom;
  configure (self);
  if (self->vadjustment != NULL)
    gtk_adjustment_set_value (self->vadjustment, GAP + page * (paper_height (self) + GAP)
                                                     + paper_y * scale_of (self) - y);
  if (self->hadjustment != NULL)
    gtk_adjustment_set_value (self->hadjustment, GAP + paper_x * scale_of (self) - x);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  queue_tell (self);
}

static void
refit (PltPageView *self)
{
  zoom_to (self, fitting_zoom (self), 0, 0);
  configure (self);
}

void
plt_page_view_set_fit (PltPageView *self, PltPageFit fit)
{
  g_return_if_fail (PLT_IS_PAGE_VIEW (self));

  self->fit = fit;
  refit (self);
  queue_tell (self);
}

PltPageFit
plt_page_view_get_fit (PltPageView *self)
{
  g_return_val_if_fail (PLT_IS_PAGE_VIEW (self), PLT_PAGE_FIT_WIDTH);

  return self->fit;
}

static void
zoom_freely (PltPageView *self, double zoom, double x, double y)
{
  self->fit = PLT_PAGE_FIT_NONE;
  zoom_to (self, zoom, x, y);
  queue_tell (self);
}

void
plt_page_view_set_zoom (PltPageView *self, double zoom)
{
  g_return_if_fail (PLT_IS_PAGE_VIEW (self));

  zoom_freely (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
               gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

double
plt_page_view_get_zoom (PltPageView *self)
{
  g_return_val_if_fail (PLT_IS_PAGE_VIEW (self), 1);

  return self->zoom;
}

void
plt_page_view_zoom_step (PltPageView *self, int steps)
{
  plt_page_view_set_zoom (self, self->zoom * pow (ZOOM_STEP, steps));
}

void
plt_page_view_show_page (PltPageView *self, guint page)
{
  g_return_if_fail (PLT_IS_PAGE_VIEW (self));

  if (self->vadjustment != NULL && page < plt_page_view_get_n_pages (self))
    gtk_adjustment_set_value (self->vadjustment, page * (paper_height (self) + GAP));
}

/* ---- the document ---- */

static void
drop_node (GskRenderNode *node)
{
  if (node != NULL)
    gsk_render_node_unref (node);
}

void
plt_page_view_take_document (PltPageView *self, PltDocument *document)
{
  g_return_if_fail (PLT_IS_PAGE_VIEW (self));

  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->layout, plt_layout_free);
  g_clear_pointer (&self->document, plt_document_free);
  self->document = document;
  if (document != NULL)
    {
      self->layout = plt_layout_new (document, plt_fonts_get ());
      plt_layout_get_page_size (self->layout, &self->page_width, &self->page_height);
      self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) drop_node);
      g_ptr_array_set_size (self->nodes, (int) plt_page_view_get_n_pages (self));
    }
  refit (self);
  queue_tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const PltDocument *
plt_page_view_get_document (PltPageView *self)
{
  g_return_val_if_fail (PLT_IS_PAGE_VIEW (self), NULL);

  return self->document;
}

/* Rows are often painted cell by cell: without that very cell, any of the row will do. */
static gboolean
locate (PltPageView *self, PltRef ref, PltLayoutPlace *place)
{
  if (self->layout == NULL || ref.table == NULL)
    return FALSE;
  if (plt_layout_locate (self->layout, &ref, place))
    return TRUE;
  ref.column = NULL;
  return plt_layout_locate (self->layout, &ref, place);
}

gboolean
plt_page_view_locate (PltPageView *self, PltRef ref, graphene_rect_t *area)
{
  PltLayoutPlace place;
  double left, top, scale = scale_of (self);

  g_return_val_if_fail (PLT_IS_PAGE_VIEW (self) && area != NULL, FALSE);

  if (!locate (self, ref, &place))
    return FALSE;
  page_origin (self, place.page, &left, &top);
  graphene_rect_init (area, (float) (left + place.x * scale), (float) (top + place.y * scale),
                      (float) (place.width * scale), (float) (place.height * scale));
  return TRUE;
}

gboolean
plt_page_view_mark (PltPageView *self, PltRef ref)
{
  graphene_rect_t area;
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  g_return_val_if_fail (PLT_IS_PAGE_VIEW (self), FALSE);

  self->mark = ref;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!plt_page_view_locate (self, ref, &area))
    return FALSE;
  if (self->vadjustment != NULL && (area.origin.y < 0 || area.origin.y + area.size.height > height))
    gtk_adjustment_set_value (self->vadjustment, scroll_of (self->vadjustment) + area.origin.y
                                                     - (height - area.size.height) / 2);
  return TRUE;
}

gboolean
plt_page_view_hit (PltPageView *self, double x, double y, PltRef *ref)
{
  double left, top;
  guint page;

  g_return_val_if_fail (PLT_IS_PAGE_VIEW (self) && ref != NULL, FALSE);

  if (self->layout == NULL)
    return FALSE;
  page = page_at (self, y);
  page_origin (self, page, &left, &top);
  x = (x - left) / scale_of (self);
  y = (y - top) / scale_of (self);
  if (x < 0 || y < 0 || x > self->page_width || y > self->page_height)
    return FALSE;
  return plt_layout_hit (self->layout, page, x, y, ref) && ref->table != NULL;
}

/* ---- painting ---- */

static GskRenderNode *
page_node (PltPageView *self, guint page)
{
  GskRenderNode *node = g_ptr_array_index (self->nodes, page);

  if (node == NULL)
    {
      graphene_rect_t sheet
          = GRAPHENE_RECT_INIT (0, 0, (float) self->page_width, (float) self->page_height);
      cairo_t *cr;

      node = gsk_cairo_node_new (&sheet);
      cr = gsk_cairo_node_get_draw_context (node);
      plt_layout_paint (self->layout, page, cr);
      cairo_destroy (cr);
      self->nodes->pdata[page] = node;
    }
  return node;
}

static void
forget_far_pages (PltPageView *self, guint first, guint last)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (i + KEPT < first || i > last + KEPT)
      g_clear_pointer ((GskRenderNode **) &self->nodes->pdata[i], gsk_render_node_unref);
}

static GdkRGBA
rgba_of (PltColor color, double alpha)
{
  return (GdkRGBA){ (float) color.red / 255.f, (float) color.green / 255.f,
                    (float) color.blue / 255.f, (float) alpha };
}

static void
draw_mark (PltPageView *self, GtkSnapshot *snapshot)
{
  const PltPalette *palette = plt_palette_get (PLT_PALETTE_LIGHT); /* paper is white */
  GdkRGBA ground = rgba_of (palette->accent, 0.12), line = rgba_of (palette->accent, 1);
  graphene_rect_t area;
  GskRoundedRect frame;

  if (!plt_page_view_locate (self, self->mark, &area))
    return;
  graphene_rect_inset (&area, -1, -1);
  gtk_snapshot_append_color (snapshot, &ground, &area);
  gsk_rounded_rect_init_from_rect (&frame, &area, 2);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ line, line, line, line });
}

static void
draw_page (PltPageView *self, GtkSnapshot *snapshot, guint page)
{
  static const GdkRGBA white = { 1, 1, 1, 1 }, shadow = { 0, 0, 0, 0.22f };
  float scale = (float) scale_of (self);
  double left, top;
  graphene_rect_t sheet;
  GskRoundedRect outline;

  page_origin (self, page, &left, &top);
  graphene_rect_init (&sheet, (float) left, (float) top, (float) paper_width (self),
                      (float) paper_height (self));
  gsk_rounded_rect_init_from_rect (&outline, &sheet, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, 5);
  gtk_snapshot_append_color (snapshot, &white, &sheet);
  gtk_snapshot_push_clip (snapshot, &sheet);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &sheet.origin);
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_append_node (snapshot, page_node (self, page));
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
plt_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PltPageView *self = PLT_PAGE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  guint first = page_at (self, 0), last = page_at (self, height);

  if (self->layout == NULL)
    return;
  forget_far_pages (self, first, last);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  for (guint page = first; page <= last; page++)
    draw_page (self, snapshot, page);
  draw_mark (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

/* ---- mouse and keys ---- */

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, PltPageView *self)
{
  PltRef ref;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (plt_page_view_hit (self, x, y, &ref))
    g_signal_emit (self, signals[ACTIVATED], 0, &ref);
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, PltPageView *self)
{
  PltRef ref;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   plt_page_view_hit (self, x, y, &ref) ? "pointer" : NULL);
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, PltPageView *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (scroll));
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  if (event != NULL)
    {
      GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
      double native_x, native_y, wx, wy;

      gtk_native_get_surface_transform (native, &native_x, &native_y);
      if (gdk_event_get_position (event, &wx, &wy))
        {
          graphene_point_t at
              = GRAPHENE_POINT_INIT ((float) (wx - native_x), (float) (wy - native_y));

          if (gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self), &at, &at))
            {
              x = at.x;
              y = at.y;
            }
        }
    }
  zoom_freely (self, self->zoom * pow (ZOOM_STEP, -dy), x, y);
  return GDK_EVENT_STOP;
}

static gboolean
scroll_by (GtkWidget *widget, GVariant *args, gpointer data)
{
  PltPageView *self = PLT_PAGE_VIEW (widget);
  const char *what = g_variant_get_string (args, NULL);
  GtkAdjustment *v = self->vadjustment, *h = self->hadjustment;
  double page;

  if (v == NULL || h == NULL)
    return FALSE;
  page = gtk_adjustment_get_page_increment (v);
  if (g_str_equal (what, "up"))
    gtk_adjustment_set_value (v, scroll_of (v) - LINE);
  else if (g_str_equal (what, "down"))
    gtk_adjustment_set_value (v, scroll_of (v) + LINE);
  else if (g_str_equal (what, "left"))
    gtk_adjustment_set_value (h, scroll_of (h) - LINE);
  else if (g_str_equal (what, "right"))
    gtk_adjustment_set_value (h, scroll_of (h) + LINE);
  else if (g_str_equal (what, "page-up"))
    gtk_adjustment_set_value (v, scroll_of (v) - page);
  else if (g_str_equal (what, "page-down"))
    gtk_adjustment_set_value (v, scroll_of (v) + page);
  else if (g_str_equal (what, "home"))
    gtk_adjustment_set_value (v, 0);
  else
    gtk_adjustment_set_value (v, gtk_adjustment_get_upper (v));
  return TRUE;
}

static gboolean
zoom_by (GtkWidget *widget, GVariant *args, gpointer data)
{
  PltPageView *self = PLT_PAGE_VIEW (widget);
  int steps = g_variant_get_int32 (args);

  if (steps == 0)
    plt_page_view_set_fit (self, PLT_PAGE_FIT_WIDTH);
  else
    plt_page_view_zoom_step (self, steps);
  return TRUE;
}

static void
bind_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    guint keypad;
    GdkModifierType modifiers;
    const char *what;
  } scrolls[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, "up" },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, "down" },
    { GDK_KEY_Left, GDK_KEY_KP_Left, 0, "left" },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 0, "right" },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, "page-up" },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, "page-down" },
    { GDK_KEY_space, GDK_KEY_KP_Space, 0, "page-down" },
    { GDK_KEY_space, GDK_KEY_KP_Space, GDK_SHIFT_MASK, "page-up" },
    { GDK_KEY_Home, GDK_KEY_KP_Home, 0, "home" },
    { GDK_KEY_End, GDK_KEY_KP_End, 0, "end" },
  };
  static const struct
  {
    guint key;
    int steps;
  } zooms[] = {
    { GDK_KEY_plus, 1 },         { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 },
    { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 },     { GDK_KEY_agrave, 0 }, { GDK_KEY_KP_0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scrolls); i++)
    {
      gtk_widget_class_add_binding (klass, scrolls[i].key, scrolls[i].modifiers, scroll_by, "s",
                                    scrolls[i].what);
      gtk_widget_class_add_binding (klass, scrolls[i].keypad, scrolls[i].modifiers, scroll_by, "s",
                                    scrolls[i].what);
    }
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding (klass, zooms[i].key, GDK_CONTROL_MASK, zoom_by, "i",
                                  zooms[i].steps);
}

/* ---- the widget ---- */

static void
plt_page_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : 80;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 800;
}

static void
plt_page_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PltPageView *self = PLT_PAGE_VIEW (widget);

  refit (self);
  if (plt_page_view_get_page (self) != self->page)
    queue_tell (self);
}

static void
on_scrolled (PltPageView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (plt_page_view_get_page (self) != self->page)
    queue_tell (self);
}

static void
set_adjustment (PltPageView *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, on_scrolled, self);
  g_set_object (place, adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (on_scrolled), self);
  configure (self);
}

static void
plt_page_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PltPageView *self = PLT_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hpolicy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vpolicy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plt_page_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PltPageView *self = PLT_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hpolicy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vpolicy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plt_page_view_dispose (GObject *object)
{
  PltPageView *self = PLT_PAGE_VIEW (object);

  g_clear_handle_id (&self->tell_source, g_source_remove);
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);

  G_OBJECT_CLASS (plt_page_view_parent_class)->dispose (object);
}

static void
plt_page_view_finalize (GObject *object)
{
  PltPageView *self = PLT_PAGE_VIEW (object);

  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->layout, plt_layout_free);
  g_clear_pointer (&self->document, plt_document_free);

  G_OBJECT_CLASS (plt_page_view_parent_class)->finalize (object);
}

static void
plt_page_view_class_init (PltPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plt_page_view_get_property;
  object_class->set_property = plt_page_view_set_property;
  object_class->dispose = plt_page_view_dispose;
  object_class->finalize = plt_page_view_finalize;
  widget_class->measure = plt_page_view_measure;
  widget_class->size_allocate = plt_page_view_size_allocate;
  widget_class->snapshot = plt_page_view_snapshot;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[PAGE_CHANGED] = g_signal_new ("page-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "plt-page-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plt_page_view_init (PltPageView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->zoom = 1;
  self->fit = PLT_PAGE_FIT_WIDTH;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  update_description (self);
}
