#include "plt-formula.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-formula-private.h"
#include "plt-number.h"

#define ONE G_GINT64_CONSTANT (1000000)
#define MAX_DEPTH 64
#define MAX_STACK (2 * MAX_DEPTH + 4)

/* ---- parsing: a recursive descent that writes the operations in the order of their running ----
 */

typedef struct
{
  const char *p; /* what is left */
  PltFormula *formula;
  guint depth;
} Parser;

static gboolean parse_sum (Parser *self, GError **error);

static void
skip_space (Parser *self)
{
  for (;;)
    {
      if (*self->p == ' ' || *self->p == '\t' || *self->p == '\n')
        self->p++;
      else if (strncmp (self->p, "\302\240", 2) == 0)
        self->p += 2;
      else if (strncmp (self->p, "\342\200\257", 3) == 0)
        self->p += 3;
      else
        return;
    }
}

static gboolean
accept (Parser *self, char c)
{
  skip_space (self);
  if (*self->p != c)
    return FALSE;
  self->p++;
  return TRUE;
}

static void
emit (Parser *self, PltOpCode code, gint64 value)
{
  PltOp op = { code, value };

  g_array_append_val (self->formula->ops, op);
}

static gboolean
fail (const PltFormula *self, GError **error, const char *what)
{
  g_set_error (
      error, PLT_ERROR, PLT_ERROR_INVALID,
      _ ("The formula “%s” cannot be read: %s. Write for example 2*SEM_TOURNAGE or jours(role)."),
      self->text, what);
  return FALSE;
}

static gboolean
overflow (const PltFormula *self, GError **error)
{
  g_set_error (error, PLT_ERROR, PLT_ERROR_OVERFLOW,
               _ ("The formula “%s” gives a number that is too large."), self->text);
  return FALSE;
}

static char *
take_name (Parser *self)
{
  const char *from = self->p;

  while (*self->p != '\0')
    {
      gunichar c = g_utf8_get_char (self->p);

      if (c != '_' && !g_unichar_isalnum (c))
        break;
      self->p = g_utf8_next_char (self->p);
    }
  return g_strndup (from, (gsize) (self->p - from));
}

gint64
plt_formula_unit_days (const char *word)
{
  static const struct
  {
    const char *word;
    gint64 days_e6;
  } units[] = {
    { "h", ONE / 8 },        { "heure", ONE / 8 },
    { "heures", ONE / 8 },   { "j", ONE },
    { "jour", ONE },         { "jours", ONE },
    { "sem", 5 * ONE },      { "semaine", 5 * ONE },
    { "semaines", 5 * ONE }, { "mois", 65 * ONE / 3 },
    { "cachet", ONE },       { "cachets", ONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (units[i].word, word) == 0)
      return units[i].days_e6;
  return 0;
}

/* What may follow a number: a unit of time. */
static gboolean
parse_unit (Parser *self, gint64 number, GError **error)
{
  const char *before = self->p;
  g_autofree char *word = NULL;
  g_autofree char *what = NULL;
  gint64 days, value;

  skip_space (self);
  word = g_unichar_isalpha (g_utf8_get_char (self->p)) ? take_name (self) : NULL;
  if (word == NULL || *word == '\0')
    {
      self->p = before;
      emit (self, PLT_OP_NUMBER, number);
      return TRUE;
    }
  days = plt_formula_unit_days (word);
  if (days == 0)
    {
      what = g_strdup_printf (_ ("“%s” is not a unit: use h, j, sem or mois"), word);
      return fail (self->formula, error, what);
    }
  if (!plt_number_mul_div (number, days, ONE, PLT_ROUND_HALF_UP, &value))
    return overflow (self->formula, error);
  emit (self, PLT_OP_TIME, value);
  return TRUE;
}

static gboolean
parse_number (Parser *self, GError **error)
{
  gint64 value = 0, scale = ONE;
  gboolean decimals = FALSE, digits = FALSE;

  for (;; self->p++)
    {
      /* a space may stand between groups of three digits */
      if (!decimals
          && (*self->p == ' ' || strncmp (self->p, "\302\240", 2) == 0
              || strncmp (self->p, "\342\200\257", 3) == 0))
        {
          const char *next = g_utf8_next_char (self->p);

          if (!g_ascii_isdigit (next[0]) || !g_ascii_isdigit (next[1]) || !g_ascii_isdigit (next[2])
              || g_ascii_isdigit (next[3]))
            break;
          self->p = next;
        }
      if (!decimals && (*self->p == ',' || *self->p == '.'))
        {
          decimals = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*self->p))
        break;
      digits = TRUE;
      if (decimals)
        {
          scale /= 10;
          if (scale == 0 && *self->p != '0')
            return fail (self->formula, error, _ ("a number has more than six decimals"));
          if (__builtin_add_overflow (value, scale * (*self->p - '0'), &value))
            return overflow (self->formula, error);
        }
      else if (__builtin_mul_overflow (value, 10, &value)
               || __builtin_add_overflow (value, (*self->p - '0') * ONE, &value))
        return overflow (self->formula, error);
    }
  if (!digits) /* a sign alone is no zero */
    return fail (self->formula, error, _ ("a number or a name is missing"));
  return parse_unit (self, value, error);
}

/* The rounding functions and min and max; *known is FALSE for other names. */
static gboolean
call_builtin (Parser *self, const char *name, gboolean *known, GError **error)
{
  static const char *const names[] = { "min", "max", "arrondi", "plafond", "plancher" };
  static const PltOpCode codes[]
      = { PLT_OP_MIN, PLT_OP_MAX, PLT_OP_ROUND, PLT_OP_CEILING, PLT_OP_FLOOR };
  guint which = 0;

  while (which < G_N_ELEMENTS (names) && strcmp (names[which], name) != 0)
    which++;
  *known = which < G_N_ELEMENTS (names);
  if (!*known)
    return TRUE;
  if (!parse_sum (self, error))
    return FALSE;
  if (which < 2)
    {
      if (!accept (self, ';'))
        return fail (self->formula, error, _ ("min and max take two values separated by “;”"));
      if (!parse_sum (self, error))
        return FALSE;
    }
  emit (self, codes[which], 0);
  return accept (self, ')') || fail (self->formula, error, _ ("a “)” is missing"));
}

static void
add_ref (Parser *self, char *name, char *argument)
{
  PltFormulaRef ref = { name, argument };

  emit (self, PLT_OP_REF, self->formula->refs->len);
  g_array_append_val (self->formula->refs, ref);
}

/* What follows "name(" when the name belongs to the scope: a name, a number or a quoted text. */
static gboolean
call_scope (Parser *self, char *name, GError **error)
{
  char *argument;

  skip_space (self);
  if (*self->p == '"')
    {
      const char *end = strchr (self->p + 1, '"');

      if (end == NULL)
        {
          g_free (name);
          return fail (self->formula, error, _ ("a quotation mark is missing"));
        }
      argument = g_strndup (self->p + 1, (gsize) (end - self->p - 1));
      self->p = end + 1;
    }
  else
    argument = take_name (self);
  add_ref (self, name, argument);
  return accept (self, ')') || fail (self->formula, error, _ ("a “)” is missing"));
}

static gboolean
parse_name (Parser *self, GError **error)
{
  g_autofree char *name = take_name (self);
  gboolean known;

  if (*name == '\0')
    return fail (self->formula, error, _ ("a number or a name is missing"));
  if (!accept (self, '('))
    {
      add_ref (self, g_steal_pointer (&name), NULL);
      return TRUE;
    }
  if (!call_builtin (self, name, &known, error))
    return FALSE;
  return known || call_scope (self, g_steal_pointer (&name), error);
}

static gboolean
parse_factor (Parser *self, GError **error)
{
  gboolean fine;

  if (++self->depth > MAX_DEPTH)
    return fail (self->formula, error, _ ("it is nested too deeply"));
  skip_space (self);
  if (accept (self, '-'))
    {
      fine = parse_factor (self, error);
      emit (self, PLT_OP_NEGATE, 0);
    }
  else if (accept (self, '('))
    fine = parse_sum (self, error)
           && (accept (self, ')') || fail (self->formula, error, _ ("a “)” is missing")));
  else if (g_ascii_isdigit (*self->p) || *self->p == ',' || *self->p == '.')
    fine = parse_number (self, error);
  else
    fine = parse_name (self, error);
  if (fine && accept (self, '%'))
    emit (self, PLT_OP_PERCENT, 0);
  self->depth--;
  return fine;
}

static gboolean
parse_product (Parser *self, GError **error)
{
  if (!parse_factor (self, error))
    return FALSE;
  for (;;)
    {
      gboolean times = accept (self, '*');

      if (!times && !accept (self, '/'))
        return TRUE;
      if (!parse_factor (self, error))
        return FALSE;
      emit (self, times ? PLT_OP_MULTIPLY : PLT_OP_DIVIDE, 0);
    }
}

static gboolean
parse_sum (Parser *self, GError **error)
{
  if (!parse_product (self, error))
    return FALSE;
  for (;;)
    {
      gboolean plus = accept (self, '+');

      if (!plus && !accept (self, '-'))
        return TRUE;
      if (!parse_product (self, error))
        return FALSE;
      emit (self, plus ? PLT_OP_ADD : PLT_OP_SUBTRACT, 0);
    }
}

static void
ref_clear (gpointer data)
{
  PltFormulaRef *ref = data;

  g_free (ref->name);
  g_free (ref->argument);
}

void
plt_formula_free (PltFormula *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->ops);
  g_array_unref (self->refs);
  g_free (self->text);
  g_free (self);
}

PltFormula *
plt_formula_parse (const char *text, GError **error)
{
  g_autoptr (PltFormula) self = g_new0 (PltFormula, 1);
  Parser parser = { text, self, 0 };

  g_return_val_if_fail (text != NULL, NULL);

  self->text = g_strdup (text);
  self->ops = g_array_new (FALSE, FALSE, sizeof (PltOp));
  self->refs = g_array_new (FALSE, FALSE, sizeof (PltFormulaRef));
  g_array_set_clear_func (self->refs, ref_clear);
  skip_space (&parser);
  if (*parser.p == '=')
    parser.p++;
  skip_space (&parser);
  if (*parser.p == '\0')
    {
      emit (&parser, PLT_OP_NUMBER, 0);
      return g_steal_pointer (&self);
    }
  if (!parse_sum (&parser, error))
    return NULL;
  skip_space (&parser);
  if (*parser.p != '\0')
    {
      fail (self, error, _ ("something is left over at its end"));
      return NULL;
    }
  return g_steal_pointer (&self);
}

guint
plt_formula_get_n_refs (const PltFormula *self)
{
  return self->refs->len;
}

const PltFormulaRef *
plt_formula_get_ref (const PltFormula *self, guint index)
{
  g_return_val_if_fail (index < self->refs->len, NULL);

  return &g_array_index (self->refs, PltFormulaRef, index);
}

const char *
plt_formula_get_text (const PltFormula *self)
{
  return self->text;
}

/* ---- running ---- */

static gint64
round_to_one (gint64 e6, PltOpCode code)
{
  gint64 floor = e6 / ONE - (e6 % ONE < 0 ? 1 : 0);

  if (code == PLT_OP_ROUND)
    floor += (e6 - floor * ONE) * 2 >= ONE ? 1 : 0;
  else if (code == PLT_OP_CEILING)
    floor += floor * ONE == e6 ? 0 : 1;
  return floor * ONE;
}

/* One value in place of the one on top of the stack. */
static gboolean
run_one (const PltFormula *self, PltOpCode code, PltFormulaValue *top, GError **error)
{
  if (code == PLT_OP_NEGATE)
    top->e6 = -top->e6;
  else if (code == PLT_OP_PERCENT)
    return plt_number_mul_div (top->e6, 1, 100, PLT_ROUND_HALF_UP, &top->e6)
           || overflow (self, error);
  else
    {
      if (top->e6 > G_MAXINT64 - ONE || top->e6 < ONE - G_MAXINT64)
        return overflow (self, error);
      top->e6 = round_to_one (top->e6, code);
    }
  return TRUE;
}

/* A time adds to a time; times a number it stays one; divided by a time it is a number. */
static gboolean
run_two (const PltFormula *self,
         PltOpCode code,
         PltFormulaValue *left,
         const PltFormulaValue *right,
         GError **error)
{
  gboolean product = code == PLT_OP_MULTIPLY || code == PLT_OP_DIVIDE;
  gboolean fits;

  if (product ? left->is_time && right->is_time && code == PLT_OP_MULTIPLY
              : left->is_time != right->is_time && left->e6 != 0 && right->e6 != 0)
    return fail (self, error, _ ("a time and a number do not go together"));
  if (code == PLT_OP_DIVIDE && right->is_time && !left->is_time)
    return fail (self, error, _ ("a time and a number do not go together"));
  if (code == PLT_OP_DIVIDE && right->e6 == 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("The formula “%s” divides by zero. Correct what it divides by."), self->text);
      return FALSE;
    }
  if (code == PLT_OP_MULTIPLY)
    fits = plt_number_mul_div (left->e6, right->e6, ONE, PLT_ROUND_HALF_UP, &left->e6);
  else if (code == PLT_OP_DIVIDE)
    fits = plt_number_mul_div (left->e6, ONE, right->e6, PLT_ROUND_HALF_UP, &left->e6);
  else if (code == PLT_OP_ADD)
    fits = !__builtin_add_overflow (left->e6, right->e6, &left->e6);
  else if (code == PLT_OP_SUBTRACT)
    fits = !__builtin_sub_overflow (left->e6, right->e6, &left->e6);
  else
    {
      left->e6 = code == PLT_OP_MIN ? MIN (left->e6, right->e6) : MAX (left->e6, right->e6);
      fits = TRUE;
    }
  left->is_time
      = code == PLT_OP_DIVIDE ? left->is_time && !right->is_time : left->is_time || right->is_time;
  return (fits && left->e6 != G_MININT64) || overflow (self, error);
}

gboolean
plt_formula_run (const PltFormula *self,
                 const gint64 *refs_e6,
                 PltFormulaValue *value,
                 GError **error)
{
  PltFormulaValue stack[MAX_STACK];
  guint n = 0;

  for (guint i = 0; i < self->ops->len; i++)
    {
      const PltOp *op = &g_array_index (self->ops, PltOp, i);

      if (op->code <= PLT_OP_REF)
        {
          if (n == MAX_STACK)
            return fail (self, error, _ ("it is nested too deeply"));
          stack[n++] = (PltFormulaValue){ op->code == PLT_OP_REF ? refs_e6[op->value] : op->value,
                                          op->code == PLT_OP_TIME };
        }
      else if (op->code == PLT_OP_NEGATE || op->code == PLT_OP_PERCENT || op->code >= PLT_OP_ROUND)
        {
          if (!run_one (self, op->code, &stack[n - 1], error))
            return FALSE;
        }
      else
        {
          n--;
          if (!run_two (self, op->code, &stack[n - 1], &stack[n], error))
            return FALSE;
        }
    }
  *value = stack[0];
  return TRUE;
}

/**
 * plt_formula_eval:
 * @text: a formula; an empty one is 0
 * @scope: (nullable): where names come from
 * @e6: (out): the value in millionths; of days for a time
 *
 * Returns: FALSE with PLT_ERROR_INVALID, PLT_ERROR_OVERFLOW, or the error of the scope
 */
gboolean
plt_formula_eval (const char *text, const PltFormulaScope *scope, gint64 *e6, GError **error)
{
  g_autoptr (PltFormula) self = NULL;
  g_autofree gint64 *refs = NULL;
  PltFormulaValue value;

  g_return_val_if_fail (text != NULL && e6 != NULL, FALSE);

  *e6 = 0;
  self = plt_formula_parse (text, error);
  if (self == NULL)
    return FALSE;
  refs = g_new0 (gint64, self->refs->len + 1);
  for (guint i = 0; i < self->refs->len; i++)
    {
      const PltFormulaRef *ref = plt_formula_get_ref (self, i);

      if (ref->argument == NULL && (scope == NULL || scope->variable == NULL))
        return fail (self, error, _ ("no name can be used here"));
      if (ref->argument != NULL && (scope == NULL || scope->function == NULL))
        return fail (self, error, _ ("no function can be used here"));
      if (!(ref->argument == NULL
                ? scope->variable (scope->data, ref->name, &refs[i], error)
                : scope->function (scope->data, ref->name, ref->argument, &refs[i], error)))
        return FALSE;
    }
  if (!plt_formula_run (self, refs, &value, error))
    return FALSE;
  *e6 = value.e6;
  return TRUE;
}

gboolean
plt_formula_is_number (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p) && strchr (" ,.\302\240\342\200\257-", *p) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
plt_formula_read_number (const char *text, gint64 *e6)
{
  gint64 value = 0, scale = ONE;
  const char *p = text;
  guint digits = 0;

  for (; g_ascii_isdigit (*p) && digits < 12; p++, digits++)
    value = value * 10 + (*p - '0');
  value *= ONE;
  if (digits > 0 && (*p == ',' || *p == '.'))
    for (p++; g_ascii_isdigit (*p) && scale > 1; p++)
      {
        scale /= 10;
        value += scale * (*p - '0');
      }
  if (*p != '\0' || (digits == 0 && p != text))
    return FALSE;
  *e6 = value;
  return TRUE;
}

gboolean
plt_formula_to_unit (gint64 days_e6, const char *unit, gint64 *e6)
{
  gint64 days = plt_formula_unit_days (unit);

  return days != 0 && plt_number_mul_div (days_e6, ONE, days, PLT_ROUND_HALF_UP, e6);
}
