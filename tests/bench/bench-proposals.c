/* Reading a feature for proposals against cutting it into words, in the same run: the list of words
 * is a table that is asked, not a list that is gone through. */
#include <stdio.h>

#include "plt-load.h"
#include "plt-paths.h"
#include "plt-proposals.h"

#define ROUNDS 20

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStore) store = argc > 1 ? plt_store_open (argv[1], PLT_OPEN_READ, &error) : NULL;
  g_autoptr (PltFacts) facts = store != NULL ? plt_facts_load (store, &error) : NULL;
  g_autofree char *content
      = plt_paths_read ("referentials/" PLT_WORD_LIST_REFERENTIAL ".tsv", NULL, NULL);
  g_autoptr (PltWordList) list = NULL;
  g_autoptr (PltWords) words = plt_words_new ();
  gint64 cut, find, load, start;
  guint n_words = 0, n = 0;

  if (facts == NULL || !plt_facts_load_text (facts, store, 0, &error) || content == NULL)
    {
      fprintf (stderr, "%s\n", error != NULL ? error->message : "bench-proposals PRODUCTION");
      return 1;
    }
  start = g_get_monotonic_time ();
  list = plt_word_list_load (content, NULL);
  load = g_get_monotonic_time () - start;
  start = g_get_monotonic_time ();
  for (guint i = 0; i < ROUNDS; i++)
    for (guint j = 0; j < facts->blocks.n; j++)
      {
        plt_words_cut (words, facts->blocks.items[j].text);
        n_words += plt_words_get_n (words);
      }
  cut = (g_get_monotonic_time () - start) / ROUNDS;
  start = g_get_monotonic_time ();
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GPtrArray) proposals = plt_proposals_find (facts, list, 0);

      n = proposals->len;
    }
  find = (g_get_monotonic_time () - start) / ROUNDS;
  printf ("%u paragraphs, %u words, %u proposals\n", facts->blocks.n, n_words / ROUNDS, n);
  printf ("list %.1f ms, words %.1f ms, proposals %.1f ms: %.1f times the cutting of the words\n",
          (double) load / 1000, (double) cut / 1000, (double) find / 1000,
          (double) find / (double) MAX (cut, 1));
  return 0;
}
