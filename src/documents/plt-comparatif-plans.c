/* Comparatif de deux versions du plan de travail: the figures of both, then séquence by séquence,
 * then role by role.
 *
 * Parameters: a, the version before (without it the last one that was published), b, the version
 * after (the current one), tout, to list also what stays on its day. */
#include "plt-document-kinds-private.h"
#include "plt-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-load.h"
#include "plt-plan-compare.h"
#include "plt-plan-version.h"

#define PAID 8 /* columns of roles before what the devis pays */
#define NO_REF ((PltRef){ NULL, 0, NULL })

static const PltParamSpec params_spec[] = {
  { "a", N_ ("Version before"), PLT_PARAM_REFERENCE, "schedule", NULL, NULL, NULL },
  { "b", N_ ("Version after"), PLT_PARAM_REFERENCE, "schedule", NULL, NULL, NULL },
  { "tout", N_ ("With what did not move"), PLT_PARAM_BOOLEAN, NULL, NULL, "0", NULL },
  { NULL },
};

typedef struct
{
  PltPaperSource source; /* of the version after */
  const PltScheduleFacts *before, *after;
  PltPlanCompare *compare;
  gboolean all;
  char *names[2]; /* "Version 2 du 12/04/2027" */
} Builder;

static void
builder_clear (Builder *self)
{
  g_clear_pointer (&self->compare, plt_plan_compare_free);
  plt_paper_close (&self->source);
  g_free (self->names[0]);
  g_free (self->names[1]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

/* ---- which two ---- */

static gboolean
find (const PltFacts *facts,
      const PltParams *params,
      const char *name,
      const PltScheduleFacts **found,
      GError **error)
{
  const char *word = plt_params_get (params, name);

  if (word != NULL)
    *found = plt_schedule_find (facts, word, PLT_SCHEDULE_WORD_ID, error);
  return word == NULL || *found != NULL;
}

/* The version that this one replaces, else the last one published, else the number before. */
static const PltScheduleFacts *
find_before (const PltFacts *facts, const PltScheduleFacts *after)
{
  const PltScheduleFacts *found = plt_schedule_replaced (facts, after);

  if (found == NULL)
    found = plt_schedule_last_published (facts, after->id);
  for (guint i = 0; found == NULL && i < facts->schedules.n; i++)
    if (facts->schedules.items[i].id != after->id)
      found = &facts->schedules.items[i];
  return found;
}

static char *
name_of (const PltFacts *facts, const PltScheduleFacts *schedule)
{
  g_autofree char *date = plt_date_format_numeric (schedule->published_date);

  return g_strdup_printf ("%s v%d%s%s", schedule->name, (int) plt_schedule_number (schedule),
                          !plt_schedule_is_frozen (facts, schedule->id) ? ", version de travail"
                          : *date != '\0'                               ? " du "
                                                                        : "",
                          date);
}

/* ---- figures ---- */

static const char *const titles[PLT_N_FIGURES] = {
  [PLT_FIGURE_DAYS] = "Jours de tournage",
  [PLT_FIGURE_NIGHTS] = "dont nuits",
  [PLT_FIGURE_OVERLONG] = "Jours au-delà de la durée prévue",
  [PLT_FIGURE_SEQUENCES] = "Séquences placées",
  [PLT_FIGURE_UNPLACED] = "Séquences à placer",
  [PLT_FIGURE_ROLE_DAYS] = "Jours-rôles tournés",
  [PLT_FIGURE_HOLD_DAYS] = "Jours d’attente des rôles",
  [PLT_FIGURE_MOVES] = "Déplacements dans la journée",
  [PLT_FIGURE_BASES] = "Changements de lieu d’un jour à l’autre",
  [PLT_FIGURE_RETURNS] = "Retours dans un décor",
  [PLT_FIGURE_METRES] = "Kilomètres entre les lieux, à vol d’oiseau",
  [PLT_FIGURE_EIGHTHS] = "Pages",
  [PLT_FIGURE_SECONDS] = "Minutage utile",
  [PLT_FIGURE_MINUTES] = "Temps de tournage",
  [PLT_FIGURE_TOTAL] = "Total du devis",
};

static const PltDocColumn figure_columns[] = {
  { .title = "", .id = "chiffre", .weight = 4, .min = 180, .sheet_chars = 40 },
  { .title = "Avant", .id = "avant", .weight = 2, .min = 90, .sheet_chars = 16 },
  { .title = "Après", .id = "apres", .weight = 2, .min = 90, .sheet_chars = 16 },
  { .title = "Écart", .id = "ecart", .weight = 2, .min = 90, .sheet_chars = 16 },
  { .title = "", .id = "sens", .weight = 2, .min = 70, .sheet_chars = 14 },
};

static void
add_value (PltDocTable *table, PltFigure figure, gint64 value)
{
  g_autofree char *text = NULL;

  switch (plt_figure_unit (figure))
    {
    case PLT_FIGURE_UNIT_MONEY:
      plt_doc_table_money (table, value);
      return;
    case PLT_FIGURE_UNIT_METRES:
      plt_doc_table_number (table, value == PLT_UNKNOWN ? PLT_UNKNOWN : (value + 50) / 100, 1);
      return;
    case PLT_FIGURE_UNIT_COUNT:
      plt_doc_table_number (table, value, 0);
      return;
    case PLT_FIGURE_UNIT_EIGHTHS:
    case PLT_FIGURE_UNIT_SECONDS:
    case PLT_FIGURE_UNIT_MINUTES:
    default:
      text = plt_figure_format (figure, value);
      plt_doc_cell_style (plt_doc_table_text (table, text), "cell.right");
    }
}

/* Alive in a spreadsheet where the two before it are numbers. */
static void
add_difference (PltDocTable *table, PltFigure figure, gint64 before, gint64 after)
{
  g_autofree char *text = plt_figure_format_change (figure, before, after);
  gint64 difference = before != PLT_UNKNOWN && after != PLT_UNKNOWN ? after - before : PLT_UNKNOWN;
  PltDocCell *cell;

  switch (plt_figure_unit (figure))
    {
    case PLT_FIGURE_UNIT_MONEY:
      cell = plt_doc_table_money (table, difference);
      break;
    case PLT_FIGURE_UNIT_METRES:
      cell = plt_doc_table_number (
          table, difference == PLT_UNKNOWN ? PLT_UNKNOWN : (after + 50) / 100 - (before + 50) / 100,
          1);
      break;
    case PLT_FIGURE_UNIT_COUNT:
      cell = plt_doc_table_number (table, difference, 0);
      break;
    case PLT_FIGURE_UNIT_EIGHTHS:
    case PLT_FIGURE_UNIT_SECONDS:
    case PLT_FIGURE_UNIT_MINUTES:
    default:
      plt_doc_cell_style (plt_doc_table_text (table, text), "cell.right");
      return;
    }
  if (difference != PLT_UNKNOWN)
    plt_doc_cell_formula (cell, "={.,2}-{.,1}");
}

static void
add_figures (const Builder *self, PltDocument *document)
{
  PltDocTable *table
      = plt_document_table (document, "Synthèse", figure_columns, G_N_ELEMENTS (figure_columns));

  for (int i = 0; i < PLT_N_FIGURES; i++)
    {
      PltFigure figure = (PltFigure) i;
      gint64 before = self->compare->figures[0].values[figure];
      gint64 after = self->compare->figures[1].values[figure];
      gboolean known = before != PLT_UNKNOWN && after != PLT_UNKNOWN;
      const char *sense = !known            ? "non connu"
                          : after == before ? "égal"
                          : after > before  ? "en plus"
                                            : "en moins";
      gboolean worse = known && (after - before) * plt_figure_sense (figure) > 0;

      plt_doc_table_row (table, figure == PLT_FIGURE_TOTAL ? "row.total" : "row.normal");
      plt_doc_table_text (table, titles[figure]);
      add_value (table, figure, before);
      add_value (table, figure, after);
      add_difference (table, figure, before, after);
      plt_doc_cell_style (plt_doc_table_text (table, sense), worse ? "cell.warning"
                                                             : known && before == after
                                                                 ? "cell.muted"
                                                                 : "cell.normal");
    }
}

static void
add_trips (const Builder *self, PltDocument *document)
{
  guint before = self->compare->figures[0].n_unplaced_trips;
  guint after = self->compare->figures[1].n_unplaced_trips;
  g_autofree char *text = NULL;

  if (before == 0 && after == 0)
    return;
  text = g_strdup_printf ("Les kilomètres ne comptent pas les trajets dont un lieu n’a pas de "
                          "coordonnées : %u avant, %u après.",
                          before, after);
  plt_document_paragraph (document, "text.small", text, NO_REF);
}

/* ---- séquences ---- */

static const char *const states[PLT_N_PLAN_STATES] = {
  [PLT_PLAN_SAME] = "même jour",
  [PLT_PLAN_REORDERED] = "autre ordre dans la journée",
  [PLT_PLAN_RENUMBERED] = "même date, autre numéro de jour",
  [PLT_PLAN_MOVED] = "changée de jour",
  [PLT_PLAN_SPLIT] = "coupée autrement",
  [PLT_PLAN_ADDED] = "ajoutée",
  [PLT_PLAN_PLACED] = "placée",
  [PLT_PLAN_UNPLACED] = "à replacer",
  [PLT_PLAN_CUT] = "supprimée",
};

static const PltDocColumn sequence_columns[] = {
  { .title = "Séq.", .id = "sequence", .width = 38, .sheet_chars = 8 },
  { .title = "Effet", .id = "effet", .width = 34, .sheet_chars = 6 },
  { .title = "Décor", .id = "decor", .weight = 4, .min = 120, .sheet_chars = 30 },
  { .title = "Rôles", .id = "roles", .weight = 2, .min = 60, .sheet_chars = 14 },
  { .title = "Avant", .id = "avant", .weight = 3, .min = 96, .sheet_chars = 24 },
  { .title = "Après", .id = "apres", .weight = 3, .min = 96, .sheet_chars = 24 },
  { .title = "Changement", .id = "changement", .weight = 3, .min = 100, .sheet_chars = 28 },
  { .title = "Motif", .id = "motif", .weight = 4, .min = 100, .sheet_chars = 36 },
};

/* (nullable): what the version after says of it */
static const PltChangeFacts *
find_reason (const Builder *self, gint64 sequence)
{
  const PltFacts *facts = self->source.facts;

  for (guint i = 0; i < facts->changes.n; i++)
    if (facts->changes.items[i].schedule == self->after->id
        && facts->changes.items[i].sequence == sequence)
      return &facts->changes.items[i];
  return NULL;
}

static gboolean
has_reasons (const Builder *self)
{
  for (guint i = 0; i < self->source.facts->changes.n; i++)
    if (self->source.facts->changes.items[i].schedule == self->after->id
        && *self->source.facts->changes.items[i].reason != '\0')
      return TRUE;
  return FALSE;
}

static void
add_sequence (const Builder *self,
              PltDocTable *table,
              const PltPlanChange *change,
              gboolean reasons)
{
  const PltSequenceFacts *sequence = change->sequence;
  const PltChangeFacts *said = find_reason (self, sequence->id);
  g_autofree char *set = plt_facts_set_name (self->source.facts, sequence);
  g_autofree char *roles = plt_paper_roles (&self->source, sequence, FALSE);
  g_autofree char *from = plt_plan_days_text (change->from);
  g_autofree char *to = plt_plan_days_text (change->to);
  gboolean move = plt_plan_state_is_move (change->state);
  gboolean strip = change->strip != 0;

  plt_doc_table_row (table, move ? "row.normal" : "row.muted");
  plt_doc_cell_ref (
      plt_doc_table_text (table, sequence->number),
      (PltRef){ strip ? "strip" : "sequence", strip ? change->strip : sequence->id, NULL });
  plt_doc_cell_style (
      plt_doc_table_text (table, plt_effect_code (sequence->int_ext, sequence->effect)),
      plt_paper_effect_style (sequence));
  plt_doc_table_text (table, set);
  plt_doc_table_text (table, roles);
  plt_doc_table_text (table, *from != '\0' ? from : "à placer");
  plt_doc_cell_style (plt_doc_table_text (table, *to != '\0'                     ? to
                                                 : change->state == PLT_PLAN_CUT ? "—"
                                                                                 : "à placer"),
                      move ? "cell.strong" : "cell.normal");
  plt_doc_table_text (table, states[change->state]);
  if (reasons)
    plt_doc_table_text (table, said != NULL ? said->reason : "");
}

static void
append_count (GString *text, guint n, const char *one, const char *many)
{
  if (n > 0)
    g_string_append_printf (text, "%s%u %s", text->len > 0 ? ", " : "", n, n > 1 ? many : one);
}

static char *
count_changes (const Builder *self)
{
  const guint *counts = self->compare->counts;
  g_autoptr (GString) text = g_string_new (NULL);

  append_count (text, counts[PLT_PLAN_MOVED], "séquence changée de jour",
                "séquences changées de jour");
  append_count (text, counts[PLT_PLAN_SPLIT], "coupée autrement", "coupées autrement");
  append_count (text, counts[PLT_PLAN_ADDED], "ajoutée", "ajoutées");
  append_count (text, counts[PLT_PLAN_PLACED], "placée", "placées");
  append_count (text, counts[PLT_PLAN_UNPLACED], "à replacer", "à replacer");
  append_count (text, counts[PLT_PLAN_CUT], "supprimée", "supprimées");
  if (text->len == 0)
    g_string_append (text, "Aucune séquence ne change de jour");
  if (counts[PLT_PLAN_RENUMBERED] > 0)
    g_string_append_printf (text, " ; %u à la même date sous un autre numéro de jour",
                            counts[PLT_PLAN_RENUMBERED]);
  if (counts[PLT_PLAN_REORDERED] > 0)
    g_string_append_printf (text, " ; %u seulement dans un autre ordre de la journée",
                            counts[PLT_PLAN_REORDERED]);
  g_string_append_c (text, '.');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_sequences (const Builder *self, PltDocument *document)
{
  g_autofree char *counts = count_changes (self);
  gboolean reasons = has_reasons (self);
  PltDocTable *table = NULL;

  plt_document_heading (document, 1, "Séquence par séquence", NO_REF);
  plt_document_paragraph (document, "text.normal", counts, NO_REF);
  for (guint i = 0; i < self->compare->changes->len; i++)
    {
      const PltPlanChange *change = self->compare->changes->pdata[i];

      if (!self->all && !plt_plan_state_is_move (change->state))
        continue;
      if (table == NULL)
        table = plt_document_table (document, "Séquences", sequence_columns,
                                    G_N_ELEMENTS (sequence_columns) - !reasons);
      add_sequence (self, table, change, reasons);
    }
}

/* ---- roles ---- */

static const PltDocColumn role_columns[] = {
  { .title = "N°", .id = "numero", .width = 26, .sheet_chars = 5 },
  { .title = "Rôle", .id = "role", .weight = 3, .min = 110, .sheet_chars = 28 },
  { .title = "Jours avant", .id = "jours_avant", .width = 50, .sheet_chars = 10 },
  { .title = "Jours après", .id = "jours_apres", .width = 50, .sheet_chars = 10 },
  { .title = "Attente avant", .id = "attente_avant", .width = 54, .sheet_chars = 10 },
  { .title = "Attente après", .id = "attente_apres", .width = 54, .sheet_chars = 10 },
  { .title = "Période avant", .id = "periode_avant", .weight = 2, .min = 122, .sheet_chars = 26 },
  { .title = "Période après", .id = "periode_apres", .weight = 2, .min = 122, .sheet_chars = 26 },
  { .title = "Devis avant", .id = "devis_avant", .width = 72, .sheet_chars = 14 },
  { .title = "Devis après", .id = "devis_apres", .width = 72, .sheet_chars = 14 },
  { .title = "Écart", .id = "ecart", .width = 72, .sheet_chars = 14 },
};

static char *
period (const PltPlanRole *role, int side)
{
  g_autofree char *first = plt_date_format_short (role->first[side]);
  g_autofree char *last = plt_date_format_short (role->last[side]);

  if (*first == '\0' || strcmp (first, last) == 0)
    return g_steal_pointer (&first);
  return g_strdup_printf ("%s – %s", first, last);
}

static gboolean
is_paid (const Builder *self)
{
  for (guint i = 0; i < self->compare->roles->len; i++)
    for (int side = 0; side < 2; side++)
      if (g_array_index (self->compare->roles, PltPlanRole, i).cost[side] != PLT_UNKNOWN)
        return TRUE;
  return FALSE;
}

static void
add_role (const Builder *self, PltDocTable *table, const PltPlanRole *role, gboolean money)
{
  g_autofree char *player = plt_paper_player (&self->source, role->element);
  g_autofree char *name = *player != '\0' ? g_strdup_printf ("%s (%s)", role->element->name, player)
                                          : g_strdup (role->element->name);
  gboolean paid = role->cost[0] != PLT_UNKNOWN && role->cost[1] != PLT_UNKNOWN;
  PltDocCell *cell;

  plt_doc_table_row (table, plt_plan_role_changes (role) ? "row.normal" : "row.muted");
  plt_doc_table_number (table, role->element->number, 0);
  plt_doc_cell_ref (plt_doc_table_text (table, name),
                    (PltRef){ "element", role->element->id, NULL });
  for (int side = 0; side < 2; side++)
    plt_doc_table_number (table, role->worked[side], 0);
  for (int side = 0; side < 2; side++)
    plt_doc_table_number (table, role->held[side], 0);
  for (int side = 0; side < 2; side++)
    {
      g_autofree char *text = period (role, side);

      plt_doc_table_text (table, text);
    }
  if (!money)
    return;
  for (int side = 0; side < 2; side++)
    plt_doc_table_money (table, role->cost[side]);
  cell = plt_doc_table_money (table, paid ? role->cost[1] - role->cost[0] : PLT_UNKNOWN);
  if (paid)
    plt_doc_cell_formula (cell, "={.,9}-{.,8}");
}

static void
add_roles (const Builder *self, PltDocument *document)
{
  gboolean money = is_paid (self);
  PltDocTable *table = NULL;

  for (guint i = 0; i < self->compare->roles->len; i++)
    {
      const PltPlanRole *role = &g_array_index (self->compare->roles, PltPlanRole, i);

      if (!self->all && !plt_plan_role_changes (role))
        continue;
      if (table == NULL)
        {
          plt_document_heading (document, 1, "Rôle par rôle", NO_REF);
          table = plt_document_table (document, "Rôles", role_columns,
                                      money ? G_N_ELEMENTS (role_columns) : PAID);
        }
      add_role (self, table, role, money);
    }
}

/* ---- the whole ---- */

static gboolean
open (Builder *self, PltStore *store, const PltParams *params, GError **error)
{
  const PltFacts *facts;

  if (!plt_paper_open (&self->source, store, NULL, error))
    return FALSE;
  facts = self->source.facts;
  self->source.date = plt_params_edition_date (params);
  self->all = g_strcmp0 (plt_params_get (params, "tout"), "1") == 0;
  self->after = self->source.plan->schedule;
  if (!find (facts, params, "b", &self->after, error))
    return FALSE;
  if (self->after != NULL)
    self->before = find_before (facts, self->after);
  if (!find (facts, params, "a", &self->before, error))
    return FALSE;
  if (self->before == NULL || self->after == NULL)
    return TRUE;
  self->names[0] = name_of (facts, self->before);
  self->names[1] = name_of (facts, self->after);
  self->compare = plt_plan_compare_new (facts, self->before->id, self->after->id, 0);
  return TRUE;
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (Builder) self = { .before = NULL };
  g_autofree char *subtitle = NULL;
  g_autofree char *version = NULL;
  PltDocument *document;

  if (!open (&self, store, params, error))
    return NULL;
  if (self.compare == NULL)
    {
      document = plt_paper_new (&self.source, "Comparatif des plans de travail", NULL, NULL,
                                PLT_PAPER_A4, PLT_LANDSCAPE);
      plt_document_paragraph (document, "text.note",
                              "Il n’y a pas deux versions du plan de travail à comparer : publiez "
                              "une version, ou copiez le plan.",
                              NO_REF);
      return document;
    }
  subtitle = g_strdup_printf ("Avant : %s · Après : %s", self.names[0], self.names[1]);
  version = g_strdup_printf ("v%d", (int) plt_schedule_number (self.after));
  document = plt_paper_new (&self.source, "Comparatif des plans de travail", subtitle, version,
                            PLT_PAPER_A4, PLT_LANDSCAPE);
  if (*self.after->reason != '\0')
    plt_document_runs (document, "text.normal", "run.bold", "Motif : ", "run.normal",
                       self.after->reason, NULL);
  add_figures (&self, document);
  add_trips (&self, document);
  add_sequences (&self, document);
  add_roles (&self, document);
  return document;
}

const PltDocumentKind plt_document_comparatif_plans = {
  .id = "comparatif-plans",
  .title = "Comparatif des plans de travail",
  .phase = "preparation",
  .params = params_spec,
  .build = build,
};
