#include "plt-script-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-breakdown.h"
#include "plt-document-private.h"
#include "plt-error.h"
#include "plt-load.h"
#include "plt-number.h"
#include "plt-rows.h"
#include "plt-text.h"
#include "plt-time.h"

#define MANY_SETS 6 /* more are told without their sous-décors */

/* ---- opening ---- */

static void
index_occurrence (GHashTable *index, gint64 id, const PltOccurrenceFacts *occurrence)
{
  GPtrArray *list = g_hash_table_lookup (index, PLT_ID_TO_POINTER (id));

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (index, PLT_ID_TO_POINTER (id), list);
    }
  g_ptr_array_add (list, (gpointer) occurrence);
}

static int
compare_by_film (gconstpointer a, gconstpointer b, gpointer data)
{
  const PltScriptPaper *self = data;
  const PltOccurrenceFacts *x = *(const PltOccurrenceFacts *const *) a;
  const PltOccurrenceFacts *y = *(const PltOccurrenceFacts *const *) b;
  const PltSequenceFacts *first = plt_script_paper_sequence (self, x->sequence);
  const PltSequenceFacts *second = plt_script_paper_sequence (self, y->sequence);

  return first < second ? -1 : first > second; /* facts are in the order of the film */
}

static void
index_all (PltScriptPaper *self)
{
  const PltFacts *facts = self->source.facts;
  GHashTableIter iter;
  gpointer list;

  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];

      if (plt_sequence_is_cut (sequence))
        continue;
      g_ptr_array_add (self->sequences, (gpointer) sequence);
      self->estimates |= plt_script_paper_estimate (sequence) != PLT_UNKNOWN;
    }
  for (guint i = 0; i < facts->occurrences.n; i++)
    {
      const PltOccurrenceFacts *occurrence = &facts->occurrences.items[i];
      const PltSequenceFacts *sequence = plt_script_paper_sequence (self, occurrence->sequence);

      if (sequence == NULL || plt_sequence_is_cut (sequence)
          || plt_script_paper_element (self, occurrence->element) == NULL)
        continue;
      index_occurrence (self->by_element, occurrence->element, occurrence);
    }
  g_hash_table_iter_init (&iter, self->by_element);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_sort_with_data (list, compare_by_film, self);
}

/* The current script, from its row: facts hold only its id. */
static void
read_version (PltScriptPaper *self, PltStore *store)
{
  const PltTable *table = plt_table_find ("script_version");
  g_autofree PltValue *values = g_new0 (PltValue, plt_table_n_columns (table));
  gint64 id = self->source.facts->production.script_version;

  self->script = g_strdup ("");
  if (id == 0 || !plt_rows_read (store, table, id, values, NULL))
    return;
  for (guint i = 0; i < plt_table_n_columns (table); i++)
    {
      const PltColumn *column = &table->columns[i];

      if (strcmp (column->id, "number") == 0 && values[i].kind == PLT_VALUE_INTEGER)
        self->version = g_strdup_printf ("v%" G_GINT64_FORMAT, values[i].integer);
      if (strcmp (column->id, "imported_date") == 0 && self->version != NULL)
        {
          PltDate date = plt_date_from_iso (plt_value_get_text (&values[i]));
          g_autofree char *when
              = date != PLT_DATE_NONE ? plt_date_format_numeric (date) : g_strdup ("");

          g_free (self->script);
          self->script = g_strdup_printf (
              "Scénario %s%s%s%s", self->version, *when != '\0' ? " du " : "", when,
              strcmp (self->version, "v1") != 0 ? ", annule et remplace la version précédente"
                                                : "");
        }
    }
  for (guint i = 0; i < plt_table_n_columns (table); i++)
    plt_value_clear (&values[i]);
}

/**
 * plt_script_paper_open:
 * @self: (out): filled
 * @store: a production
 * @params: of the document
 *
 * Returns: FALSE with an error when the production cannot be read
 */
gboolean
plt_script_paper_open (PltScriptPaper *self,
                       PltStore *store,
                       const PltParams *params,
                       GError **error)
{
  self->source.facts = plt_facts_load (store, error);
  if (self->source.facts == NULL)
    return FALSE;
  self->source.plan = plt_plan_new (self->source.facts, 0);
  self->source.date = plt_params_edition_date (params);
  self->sequences = g_ptr_array_new ();
  self->by_element = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  index_all (self);
  read_version (self, store);
  return TRUE;
}

void
plt_script_paper_close (PltScriptPaper *self)
{
  g_clear_pointer (&self->by_element, g_hash_table_unref);
  g_clear_pointer (&self->sequences, g_ptr_array_unref);
  g_clear_pointer (&self->version, g_free);
  g_clear_pointer (&self->script, g_free);
  plt_paper_close (&self->source);
}

PltDocument *
plt_script_paper_new (const PltScriptPaper *self,
                      const char *title,
                      const char *subject,
                      const char *more,
                      PltPaper paper,
                      PltOrientation orientation)
{
  const char *director = self->source.facts->production.director;
  g_autofree char *by = *director != '\0' ? g_strconcat ("Réalisation : ", director, NULL) : NULL;
  const char *const parts[] = { subject, by, self->script, more };
  g_autoptr (GString) subtitle = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", parts[i]);
  return plt_paper_new (&self->source, title, subtitle->len > 0 ? subtitle->str : NULL,
                        self->version, paper, orientation);
}

void
plt_script_paper_note (PltDocument *document, const char *text)
{
  plt_document_paragraph (document, "text.note", text, (PltRef){ NULL, 0, NULL });
}

gboolean
plt_script_paper_begin (const PltScriptPaper *self, PltDocument *document)
{
  if (self->sequences->len > 0)
    return TRUE;
  plt_script_paper_note (document,
                         self->source.facts->sequences.n > 0
                             ? "Toutes les séquences sont supprimées : il n’y a rien à dépouiller."
                             : "La production n’a pas encore de séquence : importez un scénario.");
  return FALSE;
}

/* Place of the séquence of that number, whatever its case; the number of séquences when there is
 * none. */
static guint
place_of (const PltFacts *facts, const char *number)
{
  g_autofree char *wanted = plt_text_fold (number);

  for (guint i = 0; i < facts->sequences.n; i++)
    {
      g_autofree char *folded = plt_text_fold (facts->sequences.items[i].number);

      if (strcmp (folded, wanted) == 0)
        return i;
    }
  return facts->sequences.n;
}

GPtrArray *
plt_script_paper_choose (const PltFacts *facts, const char *numbers, GError **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_auto (GStrv) words = g_strsplit_set (numbers, ",;", -1);

  for (guint w = 0; words[w] != NULL; w++)
    {
      const char *word = g_strstrip (words[w]);
      guint first = place_of (facts, word), last = first;

      if (*word == '\0')
        continue;
      if (first == facts->sequences.n) /* no number by itself: perhaps a range */
        {
          g_auto (GStrv) ends = g_strsplit (word, "-", 2);

          first = place_of (facts, g_strstrip (ends[0]));
          last = ends[1] != NULL ? place_of (facts, g_strstrip (ends[1])) : facts->sequences.n;
        }
      if (last >= facts->sequences.n || first > last)
        {
          g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                       _ ("There is no sequence “%s”. Give numbers as the script has them: “1, 4A” "
                          "or “12-15”."),
                       word);
          return NULL;
        }
      for (guint i = first; i <= last; i++)
        g_ptr_array_add (chosen, (gpointer) &facts->sequences.items[i]);
    }
  return g_steal_pointer (&chosen);
}

gboolean
plt_script_paper_reference (PltStore *store,
                            const PltParams *params,
                            const char *name,
                            const char *table,
                            gint64 *id,
                            GError **error)
{
  const char *text = plt_params_get (params, name);
  g_autofree PltValue *values = NULL;
  const PltTable *found = plt_table_find (table);

  *id = 0;
  if (text == NULL || *text == '\0')
    return TRUE;
  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    {
      gboolean there;

      values = g_new0 (PltValue, plt_table_n_columns (found));
      there = plt_rows_read (store, found, *id, values, NULL);
      for (guint i = 0; i < plt_table_n_columns (found); i++)
        plt_value_clear (&values[i]);
      if (there)
        return TRUE;
    }
  *id = plt_rows_find_label (store, found, text, error);
  return *id != 0;
}

/* ---- what is where ---- */

static const GPtrArray *
list_of (GHashTable *index, gint64 id)
{
  static GPtrArray *none = NULL;
  const GPtrArray *list = g_hash_table_lookup (index, PLT_ID_TO_POINTER (id));

  if (list != NULL)
    return list;
  if (g_once_init_enter (&none))
    g_once_init_leave (&none, g_ptr_array_new ());
  return none;
}

const GPtrArray *
plt_script_paper_of_element (const PltScriptPaper *self, gint64 element)
{
  return list_of (self->by_element, element);
}

const PltSequenceFacts *
plt_script_paper_sequence (const PltScriptPaper *self, gint64 id)
{
  return PLT_FACTS_FIND (self->source.facts->sequences, PltSequenceFacts, id);
}

const PltElementFacts *
plt_script_paper_element (const PltScriptPaper *self, gint64 id)
{
  return PLT_FACTS_FIND (self->source.facts->elements, PltElementFacts, id);
}

static const PltCategoryFacts *
category_of (const PltScriptPaper *self, const PltElementFacts *element)
{
  return PLT_FACTS_FIND (self->source.facts->categories, PltCategoryFacts, element->category);
}

static int
compare_elements (gconstpointer a, gconstpointer b)
{
  const PltElementFacts *x = *(const PltElementFacts *const *) a;
  const PltElementFacts *y = *(const PltElementFacts *const *) b;
  gint64 first = x->number != PLT_UNKNOWN ? x->number : G_MAXINT64;
  gint64 second = y->number != PLT_UNKNOWN ? y->number : G_MAXINT64;

  if (first != second)
    return first < second ? -1 : 1;
  return plt_text_compare (x->name, y->name);
}

/* `family` NULL: of the category. */
static GPtrArray *
collect (const PltScriptPaper *self, gint64 category, const char *family)
{
  const PltFacts *facts = self->source.facts;
  GPtrArray *elements = g_ptr_array_new ();

  for (guint i = 0; i < facts->elements.n; i++)
    {
      const PltElementFacts *element = &facts->elements.items[i];
      const PltCategoryFacts *its = category_of (self, element);

      if (its == NULL || plt_script_paper_of_element (self, element->id)->len == 0)
        continue;
      if (family != NULL ? strcmp (its->family, family) == 0 : its->id == category)
        g_ptr_array_add (elements, (gpointer) element);
    }
  g_ptr_array_sort (elements, compare_elements);
  return elements;
}

GPtrArray *
plt_script_paper_elements (const PltScriptPaper *self, gint64 category)
{
  return collect (self, category, NULL);
}

GPtrArray *
plt_script_paper_family (const PltScriptPaper *self, const char *family)
{
  return collect (self, 0, family);
}

/* ---- words ---- */

char *
plt_script_paper_numbers (const PltScriptPaper *self, const PltElementFacts *element)
{
  const GPtrArray *occurrences = plt_script_paper_of_element (self, element->id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < occurrences->len; i++)
    {
      const PltOccurrenceFacts *occurrence = occurrences->pdata[i];
      const PltSequenceFacts *sequence = plt_script_paper_sequence (self, occurrence->sequence);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", sequence->number);
      if (occurrence->quantity != PLT_UNKNOWN && occurrence->quantity > 1)
        g_string_append_printf (text, " (%" G_GINT64_FORMAT ")", occurrence->quantity);
    }
  return g_string_free (text, FALSE);
}

/* Adds `text` to the list unless it is there or empty. */
static void
add_once (GPtrArray *list, char *text)
{
  if (*text != '\0' && !g_ptr_array_find_with_equal_func (list, text, g_str_equal, NULL))
    g_ptr_array_add (list, text);
  else
    g_free (text);
}

static char *
join (GPtrArray *list, const char *separator)
{
  g_ptr_array_add (list, NULL);
  return g_strjoinv (separator, (char **) list->pdata);
}

/* `deep`: with sous-décors. */
static GPtrArray *
collect_sets (const PltScriptPaper *self, const PltElementFacts *element, gboolean deep)
{
  const GPtrArray *occurrences = plt_script_paper_of_element (self, element->id);
  const PltFacts *facts = self->source.facts;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < occurrences->len; i++)
    {
      const PltOccurrenceFacts *occurrence = occurrences->pdata[i];
      const PltSequenceFacts *sequence = plt_script_paper_sequence (self, occurrence->sequence);
      const PltSetFacts *set = PLT_FACTS_FIND (facts->sets, PltSetFacts, sequence->set);

      if (deep || set == NULL)
        add_once (names, plt_facts_set_name (facts, sequence));
      else
        add_once (names, g_strdup (set->name));
    }
  return names;
}

char *
plt_script_paper_sets (const PltScriptPaper *self, const PltElementFacts *element)
{
  g_autoptr (GPtrArray) names = collect_sets (self, element, TRUE);

  if (names->len > MANY_SETS)
    {
      g_ptr_array_unref (names);
      names = collect_sets (self, element, FALSE);
    }
  return join (names, " ; ");
}

char *
plt_script_paper_story_days (const PltScriptPaper *self, const PltElementFacts *element)
{
  const GPtrArray *occurrences = plt_script_paper_of_element (self, element->id);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < occurrences->len; i++)
    {
      const PltOccurrenceFacts *occurrence = occurrences->pdata[i];

      add_once (names,
                g_strdup (plt_script_paper_sequence (self, occurrence->sequence)->story_day));
    }
  return join (names, ", ");
}

static gboolean
is_among (const char *family, const char *families)
{
  g_auto (GStrv) list = g_strsplit (families, ",", -1);

  return g_strv_contains ((const char *const *) list, family);
}

char *
plt_script_paper_of_families (const PltScriptPaper *self,
                              const PltSequenceFacts *sequence,
                              const char *families)
{
  guint n;
  const PltOccurrenceFacts *const *occurrences
      = plt_facts_occurrences_of (self->source.facts, sequence->id, &n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const PltOccurrenceFacts *occurrence = occurrences[i];
      const PltElementFacts *element = plt_script_paper_element (self, occurrence->element);
      const PltCategoryFacts *category = element != NULL ? category_of (self, element) : NULL;

      if (category == NULL || !is_among (category->family, families))
        continue;
      if (text->len > 0)
        g_string_append (text, " ; ");
      if (occurrence->quantity != PLT_UNKNOWN && occurrence->quantity > 1)
        g_string_append_printf (text, "%" G_GINT64_FORMAT " ", occurrence->quantity);
      g_string_append (text, element->name);
    }
  return g_string_free (text, FALSE);
}

char *
plt_script_paper_place (const PltLocationFacts *place)
{
  GString *text = g_string_new (place != NULL ? place->name : "");

  if (place == NULL)
    return g_string_free (text, FALSE);
  if (*place->address != '\0' && plt_text_compare (place->address, place->name) != 0)
    g_string_append_printf (text, ", %s", place->address);
  if (*place->postcode != '\0' || *place->city != '\0')
    g_string_append_printf (text, ", %s%s%s", place->postcode,
                            *place->postcode != '\0' && *place->city != '\0' ? " " : "",
                            place->city);
  return g_string_free (text, FALSE);
}

char *
plt_script_paper_first_day (const PltScriptPaper *self, const PltElementFacts *element)
{
  const PltPresence *presence = plt_plan_presence (self->source.plan, element->id);
  const PltDayPlan *day;
  g_autofree char *date = NULL;

  if (presence == NULL || presence->first < 0)
    return g_strdup ("");
  day = self->source.plan->days->pdata[presence->first];
  date = day->day->date != PLT_DATE_NONE ? plt_date_format_short (day->day->date) : g_strdup ("");
  return g_strdup_printf ("J%u%s%s", day->number, *date != '\0' ? " · " : "", date);
}

char *
plt_script_paper_role (const PltScriptPaper *self, const PltElementFacts *role)
{
  g_autofree char *player = plt_paper_player (&self->source, role);

  return *player != '\0' ? g_strdup_printf ("%s (%s)", role->name, player) : g_strdup (role->name);
}

/* Ids of hazards are ASCII; paper has accents. */
const char *
plt_script_paper_hazard (const char *id)
{
  if (strcmp (id, "intimite") == 0)
    return "intimité";
  return strcmp (id, "nudite") == 0 ? "nudité" : id;
}

const char *
plt_script_paper_status (const char *id)
{
  static const char *const words[][2] = {
    { "a-tourner", "à tourner" }, { "partielle", "partielle" }, { "tournee", "tournée" },
    { "supprimee", "supprimée" }, { "retake", "retake" },       { "ajoutee", "ajoutée" },
    { "reportee", "reportée" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i][0], id) == 0)
      return words[i][1];
  return id;
}

/* ---- measures ---- */

void
plt_weight_init (PltWeight *self)
{
  *self = (PltWeight){ .eighths = PLT_UNKNOWN,
                       .premin = PLT_UNKNOWN,
                       .estimate = PLT_UNKNOWN,
                       .minutes = PLT_UNKNOWN,
                       .shots = PLT_UNKNOWN };
}

gint64
plt_script_paper_add (gint64 sum, gint64 value)
{
  if (value == PLT_UNKNOWN)
    return sum;
  return (sum != PLT_UNKNOWN ? sum : 0) + value;
}

static gint64
known (gint64 value, guint n)
{
  return n > 0 ? value : PLT_UNKNOWN;
}

void
plt_weight_add (PltWeight *self, const PltSequenceFacts *sequence)
{
  PltMinutage *sum = &self->minutage;

  plt_minutage_add (sum, sequence);
  self->n = sum->n;
  self->eighths = known (sum->eighths, sum->n - sum->n_unpaged);
  self->premin = known (sum->premin, sum->n_premin);
  self->estimate = known (sum->screen - sum->premin, sum->n_estimated);
  self->minutes = known (sum->shooting, sum->n_shooting);
  self->shots = plt_script_paper_add (self->shots, sequence->shots);
  self->effects[plt_effect_class (sequence->int_ext, sequence->effect)]++;
}

gint64
plt_weight_seconds (const PltWeight *self)
{
  return known (self->minutage.screen, self->minutage.n - self->minutage.n_untimed);
}

gint64
plt_weight_share (const PltWeight *self, const PltWeight *whole)
{
  const gint64 pairs[][2] = { { self->eighths, whole->eighths },
                              { plt_weight_seconds (self), plt_weight_seconds (whole) },
                              { self->n, whole->n } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gint64 per_mille = 0;

      if (pairs[i][1] == PLT_UNKNOWN || pairs[i][1] <= 0)
        continue;
      if (pairs[i][0] == PLT_UNKNOWN
          || !plt_number_mul_div (pairs[i][0], 1000, pairs[i][1], PLT_ROUND_HALF_UP, &per_mille))
        return 0;
      return per_mille * 1000;
    }
  return 0;
}

static const struct
{
  PltEffectClass effect;
  const char *name, *style;
} effect_names[] = {
  { PLT_EFFECT_INT_DAY, "I/J", "effect.int-day" },
  { PLT_EFFECT_INT_NIGHT, "I/N", "effect.int-night" },
  { PLT_EFFECT_EXT_DAY, "E/J", "effect.ext-day" },
  { PLT_EFFECT_EXT_NIGHT, "E/N", "effect.ext-night" },
  { PLT_EFFECT_DAWN, "aube", "effect.dawn" },
  { PLT_EFFECT_DUSK, "crép.", "effect.dusk" },
  { PLT_EFFECT_NONE, "sans", "cell.center" },
};

const char *
plt_script_paper_effect_name (PltEffectClass effect)
{
  for (guint i = 0; i < G_N_ELEMENTS (effect_names); i++)
    if (effect_names[i].effect == effect)
      return effect_names[i].name;
  return "";
}

const char *
plt_script_paper_effect_style (PltEffectClass effect)
{
  for (guint i = 0; i < G_N_ELEMENTS (effect_names); i++)
    if (effect_names[i].effect == effect)
      return effect_names[i].style;
  return "cell.center";
}

char *
plt_weight_effects (const PltWeight *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (effect_names); i++)
    if (self->effects[effect_names[i].effect] > 0)
      g_string_append_printf (
          text, "%s%u %s", text->len > 0 ? " · " : "", self->effects[effect_names[i].effect],
          effect_names[i].effect == PLT_EFFECT_NONE ? "sans effet" : effect_names[i].name);
  return g_string_free (text, FALSE);
}

/* ---- cells ---- */

PltDocCell *
plt_script_paper_add_number (PltDocTable *table, const PltSequenceFacts *sequence)
{
  PltDocCell *cell = plt_doc_table_text (table, sequence->number);

  plt_doc_cell_style (cell, "cell.strong");
  plt_doc_cell_ref (cell, (PltRef){ "sequence", sequence->id, "number" });
  return cell;
}

PltDocCell *
plt_script_paper_add_effect (PltDocTable *table, const PltSequenceFacts *sequence)
{
  PltDocCell *cell
      = plt_doc_table_text (table, plt_effect_code (sequence->int_ext, sequence->effect));

  plt_doc_cell_style (cell, plt_paper_effect_style (sequence));
  plt_doc_cell_ref (cell, (PltRef){ "sequence", sequence->id, "effect" });
  return cell;
}

gint64
plt_script_paper_estimate (const PltSequenceFacts *sequence)
{
  return sequence->premin_seconds == PLT_UNKNOWN ? sequence->estimate_seconds : PLT_UNKNOWN;
}

gint64
plt_script_paper_value (const PltDocTable *table, guint row, guint column)
{
  const PltDocCell *cell = plt_doc_table_get_cell (table, row, column);

  return cell != NULL && plt_cell_kind_is_number (cell->kind) ? cell->number : PLT_UNKNOWN;
}

gboolean
plt_script_paper_is_filled (const PltDocTable *table, guint row, guint column)
{
  const PltDocCell *cell = plt_doc_table_get_cell (table, row, column);

  return cell != NULL && *cell->text != '\0';
}

void
plt_script_paper_sum (PltDocCell *cell, guint column, guint first, guint last)
{
  g_autofree char *formula
      = g_strdup_printf ("=SUBTOTAL(9,{%u,%u}:{%u,%u})", first, column, last, column);

  if (cell != NULL && last >= first)
    plt_doc_cell_formula (cell, formula);
}
