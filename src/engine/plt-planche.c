/* The planche: its columns, weeks and bands, and what stands in its cells. Texts of the lines are
 * in plt-planche-text.c. */
#include "plt-planche.h"

#include <string.h>

static void
column_free (gpointer data)
{
  PltPlancheColumn *column = data;

  g_ptr_array_unref (column->strips);
  g_free (column);
}

static void
row_free (gpointer data)
{
  PltPlancheRow *row = data;

  g_free (row->code);
  g_free (row->player);
  g_free (row);
}

static void
band_free (gpointer data)
{
  PltPlancheBand *band = data;

  g_ptr_array_unref (band->rows);
  g_free (band);
}

/* ---- columns ---- */

static PltPlancheColumn *
add_column (PltPlanche *self, guint day)
{
  PltPlancheColumn *column = g_new0 (PltPlancheColumn, 1);

  column->day = day;
  column->strips = g_ptr_array_new ();
  g_ptr_array_add (self->columns, column);
  return column;
}

static void
add_gap (PltPlanche *self, PltDate from, PltDate last)
{
  PltPlancheDay day = {
    .index = -1, .date = from, .last = last, .first = self->columns->len, .n = 1, .off = TRUE
  };

  add_column (self, self->days->len);
  g_array_append_val (self->days, day);
}

/* The calendar days after the last one up to the day before `next`. */
static void
fill_gap (PltPlanche *self, PltDate next)
{
  const PltPlancheDay *before;
  PltDate from;

  if (self->days->len == 0 || next == PLT_DATE_NONE)
    return;
  before = &g_array_index (self->days, PltPlancheDay, self->days->len - 1);
  if (before->date == PLT_DATE_NONE || next <= before->last + 1)
    return;
  from = before->last + 1;
  if (next - from > PLT_PLANCHE_GAP)
    {
      add_gap (self, from, next - 1);
      return;
    }
  for (PltDate date = from; date < next; date++)
    add_gap (self, date, date);
}

static void
add_day (PltPlanche *self, guint index)
{
  const PltDayPlan *plan = self->plan->days->pdata[index];
  const PltFacts *facts = self->plan->facts;
  PltPlancheDay day = { .plan = plan, .index = (int) index, .first = self->columns->len };
  PltPlancheColumn *column = NULL;

  day.date = day.last = plan->day->date;
  for (guint i = 0; i < plan->strips->len; i++)
    {
      const PltStripFacts *strip = plan->strips->pdata[i];

      if (PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence) == NULL)
        continue;
      if (column == NULL || !self->options.by_day)
        column = add_column (self, self->days->len);
      g_ptr_array_add (column->strips, (gpointer) strip);
    }
  if (column == NULL)
    add_column (self, self->days->len);
  day.off = column == NULL && plan->number == 0;
  day.n = self->columns->len - day.first;
  g_array_append_val (self->days, day);
}

static PltDate
monday_of (PltDate date)
{
  return date == PLT_DATE_NONE ? PLT_DATE_NONE : date - (plt_date_weekday (date) - 1);
}

/* A new week at each other Monday; a day without a date stays in the week before it. */
static void
add_weeks (PltPlanche *self)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_direct_hash, g_direct_equal);
  guint n_weeks = 0;

  for (guint i = 0; i < self->days->len; i++)
    {
      PltPlancheDay *day = &g_array_index (self->days, PltPlancheDay, i);
      PltDate monday = monday_of (day->date);
      PltPlancheWeek *week = self->weeks->len > 0 ? &g_array_index (self->weeks, PltPlancheWeek,
                                                                    self->weeks->len - 1)
                                                  : NULL;

      if (week == NULL || (monday != PLT_DATE_NONE && week->from != monday))
        {
          PltPlancheWeek added
              = { .from = monday,
                  .to = monday == PLT_DATE_NONE ? PLT_DATE_NONE : monday_of (day->last) + 6,
                  .first = day->first };

          g_array_append_val (self->weeks, added);
          week = &g_array_index (self->weeks, PltPlancheWeek, self->weeks->len - 1);
        }
      day->week = self->weeks->len - 1;
      week->n += day->n;
      if (day->plan != NULL && day->plan->number > 0 && week->number == 0)
        {
          gpointer known = g_hash_table_lookup (numbers, GINT_TO_POINTER (week->from));

          week->number = known != NULL ? GPOINTER_TO_UINT (known) : ++n_weeks;
          g_hash_table_insert (numbers, GINT_TO_POINTER (week->from),
                               GUINT_TO_POINTER (week->number));
        }
    }
}

static void
add_presences (PltPlanche *self)
{
  if (self->options.letters == NULL)
    self->options.letters = self->own_letters = plt_letters_new (self->plan->facts, NULL);
  self->presences = plt_presence_table_new (self->plan, self->options.letters);
  for (guint i = 0; i < self->days->len; i++)
    {
      PltPlancheDay *day = &g_array_index (self->days, PltPlancheDay, i);

      day->presence = -1;
      for (guint j = 0; j < self->presences->columns->len && day->index >= 0; j++)
        if (((const PltPresenceColumn *) self->presences->columns->pdata[j])->index == day->index)
          day->presence = (int) j;
    }
}

/* ---- bands ---- */

static const struct
{
  const char *code;
  PltPlancheBandKind kind;
} codes[] = {
  { "RO", PLT_PLANCHE_ROLES },     { "SI", PLT_PLANCHE_SILHOUETTES },
  { "FI", PLT_PLANCHE_EXTRAS },    { "CA", PLT_PLANCHE_STUNTS },
  { "EN", PLT_PLANCHE_CHILDREN },  { "AN", PLT_PLANCHE_ANIMALS },
  { "AC", PLT_PLANCHE_PROPS },     { "DE", PLT_PLANCHE_SET_DRESSING },
  { "CO", PLT_PLANCHE_COSTUMES },  { "MC", PLT_PLANCHE_COSTUMES },
  { "VE", PLT_PLANCHE_VEHICLES },  { "AR", PLT_PLANCHE_WEAPONS },
  { "SFX", PLT_PLANCHE_SFX },      { "VFX", PLT_PLANCHE_VFX },
  { "IM", PLT_PLANCHE_CREW },      { "LU", PLT_PLANCHE_CREW },
  { "MA", PLT_PLANCHE_CREW },      { "SO", PLT_PLANCHE_CREW },
  { "MS", PLT_PLANCHE_EQUIPMENT }, { "RE", PLT_PLANCHE_UNIT },
  { "SE", PLT_PLANCHE_UNIT },      { "ECO", PLT_PLANCHE_UNIT },
  { "ACC", PLT_PLANCHE_UNIT },
};

static const struct
{
  const char *family;
  PltPlancheBandKind kind;
} families[] = {
  { "roles", PLT_PLANCHE_ROLES },        { "figuration", PLT_PLANCHE_EXTRAS },
  { "cascades", PLT_PLANCHE_STUNTS },    { "animaux", PLT_PLANCHE_ANIMALS },
  { "vehicules", PLT_PLANCHE_VEHICLES }, { "materiel", PLT_PLANCHE_EQUIPMENT },
};

PltPlancheBandKind
plt_planche_band_of (const PltCategoryFacts *category)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strcmp (category->code, codes[i].code) == 0)
      return codes[i].kind;
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (strcmp (category->family, families[i].family) == 0)
      return families[i].kind;
  return PLT_PLANCHE_OTHER;
}

/* (nullable): who plays a role: the engagement that is not given up, else the first. */
static const PltEngagementFacts *
engagement_of (const PltFacts *facts, gint64 role)
{
  for (guint i = 0; i < facts->engagements.n; i++)
    if (facts->engagements.items[i].role == role)
      return &facts->engagements.items[i];
  return NULL;
}

static PltPlancheRow *
row_new (const PltPlanche *self, const PltPresence *presence)
{
  const PltFacts *facts = self->plan->facts;
  const PltEngagementFacts *engagement = engagement_of (facts, presence->element->id);
  const PltPersonFacts *person
      = engagement != NULL ? PLT_FACTS_FIND (facts->people, PltPersonFacts, engagement->person)
                           : NULL;
  PltPlancheRow *row = g_new0 (PltPlancheRow, 1);

  row->presence = presence;
  row->code = presence->element->number != PLT_UNKNOWN
                  ? g_strdup_printf ("%" G_GINT64_FORMAT, presence->element->number)
                  : g_strdup (presence->category->code);
  row->player = person != NULL ? plt_facts_person_name (person) : g_strdup ("");
  row->cells = plt_presence_table_find (self->presences, presence->element->id);
  row->worked = row->cells != NULL ? row->cells->n_worked : presence->n_worked;
  row->waiting = row->cells != NULL ? row->cells->n_waiting : 0;
  row->paid = row->cells != NULL ? row->cells->n_paid : 0;
  if (row->cells != NULL && row->cells->n_guaranteed != PLT_UNKNOWN)
    row->paid = MAX (row->paid, (guint) CLAMP (row->cells->n_guaranteed, 0, G_MAXUINT16));
  return row;
}

static void
add_bands (PltPlanche *self)
{
  PltPlancheBand *bands[PLT_PLANCHE_N_BANDS] = { NULL };

  for (guint i = 0; i < self->plan->presences->len; i++)
    {
      const PltPresence *presence = self->plan->presences->pdata[i];
      PltPlancheBandKind kind;

      if (presence->category == NULL || (presence->n_worked == 0 && !self->options.unplaced))
        continue;
      kind = plt_planche_band_of (presence->category);
      if (bands[kind] == NULL)
        {
          bands[kind] = g_new0 (PltPlancheBand, 1);
          bands[kind]->kind = kind;
          bands[kind]->rows = g_ptr_array_new_with_free_func (row_free);
        }
      g_ptr_array_add (bands[kind]->rows, row_new (self, presence));
    }
  for (guint i = 0; i < PLT_PLANCHE_N_BANDS; i++)
    if (bands[i] != NULL)
      g_ptr_array_add (self->bands, bands[i]);
}

/**
 * plt_planche_new:
 * @plan: must outlive the planche
 * @options: (nullable): none of them
 *
 * Returns: (transfer full): the planche, without columns when the plan has no day
 */
PltPlanche *
plt_planche_new (const PltPlan *plan, const PltPlancheOptions *options)
{
  PltPlanche *self;

  g_return_val_if_fail (plan != NULL, NULL);

  self = g_new0 (PltPlanche, 1);
  self->plan = plan;
  if (options != NULL)
    self->options = *options;
  self->calendar = plt_calendar_new (plan->facts);
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->days = g_array_new (FALSE, FALSE, sizeof (PltPlancheDay));
  self->weeks = g_array_new (FALSE, FALSE, sizeof (PltPlancheWeek));
  self->bands = g_ptr_array_new_with_free_func (band_free);
  for (guint i = 0; i < plan->days->len; i++)
    {
      if (self->options.days_off)
        fill_gap (self, ((const PltDayPlan *) plan->days->pdata[i])->day->date);
      add_day (self, i);
    }
  add_weeks (self);
  add_presences (self);
  add_bands (self);
  return self;
}

void
plt_planche_free (PltPlanche *self)
{
  if (self == NULL)
    return;
  plt_calendar_free (self->calendar);
  plt_presence_table_free (self->presences);
  g_clear_pointer (&self->own_letters, plt_letters_free);
  g_ptr_array_unref (self->columns);
  g_array_unref (self->days);
  g_array_unref (self->weeks);
  g_ptr_array_unref (self->bands);
  g_free (self);
}

const PltPlancheDay *
plt_planche_day (const PltPlanche *self, guint column)
{
  const PltPlancheColumn *found = self->columns->pdata[column];

  return &g_array_index (self->days, PltPlancheDay, found->day);
}

const PltStripFacts *
plt_planche_strip (const PltPlanche *self, guint column)
{
  const PltPlancheColumn *found = self->columns->pdata[column];

  return found->strips->len == 1 && !self->options.by_day ? found->strips->pdata[0] : NULL;
}

const PltSequenceFacts *
plt_planche_sequence (const PltPlanche *self, guint column)
{
  const PltStripFacts *strip = plt_planche_strip (self, column);

  return strip == NULL
             ? NULL
             : PLT_FACTS_FIND (self->plan->facts->sequences, PltSequenceFacts, strip->sequence);
}

const PltPlancheBand *
plt_planche_band (const PltPlanche *self, PltPlancheBandKind kind)
{
  for (guint i = 0; i < self->bands->len; i++)
    if (((const PltPlancheBand *) self->bands->pdata[i])->kind == kind)
      return self->bands->pdata[i];
  return NULL;
}

/* ---- cells ---- */

/* (nullable): the first occurrence in the column; `quantity` gets the most of all. */
static const PltOccurrenceFacts *
find_in_column (const PltPlanche *self,
                const PltPlancheRow *row,
                const PltPlancheColumn *column,
                gint64 *quantity)
{
  const PltOccurrenceFacts *first = NULL;

  *quantity = PLT_UNKNOWN;
  for (guint i = 0; i < column->strips->len; i++)
    {
      const PltOccurrenceFacts *occurrence = plt_facts_find_occurrence (
          self->plan->facts, ((const PltStripFacts *) column->strips->pdata[i])->sequence,
          row->presence->element->id);

      if (occurrence == NULL)
        continue;
      first = first != NULL ? first : occurrence;
      *quantity = MAX (*quantity, occurrence->quantity);
    }
  return first;
}

/* (nullable): the letter of a day on which nothing of the role is shot. */
static const char *
letter_of (const PltPlanche *self, const PltPlancheRow *row, const PltPlancheDay *day)
{
  PltMeaning meaning;

  if (row->cells == NULL || day->presence < 0 || row->presence->worked[day->index] > 0
      || !plt_presence_row_is_role (row->cells))
    return NULL;
  meaning = (PltMeaning) row->cells->cells[day->presence].meaning;
  return meaning != PLT_MEANING_NONE ? plt_letters_get (self->options.letters, meaning, FALSE)
                                     : NULL;
}

/**
 * plt_planche_mark:
 * @row: of a band
 * @column: of the planche
 *
 * Returns: what the cell holds
 */
PltPlancheMark
plt_planche_mark (const PltPlanche *self, const PltPlancheRow *row, guint column)
{
  const PltPlancheDay *day = plt_planche_day (self, column);
  PltPlancheMark mark = { NULL, PLT_UNKNOWN, NULL };

  mark.occurrence = find_in_column (self, row, self->columns->pdata[column], &mark.quantity);
  if (mark.occurrence == NULL && column == day->first)
    mark.letter = letter_of (self, row, day);
  return mark;
}

char *
plt_planche_mark_text (const PltPlancheRow *row, const PltPlancheMark *mark)
{
  if (mark->letter != NULL)
    return g_strdup (mark->letter);
  if (mark->occurrence == NULL)
    return g_strdup ("");
  if (mark->quantity != PLT_UNKNOWN && mark->quantity > 1)
    return g_strdup_printf ("%" G_GINT64_FORMAT, mark->quantity);
  return g_strdup (row->presence->element->number != PLT_UNKNOWN ? row->code : "×");
}

guint
plt_planche_count (const PltPlanche *self, const PltPlancheBand *band, guint column)
{
  guint n = 0;
  gint64 quantity;

  for (guint i = 0; i < band->rows->len; i++)
    n += find_in_column (self, band->rows->pdata[i], self->columns->pdata[column], &quantity)
         != NULL;
  return n;
}

guint
plt_planche_day_count (const PltPlanche *self, const PltPlancheBand *band, guint day)
{
  int index = g_array_index (self->days, PltPlancheDay, day).index;
  guint n = 0;

  for (guint i = 0; index >= 0 && i < band->rows->len; i++)
    n += ((const PltPlancheRow *) band->rows->pdata[i])->presence->worked[index] > 0;
  return n;
}

gint64
plt_planche_day_quantity (const PltPlanche *self, const PltPlancheBand *band, guint day)
{
  const PltPlancheDay *found = &g_array_index (self->days, PltPlancheDay, day);
  gint64 total = 0;

  for (guint i = 0; i < band->rows->len; i++)
    {
      gint64 most = 0, quantity;

      for (guint c = found->first; c < found->first + found->n; c++)
        if (find_in_column (self, band->rows->pdata[i], self->columns->pdata[c], &quantity) != NULL)
          most = MAX (most, quantity != PLT_UNKNOWN ? quantity : 1);
      total += most;
    }
  return total;
}
