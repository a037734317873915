#include "plt-plan-weights.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-money.h"
#include "plt-referential.h"

#define MAX_PRICE G_GINT64_CONSTANT (100000000000) /* a milliard of euros, as PltShootProblem */
#define MAX_VALUE 10000

gboolean
plt_plan_weight_is_money (const PltPlanWeight *weight)
{
  return strcmp (weight->unit, "centimes") == 0;
}

static gboolean
is_in_range (const PltPlanWeight *weight, gint64 value)
{
  return value >= 0 && value <= (plt_plan_weight_is_money (weight) ? MAX_PRICE : MAX_VALUE);
}

static void
weight_free (gpointer data)
{
  PltPlanWeight *weight = data;

  g_free (weight->code);
  g_free (weight->title);
  g_free (weight->unit);
  g_free (weight->group);
  g_free (weight->source);
  g_free (weight);
}

/* A row without a usable value is none. */
static void
add_row (PltPlanWeights *self, const PltReferential *table, guint row)
{
  PltPlanWeight *weight = g_new0 (PltPlanWeight, 1);
  gint64 value;

  weight->code = g_strdup (plt_referential_get (table, row, "code"));
  weight->title = g_strdup (plt_referential_get (table, row, "libelle"));
  weight->unit = g_strdup (plt_referential_get (table, row, "unite"));
  weight->group = g_strdup (plt_referential_get (table, row, "groupe"));
  weight->source = g_strdup (plt_referential_get (table, row, "source"));
  weight->verified = strcmp (plt_referential_get (table, row, "marque"), "source") == 0;
  if (weight->code[0] == '\0' || plt_plan_weights_find (self, weight->code) != NULL
      || !g_ascii_string_to_signed (plt_referential_get (table, row, "valeur"), 10, 0, G_MAXINT64,
                                    &value, NULL)
      || !is_in_range (weight, value))
    {
      weight_free (weight);
      return;
    }
  weight->value = weight->shipped = value;
  g_ptr_array_add (self->items, weight);
}

static PltPlanWeight *
find (const PltPlanWeights *self, const char *code)
{
  for (guint i = 0; i < self->items->len; i++)
    if (strcmp (((const PltPlanWeight *) self->items->pdata[i])->code, code) == 0)
      return self->items->pdata[i];
  return NULL;
}

PltPlanWeights *
plt_plan_weights_new (const PltFacts *facts, const char *shipped)
{
  g_autoptr (PltReferential) kept = plt_referential_open (facts, PLT_PLAN_WEIGHTS_REFERENTIAL);
  g_autoptr (PltReferential) ours = shipped != NULL ? plt_referential_parse (shipped) : NULL;
  const PltReferential *table = kept != NULL ? kept : ours;
  PltPlanWeights *self = g_new0 (PltPlanWeights, 1);

  self->items = g_ptr_array_new_with_free_func (weight_free);
  for (guint i = 0; table != NULL && i < plt_referential_n_rows (table); i++)
    add_row (self, table, i);
  for (guint i = 0; i < facts->weights.n; i++)
    {
      const PltWeightFacts *own = &facts->weights.items[i];
      PltPlanWeight *weight = find (self, own->code);
      gint64 value = PLT_UNKNOWN;

      if (weight != NULL)
        value = plt_plan_weight_is_money (weight) ? own->price_cents : own->value;
      if (value == PLT_UNKNOWN || !is_in_range (weight, value))
        continue;
      weight->value = value;
      weight->own = TRUE;
    }
  return self;
}

void
plt_plan_weights_free (PltPlanWeights *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_free (self);
}

const PltPlanWeight *
plt_plan_weights_find (const PltPlanWeights *self, const char *code)
{
  return find (self, code);
}

gint64
plt_plan_weights_get (const PltPlanWeights *self, const char *code)
{
  const PltPlanWeight *weight = find (self, code);

  return weight != NULL ? weight->value : 0;
}

gboolean
plt_plan_weights_set (PltPlanWeights *self, const char *code, gint64 value, GError **error)
{
  PltPlanWeight *weight = find (self, code);

  if (weight == NULL)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("No weight is called “%s”. The list of weights shows their codes."), code);
      return FALSE;
    }
  if (!is_in_range (weight, value))
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("The weight “%s” cannot be below zero, nor that large."), code);
      return FALSE;
    }
  weight->value = value;
  weight->own = value != weight->shipped;
  return TRUE;
}

gboolean
plt_plan_weights_parse (PltPlanWeights *self, const char *code, const char *text, GError **error)
{
  const PltPlanWeight *weight = find (self, code);
  gint64 value = 0;

  if (weight != NULL && plt_plan_weight_is_money (weight))
    {
      if (!plt_money_parse (text, &value, error))
        return FALSE;
    }
  else if (weight != NULL
           && !g_ascii_string_to_signed (text, 10, G_MININT32, G_MAXINT32, &value, NULL))
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID, _ ("“%s” is not a number."), text);
      return FALSE;
    }
  return plt_plan_weights_set (self, code, value, error);
}

char *
plt_plan_weight_format (const PltPlanWeight *weight)
{
  if (plt_plan_weight_is_money (weight))
    return plt_money_format (weight->value);
  if (strcmp (weight->unit, "min") == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT " min", weight->value);
  return g_strdup_printf ("%" G_GINT64_FORMAT, weight->value);
}

static const PltWeightFacts *
find_row (const PltFacts *facts, const char *code)
{
  for (guint i = 0; i < facts->weights.n; i++)
    if (strcmp (facts->weights.items[i].code, code) == 0)
      return &facts->weights.items[i];
  return NULL;
}

void
plt_plan_weights_write (const PltPlanWeights *self, const PltFacts *facts, PltBatch *batch)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const PltPlanWeight *weight = self->items->pdata[i];
      const PltWeightFacts *row = find_row (facts, weight->code);
      const char *column = plt_plan_weight_is_money (weight) ? "price_cents" : "value";

      if (weight->value == weight->shipped)
        {
          if (row != NULL)
            plt_batch_delete (batch, "plan_weight", row->id);
          continue;
        }
      if (row == NULL)
        {
          plt_batch_insert (batch, "plan_weight");
          plt_batch_set_text (batch, "code", weight->code);
        }
      else if ((plt_plan_weight_is_money (weight) ? row->price_cents : row->value) != weight->value)
        plt_batch_update (batch, "plan_weight", row->id);
      else
        continue;
      plt_batch_set_integer (batch, column, weight->value);
    }
}
