/* The program itself, run as a person would: words in, output, one sentence, exit status. */
#include "test-cli-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

static const char *program;
static GHashTable *tried; /* names of the commands that some case ran */

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

int
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

void
new_production (Fixture *self)
{
  g_assert_cmpint (run (self, "new", "@", "--title", "Essai", "--kind", "court-metrage", NULL), ==,
                   0);
}

JsonArray *
parse_array (Fixture *self, JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, self->out, -1, &error);
  g_assert_no_error (error);
  return json_node_get_array (json_parser_get_root (parser));
}

const char *
cli_program (void)
{
  return program;
}

/* Every command that help names was run by a case. */
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
  static const CliCase *const files[]
      = { cli_hours_cases, cli_plan_cases, cli_report_cases, cli_rows_cases, cli_script_cases };
  int status;

  g_test_init (&argc, &argv, NULL);
  program = g_getenv ("PLATEAU_CLI");
  tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    for (const CliCase *item = files[i]; item->path != NULL; item++)
      g_test_add (item->path, Fixture, NULL, set_up, item->test, tear_down);
  g_test_add ("/cli/all-tried", Fixture, NULL, set_up, test_all_tried, tear_down);
  status = g_test_run ();
  g_hash_table_unref (tried);
  return status;
}
