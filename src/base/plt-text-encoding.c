/* What other programs wrote, as UTF-8. */
#include "plt-text.h"

#include <string.h>

#define REPLACEMENT 0xFFFD

static void
append_replacement (GString *out, guint *replaced)
{
  g_string_append_unichar (out, REPLACEMENT);
  (*replaced)++;
}

/* Where the first byte that is not UTF-8 stands, NUL bytes aside; `end` when there is none. */
static const char *
find_invalid (const char *p, const char *end)
{
  while (p < end && !g_utf8_validate_len (p, (gsize) (end - p), &p))
    {
      if (*p != '\0')
        return p;
      p++;
    }
  return end;
}

static void
append_utf8 (GString *out, const char *p, const char *end, guint *replaced)
{
  while (p < end)
    {
      const char *stop;

      g_utf8_validate_len (p, (gsize) (end - p), &stop);
      g_string_append_len (out, p, stop - p);
      if (stop == end)
        return;
      append_replacement (out, replaced);
      p = stop + 1;
    }
}

static void
append_windows_1252 (GString *out, const char *p, const char *end, guint *replaced)
{
  /* 0x80 to 0x9F; 0 where nothing is defined */
  static const gunichar2 high[] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
  };

  for (; p < end; p++)
    {
      guchar byte = (guchar) *p;
      gunichar c = byte >= 0x80 && byte <= 0x9F ? high[byte - 0x80] : byte;

      if (c == 0)
        append_replacement (out, replaced);
      else
        g_string_append_unichar (out, c);
    }
}

static guint
utf16_unit (const char *p, gboolean big)
{
  guint first = (guchar) p[0], second = (guchar) p[1];

  return big ? first << 8 | second : second << 8 | first;
}

static void
append_utf16 (GString *out, const char *p, const char *end, gboolean big, guint *replaced)
{
  for (; end - p >= 2; p += 2)
    {
      guint unit = utf16_unit (p, big);
      guint next = end - p >= 4 ? utf16_unit (p + 2, big) : 0;

      if (unit >= 0xD800 && unit <= 0xDBFF && next >= 0xDC00 && next <= 0xDFFF)
        {
          g_string_append_unichar (out, 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
          p += 2;
        }
      else if (unit == 0 || (unit >= 0xD800 && unit <= 0xDFFF))
        append_replacement (out, replaced);
      else
        g_string_append_unichar (out, unit);
    }
  if (p < end)
    append_replacement (out, replaced);
}

/**
 * plt_text_to_utf8:
 * @bytes: (array length=length): the content of a file
 * @length: how many bytes
 * @encoding: (out) (optional): "UTF-8", "UTF-16LE", "UTF-16BE" or "Windows-1252", static
 * @replaced: (out) (optional): how many bytes or units could not be read and are U+FFFD now; NUL is
 *   one of them
 *
 * The byte-order mark decides; without one, valid UTF-8 is UTF-8, anything else is Windows-1252. A
 * mark is not part of the text.
 *
 * Returns: (transfer full): UTF-8 that ends with NUL and holds none
 */
char *
plt_text_to_utf8 (const char *bytes, gsize length, const char **encoding, guint *replaced)
{
  const char *name, *end;
  GString *out;
  guint n = 0;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  if (length == 0)
    bytes = "";
  end = bytes + length;
  out = g_string_sized_new (length + 1);
  if (length >= 2 && memcmp (bytes, "\377\376", 2) == 0)
    {
      name = "UTF-16LE";
      append_utf16 (out, bytes + 2, end, FALSE, &n);
    }
  else if (length >= 2 && memcmp (bytes, "\376\377", 2) == 0)
    {
      name = "UTF-16BE";
      append_utf16 (out, bytes + 2, end, TRUE, &n);
    }
  else if (length >= 3 && memcmp (bytes, "\357\273\277", 3) == 0)
    {
      name = "UTF-8";
      append_utf8 (out, bytes + 3, end, &n);
    }
  else if (find_invalid (bytes, end) == end)
    {
      name = "UTF-8";
      append_utf8 (out, bytes, end, &n);
    }
  else
    {
      name = "Windows-1252";
      append_windows_1252 (out, bytes, end, &n);
    }
  if (encoding != NULL)
    *encoding = name;
  if (replaced != NULL)
    *replaced = n;
  return g_string_free (out, FALSE);
}
