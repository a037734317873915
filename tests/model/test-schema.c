/* The descriptors: each keeps the laws of plt-table.h, and the first migration follows from them.
 */
#include <string.h>

#include "plt-table.h"

typedef void (*CheckColumn) (const PltTable *table, const PltColumn *column);

static void
for_each_column (CheckColumn check)
{
  for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
    for (const PltColumn *column = (*table)->columns; column->id != NULL; column++)
      {
        g_test_message ("%s.%s", (*table)->id, column->id);
        check (*table, column);
      }
}

static gboolean
is_identifier (const char *id)
{
  return id != NULL && g_ascii_islower (id[0])
         && strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen (id);
}

/* A sentence or a title that can be translated: not empty, no space at its ends. */
static gboolean
is_title (const char *title)
{
  gsize n = title != NULL ? strlen (title) : 0;

  return n > 0 && title[0] != ' ' && title[n - 1] != ' ' && g_utf8_validate (title, -1, NULL);
}

/* Every id of a list by comma is a column of the table. */
static void
check_list (const PltTable *table, const char *list)
{
  g_auto (GStrv) ids = g_strsplit (list, ",", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_assert_nonnull (plt_table_column (table, ids[i]));
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (ids[i], !=, ids[j]);
    }
}

static void
test_tables (void)
{
  for (const PltTable *const *t = plt_tables (); *t != NULL; t++)
    {
      const PltTable *table = *t;

      g_test_message ("%s", table->id);
      g_assert_true (is_identifier (table->id));
      g_assert_false (g_str_has_prefix (table->id, "plt_")); /* the file's own memory */
      g_assert_false (g_str_has_prefix (table->id, "sqlite_"));
      g_assert_true (plt_table_find (table->id) == table); /* found, so unique */
      g_assert_true (is_title (table->title));
      g_assert_true (is_title (table->singular));
      g_assert_cmpstr (plt_table_title (table), ==, table->title);
      g_assert_cmpuint (plt_table_n_columns (table), >, 0);
      g_assert_nonnull (table->label);
      check_list (table, table->label);
      if (table->order != NULL)
        check_list (table, table->order);
      if (table->unique != NULL)
        check_list (table, table->unique);
      if (table->position != NULL)
        {
          const PltColumn *column = plt_table_column (table, table->position);

          g_assert_nonnull (column);
          g_assert_cmpint (column->type, ==, PLT_COLUMN_INTEGER);
        }
    }
  g_assert_null (plt_table_find ("nothing"));
}

/* The tables that people and scripts call by name. */
static void
test_promised (void)
{
  static const char *const ids[] = { "production",
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
  static const char *const columns[] = { "number",
                                         "position",
                                         "int_ext",
                                         "effect",
                                         "set",
                                         "sub_set",
                                         "location",
                                         "story_day",
                                         "synopsis",
                                         "eighths",
                                         "premin_seconds",
                                         "estimate_seconds",
                                         "shooting_minutes",
                                         "shots",
                                         "status",
                                         "note" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_nonnull (plt_table_find (ids[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    g_assert_nonnull (plt_table_column (plt_table_find ("sequence"), columns[i]));
}

static void
check_column (const PltTable *table, const PltColumn *column)
{
  g_assert_true (is_identifier (column->id));
  g_assert_cmpstr (column->id, !=, "id");
  g_assert_true (plt_table_column (table, column->id) == column); /* found, so unique */
  g_assert_true (is_title (column->title));
  if (column->help != NULL)
    {
      g_assert_true (is_title (column->help));
      g_assert_true (g_str_has_suffix (column->help, "."));
    }
}

static gboolean
ends (const PltColumn *column, const char *suffix)
{
  /* "minutes" alone is one too */
  return g_str_has_suffix (column->id, suffix) || strcmp (column->id, suffix + 1) == 0;
}

static void
check_suffix (const PltTable *table, const PltColumn *column)
{
  PltColumnType type = column->type;

  g_assert_cmpint (ends (column, "_cents"), ==, type == PLT_COLUMN_MONEY);
  g_assert_cmpint (ends (column, "_e6"), ==,
                   type == PLT_COLUMN_RATE || type == PLT_COLUMN_COORDINATE);
  g_assert_cmpint (ends (column, "_e3"), ==, type == PLT_COLUMN_QUANTITY);
  g_assert_cmpint (ends (column, "_minutes"), ==,
                   type == PLT_COLUMN_CLOCK || type == PLT_COLUMN_DURATION);
  g_assert_cmpint (ends (column, "_seconds"), ==, type == PLT_COLUMN_SECONDS);
  if (type == PLT_COLUMN_DATE)
    g_assert_true (ends (column, "_date") || ends (column, "_from") || ends (column, "_to"));
}

/* Where a table stands in the registry. */
static guint
place_of (const char *id)
{
  guint n = 0;

  while (strcmp (plt_tables ()[n]->id, id) != 0)
    n++;
  return n;
}

static void
check_reference (const PltTable *table, const PltColumn *column)
{
  gboolean required = (column->flags & PLT_COLUMN_REQUIRED) != 0;

  g_assert_cmpint (column->reference != NULL, ==, column->type == PLT_COLUMN_REFERENCE);
  if (column->reference == NULL)
    {
      g_assert_cmpint (column->deletion, ==, PLT_DELETE_REFUSED);
      return;
    }
  g_assert_nonnull (plt_table_find (column->reference));
  /* what may not be empty cannot be cleared, and needs its row to be there first */
  if (required)
    {
      g_assert_cmpint (column->deletion, !=, PLT_DELETE_CLEARS);
      g_assert_cmpuint (place_of (column->reference), <, place_of (table->id));
    }
}

static void
check_choices (const PltTable *table, const PltColumn *column)
{
  gboolean chooses = column->type == PLT_COLUMN_CHOICE || column->type == PLT_COLUMN_FLAGS;

  g_assert_cmpint (column->choices != NULL, ==, chooses);
  if ((column->flags & PLT_COLUMN_OPEN) != 0)
    g_assert_cmpint (column->type, ==, PLT_COLUMN_CHOICE);
  if (!chooses)
    return;
  g_assert_nonnull (column->choices[0].id);
  for (const PltChoice *choice = column->choices; choice->id != NULL; choice++)
    {
      g_auto (PltValue) from_title = PLT_VALUE_INIT;

      g_assert_true (is_title (choice->title));
      g_assert_cmpstr (choice->id, !=, "");
      g_assert_null (strpbrk (choice->id, ",;+'\""));
      if (strcmp (column->id, "effect") != 0)
        g_assert_true (g_str_is_ascii (choice->id));
      g_assert_true (plt_column_find_choice (column, choice->id) == choice); /* unique */
      /* and its title leads to it alone */
      g_assert_true (plt_column_parse (column, choice->title, &from_title, NULL));
      g_assert_cmpstr (from_title.text, ==, choice->id);
    }
}

/* An initial value can be read and stored. */
static void
check_initial (const PltTable *table, const PltColumn *column)
{
  g_auto (PltValue) value = PLT_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (column->initial == NULL)
    return;
  g_assert_cmpint (column->type, !=, PLT_COLUMN_REFERENCE);
  g_assert_true (plt_column_parse (column, column->initial, &value, &error));
  g_assert_no_error (error);
}

static void
check_kind (const PltTable *table, const PltColumn *column)
{
  gboolean text = plt_column_is_text (column), number = plt_column_is_number (column);

  g_assert_false (text && number);
  if ((column->flags & PLT_COLUMN_SIGNED) != 0)
    g_assert_true (number);
  if ((column->flags & PLT_COLUMN_SEARCHED) != 0)
    g_assert_true (text);
  if (column->type == PLT_COLUMN_REFERENCE || column->type == PLT_COLUMN_BOOLEAN)
    g_assert_false (text || number);
  else
    g_assert_true (text || number);
}

static void
test_columns (void)
{
  for_each_column (check_column);
}

static void
test_suffixes (void)
{
  for_each_column (check_suffix);
}

static void
test_references (void)
{
  for_each_column (check_reference);
}

static void
test_choices (void)
{
  for_each_column (check_choices);
}

static void
test_initials (void)
{
  for_each_column (check_initial);
}

static void
test_column_kinds (void)
{
  for_each_column (check_kind);
}

static const PltChoice tones[] = { { "gai", "Gay" }, { "grave", "Grave" }, { NULL, NULL } };
static const PltColumn sample_columns[] = {
  { .id = "name", .title = "Name", .flags = PLT_COLUMN_REQUIRED },
  { .id = "tone", .title = "Tone", .type = PLT_COLUMN_CHOICE, .choices = tones },
  { .id = "kind",
    .title = "Kind",
    .type = PLT_COLUMN_CHOICE,
    .choices = tones,
    .flags = PLT_COLUMN_REQUIRED },
  { .id = "any",
    .title = "Any",
    .type = PLT_COLUMN_CHOICE,
    .choices = tones,
    .flags = PLT_COLUMN_OPEN },
  { .id = "date", .title = "Date", .type = PLT_COLUMN_DATE },
  { .id = "done", .title = "Done", .type = PLT_COLUMN_BOOLEAN },
  { .id = "rate_cents", .title = "Rate", .type = PLT_COLUMN_MONEY },
  { .id = "cash_cents", .title = "Cash", .type = PLT_COLUMN_MONEY, .flags = PLT_COLUMN_SIGNED },
  { .id = "set",
    .title = "Set",
    .type = PLT_COLUMN_REFERENCE,
    .reference = "set",
    .flags = PLT_COLUMN_REQUIRED },
  { .id = NULL },
};
static const PltTable sample = { .id = "sample", .columns = sample_columns };

static void
test_ddl (void)
{
  g_autofree char *sql = plt_table_ddl (&sample);

  g_assert_cmpstr (
      sql, ==,
      "CREATE TABLE \"sample\" (\n"
      "  \"id\" INTEGER PRIMARY KEY,\n"
      "  \"name\" TEXT NOT NULL DEFAULT '' CHECK (\"name\" <> ''),\n"
      "  \"tone\" TEXT NOT NULL DEFAULT '' CHECK (\"tone\" IN ('', 'gai', 'grave')),\n"
      "  \"kind\" TEXT NOT NULL DEFAULT '' CHECK (\"kind\" <> '') CHECK (\"kind\" IN ('gai', "
      "'grave')),\n"
      "  \"any\" TEXT NOT NULL DEFAULT '',\n"
      "  \"date\" TEXT NOT NULL DEFAULT '' CHECK (\"date\" = '' OR \"date\" GLOB "
      "'[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),\n"
      "  \"done\" INTEGER NOT NULL DEFAULT 0 CHECK (\"done\" IN (0, 1)),\n"
      "  \"rate_cents\" INTEGER CHECK (\"rate_cents\" >= 0),\n"
      "  \"cash_cents\" INTEGER,\n"
      "  \"set\" INTEGER NOT NULL REFERENCES \"set\" (\"id\")\n"
      ") STRICT;\n"
      "CREATE INDEX \"sample.set\" ON \"sample\" (\"set\");\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/tables", test_tables);
  g_test_add_func ("/schema/promised", test_promised);
  g_test_add_func ("/schema/columns", test_columns);
  g_test_add_func ("/schema/suffixes", test_suffixes);
  g_test_add_func ("/schema/references", test_references);
  g_test_add_func ("/schema/choices", test_choices);
  g_test_add_func ("/schema/initials", test_initials);
  g_test_add_func ("/schema/column-kinds", test_column_kinds);
  g_test_add_func ("/schema/ddl", test_ddl);
  return g_test_run ();
}
