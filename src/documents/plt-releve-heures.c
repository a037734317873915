/* Relevé des heures: the individual weekly statement that the agreement asks for (IDCC 3097, title
 * II, art. 29; title III, IV.3), one page for each person and week: days, hours, breaks, kinds of
 * hours with living totals, pay with its rules, signatures; or the table of the whole team's week.
 *
 * Hours and pay are those of plt-hours.h; an amount that is not known is left empty, and the
 * sentence says why. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-document-kinds-private.h"
#include "plt-error.h"
#include "plt-finance-paper.h"
#include "plt-hours.h"
#include "plt-paper.h"
#include "plt-time.h"

#define MOST_PAGES 400
#define FIRST_KIND 8 /* column of the first kind of hours of the individual table */
#define KINDS_WIDTH 190.0

/* The kinds of hours that have a column, in its order. */
static const struct
{
  PltPayKind kind;
  const char *title, *id;
} kinds[] = {
  { PLT_PAY_NORMAL, "Norm.", "normales" },
  { PLT_PAY_P25, "+25 %", "sup-25" },
  { PLT_PAY_P50, "+50 %", "sup-50" },
  { PLT_PAY_MORE, "Plus", "sup-autres" },
  { PLT_PAY_NIGHT, "Nuit", "nuit" },
  { PLT_PAY_SUNDAY, "Dim.", "dimanche" },
  { PLT_PAY_PUBLIC, "Férié", "ferie" },
  { PLT_PAY_REST, "Antic.", "anticipees" },
  { PLT_PAY_TRANSPORT, "Transp.", "transport" },
};

#define N_KINDS G_N_ELEMENTS (kinds)

static const char *const states[] = { "prévu", "corrigé", "validé", "signé" };

typedef struct
{
  PltPaperSource source;
  PltHours *hours;
  PltDocument *document;
} Statement;

static void
statement_clear (Statement *self)
{
  g_clear_pointer (&self->hours, plt_hours_free);
  plt_paper_close (&self->source);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Statement, statement_clear)

/* ---- cells ---- */

/* A length of time, a living number in a spreadsheet; nothing of a zero, there neither: a rest of
 * "0h00" would say that there was none. */
static PltDocCell *
add_length (PltDocTable *table, gint64 minutes)
{
  return plt_doc_table_clock (table, minutes != 0 ? minutes : PLT_UNKNOWN);
}

/* The same of a sum that a formula counts. */
static PltDocCell *
add_sum (PltDocTable *table, gint64 minutes)
{
  PltDocCell *cell = plt_doc_table_clock (table, minutes);

  if (minutes == 0)
    plt_doc_cell_show (cell, "");
  return cell;
}

static PltDocCell *
add_clock (PltDocTable *table, gint64 minutes)
{
  return plt_doc_table_clock (table, minutes);
}

static char *
week_title (PltDate monday)
{
  g_autofree char *from = plt_date_format_numeric (monday);
  g_autofree char *to = plt_date_format_numeric (monday + 6);

  return g_strdup_printf ("Semaine %d, du %s au %s", plt_date_iso_week (monday), from, to);
}

/* Kinds of hours that nobody has are no column; plain hours always are. Returns how many. */
static guint
used_kinds (const gint64 *minutes, guint *used)
{
  guint n = 0;

  for (guint i = 0; i < N_KINDS; i++)
    if (i == 0 || minutes[kinds[i].kind] != 0)
      used[n++] = i;
  return n;
}

/* ---- one person ---- */

static void
add_head (const Statement *self, const PltHoursPerson *person, const PltHoursWeek *week)
{
  PltDocFields *fields = plt_document_fields (self->document, 4);
  const PltEngagementFacts *engagement = person->engagement;
  PltRef ref = { "person", person->person->id, NULL };
  PltRef contract = { "engagement", engagement != NULL ? engagement->id : 0, NULL };
  g_autofree char *title = week_title (week->monday);
  g_autofree char *from = engagement != NULL && engagement->from_date != PLT_DATE_NONE
                              ? plt_date_format_numeric (engagement->from_date)
                              : g_strdup ("?");
  g_autofree char *to = engagement != NULL && engagement->to_date != PLT_DATE_NONE
                            ? plt_date_format_numeric (engagement->to_date)
                            : g_strdup ("?");
  g_autofree char *dates = g_strdup_printf ("%s – %s", from, to);
  g_autofree char *money
      = person->rate != PLT_UNKNOWN ? plt_money_format (person->rate) : g_strdup ("");
  g_autofree char *rate = person->rate != PLT_UNKNOWN
                              ? g_strdup_printf ("%s par %s", money, person->unit)
                              : g_strdup ("");
  g_autofree char *agreement
      = g_strdup_printf ("IDCC %s, %s", self->source.facts->production.agreement,
                         person->performer ? "artiste-interprète" : "technicien");

  if (engagement == NULL)
    contract.table = NULL;
  plt_doc_fields_add (fields, "Nom", person->name, ref);
  plt_doc_fields_add (fields, "Fonction", person->function, contract);
  plt_doc_fields_add (fields, "Contrat", dates, contract);
  plt_doc_fields_add (fields, "Tarif", rate, contract);
  plt_doc_fields_add (fields, "Convention", agreement, PLT_FINANCE_NO_REF);
  plt_doc_fields_add (fields, "Période", title, PLT_FINANCE_NO_REF);
  plt_doc_fields_add (fields, "État", states[week->state], PLT_FINANCE_NO_REF);
}

static void
add_day (PltDocTable *table, PltDate date, const PltHoursDay *day, const guint *used, guint n_used)
{
  const PltHoursFacts *row = day != NULL ? day->row : NULL;
  g_autofree char *name = plt_date_format_short (date);
  g_autofree char *title = row != NULL && strcmp (row->kind, "tournage") != 0
                               ? g_strdup_printf ("%s, %s", name, row->kind)
                               : g_strdup (name);
  PltRef ref = { "work_hours", row != NULL ? row->id : 0, "start_minutes" };
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  cell = plt_doc_table_text (table, title);
  if (row != NULL)
    plt_doc_cell_ref (cell, ref);
  cell = add_clock (table, row != NULL ? row->start_minutes : PLT_UNKNOWN);
  if (row != NULL)
    plt_doc_cell_ref (cell, ref);
  add_clock (table, row != NULL ? row->meal_minutes : PLT_UNKNOWN);
  add_clock (table, row != NULL ? row->meal_end_minutes : PLT_UNKNOWN);
  add_clock (table, row == NULL ? PLT_UNKNOWN : day->n_rows > 1 ? day->end : row->end_minutes);
  add_length (table, day != NULL && day->start != PLT_UNKNOWN ? day->end - day->start : 0);
  cell = add_length (table,
                     day != NULL && day->rest != PLT_UNKNOWN && day->rest < 2880 ? day->rest : 0);
  if (day != NULL && day->kinds[PLT_PAY_REST] > 0)
    plt_doc_cell_style (cell, "cell.warning");
  cell = add_length (table, day == NULL ? 0 : day->worked);
  plt_doc_cell_style (cell, "cell.strong");
  for (guint i = 0; i < n_used; i++)
    add_length (table,
                day != NULL && day->worked != PLT_UNKNOWN ? day->kinds[kinds[used[i]].kind] : 0);
}

static void
add_days (const Statement *self, const PltHoursPerson *person, const PltHoursWeek *week, guint n)
{
  PltDocColumn columns[FIRST_KIND + N_KINDS] = {
    { .title = "Jour", .id = "jour", .weight = 1, .sheet_chars = 20 },
    { .title = "Début", .id = "debut", .width = 36 },
    { .title = "Repas", .id = "repas", .width = 36 },
    { .title = "Reprise", .id = "reprise", .width = 38 },
    { .title = "Fin", .id = "fin", .width = 36 },
    { .title = "Amplit.", .id = "amplitude", .width = 38 },
    { .title = "Repos", .id = "repos", .width = 38 },
    { .title = "Heures", .id = "heures", .width = 40 },
  };
  g_autofree char *name = g_strdup_printf ("Heures %u", n);
  guint used[N_KINDS], n_used = used_kinds (week->kinds, used), first;
  PltDocTable *table;

  for (guint i = 0; i < n_used; i++)
    columns[FIRST_KIND + i] = (PltDocColumn){ .title = kinds[used[i]].title,
                                              .id = kinds[used[i]].id,
                                              .width = MIN (36.0, KINDS_WIDTH / n_used) };
  table = plt_document_table (self->document, name, columns, FIRST_KIND + n_used);
  first = plt_doc_table_get_n_rows (table);
  for (PltDate date = week->monday; date < week->monday + 7; date++)
    add_day (table, date, plt_hours_day (person, date), used, n_used);
  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, "Total de la semaine"), FIRST_KIND - 1);
  for (guint c = FIRST_KIND - 1; c < FIRST_KIND + n_used; c++)
    {
      g_autofree char *formula = g_strdup_printf ("=SUM({%u,%u}:{%u,%u})", first, c, first + 6, c);
      gint64 sum = 0;

      for (guint i = 0; i < week->n_days; i++)
        {
          const PltHoursDay *day = &g_array_index (person->days, PltHoursDay, week->first_day + i);

          if (day->worked != PLT_UNKNOWN)
            sum += c < FIRST_KIND ? day->worked : day->kinds[kinds[used[c - FIRST_KIND]].kind];
        }
      plt_doc_cell_formula (add_sum (table, sum), formula);
    }
}

static void
add_pay_line (PltDocTable *table, const PltHoursWeek *week, const PltPayLine *line)
{
  g_autofree char *title
      = g_strdup_printf ("%s%s%s", line->title, line->capped ? " (plafonné)" : "",
                         line->doubtful ? " (à vérifier)" : "");

  plt_doc_table_row (table, "row.normal");
  plt_doc_table_text (table, line->rule);
  plt_doc_table_text (table, title);
  add_length (table, line->minutes);
  plt_doc_table_rate (table, line->rate_e6 != 0 ? line->rate_e6 : PLT_UNKNOWN);
  plt_doc_table_money (table, week->gross != PLT_UNKNOWN ? line->amount : PLT_UNKNOWN);
  plt_doc_table_text (table, line->source != NULL ? line->source : "");
}

static void
add_pay (const Statement *self, const PltHoursPerson *person, const PltHoursWeek *week, guint n)
{
  static const PltDocColumn columns[] = {
    { .title = "Règle", .id = "regle", .width = 42 },
    { .title = "Rémunération", .id = "libelle", .weight = 5, .sheet_chars = 44 },
    { .title = "Heures", .id = "heures", .width = 46 },
    { .title = "Taux", .id = "taux", .width = 46 },
    { .title = "Montant", .id = "montant", .width = 66 },
    { .title = "Source", .id = "source", .weight = 4, .sheet_chars = 40 },
  };
  g_autofree char *name = g_strdup_printf ("Paie %u", n);
  PltDocTable *table = plt_document_table (self->document, name, columns, G_N_ELEMENTS (columns));
  guint first = plt_doc_table_get_n_rows (table), last;
  g_autofree char *formula = NULL;

  for (guint i = 0; i < week->n_lines; i++)
    {
      const PltPayLine *line = person->pay->lines->pdata[week->first_line + i];

      if (line->week == week->monday && (line->amount != 0 || line->minutes != 0)
          && (week->gross != PLT_UNKNOWN || line->minutes != 0)
          && !(week->skipped != 0 && strcmp (line->rule, "R01") == 0))
        add_pay_line (table, week, line);
    }
  last = plt_doc_table_get_n_rows (table);
  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, "Total brut"), 4);
  if (last > first)
    formula = g_strdup_printf ("=SUM({%u,4}:{%u,4})", first, last - 1);
  if (week->gross != PLT_UNKNOWN && formula != NULL)
    plt_doc_cell_formula (plt_doc_table_money (table, week->gross), formula);
  else
    plt_doc_table_money (table, week->gross);
  plt_doc_table_text (table, "");
}

static void
add_alerts (const Statement *self, const PltHoursPerson *person, const PltHoursWeek *week)
{
  for (guint i = 0; person->pay != NULL && i < person->pay->alerts->len; i++)
    {
      const PltIssue *alert = person->pay->alerts->pdata[i];
      g_autofree char *text = NULL;

      if (alert->severity == PLT_SEVERITY_INFO || alert->ref.id == 0
          || plt_hours_monday ((PltDate) alert->ref.id) != week->monday)
        continue;
      text = g_strdup_printf ("%s%s%s%s", alert->message, alert->source != NULL ? " (" : "",
                              alert->source != NULL ? alert->source : "",
                              alert->source != NULL ? ")" : "");
      plt_document_paragraph (self->document, "text.small", text, PLT_FINANCE_NO_REF);
    }
}

static void
add_signatures (const Statement *self)
{
  PltDocFields *fields;

  plt_document_space (self->document, 8);
  fields = plt_document_fields (self->document, 2);
  plt_doc_fields_add (fields, "La personne salariée, date et signature", "\n\n",
                      PLT_FINANCE_NO_REF);
  plt_doc_fields_add (fields, "La direction de production, date et signature", "\n\n",
                      PLT_FINANCE_NO_REF);
  plt_document_paragraph (self->document, "text.small",
                          "Décompte individuel à remettre au plus tard le premier jour de la "
                          "semaine suivante (IDCC 3097, titre II, art. 29 ; titre III, IV.3). "
                          "Les heures après minuit s’écrivent 25h00, 26h00 ; les totaux sont en "
                          "heures et minutes.",
                          PLT_FINANCE_NO_REF);
}

static void
add_person (const Statement *self, const PltHoursPerson *person, const PltHoursWeek *week, guint n)
{
  g_autofree char *title = g_strdup_printf ("%s – %s", person->name, person->function);

  if (n > 1)
    plt_document_page_break (self->document);
  plt_document_heading (self->document, 2, title, (PltRef){ "person", person->person->id, NULL });
  add_head (self, person, week);
  plt_document_space (self->document, 6);
  add_days (self, person, week, n);
  plt_document_space (self->document, 6);
  if (person->pay != NULL)
    add_pay (self, person, week, n);
  if (week->why_not != NULL)
    {
      g_autofree char *text = g_strdup_printf ("Brut non calculé : %s", week->why_not);

      plt_document_paragraph (self->document, "text.note", text, PLT_FINANCE_NO_REF);
    }
  add_alerts (self, person, week);
  add_signatures (self);
}

/* ---- the week of the team ---- */

static void
add_team_row (PltDocTable *table,
              const PltHoursPerson *person,
              const PltHoursWeek *week,
              const guint *used,
              guint n_used)
{
  PltDocCell *cell;

  plt_doc_table_row (table, "row.dense");
  plt_doc_cell_ref (plt_doc_table_text (table, person->name),
                    (PltRef){ "person", person->person->id, NULL });
  plt_doc_table_text (table, person->function);
  for (PltDate date = week->monday; date < week->monday + 7; date++)
    {
      const PltHoursDay *day = plt_hours_day (person, date);

      cell = add_length (table, day != NULL ? day->worked : 0);
      if (day != NULL && day->alert != NULL)
        plt_doc_cell_style (cell, "cell.warning");
      if (day != NULL)
        plt_doc_cell_ref (cell, (PltRef){ "work_hours", day->row->id, "start_minutes" });
    }
  cell = add_length (table, week->worked);
  plt_doc_cell_formula (cell, "=SUM({.,2}:{.,8})");
  plt_doc_cell_style (cell, "cell.strong");
  for (guint i = 1; i < n_used; i++)
    add_length (table, week->kinds[kinds[used[i]].kind]);
  plt_doc_table_money (table, week->gross);
  plt_doc_table_text (table, states[week->state]);
}

static void
add_team_total (PltDocTable *table, guint first, const gint64 *sums, guint n)
{
  guint last = plt_doc_table_get_n_rows (table) - 1;

  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, "Total"), 2);
  for (guint c = 0; c < n; c++)
    {
      g_autofree char *formula
          = g_strdup_printf ("=SUM({%u,%u}:{%u,%u})", first, c + 2, last, c + 2);

      plt_doc_cell_formula (
          c + 1 < n ? add_sum (table, sums[c]) : plt_doc_table_money (table, sums[c]), formula);
    }
  plt_doc_table_text (table, "");
}

static void
add_team (const Statement *self, PltDate monday, guint n)
{
  static const char *const days[] = { "Lun.", "Mar.", "Mer.", "Jeu.", "Ven.", "Sam.", "Dim." };
  PltDocColumn columns[2 + 7 + 1 + N_KINDS - 1 + 2] = {
    { .title = "Personne", .id = "personne", .weight = 3, .min = 80, .sheet_chars = 26 },
    { .title = "Fonction", .id = "fonction", .weight = 3, .min = 80, .sheet_chars = 28 },
  };
  g_autofree char *name = g_strdup_printf ("Semaine %u", n);
  g_autofree char *title = week_title (monday);
  gint64 sums[7 + 1 + N_KINDS - 1 + 1] = { 0 }, all[PLT_N_PAY_KINDS] = { 0 };
  guint used[N_KINDS], n_used, at = 2, first, people = 0;
  PltDocTable *table;

  for (guint i = 0; i < self->hours->people->len; i++)
    {
      const PltHoursWeek *week = plt_hours_week (self->hours->people->pdata[i], monday);

      for (guint k = 0; week != NULL && k < PLT_N_PAY_KINDS; k++)
        all[k] += week->kinds[k];
    }
  n_used = used_kinds (all, used);
  for (guint i = 0; i < 7; i++)
    columns[at++] = (PltDocColumn){ .title = days[i], .width = 32 };
  columns[at++] = (PltDocColumn){ .title = "Total", .id = "heures", .width = 36 };
  for (guint i = 1; i < n_used; i++)
    columns[at++]
        = (PltDocColumn){ .title = kinds[used[i]].title, .id = kinds[used[i]].id, .width = 34 };
  columns[at++] = (PltDocColumn){ .title = "Brut", .id = "brut", .width = 54 };
  columns[at++] = (PltDocColumn){ .title = "État", .id = "etat", .width = 36 };
  plt_document_heading (self->document, 2, title, PLT_FINANCE_NO_REF);
  table = plt_document_table (self->document, name, columns, at);
  plt_doc_table_set_frozen_columns (table, 2);
  first = plt_doc_table_get_n_rows (table);
  for (guint i = 0; i < self->hours->people->len; i++)
    {
      const PltHoursPerson *person = self->hours->people->pdata[i];
      const PltHoursWeek *week = plt_hours_week (person, monday);

      if (week == NULL)
        continue;
      people++;
      add_team_row (table, person, week, used, n_used);
      for (guint d = 0; d < 7; d++)
        {
          const PltHoursDay *day = plt_hours_day (person, monday + (PltDate) d);

          sums[d] += day != NULL && day->worked != PLT_UNKNOWN ? day->worked : 0;
        }
      sums[7] += week->worked;
      for (guint k = 1; k < n_used; k++)
        sums[7 + k] += week->kinds[kinds[used[k]].kind];
      sums[7 + n_used] += week->gross != PLT_UNKNOWN ? week->gross : 0;
    }
  if (people > 0)
    add_team_total (table, first, sums, 7 + n_used + 1);
}

/* ---- the paper ---- */

static gboolean
read_person (const Statement *self, const PltParams *params, gint64 *id, GError **error)
{
  const char *word = plt_params_get (params, "personne");

  *id = 0;
  if (word == NULL || *word == '\0')
    return TRUE;
  for (guint i = 0; i < self->source.facts->people.n; i++)
    {
      const PltPersonFacts *person = &self->source.facts->people.items[i];
      g_autofree char *name = plt_facts_person_name (person);
      g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, person->id);

      if (strcmp (row, word) != 0 && g_utf8_collate (name, word) != 0)
        continue;
      *id = person->id;
      return TRUE;
    }
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("Nobody called “%s” is in this production."), word);
  return FALSE;
}

/* The week asked for, else the last one that has hours. */
static PltDate
read_week (const Statement *self, const PltParams *params)
{
  const char *word = plt_params_get (params, "semaine");
  g_autoptr (GArray) mondays = plt_hours_mondays (self->hours);
  PltDate date = word != NULL && *word != '\0' ? plt_date_from_iso (word) : PLT_DATE_NONE;

  if (date != PLT_DATE_NONE)
    return plt_hours_monday (date);
  return mondays->len > 0 ? g_array_index (mondays, PltDate, mondays->len - 1) : PLT_DATE_NONE;
}

static guint
add_people (const Statement *self, PltDate monday, gint64 only)
{
  guint n = 0;

  for (guint i = 0; i < self->hours->people->len && n < MOST_PAGES; i++)
    {
      const PltHoursPerson *person = self->hours->people->pdata[i];
      const PltHoursWeek *week = plt_hours_week (person, monday);

      if (week != NULL && (only == 0 || person->person->id == only))
        add_person (self, person, week, ++n);
    }
  return n;
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (Statement) self = { .hours = NULL };
  gboolean team = g_strcmp0 (plt_params_get (params, "releve"), "equipe") == 0;
  PltDate monday;
  gint64 person;

  if (!plt_paper_open (&self.source, store, params, error))
    return NULL;
  if (!read_person (&self, params, &person, error))
    return NULL;
  self.hours = plt_hours_new (self.source.facts, self.source.plan);
  monday = read_week (&self, params);
  self.document = plt_paper_new (&self.source, team ? "Heures de l’équipe" : "Relevé des heures",
                                 "Décompte hebdomadaire", NULL, PLT_PAPER_A4,
                                 team ? PLT_LANDSCAPE : PLT_PORTRAIT);
  if (monday != PLT_DATE_NONE && team)
    add_team (&self, monday, 1);
  else if (monday == PLT_DATE_NONE || add_people (&self, monday, person) == 0)
    plt_document_paragraph (self.document, "text.note",
                            "Aucune heure n’est notée pour cette période.", PLT_FINANCE_NO_REF);
  return self.document;
}

static const PltParamSpec params[] = {
  { .id = "personne", .title = N_ ("Person"), .type = PLT_PARAM_REFERENCE, .table = "person" },
  { .id = "semaine", .title = N_ ("A day of the week"), .type = PLT_PARAM_DATE },
  { .id = "releve",
    .title = N_ ("Statement"),
    .type = PLT_PARAM_CHOICE,
    .choices = "individuel,equipe",
    .titles = N_ ("One page for each person,The week of the team"),
    .initial = "individuel" },
  { NULL },
};

const PltDocumentKind plt_document_releve_heures = {
  .id = "releve-heures",
  .title = "Relevé des heures",
  .phase = "tournage",
  .params = params,
  .build = build,
};
