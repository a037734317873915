#include "plt-hours-why.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-number.h"
#include "plt-time.h"

static void
add_line (GString *text, const PltHoursWeek *week, const PltPayLine *line)
{
  g_autofree char *hours = line->minutes != 0 ? plt_clock_format (line->minutes) : g_strdup ("");
  g_autofree char *rate
      = line->rate_e6 != 0 ? plt_number_format_plain (line->rate_e6 * 100, 6) : NULL;
  g_autofree char *amount
      = week->gross != PLT_UNKNOWN ? plt_money_format (line->amount) : g_strdup ("?");

  g_string_append_printf (text, "%s  %s%s%s\n", line->rule, line->title,
                          line->capped ? _ (" (capped)") : "",
                          line->doubtful ? _ (" (to verify)") : "");
  g_string_append_printf (text, "    %s", hours);
  if (rate != NULL)
    g_string_append_printf (text, " × %s %%", rate);
  g_string_append_printf (text, " = %s\n", amount);
  if (line->source != NULL)
    g_string_append_printf (text, "    %s\n", line->source);
}

static void
add_head (GString *text, const PltHoursPerson *person, const PltHoursWeek *week)
{
  g_autofree char *rate = person->rate != PLT_UNKNOWN ? plt_money_format (person->rate) : NULL;
  g_autofree char *gross = week->gross != PLT_UNKNOWN ? plt_money_format (week->gross) : NULL;
  g_autofree char *worked = plt_clock_format (week->worked);

  g_string_append_printf (text, "%s\n%s\n\n", person->name, person->function);
  if (rate != NULL)
    g_string_append_printf (text, "%s\n",
                            person->rate_line != 0 ? _ ("Rate of the line of the budget:")
                                                   : _ ("Rate of the engagement:"));
  if (rate != NULL)
    g_string_append_printf (text, "    %s / %s\n", rate, person->unit);
  g_string_append_printf (text, _ ("Hours of the week: %s"), worked);
  g_string_append_c (text, '\n');
  if (gross != NULL)
    g_string_append_printf (text, _ ("Gross: %s"), gross);
  else
    g_string_append (text, week->why_not);
  g_string_append (text, "\n\n");
}

char *
plt_hours_why (const PltHoursPerson *person, PltDate date)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const PltHoursWeek *week;

  if (person == NULL)
    return g_strdup ("");
  week = plt_hours_week (person, plt_hours_monday (date));
  if (week == NULL)
    return g_strdup (person->name);
  add_head (text, person, week);
  for (guint i = 0; i < week->n_lines; i++)
    add_line (text, week, person->pay->lines->pdata[week->first_line + i]);
  for (guint i = 0; person->pay != NULL && i < person->pay->alerts->len; i++)
    {
      const PltIssue *alert = person->pay->alerts->pdata[i];

      if (alert->ref.id == 0 || plt_hours_monday ((PltDate) alert->ref.id) == week->monday)
        g_string_append_printf (
            text, "\n⚠ %s%s%s%s\n", alert->message, alert->source != NULL ? " (" : "",
            alert->source != NULL ? alert->source : "", alert->source != NULL ? ")" : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
