/* What an empty register says. */
#pragma once

#include "plt-table.h"

G_BEGIN_DECLS

const char *plt_register_empty_sentence (const PltTable *table); /* translated */

G_END_DECLS
