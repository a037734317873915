/* Prints the SQL that follows from the descriptors, for writing a migration by hand. */
#include "plt-table.h"

int
main (void)
{
  for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
    {
      g_autofree char *sql = plt_table_ddl (*table);

      g_print ("%s\n", sql);
    }
  return 0;
}
