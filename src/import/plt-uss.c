#include "plt-uss.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-script-builder.h"
#include "plt-text.h"

#define ROOT "universalScheduleStandard"
#define MAX_PAGES 1000                  /* of one scene */
#define MINUTE 60000.0                  /* milliseconds */
#define MAX_DURATION (99 * 60 * MINUTE) /* of one scene */
#define MAX_ELEMENTS 2000               /* of one scene */
#define MAX_NAMES (32 * 1024 * 1024)    /* bytes, of the elements of all scenes */
#define MAX_LEAVES_DEPTH 4
#define MAX_HEADING 300 /* bytes: beyond, it is not taken apart */

/* What a category of elements says of a scene. */
typedef enum
{
  USE_TAG,
  USE_CAST,
  USE_CROWD, /* "10 Passants": the number is how many */
  USE_SET,
  USE_PLACE,
  USE_LIGHT,
  USE_STORY_DAY,
  USE_LOCATION,
} Use;

typedef struct
{
  const char *name;
  Use use;
} Category;

typedef struct
{
  char *name;
  const Category *category; /* (nullable) */
  gboolean is_character;    /* already in the script */
} Element;

typedef struct
{
  JsonObject *object;
  char *number;
  guint order;
} Scene;

typedef struct
{
  PltScriptBuilder *builder;
  GHashTable *categories; /* id -> Category */
  GHashTable *elements;   /* id -> Element */
  GArray *scenes;         /* Scene */
  guint located;          /* scenes that name a location */
  guint unknown_elements;
  guint odd_lengths;
  gsize names; /* bytes, of the elements of the scenes so far */
} Reader;

static PltScript *
script_of (Reader *self)
{
  return plt_script_builder_get_script (self->builder);
}

gboolean
plt_uss_recognise (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return *text == '{' && strstr (text, "\"" ROOT "\"") != NULL;
}

/* ---- values, whatever the file holds ---- */

/* One line, valid; "" when the member is missing or no string. */
static char *
get_line (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autofree char *valid = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return g_strdup ("");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    valid = g_utf8_make_valid (json_node_get_string (node), -1);
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    valid = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    return g_strdup ("");
  return plt_text_squeeze (valid);
}

static char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return g_strdup ("");
  return g_strstrip (g_utf8_make_valid (json_node_get_string (node), -1));
}

/* -1 when the member is missing or no number. */
static double
get_number (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || (json_node_get_value_type (node) != G_TYPE_INT64
          && json_node_get_value_type (node) != G_TYPE_DOUBLE))
    return -1;
  return json_node_get_double (node);
}

/* (nullable) */
static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static guint
array_length (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

/* (nullable): the object at `i` */
static JsonObject *
get_object_at (JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* ---- categories and elements ---- */

/* By name, for versions differ in the numbers they give to the categories. */
static Use
use_of (const char *name, double ucid)
{
  static const struct
  {
    const char *name; /* folded */
    Use use;
  } uses[] = {
    { "set", USE_SET },
    { "sets", USE_SET },
    { "decor", USE_SET },
    { "decors", USE_SET },
    { "int/ext", USE_PLACE },
    { "day/night", USE_LIGHT },
    { "jour/nuit", USE_LIGHT },
    { "effet", USE_LIGHT },
    { "cast", USE_CAST },
    { "cast members", USE_CAST },
    { "roles", USE_CAST },
    { "comediens", USE_CAST },
    { "background", USE_CROWD },
    { "background actors", USE_CROWD },
    { "extras", USE_CROWD },
    { "figuration", USE_CROWD },
    { "silhouettes", USE_CROWD },
    { "script day", USE_STORY_DAY },
    { "jour-fiction", USE_STORY_DAY },
    { "location", USE_LOCATION },
    { "lieu", USE_LOCATION },
  };
  static const struct
  {
    double ucid;
    Use use;
  } numbers[] = { { 0, USE_SET },      { 1, USE_PLACE },  { 2, USE_LIGHT },  { 3, USE_STORY_DAY },
                  { 6, USE_LOCATION }, { 100, USE_CAST }, { 101, USE_CROWD } };
  g_autofree char *folded = plt_text_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    if (strcmp (folded, uses[i].name) == 0)
      return uses[i].use;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (ucid == numbers[i].ucid)
      return numbers[i].use;
  return USE_TAG;
}

static void
free_category (gpointer data)
{
  g_free ((char *) ((Category *) data)->name);
  g_free (data);
}

static void
free_element (gpointer data)
{
  g_free (((Element *) data)->name);
  g_free (data);
}

static void
read_categories (Reader *self, JsonArray *array)
{
  for (guint i = 0; i < array_length (array); i++)
    {
      JsonObject *object = get_object_at (array, i);
      Category *category;

      if (object == NULL)
        continue;
      category = g_new0 (Category, 1);
      category->name = get_line (object, "name");
      category->use = use_of (category->name, get_number (object, "ucid"));
      g_hash_table_insert (self->categories, get_line (object, "id"), category);
    }
}

static void
read_elements (Reader *self, JsonArray *array)
{
  for (guint i = 0; i < array_length (array); i++)
    {
      JsonObject *object = get_object_at (array, i);
      g_autofree char *category = NULL;
      Element *element;

      if (object == NULL)
        continue;
      category = get_line (object, "category");
      element = g_new0 (Element, 1);
      element->name = get_line (object, "name");
      element->category = g_hash_table_lookup (self->categories, category);
      g_hash_table_insert (self->elements, get_line (object, "id"), element);
    }
}

/* ---- a scene ---- */

/* The elements of one scene, those that are known. */
static GPtrArray *
find_elements (Reader *self, JsonObject *object)
{
  GPtrArray *elements = g_ptr_array_new ();
  JsonArray *array = get_array (object, "elements");
  guint n = MIN (array_length (array), MAX_ELEMENTS);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      Element *element;

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        continue;
      element = g_hash_table_lookup (self->elements, json_node_get_string (node));
      if (element == NULL || element->name[0] == '\0')
        self->unknown_elements++;
      else
        {
          self->names += strlen (element->name);
          g_ptr_array_add (elements, element);
        }
    }
  return elements;
}

/* The names of the elements of one use, "A / B". */
static char *
join_names (const GPtrArray *elements, Use use)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < elements->len; i++)
    {
      const Element *element = g_ptr_array_index (elements, i);

      if (element->category == NULL || element->category->use != use)
        continue;
      g_string_append_printf (out, "%s%s", out->len > 0 ? " / " : "", element->name);
    }
  return g_string_free (out, FALSE);
}

/* "INT", "I/E", "Intérieur" as headings say it: static. */
static const char *
read_place (const char *place)
{
  g_autofree char *folded = plt_text_fold (place);
  gboolean inside = folded[0] == 'i' || strstr (folded, "/i") != NULL;
  gboolean outside = folded[0] == 'e' || strstr (folded, "/e") != NULL;

  if (inside && outside)
    return "INT/EXT";
  return inside ? "INT" : outside ? "EXT" : "";
}

/* "INT. MAISON - CUISINE - JOUR" */
static char *
build_text (const char *place, const char *set, const char *light)
{
  GString *text = g_string_new (place);

  if (place[0] != '\0')
    g_string_append (text, set[0] != '\0' || light[0] != '\0' ? ". " : ".");
  g_string_append (text, set);
  g_string_append_printf (text, "%s%s", set[0] != '\0' && light[0] != '\0' ? " - " : "", light);
  return g_string_free (text, FALSE);
}

/* Taken apart as any heading; without a place or a set it is not, for the set could be taken for
 * the rest. */
static void
add_heading (Reader *self, const Scene *scene, guint line, const GPtrArray *elements)
{
  g_autofree char *places = join_names (elements, USE_PLACE);
  g_autofree char *set = join_names (elements, USE_SET);
  g_autofree char *light = join_names (elements, USE_LIGHT);
  const char *place = read_place (places);
  g_autofree char *text = build_text (place, set, light);
  g_autofree char *shown = NULL;
  g_auto (PltHeading) heading = { NULL };

  if (place[0] != '\0' && set[0] != '\0' && strlen (text) < MAX_HEADING)
    plt_heading_parse (text, -1, TRUE, &heading);
  else
    heading = (PltHeading){ .set = g_strdup (set), .sub_set = g_strdup ("") };
  heading.int_ext = place;
  heading.same_set = FALSE;
  plt_set_str (&heading.number, scene->number);
  plt_set_str (&heading.text, text);
  if (heading.effect == NULL || heading.effect[0] == '\0')
    {
      g_free (heading.effect);
      heading.effect = plt_heading_parse_effect (light, -1);
      if (heading.effect == NULL)
        heading.effect = g_utf8_strup (light, -1);
    }
  shown = scene->number[0] != '\0' ? g_strdup_printf ("%s. %s", scene->number, text)
                                   : g_strdup (text);
  plt_script_builder_add_heading (self->builder, line, shown, strlen (shown), &heading,
                                  PLT_HEADING_SURE);
}

static void
add_measures (Reader *self, JsonObject *object, const GPtrArray *elements)
{
  PltScript *script = script_of (self);
  PltScene *scene = g_ptr_array_index (script->scenes, script->scenes->len - 1);
  g_autofree char *location = join_names (elements, USE_LOCATION);
  double duration = get_number (object, "duration");
  g_autofree char *page = get_line (object, "scriptPage");
  double pages = get_number (object, "pages");
  guint64 number = g_ascii_strtoull (page, NULL, 10);

  if (pages > 0 && pages <= MAX_PAGES)
    plt_script_builder_set_eighths (self->builder, MAX (1, (guint) (pages * 8 + 0.5)));
  else if (pages > MAX_PAGES || pages != pages)
    self->odd_lengths++;
  if (number > 0 && number <= 10000)
    plt_script_builder_set_heading_page (self->builder, (guint) number);
  if (duration >= MINUTE && duration <= MAX_DURATION)
    scene->shooting = (guint) (duration / MINUTE + 0.5);
  g_free (scene->story_day);
  scene->story_day = join_names (elements, USE_STORY_DAY);
  self->located += location[0] != '\0';
}

/* An element of the cast is a character, though it speaks no line here. */
static void
add_character (Reader *self, Element *element, guint scene)
{
  PltCharacter *character;

  if (element->is_character)
    return;
  element->is_character = TRUE;
  character = g_new0 (PltCharacter, 1);
  character->name = g_strdup (element->name);
  character->first_scene = scene;
  g_ptr_array_add (script_of (self)->characters, character);
}

/* "10 Passants" of a crowd: how many, and of what. */
static const char *
read_quantity (const char *name, guint *quantity)
{
  char *rest;
  guint64 n = g_ascii_isdigit (name[0]) ? g_ascii_strtoull (name, &rest, 10) : 0;

  *quantity = 0;
  if (n == 0 || n > 100000 || *rest != ' ' || rest[1] == '\0')
    return name;
  *quantity = (guint) n;
  return rest + 1;
}

static void
add_tags (Reader *self, const GPtrArray *elements)
{
  PltScript *script = script_of (self);
  guint scene = script->scenes->len - 1;
  guint paragraph = script->paragraphs->len - 1;

  for (guint i = 0; i < elements->len; i++)
    {
      Element *element = g_ptr_array_index (elements, i);
      Use use = element->category != NULL ? element->category->use : USE_TAG;
      const char *name = element->name;
      guint quantity = 0;
      PltScriptTag *tag;

      if (use >= USE_SET)
        continue;
      if (use == USE_CAST)
        add_character (self, element, scene);
      else if (use == USE_CROWD)
        name = read_quantity (name, &quantity);
      tag = plt_script_add_tag (script, 0, 0,
                                element->category != NULL ? element->category->name : "", name);
      tag->paragraph = paragraph;
      tag->quantity = quantity;
    }
}

static void
add_scene (Reader *self, const Scene *scene, guint line)
{
  g_autoptr (GPtrArray) elements = find_elements (self, scene->object);
  g_autofree char *synopsis = get_text (scene->object, "description");
  g_autofree char *comments = get_text (scene->object, "comments");

  add_heading (self, scene, line, elements);
  add_measures (self, scene->object, elements);
  add_tags (self, elements);
  if (synopsis[0] != '\0')
    plt_script_builder_add (self->builder, PLT_PARAGRAPH_SYNOPSIS, line, synopsis,
                            strlen (synopsis));
  if (comments[0] != '\0')
    plt_script_builder_add (self->builder, PLT_PARAGRAPH_NOTE, line, comments, strlen (comments));
}

static void
clear_scene (gpointer data)
{
  g_free (((Scene *) data)->number);
}

static int
compare_scenes (gconstpointer a, gconstpointer b)
{
  const Scene *one = a;
  const Scene *two = b;
  gboolean numbered = one->number[0] != '\0';
  int order;

  if (numbered != (two->number[0] != '\0'))
    return numbered ? -1 : 1;
  order = plt_text_compare (one->number, two->number);
  return order != 0 ? order : one->order < two->order ? -1 : 1;
}

/* ---- what belongs to the schedule ---- */

static void
say_banner (Reader *self, JsonObject *object, const char *type)
{
  g_autofree char *text
      = get_text (object, strcmp (type, "day") == 0 ? "description" : "bannerText");

  if (text[0] == '\0')
    return;
  plt_script_add_remark (
      script_of (self), PLT_REMARK_DROPPED, 0, text,
      _ ("The banner “%s” belongs to the schedule and not to the script: it was left out."), text);
}

static guint
count_leaves (JsonArray *array, guint depth)
{
  guint n = 0;

  for (guint i = 0; i < array_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_ARRAY (node))
        n++;
      else if (depth < MAX_LEAVES_DEPTH)
        n += count_leaves (json_node_get_array (node), depth + 1);
    }
  return n;
}

static void
say_board (Reader *self, const char *schedule, JsonObject *board)
{
  g_autofree char *part = get_line (board, "name");
  g_autofree char *name = part[0] != '\0' && schedule[0] != '\0'
                              ? g_strdup_printf ("%s, %s", schedule, part)
                              : g_strconcat (schedule, part, NULL);
  guint n = count_leaves (get_array (board, "breakdownIds"), 0);

  if (n == 0)
    return;
  plt_script_add_remark (
      script_of (self), PLT_REMARK_DROPPED, 0, name,
      ngettext ("The order of %u strip on the board “%s” was left out: make the plan de travail "
                "from the sequences.",
                "The order of %u strips on the board “%s” was left out: make the plan de travail "
                "from the sequences.",
                n),
      n, name);
}

static void
say_boards (Reader *self, JsonArray *stripboards)
{
  for (guint i = 0; i < MIN (array_length (stripboards), 100); i++)
    {
      JsonObject *schedule = get_object_at (stripboards, i);
      g_autofree char *name = NULL;
      JsonArray *boards;

      if (schedule == NULL)
        continue;
      name = get_line (schedule, "name");
      boards = get_array (schedule, "boards");
      for (guint b = 0; b < MIN (array_length (boards), 100); b++)
        if (get_object_at (boards, b) != NULL)
          say_board (self, name, get_object_at (boards, b));
    }
}

static void
say_calendars (Reader *self, JsonArray *calendars)
{
  for (guint i = 0; i < MIN (array_length (calendars), 100); i++)
    {
      JsonObject *calendar = get_object_at (calendars, i);
      g_autofree char *name = NULL;
      guint n;

      if (calendar == NULL)
        continue;
      name = get_line (calendar, "name");
      n = array_length (get_array (calendar, "events"));
      plt_script_add_remark (
          script_of (self), PLT_REMARK_DROPPED, 0, name,
          ngettext ("The calendar “%s” and its %u event were left out: enter the shooting days in "
                    "the plan de travail.",
                    "The calendar “%s” and its %u events were left out: enter the shooting days in "
                    "the plan de travail.",
                    n),
          name, n);
    }
}

static void
say_counts (Reader *self)
{
  PltScript *script = script_of (self);

  if (self->located > 0)
    plt_script_add_remark (
        script, PLT_REMARK_DROPPED, 0, NULL,
        ngettext ("The location of %u sequence was left out: enter it on its set.",
                  "The locations of %u sequences were left out: enter them on their sets.",
                  self->located),
        self->located);
  if (self->unknown_elements > 0)
    plt_script_add_remark (script, PLT_REMARK_DROPPED, 0, NULL,
                           ngettext ("%u element that the file does not describe was left out.",
                                     "%u elements that the file does not describe were left out.",
                                     self->unknown_elements),
                           self->unknown_elements);
  if (self->odd_lengths > 0)
    plt_script_add_remark (
        script, PLT_REMARK_GUESSED, 0, NULL,
        ngettext ("%u sequence gives a length that no scene has: enter its eighths by hand.",
                  "%u sequences give lengths that no scene has: enter their eighths by hand.",
                  self->odd_lengths),
        self->odd_lengths);
}

/* ---- the whole ---- */

static gboolean
refuse (int code, const char *name, GError **error)
{
  if (code == PLT_ERROR_TOO_BIG)
    g_set_error (error, PLT_ERROR, code,
                 _ ("“%s” is larger or deeper than any schedule: save it again from the program "
                    "that wrote it."),
                 name);
  else
    g_set_error (error, PLT_ERROR, code,
                 _ ("“%s” is damaged: save it again from the program that wrote it."), name);
  return FALSE;
}

/* The end of the string that begins at `i`, or the end of the text. */
static gsize
skip_string (const char *bytes, gsize length, gsize i)
{
  for (i++; i < length && bytes[i] != '"'; i++)
    if (bytes[i] == '\\')
      i++;
  return i;
}

/* Depth and values of the text, without building anything: json-glib recurses. It also takes
 * comments, strings in single quotes and value after value, which are no JSON and would hide from
 * this what it builds: refused. */
static gboolean
check_shape (const char *bytes, gsize length, const char *name, GError **error)
{
  guint depth = 0, values = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = bytes[i];

      if (g_ascii_isspace (c))
        continue;
      if (depth == 0 && (values > 0 || (c != '{' && c != '[')))
        return refuse (PLT_ERROR_DAMAGED, name, error);
      if (c == '"')
        i = skip_string (bytes, length, i);
      else if (c == '{' || c == '[')
        {
          depth++;
          values++;
        }
      else if (c == '}' || c == ']')
        depth--;
      else if (c == ',')
        values++;
      else if (!g_ascii_isalnum (c) && strchr (":+-.", c) == NULL)
        return refuse (PLT_ERROR_DAMAGED, name, error);
      if (depth > PLT_USS_MAX_DEPTH || values > PLT_USS_MAX_VALUES)
        return refuse (PLT_ERROR_TOO_BIG, name, error);
    }
  return TRUE;
}

static void
collect_scenes (Reader *self, JsonArray *breakdowns)
{
  gboolean sorted = TRUE;

  for (guint i = 0; i < json_array_get_length (breakdowns); i++)
    {
      JsonObject *object = get_object_at (breakdowns, i);
      g_autofree char *type = NULL;
      Scene scene;

      if (object == NULL)
        continue;
      type = get_line (object, "type");
      if (strcmp (type, "banner") == 0 || strcmp (type, "day") == 0)
        {
          say_banner (self, object, type);
          continue;
        }
      scene = (Scene){ object, get_line (object, "scene"), self->scenes->len };
      if (self->scenes->len > 0)
        sorted
            &= compare_scenes (&g_array_index (self->scenes, Scene, self->scenes->len - 1), &scene)
               <= 0;
      g_array_append_val (self->scenes, scene);
    }
  if (sorted)
    return;
  g_array_sort (self->scenes, compare_scenes);
  plt_script_add_remark (script_of (self), PLT_REMARK_GUESSED, 0, NULL,
                         _ ("The sequences were put in the order of their numbers."));
}

static void
read_title (Reader *self, JsonObject *root)
{
  static const char *const names[] = { "project", "name", "episodeName", "episode", "season" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = get_line (root, names[i]);

      if (text[0] == '\0')
        continue;
      if (i >= 3)
        {
          g_autofree char *said
              = g_strdup_printf (i == 3 ? _ ("Episode %s") : _ ("Season %s"), text);

          plt_script_builder_add_title_line (self->builder, 1, said, strlen (said));
        }
      else
        plt_script_builder_add_title_line (self->builder, 1, text, strlen (text));
      plt_script_builder_add_title_line (self->builder, 1, "", 0);
    }
}

static gboolean
read_root (Reader *self, JsonNode *node, const char *name, GError **error)
{
  JsonObject *root
      = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *inner = root != NULL ? json_object_get_member (root, ROOT) : NULL;
  JsonArray *breakdowns;

  root = inner != NULL && JSON_NODE_HOLDS_OBJECT (inner) ? json_node_get_object (inner) : NULL;
  breakdowns = root != NULL ? get_array (root, "breakdowns") : NULL;
  if (breakdowns == NULL)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” is a schedule without breakdowns: export it again with its scenes."),
                   name);
      return FALSE;
    }
  read_title (self, root);
  read_categories (self, get_array (root, "categories"));
  read_elements (self, get_array (root, "elements"));
  collect_scenes (self, breakdowns);
  /* One long name in many scenes makes much of a small file. */
  for (guint i = 0; i < self->scenes->len; i++)
    {
      if (self->names > MAX_NAMES)
        return refuse (PLT_ERROR_TOO_BIG, name, error);
      add_scene (self, &g_array_index (self->scenes, Scene, i), i + 1);
    }
  say_boards (self, get_array (root, "stripboards"));
  say_calendars (self, get_array (root, "calendars"));
  say_counts (self);
  return TRUE;
}

PltScript *
plt_uss_read (const char *bytes, gsize length, const char *name, GError **error)
{
  g_autoptr (PltScriptBuilder) builder = plt_script_builder_new ("uss");
  g_autoptr (GHashTable) categories
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_category);
  g_autoptr (GHashTable) elements
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_element);
  g_autoptr (GArray) scenes = g_array_new (FALSE, FALSE, sizeof (Scene));
  g_autoptr (JsonParser) parser = NULL;
  Reader self
      = { .builder = builder, .categories = categories, .elements = elements, .scenes = scenes };

  if (length > PLT_USS_MAX_BYTES)
    {
      refuse (PLT_ERROR_TOO_BIG, name, error);
      return NULL;
    }
  if (length >= 3 && memcmp (bytes, "\357\273\277", 3) == 0)
    {
      bytes += 3;
      length -= 3;
    }
  if (!g_utf8_validate_len (bytes, length, NULL))
    {
      refuse (PLT_ERROR_DAMAGED, name, error);
      return NULL;
    }
  if (!check_shape (bytes, length, name, error))
    return NULL;
  g_array_set_clear_func (scenes, clear_scene);
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, bytes, (gssize) length, NULL))
    {
      refuse (PLT_ERROR_DAMAGED, name, error);
      return NULL;
    }
  if (!read_root (&self, json_parser_get_root (parser), name, error))
    return NULL;
  return plt_script_builder_finish (builder);
}
