/* What a person wrote, as the value of a column. */
#include "plt-column-private.h"

#include <string.h>

#include "plt-date.h"
#include "plt-error.h"
#include "plt-money.h"
#include "plt-text.h"
#include "plt-time.h"

/* The text without control characters and without spaces at its ends. Line ends become '\n' when
 * `lines`, a space otherwise; a tab becomes a space, or stays when `lines`. */
static char *
clean_text (const char *text, gboolean lines)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (text) + 1);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
        g_string_append_c (out, lines ? '\n' : ' ');
      else if (c == '\t')
        g_string_append_c (out, lines ? '\t' : ' ');
      else if (!g_unichar_iscntrl (c))
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  g_strstrip (out->str);
  return g_strdup (out->str);
}

/* Takes the first ending of `ends` that `text` has off its end, with the spaces before it. */
static void
cut_ending (char *text, const char *const *ends)
{
  for (gsize i = 0; ends[i] != NULL; i++)
    if (g_str_has_suffix (text, ends[i]))
      {
        text[strlen (text) - strlen (ends[i])] = '\0';
        g_strchomp (text);
        return;
      }
}

static gboolean
parse_boolean (const char *text, gint64 *number)
{
  static const char *const yes[] = { "1", "oui", "o", "yes", "y", "vrai", "true", "x", "✓", "✔" };
  static const char *const no[] = { "0", "non", "n", "no", "faux", "false" };
  g_autofree char *folded = plt_text_fold (text);

  for (gsize i = 0; i < G_N_ELEMENTS (yes); i++)
    if (strcmp (folded, yes[i]) == 0)
      {
        *number = 1;
        return TRUE;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (no); i++)
    if (strcmp (folded, no[i]) == 0)
      {
        *number = 0;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_reference (const char *text, gint64 *number, GError **error)
{
  if (strspn (text, "0123456789") != strlen (text))
    return FALSE;
  return plt_number_parse (text, 0, number, error);
}

/* Times are written without a sign; where a column may be negative, one stands before them. */
static gboolean
parse_signed_time (const PltColumn *column, const char *text, gint64 *number, GError **error)
{
  static const char *const signs[] = { "-", "\342\210\222" };
  gboolean done, negative = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (signs) && !negative; i++)
    if (g_str_has_prefix (text, signs[i]))
      {
        text += strlen (signs[i]);
        negative = TRUE;
      }
  if (column->type == PLT_COLUMN_CLOCK)
    done = plt_clock_parse (text, number, error);
  else if (column->type == PLT_COLUMN_DURATION)
    done = plt_duration_parse (text, number, error);
  else if (column->type == PLT_COLUMN_SECONDS)
    done = plt_seconds_parse (text, number, error);
  else
    done = plt_eighths_parse (text, number, error);
  if (done && negative)
    *number = -*number;
  return done;
}

/* `text` is squeezed and not empty. */
static gboolean
parse_number (const PltColumn *column, char *text, gint64 *number, GError **error)
{
  static const char *const percent[] = { "%", NULL };
  static const char *const degree[] = { "°", NULL };

  switch ((guint) column->type)
    {
    case PLT_COLUMN_BOOLEAN:
      return parse_boolean (text, number);
    case PLT_COLUMN_INTEGER:
      return plt_number_parse (text, 0, number, error);
    case PLT_COLUMN_MONEY:
      return plt_money_parse (text, number, error);
    case PLT_COLUMN_RATE: /* percent with four decimals is millionths */
      cut_ending (text, percent);
      return plt_number_parse (text, 4, number, error);
    case PLT_COLUMN_QUANTITY:
      return plt_number_parse (text, 3, number, error);
    case PLT_COLUMN_COORDINATE:
      cut_ending (text, degree);
      return plt_number_parse (text, 6, number, error);
    case PLT_COLUMN_REFERENCE:
      return parse_reference (text, number, error);
    case PLT_COLUMN_CLOCK:
    case PLT_COLUMN_DURATION:
    case PLT_COLUMN_SECONDS:
    case PLT_COLUMN_EIGHTHS:
      return parse_signed_time (column, text, number, error);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
same_folded (const char *folded, const char *text)
{
  g_autofree char *other = plt_text_fold (text);

  return strcmp (folded, other) == 0;
}

/* A choice by its id, else by an id that differs in case and accents, else by its title in the
 * user's language or in English. */
static const PltChoice *
find_choice (const PltColumn *column, const char *text)
{
  const PltChoice *exact = plt_column_find_choice (column, text);
  g_autofree char *folded = NULL;

  if (exact != NULL)
    return exact;
  folded = plt_text_fold (text);
  for (const PltChoice *choice = column->choices; choice->id != NULL; choice++)
    if (same_folded (folded, choice->id))
      return choice;
  for (const PltChoice *choice = column->choices; choice->id != NULL; choice++)
    if (same_folded (folded, plt_choice_title (choice)))
      return choice;
  for (const PltChoice *choice = column->choices; choice->id != NULL; choice++)
    if (same_folded (folded, choice->title))
      return choice;
  return NULL;
}

/* Flags by comma, semicolon or '+', in any order, as ids in theirs. NULL when one is unknown. */
static char *
parse_flags (const PltColumn *column, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, ",;+", -1);
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  GString *out;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const PltChoice *choice;

      g_strstrip (words[i]);
      if (words[i][0] == '\0')
        continue;
      choice = find_choice (column, words[i]);
      if (choice == NULL)
        return NULL;
      g_hash_table_add (found, (gpointer) choice);
    }
  out = g_string_new (NULL);
  for (const PltChoice *choice = column->choices; choice->id != NULL; choice++)
    if (g_hash_table_contains (found, choice))
      g_string_append_printf (out, "%s%s", out->len > 0 ? "," : "", choice->id);
  return g_string_free (out, FALSE);
}

/* What is stored for a text, NULL when it cannot be. `plain` is the text squeezed. */
static char *
parse_text (const PltColumn *column, const char *text, const char *plain, GError **error)
{
  const PltChoice *choice;
  PltDate date;

  switch ((guint) column->type)
    {
    case PLT_COLUMN_LONG_TEXT:
      return clean_text (text, TRUE);
    case PLT_COLUMN_TEXT:
    case PLT_COLUMN_FILE:
    case PLT_COLUMN_FORMULA:
      return clean_text (text, FALSE);
    case PLT_COLUMN_DATE:
      return plt_date_parse (plain, &date, error) ? plt_date_to_iso (date) : NULL;
    case PLT_COLUMN_FLAGS:
      return parse_flags (column, plain);
    case PLT_COLUMN_CHOICE:
      choice = find_choice (column, plain);
      if (choice != NULL)
        return g_strdup (choice->id);
      return (column->flags & PLT_COLUMN_OPEN) != 0 ? clean_text (text, FALSE) : NULL;
    default:
      g_assert_not_reached ();
    }
}

/* Reads a text that is not empty. */
static PltFault
read_value (const PltColumn *column, const char *text, char *plain, PltValue *value)
{
  g_autoptr (GError) why = NULL;

  if (plt_column_is_text (column))
    {
      char *stored = parse_text (column, text, plain, &why);

      if (stored == NULL)
        return PLT_FAULT_OTHER;
      *value = (PltValue){ PLT_VALUE_TEXT, 0, stored };
      return PLT_FAULT_NONE;
    }
  if (parse_number (column, plain, &value->integer, &why))
    {
      value->kind = PLT_VALUE_INTEGER;
      return PLT_FAULT_NONE;
    }
  if (g_error_matches (why, PLT_ERROR, PLT_ERROR_OVERFLOW))
    return PLT_FAULT_LARGE;
  return PLT_FAULT_OTHER;
}

/* See plt-table.h. `value` is only written, never freed. Spaces at the ends never count; an empty
 * text is "", 0 for a boolean, NULL for the other numbers. */
gboolean
plt_column_parse (const PltColumn *column, const char *text, PltValue *value, GError **error)
{
  g_auto (PltValue) result = PLT_VALUE_INIT;
  g_autofree char *plain = NULL;
  PltFault fault = PLT_FAULT_NONE;

  g_return_val_if_fail (column != NULL && text != NULL && value != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return plt_column_refuse (column, PLT_FAULT_ENCODING, text, error);
  plain = plt_text_squeeze (text);
  if (plain[0] != '\0')
    fault = read_value (column, text, plain, &result);
  else if (plt_column_is_text (column))
    result = plt_value_text ("");
  else if (column->type == PLT_COLUMN_BOOLEAN)
    result = plt_value_integer (0);
  if (fault == PLT_FAULT_NONE)
    fault = plt_column_find_fault (column, &result);
  if (fault != PLT_FAULT_NONE)
    return plt_column_refuse (column, fault, text, error);
  *value = result;
  result = (PltValue) PLT_VALUE_INIT;
  return TRUE;
}
