/* A disk that is full, a program that is killed: nothing is half written. */
#include "plt-test-file.h"

#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "plt-migrate.h"

#define ADD(name, function)                                                                        \
  g_test_add ("/store/faults/" name, PltTestFile, NULL, plt_test_file_set_up, function,            \
              plt_test_file_tear_down)

#define BIG                                                                                        \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "               \
  "INSERT INTO location (name, note) SELECT 'x' || i, hex (zeroblob (500)) FROM n"

/* ---- full ---- */

static void
limit_pages (PltStore *store, gint64 more)
{
  g_autofree char *pragma = g_strdup_printf ("PRAGMA max_page_count=%" G_GINT64_FORMAT,
                                             plt_test_int (store, "PRAGMA page_count") + more);

  plt_db_exec (plt_store_get_db (store), pragma, NULL);
}

/* Goes on as if nothing had happened, as a careless function would. */
static gboolean
take_no_notice (PltStore *store, gpointer data, GError **error)
{
  plt_db_exec (plt_store_get_db (store), data, NULL);
  plt_db_exec (plt_store_get_db (store), INSERT_LOCATION ("z"), NULL);
  return TRUE;
}

static void
test_full (PltTestFile *t, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  plt_test_command (t->store, INSERT_LOCATION ("a"));
  before = plt_store_checksum (t->store);
  limit_pages (t->store, 20);
  g_assert_false (plt_test_run (t->store, NULL, BIG, &error));
  plt_test_assert_sentence (error, PLT_ERROR_FULL);
  after = plt_store_checksum (t->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM plt_history"), ==, 1);
  plt_test_assert_sound (t->store);
  limit_pages (t->store, 100000);
  plt_test_command (t->store, BIG);
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM location"), ==, 3001);
}

/* Full while the history entry is written: the rows go too. */
static void
test_full_for_history (PltTestFile *t, gconstpointer data)
{
  g_autofree char *before = plt_store_checksum (t->store);
  gint64 pages = plt_test_int (t->store, "PRAGMA page_count");
  gboolean done = FALSE, refused_by_history = FALSE;

  for (gint64 more = 0; !done; more += 2)
    {
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      limit_pages (t->store, pages + more - plt_test_int (t->store, "PRAGMA page_count"));
      done = plt_test_run (t->store, NULL,
                           "INSERT INTO location (name, note) VALUES "
                           "('x', hex (zeroblob (20000)))",
                           &error);
      if (done)
        break;
      plt_test_assert_sentence (error, PLT_ERROR_FULL);
      after = plt_store_checksum (t->store);
      g_assert_cmpstr (before, ==, after);
      refused_by_history = refused_by_history || more >= 12; /* ten pages hold the row itself */
    }
  g_assert_true (refused_by_history);
  plt_test_undo (t->store);
}

static void
test_full_unnoticed (PltTestFile *t, gconstpointer data)
{
  g_autofree char *before = plt_store_checksum (t->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  limit_pages (t->store, 20);
  if (plt_store_run (t->store, &(PltCommand){ "x", NULL, take_no_notice, (gpointer) BIG }, &error))
    {
      /* SQLite took back the statement and not the transaction: what was done after stands. */
      g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM location"), ==, 1);
      plt_test_undo (t->store);
    }
  else
    plt_test_assert_sentence (error, PLT_ERROR_FULL);
  after = plt_store_checksum (t->store);
  g_assert_cmpstr (before, ==, after);
  plt_test_assert_sound (t->store);
}

/* A limit that the system sets, on the journal as well as on the file. */
static void
test_file_size_limit (PltTestFile *t, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *copy = plt_test_path (t, "copie.plateau");
  struct rlimit old, small;
  struct stat info;

  plt_test_command (t->store, INSERT_LOCATION ("a"));
  before = plt_store_checksum (t->store);
  g_assert_cmpint (stat (t->path, &info), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) copy_error = NULL;
      gboolean ok, copied;

      small = old;
      small.rlim_cur = i < 3 ? (rlim_t) info.st_size + (i + 1) * 8192 : (rlim_t) (6 - i) * 700;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
      ok = plt_test_run (t->store, NULL, BIG, &error);
      copied = plt_store_save_copy (t->store, copy, &copy_error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);

      g_assert_false (ok);
      plt_test_assert_sentence (error, PLT_ERROR_FULL);
      if (i >= 3)
        {
          g_assert_false (copied);
          plt_test_assert_sentence (copy_error, PLT_ERROR_FULL);
          g_assert_cmpuint (plt_test_count_files (t->folder), ==, i < 3 ? 2 : 1);
        }
      else
        g_assert_cmpint (g_remove (copy), ==, 0);
      after = plt_store_checksum (t->store);
      g_assert_cmpstr (before, ==, after);
    }
  plt_test_assert_sound (t->store);
  plt_test_reopen (t, PLT_OPEN_WRITE);
  plt_test_command (t->store, BIG);
}

static void
test_create_on_full_disk (PltTestFile *t, gconstpointer data)
{
  g_autofree char *path = plt_test_path (t, "new.plateau");
  g_autoptr (GError) error = NULL;
  PltStore *store;
  struct rlimit old, small;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = old;
  small.rlim_cur = 50000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  store = plt_store_create (path, "T", "flux", NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_null (store);
  plt_test_assert_sentence (error, PLT_ERROR_FULL);
  g_assert_cmpuint (plt_test_count_files (t->folder), ==, 1);
}

/* ---- killed ---- */

/* Runs commands for ever; writes the number of each to the pipe once it has returned. */
static void G_GNUC_NORETURN
write_until_killed (const char *path, int pipe_fd, guint first)
{
  g_autoptr (PltStore) store = plt_store_open (path, PLT_OPEN_WRITE, NULL);

  for (guint i = first; store != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "INSERT INTO location (id, name) VALUES (%u, 'x');"
          "INSERT INTO \"set\" (name, location, note) VALUES ('S%u', %u, hex (randomblob (3000)));"
          "UPDATE production SET note = '%u'",
          i, i, i, i);
      gboolean ok = i % 7 == 6 ? plt_store_undo (store, NULL) && plt_store_redo (store, NULL)
                               : plt_test_run (store, NULL, sql, NULL);

      if (!ok || write (pipe_fd, &i, sizeof i) != sizeof i)
        break;
    }
  _exit (1);
}

static void
test_killed (PltTestFile *t, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autofree char *journal = g_strconcat (t->path, "-journal", NULL);
  guint done = 0, lost = 0, hot = 0;

  g_clear_object (&t->store);
  for (guint round = 0; round < 40; round++)
    {
      int fds[2];
      guint number, returned = 0;
      gint64 found;
      pid_t pid;

      g_assert_cmpint (pipe (fds), ==, 0);
      pid = fork ();
      g_assert_cmpint (pid, >=, 0);
      if (pid == 0)
        write_until_killed (t->path, fds[1], (round + 1) * 10000);
      close (fds[1]);
      /* at any moment, or after a command came back, however slow the machine is */
      if (round % 2 == 1)
        {
          struct pollfd back = { .fd = fds[0], .events = POLLIN };

          g_assert_cmpint (poll (&back, 1, 60000), ==, 1);
        }
      g_usleep ((gulong) g_rand_int_range (rand, 4000, 40000));
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
      while (read (fds[0], &number, sizeof number) == sizeof number)
        {
          returned = number % 7 == 6 ? returned : number;
          done++;
        }
      close (fds[0]);

      hot += g_file_test (journal, G_FILE_TEST_EXISTS) ? 1 : 0;
      plt_test_reopen (t, round % 2 == 0 ? PLT_OPEN_READ : PLT_OPEN_WRITE);
      plt_test_assert_sound (t->store);
      found = plt_test_int (t->store, "SELECT ifnull (max(id), 0) FROM location");
      /* killed between its undo and its redo, the last command is there to be redone */
      if (plt_test_int (t->store, "SELECT count(*) FROM plt_history WHERE undone = 1") == 0)
        lost += found < returned ? 1 : 0;
      /* whole or not at all: the three statements of a command stand together */
      g_assert_cmpint (
          plt_test_int (t->store, "SELECT count(*) FROM location WHERE id NOT IN (SELECT location "
                                  "FROM \"set\")"),
          ==, 0);
      if (found > 0)
        g_assert_cmpint (plt_test_int (t->store, "SELECT CAST (note AS INTEGER) FROM production"),
                         ==, found);
      g_clear_object (&t->store);
    }
  g_test_message ("%u commands returned, %u times a journal was left", done, hot);
  g_assert_cmpuint (lost, ==, 0);
  g_assert_cmpuint (done, >, 0);
  plt_test_reopen (t, PLT_OPEN_WRITE);
  while (plt_store_can_undo (t->store))
    plt_test_undo (t->store);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

/* Killed while a production is made: there is none, or a whole one. */
static void
test_killed_creating (PltTestFile *t, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  guint whole = 0;

  for (guint round = 0; round < 30; round++)
    {
      g_autofree char *path = plt_test_path (t, "new.plateau");
      pid_t pid = fork ();

      g_assert_cmpint (pid, >=, 0);
      if (pid == 0)
        {
          plt_store_create (path, "T", "flux", NULL, NULL);
          for (;;)
            pause ();
        }
      g_usleep ((gulong) g_rand_int_range (rand, 500, 30000));
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (PltStore) store = plt_store_open (path, PLT_OPEN_WRITE, &error);

          g_assert_no_error (error);
          plt_test_assert_sound (store);
          g_assert_cmpint (g_remove (path), ==, 0);
          whole++;
        }
    }
  g_test_message ("%u of 30 were whole", whole);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("full", test_full);
  ADD ("full-for-history", test_full_for_history);
  ADD ("full-unnoticed", test_full_unnoticed);
  ADD ("file-size-limit", test_file_size_limit);
  ADD ("create-on-full-disk", test_create_on_full_disk);
  ADD ("killed", test_killed);
  ADD ("killed-creating", test_killed_creating);
  return g_test_run ();
}
