/* What a column accepts: the rules that a value has to keep, and the sentence when it does not. */
#include "plt-column-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-date.h"
#include "plt-error.h"
#include "plt-text.h"

#define MAX_CLOCK 2879                            /* 47h59 */
#define MAX_TIME 999999999                        /* what plt-time.h reads */
#define MAX_DEGREES G_GINT64_CONSTANT (180000000) /* in millionths */

/**
 * plt_column_title:
 * @column: a column
 *
 * Returns: its title in the user's language
 */
const char *
plt_column_title (const PltColumn *column)
{
  g_return_val_if_fail (column != NULL, "");

  return g_dgettext (GETTEXT_PACKAGE, column->title);
}

/**
 * plt_choice_title:
 * @choice: a choice of a column
 *
 * Returns: its title in the user's language
 */
const char *
plt_choice_title (const PltChoice *choice)
{
  g_return_val_if_fail (choice != NULL, "");

  return g_dgettext (GETTEXT_PACKAGE, choice->title);
}

/**
 * plt_column_find_choice:
 * @column: a column
 * @id: as stored
 *
 * Returns: (nullable): the choice with that id, %NULL when there is none
 */
const PltChoice *
plt_column_find_choice (const PltColumn *column, const char *id)
{
  g_return_val_if_fail (column != NULL && id != NULL, NULL);

  if (column->choices != NULL)
    for (const PltChoice *choice = column->choices; choice->id != NULL; choice++)
      if (strcmp (choice->id, id) == 0)
        return choice;
  return NULL;
}

/* The titles of the choices, by comma. */
static char *
list_choices (const PltColumn *column)
{
  GString *list = g_string_new (NULL);

  for (const PltChoice *choice = column->choices; choice->id != NULL; choice++)
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", plt_choice_title (choice));
  return g_string_free (list, FALSE);
}

/* What to write in that column: the end of each refusal. */
static char *
make_hint (const PltColumn *column)
{
  g_autofree char *list = NULL;

  switch (column->type)
    {
    case PLT_COLUMN_TEXT:
    case PLT_COLUMN_FILE:
      return g_strdup_printf (_ ("Write one line of at most %d characters."), PLT_COLUMN_MAX_TEXT);
    case PLT_COLUMN_LONG_TEXT:
      return g_strdup_printf (_ ("Write a text of at most %d characters."),
                              PLT_COLUMN_MAX_LONG_TEXT);
    case PLT_COLUMN_FORMULA:
      return g_strdup_printf (_ ("Write a number or a formula of at most %d characters."),
                              PLT_COLUMN_MAX_FORMULA);
    case PLT_COLUMN_INTEGER:
      return g_strdup (_ ("Write a whole number such as 12."));
    case PLT_COLUMN_BOOLEAN:
      return g_strdup (_ ("Write yes or no."));
    case PLT_COLUMN_MONEY:
      return g_strdup (_ ("Write an amount such as 1 234,56."));
    case PLT_COLUMN_RATE:
      return g_strdup (_ ("Write a percentage such as 15,5."));
    case PLT_COLUMN_QUANTITY:
      return g_strdup (_ ("Write a number such as 1,5."));
    case PLT_COLUMN_CLOCK:
      return g_strdup (_ ("Write a time of day such as 9h30, or 27h00 after midnight."));
    case PLT_COLUMN_DURATION:
      return g_strdup (_ ("Write a duration such as 1 h 20 or 45 min."));
    case PLT_COLUMN_SECONDS:
      return g_strdup (_ ("Write a length such as 1:20 (1 minute 20 seconds)."));
    case PLT_COLUMN_EIGHTHS:
      return g_strdup (_ ("Write a number of pages such as 1 2/8."));
    case PLT_COLUMN_COORDINATE:
      return g_strdup (_ ("Write degrees such as 48,8566."));
    case PLT_COLUMN_DATE:
      return g_strdup (_ ("Write a date such as 12/05/2026."));
    case PLT_COLUMN_CHOICE:
      list = list_choices (column);
      return g_strdup_printf (_ ("Write one of these: %s."), list);
    case PLT_COLUMN_FLAGS:
      list = list_choices (column);
      return g_strdup_printf (_ ("Write some of these, separated by commas: %s."), list);
    case PLT_COLUMN_REFERENCE:
      return g_strdup (_ ("Write the number of a row."));
    default:
      g_assert_not_reached ();
    }
}

/* Sets the sentence that goes with a fault; `given` is what was written. Always FALSE. */
gboolean
plt_column_refuse (const PltColumn *column, PltFault fault, const char *given, GError **error)
{
  g_autofree char *shown = plt_text_excerpt (given, 40);
  g_autofree char *hint = make_hint (column);
  const char *title = plt_column_title (column);

  switch (fault)
    {
    case PLT_FAULT_EMPTY:
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID, _ ("“%s” may not be empty. %s"), title,
                   hint);
      break;
    case PLT_FAULT_NEGATIVE:
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” cannot be “%s”: it may not be negative. %s"), title, shown, hint);
      break;
    case PLT_FAULT_LARGE:
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID, _ ("“%s” cannot be “%s”: too large. %s"),
                   title, shown, hint);
      break;
    case PLT_FAULT_LONG:
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID, _ ("“%s” cannot be “%s”: too long. %s"),
                   title, shown, hint);
      break;
    case PLT_FAULT_ENCODING:
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” cannot be “%s”: it is not UTF-8. %s"), title, shown, hint);
      break;
    case PLT_FAULT_OTHER:
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID, _ ("“%s” cannot be “%s”. %s"), title, shown,
                   hint);
      break;
    case PLT_FAULT_NONE:
    default:
      g_assert_not_reached ();
    }
  return FALSE;
}

/* Whether `text` holds flags of the column, each once, in their order, joined by ','. */
static gboolean
are_flags (const PltColumn *column, const char *text)
{
  const char *p = text;

  for (const PltChoice *choice = column->choices; choice->id != NULL && *p != '\0'; choice++)
    {
      gsize n = strlen (choice->id);

      if (strncmp (p, choice->id, n) != 0 || (p[n] != ',' && p[n] != '\0'))
        continue;
      p += n;
      if (p[0] == ',' && p[1] != '\0')
        p++;
    }
  return *p == '\0';
}

static PltFault
find_text_fault (const PltColumn *column, const char *text)
{
  gsize length = strlen (text);

  if (text[0] == '\0')
    return (column->flags & PLT_COLUMN_REQUIRED) != 0 ? PLT_FAULT_EMPTY : PLT_FAULT_NONE;
  if (!g_utf8_validate (text, -1, NULL))
    return PLT_FAULT_ENCODING;
  switch (column->type)
    {
    case PLT_COLUMN_LONG_TEXT:
      if (length > PLT_COLUMN_MAX_LONG_TEXT && g_utf8_strlen (text, -1) > PLT_COLUMN_MAX_LONG_TEXT)
        return PLT_FAULT_LONG;
      return PLT_FAULT_NONE;
    case PLT_COLUMN_FORMULA:
      return g_utf8_strlen (text, -1) > PLT_COLUMN_MAX_FORMULA ? PLT_FAULT_LONG : PLT_FAULT_NONE;
    case PLT_COLUMN_DATE:
      return plt_date_from_iso (text) == PLT_DATE_NONE ? PLT_FAULT_OTHER : PLT_FAULT_NONE;
    case PLT_COLUMN_FLAGS:
      return are_flags (column, text) ? PLT_FAULT_NONE : PLT_FAULT_OTHER;
    case PLT_COLUMN_CHOICE:
      if ((column->flags & PLT_COLUMN_OPEN) == 0)
        return plt_column_find_choice (column, text) == NULL ? PLT_FAULT_OTHER : PLT_FAULT_NONE;
      G_GNUC_FALLTHROUGH;
    case PLT_COLUMN_TEXT:
    case PLT_COLUMN_FILE:
      if (strpbrk (text, "\n\r") != NULL)
        return PLT_FAULT_OTHER;
      if (length > PLT_COLUMN_MAX_TEXT && g_utf8_strlen (text, -1) > PLT_COLUMN_MAX_TEXT)
        return PLT_FAULT_LONG;
      return PLT_FAULT_NONE;
    case PLT_COLUMN_INTEGER:
    case PLT_COLUMN_BOOLEAN:
    case PLT_COLUMN_MONEY:
    case PLT_COLUMN_RATE:
    case PLT_COLUMN_QUANTITY:
    case PLT_COLUMN_CLOCK:
    case PLT_COLUMN_DURATION:
    case PLT_COLUMN_SECONDS:
    case PLT_COLUMN_EIGHTHS:
    case PLT_COLUMN_COORDINATE:
    case PLT_COLUMN_REFERENCE:
    default:
      g_assert_not_reached ();
    }
}

/* The largest magnitude that a number of that type may have. */
static gint64
find_limit (PltColumnType type)
{
  switch ((guint) type)
    {
    case PLT_COLUMN_CLOCK:
      return MAX_CLOCK;
    case PLT_COLUMN_DURATION:
    case PLT_COLUMN_SECONDS:
    case PLT_COLUMN_EIGHTHS:
      return MAX_TIME;
    case PLT_COLUMN_COORDINATE:
      return MAX_DEGREES;
    default:
      return G_MAXINT64;
    }
}

static PltFault
find_number_fault (const PltColumn *column, gint64 number)
{
  gint64 limit = find_limit (column->type);

  if (column->type == PLT_COLUMN_BOOLEAN)
    return number == 0 || number == 1 ? PLT_FAULT_NONE : PLT_FAULT_OTHER;
  /* handles of a batch are negative */
  if (column->type == PLT_COLUMN_REFERENCE)
    return number == 0 ? PLT_FAULT_OTHER : PLT_FAULT_NONE;
  if (number > limit || number < -limit)
    return PLT_FAULT_LARGE;
  if (number < 0 && (column->flags & PLT_COLUMN_SIGNED) == 0)
    return PLT_FAULT_NEGATIVE;
  return PLT_FAULT_NONE;
}

/* The rule that a value breaks, PLT_FAULT_NONE when it keeps them all. */
PltFault
plt_column_find_fault (const PltColumn *column, const PltValue *value)
{
  gboolean text = plt_column_is_text (column);

  switch (value->kind)
    {
    case PLT_VALUE_TEXT:
      return text ? find_text_fault (column, value->text) : PLT_FAULT_OTHER;
    case PLT_VALUE_INTEGER:
      return text ? PLT_FAULT_OTHER : find_number_fault (column, value->integer);
    case PLT_VALUE_NULL:
      return text || column->type == PLT_COLUMN_BOOLEAN
                     || (column->flags & PLT_COLUMN_REQUIRED) != 0
                 ? PLT_FAULT_EMPTY
                 : PLT_FAULT_NONE;
    default:
      g_assert_not_reached ();
    }
}

/**
 * plt_column_check:
 * @column: any column
 * @value: what shall be stored in it
 *
 * Type, sign, range, length, choice, flags in their order, date, emptiness. A text column takes no
 * NULL (empty is ""), nor does a boolean. Whether a reference points to a row and whether a value
 * is unique only the file knows.
 *
 * Returns: FALSE with PLT_ERROR_INVALID and one sentence naming the column, what was given and an
 * example
 */
gboolean
plt_column_check (const PltColumn *column, const PltValue *value, GError **error)
{
  g_autofree char *given = NULL;
  PltFault fault;

  g_return_val_if_fail (column != NULL && value != NULL, FALSE);

  fault = plt_column_find_fault (column, value);
  if (fault == PLT_FAULT_NONE)
    return TRUE;
  if (value->kind == PLT_VALUE_INTEGER && !plt_column_is_text (column))
    given = plt_column_format (column, value);
  else if (value->kind == PLT_VALUE_INTEGER)
    given = g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
  else
    given = g_strdup (plt_value_get_text (value));
  return plt_column_refuse (column, fault, given, error);
}
