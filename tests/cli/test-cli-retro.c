/* The rétroplanning through the command line: the usual tasks, its rows, a baseline, refusals. */
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

static void
test_retro (void)
{
  g_autofree char *folder = g_dir_make_tmp ("plateau-retro-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "essai.plateau", NULL);

  g_assert_cmpint (run ("new", file, "--kind", "court-metrage", NULL), ==, 0);
  g_assert_cmpint (run ("retro", file, NULL), ==, 0);
  assert_says (out, "no task yet");
  g_assert_cmpint (run ("set", file, "production", "1", "delivery_date=29/06/2029", NULL), ==, 0);
  g_assert_cmpint (run ("add", file, "task", "name=Casting", NULL), ==, 0);
  g_assert_cmpint (run ("retro", file, "--missing", NULL), ==, 0);
  assert_says (out, "manque\tmixage\tpostproduction\tMixage");
  g_assert_null (strstr (out, "manque\tcasting"));
  g_assert_cmpint (run ("retro", file, "--template", "court-metrage", NULL), ==, 0);
  assert_says (out, "56 tasks added.");
  g_assert_cmpint (run ("retro", file, "--missing", NULL), ==, 0);
  g_assert_cmpstr (out, ==, "");
  g_assert_cmpint (run ("retro", file, "--template", "court-metrage", NULL), ==, 0);
  assert_says (out, "0 tasks added.");

  g_assert_cmpint (run ("retro", file, "--on", "01/06/2028", NULL), ==, 0);
  assert_says (out, "margin: 0 working days");
  assert_says (out, "jalon\tpostproduction\tPAD et DCP livrés\t2029-06-29\t2029-06-29\t0\t0\t"
                    "critique\ta-venir\t0\t\n");
  g_assert_null (strstr (out, "retro.slack"));
  g_assert_cmpint (run ("retro", file, "--critical", "--on", "01/06/2028", NULL), ==, 0);
  g_assert_null (strstr (out, "\tphase\t"));
  g_assert_null (strstr (out, "Musique"));

  g_assert_cmpint (run ("retro", file, "--keep-baseline", "Feu vert", "--on", "01/06/2028", NULL),
                   ==, 0);
  assert_says (out, "Dates of 57 tasks kept.");
  g_assert_cmpint (run ("set", file, "production", "1", "delivery_date=06/07/2029", NULL), ==, 0);
  g_assert_cmpint (run ("retro", file, "--baseline", "Feu vert", "--on", "01/06/2028", NULL), ==,
                   0);
  assert_says (out, "PAD et DCP livrés\t2029-07-06\t2029-07-06\t0\t0\tcritique\ta-venir\t0\t+5");
  g_assert_cmpint (run ("check", file, NULL), ==, 0);
  g_assert_null (strstr (out, "retro.slack"));

  g_assert_cmpint (run ("retro", file, "--baseline", "Autre", NULL), ==, 1);
  assert_says (err, "Feu vert");
  g_assert_cmpint (run ("retro", file, "--missing", "--template", "clip", NULL), ==, 1);
  assert_says (err, "long-metrage");
  g_assert_cmpint (run ("retro", file, "--on", "jamais", NULL), ==, 1);

  /* dates that the plan de travail gives are changed there */
  g_assert_cmpint (run ("set", file, "production", "1", "start_date=04/09/2028", NULL), ==, 0);
  g_assert_cmpint (run ("set", file, "task", "@code=tournage", "start_date=11/09/2028", NULL), ==,
                   1);
  assert_says (err, "“Tournage” follows the shooting days");
  g_unlink (file);
  g_rmdir (folder);
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("plateau-retro-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "essai.plateau", NULL);
  g_autofree char *other = g_build_filename (folder, "autre.plateau", NULL);
  g_autofree char *xml = g_build_filename (folder, "plan.xml", NULL);
  g_autofree char *gan = g_build_filename (folder, "plan.gan", NULL);

  g_assert_cmpint (run ("new", file, "--kind", "court-metrage", NULL), ==, 0);
  g_assert_cmpint (run ("export", file, "mspdi", xml, NULL), !=, 0);
  assert_says (err, "no task yet");
  g_assert_cmpint (run ("set", file, "production", "1", "delivery_date=29/06/2029", NULL), ==, 0);
  g_assert_cmpint (run ("retro", file, "--template", "court-metrage", NULL), ==, 0);
  g_assert_cmpint (run ("export", file, "mspdi", gan, NULL), ==, 2);
  assert_says (err, "does not end in .xml");
  g_assert_cmpint (run ("export", file, "mspdi", xml, NULL), ==, 0);
  assert_says (out, "57 tasks");
  g_assert_cmpint (run ("export", file, "gan", gan, NULL), ==, 0);
  g_assert_cmpint (run ("new", other, "--kind", "court-metrage", NULL), ==, 0);
  g_assert_cmpint (run ("import-retro", other, xml, "--dry-run", NULL), ==, 0);
  assert_says (out, "57 new tasks");
  assert_says (out, "nouveau\tPAD et DCP livrés\t2029-06-29\t2029-06-29\n");
  assert_says (out, "Nothing was written.");
  g_assert_cmpint (run ("import-retro", other, xml, NULL), ==, 0);
  g_assert_cmpint (run ("import-retro", other, gan, "--dry-run", NULL), ==, 0);
  assert_says (out, "0 new tasks, 57 that were there");
  g_assert_cmpint (run ("retro", other, NULL), ==, 0);
  assert_says (out, "PAD et DCP livrés\t2029-06-29");
  g_assert_cmpint (run ("undo", other, NULL), ==, 0);
  g_assert_cmpint (run ("retro", other, NULL), ==, 0);
  assert_says (out, "no task yet");
  g_assert_cmpint (run ("import-retro", other, file, NULL), !=, 0);
  for (guint i = 0; i < 4; i++)
    g_unlink ((const char *[]){ file, other, xml, gan }[i]);
  g_rmdir (folder);
}

/* What writes is asked alone, and shown before it is done. */
static void
test_options (void)
{
  g_autofree char *folder = g_dir_make_tmp ("plateau-retro-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "essai.plateau", NULL);

  g_assert_cmpint (run ("new", file, "--kind", "court-metrage", NULL), ==, 0);
  g_assert_cmpint (run ("set", file, "production", "1", "delivery_date=29/06/2029", NULL), ==, 0);
  g_assert_cmpint (run ("retro", file, "--template", "court-metrage", "--dry-run", NULL), ==, 0);
  assert_says (out, "57 tasks added.\nNothing was written.\n");
  g_assert_cmpint (run ("list", file, "task", NULL), ==, 0);
  g_assert_null (strstr (out, "Mixage"));
  g_assert_cmpint (run ("retro", file, "--template", "court-metrage", NULL), ==, 0);
  g_assert_cmpint (run ("retro", file, "--keep-baseline", "Devis", "--dry-run", NULL), ==, 0);
  assert_says (out, "Nothing was written.");
  g_assert_cmpint (run ("list", file, "baseline", NULL), ==, 0);
  g_assert_null (strstr (out, "Devis"));
  g_assert_cmpint (run ("retro", file, "--keep-baseline", "Devis", NULL), ==, 0);
  g_assert_cmpint (run ("retro", file, "--keep-baseline", "Devis", NULL), ==, 1);
  assert_says (err, "There is a baseline “Devis” already");
  g_assert_cmpint (run ("retro", file, "--keep-baseline", "", NULL), ==, 1);
  assert_says (err, "Give the baseline a name.");
  g_assert_cmpint (run ("retro", file, "--keep-baseline", "B", "--critical", NULL), ==, 2);
  assert_says (err, "--keep-baseline and --critical do not go together");
  g_assert_cmpint (run ("retro", file, "--missing", "--reopen", "1", NULL), ==, 2);
  g_assert_cmpint (run ("retro", file, "--dry-run", NULL), ==, 2);
  assert_says (err, "--dry-run wants --template");
  g_assert_cmpint (run ("retro", file, "--reopen", "demain", NULL), ==, 2);
  assert_says (err, "“demain” is not the id of a row");
  g_assert_cmpint (run ("retro", file, "--reopen", "7", NULL), ==, 1);
  g_assert_cmpint (run ("list", file, "baseline", NULL), ==, 0);
  g_assert_null (strstr (out, "B\t"));

  g_assert_cmpint (run ("help", "retro", NULL), ==, 0);
  assert_says (out, "--keep-baseline NAME: keep");
  g_assert_null (strstr (out, "import-devis"));
  g_assert_cmpint (run ("retro", "--help", NULL), ==, 0);
  assert_says (out, "--on DATE:");
  g_assert_cmpint (run ("help", "tournage", NULL), ==, 2);
  assert_says (err, "There is no command “tournage”");
  g_unlink (file);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  program = g_getenv ("PLATEAU_CLI");
  g_test_add_func ("/cli/retro", test_retro);
  g_test_add_func ("/cli/retro-files", test_files);
  g_test_add_func ("/cli/retro-options", test_options);
  return g_test_run ();
}
