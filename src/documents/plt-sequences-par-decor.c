/* Séquences par décor: the paper of the location scouting. Décors by weight, by name or by place,
 * each with its sous-décors, its séquences and what they ask for; then what each décor weighs. */
#include "plt-document-kinds-private.h"
#include "plt-script-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-number.h"
#include "plt-text.h"

static const PltParamSpec params_spec[] = {
  { "ordre", N_ ("Order"), PLT_PARAM_CHOICE, NULL, "poids,nom,lieu", "poids",
    N_ ("Weight,Name,Location") },
  { "decor", N_ ("Set"), PLT_PARAM_REFERENCE, "set", NULL, NULL },
  { NULL },
};

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_EFFECT,
  COLUMN_DAY,
  COLUMN_ROLES,
  COLUMN_SYNOPSIS,
  COLUMN_EXTRAS,
  COLUMN_NOTES,
  COLUMN_SHOTS,
  COLUMN_PAGES,
  COLUMN_PREMIN,
  COLUMN_ESTIMATE, /* left out when no séquence needs it */
  COLUMN_TIME,
  N_COLUMNS,
} Column;

static const PltDocColumn columns[N_COLUMNS] = {
  { .title = "Séq.", .id = "numero", .width = 32 },
  { .title = "Effet", .id = "effet", .width = 34 },
  { .title = "Jour", .id = "jour", .width = 32 },
  { .title = "Rôles", .id = "roles", .weight = 1.5, .min = 48 },
  { .title = "Résumé", .id = "resume", .weight = 5, .min = 140 },
  { .title = "Silhouettes, figuration", .id = "figuration", .weight = 2, .min = 66 },
  { .title = "Notes techniques", .id = "notes", .weight = 2.6, .min = 80 },
  { .title = "Plans", .id = "plans", .width = 32 },
  { .title = "Pages", .id = "pages", .width = 36 },
  { .title = "Prémin.", .id = "preminutage", .width = 40 },
  { .title = "Estim.", .id = "estimation", .width = 38 },
  { .title = "Tournage", .id = "temps", .width = 46 },
};

/**
 * Group: a décor with its séquences, in the order of the film
 * @set: NULL for séquences that have none
 * @parts: Group of its sous-décors, the one without sous-décor first
 */
typedef struct
{
  const PltSetFacts *set;
  const PltLocationFacts *place; /* of the first séquence that has one */
  PltWeight weight;
  GPtrArray *sequences;
  GPtrArray *parts;
} Group;

typedef struct
{
  PltScriptPaper paper;
  GPtrArray *groups; /* Group */
  PltWeight whole;
  const char *order;
  PltDocTable *table;
  Column places[N_COLUMNS]; /* columns printed */
  guint n_columns;
} Builder;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->sequences);
  g_clear_pointer (&group->parts, g_ptr_array_unref);
  g_free (group);
}

static void
builder_clear (Builder *self)
{
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  plt_script_paper_close (&self->paper);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

static Group *
ensure_group (GPtrArray *groups, const PltSetFacts *set)
{
  Group *group;

  for (guint i = 0; i < groups->len; i++)
    if (((Group *) groups->pdata[i])->set == set)
      return groups->pdata[i];
  group = g_new0 (Group, 1);
  group->set = set;
  group->sequences = g_ptr_array_new ();
  plt_weight_init (&group->weight);
  g_ptr_array_add (groups, group);
  return group;
}

static void
add_to_group (const PltScriptPaper *paper, Group *group, const PltSequenceFacts *sequence)
{
  g_ptr_array_add (group->sequences, (gpointer) sequence);
  plt_weight_add (&group->weight, sequence);
  if (group->place == NULL)
    group->place = plt_facts_location_of (paper->source.facts, sequence);
}

static int
compare_names (const Group *x, const Group *y)
{
  if (x->set == NULL || y->set == NULL)
    return (x->set == NULL) - (y->set == NULL);
  return plt_text_compare (x->set->name, y->set->name);
}

/* What has no décor is last, whatever the order. */
static int
compare_groups (gconstpointer a, gconstpointer b, gpointer data)
{
  const Builder *self = data;
  const Group *x = *(const Group *const *) a;
  const Group *y = *(const Group *const *) b;
  gint64 first = plt_weight_share (&x->weight, &self->whole);
  gint64 second = plt_weight_share (&y->weight, &self->whole);

  if (x->set == NULL || y->set == NULL || strcmp (self->order, "nom") == 0)
    return compare_names (x, y);
  if (strcmp (self->order, "lieu") == 0 && x->place != y->place)
    {
      if (x->place == NULL || y->place == NULL)
        return x->place == NULL ? 1 : -1;
      return plt_text_compare (x->place->name, y->place->name);
    }
  if (first != second)
    return first > second ? -1 : 1;
  return compare_names (x, y);
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Group *x = *(const Group *const *) a;
  const Group *y = *(const Group *const *) b;

  if (x->set == NULL || y->set == NULL)
    return (y->set == NULL) - (x->set == NULL);
  return plt_text_compare (x->set->name, y->set->name);
}

/* `only`: a décor or a sous-décor, 0 for all. */
static void
collect (Builder *self, gint64 only)
{
  const PltFacts *facts = self->paper.source.facts;

  self->groups = g_ptr_array_new_with_free_func (group_free);
  plt_weight_init (&self->whole);
  for (guint i = 0; i < self->paper.sequences->len; i++)
    {
      const PltSequenceFacts *sequence = self->paper.sequences->pdata[i];
      Group *group;

      plt_weight_add (&self->whole, sequence);
      if (only != 0 && sequence->set != only && sequence->sub_set != only)
        continue;
      group = ensure_group (self->groups, PLT_FACTS_FIND (facts->sets, PltSetFacts, sequence->set));
      add_to_group (&self->paper, group, sequence);
      if (group->parts == NULL)
        group->parts = g_ptr_array_new_with_free_func (group_free);
      add_to_group (
          &self->paper,
          ensure_group (group->parts, PLT_FACTS_FIND (facts->sets, PltSetFacts, sequence->sub_set)),
          sequence);
    }
  g_ptr_array_sort_with_data (self->groups, compare_groups, self);
  for (guint i = 0; i < self->groups->len; i++)
    g_ptr_array_sort (((Group *) self->groups->pdata[i])->parts, compare_parts);
}

/* ---- the list ---- */

static guint
place_of (const Builder *self, Column column)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->places[i] == column)
      return i;
  return 0;
}

static void
start_table (Builder *self, PltDocument *document)
{
  PltDocColumn printed[N_COLUMNS];

  for (Column column = 0; column < N_COLUMNS; column++)
    if (column != COLUMN_ESTIMATE || self->paper.estimates)
      {
        printed[self->n_columns] = columns[column];
        self->places[self->n_columns++] = column;
      }
  self->table = plt_document_table (document, "Séquences par décor", printed, self->n_columns);
}

/* What asks for means: sensitive points, stunts, animals, vehicles, equipment, and the note. */
static char *
technical_notes (const Builder *self, const PltSequenceFacts *sequence)
{
  g_autofree char *hazards = plt_paper_hazards (sequence);
  g_autofree char *means = plt_script_paper_of_families (&self->paper, sequence,
                                                         "cascades,animaux,vehicules,materiel");
  const char *const parts[] = { hazards, means, sequence->note };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ". " : "", parts[i]);
  return g_string_free (text, FALSE);
}

static void
add_small (PltDocTable *table, const char *text)
{
  plt_doc_cell_style (plt_doc_table_text (table, text), "cell.small");
}

static void
add_sequence (const Builder *self, const PltSequenceFacts *sequence)
{
  g_autofree char *roles = plt_paper_roles (&self->paper.source, sequence, FALSE);
  g_autofree char *extras = plt_script_paper_of_families (&self->paper, sequence, "figuration");
  g_autofree char *notes = technical_notes (self, sequence);
  PltDocTable *table = self->table;

  plt_doc_table_row (table, "row.normal");
  plt_script_paper_add_number (table, sequence);
  plt_script_paper_add_effect (table, sequence);
  plt_doc_table_text (table, sequence->story_day);
  plt_doc_table_text (table, roles);
  plt_doc_cell_ref (plt_doc_table_text (table, sequence->synopsis),
                    (PltRef){ "sequence", sequence->id, "synopsis" });
  add_small (table, extras);
  add_small (table, notes);
  plt_doc_table_number (table, sequence->shots, 0);
  plt_doc_table_eighths (table, sequence->eighths);
  plt_doc_table_seconds (table, sequence->premin_seconds);
  if (self->paper.estimates)
    plt_doc_cell_style (plt_doc_table_seconds (table, plt_script_paper_estimate (sequence)),
                        "cell.muted");
  plt_doc_table_clock (table, sequence->shooting_minutes);
}

/* Sums over rows from `first` to the one before the row just started. */
static void
add_sums (const Builder *self, const PltWeight *weight, guint first)
{
  PltDocTable *table = self->table;
  guint last = plt_doc_table_get_n_rows (table) - 2;

  plt_script_paper_sum (plt_doc_table_number (table, weight->shots, 0),
                        place_of (self, COLUMN_SHOTS), first, last);
  plt_script_paper_sum (plt_doc_table_eighths (table, weight->eighths),
                        place_of (self, COLUMN_PAGES), first, last);
  plt_script_paper_sum (plt_doc_table_seconds (table, weight->premin),
                        place_of (self, COLUMN_PREMIN), first, last);
  if (self->paper.estimates)
    plt_script_paper_sum (plt_doc_table_seconds (table, weight->estimate),
                          place_of (self, COLUMN_ESTIMATE), first, last);
  plt_script_paper_sum (plt_doc_table_clock (table, weight->minutes), place_of (self, COLUMN_TIME),
                        first, last);
}

static void
add_total (
    const Builder *self, const char *style, const char *name, const PltWeight *weight, guint first)
{
  g_autofree char *effects = plt_weight_effects (weight);
  g_autofree char *number
      = plt_number_format (plt_weight_share (weight, &self->whole) / 1000, 1, 1);
  g_autofree char *share = weight != &self->whole
                               ? g_strdup_printf ("%s" PLT_NNBSP "%% du film   ", number)
                               : g_strdup ("");
  g_autofree char *label = g_strdup_printf ("%s   %u séquence%s   %s%s", name, weight->n,
                                            weight->n > 1 ? "s" : "", share, effects);

  plt_doc_table_keep_with_next (self->table);
  plt_doc_table_row (self->table, style);
  plt_doc_cell_span (plt_doc_table_text (self->table, label), COLUMN_SHOTS);
  add_sums (self, weight, first);
}

static void
add_title (const Builder *self,
           const char *style,
           const char *name,
           const PltSetFacts *set,
           const char *more)
{
  g_autofree char *label
      = *more != '\0' ? g_strdup_printf ("%s   %s", name, more) : g_strdup (name);
  PltDocCell *cell;

  plt_doc_table_row (self->table, style);
  cell = plt_doc_table_text (self->table, label);
  if (set != NULL)
    plt_doc_cell_ref (cell, (PltRef){ "set", set->id, "name" });
  plt_doc_cell_span (cell, self->n_columns);
}

static void
add_part (const Builder *self, const Group *group, const Group *part)
{
  gboolean named = part->set != NULL;
  guint first = plt_doc_table_get_n_rows (self->table) + named;

  if (named)
    {
      g_autofree char *place
          = part->place != group->place ? plt_script_paper_place (part->place) : g_strdup ("");

      add_title (self, "row.subgroup", part->set->name, part->set, place);
    }
  for (guint i = 0; i < part->sequences->len; i++)
    add_sequence (self, part->sequences->pdata[i]);
  if (named && part->sequences->len > 1 && group->parts->len > 1)
    add_total (self, "row.note", part->set->name, &part->weight, first);
}

static void
add_group (const Builder *self, const Group *group)
{
  g_autofree char *place = plt_script_paper_place (group->place);
  g_autofree char *where
      = *place != '\0' ? g_strdup_printf ("Lieu : %s", place) : g_strdup ("Lieu à trouver");
  const char *name = group->set != NULL ? group->set->name : "SANS DÉCOR";
  g_autofree char *total = g_strdup_printf ("Total %s", name);
  guint first = plt_doc_table_get_n_rows (self->table) + 1;

  add_title (self, "row.group", name, group->set, group->set != NULL ? where : "");
  for (guint i = 0; i < group->parts->len; i++)
    add_part (self, group, group->parts->pdata[i]);
  add_total (self, "row.total", total, &group->weight, first);
}

/* ---- what each weighs ---- */

static const PltEffectClass classes[]
    = { PLT_EFFECT_INT_DAY, PLT_EFFECT_INT_NIGHT, PLT_EFFECT_EXT_DAY, PLT_EFFECT_EXT_NIGHT,
        PLT_EFFECT_DAWN,    PLT_EFFECT_DUSK,      PLT_EFFECT_NONE };

#define BEFORE_EFFECTS 5

static void
add_weight_cells (const Builder *self,
                  PltDocTable *table,
                  const PltWeight *weight,
                  const gboolean *seen,
                  gboolean sum)
{
  guint last = plt_doc_table_get_n_rows (table) - 2;
  guint column = 2;
  PltDocCell *cell = plt_doc_table_number (table, weight->n, 0);

  if (sum)
    plt_script_paper_sum (cell, column, 1, last);
  column++;
  cell = plt_doc_table_eighths (table, weight->eighths);
  if (sum)
    plt_script_paper_sum (cell, column, 1, last);
  column++;
  plt_doc_table_rate (table, plt_weight_share (weight, &self->whole));
  column++;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (seen[i])
      {
        cell = plt_doc_table_number (
            table, weight->effects[classes[i]] > 0 ? weight->effects[classes[i]] : PLT_UNKNOWN, 0);
        if (sum)
          plt_script_paper_sum (cell, column, 1, last);
        column++;
      }
  cell = plt_doc_table_seconds (table, weight->premin);
  if (sum)
    plt_script_paper_sum (cell, column, 1, last);
  column++;
  if (self->paper.estimates)
    {
      cell = plt_doc_table_seconds (table, weight->estimate);
      if (sum)
        plt_script_paper_sum (cell, column, 1, last);
      column++;
    }
  cell = plt_doc_table_clock (table, weight->minutes);
  if (sum)
    plt_script_paper_sum (cell, column, 1, last);
}

static PltDocTable *
start_weights (const Builder *self, PltDocument *document, gboolean *seen)
{
  PltDocColumn specs[BEFORE_EFFECTS + G_N_ELEMENTS (classes) + 3] = {
    { .title = "Décor", .id = "decor", .weight = 3, .min = 120 },
    { .title = "Lieu", .id = "lieu", .weight = 2.5, .min = 90 },
    { .title = "Séq.", .id = "sequences", .width = 32 },
    { .title = "Pages", .id = "pages", .width = 40 },
    { .title = "Poids", .id = "poids", .width = 44 },
  };
  guint n = BEFORE_EFFECTS;

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      seen[i] = self->whole.effects[classes[i]] > 0;
      if (seen[i])
        specs[n++]
            = (PltDocColumn){ .title = plt_script_paper_effect_name (classes[i]), .width = 34 };
    }
  specs[n++] = (PltDocColumn){ .title = "Prémin.", .id = "preminutage", .width = 46 };
  if (self->paper.estimates)
    specs[n++] = (PltDocColumn){ .title = "Estim.", .id = "estimation", .width = 46 };
  specs[n++] = (PltDocColumn){ .title = "Tournage", .id = "temps", .width = 48 };
  return plt_document_table (document, "Poids des décors", specs, n);
}

static void
add_weights (const Builder *self, PltDocument *document)
{
  gboolean seen[G_N_ELEMENTS (classes)];
  PltDocTable *table;

  plt_document_heading (document, 2, "Poids des décors, en part des pages",
                        (PltRef){ NULL, 0, NULL });
  table = start_weights (self, document, seen);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = self->groups->pdata[i];

      plt_doc_table_row (table, "row.normal");
      plt_doc_cell_ref (
          plt_doc_table_text (table, group->set != NULL ? group->set->name : "SANS DÉCOR"),
          (PltRef){ group->set != NULL ? "set" : NULL, group->set != NULL ? group->set->id : 0,
                    group->set != NULL ? "name" : NULL });
      plt_doc_table_text (table, group->place != NULL ? group->place->name : "");
      add_weight_cells (self, table, &group->weight, seen, FALSE);
      plt_doc_table_keep_with_next (table); /* all of it on a page that holds it */
    }
  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, "Total"), 2);
  add_weight_cells (self, table, &self->whole, seen, TRUE);
}

/* ---- the document ---- */

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (Builder) self = { .order = plt_params_get (params, "ordre") };
  PltDocument *document;
  gint64 only;

  if (!plt_script_paper_reference (store, params, "decor", "set", &only, error)
      || !plt_script_paper_open (&self.paper, store, params, error))
    return NULL;
  {
    const PltSetFacts *set = PLT_FACTS_FIND (self.paper.source.facts->sets, PltSetFacts, only);

    document
        = plt_script_paper_new (&self.paper, "Séquences par décor", set != NULL ? set->name : NULL,
                                NULL, PLT_PAPER_A4, PLT_LANDSCAPE);
  }
  if (!plt_script_paper_begin (&self.paper, document))
    return document;
  collect (&self, only);
  if (self.groups->len == 0)
    {
      plt_script_paper_note (document, "Aucune séquence ne se joue dans ce décor.");
      return document;
    }
  plt_script_paper_note (document,
                         "Prémin. : préminutage de la scripte. Tournage : temps de tournage prévu. "
                         "Le soir compte avec la nuit.");
  if (self.paper.estimates)
    plt_script_paper_note (document,
                           "Estim. : estimation automatique des séquences qui n’ont pas encore de "
                           "préminutage, à corriger par la scripte.");
  start_table (&self, document);
  for (guint i = 0; i < self.groups->len; i++)
    add_group (&self, self.groups->pdata[i]);
  if (only == 0)
    {
      add_total (&self, "row.grand-total", "Total du film", &self.whole, 1);
      add_weights (&self, document);
    }
  return document;
}

const PltDocumentKind plt_document_sequences_par_decor = {
  .id = "sequences-par-decor",
  .title = "Séquences par décor",
  .phase = "developpement",
  .params = params_spec,
  .build = build,
};
