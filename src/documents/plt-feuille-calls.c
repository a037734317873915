/* Feuille de service, F to H: who is called. Comédiens and figuration are columns that somebody
 * fills, hours under each other; the crew stands in two columns, by departments. */
#include <string.h>

#include "plt-feuille-private.h"
#include "plt-time.h"

#define CREW_COLUMNS 3 /* of each half */
#define HMC_PARTS 3

static const PltCallFacts *
call_at (const PltFeuille *self, guint i)
{
  return &g_array_index (self->calls, PltCallFacts, i);
}

/* ---- columns of comédiens and figuration ---- */

typedef struct
{
  const PltFeuille *self;
  PltDocTable *table;
  const PltCallFacts *call;
  gboolean parts; /* the table has hours of dressing, make-up and hair */
} Row;

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_COUNT,
  COLUMN_ROLE,
  COLUMN_GROUP,
  COLUMN_PERSON,
  COLUMN_SEQUENCES,
  COLUMN_COSTUME,
  COLUMN_PICKUP,
  COLUMN_PLACE,
  COLUMN_ARRIVAL,
  COLUMN_HMC,
  COLUMN_DRESS,
  COLUMN_MAKEUP,
  COLUMN_HAIR,
  COLUMN_PAT,
  COLUMN_END,
  COLUMN_REMARK,
  N_CALL_COLUMNS
} CallColumn;

static const PltDocColumn call_columns[N_CALL_COLUMNS] = {
  [COLUMN_NUMBER] = { .title = "N°", .id = "numero", .width = 20 },
  [COLUMN_COUNT] = { .title = "Nb", .id = "nombre", .width = 24 },
  [COLUMN_ROLE] = { .title = "Rôle", .id = "role", .weight = 1, .min = 58 },
  [COLUMN_GROUP] = { .title = "Silhouettes, figuration", .id = "groupe", .weight = 3, .min = 100 },
  [COLUMN_PERSON] = { .title = "Comédien", .id = "comedien", .weight = 1, .min = 86 },
  [COLUMN_SEQUENCES] = { .title = "Séq.", .id = "sequences", .weight = 1, .min = 64 },
  [COLUMN_COSTUME] = { .title = "Cost.", .id = "costume", .width = 27 },
  [COLUMN_PICKUP] = { .title = "Pick-up", .id = "pickup", .width = 36 },
  [COLUMN_PLACE] = { .title = "Lieu", .id = "lieu", .weight = 2, .min = 50 },
  [COLUMN_ARRIVAL] = { .title = "Arrivée", .id = "arrivee", .width = 35 },
  [COLUMN_HMC] = { .title = "HMC", .id = "hmc", .width = 33 },
  [COLUMN_DRESS] = { .title = "Hab.", .id = "habillage", .width = 33 },
  [COLUMN_MAKEUP] = { .title = "Maq.", .id = "maquillage", .width = 33 },
  [COLUMN_HAIR] = { .title = "Coif.", .id = "coiffure", .width = 33 },
  [COLUMN_PAT] = { .title = "PAT", .id = "pat", .width = 34 },
  [COLUMN_END] = { .title = "Fin", .id = "fin", .width = 33 },
  [COLUMN_REMARK] = { .title = "Remarques", .id = "remarques", .weight = 2, .min = 78 },
};

static const CallColumn cast_order[]
    = { COLUMN_NUMBER, COLUMN_ROLE,  COLUMN_PERSON,  COLUMN_SEQUENCES, COLUMN_COSTUME,
        COLUMN_PICKUP, COLUMN_PLACE, COLUMN_ARRIVAL, COLUMN_HMC,       COLUMN_DRESS,
        COLUMN_MAKEUP, COLUMN_HAIR,  COLUMN_PAT,     COLUMN_END,       COLUMN_REMARK };
static const CallColumn crowd_order[]
    = { COLUMN_COUNT, COLUMN_GROUP,   COLUMN_SEQUENCES, COLUMN_COSTUME, COLUMN_PICKUP,
        COLUMN_PLACE, COLUMN_ARRIVAL, COLUMN_HMC,       COLUMN_DRESS,   COLUMN_MAKEUP,
        COLUMN_HAIR,  COLUMN_PAT,     COLUMN_END,       COLUMN_REMARK };

static gboolean
has_parts (const PltCallFacts *call)
{
  return call->dress_start_minutes != PLT_UNKNOWN || call->makeup_start_minutes != PLT_UNKNOWN
         || call->hair_start_minutes != PLT_UNKNOWN;
}

/* Whether somebody fills the column; those that every sheet has are always there. */
static gboolean
fills (const PltCallFacts *call, CallColumn column)
{
  switch (column)
    {
    case COLUMN_COSTUME:
      return *call->costume != '\0';
    case COLUMN_PICKUP:
      return call->pickup_minutes != PLT_UNKNOWN;
    case COLUMN_PLACE:
      return call->place != NULL && *call->place != '\0';
    case COLUMN_DRESS:
    case COLUMN_MAKEUP:
    case COLUMN_HAIR:
      return has_parts (call);
    case COLUMN_END:
      return call->end_minutes != PLT_UNKNOWN;
    case COLUMN_NUMBER:
    case COLUMN_COUNT:
    case COLUMN_ROLE:
    case COLUMN_GROUP:
    case COLUMN_PERSON:
    case COLUMN_SEQUENCES:
    case COLUMN_ARRIVAL:
    case COLUMN_HMC:
    case COLUMN_PAT:
    case COLUMN_REMARK:
    case N_CALL_COLUMNS:
    default:
      return TRUE;
    }
}

static PltDocCell *
add_clock (const Row *row, const char *column, gint64 minutes, const char *style)
{
  PltDocCell *cell = plt_doc_table_clock (row->table, minutes);
  g_autofree char *shown = NULL;

  if (minutes != PLT_UNKNOWN && minutes > 24 * 60)
    {
      shown = plt_clock_format (plt_paper_of_day (minutes));
      plt_doc_cell_show (cell, shown);
    }
  return plt_feuille_dress (row->self, cell, plt_feuille_call_ref (row->call, column), style);
}

static void
add_text (const Row *row, const char *column, const char *text, const char *style)
{
  plt_feuille_dress (row->self, plt_doc_table_text (row->table, text),
                     plt_feuille_call_ref (row->call, column), style);
}

static char *
remark_of (const PltFeuille *self, const PltCallFacts *call)
{
  g_autofree char *minor = plt_feuille_minor (self, call);
  g_autofree char *travel = plt_feuille_travel (self, call);
  const char *const parts[] = { minor, travel, call->remark };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ". " : "", parts[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_pat (const Row *row)
{
  if (row->call->follows_on)
    add_text (row, "follows_on", row->self->bilingual ? "à la suite / follows on" : "à la suite",
              "cell.small");
  else
    add_clock (row, "pat_minutes", row->call->pat_minutes, "cell.strong");
}

/* HMC as one hour over its three columns, where its parts are not known. */
static void
add_part (const Row *row, const char *column, gint64 minutes, gboolean first)
{
  if (has_parts (row->call))
    add_clock (row, column, minutes, NULL);
  else if (first)
    {
      PltDocCell *cell = add_clock (row, "hmc_minutes", row->call->hmc_minutes, "cell.center");

      plt_doc_cell_span (cell, HMC_PARTS);
    }
}

static void
add_person (const Row *row)
{
  g_autofree char *name = plt_feuille_who (row->self, row->call);
  gboolean known
      = PLT_FACTS_FIND (row->self->source.facts->people, PltPersonFacts, row->call->person) != NULL;

  add_text (row, "person", name, known ? NULL : "cell.warning");
}

static void
add_cell (const Row *row, CallColumn column)
{
  const PltCallFacts *call = row->call;
  const PltElementFacts *role
      = PLT_FACTS_FIND (row->self->source.facts->elements, PltElementFacts, call->role);

  switch (column)
    {
    case COLUMN_NUMBER:
      plt_doc_cell_style (
          plt_doc_table_number (row->table, role != NULL ? role->number : PLT_UNKNOWN, 0),
          "cell.center");
      return;
    case COLUMN_COUNT:
      plt_feuille_dress (row->self, plt_doc_table_number (row->table, call->count, 0),
                         plt_feuille_call_ref (call, "count"), "cell.center");
      return;
    case COLUMN_ROLE:
      add_text (row, "role", role != NULL ? role->name : call->function, "cell.strong");
      return;
    case COLUMN_GROUP:
      add_text (row, "function",
                *call->function != '\0' || role == NULL ? call->function : role->name,
                "cell.strong");
      return;
    case COLUMN_PERSON:
      add_person (row);
      return;
    case COLUMN_SEQUENCES:
      add_text (row, "sequences", call->sequences, NULL);
      return;
    case COLUMN_COSTUME:
      add_text (row, "costume", call->costume, "cell.center");
      return;
    case COLUMN_PICKUP:
      add_clock (row, "pickup_minutes", call->pickup_minutes, NULL);
      return;
    case COLUMN_PLACE:
      add_text (row, "place", call->place, NULL);
      return;
    case COLUMN_ARRIVAL:
      add_clock (row, "arrival_minutes", call->arrival_minutes, NULL);
      return;
    case COLUMN_HMC:
      add_clock (row, "hmc_minutes", call->hmc_minutes, NULL);
      return;
    case COLUMN_DRESS:
      add_part (row, "dress_start_minutes", call->dress_start_minutes, TRUE);
      return;
    case COLUMN_MAKEUP:
      add_part (row, "makeup_start_minutes", call->makeup_start_minutes, FALSE);
      return;
    case COLUMN_HAIR:
      add_part (row, "hair_start_minutes", call->hair_start_minutes, FALSE);
      return;
    case COLUMN_PAT:
      add_pat (row);
      return;
    case COLUMN_END:
      add_clock (row, "end_minutes", call->end_minutes, NULL);
      return;
    case COLUMN_REMARK:
    case N_CALL_COLUMNS:
    default:
      {
        g_autofree char *remark = remark_of (row->self, call);

        add_text (row, "remark", remark, NULL);
        return;
      }
    }
}

static GPtrArray *
calls_of (const PltFeuille *self, const char *group)
{
  GPtrArray *calls = g_ptr_array_new ();

  for (guint i = 0; i < self->calls->len; i++)
    if (strcmp (call_at (self, i)->group, group) == 0)
      g_ptr_array_add (calls, (gpointer) call_at (self, i));
  return calls;
}

static gboolean
is_used (const GPtrArray *calls, CallColumn column, gboolean parts)
{
  if (column == COLUMN_HMC)
    return !parts;
  for (guint i = 0; i < calls->len; i++)
    if (fills (calls->pdata[i], column))
      return TRUE;
  return FALSE;
}

static void
add_group (const PltFeuille *self,
           PltDocument *document,
           const char *title,
           const char *name,
           const GPtrArray *calls,
           const CallColumn *order,
           guint n_order)
{
  PltDocColumn columns[N_CALL_COLUMNS];
  CallColumn used[N_CALL_COLUMNS];
  Row row = { .self = self };
  guint n = 0;

  for (guint i = 0; i < calls->len && !row.parts; i++)
    row.parts = has_parts (calls->pdata[i]);
  for (guint i = 0; i < n_order; i++)
    if (is_used (calls, order[i], row.parts))
      {
        columns[n] = call_columns[order[i]];
        columns[n].title = plt_feuille_label (self, columns[n].title);
        used[n++] = order[i];
      }
  plt_feuille_heading (self, document, title);
  row.table = plt_document_table (document, plt_feuille_table_name (self, name), columns, n);
  for (guint i = 0; i < calls->len; i++)
    {
      row.call = calls->pdata[i];
      plt_doc_table_row (row.table, "row.normal");
      plt_feuille_keep (row.table, calls->len, i);
      for (guint c = 0; c < n; c++)
        add_cell (&row, used[c]);
    }
}

/* ---- the crew, in two columns ---- */

typedef struct
{
  const char *title;        /* of a department, before its people; else NULL */
  const PltCallFacts *call; /* NULL with a title */
} Item;

static gboolean
is_known (const char *department)
{
  for (guint i = 0; i < plt_feuille_n_departments (); i++)
    if (strcmp (plt_feuille_department_id (i), department) == 0)
      return TRUE;
  return FALSE;
}

/* `of`: the department of each call, NULL outside of the crew. */
static void
add_department (const PltFeuille *self, GArray *items, const GPtrArray *of, const char *id)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->calls->len; i++)
    {
      Item head = { plt_feuille_department (self, id), NULL }, item = { NULL, call_at (self, i) };

      if (g_strcmp0 (of->pdata[i], id) != 0)
        continue;
      if (!any)
        g_array_append_val (items, head);
      any = TRUE;
      g_array_append_val (items, item);
    }
}

static GArray *
collect_crew (const PltFeuille *self, const char *department)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_autoptr (GHashTable) others = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) of = g_ptr_array_new ();

  for (guint i = 0; i < self->calls->len; i++)
    g_ptr_array_add (of, strcmp (call_at (self, i)->group, "equipe") == 0
                             ? (gpointer) plt_feuille_department_of (self, call_at (self, i))
                             : NULL);
  for (guint i = 0; department == NULL && i < plt_feuille_n_departments (); i++)
    add_department (self, items, of, plt_feuille_department_id (i));
  /* Departments of the production's own. */
  for (guint i = 0; department == NULL && i < of->len; i++)
    if (of->pdata[i] != NULL && !is_known (of->pdata[i]) && g_hash_table_add (others, of->pdata[i]))
      add_department (self, items, of, of->pdata[i]);
  if (department != NULL)
    add_department (self, items, of, department);
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

/* The hour, "à la suite", or what is said instead; bold where it is not that of the crew. */
static void
add_hour (const Row *row)
{
  const PltCallFacts *call = row->call;

  if (call->follows_on)
    add_text (row, "follows_on", "à la suite", "cell.small");
  else if (call->arrival_minutes != PLT_UNKNOWN)
    add_clock (row, "arrival_minutes", call->arrival_minutes,
               call->arrival_minutes != row->self->sheet.crew_minutes ? "cell.strong" : NULL);
  else
    add_text (row, "remark", call->remark, "cell.small");
}

/* "Cheffe maquilleuse, HMC, avec deux renforts" */
static char *
function_of (const PltCallFacts *call)
{
  gboolean placed = call->place != NULL && *call->place != '\0';
  gboolean said
      = *call->remark != '\0' && (call->arrival_minutes != PLT_UNKNOWN || call->follows_on);

  return g_strdup_printf ("%s%s%s%s%s", call->function, placed ? " · " : "",
                          placed ? call->place : "", said ? " · " : "", said ? call->remark : "");
}

static void
add_item (const Row *row, const Item *item)
{
  const PltPersonFacts *person;
  g_autofree char *name = NULL;
  g_autofree char *function = NULL;
  PltDocCell *cell;

  if (item == NULL || item->title != NULL)
    {
      cell = plt_doc_table_text (row->table, item != NULL ? item->title : "");
      plt_doc_cell_style (cell, "cell.strong");
      plt_doc_cell_span (cell, CREW_COLUMNS);
      return;
    }
  person = PLT_FACTS_FIND (row->self->source.facts->people, PltPersonFacts, item->call->person);
  name = person != NULL                     ? plt_facts_person_name (person)
         : item->call->count != PLT_UNKNOWN ? g_strdup_printf ("%d", (int) item->call->count)
                                            : g_strdup ("");
  function = function_of (item->call);
  add_text (row, "function", function, NULL);
  add_text (row, "person", name, NULL);
  add_hour (row);
}

static void
add_crew (const PltFeuille *self, PltDocument *document, const char *department)
{
  const PltDocColumn columns[] = {
    { plt_feuille_label (self, "Fonction"), "fonction", 0, 3, 90, 30 },
    { plt_feuille_label (self, "Nom"), "nom", 0, 2, 70, 22 },
    { plt_feuille_label (self, "Heure"), "heure", 44, 0, 0, 0 },
    { plt_feuille_label (self, "Fonction"), "fonction_2", 0, 3, 90, 30 },
    { plt_feuille_label (self, "Nom"), "nom_2", 0, 2, 70, 22 },
    { plt_feuille_label (self, "Heure"), "heure_2", 44, 0, 0, 0 },
  };
  g_autoptr (GArray) items = collect_crew (self, department);
  guint middle = department != NULL ? items->len : middle_of (items);
  guint n_rows = MAX (middle, items->len - middle);
  gboolean two = middle < items->len;
  Row row = { .self = self };

  if (items->len == 0)
    return;
  plt_feuille_heading (self, document, "Équipe");
  row.table = plt_document_table (document, plt_feuille_table_name (self, "Équipe"), columns,
                                  two ? 2 * CREW_COLUMNS : CREW_COLUMNS);
  for (guint i = 0; i < n_rows; i++)
    {
      const Item *left = i < middle ? &g_array_index (items, Item, i) : NULL;
      const Item *right = middle + i < items->len ? &g_array_index (items, Item, middle + i) : NULL;

      plt_doc_table_row (row.table, "row.dense");
      plt_feuille_keep (row.table, n_rows, i);
      if ((left != NULL && left->title != NULL) || (right != NULL && right->title != NULL))
        plt_doc_table_keep_with_next (row.table);
      row.call = left != NULL ? left->call : NULL;
      add_item (&row, left);
      row.call = right != NULL ? right->call : NULL;
      if (two)
        add_item (&row, right);
    }
}

void
plt_feuille_add_calls (const PltFeuille *self, PltDocument *document, const char *department)
{
  g_autoptr (GPtrArray) cast = calls_of (self, "comediens");
  g_autoptr (GPtrArray) crowd = calls_of (self, "figuration");

  if (cast->len > 0)
    add_group (self, document, "Comédiens", "Comédiens", cast, cast_order,
               G_N_ELEMENTS (cast_order));
  if (crowd->len > 0)
    add_group (self, document, "Silhouettes, doublures, figuration", "Figuration", crowd,
               crowd_order, G_N_ELEMENTS (crowd_order));
  add_crew (self, document, department);
}
