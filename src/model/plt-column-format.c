/* The value of a column, as it is shown and as it is typed. */
#include "plt-column-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-date.h"
#include "plt-money.h"
#include "plt-text.h"
#include "plt-time.h"

static char *
format_number (const PltColumn *column, gint64 number)
{
  g_autofree char *text = NULL;

  switch ((guint) column->type)
    {
    case PLT_COLUMN_BOOLEAN:
      return g_strdup (number != 0 ? C_ ("boolean", "Yes") : C_ ("boolean", "No"));
    case PLT_COLUMN_MONEY:
      return plt_money_format (number);
    case PLT_COLUMN_RATE:
      text = plt_number_format (number, 4, 0);
      return g_strconcat (text, PLT_NNBSP "%", NULL);
    case PLT_COLUMN_QUANTITY:
      return plt_number_format (number, 3, 0);
    case PLT_COLUMN_COORDINATE:
      return plt_number_format (number, 6, 0);
    case PLT_COLUMN_CLOCK:
      return plt_clock_format (number);
    case PLT_COLUMN_DURATION:
      return plt_duration_format (number);
    case PLT_COLUMN_SECONDS:
      return plt_seconds_format (number);
    case PLT_COLUMN_EIGHTHS:
      return plt_eighths_format (number);
    case PLT_COLUMN_REFERENCE:
      return g_strdup_printf ("%" G_GINT64_FORMAT, number);
    default:
      return plt_number_format (number, 0, 0);
    }
}

/* The titles of flags, by comma. */
static char *
format_flags (const PltColumn *column, const char *text)
{
  g_auto (GStrv) ids = g_strsplit (text, ",", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const PltChoice *choice = plt_column_find_choice (column, ids[i]);

      if (out->len > 0)
        g_string_append (out, ", ");
      g_string_append (out, choice != NULL ? plt_choice_title (choice) : ids[i]);
    }
  return g_string_free (out, FALSE);
}

static char *
format_date (const char *text)
{
  PltDate date = plt_date_from_iso (text);

  return date == PLT_DATE_NONE ? g_strdup (text) : plt_date_format_numeric (date);
}

/* See plt-table.h. */
char *
plt_column_format (const PltColumn *column, const PltValue *value)
{
  g_return_val_if_fail (column != NULL && value != NULL, NULL);

  if (value->kind == PLT_VALUE_NULL)
    return g_strdup ("");
  if (value->kind == PLT_VALUE_INTEGER)
    return format_number (column, value->integer);
  if (column->type == PLT_COLUMN_DATE)
    return format_date (value->text);
  if (column->type == PLT_COLUMN_FLAGS)
    return format_flags (column, value->text);
  if (column->type == PLT_COLUMN_CHOICE)
    {
      const PltChoice *choice = plt_column_find_choice (column, value->text);

      return g_strdup (choice != NULL ? plt_choice_title (choice) : value->text);
    }
  return g_strdup (value->text);
}

/* The spaces of typography as the space bar gives them. */
static char *
with_plain_spaces (char *text)
{
  g_autofree char *owned = text;

  return plt_text_squeeze (owned);
}

static char *
format_number_edit (const PltColumn *column, gint64 number)
{
  g_autofree char *text = NULL;

  switch ((guint) column->type)
    {
    case PLT_COLUMN_BOOLEAN:
      return g_strdup (number != 0 ? "oui" : "non");
    case PLT_COLUMN_MONEY:
      text = plt_number_format_plain (number, 2);
      if (number % 10 != 0)
        return g_steal_pointer (&text);
      return g_strconcat (text, number % 100 == 0 ? ",00" : "0", NULL);
    case PLT_COLUMN_RATE:
      text = plt_number_format_plain (number, 4);
      return g_strconcat (text, " %", NULL);
    case PLT_COLUMN_QUANTITY:
      return plt_number_format_plain (number, 3);
    case PLT_COLUMN_COORDINATE:
      return plt_number_format_plain (number, 6);
    case PLT_COLUMN_CLOCK:
    case PLT_COLUMN_DURATION:
    case PLT_COLUMN_SECONDS:
    case PLT_COLUMN_EIGHTHS:
      return with_plain_spaces (format_number (column, number));
    default:
      return plt_number_format_plain (number, 0);
    }
}

/* See plt-table.h. Amounts have two decimals and nothing between thousands; a rate is in percent; a
 * choice and flags are their ids, the same in every language; yes and no are "oui" and "non". */
char *
plt_column_format_edit (const PltColumn *column, const PltValue *value)
{
  g_return_val_if_fail (column != NULL && value != NULL, NULL);

  if (value->kind == PLT_VALUE_NULL)
    return g_strdup ("");
  if (value->kind == PLT_VALUE_INTEGER)
    return format_number_edit (column, value->integer);
  if (column->type == PLT_COLUMN_DATE)
    return format_date (value->text);
  return g_strdup (value->text);
}
