/* The papers of the rétroplanning on the short film of the examples, with a day, links, a baseline,
 * rooms and screenings: goldens, variants, pages, calendars. */
#include <glib/gstdio.h>
#include <string.h>

#include "plt-document-dump.h"
#include "plt-document-kind.h"
#include "plt-document-private.h"
#include "plt-fonts.h"
#include "plt-gantt.h"
#include "plt-layout.h"
#include "plt-retro-gantt.h"
#include "plt-rows.h"
#include "plt-store.h"
#include "plt-test-golden.h"

static const char *example, *feature;

static PltDocument *
build (const char *path, const char *kind, const char *pairs_text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStore) store = plt_store_open (path, PLT_OPEN_READ, &error);
  g_autoptr (PltParams) params = plt_params_new ();
  g_auto (GStrv) pairs = g_strsplit (pairs_text, " ", -1);
  const PltDocumentKind *found = plt_document_kind_find (kind);
  PltDocument *document;

  g_assert_no_error (error);
  g_assert_true (plt_params_set (params, found, "date", "2027-06-08", NULL));
  for (guint i = 0; pairs[i] != NULL && *pairs[i] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      g_assert_true (plt_params_set (params, found, pair[0], pair[1], &error));
    }
  document = plt_document_build (store, kind, params, &error);
  g_assert_no_error (error);
  return document;
}

static guint
count_pages (const char *path, const char *kind, const char *params)
{
  g_autoptr (PltDocument) document = build (path, kind, params);
  g_autoptr (PltLayout) layout = plt_layout_new (document, plt_fonts_get ());

  return plt_layout_get_n_pages (layout);
}

static char *
dump (const char *path, const char *kind, const char *params)
{
  g_autoptr (PltDocument) document = build (path, kind, params);

  return plt_document_dump (document, PLT_DUMP_ALL);
}

static void
test_goldens (void)
{
  static const struct
  {
    const char *kind, *params, *golden;
  } cases[] = {
    { "retroplanning", "liens=1", "retro-retroplanning.txt" },
    { "retroplanning", "graphique-seul=1 debut=2027-05-01 fin=2027-06-30 echelle=semaine",
      "retro-retroplanning-dates.txt" },
    { "retroplanning-tableau", "", "retro-tableau.txt" },
    { "charge-equipes", "", "retro-charge.txt" },
    { "planning-postproduction", "", "retro-postproduction.txt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dump (example, cases[i].kind, cases[i].params);

      plt_assert_golden (cases[i].golden, text);
    }
}

/* Everything a supervisor asks for is there, and what is cancelled is not. */
static void
test_postproduction (void)
{
  static const char *const wanted[] = { "Montage image",
                                        "Salle de montage (Les Salles du Ponant)",
                                        "Auditorium",
                                        "Projection de vérification",
                                        "Option",
                                        "Boucle magnétique, place en fauteuil",
                                        "à demander",
                                        "Image arrêtée",
                                        "Copie et livraison" };
  g_autofree char *text = dump (example, "planning-postproduction", "");

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strstr (text, wanted[i]) == NULL)
      g_error ("“%s” is not on the planning de postproduction", wanted[i]);
  g_assert_null (strstr (text, "Repérages techniques"));
}

/* The workbook has as many columns as are read on a sheet: months, weeks or days. */
static void
test_bars (void)
{
  g_autofree char *months = dump (feature, "retroplanning", "");
  g_autofree char *weeks = dump (example, "retroplanning", "");
  g_autofree char *days = dump (feature, "retroplanning", "debut=2027-05-01 fin=2027-06-20");

  g_assert_nonnull (strstr (months, " x 31 days"));
  g_assert_nonnull (strstr (weeks, " x 7 days"));
  g_assert_nonnull (strstr (days, "bars 56 x 1 days"));
}

/* A plan that should have begun says what is missing on the day of the edition, as the window does
 * in red; before, it says its margin. */
static void
test_behind (void)
{
  g_autofree char *early = dump (feature, "retroplanning-tableau", "date=2026-11-23");
  g_autofree char *late = dump (feature, "retroplanning-tableau", "date=2028-03-01");

  g_assert_nonnull (strstr (early, "29\302\240jours ouvrés de marge"));
  g_assert_null (strstr (late, "de marge ·"));
  g_assert_nonnull (strstr (late, "jours ouvrés à partir du jour de l’édition"));
}

/* Months for a film of four years, weeks within dates that are near; each day of work is in one
 * column. */
static void
test_load (void)
{
  g_autofree char *months = dump (feature, "charge-equipes", "");
  g_autofree char *weeks = dump (feature, "charge-equipes", "debut=2027-04-01 fin=2027-07-31");
  g_autofree char *none = dump (feature, "charge-equipes", "debut=2040-01-01");

  g_assert_nonnull (strstr (months, "mars 27"));
  g_assert_null (strstr (months, "S14 "));
  g_assert_nonnull (strstr (weeks, "S14 "));
  g_assert_null (strstr (weeks, "Auteurs"));
  g_assert_nonnull (strstr (none, "Aucun travail entre ces dates."));
}

/* A copy of the short film in which one person has the days of another task too. */
static char *
overloaded (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  char *path = g_build_filename (folder, "charge.plateau", NULL);
  g_autoptr (PltStore) store = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (example, &bytes, &length, &error));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, &error));
  store = plt_store_open (path, PLT_OPEN_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plt_store_insert (store, "task_person", &error, "task",
                                     "Demande d’autorisation, enfant de moins de 16 ans", "person",
                                     "Samia Belkacem", "share_e6", "60 %", NULL),
                   >, 0);
  return path;
}

/* Too much is marked where it is, and the tasks that make it are named with their parts. By hand:
 * three weeks of 5 days and 5 times 0.6. Chosen alone, she has what is left of her days, her tasks
 * and a calendar; nobody else is there. */
static void
test_too_much (void)
{
  static const char *const wanted[]
      = { "8\302\240▲", "Préparation (100\302\240%) ; Demande d’autorisation", "Jours ouvrés",
          "Samia Belkacem" };
  g_autofree char *folder = g_dir_make_tmp ("plateau-XXXXXX", NULL);
  g_autofree char *path = overloaded (folder);
  g_autofree char *all = dump (path, "charge-equipes", "");
  g_autofree char *before = dump (example, "charge-equipes", "");
  g_autofree char *one = dump (path, "charge-equipes", "personne=3 papier=a4 orientation=portrait");
  g_autofree char *team = dump (path, "charge-equipes", "equipe=son");
  g_autoptr (PltDocument) document = build (path, "charge-equipes", "personne=3");
  const GPtrArray *entries = plt_document_get_calendar (document)->entries;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      if (strstr (all, wanted[i]) == NULL || strstr (one, wanted[i]) == NULL)
        g_error ("“%s” is not there:\n%s\n%s", wanted[i], all, one);
      g_assert_true (i >= 2 || strstr (before, wanted[i]) == NULL);
    }
  g_assert_nonnull (strstr (all, "Toutes les personnes"));
  g_assert_nonnull (strstr (one, "Planning et charge – Samia Belkacem"));
  g_assert_nonnull (strstr (one, "Reste libre"));
  g_assert_null (strstr (one, "Castaing"));
  g_assert_nonnull (strstr (team, "Mixage"));
  g_assert_null (strstr (team, "Samia"));
  g_assert_cmpuint (entries->len, ==, 2);
  g_unlink (path);
  g_rmdir (folder);
}

/* The whole of a short film on one sheet of any size; a wall sheet holds the feature. */
static void
test_pages (void)
{
  static const char *const papers[] = { "papier=a4", "papier=a3", "papier=a1", "papier=a0" };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    g_assert_cmpuint (count_pages (example, "retroplanning", papers[i]), <=, i == 0 ? 2 : 1);
  g_assert_cmpuint (count_pages (feature, "retroplanning", "papier=a1"), ==, 1);
  g_assert_cmpuint (count_pages (feature, "retroplanning", "papier=a4 echelle=jour"), >, 20);
  g_assert_cmpuint (count_pages (example, "planning-postproduction", "graphique-seul=1"), ==, 1);
}

/* The delivery asked for is a line on the calendar when the plan is behind it, and only then. */
static void
test_due (void)
{
  PltDate asked = plt_date_from_ymd (2027, 5, 28);
  PltGantt *gantt = plt_gantt_new (asked - 100, asked + 40);
  PltRetro retro = { .head = { .delivery = asked, .reached = asked } };

  plt_retro_gantt_due (gantt, &retro);
  g_assert_cmpint (gantt->due, ==, PLT_DATE_NONE);
  retro.head.reached = asked + 1;
  plt_retro_gantt_due (gantt, &retro);
  g_assert_cmpint (gantt->due, ==, asked);
  g_assert_cmpstr (gantt->due_label, ==, "PAD imposé : ven. 28 mai 2027");
  retro.head.delivery = gantt->due = PLT_DATE_NONE;
  plt_retro_gantt_due (gantt, &retro);
  g_assert_cmpint (gantt->due, ==, PLT_DATE_NONE);
  plt_gantt_free (gantt);
}

static char *
fail (const char *path, const char *kind, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStore) store = plt_store_open (path, PLT_OPEN_READ, &error);
  g_autoptr (PltParams) params = plt_params_new ();
  PltDocument *document = NULL;

  g_assert_no_error (error);
  if (plt_params_set (params, plt_document_kind_find (kind), name, value, &error))
    document = plt_document_build (store, kind, params, &error);
  g_assert_null (document);
  g_assert_nonnull (error);
  return g_strdup (error->message);
}

/* What is chosen is there, what is not is not, and the title says which part of the plan it is. */
static void
test_choices (void)
{
  static const struct
  {
    const char *params, *there, *absent;
  } cases[] = {
    { "phase=postproduction", "Rétroplanning – Postproduction", "Repérages techniques" },
    { "equipe=son", "Mixage", "Étalonnage" },
    { "equipe=son", "Rétroplanning – Son", "Autorisation" },
    { "personne=4", " – ", "Montage image" },
    { "critique=1", "chemin critique", "Repérages techniques" },
    { "registres=0", "Mixage", "Dates des autres registres" },
    { "rangs=equipe", "Équipe de tournage", "« Préparation »" },
    { "rangs=personne", "Sans personne nommée", "« Postproduction »" },
    { "colonnes=aucun", "Mixage", "26/04/27" },
    { "colonnes=accessibilite,lieu", "Relecture par une personne concernée", "26/04/27" },
    { "reference=0", "Mixage", "base" },
    { "debut=2040-01-01", "Aucune tâche ne répond à ce choix", "Mixage" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dump (example, "retroplanning", cases[i].params);

      if (strstr (text, cases[i].there) == NULL)
        g_error ("“%s” is not there with %s:\n%s", cases[i].there, cases[i].params, text);
      if (strstr (text, cases[i].absent) != NULL)
        g_error ("“%s” is there with %s:\n%s", cases[i].absent, cases[i].params, text);
    }
}

static void
test_refused (void)
{
  static const char *const cases[][3] = { { "equipe", "Zoologie", "Équipe de tournage" },
                                          { "personne", "Personne Dutout", "Personne Dutout" },
                                          { "colonnes", "fin,truc", "accessibilite" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = fail (example, "retroplanning", cases[i][0], cases[i][1]);

      g_assert_nonnull (strstr (sentence, cases[i][2]));
    }
}

/* A part of the plan has fewer meetings, under the same names: a calendar that has them moves them.
 */
static void
check_part (GHashTable *all)
{
  g_autoptr (PltDocument) part = build (example, "retroplanning", "equipe=son rangs=personne");
  const GPtrArray *entries = plt_document_get_calendar (part)->entries;

  g_assert_cmpuint (entries->len, >=, 2);
  g_assert_cmpuint (entries->len, <, g_hash_table_size (all));
  for (guint i = 0; i < entries->len; i++)
    g_assert_true (g_hash_table_contains (all, ((const PltDocEntry *) entries->pdata[i])->uid));
}

/* A task is one entry over its days, a milestone one of a day, whatever paper they are on: Montage
 * image from 26 April to 21 May 2027 has 26 days, the delivery one. */
static void
test_entry_days (void)
{
  static const char *const kinds[]
      = { "retroplanning", "retroplanning-tableau", "planning-postproduction", "charge-equipes" };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (PltDocument) document = build (example, kinds[k], "");
      const GPtrArray *entries = plt_document_get_calendar (document)->entries;
      guint n = 0;

      for (guint i = 0; i < entries->len; i++)
        {
          const PltDocEntry *one = entries->pdata[i];

          g_assert_null (strstr (one->uid, "-debut"));
          if (strcmp (one->uid, "task-5") == 0)
            {
              g_assert_cmpint (one->date, ==, plt_date_from_ymd (2027, 4, 26));
              g_assert_cmpuint (one->n_days, ==, 26);
              n++;
            }
          if (strcmp (one->uid, "task-11") == 0)
            {
              g_assert_cmpuint (one->n_days, ==, 1);
              n++;
            }
        }
      g_assert_cmpuint (n, ==, 2);
    }
}

/* Each meeting of the calendar once, under a name of its own. */
static void
test_entries (void)
{
  static const char *const kinds[] = { "retroplanning", "planning-postproduction" };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (PltDocument) document = build (example, kinds[k], "");
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      const GPtrArray *entries = plt_document_get_calendar (document)->entries;

      g_assert_cmpuint (entries->len, >, 10);
      for (guint i = 0; i < entries->len; i++)
        g_assert_true (
            g_hash_table_add (seen, (gpointer) ((const PltDocEntry *) entries->pdata[i])->uid));
      if (k == 0)
        check_part (seen);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >=, 3);
  example = argv[1];
  feature = argv[2];
  g_test_add_func ("/retro-papers/goldens", test_goldens);
  g_test_add_func ("/retro-papers/postproduction", test_postproduction);
  g_test_add_func ("/retro-papers/bars", test_bars);
  g_test_add_func ("/retro-papers/behind", test_behind);
  g_test_add_func ("/retro-papers/load", test_load);
  g_test_add_func ("/retro-papers/too-much", test_too_much);
  g_test_add_func ("/retro-papers/pages", test_pages);
  g_test_add_func ("/retro-papers/due", test_due);
  g_test_add_func ("/retro-papers/choices", test_choices);
  g_test_add_func ("/retro-papers/refused", test_refused);
  g_test_add_func ("/retro-papers/entry-days", test_entry_days);
  g_test_add_func ("/retro-papers/entries", test_entries);
  return g_test_run ();
}
