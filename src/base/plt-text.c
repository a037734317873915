#include "plt-text-private.h"

#include <string.h>

#define MAX_FILE_NAME 200 /* bytes: leaves room for an extension below the usual 255 */

gboolean
plt_text_is_ascii (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    if (*p >= 0x80)
      return FALSE;
  return TRUE;
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == '\v' || c == 0x200B || c == 0xFEFF;
}

/* Letters that no decomposition takes apart, and marks of typography, as a typewriter has them. */
static const char *
plain_form (gunichar c)
{
  switch (c)
    {
    case 0x0153: /* œ */
      return "oe";
    case 0x00E6: /* æ */
      return "ae";
    case 0x00F8: /* ø */
      return "o";
    case 0x00DF: /* ß */
      return "ss";
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x02BC: /* ʼ */
      return "'";
    case 0x2010: /* ‐ */
    case 0x2011:
    case 0x2013: /* – */
    case 0x2014: /* — */
    case 0x2212: /* − */
      return "-";
    default:
      return NULL;
    }
}

void
plt_text_append_lower (GString *out, const char *text, gboolean folded)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *apart = g_utf8_normalize (valid, -1, folded ? G_NORMALIZE_ALL : G_NORMALIZE_NFD);

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));
      const char *plain = folded ? plain_form (c) : NULL;

      if (folded && g_unichar_ismark (c))
        continue;
      if (plain != NULL)
        g_string_append (out, plain);
      else
        g_string_append_unichar (out, c);
    }
}

/**
 * plt_text_fold:
 * @text: any text
 *
 * Returns: (transfer full): in lower case, without accents and ligatures, typographic apostrophes,
 * dashes and spaces made plain: what is compared when accents and case do not count
 */
char *
plt_text_fold (const char *text)
{
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  if (plt_text_is_ascii (text))
    return g_ascii_strdown (text, -1);
  out = g_string_sized_new (strlen (text) + 1);
  plt_text_append_lower (out, text, TRUE);
  return g_string_free (out, FALSE);
}

/**
 * plt_text_contains:
 * @haystack: where
 * @needle: what; "" is everywhere
 *
 * Returns: whether @needle is in @haystack, accents and case aside
 */
gboolean
plt_text_contains (const char *haystack, const char *needle)
{
  g_autofree char *where = NULL;
  g_autofree char *what = NULL;

  g_return_val_if_fail (haystack != NULL && needle != NULL, FALSE);

  where = plt_text_fold (haystack);
  what = plt_text_fold (needle);
  return strstr (where, what) != NULL;
}

/**
 * plt_text_squeeze:
 * @text: any text
 *
 * Returns: (transfer full): the text with each run of spaces of any kind, tabs and line ends as one
 * space, and none at its ends
 */
char *
plt_text_squeeze (const char *text)
{
  g_autofree char *valid = NULL;
  GString *out;
  gboolean space = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (valid) + 1);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (is_space (g_utf8_get_char (p)))
        {
          space = TRUE;
          continue;
        }
      if (space && out->len > 0)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (out, FALSE);
}

/**
 * plt_text_shorten:
 * @text: valid UTF-8
 * @signs: at least 1
 *
 * Returns: (transfer full): at most `signs` signs of it, the last "…" when it was cut
 */
char *
plt_text_shorten (const char *text, gsize signs)
{
  const char *p = text;
  const char *cut = text;

  g_return_val_if_fail (text != NULL && signs > 0, NULL);

  for (gsize n = 0; n < signs && *p != '\0'; n++)
    {
      cut = p;
      p = g_utf8_next_char (p);
    }
  return *p == '\0' ? g_strdup (text) : g_strdup_printf ("%.*s…", (int) (cut - text), text);
}

/**
 * plt_text_excerpt:
 * @text: anything, valid UTF-8 or not
 * @max: characters to keep, at least 1
 *
 * Returns: (transfer full): one line of valid UTF-8 for a message, cut by "…" when it is longer
 */
char *
plt_text_excerpt (const char *text, guint max)
{
  g_autofree char *line = NULL;
  g_autofree char *start = NULL;

  g_return_val_if_fail (text != NULL && max > 0, NULL);

  line = plt_text_squeeze (text);
  if (g_utf8_strlen (line, -1) <= (glong) max)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, (glong) max - 1);
  return g_strconcat (start, "…", NULL);
}

/**
 * plt_text_title:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): "CAFÉ DU PORT" as "Café du port": lower case, the first letter upper.
 * Names inside are not known and lose their capital.
 */
char *
plt_text_title (const char *text)
{
  GString *out;
  gboolean first = TRUE;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_sized_new (strlen (text) + 1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (first && g_unichar_isalpha (c))
        {
          g_string_append_unichar (out, g_unichar_toupper (c));
          first = FALSE;
        }
      else
        g_string_append_unichar (out, g_unichar_tolower (c));
    }
  return g_string_free (out, FALSE);
}

/**
 * plt_text_is_upper:
 * @text: valid UTF-8
 *
 * Returns: whether it has letters and none of them is lower case
 */
gboolean
plt_text_is_upper (const char *text)
{
  gboolean letters = FALSE;

  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      letters |= g_unichar_isalpha (c);
    }
  return letters;
}

/**
 * plt_set_str:
 * @field: (inout): a string that the caller owns, or NULL
 * @value: (nullable): what it shall be; may point into the old one
 *
 * Returns: whether it changed
 */
gboolean
plt_set_str (char **field, const char *value)
{
  char *copy;

  g_return_val_if_fail (field != NULL, FALSE);

  if (g_strcmp0 (*field, value) == 0)
    return FALSE;
  copy = g_strdup (value);
  g_free (*field);
  *field = copy;
  return TRUE;
}

/* Names that Windows keeps for devices, with any extension. */
static gboolean
is_device_name (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul" };
  g_autofree char *stem = g_strndup (name, strcspn (name, "."));

  g_strchomp (stem);
  for (gsize i = 0; i < G_N_ELEMENTS (devices); i++)
    if (g_ascii_strcasecmp (stem, devices[i]) == 0)
      return TRUE;
  return strlen (stem) == 4
         && (g_ascii_strncasecmp (stem, "com", 3) == 0 || g_ascii_strncasecmp (stem, "lpt", 3) == 0)
         && stem[3] >= '1' && stem[3] <= '9';
}

/**
 * plt_text_file_name:
 * @text: a title or anything else
 *
 * Returns: (transfer full): a name without extension that every file system takes: accents and
 * spaces kept, what none may hold replaced by '-', no point at its ends, no device name of Windows,
 * at most 200 bytes, "plateau" when nothing is left
 */
char *
plt_text_file_name (const char *text)
{
  g_autofree char *line = NULL;
  g_autoptr (GString) out = NULL;
  const char *start;

  g_return_val_if_fail (text != NULL, NULL);

  line = plt_text_squeeze (text);
  out = g_string_new (NULL);
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gsize n = (gsize) (g_utf8_next_char (p) - p);

      if (out->len + n > MAX_FILE_NAME)
        break;
      if (g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
        continue;
      if (c < 0x80 && strchr ("/\\:*?\"<>|", (int) c) != NULL)
        g_string_append_c (out, '-');
      else
        g_string_append_len (out, p, (gssize) n);
    }
  while (out->len > 0 && strchr (". ", out->str[out->len - 1]) != NULL)
    g_string_truncate (out, out->len - 1);
  for (start = out->str; *start == '.' || *start == ' ';)
    start++;
  if (*start == '\0')
    return g_strdup ("plateau");
  return is_device_name (start) ? g_strconcat (start, "-", NULL) : g_strdup (start);
}
