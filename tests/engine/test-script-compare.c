/* Two versions side by side. */
#include <string.h>

#include "plt-script-compare.h"

/* "3 heading INT. CAVE" a line: séquence, kind, text. */
static PltFacts *
read_blocks (const char *source)
{
  PltFacts *facts = plt_facts_new ();
  g_auto (GStrv) lines = g_strsplit (source, "\n", -1);

  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], " ", 3);
      PltBlockFacts *block = PLT_FACTS_ADD (facts->blocks, PltBlockFacts, (gint64) i + 1);

      block->sequence = g_ascii_strtoll (parts[0], NULL, 10);
      block->kind = g_string_chunk_insert (facts->strings, parts[1][0] == 'h'   ? "heading"
                                                           : parts[1][0] == 'd' ? "dialogue"
                                                                                : "action");
      block->text = g_string_chunk_insert (facts->strings, parts[2]);
    }
  return facts;
}

/* "#3 changed", then "= - + ~" with the texts; of a changed one how many runs. */
static char *
show (const PltFacts *old, const PltFacts *new)
{
  static const char *const states[] = { "same", "changed", "added", "cut" };
  g_autoptr (PltScriptCompare) compare
      = plt_script_compare (old->blocks.items, old->blocks.n, new->blocks.items, new->blocks.n);
  GString *out = g_string_new (NULL);

  for (guint s = 0; s < compare->sequences->len; s++)
    {
      const PltCompareSequence *sequence
          = &g_array_index (compare->sequences, PltCompareSequence, s);

      g_string_append_printf (out, "#%" G_GINT64_FORMAT " %s%s\n", sequence->sequence,
                              states[sequence->state], sequence->moved ? " moved" : "");
      for (guint r = sequence->first_row; r < sequence->first_row + sequence->n_rows; r++)
        {
          const PltCompareRow *row = &g_array_index (compare->rows, PltCompareRow, r);
          const char *text = row->new_block >= 0 ? new->blocks.items[row->new_block].text
                                                 : old->blocks.items[row->old_block].text;

          g_string_append_printf (out, "%c%s", "=~+-"[row->state], text);
          if (row->state == PLT_COMPARE_CHANGED)
            g_string_append_printf (out, " (%u)", row->n_runs);
          g_string_append_c (out, '\n');
        }
    }
  return g_string_free (out, FALSE);
}

/* What stands before the first séquence is none; what moved is not the same. */
static void
test_counts (void)
{
  g_autoptr (PltFacts) old = read_blocks ("0 a Titre\n1 h A\n2 h B\n3 h C\n4 h D");
  g_autoptr (PltFacts) new = read_blocks ("0 a Titre\n1 h A\n5 h E\n4 h D\n3 h C");
  g_autoptr (PltScriptCompare) compare
      = plt_script_compare (old->blocks.items, old->blocks.n, new->blocks.items, new->blocks.n);

  g_assert_cmpuint (compare->same, ==, 2); /* A and C */
  g_assert_cmpuint (compare->moved, ==, 1);
  g_assert_cmpuint (compare->added, ==, 1);
  g_assert_cmpuint (compare->cut, ==, 1);
  g_assert_cmpuint (compare->changed, ==, 0);
}

static void
test_compare (void)
{
  static const struct
  {
    const char *old_text, *new_text, *expected;
  } cases[] = {
    { "", "", "" },
    { "0 a Titre\n1 h CAVE\n1 a Noir.", "0 a Titre\n1 h CAVE\n1 a Noir.",
      "#0 same\n=Titre\n#1 same\n=CAVE\n=Noir.\n" },
    /* words, a paragraph more, one less */
    { "1 h CAVE\n1 a Il pose la lampe.\n1 a Il sort.\n1 d Adieu.",
      "1 h CAVE\n1 a Il jette la lampe.\n1 d Adieu.\n1 d Reviens !",
      "#1 changed\n=CAVE\n~Il jette la lampe. (4)\n-Il sort.\n=Adieu.\n+Reviens !\n" },
    /* nothing in common: one gone, one come */
    { "1 h CAVE\n1 a Une mouette crie.", "1 h CAVE\n1 a Deux enfants jouent",
      "#1 changed\n=CAVE\n-Une mouette crie.\n+Deux enfants jouent\n" },
    /* a heading is the changed form of a heading; a kind alone is a change without runs */
    { "1 h CAVE\n1 a Oui.", "1 h GRENIER\n1 d Oui.", "#1 changed\n~GRENIER (2)\n~Oui. (0)\n" },
    /* the one in the middle of others finds its own */
    { "1 a Alpha bravo charlie.\n1 a Delta echo foxtrot.",
      "1 a Nouveau paragraphe.\n1 a Delta echo golf.",
      "#1 changed\n-Alpha bravo charlie.\n+Nouveau paragraphe.\n~Delta echo golf. (4)\n" },
    /* added, cut at its old place, moved */
    { "1 h A\n2 h B\n3 h C\n4 h D", "1 h A\n5 h E\n4 h D\n3 h C",
      "#1 same\n=A\n#2 cut\n-B\n#5 added\n+E\n#4 same moved\n=D\n#3 same\n=C\n" },
    { "1 h A\n2 h B", "", "#1 cut\n-A\n#2 cut\n-B\n" },
    /* séquences whose row is gone are known by their heading */
    { "0 a Titre\n0 h CAVE\n0 a Un.\n0 h PORT", "0 h PORT\n0 h CAVE\n0 a Deux.",
      "#0 cut\n-Titre\n#0 same moved\n=PORT\n#0 changed\n=CAVE\n-Un.\n+Deux.\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) old = read_blocks (cases[i].old_text);
      g_autoptr (PltFacts) new = read_blocks (cases[i].new_text);
      g_autofree char *found = show (old, new);

      if (strcmp (found, cases[i].expected) != 0)
        g_test_message ("case %u", i);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* Every block is in one row, in its order within each séquence; runs cover their texts. */
static void
test_complete (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (GString) one = g_string_new (NULL);
      g_autoptr (GString) two = g_string_new (NULL);
      GString *const texts[] = { one, two };
      g_autoptr (PltFacts) old = NULL;
      g_autoptr (PltFacts) new = NULL;
      g_autoptr (PltScriptCompare) compare = NULL;
      g_autofree guint *seen_old = NULL;
      g_autofree guint *seen_new = NULL;

      for (guint side = 0; side < 2; side++)
        for (gint s = 0; s < 6; s++)
          {
            gint sequence = (s + (g_rand_int_range (rand, 0, 4) == 0 ? 3 : 0)) % 8 + 1;

            if (g_rand_int_range (rand, 0, 5) == 0)
              continue;
            for (gint p = g_rand_int_range (rand, 1, 8); p > 0; p--)
              g_string_append_printf (texts[side], "%d %s mot %d et mot %d\n", sequence + s * 10,
                                      p % 3 ? "a" : "d", g_rand_int_range (rand, 0, 4),
                                      g_rand_int_range (rand, 0, 4));
          }
      old = read_blocks (texts[0]->str);
      new = read_blocks (texts[1]->str);
      seen_old = g_new0 (guint, old->blocks.n + 1);
      seen_new = g_new0 (guint, new->blocks.n + 1);
      compare
          = plt_script_compare (old->blocks.items, old->blocks.n, new->blocks.items, new->blocks.n);
      for (guint i = 0; i < compare->rows->len; i++)
        {
          const PltCompareRow *row = &g_array_index (compare->rows, PltCompareRow, i);
          guint old_at = 0, new_at = 0;

          if (row->old_block >= 0)
            seen_old[row->old_block]++;
          if (row->new_block >= 0)
            seen_new[row->new_block]++;
          for (guint k = row->first_run; k < row->first_run + row->n_runs; k++)
            {
              const PltDiffRun *run = &g_array_index (compare->runs, PltDiffRun, k);

              g_assert_cmpuint (run->old_start, ==, old_at);
              g_assert_cmpuint (run->new_start, ==, new_at);
              old_at = run->old_end;
              new_at = run->new_end;
            }
          if (row->n_runs > 0)
            {
              g_assert_cmpuint (old_at, ==, strlen (old->blocks.items[row->old_block].text));
              g_assert_cmpuint (new_at, ==, strlen (new->blocks.items[row->new_block].text));
            }
        }
      for (guint i = 0; i < old->blocks.n; i++)
        g_assert_cmpuint (seen_old[i], ==, 1);
      for (guint i = 0; i < new->blocks.n; i++)
        g_assert_cmpuint (seen_new[i], ==, 1);
    }
}

/* A feature of 200 séquences where everything changed a little. */
static void
test_feature (void)
{
  g_autoptr (GString) one = g_string_new (NULL);
  g_autoptr (GString) two = g_string_new (NULL);
  GString *const texts[] = { one, two };
  g_autoptr (PltFacts) old = NULL;
  g_autoptr (PltFacts) new = NULL;
  g_autoptr (PltScriptCompare) compare = NULL;
  gint64 start;

  for (guint s = 1; s <= 200; s++)
    for (guint p = 0; p < 30; p++)
      for (guint side = 0; side < 2; side++)
        g_string_append_printf (
            texts[side], "%u %s Plan %u, il pose la lampe %u et prend le carnet %s %u.\n", s,
            p % 2 ? "a" : "d", p, s * p, side && p % 3 == 0 ? "vert" : "bleu", p * 7);
  old = read_blocks (texts[0]->str);
  new = read_blocks (texts[1]->str);
  start = g_get_monotonic_time ();
  compare = plt_script_compare (old->blocks.items, old->blocks.n, new->blocks.items, new->blocks.n);
  g_test_message ("200 sequences compared in %" G_GINT64_FORMAT " µs",
                  g_get_monotonic_time () - start);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
  g_assert_cmpuint (compare->changed, ==, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/script-compare/compare", test_compare);
  g_test_add_func ("/script-compare/compare-counts", test_counts);
  g_test_add_func ("/script-compare/complete", test_complete);
  g_test_add_func ("/script-compare/feature", test_feature);
  return g_test_run ();
}
