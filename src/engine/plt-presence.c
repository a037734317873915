#include "plt-presence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"

/* How the days between two days of work are due. */
typedef enum
{
  RULE_NONE, /* nothing is said */
  RULE_DAYS,
  RULE_SPAN,
  RULE_DROP,
  RULE_WEEKS,
} Rule;

#define NO_COLUMN G_MAXUINT

typedef struct
{
  PltPresenceTable *table;
  const PltFacts *facts;
  const PltLetters *letters;
  GHashTable *by_date; /* date -> column + 1, the first of it */
  GArray *group;       /* of guint, by column: the first column of its date */
  GArray *next;        /* of guint, by column: the next one of its date, NO_COLUMN */
  GArray *columns_of;  /* of guint, by day of the plan */
  GHashTable *engaged; /* element -> PltEngagementFacts, the first */
} Builder;

static void
row_free (gpointer data)
{
  PltPresenceRow *row = data;

  g_free (row->cells);
  g_free (row);
}

PltMeaning
plt_event_meaning (const PltEventFacts *event)
{
  static const struct
  {
    const char *kind;
    PltMeaning meaning;
  } kinds[] = {
    { "essayage", PLT_MEANING_FITTING },  { "essai", PLT_MEANING_FITTING },
    { "lecture", PLT_MEANING_REHEARSAL }, { "repetition", PLT_MEANING_REHEARSAL },
    { "voyage", PLT_MEANING_TRAVEL },     { "postsynchro", PLT_MEANING_DUBBING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, event->kind) == 0)
      return kinds[i].meaning;
  return PLT_MEANING_NONE;
}

gboolean
plt_presence_row_is_role (const PltPresenceRow *row)
{
  return row->category != NULL && g_strcmp0 (row->category->family, "roles") == 0;
}

/* Whether the event puts somebody somewhere that the table can show. */
static gboolean
is_shown (const PltEventFacts *event)
{
  return event->date != PLT_DATE_NONE && plt_event_meaning (event) != PLT_MEANING_NONE
         && (event->element != 0 || event->person != 0);
}

/* ---- columns ---- */

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const PltPresenceColumn *one = *(const PltPresenceColumn *const *) a;
  const PltPresenceColumn *two = *(const PltPresenceColumn *const *) b;

  if (one->date != two->date)
    return one->date < two->date ? -1 : 1;
  return one->index < two->index ? -1 : one->index > two->index;
}

static PltPresenceColumn *
new_column (PltDate date, const PltDayPlan *day, int index)
{
  PltPresenceColumn *column = g_new0 (PltPresenceColumn, 1);

  column->date = date;
  column->day = day;
  column->index = index;
  return column;
}

/* Dates of events that the plan does not have, in order. */
static GPtrArray *
collect_dates (const Builder *self)
{
  GPtrArray *dates = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < self->table->plan->days->len; i++)
    {
      const PltDayPlan *day = self->table->plan->days->pdata[i];

      if (day->day->date != PLT_DATE_NONE)
        g_hash_table_add (known, GINT_TO_POINTER (day->day->date));
    }
  for (guint i = 0; i < self->facts->events.n; i++)
    {
      const PltEventFacts *event = &self->facts->events.items[i];

      if (is_shown (event) && g_hash_table_add (known, GINT_TO_POINTER (event->date)))
        g_ptr_array_add (dates, new_column (event->date, NULL, -1));
    }
  g_ptr_array_sort (dates, compare_dates);
  return dates;
}

/* By date where every day has one; else in the order of the plan, a date of events before the first
 * later day. */
static void
collect_columns (Builder *self)
{
  const PltPlan *plan = self->table->plan;
  GPtrArray *columns = self->table->columns;
  g_autoptr (GPtrArray) dates = collect_dates (self);
  gboolean dated = TRUE;
  guint next = 0;

  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];
      PltDate date = day->day->date;

      while (next < dates->len && date != PLT_DATE_NONE
             && ((const PltPresenceColumn *) dates->pdata[next])->date < date)
        g_ptr_array_add (columns, dates->pdata[next++]);
      g_ptr_array_add (columns, new_column (date, day, (int) i));
      dated = dated && date != PLT_DATE_NONE;
    }
  while (next < dates->len)
    g_ptr_array_add (columns, dates->pdata[next++]);
  if (dated)
    g_ptr_array_sort (columns, compare_dates);
}

static void
index_columns (Builder *self)
{
  const GPtrArray *columns = self->table->columns;

  g_autoptr (GArray) last = g_array_new (FALSE, TRUE, sizeof (guint));

  g_array_set_size (last, columns->len);
  g_array_set_size (self->group, columns->len);
  g_array_set_size (self->next, columns->len);
  g_array_set_size (self->columns_of, self->table->plan->days->len);
  for (guint i = 0; i < columns->len; i++)
    {
      const PltPresenceColumn *column = columns->pdata[i];
      gpointer key = GINT_TO_POINTER (column->date);
      guint first = i;

      if (column->date != PLT_DATE_NONE)
        {
          gpointer found = g_hash_table_lookup (self->by_date, key);

          if (found != NULL)
            first = GPOINTER_TO_UINT (found) - 1;
          else
            g_hash_table_insert (self->by_date, key, GUINT_TO_POINTER (i + 1));
        }
      g_array_index (self->group, guint, i) = first;
      g_array_index (self->next, guint, i) = NO_COLUMN;
      if (first != i)
        g_array_index (self->next, guint, g_array_index (last, guint, first)) = i;
      g_array_index (last, guint, first) = i;
      if (column->index >= 0)
        g_array_index (self->columns_of, guint, (guint) column->index) = i;
    }
}

/* ---- rows ---- */

static PltPresenceRow *
ensure_row (Builder *self, gint64 element)
{
  PltPresenceRow *row = g_hash_table_lookup (self->table->index, PLT_ID_TO_POINTER (element));
  const PltElementFacts *facts
      = row == NULL ? PLT_FACTS_FIND (self->facts->elements, PltElementFacts, element) : NULL;

  if (row != NULL || facts == NULL)
    return row;
  row = g_new0 (PltPresenceRow, 1);
  row->element = facts;
  row->category = PLT_FACTS_FIND (self->facts->categories, PltCategoryFacts, facts->category);
  row->engagement = g_hash_table_lookup (self->engaged, PLT_ID_TO_POINTER (element));
  row->cells = g_new0 (PltPresenceCell, MAX (self->table->columns->len, 1));
  row->first = row->last = -1;
  row->n_guaranteed = row->engagement != NULL ? row->engagement->guaranteed_days : PLT_UNKNOWN;
  g_ptr_array_add (self->table->rows, row);
  g_hash_table_insert (self->table->index, PLT_ID_TO_POINTER (element), row);
  return row;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const PltPresenceRow *one = *(const PltPresenceRow *const *) a;
  const PltPresenceRow *two = *(const PltPresenceRow *const *) b;
  gboolean role_one = plt_presence_row_is_role (one), role_two = plt_presence_row_is_role (two);
  gint64 x = one->element->number == PLT_UNKNOWN ? G_MAXINT64 : one->element->number;
  gint64 y = two->element->number == PLT_UNKNOWN ? G_MAXINT64 : two->element->number;

  if (role_one != role_two)
    return role_one ? -1 : 1;
  /* roles are numbered across their categories, as children are roles too */
  if (!role_one && one->category != two->category)
    return one->category < two->category ? -1 : 1;
  if (x != y)
    return x < y ? -1 : 1;
  return one->element < two->element ? -1 : one->element > two->element;
}

static void
add_event (Builder *self, const PltEventFacts *event, gint64 element)
{
  PltPresenceRow *row = ensure_row (self, element);
  guint column
      = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_date, GINT_TO_POINTER (event->date))) - 1;

  if (row == NULL)
    return;
  row->cells[column].flags |= PLT_PRESENCE_EVENT;
  if (row->cells[column].derived == PLT_MEANING_NONE)
    row->cells[column].derived = (guint8) plt_event_meaning (event);
}

static void
collect_events (Builder *self)
{
  for (guint i = 0; i < self->facts->events.n; i++)
    {
      const PltEventFacts *event = &self->facts->events.items[i];

      if (!is_shown (event))
        continue;
      if (event->element != 0)
        add_event (self, event, event->element);
      for (guint j = 0; event->element == 0 && j < self->facts->engagements.n; j++)
        {
          const PltEngagementFacts *engagement = &self->facts->engagements.items[j];

          if (engagement->person == event->person && engagement->role != 0)
            add_event (self, event, engagement->role);
        }
    }
}

static void
collect_strips (Builder *self)
{
  const PltPlan *plan = self->table->plan;

  for (guint i = 0; i < plan->presences->len; i++)
    {
      const PltPresence *presence = plan->presences->pdata[i];
      PltPresenceRow *row;

      if (presence->category == NULL || g_strcmp0 (presence->category->family, "autres") == 0)
        continue;
      row = ensure_row (self, presence->element->id);
      for (guint j = 0; j < plan->days->len; j++)
        {
          PltPresenceCell *cell = &row->cells[g_array_index (self->columns_of, guint, j)];

          cell->n_strips = presence->worked[j];
          if (presence->worked[j] > 0)
            cell->derived = PLT_MEANING_SHOOTS;
        }
    }
}

static void
collect_typed (Builder *self)
{
  g_autoptr (GHashTable) days = g_hash_table_new (g_direct_hash, g_direct_equal);
  const PltPlan *plan = self->table->plan;

  for (guint i = 0; i < plan->days->len; i++)
    g_hash_table_insert (days,
                         PLT_ID_TO_POINTER (((const PltDayPlan *) plan->days->pdata[i])->day->id),
                         GUINT_TO_POINTER (g_array_index (self->columns_of, guint, i) + 1));
  for (guint i = 0; i < self->facts->presences.n; i++)
    {
      const PltTypedPresenceFacts *typed = &self->facts->presences.items[i];
      guint column = GPOINTER_TO_UINT (g_hash_table_lookup (days, PLT_ID_TO_POINTER (typed->day)));
      PltPresenceRow *row = column > 0 ? ensure_row (self, typed->element) : NULL;
      PltMeaning meaning = plt_meaning_find (typed->meaning);

      if (row == NULL || meaning == PLT_MEANING_NONE)
        continue;
      row->cells[column - 1].meaning = (guint8) meaning;
      row->cells[column - 1].flags |= PLT_PRESENCE_TYPED;
      row->cells[column - 1].typed = typed->id;
    }
}

/* ---- the days in between ---- */

static Rule
rule_of (const PltPresenceRow *row)
{
  static const struct
  {
    const char *id;
    Rule rule;
  } rules[] = {
    { "jours", RULE_DAYS },    { "jour", RULE_DAYS },    { "cachet", RULE_DAYS },
    { "attente", RULE_SPAN },  { "forfait", RULE_SPAN }, { "interruption", RULE_DROP },
    { "semaine", RULE_WEEKS },
  };
  const PltEngagementFacts *engagement = row->engagement;
  const char *hold;

  if (engagement == NULL)
    return plt_presence_row_is_role (row) ? RULE_SPAN : RULE_NONE;
  hold
      = engagement->hold != NULL && *engagement->hold != '\0' ? engagement->hold : engagement->unit;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_strcmp0 (rules[i].id, hold) == 0)
      return rules[i].rule;
  return RULE_SPAN;
}

static const PltPresenceColumn *
column_at (const Builder *self, guint at)
{
  return self->table->columns->pdata[at];
}

static gboolean
is_work (const PltPresenceCell *cell)
{
  return plt_meaning_is_work (
      (PltMeaning) ((cell->flags & PLT_PRESENCE_TYPED) != 0 ? cell->meaning : cell->derived));
}

/* Whether nothing is known of that day yet: no work, no event, no other column of its date that
 * speaks first. */
static gboolean
is_idle (const Builder *self, const PltPresenceRow *row, guint at)
{
  if (row->cells[at].derived != PLT_MEANING_NONE)
    return FALSE;
  for (guint i = g_array_index (self->group, guint, at); i != NO_COLUMN;
       i = g_array_index (self->next, guint, i))
    if (i != at
        && (is_work (&row->cells[i]) || (i < at && row->cells[i].derived != PLT_MEANING_NONE)))
      return FALSE;
  return TRUE;
}

static PltDate
week_of (PltDate date)
{
  return date - (plt_date_weekday (date) - 1);
}

/* Weeks with a day of work, for those paid by the week. */
static GHashTable *
collect_weeks (const Builder *self, const PltPresenceRow *row)
{
  GHashTable *weeks = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < self->table->columns->len; i++)
    if (is_work (&row->cells[i]) && column_at (self, i)->date != PLT_DATE_NONE)
      g_hash_table_add (weeks, GINT_TO_POINTER (week_of (column_at (self, i)->date)));
  return weeks;
}

static PltMeaning
meaning_between (const Builder *self, Rule rule, GHashTable *weeks, guint at)
{
  const PltPresenceColumn *column = column_at (self, at);

  if (column->day == NULL)
    return PLT_MEANING_NONE;
  if (strcmp (column->day->day->kind, "relache") == 0)
    return rule != RULE_NONE ? PLT_MEANING_DAY_OFF : PLT_MEANING_NONE;
  if (strcmp (column->day->day->kind, "voyage") == 0)
    return rule != RULE_NONE && rule != RULE_DAYS ? PLT_MEANING_TRAVEL : PLT_MEANING_NONE;
  if (column->day->number == 0)
    return PLT_MEANING_NONE;
  switch (rule)
    {
    case RULE_DAYS:
      return PLT_MEANING_FREE;
    case RULE_WEEKS:
      return column->date == PLT_DATE_NONE
                     || g_hash_table_contains (weeks, GINT_TO_POINTER (week_of (column->date)))
                 ? PLT_MEANING_WAITS
                 : PLT_MEANING_FREE;
    case RULE_SPAN:
    case RULE_DROP:
      return PLT_MEANING_WAITS;
    case RULE_NONE:
    default:
      return PLT_MEANING_NONE;
    }
}

/* Releases the person between two days of work that are too far apart. */
static void
release (PltPresenceRow *row, guint from, guint to)
{
  guint idle = 0;

  for (guint i = from + 1; i < to; i++)
    idle += row->cells[i].derived == PLT_MEANING_WAITS;
  if (row->engagement->drop_after == PLT_UNKNOWN || (gint64) idle <= row->engagement->drop_after)
    return;
  for (guint i = from + 1; i < to; i++)
    {
      guint8 *derived = &row->cells[i].derived;

      if (*derived == PLT_MEANING_WAITS || *derived == PLT_MEANING_DAY_OFF
          || (*derived == PLT_MEANING_TRAVEL && (row->cells[i].flags & PLT_PRESENCE_EVENT) == 0))
        *derived = PLT_MEANING_RELEASED;
    }
  row->cells[from].flags |= PLT_PRESENCE_DROP;
  if (row->cells[to].derived == PLT_MEANING_SHOOTS)
    row->cells[to].derived = PLT_MEANING_CALLED_BACK;
}

static void
fill_between (const Builder *self, PltPresenceRow *row)
{
  Rule rule = rule_of (row);
  g_autoptr (GHashTable) weeks = rule == RULE_WEEKS ? collect_weeks (self, row) : NULL;
  int before = -1;

  for (guint i = 0; i < self->table->columns->len; i++)
    if (is_work (&row->cells[i]))
      {
        row->first = row->first < 0 ? (int) i : row->first;
        row->last = (int) i;
      }
  if (row->first < 0)
    return;
  row->cells[row->first].flags |= PLT_PRESENCE_START;
  row->cells[row->last].flags |= PLT_PRESENCE_FINISH;
  for (guint i = (guint) row->first + 1; i < (guint) row->last; i++)
    if (is_idle (self, row, i))
      row->cells[i].derived = (guint8) meaning_between (self, rule, weeks, i);
  for (int i = row->first; rule == RULE_DROP && i <= row->last; i++)
    {
      if (!is_work (&row->cells[i]))
        continue;
      if (before >= 0)
        release (row, (guint) before, (guint) i);
      before = i;
    }
}

/* ---- totals ---- */

static void
count_day (const Builder *self, PltPresenceRow *row, PltMeaning meaning)
{
  guint *const counts[PLT_N_MEANINGS] = {
    [PLT_MEANING_SHOOTS] = &row->n_worked,       [PLT_MEANING_CALLED_BACK] = &row->n_worked,
    [PLT_MEANING_WAITS] = &row->n_waiting,       [PLT_MEANING_FITTING] = &row->n_fitting,
    [PLT_MEANING_REHEARSAL] = &row->n_rehearsal, [PLT_MEANING_TRAVEL] = &row->n_travel,
    [PLT_MEANING_DUBBING] = &row->n_dubbing,     [PLT_MEANING_FREE] = &row->n_free,
    [PLT_MEANING_RELEASED] = &row->n_released,
  };

  if (counts[meaning] != NULL)
    (*counts[meaning])++;
  if (meaning != PLT_MEANING_NONE && plt_letters_is_paid (self->letters, meaning))
    row->n_paid++;
}

/* A date counts once, as work when one of its columns is. */
static void
count_row (const Builder *self, PltPresenceRow *row, PltMeaning *days, gboolean *shooting)
{
  guint n = self->table->columns->len;

  for (guint i = 0; i < n; i++)
    days[i] = PLT_MEANING_NONE, shooting[i] = FALSE;
  for (guint i = 0; i < n; i++)
    {
      guint group = g_array_index (self->group, guint, i);
      PltMeaning meaning = (PltMeaning) row->cells[i].meaning;

      if (days[group] == PLT_MEANING_NONE
          || (plt_meaning_is_work (meaning) && !plt_meaning_is_work (days[group])))
        days[group] = meaning;
      shooting[group]
          = shooting[group] || plt_meaning_is_work (meaning)
            || (column_at (self, i)->day != NULL && column_at (self, i)->day->number > 0);
    }
  for (guint i = 0; i < n; i++)
    {
      if (g_array_index (self->group, guint, i) != i)
        continue;
      count_day (self, row, days[i]);
      row->n_span += row->first >= 0 && shooting[i]
                     && i >= g_array_index (self->group, guint, row->first) && (int) i <= row->last;
    }
  row->costly = row->n_worked > 0 && row->n_span > 2 * row->n_worked;
}

static void
finish_row (const Builder *self, PltPresenceRow *row)
{
  for (guint i = 0; i < self->table->columns->len; i++)
    {
      PltPresenceCell *cell = &row->cells[i];

      if ((cell->flags & PLT_PRESENCE_TYPED) == 0)
        cell->meaning = cell->derived;
      if (plt_meaning_is_work ((PltMeaning) cell->meaning) && plt_presence_row_is_role (row))
        ((PltPresenceColumn *) self->table->columns->pdata[i])->n_roles++;
    }
}

/**
 * plt_presence_table_new:
 * @plan: a plan; must outlive the table, as its facts must
 * @letters: say which days are paid
 *
 * Returns: (transfer full): the table
 */
PltPresenceTable *
plt_presence_table_new (const PltPlan *plan, const PltLetters *letters)
{
  PltPresenceTable *table = g_new0 (PltPresenceTable, 1);
  g_autoptr (GHashTable) by_date = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) engaged = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GArray) group = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GArray) next = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GArray) columns_of = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autofree PltMeaning *days = NULL;
  g_autofree gboolean *shooting = NULL;
  Builder self = { table, plan->facts, letters, by_date, group, next, columns_of, engaged };

  table->plan = plan;
  table->columns = g_ptr_array_new_with_free_func (g_free);
  table->rows = g_ptr_array_new_with_free_func (row_free);
  table->index = g_hash_table_new (g_direct_hash, g_direct_equal);
  for (guint i = 0; i < plan->facts->engagements.n; i++)
    {
      const PltEngagementFacts *engagement = &plan->facts->engagements.items[i];
      gpointer key = PLT_ID_TO_POINTER (engagement->role);

      if (engagement->role != 0 && !g_hash_table_contains (engaged, key))
        g_hash_table_insert (engaged, key, (gpointer) engagement);
    }
  collect_columns (&self);
  index_columns (&self);
  collect_strips (&self);
  collect_events (&self);
  collect_typed (&self);
  days = g_new0 (PltMeaning, MAX (table->columns->len, 1));
  shooting = g_new0 (gboolean, MAX (table->columns->len, 1));
  for (guint i = 0; i < table->rows->len; i++)
    {
      fill_between (&self, table->rows->pdata[i]);
      finish_row (&self, table->rows->pdata[i]);
      count_row (&self, table->rows->pdata[i], days, shooting);
    }
  g_ptr_array_sort (table->rows, compare_rows);
  return table;
}

void
plt_presence_table_free (PltPresenceTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->index);
  g_free (self);
}

/**
 * plt_presence_table_find:
 *
 * Returns: (transfer none) (nullable): the row of that element
 */
const PltPresenceRow *
plt_presence_table_find (const PltPresenceTable *self, gint64 element)
{
  return g_hash_table_lookup (self->index, PLT_ID_TO_POINTER (element));
}

/**
 * plt_presence_type:
 * @column: of the table
 * @meaning: what is typed, %PLT_MEANING_NONE to go back to what follows by itself
 * @batch: gets the edit, or none when nothing changes
 *
 * Returns: FALSE with an error for a date that is no day of the plan
 */
gboolean
plt_presence_type (const PltPresenceTable *self,
                   const PltPresenceRow *row,
                   guint column,
                   PltMeaning meaning,
                   PltBatch *batch,
                   GError **error)
{
  const PltPresenceColumn *at;
  const PltPresenceCell *cell;

  g_return_val_if_fail (self != NULL && row != NULL && column < self->columns->len, FALSE);

  at = self->columns->pdata[column];
  cell = &row->cells[column];
  if (at->day == NULL)
    {
      g_autofree char *date = plt_date_format_day (at->date);

      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("%s is no day of the plan: what stands there comes from an event. Change the "
                      "event, or add that day to the plan."),
                   date);
      return FALSE;
    }
  if ((guint8) meaning == cell->derived)
    meaning = PLT_MEANING_NONE;
  if (meaning == PLT_MEANING_NONE)
    {
      if (cell->typed != 0)
        plt_batch_delete (batch, "presence", cell->typed);
      return TRUE;
    }
  if (cell->typed != 0 && (guint8) meaning == cell->meaning)
    return TRUE;
  if (cell->typed != 0)
    plt_batch_update (batch, "presence", cell->typed);
  else
    {
      plt_batch_insert (batch, "presence");
      plt_batch_set_integer (batch, "day", at->day->day->id);
      plt_batch_set_integer (batch, "element", row->element->id);
    }
  plt_batch_set_text (batch, "meaning", plt_meaning_id (meaning));
  return TRUE;
}
