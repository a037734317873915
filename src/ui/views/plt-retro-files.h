/* The rétroplanning in the files of MS Project (XML) and GanttProject. */
#pragma once

#include "plt-dialog.h"
#include "plt-retro-model.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_RETRO_FILE_MSPDI,
  PLT_RETRO_FILE_GAN,
} PltRetroFile;

/* Asks for a file, shows what it would add and what it loses, then adds it. */
void plt_retro_import_present (GtkWidget *owner, PltSession *session);
/* The second half of it. NULL, with the error told, for what cannot be read. */
PltDialog *plt_retro_import_preview (
    GtkWidget *owner, PltSession *session, const char *name, const char *bytes, gsize length);
void plt_retro_export_present (GtkWidget *owner,
                               PltSession *session,
                               PltRetroModel *model,
                               PltRetroFile kind);
/* (transfer full) (nullable): the bytes it would write; NULL when its dates cannot be counted */
char *plt_retro_export_text (PltRetroModel *model, PltRetroFile kind);

G_END_DECLS
