/* plt-text.h: order, folding, cutting, names of files, encodings. */
#include <stdlib.h>
#include <string.h>

#include "plt-text.h"

static int
sign (int n)
{
  return (n > 0) - (n < 0);
}

/* plt_text_compare(), which must say the same as its keys and the opposite the other way round. */
static int
compare (const char *a, const char *b)
{
  g_autofree char *left = plt_text_sort_key (a);
  g_autofree char *right = plt_text_sort_key (b);
  int order = sign (plt_text_compare (a, b));

  g_assert_cmpint (order, ==, -sign (plt_text_compare (b, a)));
  g_assert_cmpint (order, ==, sign (strcmp (left, right)));
  g_assert_cmpint (order == 0, ==, strcmp (a, b) == 0);
  return order;
}

/* Each list is in order: every pair is compared. */
static const char *const orders[][12] = {
  { "1", "2", "7", "7Bis", "7Ter", "8", "10", "12", "12A", "12B", "13", NULL },
  { "", " ", "-", "0", "1", "a", "b", NULL },
  { "eclair", "Éclair", "ecluse", "Écran", "étoile", "Zoé", NULL },
  { "cote", "coté", "côte", "côté", "cotes", NULL },
  { "oe", "Œ", "oeil", "œil", "oeuf", "Œuf", "of", NULL },
  { "EXT", "INT", "int", NULL },
  { "CAFÉ", "CAFÉ DU PORT", "CAFÉ DU PORT / SALLE", "CAFETIÈRE", NULL },
  { "007", "07", "7", "8", NULL },
  { "a1b", "a1c", "a2b", "a10b", "ab", NULL },
  { "99999999", "123456789", "999999999", "1000000000", "99999999999999999999",
    "100000000000000000000", NULL },
  { "1.2", "1.10", "1.10.3", "1.10.12", NULL },
  { "L'ÉCOLE", "L’ÉCOLE", "LA COUR", NULL },
  { "101/2", "101/12A", "102/1", NULL },
};

static void
test_order (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    for (gsize a = 0; orders[i][a] != NULL; a++)
      for (gsize b = 0; orders[i][b] != NULL; b++)
        {
          g_test_message ("“%s” and “%s”", orders[i][a], orders[i][b]);
          g_assert_cmpint (compare (orders[i][a], orders[i][b]), ==, a < b ? -1 : a > b);
        }
}

static char *
random_text (void)
{
  static const char *const pieces[]
      = { "a",  "A", "e", "é", "É", "e\314\201", "œ",  "oe",   "0",        "00",  "1",
          "12", "9", " ", "-", "’", "'",         "\1", "\t",   "\302\240", "z",   "ß",
          "½",  "2", "²", "€", "…", "ł",         "ﬁ",  "\303", "\302\255", "\177" };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

/* A total order: the three agree, for any texts, and 0 means the same bytes. */
static void
test_order_property (void)
{
  for (guint i = 0; i < 30000; i++)
    {
      g_autofree char *a = random_text ();
      g_autofree char *b = random_text ();
      g_autofree char *c = random_text ();
      int ab = compare (a, b), bc = compare (b, c), ac = compare (a, c);

      if (ab <= 0 && bc <= 0)
        g_assert_cmpint (ac, <=, 0);
      if (ab >= 0 && bc >= 0)
        g_assert_cmpint (ac, >=, 0);
    }
}

typedef struct
{
  const char *in, *out;
} Pair;

static void
check_pairs (char *(*function) (const char *), const Pair *pairs, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *out = function (pairs[i].in);

      g_assert_cmpstr (out, ==, pairs[i].out);
    }
}

static void
test_fold (void)
{
  static const Pair pairs[] = {
    { "", "" },
    { "Cafe", "cafe" },
    { "CAFÉ DU PORT", "cafe du port" },
    { "Cafe\314\201", "cafe" },
    { "Œuvre d’Ægir", "oeuvre d'aegir" },
    { "ÀÂÇÉÈÊËÎÏÔÙÛÜŸ", "aaceeeeiiouuuy" },
    { "1\302\240234\342\200\257€", "1 234 €" },
    { "A – B — C − D", "a - b - c - d" },
    { "ﬁn", "fin" },
    { "Straße", "strasse" },
    { "\303", "\357\277\275" },
  };

  check_pairs (plt_text_fold, pairs, G_N_ELEMENTS (pairs));
}

static void
test_contains (void)
{
  g_assert_true (plt_text_contains ("Le Café du port", "CAFE"));
  g_assert_true (plt_text_contains ("LE CAFE", "café"));
  g_assert_true (plt_text_contains ("œuf", "OEU"));
  g_assert_true (plt_text_contains ("l’immeuble", "l'imm"));
  g_assert_true (plt_text_contains ("abc", ""));
  g_assert_true (plt_text_contains ("", ""));
  g_assert_false (plt_text_contains ("", "a"));
  g_assert_false (plt_text_contains ("abc", "ac"));
}

static void
test_squeeze (void)
{
  static const Pair pairs[] = {
    { "", "" },
    { "   ", "" },
    { " a  b ", "a b" },
    { "a\t\n\r\v\fb", "a b" },
    { "a\302\240\342\200\257\342\200\211b\343\200\200", "a b" },
    { "\357\273\277é", "é" },
    { "a\303", "a\357\277\275" },
  };

  check_pairs (plt_text_squeeze, pairs, G_N_ELEMENTS (pairs));
}

static void
test_excerpt (void)
{
  g_autofree char *whole = plt_text_excerpt ("été", 3);
  g_autofree char *cut = plt_text_excerpt ("étés", 3);
  g_autofree char *one = plt_text_excerpt ("abc", 1);
  g_autofree char *line = plt_text_excerpt ("a\nb\303", 9);

  g_assert_cmpstr (whole, ==, "été");
  g_assert_cmpstr (cut, ==, "ét…");
  g_assert_cmpstr (one, ==, "…");
  g_assert_cmpstr (line, ==, "a b\357\277\275");
}

static void
test_title (void)
{
  static const Pair pairs[] = {
    { "CAFÉ DU PORT", "Café du port" },
    { "éCOLE", "École" },
    { "« ÉCOLE »", "« École »" },
    { "12 RUE", "12 Rue" },
    { "œUVRE", "Œuvre" },
    { "", "" },
    { "L’ÉCOLE", "L’école" },
  };

  check_pairs (plt_text_title, pairs, G_N_ELEMENTS (pairs));
}

static void
test_is_upper (void)
{
  g_assert_true (plt_text_is_upper ("NORA"));
  g_assert_true (plt_text_is_upper ("ÉLOÏSE (OFF) 2"));
  g_assert_true (plt_text_is_upper ("Œ"));
  g_assert_false (plt_text_is_upper ("Nora"));
  g_assert_false (plt_text_is_upper ("ÉLOïSE"));
  g_assert_false (plt_text_is_upper ("12 - !"));
  g_assert_false (plt_text_is_upper (""));
}

static void
test_set_str (void)
{
  char *field = NULL;

  g_assert_false (plt_set_str (&field, NULL));
  g_assert_true (plt_set_str (&field, "un deux"));
  g_assert_cmpstr (field, ==, "un deux");
  g_assert_false (plt_set_str (&field, "un deux"));
  g_assert_true (plt_set_str (&field, field + 3)); /* a part of itself */
  g_assert_cmpstr (field, ==, "deux");
  g_assert_true (plt_set_str (&field, NULL));
  g_assert_null (field);
}

static void
test_file_name (void)
{
  static const Pair pairs[] = {
    { "La Passe", "La Passe" },
    { "Été à Saint-Malo", "Été à Saint-Malo" },
    { "a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j" },
    { "", "plateau" },
    { "   ", "plateau" },
    { ".", "plateau" },
    { "..", "plateau" },
    { "...fin...", "fin" },
    { ".cache", "cache" },
    { "fin. ", "fin" },
    { "a\nb\tc", "a b c" },
    { "a\1b\177", "ab" },
    { "a\342\200\256b", "ab" }, /* a direction override, which would disguise an extension */
    { "CON", "CON-" },
    { "nul.txt", "nul.txt-" },
    { "Com1", "Com1-" },
    { "COM0", "COM0" },
    { "LPT9", "LPT9-" },
    { "CONTE", "CONTE" },
    { "../../etc/passwd", "-..-etc-passwd" },
  };
  g_autofree char *long_text = g_strnfill (1000, 'x');
  g_autofree char *long_name = plt_text_file_name (long_text);
  GString *accents = g_string_new (NULL);
  g_autofree char *cut = NULL;

  check_pairs (plt_text_file_name, pairs, G_N_ELEMENTS (pairs));
  g_assert_cmpuint (strlen (long_name), ==, 200);
  g_string_append_c (accents, 'x');
  for (guint i = 0; i < 300; i++)
    g_string_append (accents, "é");
  cut = plt_text_file_name (accents->str);
  g_assert_cmpuint (strlen (cut), ==, 199);
  g_assert_true (g_utf8_validate (cut, -1, NULL));
  g_string_free (accents, TRUE);
}

static void
test_encoding (void)
{
#define BYTES(text) (text), sizeof (text) - 1
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *encoding, *text;
    guint replaced;
  } cases[] = {
    { BYTES (""), "UTF-8", "", 0 },
    { BYTES ("abc"), "UTF-8", "abc", 0 },
    { BYTES ("été"), "UTF-8", "été", 0 },
    { BYTES ("\357\273\277été"), "UTF-8", "été", 0 },
    { BYTES ("\357\273\277\351t"), "UTF-8", "\357\277\275t", 1 },
    { BYTES ("a\0b"), "UTF-8", "a\357\277\275b", 1 },
    { BYTES ("\0"), "UTF-8", "\357\277\275", 1 },
    { BYTES ("\351t\351"), "Windows-1252", "été", 0 },
    { BYTES ("\200 \205 \234uf l\222\351t\351"), "Windows-1252", "€ … œuf l’été", 0 },
    { BYTES ("\201\215\217\220\235\351"), "Windows-1252",
      "\357\277\275\357\277\275\357\277\275\357\277\275\357\277\275é", 5 },
    { BYTES ("\351\0"), "Windows-1252", "é\357\277\275", 1 },
    { BYTES ("\303"), "Windows-1252", "Ã", 0 },
    { BYTES ("\377\376\351\0t\0"), "UTF-16LE", "ét", 0 },
    { BYTES ("\376\377\0\351\0t"), "UTF-16BE", "ét", 0 },
    { BYTES ("\377\376"), "UTF-16LE", "", 0 },
    { BYTES ("\377\376\074\330\254\337"), "UTF-16LE", "\360\237\216\254", 0 },
    { BYTES ("\376\377\330\074\337\254"), "UTF-16BE", "\360\237\216\254", 0 },
    { BYTES ("\377\376\074\330a\0"), "UTF-16LE", "\357\277\275a", 1 },
    { BYTES ("\377\376\074\330"), "UTF-16LE", "\357\277\275", 1 },
    { BYTES ("\377\376a\0b"), "UTF-16LE", "a\357\277\275", 1 },
    { BYTES ("\377\376\0\0a\0"), "UTF-16LE", "\357\277\275a", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *encoding = NULL;
      guint replaced = 4242;
      g_autofree char *text
          = plt_text_to_utf8 (cases[i].bytes, cases[i].length, &encoding, &replaced);
      g_autofree char *again = plt_text_to_utf8 (cases[i].bytes, cases[i].length, NULL, NULL);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (again, ==, cases[i].text);
      g_assert_cmpstr (encoding, ==, cases[i].encoding);
      g_assert_cmpuint (replaced, ==, cases[i].replaced);
    }
}

/* Whatever the bytes, the text is UTF-8. */
static void
test_encoding_property (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      char bytes[16];
      gsize length = (gsize) g_test_rand_int_range (0, sizeof bytes);
      g_autofree char *text = NULL;

      for (gsize j = 0; j < length; j++)
        bytes[j] = (char) g_test_rand_int ();
      if (i % 3 > 0 && length >= 2)
        memcpy (bytes, i % 3 == 1 ? "\377\376" : "\376\377", 2);
      text = plt_text_to_utf8 (bytes, length, NULL, NULL);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

static void
test_shorten (void)
{
  static const struct
  {
    const char *text;
    gsize signs;
    const char *shown;
  } cases[] = {
    { "", 1, "" }, { "été", 3, "été" }, { "étés", 3, "ét…" }, { "étés", 1, "…" }, { "x", 99, "x" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = plt_text_shorten (cases[i].text, cases[i].signs);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/order", test_order);
  g_test_add_func ("/text/order/property", test_order_property);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/contains", test_contains);
  g_test_add_func ("/text/shorten", test_shorten);
  g_test_add_func ("/text/squeeze", test_squeeze);
  g_test_add_func ("/text/excerpt", test_excerpt);
  g_test_add_func ("/text/title", test_title);
  g_test_add_func ("/text/is-upper", test_is_upper);
  g_test_add_func ("/text/set-str", test_set_str);
  g_test_add_func ("/text/file-name", test_file_name);
  g_test_add_func ("/text/encoding", test_encoding);
  g_test_add_func ("/text/encoding/property", test_encoding_property);
  return g_test_run ();
}
