#include "plt-value.h"

/**
 * plt_value_integer:
 * @integer: a number
 *
 * Returns: the value
 */
PltValue
plt_value_integer (gint64 integer)
{
  return (PltValue){ PLT_VALUE_INTEGER, integer, NULL };
}

/**
 * plt_value_text:
 * @text: (nullable): copied
 *
 * Returns: (transfer full): the value, NULL for %NULL
 */
PltValue
plt_value_text (const char *text)
{
  if (text == NULL)
    return (PltValue) PLT_VALUE_INIT;
  return (PltValue){ PLT_VALUE_TEXT, 0, g_strdup (text) };
}

/**
 * plt_value_copy:
 * @value: a value
 *
 * Returns: (transfer full): another like it
 */
PltValue
plt_value_copy (const PltValue *value)
{
  PltValue copy;

  g_return_val_if_fail (value != NULL, (PltValue) PLT_VALUE_INIT);

  copy = *value;
  copy.text = g_strdup (value->text);
  return copy;
}

/**
 * plt_value_clear:
 * @value: becomes a NULL value
 */
void
plt_value_clear (PltValue *value)
{
  g_return_if_fail (value != NULL);

  g_clear_pointer (&value->text, g_free);
  value->kind = PLT_VALUE_NULL;
  value->integer = 0;
}

/**
 * plt_value_take:
 * @value: what it held is freed
 * @other: (transfer full): moved in
 */
void
plt_value_take (PltValue *value, PltValue other)
{
  plt_value_clear (value);
  *value = other;
}

/**
 * plt_value_equal:
 * @a: a value
 * @b: another
 *
 * Returns: whether they are of the same kind and hold the same; texts by their bytes
 */
gboolean
plt_value_equal (const PltValue *a, const PltValue *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->kind != b->kind)
    return FALSE;
  if (a->kind == PLT_VALUE_TEXT)
    return g_strcmp0 (a->text, b->text) == 0;
  return a->kind == PLT_VALUE_NULL || a->integer == b->integer;
}

/**
 * plt_value_get_text:
 * @value: a value
 *
 * Returns: its text, "" when it is not one
 */
const char *
plt_value_get_text (const PltValue *value)
{
  g_return_val_if_fail (value != NULL, "");

  return value->kind == PLT_VALUE_TEXT ? value->text : "";
}
