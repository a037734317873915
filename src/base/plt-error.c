#include "plt-error.h"

/**
 * plt_error_quark:
 *
 * Returns: the domain of every GError of Plateau
 */
GQuark
plt_error_quark (void)
{
  return g_quark_from_static_string ("plt-error-quark");
}
