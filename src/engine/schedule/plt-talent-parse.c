/* Instances as MiniZinc data has them: `name = number;`, `name = [1,2];`, `name = [|1,0|0,1|];`. */
#include "plt-talent.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"

#define MAX_VALUES (PLT_TALENT_MAX * PLT_TALENT_MAX)

/* The numbers given to `name`; NULL when it is given none, or more than an instance may have. */
static GArray *
read_values (const char *text, const char *name)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  gsize length = strlen (name);

  for (const char *p = text; (p = strstr (p, name)) != NULL; p += length)
    {
      const char *q = p + length;

      if (p > text && (g_ascii_isalnum (p[-1]) || p[-1] == '_'))
        continue;
      q += strspn (q, " \t\r\n");
      if (*q++ != '=')
        continue;
      for (; *q != '\0' && *q != ';'; q++)
        {
          gint64 value;
          char *end;

          if (!g_ascii_isdigit (*q))
            continue;
          value = g_ascii_strtoll (q, &end, 10);
          if (values->len == MAX_VALUES)
            return NULL;
          g_array_append_val (values, value);
          q = end - 1;
        }
      return values->len > 0 ? g_steal_pointer (&values) : NULL;
    }
  return NULL;
}

static gboolean
read_one (const char *text, const char *name, guint *value)
{
  g_autoptr (GArray) values = read_values (text, name);

  if (values == NULL || values->len != 1 || g_array_index (values, gint64, 0) > PLT_TALENT_MAX)
    return FALSE;
  *value = (guint) g_array_index (values, gint64, 0);
  return TRUE;
}

static gboolean
refuse (const char *name, GError **error)
{
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
               _ ("The instance has no good value of “%s”. It must give numScenes, numActors (at "
                  "most %d of each), ia, c and d."),
               name, PLT_TALENT_MAX);
  return FALSE;
}

gboolean
plt_talent_parse (const char *text, PltTalentProblem *problem, GError **error)
{
  g_autoptr (GArray) cast = NULL;
  g_autoptr (GArray) pay = NULL;
  g_autoptr (GArray) duration = NULL;

  g_return_val_if_fail (text != NULL && problem != NULL, FALSE);

  *problem = (PltTalentProblem){ 0 };
  if (!read_one (text, "numScenes", &problem->n_scenes) || problem->n_scenes == 0)
    return refuse ("numScenes", error);
  if (!read_one (text, "numActors", &problem->n_actors))
    return refuse ("numActors", error);
  cast = read_values (text, "ia");
  if (cast == NULL || cast->len != problem->n_scenes * problem->n_actors)
    return refuse ("ia", error);
  pay = read_values (text, "c");
  if (pay == NULL || pay->len != problem->n_actors)
    return refuse ("c", error);
  duration = read_values (text, "d");
  if (duration == NULL || duration->len != problem->n_scenes)
    return refuse ("d", error);
  for (guint a = 0; a < problem->n_actors; a++)
    {
      problem->pay[a] = g_array_index (pay, gint64, a);
      for (guint s = 0; s < problem->n_scenes; s++)
        if (g_array_index (cast, gint64, a * problem->n_scenes + s) != 0)
          problem->cast[s] |= G_GUINT64_CONSTANT (1) << a;
    }
  for (guint s = 0; s < problem->n_scenes; s++)
    problem->duration[s] = (guint32) MIN (g_array_index (duration, gint64, s), G_MAXINT32);
  return TRUE;
}
