#include "plt-error.h"

G_DEFINE_QUARK (plt - error - quark, plt_error)
