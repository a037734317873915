#include "plt-availability.h"

#include <string.h>

#define DAY 1440          /* minutes */
#define LAST (2 * DAY)    /* a shooting day is over by the second midnight */
#define WORDS (LAST / 64) /* of a mask of minutes */
#define OPEN_START G_MININT32
#define OPEN_END G_MAXINT32

typedef enum
{
  KIND_NO,
  KIND_ONLY,
  KIND_OPTION,
  N_KINDS
} Kind;

typedef struct
{
  PltDate from, to;
  PltDate reach; /* the last day of this window and of all before it in the list */
  guint16 from_minutes, to_minutes;
  const char *table;
  gint64 id;
} Window;

/* What is said of one thing itself: for each kind its windows, by first day. */
typedef struct
{
  GArray *windows[N_KINDS]; /* (nullable) */
} Level;

/* A person who plays a role, with the dates of that engagement. */
typedef struct
{
  gint64 person;
  int firmness;
  Level contract;
} Player;

typedef struct
{
  GArray *players; /* of Player */
  GArray *ids;     /* their persons */
} Cast;

struct _PltAvailability
{
  const PltFacts *facts;
  GHashTable *levels[PLT_AVAILABILITY_SEQUENCE + 1]; /* id -> Level */
  GHashTable *contracts;                             /* person -> Level */
  GHashTable *casts;                                 /* role -> Cast */
};

/* What is left of a day while one level after another is asked. */
typedef struct
{
  gboolean hours;      /* `free` counts: else nothing was said of hours yet */
  PltAvailable answer; /* yes, partly or no */
  PltRef row, option;
  guint64 free[WORDS];
} State;

/* ---- building ---- */

static void
level_clear (Level *level)
{
  for (int kind = 0; kind < N_KINDS; kind++)
    g_clear_pointer (&level->windows[kind], g_array_unref);
}

static void
level_free (gpointer data)
{
  level_clear (data);
  g_free (data);
}

static void
player_clear (gpointer data)
{
  level_clear (&((Player *) data)->contract);
}

static void
cast_free (gpointer data)
{
  Cast *cast = data;

  g_array_unref (cast->players);
  g_array_unref (cast->ids);
  g_free (cast);
}

static void
level_add (Level *level, Kind kind, Window window)
{
  if (level->windows[kind] == NULL)
    level->windows[kind] = g_array_new (FALSE, FALSE, sizeof (Window));
  g_array_append_val (level->windows[kind], window);
}

static Level *
ensure_level (GHashTable *levels, gint64 id)
{
  Level *level = g_hash_table_lookup (levels, PLT_ID_TO_POINTER (id));

  if (level == NULL)
    {
      level = g_new0 (Level, 1);
      g_hash_table_insert (levels, PLT_ID_TO_POINTER (id), level);
    }
  return level;
}

static int
compare_windows (gconstpointer a, gconstpointer b)
{
  const Window *one = a, *two = b;

  if (one->from != two->from)
    return one->from < two->from ? -1 : 1;
  return one->id < two->id ? -1 : one->id > two->id;
}

static void
level_sort (Level *level)
{
  for (int kind = 0; kind < N_KINDS; kind++)
    {
      GArray *windows = level->windows[kind];
      PltDate reach = OPEN_START;

      if (windows == NULL)
        continue;
      g_array_sort (windows, compare_windows);
      for (guint i = 0; i < windows->len; i++)
        {
          Window *window = &g_array_index (windows, Window, i);

          reach = MAX (reach, window->to);
          window->reach = reach;
        }
    }
}

static void
level_sort_each (gpointer key, gpointer level, gpointer data)
{
  level_sort (level);
}

/**
 * plt_availability_is_empty:
 * @window: a row of the register
 *
 * Returns: whether it can never hold: it names nothing, or ends before it begins
 */
gboolean
plt_availability_is_empty (const PltAvailabilityFacts *window)
{
  if (window->person == 0 && window->element == 0 && window->set == 0 && window->location == 0
      && window->sequence == 0)
    return TRUE;
  if (window->from_date != PLT_DATE_NONE && window->to_date != PLT_DATE_NONE
      && window->to_date < window->from_date)
    return TRUE;
  return window->from_minutes != PLT_UNKNOWN && window->to_minutes != PLT_UNKNOWN
         && window->to_minutes <= window->from_minutes;
}

static void
add_windows (PltAvailability *self)
{
  for (guint i = 0; i < self->facts->availability.n; i++)
    {
      const PltAvailabilityFacts *row = &self->facts->availability.items[i];
      const gint64 of[] = { row->person, row->element, row->set, row->location, row->sequence };
      Kind kind = strcmp (row->kind, "disponible") == 0 ? KIND_ONLY
                  : strcmp (row->kind, "option") == 0   ? KIND_OPTION
                                                        : KIND_NO;
      Window window = { row->from_date != PLT_DATE_NONE ? row->from_date : OPEN_START,
                        row->to_date != PLT_DATE_NONE ? row->to_date : OPEN_END,
                        .table = "availability", .id = row->id };

      if (plt_availability_is_empty (row))
        continue;
      window.from_minutes = (guint16) CLAMP (row->from_minutes, 0, LAST); /* unknown is below */
      window.to_minutes
          = row->to_minutes == PLT_UNKNOWN ? LAST : (guint16) CLAMP (row->to_minutes, 0, LAST);
      for (guint what = 0; what < G_N_ELEMENTS (of); what++)
        if (of[what] != 0)
          level_add (ensure_level (self->levels[what], of[what]), kind, window);
    }
}

static int
firmness (const PltEngagementFacts *engagement)
{
  return strcmp (engagement->status, "confirme") == 0 || strcmp (engagement->status, "signe") == 0;
}

static Player *
ensure_player (PltAvailability *self, gint64 role, gint64 person)
{
  Cast *cast = g_hash_table_lookup (self->casts, PLT_ID_TO_POINTER (role));
  Player player = { person };

  if (cast == NULL)
    {
      cast = g_new0 (Cast, 1);
      cast->players = g_array_new (FALSE, FALSE, sizeof (Player));
      cast->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_set_clear_func (cast->players, player_clear);
      g_hash_table_insert (self->casts, PLT_ID_TO_POINTER (role), cast);
    }
  for (guint i = 0; i < cast->players->len; i++)
    if (g_array_index (cast->players, Player, i).person == person)
      return &g_array_index (cast->players, Player, i);
  g_array_append_val (cast->players, player);
  return &g_array_index (cast->players, Player, cast->players->len - 1);
}

/* An engagement without dates makes a window of all days: with the others it is a union. */
static void
add_engagements (PltAvailability *self)
{
  for (guint i = 0; i < self->facts->engagements.n; i++)
    {
      const PltEngagementFacts *row = &self->facts->engagements.items[i];
      Window window = { row->from_date != PLT_DATE_NONE ? row->from_date : OPEN_START,
                        row->to_date != PLT_DATE_NONE ? row->to_date : OPEN_END, .to_minutes = LAST,
                        .table = "engagement", .id = row->id };

      if (row->person == 0 || window.to < window.from)
        continue;
      level_add (ensure_level (self->contracts, row->person), KIND_ONLY, window);
      if (row->role != 0)
        {
          Player *player = ensure_player (self, row->role, row->person);

          player->firmness = MAX (player->firmness, firmness (row));
          level_add (&player->contract, KIND_ONLY, window);
        }
    }
}

/* The players who count: the firm ones, once there is one. */
static void
finish_casts (PltAvailability *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->casts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Cast *cast = value;
      int firmest = 0;

      for (guint i = 0; i < cast->players->len; i++)
        firmest = MAX (firmest, g_array_index (cast->players, Player, i).firmness);
      for (guint i = cast->players->len; i-- > 0;)
        if (g_array_index (cast->players, Player, i).firmness < firmest)
          g_array_remove_index (cast->players, i);
      for (guint i = 0; i < cast->players->len; i++)
        {
          Player *player = &g_array_index (cast->players, Player, i);

          level_sort (&player->contract);
          g_array_append_val (cast->ids, player->person);
        }
    }
}

/**
 * plt_availability_new:
 * @facts: the production; must outlive the index
 *
 * Returns: (transfer full): the index
 */
PltAvailability *
plt_availability_new (const PltFacts *facts)
{
  PltAvailability *self;

  g_return_val_if_fail (facts != NULL, NULL);

  self = g_new0 (PltAvailability, 1);
  self->facts = facts;
  for (guint what = 0; what < G_N_ELEMENTS (self->levels); what++)
    self->levels[what] = g_hash_table_new_full (NULL, NULL, NULL, level_free);
  self->contracts = g_hash_table_new_full (NULL, NULL, NULL, level_free);
  self->casts = g_hash_table_new_full (NULL, NULL, NULL, cast_free);
  add_windows (self);
  add_engagements (self);
  for (guint what = 0; what < G_N_ELEMENTS (self->levels); what++)
    g_hash_table_foreach (self->levels[what], level_sort_each, NULL);
  g_hash_table_foreach (self->contracts, level_sort_each, NULL);
  finish_casts (self);
  return self;
}

void
plt_availability_free (PltAvailability *self)
{
  if (self == NULL)
    return;
  for (guint what = 0; what < G_N_ELEMENTS (self->levels); what++)
    g_hash_table_unref (self->levels[what]);
  g_hash_table_unref (self->contracts);
  g_hash_table_unref (self->casts);
  g_free (self);
}

/* ---- asking ---- */

/* Sets or clears the minutes from `from` to before `to`. */
static void
mask_fill (guint64 *mask, guint from, guint to, gboolean on)
{
  for (guint word = from / 64; word < WORDS && word * 64 < to; word++)
    {
      guint low = MAX (from, word * 64) % 64, high = MIN (to, word * 64 + 64) - word * 64;
      guint64 bits = (high == 64 ? G_MAXUINT64 : (G_GUINT64_CONSTANT (1) << high) - 1)
                     & ~((G_GUINT64_CONSTANT (1) << low) - 1);

      mask[word] = on ? mask[word] | bits : mask[word] & ~bits;
    }
}

static gboolean
mask_has (const guint64 *mask, guint minute)
{
  return mask[minute / 64] >> minute % 64 & 1;
}

static gboolean
is_whole_day (const Window *window)
{
  return window->from_minutes == 0 && window->to_minutes >= DAY;
}

/* The next window of the list that holds on that date, going back from `*at`: its place, in
 * `*at`. */
static const Window *
next_window (const GArray *windows, PltDate date, guint *at)
{
  while (*at > 0)
    {
      const Window *window = &g_array_index (windows, Window, --*at);

      if (window->reach < date)
        break;
      if (window->to >= date)
        return window;
    }
  *at = 0;
  return NULL;
}

/* One after the last window that begins by that date. */
static guint
search_window (const GArray *windows, PltDate date)
{
  guint low = 0, high = windows != NULL ? windows->len : 0;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (windows, Window, middle).from <= date)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
say (State *state, PltAvailable answer, const Window *window)
{
  if (answer <= state->answer)
    return;
  state->answer = answer;
  state->row = (PltRef){ window->table, window->id, NULL };
}

static void
begin_hours (State *state)
{
  if (!state->hours)
    memset (state->free, 0xff, sizeof state->free);
  state->hours = TRUE;
}

/* "Only then": the union of the windows of that date; none of them, and it is not there at all. */
static void
ask_only (const GArray *windows, PltDate date, State *state)
{
  guint at = search_window (windows, date), before = at;
  const Window *first = NULL;
  guint64 there[WORDS];

  if (windows == NULL)
    return;
  for (const Window *window; (window = next_window (windows, date, &at)) != NULL;)
    {
      if (is_whole_day (window))
        return;
      if (first == NULL)
        memset (there, 0, sizeof there);
      first = first != NULL ? first : window;
      mask_fill (there, window->from_minutes, window->to_minutes, TRUE);
    }
  if (first == NULL)
    {
      /* the one before names the refusal best, else the one to come */
      say (state, PLT_AVAILABLE_NO, &g_array_index (windows, Window, before > 0 ? before - 1 : 0));
      return;
    }
  begin_hours (state);
  for (guint word = 0; word < WORDS; word++)
    state->free[word] &= there[word];
  say (state, PLT_AVAILABLE_PARTLY, first);
}

static void
ask_level (const Level *level, PltDate date, gint64 from, gint64 to, State *state)
{
  const Window *window;
  guint at;

  if (level == NULL || state->answer == PLT_AVAILABLE_NO)
    return;
  at = search_window (level->windows[KIND_NO], date);
  while ((window = next_window (level->windows[KIND_NO], date, &at)) != NULL)
    {
      if (is_whole_day (window))
        {
          say (state, PLT_AVAILABLE_NO, window);
          return;
        }
      if (window->from_minutes >= to || window->to_minutes <= from)
        continue;
      begin_hours (state);
      mask_fill (state->free, window->from_minutes, window->to_minutes, FALSE);
      say (state, PLT_AVAILABLE_PARTLY, window);
    }
  ask_only (level->windows[KIND_ONLY], date, state);
  at = search_window (level->windows[KIND_OPTION], date);
  while ((window = next_window (level->windows[KIND_OPTION], date, &at)) != NULL)
    if (window->from_minutes < to && window->to_minutes > from)
      state->option = (PltRef){ window->table, window->id, NULL };
}

static const Level *
level_of (const PltAvailability *self, PltAvailabilityOf what, gint64 id)
{
  return id != 0 ? g_hash_table_lookup (self->levels[what], PLT_ID_TO_POINTER (id)) : NULL;
}

/* A set is part of another: no more than a few of them above one another, whatever a file says. */
#define MOST_PARENTS 16

typedef void (*LevelFunc) (const Level *level, gpointer data);

static gint64
each_of_set (const PltAvailability *self, gint64 id, LevelFunc func, gpointer data)
{
  gint64 place = 0;

  for (int i = 0; i < MOST_PARENTS && id != 0; i++)
    {
      const PltSetFacts *set = PLT_FACTS_FIND (self->facts->sets, PltSetFacts, id);

      func (level_of (self, PLT_AVAILABILITY_SET, id), data);
      if (set == NULL)
        break;
      place = place != 0 ? place : set->location;
      id = set->parent;
    }
  return place;
}

/* Calls for each level that limits the thing, but those of the players of a role. */
static void
each_level (
    const PltAvailability *self, PltAvailabilityOf what, gint64 id, LevelFunc func, gpointer data)
{
  const PltSequenceFacts *sequence;
  const PltLocationFacts *place;
  gint64 location = 0;

  switch (what)
    {
    case PLT_AVAILABILITY_SET:
      location = each_of_set (self, id, func, data);
      break;
    case PLT_AVAILABILITY_SEQUENCE:
      func (level_of (self, what, id), data);
      sequence = PLT_FACTS_FIND (self->facts->sequences, PltSequenceFacts, id);
      if (sequence == NULL)
        return;
      each_of_set (self, sequence->sub_set, func, data);
      each_of_set (self, sequence->set, func, data);
      place = plt_facts_location_of (self->facts, sequence);
      location = place != NULL ? place->id : 0;
      break;
    case PLT_AVAILABILITY_PERSON:
      func (level_of (self, what, id), data);
      func (g_hash_table_lookup (self->contracts, PLT_ID_TO_POINTER (id)), data);
      return;
    case PLT_AVAILABILITY_ELEMENT:
    case PLT_AVAILABILITY_LOCATION:
    default:
      func (level_of (self, what, id), data);
      return;
    }
  func (level_of (self, PLT_AVAILABILITY_LOCATION, location), data);
}

typedef struct
{
  PltDate date;
  gint64 from, to;
  State state;
} Question;

static void
ask_one (const Level *level, gpointer data)
{
  Question *question = data;

  ask_level (level, question->date, question->from, question->to, &question->state);
}

static PltAvailabilityAnswer
yes_or_option (const State *state)
{
  return (PltAvailabilityAnswer){ state->option.table != NULL ? PLT_AVAILABLE_OPTION
                                                              : PLT_AVAILABLE_YES,
                                  state->option, 0, 0 };
}

/* What is left of the hours that were asked. */
static PltAvailabilityAnswer
conclude (const Question *question)
{
  const State *state = &question->state;
  PltAvailabilityAnswer answer = { state->answer, state->row, 0, 0 };
  gint64 from = question->from, n_free = 0, start = -1;

  if (state->answer == PLT_AVAILABLE_YES)
    return yes_or_option (state);
  if (!state->hours || state->answer == PLT_AVAILABLE_NO)
    return answer;
  for (gint64 minute = from; minute <= question->to; minute++)
    {
      gboolean is_free = minute < question->to && mask_has (state->free, (guint) minute);

      n_free += is_free;
      if (is_free && start < 0)
        start = minute;
      if (!is_free && start >= 0)
        {
          if (minute - start > answer.to_minutes - answer.from_minutes)
            {
              answer.from_minutes = start;
              answer.to_minutes = minute;
            }
          start = -1;
        }
    }
  if (n_free == question->to - from)
    return yes_or_option (state);
  if (n_free == 0)
    answer.answer = PLT_AVAILABLE_NO;
  return answer;
}

/* A role: its own windows, then those of its players, the best of whom answers. */
static PltAvailabilityAnswer
ask_players (const PltAvailability *self, const Cast *cast, const Question *so_far)
{
  PltAvailabilityAnswer best = { PLT_AVAILABLE_NO };

  for (guint i = 0; i < cast->players->len; i++)
    {
      const Player *player = &g_array_index (cast->players, Player, i);
      Question question = *so_far;
      PltAvailabilityAnswer answer;

      ask_one (level_of (self, PLT_AVAILABILITY_PERSON, player->person), &question);
      ask_one (&player->contract, &question);
      answer = conclude (&question);
      if (i == 0 || answer.answer < best.answer
          || (answer.answer == PLT_AVAILABLE_PARTLY && best.answer == PLT_AVAILABLE_PARTLY
              && answer.to_minutes - answer.from_minutes > best.to_minutes - best.from_minutes))
        best = answer;
    }
  return best;
}

/**
 * plt_availability_ask:
 * @self: the index
 * @what: what @id is a row of
 * @id: a person, an element, a set, a location or a séquence
 * @date: a day; %PLT_DATE_NONE is a yes
 * @from_minutes: minutes since its midnight, or %PLT_UNKNOWN
 * @to_minutes: end, may be past 24:00, or %PLT_UNKNOWN
 *
 * Without both hours the question is about the day from midnight to midnight: a window with hours
 * then makes it partly free.
 *
 * Returns: whether it can be had, and the row that says so
 */
PltAvailabilityAnswer
plt_availability_ask (const PltAvailability *self,
                      PltAvailabilityOf what,
                      gint64 id,
                      PltDate date,
                      gint64 from_minutes,
                      gint64 to_minutes)
{
  Question question;
  const Cast *cast;

  question.date = date;
  question.from = 0;
  question.to = DAY;
  question.state.hours = FALSE;
  question.state.answer = PLT_AVAILABLE_YES;
  question.state.row = question.state.option = (PltRef){ NULL };
  if (date == PLT_DATE_NONE || id == 0)
    return conclude (&question);
  if (from_minutes != PLT_UNKNOWN && to_minutes != PLT_UNKNOWN && to_minutes > from_minutes)
    {
      question.from = CLAMP (from_minutes, 0, LAST - 1);
      question.to = CLAMP (to_minutes, question.from + 1, LAST);
    }
  each_level (self, what, id, ask_one, &question);
  cast = what == PLT_AVAILABILITY_ELEMENT
             ? g_hash_table_lookup (self->casts, PLT_ID_TO_POINTER (id))
             : NULL;
  return cast != NULL ? ask_players (self, cast, &question) : conclude (&question);
}

static gboolean
says_something (const Level *level)
{
  for (int kind = 0; level != NULL && kind < N_KINDS; kind++)
    for (guint i = 0; level->windows[kind] != NULL && i < level->windows[kind]->len; i++)
      {
        const Window *window = &g_array_index (level->windows[kind], Window, i);

        if (kind == KIND_ONLY && window->from == OPEN_START && window->to == OPEN_END
            && is_whole_day (window))
          break; /* always there */
        return TRUE;
      }
  return FALSE;
}

static void
note_limit (const Level *level, gpointer data)
{
  gboolean *limited = data;

  *limited = *limited || says_something (level);
}

/**
 * plt_availability_is_limited:
 *
 * Returns: whether there is a date for which the answer may not be a yes
 */
gboolean
plt_availability_is_limited (const PltAvailability *self, PltAvailabilityOf what, gint64 id)
{
  gboolean limited = FALSE;
  const Cast *cast = NULL;

  each_level (self, what, id, note_limit, &limited);
  if (what == PLT_AVAILABILITY_ELEMENT)
    cast = g_hash_table_lookup (self->casts, PLT_ID_TO_POINTER (id));
  for (guint i = 0; cast != NULL && !limited && i < cast->players->len; i++)
    {
      const Player *player = &g_array_index (cast->players, Player, i);

      limited = says_something (level_of (self, PLT_AVAILABILITY_PERSON, player->person))
                || says_something (&player->contract);
    }
  return limited;
}

/**
 * plt_availability_players:
 * @role: an element
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the persons engaged for the role who count
 */
const gint64 *
plt_availability_players (const PltAvailability *self, gint64 role, guint *n)
{
  const Cast *cast = g_hash_table_lookup (self->casts, PLT_ID_TO_POINTER (role));

  *n = cast != NULL ? cast->ids->len : 0;
  return cast != NULL ? (const gint64 *) (gpointer) cast->ids->data : NULL;
}
