#include "plt-error.h"

/* clang-format off: it would take the dashes of the name for subtractions */
G_DEFINE_QUARK (plt-error-quark, plt_error)
