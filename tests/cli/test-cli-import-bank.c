/* A statement of the bank into a production and matched, through the command line. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

static const char *program;
static char *out, *err;

/* Runs "plateau-cli WORDS..."; returns its exit status. */
static int
run (const char *first, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  int wait_status;
  va_list list;

  g_ptr_array_add (words, (gpointer) program);
  va_start (list, first);
  for (const char *word = first; word != NULL; word = va_arg (list, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (list);
  g_ptr_array_add (words, NULL);
  g_clear_pointer (&out, g_free);
  g_clear_pointer (&err, g_free);
  g_spawn_sync (NULL, (char **) words->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, &err,
                &wait_status, &error);
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

static const char *const statement
    = "Compte n° : 0001234;\n\nDate;Libellé;Débit;Crédit\n02/03/2026;CB PARKING GARE;45,00;\n"
      "03/03/2026;FRAIS;12,50;\n32/03/2026;FAUX;1,00;\n";

static void
test_import (void)
{
  g_autofree char *folder = g_dir_make_tmp ("plateau-bank-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "essai.plateau", NULL);
  g_autofree char *csv = g_build_filename (folder, "releve.csv", NULL);
  g_autofree char *other = g_build_filename (folder, "autre.csv", NULL);

  g_assert_true (g_file_set_contents (csv, statement, -1, NULL));
  g_assert_true (g_file_set_contents (other, "bonjour\n", -1, NULL));
  g_assert_cmpint (run ("new", file, "--kind", "court-metrage", NULL), ==, 0);
  g_assert_cmpint (run ("add", file, "cash_entry", "date=01/03/2026", "label=Parking",
                        "amount_cents=-45,00", "kind=Real", NULL),
                   ==, 0);

  g_assert_cmpint (run ("import-bank", file, csv, "--dry-run", NULL), ==, 0);
  assert_says (out, "2 new entries, 1 unreadable row");
  assert_says (out, "“32/03/2026” is not a date");
  assert_says (out, "Nothing was written.");
  g_assert_cmpint (run ("list", file, "bank_entry", NULL), ==, 0);
  g_assert_null (strstr (out, "FRAIS"));

  g_assert_cmpint (run ("import-bank", file, csv, "--account", "Courant", "--match", NULL), ==, 0);
  assert_says (out, "sure\t02/03/2026");
  assert_says (out, "1 entry matched, 1 left to match.");
  g_assert_cmpint (run ("list", file, "bank_entry", NULL), ==, 0);
  assert_says (out, "Courant");

  /* again: known; undo takes the match and the import away */
  g_assert_cmpint (run ("import-bank", file, csv, "--account", "Courant", NULL), ==, 0);
  assert_says (out, "2 already there");
  assert_says (out, "Nothing new");
  g_assert_cmpint (run ("undo", file, "2", NULL), ==, 0);
  g_assert_cmpint (run ("list", file, "bank_entry", NULL), ==, 0);
  g_assert_null (strstr (out, "FRAIS"));

  g_assert_cmpint (run ("import-bank", file, other, NULL), ==, 1);
  assert_says (err, "does not look like a statement");
  g_assert_cmpint (run ("import-bank", file, "/nowhere/x.csv", NULL), ==, 1);
  g_assert_cmpint (run ("import-bank", file, NULL), ==, 2);

  g_remove (file);
  g_remove (csv);
  g_remove (other);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  program = g_getenv ("PLATEAU_CLI");
  g_assert_nonnull (program);
  g_test_add_func ("/cli/import-bank", test_import);
  return g_test_run ();
}
