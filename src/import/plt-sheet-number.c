#include "plt-sheet-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-text.h"

#define DECIMALS 6
#define SHOWN 40

/* Length in bytes of a space, of any of those that numbers hold. */
static gsize
space_at (const char *p)
{
  static const char *const spaces[]
      = { " ", "\t", "\302\240", "\342\200\257", "\342\200\211", "\342\200\212" };

  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    if (g_str_has_prefix (p, spaces[i]))
      return strlen (spaces[i]);
  return 0;
}

static const char *
skip_spaces (const char *p)
{
  for (gsize n = space_at (p); n > 0; n = space_at (p))
    p += n;
  return p;
}

/* Length of a sign that stands for minus. */
static gsize
minus_at (const char *p)
{
  if (*p == '-')
    return 1;
  if (g_str_has_prefix (p, "\342\210\222") || g_str_has_prefix (p, "\342\200\223")
      || g_str_has_prefix (p, "\342\200\224"))
    return 3;
  return 0;
}

/* € $ £ and the words for the euro, after or before an amount. */
static const char *
skip_currency (const char *p)
{
  static const char *const signs[]
      = { "\342\202\254", "$", "\302\243", "EUR", "eur", "Euros", "euros", "HT", "ht" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (p, signs[i]))
      return skip_currency (skip_spaces (p + strlen (signs[i])));
  return p;
}

/* Digits with the separators between them, as written: apostrophes and spaces gone. */
typedef struct
{
  GString *kept; /* digits, '.' and ',' */
  guint points, commas;
  gboolean spaced;
  gboolean badly; /* a space that does not stand before three digits */
} Run;

static gboolean
three_digits (const char *p)
{
  return g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2])
         && !g_ascii_isdigit (p[3]);
}

static const char *
read_run (const char *p, Run *run)
{
  for (;;)
    {
      gsize n = *p == '\'' ? 1 : g_str_has_prefix (p, "\342\200\231") ? 3 : space_at (p);

      if (g_ascii_isdigit (*p))
        g_string_append_c (run->kept, *p++);
      else if ((*p == '.' || *p == ',') && (g_ascii_isdigit (p[1]) || run->kept->len > 0))
        {
          run->points += *p == '.';
          run->commas += *p == ',';
          g_string_append_c (run->kept, *p++);
        }
      else if (n > 0 && run->kept->len > 0 && g_ascii_isdigit (p[n]))
        {
          run->badly |= !three_digits (p + n) || run->points + run->commas > 0;
          run->spaced = TRUE;
          p += n;
        }
      else
        return p;
    }
}

/* The sign of the decimals of a run that has one sign only, once: when it cannot stand between
 * thousands. 0 when that is not sure. */
static char
sure_decimal (const Run *run)
{
  const char *sign = strpbrk (run->kept->str, ".,");
  gsize before, after;

  if (run->points > 0 && run->commas > 0)
    return strrchr (run->kept->str, '.') > strrchr (run->kept->str, ',') ? '.' : ',';
  if (sign == NULL || run->points + run->commas > 1)
    return 0;
  before = (gsize) (sign - run->kept->str);
  after = strlen (sign + 1);
  if (after != 3 || before == 0 || before > 3 || run->spaced || run->kept->str[0] == '0')
    return *sign;
  return 0;
}

PltDecimalSign
plt_sheet_number_learn (PltDecimalSign known, const char *text)
{
  g_autoptr (GString) kept = NULL;
  Run run = { .kept = NULL };
  const char *end;
  char sign;

  text = skip_currency (skip_spaces (text));
  text = skip_spaces (*text == '(' ? text + 1 : text + minus_at (text));
  if (known == PLT_DECIMAL_BOTH || !g_ascii_isdigit (*text))
    return known;
  kept = g_string_new (NULL);
  run.kept = kept;
  end = skip_spaces (read_run (text, &run));
  end = skip_spaces (skip_currency (end));
  if (*end != '\0' && *end != '%' && *end != ')')
    return known;
  sign = sure_decimal (&run);
  if (sign == 0)
    return known;
  if (known == PLT_DECIMAL_UNKNOWN)
    return sign == ',' ? PLT_DECIMAL_COMMA : PLT_DECIMAL_POINT;
  return (known == PLT_DECIMAL_COMMA) == (sign == ',') ? known : PLT_DECIMAL_BOTH;
}

/* Which sign the decimals of the run have; '?' when it may be either. */
static char
decimal_of (const Run *run, PltDecimalSign sign)
{
  char sure = sure_decimal (run);

  if (run->points + run->commas == 0)
    return ',';
  if (sure != 0)
    return sure;
  if (run->points > 1 && run->commas == 0)
    return ',';
  if (run->commas > 1 && run->points == 0)
    return '.';
  return sign == PLT_DECIMAL_COMMA ? ',' : sign == PLT_DECIMAL_POINT ? '.' : '?';
}

/* Separators of thousands stand before three digits each, and none behind the decimals. */
static gboolean
groups_are_right (const char *text, char decimal)
{
  gboolean grouped = FALSE, behind = FALSE;
  guint digits = 0;

  for (const char *p = text;; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          digits++;
          continue;
        }
      if (!behind && grouped && digits != 3)
        return FALSE;
      if (*p == '\0')
        return TRUE;
      if (behind)
        return FALSE;
      behind = *p == decimal;
      if (!behind && (digits == 0 || digits > 3))
        return FALSE;
      grouped = TRUE;
      if (behind)
        grouped = FALSE;
      digits = 0;
    }
}

/* Half up after DECIMALS decimals. */
static gboolean
to_e6 (const char *text, char decimal, gboolean negative, gint64 *e6)
{
  gint64 sum = 0;
  int decimals = -1;
  gboolean up = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == decimal)
        decimals = 0;
      if (!g_ascii_isdigit (*p))
        continue;
      if (decimals >= DECIMALS)
        {
          up |= decimals == DECIMALS && *p >= '5';
          decimals++;
          continue;
        }
      if (__builtin_mul_overflow (sum, (gint64) 10, &sum)
          || __builtin_add_overflow (sum, (gint64) (*p - '0'), &sum))
        return FALSE;
      decimals += decimals >= 0;
    }
  for (decimals = MAX (decimals, 0); decimals < DECIMALS; decimals++)
    if (__builtin_mul_overflow (sum, (gint64) 10, &sum))
      return FALSE;
  if (__builtin_add_overflow (sum, (gint64) up, &sum))
    return FALSE;
  *e6 = negative ? -sum : sum;
  return TRUE;
}

static gboolean
refuse (const char *text, GError **error)
{
  g_autofree char *shown = plt_text_excerpt (text, SHOWN);

  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID, _ ("“%s” is not a number."), shown);
  return FALSE;
}

static gboolean
read_digits (const char *text,
             const Run *run,
             PltDecimalSign sign,
             gboolean negative,
             gint64 *e6,
             GError **error)
{
  char decimal = decimal_of (run, sign);
  g_autofree char *shown = NULL;

  if (decimal != '?'
      && (run->kept->len == 0 || run->badly || !groups_are_right (run->kept->str, decimal)))
    return refuse (text, error);
  if (decimal != '?' && to_e6 (run->kept->str, decimal, negative, e6))
    return TRUE;
  shown = plt_text_excerpt (text, SHOWN);
  if (decimal == '?')
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("“%s” may be a thousand and some or have three decimals: write it without "
                    "separator of thousands."),
                 shown);
  else
    g_set_error (error, PLT_ERROR, PLT_ERROR_OVERFLOW, _ ("“%s” is too large for an amount."),
                 shown);
  return FALSE;
}

gboolean
plt_sheet_number_parse (const char *text,
                        PltDecimalSign sign,
                        gint64 *e6,
                        gboolean *percent,
                        const char **rest,
                        GError **error)
{
  g_autoptr (GString) kept = g_string_new (NULL);
  Run run = { .kept = kept };
  const char *p = skip_currency (skip_spaces (text));
  gboolean bracket = *p == '(';
  gsize minus = bracket ? 0 : minus_at (p);
  gboolean negative = bracket || minus > 0;

  *percent = FALSE;
  p = skip_currency (skip_spaces (p + (bracket ? 1 : minus > 0 ? minus : *p == '+' ? 1 : 0)));
  if (minus > 0 && *p == '\0') /* "- €" as accountants write nothing */
    {
      *e6 = 0;
      return TRUE;
    }
  p = skip_spaces (read_run (p, &run));
  if (!negative && kept->len > 0 && minus_at (p) > 0 && *skip_spaces (p + minus_at (p)) == '\0')
    {
      negative = TRUE;
      p = skip_spaces (p + minus_at (p));
    }
  p = skip_spaces (skip_currency (p));
  if (*p == '%' && kept->len > 0)
    {
      *percent = TRUE;
      p = skip_spaces (p + 1);
    }
  if (bracket)
    {
      if (*p != ')')
        return refuse (text, error);
      p = skip_spaces (p + 1);
      p = skip_spaces (skip_currency (p));
    }
  if (*p != '\0' && (rest == NULL || kept->len == 0))
    return refuse (text, error);
  if (rest != NULL)
    *rest = p;
  return read_digits (text, &run, sign, negative, e6, error);
}
