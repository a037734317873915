#include "plt-document-kind.h"
#include "plt-error.h"

static PltDocument *
build_nothing (PltStore *store, const PltParams *params, GError **error)
{
  g_assert_not_reached ();
}

static const PltParamSpec specs[] = {
  { "day", "Day", PLT_PARAM_REFERENCE, "shooting_day", NULL, NULL },
  { "details", "Details", PLT_PARAM_BOOLEAN, NULL, NULL, "1" },
  { "paper", "Paper", PLT_PARAM_CHOICE, NULL, "a4,a3", "a4" },
  { "from", "From", PLT_PARAM_DATE, NULL, NULL, NULL },
  { "note", "Note", PLT_PARAM_TEXT, NULL, NULL, NULL },
  { NULL },
};
static const PltDocumentKind kind = { "essai", "Essai", "preparation", specs, build_nothing };
static const PltDocumentKind bare = { "nu", "Nu", "preparation", NULL, build_nothing };

static void
test_values (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *kept; /* NULL: refused */
  } cases[] = {
    { "day", " J3 ", "J3" },
    { "day", "12", "12" },
    { "details", "oui", "1" },
    { "details", "Non", "0" },
    { "details", "TRUE", "1" },
    { "details", "0", "0" },
    { "details", "peut-être", NULL },
    { "paper", "A3", "a3" },
    { "paper", "a5", NULL },
    { "paper", "a4,a3", NULL },
    { "from", "12/05/2026", "2026-05-12" },
    { "from", "2026-05-12", "2026-05-12" },
    { "from", "31/02/2026", NULL },
    { "note", "  hors  champ ", "hors champ" },
    { "date", "18 novembre 2026", "2026-11-18" },
    { "date", "demain", NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltParams) params = plt_params_new ();
      g_autoptr (GError) error = NULL;
      gboolean ok = plt_params_set (params, &kind, cases[i].name, cases[i].text, &error);
      g_assert_cmpint (ok, ==, cases[i].kept != NULL);
      g_assert_cmpstr (plt_params_get (params, cases[i].name), ==, cases[i].kept);
      if (!ok)
        {
          g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
          g_assert_nonnull (g_strstr_len (error->message, -1, cases[i].name));
          g_assert_nonnull (g_strstr_len (error->message, -1, cases[i].text));
        }
    }
}

static void
test_empty_takes_away (void)
{
  g_autoptr (PltParams) params = plt_params_new ();
  g_assert_true (plt_params_set (params, &kind, "paper", "a3", NULL));
  g_assert_true (plt_params_set (params, &kind, "paper", " ", NULL));
  g_assert_null (plt_params_get (params, "paper"));
}

static void
test_unknown_name (void)
{
  g_autoptr (PltParams) params = plt_params_new ();
  g_autoptr (GError) error = NULL;
  g_assert_false (plt_params_set (params, &kind, "jour", "3", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
  g_assert_nonnull (g_strstr_len (error->message, -1,
                                  "“jour”. Its parameters are: day, details, paper, from, "
                                  "note, date."));
  g_clear_error (&error);

  g_assert_false (plt_params_set (params, &bare, "jour", "3", &error));
  g_assert_nonnull (g_strstr_len (error->message, -1, "Its parameters are: date."));
}

static void
test_edition_date (void)
{
  g_autoptr (PltParams) params = plt_params_new ();
  g_assert_true (plt_params_set (params, &bare, "date", "18/11/2026", NULL));
  g_assert_cmpint (plt_params_edition_date (params), ==, plt_date_from_ymd (2026, 11, 18));

  g_autoptr (PltParams) none = plt_params_new ();
  PltDate today = plt_params_edition_date (none);
  g_assert_cmpint (today, >, plt_date_from_ymd (2020, 1, 1));
  g_assert_cmpint (plt_params_edition_date (NULL), >=, today);
}

static void
test_registry (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  for (const PltDocumentKind *const *known = plt_document_kinds (); *known != NULL; known++)
    {
      g_assert_true (g_hash_table_add (ids, (gpointer) (*known)->id));
      g_assert_true (plt_document_kind_find ((*known)->id) == *known);
      g_assert_nonnull ((*known)->title);
      g_assert_nonnull ((*known)->phase);
      g_assert_nonnull ((*known)->build);
      for (const PltParamSpec *spec = (*known)->params; spec != NULL && spec->id != NULL; spec++)
        if (spec->titles != NULL)
          {
            g_auto (GStrv) choices = g_strsplit (spec->choices, ",", -1);
            g_auto (GStrv) titles = g_strsplit (spec->titles, ",", -1);
            g_assert_cmpuint (g_strv_length (titles), ==, g_strv_length (choices));
          }
    }
  g_assert_null (plt_document_kind_find ("bulletin-de-paie"));
}

static void
test_unknown_kind (void)
{
  g_autoptr (GError) error = NULL;
  int nothing = 0; /* never looked at: the kind is refused first */
  g_assert_null (plt_document_build ((PltStore *) &nothing, "bulletin-de-paie", NULL, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
  g_assert_nonnull (g_strstr_len (error->message, -1, "“bulletin-de-paie”"));
  for (const PltDocumentKind *const *known = plt_document_kinds (); *known != NULL; known++)
    g_assert_nonnull (g_strstr_len (error->message, -1, (*known)->id));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kind/values", test_values);
  g_test_add_func ("/kind/empty-takes-away", test_empty_takes_away);
  g_test_add_func ("/kind/unknown-name", test_unknown_name);
  g_test_add_func ("/kind/edition-date", test_edition_date);
  g_test_add_func ("/kind/registry", test_registry);
  g_test_add_func ("/kind/unknown-kind", test_unknown_kind);
  return g_test_run ();
}
