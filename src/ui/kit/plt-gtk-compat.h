/* What newer GTK does better, under our own names: the only place that names the file choosers of
 * GTK 4.8, which are deprecated from 4.10 on. Shaped like GtkFileDialog, so that one day a call is
 * replaced by a call. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;            /* shown: "Productions" */
  const char *const *patterns; /* "*.plateau", NULL-terminated */
} PltFileFilter;

/**
 * PltFileRequest:
 * @title: of the window
 * @accept: (nullable): label of the accepting button
 * @name: (nullable): proposed file name, for saving
 * @folder: (nullable): where to begin
 * @filters: (nullable): ends with { NULL }; the first one is chosen
 */
typedef struct
{
  const char *title;
  const char *accept;
  const char *name;
  GFile *folder;
  const PltFileFilter *filters;
} PltFileRequest;

/* The request is read before these return. */
void plt_file_open_async (GtkWindow *parent,
                          const PltFileRequest *request,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
void plt_file_save_async (GtkWindow *parent,
                          const PltFileRequest *request,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
void plt_file_folder_async (GtkWindow *parent,
                            const PltFileRequest *request,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* (transfer full) (nullable): of all three; PLT_ERROR_CANCELLED when the user chose nothing. */
GFile *plt_file_finish (GAsyncResult *result, GError **error);

/**
 * plt_icons_end_here:
 *
 * GTK 4.8 loads an icon in a thread that holds a reference to it, and its cache of icons holds none
 * that lasts: when the widget has gone meanwhile, the thread gives up the last reference while the
 * thread of the window may be taking that icon from the cache, which is then used after its end
 * ("object_already_finalized"). From here on an icon lives on until the calling thread, that of the
 * windows, gives it up. Once per process; a second call does nothing.
 */
void plt_icons_end_here (void);

G_END_DECLS
