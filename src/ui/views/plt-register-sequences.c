/* The séquences in their grid: colour and code of the effect, décors made by typing them, timing in
 * minutes, seconds or pages, roles by their numbers. */
#include "plt-register-custom.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-breakdown.h"
#include "plt-effect-swatch.h"
#include "plt-number.h"
#include "plt-text.h"
#include "plt-time.h"

#define SECONDS_PER_PAGE 60 /* the trade's rule of thumb: a page is a minute */

static const PltComputedColumn computed[] = {
  { { .id = "roles",
      .title = N_ ("Roles"),
      .type = PLT_COLUMN_TEXT,
      .flags = PLT_COLUMN_READ_ONLY,
      .help = N_ ("Numbers of the roles; they are added in the sheet of the sequence."),
      .width = 12 },
    "story_day" },
  { { .id = "progress",
      .title = N_ ("Sheet"),
      .type = PLT_COLUMN_TEXT,
      .flags = PLT_COLUMN_READ_ONLY,
      .help = N_ ("Boxes of the sheet that are filled or confirmed empty."),
      .width = 7 },
    "status" },
  { { .id = "raccords",
      .title = N_ ("Matches"),
      .type = PLT_COLUMN_TEXT,
      .flags = PLT_COLUMN_READ_ONLY,
      .help = N_ ("Continuity points with other sequences; they are added in the sheet."),
      .width = 8 },
    "status" },
  { { NULL } },
};

static gboolean
is (const PltColumn *column, const char *id)
{
  return g_str_equal (column->id, id);
}

/* ---- what was typed ---- */

/* "1 2/8 p": a length in pages where a time is asked for. */
static gboolean
read_pages (const char *text, gint64 *seconds)
{
  g_autofree char *typed = plt_text_squeeze (text);
  gint64 eighths;

  return (g_str_has_suffix (typed, "p") || g_str_has_suffix (typed, "P")
          || strchr (typed, '/') != NULL)
         && plt_eighths_parse (typed, &eighths, NULL)
         && plt_number_mul_div (eighths, SECONDS_PER_PAGE, 8, PLT_ROUND_HALF_UP, seconds);
}

/* "e/n": both halves of the effect at once; "n": the effect alone, *@int_ext is NULL. */
static gboolean
read_code (const PltColumn *effects, const char *text, const char **int_ext, const char **effect)
{
  const PltChoice *sides = plt_table_column (plt_table_find ("sequence"), "int_ext")->choices;
  g_autofree char *squeezed = plt_text_squeeze (text);
  g_autofree char *typed = g_ascii_strup (squeezed, -1);

  *int_ext = NULL;
  if (*typed == '\0')
    return FALSE;
  for (const PltChoice *choice = effects->choices; choice->id != NULL; choice++)
    if (g_str_equal (plt_effect_code ("", choice->id), typed))
      {
        *effect = choice->id;
        return TRUE;
      }
  if (strchr (typed, '/') == NULL)
    return FALSE;
  for (const PltChoice *side = sides; side->id != NULL; side++)
    for (const PltChoice *choice = effects->choices; choice->id != NULL; choice++)
      if (g_str_equal (plt_effect_code (side->id, choice->id), typed))
        {
          *int_ext = side->id;
          *effect = choice->id;
          return TRUE;
        }
  return FALSE;
}

static gboolean
handles (PltSession *session, PltRecord *record, const PltColumn *column, const char *text)
{
  const char *int_ext, *effect;
  gint64 seconds;

  if (is (column, "set") || is (column, "sub_set"))
    return TRUE;
  if (is (column, "number"))
    return record != NULL && plt_session_get_facts (session)->production.numbers_locked;
  if (is (column, "effect"))
    return read_code (column, text, &int_ext, &effect);
  return is (column, "premin_seconds") && read_pages (text, &seconds);
}

/* What the row has in that reference: said by this batch, else by its record. */
static gint64
reference_now (const PltBatch *batch, gint64 row, PltRecord *record, const char *column)
{
  for (guint i = plt_batch_get_n_edits (batch); i > 0; i--)
    {
      const PltEdit *edit = plt_batch_get_edit (batch, i - 1);

      if (!g_str_equal (edit->table->id, "sequence") || edit->id != row)
        continue;
      for (guint j = 0; j < edit->values->len; j++)
        if (is (g_array_index (edit->values, PltEditValue, j).column, column))
          return g_array_index (edit->values, PltEditValue, j).value.integer;
    }
  return record != NULL ? plt_record_get_integer (record, column, 0) : 0;
}

static gint64
integer_of (const PltEdit *edit, const char *column)
{
  for (guint i = 0; i < edit->values->len; i++)
    if (is (g_array_index (edit->values, PltEditValue, i).column, column))
      return g_array_index (edit->values, PltEditValue, i).value.integer;
  return 0;
}

static const char *
text_of (const PltEdit *edit, const char *column)
{
  for (guint i = 0; i < edit->values->len; i++)
    if (is (g_array_index (edit->values, PltEditValue, i).column, column))
      return plt_value_get_text (&g_array_index (edit->values, PltEditValue, i).value);
  return "";
}

static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *x = plt_text_fold (a);
  g_autofree char *y = plt_text_fold (b);

  return g_str_equal (x, y);
}

/* The décor of that name below `parent` (0: none), made by the batch when there is none yet. */
static gint64
find_or_make_set (PltSession *session, gint64 parent, const char *name, PltBatch *batch)
{
  const PltFacts *facts = plt_session_get_facts (session);
  gint64 handle;

  for (guint i = 0; i < facts->sets.n; i++)
    if (facts->sets.items[i].parent == parent && is_same_name (facts->sets.items[i].name, name))
      return facts->sets.items[i].id;
  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++)
    {
      const PltEdit *edit = plt_batch_get_edit (batch, i);

      if (edit->kind == PLT_EDIT_INSERT && g_str_equal (edit->table->id, "set")
          && integer_of (edit, "parent") == parent && is_same_name (text_of (edit, "name"), name))
        return edit->id;
    }
  handle = plt_batch_insert (batch, "set");
  plt_batch_set_text (batch, "name", name);
  if (parent != 0)
    plt_batch_set_integer (batch, "parent", parent);
  return handle;
}

static gboolean
put_sub_set (PltSession *session,
             gint64 row,
             PltRecord *record,
             const char *name,
             PltBatch *batch,
             GError **error)
{
  gint64 parent = reference_now (batch, row, record, "set");
  gint64 set = 0;

  if (*name != '\0' && parent == 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” has to be part of a set: fill in the set of this sequence first."),
                   name);
      return FALSE;
    }
  if (*name != '\0')
    set = find_or_make_set (session, parent, name, batch);
  plt_batch_update (batch, "sequence", row);
  if (set != 0)
    plt_batch_set_integer (batch, "sub_set", set);
  else
    plt_batch_set_null (batch, "sub_set");
  return TRUE;
}

static void
put_set (PltSession *session, gint64 row, PltRecord *record, const char *name, PltBatch *batch)
{
  gint64 before = reference_now (batch, row, record, "set");
  gint64 set = *name != '\0' ? find_or_make_set (session, 0, name, batch) : 0;

  plt_batch_update (batch, "sequence", row);
  if (set != 0)
    plt_batch_set_integer (batch, "set", set);
  else
    plt_batch_set_null (batch, "set");
  if (set != before)
    plt_batch_set_null (batch, "sub_set"); /* it was part of the other one */
}

/* Departments have the script: a number stays what it is, but for what is put in between. */
static gboolean
put_locked_number (PltRecord *record, const char *typed, GError **error)
{
  const char *number = plt_record_get_text (record, "number");

  if (g_str_equal (number, typed))
    return TRUE;
  g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
               _ ("The numbers are locked, so sequence %s keeps its number; unlock them in the "
                  "menu of the view, or put a new sequence in between."),
               number);
  return FALSE;
}

static gboolean
put (PltSession *session,
     gint64 row,
     PltRecord *record,
     const PltColumn *column,
     const char *text,
     PltBatch *batch,
     GError **error)
{
  g_autofree char *typed = plt_text_squeeze (text);
  const char *int_ext, *effect;
  gint64 seconds;

  if (is (column, "number"))
    return put_locked_number (record, typed, error);
  if (is (column, "set"))
    put_set (session, row, record, typed, batch);
  else if (is (column, "sub_set"))
    return put_sub_set (session, row, record, typed, batch, error);
  else if (is (column, "effect") && read_code (column, typed, &int_ext, &effect))
    {
      plt_batch_update (batch, "sequence", row);
      if (int_ext != NULL)
        plt_batch_set_text (batch, "int_ext", int_ext);
      plt_batch_set_text (batch, "effect", effect);
    }
  else if (read_pages (typed, &seconds))
    {
      plt_batch_update (batch, "sequence", row);
      plt_batch_set_integer (batch, "premin_seconds", seconds);
    }
  return TRUE;
}

/* The story days there are, in the order of the story, then those that only séquences name. */
static GStrv
complete_story_day (const PltFacts *facts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < facts->story_days.n; i++)
    if (g_hash_table_add (seen, (gpointer) facts->story_days.items[i].name))
      g_strv_builder_add (builder, facts->story_days.items[i].name);
  for (guint i = 0; i < facts->sequences.n; i++)
    if (*facts->sequences.items[i].story_day != '\0'
        && g_hash_table_add (seen, (gpointer) facts->sequences.items[i].story_day))
      g_strv_builder_add (builder, facts->sequences.items[i].story_day);
  return g_strv_builder_end (builder);
}

static GStrv
complete (PltSession *session, PltRecord *record, const PltColumn *column)
{
  const PltFacts *facts = plt_session_get_facts (session);
  gboolean sub_set = is (column, "sub_set");
  gint64 parent = sub_set && record != NULL ? plt_record_get_integer (record, "set", 0) : 0;
  g_autoptr (GStrvBuilder) builder = NULL;

  if (is (column, "story_day"))
    return complete_story_day (facts);
  if (!is (column, "set") && !sub_set)
    return NULL;
  builder = g_strv_builder_new ();
  for (guint i = 0; i < facts->sets.n; i++)
    if (facts->sets.items[i].parent == parent && (!sub_set || parent != 0))
      g_strv_builder_add (builder, facts->sets.items[i].name);
  return g_strv_builder_end (builder);
}

/* ---- what is shown ---- */

static void
show_progress (PltSession *session, gint64 sequence, PltGridCell *cell)
{
  PltBoxCount count = plt_progress_of_sequence (plt_session_get_progress (session), sequence);
  guint done = count.filled + count.nothing;

  if (count.n == 0)
    return;
  plt_grid_cell_take_text (cell, done == count.n ? g_strdup_printf ("✓ %u/%u", done, count.n)
                                                 : g_strdup_printf ("%u/%u", done, count.n));
  if (done == 0)
    cell->flags |= PLT_GRID_CELL_MUTED;
}

/* "3, 12A": the séquences it has to match; a point without one counts as a dot. */
static void
show_raccords (PltSession *session, gint64 sequence, PltGridCell *cell)
{
  const PltFacts *facts = plt_session_get_facts (session);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < facts->raccords.n; i++)
    if (facts->raccords.items[i].sequence == sequence)
      {
        const PltSequenceFacts *with = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts,
                                                       facts->raccords.items[i].with_sequence);

        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                                with != NULL ? with->number : "•");
      }
  if (text->len > 0)
    plt_grid_cell_take_text (cell, g_strdup (text->str));
}

static void
decorate (PltSession *session, PltRecord *record, const PltColumn *column, PltGridCell *cell)
{
  if (column == &computed[0].column)
    plt_grid_cell_take_text (cell, plt_breakdown_role_numbers (plt_session_get_facts (session),
                                                               plt_record_get_id (record)));
  else if (column == &computed[1].column)
    show_progress (session, plt_record_get_id (record), cell);
  else if (column == &computed[2].column)
    show_raccords (session, plt_record_get_id (record), cell);
  else if (is (column, "effect"))
    {
      const char *int_ext = plt_record_get_text (record, "int_ext");
      const char *effect = plt_record_get_text (record, "effect");
      const char *code = plt_effect_code (int_ext, effect);

      cell->fill = plt_effect_fill (plt_effect_class (int_ext, effect));
      if (strchr (code, '/') != NULL)
        plt_grid_cell_take_text (cell, g_strdup_printf ("%s · %s", code, cell->text));
    }
  if (g_str_equal (plt_record_get_text (record, "status"), "supprimee"))
    cell->flags |= PLT_GRID_CELL_MUTED;
}

static void
begin (PltSession *session, PltRecord *before, guint nth, PltBatch *batch)
{
  const PltFacts *facts = plt_session_get_facts (session);
  gint64 previous = facts->sequences.n > 0 ? facts->sequences.items[facts->sequences.n - 1].id : 0;
  g_autofree char *number = NULL;

  for (guint i = 0; before != NULL && i < facts->sequences.n; i++)
    if (facts->sequences.items[i].id == plt_record_get_id (before))
      previous = i > 0 ? facts->sequences.items[i - 1].id : 0;
  number = plt_breakdown_number_after (facts, previous, nth);
  plt_batch_set_text (batch, "number", number);
}

static gint64
known (gint64 value)
{
  return value != PLT_UNKNOWN ? value : 0;
}

/* The line at the foot: the rows shown, cut ones left out, with the three timings apart. */
static char *
total (PltSession *session, PltQueryModel *rows)
{
  const PltFacts *facts = plt_session_get_facts (session);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (rows));
  gint64 eighths = 0, premin = 0, estimate = 0, shooting = 0;
  guint n = 0;
  g_autofree char *pages = NULL;
  g_autofree char *premin_text = NULL;
  g_autofree char *estimate_text = NULL;
  g_autofree char *shooting_text = NULL;
  g_autofree char *count = NULL;

  for (guint i = 0; i < n_rows; i++)
    {
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, plt_query_model_get_id (rows, i));

      if (sequence == NULL || plt_sequence_is_cut (sequence))
        continue;
      n++;
      eighths += known (sequence->eighths);
      premin += known (sequence->premin_seconds);
      estimate += known (sequence->estimate_seconds);
      shooting += known (sequence->shooting_minutes);
    }
  pages = plt_eighths_format (eighths);
  premin_text = plt_seconds_format (premin);
  estimate_text = plt_seconds_format (estimate);
  shooting_text = plt_duration_format (shooting);
  count = g_strdup_printf (ngettext ("%u sequence", "%u sequences", n), n);
  /* Translators: totals: sequences, pages, timing of the script supervisor, automatic estimate,
   * shooting time: "24 sequences · 22 3/8 p · timing 18:35 · estimate 19:02 · shooting 31 h" */
  return g_strdup_printf (_ ("%s · %s p · timing %s · estimate %s · shooting %s"), count, pages,
                          premin_text, estimate_text, shooting_text);
}

/* The engine's finding on the announced length, where the séquences are timed. */
static char *
warn (PltSession *session, const char **brief)
{
  const PltFacts *facts = plt_session_get_facts (session);
  const PltIssue *issue
      = plt_session_find_issue (session, "production", facts->production.id, "target_seconds");

  if (issue == NULL)
    return NULL;
  *brief = _ ("⚠ announced length");
  return g_strdup (issue->message);
}

static char *
summarize (PltSession *session, PltQueryModel *rows)
{
  const PltFacts *facts = plt_session_get_facts (session);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (rows));
  gint64 eighths = 0, seconds = 0;
  guint n = 0;
  g_autofree char *pages = NULL;
  g_autofree char *length = NULL;
  g_autofree char *count = NULL;

  for (guint i = 0; i < n_rows; i++)
    {
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, plt_query_model_get_id (rows, i));

      if (sequence == NULL || plt_sequence_is_cut (sequence))
        continue;
      n++;
      eighths += sequence->eighths != PLT_UNKNOWN ? sequence->eighths : 0;
      seconds
          += plt_sequence_seconds (sequence) != PLT_UNKNOWN ? plt_sequence_seconds (sequence) : 0;
    }
  pages = plt_eighths_format (eighths);
  length = plt_seconds_format (seconds);
  count = g_strdup_printf (ngettext ("%u sequence", "%u sequences", n), n);
  /* Translators: totals of the rows shown: "24 sequences · 22 3/8 pages · 18:35" */
  return g_strdup_printf (_ ("%s · %s pages · %s"), count, pages, length);
}

const PltRegisterCustom plt_register_sequences = {
  .table = "sequence",
  .computed = computed,
  .n_frozen = 1,
  .handles = handles,
  .put = put,
  .complete = complete,
  .decorate = decorate,
  .begin = begin,
  .summarize = summarize,
  .filters = plt_sequence_filters,
  .total = total,
  .warn = warn,
};
