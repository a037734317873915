#include "plt-retro-book.h"

#include <glib/gi18n-lib.h>

#include "plt-add-row.h"

#define DATA "plt-retro-book"

typedef struct
{
  PltSession *session; /* the owner's, which outlives the dialog */
  gboolean is_screening;
  gint64 task; /* 0: none */
  PltDate from, to;
} Booking;

static gboolean
put (PltBatch *batch, gpointer data, GError **error)
{
  const Booking *self = data;

  if (self->task == 0)
    return TRUE;
  plt_batch_set_integer (batch, "task", self->task);
  if (self->from == PLT_DATE_NONE)
    return TRUE;
  if (self->is_screening)
    plt_batch_set_date (batch, "date", self->to);
  else
    {
      plt_batch_set_date (batch, "from_date", self->from);
      plt_batch_set_date (batch, "to_date", self->to);
    }
  return TRUE;
}

static void
on_added (gint64 id, gpointer data)
{
  const Booking *self = data;

  plt_session_open_ref (self->session,
                        (PltRef){ self->is_screening ? "screening" : "room_booking", id, NULL });
}

GtkWindow *
plt_retro_book (GtkWidget *owner, PltSession *session, PltRetroModel *model, const char *table)
{
  const PltRetro *retro = plt_retro_model_get_retro (model);
  PltRef ref = plt_session_get_selection (session);
  const PltRetroRow *row
      = g_strcmp0 (ref.table, "task") == 0 ? plt_retro_find (retro, ref.id) : NULL;
  Booking *self;

  if (plt_session_is_read_only (session))
    return NULL;
  self = g_new0 (Booking, 1);
  self->session = session;
  self->is_screening = g_str_equal (table, "screening");
  self->task = row != NULL ? ref.id : 0;
  self->from = row != NULL && row->is_dated ? row->dates.start : PLT_DATE_NONE;
  self->to = row != NULL && row->is_dated ? row->dates.finish : PLT_DATE_NONE;
  g_object_set_data_full (G_OBJECT (owner), DATA, self, g_free);
  return plt_add_row_present (owner, session, plt_table_find (table), put, on_added, self);
}
