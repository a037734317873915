/* A devis out as a workbook and in again, through the command line. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

static const char *program;

typedef struct
{
  char *folder, *file, *other, *sheet, *csv;
  char *out, *err;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("plateau-devis-XXXXXX", NULL);
  self->file = g_build_filename (self->folder, "essai.plateau", NULL);
  self->other = g_build_filename (self->folder, "autre.plateau", NULL);
  self->sheet = g_build_filename (self->folder, "devis.xlsx", NULL);
  self->csv = g_build_filename (self->folder, "devis.csv", NULL);
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
  g_free (self->other);
  g_free (self->sheet);
  g_free (self->csv);
  g_free (self->out);
  g_free (self->err);
}

/* Runs "plateau-cli WORDS..."; returns its exit status. */
static int
run (Fixture *self, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  const char *word;
  va_list list;
  int wait_status;

  g_ptr_array_add (words, (gpointer) program);
  va_start (list, self);
  while ((word = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (words, (gpointer) word);
  va_end (list);
  g_ptr_array_add (words, NULL);
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
  g_spawn_sync (NULL, (char **) words->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &self->out,
                &self->err, &wait_status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (wait_status));
  return WEXITSTATUS (wait_status);
}

static void
assert_says (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static const char *const written
    = "LE PHARE\n\nCode;Libellé;Nb;Durée;Unité;Tarif;Montant HT;Taux de charges;Charges\n"
      "2;Personnel;;;;;;;\n231-01;Directeur de production;1;4;semaines;1 500,00 €;6 000,00 €;65,6 "
      "%;3 936,00\n"
      "231-90;Stagiaire;2;3,5;jours;33,33;233,31;;\n"
      "5;Décors;;;;;750,55;;\n51-90;Peinture;;;forfait;;750,55;;\n"
      ";Total général;;;;;6 983,86;;\n;Frais généraux;;;;10 %;698,39;;\n";

static void
import_written (Fixture *self)
{
  g_assert_true (g_file_set_contents (self->csv, written, -1, NULL));
  g_assert_cmpint (run (self, "new", self->file, "--kind", "long-metrage", NULL), ==, 0);
  g_assert_cmpint (run (self, "import-devis", self->file, self->csv, "--dry-run", NULL), ==, 0);
  assert_says (self->out, "Nothing was written.");
  assert_says (self->out, "2 lines added, 2 lines changed");
  assert_says (self->out, "2 sums that agree");
  g_assert_cmpint (run (self, "history", self->file, NULL), ==, 0);
  g_assert_null (strstr (self->out, "devis.csv"));
  g_assert_cmpint (run (self, "import-devis", self->file, self->csv, NULL), ==, 0);
}

/* 6 983,86 in the posts, with what the profile of the director of production makes of his wage:
 * 65,6 % of 6 000,00 = 3 936,00. */
static void
test_csv (Fixture *self, gconstpointer data)
{
  import_written (self);
  /* 6 983,86 and 3 936,00 of contributions, divided by 0,95: the producer's 5 % are in post 2 */
  assert_says (self->out, "amounts to 11\342\200\257494,59");
  g_assert_cmpint (run (self, "import-devis", self->file, self->csv, NULL), ==, 0);
  assert_says (self->out, "Nothing changed");
  g_assert_cmpint (run (self, "undo", self->file, NULL), ==, 0);
  g_assert_cmpint (run (self, "import-devis", self->file, self->csv, NULL), ==, 0);
  assert_says (self->out, "2 lines added, 2 lines changed");
}

/* The workbook that the program writes, into a new version and into a production that has nothing:
 * the same totals to the centime, and nothing that differs. */
static void
test_round_trip (Fixture *self, gconstpointer data)
{
  import_written (self);
  g_assert_cmpint (
      run (self, "add", self->file, "budget_global", "budget=Devis", "name=SEM", "value=3", NULL),
      ==, 0);
  g_assert_cmpint (
      run (self, "set", self->file, "budget_line", "@code=231-90", "duration=SEM*2", NULL), ==, 0);
  g_assert_cmpint (run (self, "export", self->file, "devis", self->sheet, NULL), ==, 0);

  g_assert_cmpint (run (self, "import-devis", self->file, self->sheet, NULL), ==, 0);
  assert_says (self->out, "Nothing changed");
  g_assert_null (strstr (self->out, "differ"));
  g_assert_cmpint (run (self, "import-devis", self->file, self->sheet, "--version", "Reçu", NULL),
                   ==, 0);
  assert_says (self->out, "“Reçu” now amounts to 11\342\200\257670,01");

  g_assert_cmpint (run (self, "new", self->other, "--kind", "long-metrage", NULL), ==, 0);
  g_assert_cmpint (run (self, "import-devis", self->other, self->sheet, NULL), ==, 0);
  assert_says (self->out, "amounts to 11\342\200\257670,01");
  g_assert_null (strstr (self->out, "rejected"));
}

static void
test_choices (Fixture *self, gconstpointer data)
{
  g_assert_true (g_file_set_contents (
      self->csv, "Code;Libellé;Montant;Prix juste\n;Machiniste de nuit;5;7\n", -1, NULL));
  g_assert_cmpint (run (self, "new", self->file, "--kind", "long-metrage", NULL), ==, 0);
  g_assert_cmpint (run (self, "import-devis", self->file, self->csv, "--dry-run", NULL), ==, 0);
  assert_says (self->out, "1 row rejected");
  g_assert_cmpint (run (self, "import-devis", self->file, self->csv, "--map",
                        "Machiniste de nuit=26", "--column", "montant=Prix juste", NULL),
                   ==, 0);
  assert_says (self->out, "amounts to 7,37");
  g_assert_cmpint (
      run (self, "import-devis", self->file, self->csv, "--map", "Machiniste=99", NULL), ==, 1);
  assert_says (self->err, "leads nowhere");
  g_assert_cmpint (run (self, "import-devis", self->file, self->csv, "--sheet", "Détail", NULL), ==,
                   1);
  assert_says (self->err, "Détail");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/cli/import-devis/csv", test_csv },
    { "/cli/import-devis/round-trip", test_round_trip },
    { "/cli/import-devis/choices", test_choices },
  };

  program = g_getenv ("PLATEAU_CLI");
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
