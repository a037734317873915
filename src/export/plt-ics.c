#include "plt-ics.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-document-private.h"
#include "plt-error.h"
#include "plt-export-file.h"
#include "plt-facts.h"

#define FOLD 75 /* octets of a line, its end left out: RFC 5545, 3.1 */
#define DAY 1440

/* Offsets of the zones where French crews shoot; the rule of summer time is that of the European
 * Union since 1996. Source: IANA time zone database, 2024a. */
static const struct
{
  const char *name, *standard;
  const char *summer; /* NULL: none */
  const char *standard_name, *summer_name;
} zones[] = {
  { "Europe/Paris", "+0100", "+0200", "CET", "CEST" },
  { "America/Guadeloupe", "-0400", NULL, "AST", NULL },
  { "America/Martinique", "-0400", NULL, "AST", NULL },
  { "America/Marigot", "-0400", NULL, "AST", NULL },
  { "America/St_Barthelemy", "-0400", NULL, "AST", NULL },
  { "America/Cayenne", "-0300", NULL, "-03", NULL },
  { "Indian/Reunion", "+0400", NULL, "+04", NULL },
  { "Indian/Mayotte", "+0300", NULL, "EAT", NULL },
};

/* Adds a content line, folded: never within a sign. */
static void
add_line (GString *out, const char *line)
{
  gsize room = FOLD;

  while (strlen (line) > room)
    {
      gsize cut = room;

      while (cut > 1 && ((guchar) line[cut] & 0xc0) == 0x80)
        cut--;
      g_string_append_len (out, line, (gssize) cut);
      g_string_append (out, "\r\n ");
      line += cut;
      room = FOLD - 1; /* the space counts */
    }
  g_string_append (out, line);
  g_string_append (out, "\r\n");
}

static void add_format (GString *out, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_format (GString *out, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list list;

  va_start (list, format);
  line = g_strdup_vprintf (format, list);
  va_end (list);
  add_line (out, line);
}

/* A value of type TEXT: RFC 5545, 3.3.11. Nothing is written for an empty one. */
static void
add_text (GString *out, const char *name, const char *text)
{
  g_autoptr (GString) line = g_string_new (name);

  if (text == NULL || *text == '\0')
    return;
  g_string_append_c (line, ':');
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '\\':
      case ';':
      case ',':
        g_string_append_c (line, '\\');
        g_string_append_c (line, *p);
        break;
      case '\n':
        g_string_append (line, "\\n");
        break;
      case '\r':
        break;
      case '\t':
        g_string_append_c (line, ' ');
        break;
      default:
        g_string_append_c (line, *p);
      }
  add_line (out, line->str);
}

static int
find_zone (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (zones); i++)
    if (strcmp (zones[i].name, name) == 0)
      return (int) i;
  return -1;
}

static void
add_zone (GString *out, int at)
{
  const char *summer = zones[at].summer;

  add_line (out, "BEGIN:VTIMEZONE");
  add_format (out, "TZID:%s", zones[at].name);
  if (summer != NULL)
    {
      add_line (out, "BEGIN:DAYLIGHT");
      add_format (out, "TZOFFSETFROM:%s", zones[at].standard);
      add_format (out, "TZOFFSETTO:%s", summer);
      add_format (out, "TZNAME:%s", zones[at].summer_name);
      add_line (out, "DTSTART:19960331T020000");
      add_line (out, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU");
      add_line (out, "END:DAYLIGHT");
    }
  add_line (out, "BEGIN:STANDARD");
  add_format (out, "TZOFFSETFROM:%s", summer != NULL ? summer : zones[at].standard);
  add_format (out, "TZOFFSETTO:%s", zones[at].standard);
  add_format (out, "TZNAME:%s", zones[at].standard_name);
  add_line (out, summer != NULL ? "DTSTART:19961027T030000" : "DTSTART:19700101T000000");
  if (summer != NULL)
    add_line (out, "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU");
  add_line (out, "END:STANDARD");
  add_line (out, "END:VTIMEZONE");
}

static char *
format_date (PltDate date)
{
  int year, month, day;

  plt_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%04d%02d%02d", year, month, day);
}

/* "DTSTART;TZID=Europe/Paris:20261005T080000" */
static void
add_time (GString *out, const char *name, const char *zone, PltDate date, gint64 minutes)
{
  gint64 days = minutes >= 0 ? minutes / DAY : -((DAY - 1 - minutes) / DAY);
  gint64 rest = minutes - days * DAY; /* a pick-up may lie before midnight */
  g_autofree char *day = format_date (date + (PltDate) days);

  add_format (out, "%s%s%s:%sT%02d%02d00", name, zone != NULL ? ";TZID=" : "",
              zone != NULL ? zone : "", day, (int) (rest / 60), (int) (rest % 60));
}

static void
add_dates (GString *out, const PltDocEntry *entry, const char *zone)
{
  gint64 end = entry->end_minutes;

  if (entry->start_minutes == PLT_UNKNOWN)
    {
      g_autofree char *first = format_date (entry->date);
      /* DTEND is not included */
      g_autofree char *next = format_date (entry->date + (PltDate) MAX (entry->n_days, 1));

      add_format (out, "DTSTART;VALUE=DATE:%s", first);
      add_format (out, "DTEND;VALUE=DATE:%s", next);
      return;
    }
  add_time (out, "DTSTART", zone, entry->date, entry->start_minutes);
  if (end == PLT_UNKNOWN)
    return;
  if (end <= entry->start_minutes)
    end += DAY;
  add_time (out, "DTEND", zone, entry->date, end);
}

/* What tells two productions apart in one calendar: of the name, ASCII, always the same. */
static char *
domain_of (const PltDocument *document)
{
  const PltDocInfo *info = plt_document_get_info (document);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, info->production, -1);

  return g_strdup_printf ("%.16s.plateau", sum);
}

/* RFC 5545, 3.6.6 */
static void
add_alarm (GString *out, const PltDocEntry *entry)
{
  add_line (out, "BEGIN:VALARM");
  add_line (out, "ACTION:DISPLAY");
  add_text (out, "DESCRIPTION", entry->title);
  add_format (out, "TRIGGER:-PT%uM", entry->alarm_minutes);
  add_line (out, "END:VALARM");
}

static void
add_entry (GString *out,
           const PltDocCalendar *calendar,
           const PltDocEntry *entry,
           const char *zone,
           const char *domain,
           const char *stamp)
{
  add_line (out, "BEGIN:VEVENT");
  add_format (out, "UID:%s@%s", entry->uid, domain);
  add_format (out, "DTSTAMP:%sT000000Z", stamp);
  add_format (out, "SEQUENCE:%u", MAX (calendar->revision, entry->revision));
  add_dates (out, entry, zone);
  add_text (out, "SUMMARY", entry->title);
  add_text (out, "LOCATION", entry->place);
  add_text (out, "DESCRIPTION", entry->text);
  add_text (out, "CATEGORIES", entry->category);
  add_line (out, entry->tentative ? "STATUS:TENTATIVE" : "STATUS:CONFIRMED");
  add_line (out, entry->start_minutes == PLT_UNKNOWN ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE");
  if (entry->alarm_minutes > 0 && entry->start_minutes != PLT_UNKNOWN)
    add_alarm (out, entry);
  add_line (out, "END:VEVENT");
}

/**
 * plt_ics_format:
 *
 * Returns: (transfer full) (nullable): the file, %NULL with PLT_ERROR_NOT_FOUND when the document
 * has no dates
 */
char *
plt_ics_format (const PltDocument *document, GError **error)
{
  g_return_val_if_fail (document != NULL, NULL);

  const PltDocCalendar *calendar = plt_document_get_calendar (document);
  const PltDocInfo *info = plt_document_get_info (document);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *domain = domain_of (document);
  g_autofree char *stamp = format_date (info->date != PLT_DATE_NONE ? info->date : 0);
  int zone = find_zone (calendar->zone);

  if (calendar->entries->len == 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("“%s” has no dates to put into a calendar. Give the plan dates, or export it "
                      "as PDF."),
                   info->title);
      return NULL;
    }
  add_line (out, "BEGIN:VCALENDAR");
  add_line (out, "VERSION:2.0");
  add_line (out, "PRODID:-//Plateau//Calendrier//FR");
  add_line (out, "CALSCALE:GREGORIAN");
  add_line (out, "METHOD:PUBLISH");
  add_text (out, "X-WR-CALNAME", calendar->name);
  if (zone >= 0)
    {
      add_format (out, "X-WR-TIMEZONE:%s", zones[zone].name);
      add_zone (out, zone);
    }
  for (guint i = 0; i < calendar->entries->len; i++)
    add_entry (out, calendar, calendar->entries->pdata[i], zone >= 0 ? zones[zone].name : NULL,
               domain, stamp);
  add_line (out, "END:VCALENDAR");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * plt_ics_write:
 * @path: replaced, or left as it was
 */
gboolean
plt_ics_write (const PltDocument *document, const char *path, GError **error)
{
  g_autofree char *text = plt_ics_format (document, error);

  return text != NULL && plt_export_write_bytes (path, text, strlen (text), error);
}
