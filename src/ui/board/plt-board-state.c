#include "plt-board-state.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-plan-version.h"
#include "plt-sun.h"
#include "plt-table.h"
#include "plt-text.h"
#include "plt-time.h"

#define DASH "\342\200\223"
#define DOT " \302\267 "

static void
strip_free (gpointer data)
{
  PltBoardStrip *strip = data;

  g_free (strip->number);
  g_free (strip->part);
  g_free (strip->code);
  g_free (strip->set);
  g_free (strip->synopsis);
  g_free (strip->roles);
  g_free (strip->eighths);
  g_free (strip->length);
  g_free (strip->time);
  g_free (strip->text);
  g_free (strip->needs);
  g_free (strip->story_day);
  g_free (strip->place);
  g_free (strip->issue);
  g_free (strip);
}

void
plt_board_totals_clear (PltBoardTotals *self)
{
  g_clear_pointer (&self->content, g_free);
  g_clear_pointer (&self->length, g_free);
  g_clear_pointer (&self->time, g_free);
}

static void
lane_free (gpointer data)
{
  PltBoardLane *lane = data;

  g_free (lane->name);
  g_free (lane->date);
  g_free (lane->hours);
  g_free (lane->sun);
  g_free (lane->note);
  g_free (lane->unit);
  g_free (lane->issue);
  plt_board_totals_clear (&lane->totals);
  g_ptr_array_unref (lane->strips);
  g_free (lane);
}

void
plt_board_state_free (PltBoardState *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->index);
  g_ptr_array_unref (self->lanes);
  g_free (self->frozen);
  g_free (self->remaining);
  g_free (self);
}

/* ---- strips ---- */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, two = *(const gint64 *) b;

  return one < two ? -1 : one > two;
}

/* The numbers of the roles that play in a séquence: "1 2 7". */
static char *
join_roles (const PltFacts *facts, gint64 sequence)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  GString *text = g_string_new (NULL);
  guint n;
  const PltOccurrenceFacts *const *there = plt_facts_occurrences_of (facts, sequence, &n);

  for (guint i = 0; i < n; i++)
    {
      const PltElementFacts *element
          = PLT_FACTS_FIND (facts->elements, PltElementFacts, there[i]->element);

      if (element != NULL && element->number != PLT_UNKNOWN
          && plt_category_is_role (facts, element->category))
        g_array_append_val (numbers, element->number);
    }
  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            g_array_index (numbers, gint64, i));
  return g_string_free (text, FALSE);
}

/* "Chien, 10 Dockers": names of what is needed besides roles. */
static char *
join_needs (const PltFacts *facts, gint64 sequence)
{
  GString *text = g_string_new (NULL);
  guint n;
  const PltOccurrenceFacts *const *there = plt_facts_occurrences_of (facts, sequence, &n);

  for (guint i = 0; i < n; i++)
    {
      const PltElementFacts *element
          = PLT_FACTS_FIND (facts->elements, PltElementFacts, there[i]->element);

      if (element == NULL || plt_category_is_role (facts, element->category))
        continue;
      g_string_append (text, text->len > 0 ? ", " : "");
      if (there[i]->quantity != PLT_UNKNOWN && there[i]->quantity > 1)
        g_string_append_printf (text, "%" G_GINT64_FORMAT " ", there[i]->quantity);
      g_string_append (text, element->name);
    }
  return g_string_free (text, FALSE);
}

static PltBoardStripKind
kind_of (const char *kind)
{
  if (strcmp (kind, "deplacement") == 0)
    return PLT_BOARD_MOVE_BANNER;
  if (strcmp (kind, "repas") == 0)
    return PLT_BOARD_MEAL_BANNER;
  return strcmp (kind, "note") == 0 ? PLT_BOARD_NOTE_BANNER : PLT_BOARD_SEQUENCE;
}

static char *
choice_title (const char *table, const char *column, const char *id)
{
  const PltChoice *choice
      = plt_column_find_choice (plt_table_column (plt_table_find (table), column), id);

  return g_strdup (choice != NULL ? plt_choice_title (choice) : id);
}

static void
fill_sequence (PltBoardStrip *self, const PltFacts *facts, const PltSequenceFacts *sequence)
{
  gint64 seconds = plt_sequence_seconds (sequence);
  const PltLocationFacts *place = plt_facts_location_of (facts, sequence);

  self->needs = join_needs (facts, sequence->id);
  self->story_day = g_strdup (sequence->story_day);
  self->place = place != NULL ? g_strdup (place->name) : NULL;
  self->number = g_strdup (sequence->number);
  self->effect = (int) plt_effect_class (sequence->int_ext, sequence->effect);
  self->code = g_strdup (plt_effect_code (sequence->int_ext, sequence->effect));
  self->set = plt_facts_set_name (facts, sequence);
  self->synopsis = plt_text_squeeze (sequence->synopsis);
  self->roles = join_roles (facts, sequence->id);
  self->eighths = sequence->eighths != PLT_UNKNOWN ? plt_eighths_format (sequence->eighths) : NULL;
  self->length = seconds != PLT_UNKNOWN ? plt_seconds_format (seconds) : NULL;
}

#define OR_EMPTY(text)                                                                             \
  if ((text) == NULL)                                                                              \
  (text) = g_strdup ("")

static void
finish_strip (PltBoardStrip *self)
{
  self->time = self->minutes != PLT_UNKNOWN ? plt_duration_format (self->minutes) : g_strdup ("");
  OR_EMPTY (self->number);
  OR_EMPTY (self->part);
  OR_EMPTY (self->code);
  OR_EMPTY (self->set);
  OR_EMPTY (self->synopsis);
  OR_EMPTY (self->roles);
  OR_EMPTY (self->eighths);
  OR_EMPTY (self->length);
  OR_EMPTY (self->text);
  OR_EMPTY (self->needs);
  OR_EMPTY (self->story_day);
  OR_EMPTY (self->place);
}

static PltBoardStrip *
strip_from_row (const PltFacts *facts, const PltStripFacts *row)
{
  const PltSequenceFacts *sequence
      = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, row->sequence);
  PltBoardStrip *self = g_new0 (PltBoardStrip, 1);

  self->key = self->id = row->id;
  self->position = row->position;
  self->own_minutes = row->minutes;
  self->minutes = plt_strip_minutes (row, sequence);
  self->locked = row->locked;
  self->status = plt_strip_status (row, sequence);
  self->shot = plt_strip_is_shot (row);
  self->put_off = strcmp (row->shot, "reportee") == 0;
  self->kind = kind_of (row->kind);
  self->part = g_strdup (row->part);
  if (self->kind == PLT_BOARD_SEQUENCE)
    {
      self->sequence = row->sequence;
      if (sequence != NULL)
        fill_sequence (self, facts, sequence);
    }
  else
    self->text
        = *row->text != '\0' ? g_strdup (row->text) : choice_title ("strip", "kind", row->kind);
  finish_strip (self);
  return self;
}

static PltBoardStrip *
strip_to_be (const PltFacts *facts, const PltSequenceFacts *sequence)
{
  PltBoardStrip *self = g_new0 (PltBoardStrip, 1);

  self->key = -sequence->id;
  self->sequence = sequence->id;
  self->position = self->own_minutes = PLT_UNKNOWN;
  self->minutes = sequence->shooting_minutes;
  self->status = plt_strip_status (&(const PltStripFacts){ .shot = "" }, sequence);
  fill_sequence (self, facts, sequence);
  finish_strip (self);
  return self;
}

/* ---- lanes ---- */

/* "2 sets · 1 move": what a day asks for. */
static char *
describe_content (const PltDayPlan *day)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (day->n_sets > 0)
    g_string_append_printf (text, ngettext ("%u set", "%u sets", day->n_sets), day->n_sets);
  if (day->n_moves > 0)
    {
      g_string_append (text, DOT);
      g_string_append_printf (text, ngettext ("%u move", "%u moves", day->n_moves), day->n_moves);
    }
  if (day->n_unknown > 0)
    {
      g_string_append (text, text->len > 0 ? DOT : "");
      /* Translators: %u séquences have no shooting time */
      g_string_append_printf (text, ngettext ("%u without time", "%u without time", day->n_unknown),
                              day->n_unknown);
    }
  return g_strdup (text->str);
}

static char *
describe_length (gint64 seconds, gint64 eighths)
{
  g_autofree char *length = plt_seconds_format (seconds);
  g_autofree char *pages = plt_eighths_format (eighths);

  /* Translators: length of film, then pages of script: "4:10 · 3 7/8 p." */
  return g_strdup_printf (_ ("%s · %s p."), length, pages);
}

void
plt_board_totals_fill (PltBoardTotals *self, const PltDayPlan *day)
{
  plt_board_totals_clear (self);
  self->minutes = day->minutes;
  self->overlong = day->overlong;
  self->content = describe_content (day);
  self->length
      = day->n_sequences > 0 ? describe_length (day->seconds, day->eighths) : g_strdup ("");
  self->time = plt_duration_format (day->minutes);
}

/* Sun of the first place of the day that is on the map. */
static char *
describe_sun (const PltFacts *facts, const PltDayPlan *day)
{
  if (day->day->date == PLT_DATE_NONE)
    return g_strdup ("");
  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltStripFacts *strip = day->strips->pdata[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);
      const PltLocationFacts *place
          = sequence != NULL ? plt_facts_location_of (facts, sequence) : NULL;
      g_autofree char *rise = NULL;
      g_autofree char *set = NULL;
      PltSun sun;

      if (!plt_sun_of_place (facts, place, day->day->date, &sun))
        continue;
      if (sun.rise == PLT_SUN_NONE || sun.set == PLT_SUN_NONE)
        break;
      rise = plt_clock_format (sun.rise);
      set = plt_clock_format (sun.set);
      return g_strdup_printf ("%s" DASH "%s", rise, set);
    }
  return g_strdup ("");
}

static char *
describe_hours (const PltDayFacts *day)
{
  g_autofree char *start
      = day->start_minutes != PLT_UNKNOWN ? plt_clock_format (day->start_minutes) : NULL;
  g_autofree char *end
      = day->end_minutes != PLT_UNKNOWN ? plt_clock_format (day->end_minutes) : NULL;

  if (start != NULL && end != NULL)
    return g_strdup_printf ("%s" DASH "%s", start, end);
  return g_strdup (start != NULL ? start : "");
}

/* Kind, night, note. */
static char *
describe_rest (const PltDayPlan *day)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (day->number > 0 && strcmp (day->day->kind, "tournage") != 0)
    {
      g_autofree char *kind = choice_title ("shooting_day", "kind", day->day->kind);

      g_string_append (text, kind);
    }
  if (day->night)
    g_string_append_printf (text, "%s%s", text->len > 0 ? DOT : "", _ ("night"));
  if (*day->day->note != '\0')
    {
      g_autofree char *note = plt_text_excerpt (day->day->note, 60);

      g_string_append_printf (text, "%s%s", text->len > 0 ? DOT : "", note);
    }
  return g_strdup (text->str);
}

static PltBoardLane *
lane_new (void)
{
  PltBoardLane *lane = g_new0 (PltBoardLane, 1);

  lane->limit = PLT_UNKNOWN;
  lane->strips = g_ptr_array_new_with_free_func (strip_free);
  return lane;
}

static PltBoardLane *
lane_of_day (const PltFacts *facts, const PltPlan *plan, const PltDayPlan *day)
{
  PltBoardLane *lane = lane_new ();

  lane->day = day->day->id;
  lane->position = day->day->position;
  lane->number = day->number;
  lane->locked = day->day->locked;
  lane->limit = day->number > 0 ? plan->schedule->day_minutes : PLT_UNKNOWN;
  if (day->number > 0)
    /* Translators: number of a shooting day, "D3", in French "J3" */
    lane->name = g_strdup_printf (_ ("D%u"), day->number);
  else
    lane->name = choice_title ("shooting_day", "kind", day->day->kind);
  lane->date
      = day->day->date != PLT_DATE_NONE ? plt_date_format_short (day->day->date) : g_strdup ("");
  lane->hours = day->number > 0 ? describe_hours (day->day) : g_strdup ("");
  lane->sun = describe_sun (facts, day);
  lane->note = describe_rest (day);
  lane->units = day->day->unit != PLT_UNKNOWN ? (guint) MAX (day->day->unit, 1) : 1;
  /* Translators: number of a crew: "Unit 2", in French "2e équipe" */
  lane->unit = lane->units > 1 ? g_strdup_printf (_ ("Unit %u"), lane->units) : g_strdup ("");
  plt_board_totals_fill (&lane->totals, day);
  for (guint i = 0; i < day->strips->len; i++)
    {
      PltBoardStrip *strip = strip_from_row (facts, day->strips->pdata[i]);

      g_ptr_array_add (lane->strips, strip);
      if (strip->kind == PLT_BOARD_SEQUENCE)
        *(strip->status == PLT_SHOOT_DONE || strip->status == PLT_SHOOT_PARTLY ? &lane->n_shot
                                                                               : &lane->n_left)
            += 1;
    }
  return lane;
}

/* Séquences of the pool that no strip of the plan holds, a day's or not; those that were dropped
 * come apart, after all the others. */
static void
add_sequences_to_be (PltBoardLane *lane, const PltFacts *facts, gint64 schedule, gboolean dropped)
{
  g_autoptr (GHashTable) held = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < facts->strips.n; i++)
    if (facts->strips.items[i].schedule == schedule)
      g_hash_table_add (held, PLT_ID_TO_POINTER (facts->strips.items[i].sequence));
  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];

      if (!g_hash_table_contains (held, PLT_ID_TO_POINTER (sequence->id))
          && (strcmp (sequence->status, "supprimee") == 0) == dropped
          && strcmp (sequence->status, "tournee") != 0)
        g_ptr_array_add (lane->strips, strip_to_be (facts, sequence));
    }
}

static PltBoardLane *
lane_of_pool (const PltFacts *facts, gint64 schedule)
{
  PltBoardLane *lane = lane_new ();
  gint64 eighths = 0, seconds = 0;
  guint n;

  for (guint i = 0; i < facts->strips.n; i++)
    {
      const PltStripFacts *strip = &facts->strips.items[i];

      if (strip->schedule == schedule
          && PLT_FACTS_FIND (facts->days, PltDayFacts, strip->day) == NULL)
        g_ptr_array_add (lane->strips, strip_from_row (facts, strip));
    }
  add_sequences_to_be (lane, facts, schedule, FALSE);
  n = lane->strips->len;
  add_sequences_to_be (lane, facts, schedule, TRUE);
  for (guint i = 0; i < n; i++)
    {
      const PltBoardStrip *strip = lane->strips->pdata[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);

      lane->totals.minutes += strip->minutes != PLT_UNKNOWN ? strip->minutes : 0;
      if (sequence == NULL)
        continue;
      eighths += sequence->eighths != PLT_UNKNOWN ? sequence->eighths : 0;
      if (plt_sequence_seconds (sequence) != PLT_UNKNOWN)
        seconds += plt_sequence_seconds (sequence);
    }
  lane->name = g_strdup (_ ("To place"));
  lane->date = g_strdup ("");
  lane->hours = g_strdup ("");
  lane->sun = g_strdup ("");
  lane->note = g_strdup ("");
  lane->unit = g_strdup ("");
  lane->units = 1;
  lane->totals.content = n > 0 ? g_strdup_printf (ngettext ("%u strip", "%u strips", n), n)
                               : g_strdup (_ ("All is placed"));
  lane->totals.length = n > 0 ? describe_length (seconds, eighths) : g_strdup ("");
  lane->totals.time = plt_duration_format (lane->totals.minutes);
  return lane;
}

/* ---- issues ---- */

static void
add_message (char **text, PltSeverity *severity, const PltIssue *issue)
{
  char *before = *text;

  *severity = before == NULL ? issue->severity : MAX (*severity, issue->severity);
  *text = before == NULL ? g_strdup (issue->message)
                         : g_strconcat (before, "\n", issue->message, NULL);
  g_free (before);
}

static void
mark_day (PltBoardState *self, int at, const PltIssue *issue)
{
  PltBoardLane *lane = at > 0 ? g_ptr_array_index (self->lanes, at) : NULL;

  if (lane == NULL)
    return;
  add_message (&lane->issue, &lane->severity, issue);
  lane->n_issues++;
}

static void
mark_strips (PltBoardState *self, const GPtrArray *issues)
{
  for (guint i = 0; issues != NULL && i < issues->len; i++)
    {
      const PltIssue *issue = issues->pdata[i];
      PltBoardStrip *strip;
      int lane, index;

      if (issue->severity == PLT_SEVERITY_INFO) /* worth knowing, no reason for a mark */
        continue;
      if (g_strcmp0 (issue->ref.table, "shooting_day") == 0)
        mark_day (self, plt_board_state_lane_of_day (self, issue->ref.id), issue);
      if (g_strcmp0 (issue->ref.table, "strip") != 0
          || !plt_board_state_locate (self, issue->ref.id, &lane, &index))
        continue;
      strip = g_hash_table_lookup (self->index, PLT_ID_TO_POINTER (issue->ref.id));
      add_message (&strip->issue, &strip->severity, issue);
      mark_day (self, lane, issue);
    }
}

/* ---- what the production wants ---- */

static const PltChoice *
field_choices (void)
{
  return plt_table_column (plt_table_find ("production"), "strip_fields")->choices;
}

const char *
plt_board_field_title (PltBoardField field)
{
  return plt_choice_title (&field_choices ()[field]);
}

guint
plt_board_fields_parse (const char *ids)
{
  g_auto (GStrv) list = g_strsplit (ids != NULL ? ids : "", ",", -1);
  guint fields = 0;

  for (guint i = 0; i < PLT_BOARD_N_FIELDS; i++)
    if (g_strv_contains ((const char *const *) list, field_choices ()[i].id))
      fields |= 1u << i;
  return fields != 0 ? fields : PLT_BOARD_USUAL_FIELDS;
}

char *
plt_board_fields_format (guint fields)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; fields != PLT_BOARD_USUAL_FIELDS && i < PLT_BOARD_N_FIELDS; i++)
    if ((fields & 1u << i) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", field_choices ()[i].id);
  return g_string_free (text, FALSE);
}

static char *
describe_remaining (const PltRemaining *left)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *time = plt_duration_format (left->minutes_left);
  g_autofree char *length = describe_length (left->seconds_left, left->eighths_left);

  if (left->n_strips_left == 0)
    return g_strdup (left->n_strips_shot > 0 ? _ ("All is shot") : "");
  g_string_append_printf (text, ngettext ("%u strip", "%u strips", left->n_strips_left),
                          left->n_strips_left);
  g_string_append (text, DOT);
  g_string_append_printf (text, ngettext ("%u day", "%u days", left->n_days_left),
                          left->n_days_left);
  if (left->minutes_left > 0)
    g_string_append_printf (text, DOT "%s", time);
  g_string_append_printf (text, DOT "%s", length);
  return g_strdup (text->str);
}

static void
read_wishes (PltBoardState *self, const PltFacts *facts, const PltPlan *plan)
{
  PltRemaining left = plt_remaining (plan);

  self->effects = plt_effect_scheme_new (facts);
  self->fields = plt_board_fields_parse (facts->production.strip_fields);
  self->remaining = describe_remaining (&left);
  self->started = left.n_strips_shot > 0;
  if (plan->schedule != NULL && plt_schedule_is_frozen (facts, plan->schedule->id))
    self->frozen = plt_schedule_frozen_sentence (plan->schedule);
}

/**
 * plt_board_state_new:
 * @facts: the production
 * @plan: its plan, computed from @facts
 * @issues: (nullable) (element-type PltIssue): what was found
 *
 * Returns: (transfer full): the pool and the days; without a plan only the pool
 */
PltBoardState *
plt_board_state_new (const PltFacts *facts, const PltPlan *plan, const GPtrArray *issues)
{
  PltBoardState *self = g_new0 (PltBoardState, 1);

  self->schedule = plan->schedule != NULL ? plan->schedule->id : 0;
  read_wishes (self, facts, plan);
  self->lanes = g_ptr_array_new_with_free_func (lane_free);
  self->index = g_hash_table_new (NULL, NULL);
  g_ptr_array_add (self->lanes, lane_of_pool (facts, self->schedule));
  for (guint i = 0; i < plan->days->len; i++)
    g_ptr_array_add (self->lanes, lane_of_day (facts, plan, plan->days->pdata[i]));
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const PltBoardLane *lane = self->lanes->pdata[i];

      for (guint j = 0; j < lane->strips->len; j++)
        g_hash_table_insert (self->index,
                             PLT_ID_TO_POINTER (((PltBoardStrip *) lane->strips->pdata[j])->key),
                             lane->strips->pdata[j]);
    }
  mark_strips (self, issues);
  return self;
}

/* ---- reading ---- */

const PltBoardLane *
plt_board_state_lane (const PltBoardState *self, int lane)
{
  return lane >= 0 && lane < (int) self->lanes->len ? g_ptr_array_index (self->lanes, lane) : NULL;
}

int
plt_board_lane_n (const PltBoardState *self, int lane)
{
  const PltBoardLane *found = plt_board_state_lane (self, lane);

  return found != NULL ? (int) found->strips->len : 0;
}

const PltBoardStrip *
plt_board_state_strip (const PltBoardState *self, int lane, int index)
{
  const PltBoardLane *found = plt_board_state_lane (self, lane);

  return found != NULL && index >= 0 && index < (int) found->strips->len
             ? g_ptr_array_index (found->strips, index)
             : NULL;
}

const PltBoardStrip *
plt_board_state_find (const PltBoardState *self, gint64 key)
{
  return g_hash_table_lookup (self->index, PLT_ID_TO_POINTER (key));
}

gboolean
plt_board_state_locate (const PltBoardState *self, gint64 key, int *lane, int *index)
{
  const PltBoardStrip *strip = plt_board_state_find (self, key);

  for (guint i = 0; strip != NULL && i < self->lanes->len; i++)
    {
      guint at;

      if (!g_ptr_array_find (((PltBoardLane *) self->lanes->pdata[i])->strips, strip, &at))
        continue;
      *lane = (int) i;
      *index = (int) at;
      return TRUE;
    }
  return FALSE;
}

int
plt_board_state_lane_of_day (const PltBoardState *self, gint64 day)
{
  for (guint i = 1; i < self->lanes->len; i++)
    if (((PltBoardLane *) self->lanes->pdata[i])->day == day)
      return (int) i;
  return -1;
}

char *
plt_board_lane_title (const PltBoardLane *lane)
{
  return *lane->date != '\0' ? g_strconcat (lane->name, DOT, lane->date, NULL)
                             : g_strdup (lane->name);
}

char *
plt_board_strip_title (const PltBoardStrip *strip)
{
  if (strip->kind != PLT_BOARD_SEQUENCE)
    return g_strdup (strip->text);
  if (*strip->part != '\0')
    /* Translators: number of a séquence, then which part of it: "sequence 12 (1/2)" */
    return g_strdup_printf (_ ("sequence %s (%s)"), strip->number, strip->part);
  return g_strdup_printf (_ ("sequence %s"), strip->number);
}

/* Takes `part`; an empty one adds nothing. */
static void
take_part (GString *text, char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
  g_free (part);
}

char *
plt_board_strip_describe (const PltBoardStrip *strip)
{
  GString *text = g_string_new (NULL);

  take_part (text, plt_board_strip_title (strip));
  take_part (text, g_strdup (strip->code));
  take_part (text, g_strdup (strip->set));
  take_part (text, g_strdup (strip->synopsis));
  if (*strip->roles != '\0')
    /* Translators: %s are numbers of roles, "1 2 7" */
    take_part (text, g_strdup_printf (_ ("roles %s"), strip->roles));
  if (*strip->eighths != '\0')
    /* Translators: %s is a number of pages, "1 2/8" */
    take_part (text, g_strdup_printf (_ ("%s p."), strip->eighths));
  if (*strip->length != '\0')
    /* Translators: %s is a length of film, "1:30" */
    take_part (text, g_strdup_printf (_ ("length %s"), strip->length));
  if (*strip->time != '\0')
    /* Translators: %s is the time it takes to shoot, "2 h 30" */
    take_part (text, g_strdup_printf (_ ("shooting %s"), strip->time));
  take_part (text, g_strdup (strip->story_day));
  take_part (text, g_strdup (strip->place));
  take_part (text, g_strdup (strip->needs));
  if (strip->kind == PLT_BOARD_SEQUENCE && strip->status != PLT_SHOOT_TO_DO)
    take_part (text, g_utf8_strdown (plt_shoot_status_title (strip->status), -1));
  if (strip->locked)
    take_part (text, g_strdup (_ ("locked")));
  return g_string_free (text, FALSE);
}

char *
plt_board_lane_describe (const PltBoardLane *lane)
{
  GString *text = g_string_new (NULL);

  take_part (text, plt_board_lane_title (lane));
  take_part (text, g_strdup (lane->unit));
  take_part (text, g_strdup (lane->hours));
  if (*lane->sun != '\0')
    /* Translators: %s are the hours of the sun, "7h06–20h37" */
    take_part (text, g_strdup_printf (_ ("sun %s"), lane->sun));
  take_part (text, g_strdup (lane->note));
  take_part (text, g_strdup (lane->totals.content));
  take_part (text, g_strdup (lane->totals.length));
  take_part (text, g_strdup_printf (_ ("shooting %s"), lane->totals.time));
  if (lane->n_shot > 0)
    take_part (text, g_strdup_printf (ngettext ("%u shot", "%u shot", lane->n_shot), lane->n_shot));
  if (lane->totals.overlong)
    take_part (text, g_strdup (_ ("too long")));
  if (lane->locked)
    take_part (text, g_strdup (_ ("locked")));
  return g_string_free (text, FALSE);
}

gboolean
plt_board_strip_matches (const PltBoardStrip *strip, const char *needle)
{
  g_autofree char *said
      = g_strjoin (" ", strip->number, strip->code, strip->set, strip->synopsis, strip->text,
                   strip->needs, strip->place, strip->story_day, NULL);
  g_autofree char *folded = plt_text_fold (said);
  g_auto (GStrv) words = g_strsplit (needle, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
