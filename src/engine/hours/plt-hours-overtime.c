#include "plt-hours-overtime.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-budget-links.h"
#include "plt-crew.h"
#include "plt-error.h"

#define PREMIUMS "majorations"

static void
line_free (gpointer data)
{
  PltOvertimeLine *line = data;

  g_free (line->code);
  g_free (line->name);
  g_free (line);
}

void
plt_overtime_free (PltOvertime *self)
{
  g_clear_pointer (&self->planned, plt_hours_free);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/* ---- the hours of the plan, for the dates that have real ones ---- */

static void
add_planned_rows (const PltHours *hours, const PltHoursPerson *person, GArray *rows)
{
  g_autoptr (GArray) days = plt_crew_hours (hours->plan, person->engagement, NULL);

  for (guint i = 0; i < days->len; i++)
    {
      const PltWorkDay *day = &g_array_index (days, PltWorkDay, i);
      PltHoursFacts row = { .id = (gint64) rows->len + 1,
                            .person = person->person->id,
                            .engagement = person->engagement->id,
                            .date = day->date,
                            .kind = "tournage",
                            .leave_minutes = PLT_UNKNOWN,
                            .start_minutes = day->start,
                            .meal_minutes = day->meal_start,
                            .meal_end_minutes = day->meal_end,
                            .second_meal_minutes = PLT_UNKNOWN,
                            .second_meal_end_minutes = PLT_UNKNOWN,
                            .end_minutes = day->end,
                            .back_minutes = PLT_UNKNOWN,
                            .travel_minutes = PLT_UNKNOWN,
                            .status = "prevu",
                            .signed_date = PLT_DATE_NONE,
                            .typed = "",
                            .note = "" };

      if (plt_hours_day (person, day->date) != NULL)
        g_array_append_val (rows, row);
    }
}

static PltHours *
plan_hours (const PltHours *hours)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (PltHoursFacts));

  for (guint i = 0; i < hours->people->len; i++)
    {
      const PltHoursPerson *person = hours->people->pdata[i];

      if (person->engagement != NULL && !person->performer)
        add_planned_rows (hours, person, rows);
    }
  return plt_hours_new_with (hours->facts, hours->plan,
                             (const PltHoursFacts *) (gconstpointer) rows->data, rows->len);
}

/* ---- the devis ---- */

static gboolean
has_premiums (const PltBudget *budget, gint64 engagement)
{
  for (guint i = 0; i < budget->lines->len; i++)
    {
      const PltLineFacts *line = ((const PltBudgetLine *) budget->lines->pdata[i])->line;

      if (line->engagement == engagement
          && (strstr (line->rate_formula, PREMIUMS) != NULL
              || strstr (line->link_rate, PREMIUMS) != NULL))
        return TRUE;
    }
  return FALSE;
}

static gint64
find_account (const PltBudget *budget, const char *code)
{
  g_autofree char *shorter = g_strdup (code);

  for (gsize n = strlen (code); n > 0; n--)
    {
      const PltBudgetAccount *account;

      shorter[n] = '\0';
      account = plt_budget_account_by_code (budget, shorter);
      if (account != NULL)
        return account->account->id;
    }
  return 0;
}

static const PltBudgetLine *
find_line (const PltBudget *budget, const char *code)
{
  for (guint i = 0; i < budget->lines->len; i++)
    {
      const PltBudgetLine *line = budget->lines->pdata[i];

      if (g_strcmp0 (line->line->code, code) == 0)
        return line;
    }
  return NULL;
}

/* ---- sub-posts ---- */

/* Of somebody without a profile, that of the line of the devis that pays him. */
static gint64
profile_of (const PltOvertime *self, const PltEngagementFacts *engagement)
{
  if (engagement->profile != 0)
    return engagement->profile;
  for (guint i = 0; i < self->budget->lines->len; i++)
    {
      const PltLineFacts *line = ((const PltBudgetLine *) self->budget->lines->pdata[i])->line;

      if (line->engagement == engagement->id && line->profile != 0)
        return line->profile;
    }
  return 0;
}

static PltOvertimeLine *
post_of (PltOvertime *self, const PltHoursPerson *person)
{
  const PltBudgetAccount *account;
  const char *post = person->performer ? "31" : plt_budget_post_of_crew (person->engagement);
  gint64 profile = profile_of (self, person->engagement);
  const PltBudgetLine *line;
  PltOvertimeLine *result;
  guint others = 0;
  g_autofree char *code = g_strconcat (PLT_OVERTIME_CODE, post, NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      PltOvertimeLine *one = self->lines->pdata[i];

      if (one->person != NULL || !g_str_has_prefix (one->code, code)
          || (one->code[strlen (code)] != '\0' && one->code[strlen (code)] != '.'))
        continue;
      if (one->profile == profile)
        return one;
      others++;
    }
  result = g_new0 (PltOvertimeLine, 1);
  result->code = others > 0 ? g_strdup_printf ("%s.%u", code, others + 1) : g_strdup (code);
  result->profile = profile;
  result->account = find_account (self->budget, person->performer ? "31" : "28");
  account = plt_budget_account_by_code (self->budget, post);
  result->name = g_strdup (account != NULL ? account->account->name : person->department);
  line = find_line (self->budget, result->code);
  if (line != NULL)
    {
      result->line = line->line->id;
      result->in_devis = line->line->rate_cents != PLT_UNKNOWN ? line->line->rate_cents : 0;
      self->in_devis += result->in_devis;
    }
  g_ptr_array_add (self->lines, result);
  return result;
}

static gint64
overtime_of (const PltHoursWeek *week)
{
  return week->kinds[PLT_PAY_P25] + week->kinds[PLT_PAY_P50] + week->kinds[PLT_PAY_MORE];
}

static void
count_week (const PltOvertime *self,
            const PltHoursWeek *week,
            const PltHoursPerson *planned,
            PltOvertimeLine *line)
{
  const PltHoursWeek *was = planned != NULL ? plt_hours_week (planned, week->monday) : NULL;
  PltMoney real, foreseen;

  line->n_weeks++;
  line->worked += week->worked;
  line->real_minutes += overtime_of (week);
  line->foreseen_minutes += was != NULL ? overtime_of (was) : 0;
  if (week->gross == PLT_UNKNOWN || week->wage == PLT_UNKNOWN)
    {
      line->n_unknown++;
      if (line->unknown == NULL)
        line->unknown = week->why_not;
      return;
    }
  real = MAX (week->gross, week->wage);
  foreseen = week->wage;
  if (was != NULL && was->gross != PLT_UNKNOWN
      && has_premiums (self->budget, line->person->engagement->id))
    foreseen = MAX (foreseen, was->gross);
  line->real += real;
  line->foreseen += foreseen;
  line->extra += real - foreseen;
}

static void
add_up (PltOvertimeLine *post, const PltOvertimeLine *line)
{
  post->n_weeks += line->n_weeks;
  post->worked += line->worked;
  post->real_minutes += line->real_minutes;
  post->foreseen_minutes += line->foreseen_minutes;
  post->real += line->real;
  post->foreseen += line->foreseen;
  post->extra += line->extra;
  post->n_unknown += line->n_unknown;
  if (post->unknown == NULL)
    post->unknown = line->unknown;
}

static void
add_person (PltOvertime *self, const PltHoursPerson *person)
{
  PltOvertimeLine *post = post_of (self, person), *line = g_new0 (PltOvertimeLine, 1);
  const PltHoursPerson *planned
      = plt_hours_find (self->planned, person->person->id, person->engagement->id);
  guint at = 0;

  line->person = person;
  line->code = g_strdup (post->code);
  line->name = g_strdup (person->name);
  line->profile = post->profile;
  for (guint i = 0; i < person->weeks->len; i++)
    {
      const PltHoursWeek *week = &g_array_index (person->weeks, PltHoursWeek, i);
      const PltHoursDay *day
          = &g_array_index (person->days, PltHoursDay, week->first_day + week->n_days - 1);

      count_week (self, week, planned, line);
      self->last = self->last == PLT_DATE_NONE ? day->date : MAX (self->last, day->date);
    }
  add_up (post, line);
  self->extra += line->extra;
  self->n_unknown += line->n_unknown;
  /* after the last of its sub-post */
  for (guint i = 0; i < self->lines->len; i++)
    if (strcmp (((PltOvertimeLine *) self->lines->pdata[i])->code, post->code) == 0)
      at = i + 1;
  g_ptr_array_insert (self->lines, (int) at, line);
}

PltOvertime *
plt_overtime_new (const PltHours *hours, const PltBudget *budget)
{
  PltOvertime *self = g_new0 (PltOvertime, 1);

  g_return_val_if_fail (hours != NULL && budget != NULL, NULL);

  self->facts = hours->facts;
  self->budget = budget;
  self->planned = plan_hours (hours);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->last = PLT_DATE_NONE;
  for (guint i = 0; i < hours->people->len; i++)
    {
      const PltHoursPerson *person = hours->people->pdata[i];

      if (person->engagement != NULL && strcmp (person->unit, "forfait") != 0)
        add_person (self, person);
    }
  return self;
}

/* ---- to the devis ---- */

static void
write_line (const PltOvertime *self, const PltOvertimeLine *post, PltBatch *batch)
{
  g_autofree char *label = g_strdup_printf ("Heures réelles, écart : %s", post->name);
  g_autofree char *date = plt_date_format_numeric (self->last);
  g_autofree char *note = g_strdup_printf ("Source : relevé des heures au %s.", date);

  if (post->line != 0)
    plt_batch_update (batch, "budget_line", post->line);
  else
    {
      plt_batch_insert (batch, "budget_line");
      plt_batch_set_integer (batch, "budget", self->budget->budget->id);
      plt_batch_set_integer (batch, "account", post->account);
      plt_batch_set_text (batch, "code", post->code);
      plt_batch_set_text (batch, "label", label);
      plt_batch_set_text (batch, "quantity", "1");
      plt_batch_set_text (batch, "duration", "1");
      plt_batch_set_text (batch, "unit", "forfait");
      plt_batch_set_text (batch, "phase", "tournage");
      plt_batch_set_text (batch, "payee", "salarie");
      if (post->profile != 0)
        plt_batch_set_integer (batch, "profile", post->profile);
    }
  plt_batch_set_integer (batch, "rate_cents", post->extra);
  plt_batch_set_text (batch, "note", note);
}

gboolean
plt_overtime_apply (const PltOvertime *self, PltBatch *batch, guint *n, GError **error)
{
  const PltBudgetFacts *budget = self->budget->budget;

  *n = 0;
  if (budget == NULL)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                           _ ("There is no budget to carry the hours to. Make one first."));
      return FALSE;
    }
  if (g_strcmp0 (budget->status, "verrouille") == 0)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("The budget is locked: copy it to a new version, and carry the hours "
                              "there."));
      return FALSE;
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      const PltOvertimeLine *post = self->lines->pdata[i];

      if (post->person != NULL || post->account == 0 || post->extra == post->in_devis)
        continue;
      write_line (self, post, batch);
      (*n)++;
    }
  return TRUE;
}
