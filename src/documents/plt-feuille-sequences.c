/* Feuille de service, E: the séquences of the day in their order. */
#include <string.h>

#include "plt-feuille-private.h"
#include "plt-script-paper.h"
#include "plt-time.h"

#define N_COLUMNS 10
#define TOTAL_SPAN 7

static void
add_sequence (const PltFeuille *self, PltDocTable *table, const PltStripFacts *strip)
{
  const PltSequenceFacts *sequence = plt_paper_sequence (&self->source, strip);
  PltRef ref = { "strip", strip->id, "sequence" }, line = { "sequence", sequence->id, NULL };
  g_autofree char *number
      = g_strdup_printf ("%s%s%s", sequence->number, *strip->part != '\0' ? " " : "", strip->part);
  g_autofree char *set = plt_facts_set_name (self->source.facts, sequence);
  g_autofree char *hazards = plt_paper_hazards (sequence);
  g_autofree char *marks = *hazards != '\0' ? g_strdup_printf (" [%s]", hazards) : g_strdup ("");
  g_autofree char *summary = g_strdup_printf ("%s%s%s%s", sequence->synopsis, marks,
                                              *strip->note != '\0' ? " – " : "", strip->note);
  g_autofree char *roles = plt_paper_roles (&self->source, sequence, FALSE);
  gint64 minutes = plt_strip_minutes (strip, sequence);
  g_autofree char *time = minutes != PLT_UNKNOWN ? plt_duration_format (minutes) : g_strdup ("");
  PltDocCell *cell;

  plt_feuille_dress (self, plt_doc_table_text (table, number), ref, "cell.strong");
  cell = plt_doc_table_text (table, plt_effect_code (sequence->int_ext, sequence->effect));
  line.column = "effect";
  plt_feuille_dress (self, cell, line, plt_paper_effect_style (sequence));
  line.column = "set";
  plt_feuille_dress (self, plt_doc_table_text (table, set), line, NULL);
  line.column = "story_day";
  plt_feuille_dress (self, plt_doc_table_text (table, sequence->story_day), line, NULL);
  line.column = "synopsis";
  plt_feuille_dress (self, plt_doc_table_text (table, g_strstrip (summary)), line, NULL);
  plt_doc_table_text (table, roles);
  line.column = "shots";
  plt_feuille_dress (self, plt_doc_table_number (table, sequence->shots, 0), line, NULL);
  line.column = "eighths";
  plt_feuille_dress (self, plt_doc_table_eighths (table, sequence->eighths), line, NULL);
  line.column = "premin_seconds";
  plt_feuille_dress (self, plt_doc_table_seconds (table, plt_sequence_seconds (sequence)), line,
                     NULL);
  ref.column = "minutes";
  plt_feuille_dress (self, plt_doc_table_text (table, time), ref, "cell.right");
}

/* A meal, a move, a note. */
static void
add_banner (const PltFeuille *self, PltDocTable *table, const PltStripFacts *strip)
{
  g_autofree char *length
      = strip->minutes != PLT_UNKNOWN ? plt_duration_format (strip->minutes) : g_strdup ("");
  PltDocCell *cell = plt_doc_table_text (table, strip->text);

  plt_doc_cell_span (cell, N_COLUMNS - 1);
  plt_feuille_dress (self, cell, (PltRef){ "strip", strip->id, "text" }, NULL);
  plt_feuille_dress (self, plt_doc_table_text (table, length),
                     (PltRef){ "strip", strip->id, "minutes" }, "cell.right");
}

/* A workbook sums the column where the sum is the total: a séquence in two parts counts once. */
static void
add_sum (const PltDocTable *table, PltDocCell *cell, guint column, gint64 total)
{
  guint last = plt_doc_table_get_n_rows (table) - 2;
  gint64 sum = 0;

  for (guint row = 1; row <= last; row++)
    {
      gint64 value = plt_script_paper_value (table, row, column);

      sum += value != PLT_UNKNOWN ? value : 0;
    }
  if (sum == total)
    plt_script_paper_sum (cell, column, 1, last);
}

static void
add_total (const PltFeuille *self, PltDocTable *table)
{
  const PltDayPlan *day = self->day;
  g_autofree char *time = day->minutes > 0 ? plt_duration_format (day->minutes) : g_strdup ("");

  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, plt_feuille_label (self, "Total du jour")),
                     TOTAL_SPAN);
  add_sum (table, plt_doc_table_eighths (table, day->eighths), TOTAL_SPAN, day->eighths);
  add_sum (table, plt_doc_table_seconds (table, day->seconds), TOTAL_SPAN + 1, day->seconds);
  plt_doc_cell_style (plt_doc_table_text (table, time),
                      day->overlong ? "cell.warning" : "cell.right");
}

static gboolean
is_wanted (const PltFeuille *self, const PltStripFacts *strip, char **numbers)
{
  const PltSequenceFacts *sequence = plt_paper_sequence (&self->source, strip);

  if (numbers == NULL)
    return TRUE;
  return sequence != NULL && g_strv_contains ((const char *const *) numbers, sequence->number);
}

static char **
split_numbers (const char *text)
{
  char **numbers = g_strsplit (text, ",", -1);

  for (guint i = 0; numbers[i] != NULL; i++)
    g_strstrip (numbers[i]);
  return numbers;
}

void
plt_feuille_add_sequences (const PltFeuille *self, PltDocument *document, const char *wanted)
{
  const PltDocColumn columns[N_COLUMNS] = {
    { plt_feuille_label (self, "Séq."), "sequence", .width = 30 },
    { plt_feuille_label (self, "Effet"), "effet", .width = 32 },
    { plt_feuille_label (self, "Décor"), "decor", .weight = 3, .min = 80 },
    { plt_feuille_label (self, "Jour"), "jour", .width = 26 },
    { plt_feuille_label (self, "Résumé"), "resume", .weight = 6, .min = 130 },
    { plt_feuille_label (self, "Rôles"), "roles", .weight = 1, .min = 36 },
    { plt_feuille_label (self, "Plans"), "plans", .width = 28 },
    { plt_feuille_label (self, "Pages"), "pages", .width = 32 },
    { plt_feuille_label (self, "Minutage"), "minutage", .width = 42 },
    { plt_feuille_label (self, "Temps"), "temps", .width = 40 },
  };
  g_auto (GStrv) numbers = wanted != NULL ? split_numbers (wanted) : NULL;
  g_autoptr (GPtrArray) strips = g_ptr_array_new ();
  PltDocTable *table;

  for (guint i = 0; i < self->day->strips->len; i++)
    if (is_wanted (self, self->day->strips->pdata[i], numbers))
      g_ptr_array_add (strips, self->day->strips->pdata[i]);
  if (strips->len == 0 && wanted != NULL)
    return;
  plt_feuille_heading (self, document, "Séquences");
  if (strips->len == 0)
    {
      plt_document_paragraph (document, "text.warning",
                              "Le plan de travail n’a pas encore de séquence ce jour-là.",
                              PLT_FEUILLE_NO_REF);
      return;
    }
  table = plt_document_table (document, plt_feuille_table_name (self, "Séquences"), columns,
                              N_COLUMNS);
  for (guint i = 0; i < strips->len; i++)
    {
      const PltStripFacts *strip = strips->pdata[i];
      gboolean sequence = plt_paper_sequence (&self->source, strip) != NULL;

      plt_doc_table_row (table, sequence ? "row.normal" : "row.note");
      plt_feuille_keep (table, strips->len, i);
      if (sequence)
        add_sequence (self, table, strip);
      else
        add_banner (self, table, strip);
    }
  if (wanted == NULL)
    add_total (self, table);
}
