/* Approve, send, correct, and what changed between two versions. */
#include "plt-call-version.h"
#include "plt-test-film.h"

#include <string.h>

#define SENT_ON 20000

static const PltValue *
value_of (const PltEdit *edit, const char *column)
{
  for (guint i = 0; i < edit->values->len; i++)
    {
      const PltEditValue *value = &g_array_index (edit->values, PltEditValue, i);

      if (g_str_equal (value->column->id, column))
        return &value->value;
    }
  return NULL;
}

static PltSheetFacts *
add_sheet (PltFacts *facts, gint64 id, gint64 version, const char *status)
{
  PltSheetFacts *sheet = PLT_FACTS_ADD (facts->sheets, PltSheetFacts, id);

  sheet->day = FILM_DAY_1;
  sheet->number = 1;
  sheet->version = version;
  sheet->status = status;
  sheet->day_type = "continue";
  sheet->pat_minutes = 540;
  sheet->temperature_min = -3;
  sheet->sent_date = sheet->approved_date = sheet->weather_date = PLT_DATE_NONE;
  return sheet;
}

static PltCallFacts *
add_call (PltFacts *facts, gint64 id, gint64 sheet, gint64 role, const char *function)
{
  PltCallFacts *call = PLT_FACTS_ADD (facts->calls, PltCallFacts, id);

  call->call_sheet = sheet;
  call->group = role != 0 ? "comediens" : "equipe";
  call->role = role;
  call->function = function;
  call->pat_minutes = 540;
  return call;
}

static void
add_note (PltFacts *facts, gint64 id, gint64 sheet, const char *text)
{
  PltCallNoteFacts *note = PLT_FACTS_ADD (facts->call_notes, PltCallNoteFacts, id);

  note->call_sheet = sheet;
  note->department = "Accessoires";
  note->text = text;
}

static void
test_states (void)
{
  static const struct
  {
    const char *status;
    gboolean approved, sent, corrected;
  } cases[] = { { "brouillon", TRUE, TRUE, FALSE },
                { "validee", TRUE, TRUE, FALSE },
                { "envoyee", FALSE, FALSE, TRUE },
                { "remplacee", FALSE, FALSE, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = film_new ();
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (PltBatch) none = plt_batch_new ();

      add_sheet (facts, 7, 1, cases[i].status);
      g_assert_cmpint (plt_call_version_approve (facts, 7, "Yann Prigent", SENT_ON, batch), ==,
                       cases[i].approved);
      g_assert_cmpint (plt_call_version_send (facts, 7, "Lise Morvan", SENT_ON, batch), ==,
                       cases[i].sent);
      g_assert_cmpint (plt_call_version_correct (facts, 7, "Pluie", batch) != 0, ==,
                       cases[i].corrected);
      g_assert_false (plt_call_version_approve (facts, 8, "", SENT_ON, none));
      g_assert_cmpuint (plt_batch_get_n_edits (none), ==, 0);
      if (!cases[i].sent)
        continue;
      g_assert_cmpstr (value_of (plt_batch_get_edit (batch, 0), "approved_by")->text, ==,
                       "Yann Prigent");
      g_assert_cmpstr (value_of (plt_batch_get_edit (batch, 0), "approved_date")->text, ==,
                       "2024-10-04");
      g_assert_cmpstr (value_of (plt_batch_get_edit (batch, 1), "status")->text, ==, "envoyee");
      g_assert_cmpstr (value_of (plt_batch_get_edit (batch, 1), "sent_by")->text, ==,
                       "Lise Morvan");
      g_assert_nonnull (value_of (plt_batch_get_edit (batch, 1), "snapshot")->text);
    }
}

static gboolean
has_line (const char *text, const char *line)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_contains ((const char *const *) lines, line);
}

/* Everything is in it, a line break and a tab escaped; a change of one hour changes it. */
static void
test_snapshot (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autofree char *later = NULL;

  add_sheet (facts, 7, 1, "brouillon")->safety = "Gilets\nà\tbord";
  add_call (facts, 1, 7, FILM_NORA, "");
  add_call (facts, 2, 7, 0, "Ripeur");
  add_call (facts, 3, 7, 0, "Ripeur");
  add_note (facts, 1, 7, "Séq. 1 : filet");
  text = plt_call_version_snapshot (facts, 7);
  g_assert_true (has_line (text, "call_sheet\t\tsafety\tGilets\\nà\\tbord"));
  g_assert_true (has_line (text, "call_sheet\t\ttemperature_min\t-3"));
  g_assert_true (has_line (text, "call\trole:1\tpat_minutes\t540"));
  g_assert_true (has_line (text, "call\tgroup:equipe:Ripeur#2\tpat_minutes\t540"));
  g_assert_true (has_line (text, "call_note\tAccessoires\ttext\tSéq. 1 : filet"));
  again = plt_call_version_snapshot (facts, 7);
  g_assert_cmpstr (text, ==, again);
  facts->calls.items[0].pat_minutes = 545;
  later = plt_call_version_snapshot (facts, 7);
  g_assert_cmpstr (text, !=, later);
}

/* The new version has all that the old one had, and is a draft that replaces it. */
static void
test_correct (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  PltSheetFacts *sheet = add_sheet (facts, 7, 2, "envoyee");
  const PltEdit *made;

  sheet->weather = "Pluie";
  sheet->sent_date = sheet->approved_date = SENT_ON;
  sheet->approved_by = sheet->sent_by = "Lise Morvan";
  add_call (facts, 1, 7, FILM_NORA, "")->typed = "hmc";
  add_note (facts, 1, 7, "Filet");
  g_assert_cmpint (plt_call_version_correct (facts, 7, "Décor inondé", batch), <, 0);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 4);
  g_assert_cmpstr (value_of (plt_batch_get_edit (batch, 0), "status")->text, ==, "remplacee");
  made = plt_batch_get_edit (batch, 1);
  g_assert_cmpint (value_of (made, "version")->integer, ==, 3);
  g_assert_cmpint (value_of (made, "replaces")->integer, ==, 7);
  g_assert_cmpstr (value_of (made, "reason")->text, ==, "Décor inondé");
  g_assert_cmpstr (value_of (made, "weather")->text, ==, "Pluie");
  g_assert_null (value_of (made, "approved_by"));
  g_assert_null (value_of (made, "sent_date"));
  g_assert_cmpstr (value_of (plt_batch_get_edit (batch, 2), "typed")->text, ==, "hmc");
  g_assert_cmpint (value_of (plt_batch_get_edit (batch, 2), "call_sheet")->integer, ==, made->id);
  g_assert_cmpstr (value_of (plt_batch_get_edit (batch, 3), "text")->text, ==, "Filet");
}

static const PltCallChange *
change_of (const GPtrArray *changes, const char *table, const char *column)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const PltCallChange *change = changes->pdata[i];

      if (g_str_equal (change->ref.table, table) && g_strcmp0 (change->ref.column, column) == 0)
        return change;
    }
  return NULL;
}

static void
test_changes (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const PltCallChange *change;

  add_sheet (facts, 7, 1, "remplacee");
  add_sheet (facts, 8, 2, "brouillon");
  add_call (facts, 1, 7, FILM_NORA, "");
  add_call (facts, 2, 8, FILM_NORA, "")->typed = "pat";
  add_note (facts, 1, 7, "Filet");
  add_note (facts, 2, 8, "Filet");
  none = plt_call_version_changes (facts, 7, 8);
  g_assert_cmpuint (none->len, ==, 0); /* version and status tell nothing */

  facts->sheets.items[1].safety = "Gilets";
  facts->calls.items[1].pat_minutes = 570;
  facts->call_notes.items[1].text = "Filet, lampe";
  add_call (facts, 3, 8, FILM_MILO, "");
  add_call (facts, 4, 7, 0, "Ripeur");
  changes = plt_call_version_changes (facts, 7, 8);
  g_assert_cmpuint (changes->len, ==, 5);
  change = changes->pdata[0];
  g_assert_cmpstr (change->ref.column, ==, "safety");
  g_assert_cmpint (change->ref.id, ==, 8);
  g_assert_cmpstr (change->before, ==, "");
  g_assert_cmpstr (change->after, ==, "Gilets");
  change = change_of (changes, "call", "pat_minutes");
  g_assert_cmpint (change->ref.id, ==, 2);
  g_assert_cmpstr (change->before, ==, "9h00");
  g_assert_cmpstr (change->after, ==, "9h30");
  change = changes->pdata[2];
  g_assert_true (change->added);
  g_assert_cmpint (change->ref.id, ==, 3);
  change = changes->pdata[3];
  g_assert_true (change->removed);
  g_assert_cmpstr (change->before, ==, "Ripeur");
  g_assert_cmpstr (change_of (changes, "call_note", "text")->after, ==, "Filet, lampe");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/call-version/states", test_states);
  g_test_add_func ("/call-version/snapshot", test_snapshot);
  g_test_add_func ("/call-version/correct", test_correct);
  g_test_add_func ("/call-version/changes", test_changes);
  return g_test_run ();
}
