/* Productions for tests: fresh ones in a folder of their own, and rows written as text.
 *
 * A row is one line, "name: table | column = text | column = @name": the text as typed, "@name"
 * the row of an earlier line, "^name" the same where a reference is set only after all rows are
 * there (the production's current schedule). The name may be left out. */
#pragma once

#include <string.h>

#include "plt-query-model.h"
#include "plt-store.h"

G_BEGIN_DECLS

/* A new production in a file, in a folder that is removed with the store; its history is empty. */
PltStore *plt_test_store_new (void);
/* The same with the rows of plt_test_sample(): two of everything, all tables used. */
PltStore *plt_test_store_sample (void);
/* The same with a feature's worth of rows, always the same. */
PltStore *plt_test_store_feature (guint n_sequences, guint n_occurrences);

/* The same with the rows of these lines. */
PltStore *plt_test_store_lines (const char *const *lines);

/* Lines end with NULL. A mistake in them is a failed test. */
PltBatch *plt_test_batch (const char *const *lines);
const char *const *plt_test_sample (void);

/* Adds a row and fails the test when it is refused:
 * PLT_TEST_INSERT (store, "set", "name", "CAFÉ") */
#define PLT_TEST_INSERT(store, table, ...)                                                         \
  plt_test_checked_id (plt_store_insert ((store), (table), plt_test_error (), __VA_ARGS__, NULL))
GError **plt_test_error (void);
gint64 plt_test_checked_id (gint64 id);

/* The row of that label; fails when there is none. */
gint64 plt_test_find (PltStore *store, const char *table, const char *label);
/* A cell as it is typed, a reference by label. */
char *plt_test_cell (PltStore *store, const char *table, gint64 id, const char *column);
/* "12 A|13|14": that column of the rows, in the default order. */
char *plt_test_rows (PltStore *store, const char *table, const char *column);
char *plt_test_model (PltQueryModel *model, const char *column);

/* The last command is undone, redone, and undone and redone again: the checksums must be `before`
 * and what they are now. */
#define plt_assert_undo_redo(store, before)                                                        \
  plt_assert_undo_redo_at (__FILE__, __LINE__, G_STRFUNC, (store), (before))
void plt_assert_undo_redo_at (
    const char *file, int line, const char *function, PltStore *store, const char *before);

guint plt_test_n_steps (PltStore *store); /* of the history */

#define plt_assert_rows(store, table, column, expected)                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *rows_ = plt_test_rows ((store), (table), (column));                           \
    g_assert_cmpstr (rows_, ==, (expected));                                                       \
  }                                                                                                \
  G_STMT_END
#define plt_assert_cell(store, table, id, column, expected)                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *cell_ = plt_test_cell ((store), (table), (id), (column));                     \
    g_assert_cmpstr (cell_, ==, (expected));                                                       \
  }                                                                                                \
  G_STMT_END
/* An error of Plateau with that code, whose sentence has `part` in it. */
#define plt_assert_says(error, code, part)                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_error ((error), PLT_ERROR, (int) (code));                                             \
    if (strstr ((error)->message, (part)) == NULL)                                                 \
      g_assert_cmpstr ((error)->message, ==, (part));                                              \
  }                                                                                                \
  G_STMT_END

/* A sample production for each test, for g_test_add(). */
typedef struct
{
  PltStore *store;
  char *before; /* its checksum */
} PltTestFixture;
void plt_test_fixture_set_up (PltTestFixture *self, gconstpointer data);
void plt_test_fixture_tear_down (PltTestFixture *self, gconstpointer data);
#define PLT_TEST(path, function)                                                                   \
  g_test_add (path, PltTestFixture, NULL, plt_test_fixture_set_up, function,                       \
              plt_test_fixture_tear_down)

G_END_DECLS
