/* A devis from a spreadsheet: what is done with each row, what is said, what the devis says after.
 */
#include <string.h>

#include "plt-devis-csv.h"
#include "plt-load.h"
#include "plt-money.h"
#include "plt-paths.h"
#include "plt-rows.h"
#include "plt-test-store.h"

/* A small devis of the usual form; a line without a price, one of a formula, two of the same
 * label. */
static const char *const lines[] = {
  "production | budget = ^devis",
  "devis: budget | name = Devis | version = 1 | overheads_e6 = 7 %",
  "budget_global | budget = @devis | name = SEM | value = 4",
  "p1: account | budget = @devis | code = 1 | name = Droits artistiques | mark = cnc",
  "c11: account | budget = @devis | code = 11 | name = Sujet | parent = @p1",
  "p2: account | budget = @devis | code = 2 | name = Personnel | mark = cnc",
  "c21: account | budget = @devis | code = 21 | name = Producteurs | parent = @p2",
  "c23: account | budget = @devis | code = 23 | name = Équipe de tournage | parent = @p2",
  "c231: account | budget = @devis | code = 231 | name = Régie | parent = @c23",
  "p4: account | budget = @devis | code = 4 | name = Charges sociales | mark = cnc",
  "c42: account | budget = @devis | code = 42 | name = Charges : techniciens | parent = @p4",
  "tec: contribution_profile | code = tec | name = Technicien | employer_e6 = 65,3 % | account = "
  "42",
  "aut: contribution_profile | code = aut | name = Autre | employer_e6 = 50 % | account = 42",
  "aut2: contribution_profile | code = aut2 | name = Autre 2 | employer_e6 = 50 % | account = 42",
  "budget_line | budget = @devis | account = @c11 | code = 11-02 | label = Sujet original | unit = "
  "forfait | rate_cents = 3000,00",
  "budget_line | budget = @devis | account = @c21 | code = 21-01 | label = Producteur délégué | "
  "duration = 0 | unit = forfait",
  "budget_line | budget = @devis | account = @c231 | code = 231-01 | label = Régisseur général | "
  "quantity = 1 | duration = SEM | unit = semaine | rate_cents = 1000,00 | profile = @tec",
  "budget_line | budget = @devis | account = @c231 | code = 231-02 | label = Renfort | duration = "
  "0",
  "budget_line | budget = @devis | account = @c23 | code = 23-10 | label = Renfort | duration = 0",
  NULL,
};

static PltStore *
new_store (void)
{
  return plt_test_store_lines (lines);
}

/* SEM is 4: what the engine would say of the only formula. */
static gboolean
value_cb (gpointer data, gint64 line, PltDevisValue *value)
{
  PltStore *store = data;
  g_autofree char *code = plt_test_cell (store, "budget_line", line, "code");
  g_autofree char *duration = plt_test_cell (store, "budget_line", line, "duration");

  if (strcmp (code, "231-01") != 0 || strcmp (duration, "SEM") != 0)
    return FALSE;
  *value = (PltDevisValue){ 1000000, 4000000, 1000000, 100000, 400000 };
  return TRUE;
}

static PltDevisPlan *
plan_with (PltStore *store, const char *text, PltDevisOptions options, GError **error)
{
  g_autofree char *words = plt_paths_read ("referentials/" PLT_DEVIS_WORDS ".tsv", NULL, error);
  g_autoptr (PltSheetBook) book = plt_sheet_read (text, strlen (text), "devis.csv", NULL, error);

  if (book == NULL || words == NULL)
    return NULL;
  options.words = words;
  options.value = value_cb;
  options.value_data = store;
  return plt_devis_plan (store, book, &options, error);
}

static PltDevisPlan *
plan (PltStore *store, const char *text)
{
  g_autoptr (GError) error = NULL;
  PltDevisPlan *made = plan_with (store, text, (PltDevisOptions){ 0 }, &error);

  g_assert_no_error (error);
  return made;
}

/* "2 created 21-01 300000": row, what, code, centimes; "!" when more is said. */
static char *
dump (const PltDevisPlan *made)
{
  static const char *const names[PLT_DEVIS_N_OUTCOMES]
      = { "created", "updated", "same",   "rejected", "agrees",
          "differs", "heading", "passed", "absent" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < made->entries->len; i++)
    {
      const PltDevisEntry *entry = made->entries->pdata[i];

      g_string_append_printf (out, "%s%u %s", i > 0 ? "\n" : "", entry->row, names[entry->outcome]);
      if (*entry->account != '\0')
        g_string_append_printf (out, " [%s]", entry->account);
      if (*entry->code != '\0')
        g_string_append_printf (out, " %s", entry->code);
      if (entry->amount != PLT_UNKNOWN)
        g_string_append_printf (out, " %" G_GINT64_FORMAT, entry->amount);
      if (entry->attention)
        g_string_append_c (out, '!');
    }
  return g_string_free (out, FALSE);
}

/* The rows alone: lines of the devis that they do not speak of are left out, and the titles. */
static void
check (const PltDevisPlan *made, const char *text, const char *expected)
{
  g_autofree char *got = dump (made);
  char *absent = strstr (got, "\n0 absent");
  const char *rows = g_str_has_prefix (got, "1 passed\n") ? got + strlen ("1 passed\n") : got;

  if (absent != NULL)
    *absent = '\0';
  if (strcmp (rows, expected) != 0)
    g_test_fail_printf ("%s\ngives\n%s\nand not\n%s", text, rows, expected);
}

#define HEAD "Code;Libellé;Nombre;Durée;Unité;Tarif;Montant\n"

/* One row, or some, below HEAD unless they have titles of their own. */
static void
test_rows (void)
{
  g_autoptr (PltStore) store = new_store (); /* only read */
  static const struct
  {
    const char *text, *dump;
  } cases[] = {
    /* by code, in its forms */
    { "21-01;Producteur délégué;1;1;forfait;3000;3000", "2 updated [21] 21-01 300000" },
    { "21.01;Producteur délégué;1;1;forfait;3000;3000", "2 updated [21] 21-01 300000" },
    { "2101;Producteur délégué;1;1;forfait;3000;3000", "2 updated [21] 21-01 300000" },
    { "21-1;Producteur délégué;1;1;forfait;3000;3000", "2 updated [21] 21-01 300000" },
    { "21 01*;Producteur délégué;1;1;;3 000,00 €;3 000,00 €", "2 updated [21] 21-01 300000" },
    { "11-02;Sujet original;1;1;forfait;3000;3000", "2 same [11] 11-02 300000" },
    { "11-02;Sujet original;;;;;3000", "2 same [11] 11-02 300000" },
    /* its label is another one: said */
    { "11-02;Roman;1;1;forfait;3000;3000", "2 updated [11] 11-02 300000!" },
    /* by label alone */
    { ";producteur  DELEGUE;1;1;forfait;3000;3000", "2 updated [21] 21-01 300000" },
    { ";Renfort;1;1;jour;100;100", "2 rejected!" },
    { ";231 Régie\n;Renfort;1;1;jour;100;100",
      "2 heading [231] 231\n3 updated [231] 231-02 10000" },
    { ";21 - Producteurs\n;Assistante;2;1;jour;100;200",
      "2 heading [21] 21\n3 created [21] 20000" },
    { ";Poste 2 : Personnel\n;Assistante;2;1;jour;100;200", "2 heading [2] 2\n3 rejected!" },
    { ";2 assistants;1;1;;100;100", "2 rejected!" },
    /* a code that is nobody's: of the account it begins with */
    { "21-77;Assistante;2;5;jour;100;1000", "2 created [21] 21-77 100000" },
    { "2377;Assistante;1;1;jour;100;100", "2 created [23] 2377 10000" },
    { "2-77;Assistante;1;1;jour;100;100", "2 rejected 2-77!" },
    { "77;Assistante;1;1;jour;100;100", "2 rejected 77!" },
    { "11-77;Régisseur général;1;1;jour;100;100", "2 rejected 11-77!" },
    /* under a heading that is none here */
    { "21;Producteurs\n;Cascades\n;Cheval;1;1;jour;100;100",
      "2 heading [21] 21\n3 passed\n4 rejected!" },
    /* numbers */
    { "21-01;Producteur délégué;1;1;forfait;1.234,50;", "2 updated [21] 21-01 123450" },
    { "21-01;Producteur délégué;1;1;forfait;1,234.50;", "2 updated [21] 21-01 123450" },
    { "21-01;Producteur délégué;1;1;forfait;1.234;\n11-02;Sujet original;1;1;;3000,00;",
      "2 updated [21] 21-01 123400\n3 same [11] 11-02 300000" },
    { "21-01;Producteur délégué;1;1;forfait;1.234;", "2 rejected [21] 21-01!" },
    { "21-01;Producteur délégué;1;1;forfait;#REF!;", "2 rejected [21] 21-01!" },
    { "21-01;Producteur délégué;un;1;forfait;100;100", "2 rejected [21] 21-01!" },
    { "21-01;Producteur délégué;1;1;forfait;à chiffrer;", "2 updated [21] 21-01!" },
    { "21-01;Remise;1;1;forfait;(500);(500,00)", "2 updated [21] 21-01 -50000!" },
    { "21-01;Producteur délégué;-2;1;forfait;500;-1000", "2 rejected [21] 21-01!" },
    { "21-01;Producteur délégué;1;3 sem.;;500;1500", "2 updated [21] 21-01 150000" },
    { "21-01;Producteur délégué;1;1;lot;500;500", "2 updated [21] 21-01 50000!" },
    { "21-01;Producteur délégué;1;1;;50 %;", "2 rejected [21] 21-01!" },
    { "21-01;Producteur délégué;9000000000000;9000000000000;;9000000;", "2 rejected [21] 21-01!" },
    /* the parts and the amount */
    { "21-01;Producteur délégué;2;3;jour;100;900", "2 updated [21] 21-01 90000" }, /* × 1,5 */
    { "21-01;Producteur délégué;2;3;jour;100;601,37", "2 updated [21] 21-01 60000!" },
    { "21-01;Producteur délégué;3;1;jour;;100", "2 updated [21] 21-01 10000!" }, /* no such rate */
    { "21-01;Producteur délégué;4;1;jour;;100", "2 updated [21] 21-01 10000" },  /* 25,00 */
    { "21-01;Producteur délégué;3;1;jour;33,333333;100,00", "2 updated [21] 21-01 10000!" },
    { "21-01;Producteur délégué;2;;jour;;", "2 updated [21] 21-01!" },
    /* twice the same line */
    { "21-01;Producteur délégué;1;1;;100;100\n21-01;Producteur délégué;1;1;;50;50",
      "2 updated [21] 21-01 10000\n3 created [21] 21-01 5000!" },
    /* nothing, and no line for it */
    { "21-77;Assistante;0;1;jour;100;0", "2 passed [21] 21-77 0" },
    { "Pour la production;;;;;Date et signature;", "2 passed Pour la production!" },
    { ";Cantine du soir;#REF!;;;;", "2 rejected!" },
    /* titles again, a comment, an amount alone */
    { "Code;Libellé;Nombre;Durée;Unité;Tarif;Montant\n;Sous réserve\n;;;;;;500",
      "2 passed\n3 passed\n4 rejected!" },
    { "Code;Montant;Libellé\n21-01;300;Producteur délégué",
      "2 passed\n3 updated [21] 21-01 30000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEAD, cases[i].text, NULL);
      g_autoptr (PltDevisPlan) made = plan (store, text);

      check (made, cases[i].text, cases[i].dump);
    }
}

/* Totals are no lines: they check. */
static void
test_totals (void)
{
  g_autoptr (PltStore) store = new_store (); /* only read */
  static const struct
  {
    const char *text, *dump;
  } cases[] = {
    { "Code;Libellé;Montant\n2;Personnel;500\n21;Producteurs;300\n21-01;Producteur délégué;300\n"
      "231-01;Régisseur général;200\n;Total personnel;500\n;Total général;500\n",
      "2 agrees [2] 2 50000\n3 agrees [21] 21 30000\n4 updated [21] 21-01 30000\n"
      "5 updated [231] 231-01 20000!\n6 agrees [2] 50000\n7 agrees 50000" },
    { "Code;Libellé;Montant\n21;Producteurs;310\n21-01;Producteur délégué;300\n;Sous-total;300\n"
      ";Total;310",
      "2 differs [21] 21 30000!\n3 updated [21] 21-01 30000\n4 agrees [21] 30000\n"
      "5 differs [21] 30000!" },
    /* a rejected row is in the sum of the sheet */
    { "Code;Libellé;Montant\n21;Producteurs;350\n21-01;Producteur délégué;300\n21-02;;50",
      "2 differs [21] 21 30000!\n3 updated [21] 21-01 30000\n4 rejected 21-02!" },
    /* nothing below: one line of the account */
    { "Poste;Intitulé;Montant\n2;Personnel;800\n21;Producteurs;300\n23;Équipe de tournage;500",
      "2 agrees [2] 2 80000\n3 created [21] 21 30000\n4 rejected [23] 23!" },
    /* not detailed there, but here: once is enough */
    { "Poste;Intitulé;Montant\n11;Sujet;3000\n;Total;3000",
      "2 agrees [11] 11 300000\n3 agrees [11] 300000" },
    { "Poste;Intitulé;Montant\n11;Sujet;3500", "2 rejected [11] 11!" },
    /* what the profiles of the lines count */
    { "Code;Libellé;Montant\n231-01;Régisseur général;4000\n42;Charges : techniciens;2612\n"
      ";Total;6612",
      "2 same [231] 231-01 400000\n3 passed [42] 42!\n4 agrees [42] 661200" },
    /* several names under the code of the account are its lines */
    { "Compte;Libellé;Montant\n21;Producteur délégué;300\n21;Assistante;50\n;Total 21;350",
      "2 updated [21] 21-01 30000\n3 created [21] 21 5000\n4 agrees [21] 35000" },
    { "Compte;Libellé;Nombre;Tarif;Total\n21;Assistante;2;50;100\n", "2 created [21] 21 10000" },
    /* charges beside the lines, or sent to an account of post 4 */
    { "Code;Libellé;Montant;Charges;Total\n231;Régie;;;330,60\n231-01;Régisseur général;200;130,60;"
      "330,60\n;Total;;;330,60",
      "2 agrees [231] 231 33060\n3 updated [231] 231-01 20000!\n4 agrees [231] 33060" },
    { "Code;Libellé;Montant;Charges;Vers;Total\n231;Régie;;;;200\n231-01;Régisseur général;200;"
      "130,60;→ 42;\n42;Charges : techniciens;;;;130,60\n;Total général;;;;330,60",
      "2 agrees [231] 231 20000\n3 updated [231] 231-01 20000!\n4 agrees [42] 42 13060\n"
      "5 agrees 33060" },
    /* after the posts */
    { "Code;Libellé;Taux;Montant\n21-01;Producteur délégué;;300\n;Frais généraux;5 %;15\n"
      ";Imprévus;;30\n;Coût total hors taxes;;345\n;Coût par minute;;12",
      "2 updated [21] 21-01 30000\n3 updated\n4 passed!\n5 agrees 34500\n6 passed" },
    { "Code;Libellé;Montant\n11-02;Sujet original;3000\n21-01;Producteur délégué;300\n"
      ";Sous-total;310",
      "2 same [11] 11-02 300000\n3 updated [21] 21-01 30000\n4 differs [21] 30000!" },
    /* what does not agree is compared with the posts */
    { "Code;Libellé;Montant\n;Total général;330\n21-01;Producteur délégué;300\n;Imprévus;29",
      "2 differs 30000!\n3 updated [21] 21-01 30000\n4 passed!" },
    { "Code;Libellé;Montant\n;Total des costumes;300", "2 passed!" },
    { "Code;Libellé;Montant\n;Report;300\n;À reporter;300", "2 passed\n3 passed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltDevisPlan) made = plan (store, cases[i].text);

      check (made, cases[i].text, cases[i].dump);
    }
}

/* A percentage that the devis counts in an account is no line of it, and in its total. */
static void
test_within (void)
{
  g_autoptr (PltStore) store = new_store ();
  gint64 budget = plt_test_find (store, "budget", "Devis");
  const char *text = "Code;Libellé;Montant\n21;Producteurs;315\n21-01;Producteur délégué;300\n"
                     ";Rémunération du producteur, % des postes 1 à 9;15\n;Total 21;315\n"
                     ";Total général;315\n";
  g_autofree char *told = NULL;
  g_autoptr (PltDevisPlan) made = NULL;

  g_assert_true (plt_store_set (store, "budget", budget, "producer_e6", "5 %", NULL));
  g_assert_true (plt_store_set (store, "budget", budget, "producer_account", "21", NULL));
  made = plan (store, text);
  check (made, text,
         "2 agrees [21] 21 31500\n3 updated [21] 21-01 30000\n4 passed [21]!\n"
         "5 agrees [21] 31500\n6 agrees 31500");
  g_assert_cmpint (made->percentages, ==, 1500);
  told = plt_devis_plan_describe_totals (made);
  g_assert_null (strstr (told, "Difference"));
}

static gint64
line_named (PltStore *store, const char *label)
{
  g_autoptr (GArray) ids
      = plt_rows_ids (store, plt_table_find ("budget_line"), NULL, 0, NULL, NULL);
  gint64 found = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *text
          = plt_test_cell (store, "budget_line", g_array_index (ids, gint64, i), "label");

      if (strcmp (text, label) == 0)
        found = g_array_index (ids, gint64, i); /* the last one */
    }
  g_assert_cmpint (found, !=, 0);
  return found;
}

static void
apply (PltStore *store, const PltDevisPlan *made)
{
  g_autoptr (GError) error = NULL;

  plt_store_apply (store, "Import", NULL, made->batch, NULL, &error);
  g_assert_no_error (error);
}

static void
test_apply_current (void)
{
  g_autoptr (PltStore) store = new_store ();
  g_autofree char *before = plt_store_checksum (store);
  g_autoptr (PltDevisPlan) made
      = plan (store, HEAD "21-01;Producteur délégué;2;3;jours;100;900\n"
                          "231-01;Régisseur général;1;4;semaine;1000;4000\n"
                          "21-77;Assistante;1,5;2;h;20;60\n");
  gint64 line;

  g_assert_cmpint (made->n[PLT_DEVIS_UPDATED], ==, 1);
  g_assert_cmpint (made->n[PLT_DEVIS_UNCHANGED], ==, 1); /* the formula says so already */
  g_assert_cmpint (made->n[PLT_DEVIS_CREATED], ==, 1);
  g_assert_cmpint (made->n[PLT_DEVIS_ABSENT], ==, 1);
  g_assert_cmpint (made->absent, ==, 300000);
  g_assert_cmpuint (made->remarks->len, ==, 1); /* the profile of the régisseur adds its own */
  g_assert_cmpint (made->amount, ==, 90000 + 400000 + 6000);
  apply (store, made);
  line = line_named (store, "Producteur délégué");
  plt_assert_cell (store, "budget_line", line, "quantity", "2");
  plt_assert_cell (store, "budget_line", line, "duration", "3");
  plt_assert_cell (store, "budget_line", line, "times", "1,5");
  plt_assert_cell (store, "budget_line", line, "rate_cents", "100,00");
  line = line_named (store, "Régisseur général");
  plt_assert_cell (store, "budget_line", line, "duration", "SEM");
  line = line_named (store, "Assistante");
  plt_assert_cell (store, "budget_line", line, "code", "21-77");
  plt_assert_cell (store, "budget_line", line, "quantity", "1,5");
  line = line_named (store, "Sujet original");
  plt_assert_cell (store, "budget_line", line, "rate_cents", "3000,00");
  plt_assert_undo_redo (store, before);
}

/* The formula gives way when the sheet says otherwise, and the plan says so. */
static void
test_formula_gives_way (void)
{
  g_autoptr (PltStore) store = new_store ();
  g_autoptr (PltDevisPlan) made
      = plan (store, HEAD "231-01;Régisseur général;1;5;semaine;1000;5000\n");
  const PltDevisEntry *entry = made->entries->pdata[1];
  gint64 line = line_named (store, "Régisseur général");

  g_assert_cmpint (entry->outcome, ==, PLT_DEVIS_UPDATED);
  g_assert_true (entry->attention);
  g_assert_nonnull (strstr (entry->message, "SEM"));
  apply (store, made);
  plt_assert_cell (store, "budget_line", line, "duration", "5");
}

static void
test_new_version (void)
{
  g_autoptr (PltStore) store = new_store ();
  g_autofree char *before = plt_store_checksum (store);
  g_autoptr (GError) error = NULL;
  g_autoptr (PltDevisPlan) made = plan_with (store,
                                             HEAD "21-01;Producteur délégué;1;1;forfait;500;500\n"
                                                  "21-77;Assistante;1;2;jour;20;40\n",
                                             (PltDevisOptions){ .version = "Reçu" }, &error);
  g_autoptr (PltFacts) facts = NULL;
  guint n_accounts = 0, n_lines = 0, n_globals = 0;
  gint64 budget;

  g_assert_no_error (error);
  /* the two lines with an amount that the sheet does not have are not in the new one */
  g_assert_cmpint (made->n[PLT_DEVIS_ABSENT], ==, 2);
  g_assert_cmpint (made->absent, ==, 300000 + 400000);
  g_assert_cmpint (made->budget, <, 0);
  apply (store, made);
  facts = plt_facts_load (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (facts->budgets.n, ==, 2);
  budget = facts->budgets.items[1].id;
  g_assert_cmpstr (facts->budgets.items[1].name, ==, "Reçu");
  g_assert_cmpint (facts->budgets.items[1].version, ==, 2);
  g_assert_cmpint (facts->budgets.items[1].overheads_e6, ==, 70000);
  for (guint i = 0; i < facts->accounts.n; i++)
    n_accounts += facts->accounts.items[i].budget == budget;
  for (guint i = 0; i < facts->lines.n; i++)
    n_lines += facts->lines.items[i].budget == budget;
  for (guint i = 0; i < facts->globals.n; i++)
    n_globals += facts->globals.items[i].budget == budget;
  g_assert_cmpuint (n_accounts, ==, 8);
  g_assert_cmpuint (n_lines, ==, 4);
  g_assert_cmpuint (n_globals, ==, 1);
  plt_assert_undo_redo (store, before);
}

static void
test_profiles (void)
{
  static const struct
  {
    const char *rate, *profile;
    gint64 lost;
  } cases[] = {
    { "65,3 %", "Technicien", 0 },
    { "65,3", "Technicien", 0 },
    { "50 %", "", 6530 }, /* two have it */
    { "12 %", "", 6530 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltStore) store = new_store ();
      g_autofree char *text = g_strdup_printf ("Code;Libellé;Montant;Taux de charges;Charges\n"
                                               "21-77;Assistante;100;%s;65,30\n",
                                               cases[i].rate);
      g_autoptr (PltDevisPlan) made = plan (store, text);

      g_assert_cmpint (made->charges, ==, cases[i].lost);
      g_assert_cmpint (made->contributions, ==, 6530);
      apply (store, made);
      plt_assert_cell (store, "budget_line", line_named (store, "Assistante"), "profile",
                       cases[i].profile);
    }
}

static void
test_maps (void)
{
  static const char *const maps[] = { "Renfort=23-10", "302=21", NULL };
  static const char *const columns[] = { "tarif=Coût machine", NULL };
  static const char *const lost[] = { "Renfort=99-99", NULL };
  g_autoptr (PltStore) store = new_store ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PltDevisPlan) made = plan_with (
      store, "Code;Libellé;Nombre;Coût machine\n;Renfort;1;100\n302;Cheffe de poste;2;50\n",
      (PltDevisOptions){ .maps = maps, .columns = columns }, &error);
  g_autoptr (PltDevisPlan) refused = NULL;

  g_assert_no_error (error);
  check (made, "maps", "2 updated [23] 23-10 10000\n3 created [21] 21 10000");
  refused = plan_with (store, "Code;Libellé;Montant\n;Renfort;1\n",
                       (PltDevisOptions){ .maps = lost }, &error);
  g_assert_null (refused);
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
}

/* Titles as other programs write them; the row of titles is not the first. */
static void
test_titles (void)
{
  g_autoptr (PltStore) store = new_store (); /* only read */
  static const struct
  {
    const char *text;
    gint64 amount;
  } cases[] = {
    { "LE PHARE;;\nDevis du 3 mars;;\n\nN° compte;DÉSIGNATION;Qté;Prix unitaire HT (€);Total HT\n"
      "21-01;Producteur délégué;2;100;200",
      20000 },
    { "Acct#,Description,Amount,Units,X,Rate,Subtotal,Total\n"
      "21-01,Producteur délégué,2,Weeks,3,100,600,600",
      60000 },
    { "Poste\tIntitulé\tNb\tNb jours\tTaux\tSalaire brut\n21-01\tProducteur "
      "délégué\t2\t3\t100\t600",
      60000 },
    { "\"Compte\";\"Prix\nunitaire\";\"Quantité\"\n21-01;100;2", 20000 },
    { "code;label;quantity;rate_cents\n21-01;Producteur délégué;1;\n", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PltDevisPlan) made
          = plan_with (store, cases[i].text, (PltDevisOptions){ 0 }, &error);

      g_test_message ("%s", cases[i].text);
      if (cases[i].amount == 0)
        {
          g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint (made->amount, ==, cases[i].amount);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "", PLT_ERROR_INVALID },
    { "une;lettre;à\nquelqu’un;et;fin\n", PLT_ERROR_INVALID },
    { "21-01;Producteur délégué;100\n", PLT_ERROR_INVALID },
    { "Code;Libellé;Montant\n21;\"ouvert", PLT_ERROR_INVALID },
  };
  g_autoptr (PltStore) store = new_store ();
  g_autoptr (PltStore) empty = plt_test_store_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_null (plan_with (store, cases[i].text, (PltDevisOptions){ 0 }, &error));
      g_assert_error (error, PLT_ERROR, cases[i].code);
      g_clear_error (&error);
    }
  g_assert_null (plan_with (empty, "Code;Libellé;Montant\n", (PltDevisOptions){ 0 }, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
}

static void
test_locked (void)
{
  g_autoptr (PltStore) store = new_store ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PltDevisPlan) made = NULL;
  gint64 budget = plt_test_find (store, "budget", "Devis");

  plt_store_set (store, "budget", budget, "status", "verrouille", &error);
  g_assert_no_error (error);
  g_assert_null (plan_with (store, "Code;Libellé;Montant\n21;Producteurs;1\n",
                            (PltDevisOptions){ 0 }, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
  g_clear_error (&error);
  made = plan_with (store, "Code;Libellé;Montant\n21;Producteurs;1\n",
                    (PltDevisOptions){ .version = "Autre" }, &error);
  g_assert_no_error (error);
}

/* ---- properties ---- */

static char *
write_amount (GRand *random, gint64 cents)
{
  gint64 whole = cents / 100, part = cents % 100;

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      return g_strdup_printf ("%" G_GINT64_FORMAT ",%02d €", whole, (int) part);
    case 1:
      return plt_money_format (cents);
    case 2:
      return whole >= 1000 && whole < 1000000
                 ? g_strdup_printf ("%" G_GINT64_FORMAT ".%03d,%02d", whole / 1000,
                                    (int) (whole % 1000), (int) part)
                 : g_strdup_printf ("%" G_GINT64_FORMAT ",%02d", whole, (int) part);
    default:
      return plt_money_format_plain (cents);
    }
}

/* Whatever is written is read back: the same total, every row told, every line there. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260322);
  static const char *const accounts[] = { "11", "21", "23", "231", "42" };

  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (PltStore) store = new_store ();
      g_autoptr (GString) text = g_string_new ("Code;Libellé;Nombre;Durée;Tarif;Montant\n");
      g_autoptr (GError) error = NULL;
      g_autoptr (PltDevisPlan) made = NULL;
      g_autoptr (PltDevisPlan) again = NULL;
      g_autofree char *total_text = NULL;
      gint64 total = 0;
      guint n = (guint) g_rand_int_range (random, 1, 60);

      for (guint i = 0; i < n; i++)
        {
          int quantity = g_rand_int_range (random, 1, 40), half = g_rand_int_range (random, 1, 20);
          gint64 rate = g_rand_int_range (random, 1, 900000);
          gint64 amount = (quantity * rate * half + 1) / 2;
          g_autofree char *rate_text = write_amount (random, rate);
          g_autofree char *amount_text = write_amount (random, amount);

          total += amount;
          g_string_append_printf (text, "%s-%u;Ligne %u;%d;%d,%d;%s;%s\n",
                                  accounts[g_rand_int_range (random, 0, 5)], 500 + i, i, quantity,
                                  half / 2, half % 2 * 5, rate_text, amount_text);
        }
      total_text = plt_money_format (total);
      g_string_append_printf (text, ";Total général;;;;%s\n", total_text);
      made = plan_with (store, text->str, (PltDevisOptions){ .version = "Reçu" }, &error);
      g_assert_no_error (error);
      if (made->n[PLT_DEVIS_CREATED] != n || made->n[PLT_DEVIS_REJECTED] > 0)
        check (made, text->str, "as many lines as rows");
      g_assert_cmpuint (made->n[PLT_DEVIS_AGREES], ==, 1);
      g_assert_cmpuint (made->n[PLT_DEVIS_REJECTED], ==, 0);
      g_assert_cmpint (made->amount, ==, total);
      g_assert_cmpint (made->read, ==, total);
      apply (store, made);
      /* and once more into what it made: nothing is left to do */
      again = plan_with (store, text->str,
                         (PltDevisOptions){ .budget = plt_test_find (store, "budget", "Reçu") },
                         &error);
      g_assert_no_error (error);
      g_assert_cmpuint (again->n[PLT_DEVIS_UNCHANGED], ==, n);
      g_assert_true (plt_devis_plan_is_empty (again));
    }
}

/* Any bytes give a plan whose rows are all told, or one error. */
static void
test_noise (void)
{
  static const char *const pieces[]
      = { "Code;", "Libellé;", "Montant\n",  "21-01;", "Total;", "12,5;", "\"",
          "\n",    "1.234;",   "21;",        "Tarif;", ";;;",    "(3)",   "€",
          "2",     "- %",      ";Poste 2\n", "Report", "\t",     "231",   "0;0;0\n" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (PltStore) store = new_store ();

  for (guint round = 0; round < 700; round++)
    {
      g_autoptr (GString) text = g_string_new (round % 2 == 0 ? HEAD : "");
      g_autoptr (GError) error = NULL;
      g_autoptr (PltDevisPlan) made = NULL;

      for (int i = g_rand_int_range (random, 0, 60); i > 0; i--)
        g_string_append (text,
                         pieces[g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (pieces))]);
      made = plan_with (store, text->str,
                        (PltDevisOptions){ .version = round % 3 == 0 ? "Reçu" : NULL }, &error);
      g_assert_true ((made == NULL) == (error != NULL));
      for (guint i = 0; made != NULL && i < made->entries->len; i++)
        {
          const PltDevisEntry *entry = made->entries->pdata[i];

          g_assert_cmpint (entry->outcome, <, PLT_DEVIS_N_OUTCOMES);
          g_assert_true (entry->outcome != PLT_DEVIS_REJECTED || *entry->message != '\0');
          g_assert_true (entry->outcome != PLT_DEVIS_DIFFERS || *entry->message != '\0');
          g_assert_true (g_utf8_validate (entry->message, -1, NULL));
        }
      if (made != NULL && round % 10 == 0 && plt_batch_get_n_edits (made->batch) > 0)
        {
          apply (store, made);
          plt_store_undo (store, &error);
          g_assert_no_error (error);
        }
    }
}

static void
test_large (void)
{
  g_autoptr (PltStore) store = new_store ();
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (PltDevisPlan) made = NULL;
  gint64 start;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "21-%u;Ligne %u;2;3;jour;1 000,50;6 003,00\n", 100 + i, i);
  start = g_get_monotonic_time ();
  made = plan (store, text->str);
  g_test_message ("50 000 rows in %d ms", (int) ((g_get_monotonic_time () - start) / 1000));
  g_assert_cmpuint (made->n[PLT_DEVIS_CREATED], ==, 50000);
  g_assert_cmpint (made->amount, ==, G_GINT64_CONSTANT (30015000000));
}

static void
test_cancelled (void)
{
  g_autoptr (PltStore) store = new_store ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "21-01;A;1;1;;1;1\n");
  g_cancellable_cancel (cancellable);
  g_assert_null (
      plan_with (store, text->str, (PltDevisOptions){ .cancellable = cancellable }, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/devis-csv/rows", test_rows);
  g_test_add_func ("/devis-csv/totals", test_totals);
  g_test_add_func ("/devis-csv/within", test_within);
  g_test_add_func ("/devis-csv/apply-current", test_apply_current);
  g_test_add_func ("/devis-csv/formula-gives-way", test_formula_gives_way);
  g_test_add_func ("/devis-csv/new-version", test_new_version);
  g_test_add_func ("/devis-csv/profiles", test_profiles);
  g_test_add_func ("/devis-csv/maps", test_maps);
  g_test_add_func ("/devis-csv/titles", test_titles);
  g_test_add_func ("/devis-csv/refused", test_refused);
  g_test_add_func ("/devis-csv/locked", test_locked);
  g_test_add_func ("/devis-csv/random", test_random);
  g_test_add_func ("/devis-csv/noise", test_noise);
  g_test_add_func ("/devis-csv/large", test_large);
  g_test_add_func ("/devis-csv/cancelled", test_cancelled);
  return g_test_run ();
}
