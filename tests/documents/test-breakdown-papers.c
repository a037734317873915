/* The papers of the dépouillement: figures worked by hand, parameters, and a feature film on which
 * nothing may be cut or run over the edge. */
#include <string.h>

#include "plt-document-dump.h"
#include "plt-document-kind.h"
#include "plt-document-private.h"
#include "plt-error.h"
#include "plt-fonts.h"
#include "plt-layout-private.h"
#include "plt-test-paper.h"
#include "plt-test-papers.h"

static const char *const kinds[]
    = { "continuite",     "depouillement",   "sequences-par-decor", "liste-roles",
        "liste-elements", "cahier-costumes", "matrice-roles",       "statistiques" };

static char *
dump (PltStore *store, const char *kind, const char *params)
{
  g_autoptr (PltDocument) document = plt_test_paper (store, kind, params);

  return plt_document_dump (document, PLT_DUMP_PLAIN);
}

static gint64
value_of (const PltDocTable *table, const char *label, guint column)
{
  for (guint row = 0; row < table->rows->len; row++)
    {
      const PltDocCell *cell = plt_doc_table_get_cell (table, row, 0);

      if (cell != NULL && g_str_has_prefix (cell->text, label))
        return plt_doc_table_get_cell (table, row, column)->number;
    }
  g_error ("There is no row “%s”.", label);
}

static char *
column_text (const PltDocTable *table, guint column)
{
  GString *text = g_string_new (NULL);

  for (guint row = plt_doc_table_first_body_row (table); row < table->rows->len; row++)
    {
      const PltDocCell *cell = plt_doc_table_get_cell (table, row, column);

      if (cell != NULL && cell->span == 1)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "|" : "", cell->text);
    }
  return g_string_free (text, FALSE);
}

/* ---- parameters ---- */

static void
test_parameters (void)
{
  static const struct
  {
    const char *kind, *params, *has, *lacks;
  } cases[] = {
    { "continuite", "", "Nora attend", NULL },
    { "continuite", "resume=non", "SUPPRIMÉE", "Nora attend" },
    { "continuite", "ordre=chronologie", "Dans l’ordre de l’histoire", "SUPPRIMÉE" },
    { "depouillement", "sequence=1, 4A", "Séquence 4A", "Séquence 2" },
    { "depouillement", "sequence=1", "Néant : vu avec la régie", NULL },
    { "depouillement", "sequence=1", "MILO appelle Accompagnatrice de l’enfant", NULL },
    { "depouillement", "sequence=4A", "Néant", "appelle" },
    { "depouillement", "sequence=2", "séq. 1 : NORA, foulard noué à gauche", NULL },
    { "depouillement", "sequence=1", "séq. 2 : NORA, foulard noué à gauche", NULL },
    { "depouillement", "sequence=1", "NORA 1 : Manteau gris, foulard", NULL },
    { "depouillement", "departement=Décoration", "Dépouillement partiel : Décoration",
      "Maquillage" },
    { "depouillement", "departement=MU", "Néant, vérifié, pour les séquences 4A.", "Armes" },
    { "depouillement", "forme=tableau|departement=MU", "Musique", "Armes" },
    { "sequences-par-decor", "decor=QUAI", "Séquences par décor", "GRANGE" },
    { "sequences-par-decor", "decor=CUISINE", "CUISINE", "QUAI" },
    { "liste-elements", "categorie=AC", "Valise cabossée", "Drone" },
    { "liste-elements", "categorie=AR", "Aucun élément n’est encore relevé", NULL },
    { "liste-elements", "departement=décoration", "Lanterne", "Chien" },
    { "cahier-costumes", "role=NORA", "Pull de son père", "LE PILOTE" },
  };
  g_autoptr (PltStore) store = plt_test_store_papers ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dump (store, cases[i].kind, cases[i].params);

      if (strstr (text, cases[i].has) == NULL)
        g_error ("%s %s lacks “%s”:\n%s", cases[i].kind, cases[i].params, cases[i].has, text);
      if (cases[i].lacks != NULL && strstr (text, cases[i].lacks) != NULL)
        g_error ("%s %s has “%s”:\n%s", cases[i].kind, cases[i].params, cases[i].lacks, text);
    }
}

static void
test_refused (void)
{
  static const char *const cases[][2] = {
    { "depouillement", "sequence=1, 77" },         { "depouillement", "departement=cantine" },
    { "liste-elements", "departement=zinc" },      { "liste-elements", "categorie=ZZ" },
    { "sequences-par-decor", "decor=NULLE PART" }, { "sequences-par-decor", "ordre=taille" },
    { "cahier-costumes", "role=PERSONNE" },        { "depouillement", "forme=nuage" },
  };
  g_autoptr (PltStore) store = plt_test_store_papers ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (plt_test_paper_try (store, cases[i][0], cases[i][1], &error));
      g_assert_nonnull (error);
      g_assert_cmpint (error->domain, ==, PLT_ERROR);
    }
}

/* N1 is told after J2 once it comes after it in the story. */
static void
test_story_order (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (PltDocument) film = plt_test_paper (store, "continuite", "");
  g_autofree char *numbers = column_text (plt_document_find_table (film, NULL), 0);

  g_assert_cmpstr (numbers, ==, "1|2|3|4|4A|5|6");
  g_assert_true (plt_store_move (store, "story_day", 2, 2, NULL)); /* N1 */
  {
    g_autoptr (PltDocument) story = plt_test_paper (store, "continuite", "ordre=chronologie");
    g_autofree char *ordered = column_text (plt_document_find_table (story, NULL), 0);

    g_assert_cmpstr (ordered, ==, "1|2|3|5|4|4A");
  }
}

/* ---- figures, worked by hand ---- */

/* Préminutage 1:05 + 1:50 + 1:20 + 2:40 + 1:10 = 8:05; 4A has its estimate of 0:40 only. Séquence 6
 * was cut. */
static void
test_continuite (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (PltDocument) document = plt_test_paper (store, "continuite", "");
  const PltDocTable *table = plt_document_find_table (document, NULL);
  g_autofree char *cumulated = column_text (table, 9);

  g_assert_cmpstr (cumulated, ==, "1:05|2:55|4:15|6:55|7:35|8:45||8:45");
  g_assert_cmpint (value_of (table, "Total", 6), ==, 58);
  g_assert_cmpint (value_of (table, "Total", 7), ==, 485);
  g_assert_cmpint (value_of (table, "Total", 8), ==, 40);
}

/* Pages in eighths: BAC 12 + 8, MAISON 18, QUAI 6 + 9, GRANGE 5, of 58. */
static void
test_sequences_par_decor (void)
{
  static const struct
  {
    const char *set;
    gint64 sequences, eighths, share_e6, premin;
  } rows[] = {
    { "BAC", 2, 20, 345000, 190 },
    { "MAISON", 1, 18, 310000, 160 },
    { "QUAI", 2, 15, 259000, 135 },
    { "Total", 6, 58, 1000000, 485 },
  };
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (PltDocument) document = plt_test_paper (store, "sequences-par-decor", "");
  const PltDocTable *table = plt_document_find_table (document, "Poids des décors");
  g_autoptr (PltDocument) by_name = plt_test_paper (store, "sequences-par-decor", "ordre=nom");
  g_autoptr (PltDocument) by_place = plt_test_paper (store, "sequences-par-decor", "ordre=lieu");
  g_autofree char *order = NULL;
  g_autofree char *names = column_text (plt_document_find_table (by_name, "Poids des décors"), 0);
  g_autofree char *places = column_text (plt_document_find_table (by_place, "Poids des décors"), 0);

  order = column_text (table, 0);
  g_assert_cmpstr (order, ==, "BAC|MAISON DE NORA|QUAI|GRANGE");
  g_assert_cmpstr (names, ==, "BAC|GRANGE|MAISON DE NORA|QUAI");
  g_assert_cmpstr (places, ==, "MAISON DE NORA|GRANGE|BAC|QUAI"); /* Ferme, then Port */
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (value_of (table, rows[i].set, 2), ==, rows[i].sequences);
      g_assert_cmpint (value_of (table, rows[i].set, 3), ==, rows[i].eighths);
      g_assert_cmpint (value_of (table, rows[i].set, 4), ==, rows[i].share_e6);
      g_assert_cmpint (value_of (table, rows[i].set, 11), ==, rows[i].premin);
    }
}

/* Twelve passengers, then eight of them: twelve people, twenty presences. */
static void
test_liste_roles (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (PltDocument) document = plt_test_paper (store, "liste-roles", "");
  const PltDocTable *roles = plt_document_find_table (document, "Rôles");
  const PltDocTable *extras = plt_document_find_table (document, "Figuration");
  g_autofree char *players = column_text (roles, 2);
  g_autofree char *numbers = column_text (roles, 4);

  g_assert_cmpstr (players, ==, "Inès Kerbrat|Yvon Salaün|Élie Morvan");
  g_assert_cmpstr (numbers, ==, "1, 2, 3, 4, 5|2, 4, 4A|1, 2, 3, 5");
  g_assert_cmpint (value_of (extras, "Passagers", 6), ==, 12);
  g_assert_cmpint (value_of (extras, "Passagers", 7), ==, 20);
}

/* One that changes within a séquence is worn in both. */
static void
test_costume_changes (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (PltDocument) document = NULL;
  g_autofree char *numbers = NULL;
  g_autofree char *counts = NULL;

  plt_store_set (store, "sequence_element", 1, "costume", "1, 2A", NULL);
  document = plt_test_paper (store, "cahier-costumes", "role=NORA");
  numbers = column_text (plt_document_find_table (document, NULL), 0);
  counts = column_text (plt_document_find_table (document, NULL), 4);
  g_assert_cmpstr (numbers, ==, "1|2|2A|3");
  g_assert_cmpstr (counts, ==, "3|1|1|1");
}

/* A number that is worn and described by nobody, and séquences without a number, say so. */
static void
test_cahier_costumes (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autofree char *numbers = NULL;
  g_autofree char *described = NULL;
  g_autoptr (PltDocument) document = NULL;

  plt_store_set (store, "sequence_element", 1, "costume", "", NULL); /* Nora in séquence 1 */
  document = plt_test_paper (store, "cahier-costumes", "role=NORA");
  numbers = column_text (plt_document_find_table (document, NULL), 0);
  described = column_text (plt_document_find_table (document, NULL), 1);
  g_assert_cmpstr (numbers, ==, "1|2|3|Sans n°");
  g_assert_cmpstr (described, ==, "Manteau gris, foulard|Pull de son père|à définir|à définir");
}

static void
test_matrice (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (PltDocument) document = plt_test_paper (store, "matrice-roles", "");
  const PltDocTable *roles = plt_document_find_table (document, "Rôles et séquences");
  const PltDocTable *sets = plt_document_find_table (document, "Décors et effets");
  g_autofree char *counts = column_text (roles, 2);
  g_autofree char *last = column_text (roles, 8);
  guint total = sets->n_columns - 2;

  g_assert_cmpstr (counts, ==, "5|3|4|");
  g_assert_cmpstr (last, ==, "1||3|2"); /* séquence 5: Nora, Milo: two roles */
  g_assert_cmpint (value_of (sets, "BAC", total), ==, 20);
  g_assert_cmpint (value_of (sets, "Total", total), ==, 58);
  g_assert_cmpint (value_of (sets, "Total", total + 1), ==, 525);
}

static void
test_statistiques (void)
{
  static const struct
  {
    const char *target, *has, *lacks;
  } cases[] = {
    { "12:00", "8:45 pour une durée annoncée de 12:00 : −27,1", NULL },
    { "12:00", "au-delà de 10\u202f%", NULL },
    { "9:00", "−2,8", "au-delà" },
    { "8:45", "aucun écart", "au-delà" },
    { "7:00", "+25", NULL },
    { "", "Minutes par page : 1,21", "durée annoncée de" }, /* 525 s for 58/8 pages */
  };
  g_autoptr (PltStore) store = plt_test_store_papers ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (
          plt_store_set (store, "production", 1, "target_seconds", cases[i].target, NULL));
      text = dump (store, "statistiques", "");
      if (strstr (text, cases[i].has) == NULL)
        g_error ("“%s” is missing in:\n%s", cases[i].has, text);
      g_assert_true (cases[i].lacks == NULL || strstr (text, cases[i].lacks) == NULL);
    }
}

/* ---- pages ---- */

/* A name of sixty signs, a summary of three hundred, a note on everything. */
static void
write_long_texts (PltStore *store)
{
  static const char *const set = "ANCIENNE CONSERVERIE DES FRÈRES KERGOUALEC, ATELIER DE SALAGE";
  g_autoptr (GString) synopsis = g_string_new (NULL);
  g_autoptr (GArray) ids = plt_rows_ids (store, plt_table_find ("sequence"), NULL, 0, NULL, NULL);

  while (synopsis->len < 300)
    g_string_append (synopsis, "Elle comprend que la lettre reçue à Noël venait d’un autre. ");
  plt_store_set (store, "set", 1, "name", set, NULL);
  for (guint i = 0; i < ids->len; i += 7)
    {
      gint64 id = g_array_index (ids, gint64, i);

      plt_store_set (store, "sequence", id, "synopsis", synopsis->str, NULL);
      plt_store_set (store, "sequence", id, "set", set, NULL);
      plt_store_set (store, "sequence", id, "note", "Voir avec la régie si la cale est libre.",
                     NULL);
      plt_store_set (store, "sequence", id, "story_day", "FB 1998", NULL);
      plt_store_set (store, "sequence", id, "hazards", "intimite,nudite,feu,eau", NULL);
    }
}

/* Every text within the margins of its page; only heads and feet may end in dots. */
static guint
check_pages (const PltDocument *document, const char *what)
{
  g_autoptr (PltLayout) layout = plt_layout_new (document, plt_fonts_get ());

  for (guint i = 0; i < layout->pages->len; i++)
    {
      const PltPage *page = layout->pages->pdata[i];

      for (guint j = 0; j < page->texts->len; j++)
        {
          const PltTextBox *box = &g_array_index (page->texts, PltTextBox, j);

          if (box->tag == PLT_TAG_NONE)
            continue;
          if (box->x < layout->left - 0.1
              || box->x + box->width > layout->left + layout->width + 0.1
              || box->y + box->height > layout->bottom + 0.1)
            g_error ("%s, page %u: “%.40s” is over the edge.", what, i + 1, box->span.text);
          if (box->ellipsize)
            g_error ("%s, page %u: “%.40s” is cut.", what, i + 1, box->span.text);
        }
    }
  return layout->pages->len;
}

static void
test_feature (void)
{
  static const struct
  {
    const char *kind, *params;
    guint most; /* pages */
  } cases[] = {
    { "continuite", "", 10 },
    { "continuite", "resume=non|ordre=chronologie", 7 },
    { "depouillement", "", 110 }, /* one a séquence, never two */
    { "depouillement", "departement=C3", 40 },
    { "depouillement", "forme=tableau", 60 },
    { "sequences-par-decor", "", 20 },
    { "sequences-par-decor", "ordre=lieu", 20 },
    { "liste-roles", "", 12 },
    { "liste-elements", "", 60 },
    { "liste-elements", "pages=oui", 60 },
    { "cahier-costumes", "", 30 },
    { "matrice-roles", "", 8 },
    { "statistiques", "", 10 },
  };
  g_autoptr (PltStore) store = plt_test_store_feature (110, 900);

  write_long_texts (store);
  g_assert_true (plt_store_set (store, "element_category", 1, "family", "roles", NULL));
  g_assert_true (plt_store_set (store, "element_category", 2, "family", "figuration", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *what = g_strdup_printf ("%s %s", cases[i].kind, cases[i].params);
      g_autoptr (PltDocument) document = plt_test_paper (store, cases[i].kind, cases[i].params);
      guint n = check_pages (document, what);

      g_test_message ("%s: %u pages", what, n);
      g_assert_cmpuint (n, <=, cases[i].most);
    }
}

/* Séquences and nothing else: no paper prints an empty grid. */
static void
test_bare_film (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();

  PLT_TEST_INSERT (store, "sequence", "number", "1");
  PLT_TEST_INSERT (store, "sequence", "number", "2");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (PltDocument) document = plt_test_paper (store, kinds[i], "");
      g_autofree char *text = plt_document_dump (document, PLT_DUMP_PLAIN);

      check_pages (document, kinds[i]);
      if (strcmp (kinds[i], "liste-roles") == 0 || strcmp (kinds[i], "matrice-roles") == 0)
        g_assert_nonnull (strstr (text, "Aucun rôle n’est encore relevé"));
      if (strcmp (kinds[i], "liste-elements") == 0)
        g_assert_nonnull (strstr (text, "Aucun élément n’est encore relevé"));
      if (strcmp (kinds[i], "cahier-costumes") == 0)
        g_assert_nonnull (strstr (text, "il n’y a pas de costume"));
    }
  plt_store_set (store, "sequence", 1, "status", "supprimee", NULL);
  plt_store_set (store, "sequence", 2, "status", "supprimee", NULL);
  for (guint i = 1; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *text = dump (store, kinds[i], "");

      g_assert_nonnull (strstr (text, "Toutes les séquences sont supprimées"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/breakdown-papers/parameters", test_parameters);
  g_test_add_func ("/breakdown-papers/refused", test_refused);
  g_test_add_func ("/breakdown-papers/story-order", test_story_order);
  g_test_add_func ("/breakdown-papers/continuite", test_continuite);
  g_test_add_func ("/breakdown-papers/sequences-par-decor", test_sequences_par_decor);
  g_test_add_func ("/breakdown-papers/liste-roles", test_liste_roles);
  g_test_add_func ("/breakdown-papers/costume-changes", test_costume_changes);
  g_test_add_func ("/breakdown-papers/cahier-costumes", test_cahier_costumes);
  g_test_add_func ("/breakdown-papers/matrice", test_matrice);
  g_test_add_func ("/breakdown-papers/statistiques", test_statistiques);
  g_test_add_func ("/breakdown-papers/feature", test_feature);
  g_test_add_func ("/breakdown-papers/bare-film", test_bare_film);
  return g_test_run ();
}
