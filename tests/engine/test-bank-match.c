/* Which movement an entry of the bank is: scores counted by hand, what is sure and what is not,
 * several at once, and what accepting writes. Names and amounts are invented. */
#include <string.h>

#include "plt-bank-match.h"
#include "plt-test-tax.h"

#define DAY(m, d) plt_date_from_ymd (2026, m, d)

static const char words[] = "# titre: essai\nnature\tcode\tmots\tsource\tmarque\n"
                            "courant\tcourant\tvirement|recu|emis|vir|prlv|sepa|carte\tusage\t"
                            "a-verifier\n";

static PltBankFacts *
entry (PltFacts *facts, gint64 id, PltDate date, PltMoney amount, const char *label)
{
  PltBankFacts *made = PLT_FACTS_ADD (facts->bank, PltBankFacts, id);

  made->bank_account = "Courant";
  made->date = date;
  made->value_date = PLT_DATE_NONE;
  made->label = label;
  made->amount_cents = amount;
  made->balance_cents = PLT_UNKNOWN;
  made->reference = "";
  made->note = "";
  return made;
}

static PltCashFacts *
movement (
    PltFacts *facts, gint64 id, const char *kind, PltDate date, PltMoney amount, const char *label)
{
  PltCashFacts *made = PLT_FACTS_ADD (facts->cash, PltCashFacts, id);

  made->kind = kind;
  made->date = date;
  made->amount_cents = amount;
  made->vat_cents = PLT_UNKNOWN;
  made->label = label;
  made->reference = "";
  return made;
}

/* Source 1 "Région des Phares" with instalments 11 and 12, line 21 of an employee, 22 and 23 of
 * suppliers, credit 31. */
static PltFacts *
new_facts (void)
{
  PltFacts *facts = plt_facts_new ();
  PltFundingFacts *source = PLT_FACTS_ADD (facts->funding, PltFundingFacts, 1);
  PltCreditFacts *credit;

  facts->production.opening_cents = PLT_UNKNOWN;
  facts->production.opening_date = PLT_DATE_NONE;
  source->name = "Région des Phares";
  source->funder = "Fonds Cinémer";
  for (gint64 i = 11; i <= 12; i++)
    {
      PltInstalmentFacts *instalment = PLT_FACTS_ADD (facts->instalments, PltInstalmentFacts, i);

      instalment->funding_source = 1;
      instalment->label = i == 11 ? "1er versement" : "2e versement";
    }
  for (gint64 i = 21; i <= 23; i++)
    {
      PltLineFacts *line = PLT_FACTS_ADD (facts->lines, PltLineFacts, i);

      line->label = i == 21 ? "Chef opérateur" : i == 22 ? "Caméra Lumexia" : "Optiques Lumexia";
      line->payee = i == 21 ? "salarie" : "facture";
      line->account = 7;
    }
  credit = PLT_FACTS_ADD (facts->credits, PltCreditFacts, 31);
  credit->name = "Crédit Dailly";
  credit->bank = "Banque Corail";
  return facts;
}

static PltBankForecast
expect (const char *table, gint64 id, PltDate date, PltMoney amount, PltMoney vat)
{
  return (PltBankForecast){ { table, id, NULL }, date, amount, vat };
}

/* "cash_entry 4 75 sure|...": the proposals of the entry, best first; + between several. */
static char *
dump (const PltBankMatch *match, gint64 id)
{
  const PltBankMatchEntry *found = plt_bank_match_find (match, id);
  GString *out = g_string_new (NULL);

  for (guint i = 0; found != NULL && i < found->proposals->len; i++)
    {
      const PltBankProposal *proposal = found->proposals->pdata[i];

      g_string_append (out, i > 0 ? "|" : "");
      for (guint j = 0; j < proposal->members->len; j++)
        {
          const PltBankCandidate *candidate = &g_array_index (
              match->candidates, PltBankCandidate, g_array_index (proposal->members, guint, j));

          g_string_append_printf (out, "%s%s %" G_GINT64_FORMAT, j > 0 ? "+" : "",
                                  candidate->ref.table, candidate->ref.id);
        }
      g_string_append_printf (out, " %d%s", proposal->score, proposal->sure ? " sure" : "");
    }
  return g_string_free (out, FALSE);
}

static void
check (PltFacts *facts, const PltBankForecast *forecasts, guint n, gint64 id, const char *expected)
{
  g_autoptr (PltBankMatch) match = plt_bank_match_new (facts, forecasts, n, words);
  g_autofree char *got = dump (match, id);

  g_assert_cmpstr (got, ==, expected);
}

/* ---- one ---- */

static const struct
{
  PltMoney amount;
  int month, day;
  const char *label, *expected;
} cases[] = {
  /* 50 + 25 + 20: two words */
  { 1000000, 3, 10, "VIREMENT RECU REGION DES PHARES", "instalment 11 95 sure" },
  /* 50 + 20 + 20: eight days later; the bank cut the word */
  { 1000000, 3, 18, "VIR SEPA CINEME PHARES", "instalment 11 90 sure" },
  /* 50 + 25 and no word in common: not sure */
  { 1000000, 3, 10, "VIREMENT RECU TRESORERIE GENERALE", "instalment 11 75" },
  /* 50 + 12 + 13: twenty days later, one word */
  { 1000000, 3, 30, "VIR PHARES", "instalment 11 75 sure" },
  /* 50 + 5 + 20: more than a month later: sure by its words */
  { 1000000, 4, 30, "VIR REGION PHARES", "instalment 11 75 sure" },
  /* two months later and more, with words: 50 + 0 + 20 */
  { 1000000, 6, 30, "VIR REGION PHARES", "instalment 11 70" },
  /* 25 without its VAT of 10 % + 25 + 20 */
  { 909091, 3, 10, "REGION PHARES", "instalment 11 70" },
  /* within 1 % and 50 €: 20 + 25 + 20 */
  { 999000, 3, 10, "REGION PHARES", "instalment 11 65" },
  /* a part, with words: 10 + 25 + 20; without: nothing */
  { 300000, 3, 10, "REGION PHARES", "instalment 11 55" },
  { 300000, 3, 10, "AUTRE CHOSE", "" },
  /* more than is due, and the other way round: nothing */
  { 1300000, 3, 10, "REGION PHARES", "" },
  { -1000000, 3, 10, "REGION PHARES", "" },
};

static void
test_one (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = new_facts ();
      const PltBankForecast forecast = expect ("instalment", 11, DAY (3, 10), 1000000, 90909);

      entry (facts, 1, DAY (cases[i].month, cases[i].day), cases[i].amount, cases[i].label);
      g_test_message ("case %u", i);
      check (facts, &forecast, 1, 1, cases[i].expected);
    }
}

/* Parts of one day are one payment: net pay and what is added to it. */
static void
test_parts (void)
{
  g_autoptr (PltFacts) facts = new_facts ();
  const PltBankForecast forecasts[] = { expect ("budget_line", 22, DAY (4, 30), -100000, 0),
                                        expect ("budget", 1, DAY (4, 30), -120000, 0),
                                        expect ("budget_line", 22, DAY (4, 30), -20000, -20000) };

  entry (facts, 1, DAY (4, 30), -120000, "PRLV LUMEXIA CAMERA");
  check (facts, forecasts, 3, 1, "budget_line 22 95 sure");
}

/* ---- movements entered before ---- */

static void
test_movements (void)
{
  g_autoptr (PltFacts) facts = new_facts ();

  movement (facts, 41, "reel", DAY (3, 1), -4500, "Parking");
  movement (facts, 42, "prevu", DAY (3, 2), -8800, "Essence");
  movement (facts, 43, "reel", DAY (3, 2), -100, "Déjà rapproché");
  movement (facts, 44, "reel", DAY (3, 2), -777700, "Loueur")->reference = "F-2031/B";
  entry (facts, 1, DAY (3, 2), -4500, "CB GARE");
  entry (facts, 2, DAY (3, 2), -8800, "CB STATION");
  entry (facts, 3, DAY (3, 2), -100, "X")->cash_entry = 43;
  entry (facts, 4, DAY (3, 2), -100, "X");
  entry (facts, 5, DAY (3, 2), -4500, "CB GARE")->note = "Ignoré : perso";
  entry (facts, 6, DAY (5, 20), -777700, "PRLV FACT F2031B");
  /* real: 50 + 25 is enough; planned: it has no word in common; linked and ignored: not there */
  check (facts, NULL, 0, 1, "cash_entry 41 75 sure");
  check (facts, NULL, 0, 2, "cash_entry 42 75");
  check (facts, NULL, 0, 3, "");
  check (facts, NULL, 0, 4, "");
  check (facts, NULL, 0, 5, "");
  /* 50 + 0 + its reference 25 */
  check (facts, NULL, 0, 6, "cash_entry 44 75 sure");
}

/* Two entries or two movements alike: a person says which. */
static void
test_rivals (void)
{
  g_autoptr (PltFacts) facts = new_facts ();

  movement (facts, 41, "reel", DAY (3, 1), -4500, "Parking");
  entry (facts, 1, DAY (3, 2), -4500, "CB GARE");
  entry (facts, 2, DAY (3, 3), -4500, "CB GARE");
  check (facts, NULL, 0, 1, "cash_entry 41 75");
  check (facts, NULL, 0, 2, "cash_entry 41 75");
  entry (facts, 3, DAY (3, 1), -990, "CB CAFE");
  movement (facts, 42, "reel", DAY (3, 1), -990, "Café du matin");
  movement (facts, 43, "reel", DAY (3, 1), -990, "Thé");
  /* 50 + 25 + 9 for the word; the other is within ten */
  check (facts, NULL, 0, 3, "cash_entry 42 84|cash_entry 43 75");
}

/* ---- several ---- */

static void
test_several (void)
{
  g_autoptr (PltFacts) facts = new_facts ();
  const PltBankForecast forecasts[] = {
    expect ("budget_line", 22, DAY (4, 30), -120000, -20000),
    expect ("budget_line", 23, DAY (5, 2), -36000, -6000),
    expect ("budget_line", 21, DAY (5, 2), -150000, 0),
  };
  g_autoptr (PltBankMatch) match = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltBankProposal *first;
  guint alone = 0;

  entry (facts, 1, DAY (5, 4), -156000, "PRLV LUMEXIA");
  match = plt_bank_match_new (facts, forecasts, 3, words);
  first = plt_bank_match_find (match, 1)->proposals->pdata[0];
  g_assert_cmpuint (first->members->len, ==, 2);
  g_assert_false (first->sure);
  /* 40 + 20: the farthest is four days away, + 20 */
  g_assert_cmpint (first->score, ==, 80);
  g_assert_true (plt_bank_match_accept (match, &facts->bank.items[0],
                                        (const guint *) first->members->data, 2, batch));
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 3);
  g_assert_cmpstr (plt_batch_get_edit (batch, 2)->table->id, ==, "bank_entry");
  /* two that do not add up are refused, and none */
  g_assert_false (
      plt_bank_match_accept (match, &facts->bank.items[0], (guint[]){ 0, 2 }, 2, batch));
  g_assert_false (plt_bank_match_accept (match, &facts->bank.items[0], &alone, 0, batch));
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 3);
}

/* The wages of a day in one transfer: no word in common, all of them add up. */
static void
test_family (void)
{
  g_autoptr (PltFacts) facts = new_facts ();
  PltBankForecast forecasts[9];

  for (guint i = 0; i < 9; i++)
    {
      PltLineFacts *line = PLT_FACTS_ADD (facts->lines, PltLineFacts, 50 + i);

      line->label = "Poste";
      line->payee = i < 8 ? "salarie" : "auteur";
      forecasts[i] = expect ("budget_line", 50 + i, DAY (4, 30), -100000 - (PltMoney) i, 0);
    }
  entry (facts, 1, DAY (4, 29), -800028, "VIREMENT SALAIRES");
  {
    g_autoptr (PltBankMatch) match = plt_bank_match_new (facts, forecasts, 9, words);
    const PltBankMatchEntry *found = plt_bank_match_find (match, 1);
    const PltBankProposal *first = found->proposals->pdata[0];

    g_assert_cmpuint (found->proposals->len, ==, 1);
    g_assert_cmpuint (first->members->len, ==, 8);
    g_assert_cmpint (first->score, ==, 65);
    g_assert_cmpint (first->days, ==, -1);
  }
}

/* ---- accepting ---- */

/* "insert cash_entry date=2026-03-10 ...": one edit a line. */
static char *
dump_batch (const PltBatch *batch)
{
  static const char *const kinds[] = { "insert", "update", "delete" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++)
    {
      const PltEdit *edit = plt_batch_get_edit (batch, i);

      g_string_append_printf (out, "%s%s %s %" G_GINT64_FORMAT, i > 0 ? "\n" : "",
                              kinds[edit->kind], edit->table->id, edit->id);
      for (guint j = 0; j < edit->values->len; j++)
        {
          const PltEditValue *value = &g_array_index (edit->values, PltEditValue, j);

          g_string_append_printf (out, " %s=", value->column->id);
          if (value->value.kind == PLT_VALUE_INTEGER)
            g_string_append_printf (out, "%" G_GINT64_FORMAT, value->value.integer);
          else if (value->value.kind == PLT_VALUE_TEXT)
            g_string_append (out, value->value.text);
        }
    }
  return g_string_free (out, FALSE);
}

static void
test_accept_sure (void)
{
  g_autoptr (PltFacts) facts = new_facts ();
  const PltBankForecast forecasts[] = { expect ("instalment", 11, DAY (3, 10), 1000000, 90909),
                                        expect ("instalment", 12, PLT_DATE_NONE, 600000, 0) };
  g_autoptr (PltBankMatch) match = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *got = NULL;

  entry (facts, 1, DAY (3, 12), 1000000, "VIR REGION DES PHARES")->reference = "B77";
  entry (facts, 2, DAY (3, 12), 600000, "VIR TRESOR");
  movement (facts, 41, "prevu", DAY (3, 1), -4500, "Parking gare");
  entry (facts, 3, DAY (3, 2), -4500, "CB PARKING GARE");
  match = plt_bank_match_new (facts, forecasts, 2, words);
  g_assert_cmpuint (match->n_sure, ==, 2);
  g_assert_cmpuint (plt_bank_match_accept_sure (match, batch), ==, 2);
  got = dump_batch (batch);
  g_assert_cmpstr (got, ==,
                   "insert cash_entry -1 date=2026-03-12 label=Région des Phares, 1er versement "
                   "amount_cents=1000000 kind=reel instalment=11 vat_cents=90909 reference=B77\n"
                   "update instalment 11 paid_date=2026-03-12\n"
                   "update bank_entry 1 cash_entry=-1\n"
                   "update cash_entry 41 kind=reel date=2026-03-02 reference=\n"
                   "update bank_entry 3 cash_entry=41");
}

/* A part: the VAT in proportion, half up, and the instalment stays open. */
static void
test_accept_part (void)
{
  g_autoptr (PltFacts) facts = new_facts ();
  const PltBankForecast forecast = expect ("instalment", 11, DAY (3, 10), 1000000, 90909);
  g_autoptr (PltBankMatch) match = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *got = NULL, *said = NULL;
  const guint only = 0;

  entry (facts, 1, DAY (3, 10), 300000, "REGION PHARES");
  match = plt_bank_match_new (facts, &forecast, 1, words);
  g_assert_true (plt_bank_match_accept (match, &facts->bank.items[0], &only, 1, batch));
  got = dump_batch (batch);
  /* 300 000 × 90 909 / 1 000 000 = 27 272,7 */
  g_assert_cmpstr (got, ==,
                   "insert cash_entry -1 date=2026-03-10 label=Région des Phares, 1er versement "
                   "amount_cents=300000 kind=reel instalment=11 vat_cents=27273 reference=\n"
                   "update bank_entry 1 cash_entry=-1");
  said = plt_bank_proposal_describe (match, plt_bank_match_find (match, 1)->proposals->pdata[0]);
  g_assert_nonnull (strstr (said, "would be left"));
}

static void
test_states (void)
{
  g_autoptr (PltFacts) facts = new_facts ();
  PltBankFacts *one = entry (facts, 9, DAY (3, 10), -500, "FRAIS");
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *got = NULL;

  g_assert_cmpint (plt_bank_entry_state (one), ==, PLT_BANK_OPEN);
  plt_bank_entry_ignore (one, "virement interne", batch);
  plt_bank_entry_create (one, 7, batch);
  one->note = "Ignoré : virement interne";
  g_assert_cmpint (plt_bank_entry_state (one), ==, PLT_BANK_IGNORED_STATE);
  plt_bank_entry_reopen (one, batch);
  one->note = "";
  one->cash_entry = 3;
  g_assert_cmpint (plt_bank_entry_state (one), ==, PLT_BANK_MATCHED);
  plt_bank_entry_reopen (one, batch);
  got = dump_batch (batch);
  g_assert_cmpstr (got, ==,
                   "update bank_entry 9 note=Ignoré : virement interne\n"
                   "insert cash_entry -1 date=2026-03-10 label=FRAIS amount_cents=-500 kind=reel "
                   "account=7 reference=\n"
                   "update bank_entry 9 cash_entry=-1\n"
                   "update bank_entry 9 note=virement interne\n"
                   "update bank_entry 9 cash_entry=");
}

/* The tag of a group holds its movements together, and they are no candidates any more. */
static void
test_tag (void)
{
  g_autoptr (PltFacts) facts = new_facts ();
  g_autoptr (GArray) movements = NULL;
  PltBankFacts *group = entry (facts, 12, DAY (3, 2), -300, "X");

  movement (facts, 41, "reel", DAY (3, 2), -100, "A")->reference = "F1 · relevé 12";
  movement (facts, 42, "reel", DAY (3, 2), -200, "B")->reference = "relevé 12";
  movement (facts, 43, "reel", DAY (3, 2), -200, "C")->reference = "relevé 99";
  group->cash_entry = 41;
  movements = plt_bank_entry_movements (facts, group);
  g_assert_cmpuint (movements->len, ==, 2);
  g_assert_cmpint (g_array_index (movements, gint64, 1), ==, 42);
  entry (facts, 13, DAY (3, 2), -200, "Y");
  check (facts, NULL, 0, 13, "cash_entry 43 75 sure");
}

static void
test_balance (void)
{
  g_autoptr (PltFacts) facts = new_facts ();
  PltBankBalance balance = plt_bank_balance (facts);

  g_assert_cmpint (balance.bank, ==, PLT_UNKNOWN);
  g_assert_cmpint (balance.date, ==, PLT_DATE_NONE);
  entry (facts, 1, DAY (3, 2), -300, "A")->balance_cents = 700;
  entry (facts, 2, DAY (3, 2), 500, "B")->balance_cents = 1200;
  entry (facts, 3, DAY (3, 1), 40, "C")->balance_cents = 40;
  facts->bank.items[2].bank_account = "Livret";
  facts->bank.items[0].cash_entry = 41;
  facts->bank.items[2].note = "Ignoré";
  movement (facts, 41, "reel", DAY (3, 2), -300, "A");
  movement (facts, 42, "prevu", DAY (3, 2), -999, "P");
  movement (facts, 43, "reel", DAY (4, 1), -50, "plus tard");
  facts->production.opening_cents = 1000;
  balance = plt_bank_balance (facts);
  g_assert_cmpint (balance.bank, ==, 1240);
  g_assert_cmpint (balance.movements, ==, 700);
  g_assert_cmpint (balance.open, ==, 500);
  g_assert_cmpint (balance.ignored, ==, 40);
  /* what is open and ignored is all the difference */
  g_assert_cmpint (balance.bank - balance.movements, ==, balance.open + balance.ignored);
  g_assert_cmpuint (balance.n_open + balance.n_matched + balance.n_ignored, ==, 3);
}

/* ---- properties ---- */

/* Whatever is there: a sure pair is to the centime, alone in its kind, and no movement is given to
 * two entries; the largest amounts overflow nothing. */
static void
test_random (void)
{
  static const char *const names[] = { "Phares", "Corail", "Lumexia", "Cinémer", "Parking" };
  g_autoptr (GRand) random = g_rand_new_with_seed (6);

  for (guint run = 0; run < 200; run++)
    {
      g_autoptr (PltFacts) facts = new_facts ();
      g_autoptr (GHashTable) given = g_hash_table_new (NULL, NULL);
      g_autoptr (PltBankMatch) match = NULL;

      for (int i = 0; i < 40; i++)
        {
          PltMoney amount = run % 20 == 19 ? G_MAXINT64 - i
                                           : (PltMoney) g_rand_int_range (random, -20, 20) * 100;
          PltDate date = DAY (1, 1) + g_rand_int_range (random, 0, 60);

          if (i % 2 == 0)
            movement (facts, 100 + i, i % 4 ? "reel" : "prevu", date, amount,
                      names[g_rand_int_range (random, 0, 5)]);
          else
            entry (facts, 100 + i, date, amount, names[g_rand_int_range (random, 0, 5)]);
        }
      match = plt_bank_match_new (facts, NULL, 0, NULL);
      for (guint i = 0; i < match->entries->len; i++)
        {
          const PltBankMatchEntry *made = &g_array_index (match->entries, PltBankMatchEntry, i);

          g_assert_cmpuint (made->proposals->len, <=, 5);
          for (guint j = 0; j < made->proposals->len; j++)
            {
              const PltBankProposal *proposal = made->proposals->pdata[j];
              guint first = g_array_index (proposal->members, guint, 0);

              g_assert_true (!proposal->sure || j == 0);
              if (proposal->sure)
                {
                  g_assert_cmpint (
                      g_array_index (match->candidates, PltBankCandidate, first).amount, ==,
                      made->entry->amount_cents);
                  g_assert_true (g_hash_table_add (given, GUINT_TO_POINTER (first)));
                }
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/bank-match/one", test_one);
  g_test_add_func ("/engine/bank-match/parts", test_parts);
  g_test_add_func ("/engine/bank-match/movements", test_movements);
  g_test_add_func ("/engine/bank-match/rivals", test_rivals);
  g_test_add_func ("/engine/bank-match/several", test_several);
  g_test_add_func ("/engine/bank-match/family", test_family);
  g_test_add_func ("/engine/bank-match/accept-sure", test_accept_sure);
  g_test_add_func ("/engine/bank-match/accept-part", test_accept_part);
  g_test_add_func ("/engine/bank-match/states", test_states);
  g_test_add_func ("/engine/bank-match/tag", test_tag);
  g_test_add_func ("/engine/bank-match/balance", test_balance);
  g_test_add_func ("/engine/bank-match/random", test_random);
  return g_test_run ();
}
