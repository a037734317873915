#include "config.h"

#include <string.h>

#include "plt-grid-axis.h"

struct _PltGridAxis
{
  GPtrArray *slots; /* of PltGridSlot, in the order of the view */
  GPtrArray *shown; /* borrowed from slots */
  GArray *offsets;  /* of int: left edge of each shown one, and the right edge of the last */
  int n_frozen;
};

static void
slot_free (gpointer data)
{
  PltGridSlot *slot = data;

  g_free (slot->id);
  g_free (slot);
}

static PltGridSlot *
get_slot (const PltGridAxis *self, int column)
{
  g_assert (column >= 0 && (guint) column < self->shown->len);

  return g_ptr_array_index (self->shown, (guint) column);
}

static int
compare_frozen (gconstpointer a, gconstpointer b)
{
  const PltGridSlot *const *left = a, *const *right = b;

  return !!(*right)->frozen - !!(*left)->frozen;
}

static void
update (PltGridAxis *self)
{
  int x = 0;

  g_ptr_array_sort (self->slots, compare_frozen); /* stable */
  g_ptr_array_set_size (self->shown, 0);
  g_array_set_size (self->offsets, 0);
  self->n_frozen = 0;
  for (guint i = 0; i < self->slots->len; i++)
    {
      PltGridSlot *slot = g_ptr_array_index (self->slots, i);

      if (slot->hidden)
        continue;
      g_array_append_val (self->offsets, x);
      g_ptr_array_add (self->shown, slot);
      x += slot->width;
      self->n_frozen += slot->frozen ? 1 : 0;
    }
  g_array_append_val (self->offsets, x);
}

PltGridAxis *
plt_grid_axis_new (void)
{
  PltGridAxis *self = g_new0 (PltGridAxis, 1);

  self->slots = g_ptr_array_new_with_free_func (slot_free);
  self->shown = g_ptr_array_new ();
  self->offsets = g_array_new (FALSE, FALSE, sizeof (int));
  update (self);
  return self;
}

void
plt_grid_axis_free (PltGridAxis *self)
{
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->slots);
  g_array_unref (self->offsets);
  g_free (self);
}

void
plt_grid_axis_clear (PltGridAxis *self)
{
  g_ptr_array_set_size (self->shown, 0);
  g_ptr_array_set_size (self->slots, 0);
  update (self);
}

void
plt_grid_axis_append (
    PltGridAxis *self, const char *id, int model, int width, gboolean hidden, gboolean frozen)
{
  PltGridSlot *slot = g_new0 (PltGridSlot, 1);

  slot->id = g_strdup (id);
  slot->model = model;
  slot->width = CLAMP (width, PLT_GRID_MIN_WIDTH, PLT_GRID_MAX_WIDTH);
  slot->hidden = hidden;
  slot->frozen = frozen;
  g_ptr_array_add (self->slots, slot);
  update (self);
}

int
plt_grid_axis_get_n_shown (const PltGridAxis *self)
{
  return (int) self->shown->len;
}

int
plt_grid_axis_get_n_hidden (const PltGridAxis *self)
{
  return (int) (self->slots->len - self->shown->len);
}

int
plt_grid_axis_get_n_frozen (const PltGridAxis *self)
{
  return self->n_frozen;
}

int
plt_grid_axis_get_model (const PltGridAxis *self, int column)
{
  return get_slot (self, column)->model;
}

int
plt_grid_axis_get_width (const PltGridAxis *self, int column)
{
  return get_slot (self, column)->width;
}

int
plt_grid_axis_get_offset (const PltGridAxis *self, int column)
{
  return g_array_index (self->offsets, int, (guint) CLAMP (column, 0, (int) self->shown->len));
}

int
plt_grid_axis_find (const PltGridAxis *self, int model)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (((PltGridSlot *) g_ptr_array_index (self->shown, i))->model == model)
      return (int) i;
  return -1;
}

int
plt_grid_axis_find_id (const PltGridAxis *self, const char *id)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (g_str_equal (((PltGridSlot *) g_ptr_array_index (self->shown, i))->id, id))
      return (int) i;
  return -1;
}

const char *
plt_grid_axis_get_id (const PltGridAxis *self, int column)
{
  return get_slot (self, column)->id;
}

int
plt_grid_axis_at (const PltGridAxis *self, int x)
{
  int low = 0, high = (int) self->shown->len;

  if (x < 0 || x >= plt_grid_axis_get_offset (self, high))
    return -1;
  while (high - low > 1)
    {
      int middle = (low + high) / 2;

      if (plt_grid_axis_get_offset (self, middle) <= x)
        low = middle;
      else
        high = middle;
    }
  return low;
}

void
plt_grid_axis_set_width (PltGridAxis *self, int column, int width)
{
  get_slot (self, column)->width = CLAMP (width, PLT_GRID_MIN_WIDTH, PLT_GRID_MAX_WIDTH);
  update (self);
}

void
plt_grid_axis_hide (PltGridAxis *self, int column)
{
  if (self->shown->len < 2)
    return;
  get_slot (self, column)->hidden = TRUE;
  update (self);
}

gboolean
plt_grid_axis_show_all (PltGridAxis *self)
{
  if (plt_grid_axis_get_n_hidden (self) == 0)
    return FALSE;
  for (guint i = 0; i < self->slots->len; i++)
    ((PltGridSlot *) g_ptr_array_index (self->slots, i))->hidden = FALSE;
  update (self);
  return TRUE;
}

int
plt_grid_axis_move (PltGridAxis *self, int from, int to)
{
  PltGridSlot *slot = get_slot (self, from);
  int first = slot->frozen ? 0 : self->n_frozen;
  int last = slot->frozen ? self->n_frozen - 1 : (int) self->shown->len - 1;
  PltGridSlot *neighbour;
  guint index;

  to = CLAMP (to, first, last);
  if (to == from)
    return from;
  /* The neighbour it is to stand behind (moving right) or before (moving left) says where that is
   * among the hidden ones. */
  neighbour = get_slot (self, to);
  if (!g_ptr_array_find (self->slots, slot, &index))
    g_assert_not_reached ();
  g_ptr_array_steal_index (self->slots, index);
  if (!g_ptr_array_find (self->slots, neighbour, &index))
    g_assert_not_reached ();
  g_ptr_array_insert (self->slots, (int) index + (to > from ? 1 : 0), slot);
  update (self);
  return to;
}

char *
plt_grid_axis_to_string (const PltGridAxis *self)
{
  GString *layout = g_string_new (NULL);

  for (guint i = 0; i < self->slots->len; i++)
    {
      const PltGridSlot *slot = g_ptr_array_index (self->slots, i);

      g_string_append_printf (layout, "%s%s%s:%d", i > 0 ? ";" : "", slot->hidden ? "-" : "",
                              slot->id, slot->width);
    }
  return g_string_free (layout, FALSE);
}

static int
find_slot (const PltGridAxis *self, const char *id)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (g_str_equal (((PltGridSlot *) g_ptr_array_index (self->slots, i))->id, id))
      return (int) i;
  return -1;
}

void
plt_grid_axis_apply_string (PltGridAxis *self, const char *layout)
{
  g_auto (GStrv) entries = g_strsplit (layout, ";", -1);
  gboolean any_shown = FALSE;
  int place = 0;

  for (guint i = 0; entries[i] != NULL; i++)
    {
      gboolean hidden = entries[i][0] == '-';
      char *id = entries[i] + (hidden ? 1 : 0), *colon = strchr (id, ':');
      guint64 width;
      PltGridSlot *slot;
      int at;

      if (colon == NULL
          || !g_ascii_string_to_unsigned (colon + 1, 10, PLT_GRID_MIN_WIDTH, PLT_GRID_MAX_WIDTH,
                                          &width, NULL))
        continue;
      *colon = '\0';
      at = find_slot (self, id);
      if (at < place)
        continue; /* unknown, or named twice */
      slot = g_ptr_array_steal_index (self->slots, (guint) at);
      slot->hidden = hidden;
      slot->width = (int) width;
      g_ptr_array_insert (self->slots, place++, slot);
    }
  for (guint i = 0; i < self->slots->len; i++)
    any_shown |= !((PltGridSlot *) g_ptr_array_index (self->slots, i))->hidden;
  if (!any_shown && self->slots->len > 0)
    ((PltGridSlot *) g_ptr_array_index (self->slots, 0))->hidden = FALSE;
  update (self);
}
