#include "plt-test-devis.h"

static const char *const lines[] = {
  "production | schedule = ^plan | budget = ^devis",
  "ro: element_category | code = RO | name = Rôles | family = roles",
  "nora: element | category = @ro | number = 1 | name = NORA",
  "milo: element | category = @ro | number = 2 | name = MILO",
  "s1: sequence | number = 1 | int_ext = INT | effect = JOUR | premin_seconds = 1:00",
  "s2: sequence | number = 2 | int_ext = EXT | effect = JOUR | premin_seconds = 2:00",
  "sequence_element | sequence = @s1 | element = @nora",
  "sequence_element | sequence = @s2 | element = @nora",
  "plan: schedule | name = Plan de travail | version = 1",
  "j1: shooting_day | schedule = @plan | date = 12/05/2026",
  "j2: shooting_day | schedule = @plan | date = 13/05/2026",
  "strip | schedule = @plan | day = @j1 | sequence = @s1",
  "strip | schedule = @plan | day = @j2 | sequence = @s2",
  "tec: contribution_profile | code = tec | name = Technicien | employer_e6 = 65,3 % | account = "
  "42",
  "contribution_profile | code = inconnu | name = Stagiaire | account = 42",
  "contribution_rate | profile = @tec | code = CP | name = Congés | employer_e6 = 15,5 %",
  "devis: budget | name = Devis 1 | overheads_e6 = 7 % | contingency_e6 = 10 %",
  "budget_global | budget = @devis | name = SEM_PREPA | value = 2 | label = Préparation",
  "p1: account | budget = @devis | code = 1 | name = Droits artistiques | mark = cnc"
  " | label_verified = oui",
  "p11: account | budget = @devis | code = 11 | name = Sujet | parent = @p1 | mark = cnc"
  " | label_verified = oui",
  "p2: account | budget = @devis | code = 2 | name = Personnel | mark = cnc | label_verified = oui",
  "p22: account | budget = @devis | code = 22 | name = Réalisation | parent = @p2"
  " | mark = a-verifier",
  "p23: account | budget = @devis | code = 23 | name = Vide | parent = @p2 | mark = maison",
  "p3: account | budget = @devis | code = 3 | name = Interprétation | mark = cnc"
  " | label_verified = oui",
  "p4: account | budget = @devis | code = 4 | name = Charges | mark = cnc | label_verified = oui",
  "p42: account | budget = @devis | code = 42 | name = Techniciens | parent = @p4 | mark = cnc"
  " | label_verified = oui",
  "budget_line | budget = @devis | account = @p11 | code = 11-01 | label = Option"
  " | quantity = 1 | duration = 1 | rate_cents = 1000",
  "budget_line | budget = @devis | account = @p22 | code = 22-01 | label = Réalisateur"
  " | quantity = 1 | duration = SEM_PREPA | unit = semaine | rate_cents = 600 | profile = @tec",
  "budget_line | budget = @devis | account = @p22 | code = 22-02 | label = Chômé"
  " | quantity = 1 | duration = 0 | unit = semaine | rate_cents = 500",
  "budget_line | budget = @devis | account = @p3 | code = 31-01 | label = Rôle principal"
  " | quantity = 1 | duration = jours(role) | unit = cachet | rate_cents = 350 | role = @nora",
  NULL,
};

PltStore *
plt_test_devis_store (void)
{
  return plt_test_store_lines (lines);
}

PltStore *
plt_test_devis_store_long (guint n_lines)
{
  PltStore *store = plt_test_devis_store ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  const gint64 accounts[] = { plt_test_find (store, "account", "11 · Sujet"),
                              plt_test_find (store, "account", "22 · Réalisation"),
                              plt_test_find (store, "account", "23 · Vide") };
  const gint64 budget = plt_test_find (store, "budget", "Devis 1");

  for (guint i = 0; i < n_lines; i++)
    {
      g_autofree char *label = g_strdup_printf ("Ligne %u", i);

      plt_batch_insert (batch, "budget_line");
      plt_batch_set_integer (batch, "budget", budget);
      plt_batch_set_integer (batch, "account", accounts[i % G_N_ELEMENTS (accounts)]);
      plt_batch_set_text (batch, "label", label);
      plt_batch_set_text (batch, "duration", i % 3 == 0 ? "SEM_PREPA+semaines_tournage" : "3");
      plt_batch_set_integer (batch, "rate_cents", 10000 + (gint64) i);
    }
  plt_store_apply (store, "Lines", NULL, batch, NULL, &error);
  g_assert_no_error (error);
  return store;
}
