#include "plt-collation.h"

#include <string.h>

#include "plt-text.h"

static void
text_key_cb (sqlite3_context *context, int n_arguments, sqlite3_value **arguments)
{
  const char *text = (const char *) sqlite3_value_text (arguments[0]);
  char *key;

  if (text == NULL)
    return; /* NULL stays NULL, and comes first */
  key = plt_text_sort_key (text);
  sqlite3_result_blob (context, key, (int) strlen (key), g_free);
}

/**
 * plt_db_register_text:
 * @self: a connection just opened
 *
 * Makes the function plt_text_key() known to it.
 */
void
plt_db_register_text (PltDb *self)
{
  int code;

  g_return_if_fail (self != NULL);

  code = sqlite3_create_function_v2 (plt_db_handle (self), "plt_text_key", 1,
                                     SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                                     text_key_cb, NULL, NULL, NULL);
  /* Refused only while statements run on the connection, which nothing does yet. */
  if (code != SQLITE_OK)
    g_error ("The order of French text could not be made known to SQLite.");
}
