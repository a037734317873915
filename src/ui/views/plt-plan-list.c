#include "plt-plan-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-board-state.h"
#include "plt-plan-day.h"
#include "plt-plan-version.h"
#include "plt-rows.h"
#include "plt-statuses.h"
#include "plt-text.h"

#define DOT " \302\267 "

enum
{
  COLUMN_NUMBER,
  COLUMN_EFFECT,
  COLUMN_SET,
  COLUMN_SYNOPSIS,
  COLUMN_ROLES,
  COLUMN_PAGES,
  COLUMN_LENGTH,
  COLUMN_TIME,
  COLUMN_STATUS,
  COLUMN_NOTE,
  N_COLUMNS
};

static const struct
{
  const char *id, *title;
  guint width;
  PltGridAlign align;
  guint flags;
} columns[N_COLUMNS] = {
  { "number", N_ ("Sequence"), 12, PLT_GRID_ALIGN_START, 0 },
  { "effect", N_ ("Effect"), 7, PLT_GRID_ALIGN_START, 0 },
  { "set", N_ ("Set"), 26, PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_EDITABLE },
  { "synopsis", N_ ("Synopsis"), 40, PLT_GRID_ALIGN_START, 0 },
  { "roles", N_ ("Roles"), 12, PLT_GRID_ALIGN_START, 0 },
  { "eighths", N_ ("Pages"), 8, PLT_GRID_ALIGN_END, 0 },
  { "length", N_ ("Length"), 14, PLT_GRID_ALIGN_END, 0 },
  { "time", N_ ("Shooting time"), 12, PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_EDITABLE },
  { "status", N_ ("Status"), 12, PLT_GRID_ALIGN_START,
    PLT_GRID_COLUMN_EDITABLE | PLT_GRID_COLUMN_CHOICES },
  { "note", N_ ("Note"), 24, PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_EDITABLE },
};

/* What the state of a board does not say of a strip. */
typedef struct
{
  PltShootStatus status;
  char *note;
  gint64 eighths, seconds;
} Extra;

typedef struct
{
  const PltBoardLane *lane;   /* of the state */
  const PltBoardStrip *strip; /* NULL: the head of the lane */
  char *title;                /* of a head */
  char *note;                 /* of a head */
} Row;

struct _PltPlanList
{
  GObject parent_instance;

  PltSession *session;
  PltBoardState *state;
  GHashTable *extras; /* key of a strip -> Extra */
  GHashTable *heads;  /* lane -> what its head says: place and note */
  GPtrArray *rows;
  char *needle;
  guint sort_column;
  PltGridSort sort;
};

typedef struct
{
  char *places, *note;
} Head;

static void plt_plan_list_grid_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltPlanList,
                               plt_plan_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL, plt_plan_list_grid_init))

static void
extra_free (gpointer data)
{
  g_free (((Extra *) data)->note);
  g_free (data);
}

static void
head_free (gpointer data)
{
  g_free (((Head *) data)->places);
  g_free (((Head *) data)->note);
  g_free (data);
}

static void
row_free (gpointer data)
{
  g_free (((Row *) data)->title);
  g_free (((Row *) data)->note);
  g_free (data);
}

/* ---- reading the session ---- */

static gpointer
key_pointer (gint64 key)
{
  return GSIZE_TO_POINTER ((gsize) key);
}

static void
add_extra (PltPlanList *self, const PltFacts *facts, const PltBoardStrip *strip)
{
  Extra *extra = g_new0 (Extra, 1);
  const PltSequenceFacts *sequence
      = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);
  const PltStripFacts none = { .shot = "", .part = "", .note = "" };
  const PltStripFacts *row = PLT_FACTS_FIND (facts->strips, PltStripFacts, strip->id);

  extra->status = plt_strip_status (row != NULL ? row : &none, sequence);
  extra->note = g_strdup (row != NULL ? row->note : "");
  extra->eighths = sequence != NULL ? sequence->eighths : PLT_UNKNOWN;
  extra->seconds = sequence != NULL ? plt_sequence_seconds (sequence) : PLT_UNKNOWN;
  g_hash_table_insert (self->extras, key_pointer (strip->key), extra);
}

static char *
places_of (const PltFacts *facts, const PltDayPlan *day)
{
  g_autoptr (GPtrArray) places = plt_plan_day_places (facts, day);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const PltLocationFacts *place = places->pdata[i];

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? " ; " : "", place->name,
                              *place->city != '\0' ? ", " : "", place->city);
    }
  return g_string_free (text, FALSE);
}

static void
read_session (PltPlanList *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltPlan *plan = plt_session_get_plan (self->session);

  g_clear_pointer (&self->state, plt_board_state_free);
  g_hash_table_remove_all (self->extras);
  g_hash_table_remove_all (self->heads);
  self->state = plt_board_state_new (facts, plan, plt_session_get_issues (self->session));
  for (guint i = 0; i < self->state->lanes->len; i++)
    {
      const PltBoardLane *lane = self->state->lanes->pdata[i];

      for (guint j = 0; j < lane->strips->len; j++)
        add_extra (self, facts, lane->strips->pdata[j]);
    }
  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];
      Head *head = g_new0 (Head, 1);

      head->places = places_of (facts, day);
      head->note = g_strdup (day->day->note);
      g_hash_table_insert (self->heads, key_pointer (day->day->id), head);
    }
}

/* ---- the rows ---- */

static const Extra *
extra_of (const PltPlanList *self, const PltBoardStrip *strip)
{
  return g_hash_table_lookup (self->extras, key_pointer (strip->key));
}

/* "J1 · lun. 12 avr. · Café, Port-Anvel · 9h00 – 19h00 · sun 7h33 – 21h01 · night" */
static char *
head_title (const PltPlanList *self, const PltBoardLane *lane)
{
  g_autofree char *title = plt_board_lane_title (lane);
  const Head *head = g_hash_table_lookup (self->heads, key_pointer (lane->day));
  g_autofree char *sun
      = *lane->sun != '\0' ? g_strdup_printf (_ ("sun %s"), lane->sun) : g_strdup ("");
  const char *const parts[]
      = { head != NULL ? head->places : "", lane->hours, sun, lane->note, lane->totals.content };
  g_autoptr (GString) text = g_string_new (title);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, DOT "%s", parts[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
text_of (const PltBoardStrip *strip, guint column)
{
  switch (column)
    {
    case COLUMN_EFFECT:
      return strip->code;
    case COLUMN_SET:
      return strip->kind == PLT_BOARD_SEQUENCE ? strip->set : strip->text;
    case COLUMN_SYNOPSIS:
      return strip->synopsis;
    case COLUMN_ROLES:
      return strip->roles;
    case COLUMN_NUMBER:
    default:
      return strip->number;
    }
}

static int
compare_integers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const PltPlanList *self = data;
  const PltBoardStrip *one = *(const PltBoardStrip *const *) a;
  const PltBoardStrip *two = *(const PltBoardStrip *const *) b;
  const Extra *x = extra_of (self, one), *y = extra_of (self, two);
  int order;

  switch (self->sort_column)
    {
    case COLUMN_PAGES:
      order = compare_integers (x->eighths, y->eighths);
      break;
    case COLUMN_LENGTH:
      order = compare_integers (x->seconds, y->seconds);
      break;
    case COLUMN_TIME:
      order = compare_integers (one->minutes, two->minutes);
      break;
    case COLUMN_STATUS:
      order = (int) x->status - (int) y->status;
      break;
    case COLUMN_NOTE:
      order = plt_text_compare (x->note, y->note);
      break;
    default:
      order = plt_text_compare (text_of (one, self->sort_column), text_of (two, self->sort_column));
    }
  return self->sort == PLT_GRID_SORT_DESCENDING ? -order : order;
}

static void
add_row (PltPlanList *self, const PltBoardLane *lane, const PltBoardStrip *strip)
{
  const Head *head = g_hash_table_lookup (self->heads, key_pointer (lane->day));
  Row *row = g_new0 (Row, 1);

  row->lane = lane;
  row->strip = strip;
  row->title = strip == NULL ? head_title (self, lane) : NULL;
  row->note = strip == NULL && head != NULL ? g_strdup (head->note) : NULL;
  g_ptr_array_add (self->rows, row);
}

static void
make_rows (PltPlanList *self)
{
  guint n = self->state->lanes->len;

  for (guint i = 1; i <= n; i++)
    {
      const PltBoardLane *lane = self->state->lanes->pdata[i % n]; /* the pool last */
      g_autoptr (GPtrArray) strips = g_ptr_array_new ();

      for (guint j = 0; j < lane->strips->len; j++)
        if (self->needle == NULL || plt_board_strip_matches (lane->strips->pdata[j], self->needle))
          g_ptr_array_add (strips, lane->strips->pdata[j]);
      if (strips->len == 0 && (self->needle != NULL || i == n))
        continue;
      if (self->sort != PLT_GRID_SORT_NONE)
        g_ptr_array_sort_with_data (strips, compare_rows, self);
      add_row (self, lane, NULL);
      for (guint j = 0; j < strips->len; j++)
        add_row (self, lane, strips->pdata[j]);
    }
}

/* Keys of days are negative; those of strips without a row come after all of them. */
static gint64
key_of (const Row *row)
{
  if (row->strip == NULL)
    return row->lane->day != 0 ? -row->lane->day : G_MININT64;
  return row->strip->id != 0 ? row->strip->id : G_MININT64 / 2 - row->strip->sequence;
}

static void
update (PltPlanList *self, gboolean read)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean same;

  for (guint i = 0; i < self->rows->len; i++)
    {
      gint64 key = key_of (self->rows->pdata[i]);

      g_array_append_val (keys, key);
    }
  g_ptr_array_set_size (self->rows, 0);
  if (read)
    read_session (self);
  make_rows (self);
  same = keys->len == self->rows->len;
  for (guint i = 0; same && i < keys->len; i++)
    same = g_array_index (keys, gint64, i) == key_of (self->rows->pdata[i]);
  if (same)
    plt_grid_model_cells_changed (PLT_GRID_MODEL (self), 0, keys->len);
  else
    plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, keys->len, self->rows->len);
}

PltPlanList *
plt_plan_list_new (PltSession *session)
{
  PltPlanList *self = g_object_new (PLT_TYPE_PLAN_LIST, NULL);

  self->session = g_object_ref (session);
  return self;
}

void
plt_plan_list_refresh (PltPlanList *self)
{
  g_return_if_fail (PLT_IS_PLAN_LIST (self));

  update (self, TRUE);
}

void
plt_plan_list_set_search (PltPlanList *self, const char *text)
{
  g_autofree char *folded = plt_text_fold (text);

  g_return_if_fail (PLT_IS_PLAN_LIST (self));

  g_strstrip (folded);
  if (plt_set_str (&self->needle, *folded != '\0' ? folded : NULL) && self->state != NULL)
    update (self, FALSE);
}

guint
plt_plan_list_get_n_strips (PltPlanList *self)
{
  guint n = 0;

  g_return_val_if_fail (PLT_IS_PLAN_LIST (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    n += ((const Row *) self->rows->pdata[i])->strip != NULL;
  return n;
}

static PltRef
ref_of (const Row *row)
{
  if (row->strip == NULL)
    return row->lane->day != 0 ? (PltRef){ "shooting_day", row->lane->day, NULL }
                               : (PltRef){ NULL };
  return row->strip->id != 0 ? (PltRef){ "strip", row->strip->id, NULL }
                             : (PltRef){ "sequence", row->strip->sequence, NULL };
}

PltRef
plt_plan_list_get_ref (PltPlanList *self, guint row)
{
  g_return_val_if_fail (PLT_IS_PLAN_LIST (self), ((PltRef){ NULL }));

  return row < self->rows->len ? ref_of (self->rows->pdata[row]) : (PltRef){ NULL };
}

int
plt_plan_list_find_ref (PltPlanList *self, PltRef ref)
{
  g_return_val_if_fail (PLT_IS_PLAN_LIST (self), -1);

  for (guint i = 0; i < self->rows->len; i++)
    {
      PltRef found = ref_of (self->rows->pdata[i]);

      if (found.id == ref.id && g_strcmp0 (found.table, ref.table) == 0)
        return (int) i;
    }
  return -1;
}

/* ---- changes ---- */

static gboolean
set_value (PltPlanList *self,
           PltBatch *batch,
           const char *table,
           gint64 id,
           const char *column,
           const char *text,
           GError **error)
{
  g_auto (PltValue) value = PLT_VALUE_INIT;

  if (!plt_store_parse_value (plt_session_get_store (self->session),
                              plt_table_column (plt_table_find (table), column), text, &value,
                              error))
    return FALSE;
  plt_batch_update (batch, table, id);
  plt_batch_set_value (batch, column, &value);
  return TRUE;
}

static gboolean
parse_status (const char *text, PltShootStatus *status, GError **error)
{
  g_autofree char *folded = plt_text_fold (text);

  for (guint i = 0; i < PLT_N_SHOOT_STATUSES; i++)
    {
      g_autofree char *title = plt_text_fold (plt_shoot_status_title ((PltShootStatus) i));

      *status = (PltShootStatus) i;
      if (strcmp (title, folded) == 0
          || strcmp (plt_shoot_status_id ((PltShootStatus) i), folded) == 0)
        return TRUE;
    }
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID, _ ("“%s” is no status of a sequence."), text);
  return FALSE;
}

static gboolean
set_status (PltPlanList *self,
            PltBatch *batch,
            const PltBoardStrip *strip,
            const char *text,
            GError **error)
{
  PltStatusChange change = { strip->id, strip->sequence, PLT_SHOOT_TO_DO, PLT_UNKNOWN };

  if (!parse_status (*text != '\0' ? text : plt_shoot_status_id (PLT_SHOOT_TO_DO), &change.status,
                     error))
    return FALSE;
  if (extra_of (self, strip)->status == change.status)
    return TRUE;
  return plt_statuses_apply (plt_session_get_facts (self->session), self->state->schedule, &change,
                             1, batch, error);
}

static gboolean
is_editable (const Row *row, guint column)
{
  switch (column)
    {
    case COLUMN_NOTE:
      return row->strip != NULL ? row->strip->id != 0 : row->lane->day != 0;
    case COLUMN_TIME:
      return row->strip != NULL && row->strip->id != 0;
    case COLUMN_SET: /* the text of a banner */
      return row->strip != NULL && row->strip->kind != PLT_BOARD_SEQUENCE;
    case COLUMN_STATUS:
      return row->strip != NULL && row->strip->kind == PLT_BOARD_SEQUENCE;
    default:
      return FALSE;
    }
}

static gboolean
set_cell (PltPlanList *self, PltBatch *batch, const PltGridEdit *edit, GError **error)
{
  const Row *row
      = edit->row >= 0 && (guint) edit->row < self->rows->len ? self->rows->pdata[edit->row] : NULL;

  if (row == NULL || !is_editable (row, (guint) edit->column))
    return plt_grid_model_refuse (error);
  if (row->strip == NULL)
    return set_value (self, batch, "shooting_day", row->lane->day, "note", edit->text, error);
  if (edit->column == COLUMN_STATUS)
    return set_status (self, batch, row->strip, edit->text, error);
  return set_value (self, batch, "strip", row->strip->id,
                    edit->column == COLUMN_TIME   ? "minutes"
                    : edit->column == COLUMN_NOTE ? "note"
                                                  : "text",
                    edit->text, error);
}

static gboolean
set_many (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error)
{
  PltPlanList *self = PLT_PLAN_LIST (model);
  const PltPlan *plan = plt_session_get_plan (self->session);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;

  if (n_new_rows > 0)
    return plt_grid_model_refuse (error);
  if (plan->schedule != NULL && plt_schedule_is_frozen (plan->facts, plan->schedule->id))
    {
      g_autofree char *sentence = plt_schedule_frozen_sentence (plan->schedule);

      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT, sentence);
      return FALSE;
    }
  for (guint i = 0; i < n_edits; i++)
    if (!set_cell (self, batch, &edits[i], error))
      return FALSE;
  if (plt_batch_get_n_edits (batch) == 0)
    return TRUE;
  label = g_strdup_printf (
      ngettext ("Change %u cell of the plan", "Change %u cells of the plan", n_edits), n_edits);
  return plt_store_apply (plt_session_get_store (self->session), label, NULL, batch, NULL, error);
}

static gboolean
set_text (PltGridModel *model, guint row, guint column, const char *text, GError **error)
{
  const PltGridEdit edit = { (int) row, (int) column, text };

  return set_many (model, &edit, 1, 0, error);
}

/* ---- the grid's questions ---- */

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_PLAN_LIST (model)->rows->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return N_COLUMNS;
}

static void
get_column (PltGridModel *model, guint at, PltGridColumn *out)
{
  out->id = columns[at].id;
  out->title = _ (columns[at].title);
  out->width = columns[at].width;
  out->align = columns[at].align;
  out->flags = columns[at].flags;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return key_of (PLT_PLAN_LIST (model)->rows->pdata[row]);
}

static PltGridFill
fill_of (int effect)
{
  static const PltGridFill fills[]
      = { PLT_GRID_FILL_NONE,      PLT_GRID_FILL_INT_DAY,   PLT_GRID_FILL_EXT_DAY,
          PLT_GRID_FILL_INT_NIGHT, PLT_GRID_FILL_EXT_NIGHT, PLT_GRID_FILL_DAWN,
          PLT_GRID_FILL_DUSK };

  return fills[CLAMP (effect, 0, (int) G_N_ELEMENTS (fills) - 1)];
}

/* A shape goes with the colour of what was found. */
static void
show_issue (PltGridCell *cell, const char *issue, PltSeverity severity)
{
  if (issue == NULL)
    return;
  cell->fill = severity >= PLT_SEVERITY_ERROR ? PLT_GRID_FILL_ERROR : PLT_GRID_FILL_WARNING;
  plt_grid_cell_take_text (cell, g_strdup_printf ("! %s", cell->text));
  cell->message = issue;
}

static void
show_head (const Row *row, guint column, PltGridCell *cell)
{
  const PltBoardLane *lane = row->lane;

  switch (column)
    {
    case COLUMN_NUMBER:
      cell->text = row->title;
      show_issue (cell, lane->issue, lane->severity);
      cell->fill = PLT_GRID_FILL_NONE; /* its text goes on over the next cells */
      break;
    case COLUMN_LENGTH:
      cell->text = lane->totals.length;
      break;
    case COLUMN_TIME:
      cell->text = lane->totals.time;
      if (lane->totals.overlong)
        {
          cell->fill = PLT_GRID_FILL_ERROR;
          cell->message = _ ("Longer than a day of this plan.");
        }
      break;
    case COLUMN_NOTE:
      cell->text = row->note != NULL ? row->note : "";
      break;
    default:
      break;
    }
}

static void
show_strip (PltPlanList *self, const PltBoardStrip *strip, guint column, PltGridCell *cell)
{
  const Extra *extra = extra_of (self, strip);

  cell->text = column <= COLUMN_ROLES ? text_of (strip, column) : "";
  if (strip->kind != PLT_BOARD_SEQUENCE && column <= COLUMN_SYNOPSIS)
    cell->flags |= PLT_GRID_CELL_MUTED;
  switch (column)
    {
    case COLUMN_NUMBER:
      cell->flags |= PLT_GRID_CELL_BOLD;
      if (*strip->part != '\0')
        plt_grid_cell_take_text (cell, g_strdup_printf ("%s" DOT "%s", strip->number, strip->part));
      show_issue (cell, strip->issue, strip->severity);
      break;
    case COLUMN_EFFECT:
      cell->fill = fill_of (strip->effect);
      break;
    case COLUMN_PAGES:
      cell->text = strip->eighths;
      break;
    case COLUMN_LENGTH:
      cell->text = strip->length;
      break;
    case COLUMN_TIME:
      cell->text = strip->time;
      if (strip->sequence != 0 && strip->own_minutes == PLT_UNKNOWN
          && strip->minutes != PLT_UNKNOWN)
        {
          cell->flags |= PLT_GRID_CELL_LINK;
          cell->message = _ ("From the sequence.");
        }
      break;
    case COLUMN_STATUS:
      if (strip->kind == PLT_BOARD_SEQUENCE)
        cell->text = plt_shoot_status_title (extra->status);
      if (extra->status == PLT_SHOOT_TO_DO)
        cell->flags |= PLT_GRID_CELL_MUTED;
      break;
    case COLUMN_NOTE:
      cell->text = extra->note;
      break;
    default:
      break;
    }
}

static void
get_cell (PltGridModel *model, guint at, guint column, PltGridCell *cell)
{
  PltPlanList *self = PLT_PLAN_LIST (model);
  const Row *row = self->rows->pdata[at];

  if (!is_editable (row, column))
    cell->flags |= PLT_GRID_CELL_READONLY;
  if (row->strip == NULL)
    show_head (row, column, cell);
  else
    show_strip (self, row->strip, column, cell);
}

/* What is copied, without the mark of an issue. */
static char *
get_edit_text (PltGridModel *model, guint row, guint column)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  get_cell (model, row, column, &cell);
  return g_strdup (column == COLUMN_NUMBER && g_str_has_prefix (cell.text, "! ") ? cell.text + 2
                                                                                 : cell.text);
}

static GStrv
get_completions (PltGridModel *model, guint row, guint column)
{
  GStrvBuilder *builder;
  GStrv titles;

  if (column != COLUMN_STATUS)
    return NULL;
  builder = g_strv_builder_new ();
  for (guint i = 0; i < PLT_N_SHOOT_STATUSES; i++)
    g_strv_builder_add (builder, plt_shoot_status_title ((PltShootStatus) i));
  titles = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return titles;
}

static void
get_row (PltGridModel *model, guint row, PltGridRow *out)
{
  out->kind = ((const Row *) PLT_PLAN_LIST (model)->rows->pdata[row])->strip == NULL
                  ? PLT_GRID_ROW_GROUP
                  : PLT_GRID_ROW_NORMAL;
}

static void
sort (PltGridModel *model, guint column, PltGridSort direction)
{
  PltPlanList *self = PLT_PLAN_LIST (model);

  self->sort_column = column;
  self->sort = direction;
  if (self->state != NULL)
    update (self, FALSE);
  plt_grid_model_sort_changed (model);
}

static PltGridSort
get_sort (PltGridModel *model, guint *column)
{
  *column = PLT_PLAN_LIST (model)->sort_column;
  return PLT_PLAN_LIST (model)->sort;
}

static guint
get_abilities (PltGridModel *model)
{
  return PLT_GRID_CAN_SORT;
}

static void
plt_plan_list_grid_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_cell = get_cell;
  iface->get_row = get_row;
  iface->get_edit_text = get_edit_text;
  iface->get_completions = get_completions;
  iface->set_text = set_text;
  iface->set_many = set_many;
  iface->sort = sort;
  iface->get_sort = get_sort;
  iface->get_abilities = get_abilities;
}

static void
plt_plan_list_finalize (GObject *object)
{
  PltPlanList *self = PLT_PLAN_LIST (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->extras, g_hash_table_unref);
  g_clear_pointer (&self->heads, g_hash_table_unref);
  g_clear_pointer (&self->state, plt_board_state_free);
  g_clear_pointer (&self->needle, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plt_plan_list_parent_class)->finalize (object);
}

static void
plt_plan_list_class_init (PltPlanListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_plan_list_finalize;
}

static void
plt_plan_list_init (PltPlanList *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->extras = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, extra_free);
  self->heads = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, head_free);
}
