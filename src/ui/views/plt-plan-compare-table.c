#include "plt-plan-compare-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-plan-version.h"

#define MAX_COLUMNS 9

typedef struct
{
  char *text;
  guint flags;
  PltGridFill fill;
} Cell;

typedef struct
{
  PltRef ref;
  gint64 key;
  Cell cells[MAX_COLUMNS];
  guint n;
} Row;

typedef struct
{
  const char *id, *title;
  guint width;
  PltGridAlign align;
  guint flags;
} Column;

static const Column figure_columns[] = {
  { "figure", N_ ("Figure"), 30, PLT_GRID_ALIGN_START, 0 },
  { "before", N_ ("Before"), 13, PLT_GRID_ALIGN_END, 0 },
  { "after", N_ ("After"), 13, PLT_GRID_ALIGN_END, 0 },
  { "difference", N_ ("Difference"), 13, PLT_GRID_ALIGN_END, 0 },
  { "words", N_ ("In words"), 10, PLT_GRID_ALIGN_START, 0 },
};

static const Column sequence_columns[] = {
  { "number", N_ ("Sequence"), 9, PLT_GRID_ALIGN_START, 0 },
  { "effect", N_ ("Effect"), 7, PLT_GRID_ALIGN_START, 0 },
  { "set", N_ ("Set"), 22, PLT_GRID_ALIGN_START, 0 },
  { "before", N_ ("Before"), 17, PLT_GRID_ALIGN_START, 0 },
  { "after", N_ ("After"), 17, PLT_GRID_ALIGN_START, 0 },
  { "change", N_ ("Change"), 22, PLT_GRID_ALIGN_START, 0 },
  { "author", N_ ("Moved by"), 16, PLT_GRID_ALIGN_START, 0 },
  { "reason", N_ ("Reason"), 32, PLT_GRID_ALIGN_START, 0 },
};

static const Column role_columns[] = {
  { "number", N_ ("No."), 5, PLT_GRID_ALIGN_END, 0 },
  { "role", N_ ("Role"), 22, PLT_GRID_ALIGN_START, 0 },
  { "days-before", N_ ("Days before"), 11, PLT_GRID_ALIGN_END, 0 },
  { "days-after", N_ ("Days after"), 11, PLT_GRID_ALIGN_END, 0 },
  { "held-before", N_ ("Waiting before"), 13, PLT_GRID_ALIGN_END, 0 },
  { "held-after", N_ ("Waiting after"), 13, PLT_GRID_ALIGN_END, 0 },
  { "cost-before", N_ ("Devis before"), 14, PLT_GRID_ALIGN_END, 0 },
  { "cost-after", N_ ("Devis after"), 14, PLT_GRID_ALIGN_END, 0 },
  { "difference", N_ ("Difference"), 14, PLT_GRID_ALIGN_END, 0 },
};

static const Column history_columns[] = {
  { "version", N_ ("Version"), 9, PLT_GRID_ALIGN_START, 0 },
  { "name", N_ ("Plan"), 22, PLT_GRID_ALIGN_START, 0 },
  { "status", N_ ("Status"), 18, PLT_GRID_ALIGN_START, 0 },
  { "published", N_ ("Published on"), 14, PLT_GRID_ALIGN_START, 0 },
  { "author", N_ ("Author"), 18, PLT_GRID_ALIGN_START, 0 },
  { "replaces", N_ ("Replaces"), 9, PLT_GRID_ALIGN_START, 0 },
  { "moves", N_ ("Moved"), 8, PLT_GRID_ALIGN_END, 0 },
  { "reason", N_ ("Reason"), 36, PLT_GRID_ALIGN_START, 0 },
};

static const Column move_columns[] = {
  { "number", N_ ("Sequence"), 9, PLT_GRID_ALIGN_START, 0 },
  { "before", N_ ("Before"), 16, PLT_GRID_ALIGN_START, 0 },
  { "after", N_ ("After"), 16, PLT_GRID_ALIGN_START, 0 },
  { "change", N_ ("Change"), 19, PLT_GRID_ALIGN_START, 0 },
  { "reason", N_ ("Reason of this one"), 30, PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_EDITABLE },
};
#define MOVE_REASON 4

static const struct
{
  const Column *columns;
  guint n;
} kinds[] = {
  [PLT_PLAN_COMPARE_FIGURES] = { figure_columns, G_N_ELEMENTS (figure_columns) },
  [PLT_PLAN_COMPARE_SEQUENCES] = { sequence_columns, G_N_ELEMENTS (sequence_columns) },
  [PLT_PLAN_COMPARE_ROLES] = { role_columns, G_N_ELEMENTS (role_columns) },
  [PLT_PLAN_COMPARE_HISTORY] = { history_columns, G_N_ELEMENTS (history_columns) },
  [PLT_PLAN_COMPARE_MOVES] = { move_columns, G_N_ELEMENTS (move_columns) },
};

struct _PltPlanCompareTable
{
  GObject parent_instance;

  PltPlanCompareKind kind;
  GPtrArray *rows;     /* of Row */
  GHashTable *reasons; /* séquence -> text */
};

static void plt_plan_compare_table_grid_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltPlanCompareTable,
                               plt_plan_compare_table,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_plan_compare_table_grid_init))

static void
row_free (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < row->n; i++)
    g_free (row->cells[i].text);
  g_free (row);
}

static Row *
add_row (PltPlanCompareTable *self, PltRef ref, gint64 key)
{
  Row *row = g_new0 (Row, 1);

  row->ref = ref;
  row->key = key;
  g_ptr_array_add (self->rows, row);
  return row;
}

static Cell *
take_cell (Row *row, char *text)
{
  Cell *cell = &row->cells[row->n++];

  g_assert (row->n <= MAX_COLUMNS);
  cell->text = text;
  cell->flags = PLT_GRID_CELL_READONLY;
  return cell;
}

static Cell *
add_cell (Row *row, const char *text)
{
  return take_cell (row, g_strdup (text));
}

/* ---- figures ---- */

static void
fill_figures (PltPlanCompareTable *self, const PltPlanCompare *compare)
{
  for (int i = 0; i < PLT_N_FIGURES; i++)
    {
      PltFigure figure = (PltFigure) i;
      gint64 from = compare->figures[0].values[i], to = compare->figures[1].values[i];
      gboolean known = from != PLT_UNKNOWN && to != PLT_UNKNOWN;
      gint64 worse = known ? (to - from) * plt_figure_sense (figure) : 0;
      Row *row = add_row (self, (PltRef){ NULL, 0, NULL }, i + 1);
      Cell *cell;

      add_cell (row, _ (plt_figure_title (figure)));
      take_cell (row, plt_figure_format (figure, from));
      take_cell (row, plt_figure_format (figure, to));
      cell = take_cell (row, plt_figure_format_change (figure, from, to));
      cell->flags |= !known || from == to ? PLT_GRID_CELL_MUTED : PLT_GRID_CELL_BOLD;
      cell = add_cell (row, !known       ? _ ("not known")
                            : from == to ? _ ("the same")
                            : to > from  ? _ ("more")
                                         : _ ("less"));
      cell->flags |= worse == 0 ? PLT_GRID_CELL_MUTED : 0;
      cell->fill = worse > 0 ? PLT_GRID_FILL_WARNING : PLT_GRID_FILL_NONE;
    }
}

/* ---- séquences ---- */

static PltGridFill
fill_of (const PltSequenceFacts *sequence)
{
  static const PltGridFill fills[]
      = { PLT_GRID_FILL_NONE,      PLT_GRID_FILL_INT_DAY,   PLT_GRID_FILL_EXT_DAY,
          PLT_GRID_FILL_INT_NIGHT, PLT_GRID_FILL_EXT_NIGHT, PLT_GRID_FILL_DAWN,
          PLT_GRID_FILL_DUSK };
  guint effect = (guint) plt_effect_class (sequence->int_ext, sequence->effect);

  return effect < G_N_ELEMENTS (fills) ? fills[effect] : PLT_GRID_FILL_NONE;
}

/* (nullable): what the version says of the move of a séquence */
static const PltChangeFacts *
find_said (const PltFacts *facts, const PltPlanCompare *compare, gint64 sequence)
{
  gint64 schedule = compare->plans[1]->schedule != NULL ? compare->plans[1]->schedule->id : 0;

  for (guint i = 0; i < facts->changes.n; i++)
    if (facts->changes.items[i].schedule == schedule
        && facts->changes.items[i].sequence == sequence)
      return &facts->changes.items[i];
  return NULL;
}

static void
add_days (Row *row, const GPtrArray *days, PltPlanState state, gboolean after)
{
  g_autofree char *text = plt_plan_days_text (days);
  const char *none = after && state == PLT_PLAN_CUT ? "—" : _ ("to be placed");
  Cell *cell = add_cell (row, *text != '\0' ? text : none);

  if (after && plt_plan_state_is_move (state))
    cell->flags |= PLT_GRID_CELL_BOLD;
}

static void
fill_sequences (PltPlanCompareTable *self,
                const PltFacts *facts,
                const PltPlanCompare *compare,
                gboolean all)
{
  for (guint i = 0; i < compare->changes->len; i++)
    {
      const PltPlanChange *change = compare->changes->pdata[i];
      const PltSequenceFacts *sequence = change->sequence;
      const PltChangeFacts *said = find_said (facts, compare, sequence->id);
      gboolean moved = plt_plan_state_is_move (change->state);
      Row *row;

      if (!all && !moved)
        continue;
      row = add_row (self,
                     (PltRef){ change->strip != 0 ? "strip" : "sequence",
                               change->strip != 0 ? change->strip : sequence->id, NULL },
                     sequence->id);
      add_cell (row, sequence->number)->flags |= PLT_GRID_CELL_BOLD;
      if (self->kind == PLT_PLAN_COMPARE_SEQUENCES)
        {
          add_cell (row, plt_effect_code (sequence->int_ext, sequence->effect))->fill
              = fill_of (sequence);
          take_cell (row, plt_facts_set_name (facts, sequence));
        }
      add_days (row, change->from, change->state, FALSE);
      add_days (row, change->to, change->state, TRUE);
      add_cell (row, _ (plt_plan_state_title (change->state)))->flags
          |= moved ? 0 : PLT_GRID_CELL_MUTED;
      if (self->kind == PLT_PLAN_COMPARE_SEQUENCES)
        {
          add_cell (row, said != NULL ? said->author : "");
          add_cell (row, said != NULL ? said->reason : "");
        }
      else
        {
          const char *typed = g_hash_table_lookup (self->reasons, PLT_ID_TO_POINTER (sequence->id));

          add_cell (row, typed != NULL ? typed : "")->flags = PLT_GRID_CELL_NORMAL;
        }
    }
}

/* ---- roles ---- */

static void
add_pair (Row *row, guint before, guint after)
{
  take_cell (row, g_strdup_printf ("%u", before))->flags |= PLT_GRID_CELL_MUTED;
  take_cell (row, g_strdup_printf ("%u", after))->flags
      |= before != after ? PLT_GRID_CELL_BOLD : PLT_GRID_CELL_MUTED;
}

static void
fill_roles (PltPlanCompareTable *self, const PltPlanCompare *compare, gboolean all)
{
  for (guint i = 0; i < compare->roles->len; i++)
    {
      const PltPlanRole *role = &g_array_index (compare->roles, PltPlanRole, i);
      Row *row;

      if (!all && !plt_plan_role_changes (role))
        continue;
      row = add_row (self, (PltRef){ "element", role->element->id, NULL }, role->element->id);
      take_cell (row, role->element->number != PLT_UNKNOWN
                          ? g_strdup_printf ("%" G_GINT64_FORMAT, role->element->number)
                          : g_strdup (""));
      add_cell (row, role->element->name)->flags |= PLT_GRID_CELL_BOLD;
      add_pair (row, role->worked[0], role->worked[1]);
      add_pair (row, role->held[0], role->held[1]);
      take_cell (row, plt_figure_format (PLT_FIGURE_TOTAL, role->cost[0]));
      take_cell (row, plt_figure_format (PLT_FIGURE_TOTAL, role->cost[1]));
      take_cell (row, plt_figure_format_change (PLT_FIGURE_TOTAL, role->cost[0], role->cost[1]));
    }
}

/* ---- history ---- */

static guint
count_moves (const PltFacts *facts, gint64 schedule)
{
  guint n = 0;

  for (guint i = 0; i < facts->changes.n; i++)
    n += facts->changes.items[i].schedule == schedule;
  return n;
}

static const char *
status_of (const PltFacts *facts, const PltScheduleFacts *schedule)
{
  if (schedule->id == facts->production.schedule)
    return plt_schedule_is_frozen (facts, schedule->id) ? _ ("published, followed")
                                                        : _ ("working, followed");
  if (strcmp (schedule->status, "archivee") == 0)
    return _ ("archived");
  return plt_schedule_is_frozen (facts, schedule->id) ? _ ("published") : _ ("draft");
}

/* The latest first. */
static void
fill_history (PltPlanCompareTable *self, const PltFacts *facts)
{
  for (guint i = facts->schedules.n; i-- > 0;)
    {
      const PltScheduleFacts *schedule = &facts->schedules.items[i];
      const PltScheduleFacts *replaced = plt_schedule_replaced (facts, schedule);
      guint n_moves = count_moves (facts, schedule->id);
      Row *row = add_row (self, (PltRef){ "schedule", schedule->id, NULL }, schedule->id);

      take_cell (row, g_strdup_printf ("v%d", (int) plt_schedule_number (schedule)))->flags
          |= PLT_GRID_CELL_BOLD;
      add_cell (row, schedule->name);
      add_cell (row, status_of (facts, schedule));
      take_cell (row, plt_date_format_numeric (schedule->published_date));
      add_cell (row, schedule->author);
      take_cell (row, replaced != NULL
                          ? g_strdup_printf ("v%d", (int) plt_schedule_number (replaced))
                          : g_strdup (""));
      take_cell (row, n_moves > 0 ? g_strdup_printf ("%u", n_moves) : g_strdup (""));
      add_cell (row, schedule->reason);
    }
}

/* ---- the table ---- */

PltPlanCompareTable *
plt_plan_compare_table_new (PltPlanCompareKind kind)
{
  PltPlanCompareTable *self = g_object_new (PLT_TYPE_PLAN_COMPARE_TABLE, NULL);

  self->kind = kind;
  return self;
}

void
plt_plan_compare_table_fill (PltPlanCompareTable *self,
                             const PltFacts *facts,
                             const PltPlanCompare *compare,
                             gboolean all)
{
  guint before;

  g_return_if_fail (PLT_IS_PLAN_COMPARE_TABLE (self) && facts != NULL);

  before = self->rows->len;
  g_ptr_array_set_size (self->rows, 0);
  if (self->kind == PLT_PLAN_COMPARE_HISTORY)
    fill_history (self, facts);
  else if (compare != NULL && self->kind == PLT_PLAN_COMPARE_FIGURES)
    fill_figures (self, compare);
  else if (compare != NULL && self->kind == PLT_PLAN_COMPARE_ROLES)
    fill_roles (self, compare, all);
  else if (compare != NULL)
    fill_sequences (self, facts, compare, all);
  plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, before, self->rows->len);
}

PltRef
plt_plan_compare_table_get_ref (PltPlanCompareTable *self, guint row)
{
  g_return_val_if_fail (PLT_IS_PLAN_COMPARE_TABLE (self), ((PltRef){ NULL }));

  return row < self->rows->len ? ((Row *) self->rows->pdata[row])->ref : (PltRef){ NULL };
}

GHashTable *
plt_plan_compare_table_get_reasons (PltPlanCompareTable *self)
{
  g_return_val_if_fail (PLT_IS_PLAN_COMPARE_TABLE (self), NULL);

  return self->reasons;
}

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_PLAN_COMPARE_TABLE (model)->rows->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return kinds[PLT_PLAN_COMPARE_TABLE (model)->kind].n;
}

static void
get_column (PltGridModel *model, guint at, PltGridColumn *out)
{
  const Column *column = &kinds[PLT_PLAN_COMPARE_TABLE (model)->kind].columns[at];

  out->id = column->id;
  out->title = _ (column->title);
  out->width = column->width;
  out->align = column->align;
  out->flags = column->flags | PLT_GRID_COLUMN_UNSORTED
               | (at == 0 ? PLT_GRID_COLUMN_FROZEN : PLT_GRID_COLUMN_NORMAL);
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return ((Row *) PLT_PLAN_COMPARE_TABLE (model)->rows->pdata[row])->key;
}

static void
get_cell (PltGridModel *model, guint row, guint column, PltGridCell *out)
{
  const Row *found = PLT_PLAN_COMPARE_TABLE (model)->rows->pdata[row];

  out->flags = PLT_GRID_CELL_READONLY;
  if (column >= found->n)
    return;
  out->text = found->cells[column].text;
  out->flags = found->cells[column].flags;
  out->fill = found->cells[column].fill;
}

/* Only reasons are typed, and they are kept here until the publication. */
static gboolean
set_text (PltGridModel *model, guint row, guint column, const char *text, GError **error)
{
  PltPlanCompareTable *self = PLT_PLAN_COMPARE_TABLE (model);
  Row *found = self->rows->pdata[row];

  if (self->kind != PLT_PLAN_COMPARE_MOVES || column != MOVE_REASON)
    return plt_grid_model_refuse (error);
  g_free (found->cells[column].text);
  found->cells[column].text = g_strdup (text);
  g_hash_table_insert (self->reasons, PLT_ID_TO_POINTER (found->key), g_strdup (text));
  plt_grid_model_cells_changed (model, row, 1);
  return TRUE;
}

static gboolean
set_many (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error)
{
  if (n_new_rows > 0)
    return plt_grid_model_refuse (error);
  for (guint i = 0; i < n_edits; i++)
    if (!set_text (model, (guint) edits[i].row, (guint) edits[i].column, edits[i].text, error))
      return FALSE;
  return TRUE;
}

static void
plt_plan_compare_table_grid_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_cell = get_cell;
  iface->set_text = set_text;
  iface->set_many = set_many;
}

static void
plt_plan_compare_table_finalize (GObject *object)
{
  PltPlanCompareTable *self = PLT_PLAN_COMPARE_TABLE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->reasons, g_hash_table_unref);
  G_OBJECT_CLASS (plt_plan_compare_table_parent_class)->finalize (object);
}

static void
plt_plan_compare_table_class_init (PltPlanCompareTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_plan_compare_table_finalize;
}

static void
plt_plan_compare_table_init (PltPlanCompareTable *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->reasons = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}
