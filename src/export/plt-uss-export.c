#include "plt-uss-export.h"

#include <string.h>

#include "plt-export-file.h"

#define MOST_DAYS 3653 /* ten years, from the first shooting day to the last */

/* Which kind of row an id stands for: its first eight figures. */
typedef enum
{
  ID_FILE = 1,
  ID_CATEGORY,
  ID_SCENE_CATEGORY,
  ID_ELEMENT,
  ID_NAME, /* of a set, a place, an effect ... */
  ID_CROWD,
  ID_BREAKDOWN,
  ID_BANNER,
  ID_BOARD,
  ID_CALENDAR,
  ID_EVENT,
  ID_SCHEDULE,
} IdKind;

/* Categories of the scene as a whole. */
enum
{
  SCENE_SET,
  SCENE_PLACE,
  SCENE_LIGHT,
  SCENE_STORY_DAY,
  SCENE_LOCATION,
  N_SCENE_CATEGORIES
};

static const struct
{
  const char *name;
  int ucid;
} scene_categories[N_SCENE_CATEGORIES] = {
  [SCENE_SET] = { "Décor", 0 },       [SCENE_PLACE] = { "INT/EXT", 1 },
  [SCENE_LIGHT] = { "Jour/Nuit", 2 }, [SCENE_STORY_DAY] = { "Jour-fiction", 3 },
  [SCENE_LOCATION] = { "Lieu", 6 },
};

typedef struct
{
  const PltFacts *facts;
  const PltScheduleFacts *schedule; /* (nullable) */
  char *created;                    /* the edition, as every object says it */
  GString *elements, *breakdowns;   /* their objects, by comma */
  GHashTable *names;                /* "category name" -> its id */
  GHashTable *scenes;               /* séquence -> set of those on a board */
  guint n_banners, n_events;
} Writer;

/* ---- JSON ---- */

static void
add_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
      case '\\':
        g_string_append_printf (out, "\\%c", *p);
        break;
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\t':
        g_string_append (out, "\\t");
        break;
      default:
        if ((guchar) *p < 0x20)
          g_string_append_printf (out, "\\u%04x", (guint) *p);
        else
          g_string_append_c (out, *p);
      }
  g_string_append_c (out, '"');
}

static void
add_key (GString *out, const char *key)
{
  if (out->len > 0 && strchr ("{[", out->str[out->len - 1]) == NULL)
    g_string_append_c (out, ',');
  add_text (out, key);
  g_string_append_c (out, ':');
}

/* null when it is empty */
static void
add_member (GString *out, const char *key, const char *text)
{
  add_key (out, key);
  if (text == NULL || *text == '\0')
    g_string_append (out, "null");
  else
    add_text (out, text);
}

static void
add_literal (GString *out, const char *key, const char *literal)
{
  add_key (out, key);
  g_string_append (out, literal);
}

static void
add_object (GString *list, const char *object)
{
  if (list->len > 0)
    g_string_append (list, ",\n");
  g_string_append (list, object);
}

static void
add_item (GString *list, const char *id)
{
  if (list->len > 0)
    g_string_append_c (list, ',');
  add_text (list, id);
}

static char *
make_id (IdKind kind, gint64 row)
{
  return g_strdup_printf ("%08x%016" G_GINT64_MODIFIER "x", (guint) kind, (guint64) row);
}

static char *
make_date (PltDate date)
{
  g_autofree char *iso = plt_date_to_iso (date);

  return g_strconcat (iso, "T00:00:00.000Z", NULL);
}

/* ---- categories and elements ---- */

static int
ucid_of (const PltFacts *facts, const PltCategoryFacts *category, guint index)
{
  static const struct
  {
    const char *code;
    int ucid;
  } known[] = {
    { "FI", 101 }, { "CA", 102 }, { "VE", 103 }, { "AC", 104 }, { "SFX", 105 },
    { "CO", 106 }, { "MC", 107 }, { "AN", 108 }, { "IM", 110 },
  };

  if (plt_category_is_role (facts, category->id))
    return 100;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].code, category->code) == 0)
      return known[i].ucid;
  return 500 + (int) index;
}

/* Whose quantity stands before the name. */
static gboolean
is_crowd (const PltCategoryFacts *category)
{
  return strcmp (category->code, "FI") == 0 || strcmp (category->code, "SI") == 0;
}

static void
add_category (Writer *self, GString *list, const char *id, const char *name, int ucid)
{
  g_autoptr (GString) out = g_string_new ("{");
  g_autofree char *number = g_strdup_printf ("%d", ucid);

  add_member (out, "id", id);
  add_literal (out, "ucid", number);
  add_member (out, "created", self->created);
  add_member (out, "name", name);
  g_string_append_c (out, '}');
  add_object (list, out->str);
}

static char *
format_categories (Writer *self)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < N_SCENE_CATEGORIES; i++)
    {
      g_autofree char *id = make_id (ID_SCENE_CATEGORY, i);

      add_category (self, list, id, scene_categories[i].name, scene_categories[i].ucid);
    }
  for (guint i = 0; i < self->facts->categories.n; i++)
    {
      const PltCategoryFacts *category = &self->facts->categories.items[i];
      g_autofree char *id = make_id (ID_CATEGORY, category->id);

      add_category (self, list, id, category->name, ucid_of (self->facts, category, i));
    }
  return g_string_free (list, FALSE);
}

/* What an element of the film brings, and the days it is wanted on, as the format has them. */
static void
add_links (Writer *self, GString *out, gint64 element)
{
  g_autoptr (GString) links = g_string_new (NULL);

  for (guint i = 0; i < self->facts->links.n; i++)
    {
      const PltLinkFacts *link = &self->facts->links.items[i];
      g_autofree char *id = make_id (ID_ELEMENT, link->brings);

      if (link->element == element && link->brings != 0)
        add_item (links, id);
    }
  add_key (out, "linkedElements");
  g_string_append_printf (out, "[%s]", links->str);
}

static void
add_event (Writer *self, GString *list, const char *type, const char *name, PltDate date)
{
  g_autoptr (GString) out = g_string_new ("{");
  g_autofree char *id = make_id (ID_EVENT, ++self->n_events);
  g_autofree char *when = make_date (date);

  add_member (out, "id", id);
  add_member (out, "type", type);
  add_member (out, "name", name);
  add_member (out, "date", when);
  g_string_append_c (out, '}');
  if (list->len > 0)
    g_string_append_c (list, ',');
  g_string_append (list, out->str);
}

static void
add_events (Writer *self, GString *out, gint64 element)
{
  static const char *const kinds[][2] = { { "essayage", "fitting" },
                                          { "essai", "fitting" },
                                          { "lecture", "rehearsal" },
                                          { "repetition", "rehearsal" },
                                          { "voyage", "travel" } };
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < self->facts->events.n; i++)
    {
      const PltEventFacts *event = &self->facts->events.items[i];
      const char *name = event->kind;

      if (element == 0 || event->element != element || event->date == PLT_DATE_NONE)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
        if (strcmp (kinds[j][0], event->kind) == 0)
          name = kinds[j][1];
      add_event (self, list, "event", name, event->date);
    }
  add_key (out, "events");
  g_string_append_printf (out, "[%s]", list->str);
}

/* `element` (nullable): the row it is */
static void
add_element (Writer *self,
             const char *id,
             const char *category,
             const char *name,
             const PltElementFacts *element)
{
  g_autoptr (GString) out = g_string_new ("{");
  gboolean role = element != NULL && plt_category_is_role (self->facts, element->category);
  g_autofree char *number = element != NULL && element->number != PLT_UNKNOWN
                                ? g_strdup_printf ("%" G_GINT64_FORMAT, element->number)
                                : g_strdup ("");

  add_member (out, "id", id);
  add_member (out, "category", category);
  add_member (out, "created", self->created);
  add_literal (out, "daysOff", "[]");
  add_literal (out, "isDrop", "false");
  add_literal (out, "dropDayCount", "10");
  add_literal (out, "isHold", role ? "true" : "false");
  add_literal (out, "isDood", role ? "true" : "false");
  add_key (out, "elementId");
  add_text (out, number);
  add_literal (out, "isIdLock", *number != '\0' ? "true" : "false");
  add_links (self, out, element != NULL ? element->id : 0);
  add_events (self, out, element != NULL ? element->id : 0);
  add_member (out, "name", name);
  g_string_append_c (out, '}');
  add_object (self->elements, out->str);
}

/* The id of a name in a category of the scene, or of a crowd of so many; it is made when it is
 * new. (transfer none) */
static const char *
find_name (Writer *self, const char *category, const char *name, const PltElementFacts *element)
{
  g_autofree char *key = g_strconcat (category, " ", name, NULL);
  const char *known = g_hash_table_lookup (self->names, key);
  char *id;

  if (known != NULL)
    return known;
  id = make_id (element != NULL ? ID_CROWD : ID_NAME, (gint64) g_hash_table_size (self->names) + 1);
  g_hash_table_insert (self->names, g_steal_pointer (&key), id);
  add_element (self, id, category, name, element);
  return id;
}

static void
add_elements (Writer *self)
{
  for (guint i = 0; i < self->facts->elements.n; i++)
    {
      const PltElementFacts *element = &self->facts->elements.items[i];
      g_autofree char *id = make_id (ID_ELEMENT, element->id);
      g_autofree char *category = make_id (ID_CATEGORY, element->category);

      add_element (self, id, category, element->name, element);
    }
}

/* ---- breakdowns ---- */

static void
add_scene_name (Writer *self, GString *ids, int category, const char *name)
{
  g_autofree char *id = make_id (ID_SCENE_CATEGORY, category);

  if (name != NULL && *name != '\0')
    add_item (ids, find_name (self, id, name, NULL));
}

static void
add_occurrence (Writer *self, GString *ids, const PltOccurrenceFacts *occurrence)
{
  const PltFacts *facts = self->facts;
  const PltElementFacts *element
      = PLT_FACTS_FIND (facts->elements, PltElementFacts, occurrence->element);
  const PltCategoryFacts *category
      = element != NULL ? PLT_FACTS_FIND (facts->categories, PltCategoryFacts, element->category)
                        : NULL;
  g_autofree char *category_id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;

  if (category == NULL)
    return;
  if (!is_crowd (category) || occurrence->quantity == PLT_UNKNOWN || occurrence->quantity < 1)
    {
      id = make_id (ID_ELEMENT, element->id);
      add_item (ids, id);
      return;
    }
  category_id = make_id (ID_CATEGORY, category->id);
  name = g_strdup_printf ("%" G_GINT64_FORMAT " %s", occurrence->quantity, element->name);
  add_item (ids, find_name (self, category_id, name, element));
}

/* The ids of all that a séquence has, by comma. */
static char *
collect_elements (Writer *self, const PltSequenceFacts *sequence)
{
  const PltFacts *facts = self->facts;
  GString *ids = g_string_new (NULL);
  const PltSetFacts *set = PLT_FACTS_FIND (facts->sets, PltSetFacts, sequence->set);
  const PltSetFacts *sub_set = PLT_FACTS_FIND (facts->sets, PltSetFacts, sequence->sub_set);
  const PltLocationFacts *location = plt_facts_location_of (facts, sequence);
  g_autofree char *both = set != NULL && sub_set != NULL
                              ? g_strdup_printf ("%s - %s", set->name, sub_set->name)
                              : g_strdup (set != NULL ? set->name : "");
  guint n;
  const PltOccurrenceFacts *const *occurrences = plt_facts_occurrences_of (facts, sequence->id, &n);

  add_scene_name (self, ids, SCENE_PLACE, sequence->int_ext);
  add_scene_name (self, ids, SCENE_SET, both);
  add_scene_name (self, ids, SCENE_LIGHT, sequence->effect);
  add_scene_name (self, ids, SCENE_STORY_DAY, sequence->story_day);
  add_scene_name (self, ids, SCENE_LOCATION, location != NULL ? location->name : "");
  for (guint i = 0; i < n; i++)
    add_occurrence (self, ids, occurrences[i]);
  return g_string_free (ids, FALSE);
}

static void
add_pages (GString *out, gint64 eighths)
{
  g_autofree char *pages = eighths != PLT_UNKNOWN ? g_strdup_printf ("%d.%03d", (int) (eighths / 8),
                                                                     (int) (eighths % 8) * 125)
                                                  : g_strdup ("null");

  add_literal (out, "pages", pages);
}

static void
add_duration (GString *out, gint64 minutes)
{
  g_autofree char *duration = minutes != PLT_UNKNOWN
                                  ? g_strdup_printf ("%" G_GINT64_FORMAT, minutes * 60000)
                                  : g_strdup ("null");

  add_literal (out, "duration", duration);
}

static void
add_scene (Writer *self, const PltSequenceFacts *sequence)
{
  g_autoptr (GString) out = g_string_new ("{");
  g_autofree char *id = make_id (ID_BREAKDOWN, sequence->id);
  g_autofree char *elements = collect_elements (self, sequence);
  g_autofree char *page = sequence->page != PLT_UNKNOWN
                              ? g_strdup_printf ("%" G_GINT64_FORMAT, sequence->page)
                              : NULL;

  add_member (out, "id", id);
  add_member (out, "bannerText", NULL);
  add_member (out, "comments", sequence->note);
  add_member (out, "created", self->created);
  add_member (out, "description", sequence->synopsis);
  add_key (out, "elements");
  g_string_append_printf (out, "[%s]", elements);
  add_pages (out, sequence->eighths);
  add_member (out, "scene", sequence->number);
  add_member (out, "scriptPage", page);
  add_duration (out, sequence->shooting_minutes);
  add_member (out, "type", "scene");
  g_string_append_c (out, '}');
  add_object (self->breakdowns, out->str);
}

/* (transfer full): its id; `elements` by comma */
static char *
add_banner (Writer *self, const char *text, const char *elements, gint64 minutes)
{
  g_autoptr (GString) out = g_string_new ("{");
  char *id = make_id (ID_BANNER, ++self->n_banners);

  add_member (out, "id", id);
  add_member (out, "bannerText", text);
  add_member (out, "comments", NULL);
  add_member (out, "created", self->created);
  add_member (out, "description", NULL);
  add_key (out, "elements");
  g_string_append_printf (out, "[%s]", elements);
  add_literal (out, "pages", "null");
  add_member (out, "scene", NULL);
  add_member (out, "scriptPage", NULL);
  add_duration (out, minutes);
  add_member (out, "type", "banner");
  g_string_append_c (out, '}');
  add_object (self->breakdowns, out->str);
  return id;
}

/* ---- the plan ---- */

static gboolean
is_dropped (const PltSequenceFacts *sequence)
{
  return strcmp (sequence->status, "supprimee") == 0;
}

static gboolean
is_shooting (const Writer *self, const PltDayFacts *day)
{
  return self->schedule != NULL && day->schedule == self->schedule->id
         && (strcmp (day->kind, "tournage") == 0 || strcmp (day->kind, "reserve") == 0);
}

static gint64
unit_of (const PltDayFacts *day)
{
  return day->unit == PLT_UNKNOWN ? 1 : day->unit;
}

/* (transfer full): the id of the breakdown that stands for the strip. */
static char *
place_strip (Writer *self, const PltStripFacts *strip)
{
  const PltSequenceFacts *sequence
      = PLT_FACTS_FIND (self->facts->sequences, PltSequenceFacts, strip->sequence);
  g_autofree char *again = NULL;
  g_autofree char *elements = NULL;

  if (sequence == NULL)
    return add_banner (self, *strip->text != '\0' ? strip->text : strip->kind, "", strip->minutes);
  if (!is_dropped (sequence) && g_hash_table_add (self->scenes, PLT_ID_TO_POINTER (sequence->id)))
    return make_id (ID_BREAKDOWN, sequence->id);
  elements = is_dropped (sequence) ? g_strdup ("") : collect_elements (self, sequence);
  again
      = g_strdup_printf ("%s%s%s", sequence->number, *strip->part != '\0' ? " " : "", strip->part);
  return add_banner (self, again, elements, strip->minutes);
}

static void
place_day (Writer *self, GString *board, const PltDayFacts *day)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < self->facts->strips.n; i++)
    {
      const PltStripFacts *strip = &self->facts->strips.items[i];
      g_autofree char *id = NULL;

      if (strip->day != day->id)
        continue;
      id = place_strip (self, strip);
      add_item (ids, id);
    }
  if (board->len > 0)
    g_string_append_c (board, ',');
  g_string_append_printf (board, "[%s]", ids->str);
}

static void
add_board (GString *list, gint64 number, const char *name, const char *ids)
{
  g_autoptr (GString) out = g_string_new ("{");
  g_autofree char *id = make_id (ID_BOARD, number);

  add_member (out, "id", id);
  add_member (out, "name", name);
  add_key (out, "breakdownIds");
  g_string_append_printf (out, "[%s]}", ids);
  if (list->len > 0)
    g_string_append_c (list, ',');
  g_string_append (list, out->str);
}

static gint64
last_unit (const Writer *self)
{
  gint64 last = 1;

  for (guint i = 0; i < self->facts->days.n; i++)
    if (is_shooting (self, &self->facts->days.items[i]))
      last = MAX (last, unit_of (&self->facts->days.items[i]));
  return MIN (last, 99);
}

static char *
format_boards (Writer *self)
{
  GString *boards = g_string_new (NULL);
  g_autoptr (GString) left = g_string_new (NULL);
  gint64 n_units = last_unit (self);

  for (gint64 unit = 1; unit <= n_units; unit++)
    {
      g_autoptr (GString) days = g_string_new (NULL);
      g_autofree char *name
          = unit == 1 ? g_strdup ("stripboard") : g_strdup_printf ("unité %" G_GINT64_FORMAT, unit);

      for (guint i = 0; i < self->facts->days.n; i++)
        {
          const PltDayFacts *day = &self->facts->days.items[i];

          if (is_shooting (self, day) && unit_of (day) == unit)
            place_day (self, days, day);
        }
      if (unit == 1 || days->len > 0)
        add_board (boards, unit, name, days->str);
    }
  for (guint i = 0; i < self->facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &self->facts->sequences.items[i];
      g_autofree char *id = make_id (ID_BREAKDOWN, sequence->id);

      if (!is_dropped (sequence)
          && !g_hash_table_contains (self->scenes, PLT_ID_TO_POINTER (sequence->id)))
        add_item (left, id);
    }
  add_board (boards, n_units + 1, "boneyard", left->str);
  return g_string_free (boards, FALSE);
}

static char *
format_stripboard (Writer *self)
{
  GString *out = g_string_new ("{");
  g_autofree char *id = make_id (ID_SCHEDULE, self->schedule->id);
  g_autofree char *calendar = make_id (ID_CALENDAR, self->schedule->id);
  g_autofree char *boards = format_boards (self);
  g_autofree char *name = self->schedule->version != PLT_UNKNOWN
                              ? g_strdup_printf ("%s v%" G_GINT64_FORMAT, self->schedule->name,
                                                 self->schedule->version)
                              : g_strdup (self->schedule->name);

  add_member (out, "id", id);
  add_key (out, "boards");
  g_string_append_printf (out, "[%s]", boards);
  add_member (out, "calendar", calendar);
  add_member (out, "name", name);
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}

/* ---- the calendar ---- */

/* The dates of the first unit; empty when one is missing, they do not rise, or their end is years
 * away by a slip of the hand: each day off between them is an event of the calendar. */
static GArray *
collect_dates (Writer *self)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (PltDate));

  for (guint i = 0; i < self->facts->days.n; i++)
    {
      const PltDayFacts *day = &self->facts->days.items[i];

      if (!is_shooting (self, day) || unit_of (day) != 1)
        continue;
      if (day->date == PLT_DATE_NONE
          || (dates->len > 0 && day->date <= g_array_index (dates, PltDate, dates->len - 1)))
        {
          g_array_set_size (dates, 0);
          return dates;
        }
      g_array_append_val (dates, day->date);
    }
  if (dates->len > 0
      && g_array_index (dates, PltDate, dates->len - 1) - g_array_index (dates, PltDate, 0)
             > MOST_DAYS)
    g_array_set_size (dates, 0);
  return dates;
}

static void
add_days_off (Writer *self, const GArray *dates, GString *off, GString *events)
{
  PltDate first = g_array_index (dates, PltDate, 0);
  PltDate last = g_array_index (dates, PltDate, dates->len - 1);
  guint shot = 0, next = 0; /* weekdays shot on, Sunday bit 0 */

  for (guint i = 0; i < dates->len; i++)
    shot |= 1u << (plt_date_weekday (g_array_index (dates, PltDate, i)) % 7);
  for (guint weekday = 0; weekday < 7; weekday++)
    if ((shot & (1u << weekday)) == 0)
      g_string_append_printf (off, "%s%u", off->len > 0 ? "," : "", weekday);
  for (PltDate date = first; date <= last; date++)
    {
      if (date == g_array_index (dates, PltDate, next))
        next++;
      else if ((shot & (1u << (plt_date_weekday (date) % 7))) != 0)
        add_event (self, events, "dayOff", "dayOff", date);
    }
}

static char *
format_calendar (Writer *self)
{
  GString *out = g_string_new ("{");
  g_autofree char *id = make_id (ID_CALENDAR, self->schedule->id);
  g_autoptr (GArray) dates = collect_dates (self);
  g_autoptr (GString) off = g_string_new (NULL);
  g_autoptr (GString) events = g_string_new (NULL);

  if (dates->len > 0)
    {
      add_event (self, events, "start", NULL, g_array_index (dates, PltDate, 0));
      add_days_off (self, dates, off, events);
    }
  add_member (out, "id", id);
  add_key (out, "events");
  g_string_append_printf (out, "[%s]", events->str);
  add_key (out, "daysOff");
  g_string_append_printf (out, "[%s]", off->str);
  add_member (out, "name", self->schedule->name);
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}

/* ---- the whole ---- */

static void
add_head (Writer *self, GString *out)
{
  const PltProductionFacts *production = &self->facts->production;
  g_autofree char *id = make_id (ID_FILE, production->id);
  g_autofree char *published
      = self->schedule != NULL && self->schedule->published_date != PLT_DATE_NONE
            ? make_date (self->schedule->published_date)
            : NULL;

  add_member (out, "id", id);
  add_member (out, "author", production->first_assistant);
  add_member (out, "company", production->company);
  add_member (out, "created", self->created);
  add_key (out, "description");
  add_text (out, "");
  add_member (out, "episode", NULL);
  add_member (out, "episodeName", NULL);
  add_member (out, "name", self->schedule != NULL ? self->schedule->name : production->title);
  add_member (out, "project", production->title);
  add_member (out, "schedColor", NULL);
  add_member (out, "schedDate", published);
  add_member (out, "scriptColor", NULL);
  add_member (out, "scriptDate", NULL);
  add_member (out, "season", NULL);
  add_member (out, "source", "Plateau");
  add_member (out, "ussVersion", PLT_USS_VERSION);
}

static void
add_list (GString *out, const char *key, const char *objects)
{
  g_string_append (out, ",\n");
  add_text (out, key);
  g_string_append_printf (out, ":[\n%s]", objects);
}

static void
writer_clear (Writer *self)
{
  g_free (self->created);
  g_string_free (self->elements, TRUE);
  g_string_free (self->breakdowns, TRUE);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->scenes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

char *
plt_uss_export_format (const PltFacts *facts, gint64 schedule, PltDate edition)
{
  g_auto (Writer) self
      = { .facts = facts,
          .schedule = PLT_FACTS_FIND (facts->schedules, PltScheduleFacts,
                                      schedule != 0 ? schedule : facts->production.schedule),
          .created = make_date (edition),
          .elements = g_string_new (NULL),
          .breakdowns = g_string_new (NULL),
          .names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
          .scenes = g_hash_table_new (NULL, NULL) };
  g_autofree char *categories = NULL;
  g_autofree char *board = NULL;
  g_autofree char *calendar = NULL;
  GString *out = g_string_new ("{\"universalScheduleStandard\":{");

  categories = format_categories (&self);
  add_elements (&self);
  for (guint i = 0; i < facts->sequences.n; i++)
    if (!is_dropped (&facts->sequences.items[i]))
      add_scene (&self, &facts->sequences.items[i]);
  board = self.schedule != NULL ? format_stripboard (&self) : g_strdup ("");
  calendar = self.schedule != NULL ? format_calendar (&self) : g_strdup ("");
  add_head (&self, out);
  add_list (out, "breakdowns", self.breakdowns->str);
  add_list (out, "categories", categories);
  add_list (out, "elements", self.elements->str);
  add_list (out, "stripboards", board);
  add_list (out, "calendars", calendar);
  g_string_append (out, "}}\n");
  return g_string_free (out, FALSE);
}

gboolean
plt_uss_export_write (
    const PltFacts *facts, gint64 schedule, PltDate edition, const char *path, GError **error)
{
  g_autofree char *text = plt_uss_export_format (facts, schedule, edition);

  return plt_export_write_bytes (path, text, strlen (text), error);
}
