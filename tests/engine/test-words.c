/* Words, their places and their forms; names of elements that are the same. */
#include "plt-words.h"

#include <string.h>

static void
test_cut (void)
{
  static const struct
  {
    const char *text;
    const char *words; /* start-end:folded, parted by spaces */
  } cases[] = {
    { "", "" },
    { "…", "" },
    { "Nora descend.", "0-4:nora 5-12:descend" },
    { "L’épée, l'œil", "0-1:l 2-6:epee 8-9:l 10-13:oeil" },
    { "É\xCC\x81t\xC3\xA9", "0-4:ete" },               /* a mark too many, and a composed one */
    { "e\xCC\x81t\xC3\xA9", "0-4:ete" },               /* marks of their own count as characters */
    { "porte-documents", "0-5:porte 6-15:documents" }, /* cut at the hyphen */
    { "12A à 7h30", "0-3:12a 4-5:a 6-10:7h30" },
    { "🎬 clap", "2-6:clap" },
    { "שלום לך", "0-4:שלום 5-7:לך" },
  };
  g_autoptr (PltWords) words = plt_words_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      plt_words_cut (words, cases[i].text);
      for (guint j = 0; j < plt_words_get_n (words); j++)
        g_string_append_printf (text, "%s%u-%u:%s", j > 0 ? " " : "",
                                plt_words_get (words, j)->start, plt_words_get (words, j)->end,
                                plt_words_folded (words, j));
      g_assert_cmpstr (text->str, ==, cases[i].words);
    }
}

static void
test_flags (void)
{
  g_autoptr (PltWords) words = plt_words_new ();
  static const PltWordFlags wanted[] = {
    PLT_WORD_CAPITAL | PLT_WORD_FIRST | PLT_WORD_ELIDED,
    PLT_WORD_JOINED | PLT_WORD_UPPER | PLT_WORD_CAPITAL | PLT_WORD_ACCENTED,
    PLT_WORD_NUMBER | PLT_WORD_BRACKET,
    PLT_WORD_JOINED,
    PLT_WORD_FIRST | PLT_WORD_CAPITAL,
  };

  plt_words_cut (words, "L’ÉLÈVE, 8 ans. Dort");
  g_assert_cmpuint (plt_words_get_n (words), ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmphex (plt_words_get (words, i)->flags, ==, wanted[i]);
  /* with accents, two spellings of Unicode are one */
  plt_words_cut (words, "p\xC3\xAA"
                        "che pe\xCC\x82"
                        "che péché peche");
  g_assert_cmpstr (plt_words_exact (words, 0), ==, plt_words_exact (words, 1));
  g_assert_cmpstr (plt_words_exact (words, 0), !=, plt_words_exact (words, 2));
  g_assert_cmpstr (plt_words_exact (words, 3), ==, "peche");
}

static void
test_key (void)
{
  static const struct
  {
    const char *one, *other;
    gboolean plural, same;
  } cases[] = {
    { "La vieille lanterne", "vieilles lanternes", TRUE, TRUE },
    { "Chevaux", "un cheval", TRUE, TRUE },
    { "Bateaux", "bateau", TRUE, TRUE },
    { "l’œuf", "Oeufs", TRUE, TRUE },
    { "Bus", "Bu", TRUE, FALSE },
    { "LUCAS", "LUCA", FALSE, FALSE },
    { "Élodie", "ELODIE", FALSE, TRUE },
    { "Le maire", "MAIRE", FALSE, TRUE },
    { "Son", "Le son", TRUE, TRUE }, /* an article alone is a name */
    { "Talkie-walkie", "talkies walkies", TRUE, TRUE },
  };
  g_autofree char *nothing = plt_element_key ("🎬 …", TRUE);

  g_assert_cmpstr (nothing, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *one = plt_element_key (cases[i].one, cases[i].plural);
      g_autofree char *other = plt_element_key (cases[i].other, cases[i].plural);

      if (g_str_equal (one, other) != cases[i].same)
        g_error ("case %u: “%s”, “%s”", i, one, other);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/cut", test_cut);
  g_test_add_func ("/words/flags", test_flags);
  g_test_add_func ("/words/key", test_key);
  return g_test_run ();
}
