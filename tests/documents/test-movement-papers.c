/* The papers of the movements on a day that has some: the sheet of a day, the extract of a driver,
 * journeys with their amounts. */
#include <string.h>

#include "plt-batch.h"
#include "plt-document-dump.h"
#include "plt-document-kind.h"
#include "plt-document-private.h"
#include "plt-fonts.h"
#include "plt-layout.h"
#include "plt-load.h"
#include "plt-moves.h"
#include "plt-test-golden.h"
#include "plt-test-papers.h"

#define EDITION "2026-10-04"

static gint64
insert (PltBatch *batch, const char *table, const char *const *pairs)
{
  gint64 handle = plt_batch_insert (batch, table);

  for (guint i = 0; pairs[i] != NULL; i += 2)
    {
      const PltColumn *column = plt_table_column (plt_table_find (table), pairs[i]);
      gint64 number;

      if (!plt_column_is_text (column)
          && g_ascii_string_to_signed (pairs[i + 1], 10, G_MININT32, G_MAXINT32, &number, NULL))
        plt_batch_set_integer (batch, pairs[i], number);
      else
        plt_batch_set_text (batch, pairs[i], pairs[i + 1]);
    }
  return handle;
}

#define INSERT(batch, table, ...) insert (batch, table, (const char *const[]){ __VA_ARGS__, NULL })

/* Two movements of the first day, a train, a hotel, a car; the names are those of the team. */
static PltStore *
store_with_moves (void)
{
  PltStore *store = plt_test_store_papers ();
  g_autoptr (PltFacts) facts = plt_facts_load (store, NULL);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *date = plt_date_to_iso (facts->days.items[0].date);
  gint64 car, move, person = facts->people.items[0].id, other = facts->people.items[1].id;

  car = INSERT (batch, "vehicle", "name", "Clio", "kind", "voiture", "plate", "AB-123-CD", "seats",
                "2", "energy", "diesel");
  plt_batch_set_integer (batch, "driver", other);
  move = INSERT (batch, "movement", "date", date, "number", "M1", "kind", "aller", "start_minutes",
                 "440", "start_place", "Hôtel des Voyageurs", "end_place", "Port", "needed_minutes",
                 "480", "kilometres", "14", "note", "Par le quai.");
  plt_batch_set_integer (batch, "day", facts->days.items[0].id);
  plt_batch_set_integer (batch, "vehicle", car);
  plt_batch_set_integer (batch, "driver", other);
  INSERT (batch, "movement_stop", "kind", "montee", "stop_minutes", "440", "place",
          "2 rue de la Criée", "remark", "Sonner", "phone", "06 00 00 00 01");
  plt_batch_set_integer (batch, "movement", move);
  plt_batch_set_integer (batch, "person", person);
  INSERT (batch, "movement_stop", "kind", "montee", "name", "figurants", "count", "2");
  plt_batch_set_integer (batch, "movement", move);
  move = INSERT (batch, "movement", "date", date, "number", "M2", "kind", "materiel",
                 "start_minutes", "390", "load", "Filets et casiers", "end_place", "Port",
                 "return_minutes", "1170");
  INSERT (batch, "movement_stop", "kind", "charge", "name", "Groupe électrogène", "stop_minutes",
          "400", "place", "Dépôt");
  plt_batch_set_integer (batch, "movement", move);
  INSERT (batch, "travel", "kind", "train", "from_date", date, "start_minutes", "787", "from_place",
          "Paris", "to_date", date, "end_minutes", "1002", "to_place", "Brest", "number",
          "TGV 8623", "reference", "QX7RTV", "cost_cents", "8900", "kilometres", "624", "status",
          "paye");
  plt_batch_set_integer (batch, "person", person);
  INSERT (batch, "travel", "kind", "hotel", "from_date", date, "to_place", "Hôtel du Môle",
          "nights", "3", "cost_cents", "27000", "per_diem_cents", "2000", "status", "a-faire");
  plt_batch_set_integer (batch, "person", person);
  INSERT (batch, "travel", "kind", "voiture", "from_date", date, "kilometres", "236", "status",
          "annule");
  plt_batch_set_integer (batch, "person", other);
  g_assert_true (plt_store_apply (store, "Essai", NULL, batch, NULL, &error));
  g_assert_no_error (error);
  return store;
}

static PltDocument *
build (PltStore *store, const char *kind, const char *name, const char *value, GError **error)
{
  g_autoptr (PltParams) params = plt_params_new ();
  const PltDocumentKind *found = plt_document_kind_find (kind);

  g_assert_true (plt_params_set (params, found, "date", EDITION, NULL));
  if (name != NULL)
    g_assert_true (plt_params_set (params, found, name, value, NULL));
  return plt_document_build (store, kind, params, error);
}

static char *
dump (PltStore *store, const char *kind, const char *name, const char *value)
{
  g_autoptr (PltDocument) document = build (store, kind, name, value, NULL);
  g_autoptr (PltLayout) layout = NULL;

  g_assert_nonnull (document);
  layout = plt_layout_new (document, plt_fonts_get ());
  g_assert_cmpuint (plt_layout_get_n_pages (layout), >=, 1);
  return plt_document_dump (document, PLT_DUMP_ALL);
}

static void
test_goldens (void)
{
  g_autoptr (PltStore) store = store_with_moves ();
  g_autofree char *day = dump (store, "feuille-de-mouvements", "day", "J1");
  g_autofree char *again = dump (store, "feuille-de-mouvements", "day", "J1");
  g_autofree char *travels = dump (store, "voyages", NULL, NULL);

  g_assert_cmpstr (day, ==, again);
  plt_assert_golden ("mouvements-J1.txt", day);
  plt_assert_golden ("mouvements-voyages.txt", travels);
  /* no amounts on what is given to the crew */
  g_assert_null (strstr (day, "270,00"));
  g_assert_nonnull (strstr (travels, "270,00"));
}

/* Only the movements of that driver; other days have none; another name is refused. */
static void
test_params (void)
{
  g_autoptr (PltStore) store = store_with_moves ();
  g_autoptr (PltFacts) facts = plt_facts_load (store, NULL);
  g_autofree char *name = plt_facts_person_name (&facts->people.items[1]);
  g_autofree char *driver = dump (store, "feuille-de-mouvements", "conducteur", name);
  g_autofree char *other = dump (store, "feuille-de-mouvements", "day", "J2");
  g_autofree char *all = dump (store, "feuille-de-mouvements", "jours", "tous");
  g_autoptr (GError) error = NULL;
  g_autoptr (PltDocument) none
      = build (store, "feuille-de-mouvements", "conducteur", "Personne Inconnue", &error);

  g_assert_nonnull (strstr (driver, "Ordre de mouvement"));
  g_assert_null (strstr (driver, "Filets et casiers"));
  g_assert_null (strstr (other, "M1"));
  g_assert_nonnull (strstr (other, "Aucun mouvement"));
  g_assert_nonnull (strstr (all, "Filets et casiers"));
  g_assert_nonnull (strstr (all, "2 figurants"));
  g_assert_null (none);
  g_assert_nonnull (strstr (error->message, "Personne Inconnue"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/movement-papers/goldens", test_goldens);
  g_test_add_func ("/movement-papers/params", test_params);
  return g_test_run ();
}
