/* Statistiques du dépouillement: how long, how much of each effect, which décors and roles weigh,
 * what asks for care, and how far the reading is. */
#include "plt-breakdown.h"
#include "plt-document-kinds-private.h"
#include "plt-minutage.h"
#include "plt-paths.h"
#include "plt-progress.h"
#include "plt-script-paper.h"
#include "plt-story.h"

#include <string.h>

#include "plt-number.h"
#include "plt-text.h"
#include "plt-time.h"

#define BAR 14.0     /* points, of a chart */
#define MOST_BARS 12 /* décors or roles in a chart */

static const PltEffectClass classes[]
    = { PLT_EFFECT_INT_DAY, PLT_EFFECT_INT_NIGHT, PLT_EFFECT_EXT_DAY, PLT_EFFECT_EXT_NIGHT,
        PLT_EFFECT_DAWN,    PLT_EFFECT_DUSK,      PLT_EFFECT_NONE };

typedef struct
{
  PltScriptPaper paper;
  PltProgress *progress;
  PltBreakdownStats stats;
  PltMinutage length;
  PltMinutageParams limits;
  PltWeight whole;
} Builder;

/* A thing that is weighed: a décor, a role, a story day ... */
typedef struct
{
  PltRef ref;
  char *name;
  char *detail;
  PltEffectClass effect;
  PltWeight weight;
  GString *numbers;
} Item;

static void
builder_clear (Builder *self)
{
  g_clear_pointer (&self->progress, plt_progress_free);
  plt_script_paper_close (&self->paper);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->name);
  g_free (item->detail);
  g_string_free (item->numbers, TRUE);
  g_free (item);
}

/* `name` and `detail` are taken. */
static Item *
add_item (GPtrArray *items, PltRef ref, char *name, char *detail)
{
  Item *item = g_new0 (Item, 1);

  item->ref = ref;
  item->name = name;
  item->detail = detail;
  item->numbers = g_string_new (NULL);
  plt_weight_init (&item->weight);
  g_ptr_array_add (items, item);
  return item;
}

static void
add_to_item (Item *item, const PltSequenceFacts *sequence)
{
  plt_weight_add (&item->weight, sequence);
  g_string_append_printf (item->numbers, "%s%s", item->numbers->len > 0 ? ", " : "",
                          sequence->number);
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const Item *x = *(const Item *const *) a;
  const Item *y = *(const Item *const *) b;

  if (x->weight.eighths != y->weight.eighths)
    return x->weight.eighths > y->weight.eighths ? -1 : 1;
  if (x->weight.n != y->weight.n)
    return x->weight.n > y->weight.n ? -1 : 1;
  return plt_text_compare (x->name, y->name);
}

/* ---- the figures at the head ---- */

static char *
percent (gint64 part, gint64 whole)
{
  g_autofree char *number = plt_number_format (plt_per_mille (part, whole), 1, 1);

  return whole > 0 ? g_strdup_printf ("%s" PLT_NNBSP "%%", number) : g_strdup ("");
}

static char *
seconds_text (gint64 seconds)
{
  return seconds != PLT_UNKNOWN ? plt_seconds_format (seconds) : g_strdup ("");
}

static char *
eighths_text (gint64 eighths)
{
  return eighths != PLT_UNKNOWN ? plt_eighths_format (eighths) : g_strdup ("");
}

/* `value` is taken. */
static void
add_field (PltDocFields *fields, const char *label, char *value)
{
  plt_doc_fields_add (fields, label, value, (PltRef){ NULL, 0, NULL });
  g_free (value);
}

static char *
number_text (gint64 number)
{
  return number != PLT_UNKNOWN ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
}

/* ---- lengths ---- */

/* `value` unless it is a sum of nothing. */
static gint64
known (gint64 value, guint n)
{
  return n > 0 ? value : PLT_UNKNOWN;
}

static guint
count_story_days (const PltFacts *facts)
{
  g_autoptr (GPtrArray) days = plt_story_days (facts);

  return days->len;
}

static void
add_figures (const Builder *self, PltDocument *document)
{
  const PltFacts *facts = self->paper.source.facts;
  const PltBreakdownStats *stats = &self->stats;
  const PltMinutage *length = &self->length;
  PltBoxCount boxes = plt_progress_of_film (self->progress);
  PltDocFields *fields = plt_document_fields (document, 5);
  gint64 pace = plt_minutage_per_page (facts);

  add_field (fields, "Séquences", g_strdup_printf ("%u", length->n));
  add_field (fields, "Pages", eighths_text (self->whole.eighths));
  add_field (fields, "Préminutage de la scripte",
             seconds_text (known (length->premin, length->n_premin)));
  add_field (fields, "Estimation automatique",
             seconds_text (known (length->estimate, length->n_estimate)));
  plt_doc_fields_style (fields, "cell.muted");
  add_field (fields, "Durée annoncée", seconds_text (facts->production.target_seconds));
  add_field (fields, "Nuit", percent (stats->night.eighths, stats->total.eighths));
  add_field (fields, "Extérieur", percent (stats->outside.eighths, stats->total.eighths));
  add_field (fields, "Minutes par page",
             pace != PLT_UNKNOWN ? plt_number_format ((pace + 5) / 10, 2, 2) : g_strdup (""));
  add_field (fields, "Temps de tournage",
             length->n_shooting > 0 ? plt_duration_format (length->shooting) : g_strdup (""));
  add_field (fields, "Plans prévus", number_text (self->whole.shots));
  add_field (fields, "Décors", g_strdup_printf ("%u", stats->n_sets));
  add_field (fields, "Sous-décors", g_strdup_printf ("%u", stats->n_sub_sets));
  add_field (fields, "Rôles", g_strdup_printf ("%u", stats->n_roles));
  add_field (fields, "Jours-fiction", g_strdup_printf ("%u", count_story_days (facts)));
  add_field (fields, "Dépouillement", percent (boxes.filled + boxes.nothing, boxes.n));
}

/* A sentence, in a frame when it warns. `text` is taken. */
static void
add_finding (const Builder *self, PltDocument *document, char *text, gboolean warns)
{
  plt_document_paragraph (
      document, warns ? "text.warning" : "text.normal", text,
      (PltRef){ "production", self->paper.source.facts->production.id, "target_seconds" });
  g_free (text);
}

/* The film against the announced length, within the tolerance of the referential. */
static void
add_deviation (const Builder *self, PltDocument *document)
{
  gint64 target = self->paper.source.facts->production.target_seconds;
  gint64 most = self->limits.tolerance_e3;
  gint64 gap = self->length.screen - target;
  g_autofree char *length = seconds_text (self->length.screen);
  g_autofree char *announced = seconds_text (target);
  g_autofree char *share = NULL;
  g_autofree char *limit = NULL;
  gboolean beyond;

  if (target == PLT_UNKNOWN || target <= 0 || self->length.n_untimed == self->length.n)
    return;
  share = percent (ABS (gap), target);
  limit = plt_number_format (most != PLT_UNKNOWN ? most : 0, 1, 0);
  beyond = most != PLT_UNKNOWN && plt_per_mille (ABS (gap), target) > most;
  add_finding (self, document,
               g_strdup_printf ("Minutage %s pour une durée annoncée de %s : %s%s%s%s%s.", length,
                                announced,
                                gap == 0  ? "aucun écart"
                                : gap > 0 ? "+"
                                          : "\u2212",
                                gap != 0 ? share : "", beyond ? ", au-delà de " : "",
                                beyond ? limit : "", beyond ? PLT_NNBSP "%" : ""),
               beyond);
}

static void
add_pace (const Builder *self, PltDocument *document)
{
  gint64 pace = plt_minutage_per_page (self->paper.source.facts);
  gint64 low = self->limits.page_low_e3, high = self->limits.page_high_e3;
  g_autofree char *number = NULL;
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;

  if (pace == PLT_UNKNOWN || low == PLT_UNKNOWN || high == PLT_UNKNOWN
      || (pace >= low && pace <= high))
    return;
  number = plt_number_format ((pace + 5) / 10, 2, 2);
  least = plt_number_format (low, 3, 1);
  most = plt_number_format (high, 3, 1);
  add_finding (self, document,
               g_strdup_printf ("%s minute par page, hors de %s à %s : le découpage en pages ou le "
                                "minutage est à revoir.",
                                number, least, most),
               TRUE);
}

/* What the figures say, and what they lack to be sure. */
static void
add_findings (const Builder *self, PltDocument *document)
{
  guint n = self->length.n_estimated;

  plt_document_space (document, 6);
  add_deviation (self, document);
  add_pace (self, document);
  if (n > 0)
    {
      g_autofree char *text
          = g_strdup_printf ("%u séquence%s sans préminutage : le minutage compte %s estimation "
                             "automatique.",
                             n, n > 1 ? "s" : "", n > 1 ? "leur" : "son");

      plt_script_paper_note (document, text);
    }
  if (self->length.n_untimed > 0)
    {
      g_autofree char *text = g_strdup_printf (
          "%u séquence%s sans préminutage ni estimation : le minutage ne %s compte pas.",
          self->length.n_untimed, self->length.n_untimed > 1 ? "s" : "",
          self->length.n_untimed > 1 ? "les" : "la");

      plt_script_paper_note (document, text);
    }
  plt_script_paper_note (
      document, "Nuit, extérieur : part des pages ; le soir compte avec la nuit, l’aube et "
                "le crépuscule à part, INT/EXT avec l’extérieur.");
}

/* ---- tables of weights ---- */

/* What a table of weights says beside them. */
typedef struct
{
  const char *title, *head;
  const char *detail; /* (nullable): title of the second column */
  gboolean numbers;   /* of séquences, as the last column */
  gboolean sum;       /* parts of the film: a total makes sense */
  gboolean narrow;    /* names are codes */
} Shape;

static PltDocTable *
start_table (const Builder *self, PltDocument *document, const Shape *shape)
{
  PltDocColumn columns[9];
  guint n = 0;

  columns[n++] = shape->narrow
                     ? (PltDocColumn){ .title = shape->head, .id = "nom", .width = 46 }
                     : (PltDocColumn){ .title = shape->head, .id = "nom", .weight = 3, .min = 90 };
  if (shape->detail != NULL)
    columns[n++] = (PltDocColumn){ .title = shape->detail, .id = "detail", .weight = 2, .min = 70 };
  columns[n++] = (PltDocColumn){ .title = "Séq.", .id = "sequences", .width = 34 };
  columns[n++] = (PltDocColumn){ .title = "Pages", .id = "pages", .width = 46 };
  columns[n++] = (PltDocColumn){ .title = "Poids", .id = "poids", .width = 44 };
  columns[n++] = (PltDocColumn){ .title = "Prémin.", .id = "preminutage", .width = 48 };
  if (self->paper.estimates)
    columns[n++] = (PltDocColumn){ .title = "Estim.", .id = "estimation", .width = 46 };
  columns[n++] = (PltDocColumn){ .title = "Tournage", .id = "temps", .width = 50 };
  if (shape->numbers)
    columns[n++] = (PltDocColumn){ .title = "Séquences", .id = "numeros", .weight = 4, .min = 110 };
  return plt_document_table (document, shape->title, columns, n);
}

static void
add_weight (
    const Builder *self, PltDocTable *table, const PltWeight *weight, guint column, gboolean sum)
{
  guint last = plt_doc_table_get_n_rows (table) - 2;
  const struct
  {
    PltDocCell *(*add) (PltDocTable *table, gint64 value);
    gint64 value;
  } cells[] = {
    { plt_doc_table_eighths, weight->eighths },
    { plt_doc_table_rate, plt_weight_share (weight, &self->whole) },
    { plt_doc_table_seconds, weight->premin },
    { plt_doc_table_seconds, weight->estimate },
    { plt_doc_table_clock, weight->minutes },
  };
  PltDocCell *cell = plt_doc_table_number (table, weight->n, 0);

  if (sum)
    plt_script_paper_sum (cell, column, 1, last);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      if (i == 3 && !self->paper.estimates)
        continue;
      column++;
      cell = cells[i].add (table, cells[i].value);
      if (i == 3 && !sum)
        plt_doc_cell_style (cell, "cell.muted");
      if (sum && i != 1)
        plt_script_paper_sum (cell, column, 1, last);
    }
}

static void
add_table (const Builder *self, PltDocument *document, const GPtrArray *items, const Shape *shape)
{
  PltDocTable *table = start_table (self, document, shape);
  guint first = shape->detail != NULL ? 2 : 1;

  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = items->pdata[i];
      PltDocCell *cell;

      plt_doc_table_row (table, "row.normal");
      cell = plt_doc_table_text (table, item->name);
      if (item->effect != PLT_EFFECT_NONE)
        plt_doc_cell_style (cell, plt_script_paper_effect_style (item->effect));
      plt_doc_cell_ref (cell, item->ref);
      if (shape->detail != NULL)
        plt_doc_table_text (table, item->detail != NULL ? item->detail : "");
      add_weight (self, table, &item->weight, first, FALSE);
      if (shape->numbers)
        plt_doc_table_text (table, item->numbers->str);
      if (i + 1 < items->len)
        plt_doc_table_keep_with_next (table); /* all of it on a page that holds it */
    }
  if (!shape->sum || items->len < 2)
    return;
  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, "Total"), first);
  add_weight (self, table, &self->whole, first, TRUE);
}

static void
add_chart (PltDocument *document, const GPtrArray *items, const char *alternative)
{
  guint n = MIN (items->len, MOST_BARS);
  PltDrawing *drawing;

  if (n < 2 || ((const Item *) items->pdata[0])->weight.eighths == PLT_UNKNOWN)
    return;
  drawing = plt_document_drawing (document, "chart.ranks", 0, n * BAR, alternative);
  for (guint i = 0; i < n; i++)
    {
      const Item *item = items->pdata[i];
      g_autofree char *pages = eighths_text (item->weight.eighths);
      g_autofree char *value = g_strdup_printf ("%s p.", pages);

      plt_drawing_add (drawing, item->name, *pages != '\0' ? value : "",
                       item->weight.eighths != PLT_UNKNOWN ? item->weight.eighths : 0, item->effect,
                       0, 0);
    }
  plt_document_space (document, 6);
}

static gboolean
has_details (const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (((const Item *) items->pdata[i])->detail, "") > 0)
      return TRUE;
  return FALSE;
}

static void
add_section (const Builder *self,
             PltDocument *document,
             const GPtrArray *items,
             const Shape *shape,
             const char *chart)
{
  plt_document_heading (document, 2, shape->title, (PltRef){ NULL, 0, NULL });
  if (chart != NULL)
    add_chart (document, items, chart);
  {
    Shape printed = *shape;

    if (!has_details (items))
      printed.detail = NULL;
    add_table (self, document, items, &printed);
  }
}

static void
add_effects (const Builder *self, PltDocument *document)
{
  static const char *const names[]
      = { "intérieur jour", "intérieur nuit", "extérieur jour",  "extérieur nuit",
          "aube",           "crépuscule",     "effet à préciser" };
  static const Shape shape = { "Effets", "Effet", "Lumière", FALSE, TRUE, TRUE };
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (item_free);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      Item *item;

      if (self->whole.effects[classes[i]] == 0)
        continue;
      item = add_item (items, (PltRef){ NULL, 0, NULL },
                       g_strdup (plt_script_paper_effect_name (classes[i])), g_strdup (names[i]));
      item->effect = classes[i];
      for (guint j = 0; j < self->paper.sequences->len; j++)
        {
          const PltSequenceFacts *sequence = self->paper.sequences->pdata[j];

          if (plt_effect_class (sequence->int_ext, sequence->effect) == classes[i])
            add_to_item (item, sequence);
        }
    }
  add_section (self, document, items, &shape, "Pages par effet");
}

static void
add_sets (const Builder *self, PltDocument *document)
{
  static const Shape shape = { "Décors", "Décor", "Lieu", FALSE, TRUE };
  const PltFacts *facts = self->paper.source.facts;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->paper.sequences->len; i++)
    {
      const PltSequenceFacts *sequence = self->paper.sequences->pdata[i];
      const PltSetFacts *set = PLT_FACTS_FIND (facts->sets, PltSetFacts, sequence->set);
      const PltLocationFacts *place = plt_facts_location_of (facts, sequence);
      Item *item = g_hash_table_lookup (known, PLT_ID_TO_POINTER (sequence->set));

      if (item == NULL)
        {
          item = add_item (items,
                           (PltRef){ set != NULL ? "set" : NULL, set != NULL ? set->id : 0, NULL },
                           g_strdup (set != NULL ? set->name : "SANS DÉCOR"),
                           g_strdup (place != NULL ? place->name : ""));
          g_hash_table_insert (known, PLT_ID_TO_POINTER (sequence->set), item);
        }
      add_to_item (item, sequence);
    }
  g_ptr_array_sort (items, compare_weights);
  add_section (self, document, items, &shape, "Pages par décor");
}

static void
add_roles (const Builder *self, PltDocument *document)
{
  static const Shape shape = { "Rôles", "Rôle", "Comédien", FALSE, FALSE };
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (GPtrArray) roles = plt_script_paper_family (&self->paper, "roles");

  for (guint i = 0; i < roles->len; i++)
    {
      const PltElementFacts *role = roles->pdata[i];
      const GPtrArray *occurrences = plt_script_paper_of_element (&self->paper, role->id);
      Item *item = add_item (items, (PltRef){ "element", role->id, NULL }, g_strdup (role->name),
                             plt_paper_player (&self->paper.source, role));

      for (guint j = 0; j < occurrences->len; j++)
        add_to_item (item,
                     plt_script_paper_sequence (
                         &self->paper, ((PltOccurrenceFacts *) occurrences->pdata[j])->sequence));
    }
  if (items->len == 0)
    return;
  g_ptr_array_sort (items, compare_weights);
  add_section (self, document, items, &shape, "Pages par rôle");
}

static gboolean
has_hazard (const PltSequenceFacts *sequence, const char *hazard)
{
  g_auto (GStrv) ids = g_strsplit (sequence->hazards, ",", -1);

  return g_strv_contains ((const char *const *) ids, hazard);
}

static void
add_hazards (const Builder *self, PltDocument *document)
{
  static const Shape shape = { "Points sensibles", "Point sensible", NULL, TRUE, FALSE };
  const PltColumn *column = plt_table_column (plt_table_find ("sequence"), "hazards");
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (item_free);

  for (const PltChoice *choice = column->choices; choice->id != NULL; choice++)
    {
      Item *item = NULL;

      for (guint i = 0; i < self->paper.sequences->len; i++)
        {
          const PltSequenceFacts *sequence = self->paper.sequences->pdata[i];

          if (!has_hazard (sequence, choice->id))
            continue;
          if (item == NULL)
            item = add_item (items, (PltRef){ NULL, 0, NULL },
                             g_strdup (plt_script_paper_hazard (choice->id)), NULL);
          add_to_item (item, sequence);
        }
    }
  if (items->len > 0)
    add_section (self, document, items, &shape, NULL);
}

static void
add_story_days (const Builder *self, PltDocument *document)
{
  static const Shape shape = { "Jours-fiction", "Jour-fiction", "Moment", TRUE, TRUE, FALSE };
  const PltFacts *facts = self->paper.source.facts;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (GPtrArray) story = plt_story_order (facts);

  if (count_story_days (facts) == 0)
    return;
  for (guint i = 0; i < story->len; i++)
    {
      const PltSequenceFacts *sequence = story->pdata[i];
      const char *name = *sequence->story_day != '\0' ? sequence->story_day : "sans jour-fiction";
      Item *item = NULL;

      for (guint j = 0; j < items->len && item == NULL; j++)
        if (plt_text_compare (((Item *) items->pdata[j])->name, name) == 0)
          item = items->pdata[j];
      if (item == NULL)
        {
          const PltStoryDayFacts *day = plt_story_day_find (facts, sequence->story_day);

          item = add_item (
              items, (PltRef){ day != NULL ? "story_day" : NULL, day != NULL ? day->id : 0, NULL },
              g_strdup (name), g_strdup (day != NULL ? day->moment : ""));
        }
      add_to_item (item, sequence);
    }
  add_section (self, document, items, &shape, NULL);
}

/* ---- elements and progress ---- */

static void
add_categories (const Builder *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Code", .id = "code", .width = 36 },
    { .title = "Catégorie", .id = "categorie", .weight = 3, .min = 110 },
    { .title = "Éléments", .id = "elements", .width = 54 },
    { .title = "Présences", .id = "presences", .width = 56 },
    { .title = "Cases", .id = "cases", .width = 44 },
    { .title = "Remplies", .id = "remplies", .width = 52 },
    { .title = "Néant", .id = "neant", .width = 44 },
    { .title = "À faire", .id = "a_faire", .width = 46 },
    { .title = "Fait", .id = "fait", .width = 46 },
  };
  const PltFacts *facts = self->paper.source.facts;
  gint64 sums[6] = { 0 };
  PltDocTable *table;
  guint last;

  if (facts->categories.n == 0)
    return;
  plt_document_heading (document, 2, "Éléments et avancement", (PltRef){ NULL, 0, NULL });
  table = plt_document_table (document, "Éléments", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < facts->categories.n; i++)
    {
      const PltCategoryFacts *category = &facts->categories.items[i];
      g_autoptr (GPtrArray) elements = plt_script_paper_elements (&self->paper, category->id);
      PltBoxCount count = plt_progress_of_category (self->progress, category->id);
      gint64 values[6] = { elements->len, 0,
                           count.n,       count.filled,
                           count.nothing, count.n - count.filled - count.nothing };

      for (guint j = 0; j < elements->len; j++)
        values[1] += plt_script_paper_of_element (&self->paper,
                                                  ((PltElementFacts *) elements->pdata[j])->id)
                         ->len;
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, category->code);
      plt_doc_cell_ref (plt_doc_table_text (table, category->name),
                        (PltRef){ "element_category", category->id, "name" });
      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        {
          sums[j] += values[j];
          plt_doc_table_number (table, j >= 2 && count.n == 0 ? PLT_UNKNOWN : values[j], 0);
        }
      if (count.n > 0)
        plt_doc_cell_formula (
            plt_doc_table_rate (table,
                                1000 * plt_per_mille (count.filled + count.nothing, count.n)),
            "=ROUND(({.,5}+{.,6})/{.,4},3)");
      plt_doc_table_keep_with_next (table);
    }
  last = plt_doc_table_get_n_rows (table) - 1;
  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, "Total"), 2);
  for (guint j = 0; j < G_N_ELEMENTS (sums); j++)
    plt_script_paper_sum (plt_doc_table_number (table, sums[j], 0), 2 + j, 1, last);
  if (sums[2] > 0)
    plt_doc_cell_formula (
        plt_doc_table_rate (table, 1000 * plt_per_mille (sums[3] + sums[4], sums[2])),
        "=ROUND(({.,5}+{.,6})/{.,4},3)");
  plt_document_space (document, 6);
  plt_script_paper_note (document,
                         "Case : une catégorie d’une séquence ; remplie, confirmée « néant », ou à "
                         "faire. Les questions (DIV) ne comptent pas.");
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (Builder) self = { .progress = NULL };
  g_autofree char *shipped = NULL;
  PltDocument *document;

  if (!plt_script_paper_open (&self.paper, store, params, error))
    return NULL;
  document
      = plt_script_paper_new (&self.paper, "Statistiques", NULL, NULL, PLT_PAPER_A4, PLT_PORTRAIT);
  if (!plt_script_paper_begin (&self.paper, document))
    return document;
  self.progress = plt_progress_new (self.paper.source.facts);
  plt_breakdown_stats (self.paper.source.facts, &self.stats);
  self.length = plt_minutage_total (self.paper.source.facts);
  shipped = plt_paths_read ("referentials/" PLT_MINUTAGE_REFERENTIAL ".ini", NULL, NULL);
  plt_minutage_open (self.paper.source.facts, shipped, &self.limits);
  plt_weight_init (&self.whole);
  for (guint i = 0; i < self.paper.sequences->len; i++)
    plt_weight_add (&self.whole, self.paper.sequences->pdata[i]);
  add_figures (&self, document);
  add_findings (&self, document);
  add_effects (&self, document);
  add_sets (&self, document);
  add_roles (&self, document);
  add_hazards (&self, document);
  add_story_days (&self, document);
  add_categories (&self, document);
  return document;
}

const PltDocumentKind plt_document_statistiques = {
  .id = "statistiques",
  .title = "Statistiques du dépouillement",
  .phase = "developpement",
  .build = build,
};
