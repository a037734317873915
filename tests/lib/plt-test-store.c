#include "plt-test-store.h"

#include <glib/gstdio.h>
#include <string.h>

#include "plt-rows.h"

/* ---- folders ---- */

static void
remove_folder (gpointer data)
{
  g_autofree char *folder = data;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static PltStore *
make_store (const PltBatch *defaults)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("plateau-test-XXXXXX", &error);
  g_autofree char *path = NULL;
  PltStore *store;

  g_assert_no_error (error);
  path = g_build_filename (folder, "test" PLT_FILE_EXTENSION, NULL);
  store = plt_store_create (path, "La Traversée", "court-metrage", defaults, &error);
  g_assert_no_error (error);
  g_object_set_data_full (G_OBJECT (store), "plt-test-folder", folder, remove_folder);
  return store;
}

PltStore *
plt_test_store_new (void)
{
  return make_store (NULL);
}

/* ---- rows as text ---- */

typedef struct
{
  gint64 row;
  const PltTable *table;
  const PltColumn *column;
  char *name;
} Later;

static void
later_clear (gpointer data)
{
  g_free (((Later *) data)->name);
}

static gint64
named_row (GHashTable *names, const char *name)
{
  gint64 *id = g_hash_table_lookup (names, name);

  if (id == NULL)
    g_error ("No line before this one is called %s.", name);
  return *id;
}

static void
set_cell (PltBatch *batch,
          const PltTable *table,
          gint64 row,
          char *cell,
          GHashTable *names,
          GArray *later)
{
  char *text = strchr (cell, '=');
  const PltColumn *column;
  g_auto (PltValue) value = PLT_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    g_error ("There is no = in “%s”.", cell);
  *text++ = '\0';
  g_strstrip (cell);
  g_strstrip (text);
  column = plt_table_column (table, cell);
  if (column == NULL)
    g_error ("The table %s has no column %s.", table->id, cell);
  if (*text == '^')
    {
      Later set = { row, table, column, g_strdup (text + 1) };

      g_array_append_val (later, set);
    }
  else if (*text == '@')
    plt_batch_set_integer (batch, column->id, named_row (names, text + 1));
  else
    {
      plt_column_parse (column, text, &value, &error);
      g_assert_no_error (error);
      plt_batch_set_value (batch, column->id, &value);
    }
}

static void
add_line (PltBatch *batch, const char *line, GHashTable *names, GArray *later)
{
  g_auto (GStrv) parts = g_strsplit (line, "|", -1);
  const char *colon = strchr (parts[0], ':');
  g_autofree char *name = colon != NULL ? g_strndup (parts[0], (gsize) (colon - parts[0])) : NULL;
  g_autofree char *id = g_strdup (colon != NULL ? colon + 1 : parts[0]);
  const PltTable *table = plt_table_find (g_strstrip (id));
  gint64 row;

  if (table == NULL)
    g_error ("There is no table “%s”.", id);
  /* The production is there from the beginning. */
  if (strcmp (table->id, "production") == 0)
    plt_batch_update (batch, table->id, row = 1);
  else
    row = plt_batch_insert (batch, table->id);
  for (guint i = 1; parts[i] != NULL; i++)
    set_cell (batch, table, row, parts[i], names, later);
  if (name != NULL)
    g_hash_table_insert (names, g_strdup (g_strstrip (name)), g_memdup2 (&row, sizeof row));
}

PltBatch *
plt_test_batch (const char *const *lines)
{
  PltBatch *batch = plt_batch_new ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GArray) later = g_array_new (FALSE, FALSE, sizeof (Later));

  g_array_set_clear_func (later, later_clear);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (batch, lines[i], names, later);
  for (guint i = 0; i < later->len; i++)
    {
      const Later *set = &g_array_index (later, Later, i);

      plt_batch_update (batch, set->table->id, set->row);
      plt_batch_set_integer (batch, set->column->id, named_row (names, set->name));
    }
  return batch;
}

/* People, places and the story are invented. */
static const char *const sample[] = {
  "production | director = Maëlle Quéré | company = Films du Goéland | target_seconds = 15:00"
  " | script_version = ^v1 | schedule = ^plan | budget = ^devis",
  "v1: script_version | number = 1 | title = La Traversée | author = Maëlle Quéré",
  "port: location | name = Port du Rosmeur | city = Douarnenez | hospital = CH de Douarnenez"
  " | hospital_minutes = 12 min | permit = accordee | fee_cents = 450,00",
  "studio: location | name = Studio des Plomarc'h | city = Douarnenez | drive_minutes = 25 min",
  "cafe: set | name = CAFÉ | location = @port",
  "salle: set | name = ARRIÈRE-SALLE | parent = @cafe",
  "quai: set | name = QUAI | location = @port",
  "chambre: set | name = CHAMBRE | location = @studio",
  "s1: sequence | number = 1 | int_ext = INT | effect = JOUR | set = @cafe | eighths = 1 2/8"
  " | synopsis = Léa ouvre le café et trouve une lettre.",
  "s2: sequence | number = 2 | int_ext = INT | effect = JOUR | set = @cafe | sub_set = @salle"
  " | eighths = 6/8 | premin_seconds = 0:50 | synopsis = Yann lit la lettre.",
  "s3: sequence | number = 3A | int_ext = EXT | effect = NUIT | set = @quai | eighths = 3/8"
  " | hazards = eau,nuit | synopsis = Le bateau s’éloigne.",
  "s4: sequence | number = 4 | int_ext = INT | effect = NUIT | set = @chambre | eighths = 1"
  " | location = @studio | story_day = J2",
  "script_block | script_version = @v1 | sequence = @s1 | position = 1 | kind = heading"
  " | text = INT. CAFÉ - JOUR | line = 3",
  "action: script_block | script_version = @v1 | sequence = @s1 | position = 2 | kind = action"
  " | text = Léa ouvre la porte. Une lettre est glissée dessous. | line = 5",
  "script_remark | script_version = @v1 | kind = guessed | line = 3 | message = Effect guessed",
  "ro: element_category | code = RO | name = Rôles | family = roles",
  "ac: element_category | code = AC | name = Accessoires | department = Accessoiriste",
  "lea: element | category = @ro | number = 1 | name = LÉA",
  "yann: element | category = @ro | number = 2 | name = YANN",
  "lettre: element | category = @ac | name = Lettre | description = Papier bleu, œillet rouge",
  "sequence_element | sequence = @s1 | element = @lea | costume = 1",
  "sequence_element | sequence = @s1 | element = @lettre | quantity = 2",
  "sequence_element | sequence = @s2 | element = @lea | costume = 1",
  "sequence_element | sequence = @s2 | element = @yann",
  "sequence_element | sequence = @s3 | element = @yann",
  "script_tag | script_block = @action | element = @lettre | start = 24 | length = 6"
  " | text = lettre",
  "script_tag | script_block = @action | element = @lea | start = 0 | length = 3 | text = Léa"
  " | state = a-verifier",
  "script_correction | text = PLUS TARD. | kind = transition",
  "story_day | name = J2 | moment = Le lendemain",
  "costume | role = @lea | number = 1 | description = Ciré jaune | copies = 2",
  "raccord | sequence = @s2 | with_sequence = @s1 | element = @lettre | description = Lettre pliée",
  "sequence_category | sequence = @s4 | category = @ac",
  "element_link | element = @yann | brings = @lettre | quantity = 1",
  "proposal_refusal | word = porte | category = @ac | sequence = @s1",
  "ada: person | last_name = Kerviel-Roux | first_name = Ada | phone = 06 00 00 00 01"
  " | birth_date = 14/03/1994",
  "tom: person | last_name = Étienne | first_name = Tom | drive_minutes = 20 min",
  "artiste: contribution_profile | code = artiste | name = Artiste | employer_e6 = 47,5 %"
  " | account = 42",
  "contribution_rate | profile = @artiste | code = SS | name = Sécurité sociale"
  " | employer_e6 = 9,1 %",
  "engagement | person = @ada | function = Léa | role = @lea | department = interpretation"
  " | profile = @artiste | rate_cents = 350,00 | hmc_minutes = 45",
  "tomeng: engagement | person = @tom | function = Yann | role = @yann"
  " | department = interpretation | rate_cents = 350",
  "plan: schedule | name = Plan 1 | day_minutes = 8 h 00",
  "j1: shooting_day | schedule = @plan | date = 12/05/2026 | start_minutes = 8h30",
  "j2: shooting_day | schedule = @plan | date = 13/05/2026",
  "strip | schedule = @plan | day = @j1 | sequence = @s1 | minutes = 3 h",
  "availability | person = @ada | from_date = 14/05/2026 | to_date = 17/05/2026",
  "event | date = 11/05/2026 | kind = essayage | element = @lea | start_minutes = 14h00",
  "presence_code | meaning = tourne | letter = X | international = W",
  "presence | day = @j2 | element = @lea | meaning = attente",
  "calendar_period | name = Vacances de printemps | kind = vacances-scolaires"
  " | from_date = 18/04/2026 | to_date = 03/05/2026",
  "sequence_order | sequence = @s1 | other = @s2 | reason = La lettre est pliée ensuite",
  "plan_weight | code = jour | price_cents = 12 000",
  "schedule_change | schedule = @plan | sequence = @s3 | number = 3A | from_text = J1 | to_text = "
  "J2"
  " | author = Maëlle Quéré | reason = Marée",
  "effect_color | effect = int-jour | fill = #ffffff",
  "strip | schedule = @plan | day = @j1 | kind = repas | text = Repas | minutes = 60",
  "strip | schedule = @plan | day = @j1 | sequence = @s2 | locked = oui",
  "strip | schedule = @plan | day = @j2 | sequence = @s3",
  "strip | schedule = @plan | sequence = @s4",
  "devis: budget | name = Devis 1 | overheads_e6 = 7 % | contingency_e6 = 5 % | date = 02/02/2026",
  "budget_global | budget = @devis | name = jours | value = 2",
  "p3: account | budget = @devis | code = 3 | name = Interprétation | mark = cnc",
  "p31: account | budget = @devis | code = 31 | name = Rôles | parent = @p3",
  "budget_line | budget = @devis | account = @p31 | label = Léa | quantity = 1 | duration = jours"
  " | unit = cachet | rate_cents = 350 | profile = @artiste | role = @lea",
  "budget_line | budget = @devis | account = @p31 | label = Yann | duration = 1 | unit = cachet"
  " | rate_cents = 350 | role = @yann | engagement = @tomeng | vat_e6 = 20 %",
  "budget_transfer | budget = @devis | date = 03/03/2026 | from_account = @p31 | to_account = @p3"
  " | amount_cents = 150 | reason = Répétitions annulées",
  "region: funding_source | name = Région | group = regions | amount_cents = 12 000"
  " | status = acquis",
  "apport: funding_source | name = Apport | group = apports-producteurs | amount_cents = 3000",
  "versement: instalment | funding_source = @region | label = Signature | share_e6 = 70 %",
  "instalment | funding_source = @region | label = Solde | share_e6 = 30 % | event = livraison"
  " | offset_days = 30",
  "cash_entry | date = 01/03/2026 | label = Premier versement | amount_cents = 8400"
  " | instalment = @versement",
  "cash_entry | date = 20/05/2026 | label = Cachets | amount_cents = -700 | account = @p31"
  " | kind = reel",
  "funding_status | funding_source = @region | date = 01/02/2026 | status = confirme"
  " | amount_cents = 12 000 | note = Lettre du président",
  "demande: funding_application | name = Fonds de soutien | scheme = region-long"
  " | funding_source = @region | asked_cents = 15 000 | deadline_date = 15/01/2026 | answer = "
  "accorde"
  " | granted_cents = 12 000",
  "application_document | funding_application = @demande | name = Devis signé | provided = oui",
  "payment_profile | code = F30 | name = Fournisseur à 30 jours | term_days = 30"
  " | end_of_month = oui",
  "relais: credit_line | name = Crédit relais | bank = Banque du Port | funding_source = @region"
  " | limit_cents = 8 000 | mobilised_e6 = 80 % | interest_e6 = 5,2 %",
  "bank_entry | date = 02/03/2026 | label = VIR REGION | amount_cents = 8400",
  "sans: scenario | name = Sans la région",
  "scenario_change | scenario = @sans | funding_source = @region",
  "parameter | name = credit-impot.ordre | value = plafond-avant-subventions",
  "feuille: call_sheet | day = @j1 | number = 1 | pat_minutes = 8h30 | crew_minutes = 7h30"
  " | weather = Éclaircies",
  "call | call_sheet = @feuille | group = comediens | person = @ada | role = @lea"
  " | sequences = 1, 2 | pickup_minutes = 6h45 | travel = pick-up",
  "call | call_sheet = @feuille | group = equipe | function = Équipe image | count = 4",
  "call_note | call_sheet = @feuille | department = Accessoires | text = Deux lettres bleues",
  "prepa: task | name = Repérages | phase = preparation | start_date = 02/03/2026"
  " | end_date = 06/03/2026 | duration_days = 5 | progress_e6 = 50 %",
  "permis: task | name = Autorisations | parent = @prepa | milestone = oui",
  "sheet_delivery | call_sheet = @feuille | person = @ada | means = courriel | date = 28/02/2026",
  "insurance | insurer = Assurances de la Baie | number = TRP 4471 | from_date = 01/02/2026"
  " | to_date = 30/06/2026 | excluded = hauteur | deductible_cents = 1 500,00",
  "van: vehicle | name = Minibus | plate = AB-123-CD | seats = 8",
  "ramassage: movement | date = 01/03/2026 | number = 1 | vehicle = @van | driver = @ada",
  "movement_stop | movement = @ramassage | person = @ada | stop_minutes = 6h45",
  "travel | person = @ada | from_date = 28/02/2026 | from_place = Nantes | to_place = Brest",
  "rapport: day_report | date = 12/05/2026 | day = @j1 | pat_minutes = 8h40 | end_minutes = 18h10",
  "log_entry | day_report = @rapport | sequence = @s1 | shot = 2 | take = 3 | kept = oui",
  "day_delay | day_report = @rapport | delay_minutes = 0h20 | cause = meteo",
  "media_card | day_report = @rapport | name = A001 | size_mb = 240 000 | backups = 2",
  "incident | date = 01/03/2026 | name = Chute d'un projecteur | lost_minutes = 0h15",
  "work_hours | person = @tom | date = 01/03/2026 | start_minutes = 7h30 | end_minutes = 18h",
  "conformity | sequence = @s1 | criterion = accessibilite | state = conforme",
  "semaine: task_calendar | name = Cinq jours",
  "calendar_closing | task_calendar = @semaine | name = Fermeture d'été"
  " | from_date = 01/08/2026 | to_date = 16/08/2026",
  "task_link | task = @permis | predecessor = @prepa | lag_days = 2",
  "task_person | task = @prepa | person = @ada | function = Repéreuse",
  "room_booking | task = @prepa | room = Salle 2 | from_date = 02/03/2026",
  "base: baseline | name = Feu vert | date = 01/02/2026",
  "baseline_task | baseline = @base | task = @prepa | start_date = 02/03/2026",
  "vue: screening | name = Premier bout à bout | date = 01/06/2026",
  "screening_note | screening = @vue | timecode = 00:12:03 | text = Trop long",
  "referential | name = temps-de-travail | title = Temps de travail | version = 2026-01"
  " | effective_date = 01/01/2026",
  NULL,
};

const char *const *
plt_test_sample (void)
{
  return sample;
}

PltStore *
plt_test_store_sample (void)
{
  return plt_test_store_lines (sample);
}

PltStore *
plt_test_store_lines (const char *const *lines)
{
  g_autoptr (PltBatch) batch = plt_test_batch (lines);

  return make_store (batch);
}

/* ---- a feature ---- */

PltStore *
plt_test_store_feature (guint n_sequences, guint n_occurrences)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  guint n_elements = 200, n_sets = 40, n_days = 30;
  gint64 first_set = 0, first_element = 0, first_sequence = 0, category = 0, schedule, day = 0;

  for (guint i = 0; i < n_sets; i++)
    {
      g_autofree char *name = g_strdup_printf ("DÉCOR %u", i + 1);
      gint64 set = plt_batch_insert (batch, "set");

      first_set = i == 0 ? set : first_set;
      plt_batch_set_text (batch, "name", name);
    }
  for (guint i = 0; i < n_elements; i++)
    {
      g_autofree char *name = g_strdup_printf ("Élément %u", i + 1);
      g_autofree char *code = g_strdup_printf ("C%u", i / 20 + 1);
      gint64 element;

      if (i % 20 == 0)
        {
          category = plt_batch_insert (batch, "element_category");
          plt_batch_set_text (batch, "code", code);
          plt_batch_set_text (batch, "name", name);
        }
      element = plt_batch_insert (batch, "element");
      /* Handles count down over all rows: elements are found by their place below. */
      first_element = i == 0 ? element : first_element;
      plt_batch_set_integer (batch, "category", category);
      plt_batch_set_text (batch, "name", name);
    }
  for (guint i = 0; i < n_sequences; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      gint64 sequence = plt_batch_insert (batch, "sequence");

      first_sequence = i == 0 ? sequence : first_sequence;
      plt_batch_set_text (batch, "number", number);
      plt_batch_set_text (batch, "int_ext", i % 3 == 0 ? "EXT" : "INT");
      plt_batch_set_text (batch, "effect", i % 4 == 0 ? "NUIT" : "JOUR");
      plt_batch_set_text (batch, "synopsis", "Ils se retrouvent et ne se disent pas tout.");
      plt_batch_set_integer (batch, "set", first_set - (gint64) (i * 7 % n_sets));
      plt_batch_set_integer (batch, "eighths", i % 13 + 1);
    }
  for (guint i = 0; i < n_occurrences; i++)
    {
      guint sequence = i % n_sequences;
      guint element = (sequence * 11 + i / n_sequences * 7) % n_elements;

      plt_batch_insert (batch, "sequence_element");
      plt_batch_set_integer (batch, "sequence", first_sequence - (gint64) sequence);
      plt_batch_set_integer (batch, "element", first_element - (gint64) (element + element / 20));
    }
  schedule = plt_batch_insert (batch, "schedule");
  plt_batch_set_text (batch, "name", "Plan");
  for (guint i = 0; i < n_sequences; i++)
    {
      if (i % (n_sequences / n_days + 1) == 0)
        {
          day = plt_batch_insert (batch, "shooting_day");
          plt_batch_set_integer (batch, "schedule", schedule);
        }
      plt_batch_insert (batch, "strip");
      plt_batch_set_integer (batch, "schedule", schedule);
      plt_batch_set_integer (batch, "day", day);
      plt_batch_set_integer (batch, "sequence", first_sequence - (gint64) i);
    }
  return make_store (batch);
}

/* ---- looking ---- */

static GError *last_error = NULL;

GError **
plt_test_error (void)
{
  g_clear_error (&last_error);
  return &last_error;
}

gint64
plt_test_checked_id (gint64 id)
{
  g_assert_no_error (last_error);
  g_assert_cmpint (id, !=, 0);
  return id;
}

gint64
plt_test_find (PltStore *store, const char *table, const char *label)
{
  g_autoptr (GError) error = NULL;
  gint64 id = plt_rows_find_label (store, plt_table_find (table), label, &error);

  g_assert_no_error (error);
  return id;
}

char *
plt_test_cell (PltStore *store, const char *table, gint64 id, const char *column)
{
  const PltTable *t = plt_table_find (table);
  const PltColumn *c = plt_table_column (t, column);
  guint n = plt_table_n_columns (t);
  g_autofree PltValue *values = g_new0 (PltValue, n);
  g_autoptr (GError) error = NULL;
  gboolean found = plt_rows_read (store, t, id, values, &error);
  const PltValue *value = &values[c - t->columns];
  char *text = NULL;

  g_assert_no_error (error);
  if (found)
    text = c->type == PLT_COLUMN_REFERENCE ? plt_store_format_value (store, c, value)
                                           : plt_column_format_edit (c, value);
  for (guint i = 0; i < n; i++)
    plt_value_clear (&values[i]);
  return text;
}

char *
plt_test_rows (PltStore *store, const char *table, const char *column)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = plt_rows_ids (store, plt_table_find (table), NULL, 0, NULL, &error);
  GString *rows = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *cell = plt_test_cell (store, table, g_array_index (ids, gint64, i), column);

      g_string_append_printf (rows, "%s%s", i == 0 ? "" : "|", cell);
    }
  return g_string_free (rows, FALSE);
}

char *
plt_test_model (PltQueryModel *model, const char *column)
{
  const PltTable *table = plt_query_model_get_table (model);
  GString *rows = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (PltRecord) record = g_list_model_get_item (G_LIST_MODEL (model), i);
      g_autofree char *cell = plt_column_format_edit (plt_table_column (table, column),
                                                      plt_record_get (record, column));

      g_string_append_printf (rows, "%s%s", i == 0 ? "" : "|", cell);
    }
  return g_string_free (rows, FALSE);
}

void
plt_assert_undo_redo_at (
    const char *file, int line, const char *function, PltStore *store, const char *before)
{
  g_autofree char *after = plt_store_checksum (store);

  if (strcmp (before, after) == 0)
    g_assertion_message (G_LOG_DOMAIN, file, line, function, "The command changed nothing.");
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *now = NULL;
      gboolean done = i % 2 == 0 ? plt_store_undo (store, &error) : plt_store_redo (store, &error);

      if (!done)
        g_assertion_message_error (G_LOG_DOMAIN, file, line, function, "undo or redo", error,
                                   error->domain, 0);
      now = plt_store_checksum (store);
      if (strcmp (now, i % 2 == 0 ? before : after) != 0)
        g_assertion_message_cmpstr (G_LOG_DOMAIN, file, line, function,
                                    i % 2 == 0 ? "checksum after undo" : "checksum after redo", now,
                                    "==", i % 2 == 0 ? before : after);
    }
}

guint
plt_test_n_steps (PltStore *store)
{
  g_autoptr (GPtrArray) history = plt_store_history (store);

  return history->len;
}

void
plt_test_fixture_set_up (PltTestFixture *self, gconstpointer data)
{
  self->store = plt_test_store_sample ();
  self->before = plt_store_checksum (self->store);
}

void
plt_test_fixture_tear_down (PltTestFixture *self, gconstpointer data)
{
  g_free (self->before);
  g_assert_finalize_object (self->store);
}
