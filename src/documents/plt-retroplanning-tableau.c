/* The tasks of the rétroplanning as a table by phase. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-document-kinds-private.h"
#include "plt-retro-choice.h"

enum
{
  NAME,
  TEAM,
  WHO,
  PLACE,
  DAYS,
  START,
  FINISH,
  AFTER,
  DELIVERABLE,
  ACCESS,
  STATE,
  PROGRESS,
  SLACK,
  N_COLUMNS,
};

static const PltDocColumn columns[N_COLUMNS] = {
  { .title = "Tâche", .id = "tache", .weight = 5, .min = 110, .sheet_chars = 40 },
  { .title = "Équipe", .id = "equipe", .weight = 1, .min = 50, .sheet_chars = 16 },
  { .title = "Qui", .id = "qui", .weight = 1.4, .min = 60, .sheet_chars = 24 },
  { .title = "Lieu", .id = "lieu", .weight = 1, .min = 50, .sheet_chars = 20 },
  { .title = "Jours", .id = "jours", .width = 32, .sheet_chars = 7 },
  { .title = "Début", .id = "debut", .width = 54, .sheet_chars = 11 },
  { .title = "Fin", .id = "fin", .width = 54, .sheet_chars = 11 },
  { .title = "Après", .id = "apres", .weight = 5, .min = 100, .sheet_chars = 36 },
  { .title = "À livrer", .id = "livrable", .weight = 1.2, .min = 50, .sheet_chars = 24 },
  { .title = "Accessibilité", .id = "accessibilite", .weight = 1.2, .min = 56, .sheet_chars = 24 },
  { .title = "État", .id = "etat", .width = 50, .sheet_chars = 11 },
  { .title = "Fait", .id = "fait", .width = 32, .sheet_chars = 7 },
  { .title = "Marge", .id = "marge", .width = 36, .sheet_chars = 8 },
};

static void
add_head (const PltRetroItem *item, PltDocTable *table)
{
  g_autofree char *name = plt_retro_item_name (item);

  plt_doc_table_row (table, "row.group");
  plt_doc_table_keep_with_next (table);
  plt_doc_cell_span (plt_doc_table_text (table, name), DAYS);
  plt_doc_table_empty (table);
  plt_doc_table_date (table, item->from);
  plt_doc_table_date (table, item->to);
  for (guint i = AFTER; i < PROGRESS; i++)
    plt_doc_table_empty (table);
  if (item->row != NULL)
    plt_doc_table_rate (table, (gint64) item->row->progress * (PLT_RATE_ONE / 100));
  else
    plt_doc_table_empty (table);
  plt_doc_table_empty (table);
}

static void
add_task (const PltRetroPaper *paper, const PltRetroItem *item, PltDocTable *table)
{
  const PltRetroRow *row = item->row;
  const PltTaskFacts *task = row->task;
  g_autofree char *plain = plt_retro_paper_name (row);
  g_autofree char *name
      = g_strdup_printf ("%*s%s", item->depth > 1 ? (int) item->depth * 2 : 0, "", plain);
  g_autofree char *after = plt_retro_paper_predecessors (paper, row);
  gboolean engine = row->kind != PLT_RETRO_REGISTER && row->is_dated;
  PltDocCell *cell;

  plt_doc_table_row (table, row->kind == PLT_RETRO_GROUP ? "row.subgroup" : "row.normal");
  plt_doc_cell_ref (plt_doc_table_text (table, name), row->ref);
  plt_doc_table_text (table, task != NULL && task->team != NULL ? task->team : "");
  plt_doc_table_text (table, row->people != NULL ? row->people : "");
  plt_doc_table_text (table, task != NULL && task->place != NULL ? task->place : "");
  plt_doc_table_number (table, row->is_dated && row->days > 0 ? row->days : PLT_UNKNOWN, 0);
  plt_doc_table_date (table, row->is_dated ? row->dates.start : PLT_DATE_NONE);
  plt_doc_table_date (table, row->is_dated ? row->dates.finish : PLT_DATE_NONE);
  plt_doc_table_text (table, after);
  plt_doc_table_text (table, task != NULL && task->deliverable != NULL ? task->deliverable : "");
  plt_doc_table_text (table,
                      task != NULL && task->accessibility != NULL ? task->accessibility : "");
  cell = plt_doc_table_text (table, plt_retro_paper_state (row));
  if (row->state == PLT_RETRO_LATE)
    plt_doc_cell_style (cell, "cell.warning");
  plt_doc_table_rate (table, engine ? (gint64) row->progress * (PLT_RATE_ONE / 100) : PLT_UNKNOWN);
  cell = plt_doc_table_number (
      table, engine && row->state != PLT_RETRO_DONE ? row->dates.slack : PLT_UNKNOWN, 0);
  if (engine && row->state != PLT_RETRO_DONE && row->dates.slack < 0)
    plt_doc_cell_style (cell, "cell.warning");
  else if (engine && row->dates.critical)
    plt_doc_cell_style (cell, "cell.strong");
}

/* What nobody has filled is there to be filled, without taking the room of the names. */
static void
narrow_empty (const PltRetroChoice *choice, PltDocColumn *of)
{
  gboolean who = FALSE, place = FALSE, deliverable = FALSE, access = FALSE;

  for (guint i = 0; i < choice->items->len; i++)
    {
      const PltRetroRow *row = g_array_index (choice->items, PltRetroItem, i).row;
      const PltTaskFacts *task = row != NULL ? row->task : NULL;

      if (task == NULL)
        continue;
      who = who || (row->people != NULL && *row->people != '\0');
      place = place || (task->place != NULL && *task->place != '\0');
      deliverable = deliverable || (task->deliverable != NULL && *task->deliverable != '\0');
      access = access || (task->accessibility != NULL && *task->accessibility != '\0');
    }
  of[WHO].weight = who ? of[WHO].weight : 0.01;
  of[PLACE].weight = place ? of[PLACE].weight : 0.01;
  of[DELIVERABLE].weight = deliverable ? of[DELIVERABLE].weight : 0.01;
  of[ACCESS].weight = access ? of[ACCESS].weight : 0.01;
  of[WHO].min = who ? of[WHO].min : 30;
  of[PLACE].min = place ? of[PLACE].min : 30;
  of[DELIVERABLE].min = deliverable ? of[DELIVERABLE].min : 40;
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltRetroPaper) paper = { .retro = NULL };
  g_auto (PltRetroChoice) choice = { .paper = NULL };
  g_autofree char *title = NULL;
  PltDocument *document;
  PltDocTable *table;
  PltDocColumn shown[N_COLUMNS];

  if (!plt_retro_paper_open (&paper, store, params, error)
      || !plt_retro_choice_read (&choice, &paper, params, error))
    return NULL;
  title = plt_retro_choice_title (&choice, "Rétroplanning, tableau");
  document = plt_retro_paper_new (
      &paper, title,
      g_strcmp0 (plt_params_get (params, "papier"), "a3") == 0 ? PLT_PAPER_A3 : PLT_PAPER_A4,
      PLT_LANDSCAPE);
  if (!plt_retro_paper_begin (&paper, document))
    return document;
  plt_retro_choice_entries (&choice, document);
  if (choice.items->len == 0)
    {
      plt_document_paragraph (document, "text.note", PLT_RETRO_NOTHING_CHOSEN, PLT_RETRO_NO_REF);
      return document;
    }
  memcpy (shown, columns, sizeof columns);
  narrow_empty (&choice, shown);
  table = plt_document_table (document, "Tâches", shown, N_COLUMNS);
  plt_doc_table_set_frozen_columns (table, 1);
  for (guint i = 0; i < choice.items->len; i++)
    {
      const PltRetroItem *item = &g_array_index (choice.items, PltRetroItem, i);

      if (item->row == NULL || item->row->kind == PLT_RETRO_PHASE)
        add_head (item, table);
      else
        add_task (&paper, item, table);
    }
  plt_document_paragraph (document, "text.note",
                          "Après : fin-début sans autre mention ; DD début-début, FF fin-fin, DF "
                          "début-fin. Marge en jours ouvrés ; en gras : chemin critique.",
                          PLT_RETRO_NO_REF);
  return document;
}

static const PltParamSpec params[] = {
  { .id = "papier",
    .title = N_ ("Paper"),
    .type = PLT_PARAM_CHOICE,
    .choices = "a4,a3",
    .initial = "a4" },
  PLT_RETRO_CHOICE_PARAMS,
  PLT_PAPER_PLAN_PARAM,
  { NULL },
};

const PltDocumentKind plt_document_retroplanning_tableau = {
  .id = "retroplanning-tableau",
  .title = "Rétroplanning, tableau",
  .phase = "developpement",
  .params = params,
  .build = build,
};
