/* The papers of the scripte on two days that somebody worked out by hand: goldens that were read,
 * one page for a production report, a workbook that adds up the costs. */
#include "plt-document-dump.h"
#include "plt-document-kind.h"
#include "plt-fonts.h"
#include "plt-layout.h"
#include "plt-test-golden.h"
#include "plt-test-store.h"

static const char *const film[] = {
  "quai: set | name = QUAI",
  "s1: sequence | number = 1 | set = @quai | int_ext = EXT | effect = JOUR | premin_seconds = 1:30 "
  "| planned_shots = 3",
  "s2: sequence | number = 2 | set = @quai | int_ext = EXT | effect = NUIT | premin_seconds = 0:45 "
  "| planned_shots = 2",
  "s3: sequence | number = 3 | premin_seconds = 1:00 | planned_shots = 1",
  "plan: schedule | name = Plan | day_minutes = 8h",
  "d1: shooting_day | schedule = @plan | date = 12/04/2027",
  "d2: shooting_day | schedule = @plan | date = 13/04/2027",
  "production | schedule = ^plan",
  "strip | schedule = @plan | day = @d1 | sequence = @s1 | useful_seconds = 1:35",
  "strip | schedule = @plan | day = @d1 | sequence = @s2",
  "strip | schedule = @plan | day = @d2 | sequence = @s3",
  "call_sheet | day = @d1 | number = 1 | crew_minutes = 8h00 | pat_minutes = 9h00 | end_minutes = "
  "18h30",
  "r1: day_report | date = 12/04/2027 | day = @d1 | author = Ondine Vasseur | crew_minutes = 8h00 "
  "| "
  "pat_minutes = 9h10 | meal_minutes = 12h30 | meal_end_minutes = 13h30 | end_minutes = 19h00 | "
  "meals = 24 | weather = Vent d’ouest | accidents = Aucun",
  "log_entry | day_report = @r1 | start_minutes = 8h30 | kind = installation | sequence = @s1",
  "log_entry | day_report = @r1 | start_minutes = 9h30 | kind = prise | sequence = @s1 | shot = 1 "
  "| "
  "take = 1 | take_seconds = 0:35 | remark = Avion",
  "log_entry | day_report = @r1 | start_minutes = 9h40 | kind = prise | sequence = @s1 | shot = 1 "
  "| "
  "take = 2 | take_seconds = 0:40 | kept = 1 | card = A001 | lens = 35",
  "log_entry | day_report = @r1 | start_minutes = 10h20 | kind = prise | sequence = @s1 | shot = 2 "
  "| take = 1 | take_seconds = 0:25 | kept = 1 | card = A001 | text = Début, jusqu’à « partons »",
  "log_entry | day_report = @r1 | start_minutes = 11h00 | kind = prise | sequence = @s1 | shot = 3 "
  "| take = 1 | take_seconds = 0:30 | kept = 1 | card = A001",
  "log_entry | day_report = @r1 | start_minutes = 12h30 | kind = repas",
  "log_entry | day_report = @r1 | start_minutes = 14h00 | kind = incident | remark = Pluie",
  "log_entry | day_report = @r1 | start_minutes = 18h30 | kind = prise | sequence = @s2 | shot = 1 "
  "| take = 1 | take_seconds = 0:20 | kept = 1 | card = A002",
  "day_delay | day_report = @r1 | delay_minutes = 20 | cause = meteo",
  "media_card | day_report = @r1 | name = A001 | size_mb = 128000 | length_seconds = 32:00 | "
  "backups = 2 | verified = 1 | places = Navette, bureau | freed = 1",
  "media_card | day_report = @r1 | name = S001 | kind = son | size_mb = 8000 | backups = 1",
  "incident | date = 12/04/2027 | start_minutes = 14h00 | name = Pluie sur le quai | kind = meteo "
  "| "
  "day = @d1 | sequence = @s2 | people = Équipe image | diagnosis = Averse non annoncée | measure "
  "= "
  "Repli sous la halle | decided_by = Ada Martin | cost_cents = 320,00 | lost_minutes = 20 | "
  "schedule = @plan | closed_date = 13/04/2027",
  "incident | date = 12/04/2027 | name = Filtre cassé | kind = materiel",
  "conformity | sequence = @s1 | criterion = charte-artistique | state = conforme",
  "conformity | sequence = @s1 | criterion = accessibilite | state = a-revoir | note = Visage "
  "caché",
  NULL
};

static PltDocument *
build (PltStore *store, const char *kind, const char *day)
{
  g_autoptr (PltParams) params = plt_params_new ();
  g_autoptr (GError) error = NULL;
  PltDocument *document;

  plt_params_set (params, plt_document_kind_find (kind), "date", "2027-04-14", &error);
  g_assert_no_error (error);
  if (day != NULL)
    plt_params_set (params, plt_document_kind_find (kind), "day", day, &error);
  g_assert_no_error (error);
  document = plt_document_build (store, kind, params, &error);
  g_assert_no_error (error);
  return document;
}

static void
test_goldens (void)
{
  static const char *const kinds[][2] = {
    { "rapport-horaire", "J1" },    { "rapport-de-production", "J1" }, { "rapport-montage", "J1" },
    { "registre-incidents", NULL }, { "grille-conformite", NULL },
  };
  g_autoptr (PltStore) store = plt_test_store_lines (film);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (PltDocument) document = build (store, kinds[i][0], kinds[i][1]);
      g_autofree char *text = plt_document_dump (document, PLT_DUMP_ALL);
      g_autofree char *name = g_strdup_printf ("%s-scripte.txt", kinds[i][0]);

      plt_assert_golden (name, text);
    }
}

/* Which day a paper is of: as people call it, by its row, by its date, the last report by itself.
 */
static void
test_day (void)
{
  static const char *const names[] = { "J1", "2027-04-12", NULL };
  g_autoptr (PltStore) store = plt_test_store_lines (film);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (PltDocument) document = build (store, "rapport-de-production", names[i]);

      g_assert_cmpstr (plt_document_get_info (document)->subtitle, ==,
                       "lundi 12 avril 2027 · jour 1/2");
    }
}

/* A take of a séquence that nobody measured: its useful length is open, not nothing. */
static void
test_unmeasured (void)
{
  static const char *const day[] = {
    "s1: sequence | number = 1 | premin_seconds = 1:30 | planned_shots = 2",
    "r1: day_report | date = 12/04/2027",
    "log_entry | day_report = @r1 | kind = prise | sequence = @s1 | shot = 1 | take = 1 | kept = 1",
    NULL
  };
  g_autoptr (PltStore) store = plt_test_store_lines (day);
  g_autoptr (PltDocument) document = build (store, "rapport-de-production", "2027-04-12");
  g_autofree char *dump = plt_document_dump (document, PLT_DUMP_PLAIN);
  const char *row = strstr (dump, "Minutage utile (séquences non minutées : 1)");

  g_assert_nonnull (row);
  g_assert_null (g_strstr_len (row, strchr (row, '\n') - row, "0:00"));
}

static void
test_unknown_day (void)
{
  g_autoptr (PltStore) store = plt_test_store_lines (film);
  g_autoptr (PltParams) params = plt_params_new ();
  g_autoptr (GError) error = NULL;

  plt_params_set (params, plt_document_kind_find ("rapport-horaire"), "day", "J9", NULL);
  g_assert_null (plt_document_build (store, "rapport-horaire", params, &error));
  g_assert_nonnull (error);
}

static void
test_one_page (void)
{
  g_autoptr (PltStore) store = plt_test_store_lines (film);
  g_autoptr (PltDocument) document = build (store, "rapport-de-production", "J1");
  g_autoptr (PltLayout) layout = plt_layout_new (document, plt_fonts_get ());

  g_assert_cmpuint (plt_layout_get_n_pages (layout), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-papers/unmeasured", test_unmeasured);
  g_test_add_func ("/report-papers/goldens", test_goldens);
  g_test_add_func ("/report-papers/day", test_day);
  g_test_add_func ("/report-papers/unknown-day", test_unknown_day);
  g_test_add_func ("/report-papers/one-page", test_one_page);
  return g_test_run ();
}
