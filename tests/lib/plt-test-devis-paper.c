#include "plt-test-devis-paper.h"

#define LINE "budget_line | budget = @devis | account = "

static const char *const devis[] = {
  "production | title = La Digue | director = Maude Kervella | company = Les Films du Môle"
  " | production_manager = Ronan Le Bihan | agreement = 3097 | target_seconds = 45:00"
  " | schedule = ^plan | budget = ^devis",
  "plan: schedule | name = Plan | version = 1",
  "roles: element_category | name = Rôles | code = R | family = roles",
  "nora: element | category = @roles | name = NORA | number = 1",
  "rue: set | name = RUE",
  "s1: sequence | number = 1 | set = @rue | eighths = 1 2/8",
  "sequence_element | sequence = @s1 | element = @nora",
  "j1: shooting_day | schedule = @plan | date = 05/10/2026",
  "strip | schedule = @plan | day = @j1 | sequence = @s1",
  "technicien: contribution_profile | code = technicien-non-cadre | name = Technicien non cadre"
  " | method = detail | account = 42 | accident_e6 = 1,6 %",
  "artiste: contribution_profile | code = artiste | name = Artiste-interprète | method = detail"
  " | account = 44 | accident_e6 = 1,3 % | deduction = dfs-25",
  "cadre: contribution_profile | code = technicien-cadre | name = Technicien cadre"
  " | employer_e6 = 65,35 % | account = 42",
  "stage: contribution_profile | code = stagiaire | name = Stagiaire | employer_e6 = 10 %"
  " | account = 46",
  "devis: budget | name = Devis de travail | version = 3 | template = devis-long-metrage"
  " | date = 02/11/2026 | overheads_e6 = 7 % | contingency_e6 = 10 %"
  " | contingency_base = postes-1-8 | contingency_mode = participation | producer_e6 = 5 %"
  " | producer_account = 21 | producer_mode = participation | financial_e6 = 1,5 %"
  " | financial_base = numeraire | financial_account = 94",
  "budget_global | budget = @devis | name = SEM | value = 6 | unit = semaine | label = Tournage",
  "budget_global | budget = @devis | name = G1 | value = SEM * 5 | label = Jours",
  "budget_global | budget = @devis | name = TVA20 | value = 20 %",
  "budget_global | budget = @devis | name = R1C1 | value = arrondi(-2,5) + plafond(2,1)",
  "budget_global | budget = @devis | name = sem | value = 1/3 + 0,2",
  "budget_global | budget = @devis | name = REPAS | value = max(18,56 ; min(20 ; 19,205))",
  "budget_global | budget = @devis | name = PREPA | value = 2 sem + 3 j",
  "p1: account | budget = @devis | code = 1 | name = Droits artistiques | mark = cnc",
  "c12: account | budget = @devis | code = 12 | name = Adaptation | parent = @p1 | mark = cnc",
  "p2: account | budget = @devis | code = 2 | name = Personnel | mark = cnc",
  "c21: account | budget = @devis | code = 21 | name = Producteurs | parent = @p2 | mark = cnc",
  "c23: account | budget = @devis | code = 23 | name = Équipe | parent = @p2 | mark = a-verifier",
  "c231: account | budget = @devis | code = 231 | name = Direction | parent = @c23 | mark = cnc",
  "p3: account | budget = @devis | code = 3 | name = Interprétation | mark = cnc",
  "c31: account | budget = @devis | code = 31 | name = Rôles | parent = @p3 | mark = cnc",
  "p4: account | budget = @devis | code = 4 | name = Charges sociales | mark = cnc",
  "c42: account | budget = @devis | code = 42 | name = Techniciens | parent = @p4 | mark = maison",
  "c44: account | budget = @devis | code = 44 | name = Artistes | parent = @p4 | mark = maison",
  "p7: account | budget = @devis | code = 7 | name = Moyens techniques | mark = cnc",
  "c71: account | budget = @devis | code = 71 | name = Caméra | parent = @p7 | mark = cnc",
  "p9: account | budget = @devis | code = 9 | name = Assurances et divers | mark = cnc",
  "c91: account | budget = @devis | code = 91 | name = Assurances | parent = @p9 | mark = cnc",
  "c94: account | budget = @devis | code = 94 | name = Frais financiers | parent = @p9"
  " | mark = cnc",
  LINE "@c12 | code = 12-01 | label = Scénario | rate_cents = 12345,67",
  LINE "@c12 | code = 12-02 | label = Traduction | quantity = 3 | duration = 0,5 | times = 1,5"
       " | unit = forfait | rate_cents = 333,33 | abroad = oui",
  LINE "@c12 | code = 12-03 | label = Remise | rate_cents = -100,05 | duration = 0,5",
  LINE "@c231 | code = 231-01 | label = Directeur de production | duration = SEM + 4"
       " | unit = semaine | rate_cents = 2087,33 | profile = @cadre",
  LINE "@c231 | code = 231-02 | label = Régisseurs | quantity = 2 | duration = PREPA"
       " | unit = jour | rate_cents = 210,5 | profile = @technicien",
  LINE "@c231 | code = 231-03 | label = Assistants | quantity = 3 | duration = SEM"
       " | unit = semaine | rate_cents = 601,25 | profile = @technicien",
  LINE "@c231 | code = 231-04 | label = Chef monteur | duration = 2 mois + 1 sem"
       " | unit = semaine | rate_cents = 1890,1 | profile = @technicien",
  LINE "@c231 | code = 231-05 | label = Stagiaire | duration = sem * 3 | unit = mois"
       " | rate_cents = 600,5 | profile = @stage",
  LINE "@c31 | code = 31-01 | label = Nora | duration = jours(role) + 11 | unit = jour"
       " | rate_cents = 1418,25 | role = @nora | profile = @artiste",
  LINE "@c31 | code = 31-02 | label = Silhouettes | quantity = 7 | duration = jours(\"NORA\")"
       " | unit = cachet | rate_cents = 149,5 | profile = @artiste",
  LINE "@c71 | code = 71-01 | label = Caméra et optiques | duration = G1 | unit = jour"
       " | rate_formula = 480 * (1 + TVA20) | mode = nature",
  LINE "@c71 | code = 71-02 | label = Drone | duration = duree(\"71-01\") / 7 | unit = jour"
       " | rate_cents = 900 | mode = participation | abroad = oui",
  LINE "@c71 | code = 71-03 | label = Repas | quantity = nombre(\"31-02\") * G1 + R1C1"
       " | unit = repas | rate_formula = REPAS",
  LINE "@c91 | code = 91-01 | label = Tous risques"
       " | rate_formula = compte(\"7\") * 1,25 % + ligne(\"71-01\") * 0,333 %",
  LINE
  "@c91 | code = 91-02 | label = Vérification des comptes | rate_formula = compte(\"2\") * 2 %",
  LINE "@c91 | code = 91-03 | label = Garantie | rate_formula = compte(\"4\") * 0,1 %",
  LINE "@c91 | code = 91-04 | label = Non utilisée | quantity = 0 | rate_cents = 77",
  "budget_transfer | budget = @devis | date = 03/11/2026 | from_account = @c12"
  " | to_account = @c71 | amount_cents = 1000,01 | reason = Moins de réécriture",
  NULL,
};

static const char *const mistakes[] = {
  "c: account | budget = @devis | code = 72 | name = Lumière | mark = cnc | parent = @p7",
  LINE "@c | code = 72-01 | label = Nacelle | duration = G1 | unit = jour",
  LINE "@c | code = 72-02 | label = Groupe | duration = 1 / 0 | unit = jour | rate_cents = 250",
  LINE "@c | code = 72-03 | label = Régulatrice | duration = 3 | unit = jour"
       " | rate_cents = 99,99 | profile = @inconnu",
  NULL,
};

static void
keep_referential (PltStore *store, const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".tsv", NULL);
  g_autofree char *path = g_build_filename (folder, "referentials", file, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  PLT_TEST_INSERT (store, "referential", "name", name, "version", "2", "content", content);
}

PltStore *
plt_test_store_devis (const char *folder, gboolean wrong)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  PltStore *store;

  for (guint i = 0; devis[i] != NULL; i++)
    g_ptr_array_add (lines, (gpointer) devis[i]);
  if (wrong)
    g_ptr_array_add (lines, (gpointer) "inconnu: contribution_profile | code = producteur-permanent"
                                       " | name = Permanent | account = 42");
  for (guint i = 0; wrong && mistakes[i] != NULL; i++)
    g_ptr_array_add (lines, (gpointer) mistakes[i]);
  g_ptr_array_add (lines, NULL);
  store = plt_test_store_lines ((const char *const *) lines->pdata);
  keep_referential (store, folder, "cotisations-2026");
  keep_referential (store, folder, "parametres-sociaux");
  return store;
}

PltStore *
plt_test_store_published (void)
{
  static const struct
  {
    const char *code, *parent, *name;
    int euros;
  } accounts[] = {
    { "1", NULL, "Droits artistiques", 0 },
    { "11", "1", "Sujet", 75000 },
    { "12", "1", "Adaptation, dialogues", 302500 },
    { "13", "1", "Droits d’auteur du réalisateur", 100000 },
    { "14", "1", "Droits musicaux", 50000 },
    { "15", "1", "Droits divers", 7000 },
    { "16", "1", "Traductions", 9000 },
    { "17", "1", "Frais sur manuscrits", 9000 },
    { "18", "1", "Frais préliminaires", 5000 },
    { "19", "1", "Agents", 55000 },
    { "2", NULL, "Personnel", 0 },
    { "21", "2", "Producteurs", 263325 },
    { "22", "2", "Réalisateur technicien", 100000 },
    { "23", "2", "Équipe préparation et tournage", 0 },
    { "231", "23", "Direction, administration", 109092 },
    { "232", "23", "Régie", 105000 },
    { "233", "23", "Mise en scène", 116945 },
    { "234", "23", "Conseillers", 3500 },
    { "235", "23", "Prises de vues", 119293 },
    { "236", "23", "Son", 34042 },
    { "237", "23", "Costumes", 64285 },
    { "238", "23", "Maquillage", 72623 },
    { "24", "2", "Décoration", 210337 },
    { "25", "2", "Montage et finition", 135728 },
    { "26", "2", "Machinerie, électricité", 106471 },
    { "27", "2", "Main-d’œuvre décors", 24000 },
    { "28", "2", "Divers", 23000 },
    { "29", "2", "Agents artistiques (par différence)", 5207 },
  };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (lines, g_strdup ("production | title = Devis publié | budget = ^devis"));
  g_ptr_array_add (lines, g_strdup ("devis: budget | name = Devis initial | version = 1"
                                    " | template = devis-long-metrage | date = 01/07/2021"));
  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    g_ptr_array_add (lines,
                     g_strdup_printf ("c%s: account | budget = @devis | code = %s | name = %s"
                                      " | mark = cnc%s%s",
                                      accounts[i].code, accounts[i].code, accounts[i].name,
                                      accounts[i].parent != NULL ? " | parent = @c" : "",
                                      accounts[i].parent != NULL ? accounts[i].parent : ""));
  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    if (accounts[i].euros != 0)
      g_ptr_array_add (lines,
                       g_strdup_printf (LINE "@c%s | code = %s-01 | label = %s | rate_cents = %d",
                                        accounts[i].code, accounts[i].code, accounts[i].name,
                                        accounts[i].euros));
  g_ptr_array_add (lines, NULL);
  return plt_test_store_lines ((const char *const *) lines->pdata);
}
