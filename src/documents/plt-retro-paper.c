#include "plt-retro-paper.h"

#include <string.h>

#define MOST_DAY_COLUMNS 56
#define MOST_WEEK_COLUMNS 54

static const struct
{
  const char *id, *name;
} phases[PLT_RETRO_N_PHASES] = {
  { "developpement", "Développement" }, { "preparation", "Préparation" },
  { "tournage", "Tournage" },           { "postproduction", "Postproduction" },
  { "diffusion", "Diffusion" },
};

gboolean
plt_retro_paper_open (PltRetroPaper *self, PltStore *store, const PltParams *params, GError **error)
{
  PltRetroOptions options = { .with_registers = TRUE, .without_issues = TRUE };

  if (!plt_paper_open (&self->source, store, params, error))
    return FALSE;
  options.today = self->source.date;
  self->retro = plt_retro_new (self->source.facts, self->source.plan, &options);
  return TRUE;
}

void
plt_retro_paper_close (PltRetroPaper *self)
{
  g_clear_pointer (&self->retro, plt_retro_free);
  plt_paper_close (&self->source);
}

static char *
days_text (int n, const char *one, const char *many)
{
  return g_strdup_printf ("%d\302\240%s", n, n > 1 ? many : one);
}

/* What is left before the delivery, or is missing: of the plan, else of what should have begun by
 * the day of the edition. */
static void
add_margin (const PltRetroHead *head, GString *text)
{
  g_autofree char *days = days_text (head->missing > 0  ? head->missing
                                     : head->behind > 0 ? head->behind
                                                        : head->margin,
                                     "jour ouvré", "jours ouvrés");

  if (head->missing > 0)
    g_string_append_printf (text, " · il manque %s", days);
  else if (head->behind > 0)
    g_string_append_printf (text, " · il manque %s à partir du jour de l’édition", days);
  else
    g_string_append_printf (text, " · %s de marge", days);
}

char *
plt_retro_paper_summary (const PltRetroPaper *self)
{
  const PltRetroHead *head = &self->retro->head;
  g_autoptr (GString) text = g_string_new (NULL);

  if (head->delivery != PLT_DATE_NONE)
    {
      g_autofree char *date = plt_date_format_day (head->delivery);

      g_string_append_printf (text, "%s le %s",
                              plt_retro_is_shown_live (self->retro) ? "Prêt" : "PAD", date);
      if (head->n_tasks > 0)
        add_margin (head, text);
    }
  if (head->n_tasks > 0)
    g_string_append_printf (text, "%s%u\302\240%s, %d\302\240%% fait", text->len > 0 ? " · " : "",
                            head->n_tasks, head->n_tasks > 1 ? "tâches" : "tâche", head->progress);
  if (head->n_late > 0)
    g_string_append_printf (text, ", %u en retard", head->n_late);
  if (self->retro->baseline != NULL)
    g_string_append_printf (text, " · référence\302\240: %s", self->retro->baseline->name);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

PltDocument *
plt_retro_paper_new (const PltRetroPaper *self,
                     const char *title,
                     PltPaper paper,
                     PltOrientation orientation)
{
  g_autofree char *summary = plt_retro_paper_summary (self);

  return plt_paper_new (&self->source, title, summary, NULL, paper, orientation);
}

gboolean
plt_retro_paper_begin (const PltRetroPaper *self, PltDocument *document)
{
  for (guint i = 0; i < self->retro->rows->len; i++)
    if (g_array_index (self->retro->rows, PltRetroRow, i).is_dated)
      return TRUE;
  plt_document_paragraph (document, "text.note", "Le rétroplanning n’a pas encore de tâche datée.",
                          PLT_RETRO_NO_REF);
  return FALSE;
}

guint
plt_retro_paper_phase_number (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    if (g_strcmp0 (phases[i].id, id) == 0)
      return i;
  return G_N_ELEMENTS (phases);
}

const char *
plt_retro_paper_phase (const char *id)
{
  guint number = plt_retro_paper_phase_number (id);

  if (number < G_N_ELEMENTS (phases))
    return phases[number].name;
  return id != NULL && *id != '\0' ? id : "Autres tâches";
}

void
plt_retro_paper_bars (PltDocBars *bars, PltDate from, PltDate to)
{
  int year, month, last_year, last_month;

  bars->first = from;
  bars->step = to - from < MOST_DAY_COLUMNS ? 1 : 7;
  bars->n = (guint) (to - from) / bars->step + 1;
  if (bars->step == 1)
    return;
  bars->first = from - (plt_date_weekday (from) - 1);
  bars->n = (guint) (to - bars->first) / 7 + 1;
  if (bars->n <= MOST_WEEK_COLUMNS)
    return;
  plt_date_to_ymd (from, &year, &month, NULL);
  plt_date_to_ymd (to, &last_year, &last_month, NULL);
  bars->first = plt_date_from_ymd (year, month, 1);
  bars->step = PLT_DOC_BARS_MONTH;
  bars->n = (guint) ((last_year - year) * 12 + last_month - month + 1);
}

guint32
plt_retro_paper_color (guint phase)
{
  /* dark and light in turn, so that a copy in black tells neighbours apart */
  static const guint32 colors[] = { 0x1d3a70, 0x8fb8e8, 0x7a5200, 0xe8b84a, 0x30553c, 0x9a9a9a };

  return phase == G_MAXUINT ? 0x3a3a3a : colors[MIN (phase, G_N_ELEMENTS (colors) - 1)];
}

char *
plt_retro_paper_name (const PltRetroRow *row)
{
  static const char *const registers[][2] = {
    { "location", "Autorisation" },
    { "permit", "Autorisation" },
    { "funding_application", "Dossier" },
    { "instalment", "Versement" },
    { "call_sheet", "Feuille de service" },
    { "element", "Autorisation" },
    { "task", "Livrable" },
    { "event", "Rendez-vous" },
  };

  if (row->kind == PLT_RETRO_PHASE)
    return g_strdup (plt_retro_paper_phase (row->phase));
  if (row->kind == PLT_RETRO_MILESTONE && row->task == NULL) /* the engine's own */
    return g_strdup ("Livraison (PAD)");
  for (guint i = 0; row->kind == PLT_RETRO_REGISTER && i < G_N_ELEMENTS (registers); i++)
    if (g_strcmp0 (registers[i][0], row->ref.table) == 0)
      return g_strdup_printf ("%s\302\240: %s", registers[i][1], row->name);
  return g_strdup (row->name);
}

char *
plt_retro_paper_duration (const PltRetroRow *row)
{
  if (!row->is_dated || row->days <= 0 || row->kind == PLT_RETRO_PHASE)
    return g_strdup ("");
  return g_strdup_printf ("%d\302\240j%s", row->days, row->calendar_days ? "\302\240cal." : "");
}

char *
plt_retro_paper_slack (const PltRetroRow *row)
{
  if (!row->is_dated || row->kind == PLT_RETRO_PHASE || row->kind == PLT_RETRO_REGISTER
      || row->state == PLT_RETRO_DONE)
    return g_strdup ("");
  return g_strdup_printf ("%s%d\302\240j", row->dates.slack < 0 ? "−" : "", ABS (row->dates.slack));
}

const char *
plt_retro_paper_state (const PltRetroRow *row)
{
  switch (row->state)
    {
    case PLT_RETRO_UNDER_WAY:
      return "En cours";
    case PLT_RETRO_DONE:
      return "Fait";
    case PLT_RETRO_LATE:
      return "En retard";
    case PLT_RETRO_TO_COME:
    default:
      return "À venir";
    }
}

char *
plt_retro_paper_date (PltDate date)
{
  int year, month, day;

  if (date == PLT_DATE_NONE)
    return g_strdup ("");
  plt_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%02d/%02d/%02d", day, month, year % 100);
}

char *
plt_retro_paper_predecessors (const PltRetroPaper *self, const PltRetroRow *row)
{
  static const char *const kinds[] = { "", "DD", "FF", "DF" };
  const PltNetworkInput *input = &self->retro->input;
  GString *text = g_string_new (NULL);

  for (guint i = 0; row->index >= 0 && i < input->n_links; i++)
    {
      const PltNetworkLink *link = &input->links[i];
      g_autoptr (GString) how = g_string_new (NULL);

      if (link->to != (guint) row->index || link->id < 0)
        continue;
      g_string_append (how, kinds[MIN (link->kind, 3)]);
      if (link->lag != 0)
        g_string_append_printf (how, "%s%s\302\240%d\302\240j%s", how->len > 0 ? " " : "",
                                link->lag < 0 ? "−" : "+", ABS (link->lag),
                                link->unit == PLT_NETWORK_CALENDAR ? "\302\240cal." : "");
      g_string_append_printf (text, "%s%s", text->len > 0 ? " ; " : "",
                              input->tasks[link->from].name);
      if (how->len > 0)
        g_string_append_printf (text, " (%s)", how->str);
    }
  return g_string_free (text, FALSE);
}

/* ---- for calendar programs ---- */

typedef struct
{
  PltDocument *document;
  const PltRetroRow *row;
  const char *text;
} Entry;

static void
add_entry (const Entry *of, const char *which, PltDate from, PltDate to)
{
  g_autofree char *uid
      = g_strdup_printf ("%s-%" G_GINT64_FORMAT "%s", of->row->ref.table, of->row->ref.id, which);
  g_autofree char *title = plt_retro_paper_name (of->row);
  const PltDocEntry entry = {
    .uid = uid,
    .date = from,
    .n_days = (guint) (MAX (to, from) - from + 1),
    .start_minutes = PLT_UNKNOWN,
    .end_minutes = PLT_UNKNOWN,
    .title = title,
    .place = of->row->task != NULL && of->row->task->place != NULL ? of->row->task->place : "",
    .text = of->text,
    .category = plt_retro_paper_phase (of->row->phase),
  };

  plt_document_entry (of->document, &entry);
}

static void
append (GString *text, const char *label, const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "%s%s%s", text->len > 0 ? "\n" : "", label, value);
}

void
plt_retro_paper_entries (const PltRetroPaper *self, PltDocument *document, GHashTable *wanted)
{
  g_autofree char *name
      = g_strdup_printf ("%s, rétroplanning", self->source.facts->production.title);

  plt_document_set_calendar (document, name, NULL, 0);
  for (guint i = 0; i < self->retro->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (self->retro->rows, PltRetroRow, i);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *days = plt_retro_paper_duration (row);
      Entry entry = { document, row, NULL };

      if (!row->is_dated || row->kind == PLT_RETRO_PHASE || row->kind == PLT_RETRO_GROUP
          || !g_hash_table_contains (wanted, row))
        continue;
      append (text, "Équipe : ", row->task != NULL ? row->task->team : "");
      append (text, "Qui : ", row->people);
      append (text, "Durée : ", days);
      append (text, "Accessibilité : ", row->task != NULL ? row->task->accessibility : "");
      append (text, "À livrer : ", row->task != NULL ? row->task->deliverable : "");
      append (text, "", row->task != NULL ? row->task->note : "");
      entry.text = text->str;
      if (row->kind == PLT_RETRO_REGISTER && g_strcmp0 (row->ref.table, "task") == 0)
        {
          add_entry (&entry, "-livrable", row->dates.finish, row->dates.finish);
          continue;
        }
      add_entry (&entry, "", row->kind == PLT_RETRO_TASK ? row->dates.start : row->dates.finish,
                 row->dates.finish);
    }
}
