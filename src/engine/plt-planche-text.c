/* The planche: what its lines say, and their figures. */
#include <string.h>

#include "plt-plan-day.h"
#include "plt-planche.h"
#include "plt-time.h"

typedef enum
{
  SCOPE_WEEK,
  SCOPE_DAY,
  SCOPE_SET,
  SCOPE_COLUMN,
} Scope;

static Scope
scope_of (PltPlancheLine line)
{
  switch (line)
    {
    case PLT_PLANCHE_WEEK:
      return SCOPE_WEEK;
    case PLT_PLANCHE_DAY:
    case PLT_PLANCHE_DATE:
    case PLT_PLANCHE_TYPE:
    case PLT_PLANCHE_PLACE:
    case PLT_PLANCHE_ADDRESS:
    case PLT_PLANCHE_HOURS:
    case PLT_PLANCHE_SUN:
    case PLT_PLANCHE_NOTE:
      return SCOPE_DAY;
    case PLT_PLANCHE_SET:
      return SCOPE_SET;
    case PLT_PLANCHE_EFFECT:
    case PLT_PLANCHE_NUMBER:
    case PLT_PLANCHE_SYNOPSIS:
    case PLT_PLANCHE_STORY_DAY:
    case PLT_PLANCHE_LENGTH:
    case PLT_PLANCHE_PAGES:
    case PLT_PLANCHE_SHOTS:
    case PLT_PLANCHE_TIME:
    case PLT_PLANCHE_N_LINES:
    default:
      return SCOPE_COLUMN;
    }
}

static gboolean
same_set (const PltPlanche *self, guint a, guint b)
{
  const PltSequenceFacts *one = plt_planche_sequence (self, a);
  const PltSequenceFacts *two = plt_planche_sequence (self, b);

  return one != NULL && two != NULL && one->set != 0 && one->set == two->set
         && one->sub_set == two->sub_set;
}

guint
plt_planche_span (const PltPlanche *self, PltPlancheLine line, guint column)
{
  const PltPlancheDay *day = plt_planche_day (self, column);
  guint first = column, n = 1;

  switch (scope_of (line))
    {
    case SCOPE_WEEK:
      first = g_array_index (self->weeks, PltPlancheWeek, day->week).first;
      n = g_array_index (self->weeks, PltPlancheWeek, day->week).n;
      break;
    case SCOPE_DAY:
      first = day->first;
      n = day->n;
      break;
    case SCOPE_SET:
      if (column > day->first && same_set (self, column - 1, column))
        return 0;
      while (column + n < day->first + day->n && same_set (self, column, column + n))
        n++;
      break;
    case SCOPE_COLUMN:
    default:
      break;
    }
  return first == column ? n : 0;
}

/* ---- days ---- */

/* "S1 · 10 – 16 mai", "S4", "sans tournage" */
static char *
week_text (const PltPlanche *self, const PltPlancheDay *day)
{
  const PltPlancheWeek *week = &g_array_index (self->weeks, PltPlancheWeek, day->week);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  const char *from_day, *to_day;

  if (week->number == 0)
    return g_strdup ("");
  if (week->from == PLT_DATE_NONE)
    return g_strdup_printf ("S%u", week->number);
  from = plt_date_format_short (week->from);
  to = plt_date_format_short (week->to);
  from_day = strchr (from, ' '); /* without the day of the week */
  to_day = strchr (to, ' ');
  return g_strdup_printf ("S%u ·%s –%s", week->number, from_day != NULL ? from_day : from,
                          to_day != NULL ? to_day : to);
}

static const char *
kind_name (const char *kind)
{
  static const char *const names[][2]
      = { { "repos", "Repos" },     { "ferie", "Férié" },     { "voyage", "Voyage" },
          { "relache", "Relâche" }, { "reserve", "Réserve" }, { "tournage", "Tournage" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i][0], kind) == 0)
      return names[i][1];
  return kind;
}

static char *
day_text (const PltPlancheDay *day)
{
  if (day->plan == NULL)
    return g_strdup ("");
  if (day->plan->number > 0)
    return g_strdup_printf ("J%u", day->plan->number);
  return g_strdup (day->off ? "" : kind_name (day->plan->day->kind));
}

static char *
date_text (const PltPlancheDay *day)
{
  return day->date == PLT_DATE_NONE || day->off ? g_strdup ("") : plt_date_format_short (day->date);
}

char *
plt_planche_off_text (const PltPlanche *self, guint at)
{
  const PltPlancheDay *day = &g_array_index (self->days, PltPlancheDay, at);
  const char *kind = day->plan != NULL ? kind_name (day->plan->day->kind) : "";
  const PltHoliday *holiday;
  g_autofree char *from = NULL;

  if (day->date == PLT_DATE_NONE)
    return g_strdup (kind);
  from = plt_date_format_short (day->date);
  if (day->last != day->date)
    {
      g_autofree char *to = plt_date_format_short (day->last);

      return g_strdup_printf ("du %s au %s", from, to);
    }
  holiday = plt_calendar_holiday (self->calendar, day->date,
                                  plt_calendar_territory (self->calendar), FALSE);
  return g_strconcat (from, *kind != '\0' ? " · " : "", kind, holiday != NULL ? " · " : "",
                      holiday != NULL ? holiday->name : NULL, NULL);
}

static char *
type_text (const PltPlancheDay *day)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (day->plan == NULL || day->off)
    return g_strdup ("");
  if (strcmp (day->plan->day->kind, "reserve") == 0)
    g_ptr_array_add (parts, g_strdup ("réserve"));
  if (day->plan->day->unit > 1)
    g_ptr_array_add (parts, g_strdup_printf ("%" G_GINT64_FORMAT "e équipe", day->plan->day->unit));
  if (day->plan->night)
    g_ptr_array_add (parts, g_strdup ("nuit"));
  if (day->plan->overlong)
    g_ptr_array_add (parts, g_strdup ("journée longue"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static char *
span_of_hours (gint64 from, gint64 to)
{
  g_autofree char *start = from != PLT_UNKNOWN ? plt_clock_format (from) : g_strdup ("");
  g_autofree char *end = to != PLT_UNKNOWN ? plt_clock_format (to) : g_strdup ("");

  return *start == '\0' && *end == '\0' ? g_strdup ("") : g_strdup_printf ("%s – %s", start, end);
}

static char *
sun_text (const PltPlanche *self, const PltPlancheDay *day)
{
  PltSun sun;

  if (!plt_plan_day_sun (self->plan->facts, day->plan, &sun))
    return g_strdup ("");
  return span_of_hours (sun.rise == PLT_SUN_NONE ? PLT_UNKNOWN : sun.rise,
                        sun.set == PLT_SUN_NONE ? PLT_UNKNOWN : sun.set);
}

static char *
places_text (const PltPlanche *self, const PltPlancheDay *day, gboolean addresses)
{
  g_autoptr (GPtrArray) places = plt_plan_day_places (self->plan->facts, day->plan);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const PltLocationFacts *place = places->pdata[i];

      if (addresses && *place->address == '\0')
        continue;
      g_string_append (text, text->len > 0 ? " ; " : "");
      if (addresses)
        g_string_append_printf (text, "%s%s%s%s%s", place->address,
                                *place->postcode != '\0' || *place->city != '\0' ? ", " : "",
                                place->postcode, *place->postcode != '\0' ? " " : "", place->city);
      else
        g_string_append_printf (text, "%s%s%s", place->name, *place->city != '\0' ? ", " : "",
                                place->city);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
line_of_day (const PltPlanche *self, PltPlancheLine line, const PltPlancheDay *day)
{
  if (line == PLT_PLANCHE_WEEK)
    return week_text (self, day);
  if (line == PLT_PLANCHE_DAY)
    return day_text (day);
  if (line == PLT_PLANCHE_DATE)
    return date_text (day);
  if (line == PLT_PLANCHE_TYPE)
    return type_text (day);
  if (day->plan == NULL || (day->off && line != PLT_PLANCHE_NOTE))
    return g_strdup ("");
  if (line == PLT_PLANCHE_HOURS)
    return day->plan->number > 0
               ? span_of_hours (day->plan->day->start_minutes, day->plan->day->end_minutes)
               : g_strdup ("");
  if (line == PLT_PLANCHE_SUN)
    return sun_text (self, day);
  if (line == PLT_PLANCHE_NOTE)
    return g_strdup (day->plan->day->note);
  return places_text (self, day, line == PLT_PLANCHE_ADDRESS);
}

/* ---- séquences ---- */

static const PltSequenceFacts *
sequence_of (const PltPlanche *self, const PltPlancheColumn *column, guint i)
{
  return PLT_FACTS_FIND (self->plan->facts->sequences, PltSequenceFacts,
                         ((const PltStripFacts *) column->strips->pdata[i])->sequence);
}

static char *
line_of_strip (const PltPlanche *self,
               PltPlancheLine line,
               const PltStripFacts *strip,
               const PltSequenceFacts *sequence)
{
  gint64 minutes;

  switch ((int) line)
    {
    case PLT_PLANCHE_SET:
      return plt_facts_set_name (self->plan->facts, sequence);
    case PLT_PLANCHE_EFFECT:
      return g_strdup (plt_effect_code (sequence->int_ext, sequence->effect));
    case PLT_PLANCHE_NUMBER:
      return g_strconcat (sequence->number, *strip->part != '\0' ? " " : "", strip->part, NULL);
    case PLT_PLANCHE_SYNOPSIS:
      return g_strdup (sequence->synopsis);
    case PLT_PLANCHE_STORY_DAY:
      return g_strdup (sequence->story_day);
    case PLT_PLANCHE_LENGTH:
      return plt_sequence_seconds (sequence) != PLT_UNKNOWN
                 ? plt_seconds_format (plt_sequence_seconds (sequence))
                 : g_strdup ("");
    case PLT_PLANCHE_PAGES:
      return sequence->eighths != PLT_UNKNOWN ? plt_eighths_format (sequence->eighths)
                                              : g_strdup ("");
    case PLT_PLANCHE_SHOTS:
      return sequence->shots != PLT_UNKNOWN ? g_strdup_printf ("%" G_GINT64_FORMAT, sequence->shots)
                                            : g_strdup ("");
    case PLT_PLANCHE_TIME:
      minutes = plt_strip_minutes (strip, sequence);
      return minutes != PLT_UNKNOWN ? plt_duration_format (minutes) : g_strdup ("");
    default:
      return g_strdup ("");
    }
}

static char *
format_value (PltPlancheLine line, gint64 value)
{
  if (value == PLT_UNKNOWN)
    return g_strdup ("");
  if (line == PLT_PLANCHE_LENGTH)
    return plt_seconds_format (value);
  if (line == PLT_PLANCHE_PAGES)
    return plt_eighths_format (value);
  if (line == PLT_PLANCHE_TIME)
    return plt_duration_format (value);
  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static gboolean
is_measured (PltPlancheLine line)
{
  return line == PLT_PLANCHE_LENGTH || line == PLT_PLANCHE_PAGES || line == PLT_PLANCHE_SHOTS
         || line == PLT_PLANCHE_TIME;
}

/* What the séquences of a day say, each thing once. */
static char *
join_strips (const PltPlanche *self, PltPlancheLine line, const PltPlancheColumn *column)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < column->strips->len; i++)
    {
      g_autofree char *text
          = line_of_strip (self, line, column->strips->pdata[i], sequence_of (self, column, i));

      if (*text != '\0' && !g_ptr_array_find_with_equal_func (said, text, g_str_equal, NULL))
        g_ptr_array_add (said, g_steal_pointer (&text));
    }
  g_ptr_array_add (said, NULL);
  return g_strjoinv (line == PLT_PLANCHE_SET || line == PLT_PLANCHE_SYNOPSIS ? " ; " : ", ",
                     (char **) said->pdata);
}

/**
 * plt_planche_text:
 * @line: of the head
 * @column: the first one of a cell
 *
 * Returns: (transfer full): what the cell says, "" for nothing
 */
char *
plt_planche_text (const PltPlanche *self, PltPlancheLine line, guint column)
{
  const PltPlancheColumn *found = self->columns->pdata[column];
  const PltPlancheDay *day = &g_array_index (self->days, PltPlancheDay, found->day);

  if (scope_of (line) == SCOPE_WEEK || scope_of (line) == SCOPE_DAY)
    return line_of_day (self, line, day);
  if (day->off)
    return line == PLT_PLANCHE_SET ? plt_planche_off_text (self, found->day) : g_strdup ("");
  if (is_measured (line))
    return format_value (line, plt_planche_value (self, line, column));
  return join_strips (self, line, found);
}

static gint64
value_of (PltPlancheLine line, const PltStripFacts *strip, const PltSequenceFacts *sequence)
{
  switch ((int) line)
    {
    case PLT_PLANCHE_LENGTH:
      return plt_sequence_seconds (sequence);
    case PLT_PLANCHE_PAGES:
      return sequence->eighths;
    case PLT_PLANCHE_SHOTS:
      return sequence->shots;
    case PLT_PLANCHE_TIME:
      return plt_strip_minutes (strip, sequence);
    default:
      return PLT_UNKNOWN;
    }
}

/* Adds the strips of a column up; a séquence seen before counts for its minutes only. */
static gint64
add_values (const PltPlanche *self,
            PltPlancheLine line,
            const PltPlancheColumn *column,
            GHashTable *seen,
            gint64 total)
{
  for (guint i = 0; i < column->strips->len; i++)
    {
      const PltSequenceFacts *sequence = sequence_of (self, column, i);
      gint64 value = value_of (line, column->strips->pdata[i], sequence);
      gboolean first = g_hash_table_add (seen, (gpointer) sequence);

      if (value != PLT_UNKNOWN && (first || line == PLT_PLANCHE_TIME))
        total = (total == PLT_UNKNOWN ? 0 : total) + value;
    }
  return total;
}

gint64
plt_planche_value (const PltPlanche *self, PltPlancheLine line, guint column)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);

  return add_values (self, line, self->columns->pdata[column], seen, PLT_UNKNOWN);
}

gint64
plt_planche_day_value (const PltPlanche *self, PltPlancheLine line, guint at)
{
  const PltPlancheDay *day = &g_array_index (self->days, PltPlancheDay, at);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  gint64 total = PLT_UNKNOWN;

  for (guint c = day->first; c < day->first + day->n; c++)
    total = add_values (self, line, self->columns->pdata[c], seen, total);
  return total;
}

gboolean
plt_planche_is_empty (const PltPlanche *self, PltPlancheLine line)
{
  for (guint c = 0; c < self->columns->len; c++)
    {
      g_autofree char *text = NULL;

      if (plt_planche_span (self, line, c) == 0)
        continue;
      text = plt_planche_text (self, line, c);
      if (*text != '\0')
        return FALSE;
    }
  return TRUE;
}

PltEffectClass
plt_planche_effect (const PltPlanche *self, guint column)
{
  const PltPlancheColumn *found = self->columns->pdata[column];
  PltEffectClass effect = PLT_EFFECT_NONE;

  for (guint i = 0; i < found->strips->len; i++)
    {
      const PltSequenceFacts *sequence = sequence_of (self, found, i);
      PltEffectClass one = plt_effect_class (sequence->int_ext, sequence->effect);

      if (i > 0 && one != effect)
        return PLT_EFFECT_NONE;
      effect = one;
    }
  return effect;
}

/* ---- bands in words ---- */

char *
plt_planche_band_text (const PltPlanche *self, const PltPlancheBand *band, guint column)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < band->rows->len; i++)
    {
      const PltPlancheRow *row = band->rows->pdata[i];
      PltPlancheMark mark = plt_planche_mark (self, row, column);
      const PltElementFacts *element = row->presence->element;

      if (mark.occurrence == NULL)
        continue;
      g_string_append (text, text->len > 0 ? " ; " : "");
      if (mark.quantity != PLT_UNKNOWN && mark.quantity > 1)
        g_string_append_printf (text, "%" G_GINT64_FORMAT " ", mark.quantity);
      if (element->number != PLT_UNKNOWN)
        g_string_append_printf (text, "%s. ", row->code);
      g_string_append (text, element->name);
      if (*mark.occurrence->costume != '\0')
        g_string_append_printf (text, " (%s)", mark.occurrence->costume);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
