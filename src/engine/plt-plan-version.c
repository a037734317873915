#include "plt-plan-version.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-text.h"

static gboolean
is_frozen (const PltScheduleFacts *schedule)
{
  return strcmp (schedule->status, "publiee") == 0 || strcmp (schedule->status, "archivee") == 0;
}

gboolean
plt_schedule_is_frozen (const PltFacts *facts, gint64 schedule)
{
  const PltScheduleFacts *found = PLT_FACTS_FIND (facts->schedules, PltScheduleFacts, schedule);

  return found != NULL && is_frozen (found);
}

char *
plt_schedule_frozen_sentence (const PltScheduleFacts *schedule)
{
  return g_strdup_printf (
      _ ("Version %d of the schedule is published and cannot be changed. Edit the working "
         "schedule, or copy this version and edit the copy."),
      (int) plt_schedule_number (schedule));
}

gint64
plt_schedule_number (const PltScheduleFacts *schedule)
{
  return schedule->version != PLT_UNKNOWN ? schedule->version : 1;
}

static const PltScheduleFacts *
find_number (const PltFacts *facts, gint64 number)
{
  for (guint i = 0; i < facts->schedules.n; i++)
    if (facts->schedules.items[i].version == number)
      return &facts->schedules.items[i];
  return NULL;
}

/* (nullable): by the number that stands in the word */
static const PltScheduleFacts *
find_counted (const PltFacts *facts, const char *word, PltScheduleWord meaning)
{
  const PltScheduleFacts *by_id, *by_number;
  gint64 number = 0;
  gboolean marked = word[0] == 'v' || word[0] == 'V' || word[0] == '#';

  if (!g_ascii_string_to_signed (word + (marked ? 1 : 0), 10, 1, G_MAXINT64, &number, NULL))
    return NULL;
  by_id = PLT_FACTS_FIND (facts->schedules, PltScheduleFacts, number);
  by_number = find_number (facts, number);
  if (marked)
    return word[0] == '#' ? by_id : by_number;
  if (meaning == PLT_SCHEDULE_WORD_ID)
    return by_id;
  return by_number != NULL ? by_number : by_id;
}

const PltScheduleFacts *
plt_schedule_find (const PltFacts *facts, const char *word, PltScheduleWord meaning, GError **error)
{
  const PltScheduleFacts *found = find_counted (facts, word, meaning);
  g_autofree char *folded = NULL;
  guint n = found != NULL;

  if (found != NULL)
    return found;
  folded = plt_text_fold (word);
  for (guint i = 0; i < facts->schedules.n; i++)
    {
      g_autofree char *name = plt_text_fold (facts->schedules.items[i].name);

      if (strcmp (name, folded) != 0)
        continue;
      found = &facts->schedules.items[i];
      n++;
    }
  if (n == 1)
    return found;
  if (n == 0)
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("The schedule has no version “%s”. Give a number such as v2, a name, or the "
                    "row number after #."),
                 word);
  else
    g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                 _ ("%u versions of the schedule are called “%s”. Give the number of one, such as "
                    "v2."),
                 n, word);
  return NULL;
}

const PltScheduleFacts *
plt_schedule_last_published (const PltFacts *facts, gint64 but)
{
  const PltScheduleFacts *last = NULL;

  for (guint i = 0; i < facts->schedules.n; i++)
    {
      const PltScheduleFacts *schedule = &facts->schedules.items[i];

      if (schedule->id != but && is_frozen (schedule)
          && (last == NULL || plt_schedule_number (schedule) > plt_schedule_number (last)))
        last = schedule;
    }
  return last;
}

const PltScheduleFacts *
plt_schedule_replaced (const PltFacts *facts, const PltScheduleFacts *schedule)
{
  return PLT_FACTS_FIND (facts->schedules, PltScheduleFacts, schedule->replaces);
}
