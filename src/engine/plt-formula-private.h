/* The inside of a parsed formula: its operations in the order of their running, on a stack. */
#pragma once

#include "plt-formula.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_OP_NUMBER, /* pushes @value */
  PLT_OP_TIME,   /* pushes @value days */
  PLT_OP_REF,    /* pushes the ref of that index */
  PLT_OP_ADD,
  PLT_OP_SUBTRACT,
  PLT_OP_MULTIPLY,
  PLT_OP_DIVIDE,
  PLT_OP_NEGATE,
  PLT_OP_PERCENT,
  PLT_OP_MIN,
  PLT_OP_MAX,
  PLT_OP_ROUND,
  PLT_OP_CEILING,
  PLT_OP_FLOOR,
} PltOpCode;

typedef struct
{
  PltOpCode code;
  gint64 value;
} PltOp;

struct _PltFormula
{
  char *text;
  GArray *ops;
  GArray *refs; /* PltFormulaRef */
};

/* Days of a unit of time, in millionths; 0 for a word that is none. */
gint64 plt_formula_unit_days (const char *word);

G_END_DECLS
