/* Every document of a production at once, into a folder, with the trade's names.
 *
 * A kind made for a day is written for each day that has its call sheet. Each file is written in a
 * turn of its own of the main loop, so that the window stays alive and the work can be cancelled;
 * what is written by then stays. */
#pragma once

#include <gio/gio.h>

#include "plt-session.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_EXPORT_PDF = 1 << 0,
  PLT_EXPORT_XLSX = 1 << 1,
  PLT_EXPORT_CSV = 1 << 2,
} PltExportFormats;

/* `name`: the file about to be written */
typedef void (*PltExportProgress) (guint done, guint total, const char *name, gpointer user_data);

void plt_export_all_async (PltSession *session,
                           const char *folder,
                           guint formats, /* PltExportFormats */
                           PltExportProgress progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/* The number of files written, also when it failed or was cancelled on the way. */
guint plt_export_all_finish (GAsyncResult *result, GError **error);

G_END_DECLS
