#include <stdint.h>

#include "plt-mspdi.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* A project whose links and groups are of its tasks, or one error, never both. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltNetworkProject) project
      = plt_mspdi_read ((const char *) data, size, "fuzz", &error);

  g_assert_true ((project == NULL) == (error != NULL));
  if (project == NULL)
    return 0;
  g_assert_cmpuint (project->planned->len, ==, project->tasks->len);
  for (guint i = 0; i < project->tasks->len; i++)
    {
      const PltNetworkTask *task = &g_array_index (project->tasks, PltNetworkTask, i);

      g_assert_true (g_utf8_validate (task->name, -1, NULL));
      g_assert_cmpint (task->parent, <, (int) i);
      g_assert_cmpint (task->days, >=, 0);
      g_assert_cmpuint (task->calendar, <, MAX (project->calendars->len, 1));
    }
  for (guint i = 0; i < project->links->len; i++)
    {
      const PltNetworkLink *link = &g_array_index (project->links, PltNetworkLink, i);

      g_assert_cmpuint (MAX (link->from, link->to), <, project->tasks->len);
    }
  return 0;
}
