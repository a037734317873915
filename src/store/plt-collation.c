#include "plt-collation.h"

#include <string.h>

#include "plt-text.h"

#define SHORT_TEXT 256

/* SQLite gives bytes with their length; plt_text_compare() wants them ended by a NUL. */
static const char *
terminate (const void *bytes, int n, char *buffer, char **heap)
{
  if (n < SHORT_TEXT)
    {
      memcpy (buffer, bytes, (gsize) n);
      buffer[n] = '\0';
      return buffer;
    }
  *heap = g_strndup (bytes, (gsize) n);
  return *heap;
}

static int
compare_cb (void *data, int n_a, const void *a, int n_b, const void *b)
{
  char buffer_a[SHORT_TEXT], buffer_b[SHORT_TEXT];
  g_autofree char *heap_a = NULL;
  g_autofree char *heap_b = NULL;

  if (n_a == n_b && memcmp (a, b, (gsize) n_a) == 0)
    return 0;
  return plt_text_compare (terminate (a, n_a, buffer_a, &heap_a),
                           terminate (b, n_b, buffer_b, &heap_b));
}

/**
 * plt_db_register_text:
 * @self: a connection just opened
 *
 * Makes the collation "plt_text" known to it.
 */
void
plt_db_register_text (PltDb *self)
{
  g_return_if_fail (self != NULL);

  /* Refused only while statements run on the connection, which nothing does yet. */
  if (sqlite3_create_collation (plt_db_handle (self), "plt_text", SQLITE_UTF8, NULL, compare_cb)
      != SQLITE_OK)
    g_error ("The order of French text could not be made known to SQLite.");
}
