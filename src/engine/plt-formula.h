/* Formulas of the devis: numbers with units, names, calls, + - * / and parentheses.
 *
 * A value is an integer in millionths (1,5 = 1500000); each product and quotient is rounded half up
 * to a millionth. Numbers take a comma or a point; arguments are separated by ';'. "10 %" is 0,1.
 * Built in: min(a;b), max(a;b), arrondi(x), plafond(x), plancher(x). Other names come from the
 * scope. A call of the scope takes one argument: a name, a number or a quoted text.
 *
 * A number may be followed by a unit of time: h, j, jour(s), sem, semaine(s), mois. A time is kept
 * in days (5 to the week, 8 hours to the day, 52 weeks to 12 months) and only adds to a time;
 * plt_formula_to_unit() brings it into the unit of a line. A formula is parsed once
 * (plt_formula_parse()) and run as often as its names change. */
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

/* The value of a time is TRUE for is_time; a time equal to a plain number is not the same. */
gboolean
plt_formula_eval (const char *text, const PltFormulaScope *scope, gint64 *e6, GError **error);
gboolean
plt_formula_is_number (const char *text); /* no name, no operator: can be typed over freely */

/* ---- parsed once, run often ---- */

typedef struct _PltFormula PltFormula;

/**
 * PltFormulaRef: a name in a formula.
 * @name: as written
 * @argument: (nullable): of a call; %NULL for a variable
 */
typedef struct
{
  char *name;
  char *argument;
} PltFormulaRef;

/**
 * PltFormulaValue:
 * @e6: millionths; of days for a time
 * @is_time: was given with a unit of time, or made of such
 */
typedef struct
{
  gint64 e6;
  gboolean is_time;
} PltFormulaValue;

PltFormula *plt_formula_parse (const char *text, GError **error); /* "" is 0 */
void plt_formula_free (PltFormula *self);
guint plt_formula_get_n_refs (const PltFormula *self);
const PltFormulaRef *plt_formula_get_ref (const PltFormula *self, guint index);
const char *plt_formula_get_text (const PltFormula *self);
/* Runs it on the values of its refs, in their order. */
gboolean plt_formula_run (const PltFormula *self,
                          const gint64 *refs_e6,
                          PltFormulaValue *value,
                          GError **error);
/* A plain number, the fastest way: FALSE for anything else. */
gboolean plt_formula_read_number (const char *text, gint64 *e6);
/* A time in the unit of a line: "jour", "cachet", "semaine", "mois", "heure"; FALSE for another
 * unit. */
gboolean plt_formula_to_unit (gint64 days_e6, const char *unit, gint64 *e6);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltFormula, plt_formula_free)

G_END_DECLS
