/* What the tests of the store share: a production in a folder of its own, commands that are SQL,
 * and a look at a file from outside. */
#pragma once

#include "plt-store-internal.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path; /* of the production */
  PltStore *store;
} PltTestFile;

void plt_test_file_set_up (PltTestFile *self, gconstpointer data);
void plt_test_file_tear_down (PltTestFile *self, gconstpointer data);
void plt_test_reopen (PltTestFile *self, PltOpenFlags flags);
char *plt_test_path (PltTestFile *self, const char *name);

/* A command that runs SQL; asserts that it succeeds. */
void plt_test_command (PltStore *store, const char *sql);
gboolean plt_test_run (PltStore *store, const char *merge_key, const char *sql, GError **error);
void plt_test_undo (PltStore *store);
void plt_test_redo (PltStore *store);
gint64 plt_test_int (PltStore *store, const char *sql);
void plt_test_assert_sound (PltStore *store);
void plt_test_assert_sentence (const GError *error, PltError code);

/* Past our own code: what another program would do to the file. */
void plt_test_foreign_sql (const char *path, const char *sql);
char *plt_test_hash_file (const char *path);
guint plt_test_count_files (const char *folder);

/* Inserts one row in `location`, which nothing needs to refer to. */
#define INSERT_LOCATION(name) "INSERT INTO location (name) VALUES ('" name "')"

G_END_DECLS
