/* Rows and files: what any table and any production can do. */
#include "test-cli-private.h"

#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

static void
test_lists (Fixture *self, gconstpointer data)
{
  static const char *const wanted[] = { "production",
                                        "script_version",
                                        "sequence",
                                        "element",
                                        "element_category",
                                        "sequence_element",
                                        "set",
                                        "location",
                                        "person",
                                        "engagement",
                                        "schedule",
                                        "shooting_day",
                                        "strip",
                                        "budget",
                                        "account",
                                        "budget_line",
                                        "budget_global",
                                        "contribution_profile",
                                        "funding_source",
                                        "instalment",
                                        "cash_entry",
                                        "call_sheet",
                                        "call",
                                        "task" };

  g_assert_cmpint (run (self, "tables", NULL), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *line = g_strdup_printf ("%s\t", wanted[i]);

      g_assert_nonnull (strstr (self->out, line));
    }
  g_assert_cmpint (run (self, "columns", "sequence", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "premin_seconds\tseconds"));
  g_assert_cmpint (run (self, "documents", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "continuite\t"));
}

static void
test_rows (Fixture *self, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *row;

  new_production (self);
  g_assert_cmpint (run (self, "add", "@", "set", "name=CAFÉ DU PORT", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "1\n");
  g_assert_cmpint (run (self, "add", "@", "sequence", "number=12A", "int_ext=INT", "effect=JOUR",
                        "set=CAFÉ DU PORT", "premin_seconds=1:20", "eighths=1 2/8", NULL),
                   ==, 0);
  g_assert_cmpint (run (self, "list", "@", "sequence", "--format", "json", NULL), ==, 0);
  row = json_array_get_object_element (parse_array (self, parser), 0);
  g_assert_cmpstr (json_object_get_string_member (row, "number"), ==, "12A");
  g_assert_cmpint (json_object_get_int_member (row, "premin_seconds"), ==, 80);
  g_assert_cmpint (json_object_get_int_member (row, "eighths"), ==, 10);
  g_assert_true (json_object_get_null_member (row, "shots"));
  g_assert_cmpstr (
      json_object_get_string_member (json_object_get_object_member (row, "set"), "label"), ==,
      "CAFÉ DU PORT");
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (row, "set"), "id"),
                   ==, 1);

  g_assert_cmpint (run (self, "set", "@", "sequence", "1", "synopsis=Nora entre.", NULL), ==, 0);
  g_assert_cmpint (run (self, "set", "@", "sequence", "@number=12A", "shots=4", NULL), ==, 0);
  g_assert_cmpint (run (self, "list", "@", "sequence", "--where", "number=12A", "--columns",
                        "synopsis,shots", NULL),
                   ==, 0);
  g_assert_nonnull (strstr (self->out, "1\tNora entre.\t4\n"));
  g_assert_cmpint (run (self, "list", "@", "sequence", "--format", "csv", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "12A"));

  g_assert_cmpint (run (self, "delete", "@", "set", "1", NULL), ==, 1); /* the séquence uses it */
  g_assert_cmpint (run (self, "delete", "@", "sequence", "1", NULL), ==, 0);
  g_assert_cmpint (run (self, "delete", "@", "set", "1", NULL), ==, 0);
}

/* A new devis knows who is an executive in the pay scale. */
static void
test_profiles (Fixture *self, gconstpointer data)
{
  static const char *const lines[][2]
      = { { "label=Réalisateur, salaire tournage", "Technicien cadre" },
          { "label=1er assistant réalisateur", "Technicien cadre" },
          { "label=Régisseur adjoint", "Technicien non cadre" },
          { "label=Chef électricien de prise de vues", "Ouvrier" } };

  new_production (self);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      run (self, "list", "@", "budget_line", "--where", lines[i][0], "--columns", "profile", NULL);
      g_assert_true (g_str_has_suffix (g_strchomp (self->out), lines[i][1]));
    }
}

static void
test_refusals (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *words[6];
    int status;
    const char *says;
  } cases[] = {
    { { "add", "@", "sequence", "number=" }, 1, "No." },
    { { "add", "@", "sequence", "number=1", "eighths=demain" }, 1, "demain" },
    { { "add", "@", "sequence", "number=1", "set=INCONNU" }, 1, "INCONNU" },
    { { "add", "@", "sequence", "number=1", "couleur=x" }, 1, "couleur" },
    { { "add", "@", "sequence", "number" }, 2, "number" },
    { { "add", "@", "banane", "a=b" }, 1, "banane" },
    { { "set", "@", "sequence", "999", "synopsis=x" }, 1, "999" },
    { { "set", "@", "sequence", "un", "synopsis=x" }, 2, "un" },
    { { "set", "@", "production", "1", "kind=peplum" }, 1, "peplum" },
    { { "list", "@", "sequence", "--format", "xml" }, 2, "xml" },
    { { "list", "@", "sequence", "--couleur" }, 2, "--couleur" },
    { { "list", "@" }, 2, "TABLE" },
    { { "undo", "@", "5" }, 1, "undone" },
    { { "undo", "@", "x" }, 2, "x" },
    { { "snapshot", "@", "--restore", "hier" }, 1, "hier" },
    { { "export", "@", "devise", "/tmp/x.pdf" }, 1, "devise" },
    { { "export", "@", "continuite", "/tmp/x.doc" }, 2, ".doc" },
    { { "export", "@", "uss", "/tmp/x.pdf" }, 2, ".uss" },
    { { "export", "@", "uss", "/nowhere/at/all.uss" }, 1, "/nowhere" },
    { { "export", "@", "continuite", "/nowhere/at/all.pdf" }, 1, "/nowhere" },
    { { "new", "@" }, 1, "essai.plateau" },
    { { "frobnicate" }, 2, "frobnicate" },
    { { "check", "@", "--fail-on", "peur" }, 2, "peur" },
    { { "place", "@", "J1", "1" }, 1, "J1" },
    { { "call-sheet", "@", "2027-05-12" }, 1, "2027-05-12" },
    { { "schedule", "@", "ranger" }, 2, "weights" },
    { { "devis", "@", "ranger" }, 2, "simulate" },
    { { "devis", "@", "show", "v9" }, 1, "v9" },
    { { "schedule", "@", "compare", "v1" }, 2, "compare" },
    { { "schedule", "@", "compare", "v1", "v9" }, 1, "v9" },
    { { "schedule", "@", "list", "v1" }, 2, "list" },
    { { "schedule", "@", "publish" }, 1, "Add shooting days first" },
    { { "schedule", "@", "publish", "--date", "demain" }, 1, "demain" },
    { { "schedule", "@", "publish", "--number", "deux" }, 2, "deux" },
    { { "schedule", "@", "optimise", "--seed", "-1" }, 2, "--seed" },
    { { "schedule", "@", "optimise", "--kind", "beau" }, 2, "moins-cher" },
    { { "schedule", "@", "optimise", "--plan", "autre" }, 1, "autre" },
    { { "schedule", "@", "optimise" }, 1, "no shooting day" },
    { { "schedule", "@", "weights", "jour" }, 2, "CODE=VALUE" },
    { { "schedule", "@", "weights", "jour=cher" }, 1, "cher" },
    { { "schedule", "@", "weights", "poids=3" }, 1, "poids" },
    { { "days", "@", "demain", "3" }, 1, "demain" },
    { { "days", "@", "2027-05-12", "0" }, 2, "“0”" },
    { { "new", "" }, 2, "film.plateau" },
    { { "new", "nulle-part/" }, 2, "nulle-part/" },
    { { "import-csv", "@", "person", "/nowhere/x.csv" }, 1, "/nowhere/x.csv" },
    { { "import-csv", "@", "person", "/dev/zero" }, 1, "not a file" },
    { { "import-devis", "@", "/nowhere/x.xlsx" }, 1, "/nowhere/x.xlsx" },
    { { "import-bank", "@", "/nowhere/x.csv" }, 1, "/nowhere/x.csv" },
    { { "import-devis", "@", "/dev/zero" }, 1, "not a file" },
    { { "import-devis", "@", "x.csv", "--version", "V", "--current" }, 2, "both" },
    { { "list", "/nowhere/x.plateau", "sequence" }, 1, "/nowhere" },
    { { "financing", "/nowhere/x.plateau" }, 1, "/nowhere" },
    { { "cash", "/nowhere/x.plateau" }, 1, "/nowhere" },
    { { "retro", "/nowhere/x.plateau" }, 1, "/nowhere" },
  };

  new_production (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *w = cases[i].words;

      run (self, w[0], w[1], w[2], w[3], w[4], w[5], NULL);
      if (self->status != cases[i].status || strstr (self->err, cases[i].says) == NULL
          || *self->out != '\0')
        g_error ("case %u: status %d, %s", i, self->status, self->err);
    }
}

static void
test_undo (Fixture *self, gconstpointer data)
{
  new_production (self);
  run (self, "add", "@", "sequence", "number=1", NULL);
  run (self, "add", "@", "sequence", "number=2", NULL);
  g_assert_cmpint (run (self, "undo", "@", "2", NULL), ==, 0);
  g_assert_cmpint (run (self, "list", "@", "sequence", "--columns", "number", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "id\tnumber\n");
  g_assert_cmpint (run (self, "redo", "@", NULL), ==, 0);
  g_assert_cmpint (run (self, "history", "@", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "done"));
  g_assert_nonnull (strstr (self->out, "undone"));
  g_assert_cmpint (run (self, "list", "@", "sequence", "--columns", "number", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "id\tnumber\n1\t1\n");
}

static void
test_snapshot (Fixture *self, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (self->folder, "copie.plateau", NULL);

  new_production (self);
  run (self, "add", "@", "sequence", "number=1", NULL);
  g_assert_cmpint (run (self, "snapshot", "@", "avant", NULL), ==, 0);
  g_assert_cmpint (run (self, "snapshot", "@", "avant", NULL), ==, 1); /* the name is taken */
  run (self, "delete", "@", "sequence", "1", NULL);
  g_assert_cmpint (run (self, "snapshot", "@", "--list", NULL), ==, 0);
  g_assert_true (g_str_has_prefix (self->out, "avant\t"));
  g_assert_cmpint (run (self, "snapshot", "@", "--restore", "avant", NULL), ==, 0);
  run (self, "list", "@", "sequence", "--columns", "number", NULL);
  g_assert_cmpstr (self->out, ==, "id\tnumber\n1\t1\n");
  g_assert_cmpint (run (self, "undo", "@", NULL), ==, 0); /* one undoable step */
  run (self, "list", "@", "sequence", "--columns", "number", NULL);
  g_assert_cmpstr (self->out, ==, "id\tnumber\n");
  g_assert_cmpint (run (self, "copy", "@", copy, NULL), ==, 0);
  g_assert_cmpint (run (self, "verify", copy, NULL), ==, 0);
}

/* An older version of a law is told and replaced on demand; what is missing comes back with the
 * next command that writes, in a step before its own. */
static void
test_referentials (Fixture *self, gconstpointer data)
{
  new_production (self);
  g_assert_cmpint (run (self, "referentials", "@", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "that of the program"));
  run (self, "set", "@", "referential", "6", "version=1", NULL);
  g_assert_cmpint (run (self, "referentials", "@", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "jours-feries. Add --update"));
  g_assert_cmpint (run (self, "referentials", "@", "--update", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "Updated: jours-feries\n");
  run (self, "verify", "@", NULL);
  g_assert_nonnull (strstr (self->out, "jours-feries, version 2"));
  run (self, "delete", "@", "referential", "6", NULL);
  run (self, "verify", "@", NULL);
  g_assert_null (strstr (self->out, "jours-feries"));
  g_assert_cmpint (run (self, "add", "@", "set", "name=CAFÉ", NULL), ==, 0);
  g_assert_cmpint (run (self, "undo", "@", NULL), ==, 0); /* the set, and only it */
  run (self, "list", "@", "set", "--columns", "name", NULL);
  g_assert_cmpstr (self->out, ==, "id\tname\n");
  run (self, "verify", "@", NULL);
  g_assert_nonnull (strstr (self->out, "jours-feries, version 2"));
}

/* The way from séquences to a call sheet. */
static void
limit_size (gpointer data)
{
  const struct rlimit little = { 4096, 4096 };

  setrlimit (RLIMIT_FSIZE, &little);
}

/* What a file may not grow by is a full disk: a sentence, and the production as it was. */
static void
test_no_room (Fixture *self, gconstpointer data)
{
  const char *words[] = { cli_program (), "add", self->file, "set", "name=CAFÉ", NULL };
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length_before, length_after;
  int wait_status;

  new_production (self);
  g_file_get_contents (self->file, &before, &length_before, NULL);
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_DEFAULT, limit_size, NULL, &self->out,
                &self->err, &wait_status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (wait_status));
  g_assert_cmpint (WEXITSTATUS (wait_status), ==, 1);
  g_assert_nonnull (strstr (self->err, "full"));
  g_assert_cmpint (run (self, "verify", "@", NULL), ==, 0);
  g_file_get_contents (self->file, &after, &length_after, NULL);
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_csv (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "lieux.csv", NULL);
  g_autoptr (GString) text = g_string_new ("name;permit_from\n");

  new_production (self);
  for (guint i = 2; i <= 50; i++)
    g_string_append_printf (text, "Lieu %u;%s\n", i, i == 40 ? "31/02/2027" : "12/05/2027");
  g_file_set_contents (path, text->str, -1, NULL);
  g_assert_cmpint (run (self, "import-csv", "@", "location", path, NULL), ==, 1);
  g_assert_nonnull (strstr (self->err, "40"));
  g_assert_nonnull (strstr (self->err, "31/02/2027"));
  run (self, "list", "@", "location", "--columns", "name", NULL);
  g_assert_cmpstr (self->out, ==, "id\tname\n"); /* nothing is half written */

  g_file_set_contents (path, "name;permit_from\nQuai;12/05/2027\n", -1, NULL);
  g_assert_cmpint (run (self, "import-csv", "@", "location", path, "--dry-run", NULL), ==, 0);
  run (self, "list", "@", "location", "--columns", "name", NULL);
  g_assert_cmpstr (self->out, ==, "id\tname\n");
  g_assert_cmpint (run (self, "import-csv", "@", "location", path, NULL), ==, 0);
  run (self, "list", "@", "location", "--columns", "name,permit_from", NULL);
  g_assert_cmpstr (self->out, ==, "id\tname\tpermit_from\n1\tQuai\t12/05/2027\n");
}

/* Eight writers at once take turns: none is refused, nothing is lost. They wait as long as a script
 * that queues would have them wait: on a busy machine their turns take more than two seconds. */
static void
test_writers (Fixture *self, gconstpointer data)
{
  GPid pids[8];

  new_production (self);
  g_setenv ("PLATEAU_WAIT", "100", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (pids); i++)
    {
      g_autofree char *number = g_strdup_printf ("number=%u", i);
      const char *words[] = { cli_program (), "add", self->file, "sequence", number, NULL };

      g_assert_true (g_spawn_async (NULL, (char **) words, NULL,
                                    G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                                    NULL, &pids[i], NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (pids); i++)
    {
      int status;

      g_assert_cmpint (waitpid (pids[i], &status, 0), ==, pids[i]);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
    }
  g_unsetenv ("PLATEAU_WAIT");
  run (self, "list", "@", "sequence", "--columns", "number", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pids); i++)
    {
      g_autofree char *line = g_strdup_printf ("\t%u\n", i);

      g_assert_nonnull (strstr (self->out, line));
    }
}

const CliCase cli_rows_cases[] = {
  { "/cli/lists", test_lists },
  { "/cli/rows", test_rows },
  { "/cli/profiles", test_profiles },
  { "/cli/refusals", test_refusals },
  { "/cli/undo", test_undo },
  { "/cli/snapshot", test_snapshot },
  { "/cli/referentials", test_referentials },
  { "/cli/no-room", test_no_room },
  { "/cli/csv", test_csv },
  { "/cli/writers", test_writers },
  { NULL },
};
