/* Templates of the devis: what a new production gets from each of the five, and one made of a devis
 * that is carried to another production. */
#include "plt-devis-template.h"

#include <glib/gstdio.h>
#include <string.h>

#include "plt-load.h"
#include "plt-paths.h"
#include "plt-production-defaults.h"
#include "plt-rows.h"
#include "plt-store.h"
#include "plt-table.h"

typedef struct
{
  char *folder, *path;
  PltStore *store;
} Production;

static void
open_production (Production *self, const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltBatch) defaults = plt_production_defaults (kind, &error);

  g_assert_no_error (error);
  self->folder = g_dir_make_tmp ("plateau-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "film.plateau", NULL);
  self->store = plt_store_create (self->path, "Film", kind, defaults, &error);
  g_assert_no_error (error);
}

static void
close_production (Production *self)
{
  g_clear_object (&self->store);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static PltFacts *
load (Production *self)
{
  g_autoptr (GError) error = NULL;
  PltFacts *facts = plt_facts_load (self->store, &error);

  g_assert_no_error (error);
  return facts;
}

static const PltLineFacts *
line_of (const PltFacts *facts, gint64 budget, const char *code)
{
  for (guint i = 0; i < facts->lines.n; i++)
    if (facts->lines.items[i].budget == budget && strcmp (facts->lines.items[i].code, code) == 0)
      return &facts->lines.items[i];
  return NULL;
}

static const PltAccountFacts *
account_of (const PltFacts *facts, gint64 budget, const char *code)
{
  for (guint i = 0; i < facts->accounts.n; i++)
    if (facts->accounts.items[i].budget == budget
        && strcmp (facts->accounts.items[i].code, code) == 0)
      return &facts->accounts.items[i];
  return NULL;
}

/* ---- the five that come with the program ---- */

static const struct
{
  const char *kind, *code, *function, *scale, *unit, *payee, *phase, *profile;
} delivered[] = {
  { "long-metrage", "235-01", "Directeur de la photographie cinéma", "sem39", "semaine", "salarie",
    "tournage", "technicien-cadre" },
  { "long-metrage", "26-08", "Machiniste de prise de vues cinéma", "sem39", "semaine", "salarie",
    "tournage", "ouvrier" },
  { "long-metrage", "25-02", "Chef monteur cinéma", "sem39", "semaine", "salarie", "finitions",
    "technicien-cadre" },
  { "long-metrage", "31-01", "Artiste-interprète", "cachet", "jour", "salarie", "tournage",
    "artiste" },
  { "long-metrage", "34-01", "Figurant", "cachet", "jour", "salarie", "tournage", "artiste" },
  { "long-metrage", "22-01", "Réalisateur cinéma, contrat < 5 mois (par semaine)", "forfait",
    "semaine", "salarie", "preparation", "technicien-cadre" },
  { "long-metrage", "12-01", "", "", "forfait", "auteur", "preparation", "auteur" },
  { "long-metrage", "28-01", "", "", "heure", "salarie", "tournage", "technicien-non-cadre" },
  { "court-metrage", "233-04", "Scripte cinéma", "sem39", "semaine", "salarie", "tournage",
    "technicien-cadre" },
  { "documentaire", "25-02", "Chef monteur", "sem35", "semaine", "salarie", "finitions",
    "technicien-cadre" },
  { "serie", "236-01", "Chef OPS/ingénieur du son", "sem35", "semaine", "salarie", "tournage",
    "technicien-cadre" },
  { "captation", "231-01", "Directeur de production", "sem35", "semaine", "salarie", "tournage",
    "technicien-cadre" },
};

static void
test_delivered (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  Production film;
  g_autoptr (PltFacts) facts = NULL;
  const PltLineFacts *line;
  const PltProfileFacts *profile;

  open_production (&film, delivered[i].kind);
  facts = load (&film);
  line = line_of (facts, facts->production.budget, delivered[i].code);
  if (line == NULL)
    g_error ("no line %s", delivered[i].code);
  g_assert_cmpstr (line->function, ==, delivered[i].function);
  g_assert_cmpstr (line->scale, ==, delivered[i].scale);
  g_assert_cmpstr (line->unit, ==, delivered[i].unit);
  g_assert_cmpstr (line->payee, ==, delivered[i].payee);
  g_assert_cmpstr (line->phase, ==, delivered[i].phase);
  g_assert_cmpstr (line->rate_formula, ==, *delivered[i].function != '\0' ? "bareme" : "");
  g_assert_cmpstr (line->link_rate, ==, line->rate_formula);
  g_assert_cmpstr (line->duration, ==, "0"); /* nothing is invented */
  profile = PLT_FACTS_FIND (facts->profiles, PltProfileFacts, line->profile);
  g_assert_cmpstr (profile != NULL ? profile->code : NULL, ==, delivered[i].profile);
  close_production (&film);
}

/* Marks of codes and labels; rates after the posts. */
static void
test_marks (void)
{
  Production film;
  g_autoptr (PltFacts) facts = NULL;
  const PltBudgetFacts *budget;
  gint64 id;

  open_production (&film, "long-metrage");
  facts = load (&film);
  id = facts->production.budget;
  g_assert_cmpstr (account_of (facts, id, "11")->mark, ==, "cnc");
  g_assert_true (account_of (facts, id, "11")->label_verified);
  g_assert_cmpstr (account_of (facts, id, "32")->mark, ==, "a-verifier");
  g_assert_false (account_of (facts, id, "32")->label_verified);
  budget = PLT_FACTS_FIND (facts->budgets, PltBudgetFacts, id);
  g_assert_cmpint (budget->overheads_e6, ==, 70000);
  g_assert_cmpint (budget->contingency_e6, ==, 100000);
  g_assert_cmpint (budget->producer_e6, ==, 50000);
  g_assert_cmpstr (budget->producer_account, ==, "21"); /* within the posts */
  g_assert_true (budget->financial_e6 == PLT_UNKNOWN);  /* as they are, on lines of 94 */
  g_assert_cmpstr (budget->financial_account, ==, "");
  close_production (&film);
}

/* Every function that a template names is one of the scale; none has a code twice. */
static void
test_functions (void)
{
  static const char *const names[]
      = { "long-metrage", "court-metrage", "fiction-audiovisuelle", "documentaire", "captation" };
  g_autofree char *cinema = plt_paths_read ("referentials/minima-3097.tsv", NULL, NULL);
  g_autofree char *television = plt_paths_read ("referentials/minima-2642.tsv", NULL, NULL);
  g_autofree char *performers = plt_paths_read ("referentials/minima-artistes.tsv", NULL, NULL);
  PltReferential *scales[3] = { plt_referential_parse (cinema), plt_referential_parse (television),
                                plt_referential_parse (performers) };

  for (guint t = 0; t < G_N_ELEMENTS (names); t++)
    {
      g_autofree char *path = g_strdup_printf ("referentials/devis-%s.tsv", names[t]);
      g_autofree char *text = plt_paths_read (path, NULL, NULL);
      g_autoptr (PltReferential) template = plt_referential_parse (text);
      g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
      guint n = 0;

      for (guint i = 0; i < plt_referential_n_rows (template); i++)
        for (guint s = 0; s < 2; s++)
          {
            const char *function
                = plt_referential_get (template, i, s == 0 ? "fonction" : "fonction_2642");

            if (s == 0
                && !g_hash_table_add (codes, (gpointer) plt_referential_get (template, i, "code")))
              g_error ("%s: %s twice", names[t], plt_referential_get (template, i, "code"));
            if (*function == '\0')
              continue;
            n++;
            if (plt_referential_find (scales[s], "fonction", function) < 0
                && plt_referential_find (scales[2], "libelle", function) < 0)
              g_error ("%s: %s", names[t], function);
          }
      g_assert_cmpuint (n, >, 40);
    }
  for (guint i = 0; i < 3; i++)
    g_clear_pointer (&scales[i], plt_referential_free);
}

/* ---- one of one's own ---- */

static void
change (
    Production *film, const PltFacts *facts, const char *code, const char *column, const char *text)
{
  g_autoptr (GError) error = NULL;

  plt_store_set (film->store, "budget_line", line_of (facts, facts->production.budget, code)->id,
                 column, text, &error);
  g_assert_no_error (error);
}

/* A devis with what may be in one. */
static PltFacts *
fill (Production *film)
{
  g_autoptr (PltFacts) facts = load (film);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  plt_batch_insert (batch, "budget_global");
  plt_batch_set_integer (batch, "budget", facts->production.budget);
  plt_batch_set_text (batch, "name", "SEM_TOURNAGE");
  plt_batch_set_text (batch, "value", "6");
  plt_batch_set_text (batch, "label", "Semaines de tournage");
  plt_batch_set_integer (batch, "movable", TRUE);
  plt_batch_set_text (batch, "least", "4");
  plt_store_apply (film->store, "Variable", NULL, batch, NULL, &error);
  g_assert_no_error (error);
  change (film, facts, "235-01", "duration", "SEM_TOURNAGE");
  change (film, facts, "235-01", "note", "une\tligne\nà part");
  change (film, facts, "26-08", "quantity", "nombre(\"26-06\")+1");
  change (film, facts, "31-01", "duration", "jours(role)");
  change (film, facts, "12-01", "rate_cents", "12 500,00");
  change (film, facts, "12-01", "duration", "1");
  change (film, facts, "12-01", "vat_e6", "10");
  return load (film);
}

static void
assert_same (const PltFacts *a, gint64 first, const PltFacts *b, gint64 second)
{
  guint n = 0;

  for (guint i = 0; i < a->lines.n; i++)
    {
      const PltLineFacts *one = &a->lines.items[i];
      const PltLineFacts *two;

      if (one->budget != first)
        continue;
      two = line_of (b, second, one->code);
      g_assert_nonnull (two);
      g_assert_cmpstr (one->label, ==, two->label);
      g_assert_cmpstr (one->quantity, ==, two->quantity);
      g_assert_cmpstr (one->times, ==, two->times);
      g_assert_cmpstr (one->unit, ==, two->unit);
      g_assert_cmpint (one->rate_cents, ==, two->rate_cents);
      g_assert_cmpstr (one->rate_formula, ==, two->rate_formula);
      g_assert_cmpstr (one->link_rate, ==, two->link_rate);
      g_assert_cmpstr (one->function, ==, two->function);
      g_assert_cmpstr (one->scale, ==, two->scale);
      g_assert_cmpstr (one->phase, ==, two->phase);
      g_assert_cmpstr (one->payee, ==, two->payee);
      g_assert_cmpstr (one->mode, ==, two->mode);
      g_assert_cmpstr (one->tax_credit, ==, two->tax_credit);
      g_assert_cmpint (one->vat_e6, ==, two->vat_e6);
      g_assert_true ((one->profile == 0) == (two->profile == 0));
      n++;
    }
  g_assert_cmpuint (n, >, 400);
  for (guint i = 0; i < a->accounts.n; i++)
    {
      const PltAccountFacts *one = &a->accounts.items[i];
      const PltAccountFacts *two;

      if (one->budget != first)
        continue;
      two = account_of (b, second, one->code);
      g_assert_cmpstr (one->name, ==, two->name);
      g_assert_cmpstr (one->mark, ==, two->mark);
      g_assert_true (one->label_verified == two->label_verified);
      g_assert_true ((one->parent == 0) == (two->parent == 0));
    }
}

static void
test_own (void)
{
  Production film, other;
  g_autoptr (PltFacts) facts = NULL, target = NULL;
  g_autoptr (PltReferential) template = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *again = NULL;
  const PltBudgetFacts *made;

  open_production (&film, "long-metrage");
  open_production (&other, "documentaire");
  facts = fill (&film);
  text = plt_devis_template_write (facts, facts->production.budget, "Notre modèle", TRUE, &error);
  g_assert_no_error (error);
  template = plt_devis_template_parse (text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (plt_referential_meta (template, "titre"), ==, "Notre modèle");

  target = load (&other);
  plt_devis_template_new_budget (batch, target, template, "Repris");
  plt_store_apply (other.store, "New budget", NULL, batch, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&target, plt_facts_free);
  target = load (&other);
  g_assert_cmpuint (target->budgets.n, ==, 2);
  made = &target->budgets.items[1];
  g_assert_cmpstr (made->name, ==, "Repris");
  g_assert_cmpint (made->version, ==, 2);
  g_assert_cmpint (made->overheads_e6, ==, 70000);
  assert_same (facts, facts->production.budget, target, made->id);
  g_assert_cmpstr (line_of (target, made->id, "235-01")->duration, ==, "SEM_TOURNAGE");
  g_assert_cmpstr (line_of (target, made->id, "235-01")->note, ==, "une ligne à part");
  g_assert_cmpstr (line_of (target, made->id, "26-08")->quantity, ==, "nombre(\"26-06\")+1");
  g_assert_cmpstr (line_of (target, made->id, "31-01")->duration, ==,
                   "0"); /* a role stays behind */
  g_assert_cmpint (line_of (target, made->id, "12-01")->rate_cents, ==, 1250000);
  g_assert_cmpuint (target->globals.n, ==, 1);
  g_assert_cmpstr (target->globals.items[0].value, ==, "6");
  g_assert_cmpstr (target->globals.items[0].least, ==, "4");
  g_assert_true (target->globals.items[0].movable);

  /* written again it is the same file */
  again = plt_devis_template_write (target, made->id, "Notre modèle", TRUE, &error);
  {
    g_autofree char *there = g_strdup (again);
    const char *note = "une ligne à part";

    g_assert_nonnull (strstr (there, note));
  }
  g_assert_cmpuint (strlen (again), >, strlen (text) / 2);
  close_production (&film);
  close_production (&other);
}

/* Without amounts: no rate that was typed; formulas and lines stay. */
static void
test_without_amounts (void)
{
  Production film;
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (PltReferential) template = NULL;
  g_autofree char *text = NULL;
  int row;

  open_production (&film, "long-metrage");
  facts = fill (&film);
  text = plt_devis_template_write (facts, facts->production.budget, NULL, FALSE, NULL);
  template = plt_devis_template_parse (text, NULL);
  row = plt_referential_find (template, "code", "12-01");
  g_assert_cmpstr (plt_referential_get (template, (guint) row, "tarif_cents"), ==, "");
  row = plt_referential_find (template, "code", "235-01");
  g_assert_cmpstr (plt_referential_get (template, (guint) row, "tarif_formule"), ==, "bareme");
  g_assert_cmpstr (plt_referential_get (template, (guint) row, "duree"), ==, "SEM_TOURNAGE");
  g_assert_cmpstr (plt_referential_meta (template, "titre"), ==, "Devis");
  g_assert_cmpstr (plt_referential_meta (template, "modele"), ==, "devis-long-metrage");
  close_production (&film);
}

static void
test_refused (void)
{
  static const char *const texts[] = { "", "bonjour", "code\tparent\tniveau\n1\t\t1\n",
                                       "code\tparent\tniveau\tlibelle\n", "\xff\xfe" };
  g_autoptr (PltFacts) facts = plt_facts_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) problem = NULL;

      g_assert_null (plt_devis_template_parse (texts[i], &problem));
      g_assert_nonnull (problem);
    }
  g_assert_null (plt_devis_template_write (facts, 3, NULL, TRUE, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (delivered); i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/devis-template/%s/%s", delivered[i].kind, delivered[i].code);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_delivered);
    }
  g_test_add_func ("/devis-template/marks", test_marks);
  g_test_add_func ("/devis-template/functions", test_functions);
  g_test_add_func ("/devis-template/own", test_own);
  g_test_add_func ("/devis-template/without-amounts", test_without_amounts);
  g_test_add_func ("/devis-template/refused", test_refused);
  return g_test_run ();
}
