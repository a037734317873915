/* A schedule for other programs: what our own reader makes of it, and what the format asks for. */
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "plt-load.h"
#include "plt-plan.h"
#include "plt-rows.h"
#include "plt-test-papers.h"
#include "plt-uss-export.h"
#include "plt-uss.h"

#define EDITION plt_date_from_ymd (2026, 10, 4)

static PltFacts *
papers_facts (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  PltFacts *facts = plt_facts_load (store, NULL);

  g_assert_nonnull (facts);
  return facts;
}

static PltScript *
read_back (const char *text)
{
  g_autoptr (GError) error = NULL;
  PltScript *script = plt_uss_read (text, strlen (text), "essai.uss", &error);

  g_assert_no_error (error);
  return script;
}

static const PltScene *
find_scene (const PltScript *script, const char *number)
{
  for (guint i = 0; i < script->scenes->len; i++)
    if (strcmp (((PltScene *) script->scenes->pdata[i])->number, number) == 0)
      return script->scenes->pdata[i];
  return NULL;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
join_sorted (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_texts);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* "Rôles:NORA:0": what occurs in a séquence, as the rows have it. */
static char *
occurrences_of (const PltFacts *facts, gint64 sequence)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n;
  const PltOccurrenceFacts *const *all = plt_facts_occurrences_of (facts, sequence, &n);

  for (guint i = 0; i < n; i++)
    {
      const PltElementFacts *element
          = PLT_FACTS_FIND (facts->elements, PltElementFacts, all[i]->element);
      const PltCategoryFacts *category
          = PLT_FACTS_FIND (facts->categories, PltCategoryFacts, element->category);
      gboolean crowd = strcmp (category->code, "FI") == 0 || strcmp (category->code, "SI") == 0;

      g_ptr_array_add (
          lines,
          g_strdup_printf ("%s:%s:%d", category->name, element->name,
                           crowd && all[i]->quantity != PLT_UNKNOWN ? (int) all[i]->quantity : 0));
    }
  return join_sorted (lines);
}

static char *
tags_of (const PltScript *script, const PltScene *scene)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < script->tags->len; i++)
    {
      const PltScriptTag *tag = script->tags->pdata[i];
      const PltParagraph *paragraph = script->paragraphs->pdata[tag->paragraph];

      if (script->scenes->pdata[paragraph->scene] == scene)
        g_ptr_array_add (lines,
                         g_strdup_printf ("%s:%s:%u", tag->category, tag->name, tag->quantity));
    }
  return join_sorted (lines);
}

static const char *
set_name (const PltFacts *facts, gint64 set)
{
  const PltSetFacts *found = PLT_FACTS_FIND (facts->sets, PltSetFacts, set);

  return found != NULL ? found->name : "";
}

static void
assert_same (const PltFacts *facts, const PltScript *script)
{
  guint n = 0;

  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];
      const PltScene *scene = find_scene (script, sequence->number);
      g_autofree char *expected = NULL;
      g_autofree char *found = NULL;

      if (g_str_equal (sequence->status, "supprimee"))
        continue;
      n++;
      g_test_message ("%s", sequence->number);
      g_assert_nonnull (scene);
      g_assert_cmpstr (scene->int_ext, ==, sequence->int_ext);
      g_assert_cmpstr (scene->effect, ==, sequence->effect);
      g_assert_cmpstr (scene->set, ==, set_name (facts, sequence->set));
      g_assert_cmpstr (scene->sub_set, ==, set_name (facts, sequence->sub_set));
      g_assert_cmpstr (scene->synopsis, ==, sequence->synopsis);
      g_assert_cmpstr (scene->story_day, ==, sequence->story_day);
      if (sequence->eighths != PLT_UNKNOWN)
        g_assert_cmpint (scene->eighths, ==, sequence->eighths);
      if (sequence->page != PLT_UNKNOWN)
        g_assert_cmpint (scene->page, ==, sequence->page);
      g_assert_cmpint (scene->shooting, ==,
                       sequence->shooting_minutes != PLT_UNKNOWN ? sequence->shooting_minutes : 0);
      expected = occurrences_of (facts, sequence->id);
      found = tags_of (script, scene);
      g_assert_cmpstr (found, ==, expected);
    }
  g_assert_cmpuint (script->scenes->len, ==, n);
}

/* What both know comes back. */
static void
test_round_trip (void)
{
  g_autoptr (PltFacts) facts = papers_facts ();
  g_autofree char *text = plt_uss_export_format (facts, 0, EDITION);
  g_autofree char *again = plt_uss_export_format (facts, facts->production.schedule, EDITION);
  g_autoptr (PltScript) script = read_back (text);

  g_assert_cmpstr (text, ==, again);
  g_assert_cmpstr (script->title, ==, "Le Bac de six heures");
  assert_same (facts, script);
}

/* Signs that JSON must hide, and none at all. */
static void
test_signs (void)
{
  g_autoptr (PltFacts) facts = papers_facts ();
  g_autoptr (PltFacts) nothing = plt_facts_new ();
  g_autofree char *text = NULL;
  g_autofree char *empty = NULL;
  g_autoptr (PltScript) script = NULL;
  g_autoptr (PltScript) none = NULL;

  facts->sequences.items[0].synopsis = "Il dit « \"oui\" » \\ puis\nsort ; \342\202\254 ½ 🎬";
  text = plt_uss_export_format (facts, 0, EDITION);
  script = read_back (text);
  assert_same (facts, script);

  nothing->production.title = nothing->production.company = nothing->production.first_assistant
      = "";
  empty = plt_uss_export_format (nothing, 0, EDITION);
  none = read_back (empty);
  g_assert_cmpuint (none->scenes->len, ==, 0);
}

/* ---- what the format asks for ---- */

static JsonObject *
parse (JsonParser *parser, const char *text)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)),
                                        "universalScheduleStandard");
}

static void
add_ids (JsonArray *array, GHashTable *seen, guint *n)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_ARRAY (node))
        {
          add_ids (json_node_get_array (node), seen, n);
          continue;
        }
      g_assert_true (g_hash_table_add (seen, g_strdup (json_node_get_string (node))));
      (*n)++;
    }
}

static GHashTable *
collect_ids (JsonArray *objects)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < json_array_get_length (objects); i++)
    {
      const char *id
          = json_object_get_string_member (json_array_get_object_element (objects, i), "id");

      g_assert_cmpuint (strlen (id), ==, 24);
      g_assert_true (g_hash_table_add (ids, g_strdup (id)));
    }
  return ids;
}

/* Every breakdown stands on one board, once; every element has its category and is known. */
static void
test_shape (void)
{
  g_autoptr (PltFacts) facts = papers_facts ();
  g_autofree char *text = plt_uss_export_format (facts, 0, EDITION);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = parse (parser, text);
  JsonArray *breakdowns = json_object_get_array_member (root, "breakdowns");
  JsonArray *elements = json_object_get_array_member (root, "elements");
  JsonObject *board
      = json_array_get_object_element (json_object_get_array_member (root, "stripboards"), 0);
  JsonArray *boards = json_object_get_array_member (board, "boards");
  g_autoptr (GHashTable) known = collect_ids (elements);
  g_autoptr (GHashTable) categories
      = collect_ids (json_object_get_array_member (root, "categories"));
  g_autoptr (GHashTable) all = collect_ids (breakdowns);
  g_autoptr (GHashTable) placed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (boards); i++)
    add_ids (
        json_object_get_array_member (json_array_get_object_element (boards, i), "breakdownIds"),
        placed, &n);
  g_assert_cmpuint (n, ==, g_hash_table_size (all));
  for (guint i = 0; i < json_array_get_length (elements); i++)
    g_assert_true (g_hash_table_contains (
        categories,
        json_object_get_string_member (json_array_get_object_element (elements, i), "category")));
  for (guint i = 0; i < json_array_get_length (breakdowns); i++)
    {
      JsonArray *used = json_object_get_array_member (json_array_get_object_element (breakdowns, i),
                                                      "elements");

      for (guint j = 0; j < json_array_get_length (used); j++)
        g_assert_true (g_hash_table_contains (known, json_array_get_string_element (used, j)));
    }
  g_assert_cmpstr (json_object_get_string_member (root, "ussVersion"), ==, "1.0.0");
}

static PltDate
date_of (JsonObject *event)
{
  g_autofree char *day = g_strndup (json_object_get_string_member (event, "date"), 10);

  return plt_date_from_iso (day);
}

/* The dates of the days as the format has them follow: from the start, past all days off. */
static char *
infer_dates (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = parse (parser, text);
  JsonObject *calendar
      = json_array_get_object_element (json_object_get_array_member (root, "calendars"), 0);
  JsonArray *events = json_object_get_array_member (calendar, "events");
  JsonArray *weekdays = json_object_get_array_member (calendar, "daysOff");
  JsonObject *board = json_array_get_object_element (
      json_object_get_array_member (
          json_array_get_object_element (json_object_get_array_member (root, "stripboards"), 0),
          "boards"),
      0);
  guint n = json_array_get_length (json_object_get_array_member (board, "breakdownIds"));
  g_autoptr (GHashTable) off = g_hash_table_new (NULL, NULL);
  GString *out = g_string_new (NULL);
  PltDate date = PLT_DATE_NONE;
  guint rest = 0;

  for (guint i = 0; i < json_array_get_length (weekdays); i++)
    rest |= 1u << json_array_get_int_element (weekdays, i);
  for (guint i = 0; i < json_array_get_length (events); i++)
    {
      JsonObject *event = json_array_get_object_element (events, i);

      if (g_str_equal (json_object_get_string_member (event, "type"), "start"))
        date = date_of (event);
      else
        g_hash_table_add (off, GINT_TO_POINTER (date_of (event)));
    }
  for (guint i = 0; i < n && date != PLT_DATE_NONE; date++)
    {
      g_autofree char *iso = plt_date_to_iso (date);

      if ((rest & (1u << (plt_date_weekday (date) % 7))) != 0
          || g_hash_table_contains (off, GINT_TO_POINTER (date)))
        continue;
      g_string_append_printf (out, "%s ", iso);
      i++;
    }
  return g_string_free (out, FALSE);
}

/* The days of April 2027 that are shot; the calendar must give the same ones back. */
static void
test_calendar (void)
{
  static const char *const plans[] = {
    "2027-04-12 ",
    "2027-04-12 2027-04-13 2027-04-14 2027-04-15 2027-04-16 2027-04-19 ",
    "2027-04-12 2027-04-14 2027-04-19 2027-04-28 ",
    "2027-04-17 2027-04-18 2027-04-24 ",
    "2027-04-12 2027-04-13 2027-04-18 2027-04-20 ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autoptr (PltFacts) facts = plt_facts_new ();
      g_autofree char *days = g_strchomp (g_strdup (plans[i]));
      g_auto (GStrv) dates = g_strsplit (days, " ", -1);
      g_autofree char *text = NULL;
      g_autofree char *found = NULL;
      PltScheduleFacts *schedule = PLT_FACTS_ADD (facts->schedules, PltScheduleFacts, 1);

      schedule->name = "Plan";
      schedule->version = 1;
      schedule->published_date = PLT_DATE_NONE;
      facts->production.schedule = 1;
      facts->production.title = facts->production.company = facts->production.first_assistant = "";
      for (guint j = 0; dates[j] != NULL; j++)
        {
          PltDayFacts *day = PLT_FACTS_ADD (facts->days, PltDayFacts, (gint64) j + 1);

          day->schedule = 1;
          day->kind = "tournage";
          day->unit = 1;
          day->date = plt_date_from_iso (dates[j]);
        }
      text = plt_uss_export_format (facts, 0, EDITION);
      found = infer_dates (text);
      g_assert_cmpstr (found, ==, plans[i]);
      facts->days.items[0].date = PLT_DATE_NONE; /* then the days are not dated */
      g_free (text);
      text = plt_uss_export_format (facts, 0, EDITION);
      g_assert_null (strstr (text, "\"start\""));
      if (facts->days.n < 2)
        continue;
      facts->days.items[0].date = plt_date_from_ymd (1, 1, 1); /* nor are they by such a date */
      g_free (text);
      text = plt_uss_export_format (facts, 0, EDITION);
      g_assert_null (strstr (text, "\"start\""));
      g_assert_cmpuint (strlen (text), <, 100000);
    }
}

static void
test_file (void)
{
  g_autoptr (PltFacts) facts = papers_facts ();
  g_autofree char *text = plt_uss_export_format (facts, 0, EDITION);
  g_autofree char *folder = g_dir_make_tmp ("plateau-uss-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.uss", NULL);
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_uss_export_write (facts, 0, EDITION, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, text);
  g_assert_false (plt_uss_export_write (facts, 0, EDITION, "/nulle/part/plan.uss", &error));
  g_assert_nonnull (error);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uss-export/round-trip", test_round_trip);
  g_test_add_func ("/uss-export/signs", test_signs);
  g_test_add_func ("/uss-export/shape", test_shape);
  g_test_add_func ("/uss-export/calendar", test_calendar);
  g_test_add_func ("/uss-export/file", test_file);
  return g_test_run ();
}
