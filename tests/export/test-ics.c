/* The dates of a document as an iCalendar file, read back by a reader of our own that is strict
 * about RFC 5545: line ends, length of lines, folding, nesting, escapes. */
#include <string.h>

#include "plt-document-kind.h"
#include "plt-error.h"
#include "plt-ics.h"
#include "plt-facts.h"
#include "plt-test-golden.h"
#include "plt-test-papers.h"

#define MONDAY plt_date_from_ymd (2026, 10, 5)

/* The content lines, unfolded; a mistake of form is a failed test. */
static GPtrArray *
read_lines (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) raw = g_strsplit (text, "\r\n", -1);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  guint n = g_strv_length (raw);

  g_assert_true (g_str_has_suffix (text, "\r\n"));
  g_assert_cmpstr (raw[n - 1], ==, "");
  for (guint i = 0; i + 1 < n; i++)
    {
      g_assert_null (strpbrk (raw[i], "\r\n"));
      g_assert_cmpuint (strlen (raw[i]), <=, 75);
      g_assert_true (g_utf8_validate (raw[i], -1, NULL)); /* never cut within a sign */
      if (raw[i][0] == ' ')
        {
          char *last = g_ptr_array_steal_index (lines, lines->len - 1);

          g_ptr_array_add (lines, g_strconcat (last, raw[i] + 1, NULL));
          g_free (last);
        }
      else
        g_ptr_array_add (lines, g_strdup (raw[i]));
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = lines->pdata[i];

      g_assert_nonnull (strchr (line, ':'));
      if (g_str_has_prefix (line, "BEGIN:"))
        g_ptr_array_add (open, (gpointer) (line + 6));
      if (g_str_has_prefix (line, "END:"))
        {
          g_assert_cmpuint (open->len, >, 0);
          g_assert_cmpstr (line + 4, ==, open->pdata[open->len - 1]);
          g_ptr_array_set_size (open, (gint) open->len - 1);
        }
    }
  g_assert_cmpuint (open->len, ==, 0);
  return lines;
}

/* The value of a property of the n-th VEVENT, "" when it has none; a text is as it was before it
 * was escaped. */
static char *
value_of (const GPtrArray *lines, guint event, const char *name)
{
  gsize length = strlen (name);
  int at = -1;

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = lines->pdata[i];

      if (strcmp (line, "BEGIN:VEVENT") == 0)
        at++;
      if (at == (int) event && strncmp (line, name, length) == 0 && strchr (":;", line[length]))
        {
          GString *text = g_string_new (NULL);

          for (const char *p = line + length + 1; *p != '\0'; p++)
            if (*p == '\\')
              {
                p++;
                g_assert_nonnull (strchr ("\\;,nN", *p));
                g_string_append_c (text, *p == 'n' || *p == 'N' ? '\n' : *p);
              }
            else
              g_string_append_c (text, *p);
          return g_string_free (text, FALSE);
        }
    }
  return g_strdup ("");
}

#define assert_value(lines, event, name, expected)                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *value_ = value_of (lines, event, name);                                       \
    g_assert_cmpstr (value_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

static PltDocument *
new_document (const char *zone)
{
  const PltDocInfo info = { .title = "Calendrier", .production = "La Passe", .date = MONDAY };
  PltDocument *document = plt_document_new (&info);

  plt_document_set_calendar (document, "La Passe, plan ; v3", zone, 3);
  return document;
}

static GPtrArray *
lines_of (const PltDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = plt_ics_format (document, &error);
  g_autofree char *again = plt_ics_format (document, NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, again);
  return read_lines (text);
}

static void
test_times (void)
{
  static const struct
  {
    gint64 start, end;
    const char *dtstart, *dtend;
  } cases[] = {
    { PLT_UNKNOWN, PLT_UNKNOWN, "VALUE=DATE:20261005", "VALUE=DATE:20261006" },
    { PLT_UNKNOWN, 600, "VALUE=DATE:20261005", "VALUE=DATE:20261006" },
    { 480, 1080, "TZID=Europe/Paris:20261005T080000", "TZID=Europe/Paris:20261005T180000" },
    { 0, 1440, "TZID=Europe/Paris:20261005T000000", "TZID=Europe/Paris:20261006T000000" },
    { 1080, 1620, "TZID=Europe/Paris:20261005T180000", "TZID=Europe/Paris:20261006T030000" },
    { 1320, 180, "TZID=Europe/Paris:20261005T220000", "TZID=Europe/Paris:20261006T030000" },
    { 1500, 1560, "TZID=Europe/Paris:20261006T010000", "TZID=Europe/Paris:20261006T020000" },
    { 545, PLT_UNKNOWN, "TZID=Europe/Paris:20261005T090500", "" },
    { -35, 60, "TZID=Europe/Paris:20261004T232500", "TZID=Europe/Paris:20261005T010000" },
    { -1440, -1, "TZID=Europe/Paris:20261004T000000", "TZID=Europe/Paris:20261004T235900" },
  };
  g_autoptr (PltDocument) document = new_document ("Europe/Paris");
  g_autoptr (GPtrArray) lines = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uid = g_strdup_printf ("j%u", i);
      const PltDocEntry entry = {
        .uid = uid, .date = MONDAY, .start_minutes = cases[i].start, .end_minutes = cases[i].end
      };

      plt_document_entry (document, &entry);
    }
  g_assert_cmpuint (plt_document_get_n_entries (document), ==, G_N_ELEMENTS (cases));
  lines = lines_of (document);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_value (lines, i, "DTSTART", cases[i].dtstart);
      assert_value (lines, i, "DTEND", cases[i].dtend);
      assert_value (lines, i, "DTSTAMP", "20261005T000000Z");
      assert_value (lines, i, "SEQUENCE", "3");
      assert_value (lines, i, "SUMMARY", "");
    }
}

/* Whole days: the end is the day after the last one, over the ends of months and years; hours have
 * none of it. */
static void
test_days (void)
{
  static const struct
  {
    guint n_days;
    gint64 start;
    const char *dtstart, *dtend;
  } cases[] = {
    { 0, PLT_UNKNOWN, "VALUE=DATE:20261005", "VALUE=DATE:20261006" },
    { 1, PLT_UNKNOWN, "VALUE=DATE:20261005", "VALUE=DATE:20261006" },
    { 27, PLT_UNKNOWN, "VALUE=DATE:20261005", "VALUE=DATE:20261101" },
    { 90, PLT_UNKNOWN, "VALUE=DATE:20261005", "VALUE=DATE:20270103" },
    { 5, 480, "TZID=Europe/Paris:20261005T080000", "" },
  };
  g_autoptr (PltDocument) document = new_document ("Europe/Paris");
  g_autoptr (GPtrArray) lines = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uid = g_strdup_printf ("t%u", i);
      const PltDocEntry entry = { .uid = uid,
                                  .date = MONDAY,
                                  .n_days = cases[i].n_days,
                                  .start_minutes = cases[i].start,
                                  .end_minutes = PLT_UNKNOWN };

      plt_document_entry (document, &entry);
    }
  lines = lines_of (document);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_value (lines, i, "DTSTART", cases[i].dtstart);
      assert_value (lines, i, "DTEND", cases[i].dtend);
    }
}

/* Whatever stands in a text comes back. */
static void
test_texts (void)
{
  static const char *const texts[] = {
    "Port ; cale nord, à gauche\nPar la rocade \\ sortie 3",
    "« Ça, c’est l’œuvre » : 100 % d’accents éèêëàâùûïôöç, puis d’autres éèêëàâùûïôöç, encore, œ",
    "\360\237\216\254\360\237\216\254\360\237\216\254\360\237\216\254\360\237\216\254\360\237\216"
    "\254\360\237\216\254\360\237\216\254\360\237\216\254\360\237\216\254\360\237\216\254\360\237"
    "\216\254\360\237\216\254\360\237\216\254\360\237\216\254\360\237\216\254\360\237\216\254 fin",
    ":;,\\n\\",
    "BEGIN:VEVENT\nEND:VCALENDAR",
  };
  g_autoptr (GString) octets = g_string_new (NULL);

  for (guint i = 0; i < 220; i++) /* each length around the folds */
    {
      g_autoptr (PltDocument) document = new_document ("Europe/Paris");
      const char *text = i < G_N_ELEMENTS (texts) ? texts[i] : octets->str;
      const PltDocEntry entry = { .uid = "a",
                                  .date = MONDAY,
                                  .start_minutes = PLT_UNKNOWN,
                                  .title = text,
                                  .place = text,
                                  .text = text,
                                  .category = text };
      g_autoptr (GPtrArray) lines = NULL;

      plt_document_entry (document, &entry);
      lines = lines_of (document);
      assert_value (lines, 0, "SUMMARY", text);
      assert_value (lines, 0, "LOCATION", text);
      assert_value (lines, 0, "DESCRIPTION", text);
      g_string_append (octets, i % 7 == 0 ? "é" : i % 11 == 0 ? "," : "x");
    }
}

static void
test_zones (void)
{
  static const struct
  {
    const char *zone, *dtstart, *component, *offset;
  } cases[] = {
    { "Europe/Paris", "TZID=Europe/Paris:20261005T080000", "BEGIN:DAYLIGHT", "TZOFFSETTO:+0200" },
    { "Indian/Reunion", "TZID=Indian/Reunion:20261005T080000", "BEGIN:STANDARD",
      "TZOFFSETTO:+0400" },
    { NULL, "20261005T080000", NULL, NULL },          /* the clocks of whoever reads */
    { "Mars/Olympe", "20261005T080000", NULL, NULL }, /* not one of ours */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltDocument) document = new_document (cases[i].zone);
      const PltDocEntry entry
          = { .uid = "a", .date = MONDAY, .start_minutes = 480, .end_minutes = 600 };
      g_autoptr (GPtrArray) lines = NULL;

      plt_document_entry (document, &entry);
      lines = lines_of (document);
      assert_value (lines, 0, "DTSTART", cases[i].dtstart);
      g_assert_cmpint (
          g_ptr_array_find_with_equal_func (lines, "BEGIN:VTIMEZONE", g_str_equal, NULL), ==,
          cases[i].component != NULL);
      if (cases[i].component != NULL)
        {
          g_assert_true (
              g_ptr_array_find_with_equal_func (lines, cases[i].component, g_str_equal, NULL));
          g_assert_true (
              g_ptr_array_find_with_equal_func (lines, cases[i].offset, g_str_equal, NULL));
        }
    }
}

static void
test_no_dates (void)
{
  g_autoptr (PltDocument) document = new_document (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (plt_ics_format (document, &error));
  plt_assert_says (error, PLT_ERROR_NOT_FOUND, "Calendrier");
}

/* The calendar of the small production: read the golden when it changes. UIDs are its own, and
 * stay when a day moves. */
static void
test_paper (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (PltParams) params = plt_params_new ();
  g_autoptr (PltDocument) document = NULL;
  g_autoptr (PltDocument) moved = NULL;
  g_autoptr (GHashTable) uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pieces = NULL;
  g_autofree char *shown = NULL;
  guint n;

  plt_params_set (params, plt_document_kind_find ("calendrier"), "date", "2026-10-04", NULL);
  document = plt_document_build (store, "calendrier", params, &error);
  g_assert_no_error (error);
  text = plt_ics_format (document, &error);
  g_assert_no_error (error);
  pieces = g_strsplit (text, "\r\n", -1);
  shown = g_strjoinv ("\n", pieces);
  plt_assert_golden ("export/calendrier.ics.txt", shown);
  lines = lines_of (document);
  n = plt_document_get_n_entries (document);
  g_assert_cmpuint (n, ==, 8); /* three days, a rest day, four events */
  for (guint i = 0; i < n; i++)
    g_assert_true (g_hash_table_add (uids, value_of (lines, i, "UID")));
  g_assert_true (plt_store_set (store, "shooting_day", 1, "date", "03/10/2026", NULL));
  moved = plt_document_build (store, "calendrier", params, &error);
  g_assert_no_error (error);
  after = lines_of (moved);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *uid = value_of (after, i, "UID");

      g_assert_true (g_hash_table_contains (uids, uid));
    }
  assert_value (after, 0, "DTSTART", "TZID=Europe/Paris:20261003T080000");
}

/* A night over the change of hour, Sunday 25 October 2026 at three: hours are those of the clocks
 * of the zone, whose rule is in the file; a version of its own counts; the alarm rings before. */
static void
test_night_and_alarm (void)
{
  g_autoptr (PltDocument) document = new_document ("Europe/Paris");
  PltDocEntry entry = { .uid = "n1",
                        .date = plt_date_from_ymd (2026, 10, 24),
                        .start_minutes = 22 * 60,
                        .end_minutes = 28 * 60,
                        .title = "Nuit, quai ; bac",
                        .place = "",
                        .text = "",
                        .category = "Tournage",
                        .alarm_minutes = 60,
                        .revision = 5 };
  g_autoptr (GPtrArray) lines = NULL;

  plt_document_entry (document, &entry);
  entry.uid = "n2";
  entry.revision = 1;
  entry.start_minutes = PLT_UNKNOWN; /* a whole day has no alarm */
  plt_document_entry (document, &entry);
  lines = lines_of (document);
  assert_value (lines, 0, "DTSTART", "TZID=Europe/Paris:20261024T220000");
  assert_value (lines, 0, "DTEND", "TZID=Europe/Paris:20261025T040000");
  assert_value (lines, 0, "SEQUENCE", "5");
  assert_value (lines, 0, "TRIGGER", "-PT60M");
  assert_value (lines, 0, "ACTION", "DISPLAY");
  assert_value (lines, 1, "SEQUENCE", "3"); /* of the calendar */
  assert_value (lines, 1, "TRIGGER", "");
}

static GPtrArray *
lines_of_paper (PltStore *store, const char *kind, const char *name, const char *value)
{
  g_autoptr (PltParams) params = plt_params_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PltDocument) document = NULL;
  const PltDocumentKind *found = plt_document_kind_find (kind);

  plt_params_set (params, found, "date", "2026-10-04", NULL);
  plt_params_set (params, found, "day", "J1", NULL);
  plt_params_set (params, found, name, value, NULL);
  document = plt_document_build (store, kind, params, &error);
  g_assert_no_error (error);
  return lines_of (document);
}

/* The day of the crew and of one person: they are two entries, and an edition later the same. */
static void
test_call_sheet (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (GPtrArray) day = lines_of_paper (store, "feuille-de-service", "langue", "fr");
  g_autoptr (GPtrArray) ines = lines_of_paper (store, "convocation", "personne", "1");
  g_autoptr (GPtrArray) later = NULL;
  g_autofree char *uid_day = value_of (day, 0, "UID");
  g_autofree char *uid_ines = value_of (ines, 0, "UID");
  g_autofree char *text = value_of (ines, 0, "DESCRIPTION");

  assert_value (day, 0, "DTSTART", "TZID=Europe/Paris:20261005T070000");
  assert_value (day, 0, "DTEND", "TZID=Europe/Paris:20261005T180000");
  assert_value (day, 0, "SEQUENCE", "2");
  assert_value (day, 0, "STATUS", "CONFIRMED");
  assert_value (day, 0, "LOCATION", "Port de plaisance, Quai des Embruns, 29100 Douarnenez");
  assert_value (ines, 0, "DTSTART", "TZID=Europe/Paris:20261005T062500"); /* her pick-up */
  assert_value (ines, 0, "TRIGGER", "-PT60M");
  g_assert_nonnull (strstr (text, "Pick-up : 6h25\nTransport : Hôtel du Port"));
  g_assert_nonnull (strstr (text, "PAT : 8h00"));
  g_assert_cmpstr (uid_day, !=, uid_ines);
  g_assert_true (plt_store_set (store, "call", 1, "pickup_minutes", "6h10", NULL));
  g_assert_true (plt_store_set (store, "call_sheet", 2, "version", "3", NULL));
  g_assert_true (plt_store_set (store, "call_sheet", 2, "status", "brouillon", NULL));
  later = lines_of_paper (store, "convocation", "personne", "1");
  assert_value (later, 0, "UID", uid_ines);
  assert_value (later, 0, "SEQUENCE", "3");
  assert_value (later, 0, "STATUS", "TENTATIVE");
  assert_value (later, 0, "DTSTART", "TZID=Europe/Paris:20261005T061000");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ics/times", test_times);
  g_test_add_func ("/ics/days", test_days);
  g_test_add_func ("/ics/texts", test_texts);
  g_test_add_func ("/ics/zones", test_zones);
  g_test_add_func ("/ics/no-dates", test_no_dates);
  g_test_add_func ("/ics/paper", test_paper);
  g_test_add_func ("/ics/night-and-alarm", test_night_and_alarm);
  g_test_add_func ("/ics/call-sheet", test_call_sheet);
  return g_test_run ();
}
