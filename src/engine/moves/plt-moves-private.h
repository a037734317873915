/* Shared by the files of the movements. */
#pragma once

#include "plt-batch.h"

G_BEGIN_DECLS

/* Facts that somebody made by hand may leave a text out. */
static inline const char *
text_of (const char *text)
{
  return text != NULL ? text : "";
}

static inline void
set_text (PltBatch *batch, const char *column, const char *text)
{
  if (*text_of (text) != '\0')
    plt_batch_set_text (batch, column, text);
}

G_END_DECLS
