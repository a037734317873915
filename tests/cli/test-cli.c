/* The program itself, run as a person would: words in, output, one sentence, exit status. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/wait.h>
#include <sys/resource.h>

static const char *program;
static GHashTable *tried; /* names of the commands that some case ran */

typedef struct
{
  char *folder;
  char *file;
  char *out;
  char *err;
  int status;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("plateau-cli-XXXXXX", NULL);
  self->file = g_build_filename (self->folder, "essai.plateau", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  const char *name;
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);

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
}

/* Runs "plateau-cli WORDS..."; "@" stands for the production. */
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
    g_ptr_array_add (words, (gpointer) (g_str_equal (word, "@") ? self->file : word));
  va_end (list);
  if (words->len > 1)
    g_hash_table_add (tried, g_strdup (words->pdata[1]));
  g_ptr_array_add (words, NULL);
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
  g_spawn_sync (NULL, (char **) words->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &self->out,
                &self->err, &wait_status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (wait_status));
  self->status = WEXITSTATUS (wait_status);
  if (self->status != 0)
    {
      /* one sentence, and nothing on the output */
      g_assert_true (g_str_has_prefix (self->err, "plateau-cli: "));
      g_assert_cmpuint (strlen (self->err), >, 30);
    }
  return self->status;
}

static void
new_production (Fixture *self)
{
  g_assert_cmpint (run (self, "new", "@", "--title", "Essai", "--kind", "court-metrage", NULL), ==,
                   0);
}

static JsonArray *
parse_array (Fixture *self, JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, self->out, -1, &error);
  g_assert_no_error (error);
  return json_node_get_array (json_parser_get_root (parser));
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
  const char *words[] = { program, "add", self->file, "set", "name=CAFÉ", NULL };
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

/* One scheme says why; the rest is in test-cli-devis.c. */
static void
test_funders (Fixture *self, gconstpointer data)
{
  new_production (self);
  g_assert_cmpint (run (self, "funders", "@", "--scheme", "cic", NULL), ==, 0);
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
      const char *words[] = { program, "add", self->file, "sequence", number, NULL };

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

static void
test_script (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "commandes", NULL);

  new_production (self);
  g_file_set_contents (
      path, "# deux lignes\nadd sequence number=1\n\nset sequence 1 synopsis='L’arrivée de Nora'\n",
      -1, NULL);
  g_assert_cmpint (run (self, "run", "@", path, NULL), ==, 0);
  run (self, "list", "@", "sequence", "--columns", "synopsis", NULL);
  g_assert_nonnull (strstr (self->out, "L’arrivée de Nora"));
  g_file_set_contents (path, "add sequence number=2\nadd sequence eighths=x\n", -1, NULL);
  g_assert_cmpint (run (self, "run", "@", path, NULL), ==, 1);
  g_assert_nonnull (strstr (self->err, "2"));
}

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
test_read (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "s.fountain", NULL);
  g_autofree char *plain = g_build_filename (self->folder, "s.txt", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *script, *first;

  g_file_set_contents (
      path, "Title: Essai\n\n12A. INT. CAFÉ / SALLE - NUIT\n\nNORA (voix off)\nBonsoir.\n", -1,
      NULL);
  g_assert_cmpint (run (self, "read", path, "--format", "json", NULL), ==, 0);
  json_parser_load_from_data (parser, self->out, -1, &error);
  g_assert_no_error (error);
  script = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (script, "title"), ==, "Essai");
  first = json_array_get_object_element (json_object_get_array_member (script, "sequences"), 0);
  g_assert_cmpstr (json_object_get_string_member (first, "number"), ==, "12A");
  g_assert_cmpstr (json_object_get_string_member (first, "int_ext"), ==, "INT");
  g_assert_cmpstr (json_object_get_string_member (first, "effect"), ==, "NUIT");
  g_assert_cmpstr (json_object_get_string_member (first, "set"), ==, "CAFÉ");
  g_assert_cmpstr (json_object_get_string_member (first, "sub_set"), ==, "SALLE");
  g_assert_cmpint (json_object_get_int_member (first, "cues"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (first, "line"), ==, 3);
  g_assert_cmpint (run (self, "read", path, NULL), ==, 0);
  g_file_set_contents (plain, "Une liste de courses.\n", -1, NULL);
  g_assert_cmpint (run (self, "read", plain, NULL), ==, 1);
}

static void
test_import (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "s.fountain", NULL);

  new_production (self);
  g_file_set_contents (
      path, "INT. CAFÉ / SALLE - NUIT\n\nNORA\nBonsoir.\n\nEXT. QUAI - JOUR\n\nLa mer.\n", -1,
      NULL);
  g_assert_cmpint (run (self, "import", "@", path, "--dry-run", NULL), ==, 0);
  run (self, "list", "@", "sequence", "--columns", "number", NULL);
  g_assert_cmpstr (self->out, ==, "id\tnumber\n");
  g_assert_cmpint (run (self, "import", "@", path, NULL), ==, 0);
  run (self, "list", "@", "sequence", "--columns", "number,int_ext,effect,set,sub_set", NULL);
  g_assert_nonnull (strstr (self->out, "\t1\tINT\tNight\tCAFÉ\tSALLE\n"));
  g_assert_nonnull (strstr (self->out, "\t2\tEXT\tDay\tQUAI\t\n"));
  run (self, "list", "@", "element", "--where", "name=NORA", "--columns", "category,number", NULL);
  g_assert_nonnull (strstr (self->out, "RO"));
  g_assert_cmpint (run (self, "undo", "@", NULL), ==, 0);
  run (self, "list", "@", "element", NULL);
  g_assert_null (strstr (self->out, "NORA"));
}

/* From the text to elements, tags and boxes, and back by undo. */
static void
test_breakdown (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "s.fountain", NULL);

  new_production (self);
  g_file_set_contents (path,
                       "INT. CAFÉ - NUIT #1#\n\nUne lanterne. La lanterne tombe. ÉLISE, 8 ans, "
                       "sort un revolver.\n\nNORA\nBonsoir.\n\nEXT. QUAI - JOUR #2#\n\nLa "
                       "mer, une lanterne.\n",
                       -1, NULL);
  g_assert_cmpint (run (self, "import", "@", path, NULL), ==, 0);

  g_assert_cmpint (run (self, "propose", "@", "--sequence", "1", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "1\tAC\tLanterne\t\t2\tlanterne\t"));
  g_assert_nonnull (strstr (self->out, "1\tEN\tÉLISE\tenfant\t1\tÉLISE\t"));
  g_assert_nonnull (strstr (self->out, "1\tAR\tRevolver\tarme\t1\trevolver\t"));
  g_assert_null (strstr (self->out, "2\tAC"));
  g_assert_cmpint (run (self, "propose", "@", "--accept", "AR", NULL), ==, 0);
  run (self, "list", "@", "sequence", "--columns", "hazards", NULL);
  g_assert_nonnull (strstr (self->out, "1\tWeapon\n"));
  run (self, "list", "@", "script_tag", "--columns", "text", NULL);
  g_assert_nonnull (strstr (self->out, "\trevolver\n"));
  g_assert_cmpint (run (self, "undo", "@", NULL), ==, 0);
  run (self, "list", "@", "script_tag", "--columns", "text", NULL);
  g_assert_cmpstr (self->out, ==, "id\ttext\n");

  g_assert_cmpint (run (self, "propose", "@", "--accept", "AR", "--refuse", "AC", NULL), ==, 2);
  g_assert_cmpint (run (self, "propose", "@", "--refuse", "AR", NULL), ==, 0);
  g_assert_cmpint (run (self, "propose", "@", NULL), ==, 0);
  g_assert_null (strstr (self->out, "\tAR\t"));

  g_assert_cmpint (run (self, "tag", "@", "1", "lanterne", "AC", NULL), ==, 0);
  run (self, "list", "@", "script_tag", "--columns", "element,start,length", NULL);
  g_assert_nonnull (strstr (self->out, "\tLanterne\t4\t8\n"));
  g_assert_nonnull (strstr (self->out, "\tLanterne\t17\t8\n"));
  g_assert_cmpint (run (self, "tag", "@", "1", "lanterne", "AC", NULL), ==, 1); /* once is enough */
  g_assert_cmpint (run (self, "tag", "@", "1", "lanterne", "AC", "Fanal", NULL), ==, 0);
  g_assert_cmpint (run (self, "tag", "@", "2", "9", "8", "AC", NULL), ==, 0); /* by its place */
  g_assert_cmpint (run (self, "tag", "@", "1", "lampion", "AC", NULL), ==, 1);
  g_assert_nonnull (strstr (self->err, "lampion"));
  g_assert_cmpint (run (self, "tag", "@", "1", "lanterne", "XX", NULL), ==, 1);

  g_assert_cmpint (run (self, "tag-all", "@", "NORA", "--present", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "1\n"); /* her cue */
  g_assert_cmpint (run (self, "tag-all", "@", "Personne", NULL), ==, 1);
  run (self, "set", "@", "sequence", "1", "story_day=J1", NULL);
  g_assert_cmpint (run (self, "set", "@", "sequence_element",
                        "@sequence=@number=1,@element=@name=NORA", "costume=2A", NULL),
                   ==, 0);
  g_assert_cmpint (run (self, "set", "@", "sequence_element",
                        "@sequence=@number=2,@element=@name=NORA", "costume=2A", NULL),
                   ==, 1);
  g_assert_cmpint (run (self, "costumes", "@", "--apply", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "NORA\tJ1\t1\t2A\t\n");
  g_assert_cmpint (run (self, "neant", "@", "2", "AN", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "1\n");
  g_assert_cmpint (run (self, "neant", "@", "2", NULL), ==, 0);
  g_assert_cmpint (run (self, "progress", "@", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "\n2\t26/26\t0\t26\n"));
  g_assert_nonnull (strstr (self->out, "\nfilm\t29/52\t3\t26\n"));
  g_assert_cmpint (run (self, "neant", "@", "2", "--take-back", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "26\n");

  run (self, "add", "@", "element", "category=@code=SE", "name=Pompier", NULL);
  run (self, "add", "@", "element_link", "element=@name=Lanterne", "brings=@name=Pompier", NULL);
  g_assert_cmpint (run (self, "links", "@", "--apply", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "1\tLanterne\tPompier\n");
  g_assert_cmpint (run (self, "links", "@", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "");
}

/* Another draft: told first, then taken in, then compared with the one before. */
static void
test_drafts (Fixture *self, gconstpointer data)
{
  g_autofree char *one = g_build_filename (self->folder, "v1.fountain", NULL);
  g_autofree char *two = g_build_filename (self->folder, "v2.fountain", NULL);

  new_production (self);
  g_file_set_contents (one,
                       "1. INT. CAFÉ - NUIT\n\nNora pose la lampe.\n\n2. EXT. QUAI - JOUR\n\n"
                       "La mer.\n\n3. EXT. RUE - JOUR\n\nUn chien.\n",
                       -1, NULL);
  g_file_set_contents (two,
                       "1. INT. CAFÉ - NUIT\n\nNora pose le carnet.\n\n3. EXT. RUE - JOUR\n\n"
                       "Un chien.\n\n4. INT. GARE - SOIR\n\nPersonne.\n",
                       -1, NULL);
  g_assert_cmpint (run (self, "import", "@", one, NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "3 sequences: 3 added; 3 sets, 0 roles; 0 remarks.\n"));
  g_assert_cmpint (run (self, "import", "@", one, NULL), ==, 0);
  g_assert_cmpstr (self->out, ==, "Nothing changed: the production has this script already.\n");
  g_assert_cmpint (run (self, "import", "@", two, "--dry-run", NULL), ==, 0);
  g_assert_nonnull (strstr (self->out, "3 sequences: 1 unchanged, 1 changed, 1 added, 1 cut;"));
  g_assert_nonnull (strstr (self->out, "1\tchanged\tThe text of sequence 1 changed.\n"
                                       "2\tcut\tSequence 2 is no longer in the script.\n"
                                       "3\tunchanged\tSequence 3 is as it was.\n"
                                       "4\tadded\tSequence 4 is new.\n"));
  g_assert_true (g_str_has_suffix (self->out, "Nothing was written.\n"));
  g_assert_cmpint (run (self, "compare", "@", "1", "2", NULL), ==, 1);
  g_assert_nonnull (strstr (self->err, "no version 2"));
  g_assert_cmpint (run (self, "import", "@", two, NULL), ==, 0);
  g_assert_cmpint (run (self, "compare", "@", "1", "2", NULL), ==, 0);
  g_assert_cmpstr (self->out, ==,
                   "@ 1: changed\n- Nora pose la lampe.\n+ Nora pose le carnet.\n"
                   "@ 2: cut\n- 2. EXT. QUAI - JOUR\n- La mer.\n"
                   "@ 4: added\n+ 4. INT. GARE - SOIR\n+ Personne.\n");
  run (self, "compare", "@", "2", "2", NULL);
  g_assert_cmpstr (self->out, ==, "The two versions are the same.\n");
  run (self, "compare", "@", "2", "2", "--all", NULL);
  g_assert_nonnull (strstr (self->out, "@ 3: unchanged\n  3. EXT. RUE - JOUR\n  Un chien.\n"));
  g_assert_cmpint (run (self, "compare", "@", "un", "2", NULL), ==, 2);
}

/* Every command that help names was run by a case above. */
static void
test_all_tried (Fixture *self, gconstpointer data)
{
  g_auto (GStrv) lines = NULL;

  g_assert_cmpint (run (self, "help", NULL), ==, 0);
  lines = g_strsplit (self->out, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (lines[i]), " ", 3);

      if (g_strcmp0 (words[0], "plateau-cli") == 0 && words[1] != NULL
          && !g_hash_table_contains (tried, words[1]))
        g_error ("no case runs “%s”", words[1]);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } cases[] = {
    { "/cli/lists", test_lists },
    { "/cli/rows", test_rows },
    { "/cli/profiles", test_profiles },
    { "/cli/refusals", test_refusals },
    { "/cli/undo", test_undo },
    { "/cli/snapshot", test_snapshot },
    { "/cli/referentials", test_referentials },
    { "/cli/no-room", test_no_room },
    { "/cli/plan", test_plan },
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
    { "/cli/csv", test_csv },
    { "/cli/script", test_script },
    { "/cli/writers", test_writers },
    { "/cli/read", test_read },
    { "/cli/import", test_import },
    { "/cli/drafts", test_drafts },
    { "/cli/breakdown", test_breakdown },
    { "/cli/all-tried", test_all_tried },
  };
  int status;

  g_test_init (&argc, &argv, NULL);
  program = g_getenv ("PLATEAU_CLI");
  tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].test, tear_down);
  status = g_test_run ();
  g_hash_table_unref (tried);
  return status;
}
