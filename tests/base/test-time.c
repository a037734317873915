/* plt-time.h: clock times, durations, film lengths, eighths of a page. */
#include "plt-error.h"
#include "plt-number.h"
#include "plt-time.h"

#define NB "\302\240"

typedef gboolean (*Parse) (const char *text, gint64 *value, GError **error);
typedef char *(*Format) (gint64 value);

typedef struct
{
  const char *text;
  gint64 value;
} Reading;

static void
check_readings (Parse parse, const Reading *readings, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = -1;

      g_test_message ("%s", readings[i].text);
      g_assert_true (parse (readings[i].text, &value, &error));
      g_assert_no_error (error);
      g_assert_cmpint (value, ==, readings[i].value);
    }
}

static void
check_refused (Parse parse, const char *const *texts)
{
  for (gsize i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = 4242;

      g_test_message ("%s", texts[i]);
      g_assert_false (parse (texts[i], &value, &error));
      g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
      g_assert_cmpint (value, ==, 4242);
    }
}

static void
check_round_trip (Parse parse, Format format, gint64 below)
{
  for (gint64 value = 0; value < below; value++)
    {
      g_autofree char *text = format (value);
      gint64 back = -1;

      g_assert_true (parse (text, &back, NULL));
      g_assert_cmpint (back, ==, value);
    }
}

static void
check_format (Format format, gint64 value, const char *expected)
{
  g_autofree char *text = format (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_clock (void)
{
  static const Reading readings[] = {
    { "9h30", 570 },
    { "9h", 540 },
    { "9", 540 },
    { "9:30", 570 },
    { "09:30", 570 },
    { "0930", 570 },
    { "930", 570 },
    { "27:00", 1620 },
    { "27h00", 1620 },
    { "9 h 30", 570 },
    { "9H30", 570 },
    { "9h5", 545 },
    { "0h00", 0 },
    { "24h", 1440 },
    { "47h59", 2879 },
    { " 9h30 ", 570 },
    { "9" NB "h" NB "30", 570 },
    { "9 h 30 min", 570 },
    { "0", 0 },
    { "00:00", 0 },
    { "2700", 1620 },
  };
  static const char *const refused[]
      = { "",      "h",     "9h60",        "9:60",          "48h00", "4800",     "9:3",
          "-9h30", "9h30h", "9,5",         "9h305",         "99999", "09:30:00", "9 30",
          "9'30",  "9 min", "neuf heures", "9h30 du matin", "1e1",   "100h",     NULL };

  check_readings (plt_clock_parse, readings, G_N_ELEMENTS (readings));
  check_refused (plt_clock_parse, refused);
  check_format (plt_clock_format, 0, "0h00");
  check_format (plt_clock_format, 570, "9h30");
  check_format (plt_clock_format, 1620, "27h00");
  check_format (plt_clock_format, -30, "-0h30");
  check_round_trip (plt_clock_parse, plt_clock_format, 2880);
}

static void
test_duration (void)
{
  static const Reading readings[] = {
    { "1h20", 80 },       { "1 h 20", 80 }, { "80", 80 },
    { "80 min", 80 },     { "80min", 80 },  { "80 mn", 80 },
    { "1:20", 80 },       { "45 min", 45 }, { "45 min.", 45 },
    { "1 h", 60 },        { "1h5", 65 },    { "1 h 20 min", 80 },
    { "0", 0 },           { "0 min", 0 },   { "2 heures", 120 },
    { "45 minutes", 45 }, { "10h", 600 },   { "999999999", 999999999 },
  };
  static const char *const refused[]
      = { "",    "h20",      "1h60",     "1:75", "1:5",  "1,5 h",      "80 s", "1:20:00",
          "min", "1 h 20 h", "80 jours", "-80",  "1h-5", "9999999999", "1 20", NULL };

  check_readings (plt_duration_parse, readings, G_N_ELEMENTS (readings));
  check_refused (plt_duration_parse, refused);
  check_format (plt_duration_format, 0, "0" PLT_NNBSP "min");
  check_format (plt_duration_format, 45, "45" PLT_NNBSP "min");
  check_format (plt_duration_format, 60, "1" PLT_NNBSP "h");
  check_format (plt_duration_format, 65, "1" PLT_NNBSP "h" PLT_NNBSP "05");
  check_format (plt_duration_format, 80, "1" PLT_NNBSP "h" PLT_NNBSP "20");
  check_format (plt_duration_format, -80, "-1" PLT_NNBSP "h" PLT_NNBSP "20");
  check_round_trip (plt_duration_parse, plt_duration_format, 5000);
}

static void
test_seconds (void)
{
  static const Reading readings[] = {
    { "1:20", 80 },
    { "1'20", 80 },
    { "1'20\"", 80 },
    { "1'20''", 80 },
    { "1’20”", 80 },
    { "1′20″", 80 },
    { "1 min 20", 80 },
    { "1 min 20 s", 80 },
    { "80", 80 },
    { "80 s", 80 },
    { "80 sec.", 80 },
    { "80\"", 80 },
    { "1:02:05", 3725 },
    { "1 h 02 min 05", 3725 },
    { "1h02'05\"", 3725 },
    { "1 h 02", 3720 },
    { "2'", 120 },
    { "2 min", 120 },
    { "0", 0 },
    { "0:05", 5 },
    { "75:00", 4500 },
    { "1 h", 3600 },
    { "1h5s", 3605 },
  };
  static const char *const refused[]
      = { "",      ":20", "1:",      "1:2",   "1:60",     "1'60", "1:2:3:4", "20 s 1 min", "1:20 s",
          "1:20'", "abc", "1,5 min", "-1:20", "1 s 20 s", "1 20", "1:02:5",  "1 h 60",     NULL };

  check_readings (plt_seconds_parse, readings, G_N_ELEMENTS (readings));
  check_refused (plt_seconds_parse, refused);
  check_format (plt_seconds_format, 0, "0:00");
  check_format (plt_seconds_format, 5, "0:05");
  check_format (plt_seconds_format, 80, "1:20");
  check_format (plt_seconds_format, 3599, "59:59");
  check_format (plt_seconds_format, 3725, "1:02:05");
  check_format (plt_seconds_format, -80, "-1:20");
  check_round_trip (plt_seconds_parse, plt_seconds_format, 9000);
}

static void
test_eighths (void)
{
  static const Reading readings[] = {
    { "1 2/8", 10 },   { "1" NB "2/8", 10 }, { "3/8", 3 },     { "2", 16 },
    { "12/8", 12 },    { "1 2/8 p", 10 },    { "1 2/8p", 10 }, { "1 2/8 p.", 10 },
    { "2 pages", 16 }, { "1 page", 8 },      { "1/2", 4 },     { "1 3/4", 14 },
    { "0", 0 },        { "0/8", 0 },         { "1 12/8", 20 },
  };
  static const char *const refused[]
      = { "",        "/8", "1/",      "1/3", "1 2", "1 2/8/8", "1,5",
          "1 2/8 s", "-1", "1 1 2/8", "p",   "1/0", "2/16",    NULL };

  check_readings (plt_eighths_parse, readings, G_N_ELEMENTS (readings));
  check_refused (plt_eighths_parse, refused);
  check_format (plt_eighths_format, 0, "0");
  check_format (plt_eighths_format, 3, "3/8");
  check_format (plt_eighths_format, 8, "1");
  check_format (plt_eighths_format, 10, "1" NB "2/8");
  check_format (plt_eighths_format, -10, "-1" NB "2/8");
  check_round_trip (plt_eighths_parse, plt_eighths_format, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/clock", test_clock);
  g_test_add_func ("/time/duration", test_duration);
  g_test_add_func ("/time/seconds", test_seconds);
  g_test_add_func ("/time/eighths", test_eighths);
  return g_test_run ();
}
