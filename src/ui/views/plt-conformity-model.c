#include "plt-conformity-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-text.h"
#include "plt-time.h"
#include "plt-today.h"

struct _PltConformityModel
{
  GObject parent;

  PltSession *session;
  GArray *rows; /* of PltConformityRow, borrowed from the facts of the last refresh */
  GArray *keys; /* of gint64: their séquences */
};

static void plt_conformity_model_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltConformityModel,
                               plt_conformity_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_conformity_model_iface_init))

/* Letter typed -> state. */
static const struct
{
  gunichar letter;
  const char *state;
} keys[] = {
  { 'c', "conforme" },
  { 'r', "a-revoir" },
  { 'n', "non-conforme" },
  { 'o', "sans-objet" },
};

static const PltColumn *
state_column (void)
{
  return plt_table_column (plt_table_find ("conformity"), "state");
}

static const PltConformityRow *
row_at (PltGridModel *model, guint row)
{
  return &g_array_index (PLT_CONFORMITY_MODEL (model)->rows, PltConformityRow, row);
}

const PltConformityRow *
plt_conformity_model_get_row (PltConformityModel *self, guint row)
{
  g_return_val_if_fail (PLT_IS_CONFORMITY_MODEL (self), NULL);

  return row < self->rows->len ? row_at (PLT_GRID_MODEL (self), row) : NULL;
}

static gboolean
is_criterion (guint column)
{
  return column >= PLT_CONFORMITY_COLUMN_CRITERIA && column < PLT_CONFORMITY_COLUMN_NOTE;
}

static gint64
key_at (const GArray *known, guint row)
{
  return g_array_index (known, gint64, row);
}

static gint64
id_at (const GArray *rows, guint row)
{
  return g_array_index (rows, PltConformityRow, row).sequence->id;
}

void
plt_conformity_model_refresh (PltConformityModel *self)
{
  g_autoptr (PltReportBook) book = NULL;
  g_autoptr (GArray) old = NULL;
  guint head = 0, tail = 0, least;

  g_return_if_fail (PLT_IS_CONFORMITY_MODEL (self));

  book = plt_report_book_new (plt_session_get_facts (self->session),
                              plt_session_get_plan (self->session));
  old = self->rows;
  self->rows = plt_conformity_new (book);
  least = MIN (old->len, self->rows->len);
  /* The séquences of `old` are gone with their facts: rows are told apart by their keys. */
  while (head < least && key_at (self->keys, head) == id_at (self->rows, head))
    head++;
  while (tail < least - head
         && key_at (self->keys, old->len - 1 - tail)
                == id_at (self->rows, self->rows->len - 1 - tail))
    tail++;
  g_array_set_size (self->keys, 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      gint64 id = id_at (self->rows, i);

      g_array_append_val (self->keys, id);
    }
  if (head + tail < old->len || head + tail < self->rows->len)
    plt_grid_model_rows_changed (PLT_GRID_MODEL (self), head, old->len - head - tail,
                                 self->rows->len - head - tail);
  if (self->rows->len > 0)
    plt_grid_model_cells_changed (PLT_GRID_MODEL (self), 0, self->rows->len);
}

/* ---- the grid ---- */

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_CONFORMITY_MODEL (model)->rows->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return PLT_CONFORMITY_N_COLUMNS;
}

static void
get_column (PltGridModel *model, guint at, PltGridColumn *out)
{
  static const PltGridColumn columns[PLT_CONFORMITY_N_COLUMNS] = {
    { "sequence", N_ ("Sequence"), NULL, 9, PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_FROZEN, NULL },
    { "set", N_ ("Set"), NULL, 20, PLT_GRID_ALIGN_START, 0, NULL },
    { "planned", N_ ("Planned"), N_ ("Pre-timing, else the estimate."), 8, PLT_GRID_ALIGN_END, 0,
      NULL },
    { "useful", N_ ("Useful"), N_ ("What was shot and will be kept."), 8, PLT_GRID_ALIGN_END, 0,
      NULL },
    { "excess", N_ ("Difference"), NULL, 9, PLT_GRID_ALIGN_END, 0, NULL },
    { "duree", N_ ("Length"), NULL, 13, PLT_GRID_ALIGN_START,
      PLT_GRID_COLUMN_EDITABLE | PLT_GRID_COLUMN_CHOICES | PLT_GRID_COLUMN_EDGE, NULL },
    { "art", N_ ("Artistic charter"), NULL, 13, PLT_GRID_ALIGN_START,
      PLT_GRID_COLUMN_EDITABLE | PLT_GRID_COLUMN_CHOICES, NULL },
    { "technique", N_ ("Technical charter"), NULL, 13, PLT_GRID_ALIGN_START,
      PLT_GRID_COLUMN_EDITABLE | PLT_GRID_COLUMN_CHOICES, NULL },
    { "access", N_ ("Accessibility"), NULL, 13, PLT_GRID_ALIGN_START,
      PLT_GRID_COLUMN_EDITABLE | PLT_GRID_COLUMN_CHOICES, NULL },
    { "note", N_ ("Note"), N_ ("Of all its criteria; they are typed in the side pane."), 28,
      PLT_GRID_ALIGN_START, 0, NULL },
  };

  *out = columns[at];
  out->title = _ (columns[at].title);
  out->tooltip = columns[at].tooltip != NULL ? _ (columns[at].tooltip) : NULL;
  out->flags |= PLT_GRID_COLUMN_UNSORTED;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return key_at (PLT_CONFORMITY_MODEL (model)->keys, row);
}

/* The notes of its checks, one after the other. */
static char *
notes_of (const PltConformityRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < PLT_N_CRITERIA; i++)
    if (row->checks[i] != NULL && *row->checks[i]->note != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", row->checks[i]->note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
get_state (const PltConformityRow *row, PltCriterion criterion, PltGridCell *cell)
{
  const PltConformityFacts *check = row->checks[criterion];

  if (check != NULL)
    {
      cell->text = plt_choice_title (plt_column_find_choice (state_column (), check->state));
      if (strcmp (check->state, "non-conforme") == 0)
        cell->fill = PLT_GRID_FILL_ERROR;
      else if (strcmp (check->state, "a-revoir") == 0)
        cell->fill = PLT_GRID_FILL_WARNING;
      if (*check->note != '\0')
        cell->message = check->note;
      return;
    }
  if (criterion != PLT_CONFORMITY_LENGTH || !row->judged)
    return;
  cell->text = row->within ? _ ("within the tolerance") : _ ("beyond the tolerance");
  cell->flags |= PLT_GRID_CELL_MUTED;
  if (!row->within)
    cell->fill = PLT_GRID_FILL_WARNING;
}

static void
get_cell (PltGridModel *model, guint at, guint column, PltGridCell *cell)
{
  const PltConformityRow *row = row_at (model, at);
  PltConformityModel *self = PLT_CONFORMITY_MODEL (model);

  if (is_criterion (column))
    {
      get_state (row, (PltCriterion) (column - PLT_CONFORMITY_COLUMN_CRITERIA), cell);
      if (plt_session_is_read_only (self->session))
        cell->flags |= PLT_GRID_CELL_READONLY;
      return;
    }
  cell->flags |= PLT_GRID_CELL_READONLY;
  switch (column)
    {
    case PLT_CONFORMITY_COLUMN_SEQUENCE:
      cell->text = row->sequence->number;
      cell->flags |= PLT_GRID_CELL_BOLD;
      break;
    case PLT_CONFORMITY_COLUMN_SET:
      plt_grid_cell_take_text (
          cell, plt_facts_set_name (plt_session_get_facts (self->session), row->sequence));
      break;
    case PLT_CONFORMITY_COLUMN_PLANNED:
      if (row->seconds != PLT_UNKNOWN)
        plt_grid_cell_take_text (cell, plt_seconds_format (row->seconds));
      break;
    case PLT_CONFORMITY_COLUMN_USEFUL:
      if (row->useful != PLT_UNKNOWN)
        plt_grid_cell_take_text (cell, plt_seconds_format (row->useful));
      if (!row->complete)
        cell->message = _ ("The sequence is not complete yet.");
      break;
    case PLT_CONFORMITY_COLUMN_EXCESS:
      if (row->excess != PLT_UNKNOWN)
        {
          g_autofree char *seconds = plt_seconds_format (ABS (row->excess));

          plt_grid_cell_take_text (cell, g_strconcat (row->excess < 0   ? "−"
                                                      : row->excess > 0 ? "+"
                                                                        : "",
                                                      seconds, NULL));
        }
      break;
    case PLT_CONFORMITY_COLUMN_NOTE:
    default:
      plt_grid_cell_take_text (cell, notes_of (row));
      break;
    }
}

static char *
get_edit_text (PltGridModel *model, guint at, guint column)
{
  const PltConformityRow *row = row_at (model, at);
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  if (is_criterion (column))
    {
      const PltConformityFacts *check = row->checks[column - PLT_CONFORMITY_COLUMN_CRITERIA];

      return g_strdup (
          check != NULL ? plt_choice_title (plt_column_find_choice (state_column (), check->state))
                        : "");
    }
  get_cell (model, at, column, &cell);
  return g_strdup (cell.text);
}

static GStrv
get_completions (PltGridModel *model, guint at, guint column)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  if (!is_criterion (column))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_strv_builder_add (titles,
                        plt_choice_title (plt_column_find_choice (state_column (), keys[i].state)));
  return g_strv_builder_end (titles);
}

/* ---- writing ---- */

/* A state by its title or its letter; "" takes it away; NULL for what is none. */
static const char *
state_of_text (const char *text)
{
  if (*text == '\0')
    return "";
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *title
          = plt_choice_title (plt_column_find_choice (state_column (), keys[i].state));

      if (plt_text_compare (text, title) == 0
          || (g_utf8_strlen (text, -1) == 1
              && g_unichar_tolower (g_utf8_get_char (text)) == keys[i].letter))
        return keys[i].state;
    }
  return NULL;
}

static gboolean
put (PltConformityModel *self, const PltGridEdit *edits, guint n_edits, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltFacts *facts = plt_session_get_facts (self->session);

  for (guint i = 0; i < n_edits; i++)
    {
      const char *state = state_of_text (edits[i].text);

      if (edits[i].row < 0 || edits[i].column < 0 || !is_criterion ((guint) edits[i].column)
          || (guint) edits[i].row >= self->rows->len)
        return plt_grid_model_refuse (error);
      if (state == NULL)
        {
          g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                       _ ("“%s” is no state of conformity. Type C, R, N or O."), edits[i].text);
          return FALSE;
        }
      plt_conformity_set (facts, row_at (PLT_GRID_MODEL (self), (guint) edits[i].row)->sequence->id,
                          (PltCriterion) (edits[i].column - PLT_CONFORMITY_COLUMN_CRITERIA), state,
                          plt_today (), "", batch);
    }
  return plt_batch_get_n_edits (batch) == 0
         || plt_store_apply (plt_session_get_store (self->session), _ ("Conformity"), NULL, batch,
                             NULL, error);
}

static gboolean
set_text (PltGridModel *model, guint row, guint column, const char *text, GError **error)
{
  const PltGridEdit edit = { (int) row, (int) column, text };

  return put (PLT_CONFORMITY_MODEL (model), &edit, 1, error);
}

static gboolean
set_many (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error)
{
  if (n_new_rows > 0)
    return plt_grid_model_refuse (error);
  return put (PLT_CONFORMITY_MODEL (model), edits, n_edits, error);
}

gboolean
plt_conformity_model_press (PltConformityModel *self, guint row, guint column, gunichar letter)
{
  char text[8] = { 0 };

  g_return_val_if_fail (PLT_IS_CONFORMITY_MODEL (self), FALSE);

  if (!is_criterion (column) || row >= self->rows->len || plt_session_is_read_only (self->session))
    return FALSE;
  g_unichar_to_utf8 (letter, text);
  return *text != '\0' && state_of_text (text) != NULL
         && set_text (PLT_GRID_MODEL (self), row, column, text, NULL);
}

static void
plt_conformity_model_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_cell = get_cell;
  iface->get_edit_text = get_edit_text;
  iface->get_completions = get_completions;
  iface->set_text = set_text;
  iface->set_many = set_many;
}

static void
plt_conformity_model_finalize (GObject *object)
{
  PltConformityModel *self = PLT_CONFORMITY_MODEL (object);

  g_array_unref (self->rows);
  g_array_unref (self->keys);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_conformity_model_parent_class)->finalize (object);
}

static void
plt_conformity_model_class_init (PltConformityModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_conformity_model_finalize;
}

static void
plt_conformity_model_init (PltConformityModel *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (PltConformityRow));
  self->keys = g_array_new (FALSE, TRUE, sizeof (gint64));
}

PltConformityModel *
plt_conformity_model_new (PltSession *session)
{
  PltConformityModel *self = g_object_new (PLT_TYPE_CONFORMITY_MODEL, NULL);

  self->session = g_object_ref (session);
  return self;
}
