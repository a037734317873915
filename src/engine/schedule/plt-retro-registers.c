/* Milestones of other registers: they are read, not written, here. */
#include <string.h>

#include "plt-cash-events.h"
#include "plt-retro-private.h"

#define MOST_DAYS 3660 /* of a delay of payment: more was typed by mistake */

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const PltRetroRow *first = a, *second = b;

  if (first->dates.start != second->dates.start)
    return first->dates.start < second->dates.start ? -1 : 1;
  if (first->ref.id != second->ref.id)
    return first->ref.id < second->ref.id ? -1 : 1;
  return strcmp (first->ref.table, second->ref.table);
}

static void
add (GArray *rows, PltRef ref, const char *name, const char *phase, PltDate date, gboolean done)
{
  PltRetroRow row = { .kind = PLT_RETRO_REGISTER,
                      .ref = ref,
                      .index = PLT_NETWORK_NONE,
                      .name = name,
                      .phase = phase,
                      .depth = 1,
                      .is_dated = TRUE,
                      .is_held = TRUE,
                      .state = done ? PLT_RETRO_DONE : PLT_RETRO_TO_COME,
                      .progress = done ? 100 : 0,
                      .baseline_start = PLT_DATE_NONE,
                      .baseline_finish = PLT_DATE_NONE };

  if (date == PLT_DATE_NONE)
    return;
  row.dates.start = row.dates.finish = row.dates.early_start = row.dates.early_finish
      = row.dates.late_start = row.dates.late_finish = date;
  row.people = g_strdup ("");
  g_array_append_val (rows, row);
}

static const char *
keep (PltRetro *self, char *text)
{
  g_ptr_array_add (self->data->strings, text);
  return text;
}

/* Whether that day is one of the plan: from its first task to its last one or the delivery. */
static gboolean
is_in_plan (const PltRetro *self, PltDate date)
{
  PltDate first = PLT_DATE_NONE, last = self->head.delivery;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (self->rows, PltRetroRow, i);

      if (row->task == NULL || !row->is_dated)
        continue;
      first = first == PLT_DATE_NONE ? row->dates.start : MIN (first, row->dates.start);
      last = MAX (last, row->dates.finish);
    }
  return first != PLT_DATE_NONE && date >= first && date <= last;
}

/* When an instalment is paid or due: as the treasury plan has it, but on the day on which its task
 * ends here. What falls due before the plan begins or
 * when it is over is left to the treasury plan. */
static PltDate
due_date (const PltRetro *self,
          const PltPlan *plan,
          const PltInstalmentFacts *one,
          const PltFundingFacts *source)
{
  const PltRetroRow *row = one->task != 0 ? plt_retro_find (self, one->task) : NULL;
  PltDate date = PLT_DATE_NONE;

  if (one->paid_date != PLT_DATE_NONE)
    return one->paid_date;
  if (one->invoice_date != PLT_DATE_NONE)
    date = one->invoice_date;
  else if (one->date != PLT_DATE_NONE)
    date = one->date;
  else if (one->task != 0)
    date = row != NULL && row->is_dated ? row->dates.finish : PLT_DATE_NONE;
  else if (plan != NULL && one->event != NULL)
    date = plt_cash_event_date (self->facts, plan, one->event,
                                source != NULL ? source->date : PLT_DATE_NONE);
  if (date != PLT_DATE_NONE && one->offset_days != PLT_UNKNOWN)
    date += (PltDate) CLAMP (one->offset_days, -MOST_DAYS, MOST_DAYS);
  if (one->date == PLT_DATE_NONE && one->invoice_date == PLT_DATE_NONE && !is_in_plan (self, date))
    return PLT_DATE_NONE;
  return date;
}

static void
add_money (PltRetro *self, const PltPlan *plan, GArray *rows)
{
  const PltFacts *facts = self->facts;

  for (guint i = 0; i < facts->instalments.n; i++)
    {
      const PltInstalmentFacts *one = &facts->instalments.items[i];
      const PltFundingFacts *source
          = PLT_FACTS_FIND (facts->funding, PltFundingFacts, one->funding_source);
      PltDate date = due_date (self, plan, one, source);

      if (date == PLT_DATE_NONE)
        continue;
      add (rows, (PltRef){ "instalment", one->id, "date" },
           keep (self,
                 g_strdup_printf ("%s%s%s", source != NULL ? source->name : "",
                                  source != NULL && *one->label != '\0' ? " : " : "", one->label)),
           "", date, one->paid_date != PLT_DATE_NONE);
    }
  for (guint i = 0; i < facts->applications.n; i++)
    {
      const PltApplicationFacts *one = &facts->applications.items[i];

      add (rows, (PltRef){ "funding_application", one->id, "deadline_date" }, one->name,
           "developpement", one->deadline_date, one->filed_date != PLT_DATE_NONE);
    }
}

/* A sheet that another one of its day, sent or newer, stands for. */
static gboolean
is_replaced (const PltFacts *facts, const PltSheetFacts *sheet)
{
  for (guint i = 0; i < facts->sheets.n; i++)
    {
      const PltSheetFacts *other = &facts->sheets.items[i];

      if (other->day == sheet->day && other->id != sheet->id
          && (other->sent_date != PLT_DATE_NONE || other->id > sheet->id))
        return TRUE;
    }
  return FALSE;
}

static void
add_shoot (PltRetro *self, GArray *rows)
{
  const PltFacts *facts = self->facts;

  for (guint i = 0; i < facts->locations.n; i++)
    {
      const PltLocationFacts *one = &facts->locations.items[i];

      add (rows, (PltRef){ "location", one->id, "permit_from" }, one->name, "preparation",
           one->permit_from,
           strcmp (one->permit, "accordee") == 0 || strcmp (one->permit, "inutile") == 0);
    }
  for (guint i = 0; i < facts->sheets.n; i++)
    {
      const PltSheetFacts *one = &facts->sheets.items[i];
      const PltDayFacts *day = PLT_FACTS_FIND (facts->days, PltDayFacts, one->day);
      gboolean sent = one->sent_date != PLT_DATE_NONE;

      if (day == NULL || (!sent && (day->date == PLT_DATE_NONE || is_replaced (facts, one))))
        continue;
      add (rows, (PltRef){ "call_sheet", one->id, "sent_date" },
           keep (self, g_strdup_printf ("%" G_GINT64_FORMAT, one->number)), "tournage",
           sent ? one->sent_date : day->date - 1, sent);
    }
}

static gboolean
is_one_of (const char *word, const char *const *words)
{
  return word != NULL && g_strv_contains (words, word);
}

/* Permits of elements: weapons, animals, effects. */
static void
add_permits (PltRetro *self, GArray *rows)
{
  static const char *const settled[] = { "accordee", "inutile", NULL };

  for (guint i = 0; i < self->facts->elements.n; i++)
    {
      const PltElementFacts *one = &self->facts->elements.items[i];

      add (rows, (PltRef){ "element", one->id, "permit_from" }, one->name, "preparation",
           one->permit_from, is_one_of (one->permit, settled));
    }
}

/* What tasks hand over, on their last day. */
static void
add_deliverables (PltRetro *self, GArray *rows)
{
  guint n = self->rows->len;

  for (guint i = 0; i < n; i++)
    {
      const PltRetroRow *row = &g_array_index (self->rows, PltRetroRow, i);

      if (row->task == NULL || row->kind == PLT_RETRO_GROUP || !row->is_dated
          || *row->task->deliverable == '\0')
        continue;
      add (rows, (PltRef){ "task", row->task->id, "deliverable" }, row->task->deliverable,
           row->phase, row->dates.finish, row->state == PLT_RETRO_DONE);
    }
}

/* Dates of roles and artists; what went by took place. */
static void
add_casting (PltRetro *self, GArray *rows, PltDate today)
{
  static const char *const kinds[]
      = { "essayage", "essai", "lecture", "repetition", "postsynchro", NULL };
  const PltFacts *facts = self->facts;

  for (guint i = 0; i < facts->events.n; i++)
    {
      const PltEventFacts *one = &facts->events.items[i];
      const PltElementFacts *role = PLT_FACTS_FIND (facts->elements, PltElementFacts, one->element);
      const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, one->person);
      g_autofree char *who = role != NULL     ? g_strdup (role->name)
                             : person != NULL ? plt_facts_person_name (person)
                                              : g_strdup ("");
      gboolean is_post = strcmp (one->kind, "postsynchro") == 0;

      if (!is_one_of (one->kind, kinds))
        continue;
      add (rows, (PltRef){ "event", one->id, "date" },
           keep (self,
                 g_strjoin (*who != '\0' && *one->text != '\0' ? ", " : "", who, one->text, NULL)),
           is_post ? "postproduction" : "preparation", one->date,
           today != PLT_DATE_NONE && one->date < today);
    }
}

/* Screenings of the postproduction; what went by took place. One that a milestone of the
 * plan stands for on the same day is there already. */
static void
add_screenings (PltRetro *self, GArray *rows, PltDate today)
{
  const PltFacts *facts = self->facts;

  for (guint i = 0; i < facts->screenings.n; i++)
    {
      const PltScreeningFacts *one = &facts->screenings.items[i];
      const PltRetroRow *of = one->task != 0 ? plt_retro_find (self, one->task) : NULL;
      gboolean over = today != PLT_DATE_NONE && one->date != PLT_DATE_NONE && one->date < today;

      if (of != NULL && of->kind == PLT_RETRO_MILESTONE && of->is_dated
          && of->dates.finish == one->date)
        continue;
      add (rows, (PltRef){ "screening", one->id, "date" }, one->name, "postproduction", one->date,
           *one->answer != '\0' || over);
    }
}

void
plt_retro_add_registers (PltRetro *self, const PltPlan *plan, PltDate today)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (PltRetroRow));

  add_money (self, plan, rows);
  add_shoot (self, rows);
  add_permits (self, rows);
  add_deliverables (self, rows);
  add_casting (self, rows, today);
  add_screenings (self, rows, today);
  g_array_sort (rows, compare_dates);
  for (guint i = 0; i < rows->len; i++)
    {
      PltRetroRow *row = &g_array_index (rows, PltRetroRow, i);

      if (today != PLT_DATE_NONE && row->state == PLT_RETRO_TO_COME && row->dates.finish < today
          && strcmp (row->ref.table, "location") != 0)
        {
          row->state = PLT_RETRO_LATE;
          row->late_days = (int) (today - row->dates.finish);
        }
    }
  if (rows->len > 0)
    g_array_append_vals (self->rows, rows->data, rows->len);
}
