#include "plt-test-film.h"

#include <string.h>

static void
add_places (PltFacts *facts)
{
  static const gint64 places[] = { FILM_PLACE_PORT, FILM_PLACE_HOUSE, 99 };
  PltSetFacts *set;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    (void) PLT_FACTS_ADD (facts->locations, PltLocationFacts, places[i]);
  for (guint i = 0; i < facts->locations.n; i++)
    {
      PltLocationFacts *place = &facts->locations.items[i];

      place->name = i == 0 ? "Port" : i == 1 ? "Maison" : "Ailleurs";
      place->address = place->postcode = place->city = place->contact = place->phone = "";
      place->hospital = i == 0 ? "Hôpital du Port" : "";
      place->hospital_phone = place->parking = place->access = place->base_camp = place->note = "";
      place->permit = i == 0 ? "accordee" : "inutile";
      place->permit_from = place->permit_to = PLT_DATE_NONE;
      place->latitude_e6 = i == 0 ? 48856600 : PLT_UNKNOWN;
      place->longitude_e6 = i == 0 ? 2352200 : PLT_UNKNOWN;
      place->hospital_minutes = place->drive_minutes = place->fee_cents = PLT_UNKNOWN;
    }
  set = PLT_FACTS_ADD (facts->sets, PltSetFacts, FILM_SET_QUAY);
  set->name = "QUAI";
  set->note = "";
  set->location = FILM_PLACE_PORT;
  set = PLT_FACTS_ADD (facts->sets, PltSetFacts, FILM_SET_KITCHEN);
  set->name = "CUISINE";
  set->note = "";
  set->location = FILM_PLACE_HOUSE;
}

static void
add_sequence (PltFacts *facts,
              gint64 id,
              const char *number,
              const char *int_ext,
              const char *effect,
              gint64 set,
              gint64 seconds,
              gint64 minutes)
{
  PltSequenceFacts *sequence = PLT_FACTS_ADD (facts->sequences, PltSequenceFacts, id);

  sequence->number = number;
  sequence->int_ext = int_ext;
  sequence->effect = effect;
  sequence->set = set;
  sequence->story_day = sequence->synopsis = sequence->hazards = sequence->note = "";
  sequence->episode = "";
  sequence->page = PLT_UNKNOWN;
  sequence->status = "a-tourner";
  sequence->eighths = 4;
  sequence->premin_seconds = seconds;
  sequence->estimate_seconds = 50;
  sequence->shooting_minutes = minutes;
  sequence->shots = PLT_UNKNOWN;
}

static void
add_category (PltFacts *facts, gint64 id, const char *code, const char *family)
{
  PltCategoryFacts *category = PLT_FACTS_ADD (facts->categories, PltCategoryFacts, id);

  category->code = category->name = code;
  category->department = category->color = "";
  category->hazard = strcmp (code, "AN") == 0 ? "animal" : "";
  category->family = family;
}

static void
add_element (PltFacts *facts, gint64 id, gint64 category, gint64 number, const char *name)
{
  PltElementFacts *element = PLT_FACTS_ADD (facts->elements, PltElementFacts, id);

  element->category = category;
  element->number = number;
  element->name = name;
  element->description = "";
}

static void
occurs (PltFacts *facts, gint64 sequence, gint64 element, gint64 quantity)
{
  PltOccurrenceFacts *occurrence
      = PLT_FACTS_ADD (facts->occurrences, PltOccurrenceFacts, (gint64) facts->occurrences.n + 1);

  occurrence->sequence = sequence;
  occurrence->element = element;
  occurrence->quantity = quantity;
  occurrence->costume = occurrence->note = "";
}

static void
add_day (PltFacts *facts, gint64 id, PltDate date, gint64 start, gint64 end)
{
  PltDayFacts *day = PLT_FACTS_ADD (facts->days, PltDayFacts, id);

  day->schedule = FILM_SCHEDULE;
  day->position = id * 1024;
  day->date = date;
  day->kind = "tournage";
  day->unit = 1;
  day->start_minutes = start;
  day->end_minutes = end;
  day->meal_minutes = start + 240;
  day->note = "";
}

static void
add_strip (PltFacts *facts, gint64 id, gint64 day, gint64 sequence)
{
  PltStripFacts *strip = PLT_FACTS_ADD (facts->strips, PltStripFacts, id);

  strip->schedule = FILM_SCHEDULE;
  strip->day = day;
  strip->position = id * 1024;
  strip->kind = "sequence";
  strip->sequence = sequence;
  strip->text = strip->part = strip->shot = strip->note = "";
  strip->minutes = PLT_UNKNOWN;
}

static void
add_account (PltFacts *facts, gint64 id, const char *code, gint64 parent)
{
  PltAccountFacts *account = PLT_FACTS_ADD (facts->accounts, PltAccountFacts, id);

  account->budget = FILM_BUDGET;
  account->code = account->name = code;
  account->parent = parent;
  account->mark = "cnc";
}

static void
add_line (PltFacts *facts,
          gint64 id,
          gint64 account,
          const char *label,
          const char *quantity,
          const char *duration,
          PltMoney rate,
          gint64 profile,
          gint64 role,
          const char *phase)
{
  PltLineFacts *line = PLT_FACTS_ADD (facts->lines, PltLineFacts, id);

  line->budget = FILM_BUDGET;
  line->account = account;
  line->code = line->event = line->note = "";
  line->times = line->rate_formula = line->payee = line->function = line->scale = "";
  line->link_quantity = line->link_duration = line->link_rate = "";
  line->label = label;
  line->quantity = quantity;
  line->duration = duration;
  line->unit = "jour";
  line->rate_cents = rate;
  line->phase = phase;
  line->mode = "numeraire";
  line->profile = profile;
  line->vat_e6 = PLT_UNKNOWN;
  line->tax_credit = "oui";
  line->role = role;
  line->offset_days = PLT_UNKNOWN;
  line->payment_date = PLT_DATE_NONE;
}

static void
add_money (PltFacts *facts)
{
  PltBudgetFacts *budget = PLT_FACTS_ADD (facts->budgets, PltBudgetFacts, FILM_BUDGET);
  PltGlobalFacts *global = PLT_FACTS_ADD (facts->globals, PltGlobalFacts, 1);
  PltProfileFacts *profile = PLT_FACTS_ADD (facts->profiles, PltProfileFacts, 1);

  budget->name = "Devis";
  budget->template_name = budget->status = "";
  budget->overheads_base = budget->contingency_base = budget->producer_base = "postes-1-9";
  budget->financial_base = "postes-1-9";
  budget->overheads_mode = budget->contingency_mode = budget->producer_mode = "numeraire";
  budget->financial_mode = "numeraire";
  budget->producer_account = budget->financial_account = budget->note = "";
  budget->producer_e6 = budget->financial_e6 = budget->ceiling_cents = PLT_UNKNOWN;
  budget->date = PLT_DATE_NONE;
  budget->overheads_e6 = 70000;
  budget->contingency_e6 = 100000;
  global->budget = FILM_BUDGET;
  global->name = "SEM_PREPA";
  global->value = "1,5";
  global->label = "";
  profile->code = profile->name = "artiste";
  profile->method = "global";
  profile->deduction = "";
  profile->accident_e6 = profile->mobility_e6 = PLT_UNKNOWN;
  profile->employer_e6 = 559000;
  profile->account = "44";
  add_account (facts, 1, "2", 0);
  add_account (facts, 2, "22", 1);
  add_account (facts, 3, "3", 0);
  add_account (facts, 4, "31", 3);
  add_account (facts, 5, "4", 0);
  add_account (facts, 6, "44", 5);
  add_line (facts, 1, 2, "Réalisateur", "1", "SEM_PREPA", 100000, 0, 0, "preparation");
  add_line (facts, 2, 4, "Nora", "1", "jours(role)", 41825, 1, FILM_NORA, "tournage");
  add_line (facts, 3, 4, "Figuration", "1", "figurants", 10700, 1, 0, "tournage");
}

/* The film: J1 Monday 12 April 2027 holds 1 (quay, exterior day, 1 min 30, 2 h) and 2 (kitchen,
 * interior day, no préminutage, 1 h); J2 the day after holds 3 (quay, exterior night, 1 min, 3 h);
 * 4 is not placed. Nora is in 1, 2 and 3, Milo in 3 and 4, ten extras in 1 and six of them in 2,
 * the dog in 4. */
PltFacts *
film_new (void)
{
  PltFacts *facts = plt_facts_new ();
  PltScheduleFacts *schedule;

  facts->production.id = 1;
  facts->production.agreement = "3097";
  facts->production.schedule = FILM_SCHEDULE;
  facts->production.budget = FILM_BUDGET;
  facts->production.delivery_date = plt_date_from_ymd (2027, 6, 30);
  add_places (facts);
  add_sequence (facts, 1, "1", "EXT", "JOUR", FILM_SET_QUAY, 90, 120);
  add_sequence (facts, 2, "2", "INT", "JOUR", FILM_SET_KITCHEN, PLT_UNKNOWN, 60);
  add_sequence (facts, 3, "3", "EXT", "NUIT", FILM_SET_QUAY, 60, 180);
  add_sequence (facts, 4, "4", "INT", "JOUR", FILM_SET_KITCHEN, 30, PLT_UNKNOWN);
  add_category (facts, 1, "RO", "roles");
  add_category (facts, 2, "FI", "figuration");
  add_category (facts, 3, "AN", "animaux");
  add_element (facts, FILM_NORA, 1, 1, "NORA");
  add_element (facts, FILM_MILO, 1, 2, "MILO");
  add_element (facts, FILM_CROWD, 2, PLT_UNKNOWN, "Dockers");
  add_element (facts, FILM_DOG, 3, PLT_UNKNOWN, "Chien");
  occurs (facts, 1, FILM_NORA, PLT_UNKNOWN);
  occurs (facts, 2, FILM_NORA, PLT_UNKNOWN);
  occurs (facts, 3, FILM_NORA, PLT_UNKNOWN);
  occurs (facts, 3, FILM_MILO, PLT_UNKNOWN);
  occurs (facts, 4, FILM_MILO, PLT_UNKNOWN);
  occurs (facts, 1, FILM_CROWD, 10);
  occurs (facts, 2, FILM_CROWD, 6);
  occurs (facts, 4, FILM_DOG, PLT_UNKNOWN);
  schedule = PLT_FACTS_ADD (facts->schedules, PltScheduleFacts, FILM_SCHEDULE);
  schedule->name = "Plan";
  schedule->status = "";
  schedule->published_date = PLT_DATE_NONE;
  schedule->day_minutes = 540;
  add_day (facts, FILM_DAY_1, plt_date_from_ymd (2027, 4, 12), 540, 1140);
  add_day (facts, FILM_DAY_2, plt_date_from_ymd (2027, 4, 13), 1080, 1620);
  add_strip (facts, 1, FILM_DAY_1, 1);
  add_strip (facts, 2, FILM_DAY_1, 2);
  add_strip (facts, 3, FILM_DAY_2, 3);
  add_money (facts);
  return facts;
}

gint64
film_say (PltFacts *facts, gint64 sequence, const char *kind, const char *text)
{
  PltBlockFacts *block = PLT_FACTS_ADD (facts->blocks, PltBlockFacts, (gint64) facts->blocks.n + 1);

  block->script_version = 1;
  block->sequence = sequence;
  block->position = block->id * 1024;
  block->kind = kind;
  block->text = g_string_chunk_insert (facts->strings, text);
  return block->id;
}

/* ---- edits ---- */

static gint64 next_id = 1000;

static gint64
number (const PltEdit *edit, const char *column, GHashTable *ids, gint64 otherwise)
{
  for (guint i = 0; i < edit->values->len; i++)
    {
      const PltEditValue *value = &g_array_index (edit->values, PltEditValue, i);

      if (!g_str_equal (value->column->id, column))
        continue;
      if (value->value.kind == PLT_VALUE_INTEGER && value->value.integer < 0)
        return (gint64) (gintptr) g_hash_table_lookup (ids,
                                                       PLT_ID_TO_POINTER (value->value.integer));
      return value->value.kind == PLT_VALUE_INTEGER ? value->value.integer : otherwise;
    }
  return otherwise;
}

static const char *
text (PltFacts *facts, const PltEdit *edit, const char *column)
{
  for (guint i = 0; i < edit->values->len; i++)
    {
      const PltEditValue *value = &g_array_index (edit->values, PltEditValue, i);

      if (g_str_equal (value->column->id, column))
        return g_string_chunk_insert (facts->strings, plt_value_get_text (&value->value));
    }
  return "";
}

static void
insert (PltFacts *facts, const PltEdit *edit, GHashTable *ids)
{
  const char *table = edit->table->id;
  gint64 id = next_id++;

  g_hash_table_insert (ids, PLT_ID_TO_POINTER (edit->id), PLT_ID_TO_POINTER (id));
  if (g_str_equal (table, "element"))
    add_element (facts, id, number (edit, "category", ids, 0), PLT_UNKNOWN,
                 text (facts, edit, "name"));
  else if (g_str_equal (table, "sequence_element"))
    {
      PltOccurrenceFacts *row = PLT_FACTS_ADD (facts->occurrences, PltOccurrenceFacts, id);

      row->sequence = number (edit, "sequence", ids, 0);
      row->element = number (edit, "element", ids, 0);
      row->quantity = number (edit, "quantity", ids, PLT_UNKNOWN);
      row->costume = row->note = "";
    }
  else if (g_str_equal (table, "script_tag"))
    {
      PltTagFacts *row = PLT_FACTS_ADD (facts->tags, PltTagFacts, id);

      row->script_block = number (edit, "script_block", ids, 0);
      row->element = number (edit, "element", ids, 0);
      row->start = number (edit, "start", ids, -1);
      row->length = number (edit, "length", ids, -1);
      row->text = text (facts, edit, "text");
      row->state = text (facts, edit, "state");
    }
  else if (g_str_equal (table, "sequence_category"))
    {
      PltBoxFacts *row = PLT_FACTS_ADD (facts->boxes, PltBoxFacts, id);

      row->sequence = number (edit, "sequence", ids, 0);
      row->category = number (edit, "category", ids, 0);
      row->state = text (facts, edit, "state");
      row->note = "";
    }
  else if (g_str_equal (table, "proposal_refusal"))
    {
      PltRefusalFacts *row = PLT_FACTS_ADD (facts->refusals, PltRefusalFacts, id);

      row->word = text (facts, edit, "word");
      row->category = number (edit, "category", ids, 0);
      row->sequence = number (edit, "sequence", ids, 0);
    }
  else
    g_error ("the film has no %s", table);
}

static void
update (PltFacts *facts, const PltEdit *edit, GHashTable *ids)
{
  gint64 id = edit->id > 0
                  ? edit->id
                  : (gint64) (gintptr) g_hash_table_lookup (ids, PLT_ID_TO_POINTER (edit->id));

  if (g_str_equal (edit->table->id, "sequence"))
    ((PltSequenceFacts *) PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, id))->hazards
        = text (facts, edit, "hazards");
  else if (g_str_equal (edit->table->id, "sequence_element"))
    ((PltOccurrenceFacts *) PLT_FACTS_FIND (facts->occurrences, PltOccurrenceFacts, id))->quantity
        = number (edit, "quantity", ids, PLT_UNKNOWN);
  else
    g_error ("%s of the film is not changed", edit->table->id);
}

/* The last row takes the place of the one that goes. */
#define DROP(list, Type, id_)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    Type *gone = (Type *) PLT_FACTS_FIND (list, Type, id_);                                        \
                                                                                                   \
    g_assert_nonnull (gone);                                                                       \
    *gone = (list).items[--(list).n];                                                              \
    g_hash_table_remove ((list).index, PLT_ID_TO_POINTER (id_));                                   \
    if (gone != &(list).items[(list).n])                                                           \
      g_hash_table_insert ((list).index, PLT_ID_TO_POINTER (gone->id),                             \
                           GUINT_TO_POINTER ((guint) (gone - (list).items) + 1));                  \
  }                                                                                                \
  G_STMT_END

static void
drop (PltFacts *facts, const PltEdit *edit)
{
  if (g_str_equal (edit->table->id, "sequence_element"))
    DROP (facts->occurrences, PltOccurrenceFacts, edit->id);
  else if (g_str_equal (edit->table->id, "script_tag"))
    DROP (facts->tags, PltTagFacts, edit->id);
  else if (g_str_equal (edit->table->id, "sequence_category"))
    DROP (facts->boxes, PltBoxFacts, edit->id);
  else
    g_error ("%s of the film does not go", edit->table->id);
}

void
film_apply (PltFacts *facts, const PltBatch *batch)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++)
    {
      const PltEdit *edit = plt_batch_get_edit (batch, i);

      if (edit->kind == PLT_EDIT_INSERT)
        insert (facts, edit, ids);
      else if (edit->kind == PLT_EDIT_UPDATE)
        update (facts, edit, ids);
      else
        drop (facts, edit);
    }
  plt_facts_index (facts);
}
