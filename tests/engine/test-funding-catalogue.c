/* The catalogue of financeurs that comes with the program: whole, marked, and never guessed; and
 * its calendar. */
#include "plt-funding-catalogue.h"
#include "plt-test-film.h"

#include <string.h>

static const char *const kinds[]
    = { "court-metrage", "long-metrage", "unitaire", "serie", "documentaire", "flux", "captation",
        "spectacle",     "tournee",      "festival", NULL };
static const char *const tests[] = { "type",
                                     "duree-min",
                                     "duree-max",
                                     "langue",
                                     "premiere-oeuvre",
                                     "departements",
                                     "departements-part",
                                     "budget-max",
                                     "depense-min",
                                     "diffuseur",
                                     "distributeur",
                                     "source",
                                     "source-organisme",
                                     "coproducteur-etranger",
                                     "diffuseur-part",
                                     "finance-min",
                                     "finance-max",
                                     "part-francaise-min",
                                     "part-francaise-max",
                                     "avant-tournage",
                                     "apres-tournage",
                                     "visa",
                                     "scenario",
                                     "interpretes-min",
                                     "a-dire",
                                     NULL };

static PltFundingCatalogue *
shipped (void)
{
  g_autoptr (PltFacts) facts = film_new ();

  plt_funding_catalogue_lend (facts);
  return plt_funding_catalogue_new (facts);
}

static gboolean
is_choice (const char *column, const char *value)
{
  const PltColumn *found = plt_table_column (plt_table_find ("funding_source"), column);

  for (guint i = 0; found->choices[i].id != NULL; i++)
    if (strcmp (found->choices[i].id, value) == 0)
      return TRUE;
  return FALSE;
}

static void
check_scheme (const PltScheme *scheme)
{
  g_auto (GStrv) of = g_strsplit (scheme->kinds, "|", -1);
  static const char *const marks[] = { "A", "B", "C", "D", NULL };

  g_assert_cmpstr (scheme->code, !=, "");
  g_assert_cmpstr (scheme->title, !=, "");
  g_assert_cmpstr (scheme->who, !=, "");
  g_assert_cmpstr (scheme->purpose, !=, "");
  /* what is not said to be verified names where it was read */
  g_assert_cmpstr (scheme->source, !=, "");
  if (scheme->sure)
    g_assert_true (g_str_has_prefix (scheme->address, "http"));
  g_assert_true (g_strv_contains (marks, scheme->confidence));
  g_assert_true (scheme->sure == (strcmp (scheme->confidence, "C") < 0));
  g_assert_cmpint (scheme->checked, ==, plt_date_from_ymd (2026, 11, 22));
  g_assert_true (is_choice ("group", scheme->group));
  g_assert_true (*scheme->line == '\0' || is_choice ("line", scheme->line));
  g_assert_true (is_choice ("kind", scheme->nature));
  g_assert_true (is_choice ("ownership", scheme->ownership));
  for (char **kind = of; *kind != NULL; kind++)
    g_assert_true (g_strv_contains (kinds, *kind));
  g_assert_true (scheme->least == PLT_UNKNOWN || scheme->most == PLT_UNKNOWN
                 || scheme->least <= scheme->most);
  /* an amount belongs to a text that was read */
  if (scheme->confidence[0] == 'D')
    g_assert_true (scheme->least == PLT_UNKNOWN && scheme->most == PLT_UNKNOWN
                   && *scheme->calendar == NULL);
  for (char **day = scheme->calendar; *day != NULL; day++)
    {
      g_autofree char *iso = g_strdup_printf ("2028-%s", *day);

      g_assert_cmpint (plt_date_from_iso (iso), !=, PLT_DATE_NONE);
    }
}

static void
test_whole (void)
{
  g_autoptr (PltFundingCatalogue) self = shipped ();
  guint n_criteria = 0, n_sure = 0;

  g_assert_cmpuint (self->schemes->len, >=, 45);
  for (guint i = 0; i < self->schemes->len; i++)
    {
      const PltScheme *scheme = self->schemes->pdata[i];

      check_scheme (scheme);
      g_assert_true (plt_funding_catalogue_find (self, scheme->code) == scheme); /* unique */
      g_assert_cmpuint (scheme->criteria->len, >, 0);
      n_criteria += scheme->criteria->len;
      n_sure += scheme->sure ? 1 : 0;
      for (guint c = 0; c < scheme->criteria->len; c++)
        {
          const PltCriterion *criterion = &g_array_index (scheme->criteria, PltCriterion, c);

          g_assert_cmpuint (criterion->rank, ==, c + 1);
          g_assert_true (g_strv_contains (tests, criterion->test));
          g_assert_cmpstr (criterion->title, !=, "");
          g_assert_true (scheme->sure || !criterion->sure || criterion->rank > 1);
        }
    }
  g_assert_cmpuint (n_sure, >, 45);
  g_assert_cmpuint (n_sure, <, self->schemes->len); /* some are known to be unread */
  /* no criterion and no document names a scheme or a set that is not there */
  g_assert_cmpuint (n_criteria, ==, plt_referential_n_rows (self->criteria));
  for (guint i = 0; i < plt_referential_n_rows (self->documents); i++)
    {
      const char *set = plt_referential_get (self->documents, i, "dossier");
      gboolean used = FALSE;

      for (guint s = 0; s < plt_referential_n_rows (self->table) && !used; s++)
        {
          g_auto (GStrv) sets
              = g_strsplit (plt_referential_get (self->table, s, "dossier"), "|", -1);

          used = g_strv_contains ((const char *const *) sets, set);
        }
      g_assert_true (used);
      g_assert_true (strcmp (plt_referential_get (self->documents, i, "marque"), "source") != 0
                     || *plt_referential_get (self->documents, i, "source") != '\0');
    }
}

/* One scheme at least of every group but what is nobody's, and of every region. */
static void
test_covers (void)
{
  static const char *const codes[] = { "cnc-auto-cinema",
                                       "cnc-avance-avant",
                                       "cnc-avance-apres",
                                       "cnc-developpement",
                                       "cnc-ecriture",
                                       "cnc-musique",
                                       "cnc-images-diversite",
                                       "cnc-cinemas-du-monde",
                                       "cnc-court-avant",
                                       "cnc-fai-ecriture",
                                       "cnc-effets-visuels",
                                       "cnc-plateformes-production",
                                       "cnc-audiovisuel-auto",
                                       "cic",
                                       "cia",
                                       "c2i",
                                       "aura-cinema",
                                       "bfc-long",
                                       "bretagne-structurante",
                                       "ciclic-long",
                                       "corse-long",
                                       "grand-est-long",
                                       "hdf-fiction",
                                       "idf-cinema",
                                       "normandie",
                                       "nouvelle-aquitaine",
                                       "occitanie",
                                       "pays-de-la-loire",
                                       "sud-long",
                                       "guadeloupe",
                                       "martinique",
                                       "guyane",
                                       "reunion",
                                       "mayotte",
                                       "procirep-long",
                                       "angoa",
                                       "sacem-long",
                                       "beaumarchais",
                                       "scam-brouillon",
                                       "adami-court",
                                       "spedidam",
                                       "eurimages",
                                       "media-tv",
                                       "sofica",
                                       "tf1",
                                       "m6",
                                       "france-televisions-cinema",
                                       "canal-plus",
                                       "cine-plus-ocs",
                                       "arte-cinema",
                                       "netflix",
                                       "mg-distributeur",
                                       "mg-ventes",
                                       "ulule",
                                       "fondation-gan",
                                       "grec" };
  g_autoptr (PltFundingCatalogue) self = shipped ();

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (plt_funding_catalogue_find (self, codes[i]) == NULL)
      g_error ("no scheme %s", codes[i]);
  g_assert_null (plt_funding_catalogue_find (self, "personne"));
  g_assert_null (plt_funding_catalogue_find (self, NULL));
}

/* One paper of one matter: an agrément asks for a simplified devis, but not of who already gives
 * the detailed one. */
static void
test_no_twins (void)
{
  g_autoptr (PltFundingCatalogue) self = shipped ();
  guint n_agrement = 0;

  for (guint i = 0; i < self->schemes->len; i++)
    {
      const PltScheme *scheme = self->schemes->pdata[i];
      guint n_devis = 0, n_plans = 0, n_letters = 0, n_contracts = 0;

      for (guint d = 0; d < scheme->documents->len; d++)
        {
          const char *title = g_array_index (scheme->documents, PltSchemeDocument, d).title;

          n_devis
              += g_str_equal (title, "Devis détaillé") || g_str_equal (title, "Devis simplifié");
          n_plans += g_str_has_prefix (title, "Plan de financement et")
                     || g_str_equal (title, "Plan de financement provisoire");
          n_letters += g_str_has_prefix (title, "Lettres ");
          n_contracts += g_str_has_prefix (title, "Contrats d’auteurs");
          n_contracts += g_str_has_prefix (title, "Contrats de coproduction et d");
          n_agrement
              += g_str_equal (title, "Contrats de coproduction et d’auteurs inscrits au RCA");
        }
      g_assert_cmpuint (n_devis, <=, 1);
      g_assert_cmpuint (n_plans, <=, 1);
      g_assert_cmpuint (n_letters, <=, 1);
      g_assert_cmpuint (n_contracts, <=, 1);
    }
  g_assert_cmpuint (n_agrement, ==, 5);
}

static void
test_deadline (void)
{
  static const struct
  {
    const char *days, *today, *next; /* NULL: none */
  } cases[] = {
    { "01-31|04-15|09-30", "2026-11-22", "2027-01-31" },
    { "01-31|04-15|09-30", "2027-01-31", "2027-01-31" },
    { "01-31|04-15|09-30", "2027-02-01", "2027-04-15" },
    { "09-30|01-31|04-15", "2027-09-29", "2027-09-30" }, /* in any order */
    { "02-29", "2027-01-01", "2027-02-28" },
    { "02-29", "2028-02-28", "2028-02-29" },
    { "12-31", "2026-12-31", "2026-12-31" },
    { "13-40|06-01", "2026-12-31", "2027-06-01" }, /* no such day */
    { "", "2026-12-31", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) days = g_strsplit (cases[i].days, "|", -1);
      const PltScheme scheme = { .calendar = days };
      PltDate next = plt_scheme_next_deadline (&scheme, plt_date_from_iso (cases[i].today));

      g_assert_cmpint (next, ==,
                       cases[i].next != NULL ? plt_date_from_iso (cases[i].next) : PLT_DATE_NONE);
      g_assert_cmpint (plt_scheme_next_deadline (&scheme, PLT_DATE_NONE), ==, PLT_DATE_NONE);
    }
}

/* Without the referentials there is nothing, and nothing breaks. */
static void
test_none (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltFundingCatalogue) self = plt_funding_catalogue_new (facts);

  g_assert_cmpuint (self->schemes->len, ==, 0);
  g_assert_null (plt_funding_catalogue_find (self, "cic"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/funding-catalogue/whole", test_whole);
  g_test_add_func ("/funding-catalogue/covers", test_covers);
  g_test_add_func ("/funding-catalogue/deadline", test_deadline);
  g_test_add_func ("/funding-catalogue/no-twins", test_no_twins);
  g_test_add_func ("/funding-catalogue/none", test_none);
  return g_test_run ();
}
