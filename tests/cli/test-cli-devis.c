/* devis FILE ...: versions from the first to the locked one, in a real file and by the words a
 * person types. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/wait.h>

static const char *program;

typedef struct
{
  char *folder, *file, *out, *err;
  char *chief, *people, *technique; /* ids of a line, of accounts */
} Fixture;

/* Runs "plateau-cli WORDS..."; "@" stands for the production. Gives the exit status. */
static int
run (Fixture *self, const char *line)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_shell_parse_argv (line, NULL, &words, NULL));
  g_strv_builder_add (builder, program);
  for (guint i = 0; words[i] != NULL; i++)
    g_strv_builder_add (builder, g_str_equal (words[i], "@") ? self->file : words[i]);
  argv = g_strv_builder_end (builder);
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &self->out, &self->err, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) != 0)
    g_assert_cmpstr (self->out, ==, "");
  return WEXITSTATUS (status);
}

static void
done (Fixture *self, const char *line)
{
  int status = run (self, line);

  if (status != 0)
    g_test_message ("%s: %s", line, self->err);
  g_assert_cmpint (status, ==, 0);
}

#define assert_says(text, part) g_assert_nonnull (strstr ((text), (part)))

/* The id that the last command printed. */
static char *
new_id (const Fixture *self)
{
  return g_strstrip (g_strdup (self->out));
}

/* One chief 2 000 € a week × SEM (6), a camera 300 € × DAYS (20), overheads 10 %: 19 800,00. */
static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("plateau-devis-XXXXXX", NULL);
  self->file = g_build_filename (self->folder, "essai.plateau", NULL);
  done (self, "new @ --title Essai --kind court-metrage");
  done (self, "list @ budget");
  done (self, "add @ budget name=Premier overheads_e6='10 %' contingency_e6='0 %' version=31 "
              "ceiling_cents=18000");
  done (self, "set @ production 1 budget=Premier");
  done (self, "add @ account budget=Premier code=2 name=Personnel");
  self->people = new_id (self);
  done (self, "add @ account budget=Premier code=7 name=Technique");
  self->technique = new_id (self);
  done (self, "add @ budget_global budget=Premier name=SEM value=6 movable=oui least=4 most=8");
  done (self, "add @ budget_global budget=Premier name=DAYS value=20 movable=oui");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->file);
  g_free (self->out);
  g_free (self->err);
  g_free (self->chief);
  g_free (self->people);
  g_free (self->technique);
}

static void
add_lines (Fixture *self)
{
  g_autofree char *two = NULL;
  g_autofree char *seven = NULL;
  g_autofree char *chief = NULL;
  g_autofree char *camera = NULL;
  g_autofree char *chiefs
      = g_strdup_printf ("add @ account budget=Premier code=21 name=Chefs parent=%s", self->people);
  g_autofree char *cameras = g_strdup_printf (
      "add @ account budget=Premier code=71 name=Caméra parent=%s", self->technique);

  done (self, chiefs);
  two = new_id (self);
  done (self, cameras);
  seven = new_id (self);
  chief = g_strdup_printf ("add @ budget_line budget=Premier account=%s code=21-01 label=Chef "
                           "duration=SEM unit=semaine rate_cents=2000",
                           two);
  camera = g_strdup_printf ("add @ budget_line budget=Premier account=%s code=71-01 label=Boîtier "
                            "duration=DAYS unit=jour rate_cents=300",
                            seven);
  done (self, chief);
  self->chief = new_id (self);
  done (self, camera);
}

/* What that line costs a week, and the exit status. */
static int
pay (Fixture *self, const char *rate)
{
  g_autofree char *line = g_strdup_printf ("set @ budget_line %s rate_cents=%s", self->chief, rate);

  return run (self, line);
}

static void
test_versions (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;

  add_lines (self);
  done (self, "devis @ list");
  assert_says (self->out, "\tv31\tPremier\tbrouillon\t");
  assert_says (self->out, "\t18\342\200\257000,00\t19\342\200\257800,00\t*\n");
  before = g_strdup (self->out);
  done (self, "devis @ duplicate --name Second --use");
  g_assert_cmpstr (self->out, ==, "v32\n");
  done (self, "devis @ list");
  assert_says (self->out, "\tv32\tSecond\tbrouillon\t\tv31\t");
  done (self, "devis @ show Second");
  assert_says (self->out, "21\tChefs\t12\342\200\257000,00\n");
  done (self, "undo @");
  done (self, "devis @ list");
  g_assert_cmpstr (self->out, ==, before);
  done (self, "redo @");
  done (self, "devis @ rename v32 Allégé");
  done (self, "devis @ lock v31");
  g_assert_cmpint (pay (self, "1"), ==, 1);
  assert_says (self->err, "Version 31 of the budget is locked");
  g_assert_cmpint (run (self, "devis @ lock v31"), ==, 1);
  g_assert_cmpint (run (self, "devis @ transfer 2 7 10 --reason Essai --version v31"), ==, 1);
  g_assert_cmpint (run (self, "devis @ simulate 100 --version v31"), ==, 1);
  done (self, "devis @ unlock v31");
  done (self, "devis @ use v31");
  g_assert_cmpint (pay (self, "1"), ==, 0);
  done (self, "verify @");
}

static void
test_compare (Fixture *self, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *rows;

  add_lines (self);
  done (self, "devis @ duplicate");
  g_assert_cmpint (pay (self, "2500"), ==, 0);
  done (self, "devis @ compare v32 v31");
  assert_says (self->out, "line\t21-01\tChef\t12\342\200\257000,00\t15\342\200\257000,00\t"
                          "3\342\200\257000,00\t25\n");
  g_assert_null (strstr (self->out, "71-01"));
  done (self, "devis @ compare v32 v31 --all");
  assert_says (self->out, "71-01");
  done (self, "devis @ compare v32 v31 --format json");
  g_assert_true (json_parser_load_from_data (parser, self->out, -1, NULL));
  rows = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpint (
      json_array_get_int_element (
          json_object_get_array_member (
              json_array_get_object_element (rows, json_array_get_length (rows) - 1), "cents"),
          1),
      ==, 2310000);
}

static void
test_transfer (Fixture *self, gconstpointer data)
{
  add_lines (self);
  done (self, "devis @ transfer 7 2 1000 --reason 'Un chef de plus' --dry-run");
  done (self, "list @ budget_transfer --columns reason");
  g_assert_null (strstr (self->out, "chef"));
  done (self,
        "devis @ transfer 71 2 1000 --reason 'Un chef de plus' --author Zoé --date 03/02/2027");
  g_assert_cmpstr (self->out, ==,
                   "71\t6\342\200\257000,00 -> 5\342\200\257000,00\n"
                   "2\t12\342\200\257000,00 -> 13\342\200\257000,00\n");
  done (self, "list @ budget_transfer --format csv");
  assert_says (self->out, "Un chef de plus");
  done (self, "devis @ show");
  assert_says (self->out, "71\tCaméra\t5\342\200\257000,00\n");
}

/* 19 800 to the ceiling of 18 000: proposed, not written, until it is said. */
static void
test_simulate (Fixture *self, gconstpointer data)
{
  add_lines (self);
  done (self, "devis @ simulate --move DAYS");
  g_assert_cmpstr (self->out, ==,
                   "DAYS\t20 -> 14\tmoved\n"
                   "total\t19\342\200\257800,00 -> 17\342\200\257820,00\n"
                   "reached, 180,00 below\n");
  done (self, "list @ budget_global --columns name,value --format csv");
  assert_says (self->out, "20");
  done (self, "devis @ simulate --move DAYS --apply");
  done (self, "devis @ list");
  assert_says (self->out, "17\342\200\257820,00");
  done (self, "undo @");
  done (self, "devis @ simulate 9000"); /* SEM 4 alone is 8 800 */
  assert_says (self->out, "reached");
  done (self, "devis @ simulate 8000");
  assert_says (self->out, "at least");
  assert_says (self->out, "not reached: 800,00 too much");
  done (self, "devis @ simulate 10000 --account 2 --keep total --move SEM --move DAYS");
  assert_says (self->out, "SEM\t6 -> 5");
  assert_says (self->out, "DAYS\t20 -> 26");
  done (self, "devis @ simulate 18000 --move 21-01.rate=1500..2000/50");
  assert_says (self->out, "Chef\t2000 -> 1700\tmoved");
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *line;
    int status;
    const char *part;
  } cases[] = {
    { "devis @ ranger", 2, "simulate" },
    { "devis @ list v1", 2, "Usage" },
    { "devis @ list --apply", 2, "--apply" },
    { "devis @ show v9", 1, "v9" },
    { "devis @ compare v31", 2, "compare" },
    { "devis @ compare v31 v9", 1, "v9" },
    { "devis @ compare v31 v31 --format xml", 2, "xml" },
    { "devis @ unlock", 1, "not locked" },
    { "devis @ transfer 2 7 beaucoup --reason R", 1, "beaucoup" },
    { "devis @ transfer 2 7 10", 1, "Say why" },
    { "devis @ transfer 2 9 10 --reason R", 1, "9" },
    { "devis @ simulate 10 --account 2 --move AUTRE", 1, "AUTRE" },
    { "devis @ simulate --account 2", 2, "amount to reach" },
    { "devis @ simulate 10 --move SEM=4", 2, "LEAST..MOST" },
    { "devis @ simulate 10 --move SEM=bas..8", 2, "bas" },
    { "devis @ simulate 10 --move 21-01.nombre", 1, "21-01.nombre" },
  };

  add_lines (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].line);
      g_assert_cmpint (run (self, cases[i].line), ==, cases[i].status);
      assert_says (self->err, cases[i].part);
    }
}

/* A short film has its schemes, never one for a feature without --all; one scheme says why. */
static void
test_funders (Fixture *self, gconstpointer data)
{
  done (self, "funders @");
  assert_says (self->out, "\tcnc-court-avant\t");
  g_assert_null (strstr (self->out, "\tfondation-gan\t"));
  assert_says (self->out, "(à vérifier)");
  done (self, "funders @ --all");
  assert_says (self->out, "Fermé\tfondation-gan\t");
  done (self, "funders @ --scheme bfc-court --date 2026-11-22");
  g_assert_true (g_str_has_prefix (self->out, "financeur\tbfc-court\t"));
  assert_says (self->out, "\necheance\t2027-02-28\t98 jours\n");
  assert_says (self->out, "\nverifie\t2026-11-22\tsource\n");
  assert_says (self->out, "\ncritere\t");
  assert_says (self->out, "\npiece\tobligatoire\t");
  g_assert_cmpint (run (self, "funders @ --scheme personne"), ==, 1);
  assert_says (self->err, "personne");
  g_assert_cmpint (run (self, "funders @ --date hier"), ==, 1);
  g_assert_cmpint (run (self, "funders /nowhere.plateau"), ==, 1);
}

/* A source with its share, a rule that is not held, a scenario in which the source fails. */
static void
test_financing (Fixture *self, gconstpointer data)
{
  done (self, "set @ production 1 kind=long-metrage");
  done (self, "add @ funding_source group=regions name=Région amount_cents=3000 status=acquis");
  done (self, "add @ funding_source group=diffuseurs name=Chaîne amount_cents=1000 "
              "line=television-payante window=payant window_months=3");
  done (self, "financing @ --losses");
  assert_says (self->out, "\nsource\tRégion\t3\342\200\257000,00\t75\tacquis\t");
  assert_says (self->out, "\npart-nature\tArgent privé\t1\342\200\257000,00\t25\n");
  assert_says (self->out, "\nregle\tfinance.sources\trompue\t");
  assert_says (self->out, "\nfenetre\tChaîne\tTélévision payante\t3\t9\t");
  assert_says (self->out, "\ndefaillance\tRégion\t");
  assert_says (self->out, "\nwarning\tfinance.window-early\t");
  done (self, "add @ scenario name='Sans la Région' kind=financement");
  done (self, "add @ scenario_change scenario='Sans la Région' kind=source-absente "
              "funding_source=Région");
  done (self, "financing @ --scenario 'Sans la Région'");
  g_assert_true (
      g_str_has_prefix (self->out, "scenario\tSans la Région\nchange\tsource-absente\t"));
  g_assert_null (strstr (self->out, "\nsource\tRégion\t"));
  assert_says (self->out, "\nsource\tChaîne\t1\342\200\257000,00\t100\t");
  g_assert_cmpint (run (self, "financing @ --scenario Autre"), ==, 1);
  assert_says (self->err, "Sans la Région");
  g_assert_cmpint (run (self, "financing /nowhere.plateau"), ==, 1);
}

/* 1 000 of a subsidy on 10 May, 1 500 of a supplier on 3 June: 500 short from then on; a scenario
 * brings them in. Lines of the devis have no date. */
static void
test_cash (Fixture *self, gconstpointer data)
{
  add_lines (self);
  done (self, "cash @");
  assert_says (self->out, "\nsans-date\tChef\t12\342\200\257000,00\n");
  assert_says (self->out, "\nbesoin\t\t0,00\n");
  assert_says (self->out, "\nwarning\tcash.no-date\t");
  done (self, "add @ cash_entry date=2027-05-10 label=Aide amount_cents=1000,00 kind=prevu");
  done (self, "add @ cash_entry date=2027-06-03 label=Loueur amount_cents=-1500,00 kind=reel");
  done (self, "add @ scenario name=Apport kind=tresorerie");
  done (self, "add @ scenario_change scenario=Apport kind=apport amount_cents=500,00 "
              "date=2027-06-01");
  done (self, "cash @");
  g_assert_true (g_str_has_prefix (self->out, "depart\t2027-05-10\t0,00\n"));
  assert_says (self->out, "\nperiode\t2027-06-01\t0,00\t1\342\200\257500,00\t");
  assert_says (self->out, "\ncritique\t2027-06-03\t2027-06-03\t");
  assert_says (self->out, "\nbesoin\t2027-06-03\t500,00\n");
  assert_says (self->out, "\nwarning\tcash.negative\t");
  done (self, "cash @ --by week --scenario Apport");
  assert_says (self->out, "\nperiode\t2027-05-31\t500,00\t");
  assert_says (self->out, "\nbesoin\t2027-06-03\t0,00\n");
  g_assert_cmpint (run (self, "cash @ --by year"), ==, 2);
  g_assert_cmpint (run (self, "cash @ --scenario Rien"), ==, 1);
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  program = g_getenv ("PLATEAU_CLI");
  g_assert_nonnull (program);
  TEST ("/cli-devis/versions", test_versions);
  TEST ("/cli-devis/compare", test_compare);
  TEST ("/cli-devis/transfer", test_transfer);
  TEST ("/cli-devis/simulate", test_simulate);
  TEST ("/cli-devis/refused", test_refused);
  TEST ("/cli-devis/funders", test_funders);
  TEST ("/cli-devis/financing", test_financing);
  TEST ("/cli-devis/cash", test_cash);
  return g_test_run ();
}
