#include "plt-formula.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-number.h"

#define ONE G_GINT64_CONSTANT (1000000)
#define MAX_DEPTH 64

/* A recursive descent over the text; `p` is what is left of it. */
typedef struct
{
  const char *start;
  const char *p;
  const PltFormulaScope *scope;
  guint depth;
} Parser;

static gboolean parse_sum (Parser *self, gint64 *out, GError **error);

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

static gboolean
fail (Parser *self, GError **error, const char *what)
{
  g_set_error (
      error, PLT_ERROR, PLT_ERROR_INVALID,
      _ ("The formula “%s” cannot be read: %s. Write for example 2*SEM_TOURNAGE or jours(role)."),
      self->start, what);
  return FALSE;
}

static gboolean
overflow (Parser *self, GError **error)
{
  g_set_error (error, PLT_ERROR, PLT_ERROR_OVERFLOW,
               _ ("The formula “%s” gives a number that is too large."), self->start);
  return FALSE;
}

static gboolean
parse_number (Parser *self, gint64 *out, GError **error)
{
  gint64 value = 0;
  gint64 scale = ONE;
  gboolean decimals = FALSE;

  for (; g_ascii_isdigit (*self->p) || (!decimals && (*self->p == ',' || *self->p == '.'));
       self->p++)
    {
      if (!g_ascii_isdigit (*self->p))
        {
          decimals = TRUE;
          continue;
        }
      if (decimals)
        {
          scale /= 10;
          if (scale == 0 && *self->p != '0')
            return fail (self, error, _ ("a number has more than six decimals"));
          value += scale * (*self->p - '0');
        }
      else if (__builtin_mul_overflow (value, 10, &value)
               || __builtin_add_overflow (value, (*self->p - '0') * ONE, &value))
        return overflow (self, error);
    }
  *out = value;
  return TRUE;
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

/* The rounding functions and min and max; *known is FALSE for other names. */
static gboolean
call_builtin (Parser *self, const char *name, gboolean *known, gint64 *out, GError **error)
{
  static const char *const names[] = { "min", "max", "arrondi", "plafond", "plancher" };
  guint which = 0;
  gint64 other, floor_e6;

  while (which < G_N_ELEMENTS (names) && strcmp (names[which], name) != 0)
    which++;
  *known = which < G_N_ELEMENTS (names);
  if (!*known)
    return TRUE;

  if (!parse_sum (self, out, error))
    return FALSE;
  if (which < 2)
    {
      if (!accept (self, ';'))
        return fail (self, error, _ ("min and max take two values separated by “;”"));
      if (!parse_sum (self, &other, error))
        return FALSE;
      *out = which == 0 ? MIN (*out, other) : MAX (*out, other);
    }
  else
    {
      floor_e6 = *out / ONE - (*out % ONE < 0 ? 1 : 0);
      if (which == 2)
        floor_e6 = (*out - floor_e6 * ONE) * 2 >= ONE ? floor_e6 + 1 : floor_e6;
      else if (which == 3)
        floor_e6 = floor_e6 * ONE == *out ? floor_e6 : floor_e6 + 1;
      *out = floor_e6 * ONE;
    }
  return accept (self, ')') ? TRUE : fail (self, error, _ ("a “)” is missing"));
}

/* What follows "name(" when the name belongs to the scope: a name or a quoted text. */
static gboolean
call_scope (Parser *self, const char *name, gint64 *out, GError **error)
{
  g_autofree char *argument = NULL;

  skip_space (self);
  if (*self->p == '"')
    {
      const char *end = strchr (self->p + 1, '"');

      if (end == NULL)
        return fail (self, error, _ ("a quotation mark is missing"));
      argument = g_strndup (self->p + 1, (gsize) (end - self->p - 1));
      self->p = end + 1;
    }
  else
    argument = take_name (self);
  if (!accept (self, ')'))
    return fail (self, error, _ ("a “)” is missing"));
  if (self->scope == NULL || self->scope->function == NULL)
    return fail (self, error, _ ("no function can be used here"));
  return self->scope->function (self->scope->data, name, argument, out, error);
}

static gboolean
parse_name (Parser *self, gint64 *out, GError **error)
{
  g_autofree char *name = take_name (self);
  gboolean known;

  if (*name == '\0')
    return fail (self, error, _ ("a number or a name is missing"));
  if (!accept (self, '('))
    {
      if (self->scope == NULL || self->scope->variable == NULL)
        return fail (self, error, _ ("no name can be used here"));
      return self->scope->variable (self->scope->data, name, out, error);
    }
  if (!call_builtin (self, name, &known, out, error))
    return FALSE;
  return known || call_scope (self, name, out, error);
}

static gboolean
parse_factor (Parser *self, gint64 *out, GError **error)
{
  gboolean fine;

  if (++self->depth > MAX_DEPTH)
    return fail (self, error, _ ("it is nested too deeply"));
  skip_space (self);
  if (accept (self, '-'))
    {
      fine = parse_factor (self, out, error);
      if (fine)
        *out = -*out;
    }
  else if (accept (self, '('))
    fine = parse_sum (self, out, error)
           && (accept (self, ')') || fail (self, error, _ ("a “)” is missing")));
  else if (g_ascii_isdigit (*self->p) || *self->p == ',' || *self->p == '.')
    fine = parse_number (self, out, error);
  else
    fine = parse_name (self, out, error);
  if (fine && accept (self, '%'))
    fine = plt_number_mul_div (*out, 1, 100, PLT_ROUND_HALF_UP, out) || overflow (self, error);
  self->depth--;
  return fine;
}

static gboolean
parse_product (Parser *self, gint64 *out, GError **error)
{
  gint64 right;

  if (!parse_factor (self, out, error))
    return FALSE;
  for (;;)
    {
      gboolean times = accept (self, '*');

      if (!times && !accept (self, '/'))
        return TRUE;
      if (!parse_factor (self, &right, error))
        return FALSE;
      if (!times && right == 0)
        return fail (self, error, _ ("it divides by zero"));
      if (!(times ? plt_number_mul_div (*out, right, ONE, PLT_ROUND_HALF_UP, out)
                  : plt_number_mul_div (*out, ONE, right, PLT_ROUND_HALF_UP, out)))
        return overflow (self, error);
    }
}

static gboolean
parse_sum (Parser *self, gint64 *out, GError **error)
{
  gint64 right;

  if (!parse_product (self, out, error))
    return FALSE;
  for (;;)
    {
      gboolean plus = accept (self, '+');

      if (!plus && !accept (self, '-'))
        return TRUE;
      if (!parse_product (self, &right, error))
        return FALSE;
      if (plus ? __builtin_add_overflow (*out, right, out)
               : __builtin_sub_overflow (*out, right, out))
        return overflow (self, error);
    }
}

/**
 * plt_formula_eval:
 * @text: a formula; an empty one is 0
 * @scope: (nullable): where names come from
 * @e6: (out): the value in millionths
 *
 * Returns: FALSE with PLT_ERROR_INVALID, PLT_ERROR_OVERFLOW, or the error of the scope
 */
gboolean
plt_formula_eval (const char *text, const PltFormulaScope *scope, gint64 *e6, GError **error)
{
  Parser parser = { text, text, scope, 0 };

  g_return_val_if_fail (text != NULL && e6 != NULL, FALSE);

  skip_space (&parser);
  *e6 = 0;
  if (*parser.p == '\0')
    return TRUE;
  if (*parser.p == '=')
    parser.p++;
  if (!parse_sum (&parser, e6, error))
    return FALSE;
  skip_space (&parser);
  return *parser.p == '\0' ? TRUE : fail (&parser, error, _ ("something is left over at its end"));
}

gboolean
plt_formula_is_number (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p) && strchr (" ,.\302\240\342\200\257-", *p) == NULL)
      return FALSE;
  return TRUE;
}
