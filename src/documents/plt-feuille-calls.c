/* Feuille de service: who is called. */
#include <string.h>

#include "plt-feuille-private.h"
#include "plt-text.h"

#define ADULT 18
#define N_GROUPS 14

static const PltCallFacts *
call_at (const PltFeuille *self, guint i)
{
  return &g_array_index (self->calls, PltCallFacts, i);
}

static PltRef
call_ref (const PltCallFacts *call, const char *column)
{
  if (call->id == 0)
    return (PltRef){ NULL, 0, NULL };
  return (PltRef){ "call", call->id, column };
}

static void
add_clock (PltDocTable *table, const PltCallFacts *call, const char *column, gint64 minutes)
{
  plt_doc_cell_ref (plt_doc_table_clock (table, minutes), call_ref (call, column));
}

static gboolean
has_group (const PltFeuille *self, const char *group)
{
  for (guint i = 0; i < self->calls->len; i++)
    if (strcmp (call_at (self, i)->group, group) == 0)
      return TRUE;
  return FALSE;
}

/* Age on the day, PLT_UNKNOWN without a date of birth. */
static gint64
age_of (const PltFeuille *self, const PltPersonFacts *person)
{
  PltDate date = self->day->day->date;
  int year, month, day, born_year, born_month, born_day;

  if (person == NULL || person->birth_date == PLT_DATE_NONE || date == PLT_DATE_NONE)
    return PLT_UNKNOWN;
  plt_date_to_ymd (date, &year, &month, &day);
  plt_date_to_ymd (person->birth_date, &born_year, &born_month, &born_day);
  return year - born_year - (month < born_month || (month == born_month && day < born_day));
}

static char *
cast_remark (const PltFeuille *self, const PltCallFacts *call, const PltPersonFacts *person)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gint64 age = age_of (self, person);
  gboolean picked_up = strcmp (call->travel, "pick-up") == 0 || call->pickup_minutes != PLT_UNKNOWN;

  if (age != PLT_UNKNOWN && age < ADULT)
    g_ptr_array_add (parts, g_strdup_printf ("MINEUR, %d ans", (int) age));
  if (strcmp (call->travel, "propres-moyens") == 0)
    g_ptr_array_add (parts, g_strdup ("Propres moyens"));
  else if (picked_up && *call->pickup_place != '\0')
    g_ptr_array_add (parts, g_strdup_printf ("Pick-up : %s", call->pickup_place));
  if (*call->remark != '\0')
    g_ptr_array_add (parts, g_strdup (call->remark));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (". ", (char **) parts->pdata);
}

static const PltDocColumn cast_columns[] = {
  { .title = "N°", .id = "numero", .width = 20 },
  { .title = "Rôle", .id = "role", .weight = 2, .min = 58 },
  { .title = "Comédien", .id = "comedien", .weight = 2, .min = 66 },
  { .title = "Séq.", .id = "sequences", .weight = 1, .min = 38 },
  { .title = "Cost.", .id = "costume", .width = 26 },
  { .title = "Pick-up", .id = "pickup", .width = 37 },
  { .title = "Arrivée", .id = "arrivee", .width = 37 },
  { .title = "HMC", .id = "hmc", .width = 32 },
  { .title = "PAT", .id = "pat", .width = 34 },
  { .title = "Fin", .id = "fin", .width = 34 },
  { .title = "Remarques", .id = "remarques", .weight = 3, .min = 84 },
};

static void
add_actor (const PltFeuille *self, PltDocTable *table, const PltCallFacts *call)
{
  const PltFacts *facts = self->source.facts;
  const PltElementFacts *role = PLT_FACTS_FIND (facts->elements, PltElementFacts, call->role);
  const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, call->person);
  g_autofree char *name
      = person != NULL ? plt_facts_person_name (person) : g_strdup ("à distribuer");
  g_autofree char *remark = cast_remark (self, call, person);
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  cell = plt_doc_table_number (table, role != NULL ? role->number : PLT_UNKNOWN, 0);
  plt_doc_cell_style (cell, "cell.center");
  cell = plt_doc_table_text (table, role != NULL ? role->name : call->function);
  plt_doc_cell_style (cell, "cell.strong");
  plt_doc_cell_ref (cell, call_ref (call, "role"));
  cell = plt_doc_table_text (table, name);
  plt_doc_cell_ref (cell, call_ref (call, "person"));
  if (person == NULL)
    plt_doc_cell_style (cell, "cell.warning");
  plt_doc_cell_ref (plt_doc_table_text (table, call->sequences), call_ref (call, "sequences"));
  cell = plt_doc_table_text (table, call->costume);
  plt_doc_cell_style (cell, "cell.center");
  plt_doc_cell_ref (cell, call_ref (call, "costume"));
  add_clock (table, call, "pickup_minutes", call->pickup_minutes);
  add_clock (table, call, "arrival_minutes", call->arrival_minutes);
  add_clock (table, call, "hmc_minutes", call->hmc_minutes);
  cell = plt_doc_table_clock (table, call->pat_minutes);
  plt_doc_cell_style (cell, "cell.strong");
  plt_doc_cell_ref (cell, call_ref (call, "pat_minutes"));
  add_clock (table, call, "end_minutes", call->end_minutes);
  plt_doc_cell_ref (plt_doc_table_text (table, remark), call_ref (call, "remark"));
}

static void
add_cast (const PltFeuille *self, PltDocument *document)
{
  PltDocTable *table;

  if (!has_group (self, "comediens"))
    return;
  plt_document_heading (document, 3, "Comédiens", (PltRef){ NULL, 0, NULL });
  table = plt_document_table (document, "Comédiens", cast_columns, G_N_ELEMENTS (cast_columns));
  for (guint i = 0; i < self->calls->len; i++)
    if (strcmp (call_at (self, i)->group, "comediens") == 0)
      add_actor (self, table, call_at (self, i));
}

static const PltDocColumn crowd_columns[] = {
  { .title = "Nb", .id = "nombre", .width = 24 },
  { .title = "Silhouettes, figuration", .id = "groupe", .weight = 3, .min = 110 },
  { .title = "Séq.", .id = "sequences", .weight = 1, .min = 40 },
  { .title = "Cost.", .id = "costume", .width = 32 },
  { .title = "Arrivée", .id = "arrivee", .width = 37 },
  { .title = "HMC", .id = "hmc", .width = 34 },
  { .title = "PAT", .id = "pat", .width = 34 },
  { .title = "Fin", .id = "fin", .width = 34 },
  { .title = "Remarques", .id = "remarques", .weight = 3, .min = 90 },
};

static void
add_crowd (const PltFeuille *self, PltDocument *document)
{
  const PltFacts *facts = self->source.facts;
  PltDocTable *table;

  if (!has_group (self, "figuration"))
    return;
  plt_document_heading (document, 3, "Silhouettes, doublures, figuration",
                        (PltRef){ NULL, 0, NULL });
  table = plt_document_table (document, "Figuration", crowd_columns, G_N_ELEMENTS (crowd_columns));
  for (guint i = 0; i < self->calls->len; i++)
    {
      const PltCallFacts *call = call_at (self, i);
      const PltElementFacts *role = PLT_FACTS_FIND (facts->elements, PltElementFacts, call->role);
      const char *name = *call->function != '\0' || role == NULL ? call->function : role->name;
      PltDocCell *cell;

      if (strcmp (call->group, "figuration") != 0)
        continue;
      plt_doc_table_row (table, "row.normal");
      cell = plt_doc_table_number (table, call->count, 0);
      plt_doc_cell_style (cell, "cell.center");
      plt_doc_cell_ref (cell, call_ref (call, "count"));
      cell = plt_doc_table_text (table, name);
      plt_doc_cell_style (cell, "cell.strong");
      plt_doc_cell_ref (cell, call_ref (call, "function"));
      plt_doc_cell_ref (plt_doc_table_text (table, call->sequences), call_ref (call, "sequences"));
      plt_doc_cell_ref (plt_doc_table_text (table, call->costume), call_ref (call, "costume"));
      add_clock (table, call, "arrival_minutes", call->arrival_minutes);
      add_clock (table, call, "hmc_minutes", call->hmc_minutes);
      cell = plt_doc_table_clock (table, call->pat_minutes);
      plt_doc_cell_style (cell, "cell.strong");
      plt_doc_cell_ref (cell, call_ref (call, "pat_minutes"));
      add_clock (table, call, "end_minutes", call->end_minutes);
      plt_doc_cell_ref (plt_doc_table_text (table, call->remark), call_ref (call, "remark"));
    }
}

/* ---- the crew, in two columns ---- */

/* In the order crews are used to read. */
static const char *const departments[N_GROUPS][2] = {
  { "mise-en-scene", "Mise en scène" },
  { "production", "Production" },
  { "regie", "Régie" },
  { "image", "Image" },
  { "electricite", "Électricité" },
  { "machinerie", "Machinerie" },
  { "son", "Son" },
  { "decoration", "Décoration" },
  { "costumes", "Costumes" },
  { "hmc", "Maquillage, coiffure" },
  { "postproduction", "Postproduction" },
  { "interpretation", "Interprétation" },
  { "figuration", "Figuration" },
  { "autre", "Autres" },
};

typedef struct
{
  const char *title;        /* of a department, before its people; else NULL */
  const PltCallFacts *call; /* NULL with a title */
} Item;

/* The department somebody is engaged in for that function, "autre" when nothing tells. */
static const char *
department_of (const PltFeuille *self, const PltCallFacts *call)
{
  const PltFacts *facts = self->source.facts;
  const char *found = NULL;

  for (guint i = 0; i < facts->engagements.n && call->person != 0; i++)
    {
      const PltEngagementFacts *engagement = &facts->engagements.items[i];

      if (engagement->person != call->person || engagement->role != 0)
        continue;
      if (strcmp (engagement->function, call->function) == 0)
        return engagement->department;
      if (found == NULL)
        found = engagement->department;
    }
  return found != NULL && *found != '\0' ? found : "autre";
}

static gboolean
is_known (const char *department)
{
  for (guint i = 0; i < N_GROUPS; i++)
    if (strcmp (departments[i][0], department) == 0)
      return TRUE;
  return FALSE;
}

static void
add_department (const PltFeuille *self, GArray *items, const char *id, const char *title)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->calls->len; i++)
    {
      Item head = { title, NULL }, item = { NULL, call_at (self, i) };

      if (strcmp (item.call->group, "equipe") != 0
          || strcmp (department_of (self, item.call), id) != 0)
        continue;
      if (!any)
        g_array_append_val (items, head);
      any = TRUE;
      g_array_append_val (items, item);
    }
}

static GArray *
collect_crew (const PltFeuille *self)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_autoptr (GHashTable) others = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < N_GROUPS; i++)
    add_department (self, items, departments[i][0], departments[i][1]);
  /* Departments of the production's own. */
  for (guint i = 0; i < self->calls->len; i++)
    {
      const char *id = department_of (self, call_at (self, i));

      if (!is_known (id) && g_hash_table_add (others, (gpointer) id))
        add_department (self, items, id, id);
    }
  return items;
}

/* Where the second column begins: at a department, as near to the middle as can be. */
static guint
middle_of (const GArray *items)
{
  guint half = (items->len + 1) / 2, best = items->len;

  for (guint i = 1; i < items->len; i++)
    if (g_array_index (items, Item, i).title != NULL
        && ABS ((int) i - (int) half) < ABS ((int) best - (int) half))
      best = i;
  return best;
}

static void
add_item (const PltFeuille *self, PltDocTable *table, const Item *item)
{
  const PltPersonFacts *person;
  g_autofree char *name = NULL;
  PltDocCell *cell;

  if (item == NULL)
    {
      cell = plt_doc_table_empty (table);
      plt_doc_cell_span (cell, 3);
      return;
    }
  if (item->title != NULL)
    {
      cell = plt_doc_table_text (table, item->title);
      plt_doc_cell_style (cell, "cell.strong");
      plt_doc_cell_span (cell, 3);
      return;
    }
  person = PLT_FACTS_FIND (self->source.facts->people, PltPersonFacts, item->call->person);
  name = person != NULL                     ? plt_facts_person_name (person)
         : item->call->count != PLT_UNKNOWN ? g_strdup_printf ("%d", (int) item->call->count)
                                            : g_strdup ("");
  plt_doc_cell_ref (plt_doc_table_text (table, item->call->function),
                    call_ref (item->call, "function"));
  plt_doc_cell_ref (plt_doc_table_text (table, name), call_ref (item->call, "person"));
  if (item->call->arrival_minutes != PLT_UNKNOWN)
    add_clock (table, item->call, "arrival_minutes", item->call->arrival_minutes);
  else
    {
      cell = plt_doc_table_text (table, item->call->remark);
      plt_doc_cell_style (cell, "cell.small");
      plt_doc_cell_ref (cell, call_ref (item->call, "remark"));
    }
}

static void
add_crew (const PltFeuille *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Fonction", .id = "fonction", .weight = 3, .min = 90, .sheet_chars = 30 },
    { .title = "Nom", .id = "nom", .weight = 2, .min = 70, .sheet_chars = 22 },
    { .title = "Heure", .id = "heure", .width = 44 },
    { .title = "Fonction", .id = "fonction_2", .weight = 3, .min = 90, .sheet_chars = 30 },
    { .title = "Nom", .id = "nom_2", .weight = 2, .min = 70, .sheet_chars = 22 },
    { .title = "Heure", .id = "heure_2", .width = 44 },
  };
  g_autoptr (GArray) items = collect_crew (self);
  guint middle = middle_of (items);
  PltDocTable *table;

  if (items->len == 0)
    return;
  plt_document_heading (document, 3, "Équipe", (PltRef){ NULL, 0, NULL });
  table = plt_document_table (document, "Équipe", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < MAX (middle, items->len - middle); i++)
    {
      plt_doc_table_row (table, "row.normal");
      add_item (self, table, i < middle ? &g_array_index (items, Item, i) : NULL);
      add_item (self, table,
                middle + i < items->len ? &g_array_index (items, Item, middle + i) : NULL);
    }
}

void
plt_feuille_add_calls (const PltFeuille *self, PltDocument *document)
{
  add_cast (self, document);
  add_crowd (self, document);
  add_crew (self, document);
}
