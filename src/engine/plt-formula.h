/* Formulas of the devis: numbers, names, calls, + - * / and parentheses.
 *
 * A value is an integer in millionths (1,5 = 1500000); each product and quotient is rounded half up
 * to a millionth. Numbers take a comma or a point; arguments are separated by ';'. "10 %" is 0,1.
 * Built in: min(a;b), max(a;b), arrondi(x), plafond(x), plancher(x). Other names come from the
 * scope. A call of the scope takes one argument: a name or a quoted text. */
#pragma once

#include "plt-error.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean (*variable) (gpointer data, const char *name, gint64 *e6, GError **error);
  gboolean (*function) (
      gpointer data, const char *name, const char *argument, gint64 *e6, GError **error);
  gpointer data;
} PltFormulaScope;

gboolean
plt_formula_eval (const char *text, const PltFormulaScope *scope, gint64 *e6, GError **error);
gboolean
plt_formula_is_number (const char *text); /* no name, no operator: can be typed over freely */

G_END_DECLS
