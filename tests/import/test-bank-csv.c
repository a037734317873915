/* Statements as French banks write them: what is read, what is known, what is refused and why. The
 * names, numbers and amounts are invented. */
#include <string.h>

#include "plt-bank-csv.h"
#include "plt-error.h"
#include "plt-load.h"
#include "plt-money.h"
#include "plt-paths.h"
#include "plt-rows.h"
#include "plt-test-store.h"

static PltBankStatement *
read_bytes (const char *bytes, gsize length, PltBankOptions options, GError **error)
{
  g_autofree char *words = plt_paths_read ("referentials/" PLT_BANK_WORDS ".tsv", NULL, error);

  g_assert_nonnull (words);
  options.words = words;
  return plt_bank_read (bytes, length, "relevé.csv", &options, error);
}

static PltBankStatement *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  PltBankStatement *made = read_bytes (text, strlen (text), (PltBankOptions){ NULL }, &error);

  g_assert_no_error (error);
  return made;
}

/* "new 2026-03-12 -1234,56 LOYER STUDIO [ref] =500,00!": one line a row that is not passed. */
static char *
dump (const PltBankStatement *made, gboolean passed)
{
  static const char *const names[PLT_BANK_N_OUTCOMES] = { "new", "known", "rejected", "passed" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < made->rows->len; i++)
    {
      const PltBankRow *row = made->rows->pdata[i];
      g_autofree char *date
          = row->date != PLT_DATE_NONE ? plt_date_to_iso (row->date) : g_strdup ("-");

      if (row->outcome == PLT_BANK_PASSED && !passed)
        continue;
      g_string_append_printf (out, "%s%s %s", out->len > 0 ? "\n" : "", names[row->outcome], date);
      if (row->amount != PLT_UNKNOWN)
        g_string_append_printf (out, " %" G_GINT64_FORMAT, row->amount);
      g_string_append_printf (out, " %s", row->label);
      if (*row->reference != '\0')
        g_string_append_printf (out, " [%s]", row->reference);
      if (row->balance != PLT_UNKNOWN)
        g_string_append_printf (out, " =%" G_GINT64_FORMAT, row->balance);
      if (row->attention)
        g_string_append_c (out, '!');
    }
  return g_string_free (out, FALSE);
}

/* ---- forms ---- */

static const struct
{
  const char *name, *text, *expected, *account;
} forms[] = {
  /* a head, debit and credit, labels of several lines in quotes, newest first */
  { "several-lines",
    "Téléchargement du 31/03/2026;\n\nLes Films du Phare;\n"
    "Compte courant n°: 00012345678;\nSolde au 31/03/2026 : 8 765,44 €\n\n"
    "Date;Libellé;Débit euros;Crédit euros;\n"
    "31/03/2026;\"VIREMENT EMIS   \nWEB STUDIO LUMIERE \nFACT 2026-118\";1 234,56;;\n"
    "02/03/2026;\"VIREMENT RECU\nRÉGION BRETAGNE\";;10 000,00;\n",
    "new 2026-03-02 1000000 VIREMENT RECU RÉGION BRETAGNE\n"
    "new 2026-03-31 -123456 VIREMENT EMIS WEB STUDIO LUMIERE FACT 2026-118",
    "00012345678" },
  /* simple and full labels, signed debits, three dates, a reference */
  { "three-dates",
    "Date de comptabilisation;Libelle simplifie;Libelle operation;Reference;Informations "
    "complementaires;Type operation;Categorie;Sous categorie;Debit;Credit;Date operation;Date de "
    "valeur;Pointage operation\n"
    "05/01/2026;Urssaf;PRLV URSSAF BRETAGNE;0A1B;DSN 12/2025;Prelevement;Taxes;Social;-2310,07;;"
    "04/01/2026;05/01/2026;0\n"
    "06/01/2026;Cnc;VIR CNC AVANCE;0A1C;;Virement recu;X;Y;;+40000,00;06/01/2026;06/01/2026;0\n",
    "new 2026-01-05 -231007 PRLV URSSAF BRETAGNE DSN 12/2025 Prelevement [0A1B]\n"
    "new 2026-01-06 4000000 VIR CNC AVANCE Virement recu [0A1C]",
    "" },
  /* one signed amount with points for thousands, balances, a second currency's column left aside */
  { "signed",
    "Numéro Compte   ;0123456A033\nType ;CCP\nCompte tenu en ;euros\nSolde (EUROS) ;-234,56\n\n"
    "Date;Libellé;Montant(EUROS);Montant(FRANCS)\n"
    "12/03/26;\"CARTE 11/03 RELAIS DU PORT\";-1.234,56;-8098,18\n"
    "11/03/26;REMISE CHEQUE;1.000,00;6559,57\n",
    "new 2026-03-11 100000 REMISE CHEQUE\nnew 2026-03-12 -123456 CARTE 11/03 RELAIS DU PORT",
    "0123456A033" },
  /* comma between, point in numbers, ISO with the time, the account in a column */
  { "neobank",
    "Date,Payee,Account number,Transaction type,Payment reference,Amount (EUR)\n"
    "2026-03-12T10:20:05Z,\"Café du Port\",FR7612,Card,,-12.34\n"
    "2026-03-13,Maison Nord,FR7612,Transfer,F-2031,1200.00\n",
    "new 2026-03-12 -1234 Café du Port\nnew 2026-03-13 120000 Maison Nord F-2031", "" },
  /* tabs, a direction beside the amount, a sign behind, its balances */
  { "direction",
    "Date\tDate valeur\tLibellé\tMontant\tSens\tSolde\n"
    "01/04/2026\t02/04/2026\tLOYER BUREAU\t900,00\tD\t1 100,00\n"
    "03/04/2026\t03/04/2026\tREMBOURSEMENT\t50,00\tC\t1 150,00\n"
    "04/04/2026\t04/04/2026\tCOMMISSION\t12,50-\tDébit\t1 137,50\n",
    "new 2026-04-01 -90000 LOYER BUREAU =110000\nnew 2026-04-03 5000 REMBOURSEMENT =115000\n"
    "new 2026-04-04 -1250 COMMISSION =113750",
    "" },
  /* no titles at all */
  { "untitled",
    "12/03/2026;-45,00;Carte;;CB PARKING GARE 12/03;;0\n"
    "13/03/2026;1 500,00;Virement;;VIR SOFICA OUEST;;0\n",
    "new 2026-03-12 -4500 CB PARKING GARE 12/03\nnew 2026-03-13 150000 VIR SOFICA OUEST", "" },
  /* balances and totals among the entries, a label that goes on, titles again */
  { "among",
    "Date;Libellé;Débit;Crédit\n"
    ";Ancien solde;;1 000,00\n"
    "02/03/2026;PRLV ASSURANCE TOURNAGE;250,00;\n;CONTRAT 77-12;;\n"
    "Date;Libellé;Débit;Crédit\n"
    "03/03/2026;TOTAL STATION NANTES;60,00;\n"
    ";Total des opérations;310,00;\n"
    "31/03/2026;Nouveau solde;;690,00\n",
    "new 2026-03-02 -25000 PRLV ASSURANCE TOURNAGE CONTRAT 77-12\n"
    "new 2026-03-03 -6000 TOTAL STATION NANTES",
    "" },
};

static void
test_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (PltBankStatement) made = read_text (forms[i].text);
      g_autofree char *got = dump (made, FALSE);

      g_test_message ("%s", forms[i].name);
      g_assert_cmpstr (got, ==, forms[i].expected);
      g_assert_cmpstr (made->account, ==, forms[i].account);
      g_assert_cmpuint (made->n[PLT_BANK_REJECTED], ==, 0);
    }
}

/* The same in Windows-1252 as in UTF-8. */
static void
test_encoding (void)
{
  const char *utf8 = "Date;Libellé;Débit;Crédit\n05/03/2026;Décor été;12,00;\n";
  g_autofree char *bytes = g_convert (utf8, -1, "WINDOWS-1252", "UTF-8", NULL, NULL, NULL);
  g_autoptr (PltBankStatement) made = read_text (bytes);
  g_autofree char *got = dump (made, FALSE);

  g_assert_cmpstr (got, ==, "new 2026-03-05 -1200 Décor été");
  g_assert_cmpstr (made->columns, ==, "Date, Libellé, Débit, Crédit");
}

/* ---- what is refused ---- */

static const struct
{
  const char *row, *says;
} refused[] = {
  { "32/03/2026;X;1,00;;", "not a date" },
  { ";X;1,00;;", "no date" },
  { "12/03/2026;X;douze;;", "not a number" },
  { "12/03/2026;X;1,234;;", "to the centime" },
  { "12/03/2026;X;1,00;2,00;", "debit and a credit" },
  { "12/03/2026;X;;;", "no amount" },
  { "12/03/2026;X;;1,00;USD", "USD" },
  { "12/03/2026;X;99999999999999999999,00;;", "too large" },
  { "12/03/2026;X;12 %;;", "to the centime" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "Date;Libellé;Débit;Crédit;Devise\n01/03/2026;Y;3,00;;EUR\n%s\n", refused[i].row);
      g_autoptr (PltBankStatement) made = read_text (text);
      const PltBankRow *row;

      g_assert_cmpuint (made->n[PLT_BANK_NEW], ==, 1);
      g_assert_cmpuint (made->n[PLT_BANK_REJECTED], ==, 1);
      row = made->rows->pdata[1];
      g_assert_cmpuint (row->row, ==, 3);
      if (strstr (row->message, refused[i].says) == NULL)
        g_assert_cmpstr (row->message, ==, refused[i].says);
    }
}

static void
test_no_statement (void)
{
  static const char *const texts[] = { "",
                                       "\n\n",
                                       "bonjour",
                                       "Code;Libellé;Quantité;Tarif\n11;Sujet;1;3000,00\n",
                                       "Date;Libellé\n12/03/2026;X\n",
                                       "1;2;3\n4;5;6\n",
                                       "OFXHEADER:100\n<OFX></OFX>",
                                       "<OFX><STMTTRNRS>" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PltBankStatement) made
          = read_bytes (texts[i], strlen (texts[i]), (PltBankOptions){ NULL }, &error);

      g_assert_null (made);
      plt_assert_says (error, PLT_ERROR_INVALID, "relevé.csv");
    }
}

/* Titles that no bank of ours writes are named by hand. */
static void
test_named (void)
{
  const char *text = "Quand;Quoi;Combien\n12/03/2026;Loyer;-3,00\n";
  const char *const titles[] = { "date=Quand", "libelle=quoi", "montant=Combien", NULL };
  const char *const numbers[] = { "date=1", "libelle=2", "montant=3", NULL };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PltBankStatement) made = read_bytes (
          text, strlen (text), (PltBankOptions){ .columns = i == 0 ? titles : numbers }, &error);
      g_autofree char *got = NULL;

      g_assert_no_error (error);
      got = dump (made, FALSE);
      g_assert_cmpstr (got, ==, "new 2026-03-12 -300 Loyer");
    }
}

/* ---- balances ---- */

static void
test_balances (void)
{
  g_autoptr (PltBankStatement) up
      = read_text ("Date;Libellé;Montant;Solde\n01/03/2026;A;-10,00;90,00\n"
                   "01/03/2026;B;20,00;110,00\n01/03/2026;C;-5,00;100,00\n"
                   "02/03/2026;D;1,00;101,00\n");
  /* all of one day: the balances say that the newest is first */
  g_autoptr (PltBankStatement) down
      = read_text ("Date;Libellé;Montant;Solde\n01/03/2026;C;-5,00;105,00\n"
                   "01/03/2026;B;20,00;110,00\n01/03/2026;A;-10,00;90,00\n");
  /* the balance of the account, on every row */
  g_autoptr (PltBankStatement) constant
      = read_text ("Date;Libellé;Montant;Solde\n01/03/2026;A;-10,00;500,00\n"
                   "02/03/2026;B;20,00;500,00\n03/03/2026;C;-5,00;500,00\n");
  g_autoptr (PltBankStatement) missing
      = read_text ("Solde initial;;100,00\nDate;Libellé;Montant\n01/03/2026;A;-10,00\n"
                   "Nouveau solde;;80,00\n");
  /* above the titles columns mean nothing; below them a balance in debit is negative */
  g_autoptr (PltBankStatement) columns
      = read_text ("Solde initial;;100,00\nDate;Libellé;Débit;Crédit\n01/03/2026;A;110,00;\n"
                   ";Nouveau solde;10,00;\n");
  g_autofree char *rows = dump (up, FALSE);
  g_autofree char *turned = dump (down, FALSE);

  g_assert_cmpstr (rows, ==,
                   "new 2026-03-01 -1000 A =9000\nnew 2026-03-01 2000 B =11000\n"
                   "new 2026-03-01 -500 C =10000!\nnew 2026-03-02 100 D =10100");
  g_assert_nonnull (strstr (((PltBankRow *) up->rows->pdata[2])->message, "105,00"));
  g_assert_cmpstr (
      turned, ==,
      "new 2026-03-01 -1000 A =9000\nnew 2026-03-01 2000 B =11000\nnew 2026-03-01 -500 C =10500");
  g_assert_cmpuint (constant->remarks->len, ==, 1);
  g_assert_nonnull (strstr (constant->remarks->pdata[0], "does not follow"));
  g_assert_cmpint (((PltBankRow *) constant->rows->pdata[0])->balance, ==, PLT_UNKNOWN);
  g_assert_cmpint (columns->opening, ==, 10000);
  g_assert_cmpint (columns->closing, ==, -1000);
  g_assert_cmpuint (columns->remarks->len, ==, 0);
  g_assert_cmpint (missing->opening, ==, 10000);
  g_assert_cmpint (missing->closing, ==, 8000);
  g_assert_cmpuint (missing->remarks->len, ==, 1);
  g_assert_nonnull (strstr (missing->remarks->pdata[0], "90,00"));
}

/* ---- OFX ---- */

static void
test_ofx (void)
{
  g_autoptr (PltBankStatement) sgml = read_text (
      "OFXHEADER:100\nDATA:OFXSGML\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>\n"
      "<CURDEF>EUR\n<BANKACCTFROM><BANKID>1<ACCTID>0001234<ACCTTYPE>CHECKING</BANKACCTFROM>\n"
      "<BANKTRANLIST><DTSTART>20260301<DTEND>20260331\n"
      "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260312120000[+1:CET]<TRNAMT>-12.34<FITID>A1<NAME>CAFE "
      "&amp; CIE<MEMO>CARTE 11/03</STMTTRN>\n"
      "<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260313<TRNAMT>+1000,5<FITID>A2<NAME>CNC\n"
      "<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>2026<TRNAMT>1.00<FITID>A3<NAME>X</STMTTRN>\n"
      "<STMTTRN><DTPOSTED>20260314<TRNAMT>un<FITID>A4<NAME>Y</STMTTRN>\n"
      "</BANKTRANLIST><LEDGERBAL><BALAMT>988.16<DTASOF>20260331</LEDGERBAL></STMTRS></OFX>");
  g_autoptr (PltBankStatement) xml = read_text (
      "<?xml version=\"1.0\"?>\n<OFX><CURDEF>USD</CURDEF><STMTTRN><DTPOSTED>20260312</DTPOSTED>"
      "<TRNAMT>-12.34</TRNAMT><NAME>Bar</NAME></STMTTRN></OFX>");
  g_autofree char *rows = dump (sgml, FALSE);
  g_autofree char *foreign = dump (xml, FALSE);

  g_assert_cmpstr (rows, ==,
                   "new 2026-03-12 -1234 CAFE & CIE CARTE 11/03 [A1]\n"
                   "new 2026-03-13 100050 CNC [A2]\nrejected - 100 X [A3]\n"
                   "rejected 2026-03-14 Y [A4]");
  g_assert_cmpstr (sgml->account, ==, "0001234");
  g_assert_cmpint (sgml->closing, ==, 98816);
  g_assert_cmpstr (foreign, ==, "rejected 2026-03-12 -1234 Bar");
}

/* ---- in the production ---- */

static const char *const two = "Date;Libellé;Montant;Référence\n12/03/2026;Café;-3,00;\n"
                               "12/03/2026;Café;-3,00;\n13/03/2026;CNC;100,00;R1\n";

static void
apply (PltStore *store, const PltBankStatement *made)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_store_apply (store, "Import", NULL, made->batch, NULL, &error));
  g_assert_no_error (error);
}

static void
plan (PltBankStatement *made, PltStore *store, const char *account)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltFacts) facts = plt_facts_load (store, &error);

  g_assert_no_error (error);
  g_assert_true (plt_bank_statement_plan (made, facts, account, &error));
  g_assert_no_error (error);
}

/* Two coffees of one day are two; a third one in a later file is new; another account is another.
 */
static void
test_known (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autofree char *before = plt_store_checksum (store);
  g_autoptr (PltBankStatement) first = read_text (two);
  g_autoptr (PltBankStatement) again = read_text (two);
  g_autoptr (PltBankStatement) later
      = read_text ("Date;Libellé;Montant;Référence\n12/03/2026;CAFE;-3,00;\n12/03/2026;Café;-3,00;"
                   "\n12/03/2026;café;-3,00;\n13/03/2026;VIR CNC;100,00;R1\n");
  g_autofree char *said = NULL, *rows = NULL;

  plan (first, store, "Courant");
  g_assert_cmpuint (first->n[PLT_BANK_NEW], ==, 3);
  g_assert_cmpint (first->in, ==, 10000);
  g_assert_cmpint (first->out, ==, -600);
  apply (store, first);
  g_assert_cmpuint (plt_test_n_steps (store), ==, 1);
  plt_assert_undo_redo (store, before);
  plt_assert_rows (store, "bank_entry", "label", "Café|Café|CNC");
  plt_assert_rows (store, "bank_entry", "bank_account", "Courant|Courant|Courant");

  plan (again, store, NULL); /* the only account there is */
  g_assert_cmpuint (again->n[PLT_BANK_KNOWN], ==, 3);
  g_assert_cmpuint (plt_batch_get_n_edits (again->batch), ==, 0);
  plan (again, store, "Autre");
  g_assert_cmpuint (again->n[PLT_BANK_NEW], ==, 3);

  plan (later, store, "Courant");
  rows = dump (later, FALSE);
  g_assert_cmpstr (rows, ==,
                   "known 2026-03-12 -300 CAFE\nknown 2026-03-12 -300 Café\n"
                   "new 2026-03-12 -300 café\nnew 2026-03-13 10000 VIR CNC [R1]");
  said = plt_bank_row_describe (later->rows->pdata[3]);
  g_assert_nonnull (strstr (said, "CNC"));
  g_assert_null (((PltBankRow *) later->rows->pdata[2])->like);
}

static void
test_accounts (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autoptr (PltBankStatement) made
      = read_text ("Date;Libellé;Montant;Compte\n12/03/2026;A;-3,00;Courant\n"
                   "13/03/2026;B;4,00;Livret\n");
  g_autoptr (PltFacts) facts = plt_facts_load (store, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (plt_bank_statement_plan (made, facts, "Un", &error));
  plt_assert_says (error, PLT_ERROR_CONFLICT, "several accounts");
  plan (made, store, NULL);
  apply (store, made);
  plt_assert_rows (store, "bank_entry", "bank_account", "Courant|Livret");
}

/* ---- hostile ---- */

static void
test_hostile (void)
{
  static const char *const pieces[]
      = { "\"",    ";",        "\n",    "12/03/2026", "Date;Libellé;Montant\n",
          "-1,00", "1e308",    "<OFX>", "<STMTTRN>",  "<TRNAMT>",
          "&amp;", "\xff\xfe", "\xe9",  "=\"1\"" };
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (i % 2 ? "Date;Libellé;Débit;Crédit;Solde\n" : NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (PltBankStatement) made = NULL;

      for (int n = g_rand_int_range (random, 0, 40); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      made = read_bytes (text->str, text->len, (PltBankOptions){ NULL }, &error);
      g_assert_true ((made == NULL) == (error != NULL));
      for (guint j = 0; made != NULL && j < made->rows->len; j++)
        {
          const PltBankRow *row = made->rows->pdata[j];

          g_assert_true (g_utf8_validate (row->label, -1, NULL));
          if (row->outcome == PLT_BANK_NEW)
            g_assert_true (row->date != PLT_DATE_NONE && row->amount != PLT_UNKNOWN
                           && *row->label != '\0');
          else
            g_assert_true (*row->message != '\0');
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/bank/forms", test_forms);
  g_test_add_func ("/import/bank/encoding", test_encoding);
  g_test_add_func ("/import/bank/refused", test_refused);
  g_test_add_func ("/import/bank/no-statement", test_no_statement);
  g_test_add_func ("/import/bank/named", test_named);
  g_test_add_func ("/import/bank/balances", test_balances);
  g_test_add_func ("/import/bank/ofx", test_ofx);
  g_test_add_func ("/import/bank/known", test_known);
  g_test_add_func ("/import/bank/accounts", test_accounts);
  g_test_add_func ("/import/bank/hostile", test_hostile);
  return g_test_run ();
}
