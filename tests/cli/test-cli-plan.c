/* The plan, the devis and the financing; the findings. */
#include "test-cli-private.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_plan (Fixture *self, gconstpointer data)
{
  new_production (self);
  run (self, "add", "@", "sequence", "number=1", "int_ext=INT", "effect=JOUR",
       "shooting_minutes=2 h", NULL);
  run (self, "add", "@", "sequence", "number=2", "int_ext=EXT", "effect=NUIT", NULL);
  /* 7 and 8 May 2027 are a Friday and a Saturday, 8 May a holiday; Sunday rests: Friday 7, Monday
   * 10 */
  g_assert_cmpint (run (self, "days", "@", "2027-05-07", "2", "--rest", "dim", NULL), ==, 0);
  run (self, "list", "@", "shooting_day", "--columns", "date", NULL);
  g_assert_cmpstr (self->out, ==, "id\tdate\n1\t07/05/2027\n2\t10/05/2027\n");
  g_assert_cmpint (run (self, "place", "@", "J2", "2", "1", NULL), ==, 0);
  run (self, "list", "@", "strip", "--where", "day=2", "--columns", "sequence", NULL);
  g_assert_cmpstr (self->out, ==, "id\tsequence\n1\t2\n2\t1\n");
  g_assert_cmpint (run (self, "place", "@", "07/05/2027", "1", NULL), ==, 0);
  g_assert_cmpint (run (self, "place", "@", "pool", "2", NULL), ==, 0);
  run (self, "list", "@", "strip", "--where", "day=1", "--columns", "sequence", NULL);
  g_assert_cmpstr (self->out, ==, "id\tsequence\n2\t1\n");
  g_assert_cmpint (run (self, "call-sheet", "@", "J1", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "1\n");
  g_assert_cmpint (run (self, "undo", "@", NULL), ==, 0);
  run (self, "list", "@", "call_sheet", NULL);
  g_assert_null (strchr (strchr (self->out, '\n') + 1, '\n'));
}

/* A plan is made better, in one step that can be taken back; days far ahead, so that none is past.
 */
static void
test_optimise (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL, *offered = NULL, *kept = NULL;

  new_production (self);
  run (self, "add", "@", "set", "name=QUAI", NULL);
  run (self, "add", "@", "set", "name=CUISINE", NULL);
  for (guint i = 1; i <= 6; i++)
    {
      g_autofree char *number = g_strdup_printf ("number=%u", i);
      g_autofree char *set = g_strdup_printf ("set=%u", i % 2 + 1);

      run (self, "add", "@", "sequence", number, "int_ext=INT", "effect=JOUR", set,
           "shooting_minutes=4 h", NULL);
    }
  g_assert_cmpint (run (self, "days", "@", "2097-05-06", "4", NULL), ==, 0);
  run (self, "place", "@", "J1", "1", "2", NULL);
  run (self, "place", "@", "J2", "3", "4", NULL);
  g_assert_cmpint (run (self, "place", "@", "J3", "5", NULL), ==, 0);
  run (self, "list", "@", "strip", "--format", "csv", NULL);
  before = g_strdup (self->out);

  g_assert_cmpint (run (self, "schedule", "@", "optimise", "--moves", "20000", "--dry-run", NULL),
                   ==, 0);
  offered = g_strdup (self->out);
  g_assert_nonnull (strstr (offered, "Sequence 6 (QUAI): not placed → D"));
  g_assert_nonnull (strstr (offered, "Sequences on no day\t1\t0\n"));
  g_assert_nonnull (strstr (offered, "Broken rules\t4\t0\n"));
  g_assert_nonnull (strstr (offered, "moves from seed 1."));
  run (self, "list", "@", "strip", "--format", "csv", NULL);
  g_assert_cmpstr (self->out, ==, before);

  /* the same again, and none of it */
  g_assert_cmpint (
      run (self, "schedule", "@", "optimise", "--moves", "20000", "--accept", "none", NULL), ==, 0);
  run (self, "list", "@", "strip", "--format", "csv", NULL);
  g_assert_cmpstr (self->out, ==, before);
  g_assert_cmpint (
      run (self, "schedule", "@", "optimise", "--moves", "20000", "--accept", "0-9", NULL), ==, 2);
  g_assert_cmpint (
      run (self, "schedule", "@", "optimise", "--moves", "20000", "--accept", "", NULL), ==, 2);

  g_assert_cmpint (run (self, "schedule", "@", "optimise", "--moves", "20000", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, offered);
  run (self, "list", "@", "strip", "--format", "csv", NULL);
  kept = g_strdup (self->out);
  g_assert_cmpstr (kept, !=, before);
  g_assert_cmpint (run (self, "undo", "@", NULL), ==, 0);
  run (self, "list", "@", "strip", "--format", "csv", NULL);
  g_assert_cmpstr (self->out, ==, before);
  run (self, "redo", "@", NULL);
  run (self, "list", "@", "strip", "--format", "csv", NULL);
  g_assert_cmpstr (self->out, ==, kept);
  g_assert_cmpint (run (self, "verify", "@", NULL), ==, 0);
}

/* Two publications: the second says what moved, and what was published takes no more changes. */
static void
test_versions (Fixture *self, gconstpointer data)
{
  new_production (self);
  run (self, "add", "@", "sequence", "number=1", NULL);
  run (self, "add", "@", "sequence", "number=2", NULL);
  run (self, "days", "@", "2027-05-10", "2", NULL);
  run (self, "place", "@", "J1", "1", "2", NULL);
  g_assert_cmpint (run (self, "schedule", "@", "publish", "--dry-run", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "v1\n");
  g_assert_cmpint (run (self, "schedule", "@", "publish", "--date", "2027-04-01", "--author",
                        "Paul Le Guen", NULL),
                   ==, 0);
  g_assert_cmpstr (self->out, ==, "v1\n");
  run (self, "place", "@", "J2", "2", NULL);
  g_assert_cmpint (
      run (self, "schedule", "@", "publish", "--date", "2027-04-08", "--reason", "Quai pris", NULL),
      ==, 0);
  g_assert_cmpstr (self->out, ==,
                   "v2\n@ 2: J1 lun. 10 mai -> J2 mar. 11 mai\tmoved to another day\n");
  run (self, "list", "@", "schedule_change", "--columns", "number,from_text,to_text,reason", NULL);
  g_assert_nonnull (strstr (self->out, "\t2\tJ1 lun. 10 mai\tJ2 mar. 11 mai\tQuai pris\n"));
  g_assert_cmpint (run (self, "schedule", "@", "list", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "\tbrouillon\t\t\t\t\t*\n"));
  g_assert_nonnull (strstr (self->out, "\tpubliee\t08/04/2027\t\tv1\tQuai pris\t\n"));
  g_assert_nonnull (strstr (self->out, "\tpubliee\t01/04/2027\tPaul Le Guen\t\t\t\n"));

  g_assert_cmpint (run (self, "schedule", "@", "compare", "1", "v2", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "Shooting days\t2\t2\t=\n"));
  g_assert_nonnull (strstr (self->out, "@ 2: J1 lun. 10 mai -> J2 mar. 11 mai"));
  g_assert_null (strstr (self->out, "@ 1:"));
  g_assert_cmpint (run (self, "schedule", "@", "compare", "1", "2", "--all", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "@ 1: J1 lun. 10 mai -> J1 lun. 10 mai\tsame day"));
  g_assert_cmpint (run (self, "schedule", "@", "compare", "1", "2", "--format", "json", NULL), ==,
                   0);
  g_assert_nonnull (strstr (self->out, "\"moved\""));

  {
    g_autofree char *out = g_build_filename (self->folder, "plan.uss", NULL);

    g_assert_cmpint (run (self, "export", "@", "uss", out, "--param", "plan=v1", NULL), ==, 0);
    g_assert_cmpint (run (self, "read", out, NULL), ==, 0);
    g_assert_cmpint (run (self, "export", "@", "uss", out, "--param", "plan=v8", NULL), ==, 1);
    g_assert_cmpint (run (self, "export", "@", "uss", out, "--param", "jour=1", NULL), ==, 2);
  }
  g_assert_cmpint (run (self, "delete", "@", "schedule", "2", NULL), ==, 1);
  g_assert_nonnull (strstr (self->err, "Edit the working schedule"));
  g_assert_cmpint (run (self, "undo", "@", NULL), ==, 0);
  run (self, "list", "@", "schedule_change", "--columns", "number", NULL);
  g_assert_cmpstr (self->out, ==, "id\tnumber\n");
}

/* Weights of the optimiser are shown, changed, and taken back. */
static void
test_weights (Fixture *self, gconstpointer data)
{
  new_production (self);
  g_assert_cmpint (run (self, "schedule", "@", "weights", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "stabilite\t1 000,00 €\t\t"));
  g_assert_cmpint (run (self, "schedule", "@", "weights", "stabilite=500", "--dry-run", NULL), ==,
                   0);
  g_assert_nonnull (strstr (self->out, "stabilite\t500,00 €\t*\t"));
  run (self, "list", "@", "plan_weight", "--columns", "code", NULL);
  g_assert_cmpstr (self->out, ==, "id\tcode\n");
  g_assert_cmpint (run (self, "schedule", "@", "weights", "stabilite=500", "aube-minutes=60", NULL),
                   ==, 0);
  g_assert_cmpint (run (self, "schedule", "@", "weights", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "stabilite\t500,00 €\t*\t"));
  g_assert_nonnull (strstr (self->out, "aube-minutes\t60 min\t*\t"));
  g_assert_cmpint (run (self, "undo", "@", NULL), ==, 0);
  run (self, "schedule", "@", "weights", NULL);
  g_assert_nonnull (strstr (self->out, "stabilite\t1 000,00 €\t\t"));
}

static void
test_check (Fixture *self, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *issues;

  new_production (self);
  run (self, "add", "@", "sequence", "number=1", NULL);
  run (self, "add", "@", "sequence", "number=1", NULL);
  g_assert_cmpint (run (self, "check", "@", "--format", "json", NULL), ==, 0);
  issues = parse_array (self, parser);
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (issues, 0), "rule"), ==,
      "script.number-twice");
  g_assert_cmpint (run (self, "check", "@", "--fail-on", "error", NULL), ==, 1);
  run (self, "delete", "@", "sequence", "2", NULL);
  g_assert_cmpint (run (self, "check", "@", "--fail-on", "error", NULL), ==, 0);
  g_assert_cmpint (run (self, "check", "@", "--fail-on", "warning", NULL), ==, 1);
}

/* Five days of ten hours: 56 hours of 25,22625 (IDCC 3097, art. 37). */
static void
test_pay (Fixture *self, gconstpointer data)
{
  g_autofree char *sheet = g_build_filename (self->folder, "heures.csv", NULL);
  g_autoptr (GString) text = g_string_new ("date,start,meal_start,meal_end,end,place,kind\n");

  for (guint day = 8; day <= 12; day++)
    g_string_append_printf (text, "2026-06-%02u,8h00,13h00,14h00,19h00,region,tournage\n", day);
  g_assert_true (g_file_set_contents (sheet, text->str, -1, NULL));
  g_assert_cmpint (run (self, "pay", sheet, "--agreement", "idcc3097", "--function",
                        "Machiniste de prise de vues cinéma", NULL),
                   ==, 0);
  g_assert_nonnull (strstr (self->out, "\ntotal\t1\342\200\257412,67\n"));
  g_assert_nonnull (strstr (self->out, "\tR04\t"));
  g_assert_nonnull (strstr (self->out, "pay.C02"));
  g_assert_cmpint (run (self, "pay", sheet, "--agreement", "idcc3097", NULL), ==, 2);
  g_assert_cmpint (run (self, "pay", sheet, "--agreement", "idcc9", "--function", "x", NULL), ==,
                   1);
  g_assert_cmpint (run (self, "pay", sheet, "--agreement", "idcc3097", "--function", "Machiniste",
                        "--option", "plafond", NULL),
                   ==, 2);
  g_assert_cmpint (
      run (self, "pay", "/nowhere.csv", "--agreement", "idcc3097", "--function", "x", NULL), ==, 1);
}

/* The grid of 1 November 2024, and a rate that no scale has. */
static void
test_rates (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (run (self, "rates", "Scripte", "--agreement", "idcc3097", "--date", "2026-06-08",
                        "--unit", "semaine", NULL),
                   ==, 0);
  g_assert_nonnull (strstr (self->out, "\tsem39\tsemaine\t1\342\200\257310,82\t"));
  /* all the bases of one function */
  g_assert_cmpint (run (self, "rates", "Scripte cinéma", "--agreement", "idcc3097", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "\tsem39\t"));
  g_assert_nonnull (strstr (self->out, "\tjour_moins_5j_7h\t"));
  g_assert_nonnull (strstr (self->out, "\tann2_6j\t"));
  g_assert_cmpint (run (self, "rates", "Scripte", "--agreement", "3097", "--annexe", "2",
                        "--six-days", "--date", "2026-06-08", NULL),
                   ==, 0);
  g_assert_nonnull (strstr (self->out, "\tann2_6j\t"));
  g_assert_null (strstr (self->out, "\tsem39\t"));
  /* the scale begins later: said, and the command fails */
  g_assert_cmpint (run (self, "rates", "Scripte", "--agreement", "idcc3097", "--date", "2024-05-02",
                        "--unit", "semaine", NULL),
                   ==, 1);
  g_assert_nonnull (strstr (self->err, "2024"));
  g_assert_cmpint (run (self, "rates", "Astronaute", "--agreement", "idcc3097", NULL), ==, 1);
  g_assert_cmpint (run (self, "rates", "Scripte", NULL), ==, 2);
  g_assert_cmpint (run (self, "rates", "Scripte", "--agreement", "3097", "--annexe", "7", NULL), ==,
                   2);
}

/* A template made of a devis, and a new devis from it. */
static void
test_devis_template (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "modele.tsv", NULL);
  g_autofree char *text = NULL;

  run (self, "new", "@", "--kind", "long-metrage", NULL);
  g_assert_cmpint (
      run (self, "devis-template", "@", path, "--name", "Maison", "--no-amounts", NULL), ==, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "# titre: Maison\n"));
  g_assert_cmpint (run (self, "devis-template", "@", "--from", path, NULL), ==, 0);
  g_assert_cmpint (run (self, "list", "@", "budget", "--columns", "name,version", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "Maison"));
  g_assert_cmpint (run (self, "devis-template", "@", "--keep", "--name", "Type", NULL), ==, 0);
  run (self, "list", "@", "budget", "--columns", "name,is_template", "--format", "csv", NULL);
  g_assert_nonnull (strstr (self->out, "Type"));
  g_assert_cmpint (run (self, "devis-template", "@", NULL), ==, 2);
  g_assert_cmpint (run (self, "devis-template", "@", path, "--keep", NULL), ==, 2);
  g_assert_cmpint (run (self, "devis-template", "@", "--from", self->file, NULL), ==, 1);
  g_assert_cmpint (run (self, "devis-template", "@", path, "--budget", "v9", NULL), ==, 1);
}

/* One scheme says why; the rest is in test-cli-devis.c. */
static void
test_funders (Fixture *self, gconstpointer data)
{
  new_production (self);
  g_assert_cmpint (run (self, "funders", "@", "--scheme", "cic", NULL), ==, 0);
}

/* Cases of the tax credit by typed amounts: 30 % × (3 200 000 − 200 000); 3 000 € a minute; and a
 * devis without anything is not nil. */
static void
test_tax_credit (Fixture *self, gconstpointer data)
{
  new_production (self);
  g_assert_cmpint (run (self, "tax-credit", "@", "--option", "minutes=100", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "\ntotal\tinconnu\n"));
  g_assert_nonnull (strstr (self->out, "tax-credit.no-budget"));
  g_assert_cmpint (run (self, "tax-credit", "@", "--option", "minutes=100", "--option",
                        "budget=4000000", "--option", "eligible=3400000", "--option",
                        "subventions=200000", NULL),
                   ==, 0);
  g_assert_true (g_str_has_prefix (self->out, "regime\tcic\tfilm-francais\t"));
  g_assert_nonnull (strstr (self->out, "\netape\tci.taux\t"));
  g_assert_nonnull (strstr (self->out, "\ntotal\t900\342\200\257000,00\n"));
  g_assert_nonnull (strstr (self->out, "warning\ttax-credit.order"));
  g_assert_cmpint (run (self, "tax-credit", "@", "--regime", "cia", "--lines", "--option",
                        "minutes=90", "--option", "budget=1900000", "--option", "eligible=1350000",
                        NULL),
                   ==, 0);
  g_assert_nonnull (strstr (self->out, "\ntotal\t270\342\200\257000,00\n"));
  g_assert_nonnull (strstr (self->out, "\ndossier\tprovisoire\tpiece\t"));
  g_assert_cmpint (run (self, "tax-credit", "@", "--regime", "cir", NULL), ==, 2);
  g_assert_cmpint (run (self, "tax-credit", "@", "--option", "minutes", NULL), ==, 2);
  g_assert_cmpint (run (self, "tax-credit", "@", "--option", "minutes=beaucoup", NULL), ==, 1);
  g_assert_cmpint (run (self, "tax-credit", "/nowhere.plateau", NULL), ==, 1);
}

static void
test_export (Fixture *self, gconstpointer data)
{
  static const char *const endings[] = { "pdf", "xlsx", "csv", "png", "txt" };

  new_production (self);
  run (self, "add", "@", "sequence", "number=1", "synopsis=Nora entre.", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/c.%s", self->folder, endings[i]);
      GStatBuf info;

      g_assert_cmpint (
          run (self, "export", "@", "continuite", path, "--param", "date=2027-01-01", NULL), ==, 0);
      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_size, >, 100);
    }
  g_assert_cmpint (
      run (self, "export", "@", "continuite", "/tmp/x.txt", "--param", "couleur=rouge", NULL), ==,
      1);
  g_assert_nonnull (strstr (self->err, "couleur"));
}

/* A day with a sheet and a car: who is to be picked up is proposed a movement, undone in one step.
 */
static void
test_moves (Fixture *self, gconstpointer data)
{
  new_production (self);
  g_assert_cmpint (run (self, "moves", "@", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "Nothing drives or travels yet.\n");
  g_assert_cmpint (run (self, "moves", "@", "J1", NULL), ==, 1);
  run (self, "add", "@", "sequence", "number=1", "int_ext=INT", "effect=JOUR", NULL);
  run (self, "add", "@", "person", "last_name=Kerleau", "first_name=Nora", "drive_minutes=30",
       "address=2 quai Sud", NULL);
  run (self, "add", "@", "element", "category=@code=RO", "name=NORA", NULL);
  run (self, "add", "@", "engagement", "person=Nora Kerleau", "role=@name=NORA", "hmc_minutes=60",
       NULL);
  run (self, "add", "@", "sequence_element", "sequence=@number=1", "element=@name=NORA", NULL);
  run (self, "add", "@", "vehicle", "name=Clio", "seats=4", NULL);
  g_assert_cmpint (run (self, "days", "@", "2027-04-12", "1", NULL), ==, 0);
  g_assert_cmpint (run (self, "set", "@", "shooting_day", "1", "start_minutes=9h00", NULL), ==, 0);
  g_assert_cmpint (run (self, "place", "@", "J1", "1", NULL), ==, 0);
  g_assert_cmpint (run (self, "call-sheet", "@", "J1", NULL), ==, 0);
  g_assert_cmpint (run (self, "moves", "@", "J1", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "No movement on this day.\n");
  /* PAT 9h00, an hour of HMC, half an hour of drive */
  g_assert_cmpint (run (self, "moves", "@", "J1", "--propose", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "M1\t7h30\t8h00\tClio\t\t1/4\tNora Kerleau\n");
  run (self, "set", "@", "movement", "1", "kilometres=25", NULL);
  run (self, "add", "@", "travel", "person=Nora Kerleau", "kind=hotel", "from_date=2027-04-11",
       "to_date=2027-04-13", "cost_cents=180", "per_diem_cents=20", NULL);
  g_assert_cmpint (run (self, "moves", "@", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "km\tvoiture\t\t25\t25\n"));
  g_assert_nonnull (strstr (self->out, "frais\tNora Kerleau\t240,00\n"));
  g_assert_cmpint (run (self, "undo", "@", "3", NULL), ==, 0);
  run (self, "moves", "@", "J1", NULL);
  g_assert_cmpstr (self->out, ==, "No movement on this day.\n");
}

/* Plans that mean no good: each is refused with a sentence, or read without its nonsense; the paper
 * is made in any case. */
static void
test_import_retro (Fixture *self, gconstpointer data)
{
#define GAN(tasks) "<project name=\"a\"><tasks>" tasks "</tasks></project>"
  static const struct
  {
    const char *text, *said;
    gboolean is_read;
  } cases[] = {
    { GAN ("<task id=\"1\" name=\"A\" start=\"0001-01-01\" duration=\"5\"/>"
           "<task id=\"2\" name=\"B\" start=\"9999-12-31\" duration=\"5\"/>"),
      "The dates of 2 tasks are not between", TRUE },
    { GAN ("<task id=\"1\" name=\" \n\" start=\"2027-01-04\" duration=\"2147483647\"/>"),
      "1 new tasks", TRUE },
    { GAN ("<task id=\"1\" name=\"A\" start=\"2027-01-04\" duration=\"1\"><depend id=\"2\" "
           "type=\"2\"/></task><task id=\"2\" name=\"B\" duration=\"1\"><depend id=\"1\" "
           "type=\"2\"/></task>"),
      "A → B → A", FALSE },
    { "<!DOCTYPE p [<!ENTITY a \"aaaa\">]><project name=\"&a;\"/>", "entities", FALSE },
    { "\xd0\xcf\x11\xe0\xa1\xb1", "save the plan as XML", FALSE },
    { GAN (""), "no task", FALSE },
  };
  g_autofree char *plan = g_build_filename (self->folder, "plan.gan", NULL);
  g_autofree char *paper = g_build_filename (self->folder, "plan.pdf", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      new_production (self);
      g_assert_true (g_file_set_contents (plan, cases[i].text, -1, NULL));
      g_assert_cmpint (run (self, "import-retro", "@", plan, NULL), ==, cases[i].is_read ? 0 : 1);
      g_assert_nonnull (strstr (cases[i].is_read ? self->out : self->err, cases[i].said));
      g_assert_cmpint (run (self, "export", "@", "retroplanning", paper, NULL), ==, 0);
      g_unlink (self->file);
      g_unlink (plan);
      g_unlink (paper);
    }
}

const CliCase cli_plan_cases[] = {
  { "/cli/import-retro", test_import_retro },
  { "/cli/plan", test_plan },
  { "/cli/moves", test_moves },
  { "/cli/optimise", test_optimise },
  { "/cli/versions", test_versions },
  { "/cli/weights", test_weights },
  { "/cli/check", test_check },
  { "/cli/pay", test_pay },
  { "/cli/rates", test_rates },
  { "/cli/devis-template", test_devis_template },
  { "/cli/funders", test_funders },
  { "/cli/tax-credit", test_tax_credit },
  { "/cli/export", test_export },
  { NULL },
};
