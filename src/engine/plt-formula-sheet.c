#include "plt-formula-sheet.h"

#include <string.h>

#include "plt-formula-private.h"

#define ONE G_GINT64_CONSTANT (1000000)

/* How tightly a piece holds together: what must stand in parentheses beside a sign. */
typedef enum
{
  PIECE_SUM,
  PIECE_NEGATIVE,
  PIECE_WHOLE,
} PieceKind;

typedef struct
{
  char *text;
  PieceKind kind;
  gboolean is_time;
} Piece;

static void
piece_clear (gpointer data)
{
  g_free (((Piece *) data)->text);
}

char *
plt_formula_sheet_number (gint64 e6)
{
  g_autoptr (GString) text = g_string_new (e6 < 0 ? "-" : "");
  guint64 size = e6 < 0 ? 0 - (guint64) e6 : (guint64) e6;

  g_string_append_printf (text, "%" G_GUINT64_FORMAT ".%06" G_GUINT64_FORMAT, size / ONE,
                          size % ONE);
  while (text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
  if (text->str[text->len - 1] == '.')
    g_string_truncate (text, text->len - 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
push (GArray *stack, char *text, PieceKind kind, gboolean is_time)
{
  Piece piece = { text, kind, is_time };

  g_array_append_val (stack, piece);
}

static Piece
pop (GArray *stack)
{
  Piece piece = g_array_index (stack, Piece, stack->len - 1);

  g_array_index (stack, Piece, stack->len - 1).text = NULL;
  g_array_set_size (stack, stack->len - 1);
  return piece;
}

/* In parentheses where it would not stay together beside a sign. */
static char *
held (const Piece *piece, PieceKind least)
{
  return piece->kind < least ? g_strdup_printf ("(%s)", piece->text) : g_strdup (piece->text);
}

static void
write_one (GArray *stack, PltOpCode code)
{
  Piece piece = pop (stack);
  g_autofree char *text = piece.text;
  g_autofree char *whole = held (&piece, PIECE_WHOLE);
  /* 0,2 + 0,3 + 0,5 is not 1 in binary */
  g_autofree char *exact
      = piece.kind != PIECE_SUM ? g_strdup (text) : g_strdup_printf ("ROUND(%s,6)", text);
  char *out;

  switch (code)
    {
    case PLT_OP_NEGATE:
      push (stack, g_strconcat ("-", whole, NULL), PIECE_NEGATIVE, piece.is_time);
      return;
    case PLT_OP_PERCENT:
      out = g_strdup_printf ("ROUND(%s/100,6)", whole);
      break;
    case PLT_OP_ROUND: /* up on a half, below zero too */
      out = g_strdup_printf ("INT(%s+0.5)", exact);
      break;
    case PLT_OP_CEILING:
      out = g_strdup_printf ("(-INT(-%s))", exact);
      break;
    case PLT_OP_FLOOR:
    default:
      out = g_strdup_printf ("INT(%s)", exact);
      break;
    }
  push (stack, out, PIECE_WHOLE, piece.is_time);
}

static void
write_two (GArray *stack, PltOpCode code)
{
  Piece right = pop (stack), left = pop (stack);
  g_autofree char *left_text = left.text;
  g_autofree char *right_text = right.text;
  gboolean product = code == PLT_OP_MULTIPLY || code == PLT_OP_DIVIDE;
  g_autofree char *first = held (&left, product ? PIECE_WHOLE : PIECE_SUM);
  g_autofree char *second = held (&right, PIECE_WHOLE);
  gboolean is_time
      = code == PLT_OP_DIVIDE ? left.is_time && !right.is_time : left.is_time || right.is_time;

  if (product)
    push (stack,
          g_strdup_printf ("ROUND(%s%c%s,6)", first, code == PLT_OP_MULTIPLY ? '*' : '/', second),
          PIECE_WHOLE, is_time);
  else if (code == PLT_OP_ADD || code == PLT_OP_SUBTRACT)
    push (stack, g_strdup_printf ("%s%c%s", first, code == PLT_OP_ADD ? '+' : '-', second),
          PIECE_SUM, is_time);
  else
    push (stack,
          g_strdup_printf ("%s(%s,%s)", code == PLT_OP_MIN ? "MIN" : "MAX", left_text, right_text),
          PIECE_WHOLE, is_time);
}

char *
plt_formula_to_sheet (const PltFormula *self, const char *const *refs, gboolean *is_time)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Piece));
  Piece result;

  g_return_val_if_fail (self != NULL, NULL);

  g_array_set_clear_func (stack, piece_clear);
  for (guint i = 0; i < self->ops->len; i++)
    {
      const PltOp *op = &g_array_index (self->ops, PltOp, i);

      if (op->code == PLT_OP_REF)
        push (stack, g_strdup (refs[op->value]), PIECE_WHOLE, FALSE);
      else if (op->code < PLT_OP_REF)
        push (stack, plt_formula_sheet_number (op->value), PIECE_WHOLE, op->code == PLT_OP_TIME);
      else if (op->code == PLT_OP_NEGATE || op->code == PLT_OP_PERCENT || op->code >= PLT_OP_ROUND)
        write_one (stack, op->code);
      else
        write_two (stack, op->code);
    }
  result = pop (stack);
  if (is_time != NULL)
    *is_time = result.is_time;
  return result.text;
}

char *
plt_formula_sheet_in_unit (const char *days, const char *unit)
{
  gint64 each = plt_formula_unit_days (unit);
  g_autofree char *number = plt_formula_sheet_number (each);

  return each != 0 ? g_strdup_printf ("ROUND((%s)/%s,6)", days, number) : NULL;
}
