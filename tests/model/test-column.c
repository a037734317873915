/* plt-table.h: what each type of column reads, shows, writes back and refuses. */
#include <string.h>

#include "plt-error.h"
#include "plt-number.h"
#include "plt-table.h"
#include "plt-text.h"

#define NB "\302\240"

static const PltChoice statuses[] = {
  { "a-tourner", "To shoot" },
  { "tournee", "Shot" },
  { "supprimée", "Cut" },
  { NULL, NULL },
};

static const PltChoice hazards[] = {
  { "enfant", "Child" },
  { "feu", "Fire" },
  { "nuit", "Night" },
  { NULL, NULL },
};

#define COLUMN(type_, ...)                                                                         \
  {                                                                                                \
    .id = "x", .title = "Thing", .type = PLT_COLUMN_##type_, __VA_ARGS__                           \
  }

static const PltColumn text
    = COLUMN (TEXT),
    required_text = COLUMN (TEXT, .flags = PLT_COLUMN_REQUIRED), long_text = COLUMN (LONG_TEXT),
    integer = COLUMN (INTEGER), signed_integer = COLUMN (INTEGER, .flags = PLT_COLUMN_SIGNED),
    required_integer = COLUMN (INTEGER, .flags = PLT_COLUMN_REQUIRED), boolean = COLUMN (BOOLEAN),
    money = COLUMN (MONEY), signed_money = COLUMN (MONEY, .flags = PLT_COLUMN_SIGNED),
    rate = COLUMN (RATE), quantity = COLUMN (QUANTITY), clock_ = COLUMN (CLOCK),
    duration = COLUMN (DURATION), signed_duration = COLUMN (DURATION, .flags = PLT_COLUMN_SIGNED),
    seconds = COLUMN (SECONDS), eighths = COLUMN (EIGHTHS),
    signed_eighths = COLUMN (EIGHTHS, .flags = PLT_COLUMN_SIGNED),
    coordinate = COLUMN (COORDINATE, .flags = PLT_COLUMN_SIGNED), date = COLUMN (DATE),
    required_date = COLUMN (DATE, .flags = PLT_COLUMN_REQUIRED),
    choice = COLUMN (CHOICE, .choices = statuses),
    open_choice = COLUMN (CHOICE, .choices = statuses, .flags = PLT_COLUMN_OPEN),
    flags = COLUMN (FLAGS, .choices = hazards), reference = COLUMN (REFERENCE, .reference = "set"),
    file = COLUMN (FILE), formula = COLUMN (FORMULA);

static const PltColumn *const all[] = {
  &text,     &required_text,   &long_text,    &integer,     &signed_integer, &required_integer,
  &boolean,  &money,           &signed_money, &rate,        &quantity,       &clock_,
  &duration, &signed_duration, &seconds,      &eighths,     &signed_eighths, &coordinate,
  &date,     &required_date,   &choice,       &open_choice, &flags,          &reference,
  &file,     &formula,
};

/* Says which case a failure is about; what was given may be no line and no UTF-8. */
static void
name_case (const PltColumn *column, const char *given)
{
  g_autofree char *shown = plt_text_excerpt (given, 60);

  g_test_message ("type %d, “%s”", column->type, shown);
}

/* ---- numbers ---- */

static const struct
{
  const PltColumn *column;
  const char *given;
  gint64 value;
  const char *shown, *edited;
} numbers[] = {
  { &integer, "12", 12, "12", "12" },
  { &integer, " 1 234 ", 1234, "1" PLT_NNBSP "234", "1234" },
  { &integer, "12,0", 12, "12", "12" },
  { &signed_integer, "-3", -3, "-3", "-3" },
  { &boolean, "oui", 1, "Yes", "oui" },
  { &boolean, "Oui", 1, "Yes", "oui" },
  { &boolean, "x", 1, "Yes", "oui" },
  { &boolean, "X", 1, "Yes", "oui" },
  { &boolean, "VRAI", 1, "Yes", "oui" },
  { &boolean, "true", 1, "Yes", "oui" },
  { &boolean, "1", 1, "Yes", "oui" },
  { &boolean, "yes", 1, "Yes", "oui" },
  { &boolean, "non", 0, "No", "non" },
  { &boolean, "no", 0, "No", "non" },
  { &boolean, "faux", 0, "No", "non" },
  { &boolean, "0", 0, "No", "non" },
  { &boolean, "", 0, "No", "non" },
  { &money, "1 234,5", 123450, "1" PLT_NNBSP "234,50" PLT_NNBSP "€", "1234,50" },
  { &money, "1234.56 €", 123456, "1" PLT_NNBSP "234,56" PLT_NNBSP "€", "1234,56" },
  { &money, "12", 1200, "12,00" PLT_NNBSP "€", "12,00" },
  { &money, "0", 0, "0,00" PLT_NNBSP "€", "0,00" },
  { &signed_money, "-0,05", -5, "-0,05" PLT_NNBSP "€", "-0,05" },
  { &signed_money, "-1 000", -100000, "-1" PLT_NNBSP "000,00" PLT_NNBSP "€", "-1000,00" },
  { &rate, "15,5", 155000, "15,5" PLT_NNBSP "%", "15,5 %" },
  { &rate, "15,5 %", 155000, "15,5" PLT_NNBSP "%", "15,5 %" },
  { &rate, "15.5" PLT_NNBSP "%", 155000, "15,5" PLT_NNBSP "%", "15,5 %" },
  { &rate, "100", 1000000, "100" PLT_NNBSP "%", "100 %" },
  { &rate, "0,0001", 1, "0,0001" PLT_NNBSP "%", "0,0001 %" },
  { &quantity, "1,5", 1500, "1,5", "1,5" },
  { &quantity, "0,125", 125, "0,125", "0,125" },
  { &quantity, "2", 2000, "2", "2" },
  { &clock_, "9:30", 570, "9h30", "9h30" },
  { &clock_, "27h", 1620, "27h00", "27h00" },
  { &duration, "80", 80, "1" PLT_NNBSP "h" PLT_NNBSP "20", "1 h 20" },
  { &duration, "45 min", 45, "45" PLT_NNBSP "min", "45 min" },
  { &signed_duration, "-1 h 20", -80, "-1" PLT_NNBSP "h" PLT_NNBSP "20", "-1 h 20" },
  { &signed_duration, "\342\210\22245", -45, "-45" PLT_NNBSP "min", "-45 min" },
  { &seconds, "1'20\"", 80, "1:20", "1:20" },
  { &seconds, "1:02:05", 3725, "1:02:05", "1:02:05" },
  { &eighths, "12/8", 12, "1" NB "4/8", "1 4/8" },
  { &eighths, "1 2/8 p", 10, "1" NB "2/8", "1 2/8" },
  { &signed_eighths, "-3/8", -3, "-3/8", "-3/8" },
  { &coordinate, "48,8566", 48856600, "48,8566", "48,8566" },
  { &coordinate, "48.8566", 48856600, "48,8566", "48,8566" },
  { &coordinate, "-2,25°", -2250000, "-2,25", "-2,25" },
  { &coordinate, "180", 180000000, "180", "180" },
  { &reference, "17", 17, "17", "17" },
};

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_auto (PltValue) value = PLT_VALUE_INIT;
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;
      g_autofree char *edited = NULL;

      g_test_message ("type %d, “%s”", numbers[i].column->type, numbers[i].given);
      g_assert_true (plt_column_parse (numbers[i].column, numbers[i].given, &value, &error));
      g_assert_no_error (error);
      g_assert_cmpint (value.kind, ==, PLT_VALUE_INTEGER);
      g_assert_cmpint (value.integer, ==, numbers[i].value);
      shown = plt_column_format (numbers[i].column, &value);
      edited = plt_column_format_edit (numbers[i].column, &value);
      g_assert_cmpstr (shown, ==, numbers[i].shown);
      g_assert_cmpstr (edited, ==, numbers[i].edited);
    }
}

/* ---- texts ---- */

static const struct
{
  const PltColumn *column;
  const char *given;
  const char *value, *shown, *edited;
} texts[] = {
  { &text, "", "", "", "" },
  { &text, "  ", "", "", "" },
  { &text, " Café du port ", "Café du port", "Café du port", "Café du port" },
  { &text, "a\nb\r\nc\td", "a b c d", "a b c d", "a b c d" },
  { &text, "a\1b\177c\302\205d", "abc d", "abc d", "abc d" },
  { &text, "a  b", "a  b", "a  b", "a  b" },
  { &long_text, "a\r\nb\rc\n\td\n", "a\nb\nc\n\td", "a\nb\nc\n\td", "a\nb\nc\n\td" },
  { &long_text, "un\342\200\251deux\1", "un\ndeux", "un\ndeux", "un\ndeux" },
  { &date, "12/5/26", "2026-05-12", "12/05/2026", "12/05/2026" },
  { &date, "2026-05-12", "2026-05-12", "12/05/2026", "12/05/2026" },
  { &date, "1er mai 2026", "2026-05-01", "01/05/2026", "01/05/2026" },
  { &date, "", "", "", "" },
  { &choice, "tournee", "tournee", "Shot", "tournee" },
  { &choice, "TOURNÉE", "tournee", "Shot", "tournee" },
  { &choice, "shot", "tournee", "Shot", "tournee" },
  { &choice, " To  shoot ", "a-tourner", "To shoot", "a-tourner" },
  { &choice, "supprimee", "supprimée", "Cut", "supprimée" },
  { &choice, "", "", "", "" },
  { &open_choice, "Shot", "tournee", "Shot", "tournee" },
  { &open_choice, "En attente", "En attente", "En attente", "En attente" },
  { &flags, "", "", "", "" },
  { &flags, "nuit,enfant", "enfant,nuit", "Child, Night", "enfant,nuit" },
  { &flags, "Fire + Child + feu", "enfant,feu", "Child, Fire", "enfant,feu" },
  { &flags, "feu ; nuit,", "feu,nuit", "Fire, Night", "feu,nuit" },
  { &file, "/tmp/devis été.pdf", "/tmp/devis été.pdf", "/tmp/devis été.pdf", "/tmp/devis été.pdf" },
  { &formula, " 2 * jours ", "2 * jours", "2 * jours", "2 * jours" },
};

static void
test_texts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (PltValue) value = PLT_VALUE_INIT;
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;
      g_autofree char *edited = NULL;

      name_case (texts[i].column, texts[i].given);
      g_assert_true (plt_column_parse (texts[i].column, texts[i].given, &value, &error));
      g_assert_no_error (error);
      g_assert_cmpint (value.kind, ==, PLT_VALUE_TEXT);
      g_assert_cmpstr (value.text, ==, texts[i].value);
      shown = plt_column_format (texts[i].column, &value);
      edited = plt_column_format_edit (texts[i].column, &value);
      g_assert_cmpstr (shown, ==, texts[i].shown);
      g_assert_cmpstr (edited, ==, texts[i].edited);
    }
}

/* Missing is never zero: an empty number is NULL, whatever its type. */
static void
test_empty (void)
{
  static const PltColumn *const columns[]
      = { &integer,  &money,   &rate,    &quantity,   &clock_,
          &duration, &seconds, &eighths, &coordinate, &reference };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_auto (PltValue) value = plt_value_integer (5);
      g_autofree char *shown = NULL;
      g_autofree char *edited = NULL;

      g_assert_true (plt_column_parse (columns[i], PLT_NNBSP " ", &value, NULL));
      g_assert_cmpint (value.kind, ==, PLT_VALUE_NULL);
      g_assert_true (plt_column_check (columns[i], &value, NULL));
      shown = plt_column_format (columns[i], &value);
      edited = plt_column_format_edit (columns[i], &value);
      g_assert_cmpstr (shown, ==, "");
      g_assert_cmpstr (edited, ==, "");
    }
}

/* ---- refusals ---- */

static const struct
{
  const PltColumn *column;
  const char *given;
  const char *message; /* %NULL: any */
} refusals[] = {
  { &date, "32/13/2026", "“Thing” cannot be “32/13/2026”. Write a date such as 12/05/2026." },
  { &required_date, "", "“Thing” may not be empty. Write a date such as 12/05/2026." },
  { &required_text, " \n ",
    "“Thing” may not be empty. Write one line of at most 1000 characters." },
  { &required_integer, "", "“Thing” may not be empty. Write a whole number such as 12." },
  { &integer, "1,5", "“Thing” cannot be “1,5”. Write a whole number such as 12." },
  { &integer, "-1",
    "“Thing” cannot be “-1”: it may not be negative. Write a whole number such as 12." },
  { &integer, "9223372036854775808",
    "“Thing” cannot be “9223372036854775808”: too large. Write a whole number such as 12." },
  { &signed_integer, "-9223372036854775808", NULL }, /* kept for "not known" */
  { &boolean, "peut-être", "“Thing” cannot be “peut-être”. Write yes or no." },
  { &money, "-5", NULL },
  { &money, "1,234", "“Thing” cannot be “1,234”. Write an amount such as 1 234,56." },
  { &money, "cher", NULL },
  { &rate, "15 pour cent", "“Thing” cannot be “15 pour cent”. Write a percentage such as 15,5." },
  { &rate, "%", NULL },
  { &rate, "0,00001", NULL },
  { &quantity, "1,2345", "“Thing” cannot be “1,2345”. Write a number such as 1,5." },
  { &clock_, "9h60",
    "“Thing” cannot be “9h60”. Write a time of day such as 9h30, or 27h00 after "
    "midnight." },
  { &clock_, "48h00", NULL },
  { &clock_, "-9h00", NULL },
  { &duration, "long", "“Thing” cannot be “long”. Write a duration such as 1 h 20 or 45 min." },
  { &duration, "-5", NULL },
  { &signed_duration, "--5", NULL },
  { &seconds, "1:75", NULL },
  { &eighths, "1/3", "“Thing” cannot be “1/3”. Write a number of pages such as 1 2/8." },
  { &coordinate, "180,000001",
    "“Thing” cannot be “180,000001”: too large. Write degrees such as "
    "48,8566." },
  { &coordinate, "-200", NULL },
  { &coordinate, "48° 51'", NULL },
  { &choice, "finie", "“Thing” cannot be “finie”. Write one of these: To shoot, Shot, Cut." },
  { &flags, "feu, eau",
    "“Thing” cannot be “feu, eau”. Write some of these, separated by commas: Child, Fire, Night." },
  { &reference, "0", NULL },
  { &reference, "-1", NULL },
  { &reference, "CAFÉ", "“Thing” cannot be “CAFÉ”. Write the number of a row." },
  { &reference, "1 000", NULL },
  { &text, "a\303", NULL },
  { &long_text, "\377", NULL },
};

static void
test_refuse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      PltValue value = { PLT_VALUE_INTEGER, 4242, NULL };
      g_autoptr (GError) error = NULL;

      name_case (refusals[i].column, refusals[i].given);
      g_assert_false (plt_column_parse (refusals[i].column, refusals[i].given, &value, &error));
      g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, "“Thing” "));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      if (refusals[i].message != NULL)
        g_assert_cmpstr (error->message, ==, refusals[i].message);
      g_assert_cmpint (value.integer, ==, 4242);
    }
}

static void
test_length (void)
{
  static const struct
  {
    const PltColumn *column;
    gsize max;
  } cases[] = { { &text, 1000 },
                { &open_choice, 1000 },
                { &file, 1000 },
                { &formula, 500 },
                { &long_text, 1000000 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) given = g_string_new (NULL);
      g_auto (PltValue) value = PLT_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      for (gsize n = 0; n < cases[i].max; n++)
        g_string_append (given, "é");
      g_assert_true (plt_column_parse (cases[i].column, given->str, &value, NULL));
      g_assert_cmpstr (value.text, ==, given->str);
      g_string_append_c (given, 'x');
      g_assert_false (plt_column_parse (cases[i].column, given->str, &value, &error));
      g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
      g_assert_cmpuint (strlen (error->message), <, 300);
    }
}

static void
test_check (void)
{
  static const struct
  {
    const PltColumn *column;
    PltValue value;
    gboolean good;
  } cases[] = {
    { &text, { PLT_VALUE_TEXT, 0, (char *) "a" }, TRUE },
    { &text, { PLT_VALUE_TEXT, 0, (char *) "a\nb" }, FALSE },
    { &long_text, { PLT_VALUE_TEXT, 0, (char *) "a\nb" }, TRUE },
    { &text, { PLT_VALUE_NULL, 0, NULL }, FALSE },
    { &text, { PLT_VALUE_INTEGER, 5, NULL }, FALSE },
    { &text, { PLT_VALUE_TEXT, 0, (char *) "\303" }, FALSE },
    { &required_text, { PLT_VALUE_TEXT, 0, (char *) "" }, FALSE },
    { &integer, { PLT_VALUE_TEXT, 0, (char *) "5" }, FALSE },
    { &integer, { PLT_VALUE_INTEGER, -1, NULL }, FALSE },
    { &required_integer, { PLT_VALUE_NULL, 0, NULL }, FALSE },
    { &signed_money, { PLT_VALUE_INTEGER, -1, NULL }, TRUE },
    { &signed_money, { PLT_VALUE_INTEGER, G_MININT64, NULL }, FALSE },
    { &boolean, { PLT_VALUE_INTEGER, 1, NULL }, TRUE },
    { &boolean, { PLT_VALUE_INTEGER, 2, NULL }, FALSE },
    { &boolean, { PLT_VALUE_NULL, 0, NULL }, FALSE },
    { &clock_, { PLT_VALUE_INTEGER, 2879, NULL }, TRUE },
    { &clock_, { PLT_VALUE_INTEGER, 2880, NULL }, FALSE },
    { &date, { PLT_VALUE_TEXT, 0, (char *) "2026-02-28" }, TRUE },
    { &date, { PLT_VALUE_TEXT, 0, (char *) "2026-02-29" }, FALSE },
    { &date, { PLT_VALUE_TEXT, 0, (char *) "28/02/2026" }, FALSE },
    { &choice, { PLT_VALUE_TEXT, 0, (char *) "tournee" }, TRUE },
    { &choice, { PLT_VALUE_TEXT, 0, (char *) "Shot" }, FALSE },
    { &open_choice, { PLT_VALUE_TEXT, 0, (char *) "Shot" }, TRUE },
    { &flags, { PLT_VALUE_TEXT, 0, (char *) "enfant,feu,nuit" }, TRUE },
    { &flags, { PLT_VALUE_TEXT, 0, (char *) "enfant,nuit" }, TRUE },
    { &flags, { PLT_VALUE_TEXT, 0, (char *) "nuit,enfant" }, FALSE },
    { &flags, { PLT_VALUE_TEXT, 0, (char *) "enfant,enfant" }, FALSE },
    { &flags, { PLT_VALUE_TEXT, 0, (char *) "enfant," }, FALSE },
    { &flags, { PLT_VALUE_TEXT, 0, (char *) ",enfant" }, FALSE },
    { &flags, { PLT_VALUE_TEXT, 0, (char *) "enfants" }, FALSE },
    { &reference, { PLT_VALUE_INTEGER, 3, NULL }, TRUE },
    { &reference, { PLT_VALUE_INTEGER, -1, NULL }, TRUE }, /* a handle of a batch */
    { &reference, { PLT_VALUE_INTEGER, 0, NULL }, FALSE },
    { &reference, { PLT_VALUE_NULL, 0, NULL }, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean good = plt_column_check (cases[i].column, &cases[i].value, &error);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (good, ==, cases[i].good);
      if (!good)
        g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
    }
}

/* ---- round trip ---- */

static gint64
random_integer (gint64 limit, gboolean is_signed)
{
  guint64 bits = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
  gint64 number = (gint64) (bits >> g_test_rand_int_range (1, 64));

  if (limit < G_MAXINT64)
    number %= limit + 1;
  return is_signed && g_test_rand_bit () ? -number : number;
}

static PltValue
random_text (gboolean lines)
{
  static const char *const pieces[]
      = { "a", "É",  "œ",        " ", ",", ";",         "\"", "'", "’",
          "=", "12", "\302\240", "😀", "é", "e\314\201", "\n", "\t" };
  g_autoptr (GString) out = g_string_new ("zz");

  for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
    g_string_append (
        out, pieces[g_test_rand_int_range (0, (gint32) G_N_ELEMENTS (pieces) - (lines ? 0 : 2))]);
  g_string_append_c (out, '.');
  return plt_value_text (out->str);
}

static PltValue
random_choices (const PltColumn *column)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const PltChoice *c = column->choices; c->id != NULL; c++)
    if (g_test_rand_bit ())
      {
        if (out->len > 0)
          g_string_append_c (out, ',');
        g_string_append (out, c->id);
        if (column->type == PLT_COLUMN_CHOICE)
          break;
      }
  return plt_value_text (out->str);
}

/* Any value that the column takes. */
static PltValue
random_value (const PltColumn *column)
{
  gboolean is_signed = (column->flags & PLT_COLUMN_SIGNED) != 0;

  switch (column->type)
    {
    case PLT_COLUMN_TEXT:
    case PLT_COLUMN_FILE:
    case PLT_COLUMN_FORMULA:
      return random_text (FALSE);
    case PLT_COLUMN_LONG_TEXT:
      return random_text (TRUE);
    case PLT_COLUMN_CHOICE:
      if ((column->flags & PLT_COLUMN_OPEN) != 0 && g_test_rand_bit ())
        return random_text (FALSE);
      return random_choices (column);
    case PLT_COLUMN_FLAGS:
      return random_choices (column);
    case PLT_COLUMN_DATE:
      {
        g_autofree char *iso
            = g_strdup_printf ("%04d-%02d-%02d", g_test_rand_int_range (1, 10000),
                               g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 29));

        return plt_value_text (iso);
      }
    case PLT_COLUMN_BOOLEAN:
      return plt_value_integer (g_test_rand_int_range (0, 2));
    case PLT_COLUMN_CLOCK:
      return plt_value_integer (random_integer (2879, is_signed));
    case PLT_COLUMN_DURATION:
    case PLT_COLUMN_SECONDS:
    case PLT_COLUMN_EIGHTHS:
      return plt_value_integer (random_integer (999999999, is_signed));
    case PLT_COLUMN_COORDINATE:
      return plt_value_integer (random_integer (180000000, is_signed));
    case PLT_COLUMN_REFERENCE:
      return plt_value_integer (1 + random_integer (G_MAXINT64 - 1, FALSE));
    case PLT_COLUMN_INTEGER:
    case PLT_COLUMN_MONEY:
    case PLT_COLUMN_RATE:
    case PLT_COLUMN_QUANTITY:
      return plt_value_integer (random_integer (G_MAXINT64, is_signed));
    default:
      g_assert_not_reached ();
    }
}

static void
check_round_trip (const PltColumn *column)
{
  g_auto (PltValue) value = random_value (column);
  g_auto (PltValue) from_edited = PLT_VALUE_INIT;
  g_auto (PltValue) from_shown = PLT_VALUE_INIT;
  g_autofree char *edited = plt_column_format_edit (column, &value);
  g_autofree char *shown = plt_column_format (column, &value);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!plt_column_check (column, &value, NULL))
    {
      /* empty where something is required: the only random value that is refused */
      g_assert_cmpint (column->flags & PLT_COLUMN_REQUIRED, !=, 0);
      g_assert_cmpstr (plt_value_get_text (&value), ==, "");
      return;
    }
  done = plt_column_parse (column, edited, &from_edited, &error);
  if (!done || !plt_value_equal (&value, &from_edited))
    g_error ("column %s, type %d: “%s” is not read back", column->id, column->type, edited);
  /* what a cell shows can be copied and pasted */
  done = plt_column_parse (column, shown, &from_shown, &error);
  if (!done || !plt_value_equal (&value, &from_shown))
    g_error ("column %s, type %d: “%s” is not pasted back", column->id, column->type, shown);
}

static void
test_round_trip (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint n = 0; n < 1000; n++)
      check_round_trip (all[i]);
}

static void
test_round_trip_tables (void)
{
  for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
    for (const PltColumn *column = (*table)->columns; column->id != NULL; column++)
      for (guint n = 0; n < 30; n++)
        check_round_trip (column);
}

/* Whatever is given, the answer is a value that passes the check, or one sentence. */
static void
test_noise (void)
{
  static const char *const pieces[]
      = { "1", "2",  "/",        ":", "h",   " ",   ",",   ".",          "-",
          "%", "€",  "min",      "'", "mai", "feu", "oui", "9999999999", "\303",
          "é", "\n", "\302\240", "8", "+",   "°",   "p" };

  for (guint n = 0; n < 20000; n++)
    {
      g_autoptr (GString) given = g_string_new (NULL);
      const PltColumn *column = all[g_test_rand_int_range (0, G_N_ELEMENTS (all))];
      g_auto (PltValue) value = PLT_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      for (int k = g_test_rand_int_range (0, 7); k > 0; k--)
        g_string_append (given, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      if (plt_column_parse (column, given->str, &value, &error))
        g_assert_true (plt_column_check (column, &value, NULL));
      else
        {
          g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
          g_assert_cmpint (value.kind, ==, PLT_VALUE_NULL);
        }
    }
}

static void
test_choices (void)
{
  g_assert_true (plt_column_find_choice (&choice, "tournee") == &statuses[1]);
  g_assert_null (plt_column_find_choice (&choice, "Shot"));
  g_assert_null (plt_column_find_choice (&text, "tournee"));
  g_assert_cmpstr (plt_choice_title (&statuses[1]), ==, "Shot");
  g_assert_cmpstr (plt_column_title (&choice), ==, "Thing");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column/numbers", test_numbers);
  g_test_add_func ("/column/texts", test_texts);
  g_test_add_func ("/column/empty", test_empty);
  g_test_add_func ("/column/refuse", test_refuse);
  g_test_add_func ("/column/length", test_length);
  g_test_add_func ("/column/check", test_check);
  g_test_add_func ("/column/round-trip", test_round_trip);
  g_test_add_func ("/column/round-trip/tables", test_round_trip_tables);
  g_test_add_func ("/column/noise", test_noise);
  g_test_add_func ("/column/choices", test_choices);
  return g_test_run ();
}
